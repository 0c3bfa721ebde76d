//! Parts that an overlay adds, in the order in which those that they belong to come to be there.

use std::collections::{BTreeMap, HashSet};

use super::hidden::hidden_by_overlay;
use super::parts::{DEEPEST, full_name, quoted, unknown_part};
use super::tables::{Change, Parts};
use super::{Entry, Found, Index, List, Merger, Owner};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Place, Scale, ScaleKind};
use crate::read::fields::{self, Fields};
use crate::read::graft::At;
use crate::read::ids::Part;
use crate::read::suggest::nearest;
use crate::read::yaml::{Node, Shape, too_deep};

impl<'d, 'm> Merger<'d, 'm> {
    /// Whether an entry for an id that the rubric does not have is a new part; else it is a mistake, and noted.
    pub(super) fn is_addition(
        &mut self,
        owner: Owner<'_>,
        list: List,
        parts: &'static Parts,
        entry: &Entry<'d>,
    ) -> bool {
        let lacks = lacking(parts.needs, &entry.keys);
        let lacks_if_near = lacking(parts.needs_if_near, &entry.keys);
        let changes_built_in = self.changes_built_in(parts, entry).is_some();
        if changes_built_in || lacks.is_empty() && lacks_if_near.is_empty() {
            return true;
        }
        let name = full_name(owner, parts.part, entry.name);
        if let Some(hidden) = self.hidden.find(parts.part, &name) {
            let told = hidden_by_overlay(hidden, entry.key.place(), "patch");
            self.diagnostics.push(told);
            return false;
        }
        let near = self.near(list, entry.name);
        if near.is_none() && lacks.is_empty() {
            return true;
        }
        if !self.is_base_whole {
            return false; // What could not be read of the rubric may be what is meant.
        }
        let problem = unknown_part(parts, entry);
        self.diagnostics.push(match near {
            Some(near) => {
                let lacks = [lacks, lacks_if_near].concat();
                let problem = problem.with("near", near).with("lacks", quoted(&lacks));
                problem.help("help-near-add")
            }
            None => problem.with("lacks", quoted(&lacks)).help("help-add"),
        });
        false
    }

    /// Adds parts in the order of their ids, a dimension that names its parent after that one.
    pub(super) fn additions(
        &mut self,
        owner: Owner<'_>,
        list: List,
        parts: &'static Parts,
        new: Vec<Entry<'d>>,
        names: &HashSet<&'d str>,
    ) {
        let mut waiting: BTreeMap<&'d str, Vec<Entry<'d>>> = BTreeMap::new();
        for entry in new {
            match self.parent_to_come(owner, list, parts, &entry) {
                Some(parent) => waiting.entry(parent).or_default().push(entry),
                None => self.add(owner, list, parts, entry),
            }
        }
        let mut known = 0;
        while !waiting.is_empty()
            && let Some(id) = self
                .indexes
                .get(&list.index)
                .and_then(|index| index.ids.get(known))
        {
            known += 1;
            for entry in waiting.remove(id.as_str()).unwrap_or_default() {
                self.add(owner, list, parts, entry);
            }
        }
        self.without_parents(owner, list, parts, waiting, names);
    }

