//! A round of check-ins: each key result of which news is due, one after the other. What is said of one is written
//! before the next is asked for, so that leaving half-way loses nothing.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::check_in::{self, Position, Said};
use super::status::Board;
use crate::cli::context::{Context, Failure, Opened};
use crate::cli::prompt::{self, Reply};
use crate::cli::table;
use crate::locale::Word;
use crate::model::{
    CheckIn, Cycle, KeyResult, KeyResultKind, Milestone, Reached, UnitKind, ValueSource, Workspace,
};
use crate::score::{self, Flag, KeyResultScore, Scores, Status};

/// What stands for no value, where an empty line would skip.
const NO_VALUE_YET: &str = "-";
const INDENT: usize = 2;

pub(super) fn run(
    (by, day): (Option<String>, NaiveDate),
    is_all: bool,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let opened = context.open()?;
    let names = due(&opened.workspace, by.as_deref(), is_all, context)?;
    if names.is_empty() {
        let key = if is_all {
            "okr-round-none-open"
        } else {
            "okr-round-none"
        };
        let line = context.say(key, &[]);
        let text = table::paragraph(&line, anstyle::Style::new(), 0, context.width);
        write!(context.out, "{text}")?;
        return Ok(());
    }
    begin(&names, by.as_deref(), is_all, context)?;
    let mut tally = Tally::default();
    for (index, name) in names.iter().enumerate() {
        let question = Question {
            name,
            number: index + 1,
            count: names.len(),
        };
        if let Next::Stop = question.ask(Said::nothing(day, by.clone()), &mut tally, context)? {
            break;
        }
    }
    end(&tally, names.len(), context)
}

/// What became of the key results.
#[derive(Default)]
struct Tally {
    rows: usize,
    written: usize,
    skipped: usize,
    files: BTreeSet<String>,
}

/// Whether the round goes on.
enum Next {
    Go,
    Stop,
}

/// The key results to ask for as `cycle/id`, in the order of the plans.
fn due(
    workspace: &Workspace,
    by: Option<&str>,
    is_all: bool,
    context: &mut Context<'_>,
) -> Result<Vec<String>, Failure> {
    let day = context.as_of;
    let runs = |own: &Cycle| own.closing.is_none() && own.days.first <= day && day <= own.days.last;
    if !workspace.cycles.iter().any(runs) {
        let known: Vec<&str> = workspace.cycles.iter().map(|own| own.id.as_str()).collect();
        let words = [
            ("date", Word::from(context.locale.date(day))),
            ("known", Word::from(known.join(", "))),
        ];
        return Err(context.refuse("okr-round-no-cycle", &words));
    }
    let scores = score::workspace(workspace, day);
    let mut owners = BTreeSet::new();
    let mut is_owner_known = by.is_none();
    let mut names = Vec::new();
    for (position, score) in positions(&scores) {
        let cycle = &workspace.cycles[position.0];
        if !runs(cycle) {
            continue;
        }
        let key_result = check_in::key_result(workspace, position);
        let objective = &cycle.objectives[position.1];
        let owner = key_result.owner.as_ref().or(objective.owner.as_ref());
        owners.extend(owner.map(String::as_str));
        let is_asked_for = match by {
            None => true,
            Some(by) => owner.is_some_and(|own| own.to_lowercase() == by.to_lowercase()),
        };
        if !is_asked_for {
            continue;
        }
        is_owner_known = true;
        if is_open(score) && (is_all || is_news_due(score)) {
            names.push(format!("{}/{}", cycle.id, key_result.id));
        }
    }
    if let (false, Some(by)) = (is_owner_known, by) {
        let known: Vec<&str> = owners.into_iter().collect();
        let words = [
            ("by", Word::from(by)),
            ("known", Word::from(known.join(", "))),
            ("count", Word::from(known.len())),
        ];
        return Err(context.refuse("okr-round-no-owner", &words));
    }
    Ok(names)
}

fn positions(scores: &Scores) -> impl Iterator<Item = (Position, &KeyResultScore)> {
    let cycles = scores.cycles.iter().enumerate();
    cycles.flat_map(|(cycle, scored)| {
        let objectives = scored.objectives.iter().enumerate();
        objectives.flat_map(move |(objective, scored)| {
            let key_results = scored.key_results.iter().enumerate();
            key_results.map(move |(index, score)| ((cycle, objective, index), score))
        })
    })
}

fn is_open(score: &KeyResultScore) -> bool {
    !matches!(
        score.status,
        Status::Achieved | Status::Dropped | Status::Planned
    )
}

/// Whether nothing was heard for too long, or ever.
fn is_news_due(score: &KeyResultScore) -> bool {
    let is_silent = score.check_ins.is_empty() && score.value.is_none();
    is_silent || score.flags.contains(&Flag::Stale)
}

