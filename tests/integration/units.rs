//! Values with their units from end to end: through `regua.yaml`, tables, plans and check-ins into the figures.

use regua::locale::Locale;
use regua::model::{Exact, Language, Unit, parse_day};
use regua::read::{self, CycleFolder, InputFile, Inputs};
use regua::render::plan;
use serde_json::{Value, json};

use super::support::{Folder, Ran};

const DAY: &str = "2026-09-20";

/// A workspace whose `regua.yaml` ends with `settings`.
fn workspace(settings: &str) -> Folder {
    let folder = Folder::new();
    let head = "regua: 1\norganisation: Test\nlanguage: en\nrubrics: [customer-service]\n";
    folder.write("regua.yaml", &format!("{head}{settings}\n"));
    folder
}

/// The same with a plan of key results and its check-ins, one a line.
fn planned(settings: &str, key_results: &str, check_ins: &str) -> Folder {
    let folder = workspace(settings);
    let items = |lines: &str, indent: &str| {
        let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
        let lines: Vec<String> = lines
            .map(|line| format!("{indent}- {{{line}}}\n"))
            .collect();
        lines.concat()
    };
    let plan = format!(
        "regua: 1\ncycle: 2026-Q3\nobjectives:\n  - id: one\n    key_results:\n{}",
        items(key_results, "      ")
    );
    folder.write("okrs/2026-Q3/plan.yaml", &plan);
    folder.write("okrs/2026-Q3/check-ins.yaml", &items(check_ins, ""));
    folder
}

/// Baseline, target, value and progress of each key result.
#[track_caller]
fn ways(folder: &Folder) -> Vec<Value> {
    let result = folder.scored(DAY);
    let key_results = result["okrs"][0]["objectives"][0]["key_results"].as_array();
    let way = |own: &Value| {
        json!([
            own["baseline"],
            own["target"],
            own["value"],
            own["progress"]
        ])
    };
    key_results.unwrap().iter().map(way).collect()
}

#[track_caller]
fn refused(folder: &Folder, arguments: &[&str], codes: &[&str]) -> Ran {
    let ran = folder.run(&[arguments, &["--as-of", DAY]].concat());
    assert_eq!(ran.code, 2, "{}{}", ran.out, ran.err);
    let found: Vec<&str> = ran
        .err
        .lines()
        .filter_map(|line| line.split_once("error[")?.1.split_once(']'))
        .map(|(code, _)| code)
        .collect();
    assert_eq!(found, codes, "{}", ran.err);
    ran
}

const IN_WORKING_DAYS: &str = "kpi,period,value
mean-response-time,2026-07,2wd
mean-response-time,2026-08,1 dia útil e 4h
";

#[test]
fn a_declared_working_day_converts_readings_plans_and_check_ins() {
    let folder = planned(
        "working_day: 7h30",
        "id: reply, kpi: mean-response-time, baseline: 4 dias úteis, target: 1 dia util
         id: own, unit: dias úteis, baseline: 10, target: 5wd
         id: mixed, baseline: 2 business days, target: 5h",
        "date: 2026-08-15, key_result: own, value: 60h
         date: 2026-08-15, key_result: mixed, value: 10h",
    );
    folder.write("kpis/readings.csv", IN_WORKING_DAYS);
    assert_eq!(
        ways(&folder),
        [
            // 30 h to 7.5 h, now at 7.5 + 4.
            json!([30, 7.5, 11.5, 0.822_222]),
            // 60 ÷ 7.5 is 8 working days.
            json!([10, 5, 8, 0.4]),
            // Two working days are 15 h, 5 h are two thirds of one; 10 h are four thirds.
            json!([2, 0.666_667, 1.333_333, 0.5]),
        ]
    );
    let text = folder
        .run(&["okr", "status", "--as-of", DAY, "--lang", "pt-BR"])
        .out;
    assert!(text.contains("de 10 para 5\u{a0}dias úteis"), "{text}");
    for (language, rule) in [
        ("en", "A working day counts as 7.5\u{a0}h."),
        ("pt-BR", "Um dia útil conta como 7,5\u{a0}h."),
    ] {
        let arguments = [
            "explain",
            "2026-Q3/reply/value",
            "--as-of",
            DAY,
            "--lang",
            language,
        ];
        let document = folder
            .run(&[&arguments[..], &["--format", "json"]].concat())
            .json();
        let own = &document["explanations"][0];
        assert_eq!(
            own["rules"][1],
            json!({"text": rule, "place": "regua.yaml:5"})
        );
        assert_eq!(own["inputs"][0]["place"], "kpis/readings.csv:3");
    }
}

