//! What a cycle is closed with, as the YAML that stands from then on.

use std::fmt::Write;

use chrono::NaiveDate;

use super::plan::{flow_scalar, quantity};
use crate::locale::Locale;
use crate::model::{Cycle, Exact, KeyResult, closing_figure};
use crate::score::{CycleScore, KeyResultScore};

/// What a closing says beside its figures.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// The day of closing.
    pub closed: NaiveDate,
    /// Who closes.
    pub by: Option<String>,
    /// The first line, without its mark: what this file is.
    pub heading: String,
    /// What was learned, by the id of an objective or key result.
    pub retrospectives: Vec<(String, String)>,
}

/// The closing of a cycle whose figures are `score`, of the day `as_of`. The figures are exact; beside each key
/// result stands, as a comment, how its reader would write them.
#[must_use]
pub fn yaml(
    cycle: &Cycle,
    score: &CycleScore,
    as_of: NaiveDate,
    said: &Said,
    locale: &Locale,
) -> String {
    let mut text = format!("# {}\nregua: 1\n", said.heading);
    let mut line = |key: &str, value: &str| {
        let _ = writeln!(text, "{key}: {}", flow_scalar(value));
    };
    line("cycle", &cycle.id);
    line("closed", &said.closed.to_string());
    line("as_of", &as_of.to_string());
    if let Some(by) = &said.by {
        line("by", by);
    }
    if let Some(progress) = score.progress.value() {
        line("progress", &closing_figure(progress).to_string());
    }
    text.push_str("objectives:\n");
    for (objective, score) in cycle.objectives.iter().zip(&score.objectives) {
        let _ = writeln!(text, "  - id: {}", objective.id);
        for (key, value) in [
            ("progress", score.progress.value().map(progress)),
            ("grade", score.grade.value().map(|grade| grade.rounded(1))),
            ("retrospective", said.of(objective.id.as_str())),
        ] {
            if let Some(value) = value {
                let _ = writeln!(text, "    {key}: {}", flow_scalar(&value));
            }
        }
        if !objective.key_results.is_empty() {
            text.push_str("    key_results:\n");
        }
        for (key_result, score) in objective.key_results.iter().zip(&score.key_results) {
            let row = key_result_row(key_result, score, as_of, said);
            let remark = remark(key_result, score, locale);
            let _ = writeln!(text, "      - {{{row}}}{remark}");
        }
    }
    text
}

impl Said {
    fn of(&self, id: &str) -> Option<String> {
        let mut said = self.retrospectives.iter();
        let (_, text) = said.find(|(own, _)| own == id)?;
        Some(text.clone())
    }
}

/// `# 73.4% · 67%`: value and progress as they are read, where the figures are fractions.
fn remark(key_result: &KeyResult, score: &KeyResultScore, locale: &Locale) -> String {
    let value = score.value.as_ref().map(|dated| &dated.value);
    let progress = score.progress.value();
    let figures = [
        value,
        progress,
        score.baseline.value(),
        score.target.value(),
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

fn progress(progress: &Exact) -> String {
    closing_figure(progress).to_string()
}

fn key_result_row(
    key_result: &KeyResult,
    score: &KeyResultScore,
    as_of: NaiveDate,
    said: &Said,
) -> String {
    let amount = |value: Option<&Exact>| {
        value.map(|value| quantity(&closing_figure(value), &key_result.unit))
    };
    let value = score.value.as_ref();
    let status = score.status_at_close(as_of).as_str().to_owned();
    [
        ("id", Some(key_result.id.to_string())),
        ("status", Some(status)),
        ("baseline", amount(score.baseline.value())),
        ("target", amount(score.target.value())),
        ("value", amount(value.map(|dated| &dated.value))),
        ("dated", value.map(|dated| dated.date.to_string())),
        ("progress", score.progress.value().map(progress)),
        ("grade", score.grade.value().map(|grade| grade.rounded(1))),
        ("retrospective", said.of(key_result.id.as_str())),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some(format!("{key}: {}", flow_scalar(&value?))))
    .collect::<Vec<_>>()
    .join(", ")
}
