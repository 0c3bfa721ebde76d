//! Key results held against baseline, target and time.

use std::sync::Arc;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::assessment::AssessmentScore;
use super::forecast::{Course, Forecast, forecast};
use super::measure::Series;
use super::service_level::{ServiceLevelScore, WindowScore};
use super::status::{self, Flag, Silence, Standing, Status, StatusTest};
use super::trace::{Formula, Name, Source, Term, Traced, Weighted};
use super::way::{Dated, elapsed_share, way};
use crate::model::{
    Ambition, Baseline, Change, ClosedKeyResult, Closing, Cycle, DateRange, Exact, Frequency, Keep,
    KeyResult, KeyResultKind, MaturityRef, Milestone, Objective, Period, Place, Reached, Target,
    ValueSource, WayToGo, Workspace, is_as_closed,
};

/// A key result on a day.
#[derive(Debug, Clone)]
pub struct KeyResultScore {
    /// Where it started.
    pub baseline: Traced,
    /// Where it is to end.
    pub target: Traced,
    /// Which way that is, as far as it can be told; up where it cannot, and where there is no way.
    pub way: WayToGo,
    /// Its last day, amendments considered.
    pub due: NaiveDate,
    /// Its latest value.
    pub value: Option<Dated>,
    /// Every value it took since the cycle began, oldest first.
    pub readings: Vec<Dated>,
    /// The share of the way covered: below 0 when worse than at the start, above 1 past the target.
    pub progress: Traced,
    /// The share of the way that should be covered by now, 0 to 1.
    pub expected: Traced,
    /// The same before what the objective's ambition makes of it.
    pub plain_expected: Traced,
    /// How it stands.
    pub status: Status,
    /// What its status turned on, the deciding test last.
    pub tests: Vec<StatusTest>,
    /// What to look at beside.
    pub flags: Vec<Flag>,
    /// How long nothing has been heard of it.
    pub silence: Silence,
    /// Positions of its check-ins among the cycle's, oldest first.
    pub check_ins: Vec<usize>,
    /// The confidence of its check-ins that give one, 0 to 10, oldest first.
    pub confidences: Vec<u32>,
    /// Whether each milestone is done.
    pub milestones_done: Vec<bool>,
    /// The periods in which what is to be kept was measured, or should have been, oldest first.
    pub periods: Vec<KeptPeriod>,
    /// Where its readings lead.
    pub forecast: Option<Forecast>,
    /// The grade that it was closed with, or would be: progress from 0 to 1, rounded half up to one decimal.
    pub grade: Traced,
    /// What the files say of a key result that was closed, where that differs from what it was closed with.
    pub moved: Option<Box<Moved>>,
}

/// Figures of a closed key result as the files have them by now, on the day that it was graded by.
#[derive(Debug, Clone)]
pub struct Moved {
    /// Where it started.
    pub baseline: Traced,
    /// Where it was to end.
    pub target: Traced,
    /// Its last value.
    pub value: Option<Dated>,
    /// The share of the way covered.
    pub progress: Traced,
}

/// A period in which a value was to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPeriod {
    /// Its days.
    pub days: DateRange,
    /// What was measured.
    pub value: Option<Dated>,
    /// Whether that is where it should be.
    pub is_met: bool,
}

impl KeyResultScore {
    /// The latest confidence, 0 to 10.
    #[must_use]
    pub fn confidence(&self) -> Option<u32> {
        self.confidences.last().copied()
    }

    /// The status that it is closed with by the figures of `as_of`: whose last day has come by then, and who has
    /// not reached the target, has missed it.
    #[must_use]
    pub fn status_at_close(&self, as_of: NaiveDate) -> Status {
        match self.status {
            Status::OnTrack | Status::Behind | Status::AtRisk if self.due <= as_of => {
                Status::Missed
            }
            other => other,
        }
    }

    /// The kind's name in files and JSON; increase or decrease by where baseline and target lie.
    #[must_use]
    pub fn kind(&self, key_result: &KeyResult) -> &'static str {
        match &key_result.kind {
            KeyResultKind::Keep(_) => "keep",
            KeyResultKind::Milestones(_) => "milestones",
            KeyResultKind::Done => "done",
            KeyResultKind::EstablishBaseline => "establish_baseline",
            KeyResultKind::FromTo { .. } => match self.way {
                WayToGo::Increase => "increase",
                WayToGo::Decrease => "decrease",
            },
        }
    }
}

