//! The language of what is said without reading a workspace: help, pages of codes, refusals of a command line.

use crate::support::Folder;

/// A workspace in Portuguese with these settings below its head.
fn portuguese(more: &str) -> Folder {
    let folder = Folder::new();
    let head = "regua: 1\norganisation: Vela\nlanguage: pt-BR\nrubrics: [customer-service]\n";
    folder.write("regua.yaml", &format!("{head}{more}"));
    folder
}

/// Command lines that never read the workspace, each with words that only the Portuguese answer holds.
const ASKED: [(&[&str], &str); 12] = [
    (&["help"], "Comandos:"),
    (&["help", "niveis"], "nível"),
    (&["help", "nada-disto"], "erro:"),
    (&["--help"], "Comandos:"),
    (&["score", "--help"], "Uso:"),
    (&["explain", "contradiction"], "Como corrigir"),
    (&["kpi"], "Uso:"),
    (&["check", "--fail-on", "atrasado"], "erro:"),
    (&["score", "--as-of", "amanhã"], "erro:"),
    (&["scoer"], "erro:"),
    (&["kpi", "record", "csat", "--revises", "x", "76%"], "erro:"),
    (&["check", "nenhuma-pasta"], "erro:"),
];

#[track_caller]
fn said(folder: &Folder, arguments: &[&str]) -> String {
    let ran = folder.run(arguments);
    format!("{}{}", ran.out, ran.err)
}

#[test]
fn help_and_refusals_speak_as_the_workspace_does() {
    let folder = portuguese("");
    folder.write("assessments/deep/nothing.txt", "");
    let below = crate::support::run_in(&folder.path().join("assessments/deep"), &["help"]);
    assert!(below.out.contains("Comandos:"), "{}", below.out);
    for (arguments, word) in ASKED {
        let own = said(&folder, arguments);
        assert!(own.contains(word), "{arguments:?}: {own}");
        let english: Vec<&str> = arguments.iter().chain(&["--lang", "en"]).copied().collect();
        let english = said(&folder, &english);
        assert!(!english.contains(word), "{arguments:?}: {english}");
        let elsewhere = said(&Folder::new(), arguments);
        assert!(!elsewhere.contains(word), "{arguments:?}: {elsewhere}");
    }
}

#[test]
fn the_folder_that_is_named_says_the_language() {
    let folder = portuguese("");
    let path = folder.path().to_str().unwrap();
    let elsewhere = Folder::new();
    let joined = format!("-C{path}");
    let long = format!("--directory={path}");
    for named in [
        &["-C", path][..],
        &[&joined],
        &["--directory", path],
        &[&long],
    ] {
        let arguments: Vec<&str> = named.iter().chain(&["help", "levels"]).copied().collect();
        let text = said(&elsewhere, &arguments);
        assert!(text.contains("nível"), "{arguments:?}: {text}");
        let arguments: Vec<&str> = ["score", "--help"].iter().chain(named).copied().collect();
        let text = said(&elsewhere, &arguments);
        assert!(text.contains("Uso:"), "{arguments:?}: {text}");
    }
    // As an argument, and behind another short option; what is refused before the folder is read, and what clap refuses.
    for arguments in [
        &["check", path, "--fail-on", "nope"][..],
        &["score", path, "--format", "zzz"],
        &["people", path, "--nope"],
        &["okr", "status", path, "--nope"],
        &["score", "-qC", path, "--nope"],
        &["check", "--fail-on", "nope", "-qC", path],
    ] {
        let text = said(&elsewhere, arguments);
        assert!(text.contains("erro:"), "{arguments:?}: {text}");
    }
}

#[test]
fn a_broken_workspace_never_makes_help_fail() {
    let broken = [
        "  - [\n",
        "\torganisation: \"\n",
        "<<<<<<< HEAD\n",
        "a: \u{202e}{\n",
    ];
    for more in broken {
        let folder = portuguese(more);
        let ran = folder.run(&["help", "niveis"]);
        assert_eq!(ran.code, 0, "{more:?}: {}", ran.err);
        assert!(ran.out.contains("nível"), "{more:?}: {}", ran.out);
        assert_eq!(ran.err, "");
        let ran = folder.run(&["check"]);
        assert!(ran.err.contains("erro"), "{more:?}: {}", ran.err);
    }
    let folder = Folder::new();
    std::fs::create_dir(folder.path().join("regua.yaml")).unwrap();
    assert_eq!(folder.run(&["help"]).code, 0);
    let bytes = b"organisation: Opera\xe7\xf5es\nlanguage: pt-BR\n";
    std::fs::remove_dir(folder.path().join("regua.yaml")).unwrap();
    std::fs::write(folder.path().join("regua.yaml"), bytes).unwrap();
    assert!(folder.run(&["help"]).out.contains("Comandos:"));
}

#[test]
fn a_language_by_another_name_is_refused_in_that_language() {
    let rows = [
        ("português", "quis dizer `pt-BR`"),
        ("pt", "quis dizer `pt-BR`"),
        ("pt_BR", "quis dizer `pt-BR`"),
        ("portuguese", "quis dizer `pt-BR`"),
        ("inglês", "did you mean `en`"),
        ("english", "did you mean `en`"),
        ("klingon", "the words are"),
    ];
    for (written, help) in rows {
        let folder = Folder::new();
        let settings = format!("regua: 1\norganisation: Vela\nlanguage: {written}\n");
        folder.write("regua.yaml", &settings);
        let ran = folder.run(&["check"]);
        assert_eq!(ran.code, 2, "{written}");
        assert!(ran.err.contains("unknown-word"), "{}", ran.err);
        assert!(ran.err.contains(help), "{written}: {}", ran.err);
    }
}
