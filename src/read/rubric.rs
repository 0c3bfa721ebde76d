//! Rubrics: the file's shape and its checks, side by side.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::bands::{self, Floor, Ladder};
use super::fields::{self, Fields};
use super::ids::{Ids, Part, check_former_ids, duplicate_id, former_ids, renamed};
use super::kpi::{Surroundings, kpi_definition};
use super::names::{former_names, names, supports, unknown_dimension, unknown_level};
use super::overlay::{Hidden, HiddenPart, hidden_in_use};
use super::rules::{AGGREGATES, default_rules, rules};
use super::scales::{built_in_scales, scale};
use super::shape;
use super::yaml::{Node, Shape};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::{
    Criterion, CriterionIndex, Dimension, DimensionIndex, Exact, FormerId, Id, Kpi, Level, Method,
    Place, Polarity, Question, QuestionIndex, Rubric, Scale, Source, WorkingDay,
};

/// The words for whether a criterion is to be there.
pub(super) const POLARITIES: [(&str, Polarity); 2] = [
    ("presence", Polarity::Presence),
    ("absence", Polarity::Absence),
];

/// The words for whether an answer needs evidence.
pub(super) const EVIDENCE: [(&str, bool); 2] = [("optional", false), ("required", true)];

/// Reads a rubric, of which overlays took out what is `hidden`. What could be read is given even when
/// something else is wrong.
pub(crate) fn rubric(
    root: Node<'_>,
    hidden: &Hidden,
    working_day: Option<&WorkingDay>,
    diagnostics: &mut Diagnostics,
) -> Option<Rubric> {
    let mut keys = Fields::of(root, &shape::RUBRIC, diagnostics)?;
    fields::format_version(&mut keys, diagnostics);
    let id_node = keys.require("id", diagnostics)?;
    let id = fields::id(id_node, diagnostics)?;
    let version = fields::optional_string(&mut keys, "version", diagnostics);
    let title = fields::title_or(&mut keys, &id, diagnostics);
    let source = keys
        .take("source")
        .and_then(|node| source(node, diagnostics))
        .unwrap_or_default();
    let skill = keys
        .take("skill")
        .and_then(|node| fields::id(node, diagnostics));
    let errors_before = diagnostics.count(Severity::Error);
    let levels = section(&mut keys, "levels", diagnostics)
        .map(|node| levels(node, diagnostics))
        .unwrap_or_default();
    let are_levels_whole = diagnostics.count(Severity::Error) == errors_before;
    let mut uses = HiddenInUse::default();
    let floor_node = keys.take("floor");
    let mut floor =
        floor_node.and_then(|node| floor(node, &levels, hidden, &mut uses, diagnostics));
    let is_ladder_whole = diagnostics.count(Severity::Error) == errors_before;
    let mut reader = RubricReader {
        hidden,
        working_day,
        uses,
        diagnostics,
        dimensions: Vec::new(),
        scales: built_in_scales(),
        criteria: Vec::new(),
        questions: Vec::new(),
        conflicts: Vec::new(),
        forgotten: HashSet::new(),
        levels: &levels,
        are_levels_whole,
        are_dimensions_whole: true,
        are_scales_whole: true,
    };
    let errors_before = reader.diagnostics.count(Severity::Error);
    let errors_before_questions = errors_before;
    if let Some(node) = section(&mut keys, "dimensions", reader.diagnostics) {
        reader.dimensions(node, None, 0);
    }
    reader.are_dimensions_whole = reader.diagnostics.count(Severity::Error) == errors_before;
    let errors_before = reader.diagnostics.count(Severity::Error);
    if let Some(node) = section(&mut keys, "scales", reader.diagnostics) {
        reader.scales(node);
    }
    reader.are_scales_whole = reader.diagnostics.count(Severity::Error) == errors_before;
    if let Some(node) = keys.take("criteria") {
        reader.criteria(node);
    }
    reader.connect_conflicts();
    reader.check_former_ids();
    let are_questions_whole = reader.diagnostics.count(Severity::Error) == errors_before_questions;
    let kpis = match keys.take("kpis") {
        Some(node) => reader.kpis(node, floor),
        None => Vec::new(),
    };
    let RubricReader {
        dimensions,
        scales,
        criteria,
        questions,
        uses,
        diagnostics,
        ..
    } = reader;
    uses.tell(diagnostics);
    let ladder = Ladder {
        levels: &levels,
        floor: match (floor_node, floor) {
            (None, _) => Floor::Unwritten,
            (Some(_), None) => Floor::None,
            (Some(_), Some(floor)) => Floor::At(floor),
        },
        is_whole: is_ladder_whole,
    };
    let mut rules = match keys.take("rules") {
        Some(node) => rules(node, id_node.place(), &ladder, diagnostics),
        None => default_rules(id_node.place()),
    };
    if let (None, Method::Banded(own)) = (floor_node, &rules.level.method) {
        floor = bands::implied_floor(own, &levels);
    }
    if let Some(node) = floor_node {
        rules.places.floor = node.place();
    }
    keys.finish(diagnostics);
    let rubric = Rubric {
        id,
        version: version.unwrap_or_else(|| "1.0.0".to_owned()),
        title,
        source,
        skill,
        floor,
        floor_place: floor_node.map(|node| node.place()),
        levels: levels.clone(),
        dimensions,
        scales,
        criteria,
        questions,
        kpis,
        rules,
        place: id_node.place(),
        overlays: Vec::new(),
    };
    bands::check_kpi_weight(&rubric, diagnostics);
    if are_questions_whole {
        bands::check_range(&rubric, diagnostics);
    }
    Some(rubric)
}

