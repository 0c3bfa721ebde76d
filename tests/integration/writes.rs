//! Writes lose nothing: many writers at once, and branches that are merged.

use std::process::Command;
use std::thread;

use super::support::{Folder, repository};

const SETTINGS: &str = "regua: 1\norganisation: Test\nrubrics: []\n";
const PLAN: &str = "regua: 1
cycle: 2026-Q4
objectives:
  - {id: faster, key_results: [{id: hours, unit: h, baseline: 24h, target: 12h}]}
";
const FOLDER: &str = "okrs/2026-Q4";
const FILE: &str = "okrs/2026-Q4/check-ins.yaml";
/// What a person wrote, in a person's way.
const ROWS: &str =
    "# Ana's rows\n\n- date: 2026-10-15\n  key_result:   hours\n  value: 20h   # by phone\n";
const WRITERS: usize = 8;
const ROWS_EACH: usize = 250;

fn planned() -> Folder {
    let folder = Folder::new();
    folder
        .write("regua.yaml", SETTINGS)
        .write("okrs/2026-Q4/plan.yaml", PLAN)
        .write(FILE, ROWS);
    folder
}

fn check_in(folder: &Folder, note: &str) {
    let arguments = [
        "okr",
        "check-in",
        "hours",
        "18h",
        "--note",
        note,
        "--as-of",
        "2026-11-20",
        "--quiet",
    ];
    let ran = folder.run(&arguments);
    assert_eq!(
        (ran.code, ran.err.as_str(), ran.out.as_str()),
        (0, "", ""),
        "{note}"
    );
}

fn row(note: &str) -> String {
    format!("- {{date: 2026-11-20, key_result: hours, value: 18h, note: {note}}}")
}

/// Holds what eight writers left against what each wrote: all of it, once, each in its order, below what was there.
#[track_caller]
fn assert_all_landed(folder: &Folder) {
    let text = folder.read(FILE);
    let added = text
        .strip_prefix(ROWS)
        .expect("what stood there stays byte for byte");
    assert!(added.ends_with('\n'));
    let found: Vec<&str> = added.lines().collect();
    assert_eq!(found.len(), WRITERS * ROWS_EACH);
    for writer in 0..WRITERS {
        let mark = format!("note: {writer}-");
        let own: Vec<&str> = found
            .iter()
            .filter(|row| row.contains(&mark))
            .copied()
            .collect();
        let expected: Vec<String> = (0..ROWS_EACH)
            .map(|index| row(&format!("{writer}-{index}")))
            .collect();
        assert_eq!(own, expected, "writer {writer}");
    }
    let checked = folder.run(&["check", "--as-of", "2026-11-20", "--lang", "en"]);
    assert_eq!(checked.code, 0, "{}", checked.err);
    assert_eq!(names(folder), ["check-ins.yaml", "plan.yaml"]);
}

fn names(folder: &Folder) -> Vec<String> {
    let entries = std::fs::read_dir(folder.path().join(FOLDER)).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn two_thousand_check_ins_of_eight_processes_at_once_all_land() {
    let folder = planned();
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            let folder = &folder;
            scope.spawn(move || {
                for index in 0..ROWS_EACH {
                    check_in(folder, &format!("{writer}-{index}"));
                }
            });
        }
    });
    assert_all_landed(&folder);
}

#[test]
fn two_thousand_rows_of_eight_threads_at_once_all_land() {
    let folder = planned();
    let path = folder.path().join(FILE);
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            let path = &path;
            scope.spawn(move || {
                for index in 0..ROWS_EACH {
                    let row = row(&format!("{writer}-{index}")) + "\n";
                    let is_fine = |text: &str| match text.ends_with(&row) {
                        true => Ok(()),
                        false => Err("the row is last"),
                    };
                    regua::workspace::append(path, &row, is_fine).unwrap();
                }
            });
        }
    });
    assert_all_landed(&folder);
}

/// Of eight who begin the same file, one does; the others are told, and change nothing.
#[test]
fn a_file_is_begun_by_one_alone() {
    let folder = Folder::new();
    let path = folder.path().join("okrs/2027-Q1/plan.yaml");
    let began: Vec<bool> = thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let path = &path;
                scope.spawn(move || regua::workspace::create(path, &writer.to_string()).is_ok())
            })
            .collect();
        writers
            .into_iter()
            .map(|writer| writer.join().unwrap())
            .collect()
    });
    assert_eq!(began.iter().filter(|began| **began).count(), 1, "{began:?}");
    let winner = began.iter().position(|began| *began).unwrap();
    assert_eq!(folder.read("okrs/2027-Q1/plan.yaml"), winner.to_string());
}

