//! The steps of `action.yml`, read from it and run by bash with what GitHub gives them.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::git::Repository;
use crate::support::{Folder, files_below, repository};
use crate::yaml::parsed;

/// The names that expressions may ask for, each with its value.
type Names = BTreeMap<String, String>;

/// An expression between `${{` and `}}`, of the few kinds that the action has. An unknown name is a mistake, unless
/// GitHub itself gives nothing there.
fn evaluated(expression: &str, names: &Names) -> String {
    let truth = |holds: bool| holds.to_string();
    if let Some((left, right)) = expression.split_once("||") {
        let left = evaluated(left, names);
        return match left.as_str() {
            "" | "false" => evaluated(right, names),
            _ => left,
        };
    }
    for (sign, holds) in [("!=", false), ("==", true)] {
        if let Some((left, right)) = expression.split_once(sign) {
            let is_same = evaluated(left, names) == evaluated(right, names);
            return truth(is_same == holds);
        }
    }
    let term = expression.trim();
    if let Some(text) = term.strip_prefix('\'') {
        return text.strip_suffix('\'').expect("a text ends").to_owned();
    }
    let is_given = ["github.", "steps."]
        .iter()
        .any(|own| term.starts_with(own));
    match names.get(term) {
        Some(value) => value.clone(),
        None if is_given => String::new(),
        None => panic!("the action asks for `{term}`"),
    }
}

/// A text with its expressions.
fn filled(text: &str, names: &Names) -> String {
    let mut parts = text.split("${{");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (expression, rest) = part.split_once("}}").expect("an expression ends");
        filled.push_str(&evaluated(expression, names));
        filled.push_str(rest);
    }
    filled
}

/// A run of the action.
struct Run<'r> {
    repository: &'r Repository,
    runner: Folder,
    names: Names,
    /// Where programs are found.
    path: String,
}

/// How a run ended.
#[derive(Debug)]
struct Ended {
    code: i32,
    log: String,
    summary: String,
    outputs: Names,
}

impl Ended {
    /// The text of the file that an output names.
    fn file(&self, output: &str) -> String {
        let path = &self.outputs[output];
        std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
    }
}

/// The folder of `regua` alone, to stand on a path.
fn program_folder() -> PathBuf {
    let program = Path::new(env!("CARGO_BIN_EXE_regua"));
    program.parent().unwrap().to_owned()
}

/// Where programs are found, without any `regua`.
fn path_without() -> String {
    let path = crate::git::path();
    let folders = path
        .split(':')
        .filter(|own| !Path::new(own).join("regua").exists());
    folders.collect::<Vec<_>>().join(":")
}

impl<'r> Run<'r> {
    /// One on a repository whose workspace lies in `area`, with `regua` installed.
    fn new(repository: &'r Repository) -> Run<'r> {
        let names = [
            ("github.server_url", "https://github.example"),
            ("github.action_repository", "owner/regua"),
            ("inputs.workspace", "area"),
            ("inputs.as-of", "2026-11-20"),
            ("inputs.lang", "en"),
        ];
        let mut names: Names = names
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into();
        let action = action();
        for (name, input) in action["inputs"].as_object().unwrap() {
            let default = input["default"]
                .as_str()
                .unwrap_or_else(|| panic!("{name}"));
            names
                .entry(format!("inputs.{name}"))
                .or_insert_with(|| default.to_owned());
        }
        Run {
            repository,
            runner: Folder::new(),
            names,
            path: format!("{}:{}", program_folder().display(), path_without()),
        }
    }

    fn with(mut self, name: &str, value: &str) -> Run<'r> {
        self.names.insert(name.to_owned(), value.to_owned());
        self
    }

