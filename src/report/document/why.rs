//! Why a headline figure is what it is: its explanation, as templates see it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::explain::{Explainer, Explanation, FormulaPart, InputPart, RulePart, TestPart};
use crate::report::figure::Figure;

/// The explanation of one figure.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WhyPart {
    /// Its address, as `regua explain` takes it.
    pub figure: String,
    /// What it is called.
    pub name: String,
    /// The figure as the report shows it.
    pub shown: String,
    /// The number in full where rounding hides something.
    pub exact: Option<String>,
    /// The formulas that gave it.
    pub formulas: Vec<FormulaPart>,
    /// The rules that it follows.
    pub rules: Vec<RulePart>,
    /// The tests that decided it.
    pub tests: Vec<TestPart>,
    /// What went in.
    pub inputs: Vec<WhyInputPart>,
    /// What keeps the next level from being held.
    pub blocking: Vec<WhyInputPart>,
    /// What else must be known to read it.
    pub notes: Vec<String>,
}

/// Something that went into a figure.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WhyInputPart {
    /// What it is.
    pub name: String,
    /// Its value, or the answer in words.
    pub shown: String,
    /// What it weighs, where it is weighed.
    pub weight: Option<Figure>,
    /// Where it is written, as `file:line`.
    pub place: Option<String>,
    /// The address of its own explanation, for one that is computed.
    pub figure: Option<String>,
}

impl WhyInputPart {
    fn new(explainer: &Explainer<'_>, input: InputPart) -> WhyInputPart {
        WhyInputPart {
            name: input.name,
            shown: input.shown,
            weight: input.weight.map(|weight| Figure(weight.0)),
            place: input.place,
            figure: input.figure.map(|figure| explainer.short(&figure)),
        }
    }
}

impl WhyPart {
    fn new(explainer: &Explainer<'_>, own: Explanation) -> WhyPart {
        let part = |input| WhyInputPart::new(explainer, input);
        let parts = |inputs: Vec<InputPart>| inputs.into_iter().map(part).collect();
        WhyPart {
            figure: own.figure,
            name: own.name,
            shown: own.shown,
            exact: own.exact,
            formulas: own.formulas,
            rules: own.rules,
            tests: own.tests,
            inputs: parts(own.inputs),
            blocking: parts(own.blocking),
            notes: own.notes,
        }
    }
}

/// The explanations of some figures of a thing, by its address; those without a value are left out.
pub(super) fn whys(explainer: &Explainer<'_>, thing: &str, figures: &[&str]) -> Vec<WhyPart> {
    figures
        .iter()
        .filter_map(|figure| explainer.at(&format!("{thing}/{figure}")))
        .filter(|own| own.value.get() != "null")
        .map(|own| WhyPart::new(explainer, own))
        .collect()
}

/// The explanation of one figure by its address, with a value or without.
pub(super) fn why(explainer: &Explainer<'_>, address: &str) -> Option<WhyPart> {
    Some(WhyPart::new(explainer, explainer.at(address)?))
}
