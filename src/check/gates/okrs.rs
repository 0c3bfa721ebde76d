//! Gates on key results of cycles that are not closed. A status stands for itself and what is worse in the same row:
//! `behind` also asks for nothing at risk and nothing missed. `stale`: nothing new has come for one and a half times
//! its frequency. Flags stand for themselves.

use std::collections::BTreeSet;

use super::Gate;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Cycle, KeyResult, Workspace};
use crate::score::{Flag, KeyResultScore, Scores, Status};

/// A status, and those that are worse in its row.
pub(super) fn row(status: Status) -> &'static [Status] {
    match status {
        Status::Behind => &[Status::Behind, Status::AtRisk, Status::Missed],
        Status::AtRisk => &[Status::AtRisk, Status::Missed],
        Status::Missed => &[Status::Missed],
        Status::NoData => &[Status::NoData],
        Status::NoBaseline => &[Status::NoBaseline],
        Status::OnTrack | Status::Planned | Status::Achieved | Status::Dropped => &[],
    }
}

/// The code of a status that can fail a gate.
pub(super) fn code_of(status: Status) -> Option<Code> {
    match status {
        Status::Behind => Some(Code::Behind),
        Status::AtRisk => Some(Code::AtRisk),
        Status::Missed => Some(Code::Missed),
        Status::NoData => Some(Code::NoData),
        Status::NoBaseline => Some(Code::NoBaseline),
        Status::OnTrack | Status::Planned | Status::Achieved | Status::Dropped => None,
    }
}

/// The code of a flag.
pub(super) fn code_of_flag(flag: Flag) -> Code {
    match flag {
        Flag::Regressed => Code::Regressed,
        Flag::Stale => Code::StaleKeyResult,
        Flag::ConfidenceConflict => Code::ConfidenceConflict,
        Flag::ConfidenceDrop => Code::ConfidenceDrop,
    }
}

pub(super) fn check(
    gates: &[Gate],
    workspace: &Workspace,
    scores: &Scores,
    diagnostics: &mut Diagnostics,
) {
    let mut codes: BTreeSet<Code> = BTreeSet::new();
    for gate in gates {
        match gate {
            Gate::Status(status) => {
                codes.extend(row(*status).iter().filter_map(|own| code_of(*own)))
            }
            Gate::Flag(flag) => codes.extend([code_of_flag(*flag)]),
            Gate::Stale => codes.extend([Code::StaleKeyResult]),
            Gate::Warning
            | Gate::Advice
            | Gate::Code(_)
            | Gate::BelowTarget
            | Gate::BelowLevel(..)
            | Gate::Coverage(..)
            | Gate::KpiTarget
            | Gate::ServiceLevel => {}
        }
    }
    if codes.is_empty() {
        return;
    }
    for (cycle, cycle_score) in workspace.cycles.iter().zip(&scores.cycles) {
        if cycle_score.is_closed {
            continue;
        }
        for (objective, objective_score) in cycle.objectives.iter().zip(&cycle_score.objectives) {
            let scored = objective
                .key_results
                .iter()
                .zip(&objective_score.key_results);
            for (key_result, score) in scored {
                let found = code_of(score.status).into_iter();
                let flags = score.flags.iter().map(|flag| code_of_flag(*flag));
                for code in found.chain(flags).filter(|code| codes.contains(code)) {
                    diagnostics.push(problem(code, cycle, key_result, score));
                }
            }
        }
    }
}

fn problem(
    code: Code,
    cycle: &Cycle,
    key_result: &KeyResult,
    score: &KeyResultScore,
) -> Diagnostic {
    let problem = Diagnostic::gate(code, key_result.place)
        .with("id", &key_result.id)
        .with("cycle", &cycle.id)
        .with("date", score.due)
        .with("since_date", score.silence.since)
        .with("confidence", score.confidence().unwrap_or_default())
        .with("status", score.status.as_str())
        .help("help");
    let shares = [
        ("progress_share", score.progress.value()),
        ("expected_share", score.expected.value()),
    ];
    let problem = shares.into_iter().fold(problem, |problem, (name, share)| {
        problem.with(name, share.map(ToString::to_string).unwrap_or_default())
    });
    let before = score.confidences.iter().rev().nth(1);
    problem.with("before", before.copied().unwrap_or_default())
}
