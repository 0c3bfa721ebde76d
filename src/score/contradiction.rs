//! What cannot hold together: answers among themselves, answers and readings, answers and their evidence.
//!
//! A rubric declares which questions exclude each other, such as "nobody measures" and "decisions rest on
//! figures". Beyond that, a lack that is largely true denies what its own dimension has reached on a higher
//! level, a reading denies what somebody answered in its place, and an answer that must be shown denies
//! itself when nothing shows it.
//!
//! Of several respondents each one's own answers are held against each other: the median of two who are each of
//! one mind may be of two. What only all of them make, taken together, is nobody's.

use chrono::NaiveDate;

use super::AssessmentScore;
use super::answers::{self, QuestionScore, Sheet, State, value_of};
use super::criterion::{self, CriterionScore};
use crate::model::{
    Criterion, CriterionIndex, Exact, Polarity, QuestionIndex, Rating, Rubric, Workspace,
};

/// Two things that cannot both hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The question whose answer is doubtful.
    pub question: QuestionIndex,
    /// What speaks against it.
    pub against: Against,
    /// The files, by their positions among the workspace's assessments, whose own answers make it. None where
    /// only the answers of several make it, taken together; and none for evidence, which anybody may bring.
    pub held_by: Vec<usize>,
}

impl Contradiction {
    /// Whether both speak of the same two things, whoever said them.
    #[must_use]
    pub fn is_between_the_same(&self, other: &Contradiction) -> bool {
        (self.question, self.against) == (other.question, other.against)
    }

