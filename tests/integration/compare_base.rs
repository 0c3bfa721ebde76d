//! `regua compare --base`: what the files moved since a commit, read by the real git.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::git::{Repository, git_in, run_with, run_with_path};
use crate::support::{Folder, files_below, shown};

/// Floor 1 and two levels above it: `a` and `b` at level 2, `c` at level 3; half of the index is the KPI's.
const RULER: &str = "regua: 1
id: ruler
version: 1.0.0
floor: 1
levels: [{id: one, number: 1}, {id: two, number: 2}, {id: three, number: 3}]
dimensions: [{id: x}, {id: y}]
criteria:
  - {id: a, level: 2, dimension: x, scale: percent}
  - {id: b, level: 2, dimension: y, scale: percent}
  - {id: c, level: 3, dimension: x, scale: percent}
kpis: [{id: speed, unit: '%', direction: higher, frequency: quarterly, bands: {2: 40%, 3: 80%}}]
rules: {kpi_weight: 0.5}
";

/// A workspace at the top of a repository, committed, with a branch `change` begun.
fn begun() -> Repository {
    let repository = Repository::new();
    let folder = &repository.folder;
    folder.write(
        "regua.yaml",
        "regua: 1\norganisation: Test\nrubrics: [ruler]\n",
    );
    folder.write("rubrics/ruler.yaml", RULER);
    answered(&repository, "{a: 100%, b: 60%, c: 20%}");
    read(&repository, "40%");
    repository.commit("Begin");
    repository.git(&["switch", "--quiet", "--create", "change"]);
    repository
}

fn answered(repository: &Repository, answers: &str) {
    let text = format!("regua: 1\nrubric: ruler\ndate: 2026-06-30\nanswers: {answers}\n");
    repository.folder.write("assessments/june.yaml", &text);
}

fn read(repository: &Repository, value: &str) {
    let text =
        format!("regua: 1\nreadings:\n  - {{kpi: speed, period: 2026-Q2, value: {value}}}\n");
    repository.folder.write("kpis/speed.yaml", &text);
}

const DAY: [&str; 4] = ["--as-of", "2026-11-20", "--lang", "en"];

fn compare<'a>(base: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let mut arguments = vec!["compare", "--base", base, "--quiet"];
    arguments.extend(DAY);
    arguments.extend(more);
    arguments
}

#[track_caller]
fn moved(repository: &Repository, base: &str) -> Value {
    repository.run(&compare(base, &["--format", "json"])).json()
}

#[test]
fn what_moved_is_what_was_worked_out_by_hand() {
    let repository = begun();
    answered(&repository, "{a: 100%, b: 100%, c: 60%}");
    read(&repository, "60%");
    let json = moved(&repository, "main");
    let case = |pointer: &str, expected: &str| {
        assert_eq!(shown(&json, pointer), expected, "{pointer}");
    };
    case("/schema", "regua/compare-base/1");
    case("/base/commit", &repository.git(&["rev-parse", "main"]));
    case("/base/revision_has_gone_on", "false");
    case("/moved", "true");
    // Before: L2 = (1 + 0.6)/2 = 0.8, L3 = 0.2: 1 + 0.8 + 0.2 = 2; 40 % is level 2: (2 + 2)/2 = 2
    // Now: 1 + 1 + 0.6 = 2.6; 60 % is halfway from level 2 to 3, 2.5: (2.6 + 2.5)/2 = 2.55
    case("/assessments/0/rubric_edited", "false");
    case("/assessments/0/a/index", "2");
    case("/assessments/0/b/index", "2.55");
    case("/assessments/0/a/level", "2");
    case("/assessments/0/b/level", "3");
    case("/assessments/0/change/practice_score", "0.6");
    case("/assessments/0/change/outcome_score", "0.5");
    case("/assessments/0/answers/0/question", "b");
    case("/assessments/0/answers/0/practice_score", "0.2");
    case("/assessments/0/answers/1/index", "0.2");
    case("/assessments/0/kpis/0/index", "0.25");
    case("/assessments/0/moved/index_by_answers", "0.3");
    case("/kpis/0/id", "speed");
    case("/kpis/0/a/value", "40");
    case("/kpis/0/b/level", "2.5");
    case("/kpis/0/periods_b", "1");
}

