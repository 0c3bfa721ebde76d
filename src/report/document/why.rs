//! Why a headline figure is what it is: its explanation, as templates see it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::explain::{Explainer, Explanation, FormulaPart, InputPart, RulePart, TestPart};
use crate::report::figure::Figure;
use crate::score::assessment::AssessmentScore;

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
    /// What went in, as far as it is written somewhere: the first ones.
    pub inputs: Vec<WhyInputPart>,
    /// How many more went in.
    pub more_inputs: usize,
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
}

/// The most inputs and formulas that a page shows; `regua explain` shows all.
const MOST: usize = 3;

impl From<InputPart> for WhyInputPart {
    fn from(input: InputPart) -> WhyInputPart {
        WhyInputPart {
            name: input.name,
            shown: input.shown,
            weight: input.weight.map(|weight| Figure(weight.0)),
            place: input.place,
        }
    }
}

impl From<Explanation> for WhyPart {
    fn from(mut own: Explanation) -> WhyPart {
        own.inputs.retain(|input| input.place.is_some());
        own.formulas.truncate(MOST);
        let more_inputs = own.inputs.len().saturating_sub(MOST);
        let part = |inputs: Vec<InputPart>| inputs.into_iter().take(MOST).map(Into::into).collect();
        WhyPart {
            figure: own.figure,
            name: own.name,
            shown: own.shown,
            exact: own.exact,
            formulas: own.formulas,
            rules: own.rules,
            tests: own.tests,
            inputs: part(own.inputs),
            more_inputs,
            blocking: part(own.blocking),
            notes: own.notes,
        }
    }
}

/// The explanations of what the summary of an assessment shows; those without a value are left out.
pub(super) fn whys(explainer: &Explainer<'_>, score: &AssessmentScore) -> Vec<WhyPart> {
    explainer
        .headline(score)
        .filter(|own| own.value.get() != "null")
        .map(WhyPart::from)
        .collect()
}
