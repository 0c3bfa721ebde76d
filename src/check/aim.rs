//! Targets beside what is held.

use std::collections::HashMap;

use crate::model::{Assessment, LevelTarget, Method, Place, Rubric, Scope, Workspace};
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
    /// Whether the rubric gives a level to the whole (`Scope::Rubric`) or to dimensions.
    fn has_level(&self, scope: Scope) -> bool {
        let rule = &self.rubric.rules.level;
        rule.method != Method::None && [Scope::All, scope].contains(&rule.scope)
    }

    /// Each level aimed at, with the place where it is written and the level held; none of a scope to which
    /// the rubric gives no level.
    pub(super) fn levels(&self) -> Vec<(u32, Place, Option<u32>)> {
        let mut levels = Vec::new();
        if self.has_level(Scope::Rubric) {
            let whole = self.target.level.zip(self.target.place);
            levels.extend(whole.map(|(level, place)| (level, place, self.score.whole.level)));
        }
        if self.has_level(Scope::Dimensions) {
            let dimensions = self.target.dimensions.iter();
            levels.extend(dimensions.filter_map(|target| {
                let held = self.score.dimensions[target.dimension.0].level;
                Some((target.level, target.place?, held))
            }));
        }
        levels
    }
}
