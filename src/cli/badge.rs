//! `regua badge`: level or progress as a small SVG, for a README.

use std::path::PathBuf;

use super::context::{Context, Failure, Loaded};
use super::{Folder, okr};
use crate::locale::Word;
use crate::render;
use crate::report::badge::Badge;
use crate::score::AssessmentScore;
use crate::workspace;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) folder: Folder,
    #[arg(long = "rubric", value_name = "RUBRIC", conflicts_with = "cycle")]
    rubric: Option<String>,
    #[arg(long, value_name = "CYCLE")]
    cycle: Option<String>,
    #[arg(long, value_name = "TEXT")]
    label: Option<String>,
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    badge_output: Option<PathBuf>,
}

pub(super) fn run(args: Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let loaded = context.load(&args.folder)?;
    let badge = match &args.cycle {
        Some(cycle) => of_cycle(cycle, args.label, &loaded, context)?,
        None => of_rubric(args.rubric.as_deref(), args.label, &loaded, context)?,
    };
    let svg = render::badge::svg(&badge, &context.locale).map_err(anyhow::Error::new)?;
    match args.badge_output {
        Some(path) if path.as_os_str() != "-" => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let folder = path.parent().map(PathBuf::from).unwrap_or_default();
            let folder = if folder.as_os_str().is_empty() {
                PathBuf::from(".")
            } else {
                folder
            };
            Ok(workspace::write_files(
                &folder,
                &[(name.into_owned(), svg)],
            )?)
        }
        _ => Ok(write!(context.out, "{svg}")?),
    }
}

fn of_cycle(
    named: &str,
    label: Option<String>,
    loaded: &Loaded,
    context: &mut Context<'_>,
) -> Result<Badge, Failure> {
    let (workspace, scores) = (&loaded.workspace, &loaded.scores);
    let found = workspace.cycles.iter().position(|cycle| cycle.id == named);
    let Some(index) = found else {
        let known: Vec<&str> = workspace.cycles.iter().map(|own| own.id.as_str()).collect();
        return Err(okr::refuse_cycle(named, &known, context));
    };
    Ok(Badge::of_cycle(
        workspace,
        scores,
        index,
        label,
        &context.locale,
    ))
}

/// The badge of the rubric that is named; else of the first with a level, else of the first there is.
fn of_rubric(
    named: Option<&str>,
    label: Option<String>,
    loaded: &Loaded,
    context: &mut Context<'_>,
) -> Result<Badge, Failure> {
    let workspace = &loaded.workspace;
    let assessed: Vec<_> = loaded.scores.latest().map(|(score, _)| score).collect();
    let id = |rubric: usize| workspace.rubrics[rubric].id.as_str();
    let found = match named {
        Some(named) => assessed.iter().find(|score| id(score.rubric) == named),
        None => {
            let has_level =
                |score: &AssessmentScore| score.is_begun() && score.whole.level.is_some();
            let with_level = assessed.iter().find(|score| has_level(score));
            with_level.or(assessed.first())
        }
    };
    if let Some(score) = found {
        return Ok(Badge::of_assessment(
            workspace,
            score,
            label,
            &context.locale,
        ));
    }
    let known: Vec<&str> = assessed.iter().map(|score| id(score.rubric)).collect();
    match (named, known.is_empty()) {
        (Some(named), false) => {
            let words = [
                ("rubric", Word::from(named)),
                ("known", Word::from(known.join(", "))),
            ];
            Err(context.refuse("suggest-unknown-rubric", &words))
        }
        _ => Err(context.refuse("badge-nothing", &[])),
    }
}
