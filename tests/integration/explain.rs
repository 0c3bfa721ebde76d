//! Every figure of the machine-readable result can be explained, and its explanation ends at the figure.

use std::path::Path;

use serde_json::Value;

use crate::browser::Browser;
use crate::support::{Folder, repository, run_in};

pub(crate) const DAY: &str = "2026-11-20";
pub(crate) const EXAMPLES: [&str; 2] = ["otica-horizonte", "saas-support"];

/// Keys that name a thing, say what a figure is measured in, or hold texts: no figures.
const NAMES: [&str; 19] = [
    "closed",
    "from",
    "schema",
    "as_of",
    "organisation",
    "rubric",
    "rubric_version",
    "pinned_version",
    "date",
    "id",
    "parent",
    "dimension",
    "unit",
    "period",
    "cycle",
    "contradictions",
    "people",
    "respondents", // walked on their own below
    "plan",
];

/// What a plan says that is no figure of its own: the levels aimed at, which `percent_to_target` explains, the
/// answers, criteria by name, and weights as they are written.
const NAMES_OF_PLANS: [&str; 8] = [
    "goals",
    "barred_by",
    "answers",
    "criterion",
    "weight",
    "question",
    "from",
    "to",
];

/// The figures of a result, each with its address and its value.
fn figures(result: &Value) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    for assessment in result["assessments"].as_array().expect("a list") {
        let root = format!(
            "{}@{}",
            assessment["rubric"].as_str().expect("a name"),
            assessment["date"].as_str().expect("a date")
        );
        walk(&root, assessment, &mut found);
        walk_plan(&format!("{root}/plan"), &assessment["plan"], &mut found);
        let disagreements = assessment["respondents"]["disagreements"].as_array();
        for own in disagreements.into_iter().flatten() {
            let key = own["question"].as_str().expect("a name");
            for figure in ["spread", "weight"] {
                let address = format!("{root}/questions/{key}/{figure}");
                found.push((address, own[figure].clone()));
            }
        }
    }
    for cycle in result["okrs"].as_array().expect("a list") {
        let root = cycle["cycle"].as_str().expect("a name").to_owned();
        for (key, value) in cycle.as_object().expect("a mapping") {
            if key != "objectives" && !NAMES.contains(&key.as_str()) {
                found.push((format!("{root}/{key}"), value.clone()));
            }
        }
        for objective in cycle["objectives"].as_array().expect("a list") {
            let id = objective["id"].as_str().expect("a name");
            for (key, value) in objective.as_object().expect("a mapping") {
                if key != "key_results" && !NAMES.contains(&key.as_str()) {
                    found.push((format!("{root}/objectives/{id}/{key}"), value.clone()));
                }
            }
            let key_results = serde_json::json!({"key_results": objective["key_results"]});
            walk(&root, &key_results, &mut found);
        }
    }
    found
}

/// The figures of a plan, whatever it is made of.
fn walk_plan(address: &str, plan: &Value, found: &mut Vec<(String, Value)>) {
    for (key, value) in plan.as_object().into_iter().flatten() {
        let address = format!("{address}/{key}");
        match value {
            _ if NAMES_OF_PLANS.contains(&key.as_str()) || key == "id" => {}
            Value::Array(items) => {
                for item in items {
                    let name = ["id", "criterion", "question"]
                        .iter()
                        .find_map(|name| item[*name].as_str())
                        .expect("a thing in a plan has a name");
                    walk_plan(&format!("{address}/{name}"), item, found);
                }
            }
            Value::Object(_) => walk_plan(&address, value, found),
            Value::Null if key == "shortest_way" => {}
            _ => found.push((address, value.clone())),
        }
    }
}

/// The figures of a mapping: its own, and those of the things in its lists.
fn walk(address: &str, mapping: &Value, found: &mut Vec<(String, Value)>) {
    for (key, value) in mapping.as_object().expect("a mapping") {
        if NAMES.contains(&key.as_str()) {
            continue;
        }
        match value {
            Value::Array(items) if items.iter().any(Value::is_object) => {
                for item in items {
                    let id = item["id"].as_str().expect("a thing in a list has a name");
                    walk(&format!("{address}/{key}/{id}"), item, found);
                }
            }
            // Nothing is aimed at; of a key result, a target is a figure.
            Value::Null if key == "target" && address.contains('@') => {}
            // A list without things; flags are a figure by themselves.
            Value::Array(items) if items.is_empty() && key != "flags" => {}
            Value::Object(_) if key == "target" => walk(&format!("{address}/{key}"), value, found),
            // The level aimed at is written, not computed.
            _ if address.ends_with("/target") && key == "level" => {}
            _ => found.push((format!("{address}/{key}"), value.clone())),
        }
    }
}

