//! What depends on the rubrics of a workspace: answers by question, targets by dimension.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::ids::{Ids, dimensions_of};
use super::rules::{conditional, has};
use super::scalar::{self, one_of};
use super::{Object, Writer, described, object, or_nothing};
use crate::model::{Question, Rubric, Scale, ScaleKind};
use crate::read::shape::{self, Takes};

impl Writer<'_> {
    /// Answers by whatever rubric.
    pub(super) fn answers(&mut self) -> Object {
        let answer = self.answer();
        object(json!({
            "type": "object",
            "propertyNames": {"pattern": scalar::id(&format!(r"{0}(\.{0})?", scalar::ID))},
            "additionalProperties": answer,
        }))
    }

    fn answer(&mut self) -> Value {
        let detailed = self.reference(&shape::ANSWER);
        json!({"anyOf": [
            {
                "not": {"type": ["object", "array"]},
                "allOf": [{"not": {"enum": ["not_applicable"]}}],
            },
            detailed,
        ]})
    }

    /// What each rubric in use asks for in an assessment.
    pub(super) fn of_rubrics(&mut self, rules: &mut Vec<Value>) {
        let Some(ids) = self.ids else {
            return;
        };
        for rubric in &ids.workspace.rubrics {
            let named = |pattern: String| {
                let rubric = json!({"type": "string", "pattern": pattern});
                json!({"required": ["rubric"], "properties": {"rubric": rubric}})
            };
            let version = rubric.version.replace('.', r"\.");
            let present = named(format!("^{}(@{version})?$", rubric.id));
            let answers = self.answers_by(rubric, ids);
            let answers = json!({"properties": {"answers": answers}});
            rules.push(conditional(&[present], answers));
            let any = named(format!("^{}(@.*)?$", rubric.id));
            let person = match rubric.skill {
                Some(_) if ids.is_growing => has("person"),
                Some(_) => {
                    let numbers = levels_of(rubric);
                    let level = or_nothing(one_of(numbers.iter().map(String::as_str)));
                    json!({"allOf": [has("person"), {"properties": {"level": level}}]})
                }
                None => json!({"properties": {"person": {"type": "null"}}}),
            };
            rules.push(conditional(&[any], person));
        }
    }

    fn answers_by(&mut self, rubric: &Rubric, ids: &Ids<'_>) -> Object {
        let mut properties = Object::new();
        for question in &rubric.questions {
            let answer = object(self.answer_on(rubric, question, ids));
            let text = question.text.in_language(self.locale.language());
            let text = match text.is_empty() {
                true => {
                    let criterion = &rubric.criteria[question.criterion.0];
                    criterion.title.in_language(self.locale.language())
                }
                false => text,
            };
            let answer = described(answer, text);
            for key in keys_of(rubric, question) {
                properties.insert(key, answer.clone().into());
            }
        }
        // What an overlay hides may have been answered before, and a newer rubric may ask for more.
        let is_open = ids.is_growing || !rubric.overlays.is_empty();
        let others = match is_open {
            true => self.answer(),
            false => false.into(),
        };
        object(json!({
            "type": ["object", "null"],
            "properties": properties,
            "additionalProperties": others,
        }))
    }

    /// An answer on a scale of a rubric.
    fn answer_on(&mut self, rubric: &Rubric, question: &Question, ids: &Ids<'_>) -> Value {
        let scale = &rubric.scales[question.scale];
        let name = format!("answer-{}-{}", rubric.id, scale.id);
        if !self.definitions.contains_key(&name) {
            let given = self.given(scale);
            let detailed = self.reference(&shape::ANSWER);
            let narrowed = json!({"properties": {"choice": given, "value": given}});
            let mut answers = vec![
                Value::from(or_nothing(given)),
                json!({"type": "object", "allOf": [detailed, narrowed]}),
            ];
            if ids.is_growing {
                answers.push(self.answer());
            }
            self.definitions
                .insert(name.clone(), json!({"anyOf": answers}));
        }
        json!({"$ref": format!("#/definitions/{name}")})
    }

    /// A choice or a value on a scale, or that it is not known.
    fn given(&self, scale: &Scale) -> Object {
        if let ScaleKind::Choices(choices) = &scale.kind {
            let present = choices.iter().map(|choice| choice.id.as_str());
            let former = choices.iter().flat_map(|choice| &choice.renamed_from);
            let former = former.map(|former| former.id.as_str());
            return one_of(present.chain(["unknown"]).chain(former));
        }
        let mut value = scalar::schema(&Takes::Quantity, self.locale);
        if let Some(pattern) = value.get("pattern").and_then(Value::as_str) {
            let pattern = format!("^unknown$|{pattern}");
            value.insert("pattern".to_owned(), pattern.into());
        }
        for (bound, number) in [("minimum", &scale.low), ("maximum", &scale.high)] {
            if let Ok(number) = serde_json::from_str::<Value>(&number.to_string()) {
                value.insert(bound.to_owned(), number);
            }
        }
        value
    }

    /// What a role asks for in each skill that a rubric in use rates: one of its levels.
    pub(super) fn skills(&mut self, ids: &Ids<'_>, level: &'static Takes) -> Object {
        let mut numbers: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for rubric in &ids.workspace.rubrics {
            if let Some(skill) = &rubric.skill {
                for name in [skill, &rubric.id] {
                    let known = numbers.entry(name.to_string()).or_default();
                    known.extend(levels_of(rubric));
                }
            }
        }
        let levels = |numbers: &Vec<String>| one_of(numbers.iter().map(String::as_str));
        let skills: Object = numbers
            .iter()
            .map(|(skill, numbers)| (skill.clone(), levels(numbers).into()))
            .collect();
        let others = match ids.is_growing {
            true => self.takes(level).into(),
            false => Value::from(false),
        };
        object(json!({
            "type": "object",
            "properties": skills,
            "additionalProperties": others,
        }))
    }

    /// What is aimed at by each rubric in use.
    pub(super) fn targets(&mut self, ids: &Ids<'_>) -> Object {
        let mut properties = Object::new();
        for rubric in &ids.workspace.rubrics {
            let numbers = levels_of(rubric);
            let level = one_of(numbers.iter().map(String::as_str));
            let dimensions = dimensions_of(rubric).into_iter();
            let dimensions: Object = dimensions
                .map(|id| (id, Value::from(level.clone())))
                .collect();
            let target = self.reference(&shape::TARGET);
            let narrowed = json!({"properties": {
                "level": or_nothing(level),
                "dimensions": {
                    "type": ["object", "null"],
                    "properties": dimensions,
                    "additionalProperties": false,
                },
            }});
            let target = json!({"allOf": [target, narrowed]});
            properties.insert(rubric.id.to_string(), target);
        }
        let others = match ids.is_growing {
            true => self.reference(&shape::TARGET),
            false => false.into(),
        };
        object(json!({
            "type": "object",
            "properties": properties,
            "additionalProperties": others,
        }))
    }
}

/// The numbers of a rubric's levels.
fn levels_of(rubric: &Rubric) -> Vec<String> {
    let levels = rubric.levels.iter();
    levels.map(|level| level.number.to_string()).collect()
}

/// The keys that an answer to a question may stand under, the usual one first: with present and former ids.
fn keys_of(rubric: &Rubric, question: &Question) -> Vec<String> {
    let criterion = &rubric.criteria[question.criterion.0];
    let mut criteria = vec![criterion.id.to_string()];
    criteria.extend(criterion.renamed_from.iter().map(|own| own.id.to_string()));
    let mut keys = vec![question.key.clone(), question.full_key.clone()];
    let mut own: Vec<String> = question.id().map(str::to_owned).into_iter().collect();
    own.extend(question.renamed_from.iter().map(|own| own.id.to_string()));
    let has_short = question.key == criterion.id.as_str();
    for criterion in &criteria {
        if has_short {
            keys.push(criterion.clone());
        }
        keys.extend(own.iter().map(|own| format!("{criterion}.{own}")));
    }
    keys
}
