//! Key results held against baseline, target and time.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::assessment::AssessmentScore;
use super::measure::Series;
use crate::model::{
    Ambition, Baseline, Change, Cycle, DateRange, Exact, Frequency, Keep, KeyResult, KeyResultKind,
    MaturityRef, Milestone, Objective, Period, Reached, Target, ValueSource, WayToGo, Workspace,
};

/// How a key result or objective stands, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Past due, and not reached.
    Missed,
    /// Less than 0.7 of the expected progress.
    AtRisk,
    /// Less than 0.9 of the expected progress.
    Behind,
    /// Nothing measured yet.
    NoData,
    /// No value to start from yet.
    NoBaseline,
    /// At least 0.9 of the expected progress, or too early to say.
    OnTrack,
    /// Not begun.
    Planned,
    /// Reached.
    Achieved,
    /// Given up.
    Dropped,
}

impl Status {
    /// Every status, worst first.
    pub const ALL: [Status; 9] = [
        Status::Missed,
        Status::AtRisk,
        Status::Behind,
        Status::NoData,
        Status::NoBaseline,
        Status::OnTrack,
        Status::Planned,
        Status::Achieved,
        Status::Dropped,
    ];

    /// The status's name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Missed => "missed",
            Status::AtRisk => "at_risk",
            Status::Behind => "behind",
            Status::NoData => "no_data",
            Status::NoBaseline => "no_baseline",
            Status::OnTrack => "on_track",
            Status::Planned => "planned",
            Status::Achieved => "achieved",
            Status::Dropped => "dropped",
        }
    }
}

/// Something to look at beside the status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// It is worse than at the start.
    Regressed,
    /// Nothing new for one and a half times the frequency.
    Stale,
    /// Confidence of 8 or more at risk, or of 3 or less on track.
    ConfidenceConflict,
    /// Confidence at least two points below the check-in before.
    ConfidenceDrop,
}

impl Flag {
    /// The flag's name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Flag::Regressed => "regressed",
            Flag::Stale => "stale",
            Flag::ConfidenceConflict => "confidence_conflict",
            Flag::ConfidenceDrop => "confidence_drop",
        }
    }
}

/// A cycle on a day.
#[derive(Debug, Clone)]
pub struct CycleScore {
    /// The share of the cycle that has passed, 0 to 1.
    pub elapsed: Exact,
    /// The weighted mean of its objectives' progress; `None` when none counts.
    pub progress: Option<Exact>,
    /// Its objectives, in the order of the plan.
    pub objectives: Vec<ObjectiveScore>,
}

impl CycleScore {
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
    /// counting 0; `None` when no weight counts.
    pub progress: Option<Exact>,
    /// The worst status of a key result that has weight.
    pub status: Status,
    /// How many of the active key results have a progress.
    pub measured: usize,
    /// How many key results are not given up.
    pub active: usize,
    /// Its key results, in the order of the plan.
    pub key_results: Vec<KeyResultScore>,
}

impl ObjectiveScore {
    /// The share of its active key results that have a progress; `None` when there are none.
    #[must_use]
    pub fn coverage(&self) -> Option<Exact> {
        Exact::from(self.measured).checked_div(&Exact::from(self.active))
    }
}

/// A value on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// The day it counts from.
    pub date: NaiveDate,
    /// The value, in the key result's unit.
    pub value: Exact,
}

/// A key result on a day.
#[derive(Debug, Clone)]
pub struct KeyResultScore {
    /// Where it started.
    pub baseline: Option<Exact>,
    /// Where it is to end.
    pub target: Option<Exact>,
    /// Its last day, amendments considered.
    pub due: NaiveDate,
    /// Its latest value.
    pub value: Option<Dated>,
    /// Every value it took since the cycle began, oldest first.
    pub readings: Vec<Dated>,
    /// The share of the way covered: below 0 when worse than at the start, above 1 past the target.
    pub progress: Option<Exact>,
    /// The share of the way that should be covered by now, 0 to 1.
    pub expected: Option<Exact>,
    /// How it stands.
    pub status: Status,
    /// What to look at beside.
    pub flags: Vec<Flag>,
    /// Positions of its check-ins among the cycle's, oldest first.
    pub check_ins: Vec<usize>,
    /// The latest confidence, 0 to 10.
    pub confidence: Option<u32>,
    /// Whether each milestone is done.
    pub milestones_done: Vec<bool>,
}

