//! Lasting measures and their readings.

use chrono::NaiveDate;

use super::exact::Exact;
use super::id::{FormerId, Id};
use super::period::{DateRange, Period};
use super::place::Place;
use super::text::Text;
use super::unit::Unit;

/// A measure that is watched over time.
#[derive(Debug, Clone)]
pub struct Kpi {
    /// Its name in files.
    pub id: Id,
    /// Its title; the id where none is written.
    pub title: Text,
    /// What it tells; formula, clock and population too, where they are not written apart.
    pub definition: Text,
    /// How its values are computed, in words.
    pub formula: Text,
    /// When time runs and what stops it; of a count, at what moment something is counted.
    pub clock: Text,
    /// What is in and what is left out.
    pub population: Text,
    /// The unit its values are in.
    pub unit: Unit,
    /// Which way is better.
    pub direction: Direction,
    /// How often it is measured.
    pub frequency: Frequency,
    /// How several readings of one period become one.
    pub aggregation: Aggregation,
    /// The lowest and the highest value that there can be, where somebody wrote them.
    pub limits: Option<(Exact, Exact)>,
    /// The rubric dimension it speaks of.
    pub dimension: Option<Id>,
    /// Its share in the outcome score, 0 or more.
    pub weight: Exact,
    /// Where the weight is written.
    pub weight_place: Option<Place>,
    /// Where each maturity level begins, in rising level order. Empty: informative only.
    pub bands: Vec<Band>,
    /// What it is to reach, the earliest day first.
    pub targets: Vec<KpiTarget>,
    /// Where the bands come from.
    pub source: Text,
    /// Ids that it went by before.
    pub renamed_from: Vec<FormerId>,
    /// Where its id is written.
    pub place: Place,
}

/// A value that a KPI is to reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KpiTarget {
    /// The last day to reach it; `None`: it holds always.
    pub by: Option<NaiveDate>,
    /// The value in the KPI's unit.
    pub value: Exact,
    /// Where the value is written.
    pub place: Place,
}

impl Kpi {
    /// The target in force on a day: the next that is due, or the last when all days have passed.
    #[must_use]
    pub fn target_on(&self, day: NaiveDate) -> Option<&KpiTarget> {
        let mut targets = self.targets.iter();
        let next = targets.find(|target| target.by.is_none_or(|by| day <= by));
        next.or(self.targets.last())
    }

    /// Whether a value reaches a target; `None` where the direction does not say which side of it is right.
    #[must_use]
    pub fn reaches(&self, value: &Exact, target: &Exact) -> Option<bool> {
        match self.direction {
            Direction::Higher => Some(value >= target),
            Direction::Lower => Some(value <= target),
            Direction::Range | Direction::None => None,
        }
    }

    /// The values that its definition names: edges of bands and targets.
    pub fn values_spoken_of(&self) -> impl Iterator<Item = &Exact> {
        let edges = self.bands.iter().flat_map(Band::edges);
        edges.chain(self.targets.iter().map(|target| &target.value))
    }

    /// Its texts: all that people read of it.
    #[must_use]
    pub fn texts(&self) -> [&Text; 6] {
        [
            &self.title,
            &self.definition,
            &self.formula,
            &self.clock,
            &self.population,
            &self.source,
        ]
    }

    /// Whether another definition says the same, word by word, wherever it is written.
    #[must_use]
    pub fn says_the_same(&self, other: &Kpi) -> bool {
        let words = |kpi: &Kpi| {
            kpi.texts().map(|text| Text {
                place: None,
                ..text.clone()
            })
        };
        let edges = |kpi: &Kpi| -> Vec<(u32, Edge)> {
            let bands = kpi.bands.iter();
            bands.map(|band| (band.level, band.edge.clone())).collect()
        };
        let targets = |kpi: &Kpi| -> Vec<(Option<NaiveDate>, Exact)> {
            let targets = kpi.targets.iter();
            targets
                .map(|target| (target.by, target.value.clone()))
                .collect()
        };
        let counted = |kpi: &Kpi| (kpi.direction, kpi.frequency, kpi.aggregation);
        self.id == other.id
            && self.unit == other.unit
            && counted(self) == counted(other)
            && self.limits == other.limits
            && self.dimension == other.dimension
            && self.weight == other.weight
            && edges(self) == edges(other)
            && targets(self) == targets(other)
            && words(self) == words(other)
    }
}

