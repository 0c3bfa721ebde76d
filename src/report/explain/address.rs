//! Addresses: how a figure is named on the command line and in other figures' explanations.
//!
//! An address follows the machine-readable result: `customer-service@2026-09-30/dimensions/process/level`,
//! `2026-Q3/key_results/response-time/progress`. Whatever can be guessed may be left out: the names of lists,
//! the date of the latest assessment, a rubric or cycle that is the only one, the figure of a thing whose main
//! figures are wanted.

use std::collections::BTreeSet;

use super::Explainer;
use super::context::{
    AssessmentFigure, CycleFigure, KeyResultFigure, ObjectiveFigure, PersonFigure, Subject,
    Supposed, SupposedFigure,
};
use crate::model::{DimensionIndex, QuestionIndex};
use crate::score::trace::ScopeRef;

/// A figure with its full address.
#[derive(Debug, Clone)]
pub(super) struct Named {
    /// The parts of the address.
    pub(super) parts: Vec<String>,
    pub(super) subject: Subject,
    /// Whether naming its thing alone asks for it.
    pub(super) is_main: bool,
    /// Whether it belongs to the latest assessment of its rubric, or to a cycle that has begun last.
    pub(super) is_current: bool,
}

impl Named {
    pub(super) fn address(&self) -> String {
        self.parts.join("/")
    }

    fn figure(&self) -> &str {
        self.parts.last().map_or("", String::as_str)
    }
}

/// The figures of one assessment or cycle, being listed.
struct List<'l> {
    root: String,
    is_current: bool,
    figures: &'l mut Vec<Named>,
}

impl List<'_> {
    fn add(&mut self, middle: &[&str], name: &str, subject: Subject, is_main: bool) {
        let mut parts = vec![self.root.clone()];
        parts.extend(middle.iter().map(|part| (*part).to_owned()));
        parts.push(name.to_owned());
        self.figures.push(Named {
            parts,
            subject,
            is_main,
            is_current: self.is_current,
        });
    }

    fn main(&mut self, middle: &[&str], name: &str, subject: Subject) {
        self.add(middle, name, subject, true);
    }

    fn side(&mut self, middle: &[&str], name: &str, subject: Subject) {
        self.add(middle, name, subject, false);
    }
}

/// Why an address names nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotFound {
    /// Nothing is called so; the nearest names that there are.
    Unknown(Vec<String>),
    /// Several things are.
    Ambiguous(Vec<String>),
}

/// What the names of scores end on.
const SCORE: &str = "_score";

/// The most addresses that a message names.
const MOST_NAMED: usize = 4;

/// The most figures that one address may explain at once.
const MOST: usize = 12;