/// A repository of the folder's own, whatever the machine's git is set to.
struct Repository<'f> {
    folder: &'f Folder,
}

impl Repository<'_> {
    #[track_caller]
    fn git(&self, arguments: &[&str]) {
        let output = Command::new("git")
            .args(["-c", "user.name=Ana", "-c", "user.email=ana@example.com"])
            .args(arguments)
            .current_dir(self.folder.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .output()
            .expect("git is there: tests/run installs it");
        let said =
            String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {arguments:?}: {said}");
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }
}

/// What the page says to put into `.gitattributes`.
fn attributes() -> String {
    let page = repository().join("docs/en/howto/by-hand.md");
    let page = std::fs::read_to_string(page).unwrap();
    let commands = page
        .lines()
        .filter(|line| line.ends_with(">> .gitattributes"));
    let lines: Vec<&str> = commands
        .filter_map(|line| line.split('\'').nth(1))
        .collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    lines.join("\n") + "\n"
}

/// Two branches check in, each twice; merged, every row is there once, and the files read well.
#[test]
fn branches_that_both_checked_in_are_merged_without_a_hand() {
    const READINGS: &str = "kpis/nps.csv";
    for (what, text) in [
        ("a last line that is ended", ROWS.to_owned()),
        ("a last line that is not", ROWS.trim_end().to_owned()),
        ("no file yet", String::new()),
    ] {
        let folder = planned();
        folder
            .write(FILE, &text)
            .write(".gitattributes", &attributes());
        if text.is_empty() {
            std::fs::remove_file(folder.path().join(FILE)).unwrap();
        }
        folder.write(READINGS, "kpi,period,value\nnps,2026-08,40\n");
        let repository = Repository { folder: &folder };
        repository.git(&["init", "--quiet", "--initial-branch", "main"]);
        repository.commit("Plan");
        for (branch, month) in [("ana", "09"), ("bruno", "10")] {
            repository.git(&["checkout", "--quiet", "-b", branch, "main"]);
            check_in(&folder, &format!("{branch}-1"));
            check_in(&folder, &format!("{branch}-2"));
            let readings = folder.read(READINGS) + &format!("nps,2026-{month},41\n");
            folder.write(READINGS, &readings);
            repository.commit(branch);
        }
        repository.git(&["checkout", "--quiet", "main"]);
        repository.git(&["merge", "--quiet", "--no-edit", "ana"]);
        repository.git(&["merge", "--quiet", "--no-edit", "bruno"]);
        let expected: Vec<String> = ["ana-1", "ana-2", "bruno-1", "bruno-2"].map(row).to_vec();
        let merged = folder.read(FILE);
        let start = if text.is_empty() { "" } else { ROWS };
        let added = merged.strip_prefix(start).expect(what);
        let mut found: Vec<&str> = added.lines().collect();
        found.sort_unstable();
        assert_eq!(found, expected, "{what}");
        let readings = folder.read(READINGS);
        assert_eq!(readings.lines().count(), 4, "{what}: {readings}");
        let checked = folder.run(&["check", "--as-of", "2026-11-20", "--lang", "en"]);
        assert_eq!(checked.code, 0, "{what}: {}", checked.err);
        let status = folder.run(&["okr", "status", "--as-of", "2026-11-20", "--lang", "en"]);
        assert!(status.out.contains("50%"), "{what}: {}", status.out);
    }
}

/// A plan that is cut short leaves a folder with nothing in it: that is no cycle, and holds nobody up.
#[test]
fn an_empty_folder_is_no_cycle() {
    let folder = planned();
    folder.write("okrs/2027-Q1/.regua-torn", "regua: 1\ncyc");
    check_in(&folder, "one");
    assert!(folder.read(FILE).ends_with(&(row("one") + "\n")));
}

/// A mark at the beginning that Windows editors write says nothing, and changes no place.
#[test]
fn a_byte_order_mark_stays_where_it_was() {
    let folder = planned();
    let marked = format!("\u{feff}{ROWS}");
    folder.write(FILE, &marked);
    check_in(&folder, "one");
    assert_eq!(folder.read(FILE), format!("{marked}{}\n", row("one")));
}
