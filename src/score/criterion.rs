//! The value of a criterion: the weighted mean of its questions, and what missing answers do to it.

use super::answers::{QuestionScore, State};
use super::trace::{Fill, Formula, Name, Term, Traced, Weighted};
use crate::model::{
    Criterion, CriterionIndex, Exact, NotApplicable, Question, QuestionIndex, Rating, Rubric,
    Scale, Unanswered,
};

/// A criterion's value and where it comes from.
#[derive(Debug, Clone)]
pub struct CriterionScore {
    /// v(c): the weighted mean of its questions' values, 0 to 1, with the rubric's policies for what is
    /// missing; none when nothing of it counts.
    pub value: Traced,
    /// Its value were every question without an answer at its worst, and at its best; `None` when nothing
    /// is missing.
    pub gaps: Option<Box<(Traced, Traced)>>,
    /// Its value with everything that applies achieved: below 1 where what does not apply counts as zero.
    /// `None` when that keeps no criterion of the rubric below 1.
    pub achieved: Option<Box<Traced>>,
    /// What is known.
    pub state: State,
    /// Whether a missing answer keeps its level from passing.
    pub is_blocked: bool,
    /// The share of its applicable question weight that is answered; none when nothing applies.
    pub coverage: Traced,
}

impl CriterionScore {
    /// The value as far as anybody said something: what nobody answered counts in the scores as the rubric
    /// says, but has no value of its own to show.
    #[must_use]
    pub fn known_value(&self) -> Option<&Exact> {
        match self.state {
            State::Answered | State::Partial | State::NotApplicable => self.value.value(),
            State::Unknown | State::Unanswered => None,
        }
    }

    /// The band of the value that is known.
    #[must_use]
    pub fn known_rating(&self) -> Option<Rating> {
        self.known_value().map(Rating::of)
    }

    /// The value for one way of filling gaps.
    #[must_use]
    pub fn filled(&self, fill: Fill) -> &Traced {
        match (fill, &self.gaps, &self.achieved) {
            (Fill::Worst, Some(gaps), _) => &gaps.0,
            (Fill::Best, Some(gaps), _) => &gaps.1,
            (Fill::Achieved, _, Some(achieved)) => achieved,
            (Fill::ByRule, ..)
            | (Fill::Worst | Fill::Best, None, _)
            | (Fill::Achieved, _, None) => &self.value,
        }
    }

    /// As it would be if what is missing were answered that way.
    #[must_use]
    pub(crate) fn as_filled(&self, fill: Fill) -> CriterionScore {
        CriterionScore {
            value: self.filled(fill).clone(),
            gaps: None,
            is_blocked: false,
            ..self.clone()
        }
    }
}

/// Values every criterion of a rubric.
pub(crate) fn score_all(rubric: &Rubric, questions: &[QuestionScore]) -> Vec<CriterionScore> {
    let mut scores: Vec<CriterionScore> = (0..rubric.criteria.len())
        .map(|index| score(rubric, CriterionIndex(index), questions))
        .collect();
    if falls_short(rubric, questions) {
        for (criterion, score) in rubric.criteria.iter().zip(&mut scores) {
            score.achieved = Some(Box::new(achieved(rubric, criterion, questions, score)));
        }
    }
    scores
}

/// Whether not everything can be achieved: something does not apply that counts as zero, or the best answer to
/// a question is not the end of its scale.
fn falls_short(rubric: &Rubric, questions: &[QuestionScore]) -> bool {
    let counts_as_zero = rubric.rules.level.not_applicable == NotApplicable::Zero;
    (counts_as_zero
        && questions
            .iter()
            .any(|question| question.state == State::NotApplicable))
        || rubric.scales.iter().any(Scale::ends_above_its_choices)
}

/// What the score leaves out, its maximum leaves out as well: else more could be reached than it allows.
fn achieved(
    rubric: &Rubric,
    criterion: &Criterion,
    questions: &[QuestionScore],
    score: &CriterionScore,
) -> Traced {
    if score.value.value().is_none() {
        return score.value.clone();
    }
    let own = Own::of(rubric, criterion, questions);
    Traced::of(mean(rubric, own, Fill::Achieved))
}

