//! How a key result stands, and which test decided it.

use chrono::NaiveDate;

pub use crate::model::Status;
use crate::model::{Exact, Frequency, Place};

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

/// A question that the status of a key result turns on, with the numbers it was asked of. They are asked one
/// after the other; the last one decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StatusTest {
    /// The cycle was closed with this status: on this day, where it is written.
    Closed(NaiveDate, Place),
    /// Whether an amendment gave it up, and where.
    Dropped(Option<Place>),
    /// Whether the cycle has not begun: its first day.
    NotBegun(bool, NaiveDate),
    /// Whether there is a progress to judge; without one, whether it is the start that is lacking.
    Lacking(Option<Missing>),
    /// Whether progress is 1 or more.
    Reached(bool, Exact),
    /// Whether what is to be kept has been kept to its last day.
    KeptToTheEnd(bool, NaiveDate),
    /// Whether its last day has passed.
    PastDue(bool, NaiveDate),
    /// Whether so little is expected that it is too early to say: what is expected, and the bound.
    TooEarly(bool, Exact, Exact),
    /// While it is too early: whether it is worse than at the start.
    Worse(bool, Exact),
    /// Whether progress is at least this share of what is expected: the quotient, the bound, and the status
    /// that follows when it is.
    Paced(bool, Exact, Exact, Status),
}

/// What a key result lacks to have a progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// A value.
    Value,
    /// A value to start from, or a way from there to the target.
    Baseline,
}

/// What the status of a key result is decided from.
pub(crate) struct Standing<'s> {
    pub(crate) dropped: Option<Place>,
    pub(crate) first: NaiveDate,
    pub(crate) due: NaiveDate,
    pub(crate) as_of: NaiveDate,
    pub(crate) progress: Option<&'s Exact>,
    pub(crate) expected: Option<&'s Exact>,
    pub(crate) lacks_baseline: bool,
    /// Whether the value is to be kept rather than reached.
    pub(crate) is_kept: bool,
}

/// At least this share of the expected progress is on track.
const ON_TRACK_FROM: (i64, u64) = (9, 10);
/// At least this share is behind; less is at risk.
const BEHIND_FROM: (i64, u64) = (7, 10);
/// While less than this is expected, it is too early to say.
const TOO_EARLY_BELOW: (i64, u64) = (1, 10);
/// How far confidence must fall between two check-ins to be a drop.
const CONFIDENCE_DROP: u32 = 2;
/// Confidence from which a key result at risk is a conflict, and up to which one on track is.
const CONFIDENT_FROM: u32 = 8;
const DOUBTFUL_TO: u32 = 3;

fn fixed((numerator, denominator): (i64, u64)) -> Exact {
    Exact::ratio(numerator, denominator)
}

/// The status, and the tests that led to it.
pub(crate) fn decide(standing: &Standing<'_>) -> (Status, Vec<StatusTest>) {
    let mut tests = vec![StatusTest::Dropped(standing.dropped)];
    if standing.dropped.is_some() {
        return (Status::Dropped, tests);
    }
    let has_not_begun = standing.as_of < standing.first;
    tests.push(StatusTest::NotBegun(has_not_begun, standing.first));
    if has_not_begun {
        return (Status::Planned, tests);
    }
    let missing = match (standing.progress, standing.expected) {
        (Some(_), Some(_)) => None,
        (None, _) if !standing.lacks_baseline => Some(Missing::Value),
        _ => Some(Missing::Baseline),
    };
    let Some(progress) = standing.progress else {
        tests.push(StatusTest::Lacking(missing));
        let status = match missing {
            Some(Missing::Value) => Status::NoData,
            _ => Status::NoBaseline,
        };
        return (status, tests);
    };
    let is_reached = *progress >= Exact::ONE;
    tests.push(StatusTest::Reached(is_reached, progress.clone()));
    if is_reached && standing.is_kept {
        // What is to be kept is achieved when it was kept to the end, not after its first good month.
        let is_over = standing.as_of >= standing.due;
        tests.push(StatusTest::KeptToTheEnd(is_over, standing.due));
        let status = if is_over {
            Status::Achieved
        } else {
            Status::OnTrack
        };
        return (status, tests);
    }
    if is_reached {
        return (Status::Achieved, tests);
    }
    let is_past = standing.as_of > standing.due;
    tests.push(StatusTest::PastDue(is_past, standing.due));
    if is_past {
        return (Status::Missed, tests);
    }
    let Some(expected) = standing.expected else {
        tests.push(StatusTest::Lacking(missing));
        return (Status::NoBaseline, tests);
    };
    let status = against_expected(progress, expected, &mut tests);
    (status, tests)
}

fn against_expected(progress: &Exact, expected: &Exact, tests: &mut Vec<StatusTest>) -> Status {
    let early = fixed(TOO_EARLY_BELOW);
    let is_early = *expected < early;
    tests.push(StatusTest::TooEarly(is_early, expected.clone(), early));
    if is_early {
        let is_worse = progress.is_negative();
        tests.push(StatusTest::Worse(is_worse, progress.clone()));
        return if is_worse {
            Status::AtRisk
        } else {
            Status::OnTrack
        };
    }
    let pace = progress / expected;
    for (bound, status) in [
        (ON_TRACK_FROM, Status::OnTrack),
        (BEHIND_FROM, Status::Behind),
    ] {
        let bound = fixed(bound);
        let is_enough = pace >= bound;
        tests.push(StatusTest::Paced(is_enough, pace.clone(), bound, status));
        if is_enough {
            return status;
        }
    }
    Status::AtRisk
}

/// How long nothing has been heard of a key result, and how long is too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silence {
    /// The day something was last heard; the cycle's first where nothing was, or nothing since.
    pub since: NaiveDate,
    /// The day it is judged on: today, or its last day.
    pub until: NaiveDate,
    /// How often something new is to be heard.
    pub frequency: Frequency,
}

impl Silence {
    /// Whether it has lasted longer than one and a half times the frequency.
    #[must_use]
    pub fn is_too_long(&self) -> bool {
        self.frequency.is_stale(self.since, self.until)
    }
}

/// What to look at beside the status. `confidences` are those of its check-ins, oldest first.
pub(crate) fn flags(
    status: Status,
    progress: Option<&Exact>,
    silence: &Silence,
    confidences: &[u32],
) -> Vec<Flag> {
    let mut flags = Vec::new();
    if progress.is_some_and(Exact::is_negative) {
        flags.push(Flag::Regressed);
    }
    let is_running = match status {
        Status::OnTrack | Status::Behind | Status::AtRisk | Status::Missed => true,
        // Who never said anything is known by the status alone until it is time to have spoken.
        Status::NoData | Status::NoBaseline => true,
        Status::Planned | Status::Achieved | Status::Dropped => false,
    };
    if is_running && silence.is_too_long() {
        flags.push(Flag::Stale);
    }
    let Some(latest) = confidences.last() else {
        return flags;
    };
    let is_conflict = match status {
        Status::AtRisk => *latest >= CONFIDENT_FROM,
        Status::OnTrack => *latest <= DOUBTFUL_TO,
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
