//! The terminal: the command line, and one file a command.

mod ask;
mod badge;
mod brand;
mod check;
mod compare;
mod completion;
mod context;
mod contradictions;
mod evidence;
mod explain;
mod explain_code;
mod help;
mod init;
mod kpi;
mod manual;
mod okr;
mod own_templates;
mod pdf;
mod people;
mod plan;
mod prompt;
mod report;
mod respondents;
mod rubric;
mod schema;
mod score;
mod service_levels;
mod table;
mod target;
mod template;
mod topics;
mod worker;

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::locale::Locale;
use crate::model::{Language, parse_day};
use context::{Context, Failure};
pub use manual::{concept, reference};

/// How a run ended, as the exit code says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Fine.
    Fine = 0,
    /// The files are fine, and a gate failed.
    GateFailed = 1,
    /// The input is wrong.
    WrongInput = 2,
    /// The environment failed.
    Environment = 3,
}

#[derive(Debug, Parser)]
#[command(name = "regua", version = VERSION, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Args)]
struct Common {
    #[arg(short = 'C', long = "directory", value_name = "DIR", global = true)]
    directory: Option<PathBuf>,
    #[arg(long, value_name = "DATE", global = true, value_parser = date)]
    as_of: Option<NaiveDate>,
    #[arg(long, value_name = "LANG", global = true, value_parser = language)]
    lang: Option<Language>,
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    color: Color,
    #[arg(short, long, global = true)]
    quiet: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Args),
    Ask(ask::Args),
    Check(check::Args),
    Score(score::Args),
    Explain(explain::Args),
    Okr(okr::Args),
    Kpi(kpi::Args),
    People(people::Args),
    Compare(compare::Args),
    Report(report::Args),
    Badge(badge::Args),
    Template(template::Args),
    Rubric(rubric::Args),
    Schema(schema::Args),
    Completions(completion::Args),
    Man(manual::Args),
    Help(topics::Args),
}

impl Command {
    /// The folder that the command line gives in place of `-C`.
    fn folder(&self) -> Option<&PathBuf> {
        let own = match self {
            Command::Check(args) => Some(&args.folder),
            Command::Score(args) => Some(&args.folder),
            Command::Report(args) => Some(&args.folder),
            Command::People(args) => Some(&args.folder),
            Command::Badge(args) => Some(&args.folder),
            Command::Okr(args) => args.folder(),
            _ => None,
        };
        own.and_then(|own| own.folder.as_ref())
    }
}

/// The folder that a command may take as its argument, in place of `-C`.
#[derive(Debug, Args)]
struct Folder {
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

fn date(text: &str) -> Result<NaiveDate, String> {
    parse_day(text).ok_or_else(|| "2026-09-30".to_owned())
}

fn language(text: &str) -> Result<Language, String> {
    Language::parse(text).ok_or_else(|| "pt-BR | en".to_owned())
}

/// The program's version, with the commit that it was built from where that is known.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), env!("REGUA_COMMIT"));

/// Runs the program: reads the command line, does what it asks, says how it ended. `today` is the day of whoever asks.
pub fn run(
    arguments: impl Iterator<Item = OsString>,
    today: impl FnOnce() -> NaiveDate,
) -> Outcome {
    let arguments: Vec<OsString> = arguments.collect();
    if let [_, only] = &arguments[..]
        && (only == "--version" || only == "-V")
    {
        return help::say_version();
    }
    let today = today();
    if worker::is_asked_for(&arguments) {
        return worker::serve();
    }
    if completion::is_asked_for(&arguments) {
        return completion::serve(&arguments, today);
    }
    let parsed = Cli::try_parse_from(&arguments);
    let language = match &parsed {
        Err(why) if why.kind() != ErrorKind::DisplayVersion => {
            help::language_to_help_in(&arguments)
        }
        _ => help::language_asked_for(&arguments),
    };
    let locale = Locale::new(language);
    // Help and refusals need the words of every command, a command line that is understood none of them.
    let parsed = parsed.or_else(|_| {
        let command = help::translated(Cli::command(), &locale);
        let matches = command.try_get_matches_from(&arguments)?;
        Cli::from_arg_matches(&matches)
    });
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => return help::refuse(&error, &arguments, &locale),
    };
    let mut out = anstream::AutoStream::new(std::io::stdout().lock(), choice(cli.common.color));
    let mut err = anstream::AutoStream::new(std::io::stderr().lock(), choice(cli.common.color));
    let has_colour = err.current_choice() != anstream::ColorChoice::Never;
    let width = width();
    let mut context = Context {
        today,
        as_of: cli.common.as_of.unwrap_or(today),
        directory: cli.command.folder().cloned().or(cli.common.directory),
        lang: cli.common.lang,
        has_spoken: false,
        locale: Arc::new(locale),
        is_quiet: cli.common.quiet,
        has_colour,
        width,
        out: &mut out,
        err: &mut err,
    };
    let result = match cli.command {
        Command::Init(args) => init::run(&args, &mut context),
        Command::Ask(args) => ask::run(&args, &mut context),
        Command::Check(args) => check::run(args, &mut context),
        Command::Score(args) => score::run(args, &mut context),
        Command::Explain(args) => explain::run(args, &mut context),
        Command::Okr(args) => okr::run(args, &mut context),
        Command::Kpi(args) => kpi::run(args, &mut context),
        Command::People(args) => people::run(args, &mut context),
        Command::Compare(args) => compare::run(args, &mut context),
        Command::Badge(args) => badge::run(args, &mut context),
        Command::Report(args) => report::run(args, &mut context),
        Command::Template(args) => template::run(args, &mut context),
        Command::Schema(args) => schema::run(&args, &mut context),
        Command::Rubric(args) => rubric::run(args, &mut context),
        Command::Completions(args) => completion::run(&args, &mut context),
        Command::Man(args) => manual::run(&args, &mut context),
        Command::Help(args) => topics::run(&args, &mut context),
    };
    let result = result.and_then(|()| Ok(context.out.flush()?));
    match result {
        Ok(()) => Outcome::Fine,
        Err(failure) => context.end(&failure),
    }
}

fn choice(color: Color) -> anstream::ColorChoice {
    match color {
        Color::Auto => anstream::ColorChoice::Auto,
        Color::Always => anstream::ColorChoice::Always,
        Color::Never => anstream::ColorChoice::Never,
    }
}

/// The terminal's columns, between what can be read and what is pleasant to read.
fn width() -> usize {
    const NARROWEST: usize = 40;
    const WIDEST: usize = 100;
    const UNKNOWN: usize = 80;
    let told = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    let columns = if std::io::stdout().is_terminal() {
        told.or_else(|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)))
    } else {
        told
    };
    columns.unwrap_or(UNKNOWN).clamp(NARROWEST, WIDEST)
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Failure {
        Failure::Environment(anyhow::Error::new(error))
    }
}
