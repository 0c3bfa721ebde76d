//! KPIs and their readings, as YAML and as CSV.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;

use super::fields::{self, Fields};
use super::ids::{Part, check_former_ids, duplicate_id, former_ids, renamed};
use super::names::{former_names, names, unknown_dimension, unknown_number};
use super::overlay::{Hidden, HiddenPart, hidden_by_overlay, hidden_in_use};
use super::quantity::{Measure, point_or_thousands, quantity, quantity_written};
use super::shape;
use super::yaml::{Node, Shape};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::{
    Aggregation, Band, DateRange, Direction, Edge, Exact, Frequency, Id, Kpi, KpiTarget, Measured,
    Period, Place, Reading, Rubric, ServiceLevel, ServiceLevelReading, Text, Unit, UnitKind,
    Window, WorkingDay,
};

/// The words for which way is better.
pub(super) const DIRECTIONS: [(&str, Direction); 4] = [
    ("higher", Direction::Higher),
    ("lower", Direction::Lower),
    ("range", Direction::Range),
    ("none", Direction::None),
];

/// The words for how readings are pooled.
pub(super) const AGGREGATIONS: [(&str, Aggregation); 4] = [
    ("last", Aggregation::Last),
    ("sum", Aggregation::Sum),
    ("mean", Aggregation::Mean),
    ("ratio", Aggregation::Ratio),
];

/// What a KPI may speak of; `None` where that cannot be told.
#[derive(Default)]
pub(crate) struct Surroundings<'r> {
    /// The numbers of the levels, the floor among them.
    pub(crate) levels: Option<BTreeSet<u32>>,
    /// The names of the dimensions.
    pub(crate) dimensions: Option<BTreeSet<&'r str>>,
    /// Former names of dimensions, each with the present one.
    pub(crate) former_dimensions: BTreeMap<&'r str, &'r str>,
    /// What overlays took out of the rubric that defines it.
    pub(crate) hidden: Option<&'r Hidden>,
    /// How long a working day is, where the workspace says so.
    pub(crate) working_day: Option<&'r WorkingDay>,
}

impl<'r> Surroundings<'r> {
    /// Those of a workspace's own KPI: the dimensions of any rubric in use. Its levels are its own.
    pub(crate) fn of_own(
        rubrics: &'r [Rubric],
        are_whole: bool,
        working_day: Option<&'r WorkingDay>,
    ) -> Surroundings<'r> {
        let dimensions = rubrics.iter().flat_map(|rubric| names(&rubric.dimensions));
        Surroundings {
            levels: None,
            dimensions: (are_whole && !rubrics.is_empty()).then(|| dimensions.collect()),
            former_dimensions: rubrics
                .iter()
                .flat_map(|rubric| former_names(&rubric.dimensions))
                .collect(),
            hidden: None,
            working_day,
        }
    }

    /// The dimension that a KPI names, by its present name; none where an overlay hides it.
    fn dimension(&self, node: Node<'_>, written: Id, diagnostics: &mut Diagnostics) -> Option<Id> {
        let name = written.as_str();
        let Some(known) = &self.dimensions else {
            return Some(written);
        };
        if known.contains(name) {
            return Some(written);
        }
        if let Some(present) = self.former_dimensions.get(name) {
            diagnostics.push_once(renamed(Part::Dimension, name, present, node.place()));
            return Id::parse(present);
        }
        if self
            .hidden
            .is_some_and(|hidden| hidden.find(Part::Dimension, name).is_some())
        {
            return None;
        }
        let known: Vec<&str> = known.iter().copied().collect();
        diagnostics.push(unknown_dimension(node.place(), name, &known));
        Some(written)
    }
}

