//! The report of both examples: the same bytes, the same figures, and a page that a real browser finds
//! no fault with.

use std::collections::BTreeMap;

use regua::locale::Locale;
use regua::model::{Exact, Language};
use serde_json::Value;

use crate::browser::{Browser, TemporaryDirectory};
use crate::models::{self, Answers, CHECKLIST, in_order};
use crate::support::{Folder, files_below};

const AS_OF: &str = "2026-11-20";
const EXAMPLES: [&str; 2] = ["otica-horizonte", "saas-support"];

/// The files of a report, by path.
pub(crate) fn report(folder: &Folder, output: &str, language: &str) -> BTreeMap<String, String> {
    let ran = folder.run(&[
        "report", "--as-of", AS_OF, "--lang", language, "--output", output,
    ]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let below = folder.path().join(output);
    files_below(&below)
        .into_iter()
        .map(|file| {
            let text = folder.read(&format!("{output}/{file}"));
            (file, text)
        })
        .collect()
}

#[test]
fn the_same_files_give_the_same_bytes() {
    for example in EXAMPLES {
        let (one, other) = (
            Folder::copy_of_example(example),
            Folder::copy_of_example(example),
        );
        let first = report(&one, "first", "pt-BR");
        assert!(first.contains_key("report.html") && first.contains_key("report.md"));
        assert_eq!(
            first,
            report(&one, "second", "pt-BR"),
            "{example}, run twice"
        );
        assert_eq!(
            first,
            report(&other, "first", "pt-BR"),
            "{example}, in another folder"
        );
        for (name, text) in &first {
            let path = one.path().to_string_lossy();
            assert!(
                !text.contains(path.as_ref()),
                "{name} tells where it was made"
            );
        }
    }
}

/// A page that goes by mail, with room for what the next version adds.
#[test]
fn the_page_of_an_example_is_small() {
    let folder = Folder::copy_of_example("otica-horizonte");
    for language in ["pt-BR", "en"] {
        let bytes = report(&folder, language, language)["report.html"].len();
        assert!(bytes <= 248_000, "{language}: {bytes} bytes");
    }
}

#[test]
fn every_chart_of_the_markdown_is_written_and_every_written_chart_is_shown() {
    for example in EXAMPLES {
        let files = report(&Folder::copy_of_example(example), "out", "en");
        let markdown = &files["report.md"];
        let shown: Vec<&str> = markdown
            .split("](charts/")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
            .collect();
        assert!(shown.len() >= 5, "{example} shows {shown:?}");
        for chart in &shown {
            assert!(
                files.contains_key(&format!("charts/{chart}")),
                "{example}: {chart} is not written"
            );
        }
        for file in files.keys().filter_map(|file| file.strip_prefix("charts/")) {
            assert!(shown.contains(&file), "{example}: {file} is shown nowhere");
        }
    }
}

#[test]
fn numbers_and_dates_read_as_each_language_writes_them() {
    let folder = Folder::copy_of_example("otica-horizonte");
    let portuguese = report(&folder, "pt", "pt-BR");
    let english = report(&folder, "en", "en");
    for file in ["report.html", "report.md"] {
        // The practice score of the second assessment, worked out in scoring.rs: 3.286550.
        assert!(portuguese[file].contains("3,29"), "{file}");
        assert!(english[file].contains("3.29"), "{file}");
        assert!(!english[file].contains("3,29"), "{file}");
    }
    assert!(portuguese["report.md"].contains("30/09/2026"));
    assert!(english["report.md"].contains("30 Sep 2026"));
    assert!(portuguese["report.html"].contains("30/09/2026"));
    assert!(english["report.html"].contains("30 Sep 2026"));
    assert!(portuguese["report.html"].contains("<html lang=\"pt-BR\""));
    assert!(english["report.html"].contains("<html lang=\"en\""));
}

/// Every number of the JSON result with its path, levels and counts included.
fn figures(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Number(number) => found.push((path.to_owned(), number.to_string())),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                figures(item, &format!("{path}[{index}]"), found);
            }
        }
        Value::Object(entries) => {
            for (key, item) in entries {
                figures(item, &format!("{path}.{key}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

/// How a figure of the result is written in the report, which depends on what it is.
fn written(path: &str, figure: &Exact, locale: &Locale) -> String {
    let key = path.rsplit('.').next().unwrap().split('[').next().unwrap();
    match key {
        "practice_score" | "outcome_score" | "index" | "interval" => locale.number(figure, 2),
        "practice_score_after" | "index_after" | "priority" => locale.number(figure, 2),
        "practice_score_change" | "index_change" => locale.signed(figure, 2),
        "gap" => locale.percent(figure, 0),
        "observed_pace" | "required_pace" => locale.number(figure, 4),
        "weight" | "level_after" | "planned_level" => locale.number_short(figure, 2),
        "coverage"
        | "percent_to_target"
        | "progress"
        | "expected"
        | "elapsed"
        | "next_level_progress" => locale.percent(figure, 0),
        "value" if path.contains(".criteria") => locale.percent(figure, 0),
        "value" | "baseline" | "target" | "level" | "confidence" | "practice_maximum" => {
            locale.number_short(figure, 2)
        }
        other => panic!("the result has a figure {other:?} that no rule here knows how to find"),
    }
}

#[test]
fn every_figure_of_the_report_is_the_one_of_the_result() {
    let mut compared = 0;
    for example in EXAMPLES {
        for language in Language::ALL {
            let folder = Folder::copy_of_example(example);
            let locale = Locale::new(language);
            let markdown =
                &report(&folder, "out", language.tag())["report.md"].replace('\u{a0}', " ");
            let mut result = folder
                .run(&["score", "--format", "json", "--as-of", AS_OF])
                .json();
            drop_paces_of_no_use(&mut result["okrs"]);
            // Of several assessments the report shows the latest in full; headlines of the one before too.
            let mut found = Vec::new();
            for latest in latest_by_rubric(&result) {
                figures(latest, "assessments", &mut found);
            }
            figures(&result["okrs"], "okrs", &mut found);
            for (path, number) in found {
                let exact = Exact::parse(&number).expect("the result holds plain decimals");
                let text = written(&path, &exact, &locale);
                assert!(
                    markdown.contains(&text),
                    "{example}, {language}: {path} is {number}, so {text}"
                );
                compared += 1;
            }
        }
    }
    assert!(compared > 400, "only {compared} figures were compared");
}

/// Takes out the pace that is needed where the readings lead to the target or are there: the report has no use for it.
fn drop_paces_of_no_use(value: &mut serde_json::Value) {
    use serde_json::Value;
    match value {
        Value::Array(all) => all.iter_mut().for_each(drop_paces_of_no_use),
        Value::Object(own) => {
            let is_there = own.get("status") == Some(&Value::from("achieved"));
            if let Some(Value::Object(forecast)) = own.get_mut("forecast") {
                let progress = forecast["progress"].as_f64();
                if is_there || progress.is_some_and(|progress| progress >= 1.0) {
                    forecast.remove("required_pace");
                }
            }
            own.values_mut().for_each(drop_paces_of_no_use);
        }
        _ => {}
    }
}

/// The latest assessment by each rubric, in the order of the result.
fn latest_by_rubric(result: &serde_json::Value) -> Vec<&serde_json::Value> {
    let all = result["assessments"].as_array().unwrap();
    let is_latest = |index: &usize| {
        let later = &all[index + 1..];
        later
            .iter()
            .all(|one| one["rubric"] != all[*index]["rubric"])
    };
    (0..all.len())
        .filter(is_latest)
        .map(|index| &all[index])
        .collect()
}

#[test]
fn the_report_model_and_the_result_agree_figure_by_figure() {
    use regua::report::document::Report;
    use regua::report::score::ScoreDocument;
    for example in EXAMPLES {
        let path = crate::support::repository().join("examples").join(example);
        let root = regua::workspace::find(Some(&path)).expect("the example is there");
        let inputs = regua::workspace::read(&root).expect("the example can be read");
        let day = regua::model::parse_day(AS_OF).unwrap();
        let read = regua::read::workspace(inputs, day);
        let workspace = read.workspace.expect("the example is fine");
        let scores = regua::score::workspace(&workspace, day);
        let result = serde_json::to_value(ScoreDocument::new(&workspace, &scores)).unwrap();
        let locale = Locale::new(Language::English);
        let report = Report::new(&workspace, &scores, &read.sources, &locale);
        let report = serde_json::to_value(&report).unwrap();

        let own = &report["assessments"][0];
        let other = latest_by_rubric(&result)[0];
        for key in ["practice_score", "outcome_score", "index", "coverage"] {
            assert_same(&own[key], &other[key], key);
        }
        assert_eq!(own["level"]["number"], other["level"]);
        assert_same(
            &own["next_level"]["progress"],
            &other["next_level_progress"],
            "next level",
        );
        let (target, number) = (&own["target"], &other["target"]);
        assert_same(
            &target["percent_to_target"],
            &number["percent_to_target"],
            "target",
        );
        for side in 0..2 {
            assert_same(&own["interval"][side], &other["interval"][side], "interval");
        }
        assert_eq!(
            own["contradictions"].as_array().unwrap().len(),
            0,
            "{example}"
        );
        assert_eq!(
            other["contradictions"].as_array().unwrap().len(),
            0,
            "{example}"
        );
        pairs(&own["dimensions"], &other["dimensions"], |own, other| {
            assert_eq!(own["level"], other["level"]);
            assert_same(
                &own["practice_score"],
                &other["practice_score"],
                "dimension",
            );
            assert_same(&own["maximum"], &other["practice_maximum"], "maximum");
            assert_same(&own["coverage"], &other["coverage"], "coverage");
        });
        pairs(&own["criteria"], &other["criteria"], |own, other| {
            assert_same(&own["value"], &other["value"], "criterion");
            assert_eq!(own["rating"], other["rating"]);
            assert_eq!(own["state"], other["state"]);
        });
        pairs(&report["kpis"], &other["kpis"], |own, other| {
            assert_same(&own["value"], &other["value"], "KPI");
            assert_same(&own["level"], &other["level"], "KPI level");
            assert_eq!(own["stale"], other["stale"]);
        });
        pairs(&report["cycles"], &result["okrs"], |own, other| {
            assert_same(&own["progress"], &other["progress"], "cycle");
            pairs(&own["objectives"], &other["objectives"], |own, other| {
                assert_same(&own["progress"], &other["progress"], "objective");
                assert_eq!(own["status"], other["status"]);
                pairs(&own["key_results"], &other["key_results"], |own, other| {
                    for key in ["baseline", "target", "value", "progress", "expected"] {
                        assert_same(&own[key], &other[key], key);
                    }
                    for key in ["status", "flags", "confidence", "due", "kind"] {
                        assert_eq!(own[key], other[key], "{key}");
                    }
                });
            });
        });
    }
}

/// Compares two lists item by item, by the order both have.
#[track_caller]
fn pairs(own: &Value, other: &Value, compare: impl Fn(&Value, &Value)) {
    let (own, other) = (own.as_array().unwrap(), other.as_array().unwrap());
    assert_eq!(own.len(), other.len());
    assert!(!own.is_empty());
    for (own, other) in own.iter().zip(other) {
        let id = if other["id"].is_null() {
            &other["cycle"]
        } else {
            &other["id"]
        };
        assert_eq!(&own["id"], id);
        compare(own, other);
    }
}

/// A figure of the report, exact, and a number of the result, rounded to six places.
#[track_caller]
fn assert_same(figure: &Value, number: &Value, what: &str) {
    match (figure, number) {
        (Value::Null, Value::Null) => {}
        (Value::String(figure), Value::Number(number)) => {
            let figure = Exact::parse_displayed(figure).expect("a figure is a number");
            let number = Exact::parse(&number.to_string()).expect("a number is a decimal");
            assert_eq!(figure.rounded(6), number.rounded(6), "{what}");
        }
        (figure, number) => panic!("{what}: {figure} against {number}"),
    }
}

#[test]
fn a_browser_finds_no_fault_with_the_report() {
    let browser = Browser::launch();
    let directory = TemporaryDirectory::new();
    for example in EXAMPLES {
        let folder = Folder::copy_of_example(example);
        for language in Language::ALL {
            let files = report(&folder, language.tag(), language.tag());
            let path =
                directory.write(&format!("{example}-{language}.html"), &files["report.html"]);
            let page = browser.page();
            for scheme in ["light", "dark"] {
                for width in [1280, 375] {
                    page.set_viewport(width, 900);
                    page.emulate("screen", scheme);
                    page.open(&path);
                    let what = format!("{example}, {language}, {scheme}, {width} px");
                    page.evaluate(
                        "document.querySelectorAll('details').forEach(d => d.open = true)",
                    );
                    let violations = page.axe();
                    assert!(violations.is_empty(), "{what}: {violations:#?}");
                    assert_eq!(page.horizontal_overflow(), 0, "{what} scrolls sideways");
                    let overlaps = page.overlapping_svg_texts();
                    assert!(overlaps.is_empty(), "{what}: {overlaps:#?}");
                    assert!(page.console().is_empty(), "{what}: {:#?}", page.console());
                    assert!(page.requests().is_empty(), "{what}: {:#?}", page.requests());
                }
            }
            page.emulate("print", "light");
            let printed = directory.path().join(format!("{example}-{language}.pdf"));
            page.pdf(&printed);
            let bytes = std::fs::read(&printed).expect("the PDF is written");
            assert!(
                bytes.starts_with(b"%PDF-") && bytes.len() > 20_000,
                "{example} prints"
            );
        }
    }
}

/// The checklist, which has no levels, for the second time.
fn checklist() -> Folder {
    let items = CHECKLIST.map(str::to_owned).to_vec();
    let folder = models::assessed("checklist", &in_order(items, "yes no yes n/a - yes"));
    folder.write(
        "assessments/before.yaml",
        "regua: 1\nrubric: checklist\ndate: 2026-06-30\nanswers: {backups: no}\n",
    );
    folder
}

/// ENISA's self-check, whose score makes the level, on the way from level 2 to level 3.
fn enisa() -> Folder {
    let mut answers = Answers::new();
    let rows = [
        "5 5 4 5 5",
        "1 2 1 1 1",
        "3 2 4 1 5",
        "2 2 2 2 1",
        "4 5 4 5 4",
    ];
    for (position, row) in rows.into_iter().enumerate() {
        answers.extend(in_order(models::questions(position + 1), row));
    }
    let folder = models::assessed("enisa", &answers);
    let settings = folder.read("regua.yaml");
    folder.write(
        "regua.yaml",
        &format!("{settings}targets: {{enisa: {{level: 3, by: 2027-Q2}}}}\n"),
    );
    folder
}

/// A rubric whose scores reach below zero and make the level, with a KPI.
fn below_zero() -> Folder {
    let folder = Folder::new();
    folder
        .write("regua.yaml", "regua: 1\norganisation: Mood\nrubrics: [mood]\n")
        .write(
            "rubrics/mood.yaml",
            "regua: 1
id: mood
levels: [{id: sour, number: 1}, {id: fair, number: 2, summary: Neither good nor bad.}, {id: glad, number: 3}]
dimensions: [{id: work}, {id: pay}, {id: people}]
scales: {change: {min: -2, max: 2}}
criteria:
  - {id: work, dimension: work, scale: change}
  - {id: pay, dimension: pay, scale: change}
  - {id: people, dimension: people, scale: change}
kpis: [{id: stay, unit: \"%\", direction: higher, bands: {2: 50%, 3: 90%}}]
rules: {level: {method: banded, bands: {2: -0.5, 3: 1.9}, decimals: 1}}
",
        )
        .write(
            "assessments/one.yaml",
            "regua: 1\nrubric: mood\ndate: 2026-09-30\nanswers: {work: -2, pay: -1, people: 1.5}\n",
        )
        .write(
            "kpis/stay.yaml",
            "regua: 1\nreadings: [{kpi: stay, period: 2026-09, value: 80%}]\n",
        );
    folder
}

#[test]
fn a_report_speaks_of_levels_as_far_as_the_rubric_has_them() {
    #[track_caller]
    fn case(folder: &Folder, language: &str, said: &[&str], unsaid: &[&str]) {
        let markdown = &report(folder, "out", language)["report.md"];
        for text in said {
            assert!(markdown.contains(text), "{text}: {markdown}");
        }
        for text in unsaid {
            assert!(!markdown.contains(text), "{text}: {markdown}");
        }
    }
    case(
        &checklist(),
        "en",
        &[
            "does not give the whole a level",
            "**Scores by dimension**",
            "| Dimension | Practice | Practice before | Coverage |",
            "This rubric gives no levels. An unanswered criterion counts as zero.",
            "The mean of the criteria by their weights, on the scale of the answers: from 0 to 1.",
        ],
        &[
            "| Level |",
            "heatmap",
            "floor of the scale",
            "The rule sets how many",
            "What each level",
        ],
    );
    case(
        &enisa(),
        "en",
        &[
            "**The maturity level is 2 of 3 (intermediate), with a practice score of 3.04.**",
            "A practice score of 4 makes level 3 (advanced); it is 3.04 now, 31% of the way from the present level.",
            "The centre is 1.",
            "- **1 basic.** practice scores below 2.6",
            "- **2 intermediate.** practice scores from 2.6 on",
            "Where the bands begin: level 2 (intermediate) at 2.6; level 3 (advanced) at 4. Below the first of \
             them lies level 1 (basic). The score is rounded to one decimal, half up, before it is held",
            "from 1 to 5. The score of the whole is the mean of its dimensions’ scores by their weights.",
            "the target is the score at which the level begins",
        ],
        &[
            "| Dimension | Level |",
            "heatmap",
            "floor of the scale",
            "Blocked by",
        ],
    );
    case(
        &enisa(),
        "pt-BR",
        &[
            "Onde começam as faixas: nível 2 (intermediate) em 2,6; nível 3 (advanced) em 4. Abaixo da primeira \
             vale o nível 1 (basic). Antes da comparação, a pontuação é arredondada para uma casa decimal",
            "O nível 3 (advanced) começa na pontuação de práticas 4; hoje ela é 3,04, 31% do caminho a partir do nível atual.",
        ],
        &["piso da escala"],
    );
    // Nobody answered yet: no score, and so no level.
    case(
        &models::assessed("enisa", &Answers::new()),
        "en",
        &[
            "There are not enough answers yet to tell a level or a score.",
            "| Level | – |",
        ],
        &["No level is reached yet", "What stands before"],
    );
    case(
        &below_zero(),
        "en",
        &[
            "**The maturity level is 2 of 3 (fair), with an index of ",
            "The centre is −2.",
            "- **2 fair.** practice scores from −0.5 on: Neither good nor bad.",
            "| Outcome | 2.75 |",
            "The index is the practice score: the levels of KPIs lie on another scale",
        ],
        &["| Target level |"],
    );
    // Levels of criteria that make a score and no level.
    case(
        &models::assessed("samm", &Answers::new()),
        "en",
        &[
            "Hatching: the dimension does not define it.",
            "samm-heatmap.svg",
        ],
        &["| Level |", "| Dimension | Level |", "holds this level"],
    );
}

#[test]
fn a_browser_finds_no_fault_with_a_report_without_levels_of_criteria() {
    let browser = Browser::launch();
    let directory = TemporaryDirectory::new();
    let folders = [
        ("checklist", checklist()),
        ("enisa", enisa()),
        ("below-zero", below_zero()),
        ("enisa-silent", models::assessed("enisa", &Answers::new())),
        (
            "checklist-silent",
            models::assessed("checklist", &Answers::new()),
        ),
    ];
    let page = browser.page();
    for (name, folder) in &folders {
        for language in Language::ALL {
            let files = report(folder, language.tag(), language.tag());
            let path = directory.write(&format!("{name}-{language}.html"), &files["report.html"]);
            for (scheme, width) in [("light", 1280), ("dark", 375)] {
                page.set_viewport(width, 900);
                page.emulate("screen", scheme);
                page.open(&path);
                let what = format!("{name}, {language}, {scheme}, {width} px");
                let violations = page.axe();
                assert!(violations.is_empty(), "{what}: {violations:#?}");
                assert_eq!(page.horizontal_overflow(), 0, "{what} scrolls sideways");
                let overlaps = page.overlapping_svg_texts();
                assert!(overlaps.is_empty(), "{what}: {overlaps:#?}");
                assert!(page.console().is_empty(), "{what}: {:#?}", page.console());
            }
            for shown in files["report.md"].split("](charts/").skip(1) {
                let chart = shown.split(')').next().unwrap_or_default();
                assert!(
                    files.contains_key(&format!("charts/{chart}")),
                    "{name}: {chart}"
                );
            }
        }
    }
}

#[test]
fn charts_stand_alone_without_fault() {
    let browser = Browser::launch();
    let directory = TemporaryDirectory::new();
    let files = report(&Folder::copy_of_example("otica-horizonte"), "out", "pt-BR");
    let page = browser.page();
    let mut seen = 0;
    for (name, text) in files.iter().filter(|(name, _)| name.ends_with(".svg")) {
        let path = directory.write(&name.replace('/', "-"), text);
        page.open(&path);
        let root = page.evaluate("document.documentElement.nodeName");
        assert_eq!(root, "svg", "{name} is well-formed");
        let title = page.evaluate("document.querySelector('title').textContent");
        assert!(
            title.as_str().is_some_and(|title| !title.is_empty()),
            "{name} has a title"
        );
        assert!(
            page.overlapping_svg_texts().is_empty(),
            "{name}: {:?}",
            page.overlapping_svg_texts()
        );
        assert!(page.console().is_empty(), "{name}: {:?}", page.console());
        assert!(page.requests().is_empty(), "{name}: {:?}", page.requests());
        seen += 1;
    }
    assert!(seen >= 9, "only {seen} charts were seen");
}

#[test]
fn a_workspace_with_nothing_in_it_has_a_report_too() {
    let browser = Browser::launch();
    let folder = Folder::new();
    folder.write("regua.yaml", "regua: 1\norganisation: Nova\n");
    let files = report(&folder, "out", "pt-BR");
    let directory = TemporaryDirectory::new();
    let path = directory.write("report.html", &files["report.html"]);
    let page = browser.page();
    page.open(&path);
    assert!(page.axe().is_empty(), "{:#?}", page.axe());
    assert!(page.console().is_empty(), "{:#?}", page.console());
}

#[test]
fn a_report_says_which_answers_cannot_both_hold() {
    let folder = Folder::copy_of_example("saas-support");
    let assessment = "assessments/2026-10-31.yaml";
    let text = folder.read(assessment);
    folder.write(assessment, &text.replace("no-record: no", "no-record: yes"));
    let files = report(&folder, "out", "en");
    for file in ["report.html", "report.md"] {
        assert!(files[file].contains("Answers that cannot stand"), "{file}");
    }
    let directory = TemporaryDirectory::new();
    let path = directory.write("report.html", &files["report.html"]);
    let browser = Browser::launch();
    let page = browser.page();
    page.open(&path);
    assert!(page.axe().is_empty(), "{:#?}", page.axe());
}

#[test]
fn text_from_files_never_becomes_live() {
    let payloads = [
        "<script>window.ran = 1</script>",
        "<img src=x onerror='window.ran = 1'>",
        "![x](https://example.org/x.png)",
        "[x](javascript:window.ran=1)",
        "\"><svg onload=window.ran=1>",
        "{{ 7919 * 7907 }}{% raw %}",
        "</style><script>window.ran=1</script>",
    ];
    let quoted: Vec<String> = payloads
        .iter()
        .map(|text| format!("'{}'", text.replace('\'', "''")))
        .collect();
    let browser = Browser::launch();
    let directory = TemporaryDirectory::new();
    let page = browser.page();
    for (index, payload) in quoted.iter().enumerate() {
        let folder = Folder::new();
        folder
            .write("regua.yaml", &format!("regua: 1\norganisation: {payload}\nrubrics: [customer-service, sfia-csmg]\n"))
            .write(
                "assessments/a.yaml",
                &format!(
                    "regua: 1\nrubric: customer-service\ndate: 2026-09-30\nscope: {payload}\nanswers:\n  \
                     basic-answers.answered: {{choice: fully, note: {payload}, evidence: [{{title: {payload}, href: {payload}}}]}}\n  \
                     benchmarking.compared: {{not_applicable: {payload}}}\n"
                ),
            )
            .write(
                "people/team.yaml",
                &format!(
                    "regua: 1\nroles: [{{id: agent, title: {payload}, requires: {{csmg: 3}}}}]\n\
                     people: [{{id: ana, name: {payload}, role: agent}}, {{id: bruno, name: {payload}}}]\n"
                ),
            )
            .write(
                "assessments/ana.yaml",
                &format!(
                    "regua: 1\nrubric: sfia-csmg\ndate: 2026-09-30\nperson: ana\nby: manager\nanswers:\n  \
                     routine-contacts.enquiries: {{choice: fully, note: {payload}, evidence: [{{title: {payload}, href: {payload}}}]}}\n  \
                     accurate-records: {{not_applicable: {payload}}}\n"
                ),
            )
            .write(
                "assessments/ana-own.yaml",
                "regua: 1\nrubric: sfia-csmg\ndate: 2026-09-30\nperson: ana\nby: self\nanswers: {routine-contacts.enquiries: fully}\n",
            )
            .write(
                "kpis/levels.yaml",
                &format!(
                    "regua: 1\nservice_levels: [{{id: reply, title: {payload}, within: 8h, goal: 90%, window: month}}]\n\
                     readings: [{{service_level: reply, period: 2026-09, met: 8, breached: 2}}]\n"
                ),
            )
            .write(
                "kpis/k.yaml",
                &format!(
                    "regua: 1\nreadings:\n  - {{kpi: csat, period: 2026-09, numerator: 8, denominator: 10, segment: {payload}, note: {payload}}}\n"
                ),
            )
            .write(
                "okrs/2026-Q4/plan.yaml",
                &format!(
                    "regua: 1\ncycle: 2026-Q4\nobjectives:\n  - id: one\n    title: {payload}\n    owner: {payload}\n    \
                     key_results:\n      - {{id: a, title: {payload}, deliverable: {payload}, source: {payload}, unit: {payload}, baseline: 0, target: 3}}\n"
                ),
            )
            .write(
                "okrs/2026-Q4/check-ins.yaml",
                &format!("- {{date: 2026-11-01, key_result: a, value: 1, note: {payload}, by: {payload}}}\n"),
            );
        let files = report(&folder, "out", "en");
        let path = directory.write(&format!("payload-{index}.html"), &files["report.html"]);
        page.open(&path);
        let ran = page.evaluate("window.ran === undefined ? 'nothing' : 'ran'");
        assert_eq!(ran, "nothing", "{payload}");
        assert!(
            page.requests().is_empty(),
            "{payload}: {:?}",
            page.requests()
        );
        let live = page.evaluate("document.querySelectorAll('script, img, iframe, [onerror], [onload], a[href^=\"javascript\"]').length");
        assert_eq!(live, 1, "{payload}: the page's own script and nothing else");
        let words = page.evaluate("document.body.textContent.includes('62615533')");
        assert_eq!(words, false, "{payload} was computed");
        for (name, text) in files.iter().filter(|(name, _)| name.ends_with(".svg")) {
            let live = ["<script", "<img", "<svg onload", "<style><"];
            assert!(
                !live.iter().any(|tag| text.contains(tag)),
                "{name}: {payload}"
            );
        }
    }
}

#[test]
fn a_question_that_a_reading_answers_shows_the_reading_and_not_who_was_overruled() {
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            "regua: 1\norganisation: Test\nrubrics: [ruler]\n",
        )
        .write(
            "rubrics/ruler.yaml",
            "regua: 1
id: ruler
floor: 1
levels: [{id: one, number: 1}, {id: two, number: 2}]
dimensions: [{id: d}]
criteria: [{id: speed, level: 2, dimension: d, scale: percent, text: Is it quick?, kpi: solved}]
kpis: [{id: solved, unit: \"%\", direction: higher, bands: {1: 40%, 2: 80%}}]
",
        )
        .write(
            "assessments/one.yaml",
            "regua: 1\nrubric: ruler\ndate: 2026-11-02\nanswers: {speed: 10%}\n",
        )
        .write(
            "kpis/solved.yaml",
            "regua: 1\nreadings: [{kpi: solved, period: 2026-10, value: 70%}]\n",
        );
    let files = report(&folder, "out", "en");
    let sentence = "<li class=read><div>Is it quick?</div><p>70%, the reading of “solved”";
    assert!(
        files["report.html"].contains(sentence),
        "it has a line of its own"
    );
    let markdown = &files["report.md"];
    // 70 % is three quarters of the way from level 1 to level 2.
    assert!(markdown.contains("Is it quick? **70%, the reading of “solved”**"));
    assert!(!markdown.contains("10%**"), "{markdown}");
    let row = "| `speed` | 70%, the reading of “solved” | 0.75 | 1 | Answered | – |";
    assert!(markdown.contains(row), "{markdown}");
}

#[test]
fn a_target_of_a_kpi_says_whether_it_was_reached_once_its_day_has_passed() {
    let folder = Folder::copy_of_example("otica-horizonte");
    let targets = |day: &str, language: &str| {
        let ran = folder.run(&[
            "report", "--as-of", day, "--lang", language, "--format", "html", "-o", "-",
        ]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let (key, page) = (["Target ", "Meta "], ran.out.replace('\u{a0}', " "));
        let links = page.split("<a href=\"#kr-").skip(1).filter_map(|link| {
            let words = link.split('>').nth(1)?.split('<').next()?;
            key.iter()
                .any(|key| words.starts_with(key))
                .then(|| words.to_owned())
        });
        links.collect::<Vec<String>>()
    };
    assert_eq!(
        targets("2026-12-31", "en")[2..],
        ["Target 85% by 31 Dec 2026", "Target 52.79 h by 31 Dec 2026"],
        "until the evening of its last day"
    );
    assert_eq!(
        targets("2027-01-04", "en"),
        [
            "Target 12 h by 30 Sep 2026: reached",
            "Target 80% by 30 Sep 2026: not reached",
            "Target 85% by 31 Dec 2026: not reached",
            "Target 52.79 h by 31 Dec 2026: not reached"
        ]
    );
    assert_eq!(
        targets("2027-01-04", "pt-BR")[..2],
        [
            "Meta 12 h até 30/09/2026: alcançada",
            "Meta 80% até 30/09/2026: não alcançada"
        ]
    );
}

/// Two assessments with three criteria on level 2 and one on level 3: the practice score is 1 + their mean.
fn assessed_twice(before: &str, now: &str) -> Folder {
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            "regua: 1\norganisation: Test\nrubrics: [ruler]\n",
        )
        .write(
            "rubrics/ruler.yaml",
            "regua: 1
id: ruler
floor: 1
levels: [{id: one, number: 1}, {id: two, number: 2}, {id: three, number: 3}]
dimensions: [{id: d}]
criteria:
  - {id: a, level: 2, dimension: d, scale: achievement}
  - {id: b, level: 2, dimension: d, scale: achievement}
  - {id: c, level: 2, dimension: d, scale: achievement}
  - {id: z, level: 3, dimension: d, scale: achievement}
",
        );
    for (day, answers) in [("2026-08-31", before), ("2026-09-30", now)] {
        folder.write(
            &format!("assessments/{day}.yaml"),
            &format!("regua: 1\nrubric: ruler\ndate: {day}\nanswers: {{{answers}, z: not}}\n"),
        );
    }
    folder
}

#[test]
fn where_rounded_figures_do_not_make_the_change_a_line_says_why() {
    const ENGLISH: &str = "Changes are of the exact figures";
    let pages = ["report.html", "report.md", "summary.html", "summary.md"];
    let told = |folder: &Folder, language: &str| {
        let mut files = report(folder, "out", language);
        let ran = folder.run(&[
            "report",
            "--summary",
            "--as-of",
            AS_OF,
            "--lang",
            language,
            "-o",
            "out",
        ]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        for page in &pages[2..] {
            files.insert((*page).to_owned(), folder.read(&format!("out/{page}")));
        }
        files
    };
    // 1 + 1/9 is 1.11, 1 + 5/9 is 1.56, and 4/9 is 0.44.
    let folder = assessed_twice(
        "a: partially, b: not, c: not",
        "a: fully, b: largely, c: not",
    );
    let files = told(&folder, "en");
    assert!(
        files["report.md"].contains("| Practice | 1.56 | 1.11 | +0.44 |"),
        "{}",
        files["report.md"]
    );
    for page in pages {
        assert_eq!(files[page].matches(ENGLISH).count(), 1, "{page}");
    }
    let portuguese = told(&folder, "pt-BR");
    for page in pages {
        let line = "As variações são dos números exatos";
        assert_eq!(portuguese[page].matches(line).count(), 1, "{page}");
    }
    // From 1.11 to 1.22 it is 0.11.
    let fine = assessed_twice("a: partially, b: not, c: not", "a: largely, b: not, c: not");
    for (page, text) in told(&fine, "en") {
        assert!(!text.contains(ENGLISH), "{page}");
    }
}
