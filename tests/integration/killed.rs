//! A writer that is killed, or that the disk refuses something, at each system call from which it writes: the file is
//! the old one or the new one, nothing is left lying about, and the next writer is not held up.
//!
//! One run under `strace` tells the calls; then each is the last of a run of its own, and each fails in others.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, ExitStatus, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::support::{Folder, files_below};

/// Every call with which a file, a folder or a lock can be changed, and those that let go of one.
const CALLS: &str = "openat,open,creat,write,pwrite64,writev,fsync,fdatasync,sync_file_range,rename,renameat,\
     renameat2,link,linkat,unlink,unlinkat,rmdir,mkdir,mkdirat,fchmod,chmod,flock,ftruncate,close";
/// What the disk, or a signal to the program, answers in place of doing as it is told.
const ERRORS: [&str; 3] = ["ENOSPC", "EIO", "EINTR"];
/// The next writer goes at once; a busy machine is given time.
const AT_ONCE: Duration = Duration::from_secs(30);

const SETTINGS: &str = "regua: 1\norganisation: Test\nrubrics: []\n";
const PLAN: &str = "regua: 1
cycle: 2026-Q4
objectives:
  - id: faster
    ambition: aspirational
    key_results: [{id: hours, unit: h, baseline: 24h, target: 12h}]
";
const ROWS: &str =
    "# Ana's rows\n- {date: 2026-10-15, key_result: hours, value: 20h}   # by phone\n";
const CHECK_INS: &str = "okrs/2026-Q4/check-ins.yaml";
const CLOSING: &str = "okrs/2026-Q4/closing.yaml";

/// A command that writes one file.
struct Writer {
    arguments: &'static [&'static str],
    file: &'static str,
    folder: Folder,
    /// The exit code of the same command once more, after it has written.
    again: i32,
}

fn planned() -> Folder {
    let folder = Folder::new();
    folder
        .write("regua.yaml", SETTINGS)
        .write("okrs/2026-Q4/plan.yaml", PLAN)
        .write(CHECK_INS, ROWS);
    folder
}

const CHECK_IN: &[&str] = &["okr", "check-in", "hours", "18h", "--as-of", "2026-11-20"];
const CLOSE: &[&str] = &["okr", "close", "2026-Q4", "--as-of", "2027-01-04"];
const ROLL: &[&str] = &["okr", "roll", "2026-Q4", "--as-of", "2027-01-04"];

#[test]
fn a_check_in_killed_or_refused_at_any_call_leaves_the_old_rows_or_the_new() {
    Writer {
        arguments: CHECK_IN,
        file: CHECK_INS,
        folder: planned(),
        again: 0,
    }
    .survives_everything();
}

#[test]
fn a_first_check_in_killed_or_refused_at_any_call_leaves_no_file_or_the_whole() {
    let folder = planned();
    std::fs::remove_file(folder.path().join(CHECK_INS)).unwrap();
    Writer {
        arguments: CHECK_IN,
        file: CHECK_INS,
        folder,
        again: 0,
    }
    .survives_everything();
}

#[test]
fn a_closing_killed_or_refused_at_any_call_is_whole_or_not_there() {
    Writer {
        arguments: CLOSE,
        file: CLOSING,
        folder: planned(),
        again: 2,
    }
    .survives_everything();
}

#[test]
fn a_plan_killed_or_refused_at_any_call_is_whole_or_not_there() {
    let folder = planned();
    assert_eq!(folder.run(CLOSE).code, 0);
    Writer {
        arguments: ROLL,
        file: "okrs/2027-Q1/plan.yaml",
        folder,
        again: 2,
    }
    .survives_everything();
}

type Files = BTreeMap<String, String>;

fn files(folder: &Path) -> Files {
    let names = files_below(folder).into_iter();
    names
        .map(|name| {
            let text = std::fs::read_to_string(folder.join(&name)).expect("files are text");
            (name, text)
        })
        .collect()
}

impl Writer {
    #[track_caller]
    fn survives_everything(&self) {
        let old = files(self.folder.path());
        let (calls, new) = self.calls(&old);
        let mut mischief: Vec<String> = Vec::new();
        for call in &calls {
            let Call { name, nth, .. } = call;
            mischief.push(format!("{name}:signal=SIGKILL:when={nth}"));
            for error in ERRORS {
                // That a folder which was only read cannot be closed, no disk says.
                if !(name == "close" && call.is_of_folder) {
                    mischief.push(format!("{name}:error={error}:when={nth}"));
                }
            }
        }
        // Two at a time: the runs wait for the disk more than they compute.
        let half = mischief.len().div_ceil(2);
        thread::scope(|scope| {
            for part in mischief.chunks(half) {
                let (old, new) = (&old, &new);
                scope.spawn(move || {
                    for injection in part {
                        self.survives(injection, old, new);
                    }
                });
            }
        });
    }

