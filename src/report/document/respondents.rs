//! What the report says of several respondents: who answered how much, who said what, and where they stand
//! apart.

use schemars::JsonSchema;
use serde::Serialize;

use super::{EvidencePart, Writer, evidence, figure, reason};
use crate::locale::Word;
use crate::model::{Answer, Exact, QuestionIndex, Rubric};
use crate::report::figure::Figure;
use crate::report::plan::{mark_in_words, question_in_words};
use crate::score::answers::value_of;
use crate::score::plan::Mark;
use crate::score::{self, AssessmentScore, Settled, State};

/// The respondents of one assessment.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RespondentsPart {
    /// How their answers to one question become one: median, mean or lowest.
    pub combined_by: &'static str,
    /// Whether there is a file of what they agreed on, whose answers stand in place of theirs.
    pub consensus: bool,
    /// How many questions that file answers.
    pub agreed: usize,
    /// Each respondent, by name.
    pub people: Vec<RespondentPart>,
    /// The questions on which they are so far apart that they should talk, what matters most first, and what
    /// counts in no figure last.
    pub for_discussion: Vec<DisagreementPart>,
    /// The other questions that they answer differently.
    pub closer: Vec<DisagreementPart>,
}

/// One respondent. A question that a KPI's reading answers is asked of nobody.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RespondentPart {
    /// The name.
    pub name: String,
    /// How many questions people are asked.
    pub asked: usize,
    /// How many have a value.
    pub answered: usize,
    /// Keys of those that do not apply.
    pub not_applicable: Vec<String>,
    /// Keys of those looked at without a result.
    pub unknown: Vec<String>,
    /// Keys of those without an answer.
    pub unanswered: Vec<String>,
    /// Those looked at without a result, to be read.
    pub unknown_questions: Vec<AskedPart>,
    /// Those without an answer, to be read.
    pub unanswered_questions: Vec<AskedPart>,
}

/// A question, by what it asks.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AskedPart {
    /// The question's key.
    pub id: String,
    /// The id of its criterion.
    pub criterion: String,
    /// What it asks, or its criterion's title where it has no text.
    pub text: String,
}

/// A question that respondents answer differently.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DisagreementPart {
    /// The question's key.
    pub id: String,
    /// The title of its criterion.
    pub criterion_title: String,
    /// The question, or its criterion's title where it has no text.
    pub text: String,
    /// The highest value less the lowest, 0 to 1.
    pub spread: Option<Figure>,
    /// The steps of the scale between them; none on a numeric scale, and where they disagree whether the
    /// question applies.
    pub choices_apart: Option<usize>,
    /// What they are apart: applies (whether the question does), ends (of the scale), choices or share (of a
    /// numeric scale).
    pub apart: &'static str,
    /// The criterion's weight times the question's share among its questions.
    pub weight: Figure,
    /// consensus or kpi; none while it is open.
    pub settled: Option<&'static str>,
    /// What stands, in words; none where that has no value.
    pub stands: Option<String>,
    /// What is known of the question: answered, unknown, unanswered or `not_applicable`.
    pub state: &'static str,
    /// What each respondent says.
    pub answers: Vec<RespondentAnswerPart>,
}

/// What one file says about a question.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RespondentAnswerPart {
    /// The respondent's name; empty for what they agreed on.
    pub name: String,
    /// Whether it is what they agreed on.
    pub consensus: bool,
    /// answered, unknown, unanswered or `not_applicable`.
    pub state: &'static str,
    /// The answer in words.
    pub answer: Option<String>,
    /// The answer's value, 0 to 1.
    pub value: Option<Figure>,
    /// What the respondent added.
    pub note: Option<String>,
    /// Why it does not apply.
    pub reason: Option<String>,
    /// What shows the answer to be true.
    pub evidence: Vec<EvidencePart>,
    /// Where the answer is written, as `file:line`.
    pub place: Option<String>,
}

