//! Every chart in a real browser: no text covers another, leaves its picture, or is too small to be read on a phone.

use std::fmt::Write as _;

use regua::model::Language;

use crate::browser::{Browser, Page, TemporaryDirectory};
use crate::report::report;
use crate::support::Folder;

const WIDTHS: [u32; 3] = [360, 768, 1440];
/// The smallest text that is read without effort at arm's length, in CSS pixels.
const LEAST: f64 = 10.8;

/// Names of about forty characters, and one word that no line holds.
const NAMES: [&str; 6] = [
    "Personalização em escala a partir dos dados",
    "Atendimento",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "Gestão de reclamações e da voz do cliente",
    "IA",
    "Inconstitucionalissimamente responsabilizável",
];

fn name(index: usize) -> &'static str {
    NAMES[index % NAMES.len()]
}

/// How many dimensions and levels each rubric has.
const SIZES: [(usize, usize); 8] = [
    (1, 2),
    (2, 1),
    (3, 3),
    (5, 5),
    (7, 6),
    (9, 8),
    (12, 12),
    (13, 9),
];

/// A rubric with so many dimensions and levels; the first has KPIs of each direction.
fn rubric(id: &str, (dimensions, levels): (usize, usize)) -> String {
    let mut text = format!(
        "regua: 1\nid: {id}\ntitle: {}\nfloor: 1\nlevels:\n",
        name(0)
    );
    for level in 1..=levels {
        let _ = writeln!(
            text,
            "  - {{id: l{level}, number: {level}, title: {}}}",
            name(level)
        );
    }
    text.push_str("dimensions:\n");
    for dimension in 1..=dimensions {
        let title = name(dimension - 1);
        let _ = writeln!(text, "  - {{id: d{dimension}, title: {title}}}");
    }
    text.push_str("criteria:\n");
    for dimension in 1..=dimensions {
        for level in 2..=levels.max(2) {
            let at = level.min(levels);
            let title = name(dimension + level);
            let _ = writeln!(
                text,
                "  - {{id: c{dimension}-{level}, title: {title}, dimension: d{dimension}, level: {at}, text: Is it so?, scale: achievement}}"
            );
        }
    }
    if levels == 3 {
        text.push_str(KPIS);
    }
    text
}

const KPIS: &str = "rules: {kpi_weight: 0.3}
kpis:
  - {id: occupancy, title: Ocupação da equipe de atendimento no mês, unit: '%', frequency: monthly, direction: range, bands: {2: [50%, 95%], 3: [70%, 85%]}}
  - {id: cost, title: Custo de cada atendimento, unit: BRL, frequency: monthly, direction: lower, bands: {2: 1500, 3: 900}, target: 1234.56}
  - {id: volume, title: Volume, unit: contatos, frequency: monthly, direction: none}
";

fn answers(id: &str, date: &str, (dimensions, levels): (usize, usize), turn: usize) -> String {
    let mut text = format!("regua: 1\nrubric: {id}\ndate: {date}\nanswers:\n");
    for dimension in 1..=dimensions {
        for level in 2..=levels.max(2) {
            let choices = ["not", "fully", "partially", "largely"];
            let choice = choices[(dimension * 7 + level * 3 + turn * (dimension + 2)) % 4];
            let _ = writeln!(text, "  c{dimension}-{level}: {choice}");
        }
    }
    text
}

const READINGS: &str = "regua: 1
readings:
  - {kpi: occupancy, period: 2026-01, value: 40%}
  - {kpi: occupancy, period: 2026-03, value: 99%}
  - {kpi: occupancy, period: 2026-04, value: 71%}
  - {kpi: occupancy, period: 2026-07, value: 78%}
  - {kpi: occupancy, period: 2026-09, value: 88%}
  - {kpi: cost, period: 2026-02, value: 1712.4}
  - {kpi: cost, period: 2026-09, value: 1290}
  - {kpi: volume, period: 2026-09, value: 1234567}
";

/// A cycle with forty key results, of which every other has readings that lead somewhere.
fn plan() -> (String, String) {
    let mut plan = "regua: 1\ncycle: 2026-Q4\nobjectives:\n".to_owned();
    let mut check_ins = String::new();
    for objective in 1..=4 {
        let title = name(objective - 1);
        let _ = writeln!(
            plan,
            "  - id: o{objective}\n    title: {title}\n    key_results:"
        );
        for own in 1..=10 {
            let (id, title) = (format!("k{objective}-{own}"), name(objective + own));
            let _ = writeln!(
                plan,
                "      - {{id: {id}, title: {title}, unit: dias, baseline: 24, target: 12, source: Painel}}"
            );
            if own % 2 == 0 {
                for (day, value) in [(5, 24), (20, 30 - own * 2)] {
                    let _ = writeln!(
                        check_ins,
                        "- {{key_result: {id}, date: 2026-10-{day:02}, value: {value}}}"
                    );
                }
            }
        }
    }
    (plan, check_ins)
}

/// Forty persons in three roles that ask for twelve skills.
fn people(skills: usize) -> String {
    let mut text = "regua: 1\nroles:\n".to_owned();
    for role in 0..3 {
        let asked: Vec<String> = (1..=skills)
            .map(|skill| format!("skill-{skill}: {}", 1 + (skill + role) % 3))
            .collect();
        let title = name(role);
        let _ = writeln!(
            text,
            "  - {{id: r{role}, title: {title}, requires: {{{}}}}}",
            asked.join(", ")
        );
    }
    text.push_str("people:\n");
    for person in 0..40 {
        let _ = writeln!(
            text,
            "  - {{id: p{person}, name: {}, role: r{}}}",
            name(person),
            person % 3
        );
    }
    text
}