#[test]
fn nothing_moved_is_one_sentence() {
    let repository = begun();
    // A comment moves nothing, and neither does the place of a thing in its file.
    let text = repository.folder.read("assessments/june.yaml");
    repository
        .folder
        .write("assessments/june.yaml", &format!("# June\n{text}"));
    let json = moved(&repository, "main");
    assert_eq!(shown(&json, "/moved"), "false");
    let short = repository.git(&["rev-parse", "--short", "main"]);
    let ran = repository.run(&compare("main", &[]));
    let sentence = format!("Nothing moved since {short}.");
    assert_eq!(ran.out.lines().last(), Some(sentence.as_str()));
    let ran = repository.run(&compare("main", &["--format", "md"]));
    assert!(ran.out.contains(&sentence), "{}", ran.out);
    assert!(!ran.out.contains("###"), "{}", ran.out);
}

/// A reading of a period that runs moves nothing yet, and is there all the same.
#[test]
fn a_reading_whose_period_has_not_ended_is_said_to_count_later() {
    let repository = begun();
    repository.folder.write(
        "kpis/later.yaml",
        "regua: 1\nreadings:\n  - {kpi: speed, period: 2026-Q4, value: 70%}\n",
    );
    for (language, headline, later) in [
        (
            "en",
            "No figure moved since",
            "1 new reading counts from 31 Dec 2026 on",
        ),
        (
            "pt-BR",
            "Nenhum número mudou desde",
            "1 leitura nova conta a partir de 31/12/2026",
        ),
    ] {
        let day = ["--as-of", "2026-11-20", "--lang", language];
        let ran = repository.run(&[&["compare", "--base", "main"][..], &day].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        let told = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(headline) && told.contains(later), "{told}");
    }
}

#[test]
fn what_others_did_meanwhile_is_not_undone() {
    let repository = begun();
    answered(&repository, "{a: 100%, b: 100%, c: 20%}");
    repository.commit("Change");
    repository.git(&["switch", "--quiet", "main"]);
    read(&repository, "80%");
    repository.commit("Meanwhile");
    repository.git(&["switch", "--quiet", "change"]);
    let json = moved(&repository, "main");
    assert_eq!(shown(&json, "/base/revision_has_gone_on"), "true");
    assert_eq!(shown(&json, "/kpis"), "[]");
    assert_eq!(shown(&json, "/assessments/0/change/outcome_score"), "0");
    // (1 + 1)/2 − (1 + 0.6)/2, of which the index takes half.
    assert_eq!(shown(&json, "/assessments/0/change/index"), "0.1");
    let ran = repository.run(&compare("main", &[]));
    assert!(ran.out.contains("where this work left main"), "{}", ran.out);
}

#[test]
fn a_workspace_that_was_not_there_is_all_new() {
    let repository = Repository::new();
    repository.folder.write("README", "Nothing yet\n");
    repository.commit("Begin");
    let example = Folder::copy_of_example("saas-support");
    for file in files_below(example.path()) {
        repository
            .folder
            .write(&format!("team/{file}"), &example.read(&file));
    }
    let more = ["-C", "team", "--format", "json"];
    let json = repository.run(&compare("main", &more)).json();
    assert_eq!(shown(&json, "/base/has_workspace"), "false");
    assert_eq!(shown(&json, "/assessments/0/a"), "null");
    assert_eq!(shown(&json, "/assessments/0/new"), "[\"2026-10-31\"]");
    assert_eq!(shown(&json, "/okrs/0/change"), "new");
    let ran = repository.run(&compare("main", &["-C", "team"]));
    assert!(ran.out.contains("all of it is new"), "{}", ran.out);
}

#[test]
fn an_edited_rubric_is_said_to_be_one() {
    let repository = begun();
    // A criterion more, which nobody has answered.
    let edited = RULER.replace(
        "  - {id: c,",
        "  - {id: d, level: 2, dimension: y, scale: percent}\n  - {id: c,",
    );
    repository.folder.write("rubrics/ruler.yaml", &edited);
    let json = moved(&repository, "main");
    assert_eq!(shown(&json, "/assessments/0/rubric_edited"), "true");
    assert_eq!(shown(&json, "/assessments/0/answers"), "[]");
    // Level 2 of now: (1 + 0.6 + 0)/3, for what is not answered counts as zero.
    assert_eq!(shown(&json, "/assessments/0/b/practice_score"), "1.733333");
    let ran = repository.run(&compare("main", &[]));
    assert!(
        ran.out.contains("The rubric itself was changed"),
        "{}",
        ran.out
    );
}

