//! The practice score: how far along the scale of levels the answers are, without any gate.
//!
//! floor + Σ over the levels above it of that level's achievement. A level that a scope leaves empty takes
//! the achievement of the next level above that asks something; above the highest such level there is
//! nothing to score, and the maximum says so.

use super::criterion::{CriterionScore, Fill};
use super::level::{Levels, weighted_mean};
use crate::model::{Aggregate, CriterionIndex, DimensionIndex, Exact, Rubric};

/// A score and the most it could be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// The score, on the scale of the levels; on the answers' own scale when there are none.
    pub value: Exact,
    /// What it would be with everything achieved.
    pub maximum: Exact,
}

/// Computes practice scores of a rubric's scopes for one way of filling gaps.
pub(crate) struct Practice<'r> {
    rubric: &'r Rubric,
    scores: &'r [CriterionScore],
    fill: Fill,
    /// For each dimension, the criteria in it and below it.
    criteria: &'r [Vec<CriterionIndex>],
}

impl<'r> Practice<'r> {
    pub(crate) fn new(
        rubric: &'r Rubric,
        scores: &'r [CriterionScore],
        criteria: &'r [Vec<CriterionIndex>],
        fill: Fill,
    ) -> Practice<'r> {
        Practice {
            rubric,
            scores,
            fill,
            criteria,
        }
    }

    /// The score of the whole rubric.
    pub(crate) fn whole(&self, all: &[CriterionIndex]) -> Option<Score> {
        match self.rubric.rules.aggregate {
            Some(aggregate) if !self.rubric.dimensions.is_empty() => self.combined(aggregate, None),
            _ => self.of_criteria(all),
        }
    }

    /// The score of a dimension.
    pub(crate) fn dimension(&self, index: DimensionIndex) -> Option<Score> {
        let has_children = self.rubric.children(Some(index)).next().is_some();
        match self.rubric.dimension(index).aggregate {
            Some(aggregate) if has_children => self.combined(aggregate, Some(index)),
            _ => self.of_criteria(&self.criteria[index.0]),
        }
    }

    fn combined(&self, aggregate: Aggregate, parent: Option<DimensionIndex>) -> Option<Score> {
        let mut parts = Vec::new();
        for child in self.rubric.children(parent) {
            let weight = &self.rubric.dimension(child).weight;
            if let Some(score) = self.dimension(child)
                && !weight.is_zero()
            {
                parts.push((weight.clone(), score));
            }
        }
        let combine = |part: &dyn Fn(&Score) -> Exact| {
            let weighted: Vec<(Exact, Exact)> = parts
                .iter()
                .map(|(weight, score)| (weight.clone(), part(score)))
                .collect();
            aggregated(aggregate, weighted)
        };
        Some(Score {
            value: combine(&|score| score.value.clone())?,
            maximum: combine(&|score| score.maximum.clone())?,
        })
    }

    fn of_criteria(&self, scope: &[CriterionIndex]) -> Option<Score> {
        if self.rubric.levels.is_empty() {
            return self.on_the_answers_scale(scope);
        }
        let levels = Levels::new(self.rubric, self.scores, scope, self.fill);
        let positions = levels.up_to_top();
        let base = base(self.rubric);
        if positions.is_empty() {
            // No criterion names a level: the mean spans the whole scale.
            let mean = weighted_mean(self.rubric, self.scores, scope, self.fill)?;
            let top = Exact::from(self.rubric.levels.last()?.number);
            return Some(Score {
                value: &base + &(&mean * &(&top - &base)),
                maximum: top,
            });
        }
        let mut value = base;
        let mut above: Option<Exact> = None;
        let below_number = |position: usize| step(self.rubric, position);
        for position in positions.iter().rev() {
            let achievement = levels.achievement(*position, self.fill).or(above.take());
            if let Some(achievement) = &achievement {
                value = value + achievement * &below_number(*position);
            }
            above = achievement;
        }
        let top = positions
            .last()
            .map(|position| self.rubric.levels[*position].number)?;
        Some(Score {
            value,
            maximum: Exact::from(top),
        })
    }

    /// A rubric without levels scores on the scale of its answers, on 0 to 1 when they differ.
    fn on_the_answers_scale(&self, scope: &[CriterionIndex]) -> Option<Score> {
        let mean = weighted_mean(self.rubric, self.scores, scope, self.fill)?;
        let (low, high) = answers_range(self.rubric);
        Some(Score {
            value: &low + &(&mean * &(&high - &low)),
            maximum: high,
        })
    }
}

/// The score with nothing achieved: the floor, or one below the lowest level when there is none.
#[must_use]
pub fn base(rubric: &Rubric) -> Exact {
    match (rubric.floor, rubric.levels.first()) {
        (Some(floor), _) => Exact::from(floor),
        (None, Some(lowest)) => Exact::from(lowest.number) - Exact::ONE,
        (None, None) => answers_range(rubric).0,
    }
}

/// The highest score: the top level, or the top of the answers' scale.
#[must_use]
pub fn top(rubric: &Rubric) -> Exact {
    match rubric.levels.last() {
        Some(level) => Exact::from(level.number),
        None => answers_range(rubric).1,
    }
}

/// How many levels' worth of score a level adds: 1 unless numbers are skipped.
fn step(rubric: &Rubric, position: usize) -> Exact {
    let number = Exact::from(rubric.levels[position].number);
    let before = match position.checked_sub(1) {
        Some(before) => Exact::from(rubric.levels[before].number),
        None => base(rubric),
    };
    number - before.max_with(&base(rubric))
}

/// The range that all scored questions share, else 0 to 1.
fn answers_range(rubric: &Rubric) -> (Exact, Exact) {
    let mut range: Option<(&Exact, &Exact)> = None;
    for question in &rubric.questions {
        if !rubric.criteria[question.criterion.0].is_scored() {
            continue;
        }
        let scale = &rubric.scales[question.scale];
        match range {
            None => range = Some((&scale.low, &scale.high)),
            Some((low, high)) if *low == scale.low && *high == scale.high => {}
            Some(_) => return (Exact::ZERO, Exact::ONE),
        }
    }
    range.map_or((Exact::ZERO, Exact::ONE), |(low, high)| {
        (low.clone(), high.clone())
    })
}

/// Parts, each with its weight, as one number. `None` of no parts.
fn aggregated(aggregate: Aggregate, parts: Vec<(Exact, Exact)>) -> Option<Exact> {
    let weighted_sum = || {
        parts
            .iter()
            .map(|(weight, part)| weight * part)
            .sum::<Exact>()
    };
    match aggregate {
        Aggregate::Mean => {
            weighted_sum().checked_div(&parts.iter().map(|(weight, _)| weight).sum())
        }
        Aggregate::Sum => (!parts.is_empty()).then(weighted_sum),
        Aggregate::Min => parts.into_iter().map(|(_, part)| part).min(),
        Aggregate::Max => parts.into_iter().map(|(_, part)| part).max(),
        Aggregate::Median => {
            let mut sorted: Vec<Exact> = parts.into_iter().map(|(_, part)| part).collect();
            sorted.sort();
            let upper = sorted.get(sorted.len() / 2)?;
            let lower = &sorted[(sorted.len() - 1) / 2];
            Some((lower + upper) / Exact::from(2u32))
        }
    }
}
