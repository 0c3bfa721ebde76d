//! Where several respondents stand apart, and who has not answered what.
//!
//! Combining answers hides that they differ: two who say *fully* and two who say *not* have the same median as
//! four who say *half*. So each question keeps its spread, and the widest on the weightiest questions are put
//! up for discussion; what counts in no figure, such as an absence, is talked about last. A question that the respondents have agreed on is settled; how far apart they were is
//! still told.

use std::collections::BTreeSet;

use super::answers::{QuestionScore, Sheet, State, value_of};
use super::trace::{Formula, Name, Term, Traced};
use crate::model::{
    Answer, Assessment, Criterion, Exact, Given, QuestionIndex, Rubric, Scale, Workspace,
};

/// What several respondents make of one assessment.
#[derive(Debug, Clone)]
pub struct Respondents {
    /// Each respondent, by name.
    pub people: Vec<Respondent>,
    /// The questions that they answer differently, by spread × weight, the largest first, and after them those
    /// that count in no figure; where that is the same, in the rubric's order.
    pub disagreements: Vec<Disagreement>,
    /// How many questions the respondents have agreed on.
    pub agreed: usize,
    /// For each question of the rubric, the position of the disagreement on it.
    by_question: Vec<Option<usize>>,
}

/// One respondent: which questions have which kind of answer. Their numbers add up to all questions that
/// people are asked: a question that a KPI's reading answers is not.
#[derive(Debug, Clone)]
pub struct Respondent {
    /// The position of the respondent's file among the workspace's assessments.
    pub file: usize,
    /// How many questions people are asked.
    pub asked: usize,
    /// How many have a value.
    pub answered: usize,
    /// Those that do not apply.
    pub not_applicable: Vec<QuestionIndex>,
    /// Those looked at without a result.
    pub unknown: Vec<QuestionIndex>,
    /// Those without an answer.
    pub unanswered: Vec<QuestionIndex>,
}

/// A question that respondents answer differently.
#[derive(Debug, Clone)]
pub struct Disagreement {
    /// The question.
    pub question: QuestionIndex,
    /// The highest value less the lowest; the whole scale, 1, where they disagree whether it applies at all.
    pub spread: Traced,
    /// The steps of the scale from the lowest choice to the highest, choices of one value being one step;
    /// `None` on a numeric scale, and where they disagree whether the question applies.
    pub choices_apart: Option<usize>,
    /// The criterion's weight times the question's share among its questions.
    pub weight: Traced,
    /// Whether they are so far apart that they should talk: two choices or more, the two ends of the scale,
    /// half of a numeric one, or no agreement whether the question applies.
    pub is_for_discussion: bool,
    /// What has settled it.
    pub settled: Option<Settled>,
}

/// What stands for a question, whatever the respondents say by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// What they agreed on.
    Agreed,
    /// The reading of the KPI at this position among the workspace's.
    Measured(usize),
}

impl Respondents {
    /// The disagreements that are still to be talked about.
    pub fn open(&self) -> impl Iterator<Item = &Disagreement> {
        self.disagreements.iter().filter(|own| own.is_open())
    }

    /// The disagreement on a question, if there is one.
    #[must_use]
    pub fn on(&self, question: QuestionIndex) -> Option<&Disagreement> {
        let position = self.by_question[question.0]?;
        self.disagreements.get(position)
    }
}

impl Disagreement {
    /// What the disagreement weighs.
    #[must_use]
    pub fn weight(&self) -> Exact {
        self.weight.value().cloned().unwrap_or(Exact::ZERO)
    }

    /// Whether it should be talked about, and nothing has settled it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.is_for_discussion && self.settled.is_none()
    }
}

/// What the respondents of an assessment make of it; `None` when it is a single file.
pub(crate) fn of(
    workspace: &Workspace,
    sheet: &Sheet,
    questions: &[QuestionScore],
) -> Option<Respondents> {
    if sheet.is_single() {
        return None;
    }
    let rubric = &workspace.rubrics[sheet.rubric];
    let has_agreed = |question| sheet.agreed(workspace, question).is_some();
    let people = sheet.respondents.iter().map(|file| {
        let answers = &workspace.assessments[*file];
        respondent(*file, answers, questions)
    });
    let steps: Vec<Vec<usize>> = rubric.scales.iter().map(steps_of).collect();
    let mut disagreements = Vec::new();
    for criterion in &rubric.criteria {
        for (question, _) in rubric.questions_of(criterion) {
            let measured = questions[question.0].kpi.map(Settled::Measured);
            let settled = measured.or(has_agreed(question).then_some(Settled::Agreed));
            let weight = Traced::of(weight(rubric, criterion, question));
            let answers = Answers::of(workspace, sheet, question);
            disagreements.extend(answers.disagreement(rubric, &steps, weight, settled));
        }
    }
    disagreements.sort_by_cached_key(|own: &Disagreement| {
        let spread = own.spread.value().cloned().unwrap_or(Exact::ZERO);
        let criterion = rubric.questions[own.question.0].criterion;
        let counts = rubric.criteria[criterion.0].is_scored();
        std::cmp::Reverse((counts, spread * own.weight()))
    });
    let mut by_question = vec![None; rubric.questions.len()];
    for (position, own) in disagreements.iter().enumerate() {
        by_question[own.question.0] = Some(position);
    }
    Some(Respondents {
        people: people.collect(),
        disagreements,
        agreed: (0..rubric.questions.len())
            .filter(|index| has_agreed(QuestionIndex(*index)))
            .count(),
        by_question,
    })
}