/// What is asked of an aspirational objective's key results.
const ASPIRATIONAL: (i64, u64) = (7, 10);
/// The decimals of a grade.
const GRADE_PLACES: usize = 1;

/// What a key result's figures are computed from.
pub(crate) struct Clock<'c> {
    pub(crate) workspace: &'c Workspace,
    pub(crate) series: &'c [Series],
    /// Those dated up to the day, as they were scored then.
    pub(crate) assessments: &'c [AssessmentScore],
    /// Those of the whole workspace, by whose positions they are cited.
    pub(crate) cited: &'c [AssessmentScore],
    pub(crate) service_levels: &'c [ServiceLevelScore],
    pub(crate) cycle: &'c Cycle,
    pub(crate) as_of: NaiveDate,
}

/// A key result as amended by the day.
struct Amended<'k> {
    target: Option<&'k Target>,
    target_place: Place,
    due: NaiveDate,
    dropped: Option<Place>,
}

/// How far a key result has come.
struct Reach {
    baseline: Traced,
    target: Traced,
    value: Option<Dated>,
    progress: Traced,
    milestones_done: Vec<bool>,
    periods: Vec<KeptPeriod>,
    lacks_baseline: bool,
    is_kept: bool,
}

fn nothing(name: Name) -> Traced {
    Traced::of(Term::none(name).into())
}

impl Reach {
    fn of(progress: Traced) -> Reach {
        Reach {
            baseline: nothing(Name::Baseline),
            target: nothing(Name::Target),
            value: None,
            progress,
            milestones_done: Vec::new(),
            periods: Vec::new(),
            lacks_baseline: false,
            is_kept: false,
        }
    }
}

