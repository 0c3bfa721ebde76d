//! The machine-readable result of `score --format json`, schema `regua/score/1`.

use schemars::JsonSchema;
use serde::Serialize;

use super::figure::{Number, number};
use super::people;
use super::plan::Plan;
use super::service_level;
use crate::model::{Rubric, Workspace};
use crate::score::compare::pinned;
use crate::score::target::{percent_to_target, profile};
use crate::score::{self, Against, AssessmentScore, CycleScore, ScopeScore, Scores};

/// The whole result.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ScoreDocument {
    /// Name and version of this format.
    pub schema: &'static str,
    /// The day the figures hold for, as an ISO date.
    pub as_of: String,
    /// Whose workspace it is.
    pub organisation: String,
    /// Assessments dated up to the day, by rubric and date.
    pub assessments: Vec<Assessment>,
    /// OKR cycles, oldest first.
    pub okrs: Vec<Cycle>,
    /// Service levels, in the order of the files.
    pub service_levels: Vec<service_level::ServiceLevel>,
    /// Persons, in the order of the files.
    pub people: Vec<people::Person>,
    /// Each skill and level that a role of somebody asks for, with who holds it.
    pub team: Vec<people::TeamSkill>,
}

/// The cycles alone, of `okr status --format json`: schema `regua/okrs/1`, each in the shape it has above.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OkrDocument {
    /// Name and version of this format.
    pub schema: &'static str,
    /// The day the figures hold for, as an ISO date.
    pub as_of: String,
    /// Whose workspace it is.
    pub organisation: String,
    /// OKR cycles, oldest first.
    pub okrs: Vec<Cycle>,
}

impl OkrDocument {
    /// Those cycles of a workspace for which `is_shown`, by position.
    #[must_use]
    pub fn new(
        workspace: &Workspace,
        scores: &Scores,
        is_shown: impl Fn(usize) -> bool,
    ) -> OkrDocument {
        let cycles = workspace.cycles.iter().zip(&scores.cycles).enumerate();
        OkrDocument {
            schema: "regua/okrs/1",
            as_of: scores.as_of.to_string(),
            organisation: workspace.settings.organisation.clone(),
            okrs: cycles
                .filter(|(position, _)| is_shown(*position))
                .map(|(_, (definition, score))| cycle(definition, score))
                .collect(),
        }
    }
}

/// One assessment.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Assessment {
    /// The rubric's id.
    pub rubric: String,
    /// The rubric's version.
    pub rubric_version: String,
    /// The version that the assessment's first file to name one was written for; null when none does.
    pub pinned_version: Option<String>,
    /// The assessment's date.
    pub date: String,
    /// The level held, where the rule gives one.
    pub level: Option<u32>,
    /// That level's id.
    pub level_id: Option<String>,
    /// The achievement of the next level, or how much of the present band is covered: 0 to 1.
    pub next_level_progress: Option<Number>,
    /// The practice score, on the scale of the levels; on that of the answers without levels, and where bands of
    /// the score make them.
    pub practice_score: Option<Number>,
    /// The outcome score, on the scale of the levels.
    pub outcome_score: Option<Number>,
    /// The index, on the scale of the practice score.
    pub index: Option<Number>,
    /// Answered ÷ applicable weight, 0 to 1.
    pub coverage: Option<Number>,
    /// The practice score with every gap at its worst and at its best.
    pub interval: Option<[Number; 2]>,
    /// Each dimension.
    pub dimensions: Vec<Dimension>,
    /// Each criterion.
    pub criteria: Vec<Criterion>,
    /// Each of the rubric's KPIs with a reading.
    pub kpis: Vec<Kpi>,
    /// What cannot hold together among the answers that count: of several respondents what theirs come to.
    pub contradictions: Vec<Contradiction>,
    /// Who answered, and where they stand apart; null for an assessment of a single file.
    pub respondents: Option<super::respondents::Respondents>,
    /// What is aimed at, where `regua.yaml` or the command line says so.
    pub target: Option<Target>,
    /// What leads there and to the next level; null for all but the latest assessment of a rubric.
    pub plan: Option<Plan>,
}

