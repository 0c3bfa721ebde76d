//! What cannot hold together: an answer is wrong, or nothing shows it, and a figure rests on it.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Workspace;
use crate::score::{Against, AssessmentScore, Contradiction, Scores};

pub(super) fn check(workspace: &Workspace, scores: &Scores, diagnostics: &mut Diagnostics) {
    for score in &scores.assessments {
        for own in &score.contradictions {
            diagnostics.extend(problem(workspace, scores, score, own));
        }
    }
}

/// The problem at the first answer to the question; `None` when nobody wrote one.
fn problem(
    workspace: &Workspace,
    scores: &Scores,
    score: &AssessmentScore,
    own: &Contradiction,
) -> Option<Diagnostic> {
    let rubric = &workspace.rubrics[score.rubric];
    let question = &rubric.questions[own.question.0];
    let (_, answer) = score.sheet.answers(workspace, own.question).next()?;
    let warning = |code| Diagnostic::warning(code, answer.place).with("one", &question.key);
    let contradiction = |other: &dyn std::fmt::Display| {
        warning(Code::Contradiction)
            .with("other", other)
            .with("kind", own.against.kind())
    };
    Some(match own.against {
        Against::Question(other) => {
            let (_, against) = score.sheet.answers(workspace, other).next()?;
            contradiction(&rubric.questions[other.0].key)
                .related(against.place, "other")
                .help("help")
        }
        Against::Presence(criterion) => {
            let criterion = &rubric.criteria[criterion.0];
            let against = rubric
                .questions_of(criterion)
                .find_map(|(index, _)| score.sheet.answers(workspace, index).next());
            let problem = contradiction(&criterion.id).help("help");
            match against {
                Some((_, against)) => problem.related(against.place, "other"),
                None => problem,
            }
        }
        Against::Kpi(kpi) => {
            let problem = contradiction(&workspace.kpis[kpi].id).help("help-kpi");
            let latest = scores.series[kpi].until(score.day).last();
            let reading = latest.and_then(|point| point.readings.first());
            match reading {
                Some(reading) => problem.related(workspace.readings[*reading].place, "other"),
                None => problem,
            }
        }
        Against::MissingEvidence => warning(Code::MissingEvidence).help("help"),
        Against::StaleEvidence => warning(Code::StaleEvidence)
            .with("date", score.day)
            .help("help"),
    })
}
