//! A questionnaire as Markdown, through its template.

use std::sync::Arc;

use minijinja::value::{Serde, Value};

use super::{report::render, templates};
use crate::locale::Locale;
use crate::report::questionnaire::Questionnaire;

/// A questionnaire as Markdown.
///
/// # Errors
/// When the template fails, with its name and the line.
pub fn markdown(questionnaire: &Questionnaire, locale: &Arc<Locale>) -> anyhow::Result<String> {
    let environment = templates::environment(locale);
    let model = Value::from(Serde(questionnaire));
    Ok(render(&environment, "questionnaire.md.j2", &model)?)
}