/// A part of the rubric that others refer to: a misspelt one is noted here, before they seem to be wrong.
fn section<'d>(
    keys: &mut Fields<'d>,
    name: &'static str,
    diagnostics: &mut Diagnostics,
) -> Option<Node<'d>> {
    if !keys.has(name)
        && let Some(problem) = keys.misspelt(name)
    {
        diagnostics.push(problem);
    }
    keys.take(name)
}

/// Reads where something comes from, and what must be said about it.
pub(super) fn source(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<Source> {
    let mut keys = Fields::of(node, &shape::SOURCE, diagnostics)?;
    let source = Source {
        framework: fields::optional_text(&mut keys, "framework", diagnostics),
        section: fields::optional_text(&mut keys, "section", diagnostics),
        notice: fields::optional_text(&mut keys, "notice", diagnostics),
    };
    keys.finish(diagnostics);
    Some(source)
}

/// A floor is a level's number, or one below them all, or the word `none`.
fn floor(
    node: Node<'_>,
    levels: &[Level],
    hidden: &Hidden,
    uses: &mut HiddenInUse,
    diagnostics: &mut Diagnostics,
) -> Option<u32> {
    if node.scalar().is_some_and(|scalar| scalar.text == "none") {
        return None;
    }
    let floor = fields::whole_number(node, 0, 100, diagnostics)?;
    let is_below_all = levels.first().is_none_or(|lowest| floor < lowest.number);
    if !is_below_all && !levels.iter().any(|level| level.number == floor) {
        if let Some(hidden) = hidden.find_level(floor) {
            uses.note(hidden, node.place());
            return None;
        }
        diagnostics.push(unknown_level(node.place(), floor, levels));
        return None;
    }
    Some(floor)
}

/// What overlays hide and the rubric still needs, each with where it does.
#[derive(Default)]
struct HiddenInUse {
    uses: BTreeMap<Place, (HiddenPart, Vec<Place>)>,
}

impl HiddenInUse {
    fn note(&mut self, hidden: &HiddenPart, place: Place) {
        let uses = self.uses.entry(hidden.place);
        let (_, places) = uses.or_insert_with(|| (hidden.clone(), Vec::new()));
        places.push(place);
    }

    /// One problem for each, at the overlay that hides it.
    fn tell(self, diagnostics: &mut Diagnostics) {
        const MOST_SHOWN: usize = 3;
        for (hidden, places) in self.uses.into_values() {
            let mut problem = hidden_in_use(&hidden);
            for place in places.into_iter().take(MOST_SHOWN) {
                problem = problem.related(place, "used");
            }
            diagnostics.push(problem);
        }
    }
}

fn levels(node: Node<'_>, diagnostics: &mut Diagnostics) -> Vec<Level> {
    let mut levels: Vec<Level> = Vec::new();
    let mut former: Vec<Vec<FormerId>> = Vec::new();
    let mut seen = Ids::default();
    for item in fields::items(node, diagnostics) {
        let Some(mut keys) = Fields::of(item, &shape::LEVEL, diagnostics) else {
            continue;
        };
        let id_node = keys.require("id", diagnostics);
        let id = id_node.and_then(|node| fields::id(node, diagnostics));
        let number_node = keys.require("number", diagnostics);
        let number = number_node.and_then(|node| fields::whole_number(node, 0, 100, diagnostics));
        let renamed_from = former_ids(&mut keys, diagnostics);
        let (Some(id), Some(number)) = (id, number) else {
            keys.take("title");
            keys.take("summary");
            keys.finish(diagnostics);
            continue;
        };
        let title = fields::title_or(&mut keys, &id, diagnostics);
        let summary = fields::optional_text(&mut keys, "summary", diagnostics);
        keys.finish(diagnostics);
        if let Some(node) = id_node {
            seen.note(&id, node.place(), diagnostics);
        }
        if let (Some(last), Some(node)) = (levels.last(), number_node)
            && number <= last.number
        {
            diagnostics.push(
                Diagnostic::error(Code::LevelOrder, node.place())
                    .with("number", number)
                    .with("last", last.number)
                    .help("help"),
            );
            continue;
        }
        levels.push(Level {
            id,
            number,
            title,
            summary,
            place: id_node.map_or(item.place(), |node| node.place()),
        });
        former.push(renamed_from);
    }
    let named = levels.iter().zip(&former);
    let named = named.map(|(level, former)| (&level.id, level.place, former.as_slice()));
    check_former_ids(named, diagnostics);
    levels
}

struct RubricReader<'r> {
    hidden: &'r Hidden,
    working_day: Option<&'r WorkingDay>,
    uses: HiddenInUse,
    diagnostics: &'r mut Diagnostics,
    dimensions: Vec<Dimension>,
    scales: Vec<Scale>,
    criteria: Vec<Criterion>,
    questions: Vec<Question>,
    /// Conflicts by the question that declares them, to be connected once every question is known.
    conflicts: Vec<(usize, String, Place)>,
    /// Questions of criteria that could not be read: to name one is no second mistake.
    forgotten: HashSet<String>,
    levels: &'r [Level],
    /// Whether every level, dimension and scale could be read: an unknown one may else be its fault.
    are_levels_whole: bool,
    are_dimensions_whole: bool,
    are_scales_whole: bool,
}

