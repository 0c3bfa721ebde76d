//! `regua okr close`: the figures that a cycle ends with, written down so that they stand.

use chrono::NaiveDate;

use super::board::grades;
use super::retrospective;
use crate::cli::context::{Context, Failure, Opened};
use crate::cli::{prompt, table};
use crate::locale::Word;
use crate::model::{Closing, Cycle, Exact, Workspace};
use crate::read::{self, InputFile, Read};
use crate::render;
use crate::score::closing::{Said, close};
use crate::score::{self, CycleScore, Scores};
use crate::workspace::{self, Root};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "CYCLE")]
    cycle: Option<String>,
    #[arg(long = "on", value_name = "DATE", value_parser = crate::cli::date)]
    day: Option<NaiveDate>,
    #[arg(long, value_name = "ID=TEXT")]
    retrospective: Vec<String>,
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    #[arg(long)]
    early: bool,
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let opened = context.open()?;
    let position = find(&opened.workspace, args.cycle.as_deref(), context)?;
    let cycle = &opened.workspace.cycles[position];
    if let Some(closing) = &cycle.closing {
        let changes_figures = args.day.is_some() || args.by.is_some() || args.early;
        if changes_figures || args.retrospective.is_empty() {
            return Err(refuse_closed(&opened, cycle, closing, context));
        }
        let said = retrospective::said(&args.retrospective, cycle, context)?;
        return retrospective::add(&opened, position, &said, args.dry_run, context);
    }
    let day = day(args, cycle, context)?;
    let scores = score::workspace(&opened.workspace, day);
    let score = &scores.cycles[position];
    let mut said = Said {
        closed: context.as_of,
        as_of: day,
        by: super::speaker(args.by.as_deref()),
        retrospectives: retrospective::said(&args.retrospective, cycle, context)?,
    };
    if !context.is_quiet && !args.dry_run && prompt::is_possible() {
        ask(cycle, score, &mut said, context)?;
    }
    let words = [("cycle", Word::from(cycle.id.as_str()))];
    let heading = context.say("okr-closing-heading", &words);
    let closing = close(cycle, score, &said);
    let text = render::closing::yaml(cycle, &closing, &heading, &context.locale);
    if args.dry_run {
        write!(context.out, "{text}")?;
        return Ok(());
    }
    let plan = &opened.sources.file(cycle.place.file).path;
    let folder = plan.rsplit_once('/').map_or("", |(folder, _)| folder);
    let file = format!("{folder}/closing.yaml");
    let read = with_closing(&opened.root, &file, &text, context)?;
    if read.diagnostics.has_errors() {
        context.report_problems(&opened.root, &read)?;
        let words = [("file", Word::from(opened.root.show(&file)))];
        return Err(context.refuse("okr-not-closed", &words));
    }
    workspace::create(&opened.root.path.join(&file), &text)?;
    if context.is_quiet {
        return Ok(());
    }
    tell(&opened, &read, position, &file, context)
}

/// The position of the cycle of a name; without one, of the only open cycle that has ended.
fn find(
    workspace: &Workspace,
    name: Option<&str>,
    context: &mut Context<'_>,
) -> Result<usize, Failure> {
    let cycles = &workspace.cycles;
    let as_of = context.as_of;
    let position = match name {
        Some(name) => {
            let Some(found) = cycles.iter().position(|own| own.id == name) else {
                let known: Vec<&str> = cycles.iter().map(|own| own.id.as_str()).collect();
                return Err(super::refuse_cycle(name, &known, context));
            };
            found
        }
        None => {
            let is_over = |own: &Cycle| own.closing.is_none() && own.days.last <= as_of;
            let over: Vec<usize> = (0..cycles.len())
                .filter(|index| is_over(&cycles[*index]))
                .collect();
            match over.as_slice() {
                [only] => *only,
                [] => return Err(context.refuse("okr-nothing-to-close", &[])),
                _ => {
                    let names: Vec<&str> = over
                        .iter()
                        .map(|index| cycles[*index].id.as_str())
                        .collect();
                    let words = [("known", Word::from(names.join(", ")))];
                    return Err(context.refuse("okr-several-to-close", &words));
                }
            }
        }
    };
    Ok(position)
}

fn refuse_closed(
    opened: &Opened,
    cycle: &Cycle,
    closing: &Closing,
    context: &mut Context<'_>,
) -> Failure {
    let file = &opened.sources.file(closing.place.file).path;
    let words = [
        ("cycle", Word::from(cycle.id.as_str())),
        ("date", Word::from(context.locale.date(closing.closed))),
        ("place", Word::from(opened.root.show(file))),
    ];
    context.refuse("okr-closed-already", &words)
}

