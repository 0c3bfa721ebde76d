//! Every figure a second time: computed in another language, from the rules alone.
//!
//! `tests/second/` generates workspaces, computes what they should give and compares that with what
//! the program says. `python3 tests/second/run.py --help` tells how to look at one of them.

use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use crate::support::{Folder, repository};

/// Whether a second computation agrees with a program on some workspaces, and what it says.
#[track_caller]
fn compared(program: &Path, workspaces: u32) -> (bool, String) {
    let comparison = Command::new("python3")
        .args(["-W", "error"])
        .arg(repository().join("tests/second/run.py"))
        .arg("--program")
        .arg(program)
        .args(["--workspaces", &workspaces.to_string()])
        .output();
    let output = match comparison {
        Ok(output) => output,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            panic!("python3 is missing: install it, or let tests/run do so")
        }
        Err(error) => panic!("python3 does not start: {error}"),
    };
    let said = [output.stdout, output.stderr].concat();
    (
        output.status.success(),
        String::from_utf8_lossy(&said).into_owned(),
    )
}

#[test]
fn a_second_computation_agrees_on_every_figure_of_500_workspaces() {
    let (agrees, said) = compared(Path::new(env!("CARGO_BIN_EXE_regua")), 500);
    assert!(agrees, "{said}");
    assert!(said.contains("500 workspaces, "), "{said}");
}

#[test]
fn the_second_computation_finds_a_wrong_last_digit() {
    let folder = Folder::new();
    folder.write(
        "regua",
        &format!(
            "#!/bin/sh\n'{}' \"$@\" | sed 's/\"next_level_progress\": 0.666667/\"next_level_progress\": 0.666666/'\n",
            env!("CARGO_BIN_EXE_regua")
        ),
    );
    let program = folder.path().join("regua");
    std::fs::set_permissions(&program, PermissionsExt::from_mode(0o755)).expect("the file is ours");
    let (agrees, said) = compared(&program, 50);
    assert!(!agrees, "{said}");
    assert!(
        said.contains("next_level_progress: expected 0.666667, found 0.666666"),
        "{said}"
    );
}
