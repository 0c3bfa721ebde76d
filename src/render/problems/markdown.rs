//! Problems as Markdown: the summary of a CI job, or a comment on a change.

use super::{Findings, Problem};
use crate::locale::Locale;
use crate::render::markdown::inert as plain;

/// The most that a summary lists: a code host cuts longer ones, and nobody reads on.
const MOST_LISTED: usize = 100;

/// The findings as a heading, a sentence, and a table of what was found.
#[must_use]
pub fn markdown(findings: &Findings, locale: &Locale) -> String {
    let is_fine = !findings.problems.iter().any(Problem::fails);
    let mark = if is_fine { "✅" } else { "❌" };
    let mut text = format!("## {mark} regua check\n\n{}", findings.counted(locale));
    if let Some(failed) = findings.failed_gates(locale) {
        text.push_str(&format!(" {}", escaped(&failed)));
    }
    text.push('\n');
    if findings.problems.is_empty() {
        return text;
    }
    let head = [
        "check-column-kind",
        "check-column-place",
        "check-column-problem",
    ]
    .map(|key| locale.say(key, &[]));
    text.push_str(&format!(
        "\n| {} |\n| --- | --- | --- |\n",
        head.join(" | ")
    ));
    for problem in findings.problems.iter().take(MOST_LISTED) {
        text.push_str(&row(problem, findings, locale));
    }
    let more = findings.problems.len().saturating_sub(MOST_LISTED);
    if more > 0 {
        text.push_str(&format!("| … | … | +{more} |\n"));
    }
    text
}

fn row(problem: &Problem, findings: &Findings, locale: &Locale) -> String {
    let place = problem.at.file.as_ref().map_or_else(String::new, |file| {
        format!(
            "{}:{}:{}",
            findings.path(file),
            problem.at.line,
            problem.at.column
        )
    });
    let mut what = escaped(&problem.message);
    if let Some(help) = &problem.help {
        let name = locale.say("severity-help", &[]);
        what.push_str(&format!("<br>{name}: {}", escaped(help)));
    }
    format!(
        "| {}<br><code>{}</code> | <code>{}</code> | {what} |\n",
        problem.named(locale),
        problem.code,
        plain(&place)
    )
}

/// A sentence in which words between backticks are code. All of it stays text, whatever stands in the quoted words.
fn escaped(sentence: &str) -> String {
    let parts: Vec<&str> = sentence.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return plain(sentence);
    }
    let parts = parts
        .iter()
        .enumerate()
        .map(|(index, part)| match index % 2 {
            1 if !part.is_empty() => format!("<code>{}</code>", plain(part)),
            _ => plain(part),
        });
    parts.collect()
}
