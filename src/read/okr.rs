//! Plans of cycles, read against KPIs and rubrics.

use chrono::NaiveDate;

use super::fields::{self, Fields};
use super::ids::{Ids, duplicate_id};
use super::kpi::{KpiNames, counts_below_one, service_level_named, share_at};
use super::names::{dimension_named, unknown_rubric};
use super::overlay::Hidden;
use super::quantity::{Measure, ambiguous_value, quantity, two_readings};
use super::shape;
use super::yaml::{Node, Shape};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::{
    Accepted, Advice, Ambition, Amendment, Baseline, Change, Cycle, DateRange, Exact, Id, Keep,
    KeyResult, KeyResultKind, Length, Lineage, LinkedWorkspace, MaturityRef, Milestone, Objective,
    Period, Place, PlannedValue, Rubric, ServiceLevel, Target, Text, Unit, ValueSource, WayToGo,
    WorkingDay, YearPart, end_of_quarter,
};

/// What plans are read against.
pub(crate) struct Ground<'w> {
    pub(crate) kpis: &'w KpiNames<'w>,
    pub(crate) service_levels: &'w [ServiceLevel],
    /// How long a working day is, where the workspace says so.
    pub(crate) working_day: Option<&'w WorkingDay>,
    pub(crate) rubrics: &'w [Rubric],
    /// For each rubric, what overlays took out of it.
    pub(crate) hidden: &'w [Hidden],
    /// Whether a definition failed to read, so that an unknown name may be its fault.
    pub(crate) is_partial: bool,
    pub(crate) fiscal_start: u32,
    /// The last day that has come.
    pub(crate) latest: NaiveDate,
    /// The other workspaces that this one names; `None` where they could not be read.
    pub(crate) workspaces: Option<&'w [LinkedWorkspace]>,
}

/// A plan as read, with the names of key results that could not be.
pub(crate) struct Plan {
    pub(crate) cycle: Cycle,
    /// Where the plan says which cycle it is for.
    place: Place,
    pub(super) failed: Vec<String>,
    /// Whether a key result or objective could not even be named, so that an unknown name may be its.
    pub(super) has_nameless: bool,
    /// Objectives named by `supports`, to be looked up once every plan is read.
    pub(crate) supports: Vec<(String, Place)>,
}

impl Plan {
    /// A plan in the folder of another cycle: whoever looks for the one will read the other. A folder that is
    /// named by no period says nothing. `path` is the plan's, `okrs/2026-Q3/plan.yaml`.
    pub(crate) fn in_the_folder_of_another(
        &self,
        path: &str,
        fiscal_start: u32,
    ) -> Option<Diagnostic> {
        let folder = path.rsplit('/').nth(1)?;
        let meant = Period::parse(folder)?.range(fiscal_start);
        (meant != self.cycle.days).then(|| {
            Diagnostic::warning(Code::FolderCycle, self.place)
                .with("folder", folder)
                .with("right", format!("okrs/{}/", self.cycle.id))
                .help("help")
        })
    }
}

/// Stands in for the days of a cycle that cannot be told.
const ANY_DAY: DateRange = DateRange {
    first: NaiveDate::MIN,
    last: NaiveDate::MAX,
};

/// The words for how far an objective reaches.
pub(super) const AMBITIONS: [(&str, Ambition); 3] = [
    ("committed", Ambition::Committed),
    ("aspirational", Ambition::Aspirational),
    ("learning", Ambition::Learning),
];

/// The words for what a key result asks for.
pub(super) const KINDS: [(&str, KindName); 6] = [
    ("increase", KindName::Increase),
    ("decrease", KindName::Decrease),
    ("keep", KindName::Keep),
    ("milestones", KindName::Milestones),
    ("done", KindName::Done),
    ("establish_baseline", KindName::EstablishBaseline),
];

