//! What a cycle is closed with: its figures of a day, to stand from then on.

use chrono::NaiveDate;

use super::okr::{CycleScore, ObjectiveScore};
use crate::model::{ClosedKeyResult, ClosedObjective, Closing, Cycle, Objective, Place, Text};

/// What somebody says as they close a cycle.
#[derive(Debug, Clone)]
pub struct Said {
    /// The day of closing.
    pub closed: NaiveDate,
    /// The day whose figures are kept.
    pub as_of: NaiveDate,
    /// Who closes.
    pub by: Option<String>,
    /// What was learned, by the id of an objective, or of a key result where no objective has it.
    pub retrospectives: Vec<(String, String)>,
}

impl Said {
    fn of(&self, id: &str) -> Option<Text> {
        let mut said = self.retrospectives.iter();
        said.find(|(own, _)| own == id)
            .map(|(_, text)| Text::plain(text))
    }
}

/// The closing of a cycle whose figures, of the day that is kept, are `score`.
#[must_use]
pub fn close(cycle: &Cycle, score: &CycleScore, said: &Said) -> Closing {
    let objectives = cycle.objectives.iter().zip(&score.objectives);
    Closing {
        closed: said.closed,
        as_of: said.as_of,
        by: said.by.clone(),
        progress: score.progress.value().cloned(),
        progress_place: Place::NOWHERE,
        objectives: objectives
            .map(|(objective, score)| Some(close_objective(cycle, (objective, score), said)))
            .collect(),
        gone: Vec::new(),
        place: Place::NOWHERE,
    }
}

fn close_objective(
    cycle: &Cycle,
    (objective, score): (&Objective, &ObjectiveScore),
    said: &Said,
) -> ClosedObjective {
    let is_objective = |id: &str| cycle.objectives.iter().any(|own| own.id.as_str() == id);
    let key_results = objective.key_results.iter().zip(&score.key_results);
    ClosedObjective {
        progress: score.progress.value().cloned(),
        grade: score.grade.value().cloned(),
        retrospective: said.of(objective.id.as_str()),
        key_results: key_results
            .map(|(key_result, score)| {
                let value = score.value.as_ref();
                let id = key_result.id.as_str();
                let learned = (!is_objective(id)).then(|| said.of(id)).flatten();
                Some(ClosedKeyResult {
                    status: score.status_at_close(said.as_of),
                    baseline: score.baseline.value().cloned(),
                    target: score.target.value().cloned(),
                    value: value.map(|dated| (dated.value.clone(), dated.date)),
                    progress: score.progress.value().cloned(),
                    grade: score.grade.value().cloned(),
                    retrospective: learned,
                    place: Place::NOWHERE,
                })
            })
            .collect(),
        place: Place::NOWHERE,
    }
}
