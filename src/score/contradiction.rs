//! Answers that cannot both hold.
//!
//! A rubric declares which questions exclude each other, such as "nobody measures" and "decisions rest on
//! figures". Two of them contradict each other when both are answered as largely true or more: a lack may
//! well stand beside something that is partly in place.

use crate::model::{Assessment, Exact, Given, QuestionIndex, Rating, Rubric};

/// Pairs of questions whose answers exclude each other, the one that declares it first, each pair once.
#[must_use]
pub fn contradictions(
    rubric: &Rubric,
    assessment: &Assessment,
) -> Vec<(QuestionIndex, QuestionIndex)> {
    let holds = |question: QuestionIndex| {
        value(rubric, assessment, question)
            .is_some_and(|value| Rating::of(&value) >= Rating::Largely)
    };
    let mut found: Vec<(QuestionIndex, QuestionIndex)> = Vec::new();
    for (index, question) in rubric.questions.iter().enumerate() {
        let own = QuestionIndex(index);
        for other in &question.conflicts_with {
            if holds(own) && holds(*other) && !found.contains(&(*other, own)) {
                found.push((own, *other));
            }
        }
    }
    found
}

/// An answer's value, 0 to 1; `None` when there is none.
fn value(rubric: &Rubric, assessment: &Assessment, question: QuestionIndex) -> Option<Exact> {
    let scale = &rubric.scales[rubric.questions[question.0].scale];
    match &assessment.answer(question)?.given {
        Given::Choice(choice) => Some(scale.share(&scale.choices()[*choice].value)),
        Given::Number(number) => Some(scale.share(number)),
        Given::Unknown | Given::NotApplicable(_) => None,
    }
}