    /// Runs step by step, as far as no step fails.
    fn run(&mut self) -> Ended {
        let action = action();
        let mut ended = Ended {
            code: 0,
            log: String::new(),
            summary: String::new(),
            outputs: Names::new(),
        };
        for step in action["runs"]["steps"].as_array().unwrap() {
            let condition = step["if"].as_str().unwrap_or("${{ 'true' }}");
            if filled(condition, &self.names) == "true" {
                self.step(step, &mut ended);
            }
            if ended.code != 0 {
                break;
            }
        }
        ended.summary =
            std::fs::read_to_string(self.runner.path().join("summary")).unwrap_or_default();
        for (name, output) in action["outputs"].as_object().unwrap() {
            let value = filled(output["value"].as_str().unwrap(), &self.names);
            ended.outputs.insert(name.clone(), value);
        }
        ended
    }

    fn step(&mut self, step: &Value, ended: &mut Ended) {
        assert_eq!(step["shell"], "bash");
        let script = step["run"].as_str().unwrap();
        assert!(
            !script.contains("${{"),
            "an input is part of a script: {script}"
        );
        assert!(script.starts_with("set -euo pipefail\n"), "{script}");
        let files = self.runner.path();
        for file in ["output", "summary", "path"] {
            let path = files.join(file);
            if file == "output" || !path.exists() {
                std::fs::write(path, "").unwrap();
            }
        }
        self.runner.write("script.sh", script);
        let mut command = Command::new("bash");
        command
            .args(["--noprofile", "--norc", "-eo", "pipefail"])
            .arg(files.join("script.sh"))
            .current_dir(self.repository.path())
            .env_clear()
            .env("PATH", &self.path)
            .env("HOME", files)
            .env("RUNNER_TEMP", files.join("temp folder"))
            .env("RUNNER_OS", "Linux")
            .env("RUNNER_ARCH", "X64")
            .env("GITHUB_OUTPUT", files.join("output"))
            .env("GITHUB_STEP_SUMMARY", files.join("summary"))
            .env("GITHUB_PATH", files.join("path"));
        for (name, value) in step["env"].as_object().unwrap() {
            command.env(name, filled(value.as_str().unwrap(), &self.names));
        }
        for (name, value) in &self.names {
            if let Some(name) = name.strip_prefix("env.") {
                command.env(name, value);
            }
        }
        let output = command.output().expect("bash is installed");
        ended.log.push_str(&String::from_utf8_lossy(&output.stdout));
        ended.log.push_str(&String::from_utf8_lossy(&output.stderr));
        ended.code = output.status.code().unwrap();
        let given = self.runner.read("output");
        if let Some(id) = step["id"].as_str() {
            for line in given.lines() {
                let (name, value) = line.split_once('=').expect("an output has a value");
                let name = format!("steps.{id}.outputs.{name}");
                self.names.insert(name, value.to_owned());
            }
        }
    }
}

fn action() -> Value {
    let path = repository().join("action.yml");
    parsed(&std::fs::read_to_string(path).unwrap())
}

/// A repository with the small example in `area`, and a branch of two commits more or less.
fn with_change() -> (Repository, String) {
    let repository = Repository::new();
    let example = Folder::copy_of_example("saas-support");
    for file in files_below(example.path()) {
        let text = example.read(&file);
        repository.folder.write(&format!("area/{file}"), &text);
    }
    let base = repository.commit("Begin");
    repository.git(&["switch", "--quiet", "--create", "change"]);
    let file = "area/assessments/2026-10-31.yaml";
    let text = repository.folder.read(file);
    let worse = text.replacen("fully", "partially", 1);
    assert_ne!(text, worse);
    repository.folder.write(file, &worse);
    repository.commit("Change");
    (repository, base)
}

const BASE: &str = "github.event.pull_request.base.sha";

