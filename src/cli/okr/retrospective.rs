//! What a cycle taught: said as it is closed, or added to what it was closed with.

use super::close::with_closing;
use crate::cli::context::{Context, Failure, Opened};
use crate::cli::table;
use crate::diagnostic::Diagnostic;
use crate::locale::Word;
use crate::model::{Closing, Cycle, Objective};
use crate::read::{self, Read, Unplaced};
use crate::render::plan::flow_scalar;
use crate::workspace::{self, NotAppended, Root};

/// What was learned, as the command line says it.
pub(super) fn said(
    arguments: &[String],
    cycle: &Cycle,
    context: &mut Context<'_>,
) -> Result<Vec<(String, String)>, Failure> {
    let mut said: Vec<(String, String)> = Vec::new();
    for given in arguments {
        let learned = given
            .split_once('=')
            .map(|(id, text)| (id.trim(), text.trim()));
        let Some((id, text)) = learned.filter(|(_, text)| !text.is_empty()) else {
            let words = [("written", Word::from(given.as_str()))];
            return Err(context.refuse("okr-retrospective-form", &words));
        };
        let is_it = |objective: &Objective| {
            let mut key_results = objective.key_results.iter();
            objective.id.as_str() == id || key_results.any(|own| own.id.as_str() == id)
        };
        if let Some(letter) = text.chars().find(|letter| read::is_hidden(*letter)) {
            let words = [
                ("id", Word::from(id)),
                ("letter", Word::from(read::code_point(letter))),
            ];
            return Err(context.refuse("okr-retrospective-hidden", &words));
        }
        if !cycle.objectives.iter().any(is_it) {
            let known: Vec<&str> = cycle.objectives.iter().map(|own| own.id.as_str()).collect();
            let words = [
                ("written", Word::from(id)),
                ("known", Word::from(known.join(", "))),
            ];
            return Err(context.refuse("okr-retrospective-unknown", &words));
        }
        if said.iter().any(|(own, _)| own == id) {
            return Err(context.refuse("okr-retrospective-twice", &[("id", Word::from(id))]));
        }
        said.push((id.to_owned(), text.to_owned()));
    }
    Ok(said)
}

/// Writes what was learned into the closing of a cycle; its figures stay as they are.
pub(super) fn add(
    opened: &Opened,
    position: usize,
    said: &[(String, String)],
    is_dry: bool,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let Some(closing) = &opened.workspace.cycles[position].closing else {
        return Ok(());
    };
    let root = &opened.root;
    let file = opened.sources.file(closing.place.file).path.clone();
    let path = root.path.join(&file);
    let mut after: Option<Read> = None;
    let mut grown = |before: &str| {
        let (text, read) = with_all(before, (root, &file), said, context)?;
        after = Some(read);
        Ok(text)
    };
    if is_dry {
        let text = grown(&workspace::text(&path)?)?;
        write!(context.out, "{text}")?;
        return Ok(());
    }
    match workspace::change(&path, grown) {
        Ok(()) => {}
        Err(NotAppended::Refused(failure)) => return Err(failure),
        Err(NotAppended::Disk(error)) => return Err(error.into()),
    }
    if context.is_quiet {
        return Ok(());
    }
    let words = [
        ("count", Word::from(said.len())),
        ("place", Word::from(root.show(&file))),
    ];
    let mut text = format!(
        "{}\n",
        table::good(&context.say("okr-retrospective-written", &words))
    );
    let workspace = after.and_then(|read| read.workspace);
    if let Some(cycle) = workspace.as_ref().map(|own| &own.cycles[position])
        && let Some(closing) = &cycle.closing
    {
        for note in owed(cycle, closing, context) {
            text.push_str(&table::marked(&note, table::dim(), 0, context.width));
        }
    }
    write!(context.out, "{text}")?;
    Ok(())
}

/// The text of a closing with everything that is said, and the workspace as it is with it.
fn with_all(
    before: &str,
    (root, file): (&Root, &str),
    said: &[(String, String)],
    context: &mut Context<'_>,
) -> Result<(String, Read), Failure> {
    let mut text = before.to_owned();
    for (id, learned) in said {
        text = match read::with_retrospective(&text, id, &flow_scalar(learned)) {
            Ok(after) => after,
            Err(why) => return Err(unplaced(why, id, root.show(file), context)),
        };
    }
    let read = with_closing(root, file, &text, context)?;
    if !read.diagnostics.has_errors() {
        return Ok((text, read));
    }
    // Where the file was fine before, it is written in a way that takes no line more: its lines tell the user nothing.
    let is_here = |problem: &Diagnostic| read.sources.file(problem.place.file).path == file;
    let mut found = read.diagnostics.sorted().into_iter();
    if found.any(is_here) {
        let (id, _) = &said[0];
        return Err(unplaced(Unplaced::NoPlace, id, root.show(file), context));
    }
    context.report_problems(root, &read)?;
    let words = [("file", Word::from(root.show(file)))];
    Err(context.refuse("okr-not-closed", &words))
}

fn unplaced(why: Unplaced, id: &str, file: String, context: &mut Context<'_>) -> Failure {
    let (key, place) = match why {
        Unplaced::Stands(line) => ("okr-retrospective-already", format!("{file}:{line}")),
        Unplaced::NoEntry => ("okr-retrospective-no-entry", file),
        Unplaced::NoPlace => ("okr-retrospective-unplaced", file),
    };
    let words = [("id", Word::from(id)), ("place", Word::from(place))];
    context.refuse(key, &words)
}

/// Of each commitment that fell short without a word on what was learned: what to do about it.
pub(super) fn owed(cycle: &Cycle, closing: &Closing, context: &Context<'_>) -> Vec<String> {
    let objectives = cycle.objectives.iter().zip(&closing.objectives);
    let owed = objectives.filter(|(objective, closed)| {
        closed
            .as_ref()
            .is_some_and(|own| own.owes_retrospective(objective))
    });
    let say = |objective: &Objective| {
        let words = [
            ("id", Word::from(objective.id.as_str())),
            ("cycle", Word::from(cycle.id.as_str())),
        ];
        context.say("okr-retrospective-owed", &words)
    };
    owed.map(|(objective, _)| say(objective)).collect()
}