/// Reads a KPI's definition.
pub(crate) fn kpi_definition(
    node: Node<'_>,
    surroundings: &Surroundings<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Kpi> {
    let mut keys = Fields::of(node, &shape::KPI, diagnostics)?;
    let id_node = keys.require("id", diagnostics)?;
    let id = fields::id(id_node, diagnostics)?;
    let title = fields::title_or(&mut keys, &id, diagnostics);
    let [definition, formula, clock, population] = ["definition", "formula", "clock", "population"]
        .map(|key| fields::optional_text(&mut keys, key, diagnostics));
    let unit = match fields::optional_string(&mut keys, "unit", diagnostics) {
        Some(unit) => Unit::parse(&unit),
        None => Unit::count(),
    };
    let direction_node = keys.take("direction");
    let (direction, is_direction_known) = match direction_node {
        Some(node) => {
            let direction = fields::word(node, &DIRECTIONS, diagnostics);
            (direction.unwrap_or(Direction::None), direction.is_some())
        }
        None => (Direction::None, true),
    };
    let frequency = keys
        .take("frequency")
        .and_then(|node| fields::word(node, &Frequency::NAMES, diagnostics))
        .unwrap_or(Frequency::Monthly);
    let aggregation = keys
        .take("aggregate")
        .and_then(|node| fields::word(node, &AGGREGATIONS, diagnostics))
        .unwrap_or(Aggregation::Last);
    let measure = Measure::declared(&unit, surroundings.working_day);
    let limits = keys
        .take("limits")
        .and_then(|node| range(node, "limits", measure, diagnostics));
    let dimension = keys.take("dimension").and_then(|node| {
        let written = fields::id(node, diagnostics)?;
        surroundings.dimension(node, written, diagnostics)
    });
    let (weight, weight_place) = fields::weight_and_place(&mut keys, diagnostics);
    let bands = match keys.take("bands") {
        // Which way edges run cannot be told without the direction.
        Some(node) if is_direction_known => {
            let reader = BandReader {
                direction,
                direction_place: direction_node.map(|node| node.place()),
                measure,
                levels: surroundings.levels.as_ref(),
                diagnostics,
            };
            reader.bands(node)
        }
        _ => Vec::new(),
    };
    let are_shares_doubtful = unit.is_percent()
        && direction != Direction::Lower
        && !bands.iter().flat_map(Band::edges).any(is_below_one);
    let targets = kpi_targets(&mut keys, measure, are_shares_doubtful, diagnostics);
    let source = fields::optional_text(&mut keys, "source", diagnostics);
    let renamed_from = former_ids(&mut keys, diagnostics);
    keys.finish(diagnostics);
    Some(Kpi {
        id,
        title,
        definition,
        formula,
        clock,
        population,
        unit,
        direction,
        frequency,
        aggregation,
        limits,
        dimension,
        weight,
        weight_place,
        bands,
        targets,
        source,
        renamed_from,
        place: id_node.place(),
    })
}

/// One `target` that holds always, or `targets` by the day, the earliest first.
fn kpi_targets(
    keys: &mut Fields<'_>,
    measure: Measure<'_>,
    are_shares_doubtful: bool,
    diagnostics: &mut Diagnostics,
) -> Vec<KpiTarget> {
    let single = keys.take("target");
    let several = keys.take("targets");
    if let (Some(single), Some(several)) = (single, several) {
        let first = (single.place(), "target");
        let problem = fields::keys_disagree(first, (several.place(), "targets"));
        diagnostics.push(problem.help("help-one"));
        return Vec::new();
    }
    if let Some(node) = single {
        let value = quantity(node, measure, diagnostics);
        if let Some(value) = value.as_ref().filter(|_| are_shares_doubtful) {
            diagnostics.extend(share_at(node, value));
        }
        let target = value.map(|value| KpiTarget {
            by: None,
            value,
            place: node.place(),
        });
        return target.into_iter().collect();
    }
    let mut targets: Vec<KpiTarget> = Vec::new();
    let items = several.map_or_else(Vec::new, |node| fields::items(node, diagnostics));
    for item in items {
        let target = dated_target(item, measure, targets.last(), diagnostics);
        if let Some((target, node)) = &target
            && are_shares_doubtful
        {
            diagnostics.extend(share_at(*node, &target.value));
        }
        targets.extend(target.map(|(target, _)| target));
    }
    targets
}

/// A target with its day, and where its value stands.
fn dated_target<'d>(
    node: Node<'d>,
    measure: Measure<'_>,
    last: Option<&KpiTarget>,
    diagnostics: &mut Diagnostics,
) -> Option<(KpiTarget, Node<'d>)> {
    let mut keys = Fields::of(node, &shape::DATED_TARGET, diagnostics)?;
    let by_node = keys.require("by", diagnostics);
    let by = by_node.and_then(|node| fields::date(node, diagnostics));
    let value_node = keys.require("value", diagnostics);
    let value = value_node.and_then(|node| quantity(node, measure, diagnostics));
    keys.finish(diagnostics);
    let (by, value) = (by?, value?);
    if let Some(bound) = last.and_then(|last| last.by).filter(|bound| by <= *bound) {
        let problem = Diagnostic::error(Code::DateOrder, by_node?.place());
        let problem = problem.with("what", "kpi-target").with("date", by);
        diagnostics.push(problem.with("bound", bound).help("help-kpi-target"));
        return None;
    }
    let node = value_node?;
    let target = KpiTarget {
        by: Some(by),
        value,
        place: node.place(),
    };
    Some((target, node))
}

/// Reads edges by level, which must move in the KPI's direction as the level rises.
struct BandReader<'r> {
    direction: Direction,
    direction_place: Option<Place>,
    measure: Measure<'r>,
    levels: Option<&'r BTreeSet<u32>>,
    diagnostics: &'r mut Diagnostics,
}

impl BandReader<'_> {
    /// The bands in rising level order; none when their edges are out of order.
    fn bands(mut self, node: Node<'_>) -> Vec<Band> {
        let mut bands: Vec<Band> = Vec::new();
        if Fields::by_name(node, self.diagnostics).is_none() {
            return bands;
        }
        for (_, key, value) in fields::entries(node, &mut Diagnostics::new()) {
            if let Some(problem) = fields::after_comma(key, value) {
                self.diagnostics.push(problem);
                return Vec::new(); // The edge before it was cut short.
            }
            let level = self.level(key);
            let edge = self.edge(value);
            bands.extend(level.zip(edge).map(|(level, edge)| Band {
                level,
                edge,
                place: value.place(),
            }));
        }
        // A mapping may begin with its best level.
        bands.sort_by_key(|band| band.level);
        if self.direction == Direction::None {
            return bands; // Which order is right cannot be told; that they count for nothing can.
        }
        match out_of_order(&bands, self.direction) {
            Some(first) => {
                self.note_out_of_order(&bands, first);
                Vec::new()
            }
            None => bands,
        }
    }

    fn level(&mut self, key: Node<'_>) -> Option<u32> {
        let level = fields::whole_number(key, 0, 100, self.diagnostics)?;
        if let Some(known) = self.levels
            && !known.contains(&level)
        {
            let known = known.iter().copied();
            self.diagnostics
                .push(unknown_number(key.place(), level, known));
            return None;
        }
        Some(level)
    }

    fn edge(&mut self, node: Node<'_>) -> Option<Edge> {
        let is_list = matches!(node.shape(), Shape::Sequence);
        let is_range = match self.direction {
            Direction::Range => true,
            Direction::None => is_list,
            Direction::Higher | Direction::Lower => false,
        };
        if !is_range {
            return quantity(node, self.measure, self.diagnostics).map(Edge::At);
        }
        let (low, high) = range(node, "range", self.measure, self.diagnostics)?;
        Some(Edge::Between(low, high))
    }

    /// Edges that all run the other way are one mistake: most likely that of the direction.
    fn note_out_of_order(&mut self, bands: &[Band], first: usize) {
        let problem = Diagnostic::error(Code::BandOrder, bands[first].place)
            .with("direction", self.direction.as_str());
        let opposite = match self.direction {
            Direction::Higher => Some(Direction::Lower),
            Direction::Lower => Some(Direction::Higher),
            Direction::Range | Direction::None => None,
        };
        let reversed = opposite.filter(|opposite| out_of_order(bands, *opposite).is_none());
        let problem = match (reversed, self.direction) {
            (Some(opposite), _) => problem
                .with("opposite", opposite.as_str())
                .help("help-reversed"),
            (None, Direction::Range) => problem.help("help-nested"),
            (None, _) => problem.help("help"),
        };
        self.diagnostics.push(match self.direction_place {
            Some(place) if reversed.is_some() => problem.related(place, "direction"),
            _ => problem,
        });
    }
}

