//! The shortest way up where a score makes the level: the answers that bring the score most, as few as reach
//! the next band.
//!
//! Among means and sums each answer adds what it adds, whatever else is answered: the fewest are those that add
//! most. Where a lowest, a highest or a median decides, or an answer changes what is counted at all, that does
//! not hold, and no way is told.

use super::{Ahead, Ascent, Mark, Planner, Way, step_of};
use crate::model::{Aggregate, DimensionIndex, Exact, QuestionIndex, Scale, ScaleKind, Unanswered};
use crate::score::answers::QuestionScore;
use crate::score::trace::ScopeRef;

/// What a question can be answered with, lowest first; of numbers, both ends and the steps between.
struct Marks<'s> {
    scale: &'s Scale,
    step: Exact,
    /// Whole steps that lie at or below the lowest number.
    below: i64,
    choices: Vec<usize>,
    count: i64,
}

impl Marks<'_> {
    fn of(scale: &Scale) -> Marks<'_> {
        let step = step_of(scale);
        let mut choices: Vec<usize> = (0..scale.choices().len()).collect();
        choices.sort_by_key(|choice| &scale.choices()[*choice].value);
        let below = (&scale.low / &step).floor().unwrap_or_default();
        let above = (-(&scale.high / &step)).floor().map_or(0, |high| -high);
        let between = (above - below - 1).max(0);
        let count = match &scale.kind {
            ScaleKind::Choices(_) => i64::try_from(choices.len()).unwrap_or(i64::MAX),
            ScaleKind::Numeric(_) => between + 2,
        };
        Marks {
            scale,
            step,
            below,
            choices,
            count,
        }
    }

    fn at(&self, index: i64) -> Mark {
        if let Some(choice) = usize::try_from(index)
            .ok()
            .and_then(|at| self.choices.get(at))
        {
            return Mark::Choice(*choice);
        }
        Mark::Number(if index == 0 {
            self.scale.low.clone()
        } else if index == self.count - 1 {
            self.scale.high.clone()
        } else {
            &Exact::ratio(self.below + index, 1) * &self.step
        })
    }
}

impl Planner<'_> {
    /// The way to the next band of a scope, or to the one wanted; `None` at the highest, without a score, and where answers do not
    /// add up.
    pub(super) fn band_ascent(&self, scope: ScopeRef, wanted: Option<u32>) -> Option<Ascent> {
        let next = self.score.scope(scope).next.as_ref()?.number;
        let next = wanted.map_or(next, |wanted| wanted.max(next));
        let goal = self.goal(scope, wanted);
        if !self.adds_up(scope) {
            return None;
        }
        let raised = self.by_gain(scope);
        let lifts = |count: usize| {
            let (trial, _) = self.raised(raised[..count].to_vec());
            self.is_lifted(&trial, &goal)
        };
        if !lifts(raised.len()) {
            return Some(Ascent::Barred {
                level: next,
                criteria: Vec::new(),
            });
        }
        let counts: Vec<usize> = (0..=raised.len()).collect();
        let fewest = counts.partition_point(|count| !lifts(*count));
        let raised = raised[..fewest].to_vec();
        Some(Ascent::Way(self.band_way(&goal, next, raised)))
    }

    /// Whether every answer moves the score of a scope by as much, whatever the others are.
    fn adds_up(&self, scope: ScopeRef) -> bool {
        let is_open = |question: &QuestionScore| question.state.is_missing();
        let counts_anew = self.rubric.rules.level.unanswered == Unanswered::Exclude
            && self.score.questions.iter().any(is_open);
        !counts_anew && self.is_plain(scope)
    }

    fn is_plain(&self, scope: ScopeRef) -> bool {
        let aggregate = match scope {
            Some(dimension) => self.rubric.dimension(dimension).aggregate,
            None => self.rubric.rules.aggregate,
        };
        let mut parts = (0..self.rubric.dimensions.len())
            .map(DimensionIndex)
            .filter(|part| self.rubric.dimension(*part).parent == scope);
        match aggregate {
            None => true,
            Some(Aggregate::Mean | Aggregate::Sum) => parts.all(|part| self.is_plain(Some(part))),
            Some(Aggregate::Min | Aggregate::Max | Aggregate::Median) => parts.next().is_none(),
        }
    }

    /// The questions of a scope that bring its score anything, those that bring most first; of two that bring
    /// as much, the first in the rubric.
    fn by_gain(&self, scope: ScopeRef) -> Vec<QuestionIndex> {
        let before = self.score.scope(scope).practice.value();
        let mut trial = self.trial();
        let mut gains: Vec<(Exact, QuestionIndex)> = Vec::new();
        for criterion in self.engine.criteria(scope) {
            for (question, _) in self.changeable(*criterion) {
                let best = Mark::best(self.scale(question));
                self.answer(&mut trial, &self.change(question, best));
                let after = self.engine.practice_of(&trial.criteria, scope);
                let gain = after
                    .value()
                    .zip(before)
                    .map(|(after, before)| after - before);
                gains.extend(
                    gain.filter(|gain| !gain.is_zero())
                        .map(|gain| (gain, question)),
                );
                self.take_back(&mut trial, question);
            }
        }
        gains.sort_by(|(one, first), (other, second)| other.cmp(one).then(first.cmp(second)));
        gains.into_iter().map(|(_, question)| question).collect()
    }

    /// The answers in the rubric's order, each lowered to the least with which the scope is still lifted.
    fn band_way(&self, goal: &Ahead, next: u32, raised: Vec<QuestionIndex>) -> Way {
        let (mut trial, mut answers) = self.raised(raised);
        for change in &mut answers {
            let marks = Marks::of(self.scale(change.question));
            // The highest lifts the scope, as the last step has shown.
            let (mut least, mut enough) = (0, marks.count - 1);
            while least < enough {
                let middle = i64::midpoint(least, enough);
                change.to = marks.at(middle);
                self.answer(&mut trial, change);
                if self.is_lifted(&trial, goal) {
                    enough = middle;
                } else {
                    least = middle + 1;
                }
            }
            change.to = marks.at(enough);
            self.answer(&mut trial, change);
        }
        self.led_to(goal.scope, next, answers, &trial)
    }
}
