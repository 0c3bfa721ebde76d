//! What a cycle is closed with, as the YAML that stands from then on.

use std::fmt::Write;

use super::plan::{flow_scalar, quantity};
use crate::locale::Locale;
use crate::model::{ClosedKeyResult, Closing, Cycle, Exact, KeyResult, Text, closing_figure};

/// The closing of a cycle as YAML, under a first line that says what it is. The figures are exact; where one is a
/// fraction, a comment beside says how it is read.
#[must_use]
pub fn yaml(cycle: &Cycle, closing: &Closing, heading: &str, locale: &Locale) -> String {
    let mut text = format!("# {heading}\nregua: 1\n");
    let head = [
        ("cycle", Some(cycle.id.clone())),
        ("closed", Some(closing.closed.to_string())),
        ("as_of", Some(closing.as_of.to_string())),
        ("by", closing.by.clone()),
        ("progress", closing.progress.as_ref().map(figure)),
    ];
    text.push_str(&lines("", &head));
    text.push_str("objectives:\n");
    for (objective, closed) in cycle.objectives.iter().zip(&closing.objectives) {
        let Some(closed) = closed else {
            continue;
        };
        let _ = writeln!(text, "  - id: {}", objective.id);
        let own = [
            ("progress", closed.progress.as_ref().map(figure)),
            ("grade", closed.grade.as_ref().map(grade)),
            ("retrospective", said(closed.retrospective.as_ref(), locale)),
        ];
        text.push_str(&lines("    ", &own));
        if !objective.key_results.is_empty() {
            text.push_str("    key_results:\n");
        }
        for (key_result, closed) in objective.key_results.iter().zip(&closed.key_results) {
            if let Some(closed) = closed {
                let row = row(key_result, closed, locale);
                let remark = remark(key_result, closed, locale);
                let _ = writeln!(text, "      - {{{row}}}{remark}");
            }
        }
    }
    text
}

fn lines(indent: &str, entries: &[(&str, Option<String>)]) -> String {
    let mut text = String::new();
    for (key, value) in entries {
        if let Some(value) = value {
            let _ = writeln!(text, "{indent}{key}: {}", flow_scalar(value));
        }
    }
    text
}

fn row(key_result: &KeyResult, closed: &ClosedKeyResult, locale: &Locale) -> String {
    let amount = |value: &Exact| quantity(&closing_figure(value), &key_result.unit);
    let value = closed.value.as_ref();
    [
        ("id", Some(key_result.id.to_string())),
        ("status", Some(closed.status.as_str().to_owned())),
        ("baseline", closed.baseline.as_ref().map(amount)),
        ("target", closed.target.as_ref().map(amount)),
        ("value", value.map(|(value, _)| amount(value))),
        ("dated", value.map(|(_, date)| date.to_string())),
        ("progress", closed.progress.as_ref().map(figure)),
        ("grade", closed.grade.as_ref().map(grade)),
        ("retrospective", said(closed.retrospective.as_ref(), locale)),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some(format!("{key}: {}", flow_scalar(&value?))))
    .collect::<Vec<_>>()
    .join(", ")
}

/// `# 73.4% · 67%`: value and progress as they are read, where a figure is a fraction.
fn remark(key_result: &KeyResult, closed: &ClosedKeyResult, locale: &Locale) -> String {
    let value = closed.value.as_ref().map(|(value, _)| value);
    let progress = closed.progress.as_ref();
    let figures = [
        value,
        progress,
        closed.baseline.as_ref(),
        closed.target.as_ref(),
    ];
    let mut figures = figures.into_iter().flatten();
    if !figures.any(|figure| figure.to_string().contains('/')) {
        return String::new();
    }
    let parts = [
        value.map(|value| locale.quantity(value, &key_result.unit)),
        progress.map(|progress| locale.percent(progress, 0)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("   # {}", parts.join(" · "))
}

fn figure(figure: &Exact) -> String {
    closing_figure(figure).to_string()
}

fn grade(grade: &Exact) -> String {
    grade.rounded(1)
}

fn said(text: Option<&Text>, locale: &Locale) -> Option<String> {
    text.map(|text| text.in_language(locale.language()).to_owned())
}
