//! Maturity assessments, KPIs and OKRs as plain text.
//!
//! Read the modules in this order: [`model`] says what things are; [`diagnostic`] what can be wrong and
//! where; [`read`] turns texts into the model, [`import`] foreign ones into rows; [`score`] turns the model into numbers; [`check`] notes
//! what is doubtful; [`locale`] has the
//! words of both languages; [`report`] decides what to say; [`render`] turns that into text; [`schema`] says what files may hold; [`workspace`]
//! touches the disk; [`cli`] is the terminal.

pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod import;
pub mod locale;
pub mod model;
pub mod read;
pub mod render;
pub mod report;
pub mod schema;
pub mod score;
pub mod workspace;
