//! A weight that no figure looks at: whoever wrote it believes that it counts. One of 1 says nothing, and
//! may stand anywhere.

use super::kpis::Kpis;
use super::outline::{Outline, earned_level};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Aggregate, Criterion, Dimension, Exact, Place, Polarity, Rubric};

pub(super) fn check(outline: &Outline<'_>, diagnostics: &mut Diagnostics) {
    let rubric = outline.rubric;
    let (dimensions, criteria) = (rubric.dimensions.iter(), rubric.criteria.iter());
    let of_dimensions = dimensions.filter_map(|dimension| dimension_weight(rubric, dimension));
    let of_criteria = criteria.filter_map(|criterion| absence_weight(rubric, criterion));
    for problem in of_dimensions.chain(of_criteria) {
        diagnostics.push(problem);
    }
    for place in rubric
        .questions
        .iter()
        .filter_map(|question| question.idle_weight)
    {
        diagnostics.push(unused(place, "only-question").help("help-question"));
    }
    let has_bands = rubric.kpis.iter().any(|kpi| !kpi.bands.is_empty());
    if !rubric.rules.kpi_weight.is_zero() && !has_bands {
        let place = rubric.rules.places.kpi_weight;
        diagnostics.push(unused(place, "no-kpi").help("help-kpi"));
    }
}

/// Notes weights of KPIs that have no part in an outcome score.
pub(super) fn check_kpis(kpis: &Kpis<'_>, diagnostics: &mut Diagnostics) {
    for (kpi, rubric) in &kpis.all {
        let Some(place) = kpi.weight_place.filter(|_| kpi.weight != Exact::ONE) else {
            continue;
        };
        if rubric.is_none() {
            diagnostics.push(unused(place, "own-kpi").help("help"));
        } else if kpi.bands.is_empty() && !kpi.weight.is_zero() {
            diagnostics.push(unused(place, "no-bands").help("help-bands"));
        }
    }
}

fn unused(place: Place, why: &'static str) -> Diagnostic {
    Diagnostic::warning(Code::UnusedWeight, place).with("why", why)
}

/// A dimension's weight counts where the one above it, or the rubric, combines its parts by weight. Where
/// parts are combined in another way, a weight of zero still leaves one out.
fn dimension_weight(rubric: &Rubric, dimension: &Dimension) -> Option<Diagnostic> {
    let place = dimension
        .weight_place
        .filter(|_| dimension.weight != Exact::ONE)?;
    let (aggregate, help) = match dimension.parent {
        Some(parent) => (rubric.dimension(parent).aggregate, "help-dimension"),
        None => (rubric.rules.aggregate, "help-rubric"),
    };
    match aggregate {
        None => Some(unused(place, "no-aggregate").help(help)),
        Some(Aggregate::Mean) => None,
        Some(Aggregate::Sum | Aggregate::Min | Aggregate::Max | Aggregate::Median) => {
            let problem = unused(place, "aggregate").help("help-aggregate");
            (!dimension.weight.is_zero()).then_some(problem)
        }
    }
}

/// The weight of a lack. Of one above the floor something else is said, by `absence_above_floor`.
fn absence_weight(rubric: &Rubric, criterion: &Criterion) -> Option<Diagnostic> {
    let is_one_or_none = criterion.weight == Exact::ONE || criterion.weight.is_zero();
    let place = criterion.weight_place.filter(|_| !is_one_or_none)?;
    let is_above_floor = earned_level(rubric, criterion).is_some();
    let is_told = criterion.polarity == Polarity::Absence && !is_above_floor;
    is_told.then(|| unused(place, "absence").help("help"))
}
