//! `regua kpi record`: one reading more, and nothing else touched.

use std::thread;

use super::support::Folder;

const SETTINGS: &str = "regua: 1\norganisation: Test\nrubrics: [customer-service]\n";
const OWN: &str = "regua: 1
kpis: [{id: net, unit: h, frequency: fortnightly}]
service_levels: [{id: first-reply, within: 8h, goal: 90%, window: month}]
";
const PLAN: &str = "regua: 1
cycle: 2026-Q4
objectives: [{id: o, key_results: [{id: satisfied, kpi: csat, baseline: 70%, target: 80%}]}]
";
const FILE: &str = "kpis/readings.csv";
const HEADER: &str = "kpi,period,value,numerator,denominator,n,segment,source,note,revises\n";
const DAY: [&str; 4] = ["--as-of", "2026-11-20", "--lang", "en"];

fn workspace() -> Folder {
    let folder = Folder::new();
    folder
        .write("regua.yaml", SETTINGS)
        .write("kpis/own.yaml", OWN)
        .write("okrs/2026-Q4/plan.yaml", PLAN);
    folder
}

fn record(folder: &Folder, arguments: &[&str]) -> (i32, String, String) {
    let ran = folder.run(&[&["kpi", "record"], arguments, &DAY].concat());
    (ran.code, ran.out, ran.err)
}

/// One line, whatever the width broke.
fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_file_is_begun_with_its_header_and_the_latest_complete_month() {
    let folder = workspace();
    let (code, out, err) = record(
        &folder,
        &["csat", "74%", "--n", "1460", "--note", "a, \"b\""],
    );
    assert_eq!((code, err.as_str()), (0, ""));
    let row = "csat,2026-10,74%,,,1460,,,\"a, \"\"b\"\"\",\n";
    assert_eq!(folder.read(FILE), format!("{HEADER}{row}"));
    assert!(
        out.starts_with("✓ Written to kpis/readings.csv:2\n"),
        "{out}"
    );
    let told = joined(&out);
    assert!(
        told.contains("Oct 2026 (the latest complete month): 74%"),
        "{out}"
    );
    assert!(told.contains("satisfied"), "{out}");
    // 70% → 80%: 74% is four tenths of the way; before there was no value.
    assert!(told.contains("progress – → 40%"), "{out}");
    let (_, shown, _) = record(&folder, &["csat", "75%", "--period", "2026-09", "--quiet"]);
    assert_eq!(shown, "");
}

#[test]
fn the_value_stands_beside_the_one_before_it() {
    let folder = workspace();
    assert_eq!(
        record(&folder, &["csat", "72%", "--period", "2026-09"]).0,
        0
    );
    let (_, out, _) = record(&folder, &["csat", "76%"]);
    let told = joined(&out);
    assert!(
        told.contains("76% (before: 72%, Sep 2026) · level"),
        "{out}"
    );
    assert!(told.contains("progress 20% → 60%"), "{out}");
}

#[test]
fn a_row_follows_the_file_that_it_joins() {
    let folder = workspace();
    let before = "\u{feff}valor;indicador;período;fonte;nota\r\n71,5%;csat;2026-08;Pesquisa;\r\n70,0%;csat;2026-07;;";
    folder.write("kpis/export.csv", before);
    let (code, _, err) = record(
        &folder,
        &[
            "csat",
            "72.5%",
            "--file",
            "kpis/export.csv",
            "--note",
            "x; y",
        ],
    );
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(
        folder.read("kpis/export.csv"),
        format!("{before}\r\n72,5%;csat;2026-10;;\"x; y\"\r\n")
    );
    assert!(!folder.path().join(FILE).exists());
}

#[test]
fn counts_segments_and_cases_of_a_service_level_are_recorded_too() {
    let folder = workspace();
    for arguments in [
        &[
            "first-contact-resolution",
            "--numerator",
            "61",
            "--denominator",
            "100",
            "--segment",
            "channel=chat",
        ][..],
        &["nps", "44", "--on", "2026-10-02", "--source", "Survey"],
        &["mean-response-time", "90min", "--period", "2026-W40"],
    ] {
        let (code, _, err) = record(&folder, arguments);
        assert_eq!(code, 0, "{arguments:?}: {err}");
    }
    assert_eq!(
        folder.read(FILE),
        format!(
            "{HEADER}first-contact-resolution,2026-10,,61,100,,channel=chat,,,\nnps,2026-10-02,44,,,,,Survey,,\nmean-response-time,2026-W40,90min,,,,,,,\n"
        )
    );
    let (code, out, err) = record(
        &folder,
        &[
            "--service-level",
            "first-reply",
            "--met",
            "90",
            "--breached",
            "8",
            "--overdue",
            "2",
        ],
    );
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(joined(&out).contains("90.0% kept (goal 90.0%)"), "{out}");
    assert_eq!(
        folder.read("kpis/service-levels.csv"),
        "service_level,period,met,breached,overdue,source,note,revises\nfirst-reply,2026-10,90,8,2,,,\n"
    );
}

