//! Check-ins dated after the day whose figures their cycle was closed with: nothing looks at them any more.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Workspace;

/// Notes them, where the closing was written before they could count.
pub(super) fn check(workspace: &Workspace, diagnostics: &mut Diagnostics) {
    for cycle in &workspace.cycles {
        let Some(closing) = &cycle.closing else {
            continue;
        };
        for check_in in &cycle.check_ins {
            if check_in.date > closing.closed {
                let problem = Diagnostic::warning(Code::CheckInAfterClose, check_in.place)
                    .with("cycle", &cycle.id)
                    .with("closed", closing.closed);
                diagnostics.push(problem.help("help").related(closing.place, "closed"));
            }
        }
    }
}
