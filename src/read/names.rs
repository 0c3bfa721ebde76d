//! What the parts of a rubric go by, and what is said of a name that none of them has.

use super::fields;
use super::ids::{Part, renamed};
use super::overlay::Hidden;
use super::yaml::Node;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Dimension, DimensionIndex, Id, Level, Place, Rubric, Supports};

/// A rubric that is not among those in use, and that nobody ships.
pub(crate) fn unknown_rubric(place: Place, written: &str, rubrics: &[Rubric]) -> Diagnostic {
    let known: Vec<&str> = rubrics.iter().map(|rubric| rubric.id.as_str()).collect();
    let problem = Diagnostic::error(Code::UnknownRubric, place).with("written", written);
    fields::unknown_name(problem, written, &known)
}

/// The names of dimensions, in the order written.
pub(crate) fn names(dimensions: &[Dimension]) -> Vec<&str> {
    let ids = dimensions.iter().map(|dimension| dimension.id.as_str());
    ids.collect()
}

/// Former ids of dimensions, each with the present one.
pub(crate) fn former_names(dimensions: &[Dimension]) -> impl Iterator<Item = (&str, &str)> {
    dimensions.iter().flat_map(|dimension| {
        let former = dimension.renamed_from.iter();
        former.map(|former| (former.id.as_str(), dimension.id.as_str()))
    })
}

/// The dimension of this name in a rubric in use, or that went by it before.
pub(crate) fn dimension_named(
    name: &str,
    place: Place,
    rubric: &Rubric,
    hidden: &Hidden,
    diagnostics: &mut Diagnostics,
) -> Option<DimensionIndex> {
    if let Some(found) = rubric.dimension_by_id(name) {
        return Some(found);
    }
    if let Some(found) = rubric.dimension_by_former_id(name) {
        let id = rubric.dimension(found).id.as_str();
        diagnostics.push_once(renamed(Part::Dimension, name, id, place));
        return Some(found);
    }
    let problem = unknown_dimension(place, name, &names(&rubric.dimensions));
    diagnostics.push(match hidden.find(Part::Dimension, name) {
        Some(hidden) => problem.related(hidden.place, "hidden-here"),
        None => problem,
    });
    None
}

/// Reads what something serves: a rubric, or one of its dimensions as `rubric/dimension`.
pub(crate) fn supports(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<Supports> {
    let scalar = fields::scalar(node, diagnostics)?;
    let (rubric, dimension) = match scalar.text.split_once('/') {
        Some((rubric, dimension)) => (rubric, Some(dimension)),
        None => (scalar.text, None),
    };
    let mut id = |text: &str, place: Place| {
        let id = Id::parse(text);
        if id.is_none() {
            diagnostics.push(fields::not_an_id(text, place));
        }
        id
    };
    let place = |from| fields::part(node, from, scalar.text.len());
    let of_rubric = fields::part(node, 0, rubric.len());
    let of_dimension = place(rubric.len() + 1);
    let rubric = id(rubric, of_rubric)?;
    Some(match dimension {
        Some(text) => Supports {
            rubric,
            dimension: Some(id(text, of_dimension)?),
            place: of_dimension,
        },
        None => Supports {
            rubric,
            dimension: None,
            place: of_rubric,
        },
    })
}

/// Notes criteria that serve a dimension which the other rubric lacks. One that is not in use may have it.
pub(crate) fn check_supports(
    rubrics: &[Rubric],
    hidden: &[Hidden],
    partial: &[Id],
    diagnostics: &mut Diagnostics,
) {
    for supports in rubrics
        .iter()
        .flat_map(|rubric| &rubric.criteria)
        .filter_map(|criterion| criterion.supports.as_ref())
    {
        let known = rubrics
            .iter()
            .position(|rubric| rubric.id == supports.rubric);
        if let (Some(known), Some(dimension)) = (known, &supports.dimension)
            && !partial.contains(&supports.rubric)
        {
            let (rubric, hidden) = (&rubrics[known], &hidden[known]);
            dimension_named(
                dimension.as_str(),
                supports.place,
                rubric,
                hidden,
                diagnostics,
            );
        }
    }
}

/// A dimension that is not among those known.
pub(crate) fn unknown_dimension(place: Place, written: &str, known: &[&str]) -> Diagnostic {
    let problem = Diagnostic::error(Code::UnknownDimension, place).with("written", written);
    fields::unknown_name(problem, written, known)
}

/// A level's number that the rubric does not have.
pub(crate) fn unknown_level(place: Place, number: u32, levels: &[Level]) -> Diagnostic {
    unknown_number(place, number, levels.iter().map(|level| level.number))
}

/// A number that no level has.
pub(crate) fn unknown_number(
    place: Place,
    number: u32,
    known: impl IntoIterator<Item = u32>,
) -> Diagnostic {
    let known: Vec<String> = known.into_iter().map(|known| known.to_string()).collect();
    Diagnostic::error(Code::UnknownLevel, place)
        .with("written", number)
        .with("known", known.join(", "))
        .help(if known.is_empty() {
            "help-none"
        } else {
            "help-known"
        })
}
