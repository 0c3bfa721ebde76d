//! `regua ask`: a questionnaire, answered a line at a time, at a terminal or through a pipe. What is answered is
//! written before the next question is asked, so that leaving at any moment loses nothing.

mod answers;
mod page;
mod said;

use std::collections::BTreeSet;
use std::io::IsTerminal;
use std::ops::ControlFlow;

use chrono::{Days, NaiveDate};

use super::context::{Context, Failure, Opened};
use super::contradictions::Contradictions;
use super::{prompt, table};
use crate::diagnostic::suggest::nearest;
use crate::locale::Word;
use crate::model::{
    Assessment, Evidence, Given, Id, QuestionIndex, RatedBy, Rubric, Workspace, parse_day,
    without_accent,
};
use crate::read::{AnswerChange, AnswerText, likely_date};
use crate::render::plan::flow_scalar;
use crate::score::contradiction::{Against, Contradiction};
use answers::{AnswerSheet, NotWritten, View, path_of};
use page::Page;
use said::{Said, understood};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "RUBRIC")]
    rubric: Option<String>,
    #[arg(long, value_name = "NAME")]
    respondent: Option<String>,
    #[arg(long, value_name = "ID", conflicts_with = "respondent")]
    person: Option<String>,
    #[arg(long = "by", value_name = "WHO", requires = "person", value_parser = rater)]
    rated_by: Option<RatedBy>,
    #[arg(long = "on", value_name = "DATE", value_parser = crate::cli::date)]
    day: Option<NaiveDate>,
    #[arg(long)]
    all: bool,
    #[arg(long, conflicts_with = "all")]
    evidence: bool,
    #[arg(long, value_name = "ID", conflicts_with_all = ["all", "evidence"])]
    question: Vec<String>,
}

fn rater(text: &str) -> Result<RatedBy, String> {
    let mut names = RatedBy::NAMES.iter();
    let found = names.find(|(name, _)| *name == text);
    found.map(|(_, by)| *by).ok_or_else(|| {
        let names = RatedBy::NAMES.map(|(name, _)| name);
        names.join(" | ")
    })
}

/// Whose answers they are.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Who {
    /// The organisation's, in a file that names nobody.
    All,
    /// One respondent's of several.
    Respondent(String),
    /// Those about a person, by one of their raters.
    Person(Id, Option<RatedBy>),
}

/// Which questions are asked.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Selection {
    /// Those that nobody has answered yet.
    Open,
    /// Answered ones too.
    All,
    /// Of these, only what shows that their answers are so.
    Evidence(BTreeSet<QuestionIndex>),
    /// These, answered or not.
    Named(BTreeSet<QuestionIndex>),
}

impl Selection {
    /// Whether a question is one that may be asked at all.
    fn holds(&self, question: QuestionIndex) -> bool {
        match self {
            Selection::Open | Selection::All => true,
            Selection::Evidence(some) | Selection::Named(some) => some.contains(&question),
        }
    }

    fn is_evidence(&self) -> bool {
        matches!(self, Selection::Evidence(_))
    }

    /// How it is called in sentences.
    fn name(&self) -> &'static str {
        match self {
            Selection::Open => "open",
            Selection::All => "all",
            Selection::Evidence(_) => "evidence",
            Selection::Named(_) => "named",
        }
    }
}

/// How long, in days, an assessment may be gone on with: later, its answers would be of two times.
const FRESH: u64 = 31;

pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let opened = context.open()?;
    let rubric = rubric(&opened, args, context)?;
    let who = who(&opened, rubric, args, context)?;
    let named = questions(&opened.workspace.rubrics[rubric], args, context)?;
    let mut sheet = sheet(&opened, rubric, who, args, context)?;
    if args.all || args.evidence || !named.is_empty() {
        sheet.up_to = None;
    }
    let view = sheet.view(context)?;
    let lacking = || {
        view.asked()
            .into_iter()
            .filter(|own| view.lacks_evidence(*own))
    };
    let selection = match (args.all, args.evidence, named.is_empty()) {
        (true, ..) => Selection::All,
        (_, true, _) => Selection::Evidence(lacking().collect()),
        (.., false) => Selection::Named(named),
        _ => Selection::Open,
    };
    let (answered, count) = view.progress();
    match &selection {
        Selection::Open if answered == count => return nothing_open(&sheet, &view, context),
        Selection::Evidence(lacking) if lacking.is_empty() => {
            let words = [("file", Word::from(view.opened.root.show(&sheet.file)))];
            let line = context.say("ask-no-evidence-lacks", &words);
            let text = table::unbroken(&line, anstyle::Style::new(), 0, context.width);
            return Ok(write!(context.out, "{text}")?);
        }
        _ => {}
    }
    begin(&sheet, &view, &selection, context)?;
    let mut round = Round {
        sheet,
        view,
        selection,
        position: 0,
        furthest: 0,
        written: BTreeSet::new(),
        lines: 0,
    };
    let result = round.run(context);
    round.end(context)?;
    result
}

