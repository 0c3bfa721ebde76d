//! An objective that asks for speed, and for nothing that must not suffer for it. Who is measured by minutes alone
//! answers fast and badly. Set a measure of quality beside it: satisfaction, first contact resolution, errors, or
//! a `keep` that holds what is already good.
//!
//! The rule goes by units and ways, not by the words of a title:
//! - *Speed* is a length of time that is to fall, or to stay at most so long.
//! - A *counterweight* is another key result of the same objective, not given up, whose figure is no length of time
//!   and is one of: the value of a KPI that has a better side; a maturity score or service level; a value to keep; a percentage;
//!   points of a score; or any count that is to fall (errors, repeated contacts). A count, rate or sum that is to
//!   grow is more speed, and so none.

use super::plans::{About, Advised, Measure, Plan, advice};
use crate::model::{
    Advice, Direction, Keep, KeyResultKind, Unit, UnitKind, ValueSource, WayToGo, Workspace,
};

/// Units of scores, in which more is better and not faster.
const POINTS: [&str; 12] = [
    "estrela", "estrelas", "nota", "notas", "point", "points", "ponto", "pontos", "pts", "score",
    "star", "stars",
];

pub(super) fn check(plan: &Plan<'_>, advised: &mut Advised) {
    for aim in plan.aims() {
        let has_counterweight = aim
            .measures()
            .any(|measure| is_counterweight(measure, plan.workspace));
        if let Some(speed) = aim.measures().find(|measure| is_speed(*measure))
            && !has_counterweight
        {
            let told = advice(Advice::NoCounterweight, speed.key_result.place);
            let about = About::KeyResult(aim.index, speed.index);
            advised.give(Advice::NoCounterweight, about, told);
        }
    }
}

fn is_speed(measure: Measure<'_>) -> bool {
    let falls = match &measure.key_result.kind {
        KeyResultKind::FromTo { .. } => measure.score.way == WayToGo::Decrease,
        KeyResultKind::Keep(keep) => matches!(keep, Keep::AtMost(_)),
        KeyResultKind::Milestones(_) | KeyResultKind::Done | KeyResultKind::EstablishBaseline => {
            false
        }
    };
    falls && measure.key_result.unit.is_time()
}

fn is_counterweight(measure: Measure<'_>, workspace: &Workspace) -> bool {
    let unit = &measure.key_result.unit;
    let is_kept = match &measure.key_result.kind {
        KeyResultKind::FromTo { .. } => false,
        KeyResultKind::Keep(_) => true,
        KeyResultKind::Milestones(_) | KeyResultKind::Done | KeyResultKind::EstablishBaseline => {
            return false;
        }
    };
    if unit.is_time() {
        return false;
    }
    match measure.key_result.source {
        ValueSource::Kpi(kpi) => workspace.kpis[kpi].direction != Direction::None || is_kept,
        ValueSource::Score(_) | ValueSource::ServiceLevel(_) => true,
        ValueSource::CheckIns => {
            let falls = measure.score.way == WayToGo::Decrease;
            is_kept
                || unit.is_percent()
                || unit.kind == UnitKind::Count && (falls || is_points(unit))
        }
    }
}

fn is_points(unit: &Unit) -> bool {
    POINTS.contains(&unit.text.to_lowercase().as_str())
}
