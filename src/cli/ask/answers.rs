//! The file that answers go into: found among the workspace's, or begun with the first answer; each answer is read with
//! the whole workspace before it is written.

use chrono::NaiveDate;

use super::{Who, is_by};
use crate::cli::context::{Context, Failure, Opened};
use crate::cli::init::schema_line;
use crate::diagnostic::{Severity, Sources};
use crate::locale::Word;
use crate::model::{
    Answer, Assessment, Direction, Exact, Given, Id, Place, Question, QuestionIndex, Rubric,
    ScaleKind, Unit, Workspace,
};
use crate::read::{self, AnswerChange, AnswerText, InputFile};
use crate::render::beginning::{self, AnsweredFor};
use crate::render::diagnostics::sentences;
use crate::render::plan::flow_scalar;
use crate::score::contradiction::{Against, Contradiction, Maker};
use crate::score::{self, AssessmentScore};
use crate::workspace::{self, NotAppended};

/// Whose answers are asked for, by which rubric, on which day, and where they are written.
#[derive(Debug, Clone)]
pub(super) struct AnswerSheet {
    pub(super) rubric: Id,
    pub(super) date: NaiveDate,
    pub(super) who: Who,
    /// Its path below the workspace's folder.
    pub(super) file: String,
    /// The highest level that is asked about, where a role asks for no more.
    pub(super) up_to: Option<u32>,
    /// Whether the command line says of which day they are.
    pub(super) is_day_named: bool,
}

/// Why an answer was not written.
pub(super) enum NotWritten {
    /// What was said is wrong, in the reader's words.
    Said(String),
    Failed(Failure),
}

impl From<Failure> for NotWritten {
    fn from(failure: Failure) -> NotWritten {
        NotWritten::Failed(failure)
    }
}

/// What was answered the time before, and when.
#[derive(Debug, Clone)]
pub(super) struct Before {
    pub(super) date: NaiveDate,
    pub(super) answer: Answer,
}

/// The workspace as it is now, and what it makes of the answers.
pub(super) struct View {
    pub(super) opened: Opened,
    pub(super) rubric: usize,
    /// The answers that are written.
    answers: Vec<Option<Answer>>,
    /// Those that the same people gave before, each the latest of its question.
    before: Vec<Option<Before>>,
    up_to: Option<u32>,
    pub(super) score: Option<AssessmentScore>,
}

impl View {
    pub(super) fn rubric(&self) -> &Rubric {
        &self.opened.workspace.rubrics[self.rubric]
    }

    pub(super) fn question(&self, index: QuestionIndex) -> &Question {
        &self.rubric().questions[index.0]
    }

    pub(super) fn answer(&self, index: QuestionIndex) -> Option<&Answer> {
        self.answers.get(index.0)?.as_ref()
    }

    /// What the same people answered in an earlier assessment, the latest of those that hold an answer.
    pub(super) fn before(&self, index: QuestionIndex) -> Option<&Before> {
        self.before.get(index.0)?.as_ref()
    }

    /// The latest day on which a question that is asked was answered before.
    pub(super) fn day_before(&self) -> Option<NaiveDate> {
        let asked = self.asked().into_iter();
        let open = asked.filter(|own| self.measured(*own).is_none());
        open.filter_map(|own| Some(self.before(own)?.date)).max()
    }

    /// The KPI whose reading answers a question in place of a person.
    pub(super) fn measured(&self, index: QuestionIndex) -> Option<usize> {
        let workspace = &self.opened.workspace;
        if let Some(score) = &self.score {
            return score.questions[index.0].kpi;
        }
        let id = self.question(index).kpi.as_ref()?;
        let kpi = workspace.kpi_by_id(id)?;
        let is_read = workspace.readings.iter().any(|own| own.kpi == kpi);
        let definition = &workspace.kpis[kpi];
        let is_levelled = !definition.bands.is_empty() && definition.direction != Direction::None;
        (is_read && is_levelled).then_some(kpi)
    }

    /// The questions that people are asked, in the order of the questionnaire: dimension by dimension.
    pub(super) fn asked(&self) -> Vec<QuestionIndex> {
        let all = self.questions().into_iter();
        all.filter(|own| !self.is_beyond(*own)).collect()
    }