/// An answer, and what speaks against it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Contradiction {
    /// `conflicting_answers`, `absence_against_presence`, `kpi_denies_answer`, `evidence_missing` or
    /// `evidence_stale`.
    pub kind: &'static str,
    /// The key of the question, and what speaks against its answer: another question's key, a criterion's or
    /// a KPI's id, or the word `evidence`.
    pub between: [String; 2],
}

/// What is aimed at.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Target {
    /// The level of the whole.
    pub level: Option<u32>,
    /// The share of the target profile that is reached, 0 to 1.
    pub percent_to_target: Option<Number>,
}

/// One dimension of an assessment.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Dimension {
    /// The dimension's id.
    pub id: String,
    /// The id of the dimension it is part of.
    pub parent: Option<String>,
    /// The level held.
    pub level: Option<u32>,
    /// The achievement of the next level, 0 to 1.
    pub next_level_progress: Option<Number>,
    /// The practice score.
    pub practice_score: Option<Number>,
    /// What the practice score would be with everything that applies achieved.
    pub practice_maximum: Option<Number>,
    /// Answered ÷ applicable weight, 0 to 1.
    pub coverage: Option<Number>,
}

/// One criterion of an assessment.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Criterion {
    /// The criterion's id.
    pub id: String,
    /// Its dimension's id.
    pub dimension: String,
    /// The number of its level.
    pub level: Option<u32>,
    /// v(c), 0 to 1.
    pub value: Option<Number>,
    /// The band that the value lies in: not, partially, largely, fully.
    pub rating: Option<&'static str>,
    /// What is known: answered, partial, unknown, unanswered, `not_applicable`.
    pub state: &'static str,
}

/// One KPI of an assessment.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Kpi {
    /// The KPI's id.
    pub id: String,
    /// Its latest value.
    pub value: Number,
    /// The value's unit.
    pub unit: String,
    /// The value's period, as written in the reading.
    pub period: String,
    /// The maturity level that the value stands for.
    pub level: Option<Number>,
    /// Whether the value is older than one and a half times the KPI's frequency.
    pub stale: bool,
    /// The KPI's own target in force on the day.
    pub target: Option<Number>,
}

/// One OKR cycle.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Cycle {
    /// The cycle's name.
    pub cycle: String,
    /// The share of the cycle that has passed, 0 to 1.
    pub elapsed: Option<Number>,
    /// The weighted mean of its objectives' progress, 0 to 1.
    pub progress: Option<Number>,
    /// The share of its active key results that have a progress, 0 to 1.
    pub coverage: Option<Number>,
    /// The day on which it was closed; null while it is open.
    pub closed: Option<String>,
    /// Its objectives.
    pub objectives: Vec<Objective>,
}

/// One objective.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Objective {
    /// The objective's id.
    pub id: String,
    /// The weighted mean of its key results' clamped progress, 0 to 1.
    pub progress: Option<Number>,
    /// The worst status of a key result with weight.
    pub status: &'static str,
    /// The share of its active key results that have a progress, 0 to 1.
    pub coverage: Option<Number>,
    /// The grade it was closed with, 0 to 1 in tenths; null while it is open.
    pub grade: Option<Number>,
    /// The objective that it goes on with, as `cycle/objective`.
    pub from: Option<String>,
    /// Its key results.
    pub key_results: Vec<KeyResult>,
}

/// One key result.
#[derive(Debug, Serialize, JsonSchema)]
pub struct KeyResult {
    /// The key result's id.
    pub id: String,
    /// increase, decrease, keep, milestones, done or `establish_baseline`.
    pub kind: &'static str,
    /// Where it started.
    pub baseline: Option<Number>,
    /// Where it is to end.
    pub target: Option<Number>,
    /// Its latest value.
    pub value: Option<Number>,
    /// The unit of these.
    pub unit: String,
    /// Its last day.
    pub due: String,
    /// The share of the way covered; below 0 and above 1 as it is.
    pub progress: Option<Number>,
    /// The share that should be covered by now, 0 to 1.
    pub expected: Option<Number>,
    /// How it stands.
    pub status: &'static str,
    /// What to look at beside.
    pub flags: Vec<&'static str>,
    /// The latest confidence, 0 to 10.
    pub confidence: Option<u32>,
    /// Where its readings lead; null with fewer than three, without a way to go or without days left.
    pub forecast: Option<Forecast>,
    /// The grade it was closed with, 0 to 1 in tenths; null while it is open.
    pub grade: Option<Number>,
    /// The key result that it goes on with, as `cycle/key-result`.
    pub from: Option<String>,
}

