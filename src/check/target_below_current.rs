//! A target below the level that the latest assessment gives: nobody can move towards it. One that is just
//! held is reached, and may stand.

use super::aim::Aim;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

pub(super) fn check(aims: &[Aim<'_>], diagnostics: &mut Diagnostics) {
    for aim in aims {
        for (target, place, held) in aim.levels() {
            if let Some(held) = held.filter(|held| *held > target) {
                diagnostics.push(
                    Diagnostic::warning(Code::TargetBelowCurrent, place)
                        .with("target", target)
                        .with("held", held)
                        .related(aim.assessment.place, "held")
                        .help("help"),
                );
            }
        }
    }
}
