//! The value of a criterion: the weighted mean of its questions, and what missing answers do to it.

use crate::model::{
    Answer, Assessment, Criterion, Exact, Given, NotApplicable, Question, QuestionIndex, Rating,
    Rubric, Unanswered,
};

/// What is known about a question or a criterion. Four different things, and a fifth for a criterion
/// of which some questions are answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Every question that applies has a value.
    Answered,
    /// Some questions that apply have a value, others not.
    Partial,
    /// Somebody looked and could not tell.
    Unknown,
    /// Nobody answered.
    Unanswered,
    /// It does not apply.
    NotApplicable,
}

impl State {
    /// The state's name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            State::Answered => "answered",
            State::Partial => "partial",
            State::Unknown => "unknown",
            State::Unanswered => "unanswered",
            State::NotApplicable => "not_applicable",
        }
    }
}

/// One question with its answer's value.
#[derive(Debug, Clone)]
pub struct QuestionScore {
    /// What is known.
    pub state: State,
    /// The answer's value, 0 to 1; `None` unless answered.
    pub value: Option<Exact>,
}

/// A criterion's value and where it comes from.
#[derive(Debug, Clone)]
pub struct CriterionScore {
    /// v(c): the weighted mean of its questions' values, 0 to 1, with the rubric's policies for what is
    /// missing; `None` when nothing of it counts.
    pub value: Option<Exact>,
    /// Its value were every question without an answer at its worst.
    pub worst: Option<Exact>,
    /// Its value were every question without an answer at its best.
    pub best: Option<Exact>,
    /// What is known.
    pub state: State,
    /// Whether a missing answer keeps its level from passing.
    pub is_blocked: bool,
    /// The share of its applicable question weight that is answered; `None` when nothing applies.
    pub coverage: Option<Exact>,
    /// Its questions.
    pub questions: Vec<QuestionScore>,
}

impl CriterionScore {
    /// The value as far as anybody said something: what nobody answered counts in the scores as the rubric
    /// says, but has no value of its own to show.
    #[must_use]
    pub fn known_value(&self) -> Option<&Exact> {
        match self.state {
            State::Answered | State::Partial | State::NotApplicable => self.value.as_ref(),
            State::Unknown | State::Unanswered => None,
        }
    }

    /// The band of the value that is known.
    #[must_use]
    pub fn known_rating(&self) -> Option<Rating> {
        self.known_value().map(Rating::of)
    }

    /// The value for one of the three ways of filling gaps.
    #[must_use]
    pub fn filled(&self, fill: Fill) -> Option<&Exact> {
        match fill {
            Fill::ByRule => self.value.as_ref(),
            Fill::Worst => self.worst.as_ref(),
            Fill::Best => self.best.as_ref(),
        }
    }
}

/// How questions without an answer count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// As the rubric says.
    ByRule,
    /// Each as if it had the lowest value.
    Worst,
    /// Each as if it had the highest value.
    Best,
}

/// Values every criterion of an assessment. `by_kpi` gives the value of a question that a KPI answers.
pub(crate) fn score_all(
    rubric: &Rubric,
    assessment: &Assessment,
    by_kpi: &dyn Fn(&Question) -> Option<Exact>,
) -> Vec<CriterionScore> {
    rubric
        .criteria
        .iter()
        .map(|criterion| score(rubric, assessment, criterion, by_kpi))
        .collect()
}