/// The edge at which a level begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// The level that begins here.
    pub level: u32,
    /// Where it begins.
    pub edge: Edge,
    /// Where the edge is written.
    pub place: Place,
}

impl Band {
    /// The lowest and the highest value of its edge: twice the same where it has one.
    #[must_use]
    pub fn edges(&self) -> [&Exact; 2] {
        match &self.edge {
            Edge::At(edge) => [edge, edge],
            Edge::Between(low, high) => [low, high],
        }
    }
}

/// One edge, or for a range the two that the value must lie between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edge {
    /// The value at which the level begins.
    At(Exact),
    /// The lowest and the highest value of the level.
    Between(Exact, Exact),
}

/// Which way a KPI gets better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Inside a range is better than outside.
    Range,
    /// Neither: it informs.
    None,
}

impl Direction {
    /// The direction's name in files and JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::Higher => "higher",
            Direction::Lower => "lower",
            Direction::Range => "range",
            Direction::None => "none",
        }
    }
}

/// How often a KPI is measured or a key result is checked in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frequency {
    /// Each day.
    Daily,
    /// Each week.
    Weekly,
    /// Every two weeks.
    Fortnightly,
    /// Each month.
    Monthly,
    /// Each quarter.
    Quarterly,
    /// Twice a year.
    HalfYearly,
    /// Once a year.
    Yearly,
}

impl Frequency {
    /// Every frequency with its name in files.
    pub const NAMES: [(&'static str, Frequency); 7] = [
        ("daily", Frequency::Daily),
        ("weekly", Frequency::Weekly),
        ("fortnightly", Frequency::Fortnightly),
        ("monthly", Frequency::Monthly),
        ("quarterly", Frequency::Quarterly),
        ("half-yearly", Frequency::HalfYearly),
        ("yearly", Frequency::Yearly),
    ];

    /// The frequency's name in files and JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Frequency::Daily => "daily",
            Frequency::Weekly => "weekly",
            Frequency::Fortnightly => "fortnightly",
            Frequency::Monthly => "monthly",
            Frequency::Quarterly => "quarterly",
            Frequency::HalfYearly => "half-yearly",
            Frequency::Yearly => "yearly",
        }
    }

    /// Its length in days; a month is a twelfth of 365 days.
    #[must_use]
    pub fn days(self) -> Exact {
        match self {
            Frequency::Daily => Exact::ONE,
            Frequency::Weekly => Exact::from(7u32),
            Frequency::Fortnightly => Exact::from(14u32),
            Frequency::Monthly => Exact::ratio(365, 12),
            Frequency::Quarterly => Exact::ratio(365, 4),
            Frequency::HalfYearly => Exact::ratio(365, 2),
            Frequency::Yearly => Exact::from(365u32),
        }
    }

    /// The frequency of something that lasts so many days: a month for 28 to 31, a quarter for up to 92.
    #[must_use]
    pub fn of_length(days: i64) -> Frequency {
        match days {
            ..=1 => Frequency::Daily,
            2..=7 => Frequency::Weekly,
            8..=14 => Frequency::Fortnightly,
            15..=31 => Frequency::Monthly,
            32..=92 => Frequency::Quarterly,
            93..=184 => Frequency::HalfYearly,
            185.. => Frequency::Yearly,
        }
    }

    /// The latest period of this length that is over on `day`: one that ends on it is. `None` for a fortnight, which
    /// the calendar has no name for. Quarters and longer are those of the fiscal year, which begins in the month
    /// `fiscal_start`.
    ///
    /// ```
    /// use regua::model::{Frequency, Period, parse_day};
    ///
    /// let day = parse_day("2026-11-20").unwrap();
    /// assert_eq!(Frequency::Monthly.latest_period(day, 1), Period::parse("2026-10"));
    /// assert_eq!(Frequency::Quarterly.latest_period(day, 7), Period::parse("FY2027-Q1"));
    /// ```
    #[must_use]
    pub fn latest_period(self, day: NaiveDate, fiscal_start: u32) -> Option<Period> {
        let current = self.period_with(day, fiscal_start)?;
        let days = current.range(fiscal_start);
        match days.last == day {
            true => Some(current),
            false => self.period_with(days.first.pred_opt()?, fiscal_start),
        }
    }

    /// The period of this length that a day lies in; `None` for a fortnight.
    #[must_use]
    pub fn period_with(self, day: NaiveDate, fiscal_start: u32) -> Option<Period> {
        Some(match self {
            Frequency::Daily => Period::Day(day),
            Frequency::Weekly => Period::week_of(day),
            Frequency::Fortnightly => return None,
            Frequency::Monthly => Period::month_of(day),
            Frequency::Quarterly => Period::quarter_of(day, fiscal_start),
            Frequency::HalfYearly => Period::half_of(day, fiscal_start),
            Frequency::Yearly => Period::year_of(day, fiscal_start),
        })
    }

    /// Whether something dated `last` is too old on `day`: older than one and a half times the frequency.
    #[must_use]
    pub fn is_stale(self, last: NaiveDate, day: NaiveDate) -> bool {
        let age = Exact::from((day - last).num_days());
        age > self.days() * Exact::ratio(3, 2)
    }
}

