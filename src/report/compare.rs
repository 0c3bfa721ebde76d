//! The machine-readable result of `compare --format json`, schema `regua/compare/1`.
//!
//! Contributions add up exactly to the change they belong to; each is rounded by itself on its way out.

use chrono::NaiveDate;
use serde::Serialize;

use super::figure::{Number, number};
use super::score::{Contradiction, contradictions, level_id};
use crate::model::{Cycle, Exact, QuestionIndex, Rubric, ScaleKind, Workspace};
use crate::score::compare::{
    AnswerStep, AssessmentComparison, Comparison, CycleComparison, Cycles, DimensionStep, Ends,
    EvidenceChange, KeyResultPosition, KeyResultsOfBoth, KpiStep, State, pinned, scopes,
};
use crate::score::plan::Mark;
use crate::score::{
    AssessmentScore, CycleScore, KeyResultScore, KpiLevel, ObjectiveScore, ScopeScore, Scores,
};

/// The whole result.
#[derive(Debug, Serialize)]
pub struct CompareDocument {
    /// Name and version of this format.
    pub schema: &'static str,
    /// The last day of which anything is known, as an ISO date.
    pub as_of: String,
    /// Whose workspace it is.
    pub organisation: String,
    /// The first end.
    pub a: End,
    /// The second end.
    pub b: End,
    /// Assessments by rubric, in the order of `regua.yaml`.
    pub assessments: Vec<Assessments>,
    /// The cycles begun by either day, on both days. Empty when no days are compared.
    pub okrs: Vec<CycleOnBothDays>,
    /// Two cycles; null unless it is cycles that are compared.
    pub cycles: Option<TwoCycles>,
}

/// What one end names.
#[derive(Debug, Clone, Serialize)]
pub struct End {
    /// `day`, `cycle` or `assessment`.
    pub kind: &'static str,
    /// A date, a cycle's name, or `rubric@date`.
    pub name: String,
    /// The day that its figures hold for, as an ISO date.
    pub day: String,
}

/// The assessments by one rubric at both ends.
#[derive(Debug, Serialize)]
pub struct Assessments {
    /// The rubric's id.
    pub rubric: String,
    /// The version in use today, by which both ends are scored.
    pub rubric_version: String,
    /// Whether the ends name different versions of the rubric.
    pub rubric_changed: bool,
    /// Whether the ends say different things about what was looked at.
    pub scope_changed: bool,
    /// The first assessment; null where there is none yet.
    pub a: Option<Assessment>,
    /// The second; null where there is none yet.
    pub b: Option<Assessment>,
    /// The second end less the first, for each figure; null where either has none.
    pub change: Change,
    /// Each dimension.
    pub dimensions: Vec<Dimension>,
    /// The answers whose value or state changed, in the rubric's order.
    pub answers: Vec<Answer>,
    /// The KPIs whose value changed, in the rubric's order.
    pub kpis: Vec<Kpi>,
    /// The contributions added.
    pub moved: Moved,
    /// Respondents of the second end alone.
    pub respondents_new: Vec<String>,
    /// Respondents of the first end alone.
    pub respondents_gone: Vec<String>,
    /// Evidence of the second end alone.
    pub evidence_new: Vec<Evidence>,
    /// Evidence of the first end alone.
    pub evidence_lost: Vec<Evidence>,
    /// Keys of questions that somebody answered at the first end alone.
    pub answered_only_at_a: Vec<String>,
    /// Keys of questions that somebody answered at the second end alone.
    pub answered_only_at_b: Vec<String>,
    /// Keys of questions that do not apply any more.
    pub no_longer_applicable: Vec<String>,
    /// Keys of questions that did not apply, and do.
    pub now_applicable: Vec<String>,
    /// What cannot hold together at the second end alone.
    pub contradictions_new: Vec<Contradiction>,
    /// What could not hold together at the first end alone.
    pub contradictions_solved: Vec<Contradiction>,
}

/// One of the two assessments.
#[derive(Debug, Serialize)]
pub struct Assessment {
    /// Its date.
    pub date: String,
    /// The day up to which KPI readings count.
    pub readings_until: String,
    /// What was looked at, as its files say.
    pub scope: Vec<String>,
    /// The rubric versions that its files name.
    pub pinned: Vec<String>,
    /// The level held.
    pub level: Option<u32>,
    /// That level's id.
    pub level_id: Option<String>,
    /// The practice score.
    pub practice_score: Option<Number>,
    /// The outcome score.
    pub outcome_score: Option<Number>,
    /// The index.
    pub index: Option<Number>,
    /// Answered ÷ applicable weight, 0 to 1.
    pub coverage: Option<Number>,
}

