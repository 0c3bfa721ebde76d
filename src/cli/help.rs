//! Help and refusals in both languages: clap parses, the words are ours.

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::error::{ContextKind, ContextValue, ErrorKind};

use clap::CommandFactory;

use super::{Cli, Outcome};
use crate::locale::{Locale, Topic, Word};
use crate::model::Language;
use crate::read;
use crate::workspace;

/// The language of `--lang`, else of the environment, else English: known before anything is parsed.
pub(super) fn language_asked_for(arguments: &[OsString]) -> Language {
    language_named(arguments).unwrap_or_else(language_of_environment)
}

/// The language to help and to refuse in, before it is known what is asked for: that of `--lang`, else of the
/// workspace, else of the environment.
pub(super) fn language_to_help_in(arguments: &[OsString]) -> Language {
    language_named(arguments)
        .or_else(|| language_of_workspace(folder_named(arguments).as_deref()))
        .unwrap_or_else(language_of_environment)
}

/// The language of the workspace in a folder, or where the command line is, as far as its settings tell.
pub(super) fn language_of_workspace(folder: Option<&Path>) -> Option<Language> {
    read::language(&workspace::settings(folder)?)
}

/// The folder of `-C`, in each way that it may be written; else the first word that is a folder, which commands take
/// in place of it.
fn folder_named(arguments: &[OsString]) -> Option<PathBuf> {
    let (mut named, mut alone) = (None, None);
    let mut words = arguments.iter().skip(1);
    while let Some(word) = words.next() {
        let text = word.to_string_lossy();
        if text == "--" {
            break;
        }
        if text == "--directory" {
            named = words.next().map(PathBuf::from);
        } else if let Some(folder) = text.strip_prefix("--directory=") {
            named = Some(PathBuf::from(folder));
        } else if let Some(folder) = behind_short_flags(&text) {
            named = match folder.trim_start_matches('=') {
                "" => words.next().map(PathBuf::from),
                folder => Some(PathBuf::from(folder)),
            };
        } else if alone.is_none() && Path::new(word).is_dir() {
            alone = Some(PathBuf::from(word));
        }
    }
    named.or(alone)
}

/// What stands behind the `C` of `-C` or `-qC`.
fn behind_short_flags(text: &str) -> Option<&str> {
    let flags = text.strip_prefix('-')?;
    flags.trim_start_matches('q').strip_prefix('C')
}

/// The language of `--lang`.
pub(super) fn language_named(arguments: &[OsString]) -> Option<Language> {
    let mut named = None;
    let mut texts = arguments.iter().map(|argument| argument.to_string_lossy());
    while let Some(text) = texts.next() {
        if text == "--" {
            break;
        }
        if text == "--lang" {
            named = texts.next().and_then(|tag| Language::parse(&tag));
        } else if let Some(tag) = text.strip_prefix("--lang=") {
            named = Language::parse(tag);
        }
    }
    named
}

/// The language of the environment, else English.
pub(super) fn language_of_environment() -> Language {
    let tag = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    let language = tag.and_then(|tag| Language::parse(&tag));
    language.unwrap_or(Language::English)
}

/// The command line with every help text in the locale's language.
pub(super) fn translated(command: clap::Command, locale: &Locale) -> clap::Command {
    let template = format!(
        "{{before-help}}{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}\n",
        locale.say("help-usage", &[])
    );
    let version = clap::Arg::new("version")
        .short('V')
        .long("version")
        .action(clap::ArgAction::Version);
    let command = command
        .about(locale.say("help-about", &[]))
        .after_help(after(locale))
        .disable_version_flag(true)
        .arg(version)
        .mut_args(|argument| translated_argument(argument, "", locale));
    with_words(command, (ROOT, "regua"), &template, locale)
}

/// What stands below the commands: the topics, and how a run may end.
fn after(locale: &Locale) -> String {
    let names = Topic::ALL.iter().map(|topic| topic.name(locale.language()));
    let names = names.collect::<Vec<_>>().join(", ");
    let topics = locale.say("help-topics", &[("topics", Word::from(names))]);
    format!("{topics}\n\n{}", locale.say("help-after", &[]))
}

