//! What is wrong in a template, as data that two processes can hand over, and as a diagnostic at its place.
//!
//! The engine speaks English. What it says often is taken apart here, so that each language has a sentence for
//! it; the rest is quoted.

use std::collections::BTreeSet;

use minijinja::{Error, ErrorKind};
use serde::{Deserialize, Serialize};

use super::templates;
use crate::diagnostic::{Code, Diagnostic, Sources, suggest};
use crate::model::{OwnTemplate, Place};

/// What is wrong in a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{template}:{}: {detail}", line.unwrap_or(1))]
pub struct TemplateProblem {
    /// The name of the template.
    pub template: String,
    /// The bytes of its text that are at fault, where they are known.
    pub range: Option<(usize, usize)>,
    /// The line, from 1, where that alone is known.
    pub line: Option<usize>,
    /// What kind of problem it is.
    pub kind: Kind,
    /// What it is about: a name, or what the engine says.
    pub detail: String,
}

/// The kinds of problems of templates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// It cannot be understood.
    Syntax,
    /// It names a value that is not there.
    Undefined,
    /// It names a filter that is not there.
    Filter,
    /// It names a test that is not there.
    Test,
    /// It names a function that is not there.
    Function,
    /// It names a template that is not there.
    Template,
    /// A figure is asked of what is none.
    Figure,
    /// A date is asked of what is none.
    Date,
    /// It names a text that is not there.
    Text,
    /// Anything else that the engine refuses.
    Other,
    /// It took more steps than any report needs.
    Steps,
    /// Templates or macros call themselves without end, or values are nested without end.
    Depth,
    /// It took more memory than any report needs.
    Memory,
    /// It took longer than any report needs.
    Time,
    /// What it writes is larger than any report.
    Size,
}

impl TemplateProblem {
    /// What stopped a template that the engine did not stop.
    #[must_use]
    pub fn stopped(template: &str, kind: Kind) -> TemplateProblem {
        TemplateProblem {
            template: template.to_owned(),
            range: None,
            line: None,
            kind,
            detail: String::new(),
        }
    }

    /// What the engine says: the cause that knows its own place, beneath those that included it.
    pub(super) fn of(error: &Error, asked_for: &str) -> TemplateProblem {
        let mut cause = error;
        let mut next = std::error::Error::source(error);
        while let Some(source) = next {
            if let Some(own) = source.downcast_ref::<Error>()
                && own.name().is_some()
            {
                cause = own;
            }
            next = source.source();
        }
        let (kind, detail) = kind_of(cause);
        TemplateProblem {
            template: cause.name().unwrap_or(asked_for).to_owned(),
            range: cause.range().map(|range| (range.start, range.end)),
            line: cause.line(),
            kind,
            detail,
        }
    }

    /// The problem at its place, which is in a file of the workspace or in a shipped template: the latter is added
    /// to the sources then.
    #[must_use]
    pub fn diagnostic(&self, own: &[OwnTemplate], sources: &mut Sources) -> Diagnostic {
        let file = match own.iter().find(|own| own.name == self.template) {
            Some(own) => own.file,
            None => {
                let path = format!("regua:templates/{}", self.template);
                let text = templates::shipped(&self.template).unwrap_or_default();
                let there = sources.find(&path);
                there.unwrap_or_else(|| sources.add(path, text.to_owned()))
            }
        };
        let text = &sources.file(file).text;
        let (start, end) = self.bytes(text);
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let place = Place {
            file,
            start: place(start),
            end: place(end),
        };
        self.told_at(place, own)
    }

    /// The bytes at fault, within the text and between its letters.
    fn bytes(&self, text: &str) -> (usize, usize) {
        let line_starts = || text.match_indices('\n').map(|(at, _)| at + 1);
        let (start, end) = match (self.range, self.line) {
            (Some(range), _) => range,
            (None, Some(line)) if line > 1 => {
                let start = line_starts().nth(line - 2).unwrap_or(0);
                (start, start)
            }
            (None, _) => (0, 0),
        };
        let start = text.floor_char_boundary(start);
        // A block that runs on is marked on its first line.
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let end = text.ceil_char_boundary(end).min(line_end);
        (start, end.max(start))
    }