#[test]
fn without_a_declared_working_day_nothing_is_assumed() {
    let folder = planned(
        "",
        "id: reply, kpi: mean-response-time, baseline: 4wd, target: 12h
         id: own, unit: dias úteis, baseline: 10, target: 5wd",
        "date: 2026-08-15, key_result: own, value: 60h",
    );
    folder.write("kpis/readings.csv", IN_WORKING_DAYS);
    let ran = refused(&folder, &["check"], &["no-working-day"; 4]);
    assert!(
        ran.err.contains("`2d` would be days of the calendar, 48h"),
        "{}",
        ran.err
    );
    // What is in working days alone needs no conversion.
    let alone = planned(
        "",
        "id: own, unit: dias úteis, baseline: 10, target: 5wd",
        "date: 2026-08-15, key_result: own, value: 8 working days",
    );
    assert_eq!(ways(&alone), [json!([10, 5, 8, 0.4])]);
}

#[test]
fn counts_rates_money_and_fractions_are_read_as_people_write_them() {
    let folder = planned(
        "",
        "id: sessions, unit: sessões, baseline: 0, target: 12 sessões
         id: pace, unit: updates/week, baseline: 1 per week, target: 3x por semana
         id: cost, baseline: R$ 1200, target: -R$ 300
         id: share, unit: \"%\", baseline: 100/3%, target: 200/3%
         id: thirds, baseline: 4/3 h, target: x1/2",
        "date: 2026-08-15, key_result: sessions, value: 1 sessão
         date: 2026-08-15, key_result: pace, value: 2 updates / week
         date: 2026-08-15, key_result: cost, value: 450.5 BRL
         date: 2026-08-15, key_result: share, value: 50%
         date: 2026-08-15, key_result: thirds, value: 1h",
    );
    assert_eq!(
        ways(&folder),
        [
            json!([0, 12, 1, 0.083_333]),
            json!([1, 3, 2, 0.5]),
            json!([1200, -300, 450.5, 0.499_667]),
            json!([33.333_333, 66.666_667, 50, 0.5]),
            json!([1.333_333, 0.666_667, 1, 0.5]),
        ]
    );
}

#[test]
fn a_bare_number_is_refused_only_where_it_may_be_in_two_units() {
    let folder = planned(
        "",
        "id: clear, baseline: 24h, target: 12
         id: both, baseline: 1d, target: 12h, plan: [{by: 2026-08-31, value: 20}]
         id: settled, unit: h, baseline: 1d 4h, target: 12
         id: zero, baseline: 1d 4h, target: 0",
        "date: 2026-08-15, key_result: clear, value: 18
         date: 2026-08-15, key_result: settled, value: 20
         date: 2026-08-15, key_result: zero, value: 14h",
    );
    let ran = refused(&folder, &["check"], &["ambiguous-value"]);
    assert!(
        ran.err.contains("`20` can be read as `20d` or as `20h`"),
        "{}",
        ran.err
    );
    let plan = folder
        .read("okrs/2026-Q3/plan.yaml")
        .replace("value: 20}", "value: 20h}");
    folder.write("okrs/2026-Q3/plan.yaml", &plan);
    assert_eq!(
        ways(&folder),
        [
            json!([24, 12, 18, 0.5]),
            json!([1, 0.5, null, null]),
            json!([28, 12, 20, 0.5]),
            json!([1.166_667, 0, 0.583_333, 0.5]),
        ]
    );
    // A check-in from the command line is held to the same, and the file stays as it was.
    let before = folder.read("okrs/2026-Q3/check-ins.yaml");
    let ran = refused(
        &folder,
        &["okr", "check-in", "both", "18"],
        &["ambiguous-value"],
    );
    assert!(
        ran.err.contains("`18d`") && ran.err.contains("`18h`"),
        "{}",
        ran.err
    );
    assert_eq!(folder.read("okrs/2026-Q3/check-ins.yaml"), before);
    let ran = folder.run(&["okr", "check-in", "both", "18h", "--as-of", DAY]);
    assert_eq!(ran.code, 0, "{}", ran.err);
}

