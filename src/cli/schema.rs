//! `regua schema`: what files and machine-readable output are made of.

use clap::ValueEnum;
use serde_json::Value;

use super::context::{Context, Failure};
use crate::locale::Locale;
use crate::read;
use crate::report::schema;
use crate::schema::{self as formats, Ids, Kind};
use crate::workspace;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "WHAT")]
    schema: What,
    #[arg(long)]
    workspace: bool,
}

/// What there is a schema of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum What {
    Workspace,
    Rubric,
    Assessment,
    Kpis,
    Plan,
    CheckIns,
    Closing,
    People,
    Score,
    Report,
}

impl What {
    /// The kind of file that it is, where it is one that people write.
    fn kind(self) -> Option<Kind> {
        match self {
            What::Workspace => Some(Kind::Workspace),
            What::Rubric => Some(Kind::Rubric),
            What::Assessment => Some(Kind::Assessment),
            What::Kpis => Some(Kind::Kpis),
            What::Plan => Some(Kind::Plan),
            What::CheckIns => Some(Kind::CheckIns),
            What::Closing => Some(Kind::Closing),
            What::People => Some(Kind::People),
            What::Score | What::Report => None,
        }
    }

    fn json(self, locale: &Locale, ids: Option<&Ids<'_>>) -> Result<String, Failure> {
        let schema: Value = match (self, self.kind()) {
            (_, Some(kind)) => formats::of(kind, locale, ids),
            (What::Score, None) => formats::of_result(held(schema::SCORE)?, locale),
            (_, None) => formats::of_result(held(schema::REPORT)?, locale),
        };
        Ok(serde_json::to_string_pretty(&schema).map_err(anyhow::Error::new)?)
    }
}

fn held(json: &str) -> Result<Value, Failure> {
    Ok(serde_json::from_str(json).map_err(anyhow::Error::new)?)
}

pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let what = args.schema;
    let json = match what.kind().filter(|_| args.workspace) {
        None => what.json(&context.locale, None)?,
        Some(_) => {
            let opened = context.open()?;
            let inputs = workspace::read(&opened.root)?;
            let ids = Ids {
                workspace: &opened.workspace,
                own_rubrics: read::own_rubrics(&inputs),
                is_growing: false,
            };
            what.json(&context.locale, Some(&ids))?
        }
    };
    Ok(writeln!(context.out, "{json}")?)
}

/// The schema of a kind of file, for editors, with ids where a workspace has some; `None` where there is none of that
/// name.
pub(super) fn of(
    kind: &str,
    locale: &Locale,
    ids: Option<&Ids<'_>>,
) -> Result<Option<String>, Failure> {
    let what = What::from_str(kind, false).ok();
    what.map(|what| what.json(locale, ids)).transpose()
}
