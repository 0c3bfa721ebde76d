//! `regua okr`: objectives and key results.

mod board;
mod catalogue;
mod check_in;
mod close;
mod roll;
mod round;
mod status;
mod suggest;
mod tree;
mod week;

pub(super) use status::Board;

use super::context::{Context, Failure, Loaded};
use crate::locale::Word;
use crate::model::Period;
use crate::read::{self, CycleFolder, InputFile};
use crate::render::markdown_cell as markdown;
use crate::workspace;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Status(status::Args),
    Tree(tree::Args),
    CheckIn(check_in::Args),
    Close(close::Args),
    Roll(roll::Args),
    Suggest(suggest::Args),
    Catalogue(catalogue::Args),
}

pub(super) fn run(args: Args, context: &mut Context<'_>) -> Result<(), Failure> {
    match args.command {
        Command::Status(args) => status::run(&args, context),
        Command::Tree(args) => tree::run(&args, context),
        Command::CheckIn(args) => check_in::run(&args, context),
        Command::Close(args) => close::run(&args, context),
        Command::Roll(args) => roll::run(&args, context),
        Command::Suggest(args) => suggest::run(&args, context),
        Command::Catalogue(args) => catalogue::run(&args, context),
    }
}

/// How a plan is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum PlanFormat {
    Text,
    Yaml,
}

fn period(text: &str) -> Result<Period, String> {
    Period::parse(text).ok_or_else(|| "2027-Q1".to_owned())
}

/// Says that there is no such cycle, and which there are.
pub(super) fn refuse_cycle(cycle: &str, known: &[&str], context: &mut Context<'_>) -> Failure {
    let words = [
        ("cycle", Word::from(cycle)),
        ("known", Word::from(known.join(", "))),
    ];
    context.refuse("okr-no-such-cycle", &words)
}

/// Who speaks: as the command line says, else as `REGUA_BY` in the environment does.
fn speaker(named: Option<&str>) -> Option<String> {
    let named = named.map(str::to_owned);
    let named = named.or_else(|| std::env::var("REGUA_BY").ok());
    named.filter(|name| !name.trim().is_empty())
}

/// Where the plan of a cycle is written.
fn plan_path(cycle: &str) -> String {
    format!("okrs/{cycle}/plan.yaml")
}

/// Writes a plan where there is none, once it reads well among the files that are there.
fn write_plan(
    loaded: &Loaded,
    cycle: &str,
    text: &str,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let file = plan_path(cycle);
    let words = [
        ("file", Word::from(loaded.root.show(&file))),
        ("cycle", Word::from(cycle)),
    ];
    let path = loaded.root.path.join(&file);
    let is_planned = loaded.workspace.cycles.iter().any(|own| own.id == cycle);
    if is_planned || path.symlink_metadata().is_ok() {
        return Err(context.refuse("okr-plan-is-there", &words));
    }
    let mut inputs = workspace::read(&loaded.root)?;
    let folder = format!("okrs/{cycle}");
    inputs.cycles.retain(|own| own.path != folder);
    inputs.cycles.push(CycleFolder {
        path: folder,
        plan: Some(InputFile {
            path: file,
            bytes: text.as_bytes().to_vec(),
        }),
        ..CycleFolder::default()
    });
    let read = read::workspace(inputs, context.as_of.max(context.today));
    if read.diagnostics.has_errors() {
        context.report_problems(&loaded.root, &read)?;
        return Err(context.refuse("okr-not-planned", &words));
    }
    workspace::create(&path, text)?;
    Ok(())
}