/// Gives a command its words: those that begin with `key`, for what is typed as `path`.
fn with_words(
    command: clap::Command,
    (key, path): (&str, &str),
    template: &str,
    locale: &Locale,
) -> clap::Command {
    let has_commands = command.get_subcommands().next().is_some();
    let usage_key = if has_commands {
        "help-usage-group"
    } else {
        "help-usage-command"
    };
    let words = [("command", Word::from(path))];
    let own_usage = locale.find(&format!("{key}-usage"), &words);
    let usage = own_usage
        .filter(|_| !has_commands)
        .unwrap_or_else(|| locale.say(usage_key, &words));
    let command = command
        .help_template(template.to_owned())
        .override_usage(usage)
        .subcommand_help_heading(locale.say("help-commands", &[]))
        .next_help_heading(None::<&str>)
        .disable_help_flag(true)
        .arg(
            clap::Arg::new("help")
                .short('h')
                .long("help")
                .action(clap::ArgAction::Help)
                .display_order(LAST)
                .help(locale.say("help-arg-help", &[]))
                .help_heading(locale.say("help-options", &[])),
        );
    let command = match locale.find(&format!("{key}-after"), &[]) {
        Some(after) if key != ROOT => command.after_help(after),
        _ => command,
    };
    let names: Vec<String> = command
        .get_subcommands()
        .map(|command| command.get_name().to_owned())
        .collect();
    let mut command = command;
    for name in names {
        let key = format!("{key}-{name}");
        let path = format!("{path} {name}");
        command = command.mut_subcommand(&name, |subcommand| {
            let subcommand = subcommand
                .about(locale.say(&key, &[]))
                .mut_args(|argument| translated_argument(argument, &key, locale));
            with_words(subcommand, (&key, &path), template, locale)
        });
    }
    command
}

/// What the keys of all help begin with; the program's own help has no other.
const ROOT: &str = "help";
/// Help and version stand below the options that do something.
const LAST: usize = 1_000;

/// The options that every command takes, as they stand in its help.
const COMMON: [&str; 6] = ["directory", "as-of", "lang", "color", "quiet", "version"];

fn translated_argument(argument: clap::Arg, command_key: &str, locale: &Locale) -> clap::Arg {
    let id = argument.get_id().as_str().replace('_', "-");
    let own = format!("{command_key}-{id}");
    let text = locale
        .find(&own, &[])
        .unwrap_or_else(|| locale.say(&format!("help-arg-{id}"), &[]));
    let heading = if argument.is_positional() {
        "help-arguments"
    } else {
        "help-options"
    };
    let takes_value = argument.get_action().takes_values();
    let argument = argument.help(text).help_heading(locale.say(heading, &[]));
    // What a command takes of its own comes before what every command takes.
    let argument = match COMMON.iter().position(|common| *common == id) {
        Some(position) => argument.display_order(LAST - COMMON.len() + position),
        None => argument,
    };
    if !takes_value {
        return argument;
    }
    let argument = argument.hide_possible_values(true).hide_default_value(true);
    match locale.find(&format!("help-value-{id}"), &[]) {
        Some(name) => argument.value_name(name),
        None => argument,
    }
}

/// What is asked for more often than anything else, by other programs: said without looking at anything.
pub(super) fn say_version() -> Outcome {
    let said = writeln!(std::io::stdout(), "regua {}", super::VERSION);
    said.map_or_else(|failure| unwritten(&failure), |()| Outcome::Fine)
}

/// Whoever stopped reading has seen enough.
fn unwritten(failure: &std::io::Error) -> Outcome {
    match failure.kind() {
        std::io::ErrorKind::BrokenPipe => Outcome::Fine,
        _ => Outcome::Environment,
    }
}

/// The command that a line asks for, as far as it names one, and its words.
fn asked_for(command: clap::Command, arguments: &[OsString]) -> (clap::Command, String) {
    let (mut command, mut path) = (command, "regua".to_owned());
    let words = arguments.iter().skip(1).filter_map(|own| own.to_str());
    for word in words.filter(|word| !word.starts_with('-')) {
        if let Some(below) = command.find_subcommand(word) {
            path = format!("{path} {}", below.get_name());
            command = below.clone();
        }
    }
    (command, path)
}

/// What is missing, with what it is and the words that it may be.
fn missing(command: &clap::Command, written: &str) -> Option<String> {
    let is_it = |own: &&clap::Arg| {
        let names = own.get_value_names().unwrap_or_default();
        names.iter().any(|name| written == format!("<{name}>"))
    };
    let argument = command.get_arguments().find(is_it)?;
    let choices = argument.get_possible_values();
    let choices: Vec<&str> = choices.iter().map(|own| own.get_name()).collect();
    let help = argument.get_help().map(ToString::to_string);
    let help = help.unwrap_or_default();
    // A help text may name the words already, with what they stand for.
    let is_named = choices.iter().all(|choice| help.contains(choice));
    let choices = if is_named {
        String::new()
    } else {
        choices.join(", ")
    };
    let parts = [help, choices];
    let parts: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    Some(format!("{written}  {}", parts.join(": ")))
}

