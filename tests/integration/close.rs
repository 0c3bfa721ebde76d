//! `regua okr close` and `okr roll`: grades that stand, and what goes on.

use super::support::{Folder, shown};

const SETTINGS: &str = "regua: 1\norganisation: Test\nrubrics: [customer-service]\n";
/// The way of `hours` is exact, that of `answered` a third, `late` misses, `kept` holds in two of three months.
const PLAN: &str = "regua: 1
cycle: 2026-Q3
objectives:
  - id: faster
    title: Answer faster
    owner: ana
    key_results:
      - {id: hours, title: Hours to the first answer, kpi: mean-response-time, baseline: {period: 2026-06}, target: -50%, weight: 2}
      - {id: answered, title: Solved at first contact, kpi: first-contact-resolution, baseline: 60%, target: 80%}
      - {id: portal, title: The portal, kind: milestones, milestones: [{id: live, weight: 3}, {id: used}]}
      - {id: sops, title: Procedures revised, kind: done}
  - id: loved
    title: Be recommended
    ambition: aspirational
    key_results:
      - {id: kept, title: Satisfaction, kpi: csat, kind: keep, at_least: 80%}
      - {id: score, title: Test score, unit: points, target: 90}
      - {id: unread, title: Newsletter, unit: \"%\", target: 50%}
";
const READINGS: &str = "kpi;period;value;numerator;denominator
mean-response-time;2026-06;24h;;
mean-response-time;2026-07;20h;;
mean-response-time;2026-09;18h;;
first-contact-resolution;2026-09;;200;300
csat;2026-07;82%;;
csat;2026-08;79%;;
csat;2026-09;81%;;
";
const ROWS: &str = "- {date: 2026-07-10, key_result: score, value: 40}
- {date: 2026-09-30, key_result: score, value: 72.5}
- {date: 2026-08-20, key_result: portal, milestone: live}
";
const CLOSING: &str = "okrs/2026-Q3/closing.yaml";

fn ended() -> Folder {
    let folder = Folder::new();
    folder
        .write("regua.yaml", SETTINGS)
        .write("okrs/2026-Q3/plan.yaml", PLAN)
        .write("okrs/2026-Q3/check-ins.yaml", ROWS)
        .write("kpis/readings.csv", READINGS);
    folder
}

fn run(folder: &Folder, arguments: &[&str]) -> (i32, String, String) {
    let ran = folder.run(&[arguments, &["--lang", "en"]].concat());
    (ran.code, ran.out, ran.err)
}

#[track_caller]
fn closed(folder: &Folder) {
    let (code, _, err) = run(folder, &["okr", "close", "--as-of", "2026-10-06", "-q"]);
    assert_eq!(code, 0, "{err}");
}

/// Of each key result: grade, progress, value, baseline, target, status.
fn figures(folder: &Folder, as_of: &str) -> Vec<[String; 6]> {
    let result = folder.scored(as_of);
    let mut figures = Vec::new();
    for objective in result["okrs"][0]["objectives"].as_array().unwrap() {
        for own in objective["key_results"].as_array().unwrap() {
            figures.push(
                ["grade", "progress", "value", "baseline", "target", "status"]
                    .map(|key| shown(own, &format!("/{key}"))),
            );
        }
    }
    figures
}

#[test]
fn closing_writes_the_figures_of_the_last_day() {
    let folder = ended();
    // 24 → 12 h at 18 h; 60 → 80 % at 66.67 %; three of four parts; nothing done; two of three months;
    // 40 → 90 at 72.5, and 0.65 is graded half up.
    let rows = "objectives:
  - id: faster
    progress: 5/12
    grade: 0.4
    key_results:
      - {id: hours, status: missed, baseline: 24h, target: 12h, value: 18h, dated: 2026-09-30, progress: 0.5, grade: 0.5}
      - {id: answered, status: missed, baseline: 60%, target: 80%, value: 200/3%, dated: 2026-09-30, progress: 1/3, grade: 0.3}   # 66.67% · 33%
      - {id: portal, status: missed, progress: 0.75, grade: 0.8}
      - {id: sops, status: missed, progress: 0, grade: 0.0}
  - id: loved
    progress: 79/180
    grade: 0.4
    key_results:
      - {id: kept, status: missed, target: 80%, value: 81%, dated: 2026-09-30, progress: 2/3, grade: 0.7}   # 81% · 67%
      - {id: score, status: missed, baseline: 40, target: 90, value: 72.5, dated: 2026-09-30, progress: 0.65, grade: 0.7}
      - {id: unread, status: no_baseline, target: 50%}
";
    let (code, out, err) = run(
        &folder,
        &["okr", "close", "--as-of", "2026-10-06", "--by", "ana"],
    );
    assert_eq!((code, err.as_str()), (0, ""));
    let head = "# What 2026-Q3 was closed with. The figures stand; a retrospective may be added.
regua: 1
cycle: 2026-Q3
closed: 2026-10-06
as_of: 2026-09-30
by: ana
progress: 77/180
";
    assert_eq!(folder.read(CLOSING), format!("{head}{rows}"));
    insta::assert_snapshot!("close", out);
    assert_eq!(folder.read("okrs/2026-Q3/check-ins.yaml"), ROWS);
    assert_eq!(folder.read("okrs/2026-Q3/plan.yaml"), PLAN);
}

#[test]
fn before_the_closing_the_figures_are_those_of_the_day() {
    let folder = ended();
    let open = figures(&folder, "2026-09-30");
    let later = figures(&folder, "2026-10-05");
    closed(&folder);
    assert_eq!(figures(&folder, "2026-09-30"), open);
    assert_eq!(figures(&folder, "2026-10-05"), later);
    let closed = figures(&folder, "2026-10-06");
    assert_eq!(closed[0][0], "0.5");
    // Open, nothing has a grade; and the same figures stand from the closing on.
    for (closed, open) in closed.iter().zip(&open) {
        assert_eq!(open[0], "null");
        assert_eq!(closed[1..5], open[1..5]);
    }
}

#[test]
fn edits_after_the_closing_warn_and_change_nothing() {
    let folder = ended();
    closed(&folder);
    let result = |folder: &Folder| {
        let mut result = folder.scored("2026-11-20");
        result["okrs"].take()
    };
    let before = result(&folder);
    for (file, text, said) in [
        (
            "kpis/readings.csv",
            READINGS.replace("2026-09;18h", "2026-09;12h"),
            "`hours` was closed at 18 h",
        ),
        (
            "kpis/readings.csv",
            READINGS.replace("2026-06;24h", "2026-06;30h"),
            "`hours` was closed with the baseline 24 h",
        ),
        (
            "kpis/readings.csv",
            READINGS.replace("2026-06;24h", "2026-06;24,004h"),
            "`hours` was closed with the baseline 24 h; by the files it is 24.004 h now",
        ),
        (
            "kpis/readings.csv",
            READINGS.replace(";200;300", ";200001;300000"),
            "`answered` was closed at 66.6667%; by the files it is 66.667% now",
        ),
        (
            "kpis/readings.csv",
            READINGS.replace(";200;300", ";299;300"),
            "`answered` was closed at 66.67%",
        ),
        (
            "kpis/readings.csv",
            READINGS.replace("2026-08;79%", "2026-08;89%"),
            "`kept` was closed with a progress of 66.7%",
        ),
        (
            "okrs/2026-Q3/plan.yaml",
            PLAN.replace(
                "target: 80%}\n      - {id: portal",
                "target: 70%}\n      - {id: portal",
            ),
            "`answered` was closed with the target 80%",
        ),
        (
            "okrs/2026-Q3/check-ins.yaml",
            format!("{ROWS}- {{date: 2026-09-29, key_result: portal, milestone: used}}\n"),
            "`portal` was closed with a progress of 75%",
        ),
        (
            "okrs/2026-Q3/check-ins.yaml",
            format!("{ROWS}- {{date: 2026-09-30, key_result: sops, done: true}}\n"),
            "`sops` was closed with a progress of 0%",
        ),
        (
            "okrs/2026-Q3/check-ins.yaml",
            format!("{ROWS}- {{date: 2026-10-20, key_result: score, value: 90}}\n"),
            "this row counts for nothing",
        ),
    ] {
        let was = folder.read(file);
        folder.write(file, &text);
        let (code, _, err) = run(&folder, &["check", "--as-of", "2026-11-20"]);
        assert_eq!(code, 0, "{err}");
        let told = err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(said), "{said}: {err}");
        assert_eq!(result(&folder), before, "{said}");
        folder.write(file, &was);
    }
}

