//! A page of the documentation, done: its files written, its commands run by a shell, what they show compared.
//!
//! - A block in `yaml`, `csv`, `jinja` or `xml` is a file; its first line names it in a comment.
//! - A block in `console` shows commands behind `$ ` (a command goes on behind `> `) and what they print. A line that
//!   is `…` stands for any lines.
//! - A block in `sh` is run too, and has to go well, unless it installs something or asks a person.
//! - A comment `<!-- in examples/NAME -->` lets the page begin in a copy of that example.
//!
//! `REGUA_PAGES=write` puts what commands print now in the place of what they printed: read the difference as a reader would.

use std::path::Path;
use std::process::Command;

use crate::support::{Folder, repository};

/// A fenced block of a page: its language and its text.
pub(crate) fn blocks(page: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut open: Option<(String, String)> = None;
    for line in page.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(language)) => open = Some((language.to_owned(), String::new())),
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some((_, text)), None) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a block does not end");
    blocks
}

/// What a block in `sh` begins with that no test can do: install something, ask at a terminal, reach another machine.
const FOR_PEOPLE: [&str; 4] = ["cargo ", "regua init ", "tests/run", "git push"];

/// Does what a page says, block by block, in a folder of its own. Gives the number of commands run.
pub(crate) fn follow(name: &str) -> usize {
    let page = std::fs::read_to_string(repository().join(name)).expect("the page is there");
    let begins = page.split_once("<!-- in examples/");
    let folder = begins.map_or_else(Folder::new, |(_, rest)| {
        let (example, _) = rest.split_once(" -->").expect("a comment ends");
        Folder::copy_of_example(example)
    });
    let writes = std::env::var("REGUA_PAGES").is_ok_and(|value| value == "write");
    let (mut ran, mut written, mut rest) = (0, String::new(), page.as_str());
    for (language, text) in blocks(&page) {
        match language.as_str() {
            "yaml" | "csv" | "jinja" | "xml" => write(&folder, name, &language, &text),
            "console" => {
                let (before, after) = rest.split_once(&text).expect("a block is of the page");
                written.push_str(before);
                rest = after;
                for Shown { lines, expected } in commands(&text) {
                    let command = typed(&lines);
                    let shown = run(folder.path(), &command, Fails::MayBe);
                    let fits = is_shown(&expected, &shown);
                    assert!(
                        fits || writes,
                        "{name}: {command}\n--- the page\n{expected}\n--- the program\n{shown}"
                    );
                    let now = if fits {
                        expected
                    } else {
                        renewed(&expected, &shown)
                    };
                    written.push_str(&format!("{lines}{now}"));
                    ran += 1;
                }
            }
            "sh" => {
                if !FOR_PEOPLE.iter().any(|begins| text.starts_with(begins)) {
                    run(folder.path(), &text, Fails::Never);
                    ran += 1;
                }
            }
            // What is to be read alone: a formula, a part of a file, what a screen looks like.
            "text" => {}
            other => panic!("{name} has a block in {other:?}, which nothing runs"),
        }
    }
    if writes {
        std::fs::write(repository().join(name), written + rest).expect("pages can be written");
    }
    ran
}

/// Writes the file that a block is.
fn write(folder: &Folder, name: &str, language: &str, text: &str) {
    let (first, rest) = text.split_once('\n').expect("a block has lines");
    let path = first
        .strip_prefix("# ")
        .or_else(|| first.strip_prefix("{# ")?.strip_suffix(" #}"))
        .or_else(|| first.strip_prefix("<!-- ")?.strip_suffix(" -->"))
        .unwrap_or_else(|| panic!("{name}: a file's block begins with its path, not with {first}"));
    // Only in YAML is the path a comment of the file too.
    folder.write(path, if language == "yaml" { text } else { rest });
}

/// A command as a page shows it.
struct Shown {
    /// Its lines, behind `$ ` and `> `.
    lines: String,
    /// What it is to print.
    expected: String,
}

/// The commands of a block in `console`.
fn commands(block: &str) -> Vec<Shown> {
    let mut commands: Vec<Shown> = Vec::new();
    for line in block.lines() {
        let line = format!("{line}\n");
        match commands.last_mut() {
            _ if line.starts_with("$ ") => commands.push(Shown {
                lines: line,
                expected: String::new(),
            }),
            Some(own) if own.expected.is_empty() && line.starts_with("> ") => {
                own.lines.push_str(&line);
            }
            Some(own) => own.expected.push_str(&line),
            None => panic!("a block in `console` begins with a command: {block}"),
        }
    }
    commands
}

/// What is typed for the lines of a command.
fn typed(lines: &str) -> String {
    lines
        .lines()
        .map(|line| format!("{}\n", &line[2..]))
        .collect()
}

