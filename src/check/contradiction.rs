//! What cannot hold together: an answer is wrong, or nothing shows it, and a figure rests on it.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Answer, Exact, Place, QuestionIndex, Rubric, Workspace};
use crate::score::answers::value_of;
use crate::score::contradiction::{Worth, agreeing, is_said_by_reading, worth};
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
        let mut groups: BTreeMap<(QuestionIndex, &str, Option<usize>), Vec<Found<'_>>> =
            BTreeMap::new();
        let found = score.contradictions.iter();
        for own in found.filter(|own| !is_replaced || !own.against.is_of_evidence()) {
            for file in whose(own) {
                let group = groups.entry((own.question, own.against.kind(), file));
                group.or_default().push(Found {
                    workspace,
                    scores,
                    score,
                    own,
                    file,
                });
            }
        }
        for group in groups.values() {
            let mut problems = group.iter().filter_map(Found::problem);
            if group.len() > MOST_SHOWN {
                let first = problems.next();
                diagnostics.extend(first.map(|first| against_many(first, problems)));
            } else {
                problems.for_each(|problem| diagnostics.push(problem));
            }
        }
    }
}

/// Whose answers are to be pointed at: of answers that cannot hold beside others each file that gives both, and
/// for what only all of them make, and for readings and evidence, nobody's in particular.
fn whose(own: &Contradiction) -> Vec<Option<usize>> {
    match own.against {
        Against::Question(_) | Against::Presence(_) if !own.held_by.is_empty() => {
            own.held_by.iter().copied().map(Some).collect()
        }
        _ => vec![None],
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

/// A contradiction of an assessment, and the file whose own answers make it.
struct Found<'f> {
    workspace: &'f Workspace,
    scores: &'f Scores,
    score: &'f AssessmentScore,
    own: &'f Contradiction,
    file: Option<usize>,
}

impl Found<'_> {
    fn rubric(&self) -> &Rubric {
        &self.workspace.rubrics[self.score.rubric]
    }

    /// The problem at the answer that makes it; `None` when nobody wrote one.
    fn problem(&self) -> Option<Diagnostic> {
        let question = self.own.question;
        let warning = |code, answer: &Answer| {
            let key = &self.rubric().questions[question.0].key;
            Diagnostic::warning(code, answer.place).with("one", key)
        };
        Some(match self.own.against {
            Against::Question(other) => {
                let key = &self.rubric().questions[other.0].key;
                let (answer, against) = match self.answer(question) {
                    Some(answer) => (answer, self.place_of(other)),
                    None => (self.answer(other)?, self.place_of(question)),
                };
                self.between(warning(Code::Contradiction, answer), key)
                    .related_if(against, "other")
            }
            Against::Presence(criterion) => {
                let criterion = &self.rubric().criteria[criterion.0];
                let mut against = self.rubric().questions_of(criterion);
                let against = against.find_map(|(index, _)| self.place_of(index));
                let problem = warning(Code::Contradiction, self.answer(question)?);
                self.between(problem, criterion.id.as_str())
                    .related_if(against, "other")
            }
            Against::Kpi(kpi) => {
                let answer = most_denied(self.workspace, self.score, question)?;
                self.denied(warning(Code::Contradiction, answer), answer, kpi)?
            }
            Against::MissingEvidence => {
                warning(Code::MissingEvidence, self.answer(question)?).help("help")
            }
            Against::StaleEvidence => warning(Code::StaleEvidence, self.answer(question)?)
                .with("date", self.score.day)
                .help("help"),
        })
    }

    /// The answer to point at: that of the file, else the one that claims most; `None` where it is a reading that
    /// makes the contradiction.
    fn answer(&self, question: QuestionIndex) -> Option<&Answer> {
        if self.is_by_reading(question) {
            return None;
        }
        match self.file {
            Some(file) => self.workspace.assessments[file].answer(question),
            None => strongest(self.workspace, self.score, question),
        }
    }

    fn is_by_reading(&self, question: QuestionIndex) -> bool {
        let files = self.file.as_slice();
        is_said_by_reading(self.workspace, self.score, question, files)
    }

    /// Where what stands for a question is written: the answer, or the reading.
    fn place_of(&self, question: QuestionIndex) -> Option<Place> {
        let written = self.answer(question).map(|answer| answer.place);
        written.or_else(|| self.reading(self.score.questions[question.0].kpi?))
    }

    /// Where the latest reading of a KPI is written.
    fn reading(&self, kpi: usize) -> Option<Place> {
        reading(self.workspace, self.scores, self.score, kpi)
    }

    /// Says that an answer cannot stand beside what goes by the name of `other`.
    fn between(&self, problem: Diagnostic, other: &str) -> Diagnostic {
        let (kind, help) = match (self.own.is_only_together(), self.own.against) {
            (false, _) => (self.own.against.kind(), "help"),
            (true, Against::Presence(_)) => ("absence_together", "help-together"),
            (true, _) => ("together", "help-together"),
        };
        problem.with("other", other).with("kind", kind).help(help)
    }

    /// Says what a reading stands for, and of several respondents who says so and who does not.
    fn denied(&self, problem: Diagnostic, shown: &Answer, kpi: usize) -> Option<Diagnostic> {
        let question = self.own.question;
        let value = self.score.questions[question.0].value()?;
        let worth = match worth(self.rubric(), question, value) {
            Worth::Choice(choice) => {
                let scale = self.rubric().questions[question.0].scale;
                self.rubric().scales[scale].choices()[choice].id.to_string()
            }
            Worth::Band(band) => band.as_str().to_owned(),
        };
        let problem = problem
            .with("other", &self.workspace.kpis[kpi].id)
            .with("worth", worth);
        let reading = self.reading(kpi);
        let is_of_several = self.score.sheet.agreed(self.workspace, question).is_none()
            && !self.score.sheet.is_single();
        if !is_of_several {
            return Some(
                problem
                    .with("kind", self.own.against.kind())
                    .help("help-kpi")
                    .related_if(reading, "other"),
            );
        }
        let agreeing = agreeing(self.workspace, self.score, question);
        let kind = match agreeing.is_empty() {
            true => "kpi_denies_all",
            false => "kpi_denies_some",
        };
        let problem = problem
            .with("kind", kind)
            .with("agreeing", self.names(&agreeing))
            .with("known", self.names(&self.own.held_by))
            .help("help-kpi-several");
        let denying = self.own.held_by.iter().filter_map(|file| {
            let answer = self.workspace.assessments[*file].answer(question)?;
            (answer.place != shown.place).then_some(answer.place)
        });
        let shown = denying.take(MOST_SHOWN - 1);
        let problem = shown.fold(problem, |problem, place| problem.related(place, "also"));
        Some(problem.related_if(reading, "other"))
    }

    /// The names of respondents, up to so many; the rest is but a mark.
    fn names(&self, files: &[usize]) -> String {
        let name = |file: &usize| self.workspace.assessments[*file].respondent.clone();
        let mut names: Vec<String> = files.iter().filter_map(name).collect();
        if names.len() > MOST_SHOWN {
            names.truncate(MOST_SHOWN);
            names.push("…".to_owned());
        }
        names.join(", ")
    }
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
