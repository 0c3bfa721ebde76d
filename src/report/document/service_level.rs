//! What the report says of service levels.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Writer, figure};
use crate::model::{Exact, ServiceLevel, Window};
use crate::report::figure::Figure;
use crate::score::service_level::{ServiceLevelScore, WindowScore};

/// The most windows that are shown.
const WINDOWS: usize = 12;

/// A service level with how it was kept.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ServiceLevelPart {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The id of the KPI that it is about; none for one about something else.
    pub kpi: Option<String>,
    /// That KPI's title.
    pub kpi_title: Option<String>,
    /// Whether the report shows that KPI.
    pub kpi_is_shown: bool,
    /// The limit within which a case is met, as written.
    pub within: Option<String>,
    /// The share that must be met, 0 to 1.
    pub goal: Figure,
    /// `day`, `week`, `month` or `quarter`; none for the period of each reading.
    pub window: Option<&'static str>,
    /// `met` or `missed` in the latest window; `nothing_due` where that has no case, `no_reading` without a window.
    pub state: &'static str,
    /// The share that kept the promise in the latest window, 0 to 1; none when nothing was due.
    pub compliance: Option<Figure>,
    /// The latest window's name.
    pub period: Option<String>,
    /// The latest windows, oldest first.
    pub windows: Vec<WindowPart>,
}

/// How a service level was kept in one window.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WindowPart {
    /// Its name, or its days.
    pub title: String,
    /// Cases that kept the promise.
    pub met: Figure,
    /// Cases that broke it, those overdue among them.
    pub breached: Figure,
    /// Of these, those still open past the deadline.
    pub overdue: Figure,
    /// The share that kept it, 0 to 1; none when nothing was due.
    pub compliance: Option<Figure>,
    /// `met`, `missed` or `nothing_due`.
    pub state: &'static str,
}

impl Writer<'_> {
    pub(super) fn service_level(&self, score: &ServiceLevelScore) -> ServiceLevelPart {
        let definition: &ServiceLevel = &self.workspace.service_levels[score.service_level];
        let latest = score.latest();
        let skipped = score.windows.len().saturating_sub(WINDOWS);
        let windows: Vec<WindowPart> = score.windows[skipped..]
            .iter()
            .map(|window| self.window(window))
            .collect();
        let compliance = latest.and_then(|latest| latest.compliance.value());
        let kpi = definition.kpi;
        ServiceLevelPart {
            id: definition.id.to_string(),
            title: self.text(&definition.title),
            kpi: kpi.map(|kpi| self.workspace.kpis[kpi].id.to_string()),
            kpi_title: kpi.map(|kpi| self.text(&self.workspace.kpis[kpi].title)),
            kpi_is_shown: kpi.is_some_and(|kpi| {
                let known = self.scores.series[kpi].until(self.scores.as_of);
                !known.is_empty()
            }),
            within: definition.within.clone(),
            goal: Figure(&definition.goal / &Exact::from(100u32)),
            window: definition.window.map(Window::as_str),
            state: latest.map_or("no_reading", state),
            compliance: figure(compliance),
            period: windows.last().map(|window| window.title.clone()),
            windows,
        }
    }

    fn window(&self, score: &WindowScore) -> WindowPart {
        let [first, last] = [score.days.first, score.days.last].map(|day| self.locale.date(day));
        WindowPart {
            title: match score.period {
                Some(period) => self.locale.period(period),
                None => format!("{first} – {last}"),
            },
            met: Figure::from(&score.met),
            breached: Figure::from(&score.breached),
            overdue: Figure::from(&score.overdue),
            compliance: figure(score.compliance.value()),
            state: state(score),
        }
    }
}

fn state(window: &WindowScore) -> &'static str {
    match window.is_kept {
        Some(true) => "met",
        Some(false) => "missed",
        None => "nothing_due",
    }
}