    fn told_at(&self, place: Place, own: &[OwnTemplate]) -> Diagnostic {
        match self.kind {
            Kind::Syntax => self.syntax(place),
            Kind::Steps | Kind::Depth | Kind::Memory | Kind::Time | Kind::Size => {
                let mut problem = Diagnostic::error(Code::TemplateStopped, place)
                    .with("what", self.kind.as_str())
                    .help(match self.kind {
                        Kind::Depth => "help-depth",
                        _ => "help",
                    });
                if self.range.is_none() {
                    problem.label = "label-whole";
                }
                problem
            }
            _ => self.failed(place, own),
        }
    }

    fn syntax(&self, place: Place) -> Diagnostic {
        let problem = Diagnostic::error(Code::TemplateSyntax, place).help("help");
        let detail = self.detail.as_str();
        if detail == "unexpected end of input, expected end of block" {
            return problem.with("what", "unclosed");
        }
        if let Some(rest) = detail.strip_prefix("unexpected ")
            && let Some((found, expected)) = rest.split_once(", expected ")
        {
            return problem
                .with("what", "unexpected")
                .with("found", token(found))
                .with("expected", token(expected));
        }
        if let Some(name) = detail.strip_prefix("unknown statement ") {
            let problem = problem.with("what", "statement").with("name", name);
            return match suggest::nearest(name, STATEMENTS.iter().copied()) {
                Some(near) => problem.with("near", near).help("help-near"),
                None => problem,
            };
        }
        match detail.strip_prefix("unexpected end of ") {
            Some(what @ ("string" | "comment" | "raw block")) => problem
                .with("what", "unended")
                .with("found", what.split(' ').next().unwrap_or(what)),
            _ => match detail.strip_prefix("unexpected ") {
                Some("character") => problem.with("what", "character"),
                Some(found) => problem
                    .with("what", "misplaced")
                    .with("found", token(found)),
                None => problem.with("what", "other").with("detail", detail),
            },
        }
    }

    fn failed(&self, place: Place, own: &[OwnTemplate]) -> Diagnostic {
        let problem = Diagnostic::error(Code::TemplateFailed, place)
            .with("what", self.kind.as_str())
            .with("name", &self.detail);
        let near = match self.kind {
            Kind::Filter => suggest::nearest(&self.detail, FILTERS.iter().copied()),
            Kind::Function => suggest::nearest(&self.detail, FUNCTIONS.iter().copied()),
            Kind::Template => {
                let mut names: BTreeSet<&str> = own.iter().map(|own| own.name.as_str()).collect();
                for name in templates::replaceable() {
                    names.insert(name);
                }
                nearest_template(&self.detail, names)
            }
            _ => None,
        };
        match (near, self.kind) {
            (Some(near), _) => problem.with("near", near).help("help-near"),
            (None, Kind::Undefined) => problem.help("help-undefined"),
            (None, Kind::Template) => problem.help("help-template"),
            (None, Kind::Text) => problem.help("help-text"),
            (None, Kind::Filter | Kind::Function | Kind::Test) => problem.help("help-name"),
            (None, _) => problem.help("help"),
        }
    }
}

impl Kind {
    fn as_str(self) -> &'static str {
        match self {
            Kind::Syntax => "syntax",
            Kind::Undefined => "undefined",
            Kind::Filter => "filter",
            Kind::Test => "test",
            Kind::Function => "function",
            Kind::Template => "template",
            Kind::Figure => "figure",
            Kind::Date => "date",
            Kind::Text => "text",
            Kind::Other => "other",
            Kind::Steps => "steps",
            Kind::Depth => "depth",
            Kind::Memory => "memory",
            Kind::Time => "time",
            Kind::Size => "size",
        }
    }
}