#[test]
fn a_weight_that_was_changed_is_not_blamed_on_answers() {
    let repository = begun();
    // 80 % is level 3: (2 + 3)/2 = 2.5
    read(&repository, "80%");
    let base = repository.commit("Faster");
    let edited = RULER.replace("{kpi_weight: 0.5}", "{kpi_weight: 0.25}");
    repository.folder.write("rubrics/ruler.yaml", &edited);
    read(&repository, "60%");
    let json = moved(&repository, &base);
    assert_eq!(shown(&json, "/assessments/0/rubric_edited"), "true");
    assert_eq!(shown(&json, "/assessments/0/kpis"), "[]");
    assert_eq!(shown(&json, "/assessments/0/a/index"), "2.5");
    // 0.75 × 2 + 0.25 × 2.5
    assert_eq!(shown(&json, "/assessments/0/b/index"), "2.125");
}

#[test]
fn bands_that_were_changed_move_the_level_of_the_same_reading() {
    let repository = begun();
    // 40 % is level 2: (2 + 2)/2 = 2. From 20 % to 60 %, it is 2.5: (2 + 2.5)/2 = 2.25
    let edited = RULER.replace("{2: 40%, 3: 80%}", "{2: 20%, 3: 60%}");
    assert_ne!(edited, RULER);
    repository.folder.write("rubrics/ruler.yaml", &edited);
    let json = moved(&repository, "main");
    assert_eq!(shown(&json, "/assessments/0/rubric_edited"), "true");
    assert_eq!(shown(&json, "/assessments/0/change/index"), "0.25");
    assert_eq!(shown(&json, "/assessments/0/change/outcome_score"), "0.5");
    assert_eq!(shown(&json, "/kpis/0/a/level"), "2");
    assert_eq!(shown(&json, "/kpis/0/b/level"), "2.5");
    let ran = repository.run(&compare("main", &[]));
    assert!(
        ran.out.contains("ruler: index 2.00 → 2.25 · 1 KPI"),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("Q2 2026 · bands edited · speed"),
        "{}",
        ran.out
    );
}

#[test]
fn each_value_is_in_the_unit_that_it_had() {
    let repository = Repository::new();
    let folder = &repository.folder;
    folder.write("regua.yaml", "regua: 1\norganisation: Test\n");
    let kpi = |unit: &str| {
        format!(
            "regua: 1\nkpis: [{{id: wait, unit: {unit}, direction: lower, frequency: monthly}}]\nreadings: [{{kpi: wait, period: 2026-10, value: 30h}}]\n"
        )
    };
    folder.write("kpis/wait.yaml", &kpi("h"));
    folder.write(
        "okrs/2026-Q4/plan.yaml",
        "regua: 1\ncycle: 2026-Q4\nobjectives:\n  - {id: o, title: O, key_results: [{id: wait-less, title: Wait less, kpi: wait, baseline: 40h, target: 10h}]}\n",
    );
    repository.commit("Hours");
    folder.write("kpis/wait.yaml", &kpi("min"));
    let ran = repository.run(&compare("main", &[]));
    let out = ran.out.replace('\u{a0}', " ").replace("&lt;", "<");
    assert!(out.contains(" 30 h  1,800 min"), "{out}");
    let said = "30 h → 1,800 min · target 10 h → 600 min · wait-less";
    assert!(out.contains(said), "{out}");
    assert!(out.contains("Q4 2026: 33%, as before"), "{out}");
    let json = moved(&repository, "main");
    for (pointer, expected) in [
        ("/kpis/0/a/unit", "h"),
        ("/kpis/0/b/unit", "min"),
        ("/kpis/0/b/value", "1800"),
        ("/okrs/0/key_results/0/a/unit", "h"),
        ("/okrs/0/key_results/0/a/target", "10"),
        ("/okrs/0/key_results/0/b/unit", "min"),
    ] {
        assert_eq!(shown(&json, pointer), expected, "{pointer}");
    }
}

