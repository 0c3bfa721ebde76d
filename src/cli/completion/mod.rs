//! Completion: what could stand where the cursor is, for bash, zsh, fish and PowerShell.
//!
//! `regua completions SHELL` prints a short script. Whenever somebody presses Tab, the script starts the program as
//! `regua complete SHELL …` with the line so far; [`line`] takes it apart as that shell does, [`typed`] finds where in
//! the command line the cursor stands, [`candidates`] looks up what could stand there (in the workspace that the line
//! names, too), and [`shells`] writes that as the shell wants it. A shell never runs any of it: what comes from files
//! is quoted here or by the shell's own completion.
//!
//! Whoever presses Tab wants an answer or none: nothing here says what is wrong.

mod candidates;
mod line;
mod shells;
mod typed;

use std::ffi::OsString;
use std::io::Write;

use chrono::NaiveDate;
use clap::CommandFactory;

use super::context::{Context, Failure};
use super::{Cli, Outcome, help};
use crate::locale::Locale;
use candidates::Shelf;
use shells::Shell;
use typed::Typed;

/// The argument by which the scripts start the program: no command is called so.
const ARGUMENT: &str = "complete";

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Prints the script of a shell.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let script = args.shell.script(&context.locale);
    Ok(write!(context.out, "{script}")?)
}

/// Whether a script asks.
pub(super) fn is_asked_for(arguments: &[OsString]) -> bool {
    arguments.get(1).is_some_and(|first| first == ARGUMENT)
}

/// Answers a script. A line that makes no sense has no candidates.
pub(super) fn serve(arguments: &[OsString], today: NaiveDate) -> Outcome {
    let told: Vec<String> = arguments
        .iter()
        .skip(2)
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let Some((shell, told)) = told.split_first() else {
        return Outcome::Fine;
    };
    let Some((shell, asked)) =
        Shell::named(shell).and_then(|shell| Some((shell, shell.asked(told)?)))
    else {
        return Outcome::Fine;
    };
    let words: Vec<OsString> = asked.words.iter().map(OsString::from).collect();
    let named = help::language_named(&words);
    let command = built(Cli::command());
    let mut typed = Typed::new(&command, &asked.words);
    let shelf = Shelf::open(typed.value("directory"), today);
    let language = named
        .or_else(|| shelf.language())
        .unwrap_or_else(help::language_of_environment);
    let locale = Locale::new(language);
    let is_passed_by = shelf.is_workspace() && typed.command.get_name() != "init";
    if is_passed_by {
        typed.passes_by_the_folder();
    }
    // Whoever completes a value needs no command's help.
    let translated = typed
        .shows_help()
        .then(|| built(help::translated(Cli::command(), &locale)));
    let typed = match &translated {
        Some(translated) => {
            let mut typed = Typed::new(translated, &asked.words);
            if is_passed_by {
                typed.passes_by_the_folder();
            }
            typed
        }
        None => typed,
    };
    let found = candidates::of(&typed, &shelf, &locale);
    let text = shell.answer(&found, &asked);
    // A reader who went away wants nothing.
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    Outcome::Fine
}

/// The commands with what all of them share in each.
fn built(mut command: clap::Command) -> clap::Command {
    command.build();
    command
}