/// What the figures changed by.
#[derive(Debug, Default, Serialize)]
pub struct Change {
    /// Levels.
    pub level: Option<Number>,
    /// Of the practice score.
    pub practice_score: Option<Number>,
    /// Of the outcome score.
    pub outcome_score: Option<Number>,
    /// Of the index.
    pub index: Option<Number>,
    /// Of the coverage, 0 to 1.
    pub coverage: Option<Number>,
}

/// The contributions added: null where an end has no such figure.
#[derive(Debug, Default, Serialize)]
pub struct Moved {
    /// What answers moved the practice score by: all of its change.
    pub practice_score_by_answers: Option<Number>,
    /// What readings moved the outcome score by: all of its change.
    pub outcome_score_by_kpis: Option<Number>,
    /// What answers moved the index by.
    pub index_by_answers: Option<Number>,
    /// What readings moved the index by: with what answers did, all of its change.
    pub index_by_kpis: Option<Number>,
}

/// One dimension at both ends.
#[derive(Debug, Serialize)]
pub struct Dimension {
    /// The dimension's id.
    pub id: String,
    /// The id of the dimension it is part of.
    pub parent: Option<String>,
    /// At the first end.
    pub a: Option<Scope>,
    /// At the second.
    pub b: Option<Scope>,
    /// The second level less the first.
    pub level_change: Option<Number>,
    /// The second practice score less the first.
    pub practice_score_change: Option<Number>,
    /// The second coverage less the first.
    pub coverage_change: Option<Number>,
}

/// The figures of a dimension at one end.
#[derive(Debug, Serialize)]
pub struct Scope {
    /// The level held.
    pub level: Option<u32>,
    /// The practice score.
    pub practice_score: Option<Number>,
    /// Answered ÷ applicable weight, 0 to 1.
    pub coverage: Option<Number>,
}

/// A changed answer and what it moved, put in after those before it in the rubric.
#[derive(Debug, Serialize)]
pub struct Answer {
    /// The question's key.
    pub question: String,
    /// The id of its criterion.
    pub criterion: String,
    /// The id of its dimension.
    pub dimension: String,
    /// What stands at the first end.
    pub a: Standing,
    /// What stands at the second.
    pub b: Standing,
    /// What it moved the practice score by. Null where an end has none, and where nothing counted after its
    /// step: the next one then carries the difference.
    pub practice_score: Option<Number>,
    /// What it moved the index by.
    pub index: Option<Number>,
    /// The level before its step.
    pub level_before: Option<u32>,
    /// The level after it.
    pub level_after: Option<u32>,
    /// What it did to its dimension and those that this one is part of, innermost first.
    pub dimensions: Vec<AnswerInDimension>,
}

/// What a changed answer did to a dimension.
#[derive(Debug, Serialize)]
pub struct AnswerInDimension {
    /// The dimension's id.
    pub id: String,
    /// What it moved the dimension's practice score by.
    pub practice_score: Option<Number>,
    /// The dimension's level before its step.
    pub level_before: Option<u32>,
    /// The level after it.
    pub level_after: Option<u32>,
}

/// What stands for a question at one end.
#[derive(Debug, Serialize)]
pub struct Standing {
    /// What is known: answered, unknown, unanswered, `not_applicable`.
    pub state: &'static str,
    /// The answer as files write it, where one file speaks for the question: a choice's id or a number.
    pub answer: Option<String>,
    /// The value, 0 to 1.
    pub value: Option<Number>,
    /// The id of the KPI that answers it.
    pub kpi: Option<String>,
}

/// A KPI with another value, and what it moved.
#[derive(Debug, Serialize)]
pub struct Kpi {
    /// The KPI's id.
    pub id: String,
    /// The unit of its values.
    pub unit: String,
    /// Its latest reading at the first end; null where there is none.
    pub a: Option<Reading>,
    /// Its latest reading at the second.
    pub b: Option<Reading>,
    /// What it moved the outcome score by.
    pub outcome_score: Option<Number>,
    /// What it moved the index by.
    pub index: Option<Number>,
}

/// The latest reading of a KPI at one end.
#[derive(Debug, Serialize)]
pub struct Reading {
    /// Its value.
    pub value: Number,
    /// Its period, as written.
    pub period: String,
    /// The level that it stands for.
    pub level: Option<Number>,
}

