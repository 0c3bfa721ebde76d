//! How a key result or objective stands: a word that figures lead to, and that closing keeps.

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

impl Status {
    /// The status of this name in JSON and in closings.
    #[must_use]
    pub fn named(name: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|own| own.as_str() == name)
    }
}
