//! Targets beside what is held.

use std::collections::HashMap;

use crate::model::{Assessment, LevelTarget, Place, Rubric, Scope, Workspace};
use crate::score::{AssessmentScore, Scores};

/// What is aimed at with one rubric, beside its latest assessment.
pub(super) struct Aim<'w> {
    pub(super) target: &'w LevelTarget,
    rubric: &'w Rubric,
    pub(super) assessment: &'w Assessment,
    score: &'w AssessmentScore,
}

/// Everything that is aimed at, of what has been assessed.
pub(super) fn aims<'w>(workspace: &'w Workspace, scores: &'w Scores) -> Vec<Aim<'w>> {
    let latest: HashMap<usize, &AssessmentScore> = scores
        .latest()
        .map(|(score, _)| (score.rubric, score))
        .collect();
    let targets = workspace.settings.targets.iter();
    targets
        .filter_map(|target| {
            let score = *latest.get(&target.rubric)?;
            Some(Aim {
                target,
                rubric: &workspace.rubrics[target.rubric],
                assessment: &workspace.assessments[score.assessment()],
                score,
            })
        })
        .collect()
}

impl Aim<'_> {
    /// Each level aimed at, with the place where it is written and the level held; none of a scope to which
    /// the rubric gives no level.
    pub(super) fn levels(&self) -> Vec<(u32, Place, Option<u32>)> {
        let mut levels = Vec::new();
        if self.rubric.gives_level(Scope::Rubric) {
            let whole = self.target.level.zip(self.target.place);
            levels.extend(whole.map(|(level, place)| (level, place, self.score.whole.level)));
        }
        if self.rubric.gives_level(Scope::Dimensions) {
            let dimensions = self.target.dimensions.iter();
            levels.extend(dimensions.filter_map(|target| {
                let held = self.score.dimensions[target.dimension.0].level;
                Some((target.level, target.place?, held))
            }));
        }
        levels
    }
}