/// Evidence at one end alone.
#[derive(Debug, Serialize)]
pub struct Evidence {
    /// The key of the question that it speaks to.
    pub question: String,
    /// What it is.
    pub title: String,
    /// Where it is.
    pub href: Option<String>,
}

/// One cycle on both days.
#[derive(Debug, Serialize)]
pub struct CycleOnBothDays {
    /// The cycle's name.
    pub cycle: String,
    /// Its progress on the first day, 0 to 1.
    pub progress_a: Option<Number>,
    /// Its progress on the second.
    pub progress_b: Option<Number>,
    /// The second less the first.
    pub progress_change: Option<Number>,
    /// Its objectives.
    pub objectives: Vec<Objective>,
}

/// One objective on both days.
#[derive(Debug, Serialize)]
pub struct Objective {
    /// The objective's id.
    pub id: String,
    /// On the first day.
    pub a: Stand,
    /// On the second.
    pub b: Stand,
    /// What it moved the cycle's progress by.
    pub moved: Option<Number>,
    /// Its key results.
    pub key_results: Vec<KeyResult>,
}

/// One key result on both days.
#[derive(Debug, Serialize)]
pub struct KeyResult {
    /// The key result's id.
    pub id: String,
    /// The unit of its values.
    pub unit: String,
    /// On the first day.
    pub a: KeyResultStand,
    /// On the second.
    pub b: KeyResultStand,
    /// What it moved its objective's progress by.
    pub moved: Option<Number>,
}

/// How an objective stands.
#[derive(Debug, Serialize)]
pub struct Stand {
    /// Its progress, 0 to 1.
    pub progress: Option<Number>,
    /// How it stands.
    pub status: &'static str,
}

/// How a key result stands.
#[derive(Debug, Serialize)]
pub struct KeyResultStand {
    /// Its latest value.
    pub value: Option<Number>,
    /// The share of the way covered; below 0 and above 1 as it is.
    pub progress: Option<Number>,
    /// How it stands.
    pub status: &'static str,
}

/// Two cycles, each on its own day.
#[derive(Debug, Serialize)]
pub struct TwoCycles {
    /// The first.
    pub a: CycleStand,
    /// The second.
    pub b: CycleStand,
    /// The second progress less the first.
    pub progress_change: Option<Number>,
    /// Key results with one id in both.
    pub carried_on: Vec<KeyResultOfBoth>,
    /// Key results of the first alone.
    pub gone: Vec<KeyResultOfOne>,
    /// Key results of the second alone.
    pub new: Vec<KeyResultOfOne>,
}

/// A cycle on its day.
#[derive(Debug, Serialize)]
pub struct CycleStand {
    /// The cycle's name.
    pub cycle: String,
    /// The day that it was closed with; else its last day, or the day that figures hold for when that is earlier.
    pub day: String,
    /// Its progress, 0 to 1.
    pub progress: Option<Number>,
    /// How many key results have each status, worst first.
    pub counts: Vec<StatusCount>,
}

/// How many key results have a status.
#[derive(Debug, Serialize)]
pub struct StatusCount {
    /// The status.
    pub status: &'static str,
    /// How many.
    pub count: usize,
}

/// A key result that both cycles have.
#[derive(Debug, Serialize)]
pub struct KeyResultOfBoth {
    /// The key result's id.
    pub id: String,
    /// In the first cycle.
    pub a: KeyResultStand,
    /// In the second.
    pub b: KeyResultStand,
}

/// A key result that one cycle has.
#[derive(Debug, Serialize)]
pub struct KeyResultOfOne {
    /// The key result's id.
    pub id: String,
    /// How it stands.
    #[serde(flatten)]
    pub stand: KeyResultStand,
}