/// Values one criterion.
pub(crate) fn score(
    rubric: &Rubric,
    index: CriterionIndex,
    questions: &[QuestionScore],
) -> CriterionScore {
    let own = Own::of(rubric, &rubric.criteria[index.0], questions);
    let is_missing = own.any(|_, state| state.is_missing());
    let blocks =
        |question: &Question, state: State| state.is_missing() && !question.weight.is_zero();
    let value = |fill| Traced::of(mean(rubric, own, fill));
    CriterionScore {
        value: value(Fill::ByRule),
        gaps: is_missing.then(|| Box::new((value(Fill::Worst), value(Fill::Best)))),
        achieved: None,
        state: state(own),
        is_blocked: rubric.rules.level.unanswered == Unanswered::Blocks && own.any(blocks),
        coverage: coverage(index, own),
    }
}

/// The questions of a criterion with what stands for each.
#[derive(Clone, Copy)]
struct Own<'r> {
    first: usize,
    questions: &'r [Question],
    scores: &'r [QuestionScore],
}

impl<'r> Own<'r> {
    fn of(rubric: &'r Rubric, criterion: &Criterion, scores: &'r [QuestionScore]) -> Own<'r> {
        let range = criterion.questions.clone();
        Own {
            first: range.start,
            questions: &rubric.questions[range.clone()],
            scores: &scores[range],
        }
    }

    fn iter(self) -> impl Iterator<Item = (QuestionIndex, &'r Question, &'r QuestionScore)> {
        let own = self.questions.iter().zip(self.scores);
        let indexed = (self.first..).map(QuestionIndex).zip(own);
        indexed.map(|(index, (question, score))| (index, question, score))
    }

    fn any(self, holds: impl Fn(&Question, State) -> bool) -> bool {
        self.iter()
            .any(|(_, question, score)| holds(question, score.state))
    }
}

/// Σ weight × value ÷ Σ weight, over the questions that count.
fn mean(rubric: &Rubric, own: Own<'_>, fill: Fill) -> Formula {
    let rule = &rubric.rules.level;
    let mut parts = Vec::with_capacity(own.questions.len());
    for (index, question, score) in own.iter() {
        let assumed = |value: Exact| Term::fixed(Name::Question(index), value);
        let reach = || reach(rubric, question);
        let term = match score.state {
            State::NotApplicable => match rule.not_applicable {
                NotApplicable::Exclude => continue,
                NotApplicable::Zero => assumed(Exact::ZERO),
                NotApplicable::Full => assumed(Exact::ONE),
            },
            State::Unknown | State::Unanswered | State::Partial => match (fill, rule.unanswered) {
                (Fill::Best | Fill::Achieved, _) => assumed(reach().1),
                (Fill::Worst, _) => assumed(reach().0),
                (Fill::ByRule, Unanswered::Exclude) => continue,
                (Fill::ByRule, Unanswered::Blocks | Unanswered::Zero) => assumed(Exact::ZERO),
            },
            State::Answered if fill == Fill::Achieved => assumed(reach().1),
            State::Answered => score.term.clone(),
        };
        parts.push(Weighted::new(&question.weight, term));
    }
    Formula::Mean(parts)
}

/// The least and the most that a question can be worth: what its scale offers; of a KPI's level, everything.
fn reach(rubric: &Rubric, question: &Question) -> (Exact, Exact) {
    match question.kpi {
        Some(_) => (Exact::ZERO, Exact::ONE),
        None => rubric.scales[question.scale].reach(),
    }
}

/// Answered ÷ applicable question weight.
fn coverage(criterion: CriterionIndex, own: Own<'_>) -> Traced {
    let weight_where = |holds: &dyn Fn(State) -> bool| -> Exact {
        own.iter()
            .filter(|(.., score)| holds(score.state))
            .map(|(_, question, _)| &question.weight)
            .sum()
    };
    let answered = weight_where(&|state| state == State::Answered);
    let applicable = weight_where(&|state| state != State::NotApplicable);
    Traced::of(Formula::over(
        Term::fixed(Name::AnsweredWeight(criterion), answered),
        Term::fixed(Name::ApplicableWeight(criterion), applicable),
    ))
}

fn state(own: Own<'_>) -> State {
    let has = |state: State| own.any(|_, other| other == state);
    let is_missing = has(State::Unknown) || has(State::Unanswered);
    match (has(State::Answered), is_missing) {
        (true, false) => State::Answered,
        (true, true) => State::Partial,
        (false, true) if has(State::Unknown) => State::Unknown,
        (false, true) => State::Unanswered,
        (false, false) => State::NotApplicable,
    }
}
