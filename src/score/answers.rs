//! What stands for each question: a person's answer, several persons' combined, or a KPI's reading.

use chrono::NaiveDate;

use super::ends;
use super::measure::KpiLevel;
use super::trace::{Formula, Name, Term, Traced, Weighted};
use crate::model::{
    Answer, Assessment, Combination, Exact, Given, Question, QuestionIndex, Rubric, Workspace,
};

/// What is known about a question or a criterion. Four different things, and a fifth for a criterion
/// of which some questions are answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Every question that applies has a value.
    Answered,
    /// Some questions that apply have a value, others not.
    Partial,
    /// Somebody looked and could not tell.
    Unknown,
    /// Nobody answered.
    Unanswered,
    /// It does not apply.
    NotApplicable,
}

impl State {
    /// The state's name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            State::Answered => "answered",
            State::Partial => "partial",
            State::Unknown => "unknown",
            State::Unanswered => "unanswered",
            State::NotApplicable => "not_applicable",
        }
    }

    /// What one file knows of a question.
    #[must_use]
    pub fn of(answer: Option<&Answer>) -> State {
        match answer.map(|answer| &answer.given) {
            Some(Given::Choice(_) | Given::Number(_)) => State::Answered,
            Some(Given::Unknown) => State::Unknown,
            Some(Given::NotApplicable(_)) => State::NotApplicable,
            None => State::Unanswered,
        }
    }

    /// Whether a value is still wanted.
    #[must_use]
    pub fn is_missing(self) -> bool {
        matches!(self, State::Unknown | State::Unanswered)
    }
}

/// What stands for one question.
#[derive(Debug, Clone)]
pub struct QuestionScore {
    /// What is known.
    pub state: State,
    /// The value, 0 to 1, as a term of its criterion's formula; none unless answered. It keeps a formula where
    /// several answers, or a reading, make it.
    pub term: Term,
    /// The KPI that answers it, by its position among the workspace's.
    pub kpi: Option<usize>,
}

impl QuestionScore {
    /// The value, 0 to 1; `None` unless answered.
    #[must_use]
    pub fn value(&self) -> Option<&Exact> {
        self.term.value.as_ref()
    }
}

/// The files that make one assessment: one, or one a respondent and perhaps what they agreed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Position of the rubric among the workspace's.
    pub rubric: usize,
    /// The day that the answers hold for.
    pub date: NaiveDate,
    /// Positions among the workspace's assessments of the respondents' files.
    pub respondents: Vec<usize>,
    /// The position of the file that says what they agreed on.
    pub consensus: Option<usize>,
}

impl Sheet {
    /// Every file, the agreed one first.
    pub fn files(&self) -> impl Iterator<Item = usize> + '_ {
        self.consensus
            .into_iter()
            .chain(self.respondents.iter().copied())
    }

    /// Whether one file is all there is.
    #[must_use]
    pub fn is_single(&self) -> bool {
        self.files().count() < 2
    }

    /// The file that speaks for the assessment: the agreed one, else the first.
    #[must_use]
    pub fn first(&self) -> usize {
        self.consensus
            .or_else(|| self.respondents.first().copied())
            .unwrap_or_default()
    }

    /// What was agreed on a question; `None` when nothing was.
    #[must_use]
    pub fn agreed<'w>(
        &self,
        workspace: &'w Workspace,
        question: QuestionIndex,
    ) -> Option<&'w Answer> {
        workspace.assessments[self.consensus?].answer(question)
    }

    /// The answers that stand for a question: the agreed one, else those of the respondents.
    pub fn counted<'w>(
        &self,
        workspace: &'w Workspace,
        question: QuestionIndex,
    ) -> impl Iterator<Item = &'w Answer> {
        let agreed = self.agreed(workspace, question);
        let respondents = self.respondents.iter().filter(move |_| agreed.is_none());
        agreed.into_iter().chain(
            respondents.filter_map(move |file| workspace.assessments[*file].answer(question)),
        )
    }

    /// The answer of a file to a question, if it is one of those that stand for it.
    #[must_use]
    pub fn counted_of<'w>(
        &self,
        workspace: &'w Workspace,
        file: usize,
        question: QuestionIndex,
    ) -> Option<&'w Answer> {
        let stands = Some(file) == self.consensus || self.agreed(workspace, question).is_none();
        let answer = workspace.assessments[file].answer(question);
        answer.filter(|_| stands)
    }

    /// The answers to a question, each with the position of its file, the agreed one first.
    pub fn answers<'w>(
        &self,
        workspace: &'w Workspace,
        question: QuestionIndex,
    ) -> impl Iterator<Item = (usize, &'w Answer)> {
        self.files().filter_map(move |file| {
            let answer = workspace.assessments[file].answer(question)?;
            Some((file, answer))
        })
    }
}

/// The assessments of organisations dated up to `as_of`, by rubric and date: files of one rubric and date
/// are one.
#[must_use]
pub fn sheets(workspace: &Workspace, as_of: NaiveDate) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = Vec::new();
    for (index, assessment) in workspace.assessments.iter().enumerate() {
        if assessment.date > as_of || assessment.person.is_some() {
            continue;
        }
        let is_same =
            |last: &&mut Sheet| last.rubric == assessment.rubric && last.date == assessment.date;
        match sheets.last_mut().filter(is_same) {
            Some(sheet) => add(sheet, assessment, index),
            None => {
                let mut sheet = Sheet {
                    rubric: assessment.rubric,
                    date: assessment.date,
                    respondents: Vec::new(),
                    consensus: None,
                };
                add(&mut sheet, assessment, index);
                sheets.push(sheet);
            }
        }
    }
    sheets
}

