//! How each key of a rubric is changed by an overlay. The tables list what `rubric` and `kpi` read; a test holds them to
//! that.

use crate::read::ids::Part;
use crate::read::shape::{self, Mapping};

/// How the value of an overlay's key changes the rubric's.
pub(super) enum Change {
    /// It takes its place.
    Whole,
    /// A plain text takes its place; a mapping by language changes only the languages it gives.
    Text,
    /// Only the keys given change.
    Keys(&'static Table, &'static Mapping),
    /// Only the edges of the levels given change; `hide: true` takes one away.
    Edges,
    /// Entries by id change, hide or add parts.
    Parts(&'static Parts),
}

use Change::{Edges, Keys, Text, Whole};

pub(super) type Table = [(&'static str, Change)];

/// A list of parts, or for scales a mapping of them.
pub(super) struct Parts {
    pub(super) part: Part,
    pub(super) shape: &'static Mapping,
    pub(super) keys: &'static Table,
    /// What a new one must have, each with what does as well.
    pub(super) needs: &'static [&'static [&'static str]],
    /// What it must have besides where its id is near another's: a misspelt patch or translation lacks it.
    pub(super) needs_if_near: &'static [&'static [&'static str]],
}

pub(super) static RUBRIC: &Table = &[
    ("version", Whole),
    ("title", Text),
    ("source", Keys(SOURCE, &shape::SOURCE)),
    ("skill", Whole),
    ("levels", Change::Parts(&LEVELS)),
    ("floor", Whole),
    ("dimensions", Change::Parts(&DIMENSIONS)),
    ("scales", Change::Parts(&SCALES)),
    ("criteria", Change::Parts(&CRITERIA)),
    ("kpis", Change::Parts(&KPIS)),
    ("rules", Keys(RULES, &shape::RULES)),
];

static SOURCE: &Table = &[("framework", Text), ("section", Text), ("notice", Text)];

static LEVELS: Parts = Parts {
    part: Part::Level,
    shape: &shape::LEVEL,
    keys: &[
        ("number", Whole),
        ("title", Text),
        ("summary", Text),
        ("renamed_from", Whole),
    ],
    needs: &[&["number"]],
    needs_if_near: &[&["title"]],
};

static DIMENSIONS: Parts = Parts {
    part: Part::Dimension,
    shape: &shape::DIMENSION,
    keys: &[
        ("title", Text),
        ("weight", Whole),
        ("aggregate", Whole),
        ("dimensions", Change::Parts(&DIMENSIONS)),
        ("renamed_from", Whole),
    ],
    needs: &[&["title"]],
    needs_if_near: &[&["weight", "parent"]],
};

static SCALES: Parts = Parts {
    part: Part::Scale,
    shape: &shape::SCALE,
    keys: &[
        ("min", Whole),
        ("max", Whole),
        ("choices", Change::Parts(&CHOICES)),
        ("unit", Whole),
    ],
    needs: &[&["choices", "min"], &["choices", "max"]],
    needs_if_near: &[],
};

static CHOICES: Parts = Parts {
    part: Part::Choice,
    shape: &shape::CHOICE,
    keys: &[("value", Whole), ("title", Text), ("renamed_from", Whole)],
    needs: &[&["value"]],
    needs_if_near: &[&["title"]],
};

static CRITERIA: Parts = Parts {
    part: Part::Criterion,
    shape: &shape::CRITERION,
    keys: &[
        ("title", Text),
        ("description", Text),
        ("weight", Whole),
        ("polarity", Whole),
        ("supports", Whole),
        ("level", Whole),
        ("dimension", Whole),
        ("renamed_from", Whole),
        ("questions", Change::Parts(&QUESTIONS)),
        // Of a criterion that is its own question:
        ("text", Text),
        ("guidance", Text),
        ("evidence", Whole),
        ("valid_for", Whole),
        ("kpi", Whole),
        ("conflicts_with", Whole),
        ("scale", Whole),
    ],
    needs: &[&["dimension"]],
    needs_if_near: &[&["title", "text", "questions"]],
};

pub(super) static QUESTIONS: Parts = Parts {
    part: Part::Question,
    shape: &shape::QUESTION,
    keys: &[
        ("text", Text),
        ("guidance", Text),
        ("evidence", Whole),
        ("valid_for", Whole),
        ("kpi", Whole),
        ("conflicts_with", Whole),
        ("weight", Whole),
        ("scale", Whole),
        ("renamed_from", Whole),
    ],
    needs: &[&["text"]],
    needs_if_near: &[&["scale"]],
};

static KPIS: Parts = Parts {
    part: Part::Kpi,
    shape: &shape::KPI,
    keys: &[
        ("title", Text),
        ("definition", Text),
        ("formula", Text),
        ("clock", Text),
        ("population", Text),
        ("unit", Whole),
        ("direction", Whole),
        ("frequency", Whole),
        ("aggregate", Whole),
        ("limits", Whole),
        ("dimension", Whole),
        ("weight", Whole),
        ("bands", Edges),
        ("target", Whole),
        ("targets", Whole),
        ("source", Text),
        ("renamed_from", Whole),
    ],
    needs: &[&["title"]],
    needs_if_near: &[&["unit"]],
};

static RULES: &Table = &[
    ("level", Keys(LEVEL_RULE, &shape::LEVEL_RULE)),
    ("aggregate", Whole),
    ("kpi_weight", Whole),
];

static LEVEL_RULE: &Table = &[
    ("scope", Whole),
    ("method", Whole),
    ("bands", Edges),
    ("decimals", Whole),
    ("quantifier", Whole),
    ("met_at", Whole),
    ("lower_levels", Keys(LOWER_LEVELS, &shape::LOWER_LEVELS)),
    ("unanswered", Whole),
    ("not_applicable", Whole),
];

static LOWER_LEVELS: &Table = &[("met_at", Whole)];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use std::collections::HashMap;

    use super::super::Hidden;
    use super::*;
    use crate::diagnostic::{Code, Diagnostics};
    use crate::model::FileIndex;
    use crate::read::{rubric, yaml};

    /// The keys that an overlay may change, by the part that has them.
    fn changed() -> Vec<(&'static str, BTreeSet<&'static str>)> {
        let names = |table: &Table| table.iter().map(|(name, _)| *name).collect();
        vec![
            ("rubric", names(RUBRIC)),
            ("source", names(SOURCE)),
            ("level", names(LEVELS.keys)),
            ("dimension", names(DIMENSIONS.keys)),
            ("scale", names(SCALES.keys)),
            ("choice", names(CHOICES.keys)),
            ("criterion", names(CRITERIA.keys)),
            ("question", names(QUESTIONS.keys)),
            ("kpi", names(KPIS.keys)),
            ("rules", names(RULES)),
            ("rule", names(LEVEL_RULE)),
            ("lower", names(LOWER_LEVELS)),
        ]
    }

    /// A rubric with a key in each part that nothing reads, called by the part.
    const EVERY_PART: &str = "
regua: 1
id: every-part
qq-rubric: 1
source: {qq-source: 1}
levels: [{id: one, number: 1, qq-level: 1}]
dimensions: [{id: d, qq-dimension: 1}]
scales:
  numbers: {min: 0, max: 1, qq-scale: 1}
  words: {choices: [{id: no, value: 0, qq-choice: 1}], qq-scale: 1}
criteria:
  - {id: own, dimension: d, qq-criterion: 1}
  - {id: several, dimension: d, qq-criterion: 1, questions: [{id: a, qq-question: 1}, {id: b}]}
kpis: [{id: k, direction: higher, qq-kpi: 1}]
rules: {qq-rules: 1, level: {qq-rule: 1, lower_levels: {qq-lower: 1}}}
";

    #[test]
    fn whatever_a_rubric_may_say_an_overlay_may_change() {
        let mut diagnostics = Diagnostics::new();
        let tree = yaml::parse(FileIndex(0), EVERY_PART, &mut diagnostics).expect("it is YAML");
        rubric::rubric(tree.root(), &Hidden::default(), None, &mut diagnostics);
        let mut read: HashMap<String, BTreeSet<String>> = HashMap::new();
        for problem in diagnostics.into_found() {
            assert_eq!(problem.code, Code::UnknownKey, "{problem:?}");
            let argument = |name: &str| {
                let mut arguments = problem.arguments.iter();
                let found = arguments.find(|(known, _)| *known == name);
                found.map_or("", |(_, value)| value.as_str())
            };
            let part = argument("key").trim_start_matches("qq-").to_owned();
            let known = argument("known").split(", ").map(str::to_owned);
            read.entry(part).or_default().extend(known);
        }
        for (part, changed) in changed() {
            // What a thing is, and that it is a rubric, no overlay changes.
            let not_changed = |name: &&str| !["regua", "id"].contains(name);
            let read: BTreeSet<&str> = read[part].iter().map(String::as_str).collect();
            let read: BTreeSet<&str> = read.into_iter().filter(not_changed).collect();
            assert_eq!(
                read, changed,
                "the reader and the overlay's tables differ on the keys of a {part}"
            );
        }
    }
}
