//! A rule that any answers satisfy: a share of nothing, a threshold of zero, a floor with no level above it.
//! Everybody would hold the highest level.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Exact, Method, Place, Quantifier, Rubric, Threshold};

pub(super) fn check(rubric: &Rubric, diagnostics: &mut Diagnostics) {
    let Some(highest) = rubric.levels.last() else {
        return; // That nothing uses the rule is told by `unused_rule`.
    };
    let mut note = |place: Option<Place>, what: &'static str, help: &'static str| {
        if let Some(place) = place {
            let problem = Diagnostic::warning(Code::AsksNothing, place).with("what", what);
            diagnostics.push(problem.help(help));
        }
    };
    let (rule, places) = (&rubric.rules.level, &rubric.rules.places.parts);
    let is_nothing = |threshold: &Threshold| *threshold == Threshold::Value(Exact::ZERO);
    if !rubric.is_above_floor(highest.number) {
        note(rubric.floor_place, "floor", "help-floor");
    }
    if matches!(rule.method, Method::Banded(_) | Method::None) {
        return;
    }
    if rule.quantifier == Quantifier::Share(Exact::ZERO) {
        note(places.quantifier, "share", "help-share");
    }
    if is_nothing(&rule.met_at) {
        note(places.met_at, "met-at", "help-met-at");
    }
    if rule.method == Method::Cumulative && is_nothing(&rule.lower_met_at) {
        note(places.lower_met_at, "met-at", "help-met-at");
    }
}
