//! Every figure of the machine-readable result can be explained, and its explanation ends at the figure.

use serde_json::Value;

use crate::support::{repository, run_in};

const DAY: &str = "2026-11-20";
const EXAMPLES: [&str; 2] = ["otica-horizonte", "saas-support"];

/// Keys that name a thing, say what a figure is measured in, or hold texts: no figures.
const NAMES: [&str; 14] = [
    "schema",
    "as_of",
    "organisation",
    "rubric",
    "rubric_version",
    "date",
    "id",
    "parent",
    "dimension",
    "unit",
    "period",
    "cycle",
    "contradictions",
    "people",
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
        let result = run_in(&folder, &["score", "--format", "json", "--as-of", DAY]).json();
        let figures = figures(&result);
        assert!(figures.len() > 150, "{example}: {}", figures.len());
        let mut arguments = vec!["explain", "--format", "json", "--as-of", DAY];
        arguments.extend(figures.iter().map(|(address, _)| address.as_str()));
        let explained = run_in(&folder, &arguments).json();
        let explanations = explained["explanations"].as_array().expect("a list");
        assert_eq!(explanations.len(), figures.len(), "{example}: one each");
        for ((address, value), explanation) in figures.iter().zip(explanations) {
            if address.ends_with("level_id") {
                continue; // explained as the level, whose number is its value
            }
            assert_eq!(explanation["figure"], address.as_str(), "{example}");
            assert_eq!(&explanation["value"], value, "{example}: {address}");
            let says_why = ["formulas", "rules", "tests", "inputs", "notes"]
                .iter()
                .any(|part| !explanation[part].as_array().expect("a list").is_empty());
            assert!(says_why, "{example}: {address} has no reason");
        }
    }
}
