//! Model to numbers: pure, exact, the day a parameter.
//!
//! [`workspace`] computes everything that a command shows. [`answers`] says what stands for each question,
//! [`measure`] turns readings into values and maturity levels; [`criterion`], [`level`] and [`practice`] turn
//! answers into achievement, level and practice score, [`banded`] a score into a level; [`assessment`] puts them together with the outcome
//! score into the index; [`okr`] holds values against baselines, targets and time; [`target`] holds levels
//! against what is aimed at, [`plan`] says what leads there; [`people`] holds persons against their roles,
//! [`service_level`] cases against promises; [`contradiction`] finds what cannot hold together,
//! [`respondents`] who disagrees; [`alignment`] says which objective serves which; [`compare`] says what moved
//! between two days.
//!
//! Every figure is [`Traced`]: it is the value of a formula over named terms, which is kept, so that whoever
//! explains the figure shows what computed it.

pub mod alignment;
pub mod answers;
pub mod assessment;
pub mod banded;
pub mod closing;
pub mod compare;
pub mod contradiction;
pub mod criterion;
pub mod ends;
pub mod forecast;
pub mod key_result;
pub mod level;
pub mod measure;
pub mod okr;
pub mod people;
pub mod plan;
pub mod practice;
pub mod respondents;
pub mod roll;
mod scopes;
pub mod service_level;
pub mod status;
pub mod target;
pub mod trace;
pub mod way;

use std::borrow::Cow;
use std::collections::BTreeMap;

use assessment::Engine;
use chrono::NaiveDate;

use crate::model::{Exact, ValueSource, Workspace};

pub use alignment::Alignment;
pub use answers::{QuestionScore, Sheet, State};
pub use assessment::{AssessmentScore, ScopeScore};
pub use banded::{BandTest, Banding};
pub use compare::Ends;
pub use contradiction::{Against, Contradiction};
pub use criterion::CriterionScore;
pub use key_result::KeyResultScore;
pub use level::{Cell, CellState, Gate, NextLevel};
pub use measure::{KpiLevel, Point, Series};
pub use okr::{CycleScore, ObjectiveScore};
pub use people::{People, PersonScore, SkillScore};
pub use respondents::{Disagreement, Respondent, Respondents, Settled};
pub use service_level::ServiceLevelScore;
pub use status::{Flag, Status};
pub use trace::Traced;

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
    /// Each of the workspace's service levels.
    pub service_levels: Vec<ServiceLevelScore>,
    /// The workspace's persons.
    pub people: People,
}

impl Scores {
    /// The latest assessment by a rubric.
    #[must_use]
    pub fn latest_of(&self, rubric: usize) -> Option<&AssessmentScore> {
        let mut assessments = self.assessments.iter().rev();
        assessments.find(|score| score.rubric == rubric)
    }

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

/// What key results take values from, as it is scored for the day of the whole workspace.
pub(crate) struct Known<'w> {
    workspace: &'w Workspace,
    series: &'w [Series],
    as_of: NaiveDate,
    assessments: &'w [AssessmentScore],
    service_levels: &'w [ServiceLevelScore],
}

/// The same on the day of a closing.
struct Then<'w> {
    assessments: Cow<'w, [AssessmentScore]>,
    service_levels: Cow<'w, [ServiceLevelScore]>,
}

impl<'w> Known<'w> {
    /// As it was on a day: scored once more where that is another one and some key result takes values from it.
    fn on(&self, day: NaiveDate) -> Then<'w> {
        let mut then = Then {
            assessments: Cow::Borrowed(self.assessments),
            service_levels: Cow::Borrowed(self.service_levels),
        };
        if day == self.as_of {
            return then;
        }
        let takes = |is_it: fn(&ValueSource) -> bool| {
            let objectives = self.workspace.cycles.iter().flat_map(|own| &own.objectives);
            let mut key_results = objectives.flat_map(|objective| &objective.key_results);
            key_results.any(|key_result| is_it(&key_result.source))
        };
        if takes(|source| matches!(source, ValueSource::Score(_))) {
            then.assessments = Cow::Owned(assessments(self.workspace, self.series, day));
        }
        if takes(|source| matches!(source, ValueSource::ServiceLevel(_))) {
            then.service_levels = Cow::Owned(service_level::all(self.workspace, day));
        }
        then
    }
}

/// Computes every figure of a workspace on the day `as_of`. What is dated later does not exist yet.
///
/// The latest assessment of a rubric is scored with the KPI readings up to `as_of`, an earlier one with
/// those up to its own date, so that its index stays what it was.
#[must_use]
pub fn workspace(workspace: &Workspace, as_of: NaiveDate) -> Scores {
    let series = measure::all_series(workspace);
    let assessments = assessments(workspace, &series, as_of);
    let service_levels = service_level::all(workspace, as_of);
    let known = Known {
        workspace,
        series: &series,
        as_of,
        assessments: &assessments,
        service_levels: &service_levels,
    };
    let cycles = workspace
        .cycles
        .iter()
        .map(|cycle| okr::score(&known, cycle, as_of))
        .collect();
    let people = people::people(workspace, &series, as_of);
    Scores {
        as_of,
        series,
        assessments,
        cycles,
        service_levels,
        people,
    }
}

/// The baselines of a cycle's key results as they would be measured today, whatever a check-in froze.
#[must_use]
pub fn measured_baselines(
    workspace: &Workspace,
    scores: &Scores,
    cycle: usize,
) -> Vec<Vec<Option<Exact>>> {
    let mut thawed = workspace.cycles[cycle].clone();
    for check_in in &mut thawed.check_ins {
        check_in.baseline = None;
    }
    let known = Known {
        workspace,
        series: &scores.series,
        as_of: scores.as_of,
        assessments: &scores.assessments,
        service_levels: &scores.service_levels,
    };
    let scored = okr::score(&known, &thawed, scores.as_of);
    let objectives = scored.objectives.into_iter();
    objectives
        .map(|objective| {
            let key_results = objective.key_results.into_iter();
            key_results
                .map(|own| own.baseline.value().cloned())
                .collect()
        })
        .collect()
}

/// Scores the assessments of organisations dated up to a day.
fn assessments(workspace: &Workspace, series: &[Series], as_of: NaiveDate) -> Vec<AssessmentScore> {
    let sheets = answers::sheets(workspace, as_of);
    let is_latest: Vec<bool> = sheets
        .iter()
        .enumerate()
        .map(|(position, sheet)| {
            let next = sheets.get(position + 1);
            next.is_none_or(|next| next.rubric != sheet.rubric)
        })
        .collect();
    // What is the same for all assessments by a rubric is looked up once.
    let mut engines = BTreeMap::new();
    sheets
        .into_iter()
        .zip(is_latest)
        .map(|(sheet, is_latest)| {
            let day = if is_latest { as_of } else { sheet.date };
            let engine = engines
                .entry(sheet.rubric)
                .or_insert_with(|| Engine::new(workspace, &workspace.rubrics[sheet.rubric]));
            assessment::score(engine, series, sheet, day)
        })
        .collect()
}
