//! `regua okr check-in`: one row more, and nothing else touched.

use std::thread;

use super::support::Folder;

const SETTINGS: &str = "regua: 1\norganisation: Test\nrubrics: [customer-service]\n";
const PLAN: &str = "regua: 1
cycle: 2026-Q4
objectives:
  - id: faster
    key_results:
      - {id: hours, unit: h, baseline: 24h, target: 12h}
      - {id: portal, kind: milestones, milestones: [{id: live}, {id: used}]}
      - {id: sops, kind: done}
      - {id: satisfied, kpi: csat, baseline: 70%, target: 80%}
";
const ROWS: &str =
    "# What Ana says\n- {date: 2026-10-15, key_result: hours, value: 20h}   # by phone\n";
const FILE: &str = "okrs/2026-Q4/check-ins.yaml";
const DAY: [&str; 4] = ["--as-of", "2026-11-20", "--lang", "en"];

fn planned() -> Folder {
    let folder = Folder::new();
    folder
        .write("regua.yaml", SETTINGS)
        .write("okrs/2026-Q4/plan.yaml", PLAN)
        .write(FILE, ROWS);
    folder
}

fn check_in(folder: &Folder, arguments: &[&str]) -> (i32, String, String) {
    let ran = folder.run(&[&["okr", "check-in"], arguments, &DAY].concat());
    (ran.code, ran.out, ran.err)
}

#[test]
fn a_row_is_added_and_what_stood_there_stays_byte_for_byte() {
    let folder = planned();
    let (code, out, err) = check_in(
        &folder,
        &[
            "hours",
            "18h",
            "--confidence",
            "7",
            "--by",
            "ana",
            "--note",
            "Fila: menos, \"bem\" menos",
        ],
    );
    assert_eq!((code, err.as_str()), (0, ""));
    let row = "- {date: 2026-11-20, key_result: hours, value: 18h, confidence: 7, by: ana, note: \"Fila: menos, \\\"bem\\\" menos\"}\n";
    assert_eq!(folder.read(FILE), format!("{ROWS}{row}"));
    // 24 h → 12 h: 20 h is a third of the way, 18 h half of it.
    assert!(
        out.starts_with("✓ Written to okrs/2026-Q4/check-ins.yaml:3\n"),
        "{out}"
    );
    assert!(out.contains("progress 33% → 50%"), "{out}");
    assert!(out.contains("confidence 7"), "{out}");
    let (_, shown, _) = check_in(&folder, &["hours", "17h", "--quiet"]);
    assert_eq!(shown, "");
}

#[test]
fn what_was_reached_may_be_a_milestone_a_deed_or_nothing() {
    let folder = planned();
    for arguments in [
        &["portal", "--milestone", "live"][..],
        &["sops", "--done", "--on", "2026-11-01"],
        &["hours", "--confidence", "3"],
        &["satisfied", "--note", "The survey is out."],
        &["2026-Q4/hours", "-8%"],
    ] {
        let (code, _, err) = check_in(&folder, arguments);
        let is_refused = arguments.contains(&"-8%");
        assert_eq!(code, if is_refused { 2 } else { 0 }, "{arguments:?}: {err}");
    }
    let rows = folder.read(FILE);
    let added: Vec<&str> = rows.strip_prefix(ROWS).unwrap().lines().collect();
    assert_eq!(
        added,
        [
            "- {date: 2026-11-20, key_result: portal, milestone: live}",
            "- {date: 2026-11-01, key_result: sops, done: true}",
            "- {date: 2026-11-20, key_result: hours, confidence: 3}",
            "- {date: 2026-11-20, key_result: satisfied, note: The survey is out.}",
        ]
    );
}

#[test]
fn what_the_plan_cannot_take_is_told_and_not_written() {
    let folder = planned();
    for (arguments, said) in [
        (&["hours", "62%"][..], "cannot be converted to `h`"),
        (&["satisfied", "75%"], "satisfied"),
        (&["sops", "3"], "sops"),
        (&["portal", "--milestone", "life"], "did you mean `live`"),
        (&["hours", "18h", "--confidence", "11"], "from 0 to 10"),
        (&["hours", "18h", "--on", "2027-01-02"], "has not come yet"),
        (&["hour", "18h"], "there is no key result `hour`"),
    ] {
        let (code, out, err) = check_in(&folder, arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        let told = err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(said), "{arguments:?}: {err}");
        assert_eq!(folder.read(FILE), ROWS, "{arguments:?}");
    }
}

/// A cycle that has ended and is open still takes what came in time, under its full name.
#[test]
fn a_key_result_of_an_ended_cycle_is_named_in_full() {
    let folder = planned();
    folder.write(
        "okrs/2026-Q3/plan.yaml",
        "regua: 1\ncycle: 2026-Q3\nobjectives:\n  - id: able\n    title: Able\n    owner: ana\n    \
         key_results:\n      - {id: trained, title: Trained, unit: people, baseline: 0, target: 12}\n",
    );
    let late = ["trained", "9", "--on", "2026-09-11"];
    let (code, _, err) = check_in(&folder, &late);
    let told = err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(code, 2);
    assert!(told.contains("write `2026-Q3/trained`"), "{err}");
    let (code, _, err) = check_in(&folder, &["2026-Q3/trained", "9", "--on", "2026-09-11"]);
    assert_eq!(code, 0, "{err}");
}

