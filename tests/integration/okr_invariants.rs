//! What must hold of key results whatever their numbers and rows are: a mirrored key result stands as the one it
//! mirrors, and what is said later changes nothing of an earlier day.
//!
//! Plans and rows are drawn at random and read from text, as files are; the figures come from the library.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use regua::diagnostic::Severity;
use regua::locale::Locale;
use regua::model::{Exact, Language, Workspace, parse_day};
use regua::read::{CycleFolder, InputFile, Inputs};
use regua::render::closing;
use regua::report::score::ScoreDocument;
use regua::score;
use regua::score::closing::{Said, close};
use serde_json::Value;

/// The first day of the cycle: 2025-Q1.
fn day(number: u64) -> NaiveDate {
    parse_day("2025-01-01").expect("a day") + Days::new(number)
}

/// A key result with its rows, in tenths; days count from the first of the cycle.
#[derive(Debug, Clone)]
struct Drawn {
    way: Way,
    ambition: &'static str,
    due: u64,
    /// Days and values, the days rising.
    plan: Vec<(u64, i32)>,
    rows: Vec<Row>,
    /// A later target, agreed on a day.
    amended: Option<(u64, i32)>,
}

#[derive(Debug, Clone)]
enum Way {
    /// A baseline, if one is stated, and a target.
    FromTo(Option<i32>, Target),
    AtLeast(i32),
    AtMost(i32),
    Between(i32, i32),
}

/// A target in tenths of its unit.
#[derive(Debug, Clone, Copy)]
enum Target {
    Value(i32),
    /// In tenths of a percent of the baseline.
    Relative(i32),
    /// In percentage points; the key result is then in percent.
    Points(i32),
    /// So many tenths of the baseline.
    Times(i32),
}

#[derive(Debug, Clone, Copy)]
struct Row {
    day: u64,
    value: Option<i32>,
    confidence: Option<u32>,
}

/// Which side of nothing a key result is written on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Drawn,
    Mirrored,
}

impl Side {
    /// A number of tenths, with its sign on this side.
    fn signed(self, tenths: i32) -> String {
        let tenths = match self {
            Side::Drawn => tenths,
            Side::Mirrored => -tenths,
        };
        decimal(tenths)
    }
}

fn decimal(tenths: i32) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}

/// With its sign, even where it is above nothing: `+2.5`.
fn with_sign(number: &str) -> String {
    let sign = if number.starts_with('-') { "" } else { "+" };
    format!("{sign}{number}")
}

impl Drawn {
    fn keys(&self, side: Side) -> String {
        let value = |tenths: i32| side.signed(tenths);
        let mut keys = vec![format!("due: {}", day(self.due))];
        match self.way {
            Way::FromTo(baseline, target) => {
                keys.extend(baseline.map(|tenths| format!("baseline: {}", value(tenths))));
                let unit = match target {
                    Target::Points(_) => "'%'",
                    Target::Value(_) | Target::Relative(_) | Target::Times(_) => "points",
                };
                keys.push(format!("unit: {unit}"));
                keys.push(format!("target: {}", target.written(side)));
            }
            // What is at least so much is, in the mirror, at most so much.
            Way::AtLeast(bound) | Way::AtMost(bound) => {
                let is_least = matches!(self.way, Way::AtLeast(_)) == (side == Side::Drawn);
                let name = if is_least { "at_least" } else { "at_most" };
                keys.push(format!(
                    "unit: points, kind: keep, {name}: {}",
                    value(bound)
                ));
            }
            Way::Between(low, high) => {
                let (low, high) = match side {
                    Side::Drawn => (low, high),
                    Side::Mirrored => (high, low),
                };
                keys.push(format!(
                    "unit: points, kind: keep, between: [{}, {}]",
                    value(low),
                    value(high)
                ));
            }
        }
        let steps = self
            .plan
            .iter()
            .map(|(on, tenths)| format!("{{by: {}, value: {}}}", day(*on), value(*tenths)));
        let steps: Vec<String> = steps.collect();
        keys.push(format!("plan: [{}]", steps.join(", ")));
        keys.join(", ")
    }

