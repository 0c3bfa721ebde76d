//! A quarter played through at a real terminal, from an empty folder to the next quarter's plan. The pages in docs/
//! show what is shown here, line by line.

use super::support::{Folder, repository};
use super::terminal_session::Session;

/// What is typed at the terminal and what it shows, step by step.
struct Played {
    folder: Folder,
    steps: Vec<String>,
}

/// A question, by how it ends, and what is typed in answer.
type Answers<'a> = &'a [(&'a str, &'a str)];

impl Played {
    fn new() -> Played {
        Played {
            folder: Folder::new(),
            steps: Vec::new(),
        }
    }

    /// Runs a command on a day, answers what it asks, and keeps what was shown.
    #[track_caller]
    fn run(&mut self, command: &str, day: &str, answers: Answers<'_>) -> &mut Played {
        let command = format!("{command} --as-of {day}");
        let arguments = words(&command);
        let mut session = Session::start(self.folder.path(), &arguments, &[]);
        for (question, answer) in answers {
            session.expect(question).answer(answer);
        }
        let (code, shown) = session.end();
        assert_eq!(code, 0, "{command}: {shown}");
        let shown: Vec<&str> = shown.lines().map(str::trim_end).collect();
        let shown = shown.join("\n");
        self.steps
            .push(format!("$ regua {command}\n{}", shown.trim_end()));
        self
    }

    /// What somebody does with an editor.
    #[track_caller]
    fn edit(&mut self, file: &str, from: &str, to: &str) -> &mut Played {
        let text = self.folder.read(file);
        assert_eq!(text.matches(from).count(), 1, "{from} in {text}");
        self.folder.write(file, &text.replace(from, to));
        self
    }

    /// Holds the page against what was shown: its blocks are the steps, in order.
    #[track_caller]
    fn is_told_by(&self, page: &str) {
        let text = std::fs::read_to_string(repository().join(page)).expect("the page is there");
        let blocks: Vec<&str> = text
            .split("```console\n")
            .skip(1)
            .map(|block| block.split("\n```").next().expect("a block ends"))
            .collect();
        assert_eq!(blocks.len(), self.steps.len(), "{page}");
        for (block, step) in blocks.iter().zip(&self.steps) {
            assert_eq!(block, step, "{page}");
        }
    }
}

/// The words of a command line, quotes kept together.
fn words(command: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for (index, part) in command.split('"').enumerate() {
        match index % 2 {
            0 => words.extend(part.split_whitespace()),
            _ => words.push(part),
        }
    }
    words
}

/// The assessment that an example has, as one of this workspace.
fn assessment() -> String {
    let path = "examples/saas-support/assessments/2026-10-31.yaml";
    let text = std::fs::read_to_string(repository().join(path)).expect("the example is there");
    text.replace("2026-10-31", "2026-09-25")
}

/// What the terminal asks, in one of the languages, and what is said in answer.
struct Words {
    organisation: &'static str,
    confidence: &'static str,
    note: &'static str,
    milestone: &'static str,
    value: &'static str,
    learned: &'static str,
    said: [&'static str; 5],
}

const ENGLISH: Words = Words {
    organisation: "Name of the organisation: ",
    confidence: "Confidence, 0 to 10: ",
    note: "Note: ",
    milestone: "by number or id: ",
    value: "Value, in %: ",
    learned: "(Enter: later) ",
    said: [
        "No time for training yet.",
        "First test.",
        "Shift leads in place.",
        "Training needs a day of its own.",
        "Faster answers came from fewer hand-overs.",
    ],
};
const PORTUGUESE: Words = Words {
    organisation: "Nome da organização: ",
    confidence: "Confiança, de 0 a 10: ",
    note: "Observação: ",
    milestone: "pelo número ou id: ",
    value: "Valor, em %: ",
    learned: "(Enter: depois) ",
    said: [
        "Ainda sem tempo para treinar.",
        "Primeira prova.",
        "Líderes de turno definidos.",
        "Treinamento precisa de um dia só dele.",
        "A resposta ficou mais rápida com menos repasses.",
    ],
};

/// Plays the quarter.
fn play(language: &'static str, words: &Words) -> Played {
    let mut played = Played::new();
    let plan = "okrs/2026-Q4/plan.yaml";
    let (sure, note) = (words.confidence, words.note);
    let asked = [(words.organisation, "Acme"), ("(Enter: 1): ", "")];
    played.run(&format!("init --lang {language}"), "2026-09-25", &asked);
    played
        .folder
        .write("assessments/2026-09-25.yaml", &assessment());
    played
        .run(
            "kpi record mean-response-time 20h --period 2026-09",
            "2026-10-01",
            &[],
        )
        .run("kpi record csat 78% --period 2026-09", "2026-10-01", &[])
        .run(
            "okr suggest --for 2026-Q4 --level 4 --most 2 --write",
            "2026-10-01",
            &[],
        );
    for dimension in ["people", "process"] {
        let improves = format!("    improves: customer-service/{dimension}\n");
        played.edit(plan, &improves, &format!("{improves}    owner: ana\n"));
    }
    let answers = [
        (sure, "4"),
        (note, words.said[0]),
        (words.milestone, ""),
        (words.value, "62%"),
        (sure, "5"),
        (note, words.said[1]),
        (sure, "7"),
        (note, ""),
        (words.milestone, "1"),
        (sure, "8"),
        (note, words.said[2]),
        (sure, "q"),
    ];
    played
        .run("check", "2026-10-01", &[])
        .run(
            "kpi record mean-response-time 16h --period 2026-10",
            "2026-11-03",
            &[],
        )
        .run("okr check-in --by ana", "2026-11-20", &answers)
        .run("okr status", "2026-11-20", &[])
        .run(
            "kpi record mean-response-time 13h --period 2026-12",
            "2027-01-04",
            &[],
        )
        .run(
            "okr close 2026-Q4 --by ana",
            "2027-01-04",
            &[
                (words.learned, words.said[3]),
                (words.learned, words.said[4]),
            ],
        )
        .run("okr roll 2026-Q4", "2027-01-04", &[])
        .run("okr tree", "2027-01-05", &[])
        .run("report", "2027-01-05", &[]);
    played
}

#[test]
fn a_quarter_is_played_as_the_page_tells_it() {
    let played = play("en", &ENGLISH);
    insta::assert_snapshot!("quarter", played.steps.join("\n\n"));
    played.is_told_by("docs/en/quarter.md");
}

#[test]
fn a_quarter_is_played_in_portuguese_too() {
    let played = play("pt-BR", &PORTUGUESE);
    insta::assert_snapshot!("trimestre", played.steps.join("\n\n"));
    played.is_told_by("docs/pt-BR/trimestre.md");
}
