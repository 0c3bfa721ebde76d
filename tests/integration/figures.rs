//! What must hold of every figure, whatever the rubric, the answers and the key results.
//!
//! Rubrics, answers and key results are drawn at random and read from text, as files are; the figures
//! come from the library, so that ten thousand workspaces cost little.

use std::cmp::Ordering;
use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::sample::Index;
use regua::diagnostic::Severity;
use regua::locale::Locale;
use regua::model::{Exact, Language, Method, Quantifier, Rating, Rubric, Workspace};
use regua::read::{CycleFolder, InputFile, Inputs};
use regua::report::document::{MovedPart, Report};
use regua::report::score::ScoreDocument;
use regua::score::compare::{self, AssessmentComparison, Ends};
use regua::score::{self, AssessmentScore, KeyResultScore, Scores, Status};

fn ten_thousand() -> ProptestConfig {
    ProptestConfig {
        cases: 10_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// A rubric and an assessment, as they are drawn. Every question has the scale `percent`.
#[derive(Debug, Clone)]
struct Sheet {
    floor: Option<u32>,
    levels_above_floor: u32,
    /// Weights of the dimensions `x`, `y` with its parts `p` and `q`, and `z`.
    dimension_weights: [u32; 5],
    root_aggregate: &'static str,
    nested_aggregate: &'static str,
    rule: String,
    criteria: Vec<Criterion>,
}

#[derive(Debug, Clone)]
struct Criterion {
    dimension: &'static str,
    /// How many levels above the lowest that can be earned.
    level: u32,
    weight: u32,
    is_absence: bool,
    questions: Vec<Question>,
}

#[derive(Debug, Clone)]
struct Question {
    weight: u32,
    answer: Answer,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Answer {
    Unanswered,
    Unknown,
    NotApplicable,
    Percent(u32),
}

/// How a sheet is written down: what must not change a figure.
#[derive(Debug, Clone, Copy)]
struct Writing {
    /// Decides the order of keys.
    order: u64,
    /// Every weight is written so many tenths of what it is.
    tenths: u32,
}

const PLAIN: Writing = Writing {
    order: 0,
    tenths: 10,
};

impl Writing {
    /// A mapping, its entries in this writing's order.
    fn mapping(self, mut entries: Vec<(String, String)>) -> String {
        entries.sort_by_key(|(key, _)| {
            let mut hasher = DefaultHasher::new();
            (self.order, key).hash(&mut hasher);
            hasher.finish()
        });
        let entries: Vec<String> = entries
            .into_iter()
            .map(|(key, value)| format!("{key}: {value}"))
            .collect();
        format!("{{{}}}", entries.join(", "))
    }

    fn weight(self, weight: u32) -> String {
        let tenths = weight * self.tenths;
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

fn entry(key: &str, value: impl ToString) -> (String, String) {
    (key.to_owned(), value.to_string())
}

impl Sheet {
    fn rubric(&self, writing: Writing) -> String {
        let lowest = self.floor.unwrap_or(1).max(1);
        let above_lowest = match self.floor {
            Some(1) => self.levels_above_floor,
            _ => self.levels_above_floor - 1,
        };
        let levels: Vec<String> = (lowest..=lowest + above_lowest)
            .map(|number| format!("{{id: l{number}, number: {number}}}"))
            .collect();
        let weights = self.dimension_weights;
        let leaf = |id: &str, weight: u32| {
            writing.mapping(vec![
                entry("id", id),
                entry("weight", writing.weight(weight)),
            ])
        };
        let mut nested = vec![
            entry("id", "y"),
            entry("weight", writing.weight(weights[1])),
            entry(
                "dimensions",
                format!("[{}, {}]", leaf("p", weights[2]), leaf("q", weights[3])),
            ),
        ];
        if !self.nested_aggregate.is_empty() {
            nested.push(entry("aggregate", self.nested_aggregate));
        }
        let dimensions = format!(
            "[{}, {}, {}]",
            leaf("x", weights[0]),
            writing.mapping(nested),
            leaf("z", weights[4])
        );
        let criteria: Vec<String> = self
            .criteria
            .iter()
            .enumerate()
            .map(|(position, criterion)| self.criterion(position, criterion, writing))
            .collect();
        let mut rules = vec![entry("level", format!("{{{}}}", self.rule))];
        if !self.root_aggregate.is_empty() {
            rules.push(entry("aggregate", self.root_aggregate));
        }
        let mut entries = vec![
            entry("regua", 1),
            entry("id", "ruler"),
            entry("version", "1.0.0"),
            entry("levels", format!("[{}]", levels.join(", "))),
            entry("dimensions", dimensions),
            entry("criteria", format!("[{}]", criteria.join(", "))),
            entry("rules", writing.mapping(rules)),
        ];
        if let Some(floor) = self.floor {
            entries.push(entry("floor", floor));
        }
        writing.mapping(entries)
    }

    fn criterion(&self, position: usize, criterion: &Criterion, writing: Writing) -> String {
        let first_earned = self.floor.unwrap_or(0) + 1;
        let questions: Vec<String> = criterion
            .questions
            .iter()
            .enumerate()
            .map(|(position, question)| {
                writing.mapping(vec![
                    entry("id", format!("q{position}")),
                    entry("scale", "percent"),
                    entry("weight", writing.weight(question.weight)),
                ])
            })
            .collect();
        let mut entries = vec![
            entry("id", format!("c{position}")),
            entry("dimension", criterion.dimension),
            entry(
                "level",
                first_earned + criterion.level % self.levels_above_floor,
            ),
            entry("weight", writing.weight(criterion.weight)),
            entry("questions", format!("[{}]", questions.join(", "))),
        ];
        if criterion.is_absence {
            entries.push(entry("polarity", "absence"));
        }
        writing.mapping(entries)
    }

    fn assessment(&self, writing: Writing) -> String {
        let mut answers = Vec::new();
        for (criterion_position, criterion) in self.criteria.iter().enumerate() {
            for (position, question) in criterion.questions.iter().enumerate() {
                let key = format!("c{criterion_position}.q{position}");
                match question.answer {
                    Answer::Unanswered => {}
                    Answer::Unknown => answers.push((key, "unknown".to_owned())),
                    Answer::NotApplicable => {
                        answers.push((key, "{not_applicable: Not here.}".to_owned()));
                    }
                    Answer::Percent(percent) => answers.push((key, format!("{percent}%"))),
                }
            }
        }
        writing.mapping(vec![
            entry("regua", 1),
            entry("rubric", "ruler"),
            entry("date", "2025-06-30"),
            entry("answers", writing.mapping(answers)),
        ])
    }

    fn workspace(&self, writing: Writing) -> Workspace {
        read(Inputs {
            settings: file(
                "regua.yaml",
                "regua: 1\norganisation: Test\nrubrics: [ruler]\n",
            ),
            rubrics: file("rubrics/ruler.yaml", &self.rubric(writing))
                .into_iter()
                .collect(),
            assessments: file("assessments/a.yaml", &self.assessment(writing))
                .into_iter()
                .collect(),
            ..Inputs::default()
        })
    }

    /// Two assessments, and readings of a KPI by channel in two files, in one of two orders.
    fn files(&self, is_turned: bool) -> Inputs {
        let floor = self.floor.unwrap_or(0);
        let kpi = format!(
            "kpis: [{{id: speed, unit: h, direction: lower, aggregate: mean, bands: {{{}: 9h}}}}]",
            floor + self.levels_above_floor
        );
        let rubric = self.rubric(PLAIN);
        let rubric = rubric.trim_end().strip_suffix('}').unwrap_or(&rubric);
        let rubric = format!("{rubric}, {kpi}}}");
        let now = self.assessment(PLAIN);
        let before = now.replace("2025-06-30", "2025-03-31");
        let phone = "kpi,period,value,n,segment\nspeed,2025-05,8h,3,channel=phone\n";
        let chat = "kpi,period,value,n,segment\nspeed,2025-05,11.5h,2,channel=chat\n";
        let names = |first: &str, second: &str| match is_turned {
            false => [first.to_owned(), second.to_owned()],
            true => [second.to_owned(), first.to_owned()],
        };
        let listed = |names: [String; 2], texts: [&str; 2]| {
            let mut files: Vec<InputFile> = names
                .iter()
                .zip(texts)
                .filter_map(|(name, text)| file(name, text))
                .collect();
            files.sort_by(|one, other| one.path.cmp(&other.path)); // as the disk is read
            files
        };
        Inputs {
            settings: file(
                "regua.yaml",
                "regua: 1\norganisation: Test\nrubrics: [ruler]\n",
            ),
            rubrics: file("rubrics/ruler.yaml", &rubric).into_iter().collect(),
            assessments: listed(
                names("assessments/a.yaml", "assessments/b.yaml"),
                [&before, &now],
            ),
            kpis: listed(names("kpis/a.csv", "kpis/b.csv"), [phone, chat]),
            ..Inputs::default()
        }
    }

    fn score(&self) -> AssessmentScore {
        let scores = score::workspace(&self.workspace(PLAIN), last_day());
        scores.assessments.into_iter().next().unwrap()
    }

    fn json(&self, writing: Writing) -> String {
        let workspace = self.workspace(writing);
        let scores = score::workspace(&workspace, last_day());
        serde_json::to_string(&ScoreDocument::new(&workspace, &scores)).unwrap()
    }

    fn questions(&mut self) -> impl Iterator<Item = &mut Question> {
        self.criteria
            .iter_mut()
            .flat_map(|criterion| criterion.questions.iter_mut())
    }

    fn adds_up(&self) -> bool {
        self.root_aggregate == "sum" || self.nested_aggregate == "sum"
    }
}

fn last_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 6, 30).unwrap()
}

fn file(path: &str, text: &str) -> Option<InputFile> {
    Some(InputFile {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    })
}

fn read(inputs: Inputs) -> Workspace {
    let read = regua::read::workspace(inputs, last_day());
    let errors = read.diagnostics.count(Severity::Error);
    assert_eq!(errors, 0, "{:#?}", read.diagnostics);
    read.workspace.unwrap()
}

fn any_answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        1 => Just(Answer::Unanswered),
        1 => Just(Answer::Unknown),
        1 => Just(Answer::NotApplicable),
        6 => (0..=100u32).prop_map(Answer::Percent),
        3 => prop::sample::select(vec![0, 15, 50, 51, 85, 86, 100]).prop_map(Answer::Percent),
    ]
}

fn any_criterion() -> impl Strategy<Value = Criterion> {
    let question = (0..4u32, any_answer()).prop_map(|(weight, answer)| Question { weight, answer });
    (
        prop::sample::select(vec!["x", "p", "q", "z"]),
        0..4u32,
        0..4u32,
        prop::bool::weighted(0.1),
        prop::collection::vec(question, 1..4),
    )
        .prop_map(|(dimension, level, weight, is_absence, mut questions)| {
            // A criterion none of whose questions counts is a mistake of its author.
            questions[0].weight += 1;
            Criterion {
                dimension,
                level,
                weight,
                is_absence,
                questions,
            }
        })
}

fn any_rule() -> impl Strategy<Value = String> {
    let threshold = || prop::sample::select(vec!["partially", "largely", "fully", "0.5", "0.333"]);
    (
        prop::sample::select(vec!["cumulative", "highest", "none"]),
        prop::sample::select(vec!["all", "any", "{share: 0.5}", "{share: 0.8}"]),
        threshold(),
        threshold(),
        prop::sample::select(vec!["blocks", "zero", "exclude"]),
        prop::sample::select(vec!["exclude", "zero", "full"]),
    )
        .prop_map(
            |(method, quantifier, met_at, lower, unanswered, not_applicable)| {
                format!(
                    "method: {method}, quantifier: {quantifier}, met_at: {met_at}, \
                     lower_levels: {{met_at: {lower}}}, unanswered: {unanswered}, \
                     not_applicable: {not_applicable}"
                )
            },
        )
}

fn any_sheet() -> impl Strategy<Value = Sheet> {
    let aggregate = || prop::sample::select(vec!["", "mean", "sum", "min", "max", "median"]);
    (
        prop::sample::select(vec![None, Some(0), Some(1)]),
        1..5u32,
        prop::array::uniform5(0..4u32),
        aggregate(),
        aggregate(),
        any_rule(),
        prop::collection::vec(any_criterion(), 1..9),
    )
        .prop_map(
            |(
                floor,
                levels_above_floor,
                dimension_weights,
                root_aggregate,
                nested_aggregate,
                rule,
                criteria,
            )| Sheet {
                floor,
                levels_above_floor,
                dimension_weights,
                root_aggregate,
                nested_aggregate,
                rule,
                criteria,
            },
        )
}

/// Practice scores of the whole and of each dimension.
fn practice(score: &AssessmentScore) -> Vec<Option<Exact>> {
    std::iter::once(&score.whole)
        .chain(&score.dimensions)
        .map(|scope| scope.practice.value().cloned())
        .collect()
}

/// Both ends of the interval.
fn interval(score: &AssessmentScore) -> Option<(Exact, Exact)> {
    let (low, high) = score.interval()?;
    Some((low.clone(), high.clone()))
}

/// Levels of the whole and of each dimension.
fn levels(score: &AssessmentScore) -> Vec<Option<u32>> {
    std::iter::once(&score.whole)
        .chain(&score.dimensions)
        .map(|scope| scope.level)
        .collect()
}

proptest! {
    #![proptest_config(ten_thousand())]

    #[test]
    fn scores_lie_between_the_floor_and_the_top(sheet in any_sheet()) {
        let score = sheet.score();
        let floor = Exact::from(sheet.floor.unwrap_or(0));
        let top = &floor + &Exact::from(sheet.levels_above_floor);
        for value in practice(&score).into_iter().flatten() {
            // What adds up may go beyond the top, and is held to its maximum below.
            prop_assert!(floor <= value && (value <= top || sheet.adds_up()), "{value}");
        }
        for scope in std::iter::once(&score.whole).chain(&score.dimensions) {
            if let Some((practice, maximum)) = scope.practice.value().zip(scope.maximum.value()) {
                prop_assert!(practice <= maximum && (*maximum <= top || sheet.adds_up()));
            }
            if let Some(coverage) = scope.coverage.value() {
                prop_assert!(*coverage >= Exact::ZERO && *coverage <= Exact::ONE);
            }
        }
        prop_assert_eq!(score.index.value().cloned(), practice(&score)[0].clone()); // there is no KPI
    }

    #[test]
    fn a_better_answer_never_lowers_a_level_or_a_score(
        sheet in any_sheet(),
        which in any::<Index>(),
        by in 1..=100u32,
    ) {
        let mut better = sheet.clone();
        let mut given: Vec<&mut Question> = better
            .questions()
            .filter(|question| matches!(question.answer, Answer::Percent(_)))
            .collect();
        prop_assume!(!given.is_empty());
        let position = which.index(given.len());
        if let Answer::Percent(percent) = given[position].answer {
            given[position].answer = Answer::Percent((percent + by).min(100));
        }
        let (before, after) = (sheet.score(), better.score());
        for (before, after) in practice(&before).iter().zip(&practice(&after)) {
            prop_assert!(before <= after, "{before:?} to {after:?}");
        }
        for (before, after) in levels(&before).iter().zip(&levels(&after)) {
            prop_assert!(before <= after, "{before:?} to {after:?}");
        }
        prop_assert!(interval(&before) <= interval(&after));
    }

    #[test]
    fn the_order_of_keys_changes_no_byte(sheet in any_sheet(), order in 1..u64::MAX) {
        let shuffled = Writing { order, ..PLAIN };
        prop_assert_eq!(sheet.json(PLAIN), sheet.json(shuffled));
    }

    #[test]
    fn the_order_of_files_changes_no_byte(sheet in any_sheet()) {
        let written = |is_turned: bool| {
            let workspace = read(sheet.files(is_turned));
            let scores = score::workspace(&workspace, last_day());
            let document = ScoreDocument::new(&workspace, &scores);
            serde_json::to_string(&document).expect("figures are JSON")
        };
        let plain = written(false);
        prop_assert!(plain.contains("\"speed\""), "{plain}");
        prop_assert_eq!(plain, written(true));
    }

    #[test]
    fn a_level_held_is_never_above_a_gate_that_is_closed(sheet in any_sheet()) {
        let workspace = sheet.workspace(PLAIN);
        let rubric = &workspace.rubrics[0];
        let rule = &rubric.rules.level;
        let score = sheet.score();
        let is_cumulative = rule.method == Method::Cumulative;
        for (index, scope) in std::iter::once(&score.whole).chain(&score.dimensions).enumerate() {
            let Some(held) = scope.level else { continue };
            for gate in &scope.gates {
                let is_open = match gate.number.cmp(&held) {
                    Ordering::Less => !is_cumulative || gate.lower.passes,
                    Ordering::Equal => gate.own.passes,
                    Ordering::Greater => !gate.is_reached,
                };
                prop_assert!(is_open, "{held} is held over {gate:?}");
            }
            // Said once more from the criteria: where all must be met, none below the level is not.
            if index > 0 || !is_cumulative || rule.quantifier != Quantifier::All {
                continue;
            }
            for (criterion, own) in rubric.criteria.iter().zip(&score.criteria) {
                let (Some(level), Some(value)) = (criterion.level, own.value.value()) else {
                    continue;
                };
                let is_asked = rubric.floor.is_none_or(|floor| level > floor) && level <= held;
                let threshold = if level == held { &rule.met_at } else { &rule.lower_met_at };
                if criterion.is_scored() && is_asked {
                    prop_assert!(threshold.is_met_by(value), "{held} with {value} at {level}");
                }
            }
        }
    }

    #[test]
    fn the_scale_of_weights_changes_no_byte(
        sheet in any_sheet(),
        tenths in prop::sample::select(vec![1, 5, 20, 37, 1000]),
    ) {
        let scaled = Writing { tenths, ..PLAIN };
        prop_assert_eq!(sheet.json(PLAIN), sheet.json(scaled));
    }

    #[test]
    fn the_interval_holds_whatever_the_missing_answers_turn_out_to_be(
        sheet in any_sheet(),
        found in prop::collection::vec(0..=100u32, 24),
    ) {
        let Some((worst, best)) = interval(&sheet.score()) else {
            return Ok(()); // nothing counts
        };
        prop_assert!(worst <= best);
        let completed = |value: &dyn Fn(usize) -> u32| {
            let mut completed = sheet.clone();
            for (position, question) in completed.questions().enumerate() {
                if matches!(question.answer, Answer::Unanswered | Answer::Unknown) {
                    question.answer = Answer::Percent(value(position));
                }
            }
            completed.score()
        };
        if let Some(value) = &practice(&completed(&|position| found[position]))[0] {
            prop_assert!(worst <= *value && *value <= best, "{worst} {value} {best}");
        }
        // Its ends are the scores with everything at its worst and at its best.
        prop_assert_eq!(&practice(&completed(&|_| 0))[0], &Some(worst));
        let full = completed(&|_| 100);
        prop_assert_eq!(&practice(&full)[0], &Some(best.clone()));
        prop_assert_eq!(interval(&full), Some((best.clone(), best))); // nothing is missing any more
    }
}

/// A key result with its check-ins: days from the start, and tenths of a unit.
#[derive(Debug, Clone)]
struct Way {
    baseline: Option<i32>,
    target: i32,
    plan: Vec<(u64, i32)>,
    values: Vec<(u64, i32, u32)>,
    is_aspirational: bool,
    as_of: u64,
}

const LENGTH: u64 = 89;

fn any_way() -> impl Strategy<Value = Way> {
    let tenths = || -500..=500i32;
    (
        prop::option::weighted(0.8, tenths()),
        tenths(),
        prop::collection::btree_map(1..LENGTH, tenths(), 0..4),
        prop::collection::vec((0..120u64, tenths(), 0..=10u32), 0..6),
        any::<bool>(),
        0..120u64,
    )
        .prop_filter("a target is not the baseline", |way| way.0 != Some(way.1))
        .prop_map(
            |(baseline, target, plan, values, is_aspirational, as_of)| Way {
                baseline,
                target,
                plan: plan.into_iter().collect(),
                values,
                is_aspirational,
                as_of,
            },
        )
}

fn decimal(tenths: i32) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let tenths = tenths.unsigned_abs();
    format!("{sign}{}.{}", tenths / 10, tenths % 10)
}

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 1, 1).unwrap() + Days::new(number)
}

