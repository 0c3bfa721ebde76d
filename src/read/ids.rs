//! Ids that may be defined once, and those that something went by before.

use std::collections::HashMap;

use super::fields::{self, Fields};
use super::yaml::Shape;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{FormerId, Id, Place};

/// A part of a rubric that has an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    Level,
    Dimension,
    Scale,
    Choice,
    Criterion,
    Question,
    Kpi,
}

impl Part {
    /// The word by which sentences choose what to call it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Part::Level => "level",
            Part::Dimension => "dimension",
            Part::Scale => "scale",
            Part::Choice => "choice",
            Part::Criterion => "criterion",
            Part::Question => "question",
            Part::Kpi => "kpi",
        }
    }
}

/// Ids seen so far, each with its place: a second one is an error.
#[derive(Default)]
pub(crate) struct Ids {
    seen: HashMap<String, Place>,
}

impl Ids {
    /// Notes an id; `false` when it was there already, which is then reported.
    pub(crate) fn note(&mut self, id: &Id, place: Place, diagnostics: &mut Diagnostics) -> bool {
        if let Some(first) = self.seen.get(id.as_str()) {
            diagnostics.push(duplicate_id(id, place, *first));
            return false;
        }
        self.seen.insert(id.as_str().to_owned(), place);
        true
    }
}

/// An id that is defined a second time.
pub(crate) fn duplicate_id(id: impl ToString, place: Place, first: Place) -> Diagnostic {
    Diagnostic::error(Code::DuplicateId, place)
        .with("id", id)
        .help("help")
        .related(first, "first")
}

/// `renamed_from`: an id, or a list of several.
pub(crate) fn former_ids(keys: &mut Fields<'_>, diagnostics: &mut Diagnostics) -> Vec<FormerId> {
    let Some(node) = keys.take("renamed_from") else {
        return Vec::new();
    };
    let nodes = match node.shape() {
        Shape::Sequence => node.items().collect(),
        Shape::Scalar(_) | Shape::Mapping => vec![node],
    };
    let mut former = Vec::with_capacity(nodes.len());
    for node in nodes {
        former.extend(fields::id(node, diagnostics).map(|id| FormerId {
            id,
            place: node.place(),
        }));
    }
    former
}

/// Notes former ids that something else goes by, or went by too: whoever writes one must mean one thing.
pub(crate) fn check_former_ids<'n>(
    named: impl Iterator<Item = (&'n Id, Place, &'n [FormerId])> + Clone,
    diagnostics: &mut Diagnostics,
) {
    let mut meant: HashMap<&Id, Place> = named.clone().map(|(id, place, _)| (id, place)).collect();
    for former in named.flat_map(|(_, _, former)| former) {
        if let Some(first) = meant.get(&former.id) {
            let problem = duplicate_id(&former.id, former.place, *first);
            diagnostics.push(problem.help("help-former"));
        } else {
            meant.insert(&former.id, former.place);
        }
    }
}

/// An id of an earlier version, read as what it is called now.
pub(crate) fn renamed(part: Part, old: &str, new: &str, place: Place) -> Diagnostic {
    Diagnostic::warning(Code::Renamed, place)
        .with("part", part.as_str())
        .with("old", old)
        .with("new", new)
        .help("help")
}
