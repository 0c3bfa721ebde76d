//! Two ends held against each other: what changed, and what moved which figure by how much.
//!
//! [`assessments`] compares two assessments of one rubric, [`cycle`] one cycle on two days, and
//! [`key_results`] two cycles; [`days`], [`two_cycles`] and [`two_assessments`] put together all that is to be
//! said about two ends. Both are scored by the same engine with the rubrics in use today. [`changes`] holds two states
//! of the files against each other, each with its own rubrics, on one day.
//!
//! What an answer moved is found by putting it in: starting from the first end, what stands at the second is
//! put in its place one by one, in a fixed order, and each time the figure is scored again. The differences
//! of these steps are the contributions, so that they add up exactly to the difference of the ends.

mod assessment;
mod okr;
mod states;

use crate::model::{Exact, Workspace};
use crate::score::{AssessmentScore, Scores, Series};

pub use assessment::{
    AnswerStep, AssessmentComparison, Beside, DimensionStep, EvidenceChange, KpiStep, assessments,
    assessments_of, pinned, scopes,
};
pub use okr::{
    CycleComparison, KeyResultPosition, KeyResultsOfBoth, ObjectiveStep, cycle, key_results,
};
pub use states::{
    Changes, CycleChange, KeyResultChange, KpiChange, PersonChange, RubricChange,
    ServiceLevelChange, SkillChange, State, changes,
};

/// One of the two workspaces that ends are of: most often both are the same.
#[derive(Debug, Clone, Copy)]
pub struct Side<'w> {
    /// The workspace.
    pub workspace: &'w Workspace,
    /// The readings of its KPIs.
    pub series: &'w [Series],
}

/// The same thing at both ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ends<T> {
    /// At the first end.
    pub a: T,
    /// At the second.
    pub b: T,
}

impl<T> Ends<T> {
    /// Both ends, borrowed.
    pub fn as_ref(&self) -> Ends<&T> {
        Ends {
            a: &self.a,
            b: &self.b,
        }
    }

    /// What is asked of each end.
    pub fn map<U>(self, of: impl Fn(T) -> U) -> Ends<U> {
        Ends {
            a: of(self.a),
            b: of(self.b),
        }
    }
}

impl<T: PartialEq> Ends<T> {
    /// Whether the two ends are the same.
    pub fn are_same(&self) -> bool {
        self.a == self.b
    }
}

impl Ends<Option<&Exact>> {
    /// The second figure less the first; `None` where either end has none.
    #[must_use]
    pub fn change(&self) -> Option<Exact> {
        Some(self.b? - self.a?)
    }
}

impl Ends<Option<u32>> {
    /// The second level less the first; `None` where either end has none.
    #[must_use]
    pub fn change(&self) -> Option<Exact> {
        Some(Exact::from(self.b?) - Exact::from(self.a?))
    }
}

/// All that there is to say about two ends.
#[derive(Debug)]
pub struct Comparison<'s> {
    /// The figures of both ends, each on its day.
    pub scores: Ends<&'s Scores>,
    /// The assessments by each rubric, in the order of the rubrics.
    pub rubrics: Vec<RubricComparison<'s>>,
    /// The cycles.
    pub cycles: Cycles<'s>,
}

/// The assessments by one rubric at both ends.
#[derive(Debug)]
pub struct RubricComparison<'s> {
    /// Position of the rubric among the workspace's.
    pub rubric: usize,
    /// The assessments; `None` where there is none yet.
    pub ends: Ends<Option<&'s AssessmentScore>>,
    /// The two held against each other, when there are two.
    pub both: Option<AssessmentComparison<'s>>,
}

/// The cycles at both ends.
#[derive(Debug)]
pub enum Cycles<'s> {
    /// Assessments alone are compared.
    NotCompared,
    /// Each cycle that has begun by either day, by its position among the workspace's.
    OnBothDays(Vec<(usize, CycleComparison<'s>)>),
    /// Two cycles, by their positions among the workspace's, each on its own day.
    Two(Ends<usize>, KeyResultsOfBoth),
}

/// Compares two days: the latest assessments by every rubric, or by one, and the cycles begun by either day.
#[must_use]
pub fn days<'s>(
    workspace: &'s Workspace,
    scores: Ends<&'s Scores>,
    rubric: Option<usize>,
) -> Comparison<'s> {
    let latest_day = scores.a.as_of.max(scores.b.as_of);
    let cycles = workspace
        .cycles
        .iter()
        .enumerate()
        .filter(|(_, definition)| definition.days.first <= latest_day)
        .map(|(index, definition)| {
            let ends = scores.map(|scores| &scores.cycles[index]);
            (index, cycle(definition, ends.a, ends.b))
        });
    Comparison {
        cycles: Cycles::OnBothDays(cycles.collect()),
        rubrics: latest(workspace, scores, rubric),
        scores,
    }
}

