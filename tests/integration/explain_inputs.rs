//! No explanation ends in the air: whatever goes into a figure is written in a file, or is a figure that is
//! explained in turn, down to what is written.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::explain::{DAY, EXAMPLES, assert_explained};
use crate::support::{Folder, repository, run_in};

/// Numbers that come from no file: counts of days, and the ends of the scales that every rubric has.
const FROM_NO_FILE: [&str; 4] = [
    "days passed",
    "days in all",
    "lowest score",
    "highest score",
];

/// What marks a level that the command line asks for.
const ASKED_FOR: &str = "asked for with --target";

/// A workspace with what the examples lack: respondents, scales of their own, questions that readings answer,
/// levels that score makes, answers that do not apply and count, every kind of key result.
fn workspace() -> Folder {
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            "regua: 1
organisation: Test
rubrics: [ruler, stars, points, shares, weights]
respondents: mean
targets:
  ruler: {level: 4}
  stars: {level: 3}
",
        )
        .write(
            "rubrics/ruler.yaml",
            "regua: 1
id: ruler
levels: [{id: one, number: 1}, {id: two, number: 2}, {id: three, number: 4, title: Third and last}]
dimensions:
  - {id: inside}
  - {id: outside, weight: 2}
criteria:
  - id: a
    title: Everybody who answers a customer knows what was promised to that customer before
    level: 2
    dimension: inside
    weight: 2
    questions: [{id: told, weight: 3}, {id: written}]
  - {id: b, level: 2, dimension: outside}
  - {id: c, level: 4, dimension: outside, questions: [{id: fast, kpi: speed}]}
  - {id: d, level: 4, dimension: inside, questions: [{id: liked, kpi: csat}]}
  - {id: e, level: 4, dimension: inside, scale: percent}
  - {id: f, level: 1, dimension: inside}
  - {id: g, level: 4, dimension: outside, polarity: absence}
kpis:
  - {id: speed, unit: h, direction: lower, aggregate: mean, bands: {2: 24h, 4: 12h}}
rules:
  aggregate: mean
  kpi_weight: 0.25
  level: {unanswered: zero, not_applicable: zero, met_at: largely}
",
        )
        .write(
            "rubrics/stars.yaml",
            "regua: 1
id: stars
levels: [{id: one, number: 1}, {id: two, number: 2}, {id: three, number: 3}]
dimensions: [{id: sky}]
scales: {stars: {min: 1, max: 5}}
criteria:
  - {id: near, dimension: sky, scale: stars}
  - {id: far, dimension: sky, scale: stars}
  - {id: lost, dimension: sky, scale: stars}
rules:
  level: {method: banded, bands: {2: 2.6, 3: 4}, decimals: 1}
",
        )
        .write(
            "rubrics/points.yaml",
            "regua: 1
id: points
levels: []
dimensions: [{id: game}]
scales: {points: {min: 0, max: 10}}
criteria:
  - {id: home, dimension: game, scale: points}
  - {id: away, dimension: game, scale: points, weight: 2}
",
        )
        .write(
            "rubrics/shares.yaml",
            "regua: 1
id: shares
levels: [{id: low, number: 1}, {id: high, number: 2}]
dimensions: [{id: all}]
criteria: [{id: part, dimension: all, scale: percent}]
rules:
  level: {method: banded, bands: {2: 0.5}}
",
        )
        .write(
            "rubrics/weights.yaml",
            "regua: 1
id: weights
levels: []
dimensions: [{id: load}]
criteria: [{id: heavy, dimension: load}, {id: light, dimension: load}]
kpis: [{id: mood, unit: count, direction: none}]
",
        );
    let answers = [
        (
            "ruler/ana",
            "ruler",
            "respondent: ana",
            "a.told: fully, b: not, c: not, d: not, e: 10%",
        ),
        (
            "ruler/bia",
            "ruler",
            "respondent: bia",
            "a.told: largely, b: fully, e: 60%, a.written: unknown",
        ),
        (
            "ruler/caio",
            "ruler",
            "respondent: caio",
            "b: {not_applicable: Elsewhere.}, e: 80%, f: {not_applicable: No.}",
        ),
        ("stars", "stars", "", "near: 3.05, far: 2.05"),
        ("points", "points", "", "home: 7, away: unknown"),
        ("shares", "shares", "", "part: 40%"),
        (
            "weights",
            "weights",
            "",
            "heavy: {not_applicable: Nowhere.}",
        ),
    ];
    for (file, rubric, head, answers) in answers {
        let text = format!(
            "regua: 1\nrubric: {rubric}\ndate: 2026-01-31\n{head}\nanswers: {{{answers}}}\n"
        );
        folder.write(&format!("assessments/{file}.yaml"), &text);
    }
    folder
        .write(
            "assessments/agreed.yaml",
            "regua: 1\nrubric: stars\ndate: 2025-12-31\nanswers: {near: 2, far: 3, lost: 4}\n",
        )
        .write(
            "kpis/own.yaml",
            "regua: 1
kpis:
  - id: csat
    title: Customers who say that they would come again
    unit: \"%\"
    direction: higher
    aggregate: ratio
    frequency: weekly
    bands: {2: 40%, 4: 80%}
",
        )
        .write(
            "kpis/readings.csv",
            "kpi,period,value,numerator,denominator,n,segment
speed,2026-01,20h,,,10,channel=chat
speed,2026-01,10h,,,30,channel=mail
csat,2026-W01,,30,40,,channel=chat
csat,2026-W01,,10,40,,channel=mail
csat,2026-W02,,30,40,,channel=chat
csat,2026-W02,,15,40,,channel=mail
csat,2026-W03,,30,40,,channel=chat
csat,2026-W03,,20,40,,channel=mail
csat,2026-W04,,52,80,,
mood,2026-01,7,,,,
",
        )
        .write("okrs/2026-Q1/plan.yaml", PLAN)
        .write(
            "okrs/2026-Q1/check-ins.yaml",
            "- {date: 2026-01-11, key_result: guides, value: 5, confidence: 7}
- {date: 2026-01-21, key_result: guides, value: 10, confidence: 4}
- {date: 2026-01-31, key_result: guides, value: 40}
- {date: 2026-01-31, key_result: calm, value: 4}
- {date: 2026-01-20, key_result: portal, milestone: live}
- {date: 2026-01-20, key_result: first, value: 3}
",
        );
    folder
}

