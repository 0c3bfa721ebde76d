//! A badge as SVG: two boxes wide enough for their words in any of the usual fonts.

use std::sync::Arc;

use minijinja::context;
use minijinja::value::{Serde, Value};

use super::report::render;
use super::template_problem::TemplateProblem;
use super::{chart, templates};
use crate::locale::Locale;
use crate::report::badge::Badge;

/// Draws a badge.
///
/// # Errors
/// When the template fails, with the line.
pub fn svg(badge: &Badge, locale: &Arc<Locale>) -> Result<String, TemplateProblem> {
    /// The widest that a label may be: a README is read on a telephone too.
    const WIDEST: f64 = 300.0;
    let environment = templates::environment(locale);
    let (label, label_width) = chart::boxed(&badge.label, WIDEST);
    let (value, value_width) = chart::boxed(&badge.value, WIDEST);
    let model = context! {
        badge => Value::from(Serde(badge)),
        label,
        value,
        label_width,
        value_width,
    };
    render(&environment, templates::BADGE, &model)
}
