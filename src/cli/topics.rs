//! `regua help`: a concept in some paragraphs, or what a command's `--help` shows.

use anstyle::Style;
use clap::CommandFactory;

use super::context::{Context, Failure};
use super::table::{self, Align, Cell};
use super::{Cli, help};
use crate::diagnostic::suggest;
use crate::locale::{Locale, Topic, Word};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "TOPIC")]
    words: Vec<String>,
}

pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Failure> {
    context.speak_as_here();
    let root = help::translated(Cli::command(), &context.locale);
    let topic = Topic::named(&args.words.join(" "));
    let is_command = is_command(&root, &args.words);
    if is_command {
        let help = command_help(root.clone(), &args.words);
        write!(context.out, "{help}")?;
    }
    if let Some(topic) = topic {
        if is_command {
            writeln!(context.out)?;
        }
        let text = text(topic, &context.locale, context.width);
        write!(context.out, "{text}")?;
    }
    if is_command || topic.is_some() {
        return Ok(());
    }
    Err(unknown(&root, &args.words.join(" "), context))
}

/// Whether these words name a command, or nothing: the program itself.
fn is_command(root: &clap::Command, words: &[String]) -> bool {
    let found = words
        .iter()
        .try_fold(root, |command, word| command.find_subcommand(word));
    found.is_some()
}

/// What `--help` of a command shows.
fn command_help(root: clap::Command, words: &[String]) -> String {
    let program = std::iter::once("regua");
    let line = program
        .chain(words.iter().map(String::as_str))
        .chain(["--help"]);
    match root.try_get_matches_from(line) {
        Err(help) => help.render().ansi().to_string(),
        Ok(_) => String::new(),
    }
}

/// Says that nothing goes by this name, what may be meant, and what there is.
fn unknown(root: &clap::Command, written: &str, context: &mut Context<'_>) -> Failure {
    let commands = root.get_subcommands().map(clap::Command::get_name);
    let mut known: Vec<&str> = commands.collect();
    for name in Topic::all_names() {
        known.push(name);
    }
    let near = suggest::nearest(written, known);
    let language = context.locale.language();
    let names: Vec<&str> = Topic::ALL
        .iter()
        .map(|topic| topic.name(language))
        .collect();
    let words = [
        ("topic", Word::from(written)),
        ("near", Word::from(near.unwrap_or_default())),
        ("topics", Word::from(names.join(", "))),
    ];
    let failure = context.refuse("help-no-topic", &words[..1]);
    let mut lines = Vec::new();
    if near.is_some() {
        lines.push(context.say("usage-near", &words[1..2]));
    }
    lines.push(context.say("help-topics", &words[2..]));
    for line in lines {
        let line = table::paragraph(&line, Style::new(), 2, context.width);
        if let Err(error) = write!(context.err, "{line}") {
            return error.into();
        }
    }
    failure
}

/// A topic on the terminal.
fn text(topic: &Topic, locale: &Locale, width: usize) -> String {
    let language = locale.language();
    let mut text = String::new();
    for block in topic.text(language).split("\n\n") {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&block_text(block.trim_end_matches('\n'), width));
    }
    let topics = topic
        .related()
        .map(|own| format!("`regua help {}`", own.name(language)));
    let commands = topic
        .commands
        .iter()
        .map(|own| format!("`regua {own} --help`"));
    let others: Vec<String> = topics.chain(commands).collect();
    let others = locale.say(
        "help-see-also",
        &[("others", Word::from(others.join(", ")))],
    );
    text.push('\n');
    text.push_str(&wrapped(&others, "", width));
    text
}

/// A heading, a table, a list, lines that stay as they are, or a paragraph.
fn block_text(block: &str, width: usize) -> String {
    let mut lines = block.lines();
    let first = block.lines().next().unwrap_or_default();
    if first.starts_with('#') {
        let heading = first.trim_start_matches(['#', ' ']);
        return table::paragraph(heading, table::bold(), 0, width);
    }
    if first.starts_with('|') {
        return rows(block, width);
    }
    if first.starts_with("    ") {
        return format!("{block}\n");
    }
    if !first.starts_with("- ") {
        let joined = lines.collect::<Vec<_>>().join(" ");
        return wrapped(&joined, "", width);
    }
    let mut items: Vec<String> = Vec::new();
    for line in lines.by_ref() {
        match (line.strip_prefix("- "), items.last_mut()) {
            (None, Some(item)) => item.push_str(&format!(" {}", line.trim_start())),
            (item, _) => items.push(item.unwrap_or(line).to_owned()),
        }
    }
    items
        .iter()
        .map(|item| wrapped(&format!("• {item}"), "  ", width))
        .collect()
}

/// A paragraph whose commands and formulas stay whole. `below` stands before all lines but the first.
fn wrapped(text: &str, below: &str, width: usize) -> String {
    const HELD: char = '\u{a0}';
    let mut parts = text.split('`');
    let mut held = parts.next().unwrap_or_default().to_owned();
    for (position, part) in parts.enumerate() {
        held.push('`');
        let is_code = position % 2 == 0;
        let blank = if is_code { HELD } else { ' ' };
        held.extend(
            part.chars()
                .map(|letter| if letter == ' ' { blank } else { letter }),
        );
    }
    let options = textwrap::Options::new(width)
        .subsequent_indent(below)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    format!("{}\n", textwrap::fill(&held, options).replace(HELD, " "))
}

/// A table: its first row is its head, the second its rule.
fn rows(block: &str, width: usize) -> String {
    // Names are there to be copied: none is broken at its hyphens.
    const HYPHEN: &str = "\u{2011}";
    let cells = |line: &str| -> Vec<String> {
        let inner = line.trim().trim_matches('|').replace('-', HYPHEN);
        inner
            .split('|')
            .map(|cell| cell.trim().to_owned())
            .collect()
    };
    let is_rule = |line: &&str| {
        line.chars()
            .all(|letter| matches!(letter, '|' | '-' | ':' | ' '))
    };
    let rule = block.lines().find(is_rule).map(cells).unwrap_or_default();
    let aligns: Vec<Align> = rule
        .iter()
        .map(|cell| match cell.ends_with(':') {
            true => Align::Right,
            false => Align::Left,
        })
        .collect();
    let lines = block.lines().filter(|line| !is_rule(line)).map(cells);
    let styled = |(position, cells): (usize, Vec<String>)| {
        let style = if position == 0 {
            table::bold()
        } else {
            Style::new()
        };
        cells
            .into_iter()
            .map(|cell| Cell::styled(cell, style))
            .collect()
    };
    let rows: Vec<Vec<Cell>> = lines.enumerate().map(styled).collect();
    table::set_with_asides(&rows, &aligns, (2, 2), width).replace(HYPHEN, "-")
}