/// How many there are, and how to answer.
fn begin(
    names: &[String],
    by: Option<&str>,
    is_all: bool,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let key = if is_all {
        "okr-round-open"
    } else {
        "okr-round-stale"
    };
    let mut heading = vec![context.say(key, &[("count", Word::from(names.len()))])];
    heading.extend(by.map(str::to_owned));
    let heading = heading.join(" · ");
    let mut text = table::paragraph(&heading, table::bold(), 0, context.width);
    let keys = context.say("okr-round-keys", &[]);
    text.push_str(&table::paragraph(&keys, table::dim(), 0, context.width));
    write!(context.err, "{text}")?;
    Ok(())
}

/// How many were written, where, and how many were not.
fn end(tally: &Tally, count: usize, context: &mut Context<'_>) -> Result<(), Failure> {
    let files: Vec<&str> = tally.files.iter().map(String::as_str).collect();
    let words = [
        ("count", Word::from(tally.rows)),
        ("files", Word::from(files.join(", "))),
    ];
    let key = if tally.rows == 0 {
        "okr-round-nothing-written"
    } else {
        "okr-round-written"
    };
    let mut parts = vec![context.say(key, &words)];
    let left = count - tally.written - tally.skipped;
    for (key, count) in [
        ("okr-round-skipped", tally.skipped),
        ("okr-round-left", left),
    ] {
        if count > 0 {
            parts.push(context.say(key, &[("count", Word::from(count))]));
        }
    }
    let line = parts.join(" · ");
    let text = table::unbroken(&line, table::bold(), 0, context.width);
    writeln!(context.err)?;
    context.err.flush()?;
    write!(context.out, "{text}")?;
    Ok(())
}

/// One key result of a round.
struct Question<'q> {
    /// `cycle/id`
    name: &'q str,
    /// From 1.
    number: usize,
    count: usize,
}

impl Question<'_> {
    fn ask(
        &self,
        mut said: Said,
        tally: &mut Tally,
        context: &mut Context<'_>,
    ) -> Result<Next, Failure> {
        // Others may have written since.
        let mut opened = context.open()?;
        let position = check_in::find(&opened.workspace, self.name, context)?;
        self.introduce(&opened, position, context)?;
        let mut asked = Asked {
            opened: &mut opened,
            position,
            milestones: Vec::new(),
        };
        let next = asked.all(&mut said, context)?;
        let last_milestone = asked.milestones.pop();
        let mut rows: Vec<Said> = Vec::new();
        for milestone in asked.milestones {
            rows.push(Said {
                milestone: Some(milestone),
                ..Said::nothing(said.day, said.by.clone())
            });
        }
        said.milestone = last_milestone;
        if says_something(&said) {
            rows.push(said);
        }
        if rows.is_empty() {
            tally.skipped += usize::from(matches!(next, Next::Go));
            return Ok(next);
        }
        for row in &rows {
            let written = check_in::record(self.name, row, context)?;
            tally.rows += 1;
            tally.files.insert(written.file());
            if !context.is_quiet {
                check_in::tell_shortly(written, context)?;
            }
        }
        tally.written += 1;
        Ok(next)
    }

    /// The key result as the board shows it, what was said last, and where its values come from.
    fn introduce(
        &self,
        opened: &Opened,
        position: Position,
        context: &mut Context<'_>,
    ) -> Result<(), Failure> {
        let workspace = &opened.workspace;
        let scores = score::workspace(workspace, context.as_of);
        let (cycle, objective, index) = position;
        let score = &scores.cycles[cycle].objectives[objective].key_results[index];
        let cycle = &workspace.cycles[cycle];
        let objective = &cycle.objectives[objective];
        let key_result = check_in::key_result(workspace, position);
        let language = context.locale.language();
        let place = format!(
            "{}/{} · {} · {}",
            self.number,
            self.count,
            cycle.id,
            objective.title.in_language(language)
        );
        let mut text = String::from("\n");
        text.push_str(&table::paragraph(&place, table::dim(), 0, context.width));
        let board = Board {
            locale: &context.locale,
            width: context.width,
        };
        text.push_str(&board.key_result(key_result, score));
        let mut notes = last_said(cycle, key_result, score, context);
        notes.extend(fed_by(workspace, key_result, context));
        if let KeyResultKind::Milestones(milestones) = &key_result.kind {
            let left = left_of(milestones, score).enumerate();
            notes.extend(left.map(|(index, own)| {
                let words = [
                    ("number", Word::from(index + 1)),
                    ("id", Word::from(own.id.as_str())),
                    ("title", Word::from(own.title.in_language(language))),
                    ("date", Word::from(context.locale.date(own.due))),
                ];
                context.say("okr-round-milestone", &words)
            }));
        }
        for note in notes {
            text.push_str(&table::paragraph(
                &note,
                anstyle::Style::new(),
                2 * INDENT,
                context.width,
            ));
        }
        write!(context.err, "{text}")?;
        Ok(())
    }
}

