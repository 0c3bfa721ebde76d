//! How near an assessment is to what is aimed at.

use super::assessment::{AssessmentScore, ScopeScore};
use crate::model::{Exact, LevelTarget};

/// The share of a target profile that is reached: 1 − Σ max(target − current, 0) ÷ Σ target, without
/// credit for going beyond.
///
/// The profile is that of the dimensions with a target of their own; where none has one, it is the level
/// of the whole. What is current is the practice score, which moves before the level does. `None` when
/// nothing is aimed at.
#[must_use]
pub fn percent_to_target(score: &AssessmentScore, target: &LevelTarget) -> Option<Exact> {
    let mut profile: Vec<(u32, &ScopeScore)> = target
        .dimensions
        .iter()
        .map(|target| (target.level, &score.dimensions[target.dimension.0]))
        .collect();
    if profile.is_empty() {
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
    match &scope.practice {
        Some(practice) => practice.value.clone(),
        None => Exact::ZERO,
    }
}
