//! What the READMEs promise, done: their files written, their commands run, their output compared.

use crate::support::{Folder, files_below, repository, run_in};

/// A fenced block of a README: its language and its text.
fn blocks(readme: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut open: Option<(String, String)> = None;
    for line in readme.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(language)) => open = Some((language.to_owned(), String::new())),
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some((_, text)), None) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, None) => {}
        }
    }
    blocks
}

/// Does what a README says, block by block, in a new folder. Gives the number of commands run.
fn follow(name: &str) -> usize {
    let readme = std::fs::read_to_string(repository().join(name)).expect("the README is there");
    let folder = Folder::new();
    let mut commands = 0;
    for (language, text) in blocks(&readme) {
        match language.as_str() {
            // CSV has no comments, so its path is for the reader alone.
            "yaml" | "csv" => {
                let (first, rest) = text.split_once('\n').expect("a block has lines");
                let path = first
                    .strip_prefix("# ")
                    .expect("a file's block begins with its path");
                let is_csv = language == "csv";
                folder.write(path, if is_csv { rest } else { &text });
            }
            // The comments of templates and drawings end in the same line.
            "jinja" | "xml" => {
                let (first, rest) = text.split_once('\n').expect("a block has lines");
                let path = first
                    .strip_prefix("{# ")
                    .and_then(|rest| rest.strip_suffix(" #}"))
                    .or_else(|| first.strip_prefix("<!-- ")?.strip_suffix(" -->"))
                    .expect("a file's block begins with its path");
                folder.write(path, rest);
            }
            "console" => {
                for command in text.split("$ ").filter(|command| !command.is_empty()) {
                    let (line, expected) = command.split_once('\n').expect("a command has a line");
                    let arguments: Vec<&str> = line.split_whitespace().collect();
                    assert_eq!(arguments[0], "regua", "{name}: {line}");
                    let ran = folder.run(&arguments[1..]);
                    let screen = format!("{}{}", ran.out, ran.err);
                    assert_eq!(screen.trim_end(), expected.trim_end(), "{name}: {line}");
                    commands += 1;
                }
            }
            "sh" => {}
            other => panic!("{name} has a block in {other:?}, which nothing runs"),
        }
    }
    commands
}

#[test]
fn the_english_readme_does_what_it_says() {
    assert_eq!(follow("README.md"), 8);
}

#[test]
fn the_portuguese_readme_does_what_it_says() {
    assert_eq!(follow("README.pt-BR.md"), 8);
}

#[test]
fn the_pages_on_readings_do_what_they_say() {
    assert_eq!(follow("docs/readings.md"), 5);
    assert_eq!(follow("docs/leituras.pt-BR.md"), 5);
}

#[test]
fn the_pages_on_templates_do_what_they_say() {
    assert_eq!(follow("docs/templates.md"), 4);
    assert_eq!(follow("docs/modelos.pt-BR.md"), 4);
}

/// The overlay of the page, its sentences on the ids of the rubric.
#[test]
fn the_page_on_official_text_does_what_it_says() {
    for (page, sentence) in [
        (
            "docs/official-text.md",
            "Here stands the official statement on records.",
        ),
        (
            "docs/texto-oficial.pt-BR.md",
            "Aqui entra o enunciado oficial sobre registros.",
        ),
    ] {
        assert_eq!(follow(page), 1);
        let text = std::fs::read_to_string(repository().join(page)).expect("the page is there");
        let folder = Folder::new();
        for (_, text) in blocks(&text)
            .into_iter()
            .filter(|(language, _)| language == "yaml")
        {
            let (first, _) = text.split_once('\n').expect("a block has lines");
            folder.write(first.strip_prefix("# ").expect("its path"), &text);
        }
        for language in ["pt-BR", "en"] {
            let shown = folder.run(&[
                "rubric",
                "show",
                "sfia-csmg",
                "--format",
                "md",
                "--lang",
                language,
            ]);
            assert!(shown.out.contains(sentence), "{}{}", shown.out, shown.err);
        }
    }
}

#[test]
fn the_first_command_writes_the_report_where_it_says() {
    for name in ["README.md", "README.pt-BR.md"] {
        let readme = std::fs::read_to_string(repository().join(name)).expect("the README is there");
        let shell: Vec<String> = blocks(&readme)
            .into_iter()
            .filter(|(language, _)| language == "sh")
            .map(|(_, text)| text.trim().to_owned())
            .collect();
        let command = shell[0]
            .strip_prefix("cargo run --release -- ")
            .expect("the first command");
        assert_eq!(shell[1], "tests/run", "the second command runs the tests");
        let example = command.split_whitespace().nth(1).expect("a folder");
        let folder = Folder::new();
        for file in files_below(&repository().join(example)) {
            let path = format!("{example}/{file}");
            let text =
                std::fs::read_to_string(repository().join(&path)).expect("an example is text");
            folder.write(&path, &text);
        }
        let arguments: Vec<&str> = command.split_whitespace().collect();
        let ran = run_in(folder.path(), &arguments);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let report = format!("{example}/report/report.html");
        assert!(ran.out.contains(&report), "{}", ran.out);
        assert!(
            folder.read(&report).starts_with("<!doctype html>"),
            "{report}"
        );
    }
}

#[test]
fn links_and_pictures_of_the_documents_are_there() {
    for name in [
        "README.md",
        "README.pt-BR.md",
        "CONTRIBUTING.md",
        "ARCHITECTURE.md",
        "DECISIONS.md",
        "docs/report.md",
        "docs/relatorio.pt-BR.md",
        "docs/templates.md",
        "docs/modelos.pt-BR.md",
    ] {
        let text = std::fs::read_to_string(repository().join(name)).expect("the document is there");
        let file = repository().join(name);
        let folder = file.parent().expect("a document lies in a folder");
        for target in text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            if !target.starts_with("http") {
                assert!(
                    folder.join(target).exists(),
                    "{name} links to {target}, which is not there"
                );
            }
        }
    }
}
