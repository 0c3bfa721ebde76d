//! The rubrics and catalogues inside the program: their texts, and what a parser says of them, found when the program
//! was built (see `build.rs`).
//!
//! The events of a file are bytes: first how many nodes it has, then the nodes as they are written. A node is its
//! kind, how far it begins behind the one before, and its length; numbers are written seven bits a byte, the lowest
//! first. A scalar whose text is not what stands in the file holds its text; after the last part of a collection
//! comes where that collection ends.

use std::borrow::Cow;

use super::yaml::{Assembly, Document};
use crate::model::{FileIndex, Place};

/// A file of `rubrics/`.
#[derive(Clone, Copy)]
pub(crate) struct Shipped {
    /// Its name without the ending: the id of the rubric.
    pub(crate) name: &'static str,
    pub(crate) text: &'static str,
    events: &'static [u8],
}

macro_rules! shipped {
    ($name:literal) => {
        Shipped {
            name: $name,
            text: include_str!(concat!("../../rubrics/", $name, ".yaml")),
            events: include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".events")),
        }
    };
    ($($name:literal),+ $(,)?) => {
        [$(shipped!($name)),+]
    };
}

/// Every shipped rubric.
pub(crate) const RUBRICS: [Shipped; 6] = shipped![
    "customer-service",
    "customer-service-capabilities",
    "mof-customer-service",
    "service-levels",
    "sfia-generic",
    "sfia-csmg",
];

/// The shipped KPIs that belong to no rubric.
pub(crate) const KPIS: Shipped = shipped!("kpi-catalogue");

/// The shipped objectives with their key results.
pub(crate) const OKRS: Shipped = shipped!("okr-catalogue");

const PLAIN: u8 = 0;
const QUOTED: u8 = 1;
const PLAIN_ELSEWHERE: u8 = 2;
const ELSEWHERE: u8 = 3;
const SEQUENCE: u8 = 4;
const END: u8 = 6;

impl Shipped {
    /// The tree of the file, as [`super::yaml::parse`] would give it.
    pub(crate) fn tree(self, file: FileIndex) -> Document<'static> {
        let mut events = Events {
            rest: self.events,
            last: 0,
        };
        let mut tree = Assembly::with_capacity(events.number());
        let mut open: Vec<Open> = Vec::new();
        let mut pending: Vec<u32> = Vec::new();
        while let Some(kind) = events.byte() {
            let node = if kind == END {
                let end = events.index();
                let own = open.pop().expect("only what is open ends");
                tree.close(own.node, end, own.is_mapping, &pending[own.pending_from..]);
                pending.truncate(own.pending_from);
                own.node
            } else {
                let place = events.place(file);
                let (start, end) = (place.start as usize, place.end as usize);
                let text = match kind {
                    PLAIN => &self.text[start..end],
                    QUOTED => &self.text[start + 1..end - 1],
                    PLAIN_ELSEWHERE | ELSEWHERE => events.text(),
                    _ => {
                        open.push(Open {
                            node: tree.sequence(place, &[]),
                            pending_from: pending.len(),
                            is_mapping: kind != SEQUENCE,
                        });
                        continue;
                    }
                };
                let is_plain = matches!(kind, PLAIN | PLAIN_ELSEWHERE);
                tree.scalar(place, Cow::Borrowed(text), is_plain)
            };
            pending.push(node);
        }
        tree.finish(pending[0])
    }
}

/// A collection whose end is still to come.
struct Open {
    node: u32,
    /// Where its children begin among those that wait for theirs.
    pending_from: usize,
    is_mapping: bool,
}

struct Events {
    rest: &'static [u8],
    /// Where the last node began.
    last: u32,
}

impl Events {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn number(&mut self) -> usize {
        let mut number = 0;
        let mut shift = 0;
        while let Some(byte) = self.byte() {
            number |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                break;
            }
        }
        number
    }

    fn index(&mut self) -> u32 {
        u32::try_from(self.number()).expect("a file is smaller than four gigabytes")
    }

    fn place(&mut self, file: FileIndex) -> Place {
        let start = self.last + self.index();
        self.last = start;
        let end = start + self.index();
        Place { file, start, end }
    }

    fn text(&mut self) -> &'static str {
        let length = self.number();
        let (text, rest) = self.rest.split_at(length);
        self.rest = rest;
        std::str::from_utf8(text).expect("what was taken from a text is one")
    }
}

#[cfg(test)]
mod tests {
    use super::super::yaml;
    use super::*;
    use crate::diagnostic::Diagnostics;

    #[test]
    fn the_trees_of_shipped_files_are_what_the_parser_says() {
        let file = FileIndex(3);
        for shipped in RUBRICS.into_iter().chain([KPIS, OKRS]) {
            let mut diagnostics = Diagnostics::new();
            let parsed = yaml::parse(file, shipped.text, &mut diagnostics);
            assert!(diagnostics.into_found().is_empty(), "{}", shipped.name);
            let parsed = parsed.expect("it is YAML");
            assert!(
                parsed.root() == shipped.tree(file).root(),
                "{}",
                shipped.name
            );
        }
    }
}
