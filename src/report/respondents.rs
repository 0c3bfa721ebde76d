//! Respondents in the machine-readable result: who answered what, and where they stand apart.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::figure::Number;
use crate::model::{Answer, Given, QuestionIndex, Rubric, Workspace};
use crate::score::{self, AssessmentScore};

/// The respondents of one assessment.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Respondents {
    /// How their answers to one question become one: median, mean or lowest.
    pub combined_by: &'static str,
    /// Whether there is a file of what they agreed on, whose answers stand in place of theirs.
    pub consensus: bool,
    /// How many questions that file answers.
    pub agreed: usize,
    /// Each respondent, by name.
    pub people: Vec<Respondent>,
    /// The questions that they answer differently, the largest spread × weight first, and last those that count
    /// in no figure.
    pub disagreements: Vec<Disagreement>,
}

/// One respondent. A question that a KPI's reading answers is asked of nobody.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Respondent {
    /// The name.
    pub respondent: String,
    /// How many questions have a value.
    pub answered: usize,
    /// Keys of the questions without an answer.
    pub unanswered: Vec<String>,
    /// Keys of those looked at without a result.
    pub unknown: Vec<String>,
    /// Keys of those that do not apply.
    pub not_applicable: Vec<String>,
}

/// A question that respondents answer differently.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Disagreement {
    /// The question's key.
    pub question: String,
    /// The highest value less the lowest, 0 to 1; 1 where they disagree whether the question applies.
    pub spread: Option<Number>,
    /// The steps of the scale between them; null on a numeric scale, and where they disagree whether the
    /// question applies.
    pub choices_apart: Option<usize>,
    /// The criterion's weight times the question's share among its questions.
    pub weight: Number,
    /// Whether they are so far apart that they should talk.
    pub for_discussion: bool,
    /// Whether something stands in place of their answers: what they agreed on, or a KPI's reading.
    pub settled: bool,
    /// What they agreed on.
    pub agreed: Option<Said>,
    /// What each respondent says; null from those who have not answered.
    pub answers: BTreeMap<String, Option<Said>>,
}

/// An answer as files have it.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Said {
    /// The choice's id, `unknown` or `not_applicable`.
    Word(String),
    /// The number, in the unit of its scale.
    Number(Number),
}

/// The respondents of an assessment; `None` when it is a single file.
pub(super) fn respondents(workspace: &Workspace, score: &AssessmentScore) -> Option<Respondents> {
    let own = score.respondents.as_ref()?;
    let rubric = &workspace.rubrics[score.rubric];
    let keys = |questions: &[QuestionIndex]| {
        let key = |question: &QuestionIndex| rubric.questions[question.0].key.clone();
        questions.iter().map(key).collect()
    };
    let people = own.people.iter().map(|person| Respondent {
        respondent: name(workspace, person.file),
        answered: person.answered,
        unanswered: keys(&person.unanswered),
        unknown: keys(&person.unknown),
        not_applicable: keys(&person.not_applicable),
    });
    let disagreements = own.disagreements.iter();
    Some(Respondents {
        combined_by: workspace.settings.respondents.as_str(),
        consensus: score.sheet.consensus.is_some(),
        agreed: own.agreed,
        people: people.collect(),
        disagreements: disagreements
            .map(|own| disagreement(workspace, rubric, score, own))
            .collect(),
    })
}

fn disagreement(
    workspace: &Workspace,
    rubric: &Rubric,
    score: &AssessmentScore,
    own: &score::Disagreement,
) -> Disagreement {
    let answer = |file: usize| {
        let answer = workspace.assessments[file].answer(own.question)?;
        Some(said(rubric, own.question, answer))
    };
    let respondents = score.sheet.respondents.iter();
    Disagreement {
        question: rubric.questions[own.question.0].key.clone(),
        spread: own.spread.value().map(Number::from),
        choices_apart: own.choices_apart,
        weight: Number::from(&own.weight()),
        for_discussion: own.is_for_discussion,
        settled: own.settled.is_some(),
        agreed: score
            .sheet
            .agreed(workspace, own.question)
            .map(|answer| said(rubric, own.question, answer)),
        answers: respondents
            .map(|file| (name(workspace, *file), answer(*file)))
            .collect(),
    }
}

fn name(workspace: &Workspace, file: usize) -> String {
    let respondent = workspace.assessments[file].respondent.clone();
    respondent.unwrap_or_default()
}

fn said(rubric: &Rubric, question: QuestionIndex, answer: &Answer) -> Said {
    let scale = &rubric.scales[rubric.questions[question.0].scale];
    Said::Word(match &answer.given {
        Given::Choice(choice) => scale.choices()[*choice].id.to_string(),
        Given::Number(number) => return Said::Number(Number::from(number)),
        Given::Unknown => "unknown".to_owned(),
        Given::NotApplicable(_) => "not_applicable".to_owned(),
    })
}
