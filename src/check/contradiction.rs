//! What cannot hold together: an answer is wrong, or nothing shows it, and a figure rests on it.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Answer, Exact, Place, QuestionIndex, Rubric, Workspace};
use crate::score::answers::value_of;
use crate::score::contradiction::{Maker, Worth, not_denied, question_against, worth};
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
                let found = Found {
                    workspace,
                    scores,
                    score,
                    own,
                    file,
                };
                let group = groups.entry((found.shown(), own.against.kind(), file));
                group.or_default().push(found);
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

/// Whose answers are to be pointed at: of answers that cannot hold beside others each file whose own they are, and
/// for what only all of them make, and for readings and evidence, nobody's in particular.
fn whose(own: &Contradiction) -> Vec<Option<usize>> {
    let is_of_each = match own.against {
        Against::Question(_) | Against::Presence(_) => !own.held_by().is_empty(),
        Against::Kpi(_) | Against::MissingEvidence | Against::StaleEvidence => false,
    };
    match is_of_each {
        true => own.held_by().iter().copied().map(Some).collect(),
        false => vec![None],
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
        // A reading among them is what counts.
        if problem.help == Some("help-reading") {
            first.help = problem.help;
        }
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

    /// The problem at the answer that makes it, or at the reading where only readings do; `None` when nobody
    /// wrote one.
    fn problem(&self) -> Option<Diagnostic> {
        let question = self.own.question;
        let warning = |code, answer: &Answer| {
            let key = &self.rubric().questions[question.0].key;
            Diagnostic::warning(code, answer.place).with("one", key)
        };
        Some(match self.own.against {
            Against::Question(other) => {
                // The one that is pointed at is named first.
                let (one, other) = match self.shown() == other {
                    true => (other, question),
                    false => (question, other),
                };
                let key = |question: QuestionIndex| &self.rubric().questions[question.0].key;
                let problem = Diagnostic::warning(Code::Contradiction, self.place_of(one)?)
                    .related_if(self.place_of(other), "other");
                self.between(problem, key(one), key(other))
            }
            Against::Presence(criterion) => {
                let criterion = &self.rubric().criteria[criterion.0];
                let key = &self.rubric().questions[question.0].key;
                let (lack, met) = (self.place_of(question), self.presence());
                let problem = match self.shown() == question {
                    true => {
                        Diagnostic::warning(Code::Contradiction, lack?).related_if(met, "other")
                    }
                    // What is pointed at is the other one of what the message names.
                    false => Diagnostic {
                        label: "other",
                        ..Diagnostic::warning(Code::Contradiction, met?).related_if(lack, "label")
                    },
                };
                self.between(problem, key, criterion.id.as_str())
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

    /// The question that is pointed at: of an answer and a reading the answer, which people can give otherwise;
    /// of something agreed and an answer what was agreed.
    fn shown(&self) -> QuestionIndex {
        let question = self.own.question;
        let is_other = match self.own.maker {
            Maker::AgainstReading(_) => self.own.is_read(self.score, question),
            Maker::Agreement => {
                let agreed = self.score.sheet.agreed(self.workspace, question);
                agreed.is_none()
            }
            Maker::Files(_) | Maker::Readings | Maker::Together | Maker::Nobody => false,
        };
        let other = question_against(self.workspace, self.score, self.own);
        other.filter(|_| is_other).unwrap_or(question)
    }

    /// The answer to point at: that of the file, else the one that claims most.
    fn answer(&self, question: QuestionIndex) -> Option<&Answer> {
        match self.file {
            Some(file) => self.workspace.assessments[file].answer(question),
            None => strongest(self.workspace, self.score, question),
        }
    }

    /// Where what is said to a question is written: the answer, or the reading.
    fn place_of(&self, question: QuestionIndex) -> Option<Place> {
        if self.own.is_read(self.score, question) {
            return self.reading(self.score.questions[question.0].kpi?);
        }
        self.answer(question).map(|answer| answer.place)
    }

    /// Where it is written that the criterion is met that an absence stands against.
    fn presence(&self) -> Option<Place> {
        let Against::Presence(criterion) = self.own.against else {
            return None;
        };
        let criterion = &self.rubric().criteria[criterion.0];
        let mut all = self.rubric().questions_of(criterion);
        let first = match self.own.maker {
            Maker::Files(_) | Maker::Nobody => None,
            Maker::AgainstReading(_) | Maker::Readings | Maker::Agreement | Maker::Together => {
                question_against(self.workspace, self.score, self.own)
            }
        };
        let first = first.and_then(|question| self.place_of(question));
        first.or_else(|| all.find_map(|(index, _)| self.place_of(index)))
    }

    /// Where the latest reading of a KPI is written.
    fn reading(&self, kpi: usize) -> Option<Place> {
        reading(self.workspace, self.scores, self.score, kpi)
    }

    /// Says that what goes by the one name cannot stand beside what goes by the other.
    fn between(&self, problem: Diagnostic, one: &str, other: &str) -> Diagnostic {
        let is_absence = matches!(self.own.against, Against::Presence(_));
        let kind = self.own.against.kind();
        let (kind, help) = match self.own.maker {
            Maker::Files(_) | Maker::Nobody => (kind, "help"),
            Maker::AgainstReading(_) => (kind, "help-reading"),
            Maker::Readings => ("readings", "help-readings"),
            Maker::Agreement if is_absence => ("absence_agreed", "help-agreed"),
            Maker::Agreement => ("agreed", "help-agreed"),
            Maker::Together if is_absence => ("absence_together", "help-together"),
            Maker::Together => ("together", "help-together"),
        };
        let problem = problem.with("one", one).with("other", other);
        problem.with("kind", kind).help(help)
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
        let others = not_denied(self.workspace, self.score, question);
        let answered = self.own.held_by().len() + others.len();
        if answered == 1 {
            return Some(
                problem
                    .with("kind", self.own.against.kind())
                    .help("help-kpi")
                    .related_if(reading, "other"),
            );
        }
        let kind = match others.is_empty() {
            true if answered == self.score.sheet.respondents.len() => "kpi_denies_all",
            true => "kpi_denies_answered",
            false => "kpi_denies_some",
        };
        let problem = problem
            .with("kind", kind)
            .with("others", self.names(&others))
            .with("known", self.names(self.own.held_by()))
            .help("help-kpi-several");
        let denying = self.own.held_by().iter().filter_map(|file| {
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
