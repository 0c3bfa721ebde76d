//! What a figure is made of: the terms of its formula, each with the place where it is written or the address
//! that explains it. A term that has neither is told on the spot, by its own formula.

use super::context::Context;
use super::{Explainer, Explanation, InputPart};
use crate::model::Exact;
use crate::score::trace::{Fill, Formula, Name, Source, Term};

/// An explanation that is being told what its figure is made of.
pub(super) struct Telling<'t> {
    explainer: &'t Explainer<'t>,
    context: Context,
    into: &'t mut Explanation,
    /// What has been told already.
    told: Vec<Name>,
}

impl<'t> Telling<'t> {
    pub(super) fn new(
        explainer: &'t Explainer<'t>,
        context: Context,
        into: &'t mut Explanation,
    ) -> Telling<'t> {
        Telling {
            explainer,
            context,
            into,
            told: Vec::new(),
        }
    }

    /// Leaves out what the explanation has told by itself.
    pub(super) fn without(mut self, told: impl Iterator<Item = Name>) -> Telling<'t> {
        self.told.extend(told);
        self
    }

    /// Tells each term of a formula once; `of` is what the formula gives, where that is not the figure itself.
    pub(super) fn made_of(&mut self, of: Option<&str>, formula: &Formula) {
        for (weight, term) in formula.terms() {
            if !self.told.contains(&term.name) && !is_obvious(term) {
                self.told.push(term.name);
                let is_alone = matches!(formula, Formula::Term(_));
                self.term(of, weight, term, is_alone);
            }
        }
    }

    fn term(&mut self, of: Option<&str>, weight: Option<&Exact>, term: &Term, is_alone: bool) {
        let (context, figure) = (self.context, &self.into.figure);
        let input = self.explainer.input(context, figure, weight, term);
        let leads_on = input.place.is_some() || input.figure.is_some();
        let inner = term.formula.as_ref();
        let inner = inner.filter(|_| input.figure.is_none() && !is_plain(term));
        // A number by itself is the figure, and what is told on the spot needs no second line.
        let is_listed = input.figure.is_some() && self.lists(&input);
        if !is_listed && (leads_on || !is_alone && inner.is_none()) {
            self.into.inputs.push(input);
        }
        if let Some(formula) = inner {
            let own = self.explainer.name(&context, term.name);
            let of = match of {
                _ if is_alone => of.map(str::to_owned),
                Some(of) => Some(format!("{of} · {own}")),
                None => Some(own),
            };
            self.formula(of, term.name, formula);
        }
    }

    /// Whether the same figure is listed, for it stands in several formulas.
    fn lists(&self, input: &InputPart) -> bool {
        let is_same = |known: &InputPart| known.figure == input.figure && known.name == input.name;
        self.into.inputs.iter().any(is_same)
    }

    /// Writes out the formula of a term, and tells what that is made of.
    pub(super) fn formula(&mut self, of: Option<String>, name: Name, formula: &Formula) {
        let shown = self.explainer.detail(self.context, name).shown;
        self.explainer
            .write_formula(self.into, self.context, of.clone(), formula, shown);
        self.made_of(of.as_deref(), formula);
    }
}

/// Numbers that explain themselves.
fn is_obvious(term: &Term) -> bool {
    matches!(
        term.name,
        Name::One | Name::Zero | Name::Hundred | Name::LevelNumber(_) | Name::Planned(None)
    )
}

/// Whether a term needs no formula of its own: it is written, or all of it, or nothing, is assumed.
fn is_plain(term: &Term) -> bool {
    let is_end = |value: &Exact| value.is_zero() || *value == Exact::ONE;
    match (term.source, term.name) {
        (Source::Written(_), _) => true,
        (_, Name::Criterion(_, Fill::Worst | Fill::Best | Fill::Achieved)) => {
            term.value.as_ref().is_some_and(is_end)
        }
        _ => false,
    }
}
