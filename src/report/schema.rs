//! What the report model is, as JSON Schema: the documentation of those who write templates, and of programs that
//! read `regua report --format json`.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use super::document::Report;
use super::score::ScoreDocument;

/// [`report`] as JSON. The program holds what a test makes of the code: made at run time it would be as much code as all
/// that reads files.
pub const REPORT: &str = include_str!("schema/report.json");

/// [`score`] as JSON.
pub const SCORE: &str = include_str!("schema/score.json");

/// The schema of the report model (JSON Schema 2020-12). A key that the model has is always there; its value is `null`
/// where there is none.
#[must_use]
pub fn report() -> Schema {
    titled::<Report>("regua/report/1")
}

/// The schema of `score --format json`, which says the same of its keys.
#[must_use]
pub fn score() -> Schema {
    titled::<ScoreDocument>("regua/score/1")
}

fn titled<T: JsonSchema>(title: &str) -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), title.into());
    schema
}