fn says_something(said: &Said) -> bool {
    let texts = [&said.value, &said.milestone, &said.confidence, &said.note];
    said.is_done || texts.iter().any(|text| text.is_some())
}

/// The steps that nobody said are done.
fn left_of<'m>(
    milestones: &'m [Milestone],
    score: &KeyResultScore,
) -> impl Iterator<Item = &'m Milestone> {
    let milestones = milestones.iter().zip(score.milestones_done.clone());
    milestones
        .filter(|(_, is_done)| !is_done)
        .map(|(own, _)| own)
}

/// `last 20 h on 15 Oct 2026, ana: By phone.`
fn last_said(
    cycle: &Cycle,
    key_result: &KeyResult,
    score: &KeyResultScore,
    context: &Context<'_>,
) -> Vec<String> {
    let locale = &context.locale;
    let check_ins = || {
        let positions = score.check_ins.iter().rev();
        positions.map(|own| &cycle.check_ins[*own])
    };
    let mut lines = Vec::new();
    let mut last = check_ins().next();
    if let Some(value) = &score.value {
        let words = [
            (
                "value",
                Word::from(locale.quantity(&value.value, &key_result.unit)),
            ),
            ("date", Word::from(locale.date(value.date))),
        ];
        let said = locale.say("okr-round-last", &words);
        let is_measured = |own: &&CheckIn| matches!(own.reached, Reached::Value(_));
        let own = check_ins().find(is_measured);
        lines.push(said + &own.map_or_else(String::new, signed));
        // What was said later, beside the value.
        last = last.filter(|last| own.is_none_or(|own| own.place != last.place));
    }
    if let Some(last) = last {
        let words = [("date", Word::from(locale.date(last.date)))];
        lines.push(locale.say("okr-round-last-word", &words) + &signed(last));
    }
    if lines.is_empty() {
        lines.push(locale.say("okr-round-never", &[]));
    }
    lines
}

/// Who said it, and what: `, ana: By phone.`
fn signed(check_in: &CheckIn) -> String {
    let by = check_in.by.as_ref().map(|by| format!(", {by}"));
    let note = check_in.note.as_ref().map(|note| format!(": {note}"));
    by.unwrap_or_default() + &note.unwrap_or_default()
}

/// Where values come from that nobody checks in, and what records a new one.
fn fed_by(workspace: &Workspace, key_result: &KeyResult, context: &Context<'_>) -> Option<String> {
    match &key_result.source {
        ValueSource::CheckIns => None,
        ValueSource::Kpi(kpi) => {
            let words = [("kpi", Word::from(workspace.kpis[*kpi].id.as_str()))];
            Some(context.say("okr-round-kpi", &words))
        }
        ValueSource::ServiceLevel(level) => {
            let id = workspace.service_levels[*level].id.as_str();
            let words = [("service-level", Word::from(id))];
            Some(context.say("okr-round-service-level", &words))
        }
        ValueSource::Score(score) => {
            let words = [("score", Word::from(score.name(&workspace.rubrics)))];
            Some(context.say("okr-round-score", &words))
        }
    }
}

/// The answers about one key result.
struct Asked<'a> {
    opened: &'a mut Opened,
    position: Position,
    /// The ids of those reached.
    milestones: Vec<String>,
}

/// What an answer leads to.
enum Step {
    Given,
    Skip,
    Stop,
}

