//! Where the scale of scores begins and ends.

use super::trace::{Name, Term};
use crate::model::{Exact, Rubric};

/// The lowest score as a term.
pub(crate) fn base_term(rubric: &Rubric) -> Term {
    match ends_by_level(rubric).filter(|_| rubric.scores_along_levels()) {
        Some([base, _]) => base,
        None => end_of_answers(Name::Base, rubric, rubric.answer_range().0),
    }
}

/// The highest score as a term.
pub(crate) fn top_term(rubric: &Rubric) -> Term {
    match ends_by_level(rubric).filter(|_| rubric.scores_along_levels()) {
        Some([_, top]) => top,
        None => end_of_answers(Name::Top, rubric, rubric.answer_range().1),
    }
}

/// An end of the scale that the answers share. Only a scale of the rubric's own is written anywhere.
fn end_of_answers(name: Name, rubric: &Rubric, value: Exact) -> Term {
    match rubric.answer_scale().and_then(|scale| scale.place) {
        Some(place) => Term::written(name, &value, place),
        None => Term::fixed(name, value),
    }
}

/// Both ends of what the level of a KPI can be: those of the levels, whatever scale the scores run on.
#[must_use]
pub fn kpi_ends(rubric: &Rubric) -> [Term; 2] {
    ends_by_level(rubric).unwrap_or_else(|| [base_term(rubric), top_term(rubric)])
}

/// The level with nothing achieved, the floor, or one below the lowest level when there is none; and the top
/// level.
fn ends_by_level(rubric: &Rubric) -> Option<[Term; 2]> {
    let (lowest, top) = (rubric.levels.first()?, rubric.levels.last()?);
    let (base, place) = match rubric.floor {
        Some(floor) => (Exact::from(floor), rubric.rules.places.floor),
        None => (Exact::from(lowest.number) - Exact::ONE, lowest.place),
    };
    Some([
        Term::written(Name::Base, &base, place),
        Term::written(Name::Top, &Exact::from(top.number), top.place),
    ])
}

/// The score with nothing achieved: the floor, or one below the lowest level when there is none; the bottom of
/// the answers' scale where scores run on that.
#[must_use]
pub fn base(rubric: &Rubric) -> Exact {
    base_term(rubric).value.unwrap_or(Exact::ZERO)
}

/// The highest score: the top level, or the top of the answers' scale.
#[must_use]
pub fn top(rubric: &Rubric) -> Exact {
    top_term(rubric).value.unwrap_or(Exact::ONE)
}