impl Way {
    /// The key result with every value, baseline and target times `sign` and moved by `tenths`.
    fn score(&self, sign: i32, tenths: i32) -> KeyResultScore {
        let written = |value: i32| decimal(sign * value + tenths);
        let baseline = match self.baseline {
            Some(value) => format!("baseline: {}, ", written(value)),
            None => String::new(),
        };
        let plan: Vec<String> = self
            .plan
            .iter()
            .map(|(number, value)| format!("{{by: {}, value: {}}}", day(*number), written(*value)))
            .collect();
        let ambition = if self.is_aspirational {
            "aspirational"
        } else {
            "committed"
        };
        let text = format!(
            "regua: 1\ncycle: 2025-Q1\nobjectives:\n  - id: o\n    ambition: {ambition}\n    \
             key_results: [{{id: k, {baseline}target: {}, plan: [{}]}}]\n",
            written(self.target),
            plan.join(", "),
        );
        let check_ins: Vec<String> = self
            .values
            .iter()
            .map(|(number, value, confidence)| {
                format!(
                    "- {{date: {}, key_result: k, value: {}, confidence: {confidence}}}\n",
                    day(*number),
                    written(*value)
                )
            })
            .collect();
        let workspace = read(Inputs {
            settings: file("regua.yaml", "regua: 1\norganisation: Test\n"),
            cycles: vec![CycleFolder {
                path: "okrs/2025-Q1".to_owned(),
                plan: file("okrs/2025-Q1/plan.yaml", &text),
                check_ins: file("okrs/2025-Q1/check-ins.yaml", &check_ins.concat()),
                closing: None,
                others: Vec::new(),
            }],
            ..Inputs::default()
        });
        let Scores { cycles, .. } = score::workspace(&workspace, day(self.as_of));
        cycles[0].objectives[0].key_results[0].clone()
    }
}

