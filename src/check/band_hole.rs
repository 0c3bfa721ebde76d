//! Bands that skip a level which the rubric has: the way between the levels on both sides is divided evenly,
//! which is seldom what the one who left it out had in mind. Bands may well begin or end inside the scale.

use super::kpis::Kpis;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Direction;

pub(super) fn check(kpis: &Kpis<'_>, diagnostics: &mut Diagnostics) {
    for (kpi, rubric) in &kpis.all {
        if kpi.direction == Direction::None {
            continue; // No band counts, and `unused_bands` says so.
        }
        // The levels of a workspace's own KPI are those of whatever rubric is in use.
        let is_level = |number: &u32| match rubric {
            Some(rubric) => rubric.level(*number).is_some(),
            None => kpis.levels.contains(number),
        };
        for pair in kpi.bands.windows(2) {
            let (last, next) = (pair[0].level, pair[1].level);
            let skipped = (last + 1..next).filter(is_level);
            let skipped: Vec<String> = skipped.map(|number| number.to_string()).collect();
            if !skipped.is_empty() {
                diagnostics.push(
                    Diagnostic::warning(Code::BandHole, pair[1].place)
                        .with("levels", skipped.join(", "))
                        .with("count", skipped.len())
                        .with("last", last)
                        .with("next", next)
                        .help("help"),
                );
            }
        }
    }
}
