//! What is wrong, where, and how to mend it: said in data here, in words when drawn.
//!
//! A diagnostic holds a code, the values that its sentence needs and the places it points at. The
//! sentence itself is in `locale/diagnostics.<language>.ftl` under the code, with a `.label` beside the
//! place, any `.help…` for how to mend it, and other labels for related places. A label that any code may
//! have is a sentence of its own there.

mod code;
mod example;
mod month;
mod source;
pub(crate) mod suggest;

use std::collections::{BTreeSet, HashSet};

pub use code::Code;
pub use example::Example;
pub(crate) use month::beyond_month;
pub use source::{SourceFile, Sources};

use crate::model::{Exact, FileIndex, Place, Unit};

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The input is wrong: nothing is computed from it.
    Error,
    /// The input is doubtful: figures are given, and this is said beside them.
    Warning,
    /// The input is sound, and could serve its purpose better: `regua check` alone says so.
    Advice,
    /// The input is sound, and does not hold what was asked of it: `regua check --fail-on` alone says so.
    Gate,
}

impl Severity {
    /// Every severity.
    pub const ALL: [Severity; 4] = [
        Severity::Error,
        Severity::Warning,
        Severity::Advice,
        Severity::Gate,
    ];

    /// The severity of this name in JSON.
    #[must_use]
    pub fn named(name: &str) -> Option<Severity> {
        let mut all = Severity::ALL.into_iter();
        all.find(|severity| severity.as_str() == name)
    }

    /// The severity's name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
            Severity::Gate => "gate",
        }
    }
}

/// The name of the value that Portuguese sentences have in place of `known`, where the two differ.
pub(crate) const KNOWN_IN_PORTUGUESE: &str = "known_in_portuguese";

/// One problem.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// What kind of problem it is.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// The name of the label beside the place.
    pub label: &'static str,
    /// The values that its sentences speak of.
    pub arguments: Vec<(&'static str, String)>,
    /// Which of the code's help sentences applies.
    pub help: Option<&'static str>,
    /// Other places that matter, each with the name of its label.
    pub related: Vec<(Place, &'static str)>,
}

impl Diagnostic {
    /// A problem that stops the work.
    #[must_use]
    pub fn error(code: Code, place: Place) -> Diagnostic {
        Diagnostic {
            code,
            severity: Severity::Error,
            place,
            label: "label",
            arguments: Vec::new(),
            help: None,
            related: Vec::new(),
        }
    }

    /// A doubt that does not stop the work.
    #[must_use]
    pub fn warning(code: Code, place: Place) -> Diagnostic {
        Diagnostic {
            severity: Severity::Warning,
            ..Diagnostic::error(code, place)
        }
    }

    /// What would make a plan better, and changes no figure.
    #[must_use]
    pub fn advice(code: Code, place: Place) -> Diagnostic {
        Diagnostic {
            severity: Severity::Advice,
            ..Diagnostic::error(code, place)
        }
    }

    /// What was asked of the files, and does not hold.
    #[must_use]
    pub fn gate(code: Code, place: Place) -> Diagnostic {
        Diagnostic {
            severity: Severity::Gate,
            ..Diagnostic::error(code, place)
        }
    }

    /// The value of this name that its sentences speak of.
    #[must_use]
    pub fn argument(&self, name: &str) -> Option<&str> {
        let mut arguments = self.arguments.iter();
        let found = arguments.find(|(own, _)| *own == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Gives the sentences a value to speak of: all of any honest one, the beginning of a longer one.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Diagnostic {
        const LONGEST: usize = 1_000;
        let mut value = value.to_string();
        if value.len() > LONGEST {
            value.truncate(value.floor_char_boundary(LONGEST));
            value.shrink_to_fit();
            value.push('…');
        }
        self.arguments.push((name, value));
        self
    }

    /// Gives the sentences a value with its unit, which the reader's language writes. The name ends in `_quantity`.
    #[must_use]
    pub fn with_quantity(self, name: &'static str, value: &Exact, unit: &Unit) -> Diagnostic {
        self.with(name, format!("{value} {}", unit.text))
    }

    /// Chooses the sentence on how to mend it, by the name of its attribute.
    #[must_use]
    pub fn help(mut self, name: &'static str) -> Diagnostic {
        self.help = Some(name);
        self
    }

    /// Points at another place, with the name of its label.
    #[must_use]
    pub fn related(mut self, place: Place, label: &'static str) -> Diagnostic {
        self.related.push((place, label));
        self
    }

    /// Points at another place, where there is one.
    #[must_use]
    pub fn related_if(self, place: Option<Place>, label: &'static str) -> Diagnostic {
        match place {
            Some(place) => self.related(place, label),
            None => self,
        }
    }
}

/// What was said of a file, once.
type Told = (FileIndex, Code, Vec<(&'static str, String)>);

/// Problems in the order in which they were found, until sorted.
#[derive(Debug, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
    told_once: HashSet<Told>,
}

impl Diagnostics {
    /// None so far.
    #[must_use]
    pub fn new() -> Diagnostics {
        Diagnostics::default()
    }

    /// Notes a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Notes a problem, if there is one.
    pub fn extend(&mut self, diagnostic: Option<Diagnostic>) {
        self.found.extend(diagnostic);
    }

    /// Notes a problem unless the same has been said of the file: an old name is told once, however often
    /// it stands there.
    pub fn push_once(&mut self, diagnostic: Diagnostic) {
        let says = (
            diagnostic.place.file,
            diagnostic.code,
            diagnostic.arguments.clone(),
        );
        if self.told_once.insert(says) {
            self.push(diagnostic);
        }
    }

    /// The problems, in the order in which they were found.
    #[must_use]
    pub fn into_found(self) -> Vec<Diagnostic> {
        self.found
    }

    /// Whether a problem of this code was noted at a place.
    pub(crate) fn doubts(&self, code: Code, place: Place) -> bool {
        let mut found = self.found.iter();
        found.any(|own| own.code == code && own.place == place)
    }

    /// Changes each problem as `change` does.
    pub(crate) fn amend(&mut self, change: impl FnMut(&mut Diagnostic)) {
        self.found.iter_mut().for_each(change);
    }

    /// Whether any problem stops the work.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many problems there are of one severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.found
            .iter()
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    }

    /// The files that any problem stops the work in: what they seem to lack may be what could not be read.
    #[must_use]
    pub fn files_with_errors(&self) -> BTreeSet<FileIndex> {
        self.found
            .iter()
            .filter(|diagnostic| diagnostic.severity == Severity::Error)
            .map(|diagnostic| diagnostic.place.file)
            .collect()
    }

    /// The problems, by file in the order of reading and by place within each.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<&Diagnostic> = self.found.iter().collect();
        sorted.sort_by_key(|diagnostic| (diagnostic.place, diagnostic.code));
        sorted
    }
}
