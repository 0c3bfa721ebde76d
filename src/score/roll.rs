//! What goes on in the next cycle: everything that a closed one leaves unfinished, from where it was left.

use crate::model::{
    Baseline, Change, ClosedKeyResult, ClosedObjective, Closing, Cycle, DateRange, Exact,
    KeyResult, KeyResultKind, Lineage, Milestone, Objective, Period, Reached, Status, Target,
    WayToGo,
};

/// The plan of the cycle that follows `cycle`, which `closing` closed: its unfinished key results, each with the
/// closing value as baseline, the target that it was closed with, and the name of what it goes on with.
///
/// What was given up or reached by the day of the closing's figures is left behind. A last day that lies in the new
/// cycle or beyond is kept, and so is what is planned for a day there; any other last day becomes the new cycle's.
/// Where there was no progress to grade, the way is planned as before: nothing says where it was left.
#[must_use]
pub fn next(cycle: &Cycle, closing: &Closing, to: Period, fiscal_start: u32) -> Cycle {
    let days = to.range(fiscal_start);
    let objectives = cycle.objectives.iter().zip(&closing.objectives);
    let carried: Vec<(&Objective, Vec<KeyResult>)> = objectives
        .filter_map(|(objective, closed)| {
            let key_results = unfinished((cycle, closing), objective, closed.as_ref()?, days);
            (!key_results.is_empty()).then_some((objective, key_results))
        })
        .collect();
    let goes_on = |name: &str| {
        let mut own = carried.iter();
        own.any(|(objective, _)| name == format!("{}/{}", cycle.id, objective.id))
    };
    // What served an objective that goes on serves it where it goes on.
    let moved = |name: &String| match name.split_once('/') {
        Some((_, id)) if goes_on(name) => format!("{to}/{id}"),
        _ => name.clone(),
    };
    let objectives = carried
        .iter()
        .map(|(objective, key_results)| Objective {
            supports: objective.supports.iter().map(moved).collect(),
            from: Some(Lineage {
                name: format!("{}/{}", cycle.id, objective.id),
                place: objective.place,
            }),
            key_results: key_results.clone(),
            ..(*objective).clone()
        })
        .collect();
    Cycle {
        id: to.to_string(),
        period: to,
        days,
        objectives,
        check_ins: Vec::new(),
        closing: None,
        accepts: Vec::new(),
        place: cycle.place,
    }
}

fn unfinished(
    from: (&Cycle, &Closing),
    objective: &Objective,
    closed: &ClosedObjective,
    days: DateRange,
) -> Vec<KeyResult> {
    let key_results = objective.key_results.iter().zip(&closed.key_results);
    key_results
        .filter_map(|(key_result, closed)| {
            let closed = closed.as_ref()?;
            let is_over = matches!(closed.status, Status::Achieved | Status::Dropped)
                || closed
                    .progress
                    .as_ref()
                    .is_some_and(|own| *own >= Exact::ONE);
            (!is_over).then(|| carried(from, key_result, closed, days))
        })
        .collect()
}

fn carried(
    (cycle, closing): (&Cycle, &Closing),
    key_result: &KeyResult,
    closed: &ClosedKeyResult,
    days: DateRange,
) -> KeyResult {
    let kept_due = |due| if due >= days.first { due } else { days.last };
    let agreed = key_result.amendments.iter().rev();
    let mut agreed = agreed.filter(|own| own.date <= closing.as_of);
    let amended = agreed.find_map(|own| match own.change {
        Change::Due(due) => Some(due),
        Change::Target(_) | Change::Dropped => None,
    });
    let due = kept_due(amended.unwrap_or(key_result.due));
    KeyResult {
        due,
        kind: match &key_result.kind {
            KeyResultKind::FromTo { direction, .. } => way_left(*direction, key_result, closed),
            KeyResultKind::Milestones(milestones) => {
                let is_done = |index: usize| is_done(cycle, closing, key_result, index);
                let left = milestones.iter().enumerate();
                let left = left.filter(|(index, _)| !is_done(*index));
                KeyResultKind::Milestones(
                    left.map(|(_, milestone)| Milestone {
                        due: kept_due(milestone.due).min(due),
                        ..milestone.clone()
                    })
                    .collect(),
                )
            }
            kind => kind.clone(),
        },
        plan: key_result
            .plan
            .iter()
            .filter(|planned| planned.by >= days.first && planned.by <= due)
            .cloned()
            .collect(),
        amendments: Vec::new(),
        from: Some(Lineage {
            name: format!("{}/{}", cycle.id, key_result.id),
            place: key_result.place,
        }),
        ..key_result.clone()
    }
}

/// From the closing value to the target that was closed with it.
fn way_left(
    direction: Option<WayToGo>,
    key_result: &KeyResult,
    closed: &ClosedKeyResult,
) -> KeyResultKind {
    match (&closed.progress, &closed.value, &closed.target) {
        (Some(_), Some((value, _)), Some(target)) => KeyResultKind::FromTo {
            direction,
            baseline: Baseline::Value(value.clone()),
            target: Target::Value(target.clone()),
        },
        _ => key_result.kind.clone(),
    }
}

/// Whether a milestone had been done by the day of the closing's figures.
fn is_done(cycle: &Cycle, closing: &Closing, key_result: &KeyResult, milestone: usize) -> bool {
    cycle.check_ins.iter().any(|check_in| {
        let (objective, own) = check_in.key_result;
        let said = &cycle.objectives[objective].key_results[own];
        said.id == key_result.id
            && check_in.date <= closing.as_of
            && check_in.reached == Reached::Milestone(milestone)
    })
}
