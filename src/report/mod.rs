//! Numbers to what to say: plain serialisable data, without layout.
//!
//! [`score`] is the machine-readable result, rounded to six places. [`document`] is the report model that
//! templates see, in the report's language, its figures still exact. Both read the same [`Scores`]; no
//! figure is computed here.
//!
//! [`Scores`]: crate::score::Scores

pub mod document;
pub mod explain;
pub mod figure;
pub mod score;

pub use figure::{Figure, Number};
