//! From a baseline to a target: values on their days, the share of the way and of the time that has passed.

use std::sync::Arc;

use chrono::NaiveDate;

use super::trace::{Formula, Name, Source, Term};
use crate::model::{DateRange, Exact};

/// A value on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// The day it counts from.
    pub date: NaiveDate,
    /// The value, in the key result's unit.
    pub value: Exact,
    /// Where it comes from.
    pub source: Source,
    /// How it came about, where it is no number as written.
    pub formula: Option<Arc<Formula>>,
}

impl Dated {
    /// The value as a term of a formula.
    pub(crate) fn term(&self) -> Term {
        Term {
            name: Name::Value,
            value: Some(self.value.clone()),
            source: self.source,
            formula: self.formula.clone(),
        }
    }
}

/// The share of a period that has passed: 0 on its first day, 1 on its last. A period of one day is 1.
///
/// ```
/// use regua::model::{DateRange, Exact, parse_day};
/// use regua::score::way::elapsed;
///
/// let day = |text: &str| parse_day(text).unwrap();
/// let quarter = DateRange { first: day("2026-07-01"), last: day("2026-09-30") };
/// assert_eq!(elapsed(quarter, day("2026-08-15")), Exact::ratio(45, 91));
/// ```
#[must_use]
pub fn elapsed(days: DateRange, as_of: NaiveDate) -> Exact {
    elapsed_share(days, as_of).value().unwrap_or(Exact::ONE)
}

/// Days passed ÷ days in all, from 0 to 1.
pub(crate) fn elapsed_share(days: DateRange, as_of: NaiveDate) -> Formula {
    let in_all = (days.last - days.first).num_days();
    if in_all <= 0 {
        let share = if as_of >= days.last {
            Exact::ONE
        } else {
            Exact::ZERO
        };
        return Term::fixed(Name::DaysPassed, share).into();
    }
    let passed = (as_of - days.first).num_days().clamp(0, in_all);
    Formula::over(
        Term::fixed(Name::DaysPassed, Exact::from(passed)),
        Term::fixed(Name::DaysInAll, Exact::from(in_all)),
    )
}

/// The share of the way from `baseline` to `target` that `value` has covered, in either direction:
/// (v − b) ÷ (t − b). `None` when the two are the same.
///
/// ```
/// use regua::model::Exact;
/// use regua::score::way::progress;
///
/// let hours = |count: u32| Exact::from(count);
/// assert_eq!(progress(&hours(24), &hours(12), &hours(18)), Some(Exact::ratio(1, 2)));
/// assert_eq!(progress(&hours(24), &hours(12), &hours(30)), Some(Exact::ratio(-1, 2)));
/// ```
#[must_use]
pub fn progress(baseline: &Exact, target: &Exact, value: &Exact) -> Option<Exact> {
    let term = |name, value: &Exact| Term::fixed(name, value.clone());
    way(
        &term(Name::Baseline, baseline),
        &term(Name::Target, target),
        term(Name::Value, value),
    )
    .value()
}

/// (v − b) ÷ (t − b)
pub(crate) fn way(baseline: &Term, target: &Term, value: Term) -> Formula {
    Formula::over(
        Formula::less(value, baseline.clone()),
        Formula::less(target.clone(), baseline.clone()),
    )
}