/// A rubric that rates one skill by a statement a level.
fn skill(number: usize) -> String {
    format!(
        "regua: 1
id: desk-{number}
title: {}
skill: skill-{number}
levels: [{{id: a, number: 1}}, {{id: b, number: 2}}, {{id: c, number: 3}}]
dimensions: [{{id: work}}]
criteria:
  - {{id: one, level: 1, dimension: work, text: A, scale: achievement}}
  - {{id: two, level: 2, dimension: work, text: B, scale: achievement}}
  - {{id: three, level: 3, dimension: work, text: C, scale: achievement}}
rules: {{level: {{method: highest, met_at: largely, unanswered: zero}}}}
",
        name(number)
    )
}

fn rating(skill: usize, person: usize) -> String {
    let answers = ["one: not", "one: fully", "two: fully", "three: fully"];
    format!(
        "regua: 1\nrubric: desk-{skill}\ndate: 2026-09-01\nperson: p{person}\nby: manager\nanswers: {{{}}}\n",
        answers[(skill + person) % 4]
    )
}

/// A workspace that has as much of everything as a report is made for.
fn stress(skills: usize) -> Folder {
    let folder = Folder::new();
    let ids: Vec<String> = (0..SIZES.len()).map(|index| format!("s{index}")).collect();
    let rating_rubrics = (1..=skills).map(|number| format!("desk-{number}"));
    let in_use: Vec<String> = ids.iter().cloned().chain(rating_rubrics).collect();
    let targets: Vec<String> = ids
        .iter()
        .map(|id| format!("  {id}: {{level: 1}}\n"))
        .collect();
    folder.write(
        "regua.yaml",
        &format!(
            "regua: 1\norganisation: {}\nlanguage: pt-BR\nrubrics: [{}]\ntargets:\n{}",
            name(3),
            in_use.join(", "),
            targets.concat()
        ),
    );
    for (id, size) in ids.iter().zip(SIZES) {
        folder.write(&format!("rubrics/{id}.yaml"), &rubric(id, size));
        for (turn, date) in ["2026-06-30", "2026-09-30"].into_iter().enumerate() {
            let text = answers(id, date, size, turn);
            folder.write(&format!("assessments/{id}-{date}.yaml"), &text);
        }
    }
    for number in 1..=skills {
        folder.write(&format!("rubrics/desk-{number}.yaml"), &skill(number));
        for person in 0..6 {
            let path = format!("assessments/people/{number}-{person}.yaml");
            folder.write(&path, &rating(number, person));
        }
    }
    folder.write("kpis/readings.yaml", READINGS);
    let (plan, check_ins) = plan();
    folder.write("okrs/2026-Q4/plan.yaml", &plan);
    folder.write("okrs/2026-Q4/check-ins.yaml", &check_ins);
    folder.write("people/team.yaml", &people(skills));
    folder
}

/// That every picture on the page can be read as it is.
#[track_caller]
fn hold_texts(page: &Page<'_>, what: &str, width: u32) {
    let what = format!("{what}, {width} px");
    let overlaps = page.overlapping_svg_texts();
    assert!(overlaps.is_empty(), "{what}: {overlaps:#?}");
    let outside = page.svg_texts_outside();
    assert!(outside.is_empty(), "{what}: {outside:#?}");
    let small = page.small_svg_texts(LEAST);
    assert!(small.is_empty(), "{what}: {small:#?}");
}

#[test]
fn every_text_of_every_chart_can_be_read_at_every_width() {
    let browser = Browser::launch();
    let directory = TemporaryDirectory::new();
    let folders = [
        (
            "otica-horizonte",
            Folder::copy_of_example("otica-horizonte"),
        ),
        ("saas-support", Folder::copy_of_example("saas-support")),
        ("stress", stress(3)),
        ("many skills", stress(12)),
    ];
    for (name, folder) in &folders {
        // The large ones are in one language each.
        let languages = match *name {
            "stress" => vec![Language::Portuguese],
            "many skills" => vec![Language::English],
            _ => Language::ALL.to_vec(),
        };
        for language in languages {
            let files = report(folder, language.tag(), language.tag());
            let page = browser.page();
            let file = directory.write(&format!("{name}-{language}.html"), &files["report.html"]);
            // A chart of its own as a page shows it that gives it its whole width.
            let charts = files.iter().filter(|(file, _)| file.starts_with("charts/"));
            let charts: Vec<&str> = charts.map(|(_, text)| text.as_str()).collect();
            assert!(charts.len() >= 5, "{name}: {}", charts.len());
            let sheet = format!(
                "<!doctype html><meta charset=utf-8><style>body {{ margin: 8px }} svg {{ max-width: 100%; height: auto }}</style>{}",
                charts.join("\n")
            );
            let sheet = directory.write(&format!("{name}-{language}-charts.html"), &sheet);
            for width in WIDTHS {
                page.set_viewport(width, 900);
                page.open(&file);
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
                hold_texts(&page, &format!("{name}, {language}, page"), width);
                page.open(&sheet);
                let what = format!("{name}, {language}, charts");
                let overlaps = page.overlapping_svg_texts();
                assert!(overlaps.is_empty(), "{what}, {width} px: {overlaps:#?}");
                let outside = page.svg_texts_outside();
                assert!(outside.is_empty(), "{what}, {width} px: {outside:#?}");
            }
        }
    }
}
