//! A target whose day has passed, and that the latest assessment does not hold. Without an assessment nothing
//! is known, and nothing is said.

use chrono::NaiveDate;

use super::aim::Aim;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

pub(super) fn check(aims: &[Aim<'_>], as_of: NaiveDate, diagnostics: &mut Diagnostics) {
    for aim in aims {
        let (Some(by), Some(place)) = (aim.target.by, aim.target.by_place) else {
            continue;
        };
        let is_open =
            |(target, _, held): &(u32, _, Option<u32>)| held.is_none_or(|held| held < *target);
        if by < as_of && aim.levels().iter().any(is_open) {
            diagnostics.push(
                Diagnostic::warning(Code::OverdueTarget, place)
                    .with("date", by)
                    .related(aim.assessment.place, "latest")
                    .help("help"),
            );
        }
    }
}
