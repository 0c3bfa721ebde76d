//! Readings of KPIs: as terms of formulas, the same of an assessment as of a key result; and as figures of their own,
//! where no assessment counts their KPI.

use super::address::Named;
use super::context::Context;
use super::{Detail, Explainer, Explanation, Shown};
use crate::locale::Word;
use crate::score::trace::Name;

impl Explainer<'_> {
    pub(super) fn of_kpi(&self, named: &Named, index: usize) -> Explanation {
        let kpi = &self.workspace.kpis[index];
        let mut explanation = self.blank(named, self.text(&kpi.title));
        let known = self.scores.series[index].until(self.scores.as_of);
        if let Some(latest) = known.last() {
            let shown = Shown::Quantity(&kpi.unit);
            self.fill(&mut explanation, Context::Kpi, &latest.trace, shown);
            let words = [("period", Word::from(self.locale.period(latest.period)))];
            explanation
                .notes
                .push(self.locale.say("explain-latest", &words));
            explanation.rules.extend(self.working_day(&kpi.unit));
        }
        explanation
    }

    /// A term of a KPI's value.
    pub(super) fn kpi_detail(&self, name: Name) -> Detail<'_> {
        match name {
            Name::Reading(index) => self.reading_detail(index),
            _ => Detail::plain(),
        }
    }

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
