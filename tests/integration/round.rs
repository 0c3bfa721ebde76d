//! `regua okr check-in` without a key result: a round through those that are due for an update.

use std::io::Write;
use std::process::{Command, Stdio};

use super::support::{Folder, Ran};
#[cfg(unix)]
use super::terminal_session::Session;

const SETTINGS: &str = "regua: 1\norganisation: Test\nrubrics: [customer-service]\n";
const PLAN: &str = "regua: 1
cycle: 2026-Q4
objectives:
  - id: faster
    title: {en: Answer faster, pt-BR: Responder mais rápido}
    owner: ana
    key_results:
      - {id: hours, title: {en: Mean time, pt-BR: Tempo médio}, unit: h, baseline: 24h, target: 12h}
      - {id: portal, title: Portal, kind: milestones, milestones: [{id: live, title: Live}, {id: used}]}
      - {id: sops, title: SOPs, kind: done, owner: bruno}
      - {id: satisfied, title: CSAT, kpi: csat, baseline: 70%, target: 80%}
      - {id: tickets, unit: tickets, baseline: 0, target: 10}
";
/// What Bruno said two weeks before is not old yet; what Ana said five weeks before is.
const ROWS: &str =
    "- {date: 2026-10-15, key_result: hours, value: 20h, confidence: 7, by: ana, note: By phone.}
- {date: 2026-11-10, key_result: tickets, value: 4, by: ana}
";
const FILE: &str = "okrs/2026-Q4/check-ins.yaml";

fn planned() -> Folder {
    let folder = Folder::new();
    folder
        .write("regua.yaml", SETTINGS)
        .write("okrs/2026-Q4/plan.yaml", PLAN)
        .write(FILE, ROWS);
    folder
}

/// Runs a round whose answers are the lines of a text.
fn answering(folder: &Folder, arguments: &[&str], answers: &str) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_regua"));
    command.env_clear().env("COLUMNS", "80");
    piped(folder, command, arguments, answers)
}

fn piped(folder: &Folder, mut command: Command, arguments: &[&str], answers: &str) -> Ran {
    let mut child = command
        .args(["okr", "check-in", "--as-of", "2026-11-20"])
        .args(arguments)
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().unwrap();
    // Whoever stops early reads no further.
    let _ = input.write_all(answers.as_bytes());
    drop(input);
    let output = child.wait_with_output().unwrap();
    Ran {
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap(),
    }
}

/// A text whose lines are broken for a narrow screen, on a wide one.
fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn added(folder: &Folder) -> Vec<String> {
    let text = folder.read(FILE);
    let added = text.strip_prefix(ROWS).expect("what stood there stays");
    added.lines().map(str::to_owned).collect()
}

