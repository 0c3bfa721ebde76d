//! `regua okr suggest`: what an assessment lacks, as the plan of a cycle.

use super::support::{Folder, repository};

fn run(folder: &Folder, arguments: &[&str]) -> (i32, String, String) {
    let ran = folder.run(arguments);
    (ran.code, ran.out, ran.err)
}

#[test]
fn what_is_suggested_reads_without_a_word_in_both_languages() {
    for (example, language) in [
        ("otica-horizonte", "pt-BR"),
        ("otica-horizonte", "en"),
        ("saas-support", "en"),
        ("saas-support", "pt-BR"),
    ] {
        let folder = Folder::copy_of_example(example);
        let day = ["--as-of", "2026-11-20", "--lang", language];
        let arguments = [
            "okr", "suggest", "--for", "2027-Q1", "--level", "5", "--most", "5",
        ];
        let (code, text, err) = run(
            &folder,
            &[&arguments[..], &["--format", "yaml"], &day].concat(),
        );
        assert_eq!((code, err.as_str()), (0, ""), "{example}");
        let (code, _, _) = run(
            &folder,
            &[&arguments[..], &["--write", "-q"], &day].concat(),
        );
        assert_eq!(code, 0);
        assert_eq!(folder.read("okrs/2027-Q1/plan.yaml"), text);
        let (code, _, err) = run(&folder, &[&["check"], &day[..]].concat());
        assert_eq!(code, 0);
        // Nobody answers for it yet: that is what there is to say, and nothing else.
        for line in err.lines().filter(|line| line.contains("2027-Q1")) {
            assert!(line.contains("-->"), "{line}");
        }
        let kinds = err
            .lines()
            .filter(|line| line.contains('[') && line.contains("]: "));
        for kind in kinds {
            assert!(
                kind.contains("[no-owner]"),
                "{example} in {language}: {err}"
            );
        }
    }
}

#[test]
fn baselines_are_the_latest_readings_and_targets_the_next_level() {
    let folder = Folder::new();
    let path = "examples/saas-support/assessments/2026-10-31.yaml";
    let assessment = std::fs::read_to_string(repository().join(path)).unwrap();
    folder
        .write(
            "regua.yaml",
            "regua: 1\norganisation: Test\nlanguage: en\nrubrics: [customer-service]\n",
        )
        .write("assessments/one.yaml", &assessment)
        .write(
            "kpis/readings.csv",
            "kpi;period;value;numerator;denominator\nmean-response-time;2026-09;30h;;\n\
             mean-response-time;2026-10;20h;;\ncsat;2026-10;;200;300\n",
        );
    let arguments = [
        "okr",
        "suggest",
        "--for",
        "2027-Q1",
        "--level",
        "4",
        "--most",
        "5",
        "--format",
        "yaml",
        "--as-of",
        "2026-11-20",
    ];
    let (code, text, err) = run(&folder, &arguments);
    assert_eq!((code, err.as_str()), (0, ""));
    // 20 h is between the edges of levels 3 and 4; 66.67% has no short decimal, and is named by its month.
    let own = "kpi: mean-response-time\n        baseline: 20h\n        target: 12h\n";
    assert!(text.contains(own), "{text}");
    let own = "kpi: csat\n        baseline: {period: 2026-10}\n        target: ";
    assert!(text.contains(own) || text.contains("kind: keep"), "{text}");
    let (code, _, err) = run(&folder, &["okr", "suggest", "mof", "--as-of", "2026-11-20"]);
    assert_eq!(code, 2);
    assert!(err.contains("there are customer-service"), "{err}");
}

/// The plan that `init` begins with holds no objective yet: a draft goes into it, and what else stands there stays.
#[test]
fn a_plan_that_is_only_begun_takes_the_draft() {
    let begun = "# The objectives of the quarter.\nregua: 1\ncycle: 2027-Q1\nobjectives: []\n\n# An example.\n";
    let folder = Folder::copy_of_example("otica-horizonte");
    folder.write("okrs/2027-Q1/plan.yaml", begun);
    let day = ["--as-of", "2026-11-20", "--lang", "en"];
    let draft = ["okr", "suggest", "--for", "2027-Q1", "--most", "2"];
    let (code, page, err) = run(&folder, &[&draft[..], &day].concat());
    assert_eq!(code, 0, "{err}");
    let hint = "To write it as a plan: regua okr suggest --for 2027-Q1 --most 2 --write";
    assert!(page.contains(hint), "{page}");
    let (code, _, err) = run(&folder, &[&draft[..], &["--write"], &day].concat());
    assert_eq!(code, 0, "{err}");
    let plan = folder.read("okrs/2027-Q1/plan.yaml");
    let head = "# The objectives of the quarter.\nregua: 1\ncycle: 2027-Q1\n# A draft from";
    assert!(plan.starts_with(head), "{plan}");
    assert!(plan.ends_with("\n\n# An example.\n"), "{plan}");
    assert_eq!(plan.matches("    improves: ").count(), 2, "{plan}");
    // From then on it is somebody's.
    let (code, page, _) = run(&folder, &[&draft[..], &day].concat());
    assert_eq!(code, 0);
    let hint = "regua okr suggest --for 2027-Q1 --most 2 --format yaml";
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("2027-Q1 has a plan already"), "{page}");
    assert!(page.contains(hint), "{page}");
    let (code, _, err) = run(&folder, &[&draft[..], &["--write"], &day].concat());
    assert_eq!(code, 2);
    assert!(
        err.split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .contains(hint),
        "{err}"
    );
    assert_eq!(folder.read("okrs/2027-Q1/plan.yaml"), plan);
}

#[test]
fn without_an_assessment_there_is_nothing_to_suggest_from() {
    let folder = Folder::new();
    folder.write("regua.yaml", "regua: 1\norganisation: Test\nlanguage: en\n");
    let (code, out, err) = run(&folder, &["okr", "suggest"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("no assessment yet"), "{out}");
}

#[test]
fn a_level_that_no_rubric_has_is_refused_with_those_there_are() {
    let folder = Folder::copy_of_example("otica-horizonte");
    for (language, said) in [("en", "has no level `9`"), ("pt-BR", "não tem o nível `9`")] {
        let day = ["--as-of", "2026-11-20", "--lang", language];
        let asked = ["okr", "suggest", "--level", "9"];
        let (code, out, err) = run(&folder, &[&asked[..], &day].concat());
        assert_eq!((code, out.as_str()), (2, ""), "{err}");
        let told = err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(said) && told.contains("4 managed"), "{told}");
    }
}

#[test]
fn a_period_has_its_article_in_portuguese() {
    let folder = Folder::copy_of_example("otica-horizonte");
    for (period, begins) in [
        ("2027-Q1", "Um rascunho para o 1º trimestre de 2027 "),
        ("2027-S1", "Um rascunho para o 1º semestre de 2027 "),
        ("2027-W03", "Um rascunho para a semana 3 de 2027 "),
        ("2027", "Um rascunho para 2027 "),
        ("2027-02", "Um rascunho para fev. 2027 "),
    ] {
        let day = ["--as-of", "2026-11-20", "--lang", "pt-BR"];
        let asked = ["okr", "suggest", "--for", period];
        let (code, out, err) = run(&folder, &[&asked[..], &day].concat());
        assert_eq!(code, 0, "{err}");
        assert!(out.starts_with(begins), "{period}: {out}");
    }
}