impl Clock<'_> {
    pub(crate) fn key_result(
        &self,
        objective: &Objective,
        key_result: &KeyResult,
        check_ins: Vec<usize>,
    ) -> KeyResultScore {
        let amended = self.amended(key_result);
        let values = self.values(key_result, &check_ins);
        let reach = self.reach(key_result, &amended, &values, &check_ins);
        let plain_expected = Traced::of(self.expected(key_result, &amended, &reach));
        let expected = match objective.ambition {
            Ambition::Aspirational => {
                let asked = Exact::ratio(ASPIRATIONAL.0, ASPIRATIONAL.1);
                Traced::of(Formula::times(
                    plain_expected.named(Name::PlainExpected),
                    Term::fixed(Name::Aspirational, asked),
                ))
            }
            Ambition::Committed | Ambition::Learning => plain_expected.clone(),
        };
        let first = self.cycle.days.first;
        let (status, tests) = status::decide(&Standing {
            dropped: amended.dropped,
            first,
            due: amended.due,
            as_of: self.as_of,
            progress: reach.progress.value(),
            expected: expected.value(),
            lacks_baseline: reach.lacks_baseline,
            is_kept: reach.is_kept,
        });
        let confidences: Vec<u32> = check_ins
            .iter()
            .filter_map(|index| self.cycle.check_ins[*index].confidence)
            .collect();
        let silence = Silence {
            since: self.last_sign(key_result, &values, &check_ins),
            until: self.as_of.min(amended.due),
            frequency: self.frequency(key_result),
        };
        let readings: Vec<Dated> = values
            .into_iter()
            .filter(|dated| dated.date >= first)
            .collect();
        let is_running = !matches!(status, Status::Dropped | Status::Planned);
        let forecast = forecast(&Course {
            first,
            due: amended.due,
            as_of: self.as_of,
            baseline: &reach.baseline,
            target: &reach.target,
            readings: &readings,
        })
        .filter(|_| is_running && !reach.lacks_baseline);
        let progress = reach.progress.named(Name::Progress);
        KeyResultScore {
            way: way_to_go(key_result, &amended, &reach),
            flags: status::flags(status, reach.progress.value(), &silence, &confidences),
            grade: grade(progress),
            moved: None,
            baseline: reach.baseline,
            target: reach.target,
            due: amended.due,
            value: reach.value,
            readings,
            progress: reach.progress,
            expected,
            plain_expected,
            status,
            tests,
            silence,
            confidences,
            check_ins,
            milestones_done: reach.milestones_done,
            periods: reach.periods,
            forecast,
        }
    }

    fn amended<'k>(&self, key_result: &'k KeyResult) -> Amended<'k> {
        let mut amended = Amended {
            target: match &key_result.kind {
                KeyResultKind::FromTo { target, .. } => Some(target),
                _ => None,
            },
            target_place: key_result.target_place,
            due: key_result.due,
            dropped: None,
        };
        let agreed = key_result
            .amendments
            .iter()
            .filter(|amendment| amendment.date <= self.as_of);
        for amendment in agreed {
            match &amendment.change {
                Change::Target(target) => {
                    amended.target = Some(target);
                    amended.target_place = amendment.place;
                }
                Change::Due(due) => amended.due = *due,
                Change::Dropped => amended.dropped = Some(amendment.place),
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
                    source: match point.readings.as_slice() {
                        [only] => Source::Written(self.workspace.readings[*only].place),
                        _ => Source::Computed,
                    },
                    formula: point.trace.named(Name::KpiValue(*kpi)).formula,
                })
                .collect(),
            ValueSource::Score(reference) => self.scores(*reference),
            ValueSource::ServiceLevel(of) => self.windows(*of).map(compliance).collect(),
        }
    }

    /// The windows of a service level that have ended by the day and in which something was due: the share of a
    /// window that still runs is not its last word.
    fn windows(&self, service_level: usize) -> impl Iterator<Item = &WindowScore> {
        let windows = self.service_levels[service_level].windows.iter();
        windows
            .filter(|window| window.days.last <= self.as_of && window.compliance.value().is_some())
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
                    source: Source::Written(check_in.place),
                    formula: None,
                });
            }
        }
        values
    }

    /// The practice scores of the assessments known on the day.
    fn scores(&self, reference: MaturityRef) -> Vec<Dated> {
        self.assessments
            .iter()
            .filter(|score| score.rubric == reference.rubric && score.sheet.date <= self.as_of)
            .filter_map(|score| {
                let is_it = |cited: &AssessmentScore| {
                    cited.rubric == score.rubric && cited.sheet.date == score.sheet.date
                };
                let index = self.cited.iter().position(is_it)?;
                let practice = &score.scope(reference.dimension).practice;
                let value = practice.value()?.clone();
                let name = Name::PracticeOf(index, reference.dimension);
                let term = Term::computed(name, Some(value.clone()));
                Some(Dated {
                    date: score.sheet.date,
                    value,
                    source: Source::Computed,
                    formula: Some(Arc::new(term.into())),
                })
            })
            .collect()
    }

    fn reach(
        &self,
        key_result: &KeyResult,
        amended: &Amended<'_>,
        values: &[Dated],
        check_ins: &[usize],
    ) -> Reach {
        let whole_or_nothing = |place: Option<Place>| {
            Traced::of(Formula::from(match place {
                Some(place) => Term::written(Name::Progress, &Exact::ONE, place),
                None => Term::fixed(Name::Progress, Exact::ZERO),
            }))
        };
        match &key_result.kind {
            KeyResultKind::FromTo {
                direction,
                baseline,
                ..
            } => {
                let frozen = self.frozen_baseline(check_ins);
                self.baseline_to_target(*direction, (baseline, frozen), key_result, amended, values)
            }
            KeyResultKind::Keep(keep) => self.keep(keep, key_result, amended, values),
            KeyResultKind::Milestones(milestones) => self.milestones(milestones, check_ins),
            KeyResultKind::Done => Reach::of(whole_or_nothing(self.done_at(check_ins))),
            KeyResultKind::EstablishBaseline => {
                let first = self.first_reading(values);
                let progress = match first {
                    Some(_) => Exact::ONE,
                    None => Exact::ZERO,
                };
                let source = first.map_or(Source::Fixed, |dated| dated.source);
                Reach {
                    baseline: first.map_or(nothing(Name::Baseline), |dated| {
                        renamed(dated.term(), Name::Baseline)
                    }),
                    value: values.last().cloned(),
                    ..Reach::of(Traced::of(Formula::from(Term {
                        name: Name::Progress,
                        value: Some(progress),
                        source,
                        formula: None,
                    })))
                }
            }
        }
    }

    /// The first value since the cycle began.
    fn first_reading<'v>(&self, values: &'v [Dated]) -> Option<&'v Dated> {
        values
            .iter()
            .find(|dated| dated.date >= self.cycle.days.first)
    }

    /// The value of a day or period that has come: a KPI's reading, or a service level's window, of exactly
    /// these days where there is one; else the latest by the day, or the latest dated within the period.
    fn value_at(&self, source: &ValueSource, values: &[Dated], days: DateRange) -> Option<Term> {
        if days.last > self.as_of {
            return None;
        }
        let exactly = match source {
            ValueSource::Kpi(kpi) => {
                let points = self.series[*kpi].until(self.as_of);
                points.iter().position(|point| point.days == days)
            }
            ValueSource::ServiceLevel(of) => {
                self.windows(*of).position(|window| window.days == days)
            }
            ValueSource::CheckIns | ValueSource::Score(_) => None,
        };
        if let Some(exactly) = exactly {
            return Some(values[exactly].term());
        }
        values
            .iter()
            .rev()
            .find(|dated| dated.date <= days.last)
            .filter(|dated| days.first == days.last || dated.date >= days.first)
            .map(Dated::term)
    }

    /// The baseline that a check-in froze: the earliest one stands.
    fn frozen_baseline(&self, check_ins: &[usize]) -> Option<Term> {
        let mut rows = check_ins.iter().map(|index| &self.cycle.check_ins[*index]);
        let (value, place) = rows.find_map(|check_in| check_in.baseline.as_ref())?;
        Some(Term::written(Name::Baseline, value, *place))
    }

    fn baseline_to_target(
        &self,
        direction: Option<WayToGo>,
        (baseline, frozen): (&Baseline, Option<Term>),
        key_result: &KeyResult,
        amended: &Amended<'_>,
        values: &[Dated],
    ) -> Reach {
        let first = self.first_reading(values);
        let baseline_term = frozen.or_else(|| match baseline {
            Baseline::Value(value) => Some(Term::written(
                Name::Baseline,
                value,
                key_result.baseline_place,
            )),
            Baseline::At(days) => self.value_at(&key_result.source, values, *days),
            Baseline::FirstReading => first.map(Dated::term),
        });
        let value = match baseline {
            // Before its first reading a key result without a stated start has no value either.
            Baseline::FirstReading => first.and(values.last()),
            Baseline::Value(_) | Baseline::At(_) => values.last(),
        };
        let start = baseline_term.map_or(nothing(Name::Baseline), |term| {
            renamed(term, Name::Baseline)
        });
        let end = target(amended, &start);
        // A measured start may turn out to lie at the target, or beyond it. A way stated is not turned
        // around then: there is none to show progress on.
        let has_no_way = match (start.value(), end.value()) {
            (Some(start), Some(end)) => match direction {
                None => start == end,
                Some(WayToGo::Increase) => start >= end,
                Some(WayToGo::Decrease) => start <= end,
            },
            _ => false,
        };
        let progress = match value {
            Some(dated) if !has_no_way => way(
                &start.named(Name::Baseline),
                &end.named(Name::Target),
                dated.term(),
            ),
            _ => Term::none(Name::Value).into(),
        };
        Reach {
            lacks_baseline: start.value().is_none() || has_no_way,
            baseline: start,
            target: end,
            value: value.cloned(),
            ..Reach::of(Traced::of(progress))
        }
    }

    /// Periods met ÷ periods elapsed; a period without a reading is not met. A maturity score holds until the next
    /// assessment: nobody assesses anew in each period.
    fn keep(
        &self,
        keep: &Keep,
        key_result: &KeyResult,
        amended: &Amended<'_>,
        values: &[Dated],
    ) -> Reach {
        let until = self.as_of.min(amended.due);
        let lasts = matches!(key_result.source, ValueSource::Score(_));
        let days = periods_within(self.frequency(key_result), self.cycle.days.first, until);
        let periods: Vec<KeptPeriod> = days
            .into_iter()
            .map(|days| {
                let value = values
                    .iter()
                    .rev()
                    .find(|dated| dated.date <= days.last)
                    .filter(|dated| lasts || dated.date >= days.first);
                KeptPeriod {
                    days,
                    is_met: value.is_some_and(|dated| keep.is_met_by(&dated.value)),
                    value: value.cloned(),
                }
            })
            .collect();
        let met = periods.iter().filter(|period| period.is_met).count();
        let progress = Formula::over(
            Term::fixed(Name::PeriodsMet, Exact::from(met)),
            Term::fixed(Name::PeriodsPassed, Exact::from(periods.len())),
        );
        Reach {
            target: match keep {
                Keep::AtLeast(bound) | Keep::AtMost(bound) => {
                    Traced::of(Term::written(Name::Target, bound, key_result.target_place).into())
                }
                Keep::Between(..) => nothing(Name::Target),
            },
            value: values.last().cloned(),
            periods,
            is_kept: true,
            ..Reach::of(Traced::of(progress))
        }
    }

    fn milestones(&self, milestones: &[Milestone], check_ins: &[usize]) -> Reach {
        let mut done_at: Vec<Option<Place>> = vec![None; milestones.len()];
        for index in check_ins {
            let check_in = &self.cycle.check_ins[*index];
            if let Reached::Milestone(milestone) = check_in.reached {
                done_at[milestone].get_or_insert(check_in.place);
            }
        }
        let parts = milestones.iter().zip(&done_at).enumerate();
        let parts = parts.map(|(index, (milestone, place))| {
            let name = Name::Milestone(index);
            let term = match place {
                Some(place) => Term::written(name, &Exact::ONE, *place),
                None => Term::fixed(name, Exact::ZERO),
            };
            Weighted::new(&milestone.weight, term)
        });
        Reach {
            milestones_done: done_at.iter().map(Option::is_some).collect(),
            ..Reach::of(Traced::of(Formula::Mean(parts.collect())))
        }
    }

    /// Where it is written that the key result is done; what was said last counts.
    fn done_at(&self, check_ins: &[usize]) -> Option<Place> {
        check_ins
            .iter()
            .rev()
            .map(|index| &self.cycle.check_ins[*index])
            .find_map(|check_in| match check_in.reached {
                Reached::Done(is_done) => Some(is_done.then_some(check_in.place)),
                Reached::Nothing | Reached::Value(_) | Reached::Milestone(_) => None,
            })
            .flatten()
    }

    /// The share of the way that should be covered by the day: the share of the time, or what the plan,
    /// the milestones or the kind say instead. None when a plan has no baseline to start from.
    fn expected(&self, key_result: &KeyResult, amended: &Amended<'_>, reach: &Reach) -> Formula {
        let days = DateRange {
            first: self.cycle.days.first,
            last: amended.due,
        };
        match &key_result.kind {
            KeyResultKind::Milestones(milestones) => Formula::Mean(
                milestones
                    .iter()
                    .enumerate()
                    .map(|(index, milestone)| {
                        // One without a day of its own moves with the key result, and none outlasts it.
                        let due = if milestone.due == key_result.due {
                            amended.due
                        } else {
                            milestone.due.min(amended.due)
                        };
                        let share = if due <= self.as_of {
                            Exact::ONE
                        } else {
                            Exact::ZERO
                        };
                        let name = Name::Milestone(index);
                        let term = Term::written(name, &share, milestone.place);
                        Weighted::new(&milestone.weight, term)
                    })
                    .collect(),
            ),
            KeyResultKind::Done | KeyResultKind::EstablishBaseline => {
                let share = if self.as_of >= amended.due {
                    Exact::ONE
                } else {
                    Exact::ZERO
                };
                Term::fixed(Name::PlainExpected, share).into()
            }
            KeyResultKind::FromTo { .. } if !key_result.plan.is_empty() => {
                self.planned(key_result, days, reach)
            }
            KeyResultKind::FromTo { .. } | KeyResultKind::Keep(_) => {
                elapsed_share(days, self.as_of)
            }
        }
    }

    /// The height, on the day, of straight lines through the planned values.
    fn planned(&self, key_result: &KeyResult, days: DateRange, reach: &Reach) -> Formula {
        let (baseline, target) = (
            reach.baseline.named(Name::Baseline),
            reach.target.named(Name::Target),
        );
        let end = |share: Exact| Term::fixed(Name::Planned(None), share);
        let mut points = vec![(days.first, end(Exact::ZERO))];
        for (index, planned) in key_result.plan.iter().enumerate() {
            // When the due day was brought forward, what was planned beyond it is off the way.
            if planned.by > days.last {
                continue;
            }
            let value = Term::written(Name::Value, &planned.value, planned.place);
            let Some(share) = way(&baseline, &target, value).value() else {
                return Term::none(Name::Baseline).into();
            };
            let term = Term::written(Name::Planned(Some(index)), &share, planned.place);
            points.push((planned.by, term));
        }
        points.push((days.last, end(Exact::ONE)));
        // A planned dip is no more than nothing; a plan beyond a lowered target, no more than all.
        Formula::share(piecewise(&points, self.as_of))
    }

    /// How often something new is to be heard of a key result.
    fn frequency(&self, key_result: &KeyResult) -> Frequency {
        match key_result.source {
            ValueSource::Kpi(kpi) => self.workspace.kpis[kpi].frequency,
            ValueSource::ServiceLevel(of) => self.window_frequency(of),
            ValueSource::CheckIns | ValueSource::Score(_) => {
                self.workspace.settings.check_in_frequency
            }
        }
    }

    /// How often a service level has a new share: once a window; where none is asked for, as often as its latest
    /// reading says, or that of the KPI it is about.
    fn window_frequency(&self, service_level: usize) -> Frequency {
        let definition = &self.workspace.service_levels[service_level];
        let latest = self.service_levels[service_level].latest();
        let of_kpi = definition.kpi.map(|kpi| self.workspace.kpis[kpi].frequency);
        match (definition.window, latest) {
            (Some(window), _) => window.frequency(),
            (None, Some(latest)) => Frequency::of_length(latest.days.days() + 1),
            (None, None) => of_kpi.unwrap_or(self.workspace.settings.check_in_frequency),
        }
    }

    /// The last day something was heard: the latest value of a KPI or window of a service level, however old; the
    /// latest value or check-in of another, for which the cycle's first day begins anew.
    fn last_sign(
        &self,
        key_result: &KeyResult,
        values: &[Dated],
        check_ins: &[usize],
    ) -> NaiveDate {
        let first = self.cycle.days.first;
        let value = values.last().map(|dated| dated.date);
        match key_result.source {
            ValueSource::Kpi(_) => value.unwrap_or(first),
            // That nothing was due has been said too.
            ValueSource::ServiceLevel(of) => {
                let windows = self.service_levels[of].windows.iter().rev();
                let mut ended = windows.filter(|window| window.days.last <= self.as_of);
                ended.next().map_or(first, |window| window.days.last)
            }
            ValueSource::CheckIns | ValueSource::Score(_) => {
                let last = check_ins.last();
                let check_in = last.map(|index| self.cycle.check_ins[*index].date);
                first.max(value.max(check_in).unwrap_or(first))
            }
        }
    }
}

