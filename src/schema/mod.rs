//! What files may hold, for others than the reader: as JSON Schema for editors, and as pages for people.
//!
//! Both are made of the shapes that the reader takes keys by ([`crate::read::shape`]), with sentences of the locale.
//! Draft 7 is what editors understand; `null` is allowed wherever a key with nothing behind it says what a key that is
//! not there does.

mod answers;
mod changes;
mod ids;
mod pages;
mod rules;
mod scalar;

use serde_json::{Map, Value, json};

pub use ids::Ids;
pub use pages::page;

use crate::locale::Locale;
use crate::read::shape::{self, Key, Mapping, Need, Noun, Takes};

/// A kind of file that people write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `regua.yaml`
    Workspace,
    /// A rubric or an overlay.
    Rubric,
    /// An assessment.
    Assessment,
    /// KPIs and readings.
    Kpis,
    /// The plan of a cycle.
    Plan,
    /// The check-ins of a cycle.
    CheckIns,
    /// What a cycle was closed with.
    Closing,
    /// People and roles.
    People,
}

impl Kind {
    /// Every kind, in the order in which one meets them.
    pub const ALL: [Kind; 8] = [
        Kind::Workspace,
        Kind::Rubric,
        Kind::Assessment,
        Kind::Kpis,
        Kind::Plan,
        Kind::CheckIns,
        Kind::Closing,
        Kind::People,
    ];

    /// Its name on the command line and in the names of files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Workspace => "workspace",
            Kind::Rubric => "rubric",
            Kind::Assessment => "assessment",
            Kind::Kpis => "kpis",
            Kind::Plan => "plan",
            Kind::CheckIns => "check-ins",
            Kind::Closing => "closing",
            Kind::People => "people",
        }
    }

    /// The kind of a file of a workspace, by its path below the folder.
    #[must_use]
    pub fn of_path(path: &str) -> Option<Kind> {
        let (folder, rest) = path.split_once('/').unwrap_or(("", path));
        let is_yaml = rest.ends_with(".yaml") || rest.ends_with(".yml");
        let name = rest.rsplit('/').next().unwrap_or_default();
        match folder {
            _ if !is_yaml => None,
            "" if rest == "regua.yaml" => Some(Kind::Workspace),
            "rubrics" => Some(Kind::Rubric),
            "assessments" => Some(Kind::Assessment),
            "kpis" => Some(Kind::Kpis),
            "people" => Some(Kind::People),
            "okrs" => match name {
                "plan.yaml" => Some(Kind::Plan),
                "check-ins.yaml" => Some(Kind::CheckIns),
                "closing.yaml" => Some(Kind::Closing),
                _ => None,
            },
            _ => None,
        }
    }

    /// What the file is made of: what it is itself, or what the items of its list are.
    fn shape(self) -> &'static Mapping {
        match self {
            Kind::Workspace => &shape::SETTINGS,
            Kind::Rubric => &shape::RUBRIC,
            Kind::Assessment => &shape::ASSESSMENT,
            Kind::Kpis => &shape::KPIS,
            Kind::Plan => &shape::PLAN,
            Kind::CheckIns => &shape::CHECK_IN,
            Kind::Closing => &shape::CLOSING,
            Kind::People => &shape::PEOPLE,
        }
    }
}

/// The schema of a kind of file in the language of the locale; with the ids of a workspace where these are given.
#[must_use]
pub fn of(kind: Kind, locale: &Locale, ids: Option<&Ids<'_>>) -> Value {
    let mut writer = Writer {
        kind,
        locale,
        ids,
        definitions: Map::new(),
    };
    let mut schema = writer.root();
    let title = locale.say_of_format(&format!("kind-{}", kind.as_str()));
    schema.insert("$schema".to_owned(), DRAFT.into());
    schema.insert("title".to_owned(), title.into());
    if !writer.definitions.is_empty() {
        schema.insert("definitions".to_owned(), writer.definitions.into());
    }
    Value::Object(schema)
}

/// The schema of a machine-readable result, whose descriptions are the code's own, in the language of the locale.
#[must_use]
pub fn of_result(mut schema: Value, locale: &Locale) -> Value {
    translate(&mut schema, locale);
    schema
}

fn translate(value: &mut Value, locale: &Locale) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match value {
                    Value::String(text) if key == "description" => *text = locale.of_code(text),
                    _ => translate(value, locale),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| translate(item, locale)),
        _ => {}
    }
}

const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

type Object = Map<String, Value>;

struct Writer<'w> {
    kind: Kind,
    locale: &'w Locale,
    ids: Option<&'w Ids<'w>>,
    /// Mappings by name, so that what is used twice is written once.
    definitions: Object,
}

