//! The hook of `.pre-commit-hooks.yaml`, run by the real pre-commit on a repository with two commits.

use std::path::PathBuf;
use std::process::{Command, Output};

use crate::git::{Repository, path};
use crate::support::{Folder, files_below, repository};

/// Where pre-commit is: `$REGUA_PRE_COMMIT`, else where `tests/run` installs it.
fn pre_commit() -> PathBuf {
    let chosen = std::env::var_os("REGUA_PRE_COMMIT").filter(|path| !path.is_empty());
    let program = chosen.map_or_else(
        || {
            let target = PathBuf::from(env!("CARGO_BIN_EXE_regua"));
            let target = target.parent().and_then(|folder| folder.parent()).unwrap();
            target.join("pre-commit/bin/pre-commit")
        },
        PathBuf::from,
    );
    assert!(
        program.is_file(),
        "{} is not there: tests/run installs it",
        program.display()
    );
    program
}

/// A repository with the small example in `area`, whose hooks come from a repository with the shipped file.
struct Hooked {
    repository: Repository,
    hooks: Repository,
    home: Folder,
}

impl Hooked {
    fn new() -> Hooked {
        let hooks = Repository::new();
        let shipped = std::fs::read_to_string(repository().join(".pre-commit-hooks.yaml")).unwrap();
        hooks.folder.write(".pre-commit-hooks.yaml", &shipped);
        let revision = hooks.commit("Hooks");
        let repository = Repository::new();
        let example = Folder::copy_of_example("saas-support");
        for file in files_below(example.path()) {
            let text = example.read(&file);
            repository.folder.write(&format!("area/{file}"), &text);
        }
        repository.folder.write("README", "A team\n");
        // As shipped it would build the program, which takes minutes: here the one under test is taken, as the
        // file says that one may.
        repository.folder.write(
            ".pre-commit-config.yaml",
            &format!(
                "repos:\n  - repo: {}\n    rev: {revision}\n    hooks:\n      - id: regua-check\n        language: system\n        args: [area]\n",
                hooks.path().display()
            ),
        );
        repository.commit("Begin");
        Hooked {
            repository,
            hooks,
            home: Folder::new(),
        }
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Output {
        let folder = PathBuf::from(env!("CARGO_BIN_EXE_regua"));
        let folder = folder.parent().unwrap();
        Command::new(program)
            .args(arguments)
            .current_dir(self.repository.path())
            .env_clear()
            .env("PATH", format!("{}:{}", folder.display(), path()))
            .env("HOME", self.home.path())
            .env("PRE_COMMIT_HOME", self.home.path().join("cache"))
            .env("PRE_COMMIT_COLOR", "never")
            .env("GIT_AUTHOR_NAME", "Test")
            .env("GIT_AUTHOR_EMAIL", "test@example.org")
            .env("GIT_COMMITTER_NAME", "Test")
            .env("GIT_COMMITTER_EMAIL", "test@example.org")
            .output()
            .unwrap()
    }

    /// Commits everything with the hook in place, and gives the exit code and what was said.
    fn commit(&self) -> (i32, String) {
        self.repository.git(&["add", "--all"]);
        let output = self.run("git", &["commit", "--message", "Change"]);
        let said = [output.stdout, output.stderr].concat();
        (
            output.status.code().unwrap(),
            String::from_utf8_lossy(&said).into_owned(),
        )
    }
}

#[test]
fn the_hook_stops_a_commit_of_wrong_files_alone() {
    let hooked = Hooked::new();
    let program = pre_commit();
    let installed = hooked.run(program.to_str().unwrap(), &["install"]);
    assert!(installed.status.success(), "{installed:?}");
    let folder = &hooked.repository.folder;
    let file = "area/assessments/2026-10-31.yaml";
    let text = folder.read(file);

    folder.write(file, &format!("{text}colour: red\n"));
    let (code, said) = hooked.commit();
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("error[unknown-key]"), "{said}");
    assert_eq!(said.matches("Failed").count(), 1, "{said}");
    assert_eq!(hooked.repository.git(&["rev-list", "--count", "HEAD"]), "1");

    folder.write(file, &format!("{text}# Seen again in November.\n"));
    let (code, said) = hooked.commit();
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("Passed"), "{said}");
    assert_eq!(hooked.repository.git(&["rev-list", "--count", "HEAD"]), "2");

    // Where nothing of a workspace changes there is nothing to check.
    folder.write("README", "A team of five\n");
    let (code, said) = hooked.commit();
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("Skipped"), "{said}");
}

#[test]
fn the_shipped_hook_is_one_that_pre_commit_takes() {
    let hooked = Hooked::new();
    let program = pre_commit();
    let valid = hooked.run(
        program.to_str().unwrap(),
        &[
            "validate-manifest",
            hooked
                .hooks
                .path()
                .join(".pre-commit-hooks.yaml")
                .to_str()
                .unwrap(),
        ],
    );
    assert!(valid.status.success(), "{valid:?}");
    let hooks = crate::yaml::parsed(&hooked.hooks.folder.read(".pre-commit-hooks.yaml"));
    // What it builds is this package.
    assert_eq!(hooks[0]["language"], "rust");
    assert_eq!(hooks[0]["entry"], "regua check");
    assert!(repository().join("Cargo.toml").is_file());
}