/// A progress as the grade that it earns: from 0 to 1, rounded half up to tenths.
pub(crate) fn grade(progress: Term) -> Traced {
    Traced::of(Formula::Rounded(
        Box::new(Formula::share(progress)),
        GRADE_PLACES,
    ))
}

/// A key result as it was closed: what the closing says stands, whatever the files have been made to say since.
pub(crate) fn closed(
    closing: &Closing,
    own: &ClosedKeyResult,
    now: KeyResultScore,
) -> KeyResultScore {
    let frozen = |name: Name, value: &Option<Exact>| {
        Traced::of(Formula::from(match value {
            Some(value) => Term::written(name, value, own.place),
            None => Term::none(name),
        }))
    };
    let value = own.value.as_ref().map(|(value, date)| Dated {
        date: *date,
        value: value.clone(),
        source: Source::Written(own.place),
        formula: None,
    });
    let progress = frozen(Name::Progress, &own.progress);
    let same = |one: &Traced, other: &Option<Exact>| is_as_closed(one.value(), other.as_ref());
    let same_value = is_as_closed(
        now.value.as_ref().map(|dated| &dated.value),
        value.as_ref().map(|dated: &Dated| &dated.value),
    );
    let has_moved = !same(&now.baseline, &own.baseline)
        || !same(&now.target, &own.target)
        || !same(&now.progress, &own.progress)
        || !same_value;
    let is_worse = own.progress.as_ref().is_some_and(Exact::is_negative);
    KeyResultScore {
        baseline: frozen(Name::Baseline, &own.baseline),
        target: frozen(Name::Target, &own.target),
        grade: grade(progress.named(Name::Progress)),
        progress,
        value,
        status: own.status,
        tests: vec![StatusTest::Closed(closing.closed, own.place)],
        flags: if is_worse {
            vec![Flag::Regressed]
        } else {
            Vec::new()
        },
        forecast: None,
        moved: has_moved.then(|| {
            Box::new(Moved {
                baseline: now.baseline,
                target: now.target,
                value: now.value,
                progress: now.progress,
            })
        }),
        ..now
    }
}

