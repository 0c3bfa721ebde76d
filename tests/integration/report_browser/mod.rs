//! The report in a real browser: faults that a machine can find, texts that would like to be more than texts, what
//! the script does, how the page looks, and what it is on paper.

mod attributes;
mod dangerous;
mod documents;
mod faults;
mod paper;
mod payloads;
mod pictures;
mod script;
mod sheets;
mod stress;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::browser::{Browser, Page, TemporaryDirectory};
use crate::support::{Folder, files_below};

/// Opens every part that a reader can open.
const OPEN_ALL: &str = "document.querySelectorAll('details').forEach((part) => part.open = true)";

/// The files of a folder's report, by path.
fn files(folder: &Folder, language: &str) -> BTreeMap<String, String> {
    let ran = folder.run(&[
        "report",
        "--as-of",
        stress::AS_OF,
        "--lang",
        language,
        "--output",
        language,
    ]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let below = folder.path().join(language);
    let read = |file: String| {
        let text = folder.read(&format!("{language}/{file}"));
        (file, text)
    };
    files_below(&below).into_iter().map(read).collect()
}

/// Where the HTML page of a folder's report lies once it is made.
fn made(folder: &Folder, language: &str) -> PathBuf {
    files(folder, language);
    folder.path().join(language).join("report.html")
}

/// Where the page that holds the answer alone lies once it is made.
fn made_short(folder: &Folder, language: &str) -> PathBuf {
    let ran = folder.run(&[
        "report",
        "--summary",
        "--format",
        "html",
        "--as-of",
        stress::AS_OF,
        "--lang",
        language,
        "--output",
        language,
    ]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    folder.path().join(language).join("summary.html")
}