/// Two values, the lower first; `what` chooses the sentence where they are not.
fn range(
    node: Node<'_>,
    what: &'static str,
    measure: Measure<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<(Exact, Exact)> {
    let items = fields::items(node, diagnostics);
    let [low, high] = items.as_slice() else {
        if matches!(node.shape(), Shape::Sequence) {
            diagnostics.push(not_a_range(node.place(), what));
        }
        return None;
    };
    let low = quantity(*low, measure, diagnostics)?;
    let high = quantity(*high, measure, diagnostics)?;
    if low > high {
        diagnostics.push(not_a_range(node.place(), what));
        return None;
    }
    Some((low, high))
}

fn not_a_range(place: Place, what: &'static str) -> Diagnostic {
    Diagnostic::error(Code::BandOrder, place)
        .with("direction", what)
        .help("help-range")
}

/// The first band that does not follow the one below it.
fn out_of_order(bands: &[Band], direction: Direction) -> Option<usize> {
    let follows = |pair: &[Band]| follows(&pair[0].edge, &pair[1].edge, direction);
    let before = bands.windows(2).position(|pair| !follows(pair))?;
    Some(before + 1)
}

/// Whether an edge is a step on from that of the level below: of ranges, the next lies inside the last.
fn follows(last: &Edge, next: &Edge, direction: Direction) -> bool {
    match (last, next) {
        (Edge::At(last), Edge::At(next)) if direction == Direction::Lower => next < last,
        (Edge::At(last), Edge::At(next)) => next > last,
        (Edge::Between(low, high), Edge::Between(next_low, next_high)) => {
            next_low >= low && next_high <= high && (next_low, next_high) != (low, high)
        }
        _ => false,
    }
}

/// The KPIs and service levels of a workspace, by name, as readings look them up.
pub(crate) struct Measures<'w> {
    pub(crate) kpis: &'w KpiNames<'w>,
    pub(crate) service_levels: &'w [ServiceLevel],
    pub(crate) fiscal_start: u32,
    pub(crate) latest: NaiveDate,
    pub(crate) working_day: Option<&'w WorkingDay>,
}

/// What a file of KPIs holds besides readings.
#[derive(Default)]
pub(crate) struct KpiFile<'d> {
    pub(crate) kpis: Vec<Kpi>,
    pub(crate) service_levels: Vec<(ServiceLevel, Option<Node<'d>>)>,
    pub(crate) readings: Vec<Node<'d>>,
}

/// Reads the definitions of a file of KPIs, and leaves its readings until every KPI is known.
pub(crate) fn kpi_file<'d>(
    root: Node<'d>,
    surroundings: &Surroundings<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<KpiFile<'d>> {
    let mut keys = Fields::of(root, &shape::KPIS, diagnostics)?;
    fields::format_version(&mut keys, diagnostics);
    let mut file = KpiFile::default();
    if let Some(node) = keys.take("kpis") {
        for item in fields::items(node, diagnostics) {
            file.kpis
                .extend(kpi_definition(item, surroundings, diagnostics));
        }
    }
    if let Some(node) = keys.take("service_levels") {
        for item in fields::items(node, diagnostics) {
            file.service_levels.extend(service_level(item, diagnostics));
        }
    }
    if let Some(node) = keys.take("readings") {
        file.readings = fields::items(node, diagnostics);
    }
    keys.finish(diagnostics);
    Some(file)
}

fn service_level<'d>(
    node: Node<'d>,
    diagnostics: &mut Diagnostics,
) -> Option<(ServiceLevel, Option<Node<'d>>)> {
    let mut keys = Fields::of(node, &shape::SERVICE_LEVEL, diagnostics)?;
    let id_node = keys.require("id", diagnostics)?;
    let id = fields::id(id_node, diagnostics)?;
    let title = fields::title_or(&mut keys, &id, diagnostics);
    let kpi = keys.take("kpi");
    keys.take("metric");
    let within_place = keys.peek("within").map(|node| node.place());
    let within = fields::optional_string(&mut keys, "within", diagnostics);
    let percent = Unit::parse("%");
    let goal = keys.require("goal", diagnostics).and_then(|node| {
        let goal = quantity(node, Measure::declared(&percent, None), diagnostics)?;
        let hundred = Exact::from(100u32);
        if goal.is_negative() || goal > hundred {
            let problem = Diagnostic::error(Code::OutOfRange, node.place());
            let problem = problem.with("written", format!("{goal}%"));
            let problem = problem.with("low", "0%").with("high", "100%");
            diagnostics.push(problem.help("help-between"));
            return None;
        }
        diagnostics.extend(share_at(node, &goal));
        Some(goal)
    });
    let window = keys
        .take("window")
        .and_then(|node| fields::word(node, &Window::NAMES, diagnostics));
    keys.finish(diagnostics);
    let level = ServiceLevel {
        id,
        title,
        kpi: None,
        within,
        within_place,
        goal: goal?,
        window,
        place: id_node.place(),
    };
    Some((level, kpi))
}