/// Compares two cycles, and the latest assessments on the days of both.
#[must_use]
pub fn two_cycles<'s>(
    workspace: &'s Workspace,
    scores: Ends<&'s Scores>,
    positions: Ends<usize>,
    rubric: Option<usize>,
) -> Comparison<'s> {
    let definitions = positions.map(|position| &workspace.cycles[position]);
    Comparison {
        cycles: Cycles::Two(positions, key_results(definitions.a, definitions.b)),
        rubrics: latest(workspace, scores, rubric),
        scores,
    }
}

/// Compares two assessments alone; `None` when they are of different rubrics.
#[must_use]
pub fn two_assessments<'s>(
    workspace: &'s Workspace,
    scores: Ends<&'s Scores>,
    ends: Ends<&'s AssessmentScore>,
) -> Option<Comparison<'s>> {
    let both = assessments(workspace, &scores.a.series, ends.a, ends.b)?;
    Some(Comparison {
        cycles: Cycles::NotCompared,
        rubrics: vec![RubricComparison {
            rubric: ends.a.rubric,
            ends: ends.map(Some),
            both: Some(both),
        }],
        scores,
    })
}

/// The latest assessments at both ends by each rubric that has one at either.
fn latest<'s>(
    workspace: &'s Workspace,
    scores: Ends<&'s Scores>,
    only: Option<usize>,
) -> Vec<RubricComparison<'s>> {
    let rubrics =
        (0..workspace.rubrics.len()).filter(|rubric| only.is_none_or(|own| own == *rubric));
    rubrics
        .filter_map(|rubric| {
            let ends = scores.map(|scores| scores.latest_of(rubric));
            let both = match (ends.a, ends.b) {
                (None, None) => return None,
                (Some(a), Some(b)) => assessments(workspace, &scores.a.series, a, b),
                _ => None,
            };
            Some(RubricComparison { rubric, ends, both })
        })
        .collect()
}

/// All contributions to a figure added; `None` where there are none because an end lacks the figure.
#[must_use]
pub fn total<'c>(
    ends: &Ends<Option<&Exact>>,
    contributions: impl IntoIterator<Item = Option<&'c Exact>>,
) -> Option<Exact> {
    ends.change()?;
    Some(contributions.into_iter().flatten().sum())
}

/// A figure on its way from one end to the other, step by step.
#[derive(Debug, Clone)]
struct Course {
    /// The last value that it had; `None` when there is nothing to attribute.
    last: Option<Exact>,
}

impl Course {
    /// Starts at the first end. Where either end has no figure, there is no difference to share out, and no
    /// step contributes.
    fn new(ends: &Ends<Option<&Exact>>) -> Course {
        Course {
            last: ends.a.filter(|_| ends.b.is_some()).cloned(),
        }
    }

    /// What a step contributes that makes the figure `now`. A step after which nothing counts contributes
    /// nothing that could be told: the next one that gives a figure again carries the difference.
    fn step(&mut self, now: Option<&Exact>) -> Option<Exact> {
        let (last, now) = (self.last.as_mut()?, now?);
        let moved = now - &*last;
        *last = now.clone();
        Some(moved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(number: i64) -> Exact {
        Exact::from(number)
    }

    #[test]
    fn contributions_add_up_though_the_figure_is_lost_on_the_way() {
        let (first, last) = (whole(3), whole(1));
        let ends = Ends {
            a: Some(&first),
            b: Some(&last),
        };
        let mut course = Course::new(&ends);
        let steps = [
            course.step(Some(&whole(5))),
            course.step(None),
            course.step(Some(&last)),
        ];
        assert_eq!(steps, [Some(whole(2)), None, Some(whole(-4))]);
        let sum = total(&ends, steps.iter().map(Option::as_ref));
        assert_eq!(sum, ends.change());
    }

    #[test]
    fn without_a_figure_at_both_ends_nothing_is_attributed() {
        let figure = whole(3);
        for (a, b) in [
            (None, Some(&figure)),
            (Some(&figure), None),
            (None::<&Exact>, None),
        ] {
            let mut course = Course::new(&Ends { a, b });
            assert_eq!(course.step(Some(&figure)), None);
            assert_eq!(course.step(Some(&figure)), None);
            assert_eq!(total(&Ends { a, b }, [Some(&figure)]), None);
        }
    }
}
