//! What a cycle was closed with: figures that stand whatever is read, planned or corrected later.

use chrono::NaiveDate;

use super::exact::Exact;
use super::okr::{Ambition, Objective};
use super::place::Place;
use super::status::Status;
use super::text::Text;

/// The figures that a cycle was closed with.
#[derive(Debug, Clone)]
pub struct Closing {
    /// The day on which it was closed: from then on these figures stand.
    pub closed: NaiveDate,
    /// The day whose figures they are, never after the one above.
    pub as_of: NaiveDate,
    /// Who closed it.
    pub by: Option<String>,
    /// The cycle's progress, 0 to 1.
    pub progress: Option<Exact>,
    /// Where that is written; its day where it is not.
    pub progress_place: Place,
    /// Of each of the plan's objectives; `None` for one that the plan did not hold then.
    pub objectives: Vec<Option<ClosedObjective>>,
    /// Key results and objectives that were closed and that the plan holds no longer: name and place.
    pub gone: Vec<(String, Place)>,
    /// Where the day of closing is written.
    pub place: Place,
}

/// What an objective was closed with.
#[derive(Debug, Clone)]
pub struct ClosedObjective {
    /// Its progress, 0 to 1.
    pub progress: Option<Exact>,
    /// Its grade, 0 to 1 in tenths.
    pub grade: Option<Exact>,
    /// What was learned where a commitment was missed.
    pub retrospective: Option<Text>,
    /// Of each of the plan's key results; `None` for one that the plan did not hold then.
    pub key_results: Vec<Option<ClosedKeyResult>>,
    /// Where its id is written.
    pub place: Place,
}

impl ClosedObjective {
    /// Whether what was committed was reached, which takes a full grade; `None` where nothing was.
    #[must_use]
    pub fn kept_commitment(&self, planned: &Objective) -> Option<bool> {
        let is_committed =
            planned.ambition == Ambition::Committed && !planned.key_results.is_empty();
        is_committed.then(|| is_full(self.grade.as_ref()))
    }

    /// Whether a commitment was missed and nobody has said what was learned: of the objective, or of each key result
    /// that fell short.
    #[must_use]
    pub fn owes_retrospective(&self, planned: &Objective) -> bool {
        let is_settled = |own: &ClosedKeyResult| {
            own.retrospective.is_some()
                || is_full(own.grade.as_ref())
                || own.status == Status::Dropped
        };
        self.kept_commitment(planned) == Some(false)
            && self.retrospective.is_none()
            && !self.key_results.iter().flatten().all(is_settled)
    }
}

fn is_full(grade: Option<&Exact>) -> bool {
    grade.is_some_and(|grade| *grade >= Exact::ONE)
}

/// What a key result was closed with; the values are in its unit.
#[derive(Debug, Clone)]
pub struct ClosedKeyResult {
    /// How it stood.
    pub status: Status,
    /// Where it started.
    pub baseline: Option<Exact>,
    /// Where it was to end.
    pub target: Option<Exact>,
    /// Its last value, and that value's day.
    pub value: Option<(Exact, NaiveDate)>,
    /// The share of the way covered; below 0 and above 1 as it was.
    pub progress: Option<Exact>,
    /// Its grade, 0 to 1 in tenths.
    pub grade: Option<Exact>,
    /// What was learned where a commitment was missed.
    pub retrospective: Option<Text>,
    /// Where its id is written.
    pub place: Place,
}

/// A figure as it is closed: exact where that can be written shortly, as values and what follows from them can; else
/// to twelve decimals, and to more where its grade, or whether it is reached, would be another.
#[must_use]
pub fn closing_figure(figure: &Exact) -> Exact {
    const LONGEST: usize = 40;
    const FEWEST: usize = 12;
    const MOST: usize = 36;
    if figure.to_string().len() <= LONGEST {
        return figure.clone();
    }
    let says = |own: &Exact| (grade_of(own), *own >= Exact::ONE, own.is_negative());
    let mut places = (FEWEST..MOST).map(|places| to_places(figure, places));
    places
        .find(|own| says(own) == says(figure))
        .unwrap_or_else(|| figure.clone())
}

/// Whether a figure is what one was closed at.
#[must_use]
pub fn is_as_closed(now: Option<&Exact>, closed: Option<&Exact>) -> bool {
    now.map(closing_figure).as_ref() == closed
}

/// A progress as the grade that it earns: from 0 to 1, rounded half up to tenths.
///
/// ```
/// use regua::model::{Exact, grade_of};
///
/// assert_eq!(grade_of(&Exact::ratio(65, 100)), Exact::ratio(7, 10));
/// assert_eq!(grade_of(&Exact::ratio(-8, 100)), Exact::ZERO);
/// ```
#[must_use]
pub fn grade_of(progress: &Exact) -> Exact {
    to_places(&progress.clamped(&Exact::ZERO, &Exact::ONE), 1)
}

fn to_places(value: &Exact, places: usize) -> Exact {
    Exact::parse_displayed(&value.rounded(places)).unwrap_or_else(|| value.clone())
}

/// What a grade says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GradeBand {
    /// Up to 0.3: no real progress.
    Red,
    /// From 0.4 to 0.6: progress, short of what was meant.
    Yellow,
    /// From 0.7: delivered.
    Green,
}

/// The highest grade that is red, and the highest that is yellow.
const RED_TO: (i64, u64) = (3, 10);
const YELLOW_TO: (i64, u64) = (6, 10);

impl GradeBand {
    /// The band of a grade, which has been rounded to tenths before.
    ///
    /// ```
    /// use regua::model::{Exact, GradeBand};
    ///
    /// assert_eq!(GradeBand::of(&Exact::ratio(3, 10)), GradeBand::Red);
    /// assert_eq!(GradeBand::of(&Exact::ratio(7, 10)), GradeBand::Green);
    /// ```
    #[must_use]
    pub fn of(grade: &Exact) -> GradeBand {
        let bound = |(numerator, denominator)| Exact::ratio(numerator, denominator);
        if *grade <= bound(RED_TO) {
            GradeBand::Red
        } else if *grade <= bound(YELLOW_TO) {
            GradeBand::Yellow
        } else {
            GradeBand::Green
        }
    }

    /// The band's name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            GradeBand::Red => "red",
            GradeBand::Yellow => "yellow",
            GradeBand::Green => "green",
        }
    }
}
