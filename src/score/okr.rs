//! Cycles and objectives on a day: time passed, progress rolled up, the worst status.

use chrono::NaiveDate;

use super::Known;
use super::key_result::{self, Clock, KeyResultScore, grade};
use super::status::Status;
use super::trace::{Formula, Name, Term, Traced, Weighted};
use super::way::elapsed_share;
use crate::model::{Closing, Cycle, Exact, Objective, Place};

/// A cycle on a day.
#[derive(Debug, Clone)]
pub struct CycleScore {
    /// The share of the cycle that has passed, 0 to 1.
    pub elapsed: Traced,
    /// The weighted mean of its objectives' progress; none when none counts.
    pub progress: Traced,
    /// The share of its active key results that have a progress; none when there are none.
    pub coverage: Traced,
    /// Its objectives, in the order of the plan.
    pub objectives: Vec<ObjectiveScore>,
    /// Whether its closing is in force, so that these figures stand.
    pub is_closed: bool,
}

impl CycleScore {
    /// The day whose figures these are: that of the closing, of a cycle whose figures stand, and `as_of` of others.
    #[must_use]
    pub fn day(&self, cycle: &Cycle, as_of: NaiveDate) -> NaiveDate {
        let closing = cycle.closing.as_ref().filter(|_| self.is_closed);
        closing.map_or(as_of, |closing| closing.as_of)
    }

    /// How many key results have each status, worst first; statuses that none has are left out.
    #[must_use]
    pub fn counts(&self) -> Vec<(Status, usize)> {
        let key_results = || {
            self.objectives
                .iter()
                .flat_map(|objective| &objective.key_results)
        };
        Status::ALL
            .into_iter()
            .map(|status| {
                (
                    status,
                    key_results().filter(|own| own.status == status).count(),
                )
            })
            .filter(|(_, count)| *count > 0)
            .collect()
    }
}

/// An objective on a day.
#[derive(Debug, Clone)]
pub struct ObjectiveScore {
    /// Σ weight × progress ÷ Σ weight over key results not given up, each progress clamped to 0..1, none
    /// counting 0; none when no weight counts.
    pub progress: Traced,
    /// The grade that it was closed with, or would be: progress rounded half up to one decimal.
    pub grade: Traced,
    /// The worst status of a key result that has weight.
    pub status: Status,
    /// The share of its active key results that have a progress; none when there are none.
    pub coverage: Traced,
    /// How many of the active key results have a progress.
    pub measured: usize,
    /// How many key results are not given up.
    pub active: usize,
    /// Its key results, in the order of the plan.
    pub key_results: Vec<KeyResultScore>,
}

/// Scores a cycle on the day `as_of`. Once it is closed the figures of its closing stand.
pub(crate) fn score(known: &Known<'_>, cycle: &Cycle, as_of: NaiveDate) -> CycleScore {
    let closing = cycle.closing.as_ref().filter(|own| own.closed <= as_of);
    let day = closing.map_or(as_of, |own| own.as_of);
    let then = known.on(day);
    let clock = Clock {
        workspace: known.workspace,
        series: known.series,
        assessments: &then.assessments,
        cited: known.assessments,
        service_levels: &then.service_levels,
        cycle,
        as_of: day,
    };
    let figures = open(&clock, closing);
    match closing {
        Some(closing) => closed(cycle, closing, figures),
        None => figures,
    }
}

/// The figures of a cycle on a day; where `closing` is given, those of its key results are the closing's.
fn open(clock: &Clock<'_>, closing: Option<&Closing>) -> CycleScore {
    let (cycle, as_of) = (clock.cycle, clock.as_of);
    let check_ins = check_ins_by_key_result(cycle, as_of);
    let objectives: Vec<ObjectiveScore> = cycle
        .objectives
        .iter()
        .zip(check_ins)
        .enumerate()
        .map(|(position, (objective, check_ins))| {
            let frozen = closing.and_then(|own| own.objectives[position].as_ref());
            let key_results = objective
                .key_results
                .iter()
                .zip(check_ins)
                .enumerate()
                .map(|(position, (key_result, check_ins))| {
                    let now = clock.key_result(objective, key_result, check_ins);
                    let own = frozen.and_then(|own| own.key_results[position].as_ref());
                    match closing.zip(own) {
                        Some((closing, own)) => key_result::closed(closing, own, now),
                        None => now,
                    }
                })
                .collect();
            roll_up(objective, key_results)
        })
        .collect();
    let progress: Vec<&Traced> = objectives.iter().map(|own| &own.progress).collect();
    CycleScore {
        elapsed: Traced::of(elapsed_share(cycle.days, as_of)),
        progress: cycle_progress(cycle, &progress),
        coverage: coverage(
            objectives.iter().map(|own| own.measured).sum(),
            objectives.iter().map(|own| own.active).sum(),
        ),
        objectives,
        is_closed: closing.is_some(),
    }
}

