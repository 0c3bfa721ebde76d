//! How near an assessment is to what is aimed at.

use super::assessment::AssessmentScore;
use super::trace::Fill;
use super::trace::{Formula, Name, ScopeRef, Term, Traced};
use crate::model::{Exact, LevelTarget, Place};

/// A scope with the level that it is to reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Goal {
    /// The whole, or a dimension.
    pub scope: ScopeRef,
    /// The level's number.
    pub level: u32,
    /// Where the level is written; `None` for one asked for on the command line.
    pub place: Option<Place>,
}

/// The profile that a target asks for: the whole, if it has a target, then the dimensions with one of their
/// own.
#[must_use]
pub fn profile(target: &LevelTarget) -> Vec<Goal> {
    let whole = target.level.map(|level| Goal {
        scope: None,
        level,
        place: target.place,
    });
    let dimensions = target.dimensions.iter().map(|own| Goal {
        scope: Some(own.dimension),
        level: own.level,
        place: own.place,
    });
    whole.into_iter().chain(dimensions).collect()
}

/// The share of a profile that is reached: 1 − Σ max(target − current, 0) ÷ Σ target, without credit for
/// going beyond. Of a profile with dimensions, these are what is measured, each once; the whole is, where it is
/// all there is. None of an empty profile.
///
/// What is current is the practice score, which moves before the level does. Where bands of the score make
/// levels, the target is the score at which the level begins.
#[must_use]
pub fn percent_to_target(score: &AssessmentScore, profile: &[Goal]) -> Traced {
    let level = |goal: &Goal| {
        if let Some(banding) = &score.scope(goal.scope).banding {
            return banding.beginning(goal.level).clone();
        }
        let (name, value) = (Name::TargetLevel(goal.scope), Exact::from(goal.level));
        match goal.place {
            Some(place) => Term::written(name, &value, place),
            None => Term::fixed(name, value),
        }
    };
    let has_dimensions = profile.iter().any(|goal| goal.scope.is_some());
    let is_measured = |goal: &&Goal| !has_dimensions || goal.scope.is_some();
    let measured = || profile.iter().filter(is_measured);
    let lacking = measured().map(|goal| {
        let practice = &score.scope(goal.scope).practice;
        // Where nothing counts yet, all of it is lacking.
        let current = match practice.value() {
            Some(_) => practice.named(Name::Practice(goal.scope, Fill::ByRule)),
            None => Term::fixed(Name::Practice(goal.scope, Fill::ByRule), Exact::ZERO),
        };
        let zero = Term::fixed(Name::Zero, Exact::ZERO).into();
        Formula::Highest(vec![Formula::less(level(goal), current), zero])
    });
    let lacking = Formula::Sum(lacking.collect());
    let wanted = Formula::Sum(measured().map(|goal| level(goal).into()).collect());
    if wanted.value().is_some_and(|wanted| wanted.is_negative()) {
        // Bands may begin below zero, where there is no share of a way.
        return Traced::of(Term::none(Name::TargetLevel(None)).into());
    }
    Traced::of(Formula::less(
        Term::fixed(Name::One, Exact::ONE),
        Formula::over(lacking, wanted),
    ))
}