/// One reply level, with readings of June to September, of which August had nothing due.
const FIRST_REPLY: &str = "regua: 1
service_levels:
  - {id: first-reply, kpi: mean-response-time, within: 1wd, goal: 90%, window: month}
readings:
  - {service_level: first-reply, period: 2026-06, met: 80, breached: 20}
  - {service_level: first-reply, period: 2026-07, met: 170, breached: 30}
  - {service_level: first-reply, period: 2026-08, met: 0, breached: 0}
  - {service_level: first-reply, period: 2026-W37, met: 9, breached: 1}
";
const REPLIES: &str =
    "id: replies, service_level: first-reply, baseline: {period: 2026-06}, target: 95%
     id: kept, service_level: first-reply, kind: keep, at_least: 84%";

/// The two key results on a service level, on a day.
fn replies(folder: &Folder, day: &str) -> Value {
    folder.scored(day)["okrs"][0]["objectives"][0]["key_results"].take()
}

#[test]
fn the_shares_of_a_service_level_are_the_values_of_a_key_result() {
    let folder = planned("working_day: 8h", REPLIES, "");
    folder.write("kpis/levels.yaml", FIRST_REPLY);
    // September still runs, and August had nothing due: July's 85 % stands. 5 of 15 points are gone.
    let now = replies(&folder, DAY);
    let shown = |own: &Value| json!([own["baseline"], own["value"], own["progress"], own["unit"]]);
    assert_eq!(shown(&now[0]), json!([80, 85, 0.333_333, "%"]));
    assert_eq!(now[0]["flags"], json!([]));
    // Of July and August, the latter has no share and is not met.
    assert_eq!(now[1]["progress"], 0.5);
    // Once September has ended, its only week is its share.
    let later = replies(&folder, "2026-10-01");
    assert_eq!(shown(&later[0]), json!([80, 90, 0.666_667, "%"]));
    assert_eq!(later[1]["progress"], 0.666_667);
    // A month and a half after the last window there is nothing recent any more.
    let text = FIRST_REPLY.lines().take(6).collect::<Vec<_>>().join("\n");
    folder.write("kpis/levels.yaml", &text);
    assert_eq!(replies(&folder, "2026-09-16")[0]["flags"], json!(["stale"]));
    assert_eq!(replies(&folder, "2026-09-14")[0]["flags"], json!([]));
}

#[test]
fn figures_from_a_service_level_lead_to_its_readings() {
    let folder = planned("working_day: 8h", REPLIES, "");
    folder.write("kpis/levels.yaml", FIRST_REPLY);
    for (language, name) in [
        ("en", "cases that kept it"),
        ("pt-BR", "casos que cumpriram"),
    ] {
        let explained = |figure: &str| {
            let arguments = ["explain", figure, "--as-of", DAY, "--lang", language];
            let ran = folder.run(&[&arguments[..], &["--format", "json"]].concat());
            ran.json()["explanations"][0].take()
        };
        let value = explained("2026-Q3/replies/value");
        assert_eq!(value["formulas"][0]["numbers"], "170 ÷ (170 + 30) × 100");
        assert_eq!(value["inputs"][0]["name"], name);
        assert_eq!(value["inputs"][0]["place"], "kpis/levels.yaml:6");
        let baseline = explained("2026-Q3/replies/baseline");
        assert_eq!(baseline["inputs"][0]["place"], "kpis/levels.yaml:5");
    }
    let board = folder.run(&["okr", "status", "--as-of", DAY]).out;
    assert!(board.contains("85% (from 80% to 95%)"), "{board}");
    let ran = refused(
        &folder,
        &["okr", "check-in", "replies", "90%"],
        &["check-in-kind"],
    );
    assert!(ran.err.contains("service level"), "{}", ran.err);
    let ran = folder.run(&[
        "okr",
        "check-in",
        "replies",
        "--confidence",
        "7",
        "--as-of",
        DAY,
    ]);
    assert_eq!(ran.code, 0, "{}", ran.err);
}

