//! The text of a YAML file beside its tree: where something is put into it so that everything else stays byte for byte.
//!
//! What cannot be placed with certainty is left to whoever holds the pen: then there is no text.

use std::ops::Range;

use super::yaml::{self, Node, Shape};
use crate::diagnostic::{Diagnostics, Sources};

/// What is put in place of some bytes.
pub(super) type Edit = (Range<usize>, String);

/// The text that a tree was read from.
pub(super) struct Page<'t> {
    /// It, without a mark at its beginning.
    pub(super) text: &'t str,
    /// What its lines end with.
    pub(super) newline: &'static str,
}

/// The text with one edit made to it, as `find` tells from the tree; `None` where it cannot tell, or where the text is
/// no YAML.
pub(super) fn edited(
    text: &str,
    find: impl FnOnce(&Page<'_>, Node<'_>) -> Option<Edit>,
) -> Option<String> {
    // A mark at the beginning is no part of what is parsed.
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let file = Sources::new().add("", "");
    let tree = yaml::parse(file, body, &mut Diagnostics::new())?;
    let page = Page {
        text: body,
        newline: if body.contains("\r\n") { "\r\n" } else { "\n" },
    };
    let (range, written) = find(&page, tree.root())?;
    let before = body.get(..range.start)?;
    let after = body.get(range.end..)?;
    let mark = &text[..text.len() - body.len()];
    Some(format!("{mark}{before}{written}{after}"))
}

impl Page<'_> {
    /// One more key in a mapping, behind the others.
    pub(super) fn more(&self, mapping: Node<'_>, written: &str) -> Option<Edit> {
        if self.is_flow(mapping) {
            let at = self.end_of_last(mapping)?;
            return Some((at..at, format!(", {written}")));
        }
        let (key, value) = mapping.entries().last()?;
        self.behind(mapping, (key, value), written)
    }

    /// A line of its own in a block's mapping, behind one of its entries.
    pub(super) fn behind(
        &self,
        mapping: Node<'_>,
        (key, value): (Node<'_>, Node<'_>),
        written: &str,
    ) -> Option<Edit> {
        let (first, _) = mapping.entries().next()?;
        let at = self.end_of_line(self.end(key, value)?);
        let indent = " ".repeat(self.column(first.place().start as usize));
        Some((at..at, format!("{}{indent}{written}", self.newline)))
    }

    /// One more item in a list, which may be nothing yet.
    pub(super) fn one_more(&self, key: Node<'_>, list: Node<'_>, item: &str) -> Option<Edit> {
        match list.shape() {
            Shape::Scalar(scalar) if scalar.is_nothing() => {
                self.put(key, list, &format!("[{item}]"))
            }
            Shape::Scalar(_) | Shape::Mapping => None,
            Shape::Sequence => {
                let Some(first) = list.items().next() else {
                    return Some((bytes(list), format!("[{item}]")));
                };
                let last = self.inner_end(list.items().last()?)?;
                if self.is_flow(list) {
                    return Some((last..last, format!(", {item}")));
                }
                let start = first.place().start as usize;
                let begins = self.line_start(start);
                let dash = self.text.get(begins..start)?.trim_end().strip_suffix('-')?;
                if !dash.trim().is_empty() {
                    return None;
                }
                let at = self.end_of_line(last);
                Some((at..at, format!("{}{dash}- {item}", self.newline)))
            }
        }
    }

    /// A value behind its key, in place of what stands there.
    pub(super) fn put(&self, key: Node<'_>, value: Node<'_>, written: &str) -> Option<Edit> {
        let at = self.value_bytes(key, value)?;
        let blank = if self.text[..at.start].ends_with(':') {
            " "
        } else {
            ""
        };
        Some((at, format!("{blank}{written}")))
    }

    /// The bytes of a key's value; none, behind the colon, where nothing is written.
    pub(super) fn value_bytes(&self, key: Node<'_>, value: Node<'_>) -> Option<Range<usize>> {
        let place = bytes(value);
        if place.is_empty() {
            let after = key.place().end as usize;
            let colon = after + self.text.get(after..)?.find(':')?;
            return Some(colon + 1..colon + 1);
        }
        // The end of a block's text may be told where the next thing begins.
        let end = place.start + self.text.get(place.clone())?.trim_end().len();
        Some(place.start..end)
    }

    /// Where an entry ends.
    pub(super) fn end(&self, key: Node<'_>, value: Node<'_>) -> Option<usize> {
        match bytes(value).is_empty() {
            true => Some(self.value_bytes(key, value)?.end),
            false => self.inner_end(value),
        }
    }

    /// Where the last thing within a node ends, comments behind it left out.
    pub(super) fn inner_end(&self, node: Node<'_>) -> Option<usize> {
        if matches!(node.shape(), Shape::Scalar(_)) || self.is_flow(node) {
            let place = bytes(node);
            return Some(place.start + self.text.get(place.clone())?.trim_end().len());
        }
        match node.shape() {
            Shape::Sequence => self.inner_end(node.items().last()?),
            Shape::Mapping | Shape::Scalar(_) => self.end_of_last(node),
        }
    }

    /// Where the last entry of a mapping ends.
    pub(super) fn end_of_last(&self, mapping: Node<'_>) -> Option<usize> {
        let (key, value) = mapping.entries().last()?;
        self.end(key, value)
    }

    /// Whether a list or a mapping stands within brackets.
    pub(super) fn is_flow(&self, node: Node<'_>) -> bool {
        let start = node.place().start as usize;
        let is_collection = !matches!(node.shape(), Shape::Scalar(_));
        is_collection
            && self
                .text
                .get(start..)
                .is_some_and(|text| text.starts_with(['{', '[']))
    }

    /// The line that a place is on, counted from one.
    pub(super) fn line(&self, at: usize) -> usize {
        self.text[..at].matches('\n').count() + 1
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// Columns before a place on its line.
    pub(super) fn column(&self, at: usize) -> usize {
        self.text[self.line_start(at)..at].chars().count()
    }

    /// The end of the line that a place is on, before what breaks it.
    pub(super) fn end_of_line(&self, at: usize) -> usize {
        let rest = &self.text[at..];
        let line = rest.split('\n').next().unwrap_or_default();
        at + line.trim_end_matches('\r').len()
    }
}

/// The key and the value of a mapping's entry.
pub(super) fn field<'d>(mapping: Node<'d>, name: &str) -> Option<(Node<'d>, Node<'d>)> {
    mapping.entries().find(|(key, _)| is_named(*key, name))
}

fn is_named(key: Node<'_>, name: &str) -> bool {
    key.scalar().is_some_and(|scalar| scalar.text == name)
}

/// Where a node is written.
pub(super) fn bytes(node: Node<'_>) -> Range<usize> {
    let place = node.place();
    place.start as usize..place.end as usize
}
