//! A file that cannot be read is told once: what others say of it is no problem of theirs.

use std::path::Path;

use crate::support::{Folder, files_below, repository, run_in};

/// A workspace whose files need each other: an own rubric and KPIs, cycles that follow one another, people with their
/// ratings, and an assessment by two persons who disagree.
fn entangled() -> Folder {
    let folder = Folder::copy_of_example("otica-horizonte");
    let bakery = repository().join("tests/fixtures/bakery");
    for file in [
        "rubrics/counter.yaml",
        "kpis/summer.csv",
        "kpis/readings.yaml",
    ] {
        folder.write(file, &std::fs::read_to_string(bakery.join(file)).unwrap());
    }
    let settings = folder.read("regua.yaml");
    folder.write(
        "regua.yaml",
        &settings.replace("rubrics: [", "rubrics: [counter, "),
    );
    for (who, choice) in [("ana", "fully"), ("bruno", "not")] {
        let answers = format!(
            "regua: 1\nrubric: customer-service\ndate: 2026-11-18\nanswers:\n  \
             experience-excellence.customers-satisfied: {choice}\n  \
             experience-excellence.resolved-at-first-contact: {choice}\n"
        );
        folder.write(&format!("assessments/2026-11-18/{who}.yaml"), &answers);
    }
    folder
}

/// The problems of a workspace, each as its file, code and sentence.
fn problems(folder: &Path) -> Vec<String> {
    let arguments = [
        "check",
        "--lang",
        "en",
        "--as-of",
        "2026-11-20",
        "--format",
        "json",
    ];
    let result: serde_json::Value = serde_json::from_str(&run_in(folder, &arguments).out).unwrap();
    let problems = result["problems"].as_array().unwrap().iter();
    let told = |problem: &serde_json::Value| {
        format!(
            "{} {} {}",
            problem["file"], problem["code"], problem["message"]
        )
    };
    problems.map(told).collect()
}

#[test]
fn what_a_file_says_is_not_missed_elsewhere_while_it_cannot_be_read() {
    let folder = entangled();
    let before = problems(folder.path());
    let doubts = ["coverage-fell", "contradiction"];
    let is_doubt = |own: &String| doubts.iter().any(|code| own.contains(code));
    assert!(before.iter().all(is_doubt), "{before:#?}");
    let is_of = |file: &str, name: &str| name.starts_with(&format!("\"{file}\""));
    let mut broken = 0;
    for file in files_below(folder.path()) {
        let is_table = file.ends_with(".csv");
        if !is_table && !file.ends_with(".yaml") {
            continue;
        }
        let path = folder.path().join(&file);
        let whole = std::fs::read(&path).unwrap();
        let latin = [b"# opera\xe7\xe3o\n", whole.as_slice()].concat();
        let unclosed = [whole.as_slice(), b"\n  - [a: {\n"].concat();
        let ways = [Some(latin), Some(unclosed).filter(|_| !is_table)];
        for bytes in ways.into_iter().flatten() {
            std::fs::write(&path, bytes).unwrap();
            let after = problems(folder.path());
            let own = after.iter().filter(|name| is_of(&file, name));
            assert_eq!(own.count(), 1, "{file}: {after:#?}");
            let elsewhere = after.iter().filter(|name| !is_of(&file, name));
            let new: Vec<&String> = elsewhere.filter(|name| !before.contains(name)).collect();
            assert!(new.is_empty(), "{file}: {new:#?}");
            broken += 1;
        }
        std::fs::write(&path, whole).unwrap();
    }
    assert!(broken > 50, "{broken}");
}

#[test]
fn one_letter_of_another_encoding_among_the_people_is_one_error() {
    let folder = Folder::copy_of_example("otica-horizonte");
    let path = folder.path().join("people/equipe.yaml");
    let whole = std::fs::read(&path).unwrap();
    std::fs::write(&path, [whole.as_slice(), b"# opera\xe7\xe3o\n"].concat()).unwrap();
    let ran = folder.run(&["check", "--lang", "pt-BR"]);
    assert!(ran.err.contains("not-utf8"), "{}", ran.err);
    assert!(ran.err.contains("1 erro, nenhum aviso"), "{}", ran.err);
}