    fn amendments(&self, side: Side) -> String {
        match (self.amended, &self.way) {
            (Some((on, target)), Way::FromTo(..)) => format!(
                "    amendments: [{{date: {}, key_result: k, target: {}, reason: agreed}}]\n",
                day(on),
                side.signed(target)
            ),
            _ => String::new(),
        }
    }

    fn workspace(&self, side: Side) -> Workspace {
        self.closed_with(side, None)
    }

    /// The same beside a closing.
    fn closed_with(&self, side: Side, closing: Option<&str>) -> Workspace {
        let plan = format!(
            "regua: 1\ncycle: 2025-Q1\nobjectives:\n  - id: o\n    ambition: {}\n    key_results:\n      - {{id: k, {}}}\n      - {{id: steps, milestones: [{{id: one, due: {}}}, {{id: two}}]}}\n      - {{id: signed, kind: done}}\n{}",
            self.ambition,
            self.keys(side),
            day(30),
            self.amendments(side)
        );
        let rows: String = self.rows.iter().map(|row| row.written(side)).collect();
        let file = |path: &str, text: String| InputFile {
            path: path.to_owned(),
            bytes: text.into_bytes(),
        };
        let inputs = Inputs {
            settings: Some(file(
                "regua.yaml",
                "regua: 1\norganisation: Test\n".to_owned(),
            )),
            cycles: vec![CycleFolder {
                path: "okrs/2025-Q1".to_owned(),
                plan: Some(file("okrs/2025-Q1/plan.yaml", plan)),
                check_ins: Some(file("okrs/2025-Q1/check-ins.yaml", rows)),
                closing: closing.map(|text| file("okrs/2025-Q1/closing.yaml", text.to_owned())),
                others: Vec::new(),
            }],
            ..Inputs::default()
        };
        let read = regua::read::workspace(inputs, day(400));
        let errors = read.diagnostics.count(Severity::Error);
        assert_eq!(errors, 0, "{:#?}", read.diagnostics);
        read.workspace.expect("the settings read")
    }

    /// The machine-readable result on a day.
    fn result(&self, side: Side, on: u64) -> Value {
        let workspace = self.workspace(side);
        let scores = score::workspace(&workspace, day(on));
        let document = ScoreDocument::new(&workspace, &scores);
        serde_json::to_value(&document).expect("figures are JSON")
    }

    /// The closing of a day.
    fn closing(&self, on: u64) -> String {
        let workspace = self.workspace(Side::Drawn);
        let scores = score::workspace(&workspace, day(on));
        let said = Said {
            closed: day(on),
            as_of: day(on),
            by: None,
            retrospectives: Vec::new(),
        };
        let closing = close(&workspace.cycles[0], &scores.cycles[0], &said);
        let locale = Locale::new(Language::English);
        closing::yaml(&workspace.cycles[0], &closing, "Closed", &locale)
    }

    /// The result on a day, beside a closing.
    fn closed_result(&self, closing: &str, on: u64) -> Value {
        let workspace = self.closed_with(Side::Drawn, Some(closing));
        let scores = score::workspace(&workspace, day(on));
        let document = ScoreDocument::new(&workspace, &scores);
        serde_json::to_value(&document).expect("figures are JSON")
    }

    /// The grade that the key result would be closed with on a day.
    fn grade(&self, side: Side, on: u64) -> Option<Exact> {
        let scores = score::workspace(&self.workspace(side), day(on));
        let key_result = &scores.cycles[0].objectives[0].key_results[0];
        key_result.grade.value().cloned()
    }

    /// A row that says something of each of the three key results.
    fn and_later(&self, at: usize, row: Row) -> Drawn {
        let mut later = self.clone();
        later.rows.insert(at.min(later.rows.len()), row);
        later
    }
}

impl Target {
    fn written(self, side: Side) -> String {
        match self {
            Target::Value(tenths) => side.signed(tenths),
            // A share of the baseline lies on the side on which the baseline lies.
            Target::Relative(tenths) => format!("{}%", with_sign(&decimal(tenths))),
            Target::Times(tenths) => format!("x{}", decimal(tenths)),
            Target::Points(tenths) => format!("{}pp", with_sign(&side.signed(tenths))),
        }
    }

