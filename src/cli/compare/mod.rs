//! `regua compare`: what changed between two days, cycles or assessments, or since an earlier commit, and what moved
//! which figure.

mod assessment;
mod base;
mod ends;
mod note;
mod okr;

use std::ffi::OsString;

use clap::CommandFactory;

use super::context::{Context, Failure, Loaded};
use super::table;
use super::{Cli, Folder};
use crate::locale::{Locale, Word};
use crate::model::{Period, parse_day};
use crate::render;
use crate::report::compare::CompareDocument;
use crate::report::note::Note;
use crate::score::compare::{self, Comparison, Cycles};
use crate::score::{self, Ends, Scores};
use ends::{End, Finder, Refusal};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "A", required_unless_present = "base")]
    a: Option<String>,
    #[arg(value_name = "B", required_unless_present = "base")]
    b: Option<String>,
    #[arg(long, value_name = "REVISION", conflicts_with_all = ["a", "b"])]
    base: Option<String>,
    #[arg(long, value_name = "RUBRIC")]
    rubric: Option<String>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// How the result is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
    Md,
}

pub(super) fn run(args: Args, context: &mut Context<'_>) -> Result<(), Failure> {
    match (&args.base, &args.a, &args.b) {
        (Some(revision), ..) => base::run(revision, &args, context),
        (None, Some(a), Some(b)) => two_ends(a, b, &args, context),
        // The command line asks for the one or the other.
        (None, ..) => Err(Failure::WrongInput),
    }
}

/// What was meant by a comparison with one end that is no day, cycle or assessment: since a revision of git.
pub(super) fn since_revision(arguments: &[OsString]) -> Option<String> {
    let line = Cli::command().ignore_errors(true);
    let matches = line.try_get_matches_from(arguments).ok()?;
    let end = matches
        .subcommand_matches("compare")?
        .get_one::<String>("a")?;
    let is_revision = end
        .chars()
        .all(|letter| letter.is_alphanumeric() || "._/~^@-".contains(letter));
    let is_end = parse_day(end).is_some()
        || Period::parse(end).is_some()
        || end
            .split_once('@')
            .is_some_and(|(_, date)| parse_day(date).is_some())
        || [".yaml", ".yml"].iter().any(|ending| end.ends_with(ending));
    (is_revision && !is_end).then(|| format!("regua compare --base {end}"))
}

fn two_ends(a: &str, b: &str, args: &Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let loaded = context.load(&Folder { folder: None })?;
    let finder = Finder {
        loaded: &loaded,
        only: args.rubric.as_deref(),
    };
    let ends = match finder.ends(a, b) {
        Ok(ends) => ends,
        Err(refusal) => return refuse(&finder, &refusal, context),
    };
    let mut scores = ends.map(|end| score::workspace(&loaded.workspace, end.day(&loaded)));
    if let (End::Cycle(a), End::Cycle(b)) = (ends.a, ends.b) {
        // What a cycle was closed with is how it ended, not how it stood on the evening before.
        for (scores, cycle) in [(&mut scores.a, a), (&mut scores.b, b)] {
            let now = &loaded.scores.cycles[cycle];
            if now.is_closed {
                scores.cycles[cycle] = now.clone();
            }
        }
    }
    let comparison = match compared(&finder, ends, scores.as_ref()) {
        Ok(comparison) => comparison,
        Err(refusal) => return refuse(&finder, &refusal, context),
    };
    match args.format {
        Format::Json => {
            let ends = ends.map(|end| end.part(&loaded));
            let workspace = &loaded.workspace;
            let as_of = loaded.scores.as_of;
            let document = CompareDocument::new(workspace, as_of, ends, &comparison);
            let json = serde_json::to_string_pretty(&document).map_err(anyhow::Error::new)?;
            writeln!(context.out, "{json}")?;
        }
        Format::Md => {
            let names = ends.map(|end| end.in_words(&loaded, &context.locale));
            let note = Note::between(&loaded.workspace, &comparison, names, &context.locale);
            write!(context.out, "{}", render::note::markdown(&note))?;
        }
        Format::Text => {
            let text = text(&loaded, ends, &comparison, &context.locale, context.width);
            write!(context.out, "{text}")?;
        }
    }
    Ok(())
}

/// Says why two ends cannot be compared, and what could be.
fn refuse(
    finder: &Finder<'_>,
    refusal: &Refusal,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let text = finder.explain(refusal, &context.locale, context.width);
    write!(context.err, "{text}")?;
    Err(Failure::WrongInput)
}

fn compared<'s>(
    finder: &Finder<'s>,
    ends: Ends<End>,
    scores: Ends<&'s Scores>,
) -> Result<Comparison<'s>, Refusal> {
    let rubric = finder.rubric()?;
    let workspace = &finder.loaded.workspace;
    match (ends.a, ends.b) {
        (End::Cycle(a), End::Cycle(b)) => Ok(compare::two_cycles(
            workspace,
            scores,
            Ends { a, b },
            rubric,
        )),
        (End::Assessment { .. }, _) | (_, End::Assessment { .. }) => {
            let assessments = finder.two_assessments(ends, scores)?;
            compare::two_assessments(workspace, scores, assessments)
                .ok_or(Refusal::OfDifferentRubrics(ends))
        }
        (End::Day(_) | End::Cycle(_), End::Day(_) | End::Cycle(_)) => {
            finder.refuse_days_before_all(ends, scores, rubric)?;
            Ok(compare::days(workspace, scores, rubric))
        }
    }
}

fn text(
    loaded: &Loaded,
    ends: Ends<End>,
    comparison: &Comparison<'_>,
    locale: &Locale,
    width: usize,
) -> String {
    let workspace = &loaded.workspace;
    let names = ends.map(|end| end.in_words(loaded, locale));
    let words = [
        (
            "organisation",
            Word::from(workspace.settings.organisation.as_str()),
        ),
        ("a", Word::from(names.a)),
        ("b", Word::from(names.b)),
    ];
    let heading = locale.say("compare-heading", &words);
    let board = okr::Board {
        workspace,
        scores: comparison.scores,
        locale,
        width,
    };
    let mut text = table::paragraph(&heading, table::bold(), 0, width);
    if let Cycles::Two(positions, key_results) = &comparison.cycles {
        text.push_str(&board.two_cycles(*positions, key_results));
    }
    for own in &comparison.rubrics {
        let page = assessment::Page {
            workspace,
            rubric: &workspace.rubrics[own.rubric],
            own,
            dates: ends.map(|end| end.date(loaded)),
            locale,
            width,
        };
        text.push_str(&page.text());
    }
    if let Cycles::OnBothDays(cycles) = &comparison.cycles {
        for (cycle, own) in cycles {
            text.push_str(&board.on_both_days(&workspace.cycles[*cycle], own));
        }
    }
    text
}
