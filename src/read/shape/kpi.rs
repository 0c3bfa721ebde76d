//! KPIs, service levels and their readings.

use super::{
    FORMER, Mapping, Noun, Rule, Takes, When, any_of, narrow, needs, optional, required, without,
    words,
};
use crate::model::{Frequency, Window};
use crate::read::kpi::{AGGREGATIONS, DIRECTIONS};

/// A file of `kpis/`.
pub static KPIS: Mapping = Mapping {
    name: "kpis",
    keys: &[
        required("regua", Takes::Version),
        optional("kpis", Takes::List(&Takes::Map(&KPI))),
        optional("service_levels", Takes::List(&Takes::Map(&SERVICE_LEVEL))),
        optional("readings", Takes::List(&Takes::Map(&READING))),
    ],
    rules: &[],
};

/// The definition of a KPI, in a rubric or a workspace's own.
pub static KPI: Mapping = Mapping {
    name: "kpi",
    keys: &[
        required("id", Takes::Id),
        optional("title", Takes::Texts),
        optional("definition", Takes::Texts),
        optional("formula", Takes::Texts),
        optional("clock", Takes::Texts),
        optional("population", Takes::Texts),
        optional("unit", Takes::Text),
        optional("direction", Takes::Word(|| words(&DIRECTIONS))),
        optional("frequency", Takes::Word(|| words(&Frequency::NAMES))),
        optional("aggregate", Takes::Word(|| words(&AGGREGATIONS))),
        optional("dimension", Takes::Name(Noun::Dimension)),
        optional("weight", Takes::Amount),
        optional(
            "bands",
            Takes::By(Noun::Level, &Takes::Either(&[Takes::Quantity, RANGE])),
        ),
        optional("target", Takes::Quantity),
        optional("targets", Takes::List(&Takes::Map(&DATED_TARGET))),
        optional("source", Takes::Texts),
        optional("renamed_from", Takes::Either(&FORMER)),
    ],
    rules: &[
        Rule::OnlyOne(&["target", "targets"]),
        narrow(
            &[When::Is("direction", &["higher", "lower"])],
            "bands",
            Takes::By(Noun::Level, &Takes::Quantity),
        ),
        narrow(
            &[When::Is("direction", &["range"])],
            "bands",
            Takes::By(Noun::Level, &RANGE),
        ),
    ],
};

const RANGE: Takes = Takes::Pair(&Takes::Quantity);

/// What a KPI is to reach by a day.
pub static DATED_TARGET: Mapping = Mapping {
    name: "dated-target",
    keys: &[
        required("by", Takes::Date),
        required("value", Takes::Quantity),
    ],
    rules: &[],
};

/// A promise on how long things take.
pub static SERVICE_LEVEL: Mapping = Mapping {
    name: "service-level",
    keys: &[
        required("id", Takes::Id),
        optional("title", Takes::Texts),
        optional("kpi", Takes::Name(Noun::Kpi)),
        optional("metric", Takes::Anything),
        optional("within", Takes::Quantity),
        required("goal", Takes::Percent),
        optional("window", Takes::Word(|| words(&Window::NAMES))),
    ],
    rules: &[],
};

/// What was measured in a period.
pub static READING: Mapping = Mapping {
    name: "reading",
    keys: &[
        optional("kpi", Takes::Name(Noun::Kpi)),
        optional("service_level", Takes::Name(Noun::ServiceLevel)),
        optional("period", Takes::Period),
        optional("date", Takes::Period),
        optional("value", Takes::Quantity),
        optional("numerator", Takes::Amount),
        optional("denominator", Takes::Positive),
        optional("n", Takes::Amount),
        optional("segment", Takes::Text),
        optional("met", Takes::Cases),
        optional("breached", Takes::Cases),
        optional("overdue", Takes::Cases),
        optional("source", Takes::Text),
        optional("note", Takes::Text),
        optional("revises", Takes::Text),
    ],
    rules: &[
        any_of(&["kpi", "service_level"]),
        any_of(&["period", "date"]),
        needs(&[When::Has("service_level")], &["met", "breached"]),
        without(
            &[When::Has("service_level")],
            &["kpi", "value", "numerator", "denominator", "n", "segment"],
        ),
        Rule::Where {
            when: &[When::Lacks("service_level")],
            needs: &[],
            any_of: &["value", "numerator"],
            without: &[],
        },
        needs(
            &[When::Lacks("service_level"), When::Has("numerator")],
            &["denominator"],
        ),
        needs(
            &[When::Lacks("service_level"), When::Has("denominator")],
            &["numerator"],
        ),
        Rule::OnlyOne(&["value", "numerator"]),
    ],
};
