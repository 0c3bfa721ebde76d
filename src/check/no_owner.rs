//! An objective that nobody answers for: neither it nor each of its key results has an `owner`. What is
//! everybody's is nobody's. Write one name.

use super::plans::{About, Advised, Plan, advice};
use crate::model::Advice;

pub(super) fn check(plan: &Plan<'_>, advised: &mut Advised) {
    for aim in plan.aims() {
        let has_measures = aim.measures().next().is_some();
        let is_shared_out = has_measures
            && aim
                .measures()
                .all(|measure| measure.key_result.owner.is_some());
        if aim.objective.owner.is_none() && !is_shared_out {
            let told = advice(Advice::NoOwner, aim.objective.place);
            advised.give(Advice::NoOwner, About::Objective(aim.index), told);
        }
    }
}
