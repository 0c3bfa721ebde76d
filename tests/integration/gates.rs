//! `check --fail-on`: exit codes, names, and what a gate does not look at. What each says is in `invalid.rs`.

use regua::check::gates::{Gate, NotAGate};
use regua::diagnostic::{Code, Severity};

use crate::support::{Folder, Ran, files_below, repository};

fn check(folder: &Folder, gates: &[&str], more: &[&str]) -> Ran {
    let mut arguments = vec!["check", "--lang", "en"];
    arguments.extend(gates.iter().flat_map(|gate| ["--fail-on", gate]));
    arguments.extend(more);
    folder.run(&arguments)
}

const NOVEMBER: [&str; 2] = ["--as-of", "2026-11-20"];

#[test]
fn the_exit_code_says_whether_the_files_or_a_gate_failed() {
    let folder = Folder::copy_of_example("saas-support");
    assert_eq!(check(&folder, &["behind"], &NOVEMBER).code, 0);
    assert_eq!(check(&folder, &["below-target"], &NOVEMBER).code, 1);
    // Without the gate the same files are fine, on another day other gates fail.
    assert_eq!(check(&folder, &[], &NOVEMBER).code, 0);
    let later = ["--as-of", "2026-12-20"];
    assert_eq!(check(&folder, &["behind"], &later).code, 1);
    let missing = check(&folder, &[], &["-C", "nowhere"]);
    assert_eq!(missing.code, 3, "{}", missing.err);
    // What is wrong comes first: no gate is looked at.
    let settings = folder.read("regua.yaml");
    folder.write("regua.yaml", &format!("{settings}colour: red\n"));
    let wrong = check(&folder, &["below-target"], &NOVEMBER);
    assert_eq!(wrong.code, 2);
    assert!(!wrong.err.contains("below-target"), "{}", wrong.err);
}

#[test]
fn several_gates_are_counted_each_and_a_problem_is_told_once() {
    let folder = Folder::copy_of_example("saas-support");
    let later = ["--as-of", "2026-12-20"];
    let ran = check(&folder, &["behind,at_risk", "below-target"], &later);
    assert_eq!(ran.code, 1);
    let said = "Gates that failed: `behind` (5), `at-risk` (5), `below-target` (1).\n";
    assert!(ran.err.contains(said), "{}", ran.err);
    assert_eq!(ran.err.matches("gate[at-risk]").count(), 5, "{}", ran.err);
    let quiet = check(
        &folder,
        &["below-target"],
        &["--as-of", "2026-12-20", "--quiet"],
    );
    assert_eq!((quiet.code, quiet.out.as_str()), (1, ""));
    assert!(quiet.err.contains("gate[below-target]"), "{}", quiet.err);
}

#[test]
fn warnings_and_single_codes_can_be_gates() {
    let folder = Folder::copy_of_example("saas-support");
    let settings = folder.read("regua.yaml");
    folder.write(
        "regua.yaml",
        &settings.replace("by: 2026-Q4", "by: 2026-Q3"),
    );
    for (gate, exit) in [
        ("warning", 1),
        ("overdue-target", 1),
        ("contradiction", 0),
        ("advice", 0),
        ("stale", 0),
    ] {
        let ran = check(&folder, &[gate], &NOVEMBER);
        assert_eq!(ran.code, exit, "{gate}: {}", ran.err);
    }
}

#[test]
fn stale_evidence_fails_the_gate_on_what_is_stale() {
    let folder = Folder::copy_of_example("saas-support");
    let assessment = folder.read("assessments/2026-10-31.yaml");
    let old = assessment.replacen("date: 2026-09-", "date: 2025-09-", 1);
    assert_ne!(assessment, old);
    folder.write("assessments/2026-10-31.yaml", &old);
    let ran = check(&folder, &["stale"], &NOVEMBER);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.err.contains("warning[stale-evidence]"), "{}", ran.err);
}

#[test]
fn no_gate_looks_at_a_closed_cycle() {
    let folder = Folder::copy_of_example("saas-support");
    let year_after = ["--as-of", "2027-03-15"];
    assert_eq!(check(&folder, &["missed"], &year_after).code, 1);
    let closed = folder.run(&["okr", "close", "2026-Q4", "--as-of", "2027-01-05"]);
    assert_eq!(closed.code, 0, "{}", closed.err);
    assert_eq!(check(&folder, &["missed"], &year_after).code, 0);
}