    /// Whether nobody contradicts himself: only what several answered, taken together, cannot both hold.
    #[must_use]
    pub fn is_only_together(&self) -> bool {
        self.held_by.is_empty() && !self.against.is_of_evidence()
    }
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

/// What cannot hold together in an assessment: told of whoever says it, and of what all answers come to.
pub(crate) struct Found {
    /// Everything, by who makes it: of several respondents each one's own answers before what they come to.
    pub(crate) told: Vec<Contradiction>,
    /// What the answers that count make, whoever gave them.
    pub(crate) combined: Vec<Contradiction>,
}

/// Everything that cannot hold together in an assessment on `day`, by kind and in the rubric's order.
pub(crate) fn all(
    workspace: &Workspace,
    sheet: &Sheet,
    questions: &[QuestionScore],
    criteria: &[CriterionScore],
    day: NaiveDate,
) -> Found {
    let mut found = among_answers(workspace, sheet, questions, criteria);
    let rest = denied(workspace, sheet, questions)
        .into_iter()
        .chain(unshown(workspace, sheet, questions, day));
    for own in rest {
        found.combined.push(own.clone());
        found.told.push(own);
    }
    found
}

fn holds(value: Option<&Exact>) -> bool {
    value.is_some_and(|value| Rating::of(value) >= Rating::Largely)
}

/// Whether an answer and a reading say the same: both that something is largely so, or neither.
#[must_use]
pub fn agree(answered: Option<&Exact>, read: Option<&Exact>) -> bool {
    holds(answered) == holds(read)
}

/// Answers that cannot hold beside others: of several respondents each one's own, so that whoever contradicts
/// himself is named and nobody else, and what all of them come to, taken together.
fn among_answers(
    workspace: &Workspace,
    sheet: &Sheet,
    questions: &[QuestionScore],
    criteria: &[CriterionScore],
) -> Found {
    let rubric = &workspace.rubrics[sheet.rubric];
    let combined = Voice {
        rubric,
        questions,
        value: &|index| criteria[index.0].known_value().cloned(),
    };
    let mut found = combined.contradictions(&[]);
    if sheet.is_single() {
        for own in &mut found {
            own.held_by.extend(sheet.files());
        }
        return Found {
            combined: found.clone(),
            told: found,
        };
    }
    for own in &mut found {
        own.held_by = against_readings(workspace, sheet, questions, own);
    }
    let together = found.clone();
    for file in sheet.files() {
        let questions = answers::of_one(workspace, sheet, file);
        let voice = Voice {
            rubric,
            questions: &questions,
            value: &|index| {
                let score = criterion::score(rubric, index, &questions);
                score.known_value().cloned()
            },
        };
        for mut own in voice.contradictions(&together) {
            let mut known = found.iter_mut();
            match known.find(|known| known.is_between_the_same(&own)) {
                Some(known) if known.held_by.contains(&file) => {}
                Some(known) => known.held_by.push(file),
                None => {
                    own.held_by.push(file);
                    found.push(own);
                }
            }
        }
    }
    Found {
        told: told_once(rubric, found),
        combined: together,
    }
}

/// Where a reading stands for one of two answers that the rubric declares to exclude each other, the files that
/// give the other one: they contradict the reading, whatever else they say.
fn against_readings(
    workspace: &Workspace,
    sheet: &Sheet,
    questions: &[QuestionScore],
    own: &Contradiction,
) -> Vec<usize> {
    let Against::Question(other) = own.against else {
        return Vec::new();
    };
    let is_read = |question: QuestionIndex| questions[question.0].kpi.is_some();
    let answered = match (is_read(own.question), is_read(other)) {
        (true, false) => other,
        (false, true) => own.question,
        (true, true) | (false, false) => return Vec::new(),
    };
    let says_so = |file: &usize| says(workspace, sheet, *file, answered);
    sheet.files().filter(says_so).collect()
}

/// Whether a file's answer, where that stands, says that something is largely so.
fn says(workspace: &Workspace, sheet: &Sheet, file: usize, question: QuestionIndex) -> bool {
    let rubric = &workspace.rubrics[sheet.rubric];
    let answer = sheet.counted_of(workspace, file, question);
    let value = answer.and_then(|answer| value_of(rubric, question, answer));
    holds(value.as_ref())
}

/// Whether it is the reading of a KPI that says that something is so, and none of these files.
#[must_use]
pub fn is_said_by_reading(
    workspace: &Workspace,
    score: &AssessmentScore,
    question: QuestionIndex,
    files: &[usize],
) -> bool {
    let mut files = files.iter();
    score.questions[question.0].kpi.is_some()
        && !files.any(|file| says(workspace, &score.sheet, *file, question))
}

/// Leaves out what all come to against an absence that somebody's own answers contradict already, and puts the
/// rest in order: what the rubric declares first, then absences.
fn told_once(rubric: &Rubric, mut found: Vec<Contradiction>) -> Vec<Contradiction> {
    let criterion = |question: QuestionIndex| rubric.questions[question.0].criterion;
    let of_somebody: Vec<CriterionIndex> = found
        .iter()
        .filter(|own| !own.held_by.is_empty())
        .flat_map(|own| {
            let other = match own.against {
                Against::Question(other) => Some(criterion(other)),
                _ => None,
            };
            [Some(criterion(own.question)), other]
        })
        .flatten()
        .collect();
    let is_presence = |own: &Contradiction| matches!(own.against, Against::Presence(_));
    found.retain(|own| {
        let is_known = || of_somebody.contains(&criterion(own.question));
        !(is_presence(own) && own.held_by.is_empty() && is_known())
    });
    found.sort_by_key(|own| (is_presence(own), own.question));
    found
}

/// Answers that are held against each other: those of one file, or what all of them come to.
struct Voice<'v> {
    rubric: &'v Rubric,
    questions: &'v [QuestionScore],
    /// The value of a criterion as far as something is known of it.
    value: &'v dyn Fn(CriterionIndex) -> Option<Exact>,
}

