//! The rules of a rubric: levels, aggregate, the weight of KPIs.

use super::bands::{self, Ladder};
use super::fields::{self, Fields};
use super::shape;
use super::yaml::{Node, Shape};
use crate::diagnostic::Diagnostics;
use crate::model::{
    Aggregate, Exact, LevelRule, LevelRulePlaces, Method, NotApplicable, Place, Quantifier, Rating,
    RulePlaces, Rules, Scope, Threshold, Unanswered,
};

/// The words for what levels are held by.
pub(super) const SCOPES: [(&str, Scope); 3] = [
    ("all", Scope::All),
    ("rubric", Scope::Rubric),
    ("dimensions", Scope::Dimensions),
];

/// The words for what a missing answer does.
pub(super) const UNANSWERED: [(&str, Unanswered); 3] = [
    ("blocks", Unanswered::Blocks),
    ("zero", Unanswered::Zero),
    ("exclude", Unanswered::Exclude),
];

/// The words for what does not apply.
pub(super) const NOT_APPLICABLE: [(&str, NotApplicable); 3] = [
    ("exclude", NotApplicable::Exclude),
    ("zero", NotApplicable::Zero),
    ("full", NotApplicable::Full),
];

/// The words for how levels are reached.
pub(super) const METHODS: [(&str, Option<Method>); 4] = [
    ("cumulative", Some(Method::Cumulative)),
    ("highest", Some(Method::Highest)),
    ("banded", None), // its bands are keys of their own
    ("none", Some(Method::None)),
];

/// The words for how many criteria must be met.
pub(super) const QUANTIFIERS: [(&str, bool); 2] = [("all", true), ("any", false)];

/// The words for the band in which a criterion counts as met.
pub(super) const RATINGS: [(&str, Rating); 3] = [
    ("partially", Rating::Partially),
    ("largely", Rating::Largely),
    ("fully", Rating::Fully),
];

/// The words for ways to combine scores.
pub(super) const AGGREGATES: [(&str, Aggregate); 5] = [
    ("mean", Aggregate::Mean),
    ("sum", Aggregate::Sum),
    ("min", Aggregate::Min),
    ("max", Aggregate::Max),
    ("median", Aggregate::Median),
];

/// The rules of a rubric that says nothing of them, for which it stands itself at `place`.
pub(super) fn default_rules(place: Place) -> Rules {
    Rules {
        level: LevelRule {
            scope: Scope::All,
            method: Method::Cumulative,
            quantifier: Quantifier::All,
            met_at: Threshold::Rating(Rating::Largely),
            lower_met_at: Threshold::Rating(Rating::Largely),
            unanswered: Unanswered::Blocks,
            not_applicable: NotApplicable::Exclude,
        },
        aggregate: None,
        kpi_weight: Exact::ZERO,
        places: RulePlaces {
            floor: place,
            level: place,
            aggregate: place,
            kpi_weight: place,
            parts: LevelRulePlaces::default(),
        },
    }
}

/// Reads the rules; what is not said is as by default.
pub(super) fn rules(
    node: Node<'_>,
    place: Place,
    ladder: &Ladder<'_>,
    diagnostics: &mut Diagnostics,
) -> Rules {
    let mut rules = default_rules(place);
    let Some(mut keys) = Fields::of(node, &shape::RULES, diagnostics) else {
        return rules;
    };
    if let Some((key, node)) = keys.take_entry("level") {
        rules.places.level = key.place();
        level_rule(
            node,
            &mut rules.level,
            &mut rules.places.parts,
            ladder,
            diagnostics,
        );
    }
    if let Some(node) = keys.take("aggregate") {
        rules.places.aggregate = node.place();
        rules.aggregate = fields::word(node, &AGGREGATES, diagnostics);
    }
    if let Some(node) = keys.take("kpi_weight")
        && let Some(weight) = fields::share(node, diagnostics)
    {
        rules.kpi_weight = weight;
        rules.places.kpi_weight = node.place();
    }
    keys.finish(diagnostics);
    rules
}

