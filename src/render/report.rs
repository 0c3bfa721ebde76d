//! A report's pages: one HTML file, one Markdown file with the charts that it shows, and the same on one page.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::Environment;
use minijinja::value::{Serde, Value, merge_maps};
use serde::{Deserialize, Serialize};

use super::template_problem::TemplateProblem;
use super::templates;
use crate::locale::Locale;
use crate::report::document::Report;

/// What templates make of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Page {
    /// `report.html`, a file that needs no other.
    Html,
    /// `report.md`, with the charts beside it.
    Markdown,
    /// `summary.html`: the answer on one page.
    SummaryHtml,
    /// `summary.md`: the answer on one page, with no file beside it.
    SummaryMarkdown,
}

impl Page {
    /// The file's name below the report's folder.
    #[must_use]
    pub fn file(self) -> &'static str {
        match self {
            Page::Html => "report.html",
            Page::Markdown => "report.md",
            Page::SummaryHtml => "summary.html",
            Page::SummaryMarkdown => "summary.md",
        }
    }

    fn template(self) -> &'static str {
        match self {
            Page::Html => "report.html.j2",
            Page::Markdown => "report.md.j2",
            Page::SummaryHtml => "summary.html.j2",
            Page::SummaryMarkdown => "summary.md.j2",
        }
    }
}

/// Renders pages of a report in its language, with the shipped templates: the path of each file below the report's
/// folder, with its text.
///
/// # Errors
/// When a template fails, with the template and the line.
pub fn pages(
    report: &Report,
    pages: &[Page],
    locale: &Arc<Locale>,
) -> Result<Vec<(String, String)>, TemplateProblem> {
    let mut environment = templates::environment(locale);
    let model = Value::from(Serde(report));
    rendered(&mut environment, &model, pages)
}

/// Pages by the templates of an environment, each followed by the charts that it shows. The brand is known to macros
/// too, which see nothing else of the model.
pub(super) fn rendered(
    environment: &mut Environment<'_>,
    model: &Value,
    pages: &[Page],
) -> Result<Vec<(String, String)>, TemplateProblem> {
    environment.add_global("brand", model.get_attr("brand").unwrap_or_default());
    let mut files = Vec::new();
    for page in pages {
        let text = render(environment, page.template(), model)?;
        files.push((page.file().to_owned(), text));
        if *page == Page::Markdown {
            add_charts(environment, model, &mut files)?;
        }
    }
    Ok(files)
}

/// The charts beside the Markdown, which show the parts of the report one by one.
fn add_charts(
    environment: &Environment<'_>,
    model: &Value,
    files: &mut Vec<(String, String)>,
) -> Result<(), TemplateProblem> {
    const CHARTS: [(&str, &str, &str, &str); 4] = [
        ("assessments", "assessment", "chart/radar.svg.j2", "-radar"),
        (
            "assessments",
            "assessment",
            "chart/heatmap.svg.j2",
            "-heatmap",
        ),
        ("kpis", "kpi", "chart/trend.svg.j2", ""),
        ("cycles", "cycle", "chart/cycle.svg.j2", ""),
    ];
    for (list, part, template, ending) in CHARTS {
        let parts = model.get_attr(list).and_then(|parts| parts.try_iter());
        for own in parts.into_iter().flatten() {
            let named = match part {
                "assessment" => own.get_attr("rubric").unwrap_or_default(),
                _ => own.clone(),
            };
            let id = named.get_attr("id").unwrap_or_default();
            let prefix = match part {
                "kpi" => "kpi-",
                "cycle" => "okr-",
                _ => "",
            };
            let own = BTreeMap::from([("standalone", Value::from(true)), (part, own)]);
            let context = merge_maps([model.clone(), Value::from(own)]);
            let text = render(environment, template, &context)?;
            // A chart that has nothing to draw renders to nothing, and is left out.
            if !text.trim().is_empty() {
                files.push((format!("charts/{prefix}{id}{ending}.svg"), text));
            }
        }
    }
    Ok(())
}

pub(super) fn render(
    environment: &Environment<'_>,
    name: &str,
    context: &Value,
) -> Result<String, TemplateProblem> {
    let template = environment.get_template(name);
    template
        .and_then(|template| template.render(context))
        .map_err(|error| TemplateProblem::of(&error, name))
}
