//! `regua okr check-in`: one row more beside the plan, and where its key result stands now. Without a key result, a
//! round through those of which news is due.

use chrono::NaiveDate;

use super::round;
use super::status::Board;
use crate::check;
use crate::cli::context::{Context, Failure, Opened};
use crate::cli::table;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::locale::Word;
use crate::model::{Baseline, CheckIn, Cycle, KeyResult, KeyResultKind, ValueSource, Workspace};
use crate::read;
use crate::render::diagnostics::sentences;
use crate::render::plan;
use crate::score::{self, KeyResultScore};
use crate::workspace::{self, NotAppended};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "KEY-RESULT")]
    key_result: Option<String>,
    #[arg(value_name = "VALUE", allow_hyphen_values = true)]
    value: Option<String>,
    #[arg(long, value_name = "0-10", requires = "key_result")]
    confidence: Option<String>,
    #[arg(long, value_name = "ID", requires = "key_result")]
    milestone: Option<String>,
    #[arg(long, requires = "key_result")]
    done: bool,
    #[arg(long, value_name = "TEXT", requires = "key_result")]
    note: Option<String>,
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    #[arg(long = "on", value_name = "DATE", value_parser = crate::cli::date)]
    day: Option<NaiveDate>,
    #[arg(long, conflicts_with = "key_result")]
    all: bool,
}

/// A key result by its positions: cycle, objective, key result.
pub(super) type Position = (usize, usize, usize);

/// What somebody says about a key result, as it was typed.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) day: NaiveDate,
    pub(super) value: Option<String>,
    pub(super) milestone: Option<String>,
    pub(super) is_done: bool,
    pub(super) confidence: Option<String>,
    pub(super) by: Option<String>,
    pub(super) note: Option<String>,
}

impl Said {
    /// Nothing yet.
    pub(super) fn nothing(day: NaiveDate, by: Option<String>) -> Said {
        Said {
            day,
            value: None,
            milestone: None,
            is_done: false,
            confidence: None,
            by,
            note: None,
        }
    }
}

pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let day = args.day.unwrap_or(context.as_of);
    let by = super::speaker(args.by.as_deref());
    let Some(name) = &args.key_result else {
        return round::run((by, day), args.all, context);
    };
    let said = Said {
        value: args.value.clone(),
        milestone: args.milestone.clone(),
        is_done: args.done,
        confidence: args.confidence.clone(),
        note: args.note.clone(),
        ..Said::nothing(day, by)
    };
    let written = record(name, &said, context)?;
    if context.is_quiet {
        return Ok(());
    }
    tell(written, context)
}

/// A row that was written: the workspace before it, the check-ins of its cycle with it.
pub(super) struct Written {
    opened: Opened,
    position: Position,
    check_ins: Vec<CheckIn>,
    file: String,
    line: usize,
}

impl Written {
    /// The file, as its user would write it.
    pub(super) fn file(&self) -> String {
        self.opened.root.show(&self.file)
    }

    /// Draws what is doubtful about the row: it stands in the file all the same.
    fn doubts(self, context: &mut Context<'_>) -> Result<(), Failure> {
        let workspace = &self.opened.workspace;
        let check_ins = &workspace.cycles[self.position.0].check_ins;
        let Some(last) = check_ins
            .iter()
            .map(|own| own.place)
            .max_by_key(|own| own.start)
        else {
            return Ok(());
        };
        let scores = score::workspace(workspace, context.as_of);
        let mut found = Diagnostics::new();
        check::workspace(workspace, &scores, &mut found);
        let mut own = Diagnostics::new();
        for problem in found.into_found() {
            let is_in_row = problem.place.file == last.file && problem.place.start >= last.start;
            if is_in_row && problem.code == Code::ImplausibleValue {
                own.push(problem);
            }
        }
        context.report(&self.opened.root, &own, &self.opened.sources)?;
        Ok(())
    }

    /// How the key result stood before, and stands with the row.
    fn standing(&mut self, as_of: NaiveDate) -> (KeyResultScore, KeyResultScore) {
        let workspace = &mut self.opened.workspace;
        let before = standing(workspace, self.position, as_of);
        workspace.cycles[self.position.0].check_ins = std::mem::take(&mut self.check_ins);
        (before, standing(workspace, self.position, as_of))
    }
}

fn standing(workspace: &Workspace, position: Position, as_of: NaiveDate) -> KeyResultScore {
    let scores = score::workspace(workspace, as_of);
    let (cycle, objective, key_result) = position;
    scores.cycles[cycle].objectives[objective].key_results[key_result].clone()
}