#[test]
fn a_pull_request_is_checked_reported_and_compared() {
    let (repository, base) = with_change();
    let mut run = Run::new(&repository).with(BASE, &base);
    let ended = run.run();
    assert_eq!(ended.code, 0, "{}", ended.log);
    assert_eq!(ended.outputs["result"], "passed");
    assert_eq!(ended.outputs["report"], "report");
    let report = repository.folder.read("report/report.html");
    assert_eq!(repository.folder.read("report/index.html"), report);
    let comment = ended.file("comment");
    let short = repository.git(&["rev-parse", "--short", &base]);
    assert!(comment.starts_with("<!-- regua area -->\n## "), "{comment}");
    assert!(
        comment.contains(&format!("what moved since {short}")),
        "{comment}"
    );
    assert!(!comment.contains("regua check"), "{comment}");
    let summary = ended.file("summary");
    assert_eq!(summary, ended.summary);
    let parts = ["## ✅ regua check", "## ", "what moved since"];
    for part in parts {
        assert!(summary.contains(part), "{part}: {summary}");
    }
    let at = |part: &str| summary.find(part).unwrap();
    assert!(at("regua check") < at("what moved since"), "{summary}");
    assert!(!ended.log.contains("::error"), "{}", ended.log);
}

#[test]
fn a_gate_that_fails_leaves_report_and_comment() {
    let (repository, base) = with_change();
    let mut run = Run::new(&repository)
        .with(BASE, &base)
        .with("inputs.fail-on", "below-target, \n\n  coverage=99%,\n")
        .with("inputs.report", "out/report of today");
    let ended = run.run();
    assert_eq!(ended.code, 1, "{}", ended.log);
    assert_eq!(ended.outputs["result"], "failed");
    assert_eq!(ended.outputs["report"], "out/report of today");
    assert!(
        repository
            .path()
            .join("out/report of today/index.html")
            .is_file()
    );
    let comment = ended.file("comment");
    assert!(comment.contains("## ❌ regua check"), "{comment}");
    assert!(comment.contains("what moved since"), "{comment}");
    // The gate's own line, on the file as the repository has it.
    assert!(ended.log.contains("::error file=area/"), "{}", ended.log);
    for gate in ["below-target", "coverage=99%"] {
        assert!(ended.log.contains(gate), "{}", ended.log);
    }
}

#[test]
fn wrong_files_are_told_and_neither_reported_nor_compared() {
    let (repository, base) = with_change();
    let file = "area/assessments/2026-10-31.yaml";
    let text = repository.folder.read(file);
    repository
        .folder
        .write(file, &format!("{text}colour: red\n"));
    let mut run = Run::new(&repository).with(BASE, &base);
    let ended = run.run();
    assert_eq!(ended.code, 2, "{}", ended.log);
    assert_eq!(ended.outputs["result"], "wrong");
    assert_eq!(ended.outputs["report"], "");
    assert!(!repository.path().join("report").exists());
    assert!(
        ended.log.contains(&format!("::error file={file},")),
        "{}",
        ended.log
    );
    let comment = ended.file("comment");
    assert!(comment.contains("unknown-key"), "{comment}");
    assert!(!comment.contains("what moved"), "{comment}");
}

#[test]
fn outside_of_a_pull_request_nothing_is_compared_unless_asked() {
    let (repository, _) = with_change();
    let ended = Run::new(&repository).with("inputs.report", "").run();
    assert_eq!((ended.code, ended.outputs["comment"].as_str()), (0, ""));
    assert!(!repository.path().join("report").exists());
    let mut asked = Run::new(&repository).with("inputs.compare", "main");
    let ended = asked.run();
    assert!(ended.file("comment").contains("what moved since"));
    let mut none = Run::new(&repository)
        .with("inputs.compare", "none")
        .with(BASE, "main");
    assert_eq!(none.run().outputs["comment"], "");
}

#[test]
fn a_change_merged_into_its_base_is_compared_with_that() {
    let (repository, base) = with_change();
    repository.git(&["switch", "--quiet", "main"]);
    let check_ins = repository.folder.read("area/okrs/2026-Q4/check-ins.yaml");
    let emptied: String = check_ins
        .lines()
        .map(|line| match line.starts_with("- ") {
            true => format!("# {line}\n"),
            false => format!("{line}\n"),
        })
        .collect();
    assert_ne!(check_ins, emptied);
    repository
        .folder
        .write("area/okrs/2026-Q4/check-ins.yaml", &emptied);
    repository.commit("Meanwhile");
    repository.git(&[
        "merge",
        "--quiet",
        "--no-ff",
        "--message",
        "Merge",
        "change",
    ]);
    // The event names the base as it was when the change was pushed.
    let told = |reference: &str| {
        let mut run = Run::new(&repository)
            .with(BASE, &base)
            .with("github.sha", &repository.git(&["rev-parse", "HEAD"]))
            .with("github.ref", reference);
        run.run().file("comment")
    };
    // Its values are those of check-ins alone.
    let by_others = "Write 40 tested macros";
    assert!(!told("refs/pull/7/merge").contains(by_others));
    assert!(told("refs/heads/change").contains(by_others));
}