/// Notes the limit of a service level that is no value: in the unit of its KPI, or in any where it names none.
pub(crate) fn check_limit(
    within: &str,
    place: Place,
    kpi: Option<&Kpi>,
    working_day: Option<&WorkingDay>,
    diagnostics: &mut Diagnostics,
) {
    let unit = match kpi {
        Some(kpi) => kpi.unit.clone(),
        None => Unit::carried_by(within).unwrap_or_else(Unit::count),
    };
    let measure = Measure::declared(&unit, working_day);
    quantity_written(within, within, place, measure, diagnostics);
}

/// Notes readings of one service level for periods that share days: their cases would be counted twice.
pub(crate) fn check_overlaps(readings: &[ServiceLevelReading], diagnostics: &mut Diagnostics) {
    let mut sorted: Vec<&ServiceLevelReading> = readings.iter().collect();
    sorted.sort_by_key(|reading| (reading.service_level, reading.days.first, reading.days.last));
    // Of the readings so far, the one that reaches furthest.
    let mut furthest: Option<&ServiceLevelReading> = None;
    for reading in sorted {
        let own = furthest.filter(|last| last.service_level == reading.service_level);
        if let Some(last) = own.filter(|last| last.days.last >= reading.days.first) {
            let problem = Diagnostic::error(Code::DuplicateReading, reading.place);
            let problem = problem.with("what", "overlap").help("help-overlap");
            diagnostics.push(problem.related(last.place, "first"));
        }
        if own.is_none_or(|last| last.days.last < reading.days.last) {
            furthest = Some(reading);
        }
    }
}

/// The KPIs of a workspace by every name that people write for them. What is defined nowhere and stands in the
/// catalogue becomes the workspace's by being named.
pub(crate) struct KpiNames<'w> {
    defined: &'w [Kpi],
    catalogue: &'w [Kpi],
    /// Positions in the catalogue of the KPIs named so far: they follow those defined.
    taken: RefCell<Vec<usize>>,
    by_id: HashMap<&'w str, usize>,
    by_former_id: HashMap<&'w str, usize>,
    /// For each rubric in use, what overlays took out of it.
    hidden: &'w [Hidden],
    /// Whether a definition failed to read, so that an unknown name may be its fault.
    pub(crate) is_partial: bool,
}

impl<'w> KpiNames<'w> {
    pub(crate) fn new(
        defined: &'w [Kpi],
        catalogue: &'w [Kpi],
        hidden: &'w [Hidden],
        is_partial: bool,
    ) -> KpiNames<'w> {
        let mut by_id = HashMap::new();
        let mut by_former_id = HashMap::new();
        for (index, kpi) in defined.iter().enumerate() {
            by_id.insert(kpi.id.as_str(), index);
            for former in &kpi.renamed_from {
                by_former_id.entry(former.id.as_str()).or_insert(index);
            }
        }
        KpiNames {
            defined,
            catalogue,
            taken: RefCell::default(),
            by_id,
            by_former_id,
            hidden,
            is_partial,
        }
    }

    /// The KPI at a position that a name was found at.
    pub(crate) fn kpi(&self, position: usize) -> &'w Kpi {
        match position.checked_sub(self.defined.len()) {
            None => &self.defined[position],
            Some(beyond) => &self.catalogue[self.taken.borrow()[beyond]],
        }
    }

    /// The KPIs of the catalogue that were named, in the order of their positions.
    pub(crate) fn taken(&self) -> Vec<Kpi> {
        let taken = self.taken.borrow();
        taken
            .iter()
            .map(|index| self.catalogue[*index].clone())
            .collect()
    }

    /// The position of the KPI of this name, or that went by it before.
    fn find(&self, name: &str, place: Place, diagnostics: &mut Diagnostics) -> Option<usize> {
        if let Some(found) = self.by_id.get(name) {
            return Some(*found);
        }
        if let Some(found) = self.by_former_id.get(name).copied() {
            let id = self.defined[found].id.as_str();
            diagnostics.push_once(renamed(Part::Kpi, name, id, place));
            return Some(found);
        }
        // Where a definition could not be read, it may be the workspace's own of this name.
        if self.is_partial || self.hidden(name).is_some() {
            return None;
        }
        let mut catalogue = self.catalogue.iter();
        let found = catalogue.position(|kpi| kpi.id.as_str() == name)?;
        let mut taken = self.taken.borrow_mut();
        let beyond = taken.iter().position(|index| *index == found);
        let beyond = beyond.unwrap_or_else(|| {
            taken.push(found);
            taken.len() - 1
        });
        Some(self.defined.len() + beyond)
    }

    fn hidden(&self, name: &str) -> Option<&HiddenPart> {
        let mut rubrics = self.hidden.iter();
        rubrics.find_map(|hidden| hidden.find(Part::Kpi, name))
    }

    fn unknown(&self, name: &str, place: Place) -> Diagnostic {
        let known = self.defined.iter().chain(self.catalogue);
        let known: Vec<(&str, &Text)> = known.map(|kpi| (kpi.id.as_str(), &kpi.title)).collect();
        let problem = Diagnostic::error(Code::UnknownKpi, place).with("written", name);
        let problem = fields::unknown_titled(problem, name, &known);
        match self.hidden(name) {
            Some(hidden) => problem.related(hidden.place, "hidden-here"),
            None => problem,
        }
    }

    /// The position of the KPI that a node names.
    pub(crate) fn named(&self, node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<usize> {
        let scalar = fields::scalar(node, diagnostics)?;
        let found = self.find(scalar.text, node.place(), diagnostics);
        if found.is_none() && !self.is_partial {
            diagnostics.push(self.unknown(scalar.text, node.place()));
        }
        found
    }
}

