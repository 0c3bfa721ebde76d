//! The schemas of the formats: what the reader takes they let pass, and what it refuses they refuse, as far as a schema
//! can tell.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::Validator;
use regua::locale::Locale;
use regua::model::Language;
use regua::schema::Kind;
use serde_json::{Value, json};

use crate::invalid::{Case, cases};
use crate::support::{Folder, files_below, repository, run_in};
use crate::yaml_values::value_of;

/// The validators of an example's workspace by kind, made when they are first asked for.
#[derive(Default)]
struct Schemas {
    by_example: BTreeMap<(String, &'static str), Validator>,
}

impl Schemas {
    /// That of a kind of file, with the ids of an example; of none where its name is empty.
    fn of(&mut self, example: &str, kind: Kind) -> &Validator {
        let key = (example.to_owned(), kind.as_str());
        self.by_example.entry(key).or_insert_with(|| {
            let folder = match example {
                "" => Folder::new(),
                example => Folder::copy_of_example(example),
            };
            let more: &[&str] = match example {
                "" => &[],
                _ => &["--workspace"],
            };
            validator(&folder, kind, more)
        })
    }
}

fn validator(folder: &Folder, kind: Kind, more: &[&str]) -> Validator {
    let mut arguments = vec!["schema", kind.as_str(), "--lang", "en"];
    arguments.extend(more);
    let ran = folder.run(&arguments);
    assert_eq!(ran.code, 0, "{}", ran.err);
    jsonschema::validator_for(&ran.json()).expect("the schema is one")
}

/// What is wrong with a file by a schema.
fn wrong(validator: &Validator, value: &Value) -> Vec<String> {
    let errors = validator.iter_errors(value);
    errors
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

/// The YAML files of a folder, each with its kind.
fn files_of(folder: &Folder) -> Vec<(String, Kind)> {
    let all = files_below(folder.path()).into_iter();
    all.filter_map(|file| {
        let kind = Kind::of_path(&file)?;
        Some((file, kind))
    })
    .collect()
}

#[track_caller]
fn every_file_passes(folder: &Folder) {
    let files = files_of(folder);
    assert!(!files.is_empty());
    for (file, kind) in files {
        let value = value_of(&folder.read(&file)).expect("the file is YAML");
        for more in [&[][..], &["--workspace"]] {
            let found = wrong(&validator(folder, kind, more), &value);
            assert!(found.is_empty(), "{file} {more:?}: {found:#?}");
        }
    }
}

#[test]
fn every_file_of_the_examples_passes() {
    for example in ["otica-horizonte", "saas-support"] {
        every_file_passes(&Folder::copy_of_example(example));
    }
}

#[test]
fn every_file_that_a_workspace_begins_with_passes_the_schema_that_it_names() {
    for language in ["en", "pt-BR"] {
        let folder = Folder::new();
        let ran = folder.run(&[
            "init",
            "--organisation",
            "Acme",
            "--rubric",
            "customer-service,sfia-csmg",
            "--lang",
            language,
            "--as-of",
            "2026-10-05",
        ]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        every_file_passes(&folder);
        for (file, kind) in files_of(&folder) {
            let text = folder.read(&file);
            let up = "../".repeat(file.matches('/').count());
            let schema = format!(".regua/schema/{}.json", kind.as_str());
            let line = format!("# yaml-language-server: $schema={up}{schema}\n");
            assert!(text.starts_with(&line), "{file}");
            let named: Value = serde_json::from_str(&folder.read(&schema)).expect("it is JSON");
            let named = jsonschema::validator_for(&named).expect("the schema is one");
            let found = wrong(&named, &value_of(&text).expect("the file is YAML"));
            assert!(found.is_empty(), "{file}: {found:#?}");
        }
    }
}

#[test]
fn every_shipped_rubric_passes_and_so_do_published_models() {
    let mut schemas = Schemas::default();
    let mut passed = 0;
    for folder in ["rubrics", "tests/fixtures/models"] {
        let folder = repository().join(folder);
        for file in files_below(&folder) {
            let text = std::fs::read_to_string(folder.join(&file)).expect("rubrics are text");
            if !file.ends_with(".yaml") || text.contains("\ncatalogue:") {
                continue;
            }
            let value = value_of(&text).expect("the file is YAML");
            let found = wrong(schemas.of("", Kind::Rubric), &value);
            assert!(found.is_empty(), "{file}: {found:#?}");
            passed += 1;
        }
    }
    assert!(passed > 5, "only {passed} rubrics were found");
}

/// Why some errors are no schema's to find.
const BEYOND: &[(&str, &str)] = &[
    ("ambiguous-target", UNIT),
    ("ambiguous-value", UNIT),
    ("ambiguous-value-dollar", UNIT),
    ("ambiguous-value-dollar-inferred", UNIT),
    ("ambiguous-value-mix", UNIT),
    ("ambiguous-value-no-period", UNIT),
    ("ambiguous-value-period", UNIT),
    ("band-order", ORDER),
    ("band-order-limits", ORDER),
    ("band-order-overlay", ORDER),
    ("band-order-score", ORDER),
    ("cannot-pool-counts", TOGETHER),
    ("closing-figures-as-of", ORDER),
    ("closing-figures-progress", SUM),
    ("closing-figures", SUM),
    ("date-order", ORDER),
    ("duplicate-assessment", TOGETHER),
    ("duplicate-id", TOGETHER),
    ("duplicate-key", PARSER),
    ("duplicate-key-overlay", TOGETHER),
    ("duplicate-key-answer", TOGETHER),
    ("duplicate-reading", TOGETHER),
    ("empty-scale", ORDER),
    ("future-date", DAY),
    ("hidden-in-use", OVERLAID),
    ("keys-disagree-amendment", SAME_FILE),
    ("keys-disagree-floor", SAME_FILE),
    ("keys-disagree-kpi-weight", SAME_FILE),
    ("keys-disagree-reversed", ORDER),
    ("keys-disagree-rounded", SUM),
    ("keys-disagree-unit", UNIT),
    ("level-order", ORDER),
    ("level-out-of-range", ADDED),
    ("low-contrast", SUM),
    ("missing-file", FILES),
    ("missing-key-band", SAME_FILE),
    ("missing-key-band-lowest", SAME_FILE),
    ("no-weight", SUM),
    ("no-working-day", UNIT),
    ("not-a-number-long", NUMBER),
    ("not-a-number-money", UNIT),
    ("not-an-image", FILES),
    ("not-utf8", PARSER),
    ("out-of-range-edge", SAME_FILE),
    ("out-of-range-limits", TOGETHER),
    ("out-of-range-working-day", SUM),
    ("outside-workspace", FILES),
    ("parent-circle", TOGETHER),
    ("self-conflict", SAME_FILE),
    ("target-is-baseline", SUM),
    ("unknown-choice-hidden", OVERLAID),
    ("unknown-dimension-criterion", SAME_FILE),
    ("unknown-dimension-in-use", SAME_FILE),
    ("unknown-dimension-kpi", SAME_FILE),
    ("unknown-dimension-overlay", OVERLAID),
    ("unknown-key-result-amendment", SAME_FILE),
    ("unknown-kpi-question", SAME_FILE),
    ("unknown-level-band", SAME_FILE),
    ("unknown-level-criterion", SAME_FILE),
    ("unknown-level-floor", SAME_FILE),
    ("unknown-level-overlay", OVERLAID),
    ("unknown-level-score", SAME_FILE),
    ("unknown-part", OVERLAID),
    ("unknown-question-conflict", SAME_FILE),
    ("unknown-scale", SAME_FILE),
    ("wrong-direction", SUM),
    ("wrong-unit", UNIT),
    ("yaml-feature", PARSER),
    ("yaml-syntax", PARSER),
];

const ADDED: &str = "the case itself adds the rubric that would tell; a test of its own does it";
const DAY: &str = "a schema knows no day";
const FILES: &str = "a schema looks at no other file";
const NUMBER: &str = "an editor's number has lost the digits";
const ORDER: &str = "a schema compares no two values";
const OVERLAID: &str = "it depends on what an overlay does to another file";
const PARSER: &str = "an editor's parser says so, or reads it all the same";
const SAME_FILE: &str = "the same file defines what is named";
const SUM: &str = "a schema computes nothing";
const TOGETHER: &str = "it takes two places to see it";
const UNIT: &str = "the unit is declared elsewhere";

/// Whether a case is among those that no schema can tell: by its name, or with all of its code.
fn beyond(case: &Case) -> Option<&'static str> {
    let code = case.code();
    // Of the same codes, and all the same refused, or right.
    const NOT: [&str; 7] = [
        "ambiguous-value-point",
        "ambiguous-value-point-check-in",
        "ambiguous-value-working-day",
        "missing-file-evidence",
        "no-weight-rubric",
        "wrong-unit-working-day",
        "yaml-feature-documents",
    ];
    if NOT.contains(&case.name.as_str()) {
        return None;
    }
    let is_listed = |name: &str| BEYOND.iter().find(|(listed, _)| *listed == name);
    let listed = is_listed(&case.name).or_else(|| is_listed(code.as_str()))?;
    Some(listed.0)
}

/// Whether the problem lies in a file that there is a schema of: not in a table, a template or a picture.
fn is_in_a_format(case: &Case) -> bool {
    let file = case.at.split(':').next().unwrap_or_default();
    Kind::of_path(file).is_some()
}

/// The kinds of problems that only names tell: the schema then knows those of the example.
const OF_NAMES: [&str; 4] = [
    "check-in-kind",
    "not-of-a-person",
    "out-of-range",
    "rubric-not-in-use",
];

/// What is wrong by its schema with the file that a case's problem lies in.
fn refusals(case: &Case, schemas: &mut Schemas) -> Vec<String> {
    let file = case.at.split(':').next().unwrap_or_default();
    let kind = Kind::of_path(file).expect("others are left out");
    let Ok(bytes) = std::fs::read(case.workspace().path().join(file)) else {
        return Vec::new();
    };
    let Some(value) = String::from_utf8(bytes)
        .ok()
        .and_then(|text| value_of(&text))
    else {
        return Vec::new();
    };
    let code = case.code().as_str();
    let example = match code.starts_with("unknown-") || OF_NAMES.contains(&code) {
        true => &case.example,
        false => "",
    };
    wrong(schemas.of(example, kind), &value)
}

/// What is wrong with the files of a workspace that is read without errors, by its own schemas.
fn refusals_of_what_is_right(case: &Case) -> Vec<String> {
    let folder = case.workspace();
    let files = files_of(&folder).into_iter();
    let changed = files.filter(|(file, _)| case.paths().any(|path| path == file));
    let found = changed.flat_map(|(file, kind)| {
        let value = value_of(&folder.read(&file)).expect("it is YAML");
        wrong(&validator(&folder, kind, &["--workspace"]), &value)
    });
    found.collect()
}

#[test]
fn what_the_reader_refuses_a_schema_refuses_as_far_as_it_can_tell() {
    let mut schemas = Schemas::default();
    let (mut refused, mut not_refused, mut wrongly) = (BTreeSet::new(), Vec::new(), Vec::new());
    let mut used = BTreeSet::new();
    let (mut let_pass, mut beyond_it) = (0, 0);
    for case in cases().into_iter().filter(is_in_a_format) {
        let found = match case.exit {
            2 => refusals(&case, &mut schemas),
            _ => refusals_of_what_is_right(&case),
        };
        let is_error = case.exit == 2;
        match (is_error, found.is_empty(), beyond(&case)) {
            (true, false, None) => {
                refused.insert(case.name.clone());
            }
            (true, true, Some(listed)) => {
                used.insert(listed);
                beyond_it += 1;
            }
            (true, true, None) => not_refused.push(case.name.clone()),
            (false, true, None) => let_pass += 1,
            _ => wrongly.push(format!("{}: {found:?}", case.name)),
        }
    }
    assert!(
        refused.len() >= 160 && let_pass >= 120,
        "{} refused, {beyond_it} beyond a schema, {let_pass} right and let pass",
        refused.len()
    );
    assert!(
        not_refused.is_empty(),
        "{}: {not_refused:#?}",
        not_refused.len()
    );
    assert!(wrongly.is_empty(), "{}: {wrongly:#?}", wrongly.len());
    let unused: Vec<&str> = BEYOND
        .iter()
        .map(|(listed, _)| *listed)
        .filter(|listed| !used.contains(listed))
        .collect();
    assert!(
        unused.is_empty(),
        "nothing is beyond a schema here: {unused:?}"
    );
}

/// The program does not make these at run time.
#[test]
fn the_schemas_of_results_that_the_program_holds_are_those_of_the_code() {
    use regua::report::schema;
    for (name, held, made) in [
        ("score", schema::SCORE, schema::score()),
        ("report", schema::REPORT, schema::report()),
    ] {
        let made = serde_json::to_string(&made).expect("a schema is JSON");
        let path = repository().join(format!("src/report/schema/{name}.json"));
        if std::env::var("REGUA_PAGES").is_ok_and(|value| value == "write") && held != made {
            std::fs::write(path, &made).expect("files can be written");
            panic!("{name}.json is written: run again, for the program holds the old one");
        }
        assert!(
            held == made,
            "{name}.json: write it anew with REGUA_PAGES=write"
        );
    }
}

#[test]
fn the_published_schemas_are_those_of_the_program() {
    const KINDS: [&str; 10] = [
        "workspace",
        "rubric",
        "assessment",
        "kpis",
        "plan",
        "check-ins",
        "closing",
        "people",
        "score",
        "report",
    ];
    for language in ["en", "pt-BR"] {
        let folder = repository().join("docs/schema").join(language);
        let mut names = Vec::new();
        for kind in KINDS {
            let ran = run_in(&repository(), &["schema", kind, "--lang", language]);
            assert_eq!((ran.code, ran.err.as_str()), (0, ""));
            assert!(!ran.out.contains('⟦'), "{kind}: a sentence is missing");
            let path = folder.join(format!("{kind}.json"));
            if std::env::var("REGUA_PAGES").is_ok_and(|value| value == "write") {
                std::fs::create_dir_all(&folder).expect("folders can be made");
                std::fs::write(&path, &ran.out).expect("files can be written");
            }
            let published = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(
                ran.out == published,
                "{kind} in {language}: write it anew with REGUA_PAGES=write"
            );
            names.push(format!("{kind}.json"));
        }
        names.sort();
        assert_eq!(files_below(&folder), names);
    }
}

/// Each description of a schema, with where it stands.
fn descriptions(value: &Value, path: &str, into: &mut Vec<(String, String)>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                let path = format!("{path}/{key}");
                match value.as_str() {
                    Some(text) if key == "description" => into.push((path, text.to_owned())),
                    _ => descriptions(value, &path, into),
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                descriptions(item, &format!("{path}/{index}"), into);
            }
        }
        _ => {}
    }
}