/// The commands of this name that stand in a group: `regua okr status` for `status`.
fn in_groups(name: &str) -> Option<String> {
    let root = Cli::command();
    let groups = root
        .get_subcommands()
        .filter(|group| group.find_subcommand(name).is_some());
    let found: Vec<String> = groups
        .map(|group| format!("regua {} {name}", group.get_name()))
        .collect();
    (!found.is_empty()).then(|| found.join("`, `"))
}

/// Prints help, the version, or why the command line cannot be understood.
pub(super) fn refuse(error: &clap::Error, arguments: &[OsString], locale: &Locale) -> Outcome {
    if !error.use_stderr() {
        let mut out = anstream::stdout().lock();
        // Clap's own version flag is the only text not asked for in a language.
        let written = write!(out, "{}", error.render().ansi()).and_then(|()| out.flush());
        return written.map_or_else(|failure| unwritten(&failure), |()| Outcome::Fine);
    }
    let mut stderr = anstream::stderr().lock();
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let _ = write!(stderr, "{}", error.render().ansi());
        return Outcome::WrongInput;
    }
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let suggested = |kind: ContextKind| match error.get(kind) {
        // The sentence puts marks around the whole: each name has its own.
        Some(ContextValue::Strings(texts)) => texts.join("`, `"),
        _ => text(kind),
    };
    let first_suggestion = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .map(suggested)
    .find(|suggestion| !suggestion.is_empty())
    .unwrap_or_default();
    let key = match error.kind() {
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation
            if text(ContextKind::InvalidValue).is_empty() =>
        {
            "usage-missing-value"
        }
        // Its own reader knows how a value is written, clap knows the words that it may be.
        ErrorKind::ValueValidation => "usage-invalid-form",
        ErrorKind::InvalidValue => "usage-invalid-value",
        ErrorKind::MissingRequiredArgument | ErrorKind::MissingSubcommand => "usage-missing",
        ErrorKind::ArgumentConflict
            if text(ContextKind::PriorArg) != text(ContextKind::InvalidArg) =>
        {
            "usage-conflict"
        }
        ErrorKind::ArgumentConflict => "usage-repeated",
        _ => "usage-other",
    };
    let mut known = text(ContextKind::ValidValue);
    if known.is_empty()
        && let Some(source) = std::error::Error::source(error)
    {
        known = source.to_string();
    }
    let command = text(ContextKind::InvalidSubcommand);
    let words = [
        (
            "argument",
            Word::from(if command.is_empty() {
                text(ContextKind::InvalidArg)
            } else {
                command
            }),
        ),
        ("value", Word::from(text(ContextKind::InvalidValue))),
        ("known", Word::from(known)),
        ("other", Word::from(text(ContextKind::PriorArg))),
    ];
    let _ = writeln!(
        stderr,
        "{}: {}",
        locale.say("severity-error", &[]),
        locale.say(key, &words)
    );
    let first_suggestion = match key {
        "usage-unknown-command" => in_groups(&text(ContextKind::InvalidSubcommand)),
        "usage-missing" => super::compare::since_revision(arguments),
        _ => None,
    }
    .unwrap_or(first_suggestion);
    if !first_suggestion.is_empty() {
        let words = [("near", Word::from(first_suggestion))];
        let _ = writeln!(stderr, "  {}", locale.say("usage-near", &words));
    }
    let (asked, path) = asked_for(translated(Cli::command(), locale), arguments);
    if key == "usage-missing"
        && let Some(ContextValue::Strings(names)) = error.get(ContextKind::InvalidArg)
    {
        for line in names.iter().filter_map(|name| missing(&asked, name)) {
            let _ = writeln!(stderr, "  {line}");
        }
    }
    let words = [
        ("command", Word::from(path)),
        (
            "of",
            Word::from(if asked.has_subcommands() {
                "all"
            } else {
                "one"
            }),
        ),
    ];
    let _ = writeln!(stderr, "  {}", locale.say("usage-more", &words));
    Outcome::WrongInput
}
