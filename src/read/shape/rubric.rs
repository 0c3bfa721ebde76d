//! Rubrics, and what overlays say of them.

use super::kpi::KPI;
use super::{
    FORMER, Mapping, Noun, Takes, When, filled, needs, optional, required, without, words,
};
use crate::read::rubric::{EVIDENCE, POLARITIES};
use crate::read::rules::{
    AGGREGATES, METHODS, NOT_APPLICABLE, QUANTIFIERS, RATINGS, SCOPES, UNANSWERED,
};

/// A rubric.
pub static RUBRIC: Mapping = Mapping {
    name: "rubric",
    keys: &[
        required("regua", Takes::Version),
        required("id", Takes::Id),
        optional("version", Takes::Text),
        optional("title", Takes::Texts),
        optional("source", Takes::Map(&SOURCE)),
        optional("skill", Takes::Id),
        optional(
            "floor",
            Takes::Either(&[Takes::Word(|| vec!["none"]), LEVELS]),
        ),
        optional("levels", Takes::List(&Takes::Map(&LEVEL))),
        optional("dimensions", Takes::List(&Takes::Map(&DIMENSION))),
        optional("scales", Takes::By(Noun::New, &Takes::Map(&SCALE))),
        optional("criteria", Takes::List(&Takes::Map(&CRITERION))),
        optional("kpis", Takes::List(&Takes::Map(&KPI))),
        optional("rules", Takes::Map(&RULES)),
    ],
    rules: &[],
};

/// A file that changes a rubric, `rubrics/<id>.overlay.yaml`.
pub static OVERLAY: Mapping = Mapping {
    name: "overlay",
    keys: &[
        filled("regua", Takes::Version),
        required("overlay", Takes::Name(Noun::AnyRubric)),
    ],
    rules: &[],
};

/// What stands at the head of a shipped catalogue; workspaces have none.
pub static CATALOGUE: Mapping = Mapping {
    name: "catalogue",
    keys: &[
        required("regua", Takes::Version),
        required("catalogue", Takes::Text),
        optional("version", Takes::Text),
        optional("title", Takes::Texts),
        optional("source", Takes::Map(&SOURCE)),
        optional("kpis", Takes::List(&Takes::Map(&KPI))),
        optional("objectives", Takes::List(&Takes::Map(&super::OBJECTIVE))),
    ],
    rules: &[],
};

/// The numbers that levels may have.
const LEVELS: Takes = Takes::Whole(0, 100);

/// Where something comes from.
pub static SOURCE: Mapping = Mapping {
    name: "source",
    keys: &[
        optional("framework", Takes::Texts),
        optional("section", Takes::Texts),
        optional("notice", Takes::Texts),
    ],
    rules: &[],
};

/// A level.
pub static LEVEL: Mapping = Mapping {
    name: "level",
    keys: &[
        required("id", Takes::Id),
        required("number", LEVELS),
        optional("title", Takes::Texts),
        optional("summary", Takes::Texts),
        optional("renamed_from", Takes::Either(&FORMER)),
    ],
    rules: &[],
};

/// A dimension.
pub static DIMENSION: Mapping = Mapping {
    name: "dimension",
    keys: &[
        required("id", Takes::Id),
        optional("title", Takes::Texts),
        optional("weight", Takes::Amount),
        optional("aggregate", Takes::Word(|| words(&AGGREGATES))),
        optional("dimensions", Takes::List(&Takes::Map(&DIMENSION))),
        optional("renamed_from", Takes::Either(&FORMER)),
    ],
    rules: &[],
};

/// A scale.
pub static SCALE: Mapping = Mapping {
    name: "scale",
    keys: &[
        optional("choices", Takes::List(&Takes::Map(&CHOICE))),
        optional("min", Takes::Number),
        optional("max", Takes::Number),
        optional("unit", Takes::Text),
    ],
    rules: &[
        needs(&[When::Lacks("choices")], &["min", "max"]),
        without(&[When::Has("choices")], &["unit"]),
    ],
};

/// A choice.
pub static CHOICE: Mapping = Mapping {
    name: "choice",
    keys: &[
        required("id", Takes::Id),
        optional("title", Takes::Texts),
        required("value", Takes::Fraction),
        optional("renamed_from", Takes::Either(&FORMER)),
    ],
    rules: &[],
};

