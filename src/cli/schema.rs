//! `regua schema`: what machine-readable output is made of.

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

pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let schema = match args.schema {
        What::Report => schema::report(),
    };
    let json = serde_json::to_string_pretty(&schema).map_err(anyhow::Error::new)?;
    Ok(writeln!(context.out, "{json}")?)
}