impl Explainer<'_> {
    pub(super) fn list(&self) -> Vec<Named> {
        let mut figures = Vec::new();
        for index in 0..self.scores.assessments.len() {
            self.assessment_figures(index, &mut figures);
        }
        for index in 0..self.scores.cycles.len() {
            self.cycle_figures(index, &mut figures);
        }
        self.kpi_figures(&mut figures);
        self.service_level_figures(&mut figures);
        self.people_figures(&mut figures);
        figures
    }

    /// The KPIs that are measured and that no latest assessment has: those of nobody's rubric.
    fn kpi_figures(&self, figures: &mut Vec<Named>) {
        let of_assessments: BTreeSet<&str> = figures
            .iter()
            .filter(|named| named.is_current)
            .filter_map(|named| match named.parts.as_slice() {
                [_, list, id, _] if list == "kpis" => Some(id.as_str()),
                _ => None,
            })
            .collect();
        let own = self.workspace.kpis.iter().enumerate();
        let own: Vec<(usize, &str)> = own
            .map(|(index, kpi)| (index, kpi.id.as_str()))
            .filter(|(_, id)| !of_assessments.contains(id))
            .collect();
        let mut list = List {
            root: "kpis".to_owned(),
            is_current: true,
            figures,
        };
        for (index, id) in own {
            if !self.scores.series[index]
                .until(self.scores.as_of)
                .is_empty()
            {
                list.main(&[id], "value", Subject::Kpi(index));
            }
        }
    }

    fn service_level_figures(&self, figures: &mut Vec<Named>) {
        let mut list = List {
            root: "service_levels".to_owned(),
            is_current: true,
            figures,
        };
        for (index, own) in self.workspace.service_levels.iter().enumerate() {
            list.main(
                &[own.id.as_str()],
                "compliance",
                Subject::ServiceLevel(index, None),
            );
            let windows = &self.scores.service_levels[index].windows;
            for (window, score) in windows.iter().enumerate() {
                let name = match score.period {
                    Some(period) => period.to_string(),
                    None => score.days.last.to_string(),
                };
                let subject = Subject::ServiceLevel(index, Some(window));
                list.side(&[own.id.as_str(), &name], "compliance", subject);
            }
        }
    }

    fn people_figures(&self, figures: &mut Vec<Named>) {
        let people = &self.scores.people;
        let mut list = List {
            root: "people".to_owned(),
            is_current: true,
            figures,
        };
        for (index, score) in people.persons.iter().enumerate() {
            let id = self.workspace.people[index].id.as_str();
            let subject = |figure| Subject::Person(index, figure);
            list.main(&[id], "fit", subject(PersonFigure::Fit));
            list.side(&[id], "coverage", subject(PersonFigure::Coverage));
            for (position, own) in score.skills.iter().enumerate() {
                let middle = [id, "skills", own.skill.as_str()];
                list.main(&middle, "held", subject(PersonFigure::Held(position)));
                list.main(&middle, "gap", subject(PersonFigure::Gap(position)));
            }
        }
        list.root = "team".to_owned();
        for (index, own) in people.team.iter().enumerate() {
            let level = own.level.to_string();
            list.main(
                &[own.skill.as_str(), &level],
                "coverage",
                Subject::Team(index),
            );
        }
    }

    pub(super) fn assessment_figures(&self, index: usize, figures: &mut Vec<Named>) {
        use AssessmentFigure as Figure;
        let score = &self.scores.assessments[index];
        let rubric = &self.workspace.rubrics[score.rubric];
        let next = self.scores.assessments.get(index + 1);
        let mut list = List {
            root: format!("{}@{}", rubric.id, score.sheet.date),
            is_current: next.is_none_or(|next| next.rubric != score.rubric),
            figures,
        };
        let subject = |figure| Subject::Assessment(index, figure);
        self.scope_figures(index, None, &[], &mut list);
        list.side(&[], "outcome_score", subject(Figure::OutcomeScore));
        list.main(&[], "index", subject(Figure::Index));
        list.side(&[], "interval", subject(Figure::Interval));
        let percent = subject(Figure::PercentToTarget);
        list.main(&["target"], "percent_to_target", percent);
        if list.is_current {
            self.plan_figures(index, &mut list);
        }
        for (position, dimension) in rubric.dimensions.iter().enumerate() {
            let middle = ["dimensions", dimension.id.as_str()];
            let scope = Some(DimensionIndex(position));
            self.scope_figures(index, scope, &middle, &mut list);
        }
        for (position, criterion) in rubric.criteria.iter().enumerate() {
            let middle = ["criteria", criterion.id.as_str()];
            list.main(&middle, "value", subject(Figure::Value(position)));
            list.side(&middle, "rating", subject(Figure::Rating(position)));
            list.side(&middle, "state", subject(Figure::State(position)));
            list.side(&middle, "level", subject(Figure::CriterionLevel(position)));
            let coverage = subject(Figure::CriterionCoverage(position));
            list.side(&middle, "coverage", coverage);
        }
        for (position, question) in rubric.questions.iter().enumerate() {
            let middle = ["questions", question.key.as_str()];
            // A criterion that is its own question is meant by their common name.
            let is_main = question.key.contains('.');
            list.add(
                &middle,
                "value",
                subject(Figure::Question(position)),
                is_main,
            );
            let respondents = score.respondents.as_ref();
            if respondents.is_some_and(|all| all.on(QuestionIndex(position)).is_some()) {
                list.side(&middle, "spread", subject(Figure::Spread(position)));
                list.side(&middle, "weight", subject(Figure::Weight(position)));
            }
        }
        for (position, level) in score.kpis.iter().enumerate() {
            let middle = ["kpis", self.workspace.kpis[level.kpi].id.as_str()];
            list.main(&middle, "value", subject(Figure::KpiValue(position)));
            list.main(&middle, "level", subject(Figure::KpiLevel(position)));
            list.side(&middle, "stale", subject(Figure::KpiStale(position)));
        }
    }

    /// The figures of an assessment that the summary shows.
    pub(super) fn headline_figures(&self, index: usize) -> Vec<Named> {
        use AssessmentFigure as Figure;
        let score = &self.scores.assessments[index];
        let rubric = &self.workspace.rubrics[score.rubric];
        let mut figures = Vec::new();
        let mut list = List {
            root: format!("{}@{}", rubric.id, score.sheet.date),
            is_current: true,
            figures: &mut figures,
        };
        let (has_levels, has_kpis) = (!rubric.levels.is_empty(), !rubric.kpis.is_empty());
        let mut add = |middle: &[&str], name, figure, is_shown| {
            if is_shown {
                list.main(middle, name, Subject::Assessment(index, figure));
            }
        };
        let (practice, outcome) = (Figure::PracticeScore(None), Figure::OutcomeScore);
        add(&[], "level", Figure::Level(None), has_levels);
        add(&[], "index", Figure::Index, has_levels && has_kpis);
        add(&[], "practice_score", practice, true);
        add(&[], "outcome_score", outcome, has_levels && has_kpis);
        add(&[], "coverage", Figure::Coverage(None), has_levels);
        let percent = Figure::PercentToTarget;
        add(&["target"], "percent_to_target", percent, has_levels);
        figures
    }

    /// What the plan tells of the latest assessment.
    fn plan_figures(&self, index: usize, list: &mut List<'_>) {
        use AssessmentFigure as Figure;
        let score = &self.scores.assessments[index];
        let rubric = &self.workspace.rubrics[score.rubric];
        let subject = |figure| Subject::Assessment(index, figure);
        for own in self.blocking(index) {
            let position = own.criterion.0;
            let middle = ["plan", "blocking", rubric.criteria[position].id.as_str()];
            list.side(&middle, "gap", subject(Figure::Gap(position)));
            list.side(&middle, "priority", subject(Figure::Priority(position)));
        }
        let mut way = |middle: &[&str], scope: ScopeRef| {
            if score.scope(scope).next.is_some() {
                for (name, figure) in SupposedFigure::OF_WAY {
                    let figure = Figure::Supposed(Supposed::Way(scope), figure);
                    list.side(middle, name, subject(figure));
                }
            }
        };
        way(&["plan", "shortest_way"], None);
        for (position, dimension) in rubric.dimensions.iter().enumerate() {
            let middle = ["plan", "dimensions", dimension.id.as_str(), "shortest_way"];
            way(&middle, Some(DimensionIndex(position)));
        }
        for question in self.changeable(index) {
            let key = rubric.questions[question.0].key.as_str();
            for (name, figure) in SupposedFigure::OF_ANSWER {
                let figure = Figure::Supposed(Supposed::Answer(question), figure);
                list.side(&["plan", "single_answers", key], name, subject(figure));
            }
        }
    }

    /// The figures of the whole, or of a dimension.
    fn scope_figures(&self, index: usize, scope: ScopeRef, middle: &[&str], list: &mut List<'_>) {
        use AssessmentFigure as Figure;
        let subject = |figure| Subject::Assessment(index, figure);
        list.main(middle, "level", subject(Figure::Level(scope)));
        let progress = subject(Figure::NextLevelProgress(scope));
        list.side(middle, "next_level_progress", progress);
        list.main(
            middle,
            "practice_score",
            subject(Figure::PracticeScore(scope)),
        );
        list.side(
            middle,
            "practice_maximum",
            subject(Figure::PracticeMaximum(scope)),
        );
        list.side(middle, "coverage", subject(Figure::Coverage(scope)));
        let mut inside = middle.to_vec();
        inside.push("levels");
        for cell in &self.scores.assessments[index].scope(scope).cells {
            let achievement = subject(Figure::Achievement(scope, cell.number));
            list.side(&inside, &cell.number.to_string(), achievement);
        }
    }

    fn cycle_figures(&self, index: usize, figures: &mut Vec<Named>) {
        let cycle = &self.workspace.cycles[index];
        let has_begun = |days: crate::model::DateRange| days.first <= self.scores.as_of;
        let is_last = self.workspace.cycles[index + 1..]
            .iter()
            .all(|later| !has_begun(later.days));
        let mut list = List {
            root: cycle.id.clone(),
            is_current: has_begun(cycle.days) && is_last,
            figures,
        };
        for (name, figure) in CycleFigure::ALL {
            list.main(&[], name, Subject::Cycle(index, figure));
        }
        for (position, objective) in cycle.objectives.iter().enumerate() {
            let middle = ["objectives", objective.id.as_str()];
            for (name, figure) in ObjectiveFigure::ALL {
                let subject = Subject::Objective(index, position, figure);
                list.add(&middle, name, subject, figure != ObjectiveFigure::Coverage);
            }
            for (own, key_result) in objective.key_results.iter().enumerate() {
                let middle = ["key_results", key_result.id.as_str()];
                for (name, figure) in KeyResultFigure::ALL {
                    let subject = Subject::KeyResult(index, position, own, figure);
                    list.add(&middle, name, subject, figure.is_main());
                }
            }
        }
    }

    /// The figures that an address means.
    pub(super) fn find(&self, address: &str) -> Result<Vec<Named>, NotFound> {
        let asked: Vec<String> = address
            .split('/')
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect();
        let figures = self.figures();
        let mut found: Vec<&Named> = figures
            .iter()
            .filter(|named| !asked.is_empty() && ends_on_figure(&asked, named))
            .collect();
        if found.is_empty() {
            // The address stops at a thing: its main figures are meant, all of one that has none.
            found = figures
                .iter()
                .filter(|named| stops_at_thing(&asked, named))
                .collect();
            if found.iter().any(|named| named.is_main) {
                found.retain(|named| named.is_main);
            }
        }
        if found.is_empty() {
            return Err(NotFound::Unknown(nearest(&asked, figures)));
        }
        if found.iter().any(|named| named.is_current) && !has_date(&asked) {
            found.retain(|named| named.is_current);
        }
        // What stands nearest to the outside is meant: the level of the whole before that of a dimension.
        // A KPI stands as deep as one of an assessment: neither is meant by `value` alone.
        let is_kpi = |named: &Named| matches!(named.subject, Subject::Kpi(_));
        let depth = |named: &Named| named.parts.len() + usize::from(is_kpi(named));
        let outermost = found.iter().map(|named| depth(named)).min().unwrap_or(0);
        found.retain(|named| depth(named) == outermost);
        if found.len() > MOST {
            let mut names: Vec<String> = found.iter().map(|named| named.address()).collect();
            names.truncate(MOST_NAMED);
            names.push("…".to_owned());
            return Err(NotFound::Ambiguous(names));
        }
        Ok(found.into_iter().cloned().collect())
    }
}