const STATEMENTS: [&str; 21] = [
    "for", "endfor", "if", "elif", "else", "endif", "with", "endwith", "set", "endset", "block",
    "endblock", "extends", "include", "import", "from", "macro", "endmacro", "call", "filter",
    "do",
];
/// The filters that a template may use: ours, and those of the engine that pages need.
const FILTERS: [&str; 30] = [
    "number",
    "percent",
    "signed",
    "quantity",
    "level",
    "signed_quantity",
    "date",
    "period",
    "markdown",
    "markdown_inline",
    "plain",
    "cell",
    "length",
    "join",
    "default",
    "first",
    "last",
    "sort",
    "map",
    "select",
    "selectattr",
    "reject",
    "rejectattr",
    "replace",
    "trim",
    "upper",
    "lower",
    "unique",
    "list",
    "round",
];
const FUNCTIONS: [&str; 11] = [
    "t",
    "radar",
    "heatmap",
    "ruler",
    "trend",
    "progress_bar",
    "sparkline",
    "cycle_bars",
    "range",
    "dict",
    "namespace",
];

/// The template nearest to a name: by the whole of it, or by the same file in another folder.
pub(crate) fn nearest_template<'n>(
    name: &str,
    names: impl IntoIterator<Item = &'n str> + Clone,
) -> Option<&'n str> {
    let base = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let own = base(name);
    suggest::nearest(name, names.clone()).or_else(|| {
        let mut same = names.into_iter().filter(|other| base(other) == own);
        let first = same.next();
        first.filter(|_| same.next().is_none())
    })
}

fn kind_of(error: &Error) -> (Kind, String) {
    let detail = error.detail().unwrap_or_default().to_owned();
    let kind = match error.kind() {
        ErrorKind::SyntaxError | ErrorKind::BadEscape => Kind::Syntax,
        ErrorKind::UndefinedError => Kind::Undefined,
        ErrorKind::UnknownFilter => Kind::Filter,
        ErrorKind::UnknownTest => Kind::Test,
        ErrorKind::UnknownFunction => Kind::Function,
        ErrorKind::TemplateNotFound => Kind::Template,
        ErrorKind::OutOfFuel => Kind::Steps,
        _ if detail.contains("recursion limit") => Kind::Depth,
        _ if detail.contains("is too large") || detail.contains("too many elements") => {
            Kind::Memory
        }
        _ if detail.ends_with(templates::NO_FIGURE) => Kind::Figure,
        _ if detail.ends_with(templates::NO_DATE) => Kind::Date,
        _ if detail.starts_with(templates::NO_TEXT) => Kind::Text,
        _ => Kind::Other,
    };
    let about = match kind {
        // The engine puts the name it speaks of between marks.
        Kind::Undefined
        | Kind::Filter
        | Kind::Test
        | Kind::Function
        | Kind::Template
        | Kind::Figure
        | Kind::Date
        | Kind::Text => quoted(&detail).unwrap_or(detail),
        Kind::Other | Kind::Syntax if detail.is_empty() => error.kind().to_string(),
        _ => detail,
    };
    (kind, about)
}

/// What stands between marks of one kind, else the name that is unknown.
fn quoted(detail: &str) -> Option<String> {
    for mark in ['`', '"', '\''] {
        if let Some((_, rest)) = detail.split_once(mark)
            && let Some(end) = rest.rfind(mark)
        {
            return Some(rest[..end].to_owned());
        }
    }
    let named = detail.strip_suffix(" is unknown")?;
    named.rsplit(' ').next().map(str::to_owned)
}

/// A token as the engine names it, as the template writes it; a word that both languages have a word for.
fn token(name: &str) -> String {
    let written = match name {
        "end of block" => "`%}`",
        "start of block" => "`{%`",
        "end of variable block" => "`}}`",
        "start of variable block" => "`{{`",
        "identifier" | "identifier or integer" => "name",
        "string" => "text",
        "integer" | "float" => "number",
        "template-data" => "words",
        "end of input" => "end",
        other => other,
    };
    written.to_owned()
}
