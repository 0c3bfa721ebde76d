//! Check-ins, read against the plan whose key results they speak of.

use chrono::NaiveDate;

use super::fields::{self, Fields};
use super::quantity::{Measure, point_or_thousands, quantity};
use super::shape;
use super::yaml::Node;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{
    Baseline, CheckIn, Cycle, Exact, KeyResult, KeyResultKind, Place, Reached, ValueSource,
    WorkingDay,
};

/// A plan as check-ins are read against it.
#[derive(Clone, Copy)]
pub(crate) struct Planned<'p> {
    pub(crate) cycle: &'p Cycle,
    /// Names of key results that could not be read.
    pub(crate) failed: &'p [String],
    /// Whether a key result could not even be named, so that an unknown name may be its.
    pub(crate) has_nameless: bool,
    /// How long a working day is, where the workspace says so.
    pub(crate) working_day: Option<&'p WorkingDay>,
    /// The last day that has come.
    pub(crate) latest: NaiveDate,
}

/// Reads the check-ins of a plan.
pub(crate) fn check_ins(
    root: Node<'_>,
    plan: Planned<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<CheckIn> {
    // A file in which nobody has written yet is a list without rows.
    if root.scalar().is_some_and(super::yaml::Scalar::is_nothing) {
        return Vec::new();
    }
    let mut check_ins = Vec::new();
    for item in fields::items(root, diagnostics) {
        if let Some(mut keys) = Fields::of(item, &shape::CHECK_IN, diagnostics) {
            check_ins.extend(check_in(&mut keys, plan, diagnostics));
            keys.finish(diagnostics);
        }
    }
    // By day; those of one day stay in the order in which they were written.
    check_ins.sort_by_key(|check_in| check_in.date);
    check_ins
}

fn check_in(
    keys: &mut Fields<'_>,
    plan: Planned<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<CheckIn> {
    let place = keys.place();
    let date = keys
        .require("date", diagnostics)
        .and_then(|node| fields::past_date(node, plan.latest, diagnostics));
    let confidence = keys
        .take("confidence")
        .and_then(|node| fields::whole_number(node, 0, 10, diagnostics));
    let note = fields::optional_string(keys, "note", diagnostics);
    let by = fields::optional_string(keys, "by", diagnostics);
    let value = keys.take_entry("value");
    let milestone = keys.take_entry("milestone");
    let done = keys.take_entry("done");
    let baseline = keys.take("baseline");
    let node = keys.require("key_result", diagnostics)?;
    let name = fields::scalar(node, diagnostics)?.text;
    let position = key_result_position(plan.cycle, name);
    let Some(key_result) = position else {
        if !plan.has_nameless && !plan.failed.iter().any(|failed| failed == name) {
            let known: Vec<&str> = plan
                .cycle
                .objectives
                .iter()
                .flat_map(|objective| &objective.key_results)
                .map(|key_result| key_result.id.as_str())
                .collect();
            let problem =
                Diagnostic::error(Code::UnknownKeyResult, node.place()).with("written", name);
            diagnostics.push(fields::unknown_name(problem, name, &known));
        }
        return None;
    };
    if plan.failed.iter().any(|failed| failed == name) {
        return None;
    }
    let target = &plan.cycle.objectives[key_result.0].key_results[key_result.1];
    let measure = Measure {
        unit: &target.unit,
        working_day: plan.working_day,
        rival: target.rival_unit.as_ref(),
    };
    let baseline = baseline.and_then(|node| frozen(target, measure, node, diagnostics));
    let reached = reached(target, measure, value, milestone, done, diagnostics)?;
    Some(CheckIn {
        date: date?,
        key_result,
        reached,
        confidence,
        baseline,
        note,
        by,
        place,
    })
}

/// A baseline that is to stand, of a key result that has one to measure.
fn frozen(
    key_result: &KeyResult,
    measure: Measure<'_>,
    node: Node<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<(Exact, Place)> {
    let is_measured = match &key_result.kind {
        KeyResultKind::FromTo { baseline, .. } => !matches!(baseline, Baseline::Value(_)),
        _ => false,
    };
    if !is_measured {
        diagnostics.push(
            Diagnostic::error(Code::CheckInKind, node.place())
                .with("given", "baseline")
                .with("key_result", &key_result.id)
                .with("allowed", "none")
                .help("help-baseline"),
        );
        return None;
    }
    let value = quantity(node, measure, diagnostics)?;
    Some((value, node.place()))
}

fn key_result_position(cycle: &Cycle, name: &str) -> Option<(usize, usize)> {
    cycle
        .objectives
        .iter()
        .enumerate()
        .find_map(|(objective, found)| {
            let key_result = found
                .key_results
                .iter()
                .position(|key_result| key_result.id.as_str() == name)?;
            Some((objective, key_result))
        })
}

type Entry<'d> = Option<(Node<'d>, Node<'d>)>;

/// What a check-in says was reached, which must be something that its key result can take.
fn reached(
    key_result: &KeyResult,
    measure: Measure<'_>,
    value: Entry<'_>,
    milestone: Entry<'_>,
    done: Entry<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Reached> {
    let given: Vec<(&'static str, Node<'_>)> =
        [("value", value), ("milestone", milestone), ("done", done)]
            .into_iter()
            .filter_map(|(name, entry)| entry.map(|(key, _)| (name, key)))
            .collect();
    let allowed = match (&key_result.kind, &key_result.source) {
        (KeyResultKind::Milestones(_), _) => "milestone",
        (KeyResultKind::Done, _) => "done",
        (_, ValueSource::CheckIns) => "value",
        (_, ValueSource::Kpi(_)) => "kpi",
        (_, ValueSource::Score(_)) => "score",
        (_, ValueSource::ServiceLevel(_)) => "service-level",
    };
    for (name, key) in &given {
        if *name != allowed {
            diagnostics.push(
                Diagnostic::error(Code::CheckInKind, key.place())
                    .with("given", name)
                    .with("key_result", &key_result.id)
                    .with("allowed", allowed)
                    .help(match allowed {
                        "kpi" => "help-kpi",
                        "score" => "help-score",
                        "service-level" => "help-service-level",
                        _ => "help",
                    }),
            );
            return None;
        }
    }
    if let Some((_, node)) = value {
        let value = quantity(node, measure, diagnostics)?;
        if let Some(scalar) = node.scalar().filter(|_| !measure.unit.is_percent()) {
            diagnostics.extend(point_or_thousands(node.place(), scalar.text));
        }
        return Some(Reached::Value(value));
    }
    if let Some((_, node)) = done {
        return fields::boolean(node, diagnostics).map(Reached::Done);
    }
    if let Some((_, node)) = milestone
        && let KeyResultKind::Milestones(milestones) = &key_result.kind
    {
        let name = fields::scalar(node, diagnostics)?.text;
        let found = milestones
            .iter()
            .position(|milestone| milestone.id.as_str() == name);
        if found.is_none() {
            let known: Vec<&str> = milestones
                .iter()
                .map(|milestone| milestone.id.as_str())
                .collect();
            let problem =
                Diagnostic::error(Code::UnknownMilestone, node.place()).with("written", name);
            diagnostics.push(fields::unknown_name(problem, name, &known));
        }
        return found.map(Reached::Milestone);
    }
    Some(Reached::Nothing)
}
