//! `regua okr check-in`: one row more beside the plan, and where its key result stands now.

use chrono::NaiveDate;

use super::status::Board;
use crate::cli::Folder;
use crate::cli::context::{Context, Failure, Loaded};
use crate::cli::table;
use crate::locale::Word;
use crate::model::{Cycle, KeyResult, Workspace};
use crate::read::{self, InputFile, Read};
use crate::render::plan;
use crate::score::{self, Scores};
use crate::workspace::{self, NotAppended};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "KEY-RESULT")]
    key_result: String,
    #[arg(value_name = "VALUE", allow_hyphen_values = true)]
    value: Option<String>,
    #[arg(long, value_name = "0-10")]
    confidence: Option<String>,
    #[arg(long, value_name = "ID")]
    milestone: Option<String>,
    #[arg(long)]
    done: bool,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    #[arg(long = "on", value_name = "DATE", value_parser = crate::cli::date)]
    day: Option<NaiveDate>,
}

/// A key result by its positions: cycle, objective, key result.
type Position = (usize, usize, usize);

pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let loaded = context.load(&Folder { folder: None })?;
    let position = find(&loaded, &args.key_result, context)?;
    let cycle = &loaded.workspace.cycles[position.0];
    let plan = &loaded.sources.file(cycle.place.file).path;
    let folder = plan.rsplit_once('/').map_or("", |(folder, _)| folder);
    let file = format!("{folder}/check-ins.yaml");
    let id = key_result(&loaded.workspace, position).id.as_str();
    let row = row(args, id, args.day.unwrap_or(context.as_of));
    let mut written = None;
    let added = workspace::append(&loaded.root.path.join(&file), &row, |text| {
        let read = with_check_ins(&loaded, (folder, &file), text, context)?;
        if read.diagnostics.has_errors() || !holds(&read, position.0, text.len() - row.len()) {
            context.report_problems(&loaded.root, &read)?;
            let words = [("file", Word::from(file.as_str()))];
            return Err(context.refuse("okr-not-checked-in", &words));
        }
        written = Some((read, text.lines().count()));
        Ok(())
    });
    match added {
        Ok(()) => {}
        Err(NotAppended::Refused(failure)) => return Err(failure),
        Err(NotAppended::Disk(error)) => return Err(error.into()),
    }
    let Some((read, line)) = written else {
        return Ok(());
    };
    if let (Some(now), false) = (&read.workspace, context.is_quiet) {
        let place = format!("{}:{line}", loaded.root.show(&file));
        tell(&loaded, now, position, &place, context)?;
    }
    Ok(())
}

/// The key result of a name: `id` in the cycles that run, else in the one that began last; or `cycle/id`.
fn find(loaded: &Loaded, name: &str, context: &mut Context<'_>) -> Result<Position, Failure> {
    let (cycle, id) = match name.split_once('/') {
        Some((cycle, id)) => (Some(cycle), id),
        None => (None, name),
    };
    let cycles = &loaded.workspace.cycles;
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
    let key = if found.is_empty() {
        "okr-no-such-key-result"
    } else {
        known.retain(|name| name.ends_with(&format!("/{id}")));
        "okr-several-key-results"
    };
    let words = [
        ("written", Word::from(name)),
        ("known", Word::from(known.join(", "))),
    ];
    Err(context.refuse(key, &words))
}

fn key_result(workspace: &Workspace, (cycle, objective, position): Position) -> &KeyResult {
    &workspace.cycles[cycle].objectives[objective].key_results[position]
}

/// `- {date: 2026-08-15, key_result: chatbots, value: 18%, confidence: 7, by: ana, note: Menos fila.}`
fn row(args: &Args, id: &str, day: NaiveDate) -> String {
    let mut entries = vec![format!("date: {day}"), format!("key_result: {id}")];
    let mut add = |key: &str, value: &Option<String>| {
        if let Some(value) = value {
            entries.push(format!("{key}: {}", plan::flow_scalar(value)));
        }
    };
    add("value", &args.value);
    add("milestone", &args.milestone);
    add("confidence", &args.confidence);
    add("by", &args.by);
    add("note", &args.note);
    if args.done {
        entries.insert(2, "done: true".to_owned());
    }
    format!("- {{{}}}\n", entries.join(", "))
}

/// The workspace as it is on the disk, with other check-ins in one cycle.
fn with_check_ins(
    loaded: &Loaded,
    (folder, file): (&str, &str),
    text: &str,
    context: &Context<'_>,
) -> Result<Read, Failure> {
    let mut inputs = workspace::read(&loaded.root)?;
    for cycle in inputs
        .cycles
        .iter_mut()
        .filter(|cycle| cycle.path == folder)
    {
        cycle.check_ins = Some(InputFile {
            path: file.to_owned(),
            bytes: text.as_bytes().to_vec(),
        });
    }
    Ok(read::workspace(inputs, context.as_of.max(context.today)))
}

/// Whether a check-in of the cycle is written from this byte on.
fn holds(read: &Read, cycle: usize, from: usize) -> bool {
    let cycles = read.workspace.as_ref().map(|workspace| &workspace.cycles);
    cycles
        .and_then(|cycles| cycles.get(cycle))
        .is_some_and(|cycle| {
            let mut check_ins = cycle.check_ins.iter();
            check_ins
                .any(|check_in| usize::try_from(check_in.place.start).is_ok_and(|at| at >= from))
        })
}

/// Where it was written, and where the key result stands with it.
fn tell(
    before: &Loaded,
    now: &Workspace,
    position: Position,
    place: &str,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let scores = score::workspace(now, context.as_of);
    let of = |scores: &Scores| {
        let (cycle, objective, key_result) = position;
        scores.cycles[cycle].objectives[objective].key_results[key_result].clone()
    };
    let (earlier, later) = (of(&before.scores), of(&scores));
    let board = Board {
        locale: &context.locale,
        width: context.width,
    };
    let mut text = board.key_result(key_result(now, position), &later);
    text.push_str(&board.moved(&earlier, &later));
    let words = [("place", Word::from(place))];
    let line = table::good(&context.say("okr-checked-in", &words));
    write!(context.out, "{line}\n{text}")?;
    Ok(())
}