#[test]
fn a_maturity_score_feeds_a_key_result_and_holds_until_the_next() {
    let folder = planned(
        "check_in_frequency: monthly",
        "id: whole, score: customer-service, baseline: {period: 2026-06}, target: 2
         id: part, score: customer-service/process, baseline: {date: 2026-06-30}, target: 3
         id: kept, score: customer-service/process, kind: keep, at_least: 1.2",
        "",
    );
    for (day, answer) in [("2026-06-30", "not"), ("2026-08-10", "fully")] {
        let text = format!(
            "regua: 1\nrubric: customer-service\ndate: {day}\nanswers:\n  standard-processes.documented: {answer}\n"
        );
        folder.write(&format!("assessments/{day}.yaml"), &text);
    }
    let result = folder.scored(DAY);
    let key_results = &result["okrs"][0]["objectives"][0]["key_results"];
    let assessed = &result["assessments"];
    assert_eq!(key_results[0]["baseline"], assessed[0]["practice_score"]);
    assert_eq!(key_results[0]["value"], assessed[1]["practice_score"]);
    let process = |position: usize| {
        let dimensions = assessed[position]["dimensions"].as_array().unwrap();
        let own = dimensions
            .iter()
            .find(|own| own["id"] == "process")
            .unwrap();
        own["practice_score"].clone()
    };
    assert_eq!(key_results[1]["baseline"], process(0));
    assert_eq!(key_results[1]["value"], process(1));
    assert!(
        key_results[1]["progress"].as_f64().unwrap() > 0.0,
        "{key_results}"
    );
    // July ends with the score of June, August with its own, which still stands.
    assert_eq!(
        (process(0), process(1).as_f64().unwrap() >= 1.2),
        (json!(1), true)
    );
    assert_eq!(key_results[2]["progress"], 0.5);
    let later = folder.scored("2026-09-30");
    let kept = &later["okrs"][0]["objectives"][0]["key_results"][2];
    assert_eq!(kept["progress"], 0.666_667);
    let arguments = ["explain", "2026-Q3/kept/progress", "--as-of", "2026-09-30"];
    let text = folder.run(&arguments).out;
    assert!(text.contains("a score holds until the next"), "{text}");
}

/// The first cycle of a workspace without check-ins, written as a plan.
fn plan_again(folder: &Folder) -> String {
    let input = |path: &str| InputFile {
        path: path.to_owned(),
        bytes: folder.read(path).into_bytes(),
    };
    let inputs = Inputs {
        settings: Some(input("regua.yaml")),
        kpis: vec![input("kpis/levels.yaml")],
        cycles: vec![CycleFolder {
            path: "okrs/2026-Q3".to_owned(),
            plan: Some(input("okrs/2026-Q3/plan.yaml")),
            ..CycleFolder::default()
        }],
        ..Inputs::default()
    };
    let read = read::workspace(inputs, parse_day(DAY).unwrap());
    let workspace = read.workspace.unwrap();
    plan::yaml(&workspace, &workspace.cycles[0], Language::English)
}

