//! The latest assessment answers less than half of what the one before it did. What is not answered counts as not in
//! place, so its level and index fall although nothing in the organisation need have changed: most often somebody began a
//! new file and answered what is new alone.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Workspace;
use crate::score::{AssessmentScore, Scores};

pub(super) fn check(workspace: &Workspace, scores: &Scores, diagnostics: &mut Diagnostics) {
    let place = |score: &AssessmentScore| workspace.assessments[score.assessment()].place;
    for (latest, before) in scores.latest() {
        let Some(before) = before else { continue };
        let (now, then) = (latest.whole.coverage.value(), before.whole.coverage.value());
        let (Some(now), Some(then)) = (now, then) else {
            continue;
        };
        if now + now < *then {
            diagnostics.push(
                Diagnostic::warning(Code::CoverageFell, place(latest))
                    .with("now_share", now)
                    .with("before_share", then)
                    .with("rubric", &workspace.rubrics[latest.rubric].id)
                    .related(place(before), "before")
                    .help("help"),
            );
        }
    }
}
