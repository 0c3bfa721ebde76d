//! Problems as `regua/problems/1`, for programs of one's own.

use serde::Serialize;

use super::{Findings, Location};
use crate::diagnostic::Severity;

/// The document.
#[derive(Serialize)]
struct Document<'f> {
    schema: &'static str,
    as_of: &'f str,
    files: usize,
    counts: Counts,
    gates: Vec<Gate<'f>>,
    problems: Vec<Problem<'f>>,
}

#[derive(Serialize)]
struct Counts {
    errors: usize,
    warnings: usize,
    advice: usize,
    gates: usize,
}

#[derive(Serialize)]
struct Gate<'f> {
    name: &'f str,
    /// `passed`, `failed`, or `not_evaluated` where errors in the files kept it from being looked at.
    result: &'static str,
    problems: usize,
}

#[derive(Serialize)]
struct Problem<'f> {
    code: &'static str,
    severity: &'static str,
    #[serde(flatten)]
    at: Place<'f>,
    message: &'f str,
    label: &'f str,
    help: Option<&'f str>,
    related: Vec<Related<'f>>,
    gates: &'f [String],
    fingerprint: &'f str,
}

#[derive(Serialize)]
struct Related<'f> {
    #[serde(flatten)]
    at: Place<'f>,
    message: &'f str,
}

#[derive(Serialize)]
struct Place<'f> {
    file: Option<&'f str>,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl<'f> From<&'f Location> for Place<'f> {
    fn from(own: &'f Location) -> Place<'f> {
        Place {
            file: own.file.as_deref(),
            line: own.line,
            column: own.column,
            end_line: own.end_line,
            end_column: own.end_column,
        }
    }
}

/// The findings as JSON. Files are named by their paths from the workspace's folder.
///
/// # Errors
/// Never in practice: plain data is always JSON.
pub fn json(findings: &Findings) -> serde_json::Result<String> {
    let gates = findings.gates.iter().map(|gate| Gate {
        name: &gate.name,
        result: match gate.failing {
            None => "not_evaluated",
            Some(0) => "passed",
            Some(_) => "failed",
        },
        problems: gate.failing.unwrap_or(0),
    });
    let problems = findings.problems.iter().map(|own| Problem {
        code: own.code.as_str(),
        severity: own.severity.as_str(),
        at: Place::from(&own.at),
        message: &own.message,
        label: &own.label,
        help: own.help.as_deref(),
        related: own
            .related
            .iter()
            .map(|(at, message)| Related {
                at: Place::from(at),
                message,
            })
            .collect(),
        gates: &own.gates,
        fingerprint: &own.fingerprint,
    });
    let document = Document {
        schema: "regua/problems/1",
        as_of: &findings.as_of,
        files: findings.files.len(),
        counts: Counts {
            errors: findings.count(Severity::Error),
            warnings: findings.count(Severity::Warning),
            advice: findings.count(Severity::Advice),
            gates: findings.count(Severity::Gate),
        },
        gates: gates.collect(),
        problems: problems.collect(),
    };
    serde_json::to_string_pretty(&document)
}
