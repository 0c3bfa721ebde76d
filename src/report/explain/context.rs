//! Where a figure stands: what the names in its formula refer to.

use crate::model::QuestionIndex;
use crate::score::trace::ScopeRef;

/// Where a figure stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Context {
    /// In the assessment at this position among those scored.
    Assessment(usize),
    /// In the cycle at this position; in an objective, or in one of its key results.
    Cycle(usize, Option<usize>, Option<usize>),
    /// Of the person at this position.
    Person(usize),
    /// Of the skill and level at this position among those asked of the team.
    Team(usize),
    /// Of a service level.
    ServiceLevel,
    /// Of a KPI that no assessment counts.
    Kpi,
}

/// A figure that can be explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    /// Of an assessment.
    Assessment(usize, AssessmentFigure),
    /// Of a cycle.
    Cycle(usize, CycleFigure),
    /// Of an objective, by its position in the cycle.
    Objective(usize, usize, ObjectiveFigure),
    /// Of a key result, by the positions of objective and key result.
    KeyResult(usize, usize, usize, KeyResultFigure),
    /// Of a person.
    Person(usize, PersonFigure),
    /// Of a skill and level asked of the team.
    Team(usize),
    /// Of a service level: in the window at this position, or in the latest.
    ServiceLevel(usize, Option<usize>),
    /// Of a KPI that no assessment counts: its latest reading.
    Kpi(usize),
}

/// A figure of a person; skills by their position among the person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PersonFigure {
    Fit,
    Coverage,
    Held(usize),
    Gap(usize),
}

/// A figure of an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AssessmentFigure {
    Level(ScopeRef),
    NextLevelProgress(ScopeRef),
    PracticeScore(ScopeRef),
    PracticeMaximum(ScopeRef),
    Coverage(ScopeRef),
    /// The achievement of a level.
    Achievement(ScopeRef, u32),
    OutcomeScore,
    Index,
    Interval,
    PercentToTarget,
    /// Of the criterion at this position, which blocks the target.
    Gap(usize),
    Priority(usize),
    /// What it would be with other answers.
    Supposed(Supposed, SupposedFigure),
    CriterionLevel(usize),
    Value(usize),
    CriterionCoverage(usize),
    Rating(usize),
    State(usize),
    Question(usize),
    /// How far apart respondents are on a question.
    Spread(usize),
    /// What the disagreement of respondents on a question weighs.
    Weight(usize),
    /// Of the KPI at this position among the assessment's.
    KpiValue(usize),
    KpiLevel(usize),
    KpiStale(usize),
}

/// Answers that are supposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Supposed {
    /// One, raised to its best.
    Answer(QuestionIndex),
    /// The shortest way up of the whole, or of a dimension.
    Way(ScopeRef),
}

/// What would be with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SupposedFigure {
    /// The level after the one held, which they lead to.
    NextLevel,
    /// The level then held.
    Level,
    Practice,
    Index,
    PracticeChange,
    IndexChange,
}

impl SupposedFigure {
    /// Those that the plan tells of one answer, as its result calls them.
    pub(super) const OF_ANSWER: [(&'static str, SupposedFigure); 3] = [
        ("level", SupposedFigure::Level),
        ("practice_score_change", SupposedFigure::PracticeChange),
        ("index_change", SupposedFigure::IndexChange),
    ];

    /// Those that it tells of the shortest way.
    pub(super) const OF_WAY: [(&'static str, SupposedFigure); 4] = [
        ("level", SupposedFigure::NextLevel),
        ("level_after", SupposedFigure::Level),
        ("practice_score_after", SupposedFigure::Practice),
        ("index_after", SupposedFigure::Index),
    ];
}

/// A figure of a cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CycleFigure {
    Elapsed,
    Progress,
    Coverage,
}

/// A figure of an objective.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ObjectiveFigure {
    Progress,
    Status,
    Coverage,
    Grade,
}

/// A figure of a key result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyResultFigure {
    Kind,
    Baseline,
    Target,
    Value,
    Due,
    Progress,
    Expected,
    Status,
    Flags,
    Confidence,
    Forecast,
    Grade,
}

impl CycleFigure {
    pub(super) const ALL: [(&'static str, CycleFigure); 3] = [
        ("elapsed", CycleFigure::Elapsed),
        ("progress", CycleFigure::Progress),
        ("coverage", CycleFigure::Coverage),
    ];
}

impl ObjectiveFigure {
    pub(super) const ALL: [(&'static str, ObjectiveFigure); 4] = [
        ("progress", ObjectiveFigure::Progress),
        ("status", ObjectiveFigure::Status),
        ("coverage", ObjectiveFigure::Coverage),
        ("grade", ObjectiveFigure::Grade),
    ];
}

impl KeyResultFigure {
    pub(super) const ALL: [(&'static str, KeyResultFigure); 12] = [
        ("progress", KeyResultFigure::Progress),
        ("expected", KeyResultFigure::Expected),
        ("status", KeyResultFigure::Status),
        ("kind", KeyResultFigure::Kind),
        ("baseline", KeyResultFigure::Baseline),
        ("target", KeyResultFigure::Target),
        ("value", KeyResultFigure::Value),
        ("due", KeyResultFigure::Due),
        ("flags", KeyResultFigure::Flags),
        ("confidence", KeyResultFigure::Confidence),
        ("forecast", KeyResultFigure::Forecast),
        ("grade", KeyResultFigure::Grade),
    ];

    /// Whether naming the key result alone asks for this figure too.
    pub(super) fn is_main(self) -> bool {
        matches!(
            self,
            KeyResultFigure::Progress
                | KeyResultFigure::Expected
                | KeyResultFigure::Status
                | KeyResultFigure::Forecast
        )
    }
}