#[test]
fn a_second_reading_is_refused_unless_it_revises() {
    let folder = workspace();
    assert_eq!(record(&folder, &["csat", "74%"]).0, 0);
    let before = folder.read(FILE);
    let (code, out, err) = record(&folder, &["csat", "75%"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("kpis/readings.csv:3:14"), "{err}");
    assert!(
        err.contains("first here") && err.contains("--revises"),
        "{err}"
    );
    assert_eq!(folder.read(FILE), before);
    let (code, out, err) = record(&folder, &["csat", "75%", "--revises"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(joined(&out).contains("75% (was 74%)"), "{out}");
    assert_eq!(
        folder.read(FILE),
        format!("{before}csat,2026-10,75%,,,,,,,true\n")
    );
    // A correction counts wherever it stands: here in a file that is read before the first.
    let (code, _, err) = record(
        &folder,
        &["csat", "76%", "--revises", "--file", "kpis/early.csv"],
    );
    assert_eq!(code, 2);
    assert!(
        joined(&err).contains("is read after kpis/early.csv"),
        "{err}"
    );
    folder.write("kpis/zz.csv", "kpi,period,value\ncsat,2026-05,70%\n");
    let (code, _, err) = record(
        &folder,
        &["csat", "71%", "--period", "2026-05", "--revises"],
    );
    assert_eq!((code, err.as_str()), (0, ""));
}

#[test]
fn what_cannot_be_recorded_is_told_and_not_written() {
    let folder = workspace();
    folder.write(FILE, "kpi,period,value\ncsat,2026-09,70%\n");
    for (arguments, said) in [
        (&["csta", "70%"][..], "did you mean `csat`?"),
        // By its title in the other language, without its accents.
        (&["satisfacao", "90%"], "did you mean `csat`?"),
        (
            &["First contact resolution", "90%"],
            "did you mean `first-contact-resolution`?",
        ),
        (&["csat", "18h"], "cannot be converted to `%`"),
        (&["csat"], "the value of `csat` is missing"),
        (&["csat", "70%", "--period", "2026-13"], "is not a period"),
        (&["csat", "70%", "--period", "2027-01"], "has not come yet"),
        (
            &["csat", "70%", "--note", "x"],
            "the header has no column `note`",
        ),
        (
            &["csat", "70%", "--note", "x"],
            "add `,note` at the end of this line",
        ),
        (
            &["csat", "70%", "--revises"],
            "there is no reading of `csat` for Oct 2026",
        ),
        (
            &["csat", "70%", "--file", "../x.csv"],
            "is no file of readings",
        ),
        (
            &["csat", "70%", "--file", "kpis/x/y.csv"],
            "is no file of readings",
        ),
        (&["net", "3"], "a fortnight has no name"),
        (
            &["csat", "70%", "--period", "2026-10-31"],
            "say `--period 2026-10`, or `--on 2026-10-31`",
        ),
        (&["nps", "142"], "write a value from -100 to 100"),
        (
            &[
                "--service-level",
                "first-replay",
                "--met",
                "1",
                "--breached",
                "0",
            ],
            "did you mean `first-reply`?",
        ),
        (
            &[
                "first-contact-resolution",
                "--numerator",
                "1",
                "--denominator",
                "0",
            ],
            "the header has no column",
        ),
    ] {
        let before = folder.read(FILE);
        let (code, out, err) = record(&folder, arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}: {err}");
        assert!(joined(&err).contains(said), "{arguments:?}: {err}");
        for line in err.lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
        assert_eq!(folder.read(FILE), before, "{arguments:?}");
    }
}

#[test]
fn what_can_hardly_be_is_written_and_doubted_at_once() {
    for (arguments, said) in [
        (&["csat", "183%"][..], "share-above-whole"),
        (&["csat", "0.82"], "write `82%` if that is meant"),
        (
            &["mean-response-time", "-3h"],
            "of `mean-response-time` is less than nothing",
        ),
    ] {
        let folder = workspace();
        let (code, out, err) = record(&folder, arguments);
        assert_eq!(code, 0, "{err}");
        assert!(out.contains(&format!("{FILE}:2")), "{out}");
        assert!(joined(&err).contains(said), "{arguments:?}: {err}");
        assert!(err.contains("1 warning"), "{err}");
    }
    for plain in ["82%", "0.82%", "100"] {
        let folder = workspace();
        assert_eq!(record(&folder, &["csat", plain]).2, "", "{plain}");
    }
}

#[test]
fn a_month_by_its_name_is_the_month() {
    for written in ["Oct 2026", "out/2026", "10/2026"] {
        let folder = workspace();
        let (code, _, err) = record(&folder, &["csat", "70%", "--period", written]);
        assert_eq!(code, 0, "{err}");
        assert!(folder.read(FILE).contains("csat,2026-10,70%"), "{written}");
    }
}

#[test]
fn what_is_refused_leaves_no_folder_behind() {
    let folder = Folder::new();
    folder.write("regua.yaml", SETTINGS);
    assert_eq!(record(&folder, &["csat", "18h"]).0, 2);
    assert!(!folder.path().join("kpis").exists());
    assert_eq!(record(&folder, &["csat", "70%"]).0, 0);
    assert!(folder.path().join(FILE).exists());
}

/// Eight people at once, each a process a row, with no file and no folder yet: every row is there once.
#[test]
fn writers_at_once_lose_nothing() {
    const WRITERS: usize = 8;
    const ROWS_EACH: usize = 6;
    let folder = Folder::new();
    folder.write("regua.yaml", SETTINGS);
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            let folder = &folder;
            scope.spawn(move || {
                for row in 0..ROWS_EACH {
                    let day = format!("2026-{:02}-{:02}", row + 1, writer + 1);
                    let (code, _, err) = record(folder, &["csat", "70%", "--on", &day, "-q"]);
                    assert_eq!(code, 0, "{err}");
                }
            });
        }
    });
    let text = folder.read(FILE);
    let mut found: Vec<&str> = text.strip_prefix(HEADER).unwrap().lines().collect();
    found.sort_unstable();
    let days = (1..=ROWS_EACH).flat_map(|month| (1..=WRITERS).map(move |day| (month, day)));
    let expected: Vec<String> = days
        .map(|(month, day)| format!("csat,2026-{month:02}-{day:02},70%,,,,,,,"))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn what_a_killed_writer_left_is_in_nobodys_way() {
    let folder = workspace();
    folder.write("kpis/.regua-torn", "csat,2026-");
    assert_eq!(record(&folder, &["csat", "70%"]).0, 0);
    assert!(!folder.path().join("kpis/.regua-torn").exists());
}

/// A promise has no card of a KPI: its cases explain it.
#[test]
fn a_service_level_is_shown_where_it_is_explained() {
    let ran = workspace().run(&["kpi", "show", "first-reply", "--lang", "en"]);
    assert_eq!(ran.code, 2);
    let said = "`first-reply` is a service level, not a KPI: regua explain first-reply";
    assert!(joined(&ran.err).contains(said), "{}", ran.err);
}

#[test]
fn a_reading_of_a_month_that_runs_says_from_when_it_counts() {
    let folder = workspace();
    let (code, out, err) = record(&folder, &["csat", "74%", "--period", "2026-11"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let told = joined(&out);
    assert!(told.contains("it counts from 30 Nov 2026 on"), "{told}");
    let (_, out, _) = record(&folder, &["csat", "74%", "--period", "2026-10"]);
    assert!(!joined(&out).contains("it counts from"), "{out}");
}

#[test]
fn a_value_that_is_missing_is_called_that() {
    let folder = workspace();
    let (code, out, err) = record(&folder, &["csat"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(
        joined(&err).contains("the value of `csat` is missing"),
        "{err}"
    );
    assert!(!folder.path().join(FILE).exists());
}

#[test]
fn a_point_that_may_part_thousands_is_asked_about() {
    let folder = workspace();
    for value in ["1.204", "1.204h"] {
        let (code, _, err) = record(&folder, &["mean-response-time", value]);
        let told = joined(&err);
        assert_eq!(code, 2, "{err}");
        assert!(told.contains("error[ambiguous-value]"), "{err}");
        let (plain, decimal) = (value.replace('.', ""), value.replace("1.204", "1.2040"));
        let both = format!("write `{plain}` or `{decimal}`");
        assert!(told.contains(&both), "{err}");
    }
    assert!(!folder.path().join(FILE).exists()); // nothing was written
    let (code, out, err) = record(&folder, &["mean-response-time", "1.2040"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(joined(&out).contains("1.2 h"), "{out}");
}

#[test]
fn three_decimals_are_no_doubt_among_values_that_all_have_them() {
    let folder = workspace();
    let rows = "mean-response-time,2026-08,1.204,,,,,,,\nmean-response-time,2026-09,1.310,,,,,,,\n";
    folder.write(FILE, &format!("{HEADER}{rows}"));
    let told = folder.run(&[&["check"][..], &DAY].concat()).err;
    assert_eq!(
        told.matches("warning[ambiguous-value]").count(),
        2,
        "{told}"
    );
    let rows = format!("{HEADER}{rows}mean-response-time,2026-10,0.985,,,,,,,\n");
    folder.write(FILE, &rows);
    let told = folder.run(&[&["check"][..], &DAY].concat()).err;
    assert!(!told.contains("ambiguous-value"), "{told}");
}

#[test]
fn a_doubt_goes_with_the_reading_that_was_corrected() {
    let folder = workspace();
    let first = ["csat", "0.71", "--period", "2026-09"];
    let (code, _, err) = record(&folder, &first);
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("implausible-value"), "{err}");
    let doubts = || folder.run(&[&["check"][..], &DAY].concat()).err;
    assert!(doubts().contains("implausible-value"));
    let (code, _, err) = record(
        &folder,
        &["csat", "71%", "--period", "2026-09", "--revises"],
    );
    assert_eq!(code, 0, "{err}");
    assert!(!doubts().contains("implausible-value"), "{}", doubts());
}
