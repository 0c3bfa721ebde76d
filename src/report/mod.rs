//! Numbers to what to say: plain serialisable data, without layout.
//!
//! [`score`] is the machine-readable result, rounded to six places, and [`compare`] that of a comparison.
//! [`document`] is the report model that
//! templates see, in the report's language, its figures still exact. All read the same [`Scores`]; no
//! figure is computed here.
//!
//! [`Scores`]: crate::score::Scores

pub mod compare;
pub mod document;
pub mod explain;
pub mod figure;
pub mod score;

pub use figure::{Figure, Number};
