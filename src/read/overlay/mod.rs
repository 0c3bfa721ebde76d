//! Overlays: what a workspace changes in a rubric, by id, before the rubric is read.
//!
//! The overlays of a rubric are merged into its tree, where every node keeps the place at which it is
//! written, and the whole is then read as any rubric is. So each check runs once, on what is used, and
//! there is no second reader. What only the merge can see is told here: ids that name nothing, keys that a
//! part does not have, shapes that do not fit.
//!
//! `tables` says how each key is merged, `parts` what an entry does to a list of parts, `add` where new ones come to
//! stand, and `hidden` what is taken away.

mod add;
mod hidden;
mod parts;
mod tables;

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

pub(super) use self::hidden::{Hidden, HiddenPart, hidden_by_overlay, hidden_in_use};
use self::tables::Change::{Edges, Keys, Text, Whole};
use self::tables::{Change, RUBRIC, Table};
use super::fields::{self, Fields};
use super::graft::{At, Graft};
use super::shape::{self, Mapping};
use super::yaml::{Document, Node, Shape};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::{FileIndex, Id, Place, Scale};

/// An overlay's file, with the rubric that it names.
pub(crate) struct Overlay<'d> {
    pub(crate) rubric: Id,
    /// Where it names the rubric.
    pub(crate) place: Place,
    root: Node<'d>,
}

/// Whether a file says that it is laid over a rubric.
pub(crate) fn is_overlay(root: Node<'_>) -> bool {
    let has = |name: &str| {
        let is_name = |key: Node<'_>| key.scalar().is_some_and(|scalar| scalar.text == name);
        root.entries().any(|(key, _)| is_name(key))
    };
    has("overlay") && !has("id")
}

/// Reads which rubric an overlay is for. What it changes is read once that rubric is.
pub(crate) fn overlay<'d>(root: Node<'d>, diagnostics: &mut Diagnostics) -> Option<Overlay<'d>> {
    let mut keys = Fields::of(root, &shape::OVERLAY, diagnostics)?;
    if keys.has("regua") {
        fields::format_version(&mut keys, diagnostics);
    }
    let node = keys.require("overlay", diagnostics)?;
    Some(Overlay {
        rubric: fields::id(node, diagnostics)?,
        place: node.place(),
        root,
    })
}

/// A rubric's tree with its overlays merged in.
pub(crate) struct Overlaid<'d> {
    pub(crate) tree: Document<'d>,
    pub(crate) hidden: Hidden,
    /// Parts of the rubric's own file, each with where an overlay changes it.
    changes: Vec<(Place, Place)>,
    base_file: FileIndex,
    /// Where the first overlay names the rubric.
    first: Place,
}

impl Overlaid<'_> {
    /// Tells what is wrong with the merged tree. The rubric alone had nothing wrong with it, so what is
    /// told of its own file is the overlay's doing, and is told there.
    pub(crate) fn tell(&self, found: Diagnostics, diagnostics: &mut Diagnostics) {
        let mut told: BTreeMap<(Place, Code), Diagnostic> = BTreeMap::new();
        for mut problem in found.into_found() {
            let is_own = problem.place.file == self.base_file;
            if !is_own || problem.severity != Severity::Error {
                diagnostics.push(problem);
                continue;
            }
            let (own, overlay) = (problem.place, self.changed_at(problem.place));
            problem.place = overlay;
            problem.label = "changed-by-overlay";
            // One change is one mistake, whatever no longer fits it.
            let change = (overlay, problem.code);
            told.entry(change)
                .or_insert_with(|| problem.related(own, "beside-overlay"));
        }
        for problem in told.into_values() {
            diagnostics.push(problem);
        }
    }

    /// Where an overlay changes the smallest part that a place of the rubric's file lies in.
    fn changed_at(&self, place: Place) -> Place {
        // Parts are in the order of their beginnings; few of them lie within each other.
        const FAR: usize = 64;
        let before = self
            .changes
            .partition_point(|(part, _)| part.start <= place.start);
        self.changes[..before]
            .iter()
            .rev()
            .take(FAR)
            .find(|(part, _)| part.end > place.start)
            .map_or(self.first, |(_, overlay)| *overlay)
    }
}

/// A rubric that overlays are laid over.
#[derive(Clone, Copy)]
pub(crate) struct Base<'d> {
    pub(crate) root: Node<'d>,
    /// Whether nothing is wrong with it: an id that is not found may else be its fault.
    pub(crate) is_whole: bool,
}

