//! Why a figure is what it is: formula, inputs with their places, the test that decided it.
//!
//! Nothing is computed here. The formula is the one that gave the figure ([`crate::score::trace`]), and the
//! tests are those that were asked: this module finds a figure by its [address](Explainer::explain) and puts
//! its trace into the reader's words.

mod address;
mod assessment;
mod context;
mod formula;
mod okr;
mod people;
mod plan;
mod question;
mod reading;
mod telling;

use std::cell::OnceCell;
use std::collections::HashSet;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::RawValue;

use super::figure::Number;
use crate::diagnostic::Sources;
use crate::locale::{Locale, Word};
use crate::model::{Exact, Place, Text, Unit, Workspace};
use crate::score::Scores;
use crate::score::assessment::AssessmentScore;
use crate::score::trace::{Formula, Name, Source, Term, Traced};

use address::Named;
pub use address::NotFound;
use context::{Context, Subject};
use formula::Style;
use telling::Telling;

/// Explanations as one document, schema `regua/explain/1`.
#[derive(Debug, Serialize)]
pub struct ExplainDocument {
    /// Name and version of this format.
    pub schema: &'static str,
    /// The day the figures hold for, as an ISO date.
    pub as_of: String,
    /// One explanation a figure.
    pub explanations: Vec<Explanation>,
}

/// Why one figure is what it is.
#[derive(Debug, Clone, Serialize)]
pub struct Explanation {
    /// The figure's full address.
    pub figure: String,
    /// What it is called.
    pub name: String,
    /// What it is a figure of.
    pub subject: String,
    /// The figure: a number, a word, or null where there is none.
    pub value: Box<RawValue>,
    /// The figure as a report shows it.
    pub shown: String,
    /// The number in full where rounding hides something, such as `85/27`.
    pub exact: Option<String>,
    /// What gave it; several for a figure with two ends.
    pub formulas: Vec<FormulaPart>,
    /// The rules that it follows, in words, each with the place where it is written.
    pub rules: Vec<RulePart>,
    /// What was asked, one after the other; the one that decided it is marked.
    pub tests: Vec<TestPart>,
    /// The numbers and answers that went in.
    pub inputs: Vec<InputPart>,
    /// For a level: what keeps the next one from being held.
    pub blocking: Vec<InputPart>,
    /// What else must be known to read it.
    pub notes: Vec<String>,
}

/// A formula.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FormulaPart {
    /// Which end of the figure it gives, where there are two.
    pub of: Option<String>,
    /// With names.
    pub names: String,
    /// With numbers.
    pub numbers: String,
    /// What it gives.
    pub result: String,
}

/// A rule.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RulePart {
    /// The rule in words.
    pub text: String,
    /// Where it is written, as `file:line`.
    pub place: Option<String>,
}

/// A question that a level or status turned on.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TestPart {
    /// What was asked, with its numbers.
    pub text: String,
    /// Whether it holds.
    pub holds: bool,
    /// Whether the figure follows from it.
    pub decides: bool,
    /// Where what it turned on is written, as `file:line`.
    pub place: Option<String>,
}

/// Something that went into a figure.
#[derive(Debug, Clone, Serialize)]
pub struct InputPart {
    /// What it is.
    pub name: String,
    /// Its value, null where there is none.
    pub value: Option<Number>,
    /// The value as a report shows it, or the answer in words.
    pub shown: String,
    /// What it weighs, where it is weighed.
    pub weight: Option<Number>,
    /// Where it is written, as `file:line`.
    pub place: Option<String>,
    /// The address of its own explanation, for one that is computed.
    pub figure: Option<String>,
}

/// A figure that can be asked for.
#[derive(Debug, Clone)]
pub struct OverviewRow {
    /// What it is called.
    pub name: String,
    /// The figure as a report shows it.
    pub shown: String,
    /// The shortest address that means it.
    pub address: String,
}

