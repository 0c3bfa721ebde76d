//! What the mappings of each format may hold: the one definition that the reader takes keys by, and that schemas
//! and the reference pages are made of.
//!
//! The reader may take a key only of the [`Mapping`] that it reads, and a test takes every key of each; which words
//! a key knows is asked of the lists that the reader looks them up in.

mod assessment;
mod kpi;
mod okr;
mod people;
mod rubric;
mod settings;

pub use assessment::{ANSWER, ASSESSMENT, EVIDENCE};
pub use kpi::{DATED_TARGET, KPI, KPIS, READING, SERVICE_LEVEL};
pub use okr::{
    AMENDMENT, BASELINE, CHECK_IN, CLOSED_KEY_RESULT, CLOSED_OBJECTIVE, CLOSING, DUE, KEY_RESULT,
    MILESTONE, OBJECTIVE, PLAN, PLANNED_VALUE,
};
pub use people::{PEOPLE, PERSON, ROLE};
pub use rubric::{
    CATALOGUE, CHOICE, CRITERION, DIMENSION, EDGE, LEVEL, LEVEL_RULE, LOWER_LEVELS, OVERLAY,
    QUANTIFIER, QUESTION, RUBRIC, RULES, SCALE, SOURCE,
};
pub use settings::{BRAND, COLOURS, SETTINGS, TARGET};

/// A mapping of a format.
#[derive(Debug)]
pub struct Mapping {
    /// What sentences about it are found by, such as `key-result`.
    pub name: &'static str,
    /// Its keys, in the order in which people write them.
    pub keys: &'static [Key],
    /// Which of them go together.
    pub rules: &'static [Rule],
}

/// A key of a mapping.
#[derive(Debug)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What stands behind it.
    pub takes: Takes,
    /// Whether it must be there.
    pub need: Need,
}

/// Whether a key must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Always, with a value.
    Required,
    /// It may be left out, or have nothing behind it, which says the same.
    Optional,
    /// It may be left out; where it stands it has a value.
    Filled,
}

/// A list of the words that a key knows.
pub type Words = fn() -> Vec<&'static str>;

