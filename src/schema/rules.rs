//! Keys that go together, as conditions.

use serde_json::{Value, json};

use super::Writer;
use crate::read::shape::{Rule, When};

impl Writer<'_> {
    /// Adds what a rule says.
    pub(super) fn rule(&mut self, rule: &'static Rule, into: &mut Vec<Value>) {
        match rule {
            Rule::OnlyOne(names) => {
                for (position, name) in names.iter().enumerate() {
                    let others: Vec<&str> = names[position + 1..].to_vec();
                    if !others.is_empty() {
                        into.push(conditional(&[has(name)], self.without(&others)));
                    }
                }
            }
            Rule::Narrow { when, key, takes } => {
                let property = super::or_nothing(self.takes(takes));
                let then = json!({"properties": {*key: property}});
                into.push(conditional(&conditions(when), then));
            }
            Rule::Where {
                when,
                needs,
                any_of,
                without,
            } => {
                let mut then: Vec<Value> = needs.iter().map(|name| has(name)).collect();
                if !any_of.is_empty() {
                    let any: Vec<Value> = any_of.iter().map(|name| has(name)).collect();
                    then.push(json!({"anyOf": any}));
                }
                if !without.is_empty() {
                    then.push(self.without(without));
                }
                for then in then {
                    into.push(conditional(&conditions(when), then));
                }
            }
        }
    }

    /// None of these keys is there.
    fn without(&self, names: &[&str]) -> Value {
        let message = self.locale.say_of_format("takes-nothing-here");
        let nothing = json!({"type": "null", "errorMessage": message});
        let each = names
            .iter()
            .map(|name| ((*name).to_owned(), nothing.clone()));
        json!({"properties": each.collect::<super::Object>()})
    }
}

/// `then`, where all of the conditions hold.
pub(super) fn conditional(conditions: &[Value], then: Value) -> Value {
    match conditions {
        [] => then,
        [one] => json!({"if": one, "then": then}),
        several => json!({"if": {"allOf": several}, "then": then}),
    }
}

fn conditions(when: &[When]) -> Vec<Value> {
    let condition = |when: &When| match when {
        When::Has(name) => has(name),
        When::HasAny(names) => {
            let any: Vec<Value> = names.iter().map(|name| has(name)).collect();
            json!({"anyOf": any})
        }
        When::Lacks(name) => json!({"properties": {*name: {"type": "null"}}}),
        When::Is(name, words) => {
            json!({"required": [name], "properties": {*name: {"enum": words}}})
        }
    };
    when.iter().map(condition).collect()
}

/// A key is there, with something behind it.
pub(super) fn has(name: &str) -> Value {
    json!({"required": [name], "properties": {name: {"not": {"type": "null"}}}})
}