    /// How many questions lie above the level that is asked for.
    pub(super) fn count_beyond(&self) -> usize {
        let all = self.questions().into_iter();
        all.filter(|own| self.is_beyond(*own)).count()
    }

    fn is_beyond(&self, index: QuestionIndex) -> bool {
        let criterion = &self.rubric().criteria[self.question(index).criterion.0];
        match (criterion.level, self.up_to) {
            (Some(level), Some(up_to)) => level > up_to,
            _ => false,
        }
    }

    /// Whether an answer must be shown, claims something, and nothing shows it.
    pub(super) fn lacks_evidence(&self, index: QuestionIndex) -> bool {
        let lack = Contradiction {
            question: index,
            against: Against::MissingEvidence,
            maker: Maker::Nobody,
        };
        let score = self.score.as_ref();
        self.answer(index).is_some() && score.is_some_and(|own| own.contradictions.contains(&lack))
    }

    fn questions(&self) -> Vec<QuestionIndex> {
        let rubric = self.rubric();
        let dimensions = 0..rubric.dimensions.len();
        let criteria = dimensions.flat_map(|dimension| {
            let all = rubric.criteria.iter();
            all.filter(move |own| own.dimension.0 == dimension)
        });
        let questions = criteria.flat_map(|criterion| criterion.questions.clone());
        questions.map(QuestionIndex).collect()
    }

    /// Whether the rubric asks what it asked in another view: its author may be at work on it.
    pub(super) fn asks_as(&self, other: &View) -> bool {
        let keys = |view: &View| {
            let questions = view.rubric().questions.iter();
            questions.map(|own| own.key.clone()).collect::<Vec<_>>()
        };
        keys(self) == keys(other)
    }

    /// The place of a question among those that no reading answers.
    pub(super) fn number(&self, index: QuestionIndex) -> usize {
        let asked = self.asked().into_iter();
        let open = asked.filter(|own| self.measured(*own).is_none());
        open.take_while(|own| *own != index).count() + 1
    }

    /// How many of the questions that people are asked have an answer of any kind, and how many there are.
    pub(super) fn progress(&self) -> (usize, usize) {
        let asked = self.asked();
        let open = asked.iter().filter(|own| self.measured(**own).is_none());
        let all = open.clone().count();
        let answered = open.filter(|own| self.answer(**own).is_some()).count();
        (answered, all)
    }

    /// The share of the questions that is answered.
    pub(super) fn share(&self) -> Exact {
        let (answered, all) = self.progress();
        Exact::from(answered)
            .checked_div(&Exact::from(all))
            .unwrap_or(Exact::ONE)
    }

    /// How an answer is written in a file.
    pub(super) fn text_of(&self, index: QuestionIndex, given: &Given) -> AnswerText {
        let scale = &self.rubric().scales[self.question(index).scale];
        let is_numeric = matches!(scale.kind, ScaleKind::Numeric(_));
        let (form, scalar) = match given {
            Given::Choice(choice) => ("choice", scale.choices()[*choice].id.to_string()),
            Given::Number(number) => ("value", self.value(index, number)),
            Given::Unknown if is_numeric => ("value", "unknown".to_owned()),
            Given::Unknown => ("choice", "unknown".to_owned()),
            Given::NotApplicable(reason) => ("not_applicable", flow_scalar(reason)),
        };
        AnswerText { form, scalar }
    }

    /// A number of a scale, as a file has it.
    fn value(&self, index: QuestionIndex, number: &Exact) -> String {
        let scale = &self.rubric().scales[self.question(index).scale];
        let unit = match &scale.kind {
            ScaleKind::Numeric(Some(unit)) => unit.clone(),
            ScaleKind::Numeric(None) | ScaleKind::Choices(_) => Unit::count(),
        };
        flow_scalar(&crate::render::plan::quantity(number, &unit))
    }
}