impl KeyResultScore {
    /// The kind's name in files and JSON; increase or decrease by where baseline and target lie.
    #[must_use]
    pub fn kind(&self, key_result: &KeyResult) -> &'static str {
        match &key_result.kind {
            KeyResultKind::Keep(_) => "keep",
            KeyResultKind::Milestones(_) => "milestones",
            KeyResultKind::Done => "done",
            KeyResultKind::EstablishBaseline => "establish_baseline",
            KeyResultKind::FromTo {
                direction, target, ..
            } => {
                let falls = match (&self.baseline, &self.target, direction, target) {
                    (_, _, Some(direction), _) => *direction == WayToGo::Decrease,
                    (Some(baseline), Some(target), ..) => target < baseline,
                    (_, _, None, Target::Relative(share) | Target::Points(share)) => {
                        share.is_negative()
                    }
                    (_, _, None, Target::Times(times)) => *times < Exact::ONE,
                    (_, _, None, Target::Value(_)) => false,
                };
                if falls { "decrease" } else { "increase" }
            }
        }
    }
}

/// Below this share of the expected progress a key result is at risk.
const AT_RISK_BELOW: (i64, u64) = (7, 10);
/// Below this share of the expected progress a key result is behind.
const BEHIND_BELOW: (i64, u64) = (9, 10);
/// While less than this is expected, it is too early to say.
const TOO_EARLY_BELOW: (i64, u64) = (1, 10);
/// What is expected of an aspirational objective's key results.
const ASPIRATIONAL: (i64, u64) = (7, 10);
/// How far confidence must fall between two check-ins to be a drop.
const CONFIDENCE_DROP: u32 = 2;

fn fixed((numerator, denominator): (i64, u64)) -> Exact {
    Exact::ratio(numerator, denominator)
}

/// Scores a cycle on the day `as_of`.
pub(crate) fn score(
    workspace: &Workspace,
    series: &[Series],
    assessments: &[AssessmentScore],
    cycle: &Cycle,
    as_of: NaiveDate,
) -> CycleScore {
    let check_ins = check_ins_by_key_result(cycle, as_of);
    let objectives: Vec<ObjectiveScore> = cycle
        .objectives
        .iter()
        .zip(check_ins)
        .map(|(objective, check_ins)| {
            let key_results = objective
                .key_results
                .iter()
                .zip(check_ins)
                .map(|(key_result, check_ins)| {
                    Clock {
                        workspace,
                        series,
                        assessments,
                        cycle,
                        as_of,
                    }
                    .key_result(objective, key_result, check_ins)
                })
                .collect();
            roll_up(objective, key_results)
        })
        .collect();
    let weighted = cycle
        .objectives
        .iter()
        .zip(&objectives)
        .filter_map(|(objective, score)| Some((&objective.weight, score.progress.clone()?)));
    CycleScore {
        elapsed: elapsed(cycle.days, as_of),
        progress: weighted_mean(weighted),
        objectives,
    }
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

fn weighted_mean<'a>(parts: impl Iterator<Item = (&'a Exact, Exact)>) -> Option<Exact> {
    let mut total = Exact::ZERO;
    let mut weights = Exact::ZERO;
    for (weight, value) in parts {
        total = total + weight * &value;
        weights = weights + weight;
    }
    total.checked_div(&weights)
}

