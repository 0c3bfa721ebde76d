//! Every way in which one mistake in a workspace is told: where, in which words, and how to mend it.
//!
//! Each file `tests/fixtures/invalid/<case>.case` breaks one thing of an example. The case is named by the
//! code of the problem, with a variant behind it where there are several:
//!
//! ```text
//! # What was done, in a sentence.
//! example: otica-horizonte
//!
//! file: okrs/2026-Q3/plan.yaml     the file that the lines below are about
//! -         target: 12h            this line, which stands there once, goes
//! +         target: 24h            and this one comes in its place; without `-`, at the end of the file
//! \ scope: S\xE3o Paulo            as `+`, with bytes that are not UTF-8
//!
//! at: okrs/2026-Q3/plan.yaml:16:17    where the first problem is said to be
//! ```
//!
//! `fail-on: behind` asks for a gate, `as-of: 2026-09-10` is another day. `times: 300` repeats the last line so often. `add-file: <path>` begins a new file, `delete-file: <path>` takes one away. A case ends with exit code 2
//! and one problem, unless it says `exit: 0` (a warning) or `count: 2`.

use std::panic::AssertUnwindSafe;
use std::path::PathBuf;

use regua::diagnostic::Code;

use crate::support::{Folder, Ran, files_below, repository};

/// A day after everything in the examples.
const AS_OF: &str = "2026-11-20";

/// What was done to an example, and what is said of it.
pub(crate) struct Case {
    pub(crate) name: String,
    text: String,
    pub(crate) example: String,
    changes: Vec<Change>,
    /// Where the first problem is.
    pub(crate) at: String,
    pub(crate) exit: i32,
    count: usize,
    /// What the command line says beside the language.
    as_of: String,
    fail_on: Vec<String>,
}

struct Change {
    what: What,
    path: String,
    lines: Vec<Line>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Change,
    Add,
    Delete,
}

struct Line {
    goes: bool,
    bytes: Vec<u8>,
}

fn folder() -> PathBuf {
    repository().join("tests/fixtures/invalid")
}

/// Every case, in the order of their names.
pub(crate) fn cases() -> Vec<Case> {
    files_below(&folder())
        .iter()
        .filter_map(|file| file.strip_suffix(".case"))
        .map(|name| {
            let path = folder().join(format!("{name}.case"));
            let text = std::fs::read_to_string(path).expect("a case is text");
            Case::parse(name, &text)
        })
        .collect()
}

impl Case {
    fn parse(name: &str, text: &str) -> Case {
        let mut case = Case {
            name: name.to_owned(),
            text: text.to_owned(),
            example: String::new(),
            changes: Vec::new(),
            at: String::new(),
            exit: 2,
            count: 1,
            as_of: AS_OF.to_owned(),
            fail_on: Vec::new(),
        };
        for line in text.lines() {
            case.line(line);
        }
        assert!(
            !case.at.is_empty(),
            "{name} does not say where its problem is"
        );
        case
    }

    fn line(&mut self, line: &str) {
        if let Some(line) = Line::parse(line) {
            let change = self
                .changes
                .last_mut()
                .expect("a file is named before its lines");
            change.lines.push(line);
            return;
        }
        let (key, value) = line.split_once(": ").unwrap_or((line, ""));
        let mut change = |what| {
            self.changes.push(Change {
                what,
                path: value.to_owned(),
                lines: Vec::new(),
            });
        };
        match key {
            "file" => change(What::Change),
            "add-file" => change(What::Add),
            "delete-file" => change(What::Delete),
            "example" => value.clone_into(&mut self.example),
            "times" => {
                let times = value.parse().expect("a number of times");
                let lines = &mut self.changes.last_mut().expect("lines to repeat").lines;
                let last = lines.last().expect("a line to repeat").bytes.clone();
                lines.extend((1..times).map(|_| Line {
                    goes: false,
                    bytes: last.clone(),
                }));
            }
            "at" => value.clone_into(&mut self.at),
            "as-of" => value.clone_into(&mut self.as_of),
            "fail-on" => self.fail_on = vec!["--fail-on".to_owned(), value.to_owned()],
            "exit" => self.exit = value.parse().expect("an exit code is a number"),
            "count" => self.count = value.parse().expect("a count is a number"),
            _ => assert!(
                line.is_empty() || line.starts_with('#'),
                "{}: {line}",
                self.name
            ),
        }
    }

    /// The code that the case is named by: the longest that fits.
    pub(crate) fn code(&self) -> Code {
        Code::ALL
            .iter()
            .copied()
            .filter(|code| {
                let rest = self.name.strip_prefix(code.as_str());
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            })
            .max_by_key(|code| code.as_str().len())
            .unwrap_or_else(|| panic!("`{}` is named by no code", self.name))
    }

