//! A rule that no figure looks at, since another one, or what the rubric has, leaves nothing for it to do.

use super::outline::Outline;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Method, Place, Rubric};

pub(super) fn check(outline: &Outline<'_>, diagnostics: &mut Diagnostics) {
    if let Some((why, unused)) = of_levels(outline.rubric)
        && let Some((_, first)) = unused.first()
    {
        let names: Vec<String> = unused.iter().map(|(name, _)| format!("`{name}`")).collect();
        let problem = Diagnostic::warning(Code::UnusedRule, *first)
            .with("why", why)
            .with("rules", names.join(", "));
        let others = unused.iter().skip(1);
        diagnostics.push(others.fold(problem.help("help"), |problem, (_, place)| {
            problem.related(*place, "label")
        }));
    }
    let dimensions = outline.rubric.dimensions.iter();
    for (dimension, has_children) in dimensions.zip(&outline.has_children) {
        if let (Some(place), false) = (dimension.aggregate_place, *has_children) {
            let problem = Diagnostic::warning(Code::UnusedRule, place)
                .with("why", "no-children")
                .with("rules", "`aggregate`");
            diagnostics.push(problem.help("help"));
        }
    }
}

/// The parts of the level rule that nothing uses, in the order written, and why.
fn of_levels(rubric: &Rubric) -> Option<(&'static str, Vec<(&'static str, Place)>)> {
    let (rule, places) = (&rubric.rules.level, &rubric.rules.places.parts);
    let method = places.method.filter(|_| rule.method != Method::None);
    let lower = ("lower_levels", places.lower_met_at);
    let on_levels = [
        ("scope", places.scope),
        ("quantifier", places.quantifier),
        lower,
    ];
    let (why, rules) = if rubric.levels.is_empty() {
        let others = [("method", method), ("met_at", places.met_at)];
        ("no-levels", [&on_levels[..], &others].concat())
    } else {
        match rule.method {
            Method::None => ("no-method", on_levels.to_vec()),
            Method::Highest => ("highest", vec![lower]),
            Method::Banded(_) => {
                let (quantifier, met_at) = (places.quantifier, places.met_at);
                let on_criteria = [("quantifier", quantifier), ("met_at", met_at), lower];
                ("banded", on_criteria.to_vec())
            }
            Method::Cumulative => return None,
        }
    };
    let mut written: Vec<(&str, Place)> = rules
        .into_iter()
        .filter_map(|(name, place)| Some((name, place?)))
        .collect();
    written.sort_by_key(|(_, place)| *place);
    Some((why, written))
}