#[test]
fn a_file_is_begun_where_there_is_none_and_a_last_line_is_ended() {
    let folder = planned();
    std::fs::remove_file(folder.path().join(FILE)).unwrap();
    assert_eq!(check_in(&folder, &["hours", "18h"]).0, 0);
    let row = "- {date: 2026-11-20, key_result: hours, value: 18h}\n";
    assert_eq!(folder.read(FILE), row);
    folder.write(FILE, row.trim_end());
    assert_eq!(check_in(&folder, &["hours", "17h"]).0, 0);
    assert_eq!(
        folder.read(FILE),
        row.to_owned() + &row.replace("18h", "17h")
    );
    // A list in brackets cannot be added to line by line: it is said, and left alone.
    folder.write(
        FILE,
        "[{date: 2026-10-15, key_result: hours, value: 20h}]\n",
    );
    let (code, _, err) = check_in(&folder, &["hours", "18h"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("nothing was written to okrs/2026-Q4/check-ins.yaml"),
        "{err}"
    );
    assert_eq!(
        folder.read(FILE),
        "[{date: 2026-10-15, key_result: hours, value: 20h}]\n"
    );
}

#[test]
fn of_two_cycles_that_run_one_is_named() {
    let folder = planned();
    folder.write(
        "okrs/2026/plan.yaml",
        "regua: 1\ncycle: 2026\nobjectives: [{id: year, key_results: [{id: hours, unit: h, baseline: 30h, target: 10h}]}]\n",
    );
    let (code, _, err) = check_in(&folder, &["hours", "18h"]);
    assert_eq!(code, 2);
    assert!(err.contains("2026/hours, 2026-Q4/hours"), "{err}");
    assert_eq!(check_in(&folder, &["2026/hours", "18h"]).0, 0);
    assert!(
        folder
            .read("okrs/2026/check-ins.yaml")
            .contains("value: 18h")
    );
    assert_eq!(folder.read(FILE), ROWS);
}

/// Eight people at once, each a process a row: every row is there once, and nothing else.
#[test]
fn writers_at_once_lose_nothing() {
    const WRITERS: usize = 8;
    const ROWS_EACH: usize = 12;
    let folder = planned();
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            let folder = &folder;
            scope.spawn(move || {
                for row in 0..ROWS_EACH {
                    let note = format!("{writer}-{row}");
                    let (code, _, err) = check_in(folder, &["hours", "18h", "--note", &note, "-q"]);
                    assert_eq!(code, 0, "{err}");
                }
            });
        }
    });
    let text = folder.read(FILE);
    let mut found: Vec<&str> = text.strip_prefix(ROWS).unwrap().lines().collect();
    found.sort_unstable();
    let mut expected = Vec::new();
    for writer in 0..WRITERS {
        for row in 0..ROWS_EACH {
            expected.push(format!(
                "- {{date: 2026-11-20, key_result: hours, value: 18h, note: {writer}-{row}}}"
            ));
        }
    }
    expected.sort_unstable();
    assert_eq!(found, expected);
    let left: Vec<String> = std::fs::read_dir(folder.path().join("okrs/2026-Q4"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

/// What a killed writer left beside is swept away by the next, whom it does not hold up.
#[test]
fn what_a_killed_writer_left_is_in_nobodys_way() {
    let folder = planned();
    folder.write("okrs/2026-Q4/.regua-torn", "- {date: 2026-11-");
    assert_eq!(check_in(&folder, &["hours", "18h"]).0, 0);
    assert!(!folder.path().join("okrs/2026-Q4/.regua-torn").exists());
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_its_file_for_whom_it_was() {
    let folder = planned();
    let file = folder.path().join(FILE);
    std::fs::create_dir_all(folder.path().join("elsewhere")).unwrap();
    let kept = folder.path().join("elsewhere/rows.yaml");
    std::fs::rename(&file, &kept).unwrap();
    std::os::unix::fs::symlink(&kept, &file).unwrap();
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(&kept, std::fs::Permissions::from_mode(0o640)).unwrap();
    assert_eq!(check_in(&folder, &["hours", "18h"]).0, 0);
    let mode = kept.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o640, "{mode:o}");
    assert!(file.symlink_metadata().unwrap().is_symlink());
    assert!(
        std::fs::read_to_string(&kept)
            .unwrap()
            .ends_with("value: 18h}\n")
    );
}

/// Where no cycle runs yet, the message says when the one begins that plans it, or what there is.
#[test]
fn a_key_result_of_a_cycle_to_come_says_when_it_begins() {
    let folder = Folder::new();
    folder
        .write("regua.yaml", SETTINGS)
        .write("okrs/2026-Q4/plan.yaml", PLAN);
    for (language, name, said) in [
        (
            "en",
            "hours",
            "it is in 2026-Q4, which begins on 1 Oct 2026",
        ),
        (
            "pt-BR",
            "hours",
            "ele está em 2026-Q4, que começa em 01/10/2026",
        ),
        ("en", "hour", "there are 2026-Q4/hours, 2026-Q4/portal"),
    ] {
        let day = ["--as-of", "2026-09-20", "--lang", language];
        let asked = ["okr", "check-in", name, "18h"];
        let ran = folder.run(&[&asked[..], &day].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        let told = ran.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(said), "{told}");
    }
}