fn has_date(asked: &[String]) -> bool {
    asked.first().is_some_and(|first| first.contains('@'))
}

/// Whether a part of a full address is what was asked for. Rubrics may go without their date, figures may be
/// written with hyphens.
fn is_same(asked: &str, part: &str) -> bool {
    asked == part
        || asked.replace('-', "_") == part
        // The screen has “Outcome” where the address has `outcome_score`.
        || part.strip_suffix(SCORE).is_some_and(|name| name == asked)
        || part.split_once('@').is_some_and(|(rubric, date)| {
            asked == rubric || asked.strip_prefix('@').is_some_and(|day| day == date)
        })
        || asked == "level_id" && part == "level"
}

/// Whether the asked parts stand in this order in an address.
fn stands_in(asked: &[String], parts: &[String]) -> bool {
    let mut rest = parts.iter();
    asked
        .iter()
        .all(|asked| rest.by_ref().any(|part| is_same(asked, part)))
}

fn ends_on_figure(asked: &[String], named: &Named) -> bool {
    let Some((last, before)) = asked.split_last() else {
        return false;
    };
    let thing = &named.parts[..named.parts.len() - 1];
    is_same(last, named.figure()) && stands_in(before, thing)
}

fn stops_at_thing(asked: &[String], named: &Named) -> bool {
    let thing = &named.parts[..named.parts.len() - 1];
    let ends_there = match (asked.last(), thing.last()) {
        (Some(asked), Some(part)) => is_same(asked, part),
        _ => false,
    };
    ends_there && stands_in(asked, thing)
}

