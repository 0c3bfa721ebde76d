//! Overlays: the shapes of a rubric with parts by id, of which only what changes is written.

use serde_json::{Value, json};

use super::{Object, Writer, described, object, or_nothing, scalar};
use crate::read::shape::{self, Mapping, Need, Noun, Takes};

impl Writer<'_> {
    /// What an overlay may hold: the name of its rubric, and what changes of it.
    pub(super) fn overlay(&mut self) -> Object {
        let mut schema = self.patch(&shape::RUBRIC, "rubric");
        for key in shape::OVERLAY.keys {
            let property = self.property(&shape::OVERLAY, key);
            if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
                properties.insert(key.name.to_owned(), property.into());
            }
        }
        let about = self.about(&shape::OVERLAY);
        schema.insert("description".to_owned(), about.into());
        schema.insert("required".to_owned(), json!(["overlay"]));
        schema
    }

    /// The keys of a mapping as an overlay changes them. What identifies a part is its key in the mapping above.
    fn patch(&mut self, shape: &'static Mapping, above: &str) -> Object {
        let mut properties = Object::new();
        for key in shape.keys.iter().filter(|key| key.name != "id") {
            let description = self.locale.field(shape.name, key.name);
            let mut property = self.change(&key.takes, above);
            if key.need == Need::Optional {
                property = or_nothing(property);
            }
            let property = described(property, description);
            properties.insert(key.name.to_owned(), property.into());
        }
        object(json!({
            "type": "object",
            "description": self.about(shape),
            "properties": properties,
            "additionalProperties": false,
        }))
    }

    fn change(&mut self, takes: &'static Takes, above: &str) -> Object {
        match takes {
            Takes::List(Takes::Map(shape)) | Takes::Some(Takes::Map(shape))
                if shape.key("id").is_some() =>
            {
                let by_id = self.by_id(shape);
                if above == "rubric" {
                    return by_id;
                }
                // A new part may list its parts as a rubric does.
                let list = self.takes(takes);
                object(json!({"anyOf": [by_id, list]}))
            }
            Takes::By(Noun::New, Takes::Map(shape)) => self.by_id(shape),
            Takes::By(Noun::Level, item) => {
                let (item, edge) = (self.takes(item), self.reference(&shape::EDGE));
                let mut edges = self.by(Noun::Level, &Takes::Text);
                edges.insert(
                    "additionalProperties".to_owned(),
                    json!({"anyOf": [item, edge]}),
                );
                edges
            }
            Takes::Map(shape) => object(self.patch_reference(shape)),
            other => self.takes(other),
        }
    }

    fn by_id(&mut self, shape: &'static Mapping) -> Object {
        let part = self.patch_reference(shape);
        object(json!({
            "type": "object",
            "propertyNames": {"pattern": scalar::id(scalar::ID)},
            "additionalProperties": part,
        }))
    }

    fn patch_reference(&mut self, shape: &'static Mapping) -> Value {
        let name = format!("change-{}", shape.name);
        if !self.definitions.contains_key(&name) {
            self.definitions.insert(name.clone(), Value::Null);
            let mut schema = self.patch(shape, shape.name);
            let is_part = shape.key("id").is_some() || shape.name == shape::SCALE.name;
            if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut)
                && is_part
            {
                let describe = |key| self.locale.field("overlay", key);
                properties.insert(
                    "hide".to_owned(),
                    json!({"type": "boolean", "description": describe("hide")}),
                );
                if shape.name == shape::DIMENSION.name {
                    let mut parent = or_nothing(scalar::schema(&Takes::Id, self.locale));
                    parent.insert("description".to_owned(), describe("parent").into());
                    properties.insert("parent".to_owned(), parent.into());
                }
            }
            if is_part {
                let hides = json!({"required": ["hide"], "properties": {"hide": {"enum": [true]}}});
                let alone = super::rules::conditional(&[hides], json!({"maxProperties": 1}));
                schema.insert("allOf".to_owned(), json!([alone]));
            }
            self.definitions.insert(name.clone(), schema.into());
        }
        json!({"$ref": format!("#/definitions/{name}")})
    }
}
