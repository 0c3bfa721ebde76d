//! Overlays: what a workspace changes in a rubric, by id, before the rubric is read.
//!
//! The overlays of a rubric are merged into its tree, where every node keeps the place at which it is
//! written, and the whole is then read as any rubric is. So each check runs once, on what is used, and
//! there is no second reader. What only the merge can see is told here: ids that name nothing, keys that a
//! part does not have, shapes that do not fit.
//!
//! [`RUBRIC`] says how each key is merged. It lists what `rubric` and `kpi` read; a test holds it to that.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::fields::{self, Fields};
use super::graft::{At, Graft};
use super::ids::{Part, renamed};
use super::shape::{self, Mapping};
use super::suggest::nearest;
use super::yaml::{Document, Node, Scalar, Shape, too_deep};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::{FileIndex, Id, Place, Scale, ScaleKind};

/// How the value of an overlay's key changes the rubric's.
enum Change {
    /// It takes its place.
    Whole,
    /// A plain text takes its place; a mapping by language changes only the languages it gives.
    Text,
    /// Only the keys given change.
    Keys(&'static Table, &'static Mapping),
    /// Only the edges of the levels given change; `hide: true` takes one away.
    Edges,
    /// Entries by id change, hide or add parts.
    Parts(&'static Parts),
}

use Change::{Edges, Keys, Text, Whole};

type Table = [(&'static str, Change)];

/// A list of parts, or for scales a mapping of them.
struct Parts {
    part: Part,
    shape: &'static Mapping,
    keys: &'static Table,
    /// What a new one must have, each with what does as well.
    needs: &'static [&'static [&'static str]],
    /// What it must have besides where its id is near another's: a misspelt patch or translation lacks it.
    needs_if_near: &'static [&'static [&'static str]],
}

static RUBRIC: &Table = &[
    ("version", Whole),
    ("title", Text),
    ("source", Keys(SOURCE, &shape::SOURCE)),
    ("skill", Whole),
    ("levels", Change::Parts(&LEVELS)),
    ("floor", Whole),
    ("dimensions", Change::Parts(&DIMENSIONS)),
    ("scales", Change::Parts(&SCALES)),
    ("criteria", Change::Parts(&CRITERIA)),
    ("kpis", Change::Parts(&KPIS)),
    ("rules", Keys(RULES, &shape::RULES)),
];

static SOURCE: &Table = &[("framework", Text), ("section", Text), ("notice", Text)];

static LEVELS: Parts = Parts {
    part: Part::Level,
    shape: &shape::LEVEL,
    keys: &[
        ("number", Whole),
        ("title", Text),
        ("summary", Text),
        ("renamed_from", Whole),
    ],
    needs: &[&["number"]],
    needs_if_near: &[&["title"]],
};

static DIMENSIONS: Parts = Parts {
    part: Part::Dimension,
    shape: &shape::DIMENSION,
    keys: &[
        ("title", Text),
        ("weight", Whole),
        ("aggregate", Whole),
        ("dimensions", Change::Parts(&DIMENSIONS)),
        ("renamed_from", Whole),
    ],
    needs: &[&["title"]],
    needs_if_near: &[&["weight", "parent"]],
};

static SCALES: Parts = Parts {
    part: Part::Scale,
    shape: &shape::SCALE,
    keys: &[
        ("min", Whole),
        ("max", Whole),
        ("choices", Change::Parts(&CHOICES)),
        ("unit", Whole),
    ],
    needs: &[&["choices", "min"], &["choices", "max"]],
    needs_if_near: &[],
};

static CHOICES: Parts = Parts {
    part: Part::Choice,
    shape: &shape::CHOICE,
    keys: &[("value", Whole), ("title", Text), ("renamed_from", Whole)],
    needs: &[&["value"]],
    needs_if_near: &[&["title"]],
};

static CRITERIA: Parts = Parts {
    part: Part::Criterion,
    shape: &shape::CRITERION,
    keys: &[
        ("title", Text),
        ("description", Text),
        ("weight", Whole),
        ("polarity", Whole),
        ("supports", Whole),
        ("level", Whole),
        ("dimension", Whole),
        ("renamed_from", Whole),
        ("questions", Change::Parts(&QUESTIONS)),
        // Of a criterion that is its own question:
        ("text", Text),
        ("guidance", Text),
        ("evidence", Whole),
        ("valid_for", Whole),
        ("kpi", Whole),
        ("conflicts_with", Whole),
        ("scale", Whole),
    ],
    needs: &[&["dimension"]],
    needs_if_near: &[&["title", "text", "questions"]],
};

static QUESTIONS: Parts = Parts {
    part: Part::Question,
    shape: &shape::QUESTION,
    keys: &[
        ("text", Text),
        ("guidance", Text),
        ("evidence", Whole),
        ("valid_for", Whole),
        ("kpi", Whole),
        ("conflicts_with", Whole),
        ("weight", Whole),
        ("scale", Whole),
        ("renamed_from", Whole),
    ],
    needs: &[&["text"]],
    needs_if_near: &[&["scale"]],
};

static KPIS: Parts = Parts {
    part: Part::Kpi,
    shape: &shape::KPI,
    keys: &[
        ("title", Text),
        ("definition", Text),
        ("formula", Text),
        ("clock", Text),
        ("population", Text),
        ("unit", Whole),
        ("direction", Whole),
        ("frequency", Whole),
        ("aggregate", Whole),
        ("dimension", Whole),
        ("weight", Whole),
        ("bands", Edges),
        ("target", Whole),
        ("targets", Whole),
        ("source", Text),
        ("renamed_from", Whole),
    ],
    needs: &[&["title"]],
    needs_if_near: &[&["unit"]],
};

static RULES: &Table = &[
    ("level", Keys(LEVEL_RULE, &shape::LEVEL_RULE)),
    ("aggregate", Whole),
    ("kpi_weight", Whole),
];

static LEVEL_RULE: &Table = &[
    ("scope", Whole),
    ("method", Whole),
    ("bands", Edges),
    ("decimals", Whole),
    ("quantifier", Whole),
    ("met_at", Whole),
    ("lower_levels", Keys(LOWER_LEVELS, &shape::LOWER_LEVELS)),
    ("unanswered", Whole),
    ("not_applicable", Whole),
];

static LOWER_LEVELS: &Table = &[("met_at", Whole)];

/// Dimensions are read by recursion; an overlay may not nest them deeper than any file could.
const DEEPEST: usize = 30;

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

/// What an entry of an overlay does; with the present id of what is there already.
enum Meant<'d> {
    Hide(String, Entry<'d>),
    Change(String, Entry<'d>),
    Add(Entry<'d>),
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

    fn parts(
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
    fn entries(&mut self, owner: Owner<'_>, list: List, parts: &'static Parts, by_id: Node<'d>) {
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
    fn list(
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

    fn new_list(
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
    fn drop_own_question(&mut self, criterion: At) {
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

    fn index(&self, parts: &Parts, list: At) -> Index {
        let mut index = Index::default();
        // Dimensions are indexed as one tree, whichever list of them is changed first.
        let list = match parts.part {
            Part::Dimension => self.graft.get(self.root, "dimensions").unwrap_or(list),
            _ => list,
        };
        self.index_list(list, 0, &mut index);
        index
    }

    fn index_list(&self, list: At, depth: usize, index: &mut Index) {
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

    fn index_part(&self, id: &str, at: At, depth: usize, position: usize, index: &mut Index) {
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

    fn former_ids(&self, part: At) -> Vec<String> {
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
    fn meant(
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

    fn hidden_entry(
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

    fn changed_entry(
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
    fn indexed(&self, list: List, id: &str) -> Option<Found> {
        self.indexes.get(&list.index)?.by_id.get(id).copied()
    }

    /// The part of this id, or that went by it before, with its present id.
    fn found(&self, list: List, entry: &Entry<'d>) -> Option<(String, At)> {
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
    fn changes_built_in(&self, parts: &Parts, entry: &Entry<'d>) -> Option<&'m Scale> {
        if !matches!(parts.part, Part::Scale) || is_own_definition(&entry.keys) {
            return None;
        }
        let mut built_in = self.built_in.iter();
        built_in.find(|scale| scale.id.as_str() == entry.name)
    }

    /// Notes whatever stands beside `hide`, which nothing would read.
    fn without_other_keys(&mut self, parts: &Parts, mut keys: Fields<'d>) {
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

    fn change(
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
    fn note_former_ids(&mut self, list: List, id: &str, part: At) {
        for former in self.former_ids(part) {
            if let Some(index) = self.indexes.get_mut(&list.index) {
                index.former.entry(former).or_insert_with(|| id.to_owned());
            }
        }
    }

    /// A level that is given another number is gone for whatever names the old one.
    fn note_renumbered(&mut self, level: At, entry: &Entry<'d>) {
        let old = self.graft.text_of(level, "number").map(str::to_owned);
        let new = entry.keys.peek("number").and_then(Node::scalar);
        if let (Some(old), Some(new)) = (old, new)
            && old != new.text
        {
            self.note_hidden_level(old, entry.key.place());
        }
    }

    /// Rubrics speak of levels by number.
    fn note_hidden_level(&mut self, number: String, place: Place) {
        let hidden = HiddenPart {
            part: Part::Level,
            id: number.clone(),
            place,
        };
        self.hidden.levels.entry(number).or_insert(hidden);
    }

    /// Takes a part out, and remembers every name that it was known by.
    fn hide(
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
    fn hide_below(&mut self, dimension: At, hidden: &HiddenPart) {
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

    fn note_hidden(&mut self, part: Part, name: String, hidden: &HiddenPart) {
        let key = (part, name);
        self.hidden.parts.entry(key).or_insert(hidden.clone());
    }

    /// Every id that a part goes by or went by.
    fn names(&self, part: At, id: &str) -> Vec<String> {
        let mut names = self.former_ids(part);
        names.push(id.to_owned());
        names
    }

    /// An entry that hides what the rubric does not have. What is hidden already may be hidden again.
    fn hidden_nothing(
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

    /// Whether an entry for an id that the rubric does not have is a new part; else it is a mistake, and noted.
    fn is_addition(
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
    fn additions(
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
    fn parent_to_come(
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
    fn without_parents(
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
    fn near(&mut self, list: List, name: &str) -> Option<String> {
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
    fn known(&self, list: List) -> Vec<String> {
        const MORE_THAN_LISTED: usize = 13;
        let index = self.indexes.get(&list.index);
        let ids = index.into_iter().flat_map(Index::living);
        ids.take(MORE_THAN_LISTED).map(str::to_owned).collect()
    }

    fn add(&mut self, owner: Owner<'_>, list: List, parts: &'static Parts, mut entry: Entry<'d>) {
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
            } else if let Edges = change {
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
    fn parent(
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
    fn add_to(
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
    fn written_out(&mut self, scale: &Scale, place: Place) -> At {
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

    fn write(&mut self, mapping: At, name: &'static str, text: String, place: Place) {
        let (key, value) = (
            self.graft.scalar(name, place),
            self.graft.scalar(text, place),
        );
        self.graft.push_entry(mapping, key, value);
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

    /// Criteria below a hidden dimension go with it, and one whose questions are all hidden with them. What an
    /// overlay itself puts there stays, to be told when it is read.
    fn hide_what_is_left_empty(&mut self) {
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

    /// Whether a dimension that was hidden is there again, by another overlay.
    fn has_dimension(&self, id: &str) -> bool {
        let index = self.indexes.get(&self.root);
        index.is_some_and(|index| index.by_id.contains_key(id))
    }

    /// New levels come where their numbers belong.
    fn sort_in_new_levels(&mut self) {
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
    fn living(&self) -> impl Iterator<Item = &str> {
        let ids = self.ids.iter().map(String::as_str);
        ids.filter(|id| self.by_id.contains_key(*id))
    }
}

/// The name that a part is known by in its rubric: a question's or choice's stands behind its owner's.
fn full_name(owner: Owner<'_>, part: Part, id: &str) -> String {
    match part {
        Part::Question | Part::Choice => format!("{}.{id}", owner.id),
        Part::Level | Part::Dimension | Part::Scale | Part::Criterion | Part::Kpi => id.to_owned(),
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

/// The keys of which none is there, each by the first that would do.
fn lacking(needs: &[&[&'static str]], keys: &Fields<'_>) -> Vec<&'static str> {
    let lacking = needs
        .iter()
        .filter(|any| !any.iter().any(|name| keys.has(name)));
    lacking.map(|any| any[0]).collect()
}

/// `dimension`, `title`
fn quoted(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

fn unknown_part(parts: &Parts, entry: &Entry<'_>) -> Diagnostic {
    Diagnostic::error(Code::UnknownPart, entry.key.place())
        .with("part", parts.part.as_str())
        .with("written", entry.name)
}

/// Whether a new part may name the one that it belongs to: a dimension that is not written inside another.
fn may_name_parent(owner: Owner<'_>, parts: &Parts) -> bool {
    matches!(parts.part, Part::Dimension) && owner.id.is_empty()
}

/// The circles among new dimensions that name each other as parents, each from its first id on.
fn circles<'d>(ways: &BTreeMap<&'d str, (&'d str, Place)>) -> Vec<Vec<&'d str>> {
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

fn parent_circle(circle: &[&str], ways: &BTreeMap<&str, (&str, Place)>) -> Diagnostic {
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
fn is_own_definition(keys: &Fields<'_>) -> bool {
    let lists_choices = keys
        .peek("choices")
        .is_some_and(|node| matches!(node.shape(), Shape::Sequence));
    lists_choices || (keys.has("min") && keys.has("max"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::read::{rubric, yaml};

    /// The keys that an overlay may change, by the part that has them.
    fn changed() -> Vec<(&'static str, BTreeSet<&'static str>)> {
        let names = |table: &Table| table.iter().map(|(name, _)| *name).collect();
        vec![
            ("rubric", names(RUBRIC)),
            ("source", names(SOURCE)),
            ("level", names(LEVELS.keys)),
            ("dimension", names(DIMENSIONS.keys)),
            ("scale", names(SCALES.keys)),
            ("choice", names(CHOICES.keys)),
            ("criterion", names(CRITERIA.keys)),
            ("question", names(QUESTIONS.keys)),
            ("kpi", names(KPIS.keys)),
            ("rules", names(RULES)),
            ("rule", names(LEVEL_RULE)),
            ("lower", names(LOWER_LEVELS)),
        ]
    }

    /// A rubric with a key in each part that nothing reads, called by the part.
    const EVERY_PART: &str = "
regua: 1
id: every-part
qq-rubric: 1
source: {qq-source: 1}
levels: [{id: one, number: 1, qq-level: 1}]
dimensions: [{id: d, qq-dimension: 1}]
scales:
  numbers: {min: 0, max: 1, qq-scale: 1}
  words: {choices: [{id: no, value: 0, qq-choice: 1}], qq-scale: 1}
criteria:
  - {id: own, dimension: d, qq-criterion: 1}
  - {id: several, dimension: d, qq-criterion: 1, questions: [{id: a, qq-question: 1}, {id: b}]}
kpis: [{id: k, direction: higher, qq-kpi: 1}]
rules: {qq-rules: 1, level: {qq-rule: 1, lower_levels: {qq-lower: 1}}}
";

    #[test]
    fn whatever_a_rubric_may_say_an_overlay_may_change() {
        let mut diagnostics = Diagnostics::new();
        let tree = yaml::parse(FileIndex(0), EVERY_PART, &mut diagnostics).expect("it is YAML");
        rubric::rubric(tree.root(), &Hidden::default(), None, &mut diagnostics);
        let mut read: HashMap<String, BTreeSet<String>> = HashMap::new();
        for problem in diagnostics.into_found() {
            assert_eq!(problem.code, Code::UnknownKey, "{problem:?}");
            let argument = |name: &str| {
                let mut arguments = problem.arguments.iter();
                let found = arguments.find(|(known, _)| *known == name);
                found.map_or("", |(_, value)| value.as_str())
            };
            let part = argument("key").trim_start_matches("qq-").to_owned();
            let known = argument("known").split(", ").map(str::to_owned);
            read.entry(part).or_default().extend(known);
        }
        for (part, changed) in changed() {
            // What a thing is, and that it is a rubric, no overlay changes.
            let not_changed = |name: &&str| !["regua", "id"].contains(name);
            let read: BTreeSet<&str> = read[part].iter().map(String::as_str).collect();
            let read: BTreeSet<&str> = read.into_iter().filter(not_changed).collect();
            assert_eq!(
                read, changed,
                "the reader and `overlay.rs` differ on the keys of a {part}"
            );
        }
    }
}
