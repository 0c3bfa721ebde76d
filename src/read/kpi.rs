//! KPIs and their readings, as YAML and as CSV.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;

use super::fields::{self, Fields};
use super::ids::duplicate_id;
use super::rubric::{names, unknown_dimension, unknown_number};
use super::yaml::{Node, Shape};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::{
    Aggregation, Band, Direction, Edge, Exact, Frequency, Id, Kpi, Measured, Period, Place,
    Reading, Rubric, ServiceLevel, ServiceLevelReading, Unit,
};

/// What a KPI may speak of; `None` where that cannot be told.
#[derive(Default)]
pub(crate) struct Surroundings<'r> {
    /// The numbers of the levels, the floor among them.
    pub(crate) levels: Option<BTreeSet<u32>>,
    /// The names of the dimensions.
    pub(crate) dimensions: Option<BTreeSet<&'r str>>,
}

impl<'r> Surroundings<'r> {
    /// Those of a workspace's own KPI: the dimensions of any rubric in use. Its levels are its own.
    pub(crate) fn of_own(rubrics: &'r [Rubric], are_whole: bool) -> Surroundings<'r> {
        let dimensions = rubrics.iter().flat_map(|rubric| names(&rubric.dimensions));
        Surroundings {
            levels: None,
            dimensions: (are_whole && !rubrics.is_empty()).then(|| dimensions.collect()),
        }
    }

    fn check_dimension(&self, node: Node<'_>, written: &Id, diagnostics: &mut Diagnostics) {
        if let Some(known) = &self.dimensions
            && !known.contains(written.as_str())
        {
            let known: Vec<&str> = known.iter().copied().collect();
            diagnostics.push(unknown_dimension(node.place(), written.as_str(), &known));
        }
    }
}

/// Reads a KPI's definition.
pub(crate) fn kpi_definition(
    node: Node<'_>,
    surroundings: &Surroundings<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Kpi> {
    const DIRECTIONS: [(&str, Direction); 4] = [
        ("higher", Direction::Higher),
        ("lower", Direction::Lower),
        ("range", Direction::Range),
        ("none", Direction::None),
    ];
    const AGGREGATIONS: [(&str, Aggregation); 4] = [
        ("last", Aggregation::Last),
        ("sum", Aggregation::Sum),
        ("mean", Aggregation::Mean),
        ("ratio", Aggregation::Ratio),
    ];
    let mut keys = Fields::of(node, diagnostics)?;
    let id_node = keys.require("id", diagnostics)?;
    let id = fields::id(id_node, diagnostics)?;
    let title = fields::title_or(&mut keys, &id, diagnostics);
    let definition = fields::optional_text(&mut keys, "definition", diagnostics);
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
    let dimension_node = keys.take("dimension");
    let dimension = dimension_node.and_then(|node| fields::id(node, diagnostics));
    if let (Some(node), Some(id)) = (dimension_node, &dimension) {
        surroundings.check_dimension(node, id, diagnostics);
    }
    let (weight, weight_place) = fields::weight_and_place(&mut keys, diagnostics);
    let bands = match keys.take("bands") {
        // Which way edges run cannot be told without the direction.
        Some(node) if is_direction_known => {
            let reader = BandReader {
                direction,
                direction_place: direction_node.map(|node| node.place()),
                unit: &unit,
                levels: surroundings.levels.as_ref(),
                diagnostics,
            };
            reader.bands(node)
        }
        _ => Vec::new(),
    };
    let source = fields::optional_text(&mut keys, "source", diagnostics);
    keys.finish(diagnostics);
    Some(Kpi {
        id,
        title,
        definition,
        unit,
        direction,
        frequency,
        aggregation,
        dimension,
        weight,
        weight_place,
        bands,
        source,
        place: id_node.place(),
    })
}

/// Reads edges by level, which must move in the KPI's direction as the level rises.
struct BandReader<'r> {
    direction: Direction,
    direction_place: Option<Place>,
    unit: &'r Unit,
    levels: Option<&'r BTreeSet<u32>>,
    diagnostics: &'r mut Diagnostics,
}

impl BandReader<'_> {
    /// The bands in rising level order; none when their edges are out of order.
    fn bands(mut self, node: Node<'_>) -> Vec<Band> {
        let mut bands: Vec<Band> = Vec::new();
        if Fields::of(node, self.diagnostics).is_none() {
            return bands;
        }
        for (_, key, value) in fields::entries(node, &mut Diagnostics::new()) {
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
            return fields::quantity(node, self.unit, self.diagnostics).map(Edge::At);
        }
        let items = fields::items(node, self.diagnostics);
        let [low, high] = items.as_slice() else {
            if is_list {
                self.diagnostics.push(not_a_range(node.place()));
            }
            return None;
        };
        let low = fields::quantity(*low, self.unit, self.diagnostics)?;
        let high = fields::quantity(*high, self.unit, self.diagnostics)?;
        if low > high {
            self.diagnostics.push(not_a_range(node.place()));
            return None;
        }
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

fn not_a_range(place: Place) -> Diagnostic {
    Diagnostic::error(Code::BandOrder, place)
        .with("direction", Direction::Range.as_str())
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
    pub(crate) kpis: &'w [Kpi],
    pub(crate) service_levels: &'w [ServiceLevel],
    /// Whether a definition failed to read, so that an unknown name may be its fault.
    pub(crate) is_partial: bool,
    pub(crate) fiscal_start: u32,
    pub(crate) latest: NaiveDate,
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
    let mut keys = Fields::of(root, diagnostics)?;
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
    const WINDOWS: [(&str, ()); 4] = [("day", ()), ("week", ()), ("month", ()), ("quarter", ())];
    let mut keys = Fields::of(node, diagnostics)?;
    let id_node = keys.require("id", diagnostics)?;
    let id = fields::id(id_node, diagnostics)?;
    let title = fields::title_or(&mut keys, &id, diagnostics);
    let kpi = keys.take("kpi");
    keys.take("metric");
    keys.take("within");
    let percent = Unit::parse("%");
    let goal = keys
        .require("goal", diagnostics)
        .and_then(|node| fields::quantity(node, &percent, diagnostics));
    if let Some(node) = keys.take("window") {
        fields::word(node, &WINDOWS, diagnostics);
    }
    keys.finish(diagnostics);
    let level = ServiceLevel {
        id,
        title,
        kpi: None,
        goal: goal?,
        place: id_node.place(),
    };
    Some((level, kpi))
}

/// Notes KPIs that are defined a second time, and keeps the first.
pub(crate) fn without_duplicates(kpis: Vec<Kpi>, diagnostics: &mut Diagnostics) -> Vec<Kpi> {
    let mut kept: Vec<Kpi> = Vec::with_capacity(kpis.len());
    let mut places: HashMap<Id, Place> = HashMap::new();
    for kpi in kpis {
        if let Some(first) = places.get(&kpi.id) {
            diagnostics.push(duplicate_id(&kpi.id, kpi.place, *first));
            continue;
        }
        places.insert(kpi.id.clone(), kpi.place);
        kept.push(kpi);
    }
    kept
}

/// The position of the KPI that a node names.
pub(crate) fn kpi_named(
    node: Node<'_>,
    kpis: &[Kpi],
    is_partial: bool,
    diagnostics: &mut Diagnostics,
) -> Option<usize> {
    let scalar = fields::scalar(node, diagnostics)?;
    let found = kpis.iter().position(|kpi| kpi.id.as_str() == scalar.text);
    if found.is_none() && !is_partial {
        diagnostics.push(unknown_kpi(node.place(), scalar.text, kpis));
    }
    found
}

/// Notes questions that no KPI can answer, since nothing defines the one they name.
pub(crate) fn check_answering(rubrics: &[Rubric], kpis: &[Kpi], diagnostics: &mut Diagnostics) {
    let known: HashSet<&Id> = kpis.iter().map(|kpi| &kpi.id).collect();
    for question in rubrics.iter().flat_map(|rubric| &rubric.questions) {
        if let (Some(kpi), Some(place)) = (&question.kpi, question.kpi_place)
            && !known.contains(kpi)
        {
            diagnostics.push(unknown_kpi(place, kpi.as_str(), kpis));
        }
    }
}

fn unknown_kpi(place: Place, written: &str, kpis: &[Kpi]) -> Diagnostic {
    let known: Vec<&str> = kpis.iter().map(|kpi| kpi.id.as_str()).collect();
    let problem = Diagnostic::error(Code::UnknownKpi, place).with("written", written);
    fields::unknown_name(problem, written, &known)
}

/// Readings as they are collected, so that a second one of the same period is seen.
#[derive(Default)]
pub(crate) struct Readings {
    pub(crate) kpis: Vec<Reading>,
    pub(crate) service_levels: Vec<ServiceLevelReading>,
    seen: HashMap<(usize, NaiveDate, NaiveDate, Option<String>), usize>,
    seen_levels: HashMap<(usize, NaiveDate, NaiveDate), Place>,
}

impl Readings {
    fn add(&mut self, reading: Reading, is_revision: bool, diagnostics: &mut Diagnostics) {
        let days = reading.days;
        let key = (reading.kpi, days.first, days.last, reading.segment.clone());
        match self.seen.get(&key) {
            Some(&earlier) if is_revision => self.kpis[earlier] = reading,
            Some(&earlier) => diagnostics.push(
                Diagnostic::error(Code::DuplicateReading, reading.place)
                    .help("help")
                    .related(self.kpis[earlier].place, "first"),
            ),
            None => {
                self.seen.insert(key, self.kpis.len());
                self.kpis.push(reading);
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
    let Some(mut keys) = Fields::of(node, diagnostics) else {
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
pub(super) const COLUMNS: [(&str, &[&str]); 14] = [
    ("kpi", &["indicador"]),
    ("service_level", &["nivel_de_servico"]),
    ("period", &["periodo", "período"]),
    ("date", &["data"]),
    ("value", &["valor"]),
    ("numerator", &["numerador"]),
    ("denominator", &["denominador"]),
    ("met", &["cumpridos"]),
    ("breached", &["descumpridos"]),
    ("n", &[]),
    ("segment", &["segmento"]),
    ("source", &["fonte"]),
    ("note", &["nota", "observação"]),
    ("revises", &["revisa"]),
];

/// A reading's values by name, each with its place.
pub(super) struct Row {
    place: Place,
    values: HashMap<&'static str, Cell>,
    pub(super) is_table: bool,
    /// Whether a key or value was wrong, so that what is missing may be its.
    is_partial: bool,
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
            values: HashMap::new(),
            is_table: false,
            is_partial: false,
        }
    }

    pub(super) fn set(&mut self, name: &'static str, written: String, value: String, place: Place) {
        let cell = Cell {
            written,
            value,
            place,
        };
        self.values.insert(name, cell);
    }

    fn get(&self, name: &str) -> Option<(&str, Place)> {
        let cell = self.values.get(name)?;
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

    fn text(&self, name: &str) -> Option<String> {
        self.get(name).map(|(value, _)| value.to_owned())
    }

    fn count(&self, name: &str, diagnostics: &mut Diagnostics) -> Option<Exact> {
        let cell = self.values.get(name)?;
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
        let known: Vec<&str> = measures
            .service_levels
            .iter()
            .map(|level| level.id.as_str())
            .collect();
        let Some(service_level) = known.iter().position(|id| *id == written) else {
            if !measures.is_partial {
                let problem =
                    Diagnostic::error(Code::UnknownServiceLevel, place).with("written", written);
                diagnostics.push(fields::unknown_name(problem, written, &known));
            }
            return;
        };
        for name in ["met", "breached"] {
            if row.get(name).is_none() {
                row.note_missing(name, diagnostics);
            }
        }
        let met = row.count("met", diagnostics);
        let breached = row.count("breached", diagnostics);
        let (Some(met), Some(breached)) = (met, breached) else {
            return;
        };
        let key = (service_level, days.first, days.last);
        if let Some(first) = readings.seen_levels.insert(key, place) {
            diagnostics.push(
                Diagnostic::error(Code::DuplicateReading, place)
                    .help("help")
                    .related(first, "first"),
            );
            return;
        }
        readings.service_levels.push(ServiceLevelReading {
            service_level,
            period,
            days,
            met,
            breached,
        });
        return;
    }
    let Some((written, place)) = row.get("kpi") else {
        row.note_missing("kpi", diagnostics);
        return;
    };
    let Some(kpi) = measures
        .kpis
        .iter()
        .position(|kpi| kpi.id.as_str() == written)
    else {
        if !measures.is_partial {
            diagnostics.push(unknown_kpi(place, written, measures.kpis));
        }
        return;
    };
    let measured = measured(row, &measures.kpis[kpi], diagnostics);
    let cases = row.count("n", diagnostics);
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
    readings.add(reading, row.get("revises").is_some(), diagnostics);
}

fn row_period(
    row: &Row,
    measures: &Measures<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<(Period, crate::model::DateRange)> {
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

fn measured(row: &Row, kpi: &Kpi, diagnostics: &mut Diagnostics) -> Option<(Measured, Place)> {
    let parts = (row.get("numerator"), row.get("denominator"));
    match (row.get("value"), parts) {
        (Some((_, value)), (Some((_, part)), _)) => {
            let problem = fields::keys_disagree((value, "value"), (part, "numerator"));
            diagnostics.push(problem.help("help-reading"));
            None
        }
        (Some((_, value)), (None, Some((_, part)))) => {
            let problem = fields::keys_disagree((value, "value"), (part, "denominator"));
            diagnostics.push(problem.help("help-reading"));
            None
        }
        (Some((value, place)), (None, None)) => {
            let written = &row.values.get("value")?.written;
            let value = fields::quantity_written(value, written, place, &kpi.unit, diagnostics)?;
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
