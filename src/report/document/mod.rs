//! The report model: what templates see, in the report's language, figures still exact.
//!
//! Texts are Markdown as their authors wrote them. A share (progress, coverage, achievement, a criterion's
//! value) is 0 to 1, progress may lie outside; a score is on the scale of the rubric's levels. Dates are ISO.

mod assessment;
mod brand;
mod contradictions;
mod kpi;
mod moved;
mod okr;
mod people;
mod plan;
mod register;
mod respondents;
mod service_level;
mod story;
mod supports;
mod why;

use schemars::JsonSchema;
use serde::Serialize;

use super::explain::Explainer;
use super::figure::Figure;
use crate::diagnostic::Sources;
use crate::locale::Locale;
use crate::model::{Exact, Level, Place, Rubric, Text, Workspace};
use crate::score::{ScopeScore, Scores};

pub use assessment::*;
pub use brand::*;
pub use contradictions::*;
pub use kpi::*;
pub use moved::*;
pub use okr::*;
pub use people::*;
pub use plan::*;
pub use register::*;
pub use respondents::*;
pub use service_level::*;
pub use story::*;
pub use supports::*;
pub use why::*;

/// The name and version of the report model: keys may come, none changes its meaning without another number.
const SCHEMA: &str = "regua/report/1";

/// The whole report.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Report {
    /// What this is and in which version: `regua/report/1`.
    #[schemars(extend("const" = SCHEMA))]
    pub schema: &'static str,
    /// The language's tag.
    pub lang: &'static str,
    /// Whose workspace it is.
    pub organisation: String,
    /// Whose report it is, as its reader sees it.
    pub brand: BrandPart,
    /// The day the figures hold for.
    pub as_of: String,
    /// The program's version.
    pub version: &'static str,
    /// The latest assessment of each rubric.
    pub assessments: Vec<AssessmentPart>,
    /// Every KPI with a reading.
    pub kpis: Vec<KpiPart>,
    /// Every service level.
    pub service_levels: Vec<ServiceLevelPart>,
    /// Every cycle that has begun, or is planned.
    pub cycles: Vec<CyclePart>,
    /// Persons against their roles, and the team; none without persons.
    pub people: Option<PeoplePart>,
    /// What cycles, service levels and people say, in sentences; what an assessment says is with it.
    pub story: WorkspaceStoryPart,
    /// The files that were read.
    pub files: Vec<String>,
}

impl Report {
    /// Gathers the report of a workspace, in the language of `locale`.
    #[must_use]
    pub fn new(
        workspace: &Workspace,
        scores: &Scores,
        sources: &Sources,
        locale: &Locale,
    ) -> Report {
        Writer {
            workspace,
            scores,
            sources,
            locale,
            explainer: Explainer::new(workspace, scores, sources, locale),
        }
        .report()
    }
}

struct Writer<'w> {
    workspace: &'w Workspace,
    scores: &'w Scores,
    sources: &'w Sources,
    locale: &'w Locale,
    explainer: Explainer<'w>,
}

fn figure(exact: Option<&Exact>) -> Option<Figure> {
    exact.map(Figure::from)
}

fn difference(now: Option<&Exact>, before: Option<&Exact>) -> Option<Figure> {
    Some(Figure(now? - before?))
}

fn non_empty(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.to_owned())
}

fn practice_of(scope: &ScopeScore) -> Option<&Exact> {
    scope.practice.value()
}

impl Writer<'_> {
    fn text(&self, text: &Text) -> String {
        text.in_language(self.locale.language()).to_owned()
    }

    fn report(&self) -> Report {
        let workspace = self.workspace;
        let as_of = self.scores.as_of;
        let cycles = workspace.cycles.iter().zip(&self.scores.cycles);
        let cycles: Vec<CyclePart> = cycles
            .map(|(definition, score)| self.cycle(definition, score))
            .collect();
        let service_levels: Vec<ServiceLevelPart> = self
            .scores
            .service_levels
            .iter()
            .map(|score| self.service_level(score))
            .collect();
        let people = self.people();
        Report {
            schema: SCHEMA,
            lang: self.locale.language().tag(),
            organisation: workspace.settings.organisation.clone(),
            brand: self.brand(),
            as_of: as_of.to_string(),
            version: env!("CARGO_PKG_VERSION"),
            assessments: self
                .scores
                .latest()
                .enumerate()
                .map(|(index, (score, previous))| self.assessment(index + 1, score, previous))
                .collect(),
            kpis: (0..workspace.kpis.len())
                .filter_map(|index| self.kpi(index))
                .collect(),
            story: self.workspace_story(&cycles, &service_levels, people.as_ref()),
            service_levels,
            cycles,
            people,
            files: self
                .sources
                .read()
                .map(|file| file.path.clone())
                .filter(|path| self.is_used(path))
                .collect(),
        }
    }

    /// Of what ships with the program only that in use was read for a purpose. A template says nothing that a figure
    /// rests on.
    fn is_used(&self, path: &str) -> bool {
        if path.starts_with("templates/") {
            return false;
        }
        let is_here = |place: Place| self.sources.file(place.file).path == path;
        let workspace = self.workspace;
        !path.starts_with("regua:")
            || workspace.rubrics.iter().any(|rubric| is_here(rubric.place))
            || workspace.kpis.iter().any(|kpi| is_here(kpi.place))
    }

    /// A level; a floor below all levels has nothing but its number.
    fn level_part(&self, rubric: &Rubric, number: u32) -> LevelPart {
        let level = rubric.level(number);
        let text = |text: fn(&Level) -> &Text| level.map(|own| self.text(text(own)));
        LevelPart {
            id: level.map(|own| own.id.to_string()),
            number,
            title: text(|own| &own.title).unwrap_or_default(),
            summary: text(|own| &own.summary).unwrap_or_default(),
            from: assessment::band_edge(rubric, number),
        }
    }

    fn level_title(&self, rubric: &Rubric, number: Option<u32>) -> Option<String> {
        Some(self.text(&rubric.level(number?)?.title))
    }
}
