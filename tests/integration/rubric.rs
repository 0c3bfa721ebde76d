//! `regua rubric`: what is at hand, and a rubric as a questionnaire.

use super::support::Folder;

const OWN: &str = "regua: 1
id: safe-kitchen
title: {pt-BR: Cozinha segura, en: Safe kitchen}
levels: [{id: watched, number: 1, title: Watched, summary: Somebody looks.}]
dimensions: [{id: heat, title: Heat, dimensions: [{id: ovens, title: Ovens}]}]
criteria:
  - id: cold-chain
    level: 1
    dimension: ovens
    title: Cold chain
    questions:
      - {id: logged, text: Is it logged?, guidance: Look at the log., scale: yes-no, evidence: required}
      - {id: degrees, text: How warm was it?, scale: warmth}
scales: {warmth: {min: -20, max: 5, unit: °C}}
";

#[test]
fn shipped_rubrics_are_listed_without_a_workspace() {
    let folder = Folder::new();
    let listed = folder.run(&["rubric", "list"]);
    assert_eq!(listed.code, 0, "{}", listed.err);
    for id in [
        "customer-service ",
        "customer-service-capabilities ",
        "mof-customer-service ",
        "service-levels ",
        "sfia-generic ",
        "sfia-csmg ",
    ] {
        assert!(listed.out.contains(id), "{id}\n{}", listed.out);
    }
    assert!(!listed.out.contains("in use"));
}

#[test]
fn rubrics_of_the_workspace_stand_among_them_and_those_in_use_are_marked() {
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            "regua: 1\norganisation: Test\nlanguage: pt-BR\nrubrics: [safe-kitchen]\n",
        )
        .write("rubrics/safe-kitchen.yaml", OWN);
    let listed = folder.run(&["rubric", "list"]);
    let own = listed
        .out
        .lines()
        .find(|line| line.contains("safe-kitchen"))
        .unwrap();
    let words: Vec<&str> = own.split_whitespace().collect();
    assert_eq!(
        words,
        ["Cozinha", "segura", "safe-kitchen", "1", "2", "em", "uso"],
        "{own}"
    );
    // A broken one is told, and the others are there all the same.
    folder.write("rubrics/broken.yaml", "regua: 1\nid: broken\ncriteria: 4\n");
    let listed = folder.run(&["rubric", "list"]);
    assert_eq!(listed.code, 2);
    assert!(listed.out.contains("safe-kitchen"), "{}", listed.out);
    assert!(
        listed.err.contains("rubrics/broken.yaml:3:11"),
        "{}",
        listed.err
    );
}

#[test]
fn a_rubric_is_shown_with_all_that_is_asked() {
    let folder = Folder::new();
    folder.write("rubrics/safe-kitchen.yaml", OWN);
    let shown = folder.run(&["rubric", "show", "safe-kitchen"]);
    let expected = "Safe kitchen
safe-kitchen 1.0.0

  1 Watched: Somebody looks.

Heat

  Ovens

  Cold chain
  level 1, Watched

    1. Is it logged?
    Look at the log.
    ☐ No   ☐ Yes   ☐ Unknown   ☐ Not\u{a0}applicable,\u{a0}because…
    cold-chain.logged · evidence required

    2. How warm was it?
    ______ from −20 °C to 5 °C   ☐ Unknown   ☐ Not applicable, because…
    cold-chain.degrees
";
    // Blanks that no line breaks at are blanks.
    let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
    assert_eq!(plain(&shown.out), plain(expected), "{}", shown.err);
}

#[test]
fn an_overlay_is_shown_as_what_it_makes_of_a_rubric() {
    let folder = Folder::new();
    folder.write(
        "rubrics/sfia-csmg.overlay.yaml",
        "regua: 1\noverlay: sfia-csmg\ncriteria: {accurate-records: {text: The licensed sentence.}}\n",
    );
    let shown = folder.run(&["rubric", "show", "sfia-csmg"]);
    assert!(
        shown.out.contains("The licensed sentence."),
        "{}{}",
        shown.out,
        shown.err
    );
}

#[test]
fn as_markdown_it_is_a_document_with_every_question() {
    let folder = Folder::new();
    for (rubric, questions) in [("customer-service", 41), ("mof-customer-service", 39)] {
        for language in ["en", "pt-BR"] {
            let shown = folder.run(&[
                "rubric", "show", rubric, "--format", "md", "--lang", language,
            ]);
            assert_eq!(shown.code, 0, "{}", shown.err);
            assert!(shown.out.starts_with("# "), "{}", shown.out);
            let asked = shown
                .out
                .lines()
                .filter(|line| line.starts_with("**"))
                .count();
            assert_eq!(asked, questions, "{rubric}");
            assert!(!shown.out.contains("\n\n\n"), "{}", shown.out);
        }
    }
}

#[test]
fn a_name_that_nothing_has_is_refused_with_those_that_are_there() {
    let folder = Folder::new();
    let shown = folder.run(&["rubric", "show", "costumer-service"]);
    assert_eq!(shown.code, 2);
    assert!(
        shown.err.contains("no rubric `costumer-service`"),
        "{}",
        shown.err
    );
    assert!(
        shown.err.contains("customer-service-capabilities"),
        "{}",
        shown.err
    );
}