/// The full addresses that come nearest to what was asked for: by all its parts, or else by the thing alone, or by the
/// last part where that is no name that a figure of any other thing has as well.
fn nearest(asked: &[String], figures: &[Named]) -> Vec<String> {
    let by_all = nearest_by(asked, figures);
    let Some((last, before @ [_, ..])) = asked.split_last().filter(|_| by_all.is_empty()) else {
        return by_all;
    };
    match figures.iter().any(|named| is_same(last, named.figure())) {
        true => nearest_by(before, figures),
        false => nearest_by(std::slice::from_ref(last), figures),
    }
}

/// Names of lists: hardly anybody who misspells the name of a thing means one.
const LISTS: [&str; 10] = [
    "criteria",
    "dimensions",
    "key_results",
    "kpis",
    "levels",
    "objectives",
    "people",
    "questions",
    "service_levels",
    "skills",
];

/// How far an address is from what was asked for, least of all first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Nearness {
    slips: usize,
    /// What few ask for stands behind what naming its thing alone asks for.
    is_aside: bool,
    length: usize,
    address: String,
}

fn nearest_by(asked: &[String], figures: &[Named]) -> Vec<String> {
    let mut near: Vec<Nearness> = Vec::new();
    for named in figures.iter().filter(|named| named.is_current) {
        for position in 0..named.parts.len() {
            let is_figure = position + 1 == named.parts.len();
            if !is_figure && !named.is_main {
                continue;
            }
            let Some(slips) = slips(asked, &named.parts[..=position]) else {
                continue;
            };
            // The name of a list alone is no thing: those in it are.
            let own = named.parts[..=position].join("/");
            let address = if own == asked.join("/") {
                named.parts[..named.parts.len() - 1].join("/")
            } else {
                own
            };
            if near.iter().all(|known| known.address != address) {
                near.push(Nearness {
                    slips,
                    is_aside: asked.len() > 1 && !named.is_main,
                    length: address.len(),
                    address,
                });
            }
        }
    }
    near.sort();
    let closest = near.first().map(|own| (own.slips, own.is_aside));
    near.retain(|own| Some((own.slips, own.is_aside)) == closest);
    near.truncate(MOST_NAMED);
    near.into_iter().map(|own| own.address).collect()
}

