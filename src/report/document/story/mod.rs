//! The story: what the figures say, in sentences a director can read out.
//!
//! Every sentence is one message of `locale/story.*.ftl` filled with facts; nothing is said that no figure, answer
//! or file gives, and nothing is advised that the plan does not give. What has nothing to say is empty.

mod confidence;
mod disagreements;
mod headline;
mod kpis;
mod next;
mod okrs;
mod people;
mod points;
mod sentence;

use schemars::JsonSchema;
use serde::Serialize;

use self::sentence::Telling;
use super::{
    AssessmentPart, CriterionPart, CyclePart, PeoplePart, QuestionPart, ServiceLevelPart, Writer,
};
use crate::model::{Exact, Rubric, parse_day};
use crate::score::AssessmentScore;

pub use confidence::{Confidence, ConfidencePart};
pub use okrs::CycleStoryPart;
pub use sentence::{Piece, Sentence};

/// The most things of a kind that a sentence names; the others are counted.
const NAMED: usize = 3;

/// What an assessment says, part by part.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct StoryPart {
    /// The answer: level, index, and where both have gone since last time. One or two sentences.
    pub headline: Vec<Sentence>,
    /// The strongest criteria, three at most, each with what backs it.
    pub strengths: Vec<PointStoryPart>,
    /// The weakest criteria, three at most, each with what is known of it.
    pub gaps: Vec<PointStoryPart>,
    /// What blocks the next level, and the shortest way there.
    pub next: Vec<Sentence>,
    /// What the rubric's KPIs confirm or deny.
    pub kpis: Vec<Sentence>,
    /// Where respondents stand apart.
    pub disagreements: Vec<Sentence>,
    /// How far the result can be relied on, and why; none of an assessment without a score.
    pub confidence: Option<ConfidencePart>,
}

/// One thing, with what is to be said of it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PointStoryPart {
    /// The id of the criterion, or key result.
    pub id: String,
    /// What is said of it, what it is first.
    pub sentences: Vec<Sentence>,
}

/// What the whole workspace says beside its assessments.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct WorkspaceStoryPart {
    /// Each cycle, in the order of the report.
    pub okrs: Vec<CycleStoryPart>,
    /// Which service levels missed their goal.
    pub service_levels: Vec<Sentence>,
    /// Whether people hold what their roles ask for, and what depends on one person.
    pub people: Vec<Sentence>,
}

/// One assessment, to be told.
struct Assessed<'a> {
    writer: &'a Writer<'a>,
    rubric: &'a Rubric,
    score: &'a AssessmentScore,
    part: &'a AssessmentPart,
}

impl Writer<'_> {
    /// The story of an assessment, whose other parts are gathered.
    pub(super) fn story(
        &self,
        rubric: &Rubric,
        score: &AssessmentScore,
        part: &AssessmentPart,
    ) -> StoryPart {
        let own = Assessed {
            writer: self,
            rubric,
            score,
            part,
        };
        StoryPart {
            headline: own.headline(),
            strengths: own.strengths(),
            gaps: own.gaps(),
            next: own.next(),
            kpis: own.kpis(),
            disagreements: own.disagreements(),
            confidence: own.confidence(),
        }
    }

    /// The story of the workspace, whose other parts are gathered.
    pub(super) fn workspace_story(
        &self,
        cycles: &[CyclePart],
        service_levels: &[ServiceLevelPart],
        people: Option<&PeoplePart>,
    ) -> WorkspaceStoryPart {
        let scored = self.scores.cycles.iter().zip(cycles);
        let scored = self.workspace.cycles.iter().zip(scored);
        WorkspaceStoryPart {
            okrs: scored
                .map(|(definition, (score, part))| self.cycle_story(definition, score, part))
                .collect(),
            service_levels: self.service_level_story(service_levels),
            people: people.map_or_else(Vec::new, |people| self.people_story(people)),
        }
    }
}

impl Writer<'_> {
    /// A day of the report model as the language writes it; nothing for what is no day.
    fn day_in_words(&self, day: &str) -> String {
        parse_day(day).map_or_else(String::new, |day| self.locale.date(day))
    }
}

impl Assessed<'_> {
    /// Where a criterion is in the report.
    fn at_criterion(&self, id: &str) -> String {
        format!("c{}-{id}", self.part.anchor)
    }

    /// A question by its key, with its criterion.
    fn asked(&self, key: &str) -> Option<(&CriterionPart, &QuestionPart)> {
        let mut criteria = self.part.criteria.iter();
        criteria.find_map(|criterion| {
            let mut questions = criterion.questions.iter();
            let question = questions.find(|own| own.id == key)?;
            Some((criterion, question))
        })
    }

    /// What a question is called, leading to its criterion: its text, or its criterion's title where it has none.
    fn question(&self, telling: &mut Telling<'_>, key: &str) -> String {
        let Some((criterion, question)) = self.asked(key) else {
            return telling.quote(key);
        };
        let text = if question.text.trim().is_empty() {
            &criterion.title
        } else {
            &question.text
        };
        telling.name(text, self.at_criterion(&criterion.id))
    }

    /// The figure that the story speaks of: the index, or the practice score where there is no outcome. By the
    /// name that sentences choose their words by.
    fn measure(&self) -> (&'static str, Option<&Exact>) {
        if self.part.outcome_score.is_some() {
            ("index", self.score.index.value())
        } else {
            ("practice", self.score.whole.practice.value())
        }
    }

    /// Whether so little is answered that the result is provisional.
    fn is_early(&self) -> bool {
        let coverage = self.score.whole.coverage.value();
        coverage.is_some_and(|covered| *covered < confidence::low_coverage())
    }
}