impl Voice<'_> {
    /// Where an absence stands against several criteria, the one that is among the `preferred` is named.
    fn contradictions(&self, preferred: &[Contradiction]) -> Vec<Contradiction> {
        let mut found = self.conflicting();
        found.extend(self.absences(&found, preferred));
        found
    }

    /// Pairs that the rubric declares, the one that declares it first, each pair once. Both must be largely true
    /// or more: a lack may well stand beside something that is partly in place.
    fn conflicting(&self) -> Vec<Contradiction> {
        let mut found: Vec<Contradiction> = Vec::new();
        let is_true = |question: QuestionIndex| holds(self.questions[question.0].value());
        for (index, question) in self.rubric.questions.iter().enumerate() {
            let own = QuestionIndex(index);
            for other in &question.conflicts_with {
                let is_known = |known: &Contradiction| {
                    known.question == *other && known.against == Against::Question(own)
                };
                if is_true(own) && is_true(*other) && !found.iter().any(is_known) {
                    found.push(Contradiction {
                        question: own,
                        against: Against::Question(*other),
                        held_by: Vec::new(),
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
        &self,
        declared: &[Contradiction],
        preferred: &[Contradiction],
    ) -> Vec<Contradiction> {
        let rubric = self.rubric;
        let is_declared = |question: QuestionIndex| {
            declared.iter().any(|known| {
                known.question == question || known.against == Against::Question(question)
            })
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
            let is_true = absence.polarity == Polarity::Absence
                && holds((self.value)(CriterionIndex(index)).as_ref());
            if !is_true
                || rubric
                    .questions_of(absence)
                    .any(|(own, _)| is_declared(own))
            {
                continue;
            }
            let is_preferred = |other: usize| {
                let against = Against::Presence(CriterionIndex(other));
                preferred.iter().any(|known| {
                    let criterion = rubric.questions[known.question.0].criterion;
                    known.against == against && criterion == CriterionIndex(index)
                })
            };
            let met = rubric
                .criteria
                .iter()
                .enumerate()
                .filter(|(_, other)| {
                    other.is_scored()
                        && other.dimension == absence.dimension
                        && denies(absence, other)
                })
                .filter_map(|(other, _)| Some((other, (self.value)(CriterionIndex(other))?)))
                .filter(|(_, value)| holds(Some(value)))
                .max_by_key(|(other, value)| {
                    (
                        is_preferred(*other),
                        value.clone(),
                        std::cmp::Reverse(*other),
                    )
                });
            let strongest = rubric
                .questions_of(absence)
                .map(|(own, _)| own)
                .find(|own| holds(self.questions[own.0].value()));
            if let (Some((presence, _)), Some(question)) = (met, strongest) {
                found.push(Contradiction {
                    question,
                    against: Against::Presence(CriterionIndex(presence)),
                    held_by: Vec::new(),
                });
            }
        }
        found
    }
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
        let held_by: Vec<usize> = sheet
            .files()
            .filter(|file| {
                let answer = sheet.counted_of(workspace, *file, question);
                let answered = answer.and_then(|answer| value_of(rubric, question, answer));
                answered.is_some_and(|answered| !agree(Some(&answered), score.value()))
            })
            .collect();
        if !held_by.is_empty() {
            found.push(Contradiction {
                question,
                against: Against::Kpi(kpi),
                held_by,
            });
        }
    }
    found
}

/// Of those who answered a question that a reading answers, the files that say what it says.
#[must_use]
pub fn agreeing(
    workspace: &Workspace,
    score: &AssessmentScore,
    question: QuestionIndex,
) -> Vec<usize> {
    let rubric = &workspace.rubrics[score.rubric];
    let read = score.questions[question.0].value();
    let says_so = |file: &usize| {
        let answer = score.sheet.counted_of(workspace, *file, question);
        let answered = answer.and_then(|answer| value_of(rubric, question, answer));
        answered.is_some_and(|answered| agree(Some(&answered), read))
    };
    score.sheet.files().filter(says_so).collect()
}

/// The answer that a reading stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Worth {
    /// The choice at this position of the question's scale.
    Choice(usize),
    /// A band, where no choice of the scale or several lie in it.
    Band(Rating),
}

/// What a value, 0 to 1, would be as an answer to a question: the choice in its band.
#[must_use]
pub fn worth(rubric: &Rubric, question: QuestionIndex, value: &Exact) -> Worth {
    let scale = &rubric.scales[rubric.questions[question.0].scale];
    let band = Rating::of(value);
    let choices = scale.choices().iter().enumerate();
    let mut in_band = choices.filter(|(_, choice)| Rating::of(&scale.share(&choice.value)) == band);
    match (in_band.next(), in_band.next()) {
        (Some((choice, _)), None) => Worth::Choice(choice),
        _ => Worth::Band(band),
    }
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
            held_by: Vec::new(),
        });
    }
    found
}
