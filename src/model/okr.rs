//! Cycles, objectives, key results, and the check-ins that say where they stand.

use chrono::NaiveDate;

use super::closing::Closing;
use super::exact::Exact;
use super::id::Id;
use super::period::{DateRange, Period};
use super::place::Place;
use super::rubric::{DimensionIndex, Rubric};
use super::text::Text;
use super::unit::Unit;

/// A stretch of time with its objectives.
#[derive(Debug, Clone)]
pub struct Cycle {
    /// Its name: the period as written, such as `2026-Q3`.
    pub id: String,
    /// The period that the name says.
    pub period: Period,
    /// Its days.
    pub days: DateRange,
    /// What is to be reached.
    pub objectives: Vec<Objective>,
    /// Everything said about its key results, in the order of the file.
    pub check_ins: Vec<CheckIn>,
    /// What it was closed with.
    pub closing: Option<Closing>,
    /// Advice that its authors know and have decided against, in all of the plan.
    pub accepts: Vec<Accepted>,
    /// Where its name is written.
    pub place: Place,
}

/// What the check of a plan may advise. Advice never blocks: no figure follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Advice {
    /// Fewer key results than tell whether an objective is reached.
    FewKeyResults,
    /// More key results than anybody keeps in mind.
    ManyKeyResults,
    /// More objectives than a cycle can be about.
    ManyObjectives,
    /// A key result that is work rather than what it brings about.
    ActivityNotOutcome,
    /// Speed is asked for, and nothing says what must not suffer for it.
    NoCounterweight,
    /// A target that was met before anybody began.
    MetAtBaseline,
    /// An objective that nobody answers for.
    NoOwner,
    /// Figures that are typed in from a place that nobody names.
    NoSource,
    /// A key result that outlasts its cycle.
    DueOutsideCycle,
}

impl Advice {
    /// Every advice.
    pub const ALL: [Advice; 9] = [
        Advice::FewKeyResults,
        Advice::ManyKeyResults,
        Advice::ManyObjectives,
        Advice::ActivityNotOutcome,
        Advice::NoCounterweight,
        Advice::MetAtBaseline,
        Advice::NoOwner,
        Advice::NoSource,
        Advice::DueOutsideCycle,
    ];

    /// The advice's name in files, which is that of its diagnostic.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Advice::FewKeyResults => "few-key-results",
            Advice::ManyKeyResults => "many-key-results",
            Advice::ManyObjectives => "many-objectives",
            Advice::ActivityNotOutcome => "activity-not-outcome",
            Advice::NoCounterweight => "no-counterweight",
            Advice::MetAtBaseline => "met-at-baseline",
            Advice::NoOwner => "no-owner",
            Advice::NoSource => "no-source",
            Advice::DueOutsideCycle => "due-outside-cycle",
        }
    }
}

/// Advice that somebody knows and has decided against: it is not given here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accepted {
    /// Which one.
    pub advice: Advice,
    /// Where that is written.
    pub place: Place,
}

/// How sure one means to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ambition {
    /// It must be reached in full.
    Committed,
    /// Seventy percent is a good result.
    Aspirational,
    /// Finding out is the result.
    Learning,
}

impl Ambition {
    /// The ambition's name in files and JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Ambition::Committed => "committed",
            Ambition::Aspirational => "aspirational",
            Ambition::Learning => "learning",
        }
    }
}

/// What is to be reached.
#[derive(Debug, Clone)]
pub struct Objective {
    /// Its name in files.
    pub id: Id,
    /// Its title; the id where none is written.
    pub title: Text,
    /// Who answers for it.
    pub owner: Option<String>,
    /// How sure one means to be.
    pub ambition: Ambition,
    /// Its share in the cycle's progress, 0 or more.
    pub weight: Exact,
    /// What it improves.
    pub improves: Option<MaturityRef>,
    /// Objectives that it serves, as `cycle/objective`, or `workspace:cycle/objective` of a linked workspace.
    pub supports: Vec<String>,
    /// The objective of an earlier cycle that it goes on with, as `cycle/objective`.
    pub from: Option<Lineage>,
    /// How one will know.
    pub key_results: Vec<KeyResult>,
    /// Advice that its authors know and have decided against.
    pub accepts: Vec<Accepted>,
    /// Where its id is written.
    pub place: Place,
}

