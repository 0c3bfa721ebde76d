//! A target above the highest level that its dimension defines: the dimension can never hold it.

use super::outline::{Outline, earned_level};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Rubric, Workspace};

pub(super) fn check(workspace: &Workspace, diagnostics: &mut Diagnostics) {
    for aim in &workspace.settings.targets {
        if aim.dimensions.is_empty() {
            continue;
        }
        let rubric = &workspace.rubrics[aim.rubric];
        if Outline::new(rubric).has_misplaced() {
            continue; // Its criterion may have lost its level, and `uncounted_criterion` says so.
        }
        let tops = tops(rubric);
        for target in &aim.dimensions {
            // Where no criterion names a level, the score spans them all.
            let top = tops[target.dimension.0].filter(|top| target.level > *top);
            if let Some((top, place)) = top.zip(target.place) {
                diagnostics.push(
                    Diagnostic::warning(Code::UnreachableTarget, place)
                        .with("target", target.level)
                        .with("dimension", &rubric.dimension(target.dimension).id)
                        .with("top", top)
                        .help("help"),
                );
            }
        }
    }
}

/// For each dimension, the highest level that it or one below it asks anything for.
fn tops(rubric: &Rubric) -> Vec<Option<u32>> {
    let mut tops = vec![None; rubric.dimensions.len()];
    for criterion in rubric.criteria.iter().filter(|own| own.is_scored()) {
        let level = earned_level(rubric, criterion);
        let top = &mut tops[criterion.dimension.0];
        *top = level.max(*top);
    }
    // Parents stand before their children.
    for (index, dimension) in rubric.dimensions.iter().enumerate().rev() {
        if let Some(parent) = dimension.parent {
            tops[parent.0] = tops[index].max(tops[parent.0]);
        }
    }
    tops
}
