//! `regua help TOPIC`: each concept in both languages, with examples whose figures are true.

use regua::cli::{concept, reference};
use regua::locale::Topic;
use regua::model::Language;

use crate::support::{Folder, files_below, repository, run_in, shown};

/// What the topics tell of, as a workspace.
fn told() -> Folder {
    let folder = Folder::new();
    let from = repository().join("tests/fixtures/topics");
    for file in files_below(&from) {
        let text = std::fs::read_to_string(from.join(&file)).expect("a workspace is text");
        folder.write(&file, &text);
    }
    folder
}

/// Holds that the topic says a text in English, and in Portuguese with its own signs.
#[track_caller]
fn says(topic: &str, english: &str, portuguese: &str) {
    let topic = Topic::named(topic).expect("there is such a topic");
    for (language, said) in [
        (Language::English, english),
        (Language::Portuguese, portuguese),
    ] {
        assert!(topic.text(language).contains(said), "{said}");
    }
}

#[test]
fn the_figures_of_levels_scores_and_index_are_those_of_the_program() {
    let scored = told().scored("2026-08-15");
    let figure = |name: &str| shown(&scored, &format!("/assessments/0/{name}"));
    assert_eq!(figure("level"), "2");
    says("levels", "so the level is 2", "portanto o nível é 2");
    assert_eq!(figure("next_level_progress"), "0.5");
    says("levels", "(2/3 + 1/3) / 2 = 50%", "(2/3 + 1/3) / 2 = 50%");
    assert_eq!(figure("practice_score"), "2.5");
    says(
        "practice",
        "1 + 1 + 0.5 + 0 = 2.50",
        "1 + 1 + 0,5 + 0 = 2,50",
    );
    assert_eq!(figure("coverage"), "0.8");
    says("coverage", "4 / 5 = 80%", "4 / 5 = 80%");
    assert_eq!(figure("interval"), "[2.5,3.5]");
    says("coverage", "2.50 to 3.50", "2,50 a 3,50");
    assert_eq!(figure("outcome_score"), "3.5");
    assert_eq!(figure("kpis/0/level"), "3.5");
    says("kpis", "level 3.50", "o nível 3,50");
    assert_eq!(figure("kpis/1/value"), "40");
    says(
        "kpis",
        "30 of 40 and 10 of 60 are 40%",
        "30 de 40 e 10 de 60 são 40%",
    );
    assert_eq!(figure("index"), "2.8");
    says(
        "index",
        "0.7 × 2.50 + 0.3 × 3.50 = 2.80",
        "0,7 × 2,50 + 0,3 × 3,50 = 2,80",
    );
    let compliance = shown(&scored, "/service_levels/0/windows/0/compliance");
    assert_eq!(compliance, "0.9");
    says("kpis", "90 / (90 + 10) = 90%", "90 / (90 + 10) = 90%");
}

#[test]
fn the_figures_of_objectives_and_pace_are_those_of_the_program() {
    const OBJECTIVE: &str = "/okrs/0/objectives/0";
    let folder = told();
    let scored = folder.scored("2026-08-15");
    assert_eq!(shown(&scored, &format!("{OBJECTIVE}/progress")), "0.416667");
    says(
        "okrs",
        "(2 × 50% + 1 × 25%) / 3 = 41.7%",
        "(2 × 50% + 1 × 25%) / 3 = 41,7%",
    );
    let days = [
        (
            "2026-08-15",
            "45/91 = 49.5% | 1.01",
            "0.494505",
            "on_track",
            "on track",
            "no ritmo",
        ),
        (
            "2026-08-31",
            "61/91 = 67.0% | 0.75",
            "0.67033",
            "behind",
            "behind",
            "atrasado",
        ),
        (
            "2026-09-10",
            "71/91 = 78.0% | 0.64",
            "0.78022",
            "at_risk",
            "at risk",
            "em risco",
        ),
    ];
    for (day, row, expected, status, english, portuguese) in days {
        let scored = folder.scored(day);
        let figure = |name: &str| shown(&scored, &format!("{OBJECTIVE}/key_results/0/{name}"));
        assert_eq!(figure("progress"), "0.5");
        assert_eq!(
            (figure("expected").as_str(), figure("status").as_str()),
            (expected, status)
        );
        let comma = row.replace('.', ",");
        let rows = [
            format!("| {row} | {english} |"),
            format!("| {comma} | {portuguese} |"),
        ];
        says(
            "pace",
            &format!("| {day} {}", rows[0]),
            &format!("| {day} {}", rows[1]),
        );
    }
}

#[test]
fn the_grades_are_those_that_closing_gives() {
    let arguments = [
        "okr",
        "close",
        "2026-Q3",
        "--dry-run",
        "--as-of",
        "2026-10-02",
    ];
    let closing = told().run(&arguments);
    assert_eq!(closing.code, 0, "{}", closing.err);
    let rows = [
        (
            "progress: 0.25, grade: 0.3}",
            "| 25% | 0.3 | red |",
            "| 25% | 0,3 | vermelha |",
        ),
        (
            "progress: 0.5, grade: 0.5}",
            "| 50% | 0.5 | yellow |",
            "| 50% | 0,5 | amarela |",
        ),
        (
            "progress: 0.65, grade: 0.7}",
            "| 65% | 0.7 | green |",
            "| 65% | 0,7 | verde |",
        ),
        (
            "progress: 1.22, grade: 1.0}",
            "| 122% | 1.0 | green |",
            "| 122% | 1,0 | verde |",
        ),
    ];
    for (frozen, english, portuguese) in rows {
        assert!(closing.out.contains(frozen), "{frozen} in {}", closing.out);
        says("grades", english, portuguese);
    }
}