#[test]
fn every_field_is_described_in_both_languages_in_a_sentence_that_fits() {
    const LONGEST: usize = 200;
    for kind in Kind::ALL {
        let [english, portuguese] = ["en", "pt-BR"].map(|language| {
            let ran = run_in(
                &repository(),
                &["schema", kind.as_str(), "--lang", language],
            );
            let mut found = Vec::new();
            descriptions(&ran.json(), "", &mut found);
            found
        });
        assert!(!english.is_empty());
        for ((path, english), (other, portuguese)) in english.iter().zip(&portuguese) {
            assert_eq!(path, other);
            let is_name = english == "KPIs" || english == "Regua";
            assert!(english != portuguese || is_name, "{path}: {english}");
            for text in [english, portuguese] {
                assert!(text.chars().count() <= LONGEST, "{path}: {text}");
            }
        }
    }
}

/// Where the page of the formats is, and the workspace of its examples.
const PAGES: [(&str, Language, &str); 2] = [
    ("en", Language::English, "docs/en/reference/formats.md"),
    (
        "pt-BR",
        Language::Portuguese,
        "docs/pt-BR/referencia/formatos.md",
    ),
];

fn examples_of_pages(language: &str) -> Folder {
    let folder = Folder::new();
    let from = repository().join("tests/fixtures/formats").join(language);
    for file in files_below(&from) {
        let text = std::fs::read_to_string(from.join(&file)).expect("files are text");
        folder.write(&file, &text);
    }
    folder
}

