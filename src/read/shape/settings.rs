//! `regua.yaml`.

use super::{Mapping, Noun, Takes, filled, optional, required, words};
use crate::model::{Combination, Frequency};
use crate::read::settings::LANGUAGES;

/// `regua.yaml`.
pub static SETTINGS: Mapping = Mapping {
    name: "workspace",
    keys: &[
        required("regua", Takes::Version),
        required("organisation", Takes::Text),
        optional("language", Takes::Word(|| words(&LANGUAGES))),
        optional("fiscal_year_start", Takes::Whole(1, 12)),
        optional("rubrics", Takes::List(&Takes::Name(Noun::AnyRubric))),
        optional("targets", Takes::By(Noun::Rubric, &Takes::Map(&TARGET))),
        optional(
            "check_in_frequency",
            Takes::Word(|| words(&Frequency::NAMES)),
        ),
        optional("working_day", Takes::DayLength),
        optional("respondents", Takes::Word(|| words(&Combination::NAMES))),
        optional("workspaces", Takes::By(Noun::New, &Takes::Text)),
        optional("report", Takes::Map(&BRAND)),
    ],
    rules: &[],
};

/// What is aimed at by a rubric.
pub static TARGET: Mapping = Mapping {
    name: "target",
    keys: &[
        optional("level", Takes::Name(Noun::Level)),
        optional("by", Takes::Period),
        optional(
            "dimensions",
            Takes::By(Noun::Dimension, &Takes::Name(Noun::Level)),
        ),
    ],
    rules: &[],
};

/// Whose report it is.
pub static BRAND: Mapping = Mapping {
    name: "report",
    keys: &[
        optional("client", Takes::Texts),
        optional("prepared_by", Takes::Texts),
        optional("confidentiality", Takes::Texts),
        optional("logo", Takes::Text),
        optional("colours", Takes::Map(&COLOURS)),
    ],
    rules: &[],
};

/// The colours of a report.
pub static COLOURS: Mapping = Mapping {
    name: "colours",
    keys: &[
        filled("accent", Takes::Colour),
        filled("accent_dark", Takes::Colour),
    ],
    rules: &[],
};
