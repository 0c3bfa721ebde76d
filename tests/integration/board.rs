//! `regua okr status` as the board of a week: what is shown, in which order, and in which formats.

use crate::support::Folder;

/// A closed, a finished, a running and a planned cycle, seen on 2026-08-20.
fn four_cycles() -> Folder {
    let folder = Folder::new();
    folder.write("regua.yaml", "regua: 1\norganisation: Test\n");
    let plan = |cycle: &str, objectives: &str| {
        folder.write(
            &format!("okrs/{cycle}/plan.yaml"),
            &format!("regua: 1\ncycle: {cycle}\nobjectives:\n{objectives}"),
        );
    };
    plan(
        "2026-Q1",
        "  - {id: old, owner: ana, key_results: [{id: old-one, unit: h, baseline: 0, target: 10}]}\n",
    );
    folder.write(
        "okrs/2026-Q1/closing.yaml",
        "regua: 1\ncycle: 2026-Q1\nclosed: 2026-04-02\nas_of: 2026-03-31\nprogress: 0\nobjectives:\n  - {id: old, \
         progress: 0, grade: 0.0, key_results: [{id: old-one, status: no_data, baseline: 0, target: 10, grade: 0.0}]}\n",
    );
    plan(
        "2026-Q2",
        "  - {id: late, key_results: [{id: late-one, kind: done}]}\n",
    );
    plan(
        "2026-Q3",
        "  - {id: fine, owner: ana, key_results: [{id: fine-one, unit: h, baseline: 24, target: 12}]}
  - id: poor
    owner: bia
    key_results:
      - {id: slow, unit: h, baseline: 0, target: 100, title: Slow}
      - {id: slower, unit: h, baseline: 0, target: 100, title: \"Slower | *worst*\", owner: Cid}
      - {id: soon, kind: done, due: 2026-08-28}
",
    );
    folder.write(
        "okrs/2026-Q3/check-ins.yaml",
        "- {date: 2026-07-20, key_result: fine-one, value: 22h, confidence: 8}
- {date: 2026-08-05, key_result: fine-one, value: 20h, confidence: 8}
- {date: 2026-08-19, key_result: fine-one, value: 17h, confidence: 6}
- {date: 2026-08-19, key_result: slow, value: 20}
- {date: 2026-07-10, key_result: slower, value: 5}
",
    );
    plan(
        "2026-Q4",
        "  - {id: next, key_results: [{id: next-one, kind: done}]}\n",
    );
    folder
}

fn board(folder: &Folder, arguments: &[&str], language: &str) -> String {
    let mut all = vec![
        "okr",
        "status",
        ".",
        "-q",
        "--as-of",
        "2026-08-20",
        "--lang",
        language,
    ];
    all.extend(arguments);
    let ran = folder.run(&all);
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.out
}

#[test]
fn the_board_shows_what_is_open_worst_first() {
    let folder = four_cycles();
    for language in ["en", "pt-BR"] {
        insta::assert_snapshot!(format!("board-{language}"), board(&folder, &[], language));
    }
    let shown = board(&folder, &[], "en");
    let at = |text: &str| {
        shown
            .find(text)
            .unwrap_or_else(|| panic!("no {text} in {shown}"))
    };
    assert!(at("▼ poor") < at("● fine"));
    assert!(at("Slower") < at("Slow  "));
    assert!(shown.contains("regua okr close 2026-Q2"));
    assert!(!shown.contains("old-one") && !shown.contains("next-one"));
    // Three values of one course, falling; the week names who has been silent.
    assert!(shown.contains("█▅▁ 17"), "{shown}");
    assert!(
        shown.contains("slower (Cid): nothing new since 10 Jul 2026"),
        "{shown}"
    );
}

#[test]
fn all_one_and_one_persons() {
    let folder = four_cycles();
    let all = board(&folder, &["--all"], "en");
    assert!(all.contains("old-one") && all.contains("next-one"));
    let one = board(&folder, &["--cycle", "2026-Q4"], "en");
    assert!(one.contains("next-one") && !one.contains("slow"), "{one}");
    let own = board(&folder, &["--owner", "cid"], "en");
    assert!(own.contains("Slower") && !own.contains("fine-one"), "{own}");
    let refused = folder.run(&[
        "okr", "status", ".", "-q", "--owner", "dora", "--lang", "en",
    ]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("Cid, ana, bia"), "{}", refused.err);
}

#[test]
fn other_programs_read_the_same_figures() {
    let folder = four_cycles();
    let json: serde_json::Value = serde_json::from_str(&board(
        &folder,
        &["--format", "json", "--cycle", "2026-Q3"],
        "en",
    ))
    .unwrap();
    let scored = folder.scored("2026-08-20");
    let same = scored["okrs"].as_array().unwrap();
    let same = same.iter().find(|cycle| cycle["cycle"] == "2026-Q3");
    assert_eq!(Some(&json["okrs"][0]), same);
    let csv = board(&folder, &["--format", "csv"], "pt-BR");
    let row = csv.lines().find(|line| line.contains(",slower,")).unwrap();
    assert_eq!(
        row,
        "2026-Q3,poor,slower,Slower | *worst*,Cid,increase,0,100,5,h,2026-09-30,0.05,0.549451,at_risk,stale,,,,"
    );
    assert_eq!(csv.lines().count(), 8);
    let markdown = board(&folder, &["--format", "md"], "en");
    assert!(
        markdown.contains(r"| Slower \| worst | 5% | 55% |"),
        "{markdown}"
    );
}

#[test]
fn without_cycles_it_says_how_to_begin() {
    let folder = Folder::new();
    folder.write("regua.yaml", "regua: 1\norganisation: Test\n");
    let said = board(&folder, &[], "en");
    assert!(
        said.contains("regua okr suggest") && said.contains("regua okr catalogue"),
        "{said}"
    );
}

#[test]
fn what_is_to_be_kept_says_where_it_was_and_where_not() {
    let folder = Folder::new();
    folder.write("regua.yaml", "regua: 1\norganisation: Test\n");
    folder.write(
        "kpis/own.yaml",
        "regua: 1\nkpis:\n  - {id: csat, title: CSAT, unit: '%', frequency: monthly, direction: higher}\n\
         readings:\n  - {kpi: csat, period: 2026-07, value: 82%}\n  - {kpi: csat, period: 2026-08, value: 90%}\n",
    );
    folder.write(
        "okrs/2026-Q3/plan.yaml",
        "regua: 1\ncycle: 2026-Q3\nobjectives:
  - id: good
    key_results:
      - {id: high, kpi: csat, kind: keep, at_least: 85%}
      - {id: low, kpi: csat, kind: keep, at_most: 95%}
      - {id: within, unit: h, kind: keep, between: [2, 8]}
",
    );
    let shown = |day: &str, language: &str| {
        let ran = folder.run(&[
            "okr", "status", ".", "-q", "--as-of", day, "--lang", language, "--format", "md",
        ]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.out
    };
    for (day, language, said) in [
        (
            "2026-07-10",
            "en",
            "to be kept at 85% or more; no period has ended yet",
        ),
        (
            "2026-07-10",
            "pt-BR",
            "a manter entre 2 h e 8 h; nenhum período terminou ainda",
        ),
        (
            "2026-07-31",
            "en",
            "82% · kept at 85% or more in 0 of 1 month; not in Jul 2026 (82%) |",
        ),
        (
            "2026-07-31",
            "pt-BR",
            "mantido em 85% ou mais em 0 de 1 mês; fora em jul. 2026 (82%) |",
        ),
        ("2026-08-31", "en", "kept at 95% or less in 2 of 2 months |"),
        (
            "2026-09-30",
            "en",
            "kept at 85% or more in 1 of 3 months; not in Jul 2026 (82%), Sep 2026 (no reading) |",
        ),
        (
            "2026-09-30",
            "pt-BR",
            "mantido em 85% ou mais em 1 de 3 meses; fora em jul. 2026 (82%), set. 2026 (sem leitura) |",
        ),
        (
            "2026-09-30",
            "en",
            "kept between 2 h and 8 h in 0 of 6 fortnights; not in 9 Sep 2026",
        ),
    ] {
        let shown = shown(day, language).replace('\u{a0}', " ");
        assert!(shown.contains(said), "{said}\n{shown}");
    }
    let report = folder.run(&[
        "report",
        ".",
        "--as-of",
        "2026-09-30",
        "--lang",
        "en",
        "--format",
        "html",
        "-o",
        "-",
    ]);
    assert!(report.out.contains("kept at 85% or more in 1 of 3 months"));
}