#[test]
fn a_plan_that_is_written_again_means_the_same() {
    let folder = planned(
        "working_day: 8h",
        "id: replies, service_level: first-reply, baseline: {period: 2026-06}, target: 95%
         id: days, unit: dias úteis, baseline: 10, target: 4h
         id: thirds, baseline: 4/3 h, target: x2/3
         id: mixed, baseline: 1d 4h, target: 12h
         id: pace, unit: avisos por semana, baseline: 1/3, target: 3
         id: cost, baseline: R$ 1.1250, target: R$ 0.5
         id: score, score: customer-service/process, kind: keep, at_least: 1.5",
        "date: 2026-08-15, key_result: days, value: 6wd
         date: 2026-08-15, key_result: mixed, value: 20h
         date: 2026-08-15, key_result: cost, value: 1 BRL",
    );
    folder.write("kpis/levels.yaml", FIRST_REPLY);
    let before = replies(&folder, DAY);
    let written = plan_again(&folder);
    assert!(written.contains("service_level: first-reply"), "{written}");
    assert!(written.contains("baseline: 10 dias úteis"), "{written}");
    folder.write("okrs/2026-Q3/plan.yaml", &written);
    assert_eq!(replies(&folder, DAY), before);
    assert_eq!(plan_again(&folder), written);
}

const WAITING: &str = "regua: 1
id: waiting
levels: [{id: slow, number: 1}, {id: quick, number: 2}]
dimensions: [{id: desk}]
scales: {wait: {min: 0, max: 40, unit: h}}
criteria:
  - {id: first, dimension: desk, scale: wait, text: How long is the wait?}
kpis:
  - {id: reply-wait, unit: h, direction: lower, dimension: desk, bands: {2: 2 dias úteis}}
";
const OWN_KPI: &str = "regua: 1
kpis:
  - {id: fix-wait, unit: h, direction: lower, bands: {2: 3wd}}
service_levels:
  - {id: fixed, kpi: fix-wait, within: 4wd, goal: 90%}
readings:
  - {kpi: reply-wait, period: 2026-08, value: 16h}
  - {kpi: fix-wait, period: 2026-08, value: 3wd}
";

#[test]
fn working_days_are_read_wherever_a_value_stands() {
    let folder = Folder::new();
    let settings = "regua: 1\norganisation: Test\nlanguage: en\nrubrics: [waiting]\n";
    folder
        .write("regua.yaml", settings)
        .write("rubrics/waiting.yaml", WAITING)
        .write("kpis/own.yaml", OWN_KPI)
        .write(
            "assessments/2026-09-01.yaml",
            "regua: 1\nrubric: waiting\ndate: 2026-09-01\nanswers: {first: 1wd}\n",
        );
    // A band of the rubric, one of the workspace, a limit, a reading, an answer.
    refused(&folder, &["check"], &["no-working-day"; 5]);
    folder.write("regua.yaml", &format!("{settings}working_day: 8h\n"));
    let result = folder.scored(DAY);
    let assessment = &result["assessments"][0];
    assert_eq!(assessment["criteria"][0]["value"], 0.2); // 8 of 40 h
    assert_eq!(assessment["kpis"][0]["level"], 2); // at the edge: 16 h
}

#[test]
fn lengths_below_an_hour_are_said_in_minutes() {
    #[track_caller]
    fn case(numerator: i64, denominator: u64, unit: &str, expected: &str) {
        let locale = Locale::new(Language::Portuguese);
        let value = Exact::ratio(numerator, denominator);
        let said = locale.quantity(&value, &Unit::parse(unit));
        assert_eq!(said.replace('\u{a0}', " "), expected);
    }
    case(4, 60, "h", "4 min");
    case(3, 4, "h", "45 min");
    case(-1, 4, "h", "−15 min");
    case(1, 7200, "h", "0,5 s");
    case(1, 2, "min", "30 s");
    // An hour and more, nothing at all, and what is no length of hours stay as they are written.
    case(3, 2, "h", "1,5 h");
    case(0, 1, "h", "0 h");
    case(1, 2, "days", "0,5 days");
    case(1, 2, "%", "0,5%");
}
