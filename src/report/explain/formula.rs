//! A formula as a reader meets it: once in names, once in numbers.

use super::Explainer;
use super::context::Context;
use crate::model::Exact;
use crate::score::trace::{Formula, Term, Weighted};

/// The decimals of numbers inside a formula.
pub(super) const PLACES: usize = 4;
/// The most terms of a mean that are written out.
const MOST_TERMS: usize = 6;

/// How tightly a part binds: what binds less than its surroundings stands in brackets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Sum,
    Product,
    Whole,
}

/// One of the two ways of writing a formula.
pub(super) enum Style<'e> {
    /// Names in place of numbers.
    Names(&'e Explainer<'e>, &'e Context),
    /// The numbers.
    Numbers(&'e Explainer<'e>),
}

impl Style<'_> {
    /// The formula in this style.
    pub(super) fn write(&self, formula: &Formula) -> String {
        self.part(formula).0
    }

    fn explainer(&self) -> &Explainer<'_> {
        match self {
            Style::Names(explainer, _) | Style::Numbers(explainer) => explainer,
        }
    }

    fn term(&self, term: &Term) -> String {
        match self {
            Style::Names(explainer, context) => explainer.name(context, term.name),
            Style::Numbers(explainer) => match &term.value {
                Some(value) => explainer.locale.number_short(value, PLACES),
                None => crate::locale::NO_VALUE.to_owned(),
            },
        }
    }

    fn number(&self, number: &Exact) -> String {
        self.explainer().locale.number_short(number, PLACES)
    }

    fn part(&self, formula: &Formula) -> (String, Binding) {
        match formula {
            Formula::Term(term) => {
                let is_negative = term.value.as_ref().is_some_and(Exact::is_negative);
                let binding = match self {
                    Style::Numbers(_) if is_negative => Binding::Sum,
                    _ => Binding::Whole,
                };
                (self.term(term), binding)
            }
            Formula::Sum(parts) => self.joined(parts, " + ", Binding::Sum),
            Formula::Product(parts) => self.joined(parts, " × ", Binding::Product),
            Formula::Difference(parts) => {
                let first = self.part(&parts[0]).0;
                // What is taken away is bracketed when it is itself a sum.
                let second = self.bracketed(&parts[1], Binding::Product);
                (format!("{first} − {second}"), Binding::Sum)
            }
            Formula::Quotient(parts) => {
                let first = self.bracketed(&parts[0], Binding::Product);
                let second = self.bracketed(&parts[1], Binding::Whole);
                (format!("{first} ÷ {second}"), Binding::Product)
            }
            Formula::Mean(parts) => (self.mean(parts), Binding::Product),
            Formula::WeightedSum(parts) => (self.weighted_sum(parts), Binding::Sum),
            Formula::Lowest(parts) => self.called("explain-lowest", parts),
            Formula::Highest(parts) => self.called("explain-highest", parts),
            Formula::Median(parts) => self.called("explain-median", parts),
            Formula::Within(part, low, high) => {
                let (lowest, highest) = (
                    self.explainer().say("explain-lowest"),
                    self.explainer().say("explain-highest"),
                );
                let (low, high) = (self.number(low), self.number(high));
                let inner = self.part(part).0;
                let text = format!("{lowest}({highest}({inner}; {low}); {high})");
                (text, Binding::Whole)
            }
            Formula::Rounded(part, places) => {
                let name = self.explainer().say("explain-rounded");
                let text = format!("{name}({}; {places})", self.part(part).0);
                (text, Binding::Whole)
            }
        }
    }

    fn bracketed(&self, formula: &Formula, least: Binding) -> String {
        let (text, binding) = self.part(formula);
        if binding < least {
            format!("({text})")
        } else {
            text
        }
    }

    fn joined(&self, parts: &[Formula], sign: &str, binding: Binding) -> (String, Binding) {
        let written: Vec<String> = parts
            .iter()
            .map(|part| self.bracketed(part, binding))
            .collect();
        match written.len() {
            0 => (self.number(&Exact::ZERO), Binding::Whole),
            1 => (written.concat(), Binding::Whole),
            _ => (written.join(sign), binding),
        }
    }

    fn called(&self, key: &str, parts: &[Formula]) -> (String, Binding) {
        let name = self.explainer().say(key);
        let parts: Vec<String> = parts.iter().map(|part| self.part(part).0).collect();
        // A list in a language that writes a decimal comma needs another sign between its items.
        (format!("{name}({})", parts.join("; ")), Binding::Whole)
    }

    /// Σ weight × value ÷ Σ weight: written out when it is short, by its two sums when it is not.
    fn mean(&self, parts: &[Weighted]) -> String {
        let weights: Exact = parts.iter().map(|part| &part.weight).sum();
        match self {
            Style::Names(explainer, _) => explainer.say("explain-mean"),
            Style::Numbers(_) if is_even(parts) && parts.len() <= MOST_TERMS => {
                let values: Vec<String> = parts.iter().map(|part| self.term(&part.term)).collect();
                match values.as_slice() {
                    [only] => only.clone(),
                    _ => format!("({}) ÷ {}", values.join(" + "), parts.len()),
                }
            }
            Style::Numbers(_) if parts.len() <= MOST_TERMS => {
                let sum = self.weighted_sum(parts);
                format!("({sum}) ÷ {}", self.number(&weights))
            }
            Style::Numbers(_) => {
                let sum: Exact = parts
                    .iter()
                    .filter_map(|part| Some(&part.weight * part.term.value.as_ref()?))
                    .sum();
                format!("{} ÷ {}", self.number(&sum), self.number(&weights))
            }
        }
    }

    fn weighted_sum(&self, parts: &[Weighted]) -> String {
        if let Style::Names(explainer, _) = self {
            return explainer.say("explain-weighted-sum");
        }
        let parts: Vec<String> = parts
            .iter()
            .map(|part| {
                let value = self.term(&part.term);
                if part.weight == Exact::ONE {
                    value
                } else {
                    format!("{} × {value}", self.number(&part.weight))
                }
            })
            .collect();
        parts.join(" + ")
    }
}

fn is_even(parts: &[Weighted]) -> bool {
    parts.iter().all(|part| part.weight == Exact::ONE)
}
