//! A tree in the making: the nodes of several files put together, each with its own place, so that what is
//! read from it is cited, and complained about, where somebody wrote it.

use std::borrow::Cow;

use super::yaml::{Assembly, Document, Node, Scalar, Shape};
use crate::model::Place;

/// A tree that can still be changed. Its nodes are named by [`At`].
#[derive(Default)]
pub(crate) struct Graft<'d> {
    parts: Vec<Part<'d>>,
}

/// A node of a [`Graft`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct At(usize);

struct Part<'d> {
    place: Place,
    kind: Kind<'d>,
}

enum Kind<'d> {
    Scalar {
        text: Cow<'d, str>,
        is_plain: bool,
    },
    Sequence(Vec<At>),
    Mapping(Vec<(At, At)>),
    /// Left out of its list or mapping.
    Hidden,
}

impl<'d> Graft<'d> {
    /// Copies a node with everything below it, aliases written out.
    pub(crate) fn copy(&mut self, node: Node<'d>) -> At {
        let kind = match node.shape() {
            Shape::Scalar(Scalar { text, is_plain }) => Kind::Scalar {
                text: Cow::Borrowed(text),
                is_plain,
            },
            Shape::Sequence => Kind::Sequence(node.items().map(|item| self.copy(item)).collect()),
            Shape::Mapping => Kind::Mapping(
                node.entries()
                    .map(|(key, value)| (self.copy(key), self.copy(value)))
                    .collect(),
            ),
        };
        self.add(node.place(), kind)
    }

    pub(crate) fn scalar(&mut self, text: impl Into<Cow<'d, str>>, place: Place) -> At {
        let text = text.into();
        let is_plain = true;
        self.add(place, Kind::Scalar { text, is_plain })
    }

    /// A list without items.
    pub(crate) fn sequence(&mut self, place: Place) -> At {
        self.add(place, Kind::Sequence(Vec::new()))
    }

    /// A mapping without keys.
    pub(crate) fn mapping(&mut self, place: Place) -> At {
        self.add(place, Kind::Mapping(Vec::new()))
    }

    fn add(&mut self, place: Place, kind: Kind<'d>) -> At {
        self.parts.push(Part { place, kind });
        At(self.parts.len() - 1)
    }

    pub(crate) fn place(&self, at: At) -> Place {
        self.parts[at.0].place
    }

    pub(crate) fn set_place(&mut self, at: At, place: Place) {
        self.parts[at.0].place = place;
    }

    /// The text of a scalar that stands for something.
    pub(crate) fn text(&self, at: At) -> Option<&str> {
        match &self.parts[at.0].kind {
            Kind::Scalar { text, is_plain } => {
                let (text, is_plain) = (text.as_ref(), *is_plain);
                (!Scalar { text, is_plain }.is_nothing()).then_some(text)
            }
            Kind::Sequence(_) | Kind::Mapping(_) | Kind::Hidden => None,
        }
    }

    /// The items of a list; `None` of anything else.
    pub(crate) fn items(&self, at: At) -> Option<&[At]> {
        match &self.parts[at.0].kind {
            Kind::Sequence(items) => Some(items),
            Kind::Scalar { .. } | Kind::Mapping(_) | Kind::Hidden => None,
        }
    }

    pub(crate) fn set_items(&mut self, at: At, items: Vec<At>) {
        self.parts[at.0].kind = Kind::Sequence(items);
    }

    /// Keys and values of a mapping; `None` of anything else.
    pub(crate) fn entries(&self, at: At) -> Option<&[(At, At)]> {
        match &self.parts[at.0].kind {
            Kind::Mapping(entries) => Some(entries),
            Kind::Scalar { .. } | Kind::Sequence(_) | Kind::Hidden => None,
        }
    }

    pub(crate) fn set_entries(&mut self, at: At, entries: Vec<(At, At)>) {
        self.parts[at.0].kind = Kind::Mapping(entries);
    }

    /// The value of a mapping's key.
    pub(crate) fn get(&self, mapping: At, name: &str) -> Option<At> {
        let mut entries = self.entries(mapping)?.iter();
        entries
            .find(|(key, _)| self.text(*key) == Some(name))
            .map(|(_, value)| *value)
    }

    /// The text of a mapping's key.
    pub(crate) fn text_of(&self, mapping: At, name: &str) -> Option<&str> {
        self.text(self.get(mapping, name)?)
    }

    /// Gives a mapping's key another value, and the key its place; one that is not there comes last.
    pub(crate) fn set(&mut self, mapping: At, name: &str, key: At, value: At) {
        let known = self
            .entries(mapping)
            .unwrap_or_default()
            .iter()
            .position(|(known, _)| self.text(*known) == Some(name));
        if let Kind::Mapping(entries) = &mut self.parts[mapping.0].kind {
            match known {
                Some(known) => entries[known] = (key, value),
                None => entries.push((key, value)),
            }
        }
    }

    /// Gives the key at a position of a mapping another place.
    pub(crate) fn set_key(&mut self, mapping: At, position: usize, key: At) {
        if let Kind::Mapping(entries) = &mut self.parts[mapping.0].kind
            && let Some(entry) = entries.get_mut(position)
        {
            entry.0 = key;
        }
    }

    /// Puts an item at the end of a list.
    pub(crate) fn push_item(&mut self, list: At, item: At) {
        if let Kind::Sequence(items) = &mut self.parts[list.0].kind {
            items.push(item);
        }
    }

    /// Puts a key and its value, which is not there yet, at the end of a mapping.
    pub(crate) fn push_entry(&mut self, mapping: At, key: At, value: At) {
        if let Kind::Mapping(entries) = &mut self.parts[mapping.0].kind {
            entries.push((key, value));
        }
    }

    /// Leaves a node out of its list, or with its key out of its mapping.
    pub(crate) fn hide(&mut self, at: At) {
        self.parts[at.0].kind = Kind::Hidden;
    }

    pub(crate) fn is_hidden(&self, at: At) -> bool {
        matches!(self.parts[at.0].kind, Kind::Hidden)
    }

    /// The tree below a node, as it now is.
    pub(crate) fn finish(mut self, root: At) -> Document<'d> {
        let mut assembly = Assembly::default();
        let root = self.assemble(root, &mut assembly);
        assembly.finish(root)
    }

    fn assemble(&mut self, at: At, assembly: &mut Assembly<'d>) -> u32 {
        let place = self.parts[at.0].place;
        match std::mem::replace(&mut self.parts[at.0].kind, Kind::Hidden) {
            Kind::Scalar { text, is_plain } => assembly.scalar(place, text, is_plain),
            Kind::Sequence(items) => {
                let items: Vec<u32> = items
                    .into_iter()
                    .filter_map(|item| {
                        let is_shown = !self.is_hidden(item);
                        is_shown.then(|| self.assemble(item, assembly))
                    })
                    .collect();
                assembly.sequence(place, &items)
            }
            Kind::Mapping(entries) => {
                let mut children = Vec::with_capacity(2 * entries.len());
                for (key, value) in entries {
                    if !self.is_hidden(value) {
                        children.push(self.assemble(key, assembly));
                        children.push(self.assemble(value, assembly));
                    }
                }
                assembly.mapping(place, &children)
            }
            Kind::Hidden => assembly.scalar(place, Cow::Borrowed(""), true),
        }
    }
}