/// Where a key result is heading: a projection of its readings to its last day.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Forecast {
    /// The value on the last day.
    pub value: Number,
    /// The progress that this value would be.
    pub progress: Number,
    /// The change a day that the readings show.
    pub observed_pace: Number,
    /// The change a day that is needed from now on.
    pub required_pace: Number,
}

impl ScoreDocument {
    /// Gathers the result of a workspace.
    #[must_use]
    pub fn new(workspace: &Workspace, scores: &Scores) -> ScoreDocument {
        ScoreDocument {
            schema: "regua/score/1",
            as_of: scores.as_of.to_string(),
            organisation: workspace.settings.organisation.clone(),
            assessments: scores
                .assessments
                .iter()
                .map(|score| assessment(workspace, scores, score))
                .collect(),
            okrs: workspace
                .cycles
                .iter()
                .zip(&scores.cycles)
                .map(|(definition, score)| cycle(definition, score))
                .collect(),
            service_levels: scores
                .service_levels
                .iter()
                .map(|score| service_level::service_level(workspace, score))
                .collect(),
            people: people::persons(workspace, &scores.people),
            team: people::team(workspace, &scores.people),
        }
    }
}

/// A forecast whose every figure has a value.
pub(crate) fn forecast(score: &crate::score::forecast::Forecast) -> Option<Forecast> {
    Some(Forecast {
        value: number(score.value.value())?,
        progress: number(score.progress.value())?,
        observed_pace: number(score.observed.value())?,
        required_pace: number(score.required.value())?,
    })
}

fn assessment(workspace: &Workspace, scores: &Scores, score: &AssessmentScore) -> Assessment {
    let rubric = &workspace.rubrics[score.rubric];
    let targets = &workspace.settings.targets;
    let target = targets.iter().find(|target| target.rubric == score.rubric);
    let is_latest = scores
        .latest()
        .any(|(latest, _)| std::ptr::eq(latest, score));
    Assessment {
        rubric: rubric.id.to_string(),
        rubric_version: rubric.version.clone(),
        pinned_version: pinned(workspace, &score.sheet)
            .first()
            .map(|version| (*version).to_owned()),
        date: score.sheet.date.to_string(),
        level: score.whole.level,
        level_id: level_id(rubric, score.whole.level),
        next_level_progress: next_progress(&score.whole),
        practice_score: practice(&score.whole),
        outcome_score: number(score.outcome.value()),
        index: number(score.index.value()),
        coverage: number(score.whole.coverage.value()),
        interval: score
            .interval()
            .map(|(low, high)| [Number::from(low), Number::from(high)]),
        dimensions: dimensions(rubric, score),
        criteria: criteria(rubric, score),
        kpis: score
            .kpis
            .iter()
            .map(|level| {
                let definition = &workspace.kpis[level.kpi];
                let point = &scores.series[level.kpi].points[level.point];
                Kpi {
                    id: definition.id.to_string(),
                    value: Number::from(&point.value),
                    unit: definition.unit.text.clone(),
                    period: point.period.to_string(),
                    level: number(level.level.value()),
                    stale: level.is_stale,
                    target: number(
                        definition
                            .target_on(scores.as_of)
                            .map(|target| &target.value),
                    ),
                }
            })
            .collect(),
        contradictions: contradictions(workspace, rubric, &score.combined_contradictions),
        respondents: super::respondents::respondents(workspace, score),
        plan: is_latest.then(|| Plan::new(workspace, score, target)),
        target: target.map(|target| Target {
            level: target.level,
            percent_to_target: number(percent_to_target(score, &profile(target)).value()),
        }),
    }
}

