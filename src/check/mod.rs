//! Model to diagnostics: what can be read and is doubtful all the same. One rule a file.

mod contradiction;

use crate::diagnostic::Diagnostics;
use crate::model::Workspace;
use crate::score::Scores;

/// Notes everything doubtful in a workspace, whose figures are `scores`.
pub fn workspace(workspace: &Workspace, scores: &Scores, diagnostics: &mut Diagnostics) {
    contradiction::check(workspace, scores, diagnostics);
}
