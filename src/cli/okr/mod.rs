//! `regua okr`: objectives and key results.

mod board;
mod catalogue;
mod check_in;
mod close;
mod retrospective;
mod roll;
mod round;
mod status;
mod suggest;
mod tree;
mod week;

pub(super) use status::Board;

use super::Folder;
use super::context::{Context, Failure, Loaded};
use crate::locale::Word;
use crate::model::{Period, Workspace};
use crate::read::{self, CycleFolder, InputFile};
use crate::render;
use crate::render::markdown_cell as markdown;
use crate::workspace::{self, NotAppended};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

impl Args {
    /// The folder that `status` may take as its argument.
    pub(super) fn folder(&self) -> Option<&Folder> {
        match &self.command {
            Command::Status(args) => Some(&args.folder),
            _ => None,
        }
    }
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

/// Whether a cycle has a plan that holds something: one that is only begun is none to the reader.
fn is_planned(workspace: &Workspace, cycle: &str) -> bool {
    workspace.cycles.iter().any(|own| own.id == cycle)
}

/// Writes a plan where there is none, or into one that has no objective yet, once it reads well among the files that
/// are there. `instead` is the command that shows it, for whoever has a plan already.
fn write_plan(
    loaded: &Loaded,
    (cycle, text): (&str, &str),
    instead: &str,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let file = plan_path(cycle);
    let words = [
        ("file", Word::from(loaded.root.show(&file))),
        ("cycle", Word::from(cycle)),
        ("command", Word::from(instead)),
    ];
    let path = loaded.root.path.join(&file);
    let mut inputs = workspace::read(&loaded.root)?;
    let folder = format!("okrs/{cycle}");
    let own = inputs.cycles.iter_mut().find(|own| own.path == folder);
    let begun = own.as_ref().and_then(|own| own.plan.as_ref());
    let begun = begun.map(|plan| plan.bytes.clone());
    let filled = match &begun {
        Some(begun) => render::plan::filled(&String::from_utf8_lossy(begun), text),
        None => Some(text.to_owned()).filter(|_| path.symlink_metadata().is_err()),
    };
    let filled = filled.filter(|_| !is_planned(&loaded.workspace, cycle));
    let Some(filled) = filled else {
        return Err(context.refuse("okr-plan-is-there", &words));
    };
    let plan = Some(InputFile {
        path: file,
        bytes: filled.clone().into_bytes(),
    });
    match own {
        Some(own) => own.plan = plan,
        None => inputs.cycles.push(CycleFolder {
            path: folder,
            plan,
            ..CycleFolder::default()
        }),
    }
    let read = read::workspace(inputs, context.as_of.max(context.today));
    if read.diagnostics.has_errors() {
        context.report_problems(&loaded.root, &read)?;
        return Err(context.refuse("okr-not-planned", &words));
    }
    let now = read.workspace.as_ref();
    if !now.is_some_and(|now| is_planned(now, cycle)) {
        // What lies there is the beginning of another cycle's plan.
        return Err(context.refuse("okr-plan-is-there", &words));
    }
    let Some(begun) = begun else {
        workspace::create(&path, &filled)?;
        return Ok(());
    };
    // Whoever wrote meanwhile has a plan already.
    let changed = workspace::change(&path, |now| match now.as_bytes() == begun {
        true => Ok(filled.clone()),
        false => Err(()),
    });
    match changed {
        Ok(()) => Ok(()),
        Err(NotAppended::Disk(error)) => Err(error.into()),
        Err(NotAppended::Refused(())) => Err(context.refuse("okr-plan-is-there", &words)),
    }
}