/// What stands behind a key, or as an item of a list.
#[derive(Debug)]
pub enum Takes {
    /// Whatever stands there.
    Anything,
    /// Any text, number or word.
    Text,
    /// A text, or one by language.
    Texts,
    /// An identifier.
    Id,
    /// One of these words.
    Word(Words),
    /// `true` or `false`.
    Flag,
    /// `true`.
    Yes,
    /// The version of the format.
    Version,
    /// A plain decimal number.
    Number,
    /// A plain decimal number that is not negative.
    Amount,
    /// A plain decimal number above zero.
    Positive,
    /// A whole number of cases.
    Cases,
    /// A decimal number or a fraction.
    Fraction,
    /// A decimal number or a fraction from 0 to 1.
    Share,
    /// A whole number between these.
    Whole(u32, u32),
    /// A day.
    Date,
    /// A day, month, quarter, or a longer or other period.
    Period,
    /// A length of time in days, weeks, months and longer.
    Length,
    /// A value with its unit.
    Quantity,
    /// A percentage from 0% to 100%.
    Percent,
    /// How long a day is: a value with a unit of time.
    DayLength,
    /// A value, or a change of the baseline.
    Target,
    /// A colour.
    Colour,
    /// The name of something that is defined elsewhere.
    Name(Noun),
    /// A list.
    List(&'static Takes),
    /// A list with something in it.
    Some(&'static Takes),
    /// A list of two.
    Pair(&'static Takes),
    /// A mapping.
    Map(&'static Mapping),
    /// A mapping from names to things.
    By(Noun, &'static Takes),
    /// The answers of an assessment, by question.
    Answers,
    /// Any one of these.
    Either(&'static [Takes]),
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Noun {
    /// A new name: what follows defines it.
    New,
    /// A rubric, among those that the program ships or the workspace holds.
    AnyRubric,
    /// A rubric in use.
    Rubric,
    /// A rubric in use, as it is or of a version: `customer-service@1.0.0`.
    RubricVersion,
    /// A rubric in use, or a dimension of one: `customer-service/process`.
    RubricPart,
    /// Any rubric, or a dimension of one.
    AnyRubricPart,
    /// A dimension.
    Dimension,
    /// A level, by number.
    Level,
    /// A scale of the same rubric, or one that every rubric has.
    Scale,
    /// A question of the same rubric, by the key of its answer.
    Question,
    /// A KPI.
    Kpi,
    /// A service level.
    ServiceLevel,
    /// Somebody of `people/`.
    Person,
    /// Somebody, who need not be among `people/`.
    Anybody,
    /// A role.
    Role,
    /// A skill, or a rubric that rates one.
    Skill,
    /// An objective as `cycle/objective`; one of another workspace has that one's name before it.
    Objective,
    /// A key result of the cycle.
    KeyResult,
    /// A key result as `cycle/key-result`.
    EarlierKeyResult,
    /// A milestone of a key result.
    Milestone,
    /// A cycle.
    Cycle,
}

/// Keys that go together, or do not.
#[derive(Debug)]
pub enum Rule {
    /// Where all of `when` holds, a key takes less than elsewhere.
    Narrow {
        /// When it holds.
        when: &'static [When],
        /// The key.
        key: &'static str,
        /// What it takes there.
        takes: Takes,
    },
    /// At most one of these.
    OnlyOne(&'static [&'static str]),
    /// Where all of `when` holds: which keys must be there, of which one must, and which have no place.
    Where {
        /// When it holds.
        when: &'static [When],
        /// All of these.
        needs: &'static [&'static str],
        /// At least one of these.
        any_of: &'static [&'static str],
        /// None of these.
        without: &'static [&'static str],
    },
}

/// Something about a mapping. A key with nothing behind it is not there.
#[derive(Debug)]
pub enum When {
    /// The key is there.
    Has(&'static str),
    /// One of the keys is there.
    HasAny(&'static [&'static str]),
    /// The key is not there.
    Lacks(&'static str),
    /// The key is one of these words.
    Is(&'static str, &'static [&'static str]),
}

impl Noun {
    /// The word by which sentences know it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Noun::New => "new",
            Noun::AnyRubric => "any-rubric",
            Noun::Rubric => "rubric",
            Noun::RubricVersion => "rubric-version",
            Noun::RubricPart => "rubric-part",
            Noun::AnyRubricPart => "any-rubric-part",
            Noun::Dimension => "dimension",
            Noun::Level => "level",
            Noun::Scale => "scale",
            Noun::Question => "question",
            Noun::Kpi => "kpi",
            Noun::ServiceLevel => "service-level",
            Noun::Person => "person",
            Noun::Anybody => "anybody",
            Noun::Role => "role",
            Noun::Skill => "skill",
            Noun::Objective => "objective",
            Noun::KeyResult => "key-result",
            Noun::EarlierKeyResult => "earlier-key-result",
            Noun::Milestone => "milestone",
            Noun::Cycle => "cycle",
        }
    }
}

impl Mapping {
    /// The key of this name.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

/// A key that must be there.
const fn required(name: &'static str, takes: Takes) -> Key {
    let need = Need::Required;
    Key { name, takes, need }
}

/// A key that may be left out.
const fn optional(name: &'static str, takes: Takes) -> Key {
    let need = Need::Optional;
    Key { name, takes, need }
}

/// A key that may be left out, and has a value where it stands.
const fn filled(name: &'static str, takes: Takes) -> Key {
    let need = Need::Filled;
    Key { name, takes, need }
}

/// Keys of which at least one is there.
const fn any_of(any_of: &'static [&'static str]) -> Rule {
    Rule::Where {
        when: &[],
        needs: &[],
        any_of,
        without: &[],
    }
}

/// Keys that are there where `when` holds.
const fn needs(when: &'static [When], needs: &'static [&'static str]) -> Rule {
    Rule::Where {
        when,
        needs,
        any_of: &[],
        without: &[],
    }
}

/// Keys that have no place where `when` holds.
const fn without(when: &'static [When], without: &'static [&'static str]) -> Rule {
    Rule::Where {
        when,
        needs: &[],
        any_of: &[],
        without,
    }
}

/// A key that takes less where `when` holds.
const fn narrow(when: &'static [When], key: &'static str, takes: Takes) -> Rule {
    Rule::Narrow { when, key, takes }
}

/// The words of a list that the reader looks them up in.
pub(super) fn words<T>(list: &[(&'static str, T)]) -> Vec<&'static str> {
    list.iter().map(|(word, _)| *word).collect()
}

/// `renamed_from`: one former id, or several.
static FORMER: [Takes; 2] = [Takes::Id, Takes::List(&Takes::Id)];

/// Which keys were asked for, so that a test can tell that each is.
#[cfg(test)]
pub(super) mod asked {
    use std::cell::RefCell;
    use std::collections::BTreeSet;

    use super::Mapping;

    thread_local! {
        static ASKED: RefCell<BTreeSet<(&'static str, &'static str)>> = RefCell::default();
    }

    pub(in crate::read) fn note(shape: &Mapping, key: &'static str) {
        ASKED.with_borrow_mut(|asked| asked.insert((shape.name, key)));
    }

    pub(super) fn take() -> BTreeSet<(&'static str, &'static str)> {
        ASKED.take()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::parse_day;
    use crate::read::{self, CycleFolder, InputFile, Inputs};

    /// A workspace in which every key of every mapping stands.
    fn full() -> Inputs {
        macro_rules! file {
            ($path:literal) => {
                InputFile {
                    path: $path.to_owned(),
                    bytes: include_bytes!(concat!("../../../tests/fixtures/formats/full/", $path))
                        .to_vec(),
                }
            };
        }
        Inputs {
            settings: Some(file!("regua.yaml")),
            rubrics: vec![
                file!("rubrics/baking.yaml"),
                file!("rubrics/bakery.overlay.yaml"),
                file!("rubrics/bakery.yaml"),
                file!("rubrics/welcome.yaml"),
            ],
            kpis: vec![file!("kpis/kpis.yaml")],
            people: vec![file!("people/team.yaml")],
            assessments: vec![
                file!("assessments/2026-06-30.yaml"),
                file!("assessments/ana.yaml"),
            ],
            cycles: vec![
                CycleFolder {
                    path: "okrs/2026-Q2".to_owned(),
                    plan: Some(file!("okrs/2026-Q2/plan.yaml")),
                    closing: Some(file!("okrs/2026-Q2/closing.yaml")),
                    ..CycleFolder::default()
                },
                CycleFolder {
                    path: "okrs/2026-Q3".to_owned(),
                    plan: Some(file!("okrs/2026-Q3/plan.yaml")),
                    check_ins: Some(file!("okrs/2026-Q3/check-ins.yaml")),
                    ..CycleFolder::default()
                },
            ],
            ..Inputs::default()
        }
    }

    fn below(takes: &'static Takes, into: &mut Vec<&'static Mapping>) {
        match takes {
            Takes::Map(shape) => with_all_below(shape, into),
            Takes::List(item) | Takes::Some(item) | Takes::Pair(item) | Takes::By(_, item) => {
                below(item, into);
            }
            Takes::Either(several) => several.iter().for_each(|takes| below(takes, into)),
            Takes::Answers => with_all_below(&ANSWER, into),
            _ => {}
        }
    }

    fn with_all_below(shape: &'static Mapping, into: &mut Vec<&'static Mapping>) {
        if into.iter().all(|known| known.name != shape.name) {
            into.push(shape);
            shape.keys.iter().for_each(|key| below(&key.takes, into));
        }
    }

    #[test]
    fn every_key_is_asked_for_and_none_that_is_not_there() {
        asked::take();
        let day = parse_day("2026-07-31").expect("a day");
        let read = read::workspace(full(), day);
        let errors: Vec<_> = read.diagnostics.sorted();
        assert!(!read.diagnostics.has_errors(), "{errors:#?}");
        read::kpi_catalogue().expect("it is shipped");
        read::okr_catalogue(crate::model::Period::month_of(day), 1).expect("it is shipped");
        let asked = asked::take();
        let mut shapes = Vec::new();
        for root in [
            &SETTINGS,
            &RUBRIC,
            &OVERLAY,
            &EDGE,
            &CATALOGUE,
            &ASSESSMENT,
            &KPIS,
            &PLAN,
            &CHECK_IN,
            &CLOSING,
            &PEOPLE,
        ] {
            with_all_below(root, &mut shapes);
        }
        let defined: BTreeSet<(&str, &str)> = shapes
            .iter()
            .flat_map(|shape| shape.keys.iter().map(|key| (shape.name, key.name)))
            .collect();
        let never: Vec<_> = defined.difference(&asked).collect();
        assert!(never.is_empty(), "nobody reads {never:?}");
        // Keys of overlays stand beside those of the parts that they change.
        let of_patches = ["hide", "parent", "overlay"];
        let unknown: Vec<_> = asked
            .difference(&defined)
            .filter(|(_, key)| !of_patches.contains(key))
            .collect();
        assert!(unknown.is_empty(), "no shape has {unknown:?}");
    }
}
