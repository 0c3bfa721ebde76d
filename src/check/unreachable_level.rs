//! A level that no answers can reach: nothing asks for it and for any above it; a criterion that it takes
//! cannot be worth what the rule asks, since the scale's best choice falls short, or the bands of the KPI that
//! answers it end below the top; or the best answers make a score below the edge where its band begins.

use std::collections::HashSet;

use super::kpis::Kpis;
use super::outline::{AtLevel, Outline};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{
    Criterion, Direction, Exact, Kpi, Method, Quantifier, Question, Rating, Rubric, Scale,
    Threshold, Workspace,
};
use crate::score::assessment::best_bandings;
use crate::score::ends::kpi_ends;

pub(super) fn check(outline: &Outline<'_>, kpis: &Kpis<'_>, diagnostics: &mut Diagnostics) {
    let rubric = outline.rubric;
    if matches!(rubric.rules.level.method, Method::Banded(_) | Method::None) {
        return;
    }
    match outline.top() {
        Some(top) => {
            note_empty(outline, top, diagnostics);
            note_short(outline, kpis, diagnostics);
        }
        None => note_flat(outline, diagnostics),
    }
}

/// Notes edges of bands that the best answers leave below, whatever the scope.
pub(super) fn check_bands(workspace: &Workspace, rubric: usize, diagnostics: &mut Diagnostics) {
    let best = best_bandings(workspace, rubric);
    let Some(highest) = best
        .iter()
        .max_by(|one, other| one.score.value().cmp(&other.score.value()))
    else {
        return;
    };
    let bands = workspace.rubrics[rubric].bands();
    let edges = bands.into_iter().flat_map(|bands| &bands.edges);
    for (edge, test) in edges.zip(&highest.tests) {
        if let Some(score) = highest.score.value().filter(|_| !test.is_reached) {
            diagnostics.push(
                Diagnostic::warning(Code::UnreachableLevel, edge.place)
                    .with("why", "band")
                    .with("level", edge.level)
                    .with("best", score)
                    .with("best_figure", score)
                    .help("help-band"),
            );
        }
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
    let has_none = |at_level: &AtLevel<'_>| at_level.absences.is_empty();
    let is_flat = outline.levels.values().all(has_none);
    if has_any && is_flat && !outline.empty_levels().is_empty() {
        let problem = Diagnostic::warning(Code::UnreachableLevel, rubric.rules.places.level);
        diagnostics.push(problem.with("why", "flat").help("help-flat"));
    }
}

/// Levels whose criteria cannot be worth what is asked, each scale or KPI that falls short once.
fn note_short(outline: &Outline<'_>, kpis: &Kpis<'_>, diagnostics: &mut Diagnostics) {
    let (rubric, rule) = (outline.rubric, &outline.rubric.rules.level);
    let best = Best::new(rubric, kpis);
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
        let kpi = best.kpi(short);
        if !told.insert((kpi.map(|kpi| &kpi.id), kpi.is_none().then_some(short.scale))) {
            continue;
        }
        let place = short.kpi_place.filter(|_| kpi.is_some());
        let problem = Diagnostic::warning(Code::UnreachableLevel, place.unwrap_or(short.place))
            .with("level", level)
            .with("key", key)
            .with("asked", written(threshold));
        diagnostics.push(match kpi.and_then(|kpi| Some((kpi, kpi.bands.last()?))) {
            Some((kpi, last)) => problem
                .with("why", "kpi")
                .with("kpi", &kpi.id)
                .related(last.place, "bands")
                .help("help-kpi"),
            None => problem
                .with("why", "short")
                .with("criterion", &rubric.criteria[short.criterion.0].id)
                .with("scale", &rubric.scales[short.scale].id)
                .help("help-scale"),
        });
    }
}

/// What criteria are worth with every question at its best.
struct Best<'r> {
    rubric: &'r Rubric,
    kpis: &'r Kpis<'r>,
    /// The most that a choice of each scale is worth.
    by_scale: Vec<Exact>,
}

impl<'r> Best<'r> {
    fn new(rubric: &'r Rubric, kpis: &'r Kpis<'r>) -> Best<'r> {
        let highest = |scale: &Scale| scale.reach().1;
        Best {
            rubric,
            kpis,
            by_scale: rubric.scales.iter().map(highest).collect(),
        }
    }

    fn of_question(&self, question: &Question) -> Exact {
        match (&question.kpi, self.kpi(question)) {
            (_, Some(kpi)) => self.of_kpi(kpi),
            (Some(_), None) => Exact::ONE, // It has no level, as is told elsewhere.
            (None, None) => self.by_scale[question.scale].clone(),
        }
    }

    /// The KPI that answers a question, whatever its scale.
    fn kpi(&self, question: &Question) -> Option<&'r Kpi> {
        let kpi = self.kpis.by_id.get(question.kpi.as_ref()?).copied()?;
        let has_level = kpi.direction != Direction::None && !kpi.bands.is_empty();
        has_level.then_some(kpi)
    }

    /// The highest level that a KPI's bands lead to, as a share of the way up.
    fn of_kpi(&self, kpi: &Kpi) -> Exact {
        let [Some(base), Some(top)] = kpi_ends(self.rubric).map(|end| end.value) else {
            return Exact::ONE;
        };
        let highest = kpi
            .bands
            .last()
            .map_or(Exact::ONE, |band| Exact::from(band.level));
        let share = (highest - &base).checked_div(&(top - &base));
        share.unwrap_or(Exact::ONE)
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