fn level_rule(
    node: Node<'_>,
    rule: &mut LevelRule,
    places: &mut LevelRulePlaces,
    ladder: &Ladder<'_>,
    diagnostics: &mut Diagnostics,
) {
    let Some(mut keys) = Fields::of(node, &shape::LEVEL_RULE, diagnostics) else {
        return;
    };
    if let Some(node) = keys.take("scope") {
        places.scope = Some(node.place());
        rule.scope = fields::word(node, &SCOPES, diagnostics).unwrap_or(rule.scope);
    }
    if let Some(node) = keys.take("method") {
        places.method = Some(node.place());
        method(node, &mut keys, rule, ladder, diagnostics);
    } else {
        bands::without_bands(&mut keys, diagnostics);
    }
    if let Some(node) = keys.take("quantifier") {
        places.quantifier = Some(node.place());
        rule.quantifier = quantifier(node, diagnostics).unwrap_or(Quantifier::All);
    }
    if let Some(node) = keys.take("met_at")
        && let Some(threshold) = threshold(node, diagnostics)
    {
        places.met_at = Some(node.place());
        rule.met_at = threshold;
    }
    rule.lower_met_at = rule.met_at.clone();
    if let Some(node) = keys.take("lower_levels")
        && let Some(mut lower) = Fields::of(node, &shape::LOWER_LEVELS, diagnostics)
    {
        if let Some(node) = lower.take("met_at")
            && let Some(threshold) = threshold(node, diagnostics)
        {
            places.lower_met_at = Some(node.place());
            rule.lower_met_at = threshold;
        }
        lower.finish(diagnostics);
    }
    if let Some(node) = keys.take("unanswered") {
        rule.unanswered = fields::word(node, &UNANSWERED, diagnostics).unwrap_or(rule.unanswered);
    }
    if let Some(node) = keys.take("not_applicable") {
        rule.not_applicable =
            fields::word(node, &NOT_APPLICABLE, diagnostics).unwrap_or(rule.not_applicable);
    }
    keys.finish(diagnostics);
}

fn method(
    node: Node<'_>,
    keys: &mut Fields<'_>,
    rule: &mut LevelRule,
    ladder: &Ladder<'_>,
    diagnostics: &mut Diagnostics,
) {
    match fields::word(node, &METHODS, diagnostics) {
        Some(None) => {
            let bands = bands::bands(keys, ladder, diagnostics);
            // Without bands an error is noted, and nothing is computed.
            rule.method = bands.map_or(Method::None, Method::Banded);
        }
        Some(Some(method)) => {
            rule.method = method;
            bands::without_bands(keys, diagnostics);
        }
        None => {
            // Whether bands belong here cannot be told.
            keys.take("bands");
            keys.take("decimals");
        }
    }
}

fn quantifier(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<Quantifier> {
    if !matches!(node.shape(), Shape::Mapping) {
        let is_all = fields::word(node, &QUANTIFIERS, diagnostics)?;
        return Some(if is_all {
            Quantifier::All
        } else {
            Quantifier::Any
        });
    }
    let mut keys = Fields::of(node, &shape::QUANTIFIER, diagnostics)?;
    let share = keys
        .require("share", diagnostics)
        .and_then(|node| fields::share(node, diagnostics));
    keys.finish(diagnostics);
    share.map(Quantifier::Share)
}

/// A band's name, or a number or fraction from 0 to 1.
fn threshold(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<Threshold> {
    let scalar = fields::scalar(node, diagnostics)?;
    if scalar
        .text
        .starts_with(|first: char| first.is_ascii_digit() || first == '-')
    {
        let number = fields::share(node, diagnostics)?;
        return Some(Threshold::Value(number));
    }
    fields::word(node, &RATINGS, diagnostics).map(Threshold::Rating)
}