fn score(
    rubric: &Rubric,
    assessment: &Assessment,
    criterion: &Criterion,
    by_kpi: &dyn Fn(&Question) -> Option<Exact>,
) -> CriterionScore {
    let questions: Vec<(&Question, QuestionScore)> = rubric
        .questions_of(criterion)
        .map(|(index, question)| {
            (
                question,
                question_score(rubric, assessment, index, question, by_kpi),
            )
        })
        .collect();
    let rule = &rubric.rules.level;
    let value = mean(rubric, &questions, Fill::ByRule);
    let counted = || {
        questions
            .iter()
            .filter(|(question, _)| !question.weight.is_zero())
    };
    let is_missing =
        |score: &QuestionScore| matches!(score.state, State::Unknown | State::Unanswered);
    let answered: Exact = weight_where(&questions, |score| score.state == State::Answered);
    let applicable: Exact = weight_where(&questions, |score| score.state != State::NotApplicable);
    CriterionScore {
        worst: mean(rubric, &questions, Fill::Worst),
        best: mean(rubric, &questions, Fill::Best),
        value,
        state: state(&questions),
        is_blocked: rule.unanswered == Unanswered::Blocks
            && counted().any(|(_, score)| is_missing(score)),
        coverage: answered.checked_div(&applicable),
        questions: questions.into_iter().map(|(_, score)| score).collect(),
    }
}

fn question_score(
    rubric: &Rubric,
    assessment: &Assessment,
    index: QuestionIndex,
    question: &Question,
    by_kpi: &dyn Fn(&Question) -> Option<Exact>,
) -> QuestionScore {
    if let Some(value) = by_kpi(question) {
        return QuestionScore {
            state: State::Answered,
            value: Some(value),
        };
    }
    let (state, value) = match assessment.answer(index) {
        None => (State::Unanswered, None),
        Some(answer) => given(rubric, question, answer),
    };
    QuestionScore { state, value }
}

fn given(rubric: &Rubric, question: &Question, answer: &Answer) -> (State, Option<Exact>) {
    let scale = &rubric.scales[question.scale];
    match &answer.given {
        Given::Choice(choice) => {
            let value = &scale.choices()[*choice].value;
            (State::Answered, Some(scale.share(value)))
        }
        Given::Number(number) => (State::Answered, Some(scale.share(number))),
        Given::Unknown => (State::Unknown, None),
        Given::NotApplicable(_) => (State::NotApplicable, None),
    }
}

fn weight_where(
    questions: &[(&Question, QuestionScore)],
    holds: impl Fn(&QuestionScore) -> bool,
) -> Exact {
    questions
        .iter()
        .filter(|(_, score)| holds(score))
        .map(|(question, _)| &question.weight)
        .sum()
}

/// Σ weight × value ÷ Σ weight, over the questions that count.
fn mean(rubric: &Rubric, questions: &[(&Question, QuestionScore)], fill: Fill) -> Option<Exact> {
    let rule = &rubric.rules.level;
    let mut total = Exact::ZERO;
    let mut weights = Exact::ZERO;
    for (question, score) in questions {
        let value = match score.state {
            State::NotApplicable => match rule.not_applicable {
                NotApplicable::Exclude => continue,
                NotApplicable::Zero => Exact::ZERO,
                NotApplicable::Full => Exact::ONE,
            },
            State::Unknown | State::Unanswered | State::Partial => match (fill, rule.unanswered) {
                (Fill::Best, _) => Exact::ONE,
                (Fill::ByRule, Unanswered::Exclude) => continue,
                (Fill::Worst, _) | (Fill::ByRule, Unanswered::Blocks | Unanswered::Zero) => {
                    Exact::ZERO
                }
            },
            State::Answered => score.value.clone().unwrap_or(Exact::ZERO),
        };
        total = total + &question.weight * &value;
        weights = weights + &question.weight;
    }
    total.checked_div(&weights)
}

fn state(questions: &[(&Question, QuestionScore)]) -> State {
    let has = |state: State| questions.iter().any(|(_, score)| score.state == state);
    let is_missing = has(State::Unknown) || has(State::Unanswered);
    match (has(State::Answered), is_missing) {
        (true, false) => State::Answered,
        (true, true) => State::Partial,
        (false, true) if has(State::Unknown) => State::Unknown,
        (false, true) => State::Unanswered,
        (false, false) => State::NotApplicable,
    }
}