/// Notes KPIs that are defined a second time, and keeps the first.
pub(crate) fn without_duplicates(kpis: Vec<Kpi>, diagnostics: &mut Diagnostics) -> Vec<Kpi> {
    let mut kept: Vec<Kpi> = Vec::with_capacity(kpis.len());
    let mut places: HashMap<Id, Place> = HashMap::new();
    for kpi in kpis {
        if let Some(first) = places.get(&kpi.id) {
            let same = |kept: &Kpi| kept.place.file != kpi.place.file && kept.says_the_same(&kpi);
            // Rubrics may share a KPI; that they define it alike is what makes it one.
            if !kept.iter().any(same) {
                diagnostics.push(duplicate_id(&kpi.id, kpi.place, *first));
            }
            continue;
        }
        places.insert(kpi.id.clone(), kpi.place);
        kept.push(kpi);
    }
    let named = kept.iter();
    let named = named.map(|kpi| (&kpi.id, kpi.place, kpi.renamed_from.as_slice()));
    check_former_ids(named, diagnostics);
    kept
}

/// Connects questions with the KPIs that answer them, and notes those that no KPI can answer, since nothing
/// defines the one they name.
pub(crate) fn connect_answering(
    rubrics: &mut [Rubric],
    names: &KpiNames<'_>,
    diagnostics: &mut Diagnostics,
) {
    for question in rubrics.iter_mut().flat_map(|rubric| &mut rubric.questions) {
        let (Some(kpi), Some(place)) = (&question.kpi, question.kpi_place) else {
            continue;
        };
        let found = names.find(kpi.as_str(), place, diagnostics);
        if let Some(found) = found {
            question.kpi = Some(names.kpi(found).id.clone());
        } else if let Some(hidden) = names.hidden(kpi.as_str()) {
            diagnostics.push_once(hidden_in_use(hidden).related(place, "used"));
        } else if !names.is_partial {
            diagnostics.push(names.unknown(kpi.as_str(), place));
        }
    }
}

/// Readings as they are collected, so that a second one of the same period is seen.
#[derive(Default)]
pub(crate) struct Readings {
    pub(crate) kpis: Vec<Reading>,
    pub(crate) service_levels: Vec<ServiceLevelReading>,
    /// Of each reading of a KPI, what is doubtful about how it is written.
    doubts: Vec<Vec<Diagnostic>>,
    /// The KPIs of which some value has three decimals that can be nothing else.
    with_thousandths: HashSet<usize>,
    seen: HashMap<(usize, NaiveDate, NaiveDate, Option<String>), usize>,
    seen_levels: HashMap<(usize, NaiveDate, NaiveDate), usize>,
    /// Corrections wait until all else is read: they may stand in a file that is read before the first.
    corrections: Vec<(Reading, Vec<Diagnostic>)>,
    level_corrections: Vec<ServiceLevelReading>,
}

impl Readings {
    fn add(
        &mut self,
        (reading, doubts): (Reading, Vec<Diagnostic>),
        is_revision: bool,
        diagnostics: &mut Diagnostics,
    ) {
        if is_revision {
            self.corrections.push((reading, doubts));
            return;
        }
        let days = reading.days;
        let key = (reading.kpi, days.first, days.last, reading.segment.clone());
        match self.seen.get(&key) {
            Some(&earlier) => diagnostics.push(
                Diagnostic::error(Code::DuplicateReading, reading.place)
                    .with("what", "kpi")
                    .help("help")
                    .related(self.kpis[earlier].place, "first"),
            ),
            None => {
                self.seen.insert(key, self.kpis.len());
                self.kpis.push(reading);
                self.doubts.push(doubts);
            }
        }
    }

    fn add_cases(
        &mut self,
        reading: ServiceLevelReading,
        is_revision: bool,
        diagnostics: &mut Diagnostics,
    ) {
        if is_revision {
            self.level_corrections.push(reading);
            return;
        }
        let days = reading.days;
        let key = (reading.service_level, days.first, days.last);
        match self.seen_levels.get(&key) {
            Some(&earlier) => diagnostics.push(
                Diagnostic::error(Code::DuplicateReading, reading.place)
                    .with("what", "service-level")
                    .help("help")
                    .related(self.service_levels[earlier].place, "first"),
            ),
            None => {
                self.seen_levels.insert(key, self.service_levels.len());
                self.service_levels.push(reading);
            }
        }
    }