    /// The dimension that a new one names as its parent, while it is not there.
    pub(super) fn parent_to_come(
        &self,
        owner: Owner<'_>,
        list: List,
        parts: &Parts,
        entry: &Entry<'d>,
    ) -> Option<&'d str> {
        if !may_name_parent(owner, parts) {
            return None;
        }
        let parent = entry.keys.peek("parent")?.scalar()?;
        let is_there = self.indexed(list, parent.text).is_some();
        (!parent.is_nothing() && !is_there).then_some(parent.text)
    }

    /// Tells of new dimensions whose parents never came, by the names of those. Of one that waits for another
    /// entry nothing is told beside what is wrong with that one.
    pub(super) fn without_parents(
        &mut self,
        owner: Owner<'_>,
        list: List,
        parts: &'static Parts,
        waiting: BTreeMap<&'d str, Vec<Entry<'d>>>,
        names: &HashSet<&'d str>,
    ) {
        let mut ways: BTreeMap<&'d str, (&'d str, Place)> = BTreeMap::new();
        for (parent, entries) in &waiting {
            for entry in entries {
                let place = entry.keys.peek("parent").map(|node| node.place());
                ways.insert(entry.name, (parent, place.unwrap_or(entry.key.place())));
            }
        }
        for circle in circles(&ways) {
            self.diagnostics.push(parent_circle(&circle, &ways));
        }
        for (parent, entries) in waiting {
            if !names.contains(parent) {
                for entry in entries {
                    self.add(owner, list, parts, entry);
                }
            }
        }
    }

    /// The id of the list that is nearest to a name. It is a comparison with each of them, so where nearly
    /// every name is wrong the search is given up.
    pub(super) fn near(&mut self, list: List, name: &str) -> Option<String> {
        const MOST_COMPARED: usize = 500_000;
        const SHORTEST: usize = 3;
        if name.len() < SHORTEST {
            return None; // Any two ids of two letters are near each other.
        }
        let index = self.indexes.get(&list.index)?;
        self.compared += index.ids.len();
        if self.compared > MOST_COMPARED {
            return None;
        }
        nearest(name, index.living()).map(str::to_owned)
    }

    /// The first ids of a list, one more than are shown.
    pub(super) fn known(&self, list: List) -> Vec<String> {
        const MORE_THAN_LISTED: usize = 13;
        let index = self.indexes.get(&list.index);
        let ids = index.into_iter().flat_map(Index::living);
        ids.take(MORE_THAN_LISTED).map(str::to_owned).collect()
    }

    pub(super) fn add(
        &mut self,
        owner: Owner<'_>,
        list: List,
        parts: &'static Parts,
        mut entry: Entry<'d>,
    ) {
        if let Some(scale) = self.changes_built_in(parts, &entry) {
            let at = self.written_out(scale, entry.key.place());
            self.add_to(list, parts, 0, entry.key, at);
        }
        let id = entry.name;
        if let Some(found) = self.indexed(list, id) {
            // Just written out, or added already inside another one.
            return self.change(list, parts, id, found, entry);
        }
        let Some((list, depth)) = self.parent(owner, list, parts, &mut entry.keys) else {
            return;
        };
        let place = entry.key.place();
        if depth > DEEPEST {
            self.diagnostics.push(too_deep(place));
            return;
        }
        let item = self.graft.mapping(place);
        if !matches!(parts.part, Part::Scale) {
            let key = self.graft.scalar("id", place);
            let id = self.graft.copy(entry.key);
            self.graft.push_entry(item, key, id);
        }
        self.add_to(list, parts, depth, entry.key, item);
        let own = Owner {
            at: item,
            id: entry.name,
            depth: depth + 1,
        };
        for (name, change) in parts.keys {
            let Some((key, value)) = entry.keys.take_entry(name) else {
                continue;
            };
            if let Change::Parts(below) = change
                && matches!(value.shape(), Shape::Mapping)
            {
                self.parts(own, name, below, key, value);
            } else if let Change::Edges = change {
                self.edges(item, name, key, value);
            } else {
                // A new part may also list its parts, as a rubric does.
                let (key, value) = (self.graft.copy(key), self.graft.copy(value));
                self.graft.push_entry(item, key, value);
                if matches!(change, Change::Parts(below) if matches!(below.part, Part::Dimension))
                    && let Some(mut index) = self.indexes.remove(&self.root)
                {
                    self.index_list(value, depth + 1, &mut index);
                    self.indexes.insert(self.root, index);
                }
            }
        }
        entry.keys.finish(self.diagnostics);
    }

    /// The list that a new part goes into, and its depth there: for a dimension that names its parent, that
    /// one's.
    pub(super) fn parent(
        &mut self,
        owner: Owner<'_>,
        list: List,
        parts: &'static Parts,
        keys: &mut Fields<'d>,
    ) -> Option<(List, usize)> {
        let may_name_one = may_name_parent(owner, parts);
        let Some(node) = may_name_one.then(|| keys.take("parent")).flatten() else {
            return Some((list, owner.depth));
        };
        let name = fields::scalar(node, self.diagnostics)?.text;
        let index = self.indexes.get(&list.index)?;
        let Some(parent) = index.by_id.get(name).copied() else {
            let known: Vec<&str> = index.living().collect();
            let problem =
                Diagnostic::error(Code::UnknownDimension, node.place()).with("written", name);
            if self.is_base_whole {
                self.diagnostics
                    .push(fields::unknown_name(problem, name, &known));
            }
            return None;
        };
        let owner = Owner {
            at: parent.at,
            id: name,
            depth: parent.depth + 1,
        };
        let list = self.list(owner, "dimensions", parts, node.place())?;
        Some((list, owner.depth))
    }

    /// Puts a part at the end of its list, and its id into the index.
    pub(super) fn add_to(
        &mut self,
        list: List,
        parts: &Parts,
        depth: usize,
        key: Node<'d>,
        item: At,
    ) -> Found {
        let name = key.scalar().map_or("", |scalar| scalar.text);
        let mut position = 0;
        match parts.part {
            Part::Scale => {
                position = self.graft.entries(list.at).map_or(0, <[_]>::len);
                let key = self.graft.copy(key);
                self.graft.push_entry(list.at, key, item);
            }
            Part::Level => {
                self.new_levels.insert(item);
                self.graft.push_item(list.at, item);
            }
            Part::Dimension | Part::Choice | Part::Criterion | Part::Question | Part::Kpi => {
                self.graft.push_item(list.at, item);
            }
        }
        let found = Found {
            at: item,
            depth,
            position,
        };
        if let Some(index) = self.indexes.get_mut(&list.index) {
            index.by_id.insert(name.to_owned(), found);
            index.ids.push(name.to_owned());
        }
        self.origins.insert(item, key.place());
        found
    }

    /// A built-in scale as a rubric would define it, to be changed.
    pub(super) fn written_out(&mut self, scale: &Scale, place: Place) -> At {
        let at = self.graft.mapping(place);
        match &scale.kind {
            ScaleKind::Choices(choices) => {
                let list = self.graft.sequence(place);
                for choice in choices {
                    let title = self.graft.mapping(place);
                    let versions = [
                        ("pt-BR", &choice.title.portuguese),
                        ("en", &choice.title.english),
                    ];
                    for (language, version) in versions {
                        if let Some(version) = version {
                            self.write(title, language, version.clone(), place);
                        }
                    }
                    let item = self.graft.mapping(place);
                    self.write(item, "id", choice.id.to_string(), place);
                    self.write(item, "value", choice.value.to_string(), place);
                    let key = self.graft.scalar("title", place);
                    self.graft.push_entry(item, key, title);
                    self.graft.push_item(list, item);
                }
                let key = self.graft.scalar("choices", place);
                self.graft.push_entry(at, key, list);
            }
            ScaleKind::Numeric(unit) => {
                if let Some(unit) = unit {
                    self.write(at, "unit", unit.text.clone(), place);
                }
                self.write(at, "min", scale.low.to_string(), place);
                self.write(at, "max", scale.high.to_string(), place);
            }
        }
        at
    }

    pub(super) fn write(&mut self, mapping: At, name: &'static str, text: String, place: Place) {
        let (key, value) = (
            self.graft.scalar(name, place),
            self.graft.scalar(text, place),
        );
        self.graft.push_entry(mapping, key, value);
    }

    /// Whether a dimension that was hidden is there again, by another overlay.
    pub(super) fn has_dimension(&self, id: &str) -> bool {
        let index = self.indexes.get(&self.root);
        index.is_some_and(|index| index.by_id.contains_key(id))
    }
}

