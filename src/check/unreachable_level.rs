//! A level that no answers can reach: nothing asks for it and for any above it, or a criterion that it takes
//! cannot be worth what the rule asks, since the scale's best choice falls short.

use std::collections::HashSet;

use super::outline::Outline;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{
    Criterion, Exact, Method, Quantifier, Question, Rating, Rubric, Scale, Threshold,
};

pub(super) fn check(outline: &Outline<'_>, diagnostics: &mut Diagnostics) {
    let rubric = outline.rubric;
    if matches!(rubric.rules.level.method, Method::Banded(_) | Method::None) {
        return;
    }
    match outline.top() {
        Some(top) => {
            note_empty(outline, top, diagnostics);
            note_short(outline, diagnostics);
        }
        None => note_flat(outline, diagnostics),
    }
}

/// Levels above the highest that asks for anything.
fn note_empty(outline: &Outline<'_>, top: u32, diagnostics: &mut Diagnostics) {
    let rubric = outline.rubric;
    for number in outline.empty_levels() {
        if let Some(level) = rubric.level(number).filter(|_| number > top) {
            let problem = Diagnostic::warning(Code::UnreachableLevel, level.place)
                .with("why", "empty")
                .with("level", number);
            diagnostics.push(problem.help("help"));
        }
    }
}

/// No criterion stands at any level above the floor, though there are levels to reach.
fn note_flat(outline: &Outline<'_>, diagnostics: &mut Diagnostics) {
    let rubric = outline.rubric;
    let has_any = rubric.criteria.iter().any(Criterion::is_scored);
    if has_any && outline.levels.is_empty() && !outline.empty_levels().is_empty() {
        let problem = Diagnostic::warning(Code::UnreachableLevel, rubric.rules.places.level);
        diagnostics.push(problem.with("why", "flat").help("help-flat"));
    }
}

/// Levels whose criteria cannot be worth what is asked, each scale that falls short once.
fn note_short(outline: &Outline<'_>, diagnostics: &mut Diagnostics) {
    let (rubric, rule) = (outline.rubric, &outline.rubric.rules.level);
    let best = Best::new(rubric);
    let asking: Vec<(u32, &[&Criterion])> = outline
        .levels
        .iter()
        .map(|(number, at_level)| (*number, at_level.required.as_slice()))
        .filter(|(_, required)| !required.is_empty())
        .collect();
    let mut told = HashSet::new();
    for (position, (number, criteria)) in asking.iter().enumerate() {
        let own = best.first_short(criteria, &rule.met_at);
        let above = asking.get(position + 1);
        let (level, short, key, threshold) = match (own, above) {
            (Some(short), _) => (number, short, "met_at", &rule.met_at),
            // The level can be held, and none above it.
            (None, Some((next, _))) if rule.method == Method::Cumulative => {
                match best.first_short(criteria, &rule.lower_met_at) {
                    Some(short) => (next, short, "lower_levels", &rule.lower_met_at),
                    None => continue,
                }
            }
            (None, _) => continue,
        };
        if told.insert(short.scale) {
            diagnostics.push(
                Diagnostic::warning(Code::UnreachableLevel, short.place)
                    .with("why", "short")
                    .with("level", level)
                    .with("criterion", &rubric.criteria[short.criterion.0].id)
                    .with("key", key)
                    .with("asked", written(threshold))
                    .with("scale", &rubric.scales[short.scale].id)
                    .help("help-scale"),
            );
        }
    }
}

/// What criteria are worth with every question at its best.
struct Best<'r> {
    rubric: &'r Rubric,
    /// The most that a choice of each scale is worth.
    by_scale: Vec<Exact>,
}

impl<'r> Best<'r> {
    fn new(rubric: &'r Rubric) -> Best<'r> {
        let highest = |scale: &Scale| scale.reach().1;
        Best {
            rubric,
            by_scale: rubric.scales.iter().map(highest).collect(),
        }
    }

    /// A KPI may be worth everything, whatever the scale.
    fn of_question(&self, question: &Question) -> Exact {
        match question.kpi {
            Some(_) => Exact::ONE,
            None => self.by_scale[question.scale].clone(),
        }
    }

    fn of_criterion(&self, criterion: &Criterion) -> Exact {
        let mut total = Exact::ZERO;
        let mut weights = Exact::ZERO;
        for (_, question) in self.rubric.questions_of(criterion) {
            total = total + &question.weight * &self.of_question(question);
            weights = weights + &question.weight;
        }
        total.checked_div(&weights).unwrap_or(Exact::ONE)
    }

    /// Of criteria of which too few can be met for their level to pass, the question that the first of these
    /// falls short by.
    fn first_short(&self, criteria: &[&Criterion], threshold: &Threshold) -> Option<&'r Question> {
        let is_short = |criterion: &Criterion| !threshold.is_met_by(&self.of_criterion(criterion));
        let short: Vec<&Criterion> = criteria
            .iter()
            .copied()
            .filter(|criterion| is_short(criterion))
            .collect();
        let can_be_met = criteria.len() - short.len();
        let can_pass = match &self.rubric.rules.level.quantifier {
            Quantifier::All => short.is_empty(),
            Quantifier::Any => can_be_met > 0,
            Quantifier::Share(share) => {
                Exact::from(can_be_met) >= share * &Exact::from(criteria.len())
            }
        };
        let criterion = short.first().filter(|_| !can_pass)?;
        let mut questions = self.rubric.questions_of(criterion);
        let (_, question) = questions.find(|(_, question)| {
            !question.weight.is_zero() && self.of_question(question) < Exact::ONE
        })?;
        Some(question)
    }
}

/// A threshold as files write it.
fn written(threshold: &Threshold) -> String {
    match threshold {
        Threshold::Rating(rating) => Rating::as_str(*rating).to_owned(),
        Threshold::Value(value) => value.to_string(),
    }
}
