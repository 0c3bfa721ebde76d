//! What a release is made of: `release/package` packs the program, `release/notes` says what is new. Both are run as the
//! release workflow runs them, on the program under test.

use std::path::Path;
use std::process::{Command, Output};

use crate::support::{Folder, files_below, repository};

/// Runs a program in a folder.
#[track_caller]
fn ran(program: impl AsRef<std::ffi::OsStr>, arguments: &[&str], folder: &Path) -> Output {
    Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the program starts")
}

/// The same of one that has to end well: what it printed.
#[track_caller]
fn said(program: impl AsRef<std::ffi::OsStr>, arguments: &[&str], folder: &Path) -> String {
    let ran = ran(program, arguments, folder);
    let error = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert!(ran.status.success(), "{arguments:?}: {error}");
    String::from_utf8(ran.stdout).expect("it prints text")
}

/// Packs the program under test, which is larger than one for a release, for a target.
fn packed(target: &str) -> Folder {
    let folder = Folder::new();
    let script = repository().join("release/package");
    let ran = Command::new(script)
        .args([env!("CARGO_BIN_EXE_regua"), target])
        .arg(folder.path())
        .env("REGUA_LARGEST", "1000000000")
        .env("SOURCE_DATE_EPOCH", "1795000000")
        .output()
        .expect("the script starts");
    let error = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{error}");
    folder
}

const VERSION: &str = env!("CARGO_PKG_VERSION");

#[test]
fn an_archive_holds_a_program_that_runs_and_what_belongs_to_it() {
    let folder = packed("x86_64-apple-darwin");
    let name = format!("regua-{VERSION}-x86_64-apple-darwin");
    let archive = format!("{name}.tar.gz");
    assert_eq!(
        files_below(folder.path()),
        ["SHA256SUMS".to_owned(), archive.clone()]
    );
    said(
        "sha256sum",
        &["--check", "--strict", "SHA256SUMS"],
        folder.path(),
    );
    said("tar", &["-xzf", &archive], folder.path());
    let unpacked = folder.path().join(&name);
    let files = files_below(&unpacked);
    for file in [
        "CHANGELOG.md",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "README.pt-BR.md",
        "completions/_regua",
        "completions/regua.bash",
        "completions/regua.fish",
        "completions/regua.ps1",
        "man/man1/regua-okr-check-in.1",
        "man/man1/regua.1",
        "man/pt_BR/man1/regua.1",
        "regua",
    ] {
        assert!(files.iter().any(|known| known == file), "{file}: {files:?}");
    }
    let version = said(unpacked.join("regua"), &["--version"], folder.path());
    assert!(
        version.starts_with(&format!("regua {VERSION}")),
        "{version}"
    );
}

/// Packed twice, every file is the same, byte by byte.
#[cfg(target_os = "linux")]
#[test]
fn the_debian_package_installs_what_a_system_expects() {
    let folder = packed("x86_64-unknown-linux-musl");
    let package = format!("regua_{VERSION}-1_amd64.deb");
    let sums = folder.read("SHA256SUMS");
    assert_eq!(sums.lines().count(), 2, "{sums}");
    said(
        "sha256sum",
        &["--check", "--strict", "SHA256SUMS"],
        folder.path(),
    );
    let again = packed("x86_64-unknown-linux-musl");
    assert_eq!(again.read("SHA256SUMS"), sums);

    let control = said("dpkg-deb", &["--field", &package], folder.path());
    for field in [
        "Package: regua",
        "Architecture: amd64",
        "Suggests: chromium, git",
    ] {
        assert!(control.contains(field), "{field}: {control}");
    }
    said(
        "dpkg-deb",
        &["--raw-extract", &package, "root"],
        folder.path(),
    );
    let root = folder.path().join("root");
    said(
        "md5sum",
        &["--check", "--strict", "--quiet", "DEBIAN/md5sums"],
        &root,
    );
    let files = files_below(&root);
    for file in [
        "DEBIAN/control",
        "DEBIAN/md5sums",
        "usr/bin/regua",
        "usr/share/bash-completion/completions/regua",
        "usr/share/doc/regua/changelog.Debian.gz",
        "usr/share/doc/regua/changelog.gz",
        "usr/share/doc/regua/copyright",
        "usr/share/fish/vendor_completions.d/regua.fish",
        "usr/share/man/man1/regua.1.gz",
        "usr/share/man/pt_BR/man1/regua.1.gz",
        "usr/share/zsh/vendor-completions/_regua",
    ] {
        assert!(files.iter().any(|known| known == file), "{file}: {files:?}");
    }
    let contents = said("dpkg-deb", &["--contents", &package], folder.path());
    assert!(
        contents.lines().all(|line| line.contains(" root/root ")),
        "{contents}"
    );
    assert!(contents.contains("-rwxr-xr-x root/root"), "{contents}");
}

#[test]
fn a_program_for_linux_that_is_too_large_is_not_packed() {
    let folder = Folder::new();
    let ran = Command::new(repository().join("release/package"))
        .args([env!("CARGO_BIN_EXE_regua"), "x86_64-unknown-linux-musl"])
        .arg(folder.path())
        .env("REGUA_LARGEST", "1000")
        .output()
        .expect("the script starts");
    let error = String::from_utf8_lossy(&ran.stderr);
    assert!(
        !ran.status.success() && error.contains("is to stay below 1000"),
        "{error}"
    );
    assert_eq!(files_below(folder.path()), Vec::<String>::new());
}

#[test]
fn what_is_new_is_said_once_the_version_has_its_day() {
    let folder = Folder::new();
    for file in ["Cargo.toml", "release/notes"] {
        let text = std::fs::read_to_string(repository().join(file)).expect("the file is there");
        folder.write(file, &text);
    }
    let notes = || ran("bash", &["release/notes"], folder.path());
    folder.write(
        "CHANGELOG.md",
        &format!("# Changelog\n\n## {VERSION}, not released yet\n\n- New.\n"),
    );
    let early = notes();
    let error = String::from_utf8_lossy(&early.stderr).into_owned();
    assert!(
        !early.status.success() && error.contains("has its day there"),
        "{error}"
    );
    folder.write(
        "CHANGELOG.md",
        &format!(
            "# Changelog\n\n## {VERSION}, 2026-11-30\n\n- New.\n\n## 0.0.1, 2026-01-01\n\n- Old.\n"
        ),
    );
    let notes = notes();
    assert!(notes.status.success());
    assert_eq!(String::from_utf8_lossy(&notes.stdout).trim(), "- New.");
}

/// The steps of the release workflow are scripts that bash can read.
#[test]
fn the_workflow_calls_what_is_there() {
    let workflow = std::fs::read_to_string(repository().join(".github/workflows/release.yml"))
        .expect("the workflow is there");
    for script in ["release/package", "release/notes", "tests/run"] {
        assert!(workflow.contains(script), "{script}");
        said("bash", &["-n", script], &repository());
    }
    for file in files_below(&repository().join("release")) {
        assert!(
            workflow.contains(&format!("release/{file}")),
            "{file} is not used"
        );
    }
}
