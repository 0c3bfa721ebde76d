//! Commitments that were missed, of which the closing does not say what was learned.
//!
//! A committed objective needs a grade of 1.0. Below that its retrospective is asked for: on the objective, or on
//! each key result that fell short.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Workspace;
use crate::score::Scores;

/// Notes each missed commitment without one.
pub(super) fn check(workspace: &Workspace, scores: &Scores, diagnostics: &mut Diagnostics) {
    for (cycle, score) in workspace.cycles.iter().zip(&scores.cycles) {
        let closing = cycle.closing.as_ref().filter(|_| score.is_closed);
        let closed = closing.map_or(&[][..], |own| &own.objectives);
        for (objective, closed) in cycle.objectives.iter().zip(closed) {
            if let Some(closed) = closed
                && closed.owes_retrospective(objective)
            {
                let grade = closed
                    .grade
                    .as_ref()
                    .map_or("–".to_owned(), |own| own.rounded(1));
                let problem = Diagnostic::warning(Code::NoRetrospective, closed.place)
                    .with("id", &objective.id)
                    .with("cycle", &cycle.id)
                    .with("grade_figure", grade);
                diagnostics.push(problem.help("help"));
            }
        }
    }
}