/// What something of an earlier cycle goes on as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lineage {
    /// `cycle/id`
    pub name: String,
    /// Where that is written.
    pub place: Place,
}

impl Lineage {
    /// The cycle that it goes on from.
    #[must_use]
    pub fn cycle(&self) -> &str {
        self.name.split('/').next().unwrap_or_default()
    }
}

/// A rubric of the workspace, or one of its dimensions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MaturityRef {
    /// Position of the rubric among the workspace's.
    pub rubric: usize,
    /// The dimension, or the whole.
    pub dimension: Option<DimensionIndex>,
}

impl MaturityRef {
    /// Its name in files: `rubric`, or `rubric/dimension`. `rubrics` are the workspace's.
    #[must_use]
    pub fn name(self, rubrics: &[Rubric]) -> String {
        let rubric = &rubrics[self.rubric];
        match self.dimension {
            Some(dimension) => format!("{}/{}", rubric.id, rubric.dimension(dimension).id),
            None => rubric.id.to_string(),
        }
    }
}

/// A measure of whether an objective is reached.
#[derive(Debug, Clone)]
pub struct KeyResult {
    /// Its name in files, unique in its cycle.
    pub id: Id,
    /// Its title; the id where none is written.
    pub title: Text,
    /// What is to be delivered for it.
    pub deliverable: Option<Text>,
    /// Its share in the objective's progress, 0 or more.
    pub weight: Exact,
    /// The last day on which it can be reached.
    pub due: NaiveDate,
    /// Who answers for it; else the objective's owner does.
    pub owner: Option<String>,
    /// Where its values come from.
    pub source: ValueSource,
    /// Where the figures of its check-ins are read, in words: `Relatório do chatbot`.
    pub source_note: Option<Text>,
    /// The unit of its values.
    pub unit: Unit,
    /// The unit that a bare number could be in as well, where none is declared and two are used.
    pub rival_unit: Option<Unit>,
    /// What it takes.
    pub kind: KeyResultKind,
    /// Dated values that the way is planned by; empty: even steps.
    pub plan: Vec<PlannedValue>,
    /// Changes agreed on since, oldest first.
    pub amendments: Vec<Amendment>,
    /// The key result of an earlier cycle that it goes on with, as `cycle/key-result`.
    pub from: Option<Lineage>,
    /// Advice that its authors know and have decided against.
    pub accepts: Vec<Accepted>,
    /// Where its id is written.
    pub place: Place,
    /// Where its title is written; its id where none is.
    pub title_place: Place,
    /// Where its last day is written; its id where none is.
    pub due_place: Place,
    /// Where its baseline is written; its id where none is.
    pub baseline_place: Place,
    /// Where its target is written, or the bound of what is to be kept; its id where neither is.
    pub target_place: Place,
}

/// Where the values of a key result come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueSource {
    /// Its own check-ins.
    CheckIns,
    /// Readings of the KPI at this position among the workspace's.
    Kpi(usize),
    /// Practice scores.
    Score(MaturityRef),
    /// Of what was due in each window of the service level at this position, the percentage that kept it.
    ServiceLevel(usize),
}

/// What a key result takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyResultKind {
    /// From a baseline to a target, in whichever direction the two lie.
    FromTo {
        /// The direction stated, if any.
        direction: Option<WayToGo>,
        /// Where it starts.
        baseline: Baseline,
        /// Where it is to end.
        target: Target,
    },
    /// A value that is to stay where it should be, in every period.
    Keep(Keep),
    /// Steps to be done.
    Milestones(Vec<Milestone>),
    /// Done, or not.
    Done,
    /// A value to be measured for the first time.
    EstablishBaseline,
}

