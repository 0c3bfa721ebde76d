//! The key results of a cycle at both ends.

use super::{Row, Table, Writer};
use crate::model::Exact;
use crate::report::changes::Scored;
use crate::report::step_words::{from_to, no_value};
use crate::score::KeyResultScore;
use crate::score::compare::Ends;

/// A figure of a key result, in its unit.
type Figure = fn(&KeyResultScore) -> Option<&Exact>;

impl Writer<'_> {
    /// Key results with their progress at both ends; `None` where there are none.
    pub(super) fn key_results(&self, moved: &[Ends<Option<Scored<'_>>>]) -> Option<Table> {
        let rows = moved.iter().filter_map(|own| self.key_result(*own));
        let rows: Vec<Row> = rows.collect();
        (!rows.is_empty()).then(|| Table {
            is_detail: false,
            name: self.say("compare-key-results"),
            columns: self.columns(self.say("compare-key-result"), self.say("compare-change")),
            rows,
        })
    }

    fn key_result(&self, own: Ends<Option<Scored<'_>>>) -> Option<Row> {
        let (definition, _) = own.b.or(own.a)?;
        let scores = own.map(|own| own.map(|(_, score)| score));
        let progress = scores.map(|score| score.and_then(|score| score.progress.value()));
        let mut details = Vec::new();
        match (scores.a, scores.b) {
            (None, _) => details.push(self.say("compare-is-new")),
            (_, None) => details.push(self.say("compare-is-gone")),
            _ => {}
        }
        // What is new was in no state before: it is told as it is.
        let ends = Ends {
            a: scores.a.or(scores.b)?,
            b: scores.b.or(scores.a)?,
        };
        let status =
            |score: &KeyResultScore| self.say(&format!("report-status-{}", score.status.as_str()));
        details.push(from_to(&ends.map(status)));
        // Each end is in its own unit.
        let shown = |of: Figure| {
            let end = |end: Option<Scored<'_>>| {
                let (definition, score) = end.or(own.b).or(own.a)?;
                Some(self.locale.quantity(of(score)?, &definition.unit))
            };
            own.map(|own| end(own).unwrap_or_else(no_value))
        };
        if ends.a.value.is_some() || ends.b.value.is_some() {
            details.push(from_to(&shown(|score| Some(&score.value.as_ref()?.value))));
        }
        let confidence = ends.map(KeyResultScore::confidence);
        if !confidence.are_same() {
            let words = confidence.map(super::level);
            details.push(self.say_of("compare-confidence", "confidence", from_to(&words)));
        }
        let target = shown(|score| score.target.value());
        if !target.are_same() {
            details.push(self.say_of("compare-target", "target", from_to(&target)));
        }
        let due = ends.map(|score| self.locale.date(score.due));
        if !due.are_same() {
            details.push(self.say_of("compare-due", "due", from_to(&due)));
        }
        details.push(definition.id.to_string());
        let shown = progress.map(|progress| self.percent(progress));
        Some(Row {
            cells: vec![
                self.text(&definition.title).to_owned(),
                shown.a,
                shown.b,
                self.points(progress.change().as_ref()),
            ],
            aside: details.join(" · "),
        })
    }
}