/// The share of what was due in a window that kept the promise, as a percentage on the window's last day.
fn compliance(window: &WindowScore) -> Dated {
    let hundred = Term::fixed(Name::Hundred, Exact::from(100u32));
    let percent = Traced::of(Formula::times(window.compliance.formula().clone(), hundred));
    Dated {
        date: window.days.last,
        value: percent
            .value()
            .cloned()
            .expect("windows without a share are left out"),
        source: Source::Computed,
        formula: Some(percent.shared()),
    }
}

/// Which way a key result goes: as is said, else by its two ends, else by how its target is written.
fn way_to_go(key_result: &KeyResult, amended: &Amended<'_>, reach: &Reach) -> WayToGo {
    let stated = match &key_result.kind {
        KeyResultKind::FromTo { direction, .. } => *direction,
        _ => None,
    };
    let falls = match (reach.baseline.value(), reach.target.value()) {
        (Some(baseline), Some(target)) => target < baseline,
        _ => match amended.target {
            Some(Target::Relative(share) | Target::Points(share)) => share.is_negative(),
            Some(Target::Times(times)) => *times < Exact::ONE,
            Some(Target::Value(_)) | None => false,
        },
    };
    stated.unwrap_or(if falls {
        WayToGo::Decrease
    } else {
        WayToGo::Increase
    })
}

