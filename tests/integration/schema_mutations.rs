//! The full workspace, broken in every place: what a schema refuses the reader refuses, and where the reader says that a
//! key, a shape or a form is wrong, the schema says so too.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::Validator;
use regua::diagnostic::{Code, Severity};
use regua::model::parse_day;
use regua::read::{self, CycleFolder, InputFile, Inputs};
use regua::schema::Kind;
use serde_json::{Value, json};

use crate::support::{Folder, files_below, repository};
use crate::yaml_values::value_of;

/// What a schema can tell of.
const FORMS: [Code; 12] = [
    Code::UnknownKey,
    Code::MissingKey,
    Code::WrongShape,
    Code::UnknownWord,
    Code::NotAnId,
    Code::NotABoolean,
    Code::NotADate,
    Code::NotAPeriod,
    Code::NotANumber,
    Code::NotAColour,
    Code::KeysDisagree,
    Code::FormatVersion,
];

/// Two values in the wrong order, which no schema compares.
const ORDER: [&str; 1] = ["okrs/2026-Q3/plan.yaml: /objectives/0/key_results/3/between/1 = -7.5"];

type Texts = BTreeMap<String, String>;

fn inputs(texts: &Texts) -> Inputs {
    let mut inputs = Inputs::default();
    let mut cycles: BTreeMap<String, CycleFolder> = BTreeMap::new();
    for (path, text) in texts {
        let input = InputFile {
            path: path.clone(),
            bytes: text.clone().into_bytes(),
        };
        match Kind::of_path(path) {
            Some(Kind::Workspace) => inputs.settings = Some(input),
            Some(Kind::Rubric) => inputs.rubrics.push(input),
            Some(Kind::Assessment) => inputs.assessments.push(input),
            Some(Kind::Kpis) => inputs.kpis.push(input),
            Some(Kind::People) => inputs.people.push(input),
            Some(kind) => {
                let folder = path.rsplit_once('/').expect("a cycle is a folder").0;
                let cycle = cycles.entry(folder.to_owned()).or_default();
                folder.clone_into(&mut cycle.path);
                match kind {
                    Kind::Plan => cycle.plan = Some(input),
                    Kind::CheckIns => cycle.check_ins = Some(input),
                    _ => cycle.closing = Some(input),
                }
            }
            None => {}
        }
    }
    inputs.cycles = cycles.into_values().collect();
    inputs
}

/// The errors of a workspace, each with the path of its file.
fn errors(texts: &Texts) -> Vec<(Code, String)> {
    let day = parse_day("2026-07-31").expect("a day");
    let read = read::workspace(inputs(texts), day);
    let all = read.diagnostics.sorted().into_iter();
    all.filter(|problem| problem.severity == Severity::Error)
        .map(|problem| {
            (
                problem.code,
                read.sources.file(problem.place.file).path.clone(),
            )
        })
        .collect()
}

/// Every value that one change at one place makes of another, each with what was done.
fn broken(value: &Value, path: &str, into: &mut Vec<(String, Value)>) {
    let replacements = [
        json!({}),
        json!([]),
        json!({"zz": 1}),
        json!([["zz"]]),
        Value::Null,
        json!("Zz zz,"),
        json!(-7.5),
        json!(true),
    ];
    for other in replacements {
        into.push((format!("{path} = {other}"), other));
    }
    match value {
        Value::Object(entries) => {
            for (key, inner) in entries {
                let mut without = entries.clone();
                without.remove(key);
                into.push((format!("{path} without {key}"), without.clone().into()));
                let mut misspelt = without.clone();
                misspelt.insert(format!("{key}-zz"), inner.clone());
                into.push((format!("{path} with {key}-zz"), misspelt.into()));
                let mut inside = Vec::new();
                broken(inner, &format!("{path}/{key}"), &mut inside);
                for (what, inner) in inside {
                    let mut entries = entries.clone();
                    entries.insert(key.clone(), inner);
                    into.push((what, entries.into()));
                }
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter().enumerate() {
                let mut inside = Vec::new();
                broken(inner, &format!("{path}/{index}"), &mut inside);
                for (what, inner) in inside {
                    let mut items = items.clone();
                    items[index] = inner;
                    into.push((what, items.into()));
                }
            }
        }
        _ => {}
    }
}

fn full() -> (Folder, Texts) {
    let folder = Folder::new();
    let from = repository().join("tests/fixtures/formats/full");
    let mut texts = Texts::new();
    for file in files_below(&from) {
        let text = std::fs::read_to_string(from.join(&file)).expect("files are text");
        folder.write(&file, &text);
        if Kind::of_path(&file).is_some() {
            let value = value_of(&text).expect("the file is YAML");
            texts.insert(file, value.to_string());
        }
    }
    (folder, texts)
}

fn schema(folder: &Folder, kind: Kind, more: &[&str]) -> Validator {
    let ran = folder.run(&[&["schema", kind.as_str()], more].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    jsonschema::validator_for(&ran.json()).expect("the schema is one")
}

#[test]
fn reader_and_schema_agree_on_a_workspace_broken_in_every_place() {
    let (folder, texts) = full();
    let found = errors(&texts);
    assert!(found.is_empty(), "nothing is wrong yet: {found:?}");
    let (mut too_strict, mut too_mild) = (Vec::new(), BTreeSet::new());
    let (mut tried, mut refused) = (0, 0);
    for (path, text) in &texts {
        let kind = Kind::of_path(path).expect("others are left out");
        let plain = schema(&folder, kind, &[]);
        let with_names = schema(&folder, kind, &["--workspace"]);
        let value: Value = serde_json::from_str(text).expect("it was written so");
        let mut others = texts.clone();
        if path == "rubrics/bakery.yaml" {
            // What an overlay hides or replaces is mended by it.
            others.remove("rubrics/bakery.overlay.yaml");
        }
        let before = errors(&others);
        assert!(
            plain.is_valid(&value) && with_names.is_valid(&value),
            "{path}"
        );
        let mut values = Vec::new();
        broken(&value, "", &mut values);
        for (what, value) in values {
            tried += 1;
            others.insert(path.clone(), value.to_string());
            let found = errors(&others);
            let is_refused = !plain.is_valid(&value);
            refused += usize::from(is_refused);
            if found == before && (is_refused || !with_names.is_valid(&value)) {
                let why = with_names.iter_errors(&value).next();
                let why = why.map(|error| format!("{}: {error}", error.instance_path()));
                too_strict.push(format!("{path}: {what}: {}", why.unwrap_or_default()));
            }
            let is_form = |(code, file): &&(Code, String)| FORMS.contains(code) && file == path;
            let place = format!("{path}: {what}");
            if let Some((code, _)) = found.iter().find(is_form)
                && !is_refused
                && !ORDER.contains(&place.as_str())
            {
                too_mild.insert(format!("{place}: {code}"));
            }
        }
    }
    assert!(refused > 4_000, "{refused} of {tried} refused");
    assert!(
        too_strict.is_empty(),
        "{}: {too_strict:#?}",
        too_strict.len()
    );
    assert!(too_mild.is_empty(), "{}: {too_mild:#?}", too_mild.len());
}
