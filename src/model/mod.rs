//! What things are: checked types that cannot be wrong, without a word on how they are written.
//!
//! Read in this order: [`exact`] numbers, [`id`]s and [`text`]s; [`period`]s and [unit](mod@unit)s; then the
//! [`rubric`] (the yardstick), the [`assessment`] (one measuring), [`kpi`]s, [`okr`]s, [`people`], and the
//! [`workspace`] that holds them all. A [`place`] says where a thing is written, for those who must cite it.

pub mod assessment;
pub mod brand;
pub mod closing;
pub mod colour;
pub mod exact;
pub mod id;
pub mod kpi;
mod noun;
pub mod okr;
pub mod people;
pub mod period;
pub mod place;
pub mod rubric;
pub mod status;
pub mod text;
pub mod unit;
pub mod workspace;

pub use assessment::*;
pub use brand::*;
pub use closing::*;
pub use colour::{Colour, Paper};
pub use exact::Exact;
pub use id::{FormerId, Id};
pub use kpi::*;
pub use noun::is_same_noun;
pub(crate) use noun::{plain as plain_words, without_accent};
pub use okr::*;
pub use people::*;
pub use period::{DateRange, Length, Period, YearPart, end_of_quarter, parse_day};
pub use place::{FileIndex, Place};
pub use rubric::*;
pub use status::Status;
pub use text::{Language, Text};
pub use unit::{NotAValue, Unit, UnitKind, WorkingDay};
pub use workspace::*;