#[test]
fn the_examples_of_the_formats_are_fine() {
    for (language, ..) in PAGES {
        let folder = examples_of_pages(language);
        let ran = folder.run(&["check", "--as-of", "2026-10-02", "--lang", "en"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
        every_file_passes(&folder);
    }
}

#[test]
fn the_reference_of_the_formats_is_that_of_the_program() {
    for (name, language, path) in PAGES {
        let folder = examples_of_pages(name);
        let files = files_below(folder.path());
        let example = |kind: Option<Kind>| {
            let is_overlay = |file: &str| file.ends_with(".overlay.yaml");
            let found = files.iter().find(|file| match kind {
                Some(kind) => Kind::of_path(file) == Some(kind) && !is_overlay(file),
                None => is_overlay(file),
            });
            let file = found.expect("there is an example of each").clone();
            let text = folder.read(&file);
            (file, text)
        };
        let page = regua::schema::page(&Locale::new(language), &example);
        assert!(!page.contains('⟦'), "a sentence is missing");
        let path = repository().join(path);
        if std::env::var("REGUA_PAGES").is_ok_and(|value| value == "write") {
            let folder = path.parent().expect("pages lie in a folder");
            std::fs::create_dir_all(folder).expect("folders can be made");
            std::fs::write(&path, &page).expect("pages can be written");
        }
        let found = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            found == page,
            "{}: write it anew with REGUA_PAGES=write",
            path.display()
        );
    }
}

#[test]
fn a_level_that_no_skill_has_is_refused_where_the_workspace_is_known() {
    let folder = Folder::copy_of_example("otica-horizonte");
    let people = validator(&folder, Kind::People, &["--workspace"]);
    let role =
        |level: u32| json!({"regua": 1, "roles": [{"id": "a", "requires": {"csmg": level}}]});
    assert!(people.is_valid(&role(4)));
    assert!(!people.is_valid(&role(7)), "the skill ends at level 6");
}

#[test]
fn what_the_code_says_of_results_is_said_in_portuguese_and_nothing_else() {
    let path = repository().join("src/locale/results.pt-BR.txt");
    let text = std::fs::read_to_string(path).expect("sentences are text");
    let known: BTreeSet<&str> = text
        .split("\n\n")
        .filter_map(|pair| Some(pair.split_once('\n')?.0))
        .collect();
    let mut said = BTreeSet::new();
    for what in ["score", "report"] {
        let ran = run_in(&repository(), &["schema", what, "--lang", "en"]);
        let mut found = Vec::new();
        descriptions(&ran.json(), "", &mut found);
        said.extend(found.into_iter().map(|(_, text)| text.replace('\n', " ")));
        let ran = run_in(&repository(), &["schema", what, "--lang", "pt-BR"]);
        assert!(
            !ran.out.contains('⟦'),
            "a sentence of `{what}` has no translation"
        );
    }
    let said: BTreeSet<&str> = said.iter().map(String::as_str).collect();
    assert_eq!(known, said, "what nobody says any more has no place there");
}

/// The sentences on the formats that are found by more than their key in the source: each must be one that is said.
#[test]
fn every_sentence_on_the_formats_is_said() {
    let text = std::fs::read_to_string(repository().join("src/locale/formats.en.ftl"))
        .expect("sentences are text");
    let mut said = String::new();
    for (_, language, path) in PAGES.iter().filter(|page| page.0 == "en") {
        assert_eq!(*language, Language::English);
        said.push_str(&std::fs::read_to_string(repository().join(path)).expect("a page is text"));
    }
    for kind in Kind::ALL {
        let ran = run_in(&repository(), &["schema", kind.as_str(), "--lang", "en"]);
        let mut found = Vec::new();
        descriptions(&ran.json(), "", &mut found);
        for (_, description) in found {
            said.push_str(&description);
            said.push('\n');
        }
        said.push_str(&ran.out);
    }
    let mut unsaid = Vec::new();
    for line in text.lines() {
        let Some((key, sentence)) = line.split_once(" = ") else {
            continue;
        };
        // What is said with values in it is said in part.
        let parts = sentence.split(['{', '}']).step_by(2);
        let part = parts.max_by_key(|part| part.len()).unwrap_or_default();
        let is_said = said.contains(part.trim()) || said.contains(&part.to_lowercase());
        if !key.starts_with('#') && !is_said {
            unsaid.push(key.trim().to_owned());
        }
    }
    assert!(unsaid.is_empty(), "nobody says {unsaid:?}");
}