fn add(sheet: &mut Sheet, assessment: &Assessment, index: usize) {
    if assessment.is_consensus {
        sheet.consensus = Some(index);
    } else {
        sheet.respondents.push(index);
    }
}

/// What stands for each question of the rubric. A question that a KPI answers takes the KPI's level as its
/// value, as a share of the way from the lowest level to the highest; a person's answer to it counts only
/// while there is no reading.
pub(crate) fn standing(
    workspace: &Workspace,
    sheet: &Sheet,
    by_kpi: &[KpiLevel],
) -> Vec<QuestionScore> {
    let rubric = &workspace.rubrics[sheet.rubric];
    rubric
        .questions
        .iter()
        .enumerate()
        .map(|(index, question)| {
            let index = QuestionIndex(index);
            kpi_answer(workspace, rubric, (index, question), by_kpi)
                .unwrap_or_else(|| given(workspace, rubric, sheet, index))
        })
        .collect()
}

fn kpi_answer(
    workspace: &Workspace,
    rubric: &Rubric,
    (index, question): (QuestionIndex, &Question),
    by_kpi: &[KpiLevel],
) -> Option<QuestionScore> {
    let id = question.kpi.as_ref()?;
    let level = by_kpi
        .iter()
        .find(|level| workspace.kpis[level.kpi].id == *id)?;
    level.level.value()?;
    let [base, top] = ends::kpi_ends(rubric);
    let value = Traced::of(Formula::over(
        Formula::less(level.level.named(Name::KpiLevel(level.kpi)), base.clone()),
        Formula::less(top, base),
    ));
    value.value()?;
    Some(QuestionScore {
        state: State::Answered,
        term: value.named(Name::Question(index)),
        kpi: Some(level.kpi),
    })
}

/// What one file says to each question: its own answers and no readings, without those in whose place something
/// was agreed.
pub(crate) fn of_one(workspace: &Workspace, sheet: &Sheet, file: usize) -> Vec<QuestionScore> {
    let rubric = &workspace.rubrics[sheet.rubric];
    let own = |index: usize| {
        let question = QuestionIndex(index);
        match sheet.counted_of(workspace, file, question) {
            Some(answer) => one(rubric, question, answer),
            None => without_value(State::Unanswered, question),
        }
    };
    (0..rubric.questions.len()).map(own).collect()
}

/// The agreed answer where there is one, else those of the respondents combined, even where a reading stands in
/// their place. Whoever gave no value has no say in it.
pub(crate) fn given(
    workspace: &Workspace,
    rubric: &Rubric,
    sheet: &Sheet,
    question: QuestionIndex,
) -> QuestionScore {
    if let Some(answer) = sheet.agreed(workspace, question) {
        return one(rubric, question, answer);
    }
    if let [only] = sheet.respondents.as_slice() {
        return match workspace.assessments[*only].answer(question) {
            Some(answer) => one(rubric, question, answer),
            None => without_value(State::Unanswered, question),
        };
    }
    let mut terms = Vec::new();
    let mut state = State::Unanswered;
    for file in &sheet.respondents {
        let Some(answer) = workspace.assessments[*file].answer(question) else {
            continue;
        };
        match value_of(rubric, question, answer) {
            Some(value) => {
                let name = Name::Respondent(question, *file);
                terms.push(Term::written(name, &value, answer.place));
            }
            None if answer.given == Given::Unknown => state = State::Unknown,
            None if state == State::Unanswered => state = State::NotApplicable,
            None => {}
        }
    }
    if terms.is_empty() {
        return without_value(state, question);
    }
    let parts = |terms: Vec<Term>| terms.into_iter().map(Formula::from).collect();
    let formula = match workspace.settings.respondents {
        Combination::Median => Formula::Median(parts(terms)),
        Combination::Lowest => Formula::Lowest(parts(terms)),
        Combination::Mean => Formula::Mean(terms.into_iter().map(Weighted::evenly).collect()),
    };
    QuestionScore {
        state: State::Answered,
        term: Traced::of(formula).named(Name::Question(question)),
        kpi: None,
    }
}

fn one(rubric: &Rubric, question: QuestionIndex, answer: &Answer) -> QuestionScore {
    match (value_of(rubric, question, answer), &answer.given) {
        (Some(value), _) => QuestionScore {
            state: State::Answered,
            term: Term::written(Name::Question(question), &value, answer.place),
            kpi: None,
        },
        (None, Given::NotApplicable(_)) => without_value(State::NotApplicable, question),
        (None, _) => without_value(State::Unknown, question),
    }
}

fn without_value(state: State, question: QuestionIndex) -> QuestionScore {
    QuestionScore {
        state,
        term: Term::none(Name::Question(question)),
        kpi: None,
    }
}

/// An answer's value, 0 to 1; `None` when it has none.
#[must_use]
pub fn value_of(rubric: &Rubric, question: QuestionIndex, answer: &Answer) -> Option<Exact> {
    let scale = &rubric.scales[rubric.questions[question.0].scale];
    match &answer.given {
        Given::Choice(choice) => Some(scale.share(&scale.choices()[*choice].value)),
        Given::Number(number) => Some(scale.share(number)),
        Given::Unknown | Given::NotApplicable(_) => None,
    }
}
