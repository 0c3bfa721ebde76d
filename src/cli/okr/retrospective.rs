//! What a cycle taught: said as it is closed, or added to what it was closed with.

use super::close::with_closing;
use crate::cli::context::{Context, Failure, Loaded};
use crate::cli::table;
use crate::locale::Word;
use crate::model::{Closing, Cycle, Objective, Place};
use crate::read::{self, Read};
use crate::render::plan::flow_scalar;
use crate::workspace::{self, NotAppended};

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

/// Where what is said of an id stands: not at all, or at the place of what it is said of.
fn already(cycle: &Cycle, closing: &Closing, id: &str) -> Option<Place> {
    let objectives = cycle.objectives.iter().zip(&closing.objectives);
    let closed = objectives.filter_map(|(own, closed)| Some((own, closed.as_ref()?)));
    for (objective, closed) in closed.clone() {
        if objective.id.as_str() == id {
            return closed.retrospective.as_ref().map(|_| closed.place);
        }
    }
    let key_results =
        closed.flat_map(|(own, closed)| own.key_results.iter().zip(&closed.key_results));
    let mut closed = key_results.filter(|(own, _)| own.id.as_str() == id);
    let (_, closed) = closed.next()?;
    closed
        .as_ref()
        .filter(|own| own.retrospective.is_some())
        .map(|own| own.place)
}

/// Writes what was learned into the closing of a cycle; its figures stay as they are.
pub(super) fn add(
    loaded: &Loaded,
    position: usize,
    said: &[(String, String)],
    is_dry: bool,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let cycle = &loaded.workspace.cycles[position];
    let Some(closing) = &cycle.closing else {
        return Ok(());
    };
    for (id, _) in said {
        if let Some(place) = already(cycle, closing, id) {
            let words = [
                ("id", Word::from(id.as_str())),
                (
                    "place",
                    Word::from(loaded.root.show(&loaded.sources.cite(place))),
                ),
            ];
            return Err(context.refuse("okr-retrospective-already", &words));
        }
    }
    let file = loaded.sources.file(closing.place.file).path.clone();
    let path = loaded.root.path.join(&file);
    if is_dry {
        let text = with_all(&workspace::text(&path)?, &file, said, context)?;
        write!(context.out, "{text}")?;
        return Ok(());
    }
    let mut after: Option<Read> = None;
    let written = workspace::change(&path, |before| {
        let text = with_all(before, &file, said, context)?;
        let read = with_closing(&loaded.root, &file, &text, context)?;
        if read.diagnostics.has_errors() {
            context.report_problems(&loaded.root, &read)?;
            return Err(context.refuse(
                "okr-not-closed",
                &[("file", Word::from(loaded.root.show(&file)))],
            ));
        }
        after = Some(read);
        Ok(text)
    });
    match written {
        Ok(()) => {}
        Err(NotAppended::Refused(failure)) => return Err(failure),
        Err(NotAppended::Disk(error)) => return Err(error.into()),
    }
    if context.is_quiet {
        return Ok(());
    }
    let place = loaded.root.show(&file);
    let words = [
        ("count", Word::from(said.len())),
        ("place", Word::from(place)),
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

/// The text of a closing with everything that is said.
fn with_all(
    before: &str,
    file: &str,
    said: &[(String, String)],
    context: &mut Context<'_>,
) -> Result<String, Failure> {
    let mut text = before.to_owned();
    for (id, learned) in said {
        let Some(after) = read::with_retrospective(&text, id, &flow_scalar(learned)) else {
            let words = [("id", Word::from(id.as_str())), ("file", Word::from(file))];
            return Err(context.refuse("okr-retrospective-unplaced", &words));
        };
        text = after;
    }
    Ok(text)
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
