//! What the pages and the terminal say of a figure agrees with the figure, and with what they say of it elsewhere.

use super::report_parts::add_team;
use super::support::Folder;

const DAY: &str = "2026-11-23";

const SETTINGS: &str = "regua: 1\norganisation: Acme\nrubrics: [ruler]\ntargets: {ruler: {level: 2, by: 2026-06-30}}\n";

/// Three levels; on level 2 a criterion of three questions, on level 3 one that a KPI answers.
const RULER: &str = "regua: 1
id: ruler
version: 1.0.0
title: R & D
floor: 1
levels: [{id: one, number: 1, title: Ad hoc}, {id: two, number: 2, title: Managed}, {id: three, number: 3, title: Leading}]
dimensions: [{id: d, title: D}, {id: e, title: E}, {id: f, title: F}]
criteria:
  - {id: a, level: 2, dimension: d, questions: [{id: p, text: P?, scale: achievement}, {id: q, text: Q?, scale: achievement}, {id: r, text: R?, scale: achievement}]}
  - {id: b, level: 2, dimension: e, scale: achievement}
  - {id: c, level: 3, dimension: f, scale: achievement}
kpis:
  - {id: speed, title: Speed, unit: '%', direction: higher, frequency: monthly, bands: {2: 50%, 3: 80%}}
rules: {kpi_weight: 0.5, level: {method: cumulative, met_at: largely, unanswered: blocks}}
";

const ALL: &str = "a.p: fully, a.q: fully, a.r: fully, b: fully, c: fully";

fn assess(folder: &Folder, date: &str, answers: &str) {
    let text = format!("regua: 1\nrubric: ruler\ndate: {date}\nanswers: {{{answers}}}\n");
    folder.write(&format!("assessments/{date}.yaml"), &text);
}

/// A workspace with these assessments.
fn assessed(all: &[(&str, &str)]) -> Folder {
    let folder = Folder::new();
    folder.write("regua.yaml", SETTINGS);
    folder.write("rubrics/ruler.yaml", RULER);
    for (date, answers) in all {
        assess(&folder, date, answers);
    }
    folder
}

/// A page of the report in a language; with `summary`, of the summary.
#[track_caller]
fn page(folder: &Folder, language: &str, format: &str, rest: &[&str]) -> String {
    let mut arguments = vec!["report", "--as-of", DAY, "--lang", language];
    arguments.extend(["--format", format, "-o", "-"]);
    arguments.extend(rest);
    let ran = folder.run(&arguments);
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.out
}

fn markdown(folder: &Folder, language: &str) -> String {
    page(folder, language, "md", &[])
}

fn summary(folder: &Folder, language: &str) -> String {
    page(folder, language, "md", &["--summary"])
}

fn html(folder: &Folder, language: &str) -> String {
    page(folder, language, "html", &[])
}

#[track_caller]
fn terminal(folder: &Folder, language: &str, command: &[&str]) -> String {
    let ran = folder.run(&[command, &["--as-of", DAY, "--lang", language]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.out
}

#[track_caller]
fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "no {part:?} in\n{text}");
    }
}

#[track_caller]
fn lacks(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(!text.contains(part), "{part:?} in\n{text}");
    }
}

#[test]
fn nothing_answered_is_no_finding() {
    let folder = assessed(&[("2026-06-30", ALL), ("2026-09-30", "b: unknown")]);
    let nothing = "There are not enough answers yet to tell a level or a score.";
    let text = markdown(&folder, "en");
    holds(
        &text,
        &[
            nothing,
            "| Level | – | 3 | – |\n| Index | – | 3.00 | – |\n| Practice | – | 3.00 | – |",
            "- ○ **Overall** level 2, Managed.\n",
            "\nThe centre is 1. Dashed: 30 Jun 2026. Diamond: target level.\n",
            "| D | floor | 0% |",
        ],
    );
    let told = [
        "waterfall",
        "✓",
        "Outline and check mark",
        "this assessment",
        "Confidence in",
    ];
    lacks(&text, &told);
    let text = html(&folder, "en");
    holds(&text, &[nothing]);
    lacks(
        &text,
        &["no answers yet that would", "class=why", "Outline"],
    );
    let text = terminal(&folder, "en", &["score"]);
    holds(
        &text,
        &[
            "  There are not enough answers yet to tell a level or a score.\n  Level      –  (was 3)\n",
            "\n  Index      –\n",
            "by 30 Jun 2026: nothing answered yet",
        ],
    );
    lacks(&text, &["Ad hoc", "Depending on"]);
    let badge = terminal(&folder, "pt-BR", &["badge"]);
    holds(&badge, &[">ainda sem respostas</text>", "#0e5a6b"]);
    let result = folder.scored(DAY);
    assert_eq!(result["assessments"][1]["level"], 1, "by the formulas");
}

