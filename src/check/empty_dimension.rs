//! A dimension that no criterion and no KPI names, and that holds no others: it is reported without a figure.

use super::kpis::Kpis;
use super::outline::Outline;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

pub(super) fn check(outline: &Outline<'_>, kpis: &Kpis<'_>, diagnostics: &mut Diagnostics) {
    let rubric = outline.rubric;
    if rubric.criteria.is_empty() {
        return; // A rubric of KPIs alone, or one just begun.
    }
    let mut is_named = outline.has_children.clone();
    for criterion in &rubric.criteria {
        is_named[criterion.dimension.0] = true;
    }
    for (dimension, is_named) in rubric.dimensions.iter().zip(is_named) {
        if !is_named && !kpis.dimensions.contains(dimension.id.as_str()) {
            let problem = Diagnostic::warning(Code::EmptyDimension, dimension.place);
            diagnostics.push(problem.help("help"));
        }
    }
}
