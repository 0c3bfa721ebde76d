//! `regua okr`: objectives and key results.

mod catalogue;
mod check_in;
mod status;

pub(super) use status::Board;

use super::context::{Context, Failure};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Status(status::Args),
    CheckIn(check_in::Args),
    Catalogue(catalogue::Args),
}

pub(super) fn run(args: Args, context: &mut Context<'_>) -> Result<(), Failure> {
    match args.command {
        Command::Status(args) => status::run(args, context),
        Command::CheckIn(args) => check_in::run(&args, context),
        Command::Catalogue(args) => catalogue::run(&args, context),
    }
}