    /// The files that it changes or adds.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        let changes = self.changes.iter();
        changes.map(|change| change.path.as_str())
    }

    /// The example as the case leaves it.
    pub(crate) fn workspace(&self) -> Folder {
        let folder = Folder::copy_of_example(&self.example);
        for change in &self.changes {
            change.apply(&self.name, &folder);
        }
        folder
    }
}

impl Line {
    fn parse(line: &str) -> Option<Line> {
        let goes = line.starts_with('-');
        let text = match line {
            "-" | "+" => "",
            _ => line
                .strip_prefix("- ")
                .or_else(|| line.strip_prefix("+ "))
                .or_else(|| line.strip_prefix("\\ "))?,
        };
        let bytes = if line.starts_with('\\') {
            unescaped(text)
        } else {
            text.as_bytes().to_vec()
        };
        Some(Line { goes, bytes })
    }
}

/// Each `\xE3` becomes the byte that it names.
fn unescaped(text: &str) -> Vec<u8> {
    let mut parts = text.split("\\x");
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let (digits, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(digits, 16).expect("two hexadecimal digits"));
        bytes.extend(rest.as_bytes());
    }
    bytes
}

impl Change {
    fn apply(&self, case: &str, folder: &Folder) {
        let path = folder.path().join(&self.path);
        assert_eq!(
            path.exists(),
            self.what != What::Add,
            "{case}: {}",
            self.path
        );
        match self.what {
            What::Delete => std::fs::remove_file(&path).expect("files can be removed"),
            What::Add => {
                folder.write(&self.path, "");
                std::fs::write(&path, joined(self.lines.iter())).expect("files can be written");
            }
            What::Change => {
                let mut bytes = std::fs::read(&path).expect("the file is there");
                for (old, new) in self.replacements() {
                    bytes = replaced(case, &bytes, &old, &new);
                }
                std::fs::write(&path, bytes).expect("files can be written");
            }
        }
    }

    /// Lines that go with those that come in their place.
    fn replacements(&self) -> Vec<(Vec<u8>, Vec<u8>)> {
        let mut rest = self.lines.as_slice();
        let mut replacements = Vec::new();
        while !rest.is_empty() {
            let going = rest.iter().take_while(|line| line.goes).count();
            let (old, others) = rest.split_at(going);
            let coming = others.iter().take_while(|line| !line.goes).count();
            let (new, others) = others.split_at(coming);
            replacements.push((joined(old.iter()), joined(new.iter())));
            rest = others;
        }
        replacements
    }
}

fn joined<'l>(lines: impl Iterator<Item = &'l Line>) -> Vec<u8> {
    lines
        .flat_map(|line| line.bytes.iter().copied().chain([b'\n']))
        .collect()
}

/// `bytes` with the whole lines `old` exchanged for `new`; no old lines are found at the end.
fn replaced(case: &str, bytes: &[u8], old: &[u8], new: &[u8]) -> Vec<u8> {
    let is_line_start = |at: usize| at == 0 || bytes[at - 1] == b'\n';
    let found: Vec<usize> = if old.is_empty() {
        vec![bytes.len()]
    } else {
        (0..bytes.len())
            .filter(|at| is_line_start(*at) && bytes[*at..].starts_with(old))
            .collect()
    };
    assert_eq!(found.len(), 1, "{case}: the lines that go stand there once");
    let (before, after) = bytes.split_at(found[0]);
    [before, new, &after[old.len()..]].concat()
}

/// What is said about a workspace, in one language.
fn check(folder: &Folder, language: &str) -> Ran {
    check_on(folder, language, AS_OF, &[])
}

/// What is said on a day when gates are asked for, but for the last sentence, which says how to read on.
fn check_on(folder: &Folder, language: &str, as_of: &str, gates: &[String]) -> Ran {
    let mut arguments = vec![
        "check", ".", "--as-of", as_of, "--color", "never", "--lang", language,
    ];
    arguments.extend(gates.iter().map(String::as_str));
    let mut ran = folder.run(&arguments);
    let last = ran.err.rfind("`regua explain ");
    assert_eq!(last.is_some(), !ran.err.is_empty(), "{}", ran.err);
    ran.err.truncate(last.unwrap_or_default());
    ran
}

/// The places that problems begin at, in the order in which they are said.
fn places(said: &str) -> Vec<&str> {
    said.lines()
        .filter_map(|line| line.trim_start().strip_prefix("--> "))
        .collect()
}

