//! A question left to a KPI without bands: its readings have no level, so none of them ever answers.

use super::kpis::Kpis;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Rubric;

pub(super) fn check(rubric: &Rubric, kpis: &Kpis<'_>, diagnostics: &mut Diagnostics) {
    for question in &rubric.questions {
        let named = question.kpi.as_ref().and_then(|id| kpis.by_id.get(id));
        if let (Some(kpi), Some(place)) = (named, question.kpi_place)
            && kpi.bands.is_empty()
        {
            diagnostics.push(
                Diagnostic::warning(Code::KpiCannotAnswer, place)
                    .with("kpi", &kpi.id)
                    .related(kpi.place, "kpi")
                    .help("help"),
            );
        }
    }
}