#[test]
fn every_figure_of_the_result_is_explained_by_what_it_is() {
    for example in EXAMPLES {
        let folder = repository().join("examples").join(example);
        assert_explained(&folder, &["--as-of", DAY], 250);
    }
}

/// Asserts that each of at least so many figures of a result has an explanation, which ends at its value.
#[track_caller]
pub(crate) fn assert_explained(folder: &Path, options: &[&str], least: usize) {
    let mut arguments = vec!["score", "--format", "json"];
    arguments.extend(options);
    let figures = figures(&run_in(folder, &arguments).json());
    assert!(figures.len() > least, "{}", figures.len());
    let mut arguments = vec!["explain", "--format", "json"];
    arguments.extend(options);
    arguments.extend(figures.iter().map(|(address, _)| address.as_str()));
    let explained = run_in(folder, &arguments).json();
    let explanations = explained["explanations"].as_array().expect("a list");
    assert_eq!(explanations.len(), figures.len(), "one each");
    for ((address, value), explanation) in figures.iter().zip(explanations) {
        if address.ends_with("level_id") {
            continue; // explained as the level, whose number is its value
        }
        assert_eq!(explanation["figure"], address.as_str());
        assert_eq!(&explanation["value"], value, "{address}");
        let says_why = ["formulas", "rules", "tests", "inputs", "notes"]
            .iter()
            .any(|part| !explanation[part].as_array().expect("a list").is_empty());
        assert!(says_why, "{address} has no reason");
    }
}

/// A workspace whose every figure is small enough to be worked out in the head.
fn small() -> Folder {
    let folder = Folder::new();
    folder.write(
        "regua.yaml",
        "regua: 1\norganisation: Test\nrubrics: [ruler]\n",
    );
    folder.write(
        "rubrics/ruler.yaml",
        "regua: 1
id: ruler
floor: 1
levels: [{id: one, number: 1}, {id: two, number: 2}, {id: three, number: 3}]
dimensions: [{id: d}]
criteria:
  - {id: a, level: 2, dimension: d, weight: 2}
  - {id: b, level: 2, dimension: d}
  - {id: c, level: 3, dimension: d}
kpis:
  - {id: speed, unit: h, direction: lower, bands: {2: 24h, 3: 12h}}
rules:
  kpi_weight: 0.25
",
    );
    folder.write(
        "assessments/one.yaml",
        "regua: 1
rubric: ruler
date: 2026-01-31
answers:
  a: fully
  b: largely
  c: not
",
    );
    folder.write("kpis/speed.csv", "kpi,period,value\nspeed,2026-01,20h\n");
    folder
}

#[track_caller]
fn explained(folder: &Folder, figure: &str) -> Value {
    let arguments = [
        "explain",
        figure,
        "--format",
        "json",
        "--as-of",
        "2026-02-10",
    ];
    let mut document = folder.run(&arguments).json();
    let list = document["explanations"].as_array().expect("a list");
    assert_eq!(list.len(), 1, "{figure}: {document:#}");
    document["explanations"][0].take()
}