/// The rubric that is named, else the only one that can be meant, else the one that is answered.
fn rubric(opened: &Opened, args: &Args, context: &mut Context<'_>) -> Result<usize, Failure> {
    let rubrics = &opened.workspace.rubrics;
    let fits = |own: &&Rubric| own.skill.is_some() == args.person.is_some();
    let known: Vec<&str> = match &args.rubric {
        Some(_) => rubrics.iter().map(|own| own.id.as_str()).collect(),
        None => rubrics
            .iter()
            .filter(fits)
            .map(|own| own.id.as_str())
            .collect(),
    };
    let position = |name: &str| rubrics.iter().position(|own| own.id.as_str() == name);
    if let Some(name) = &args.rubric {
        let asks = |own: &&Rubric| own.questions.iter().any(|own| own.key == *name);
        return match (position(name), rubrics.iter().find(asks)) {
            (Some(position), _) => Ok(position),
            (None, None) => Err(refuse_rubric(name, &known, context)),
            (None, Some(asking)) => {
                let words = [
                    ("question", Word::from(name.as_str())),
                    ("rubric", Word::from(asking.id.as_str())),
                ];
                Err(context.refuse("ask-question-not-rubric", &words))
            }
        };
    }
    if let [only] = known.as_slice() {
        return position(only).ok_or(Failure::WrongInput);
    }
    let words = [
        ("count", Word::from(known.len())),
        ("known", Word::from(known.join(", "))),
    ];
    if known.is_empty() || !prompt::is_possible() {
        return Err(context.refuse("ask-which-rubric", &words));
    }
    loop {
        let question = context.say("ask-choose-rubric", &words);
        let Some(typed) = prompt::line(context, &question)? else {
            return Err(context.refuse("ask-which-rubric", &words));
        };
        if let Some(found) = known.iter().find(|own| **own == typed) {
            return position(found).ok_or(Failure::WrongInput);
        }
    }
}

/// The questions of these names: their own, or their criterion's, which means all that it asks.
fn questions(
    rubric: &Rubric,
    args: &Args,
    context: &mut Context<'_>,
) -> Result<BTreeSet<QuestionIndex>, Failure> {
    let mut named = BTreeSet::new();
    for name in &args.question {
        let meant = |index: &usize| {
            let question = &rubric.questions[*index];
            let criterion = &rubric.criteria[question.criterion.0];
            question.key == *name || criterion.id.as_str() == name
        };
        let mut meant = (0..rubric.questions.len()).filter(meant).peekable();
        if meant.peek().is_none() {
            let keys = rubric.questions.iter().map(|own| own.key.as_str());
            let words = [
                ("question", Word::from(name.as_str())),
                ("rubric", Word::from(rubric.id.as_str())),
                ("near", Word::from(nearest(name, keys).unwrap_or("none"))),
            ];
            return Err(context.refuse("ask-unknown-question", &words));
        }
        named.extend(meant.map(QuestionIndex));
    }
    Ok(named)
}

/// Says that no such rubric is in use, and which are.
fn refuse_rubric(name: &str, known: &[&str], context: &mut Context<'_>) -> Failure {
    let near = nearest(name, known.iter().copied());
    let words = [
        ("rubric", Word::from(name)),
        ("known", Word::from(known.join(", "))),
        ("near", Word::from(near.unwrap_or("none"))),
    ];
    context.refuse("ask-unknown-rubric", &words)
}