/// Reads a plan.
pub(crate) fn plan(
    root: Node<'_>,
    ground: &Ground<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Plan> {
    let mut keys = Fields::of(root, &shape::PLAN, diagnostics)?;
    fields::format_version(&mut keys, diagnostics);
    let cycle_node = keys.require("cycle", diagnostics);
    let period = match bounds(&mut keys, ground.fiscal_start, diagnostics) {
        Some(bounds) => {
            cycle_node.and_then(|node| fields::id(node, diagnostics));
            bounds
        }
        None => cycle_node.and_then(|node| fields::period(node, diagnostics)),
    };
    // Without its period the rest is still read, for what else is wrong with it: no date is then too early.
    let days = match period {
        Some(period) => period.range(ground.fiscal_start),
        None => ANY_DAY,
    };
    let mut reader = PlanReader::new(ground, days, diagnostics);
    let objectives = match keys.take("objectives") {
        Some(node) => reader.objectives(node),
        None => Vec::new(),
    };
    let accepts = reader.accepts(&mut keys);
    let mut has_nameless = reader.has_nameless;
    let (failed, supports) = (reader.failed, reader.supports);
    let errors_before = diagnostics.count(Severity::Error);
    keys.finish(diagnostics);
    has_nameless |= diagnostics.count(Severity::Error) > errors_before;
    let cycle_node = cycle_node?;
    let id = cycle_node.scalar()?.text.to_owned();
    Some(Plan {
        place: cycle_node.place(),
        has_nameless,
        cycle: Cycle {
            id,
            period: period?,
            days,
            objectives,
            check_ins: Vec::new(),
            closing: None,
            accepts,
            place: cycle_node.place(),
        },
        failed,
        supports,
    })
}

/// `start: 2026-08-10` and `end:`, a day, a period or a length from there: a cycle that bears a name. `None`
/// without either; nothing within where they cannot be read.
fn bounds(
    keys: &mut Fields<'_>,
    fiscal_start: u32,
    diagnostics: &mut Diagnostics,
) -> Option<Option<Period>> {
    let (start, end) = (keys.take_entry("start"), keys.take_entry("end"));
    let ((_, start), (_, end)) = match (start, end) {
        (None, None) => return None,
        (Some(start), Some(end)) => (start, end),
        (None, Some(_)) => {
            keys.require("start", diagnostics);
            return Some(None);
        }
        (Some(_), None) => {
            keys.require("end", diagnostics);
            return Some(None);
        }
    };
    let first = fields::date(start, diagnostics);
    let text = fields::scalar(end, diagnostics).map_or("", |scalar| scalar.text);
    let last = match (Length::parse(text), first) {
        (Some(length), Some(first)) => Some(length.last_day_from(first)),
        (Some(_), None) => None,
        (None, _) => fields::period(end, diagnostics).map(|period| period.range(fiscal_start).last),
    };
    let (Some(first), Some(last)) = (first, last) else {
        return Some(None);
    };
    if last < first {
        diagnostics.push(
            Diagnostic::error(Code::DateOrder, end.place())
                .with("what", "due")
                .with("date", last)
                .with("bound", first)
                .help("help-due"),
        );
        return Some(None);
    }
    Some(Some(Period::Range(DateRange { first, last })))
}

/// Reads the objectives of a catalogue as those of a cycle.
pub(crate) fn templates(
    keys: &mut Fields<'_>,
    period: Period,
    ground: &Ground<'_>,
    diagnostics: &mut Diagnostics,
) -> Cycle {
    let days = period.range(ground.fiscal_start);
    let objectives = match keys.take("objectives") {
        Some(node) => PlanReader::new(ground, days, diagnostics).objectives(node),
        None => Vec::new(),
    };
    Cycle {
        id: period.to_string(),
        period,
        days,
        objectives,
        check_ins: Vec::new(),
        closing: None,
        accepts: Vec::new(),
        place: keys.place(),
    }
}

struct PlanReader<'r, 'w> {
    ground: &'r Ground<'w>,
    days: DateRange,
    key_result_ids: Ids,
    objective_ids: Ids,
    failed: Vec<String>,
    has_nameless: bool,
    supports: Vec<(String, Place)>,
    diagnostics: &'r mut Diagnostics,
}

impl<'r, 'w> PlanReader<'r, 'w> {
    fn new(
        ground: &'r Ground<'w>,
        days: DateRange,
        diagnostics: &'r mut Diagnostics,
    ) -> PlanReader<'r, 'w> {
        PlanReader {
            ground,
            days,
            key_result_ids: Ids::default(),
            objective_ids: Ids::default(),
            failed: Vec::new(),
            has_nameless: false,
            supports: Vec::new(),
            diagnostics,
        }
    }
}

impl PlanReader<'_, '_> {
    fn objectives(&mut self, node: Node<'_>) -> Vec<Objective> {
        let mut objectives = Vec::new();
        for item in fields::items(node, self.diagnostics) {
            let Some(mut keys) = Fields::of(item, &shape::OBJECTIVE, self.diagnostics) else {
                self.has_nameless = true;
                continue;
            };
            objectives.extend(self.objective(&mut keys));
            // An unknown key may hold the key results.
            let errors_before = self.errors();
            keys.finish(self.diagnostics);
            self.has_nameless |= self.errors() > errors_before;
        }
        objectives
    }

    fn errors(&self) -> usize {
        self.diagnostics.count(Severity::Error)
    }

    fn objective(&mut self, keys: &mut Fields<'_>) -> Option<Objective> {
        let id_node = keys.require("id", self.diagnostics);
        let id = id_node.and_then(|node| fields::id(node, self.diagnostics));
        let title = optional_title(keys, self.diagnostics);
        let owner = fields::optional_string(keys, "owner", self.diagnostics);
        let ambition = keys
            .take("ambition")
            .and_then(|node| fields::word(node, &AMBITIONS, self.diagnostics))
            .unwrap_or(Ambition::Committed);
        let weight = fields::weight(keys, self.diagnostics);
        let improves = keys.take("improves").and_then(|node| self.maturity(node));
        let supports = keys
            .take("supports")
            .map(|node| self.supports(node))
            .unwrap_or_default();
        let from = lineage(keys, self.diagnostics);
        let mut key_results = Vec::new();
        if let Some(node) = keys.take("key_results") {
            self.has_nameless |= !matches!(node.shape(), Shape::Sequence);
            for item in fields::items(node, self.diagnostics) {
                key_results.extend(self.key_result_of(item));
            }
        }
        if let Some(node) = keys.take("amendments") {
            self.amendments(node, &mut key_results);
        }
        let accepts = self.accepts(keys);
        self.has_nameless |= id.is_none();
        let (id, place) = (id?, id_node?.place());
        if !self.objective_ids.note(&id, place, self.diagnostics) {
            return None;
        }
        Some(Objective {
            title: title.unwrap_or_else(|| Text::plain(id.as_str())),
            id,
            owner,
            ambition,
            weight,
            improves,
            supports,
            from,
            key_results,
            accepts,
            place,
        })
    }

    /// `accepts: [no-counterweight]`: advice that the author knows.
    fn accepts(&mut self, keys: &mut Fields<'_>) -> Vec<Accepted> {
        let Some(node) = keys.take("accepts") else {
            return Vec::new();
        };
        let items = fields::items(node, self.diagnostics);
        let accepted = items.into_iter().filter_map(|item| {
            let names = Advice::ALL.map(|advice| (advice.as_str(), advice));
            let advice = fields::word(item, &names, self.diagnostics)?;
            Some(Accepted {
                advice,
                place: item.place(),
            })
        });
        accepted.collect()
    }

    /// `supports: [2026/customer-first]`: looked up when every plan is read.
    fn supports(&mut self, node: Node<'_>) -> Vec<String> {
        let mut supports = Vec::new();
        for item in fields::items(node, self.diagnostics) {
            if let Some(name) = fields::string(item, self.diagnostics) {
                self.supports.push((name.clone(), item.place()));
                supports.push(name);
            }
        }
        supports
    }

    /// `customer-service`, or `customer-service/process`.
    fn maturity(&mut self, node: Node<'_>) -> Option<MaturityRef> {
        let scalar = fields::scalar(node, self.diagnostics)?;
        let (name, dimension) = match scalar.text.split_once('/') {
            Some((name, dimension)) => (name, Some(dimension)),
            None => (scalar.text, None),
        };
        let rubrics = self.ground.rubrics;
        let Some(rubric) = rubrics.iter().position(|rubric| rubric.id.as_str() == name) else {
            if !self.ground.is_partial {
                let place = fields::part(node, 0, name.len());
                self.diagnostics.push(unknown_rubric(place, name, rubrics));
            }
            return None;
        };
        let Some(written) = dimension else {
            return Some(MaturityRef {
                rubric,
                dimension: None,
            });
        };
        let place = fields::part(node, name.len() + 1, scalar.text.len());
        let (known, hidden) = (&rubrics[rubric], &self.ground.hidden[rubric]);
        let mut unread = Diagnostics::new();
        let diagnostics = match self.ground.is_partial {
            true => &mut unread,
            false => &mut *self.diagnostics,
        };
        let dimension = dimension_named(written, place, known, hidden, diagnostics)?;
        Some(MaturityRef {
            rubric,
            dimension: Some(dimension),
        })
    }

    fn key_result_of(&mut self, item: Node<'_>) -> Option<KeyResult> {
        let Some(mut keys) = Fields::of(item, &shape::KEY_RESULT, self.diagnostics) else {
            self.has_nameless = true;
            return None;
        };
        let id_node = keys.require("id", self.diagnostics);
        let id = id_node.and_then(|node| fields::id(node, self.diagnostics));
        let errors_before = self.errors();
        let key_result = self.key_result(&mut keys, id.as_ref(), id_node);
        self.has_nameless |= id.is_none();
        keys.finish(self.diagnostics);
        if let Some(id) = &id
            && let Some(node) = id_node
        {
            let has_failed = key_result.is_none() || self.errors() > errors_before;
            if has_failed {
                self.failed.push(id.as_str().to_owned());
            }
            if !self.key_result_ids.note(id, node.place(), self.diagnostics) {
                return None;
            }
        }
        key_result
    }

    fn key_result(
        &mut self,
        keys: &mut Fields<'_>,
        id: Option<&Id>,
        id_node: Option<Node<'_>>,
    ) -> Option<KeyResult> {
        let place_of = |name: &str| keys.peek(name).map(|node| node.place());
        let (title_place, due_place) = (place_of("title"), place_of("due"));
        let title = optional_title(keys, self.diagnostics);
        let source_note = keys
            .take("source")
            .and_then(|node| fields::text(node, self.diagnostics));
        let accepts = self.accepts(keys);
        let deliverable = keys
            .take("deliverable")
            .and_then(|node| fields::text(node, self.diagnostics));
        let weight = fields::weight(keys, self.diagnostics);
        let owner = fields::optional_string(keys, "owner", self.diagnostics);
        let from = lineage(keys, self.diagnostics);
        let due = match keys.take("due") {
            Some(node) => self.due(node),
            None => Some(self.days.last),
        };
        let source = self.source(keys);
        let (unit, rival) = self.unit(keys, source.as_ref());
        let measure = Measure {
            unit: &unit,
            working_day: self.ground.working_day,
            rival: rival.as_ref(),
        };
        let baseline_place = keys.peek("baseline").map(|node| node.place());
        let target_place = ["target", "at_least", "at_most", "between"]
            .iter()
            .find_map(|name| keys.peek(name))
            .map(|node| node.place());
        let said = std::mem::take(self.diagnostics);
        let kind = self.kind(
            keys,
            measure,
            source.as_ref(),
            due.unwrap_or(self.days.last),
        );
        let plan = match keys.take("plan") {
            Some(node) => self.planned_values(node, measure, due.unwrap_or(self.days.last)),
            None => Vec::new(),
        };
        let of_values = std::mem::replace(self.diagnostics, said).into_found();
        // Of a source that could not be read nobody knows what its values are in.
        let is_certain = |problem: &Diagnostic| {
            source.is_some() || !matches!(problem.code, Code::WrongUnit | Code::AmbiguousValue)
        };
        for problem in of_values.into_iter().filter(is_certain) {
            self.diagnostics.push(problem);
        }
        let id = id?;
        Some(KeyResult {
            id: id.clone(),
            title: title.unwrap_or_else(|| Text::plain(id.as_str())),
            deliverable,
            weight,
            due: due?,
            owner,
            source: source?,
            source_note,
            unit,
            rival_unit: rival,
            kind: kind?,
            plan,
            amendments: Vec::new(),
            from,
            accepts,
            place: id_node?.place(),
            title_place: title_place.unwrap_or(id_node?.place()),
            due_place: due_place.unwrap_or(id_node?.place()),
            baseline_place: baseline_place.unwrap_or(id_node?.place()),
            target_place: target_place.unwrap_or(id_node?.place()),
        })
    }

    /// A date, a period (its last day), or a length from the cycle's first day; `{end: quarter}` is the end of
    /// that in which the cycle begins, `{quarter: 2}` the first end of a second quarter from there on.
    fn due(&mut self, node: Node<'_>) -> Option<NaiveDate> {
        if matches!(node.shape(), Shape::Mapping) {
            return self.due_at_an_end(node);
        }
        let scalar = fields::scalar(node, self.diagnostics)?;
        let due = if let Some(period) = Period::parse(scalar.text) {
            period.range(self.ground.fiscal_start).last
        } else if let Some(length) = Length::parse(scalar.text) {
            if self.days == ANY_DAY {
                return None;
            }
            length.last_day_from(self.days.first)
        } else {
            let problem = match fields::not_a_period(node.place(), scalar.text) {
                problem if problem.help == Some("help") => problem.help("help-due"),
                problem => problem,
            };
            self.diagnostics.push(problem);
            return None;
        };
        if due < self.days.first {
            self.date_order(node.place(), due, self.days.first, "due");
            return None;
        }
        Some(due)
    }

    fn due_at_an_end(&mut self, node: Node<'_>) -> Option<NaiveDate> {
        let mut keys = Fields::of(node, &shape::DUE, self.diagnostics)?;
        let end = keys.take_entry("end");
        let quarter = keys.take_entry("quarter");
        let (first, start) = (self.days.first, self.ground.fiscal_start);
        let due = match (end, quarter) {
            (Some((_, node)), None) => fields::word(node, &YearPart::NAMES, self.diagnostics)
                .map(|part| part.end_from(first, start)),
            (None, Some((_, node))) => fields::whole_number(node, 1, 4, self.diagnostics)
                .map(|quarter| end_of_quarter(quarter, first, start)),
            (None, None) => {
                let place = keys.place();
                let problem = keys.lacking(&["end", "quarter"], place);
                self.diagnostics.push(problem);
                None
            }
            (Some((end, _)), Some((quarter, _))) => {
                let (end, quarter) = ((end.place(), "end"), (quarter.place(), "quarter"));
                let problem = fields::keys_disagree(end, quarter);
                self.diagnostics.push(problem.help("help-one"));
                None
            }
        };
        keys.finish(self.diagnostics);
        due.filter(|_| self.days != ANY_DAY)
    }

    fn date_order(&mut self, place: Place, date: NaiveDate, bound: NaiveDate, what: &'static str) {
        let help = match what {
            "due" => "help-due",
            "plan-late" => "help-plan-late",
            "plan-early" => "help-plan-early",
            _ => "help-plan",
        };
        self.diagnostics.push(
            Diagnostic::error(Code::DateOrder, place)
                .with("what", what)
                .with("date", date)
                .with("bound", bound)
                .help(help),
        );
    }

    fn source(&mut self, keys: &mut Fields<'_>) -> Option<ValueSource> {
        let mut named = Vec::new();
        for name in ["kpi", "score", "service_level"] {
            named.extend(keys.take_entry(name).map(|(key, node)| (name, key, node)));
        }
        match named.as_slice() {
            [] => Some(ValueSource::CheckIns),
            [("kpi", _, node)] => {
                let named = self.ground.kpis.named(*node, self.diagnostics);
                named.map(ValueSource::Kpi)
            }
            [("score", _, node)] => self.maturity(*node).map(ValueSource::Score),
            [(_, _, node)] => self.service_level(*node).map(ValueSource::ServiceLevel),
            [(name, first, _), (other, second, _), ..] => {
                let problem = fields::keys_disagree((first.place(), name), (second.place(), other));
                self.diagnostics.push(problem.help("help-one"));
                None
            }
        }
    }

    fn service_level(&mut self, node: Node<'_>) -> Option<usize> {
        let written = fields::scalar(node, self.diagnostics)?.text;
        let (known, is_partial) = (self.ground.service_levels, self.ground.is_partial);
        service_level_named(written, node.place(), known, is_partial, self.diagnostics)
    }

    /// The unit of the source, the one declared, or the one that the target or baseline carries; and in the last
    /// case another unit of time that they carry, which a bare number could be in as well.
    fn unit(
        &mut self,
        keys: &mut Fields<'_>,
        source: Option<&ValueSource>,
    ) -> (Unit, Option<Unit>) {
        let place = keys.peek("unit").map(|node| node.place());
        let declared = fields::optional_string(keys, "unit", self.diagnostics);
        let of_source = match source {
            Some(ValueSource::Kpi(kpi)) => Some(self.ground.kpis.kpi(*kpi).unit.clone()),
            Some(ValueSource::ServiceLevel(_)) => Some(Unit::parse("%")),
            Some(ValueSource::CheckIns | ValueSource::Score(_)) | None => None,
        };
        match (of_source, declared) {
            (Some(unit), declared) => {
                if let (Some(declared), Some(place)) = (declared, place) {
                    self.check_unit(&Unit::parse(&declared), &unit, place);
                }
                (unit, None)
            }
            (None, Some(declared)) => (Unit::parse(&declared), None),
            (None, None) => self.unit_carried(keys),
        }
    }

    /// Notes a unit declared that is not the one of the source: a bare target would be read in the latter.
    fn check_unit(&mut self, declared: &Unit, of_source: &Unit, place: Place) {
        let one = of_source.read(&declared.written("1"), None);
        if one != Ok(Exact::ONE) {
            let problem = Diagnostic::error(Code::KeysDisagree, place).with("what", "unit");
            let problem = problem
                .with("second", &declared.text)
                .with("unit", &of_source.text);
            self.diagnostics.push(problem.help("help-unit"));
        }
    }

    fn unit_carried(&mut self, keys: &Fields<'_>) -> (Unit, Option<Unit>) {
        let mut units: Vec<Unit> = Vec::new();
        for name in ["baseline", "target", "at_least", "at_most", "between"] {
            let Some(node) = keys.peek(name) else {
                continue;
            };
            let ends: Vec<Node<'_>> = node.items().collect();
            for end in if ends.is_empty() { vec![node] } else { ends } {
                let Some(scalar) = end.scalar().filter(|scalar| !is_relative(scalar.text)) else {
                    continue;
                };
                let carried = Unit::all_carried_by(scalar.text);
                if units.is_empty() && carried.first().is_some_and(|unit| unit.text == "$") {
                    self.which_dollar(end, scalar.text);
                }
                units.extend(carried);
            }
        }
        let mut units = units.into_iter();
        let Some(unit) = units.next() else {
            return (Unit::count(), None);
        };
        let rival =
            units.find(|other| unit.is_time() && other.is_time() && other.kind != unit.kind);
        (unit, rival)
    }

    /// Notes `$` where nothing says whose: declared, it is what its author means by it.
    fn which_dollar(&mut self, node: Node<'_>, written: &str) {
        if let Ok(number) = Unit::parse("$").read(written, None) {
            let readings = ["US$", "R$"].map(|sign| format!("{sign} {number}"));
            let problem = ambiguous_value(node.place(), "dollar", written);
            let problem = two_readings(problem, readings);
            self.diagnostics.push(problem.help("help-dollar"));
        }
    }

    fn kind(
        &mut self,
        keys: &mut Fields<'_>,
        measure: Measure<'_>,
        source: Option<&ValueSource>,
        due: NaiveDate,
    ) -> Option<KeyResultKind> {
        let kind_node = keys.take("kind");
        let named = match kind_node {
            Some(node) => Some(fields::word(node, &KINDS, self.diagnostics)?),
            None if keys.has("milestones") => Some(KindName::Milestones),
            None if keys.has("at_least") || keys.has("at_most") || keys.has("between") => {
                Some(KindName::Keep)
            }
            None => None,
        };
        match named {
            None => self.baseline_to_target(keys, measure, (None, kind_node), source),
            Some(KindName::Increase) => {
                let way = (Some(WayToGo::Increase), kind_node);
                self.baseline_to_target(keys, measure, way, source)
            }
            Some(KindName::Decrease) => {
                let way = (Some(WayToGo::Decrease), kind_node);
                self.baseline_to_target(keys, measure, way, source)
            }
            Some(KindName::Keep) => {
                let node = keys.peek("at_least");
                let keep = self.keep(keys, measure)?;
                if let (Keep::AtLeast(value), Some(node)) = (&keep, node) {
                    self.note_shares(measure.unit, source, &[(node, value)]);
                }
                Some(KeyResultKind::Keep(keep))
            }
            Some(KindName::Milestones) => {
                let node = keys.require("milestones", self.diagnostics)?;
                Some(KeyResultKind::Milestones(self.milestones(node, due)))
            }
            Some(KindName::Done) => {
                if source.is_some_and(|source| *source != ValueSource::CheckIns)
                    && let Some(node) = kind_node
                {
                    self.diagnostics.push(
                        Diagnostic::error(Code::KeysDisagree, node.place())
                            .with("what", "done")
                            .help("help-done"),
                    );
                }
                Some(KeyResultKind::Done)
            }
            Some(KindName::EstablishBaseline) => Some(KeyResultKind::EstablishBaseline),
        }
    }

    fn baseline_to_target(
        &mut self,
        keys: &mut Fields<'_>,
        measure: Measure<'_>,
        (direction, kind_node): (Option<WayToGo>, Option<Node<'_>>),
        source: Option<&ValueSource>,
    ) -> Option<KeyResultKind> {
        // Of a number that a comma cut in two nothing more is to be said than that.
        let is_cut = keys.is_cut("baseline") || keys.is_cut("target");
        let baseline_node = keys.take("baseline");
        let target_node = keys.require("target", self.diagnostics)?;
        if is_cut {
            return None;
        }
        let baseline = match baseline_node {
            Some(node) => self.baseline(node, measure),
            None => Some(Baseline::FirstReading),
        };
        let start = baseline.as_ref().and_then(stated_start);
        let target = self.target(target_node, measure, start);
        let (baseline, target) = (baseline?, target?);
        let mut ends = Vec::new();
        if let (Some(node), Baseline::Value(value)) = (baseline_node, &baseline) {
            ends.push((node, value));
        }
        if let Target::Value(value) = &target {
            ends.push((target_node, value));
        }
        self.note_shares(measure.unit, source, &ends);
        if let Baseline::Value(start) = &baseline {
            let end = target.value(start);
            if end == *start {
                self.diagnostics.push(
                    Diagnostic::error(Code::TargetIsBaseline, target_node.place())
                        .with("value", format!("{start} {}", measure.unit.text))
                        .help("help"),
                );
                return None;
            }
            let actual = if end > *start {
                WayToGo::Increase
            } else {
                WayToGo::Decrease
            };
            self.direction_holds(direction, actual, start, &end, kind_node)?;
        } else {
            let zero = Exact::ZERO;
            let (is_nothing, sign) = match &target {
                Target::Relative(share) => (share.is_zero(), share > &zero),
                Target::Points(points) => (points.is_zero(), points > &zero),
                Target::Times(times) => (*times == Exact::ONE, times > &Exact::ONE),
                Target::Value(_) => (false, direction == Some(WayToGo::Increase)),
            };
            if is_nothing {
                self.diagnostics.push(
                    Diagnostic::error(Code::TargetIsBaseline, target_node.place())
                        .with(
                            "value",
                            target_node.scalar().map_or("", |scalar| scalar.text),
                        )
                        .help("help"),
                );
                return None;
            }
            if !matches!(target, Target::Value(_)) {
                let actual = if sign {
                    WayToGo::Increase
                } else {
                    WayToGo::Decrease
                };
                let way = target_node.scalar().map_or("", |scalar| scalar.text);
                if direction.is_some_and(|direction| direction != actual)
                    && let Some(node) = kind_node
                {
                    self.wrong_direction(node, "none", way);
                    return None;
                }
            }
        }
        Some(KeyResultKind::FromTo {
            direction,
            baseline,
            target,
        })
    }

    /// Notes values that are written as shares where percentages belong. Of what no KPI explains, only beside one
    /// that is much larger: half a percent may well be a target.
    fn note_shares(
        &mut self,
        unit: &Unit,
        source: Option<&ValueSource>,
        ends: &[(Node<'_>, &Exact)],
    ) {
        let ten = Exact::from(10u32);
        let is_doubtful = unit.is_percent()
            && match source {
                Some(ValueSource::Kpi(kpi)) => !counts_below_one(self.ground.kpis.kpi(*kpi)),
                Some(ValueSource::ServiceLevel(_)) => true,
                Some(ValueSource::CheckIns | ValueSource::Score(_)) | None => {
                    ends.iter().any(|(_, value)| **value >= ten)
                }
            };
        for (node, value) in ends.iter().filter(|_| is_doubtful) {
            self.diagnostics.extend(share_at(*node, value));
        }
    }

    fn direction_holds(
        &mut self,
        stated: Option<WayToGo>,
        actual: WayToGo,
        start: &Exact,
        end: &Exact,
        kind_node: Option<Node<'_>>,
    ) -> Option<()> {
        if let (Some(stated), Some(node)) = (stated, kind_node)
            && stated != actual
        {
            self.wrong_direction(node, &start.to_string(), &end.to_string());
            return None;
        }
        Some(())
    }

    fn wrong_direction(&mut self, node: Node<'_>, from: &str, to: &str) {
        let stated = node.scalar().map_or("", |scalar| scalar.text);
        self.diagnostics.push(
            Diagnostic::error(Code::WrongDirection, node.place())
                .with("stated", stated)
                .with("from", from)
                .with("to", to)
                .help("help"),
        );
    }

    /// A value, or a mapping that says whose reading it is.
    fn baseline(&mut self, node: Node<'_>, measure: Measure<'_>) -> Option<Baseline> {
        if !matches!(node.shape(), Shape::Mapping) {
            return quantity(node, measure, self.diagnostics).map(Baseline::Value);
        }
        let mut keys = Fields::of(node, &shape::BASELINE, self.diagnostics)?;
        let period = keys.take("period");
        let date = keys.take("date");
        let days = match (period, date) {
            (Some(node), None) => fields::period(node, self.diagnostics)
                .map(|period| period.range(self.ground.fiscal_start)),
            (None, Some(node)) => fields::date(node, self.diagnostics).map(|date| DateRange {
                first: date,
                last: date,
            }),
            (None, None) => {
                let place = keys.place();
                self.diagnostics
                    .push(keys.lacking(&["period", "date"], place));
                None
            }
            (Some(first), Some(node)) => {
                let problem =
                    fields::keys_disagree((first.place(), "period"), (node.place(), "date"));
                self.diagnostics.push(problem.help("help-one"));
                None
            }
        };
        keys.finish(self.diagnostics);
        days.map(Baseline::At)
    }

    /// An absolute value, or one relative to the baseline: `-20%`, `+25%`, `+5pp`, `x2`. `start` is the
    /// baseline, where it is stated, to show what a target in doubt would come to.
    fn target(
        &mut self,
        node: Node<'_>,
        measure: Measure<'_>,
        start: Option<&Exact>,
    ) -> Option<Target> {
        let unit = measure.unit;
        let scalar = fields::scalar(node, self.diagnostics)?;
        let written = scalar.text.trim();
        if let Some(times) = written.strip_prefix('x').and_then(unsigned) {
            return Some(Target::Times(times));
        }
        let signed = |suffix: &str| {
            let (sign, digits) = match written.strip_prefix('+') {
                Some(digits) => (1, digits),
                None => (-1, written.strip_prefix('-')?),
            };
            let number = unsigned(digits.strip_suffix(suffix)?.trim_end())?;
            Some(number * Exact::from(i64::from(sign)))
        };
        if let Some(points) = signed("pp") {
            if !unit.is_percent() {
                let problem = points_without_percent(node.place(), written, &points, unit, start);
                self.diagnostics.push(problem);
                return None;
            }
            return Some(Target::Points(points));
        }
        if let Some(percent) = signed("%") {
            if unit.is_percent() {
                let problem = points_or_share(node.place(), written, &percent, start);
                self.diagnostics.push(problem);
                return None;
            }
            return Some(Target::Relative(percent / Exact::from(100u32)));
        }
        let share = written.strip_suffix('%').map(str::trim_end);
        if let Some(percent) = share.filter(|share| unsigned(share).is_some())
            && !unit.is_percent()
        {
            self.diagnostics.push(
                Diagnostic::error(Code::WrongUnit, node.place())
                    .with("written", written)
                    .with("found", "%")
                    .with("unit", &unit.text)
                    .with("less", format!("-{percent}%"))
                    .with("more", format!("+{percent}%"))
                    .help("help-share"),
            );
            return None;
        }
        quantity(node, measure, self.diagnostics).map(Target::Value)
    }

    fn keep(&mut self, keys: &mut Fields<'_>, measure: Measure<'_>) -> Option<Keep> {
        let mut forms = Vec::new();
        for name in ["at_least", "at_most", "between"] {
            if let Some((key, node)) = keys.take_entry(name) {
                forms.push((name, key, node));
            }
        }
        match forms.as_slice() {
            [("at_least", _, node)] => {
                quantity(*node, measure, self.diagnostics).map(Keep::AtLeast)
            }
            [("at_most", _, node)] => quantity(*node, measure, self.diagnostics).map(Keep::AtMost),
            [(_, _, node)] => {
                let items = fields::items(*node, self.diagnostics);
                let [low, high] = items.as_slice() else {
                    self.diagnostics.push(
                        Diagnostic::error(Code::KeysDisagree, node.place())
                            .with("what", "between")
                            .help("help-between"),
                    );
                    return None;
                };
                let low = quantity(*low, measure, self.diagnostics)?;
                let high = quantity(*high, measure, self.diagnostics)?;
                if low > high {
                    self.diagnostics.push(
                        Diagnostic::error(Code::KeysDisagree, node.place())
                            .with("what", "between")
                            .help("help-between"),
                    );
                    return None;
                }
                Some(Keep::Between(low, high))
            }
            [] => {
                keys.require("at_least", self.diagnostics);
                None
            }
            [(name, first, _), (other, second, _), ..] => {
                let problem = fields::keys_disagree((first.place(), name), (second.place(), other));
                self.diagnostics.push(problem.help("help-one"));
                None
            }
        }
    }

    fn milestones(&mut self, node: Node<'_>, due: NaiveDate) -> Vec<Milestone> {
        let mut milestones = Vec::new();
        let mut seen = Ids::default();
        let items = fields::items(node, self.diagnostics);
        let is_list = matches!(node.shape(), Shape::Sequence);
        let count = items.len();
        for item in items {
            let Some(mut keys) = Fields::of(item, &shape::MILESTONE, self.diagnostics) else {
                continue;
            };
            let id_node = keys.require("id", self.diagnostics);
            let id = id_node.and_then(|node| fields::id(node, self.diagnostics));
            let title = optional_title(&mut keys, self.diagnostics);
            let weight = fields::weight(&mut keys, self.diagnostics);
            let own_due = match keys.take("due") {
                Some(node) => self.due(node),
                None => Some(due),
            };
            keys.finish(self.diagnostics);
            if let (Some(id), Some(node), Some(due)) = (id, id_node, own_due)
                && seen.note(&id, node.place(), self.diagnostics)
            {
                milestones.push(Milestone {
                    title: title.unwrap_or_else(|| Text::plain(id.as_str())),
                    id,
                    weight,
                    due,
                    place: node.place(),
                });
            }
        }
        // Of a milestone that cannot be read, its own problem is told; its weight is not known.
        let are_all_read = is_list && milestones.len() == count;
        if are_all_read && milestones.iter().all(|own| own.weight.is_zero()) {
            self.diagnostics.push(
                Diagnostic::error(Code::NoWeight, node.place())
                    .with("id", "milestones")
                    .help("help"),
            );
        }
        milestones
    }

    fn planned_values(
        &mut self,
        node: Node<'_>,
        measure: Measure<'_>,
        due: NaiveDate,
    ) -> Vec<PlannedValue> {
        let mut plan: Vec<PlannedValue> = Vec::new();
        for item in fields::items(node, self.diagnostics) {
            let Some(mut keys) = Fields::of(item, &shape::PLANNED_VALUE, self.diagnostics) else {
                continue;
            };
            let by_node = keys.require("by", self.diagnostics);
            let by = by_node.and_then(|node| fields::date(node, self.diagnostics));
            let value_node = keys.require("value", self.diagnostics);
            let value = value_node.and_then(|node| quantity(node, measure, self.diagnostics));
            keys.finish(self.diagnostics);
            let (Some(by), Some(value), Some(node)) = (by, value, by_node) else {
                continue;
            };
            let earliest = plan.last().map_or(self.days.first, |last| last.by);
            if by < earliest || by > due || plan.last().is_some_and(|last| last.by == by) {
                let (bound, what) = match plan.last() {
                    _ if by > due => (due, "plan-late"),
                    Some(last) => (last.by, "plan"),
                    None => (earliest, "plan-early"),
                };
                self.date_order(node.place(), by, bound, what);
                continue;
            }
            plan.push(PlannedValue {
                by,
                value,
                place: value_node.unwrap_or(node).place(),
            });
        }
        plan
    }

    fn amendments(&mut self, node: Node<'_>, key_results: &mut [KeyResult]) {
        for item in fields::items(node, self.diagnostics) {
            let Some(mut keys) = Fields::of(item, &shape::AMENDMENT, self.diagnostics) else {
                continue;
            };
            self.amendment(&mut keys, key_results);
            keys.finish(self.diagnostics);
        }
        for key_result in key_results {
            key_result
                .amendments
                .sort_by_key(|amendment| amendment.date);
        }
    }

    fn amendment(&mut self, keys: &mut Fields<'_>, key_results: &mut [KeyResult]) -> Option<()> {
        let date_node = keys.require("date", self.diagnostics);
        let date = date_node
            .and_then(|node| fields::past_date(node, self.ground.latest, self.diagnostics));
        let reason = keys
            .require("reason", self.diagnostics)
            .and_then(|node| fields::text(node, self.diagnostics));
        let target = keys.take("target");
        let due = keys.take("due");
        let dropped = keys
            .take("dropped")
            .and_then(|node| fields::boolean(node, self.diagnostics))
            .unwrap_or(false);
        let node = keys.require("key_result", self.diagnostics)?;
        let name = fields::scalar(node, self.diagnostics)?.text;
        let Some(position) = key_results
            .iter()
            .position(|key_result| key_result.id.as_str() == name)
        else {
            if !self.has_nameless && !self.failed.iter().any(|failed| failed == name) {
                let known: Vec<&str> = key_results
                    .iter()
                    .map(|key_result| key_result.id.as_str())
                    .collect();
                let problem =
                    Diagnostic::error(Code::UnknownKeyResult, node.place()).with("written", name);
                self.diagnostics
                    .push(fields::unknown_name(problem, name, &known));
            }
            return None;
        };
        let unit = key_results[position].unit.clone();
        let rival = key_results[position].rival_unit.clone();
        let start = match &key_results[position].kind {
            KeyResultKind::FromTo { baseline, .. } => stated_start(baseline).cloned(),
            _ => None,
        };
        let mut changes = Vec::new();
        let has_target = matches!(key_results[position].kind, KeyResultKind::FromTo { .. });
        if let Some(node) = target
            && !has_target
        {
            // Nothing would change: what is kept, or done, has no target to move.
            self.diagnostics.push(
                Diagnostic::error(Code::KeysDisagree, node.place())
                    .with("what", "target")
                    .help("help-no-target"),
            );
        } else if let Some(node) = target {
            let measure = Measure {
                unit: &unit,
                working_day: self.ground.working_day,
                rival: rival.as_ref(),
            };
            let start = start.as_ref();
            changes.extend(self.target(node, measure, start).map(Change::Target));
        }
        if let Some(node) = due {
            changes.extend(self.due(node).map(Change::Due));
        }
        if dropped {
            changes.push(Change::Dropped);
        }
        if changes.is_empty() && target.is_none() && due.is_none() {
            let place = keys.place();
            self.diagnostics
                .push(keys.lacking(&["target", "due", "dropped"], place));
        }
        let (date, reason, place) = (date?, reason?, date_node?.place());
        for change in changes {
            key_results[position].amendments.push(Amendment {
                date,
                change,
                reason: reason.clone(),
                place,
            });
        }
        Some(())
    }
}

#[derive(Clone, Copy)]
pub(super) enum KindName {
    Increase,
    Decrease,
    Keep,
    Milestones,
    Done,
    EstablishBaseline,
}

/// A baseline that is stated as a value.
fn stated_start(baseline: &Baseline) -> Option<&Exact> {
    match baseline {
        Baseline::Value(start) => Some(start),
        Baseline::At(_) | Baseline::FirstReading => None,
    }
}

/// A number without sign or unit: a decimal, or a fraction such as `4/3`.
fn unsigned(text: &str) -> Option<Exact> {
    let is_bare = text.starts_with(|first: char| first.is_ascii_digit())
        && text.ends_with(|last: char| last.is_ascii_digit());
    is_bare.then(|| Unit::count().read(text, None).ok())?
}

/// A share of a value, with its sign: `+10%`.
fn signed_percent(percent: &Exact) -> String {
    let sign = if percent.is_negative() { "" } else { "+" };
    format!("{sign}{percent}%")
}

/// `60% → 66%`
fn from_to(start: &Exact, end: &Exact, unit: &Unit) -> String {
    const PLACES: usize = 2;
    let [start, end] = [start, end].map(|value| unit.written(&value.rounded_short(PLACES)));
    format!("{start} → {end}")
}

/// `+10%` of a percentage: points, or a share? With a known start, also what each would come to.
fn points_or_share(
    place: Place,
    written: &str,
    percent: &Exact,
    start: Option<&Exact>,
) -> Diagnostic {
    let sign = if percent.is_negative() { "" } else { "+" };
    let points = format!("{sign}{percent}pp");
    let times = Exact::ONE + percent / &Exact::from(100u32);
    let problem = Diagnostic::error(Code::AmbiguousTarget, place)
        .with("written", written)
        .with("points", points)
        .with("times", format!("x{times}"));
    let Some(start) = start else {
        return problem.help("help");
    };
    let unit = Unit::parse("%");
    problem
        .with("by_points", from_to(start, &(start + percent), &unit))
        .with("by_times", from_to(start, &(start * &times), &unit))
        .help("help-values")
}

/// `+5pp` of hours: points are of percentages, and a share is written otherwise.
fn points_without_percent(
    place: Place,
    written: &str,
    points: &Exact,
    unit: &Unit,
    start: Option<&Exact>,
) -> Diagnostic {
    let problem = Diagnostic::error(Code::WrongUnit, place)
        .with("written", written)
        .with("found", "pp")
        .with("unit", &unit.text)
        .with("share", signed_percent(points));
    let Some(start) = start else {
        return problem.help("help-points");
    };
    let end = Target::Relative(points / &Exact::from(100u32)).value(start);
    problem
        .with("by_share", from_to(start, &end, unit))
        .help("help-points-value")
}

/// Whether a target is written against its baseline: `-20%`, `+5pp`, `x2`. A negative value is none.
fn is_relative(written: &str) -> bool {
    let is_share = written.ends_with('%') || written.ends_with("pp");
    written.starts_with(['+', 'x']) || written.starts_with('-') && is_share
}

/// `from: 2026-Q3/response-time`: what it goes on with.
fn lineage(keys: &mut Fields<'_>, diagnostics: &mut Diagnostics) -> Option<Lineage> {
    let node = keys.take("from")?;
    let name = fields::string(node, diagnostics)?;
    Some(Lineage {
        name,
        place: node.place(),
    })
}

fn optional_title(keys: &mut Fields<'_>, diagnostics: &mut Diagnostics) -> Option<Text> {
    let node = keys.take("title")?;
    fields::text(node, diagnostics)
}

/// Looks up the objectives that others say they support. Where a plan could not be read, or an objective in
/// it, a name that is not found may be its.
pub(crate) fn check_supports(plans: &[Plan], are_all_read: bool, diagnostics: &mut Diagnostics) {
    if !are_all_read || plans.iter().any(|plan| plan.has_nameless) {
        return;
    }
    let known = objective_names(plans);
    for (name, place) in plans.iter().flat_map(|plan| &plan.supports) {
        if !name.contains(':') && !known.contains(name) {
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let problem = Diagnostic::warning(Code::UnknownObjective, *place).with("written", name);
            diagnostics.push(fields::unknown_name(problem, name, &known));
        }
    }
}

/// Looks up the workspaces of objectives that lie in another one, `group:2026/customer-first`; whether the
/// objective is there is for those to say who read that workspace.
pub(crate) fn check_workspaces(
    plans: &[Plan],
    declared: Option<&[LinkedWorkspace]>,
    diagnostics: &mut Diagnostics,
) {
    let Some(declared) = declared else {
        return;
    };
    let known: Vec<&str> = declared.iter().map(|own| own.id.as_str()).collect();
    for (name, place) in plans.iter().flat_map(|plan| &plan.supports) {
        if let Some((workspace, _)) = name.split_once(':')
            && !known.contains(&workspace)
        {
            let problem =
                Diagnostic::warning(Code::UnknownWorkspace, *place).with("written", workspace);
            diagnostics.push(fields::unknown_name(problem, workspace, &known));
        }
    }
}

/// Looks up what objectives and key results say they go on with: something of an earlier cycle.
pub(crate) fn check_lineage(plans: &[Plan], are_all_read: bool, diagnostics: &mut Diagnostics) {
    if !are_all_read || plans.iter().any(|plan| plan.has_nameless) {
        return;
    }
    let earlier = |plan: &Plan| {
        let first = plan.cycle.days.first;
        let plans = plans.iter();
        plans.filter(move |own| own.cycle.days.first < first)
    };
    for plan in plans {
        for objective in &plan.cycle.objectives {
            if let Some(from) = &objective.from {
                let known = objective_names(earlier(plan));
                unknown_from(from, &known, Code::UnknownObjective, diagnostics);
            }
            for key_result in &objective.key_results {
                if let Some(from) = &key_result.from
                    && !has_failed(plans, &from.name)
                {
                    let known = key_result_names(earlier(plan));
                    unknown_from(from, &known, Code::UnknownKeyResult, diagnostics);
                }
            }
        }
    }
}

/// Every objective, as `cycle/objective`.
fn objective_names<'p>(plans: impl IntoIterator<Item = &'p Plan>) -> Vec<String> {
    let mut names = Vec::new();
    for cycle in plans.into_iter().map(|plan| &plan.cycle) {
        for objective in &cycle.objectives {
            names.push(format!("{}/{}", cycle.id, objective.id));
        }
    }
    names
}

/// Every key result, as `cycle/key-result`.
fn key_result_names<'p>(plans: impl IntoIterator<Item = &'p Plan>) -> Vec<String> {
    let mut names = Vec::new();
    for cycle in plans.into_iter().map(|plan| &plan.cycle) {
        let objectives = cycle.objectives.iter();
        for key_result in objectives.flat_map(|objective| &objective.key_results) {
            names.push(format!("{}/{}", cycle.id, key_result.id));
        }
    }
    names
}

/// Whether a key result of this name is there and could not be read.
fn has_failed(plans: &[Plan], name: &str) -> bool {
    plans.iter().any(|plan| {
        let mut failed = plan.failed.iter();
        failed.any(|id| name == format!("{}/{id}", plan.cycle.id))
    })
}

fn unknown_from(from: &Lineage, known: &[String], code: Code, diagnostics: &mut Diagnostics) {
    if known.contains(&from.name) {
        return;
    }
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let problem = Diagnostic::warning(code, from.place).with("written", &from.name);
    diagnostics.push(fields::unknown_name(problem, &from.name, &known));
}

/// Notes cycles that are planned a second time.
pub(crate) fn without_duplicates<T>(
    plans: Vec<(Plan, T)>,
    diagnostics: &mut Diagnostics,
) -> Vec<(Plan, T)> {
    let mut kept: Vec<(Plan, T)> = Vec::new();
    for (plan, files) in plans {
        let first = kept
            .iter()
            .find(|(known, _)| known.cycle.id == plan.cycle.id);
        if let Some((first, _)) = first {
            diagnostics.push(duplicate_id(&plan.cycle.id, plan.place, first.place));
            continue;
        }
        kept.push((plan, files));
    }
    kept
}