impl AnswerSheet {
    /// Reads the workspace anew: others may have written since.
    pub(super) fn view(&self, context: &mut Context<'_>) -> Result<View, Failure> {
        let opened = context.open()?;
        let workspace = &opened.workspace;
        let rubrics = workspace.rubrics.iter();
        let found = rubrics.clone().position(|own| own.id == self.rubric);
        let Some(rubric) = found else {
            let known: Vec<&str> = rubrics.map(|own| own.id.as_str()).collect();
            return Err(super::refuse_rubric(self.rubric.as_str(), &known, context));
        };
        let assessment = self.position(workspace, &opened.sources);
        let answers =
            assessment.map_or_else(Vec::new, |own| workspace.assessments[own].answers.clone());
        let as_of = context.as_of.max(self.date);
        let score = assessment.and_then(|own| self.score(workspace, own, as_of));
        let before = self.before(workspace, rubric);
        Ok(View {
            answers,
            before,
            up_to: self.up_to,
            score,
            rubric,
            opened,
        })
    }

    /// What the same people answered before the day of this file. What was agreed by all is an answer of all.
    fn before(&self, workspace: &Workspace, rubric: usize) -> Vec<Option<Before>> {
        let is_earlier = |own: &&Assessment| own.rubric == rubric && own.date < self.date;
        let is_same =
            |own: &&Assessment| is_by(own, &self.who) || (self.who == Who::All && own.is_consensus);
        let all = workspace.assessments.iter();
        let mut earlier: Vec<&Assessment> = all.filter(is_earlier).filter(is_same).collect();
        earlier.sort_by_key(|own| own.date);
        let mut before = vec![None; workspace.rubrics[rubric].questions.len()];
        for assessment in earlier {
            for (place, answer) in before.iter_mut().zip(&assessment.answers) {
                if let Some(answer) = answer {
                    *place = Some(Before {
                        date: assessment.date,
                        answer: answer.clone(),
                    });
                }
            }
        }
        before
    }

    /// The position of the file among the workspace's assessments.
    fn position(&self, workspace: &Workspace, sources: &Sources) -> Option<usize> {
        let is_it = |own: &Assessment| sources.file(own.place.file).path == self.file;
        workspace.assessments.iter().position(is_it)
    }

    /// What the scoring makes of the answers: of these alone, where one of several respondents gave them. What the
    /// others said is not for who is being asked.
    fn score(
        &self,
        workspace: &Workspace,
        assessment: usize,
        as_of: NaiveDate,
    ) -> Option<AssessmentScore> {
        let alone = match self.who {
            Who::Respondent(_) => Some(without_others(workspace, assessment)),
            Who::All | Who::Person(..) => None,
        };
        let (workspace, assessment) = match &alone {
            Some((alone, assessment)) => (alone, *assessment),
            None => (workspace, assessment),
        };
        let scores = score::workspace(workspace, as_of);
        let holds = |own: &AssessmentScore| own.sheet.files().any(|file| file == assessment);
        let of_teams = scores.assessments.into_iter();
        let people = scores.people.persons.into_iter();
        let ratings = people
            .flat_map(|person| person.skills)
            .flat_map(|skill| skill.ratings)
            .map(|rating| rating.score);
        of_teams.chain(ratings).find(holds)
    }

    /// Writes a change, once it reads well and leaves every other answer as it is.
    pub(super) fn write(
        &self,
        view: &View,
        question: QuestionIndex,
        change: &AnswerChange,
        context: &mut Context<'_>,
    ) -> Result<(), NotWritten> {
        let path = view.opened.root.path.join(&self.file);
        let altered = |before: &str| -> Result<String, NotWritten> {
            let rubric = view.rubric();
            let Some(after) = read::with_answer(before, rubric, question, change) else {
                return Err(self.not_placed(view, question, context));
            };
            let old = self.read_with(view, before, context)?.unwrap_or_default();
            match self.read_with(view, &after, context)? {
                Ok(new) if are_others_same(&old, &new, question) => Ok(after),
                Ok(_) => Err(self.not_placed(view, question, context)),
                Err(wrong) => Err(NotWritten::Said(wrong)),
            }
        };
        if path.symlink_metadata().is_err() {
            let text = altered(&self.blank(view, context))?;
            let created = workspace::create(&path, &text);
            return created.map_err(|error| NotWritten::Failed(error.into()));
        }
        match workspace::change(&path, altered) {
            Ok(()) => Ok(()),
            Err(NotAppended::Refused(why)) => Err(why),
            Err(NotAppended::Disk(error)) => Err(NotWritten::Failed(error.into())),
        }
    }