impl Writer<'_> {
    fn root(&mut self) -> Object {
        let shape = self.kind.shape();
        match self.kind {
            Kind::CheckIns => {
                let item = self.reference(shape);
                object(json!({"type": ["array", "null"], "items": item}))
            }
            Kind::Rubric => {
                let (rubric, overlay) = (self.reference(shape), self.reference(&shape::OVERLAY));
                object(json!({
                    "if": {"required": ["overlay"], "not": {"required": ["id"]}},
                    "then": overlay,
                    "else": rubric,
                }))
            }
            _ => self.mapping(shape),
        }
    }

    /// A mapping by its definition, which is written when it is first asked for.
    fn reference(&mut self, shape: &'static Mapping) -> Value {
        if !self.definitions.contains_key(shape.name) {
            // A dimension may hold dimensions: the name is taken before what it stands for is written.
            self.definitions.insert(shape.name.to_owned(), Value::Null);
            let definition = match shape.name == shape::OVERLAY.name {
                true => self.overlay(),
                false => self.mapping(shape),
            };
            self.definitions
                .insert(shape.name.to_owned(), definition.into());
        }
        json!({"$ref": format!("#/definitions/{}", shape.name)})
    }

    fn mapping(&mut self, shape: &'static Mapping) -> Object {
        let mut properties = Map::new();
        for key in shape.keys {
            let property = self.property(shape, key);
            properties.insert(key.name.to_owned(), property.into());
        }
        let required: Vec<&str> = shape
            .keys
            .iter()
            .filter(|key| key.need == Need::Required)
            .map(|key| key.name)
            .collect();
        let mut schema = object(json!({
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
        }));
        // Of a mapping that stands in place of a scalar, editors would show this and hide what the key means.
        if ![
            &shape::ANSWER,
            &shape::EVIDENCE,
            &shape::BASELINE,
            &shape::DUE,
            &shape::QUANTIFIER,
        ]
        .iter()
        .any(|beside| beside.name == shape.name)
        {
            schema.insert("description".to_owned(), self.about(shape).into());
        }
        if !required.is_empty() {
            schema.insert("required".to_owned(), required.into());
        }
        let mut rules: Vec<Value> = Vec::new();
        for rule in shape.rules {
            self.rule(rule, &mut rules);
        }
        match shape.name {
            "assessment" => self.of_rubrics(&mut rules),
            "check-in" => self.of_key_results(&mut rules),
            _ => {}
        }
        if !rules.is_empty() {
            schema.insert("allOf".to_owned(), rules.into());
        }
        schema
    }

    fn about(&self, shape: &Mapping) -> String {
        self.locale.say_of_format(&format!("shape-{}", shape.name))
    }

    fn property(&mut self, shape: &Mapping, key: &'static Key) -> Object {
        let mut property = self.takes(&key.takes);
        if key.need == Need::Optional {
            property = or_nothing(property);
        }
        described(property, self.locale.field(shape.name, key.name))
    }

    fn takes(&mut self, takes: &'static Takes) -> Object {
        match takes {
            Takes::List(item) => self.list(item, json!({})),
            Takes::Some(item) => self.list(item, json!({"minItems": 1})),
            Takes::Pair(item) => self.list(item, json!({"minItems": 2, "maxItems": 2})),
            Takes::Map(shape) => object(self.reference(shape)),
            Takes::By(noun, item) => self.by(*noun, item),
            Takes::Answers => self.answers(),
            Takes::Either(several) => {
                let several: Vec<Value> = several
                    .iter()
                    .map(|takes| self.takes(takes).into())
                    .collect();
                object(json!({"anyOf": several}))
            }
            Takes::Name(noun) => self.name(*noun),
            scalar => scalar::schema(scalar, self.locale),
        }
    }

    fn list(&mut self, item: &'static Takes, bounds: Value) -> Object {
        let mut list = object(bounds);
        list.insert("type".to_owned(), "array".into());
        list.insert("items".to_owned(), self.takes(item).into());
        list
    }

    /// A mapping from names to things.
    fn by(&mut self, noun: Noun, item: &'static Takes) -> Object {
        if let (Noun::Rubric, Some(ids)) = (noun, self.ids) {
            return self.targets(ids);
        }
        if let (Noun::Skill, Some(ids)) = (noun, self.ids) {
            return self.skills(ids, item);
        }
        // A score lies in one band or another; a KPI may have none.
        let is_bands_of_scores = noun == Noun::Level && matches!(item, Takes::Fraction);
        let item = self.takes(item);
        let names = match noun {
            Noun::Level => json!({"pattern": "^(100|[1-9]?[0-9])$"}),
            _ => json!({"pattern": format!("^({})$", scalar::ID)}),
        };
        let mut by = object(json!({
            "type": "object",
            "propertyNames": names,
            "additionalProperties": item,
        }));
        if is_bands_of_scores {
            by.insert("minProperties".to_owned(), 1.into());
        }
        by
    }
}

/// The same, or nothing.
fn or_nothing(mut schema: Object) -> Object {
    if schema.is_empty() {
        return schema;
    }
    if let Some(types) = schema
        .get_mut("not")
        .and_then(|not| not["type"].as_array_mut())
    {
        types.retain(|name| name != "null");
        return schema;
    }
    if let Some(words) = schema.get_mut("enum").and_then(Value::as_array_mut) {
        words.push(Value::Null);
        return schema;
    }
    match schema.get_mut("type") {
        Some(Value::Array(types)) => types.push("null".into()),
        Some(Value::String(one)) => {
            let both = json!([one, "null"]);
            schema.insert("type".to_owned(), both);
        }
        _ => match schema.get_mut("anyOf").and_then(Value::as_array_mut) {
            Some(several) => several.push(json!({"type": "null"})),
            None => return object(json!({"anyOf": [schema, {"type": "null"}]})),
        },
    }
    schema
}

/// The same with a description. Beside a reference it would not be looked at.
fn described(mut schema: Object, description: impl Into<Value>) -> Object {
    if schema.contains_key("$ref") {
        schema = object(json!({"allOf": [schema]}));
    }
    schema.insert("description".to_owned(), description.into());
    schema
}

fn object(value: Value) -> Object {
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}