const PLAN: &str = "regua: 1
cycle: 2026-Q1
objectives:
  - id: faster
    ambition: aspirational
    key_results:
      - {id: reply, kpi: speed, baseline: 24h, target: 12h}
      - {id: again, kpi: csat, baseline: {period: 2026-W01}, target: +10pp, weight: 2}
      - {id: loved, kpi: csat, target: 90%}
      - {id: kept, kpi: csat, kind: keep, at_least: 60%}
      - {id: calm, kind: keep, at_most: 5}
  - id: better
    key_results:
      - {id: guides, unit: guides, baseline: 0, target: 45, plan: [{by: 2026-01-31, value: 10}]}
      - {id: portal, kind: milestones, milestones: [{id: live, weight: 2, due: 2026-01-31}, {id: used}]}
      - {id: written, kind: done}
      - {id: first, kind: establish_baseline}
      - {id: sky, score: stars/sky, baseline: {date: 2025-12-31}, target: 4}
      - {id: whole, score: stars, target: 4}
      - {id: over, unit: guides, baseline: 0, target: 3}
    amendments:
      - {date: 2026-01-15, key_result: over, dropped: true, reason: Nobody wants it.}
";

/// Every explanation, by the address of its figure.
fn all(folder: &Path, arguments: &[&str]) -> BTreeMap<String, Value> {
    let mut run = vec!["explain", "--format", "json", "--lang", "en"];
    run.extend(arguments);
    let mut document = run_in(folder, &run).json();
    let list = document["explanations"].as_array_mut().expect("a list");
    let explanations = list.iter_mut().map(Value::take);
    explanations
        .map(|own| (own["figure"].as_str().expect("a name").to_owned(), own))
        .collect()
}

