//! `regua report`: the report as one HTML file, and as Markdown with its charts.

use std::path::PathBuf;

use super::Folder;
use super::context::{Context, Failure};
use crate::render;
use crate::report::document::Report;
use crate::workspace;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    folder: Folder,
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

pub(super) fn run(args: Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let loaded = context.load(&args.folder)?;
    let scores = &loaded.scores;
    let report = Report::new(&loaded.workspace, scores, &loaded.sources, &context.locale);
    let files = render::report::files(&report, &context.locale)?;
    let (folder, shown) = match args.output {
        Some(folder) => {
            let shown = format!("{}/", folder.display());
            (folder, shown)
        }
        None => (loaded.root.path.join("report"), loaded.root.show("report/")),
    };
    workspace::write_files(&folder, &files)?;
    if !context.is_quiet {
        let line = context.say("report-written", &[]);
        writeln!(context.out, "{line}")?;
        for (name, _) in files
            .iter()
            .filter(|(name, _)| !name.starts_with("charts/"))
        {
            writeln!(context.out, "  {shown}{name}")?;
        }
    }
    Ok(())
}
