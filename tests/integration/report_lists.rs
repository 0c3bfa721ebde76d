//! What a report leaves out it says, and what it says twice it tells apart: readings beyond the latest, a reading that
//! is alone, and one question that several criteria ask.

use crate::report::report;
use crate::support::Folder;

/// A rubric with one KPI, whose criteria ask the same question.
const RULER: &str = "regua: 1
id: ruler
floor: 1
levels: [{id: one, number: 1}, {id: two, number: 2}, {id: three, number: 3}]
dimensions: [{id: people, title: People}, {id: tools, title: Tools}]
criteria:
  - {id: a, title: Training, level: 2, dimension: people, text: Is it done?, scale: achievement}
  - {id: b, title: Automation, level: 2, dimension: tools, text: Is it done?, scale: achievement}
  - {id: c, title: Planning, level: 3, dimension: tools, text: Is it planned?, scale: achievement}
rules: {kpi_weight: 0.3}
kpis:
  - {id: volume, title: Volume, unit: contacts, frequency: monthly, direction: none}
";

fn measured(readings: usize) -> Folder {
    let mut text = "regua: 1\nreadings:\n".to_owned();
    for index in 0..readings {
        let (year, month) = (2025 + index / 12, 1 + index % 12);
        text.push_str(&format!(
            "  - {{kpi: volume, period: {year}-{month:02}, value: {}}}\n",
            100 + index
        ));
    }
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            "regua: 1\norganisation: Test\nrubrics: [ruler]\n",
        )
        .write("rubrics/ruler.yaml", RULER)
        .write("kpis/readings.yaml", &text)
        .write(
            "assessments/first.yaml",
            "regua: 1\nrubric: ruler\ndate: 2026-09-30\nanswers: {a: not, b: not, c: not}\n",
        );
    folder
}

#[test]
fn readings_that_are_not_shown_are_counted() {
    let english = "Readings shown: 12 of 20, the latest.";
    let portuguese = "Leituras mostradas: 12 de 20, as mais recentes.";
    let folder = measured(20);
    for (language, said) in [("en", english), ("pt-BR", portuguese)] {
        let files = report(&folder, "out", language);
        for page in ["report.html", "report.md"] {
            assert!(files[page].contains(said), "{page}, {language}");
        }
    }
    let files = report(&measured(12), "out", "en");
    assert!(!files["report.html"].contains("Readings shown"));
}

#[test]
fn a_single_reading_has_no_chart() {
    for (readings, is_drawn) in [(1, false), (2, true)] {
        let files = report(&measured(readings), "out", "en");
        let title = "<title>Volume: trend</title>";
        assert_eq!(files["report.html"].contains(title), is_drawn);
        assert_eq!(files.contains_key("charts/kpi-volume.svg"), is_drawn);
        assert_eq!(
            files["report.md"].contains("charts/kpi-volume.svg"),
            is_drawn
        );
        assert!(files["report.html"].contains("100"), "the figure is told");
    }
}

#[test]
fn a_question_that_several_criteria_ask_is_told_with_each() {
    let files = report(&measured(2), "out", "en");
    for own in ["Training · People", "Automation · Tools"] {
        let own = format!("Is it done?</a><br><small>{own}</small>");
        // In the shortest way, and in what one answer would do.
        assert_eq!(files["report.html"].matches(&own).count(), 2, "{own}");
    }
    assert!(!files["report.html"].contains("Is it planned?</a><br>"));
    let text = &files["report.md"];
    assert!(
        text.contains("1. Is it done? · Training (People) (Not → **Largely**)"),
        "{text}"
    );
    assert!(
        text.contains("| Is it done? · Automation (Tools) |"),
        "{text}"
    );
    assert!(text.contains("| Is it planned? |"), "{text}");
}
