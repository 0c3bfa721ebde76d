//! A report's pages: one HTML file, one Markdown file with the charts that it shows, and the same on one page.

use std::collections::BTreeMap;
use std::mem::ManuallyDrop;
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
    // Whoever renders a report ends with it: neither is worth taking apart.
    let mut environment = ManuallyDrop::new(templates::environment(locale));
    let model = ManuallyDrop::new(Value::from(Serde(report)));
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

/// A chart beside the Markdown: one for each part of a list, or one of the whole model.
struct Chart {
    template: &'static str,
    /// The list, what the template calls a part of it, and where the part's id is.
    parts: Option<(&'static str, &'static str, &'static [&'static str])>,
    /// What the file's name begins and ends with, around the id.
    name: (&'static str, &'static str),
}

const CHARTS: [Chart; 6] = [
    Chart::of_assessments("chart/radar.svg.j2", "-radar"),
    Chart::of_assessments("chart/heatmap.svg.j2", "-heatmap"),
    Chart::of_assessments("chart/waterfall.svg.j2", "-waterfall"),
    Chart {
        template: "chart/trend.svg.j2",
        parts: Some(("kpis", "kpi", &["id"])),
        name: ("kpi-", ""),
    },
    Chart {
        template: "chart/cycle.svg.j2",
        parts: Some(("cycles", "cycle", &["anchor"])),
        name: ("okr-", ""),
    },
    Chart {
        template: "chart/people.svg.j2",
        parts: None,
        name: ("people", ""),
    },
];

impl Chart {
    const fn of_assessments(template: &'static str, ending: &'static str) -> Chart {
        Chart {
            template,
            parts: Some(("assessments", "assessment", &["rubric", "id"])),
            name: ("", ending),
        }
    }
}

/// The charts beside the Markdown, which show the parts of the report one by one.
fn add_charts(
    environment: &Environment<'_>,
    model: &Value,
    files: &mut Vec<(String, String)>,
) -> Result<(), TemplateProblem> {
    for chart in &CHARTS {
        let (first, last) = chart.name;
        let Some((list, part, id)) = chart.parts else {
            if model
                .get_attr("people")
                .is_ok_and(|people| !people.is_none())
            {
                add_chart(environment, model, (chart, None), first, files)?;
            }
            continue;
        };
        let parts = model.get_attr(list).and_then(|parts| parts.try_iter());
        for own in parts.into_iter().flatten() {
            let inner = |value: Value, key: &&str| value.get_attr(key).unwrap_or_default();
            let id = id.iter().fold(own.clone(), inner);
            let name = format!("{first}{id}{last}");
            add_chart(environment, model, (chart, Some((part, own))), &name, files)?;
        }
    }
    Ok(())
}

/// A chart that has nothing to draw renders to nothing, and is left out.
fn add_chart(
    environment: &Environment<'_>,
    model: &Value,
    (chart, part): (&Chart, Option<(&str, Value)>),
    name: &str,
    files: &mut Vec<(String, String)>,
) -> Result<(), TemplateProblem> {
    let mut own = BTreeMap::from([("standalone", Value::from(true))]);
    own.extend(part);
    let context = merge_maps([model.clone(), Value::from(own)]);
    let text = render(environment, chart.template, &context)?;
    if !text.trim().is_empty() {
        files.push((format!("charts/{name}.svg"), text));
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
