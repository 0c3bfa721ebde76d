//! Service levels: of the cases that were due, the share that kept the promise.
//!
//! met ÷ (met + breached). Late is a breach, and so is still open past the deadline: a queue that nobody answers must
//! not look better for it. Where nothing was due there is no share, and not one of 100 %.

use chrono::{Datelike, NaiveDate};

use super::trace::{Formula, Name, Term, Traced};
use crate::model::{DateRange, Exact, Period, ServiceLevelReading, Window, Workspace};

/// How a service level was kept, window by window.
#[derive(Debug, Clone)]
pub struct ServiceLevelScore {
    /// Position among the workspace's service levels.
    pub service_level: usize,
    /// The windows with a reading up to the day, oldest first.
    pub windows: Vec<WindowScore>,
}

/// How a service level was kept in one window.
#[derive(Debug, Clone)]
pub struct WindowScore {
    /// Its days.
    pub days: DateRange,
    /// Its name, where it is a period.
    pub period: Option<Period>,
    /// Cases that kept the promise.
    pub met: Exact,
    /// Cases that broke it, those still open past the deadline among them.
    pub breached: Exact,
    /// Of these, those still open past the deadline.
    pub overdue: Exact,
    /// met ÷ (met + breached), 0 to 1; none when nothing was due.
    pub compliance: Traced,
    /// Whether the share reaches the goal; none when nothing was due.
    pub is_kept: Option<bool>,
}

impl ServiceLevelScore {
    /// The latest window.
    #[must_use]
    pub fn latest(&self) -> Option<&WindowScore> {
        self.windows.last()
    }
}

/// Every service level by the readings up to `as_of`.
pub(crate) fn all(workspace: &Workspace, as_of: NaiveDate) -> Vec<ServiceLevelScore> {
    (0..workspace.service_levels.len())
        .map(|service_level| score(workspace, service_level, as_of))
        .collect()
}

fn score(workspace: &Workspace, service_level: usize, as_of: NaiveDate) -> ServiceLevelScore {
    let definition = &workspace.service_levels[service_level];
    let mut own: Vec<(usize, &ServiceLevelReading)> = workspace
        .service_level_readings
        .iter()
        .enumerate()
        .filter(|(_, reading)| reading.service_level == service_level && reading.days.last <= as_of)
        .collect();
    own.sort_by_key(|(_, reading)| (reading.days.last, reading.days.first));
    let mut windows: Vec<(DateRange, Option<Period>, Vec<usize>)> = Vec::new();
    for (index, reading) in own {
        let (days, period) = window_of(definition.window, reading);
        match windows.last_mut().filter(|(known, ..)| *known == days) {
            Some((.., readings)) => readings.push(index),
            None => windows.push((days, period, vec![index])),
        }
    }
    let goal = &definition.goal / &Exact::from(100u32);
    ServiceLevelScore {
        service_level,
        windows: windows
            .into_iter()
            .map(|(days, period, readings)| window(workspace, days, period, &readings, &goal))
            .collect(),
    }
}

/// The window that a reading falls into: that of its last day; the reading's own period where that is longer, or
/// where no window is asked for.
fn window_of(window: Option<Window>, reading: &ServiceLevelReading) -> (DateRange, Option<Period>) {
    let last = reading.days.last;
    let period = window.map(|window| match window {
        Window::Day => Period::Day(last),
        Window::Week => Period::Week(last.iso_week().year(), last.iso_week().week()),
        Window::Month => Period::Month(last.year(), last.month()),
        Window::Quarter => Period::Quarter(last.year(), last.month().div_ceil(3)),
    });
    // Windows follow the calendar, whatever the fiscal year.
    let days = period.map(|period| (period.range(1), period));
    match days.filter(|(days, _)| days.days() >= reading.days.days()) {
        Some((days, period)) => (days, Some(period)),
        None => (reading.days, Some(reading.period)),
    }
}

fn window(
    workspace: &Workspace,
    days: DateRange,
    period: Option<Period>,
    readings: &[usize],
    goal: &Exact,
) -> WindowScore {
    let all = &workspace.service_level_readings;
    let met =
        |index: usize| Term::written(Name::CasesMet(index), &all[index].met, all[index].place);
    let breached = |index: usize| {
        Term::written(
            Name::CasesBreached(index),
            &all[index].breached,
            all[index].place,
        )
    };
    let kept = readings.iter().map(|index| met(*index).into());
    let due = readings
        .iter()
        .flat_map(|index| [met(*index).into(), breached(*index).into()]);
    let compliance = Traced::of(Formula::over(
        Formula::Sum(kept.collect()),
        Formula::Sum(due.collect()),
    ));
    WindowScore {
        days,
        period,
        met: readings.iter().map(|index| &all[*index].met).sum(),
        breached: readings.iter().map(|index| &all[*index].breached).sum(),
        overdue: readings.iter().map(|index| &all[*index].overdue).sum(),
        is_kept: compliance.value().map(|share| share >= goal),
        compliance,
    }
}
