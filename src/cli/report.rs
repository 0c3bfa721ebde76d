//! `regua report`: the report as one HTML file, and as Markdown with its charts.

use std::path::PathBuf;

use super::context::{Context, Failure};
use super::{Folder, brand, own_templates};
use crate::render::report::Page;
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
    let (root, mut read, scores) = context.read(&args.folder)?;
    brand::fetch_logo(&root, &mut read)?;
    own_templates::note_unused(&mut read);
    let ground = read.workspace.as_ref().zip(scores.as_ref());
    let report = ground
        .filter(|_| !read.diagnostics.has_errors())
        .map(|(workspace, scores)| Report::new(workspace, scores, &read.sources, &context.locale));
    let files = match &report {
        Some(report) => own_templates::pages(
            report,
            &[Page::Html, Page::Markdown],
            &read.templates,
            &mut read.sources,
            &mut read.diagnostics,
            context,
        )?,
        None => None,
    };
    context.report_problems(&root, &read)?;
    let Some(files) = files else {
        return Err(Failure::WrongInput);
    };
    let (folder, shown) = match args.output {
        Some(folder) => {
            let shown = format!("{}/", folder.display());
            (folder, shown)
        }
        None => (root.path.join("report"), root.show("report/")),
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