/// The day whose figures are kept: the cycle's last day, or today where that has not come.
fn day(args: &Args, cycle: &Cycle, context: &mut Context<'_>) -> Result<NaiveDate, Failure> {
    let day = args.day.unwrap_or(context.as_of.min(cycle.days.last));
    let locale = context.locale.clone();
    let words = |bound: NaiveDate| {
        [
            ("cycle", Word::from(cycle.id.as_str())),
            ("date", Word::from(locale.date(day))),
            ("bound", Word::from(locale.date(bound))),
        ]
    };
    if day > context.as_of {
        let as_of = context.as_of;
        return Err(context.refuse("okr-close-future", &words(as_of)));
    }
    if day < cycle.days.first {
        return Err(context.refuse("okr-close-not-begun", &words(cycle.days.first)));
    }
    if day < cycle.days.last && !args.early {
        return Err(context.refuse("okr-close-early", &words(cycle.days.last)));
    }
    Ok(day)
}

/// Asks what was learned from each commitment that falls short, where nothing is said of it yet.
fn ask(
    cycle: &Cycle,
    score: &CycleScore,
    said: &mut Said,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let closing = close(cycle, score, said);
    for (objective, closed) in cycle.objectives.iter().zip(closing.objectives) {
        let Some(closed) = closed.filter(|own| own.owes_retrospective(objective)) else {
            continue;
        };
        let (locale, nothing) = (&context.locale, Exact::ZERO);
        let title = objective.title.in_language(locale.language());
        let grade = locale.number(closed.grade.as_ref().unwrap_or(&nothing), 1);
        let words = [("title", Word::from(title)), ("grade", Word::from(grade))];
        let question = context.say("okr-ask-retrospective", &words);
        let answer = prompt::line(context, &question)?;
        if let Some(text) = answer.filter(|text| !text.is_empty()) {
            said.retrospectives.push((objective.id.to_string(), text));
        }
    }
    Ok(())
}

/// The workspace as it is on the disk, with a closing beside one plan.
pub(super) fn with_closing(
    root: &Root,
    file: &str,
    text: &str,
    context: &Context<'_>,
) -> Result<Read, Failure> {
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut inputs = workspace::read(root)?;
    for cycle in inputs
        .cycles
        .iter_mut()
        .filter(|cycle| cycle.path == folder)
    {
        cycle.closing = Some(InputFile {
            path: file.to_owned(),
            bytes: text.as_bytes().to_vec(),
        });
    }
    Ok(read::workspace(inputs, context.as_of.max(context.today)))
}

/// The grades, what is still owed, what came too late to count, and what to do next.
fn tell(
    opened: &Opened,
    read: &Read,
    position: usize,
    file: &str,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let Some(now) = &read.workspace else {
        return Ok(());
    };
    let scores = score::workspace(now, context.as_of);
    let (cycle, score) = (&now.cycles[position], &scores.cycles[position]);
    let Some(closing) = &cycle.closing else {
        return Ok(());
    };
    let place = opened.root.show(file);
    let written = context.say("okr-closed", &[("place", Word::from(place))]);
    let mut text = format!("{}\n", table::good(&written));
    text.push_str(&grades(cycle, score, &context.locale, context.width));
    let before = score::workspace(&opened.workspace, context.as_of);
    let cycle_before = &opened.workspace.cycles[position];
    let mut notes = late(&before, cycle_before, position, closing.as_of, context);
    notes.extend(retrospective::owed(cycle, closing, context));
    let roll = score::roll::next(
        cycle,
        closing,
        cycle.period.next(),
        now.settings.fiscal_year_start,
    );
    let left: usize = roll
        .objectives
        .iter()
        .map(|own| own.key_results.len())
        .sum();
    let words = [
        ("count", Word::from(left)),
        ("cycle", Word::from(cycle.id.as_str())),
        ("next", Word::from(roll.id.as_str())),
        (
            "planned",
            Word::from(match super::is_planned(now, &roll.id) {
                true => "yes",
                false => "no",
            }),
        ),
    ];
    notes.push(context.say("okr-roll-hint", &words));
    text.push('\n');
    for note in notes {
        text.push_str(&table::marked(&note, table::dim(), 0, context.width));
    }
    write!(context.out, "{text}")?;
    Ok(())
}

/// Values since the day whose figures are kept: they do not count any more.
fn late(
    scores: &Scores,
    cycle: &Cycle,
    position: usize,
    as_of: NaiveDate,
    context: &Context<'_>,
) -> Vec<String> {
    let objectives = cycle
        .objectives
        .iter()
        .zip(&scores.cycles[position].objectives);
    objectives
        .flat_map(|(objective, score)| objective.key_results.iter().zip(&score.key_results))
        .filter_map(|(key_result, score)| {
            let value = score.value.as_ref().filter(|dated| dated.date > as_of)?;
            let words = [
                ("id", Word::from(key_result.id.as_str())),
                (
                    "value",
                    Word::from(context.locale.quantity(&value.value, &key_result.unit)),
                ),
                ("date", Word::from(context.locale.date(value.date))),
                ("as-of", Word::from(context.locale.date(as_of))),
            ];
            Some(context.say("okr-value-too-late", &words))
        })
        .collect()
}
