//! Diagnostics for other programs: the same problems, sentences and places as on the terminal, in the formats that
//! editors, code hosts and CI read.
//!
//! [`Findings`] are the problems in words, with lines and columns; one file here writes them in each format. What
//! people wrote is text in each of them: nothing in it is obeyed by a terminal, a browser or a CI runner.

mod fingerprint;
mod github;
mod json;
mod junit;
mod markdown;
mod sarif;

pub use github::github;
pub use json::json;
pub use junit::junit;
pub use markdown::markdown;
pub use sarif::sarif;

use super::diagnostics::{said, sentences, visible};
use crate::diagnostic::{Code, Diagnostic, Severity, Sources};
use crate::locale::{Locale, Word};
use crate::model::Place;

/// What a run of `regua check` found.
#[derive(Debug)]
pub struct Findings {
    /// The day that figures hold for, as `2026-09-30`.
    pub as_of: String,
    /// The workspace's files, in the order of reading, by their paths from its folder.
    pub files: Vec<String>,
    /// What stands before these paths seen from the folder of the repository: empty, or with a slash at its end.
    pub prefix: String,
    /// The gates that were asked for.
    pub gates: Vec<GateResult>,
    /// Everything that was found, in the order of the files.
    pub problems: Vec<Problem>,
}

/// A gate, and whether it holds.
#[derive(Debug, Clone)]
pub struct GateResult {
    /// The gate as it is asked for: `below-level=3`.
    pub name: String,
    /// How many problems fail it; `None` where errors in the files kept it from being looked at.
    pub failing: Option<usize>,
}

/// One problem in words.
#[derive(Debug)]
pub struct Problem {
    /// Its kind.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// Where it is.
    pub at: Location,
    /// What is wrong.
    pub message: String,
    /// What is said beside the place.
    pub label: String,
    /// How to mend it.
    pub help: Option<String>,
    /// Other places that matter, each with what is said beside it.
    pub related: Vec<(Location, String)>,
    /// The names of the gates that it fails.
    pub gates: Vec<String>,
    /// What it is known by in the next run, wherever its line has moved.
    pub fingerprint: String,
}

/// A stretch of a file. Lines and columns count from 1, columns in characters; the end is behind the last one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The file's path from the workspace's folder; `None` in what comes with the program.
    pub file: Option<String>,
    /// The line it begins on.
    pub line: usize,
    /// The column it begins at.
    pub column: usize,
    /// The line it ends on.
    pub end_line: usize,
    /// The column behind its end.
    pub end_column: usize,
}

/// A path as it is told: what a terminal would obey in it is shown.
#[must_use]
pub fn told_path(path: &str) -> String {
    visible(path)
}

/// Puts diagnostics into words. `gates_of` says which gates a diagnostic fails.
#[must_use]
pub fn problems(
    diagnostics: &[&Diagnostic],
    sources: &Sources,
    locale: &Locale,
    gates_of: &dyn Fn(&Diagnostic) -> Vec<String>,
) -> Vec<Problem> {
    let mut fingerprints = fingerprint::Fingerprints::default();
    let in_words = diagnostics.iter().map(|diagnostic| {
        let (message, help) = sentences(diagnostic, locale);
        let related = diagnostic.related.iter().map(|(place, label)| {
            let label = said(diagnostic, label, locale);
            (Location::of(*place, sources), label)
        });
        Problem {
            code: diagnostic.code,
            severity: diagnostic.severity,
            at: Location::of(diagnostic.place, sources),
            message: on_one_line(&message),
            label: said(diagnostic, diagnostic.label, locale),
            help: help.as_deref().map(on_one_line),
            related: related.collect(),
            gates: gates_of(diagnostic),
            fingerprint: fingerprints.of(diagnostic, sources),
        }
    });
    in_words.collect()
}

impl Location {
    /// A place by its lines and columns.
    #[must_use]
    pub fn of(place: Place, sources: &Sources) -> Location {
        let path = &sources.file(place.file).path;
        let (line, column) = sources.line_and_column(place);
        let (end_line, end_column) = sources.end(place);
        Location {
            file: (!path.starts_with(SHIPPED)).then(|| told_path(path)),
            line,
            column,
            end_line,
            end_column,
        }
    }
}

/// What the paths of files begin with that come with the program.
const SHIPPED: &str = "regua:";

/// A sentence without the line ends that a long one has in its source.
fn on_one_line(sentence: &str) -> String {
    sentence.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Findings {
    /// How many problems there are of one severity.
    fn count(&self, severity: Severity) -> usize {
        let problems = self.problems.iter();
        problems.filter(|own| own.severity == severity).count()
    }

    /// A file's path from the folder of the repository.
    fn path(&self, file: &str) -> String {
        format!("{}{file}", self.prefix)
    }

    /// How many problems there are of each severity, in a sentence.
    fn counted(&self, locale: &Locale) -> String {
        let count = |severity| Word::from(self.count(severity));
        let words = [
            ("errors", count(Severity::Error)),
            ("warnings", count(Severity::Warning)),
            ("advice", count(Severity::Advice)),
        ];
        locale.say("problems", &words)
    }

    /// Which gates failed, in a sentence; `None` where none did.
    #[must_use]
    pub fn failed_gates(&self, locale: &Locale) -> Option<String> {
        let failed = self.gates.iter().filter_map(|gate| {
            let count = gate.failing.filter(|count| *count > 0)?;
            Some(format!("`{}` ({count})", gate.name))
        });
        let failed: Vec<String> = failed.collect();
        let words = [
            ("count", Word::from(failed.len())),
            ("gates", Word::from(failed.join(", "))),
        ];
        (!failed.is_empty()).then(|| locale.say("check-gates-failed", &words))
    }
}

impl Problem {
    /// Whether it makes the run fail: an error, or something that a gate asks for.
    #[must_use]
    pub fn fails(&self) -> bool {
        self.severity == Severity::Error || !self.gates.is_empty()
    }

    /// The name of its severity, as the terminal has it.
    fn named(&self, locale: &Locale) -> String {
        let key = format!("severity-{}", self.severity.as_str());
        locale.say(&key, &[])
    }
}