#[test]
fn the_fit_of_a_person_is_that_of_the_program() {
    let scored = told().scored("2026-08-15");
    assert_eq!(shown(&scored, "/people/0/fit"), "0.857143");
    assert_eq!(shown(&scored, "/people/0/skills/0/gap"), "1");
    says(
        "people",
        "1 - 1 / (4 + 3) = 85.7%",
        "1 - 1 / (4 + 3) = 85,7%",
    );
}

#[test]
fn the_gates_of_the_example_fail_as_it_says() {
    let arguments = [
        "check",
        "--as-of",
        "2026-08-31",
        "--lang",
        "en",
        "--fail-on",
        "behind,below-level=3,coverage=90%",
        "--format",
        "json",
    ];
    let checked = told().run(&arguments);
    assert_eq!(checked.code, 1, "{}", checked.out);
    for code in ["\"behind\"", "\"below-level\"", "\"low-coverage\""] {
        assert!(checked.out.contains(code), "{code} in {}", checked.out);
    }
    says(
        "gates",
        "behind,below-level=3,coverage=90%",
        "behind,below-level=3,coverage=90%",
    );
}

#[test]
fn every_topic_is_shown_in_both_languages_within_two_screens() {
    const LINES: usize = 60;
    let folder = Folder::new();
    for topic in Topic::ALL {
        for language in Language::ALL {
            // Either language's name is taken in both.
            for other in Language::ALL {
                let arguments = ["help", topic.name(other), "--lang", language.tag()];
                let ran = folder.run(&arguments);
                assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
                let title = topic.title(language);
                assert!(ran.out.lines().any(|line| line == title), "{title}");
                let wide = ran.out.lines().find(|line| line.chars().count() > 80);
                assert_eq!(wide, None, "{arguments:?}");
            }
            let text = folder
                .run(&["help", topic.name(language), "--lang", language.tag()])
                .out;
            let text = text.rsplit_once(&format!("{}\n", topic.title(language)));
            let lines = text.map_or(0, |(_, text)| text.lines().count());
            assert!(
                (10..=LINES).contains(&lines),
                "{} has {lines} lines",
                topic.name(language)
            );
        }
    }
}

#[test]
fn a_topic_looks_well_on_the_terminal() {
    let folder = Folder::new();
    for (name, language) in [("levels", "en"), ("gates", "pt-BR"), ("okrs", "pt-BR")] {
        let ran = folder.run(&["help", name, "--lang", language]);
        insta::assert_snapshot!(format!("{name}.{language}"), ran.out);
    }
}

#[test]
fn help_of_nothing_of_commands_and_of_what_there_is_not() {
    let folder = Folder::new();
    let all = folder.run(&["help", "--lang", "en"]);
    assert_eq!(all.out, folder.run(&["--help", "--lang", "en"]).out);
    for topic in Topic::ALL {
        assert!(all.out.contains(topic.name(Language::English)), "{topic:?}");
    }
    let command = folder.run(&["help", "okr", "check-in", "--lang", "pt-BR"]);
    let option = folder.run(&["okr", "check-in", "--help", "--lang", "pt-BR"]);
    assert_eq!((command.code, command.out), (0, option.out));
    // A word that names both is told as both.
    let people = folder.run(&["help", "people", "--lang", "en"]);
    let option = folder.run(&["people", "--help", "--lang", "en"]).out;
    assert!(
        people.out.starts_with(&option) && people.out.contains("\nPeople\n"),
        "{}",
        people.out
    );
    let spaced = folder.run(&["help", "códigos", "de", "saída", "--lang", "pt-BR"]);
    assert!(
        spaced.out.starts_with("Códigos de saída\n"),
        "{}",
        spaced.out
    );
    let unknown = folder.run(&["help", "pacce", "--lang", "en"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (2, ""));
    insta::assert_snapshot!("unknown", unknown.err);
}

/// `REGUA_PAGES=write` writes them anew.
#[test]
fn the_documentation_holds_the_topics_and_the_commands() {
    let mut pages = Vec::new();
    for (language, commands, concepts) in [
        (
            Language::English,
            "docs/en/reference/commands.md",
            "docs/en/concepts",
        ),
        (
            Language::Portuguese,
            "docs/pt-BR/referencia/comandos.md",
            "docs/pt-BR/conceitos",
        ),
    ] {
        pages.push((commands.to_owned(), reference(language)));
        let (_, below) = commands.split_at(commands.rfind("/re").expect("a folder") + 1);
        for topic in Topic::ALL {
            let path = format!("{concepts}/{}.md", topic.name(language));
            pages.push((path, concept(topic, language, &format!("../{below}"))));
        }
    }
    for (path, text) in pages {
        let file = repository().join(&path);
        if std::env::var("REGUA_PAGES").is_ok_and(|value| value == "write") {
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("it can be made");
            std::fs::write(&file, &text).expect("the page can be written");
        }
        let found = std::fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(text, found, "{path}: write it anew with REGUA_PAGES=write");
    }
}

#[test]
fn every_command_and_gate_that_a_topic_names_exists() {
    let folder = repository().join("examples/saas-support");
    for topic in Topic::ALL {
        for command in topic.commands {
            let mut arguments: Vec<&str> = command.split(' ').collect();
            arguments.push("--help");
            assert_eq!(run_in(&folder, &arguments).code, 0, "{command}");
        }
        for language in Language::ALL {
            let parts = topic.text(language).split('`').skip(1).step_by(2);
            for line in parts.filter_map(|part| part.strip_prefix("regua ")) {
                let line = line.split('|').next().unwrap_or_default().trim();
                let words = line.split(' ').take_while(|word| !word.starts_with('-'));
                let mut arguments: Vec<&str> = words.collect();
                arguments.push("--help");
                assert_eq!(run_in(&folder, &arguments).code, 0, "{line}");
            }
        }
    }
}