/// What a question is called, and where.
struct Named {
    key: String,
    full_key: String,
    among: Among,
    place: Place,
}

/// How many questions its criterion has.
#[derive(Clone, Copy)]
enum Among {
    /// The criterion is its own question.
    Itself,
    One,
    Several,
}

/// Whether something is written in the same file as what is at `place`.
fn is_beside(item: Node<'_>, place: Place) -> bool {
    let id = item
        .entries()
        .find(|(key, _)| key.scalar().is_some_and(|scalar| scalar.text == "id"));
    id.is_some_and(|(_, id)| id.place().file == place.file)
}

impl RubricReader<'_> {
    fn dimensions(&mut self, node: Node<'_>, parent: Option<DimensionIndex>, depth: usize) {
        for item in fields::items(node, self.diagnostics) {
            let Some(mut keys) = Fields::of(item, &shape::DIMENSION, self.diagnostics) else {
                continue;
            };
            let Some(id_node) = keys.require("id", self.diagnostics) else {
                continue;
            };
            let Some(id) = fields::id(id_node, self.diagnostics) else {
                continue;
            };
            if let Some(first) = self.dimensions.iter().find(|known| known.id == id) {
                let problem = duplicate_id(&id, id_node.place(), first.place);
                self.diagnostics.push(problem);
                continue;
            }
            let title = fields::title_or(&mut keys, &id, self.diagnostics);
            let (weight, weight_place) = fields::weight_and_place(&mut keys, self.diagnostics);
            let aggregate_node = keys.take("aggregate");
            let aggregate =
                aggregate_node.and_then(|node| fields::word(node, &AGGREGATES, self.diagnostics));
            let renamed_from = former_ids(&mut keys, self.diagnostics);
            let index = DimensionIndex(self.dimensions.len());
            self.dimensions.push(Dimension {
                id,
                title,
                weight,
                weight_place,
                aggregate,
                aggregate_place: aggregate_node.map(|node| node.place()),
                parent,
                depth,
                renamed_from,
                place: id_node.place(),
            });
            if let Some(children) = keys.take("dimensions") {
                self.dimensions(children, Some(index), depth + 1);
            }
            keys.finish(self.diagnostics);
        }
    }

    fn scales(&mut self, node: Node<'_>) {
        if Fields::by_name(node, self.diagnostics).is_none() {
            return;
        }
        for (_, key, value) in fields::entries(node, &mut Diagnostics::new()) {
            let Some(id) = fields::id(key, self.diagnostics) else {
                continue;
            };
            if let Some(scale) = scale(id.clone(), key, value, self.diagnostics) {
                // A rubric's own scale stands before the built-in one of the same name.
                self.scales.retain(|known| known.id != id);
                self.scales.push(scale);
            }
        }
    }

    fn criteria(&mut self, node: Node<'_>) {
        let mut seen = Ids::default();
        for item in fields::items(node, self.diagnostics) {
            let Some(mut keys) = Fields::of(item, &shape::CRITERION, self.diagnostics) else {
                continue;
            };
            // Without an id the rest of it is not read, so nothing can be said of its keys.
            let Some(id_node) = keys.require("id", self.diagnostics) else {
                continue;
            };
            let Some(id) = fields::id(id_node, self.diagnostics) else {
                continue;
            };
            self.criterion(&mut keys, id, id_node.place(), &mut seen);
            keys.finish(self.diagnostics);
        }
    }

    fn criterion(
        &mut self,
        keys: &mut Fields<'_>,
        id: Id,
        place: Place,
        seen: &mut Ids,
    ) -> Option<()> {
        let diagnostics = &mut *self.diagnostics;
        let title = fields::title_or(keys, &id, diagnostics);
        let description = fields::optional_text(keys, "description", diagnostics);
        let (weight, weight_place) = fields::weight_and_place(keys, diagnostics);
        let renamed_from = former_ids(keys, diagnostics);
        let polarity = keys
            .take("polarity")
            .and_then(|node| fields::word(node, &POLARITIES, diagnostics))
            .unwrap_or(Polarity::Presence);
        let supports = keys
            .take("supports")
            .and_then(|node| supports(node, diagnostics));
        let level_node = keys.take("level");
        let level = level_node.and_then(|node| self.level(node));
        let dimension = self.dimension_of(keys);
        let index = CriterionIndex(self.criteria.len());
        let first = self.questions.len();
        if let Some(list) = keys.take("questions") {
            self.questions_of(&id, place, list, index);
        } else {
            let key = id.as_str().to_owned();
            let named = Named {
                full_key: key.clone(),
                key,
                among: Among::Itself,
                place,
            };
            self.question(keys, named, index);
        }
        if !seen.note(&id, place, self.diagnostics) {
            self.forget_questions(first);
            return None;
        }
        let (Some(dimension), true) = (dimension, self.questions.len() > first) else {
            self.forget_questions(first);
            return None;
        };
        if self.questions[first..]
            .iter()
            .all(|question| question.weight.is_zero())
        {
            let problem = Diagnostic::error(Code::NoWeight, place).with("id", &id);
            self.diagnostics.push(problem.help("help"));
        }
        self.criteria.push(Criterion {
            id,
            title,
            description,
            dimension,
            level,
            level_place: level_node.map(|node| node.place()),
            weight,
            weight_place,
            polarity,
            supports,
            questions: first..self.questions.len(),
            renamed_from,
            place,
        });
        Some(())
    }

    /// Forgets the questions of a criterion that cannot be kept, from `first` on.
    fn forget_questions(&mut self, first: usize) {
        let keys = self.questions.drain(first..).map(|question| question.key);
        self.forgotten.extend(keys);
        let kept = self
            .conflicts
            .partition_point(|(question, ..)| *question < first);
        self.conflicts.truncate(kept);
    }

    fn questions_of(
        &mut self,
        criterion: &Id,
        place: Place,
        list: Node<'_>,
        index: CriterionIndex,
    ) {
        let items = fields::items(list, self.diagnostics);
        if items.is_empty() && matches!(list.shape(), Shape::Sequence) {
            self.diagnostics
                .push(fields::missing_key(list.place(), "questions"));
        }
        let is_only = items.len() == 1;
        // A question that an overlay adds leaves the key of the only one before it as it was.
        let own = items.iter().filter(|item| is_beside(**item, place)).count();
        let mut ids = Vec::new();
        let first = self.questions.len();
        let mut seen = Ids::default();
        for item in items {
            let Some(mut keys) = Fields::of(item, &shape::QUESTION, self.diagnostics) else {
                continue;
            };
            let Some(id_node) = keys.require("id", self.diagnostics) else {
                continue;
            };
            let Some(id) = fields::id(id_node, self.diagnostics) else {
                continue;
            };
            if !seen.note(&id, id_node.place(), self.diagnostics) {
                continue;
            }
            let full_key = format!("{criterion}.{id}");
            let has_short_key = is_only || own == 1 && is_beside(item, place);
            let named = Named {
                key: match has_short_key {
                    true => criterion.as_str().to_owned(),
                    false => full_key.clone(),
                },
                full_key,
                among: match is_only {
                    true => Among::One,
                    false => Among::Several,
                },
                place: id_node.place(),
            };
            self.question(&mut keys, named, index);
            keys.finish(self.diagnostics);
            ids.push(id);
        }
        let read = ids.iter().zip(&self.questions[first..]);
        let named = read.map(|(id, question)| (id, question.place, &question.renamed_from[..]));
        check_former_ids(named, self.diagnostics);
    }

    fn question(&mut self, keys: &mut Fields<'_>, named: Named, criterion: CriterionIndex) {
        let diagnostics = &mut *self.diagnostics;
        let own_question = self.questions.len();
        let text = fields::optional_text(keys, "text", diagnostics);
        let guidance = fields::optional_text(keys, "guidance", diagnostics);
        let evidence_required = keys
            .take("evidence")
            .and_then(|node| fields::word(node, &EVIDENCE, diagnostics));
        let valid_for = keys
            .take("valid_for")
            .and_then(|node| fields::length(node, diagnostics));
        let kpi_node = keys.take("kpi");
        let kpi = kpi_node.and_then(|node| fields::id(node, diagnostics));
        if let Some(list) = keys.take("conflicts_with") {
            for item in fields::items(list, diagnostics) {
                if let Some(other) = fields::string(item, diagnostics) {
                    self.conflicts.push((own_question, other, item.place()));
                }
            }
        }
        // A criterion that has one question, or is its own, has one weight: the criterion's.
        let (weight, idle_weight) = match named.among {
            Among::Several => (fields::weight(keys, diagnostics), None),
            Among::One => (Exact::ONE, idle_weight(keys, diagnostics)),
            Among::Itself => (Exact::ONE, None),
        };
        let scale = match keys.take("scale") {
            Some(node) => self.scale_named(node),
            None => self
                .scales
                .iter()
                .position(|scale| scale.id.as_str() == "achievement"),
        };
        let renamed_from = match named.among {
            Among::Several | Among::One => former_ids(keys, self.diagnostics),
            Among::Itself => Vec::new(), // The criterion's own.
        };
        self.questions.push(Question {
            key: named.key,
            full_key: named.full_key,
            criterion,
            text,
            guidance,
            // An unknown scale is an error already noted, so the stand-in scores nothing.
            scale: scale.unwrap_or_default(),
            weight,
            idle_weight,
            evidence_required: evidence_required.unwrap_or(false),
            valid_for,
            conflicts_with: Vec::new(),
            kpi,
            kpi_place: kpi_node.map(|node| node.place()),
            renamed_from,
            place: named.place,
        });
    }

    fn scale_named(&mut self, node: Node<'_>) -> Option<usize> {
        let scalar = fields::scalar(node, self.diagnostics)?;
        let found = self
            .scales
            .iter()
            .position(|scale| scale.id.as_str() == scalar.text);
        if found.is_none()
            && let Some(hidden) = self.hidden.find(Part::Scale, scalar.text)
        {
            self.uses.note(hidden, node.place());
        } else if found.is_none() && self.are_scales_whole {
            let known: Vec<&str> = self.scales.iter().map(|scale| scale.id.as_str()).collect();
            let problem =
                Diagnostic::error(Code::UnknownScale, node.place()).with("written", scalar.text);
            self.diagnostics
                .push(fields::unknown_name(problem, scalar.text, &known));
        }
        found
    }

    fn level(&mut self, node: Node<'_>) -> Option<u32> {
        let number = fields::whole_number(node, 0, 100, self.diagnostics)?;
        if !self.levels.iter().any(|level| level.number == number) {
            if let Some(hidden) = self.hidden.find_level(number) {
                self.uses.note(hidden, node.place());
            } else if self.are_levels_whole {
                self.diagnostics
                    .push(unknown_level(node.place(), number, self.levels));
            }
            return None;
        }
        Some(number)
    }

    /// The dimension that a criterion names; without one the criterion would be part of nothing.
    fn dimension_of(&mut self, keys: &mut Fields<'_>) -> Option<DimensionIndex> {
        if keys.has("dimension") {
            let node = keys.require("dimension", self.diagnostics)?;
            return self.dimension(node);
        }
        let problem = keys.misspelt("dimension").unwrap_or_else(|| {
            let problem = Diagnostic::error(Code::MissingKey, keys.place())
                .with("key", "dimension")
                .with("empty", "dimension");
            match names(&self.dimensions).as_slice() {
                [] => problem.help("help-no-dimensions"),
                known => fields::listed(problem, known, "help-dimension"),
            }
        });
        self.diagnostics.push(problem);
        None
    }

    fn dimension(&mut self, node: Node<'_>) -> Option<DimensionIndex> {
        let scalar = fields::scalar(node, self.diagnostics)?;
        let mut dimensions = self.dimensions.iter();
        let found = dimensions.position(|dimension| dimension.id.as_str() == scalar.text);
        let found = found.or_else(|| {
            let went_by_it =
                |dimension: &Dimension| FormerId::any_is(&dimension.renamed_from, scalar.text);
            let found = self.dimensions.iter().position(went_by_it)?;
            let id = self.dimensions[found].id.as_str();
            let told = renamed(Part::Dimension, scalar.text, id, node.place());
            self.diagnostics.push_once(told);
            Some(found)
        });
        if found.is_none()
            && let Some(hidden) = self.hidden.find(Part::Dimension, scalar.text)
        {
            self.uses.note(hidden, node.place());
        } else if found.is_none() && self.are_dimensions_whole {
            let known = names(&self.dimensions);
            self.diagnostics
                .push(unknown_dimension(node.place(), scalar.text, &known));
        }
        found.map(DimensionIndex)
    }

    fn connect_conflicts(&mut self) {
        let mut positions: HashMap<&str, usize> = HashMap::new();
        for (index, question) in self.questions.iter().enumerate() {
            // Where an overlay hides the others, the full key of the last one is still right.
            positions.insert(&question.full_key, index);
            positions.insert(&question.key, index);
        }
        let keys = self.questions.iter().map(|question| question.key.as_str());
        let mut known: Vec<&str> = keys.collect();
        known.sort_unstable();
        let mut connected = Vec::new();
        for (question, other, place) in &self.conflicts {
            if let Some(found) = positions.get(other.as_str()) {
                if found == question {
                    let problem = Diagnostic::error(Code::SelfConflict, *place).with("id", other);
                    self.diagnostics.push(problem.help("help"));
                } else {
                    connected.push((*question, *found));
                }
            } else if !self.forgotten.contains(other) && self.hidden.find_question(other).is_none()
            {
                // What nobody is asked cannot be in conflict with anything.
                let problem =
                    Diagnostic::error(Code::UnknownQuestion, *place).with("written", other);
                self.diagnostics
                    .push(fields::unknown_name(problem, other, &known));
            }
        }
        for (question, other) in connected {
            if let Some(question) = self.questions.get_mut(question) {
                question.conflicts_with.push(QuestionIndex(other));
            }
        }
    }

    /// Former ids of dimensions and criteria; those of questions and choices are told in their lists.
    fn check_former_ids(&mut self) {
        let dimensions = self.dimensions.iter();
        let named = dimensions.map(|part| (&part.id, part.place, &part.renamed_from[..]));
        check_former_ids(named, self.diagnostics);
        let criteria = self.criteria.iter();
        let named = criteria.map(|part| (&part.id, part.place, &part.renamed_from[..]));
        check_former_ids(named, self.diagnostics);
    }

    fn kpis(&mut self, node: Node<'_>, floor: Option<u32>) -> Vec<Kpi> {
        let numbers: BTreeSet<u32> = self.levels.iter().map(|level| level.number).collect();
        let hidden = self.hidden.level_numbers();
        let surroundings = Surroundings {
            levels: (self.are_levels_whole && !self.levels.is_empty())
                .then(|| numbers.iter().copied().chain(floor).chain(hidden).collect()),
            dimensions: self
                .are_dimensions_whole
                .then(|| names(&self.dimensions).into_iter().collect()),
            former_dimensions: former_names(&self.dimensions).collect(),
            hidden: Some(self.hidden),
            working_day: self.working_day,
        };
        let mut kpis = Vec::new();
        for item in fields::items(node, self.diagnostics) {
            kpis.extend(kpi_definition(item, &surroundings, self.diagnostics));
        }
        for band in kpis.iter().flat_map(|kpi| &kpi.bands) {
            let is_hidden = !numbers.contains(&band.level);
            let hidden = self.hidden.find_level(band.level);
            if let Some(hidden) = hidden.filter(|_| is_hidden) {
                self.uses.note(hidden, band.place);
            }
        }
        kpis
    }
}

/// Where the weight of an only question is written, unless it is 1: it shares its criterion with nobody.
fn idle_weight(keys: &mut Fields<'_>, diagnostics: &mut Diagnostics) -> Option<Place> {
    let (weight, place) = fields::weight_and_place(keys, diagnostics);
    place.filter(|_| weight != Exact::ONE)
}
