//! From an empty folder to the first report at a real terminal, with no file opened by hand: what is typed, and what is
//! shown.

use super::support::Folder;
use super::terminal_session::Session;

/// The most lines that anybody types on the way, beside one for each question.
const MOST_TYPED: usize = 12;
const QUESTIONS: usize = 41;

struct Words {
    language: &'static str,
    organisation: [&'static str; 2],
    rubrics: &'static str,
    answer: &'static str,
    evidence: &'static str,
    /// A choice by its name, what stands for not knowing, and a reason for what does not apply.
    said: [&'static str; 3],
    done: &'static str,
    report: &'static str,
}

const ENGLISH: Words = Words {
    language: "en",
    organisation: ["Name of the organisation: ", "Acme"],
    rubrics: "(Enter: 1): ",
    answer: "Answer, 1–",
    evidence: "(Enter: later): ",
    said: ["largely", "unknown", "x The team has no night shift"],
    done: "nothing open",
    report: "report.html",
};
const PORTUGUESE: Words = Words {
    language: "pt-BR",
    organisation: ["Nome da organização: ", "Padaria Sol"],
    rubrics: "(Enter: 1): ",
    answer: "Resposta, 1–",
    evidence: "(Enter: depois): ",
    said: [
        "largamente",
        "não se sabe",
        "x A equipe não tem turno da noite",
    ],
    done: "nada em aberto",
    report: "report.html",
};

/// Walks the way; what was shown in all.
#[track_caller]
fn walked(words: &Words) -> String {
    let folder = Folder::new();
    let on = |command: &'static str| [command, "--as-of", "2026-11-20"];
    let mut typed = 3; // the three commands
    let mut screens = Vec::new();
    let mut session = Session::start(folder.path(), &on("init"), &[("LANG", "en_US.UTF-8")]);
    for (question, answer) in [
        ("(Enter: en) ", words.language),
        (words.organisation[0], words.organisation[1]),
        (words.rubrics, "1"),
    ] {
        session.expect(question).answer(answer);
        typed += 1;
    }
    screens.push(ended(session));
    let mut owed = 0;
    let mut session = Session::start(folder.path(), &on("ask"), &[]);
    for number in 0..QUESTIONS {
        let line = match number {
            5 => words.said[0],
            6 => words.said[1],
            7 => words.said[2],
            // No to what describes a lack, then as it comes.
            0 | 1 => "1",
            _ => ["2", "2", "1"][number % 3],
        };
        let next = format!("{}/{QUESTIONS} ", number + 1);
        if session.expect_one_of(&[words.evidence, &next]) == 0 {
            // What shows it is looked up afterwards.
            session.answer("").expect(&next);
            owed += 1;
        }
        session.expect(words.answer).answer(line);
    }
    assert!(owed > 0, "some answers must be shown");
    let screen = ended(session);
    assert!(screen.contains(words.done), "{screen}");
    let (first, last) = (
        shown_until(&screen, "\n4/41 "),
        shown_from(&screen, "41/41 "),
    );
    screens.push(format!("{first}\n[…]\n{last}"));
    let screen = ended(Session::start(folder.path(), &on("report"), &[]));
    // What it says of the answers first is for others to hold.
    let last = screen.lines().rev().take(3).collect::<Vec<_>>();
    screens.extend(last.into_iter().rev().map(str::to_owned));
    let page = folder.read(&format!("report/{}", words.report));
    assert!(page.contains(words.organisation[1]) && page.contains("<!doctype html>"));
    let checked = folder.run(&["check", "--as-of", "2026-11-20", "--quiet"]);
    assert_eq!((checked.code, checked.err.as_str()), (0, ""));
    assert!(typed <= MOST_TYPED, "{typed} lines beside the answers");
    screens.join("\n")
}

fn shown_until<'s>(screen: &'s str, end: &str) -> &'s str {
    screen.split(end).next().expect("there is something")
}

fn shown_from<'s>(screen: &'s str, start: &str) -> &'s str {
    let at = screen.rfind(start).expect("it was shown");
    &screen[at..]
}

#[track_caller]
fn ended(session: Session) -> String {
    let (code, screen) = session.end();
    assert_eq!(code, 0, "{screen}");
    for line in screen.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    let lines: Vec<&str> = screen.lines().map(str::trim_end).collect();
    lines.join("\n")
}

#[test]
fn the_first_report_takes_three_commands_and_an_answer_a_question() {
    insta::assert_snapshot!("first-report", walked(&ENGLISH));
}

#[test]
fn the_first_report_in_portuguese() {
    insta::assert_snapshot!("primeiro-relatorio", walked(&PORTUGUESE));
}
