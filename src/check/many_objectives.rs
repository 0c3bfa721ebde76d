//! A cycle with more than five objectives. What everybody works on is no choice; leave some to the next cycle.

use super::plans::{About, Advised, Plan, advice};
use crate::model::Advice;

/// The most that one cycle is about.
const MOST: usize = 5;

pub(super) fn check(plan: &Plan<'_>, advised: &mut Advised) {
    let count = plan.aims().count();
    if count > MOST {
        let told = advice(Advice::ManyObjectives, plan.cycle.place).with("count", count);
        advised.give(Advice::ManyObjectives, About::Plan, told);
    }
}
