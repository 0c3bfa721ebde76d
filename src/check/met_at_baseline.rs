//! A target that was already met where its key result starts: nothing is left to do, or the way is written the
//! wrong way round. Either makes the figures meaningless, and so it is told of cycles that have ended too.
//!
//! The side that is better is the one stated by `kind`, else that of the KPI. Where neither says it, the target is
//! wherever it lies from the baseline, and cannot have been met.

use super::plans::{About, Advised, Measure, Plan, advice};
use crate::model::{Advice, Direction, KeyResult, KeyResultKind, ValueSource, WayToGo, Workspace};

pub(super) fn check(plan: &Plan<'_>, advised: &mut Advised) {
    for aim in plan.aims() {
        for measure in aim.measures() {
            if is_met_at_baseline(measure, plan.workspace) {
                let key_result = measure.key_result;
                let mut told = advice(Advice::MetAtBaseline, key_result.target_place);
                if key_result.baseline_place != key_result.place {
                    told = told.related(key_result.baseline_place, "baseline");
                }
                let about = About::KeyResult(aim.index, measure.index);
                advised.give(Advice::MetAtBaseline, about, told);
            }
        }
    }
}

fn is_met_at_baseline(measure: Measure<'_>, workspace: &Workspace) -> bool {
    let ends = measure
        .score
        .baseline
        .value()
        .zip(measure.score.target.value());
    let (Some((baseline, target)), Some(way)) = (ends, better(measure.key_result, workspace))
    else {
        return false;
    };
    match way {
        WayToGo::Increase => baseline >= target,
        WayToGo::Decrease => baseline <= target,
    }
}

/// The side that is better, for a key result that goes from a baseline to a target.
fn better(key_result: &KeyResult, workspace: &Workspace) -> Option<WayToGo> {
    let KeyResultKind::FromTo { direction, .. } = &key_result.kind else {
        return None;
    };
    let of_kpi = match key_result.source {
        ValueSource::Kpi(kpi) => match workspace.kpis[kpi].direction {
            Direction::Higher => Some(WayToGo::Increase),
            Direction::Lower => Some(WayToGo::Decrease),
            Direction::Range | Direction::None => None,
        },
        ValueSource::Score(_) | ValueSource::ServiceLevel(_) => Some(WayToGo::Increase),
        ValueSource::CheckIns => None,
    };
    direction.or(of_kpi)
}