proptest! {
    #![proptest_config(ten_thousand())]

    #[test]
    fn a_key_result_does_not_care_which_way_is_up_nor_where_zero_is(
        way in any_way(),
        tenths in -1000..1000i32,
    ) {
        let plain = way.score(1, 0);
        if let Some(expected) = plain.expected.value() {
            prop_assert!(*expected >= Exact::ZERO && *expected <= Exact::ONE, "{expected}");
        }
        for other in [way.score(-1, 0), way.score(1, tenths), way.score(-1, tenths)] {
            prop_assert_eq!(plain.progress.value(), other.progress.value());
            prop_assert_eq!(plain.expected.value(), other.expected.value());
            prop_assert_eq!(plain.status, other.status);
            prop_assert_eq!(&plain.flags, &other.flags);
        }
    }
}

/// What a double would get wrong, at the threshold where it shows.
#[test]
fn the_classic_traps_of_binary_floats_are_exact() {
    // The floats themselves, so that the traps are known to be real.
    let float = |text: &str| text.parse::<f64>().expect("a number");
    let part = |baseline, target, value| {
        (float(value) - float(baseline)) / (float(target) - float(baseline))
    };
    assert!(part("3.2", "4.2", "3.9") < 0.7);
    assert!(part("5", "12", "7.1") < 0.3);
    let exact = |text: &str| Exact::parse(text).expect("a number");
    let progress = |baseline: &str, target: &str, value: &str| {
        score::way::progress(&exact(baseline), &exact(target), &exact(value)).expect("a way")
    };
    assert_eq!(progress("3.2", "4.2", "3.9"), Exact::ratio(7, 10));
    assert_eq!(progress("5", "12", "7.1"), Exact::ratio(3, 10));

    // On the last day all is expected: 0.7 of it is behind, a hair less would be at risk; and 0.3 is the
    // last grade that is red, which a hair less rounds to as well.
    let workspace = read(Inputs {
        settings: file("regua.yaml", "regua: 1\norganisation: Test\nrubrics: [ruler]\n"),
        rubrics: file(
            "rubrics/ruler.yaml",
            "regua: 1\nid: ruler\nfloor: 1\nlevels: [{id: one, number: 1}, {id: two, number: 2}]\n\
             dimensions: [{id: d}]\ncriteria:\n  - id: both\n    level: 2\n    dimension: d\n    \
             questions: [{id: here}, {id: there}]\nrules: {level: {met_at: largely}}\n",
        )
        .into_iter()
        .collect(),
        assessments: file(
            "assessments/a.yaml",
            "regua: 1\nrubric: ruler\ndate: 2025-03-31\nanswers: {both.here: fully, both.there: partially}\n",
        )
        .into_iter()
        .collect(),
        cycles: vec![CycleFolder {
            path: "okrs/2025-Q1".to_owned(),
            plan: file(
                "okrs/2025-Q1/plan.yaml",
                "regua: 1\ncycle: 2025-Q1\nobjectives:\n  - id: o\n    key_results:\n      \
                 - {id: steep, baseline: 3.2, target: 4.2}\n      - {id: long, baseline: 5, target: 12}\n",
            ),
            check_ins: file(
                "okrs/2025-Q1/check-ins.yaml",
                "- {date: 2025-03-30, key_result: steep, value: 3.9}\n\
                 - {date: 2025-03-30, key_result: long, value: 7.1}\n",
            ),
            closing: None,
            others: Vec::new(),
        }],
        ..Inputs::default()
    });
    let scores = score::workspace(&workspace, NaiveDate::from_ymd_opt(2025, 3, 31).unwrap());
    let key_results = &scores.cycles[0].objectives[0].key_results;
    assert_eq!(key_results[0].progress.value(), Some(&Exact::ratio(7, 10)));
    assert_eq!(key_results[0].status, Status::Behind);
    assert_eq!(key_results[1].grade.value(), Some(&Exact::ratio(3, 10)));
    // (1 + 1/3) ÷ 2 is exactly 2/3: largely, and the level is held.
    let criterion = &scores.assessments[0].criteria[0];
    assert_eq!(criterion.value.value(), Some(&Exact::ratio(2, 3)));
    assert_eq!(criterion.known_rating(), Some(Rating::Largely));
    assert_eq!(scores.assessments[0].whole.level, Some(2));
}

