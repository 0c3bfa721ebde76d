//! A criterion that describes a lack, at a level that must be earned: it looks like a requirement of the
//! level, and never is one. It belongs at the floor, or should say what is to be there instead.

use super::outline::Outline;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

pub(super) fn check(outline: &Outline<'_>, diagnostics: &mut Diagnostics) {
    let rubric = outline.rubric;
    let floor = rubric.floor.filter(|floor| rubric.level(*floor).is_some());
    for (number, at_level) in &outline.levels {
        let others = if at_level.required.is_empty() {
            "none"
        } else {
            "some"
        };
        for criterion in &at_level.absences {
            let problem = Diagnostic::warning(Code::AbsenceAboveFloor, criterion.place)
                .with("level", number)
                .with("others", others);
            diagnostics.push(match floor {
                Some(floor) => problem.with("floor", floor).help("help-floor"),
                None => problem.help("help"),
            });
        }
    }
}