#[test]
fn a_kpi_that_goes_by_another_id_now_is_the_same() {
    let repository = begun();
    let renamed = RULER.replace("{id: speed,", "{id: pace, renamed_from: [speed],");
    assert_ne!(renamed, RULER);
    repository.folder.write("rubrics/ruler.yaml", &renamed);
    assert_eq!(shown(&moved(&repository, "main"), "/moved"), "false");
    read(&repository, "60%");
    let json = moved(&repository, "main");
    assert_eq!(json["kpis"].as_array().unwrap().len(), 1);
    assert_eq!(shown(&json, "/kpis/0/id"), "pace");
    assert_eq!(shown(&json, "/kpis/0/a/value"), "40");
    assert_eq!(shown(&json, "/kpis/0/b/value"), "60");
    assert_eq!(shown(&json, "/assessments/0/rubric_edited"), "false");
    assert_eq!(shown(&json, "/assessments/0/moved/index_by_kpis"), "0.25");
}

#[test]
fn a_headline_says_what_became_of_a_cycle() {
    let repository = changed_area();
    let before = repository.commit("Change");
    let closed = repository.run(&[
        "okr",
        "close",
        "2026-Q3",
        "-C",
        "area",
        "--as-of",
        "2026-11-20",
    ]);
    assert_eq!(closed.code, 0, "{}", closed.err);
    let told = |language: &str| {
        let arguments = [
            "compare",
            "--base",
            &before,
            "-C",
            "area",
            "--as-of",
            "2026-11-20",
        ];
        let arguments = [&arguments[..], &["--lang", language]].concat();
        let ran = repository.run(&arguments);
        ran.out.lines().nth(3).unwrap_or_default().to_owned()
    };
    assert_eq!(told("en"), "Q3 2026: 62% → 67%, closed");
    assert_eq!(told("pt-BR"), "3º trimestre de 2026: 62% → 67%, encerrado");
}

#[test]
fn progress_that_moved_by_less_than_a_percent_is_not_as_before() {
    let repository = Repository::new();
    let folder = &repository.folder;
    folder.write("regua.yaml", "regua: 1\norganisation: Test\n");
    folder.write(
        "okrs/2026-Q4/plan.yaml",
        "regua: 1\ncycle: 2026-Q4\nobjectives:\n  - {id: o, title: O, key_results: [{id: grow, title: Grow, baseline: 0, target: 1000}]}\n",
    );
    let check_in = |value: u32| {
        let text = format!("- {{date: 2026-11-10, key_result: grow, value: {value}}}\n");
        folder.write("okrs/2026-Q4/check-ins.yaml", &text);
    };
    check_in(626);
    repository.commit("Begin");
    check_in(630);
    let ran = repository.run(&compare("main", &[]));
    assert!(ran.out.contains("Q4 2026: 63% (+0.4 pp)"), "{}", ran.out);
    assert!(ran.out.contains("Progress 63% (+0.4 pp)"), "{}", ran.out);
    assert!(!ran.out.contains("as before"), "{}", ran.out);
}

/// What moved is never said to have moved by nothing.
#[test]
fn a_change_too_small_for_two_digits_is_shown_with_more() {
    for (answer, english, portuguese, headline) in [
        ("60.3%", "+0.002", "+0,002", "index 2.00 (+0.001)"),
        ("60.001%", "< 0.0001", "< 0,0001", "index 2.00 (< 0.0001)"),
        ("59.7%", "−0.002", "−0,002", "index 2.00 (−0.001)"),
    ] {
        let repository = begun();
        answered(&repository, &format!("{{a: 100%, b: {answer}, c: 20%}}"));
        for format in ["text", "md"] {
            let ran = repository.run(&compare("main", &["--format", format]));
            let out = ran.out.replace('\u{a0}', " ").replace("&lt;", "<");
            assert!(out.contains(headline), "{out}");
            assert!(out.contains(english), "{out}");
            let ran = repository.run(&[
                "compare",
                "--base",
                "main",
                "--as-of",
                "2026-11-20",
                "--lang",
                "pt-BR",
                "--format",
                format,
            ]);
            let out = ran.out.replace('\u{a0}', " ").replace("&lt;", "<");
            assert!(out.contains(portuguese), "{out}");
        }
    }
}