impl CompareDocument {
    /// Gathers what there is to say about two ends.
    #[must_use]
    pub fn new(
        workspace: &Workspace,
        as_of: NaiveDate,
        ends: Ends<End>,
        comparison: &Comparison<'_>,
    ) -> CompareDocument {
        let Ends { a, b } = ends;
        let gatherer = Gatherer {
            states: comparison.scores.map(|scores| State { workspace, scores }),
        };
        let mut document = CompareDocument {
            schema: "regua/compare/1",
            as_of: as_of.to_string(),
            organisation: workspace.settings.organisation.clone(),
            a,
            b,
            assessments: comparison
                .rubrics
                .iter()
                .map(|own| {
                    let rubric = &workspace.rubrics[own.rubric];
                    let rubrics = Ends {
                        a: rubric,
                        b: rubric,
                    };
                    gatherer.assessments(rubrics, own.ends, own.both.as_ref())
                })
                .collect(),
            okrs: Vec::new(),
            cycles: None,
        };
        match &comparison.cycles {
            Cycles::NotCompared => {}
            Cycles::OnBothDays(cycles) => {
                let cycles = cycles.iter();
                let on_both =
                    cycles.map(|(cycle, own)| on_both_days(&workspace.cycles[*cycle], own));
                document.okrs = on_both.collect();
            }
            Cycles::Two(positions, key_results) => {
                document.cycles = Some(gatherer.two_cycles(*positions, key_results));
            }
        }
        document
    }
}

pub(super) struct Gatherer<'w> {
    pub(super) states: Ends<State<'w>>,
}

impl Gatherer<'_> {
    /// The latest assessments by a rubric, as each end has it.
    pub(super) fn assessments(
        &self,
        rubrics: Ends<&Rubric>,
        scores: Ends<Option<&AssessmentScore>>,
        both: Option<&AssessmentComparison<'_>>,
    ) -> Assessments {
        let rubric = rubrics.b;
        let (a, b) = (self.states.a, self.states.b);
        let ends = Ends {
            a: scores
                .a
                .map(|score| assessment(a.workspace, rubrics.a, score)),
            b: scores
                .b
                .map(|score| assessment(b.workspace, rubrics.b, score)),
        };
        let beside = both.map(|both| &both.beside).cloned().unwrap_or_default();
        let keys = |questions: &[QuestionIndex]| -> Vec<String> {
            let keys = questions.iter();
            keys.map(|index| rubric.questions[index.0].key.clone())
                .collect()
        };
        let evidence = |changed: &[EvidenceChange]| -> Vec<Evidence> {
            let changed = changed.iter();
            changed.map(|own| evidence(rubric, own)).collect()
        };
        Assessments {
            rubric: rubric.id.to_string(),
            rubric_version: rubric.version.clone(),
            rubric_changed: both.is_some_and(|both| !both.pinned().are_same()),
            scope_changed: both.is_some_and(|both| !both.scopes().are_same()),
            a: ends.a,
            b: ends.b,
            change: change(scores),
            dimensions: dimensions(rubrics, scores),
            answers: both.map_or_else(Vec::new, |both| {
                let steps = both.answers.iter();
                steps.map(|step| self.answer(rubric, both, step)).collect()
            }),
            kpis: both.map_or_else(Vec::new, |both| {
                both.kpis.iter().map(|step| self.kpi(step)).collect()
            }),
            moved: both.map(moved).unwrap_or_default(),
            respondents_new: beside.new_respondents,
            respondents_gone: beside.gone_respondents,
            evidence_new: evidence(&beside.new_evidence),
            evidence_lost: evidence(&beside.lost_evidence),
            answered_only_at_a: keys(&beside.answered_only_at_a),
            answered_only_at_b: keys(&beside.answered_only_at_b),
            no_longer_applicable: keys(&beside.no_longer_applicable),
            now_applicable: keys(&beside.now_applicable),
            contradictions_new: contradictions(
                b.workspace,
                rubric,
                &beside.new_combined_contradictions,
            ),
            contradictions_solved: contradictions(
                b.workspace,
                rubric,
                &beside.solved_combined_contradictions,
            ),
        }
    }

    fn answer(
        &self,
        rubric: &Rubric,
        both: &AssessmentComparison<'_>,
        step: &AnswerStep,
    ) -> Answer {
        let question = &rubric.questions[step.question.0];
        let criterion = &rubric.criteria[question.criterion.0];
        let (a, b) = (self.states.a.workspace, self.states.b.workspace);
        Answer {
            question: question.key.clone(),
            criterion: criterion.id.to_string(),
            dimension: rubric.dimension(criterion.dimension).id.to_string(),
            a: standing(a, both.ends.a, step.question),
            b: standing(b, both.ends.b, step.question),
            practice_score: number(step.practice.as_ref()),
            index: number(step.index.as_ref()),
            level_before: step.level.a,
            level_after: step.level.b,
            dimensions: step
                .dimensions
                .iter()
                .map(|own| in_dimension(rubric, own))
                .collect(),
        }
    }

    fn kpi(&self, step: &KpiStep) -> Kpi {
        let definition = &self.states.b.workspace.kpis[step.kpi];
        let reading = |state: State<'_>, level: &KpiLevel| {
            let point = &state.scores.series[level.kpi].points[level.point];
            Reading {
                value: Number::from(&point.value),
                period: point.period.to_string(),
                level: number(level.level.value()),
            }
        };
        let (a, b) = (self.states.a, self.states.b);
        Kpi {
            id: definition.id.to_string(),
            unit: definition.unit.text.clone(),
            a: step.ends.a.as_ref().map(|level| reading(a, level)),
            b: step.ends.b.as_ref().map(|level| reading(b, level)),
            outcome_score: number(step.outcome.as_ref()),
            index: number(step.index.as_ref()),
        }
    }

    fn two_cycles(&self, positions: Ends<usize>, key_results: &KeyResultsOfBoth) -> TwoCycles {
        let (a, b) = (self.states.a, self.states.b);
        let a = (&a.workspace.cycles[positions.a], a.scores);
        let b = (&b.workspace.cycles[positions.b], b.scores);
        let (first, second) = (&a.1.cycles[positions.a], &b.1.cycles[positions.b]);
        let of_one = |cycle: &Cycle, score: &CycleScore, at: &KeyResultPosition| KeyResultOfOne {
            id: cycle.objectives[at.0].key_results[at.1].id.to_string(),
            stand: key_result_stand(&score.objectives[at.0].key_results[at.1]),
        };
        let progress = Ends {
            a: first.progress.value(),
            b: second.progress.value(),
        };
        TwoCycles {
            a: cycle_stand(a.0, first, a.1),
            b: cycle_stand(b.0, second, b.1),
            progress_change: progress.change().as_ref().map(Number::from),
            carried_on: key_results
                .carried_on
                .iter()
                .map(|at| {
                    let earlier = of_one(a.0, first, &at.a);
                    let later = of_one(b.0, second, &at.b);
                    KeyResultOfBoth {
                        id: later.id,
                        a: earlier.stand,
                        b: later.stand,
                    }
                })
                .collect(),
            gone: key_results
                .gone
                .iter()
                .map(|at| of_one(a.0, first, at))
                .collect(),
            new: key_results
                .new
                .iter()
                .map(|at| of_one(b.0, second, at))
                .collect(),
        }
    }
}

