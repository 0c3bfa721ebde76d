//! Baselines that a check-in froze and that the files make another by now.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Workspace;
use crate::score::{self, Scores};

/// Notes each frozen baseline that is not what would be measured today.
pub(super) fn check(workspace: &Workspace, scores: &Scores, diagnostics: &mut Diagnostics) {
    let is_frozen = |cycle: &crate::model::Cycle| {
        let mut check_ins = cycle.check_ins.iter();
        check_ins.any(|check_in| check_in.baseline.is_some())
    };
    for (position, cycle) in workspace.cycles.iter().enumerate() {
        if cycle.closing.is_some() || !is_frozen(cycle) {
            continue;
        }
        let measured = score::measured_baselines(workspace, scores, position);
        let scored = &scores.cycles[position].objectives;
        for (index, check_in) in cycle.check_ins.iter().enumerate() {
            let (objective, key_result) = check_in.key_result;
            let score = &scored[objective].key_results[key_result];
            let definition = &cycle.objectives[objective].key_results[key_result];
            let (Some((frozen, place)), true) =
                (&check_in.baseline, score.check_ins.contains(&index))
            else {
                continue;
            };
            if let Some(now) = measured[objective][key_result].as_ref()
                && score.baseline.value() == Some(frozen)
                && now != frozen
            {
                diagnostics.push(
                    Diagnostic::warning(Code::BaselineMoved, *place)
                        .with("id", &definition.id)
                        .with_quantity("before_quantity", frozen, &definition.unit)
                        .with_quantity("now_quantity", now, &definition.unit)
                        .help("help"),
                );
            }
        }
    }
}
