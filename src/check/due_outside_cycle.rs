//! A key result that is due after its cycle has ended: at the end of the cycle nobody can say whether it was
//! reached, and the next plan does not show it. Aim at the part that falls into the cycle and carry it on, or plan
//! a longer cycle. A deadline before the cycle is an error, told by `date-order`.

use super::plans::{About, Advised, Plan, advice};
use crate::model::Advice;

pub(super) fn check(plan: &Plan<'_>, advised: &mut Advised) {
    let last = plan.cycle.days.last;
    for aim in plan.aims() {
        for measure in aim.measures().filter(|measure| measure.score.due > last) {
            let told =
                advice(Advice::DueOutsideCycle, measure.key_result.due_place).with("bound", last);
            let about = About::KeyResult(aim.index, measure.index);
            advised.give(Advice::DueOutsideCycle, about, told);
        }
    }
}
