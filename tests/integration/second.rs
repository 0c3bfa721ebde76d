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

/// What the second computation says of a program whose output `sed` changes.
#[track_caller]
fn said_of_a_fault(change: &str, workspaces: u32) -> String {
    let folder = Folder::new();
    folder.write(
        "regua",
        &format!(
            "#!/bin/sh\n'{}' \"$@\" | sed '{change}'\n",
            env!("CARGO_BIN_EXE_regua")
        ),
    );
    let program = folder.path().join("regua");
    std::fs::set_permissions(&program, PermissionsExt::from_mode(0o755)).expect("the file is ours");
    let (agrees, said) = compared(&program, workspaces);
    assert!(!agrees, "{change}: {said}");
    said
}

#[test]
fn the_second_computation_finds_a_wrong_last_digit() {
    let said = said_of_a_fault(
        "s/\"next_level_progress\": 0.666667/\"next_level_progress\": 0.666666/",
        50,
    );
    assert!(
        said.contains("next_level_progress: expected 0.666667, found 0.666666"),
        "{said}"
    );
}

#[test]
fn the_second_computation_finds_a_fault_in_every_part_of_the_result() {
    let case = |change: &str, expected: &str| {
        let said = said_of_a_fault(change, 60);
        assert!(said.contains(expected), "{change}: {said}");
    };
    case(
        r#"s/"for_discussion": true/"for_discussion": false/"#,
        ".for_discussion: expected True, found False",
    );
    case(
        r#"s/"observed_pace": -/"observed_pace": /"#,
        ".forecast.observed_pace: expected -",
    );
    case(
        r#"s/"kpi_denies_answer"/"conflicting_answers"/"#,
        "kpi_denies_answer",
    );
    case(r#"s/"level_after": 2/"level_after": 3/"#, ".level_after: ");
    case(r#"s/"to": "fully"/"to": "not"/"#, "shortest way of ");
    case(r#"s/"schema"/"more": 1, "schema"/"#, "$.more: found");
}
