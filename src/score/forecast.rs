//! Where the readings of a key result lead: a projection, not a promise.
//!
//! A straight line by Theil and Sen: its pace is the median of the paces between any two readings, its height
//! the median of the heights that this pace gives each reading. A single outlier does not move it. H. Theil,
//! *A rank-invariant method of linear and polynomial regression analysis* (1950); P. K. Sen, *Estimates of the
//! regression coefficient based on Kendall's tau* (1968).

use chrono::NaiveDate;

use super::trace::{Formula, Name, Term, Traced};
use super::way::Dated;
use crate::model::Exact;

/// The fewest days whose readings a line is drawn through.
const FEWEST: usize = 3;

/// Where a key result is heading.
#[derive(Debug, Clone)]
pub struct Forecast {
    /// The value on its last day.
    pub value: Traced,
    /// The progress that this value would be.
    pub progress: Traced,
    /// The change a day that the readings show.
    pub observed: Traced,
    /// The change a day that is needed from now on to reach the target.
    pub required: Traced,
}

/// What a projection starts from.
pub(crate) struct Course<'c> {
    /// The first day of the cycle.
    pub(crate) first: NaiveDate,
    /// The last day of the key result.
    pub(crate) due: NaiveDate,
    pub(crate) as_of: NaiveDate,
    pub(crate) baseline: &'c Traced,
    pub(crate) target: &'c Traced,
    /// The values since the first day, oldest first.
    pub(crate) readings: &'c [Dated],
}

/// Projects to the last day. `None` with fewer than three readings of different days, without a way to go,
/// and when the last day has come.
pub(crate) fn forecast(course: &Course<'_>) -> Option<Forecast> {
    // Of a KPI, a month and its last day may both have a reading.
    let days = course
        .readings
        .chunk_by(|one, other| one.date == other.date);
    if days.count() < FEWEST || course.as_of >= course.due {
        return None;
    }
    let day = |dated: &Dated| Exact::from((dated.date - course.first).num_days());
    let mut paces = Vec::new();
    for (later, second) in course.readings.iter().enumerate() {
        for (earlier, first) in course.readings[..later].iter().enumerate() {
            let rise = &second.value - &first.value;
            if let Some(pace) = rise.checked_div(&(day(second) - day(first))) {
                paces.push((pace, (earlier, later)));
            }
        }
    }
    let observed = median(paces, |(earlier, later)| Name::PaceBetween(earlier, later))?;
    let pace = observed.value()?;
    let starts = course
        .readings
        .iter()
        .enumerate()
        .map(|(index, dated)| (&dated.value - &(pace * &day(dated)), index))
        .collect();
    let start = median(starts, Name::LineStartOf)?;
    let to_due = Exact::from((course.due - course.first).num_days());
    let value = Traced::of(Formula::plus(
        start.named(Name::LineStart),
        Formula::times(
            observed.named(Name::Pace),
            Term::fixed(Name::DaysToDue, to_due),
        ),
    ));
    let baseline = || course.baseline.named(Name::Baseline);
    let target = || course.target.named(Name::Target);
    let progress = Traced::of(Formula::over(
        Formula::less(value.named(Name::Projected), baseline()),
        Formula::less(target(), baseline()),
    ));
    progress.value()?;
    let latest = course.readings.last()?;
    let left = Exact::from((course.due - course.as_of).num_days());
    let required = Traced::of(Formula::over(
        Formula::less(target(), latest.term()),
        Term::fixed(Name::DaysLeft, left),
    ));
    Some(Forecast {
        value,
        progress,
        observed,
        required,
    })
}

/// The median, as a formula over the one or two numbers in the middle: the others only make them so.
fn median<K: Copy + Ord>(mut numbers: Vec<(Exact, K)>, name: impl Fn(K) -> Name) -> Option<Traced> {
    numbers.sort();
    let upper = numbers.len() / 2;
    let lower = numbers.len().checked_sub(1)? / 2;
    let term = |index: usize| {
        let (value, key) = &numbers[index];
        Formula::from(Term::fixed(name(*key), value.clone()))
    };
    let middle = if lower == upper {
        vec![term(upper)]
    } else {
        vec![term(lower), term(upper)]
    };
    Some(Traced::of(Formula::Median(middle)))
}
