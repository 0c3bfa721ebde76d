//! The cases of the public YAML test suite: what is no YAML is refused with a line, what is YAML is read, or is of the
//! few kinds that `docs/en/yaml.md` lists.
//!
//! `tests/fixtures/yaml-test-suite.json` holds the inputs of <https://github.com/yaml/yaml-test-suite>, branch `data` at
//! 6ad3d2c6 (MIT licence), and whether each is YAML.

use std::collections::BTreeMap;

use regua::diagnostic::{Diagnostic, Sources};
use regua::model::parse_day;
use regua::read::{self, InputFile, Inputs};
use serde::Deserialize;

use crate::support::repository;

#[derive(Deserialize)]
struct Case {
    id: String,
    title: String,
    valid: bool,
    yaml: String,
}

fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("../fixtures/yaml-test-suite.json"))
        .expect("the cases are read")
}

/// What the reader says of a file's YAML, as opposed to what the file means.
fn refusal(case: &Case) -> Option<(Diagnostic, Sources)> {
    let mut inputs = Inputs::with_rubrics(&[]);
    inputs.kpis.push(InputFile {
        path: "kpis/case.yaml".to_owned(),
        bytes: case.yaml.clone().into_bytes(),
    });
    let read = read::workspace(inputs, parse_day("2026-11-20").expect("a day"));
    let mut found = read.diagnostics.into_found().into_iter();
    let problem = found.find(|problem| problem.code.as_str().starts_with("yaml-"))?;
    Some((problem, read.sources))
}

#[test]
fn what_is_no_yaml_is_refused_with_a_line() {
    let cases = cases();
    let invalid: Vec<&Case> = cases.iter().filter(|case| !case.valid).collect();
    assert_eq!(invalid.len(), 94);
    for case in invalid {
        let Some((problem, sources)) = refusal(case) else {
            panic!("{} ({}) is read:\n{}", case.id, case.title, case.yaml);
        };
        let (line, column) = sources.line_and_column(problem.place);
        let lines = case.yaml.lines().count().max(1);
        assert!(
            (1..=lines).contains(&line) && column > 0,
            "{}: {line}:{column}",
            case.id
        );
    }
}

#[test]
fn what_is_yaml_is_read_or_listed_as_left_out() {
    let cases = cases();
    let valid: Vec<&Case> = cases.iter().filter(|case| case.valid).collect();
    assert_eq!(valid.len(), 308);
    let mut left_out: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for case in valid {
        if let Some((problem, _)) = refusal(case) {
            let feature = problem
                .arguments
                .iter()
                .find(|(name, _)| *name == "feature");
            let feature = feature.unwrap_or_else(|| panic!("{}: {problem:?}", case.id));
            left_out
                .entry(feature.1.clone())
                .or_default()
                .push(&case.id);
        }
    }
    for document in ["docs/en/yaml.md", "docs/pt-BR/yaml.md"] {
        let text = std::fs::read_to_string(repository().join(document)).expect("it is there");
        for (feature, cases) in &left_out {
            let listed = text
                .lines()
                .find_map(|line| line.strip_prefix(&format!("| `{feature}` |")));
            let listed = listed
                .and_then(|line| line.rsplit('|').nth(1))
                .unwrap_or_default();
            let listed: Vec<&str> = listed.split_whitespace().collect();
            assert_eq!(
                listed,
                *cases,
                "{document}: | `{feature}` | … | {} |",
                cases.join(" ")
            );
        }
        let rows = text.lines().filter(|line| line.starts_with("| `")).count();
        assert_eq!(rows, left_out.len(), "{document} lists what is read");
    }
}
