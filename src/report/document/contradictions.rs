//! What the report says of answers that cannot stand: what was said, by whom, and what speaks against it.

use schemars::JsonSchema;
use serde::Serialize;

use super::Writer;
use crate::model::{CriterionIndex, Exact, QuestionIndex, Rubric};
use crate::report::names::{respondent_in_words, respondents_in_words};
use crate::report::plan::question_in_words;
use crate::score::contradiction::{Maker, Worth, question_against, worth};
use crate::score::{Against, AssessmentScore, Contradiction};

/// An answer, and what speaks against it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ContradictionPart {
    /// `conflicting_answers`, `absence_against_presence`, `kpi_denies_answer`, `evidence_missing` or
    /// `evidence_stale`.
    pub kind: &'static str,
    /// The sentence that says it: the kind; with `_together` where only the answers of several make it, taken
    /// together; with `_agreed` where what was agreed stands against their answers; with `_by` where the same
    /// respondents stand on both sides of an absence.
    pub told_as: &'static str,
    /// Of several respondents those whose own answers make it.
    pub respondents: Vec<String>,
    /// The question's key.
    pub id: String,
    /// The id of its criterion.
    pub criterion: String,
    /// The question, or its criterion's title where it has no text.
    pub text: String,
    /// The answer in words; of several respondents each answer with the names of those who gave it.
    pub answer: String,
    /// The key or id of what speaks against it.
    pub against_id: String,
    /// The criterion that this belongs to; none for a KPI and for evidence.
    pub against_criterion: Option<String>,
    /// What it asks, or its title.
    pub against_text: String,
    /// What it says.
    pub against: String,
    /// What a reading stands for as an answer; empty for other kinds.
    pub worth: String,
}