impl Asked<'_> {
    /// Asks what was reached, how sure one is, and what there is to say. Whoever stops half-way has said what was
    /// said.
    fn all(&mut self, said: &mut Said, context: &mut Context<'_>) -> Result<Next, Failure> {
        match self.reached(said, context)? {
            Step::Skip => return Ok(Next::Go),
            Step::Stop => return Ok(Next::Stop),
            Step::Given => {}
        }
        let confidence = context.say("okr-ask-confidence", &[]);
        let set = |said: &mut Said, text: Option<String>| said.confidence = text;
        if let Step::Stop = self.text(&confidence, set, said, context)? {
            return Ok(Next::Stop);
        }
        let note = context.say("okr-ask-note", &[]);
        let set = |said: &mut Said, text: Option<String>| said.note = text;
        if let Step::Stop = self.text(&note, set, said, context)? {
            return Ok(Next::Stop);
        }
        Ok(Next::Go)
    }

    fn reached(&mut self, said: &mut Said, context: &mut Context<'_>) -> Result<Step, Failure> {
        let key_result = check_in::key_result(&self.opened.workspace, self.position);
        match (&key_result.kind, &key_result.source) {
            (KeyResultKind::Milestones(_), _) => self.milestones(said, context),
            (KeyResultKind::Done, _) => done(said, context),
            (_, ValueSource::Kpi(_) | ValueSource::Score(_) | ValueSource::ServiceLevel(_)) => {
                Ok(Step::Given)
            }
            (_, ValueSource::CheckIns) => {
                let question = value_question(key_result, context);
                let set = |said: &mut Said, text: Option<String>| said.value = text;
                self.text(&question, set, said, context)
            }
        }
    }

    /// Asks until what is said can be written, or nothing is.
    fn text(
        &mut self,
        question: &str,
        set: impl Fn(&mut Said, Option<String>),
        said: &mut Said,
        context: &mut Context<'_>,
    ) -> Result<Step, Failure> {
        loop {
            match ask(question, context)? {
                Reply::Stop => return Ok(Step::Stop),
                Reply::Nothing => return Ok(Step::Skip),
                Reply::Said(answer) if answer == NO_VALUE_YET => return Ok(Step::Given),
                Reply::Said(answer) => set(said, Some(answer)),
            }
            match check_in::objection(self.opened, self.position, said, context) {
                None => return Ok(Step::Given),
                Some(objection) => object(&objection, context)?,
            }
            set(said, None);
        }
    }

    /// Asks for steps by their ids or numbers, until each is one of those left.
    fn milestones(&mut self, said: &Said, context: &mut Context<'_>) -> Result<Step, Failure> {
        let scores = score::workspace(&self.opened.workspace, context.as_of);
        let (cycle, objective, index) = self.position;
        let score = &scores.cycles[cycle].objectives[objective].key_results[index];
        let key_result = check_in::key_result(&self.opened.workspace, self.position);
        let KeyResultKind::Milestones(milestones) = &key_result.kind else {
            return Ok(Step::Given);
        };
        let left: Vec<String> = left_of(milestones, score)
            .map(|own| own.id.to_string())
            .collect();
        let question = context.say("okr-ask-milestone", &[]);
        loop {
            let answer = match ask(&question, context)? {
                Reply::Stop => return Ok(Step::Stop),
                Reply::Nothing => return Ok(Step::Skip),
                Reply::Said(answer) if answer == NO_VALUE_YET => return Ok(Step::Given),
                Reply::Said(answer) => answer,
            };
            let named = answer
                .split([' ', ',', ';'])
                .filter(|name| !name.is_empty());
            let named: Vec<String> = named.map(|name| by_number(name, &left)).collect();
            let mut objections = named.iter().filter_map(|name| {
                let trial = Said {
                    milestone: Some(name.clone()),
                    ..said.clone()
                };
                check_in::objection(self.opened, self.position, &trial, context)
            });
            match objections.next() {
                None => {
                    self.milestones = named;
                    return Ok(Step::Given);
                }
                Some(objection) => object(&objection, context)?,
            }
        }
    }
}

/// The milestone of a number in the list, where it is no id itself.
fn by_number(name: &str, left: &[String]) -> String {
    let is_id = left.iter().any(|id| id == name);
    let number = name.parse::<usize>().ok().filter(|_| !is_id);
    let found = number.and_then(|number| left.get(number.checked_sub(1)?));
    found.map_or_else(|| name.to_owned(), Clone::clone)
}

fn value_question(key_result: &KeyResult, context: &Context<'_>) -> String {
    let unit = &key_result.unit;
    match unit.kind {
        UnitKind::Count if matches!(unit.text.as_str(), "" | "count" | "score") => {
            context.say("okr-ask-value-bare", &[])
        }
        _ => context.say("okr-ask-value", &[("unit", Word::from(unit.text.as_str()))]),
    }
}

fn done(said: &mut Said, context: &mut Context<'_>) -> Result<Step, Failure> {
    let question = context.say("okr-ask-done", &[]);
    loop {
        let answer = match ask(&question, context)? {
            Reply::Stop => return Ok(Step::Stop),
            Reply::Nothing => return Ok(Step::Skip),
            Reply::Said(answer) => answer.to_lowercase(),
        };
        match answer.as_str() {
            "y" | "yes" | "s" | "sim" => said.is_done = true,
            "n" | "no" | "não" | "nao" | NO_VALUE_YET => {}
            _ => {
                let objection = context.say("okr-round-yes-or-no", &[]);
                object(&objection, context)?;
                continue;
            }
        }
        return Ok(Step::Given);
    }
}

fn ask(question: &str, context: &mut Context<'_>) -> Result<Reply, Failure> {
    let question = format!("{:INDENT$}{question}:", "");
    Ok(prompt::ask(context, &question)?)
}

/// Says why an answer was not taken.
fn object(objection: &str, context: &mut Context<'_>) -> Result<(), Failure> {
    let text = table::marked(
        &format!("✕ {objection}"),
        table::lacking(),
        INDENT,
        context.width,
    );
    write!(context.err, "{text}")?;
    Ok(())
}
