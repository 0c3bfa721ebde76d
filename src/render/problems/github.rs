//! Problems as workflow commands of GitHub Actions, which become annotations beside the lines.
//!
//! One line a problem: `::error file=…,line=…,…::message`. A runner reads commands off the lines of a step's output, so a
//! line end in a text would begin a command of its own: it is written `%0A`, and `%` as `%25`; in properties `:` and `,`
//! too. Columns are given for what lies on one line, since an annotation over several has none. A step shows ten
//! annotations of a kind; the message says again where it belongs, so that the log has all of them.

use super::{Findings, Problem};
use crate::diagnostic::Severity;
use crate::locale::Locale;

/// The findings as workflow commands. Files are named by their paths from the folder of the repository.
#[must_use]
pub fn github(findings: &Findings, locale: &Locale) -> String {
    let commands = findings.problems.iter();
    commands.map(|own| command(own, findings, locale)).collect()
}

fn command(problem: &Problem, findings: &Findings, locale: &Locale) -> String {
    let command = match problem.severity {
        Severity::Error | Severity::Gate => "error",
        Severity::Warning => "warning",
        Severity::Advice => "notice",
    };
    let at = &problem.at;
    let mut properties = Vec::new();
    let mut message = String::new();
    if let Some(file) = &at.file {
        let file = findings.path(file);
        message = format!("{file}:{}:{}: ", at.line, at.column);
        properties.push(("file", file));
        properties.push(("line", at.line.to_string()));
        properties.push(("endLine", at.end_line.to_string()));
        if at.line == at.end_line {
            properties.push(("col", at.column.to_string()));
            properties.push(("endColumn", at.end_column.to_string()));
        }
    }
    properties.push(("title", format!("regua: {}", problem.code)));
    message.push_str(&problem.message);
    if let Some(help) = &problem.help {
        let name = locale.say("severity-help", &[]);
        message.push_str(&format!("\n{name}: {help}"));
    }
    let properties = properties.iter();
    let properties: Vec<String> = properties
        .map(|(name, value)| format!("{name}={}", property(value)))
        .collect();
    format!("::{command} {}::{}\n", properties.join(","), data(&message))
}

/// What stands behind the `::` of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// What stands behind the `=` of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
