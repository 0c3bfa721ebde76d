//! `regua ask`: a questionnaire at a terminal and through a pipe. What was answered is written, whatever comes next.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::support::{Folder, Ran, shown};
#[cfg(unix)]
use super::terminal_session::Session;

const FILE: &str = "assessments/2026-11-20.yaml";
const DAY: [&str; 2] = ["--as-of", "2026-11-20"];

/// A rubric with every kind of question, small enough to be answered whole.
const RUBRIC: &str = "regua: 1
id: desk
version: 1.0.0
title: {en: Help desk, pt-BR: Central de ajuda}
floor: 1
levels:
  - {id: none, number: 1, title: {en: None, pt-BR: Nada}}
  - {id: some, number: 2, title: {en: Some, pt-BR: Algo}}
dimensions:
  - {id: work, title: {en: Work, pt-BR: Trabalho}}
  - {id: staff, title: {en: Staff, pt-BR: Equipe}}
scales:
  seats: {min: 0, max: 40, unit: seats}
criteria:
  - id: hours
    level: 2
    dimension: work
    title: {en: Opening hours, pt-BR: Horário}
    description: {en: The desk is open., pt-BR: A central está aberta.}
    questions:
      - {id: known, text: {en: Are they known?, pt-BR: São conhecidos?}, guidance: {en: Ask three customers., pt-BR: Pergunte a três clientes.}, scale: achievement, evidence: required}
      - {id: kept, text: {en: Are they kept?, pt-BR: São cumpridos?}, scale: yes-no}
  - {id: seats, level: 2, dimension: staff, title: Seats, text: {en: How many seats?, pt-BR: Quantos lugares?}, scale: seats}
  - {id: quick, level: 2, dimension: work, title: {en: Quick, pt-BR: Rápida}, text: {en: Is it quick?, pt-BR: É rápida?}, scale: five-point}
";

fn desk(language: &str) -> Folder {
    let folder = Folder::new();
    let settings = format!("regua: 1\norganisation: Acme\nlanguage: {language}\nrubrics: [desk]\n");
    folder
        .write("regua.yaml", &settings)
        .write("rubrics/desk.yaml", RUBRIC);
    folder
}

/// Runs `ask` with lines through a pipe.
fn piped(folder: &Folder, arguments: &[&str], lines: &[u8]) -> Ran {
    piped_on(folder, DAY[1], arguments, lines)
}

fn piped_on(folder: &Folder, day: &str, arguments: &[&str], lines: &[u8]) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_regua"))
        .env_clear()
        .env("COLUMNS", "80")
        .args(["ask", "--as-of", day])
        .args(arguments)
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().unwrap();
    // Whoever stops early reads no further.
    let _ = input.write_all(lines);
    drop(input);
    let output = child.wait_with_output().unwrap();
    Ran {
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().expect("no signal ended it"),
    }
}

