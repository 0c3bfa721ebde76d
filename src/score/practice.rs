//! The practice score: how far along the scale of levels the answers are, without any gate.
//!
//! floor + Σ over the levels above it of that level's achievement. A level that a scope leaves empty takes
//! the achievement of the next level above that asks something; above the highest such level there is
//! nothing to score, and the maximum says so.

use std::cell::OnceCell;

use super::criterion::CriterionScore;
use super::level::{Levels, weighted_mean};
use super::scopes::Scopes;
use super::trace::{Fill, Formula, Name, ScopeRef, Term, Traced, Weighted};
use crate::model::{Aggregate, DimensionIndex, Exact, Rubric};

/// A score and the most it could be.
#[derive(Debug, Clone)]
pub struct Score {
    /// The score, on the scale of the levels; on the answers' own scale when there are none, or when the score
    /// is what makes them.
    pub value: Traced,
    /// What it would be with everything that applies achieved.
    pub maximum: Traced,
}

/// Computes practice scores of a rubric's scopes for one way of filling gaps.
pub(crate) struct Practice<'r> {
    rubric: &'r Rubric,
    scores: &'r [CriterionScore],
    fill: Fill,
    scopes: &'r Scopes,
    /// The levels of each dimension, and after them those of the whole, once they were asked for.
    levels: Vec<OnceCell<Levels<'r>>>,
}

impl<'r> Practice<'r> {
    pub(crate) fn new(
        rubric: &'r Rubric,
        scores: &'r [CriterionScore],
        fill: Fill,
        scopes: &'r Scopes,
    ) -> Practice<'r> {
        Practice {
            rubric,
            scores,
            fill,
            scopes,
            levels: (0..=rubric.dimensions.len())
                .map(|_| OnceCell::new())
                .collect(),
        }
    }

    /// The levels of a scope.
    pub(crate) fn levels(&self, scope: ScopeRef) -> &Levels<'r> {
        let position = scope.map_or(self.rubric.dimensions.len(), |dimension| dimension.0);
        self.levels[position].get_or_init(|| {
            let asked = self.scopes.by_level(scope);
            Levels::new(self.rubric, self.scores, asked, self.fill)
        })
    }

    /// The score of one scope alone.
    pub(crate) fn of(&self, scope: ScopeRef) -> Traced {
        // Without an aggregate no dimension is looked at.
        let dimensions = match self.aggregate(scope) {
            Some(_) => self.dimensions(),
            None => Vec::new(),
        };
        self.of_scope(scope, &|child| dimensions.get(child.0)).value
    }

    /// The score of the whole rubric, given those of its dimensions.
    pub(crate) fn whole(&self, dimensions: &[Score]) -> Score {
        self.of_scope(None, &|child| dimensions.get(child.0))
    }

    /// The score of the whole, given those of its dimensions before something changed in one of them.
    pub(crate) fn whole_with(&self, before: &[Score], changed: DimensionIndex) -> Score {
        let mut latest: Option<(DimensionIndex, Score)> = None;
        let mut next = self.aggregate(None).map(|_| changed);
        while let Some(dimension) = next {
            let score = self.of_scope(Some(dimension), &|child| of(&latest, before, child));
            latest = Some((dimension, score));
            next = self.rubric.dimension(dimension).parent;
        }
        self.of_scope(None, &|child| of(&latest, before, child))
    }

    /// The score of one dimension, given those of the dimensions in it.
    pub(crate) fn dimension(&self, dimension: DimensionIndex, dimensions: &[Score]) -> Score {
        self.of_scope(Some(dimension), &|child| dimensions.get(child.0))
    }

    /// The score of each dimension, in the rubric's order.
    pub(crate) fn dimensions(&self) -> Vec<Score> {
        // Parents stand before their children: taken backwards, each child is there when it is asked for.
        let count = self.rubric.dimensions.len();
        let mut backwards: Vec<Score> = Vec::with_capacity(count);
        for index in (0..count).rev() {
            let known = |child: DimensionIndex| backwards.get(count - 1 - child.0);
            let score = self.of_scope(Some(DimensionIndex(index)), &known);
            backwards.push(score);
        }
        backwards.reverse();
        backwards
    }

    /// The score of a scope; `known` gives those of the dimensions in it.
    fn of_scope<'s>(
        &self,
        scope: ScopeRef,
        known: &dyn Fn(DimensionIndex) -> Option<&'s Score>,
    ) -> Score {
        let Some(aggregate) = self.aggregate(scope) else {
            return self.of_criteria(scope);
        };
        let counting: Vec<(DimensionIndex, &Score)> = self
            .scopes
            .parts(scope)
            .iter()
            .filter(|child| !self.rubric.dimension(**child).weight.is_zero())
            .filter_map(|child| Some((*child, known(*child)?)))
            .filter(|(_, score)| score.value.value().is_some())
            .collect();
        self.combined(aggregate, &counting)
    }

    /// How a scope's score is made of those of the dimensions in it; `None` where it is made of criteria.
    fn aggregate(&self, scope: ScopeRef) -> Option<Aggregate> {
        let aggregate = match scope {
            Some(dimension) => self.rubric.dimension(dimension).aggregate,
            None => self.rubric.rules.aggregate,
        };
        aggregate.filter(|_| !self.scopes.parts(scope).is_empty())
    }

    fn combined(&self, aggregate: Aggregate, parts: &[(DimensionIndex, &Score)]) -> Score {
        let combine = |term: &dyn Fn(DimensionIndex, &Score) -> Term| {
            let weighted = parts
                .iter()
                .map(|(child, score)| {
                    Weighted::new(&self.rubric.dimension(*child).weight, term(*child, score))
                })
                .collect();
            Traced::of(aggregated(aggregate, weighted))
        };
        let name = |child| match self.fill {
            Fill::Achieved => Name::Maximum(Some(child)),
            fill => Name::Practice(Some(child), fill),
        };
        Score {
            value: combine(&|child, score| score.value.named(name(child))),
            maximum: combine(&|child, score| score.maximum.named(Name::Maximum(Some(child)))),
        }
    }

    fn of_criteria(&self, scope: ScopeRef) -> Score {
        if !self.rubric.scores_along_levels() {
            return self.along_the_scale(scope);
        }
        let [base, _] = self.scopes.ends.clone();
        let floor = base.value.clone().unwrap_or(Exact::ZERO);
        let levels = self.levels(scope);
        let Some(top) = levels.top() else {
            // No level asks anything: the mean spans the whole scale. At or below the floor, there is none.
            return if levels.asks_anything() {
                Score {
                    value: Traced::of(base.clone().into()),
                    maximum: Traced::of(base.into()),
                }
            } else {
                self.along_the_scale(scope)
            };
        };
        let mut parts: Vec<Formula> = Vec::with_capacity(self.rubric.levels.len() + 1);
        let mut above: Option<(u32, &Traced)> = None;
        for position in levels.up_to_top().rev() {
            let number = self.rubric.levels[position].number;
            let term = if levels.asks(position) {
                let achievement = levels.achievement(position);
                let term = achievement.named(Name::Achievement(scope, number, self.fill));
                above = Some((number, achievement));
                term
            } else if let Some((from, achievement)) = &above {
                achievement.named(Name::Borrowed(scope, number, *from, self.fill))
            } else {
                continue;
            };
            let size = step(self.rubric, position, &floor);
            parts.push(if size == Exact::ONE {
                term.into()
            } else {
                Formula::times(Term::fixed(Name::LevelSize(number), size), term)
            });
        }
        parts.push(base.into());
        parts.reverse();
        let top = Term::fixed(
            Name::LevelNumber(self.rubric.levels[top].number),
            Exact::from(self.rubric.levels[top].number),
        );
        Score {
            value: Traced::of(Formula::Sum(parts)),
            maximum: Traced::of(top.into()),
        }
    }

    /// Base + mean × (top − base): the mean of all criteria on the scale of the levels; on that of the
    /// answers, or 0 to 1 when they differ, where there are no levels or bands of the score make them.
    fn along_the_scale(&self, scope: ScopeRef) -> Score {
        let criteria = self.scopes.criteria(scope);
        let mean = Traced::of(weighted_mean(self.rubric, self.scores, criteria, self.fill));
        if mean.value().is_none() {
            return Score {
                maximum: Traced::of(Term::none(Name::Maximum(scope)).into()),
                value: mean,
            };
        }
        let [base, top] = self.scopes.ends.clone();
        let is_plain = base.value == Some(Exact::ZERO) && top.value == Some(Exact::ONE);
        let value = if is_plain {
            mean
        } else {
            let share = mean.named(Name::MeanOfAnswers(scope, self.fill));
            let range = Formula::less(top.clone(), base.clone());
            Traced::of(Formula::plus(base, Formula::times(share, range)))
        };
        Score {
            value,
            maximum: Traced::of(top.into()),
        }
    }
}

