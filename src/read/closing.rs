//! What a cycle was closed with, read against its plan.

use super::fields::{self, Fields};
use super::ids::Ids;
use super::okr::{Ground, Plan};
use super::quantity::{Measure, quantity};
use super::shape;
use super::yaml::Node;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{
    ClosedKeyResult, ClosedObjective, Closing, Cycle, Exact, KeyResult, KeyResultKind, Objective,
    Place, Status, Text, WorkingDay, closing_figure, grade_of,
};

/// Reads the closing of a plan.
pub(crate) fn closing(
    root: Node<'_>,
    plan: &Plan,
    ground: &Ground<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Closing> {
    let mut keys = Fields::of(root, &shape::CLOSING, diagnostics)?;
    fields::format_version(&mut keys, diagnostics);
    let cycle = &plan.cycle;
    if let Some(node) = keys.require("cycle", diagnostics)
        && let Some(scalar) = fields::scalar(node, diagnostics)
        && scalar.text != cycle.id
    {
        let problem = disagree(node.place(), "cycle").with("written", scalar.text);
        diagnostics.push(problem.with("expected", &cycle.id).help("help-cycle"));
    }
    let closed_node = keys.require("closed", diagnostics);
    let closed = closed_node.and_then(|node| fields::past_date(node, ground.latest, diagnostics));
    let as_of = match keys.take("as_of") {
        Some(node) => fields::date(node, diagnostics).filter(|as_of| {
            let is_after = closed.is_some_and(|closed| *as_of > closed);
            if is_after {
                let problem = disagree(node.place(), "as-of").with("written", as_of);
                diagnostics.push(problem.help("help-as-of"));
            }
            !is_after
        }),
        None => closed,
    };
    let by = fields::optional_string(&mut keys, "by", diagnostics);
    let progress = keys.take("progress");
    let progress_place = progress.or(closed_node).map(|node| node.place());
    let progress = progress.and_then(|node| fields::number_or_fraction(node, diagnostics));
    let mut reader = ClosingReader {
        cycle,
        working_day: ground.working_day,
        seen: Ids::default(),
        gone: Vec::new(),
        diagnostics,
    };
    let objectives = match keys.take("objectives") {
        Some(node) => reader.objectives(node),
        None => vec![None; cycle.objectives.len()],
    };
    let gone = reader.gone;
    keys.finish(diagnostics);
    Some(Closing {
        closed: closed?,
        as_of: as_of?,
        by,
        progress,
        progress_place: progress_place?,
        objectives,
        gone,
        place: closed_node?.place(),
    })
}

struct ClosingReader<'r> {
    cycle: &'r Cycle,
    working_day: Option<&'r WorkingDay>,
    seen: Ids,
    gone: Vec<(String, Place)>,
    diagnostics: &'r mut Diagnostics,
}