#[test]
fn a_level_and_a_coverage_can_be_asked_of_one_rubric() {
    let folder = Folder::copy_of_example("otica-horizonte");
    let cases = [
        ("below-level=3", 0),
        ("below-level=customer-service:4", 1),
        ("below-level=customer-service:3", 0),
        ("coverage=customer-service:80%", 0),
        ("coverage=100%", 1),
    ];
    for (gate, exit) in cases {
        let ran = check(&folder, &[gate], &NOVEMBER);
        assert_eq!(ran.code, exit, "{gate}: {}", ran.err);
    }
}

#[test]
fn what_is_no_gate_is_told_with_the_nearest_and_the_list() {
    let folder = Folder::copy_of_example("otica-horizonte");
    let cases: [(&str, &[&str]); 8] = [
        (
            "behnd",
            &[
                "there is no gate `behnd`",
                "did you mean `behind`?",
                "coverage=90%",
            ],
        ),
        ("off-track", &["did you mean `behind`?"]),
        ("contradicton", &["did you mean `contradiction`?"]),
        ("yaml-syntax", &["there is no gate `yaml-syntax`"]),
        ("coverage", &["needs a value, such as `coverage=90%`"]),
        ("stale=3", &["takes no value"]),
        (
            "below-level=customer-sevice:3",
            &["not in use here", "did you mean `customer-service`?"],
        ),
        (
            "below-level=customer-service:9",
            &["its levels are 1, 2, 3, 4, 5"],
        ),
    ];
    for (gate, said) in cases {
        let ran = check(&folder, &[gate], &NOVEMBER);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{gate}");
        let told = ran.err.split_whitespace().collect::<Vec<_>>().join(" ");
        for part in said {
            assert!(told.contains(part), "{gate}: {told}");
        }
        assert!(
            ran.err.lines().all(|line| line.chars().count() <= 80),
            "{}",
            ran.err
        );
    }
}

#[test]
fn a_gate_is_written_as_it_is_read() {
    for name in Gate::names() {
        let gate = Gate::parse(name).expect("every name is a gate");
        assert_eq!(gate.to_string(), name);
    }
    let gate = Gate::parse("coverage=customer-service:87,5%").expect("a comma parts decimals too");
    assert_eq!(gate.to_string(), "coverage=customer-service:87.5%");
    for wrong in [
        "coverage=101%",
        "coverage=-1%",
        "below-level=0",
        "below-level=three",
    ] {
        assert!(
            matches!(Gate::parse(wrong), Err(NotAGate::NeedsValue(_))),
            "{wrong}"
        );
    }
}

/// The snapshots of all cases say which codes come as warnings and advice.
#[test]
fn every_code_that_can_be_a_doubt_is_a_gate_and_no_other() {
    let folder = repository().join("tests/fixtures/invalid/snapshots");
    let all: String = files_below(&folder)
        .iter()
        .map(|file| std::fs::read_to_string(folder.join(file)).expect("a snapshot is text"))
        .collect();
    for code in Code::ALL {
        let is_doubt = [Severity::Warning, Severity::Advice]
            .iter()
            .any(|severity| all.contains(&format!("\n{}[{code}]", severity.as_str())));
        let named = Gate::parse(code.as_str());
        let is_gate = matches!(named, Ok(Gate::Code(_)));
        assert_eq!(is_doubt, is_gate, "{code}");
    }
}

#[test]
fn a_figure_of_ours_is_written_as_the_language_writes_it() {
    let folder = Folder::new();
    folder.write(
        "regua.yaml",
        "regua: 1\norganisation: Vela\nrubrics: [customer-service]\n",
    );
    folder.write(
        "kpis/kpis.yaml",
        "regua: 1\nkpis:\n  - {id: cost, title: Custo, unit: R$, direction: lower, \
         aggregate: last, frequency: monthly, target: R$ 12}\n\
         readings:\n  - {kpi: cost, period: 2026-10, value: R$ 1234.85}\n",
    );
    for (language, expected) in [
        ("pt-BR", "está em R$ 1.234,85, e a meta é R$ 12"),
        ("en", "is at R$ 1,234.85, and its target is R$ 12"),
    ] {
        let ran = folder.run(&[
            "check",
            "--fail-on",
            "kpi-target",
            "--as-of",
            "2026-11-20",
            "--lang",
            language,
        ]);
        assert_eq!(ran.code, 1, "{}", ran.err);
        let told = ran.err.replace('\u{a0}', " ");
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(expected), "{told}");
    }
}
