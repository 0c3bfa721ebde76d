//! Lists of parts, by id: which part an entry of an overlay means, and what it does to it.

use std::collections::{HashMap, HashSet};

use super::add::is_own_definition;
use super::hidden::hidden_by_overlay;
use super::tables::{Parts, QUESTIONS};
use super::{Entry, Found, Index, List, Merger, Owner};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Place, Scale};
use crate::read::fields::{self, Fields};
use crate::read::graft::At;
use crate::read::ids::{Part, renamed};
use crate::read::yaml::{Node, Scalar, Shape};

/// Dimensions are read by recursion; an overlay may not nest them deeper than any file could.
pub(super) const DEEPEST: usize = 30;

/// What an entry of an overlay does; with the present id of what is there already.
pub(super) enum Meant<'d> {
    Hide(String, Entry<'d>),
    Change(String, Entry<'d>),
    Add(Entry<'d>),
}

impl<'d, 'm> Merger<'d, 'm> {
    pub(super) fn parts(
        &mut self,
        owner: Owner<'_>,
        section: &str,
        parts: &'static Parts,
        key: Node<'d>,
        value: Node<'d>,
    ) {
        if value.scalar().is_some_and(Scalar::is_nothing) {
            return;
        }
        if !matches!(value.shape(), Shape::Mapping) {
            let problem = fields::wrong_shape(value, "mapping");
            self.diagnostics.push(problem.help("help-ids"));
            return;
        }
        let Some(list) = self.list(owner, section, parts, key.place()) else {
            return; // The rubric has another shape there, which is told when it is read.
        };
        self.entries(owner, list, parts, value);
    }

    /// Changes a list by the entries of a mapping by id, whose order says nothing: what each means is found
    /// before any is applied; then parts are hidden, changed and added, each in the order of ids.
    pub(super) fn entries(
        &mut self,
        owner: Owner<'_>,
        list: List,
        parts: &'static Parts,
        by_id: Node<'d>,
    ) {
        let mut named = HashMap::new();
        let mut names = HashSet::new();
        let (mut hidden, mut changed, mut new) = (Vec::new(), Vec::new(), Vec::new());
        for (name, key, value) in fields::entries(by_id, self.diagnostics) {
            names.insert(name);
            let Some(keys) = Fields::of_patch(value, parts.shape, self.diagnostics) else {
                continue;
            };
            let entry = Entry { name, key, keys };
            match self.meant(owner, list, parts, entry, &mut named) {
                Some(Meant::Hide(id, entry)) => hidden.push((id, entry)),
                Some(Meant::Change(id, entry)) => changed.push((id, entry)),
                Some(Meant::Add(entry)) => new.push(entry),
                None => {}
            }
        }
        hidden.sort_by(|(one, _), (other, _)| one.cmp(other));
        changed.sort_by(|(one, _), (other, _)| one.cmp(other));
        new.sort_by_key(|entry| entry.name);
        for (id, entry) in hidden {
            self.hidden_entry(owner, list, parts, &id, entry);
        }
        // One new id may well be near another.
        new.retain(|entry| self.is_addition(owner, list, parts, entry));
        for (id, entry) in changed {
            self.changed_entry(owner, list, parts, &id, entry);
        }
        self.additions(owner, list, parts, new, &names);
    }

    /// The list of a part's parts, made when it is not there. `None` when something else is.
    pub(super) fn list(
        &mut self,
        owner: Owner<'_>,
        section: &str,
        parts: &'static Parts,
        place: Place,
    ) -> Option<List> {
        let known = self.graft.get(owner.at, section);
        let is_nothing = |at: &At| {
            let (is_list, is_mapping) = (self.graft.items(*at), self.graft.entries(*at));
            is_list.is_none() && is_mapping.is_none() && self.graft.text(*at).is_none()
        };
        let known = known.filter(|at| !is_nothing(at));
        let fits = |at: At| match parts.part {
            Part::Scale => self.graft.entries(at).is_some(),
            _ => self.graft.items(at).is_some(),
        };
        let at = match known {
            Some(at) if !fits(at) => return None,
            Some(at) => at,
            None => self.new_list(owner, section, parts, place),
        };
        let index = match parts.part {
            Part::Dimension => self.root,
            _ => at,
        };
        if !self.indexes.contains_key(&index) {
            let made = self.index(parts, at);
            self.indexes.insert(index, made);
        }
        Some(List { at, index })
    }

    pub(super) fn new_list(
        &mut self,
        owner: Owner<'_>,
        section: &str,
        parts: &'static Parts,
        place: Place,
    ) -> At {
        if matches!(parts.part, Part::Question) {
            self.drop_own_question(owner.at);
        }
        let key = self.graft.scalar(section.to_owned(), place);
        let list = match parts.part {
            Part::Scale => self.graft.mapping(place),
            _ => self.graft.sequence(place),
        };
        self.graft.set(owner.at, section, key, list);
        list
    }

    /// A criterion that is given questions is its own question no longer.
    pub(super) fn drop_own_question(&mut self, criterion: At) {
        const OF_CRITERIA: [&str; 2] = ["weight", "renamed_from"];
        let own: Vec<At> = QUESTIONS
            .keys
            .iter()
            .filter(|(name, _)| !OF_CRITERIA.contains(name))
            .filter_map(|(name, _)| self.graft.get(criterion, name))
            .collect();
        for value in own {
            self.graft.hide(value);
        }
    }

    pub(super) fn index(&self, parts: &Parts, list: At) -> Index {
        let mut index = Index::default();
        // Dimensions are indexed as one tree, whichever list of them is changed first.
        let list = match parts.part {
            Part::Dimension => self.graft.get(self.root, "dimensions").unwrap_or(list),
            _ => list,
        };
        self.index_list(list, 0, &mut index);
        index
    }

    pub(super) fn index_list(&self, list: At, depth: usize, index: &mut Index) {
        let entries = self.graft.entries(list).unwrap_or_default();
        for (position, (key, at)) in entries.iter().enumerate() {
            if let Some(id) = self.graft.text(*key) {
                self.index_part(id, *at, depth, position, index);
            }
        }
        for at in self.graft.items(list).unwrap_or_default() {
            if let Some(id) = self.graft.text_of(*at, "id") {
                self.index_part(id, *at, depth, 0, index);
                if let Some(below) = self.graft.get(*at, "dimensions") {
                    self.index_list(below, depth + 1, index);
                }
            }
        }
    }

    pub(super) fn index_part(
        &self,
        id: &str,
        at: At,
        depth: usize,
        position: usize,
        index: &mut Index,
    ) {
        if index.by_id.contains_key(id) {
            return; // Told when the rubric is read.
        }
        let found = Found {
            at,
            depth,
            position,
        };
        index.by_id.insert(id.to_owned(), found);
        index.ids.push(id.to_owned());
        for former in self.former_ids(at) {
            index.former.entry(former).or_insert_with(|| id.to_owned());
        }
    }

    pub(super) fn former_ids(&self, part: At) -> Vec<String> {
        let Some(at) = self.graft.get(part, "renamed_from") else {
            return Vec::new();
        };
        let one = std::slice::from_ref(&at);
        let all = self.graft.items(at).unwrap_or(one).iter();
        all.filter_map(|at| self.graft.text(*at))
            .map(str::to_owned)
            .collect()
    }

    /// What an entry does; `None` after noting what is wrong with it. `named` are the parts that entries beside
    /// it name.
    pub(super) fn meant(
        &mut self,
        owner: Owner<'_>,
        list: List,
        parts: &'static Parts,
        mut entry: Entry<'d>,
        named: &mut HashMap<At, Place>,
    ) -> Option<Meant<'d>> {
        let place = entry.key.place();
        let hides = match entry.keys.take_entry("hide") {
            Some((_, value)) => fields::boolean(value, self.diagnostics)?,
            None => false,
        };
        let Some((id, at)) = self.found(list, &entry) else {
            if hides {
                self.hidden_nothing(owner, list, parts, &entry);
                return None;
            }
            return Some(Meant::Add(entry));
        };
        if let Some(first) = named.insert(at, place) {
            // Once by a former id, once by the present one.
            let problem = Diagnostic::error(Code::DuplicateKey, place).with("key", entry.name);
            let problem = problem.help("help-same").related(first, "first");
            self.diagnostics.push(problem);
            return None;
        }
        if id != entry.name {
            let told = renamed(parts.part, entry.name, &id, place);
            self.diagnostics.push_once(told);
        }
        Some(match hides {
            true => Meant::Hide(id, entry),
            false => Meant::Change(id, entry),
        })
    }

    pub(super) fn hidden_entry(
        &mut self,
        owner: Owner<'_>,
        list: List,
        parts: &'static Parts,
        id: &str,
        entry: Entry<'d>,
    ) {
        // A dimension may have gone with one above it.
        if let Some(found) = self.indexed(list, id) {
            self.hide(owner, list, parts, id, found, entry.key.place());
        }
        self.without_other_keys(parts, entry.keys);
    }

    pub(super) fn changed_entry(
        &mut self,
        owner: Owner<'_>,
        list: List,
        parts: &'static Parts,
        id: &str,
        entry: Entry<'d>,
    ) {
        let name = full_name(owner, parts.part, id);
        if let Some(found) = self.indexed(list, id) {
            self.change(list, parts, id, found, entry);
        } else if let Some(hidden) = self.hidden.find(parts.part, &name) {
            let told = hidden_by_overlay(hidden, entry.key.place(), "patch");
            self.diagnostics.push(told);
        }
    }

    /// The part of this id that there is now.
    pub(super) fn indexed(&self, list: List, id: &str) -> Option<Found> {
        self.indexes.get(&list.index)?.by_id.get(id).copied()
    }

    /// The part of this id, or that went by it before, with its present id.
    pub(super) fn found(&self, list: List, entry: &Entry<'d>) -> Option<(String, At)> {
        let name = entry.name;
        let index = self.indexes.get(&list.index)?;
        let id = match index.former.get(name) {
            Some(id) if !index.by_id.contains_key(name) => id,
            _ => name,
        };
        let found = index.by_id.get(id)?;
        Some((id.to_owned(), found.at))
    }

    /// The scale that every rubric has, where an entry changes it and does not define its own.
    pub(super) fn changes_built_in(&self, parts: &Parts, entry: &Entry<'d>) -> Option<&'m Scale> {
        if !matches!(parts.part, Part::Scale) || is_own_definition(&entry.keys) {
            return None;
        }
        let mut built_in = self.built_in.iter();
        built_in.find(|scale| scale.id.as_str() == entry.name)
    }

    /// Notes whatever stands beside `hide`, which nothing would read.
    pub(super) fn without_other_keys(&mut self, parts: &Parts, mut keys: Fields<'d>) {
        let hide = keys.take_entry("hide").map(|(key, _)| key.place());
        let mut other = None;
        for (name, _) in parts.keys {
            if let Some((key, _)) = keys.take_entry(name) {
                other.get_or_insert((key.place(), *name));
            }
        }
        if let (Some(hide), Some(other)) = (hide, other) {
            let problem = fields::keys_disagree((hide, "hide"), other);
            self.diagnostics.push(problem.help("help-one"));
        }
        keys.finish(self.diagnostics);
    }

    pub(super) fn change(
        &mut self,
        list: List,
        parts: &'static Parts,
        id: &str,
        found: Found,
        mut entry: Entry<'d>,
    ) {
        let place = entry.key.place();
        if matches!(parts.part, Part::Level) {
            self.note_renumbered(found.at, &entry);
        }
        self.note_change(found.at, place);
        self.graft.set_place(found.at, place);
        if matches!(parts.part, Part::Scale) {
            // The reader cites a scale by its key.
            let key = self.graft.copy(entry.key);
            self.graft.set_key(list.at, found.position, key);
        }
        let owner = Owner {
            at: found.at,
            id,
            depth: found.depth + 1,
        };
        self.patch(owner, parts.keys, &mut entry.keys);
        self.note_former_ids(list, id, found.at);
        entry.keys.finish(self.diagnostics);
    }

    /// Former ids that an overlay gives hold for the overlays after it.
    pub(super) fn note_former_ids(&mut self, list: List, id: &str, part: At) {
        for former in self.former_ids(part) {
            if let Some(index) = self.indexes.get_mut(&list.index) {
                index.former.entry(former).or_insert_with(|| id.to_owned());
            }
        }
    }

    /// A level that is given another number is gone for whatever names the old one.
    pub(super) fn note_renumbered(&mut self, level: At, entry: &Entry<'d>) {
        let old = self.graft.text_of(level, "number").map(str::to_owned);
        let new = entry.keys.peek("number").and_then(Node::scalar);
        if let (Some(old), Some(new)) = (old, new)
            && old != new.text
        {
            self.note_hidden_level(old, entry.key.place());
        }
    }

    /// New levels come where their numbers belong.
    pub(super) fn sort_in_new_levels(&mut self) {
        let Some(list) = self.graft.get(self.root, "levels") else {
            return;
        };
        let levels = self.graft.items(list).unwrap_or_default().to_vec();
        let number = |level: &At| {
            let number = self.graft.text_of(*level, "number");
            number.and_then(|number| number.parse::<u32>().ok())
        };
        let (mut new, known): (Vec<At>, Vec<At>) = levels
            .into_iter()
            .partition(|level| self.new_levels.contains(level));
        new.sort_by_key(number);
        let mut new = new.into_iter().peekable();
        let mut sorted = Vec::new();
        for level in known {
            while let Some(lower) = new.next_if(|new| number(new) < number(&level)) {
                sorted.push(lower);
            }
            sorted.push(level);
        }
        sorted.extend(new);
        self.graft.set_items(list, sorted);
    }
}

impl Index {
    /// The ids that are there, in the order of the rubric.
    pub(super) fn living(&self) -> impl Iterator<Item = &str> {
        let ids = self.ids.iter().map(String::as_str);
        ids.filter(|id| self.by_id.contains_key(*id))
    }
}

/// The name that a part is known by in its rubric: a question's or choice's stands behind its owner's.
pub(super) fn full_name(owner: Owner<'_>, part: Part, id: &str) -> String {
    match part {
        Part::Question | Part::Choice => format!("{}.{id}", owner.id),
        Part::Level | Part::Dimension | Part::Scale | Part::Criterion | Part::Kpi => id.to_owned(),
    }
}

/// `dimension`, `title`
pub(super) fn quoted(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

pub(super) fn unknown_part(parts: &Parts, entry: &Entry<'_>) -> Diagnostic {
    Diagnostic::error(Code::UnknownPart, entry.key.place())
        .with("part", parts.part.as_str())
        .with("written", entry.name)
}
