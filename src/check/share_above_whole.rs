//! A reading of a percentage whose numerator is above its denominator: more than all cases. Most often the two
//! counts are swapped, or one of them counts something else.
//!
//! It is a doubt and no error: solved ÷ opened may well be 120%. A KPI with a band or a target above 100% says so.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Edge, Exact, Kpi, Measured, Workspace};

pub(super) fn check(workspace: &Workspace, diagnostics: &mut Diagnostics) {
    for reading in &workspace.readings {
        let kpi = &workspace.kpis[reading.kpi];
        if let Measured::Ratio {
            numerator,
            denominator,
        } = &reading.value
            && numerator > denominator
            && kpi.unit.is_percent()
            && !may_pass_hundred(kpi)
        {
            let problem = Diagnostic::warning(Code::ShareAboveWhole, reading.place)
                .with("numerator", numerator)
                .with("denominator", denominator)
                .with("kpi", &kpi.id);
            diagnostics.push(problem.help("help"));
        }
    }
}

fn may_pass_hundred(kpi: &Kpi) -> bool {
    let hundred = Exact::from(100u32);
    let edges = kpi.bands.iter().map(|band| match &band.edge {
        Edge::At(edge) | Edge::Between(_, edge) => edge,
    });
    let mut values = edges.chain(kpi.targets.iter().map(|target| &target.value));
    values.any(|value| *value > hundred)
}
