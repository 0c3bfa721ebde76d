//! Problems as SARIF 2.1.0 (OASIS), which code hosts and editors read.
//!
//! One run, whose rules are the codes that were found, each with its page. Files are named from `%SRCROOT%`, the folder
//! of the repository; columns count characters. Results carry a fingerprint that no line enters.

use serde_json::{Value, json};

use super::{Findings, Location, Problem};
use crate::diagnostic::{Code, Severity};
use crate::locale::Locale;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The findings as a SARIF log of one run.
///
/// # Errors
/// Never in practice: plain data is always JSON.
pub fn sarif(findings: &Findings, locale: &Locale) -> serde_json::Result<String> {
    let mut codes: Vec<Code> = findings.problems.iter().map(|own| own.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code, locale)).collect();
    let results: Vec<Value> = findings
        .problems
        .iter()
        .map(|problem| result(problem, &codes, findings, locale))
        .collect();
    let version = env!("CARGO_PKG_VERSION");
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "regua",
                "version": version,
                "semanticVersion": version,
                "rules": rules,
            }},
            "language": locale.language().tag(),
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {"%SRCROOT%": {
                "description": {"text": locale.say("check-repository", &[])},
            }},
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&log)
}

/// A code with what its page says.
fn rule(code: Code, locale: &Locale) -> Value {
    let page = locale.page(code.as_str());
    json!({
        "id": code.as_str(),
        "name": format!("{code:?}"),
        "shortDescription": {"text": page.what},
        "fullDescription": {"text": page.why},
        "help": {
            "text": page.mend,
            "markdown": format!("{}\n\n`regua explain {code}`", page.mend),
        },
    })
}

fn result(problem: &Problem, codes: &[Code], findings: &Findings, locale: &Locale) -> Value {
    let level = match problem.severity {
        Severity::Error | Severity::Gate => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    };
    let message = match &problem.help {
        Some(help) => format!(
            "{}\n{}: {help}",
            problem.message,
            locale.say("severity-help", &[])
        ),
        None => problem.message.clone(),
    };
    let related: Vec<Value> = problem
        .related
        .iter()
        .enumerate()
        .map(|(id, (at, label))| {
            let mut location = location(at, findings);
            location["id"] = json!(id + 1);
            location["message"] = json!({"text": label});
            location
        })
        .collect();
    let mut result = json!({
        "ruleId": problem.code.as_str(),
        "ruleIndex": codes.binary_search(&problem.code).unwrap_or_default(),
        "level": level,
        "message": {"text": message},
        "locations": [location(&problem.at, findings)],
        "partialFingerprints": {"reguaProblem/v1": problem.fingerprint},
        "properties": {"severity": problem.severity.as_str()},
    });
    if !related.is_empty() {
        result["relatedLocations"] = Value::Array(related);
    }
    if !problem.gates.is_empty() {
        result["properties"]["gates"] = json!(problem.gates);
    }
    result
}

/// A place; what comes with the program is in no repository.
fn location(at: &Location, findings: &Findings) -> Value {
    let Some(file) = &at.file else {
        return json!({});
    };
    json!({"physicalLocation": {
        "artifactLocation": {"uri": uri(&findings.path(file)), "uriBaseId": "%SRCROOT%"},
        "region": {
            "startLine": at.line,
            "startColumn": at.column,
            "endLine": at.end_line,
            "endColumn": at.end_column,
        },
    }})
}

/// A path as a relative reference: every byte that is no letter, digit, or mark of a plain path becomes `%` and two
/// hexadecimal digits. A colon in the first part would make it a scheme.
fn uri(path: &str) -> String {
    let is_plain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/');
    path.bytes().fold(String::new(), |uri, byte| match byte {
        byte if is_plain(byte) => uri + char::from(byte).encode_utf8(&mut [0; 4]),
        byte => uri + &format!("%{byte:02X}"),
    })
}