#[test]
fn what_is_answered_is_not_held_against_nothing() {
    let folder = assessed(&[("2026-06-30", "b: unknown"), ("2026-09-30", ALL)]);
    let text = markdown(&folder, "en");
    holds(
        &text,
        &["| Level | 3 | – | – |", "| Index | 3.00 | – | – |"],
    );
    lacks(&text, &["waterfall", "Dashed", "first assessment"]);
    lacks(&terminal(&folder, "en", &["score"]), &["+2.00", "(was"]);
}

#[test]
fn a_level_that_falls_short_is_nowhere_rounded_up_to_the_next() {
    let folder = assessed(&[("2026-09-30", ALL)]);
    folder.write(
        "kpis/readings.yaml",
        "regua: 1\nreadings: [{kpi: speed, period: 2026-09, value: 79.95%}]\n",
    );
    holds(&markdown(&folder, "en"), &["| 2.99 "]);
    holds(&terminal(&folder, "en", &["score"]), &[" 2.99\n"]);
    let explained = terminal(&folder, "en", &["explain", "kpis/speed/level"]);
    holds(&explained, &["Level: 2.99", "= 2.9983 (exactly 1799/600)"]);
    let outcome = terminal(&folder, "en", &["explain", "ruler/outcome_score"]);
    holds(&outcome, &["2.99\n"]);
    holds(&html(&folder, "en"), &["level never up to the next"]);
}

#[test]
fn where_any_answer_will_do_the_figures_are_the_least() {
    let folder = assessed(&[("2026-09-30", "a.p: fully, a.q: fully, b: fully, c: not")]);
    for (language, story, plan) in [
        (
            "en",
            "any answer will do. With it, the level would be 2 and the practice score at least 1.83.",
            "Then level 2, practice at least 1.83, index at least 1.83.",
        ),
        (
            "pt-BR",
            "qualquer resposta serve. Com ela, o nível seria 2 e a pontuação de práticas, ao menos 1,83.",
            "Com isso: nível 2, práticas ao menos 1,83, índice ao menos 1,83.",
        ),
    ] {
        holds(&markdown(&folder, language), &[story, plan]);
        holds(&terminal(&folder, language, &["score"]), &[plan]);
    }
}

#[test]
fn every_page_says_what_the_target_is_and_then_that_its_day_has_passed() {
    let folder = assessed(&[("2026-09-30", "b: fully")]);
    let aim = "Target: level 2 (Managed) by 30 Jun 2026. That day has passed.";
    for text in [
        markdown(&folder, "en"),
        summary(&folder, "en"),
        html(&folder, "en"),
    ] {
        holds(&text, &[aim]);
    }
    let text = markdown(&folder, "en");
    holds(&text, &["\n\nThat day has passed. By practice score, "]);
    for line in text
        .lines()
        .filter(|line| !line.trim_start().starts_with(['-', '>']))
    {
        assert!(!line.starts_with(' '), "{line:?}");
    }
    assess(&folder, "2026-10-30", ALL);
    let text = summary(&folder, "en");
    holds(&text, &["by 30 Jun 2026.\n\nThe target is reached.\n"]);
    holds(
        &markdown(&folder, "pt-BR"),
        &["✓ **No conjunto** nível 2, Managed: alcançado (hoje, nível 3).\n"],
    );
    assess(
        &folder,
        "2026-11-20",
        "a.p: fully, a.q: fully, a.r: fully, b: fully",
    );
    holds(
        &html(&folder, "en"),
        &["</b> level 2, Managed: reached.</div>"],
    );
}

#[test]
fn what_is_told_of_one_of_several_rubrics_bears_its_title() {
    let folder = assessed(&[("2026-09-30", "a.p: not, b: fully, c: fully")]);
    lacks(&html(&folder, "en"), &["Strongest points:", "KPIs say:"]);
    let other = RULER
        .replace("id: ruler", "id: second")
        .replace("id: speed", "id: pace");
    folder.write("rubrics/second.yaml", &other.replace("R & D", "Second"));
    folder.write(
        "regua.yaml",
        &SETTINGS.replace("[ruler]", "[ruler, second]"),
    );
    folder.write(
        "assessments/second.yaml",
        "regua: 1\nrubric: second\ndate: 2026-09-30\nanswers: {b: fully}\n",
    );
    holds(
        &html(&folder, "en"),
        &[
            "<h3>Strongest points: R &amp; D</h3>",
            "<dt>What the KPIs say: R &amp; D<",
        ],
    );
}