/// A criterion.
pub static CRITERION: Mapping = Mapping {
    name: "criterion",
    keys: &[
        required("id", Takes::Id),
        optional("title", Takes::Texts),
        optional("description", Takes::Texts),
        optional("level", LEVELS),
        required("dimension", Takes::Name(Noun::Dimension)),
        optional("weight", Takes::Amount),
        optional("polarity", Takes::Word(|| words(&POLARITIES))),
        optional("supports", Takes::Name(Noun::AnyRubricPart)),
        optional("questions", Takes::Some(&Takes::Map(&QUESTION))),
        optional("text", Takes::Texts),
        optional("guidance", Takes::Texts),
        optional("scale", Takes::Name(Noun::Scale)),
        optional("evidence", Takes::Word(|| words(&EVIDENCE))),
        optional("valid_for", Takes::Length),
        optional("kpi", Takes::Name(Noun::Kpi)),
        optional("conflicts_with", Takes::List(&Takes::Name(Noun::Question))),
        optional("renamed_from", Takes::Either(&FORMER)),
    ],
    rules: &[without(
        &[When::Has("questions")],
        &[
            "text",
            "guidance",
            "scale",
            "evidence",
            "valid_for",
            "kpi",
            "conflicts_with",
        ],
    )],
};

/// A question.
pub static QUESTION: Mapping = Mapping {
    name: "question",
    keys: &[
        required("id", Takes::Id),
        optional("text", Takes::Texts),
        optional("guidance", Takes::Texts),
        optional("scale", Takes::Name(Noun::Scale)),
        optional("weight", Takes::Amount),
        optional("evidence", Takes::Word(|| words(&EVIDENCE))),
        optional("valid_for", Takes::Length),
        optional("kpi", Takes::Name(Noun::Kpi)),
        optional("conflicts_with", Takes::List(&Takes::Name(Noun::Question))),
        optional("renamed_from", Takes::Either(&FORMER)),
    ],
    rules: &[],
};

/// How a rubric is scored.
pub static RULES: Mapping = Mapping {
    name: "rules",
    keys: &[
        filled("level", Takes::Map(&LEVEL_RULE)),
        optional("aggregate", Takes::Word(|| words(&AGGREGATES))),
        optional("kpi_weight", Takes::Share),
    ],
    rules: &[],
};

/// When a level is held.
pub static LEVEL_RULE: Mapping = Mapping {
    name: "level-rule",
    keys: &[
        optional("scope", Takes::Word(|| words(&SCOPES))),
        optional("method", Takes::Word(|| words(&METHODS))),
        optional(
            "quantifier",
            Takes::Either(&[Takes::Word(|| words(&QUANTIFIERS)), Takes::Map(&QUANTIFIER)]),
        ),
        optional("met_at", THRESHOLD),
        optional("lower_levels", Takes::Map(&LOWER_LEVELS)),
        optional("unanswered", Takes::Word(|| words(&UNANSWERED))),
        optional("not_applicable", Takes::Word(|| words(&NOT_APPLICABLE))),
        optional("bands", Takes::By(Noun::Level, &Takes::Fraction)),
        optional(
            "decimals",
            Takes::Whole(0, crate::read::bands::MOST_DECIMALS),
        ),
    ],
    rules: &[
        needs(&[When::Is("method", &["banded"])], &["bands"]),
        without(
            &[When::Is("method", &["cumulative", "highest", "none"])],
            &["bands", "decimals"],
        ),
        without(&[When::Lacks("method")], &["bands", "decimals"]),
    ],
};

const THRESHOLD: Takes = Takes::Either(&[Takes::Word(|| words(&RATINGS)), Takes::Share]);

/// How many criteria must be met.
pub static QUANTIFIER: Mapping = Mapping {
    name: "quantifier",
    keys: &[required("share", Takes::Share)],
    rules: &[],
};

/// What the levels below are held to.
pub static LOWER_LEVELS: Mapping = Mapping {
    name: "lower-levels",
    keys: &[optional("met_at", THRESHOLD)],
    rules: &[],
};

/// An edge that an overlay takes away.
pub static EDGE: Mapping = Mapping {
    name: "edge",
    keys: &[required("hide", Takes::Flag)],
    rules: &[],
};
