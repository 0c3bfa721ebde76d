//! A page of the documentation, done: its files written, its commands run by a shell, what they show compared.
//!
//! - A block in `yaml`, `csv`, `jinja` or `xml` is a file; its first line names it in a comment.
//! - A block in `console` shows commands behind `$ ` (a command goes on behind `> `) and what they print. A line that
//!   is `…` stands for any lines.
//! - A block in `sh` is run too, and has to go well, unless it installs something or asks a person.
//! - A comment `<!-- in examples/NAME -->` lets the page begin in a copy of that example.

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
    let mut ran = 0;
    for (language, text) in blocks(&page) {
        match language.as_str() {
            "yaml" | "csv" | "jinja" | "xml" => write(&folder, name, &language, &text),
            "console" => {
                for (command, expected) in commands(&text) {
                    let shown = run(folder.path(), &command, Fails::MayBe);
                    assert!(
                        is_shown(&expected, &shown),
                        "{name}: {command}\n--- the page\n{expected}\n--- the program\n{shown}"
                    );
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

/// The commands of a block in `console`, each with what it is to show.
fn commands(block: &str) -> Vec<(String, String)> {
    let mut commands: Vec<(String, String)> = Vec::new();
    for line in block.lines() {
        match (line.strip_prefix("$ "), commands.last_mut()) {
            (Some(command), _) => commands.push((format!("{command}\n"), String::new())),
            (None, Some((command, shown))) => match line.strip_prefix("> ") {
                Some(more) if shown.is_empty() => command.push_str(&format!("{more}\n")),
                _ => shown.push_str(&format!("{line}\n")),
            },
            (None, None) => panic!("a block in `console` begins with a command: {block}"),
        }
    }
    commands
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
