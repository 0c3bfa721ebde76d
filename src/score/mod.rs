//! Model to numbers: pure, exact, the day a parameter.
//!
//! [`workspace`] computes everything that a command shows: [`measure`] turns readings into values and
//! maturity levels; [`criterion`], [`level`] and [`practice`] turn answers into achievement, level and
//! practice score; [`assessment`] puts them together with the outcome score into the index; [`okr`] holds
//! values against baselines, targets and time; [`target`] holds levels against
//! what is aimed at; [`contradiction`] finds answers that exclude each other.
//!
//! Every result keeps the parts it was made of, so that whoever explains a figure reads them there.

pub mod assessment;
pub mod contradiction;
pub mod criterion;
pub mod level;
pub mod measure;
pub mod okr;
pub mod practice;
pub mod target;

use chrono::NaiveDate;

use crate::model::Workspace;

pub use assessment::{AssessmentScore, ScopeScore};
pub use criterion::{CriterionScore, State};
pub use level::{Cell, CellState, NextLevel};
pub use measure::{KpiLevel, Point, Series};
pub use okr::{CycleScore, Flag, KeyResultScore, ObjectiveScore, Status};

/// Every figure of a workspace on a day.
#[derive(Debug)]
pub struct Scores {
    /// The day.
    pub as_of: NaiveDate,
    /// The readings of each of the workspace's KPIs, pooled to one a period.
    pub series: Vec<Series>,
    /// Assessments of organisations dated up to the day, by rubric and date.
    pub assessments: Vec<AssessmentScore>,
    /// Each of the workspace's cycles.
    pub cycles: Vec<CycleScore>,
}

impl Scores {
    /// The latest assessment of each rubric, each with the one before it.
    pub fn latest(&self) -> impl Iterator<Item = (&AssessmentScore, Option<&AssessmentScore>)> {
        let of = |index: usize, rubric: usize| {
            self.assessments
                .get(index)
                .filter(|score| score.rubric == rubric)
        };
        self.assessments
            .iter()
            .enumerate()
            .filter(move |(index, score)| of(index + 1, score.rubric).is_none())
            .map(move |(index, score)| {
                let before = index
                    .checked_sub(1)
                    .and_then(|before| of(before, score.rubric));
                (score, before)
            })
    }
}

/// Computes every figure of a workspace on the day `as_of`. What is dated later does not exist yet.
///
/// The latest assessment of a rubric is scored with the KPI readings up to `as_of`, an earlier one with
/// those up to its own date, so that its index stays what it was.
#[must_use]
pub fn workspace(workspace: &Workspace, as_of: NaiveDate) -> Scores {
    let series = measure::all_series(workspace);
    let dated: Vec<usize> = (0..workspace.assessments.len())
        .filter(|index| {
            let assessment = &workspace.assessments[*index];
            assessment.date <= as_of && assessment.person.is_none()
        })
        .collect();
    let mut assessments = Vec::with_capacity(dated.len());
    for (position, index) in dated.iter().enumerate() {
        let assessment = &workspace.assessments[*index];
        let is_latest = dated
            .get(position + 1)
            .is_none_or(|next| workspace.assessments[*next].rubric != assessment.rubric);
        let day = if is_latest { as_of } else { assessment.date };
        assessments.push(assessment::score(workspace, &series, *index, day));
    }
    let cycles = workspace
        .cycles
        .iter()
        .map(|cycle| okr::score(workspace, &series, &assessments, cycle, as_of))
        .collect();
    Scores {
        as_of,
        series,
        assessments,
        cycles,
    }
}
