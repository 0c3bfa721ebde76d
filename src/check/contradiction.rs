//! Two answers that cannot both hold: one of them is wrong, and a figure rests on it.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Workspace;
use crate::score::Scores;
use crate::score::contradiction::contradictions;

pub(super) fn check(workspace: &Workspace, _scores: &Scores, diagnostics: &mut Diagnostics) {
    for assessment in &workspace.assessments {
        let rubric = &workspace.rubrics[assessment.rubric];
        for (one, other) in contradictions(rubric, assessment) {
            let places = (assessment.answer(one), assessment.answer(other));
            if let (Some(own), Some(against)) = places {
                let problem = Diagnostic::warning(Code::Contradiction, own.place)
                    .with("one", &rubric.questions[one.0].key)
                    .with("other", &rubric.questions[other.0].key)
                    .related(against.place, "other");
                diagnostics.push(problem.help("help"));
            }
        }
    }
}