fn respondent(file: usize, answers: &Assessment, questions: &[QuestionScore]) -> Respondent {
    let mut own = Respondent {
        file,
        asked: 0,
        answered: 0,
        not_applicable: Vec::new(),
        unknown: Vec::new(),
        unanswered: Vec::new(),
    };
    for (index, score) in questions.iter().enumerate() {
        if score.kpi.is_some() {
            continue;
        }
        let question = QuestionIndex(index);
        own.asked += 1;
        match State::of(answers.answer(question)) {
            State::Answered | State::Partial => own.answered += 1,
            State::NotApplicable => own.not_applicable.push(question),
            State::Unknown => own.unknown.push(question),
            State::Unanswered => own.unanswered.push(question),
        }
    }
    own
}

/// For each choice of a scale, how many different values lie below its own.
fn steps_of(scale: &Scale) -> Vec<usize> {
    let values = || scale.choices().iter().map(|choice| &choice.value);
    let distinct: Vec<&Exact> = values().collect::<BTreeSet<_>>().into_iter().collect();
    values()
        .map(|value| distinct.partition_point(|below| *below < value))
        .collect()
}

/// The criterion's weight, times the question's share among its questions where it has several.
fn weight(rubric: &Rubric, criterion: &Criterion, question: QuestionIndex) -> Formula {
    let own = |question: QuestionIndex| {
        let definition = &rubric.questions[question.0];
        let name = Name::QuestionWeight(question);
        Term::written(name, &definition.weight, definition.place)
    };
    let name = Name::CriterionWeight(rubric.questions[question.0].criterion);
    let place = criterion.place.unless_elsewhere(criterion.weight_place);
    let weight = Term::written(name, &criterion.weight, place);
    let all = rubric.questions_of(criterion);
    let all: Vec<Formula> = all.map(|(index, _)| own(index).into()).collect();
    if all.len() == 1 {
        return weight.into();
    }
    let share = Formula::over(own(question), Formula::Sum(all));
    if share.value().is_none() {
        // Questions without any weight have no shares.
        return Term::fixed(Name::Zero, Exact::ZERO).into();
    }
    Formula::times(weight, share)
}

/// What the respondents say about one question, each by themselves.
struct Answers<'w> {
    question: QuestionIndex,
    /// Each with the position of its file.
    all: Vec<(usize, &'w Answer)>,
}

impl<'w> Answers<'w> {
    fn of(workspace: &'w Workspace, sheet: &Sheet, question: QuestionIndex) -> Answers<'w> {
        let given = |file: &usize| Some((*file, workspace.assessments[*file].answer(question)?));
        Answers {
            question,
            all: sheet.respondents.iter().filter_map(given).collect(),
        }
    }

    fn disagreement(
        &self,
        rubric: &Rubric,
        steps: &[Vec<usize>],
        weight: Traced,
        settled: Option<Settled>,
    ) -> Option<Disagreement> {
        let values = self.values(rubric);
        let is_denied = |(_, answer): &(usize, &Answer)| {
            // Whoever could not tell says nothing on whether the question applies.
            matches!(answer.given, Given::NotApplicable(_))
        };
        let is_about_applying = !values.is_empty() && self.all.iter().any(is_denied);
        let spread = if is_about_applying {
            Traced::of(Term::fixed(Name::One, Exact::ONE).into())
        } else {
            let lowest = Formula::Lowest(values.clone());
            Traced::of(Formula::less(Formula::Highest(values), lowest))
        };
        let width = spread.value().filter(|spread| !spread.is_zero())?;
        let steps = &steps[rubric.questions[self.question.0].scale];
        let choices_apart = self.choices_apart(steps).filter(|_| !is_about_applying);
        let is_wide = match choices_apart {
            Some(apart) => apart >= 2 || Some(&apart) == steps.iter().max(),
            None => *width >= Exact::ratio(1, 2),
        };
        Some(Disagreement {
            question: self.question,
            choices_apart,
            weight,
            is_for_discussion: is_wide,
            settled,
            spread,
        })
    }

    fn values(&self, rubric: &Rubric) -> Vec<Formula> {
        let term = |(file, answer): &(usize, &Answer)| {
            let value = value_of(rubric, self.question, answer)?;
            let name = Name::Respondent(self.question, *file);
            Some(Term::written(name, &value, answer.place).into())
        };
        self.all.iter().filter_map(term).collect()
    }

    fn choices_apart(&self, steps: &[usize]) -> Option<usize> {
        let chosen = self
            .all
            .iter()
            .filter_map(|(_, answer)| match answer.given {
                Given::Choice(choice) => Some(steps[choice]),
                Given::Number(_) | Given::Unknown | Given::NotApplicable(_) => None,
            });
        let (lowest, highest) = (chosen.clone().min()?, chosen.max()?);
        Some(highest - lowest)
    }
}
