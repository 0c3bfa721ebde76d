//! What cannot hold together: an answer is wrong, or nothing shows it, and a figure rests on it.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Answer, Exact, Place, QuestionIndex, Workspace};
use crate::score::answers::value_of;
use crate::score::{Against, AssessmentScore, Contradiction, Scores};

/// How many answers against one are told one by one, and shown of more.
const MOST_SHOWN: usize = 3;

pub(super) fn check(workspace: &Workspace, scores: &Scores, diagnostics: &mut Diagnostics) {
    let persons = scores.people.persons.iter();
    let ratings = persons
        .flat_map(|person| &person.skills)
        .filter_map(|skill| skill.standing());
    let of_persons = ratings.map(|rating| (&rating.score, false));
    // Nobody goes back to show what an assessment said that a later one has replaced.
    let of_organisations = scores.assessments.iter().map(|score| {
        let latest = scores.latest_of(score.rubric);
        let is_replaced = latest.is_some_and(|latest| latest.sheet.date > score.sheet.date);
        (score, is_replaced)
    });
    for (score, is_replaced) in of_organisations.chain(of_persons) {
        let mut groups: BTreeMap<(QuestionIndex, &str), Vec<&Contradiction>> = BTreeMap::new();
        let found = score.contradictions.iter();
        for own in found.filter(|own| !is_replaced || !own.against.is_of_evidence()) {
            let group = groups.entry((own.question, own.against.kind()));
            group.or_default().push(own);
        }
        for group in groups.values() {
            let problems = group.iter();
            let mut problems = problems.filter_map(|own| problem(workspace, scores, score, own));
            if group.len() > MOST_SHOWN {
                let first = problems.next();
                diagnostics.extend(first.map(|first| against_many(first, problems)));
            } else {
                problems.for_each(|problem| diagnostics.push(problem));
            }
        }
    }
}

/// One problem for many answers that cannot hold beside the same one, which is most likely the wrong one.
fn against_many(mut first: Diagnostic, others: impl Iterator<Item = Diagnostic>) -> Diagnostic {
    let name = |problem: &Diagnostic| {
        let mut arguments = problem.arguments.iter();
        let other = arguments.find(|(name, _)| *name == "other");
        other.map(|(_, value)| format!("`{value}`"))
    };
    let mut names: Vec<String> = name(&first).into_iter().collect();
    let mut related = Vec::new();
    for problem in others {
        names.extend(name(&problem));
        related.extend(problem.related);
    }
    let count = names.len();
    if count > MOST_SHOWN {
        names.truncate(MOST_SHOWN);
        names.push("…".to_owned());
    }
    for (_, kind) in first
        .arguments
        .iter_mut()
        .filter(|(name, _)| *name == "kind")
    {
        "conflicting_many".clone_into(kind);
    }
    let problem = first.with("count", count).with("known", names.join(", "));
    let shown = related.into_iter().take(MOST_SHOWN - 1);
    shown.fold(problem, |problem, (place, label)| {
        problem.related(place, label)
    })
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
            let problem = contradiction(&rubric.questions[other.0].key).help("help");
            // Where a reading stands for the other, nobody wrote an answer.
            let written = strongest(workspace, score, other).map(|answer| answer.place);
            let place = written.or_else(|| {
                let kpi = rubric.questions[other.0].kpi.as_ref()?;
                reading(workspace, scores, score, workspace.kpi_by_id(kpi)?)
            });
            match place {
                Some(place) => problem.related(place, "other"),
                None => problem,
            }
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
            match reading(workspace, scores, score, kpi) {
                Some(place) => problem.related(place, "other"),
                None => problem,
            }
        }
        Against::MissingEvidence => warning(Code::MissingEvidence).help("help"),
        Against::StaleEvidence => warning(Code::StaleEvidence)
            .with("date", score.day)
            .help("help"),
    })
}

/// Where the latest reading of a KPI is written, up to the day of the assessment; of several the first.
fn reading(
    workspace: &Workspace,
    scores: &Scores,
    score: &AssessmentScore,
    kpi: usize,
) -> Option<Place> {
    let latest = scores.series[kpi].until(score.day).last()?;
    let reading = latest.readings.first()?;
    Some(workspace.readings[*reading].place)
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
    let read = score.questions[question.0].value()?;
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