    /// Lets each correction, in the order in which they were read, replace what it corrects, and notes what is
    /// doubtful about those that stand.
    pub(crate) fn correct(&mut self, diagnostics: &mut Diagnostics) {
        for (reading, doubts) in std::mem::take(&mut self.corrections) {
            let days = reading.days;
            let key = (reading.kpi, days.first, days.last, reading.segment.clone());
            match self.seen.get(&key) {
                Some(&earlier) => {
                    self.kpis[earlier] = reading;
                    self.doubts[earlier] = doubts;
                }
                None => {
                    self.seen.insert(key, self.kpis.len());
                    self.kpis.push(reading);
                    self.doubts.push(doubts);
                }
            }
        }
        for (reading, doubts) in self.kpis.iter().zip(std::mem::take(&mut self.doubts)) {
            // Who writes `0.125` among them writes all of them so.
            let has_thousandths = self.with_thousandths.contains(&reading.kpi);
            for doubt in doubts {
                if doubt.code != Code::AmbiguousValue || !has_thousandths {
                    diagnostics.push(doubt);
                }
            }
        }
        for reading in std::mem::take(&mut self.level_corrections) {
            let key = (reading.service_level, reading.days.first, reading.days.last);
            match self.seen_levels.get(&key) {
                Some(&earlier) => self.service_levels[earlier] = reading,
                None => {
                    self.seen_levels.insert(key, self.service_levels.len());
                    self.service_levels.push(reading);
                }
            }
        }
    }
}

/// Reads one reading of a YAML file.
pub(crate) fn yaml_reading(
    node: Node<'_>,
    measures: &Measures<'_>,
    readings: &mut Readings,
    diagnostics: &mut Diagnostics,
) {
    let Some(mut keys) = Fields::of(node, &shape::READING, diagnostics) else {
        return;
    };
    let place = keys.place();
    let mut row = Row::new(place);
    let errors_before = diagnostics.count(Severity::Error);
    for (name, _) in COLUMNS {
        if let Some(value) = keys.take(name)
            && let Some(scalar) = fields::scalar(value, diagnostics)
        {
            let text = scalar.text.to_owned();
            row.set(name, text.clone(), text, value.place());
        }
    }
    keys.finish(diagnostics);
    row.is_partial = diagnostics.count(Severity::Error) > errors_before;
    read_row(&row, measures, readings, diagnostics);
}

/// The names a reading's values go by, in YAML and in a CSV header, with those used in Portuguese exports.
pub(super) const COLUMNS: [(&str, &[&str]); 15] = [
    ("kpi", &["indicador"]),
    ("service_level", &["nivel_de_servico"]),
    ("period", &["periodo", "período"]),
    ("date", &["data"]),
    ("value", &["valor"]),
    ("numerator", &["numerador"]),
    ("denominator", &["denominador"]),
    ("met", &["cumpridos"]),
    ("breached", &["descumpridos"]),
    ("overdue", &["vencidos"]),
    ("n", &[]),
    ("segment", &["segmento"]),
    ("source", &["fonte"]),
    ("note", &["nota", "observação"]),
    ("revises", &["revisa"]),
];

/// A reading's values by name, each with its place.
pub(super) struct Row {
    place: Place,
    /// A handful, which is looked through sooner than anything is looked up.
    values: Vec<(&'static str, Cell)>,
    pub(super) is_table: bool,
    /// Whether commas stand between its cells.
    pub(super) is_by_comma: bool,
    /// Whether a key or value was wrong, so that what is missing may be its.
    is_partial: bool,
}

/// `76` and `5`, or `5%`, as one number: `76.5`.
pub(super) fn cut_number(whole: &str, decimals: &str) -> Option<String> {
    let are_digits =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let digits = decimals.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    (are_digits(whole.trim_start_matches('-')) && are_digits(digits))
        .then(|| format!("{whole}.{decimals}"))
}

/// One value of a reading.
struct Cell {
    /// As it stands in the file.
    written: String,
    /// With a decimal point.
    value: String,
    place: Place,
}

impl Row {
    pub(super) fn new(place: Place) -> Row {
        Row {
            place,
            values: Vec::new(),
            is_table: false,
            is_by_comma: false,
            is_partial: false,
        }
    }

    pub(super) fn set(&mut self, name: &'static str, written: String, value: String, place: Place) {
        let cell = Cell {
            written,
            value,
            place,
        };
        match self.values.iter_mut().find(|(own, _)| *own == name) {
            Some((_, own)) => *own = cell,
            None => self.values.push((name, cell)),
        }
    }

    fn cell(&self, name: &str) -> Option<&Cell> {
        let found = self.values.iter().find(|(own, _)| *own == name);
        found.map(|(_, cell)| cell)
    }

    fn get(&self, name: &str) -> Option<(&str, Place)> {
        let cell = self.cell(name)?;
        Some((cell.value.as_str(), cell.place))
    }

    /// Notes that a value must be there and is not: a key of YAML, a cell of a table.
    fn note_missing(&self, name: &str, diagnostics: &mut Diagnostics) {
        if self.is_partial {
            return;
        }
        if !self.is_table {
            diagnostics.push(fields::missing_key(self.place, name));
            return;
        }
        let problem = Diagnostic::error(Code::MissingKey, self.place).with("key", name);
        diagnostics.push(problem.with("empty", "cell").help("help-cell"));
    }

    /// A number with a decimal comma that a table's commas cut in two, as it was meant and as it is written here:
    /// digits in a cell, and digits in the next.
    fn cut_by_comma(&self, name: &str, next: &str) -> Option<[String; 2]> {
        let (whole, decimals) = (self.cell(name)?, self.cell(next)?);
        let is_next = self.is_by_comma && decimals.place.start == whole.place.end + 1;
        let decimal = cut_number(&whole.written, &decimals.written).filter(|_| is_next)?;
        Some([format!("{},{}", whole.written, decimals.written), decimal])
    }

    /// A number of cases: whole.
    fn cases(&self, name: &str, diagnostics: &mut Diagnostics) -> Option<Exact> {
        let number = self.count(name, diagnostics)?;
        if !number.is_whole() {
            let cell = self.cell(name)?;
            let problem = Diagnostic::error(Code::OutOfRange, cell.place);
            diagnostics.push(problem.with("written", &cell.written).help("help-cases"));
            return None;
        }
        Some(number)
    }

