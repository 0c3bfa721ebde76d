//! The key results of a cycle at both ends.

use super::{Row, Table, Writer, from_to, no_value};
use crate::report::changes::Scored;
use crate::score::KeyResultScore;
use crate::score::compare::Ends;

impl Writer<'_> {
    /// Key results with their progress at both ends; `None` where there are none.
    pub(super) fn key_results(&self, moved: &[Ends<Option<Scored<'_>>>]) -> Option<Table> {
        let rows = moved.iter().filter_map(|own| self.key_result(*own));
        let rows: Vec<Row> = rows.collect();
        (!rows.is_empty()).then(|| Table {
            is_detail: false,
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
        let unit = &definition.unit;
        let value = |score: &KeyResultScore| {
            let dated = score.value.as_ref();
            dated.map_or_else(no_value, |dated| self.locale.quantity(&dated.value, unit))
        };
        if ends.a.value.is_some() || ends.b.value.is_some() {
            details.push(from_to(&ends.map(value)));
        }
        let confidence = ends.map(KeyResultScore::confidence);
        if !confidence.are_same() {
            let words = confidence.map(super::level);
            details.push(self.say_of("compare-confidence", "confidence", from_to(&words)));
        }
        let target = ends.map(|score| score.target.value());
        if !target.are_same() {
            let words = target.map(|target| {
                target.map_or_else(no_value, |target| self.locale.quantity(target, unit))
            });
            details.push(self.say_of("compare-target", "target", from_to(&words)));
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
