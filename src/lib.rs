//! Maturity assessments, KPIs and OKRs as plain text.
//!
//! Read the modules in this order: [`model`] says what things are; [`diagnostic`] what can be wrong and
//! where; [`read`] turns texts into the model.

pub mod diagnostic;
pub mod model;
pub mod read;
pub mod score;