/// A sheet whose rubric has KPIs, with more sets of answers to its questions, and readings.
#[derive(Debug, Clone)]
struct Compared {
    sheet: Sheet,
    /// Tenths of the index that are the KPIs'.
    kpi_weight: u32,
    kpis: Vec<Kpi>,
    /// Answers of each later date, in the order of the questions.
    later: Vec<Vec<Answer>>,
    /// The percentages of one more date, on which everything is answered that was at first, and nothing else.
    other_percentages: Vec<u32>,
}

#[derive(Debug, Clone)]
struct Kpi {
    direction: &'static str,
    weight: u32,
    /// A reading for each date, where there is one.
    readings: Vec<Option<u32>>,
}

const DATES: [&str; 4] = ["2025-03-31", "2025-04-30", "2025-05-31", "2025-06-30"];
const MOST_QUESTIONS: usize = 24;

fn any_compared() -> impl Strategy<Value = Compared> {
    let kpi = (
        prop::sample::select(vec!["higher", "lower", "none"]),
        1..4u32,
        prop::collection::vec(prop::option::of(0..=100u32), DATES.len()),
    )
        .prop_map(|(direction, weight, readings)| Kpi {
            direction,
            weight,
            readings,
        });
    (
        any_sheet(),
        0..=10u32,
        prop::collection::vec(kpi, 0..4),
        prop::collection::vec(prop::collection::vec(any_answer(), MOST_QUESTIONS), 2),
        prop::collection::vec(0..=100u32, MOST_QUESTIONS),
    )
        .prop_map(
            |(sheet, kpi_weight, kpis, later, other_percentages)| Compared {
                sheet,
                kpi_weight,
                kpis,
                later,
                other_percentages,
            },
        )
}

