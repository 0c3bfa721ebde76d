//! `--target`: levels asked for on the command line, in place of those of `regua.yaml`.
//!
//! `4` or `managed` is a level of the whole, `process=4,people=3` a profile of dimensions. With several rubrics
//! it goes to each that has all it names; the others keep the target of `regua.yaml`.

use super::context::{Context, Failure, Loaded};
use super::table;
use crate::locale::{Locale, Word};
use crate::model::{DimensionTarget, LevelTarget, Rubric};

/// Puts the levels that `written` asks for in place of the workspace's targets.
pub(super) fn set(
    written: &str,
    loaded: &mut Loaded,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let mut assessed: Vec<usize> = loaded
        .scores
        .latest()
        .map(|(score, _)| score.rubric)
        .collect();
    if assessed.is_empty() {
        assessed = (0..loaded.workspace.rubrics.len()).collect();
    }
    let mut problems = Vec::new();
    let mut found = Vec::new();
    for rubric in assessed {
        match target(
            written,
            rubric,
            &loaded.workspace.rubrics[rubric],
            &context.locale,
        ) {
            Ok(target) => found.push(target),
            Err(problem) if problems.contains(&problem) => {}
            Err(problem) => problems.push(problem),
        }
    }
    if found.is_empty() && !problems.is_empty() {
        return Err(refused(&problems, context));
    }
    let targets = &mut loaded.workspace.settings.targets;
    targets.retain(|target| found.iter().all(|own| own.rubric != target.rubric));
    targets.extend(found);
    Ok(())
}

/// Refuses a level that none of the rubrics has; without any named, none of those assessed.
pub(super) fn refuse_unless_there(
    number: u32,
    rubrics: &[usize],
    loaded: &Loaded,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let assessed = loaded.scores.latest().map(|(score, _)| score.rubric);
    let meant: Vec<usize> = match rubrics {
        [] => assessed
            .filter(|rubric| !loaded.workspace.rubrics[*rubric].levels.is_empty())
            .collect(),
        named => named.to_vec(),
    };
    let mut problems = Vec::new();
    for rubric in meant {
        let rubric = &loaded.workspace.rubrics[rubric];
        match level(&number.to_string(), rubric, &context.locale) {
            Ok(_) => return Ok(()),
            Err(problem) if problems.contains(&problem) => {}
            Err(problem) => problems.push(problem),
        }
    }
    match problems.as_slice() {
        [] => Ok(()),
        problems => Err(refused(problems, context)),
    }
}

fn refused(problems: &[String], context: &mut Context<'_>) -> Failure {
    let name = context.say("severity-error", &[]);
    for problem in problems {
        let line = format!("{name}: {problem}");
        let text = table::paragraph(&line, anstyle::Style::new(), 0, context.width);
        if let Err(error) = write!(context.err, "{text}") {
            return error.into();
        }
    }
    Failure::WrongInput
}

/// The target for one rubric, or why it has none such.
fn target(
    written: &str,
    index: usize,
    rubric: &Rubric,
    locale: &Locale,
) -> Result<LevelTarget, String> {
    let mut target = LevelTarget {
        rubric: index,
        level: None,
        by: None,
        by_place: None,
        dimensions: Vec::new(),
        place: None,
    };
    let unclear = || locale.say("target-unclear", &[("written", Word::from(written))]);
    for item in written.split(',').map(str::trim) {
        match item.split_once('=') {
            None if target.level.is_some() || item.is_empty() => return Err(unclear()),
            None => target.level = Some(level(item, rubric, locale)?),
            Some((name, number)) => {
                let name = name.trim();
                let dimension = rubric.dimension_by_id(name).ok_or_else(|| {
                    let known = rubric.dimensions.iter().map(|known| known.id.to_string());
                    unknown("target-no-such-dimension", name, rubric, known, locale)
                })?;
                if target
                    .dimensions
                    .iter()
                    .any(|own| own.dimension == dimension)
                {
                    return Err(unclear());
                }
                target.dimensions.push(DimensionTarget {
                    dimension,
                    level: level(number.trim(), rubric, locale)?,
                    place: None,
                });
            }
        }
    }
    Ok(target)
}

/// A level by its number or its id.
fn level(written: &str, rubric: &Rubric, locale: &Locale) -> Result<u32, String> {
    let is_meant = |level: &&crate::model::Level| {
        level.id.as_str() == written || level.number.to_string() == written
    };
    let found = rubric.levels.iter().find(is_meant);
    found.map(|level| level.number).ok_or_else(|| {
        let known = rubric.levels.iter();
        let known = known.map(|level| format!("{} {}", level.number, level.id));
        unknown("target-no-such-level", written, rubric, known, locale)
    })
}

fn unknown(
    key: &str,
    written: &str,
    rubric: &Rubric,
    known: impl Iterator<Item = String>,
    locale: &Locale,
) -> String {
    let known: Vec<String> = known.collect();
    let words = [
        ("written", Word::from(written)),
        ("rubric", Word::from(rubric.id.as_str())),
        ("count", Word::from(known.len())),
        ("known", Word::from(known.join(", "))),
    ];
    locale.say(key, &words)
}
