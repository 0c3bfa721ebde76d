//! What the READMEs promise, done: their files written, their commands run, their output compared.

use crate::pages::{blocks, follow};
use crate::support::{Folder, files_below, repository, run_in};

#[test]
fn the_english_readme_does_what_it_says() {
    assert_eq!(follow("README.md"), 4);
}

#[test]
fn the_portuguese_readme_does_what_it_says() {
    assert_eq!(follow("README.pt-BR.md"), 4);
}

/// The overlay of the page, its sentences on the ids of the rubric.
#[test]
fn the_page_on_official_text_does_what_it_says() {
    for (page, sentence) in [
        (
            "docs/en/official-text.md",
            "Here stands the official statement on records.",
        ),
        (
            "docs/pt-BR/texto-oficial.md",
            "Aqui entra o enunciado oficial sobre registros.",
        ),
    ] {
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
