//! An exact number on its way out: rounded for programs, in full for templates.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use crate::model::Exact;

/// A number of the machine-readable result: a JSON number, rounded half up to at most six places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number(pub Exact);

/// The decimals that the machine-readable result keeps.
pub const PLACES: usize = 6;

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Digits go out as digits: a double would bend the long ones.
        let digits = self.0.rounded_short(PLACES);
        let raw = RawValue::from_string(digits).map_err(serde::ser::Error::custom)?;
        raw.serialize(serializer)
    }
}

impl JsonSchema for Number {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "number"})
    }
}

impl From<&Exact> for Number {
    fn from(exact: &Exact) -> Number {
        Number(exact.clone())
    }
}

/// A figure on its way out, where there is one.
pub(super) fn number(exact: Option<&Exact>) -> Option<Number> {
    exact.map(Number::from)
}

/// A figure of the report model: the number in full, as a decimal such as `3.42` or a fraction such as
/// `2/3`. A template's filter rounds it, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure(pub Exact);

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl JsonSchema for Figure {
    fn inline_schema() -> bool {
        false
    }

    fn schema_name() -> Cow<'static, str> {
        "Figure".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A number in full: a decimal such as `3.42`, or a fraction such as `2/3` where no decimal is exact. The filters `number`, `percent`, `signed` and `quantity` round it, once.",
            "pattern": "^-?[0-9]+(\\.[0-9]+|/[0-9]+)?$"
        })
    }
}

impl From<&Exact> for Figure {
    fn from(exact: &Exact) -> Figure {
        Figure(exact.clone())
    }
}

impl From<Exact> for Figure {
    fn from(exact: Exact) -> Figure {
        Figure(exact)
    }
}