    /// The file before anything is answered.
    fn blank(&self, view: &View, context: &Context<'_>) -> String {
        let answered_for = match &self.who {
            Who::All => AnsweredFor::All,
            Who::Respondent(name) => AnsweredFor::Respondent(name),
            Who::Person(person, by) => AnsweredFor::Person(person.as_str(), *by),
        };
        let locale = &context.locale;
        let text = beginning::assessment(view.rubric(), self.date, answered_for, locale);
        let root = &view.opened.root.path;
        schema_line(root, "assessment", &self.file).unwrap_or_default() + &text
    }

    /// The answers of the file, were this its text; or the first thing that would be wrong with the workspace.
    fn read_with(
        &self,
        view: &View,
        text: &str,
        context: &Context<'_>,
    ) -> Result<Result<Vec<Option<Answer>>, String>, Failure> {
        let mut inputs = workspace::read(&view.opened.root)?;
        inputs.assessments.retain(|own| own.path != self.file);
        inputs.assessments.push(InputFile {
            path: self.file.clone(),
            bytes: text.as_bytes().to_vec(),
        });
        inputs
            .assessments
            .sort_by(|one, other| one.path.cmp(&other.path));
        let read = read::workspace(inputs, context.as_of.max(context.today));
        let mut sorted = read.diagnostics.sorted().into_iter();
        if let Some(error) = sorted.find(|own| own.severity == Severity::Error) {
            let (wrong, help) = sentences(error, &context.locale);
            return Ok(Err(match help {
                Some(help) => format!("{wrong}; {help}"),
                None => wrong,
            }));
        }
        let answers = read.workspace.and_then(|workspace| {
            let position = self.position(&workspace, &read.sources)?;
            Some(workspace.assessments[position].answers.clone())
        });
        Ok(Ok(answers.unwrap_or_default()))
    }

    fn not_placed(
        &self,
        view: &View,
        question: QuestionIndex,
        context: &Context<'_>,
    ) -> NotWritten {
        let words = [
            ("file", Word::from(view.opened.root.show(&self.file))),
            ("key", Word::from(view.question(question).key.as_str())),
        ];
        NotWritten::Said(context.say("ask-not-placed", &words))
    }
}

/// The workspace with one respondent's answers alone where there were those of several, and where they are in it.
fn without_others(workspace: &Workspace, assessment: usize) -> (Workspace, usize) {
    let mut alone = workspace.clone();
    let own = &workspace.assessments[assessment];
    let is_other = |position: usize, other: &Assessment| {
        position != assessment
            && other.rubric == own.rubric
            && other.date == own.date
            && other.person.is_none()
    };
    let others = workspace.assessments.iter().enumerate();
    let kept: Vec<usize> = others
        .filter(|(position, other)| !is_other(*position, other))
        .map(|(position, _)| position)
        .collect();
    alone.assessments = kept
        .iter()
        .map(|position| workspace.assessments[*position].clone())
        .collect();
    let position = kept.iter().position(|kept| *kept == assessment);
    (alone, position.unwrap_or_default())
}

/// Whether nothing was said of any question but one.
fn are_others_same(old: &[Option<Answer>], new: &[Option<Answer>], but: QuestionIndex) -> bool {
    let at = |answers: &[Option<Answer>], index: usize| answers.get(index).cloned().flatten();
    (0..old.len().max(new.len()))
        .all(|index| index == but.0 || is_same(at(old, index).as_ref(), at(new, index).as_ref()))
        && at(new, but.0).is_some()
}

fn is_same(one: Option<&Answer>, other: Option<&Answer>) -> bool {
    let evidence = |own: &Answer| {
        let all = own.evidence.iter();
        let parts = all.map(|own| (own.title.clone(), own.href.clone(), own.date));
        parts.collect::<Vec<_>>()
    };
    let (Some(one), Some(other)) = (one, other) else {
        return one.is_none() && other.is_none();
    };
    one.given == other.given && one.note == other.note && evidence(one) == evidence(other)
}

/// Where the day of an assessment is written says which file it is.
pub(super) fn path_of(sources: &Sources, place: Place) -> &str {
    &sources.file(place.file).path
}