fn roll_up(objective: &Objective, key_results: Vec<KeyResultScore>) -> ObjectiveScore {
    let active = || {
        objective
            .key_results
            .iter()
            .zip(&key_results)
            .filter(|(_, score)| score.status != Status::Dropped)
    };
    let clamped = |score: &KeyResultScore| match &score.progress {
        Some(progress) => progress.clamped(&Exact::ZERO, &Exact::ONE),
        None => Exact::ZERO,
    };
    let progress =
        weighted_mean(active().map(|(key_result, score)| (&key_result.weight, clamped(score))));
    let worst = active()
        .filter(|(key_result, _)| !key_result.weight.is_zero())
        .map(|(_, score)| score.status)
        .min();
    let is_given_up = !key_results.is_empty() && active().next().is_none();
    ObjectiveScore {
        progress,
        status: worst.unwrap_or(if is_given_up {
            Status::Dropped
        } else {
            Status::NoData
        }),
        measured: active()
            .filter(|(_, score)| score.progress.is_some())
            .count(),
        active: active().count(),
        key_results,
    }
}

/// The share of a period that has passed: 0 on its first day, 1 on its last. A period of one day is 1.
///
/// ```
/// use regua::model::{DateRange, Exact, parse_day};
/// use regua::score::okr::elapsed;
///
/// let day = |text: &str| parse_day(text).unwrap();
/// let quarter = DateRange { first: day("2026-07-01"), last: day("2026-09-30") };
/// assert_eq!(elapsed(quarter, day("2026-08-15")), Exact::ratio(45, 91));
/// ```
#[must_use]
pub fn elapsed(days: DateRange, as_of: NaiveDate) -> Exact {
    if as_of >= days.last {
        return Exact::ONE;
    }
    if as_of <= days.first {
        return Exact::ZERO;
    }
    Exact::from((as_of - days.first).num_days()) / Exact::from(days.days())
}

/// The share of the way from `baseline` to `target` that `value` has covered, in either direction:
/// (v − b) ÷ (t − b). `None` when the two are the same.
///
/// ```
/// use regua::model::Exact;
/// use regua::score::okr::progress;
///
/// let hours = |count: u32| Exact::from(count);
/// assert_eq!(progress(&hours(24), &hours(12), &hours(18)), Some(Exact::ratio(1, 2)));
/// assert_eq!(progress(&hours(24), &hours(12), &hours(30)), Some(Exact::ratio(-1, 2)));
/// ```
#[must_use]
pub fn progress(baseline: &Exact, target: &Exact, value: &Exact) -> Option<Exact> {
    (value - baseline).checked_div(&(target - baseline))
}

/// What a key result's figures are computed from.
struct Clock<'c> {
    workspace: &'c Workspace,
    series: &'c [Series],
    assessments: &'c [AssessmentScore],
    cycle: &'c Cycle,
    as_of: NaiveDate,
}

/// A key result as amended by the day.
struct Amended<'k> {
    target: Option<&'k Target>,
    due: NaiveDate,
    is_dropped: bool,
}

/// Where a key result stands: the figures that its status follows from.
#[derive(Default)]
struct Standing {
    baseline: Option<Exact>,
    target: Option<Exact>,
    value: Option<Dated>,
    progress: Option<Exact>,
    milestones_done: Vec<bool>,
    lacks_baseline: bool,
    /// Whether the value is to be kept rather than reached.
    is_kept: bool,
}

