//! A level of a skill that the skill does not have: claimed for a person, or required by a role.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Place, Polarity, Rubric, Workspace};

pub(super) fn check(workspace: &Workspace, diagnostics: &mut Diagnostics) {
    for assessment in &workspace.assessments {
        let rubric = &workspace.rubrics[assessment.rubric];
        if let Some((level, place)) = assessment.claimed {
            diagnostics.extend(problem(rubric, level, place));
        }
    }
    for requirement in workspace.roles.iter().flat_map(|role| &role.requires) {
        if let Some(rubric) = workspace.rubric_of_skill(&requirement.skill) {
            let rubric = &workspace.rubrics[rubric];
            diagnostics.extend(problem(rubric, requirement.level, requirement.place));
        }
    }
}

/// What is wrong with a level below the lowest, or above the highest, that the skill describes.
fn problem(rubric: &Rubric, level: u32, place: Place) -> Option<Diagnostic> {
    let described = || {
        rubric
            .criteria
            .iter()
            .filter(|criterion| criterion.polarity == Polarity::Presence)
            .filter_map(|criterion| criterion.level)
    };
    let (lowest, highest) = (described().min()?, described().max()?);
    if (lowest..=highest).contains(&level) {
        return None;
    }
    let problem = Diagnostic::error(Code::LevelOutOfRange, place)
        .with("level", level)
        .with("skill", rubric.skill.as_ref().unwrap_or(&rubric.id))
        .with("lowest", lowest)
        .with("highest", highest);
    Some(problem.help("help"))
}