#[test]
fn a_cycle_is_closed_once_and_takes_no_rows_then() {
    let folder = ended();
    closed(&folder);
    let was = folder.read(CLOSING);
    for (arguments, said) in [
        (
            &["okr", "close", "2026-Q3", "--as-of", "2026-10-07"][..],
            "was closed on 6 Oct 2026",
        ),
        (
            &["okr", "close", "--as-of", "2026-10-07"],
            "no open cycle has ended",
        ),
        (
            &["okr", "check-in", "score", "80", "--as-of", "2026-10-07"],
            "takes no check-ins any more",
        ),
    ] {
        let (code, out, err) = run(&folder, arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.contains(said), "{arguments:?}: {err}");
    }
    assert_eq!(folder.read(CLOSING), was);
    assert_eq!(folder.read("okrs/2026-Q3/check-ins.yaml"), ROWS);
}

#[test]
fn closing_waits_for_the_last_day_unless_told() {
    let folder = ended();
    let (code, _, err) = run(
        &folder,
        &["okr", "close", "2026-Q3", "--as-of", "2026-09-29"],
    );
    assert_eq!(code, 2);
    assert!(err.contains("runs until 30 Sep 2026"), "{err}");
    for (arguments, said) in [
        (
            &["--on", "2026-10-08", "--as-of", "2026-10-06"][..],
            "has not come yet",
        ),
        (
            &["--on", "2026-06-30", "--as-of", "2026-10-06"],
            "begins on 1 Jul 2026",
        ),
        (
            &["--as-of", "2026-10-06", "--retrospective", "because"],
            "is no retrospective",
        ),
        (
            &["--as-of", "2026-10-06", "--retrospective", "fastr=Late."],
            "the objectives are faster, loved",
        ),
    ] {
        let (code, _, err) = run(&folder, &[&["okr", "close", "2026-Q3"], arguments].concat());
        assert_eq!(code, 2, "{arguments:?}");
        let told = err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(said), "{arguments:?}: {err}");
    }
    let shown = [
        "okr",
        "close",
        "2026-Q3",
        "--as-of",
        "2026-09-14",
        "--early",
        "--dry-run",
    ];
    let (code, out, err) = run(&folder, &shown);
    assert_eq!((code, err.as_str()), (0, ""));
    // Half of the quarter's values, and no last day has come: the statuses are those of the day.
    assert!(
        out.contains("{id: hours, status: at_risk, baseline: 24h, target: 12h, value: 20h, dated: 2026-07-31, progress: 1/3, grade: 0.3}"),
        "{out}"
    );
    assert!(!folder.path().join(CLOSING).exists());
}