impl Compared {
    fn workspace(&self) -> Workspace {
        read(self.inputs())
    }

    fn inputs(&self) -> Inputs {
        let mut sheets = vec![self.sheet.clone(), self.sheet.clone()];
        let percentages = sheets[1].questions().zip(&self.other_percentages);
        for (question, other) in percentages {
            if let Answer::Percent(percent) = &mut question.answer {
                *percent = *other;
            }
        }
        for answers in &self.later {
            let mut sheet = self.sheet.clone();
            for (question, answer) in sheet.questions().zip(answers) {
                question.answer = *answer;
            }
            sheets.push(sheet);
        }
        let assessments = sheets.iter().zip(DATES).flat_map(|(sheet, date)| {
            let text = sheet.assessment(PLAIN).replace("2025-06-30", date);
            file(&format!("assessments/{date}.yaml"), &text)
        });
        Inputs {
            settings: file(
                "regua.yaml",
                "regua: 1\norganisation: Test\nrubrics: [ruler]\n",
            ),
            rubrics: file("rubrics/ruler.yaml", &self.rubric())
                .into_iter()
                .collect(),
            kpis: file("kpis/readings.yaml", &self.readings())
                .into_iter()
                .collect(),
            assessments: assessments.collect(),
            ..Inputs::default()
        }
    }

