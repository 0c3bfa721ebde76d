//! Problems as SARIF 2.1.0 (OASIS), which code hosts and editors read.
//!
//! One run, whose rules are the codes that were found, each with its page. Files are named from `%SRCROOT%`, the folder
//! of the repository; columns count characters. Results carry a fingerprint that no line enters.

use std::io::{self, Write};

use serde::ser::{Serialize, Serializer};
use serde_json::{Value, json};

use super::{Findings, Location, Problem};
use crate::diagnostic::{Code, Severity};
use crate::locale::Locale;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes the findings as a SARIF log of one run. Results are made as they are written: there may be many.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn sarif(findings: &Findings, locale: &Locale, out: &mut dyn io::Write) -> io::Result<()> {
    let mut codes: Vec<Code> = findings.problems.iter().map(|own| own.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let log = Log {
        schema: SCHEMA,
        runs: [Run {
            column_kind: "unicodeCodePoints",
            language: locale.language().tag(),
            original_uri_base_ids: json!({"%SRCROOT%": {
                "description": {"text": locale.say("check-repository", &[])},
            }}),
            tool: tool(&codes, locale),
            results: Results {
                codes,
                findings,
                locale,
            },
        }],
        version: "2.1.0",
    };
    let mut out = io::BufWriter::new(out);
    serde_json::to_writer_pretty(&mut out, &log)?;
    writeln!(out)?;
    out.flush()
}

#[derive(serde::Serialize)]
struct Log<'f> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    runs: [Run<'f>; 1],
    version: &'static str,
}

#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'f> {
    column_kind: &'static str,
    language: &'static str,
    original_uri_base_ids: Value,
    results: Results<'f>,
    tool: Value,
}

/// The problems, each of which is put into a result when its turn has come.
struct Results<'f> {
    codes: Vec<Code>,
    findings: &'f Findings,
    locale: &'f Locale,
}

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let problems = self.findings.problems.iter();
        serializer
            .collect_seq(problems.map(|own| result(own, &self.codes, self.findings, self.locale)))
    }
}

fn tool(codes: &[Code], locale: &Locale) -> Value {
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code, locale)).collect();
    let version = env!("CARGO_PKG_VERSION");
    json!({"driver": {
        "name": "regua",
        "version": version,
        "semanticVersion": version,
        "rules": rules,
    }})
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