/// A cycle as it was closed: what was rolled up then stands as well.
fn closed(cycle: &Cycle, closing: &Closing, now: CycleScore) -> CycleScore {
    let frozen = |name: Name, value: &Option<Exact>, place: Place| {
        Traced::of(Formula::from(match value {
            Some(value) => Term::written(name, value, place),
            None => Term::none(name),
        }))
    };
    let objectives = now.objectives.into_iter().enumerate();
    CycleScore {
        progress: frozen(Name::Progress, &closing.progress, closing.progress_place),
        objectives: objectives
            .map(|(position, now)| match &closing.objectives[position] {
                Some(own) => {
                    let progress = frozen(Name::Progress, &own.progress, own.place);
                    ObjectiveScore {
                        grade: grade(progress.named(Name::Progress)),
                        progress,
                        ..now
                    }
                }
                None => now,
            })
            .collect(),
        elapsed: Traced::of(elapsed_share(cycle.days, closing.as_of)),
        ..now
    }
}

/// Σ weight × progress ÷ Σ weight over the objectives that have a progress.
pub(crate) fn cycle_progress(cycle: &Cycle, progress: &[&Traced]) -> Traced {
    let parts = cycle
        .objectives
        .iter()
        .zip(progress)
        .enumerate()
        .filter(|(_, (_, progress))| progress.value().is_some())
        .map(|(index, (objective, progress))| {
            let term = progress.named(Name::Objective(index));
            Weighted::new(&objective.weight, term)
        })
        .collect();
    Traced::of(Formula::Mean(parts))
}

/// Σ weight × progress ÷ Σ weight over the key results that are not given up, each progress from 0 to 1.
pub(crate) fn objective_progress(objective: &Objective, key_results: &[&KeyResultScore]) -> Traced {
    let parts = objective
        .key_results
        .iter()
        .zip(key_results)
        .enumerate()
        .filter(|(_, (_, score))| score.status != Status::Dropped)
        .map(|(index, (key_result, score))| {
            // What nobody measured has covered nothing of its way.
            let covered = score
                .progress
                .value()
                .map_or(Exact::ZERO, |own| own.clamped(&Exact::ZERO, &Exact::ONE));
            let term = Term::computed(Name::KeyResult(index), Some(covered));
            Weighted::new(&key_result.weight, term)
        })
        .collect();
    Traced::of(Formula::Mean(parts))
}

/// The positions of each key result's check-ins up to the day, oldest first.
fn check_ins_by_key_result(cycle: &Cycle, as_of: NaiveDate) -> Vec<Vec<Vec<usize>>> {
    let mut by_key_result: Vec<Vec<Vec<usize>>> = cycle
        .objectives
        .iter()
        .map(|objective| vec![Vec::new(); objective.key_results.len()])
        .collect();
    for (index, check_in) in cycle.check_ins.iter().enumerate() {
        if check_in.date <= as_of {
            let (objective, key_result) = check_in.key_result;
            by_key_result[objective][key_result].push(index);
        }
    }
    by_key_result
}

fn roll_up(objective: &Objective, key_results: Vec<KeyResultScore>) -> ObjectiveScore {
    let active = || {
        objective
            .key_results
            .iter()
            .zip(&key_results)
            .filter(|(_, score)| score.status != Status::Dropped)
    };
    let worst = active()
        .filter(|(key_result, _)| !key_result.weight.is_zero())
        .map(|(_, score)| score.status)
        .min();
    let count = active().count();
    let measured = active()
        .filter(|(_, score)| score.progress.value().is_some())
        .count();
    let is_given_up = !key_results.is_empty() && count == 0;
    let progress = objective_progress(objective, &key_results.iter().collect::<Vec<_>>());
    ObjectiveScore {
        grade: grade(progress.named(Name::Progress)),
        progress,
        status: worst.unwrap_or(if is_given_up {
            Status::Dropped
        } else {
            Status::NoData
        }),
        coverage: coverage(measured, count),
        measured,
        active: count,
        key_results,
    }
}

/// Key results that have a progress ÷ those that are not given up.
fn coverage(measured: usize, active: usize) -> Traced {
    Traced::of(Formula::over(
        Term::fixed(Name::Measured, Exact::from(measured)),
        Term::fixed(Name::Active, Exact::from(active)),
    ))
}
