//! What overlays take out of a rubric, and what is said of who still speaks of it.

use std::collections::HashMap;

use super::parts::{full_name, unknown_part};
use super::tables::Parts;
use super::{Entry, Found, List, Merger, Owner};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Place;
use crate::read::fields;
use crate::read::graft::At;
use crate::read::ids::Part;

/// Something that an overlay took out of a rubric.
#[derive(Debug, Clone)]
pub(crate) struct HiddenPart {
    pub(crate) part: Part,
    /// Its id, that of a question or choice behind the one of its criterion or scale.
    pub(crate) id: String,
    /// Where the overlay names it.
    pub(crate) place: Place,
}

/// What overlays took out of a rubric, by every name that it was known by.
#[derive(Debug, Default)]
pub(crate) struct Hidden {
    parts: HashMap<(Part, String), HiddenPart>,
    /// Levels by number, as written.
    levels: HashMap<String, HiddenPart>,
}

impl Hidden {
    pub(crate) fn find_level(&self, number: u32) -> Option<&HiddenPart> {
        self.levels.get(&number.to_string())
    }

    pub(crate) fn level_numbers(&self) -> impl Iterator<Item = u32> {
        self.levels.keys().filter_map(|number| number.parse().ok())
    }

    pub(crate) fn find(&self, part: Part, name: &str) -> Option<&HiddenPart> {
        if self.parts.is_empty() {
            return None;
        }
        self.parts.get(&(part, name.to_owned()))
    }

    /// What hides the question that an answer's key names: itself, its criterion, or its dimension.
    pub(crate) fn find_question(&self, key: &str) -> Option<&HiddenPart> {
        let criterion = key.split_once('.').map_or(key, |(criterion, _)| criterion);
        self.find(Part::Question, key)
            .or_else(|| self.find(Part::Criterion, criterion))
    }
}

/// Says that something speaks of what an overlay hides, and counts nothing.
pub(crate) fn hidden_by_overlay(hidden: &HiddenPart, place: Place, what: &str) -> Diagnostic {
    Diagnostic::warning(Code::HiddenByOverlay, place)
        .with("part", hidden.part.as_str())
        .with("id", &hidden.id)
        .with("what", what)
        .related(hidden.place, "hidden-here")
        .help(match what {
            "patch" => "help-patch",
            "readings" => "help-readings",
            _ => "help",
        })
}

/// Says that an overlay takes away what the rubric still needs; who needs it is added by whoever finds it.
pub(crate) fn hidden_in_use(hidden: &HiddenPart) -> Diagnostic {
    Diagnostic::error(Code::HiddenInUse, hidden.place)
        .with("part", hidden.part.as_str())
        .with("id", &hidden.id)
        .help("help")
}

impl<'d, 'm> Merger<'d, 'm> {
    /// Rubrics speak of levels by number.
    pub(super) fn note_hidden_level(&mut self, number: String, place: Place) {
        let hidden = HiddenPart {
            part: Part::Level,
            id: number.clone(),
            place,
        };
        self.hidden.levels.entry(number).or_insert(hidden);
    }

    /// Takes a part out, and remembers every name that it was known by.
    pub(super) fn hide(
        &mut self,
        owner: Owner<'_>,
        list: List,
        parts: &'static Parts,
        id: &str,
        found: Found,
        place: Place,
    ) {
        let hidden = HiddenPart {
            part: parts.part,
            id: full_name(owner, parts.part, id),
            place,
        };
        match parts.part {
            Part::Dimension => self.hide_below(found.at, &hidden),
            Part::Level => {
                if let Some(number) = self.graft.text_of(found.at, "number") {
                    self.note_hidden_level(number.to_owned(), place);
                }
            }
            Part::Question => self.emptied.push((owner.at, hidden.clone())),
            Part::Scale | Part::Choice | Part::Criterion | Part::Kpi => {}
        }
        for name in self.names(found.at, id) {
            let name = full_name(owner, parts.part, &name);
            self.note_hidden(parts.part, name, &hidden);
        }
        if let Some(index) = self.indexes.get_mut(&list.index) {
            index.by_id.remove(id);
        }
        self.graft.hide(found.at);
    }

    /// The dimensions below a hidden one go with it.
    pub(super) fn hide_below(&mut self, dimension: At, hidden: &HiddenPart) {
        let list = self.graft.get(dimension, "dimensions");
        let children = list.and_then(|list| self.graft.items(list));
        for child in children.unwrap_or_default().to_vec() {
            let Some(id) = self.graft.text_of(child, "id").map(str::to_owned) else {
                continue;
            };
            self.hide_below(child, hidden);
            for name in self.names(child, &id) {
                self.note_hidden(Part::Dimension, name, hidden);
            }
            if let Some(index) = self.indexes.get_mut(&self.root) {
                index.by_id.remove(&id);
            }
        }
    }

    pub(super) fn note_hidden(&mut self, part: Part, name: String, hidden: &HiddenPart) {
        let key = (part, name);
        self.hidden.parts.entry(key).or_insert(hidden.clone());
    }

    /// Every id that a part goes by or went by.
    pub(super) fn names(&self, part: At, id: &str) -> Vec<String> {
        let mut names = self.former_ids(part);
        names.push(id.to_owned());
        names
    }

    /// An entry that hides what the rubric does not have. What is hidden already may be hidden again.
    pub(super) fn hidden_nothing(
        &mut self,
        owner: Owner<'_>,
        list: List,
        parts: &'static Parts,
        entry: &Entry<'d>,
    ) {
        let name = full_name(owner, parts.part, entry.name);
        if !self.is_base_whole || self.hidden.find(parts.part, &name).is_some() {
            return;
        }
        let near = self.near(list, entry.name);
        let known = self.known(list);
        let problem = unknown_part(parts, entry);
        self.diagnostics.push(match near {
            Some(near) => problem.with("near", near).help("help-near"),
            None if known.is_empty() => problem.help("help-none"),
            None => {
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                fields::listed(problem, &known, "help-known")
            }
        });
    }

    /// Criteria below a hidden dimension go with it, and one whose questions are all hidden with them. What an
    /// overlay itself puts there stays, to be told when it is read.
    pub(super) fn hide_what_is_left_empty(&mut self) {
        let Some(list) = self.graft.get(self.root, "criteria") else {
            return;
        };
        let mut without = HashMap::new();
        for (criterion, hidden) in std::mem::take(&mut self.emptied) {
            let questions = self.graft.get(criterion, "questions");
            let questions = questions.and_then(|list| self.graft.items(list));
            let mut questions = questions.unwrap_or_default().iter();
            if questions.all(|question| self.graft.is_hidden(*question)) {
                without.entry(criterion).or_insert(hidden);
            }
        }
        for criterion in self.graft.items(list).unwrap_or_default().to_vec() {
            let Some(id) = self.graft.text_of(criterion, "id").map(str::to_owned) else {
                continue;
            };
            let dimension = self.graft.get(criterion, "dimension");
            let by_dimension = dimension
                .filter(|at| self.graft.place(*at).file == self.base_file)
                .and_then(|at| self.graft.text(at))
                .filter(|name| !self.has_dimension(name))
                .and_then(|name| self.hidden.find(Part::Dimension, name))
                .cloned();
            if let Some(hidden) = by_dimension.or_else(|| without.remove(&criterion)) {
                for name in self.names(criterion, &id) {
                    self.note_hidden(Part::Criterion, name, &hidden);
                }
                self.graft.hide(criterion);
            }
        }
    }
}
