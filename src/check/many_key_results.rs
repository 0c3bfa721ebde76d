//! An objective with more than five key results. Nobody keeps more in mind, and the weekly talk becomes a list.
//! Keep those without which the objective is not reached; watch the others as KPIs.

use super::plans::{About, Advised, Plan, advice};
use crate::model::Advice;

/// The most that one objective holds.
const MOST: usize = 5;

pub(super) fn check(plan: &Plan<'_>, advised: &mut Advised) {
    for aim in plan.aims() {
        let count = aim.measures().count();
        if count > MOST {
            let told = advice(Advice::ManyKeyResults, aim.objective.place).with("count", count);
            advised.give(Advice::ManyKeyResults, About::Objective(aim.index), told);
        }
    }
}
