//! A key result whose figures somebody types into check-ins, without a word on where they are read. The next
//! person to check in will look elsewhere, and two sources are never equal. Name it in `source`, or make the figure
//! a KPI with readings of its own.

use super::plans::{About, Advised, Plan, advice};
use crate::model::{Advice, KeyResult, KeyResultKind, ValueSource};

pub(super) fn check(plan: &Plan<'_>, advised: &mut Advised) {
    for aim in plan.aims() {
        for measure in aim.measures() {
            let key_result = measure.key_result;
            if is_typed_in(key_result) && key_result.source_note.is_none() {
                let told = advice(Advice::NoSource, key_result.place);
                let about = About::KeyResult(aim.index, measure.index);
                advised.give(Advice::NoSource, about, told);
            }
        }
    }
}

fn is_typed_in(key_result: &KeyResult) -> bool {
    let has_figures = match key_result.kind {
        KeyResultKind::FromTo { .. } | KeyResultKind::Keep(_) => true,
        KeyResultKind::EstablishBaseline => true,
        KeyResultKind::Milestones(_) | KeyResultKind::Done => false,
    };
    has_figures && key_result.source == ValueSource::CheckIns
}
