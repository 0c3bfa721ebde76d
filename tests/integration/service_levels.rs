//! Service levels: the share of what was due that kept the promise. Figures by hand: met ÷ (met + breached).

use serde_json::{Value, json};

use super::support::Folder;

const DAY: &str = "2026-10-31";

fn workspace(service_level: &str, readings: &str) -> Folder {
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            "regua: 1\norganisation: Test\nlanguage: en\nrubrics: [customer-service]\n",
        )
        .write(
            "kpis/levels.yaml",
            &format!("regua: 1\nservice_levels: [{service_level}]\nreadings:\n{readings}"),
        );
    folder
}

const FIRST_REPLY: &str =
    "{id: first-reply, kpi: mean-response-time, within: 8h, goal: 90%, window: month}";

fn windows(folder: &Folder) -> Value {
    let mut result = folder.scored(DAY);
    let levels = result["service_levels"].take();
    assert_eq!(levels.as_array().unwrap().len(), 1, "{levels}");
    levels[0]["windows"].clone()
}

/// First and last day, share and whether it is kept, of each window.
fn shares(folder: &Folder) -> Vec<Value> {
    let windows = windows(folder);
    let one = |own: &Value| json!([own["first"], own["last"], own["compliance"], own["kept"]]);
    windows.as_array().unwrap().iter().map(one).collect()
}

#[test]
fn late_and_still_open_past_the_deadline_are_both_breaches() {
    let folder = workspace(
        FIRST_REPLY,
        "  - {service_level: first-reply, period: 2026-09, met: 1710, breached: 120}
  - {service_level: first-reply, period: 2026-10, met: 1800, breached: 150, overdue: 50}
",
    );
    // 1710 ÷ 1830, and 1800 ÷ 2000: exactly the goal.
    assert_eq!(
        shares(&folder),
        [
            json!(["2026-09-01", "2026-09-30", 0.934_426, true]),
            json!(["2026-10-01", "2026-10-31", 0.9, true]),
        ]
    );
    assert_eq!(windows(&folder)[1]["breached"], 200);
}

#[test]
fn nothing_due_is_no_share_and_not_a_full_one() {
    let folder = workspace(
        FIRST_REPLY,
        "  - {service_level: first-reply, period: 2026-10, met: 0, breached: 0}\n",
    );
    assert_eq!(
        shares(&folder),
        [json!(["2026-10-01", "2026-10-31", null, null])]
    );
    let text = folder.run(&["score", "--as-of", DAY]).out;
    assert!(text.contains("nothing due"), "{text}");
    // What is still open counts although nothing else was due.
    let open = workspace(
        FIRST_REPLY,
        "  - {service_level: first-reply, period: 2026-10, met: 0, breached: 0, overdue: 3}\n",
    );
    assert_eq!(
        shares(&open),
        [json!(["2026-10-01", "2026-10-31", 0, false])]
    );
}

#[test]
fn readings_pool_into_the_window_and_never_average_their_shares() {
    let folder = workspace(
        FIRST_REPLY,
        "  - {service_level: first-reply, period: 2026-W41, met: 90, breached: 0}
  - {service_level: first-reply, period: 2026-W42, met: 0, breached: 10}
  - {service_level: first-reply, date: 2026-10-28, met: 9, breached: 1}
  - {service_level: first-reply, date: 2026-11-02, met: 1, breached: 0}
",
    );
    // 99 ÷ 110; the mean of the shares would be 0.63. November is not there yet.
    assert_eq!(
        shares(&folder),
        [json!(["2026-10-01", "2026-10-31", 0.9, true])]
    );
    // A week that ends in the next month belongs to that one.
    let folder = workspace(
        FIRST_REPLY,
        "  - {service_level: first-reply, period: 2026-W40, met: 1, breached: 1}
  - {service_level: first-reply, period: 2026-W41, met: 3, breached: 0}
",
    );
    assert_eq!(
        shares(&folder),
        [json!(["2026-10-01", "2026-10-31", 0.8, false])]
    );
}

#[test]
fn a_reading_longer_than_the_window_is_its_own() {
    let folder = workspace(
        FIRST_REPLY,
        "  - {service_level: first-reply, period: 2026-Q3, met: 4, breached: 1}\n",
    );
    assert_eq!(
        shares(&folder),
        [json!(["2026-07-01", "2026-09-30", 0.8, false])]
    );
}

#[test]
fn a_table_of_readings_is_read_in_either_language() {
    let folder = workspace(FIRST_REPLY, "  []\n");
    folder.write(
        "kpis/levels.csv",
        "nivel_de_servico;periodo;cumpridos;descumpridos;vencidos\nfirst-reply;2026-10;7;2;1\n",
    );
    assert_eq!(
        shares(&folder),
        [json!(["2026-10-01", "2026-10-31", 0.7, false])]
    );
    let text = folder
        .run(&["score", "--as-of", DAY, "--lang", "pt-BR"])
        .out;
    assert!(text.contains("Nível de serviço"), "{text}");
    let line = text
        .lines()
        .find(|line| line.contains("first-reply"))
        .unwrap();
    let words: Vec<&str> = line.split_whitespace().collect();
    assert_eq!(
        words,
        [
            "first-reply,",
            "em",
            "até",
            "8h",
            "70,0%",
            "90,0%",
            "10",
            "out.",
            "2026"
        ],
        "{line}"
    );
}

#[test]
fn the_share_is_explained_from_the_readings() {
    let folder = workspace(
        FIRST_REPLY,
        "  - {service_level: first-reply, period: 2026-10, met: 9, breached: 1}\n",
    );
    for (language, name) in [
        ("en", "cases that kept it"),
        ("pt-BR", "casos que cumpriram"),
    ] {
        let arguments = [
            "explain",
            "service_levels/first-reply/compliance",
            "--as-of",
            DAY,
        ];
        let ran = folder.run(&[&arguments[..], &["--lang", language, "--format", "json"]].concat());
        let document = ran.json();
        let own = &document["explanations"][0];
        assert_eq!(own["value"], json!(0.9));
        assert_eq!(own["formulas"][0]["numbers"], "9 ÷ (9 + 1)");
        assert_eq!(own["inputs"][0]["name"], name);
        assert_eq!(own["inputs"][0]["place"], "kpis/levels.yaml:4");
    }
}