    /// The calls of a run that nothing disturbs, from the first that changes something on; and the files it leaves.
    #[track_caller]
    fn calls(&self, old: &Files) -> (Vec<Call>, Files) {
        let folder = copy(old);
        let trace = Folder::new();
        let path = trace.path().join("trace");
        let output = traced(
            folder.path(),
            &path,
            &["-y", "-e", &format!("trace={CALLS}")],
        )
        .args(self.arguments)
        .output()
        .expect(MISSING);
        assert!(output.status.success(), "{REFUSED}: {}", said(&output));
        let calls = calls(&std::fs::read_to_string(path).expect("strace writes what it saw"));
        for (what, names) in [
            ("a lock", &["flock"][..]),
            ("a write", &["write", "pwrite64", "writev"]),
            ("a sync", &["fsync", "fdatasync"]),
            ("a move", &["rename", "renameat", "renameat2", "linkat"]),
        ] {
            let is_made = calls.iter().any(|call| names.contains(&call.name.as_str()));
            assert!(is_made, "no {what} among {calls:?}");
        }
        let new = files(folder.path());
        assert_ne!(new.get(self.file), old.get(self.file));
        (calls, new)
    }

    #[track_caller]
    fn survives(&self, injection: &str, old: &Files, new: &Files) {
        let folder = copy(old);
        let trace = Folder::new();
        let path = trace.path().join("trace");
        let inject = format!("inject={injection}");
        let output = traced(
            folder.path(),
            &path,
            &["-e", &format!("trace={CALLS}"), "-e", &inject],
        )
        .args(self.arguments)
        .output()
        .expect(MISSING);
        let what = format!("{:?} {injection}: {}", self.arguments, said(&output));
        let seen = std::fs::read_to_string(&path).expect("strace writes what it saw");
        let is_killed = output.status.code().is_none();
        assert!(is_killed || seen.contains("INJECTED"), "{what}");
        assert_eq!(is_killed, injection.contains("SIGKILL"), "{what}");
        assert!(!said(&output).contains("panicked"), "{what}");

        let text = |files: &Files| files.get(self.file).cloned();
        let left = text(&files(folder.path()));
        let is_new = left == text(new);
        assert!(is_new || left == text(old), "torn: {what}: {left:?}");
        assert!(is_new || !output.status.success(), "not written: {what}");

        let next = at_once(folder.path(), self.arguments);
        let expected = if is_new { self.again } else { 0 };
        assert_eq!(next.code(), Some(expected), "the next one: {what}");
        let after = files(folder.path());
        let names: Vec<&String> = after.keys().collect();
        assert_eq!(
            names,
            new.keys().collect::<Vec<_>>(),
            "left lying about: {what}"
        );
        let is_added_to = self.again == 0 && is_new;
        if !is_added_to {
            assert_eq!(text(&after), text(new), "the next one: {what}");
        } else {
            let before = left.unwrap_or_default();
            let added = text(&after).unwrap_or_default();
            let row = added.strip_prefix(&before).expect("rows are only added");
            assert_eq!(row.lines().count(), 1, "{what}: {row}");
        }
        let checked = at_once(folder.path(), &["check", "--as-of", "2027-01-04"]);
        assert_eq!(checked.code(), Some(0), "the files: {what}");
    }
}

const MISSING: &str = "strace is there: tests/run installs it";
const REFUSED: &str = "the program cannot be traced; a sandbox must allow ptrace for this test";

fn copy(files: &Files) -> Folder {
    let folder = Folder::new();
    for (name, text) in files {
        folder.write(name, text);
    }
    folder
}

fn said(output: &Output) -> String {
    let of = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    format!("{}{}", of(&output.stdout), of(&output.stderr))
}

/// The program under `strace`, without its arguments.
fn traced(folder: &Path, trace: &Path, options: &[&str]) -> Command {
    let mut command = Command::new("strace");
    command
        .args(["-f", "-qq", "-o"])
        .arg(trace)
        .args(options)
        .arg(env!("CARGO_BIN_EXE_regua"))
        .current_dir(folder)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .stdin(Stdio::null());
    command
}