impl Writer<'_> {
    pub(super) fn contradiction(
        &self,
        rubric: &Rubric,
        score: &AssessmentScore,
        own: &Contradiction,
    ) -> ContradictionPart {
        let question = &rubric.questions[own.question.0];
        let criterion_id = |index: CriterionIndex| rubric.criteria[index.0].id.to_string();
        let (against_id, against_criterion, against_text, against) = match own.against {
            Against::Question(other) => {
                let question = &rubric.questions[other.0];
                (
                    question.key.clone(),
                    Some(criterion_id(question.criterion)),
                    question_in_words(rubric, other, self.locale),
                    self.said_in_words(rubric, score, other, own),
                )
            }
            Against::Presence(index) => {
                let criterion = &rubric.criteria[index.0];
                (
                    criterion.id.to_string(),
                    Some(criterion.id.to_string()),
                    self.text(&criterion.title),
                    self.presence_in_words(rubric, score, index, own),
                )
            }
            Against::Kpi(kpi) => {
                let definition = &self.workspace.kpis[kpi];
                let latest = self.scores.series[kpi].until(score.day).last();
                (
                    definition.id.to_string(),
                    None,
                    self.text(&definition.title),
                    latest.map_or_else(String::new, |point| {
                        self.locale.quantity(&point.value, &definition.unit)
                    }),
                )
            }
            Against::MissingEvidence | Against::StaleEvidence => {
                (String::new(), None, String::new(), String::new())
            }
        };
        let is_of_several = !score.sheet.is_single() && !own.against.is_of_evidence();
        let value = score.questions[own.question.0].value();
        let worth = value.filter(|_| matches!(own.against, Against::Kpi(_)));
        let names = own.held_by().iter().filter(|_| is_of_several);
        ContradictionPart {
            kind: own.against.kind(),
            told_as: match (own.against, &own.maker) {
                (Against::Question(_), Maker::Together) => "conflicting_answers_together",
                (Against::Question(_), Maker::Agreement) => "conflicting_answers_agreed",
                (Against::Presence(_), Maker::Together) => "absence_against_presence_together",
                (Against::Presence(_), Maker::Agreement) => "absence_against_presence_agreed",
                (Against::Presence(_), Maker::Files(_)) if is_of_several => {
                    "absence_against_presence_by"
                }
                (other, _) => other.kind(),
            },
            respondents: names
                .map(|file| respondent_in_words(self.workspace, *file, self.locale))
                .collect(),
            id: question.key.clone(),
            criterion: criterion_id(question.criterion),
            text: question_in_words(rubric, own.question, self.locale),
            answer: self.said_in_words(rubric, score, own.question, own),
            against_id,
            against_criterion,
            against_text,
            against,
            worth: worth.map_or_else(String::new, |value| {
                self.worth_in_words(rubric, own.question, value)
            }),
        }
    }

    /// What is said to one of the questions of a contradiction: by those whose own answers make it, by all to
    /// whom it matters, by a reading, or by all of them taken together.
    fn said_in_words(
        &self,
        rubric: &Rubric,
        score: &AssessmentScore,
        question: QuestionIndex,
        own: &Contradiction,
    ) -> String {
        if own.is_read(score, question) {
            return self.standing_in_words(rubric, score, question);
        }
        let all: Vec<usize> = score.sheet.files().collect();
        let files = match (&own.maker, own.against) {
            (Maker::Together, _) => return self.standing_in_words(rubric, score, question),
            (Maker::Files(_), Against::Kpi(_)) | (Maker::Agreement | Maker::Nobody, _) => &all,
            (Maker::Files(_) | Maker::AgainstReading(_) | Maker::Readings, _) => own.held_by(),
        };
        self.given_in_words(rubric, score, question, files)
    }

    /// By what a criterion is met that an absence stands against: what is said to its only question where that
    /// was read or agreed on, and else its value.
    fn presence_in_words(
        &self,
        rubric: &Rubric,
        score: &AssessmentScore,
        criterion: CriterionIndex,
        own: &Contradiction,
    ) -> String {
        let is_alone = rubric.criteria[criterion.0].questions.len() == 1;
        let question = question_against(self.workspace, score, own).filter(|_| is_alone);
        let is_told = |question: &QuestionIndex| {
            own.maker == Maker::Agreement || own.is_read(score, *question)
        };
        if let Some(question) = question.filter(is_told) {
            return self.said_in_words(rubric, score, question, own);
        }
        let value = score.criteria[criterion.0].known_value();
        value.map_or_else(String::new, |value| self.locale.percent(value, 0))
    }

    /// The answer that a reading of this value stands for.
    pub(super) fn worth_in_words(
        &self,
        rubric: &Rubric,
        question: QuestionIndex,
        value: &Exact,
    ) -> String {
        match worth(rubric, question, value) {
            Worth::Choice(choice) => {
                let scale = &rubric.scales[rubric.questions[question.0].scale];
                self.text(&scale.choices()[choice].title)
            }
            Worth::Band(band) => {
                let key = format!("report-rating-{}", band.as_str());
                self.locale.say(&key, &[])
            }
        }
    }

    /// What these files answer to a question, in words; of several respondents each answer with the names of
    /// those who gave it.
    fn given_in_words(
        &self,
        rubric: &Rubric,
        score: &AssessmentScore,
        question: QuestionIndex,
        files: &[usize],
    ) -> String {
        let scale = &rubric.scales[rubric.questions[question.0].scale];
        let mut said: Vec<(String, Vec<usize>)> = Vec::new();
        for file in files {
            let answer = score.sheet.counted_of(self.workspace, *file, question);
            let Some(words) = answer.and_then(|answer| self.answer_in_words(scale, answer)) else {
                continue;
            };
            match said.iter_mut().find(|(known, _)| *known == words) {
                Some((_, files)) => files.push(*file),
                None => said.push((words, vec![*file])),
            }
        }
        let in_words = |(words, files): (String, Vec<usize>)| {
            if score.sheet.is_single() {
                return words;
            }
            let names = respondents_in_words(self.workspace, &files, self.locale);
            format!("{words} ({names})")
        };
        let said: Vec<String> = said.into_iter().map(in_words).collect();
        said.join(", ")
    }

    /// What stands for a question, in words: the answer, or the value of several combined.
    fn standing_in_words(
        &self,
        rubric: &Rubric,
        score: &AssessmentScore,
        question: QuestionIndex,
    ) -> String {
        match self.stands(rubric, score, question) {
            Some((words, _)) => words,
            None => {
                let value = score.questions[question.0].value();
                value.map_or_else(String::new, |value| self.locale.percent(value, 0))
            }
        }
    }
}