/// The headings of the problems: `error[unknown-key]` and the sentence behind it.
fn headings(said: &str) -> Vec<&str> {
    said.lines()
        .filter(|line| {
            let name = line.split('[').next().unwrap_or_default();
            [
                "error",
                "warning",
                "advice",
                "erro",
                "aviso",
                "recomendação",
                "gate",
                "exigência",
            ]
            .contains(&name)
                && line.contains("]: ")
        })
        .collect()
}

fn assert_told(case: &Case, language: &str, ran: &Ran) {
    let name = format!("{} in {language}:\n{}", case.name, ran.err);
    assert_eq!(ran.code, case.exit, "{name}");
    let headings = headings(&ran.err);
    assert_eq!(headings.len(), case.count, "{name}");
    let code = format!("[{}]", case.code());
    assert!(headings[0].contains(&code), "{name}");
    assert_eq!(places(&ran.err)[0], case.at, "{name}");
    if case.exit != 0 {
        assert_eq!(
            ran.out, "",
            "nothing is computed from what is wrong: {name}"
        );
    }
    assert!(
        ran.err.contains("help: ") || ran.err.contains("ajuda: "),
        "{name}"
    );
    assert!(!ran.err.contains('⟦'), "a sentence is missing: {name}");
    for line in ran.err.lines() {
        assert!(line.chars().count() <= 80, "{line}: {name}");
    }
}

#[test]
fn one_mistake_gives_one_problem_at_its_place() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder().join("snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut failed = Vec::new();
    for case in cases() {
        // One run shows every case that fails.
        let attempt = std::panic::catch_unwind(AssertUnwindSafe(|| {
            let folder = case.workspace();
            let check = |language| check_on(&folder, language, &case.as_of, &case.fail_on);
            let english = check("en");
            let portuguese = check("pt-BR");
            assert_told(&case, "en", &english);
            assert_told(&case, "pt-BR", &portuguese);
            let told = format!(
                "{}\n{}\n{}",
                case.text.trim_end(),
                english.err,
                portuguese.err
            );
            settings.bind(|| insta::assert_snapshot!(case.name.as_str(), told));
        }));
        if attempt.is_err() {
            failed.push(case.name);
        }
    }
    assert!(failed.is_empty(), "{} failed: {failed:#?}", failed.len());
}

#[test]
fn every_code_has_a_case() {
    let cases = cases();
    for code in Code::ALL {
        let has_case = cases.iter().any(|case| case.code() == *code);
        assert!(has_case, "`{code}` has no case");
    }
}

#[test]
fn every_snapshot_has_a_case() {
    for file in files_below(&folder()) {
        let snapshot = file.strip_prefix("snapshots/");
        if let Some(case) = snapshot.and_then(|name| name.strip_suffix(".snap")) {
            let path = folder().join(format!("{case}.case"));
            assert!(path.exists(), "{file} is left over");
        }
    }
}

#[test]
fn mistakes_in_several_files_are_told_in_one_run_in_the_order_of_the_files() {
    let folder = Folder::copy_of_example("otica-horizonte");
    let mistakes = [
        ("regua.yaml", "level: 4", "level: 9"),
        ("kpis/help-desk.csv", "2025-11;2,0h;", "2025-11;2,0kg;"),
        (
            "assessments/2026-06-30.yaml",
            "someone-watches:\n    choice: largely",
            "someone-watches:\n    choice: largley",
        ),
        (
            "assessments/2026-09-30.yaml",
            "date: 2026-09-30",
            "date: 2062-09-30",
        ),
        ("okrs/2026-Q3/plan.yaml", "target: 12h", "target: 24h"),
        (
            "okrs/2026-Q3/plan.yaml",
            "ambition: learning",
            "ambition: learn",
        ),
        (
            "okrs/2026-Q3/check-ins.yaml",
            "value: 3%, confidence: 7",
            "value: 3%, confidence: 70",
        ),
        (
            "okrs/2026-Q4/plan.yaml",
            "cycle: 2026-Q4",
            "cycle: 2026-Q4\nowner: elisa",
        ),
    ];
    for (file, old, new) in mistakes {
        let text = folder.read(file);
        assert_eq!(text.matches(old).count(), 1, "{file}: {old}");
        folder.write(file, &text.replace(old, new));
    }
    let ran = check(&folder, "en");
    let told: Vec<&str> = places(&ran.err)
        .iter()
        .filter_map(|place| place.split(':').next())
        .collect();
    assert_eq!(told, mistakes.map(|(file, _, _)| file), "{}", ran.err);
    assert!(ran.err.ends_with("8 errors, no warnings.\n"), "{}", ran.err);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
}

#[test]
fn the_examples_are_read_without_a_word() {
    for example in ["otica-horizonte", "saas-support"] {
        let ran = check(&Folder::copy_of_example(example), "en");
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{example}");
    }
}