/// The lines of answers in a file.
fn answers(folder: &Folder, file: &str) -> Vec<String> {
    let text = folder.read(file);
    let (_, answers) = text.split_once("answers:\n").expect("a file has answers");
    let lines = answers.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

/// A text whose lines are broken for a narrow screen, on a wide one.
fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn assert_fits(ran: &Ran) {
    for line in ran.err.lines().chain(ran.out.lines()) {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn a_pipe_answers_a_line_at_a_time_and_its_end_is_a_stop() {
    let folder = desk("en");
    let lines = "?\ne\nlargely\nManual: v7\ndocs/manual.pdf\n2026-05-02\nn\n";
    let ran = piped(&folder, &[], lines.as_bytes());
    // On a question of two choices `n` is no and note: nobody is there to ask which.
    assert_eq!(ran.code, 2, "{}", ran.err);
    insta::assert_snapshot!("ask", format!("{}---\n{}", ran.err, ran.out));
    assert_fits(&ran);
    let manual = "hours.known: {choice: largely, evidence: [{title: \"Manual: v7\", href: docs/manual.pdf, date: 2026-05-02}]}";
    assert_eq!(
        answers(&folder, FILE),
        [manual, "hours.kept:", "quick:", "seats:"]
    );
    // Where it stopped it goes on: kept, quick, seats.
    let ran = piped(&folder, &[], b"yes\nx Nobody measures, yet\n12 seats\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("1 of 4 answered"), "{}", ran.err);
    assert!(ran.out.contains("✓ 3 answers written to"), "{}", ran.out);
    assert!(ran.out.contains("Next: regua report"), "{}", ran.out);
    assert_eq!(
        answers(&folder, FILE)[1..],
        [
            "hours.kept: yes",
            "quick: {not_applicable: \"Nobody measures, yet\"}",
            "seats: 12 seats",
        ]
    );
    let scored = folder.scored("2026-11-20");
    assert_eq!(shown(&scored, "/assessments/0/coverage"), "1");
    // Nothing is open; with `--all` everything is asked again, and an empty line keeps what is there.
    let was = folder.read(FILE);
    let ran = piped(&folder, &[], b"");
    assert!(ran.out.contains("regua ask desk --all"), "{}", ran.out);
    let ran = piped(&folder, &["--all"], b"\n\n\n\n");
    assert_eq!((ran.code, folder.read(FILE)), (0, was));
}

/// The word that stops does so wherever a text is asked for, and what was said by then is written.
#[test]
fn it_stops_at_every_prompt() {
    let answered = "hours.known: largely";
    for (lines, first) in [
        (
            "e\nlargely\nManual\ndocs/m.pdf\nq\nyes\n",
            "hours.known: {choice: largely, evidence: [{title: Manual, href: docs/m.pdf}]}",
        ),
        (
            "e\nlargely\nManual\nquit\nyes\n",
            "hours.known: {choice: largely, evidence: [{title: Manual}]}",
        ),
        ("e\nlargely\nq\nyes\n", answered),
        ("n\nlargely\nq\nyes\n", answered),
        // What was typed already is written, though something before it was given up.
        (
            "e\nn By day\nlargely\nsair\nyes\n",
            "hours.known: {choice: largely, note: By day}",
        ),
        ("x\nq\nyes\n", ""),
    ] {
        let folder = desk("en");
        let ran = piped(&folder, &[], lines.as_bytes());
        assert_eq!(ran.code, 0, "{lines:?}: {}", ran.err);
        match first {
            "" => assert!(
                ran.out.contains("Nothing written"),
                "{lines:?}: {}",
                ran.out
            ),
            _ => assert_eq!(
                answers(&folder, FILE)[..2],
                [first, "hours.kept:"],
                "{lines:?}"
            ),
        }
    }
}

#[test]
fn the_same_in_portuguese() {
    let folder = desk("pt-BR");
    let lines = "?\nn\nparcialmente\nSó de manhã, por enquanto\ns\nd\nv\n4\n41\n";
    let ran = piped(&folder, &[], lines.as_bytes());
    assert_eq!(ran.code, 2, "{}", ran.err);
    insta::assert_snapshot!("perguntas", format!("{}---\n{}", ran.err, ran.out));
    assert_fits(&ran);
    assert_eq!(
        answers(&folder, FILE),
        [
            "hours.known: {choice: partially, note: \"Só de manhã, por enquanto\"}",
            "hours.kept: yes",
            "quick: 4",
            "seats:",
        ]
    );
}

/// Only the bytes of an answer change: comments, quotes, order and line ends are its author's.
/// An assessment of three months ago, beside which a new one is begun.
const BEFORE: &str = "regua: 1
rubric: desk
date: 2026-08-14
answers:
  hours.known: {choice: largely, note: By phone, evidence: [{title: \"Manual: v7\", href: docs/m.pdf, date: 2026-05-02}]}
  hours.kept: yes
  seats: {not_applicable: Nobody sits}
";

#[test]
fn what_was_answered_last_time_is_shown_and_can_be_repeated() {
    for (language, name) in [("en", "ask_last_time"), ("pt-BR", "perguntas_ultima_vez")] {
        let folder = desk(language);
        folder.write("assessments/2026-08-14.yaml", BEFORE);
        // Of a question that nobody answered then, `=` is no answer: what follows would answer another question.
        let ran = piped(&folder, &[], b"=\nno\n=\n4\n");
        assert_eq!(ran.code, 2, "{}", ran.err);
        insta::assert_snapshot!(name, format!("{}---\n{}", ran.err, ran.out));
        assert_fits(&ran);
        let ran = piped(&folder, &[], b"4\n=\n");
        assert_eq!(ran.code, 0, "{}", ran.err);
        let own = [
            "hours.known: largely",
            "hours.kept: no",
            "quick: 4",
            "seats: {not_applicable: Nobody sits}",
        ];
        assert_eq!(answers(&folder, FILE), own);
        // Evidence is of its own day, and may still show what it showed.
        let ran = piped(&folder, &["--evidence"], b"=\n");
        let shown = "hours.known: {choice: largely, evidence: [{title: \"Manual: v7\", href: docs/m.pdf, date: 2026-05-02}]}";
        assert_eq!(answers(&folder, FILE)[0], shown, "{}", ran.err);
        assert!(
            in_one_line(&ran.err).contains("Manual: v7; Enter"),
            "{}",
            ran.err
        );
        assert_eq!(folder.read("assessments/2026-08-14.yaml"), BEFORE);
    }
}

/// The latest answer of each question counts as that of last time, though a file in between left it out; another
/// respondent's is nobody else's.
#[test]
fn last_time_is_the_last_time_that_somebody_answered() {
    let folder = desk("en");
    folder
        .write("assessments/2026-08-14.yaml", BEFORE)
        .write(
            "assessments/2026-09-30.yaml",
            "regua: 1\nrubric: desk\ndate: 2026-09-30\nanswers: {hours.kept: no}\n",
        )
        .write(
            "assessments/2026-10-01/ana.yaml",
            "regua: 1\nrubric: desk\ndate: 2026-10-01\nanswers: {hours.known: not}\n",
        );
    let ran = piped(&folder, &[], b"=\n=\nq\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        answers(&folder, FILE)[..2],
        ["hours.known: largely", "hours.kept: no"]
    );
    assert!(
        ran.err.contains("Last time (14 Aug 2026): Largely"),
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains("Last time (30 Sep 2026): No"),
        "{}",
        ran.err
    );
    let folder = desk("en");
    folder.write(
        "assessments/2026-10-31/ana.yaml",
        "regua: 1\nrubric: desk\ndate: 2026-10-31\nanswers: {hours.known: not}\n",
    );
    let ran = piped_on(&folder, "2026-12-20", &["--respondent", "Bruno"], b"q\n");
    assert!(!ran.err.contains("Last time"), "{}", ran.err);
    let ran = piped_on(&folder, "2026-12-20", &["--respondent", "Ana"], b"=\nq\n");
    assert!(
        ran.err.contains("Last time (31 Oct 2026): Not"),
        "{}",
        ran.err
    );
}

#[test]
fn what_a_person_wrote_stays_byte_for_byte() {
    let folder = desk("en");
    let before = "\u{feff}# Interviews, first week\r\nregua: 1\r\nrubric: desk   # ours\r\ndate: 2026-11-20\r\nanswers:\r\n\r\n  \
                  seats: \"12\"   # counted twice\r\n  # the shop floor says otherwise\r\n  hours.kept:\r\n      choice: no\r\n      \
                  evidence:\r\n        - Rota   # on paper\r\n      # to be asked again\r\n  hours.known:   # ?\r\n";
    folder.write(FILE, before);
    // The note is one on what is answered already; then comes another answer.
    let lines = "e\nfully\nSign\n\n\nn At the door\nyes\nq\n";
    let ran = piped(&folder, &["--all"], lines.as_bytes());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let after = folder.read(FILE);
    assert!(
        after.contains("hours.known: {choice: fully, evidence: [{title: Sign}]}   # ?\r\n"),
        "{after}"
    );
    let back = after
        .replace(" {choice: fully, evidence: [{title: Sign}]}", "")
        .replace("      note: At the door\r\n", "")
        .replace("choice: yes", "choice: no");
    assert_eq!(back, before);
}

/// Two answers that cannot both hold are told as the second is given.
#[test]
fn an_answer_that_denies_another_is_told_at_once() {
    let folder = desk("en");
    let denied = RUBRIC.replace(
        "scale: five-point}",
        "scale: five-point, conflicts_with: [hours.kept]}",
    );
    folder.write("rubrics/desk.yaml", &denied);
    let ran = piped(&folder, &[], b"4\nyes\n5\nq\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let (_, after) = ran.err.split_once("Written: 5").expect("it is written");
    let said = in_one_line(after);
    assert!(
        said.contains("Is it quick?") && said.contains("Are they kept?"),
        "{said}"
    );
}

#[test]
fn respondents_write_files_of_their_own() {
    let folder = desk("en");
    for (name, line) in [("Ana Prado", "4\n"), ("José Ávila", "2\n")] {
        let ran = piped(&folder, &["--respondent", name], line.as_bytes());
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
    let ana = folder.read("assessments/2026-11-20/ana-prado.yaml");
    assert!(ana.contains("respondent: Ana Prado\n"), "{ana}");
    assert!(
        folder
            .read("assessments/2026-11-20/jose-avila.yaml")
            .contains("known: partially")
    );
    // Their medians count together: (1 + 1/3) ÷ 2 of one of two questions.
    let checked = folder.run(&["check", DAY[0], DAY[1]]);
    assert_eq!(checked.code, 0, "{}", checked.err);
    // Who comes without a name is asked for it; on a later day the answers join those of the first.
    let ran = piped(&folder, &[], b"4\n");
    assert_eq!(ran.code, 2);
    assert!(
        in_one_line(&ran.err).contains("Ana Prado, José Ávila"),
        "{}",
        ran.err
    );
    let carla = ["--respondent", "carla", "--quiet"];
    let ran = piped_on(&folder, "2026-11-25", &carla, b"4\n");
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    let text = folder.read("assessments/2026-11-20/carla.yaml");
    assert!(text.contains("known: fully"), "{text}");
    // Five weeks later the answers are of another time, unless the day is named.
    let ran = piped_on(&folder, "2026-12-25", &carla, b"4\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        folder
            .read("assessments/2026-12-25/carla.yaml")
            .contains("known: fully")
    );
}

/// A file that `init` prepared is in nobody's way; one with answers says first whose they are.
#[test]
fn a_respondent_passes_by_what_was_only_prepared() {
    let folder = desk("en");
    folder.write(
        FILE,
        "regua: 1\nrubric: desk\ndate: 2026-11-20\nanswers:\n  quick:\n",
    );
    let ran = piped(&folder, &["--respondent", "ana"], b"4\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let said = format!("{FILE} holds no answer and counts for nobody");
    assert!(in_one_line(&ran.err).contains(&said), "{}", ran.err);
    let scored = folder.scored("2026-11-20");
    assert_eq!(shown(&scored, "/assessments/0/criteria/0/state"), "partial");
    // Of two who answer, the file without answers is no third.
    let ran = piped(&folder, &["--respondent", "bia"], b"4\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let scored = folder.scored("2026-11-20");
    let people = &scored["assessments"][0]["respondents"]["people"];
    assert_eq!(people.as_array().map_or(0, Vec::len), 2);
    let folder = desk("en");
    folder.write(
        FILE,
        "regua: 1\nrubric: desk\ndate: 2026-11-20\nanswers:\n  quick: 3\n",
    );
    let ran = piped(&folder, &["--respondent", "ana"], b"4\n");
    assert_eq!(ran.code, 2);
    assert!(
        in_one_line(&ran.err).contains("does not say whose"),
        "{}",
        ran.err
    );
}

/// Who is asked on their own sees what their own answers come to, and nothing of what the others said.
#[test]
fn a_respondent_sees_figures_of_their_own() {
    let folder = desk("en");
    let ran = piped(&folder, &["--respondent", "ana"], b"4\nyes\n5\n40\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let whole = "nothing open · 1 without the evidence that they need · coverage\u{a0}100% · level\u{a0}2\u{a0}Some · index\u{a0}2.00";
    assert!(
        in_one_line(&ran.out).contains(&in_one_line(whole)),
        "{}",
        ran.out
    );
    let ran = piped(&folder, &["--respondent", "bia"], b"1\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let own =
        "3 of 4 questions open · coverage\u{a0}17% · level\u{a0}1\u{a0}None · index\u{a0}1.00";
    assert!(ran.out.contains(own), "{}", ran.out);
    // Together they are what both said.
    assert_eq!(
        shown(&folder.scored("2026-11-20"), "/assessments/0/coverage"),
        "1"
    );
}

/// Evidence is added later without going through the questionnaire, and one question is asked by its name.
#[test]
fn what_is_missing_is_asked_for_by_itself() {
    let folder = desk("en");
    let ran = piped(&folder, &[], b"4\nyes\n5\n");
    let owed = in_one_line(&ran.out);
    for said in [
        "1 without the evidence that they need",
        "Evidence: regua ask desk --evidence",
    ] {
        assert!(owed.contains(said), "{owed}");
    }
    // An empty line leaves it for later; one of one letter is a word, anything else a title.
    let ran = piped(&folder, &["--evidence"], b"\n");
    assert!(ran.out.contains("Nothing written"), "{}", ran.out);
    let ran = piped(&folder, &["--evidence"], b"4\n\n2026-05-02\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(!ran.out.contains("--evidence"), "{}", ran.out);
    let shown = "hours.known: {choice: fully, evidence: [{title: 4, date: 2026-05-02}]}";
    assert_eq!(answers(&folder, FILE)[0], shown);
    let ran = piped(&folder, &["--evidence"], b"");
    assert!(ran.out.contains("lacks evidence"), "{}", ran.out);
    for name in ["hours.kept", "quick"] {
        let ran = piped(&folder, &["--question", name], b"1\n");
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
    assert_eq!(answers(&folder, FILE)[1..3], ["hours.kept: no", "quick: 1"]);
    // A criterion stands for all that it asks.
    let ran = piped(&folder, &["--question", "hours"], b"\n2\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(answers(&folder, FILE)[1], "hours.kept: yes");
    for (arguments, said) in [
        (
            &["--question", "hours.keept"][..],
            "did you mean `hours.kept`?",
        ),
        (&["hours.kept"][..], "regua ask desk --question hours.kept"),
    ] {
        let ran = piped(&folder, arguments, b"");
        assert_eq!(ran.code, 2);
        assert!(in_one_line(&ran.err).contains(said), "{}", ran.err);
    }
}

/// What a role does not ask for is not asked, unless all is.
#[test]
fn a_person_is_asked_up_to_the_level_of_their_role() {
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            "regua: 1\norganisation: A\nlanguage: en\nrubrics: [sfia-csmg]\n",
        )
        .write(
            "people/team.yaml",
            "regua: 1\nroles:\n  - {id: agent, title: Agent, requires: {csmg: 1}}\n\
             people:\n  - {id: ana, name: Ana Prado, role: agent}\n",
        );
    let ran = piped(&folder, &["--person", "ana"], b"4\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    insta::assert_snapshot!("ask-person", format!("{}---\n{}", ran.err, ran.out));
    assert_fits(&ran);
    let ran = piped(&folder, &["--person", "ana", "--all"], b"q\n");
    assert!(ran.err.contains("1 of 49 answered"), "{}", ran.err);
}

#[test]
fn persons_are_rated_one_at_a_time() {
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            "regua: 1\norganisation: A\nlanguage: en\nrubrics: [sfia-csmg]\n",
        )
        .write(
            "people/team.yaml",
            "regua: 1\npeople:\n  - {id: ana, name: Ana}\n",
        );
    for (arguments, said) in [
        (&[][..], "`rubrics` in regua.yaml"),
        (&["sfia-csmg"][..], "there are ana"),
        (&["sfia-csmg", "--person", "bob"][..], "nobody is `bob`"),
    ] {
        let ran = piped(&folder, arguments, b"");
        assert_eq!(ran.code, 2);
        assert!(in_one_line(&ran.err).contains(said), "{}", ran.err);
    }
    let ran = piped(&folder, &["--person", "ana", "--by", "manager"], b"4\nq\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = folder.read("assessments/2026-11-20-sfia-csmg-ana-manager.yaml");
    assert!(text.contains("person: ana\nby: manager\n"), "{text}");
    let ran = piped(&folder, &["--person", "ana", "--by", "manager"], b"3\n");
    assert!(ran.err.contains("1 of 49 answered"), "{}", ran.err);
    let checked = folder.run(&["check", DAY[0], DAY[1]]);
    assert_eq!(checked.code, 0, "{}", checked.err);
}

/// What a reading answers is passed by, and said.
#[test]
fn a_question_that_a_reading_answers_is_not_asked() {
    let folder = desk("en");
    let measured = RUBRIC.replace("scale: five-point}", "scale: five-point, kpi: csat}");
    let kpi =
        "kpis:\n  - {id: csat, title: CSAT, unit: \"%\", direction: higher, bands: {2: 50%}}\n";
    folder.write("rubrics/desk.yaml", &format!("{measured}{kpi}"));
    let ran = piped(&folder, &[], b"4\nyes\n2\n12\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    folder.write("kpis/a.csv", "kpi,period,value\ncsat,2026-10,80%\n");
    let ran = piped(&folder, &["--all"], b"\n\n\n");
    let said = ran.err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        said.contains("Is it quick? Readings of csat answer this one"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("3 of 3 answered"), "{}", ran.err);
}

#[test]
fn what_cannot_be_placed_is_left_to_its_author() {
    let folder = desk("en");
    // An answer that two questions share cannot change for one alone.
    let shared = "regua: 1\nrubric: desk\ndate: 2026-11-20\nanswers:\n  hours.known: &a {choice: unknown}\n  hours.kept: *a\n";
    folder.write(FILE, shared);
    let ran = piped(&folder, &["--all"], b"x Why\n");
    assert_eq!(ran.code, 2);
    assert!(
        in_one_line(&ran.err).contains("write it by hand"),
        "{}",
        ran.err
    );
    assert_eq!(folder.read(FILE), shared);
}

/// Killed while it waits for an answer, it has written those before; the next sitting goes on behind them.
#[test]
fn who_is_killed_has_lost_nothing() {
    let folder = desk("en");
    let mut child = Command::new(env!("CARGO_BIN_EXE_regua"))
        .env_clear()
        .args(["ask", "--quiet", "--as-of", DAY[1]])
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let input = child.stdin.as_mut().unwrap();
    input.write_all(b"4\nyes\n").unwrap();
    let path = folder.path().join(FILE);
    let is_written = || {
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        text.contains("hours.kept: yes\n")
    };
    let until = Instant::now() + Duration::from_secs(60);
    while !is_written() && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(10));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(
        answers(&folder, FILE)[..3],
        ["hours.known: fully", "hours.kept: yes", "quick:"]
    );
    let ran = piped(&folder, &[], b"3\n");
    assert!(ran.err.contains("2 of 4 answered"), "{}", ran.err);
    assert_eq!(answers(&folder, FILE)[2], "quick: 3");
}

/// Two who answer the same file at once: what each says lands, nothing of the other's is lost.
#[test]
fn two_at_once_lose_nothing() {
    let folder = desk("en");
    folder.write(
        FILE,
        "regua: 1\nrubric: desk\ndate: 2026-11-20\nanswers:\n  # both\n",
    );
    std::thread::scope(|scope| {
        for lines in [&b"4\nyes\nq\n"[..], b"s\ns\n3\n12\n"] {
            let folder = &folder;
            scope.spawn(move || {
                let ran = piped(folder, &["--all"], lines);
                assert_eq!(ran.code, 0, "{}", ran.err);
            });
        }
    });
    let mut found = answers(&folder, FILE);
    found.sort();
    assert_eq!(
        found,
        [
            "hours.kept: yes",
            "hours.known: fully",
            "quick: 3",
            "seats: 12"
        ]
    );
}

/// Somebody reads and types; a second sitting goes on where the first was cut off.
#[cfg(unix)]
#[test]
fn a_terminal_is_asked_and_nothing_is_lost_when_it_goes_away() {
    let folder = desk("en");
    let arguments = ["ask", DAY[0], DAY[1]];
    let mut session = Session::start(folder.path(), &arguments, &[]);
    session
        .expect("1/4 ")
        .expect("Are they known?")
        .expect("Answer, 1–4: ");
    session
        .answer("frequently")
        .expect("is no answer here")
        .expect("Answer, 1–4: ");
    session
        .answer("?")
        .expect("Ask three customers.")
        .expect("Answer, 1–4: ");
    // An answer that must be shown asks for what shows it, and for a date until it is one.
    session
        .answer("3")
        .expect("Written: Largely")
        .expect("(Enter: later): ");
    session.answer("Opening hours").expect("(Enter: none): ");
    session.answer("").expect("(Enter: none): ");
    session
        .answer("15/03/2026")
        .expect("write it as year-month-day: 2026-03-15")
        .expect("(Enter: none): ");
    session
        .answer("2027-03-15")
        .expect("`2027-03-15` has not come yet; today is 20")
        .expect("(Enter: none): ");
    session
        .answer("2026-03-15")
        .expect("Written: evidence")
        .expect("Are they kept?")
        .expect("1–2: ");
    session
        .answer("n")
        .expect("could be “No” or note")
        .expect("1–2: ");
    session.answer("yes").expect("Is it quick?").expect("1–5: ");
    session
        .answer("b")
        .expect("Now: Yes")
        .expect("(Enter: as it is): ");
    session.answer("note").expect("Note: ");
    session
        .answer("Mostly")
        .expect("Now: Yes · Mostly")
        .expect("(Enter: as it is): ");
    session.answer("").expect("Is it quick?").expect("1–5: ");
    session.interrupt();
    let (code, screen) = session.end();
    assert_eq!(code, -2, "{screen}");
    assert!(
        screen.lines().all(|line| line.chars().count() <= 80),
        "{screen}"
    );
    assert_eq!(
        answers(&folder, FILE)[..3],
        [
            "hours.known: {choice: largely, evidence: [{title: Opening hours, date: 2026-03-15}]}",
            "hours.kept: {choice: yes, note: Mostly}",
            "quick:"
        ]
    );
    let mut session = Session::start(folder.path(), &arguments, &[]);
    session
        .expect("2 of 4 answered")
        .expect("3/4 ")
        .expect("Is it quick?")
        .expect("1–5: ");
    session
        .answer("s")
        .expect("How many seats?")
        .expect("40 seats: ");
    session.answer("50").expect("40").expect("40 seats: ");
    session.answer("x").expect("Why does it not apply? ");
    session
        .answer("")
        .expect("Without a reason")
        .expect("40 seats: ");
    session.answer("20");
    let (code, screen) = session.end();
    assert_eq!(code, 0, "{screen}");
    assert!(screen.contains("1 of 4 questions open"), "{screen}");
    // A question and its answers fit on a screen of 24 lines.
    let longest = screen.split("\n\n").map(|part| part.lines().count()).max();
    assert!(longest <= Some(24), "{screen}");
}

#[cfg(unix)]
#[test]
fn a_terminal_is_asked_in_portuguese() {
    let folder = desk("pt-BR");
    let mut session = Session::start(folder.path(), &["ask", DAY[0], DAY[1]], &[]);
    session
        .expect("1/4 ")
        .expect("São conhecidos?")
        .expect("Resposta, 1–4: ");
    session
        .answer("não se sabe")
        .expect("Gravado: Não se sabe")
        .expect("1–2: ");
    session
        .answer("n")
        .expect("pode ser “Não” ou observação")
        .expect("1–2: ");
    session
        .answer("não")
        .expect("Gravado: Não")
        .expect("É rápida?")
        .expect("1–5: ");
    session
        .answer("v")
        .expect("Agora: Não")
        .expect("(Enter: como está): ");
    session.answer("sair");
    let (code, screen) = session.end();
    assert_eq!(code, 0, "{screen}");
    assert!(screen.contains("✓ 2 respostas gravadas em"), "{screen}");
    assert_eq!(
        answers(&folder, FILE)[..2],
        ["hours.known: unknown", "hours.kept: no"]
    );
}

#[test]
fn the_command_to_begin_anew_is_of_the_same_person() {
    let folder = desk("en");
    let own = ["--respondent", "Ana Lima", "--on", "2026-11-18"];
    // A day that was named is begun on that day, and on no other.
    let ran = piped(&folder, &own, b"3\n");
    assert!(!ran.err.contains("another day"), "{}", ran.err);
    let again = "regua ask desk --respondent \"Ana Lima\" --on 2026-11-18";
    assert!(in_one_line(&ran.out).contains(again), "{}", ran.out);
    let ran = piped(&folder, &own, b"q\n");
    assert!(!ran.err.contains("another day"), "{}", ran.err);
    let ran = piped(&folder, &own[..2], b"2\n3\n20\n");
    let anew = "Begun on another day; to begin anew: \
                regua ask desk --respondent \"Ana Lima\" --on 2026-11-20";
    assert!(in_one_line(&ran.err).contains(anew), "{}", ran.err);
    let ran = piped(&folder, &own[..2], b"");
    let all = "regua ask desk --respondent \"Ana Lima\" --all. To begin anew: \
               regua ask desk --respondent \"Ana Lima\" --on 2026-11-20";
    assert!(in_one_line(&ran.out).contains(all), "{}", ran.out);
}

#[test]
fn a_note_that_is_there_is_shown_and_an_empty_line_keeps_it() {
    for (language, word, shown) in [
        ("en", "note", "The note that is there: Seen on Monday"),
        (
            "pt-BR",
            "observação",
            "A observação que já está: Seen on Monday",
        ),
    ] {
        let folder = desk(language);
        // Asked for twice before there is an answer, it is one note.
        let lines = format!("{word}\n{word}\n3\nSeen on Monday\nyes\nq\n");
        piped(&folder, &[], lines.as_bytes());
        let noted = "hours.known: {choice: largely, note: Seen on Monday}";
        assert_eq!(answers(&folder, FILE)[0], noted);
        assert_eq!(answers(&folder, FILE)[1], "hours.kept: yes");
        let lines = format!("{word}\n\nq\n");
        let ran = piped(&folder, &["--question", "hours.known"], lines.as_bytes());
        assert!(in_one_line(&ran.err).contains(shown), "{}", ran.err);
        assert_eq!(answers(&folder, FILE)[0], noted);
        let lines = format!("{word}\nOn Tuesday\nq\n");
        piped(&folder, &["--question", "hours.known"], lines.as_bytes());
        assert!(answers(&folder, FILE)[0].contains("note: On Tuesday"));
        // What is typed before the answer is all written, in its order: a text is the note that was asked for.
        for (typed, noted) in [
            (vec![word, "TEXT early"], "early"),
            (vec!["TEXT early", "TEXT later"], "early; later"),
            (vec!["TEXT Early.", word, "TEXT Later."], "Early. Later."),
        ] {
            let folder = desk(language);
            let typed: Vec<String> = typed.iter().map(|own| own.replace("TEXT", word)).collect();
            let lines = format!("{}\n3\nyes\nq\n", typed.join("\n"));
            piped(&folder, &[], lines.as_bytes());
            let first = format!("hours.known: {{choice: largely, note: {noted}}}");
            assert_eq!(answers(&folder, FILE)[0], first);
            assert_eq!(answers(&folder, FILE)[1], "hours.kept: yes");
        }
        // Asked for behind a text, it is asked for with that in view.
        let folder = desk(language);
        let lines = format!("{word} Early\n{word}\n3\n\nyes\nq\n");
        let ran = piped(&folder, &[], lines.as_bytes());
        let stands = shown.replace("Seen on Monday", "Early");
        assert!(in_one_line(&ran.err).contains(&stands), "{}", ran.err);
        assert_eq!(
            answers(&folder, FILE)[0],
            "hours.known: {choice: largely, note: Early}"
        );
    }
}

#[cfg(unix)]
#[test]
fn back_from_the_evidence_is_the_question_that_it_is_for() {
    for (language, back, evidence, now) in [
        ("en", "b", "(Enter: later): ", "Now: Largely"),
        ("pt-BR", "v", "(Enter: depois): ", "Agora: Largamente"),
    ] {
        let folder = desk(language);
        let mut session = Session::start(folder.path(), &["ask", DAY[0], DAY[1]], &[]);
        session.expect("1–4: ").answer("3").expect(evidence);
        session.answer(back).expect("1/4 ").expect(now);
        session.answer("4").expect(evidence);
        session.answer("").expect("2/4 ").answer("q");
        let (code, screen) = session.end();
        assert_eq!(code, 0, "{screen}");
        assert_eq!(answers(&folder, FILE)[0], "hours.known: fully");
    }
}

/// What somebody may type: words that mean something, and anything else.
fn typed() -> impl Strategy<Value = String> {
    let words = vec![
        "1",
        "2",
        "3",
        "4",
        "5",
        "0",
        "12",
        "12 seats",
        "largely",
        "yes",
        "no",
        "n",
        "note",
        "e",
        "u",
        "x",
        "x why",
        "b",
        "s",
        "?",
        "",
        "2026-05-02",
        "n [a, b]: {c",
        "x # \"why\"",
        "- a",
        "*a",
        "&a",
        "!t",
        "|",
        ">",
        "'",
        "\"",
        "null",
        "~",
    ];
    let words = proptest::sample::select(words).prop_map(str::to_owned);
    prop_oneof![4 => words, 1 => "\\PC{0,12}", 1 => "[\u{0}-\u{9}\u{b}-\u{ff}\u{202e}]{0,6}"]
}

/// Text of any bytes is no answer, and no reason to fail.
#[test]
fn bytes_that_are_no_text_are_no_answer() {
    let folder = desk("en");
    for line in [&b"\xff\xfe\n"[..], b"\x1b[2J\n", b"\0\n"] {
        let ran = piped(&folder, &[], line);
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains("is no answer here"), "{}", ran.err);
        assert!(!ran.err.contains('\u{1b}'), "{}", ran.err);
    }
    assert!(!folder.path().join(FILE).exists());
}

/// The line that a pipe ended at, from 1.
fn stopped_at(ran: &Ran) -> usize {
    let (_, rest) = ran.err.rsplit_once("error: line ").expect("it says where");
    let digits = rest.split(':').next().expect("a number and a colon");
    digits.parse().expect("a number")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    /// Whatever is typed, the file stays one that reads without an error, and the program ends by itself.
    #[test]
    fn whatever_is_typed_the_file_stays_in_order(lines in prop::collection::vec(typed(), 0..14)) {
        let folder = desk("en");
        let before = "regua: 1\nrubric: desk\ndate: 2026-11-20\nanswers:\n  # first\n  hours.known:\n  seats: {value: 4, note: x} # y\n";
        folder.write(FILE, before);
        let mut rest = lines.as_slice();
        // A line that is not understood ends a pipe: the lines behind it come in a pipe of their own.
        while !rest.is_empty() {
            let ran = piped(&folder, &["--all"], rest.join("\n").as_bytes());
            prop_assert!(!ran.err.contains("panicked"), "{}", ran.err);
            let checked = folder.run(&["check", DAY[0], DAY[1]]);
            prop_assert_eq!(checked.code, 0, "{}", checked.err);
            let text = folder.read(FILE);
            prop_assert!(text.contains("  # first\n") && text.contains(" # y\n"), "{}", text);
            prop_assert!(ran.code == 0 || ran.code == 2, "{}", ran.err);
            rest = match ran.code {
                0 => &[],
                _ => &rest[stopped_at(&ran).min(rest.len())..],
            };
        }
    }
}
