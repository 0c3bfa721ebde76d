//! `check --format`: the same findings for other programs, each by the rules of its format.

use std::collections::BTreeSet;

use regua::diagnostic::{Code, Severity};
use regua::locale::Locale;
use regua::model::Language;
use regua::render::problems::{Findings, Location, Problem, github};
use serde_json::{Value, json};

use crate::support::{Folder, Ran, run_in};

const AS_OF: &str = "2026-11-20";

/// An example with an error, its related place, and texts that try to be obeyed.
fn broken() -> Folder {
    let folder = Folder::copy_of_example("saas-support");
    let settings = folder.read("regua.yaml");
    folder.write("regua.yaml", &format!("{settings}organisation: Again\n"));
    folder
}

fn check(folder: &Folder, format: &str, more: &[&str]) -> Ran {
    let mut arguments = vec![
        "check", "--as-of", AS_OF, "--lang", "en", "--format", format,
    ];
    arguments.extend(more);
    folder.run(&arguments)
}

fn document(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).expect("the findings are JSON")
}

#[test]
fn json_names_every_problem_with_its_place() {
    let ran = check(&broken(), "json", &["--fail-on", "behind"]);
    assert_eq!(ran.code, 2);
    assert_eq!(ran.err, "1 error, no warnings.\n");
    let found = document(&ran);
    assert_eq!(found["schema"], "regua/problems/1");
    assert_eq!(found["as_of"], AS_OF);
    let counts = json!({"errors": 1, "warnings": 0, "advice": 0, "gates": 0});
    assert_eq!(found["counts"], counts);
    let gate = json!({"name": "behind", "result": "not_evaluated", "problems": 0});
    assert_eq!(found["gates"], json!([gate]));
    let problem = &found["problems"][0];
    let expected = [
        ("code", json!("duplicate-key")),
        ("severity", json!("error")),
        ("file", json!("regua.yaml")),
        ("line", json!(8)),
        ("column", json!(1)),
        ("end_line", json!(8)),
        ("end_column", json!(13)),
        (
            "message",
            json!("the key `organisation` stands here a second time"),
        ),
        ("help", json!("keep one of the two")),
        ("gates", json!([])),
    ];
    for (key, value) in expected {
        assert_eq!(problem[key], value, "{key}");
    }
    assert_eq!(problem["related"][0]["message"], "first here");
    assert_eq!(problem["related"][0]["line"], 2);
}

