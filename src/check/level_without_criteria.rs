//! A level that asks nothing of any dimension: it stands or falls with the next one that does. One dimension
//! may well leave a level empty; a whole rubric hardly means to.
//!
//! One above them all is told by `unreachable_level`, unless there are no levels to reach, only scores.

use super::outline::Outline;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Method;

pub(super) fn check(outline: &Outline<'_>, diagnostics: &mut Diagnostics) {
    let rubric = outline.rubric;
    let Some(top) = outline.top() else {
        return;
    };
    for number in outline.empty_levels() {
        let place = rubric
            .level(number)
            .map_or(rubric.place, |level| level.place);
        let problem = Diagnostic::warning(Code::LevelWithoutCriteria, place).with("level", number);
        if number < top {
            let above = outline.levels.range(number..);
            let next = above
                .filter(|(_, at_level)| !at_level.required.is_empty())
                .map(|(next, _)| *next)
                .next();
            diagnostics.push(problem.with("next", next.unwrap_or(top)).help("help"));
        } else if rubric.rules.level.method == Method::None {
            diagnostics.push(problem.with("top", top).help("help-top"));
        }
    }
}
