//! Assessments.

use super::{Mapping, Noun, Rule, Takes, When, any_of, filled, optional, required, without, words};
use crate::model::RatedBy;

/// A file of `assessments/`.
pub static ASSESSMENT: Mapping = Mapping {
    name: "assessment",
    keys: &[
        required("regua", Takes::Version),
        required("rubric", Takes::Name(Noun::RubricVersion)),
        required("date", Takes::Date),
        optional("scope", Takes::Text),
        optional("respondent", Takes::Text),
        optional("consensus", Takes::Flag),
        optional("person", Takes::Name(Noun::Person)),
        optional("by", Takes::Word(|| words(&RatedBy::NAMES))),
        optional("level", Takes::Whole(0, 100)),
        optional("answers", Takes::Answers),
    ],
    // Only a person is put at a level outright.
    rules: &[without(&[When::Lacks("person")], &["level"])],
};

/// An answer with more to it than a choice or a value.
pub static ANSWER: Mapping = Mapping {
    name: "answer",
    keys: &[
        filled("choice", Takes::Text),
        filled("value", Takes::Text),
        filled("not_applicable", Takes::Text),
        optional("note", Takes::Text),
        optional("evidence", Takes::List(&EVIDENCES)),
    ],
    rules: &[
        any_of(&["choice", "value", "not_applicable"]),
        Rule::OnlyOne(&["choice", "value", "not_applicable"]),
    ],
};

static EVIDENCES: Takes = Takes::Either(&[Takes::Text, Takes::Map(&EVIDENCE)]);

/// What an answer rests on.
pub static EVIDENCE: Mapping = Mapping {
    name: "evidence",
    keys: &[
        optional("title", Takes::Text),
        optional("href", Takes::Text),
        optional("date", Takes::Date),
    ],
    rules: &[any_of(&["title", "href"])],
};