impl Clock<'_> {
    fn key_result(
        &self,
        objective: &Objective,
        key_result: &KeyResult,
        check_ins: Vec<usize>,
    ) -> KeyResultScore {
        let amended = self.amended(key_result);
        let values = self.values(key_result, &check_ins);
        let standing = self.standing(key_result, &amended, &values, &check_ins);
        let expected =
            self.expected(key_result, &amended, &standing)
                .map(|expected| match objective.ambition {
                    Ambition::Aspirational => expected * fixed(ASPIRATIONAL),
                    Ambition::Committed | Ambition::Learning => expected,
                });
        let status = self.status(&amended, &standing, expected.as_ref());
        let confidences: Vec<u32> = check_ins
            .iter()
            .filter_map(|index| self.cycle.check_ins[*index].confidence)
            .collect();
        let last_sign = self.last_sign(key_result, &values, &check_ins);
        let mut flags = Vec::new();
        if standing.progress.as_ref().is_some_and(Exact::is_negative) {
            flags.push(Flag::Regressed);
        }
        if self.is_stale(key_result, &amended, status, last_sign) {
            flags.push(Flag::Stale);
        }
        flags.extend(confidence_flags(&confidences, status));
        let first = self.cycle.days.first;
        KeyResultScore {
            baseline: standing.baseline,
            target: standing.target,
            due: amended.due,
            value: standing.value,
            readings: values
                .into_iter()
                .filter(|dated| dated.date >= first)
                .collect(),
            progress: standing.progress,
            expected,
            status,
            flags,
            confidence: confidences.last().copied(),
            check_ins,
            milestones_done: standing.milestones_done,
        }
    }

    fn amended<'k>(&self, key_result: &'k KeyResult) -> Amended<'k> {
        let mut amended = Amended {
            target: match &key_result.kind {
                KeyResultKind::FromTo { target, .. } => Some(target),
                _ => None,
            },
            due: key_result.due,
            is_dropped: false,
        };
        let agreed = key_result
            .amendments
            .iter()
            .filter(|amendment| amendment.date <= self.as_of);
        for amendment in agreed {
            match &amendment.change {
                Change::Target(target) => amended.target = Some(target),
                Change::Due(due) => amended.due = *due,
                Change::Dropped => amended.is_dropped = true,
            }
        }
        amended
    }

    /// Every value known on the day, oldest first; of one day the last written counts.
    fn values(&self, key_result: &KeyResult, check_ins: &[usize]) -> Vec<Dated> {
        match &key_result.source {
            ValueSource::CheckIns => self.values_checked_in(check_ins),
            ValueSource::Kpi(kpi) => self.series[*kpi]
                .until(self.as_of)
                .iter()
                .map(|point| Dated {
                    date: point.days.last,
                    value: point.value.clone(),
                })
                .collect(),
            ValueSource::Score(reference) => self.scores(*reference),
        }
    }

    fn values_checked_in(&self, check_ins: &[usize]) -> Vec<Dated> {
        let mut values: Vec<Dated> = Vec::new();
        for index in check_ins {
            let check_in = &self.cycle.check_ins[*index];
            if let Reached::Value(value) = &check_in.reached {
                // A later row of the same day corrects the earlier one.
                values.pop_if(|last| last.date == check_in.date);
                values.push(Dated {
                    date: check_in.date,
                    value: value.clone(),
                });
            }
        }
        values
    }

    /// The practice scores of the assessments known on the day.
    fn scores(&self, reference: MaturityRef) -> Vec<Dated> {
        self.assessments
            .iter()
            .filter(|score| score.rubric == reference.rubric)
            .filter_map(|score| {
                let scope = match reference.dimension {
                    Some(dimension) => &score.dimensions[dimension.0],
                    None => &score.whole,
                };
                Some(Dated {
                    date: self.workspace.assessments[score.assessment].date,
                    value: scope.practice.as_ref()?.value.clone(),
                })
            })
            .collect()
    }

    fn standing(
        &self,
        key_result: &KeyResult,
        amended: &Amended<'_>,
        values: &[Dated],
        check_ins: &[usize],
    ) -> Standing {
        match &key_result.kind {
            KeyResultKind::FromTo {
                direction,
                baseline,
                ..
            } => self.baseline_to_target(*direction, baseline, key_result, amended, values),
            KeyResultKind::Keep(keep) => self.keep(keep, key_result, amended, values),
            KeyResultKind::Milestones(milestones) => self.milestones(milestones, check_ins),
            KeyResultKind::Done => Standing {
                progress: Some(if self.is_done(check_ins) {
                    Exact::ONE
                } else {
                    Exact::ZERO
                }),
                ..Standing::default()
            },
            KeyResultKind::EstablishBaseline => {
                let first = values
                    .iter()
                    .find(|dated| dated.date >= self.cycle.days.first);
                Standing {
                    baseline: first.map(|dated| dated.value.clone()),
                    value: values.last().cloned(),
                    progress: Some(if first.is_some() {
                        Exact::ONE
                    } else {
                        Exact::ZERO
                    }),
                    ..Standing::default()
                }
            }
        }
    }

    /// The value of a day or period that has come: a KPI's reading of exactly these days where there is
    /// one; else the latest by the day, or the latest dated within the period.
    fn value_at(&self, source: &ValueSource, values: &[Dated], days: DateRange) -> Option<Exact> {
        if days.last > self.as_of {
            return None;
        }
        if let ValueSource::Kpi(kpi) = source
            && let Some(point) = self.series[*kpi]
                .points
                .iter()
                .find(|point| point.days == days)
        {
            return Some(point.value.clone());
        }
        values
            .iter()
            .rev()
            .find(|dated| dated.date <= days.last)
            .filter(|dated| days.first == days.last || dated.date >= days.first)
            .map(|dated| dated.value.clone())
    }

    fn baseline_to_target(
        &self,
        direction: Option<WayToGo>,
        baseline: &Baseline,
        key_result: &KeyResult,
        amended: &Amended<'_>,
        values: &[Dated],
    ) -> Standing {
        let first = || {
            values
                .iter()
                .find(|dated| dated.date >= self.cycle.days.first)
        };
        let start = match baseline {
            Baseline::Value(value) => Some(value.clone()),
            Baseline::At(days) => self.value_at(&key_result.source, values, *days),
            Baseline::FirstReading => first().map(|dated| dated.value.clone()),
        };
        let value = match baseline {
            // Before its first reading a key result without a stated start has no value either.
            Baseline::FirstReading => first().and(values.last()),
            Baseline::Value(_) | Baseline::At(_) => values.last(),
        };
        let target = match (amended.target, &start) {
            (Some(target), Some(start)) => Some(target.value(start)),
            (Some(Target::Value(value)), None) => Some(value.clone()),
            _ => None,
        };
        // A measured start may turn out to lie at the target, or beyond it. A way stated is not turned
        // around then: there is none to show progress on.
        let has_no_way = match (&start, &target) {
            (Some(start), Some(target)) => match direction {
                None => start == target,
                Some(WayToGo::Increase) => start >= target,
                Some(WayToGo::Decrease) => start <= target,
            },
            _ => false,
        };
        let way = match (&start, &target, value) {
            (Some(start), Some(target), Some(dated)) if !has_no_way => {
                progress(start, target, &dated.value)
            }
            _ => None,
        };
        Standing {
            lacks_baseline: start.is_none() || has_no_way,
            baseline: start,
            target,
            value: value.cloned(),
            progress: way,
            is_kept: false,
            milestones_done: Vec::new(),
        }
    }

    /// Periods met ÷ periods elapsed; a period without a reading is not met.
    fn keep(
        &self,
        keep: &Keep,
        key_result: &KeyResult,
        amended: &Amended<'_>,
        values: &[Dated],
    ) -> Standing {
        let until = self.as_of.min(amended.due);
        let periods = periods_within(self.frequency(key_result), self.cycle.days.first, until);
        let is_met = |period: &DateRange| {
            values
                .iter()
                .rev()
                .find(|dated| dated.date <= period.last)
                .is_some_and(|dated| dated.date >= period.first && keep.is_met_by(&dated.value))
        };
        let met = periods.iter().filter(|period| is_met(period)).count();
        Standing {
            target: match keep {
                Keep::AtLeast(bound) | Keep::AtMost(bound) => Some(bound.clone()),
                Keep::Between(..) => None,
            },
            value: values.last().cloned(),
            progress: Exact::from(met).checked_div(&Exact::from(periods.len())),
            is_kept: true,
            ..Standing::default()
        }
    }

    fn milestones(&self, milestones: &[Milestone], check_ins: &[usize]) -> Standing {
        let mut done = vec![false; milestones.len()];
        for index in check_ins {
            if let Reached::Milestone(milestone) = self.cycle.check_ins[*index].reached {
                done[milestone] = true;
            }
        }
        let shares = milestones.iter().zip(&done).map(|(milestone, is_done)| {
            (
                &milestone.weight,
                if *is_done { Exact::ONE } else { Exact::ZERO },
            )
        });
        Standing {
            progress: weighted_mean(shares),
            milestones_done: done,
            ..Standing::default()
        }
    }

    fn is_done(&self, check_ins: &[usize]) -> bool {
        check_ins
            .iter()
            .rev()
            .find_map(|index| match self.cycle.check_ins[*index].reached {
                Reached::Done(is_done) => Some(is_done),
                Reached::Nothing | Reached::Value(_) | Reached::Milestone(_) => None,
            })
            .unwrap_or(false)
    }

    /// The share of the way that should be covered by the day: the share of the time, or what the plan,
    /// the milestones or the kind say instead. `None` when a plan has no baseline to start from.
    fn expected(
        &self,
        key_result: &KeyResult,
        amended: &Amended<'_>,
        standing: &Standing,
    ) -> Option<Exact> {
        let days = DateRange {
            first: self.cycle.days.first,
            last: amended.due,
        };
        match &key_result.kind {
            KeyResultKind::Milestones(milestones) => {
                weighted_mean(milestones.iter().map(|milestone| {
                    // One without a day of its own moves with the key result, and none outlasts it.
                    let due = if milestone.due == key_result.due {
                        amended.due
                    } else {
                        milestone.due.min(amended.due)
                    };
                    let is_due = due <= self.as_of;
                    (
                        &milestone.weight,
                        if is_due { Exact::ONE } else { Exact::ZERO },
                    )
                }))
            }
            KeyResultKind::Done | KeyResultKind::EstablishBaseline => {
                Some(if self.as_of >= amended.due {
                    Exact::ONE
                } else {
                    Exact::ZERO
                })
            }
            KeyResultKind::FromTo { .. } if !key_result.plan.is_empty() => {
                let baseline = standing.baseline.as_ref()?;
                let target = standing.target.as_ref()?;
                let mut points = vec![(days.first, Exact::ZERO)];
                // When the due day was brought forward, what was planned beyond it is off the way.
                for planned in key_result.plan.iter().filter(|own| own.by <= days.last) {
                    points.push((planned.by, progress(baseline, target, &planned.value)?));
                }
                points.push((days.last, Exact::ONE));
                // A planned dip is no more than nothing; a plan beyond a lowered target, no more than all.
                Some(piecewise(&points, self.as_of).clamped(&Exact::ZERO, &Exact::ONE))
            }
            KeyResultKind::FromTo { .. } | KeyResultKind::Keep(_) => {
                Some(elapsed(days, self.as_of))
            }
        }
    }

    fn status(
        &self,
        amended: &Amended<'_>,
        standing: &Standing,
        expected: Option<&Exact>,
    ) -> Status {
        if amended.is_dropped {
            return Status::Dropped;
        }
        if self.as_of < self.cycle.days.first {
            return Status::Planned;
        }
        let Some(progress) = &standing.progress else {
            return if standing.lacks_baseline {
                Status::NoBaseline
            } else {
                Status::NoData
            };
        };
        if *progress >= Exact::ONE {
            // What is to be kept is achieved when it was kept to the end, not after its first good month.
            let is_too_soon = standing.is_kept && self.as_of < amended.due;
            return if is_too_soon {
                Status::OnTrack
            } else {
                Status::Achieved
            };
        }
        if self.as_of > amended.due {
            return Status::Missed;
        }
        let Some(expected) = expected else {
            return Status::NoBaseline;
        };
        if *expected < fixed(TOO_EARLY_BELOW) {
            return if progress.is_negative() {
                Status::AtRisk
            } else {
                Status::OnTrack
            };
        }
        if *progress >= expected * &fixed(BEHIND_BELOW) {
            Status::OnTrack
        } else if *progress >= expected * &fixed(AT_RISK_BELOW) {
            Status::Behind
        } else {
            Status::AtRisk
        }
    }

    /// How often something new is to be heard of a key result.
    fn frequency(&self, key_result: &KeyResult) -> Frequency {
        match key_result.source {
            ValueSource::Kpi(kpi) => self.workspace.kpis[kpi].frequency,
            ValueSource::CheckIns | ValueSource::Score(_) => {
                self.workspace.settings.check_in_frequency
            }
        }
    }

    /// The last day something was heard: the latest value of a KPI, the latest check-in of another.
    fn last_sign(
        &self,
        key_result: &KeyResult,
        values: &[Dated],
        check_ins: &[usize],
    ) -> Option<NaiveDate> {
        match key_result.source {
            ValueSource::Kpi(_) => values.last().map(|dated| dated.date),
            ValueSource::CheckIns | ValueSource::Score(_) => check_ins
                .last()
                .map(|index| self.cycle.check_ins[*index].date),
        }
    }

    fn is_stale(
        &self,
        key_result: &KeyResult,
        amended: &Amended<'_>,
        status: Status,
        last_sign: Option<NaiveDate>,
    ) -> bool {
        let is_running = match status {
            Status::OnTrack | Status::Behind | Status::AtRisk | Status::Missed => true,
            // Who never said anything is known by the status alone until it is time to have spoken.
            Status::NoData | Status::NoBaseline => true,
            Status::Planned | Status::Achieved | Status::Dropped => false,
        };
        let until = self.as_of.min(amended.due);
        let since = last_sign.unwrap_or(self.cycle.days.first);
        is_running && self.frequency(key_result).is_stale(since, until)
    }
}

