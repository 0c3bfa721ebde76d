//! `regua init`: a workspace to go on writing in. What is there already stays.

use super::git::Repository;
use super::support::{Folder, files_below, run_in};

const DAY: [&str; 2] = ["--as-of", "2026-11-20"];

/// Begins a workspace without a question.
#[track_caller]
fn begun(language: &str, rubrics: &str) -> Folder {
    let folder = Folder::new();
    let asked = [
        "init",
        "--organisation",
        "Padaria: \"Sol\"",
        "--lang",
        language,
        "--rubric",
        rubrics,
    ];
    let ran = folder.run(&[&asked[..], &DAY].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(
        ran.out.lines().all(|line| line.chars().count() <= 80),
        "{}",
        ran.out
    );
    folder
}

const FILES: [&str; 11] = [
    ".gitattributes",
    ".github/workflows/regua.yml",
    ".gitignore",
    ".regua/schema/assessment.json",
    ".regua/schema/kpis.json",
    ".regua/schema/plan.json",
    ".regua/schema/workspace.json",
    "assessments/2026-11-20.yaml",
    "kpis/kpis.yaml",
    "okrs/2026-Q4/plan.yaml",
    "regua.yaml",
];

#[test]
fn a_workspace_begins_in_either_language() {
    for language in ["en", "pt-BR"] {
        let folder = begun(language, "customer-service");
        assert_eq!(files_below(folder.path()), FILES);
        let checked = folder.run(&[&["check"][..], &DAY].concat());
        assert_eq!((checked.code, checked.err.as_str()), (0, ""));
        let mut texts = String::new();
        for file in FILES {
            let text = folder.read(file);
            assert!(!text.contains('⟦'), "{file}: {text}");
            if file.starts_with(".regua") {
                continue; // Held against the files by `schemas`.
            }
            texts.push_str(&format!("==> {file}\n{text}\n"));
        }
        insta::assert_snapshot!(format!("begun.{language}"), texts);
        let assessment = folder.read("assessments/2026-11-20.yaml");
        let keys = assessment.lines().filter(|line| {
            let is_key = line.starts_with("  ") && !line.trim_start().starts_with('#');
            is_key && line.ends_with(':')
        });
        assert_eq!(keys.count(), 41, "every question has its place");
    }
}

/// What the comments show is right: uncommented, it reads without a word.
#[test]
fn the_examples_in_the_files_are_in_order() {
    for language in ["en", "pt-BR"] {
        let folder = begun(language, "customer-service,sfia-csmg");
        let example = |file: &str, lists: &[&str]| {
            let mut text = folder.read(file);
            for list in lists {
                text = text.replace(&format!("{list}: []\n"), &format!("{list}:\n"));
            }
            folder.write(file, &text.replace("\n#  ", "\n  "));
        };
        example("okrs/2026-Q4/plan.yaml", &["objectives"]);
        example("kpis/kpis.yaml", &["readings", "service_levels"]);
        example("people/team.yaml", &["roles", "people"]);
        let settings = folder.read("regua.yaml");
        let aimed = settings
            .replace("# targets:\n#   ", "targets:\n  ")
            .replace("# working_day", "working_day");
        assert_ne!(aimed, settings);
        folder.write("regua.yaml", &aimed);
        let checked = folder.run(&[&["check"][..], &DAY].concat());
        assert_eq!((checked.code, checked.err.as_str()), (0, ""));
        let status = folder.run(&[&["okr", "status"][..], &DAY].concat());
        assert!(status.out.contains("12\u{a0}h"), "{}", status.out);
    }
}

#[test]
fn each_rubric_of_teams_gets_an_assessment_and_those_of_people_a_team() {
    let folder = begun("en", "customer-service,service-levels,sfia-csmg");
    let files = files_below(folder.path());
    let has = |name: &str| files.iter().any(|file| file == name);
    assert!(
        has("assessments/2026-11-20-customer-service.yaml"),
        "{files:?}"
    );
    assert!(
        has("assessments/2026-11-20-service-levels.yaml"),
        "{files:?}"
    );
    assert!(has("people/team.yaml") && files.len() == 14, "{files:?}");
    let checked = folder.run(&[&["check"][..], &DAY].concat());
    assert_eq!((checked.code, checked.err.as_str()), (0, ""));
}

/// Files that git shares with others get their lines; anything else in the way stops it before a file is written.
#[test]
fn what_is_there_stays() {
    let folder = Folder::new();
    folder.write(".gitattributes", "*.pdf binary");
    folder
        .write("kpis/kpis.yaml", "mine")
        .write("okrs/2026-Q4/plan.yaml", "mine");
    let arguments = ["init", "-y", "--lang", "en", "--as-of", "2026-11-20"];
    let ran = folder.run(&arguments);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    let said = ran.err.replace('\n', " ");
    assert!(
        said.contains("kpis/kpis.yaml, okrs/2026-Q4/plan.yaml"),
        "{}",
        ran.err
    );
    assert_eq!(files_below(folder.path()).len(), 3);
    let folder = Folder::new();
    folder.write(".gitattributes", "*.pdf binary");
    assert_eq!(folder.run(&arguments).code, 0);
    let attributes = folder.read(".gitattributes");
    assert!(
        attributes.starts_with("*.pdf binary\nokrs/*/check-ins.yaml merge=union\n"),
        "{attributes}"
    );
    let was = folder.read("regua.yaml");
    let ran = folder.run(&["init", "--organisation", "Other", "--lang", "en"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("is there already"), "{}", ran.err);
    assert_eq!(folder.read("regua.yaml"), was);
}

#[test]
fn nothing_begins_without_a_name_or_with_what_there_is_not() {
    let folder = Folder::new();
    let cases: [(&[&str], &str); 3] = [
        (&["init", "--lang", "en"], "--organisation"),
        (
            &[
                "init",
                "--organisation",
                "A",
                "--rubric",
                "customer",
                "--lang",
                "en",
            ],
            "there are customer-service,",
        ),
        (
            &["init", "--organisation", "A\u{202e}B", "--lang", "en"],
            "nothing was written",
        ),
    ];
    for (arguments, said) in cases {
        let ran = folder.run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
        assert!(files_below(folder.path()).is_empty(), "{arguments:?}");
    }
    let arguments = [
        "init",
        "new/one",
        "--yes",
        "--rubric",
        "mof-customer-service",
        "--lang",
        "en",
        "-q",
    ];
    let ran = folder.run(&arguments);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    assert!(
        folder
            .read("new/one/regua.yaml")
            .contains("organisation: one\n")
    );
    let checked = folder.run(&["-C", "new/one", "check"]);
    assert_eq!((checked.code, checked.err.as_str()), (0, ""));
}

/// GitHub reads workflows at the top of a repository only: one of a workspace below it is written there, for its folder,
/// and none that is there is touched.
#[test]
fn below_the_top_of_a_repository_the_workflow_goes_to_the_top() {
    let repository = Repository::new();
    let folder = &repository.folder;
    let init = |place: &str| repository.run(&["init", "-C", place, "--yes", "--lang", "en"]);
    let ran = init("teams/north");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(
        ran.out.contains("  .github/workflows/regua.yml\n"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("top of a repository only"), "{}", ran.out);
    assert!(!folder.path().join("teams/north/.github").exists());
    let first = folder.read(".github/workflows/regua.yml");
    for line in [
        "name: regua teams/north\n",
        "        working-directory: teams/north\n",
        "          path: teams/north/report/\n",
    ] {
        assert!(first.contains(line), "{line} in\n{first}");
    }
    // A second one has a name of its own; from within a folder the way up is told.
    folder.write("teams/south/notes.md", "");
    let ran = run_in(
        &folder.path().join("teams/south"),
        &["init", "--yes", "--lang", "pt-BR"],
    );
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let name = ".github/workflows/regua-teams-south.yml";
    assert!(
        ran.out.contains(&format!("  ../../{name}\n")),
        "{}",
        ran.out
    );
    assert!(
        folder
            .read(name)
            .contains("working-directory: teams/south\n")
    );
    // Where there is no name left, or the folder's is none for a workflow, it says so and writes none.
    folder.write(".github/workflows/regua-teams-west.yml", "mine");
    for place in ["teams/west", "${{ x }}"] {
        let ran = init(place);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{place}");
        assert!(ran.out.contains("No workflow was written"), "{}", ran.out);
        assert!(
            ran.out.contains(&format!("regua -C {place} check")),
            "{}",
            ran.out
        );
        assert!(ran.out.lines().all(|line| line.chars().count() <= 80));
    }
    assert_eq!(folder.read(".github/workflows/regua.yml"), first);
    assert_eq!(
        folder.read(".github/workflows/regua-teams-west.yml"),
        "mine"
    );
    let there = files_below(&folder.path().join(".github"));
    assert_eq!(there.len(), 3, "{there:?}");
    // At the top itself nothing is different.
    let top = Repository::new();
    let ran = top.run(&["init", "--yes", "--lang", "en"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        !top.folder
            .read(".github/workflows/regua.yml")
            .contains("working-directory")
    );
}