/// The keys of which none is there, each by the first that would do.
pub(super) fn lacking(needs: &[&[&'static str]], keys: &Fields<'_>) -> Vec<&'static str> {
    let lacking = needs
        .iter()
        .filter(|any| !any.iter().any(|name| keys.has(name)));
    lacking.map(|any| any[0]).collect()
}

/// Whether a new part may name the one that it belongs to: a dimension that is not written inside another.
pub(super) fn may_name_parent(owner: Owner<'_>, parts: &Parts) -> bool {
    matches!(parts.part, Part::Dimension) && owner.id.is_empty()
}

/// The circles among new dimensions that name each other as parents, each from its first id on.
pub(super) fn circles<'d>(ways: &BTreeMap<&'d str, (&'d str, Place)>) -> Vec<Vec<&'d str>> {
    let mut circles = Vec::new();
    let mut walked = HashSet::new();
    for start in ways.keys() {
        let mut way = Vec::new();
        let mut next = Some(*start);
        while let Some(id) = next
            && walked.insert(id)
        {
            way.push(id);
            next = ways.get(id).map(|(parent, _)| *parent);
        }
        // Where the way ends in itself, and not in one walked before.
        let back = next.and_then(|id| way.iter().position(|known| *known == id));
        if let Some(back) = back {
            let mut circle = way.split_off(back);
            let first = circle.iter().enumerate().min_by_key(|(_, id)| **id);
            let first = first.map_or(0, |(position, _)| position);
            circle.rotate_left(first);
            circles.push(circle);
        }
    }
    circles
}

pub(super) fn parent_circle(circle: &[&str], ways: &BTreeMap<&str, (&str, Place)>) -> Diagnostic {
    const MOST_SHOWN: usize = 4;
    let mut places = circle
        .iter()
        .filter_map(|id| ways.get(id))
        .map(|(_, place)| *place);
    let first = places.next().expect("a circle has a beginning");
    let mut way: Vec<&str> = circle.iter().copied().take(MOST_SHOWN).collect();
    way.push(if circle.len() > MOST_SHOWN {
        "…"
    } else {
        circle[0]
    });
    let problem = Diagnostic::error(Code::ParentCircle, first)
        .with("id", circle[0])
        .with("way", way.join(" → "))
        .help("help");
    let others = places.take(MOST_SHOWN - 1);
    others.fold(problem, |problem, place| problem.related(place, "next"))
}

/// Whether an entry for a scale says all of it, as a rubric would.
pub(super) fn is_own_definition(keys: &Fields<'_>) -> bool {
    let lists_choices = keys
        .peek("choices")
        .is_some_and(|node| matches!(node.shape(), Shape::Sequence));
    lists_choices || (keys.has("min") && keys.has("max"))
}
