//! What cannot hold together: answers among themselves, answers and readings, answers and their evidence.
//!
//! A rubric declares which questions exclude each other, such as "nobody measures" and "decisions rest on
//! figures". Beyond that, a lack that is largely true denies what its own dimension has reached on a higher
//! level, a reading denies what somebody answered in its place, and an answer that must be shown denies
//! itself when nothing shows it.

use chrono::NaiveDate;

use super::answers::{QuestionScore, Sheet, State, value_of};
use super::criterion::CriterionScore;
use crate::model::{
    Criterion, CriterionIndex, Exact, Polarity, QuestionIndex, Rating, Rubric, Workspace,
};

/// Two things that cannot both hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contradiction {
    /// The question whose answer is doubtful.
    pub question: QuestionIndex,
    /// What speaks against it.
    pub against: Against,
}

/// What speaks against an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// The answer to a question that the rubric declares to exclude it.
    Question(QuestionIndex),
    /// A criterion of the same dimension that is met, while the answer says that it is lacking.
    Presence(CriterionIndex),
    /// The reading of the KPI at this position among the workspace's.
    Kpi(usize),
    /// The evidence that the rubric asks for, and that is missing.
    MissingEvidence,
    /// Its evidence, all of which is older than the rubric allows.
    StaleEvidence,
}

impl Against {
    /// The name of the kind of contradiction in JSON.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Against::Question(_) => "conflicting_answers",
            Against::Presence(_) => "absence_against_presence",
            Against::Kpi(_) => "kpi_denies_answer",
            Against::MissingEvidence => "evidence_missing",
            Against::StaleEvidence => "evidence_stale",
        }
    }

    /// Whether nothing denies the answer: what should show it is missing or out of date.
    #[must_use]
    pub fn is_of_evidence(self) -> bool {
        match self {
            Against::MissingEvidence | Against::StaleEvidence => true,
            Against::Question(_) | Against::Presence(_) | Against::Kpi(_) => false,
        }
    }
}

/// Everything that cannot hold together in an assessment on `day`, by kind and in the rubric's order.
pub(crate) fn all(
    workspace: &Workspace,
    sheet: &Sheet,
    questions: &[QuestionScore],
    criteria: &[CriterionScore],
    day: NaiveDate,
) -> Vec<Contradiction> {
    let rubric = &workspace.rubrics[sheet.rubric];
    let mut found = conflicting(rubric, questions);
    found.extend(absences(rubric, questions, criteria, &found));
    found.extend(denied(workspace, sheet, questions));
    found.extend(unshown(workspace, sheet, questions, day));
    found
}

fn holds(value: Option<&Exact>) -> bool {
    value.is_some_and(|value| Rating::of(value) >= Rating::Largely)
}

/// Pairs that the rubric declares, the one that declares it first, each pair once. Both must be largely true
/// or more: a lack may well stand beside something that is partly in place.
fn conflicting(rubric: &Rubric, questions: &[QuestionScore]) -> Vec<Contradiction> {
    let mut found: Vec<Contradiction> = Vec::new();
    let is_true = |question: QuestionIndex| holds(questions[question.0].value());
    for (index, question) in rubric.questions.iter().enumerate() {
        let own = QuestionIndex(index);
        for other in &question.conflicts_with {
            let is_known = |known: &Contradiction| {
                known.question == *other && known.against == Against::Question(own)
            };
            if is_true(own) && is_true(*other) && !found.iter().any(is_known) {
                found.push(Contradiction {
                    question: own,
                    against: Against::Question(*other),
                });
            }
        }
    }
    found
}