    /// The sheet's rubric, with KPIs whose bands span its levels.
    fn rubric(&self) -> String {
        let lowest = self.sheet.floor.unwrap_or(0) + 1;
        let kpis: Vec<String> = self
            .kpis
            .iter()
            .enumerate()
            .map(|(position, kpi)| {
                let edges: Vec<String> = (0..self.sheet.levels_above_floor)
                    .map(|step| {
                        let edge = match kpi.direction {
                            "lower" => 90 - 20 * step,
                            _ => 10 + 20 * step,
                        };
                        format!("{}: {edge}%", lowest + step)
                    })
                    .collect();
                let bands = match kpi.direction {
                    "none" => String::new(),
                    _ => format!(", bands: {{{}}}", edges.join(", ")),
                };
                format!(
                    "{{id: k{position}, unit: '%', frequency: monthly, direction: {}, weight: {}{bands}}}",
                    kpi.direction, kpi.weight
                )
            })
            .collect();
        let rubric = self.sheet.rubric(PLAIN);
        let weight = format!(
            "kpi_weight: {}.{}",
            self.kpi_weight / 10,
            self.kpi_weight % 10
        );
        let rubric = rubric.replacen("rules: {", &format!("rules: {{{weight}, "), 1);
        let open = rubric.strip_suffix('}').unwrap();
        format!("{open}, kpis: [{}]}}", kpis.join(", "))
    }

