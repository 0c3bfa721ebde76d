//! One assessment scored: level, practice score, outcome score, index, coverage, interval.

use chrono::NaiveDate;

use super::criterion::{self, CriterionScore, Fill};
use super::level::{Cell, Levels, NextLevel};
use super::measure::{KpiLevel, Series, kpi_level};
use super::practice::{self, Practice, Score};
use crate::model::{
    CriterionIndex, DimensionIndex, Exact, Method, Question, Rubric, Scope, Workspace,
};

/// Everything computed from one assessment.
#[derive(Debug, Clone)]
pub struct AssessmentScore {
    /// Position of the assessment among the workspace's.
    pub assessment: usize,
    /// Position of its rubric among the workspace's.
    pub rubric: usize,
    /// The day whose KPI readings count.
    pub day: NaiveDate,
    /// The whole rubric.
    pub whole: ScopeScore,
    /// Each dimension, in the rubric's order.
    pub dimensions: Vec<ScopeScore>,
    /// Each criterion, in the rubric's order.
    pub criteria: Vec<CriterionScore>,
    /// The rubric's KPIs that have a reading.
    pub kpis: Vec<KpiLevel>,
    /// The weighted mean of the KPIs' levels; `None` when no KPI with bands has a reading.
    pub outcome: Option<Exact>,
    /// (1 − w) · practice + w · outcome; the practice score when there is no outcome.
    pub index: Option<Exact>,
    /// The practice score with every question without an answer at its worst, and at its best.
    pub interval: Option<(Exact, Exact)>,
}

/// What is computed for the whole rubric or one dimension.
#[derive(Debug, Clone)]
pub struct ScopeScore {
    /// The level held; `None` where the rule gives none.
    pub level: Option<u32>,
    /// The next level, with what it lacks; `None` at the top, or where the rule gives no level.
    pub next: Option<NextLevel>,
    /// Each level as this scope sees it.
    pub cells: Vec<Cell>,
    /// The practice score; `None` when nothing counts.
    pub practice: Option<Score>,
    /// Answered ÷ applicable weight, 0 to 1; `None` when nothing applies.
    pub coverage: Option<Exact>,
}

/// Scores one assessment with the KPI readings up to `day`.
pub(crate) fn score(
    workspace: &Workspace,
    series: &[Series],
    index: usize,
    day: NaiveDate,
) -> AssessmentScore {
    let assessment = &workspace.assessments[index];
    let rubric = &workspace.rubrics[assessment.rubric];
    let by_kpi = |question: &Question| kpi_answer(workspace, series, rubric, question, day);
    let criteria = criterion::score_all(rubric, assessment, &by_kpi);
    let all: Vec<CriterionIndex> = (0..rubric.criteria.len()).map(CriterionIndex).collect();
    let by_dimension = criteria_by_dimension(rubric);
    let practice = |fill| Practice::new(rubric, &criteria, &by_dimension, fill);

    let by_rule = practice(Fill::ByRule);
    let has_level = |scopes: [Scope; 2]| {
        rubric.rules.level.method != Method::None && scopes.contains(&rubric.rules.level.scope)
    };
    let scope = |criteria_of: &[CriterionIndex], has_level: bool, practice: Option<Score>| {
        let levels = Levels::new(rubric, &criteria, criteria_of, Fill::ByRule);
        let level = if has_level { levels.held() } else { None };
        ScopeScore {
            level,
            next: if has_level { levels.next(level) } else { None },
            cells: levels.cells(level),
            practice,
            coverage: coverage(rubric, &criteria, criteria_of),
        }
    };
    let whole = scope(
        &all,
        has_level([Scope::All, Scope::Rubric]),
        by_rule.whole(&all),
    );
    let dimensions = by_dimension
        .iter()
        .enumerate()
        .map(|(index, criteria_of)| {
            let practice = by_rule.dimension(DimensionIndex(index));
            scope(
                criteria_of,
                has_level([Scope::All, Scope::Dimensions]),
                practice,
            )
        })
        .collect();
    let worst = practice(Fill::Worst).whole(&all);
    let best = practice(Fill::Best).whole(&all);
    let kpis = rubric_kpis(workspace, series, rubric, day);
    let outcome = outcome(workspace, &kpis);
    let index_value = index_of(&whole, outcome.as_ref(), &rubric.rules.kpi_weight);
    AssessmentScore {
        assessment: index,
        rubric: assessment.rubric,
        day,
        whole,
        dimensions,
        kpis,
        outcome,
        index: index_value,
        interval: worst
            .zip(best)
            .map(|(worst, best)| (worst.value, best.value)),
        criteria,
    }
}

