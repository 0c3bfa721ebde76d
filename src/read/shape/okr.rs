//! Cycles: plans, check-ins and closings.

use super::{
    Mapping, Noun, Rule, Takes, When, any_of, filled, narrow, needs, optional, required, without,
    words,
};
use crate::model::{Advice, Status, YearPart};
use crate::read::okr::{AMBITIONS, KINDS};

/// `okrs/<cycle>/plan.yaml`.
pub static PLAN: Mapping = Mapping {
    name: "plan",
    keys: &[
        required("regua", Takes::Version),
        required("cycle", Takes::Either(&[Takes::Period, Takes::Id])),
        filled("start", Takes::Date),
        filled("end", Takes::Either(&[Takes::Period, Takes::Length])),
        optional("objectives", Takes::List(&Takes::Map(&OBJECTIVE))),
        optional("accepts", ADVICE),
    ],
    rules: &[
        needs(&[When::Has("start")], &["end"]),
        needs(&[When::Has("end")], &["start"]),
        // A cycle with days of its own may bear any name.
        narrow(&[When::Lacks("start")], "cycle", Takes::Period),
        narrow(&[When::Has("start")], "cycle", Takes::Id),
    ],
};

const ADVICE: Takes = Takes::List(&Takes::Word(|| Advice::ALL.map(Advice::as_str).to_vec()));

/// An objective.
pub static OBJECTIVE: Mapping = Mapping {
    name: "objective",
    keys: &[
        required("id", Takes::Id),
        optional("title", Takes::Texts),
        optional("owner", Takes::Name(Noun::Anybody)),
        optional("ambition", Takes::Word(|| words(&AMBITIONS))),
        optional("weight", Takes::Amount),
        optional("improves", Takes::Name(Noun::RubricPart)),
        optional("supports", Takes::List(&Takes::Name(Noun::Objective))),
        optional("key_results", Takes::List(&Takes::Map(&KEY_RESULT))),
        optional("amendments", Takes::List(&Takes::Map(&AMENDMENT))),
        optional("from", Takes::Name(Noun::Objective)),
        optional("accepts", ADVICE),
    ],
    rules: &[],
};

/// A key result.
pub static KEY_RESULT: Mapping = Mapping {
    name: "key-result",
    keys: &[
        required("id", Takes::Id),
        optional("title", Takes::Texts),
        optional("owner", Takes::Name(Noun::Anybody)),
        optional("deliverable", Takes::Texts),
        filled("kpi", Takes::Name(Noun::Kpi)),
        filled("score", Takes::Name(Noun::RubricPart)),
        filled("service_level", Takes::Name(Noun::ServiceLevel)),
        optional("source", Takes::Texts),
        optional("unit", Takes::Text),
        optional("kind", Takes::Word(|| words(&KINDS))),
        optional(
            "baseline",
            Takes::Either(&[Takes::Quantity, Takes::Map(&BASELINE)]),
        ),
        optional("target", Takes::Target),
        filled("at_least", Takes::Quantity),
        filled("at_most", Takes::Quantity),
        filled("between", Takes::Pair(&Takes::Quantity)),
        optional("milestones", Takes::Some(&Takes::Map(&MILESTONE))),
        optional("plan", Takes::List(&Takes::Map(&PLANNED_VALUE))),
        optional("due", DAY_DUE),
        optional("weight", Takes::Amount),
        optional("from", Takes::Name(Noun::EarlierKeyResult)),
        optional("accepts", ADVICE),
    ],
    rules: &[
        Rule::OnlyOne(&["kpi", "score", "service_level"]),
        Rule::OnlyOne(&["at_least", "at_most", "between"]),
        Rule::Where {
            when: &[When::Is("kind", &["increase", "decrease"])],
            needs: &["target"],
            any_of: &[],
            without: &["at_least", "at_most", "between", "milestones"],
        },
        Rule::Where {
            when: &[When::Is("kind", &["keep"])],
            needs: &[],
            any_of: &["at_least", "at_most", "between"],
            without: &["baseline", "target", "milestones"],
        },
        Rule::Where {
            when: &[When::Is("kind", &["milestones"])],
            needs: &["milestones"],
            any_of: &[],
            without: &["baseline", "target", "at_least", "at_most", "between"],
        },
        without(
            &[When::Is("kind", &["done", "establish_baseline"])],
            &[
                "baseline",
                "target",
                "at_least",
                "at_most",
                "between",
                "milestones",
            ],
        ),
        without(
            &[When::Is("kind", &["done"])],
            &["kpi", "score", "service_level"],
        ),
        without(
            &[When::Lacks("kind"), When::Has("milestones")],
            &["baseline", "target", "at_least", "at_most", "between"],
        ),
        without(
            &[
                When::Lacks("kind"),
                When::HasAny(&["at_least", "at_most", "between"]),
            ],
            &["baseline", "target"],
        ),
        Rule::Where {
            when: &[When::Lacks("kind")],
            needs: &[],
            any_of: &["target", "milestones", "at_least", "at_most", "between"],
            without: &[],
        },
    ],
};