fn assessment(workspace: &Workspace, rubric: &Rubric, score: &AssessmentScore) -> Assessment {
    let owned = |said: Vec<&str>| said.into_iter().map(str::to_owned).collect();
    Assessment {
        date: score.sheet.date.to_string(),
        readings_until: score.day.to_string(),
        scope: owned(scopes(workspace, &score.sheet)),
        pinned: owned(pinned(workspace, &score.sheet)),
        level: score.whole.level,
        level_id: level_id(rubric, score.whole.level),
        practice_score: number(score.whole.practice.value()),
        outcome_score: number(score.outcome.value()),
        index: number(score.index.value()),
        coverage: number(score.whole.coverage.value()),
    }
}

fn standing(workspace: &Workspace, score: &AssessmentScore, question: QuestionIndex) -> Standing {
    let rubric = &workspace.rubrics[score.rubric];
    let own = &score.questions[question.0];
    let scale = &rubric.scales[rubric.questions[question.0].scale];
    let answer = Mark::standing(workspace, score, question);
    let answer = answer.and_then(|mark| match (mark, &scale.kind) {
        (Mark::Choice(choice), _) => Some(scale.choices()[choice].id.to_string()),
        (Mark::Number(number), ScaleKind::Numeric(_)) => Some(number.to_string()),
        // Between two choices.
        (Mark::Number(_), ScaleKind::Choices(_)) => None,
    });
    Standing {
        state: own.state.as_str(),
        answer: answer.filter(|_| own.kpi.is_none()),
        value: number(own.value()),
        kpi: own.kpi.map(|kpi| workspace.kpis[kpi].id.to_string()),
    }
}

pub(super) fn owned(number: Option<Exact>) -> Option<Number> {
    number.map(Number)
}

fn change(scores: Ends<Option<&AssessmentScore>>) -> Change {
    Change {
        level: owned(scores.map(|score| score?.whole.level).change()),
        practice_score: owned(scores.map(|score| score?.whole.practice.value()).change()),
        outcome_score: owned(scores.map(|score| score?.outcome.value()).change()),
        index: owned(scores.map(|score| score?.index.value()).change()),
        coverage: owned(scores.map(|score| score?.whole.coverage.value()).change()),
    }
}

