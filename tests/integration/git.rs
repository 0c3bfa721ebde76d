//! A repository of git with a workspace in it. Its commits are the same on every machine.

use std::path::Path;
use std::process::{Command, Output};

use crate::support::{Folder, Ran};

/// A repository in a folder of its own, on the branch `main`.
pub(crate) struct Repository {
    pub(crate) folder: Folder,
}

impl Repository {
    /// An empty one.
    pub(crate) fn new() -> Repository {
        Repository::of(Folder::new())
    }

    /// One that is begun in a folder with files, which are not committed yet.
    pub(crate) fn of(folder: Folder) -> Repository {
        let repository = Repository { folder };
        repository.git(&["init", "--quiet", "--initial-branch", "main"]);
        repository
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Runs git, which has to end well, and gives what it printed.
    #[track_caller]
    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        let output = git_in(self.path(), arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {arguments:?}: {said}");
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    /// Commits everything, and gives the name of the commit.
    #[track_caller]
    pub(crate) fn commit(&self, message: &str) -> String {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
        self.git(&["rev-parse", "HEAD"])
    }

    /// Runs the program in the repository.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        run_with_path(self.path(), arguments, &path())
    }
}

/// Where programs are found.
pub(crate) fn path() -> String {
    std::env::var("PATH").unwrap()
}

/// Runs git in a folder, by nobody's own settings.
pub(crate) fn git_in(folder: &Path, arguments: &[&str]) -> Output {
    Command::new("git")
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .envs([
            ("PATH", path().as_str()),
            ("GIT_CONFIG_GLOBAL", "/dev/null"),
            ("GIT_CONFIG_SYSTEM", "/dev/null"),
            ("GIT_AUTHOR_NAME", "Test"),
            ("GIT_AUTHOR_EMAIL", "test@example.org"),
            ("GIT_AUTHOR_DATE", "2026-11-01T12:00:00Z"),
            ("GIT_COMMITTER_NAME", "Test"),
            ("GIT_COMMITTER_EMAIL", "test@example.org"),
            ("GIT_COMMITTER_DATE", "2026-11-01T12:00:00Z"),
        ])
        .output()
        .expect("git is installed")
}

/// Runs the program in a folder, with programs found where `path` says.
pub(crate) fn run_with_path(folder: &Path, arguments: &[&str], path: &str) -> Ran {
    run_with(folder, arguments, &[("PATH", path)])
}

/// Runs the program in a folder, with these variables alone.
pub(crate) fn run_with(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Ran {
    let output = Command::new(env!("CARGO_BIN_EXE_regua"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .envs(variables.iter().copied())
        .env("COLUMNS", "80")
        .output()
        .expect("the program starts");
    Ran {
        out: String::from_utf8(output.stdout).expect("output is UTF-8"),
        err: String::from_utf8(output.stderr).expect("messages are UTF-8"),
        code: output.status.code().expect("the program ends by itself"),
    }
}
