//! How near an assessment is to what is aimed at.

use super::assessment::{AssessmentScore, ScopeScore};
use crate::model::{Exact, LevelTarget, Rubric};

/// The share of a target profile that is reached: 1 − Σ max(target − current, 0) ÷ Σ target, without
/// credit for going beyond.
///
/// The profile is that of the outermost dimensions, each with its own target or else the target of the
/// whole, and of inner dimensions with a target of their own; without dimensions it is the whole alone.
/// What is current is the level; the practice score where the rubric gives none. `None` when nothing is
/// aimed at.
#[must_use]
pub fn percent_to_target(
    rubric: &Rubric,
    score: &AssessmentScore,
    target: &LevelTarget,
) -> Option<Exact> {
    let mut profile: Vec<(u32, &ScopeScore)> = Vec::new();
    for (position, dimension) in rubric.dimensions.iter().enumerate() {
        let own = target
            .dimensions
            .iter()
            .find(|(index, _)| index.0 == position)
            .map(|(_, level)| *level);
        let inherited = target.level.filter(|_| dimension.parent.is_none());
        profile.extend(
            own.or(inherited)
                .map(|level| (level, &score.dimensions[position])),
        );
    }
    if rubric.dimensions.is_empty() {
        profile.extend(target.level.map(|level| (level, &score.whole)));
    }
    let wanted: Exact = profile.iter().map(|(level, _)| Exact::from(*level)).sum();
    let lacking: Exact = profile
        .iter()
        .map(|(level, scope)| (Exact::from(*level) - current(scope)).max_with(&Exact::ZERO))
        .sum();
    Some(Exact::ONE - lacking.checked_div(&wanted)?)
}

fn current(scope: &ScopeScore) -> Exact {
    match (scope.level, &scope.practice) {
        (Some(level), _) => Exact::from(level),
        (None, Some(practice)) => practice.value.clone(),
        (None, None) => Exact::ZERO,
    }
}
