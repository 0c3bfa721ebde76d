//! `regua man`: the manual pages, and the reference of commands in the documentation.
//!
//! Both are written from what the command line itself is made of, so that they cannot fall behind: [`page`] gathers what
//! there is to say of each command, [`roff`] writes it for `man`, [`markdown`] for the documentation.

mod markdown;
mod page;
mod roff;

use std::path::PathBuf;

use super::context::{Context, Failure};
use crate::locale::{Locale, Word};
use crate::model::Language;
use crate::workspace;
use page::Page;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "DIR")]
    manual_folder: PathBuf,
}

/// Where manual pages of a language lie below the folder that `man` looks in.
fn folder(language: Language) -> &'static str {
    match language {
        Language::Portuguese => "pt_BR/man1",
        Language::English => "man1",
    }
}

/// Writes every manual page in both languages.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let mut files = Vec::new();
    for language in Language::ALL {
        let locale = Locale::new(language);
        for page in Page::all(&locale) {
            let name = format!("{}/{}.1", folder(language), page.name());
            files.push((name, roff::write(&page, &locale)));
        }
    }
    workspace::write_files(&args.manual_folder, &files)?;
    if context.is_quiet {
        return Ok(());
    }
    let words = [
        ("count", Word::from(files.len())),
        (
            "folder",
            Word::from(args.manual_folder.display().to_string()),
        ),
    ];
    let line = context.say("man-written", &words);
    Ok(writeln!(context.out, "{line}")?)
}

/// The reference of all commands, as a page of the documentation.
#[must_use]
pub fn reference(language: Language) -> String {
    let locale = Locale::new(language);
    markdown::reference(&Page::all(&locale), &locale)
}

/// A topic of `regua help`, as a page of the documentation: `reference` is where the reference of commands lies.
#[must_use]
pub fn concept(topic: &crate::locale::Topic, language: Language, reference: &str) -> String {
    markdown::concept(topic, &Locale::new(language), reference)
}
