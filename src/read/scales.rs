//! Scales: what questions can be answered with.

use super::fields::{self, Fields};
use super::ids::{Ids, check_former_ids, former_ids};
use super::shape;
use super::yaml::Node;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Choice, Exact, Id, Scale, ScaleKind, Text, Unit};

/// Reads one scale.
pub(super) fn scale(
    id: Id,
    key: Node<'_>,
    node: Node<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Scale> {
    let mut keys = Fields::of(node, &shape::SCALE, diagnostics)?;
    let low = keys
        .take("min")
        .and_then(|node| fields::number(node, diagnostics));
    let high = keys
        .take("max")
        .and_then(|node| fields::number(node, diagnostics));
    let scale = match keys.take("choices") {
        Some(list) => {
            let choices = choices(list, diagnostics);
            Scale {
                place: Some(key.place()),
                ..choice_scale(id, choices, low, high)
            }
        }
        None => {
            if !keys.has("min") || !keys.has("max") {
                diagnostics.push(keys.lacking(&["choices", "min", "max"], key.place()));
                return None;
            }
            let unit = fields::optional_string(&mut keys, "unit", diagnostics);
            Scale {
                id,
                kind: ScaleKind::Numeric(unit.map(|unit| Unit::parse(&unit))),
                low: low?,
                high: high?,
                place: Some(key.place()),
            }
        }
    };
    keys.finish(diagnostics);
    if scale.low >= scale.high {
        let why = match scale.low == scale.high {
            true => "same",
            false => "reversed",
        };
        let problem = Diagnostic::error(Code::EmptyScale, key.place())
            .with("scale", &scale.id)
            .with("why", why);
        diagnostics.push(problem.help(match why {
            "reversed" => "help-reversed",
            _ => "help",
        }));
        return None;
    }
    let outside = scale
        .choices()
        .iter()
        .find(|choice| choice.value < scale.low || choice.value > scale.high);
    if let Some(choice) = outside {
        let problem = Diagnostic::error(Code::OutOfRange, key.place())
            .with("written", &choice.value)
            .with("low", &scale.low)
            .with("high", &scale.high);
        diagnostics.push(problem.help("help-between"));
        return None;
    }
    Some(scale)
}

fn choices(list: Node<'_>, diagnostics: &mut Diagnostics) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    let mut places = Vec::new();
    let mut seen = Ids::default();
    for item in fields::items(list, diagnostics) {
        let Some(mut keys) = Fields::of(item, &shape::CHOICE, diagnostics) else {
            continue;
        };
        let id_node = keys.require("id", diagnostics);
        let id = id_node.and_then(|node| fields::id(node, diagnostics));
        let value = keys
            .require("value", diagnostics)
            .and_then(|node| fields::number_or_fraction(node, diagnostics));
        if let (Some(node), Some(id)) = (id_node, id) {
            seen.note(&id, node.place(), diagnostics);
            let title = fields::title_or(&mut keys, &id, diagnostics);
            let value = value.unwrap_or(Exact::ZERO);
            let renamed_from = former_ids(&mut keys, diagnostics);
            places.push(node.place());
            choices.push(Choice {
                id,
                title,
                value,
                renamed_from,
            });
        }
        keys.finish(diagnostics);
    }
    let named = choices.iter().zip(&places);
    let named = named.map(|(choice, place)| (&choice.id, *place, &choice.renamed_from[..]));
    check_former_ids(named, diagnostics);
    choices
}

/// Choices within 0 and 1 are shares as they stand; others span their own range, or the one declared.
fn choice_scale(id: Id, choices: Vec<Choice>, low: Option<Exact>, high: Option<Exact>) -> Scale {
    let values = || choices.iter().map(|choice| &choice.value);
    let lowest = values().min().cloned().unwrap_or(Exact::ZERO);
    let highest = values().max().cloned().unwrap_or(Exact::ZERO);
    let are_shares = !lowest.is_negative() && highest <= Exact::ONE && !choices.is_empty();
    let (own_low, own_high) = if are_shares {
        (Exact::ZERO, Exact::ONE)
    } else {
        (lowest, highest)
    };
    Scale {
        id,
        low: low.unwrap_or(own_low),
        high: high.unwrap_or(own_high),
        kind: ScaleKind::Choices(choices),
        place: None,
    }
}

/// The scales that every rubric has: the ratings of ISO/IEC 33020, percentages, yes or no, five points.
pub(super) fn built_in_scales() -> Vec<Scale> {
    let id = |text: &str| Id::parse(text).expect("written in kebab-case below");
    let choice = |name: &str, portuguese: &str, english: &str, value: Exact| Choice {
        id: id(name),
        title: Text {
            plain: None,
            portuguese: Some(portuguese.to_owned()),
            english: Some(english.to_owned()),
            place: None,
        },
        value,
        renamed_from: Vec::new(),
    };
    let scale = |name: &str, choices: Vec<Choice>| Scale {
        id: id(name),
        kind: ScaleKind::Choices(choices),
        low: Exact::ZERO,
        high: Exact::ONE,
        place: None,
    };
    let achievement = vec![
        choice("not", "Não", "Not", Exact::ZERO),
        choice("partially", "Parcialmente", "Partially", Exact::ratio(1, 3)),
        choice("largely", "Largamente", "Largely", Exact::ratio(2, 3)),
        choice("fully", "Totalmente", "Fully", Exact::ONE),
    ];
    let yes_no = vec![
        choice("no", "Não", "No", Exact::ZERO),
        choice("yes", "Sim", "Yes", Exact::ONE),
    ];
    let five_point = (1..=5)
        .map(|point: i64| {
            let name = point.to_string();
            choice(&name, &name, &name, Exact::ratio(point - 1, 4))
        })
        .collect();
    vec![
        scale("achievement", achievement),
        scale("yes-no", yes_no),
        scale("five-point", five_point),
        Scale {
            id: id("percent"),
            kind: ScaleKind::Numeric(Some(Unit::parse("%"))),
            low: Exact::ZERO,
            high: Exact::from(100u32),
            place: None,
        },
    ]
}