#[test]
fn a_merge_within_the_change_is_not_taken_for_the_base() {
    let (repository, base) = with_change();
    repository.git(&["switch", "--quiet", "main"]);
    repository.folder.write("README", "Meanwhile\n");
    let main = repository.commit("Meanwhile");
    repository.git(&["switch", "--quiet", "change"]);
    repository.git(&["merge", "--quiet", "--no-edit", "main"]);
    // The branch itself is checked out, and not what GitHub makes of it.
    let mut run = Run::new(&repository)
        .with(BASE, &main)
        .with("github.sha", &base)
        .with("github.ref", "refs/pull/7/merge");
    let comment = run.run().file("comment");
    let short = repository.git(&["rev-parse", "--short", &main]);
    assert!(
        comment.contains(&format!("what moved since {short}")),
        "{comment}"
    );
    assert!(!comment.contains("Nothing moved"), "{comment}");
}

#[test]
fn what_cannot_be_compared_is_a_warning() {
    let (repository, _) = with_change();
    let unknown = "0123456789012345678901234567890123456789";
    let ended = Run::new(&repository).with(BASE, unknown).run();
    assert_eq!((ended.code, ended.outputs["comment"].as_str()), (0, ""));
    let warning = ended.log.lines().find(|line| line.starts_with("::warning"));
    let warning = warning.unwrap_or_else(|| panic!("{}", ended.log));
    assert!(warning.contains("git knows no commit"), "{warning}");
}

#[test]
fn an_input_is_never_run() {
    let (repository, _) = with_change();
    let before = files_below(repository.path());
    let evil = "$(touch pwned)`touch pwned`'; touch pwned; '\"; touch pwned; \"";
    for input in [
        "workspace",
        "fail-on",
        "lang",
        "as-of",
        "compare",
        "version",
    ] {
        for value in [evil, "--output=pwned", "-o pwned"] {
            let mut run = Run::new(&repository)
                .with(&format!("inputs.{input}"), value)
                .with("inputs.report", "");
            let ended = run.run();
            assert_eq!(
                files_below(repository.path()),
                before,
                "{input}: {}",
                ended.log
            );
            assert!(!run.runner.path().join("pwned").exists());
        }
    }
}

/// The folder in the archive of a release.
pub(crate) const NAME: &str = "regua-0.1.0-x86_64-unknown-linux-musl";

/// A release as it is published, below a server's folder: where its sums are to stand, and the archive's. The program
/// in it is the one under test.
pub(crate) fn released(server: &Folder) -> (String, String) {
    let folder = Folder::new();
    let script = format!("#!/bin/sh\nexec '{}' \"$@\"\n", env!("CARGO_BIN_EXE_regua"));
    folder.write(&format!("{NAME}/regua"), &script);
    let program = folder.path().join(NAME).join("regua");
    std::fs::set_permissions(program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let release = "owner/regua/releases/download/v0.1.0";
    server.write(&format!("{release}/README"), "");
    let archive = server.path().join(release).join(format!("{NAME}.tar.gz"));
    let packed = Command::new("tar")
        .arg("-czf")
        .arg(&archive)
        .args(["-C", folder.path().to_str().unwrap(), NAME])
        .status()
        .unwrap();
    assert!(packed.success());
    let digest = Sha256::digest(std::fs::read(&archive).unwrap());
    let sum: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    (format!("{release}/SHA256SUMS"), sum)
}

fn downloading<'r>(repository: &'r Repository, server: &Folder) -> Run<'r> {
    let mut run = Run::new(repository)
        .with(
            "github.server_url",
            &format!("file://{}", server.path().display()),
        )
        .with("inputs.report", "");
    run.path = path_without();
    run
}