/// One call of a run: its name, and which of that name it is, from 1.
#[derive(Debug)]
struct Call {
    name: String,
    nth: usize,
    is_of_folder: bool,
}

/// The calls of a trace, from the first one that changes something or takes a lock.
fn calls(trace: &str) -> Vec<Call> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut calls = Vec::new();
    let mut has_begun = false;
    for line in trace.lines() {
        let call = line.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
        let Some((name, arguments)) = call.split_once('(') else {
            continue;
        };
        if !name
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
        {
            continue;
        }
        let nth = counts.entry(name).or_default();
        *nth += 1;
        has_begun |= matches!(name, "flock" | "mkdir" | "mkdirat") || arguments.contains("O_CREAT");
        if !has_begun {
            continue;
        }
        let path = arguments
            .split_once('<')
            .and_then(|(_, rest)| rest.split_once('>'));
        calls.push(Call {
            name: name.to_owned(),
            nth: *nth,
            is_of_folder: path.is_some_and(|(path, _)| Path::new(path).is_dir()),
        });
    }
    calls
}

/// Runs the program, which must not wait for anybody.
#[track_caller]
fn at_once(folder: &Path, arguments: &[&str]) -> ExitStatus {
    let mut child = Command::new(env!("CARGO_BIN_EXE_regua"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let until = Instant::now() + AT_ONCE;
    loop {
        if let Some(status) = child.try_wait().expect("a child can be waited for") {
            return status;
        }
        if Instant::now() > until {
            let _ = child.kill();
            panic!("{arguments:?} waits for somebody who is dead");
        }
        thread::sleep(Duration::from_millis(2));
    }
}

/// The same without `strace`: the system cuts files off at a size, and kills the writer, or lets it know.
#[test]
fn a_file_that_may_not_grow_stays_as_it_was() {
    let rows = format!("{ROWS}# {}\n", "x".repeat(5000));
    for (limit, is_told) in [(0, true), (0, false), (1, true), (1, false)] {
        let folder = planned();
        folder.write(CHECK_INS, &rows);
        let ignore = if is_told { "trap '' XFSZ; " } else { "" };
        let script = format!("{ignore}ulimit -f {limit}; exec \"$0\" \"$@\"");
        let output = Command::new("sh")
            .args(["-c", &script, env!("CARGO_BIN_EXE_regua")])
            .args(CHECK_IN)
            .current_dir(folder.path())
            .env_clear()
            .env("LC_ALL", "C")
            .output()
            .expect("there is a shell");
        assert_eq!(
            output.status.code(),
            is_told.then_some(3),
            "{}",
            said(&output)
        );
        assert_eq!(folder.read(CHECK_INS), rows);
        if is_told {
            assert!(
                said(&output).contains("what was there is as it was"),
                "{}",
                said(&output)
            );
            assert_eq!(files(folder.path()).len(), 3);
        }
        assert_eq!(at_once(folder.path(), CHECK_IN).code(), Some(0));
        assert_eq!(files(folder.path()).len(), 3);
        assert!(folder.read(CHECK_INS).starts_with(&rows));
    }
}

/// Where a folder cannot be locked, as on a network's file system, a file in it is; and a disk that does not confirm
/// what was written is told of.
#[test]
fn a_folder_without_locks_and_a_disk_without_a_word() {
    let run = |injection: &str| {
        let folder = planned();
        let trace = Folder::new();
        let path = trace.path().join("trace");
        let inject = format!("inject={injection}");
        let options = ["-e", "trace=flock,fsync", "-e", &inject];
        let output = traced(folder.path(), &path, &options)
            .args(CHECK_IN)
            .output()
            .expect(MISSING);
        assert!(
            std::fs::read_to_string(path).unwrap().contains("INJECTED"),
            "{REFUSED}"
        );
        (folder, output)
    };
    let (folder, output) = run("flock:error=EBADF:when=1");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(folder.path().join("okrs/2026-Q4/.regua.lock").exists());
    assert_eq!(folder.read(CHECK_INS).lines().count(), 3);
    assert_eq!(at_once(folder.path(), CHECK_IN).code(), Some(0));

    // The first sync is the file's, the second its folder's.
    let (folder, output) = run("fsync:error=EIO:when=2");
    assert_eq!(output.status.code(), Some(3));
    assert!(
        said(&output).contains("was written, but the disk did not confirm it"),
        "{}",
        said(&output)
    );
    assert_eq!(folder.read(CHECK_INS).lines().count(), 3);
}
