//! The formats of a report, the badge, and the schema of the model.

use crate::support::{Folder, repository, run_in};

const AS_OF: &str = "2026-11-20";

fn example(name: &str) -> Folder {
    Folder::copy_of_example(name)
}

#[test]
fn each_format_is_a_file_and_one_alone_goes_where_it_is_sent() {
    let folder = example("saas-support");
    let ran = folder.run(&[
        "report",
        "--as-of",
        AS_OF,
        "--format",
        "json,csv,md",
        "-o",
        "out",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    for file in ["out/report.json", "out/action-plan.csv", "out/report.md"] {
        assert!(ran.out.contains(file), "{}", ran.out);
        assert!(!folder.read(file).is_empty());
    }
    assert!(
        !folder.path().join("out/report.html").exists(),
        "only what was asked for"
    );

    let ran = folder.run(&[
        "report",
        "--as-of",
        AS_OF,
        "--format",
        "md",
        "-o",
        "deep/own.md",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(folder.read("deep/own.md"), folder.read("out/report.md"));
    assert!(
        folder.path().join("deep/charts").is_dir(),
        "the charts lie beside it"
    );

    let ran = folder.run(&["report", "--as-of", AS_OF, "--format", "json", "-o", "-"]);
    assert_eq!(ran.out, folder.read("out/report.json"));
    assert_eq!(ran.json()["schema"], "regua/report/1");
}

#[test]
fn what_does_not_go_together_is_refused() {
    let folder = example("saas-support");
    for (arguments, said) in [
        (&["report", "-o", "-"][..], "one format"),
        (
            &["report", "--summary", "--format", "csv"],
            "the summary is html, md or pdf",
        ),
    ] {
        let mut arguments = arguments.to_vec();
        arguments.extend(["--lang", "en"]);
        let ran = folder.run(&arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains(said), "{}", ran.err);
    }
    assert!(!folder.path().join("report").exists());
}

/// What `>> $GITHUB_STEP_SUMMARY` takes: Markdown that needs no other file.
#[test]
fn the_summary_of_a_job_is_markdown_alone() {
    for (name, level, objective) in [
        (
            "otica-horizonte",
            "**Nível 3: Repetitivo**",
            "Aumentar a eficiência",
        ),
        (
            "saas-support",
            "**Level 2: Initial**",
            "Answer well the first time",
        ),
    ] {
        let folder = example(name);
        let ran = folder.run(&[
            "report",
            "--as-of",
            AS_OF,
            "--summary",
            "--format",
            "md",
            "-o",
            "-",
        ]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.out.contains(level), "{}", ran.out);
        assert!(ran.out.contains(objective), "{}", ran.out);
        assert!(ran.out.contains("█░"), "bars are letters: {}", ran.out);
        assert!(
            !ran.out.contains("]("),
            "nothing is linked or shown from beside it"
        );
        assert!(!folder.path().join("report").exists(), "no file is written");
        for (first, second) in ran.out.lines().zip(ran.out.lines().skip(1)) {
            let begins = second.starts_with("| ") && !first.starts_with('|');
            assert!(
                !begins || first.is_empty(),
                "a table follows an empty line: {first}"
            );
        }
    }
}

#[test]
fn a_summary_of_nothing_says_so() {
    let folder = Folder::new();
    folder.write("regua.yaml", "regua: 1\norganisation: Acme\nlanguage: en\n");
    for format in ["md", "html"] {
        let ran = folder.run(&["report", "--summary", "--format", format, "-o", "-"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.out.contains("Acme"), "{}", ran.out);
    }
}

#[test]
fn the_action_plan_has_gaps_by_priority_and_the_answers_to_raise() {
    let ran =
        example("otica-horizonte").run(&["report", "--as-of", AS_OF, "--format", "csv", "-o", "-"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let mut rows = csv::Reader::from_reader(ran.out.as_bytes());
    let rows: Vec<csv::StringRecord> = rows.records().map(|row| row.expect("a row")).collect();
    let gaps: Vec<_> = rows.iter().filter(|row| &row[0] == "gap").collect();
    // 1 − 2/9, by weight 1.
    assert_eq!(&gaps[0][3], "advanced-team-development");
    assert_eq!(
        (&gaps[0][7], &gaps[0][9], &gaps[0][10]),
        ("0.222222", "0.777778", "0.777778")
    );
    let priorities: Vec<f64> = gaps
        .iter()
        .map(|row| row[10].parse().expect("a number"))
        .collect();
    assert!(
        priorities.is_sorted_by(|one, next| one >= next),
        "{priorities:?}"
    );
    let answers: Vec<_> = rows.iter().filter(|row| &row[0] == "answer").collect();
    assert!(
        answers
            .iter()
            .all(|row| row[11].starts_with(&row[3]) && !row[13].is_empty())
    );
    assert!(!answers.is_empty());
}

#[test]
fn no_cell_of_the_action_plan_begins_a_formula() {
    let folder = example("otica-horizonte");
    let overlay =
        "overlay: customer-service\ncriteria:\n  active-management: {title: '=HYPERLINK(\"x\")'}\n";
    folder.write("rubrics/customer-service.overlay.yaml", overlay);
    let ran = folder.run(&["report", "--as-of", AS_OF, "--format", "csv", "-o", "-"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.out.contains("\"'=HYPERLINK(\"\"x\"\")\""),
        "{}",
        ran.out
    );
}

#[test]
fn a_pdf_is_printed_the_same_twice() {
    let folder = example("saas-support");
    for name in ["one.pdf", "two.pdf"] {
        // The browser is found as it is where the program runs.
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_regua"))
            .args(["report", "--as-of", AS_OF, "--format", "pdf", "-o", name])
            .current_dir(folder.path())
            .output()
            .expect("the program runs");
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{err}");
    }
    let bytes = |name: &str| std::fs::read(folder.path().join(name)).expect("the file is there");
    let one = bytes("one.pdf");
    assert!(one.starts_with(b"%PDF-"));
    assert!(one == bytes("two.pdf"), "the moment of printing shows");
}

#[test]
fn without_a_browser_the_pdf_says_how_to_get_one() {
    let folder = example("saas-support");
    for (variable, path, language, said) in [
        ("CHROMIUM", "", "en", "no Chromium is installed"),
        ("CHROMIUM", "", "pt-BR", "não há um Chromium instalado"),
        (
            "CHROMIUM",
            "/nowhere/chromium",
            "en",
            "CHROMIUM names /nowhere/chromium",
        ),
    ] {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_regua"))
            .args([
                "report", "--as-of", AS_OF, "--format", "pdf", "--lang", language,
            ])
            .current_dir(folder.path())
            .env("PATH", "")
            .env_remove("CHROME")
            .env(variable, path)
            .output()
            .expect("the program runs");
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(3), "{err}");
        assert!(err.contains(said), "{err}");
        assert!(err.lines().all(|line| line.chars().count() <= 80), "{err}");
    }
    assert!(!folder.path().join("report").exists());
}

#[test]
fn the_brand_is_on_the_cover_and_in_the_charts() {
    let folder = example("otica-horizonte");
    let settings = folder.read("regua.yaml");
    let brand = "report:\n  client: {pt-BR: Ótica Aurora, en: Aurora Optics}\n  prepared_by: Meridiano\n  \
                 confidentiality: Uso restrito\n  logo: marca/logo.svg\n  colours: {accent: \"#8A1C4A\"}\n";
    folder.write("regua.yaml", &format!("{settings}{brand}"));
    let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><rect width=\"1\" height=\"1\"/></svg>\n";
    folder.write("marca/logo.svg", logo);
    let ran = folder.run(&["report", "--as-of", AS_OF]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let html = folder.read("report/report.html");
    for text in [
        "Ótica Aurora</h1>",
        "Meridiano",
        "Uso restrito",
        "data:image/svg+xml;base64,PHN2ZyB4",
        "--accent:#8a1c4a",
    ] {
        assert!(html.contains(text), "{text}");
    }
    let chart = folder.read("report/charts/customer-service-radar.svg");
    assert!(
        chart.contains("--accent: #8a1c4a"),
        "the charts take it too"
    );
    let english = folder.run(&[
        "report", "--as-of", AS_OF, "--lang", "en", "--format", "json", "-o", "-",
    ]);
    let brand = &english.json()["brand"];
    assert_eq!(brand["client"], "Aurora Optics");
    // The accent is too dark for dark pages, and is made lighter there until it can be read.
    assert_ne!(brand["accent_dark"], brand["accent"]);
}

/// Whom a page is for stands in its title, and who made it and may read it beside the day, whatever the format.
#[test]
fn every_page_says_for_whom_by_whom_and_in_what_confidence_it_is() {
    let folder = example("saas-support");
    let settings = folder.read("regua.yaml");
    let brand =
        "report: {client: Aurora Ltd, prepared_by: Meridian, confidentiality: Confidential}\n";
    folder.write("regua.yaml", &format!("{settings}{brand}"));
    for summary in [&[][..], &["--summary"]] {
        let mut arguments = vec!["report", "--as-of", AS_OF, "--lang", "en"];
        arguments.extend(summary);
        let ran = folder.run(&arguments);
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
    for (page, title) in [
        (
            "report.html",
            "<title>Aurora Ltd: maturity, KPIs and OKRs</title>",
        ),
        ("summary.html", "<title>Aurora Ltd: Summary</title>"),
        ("report.md", "# Aurora Ltd: Maturity, KPIs and OKRs\n"),
        ("summary.md", "# Aurora Ltd: Summary\n"),
    ] {
        let text = folder.read(&format!("report/{page}"));
        for words in [title, "Meridian", "Confidential"] {
            assert!(text.contains(words), "{page}: {words}");
        }
        if page.ends_with(".md") {
            let line = "Position as of 20 Nov 2026 · Prepared by Meridian · Confidential\n\n";
            assert!(text.contains(line), "{page}\n{text}");
        }
    }
}

#[test]
fn a_summary_says_what_was_assessed_and_when() {
    for (name, language, html, markdown) in [
        (
            "saas-support",
            "en",
            [
                "<h2>Customer Service &amp; Support</h2>",
                " · Assessed on 31 Oct 2026</p>",
            ],
            "## Customer Service & Support\n\nAssessed on 31 Oct 2026",
        ),
        (
            "otica-horizonte",
            "pt-BR",
            [
                "<b>Atendimento ao Cliente e Suporte</b></p>",
                " · Avaliação de 30/09/2026</p>",
            ],
            "## Atendimento ao Cliente e Suporte\n\nAvaliação de 30/09/2026",
        ),
    ] {
        let folder = example(name);
        let ran = folder.run(&["report", "--summary", "--as-of", AS_OF, "--lang", language]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let page = folder.read("report/summary.html");
        for part in html {
            assert!(page.contains(part), "{name}: {part}");
        }
        let summary = folder.read("report/summary.md");
        assert!(summary.contains(markdown), "{name}: {summary}");
    }
}

/// The colours that a brand is held against are those of the pages.
#[test]
fn the_papers_are_those_of_the_templates() {
    use regua::model::Paper;
    for (paper, file) in [(Paper::Light, "light"), (Paper::Dark, "dark")] {
        let path = repository().join(format!("templates/chart/{file}.css.j2"));
        let css = std::fs::read_to_string(path).expect("the template is there");
        let [page, ground] = paper.grounds();
        assert!(css.contains(&format!("--paper: {page};")), "{page}");
        assert!(css.contains(&format!("--ground: {ground};")), "{ground}");
    }
}

#[test]
fn a_badge_says_level_and_target_or_progress_and_status() {
    let folder = example("otica-horizonte");
    for (arguments, value, colour) in [
        (&["badge"][..], "nível 3 de 5 · meta 4", "#855400"),
        (&["badge", "--cycle", "2026-Q4"], "· em risco", "#a5301d"),
        (&["badge", "--rubric", "service-levels"], "de 1", "#0e5a6b"),
        (
            &["badge", "--lang", "en"],
            "level 3 of 5 · target 4",
            "#855400",
        ),
    ] {
        let mut arguments = arguments.to_vec();
        arguments.extend(["--as-of", AS_OF]);
        let ran = folder.run(&arguments);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.out.contains(&format!("{value}</text>")), "{}", ran.out);
        assert!(ran.out.contains(colour), "{}", ran.out);
        assert!(ran.out.contains("role=\"img\""), "{}", ran.out);
        assert!(!ran.out.contains('⟦'), "{}", ran.out);
    }
    let ran = folder.run(&[
        "badge",
        "--as-of",
        AS_OF,
        "--label",
        "<b>&",
        "-o",
        "deep/badge.svg",
    ]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    assert!(
        folder
            .read("deep/badge.svg")
            .contains(">&lt;b&gt;&amp;</text>")
    );
}

#[test]
fn a_badge_of_nothing_is_refused() {
    let folder = Folder::new();
    folder.write("regua.yaml", "regua: 1\norganisation: Acme\nlanguage: en\n");
    let ran = folder.run(&["badge"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("nothing is assessed yet"), "{}", ran.err);
    let ran = folder.run(&["badge", "--cycle", "2026-Q4"]);
    assert_eq!(ran.code, 2);
}

#[test]
fn every_report_is_as_the_schema_says() {
    let schema = run_in(&repository(), &["schema", "report"]).json();
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let empty = Folder::new();
    empty.write("regua.yaml", "regua: 1\norganisation: Acme\nlanguage: en\n");
    for folder in [example("otica-horizonte"), example("saas-support"), empty] {
        let ran = folder.run(&["report", "--as-of", AS_OF, "--format", "json", "-o", "-"]);
        let report = ran.json();
        let wrong: Vec<String> = validator
            .iter_errors(&report)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
    assert!(!validator.is_valid(&serde_json::json!({"schema": "regua/report/1"})));
}

/// A page that nobody described cannot be replaced by anyone: each field of the model says what it is.
#[test]
fn every_field_of_the_model_is_described() {
    let schema = run_in(&repository(), &["schema", "report"]).json();
    let definitions = schema["$defs"].as_object().expect("definitions");
    let mut seen = 0;
    for (name, definition) in definitions {
        let Some(fields) = definition["properties"].as_object() else {
            continue;
        };
        for (field, own) in fields {
            assert!(own["description"].is_string(), "{name}.{field}");
            seen += 1;
        }
    }
    assert!(seen > 100, "only {seen} fields were found");
}
