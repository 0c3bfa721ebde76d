//! A value that can hardly be: time, cases or a share below zero, and a check-in ten times beyond all that its key
//! result speaks of. Mostly a slip of the hand, which would be scored as the best of results.
//!
//! A share written where a percentage belongs goes by the same code; only the reader sees how it was written.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Aggregation, KeyResult};
use crate::model::{Exact, Kpi, Measured, Reached, UnitKind, Workspace};
use crate::score::Scores;

pub(super) fn check(workspace: &Workspace, scores: &Scores, diagnostics: &mut Diagnostics) {
    for reading in &workspace.readings {
        let kpi = &workspace.kpis[reading.kpi];
        if let Measured::Value(value) = &reading.value
            && value.is_negative()
            && !may_be_negative(kpi)
        {
            let problem = Diagnostic::warning(Code::ImplausibleValue, reading.place)
                .with("what", "negative")
                .with("written", kpi.unit.written(&value.rounded_short(4)))
                .with("kpi", &kpi.id);
            diagnostics.push(problem.help("help-negative"));
        }
    }
    for (cycle, scored) in workspace.cycles.iter().zip(&scores.cycles) {
        if cycle.closing.is_some() {
            continue;
        }
        for check_in in &cycle.check_ins {
            let (objective, position) = check_in.key_result;
            let key_result = &cycle.objectives[objective].key_results[position];
            let score = &scored.objectives[objective].key_results[position];
            let ends = (score.baseline.value(), score.target.value());
            if let (Reached::Value(value), (Some(from), Some(to))) = (&check_in.reached, ends)
                && is_far(value, from, to)
            {
                let shown = |value: &Exact| shown(value, key_result);
                let problem = Diagnostic::warning(Code::ImplausibleValue, check_in.place)
                    .with("what", "far")
                    .with("written", shown(value))
                    .with("from", shown(from))
                    .with("to", shown(to));
                diagnostics.push(problem.help("help-far"));
            }
        }
    }
}

/// What counts or measures cases and time begins at zero, unless its definition speaks of less.
fn may_be_negative(kpi: &Kpi) -> bool {
    let begins_at_zero = match kpi.unit.kind {
        UnitKind::Duration(_) | UnitKind::WorkingDays | UnitKind::Rate(_) => true,
        UnitKind::Percent => kpi.aggregation == Aggregation::Ratio,
        UnitKind::Currency | UnitKind::Count => false,
    };
    !begins_at_zero || kpi.limits.is_some() || kpi.values_spoken_of().any(Exact::is_negative)
}

/// Whether a value is more than ten times as large as either end of the way.
fn is_far(value: &Exact, from: &Exact, to: &Exact) -> bool {
    let size = |value: &Exact| match value.is_negative() {
        true => Exact::ZERO - value.clone(),
        false => value.clone(),
    };
    let largest = size(from).max(size(to));
    size(value) > &largest * &Exact::from(10u32)
}

fn shown(value: &Exact, key_result: &KeyResult) -> String {
    key_result.unit.written(&value.rounded_short(4))
}