const DAY_DUE: Takes = Takes::Either(&[Takes::Period, Takes::Length, Takes::Map(&DUE)]);

/// The end of a quarter or of another part of the year, as a last day.
pub static DUE: Mapping = Mapping {
    name: "due",
    keys: &[
        filled("end", Takes::Word(|| words(&YearPart::NAMES))),
        filled("quarter", Takes::Whole(1, 4)),
    ],
    rules: &[
        any_of(&["end", "quarter"]),
        Rule::OnlyOne(&["end", "quarter"]),
    ],
};

/// Whose reading a baseline is.
pub static BASELINE: Mapping = Mapping {
    name: "baseline",
    keys: &[
        optional("period", Takes::Period),
        optional("date", Takes::Date),
    ],
    rules: &[
        any_of(&["period", "date"]),
        Rule::OnlyOne(&["period", "date"]),
    ],
};

/// A milestone.
pub static MILESTONE: Mapping = Mapping {
    name: "milestone",
    keys: &[
        required("id", Takes::Id),
        optional("title", Takes::Texts),
        optional("weight", Takes::Amount),
        optional("due", DAY_DUE),
    ],
    rules: &[],
};

/// A value on the way.
pub static PLANNED_VALUE: Mapping = Mapping {
    name: "planned-value",
    keys: &[
        required("by", Takes::Date),
        required("value", Takes::Quantity),
    ],
    rules: &[],
};

/// A change of a key result during its cycle.
pub static AMENDMENT: Mapping = Mapping {
    name: "amendment",
    keys: &[
        required("date", Takes::Date),
        required("key_result", Takes::Name(Noun::KeyResult)),
        optional("target", Takes::Target),
        optional("due", DAY_DUE),
        optional("dropped", Takes::Flag),
        required("reason", Takes::Texts),
    ],
    rules: &[
        any_of(&["target", "due", "dropped"]),
        narrow(
            &[When::Lacks("target"), When::Lacks("due")],
            "dropped",
            Takes::Yes,
        ),
    ],
};

/// A row of `check-ins.yaml`.
pub static CHECK_IN: Mapping = Mapping {
    name: "check-in",
    keys: &[
        required("date", Takes::Date),
        required("key_result", Takes::Name(Noun::KeyResult)),
        filled("value", Takes::Quantity),
        filled("milestone", Takes::Name(Noun::Milestone)),
        filled("done", Takes::Flag),
        optional("confidence", Takes::Whole(0, 10)),
        optional("baseline", Takes::Quantity),
        optional("by", Takes::Name(Noun::Anybody)),
        optional("note", Takes::Text),
    ],
    rules: &[Rule::OnlyOne(&["value", "milestone", "done"])],
};

/// `okrs/<cycle>/closing.yaml`.
pub static CLOSING: Mapping = Mapping {
    name: "closing",
    keys: &[
        required("regua", Takes::Version),
        required("cycle", Takes::Name(Noun::Cycle)),
        required("closed", Takes::Date),
        optional("as_of", Takes::Date),
        optional("by", Takes::Name(Noun::Anybody)),
        optional("progress", Takes::Fraction),
        optional("objectives", Takes::List(&Takes::Map(&CLOSED_OBJECTIVE))),
    ],
    rules: &[],
};

/// What an objective was closed with.
pub static CLOSED_OBJECTIVE: Mapping = Mapping {
    name: "closed-objective",
    keys: &[
        required("id", Takes::Id),
        optional("progress", Takes::Fraction),
        optional("grade", Takes::Number),
        optional("retrospective", Takes::Texts),
        optional("key_results", Takes::List(&Takes::Map(&CLOSED_KEY_RESULT))),
    ],
    rules: &[],
};

/// What a key result was closed with.
pub static CLOSED_KEY_RESULT: Mapping = Mapping {
    name: "closed-key-result",
    keys: &[
        required("id", Takes::Id),
        required(
            "status",
            Takes::Word(|| Status::ALL.map(Status::as_str).to_vec()),
        ),
        optional("baseline", Takes::Quantity),
        optional("target", Takes::Quantity),
        optional("value", Takes::Quantity),
        optional("dated", Takes::Date),
        optional("progress", Takes::Fraction),
        optional("grade", Takes::Number),
        optional("retrospective", Takes::Texts),
    ],
    rules: &[needs(&[When::Has("value")], &["dated"])],
};