/// Merges overlays into the tree of their rubric, in their order. `None` when that is not even a mapping.
/// `built_in` are the scales that a rubric has without defining them.
pub(crate) fn merge<'d>(
    base: Base<'d>,
    overlays: &[&Overlay<'d>],
    built_in: &[Scale],
    diagnostics: &mut Diagnostics,
) -> Option<Overlaid<'d>> {
    let first = overlays.first()?.place;
    if !matches!(base.root.shape(), Shape::Mapping) {
        return None;
    }
    let mut graft = Graft::default();
    let root = graft.copy(base.root);
    let mut merger = Merger {
        base_file: base.root.place().file,
        graft,
        root,
        is_base_whole: base.is_whole,
        built_in,
        indexes: HashMap::new(),
        hidden: Hidden::default(),
        emptied: Vec::new(),
        new_levels: HashSet::new(),
        origins: HashMap::new(),
        changes: Vec::new(),
        compared: 0,
        diagnostics,
    };
    for overlay in overlays {
        merger.apply(overlay);
    }
    Some(merger.finish(first))
}

struct Merger<'d, 'm> {
    graft: Graft<'d>,
    root: At,
    base_file: FileIndex,
    is_base_whole: bool,
    built_in: &'m [Scale],
    /// The parts of each list by id, made when the list is first changed; all dimensions under the root.
    indexes: HashMap<At, Index>,
    hidden: Hidden,
    /// Criteria of which a question was hidden.
    emptied: Vec<(At, HiddenPart)>,
    new_levels: HashSet<At>,
    /// Where parts that overlays change were first written.
    origins: HashMap<At, Place>,
    changes: Vec<(Place, Place)>,
    /// How many ids were compared with names that are not there.
    compared: usize,
    diagnostics: &'m mut Diagnostics,
}

#[derive(Default)]
struct Index {
    by_id: HashMap<String, Found>,
    /// Former ids with the present ones.
    former: HashMap<String, String>,
    /// Ids in the order of the rubric.
    ids: Vec<String>,
}

#[derive(Clone, Copy)]
struct Found {
    at: At,
    /// How many dimensions stand above it.
    depth: usize,
    /// Its position among the entries of a mapping of parts.
    position: usize,
}

/// The part that a list belongs to: a criterion, a scale, a dimension, or the rubric itself.
#[derive(Clone, Copy)]
struct Owner<'o> {
    at: At,
    /// Its id; empty for the rubric.
    id: &'o str,
    /// The depth of dimensions directly below it.
    depth: usize,
}

/// A list of parts that is being changed.
#[derive(Clone, Copy)]
struct List {
    at: At,
    /// Under which its parts are indexed.
    index: At,
}

/// What an overlay says of one part.
struct Entry<'d> {
    name: &'d str,
    key: Node<'d>,
    keys: Fields<'d>,
}

impl<'d, 'm> Merger<'d, 'm> {
    fn apply(&mut self, overlay: &Overlay<'d>) {
        let Some(mut keys) = Fields::of_patch(overlay.root, &shape::RUBRIC, self.diagnostics)
        else {
            return;
        };
        keys.take_entry("regua");
        keys.take_entry("overlay");
        let rubric = Owner {
            at: self.root,
            id: "",
            depth: 0,
        };
        self.patch(rubric, RUBRIC, &mut keys);
        keys.finish(self.diagnostics);
    }

    /// Changes a mapping by the keys that an overlay gives for it.
    fn patch(&mut self, owner: Owner<'_>, table: &'static Table, keys: &mut Fields<'d>) {
        for (name, change) in table {
            let Some((key, value)) = keys.take_entry(name) else {
                continue;
            };
            match change {
                Whole => self.replace(owner.at, name, key, value),
                Text => self.text(owner.at, name, key, value),
                Keys(table, shape) => self.keys((owner.at, name), (table, shape), key, value),
                Edges => self.edges(owner.at, name, key, value),
                Change::Parts(parts) => self.parts(owner, name, parts, key, value),
            }
        }
    }

    fn replace(&mut self, target: At, name: &str, key: Node<'d>, value: Node<'d>) {
        if let Some(old) = self.graft.get(target, name) {
            self.note_change(old, key.place());
        }
        let (key, value) = (self.graft.copy(key), self.graft.copy(value));
        self.graft.set(target, name, key, value);
    }

    fn text(&mut self, target: At, name: &str, key: Node<'d>, value: Node<'d>) {
        let is_by_language = matches!(value.shape(), Shape::Mapping);
        let old = self.graft.get(target, name).filter(|_| is_by_language);
        let versions = old.and_then(|old| self.versions(old));
        let Some(mut versions) = versions else {
            return self.replace(target, name, key, value);
        };
        let mut positions: HashMap<String, usize> = HashMap::new();
        for (position, (language, _)) in versions.iter().enumerate() {
            if let Some(language) = self.graft.text(*language) {
                positions.insert(language.to_owned(), position);
            }
        }
        for (language, version) in value.entries() {
            let name = language.scalar().map(|scalar| scalar.text);
            let known = name.and_then(|name| positions.get(name)).copied();
            let entry = (self.graft.copy(language), self.graft.copy(version));
            match known {
                Some(known) => versions[known] = entry,
                None => versions.push(entry),
            }
        }
        let merged = self.graft.mapping(value.place());
        self.graft.set_entries(merged, versions);
        let key = self.graft.copy(key);
        self.graft.set(target, name, key, merged);
    }

