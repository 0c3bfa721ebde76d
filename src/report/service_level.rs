//! Service levels in the machine-readable result: a part of `regua/score/1`.

use schemars::JsonSchema;
use serde::Serialize;

use super::figure::{Number, number};
use crate::model::{Exact, Window, Workspace};
use crate::score::service_level::{ServiceLevelScore, WindowScore};

/// One service level.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ServiceLevel {
    /// Its id.
    pub id: String,
    /// The id of the KPI that it is about.
    pub kpi: Option<String>,
    /// The limit within which a case is met, as written.
    pub within: Option<String>,
    /// The share that must be met, 0 to 1.
    pub goal: Number,
    /// `day`, `week`, `month` or `quarter`; null for that of each reading.
    pub window: Option<&'static str>,
    /// Each window with a reading, oldest first.
    pub windows: Vec<WindowPart>,
}

/// One window.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WindowPart {
    /// Its first day.
    pub first: String,
    /// Its last day.
    pub last: String,
    /// Cases that kept the promise.
    pub met: Number,
    /// Cases that broke it, those still open past the deadline among them.
    pub breached: Number,
    /// Of these, those still open past the deadline, where they are counted apart.
    pub overdue: Number,
    /// met ÷ (met + breached), 0 to 1; null when nothing was due.
    pub compliance: Option<Number>,
    /// Whether the share reaches the goal; null when nothing was due.
    pub kept: Option<bool>,
}

/// A service level with its windows.
pub(super) fn service_level(workspace: &Workspace, score: &ServiceLevelScore) -> ServiceLevel {
    let definition = &workspace.service_levels[score.service_level];
    ServiceLevel {
        id: definition.id.to_string(),
        kpi: definition.kpi.map(|kpi| workspace.kpis[kpi].id.to_string()),
        within: definition.within.clone(),
        goal: Number::from(&(&definition.goal / &Exact::from(100u32))),
        window: definition.window.map(Window::as_str),
        windows: score.windows.iter().map(window).collect(),
    }
}

fn window(score: &WindowScore) -> WindowPart {
    WindowPart {
        first: score.days.first.to_string(),
        last: score.days.last.to_string(),
        met: Number::from(&score.met),
        breached: Number::from(&score.breached),
        overdue: Number::from(&score.overdue),
        compliance: number(score.compliance.value()),
        kept: score.is_kept,
    }
}
