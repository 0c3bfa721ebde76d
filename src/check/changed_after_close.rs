//! What differs by now from what a cycle was closed with: its figures stand, and somebody should know.
//!
//! Told once a key result, at its line in the closing. Silent where a file that it may follow from has an error.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{
    ClosedKeyResult, Closing, Cycle, Exact, KeyResult, Place, Unit, Workspace, is_as_closed,
};
use crate::score::key_result::{KeyResultScore, Moved};
use crate::score::trace::{Source, Traced};
use crate::score::{CycleScore, Scores};

/// Notes every figure that has moved, and what was added to a plan or taken out of it.
pub(super) fn check(workspace: &Workspace, scores: &Scores, diagnostics: &mut Diagnostics) {
    for (cycle, score) in workspace.cycles.iter().zip(&scores.cycles) {
        if let Some(closing) = cycle.closing.as_ref().filter(|_| score.is_closed) {
            moved(closing, cycle, score, diagnostics);
            for (name, place) in &closing.gone {
                let problem = Diagnostic::warning(Code::ChangedAfterClose, *place);
                diagnostics.push(
                    problem
                        .with("what", "gone")
                        .with("id", name)
                        .help("help-gone"),
                );
            }
        }
    }
}

fn moved(closing: &Closing, cycle: &Cycle, score: &CycleScore, diagnostics: &mut Diagnostics) {
    let objectives = cycle.objectives.iter().zip(&score.objectives);
    for ((objective, score), closed) in objectives.zip(&closing.objectives) {
        let Some(closed) = closed else {
            added(objective.id.as_str(), objective.place, closing, diagnostics);
            continue;
        };
        let key_results = objective.key_results.iter().zip(&score.key_results);
        for ((key_result, score), closed) in key_results.zip(&closed.key_results) {
            match closed {
                None => added(
                    key_result.id.as_str(),
                    key_result.place,
                    closing,
                    diagnostics,
                ),
                Some(closed) => {
                    if let Some(moved) = &score.moved {
                        diagnostics.push(differs(key_result, closed, score, moved));
                    }
                }
            }
        }
    }
}

/// What the closing has nothing of.
fn added(id: &str, place: Place, closing: &Closing, diagnostics: &mut Diagnostics) {
    diagnostics.push(
        Diagnostic::warning(Code::ChangedAfterClose, place)
            .with("what", "added")
            .with("id", id)
            .help("help-added")
            .related(closing.place, "closed"),
    );
}

/// The first figure of a key result that is another by now, in the order in which the others follow from it.
fn differs(
    key_result: &KeyResult,
    closed: &ClosedKeyResult,
    score: &KeyResultScore,
    moved: &Moved,
) -> Diagnostic {
    let value = score.value.as_ref().map(|dated| &dated.value);
    let now = moved.value.as_ref().map(|dated| &dated.value);
    let written = |traced: &Traced| {
        let terms = traced.formula().terms();
        terms
            .into_iter()
            .find_map(|(_, term)| place_of(term.source))
    };
    let differ = |before: Option<&Exact>, now: Option<&Exact>| !is_as_closed(now, before);
    let (what, before, now, place) = if differ(score.baseline.value(), moved.baseline.value()) {
        let (before, now) = (score.baseline.value(), moved.baseline.value());
        ("baseline", before, now, written(&moved.baseline))
    } else if differ(score.target.value(), moved.target.value()) {
        let (before, now) = (score.target.value(), moved.target.value());
        ("target", before, now, written(&moved.target))
    } else if differ(value, now) {
        let place = moved
            .value
            .as_ref()
            .and_then(|dated| place_of(dated.source));
        ("value", value, now, place)
    } else {
        let (before, now) = (score.progress.value(), moved.progress.value());
        ("progress", before, now, written(&moved.progress))
    };
    let problem = Diagnostic::warning(Code::ChangedAfterClose, closed.place)
        .with("what", what)
        .with("id", &key_result.id);
    let problem = match what {
        "progress" => figure(
            figure(problem, "before_share", before, None),
            "now_share",
            now,
            None,
        ),
        _ => {
            let unit = Some(&key_result.unit);
            let problem = figure(problem, "before_quantity", before, unit);
            figure(problem, "now_quantity", now, unit)
        }
    };
    let problem = problem.help("help");
    match place {
        Some(place) => problem.related(place, "now"),
        None => problem,
    }
}

/// Gives a problem a figure, or says that there is none.
fn figure(
    problem: Diagnostic,
    name: &'static str,
    figure: Option<&Exact>,
    unit: Option<&Unit>,
) -> Diagnostic {
    match (figure, unit) {
        (Some(value), Some(unit)) => problem.with_quantity(name, value, unit),
        (Some(share), None) => problem.with(name, share),
        (None, _) => problem.with(name, "–"),
    }
}

fn place_of(source: Source) -> Option<Place> {
    match source {
        Source::Written(place) => Some(place),
        Source::Computed | Source::Fixed => None,
    }
}
