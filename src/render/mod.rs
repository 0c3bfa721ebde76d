//! What to say to text: diagnostics for the terminal, the report model through templates.
//!
//! `templates` is the environment that templates run in, `markdown` what becomes of people's texts
//! there, `markup` of our own, `chart` the geometry of the drawings; [`report`] puts a report's files together,
//! [`foreign`] renders with templates that the program did not bring, [`template_problem`] says what is wrong in one;
//! [`problems`] gives diagnostics to other programs, [`code_page`] is the page of each kind of them;
//! [`questionnaire`] writes a rubric as Markdown, [`note`] a comparison, [`plan`] a cycle as YAML, [`closing`] what it was closed with, [`beginning`] the files
//! that a workspace begins with.

pub mod badge;
pub mod beginning;
mod chart;
pub mod closing;
pub mod code_page;
pub mod diagnostics;
mod excerpt;
pub mod foreign;
mod markdown;
mod markup;
pub mod note;
pub mod plan;
pub mod problems;
pub mod questionnaire;
pub mod report;
pub mod template_problem;
pub mod templates;

pub(crate) use markdown::cell as markdown_cell;