fn moved(both: &AssessmentComparison<'_>) -> Moved {
    Moved {
        practice_score_by_answers: owned(both.practice_by_answers()),
        outcome_score_by_kpis: owned(both.outcome_by_kpis()),
        index_by_answers: owned(both.index_by_answers()),
        index_by_kpis: owned(both.index_by_kpis()),
    }
}

/// The dimensions of the second end's rubric; at the first by their ids.
fn dimensions(rubrics: Ends<&Rubric>, scores: Ends<Option<&AssessmentScore>>) -> Vec<Dimension> {
    let rubric = rubrics.b;
    let figures = |scope: &ScopeScore| Scope {
        level: scope.level,
        practice_score: number(scope.practice.value()),
        coverage: number(scope.coverage.value()),
    };
    let definitions = rubric.dimensions.iter().enumerate();
    definitions
        .map(|(index, dimension)| {
            let mut first = rubrics.a.dimensions.iter();
            let first = first.position(|own| own.id == dimension.id);
            let ends = Ends {
                a: scores.a.zip(first).map(|(score, at)| &score.dimensions[at]),
                b: scores.b.map(|score| &score.dimensions[index]),
            };
            let parent = dimension.parent.map(|parent| rubric.dimension(parent));
            let level = ends.map(|scope| scope?.level);
            let practice = ends.map(|scope| scope?.practice.value());
            let coverage = ends.map(|scope| scope?.coverage.value());
            Dimension {
                id: dimension.id.to_string(),
                parent: parent.map(|parent| parent.id.to_string()),
                a: ends.a.map(figures),
                b: ends.b.map(figures),
                level_change: owned(level.change()),
                practice_score_change: owned(practice.change()),
                coverage_change: owned(coverage.change()),
            }
        })
        .collect()
}

fn in_dimension(rubric: &Rubric, step: &DimensionStep) -> AnswerInDimension {
    AnswerInDimension {
        id: rubric.dimension(step.dimension).id.to_string(),
        practice_score: number(step.practice.as_ref()),
        level_before: step.level.a,
        level_after: step.level.b,
    }
}

fn evidence(rubric: &Rubric, own: &EvidenceChange) -> Evidence {
    Evidence {
        question: rubric.questions[own.question.0].key.clone(),
        title: own.evidence.title.clone(),
        href: own.evidence.href.clone(),
    }
}

fn on_both_days(definition: &Cycle, own: &CycleComparison<'_>) -> CycleOnBothDays {
    let progress = own.progress();
    CycleOnBothDays {
        cycle: definition.id.clone(),
        progress_a: number(progress.a),
        progress_b: number(progress.b),
        progress_change: owned(progress.change()),
        objectives: (0..definition.objectives.len())
            .map(|index| objective(definition, own, index))
            .collect(),
    }
}

fn objective(definition: &Cycle, own: &CycleComparison<'_>, index: usize) -> Objective {
    let objective = &definition.objectives[index];
    let ends = own.ends.map(|score| &score.objectives[index]);
    let step = &own.objectives[index];
    let key_results = objective.key_results.iter().zip(&step.key_results);
    Objective {
        id: objective.id.to_string(),
        a: stand(ends.a),
        b: stand(ends.b),
        moved: number(step.moved.as_ref()),
        key_results: key_results
            .enumerate()
            .map(|(index, (key_result, moved))| KeyResult {
                id: key_result.id.to_string(),
                unit: key_result.unit.text.clone(),
                a: key_result_stand(&ends.a.key_results[index]),
                b: key_result_stand(&ends.b.key_results[index]),
                moved: number(moved.as_ref()),
            })
            .collect(),
    }
}

fn stand(score: &ObjectiveScore) -> Stand {
    Stand {
        progress: number(score.progress.value()),
        status: score.status.as_str(),
    }
}

fn key_result_stand(score: &KeyResultScore) -> KeyResultStand {
    KeyResultStand {
        value: number(score.value.as_ref().map(|dated| &dated.value)),
        progress: number(score.progress.value()),
        status: score.status.as_str(),
    }
}

fn cycle_stand(definition: &Cycle, score: &CycleScore, scores: &Scores) -> CycleStand {
    CycleStand {
        cycle: definition.id.clone(),
        day: score.day(definition, scores.as_of).to_string(),
        progress: number(score.progress.value()),
        counts: score
            .counts()
            .into_iter()
            .map(|(status, count)| StatusCount {
                status: status.as_str(),
                count,
            })
            .collect(),
    }
}
