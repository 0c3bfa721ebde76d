//! Problems as JUnit XML, which every CI reads: a file is a test case, and fails by what makes the run fail.
//!
//! A case has one `failure` with all its problems, since readers keep one; warnings and advice that fail nothing are its
//! `system-out`. Each file has a name of its own, by which readers tell cases apart.

use std::collections::BTreeMap;

use super::{Findings, Problem};
use crate::locale::Locale;

/// The findings as one test suite. Files are named by their paths from the folder of the repository.
#[must_use]
pub fn junit(findings: &Findings, locale: &Locale) -> String {
    let mut by_file: BTreeMap<Option<&str>, Vec<&Problem>> = BTreeMap::new();
    for problem in &findings.problems {
        let of_file = by_file.entry(problem.at.file.as_deref()).or_default();
        of_file.push(problem);
    }
    let mut cases = String::new();
    let (mut tests, mut failures) = (0, 0);
    let mut add = |name: &str, problems: &[&Problem]| {
        tests += 1;
        failures += usize::from(problems.iter().any(|problem| problem.fails()));
        cases.push_str(&case(name, problems, locale));
    };
    for file in &findings.files {
        let problems = by_file.remove(&Some(file.as_str())).unwrap_or_default();
        add(&findings.path(file), &problems);
    }
    // Files that are missing, or that nothing was read of; and what comes with the program.
    for (file, problems) in by_file {
        let name = file.map_or_else(|| "regua".to_owned(), |file| findings.path(file));
        add(&name, &problems);
    }
    let counts = format!(
        r#"name="regua check" tests="{tests}" failures="{failures}" errors="0" skipped="0" time="0""#
    );
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites {counts}>\n  <testsuite {counts}>\n{cases}  </testsuite>\n</testsuites>\n"
    )
}

fn case(file: &str, problems: &[&Problem], locale: &Locale) -> String {
    let name = escaped(file);
    let head =
        format!(r#"    <testcase classname="regua check" name="{name}" file="{name}" time="0""#);
    if problems.is_empty() {
        return format!("{head}/>\n");
    }
    let (failing, doubtful): (Vec<&Problem>, Vec<&Problem>) =
        problems.iter().partition(|problem| problem.fails());
    let told = |problems: &[&Problem]| {
        let told: Vec<String> = problems
            .iter()
            .map(|problem| text(file, problem, locale))
            .collect();
        escaped(&told.join("\n"))
    };
    let mut case = format!("{head}>\n");
    if let Some(first) = failing.first() {
        let message = match failing.len() - 1 {
            0 => first.message.clone(),
            more => format!("{} (+{more})", first.message),
        };
        case.push_str(&format!(
            "      <failure type=\"{}\" message=\"{}\">{}</failure>\n",
            first.code,
            escaped(&message),
            told(&failing)
        ));
    }
    if !doubtful.is_empty() {
        let told = told(&doubtful);
        case.push_str(&format!("      <system-out>{told}</system-out>\n"));
    }
    case.push_str("    </testcase>\n");
    case
}

/// A problem in two lines: where it is and what is wrong, and how to mend it.
fn text(file: &str, problem: &Problem, locale: &Locale) -> String {
    let (line, column) = (problem.at.line, problem.at.column);
    let severity = problem.named(locale);
    let mut text = format!(
        "{file}:{line}:{column}: {severity}[{}]: {}\n",
        problem.code, problem.message
    );
    if let Some(help) = &problem.help {
        let name = locale.say("severity-help", &[]);
        text.push_str(&format!("  {name}: {help}\n"));
    }
    text
}

/// A text within XML, between tags as in quotes. What XML cannot hold at all is shown as what it is not.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(letter),
            '\r' => escaped.push_str("&#13;"),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            letter if letter.is_control() => escaped.push('\u{fffd}'),
            letter => escaped.push(letter),
        }
    }
    escaped
}
