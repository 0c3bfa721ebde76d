//! What the report model is, as JSON Schema: the documentation of those who write templates, and of programs that
//! read `regua report --format json`.

use schemars::Schema;
use schemars::generate::SchemaSettings;

use super::document::Report;

/// The schema of the report model (JSON Schema 2020-12). A key that the model has is always there; its value is `null`
/// where there is none.
#[must_use]
pub fn report() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Report>();
    schema.insert("title".to_owned(), "regua/report/1".into());
    schema
}