/// Absences that are largely true, each against the best met criterion that its dimension has two levels or
/// more above it, or on its highest level: what comes right after a lack often still stands beside it.
/// Absences that a declared conflict has named already are left out.
fn absences(
    rubric: &Rubric,
    questions: &[QuestionScore],
    criteria: &[CriterionScore],
    declared: &[Contradiction],
) -> Vec<Contradiction> {
    let is_declared = |question: QuestionIndex| {
        declared
            .iter()
            .any(|known| known.question == question || known.against == Against::Question(question))
    };
    let position = |number: u32| {
        let mut levels = rubric.levels.iter();
        levels.position(|level| level.number == number)
    };
    let tops = highest_levels(rubric);
    let denies = |absence: &Criterion, other: &Criterion| {
        let (Some(own), Some(higher)) = (absence.level, other.level) else {
            return true;
        };
        let is_far = position(higher) >= position(own).map(|own| own + 2);
        higher > own && (is_far || tops[other.dimension.0] == Some(higher))
    };
    let mut found = Vec::new();
    for (index, absence) in rubric.criteria.iter().enumerate() {
        let is_true = absence.polarity == Polarity::Absence && holds(criteria[index].known_value());
        if !is_true
            || rubric
                .questions_of(absence)
                .any(|(own, _)| is_declared(own))
        {
            continue;
        }
        let met = rubric
            .criteria
            .iter()
            .enumerate()
            .filter(|(_, other)| {
                other.is_scored() && other.dimension == absence.dimension && denies(absence, other)
            })
            .filter(|(other, _)| holds(criteria[*other].known_value()))
            .max_by(|(one, _), (other, _)| {
                let value = |index: usize| criteria[index].known_value();
                value(*one).cmp(&value(*other)).then(other.cmp(one))
            });
        let strongest = rubric
            .questions_of(absence)
            .map(|(own, _)| own)
            .find(|own| holds(questions[own.0].value()));
        if let (Some((presence, _)), Some(question)) = (met, strongest) {
            found.push(Contradiction {
                question,
                against: Against::Presence(CriterionIndex(presence)),
            });
        }
    }
    found
}

/// For each dimension, the highest level that one of its own criteria names.
fn highest_levels(rubric: &Rubric) -> Vec<Option<u32>> {
    let mut tops = vec![None; rubric.dimensions.len()];
    for criterion in rubric.criteria.iter().filter(|own| own.is_scored()) {
        let top: &mut Option<u32> = &mut tops[criterion.dimension.0];
        *top = (*top).max(criterion.level);
    }
    tops
}

/// Answers of people to questions that a reading answers otherwise: one says largely or more, the other less.
/// What was agreed stands in place of what each respondent said.
fn denied(workspace: &Workspace, sheet: &Sheet, questions: &[QuestionScore]) -> Vec<Contradiction> {
    let rubric = &workspace.rubrics[sheet.rubric];
    let mut found = Vec::new();
    for (index, score) in questions.iter().enumerate() {
        let (Some(kpi), question) = (score.kpi, QuestionIndex(index)) else {
            continue;
        };
        let is_denied = sheet
            .counted(workspace, question)
            .filter_map(|answer| value_of(rubric, question, answer))
            .any(|answered| holds(Some(&answered)) != holds(score.value()));
        if is_denied {
            found.push(Contradiction {
                question,
                against: Against::Kpi(kpi),
            });
        }
    }
    found
}

/// Whether an answer claims something that somebody should be able to show. That nothing is in place needs no proof,
/// and a reading is one.
pub(crate) fn claims(score: &QuestionScore) -> bool {
    score.state == State::Answered
        && score.kpi.is_none()
        && score.value().is_some_and(|value| !value.is_zero())
}

/// Answers that claim something and must be shown, without evidence or with none that is fresh. Evidence
/// without a date is as old as the assessment.
fn unshown(
    workspace: &Workspace,
    sheet: &Sheet,
    questions: &[QuestionScore],
    day: NaiveDate,
) -> Vec<Contradiction> {
    let rubric = &workspace.rubrics[sheet.rubric];
    let mut found = Vec::new();
    for (index, question) in rubric.questions.iter().enumerate() {
        let (own, score) = (QuestionIndex(index), &questions[index]);
        let must_show = question.evidence_required || question.valid_for.is_some();
        if !must_show || !claims(score) {
            continue;
        }
        let latest = sheet
            .answers(workspace, own)
            .flat_map(|(_, answer)| &answer.evidence)
            .map(|evidence| evidence.date.unwrap_or(sheet.date))
            .max();
        let against = match (latest, question.valid_for) {
            (None, _) if question.evidence_required => Against::MissingEvidence,
            (Some(latest), Some(length)) if length.last_day_from(latest) < day => {
                Against::StaleEvidence
            }
            _ => continue,
        };
        found.push(Contradiction {
            question: own,
            against,
        });
    }
    found
}