    /// A text's versions by language. A plain one is the version of each language.
    fn versions(&mut self, text: At) -> Option<Vec<(At, At)>> {
        if let Some(entries) = self.graft.entries(text) {
            return Some(entries.to_vec());
        }
        let plain = self.graft.text(text)?.to_owned();
        let place = self.graft.place(text);
        let mut version = |language: &'static str| {
            let key = self.graft.scalar(language, place);
            (key, self.graft.scalar(plain.clone(), place))
        };
        Some(vec![version("pt-BR"), version("en")])
    }

    fn keys(
        &mut self,
        (target, name): (At, &str),
        (table, shape): (&'static Table, &'static Mapping),
        key: Node<'d>,
        value: Node<'d>,
    ) {
        let old = self.graft.get(target, name);
        let old = old.filter(|old| self.graft.entries(*old).is_some());
        let is_mapping = matches!(value.shape(), Shape::Mapping);
        let (Some(old), true) = (old, is_mapping) else {
            return self.replace(target, name, key, value);
        };
        let Some(mut keys) = Fields::of_patch(value, shape, self.diagnostics) else {
            return;
        };
        self.note_change(old, key.place());
        let owner = Owner {
            at: old,
            id: "",
            depth: 0,
        };
        self.patch(owner, table, &mut keys);
        keys.finish(self.diagnostics);
        let key = self.graft.copy(key);
        self.graft.set(target, name, key, old);
    }

    /// Changes bands edge by edge.
    fn edges(&mut self, target: At, name: &str, key: Node<'d>, value: Node<'d>) {
        if !matches!(value.shape(), Shape::Mapping) {
            return self.replace(target, name, key, value);
        }
        let old = self.graft.get(target, name);
        let old = old.filter(|old| self.graft.entries(*old).is_some());
        let bands = match old {
            Some(old) => {
                self.note_change(old, key.place());
                old
            }
            None => self.graft.mapping(value.place()),
        };
        for (level, level_key, edge) in fields::entries(value, self.diagnostics) {
            match hides_edge(edge, self.diagnostics) {
                Some(true) => self.hide_edge(bands, level, level_key),
                Some(false) => {
                    let (level_key, edge) = (self.graft.copy(level_key), self.graft.copy(edge));
                    self.graft.set(bands, level, level_key, edge);
                }
                None => {}
            }
        }
        let key = self.graft.copy(key);
        self.graft.set(target, name, key, bands);
    }

    fn hide_edge(&mut self, bands: At, level: &str, key: Node<'d>) {
        match self.graft.get(bands, level) {
            Some(edge) => self.graft.hide(edge),
            None if !self.is_base_whole => {}
            None => {
                let entries = self.graft.entries(bands).unwrap_or_default().iter();
                let known: Vec<&str> = entries
                    .filter(|(_, edge)| !self.graft.is_hidden(*edge))
                    .filter_map(|(key, _)| self.graft.text(*key))
                    .collect();
                let problem = Diagnostic::error(Code::UnknownPart, key.place())
                    .with("part", "edge")
                    .with("written", level);
                let problem = match known.is_empty() {
                    true => problem.help("help-none"),
                    false => fields::listed(problem, &known, "help-known"),
                };
                self.diagnostics.push(problem);
            }
        }
    }

    /// Remembers that an overlay changes a part, so that what does not fit the change is told there.
    fn note_change(&mut self, part: At, overlay: Place) {
        let origin = self.graft.place(part);
        let origin = *self.origins.entry(part).or_insert(origin);
        if origin.file == self.base_file {
            self.changes.push((origin, overlay));
        }
    }

    fn finish(mut self, first: Place) -> Overlaid<'d> {
        self.hide_what_is_left_empty();
        self.sort_in_new_levels();
        let mut changes = self.changes;
        changes.sort_by_key(|(part, _)| (part.start, Reverse(part.end)));
        Overlaid {
            tree: self.graft.finish(self.root),
            hidden: self.hidden,
            changes,
            base_file: self.base_file,
            first,
        }
    }
}

/// Whether what stands for an edge takes it away; `None` after noting what else its mapping holds.
fn hides_edge(edge: Node<'_>, diagnostics: &mut Diagnostics) -> Option<bool> {
    if !matches!(edge.shape(), Shape::Mapping) {
        return Some(false);
    }
    let mut keys = Fields::of(edge, &shape::EDGE, diagnostics)?;
    let hide = keys.require("hide", diagnostics);
    let hides = hide.and_then(|node| fields::boolean(node, diagnostics));
    keys.finish(diagnostics);
    hides.filter(|hides| *hides)
}