/// Up or down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayToGo {
    /// More is wanted.
    Increase,
    /// Less is wanted.
    Decrease,
}

/// Where a key result starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Baseline {
    /// At this value.
    Value(Exact),
    /// At the reading of these days.
    At(DateRange),
    /// At its first reading.
    FirstReading,
}

/// Where a key result is to end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// At this value.
    Value(Exact),
    /// At the baseline and this share of it: -0.2 for `-20%`.
    Relative(Exact),
    /// At the baseline and so many percentage points.
    Points(Exact),
    /// At so many times the baseline.
    Times(Exact),
}

impl Target {
    /// The target as a value, given the baseline.
    ///
    /// ```
    /// use regua::model::{Exact, Target};
    ///
    /// let minus_a_fifth = Target::Relative(Exact::ratio(-1, 5));
    /// assert_eq!(minus_a_fifth.value(&Exact::from(60u32)), Exact::from(48u32));
    /// ```
    #[must_use]
    pub fn value(&self, baseline: &Exact) -> Exact {
        match self {
            Target::Value(value) => value.clone(),
            Target::Relative(share) => baseline + &(baseline * share),
            Target::Points(points) => baseline + points,
            Target::Times(times) => baseline * times,
        }
    }
}

/// Where a value is to stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keep {
    /// Never below this.
    AtLeast(Exact),
    /// Never above this.
    AtMost(Exact),
    /// Never outside these two.
    Between(Exact, Exact),
}

impl Keep {
    /// Whether a value is where it should be.
    #[must_use]
    pub fn is_met_by(&self, value: &Exact) -> bool {
        match self {
            Keep::AtLeast(least) => value >= least,
            Keep::AtMost(most) => value <= most,
            Keep::Between(least, most) => value >= least && value <= most,
        }
    }
}

/// A step of a key result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// Its name in check-ins.
    pub id: Id,
    /// Its title; the id where none is written.
    pub title: Text,
    /// Its share, 0 or more.
    pub weight: Exact,
    /// The last day on which it can be done.
    pub due: NaiveDate,
    /// Where its id is written.
    pub place: Place,
}

/// A value that is planned for a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedValue {
    /// The day.
    pub by: NaiveDate,
    /// The value.
    pub value: Exact,
    /// Where the value is written.
    pub place: Place,
}

/// A change to a key result that was agreed on after the cycle began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// From this day on.
    pub date: NaiveDate,
    /// What changes.
    pub change: Change,
    /// Why.
    pub reason: Text,
    /// Where its date is written.
    pub place: Place,
}

/// What an amendment changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The target.
    Target(Target),
    /// The last day.
    Due(NaiveDate),
    /// The key result is given up.
    Dropped,
}

/// What somebody said about a key result on a day.
#[derive(Debug, Clone)]
pub struct CheckIn {
    /// The day.
    pub date: NaiveDate,
    /// Position of the objective in the cycle, and of the key result in it.
    pub key_result: (usize, usize),
    /// What was reached.
    pub reached: Reached,
    /// How likely the key result is to be reached, 0 to 10.
    pub confidence: Option<u32>,
    /// The baseline that it starts from for good, where that was measured elsewhere.
    pub baseline: Option<(Exact, Place)>,
    /// What somebody added.
    pub note: Option<String>,
    /// Who said it.
    pub by: Option<String>,
    /// Where it is written.
    pub place: Place,
}

/// What a check-in says was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reached {
    /// Nothing measured: a note, or confidence alone.
    Nothing,
    /// A value in the key result's unit.
    Value(Exact),
    /// The milestone at this position.
    Milestone(usize),
    /// It is done, or turned out not to be.
    Done(bool),
}
