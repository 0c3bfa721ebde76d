//! What there is to say of a command.

use clap::{Arg, Command, CommandFactory};

use crate::cli::{Cli, help};
use crate::locale::{Locale, Topic};

/// The manual of one command.
#[derive(Debug)]
pub(super) struct Page {
    /// How it is typed: `regua`, `okr`, `check-in`.
    pub(super) path: Vec<String>,
    /// What it does, in a sentence.
    pub(super) about: String,
    /// How it is used.
    pub(super) usage: String,
    /// The commands below it, each with what it does.
    pub(super) commands: Vec<Entry>,
    /// What stands behind it without a name.
    pub(super) arguments: Vec<Entry>,
    /// Its own options.
    pub(super) options: Vec<Entry>,
    /// The options that every command has.
    pub(super) common: Vec<Entry>,
    /// The topics that tell of what it is about.
    pub(super) topics: Vec<&'static Topic>,
    /// Command lines, each with what it is for.
    pub(super) examples: Vec<Example>,
}

/// A name, and what it stands for.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) about: String,
}

/// A command line, and what it is for.
#[derive(Debug)]
pub(super) struct Example {
    pub(super) what: String,
    pub(super) line: String,
}

impl Page {
    /// The page of every command, the program's own first, each before those below it.
    pub(super) fn all(locale: &Locale) -> Vec<Page> {
        let mut root = help::translated(Cli::command(), locale);
        root.build();
        let mut pages = Vec::new();
        add(&root, &[], locale, &mut pages);
        pages
    }

    /// The name of its file, without the section: `regua-okr-check-in`.
    pub(super) fn name(&self) -> String {
        self.path.join("-")
    }

    /// How it is typed: `regua okr check-in`.
    pub(super) fn typed(&self) -> String {
        self.path.join(" ")
    }

    pub(super) fn is_root(&self) -> bool {
        self.path.len() == 1
    }
}

fn add(command: &Command, above: &[String], locale: &Locale, pages: &mut Vec<Page>) {
    let mut path = above.to_vec();
    path.push(command.get_name().to_owned());
    let below = || command.get_subcommands().filter(|own| !own.is_hide_set());
    let visible = || command.get_arguments().filter(|own| !own.is_hide_set());
    let is_common =
        |own: &&Arg| own.is_global_set() || matches!(own.get_id().as_str(), "help" | "version");
    let options = || visible().filter(|own| !own.is_positional());
    let mut positionals: Vec<&Arg> = command.get_positionals().collect();
    positionals.sort_by_key(|own| own.get_index());
    let mut common: Vec<&Arg> = options().filter(is_common).collect();
    // How to ask for help stands last, as on the screen.
    common.sort_by_key(|own| own.get_id() == "help");
    pages.push(Page {
        about: text(command.get_about()),
        usage: usage(command),
        commands: below()
            .map(|own| Entry {
                name: own.get_name().to_owned(),
                about: text(own.get_about()),
            })
            .collect(),
        arguments: positionals.into_iter().map(entry).collect(),
        options: options().filter(|own| !is_common(own)).map(entry).collect(),
        common: common.into_iter().map(entry).collect(),
        topics: Topic::ALL
            .iter()
            .filter(|own| own.commands.contains(&path[1..].join(" ").as_str()))
            .collect(),
        examples: examples(&path, locale),
        path: path.clone(),
    });
    for own in below() {
        add(own, &path, locale, pages);
    }
}

fn text(styled: Option<&clap::builder::StyledStr>) -> String {
    styled.map(ToString::to_string).unwrap_or_default()
}

/// What stands behind the word for usage in the help.
fn usage(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    let (_, usage) = usage.split_once(": ").unwrap_or(("", &usage));
    usage.trim().to_owned()
}

fn entry(argument: &Arg) -> Entry {
    let names = argument.get_value_names().unwrap_or_default();
    let value = names.first().map(|name| format!("<{name}>"));
    let value = value.filter(|_| argument.get_action().takes_values());
    let short = argument.get_short().map(|letter| format!("-{letter}"));
    let long = argument.get_long().map(|name| format!("--{name}"));
    let written: Vec<String> = [short, long].into_iter().flatten().collect();
    let written = written.join(", ");
    let name = match (written.is_empty(), value) {
        (true, value) => value.unwrap_or_default(),
        (false, Some(value)) => format!("{written} {value}"),
        (false, None) => written,
    };
    Entry {
        name,
        about: text(argument.get_help()),
    }
}

/// The examples of a command: what each is for, and below it the line, which begins with `$`.
fn examples(path: &[String], locale: &Locale) -> Vec<Example> {
    let key = format!("example-{}", path.join("-"));
    let written = locale.manual(&key).unwrap_or_default();
    let mut what = String::new();
    let mut examples = Vec::new();
    for line in written.lines() {
        match line.strip_prefix("$ ") {
            Some(line) => examples.push(Example {
                what: std::mem::take(&mut what),
                line: line.to_owned(),
            }),
            None => what = line.to_owned(),
        }
    }
    examples
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::model::Language;

    #[test]
    fn every_command_has_examples_and_each_is_a_command_line() {
        for language in Language::ALL {
            let locale = Locale::new(language);
            for page in Page::all(&locale) {
                assert!(!page.examples.is_empty(), "{} has no example", page.typed());
                for example in &page.examples {
                    let line = &example.line;
                    assert!(!example.what.is_empty(), "`{line}` is for nothing");
                    assert!(
                        line.starts_with(&page.typed()),
                        "`{line}` is another command's"
                    );
                    let words = line.split('|').next().unwrap_or_default();
                    let words = words.split(" > ").next().unwrap_or_default();
                    let parts = words.split('"').enumerate();
                    let words = parts.flat_map(|(position, part)| match position % 2 {
                        0 => part.split_whitespace().collect(),
                        _ => vec![part],
                    });
                    let parsed = Cli::try_parse_from(words);
                    let is_help = |error: &clap::Error| !error.use_stderr();
                    assert!(
                        parsed.as_ref().map_or_else(is_help, |_| true),
                        "`{line}`: {parsed:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn every_argument_is_explained_in_both_languages() {
        for language in Language::ALL {
            for page in Page::all(&Locale::new(language)) {
                let entries = page
                    .arguments
                    .iter()
                    .chain(&page.options)
                    .chain(&page.common);
                for entry in entries.chain(&page.commands) {
                    let is_told = !entry.about.is_empty() && !entry.about.contains('⟦');
                    assert!(is_told, "{} {}: {}", page.typed(), entry.name, entry.about);
                }
            }
        }
    }
}
