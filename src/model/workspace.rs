//! Everything that a workspace's files say, checked and connected.

use chrono::NaiveDate;

use super::assessment::{Assessment, Combination};
use super::brand::Brand;
use super::id::Id;
use super::kpi::{Frequency, Kpi, Reading, ServiceLevel, ServiceLevelReading};
use super::okr::Cycle;
use super::people::{Person, Role};
use super::place::{FileIndex, Place};
use super::rubric::{DimensionIndex, Rubric};
use super::text::Language;
use super::unit::WorkingDay;

/// What a workspace sets for itself: `regua.yaml`.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Whose workspace it is.
    pub organisation: String,
    /// The language of reports and messages; `None`: the reader's own.
    pub language: Option<Language>,
    /// The month, 1 to 12, in which the fiscal year begins.
    pub fiscal_year_start: u32,
    /// How often key results are to be checked in.
    pub check_in_frequency: Frequency,
    /// How long a working day is, and where that is written; `None`: nobody said.
    pub working_day: Option<(WorkingDay, Place)>,
    /// How the answers of several respondents to one question become one.
    pub respondents: Combination,
    /// Where that is written.
    pub respondents_place: Option<Place>,
    /// What is aimed at, by rubric.
    pub targets: Vec<LevelTarget>,
    /// Whose reports they are, as their readers see them.
    pub brand: Brand,
    /// Other workspaces whose objectives this one may support.
    pub workspaces: Vec<LinkedWorkspace>,
}

/// Another workspace, under the name by which this one speaks of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedWorkspace {
    /// Its name here, as in `group:2026/customer-first`.
    pub id: Id,
    /// Its folder, from the one that holds `regua.yaml`.
    pub path: String,
    /// Where its name is written.
    pub place: Place,
}

/// A template of the workspace's own: it stands for the shipped one of its name, or is a new one that others
/// include.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTemplate {
    /// Its path below `templates/`, such as `report/cover.html.j2`.
    pub name: String,
    /// Its file.
    pub file: FileIndex,
}

/// The level that a rubric is to reach.
#[derive(Debug, Clone)]
pub struct LevelTarget {
    /// Position of the rubric among the workspace's.
    pub rubric: usize,
    /// The level of the whole.
    pub level: Option<u32>,
    /// The last day on which it can be reached.
    pub by: Option<NaiveDate>,
    /// Where that day is written.
    pub by_place: Option<Place>,
    /// Levels of dimensions.
    pub dimensions: Vec<DimensionTarget>,
    /// Where the level is written; the rubric's name where none is. `None` when the command line asks for it.
    pub place: Option<Place>,
}

/// The level that a dimension is to reach.
#[derive(Debug, Clone)]
pub struct DimensionTarget {
    /// The dimension.
    pub dimension: DimensionIndex,
    /// The level's number.
    pub level: u32,
    /// Where the level is written; `None` when the command line asks for it.
    pub place: Option<Place>,
}

/// Everything a workspace's files say. Lists of dated things are in the order of their dates.
#[derive(Debug, Clone)]
pub struct Workspace {
    /// `regua.yaml`
    pub settings: Settings,
    /// The rubrics in use, in the order of `regua.yaml`.
    pub rubrics: Vec<Rubric>,
    /// KPIs of the rubrics in use, then the workspace's own.
    pub kpis: Vec<Kpi>,
    /// Readings of KPIs.
    pub readings: Vec<Reading>,
    /// Service levels.
    pub service_levels: Vec<ServiceLevel>,
    /// Readings of service levels.
    pub service_level_readings: Vec<ServiceLevelReading>,
    /// Assessments, those of people among them.
    pub assessments: Vec<Assessment>,
    /// OKR cycles.
    pub cycles: Vec<Cycle>,
    /// Roles.
    pub roles: Vec<Role>,
    /// People.
    pub people: Vec<Person>,
}

impl Workspace {
    /// The position of the rubric that rates a skill: by the skill, or by the rubric's own name.
    #[must_use]
    pub fn rubric_of_skill(&self, skill: &Id) -> Option<usize> {
        let is_it = |rubric: &Rubric| rubric.skill.as_ref() == Some(skill) || rubric.id == *skill;
        self.rubrics.iter().position(is_it)
    }

    /// The rubric in use that defines the KPI of this id.
    #[must_use]
    pub fn rubric_of(&self, kpi: &Id) -> Option<&Rubric> {
        let defines = |rubric: &&Rubric| rubric.kpis.iter().any(|own| own.id == *kpi);
        self.rubrics.iter().find(defines)
    }

    /// The position of the KPI with this id.
    #[must_use]
    pub fn kpi_by_id(&self, id: &Id) -> Option<usize> {
        self.kpis.iter().position(|kpi| kpi.id == *id)
    }
}
