//! The action plan as CSV: what blocks the target, and the answers of the shortest way up.
//!
//! One row a criterion that blocks (`gap`), then one row an answer to raise (`answer`). Figures are written as
//! programs read them, in every language.

use super::document::{AnswerChangePart, AssessmentPart, PlanCriterionPart, Report};
use super::figure::{Figure, PLACES};

/// The names of the columns.
const HEAD: [&str; 14] = [
    "kind",
    "rubric",
    "dimension",
    "criterion",
    "title",
    "level",
    "state",
    "value",
    "weight",
    "gap",
    "priority",
    "question",
    "from",
    "to",
];

/// The action plan of a report: header and rows.
///
/// # Errors
/// When a row cannot be written, which memory alone refuses.
pub fn csv(report: &Report) -> Result<String, csv::Error> {
    let mut rows = csv::Writer::from_writer(Vec::new());
    rows.write_record(HEAD)?;
    for assessment in &report.assessments {
        for criterion in &assessment.plan.blocking {
            rows.write_record(gap(assessment, criterion))?;
        }
        if let Some(ascent) = &assessment.plan.ascent {
            for answer in &ascent.answers {
                rows.write_record(raised(assessment, answer, ascent.level))?;
            }
        }
    }
    let bytes = rows.into_inner().map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn gap(assessment: &AssessmentPart, own: &PlanCriterionPart) -> [String; 14] {
    [
        "gap".to_owned(),
        assessment.rubric.id.clone(),
        cell(&own.dimension),
        own.id.clone(),
        cell(&own.title),
        own.level.map(|level| level.to_string()).unwrap_or_default(),
        own.state.to_owned(),
        number(own.value.as_ref()),
        number(Some(&own.weight)),
        number(own.gap.as_ref()),
        number(own.priority.as_ref()),
        String::new(),
        String::new(),
        String::new(),
    ]
}

/// An answer to raise, and the level that it helps to reach.
fn raised(assessment: &AssessmentPart, own: &AnswerChangePart, level: u32) -> [String; 14] {
    let criterion = own.id.split('.').next().unwrap_or_default();
    let nothing = String::new;
    [
        "answer".to_owned(),
        assessment.rubric.id.clone(),
        nothing(),
        criterion.to_owned(),
        cell(&own.text),
        level.to_string(),
        own.state.to_owned(),
        nothing(),
        nothing(),
        nothing(),
        nothing(),
        own.id.clone(),
        cell(own.from.as_deref().unwrap_or_default()),
        cell(&own.to),
    ]
}

fn number(figure: Option<&Figure>) -> String {
    figure.map_or_else(String::new, |figure| figure.0.rounded_short(PLACES))
}

/// A text that somebody wrote as a cell that no spreadsheet takes for a formula: an apostrophe before a sign that
/// begins one.
#[must_use]
pub fn cell(text: &str) -> String {
    match text.trim_start().starts_with(['=', '+', '-', '@']) || text.starts_with(['\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn no_text_begins_a_formula() {
        for text in ["=1+1", "+1", "-1", "@sum", "\tx", "  =cmd()"] {
            assert!(cell(text).starts_with('\''), "{text}");
        }
        assert_eq!(cell("Base de conhecimento"), "Base de conhecimento");
    }
}