/// Explains the figures of one workspace in one language.
pub struct Explainer<'w> {
    workspace: &'w Workspace,
    scores: &'w Scores,
    sources: &'w Sources,
    locale: &'w Locale,
    /// Every figure by its address, listed when first asked for.
    figures: OnceCell<Vec<Named>>,
    /// The addresses of all, and of the figures of each assessment, once they were asked for.
    addresses: OnceCell<HashSet<String>>,
    of_assessments: Vec<OnceCell<HashSet<String>>>,
}

impl<'w> Explainer<'w> {
    /// An explainer of a workspace's figures, in the language of `locale`.
    #[must_use]
    pub fn new(
        workspace: &'w Workspace,
        scores: &'w Scores,
        sources: &'w Sources,
        locale: &'w Locale,
    ) -> Explainer<'w> {
        Explainer {
            workspace,
            scores,
            sources,
            locale,
            figures: OnceCell::new(),
            addresses: OnceCell::new(),
            of_assessments: vec![OnceCell::new(); scores.assessments.len()],
        }
    }

    /// Every figure, in the order of the machine-readable result.
    fn figures(&self) -> &[Named] {
        self.figures.get_or_init(|| self.list())
    }

    /// Whether there is a figure at a full address. For one of an assessment no others are listed.
    fn has(&self, address: &str) -> bool {
        let mut assessments = self.scores.assessments.iter();
        let own = assessments.position(|score| {
            let rubric = &self.workspace.rubrics[score.rubric];
            let rest = address.strip_prefix(rubric.id.as_str());
            let rest = rest.and_then(|rest| rest.strip_prefix('@'));
            let rest = rest.and_then(|rest| rest.strip_prefix(&score.sheet.date.to_string()));
            rest.is_some_and(|rest| rest.starts_with('/'))
        });
        let addresses = |figures: &[Named]| figures.iter().map(Named::address).collect();
        let listed = match own {
            Some(index) => self.of_assessments[index].get_or_init(|| {
                let mut figures = Vec::new();
                self.assessment_figures(index, &mut figures);
                addresses(&figures)
            }),
            None => self.addresses.get_or_init(|| addresses(self.figures())),
        };
        listed.contains(address)
    }

    /// The explanations that an address asks for: `index`, `process/level`, `2026-Q3/response-time`,
    /// `customer-service@2026-06-30/criteria/standard-processes/value`.
    ///
    /// # Errors
    /// When nothing is called so, or too many things are.
    pub fn explain(&self, address: &str) -> Result<Vec<Explanation>, NotFound> {
        let found = self.find(address)?;
        Ok(found.iter().map(|named| self.explanation(named)).collect())
    }

    /// The figures that a reader asks for first: those of the latest assessments and of the cycle that has
    /// begun last, under what they are figures of.
    #[must_use]
    pub fn overview(&self) -> Vec<(String, Vec<OverviewRow>)> {
        let mut groups: Vec<(String, Vec<OverviewRow>)> = Vec::new();
        let is_wanted = |named: &&Named| {
            let mut parts = named.parts.iter();
            named.is_current
                && named.is_main
                && !parts.any(|part| part == "criteria" || part == "questions")
        };
        for named in self.figures().iter().filter(is_wanted) {
            let explanation = self.explanation(named);
            let row = OverviewRow {
                name: explanation.name,
                shown: explanation.shown,
                address: self.short(&explanation.figure),
            };
            match groups.last_mut() {
                Some((subject, rows)) if *subject == explanation.subject => rows.push(row),
                _ => groups.push((explanation.subject, vec![row])),
            }
        }
        groups
    }

    /// The shortest address that means the same figure alone.
    #[must_use]
    pub fn short(&self, address: &str) -> String {
        let parts: Vec<&str> = address.split('/').collect();
        let last = parts.len().saturating_sub(1);
        let is_it = |candidate: &str| {
            self.find(candidate)
                .is_ok_and(|found| matches!(found.as_slice(), [only] if only.address() == address))
        };
        let dateless = parts[0].split('@').next().unwrap_or_default();
        let of_the_latest = [dateless].into_iter().chain(parts[1..].iter().copied());
        let of_the_latest = of_the_latest.collect::<Vec<_>>().join("/");
        (1..=last)
            .rev()
            .map(|from| parts[from..].join("/"))
            .chain([of_the_latest])
            // A number says little without what it counts.
            .find(|candidate| !starts_with_a_number(candidate) && is_it(candidate))
            .unwrap_or_else(|| address.to_owned())
    }

    /// The shortest address that means what this one does, which may stop at a thing and mean its main figures.
    #[must_use]
    pub fn shortest(&self, address: &str) -> String {
        let short = self.short(address);
        if short != address {
            return short;
        }
        let meant = |asked: &str| -> Vec<String> {
            let found = self.find(asked).unwrap_or_default();
            found.iter().map(address::Named::address).collect()
        };
        let all = meant(address);
        let parts: Vec<&str> = address.split('/').collect();
        let shorter = (1..parts.len()).rev().map(|from| parts[from..].join("/"));
        shorter
            .filter(|candidate| !starts_with_a_number(candidate))
            .find(|candidate| !all.is_empty() && meant(candidate) == all)
            .unwrap_or(short)
    }

    /// Every explanation, in the order of the machine-readable result.
    #[must_use]
    pub fn all(&self) -> Vec<Explanation> {
        self.figures()
            .iter()
            .map(|named| self.explanation(named))
            .collect()
    }

    /// The explanations of what the summary of an assessment shows.
    pub(super) fn headline(&self, score: &AssessmentScore) -> impl Iterator<Item = Explanation> {
        let is_it = |own: &AssessmentScore| {
            (own.rubric, own.sheet.date) == (score.rubric, score.sheet.date)
        };
        let index = self.scores.assessments.iter().position(is_it);
        let figures = index.map(|index| self.headline_figures(index));
        let figures = figures.into_iter().flatten();
        figures.map(|named| self.explanation(&named))
    }

    fn explanation(&self, named: &Named) -> Explanation {
        match named.subject {
            Subject::Assessment(index, figure) => self.of_assessment(named, index, figure),
            Subject::Cycle(index, figure) => self.of_cycle(named, index, figure),
            Subject::Objective(index, objective, figure) => {
                self.of_objective(named, index, objective, figure)
            }
            Subject::KeyResult(index, objective, key_result, figure) => {
                self.of_key_result(named, (index, objective, key_result), figure)
            }
            Subject::Person(index, figure) => self.of_person(named, index, figure),
            Subject::Team(index) => self.of_team(named, index),
            Subject::ServiceLevel(index, window) => self.of_service_level(named, index, window),
            Subject::Kpi(index) => self.of_kpi(named, index),
        }
    }

    fn say(&self, key: &str) -> String {
        self.locale.say(key, &[])
    }

    fn text(&self, text: &Text) -> String {
        text.in_language(self.locale.language()).to_owned()
    }

    fn cite(&self, place: Place) -> String {
        let cited = self.sources.cite(place);
        match cited.strip_prefix("regua:") {
            Some(shipped) => format!("<regua>/{shipped}"),
            None => cited,
        }
    }

    /// An explanation with nothing in it yet but its names.
    fn blank(&self, named: &Named, subject: String) -> Explanation {
        let figure = named.parts.last().map_or("", String::as_str);
        let key = if named
            .parts
            .iter()
            .rev()
            .nth(1)
            .is_some_and(|part| part == "levels")
        {
            "achievement"
        } else {
            figure
        };
        let key = format!("explain-figure-{}", key.replace('_', "-"));
        Explanation {
            figure: named.address(),
            name: self.say(&key),
            subject,
            value: raw("null"),
            shown: crate::locale::NO_VALUE.to_owned(),
            exact: None,
            formulas: Vec::new(),
            rules: Vec::new(),
            tests: Vec::new(),
            inputs: Vec::new(),
            blocking: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Puts a traced figure into an explanation: value, formula, inputs.
    fn fill(&self, into: &mut Explanation, context: Context, traced: &Traced, shown: Shown<'_>) {
        self.fill_value(into, traced, shown);
        self.add_formula(into, context, None, traced, shown);
        self.add_inputs(into, context, traced.formula());
    }

    fn fill_value(&self, into: &mut Explanation, traced: &Traced, shown: Shown<'_>) {
        if let Some(value) = traced.value() {
            into.value = number(value);
            into.shown = self.shown(value, shown);
            into.exact = exact_form(value);
        }
    }

    /// Adds what a formula is made of: each term once.
    fn add_inputs(&self, into: &mut Explanation, context: Context, formula: &Formula) {
        Telling::new(self, context, into).made_of(None, formula);
    }

    fn add_formula(
        &self,
        into: &mut Explanation,
        context: Context,
        of: Option<String>,
        traced: &Traced,
        shown: Shown<'_>,
    ) {
        self.write_formula(into, context, of, traced.formula(), shown);
    }

    /// Writes a formula out, unless there is nothing in it to be computed.
    fn write_formula(
        &self,
        into: &mut Explanation,
        context: Context,
        of: Option<String>,
        formula: &Formula,
        shown: Shown<'_>,
    ) {
        if matches!(formula, Formula::Term(_)) || formula.terms().is_empty() {
            return;
        }
        into.formulas.push(FormulaPart {
            of,
            names: Style::Names(self, &context).write(formula),
            numbers: Style::Numbers(self).write(formula),
            result: match formula.value() {
                Some(value) => self.result(&value, shown),
                None => crate::locale::NO_VALUE.to_owned(),
            },
        });
    }

    /// What a formula gives: with more digits than a report shows, so that its parts can be checked.
    fn result(&self, value: &Exact, shown: Shown<'_>) -> String {
        let digits = self.locale.number_short(value, formula::PLACES);
        match shown {
            Shown::Share => {
                let percent = self.shown(value, shown);
                format!("{digits} = {percent}")
            }
            Shown::Score | Shown::Level | Shown::Quantity(_) | Shown::Plain => digits,
        }
    }

    /// A term as something that goes into the figure at the address `into`.
    fn input(
        &self,
        context: Context,
        into: &str,
        weight: Option<&Exact>,
        term: &Term,
    ) -> InputPart {
        let detail = self.detail(context, term.name);
        let stands = self.is_as_it_stands(context, term);
        let leads_on = |address: &String| stands && address != into && self.has(address);
        let shown = match &term.value {
            Some(value) => self.shown(value, detail.shown),
            None => crate::locale::NO_VALUE.to_owned(),
        };
        InputPart {
            name: self.long_name(context, term.name),
            value: term.value.as_ref().map(Number::from),
            shown: match detail.said.filter(|_| stands) {
                Some(said) => format!("{said} ({shown})"),
                None => shown,
            },
            weight: weight.map(Number::from),
            place: match term.source {
                Source::Written(place) => Some(self.cite(place)),
                Source::Computed | Source::Fixed => detail.place.map(|place| self.cite(place)),
            },
            figure: match term.source {
                Source::Written(_) => None,
                Source::Computed | Source::Fixed => detail.figure.filter(leads_on),
            },
        }
    }

    fn shown(&self, value: &Exact, shown: Shown<'_>) -> String {
        match shown {
            Shown::Score => self.locale.number(value, 2),
            Shown::Level => self.locale.level(value, 2),
            Shown::Share => {
                let percent = value * &Exact::from(100u32);
                format!("{}%", self.locale.number_short(&percent, 1))
            }
            Shown::Plain => self.locale.number_short(value, formula::PLACES),
            Shown::Quantity(unit) => self.locale.quantity(value, unit),
        }
    }

    /// A name as short as a formula wants it.
    fn name(&self, context: &Context, name: Name) -> String {
        match *context {
            Context::Assessment(index) => self.assessment_name(index, name, true),
            Context::Cycle(cycle, objective, key_result) => {
                self.cycle_name(cycle, objective, key_result, name, true)
            }
            Context::Person(_) | Context::Team(_) | Context::ServiceLevel => {
                self.person_term(*context, name)
            }
            Context::Kpi => self.reading_name(name, true),
        }
    }

    /// A name as a list of inputs wants it.
    fn long_name(&self, context: Context, name: Name) -> String {
        match context {
            Context::Assessment(index) => self.assessment_name(index, name, false),
            Context::Cycle(cycle, objective, key_result) => {
                self.cycle_name(cycle, objective, key_result, name, false)
            }
            Context::Person(_) | Context::Team(_) | Context::ServiceLevel => {
                self.person_term(context, name)
            }
            Context::Kpi => self.reading_name(name, false),
        }
    }

    /// Whether a term has the value that its address explains: with other answers it has another.
    fn is_as_it_stands(&self, context: Context, term: &Term) -> bool {
        match context {
            Context::Assessment(index) => self.stands_in_assessment(index, term),
            Context::Cycle(..)
            | Context::Person(_)
            | Context::Team(_)
            | Context::ServiceLevel
            | Context::Kpi => true,
        }
    }

    fn detail(&self, context: Context, name: Name) -> Detail<'_> {
        match context {
            Context::Assessment(index) => self.assessment_detail(index, name),
            Context::Cycle(cycle, objective, key_result) => {
                self.cycle_detail(cycle, objective, key_result, name)
            }
            Context::Person(_) | Context::Team(_) | Context::ServiceLevel => {
                self.person_detail(context, name)
            }
            Context::Kpi => self.kpi_detail(name),
        }
    }

    fn named(&self, key: &str, words: &[(&str, Word)]) -> String {
        self.locale.say(&format!("explain-name-{key}"), words)
    }
}