    /// Whether it leaves a way to go from a stated baseline.
    fn leads_away_from(self, baseline: Option<i32>) -> bool {
        match (self, baseline) {
            (Target::Value(target), Some(baseline)) => target != baseline,
            (Target::Value(_), None) => true,
            (Target::Relative(_) | Target::Times(_), Some(0)) => false,
            (Target::Relative(share) | Target::Points(share), _) => share != 0,
            (Target::Times(times), _) => times != 10,
        }
    }
}

impl Row {
    /// The rows of the day: of the key result, and one each of the milestones and of what is to be done, so that a
    /// later day brings news of every kind.
    fn written(self, side: Side) -> String {
        let date = day(self.day);
        let mut keys = vec![format!("date: {date}, key_result: k")];
        keys.extend(
            self.value
                .map(|tenths| format!("value: {}", side.signed(tenths))),
        );
        keys.extend(self.confidence.map(|own| format!("confidence: {own}")));
        let milestone = if self.day.is_multiple_of(2) {
            "one"
        } else {
            "two"
        };
        format!(
            "- {{{}}}\n- {{date: {date}, key_result: steps, milestone: {milestone}}}\n- {{date: {date}, key_result: signed, done: {}}}\n",
            keys.join(", "),
            self.day.is_multiple_of(3)
        )
    }
}

fn any_value() -> impl Strategy<Value = i32> {
    prop_oneof![3 => -400..400i32, 1 => prop::sample::select(vec![-100, 0, 50, 100])]
}

fn any_target() -> impl Strategy<Value = Target> {
    prop_oneof![
        4 => any_value().prop_map(Target::Value),
        2 => any_value().prop_map(Target::Relative),
        1 => any_value().prop_map(Target::Points),
        1 => (0..40i32).prop_map(Target::Times),
    ]
}

fn any_way() -> impl Strategy<Value = Way> {
    let from_to = (prop::option::weighted(0.7, any_value()), any_target())
        .prop_filter("a way to go", |(baseline, target)| {
            target.leads_away_from(*baseline)
        })
        .prop_map(|(baseline, target)| Way::FromTo(baseline, target));
    let between = (any_value(), any_value())
        .prop_map(|(one, other)| Way::Between(one.min(other), one.max(other)));
    prop_oneof![
        6 => from_to,
        1 => any_value().prop_map(Way::AtLeast),
        1 => any_value().prop_map(Way::AtMost),
        1 => between,
    ]
}

fn any_row() -> impl Strategy<Value = Row> {
    let value = prop::option::weighted(0.8, any_value());
    let confidence = prop::option::of(0..=10u32);
    (0..140u64, value, confidence).prop_map(|(day, value, confidence)| Row {
        day,
        value,
        confidence,
    })
}

fn any_key_result() -> impl Strategy<Value = Drawn> {
    let ambition = prop::sample::select(vec!["committed", "aspirational", "learning"]);
    let steps = prop::collection::btree_map(0..=120u64, any_value(), 0..4);
    let rows = prop::collection::vec(any_row(), 0..7);
    let amended = prop::option::weighted(0.3, (0..140u64, any_value()));
    (any_way(), ambition, 0..=120u64, steps, rows, amended).prop_map(
        |(way, ambition, due, steps, rows, amended)| Drawn {
            way,
            ambition,
            due,
            plan: steps.into_iter().filter(|(on, _)| *on <= due).collect(),
            rows,
            amended,
        },
    )
}

/// What must be the same on both sides: of the cycle, of its objective, of the key result.
fn without_side(result: &Value) -> Vec<(String, Value)> {
    let pointers = [
        "/okrs/0/progress",
        "/okrs/0/objectives/0/progress",
        "/okrs/0/objectives/0/status",
        "/okrs/0/objectives/0/coverage",
        "/okrs/0/objectives/0/key_results/0/progress",
        "/okrs/0/objectives/0/key_results/0/expected",
        "/okrs/0/objectives/0/key_results/0/status",
        "/okrs/0/objectives/0/key_results/0/flags",
        "/okrs/0/objectives/0/key_results/0/confidence",
        "/okrs/0/objectives/0/key_results/0/due",
    ];
    let figure = |pointer: &str| {
        let found = result.pointer(pointer);
        let found = found.unwrap_or_else(|| panic!("no {pointer} in {result:#}"));
        (pointer.to_owned(), found.clone())
    };
    let mut figures: Vec<(String, Value)> = pointers.into_iter().map(figure).collect();
    let forecast = &result["okrs"][0]["objectives"][0]["key_results"][0]["forecast"];
    figures.push(("forecast".to_owned(), forecast["progress"].clone()));
    figures
}