/// A cycle with one key result from 0 to 91 on a straight line, one a day, and one in money that lags behind.
fn pursued(readings: &[(&str, u32)]) -> Folder {
    let folder = Folder::new();
    folder.write("regua.yaml", "regua: 1\norganisation: Acme\nrubrics: []\n");
    folder.write(
        "okrs/2026-Q4/plan.yaml",
        "regua: 1
cycle: 2026-Q4
objectives:
  - id: grow
    title: Grow
    owner: Ana
    key_results:
      - {id: guides, title: Guides, unit: guides, source: x, baseline: 0, target: 91}
      - {id: sales, title: Sales, unit: R$, source: x, baseline: R$ 0, target: R$ 5000}
",
    );
    let guides = readings
        .iter()
        .map(|(date, value)| format!("- {{date: {date}, key_result: guides, value: {value}}}\n"));
    let sales = ["2026-10-02", "2026-10-12", "2026-11-20"]
        .iter()
        .zip([1, 41, 197])
        .map(|(date, value)| format!("- {{date: {date}, key_result: sales, value: {value}}}\n"));
    let rows: String = guides.chain(sales).collect();
    folder.write("okrs/2026-Q4/check-ins.yaml", &rows);
    folder
}

#[test]
fn a_forecast_that_reaches_the_target_asks_for_nothing_more() {
    let exactly = pursued(&[("2026-10-02", 1), ("2026-10-12", 11), ("2026-11-20", 50)]);
    let text = markdown(&exactly, "pt-BR");
    holds(
        &text,
        &[
            "Nesse ritmo, alcança a meta no prazo: 91 guides (100%), a 1,0000 por dia\n",
            ", a R\\$ 4 por dia; a meta pede R\\$ 126,39 por dia\n",
        ],
    );
    holds(&html(&exactly, "pt-BR"), &["alcança a meta no prazo: 91"]);
    let text = markdown(&exactly, "en");
    holds(
        &text,
        &[
            "(100%), at 1.0000 a day\n",
            "126.39 a day would reach the target\n",
        ],
    );
    let falling = pursued(&[("2026-10-02", 110), ("2026-10-12", 105), ("2026-11-20", 92)]);
    let text = markdown(&falling, "en");
    holds(&text, &["**Guides** Projected by then: "]);
    let line = text
        .lines()
        .find(|line| line.contains("**Guides** Projected"));
    assert!(line.unwrap().ends_with(" a day"), "{line:?}");
}

#[test]
fn a_cycle_closed_with_nothing_measured_has_no_mean_progress() {
    let folder = pursued(&[]);
    folder.write("okrs/2026-Q4/check-ins.yaml", "");
    let ran = folder.run(&["okr", "close", "2026-Q4", "--as-of", "2026-12-31"]);
    let closing = folder.path().join("okrs/2026-Q4/closing.yaml");
    assert!(closing.exists(), "{}{}", ran.out, ran.err);
    let page = |language: &str, rest: &[&str]| {
        let mut arguments = vec!["report", "--as-of", "2027-01-10", "--lang", language];
        arguments.extend(["--format", "md", "-o", "-"]);
        arguments.extend(rest);
        folder.run(&arguments).out
    };
    let text = page("pt-BR", &[]);
    holds(&text, &["sem progresso medido"]);
    lacks(&text, &["rogresso médio"]);
    holds(
        &page("pt-BR", &["--summary"]),
        &["\nResultados-chave: 2 sem nota"],
    );
    holds(
        &page("en", &["--summary"]),
        &["\nKey results: 2 without a grade"],
    );
}

#[test]
fn what_explains_a_person_is_shown_of_one_who_was_rated() {
    let folder = Folder::new();
    folder.write(
        "regua.yaml",
        "regua: 1\norganisation: Acme\nrubrics: [desk, responsibility]\n",
    );
    add_team(&folder);
    let team = folder.read("people/team.yaml");
    let first = "people:\n  - {id: aaa, name: Aaa, role: agent}\n";
    folder.write("people/team.yaml", &team.replace("people:\n", first));
    for text in [markdown(&folder, "en"), html(&folder, "en")] {
        holds(&text, &["regua explain people/bruno"]);
        lacks(&text, &["explain people/aaa"]);
    }
    let shown = "explain people/bruno/skills/dskm/held";
    holds(&markdown(&folder, "en"), &[shown]);
    for file in std::fs::read_dir(folder.path().join("assessments")).unwrap() {
        std::fs::remove_file(file.unwrap().path()).unwrap();
    }
    for text in [markdown(&folder, "en"), html(&folder, "en")] {
        lacks(&text, &["explain people/"]);
        holds(&text, &["regua explain team/"]);
    }
}