    fn text(&self, name: &str) -> Option<String> {
        self.get(name).map(|(value, _)| value.to_owned())
    }

    /// A number of cases behind a value: thousands with a point are no decimals here.
    fn count_of_cases(&self, name: &str, diagnostics: &mut Diagnostics) -> Option<Exact> {
        let is_number = self.get(name).and_then(|(value, _)| Exact::parse(value));
        if is_number.is_some()
            && let Some(problem) = self.point_or_thousands(name)
        {
            diagnostics.push(as_error(problem));
            return None;
        }
        self.count(name, diagnostics)
    }

    /// The doubt about a point that may be one between thousands. Where a table's commas are those of decimals, a
    /// point among its cells is told before.
    fn point_or_thousands(&self, name: &str) -> Option<Diagnostic> {
        let cell = self.cell(name).filter(|cell| cell.value == cell.written)?;
        point_or_thousands(cell.place, &cell.written)
    }

    /// Whether a value has three decimals, and they can be nothing else: `0.125`, `1250.125`.
    fn has_thousandths(&self) -> bool {
        let written = self.get("value").map_or("", |(written, _)| written);
        let end = written.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
        let number = &written[..end.unwrap_or(written.len())];
        number.split_once('.').is_some_and(|(whole, decimals)| {
            decimals.len() == 3 && (whole == "0" || whole.len() > 3)
        })
    }

    fn count(&self, name: &str, diagnostics: &mut Diagnostics) -> Option<Exact> {
        let cell = self.cell(name)?;
        let number = Exact::parse(&cell.value);
        match &number {
            None => diagnostics.push(fields::not_a_number(cell.place, &cell.written)),
            Some(number) if number.is_negative() => {
                diagnostics.push(
                    Diagnostic::error(Code::OutOfRange, cell.place)
                        .with("written", number)
                        .help("help-weight"),
                );
                return None;
            }
            Some(_) => {}
        }
        number
    }
}

pub(super) fn read_row(
    row: &Row,
    measures: &Measures<'_>,
    readings: &mut Readings,
    diagnostics: &mut Diagnostics,
) {
    let Some((period, days)) = row_period(row, measures, diagnostics) else {
        return;
    };
    if let Some((written, place)) = row.get("service_level") {
        let (known, is_partial) = (measures.service_levels, measures.kpis.is_partial);
        let Some(service_level) =
            service_level_named(written, place, known, is_partial, diagnostics)
        else {
            return;
        };
        if let Some(reading) = cases(row, (service_level, place), (period, days), diagnostics) {
            let is_revision = row.get("revises").is_some();
            readings.add_cases(reading, is_revision, diagnostics);
        }
        return;
    }
    let Some((written, place)) = row.get("kpi") else {
        row.note_missing("kpi", diagnostics);
        return;
    };
    let Some(kpi) = measures.kpis.find(written, place, diagnostics) else {
        if let Some(hidden) = measures.kpis.hidden(written) {
            diagnostics.push_once(hidden_by_overlay(hidden, place, "readings"));
        } else if !measures.kpis.is_partial {
            diagnostics.push(measures.kpis.unknown(written, place));
        }
        return;
    };
    if row.has_thousandths() {
        readings.with_thousandths.insert(kpi);
    }
    let mut doubts = Vec::new();
    let definition = measures.kpis.kpi(kpi);
    let measured = measured(row, definition, measures, (&mut doubts, diagnostics));
    let cases = row.count_of_cases("n", diagnostics);
    let Some((value, place)) = measured else {
        return;
    };
    if cases.is_none() && row.get("n").is_some() {
        return; // Wrong, and said: that the reading cannot be pooled follows from it.
    }
    let reading = Reading {
        kpi,
        period,
        days,
        segment: row.text("segment"),
        value,
        cases,
        source: row.text("source"),
        note: row.text("note"),
        place,
    };
    let is_revision = row.get("revises").is_some();
    readings.add((reading, doubts), is_revision, diagnostics);
}

/// The position of the service level of this name.
pub(super) fn service_level_named(
    written: &str,
    place: Place,
    known: &[ServiceLevel],
    is_partial: bool,
    diagnostics: &mut Diagnostics,
) -> Option<usize> {
    let known: Vec<&str> = known.iter().map(|level| level.id.as_str()).collect();
    let found = known.iter().position(|id| *id == written);
    if found.is_none() && !is_partial {
        let problem = Diagnostic::error(Code::UnknownServiceLevel, place).with("written", written);
        diagnostics.push(fields::unknown_name(problem, written, &known));
    }
    found
}

/// A reading of a service level: cases that kept it, that broke it, and that are overdue.
fn cases(
    row: &Row,
    (service_level, place): (usize, Place),
    (period, days): (Period, DateRange),
    diagnostics: &mut Diagnostics,
) -> Option<ServiceLevelReading> {
    let mut is_of_a_kpi = false;
    for name in ["kpi", "value", "numerator", "denominator", "n", "segment"] {
        if let Some((_, other)) = row.get(name) {
            let problem = fields::keys_disagree((place, "service_level"), (other, name));
            diagnostics.push(problem.help("help-service-level"));
            is_of_a_kpi = true;
        }
    }
    if is_of_a_kpi {
        return None;
    }
    for name in ["met", "breached"] {
        if row.get(name).is_none() {
            row.note_missing(name, diagnostics);
        }
    }
    let met = row.cases("met", diagnostics);
    let breached = row.cases("breached", diagnostics);
    let overdue = match row.get("overdue") {
        Some(_) => row.cases("overdue", diagnostics),
        None => Some(Exact::ZERO),
    };
    Some(ServiceLevelReading {
        service_level,
        period,
        days,
        met: met?,
        breached: breached?,
        overdue: overdue?,
        place,
    })
}

fn row_period(
    row: &Row,
    measures: &Measures<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<(Period, DateRange)> {
    let name = if row.get("period").is_some() {
        "period"
    } else {
        "date"
    };
    let Some((written, place)) = row.get(name) else {
        row.note_missing("period", diagnostics);
        return None;
    };
    let Some(period) = Period::parse(written) else {
        diagnostics.push(if name == "date" {
            fields::not_a_date(place, written)
        } else {
            fields::not_a_period(place, written)
        });
        return None;
    };
    let days = period.range(measures.fiscal_start);
    if days.first > measures.latest {
        let problem = fields::future_date(place, days.first, measures.latest);
        diagnostics.push(problem);
        return None;
    }
    Some((period, days))
}

/// The same problem, where there is no other way to understand what stands there.
fn as_error(problem: Diagnostic) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        ..problem.help("help")
    }
}

