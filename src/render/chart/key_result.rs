//! A key result as its charts see it.

use serde::Deserialize;

use super::figure::Figure;

/// A key result as its charts see it.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct KeyResult {
    pub(super) title: String,
    pub(super) due: String,
    pub(super) baseline: Option<Figure>,
    pub(super) target: Option<Figure>,
    pub(super) progress: Option<Figure>,
    pub(super) expected: Option<Figure>,
    pub(super) status: String,
    pub(super) readings: Vec<Reading>,
    /// Where the readings lead.
    #[serde(default)]
    pub(super) forecast: Option<Forecast>,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Reading {
    pub(super) date: String,
    pub(super) value: Option<Figure>,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Forecast {
    /// The value on the last day.
    pub(super) value: Figure,
}
