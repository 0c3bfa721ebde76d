//! An objective with fewer than two key results. One number can be pushed at the cost of all others, and an
//! objective without any is a wish. Look for a second sign that the objective was reached.

use super::plans::{About, Advised, Plan, advice};
use crate::model::Advice;

/// The fewest that tell whether an objective is reached.
const FEWEST: usize = 2;

pub(super) fn check(plan: &Plan<'_>, advised: &mut Advised) {
    for aim in plan.aims() {
        let count = aim.measures().count();
        if count < FEWEST {
            let told = advice(Advice::FewKeyResults, aim.objective.place).with("count", count);
            advised.give(Advice::FewKeyResults, About::Objective(aim.index), told);
        }
    }
}