/// The names, values, weights and places of an explanation's inputs.
fn inputs(explanation: &Value, list: &str) -> Vec<String> {
    let text = |value: &Value| match value {
        Value::Null => "–".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    explanation[list]
        .as_array()
        .expect("a list")
        .iter()
        .map(|input| {
            ["name", "value", "weight", "place"]
                .map(|key| text(&input[key]))
                .join(" ")
        })
        .collect()
}

#[test]
fn a_criterion_is_explained_by_its_answer_and_line() {
    let own = explained(&small(), "b");
    assert_eq!(own["figure"], "ruler@2026-01-31/criteria/b/value");
    assert_eq!(own["value"].to_string(), "0.666667");
    assert_eq!(own["exact"], "2/3");
    assert_eq!(
        inputs(&own, "inputs"),
        ["b 0.666667 1 assessments/one.yaml:6"]
    );
    assert_eq!(own["tests"][0]["holds"], true); // 2/3 is over 50 %
}

#[test]
fn a_rating_is_explained_by_the_bands_that_its_value_is_over() {
    let own = explained(&small(), "criteria/b/rating");
    let texts = ["text", "holds", "decides"].map(|key| own["tests"][0][key].to_string());
    assert_eq!(texts, [r#""Fully: 66.7% is over 85%""#, "false", "false"]);
    let texts = ["text", "holds", "decides"].map(|key| own["tests"][1][key].to_string());
    assert_eq!(texts, [r#""Largely: 66.7% is over 50%""#, "true", "true"]);
}

#[test]
fn a_score_is_explained_by_the_formula_with_its_numbers() {
    let folder = small();
    // Level 2: (2 × 1 + 2/3) ÷ 3 = 8/9. Level 3: 0.
    let own = explained(&folder, "practice_score");
    assert_eq!(own["value"].to_string(), "1.888889");
    assert_eq!(own["formulas"][0]["names"], "floor + level 2 + level 3");
    assert_eq!(own["formulas"][0]["numbers"], "1 + 0.8889 + 0");
    // 20 h lies a third of the way from 24 h to 12 h, so the KPI is at level 2 + 1/3.
    let own = explained(&folder, "speed/level");
    assert_eq!(own["value"].to_string(), "2.333333");
    assert_eq!(
        own["formulas"][0]["numbers"],
        "2 + (20 − 24) ÷ (12 − 24) × (3 − 2)"
    );
    // 0.75 × 17/9 + 0.25 × 7/3 = 2
    let own = explained(&folder, "index");
    assert_eq!(own["value"].to_string(), "2");
    assert_eq!(
        own["formulas"][0]["numbers"],
        "(1 − 0.25) × 1.8889 + 0.25 × 2.3333"
    );
    assert_eq!(
        inputs(&own, "inputs")[0],
        "KPI weight 0.25 – rubrics/ruler.yaml:13"
    );
}

#[test]
fn a_level_is_explained_by_its_gates_and_what_blocks_the_next() {
    let own = explained(&small(), "level");
    assert_eq!(own["value"], 2);
    let gates = own["tests"].as_array().expect("a list");
    assert_eq!(gates[0]["text"], "Level 2 two: 2 of 2 criteria met");
    assert_eq!(
        (&gates[0]["holds"], &gates[0]["decides"]),
        (&true.into(), &true.into())
    );
    assert_eq!(gates[1]["text"], "Level 3 three: 0 of 1 criteria met");
    assert_eq!(gates[1]["holds"], false);
    assert_eq!(inputs(&own, "blocking"), ["c 0 1 rubrics/ruler.yaml:9"]);
}

#[test]
fn a_level_that_the_score_makes_is_explained_by_its_edges() {
    let folder = small();
    folder.write(
        "rubrics/ruler.yaml",
        "regua: 1
id: ruler
levels: [{id: one, number: 1}, {id: two, number: 2}, {id: three, number: 3}]
dimensions: [{id: d}]
scales: {stars: {min: 1, max: 5}}
criteria:
  - {id: a, dimension: d, scale: stars}
  - {id: b, dimension: d, scale: stars}
rules:
  level:
    method: banded
    bands:
      2: 2.6
      3: 4
    decimals: 1
",
    );
    let answered = |answers: &str| {
        let text = format!("regua: 1\nrubric: ruler\ndate: 2026-01-31\nanswers: {{{answers}}}\n");
        folder.write("assessments/one.yaml", &text);
        folder.write("kpis/speed.csv", "kpi,period,value\n");
    };
    let tests = |own: &Value| -> Vec<(String, bool, bool, String)> {
        let tests = own["tests"].as_array().expect("a list").iter();
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        tests
            .map(|test| {
                let (holds, decides) = (&test["holds"], &test["decides"]);
                let flags = (holds == true, decides == true);
                (text(&test["text"]), flags.0, flags.1, text(&test["place"]))
            })
            .collect()
    };
    answered("a: 3.05, b: 2.05");
    let own = explained(&folder, "ruler/level");
    assert_eq!(own["value"], 2);
    assert_eq!(
        tests(&own),
        [
            (
                "Level 2 two from 2.6 on: the score is 2.6".to_owned(),
                true,
                true,
                "rubrics/ruler.yaml:13".to_owned()
            ),
            (
                "Level 3 three from 4 on: the score is 2.6".to_owned(),
                false,
                true,
                "rubrics/ruler.yaml:14".to_owned()
            ),
        ]
    );
    assert_eq!(own["formulas"][0]["names"], "round(practice score; 1)");
    assert_eq!(own["formulas"][0]["numbers"], "round(2.55; 1)");
    assert_eq!(
        own["inputs"][0]["figure"],
        "ruler@2026-01-31/practice_score"
    );
    assert_eq!(own["rules"][0]["place"], "rubrics/ruler.yaml:10");
    let next = explained(&folder, "ruler/next_level_progress");
    assert_eq!(next["value"], 0);
    assert_eq!(
        next["formulas"][0]["numbers"],
        "min(max((2.55 − 2.6) ÷ (4 − 2.6); 0); 1)"
    );
    assert_eq!(
        inputs(&next, "inputs"),
        [
            "practice score 2.55 – –",
            "edge of level 2 two 2.6 – rubrics/ruler.yaml:13",
            "edge of level 3 three 4 – rubrics/ruler.yaml:14",
        ]
    );
    let score = explained(&folder, "d/practice_score");
    assert_eq!(
        score["rules"][0]["text"],
        "The mean of the criteria, on the scale of the answers."
    );
    // Below the first edge the lowest level is held, and the first edge is the one that was missed.
    answered("a: 1, b: 1");
    let own = explained(&folder, "ruler/level");
    assert_eq!(
        (&own["value"], own["shown"].as_str()),
        (&1.into(), Some("1 one"))
    );
    let decisive: Vec<bool> = tests(&own).into_iter().map(|test| test.2).collect();
    assert_eq!(decisive, [true, false]);
    assert_eq!(
        own["rules"][1]["text"],
        "Level 1 one is held with nothing satisfied."
    );
    answered("a: 5, b: 5");
    let own = explained(&folder, "ruler/level");
    assert_eq!(own["notes"][0], "It is the highest band.");
}

#[test]
fn the_most_that_can_be_reached_is_explained_by_what_does_not_apply() {
    let folder = small();
    let rubric = folder.read("rubrics/ruler.yaml");
    let rubric = rubric.replace("kpi_weight: 0.25", "level: {not_applicable: zero}");
    folder.write("rubrics/ruler.yaml", &rubric);
    let answers = folder.read("assessments/one.yaml");
    let answers = answers.replace("a: fully", "a: {not_applicable: Not here.}");
    folder.write("assessments/one.yaml", &answers);
    let own = explained(&folder, "ruler/practice_maximum");
    assert_eq!(own["shown"], "2.33"); // 1 + 1/3 + 1: two thirds of level 2 are lost
    assert_eq!(own["formulas"][0]["names"], "floor + level 2 + level 3");
    assert_eq!(own["formulas"][0]["numbers"], "1 + 0.3333 + 1");
    // Nothing leads to the achievement that the level has today: its criteria are told.
    assert_eq!(own["formulas"][1]["of"], "level 2");
    assert_eq!(
        inputs(&own, "inputs")[1..3],
        ["a 0 2 rubrics/ruler.yaml:7", "b 1 1 rubrics/ruler.yaml:8"]
    );
}

#[test]
fn a_status_is_explained_by_the_test_that_decided_it() {
    let folder = small();
    folder.write(
        "okrs/2026-Q1/plan.yaml",
        "regua: 1
cycle: 2026-Q1
objectives:
  - id: faster
    key_results:
      - {id: reply, kpi: speed, baseline: 24h, target: 12h}
",
    );
    // p = (20 − 24) ÷ (12 − 24) = 1/3, E = 40 ÷ 89, p ÷ E = 89/120 = 0.742: from 0.7 on behind.
    let own = explained(&folder, "reply/status");
    assert_eq!(own["value"], "behind");
    let tests = own["tests"].as_array().expect("a list");
    let last = tests.last().expect("a test decided");
    assert_eq!(last["decides"], true);
    assert_eq!(
        last["text"],
        "Behind, not at risk, from 0.7 on: progress ÷ expected = 0.742"
    );
    let own = explained(&folder, "reply/progress");
    assert_eq!(
        inputs(&own, "inputs"),
        [
            "value 20 – kpis/speed.csv:2",
            "baseline 24 – okrs/2026-Q1/plan.yaml:6",
            "target 12 – okrs/2026-Q1/plan.yaml:6"
        ]
    );
    // 1/3, from 0 to 1, to one decimal: 0.3 is still red.
    let own = explained(&folder, "reply/grade");
    assert_eq!(own["value"], Value::Null);
    assert_eq!(own["formulas"][0]["result"], "0.3");
}

#[test]
fn a_forecast_is_the_line_through_the_readings() {
    let folder = small();
    folder.write(
        "okrs/2026-Q1/plan.yaml",
        "regua: 1
cycle: 2026-Q1
objectives:
  - id: more
    key_results:
      - {id: guides, unit: guides, baseline: 0, target: 45}
",
    );
    folder.write(
        "okrs/2026-Q1/check-ins.yaml",
        "- {date: 2026-01-11, key_result: guides, value: 5}
- {date: 2026-01-21, key_result: guides, value: 10}
- {date: 2026-01-31, key_result: guides, value: 40}
- {date: 2026-02-10, key_result: guides, value: 20}
",
    );
    // Days 10, 20, 30, 40. Paces: 5/10, 35/20, 15/30, 30/10, 10/20, −20/10: sorted −2, 0.5, 0.5, 0.5, 1.75, 3;
    // the median is 0.5. Starts: 0, 0, 25, 0: the median is 0. On day 89: 44.5, which is 44.5 ÷ 45 of the way.
    let own = explained(&folder, "guides/forecast");
    assert_eq!(own["value"]["value"].to_string(), "44.5");
    assert_eq!(own["value"]["progress"].to_string(), "0.988889");
    assert_eq!(own["value"]["observed_pace"].to_string(), "0.5");
    // (45 − 20) ÷ 49 days left
    assert_eq!(own["value"]["required_pace"].to_string(), "0.510204");
    let result = folder.scored("2026-02-10");
    let key_result = &result["okrs"][0]["objectives"][0]["key_results"][0];
    assert_eq!(key_result["forecast"], own["value"]);
    // Two readings are no line.
    assert_eq!(
        folder.scored("2026-01-25")["okrs"][0]["objectives"][0]["key_results"][0]["forecast"],
        Value::Null
    );
}

#[test]
fn an_address_may_leave_out_whatever_can_be_guessed() {
    let folder = small();
    for (asked, meant) in [
        ("level", "ruler@2026-01-31/level"),
        ("ruler/level", "ruler@2026-01-31/level"),
        ("@2026-01-31/level", "ruler@2026-01-31/level"),
        ("practice-score", "ruler@2026-01-31/practice_score"),
        ("d/level", "ruler@2026-01-31/dimensions/d/level"),
        ("c/rating", "ruler@2026-01-31/criteria/c/rating"),
        ("levels/2", "ruler@2026-01-31/levels/2"),
        ("speed/stale", "ruler@2026-01-31/kpis/speed/stale"),
        // As the screen has it: “Practice”, “Outcome”.
        ("practice", "ruler@2026-01-31/practice_score"),
        ("outcome", "ruler@2026-01-31/outcome_score"),
    ] {
        assert_eq!(explained(&folder, asked)["figure"], meant, "{asked}");
    }
    // A slip in any part, told by the shortest address that can be asked for.
    for (asked, near) in [
        ("levl", "level"),
        ("outcom", "outcome_score"),
        ("spede/level", "speed/level"),
        ("rulr/level", "level"),
        ("rulers/d/levle", "d/level"),
        ("speed/lvel", "speed/level"),
        ("sped", "speed"),
    ] {
        let ran = folder.run(&["explain", asked, "--lang", "en"]);
        assert_eq!(ran.code, 2, "{asked}");
        let told = ran.err.lines().nth(1).unwrap_or_default();
        let told = told.trim().trim_start_matches("did you mean: ");
        let first = told.trim_end_matches('?').split(", ").next();
        assert_eq!(first, Some(near), "{asked}: {}", ran.err);
    }
    let ran = folder.run(&["explain", "pratice-score", "--lang", "pt-BR"]);
    assert!(
        ran.err
            .contains("você quis dizer: practice_score, d/practice_score?"),
        "{}",
        ran.err
    );
    let ran = folder.run(&["explain", "zzzzzz"]);
    assert!(
        ran.err.contains("lists what can be explained"),
        "{}",
        ran.err
    );
    let ran = Folder::new()
        .write("regua.yaml", "regua: 1\norganisation: Nova\n")
        .run(&["explain"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("nothing to explain yet"), "{}", ran.out);
}

#[test]
fn what_is_listed_can_be_asked_for_as_it_is_listed() {
    for example in EXAMPLES {
        let folder = repository().join("examples").join(example);
        let listed = run_in(&folder, &["explain", "--as-of", DAY]).out;
        let addresses: Vec<&str> = listed
            .lines()
            .filter(|line| line.starts_with("  "))
            .filter_map(|line| line.split_whitespace().last())
            .filter(|last| last.is_ascii() && !last.starts_with(char::is_numeric))
            .filter(|last| last.contains('/') || last.contains("progress") || *last == "index")
            .collect();
        assert!(addresses.len() > 20, "{example}: {listed}");
        let mut arguments = vec!["explain", "--format", "json", "--as-of", DAY];
        arguments.extend(&addresses);
        let explained = run_in(&folder, &arguments).json();
        let count = explained["explanations"].as_array().expect("a list").len();
        assert_eq!(count, addresses.len(), "{example}: one figure for each");
    }
}

#[test]
fn a_headline_figure_of_the_report_opens_its_explanation() {
    let folder = Folder::copy_of_example("saas-support");
    assert_eq!(
        folder
            .run(&["report", ".", "--as-of", DAY, "-o", "out"])
            .code,
        0
    );
    let browser = Browser::launch();
    let page = browser.page();
    page.open(&folder.path().join("out/report.html"));
    let count = page.evaluate("document.querySelectorAll('a.figure').length");
    assert!(count.as_u64().is_some_and(|count| count >= 5), "{count}");
    let missing = page.evaluate(
        "[...document.querySelectorAll('a.figure')]
            .map(link => link.getAttribute('href').slice(1))
            .filter(id => !document.getElementById(id)?.closest('details'))",
    );
    assert_eq!(
        missing,
        serde_json::json!([]),
        "every link leads into an explanation"
    );
    let opened = page.evaluate(
        "(() => {
            const links = [...document.querySelectorAll('#answer table a.figure')];
            return links.map(link => {
                link.click();
                const id = link.getAttribute('href').slice(1);
                return document.getElementById(id).closest('details').open;
            });
        })()",
    );
    assert_eq!(opened, serde_json::json!([true, true, true, true, true]));
    assert!(page.console().is_empty(), "{:#?}", page.console());
}

/// A workspace with a KPI that belongs to no rubric, measured twice, and a service level.
fn with_an_own_kpi() -> Folder {
    let folder = small();
    folder.write(
        "kpis/own.yaml",
        "regua: 1\nkpis:\n  - {id: custo-por-chamado, title: Custo por chamado, unit: R$, \
         direction: lower, aggregate: mean, frequency: monthly}\n  - {id: unmeasured, title: None, \
         unit: count, direction: lower, aggregate: last, frequency: monthly}\n\
         service_levels:\n  - {id: primeira-resposta, title: Primeira resposta, goal: 90%, \
         window: month}\n\
         readings:\n  - {kpi: custo-por-chamado, period: 2025-12, value: R$ 14.20}\n  \
         - {kpi: custo-por-chamado, period: 2026-01, value: R$ 12.85}\n",
    );
    folder
}

#[test]
fn a_kpi_of_no_rubric_is_explained_by_its_latest_reading() {
    let folder = with_an_own_kpi();
    for asked in [
        "custo-por-chamado",
        "custo-por-chamado/value",
        "kpis/custo-por-chamado/value",
    ] {
        let explanation = explained(&folder, asked);
        assert_eq!(explanation["figure"], "kpis/custo-por-chamado/value");
        assert_eq!(explanation["value"].to_string(), "12.85", "{asked}");
        assert_eq!(explanation["subject"], "Custo por chamado");
        let input = &explanation["inputs"][0];
        assert_eq!(input["place"], "kpis/own.yaml:9", "{explanation}");
    }
    let ran = folder.run(&["explain", "--lang", "pt-BR", "--as-of", DAY]);
    assert!(ran.out.contains("custo-por-chamado/value"), "{}", ran.out);
    assert!(!ran.out.contains("unmeasured"), "{}", ran.out);
    let ran = folder.run(&["explain", "custo-por-chamado/value", "--lang", "pt-BR"]);
    assert!(ran.out.contains("R$\u{a0}12,85"), "{}", ran.out);
    assert!(
        ran.out.contains("A leitura mais recente: jan. 2026"),
        "{}",
        ran.out
    );
}

#[test]
fn what_is_suggested_is_of_the_kind_that_was_asked_for() {
    let folder = with_an_own_kpi();
    for (asked, near) in [
        ("custo-por-chamdo/value", "custo-por-chamado"),
        ("custo-por-chamdo/valor", "custo-por-chamado"),
        ("primeira", "primeira-resposta"),
        ("unmeasurd/value", "none"),
    ] {
        let ran = folder.run(&["explain", asked, "--lang", "en"]);
        assert_eq!(ran.code, 2, "{asked}");
        let told = ran.err.lines().nth(1).unwrap_or_default().trim();
        match near {
            "none" => assert!(!told.contains("did you mean"), "{asked}: {told}"),
            near => assert!(told.starts_with(&format!("did you mean: {near}")), "{told}"),
        }
    }
}