/// How many letters the asked parts are from parts of an address, in their order and ending where it ends; `None` where
/// one of them is too far from each.
fn slips(asked: &[String], parts: &[String]) -> Option<usize> {
    let (last, before) = asked.split_last()?;
    let (end, rest) = parts.split_last()?;
    let own = slips_between(last, end)?;
    if before.is_empty() {
        return Some(own);
    }
    let others = (1..=rest.len()).filter_map(|length| slips(before, &rest[..length]));
    Some(own + others.min()?)
}

fn slips_between(asked: &str, part: &str) -> Option<usize> {
    if is_same(asked, part) {
        return Some(0);
    }
    const WORD: usize = 4;
    // The first word of a name stands for it.
    let begins = |rest: &str| rest.starts_with('-') && asked.len() >= WORD;
    if part.strip_prefix(asked).is_some_and(begins) {
        return Some(1);
    }
    // One slip, and one more for every four letters.
    let furthest = match LISTS.contains(&part) {
        true => 1 + asked.chars().count() / 8,
        false => 1 + asked.chars().count() / 4,
    };
    let asked = asked.replace('-', "_");
    let part = part.replace('-', "_");
    let rubric = part.split_once('@').map(|(rubric, _)| rubric);
    let score = part.strip_suffix(SCORE);
    let names = [Some(part.as_str()), rubric, score].into_iter().flatten();
    let names = names.filter(|name| name.len().abs_diff(asked.len()) <= 4 * furthest);
    let distances = names.map(|name| strsim::damerau_levenshtein(&asked, name));
    distances.min().filter(|distance| *distance <= furthest)
}
