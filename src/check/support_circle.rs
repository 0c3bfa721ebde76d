//! Objectives that end up serving themselves, directly or through others.
//!
//! What serves what is told from the bottom to the top; in a circle there is no top, and the worst status below
//! an objective is also its own. Told once a circle, at the objective that comes first in the files. Circles
//! through several workspaces are for `okr tree` to find.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Workspace;
use crate::score::alignment::Member;
use crate::score::{Alignment, Scores};

/// Notes each circle.
pub(super) fn check(workspace: &Workspace, scores: &Scores, diagnostics: &mut Diagnostics) {
    let members = [Member::alone(workspace, scores)];
    let alignment = Alignment::of(&members);
    for circle in &alignment.circles {
        let nodes = || circle.iter().map(|node| &alignment.nodes[*node]);
        let mut names: Vec<String> = nodes().map(|node| node.name(&members)).collect();
        names.extend(names.first().cloned());
        let mut places = nodes().map(|node| node.objective_of(&members).place);
        let Some(first) = places.next() else {
            continue;
        };
        let help = match circle.len() {
            1 => "help-itself",
            _ => "help",
        };
        let problem = Diagnostic::warning(Code::SupportCircle, first)
            .with("count", circle.len())
            .with("circle", names.join(" → "))
            .help(help);
        diagnostics.push(places.fold(problem, |problem, place| problem.related(place, "through")));
    }
}