/// Hours, portal, deeds and satisfaction are due; tickets are not.
#[test]
fn a_round_asks_for_each_that_is_due_and_writes_each_answer() {
    let folder = planned();
    let answers = "18\n8\nFewer calls, at last\nlive\n\n\ny\n9\n\n6\nThe survey is out.\n";
    let ran = answering(&folder, &["--lang", "en"], answers);
    insta::assert_snapshot!("round", format!("{}---\n{}", ran.err, ran.out));
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        added(&folder),
        [
            "- {date: 2026-11-20, key_result: hours, value: 18, confidence: 8, note: \"Fewer calls, at last\"}",
            "- {date: 2026-11-20, key_result: portal, milestone: live}",
            "- {date: 2026-11-20, key_result: sops, done: true, confidence: 9}",
            "- {date: 2026-11-20, key_result: satisfied, confidence: 6, note: The survey is out.}",
        ]
    );
    for line in ran.err.lines().chain(ran.out.lines()) {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn a_round_speaks_portuguese() {
    let folder = planned();
    let answers = "dezoito\n18h\n11\n8\n\n3\n1\n\n\ntalvez\ns\n\n\nq\n";
    let ran = answering(&folder, &["--lang", "pt-BR"], answers);
    insta::assert_snapshot!("rodada", format!("{}---\n{}", ran.err, ran.out));
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        added(&folder),
        [
            "- {date: 2026-11-20, key_result: hours, value: 18h, confidence: 8}",
            "- {date: 2026-11-20, key_result: portal, milestone: live}",
            "- {date: 2026-11-20, key_result: sops, done: true}",
        ]
    );
    for line in ran.err.lines().chain(ran.out.lines()) {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn a_bad_answer_is_told_in_a_line_and_asked_again() {
    let folder = planned();
    let answers = "62%\n18h\neleven\n11\n\n\nq\n";
    let ran = answering(&folder, &["--lang", "en"], answers);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.err.contains("✕ `62%` cannot be converted to `h`"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("from 0 to 10"), "{}", ran.err);
    assert_eq!(
        added(&folder),
        ["- {date: 2026-11-20, key_result: hours, value: 18h}"]
    );
}

/// An empty answer skips, a dash goes on without a value, `q` and the end of input stop: what was said is written.
#[test]
fn a_round_can_be_left_anywhere() {
    for (answers, rows, said) in [
        ("", vec![], "Nothing written · 4 not asked"),
        ("q\n", vec![], "Nothing written · 4 not asked"),
        ("\n\n\n\n\n\n", vec![], "Nothing written · 4 skipped"),
        ("\n\n\n-\n\n", vec![], "Nothing written · 4 skipped"),
        (
            "18h",
            vec!["- {date: 2026-11-20, key_result: hours, value: 18h}"],
            "✓ One check-in written to okrs/2026-Q4/check-ins.yaml · 3 not asked",
        ),
        (
            "-\n3\nNo numbers yet\nq\n",
            vec!["- {date: 2026-11-20, key_result: hours, confidence: 3, note: No numbers yet}"],
            "✓ One check-in written to okrs/2026-Q4/check-ins.yaml · 3 not asked",
        ),
        (
            "\n1 used\n7\nq\n",
            vec![
                "- {date: 2026-11-20, key_result: portal, milestone: live}",
                "- {date: 2026-11-20, key_result: portal, milestone: used, confidence: 7}",
            ],
            "✓ 2 check-ins written to okrs/2026-Q4/check-ins.yaml · 1 skipped · 2 not asked",
        ),
        (
            "\n\nn\n2\n\nq\n",
            vec!["- {date: 2026-11-20, key_result: sops, confidence: 2}"],
            "✓ One check-in written to okrs/2026-Q4/check-ins.yaml · 2 skipped · 1 not asked",
        ),
    ] {
        let folder = planned();
        let ran = answering(&folder, &["--lang", "en", "--quiet"], answers);
        assert_eq!(ran.code, 0, "{answers:?}: {}", ran.err);
        assert_eq!(added(&folder), rows, "{answers:?}");
        assert_eq!(in_one_line(&ran.out), said, "{answers:?}: {}", ran.err);
    }
}

#[test]
fn of_mine_is_what_i_answer_for() {
    let ids = |ran: &Ran| -> Vec<String> {
        let lines = ran.err.lines();
        let places = lines.filter(|line| line.contains(" · 2026-Q4 · "));
        places
            .map(|line| line.split(' ').next().unwrap().to_owned())
            .collect()
    };
    let folder = planned();
    // Ana answers for the objective, Bruno for one key result of it.
    let ana = answering(&folder, &["--by", "Ana", "--lang", "en"], "\n\n\n");
    assert_eq!(ids(&ana), ["1/3", "2/3", "3/3"], "{}", ana.err);
    let bruno = answering(&folder, &["--by", "bruno", "--lang", "en"], "y\n\n\n");
    assert_eq!(ids(&bruno), ["1/1"]);
    let row = "- {date: 2026-11-20, key_result: sops, done: true, by: bruno}";
    assert_eq!(added(&folder), [row]);
    // The environment says who, unless the command line does.
    let mut command = Command::new(env!("CARGO_BIN_EXE_regua"));
    command.env_clear().env("REGUA_BY", "bruno");
    let none = piped(&folder, command, &["--lang", "en"], "");
    assert_eq!(none.code, 0, "{}", none.err);
    let told = in_one_line(&none.out);
    assert!(
        told.contains("No key result is due for an update."),
        "{told}"
    );
    assert!(told.ends_with("regua okr check-in --all"), "{told}");
    // Whom nothing belongs to is told who there is.
    let carla = answering(&folder, &["--by", "carla", "--lang", "en"], "");
    assert_eq!(carla.code, 2);
    assert!(
        in_one_line(&carla.err).contains("the owners are ana, bruno"),
        "{}",
        carla.err
    );
}

#[test]
fn all_goes_through_what_is_open_and_a_round_needs_a_cycle_that_runs() {
    let folder = planned();
    let all = answering(&folder, &["--all", "--lang", "en"], "\n\n\n\n\n\n\n");
    assert!(all.err.contains("5/5 · 2026-Q4"), "{}", all.err);
    assert!(
        in_one_line(&all.err).contains("last 4 tickets on 10 Nov 2026, ana"),
        "{}",
        all.err
    );
    let both = answering(&folder, &["hours", "--all", "--lang", "en"], "");
    assert_eq!(both.code, 2);
    assert!(both.err.contains("do not go together"), "{}", both.err);
    let nothing = answering(&folder, &["--confidence", "7", "--lang", "en"], "");
    assert_eq!(nothing.code, 2);
    let later = folder.run(&["okr", "check-in", "--as-of", "2027-02-01", "--lang", "en"]);
    assert_eq!(later.code, 2);
    assert!(
        later.err.contains("no open cycle runs on 1 Feb 2027"),
        "{}",
        later.err
    );
    assert_eq!(added(&folder), Vec::<String>::new());
}

/// The answers of somebody else, given while a question waits, are neither lost nor overwritten.
#[cfg(unix)]
#[test]
fn a_round_at_a_terminal_writes_at_once_beside_others() {
    let folder = planned();
    let arguments = ["okr", "check-in", "--as-of", "2026-11-20", "--lang", "en"];
    let mut session = Session::start(folder.path(), &arguments, &[("REGUA_BY", "ana")]);
    session.expect("3 key results are due for an update · ana");
    session
        .expect("Mean time")
        .expect("last 20 h on 15 Oct 2026, ana: By phone.");
    session.expect("Value, in h:").answer("62%");
    session.expect("✕").expect("Value, in h:");
    let other = [
        "okr",
        "check-in",
        "sops",
        "--done",
        "--by",
        "bruno",
        "--as-of",
        "2026-11-20",
    ];
    assert_eq!(folder.run(&other).code, 0);
    session.answer("18h");
    session.expect("Confidence, 0 to 10:").answer("8");
    session.expect("Note:").answer("Menos ligações");
    session.expect("check-ins.yaml:4 · progress 33% → 50%");
    session.expect("1) live: Live").expect("2) used: used");
    assert_eq!(added(&folder).len(), 2);
    session
        .expect("Milestone reached, by number or id:")
        .interrupt();
    let (code, shown) = session.end();
    assert_eq!(code, -2, "{shown}");
    assert_eq!(
        added(&folder),
        [
            "- {date: 2026-11-20, key_result: sops, done: true, by: bruno}",
            "- {date: 2026-11-20, key_result: hours, value: 18h, confidence: 8, by: ana, note: Menos ligações}",
        ]
    );
    for line in shown.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[cfg(unix)]
#[test]
fn a_round_at_a_terminal_ends_with_its_count() {
    let folder = planned();
    let arguments = [
        "okr",
        "check-in",
        "--as-of",
        "2026-11-20",
        "--lang",
        "pt-BR",
    ];
    let mut session = Session::start(folder.path(), &arguments, &[]);
    session.expect("4 resultados-chave aguardam atualização");
    session.expect("Valor, em h:").answer("17h");
    session.expect("Confiança, de 0 a 10:").answer("");
    session.expect("Observação:").answer("");
    session.expect("Marco alcançado").answer("");
    // Ctrl-D on an empty line ends the answers.
    session.expect("Está feito? (s/n):").answer("\u{4}");
    let (code, shown) = session.end();
    assert_eq!(code, 0, "{shown}");
    assert!(
        in_one_line(&shown).contains(
            "✓ Um check-in gravado em okrs/2026-Q4/check-ins.yaml · 1 pulado · 2 sem perguntar"
        ),
        "{shown}"
    );
}