/// A question that a KPI answers has the KPI's level as its value, as a share of the way from floor to top.
fn kpi_answer(
    workspace: &Workspace,
    series: &[Series],
    rubric: &Rubric,
    question: &Question,
    day: NaiveDate,
) -> Option<Exact> {
    let kpi = workspace.kpi_by_id(question.kpi.as_ref()?)?;
    let level = kpi_level(workspace, series, kpi, floor_level(rubric), day)?.level?;
    let (base, top) = (practice::base(rubric), practice::top(rubric));
    (&level - &base).checked_div(&(&top - &base))
}

/// For each dimension, the criteria in it and in every dimension below it.
fn criteria_by_dimension(rubric: &Rubric) -> Vec<Vec<CriterionIndex>> {
    let mut by_dimension = vec![Vec::new(); rubric.dimensions.len()];
    for (index, criterion) in rubric.criteria.iter().enumerate() {
        let mut dimension = Some(criterion.dimension);
        while let Some(current) = dimension {
            by_dimension[current.0].push(CriterionIndex(index));
            dimension = rubric.dimension(current).parent;
        }
    }
    by_dimension
}

/// Σ weight × covered share ÷ Σ weight, over scored criteria of which something applies.
fn coverage(rubric: &Rubric, scores: &[CriterionScore], scope: &[CriterionIndex]) -> Option<Exact> {
    let mut covered = Exact::ZERO;
    let mut applicable = Exact::ZERO;
    for index in scope {
        let criterion = &rubric.criteria[index.0];
        if let Some(share) = &scores[index.0].coverage
            && criterion.is_scored()
        {
            covered = covered + &criterion.weight * share;
            applicable = applicable + &criterion.weight;
        }
    }
    covered.checked_div(&applicable)
}

/// The level that a KPI stands for before its first edge: the floor, or one below the lowest level.
#[must_use]
pub fn floor_level(rubric: &Rubric) -> u32 {
    rubric
        .floor
        .or_else(|| {
            rubric
                .levels
                .first()
                .map(|lowest| lowest.number.saturating_sub(1))
        })
        .unwrap_or(0)
}

fn rubric_kpis(
    workspace: &Workspace,
    series: &[Series],
    rubric: &Rubric,
    day: NaiveDate,
) -> Vec<KpiLevel> {
    rubric
        .kpis
        .iter()
        .filter_map(|kpi| {
            let index = workspace.kpi_by_id(&kpi.id)?;
            kpi_level(workspace, series, index, floor_level(rubric), day)
        })
        .collect()
}

/// The weighted mean of the levels of the KPIs that have one.
fn outcome(workspace: &Workspace, kpis: &[KpiLevel]) -> Option<Exact> {
    let mut total = Exact::ZERO;
    let mut weights = Exact::ZERO;
    for kpi in kpis {
        if let Some(level) = &kpi.level {
            let weight = &workspace.kpis[kpi.kpi].weight;
            total = total + weight * level;
            weights = weights + weight;
        }
    }
    total.checked_div(&weights)
}

fn index_of(whole: &ScopeScore, outcome: Option<&Exact>, kpi_weight: &Exact) -> Option<Exact> {
    let practice = &whole.practice.as_ref()?.value;
    Some(match outcome {
        Some(outcome) => (Exact::ONE - kpi_weight.clone()) * practice + kpi_weight * outcome,
        None => practice.clone(),
    })
}
