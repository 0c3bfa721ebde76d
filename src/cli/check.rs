//! `regua check`: everything that is wrong with the files, in one run.

use super::context::{Context, Failure, counts};
use super::{Folder, brand, own_templates, table};
use crate::check;
use crate::diagnostic::Severity;
use crate::locale::Word;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    folder: Folder,
}

pub(super) fn run(args: Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let (root, mut read, scores) = context.read(&args.folder)?;
    brand::fetch_logo(&root, &mut read)?;
    own_templates::check(&mut read, scores.as_ref(), context)?;
    let has_errors = read.diagnostics.has_errors();
    // First what is wrong; what could be better waits until that is mended.
    if let (false, Some(workspace), Some(scores)) = (has_errors, &read.workspace, &scores) {
        check::advice(workspace, scores, &mut read.diagnostics);
    }
    context.report_problems(&root, &read)?;
    if has_errors {
        return Err(Failure::WrongInput);
    }
    if !context.is_quiet {
        let own_files = read
            .sources
            .read()
            .filter(|file| !file.path.starts_with("regua:"))
            .count();
        let mut words = vec![("files", Word::from(own_files))];
        words.extend(counts(&read.diagnostics));
        let line = context.say("check-fine", &words);
        writeln!(context.out, "{} {line}", table::good("✓"))?;
        if read.diagnostics.count(Severity::Advice) > 0 {
            let line = context.say("check-accept", &[]);
            for line in textwrap::wrap(&line, context.width.saturating_sub(2)) {
                writeln!(context.out, "  {line}")?;
            }
        }
    }
    Ok(())
}
