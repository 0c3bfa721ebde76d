//! The workspace's own templates: what is wrong in them, and pages rendered with them.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::context::Context;
use super::worker;
use crate::diagnostic::{Diagnostics, Sources};
use crate::model::OwnTemplate;
use crate::read::Read;
use crate::render::foreign::{Filled, Order, is_template};
use crate::render::report::{self, Page};
use crate::render::templates;
use crate::report::document::Report;
use crate::score::Scores;

/// Files by their paths below the folder of the report.
pub(super) type Files = Vec<(String, String)>;

/// Notes what is wrong in the templates of a workspace, as far as no report tells: what they are named, what cannot be
/// understood, and what fails on the workspace as it is.
///
/// # Errors
/// When the program cannot be started again to look.
pub(super) fn check(
    read: &mut Read,
    scores: Option<&Scores>,
    context: &Context<'_>,
) -> anyhow::Result<()> {
    const ALL: [Page; 4] = [
        Page::Html,
        Page::Markdown,
        Page::SummaryHtml,
        Page::SummaryMarkdown,
    ];
    note_unused(read);
    if !read.templates.iter().any(is_template) {
        return Ok(());
    }
    let is_sound = !read.diagnostics.has_errors();
    let report = read.workspace.as_ref().zip(scores).filter(|_| is_sound);
    let report = report
        .map(|(workspace, scores)| Report::new(workspace, scores, &read.sources, &context.locale));
    let wanted = if report.is_some() { &ALL[..] } else { &[] };
    let order = order(
        &read.templates,
        &read.sources,
        wanted.to_vec(),
        report.as_ref(),
        context,
    )?;
    if let Filled::Problems(problems) = worker::have_filled(&order)? {
        for problem in problems {
            let told = problem.diagnostic(&read.templates, &mut read.sources);
            read.diagnostics.push(told);
        }
    }
    Ok(())
}

/// Notes the templates that stand for no shipped one, and that none includes.
pub(super) fn note_unused(read: &mut Read) {
    for problem in templates::unused(&read.templates, &read.sources) {
        read.diagnostics.push(problem);
    }
}

/// Pages of a report: in this process where all templates are the program's, in another where some are not. `None`
/// after noting what is wrong in them.
///
/// # Errors
/// When a shipped template fails, or the program cannot be started again.
pub(super) fn pages(
    report: &Report,
    wanted: &[Page],
    own: &[OwnTemplate],
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
    context: &Context<'_>,
) -> anyhow::Result<Option<Files>> {
    if wanted.is_empty() {
        return Ok(Some(Vec::new()));
    }
    if !own.iter().any(is_template) {
        return Ok(Some(report::pages(report, wanted, &context.locale)?));
    }
    let order = order(own, sources, wanted.to_vec(), Some(report), context)?;
    match worker::have_filled(&order)? {
        Filled::Files(files) => Ok(Some(files)),
        Filled::Problems(problems) => {
            for problem in problems {
                diagnostics.push(problem.diagnostic(own, sources));
            }
            Ok(None)
        }
    }
}

fn order(
    own: &[OwnTemplate],
    sources: &Sources,
    pages: Vec<Page>,
    model: Option<&Report>,
    context: &Context<'_>,
) -> anyhow::Result<Order> {
    let text = |own: &OwnTemplate| sources.file(own.file).text.clone().into_owned();
    let templates = own.iter().filter(|own| is_template(own));
    Ok(Order {
        language: context.locale.language().tag().to_owned(),
        own: templates
            .map(|own| (own.name.clone(), text(own)))
            .collect::<BTreeMap<_, _>>(),
        pages,
        model: RawValue::from_string(serde_json::to_string(&model)?)?,
    })
}