/// A term under another name.
fn renamed(term: Term, name: Name) -> Traced {
    Traced::of(Term { name, ..term }.into())
}

/// The target as a value, given where the key result starts.
fn target(amended: &Amended<'_>, start: &Traced) -> Traced {
    let baseline = || start.named(Name::Baseline);
    let written = |name, value: &Exact| Term::written(name, value, amended.target_place);
    let relative = |value: &Exact| written(Name::RelativeTarget, value);
    Traced::of(match amended.target {
        None => Term::none(Name::Target).into(),
        Some(Target::Value(value)) => written(Name::Target, value).into(),
        Some(Target::Relative(share)) => {
            Formula::plus(baseline(), Formula::times(baseline(), relative(share)))
        }
        Some(Target::Points(points)) => Formula::plus(baseline(), relative(points)),
        Some(Target::Times(times)) => Formula::times(baseline(), relative(times)),
    })
}

/// The value at a day of straight lines through dated points, which are in the order of their dates.
fn piecewise(points: &[(NaiveDate, Term)], day: NaiveDate) -> Formula {
    let after = points.partition_point(|(date, _)| *date <= day);
    let Some((from, low)) = after.checked_sub(1).map(|index| &points[index]) else {
        return Term::fixed(Name::Planned(None), Exact::ZERO).into();
    };
    let Some((to, high)) = points.get(after) else {
        return low.clone().into();
    };
    let days = DateRange {
        first: *from,
        last: *to,
    };
    let rise = Formula::less(high.clone(), low.clone());
    Formula::plus(low.clone(), Formula::times(rise, elapsed_share(days, day)))
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
