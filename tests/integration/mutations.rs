//! Files as accidents leave them: cut, flipped, swapped, nested, aliased, blown up. The program says what is wrong, or reads
//! them; it never panics, never ends by a signal, and takes neither long nor much.
//!
//! `REGUA_MUTATIONS=10000 cargo test --release --test integration mutations` runs as many as a release is held to.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde::Deserialize;

use crate::support::{Folder, files_below, repository};

/// Mutants of each example, unless the environment names another number.
const USUAL: usize = 150;
/// The first of the numbers that chance is drawn from.
const SEED: u64 = 20_261_123;
/// Seconds of processor time that a run may take: a program that is not optimised is given more.
const LONGEST: f64 = if cfg!(debug_assertions) { 10.0 } else { 2.0 };
/// Memory that a run may hold, in bytes.
const LARGEST: u64 = 256 << 20;

/// Chance that is the same on every machine.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is not zero.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }

    fn one_of<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }
}

/// What a way is called, and what it makes of the bytes of a file.
type Way = (&'static str, fn(&[u8], &mut Chance) -> Vec<u8>);

/// The ways in which a file comes to harm.
const WAYS: [Way; 12] = [
    ("truncated", |bytes, chance| {
        bytes[..chance.below(bytes.len())].to_vec()
    }),
    ("cut", |bytes, chance| {
        let (from, to) = range(bytes.len(), chance);
        [&bytes[..from], &bytes[to..]].concat()
    }),
    ("flipped", |bytes, chance| {
        let mut bytes = bytes.to_vec();
        for _ in 0..=chance.below(8) {
            let at = chance.below(bytes.len());
            bytes[at] ^= 1 << chance.below(8);
        }
        bytes
    }),
    ("swapped bytes", |bytes, chance| {
        let mut bytes = bytes.to_vec();
        let (one, other) = (chance.below(bytes.len()), chance.below(bytes.len()));
        bytes.swap(one, other);
        bytes
    }),
    ("swapped lines", |bytes, chance| {
        by_lines(bytes, |lines| {
            let (one, other) = (chance.below(lines.len()), chance.below(lines.len()));
            lines.swap(one, other);
        })
    }),
    ("a line twice", |bytes, chance| {
        by_lines(bytes, |lines| {
            let line = lines[chance.below(lines.len())].clone();
            lines.insert(chance.below(lines.len()), line);
        })
    }),
    ("moved in", |bytes, chance| {
        by_lines(bytes, |lines| {
            let (from, to) = range(lines.len(), chance);
            for line in &mut lines[from..to] {
                line.insert_str(0, "  ");
            }
        })
    }),
    ("nested", |bytes, chance| {
        let (from, to) = range(bytes.len(), chance);
        let depth = 1 + chance.below(200);
        let (open, close) = *chance.one_of(&[("[", "]"), ("{a: ", "}"), ("- ", ""), ("(", ")")]);
        let (open, close) = (open.repeat(depth), close.repeat(depth));
        [
            &bytes[..from],
            open.as_bytes(),
            &bytes[from..to],
            close.as_bytes(),
            &bytes[to..],
        ]
        .concat()
    }),
    ("aliased", |bytes, chance| {
        by_lines(bytes, |lines| {
            let colons: Vec<usize> = (0..lines.len())
                .filter(|at| lines[*at].contains(": "))
                .collect();
            if colons.is_empty() {
                return;
            }
            let first = *chance.one_of(&colons);
            lines[first] = lines[first].replacen(": ", ": &anchor ", 1);
            for _ in 0..=chance.below(4) {
                let other = *chance.one_of(&colons);
                if let Some((key, _)) = lines[other].clone().split_once(": ") {
                    lines[other] = format!("{key}: *anchor");
                }
            }
        })
    }),
    ("blown up", |bytes, chance| {
        let (from, to) = range(bytes.len(), chance);
        let to = to.min(from + 200);
        let most = (1 << 20) / (to - from).max(1);
        [
            &bytes[..from],
            &bytes[from..to].repeat(1 + chance.below(most)),
            &bytes[to..],
        ]
        .concat()
    }),
    ("another value", |bytes, chance| {
        const VALUES: [&str; 24] = [
            "",
            "~",
            "no",
            "0",
            "-1",
            "1e999",
            "9999999999999999999999999999",
            "0.1",
            "150%",
            "2026-02-30",
            "0000-00-00",
            "9999-12-31",
            "2026-Q5",
            "[]",
            "{}",
            "\"\"",
            "*x",
            "!!str x",
            "a: b: c",
            "\u{202e}x",
            "\u{0}",
            "../../etc",
            "R$ 1",
            "{{ 1 }}",
        ];
        by_lines(bytes, |lines| {
            let at = chance.below(lines.len());
            let value = chance.one_of(&VALUES);
            if let Some((key, _)) = lines[at].clone().split_once([':', ',']) {
                let mark = if lines[at].contains(": ") { ": " } else { "," };
                lines[at] = format!("{key}{mark}{value}");
            }
        })
    }),
    ("no text at all", |bytes, chance| {
        (0..bytes.len().min(2_000))
            .map(|_| u8::try_from(chance.below(256)).unwrap())
            .collect()
    }),
];

/// A part of so many things, from and to.
fn range(length: usize, chance: &mut Chance) -> (usize, usize) {
    let (one, other) = (chance.below(length + 1), chance.below(length + 1));
    (one.min(other), one.max(other))
}

fn by_lines(bytes: &[u8], change: impl FnOnce(&mut Vec<String>)) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    change(&mut lines);
    (lines.join("\n") + "\n").into_bytes()
}

