//! `regua check`: everything that is wrong with the files, in one run.

use super::context::{Context, Failure, counts};
use super::{Folder, table};
use crate::locale::Word;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    folder: Folder,
}

pub(super) fn run(args: Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let (root, read, _) = context.read(&args.folder)?;
    context.report_problems(&root, &read)?;
    let has_errors = read.diagnostics.has_errors();
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
    }
    Ok(())
}