/// The inputs of an explanation, those of what blocks the next level as well.
fn inputs(explanation: &Value) -> impl Iterator<Item = &Value> {
    let lists = ["inputs", "blocking"].into_iter();
    lists.flat_map(|list| explanation[list].as_array().expect("a list"))
}

/// What is wrong with where an input of a figure leads.
fn fault(figure: &str, input: &Value, all: &BTreeMap<String, Value>) -> Option<String> {
    let name = input["name"].as_str().expect("a name");
    let is_asked_for = || {
        input["shown"]
            .as_str()
            .is_some_and(|shown| shown.contains(ASKED_FOR))
    };
    match input["figure"].as_str() {
        Some(own) if own == figure => Some("leads to itself".to_owned()),
        Some(own) => match all.get(own) {
            None => Some(format!("leads to {own}, which is not explained")),
            Some(explained) => differs(input, explained),
        },
        None if input["place"].is_string() => None,
        None if FROM_NO_FILE.contains(&name) || is_asked_for() => None,
        None => Some("has neither place nor figure".to_owned()),
    }
}

/// Whether an input has another value than the figure that it leads to. What nobody measured or answered has
/// none, whatever it counts with; what counts of progress lies from 0 to 1; an answer that is supposed leads to
/// the one that is to change.
fn differs(input: &Value, explained: &Value) -> Option<String> {
    if input["shown"]
        .as_str()
        .is_some_and(|shown| shown.contains(" → "))
    {
        return None;
    }
    let (own, value) = (input["value"].as_f64()?, explained["value"].as_f64()?);
    let counts = value.clamp(0.0, 1.0);
    let is_same = own == value || explained["name"] == "Progress" && own == counts;
    (!is_same).then(|| format!("is {own}, and leads to {}: {value}", explained["figure"]))
}

#[track_caller]
fn assert_grounded(folder: &Path, arguments: &[&str]) {
    let all = all(folder, arguments);
    assert!(all.len() > 100, "{}", all.len());
    let mut faults = Vec::new();
    for (figure, explanation) in &all {
        for input in inputs(explanation) {
            if let Some(fault) = fault(figure, input, &all) {
                faults.push(format!("{figure}: {} {fault}", input["name"]));
            }
        }
    }
    assert!(faults.is_empty(), "{}: {:#?}", faults.len(), faults);
    for figure in all.keys() {
        assert_ends(figure, &all, &mut Vec::new());
    }
}

/// A figure that is explained by others is not explained by itself, however many lie between.
fn assert_ends(figure: &str, all: &BTreeMap<String, Value>, way: &mut Vec<String>) {
    assert!(
        !way.iter().any(|passed| passed == figure),
        "{way:?} → {figure}"
    );
    way.push(figure.to_owned());
    for next in inputs(&all[figure]).filter_map(|input| input["figure"].as_str()) {
        assert_ends(next, all, way);
    }
    way.pop();
}