#[test]
fn kpis_are_known_by_their_ids_where_a_rubric_in_front_has_more() {
    let repository = begun();
    repository.folder.write(
        "rubrics/first.yaml",
        "regua: 1\nid: first\nversion: 1.0.0\nlevels: []\ndimensions: [{id: z}]\ncriteria: [{id: e, dimension: z, scale: percent}]\nkpis: [{id: calm, unit: '%', direction: higher, frequency: monthly}]\n",
    );
    repository.folder.write(
        "regua.yaml",
        "regua: 1\norganisation: Test\nrubrics: [first, ruler]\n",
    );
    assert_eq!(shown(&moved(&repository, "main"), "/moved"), "false");
    read(&repository, "60%");
    let json = moved(&repository, "main");
    assert_eq!(shown(&json, "/assessments/0/rubric_edited"), "false");
    assert_eq!(shown(&json, "/assessments/0/kpis/0/a/value"), "40");
    assert_eq!(shown(&json, "/assessments/0/kpis/0/b/value"), "60");
    assert_eq!(shown(&json, "/assessments/0/moved/index_by_kpis"), "0.25");
}

/// The Ótica Horizonte in the folder `area` of a repository, with a change of each kind.
fn changed_area() -> Repository {
    let repository = Repository::new();
    let example = Folder::copy_of_example("otica-horizonte");
    let folder = &repository.folder;
    for file in files_below(example.path()) {
        folder.write(&format!("area/{file}"), &example.read(&file));
    }
    repository.commit("Begin");
    let replace = |file: &str, from: &str, to: &str| {
        let text = folder.read(file);
        assert!(text.contains(from), "{file} has no {from}");
        folder.write(file, &text.replacen(from, to, 1));
    };
    replace(
        "area/assessments/2026-09-30.yaml",
        "informal-monitoring.someone-watches: fully",
        "informal-monitoring.someone-watches: partially",
    );
    replace(
        "area/assessments/competencias/ana-avaliador.yaml",
        "daily-operations.resources: {choice: partially",
        "daily-operations.resources: {choice: fully",
    );
    replace(
        "area/people/equipe.yaml",
        "people:\n",
        "people:\n  - {id: novo, name: Novo Colega}\n",
    );
    let check_ins = folder.read("area/okrs/2026-Q4/check-ins.yaml");
    folder.write(
        "area/okrs/2026-Q4/check-ins.yaml",
        &format!("{check_ins}- {{date: 2026-11-19, key_result: escalation-time, value: 30h, confidence: 8, by: diego}}\n"),
    );
    replace(
        "area/kpis/help-desk.csv",
        "csat;2026-10;;680;853",
        "csat;2026-10;;650;853",
    );
    replace(
        "area/kpis/niveis-de-servico.yaml",
        "met: 11321",
        "met: 11821",
    );
    repository
}

#[test]
fn it_reads_well_in_both_languages_and_as_a_comment() {
    let repository = changed_area();
    let mut told = String::new();
    for language in ["en", "pt-BR"] {
        for format in ["text", "md"] {
            let arguments = [
                "compare",
                "--base",
                "main",
                "--quiet",
                "--as-of",
                "2026-11-20",
                "--lang",
                language,
                "--format",
                format,
                "-C",
                "area",
            ];
            let ran = repository.run(&arguments);
            assert_eq!((ran.code, ran.err.as_str()), (0, ""));
            if format == "text" {
                for line in ran.out.lines() {
                    assert!(line.chars().count() <= 80, "{line}");
                }
            }
            told.push_str(&format!("$ regua {}\n{}\n", arguments.join(" "), ran.out));
        }
    }
    assert!(!told.contains('⟦'), "{told}");
    insta::assert_snapshot!("base", told);
}

#[test]
fn an_ordinary_comparison_is_a_comment_too() {
    let folder = Folder::copy_of_example("otica-horizonte");
    let mut told = String::new();
    for (a, b) in [("2026-06-30", "2026-09-30"), ("2026-Q3", "2026-Q4")] {
        let arguments = [
            "compare",
            a,
            b,
            "--quiet",
            "--as-of",
            "2026-11-20",
            "--format",
            "md",
            "--rubric",
            "customer-service",
        ];
        let ran = folder.run(&arguments);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        told.push_str(&format!("$ regua {}\n{}\n", arguments.join(" "), ran.out));
    }
    assert!(!told.contains('⟦'), "{told}");
    insta::assert_snapshot!("ends", told);
}

