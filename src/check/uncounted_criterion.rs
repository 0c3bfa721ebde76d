//! A criterion that is answered and never counts: at a level held with nothing satisfied, without a level
//! among others that have one, or beside the dimensions that its own dimension's score is made of.

use super::outline::{Outline, Uncounted};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

pub(super) fn check(outline: &Outline<'_>, diagnostics: &mut Diagnostics) {
    let rubric = outline.rubric;
    for (index, why) in &outline.uncounted {
        let criterion = &rubric.criteria[index.0];
        let problem = Diagnostic::warning(Code::UncountedCriterion, criterion.place);
        diagnostics.push(match why {
            Uncounted::AtFloor => problem
                .with("why", "floor")
                .with("level", criterion.level.unwrap_or_default())
                .help("help-floor"),
            Uncounted::NoLevel => problem.with("why", "no-level").help("help-level"),
            Uncounted::Aggregated => problem
                .with("why", "aggregate")
                .with("dimension", &rubric.dimension(criterion.dimension).id)
                .help("help-aggregate"),
        });
    }
}