/// Lines of explanations that are wider than the terminal, though they could be broken.
fn too_wide(folder: &Path, day: &str, language: &str) -> Vec<String> {
    let all = all(folder, &["--as-of", day]);
    let mut run = vec!["explain", "--as-of", day, "--lang", language];
    run.extend(all.keys().map(String::as_str));
    let ran = run_in(folder, &run);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let is_too_wide = |line: &&str| line.chars().count() > 80 && line.trim().contains(' ');
    ran.out
        .lines()
        .filter(is_too_wide)
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_input_is_written_somewhere_or_explained_in_turn() {
    for example in EXAMPLES {
        let folder = repository().join("examples").join(example);
        assert_grounded(&folder, &["--as-of", DAY]);
    }
}

#[test]
fn every_input_is_grounded_whatever_a_workspace_is_made_of() {
    let folder = workspace();
    for arguments in [
        &["--as-of", "2026-02-10"][..],
        &["--as-of", "2026-02-10", "--target", "2"],
        &["--as-of", "2026-02-10", "--target", "inside=2,outside=4"],
        &["--as-of", "2026-04-01"],
        &["--as-of", "2025-12-31"],
    ] {
        assert_grounded(folder.path(), arguments);
    }
}

#[test]
fn every_figure_of_any_workspace_is_explained_by_what_it_is() {
    let folder = workspace();
    assert_explained(folder.path(), &["--as-of", "2026-02-10"], 250);
    let arguments = ["--as-of", "2026-02-10", "--target", "2"];
    assert_explained(folder.path(), &arguments, 250);
    let profile = ["--as-of", "2026-02-10", "--target", "inside=2,outside=4"];
    assert_explained(folder.path(), &profile, 250);
}

#[test]
fn explanations_keep_to_the_width_of_the_terminal() {
    let own = workspace();
    let mut cases = vec![(own.path().to_owned(), "2026-02-10")];
    let examples = EXAMPLES.map(|example| repository().join("examples").join(example));
    cases.extend(examples.map(|example| (example, DAY)));
    for (folder, day) in cases {
        for language in ["en", "pt-BR"] {
            let wide = too_wide(&folder, day, language);
            assert!(wide.is_empty(), "{}: {:#?}", wide.len(), wide);
        }
    }
}

#[test]
fn an_answer_of_several_or_of_a_reading_is_cited_as_no_single_persons() {
    let folder = workspace();
    let all = all(folder.path(), &["--as-of", "2026-02-10"]);
    let input = |figure: &str, position: usize| {
        let own = &all[&format!("ruler@2026-01-31/{figure}")]["inputs"][position];
        ["shown", "place", "figure"].map(|key| own[key].as_str().unwrap_or("–").to_owned())
    };
    // The mean of three, told by the question.
    assert_eq!(
        input("criteria/e/value", 0),
        [
            "10% / 60% / 80% (50%)",
            "–",
            "ruler@2026-01-31/questions/e/value"
        ]
    );
    let combined = &all["ruler@2026-01-31/questions/e/value"]["rules"][0];
    assert_eq!(combined["place"], "regua.yaml:4");
    assert_eq!(
        input("questions/e/value", 1)[1],
        "assessments/ruler/bia.yaml:5"
    );
    // 12.5 h, whatever ana says: 2 + (12.5 − 24) ÷ (12 − 24) × 2 = 3.92, of 0 to 4.
    assert_eq!(
        input("criteria/c/value", 0),
        [
            "the reading of “speed” (97.9%)",
            "–",
            "ruler@2026-01-31/questions/c/value"
        ]
    );
    assert_eq!(
        input("criteria/c/value", 1),
        ["3.92", "–", "ruler@2026-01-31/kpis/speed/level"]
    );
}

#[test]
fn a_thing_without_main_figures_is_named_for_all_of_its_figures() {
    let folder = workspace();
    for (thing, figures) in [
        ("questions/e", &["value", "spread", "weight"][..]),
        ("plan/blocking/e", &["gap", "priority"]),
        (
            "plan/single_answers/e",
            &["level", "practice_score_change", "index_change"],
        ),
    ] {
        let arguments = [
            "explain",
            thing,
            "--format",
            "json",
            "--as-of",
            "2026-02-10",
        ];
        let document = folder.run(&arguments).json();
        let found = document["explanations"].as_array().unwrap().iter();
        let found: Vec<&str> = found
            .filter_map(|own| own["figure"].as_str()?.rsplit('/').next())
            .collect();
        assert_eq!(found, figures, "{thing}");
    }
}

#[test]
fn a_target_of_the_command_line_is_explained_as_one() {
    let folder = workspace();
    let arguments = [
        "explain",
        "points/percent_to_target",
        "ruler/percent_to_target",
    ];
    let arguments = [
        &arguments[..],
        &["--target", "inside=2", "--as-of", "2026-02-10"],
    ]
    .concat();
    let ran = folder.run(&arguments);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.out
            .contains("target for inside  asked for with --target (2)"),
        "{}",
        ran.out
    );
    let ran = folder.run(&["explain", "ruler/level", "--target", "nowhere=2"]);
    assert_eq!(ran.code, 2);
    let help = |language| folder.run(&["explain", "--help", "--lang", language]).out;
    assert!(
        help("en").contains("regua explain [options] [figure…]"),
        "{}",
        help("en")
    );
    assert!(help("pt-BR").contains("regua explain [opções] [número…]"));
}
