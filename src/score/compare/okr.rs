//! Cycles held against each other: one on two days, or two of them by the names of their key results.

use super::{Course, Ends};
use crate::model::{Cycle, Exact};
use crate::score::key_result::KeyResultScore;
use crate::score::okr::{CycleScore, cycle_progress, objective_progress};
use crate::score::trace::Traced;

/// A cycle on two days.
#[derive(Debug, Clone)]
pub struct CycleComparison<'s> {
    /// The cycle on both days.
    pub ends: Ends<&'s CycleScore>,
    /// What each objective did, in the order of the plan.
    pub objectives: Vec<ObjectiveStep>,
}

/// What an objective did to its cycle, and its key results to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectiveStep {
    /// What it moved the cycle's progress by.
    pub moved: Option<Exact>,
    /// What each of its key results moved its own progress by, in the order of the plan.
    pub key_results: Vec<Option<Exact>>,
}

/// Compares a cycle on two days.
#[must_use]
pub fn cycle<'s>(definition: &Cycle, a: &'s CycleScore, b: &'s CycleScore) -> CycleComparison<'s> {
    let ends = Ends { a, b };
    let mut course = Course::new(&ends.map(|score| score.progress.value()));
    let mut standing: Vec<&Traced> = a.objectives.iter().map(|own| &own.progress).collect();
    let mut objectives = Vec::with_capacity(definition.objectives.len());
    for (index, objective) in definition.objectives.iter().enumerate() {
        let ends = ends.map(|score| &score.objectives[index]);
        let mut own = Course::new(&ends.map(|score| score.progress.value()));
        let mut key_results: Vec<&KeyResultScore> = ends.a.key_results.iter().collect();
        let steps = ends.b.key_results.iter().enumerate().map(|(index, after)| {
            key_results[index] = after;
            own.step(objective_progress(objective, &key_results).value())
        });
        let steps = steps.collect();
        standing[index] = &ends.b.progress;
        objectives.push(ObjectiveStep {
            moved: course.step(cycle_progress(definition, &standing).value()),
            key_results: steps,
        });
    }
    CycleComparison { ends, objectives }
}

impl CycleComparison<'_> {
    /// The cycle's progress on both days.
    #[must_use]
    pub fn progress(&self) -> Ends<Option<&Exact>> {
        self.ends.map(|score| score.progress.value())
    }

    /// The progress of the objective at this position on both days.
    #[must_use]
    pub fn objective(&self, index: usize) -> Ends<Option<&Exact>> {
        self.ends
            .map(|score| score.objectives[index].progress.value())
    }

    /// Whether no progress and no status changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let key_results = |score: &CycleScore| -> Vec<_> {
            let objectives = score.objectives.iter();
            objectives
                .flat_map(|objective| &objective.key_results)
                .map(|own| (own.progress.value().cloned(), own.status))
                .collect()
        };
        self.ends.map(key_results).are_same()
    }
}

/// A key result by the position of its objective in the cycle, and its own there.
pub type KeyResultPosition = (usize, usize);

/// The key results of two cycles by their ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyResultsOfBoth {
    /// Those that both have, in the order of the second: carried on.
    pub carried_on: Vec<Ends<KeyResultPosition>>,
    /// Those of the first alone.
    pub gone: Vec<KeyResultPosition>,
    /// Those of the second alone.
    pub new: Vec<KeyResultPosition>,
}

/// Finds the key results that two cycles share.
#[must_use]
pub fn key_results(a: &Cycle, b: &Cycle) -> KeyResultsOfBoth {
    let (before, after) = (positions(a), positions(b));
    let mut both = KeyResultsOfBoth {
        carried_on: Vec::new(),
        gone: Vec::new(),
        new: Vec::new(),
    };
    for (id, position) in &after {
        match before.iter().find(|(known, _)| known == id) {
            Some((_, earlier)) => both.carried_on.push(Ends {
                a: *earlier,
                b: *position,
            }),
            None => both.new.push(*position),
        }
    }
    let is_carried_on = |id: &str| after.iter().any(|(known, _)| *known == id);
    both.gone = before
        .iter()
        .filter(|(id, _)| !is_carried_on(id))
        .map(|(_, position)| *position)
        .collect();
    both
}

fn positions(cycle: &Cycle) -> Vec<(&str, KeyResultPosition)> {
    let objectives = cycle.objectives.iter().enumerate();
    objectives
        .flat_map(|(objective, definition)| {
            let key_results = definition.key_results.iter().enumerate();
            key_results.map(move |(index, own)| (own.id.as_str(), (objective, index)))
        })
        .collect()
}
