//! Readings of KPIs as terms of formulas: the same of an assessment as of a key result.

use super::{Detail, Explainer, Shown};
use crate::score::trace::Name;

impl Explainer<'_> {
    /// The name of a reading, or of a part of one.
    pub(super) fn reading_name(&self, name: Name, is_short: bool) -> String {
        let (part, index) = match name {
            Name::Numerator(index) => ("numerator", index),
            Name::Denominator(index) => ("denominator", index),
            Name::Reading(index) => ("reading", index),
            _ => return self.named("reading", &[]),
        };
        let (part, reading) = (self.named(part, &[]), &self.workspace.readings[index]);
        let period = self.locale.period(reading.period);
        match (&reading.segment, is_short) {
            (Some(segment), true) => format!("{part} {segment}"),
            (Some(segment), false) => format!("{part} {period}, {segment}"),
            (None, true) => part,
            (None, false) => format!("{part} {period}"),
        }
    }

    /// How a reading is shown: with the unit of its KPI.
    pub(super) fn reading_detail(&self, index: usize) -> Detail<'_> {
        let kpi = self.workspace.readings[index].kpi;
        Detail {
            shown: Shown::Quantity(&self.workspace.kpis[kpi].unit),
            ..Detail::plain()
        }
    }
}