impl ClosingReader<'_> {
    /// What is written of each of the plan's objectives.
    fn objectives(&mut self, node: Node<'_>) -> Vec<Option<ClosedObjective>> {
        let planned = &self.cycle.objectives;
        let mut objectives: Vec<Option<ClosedObjective>> = vec![None; planned.len()];
        for item in fields::items(node, self.diagnostics) {
            let Some(mut keys) = Fields::of(item, &shape::CLOSED_OBJECTIVE, self.diagnostics)
            else {
                continue;
            };
            let Some((name, place)) = self.id(&mut keys) else {
                keys.finish(self.diagnostics);
                continue;
            };
            let position = planned.iter().position(|own| own.id.as_str() == name);
            let own = position.map(|position| &planned[position]);
            let closed = self.objective(&mut keys, own, place);
            keys.finish(self.diagnostics);
            match position {
                Some(position) => objectives[position] = Some(closed),
                None => self.gone.push((name, place)),
            }
        }
        objectives
    }

    fn id(&mut self, keys: &mut Fields<'_>) -> Option<(String, Place)> {
        let node = keys.require("id", self.diagnostics)?;
        let id = fields::id(node, self.diagnostics)?;
        let is_first = self.seen.note(&id, node.place(), self.diagnostics);
        is_first.then(|| (id.to_string(), node.place()))
    }

    fn objective(
        &mut self,
        keys: &mut Fields<'_>,
        planned: Option<&Objective>,
        place: Place,
    ) -> ClosedObjective {
        let (progress, grade) = self.graded(keys);
        let retrospective = retrospective(keys, self.diagnostics);
        let planned = planned.map_or(&[][..], |own| &own.key_results);
        let mut key_results: Vec<Option<ClosedKeyResult>> = vec![None; planned.len()];
        // Key results share no namespace with objectives.
        let mut seen = std::mem::take(&mut self.seen);
        if let Some(node) = keys.take("key_results") {
            for item in fields::items(node, self.diagnostics) {
                let Some(mut keys) = Fields::of(item, &shape::CLOSED_KEY_RESULT, self.diagnostics)
                else {
                    continue;
                };
                if let Some((name, place)) = self.id(&mut keys) {
                    let position = planned.iter().position(|own| own.id.as_str() == name);
                    match position {
                        Some(position) => {
                            key_results[position] =
                                self.key_result(&mut keys, &planned[position], place);
                            keys.finish(self.diagnostics);
                        }
                        None => self.gone.push((name, place)),
                    }
                }
            }
        }
        std::mem::swap(&mut self.seen, &mut seen);
        ClosedObjective {
            progress,
            grade,
            retrospective,
            key_results,
            place,
        }
    }

    fn key_result(
        &mut self,
        keys: &mut Fields<'_>,
        planned: &KeyResult,
        place: Place,
    ) -> Option<ClosedKeyResult> {
        let statuses = Status::ALL.map(|status| (status.as_str(), status));
        let status = keys
            .require("status", self.diagnostics)
            .and_then(|node| fields::word(node, &statuses, self.diagnostics));
        let measure = Measure::declared(&planned.unit, self.working_day);
        let mut amount = |name: &'static str, diagnostics: &mut Diagnostics| {
            let node = keys.take(name)?;
            quantity(node, measure, diagnostics)
        };
        let baseline = amount("baseline", self.diagnostics);
        let target = amount("target", self.diagnostics);
        let value = amount("value", self.diagnostics);
        let dated = match value {
            Some(_) => keys.require("dated", self.diagnostics),
            None => keys.take("dated"),
        };
        let dated = dated.and_then(|node| fields::date(node, self.diagnostics));
        let written = keys.peek("progress").map(|node| node.place());
        let (progress, grade) = self.graded(keys);
        let retrospective = retrospective(keys, self.diagnostics);
        if let (Some(progress), Some(place)) = (&progress, written)
            && matches!(planned.kind, KeyResultKind::FromTo { .. })
        {
            self.follows([&baseline, &target, &value], progress, place);
        }
        Some(ClosedKeyResult {
            status: status?,
            baseline,
            target,
            value: value.zip(dated),
            progress,
            grade,
            retrospective,
            place,
        })
    }

    /// Progress, and the grade that must follow from it.
    fn graded(&mut self, keys: &mut Fields<'_>) -> (Option<Exact>, Option<Exact>) {
        let progress = keys
            .take("progress")
            .and_then(|node| fields::number_or_fraction(node, self.diagnostics));
        let grade_node = keys.take("grade");
        let grade = grade_node.and_then(|node| fields::number(node, self.diagnostics));
        if let (Some(node), Some(written), Some(progress)) = (grade_node, &grade, &progress) {
            let follows = grade_of(progress);
            if follows != *written {
                let problem = disagree(node.place(), "grade").with("written_figure", written);
                let problem = problem.with("progress_figure", progress);
                self.diagnostics.push(
                    problem
                        .with("expected_figure", follows)
                        .help("help-figures"),
                );
            }
        }
        (progress, grade)
    }

    /// Whether progress is what baseline, target and value make it.
    fn follows(&mut self, ends: [&Option<Exact>; 3], progress: &Exact, place: Place) {
        let [Some(baseline), Some(target), Some(value)] = ends else {
            return;
        };
        let way = (value - baseline).checked_div(&(target - baseline));
        if let Some(way) = way.as_ref().map(closing_figure)
            && way != *progress
        {
            let problem = disagree(place, "progress").with("written_figure", progress);
            self.diagnostics
                .push(problem.with("expected_figure", way).help("help-figures"));
        }
    }
}

/// What was learned; a text without words says nothing.
fn retrospective(keys: &mut Fields<'_>, diagnostics: &mut Diagnostics) -> Option<Text> {
    let node = keys.take("retrospective")?;
    let text = fields::text(node, diagnostics)?;
    let versions = [&text.plain, &text.portuguese, &text.english];
    let says_something = |version: &&Option<String>| {
        version
            .as_deref()
            .is_some_and(|words| !words.trim().is_empty())
    };
    versions.iter().any(says_something).then_some(text)
}

fn disagree(place: Place, what: &'static str) -> Diagnostic {
    Diagnostic::error(Code::ClosingFigures, place).with("what", what)
}
