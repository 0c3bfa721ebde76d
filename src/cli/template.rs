//! `regua template`: the pieces that a report is made of, to look at and to replace.

use std::collections::BTreeSet;

use super::context::{Context, Failure};
use super::table;
use crate::locale::Word;
use crate::read;
use crate::render::template_problem::nearest_template;
use crate::render::templates::{replaceable, shipped};
use crate::workspace::{self, Root};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    List,
    Show(ShowArgs),
    Eject(EjectArgs),
}

#[derive(Debug, clap::Args)]
struct ShowArgs {
    #[arg(value_name = "TEMPLATE")]
    template: String,
}

#[derive(Debug, clap::Args)]
struct EjectArgs {
    #[arg(value_name = "TEMPLATE", required_unless_present = "all")]
    templates: Vec<String>,
    #[arg(long, conflicts_with = "templates")]
    all: bool,
}

pub(super) fn run(args: Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let root = workspace::find(context.directory.as_deref())?;
    let read = read::workspace(workspace::read(&root)?, context.as_of.max(context.today));
    context.speak(read.language);
    let replaced: BTreeSet<String> = read.templates.into_iter().map(|own| own.name).collect();
    match args.command {
        Command::List => list(&replaced, context),
        Command::Show(args) => {
            let text = known(&args.template, context)?;
            Ok(write!(context.out, "{text}")?)
        }
        Command::Eject(args) => eject(&args, &root, &replaced, context),
    }
}

/// Every piece: its name, what it is, and whether it is replaced here; then what the workspace adds.
fn list(replaced: &BTreeSet<String>, context: &mut Context<'_>) -> Result<(), Failure> {
    let added: Vec<&str> = replaced
        .iter()
        .map(String::as_str)
        .filter(|name| name.ends_with(".j2") && shipped(name).is_none())
        .collect();
    let mut names: Vec<&str> = added.clone();
    names.splice(0..0, replaceable());
    let widest = names.iter().map(|name| name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for name in names {
        let mut what = context.say(&about(name), &[]);
        if added.contains(&name) {
            what = context.say("template-added", &[]);
        } else if replaced.contains(name) {
            what = format!("{what} · {}", context.say("template-replaced", &[]));
        }
        // A name stays whole, so that it can be copied; what it is takes the room that is left.
        let gap = " ".repeat(widest + 2);
        let options = textwrap::Options::new(context.width)
            .initial_indent(&gap)
            .subsequent_indent(&gap);
        let wrapped = textwrap::fill(&what, options);
        text.push_str(&format!("{name:widest$}  {}\n", wrapped.trim_start()));
    }
    Ok(write!(context.out, "{text}")?)
}

/// The key of the sentence on what a template is.
pub(crate) fn about(name: &str) -> String {
    let name = name.strip_suffix(".j2").unwrap_or(name);
    format!("template-about-{}", name.replace(['/', '.', '_'], "-"))
}

/// The text of a shipped piece, or why there is none.
fn known(name: &str, context: &mut Context<'_>) -> Result<&'static str, Failure> {
    if let Some(text) = replaceable()
        .find(|shipped| *shipped == name)
        .and_then(shipped)
    {
        return Ok(text);
    }
    let ended = format!("{name}.j2");
    let all: Vec<&str> = replaceable().collect();
    let near = nearest_template(name, all.clone()).or_else(|| nearest_template(&ended, all));
    let mut words = vec![("template", Word::from(name))];
    let key = match near {
        Some(near) => {
            words.push(("near", Word::from(near)));
            "template-unknown-near"
        }
        None => "template-unknown",
    };
    Err(context.refuse(key, &words))
}

/// Writes pieces below `templates/`, none of which may be there.
fn eject(
    args: &EjectArgs,
    root: &Root,
    replaced: &BTreeSet<String>,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let mut files = Vec::new();
    if args.all {
        // Those that are replaced stay as they are.
        let others = replaceable().filter(|name| !replaced.contains(*name));
        files.extend(others.filter_map(|name| Some((name.to_owned(), shipped(name)?))));
    }
    for name in &args.templates {
        let text = known(name, context)?;
        if !files.iter().any(|(other, _)| other == name) {
            files.push((name.clone(), text));
        }
    }
    let path = |name: &str| root.path.join("templates").join(name);
    for (name, _) in &files {
        if path(name).symlink_metadata().is_ok() {
            let shown = root.show(&format!("templates/{name}"));
            return Err(context.refuse("template-is-there", &[("file", Word::from(shown))]));
        }
    }
    for (name, text) in &files {
        workspace::create(&path(name), text)?;
    }
    if context.is_quiet {
        return Ok(());
    }
    let words = [("count", Word::from(files.len()))];
    writeln!(context.out, "{}", context.say("template-written", &words))?;
    for (name, _) in &files {
        writeln!(context.out, "  {}", root.show(&format!("templates/{name}")))?;
    }
    if files.is_empty() {
        return Ok(());
    }
    let next = context.say("template-next", &[]);
    let next = table::paragraph(&next, table::dim(), 0, context.width);
    Ok(write!(context.out, "{next}")?)
}