impl Writer<'_> {
    pub(super) fn respondents(
        &self,
        rubric: &Rubric,
        score: &AssessmentScore,
    ) -> Option<RespondentsPart> {
        let own = score.respondents.as_ref()?;
        let keys = |questions: &[QuestionIndex]| {
            let key = |question: &QuestionIndex| rubric.questions[question.0].key.clone();
            questions.iter().map(key).collect()
        };
        let asked = |questions: &[QuestionIndex]| {
            let asked = |index: &QuestionIndex| {
                let question = &rubric.questions[index.0];
                AskedPart {
                    id: question.key.clone(),
                    criterion: rubric.criteria[question.criterion.0].id.to_string(),
                    text: question_in_words(rubric, *index, self.locale),
                }
            };
            questions.iter().map(asked).collect()
        };
        let people = own.people.iter().map(|person| RespondentPart {
            name: self.respondent(person.file),
            asked: person.asked,
            answered: person.answered,
            not_applicable: keys(&person.not_applicable),
            unknown: keys(&person.unknown),
            unanswered: keys(&person.unanswered),
            unknown_questions: asked(&person.unknown),
            unanswered_questions: asked(&person.unanswered),
        });
        let parts = |is_for_discussion: bool| {
            own.disagreements
                .iter()
                .filter(|own| own.is_for_discussion == is_for_discussion)
                .map(|own| self.disagreement(rubric, score, own))
                .collect()
        };
        Some(RespondentsPart {
            combined_by: self.workspace.settings.respondents.as_str(),
            consensus: score.sheet.consensus.is_some(),
            agreed: own.agreed,
            people: people.collect(),
            for_discussion: parts(true),
            closer: parts(false),
        })
    }

    fn disagreement(
        &self,
        rubric: &Rubric,
        score: &AssessmentScore,
        own: &score::Disagreement,
    ) -> DisagreementPart {
        let question = &rubric.questions[own.question.0];
        let mut answers = self.respondent_answers(rubric, score, own.question);
        answers.retain(|answer| !answer.consensus);
        let is_denied = |answer: &RespondentAnswerPart| answer.reason.is_some();
        DisagreementPart {
            id: question.key.clone(),
            criterion_title: self.text(&rubric.criteria[question.criterion.0].title),
            text: question_in_words(rubric, own.question, self.locale),
            spread: figure(own.spread.value()),
            choices_apart: own.choices_apart,
            apart: match own.choices_apart {
                _ if answers.iter().any(is_denied) => "applies",
                _ if own.spread.value() == Some(&Exact::ONE) => "ends",
                Some(_) => "choices",
                None => "share",
            },
            weight: Figure::from(&own.weight()),
            settled: own.settled.map(|settled| match settled {
                Settled::Agreed => "consensus",
                Settled::Measured(_) => "kpi",
            }),
            stands: self
                .stands(rubric, score, own.question)
                .map(|(words, _)| words),
            state: score.questions[own.question.0].state.as_str(),
            answers,
        }
    }

    fn respondent(&self, file: usize) -> String {
        let respondent = self.workspace.assessments[file].respondent.clone();
        respondent.unwrap_or_default()
    }

    /// What each file says about a question, the agreed one first; none for an assessment of a single file.
    pub(super) fn respondent_answers(
        &self,
        rubric: &Rubric,
        score: &AssessmentScore,
        question: QuestionIndex,
    ) -> Vec<RespondentAnswerPart> {
        if score.respondents.is_none() {
            return Vec::new();
        }
        let has_answer = |file: &usize| {
            let answer = self.workspace.assessments[*file].answer(question);
            // Nobody owes an answer to what was agreed.
            Some(*file) != score.sheet.consensus || answer.is_some()
        };
        let scale = &rubric.scales[rubric.questions[question.0].scale];
        let files = score.sheet.files().filter(has_answer);
        files
            .map(|file| {
                let answer = self.workspace.assessments[file].answer(question);
                RespondentAnswerPart {
                    name: self.respondent(file),
                    consensus: Some(file) == score.sheet.consensus,
                    state: State::of(answer).as_str(),
                    answer: answer.and_then(|answer| self.answer_in_words(scale, answer)),
                    value: answer
                        .and_then(|answer| value_of(rubric, question, answer))
                        .map(Figure),
                    note: answer.and_then(|answer| answer.note.clone()),
                    reason: answer.and_then(reason),
                    evidence: answer.map(evidence).unwrap_or_default(),
                    place: answer.map(|answer| self.sources.cite(answer.place)),
                }
            })
            .collect()
    }

    /// The answer of an assessment's only file.
    pub(super) fn only_answer(
        &self,
        score: &AssessmentScore,
        question: QuestionIndex,
    ) -> Option<&Answer> {
        let is_alone = score.respondents.is_none();
        let file = is_alone.then(|| score.assessment())?;
        self.workspace.assessments[file].answer(question)
    }

    /// What stands for a question, in words, with its value: the only answer, or the agreed one; of several,
    /// their value as a choice or number of the scale, or as a percentage where no choice has it; the reading,
    /// where one answers. `None` where nothing stands.
    pub(super) fn stands(
        &self,
        rubric: &Rubric,
        score: &AssessmentScore,
        question: QuestionIndex,
    ) -> Option<(String, Figure)> {
        let standing = &score.questions[question.0];
        if let Some(kpi) = standing.kpi {
            let words = self.reading_in_words(score, kpi)?;
            return Some((words, Figure::from(standing.value()?)));
        }
        let scale = &rubric.scales[rubric.questions[question.0].scale];
        let in_words = |answer: &Answer| {
            let value = value_of(rubric, question, answer)?;
            Some((self.answer_in_words(scale, answer)?, Figure(value)))
        };
        if score.respondents.is_none() {
            return self.only_answer(score, question).and_then(in_words);
        }
        let value = standing.value()?;
        let mark = Mark::standing(self.workspace, score, question)?;
        let words = mark_in_words(scale, &mark, self.locale);
        Some((words, Figure::from(value)))
    }

    /// The latest reading of a KPI, by which it answers a question.
    fn reading_in_words(&self, score: &AssessmentScore, kpi: usize) -> Option<String> {
        let definition = &self.workspace.kpis[kpi];
        let latest = self.scores.series[kpi].until(score.day).last()?;
        let words = [
            ("kpi", Word::from(self.text(&definition.title))),
            (
                "value",
                Word::from(self.locale.quantity(&latest.value, &definition.unit)),
            ),
        ];
        Some(self.locale.say("report-by-reading", &words))
    }

    /// What was looked at, by the first file that says so.
    pub(super) fn scope_of(&self, score: &AssessmentScore) -> Option<String> {
        let mut files = score.sheet.files();
        files.find_map(|file| self.workspace.assessments[file].scope.clone())
    }
}