#[test]
fn a_missed_commitment_asks_what_was_learned() {
    let folder = ended();
    closed(&folder);
    let (_, _, err) = run(&folder, &["check", "--as-of", "2026-11-20"]);
    assert!(err.contains("no-retrospective"), "{err}");
    assert!(
        !err.contains("`loved`"),
        "an aspiration owes nothing: {err}"
    );
    std::fs::remove_file(folder.path().join(CLOSING)).unwrap();
    let said = "faster=Two people left, \"just so\": we hired late.";
    let (code, _, err) = run(
        &folder,
        &[
            "okr",
            "close",
            "--as-of",
            "2026-10-06",
            "-q",
            "--retrospective",
            said,
        ],
    );
    assert_eq!((code, err.as_str()), (0, ""));
    let text = folder.read(CLOSING);
    assert!(
        text.contains("    retrospective: \"Two people left, \\\"just so\\\": we hired late.\"\n"),
        "{text}"
    );
    let (_, _, err) = run(&folder, &["check", "--as-of", "2026-11-20"]);
    assert_eq!(err, "");
    let ran = folder.run(&["report", "--as-of", "2026-11-20", "--lang", "en", "-q"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let report = folder.read("report/report.md");
    assert!(
        report.contains("What we learned: Two people left"),
        "{report}"
    );
    assert!(report.contains("Closed on 6 Oct 2026 with the figures of 30 Sep 2026."));
    assert!(report.contains("Grade 0.5 (yellow)"));
}

#[test]
fn what_was_learned_may_come_later() {
    let folder = ended();
    closed(&folder);
    let was = folder.read(CLOSING);
    // Whoever comes back to close says what is meant to be done.
    let (code, _, err) = run(&folder, &["okr", "close", "2026-Q3"]);
    assert_eq!(code, 2);
    let told = err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        told.contains("`regua okr close 2026-Q3 --retrospective ID=TEXT`"),
        "{err}"
    );
    let add = |given: &[&str]| {
        let said = given.iter().flat_map(|own| ["--retrospective", own]);
        let said: Vec<&str> = said.collect();
        run(&folder, &[&["okr", "close", "2026-Q3"], &said[..]].concat())
    };
    for (given, why) in [
        (&["faster=A.", "faster=B."][..], "is said twice"),
        (&["faster= "], "is no retrospective"),
        (&["nobody=A."], "no objective or key result `nobody`"),
    ] {
        let (code, out, err) = add(given);
        assert_eq!((code, out.as_str()), (2, ""), "{given:?}");
        assert!(err.contains(why), "{given:?}: {err}");
    }
    let (code, _, err) = run(
        &folder,
        &[
            "okr",
            "close",
            "2026-Q3",
            "--by",
            "ana",
            "--retrospective",
            "faster=A.",
        ],
    );
    assert_eq!(code, 2, "who closed it stands: {err}");
    assert_eq!(folder.read(CLOSING), was);
    // First as it would be, then for good; nothing but what is said is new.
    let learned = "faster=We hired late: \"too late\", {all} of us #1.";
    let dry = run(
        &folder,
        &[
            "okr",
            "close",
            "2026-Q3",
            "--dry-run",
            "--retrospective",
            learned,
        ],
    );
    assert_eq!(folder.read(CLOSING), was);
    let (code, out, err) = add(&[learned, "hours=The queue, mostly."]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(
        out,
        "✓ 2 retrospectives written: okrs/2026-Q3/closing.yaml\n"
    );
    let text = folder.read(CLOSING);
    let line = "    retrospective: \"We hired late: \\\"too late\\\", {all} of us #1.\"\n";
    let beside = ", retrospective: \"The queue, mostly.\"";
    assert_eq!(text.matches(line).count(), 1, "{text}");
    assert_eq!(text.matches(beside).count(), 1, "{text}");
    assert_eq!(text.replace(beside, ""), dry.1);
    assert_eq!(text.replace(line, "").replace(beside, ""), was);
    let (_, _, err) = run(&folder, &["check", "--as-of", "2026-11-20"]);
    assert_eq!(err, "");
    // Nobody's words are written over.
    let (code, _, err) = add(&["faster=Else."]);
    assert_eq!(code, 2);
    assert!(err.contains("okrs/2026-Q3/closing.yaml:"), "{err}");
    assert_eq!(folder.read(CLOSING), text);
}

#[test]
fn what_cannot_be_written_is_refused_by_its_own_name() {
    let folder = ended();
    let close = |given: &str, more: &[&str]| {
        let close = ["okr", "close", "2026-Q3", "--as-of", "2026-10-06"];
        let said = ["--retrospective", given];
        run(&folder, &[&close[..], &said, more].concat())
    };
    let say = |given: &str| close(given, &[]);
    // What nobody sees is told of what was typed, before closing and after.
    let (code, _, err) = say("faster=Late\u{202e}.");
    assert_eq!(code, 2);
    assert!(err.contains("`faster` holds U+202E"), "{err}");
    assert!(!folder.path().join(CLOSING).exists());
    closed(&folder);
    let was = folder.read(CLOSING);
    for more in [&[][..], &["--dry-run"]] {
        let (code, out, err) = close("faster=Late\u{1b}.", more);
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(err.contains("`faster` holds U+001B"), "{err}");
    }
    // Where it stands already, its own line is told, not that of what it is about.
    assert_eq!(say("faster=Late.").0, 0);
    let text = folder.read(CLOSING);
    let before = text.split("retrospective: Late.").next().unwrap();
    let (code, _, err) = say("faster=Early.");
    assert_eq!(code, 2);
    let line = before.matches('\n').count() + 1;
    assert!(err.contains(&format!("{CLOSING}:{line};")), "{err}");
    // A text without words is none: it is owed, and may be said.
    let empty = text.replace("retrospective: Late.", "retrospective: ''");
    folder.write(CLOSING, &empty);
    let (_, _, err) = run(&folder, &["check", "--as-of", "2026-11-20"]);
    assert!(err.contains("no-retrospective"), "{err}");
    let (code, _, err) = say("faster=Late.");
    assert_eq!(
        (code, err.as_str()),
        (0, ""),
        "no doubts of the file as it was"
    );
    assert_eq!(folder.read(CLOSING), text);
    // A closing that says nothing of an objective, and one written as nobody writes it.
    let gone = was.replacen("  - id: faster\n", "  - id: slower\n", 1);
    let odd = was.replacen("  - id: faster\n", "  - ? id\n    : faster\n", 1);
    for (text, why) in [
        (gone, "says nothing of `faster`"),
        (odd, "beside its figures by hand"),
    ] {
        assert_ne!(text, was);
        folder.write(CLOSING, &text);
        for more in [&[][..], &["--dry-run"]] {
            let (code, out, err) = close("faster=Late.", more);
            assert_eq!((code, out.as_str()), (2, ""));
            let told = err.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(told.contains(why), "{err}");
            assert!(told.contains(CLOSING), "{err}");
        }
        assert_eq!(folder.read(CLOSING), text);
    }
}

#[test]
fn what_is_unfinished_goes_on_from_where_it_was_left() {
    let folder = ended();
    let (code, _, err) = run(
        &folder,
        &["okr", "roll", "2026-Q3", "--as-of", "2026-10-06"],
    );
    assert_eq!(code, 2);
    assert!(err.contains("still open"), "{err}");
    closed(&folder);
    let (code, out, err) = run(&folder, &["okr", "roll", "--as-of", "2026-10-06"]);
    assert_eq!(code, 0, "{err}");
    insta::assert_snapshot!("roll", out);
    insta::assert_snapshot!("roll-plan", folder.read("okrs/2026-Q4/plan.yaml"));
    let (code, _, err) = run(&folder, &["check", "--as-of", "2026-10-06"]);
    assert_eq!(code, 0, "{err}");
    // The retrospective is owed; of the new plan there is advice, and nothing else.
    assert_eq!(err.matches("warning[").count(), 1, "{err}");
    assert!(err.contains("warning[no-retrospective]"), "{err}");
    // The new cycle begins where the old one ended, with its lineage.
    let result = folder.scored("2026-10-06");
    let hours = &result["okrs"][1]["objectives"][0]["key_results"][0];
    let own = ["from", "baseline", "target", "value", "progress"]
        .map(|key| shown(hours, &format!("/{key}")));
    assert_eq!(own, ["2026-Q3/hours", "18", "12", "18", "0"]);
    // What the closed cycle measured is not told as if it had never been known.
    for (language, on_the_board, in_the_report) in [
        (
            "en",
            "nothing measured in this cycle yet, goes on from 2026-Q3",
            "goes on from 2026-Q3; nothing of it has been measured in this cycle yet.",
        ),
        (
            "pt-BR",
            "nada medido neste ciclo ainda, vem de 2026-Q3",
            "vem de 2026-Q3; neste ciclo, nada dele foi medido ainda.",
        ),
    ] {
        let asked = |arguments: &[&str]| {
            let day = ["--as-of", "2026-10-20", "--lang", language];
            in_one_line(&folder.run(&[arguments, &day].concat()).out)
        };
        let board = asked(&["okr", "status"]);
        assert!(board.contains(on_the_board), "{board}");
        let report = asked(&["report", "-o", "-", "--format", "md"]);
        assert!(report.contains(in_the_report), "{report}");
    }
    // A plan that is there is somebody's.
    let was = folder.read("okrs/2026-Q4/plan.yaml");
    let (code, _, err) = run(&folder, &["okr", "roll", "--as-of", "2026-10-06"]);
    assert_eq!(code, 2);
    assert!(err.contains("has a plan already"), "{err}");
    assert_eq!(folder.read("okrs/2026-Q4/plan.yaml"), was);
    let (code, out, _) = run(
        &folder,
        &["okr", "roll", "--dry-run", "--as-of", "2026-10-06"],
    );
    assert_eq!((code, out), (0, was));
    let (code, _, err) = run(
        &folder,
        &["okr", "roll", "--to", "2026-Q2", "--as-of", "2026-10-06"],
    );
    assert_eq!(code, 2);
    assert!(err.contains("does not come after"), "{err}");
}

#[test]
fn what_is_done_or_agreed_after_the_last_day_still_goes_on() {
    let folder = ended();
    let agreed = "    owner: ana\n    amendments: [{date: 2026-10-03, key_result: hours, due: 2026-12-15, reason: More time}]\n";
    let plan = PLAN.replace("    owner: ana\n", agreed);
    folder.write("okrs/2026-Q3/plan.yaml", &plan);
    // The last part is done in the days between the end and the closing: at the end it was not.
    let rows = format!("{ROWS}- {{date: 2026-10-02, key_result: portal, milestone: used}}\n");
    folder.write("okrs/2026-Q3/check-ins.yaml", &rows);
    closed(&folder);
    let (code, _, err) = run(&folder, &["okr", "roll", "--as-of", "2026-10-06"]);
    assert_eq!(code, 0, "{err}");
    let plan = folder.read("okrs/2026-Q4/plan.yaml");
    assert!(plan.contains("id: used"), "{plan}");
    assert!(!plan.contains("id: live"), "{plan}");
    assert!(!plan.contains("2026-12-15"), "{plan}");
    let (code, _, err) = run(&folder, &["check", "--as-of", "2026-10-06"]);
    assert_eq!(code, 0, "{err}");
}

#[test]
fn a_way_that_nothing_was_measured_of_goes_on_as_it_was_planned() {
    let folder = ended();
    // One reading, and none to start from: a value at the end, and no progress.
    folder.write(
        "kpis/readings.csv",
        "kpi;period;value\nmean-response-time;2026-09;18h\n",
    );
    closed(&folder);
    let (code, _, err) = run(&folder, &["okr", "roll", "--as-of", "2026-10-06"]);
    assert_eq!(code, 0, "{err}");
    let plan = folder.read("okrs/2026-Q4/plan.yaml");
    assert!(plan.contains("baseline: {period: 2026-06}"), "{plan}");
    assert!(plan.contains("target: -50%"), "{plan}");
}

#[test]
fn a_measured_baseline_is_frozen_with_the_first_check_in() {
    let folder = ended();
    let day = ["--as-of", "2026-08-15", "-q"];
    for confidence in ["6", "7"] {
        let arguments = ["okr", "check-in", "hours", "--confidence", confidence];
        let (code, _, err) = run(&folder, &[&arguments[..], &day].concat());
        assert_eq!((code, err.as_str()), (0, ""));
    }
    let rows = folder.read("okrs/2026-Q3/check-ins.yaml");
    let added: Vec<&str> = rows.strip_prefix(ROWS).unwrap().lines().collect();
    assert_eq!(
        added,
        [
            "- {date: 2026-08-15, key_result: hours, confidence: 6, baseline: 24h}",
            "- {date: 2026-08-15, key_result: hours, confidence: 7}",
        ]
    );
    let before = figures(&folder, "2026-09-30");
    folder.write(
        "kpis/readings.csv",
        &READINGS.replace("2026-06;24h", "2026-06;30h"),
    );
    assert_eq!(figures(&folder, "2026-09-30"), before);
    // Before that check-in it is what the reading says.
    assert_eq!(figures(&folder, "2026-08-14")[0][3], "30");
    let (_, _, err) = run(&folder, &["check", "--as-of", "2026-09-30"]);
    assert!(
        err.contains("frozen at 24 h; its reading says 30 h now") || err.contains("baseline-moved"),
        "{err}"
    );
}

#[test]
fn a_cycle_may_be_any_stretch_of_days() {
    for (head, first, last) in [
        ("cycle: 2026-08-10..2026-10-04", "2026-08-10", "2026-10-04"),
        (
            "cycle: black-friday\nstart: 2026-08-10\nend: 6 weeks",
            "2026-08-10",
            "2026-09-20",
        ),
        (
            "cycle: sprint\nstart: 2026-08-31\nend: 2026-09",
            "2026-08-31",
            "2026-09-30",
        ),
    ] {
        let folder = Folder::new();
        let plan = format!(
            "regua: 1\n{head}\nobjectives: [{{id: o, owner: ana, key_results: [{{id: k, kind: done}}, {{id: l, kind: done}}]}}]\n"
        );
        folder
            .write("regua.yaml", SETTINGS)
            .write("okrs/one/plan.yaml", &plan);
        assert_eq!(
            shown(&folder.scored(first), "/okrs/0/elapsed"),
            "0",
            "{head}"
        );
        assert_eq!(
            shown(&folder.scored(last), "/okrs/0/elapsed"),
            "1",
            "{head}"
        );
        assert_eq!(
            shown(
                &folder.scored(first),
                "/okrs/0/objectives/0/key_results/0/due"
            ),
            last
        );
    }
}

#[test]
fn an_ended_cycle_says_what_it_would_be_closed_with_and_a_closed_one_shows_its_grades() {
    let folder = ended();
    // A reading of October counts in the figures of that day, and not in those it is closed with.
    folder.write(
        "kpis/later.csv",
        "kpi;period;value\nmean-response-time;2026-10;12h\n",
    );
    let at = |day: &'static str| run(&folder, &["okr", "status", "--as-of", day]).1;
    let told =
        "On its last day, 30 Sep 2026, progress was 43%: closed, it keeps those of that day.";
    let board = at("2026-11-06").replace('\n', " ");
    assert!(board.contains(told), "{board}");
    // As long as nothing came later, the two are the same.
    let board = at("2026-10-01");
    assert!(
        board.contains("close it with `regua okr close 2026-Q3`"),
        "{board}"
    );
    assert!(!board.contains("On its last day"), "{board}");
    closed(&folder);
    let page = |arguments: &[&str]| {
        let asked = [arguments, &["-o", "-", "--as-of", "2026-11-06"]].concat();
        run(&folder, &asked).1
    };
    let summary = page(&["report", "--summary", "--format", "md"]);
    assert!(
        summary.contains("3 with a green grade, 1 with a yellow grade, 2 with a red grade"),
        "{summary}"
    );
    assert!(summary.contains("| Grade 0.4 (yellow) |"), "{summary}");
    assert!(!summary.contains("missed"), "{summary}");
    let html = page(&["report", "--format", "html"]);
    assert!(html.contains("</b> with a green grade</span>"));
}

/// Grades are green from 0.7, and `check` and the files call a commitment of 0.8 missed: the board says how both hold.
#[test]
fn a_green_grade_says_when_the_commitment_is_missed_all_the_same() {
    for (ambition, value, is_said) in [
        ("committed", 80, true),
        ("committed", 100, false),
        ("committed", 60, false),
        ("aspirational", 80, false),
    ] {
        let folder = Folder::new();
        let plan = format!(
            "regua: 1\ncycle: 2026-Q3\nobjectives:\n  - id: seats\n    title: Seats\n    ambition: {ambition}\n    \
             key_results:\n      - {{id: chairs, title: Chairs, unit: chairs, baseline: 0, target: 100}}\n"
        );
        let row = format!("- {{date: 2026-09-30, key_result: chairs, value: {value}}}\n");
        folder
            .write("regua.yaml", SETTINGS)
            .write("okrs/2026-Q3/plan.yaml", &plan)
            .write("okrs/2026-Q3/check-ins.yaml", &row);
        closed(&folder);
        for (language, said) in [
            ("en", "a commitment is met at 1.0, and missed below that."),
            ("pt-BR", "um compromisso só está cumprido com 1,0"),
        ] {
            let board = ["okr", "status", "--all", "--as-of", "2026-10-06", "--lang"];
            let board = in_one_line(&folder.run(&[&board[..], &[language]].concat()).out);
            assert_eq!(board.contains(said), is_said, "{ambition} {value}: {board}");
        }
    }
}

/// The plan that `init` leaves for the next quarter holds nothing yet: it takes what is carried over. A plan that
/// holds something is its author's, and the page of the closing says so.
#[test]
fn an_empty_plan_takes_what_is_carried_over() {
    let day = ["--as-of", "2026-10-06"];
    let folder = ended();
    let begun = "regua: 1\ncycle: 2026-Q4\nobjectives: []   # none yet\n# Ours.\n";
    folder.write("okrs/2026-Q4/plan.yaml", begun);
    let (code, out, err) = run(&folder, &[&["okr", "close", "2026-Q3"], &day[..]].concat());
    assert_eq!(code, 0, "{err}");
    let command = "Carry them over: regua okr roll 2026-Q3 --to 2026-Q4";
    assert!(in_one_line(&out).contains(command), "{out}");
    let (code, _, err) = run(&folder, &[&["okr", "roll", "-q"], &day[..]].concat());
    assert_eq!(code, 0, "{err}");
    let plan = folder.read("okrs/2026-Q4/plan.yaml");
    assert!(
        plan.starts_with("regua: 1\ncycle: 2026-Q4\nobjectives:\n  - id: faster\n"),
        "{plan}"
    );
    assert!(plan.ends_with("# Ours.\n"), "{plan}");

    let folder = ended();
    folder.write(
        "okrs/2026-Q4/plan.yaml",
        &PLAN.replace("2026-Q3", "2026-Q4"),
    );
    let (code, out, err) = run(&folder, &[&["okr", "close", "2026-Q3"], &day[..]].concat());
    assert_eq!(code, 0, "{err}");
    let said = "2026-Q4 has a plan already; to add them there, see them as YAML: regua okr roll 2026-Q3 --to 2026-Q4 --dry-run";
    assert!(in_one_line(&out).contains(said), "{out}");
    let (code, out, err) = run(&folder, &[&["okr", "roll", "--dry-run"], &day[..]].concat());
    assert!(code == 0 && out.contains("from: 2026-Q3/"), "{out}{err}");
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
