//! Numbers to what to say: plain serialisable data, without layout.
//!
//! [`score`] is the machine-readable result ([`respondents`], [`plan`], [`people`] and
//! [`service_level`] are parts of it), rounded to six places, and
//! [`compare`] that of a comparison, [`changes`] that of one with an earlier commit, [`tree`] what serves what. [`note`] is
//! such a comparison in words. [`explain`] says why a figure is what it is. [`document`] is the report
//! model that templates see, in the report's language, its figures still exact. [`people_words`] is what the
//! terminal and the report both say of persons, [`step_words`] what the terminal and a note say of what moved. [`questionnaire`] is a rubric to print. All but that read the same [`Scores`]; no
//! figure is computed here.
//!
//! [`Scores`]: crate::score::Scores

pub mod action_plan;
pub mod badge;
pub mod changes;
pub mod compare;
pub mod document;
pub mod explain;
pub mod figure;
pub mod kept;
pub mod names;
pub mod note;
pub mod people;
pub mod people_words;
pub mod plan;
pub mod questionnaire;
pub mod respondents;
pub mod schema;
pub mod score;
pub mod service_level;
pub mod step_words;
pub mod suggest;
pub mod tree;

pub use figure::{Figure, Number};