/// What a command prints now, with as much left out as before: as many lines are kept at the beginning and at the
/// end, and of a part in the middle from the line on with which it began.
fn renewed(expected: &str, shown: &str) -> String {
    let shown: Vec<&str> = shown.trim_end().lines().map(str::trim_end).collect();
    let expected: Vec<&str> = expected.lines().collect();
    let parts: Vec<&[&str]> = expected.split(|line| *line == "…").collect();
    let last = parts.len() - 1;
    let kept = parts.iter().enumerate().map(|(index, part)| {
        let length = part.len().min(shown.len());
        let from = match (index, part.first()) {
            (0, _) if last == 0 => return shown.join("\n"),
            (0, _) | (_, None) => 0,
            (index, _) if index == last => shown.len() - length,
            (_, Some(first)) => shown
                .iter()
                .position(|line| line == first)
                .unwrap_or_else(|| panic!("to be written by hand: {first} is not printed now")),
        };
        let to = shown.len().min(from + length);
        shown[from..to].join("\n")
    });
    let kept: Vec<String> = kept.collect();
    let text = kept.join("\n…\n");
    format!("{}\n", text.trim_matches('\n'))
}

/// Whether a command may end otherwise than well.
#[derive(PartialEq, Eq)]
enum Fails {
    MayBe,
    Never,
}

/// Runs what a person would type, by the shell, and gives what the screen shows.
#[track_caller]
fn run(folder: &Path, command: &str, fails: Fails) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_regua"));
    let own = program.parent().expect("the program lies in a folder");
    let path = std::env::var_os("PATH").expect("there is a path");
    let path =
        std::env::join_paths(std::iter::once(own.to_owned()).chain(std::env::split_paths(&path)))
            .expect("the path can be made longer");
    let home = Folder::new();
    let output = Command::new("bash")
        .args(["-e", "-u", "-o", "pipefail", "-c"])
        .arg(format!("exec 2>&1\n{command}"))
        .current_dir(folder)
        .env_clear()
        .envs(std::env::var_os("CHROMIUM").map(|browser| ("CHROMIUM", browser)))
        .env("PATH", path)
        .env("HOME", home.path())
        .env("COLUMNS", "80")
        .env("GITHUB_STEP_SUMMARY", home.path().join("summary.md"))
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_AUTHOR_NAME", "A person")
        .env("GIT_AUTHOR_EMAIL", "person@example.org")
        .env("GIT_COMMITTER_NAME", "A person")
        .env("GIT_COMMITTER_EMAIL", "person@example.org")
        .output()
        .expect("bash starts");
    let shown = String::from_utf8(output.stdout).expect("what is shown is UTF-8");
    assert!(
        fails == Fails::MayBe || output.status.success(),
        "{command}: {shown}"
    );
    shown
}

/// Whether what is shown is what was expected, where a line `…` stands for any lines.
fn is_shown(expected: &str, shown: &str) -> bool {
    let lines = |text: &str| -> Vec<String> {
        let text = text.trim_end();
        text.lines()
            .map(|line| line.trim_end().to_owned())
            .collect()
    };
    let (expected, shown) = (lines(expected), lines(shown));
    let mut rest = shown.as_slice();
    let mut parts = expected.split(|line| line == "…").peekable();
    let mut is_first = true;
    while let Some(part) = parts.next() {
        let is_last = parts.peek().is_none();
        let at = match (is_first, is_last) {
            (true, true) => (rest == part).then_some(0),
            (true, false) => rest.starts_with(part).then_some(0),
            (false, true) => rest.ends_with(part).then(|| rest.len() - part.len()),
            (false, false) => (0..=rest.len()).find(|at| rest[*at..].starts_with(part)),
        };
        let Some(at) = at else { return false };
        rest = &rest[at + part.len()..];
        is_first = false;
    }
    true
}

#[test]
fn lines_left_out_stand_for_any_and_others_do_not() {
    #[track_caller]
    fn case(expected: &str, is: bool) {
        assert_eq!(is_shown(expected, "a\nb\nc\nd\n"), is, "{expected}");
    }
    case("a\nb\nc\nd\n", true);
    case("a\nb\nc\n", false); // not all of it
    case("a\n…\nd\n", true);
    case("…\nb\n…\nd\n", true);
    case("a\n…\n", true);
    case("…\nc\n…\nb\n…\n", false); // the other way round
    case("a\n…\nb\nc\nd\ne\n", false); // more than there is
    case("b\n…\n", false);
}

#[test]
fn what_is_printed_now_is_cut_as_it_was() {
    #[track_caller]
    fn case(expected: &str, renews: &str) {
        assert_eq!(renewed(expected, "a\nb\nc\nd\ne\n"), renews);
    }
    case("x\n", "a\nb\nc\nd\ne\n");
    case("x\n…\n", "a\n…\n");
    case("…\nx\ny\n", "…\nd\ne\n");
    case("x\n…\nc\ny\n…\nz\n", "a\n…\nc\nd\n…\ne\n");
}