/// Every file of git's own, with its bytes.
fn kept_by_git(repository: &Repository) -> BTreeMap<String, Vec<u8>> {
    let folder = repository.path().join(".git");
    let files = files_below(&folder).into_iter();
    files
        .map(|file| (file.clone(), std::fs::read(folder.join(&file)).unwrap()))
        .collect()
}

#[test]
fn nothing_is_checked_out_and_nothing_is_written() {
    let repository = changed_area();
    let before = kept_by_git(&repository);
    let files = files_below(repository.path());
    assert_eq!(repository.run(&compare("main", &["-C", "area"])).code, 0);
    assert_eq!(kept_by_git(&repository), before);
    assert_eq!(files_below(repository.path()), files);
}

#[test]
fn cycles_key_results_and_persons_come_and_go() {
    let repository = changed_area();
    repository.commit("Change");
    let folder = &repository.folder;
    let plan = folder.read("area/okrs/2026-Q4/plan.yaml");
    let target = plan.replace("id: escalation-time\n", "id: escalation-hours\n");
    assert_ne!(plan, target);
    folder.write("area/okrs/2026-Q4/plan.yaml", &target);
    let check_ins = folder.read("area/okrs/2026-Q4/check-ins.yaml");
    let renamed = check_ins.replace("escalation-time", "escalation-hours");
    folder.write("area/okrs/2026-Q4/check-ins.yaml", &renamed);
    std::fs::remove_dir_all(repository.path().join("area/okrs/2026-Q3")).unwrap();
    let plan = folder.read("area/okrs/2026-Q4/plan.yaml");
    let alone: String = plan
        .lines()
        .filter(|line| !line.contains("supports: [2026-Q3"))
        .map(|line| format!("{line}\n"))
        .collect();
    folder.write("area/okrs/2026-Q4/plan.yaml", &alone);
    let equipe = folder.read("area/people/equipe.yaml");
    let gone = equipe.replace("  - {id: novo, name: Novo Colega}\n", "");
    folder.write("area/people/equipe.yaml", &gone);
    let ran = repository.run(&compare("main", &["-C", "area", "--format", "json"]));
    let json = ran.json();
    let of = |list: &str, key: &str, id: &str| -> Value {
        let entries = json[list].as_array().unwrap().iter();
        let mut own = entries.filter(|entry| entry[key] == id);
        own.next()
            .cloned()
            .unwrap_or_else(|| panic!("{list} {id}: {json:#}"))
    };
    assert_eq!(of("okrs", "cycle", "2026-Q3")["change"], "gone");
    let cycle = of("okrs", "cycle", "2026-Q4");
    assert_eq!(cycle["change"], "moved");
    let key_result = |id: &str| {
        let mut own = cycle["key_results"].as_array().unwrap().iter();
        own.find(|own| own["id"] == id)
            .unwrap_or_else(|| panic!("{id}: {cycle:#}"))
    };
    assert_eq!(key_result("escalation-hours")["a"], Value::Null);
    assert_eq!(key_result("escalation-time")["b"], Value::Null);
    assert_eq!(of("people", "id", "novo")["change"], "gone");
}