/// Writes what is said about the key result of a name, once it reads well against the plan. The plan is read before
/// the lock is taken, the check-ins with the new row while it is held.
pub(super) fn record(
    name: &str,
    said: &Said,
    context: &mut Context<'_>,
) -> Result<Written, Failure> {
    let mut opened = context.open()?;
    let position = find(&opened.workspace, name, context)?;
    let cycle = &opened.workspace.cycles[position.0];
    if let Some(closing) = &cycle.closing {
        let words = [
            ("cycle", Word::from(cycle.id.as_str())),
            ("date", Word::from(context.locale.date(closing.closed))),
        ];
        return Err(context.refuse("okr-closed-to-check-ins", &words));
    }
    let plan = &opened.sources.file(cycle.place.file).path;
    let folder = plan.rsplit_once('/').map_or("", |(folder, _)| folder);
    let file = format!("{folder}/check-ins.yaml");
    let row = row(&opened.workspace, position, said);
    let path = opened.root.path.join(&file);
    let latest = context.as_of.max(context.today);
    let settings = &opened.workspace.settings;
    let mut added = None;
    let appended = workspace::append(&path, &row, |text| {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let source = opened.sources.add(file.clone(), text.to_owned());
        let (check_ins, problems) =
            read::check_ins(settings, cycle, &opened.sources, source, latest);
        let from = text.len() - row.len();
        let is_new = |own: &CheckIn| usize::try_from(own.place.start).is_ok_and(|at| at >= from);
        if problems.has_errors() || !check_ins.iter().any(is_new) {
            return Err(problems);
        }
        added = Some((check_ins, text.lines().count()));
        Ok(())
    });
    match (appended, added) {
        (Ok(()), Some((check_ins, line))) => Ok(Written {
            opened,
            position,
            check_ins,
            file,
            line,
        }),
        (Err(NotAppended::Disk(error)), _) => Err(error.into()),
        (refused, _) => {
            if let Err(NotAppended::Refused(problems)) = refused {
                context.report(&opened.root, &problems, &opened.sources)?;
            }
            let words = [("file", Word::from(file.as_str()))];
            Err(context.refuse("okr-not-checked-in", &words))
        }
    }
}

/// Why what is said cannot be written, in the reader's words.
pub(super) fn objection(
    opened: &mut Opened,
    position: Position,
    said: &Said,
    context: &Context<'_>,
) -> Option<String> {
    let row = row(&opened.workspace, position, said);
    let source = opened.sources.add("check-ins.yaml", row);
    let cycle = &opened.workspace.cycles[position.0];
    let settings = &opened.workspace.settings;
    let latest = context.as_of.max(context.today);
    let (_, problems) = read::check_ins(settings, cycle, &opened.sources, source, latest);
    let mut found = problems.sorted().into_iter();
    let error = found.find(|problem| problem.severity == Severity::Error)?;
    let (wrong, help) = sentences(error, &context.locale);
    Some(match help {
        Some(help) => format!("{wrong}; {help}"),
        None => wrong,
    })
}

/// The key result of a name: `id` in the cycles that run, else in the one that began last; or `cycle/id`.
pub(super) fn find(
    workspace: &Workspace,
    name: &str,
    context: &mut Context<'_>,
) -> Result<Position, Failure> {
    let (cycle, id) = match name.split_once('/') {
        Some((cycle, id)) => (Some(cycle), id),
        None => (None, name),
    };
    let cycles = &workspace.cycles;
    let day = context.as_of;
    let runs = |own: &Cycle| own.days.first <= day && day <= own.days.last;
    let has_begun = |own: &Cycle| own.days.first <= day;
    let last = cycles.iter().rposition(has_begun);
    let is_any_running = cycles.iter().any(runs);
    let is_meant = |index: usize, own: &Cycle| match cycle {
        Some(cycle) => own.id == cycle,
        None if is_any_running => runs(own),
        None => Some(index) == last,
    };
    let meant = || {
        let cycles = cycles.iter().enumerate();
        cycles.filter(|(index, own)| is_meant(*index, own))
    };
    let mut found: Vec<Position> = Vec::new();
    let mut known: Vec<String> = Vec::new();
    for (index, own) in meant() {
        for (objective, planned) in own.objectives.iter().enumerate() {
            for (position, key_result) in planned.key_results.iter().enumerate() {
                known.push(format!("{}/{}", own.id, key_result.id));
                if key_result.id.as_str() == id {
                    found.push((index, objective, position));
                }
            }
        }
    }
    if let [only] = found.as_slice() {
        return Ok(*only);
    }
    let elsewhere = cycles.iter().rfind(|own| {
        let key_results = own.objectives.iter().flat_map(|own| &own.key_results);
        let mut ids = key_results.map(|own| own.id.as_str());
        own.closing.is_none() && cycle.is_none() && ids.any(|own| own == id)
    });
    if !found.is_empty() {
        known.retain(|name| name.ends_with(&format!("/{id}")));
        let words = [
            ("written", Word::from(name)),
            ("known", Word::from(known.join(", "))),
        ];
        return Err(context.refuse("okr-several-key-results", &words));
    }
    let (state, elsewhere, begins) = match elsewhere {
        Some(own) if own.days.first > day => ("planned", own.id.clone(), Some(own.days.first)),
        Some(own) => ("open", format!("{}/{id}", own.id), None),
        None if !known.is_empty() => ("none", String::new(), None),
        None => {
            known = open_key_results(workspace);
            let state = if known.is_empty() { "nowhere" } else { "idle" };
            (state, String::new(), None)
        }
    };
    let begins = begins.map_or_else(String::new, |first| context.locale.date(first));
    let words = [
        ("written", Word::from(name)),
        ("state", Word::from(state)),
        ("elsewhere", Word::from(elsewhere)),
        ("begins", Word::from(begins)),
        ("known", Word::from(known.join(", "))),
    ];
    Err(context.refuse("okr-no-such-key-result", &words))
}

