//! Bands that no value can be held against: the KPI does not say which way is better, its rubric has no levels
//! that could begin at them, or they begin below the floor, which is held anyway.

use super::kpis::Kpis;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Band, Direction, Edge, Exact, Rubric};

pub(super) fn check(kpis: &Kpis<'_>, diagnostics: &mut Diagnostics) {
    for (kpi, rubric) in &kpis.all {
        let Some(first) = kpi.bands.first() else {
            continue;
        };
        if kpi.direction == Direction::None {
            let problem = Diagnostic::warning(Code::UnusedBands, kpi.place)
                .with("why", "no-direction")
                .related(first.place, "bands");
            diagnostics.push(problem.help(likely_direction(&kpi.bands)));
        } else if rubric.is_some_and(|rubric| rubric.levels.is_empty()) {
            let problem = Diagnostic::warning(Code::UnusedBands, first.place);
            diagnostics.push(problem.with("why", "no-levels").help("help-levels"));
        } else if let Some(floor) = rubric.and_then(floor_with_levels_above)
            && first.level < floor
        {
            diagnostics.push(
                Diagnostic::warning(Code::UnusedBands, first.place)
                    .with("why", "floor")
                    .with("level", first.level)
                    .with("floor", floor)
                    .help("help-floor"),
            );
        }
    }
}

/// The floor; of one with no level above it something else is said, by `asks_nothing`.
fn floor_with_levels_above(rubric: &Rubric) -> Option<u32> {
    let highest = rubric.levels.last()?;
    rubric.floor.filter(|floor| *floor < highest.number)
}

/// The direction that the edges run in, by the name of its help.
fn likely_direction(bands: &[Band]) -> &'static str {
    let edges: Option<Vec<&Exact>> = bands
        .iter()
        .map(|band| match &band.edge {
            Edge::At(edge) => Some(edge),
            Edge::Between(..) => None,
        })
        .collect();
    let Some(edges) = edges else {
        return "help-range";
    };
    let are_all = |follows: fn(&Exact, &Exact) -> bool| {
        edges.len() > 1 && edges.windows(2).all(|pair| follows(pair[0], pair[1]))
    };
    if are_all(|last, next| next > last) {
        "help-rising"
    } else if are_all(|last, next| next < last) {
        "help-falling"
    } else {
        "help"
    }
}