/// The doubt about the percentage at a node that may be a share.
pub(super) fn share_at(node: Node<'_>, percentage: &Exact) -> Option<Diagnostic> {
    let written = node.scalar()?.text;
    share_for_percent(written, written, percentage, node.place())
}

/// A bare number between 0 and 1 where percentages stand: 0.82% is seldom meant, and 82% often is.
fn share_for_percent(
    value: &str,
    written: &str,
    percentage: &Exact,
    place: Place,
) -> Option<Diagnostic> {
    let is_bare = Unit::carried_by(value).is_none();
    let is_share = *percentage > Exact::ZERO && *percentage < Exact::ONE;
    (is_bare && is_share).then(|| {
        let percent = percentage * &Exact::from(100u32);
        Diagnostic::warning(Code::ImplausibleValue, place)
            .with("what", "share")
            .with("written", written)
            .with("percent", percent.rounded_short(4))
            .help("help-share")
    })
}

/// Whether less than 1% is nothing to wonder at: less is better, or the KPI itself speaks of so little.
pub(super) fn counts_below_one(kpi: &Kpi) -> bool {
    kpi.direction == Direction::Lower || kpi.values_spoken_of().any(is_below_one)
}

fn is_below_one(value: &Exact) -> bool {
    !value.is_zero() && *value < Exact::ONE
}

fn measured(
    row: &Row,
    kpi: &Kpi,
    measures: &Measures<'_>,
    (doubts, diagnostics): (&mut Vec<Diagnostic>, &mut Diagnostics),
) -> Option<(Measured, Place)> {
    let parts = (row.get("numerator"), row.get("denominator"));
    match (row.get("value"), parts) {
        (Some((_, value)), (Some((_, part)), _)) => {
            let problem = fields::keys_disagree((value, "value"), (part, "numerator"));
            diagnostics.push(match row.cut_by_comma("value", "numerator") {
                Some([written, decimal]) => problem
                    .with("written", written)
                    .with("decimal", decimal)
                    .help("help-cut"),
                None => problem.help("help-reading"),
            });
            None
        }
        (Some((_, value)), (None, Some((_, part)))) => {
            let problem = fields::keys_disagree((value, "value"), (part, "denominator"));
            diagnostics.push(problem.help("help-reading"));
            None
        }
        (Some((value, place)), (None, None)) => {
            let written = &row.cell("value")?.written;
            let measure = Measure::declared(&kpi.unit, measures.working_day);
            let bare = value;
            let doubt = row.point_or_thousands("value");
            let doubt = doubt.filter(|_| !kpi.unit.is_percent());
            let counts = kpi.unit.kind == UnitKind::Count && kpi.aggregation == Aggregation::Sum;
            if let (Some(problem), true) = (&doubt, counts) {
                diagnostics.push(as_error(problem.clone()));
                return None;
            }
            let value = quantity_written(value, written, place, measure, diagnostics)?;
            if let Some((low, high)) = &kpi.limits
                && (value < *low || value > *high)
            {
                let shown = |edge: &Exact| kpi.unit.written(&edge.rounded_short(4));
                let problem = Diagnostic::error(Code::OutOfRange, place).with("written", written);
                let problem = problem.with("low", shown(low)).with("high", shown(high));
                diagnostics.push(problem.help("help-limits"));
                return None;
            }
            if kpi.unit.is_percent() && !counts_below_one(kpi) {
                doubts.extend(share_for_percent(bare, written, &value, place));
            }
            doubts.extend(doubt);
            Some((Measured::Value(value), place))
        }
        (None, (Some((_, place)), Some((_, below)))) => {
            let numerator = row.count("numerator", diagnostics)?;
            let denominator = row.count("denominator", diagnostics)?;
            if denominator.is_zero() {
                diagnostics.push(
                    Diagnostic::error(Code::OutOfRange, below)
                        .with("written", "0")
                        .help("help-denominator"),
                );
                return None;
            }
            doubts.extend(row.point_or_thousands("numerator"));
            doubts.extend(row.point_or_thousands("denominator"));
            let ratio = Measured::Ratio {
                numerator,
                denominator,
            };
            Some((ratio, place))
        }
        (None, (Some(_), None)) => {
            row.note_missing("denominator", diagnostics);
            None
        }
        (None, (None, Some(_))) => {
            row.note_missing("numerator", diagnostics);
            None
        }
        (None, (None, None)) => {
            row.note_missing("value", diagnostics);
            None
        }
    }
}
