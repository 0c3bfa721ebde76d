//! What cannot hold together: an answer is wrong, or nothing shows it, and a figure rests on it.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Answer, Exact, QuestionIndex, Workspace};
use crate::score::answers::value_of;
use crate::score::{Against, AssessmentScore, Contradiction, Scores};

pub(super) fn check(workspace: &Workspace, scores: &Scores, diagnostics: &mut Diagnostics) {
    for score in &scores.assessments {
        for own in &score.contradictions {
            diagnostics.extend(problem(workspace, scores, score, own));
        }
    }
}

/// The problem at the answer that makes it; `None` when nobody wrote one.
fn problem(
    workspace: &Workspace,
    scores: &Scores,
    score: &AssessmentScore,
    own: &Contradiction,
) -> Option<Diagnostic> {
    let rubric = &workspace.rubrics[score.rubric];
    let question = &rubric.questions[own.question.0];
    let answer = match own.against {
        Against::Kpi(_) => most_denied(workspace, score, own.question)?,
        Against::Question(_)
        | Against::Presence(_)
        | Against::MissingEvidence
        | Against::StaleEvidence => strongest(workspace, score, own.question)?,
    };
    let warning = |code| Diagnostic::warning(code, answer.place).with("one", &question.key);
    let contradiction = |other: &dyn std::fmt::Display| {
        warning(Code::Contradiction)
            .with("other", other)
            .with("kind", own.against.kind())
    };
    Some(match own.against {
        Against::Question(other) => {
            let against = strongest(workspace, score, other)?;
            contradiction(&rubric.questions[other.0].key)
                .related(against.place, "other")
                .help("help")
        }
        Against::Presence(criterion) => {
            let criterion = &rubric.criteria[criterion.0];
            let against = rubric
                .questions_of(criterion)
                .find_map(|(index, _)| strongest(workspace, score, index));
            let problem = contradiction(&criterion.id).help("help");
            match against {
                Some(against) => problem.related(against.place, "other"),
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

/// Of several respondents' answers the one that claims most: what was agreed, where something was.
fn strongest<'w>(
    workspace: &'w Workspace,
    score: &AssessmentScore,
    question: QuestionIndex,
) -> Option<&'w Answer> {
    first_by(workspace, score, question, |value| value)
}

/// The one that a reading denies most.
fn most_denied<'w>(
    workspace: &'w Workspace,
    score: &AssessmentScore,
    question: QuestionIndex,
) -> Option<&'w Answer> {
    let read = score.questions[question.0].value.value()?;
    first_by(workspace, score, question, |value| (&value - read).abs())
}

/// The first answer of those with the highest measure; one without a value only where no other is.
fn first_by<'w>(
    workspace: &'w Workspace,
    score: &AssessmentScore,
    question: QuestionIndex,
    measure: impl Fn(Exact) -> Exact,
) -> Option<&'w Answer> {
    let rubric = &workspace.rubrics[score.rubric];
    let measured = |answer: &Answer| value_of(rubric, question, answer).map(&measure);
    score
        .sheet
        .counted(workspace, question)
        .reduce(|first, next| match measured(next) > measured(first) {
            true => next,
            false => first,
        })
}