    fn readings(&self) -> String {
        let mut rows = Vec::new();
        for (position, kpi) in self.kpis.iter().enumerate() {
            for (reading, date) in kpi.readings.iter().zip(DATES) {
                if let Some(value) = reading {
                    let period = &date[..7];
                    rows.push(format!(
                        "{{kpi: k{position}, period: {period}, value: {value}%}}"
                    ));
                }
            }
        }
        format!("regua: 1\nreadings: [{}]\n", rows.join(", "))
    }
}

/// All contributions to a figure, added; one that there is none of adds nothing.
fn added<'c>(contributions: impl Iterator<Item = &'c Option<Exact>>) -> Exact {
    contributions.flatten().sum()
}

/// That contributions add up to the change, and levels lead from one end to the other.
fn hold_sums(both: &AssessmentComparison<'_>) -> Result<(), TestCaseError> {
    let (answers, kpis) = (&both.answers, &both.kpis);
    let practice = added(answers.iter().map(|step| &step.practice));
    let by_answers = added(answers.iter().map(|step| &step.index));
    let by_kpis = added(kpis.iter().map(|step| &step.index));
    let outcome = added(kpis.iter().map(|step| &step.outcome));
    for (ends, moved) in [
        (both.practice(), practice),
        (both.index(), by_answers + by_kpis),
        (both.outcome(), outcome),
    ] {
        // Without a figure at both ends nothing is attributed.
        prop_assert_eq!(ends.change().unwrap_or(Exact::ZERO), moved);
    }
    prop_assert_eq!(both.practice_by_answers(), both.practice().change());
    prop_assert_eq!(both.outcome_by_kpis(), both.outcome().change());
    for index in 0..both.ends.a.dimensions.len() {
        let dimension = regua::model::DimensionIndex(index);
        let ends = both.dimension(dimension);
        let steps = answers
            .iter()
            .flat_map(|step| &step.dimensions)
            .filter(|own| own.dimension == dimension);
        let moved = added(steps.clone().map(|own| &own.practice));
        let change = ends.map(|scope| scope.practice.value()).change();
        prop_assert_eq!(change.unwrap_or(Exact::ZERO), moved);
        let levels: Vec<_> = steps.map(|own| own.level).collect();
        hold_levels(&levels, ends.map(|scope| scope.level))?;
    }
    let levels: Vec<_> = answers.iter().map(|step| step.level).collect();
    hold_levels(&levels, both.level())
}

/// Each step begins at the level where the one before ended.
fn hold_levels(steps: &[Ends<Option<u32>>], ends: Ends<Option<u32>>) -> Result<(), TestCaseError> {
    let mut level = ends.a;
    for step in steps {
        prop_assert_eq!(step.a, level);
        level = step.b;
    }
    prop_assert_eq!(level, ends.b);
    Ok(())
}

proptest! {
    #![proptest_config(ten_thousand())]

    #[test]
    fn contributions_add_up_exactly_to_the_change(
        compared in any_compared(),
        (first, second) in (0..DATES.len() - 1).prop_flat_map(|first| (Just(first), first + 1..DATES.len())),
    ) {
        let workspace = compared.workspace();
        let scores = score::workspace(&workspace, last_day());
        let hold = |a, b| compare::assessments(&workspace, &scores.series, a, b).unwrap();
        prop_assert_eq!(scores.assessments.len(), DATES.len());
        let (a, b) = (&scores.assessments[first], &scores.assessments[second]);
        prop_assert!(hold(a, a).is_empty());
        let (there, back) = (hold(a, b), hold(b, a));
        hold_sums(&there)?;
        hold_sums(&back)?;
        // The same answers moved all of it, with the other sign.
        let index = |both: &AssessmentComparison<'_>| both.index_by_answers().zip(both.index_by_kpis());
        prop_assert_eq!(
            index(&there).map(|(answers, kpis)| answers + kpis),
            index(&back).map(|(answers, kpis)| -(answers + kpis))
        );
        prop_assert_eq!(
            there.practice_by_answers(),
            back.practice_by_answers().map(|moved| -moved)
        );
        prop_assert_eq!(there.answers.len(), back.answers.len());
        prop_assert_eq!(there.kpis.len(), back.kpis.len());
        // Among means, and with the same questions answered, the order of the steps does not matter: what an
        // answer moved there, it moves back.
        let is_linear = |aggregate: &str| matches!(aggregate, "" | "mean" | "sum");
        let sheet = &compared.sheet;
        if (first, second) == (0, 1) && is_linear(sheet.root_aggregate) && is_linear(sheet.nested_aggregate) {
            for (there, back) in there.answers.iter().zip(&back.answers) {
                prop_assert_eq!(&there.practice, &back.practice.clone().map(|moved| -moved));
            }
        }
    }
}