/// What a closing freezes: of the cycle, of its objective, of each key result.
fn frozen(result: &Value) -> Vec<Value> {
    let cycle = &result["okrs"][0];
    let objective = &cycle["objectives"][0];
    let mut figures = vec![
        cycle["progress"].clone(),
        cycle["closed"].clone(),
        objective["progress"].clone(),
        objective["grade"].clone(),
    ];
    for own in objective["key_results"].as_array().into_iter().flatten() {
        for key in ["baseline", "target", "value", "progress", "status", "grade"] {
            figures.push(own[key].clone());
        }
    }
    figures
}

fn some_hundreds() -> ProptestConfig {
    ProptestConfig {
        cases: 600,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(some_hundreds())]

    /// Less is reached as more is: nothing but the sign of values tells a key result from its mirror.
    #[test]
    fn a_mirrored_key_result_stands_as_the_one_it_mirrors(drawn in any_key_result(), on in 0..150u64) {
        let expected = without_side(&drawn.result(Side::Drawn, on));
        prop_assert_eq!(without_side(&drawn.result(Side::Mirrored, on)), expected);
        prop_assert_eq!(drawn.grade(Side::Mirrored, on), drawn.grade(Side::Drawn, on));
    }

    /// What was closed stands: rows corrected, added or taken away since change no grade, and no figure it was given for.
    #[test]
    fn what_is_edited_after_the_closing_changes_no_grade(
        drawn in any_key_result(),
        rows in prop::collection::vec(any_row(), 0..7),
        on in 0..150u64,
        ahead in 0..40u64,
    ) {
        let closing = drawn.closing(on);
        let before = drawn.result(Side::Drawn, on);
        let closed = drawn.closed_result(&closing, on);
        // The grades are those that the open cycle would have got, and its figures are as they were.
        let key_result = "/okrs/0/objectives/0/key_results/0";
        for key in ["baseline", "target", "value", "progress"] {
            let pointer = format!("{key_result}/{key}");
            prop_assert_eq!(closed.pointer(&pointer), before.pointer(&pointer), "{}", pointer);
        }
        let grade = drawn.grade(Side::Drawn, on).map(|grade| grade.to_string());
        let written = closed.pointer(&format!("{key_result}/grade")).filter(|own| !own.is_null());
        prop_assert_eq!(written.map(Value::to_string), grade);
        let edited = Drawn { rows, ..drawn };
        prop_assert_eq!(frozen(&edited.closed_result(&closing, on + ahead)), frozen(&closed));
    }

    /// A report of a day can be made again, whatever was said since.
    #[test]
    fn what_is_said_later_changes_no_figure_of_an_earlier_day(
        drawn in any_key_result(),
        on in 0..140u64,
        row in any_row(),
        ahead in 1..30u64,
        at in 0..8usize,
    ) {
        let row = Row { day: on + ahead, ..row };
        let expected = drawn.result(Side::Drawn, on);
        prop_assert_eq!(drawn.and_later(at, row).result(Side::Drawn, on), expected);
    }
}

#[test]
fn what_is_drawn_has_figures_to_compare() {
    let drawn = Drawn {
        way: Way::FromTo(Some(240), Target::Value(120)),
        ambition: "committed",
        due: 100,
        plan: Vec::new(),
        rows: [(10, 220), (20, 200), (50, 180)]
            .map(|(day, value)| Row {
                day,
                value: Some(value),
                confidence: Some(7),
            })
            .into(),
        amended: None,
    };
    let figures = without_side(&drawn.result(Side::Mirrored, 50));
    assert!(
        figures.iter().all(|(_, figure)| !figure.is_null()),
        "{figures:?}"
    );
    assert!(figures.contains(&(
        "/okrs/0/objectives/0/key_results/0/progress".to_owned(),
        serde_json::json!(0.5)
    )));
    assert_eq!(drawn.grade(Side::Mirrored, 50), Some(Exact::ratio(1, 2)));
}
