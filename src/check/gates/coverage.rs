//! `coverage=90%`: of the latest assessment of each rubric, or of the one named, less is answered than asked for. What
//! is asked of a rubric by its name and has never been assessed is not covered at all.

use std::collections::BTreeSet;

use super::{Gate, SETTINGS};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Exact, Workspace};
use crate::score::Scores;

pub(super) fn check(
    gates: &[Gate],
    workspace: &Workspace,
    scores: &Scores,
    diagnostics: &mut Diagnostics,
) {
    let mut asked: BTreeSet<(usize, &Exact)> = BTreeSet::new();
    for gate in gates {
        let Gate::Coverage(named, least) = gate else {
            continue;
        };
        let rubrics = workspace.rubrics.iter().enumerate();
        let meant = rubrics.filter(|(index, rubric)| match named {
            Some(named) => rubric.id.as_str() == named,
            None => scores.latest_of(*index).is_some(),
        });
        asked.extend(meant.map(|(index, _)| (index, least)));
    }
    for (index, least) in asked {
        let score = scores.latest_of(index);
        let coverage = score.and_then(|score| score.whole.coverage.value());
        // Where nothing applies, nothing lacks an answer.
        if coverage.is_some_and(|coverage| coverage >= least)
            || (score.is_some() && coverage.is_none())
        {
            continue;
        }
        let place = match score {
            Some(score) => workspace.assessments[score.assessment()].place,
            None => SETTINGS,
        };
        diagnostics.push(
            Diagnostic::gate(Code::LowCoverage, place)
                .with("rubric", &workspace.rubrics[index].id)
                .with("answered_share", coverage.unwrap_or(&Exact::ZERO))
                .with("least_share", least)
                .with(
                    "what",
                    if score.is_some() {
                        "some"
                    } else {
                        "unassessed"
                    },
                )
                .help(if score.is_some() {
                    "help"
                } else {
                    "help-assess"
                }),
        );
    }
}