#[test]
fn the_program_is_downloaded_where_its_checksum_is_right() {
    let (repository, base) = with_change();
    let server = Folder::new();
    let (sums, sum) = released(&server);
    let other = "0".repeat(64);
    server.write(
        &sums,
        &format!("{other}  other.tar.gz\n{sum}  {NAME}.tar.gz\n"),
    );
    // By the release that is asked for, and by the one that the action is used at.
    for (name, value) in [("inputs.version", "0.1.0"), ("github.action_ref", "v0.1.0")] {
        let mut run = downloading(&repository, &server)
            .with(name, value)
            .with(BASE, &base);
        let ended = run.run();
        assert_eq!(ended.code, 0, "{}", ended.log);
        assert!(ended.log.contains("regua 0.1.0"), "{}", ended.log);
        assert!(ended.file("comment").contains("what moved since"));
        let path = run.runner.read("path");
        assert!(path.trim_end().ends_with(NAME), "{path}");
    }
}

#[test]
fn what_was_not_released_is_not_run() {
    let (repository, _) = with_change();
    let server = Folder::new();
    let (sums, sum) = released(&server);
    let turned: String = sum.chars().rev().collect();
    for (text, said) in [
        (
            format!("{turned}  {NAME}.tar.gz\n"),
            "it is not what was released",
        ),
        (
            format!("{sum}  {NAME}.tar.gz.sig\n"),
            "SHA256SUMS has 'none'",
        ),
        (String::new(), "SHA256SUMS has 'none'"),
    ] {
        server.write(&sums, &text);
        let mut run = downloading(&repository, &server).with("inputs.version", "v0.1.0");
        let ended = run.run();
        assert_eq!(ended.code, 3, "{}", ended.log);
        assert!(ended.log.contains(said), "{}", ended.log);
        assert_eq!(ended.outputs["result"], "", "nothing was run");
        assert!(
            !run.runner
                .path()
                .join("temp folder/regua")
                .join(NAME)
                .exists()
        );
    }
}

#[test]
fn what_cannot_be_downloaded_says_what_to_do() {
    let (repository, _) = with_change();
    let server = Folder::new();
    for (names, said) in [
        (vec![("inputs.version", "0.2.0")], "Cannot download file://"),
        (
            vec![("github.action_ref", "main")],
            "'main' names no release: give one with",
        ),
        (vec![("inputs.version", "../../x")], "names no release"),
        (vec![], "'' names no release"),
        (
            vec![("inputs.version", "0.1.0"), ("env.RUNNER_ARCH", "ARM64")],
            "There is no release for Linux ARM64",
        ),
    ] {
        let mut run = downloading(&repository, &server);
        for (name, value) in names {
            run = run.with(name, value);
        }
        let ended = run.run();
        assert_eq!(ended.code, 3, "{}", ended.log);
        assert!(ended.log.contains(said), "{said}: {}", ended.log);
    }
}

#[test]
fn the_action_is_documented_and_uses_nothing_of_others() {
    let action = action();
    assert_eq!(action["runs"]["using"], "composite");
    for step in action["runs"]["steps"].as_array().unwrap() {
        assert_eq!(step.get("uses"), None);
    }
    let pages = ["docs/en/howto/ci.md", "docs/pt-BR/como-fazer/ci.md"];
    for page in pages {
        let text = std::fs::read_to_string(repository().join(page)).unwrap();
        for list in ["inputs", "outputs"] {
            for (name, own) in action[list].as_object().unwrap() {
                assert!(own["description"].is_string(), "{name}");
                assert!(
                    text.contains(&format!("| `{name}` |")),
                    "{page} lacks {name}"
                );
            }
        }
    }
}