pub(super) fn contradictions(
    workspace: &Workspace,
    rubric: &Rubric,
    found: &[score::Contradiction],
) -> Vec<Contradiction> {
    found
        .iter()
        .map(|own| Contradiction {
            kind: own.against.kind(),
            between: [
                rubric.questions[own.question.0].key.clone(),
                against(workspace, rubric, own.against),
            ],
        })
        .collect()
}

/// What speaks against an answer, by its name in files; `evidence` where that is missing or stale.
fn against(workspace: &Workspace, rubric: &Rubric, against: Against) -> String {
    match against {
        Against::Question(other) => rubric.questions[other.0].key.clone(),
        Against::Presence(criterion) => rubric.criteria[criterion.0].id.to_string(),
        Against::Kpi(kpi) => workspace.kpis[kpi].id.to_string(),
        Against::MissingEvidence | Against::StaleEvidence => "evidence".to_owned(),
    }
}

pub(super) fn level_id(rubric: &Rubric, level: Option<u32>) -> Option<String> {
    rubric.level(level?).map(|level| level.id.to_string())
}

fn next_progress(scope: &ScopeScore) -> Option<Number> {
    number(scope.next.as_ref()?.progress.value())
}

fn practice(scope: &ScopeScore) -> Option<Number> {
    number(scope.practice.value())
}

fn dimensions(rubric: &Rubric, score: &AssessmentScore) -> Vec<Dimension> {
    rubric
        .dimensions
        .iter()
        .zip(&score.dimensions)
        .map(|(dimension, scope)| Dimension {
            id: dimension.id.to_string(),
            parent: dimension
                .parent
                .map(|parent| rubric.dimension(parent).id.to_string()),
            level: scope.level,
            next_level_progress: next_progress(scope),
            practice_score: practice(scope),
            practice_maximum: number(scope.maximum.value()),
            coverage: number(scope.coverage.value()),
        })
        .collect()
}

fn criteria(rubric: &Rubric, score: &AssessmentScore) -> Vec<Criterion> {
    rubric
        .criteria
        .iter()
        .zip(&score.criteria)
        .map(|(criterion, score)| Criterion {
            id: criterion.id.to_string(),
            dimension: rubric.dimension(criterion.dimension).id.to_string(),
            level: criterion.level,
            value: number(score.known_value()),
            rating: score.known_rating().map(crate::model::Rating::as_str),
            state: score.state.as_str(),
        })
        .collect()
}

fn cycle(definition: &crate::model::Cycle, score: &CycleScore) -> Cycle {
    let closed = definition.closing.as_ref().filter(|_| score.is_closed);
    Cycle {
        cycle: definition.id.clone(),
        elapsed: number(score.elapsed.value()),
        progress: number(score.progress.value()),
        coverage: number(score.coverage.value()),
        closed: closed.map(|own| own.closed.to_string()),
        objectives: definition
            .objectives
            .iter()
            .zip(&score.objectives)
            .map(|(definition, score)| Objective {
                id: definition.id.to_string(),
                progress: number(score.progress.value()),
                status: score.status.as_str(),
                coverage: number(score.coverage.value()),
                grade: number(score.grade.value().filter(|_| closed.is_some())),
                from: definition.from.as_ref().map(|from| from.name.clone()),
                key_results: definition
                    .key_results
                    .iter()
                    .zip(&score.key_results)
                    .map(|(definition, score)| KeyResult {
                        id: definition.id.to_string(),
                        kind: score.kind(definition),
                        baseline: number(score.baseline.value()),
                        target: number(score.target.value()),
                        value: number(score.value.as_ref().map(|dated| &dated.value)),
                        unit: definition.unit.text.clone(),
                        due: score.due.to_string(),
                        progress: number(score.progress.value()),
                        expected: number(score.expected.value()),
                        status: score.status.as_str(),
                        flags: score.flags.iter().map(|flag| flag.as_str()).collect(),
                        confidence: score.confidence(),
                        forecast: score.forecast.as_ref().and_then(forecast),
                        grade: number(score.grade.value().filter(|_| closed.is_some())),
                        from: definition.from.as_ref().map(|from| from.name.clone()),
                    })
                    .collect(),
            })
            .collect(),
    }
}