/// That the steps lead from the start to the end, exactly, and are few.
fn hold_steps(moved: &MovedPart) -> Result<(), TestCaseError> {
    let mut index = moved.start.0.clone();
    for step in &moved.steps {
        prop_assert!(!step.delta.0.is_zero() || step.kind == "others");
        index = &index + &step.delta.0;
        prop_assert_eq!(&index, &step.after.0);
    }
    prop_assert_eq!(&index, &moved.end.0);
    prop_assert_eq!(&(&moved.end.0 - &moved.start.0), &moved.change.0);
    prop_assert!((1..=12).contains(&moved.steps.len()));
    let told = moved.steps.iter().filter(|step| step.kind != "others");
    let largest = told.clone().map(|step| step.delta.0.abs()).max();
    let gathered = moved.steps.last().filter(|step| step.kind == "others");
    if let Some(gathered) = gathered.filter(|_| moved.steps.len() < 12) {
        prop_assert!(
            Some(gathered.delta.0.abs()) <= largest,
            "no gathered step is the largest"
        );
    }
    let falls: Vec<bool> = told.map(|step| step.delta.0 < Exact::ZERO).collect();
    prop_assert!(falls.is_sorted(), "what raises comes first");
    Ok(())
}

/// Whether a criterion's answers together, or a reading, moved the index: answers of one criterion may cancel.
fn is_moved(rubric: &Rubric, both: &AssessmentComparison<'_>) -> bool {
    let mut by_criterion = vec![Exact::ZERO; rubric.criteria.len()];
    for step in &both.answers {
        if let Some(moved) = &step.index {
            let sum = &mut by_criterion[rubric.questions[step.question.0].criterion.0];
            *sum = &*sum + moved;
        }
    }
    let readings = both.kpis.iter().filter_map(|step| step.index.as_ref());
    by_criterion
        .iter()
        .chain(readings)
        .any(|moved| !moved.is_zero())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ten_thousand() })]

    #[test]
    fn what_moved_the_index_makes_the_end_of_the_start(compared in any_compared()) {
        let read = regua::read::workspace(compared.inputs(), last_day());
        let workspace = read.workspace.unwrap();
        let scores = score::workspace(&workspace, last_day());
        let locale = Locale::new(Language::English);
        let report = Report::new(&workspace, &scores, &read.sources, &locale);
        let (score, previous) = scores.latest().next().unwrap();
        let previous = previous.unwrap();
        let both = compare::assessments(&workspace, &scores.series, previous, score).unwrap();
        let is_moved = is_moved(&workspace.rubrics[score.rubric], &both);
        match &report.assessments[0].moved {
            Some(moved) => {
                prop_assert!(previous.is_begun() && score.is_begun());
                hold_steps(moved)?;
                prop_assert_eq!(Some(&moved.start.0), both.index().a);
                prop_assert_eq!(Some(&moved.end.0), both.index().b);
            }
            // Where nothing is answered there is no finding that could have moved.
            None => prop_assert!(!is_moved || !previous.is_begun() || !score.is_begun()),
        }
    }
}

#[test]
fn what_moved_the_index_of_the_examples_adds_up() {
    let mut steps = 0;
    for example in ["otica-horizonte", "saas-support"] {
        let path = crate::support::repository().join("examples").join(example);
        let root = regua::workspace::find(Some(&path)).unwrap();
        let day = regua::model::parse_day("2026-11-20").unwrap();
        let read = regua::read::workspace(regua::workspace::read(&root).unwrap(), day);
        let workspace = read.workspace.unwrap();
        let scores = score::workspace(&workspace, day);
        let locale = Locale::new(Language::English);
        let report = Report::new(&workspace, &scores, &read.sources, &locale);
        for own in &report.assessments {
            assert_eq!(own.moved.is_some(), own.previous.is_some(), "{example}");
            if let Some(moved) = &own.moved {
                hold_steps(moved).unwrap();
                steps += moved.steps.len();
                let last = moved.steps.last().unwrap();
                assert_eq!(last.kind, "others", "more moved than is drawn");
                assert!(last.label.contains("answers"), "{}", last.label);
            }
        }
    }
    assert_eq!(steps, 11);
}
