//! Model to diagnostics: what can be read and is doubtful all the same. One rule a file.

mod contradiction;

use crate::diagnostic::Diagnostics;
use crate::model::Workspace;

/// Notes everything doubtful in a workspace.
pub fn workspace(workspace: &Workspace, diagnostics: &mut Diagnostics) {
    contradiction::check(workspace, diagnostics);
}
