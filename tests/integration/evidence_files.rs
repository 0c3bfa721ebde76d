//! Evidence that is a file of the workspace: what the report says where nobody could be shown it.

use std::collections::BTreeMap;

use crate::report::report;
use crate::support::Folder;

const RUBRIC: &str = "regua: 1
id: shop
version: 1.0.0
title: Shop
floor: 1
levels: [{id: one, number: 1, title: {en: Ad hoc, pt-BR: Inicial}}, {id: two, number: 2, title: {en: Managed, pt-BR: Gerenciado}}]
dimensions: [{id: counter, title: {en: Counter, pt-BR: Balcão}}]
criteria:
  - {id: board, level: 2, dimension: counter, title: {en: Board, pt-BR: Quadro}, scale: achievement, evidence: required}
  - {id: recipes, level: 2, dimension: counter, title: {en: Recipes, pt-BR: Receitas}, scale: achievement, evidence: required}
";

/// A board on the wall and a page on the web: the program looks for what is a file, and nowhere else.
fn shop(board: &str) -> Folder {
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            "regua: 1\norganisation: Test\nrubrics: [shop]\n",
        )
        .write("rubrics/shop.yaml", RUBRIC)
        .write(
            "assessments/2026-09-30.yaml",
            &format!(
                "regua: 1\nrubric: shop\ndate: 2026-09-30\nanswers:\n  board: {{choice: fully, evidence: [{board}]}}\n  \
                 recipes: {{choice: fully, evidence: [{{title: Recipes, href: 'https://example.com/recipes'}}]}}\n"
            ),
        );
    folder
}

const WALL: &str = "{title: Wall board, href: docs/wall.jpg, date: 2026-09-10}";

#[track_caller]
fn says(files: &BTreeMap<String, String>, wanted: &[&str], unwanted: &[&str]) {
    for page in ["report.html", "report.md"] {
        for words in wanted {
            assert!(
                files[page].contains(words),
                "{page}: {words}\n{}",
                files["report.md"]
            );
        }
        for words in unwanted {
            assert!(
                !files[page].contains(words),
                "{page}: {words}\n{}",
                files["report.md"]
            );
        }
    }
}

#[test]
fn a_file_that_is_not_there_is_no_evidence_to_rely_on() {
    let folder = shop(WALL);
    says(
        &report(&folder, "en", "en"),
        &[
            "Of 2 answers that require evidence, 1 names only files that are not there.",
            "One file that is named as evidence is not there.",
            "file not found",
            "Confidence in this result is fair",
        ],
        &["has it, and in date", "“Wall board”"],
    );
    says(
        &report(&folder, "pt", "pt-BR"),
        &[
            "Das 2 respostas que exigem evidência, 1 só cita arquivos que não foram encontrados.",
            "Um arquivo citado como evidência não foi encontrado.",
            "arquivo não encontrado",
        ],
        &["a têm, em dia", "“Wall board”"],
    );
    let ran = folder.run(&["report", "--as-of", "2026-10-10", "--lang", "en"]);
    assert_eq!(ran.code, 0);
    assert!(ran.err.contains("1 warning"), "{}", ran.err);

    folder.write("docs/wall.jpg", "");
    says(
        &report(&folder, "there", "en"),
        &[
            "Each of the 2 answers that require evidence has it, and in date.",
            "“Wall board”",
            "Confidence in this result is high",
        ],
        &["not there", "file not found"],
    );
}

#[test]
fn a_file_beside_the_assessment_and_an_answer_shown_otherwise_too_are_fine() {
    let folder = shop("{title: Wall board, href: photos/wall.jpg}");
    folder.write("assessments/photos/wall.jpg", "");
    let fine = ["Each of the 2 answers that require evidence has it, and in date."];
    says(&report(&folder, "beside", "en"), &fine, &["not found"]);

    let folder = shop(&format!("{WALL}, {{title: Minutes}}"));
    let files = report(&folder, "otherwise", "en");
    says(
        &files,
        &[fine[0], "“Minutes”", "file not found"],
        &["names only"],
    );
}

#[test]
fn where_it_is_the_only_one_or_another_has_none_the_sentences_say_so() {
    let folder = shop(WALL);
    let one = RUBRIC.replacen(", evidence: required}\n  - ", "}\n  - ", 1);
    assert_ne!(one, RUBRIC);
    let text = folder.read("assessments/2026-09-30.yaml");
    let text = text.replace("'https://example.com/recipes'", "docs/recipes.md");
    folder
        .write("rubrics/shop.yaml", &one)
        .write("assessments/2026-09-30.yaml", &text);
    says(
        &report(&folder, "one", "en"),
        &[
            "The one answer that requires evidence names only files that are not there.",
            "Confidence in this result is low",
        ],
        &[],
    );
    folder
        .write("rubrics/shop.yaml", RUBRIC)
        .write("assessments/2026-09-30.yaml", &text.replace(WALL, ""));
    says(
        &report(&folder, "both", "en"),
        &[
            "Of 2 answers that require evidence, 1 has none.",
            "Another names only files that are not there.",
        ],
        &[],
    );
}