/// The score of a dimension, where that of one is newer.
fn of<'s>(
    latest: &'s Option<(DimensionIndex, Score)>,
    before: &'s [Score],
    dimension: DimensionIndex,
) -> Option<&'s Score> {
    match latest {
        Some((own, score)) if *own == dimension => Some(score),
        _ => before.get(dimension.0),
    }
}

/// Parts, each with its weight, as one number. None of no parts.
fn aggregated(aggregate: Aggregate, parts: Vec<Weighted>) -> Formula {
    let terms = |parts: Vec<Weighted>| parts.into_iter().map(|part| part.term.into()).collect();
    match aggregate {
        Aggregate::Mean => Formula::Mean(parts),
        Aggregate::Sum => Formula::Sum(terms(parts)),
        Aggregate::Min => Formula::Lowest(terms(parts)),
        Aggregate::Max => Formula::Highest(terms(parts)),
        Aggregate::Median => Formula::Median(terms(parts)),
    }
}

/// How many levels' worth of score a level adds: 1 unless numbers are skipped. Nothing lies below the floor.
fn step(rubric: &Rubric, position: usize, floor: &Exact) -> Exact {
    let number = Exact::from(rubric.levels[position].number);
    let before = position
        .checked_sub(1)
        .map(|before| Exact::from(rubric.levels[before].number));
    number - before.map_or(floor.clone(), |before| before.max_with(floor))
}
