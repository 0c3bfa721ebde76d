//! A report's files: one HTML file, one Markdown file, and the charts that the Markdown shows.

use std::sync::Arc;

use minijinja::value::{Serde, Value};
use minijinja::{Environment, context};

use super::templates;
use crate::locale::Locale;
use crate::report::document::Report;

/// Renders a report in its language: the path of each file below the report's folder, with its text.
///
/// # Errors
/// When a template fails, with the template and the line.
pub fn files(report: &Report, locale: &Arc<Locale>) -> anyhow::Result<Vec<(String, String)>> {
    let environment = templates::environment(locale);
    let model = Value::from(Serde(report));
    let mut files = vec![
        (
            "report.html".to_owned(),
            render(&environment, "report.html.j2", &model)?,
        ),
        (
            "report.md".to_owned(),
            render(&environment, "report.md.j2", &model)?,
        ),
    ];
    let assessments = model.get_attr("assessments")?;
    for (part, assessment) in report.assessments.iter().zip(assessments.try_iter()?) {
        for chart in ["radar", "heatmap", "waterfall"] {
            let template = format!("chart/{chart}.svg.j2");
            let context =
                context! { assessment => assessment.clone(), standalone => true, ..model.clone() };
            let name = format!("charts/{}-{chart}.svg", part.rubric.id);
            add_chart(&mut files, name, render(&environment, &template, &context)?);
        }
    }
    for (part, kpi) in report.kpis.iter().zip(model.get_attr("kpis")?.try_iter()?) {
        let context = context! { kpi, standalone => true, ..model.clone() };
        let name = format!("charts/kpi-{}.svg", part.id);
        add_chart(
            &mut files,
            name,
            render(&environment, "chart/trend.svg.j2", &context)?,
        );
    }
    for (part, cycle) in report
        .cycles
        .iter()
        .zip(model.get_attr("cycles")?.try_iter()?)
    {
        let context = context! { cycle, standalone => true, ..model.clone() };
        let name = format!("charts/okr-{}.svg", part.id);
        add_chart(
            &mut files,
            name,
            render(&environment, "chart/cycle.svg.j2", &context)?,
        );
    }
    if report.people.is_some() {
        let context = context! { standalone => true, ..model.clone() };
        let text = render(&environment, "chart/people.svg.j2", &context)?;
        add_chart(&mut files, "charts/people.svg".to_owned(), text);
    }
    Ok(files)
}

/// A chart that has nothing to draw renders to nothing, and is left out.
fn add_chart(files: &mut Vec<(String, String)>, name: String, text: String) {
    if !text.trim().is_empty() {
        files.push((name, text));
    }
}

pub(super) fn render(
    environment: &Environment<'_>,
    name: &str,
    context: &Value,
) -> anyhow::Result<String> {
    let template = environment.get_template(name)?;
    template
        .render(context)
        .map_err(|error| anyhow::anyhow!("{}", innermost(&error)))
}

/// The cause of a template's failure, which names its own template and line.
fn innermost(error: &dyn std::error::Error) -> String {
    let mut cause = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause.to_string()
}