fn confidence_flags(confidences: &[u32], status: Status) -> Vec<Flag> {
    let mut flags = Vec::new();
    let Some(latest) = confidences.last() else {
        return flags;
    };
    let is_conflict = match status {
        Status::AtRisk => *latest >= 8,
        Status::OnTrack => *latest <= 3,
        _ => false,
    };
    if is_conflict {
        flags.push(Flag::ConfidenceConflict);
    }
    let before = confidences.iter().rev().nth(1);
    if before.is_some_and(|before| *before >= latest + CONFIDENCE_DROP) {
        flags.push(Flag::ConfidenceDrop);
    }
    flags
}

/// The value at a day of straight lines through dated points, which are in the order of their dates.
fn piecewise(points: &[(NaiveDate, Exact)], day: NaiveDate) -> Exact {
    let after = points.partition_point(|(date, _)| *date <= day);
    let Some((from, low)) = after.checked_sub(1).map(|index| &points[index]) else {
        return Exact::ZERO;
    };
    let Some((to, high)) = points.get(after) else {
        return low.clone();
    };
    let days = DateRange {
        first: *from,
        last: *to,
    };
    low + &((high - low) * elapsed(days, day))
}

/// The whole periods of a frequency from `first` on that have ended by `until`.
fn periods_within(frequency: Frequency, first: NaiveDate, until: NaiveDate) -> Vec<DateRange> {
    let mut periods = Vec::new();
    let mut start = first_period_start(frequency, first);
    loop {
        let next = match frequency {
            Frequency::Daily => start + Days::new(1),
            Frequency::Weekly => start + Days::new(7),
            Frequency::Fortnightly => start + Days::new(14),
            Frequency::Monthly => start + Months::new(1),
            Frequency::Quarterly => start + Months::new(3),
            Frequency::HalfYearly => start + Months::new(6),
            Frequency::Yearly => start + Months::new(12),
        };
        let last = next - Days::new(1);
        if last > until {
            return periods;
        }
        periods.push(DateRange { first: start, last });
        start = next;
    }
}

/// The first day on or after `day` on which a period of the frequency begins: weeks on Mondays, months
/// and longer on the first of the month; days and fortnights anywhere.
fn first_period_start(frequency: Frequency, day: NaiveDate) -> NaiveDate {
    match frequency {
        Frequency::Daily | Frequency::Fortnightly => day,
        Frequency::Weekly => {
            let into = day.weekday().num_days_from_monday();
            if into == 0 {
                day
            } else {
                day + Days::new(u64::from(7 - into))
            }
        }
        Frequency::Monthly | Frequency::Quarterly | Frequency::HalfYearly | Frequency::Yearly => {
            let month = Period::Month(day.year(), day.month()).range(1);
            if month.first == day {
                day
            } else {
                month.last + Days::new(1)
            }
        }
    }
}