#[test]
fn errors_at_the_commit_are_shown_where_git_has_them() {
    let repository = begun();
    answered(&repository, "{a: 100%, b: 60%, x: 20%}");
    let broken = repository.commit("Broken");
    answered(&repository, "{a: 100%, b: 60%, c: 20%}");
    repository.commit("Mended");
    let ran = repository.run(&compare(&broken, &[]));
    let short = &repository.git(&["rev-parse", "--short", &broken]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    let place = format!("{short}:assessments/june.yaml:4:");
    assert!(ran.err.contains(&place), "{}", ran.err);
    assert!(ran.err.contains("unknown-question"), "{}", ran.err);
    let said = format!("error: the files at {short} cannot be compared with: one error there");
    assert!(ran.err.contains(&said), "{}", ran.err);
}

/// What a refusal says, on one line.
fn refused(ran: &crate::support::Ran, code: i32) -> String {
    assert_eq!((ran.code, ran.out.as_str()), (code, ""), "{}", ran.err);
    assert!(!ran.err.contains('⟦'), "{}", ran.err);
    ran.err.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_git_cannot_give_is_refused_with_a_way_out() {
    let repository = begun();
    let case = |base: &str, language: &str, said: [&str; 2]| {
        let base = format!("--base={base}");
        let ran = repository.run(&["compare", &base, "--lang", language]);
        let err = refused(&ran, 2);
        for said in said {
            assert!(err.contains(said), "{base}: {err}");
        }
    };
    for name in [
        "nowhere",
        "--output=stolen",
        "--help",
        "main..change",
        "HEAD:regua.yaml",
        "",
    ] {
        case(name, "en", ["git knows no commit", "`git branch --all`"]);
        case(
            name,
            "pt-BR",
            ["o git não conhece nenhum commit", "`git fetch`"],
        );
    }
    assert!(!repository.path().join("stolen").exists());
    // Two histories without a beginning in common.
    repository.git(&["checkout", "--quiet", "--orphan", "apart"]);
    repository.commit("Apart");
    case("main", "en", ["have no commit in common", "begun apart"]);
    case(
        "main",
        "pt-BR",
        ["não têm nenhum commit em comum", "Começaram separados"],
    );
}

#[test]
fn without_repository_or_git_it_says_so() {
    let folder = Folder::copy_of_example("saas-support");
    let path = crate::git::path();
    let run = |path: &str, language: &str| {
        run_with_path(
            folder.path(),
            &["compare", "--base", "main", "--lang", language],
            path,
        )
    };
    let err = refused(&run(&path, "en"), 2);
    assert!(err.contains("lies in no git repository"), "{err}");
    assert!(err.contains("git init"), "{err}");
    let err = refused(&run(&path, "pt-BR"), 2);
    assert!(err.contains("não está em um repositório git"), "{err}");
    let err = refused(&run("/nowhere", "en"), 3);
    assert!(err.contains("git is not installed"), "{err}");
    let err = refused(&run("/nowhere", "pt-BR"), 3);
    assert!(err.contains("o git não está instalado"), "{err}");
}

#[test]
fn what_git_sets_for_a_hook_does_not_lead_astray() {
    let repository = changed_area();
    let folder = repository.path().join("area");
    let own = repository.path().join(".git").display().to_string();
    let path = crate::git::path();
    let plain = run_with_path(&folder, &compare("main", &[]), &path);
    assert_eq!((plain.code, plain.err.as_str()), (0, ""));
    for variables in [
        &[("GIT_DIR", own.as_str())][..],
        &[("GIT_DIR", ".git")],
        &[("GIT_DIR", own.as_str()), ("GIT_WORK_TREE", ".")],
    ] {
        let variables = [variables, &[("PATH", path.as_str())]].concat();
        let ran = run_with(&folder, &compare("main", &[]), &variables);
        assert_eq!((ran.code, ran.out), (0, plain.out.clone()), "{variables:?}");
    }
}

#[test]
fn a_repository_of_another_user_says_how_to_trust_it() {
    let repository = begun();
    let path = crate::git::path();
    for (language, said) in [
        ("en", "belongs to another user"),
        ("pt-BR", "pertence a outro usuário"),
    ] {
        let arguments = ["compare", "--base", "main", "--lang", language];
        let variables = [
            ("PATH", path.as_str()),
            ("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1"),
        ];
        let err = refused(&run_with(repository.path(), &arguments, &variables), 3);
        assert!(err.contains(said), "{err}");
        assert!(
            err.contains("git config --global --add safe.directory /"),
            "{err}"
        );
    }
}

#[test]
fn a_repository_within_is_not_read_as_an_empty_folder() {
    let repository = begun();
    let folder = repository.path();
    let inner = folder.join("kpis");
    for arguments in [
        &["init", "--quiet"][..],
        &["add", "--all"],
        &["commit", "--quiet", "--message", "Inner"],
    ] {
        assert!(git_in(&inner, arguments).status.success());
    }
    repository.git(&["rm", "--quiet", "--cached", "-r", "kpis"]);
    let base = repository.commit("Outer");
    let listed = repository.git(&["ls-tree", &base, "kpis"]);
    assert!(listed.starts_with("160000 commit"), "{listed}");
    let err = refused(&repository.run(&compare(&base, &[])), 2);
    assert!(err.contains("outside-workspace"), "{err}");
    // One that is no part of the workspace is no matter.
    std::fs::rename(folder.join("kpis"), folder.join("other")).unwrap();
    let base = repository.commit("Aside");
    assert_eq!(shown(&moved(&repository, &base), "/moved"), "false");
}

#[test]
fn a_clone_without_history_is_told_how_to_get_it() {
    let repository = begun();
    answered(&repository, "{a: 100%, b: 100%, c: 60%}");
    repository.commit("Change");
    let there = Folder::new();
    let from = format!("file://{}", repository.path().display());
    let clone = |name: &str, depth: &[&str]| {
        let mut arguments = vec!["clone", "--quiet", "--branch", "change"];
        arguments.extend(depth);
        arguments.extend([from.as_str(), name]);
        let output = git_in(there.path(), &arguments);
        assert!(output.status.success(), "{output:?}");
        there.path().join(name)
    };
    let path = crate::git::path();
    let shallow = clone("shallow", &["--depth", "1", "--no-single-branch"]);
    for language in ["en", "pt-BR"] {
        for base in ["main", "v1"] {
            let ran = run_with_path(
                &shallow,
                &["compare", "--base", base, "--lang", language],
                &path,
            );
            let err = refused(&ran, 2);
            assert!(err.contains("`fetch-depth: 0`"), "{err}");
        }
    }
    // A whole clone has the branch under the name of its remote alone.
    let whole = clone("whole", &[]);
    let ran = run_with_path(&whole, &compare("main", &["--format", "json"]), &path);
    let json = ran.json();
    assert_eq!(shown(&json, "/base/revision"), "origin/main");
    assert_eq!(shown(&json, "/assessments/0/change/level"), "1");
}

#[cfg(unix)]
#[test]
fn links_are_followed_within_the_repository_and_not_out_of_it() {
    use std::os::unix::fs::symlink;
    let outside = Folder::new();
    outside.write(
        "june.yaml",
        "regua: 1\nrubric: ruler\ndate: 2026-06-30\nanswers: {}\n",
    );
    let repository = begun();
    let folder = repository.path();
    std::fs::create_dir_all(folder.join("shared")).unwrap();
    std::fs::rename(folder.join("assessments"), folder.join("shared/all")).unwrap();
    std::fs::rename(
        folder.join("kpis/speed.yaml"),
        folder.join("shared/speed.yaml"),
    )
    .unwrap();
    symlink("shared/../shared/all", folder.join("assessments")).unwrap();
    symlink("../shared/speed.yaml", folder.join("kpis/speed.yaml")).unwrap();
    let linked = repository.commit("Linked");
    // Through links it is the same workspace.
    assert_eq!(shown(&moved(&repository, "main"), "/moved"), "false");
    assert_eq!(shown(&moved(&repository, &linked), "/moved"), "false");
    read(&repository, "60%");
    let json = moved(&repository, &linked);
    assert_eq!(shown(&json, "/kpis/0/a/value"), "40");
    repository.commit("Moved");

    symlink(
        outside.path().join("june.yaml"),
        folder.join("shared/all/july.yaml"),
    )
    .unwrap();
    let out = repository.commit("Out");
    std::fs::remove_file(folder.join("shared/all/july.yaml")).unwrap();
    repository.commit("Back");
    let err = refused(&repository.run(&compare(&out, &[])), 2);
    assert!(err.contains("outside-workspace"), "{err}");
    assert!(err.contains("assessments/july.yaml"), "{err}");
}

#[test]
fn the_two_ways_to_compare_are_not_mixed() {
    let repository = begun();
    let both = repository.run(&["compare", "2026-06-30", "2026-09-30", "--base", "main"]);
    assert_eq!(both.code, 2);
    let one = repository.run(&["compare", "2026-06-30"]);
    assert_eq!(one.code, 2);
    let unknown = repository.run(&["compare", "--base", "main", "--rubric", "rule"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("no rubric `rule`"), "{}", unknown.err);
    let none = repository.run(&["compare", "--help", "--lang", "pt-BR"]);
    assert!(none.out.contains("--base <REVISÃO>"), "{}", none.out);
}
