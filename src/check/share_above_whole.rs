//! A reading of a percentage above 100%. Most often two counts are swapped, or one of them counts something else; a
//! value that stands alone is most often a slip of the hand.
//!
//! It is a doubt and no error: solved ÷ opened may well be 120%. A KPI with a band or a target above 100%, or with
//! limits, says so.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Exact, Kpi, Measured, Workspace};

pub(super) fn check(workspace: &Workspace, diagnostics: &mut Diagnostics) {
    let hundred = Exact::from(100u32);
    for reading in &workspace.readings {
        let kpi = &workspace.kpis[reading.kpi];
        if !kpi.unit.is_percent() || may_pass(&hundred, kpi) {
            continue;
        }
        let problem =
            Diagnostic::warning(Code::ShareAboveWhole, reading.place).with("kpi", &kpi.id);
        match &reading.value {
            Measured::Ratio {
                numerator,
                denominator,
            } if numerator > denominator => {
                let problem = problem.with("what", "counts").with("numerator", numerator);
                diagnostics.push(problem.with("denominator", denominator).help("help"));
            }
            Measured::Value(value) if *value > hundred => {
                let problem = problem.with("what", "value");
                let problem = problem.with("written", value.rounded_short(4));
                diagnostics.push(problem.help("help-value"));
            }
            Measured::Ratio { .. } | Measured::Value(_) => {}
        }
    }
}

fn may_pass(hundred: &Exact, kpi: &Kpi) -> bool {
    kpi.limits.is_some() || kpi.values_spoken_of().any(|value| value > hundred)
}
