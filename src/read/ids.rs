//! Ids that may be defined once.

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Id, Place};

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