/// The key results of all cycles that were not closed, as `cycle/id`.
fn open_key_results(workspace: &Workspace) -> Vec<String> {
    let mut names = Vec::new();
    for cycle in workspace.cycles.iter().filter(|own| own.closing.is_none()) {
        let key_results = cycle.objectives.iter().flat_map(|own| &own.key_results);
        names.extend(key_results.map(|own| format!("{}/{}", cycle.id, own.id)));
    }
    names
}

pub(super) fn key_result(
    workspace: &Workspace,
    (cycle, objective, position): Position,
) -> &KeyResult {
    &workspace.cycles[cycle].objectives[objective].key_results[position]
}

/// The baseline of a key result that is measured elsewhere, with its first check-in: from then on it stands, however
/// its readings are corrected.
fn baseline_to_freeze(workspace: &Workspace, position: Position, day: NaiveDate) -> Option<String> {
    let definition = key_result(workspace, position);
    let is_measured = match &definition.kind {
        KeyResultKind::FromTo { baseline, .. } => !matches!(baseline, Baseline::Value(_)),
        _ => false,
    };
    if !is_measured || definition.source == ValueSource::CheckIns {
        return None;
    }
    let (cycle, objective, index) = position;
    let mut check_ins = workspace.cycles[cycle].check_ins.iter();
    let is_own = |own: &&CheckIn| own.key_result == (objective, index);
    if check_ins.any(|own| is_own(&own) && own.baseline.is_some()) {
        return None;
    }
    let score = standing(workspace, position, day);
    let baseline = score.baseline.value()?;
    Some(plan::quantity(baseline, &definition.unit))
}

/// `- {date: 2026-08-15, key_result: chatbots, value: 18%, confidence: 7, by: ana, note: Menos fila.}`
fn row(workspace: &Workspace, position: Position, said: &Said) -> String {
    let id = &key_result(workspace, position).id;
    let mut entries = vec![format!("date: {}", said.day), format!("key_result: {id}")];
    if said.is_done {
        entries.push("done: true".to_owned());
    }
    let baseline = baseline_to_freeze(workspace, position, said.day);
    for (key, text) in [
        ("value", &said.value),
        ("milestone", &said.milestone),
        ("confidence", &said.confidence),
        ("by", &said.by),
        ("note", &said.note),
        ("baseline", &baseline),
    ] {
        if let Some(text) = text {
            entries.push(format!("{key}: {}", plan::flow_scalar(text)));
        }
    }
    format!("- {{{}}}\n", entries.join(", "))
}

/// Where it was written, and where the key result stands with it.
fn tell(mut written: Written, context: &mut Context<'_>) -> Result<(), Failure> {
    let line = table::good(&said_written(&written, context));
    let (before, now) = written.standing(context.as_of);
    let board = Board {
        locale: &context.locale,
        width: context.width,
    };
    let key_result = key_result(&written.opened.workspace, written.position);
    let mut text = board.key_result(key_result, &now);
    if let Some(moved) = moved(&before, &now, context) {
        text.push_str(&table::paragraph(&moved, table::dim(), 4, context.width));
    }
    write!(context.out, "{line}\n{text}")?;
    written.doubts(context)
}

/// The same in one line, for one of several.
pub(super) fn tell_shortly(mut written: Written, context: &mut Context<'_>) -> Result<(), Failure> {
    let mut parts = vec![said_written(&written, context)];
    let (before, now) = written.standing(context.as_of);
    parts.extend(moved(&before, &now, context));
    let line = table::good(&parts.join(" · "));
    writeln!(context.out, "{line}")?;
    context.out.flush()?;
    written.doubts(context)
}

fn said_written(written: &Written, context: &Context<'_>) -> String {
    let place = format!("{}:{}", written.file(), written.line);
    context.say("okr-checked-in", &[("place", Word::from(place))])
}

/// How progress moved, if it did.
fn moved(before: &KeyResultScore, now: &KeyResultScore, context: &Context<'_>) -> Option<String> {
    if before.progress.value() == now.progress.value() {
        return None;
    }
    let board = Board {
        locale: &context.locale,
        width: context.width,
    };
    let words = [
        ("before", Word::from(board.percent(before.progress.value()))),
        ("now", Word::from(board.percent(now.progress.value()))),
    ];
    Some(context.say("okr-progress-moved", &words))
}