/// How a number is shown.
#[derive(Debug, Clone, Copy)]
enum Shown<'u> {
    /// On a scale of levels: two decimals.
    Score,
    /// A level in fractions: what falls short of the next one is not rounded up to it.
    Level,
    /// As a percentage.
    Share,
    /// With its unit.
    Quantity(&'u Unit),
    /// As it is.
    Plain,
}

/// What an input's line says beside its number.
struct Detail<'u> {
    shown: Shown<'u>,
    /// The answer in words.
    said: Option<String>,
    /// Where the thing is written that a computed number belongs to.
    place: Option<Place>,
    /// The address of the number's own explanation.
    figure: Option<String>,
}

impl Detail<'_> {
    fn plain() -> Detail<'static> {
        Detail {
            shown: Shown::Plain,
            said: None,
            place: None,
            figure: None,
        }
    }
}

fn raw(json: &str) -> Box<RawValue> {
    RawValue::from_string(json.to_owned()).expect("made from digits or by serde_json")
}

fn number(value: &Exact) -> Box<RawValue> {
    raw(&value.rounded_short(super::figure::PLACES))
}

fn word(text: &str) -> Box<RawValue> {
    raw(&serde_json::to_string(text).expect("a text is JSON"))
}

/// A fraction whose decimals do not end, in full.
fn exact_form(value: &Exact) -> Option<String> {
    let text = value.to_string();
    (text.contains('/') && text.len() < 20).then_some(text)
}

impl std::fmt::Debug for Explainer<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Explainer").finish_non_exhaustive()
    }
}

/// Whether the first part of an address is a number, such as that of a level.
fn starts_with_a_number(address: &str) -> bool {
    let first = address.split('/').next().unwrap_or_default();
    first.parse::<u32>().is_ok()
}