/// How many mutants to make of each example.
fn wanted() -> usize {
    let named = std::env::var("REGUA_MUTATIONS").ok();
    named.map_or(USUAL, |named| {
        named.parse::<usize>().expect("a number").div_ceil(2)
    })
}

/// What starts the program and says what it took, for as many runs as are asked for.
struct Measure {
    process: Child,
    asked: ChildStdin,
    answers: BufReader<ChildStdout>,
}

/// What a run took.
#[derive(Deserialize)]
struct Taken {
    code: i32,
    seconds: f64,
    bytes: u64,
}

impl Measure {
    fn new() -> Measure {
        let mut process = Command::new("python3")
            .arg(repository().join("tests/measure.py"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3, which tests/run installs");
        Measure {
            asked: process.stdin.take().unwrap(),
            answers: BufReader::new(process.stdout.take().unwrap()),
            process,
        }
    }

    /// Runs the program on a mutant; what went wrong, if anything.
    fn run(&mut self, folder: &Path, arguments: &[&str], wanted: &[i32]) -> Result<i32, String> {
        let log = folder.join("said.log");
        let argv = [&[env!("CARGO_BIN_EXE_regua")], arguments].concat();
        let asked = serde_json::json!({"argv": argv, "cwd": folder, "stderr": log});
        writeln!(self.asked, "{asked}").unwrap();
        let mut answer = String::new();
        self.answers.read_line(&mut answer).unwrap();
        let Taken {
            code,
            seconds,
            bytes,
        } = serde_json::from_str(&answer).expect("what the run took");
        let said = || String::from_utf8_lossy(&std::fs::read(&log).unwrap()).into_owned();
        if code < 0 {
            return Err(format!("signal {}: {}", -code, said()));
        }
        if seconds > LONGEST || bytes > LARGEST {
            return Err(format!("{seconds} s, {bytes} bytes"));
        }
        if !wanted.contains(&code) || (code == 2 && !said().contains("error[")) {
            return Err(format!("exit code {code}: {}", said()));
        }
        Ok(code)
    }
}

impl Drop for Measure {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn mutants_of(example: &str) {
    let folder = Folder::copy_of_example(example);
    let mut files = files_below(folder.path());
    files.retain(|file| !file.ends_with(".md"));
    let mut chance = Chance(SEED);
    let mut measure = Measure::new();
    let (mut refused, mut read) = (0, 0);
    for number in 0..wanted() {
        let file = folder.path().join(chance.one_of(&files));
        let (way, change) = chance.one_of(&WAYS);
        let before = std::fs::read(&file).unwrap();
        std::fs::write(&file, change(&before, &mut chance)).unwrap();
        let check = ["check", "--as-of", "2026-11-20", "--lang", "en"];
        let report = [
            "report",
            "--format",
            "html",
            "--output",
            "-",
            "--as-of",
            "2026-11-20",
        ];
        let found = match measure.run(folder.path(), &check, &[0, 2]) {
            Ok(0) => {
                read += 1;
                measure.run(folder.path(), &report, &[0])
            }
            Ok(code) => {
                refused += 1;
                Ok(code)
            }
            Err(problem) => Err(problem),
        };
        if let Err(problem) = found {
            let kept =
                Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("mutant-{example}-{number}"));
            std::fs::copy(&file, &kept).unwrap();
            panic!(
                "{way} {}: {problem}\nkept as {}",
                file.display(),
                kept.display()
            );
        }
        std::fs::write(&file, before).unwrap();
    }
    // What nearly always gives the same tells nothing.
    assert!(
        refused > wanted() / 4 && read > wanted() / 20,
        "{refused} refused, {read} read"
    );
}

/// Once there was work for each problem that grew with the length of its line.
#[test]
fn a_long_line_full_of_mistakes_is_told_in_time() {
    let folder = Folder::copy_of_example("saas-support");
    let keys = "key_result: macros, done2026-11-18, ".repeat(15_000);
    let line = format!("- {{date: 2026-11-18, {keys}by: tom}}\n");
    folder.write("okrs/2026-Q4/check-ins.yaml", &line);
    let mut measure = Measure::new();
    for format in ["text", "json", "sarif", "github", "junit", "md"] {
        let asked = ["check", "--format", format, "--as-of", "2026-11-20"];
        let told = |problem: String| problem.contains("exit code 2").then_some(2).ok_or(problem);
        // Only for people are the errors on the stream that is looked at.
        let ended = measure.run(folder.path(), &asked, &[2]).or_else(told);
        assert_eq!(ended, Ok(2), "{format}");
    }
}

#[test]
fn an_optician_s_files_come_to_harm() {
    mutants_of("otica-horizonte");
}

#[test]
fn a_software_house_s_files_come_to_harm() {
    mutants_of("saas-support");
}