/// How several readings of one period become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aggregation {
    /// The last stands for the period.
    Last,
    /// They add up.
    Sum,
    /// Their mean, by the number of cases behind each.
    Mean,
    /// Numerators and denominators are pooled: never the mean of rates.
    Ratio,
}

/// One measurement.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Position of the KPI among the workspace's.
    pub kpi: usize,
    /// The period as written.
    pub period: Period,
    /// Its days.
    pub days: DateRange,
    /// The part of the population measured, such as `channel=chat`; `None`: all of it.
    pub segment: Option<String>,
    /// What was measured.
    pub value: Measured,
    /// How many cases stand behind the value.
    pub cases: Option<Exact>,
    /// Where the value comes from.
    pub source: Option<String>,
    /// What somebody added.
    pub note: Option<String>,
    /// Where the value is written.
    pub place: Place,
}

/// A reading's value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measured {
    /// A value in the KPI's unit.
    Value(Exact),
    /// A ratio by its two counts; the denominator is above zero.
    Ratio {
        /// Cases that count.
        numerator: Exact,
        /// All cases.
        denominator: Exact,
    },
}

/// A promise about a measure: so much of it within a limit.
#[derive(Debug, Clone)]
pub struct ServiceLevel {
    /// Its name in files.
    pub id: Id,
    /// Its title; the id where none is written.
    pub title: Text,
    /// Position of the KPI among the workspace's.
    pub kpi: Option<usize>,
    /// The limit within which a case is met, as written.
    pub within: Option<String>,
    /// Where it is written.
    pub within_place: Option<Place>,
    /// The share that must be met, in percent.
    pub goal: Exact,
    /// The stretch of time that the share is taken over; `None`: that of each reading.
    pub window: Option<Window>,
    /// Where its id is written.
    pub place: Place,
}

/// The stretch of time that a service level is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// A day.
    Day,
    /// A week from Monday.
    Week,
    /// A month of the calendar.
    Month,
    /// A quarter of the calendar.
    Quarter,
}

impl Window {
    /// Every window with its name in files.
    pub const NAMES: [(&'static str, Window); 4] = [
        ("day", Window::Day),
        ("week", Window::Week),
        ("month", Window::Month),
        ("quarter", Window::Quarter),
    ];

    /// How often such a window ends.
    #[must_use]
    pub fn frequency(self) -> Frequency {
        match self {
            Window::Day => Frequency::Daily,
            Window::Week => Frequency::Weekly,
            Window::Month => Frequency::Monthly,
            Window::Quarter => Frequency::Quarterly,
        }
    }

    /// Its name in files and JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Window::Day => "day",
            Window::Week => "week",
            Window::Month => "month",
            Window::Quarter => "quarter",
        }
    }
}

/// How many cases kept a promise in a period.
#[derive(Debug, Clone)]
pub struct ServiceLevelReading {
    /// Position of the service level among the workspace's.
    pub service_level: usize,
    /// The period as written.
    pub period: Period,
    /// Its days.
    pub days: DateRange,
    /// Cases that kept it.
    pub met: Exact,
    /// Cases that broke it, late; those still open past the deadline too, where they are not counted apart.
    pub breached: Exact,
    /// Cases still open past the deadline, where they are counted apart.
    pub overdue: Exact,
    /// Where the service level is named.
    pub place: Place,
}
