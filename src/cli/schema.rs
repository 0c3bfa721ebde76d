//! `regua schema`: what machine-readable output is made of.

use clap::ValueEnum;

use super::context::{Context, Failure};
use crate::report::schema;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "WHAT")]
    schema: What,
}

/// What there is a schema of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum What {
    Report,
}

impl What {
    fn json(self) -> Result<String, Failure> {
        let schema = match self {
            What::Report => schema::report(),
        };
        Ok(serde_json::to_string_pretty(&schema).map_err(anyhow::Error::new)?)
    }
}

pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Failure> {
    Ok(writeln!(context.out, "{}", args.schema.json()?)?)
}

/// The schema of a kind of file, for editors; `None` where there is none of that name.
pub(super) fn of(kind: &str) -> Result<Option<String>, Failure> {
    let what = What::from_str(kind, false).ok();
    what.map(What::json).transpose()
}