#[test]
fn a_workspace_without_problems_is_told_in_every_format() {
    let folder = Folder::copy_of_example("saas-support");
    for format in ["json", "sarif", "github", "junit", "md"] {
        let ran = check(&folder, format, &[]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{format}");
    }
    assert_eq!(check(&folder, "github", &[]).out, "");
    assert_eq!(
        document(&check(&folder, "json", &[]))["problems"],
        json!([])
    );
    let log = document(&check(&folder, "sarif", &[]));
    // No results is a run that found nothing; null would be one that did not look.
    assert_eq!(log["runs"][0]["results"], json!([]));
}

/// What this writes of SARIF 2.1.0, by the specification: which properties, of which form, and which must be there.
fn sarif_schema() -> Value {
    let object = |required: &[&str], properties: Value| {
        json!({
            "type": "object", "required": required, "properties": properties, "additionalProperties": false,
        })
    };
    let message = object(
        &["text"],
        json!({"text": {"type": "string", "minLength": 1}}),
    );
    let help = object(
        &["text"],
        json!({"text": {"type": "string"}, "markdown": {"type": "string"}}),
    );
    let positive = json!({"type": "integer", "minimum": 1});
    let region = object(
        &["startLine"],
        json!({"startLine": positive, "startColumn": positive, "endLine": positive, "endColumn": positive}),
    );
    let uri = json!({"type": "string", "pattern": "^[A-Za-z0-9._~/%-]+$"});
    let artifact = object(
        &["uri"],
        json!({"uri": uri, "uriBaseId": {"const": "%SRCROOT%"}}),
    );
    let physical = object(
        &["artifactLocation"],
        json!({"artifactLocation": artifact, "region": region}),
    );
    let location = object(
        &[],
        json!({"id": {"type": "integer", "minimum": -1}, "physicalLocation": physical, "message": message}),
    );
    let rule = object(
        &["id"],
        json!({
            "id": {"type": "string", "pattern": "^[a-z0-9-]+$"},
            "name": {"type": "string", "pattern": "^[A-Z][A-Za-z0-9]+$"},
            "shortDescription": message, "fullDescription": message, "help": help,
        }),
    );
    let driver = object(
        &["name"],
        json!({
            "name": {"const": "regua"}, "version": {"type": "string"},
            "semanticVersion": {"type": "string", "pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+"},
            "rules": {"type": "array", "uniqueItems": true, "items": rule},
        }),
    );
    let result = object(
        &["message"],
        json!({
            "ruleId": {"type": "string"}, "ruleIndex": {"type": "integer", "minimum": 0},
            "level": {"enum": ["none", "note", "warning", "error"]},
            "message": message,
            "locations": {"type": "array", "items": location},
            "relatedLocations": {"type": "array", "uniqueItems": true, "items": location},
            "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
            "properties": {"type": "object"},
        }),
    );
    let run = object(
        &["tool"],
        json!({
            "tool": object(&["driver"], json!({"driver": driver})),
            "language": {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
            "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            "originalUriBaseIds": {"type": "object"},
            "results": {"type": "array", "items": result},
        }),
    );
    object(
        &["version", "runs"],
        json!({
            "$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"},
            "runs": {"type": "array", "items": run},
        }),
    )
}

fn sarif(folder: &Folder, more: &[&str]) -> Value {
    let log = document(&check(folder, "sarif", more));
    let schema = jsonschema::validator_for(&sarif_schema()).expect("the schema is one");
    let errors: Vec<String> = schema
        .iter_errors(&log)
        .map(|own| own.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    log
}

#[test]
fn sarif_has_rules_and_places_as_the_standard_asks() {
    let log = sarif(&broken(), &[]);
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rule = &run["tool"]["driver"]["rules"][0];
    assert_eq!(
        (&rule["id"], &rule["name"]),
        (&json!("duplicate-key"), &json!("DuplicateKey"))
    );
    let result = &run["results"][0];
    assert_eq!(result["ruleIndex"], 0);
    let physical = &result["locations"][0]["physicalLocation"];
    assert_eq!(physical["artifactLocation"]["uri"], "regua.yaml");
    let region = json!({"startLine": 8, "startColumn": 1, "endLine": 8, "endColumn": 13});
    assert_eq!(physical["region"], region);
    let related = &result["relatedLocations"][0];
    assert_eq!(related["message"]["text"], "first here");
    assert_eq!(related["physicalLocation"]["region"]["startLine"], 2);
    let folder = Folder::copy_of_example("otica-horizonte");
    let gates = sarif(&folder, &["--fail-on", "behind,stale"]);
    let results = gates["runs"][0]["results"]
        .as_array()
        .expect("a list")
        .clone();
    assert!(results.len() > 3, "{results:#?}");
    assert!(results.iter().all(|result| result["level"] == "error"));
}

#[test]
fn a_fingerprint_survives_lines_that_move_and_another_language() {
    let fingerprints = |folder: &Folder, language: &str| -> Vec<Value> {
        let more = ["--format", "sarif", "--as-of", AS_OF, "--lang", language];
        let ran = folder.run(&[&["check"], &more[..]].concat());
        let results = document(&ran)["runs"][0]["results"].clone();
        let results = results.as_array().expect("a list").clone();
        results
            .iter()
            .map(|own| own["partialFingerprints"].clone())
            .collect()
    };
    let folder = Folder::copy_of_example("saas-support");
    let plan = folder
        .read("okrs/2026-Q4/plan.yaml")
        .replace("kind: done", "kind: don");
    folder.write("okrs/2026-Q4/plan.yaml", &plan);
    let before = fingerprints(&folder, "en");
    folder.write(
        "okrs/2026-Q4/plan.yaml",
        &format!("# A remark.\n\n\n{plan}"),
    );
    assert_eq!(before, fingerprints(&folder, "pt-BR"));
    // The same mistake twice is two problems.
    let twice = plan.replacen("owner: tom", "ownr: tom\n    ownr: tom", 1);
    folder.write("okrs/2026-Q4/plan.yaml", &twice);
    let all = fingerprints(&folder, "en");
    let different: BTreeSet<String> = all.iter().map(ToString::to_string).collect();
    assert!(all.len() > 2 && different.len() == all.len(), "{all:#?}");
}

#[test]
fn paths_begin_at_the_folder_of_the_repository() {
    let repository = Folder::new();
    std::fs::create_dir(repository.path().join(".git")).expect("folders can be made");
    for file in [
        "regua.yaml",
        "okrs/2026-Q4/plan.yaml",
        "okrs/2026-Q4/check-ins.yaml",
    ] {
        let text = broken().read(file);
        repository.write(&format!("clients/São João/{file}"), &text);
    }
    let folder = repository.path().join("clients/São João");
    let log = run_in(&folder, &["check", "--format", "sarif", "--as-of", AS_OF]);
    let path = "/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri";
    let uri = document(&log).pointer(path).cloned();
    assert_eq!(uri, Some(json!("clients/S%C3%A3o%20Jo%C3%A3o/regua.yaml")));
    let commands = run_in(&folder, &["check", "--format", "github", "--as-of", AS_OF]);
    let begins = "::error file=clients/São João/regua.yaml,line=8,endLine=8,col=1,endColumn=13,";
    assert!(commands.out.starts_with(begins), "{}", commands.out);
}

/// What a runner makes of a line: the command, its properties, and its message.
fn command(line: &str) -> (String, Vec<(String, String)>, String) {
    let data = |text: &str| {
        text.replace("%0D", "\r")
            .replace("%0A", "\n")
            .replace("%25", "%")
    };
    let property = |text: &str| data(&text.replace("%3A", ":").replace("%2C", ","));
    let rest = line.strip_prefix("::").expect("a command begins so");
    let (head, message) = rest.split_once("::").expect("a command has a message");
    let (name, properties) = head.split_once(' ').expect("a command has properties");
    let properties = properties.split(',').map(|own| {
        let (name, value) = own.split_once('=').expect("a property has a value");
        (name.to_owned(), property(value))
    });
    (name.to_owned(), properties.collect(), data(message))
}

#[test]
fn a_workflow_command_is_one_line_whatever_the_texts_hold() {
    let folder = Folder::copy_of_example("saas-support");
    let settings = folder.read("regua.yaml");
    let written = "\"100%: a, b\\n::error::x\": 1\n";
    folder.write("regua.yaml", &format!("{settings}{written}"));
    let ran = check(&folder, "github", &[]);
    assert_eq!(ran.code, 2);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    let (name, properties, message) = command(ran.out.trim_end());
    assert_eq!(name, "error");
    let title = ("title".to_owned(), "regua: unknown-key".to_owned());
    assert!(properties.contains(&title), "{properties:?}");
    assert!(
        message.starts_with("regua.yaml:8:1: no key `100%: a, b"),
        "{message}"
    );
    assert!(message.contains("\nhelp: the keys are "), "{message}");
}

#[test]
fn a_place_over_several_lines_has_no_columns_which_an_annotation_could_not_show() {
    let problem = Problem {
        code: Code::TemplateFailed,
        severity: Severity::Warning,
        at: Location {
            file: Some("templates/a,b.html.j2".to_owned()),
            line: 3,
            column: 7,
            end_line: 5,
            end_column: 2,
        },
        message: "50% of it\nfails".to_owned(),
        label: String::new(),
        help: None,
        related: Vec::new(),
        gates: Vec::new(),
        fingerprint: String::new(),
    };
    let findings = Findings {
        as_of: AS_OF.to_owned(),
        files: Vec::new(),
        prefix: "client: one/".to_owned(),
        gates: Vec::new(),
        problems: vec![problem],
    };
    let commands = github(&findings, &Locale::new(Language::English));
    let expected = "::warning file=client%3A one/templates/a%2Cb.html.j2,line=3,endLine=5,title=regua%3A template-failed\
                    ::client: one/templates/a,b.html.j2:3:7: 50%25 of it%0Afails\n";
    assert_eq!(commands, expected);
}

#[test]
fn junit_has_a_case_for_each_file_which_fails_by_what_fails_the_run() {
    let folder = Folder::copy_of_example("saas-support");
    let settings = folder.read("regua.yaml");
    let settings = settings.replace("by: 2026-Q4", "by: 2026-Q3") + "\"<&'>\": 1\n";
    folder.write("regua.yaml", &settings);
    let ran = check(&folder, "junit", &[]);
    let files = ran.out.matches("<testcase ").count();
    assert!(files > 4, "{}", ran.out);
    let suite = format!("tests=\"{files}\" failures=\"1\" errors=\"0\"");
    assert_eq!(ran.out.matches(&suite).count(), 2, "{}", ran.out);
    assert_eq!(ran.out.matches("<failure type=").count(), 1, "{}", ran.out);
    assert!(
        ran.out
            .contains("error[unknown-key]: no key `&lt;&amp;'&gt;` belongs here"),
        "{}",
        ran.out
    );
    // A warning is said beside, and fails where a gate asks for it.
    let folder = Folder::copy_of_example("saas-support");
    let settings = folder
        .read("regua.yaml")
        .replace("by: 2026-Q4", "by: 2026-Q3");
    folder.write("regua.yaml", &settings);
    let ran = check(&folder, "junit", &[]);
    assert_eq!(ran.code, 0);
    assert!(
        ran.out
            .contains("<system-out>regua.yaml:7:36: warning[overdue-target]"),
        "{}",
        ran.out
    );
    let ran = check(&folder, "junit", &["--fail-on", "warning"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.out.contains("<failure type=\"overdue-target\""),
        "{}",
        ran.out
    );
}

#[test]
fn the_summary_is_a_table_in_which_texts_stay_texts() {
    let folder = Folder::copy_of_example("saas-support");
    let settings = folder.read("regua.yaml");
    let written = "\"a|b <img src=x> **c** [d](e) ` f\": 1\n";
    folder.write("regua.yaml", &format!("{settings}{written}"));
    let ran = check(&folder, "md", &[]);
    assert!(
        ran.out
            .starts_with("## ❌ regua check\n\n1 error, no warnings.\n"),
        "{}",
        ran.out
    );
    let row = ran.out.lines().last().expect("a row");
    for live in ["<img", "**c**", "[d](e)"] {
        assert!(!row.contains(live), "{row}");
    }
    assert_eq!(row.matches('|').count(), 4, "{row}");
    let arena = comrak::Arena::new();
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.render.r#unsafe = true;
    let root = comrak::parse_document(&arena, &ran.out, &options);
    let mut html = String::new();
    comrak::format_html(root, &options, &mut html).expect("a string takes everything");
    assert!(
        html.contains("a|b &lt;img src=x&gt; **c** [d](e) ` f"),
        "{html}"
    );
    let fine = Folder::copy_of_example("saas-support");
    assert!(
        check(&fine, "md", &[])
            .out
            .starts_with("## ✅ regua check\n")
    );
}

/// Controls of terminals, and marks that turn the order of letters.
fn is_live(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

#[test]
fn escape_codes_and_marks_that_turn_text_are_shown_in_every_format_and_never_obeyed() {
    let folder = Folder::copy_of_example("saas-support");
    let settings = folder.read("regua.yaml");
    // What YAML texts may not hold at all, what they may, and what stands in a table and in the name of a file.
    folder.write("regua.yaml", &format!("{settings}\"gnp\u{61c}.exe\": 1\n"));
    folder.write(
        "kpis/one.yaml",
        "regua: 1\nkpis: [{id: \"\\e[31mred\\u202e\"}]\n",
    );
    folder.write(
        "kpis/\u{1b}[2Jx\u{202e}.csv",
        "kpi,period,value\nca\u{1b}[31mlls,2026-13,7\n",
    );
    for format in ["text", "json", "sarif", "github", "junit", "md"] {
        let ran = check(&folder, format, &[]);
        assert_eq!(ran.code, 2, "{format}");
        let told = format!("{}{}", ran.out, ran.err);
        assert!(
            told.contains("gnp\u{fffd}.exe") && told.contains("2Jx"),
            "{format}: {told}"
        );
        let live: Vec<char> = told.chars().filter(|letter| is_live(*letter)).collect();
        assert!(live.is_empty(), "{format}: {live:?} in {told}");
        // JSON may hold them as escapes, and would give them to whoever reads it.
        let is_json = matches!(format, "json" | "sarif");
        for escape in ["\\u001b", "\\u202e", "\\u0007"] {
            assert!(!is_json || !told.contains(escape), "{format}: {told}");
        }
    }
}

#[test]
fn the_text_says_how_to_read_on() {
    let ran = check(&broken(), "text", &[]);
    let last = ran.err.lines().last().expect("a line");
    assert_eq!(last, "`regua explain duplicate-key` says more.");
    let quiet = check(&broken(), "text", &["--quiet"]);
    assert!(
        quiet.err.ends_with("1 error, no warnings.\n"),
        "{}",
        quiet.err
    );
}
