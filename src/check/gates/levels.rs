//! `below-target`: a level that `regua.yaml` aims at, and that the latest assessment does not hold, whatever the day
//! by which it is due. What has never been assessed is not held. `below-level=3`: the latest assessment of each rubric
//! that gives a level to the whole, or of the one named, is below that level.

use std::collections::BTreeSet;

use super::{Gate, SETTINGS};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{LevelTarget, Rubric, Scope, Workspace};
use crate::score::target::{Goal, profile};
use crate::score::{AssessmentScore, Scores};

pub(super) fn check(
    gates: &[Gate],
    workspace: &Workspace,
    scores: &Scores,
    diagnostics: &mut Diagnostics,
) {
    if gates.contains(&Gate::BelowTarget) {
        for target in &workspace.settings.targets {
            below_target(target, workspace, scores, diagnostics);
        }
    }
    for (rubric, level) in asked(gates, workspace, scores) {
        below_level(rubric, level, workspace, scores, diagnostics);
    }
}

fn below_target(
    target: &LevelTarget,
    workspace: &Workspace,
    scores: &Scores,
    diagnostics: &mut Diagnostics,
) {
    let rubric = &workspace.rubrics[target.rubric];
    let score = scores.latest_of(target.rubric);
    for goal in profile(target) {
        let of = goal.scope.map_or(Scope::Rubric, |_| Scope::Dimensions);
        let Some(place) = goal.place.filter(|_| rubric.gives_level(of)) else {
            continue;
        };
        let held = score.and_then(|score| score.scope(goal.scope).level);
        if held.is_some_and(|held| held >= goal.level) {
            continue;
        }
        let problem = Diagnostic::gate(Code::BelowTarget, place)
            .with("rubric", &rubric.id)
            .with("target", goal.level)
            .with("what", what(score, held, &goal))
            .with("held", held.unwrap_or_default())
            .with("dimension", dimension(rubric, &goal));
        diagnostics.push(match score {
            Some(score) => problem
                .related(workspace.assessments[score.assessment()].place, "held")
                .help("help"),
            None => problem.help("help-assess"),
        });
    }
}

/// Which of the sentences applies.
fn what(score: Option<&AssessmentScore>, held: Option<u32>, goal: &Goal) -> &'static str {
    match (score, held, goal.scope) {
        (None, ..) => "unassessed",
        (Some(_), None, None) => "none",
        (Some(_), None, Some(_)) => "none-of-dimension",
        (Some(_), Some(_), None) => "whole",
        (Some(_), Some(_), Some(_)) => "dimension",
    }
}

fn dimension(rubric: &Rubric, goal: &Goal) -> String {
    let of = goal.scope.map(|scope| &rubric.dimensions[scope.0].id);
    of.map(ToString::to_string).unwrap_or_default()
}

/// The levels asked for, each with its rubric: one that is named, or all that are assessed and give a level.
fn asked(gates: &[Gate], workspace: &Workspace, scores: &Scores) -> BTreeSet<(usize, u32)> {
    let mut asked = BTreeSet::new();
    for gate in gates {
        let Gate::BelowLevel(named, level) = gate else {
            continue;
        };
        let rubrics = workspace.rubrics.iter().enumerate();
        let meant = rubrics.filter(|(index, rubric)| match named {
            Some(named) => rubric.id.as_str() == named,
            None => rubric.gives_level(Scope::Rubric) && scores.latest_of(*index).is_some(),
        });
        asked.extend(meant.map(|(index, _)| (index, *level)));
    }
    asked
}

fn below_level(
    index: usize,
    level: u32,
    workspace: &Workspace,
    scores: &Scores,
    diagnostics: &mut Diagnostics,
) {
    let rubric = &workspace.rubrics[index];
    let score = scores.latest_of(index);
    let held = score.and_then(|score| score.whole.level);
    if held.is_some_and(|held| held >= level) {
        return;
    }
    let place = match score {
        Some(score) => workspace.assessments[score.assessment()].place,
        None => SETTINGS,
    };
    let what = match (score, held) {
        (None, _) => "unassessed",
        (Some(_), None) => "none",
        (Some(_), Some(_)) => "held",
    };
    diagnostics.push(
        Diagnostic::gate(Code::BelowLevel, place)
            .with("rubric", &rubric.id)
            .with("level", level)
            .with("what", what)
            .with("held", held.unwrap_or_default())
            .help(if score.is_some() {
                "help"
            } else {
                "help-assess"
            }),
    );
}