/// Who answers, or about whom: a rubric rates persons, or it does not.
fn who(
    opened: &Opened,
    rubric: usize,
    args: &Args,
    context: &mut Context<'_>,
) -> Result<Who, Failure> {
    let rubric = &opened.workspace.rubrics[rubric];
    let people = &opened.workspace.people;
    let known: Vec<&str> = people.iter().map(|own| own.id.as_str()).collect();
    let words = |name: &str| {
        [
            ("rubric", Word::from(rubric.id.as_str())),
            ("person", Word::from(name)),
            ("known", Word::from(known.join(", "))),
            ("count", Word::from(known.len())),
        ]
    };
    match (&args.person, &rubric.skill) {
        (Some(name), Some(_)) => {
            let found = people.iter().find(|own| own.id.as_str() == name);
            match found {
                Some(person) => Ok(Who::Person(person.id.clone(), args.rated_by)),
                None => Err(context.refuse("ask-unknown-person", &words(name))),
            }
        }
        (Some(name), None) => Err(context.refuse("ask-no-person", &words(name))),
        (None, Some(_)) => Err(context.refuse("ask-needs-person", &words(""))),
        (None, None) => {
            let name = args.respondent.as_deref().map(one_line);
            match name.filter(|name| !name.is_empty()) {
                Some(name) => Ok(Who::Respondent(name)),
                None if args.respondent.is_some() => Err(context.refuse("ask-nobody", &words(""))),
                None => Ok(Who::All),
            }
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The file to go on with, or where a new one is to be.
fn sheet(
    opened: &Opened,
    rubric: usize,
    who: Who,
    args: &Args,
    context: &mut Context<'_>,
) -> Result<AnswerSheet, Failure> {
    let workspace = &opened.workspace;
    let id = workspace.rubrics[rubric].id.clone();
    let oldest = context.as_of - Days::new(FRESH);
    let is_of_day = |own: &&Assessment| match args.day {
        Some(day) => own.date == day,
        None => own.date >= oldest && own.date <= context.as_of,
    };
    let of_rubric = || {
        let all = workspace.assessments.iter();
        all.filter(|own| own.rubric == rubric).filter(is_of_day)
    };
    let own = of_rubric().rfind(|own| is_by(own, &who));
    if let Some(own) = own {
        return Ok(AnswerSheet {
            rubric: id,
            date: own.date,
            up_to: required(workspace, rubric, &who),
            who,
            file: path_of(&opened.sources, own.place).to_owned(),
            is_day_named: args.day.is_some(),
        });
    }
    let of_teams = || of_rubric().filter(|own| own.person.is_none());
    let named: Vec<&str> = of_teams()
        .filter_map(|own| own.respondent.as_deref())
        .collect();
    if who == Who::All && !named.is_empty() {
        let words = [("known", Word::from(named.join(", ")))];
        return Err(context.refuse("ask-which-respondent", &words));
    }
    // Respondents answer for the day on which the first of them did.
    let joint = of_teams()
        .rfind(|own| own.respondent.is_some() || own.answers.iter().all(Option::is_none))
        .map(|own| own.date);
    let joint = joint.filter(|_| matches!(who, Who::Respondent(_)));
    let date = args.day.or(joint).unwrap_or(context.as_of);
    let is_nameless = |own: &&Assessment| is_by(own, &Who::All) && own.date == date;
    let mut nameless = of_rubric().filter(is_nameless);
    let is_answered = |own: &&Assessment| own.answers.iter().any(Option::is_some);
    if let (Who::Respondent(name), Some(other)) = (&who, nameless.find(is_answered)) {
        let file = path_of(&opened.sources, other.place);
        let words = [
            ("file", Word::from(opened.root.show(file))),
            ("respondent", Word::from(name.as_str())),
        ];
        return Err(context.refuse("ask-nameless", &words));
    }
    let file = new_file(opened, (&id, date), &who);
    Ok(AnswerSheet {
        rubric: id,
        date,
        up_to: required(workspace, rubric, &who),
        who,
        file,
        is_day_named: args.day.is_some(),
    })
}

/// The level of a rubric's skill that a person's role asks for.
fn required(workspace: &Workspace, rubric: usize, who: &Who) -> Option<u32> {
    let Who::Person(person, _) = who else {
        return None;
    };
    let skill = workspace.rubrics[rubric].skill.as_ref()?;
    let person = workspace.people.iter().find(|own| own.id == *person)?;
    let role = &workspace.roles[person.role?];
    let mut requires = role.requires.iter();
    let required = requires.find(|own| own.skill.as_str() == skill.as_str())?;
    Some(required.level)
}

/// Whether a file holds these answers.
fn is_by(assessment: &Assessment, who: &Who) -> bool {
    match who {
        Who::All => {
            assessment.respondent.is_none()
                && assessment.person.is_none()
                && !assessment.is_consensus
        }
        Who::Respondent(name) => {
            let own = assessment.respondent.as_deref();
            own.is_some_and(|own| own.to_lowercase() == name.to_lowercase())
        }
        Who::Person(person, by) => {
            assessment.person.as_ref() == Some(person) && assessment.rated_by == *by
        }
    }
}

/// Where new answers go: a file of the day; in a folder of the day, one for each respondent.
fn new_file(opened: &Opened, (rubric, date): (&Id, NaiveDate), who: &Who) -> String {
    let (usual, other) = match who {
        Who::All => (date.to_string(), format!("{date}-{rubric}")),
        Who::Respondent(name) => {
            let name = file_name(name);
            (format!("{date}/{name}"), format!("{date}/{rubric}-{name}"))
        }
        Who::Person(person, by) => {
            let by = by.map_or_else(String::new, |by| format!("-{}", by.as_str()));
            let name = format!("{date}-{rubric}-{person}{by}");
            (name.clone(), name)
        }
    };
    let numbered = (2..).map(|number| format!("{other}-{number}"));
    let mut names = [usual, other.clone()].into_iter().chain(numbered);
    let root = &opened.root.path;
    let is_free = |name: &String| {
        let path = root.join(format!("assessments/{name}.yaml"));
        path.symlink_metadata().is_err()
    };
    let name = names.find(is_free).unwrap_or(other);
    format!("assessments/{name}.yaml")
}

/// A person's name as the name of a file.
fn file_name(name: &str) -> String {
    let lower = name.to_lowercase();
    let plain: String = lower.chars().map(without_accent).collect();
    let words = plain.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    match words.is_empty() {
        true => "respondent".to_owned(),
        false => words.join("-"),
    }
}

/// Everything is answered: what can be done about that.
fn nothing_open(
    sheet: &AnswerSheet,
    view: &View,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let words = [
        ("file", Word::from(view.opened.root.show(&sheet.file))),
        ("command", Word::from(going_on(sheet))),
        ("anew", Word::from(asking(sheet))),
        ("date", Word::from(context.as_of.to_string())),
        (
            "again",
            Word::from(if sheet.date == context.as_of {
                "same"
            } else {
                "later"
            }),
        ),
    ];
    let line = context.say("ask-nothing-open", &words);
    let text = table::unbroken(&line, anstyle::Style::new(), 0, context.width);
    Ok(write!(context.out, "{text}")?)
}

/// What is answered where, and how.
fn begin(
    sheet: &AnswerSheet,
    view: &View,
    selection: &Selection,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    if context.is_quiet {
        return Ok(());
    }
    let title = view.rubric().title.in_language(context.locale.language());
    let mut heading = vec![title.to_owned(), context.locale.date(sheet.date)];
    let people = &view.opened.workspace.people;
    match &sheet.who {
        Who::All => {}
        Who::Respondent(name) => heading.push(name.clone()),
        Who::Person(id, _) => {
            let person = people.iter().find(|own| own.id == *id);
            heading.push(person.map_or(id.as_str(), |own| own.called()).to_owned());
        }
    }
    let mut text = table::paragraph(&heading.join(" · "), table::bold(), 0, context.width);
    let (answered, count) = view.progress();
    let words = [
        ("file", Word::from(view.opened.root.show(&sheet.file))),
        ("answered", Word::from(answered)),
        ("count", Word::from(count)),
        ("asked", Word::from(selection.name())),
        ("command", Word::from(asking(sheet))),
        ("date", Word::from(context.as_of.to_string())),
        ("level", Word::from(sheet.up_to.unwrap_or_default())),
        ("beyond", Word::from(view.count_beyond())),
    ];
    let line = context.say("ask-file", &words);
    text.push_str(&table::unbroken(&line, table::dim(), 0, context.width));
    if let Some(file) = prepared(sheet, view) {
        let words = [("file", Word::from(view.opened.root.show(&file)))];
        let line = context.say("ask-prepared", &words);
        text.push_str(&table::unbroken(&line, table::dim(), 0, context.width));
    }
    if view.count_beyond() > 0 {
        let line = context.say("ask-beyond", &words);
        text.push_str(&table::unbroken(&line, table::dim(), 0, context.width));
    }
    // Who names a day means that one.
    if sheet.date != context.as_of && !sheet.is_day_named {
        let line = context.say("ask-other-day", &words);
        text.push_str(&table::unbroken(&line, table::dim(), 0, context.width));
    }
    if let Some(day) = view.day_before().filter(|_| !selection.is_evidence()) {
        let words = [("date", Word::from(context.locale.date(day)))];
        let line = context.say("ask-before", &words);
        text.push_str(&table::paragraph(&line, table::dim(), 0, context.width));
    }
    text.push_str(&keys(view, context));
    context.err.write_all(text.as_bytes())?;
    Ok(())
}

/// The file without answers or a name that was begun for the same day, where one of several respondents answers.
fn prepared(sheet: &AnswerSheet, view: &View) -> Option<String> {
    if !matches!(sheet.who, Who::Respondent(_)) {
        return None;
    }
    let mut all = view.opened.workspace.assessments.iter();
    let found = all.find(|own| {
        let is_same = own.rubric == view.rubric && own.date == sheet.date;
        is_same && is_by(own, &Who::All) && own.answers.iter().all(Option::is_none)
    })?;
    Some(path_of(&view.opened.sources, found.place).to_owned())
}

/// What may be typed.
fn keys(view: &View, context: &Context<'_>) -> String {
    let before = match view.day_before() {
        Some(_) => "some",
        None => "none",
    };
    let line = context.say("ask-keys", &[("before", Word::from(before))]);
    table::paragraph(&line, table::dim(), 0, context.width)
}

/// Where a question leads.
enum Next {
    Forward,
    Back,
    /// The same question, shown again.
    Again,
    Stop,
}

/// What is said beside an answer.
enum Addition {
    /// A note, where it was typed already.
    Note(Option<String>),
    Evidence,
}

/// What was typed where a text was asked for.
enum Part {
    Typed(String),
    /// An empty line, or the end of what there is.
    Nothing,
    /// The word that stops the questionnaire.
    Quit,
}

/// A questionnaire being answered.
struct Round {
    sheet: AnswerSheet,
    view: View,
    selection: Selection,
    /// The question, among those of the questionnaire.
    position: usize,
    /// Up to where it was asked: what lies before is shown again, answered or not.
    furthest: usize,
    /// The questions whose answers were written.
    written: BTreeSet<QuestionIndex>,
    /// Lines that were read.
    lines: usize,
}

impl Round {
    fn run(&mut self, context: &mut Context<'_>) -> Result<(), Failure> {
        loop {
            let asked = self.view.asked();
            let Some(question) = self.next_question(&asked, context)? else {
                break;
            };
            self.furthest = self.furthest.max(self.position);
            let next = match self.selection {
                Selection::Evidence(_) => self.show(question, context)?,
                _ => self.ask(question, context)?,
            };
            match next {
                Next::Forward => self.position += 1,
                Next::Back => self.back(&asked, context)?,
                // It may be answered by now: it is shown all the same.
                Next::Again => self.furthest = self.furthest.max(self.position + 1),
                Next::Stop => break,
            }
        }
        Ok(())
    }

    /// The question to ask from here on: open ones, and those that were come back to.
    fn next_question(
        &mut self,
        asked: &[QuestionIndex],
        context: &mut Context<'_>,
    ) -> Result<Option<QuestionIndex>, Failure> {
        while let Some(question) = asked.get(self.position) {
            let is_meant = self.selection.holds(*question);
            match self.view.measured(*question) {
                Some(kpi) => {
                    if is_meant && self.position >= self.furthest && !context.is_quiet {
                        let locale = context.locale.clone();
                        let text = Page::of(&self.view, &locale, context).measured(*question, kpi);
                        context.err.write_all(text.as_bytes())?;
                    }
                }
                None => {
                    let is_due = self.selection != Selection::Open
                        || self.position < self.furthest
                        || self.view.answer(*question).is_none();
                    if is_meant && is_due {
                        return Ok(Some(*question));
                    }
                }
            }
            self.position += 1;
        }
        Ok(None)
    }

    /// To the question before, if people are asked one there.
    fn back(&mut self, asked: &[QuestionIndex], context: &mut Context<'_>) -> Result<(), Failure> {
        let before = &asked[..self.position];
        match before
            .iter()
            .rposition(|own| self.selection.holds(*own) && self.view.measured(*own).is_none())
        {
            Some(position) => self.position = position,
            None => self.tell("ask-first", &[], context)?,
        }
        // What lies between is shown again, though nothing may have been asked of it yet.
        self.furthest = self.furthest.max(self.position + 1);
        Ok(())
    }

    fn page(&self, question: QuestionIndex, context: &mut Context<'_>) -> Result<(), Failure> {
        if context.is_quiet {
            return Ok(());
        }
        let locale = context.locale.clone();
        let text = Page::of(&self.view, &locale, context).question(question);
        Ok(context.err.write_all(text.as_bytes())?)
    }

    /// Asks for the evidence of an answer, and leaves the answer as it is.
    fn show(
        &mut self,
        question: QuestionIndex,
        context: &mut Context<'_>,
    ) -> Result<Next, Failure> {
        self.page(question, context)?;
        self.owed(question, context)
    }

    fn ask(&mut self, question: QuestionIndex, context: &mut Context<'_>) -> Result<Next, Failure> {
        let locale = context.locale.clone();
        self.page(question, context)?;
        // What is to be added once there is an answer.
        let mut later = Vec::new();
        loop {
            let page = Page::of(&self.view, &locale, context);
            let range = page.range(question);
            let key = match self.view.answer(question) {
                Some(_) => "ask-prompt-answered",
                None => "ask-prompt",
            };
            let prompt = context.say(key, &[("range", Word::from(range.as_str()))]);
            let Some(line) = self.line(&prompt, context)? else {
                return Ok(Next::Stop);
            };
            let page = Page::of(&self.view, &locale, context);
            let said = understood(&line, page.scale(question), locale.language());
            let given = match said {
                Said::Choice(choice) => Some(Given::Choice(choice)),
                Said::Unknown => Some(Given::Unknown),
                Said::NotApplicable(reason) => match self.reason(reason, context)? {
                    ControlFlow::Continue(given) => given,
                    ControlFlow::Break(()) => return Ok(Next::Stop),
                },
                Said::Number(typed) => {
                    let answer = AnswerText {
                        form: "value",
                        scalar: flow_scalar(&typed),
                    };
                    if self.write(question, &AnswerChange::Given(answer), context)? {
                        return self.answered(question, later, context);
                    }
                    None
                }
                Said::Note(text) => match self.view.answer(question).is_some() {
                    true => {
                        let added = self.add(question, vec![Addition::Note(text)], context)?;
                        return Ok(match added {
                            ControlFlow::Continue(()) => Next::Again,
                            ControlFlow::Break(()) => Next::Stop,
                        });
                    }
                    false => {
                        note_later(&mut later, text);
                        self.tell("ask-note-later", &[], context)?;
                        None
                    }
                },
                Said::Evidence => match self.view.answer(question).is_some() {
                    true => {
                        let added = self.add(question, vec![Addition::Evidence], context)?;
                        return Ok(match added {
                            ControlFlow::Continue(()) => Next::Again,
                            ControlFlow::Break(()) => Next::Stop,
                        });
                    }
                    false => {
                        later.push(Addition::Evidence);
                        self.tell("ask-evidence-later", &[], context)?;
                        None
                    }
                },
                Said::Before => match self.view.before(question) {
                    Some(before) => Some(before.answer.given.clone()),
                    None => {
                        self.object(context.say("ask-nothing-before", &[]), context)?;
                        None
                    }
                },
                Said::Guidance => {
                    let text = format!("{}{}", page.guidance(question), keys(&self.view, context));
                    context.err.write_all(text.as_bytes())?;
                    None
                }
                Said::Back => return Ok(Next::Back),
                Said::Skip => return Ok(Next::Forward),
                Said::Quit => return Ok(Next::Stop),
                Said::Ambiguous(word, choice) => {
                    let choice = page.given(question, &Given::Choice(choice));
                    let words = [
                        ("typed", Word::from(line.trim())),
                        ("word", Word::from(word)),
                        ("choice", Word::from(choice)),
                    ];
                    self.object(context.say("ask-ambiguous", &words), context)?;
                    None
                }
                Said::Unclear(near) => {
                    let near = near.unwrap_or_else(|| "none".to_owned());
                    let words = [
                        ("typed", Word::from(shortened(&line))),
                        ("near", Word::from(near)),
                        ("range", Word::from(range)),
                    ];
                    self.object(context.say("ask-unclear", &words), context)?;
                    None
                }
            };
            let Some(given) = given else {
                continue;
            };
            let change = AnswerChange::Given(self.view.text_of(question, &given));
            if self.write(question, &change, context)? {
                return self.answered(question, later, context);
            }
        }
    }

    /// Adds what was to be said beside an answer, and asks at a terminal for the evidence that it needs: the lines of
    /// a pipe answer the questions that their author knew of.
    fn answered(
        &mut self,
        question: QuestionIndex,
        later: Vec<Addition>,
        context: &mut Context<'_>,
    ) -> Result<Next, Failure> {
        if self.add(question, later, context)?.is_break() {
            return Ok(Next::Stop);
        }
        if !self.view.lacks_evidence(question) || !prompt::is_possible() {
            return Ok(Next::Forward);
        }
        self.owed(question, context)
    }

    /// Asks for the evidence that an answer must have.
    fn owed(
        &mut self,
        question: QuestionIndex,
        context: &mut Context<'_>,
    ) -> Result<Next, Failure> {
        let before = self.view.before(question);
        let before = before.map_or_else(Vec::new, |own| own.answer.evidence.clone());
        let titles: Vec<&str> = before.iter().map(|own| own.title.as_str()).collect();
        let words = [
            ("count", Word::from(titles.len())),
            ("titles", Word::from(titles.join(", "))),
        ];
        loop {
            let prompt = context.say("ask-evidence-owed", &words);
            let Some(line) = self.line(&prompt, context)? else {
                return Ok(Next::Stop);
            };
            let locale = context.locale.clone();
            let page = Page::of(&self.view, &locale, context);
            match understood(&line, page.scale(question), locale.language()) {
                Said::Skip => return Ok(Next::Forward),
                Said::Quit => return Ok(Next::Stop),
                Said::Before if !before.is_empty() => {
                    self.show_again(question, &before, context)?;
                    return Ok(Next::Forward);
                }
                Said::Before => self.object(context.say("ask-no-evidence-before", &[]), context)?,
                Said::Back if self.selection.is_evidence() => return Ok(Next::Back),
                Said::Back => return Ok(Next::Again),
                Said::Guidance => {
                    let text = page.guidance(question);
                    context.err.write_all(text.as_bytes())?;
                }
                // Anything else is a title, even one that would be an answer to the question itself.
                _ => {
                    let shown = self.evidence(question, Some(line), context)?;
                    return Ok(match shown {
                        ControlFlow::Continue(()) => Next::Forward,
                        ControlFlow::Break(()) => Next::Stop,
                    });
                }
            }
        }
    }

    /// Shows an answer by what showed it the time before, each piece with its own date.
    fn show_again(
        &mut self,
        question: QuestionIndex,
        evidence: &[Evidence],
        context: &mut Context<'_>,
    ) -> Result<(), Failure> {
        for own in evidence {
            let mut parts = vec![format!("title: {}", flow_scalar(&own.title))];
            let href = own.href.as_deref();
            parts.extend(href.map(|href| format!("href: {}", flow_scalar(href))));
            parts.extend(own.date.map(|date| format!("date: {date}")));
            let item = format!("{{{}}}", parts.join(", "));
            if let Some(answer) = self.written_answer(question) {
                self.write(question, &AnswerChange::Evidence(answer, item), context)?;
            }
        }
        Ok(())
    }

    /// Why a question does not apply: without a reason it may, so nothing is written.
    fn reason(
        &mut self,
        typed: Option<String>,
        context: &mut Context<'_>,
    ) -> Result<ControlFlow<(), Option<Given>>, Failure> {
        let reason = match typed {
            Some(reason) => Some(reason),
            None => match self.part("ask-reason", context)? {
                Part::Typed(reason) => Some(reason),
                Part::Nothing => None,
                Part::Quit => return Ok(ControlFlow::Break(())),
            },
        };
        if reason.is_none() {
            self.tell("ask-no-reason", &[], context)?;
        }
        Ok(ControlFlow::Continue(reason.map(Given::NotApplicable)))
    }

    /// Adds to an answer that is written what was to be said beside it. Who stops on the way is asked for no more;
    /// what was typed already is written.
    fn add(
        &mut self,
        question: QuestionIndex,
        additions: Vec<Addition>,
        context: &mut Context<'_>,
    ) -> Result<ControlFlow<()>, Failure> {
        let mut end = ControlFlow::Continue(());
        for addition in additions {
            let added = match addition {
                Addition::Note(None) | Addition::Evidence if end.is_break() => end,
                Addition::Note(text) => self.note(question, text, context)?,
                Addition::Evidence => self.evidence(question, None, context)?,
            };
            if added.is_break() {
                end = added;
            }
        }
        Ok(end)
    }

    /// The answer that is written, as it stands in the file.
    fn written_answer(&self, question: QuestionIndex) -> Option<AnswerText> {
        let answer = self.view.answer(question)?;
        Some(self.view.text_of(question, &answer.given))
    }

    fn note(
        &mut self,
        question: QuestionIndex,
        typed: Option<String>,
        context: &mut Context<'_>,
    ) -> Result<ControlFlow<()>, Failure> {
        let answer = self.view.answer(question);
        let standing = answer.and_then(|answer| answer.note.clone());
        let prompt = match (&typed, &standing) {
            (None, Some(note)) => {
                let words = [("note", Word::from(one_line(note)))];
                self.tell("ask-note-standing", &words, context)?;
                "ask-note-instead"
            }
            _ => "ask-note",
        };
        let note = match typed {
            Some(note) => note,
            None => match self.part(prompt, context)? {
                Part::Typed(note) => note,
                Part::Nothing if standing.is_some() => return Ok(ControlFlow::Continue(())),
                Part::Nothing => String::new(),
                Part::Quit => return Ok(ControlFlow::Break(())),
            },
        };
        let Some(answer) = self.written_answer(question).filter(|_| !note.is_empty()) else {
            self.tell("ask-no-note", &[], context)?;
            return Ok(ControlFlow::Continue(()));
        };
        let change = AnswerChange::Note(answer, flow_scalar(&note));
        self.write(question, &change, context)?;
        Ok(ControlFlow::Continue(()))
    }

    /// What shows that an answer is so: its title, where it is, its date. Who stops once there is a title has shown
    /// it all the same.
    fn evidence(
        &mut self,
        question: QuestionIndex,
        title: Option<String>,
        context: &mut Context<'_>,
    ) -> Result<ControlFlow<()>, Failure> {
        let title = match title {
            Some(title) => Some(title),
            None => match self.part("ask-evidence-title", context)? {
                Part::Typed(title) => Some(title),
                Part::Nothing => None,
                Part::Quit => return Ok(ControlFlow::Break(())),
            },
        };
        let answer = self.written_answer(question);
        let (Some(title), Some(answer)) = (title, answer) else {
            self.tell("ask-no-evidence", &[], context)?;
            return Ok(ControlFlow::Continue(()));
        };
        let mut parts = vec![format!("title: {}", flow_scalar(&title))];
        let end = self.place_and_date(&mut parts, context)?;
        let item = format!("{{{}}}", parts.join(", "));
        self.write(question, &AnswerChange::Evidence(answer, item), context)?;
        Ok(end)
    }

    /// Where evidence is, and of which day, as far as somebody says so.
    fn place_and_date(
        &mut self,
        parts: &mut Vec<String>,
        context: &mut Context<'_>,
    ) -> Result<ControlFlow<()>, Failure> {
        match self.part("ask-evidence-href", context)? {
            Part::Typed(href) => parts.push(format!("href: {}", flow_scalar(&href))),
            Part::Nothing => {}
            Part::Quit => return Ok(ControlFlow::Break(())),
        }
        loop {
            let typed = match self.part("ask-evidence-date", context)? {
                Part::Typed(typed) => typed,
                Part::Nothing => return Ok(ControlFlow::Continue(())),
                Part::Quit => return Ok(ControlFlow::Break(())),
            };
            match parse_day(&typed).filter(|day| *day <= context.as_of.max(context.today)) {
                Some(day) => {
                    parts.push(format!("date: {day}"));
                    return Ok(ControlFlow::Continue(()));
                }
                None => {
                    let why = match parse_day(&typed) {
                        Some(_) => "future",
                        None => "form",
                    };
                    let today = context.as_of.max(context.today);
                    let likely = likely_date(&typed);
                    let words = [
                        ("typed", Word::from(shortened(&typed))),
                        ("why", Word::from(why)),
                        ("today", Word::from(today.to_string())),
                        (
                            "likely",
                            Word::from(likely.unwrap_or_else(|| today.to_string())),
                        ),
                    ];
                    self.object(context.say("ask-no-date", &words), context)?;
                }
            }
        }
    }

    /// A part of something, where one is given.
    fn part(&mut self, key: &str, context: &mut Context<'_>) -> Result<Part, Failure> {
        let prompt = context.say(key, &[]);
        let line = self.line(&prompt, context)?;
        Ok(match line.filter(|line| !line.is_empty()) {
            Some(line) if said::is_quit(&line) => Part::Quit,
            Some(line) => Part::Typed(line),
            None => Part::Nothing,
        })
    }

    /// Writes a change, and says what it came to; whether it was written.
    fn write(
        &mut self,
        question: QuestionIndex,
        change: &AnswerChange,
        context: &mut Context<'_>,
    ) -> Result<bool, Failure> {
        match self.sheet.write(&self.view, question, change, context) {
            Ok(()) => {}
            Err(NotWritten::Failed(failure)) => return Err(failure),
            Err(NotWritten::Said(wrong)) => {
                self.object(wrong, context)?;
                return Ok(false);
            }
        }
        let now = self.sheet.view(context)?;
        if !now.asks_as(&self.view) {
            let words = [("rubric", Word::from(self.sheet.rubric.as_str()))];
            return Err(context.refuse("ask-rubric-changed", &words));
        }
        let before = std::mem::replace(&mut self.view, now);
        self.written.insert(question);
        if !context.is_quiet {
            let line = self.saved(question, change, &before, context);
            let text = format!("{}\n{}", table::good(&line), self.doubts(&before, context));
            context.err.write_all(text.as_bytes())?;
        }
        Ok(true)
    }

    /// What cannot hold together since the last answer: said while whoever knows is still there. That evidence is
    /// required stands above the question.
    fn doubts(&self, before: &View, context: &Context<'_>) -> String {
        let of = |view: &View| {
            let score = view.score.as_ref();
            score.map_or_else(Vec::new, |score| score.contradictions.clone())
        };
        let known = of(before);
        let lines = Contradictions {
            workspace: &self.view.opened.workspace,
            rubric: self.view.rubric(),
            locale: &context.locale,
            width: context.width,
        };
        let mut new = of(&self.view);
        let is_known = |own: &Contradiction| {
            let mut known = known.iter().filter(|known| known.is_between_the_same(own));
            known.any(|known| (own.held_by().iter()).all(|file| known.held_by().contains(file)))
        };
        new.retain(|own| own.against != Against::MissingEvidence && !is_known(own));
        let heading = context.say("ask-doubt", &[]);
        let heading = table::paragraph(&heading, table::lacking(), 0, context.width);
        let Some(score) = &self.view.score else {
            return String::new();
        };
        let told: String = new.iter().map(|own| lines.by_whom(score, own)).collect();
        match told.is_empty() {
            true => told,
            false => heading + &told,
        }
    }

    /// What is written now, and which figures it moved.
    fn saved(
        &self,
        question: QuestionIndex,
        change: &AnswerChange,
        before: &View,
        context: &Context<'_>,
    ) -> String {
        let locale = &context.locale;
        let (then, now) = (
            Page::of(before, locale, context),
            Page::of(&self.view, locale, context),
        );
        let what = match (change, self.view.answer(question)) {
            (AnswerChange::Given(_), Some(answer)) => now.given(question, &answer.given),
            (AnswerChange::Note(..), _) => context.say("ask-the-note", &[]),
            _ => context.say("ask-the-evidence", &[]),
        };
        let mut parts = vec![context.say("ask-saved", &[("what", Word::from(what))])];
        let moved = |key: &str, before: String, now: String| {
            let words = [("before", Word::from(before)), ("now", Word::from(now))];
            context.say(key, &words)
        };
        if before.score.is_some() && then.level() != now.level() {
            parts.push(moved("ask-level-moved", then.level(), now.level()));
        }
        if let (Some(then), Some(now)) = (then.index(), now.index())
            && then != now
        {
            let shown = |number| locale.number(number, 2);
            parts.push(moved("ask-index-moved", shown(then), shown(now)));
        }
        parts.join(" · ")
    }

    /// Says what is wrong with what was typed. Nobody types into a pipe: the lines behind would answer the wrong
    /// questions, so that the round ends there.
    fn object(&mut self, wrong: String, context: &mut Context<'_>) -> Result<(), Failure> {
        if std::io::stdin().is_terminal() {
            let text = table::unbroken(&wrong, anstyle::Style::new(), 0, context.width);
            context.err.write_all(text.as_bytes())?;
            return Ok(());
        }
        let words = [
            ("line", Word::from(self.lines)),
            ("wrong", Word::from(wrong)),
        ];
        Err(context.refuse("ask-stopped", &words))
    }

    fn tell(
        &self,
        key: &str,
        words: &[(&str, Word)],
        context: &mut Context<'_>,
    ) -> Result<(), Failure> {
        if !context.is_quiet {
            let line = context.say(key, words);
            let text = table::paragraph(&line, anstyle::Style::new(), 0, context.width);
            context.err.write_all(text.as_bytes())?;
        }
        Ok(())
    }

    fn line(&mut self, prompt: &str, context: &mut Context<'_>) -> Result<Option<String>, Failure> {
        self.lines += 1;
        Ok(prompt::line(context, prompt)?)
    }

    /// How much was written where, how much is open, and how to go on.
    fn end(&self, context: &mut Context<'_>) -> Result<(), Failure> {
        let (answered, count) = self.view.progress();
        let words = [
            ("count", Word::from(self.written.len())),
            (
                "file",
                Word::from(self.view.opened.root.show(&self.sheet.file)),
            ),
            ("open", Word::from(count - answered)),
            ("all", Word::from(count)),
        ];
        let key = match self.written.is_empty() {
            true => "ask-nothing-written",
            false => "ask-written",
        };
        let line = context.say(key, &words);
        let mut text = table::unbroken(&line, table::bold(), 0, context.width);
        let locale = context.locale.clone();
        let asked = self.view.asked().into_iter();
        let unshown = asked.filter(|own| self.view.lacks_evidence(*own)).count();
        let mut parts = vec![context.say("ask-left", &words)];
        if unshown > 0 {
            parts.push(context.say("ask-unshown", &[("count", Word::from(unshown))]));
        }
        parts.extend(Page::of(&self.view, &locale, context).figures());
        let line = parts.join(" · ");
        text.push_str(&table::paragraph(
            &line,
            anstyle::Style::new(),
            2,
            context.width,
        ));
        if unshown > 0 {
            let command = format!("{} --evidence", going_on(&self.sheet));
            let line = context.say("ask-unshown-next", &[("command", Word::from(command))]);
            text.push_str(&table::unbroken(&line, table::dim(), 2, context.width));
        }
        let next = match answered == count {
            true => "regua report".to_owned(),
            false => going_on(&self.sheet),
        };
        let line = context.say("ask-next", &[("command", Word::from(next))]);
        text.push_str(&table::unbroken(&line, table::dim(), 2, context.width));
        if !context.is_quiet {
            writeln!(context.err)?;
            context.err.flush()?;
            context.out.write_all(text.as_bytes())?;
        }
        Ok(())
    }
}

/// The command that asks for the answers of the same people by the same rubric.
fn asking(sheet: &AnswerSheet) -> String {
    let mut command = format!("regua ask {}", sheet.rubric);
    match &sheet.who {
        Who::All => {}
        Who::Respondent(name) if name.contains(' ') => {
            command.push_str(&format!(" --respondent \"{name}\""));
        }
        Who::Respondent(name) => command.push_str(&format!(" --respondent {name}")),
        Who::Person(person, by) => {
            command.push_str(&format!(" --person {person}"));
            if let Some(by) = by {
                command.push_str(&format!(" --by {}", by.as_str()));
            }
        }
    }
    command
}

/// The command that goes on with the same answers: those of a day that was named are found by it.
fn going_on(sheet: &AnswerSheet) -> String {
    match sheet.is_day_named {
        true => format!("{} --on {}", asking(sheet), sheet.date),
        false => asking(sheet),
    }
}

/// The beginning of what was typed: as much as a sentence can hold.
fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    let visible = |letter: char| !letter.is_control();
    let mut letters = text.trim().chars().filter(|letter| visible(*letter));
    let mut short: String = letters.by_ref().take(MOST).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

/// Puts by one note for an answer to come: a text is what was asked for before it, and goes on from another; a note
/// that is asked for behind a text is asked for with the text in view.
fn note_later(later: &mut Vec<Addition>, text: Option<String>) {
    let is_asked = |own: &Addition| matches!(own, Addition::Note(None));
    let Some(text) = text else {
        if !later.iter().any(is_asked) {
            later.push(Addition::Note(None));
        }
        return;
    };
    later.retain(|own| !is_asked(own));
    let put_by = later.iter_mut().find_map(|own| match own {
        Addition::Note(put_by) => put_by.as_mut(),
        Addition::Evidence => None,
    });
    let Some(put_by) = put_by else {
        later.push(Addition::Note(Some(text)));
        return;
    };
    let ends = put_by.ends_with(['.', '!', '?', ';', ':', ',']);
    put_by.push_str(if ends { " " } else { "; " });
    put_by.push_str(&text);
}
