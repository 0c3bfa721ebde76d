//! Rubrics: the file's shape and its checks, side by side.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::bands::{self, Floor, Ladder};
use super::fields::{self, Fields};
use super::ids::{Ids, Part, check_former_ids, duplicate_id, former_ids, renamed};
use super::kpi::{Surroundings, kpi_definition};
use super::overlay::{Hidden, HiddenPart, hidden_in_use};
use super::yaml::{Node, Shape};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::{
    Aggregate, Choice, Criterion, CriterionIndex, Dimension, DimensionIndex, Exact, FormerId, Id,
    Kpi, Level, LevelRule, LevelRulePlaces, Method, NotApplicable, Place, Polarity, Quantifier,
    Question, QuestionIndex, Rating, Rubric, RulePlaces, Rules, Scale, ScaleKind, Scope, Source,
    Text, Threshold, Unanswered, Unit,
};

const AGGREGATES: [(&str, Aggregate); 5] = [
    ("mean", Aggregate::Mean),
    ("sum", Aggregate::Sum),
    ("min", Aggregate::Min),
    ("max", Aggregate::Max),
    ("median", Aggregate::Median),
];

/// Reads a rubric, of which overlays took out what is `hidden`. What could be read is given even when
/// something else is wrong.
pub(crate) fn rubric(
    root: Node<'_>,
    hidden: &Hidden,
    diagnostics: &mut Diagnostics,
) -> Option<Rubric> {
    let mut keys = Fields::of(root, diagnostics)?;
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

fn source(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<Source> {
    let mut keys = Fields::of(node, diagnostics)?;
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
        let Some(mut keys) = Fields::of(item, diagnostics) else {
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
            let Some(mut keys) = Fields::of(item, self.diagnostics) else {
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
        if Fields::of(node, self.diagnostics).is_none() {
            return;
        }
        for (_, key, value) in fields::entries(node, &mut Diagnostics::new()) {
            let Some(id) = fields::id(key, self.diagnostics) else {
                continue;
            };
            if let Some(scale) = self.scale(id.clone(), key, value) {
                // A rubric's own scale stands before the built-in one of the same name.
                self.scales.retain(|known| known.id != id);
                self.scales.push(scale);
            }
        }
    }

    fn scale(&mut self, id: Id, key: Node<'_>, node: Node<'_>) -> Option<Scale> {
        let diagnostics = &mut *self.diagnostics;
        let mut keys = Fields::of(node, diagnostics)?;
        let low = keys
            .take("min")
            .and_then(|node| fields::number(node, diagnostics));
        let high = keys
            .take("max")
            .and_then(|node| fields::number(node, diagnostics));
        let scale = match keys.take("choices") {
            Some(list) => {
                let choices = choices(list, diagnostics);
                Scale {
                    place: Some(key.place()),
                    ..choice_scale(id, choices, low, high)
                }
            }
            None => {
                if !keys.has("min") || !keys.has("max") {
                    diagnostics.push(keys.lacking(&["choices", "min", "max"], key.place()));
                    return None;
                }
                let unit = fields::optional_string(&mut keys, "unit", diagnostics);
                Scale {
                    id,
                    kind: ScaleKind::Numeric(unit.map(|unit| Unit::parse(&unit))),
                    low: low?,
                    high: high?,
                    place: Some(key.place()),
                }
            }
        };
        keys.finish(diagnostics);
        if scale.low >= scale.high {
            let problem = Diagnostic::error(Code::EmptyScale, key.place()).with("scale", &scale.id);
            diagnostics.push(problem.help("help"));
            return None;
        }
        let outside = scale
            .choices()
            .iter()
            .find(|choice| choice.value < scale.low || choice.value > scale.high);
        if let Some(choice) = outside {
            let problem = Diagnostic::error(Code::OutOfRange, key.place())
                .with("written", &choice.value)
                .with("low", &scale.low)
                .with("high", &scale.high);
            diagnostics.push(problem.help("help-between"));
            return None;
        }
        Some(scale)
    }

    fn criteria(&mut self, node: Node<'_>) {
        let mut seen = Ids::default();
        for item in fields::items(node, self.diagnostics) {
            let Some(mut keys) = Fields::of(item, self.diagnostics) else {
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
        const POLARITIES: [(&str, Polarity); 2] = [
            ("presence", Polarity::Presence),
            ("absence", Polarity::Absence),
        ];

        let diagnostics = &mut *self.diagnostics;
        let title = fields::title_or(keys, &id, diagnostics);
        let description = fields::optional_text(keys, "description", diagnostics);
        let (weight, weight_place) = fields::weight_and_place(keys, diagnostics);
        let renamed_from = former_ids(keys, diagnostics);
        let polarity = keys
            .take("polarity")
            .and_then(|node| fields::word(node, &POLARITIES, diagnostics))
            .unwrap_or(Polarity::Presence);
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
            let Some(mut keys) = Fields::of(item, self.diagnostics) else {
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
        const EVIDENCE: [(&str, bool); 2] = [("optional", false), ("required", true)];

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
                connected.push((*question, *found));
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

/// A rubric that is not among those in use, and that nobody ships.
pub(crate) fn unknown_rubric(place: Place, written: &str, rubrics: &[Rubric]) -> Diagnostic {
    let known: Vec<&str> = rubrics.iter().map(|rubric| rubric.id.as_str()).collect();
    let problem = Diagnostic::error(Code::UnknownRubric, place).with("written", written);
    fields::unknown_name(problem, written, &known)
}

/// The names of dimensions, in the order written.
pub(crate) fn names(dimensions: &[Dimension]) -> Vec<&str> {
    let ids = dimensions.iter().map(|dimension| dimension.id.as_str());
    ids.collect()
}

/// Former ids of dimensions, each with the present one.
pub(crate) fn former_names(dimensions: &[Dimension]) -> impl Iterator<Item = (&str, &str)> {
    dimensions.iter().flat_map(|dimension| {
        let former = dimension.renamed_from.iter();
        former.map(|former| (former.id.as_str(), dimension.id.as_str()))
    })
}

/// The dimension of this name in a rubric in use, or that went by it before.
pub(crate) fn dimension_named(
    name: &str,
    place: Place,
    rubric: &Rubric,
    hidden: &Hidden,
    diagnostics: &mut Diagnostics,
) -> Option<DimensionIndex> {
    if let Some(found) = rubric.dimension_by_id(name) {
        return Some(found);
    }
    if let Some(found) = rubric.dimension_by_former_id(name) {
        let id = rubric.dimension(found).id.as_str();
        diagnostics.push_once(renamed(Part::Dimension, name, id, place));
        return Some(found);
    }
    let problem = unknown_dimension(place, name, &names(&rubric.dimensions));
    diagnostics.push(match hidden.find(Part::Dimension, name) {
        Some(hidden) => problem.related(hidden.place, "hidden-here"),
        None => problem,
    });
    None
}

/// A dimension that is not among those known.
pub(crate) fn unknown_dimension(place: Place, written: &str, known: &[&str]) -> Diagnostic {
    let problem = Diagnostic::error(Code::UnknownDimension, place).with("written", written);
    fields::unknown_name(problem, written, known)
}

/// A level's number that the rubric does not have.
pub(crate) fn unknown_level(place: Place, number: u32, levels: &[Level]) -> Diagnostic {
    unknown_number(place, number, levels.iter().map(|level| level.number))
}

/// A number that no level has.
pub(crate) fn unknown_number(
    place: Place,
    number: u32,
    known: impl IntoIterator<Item = u32>,
) -> Diagnostic {
    let known: Vec<String> = known.into_iter().map(|known| known.to_string()).collect();
    Diagnostic::error(Code::UnknownLevel, place)
        .with("written", number)
        .with("known", known.join(", "))
        .help(if known.is_empty() {
            "help-none"
        } else {
            "help-known"
        })
}

fn choices(list: Node<'_>, diagnostics: &mut Diagnostics) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    let mut places = Vec::new();
    let mut seen = Ids::default();
    for item in fields::items(list, diagnostics) {
        let Some(mut keys) = Fields::of(item, diagnostics) else {
            continue;
        };
        let id_node = keys.require("id", diagnostics);
        let id = id_node.and_then(|node| fields::id(node, diagnostics));
        let value = keys
            .require("value", diagnostics)
            .and_then(|node| choice_value(node, diagnostics));
        if let (Some(node), Some(id)) = (id_node, id) {
            seen.note(&id, node.place(), diagnostics);
            let title = fields::title_or(&mut keys, &id, diagnostics);
            let value = value.unwrap_or(Exact::ZERO);
            let renamed_from = former_ids(&mut keys, diagnostics);
            places.push(node.place());
            choices.push(Choice {
                id,
                title,
                value,
                renamed_from,
            });
        }
        keys.finish(diagnostics);
    }
    let named = choices.iter().zip(&places);
    let named = named.map(|(choice, place)| (&choice.id, *place, &choice.renamed_from[..]));
    check_former_ids(named, diagnostics);
    choices
}

/// A choice's value: a number, or a fraction such as `1/3`.
fn choice_value(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<Exact> {
    const LONGEST: usize = 40;
    let fraction = node
        .scalar()
        .filter(|scalar| scalar.text.len() <= LONGEST && scalar.text.contains('/'))
        .and_then(|scalar| Exact::parse_displayed(scalar.text));
    match fraction {
        Some(value) => Some(value),
        None => fields::number(node, diagnostics),
    }
}

/// Choices within 0 and 1 are shares as they stand; others span their own range, or the one declared.
fn choice_scale(id: Id, choices: Vec<Choice>, low: Option<Exact>, high: Option<Exact>) -> Scale {
    let values = || choices.iter().map(|choice| &choice.value);
    let lowest = values().min().cloned().unwrap_or(Exact::ZERO);
    let highest = values().max().cloned().unwrap_or(Exact::ZERO);
    let are_shares = !lowest.is_negative() && highest <= Exact::ONE && !choices.is_empty();
    let (own_low, own_high) = if are_shares {
        (Exact::ZERO, Exact::ONE)
    } else {
        (lowest, highest)
    };
    Scale {
        id,
        low: low.unwrap_or(own_low),
        high: high.unwrap_or(own_high),
        kind: ScaleKind::Choices(choices),
        place: None,
    }
}

/// The scales that every rubric has: the ratings of ISO/IEC 33020, percentages, yes or no, five points.
pub(super) fn built_in_scales() -> Vec<Scale> {
    let id = |text: &str| Id::parse(text).expect("written in kebab-case below");
    let choice = |name: &str, portuguese: &str, english: &str, value: Exact| Choice {
        id: id(name),
        title: Text {
            plain: None,
            portuguese: Some(portuguese.to_owned()),
            english: Some(english.to_owned()),
        },
        value,
        renamed_from: Vec::new(),
    };
    let scale = |name: &str, choices: Vec<Choice>| Scale {
        id: id(name),
        kind: ScaleKind::Choices(choices),
        low: Exact::ZERO,
        high: Exact::ONE,
        place: None,
    };
    let achievement = vec![
        choice("not", "Não", "Not", Exact::ZERO),
        choice("partially", "Parcialmente", "Partially", Exact::ratio(1, 3)),
        choice("largely", "Largamente", "Largely", Exact::ratio(2, 3)),
        choice("fully", "Totalmente", "Fully", Exact::ONE),
    ];
    let yes_no = vec![
        choice("no", "Não", "No", Exact::ZERO),
        choice("yes", "Sim", "Yes", Exact::ONE),
    ];
    let five_point = (1..=5)
        .map(|point: i64| {
            let name = point.to_string();
            choice(&name, &name, &name, Exact::ratio(point - 1, 4))
        })
        .collect();
    vec![
        scale("achievement", achievement),
        scale("yes-no", yes_no),
        scale("five-point", five_point),
        Scale {
            id: id("percent"),
            kind: ScaleKind::Numeric(Some(Unit::parse("%"))),
            low: Exact::ZERO,
            high: Exact::from(100u32),
            place: None,
        },
    ]
}

fn default_rules(place: Place) -> Rules {
    Rules {
        level: LevelRule {
            scope: Scope::All,
            method: Method::Cumulative,
            quantifier: Quantifier::All,
            met_at: Threshold::Rating(Rating::Largely),
            lower_met_at: Threshold::Rating(Rating::Largely),
            unanswered: Unanswered::Blocks,
            not_applicable: NotApplicable::Exclude,
        },
        aggregate: None,
        kpi_weight: Exact::ZERO,
        places: RulePlaces {
            floor: place,
            level: place,
            aggregate: place,
            kpi_weight: place,
            parts: LevelRulePlaces::default(),
        },
    }
}

fn rules(
    node: Node<'_>,
    place: Place,
    ladder: &Ladder<'_>,
    diagnostics: &mut Diagnostics,
) -> Rules {
    let mut rules = default_rules(place);
    let Some(mut keys) = Fields::of(node, diagnostics) else {
        return rules;
    };
    if let Some((key, node)) = keys.take_entry("level") {
        rules.places.level = key.place();
        level_rule(
            node,
            &mut rules.level,
            &mut rules.places.parts,
            ladder,
            diagnostics,
        );
    }
    if let Some(node) = keys.take("aggregate") {
        rules.places.aggregate = node.place();
        rules.aggregate = fields::word(node, &AGGREGATES, diagnostics);
    }
    if let Some(node) = keys.take("kpi_weight")
        && let Some(weight) = fields::number_within(node, &Exact::ZERO, &Exact::ONE, diagnostics)
    {
        rules.kpi_weight = weight;
        rules.places.kpi_weight = node.place();
    }
    keys.finish(diagnostics);
    rules
}

fn level_rule(
    node: Node<'_>,
    rule: &mut LevelRule,
    places: &mut LevelRulePlaces,
    ladder: &Ladder<'_>,
    diagnostics: &mut Diagnostics,
) {
    const SCOPES: [(&str, Scope); 3] = [
        ("all", Scope::All),
        ("rubric", Scope::Rubric),
        ("dimensions", Scope::Dimensions),
    ];
    const UNANSWERED: [(&str, Unanswered); 3] = [
        ("blocks", Unanswered::Blocks),
        ("zero", Unanswered::Zero),
        ("exclude", Unanswered::Exclude),
    ];
    const NOT_APPLICABLE: [(&str, NotApplicable); 3] = [
        ("exclude", NotApplicable::Exclude),
        ("zero", NotApplicable::Zero),
        ("full", NotApplicable::Full),
    ];
    let Some(mut keys) = Fields::of(node, diagnostics) else {
        return;
    };
    if let Some(node) = keys.take("scope") {
        places.scope = Some(node.place());
        rule.scope = fields::word(node, &SCOPES, diagnostics).unwrap_or(rule.scope);
    }
    if let Some(node) = keys.take("method") {
        places.method = Some(node.place());
        method(node, &mut keys, rule, ladder, diagnostics);
    } else {
        bands::without_bands(&mut keys, diagnostics);
    }
    if let Some(node) = keys.take("quantifier") {
        places.quantifier = Some(node.place());
        rule.quantifier = quantifier(node, diagnostics).unwrap_or(Quantifier::All);
    }
    if let Some(node) = keys.take("met_at")
        && let Some(threshold) = threshold(node, diagnostics)
    {
        places.met_at = Some(node.place());
        rule.met_at = threshold;
    }
    rule.lower_met_at = rule.met_at.clone();
    if let Some(node) = keys.take("lower_levels")
        && let Some(mut lower) = Fields::of(node, diagnostics)
    {
        if let Some(node) = lower.take("met_at")
            && let Some(threshold) = threshold(node, diagnostics)
        {
            places.lower_met_at = Some(node.place());
            rule.lower_met_at = threshold;
        }
        lower.finish(diagnostics);
    }
    if let Some(node) = keys.take("unanswered") {
        rule.unanswered = fields::word(node, &UNANSWERED, diagnostics).unwrap_or(rule.unanswered);
    }
    if let Some(node) = keys.take("not_applicable") {
        rule.not_applicable =
            fields::word(node, &NOT_APPLICABLE, diagnostics).unwrap_or(rule.not_applicable);
    }
    keys.finish(diagnostics);
}

fn method(
    node: Node<'_>,
    keys: &mut Fields<'_>,
    rule: &mut LevelRule,
    ladder: &Ladder<'_>,
    diagnostics: &mut Diagnostics,
) {
    const METHODS: [(&str, Option<Method>); 4] = [
        ("cumulative", Some(Method::Cumulative)),
        ("highest", Some(Method::Highest)),
        ("banded", None), // its bands are keys of their own
        ("none", Some(Method::None)),
    ];
    match fields::word(node, &METHODS, diagnostics) {
        Some(None) => {
            let bands = bands::bands(keys, ladder, diagnostics);
            // Without bands an error is noted, and nothing is computed.
            rule.method = bands.map_or(Method::None, Method::Banded);
        }
        Some(Some(method)) => {
            rule.method = method;
            bands::without_bands(keys, diagnostics);
        }
        None => {
            // Whether bands belong here cannot be told.
            keys.take("bands");
            keys.take("decimals");
        }
    }
}

fn quantifier(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<Quantifier> {
    const WORDS: [(&str, bool); 2] = [("all", true), ("any", false)];
    if !matches!(node.shape(), Shape::Mapping) {
        let is_all = fields::word(node, &WORDS, diagnostics)?;
        return Some(if is_all {
            Quantifier::All
        } else {
            Quantifier::Any
        });
    }
    let mut keys = Fields::of(node, diagnostics)?;
    let share = keys
        .require("share", diagnostics)
        .and_then(|node| fields::number_within(node, &Exact::ZERO, &Exact::ONE, diagnostics));
    keys.finish(diagnostics);
    share.map(Quantifier::Share)
}

/// A band's name, or a number from 0 to 1.
fn threshold(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<Threshold> {
    const BANDS: [(&str, Rating); 3] = [
        ("partially", Rating::Partially),
        ("largely", Rating::Largely),
        ("fully", Rating::Fully),
    ];
    let scalar = fields::scalar(node, diagnostics)?;
    if scalar
        .text
        .starts_with(|first: char| first.is_ascii_digit() || first == '-')
    {
        let number = fields::number_within(node, &Exact::ZERO, &Exact::ONE, diagnostics)?;
        return Some(Threshold::Value(number));
    }
    fields::word(node, &BANDS, diagnostics).map(Threshold::Rating)
}
