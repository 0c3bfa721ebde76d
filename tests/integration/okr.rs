//! Key results and objectives scored by the program, held against figures worked out by hand.
//!
//! Most cases run from day 0, 2025-01-01, to day 100, 2025-04-11, so that on day 50 half of the time has
//! passed and the expected progress E is 0.5.

use chrono::{Days, NaiveDate};
use serde_json::Value;

use super::support::{Folder, shown};

/// The day so many days after 2025-01-01.
fn day(number: u64) -> String {
    let first = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
    (first + Days::new(number)).to_string()
}

/// A workspace with one objective in the cycle 2025-Q1.
fn planned(objective: &str, check_ins: &[String]) -> Folder {
    let folder = Folder::new();
    folder.write("regua.yaml", "regua: 1\norganisation: Test\n");
    folder.write(
        "okrs/2025-Q1/plan.yaml",
        &format!("regua: 1\ncycle: 2025-Q1\nobjectives:\n  - id: o\n{objective}\n"),
    );
    let rows: Vec<String> = check_ins
        .iter()
        .map(|row| format!("- {{{row}}}\n"))
        .collect();
    folder.write("okrs/2025-Q1/check-ins.yaml", &rows.concat());
    folder
}

/// The only objective of such a workspace on a day.
#[track_caller]
fn objective(folder: &Folder, as_of: &str) -> Value {
    folder.scored(as_of)["okrs"][0]["objectives"][0].take()
}

/// A workspace with the key result `k`, due on day 100.
fn with_key_result(keys: &str, check_ins: &[String]) -> Folder {
    let due = day(100);
    let check_ins: Vec<String> = check_ins
        .iter()
        .map(|row| format!("key_result: k, {row}"))
        .collect();
    planned(
        &format!("    key_results:\n      - {{id: k, due: {due}, {keys}}}"),
        &check_ins,
    )
}

/// That key result on a day.
#[track_caller]
fn key_result(keys: &str, check_ins: &[String], on: u64) -> Value {
    objective(&with_key_result(keys, check_ins), &day(on))["key_results"][0].take()
}

fn value_on(number: u64, value: &str) -> String {
    format!("date: {}, value: {value}", day(number))
}

#[test]
fn the_key_results_of_the_example_score_as_worked_out_by_hand() {
    let result = Folder::copy_of_example("otica-horizonte").scored("2026-11-20");
    let cycles = result["okrs"].as_array().unwrap();
    let case = |id: &str, figures: [&str; 6]| {
        let key_results = cycles
            .iter()
            .flat_map(|cycle| cycle["objectives"].as_array().unwrap())
            .flat_map(|objective| objective["key_results"].as_array().unwrap())
            .find(|one| one["id"] == id);
        let one = key_results.unwrap();
        let [baseline, target, value, progress, expected, status] = figures;
        assert_eq!(shown(one, "/baseline"), baseline, "baseline of {id}");
        assert_eq!(shown(one, "/target"), target, "target of {id}");
        assert_eq!(shown(one, "/value"), value, "value of {id}");
        assert_eq!(shown(one, "/progress"), progress, "progress of {id}");
        assert_eq!(shown(one, "/expected"), expected, "expected of {id}");
        assert_eq!(shown(one, "/status"), status, "status of {id}");
        one
    };
    // From 1 July to 31 December are 183 days, to 20 November 142: e = 142/183 = 0.775956.

    // Downward, and past its due day 30 September: the reading of October counts even so. All channels:
    // 156843.7/13299 = 11.793646 h; p = (11.793646 − 24)/(12 − 24).
    case(
        "response-time",
        ["24", "12", "11.793646", "1.017196", "1", "achieved"],
    );
    // 9682/13580 = 71.296024 %; p = (71.296024 − 60)/20, and the due day 30 September is past.
    case("fcr", ["60", "80", "71.296024", "0.564801", "1", "missed"]);
    // Planned 20 % for 31 October and 30 % for 31 December, 61 days later. 20 November is day 20 of
    // these: 20 + 10 · 20/61 = 23.278689 %, of 30 %: 0.775956. p = 25/30.
    case(
        "chatbots",
        ["0", "30", "25", "0.833333", "0.775956", "on_track"],
    );
    // Aspirational: 0.7 · 142/183 = 0.543169. p = (84 − 75)/15.
    case(
        "satisfaction-score",
        ["75", "90", "84", "0.6", "0.543169", "on_track"],
    );
    // Relative: the reading of June is 759328.8/11508 = 65.98269 h, a fifth less is 52.786152 h; October
    // was worse than June: 857631.3/12145 = 70.615998 h. p = (65.98269 − 70.615998)/13.196538.
    let resolution = case(
        "resolution-time",
        [
            "65.98269",
            "52.786152",
            "70.615998",
            "-0.3511",
            "0.543169",
            "at_risk",
        ],
    );
    // Confidence fell from 7 on 30 October to 4.
    assert_eq!(
        shown(resolution, "/flags"),
        r#"["regressed","confidence_drop"]"#
    );
    assert_eq!(shown(resolution, "/confidence"), "4");
    // From the first reading, 22 % on 24 July: (33 − 22)/(50 − 22) = 11/28, half of the expected, with
    // confidence 8.
    let newsletter = case(
        "newsletter-open-rate",
        ["22", "50", "33", "0.392857", "0.775956", "at_risk"],
    );
    assert_eq!(shown(newsletter, "/flags"), r#"["confidence_conflict"]"#);
    // Until 30 June 2027 are 364 days: e = 142/364. p = (2 − 1)/(3 − 1).
    case(
        "status-updates",
        ["1", "3", "2", "0.5", "0.39011", "on_track"],
    );
    // 150 less a fifth is 120; p = (118 − 150)/(120 − 150).
    case(
        "repeated-enquiries",
        ["150", "120", "118", "1.066667", "1", "achieved"],
    );
    // From 1 October to 31 December are 91 days, to 20 November 50: e = 0.549451. The first reading, 14,
    // and a quarter of it: 17.5. p = 1/3.5.
    case(
        "productivity",
        ["14", "17.5", "15", "0.285714", "0.549451", "at_risk"],
    );
    // Never measured: no baseline, no progress.
    case(
        "knowledge-tests",
        ["null", "90", "null", "null", "0.549451", "no_baseline"],
    );

    let objectives = &cycles[0]["objectives"];
    // (2·1 + 2·0.564801 + 0.833333)/5: the 1.017 counts as 1
    assert_eq!(shown(objectives, "/0/progress"), "0.792587");
    assert_eq!(shown(objectives, "/0/status"), "missed");
    // (2·0.6 + 2·0 + 0.639761)/5: below the baseline counts as 0; the csat is (79.596413 − 70)/15
    assert_eq!(shown(objectives, "/1/progress"), "0.367952");
    assert_eq!(shown(objectives, "/1/status"), "at_risk");
    // (0.5 + 0.392857 + 2·1)/4
    assert_eq!(shown(objectives, "/2/progress"), "0.723214");
    assert_eq!(shown(objectives, "/2/status"), "at_risk");
}

#[test]
fn progress_runs_from_baseline_to_target_in_every_direction() {
    #[track_caller]
    fn case(baseline: &str, target: &str, value: &str, progress: &str, kind: &str) {
        let keys = format!("baseline: {baseline}, target: {target}");
        let one = key_result(&keys, &[value_on(20, value)], 20);
        assert_eq!(shown(&one, "/progress"), progress);
        assert_eq!(shown(&one, "/kind"), kind);
    }
    case("60", "80", "60", "0", "increase");
    case("60", "80", "75", "0.75", "increase");
    case("60", "80", "80", "1", "increase");
    case("60", "80", "84.4", "1.22", "increase"); // past the target, as it is
    case("60", "80", "58.4", "-0.08", "increase"); // worse than at the start, as it is
    case("24", "12", "18", "0.5", "decrease");
    case("24", "12", "9", "1.25", "decrease");
    case("24", "12", "30", "-0.5", "decrease");
    case("3.2", "4.2", "3.9", "0.7", "increase"); // exact, where floating point is not
    case("0", "3", "1", "0.333333", "increase");
    case("-10", "10", "0", "0.5", "increase"); // through zero
    case("-10", "-30", "-25", "0.75", "decrease");
}

#[test]
fn values_are_converted_to_the_unit_of_their_key_result() {
    #[track_caller]
    fn case(keys: &str, value: &str, shown_value: &str, progress: &str, unit: &str) {
        let one = key_result(keys, &[value_on(20, value)], 20);
        assert_eq!(shown(&one, "/value"), shown_value);
        assert_eq!(shown(&one, "/progress"), progress);
        assert_eq!(shown(&one, "/unit"), unit);
    }
    case(
        "unit: h, baseline: 2h, target: 1h",
        "90min",
        "1.5",
        "0.5",
        "h",
    );
    case(
        "unit: h, baseline: 120min, target: 1",
        "1.5",
        "1.5",
        "0.5",
        "h",
    );
    case(
        "unit: min, baseline: 2h, target: 1h",
        "1.5h",
        "90",
        "0.5",
        "min",
    );
    case(
        "unit: '%', baseline: 60%, target: 80%",
        "62%",
        "62",
        "0.1",
        "%",
    );
    case(
        "unit: '%', baseline: 60, target: 80",
        "62",
        "62",
        "0.1",
        "%",
    );
    case(
        "unit: /week, baseline: 1/week, target: 3/week",
        "3/week",
        "3",
        "1",
        "/week",
    );
    case(
        "unit: /week, baseline: 1, target: 3",
        "1.5",
        "1.5",
        "0.25",
        "/week",
    );
    case("baseline: 2h, target: 1h", "90min", "1.5", "0.5", "h"); // the unit the baseline carries
}

#[test]
fn the_value_is_the_latest_by_its_date_up_to_the_day() {
    #[track_caller]
    fn case(on: u64, value: &str) {
        let check_ins = [
            value_on(30, "3"), // written down in no order
            value_on(10, "1"),
            value_on(20, "2"),
            format!("date: {}, confidence: 5", day(40)), // says nothing of the value
            value_on(50, "5"),
            value_on(50, "6"), // on one day the later row corrects the earlier
        ];
        let one = key_result("baseline: 0, target: 10", &check_ins, on);
        assert_eq!(shown(&one, "/value"), value);
    }
    case(9, "null");
    case(10, "1");
    case(19, "1");
    case(29, "2");
    case(30, "3");
    case(45, "3");
    case(50, "6");
}

#[test]
fn what_comes_after_the_due_day_still_counts() {
    let check_ins = [value_on(90, "8"), value_on(105, "10")];
    let keys = "baseline: 0, target: 10";
    assert_eq!(
        shown(&key_result(keys, &check_ins, 104), "/status"),
        "missed"
    );
    let late = key_result(keys, &check_ins, 105);
    assert_eq!(shown(&late, "/progress"), "1");
    assert_eq!(shown(&late, "/status"), "achieved");
}

#[test]
fn time_elapses_from_0_on_the_first_day_to_1_on_the_last() {
    let keys = "baseline: 0, target: 10";
    let case = |on: u64, expected: &str| {
        let one = key_result(keys, &[value_on(0, "1")], on);
        assert_eq!(shown(&one, "/expected"), expected, "day {on}");
    };
    case(0, "0");
    case(1, "0.01");
    case(50, "0.5");
    case(99, "0.99");
    case(100, "1");
    case(130, "1");

    // Of a quarter of 90 days, 31 have passed on 1 February; the due day is the cycle's last.
    let quarter = planned("    key_results: [{id: k, baseline: 0, target: 10}]", &[]);
    let on = |date: &str| shown(&objective(&quarter, date), "/key_results/0/expected");
    assert_eq!(on("2025-01-01"), "0");
    assert_eq!(on("2025-02-01"), "0.348315"); // 31/89
    assert_eq!(on("2025-03-31"), "1");
    assert_eq!(
        shown(&quarter.scored("2025-02-01"), "/okrs/0/elapsed"),
        "0.348315"
    );

    // A period of one day has all passed on its day.
    let short = planned(
        "    key_results: [{id: k, baseline: 0, target: 10, due: 2025-01-01}]",
        &[],
    );
    assert_eq!(
        shown(&objective(&short, "2025-01-01"), "/key_results/0/expected"),
        "1"
    );
}

#[test]
fn a_plan_is_expected_piece_by_piece() {
    #[track_caller]
    fn case(keys: &str, on: u64, expected: &str) {
        let one = key_result(keys, &[value_on(0, "0")], on);
        assert_eq!(shown(&one, "/expected"), expected);
    }
    let (thirty, seventy) = (day(30), day(70));
    let up = format!(
        "baseline: 0, target: 30, plan: [{{by: {thirty}, value: 0}}, {{by: {seventy}, value: 12}}]"
    );
    case(&up, 0, "0");
    case(&up, 15, "0"); // from 0 to 0
    case(&up, 30, "0");
    case(&up, 50, "0.2"); // half of the way from 0 to 12: 6 of 30
    case(&up, 70, "0.4"); // 12 of 30
    case(&up, 85, "0.7"); // half of the way from 12 to 30: 21 of 30
    case(&up, 100, "1");
    case(&up, 120, "1");
    let fifty = day(50);
    let down = format!("baseline: 24, target: 12, plan: [{{by: {fifty}, value: 20}}]");
    case(&down, 25, "0.166667"); // 22: 2 of 12
    case(&down, 50, "0.333333");
    case(&down, 75, "0.666667"); // half of the way from 20 to 12: 16, 8 of 12
    let aspirational = planned(
        &format!(
            "    ambition: aspirational\n    key_results: [{{id: k, due: {}, {up}}}]",
            day(100)
        ),
        &[],
    );
    assert_eq!(
        shown(
            &objective(&aspirational, &day(50)),
            "/key_results/0/expected"
        ),
        "0.14" // 0.7 · 0.2
    );
}

#[test]
fn milestones_count_by_weight_and_are_expected_by_their_due_days() {
    #[track_caller]
    fn case(on: u64, progress: &str, expected: &str, status: &str) {
        let keys = format!(
            "kind: milestones, milestones: [{{id: x, weight: 2, due: {}}}, {{id: y, due: {}}}, {{id: z}}]",
            day(30),
            day(60)
        );
        let check_ins = [
            format!("date: {}, milestone: y", day(20)), // ahead of its day
            format!("date: {}, milestone: x", day(40)), // late
            format!("date: {}, milestone: z", day(100)),
        ];
        let one = key_result(&keys, &check_ins, on);
        assert_eq!(shown(&one, "/progress"), progress, "progress");
        assert_eq!(shown(&one, "/expected"), expected, "expected");
        assert_eq!(shown(&one, "/status"), status, "status");
    }
    case(20, "0.25", "0", "on_track"); // y of 2 + 1 + 1, nothing due
    case(29, "0.25", "0", "on_track");
    case(30, "0.25", "0.5", "at_risk"); // x is due on this day: 0.25/0.5
    case(39, "0.25", "0.5", "at_risk");
    case(40, "0.75", "0.5", "on_track");
    case(60, "0.75", "0.75", "on_track");
    case(99, "0.75", "0.75", "on_track"); // z, without a day of its own, is due with the key result
    case(100, "1", "1", "achieved");
}

#[test]
fn done_is_expected_on_its_due_day_and_not_before() {
    #[track_caller]
    fn case(check_ins: &[(u64, &str)], on: u64, progress: &str, expected: &str, status: &str) {
        let check_ins: Vec<String> = check_ins
            .iter()
            .map(|(number, done)| format!("date: {}, done: {done}", day(*number)))
            .collect();
        let one = key_result("kind: done", &check_ins, on);
        assert_eq!(shown(&one, "/progress"), progress, "progress");
        assert_eq!(shown(&one, "/expected"), expected, "expected");
        assert_eq!(shown(&one, "/status"), status, "status");
    }
    let not_yet = [(50, "false")];
    case(&not_yet, 50, "0", "0", "on_track");
    case(&not_yet, 99, "0", "0", "on_track");
    case(&not_yet, 100, "0", "1", "at_risk");
    case(&not_yet, 101, "0", "1", "missed");
    let early = [(50, "true")];
    case(&early, 50, "1", "0", "achieved");
    case(&early, 101, "1", "1", "achieved");
    let late = [(50, "false"), (110, "true")];
    case(&late, 109, "0", "1", "missed");
    case(&late, 110, "1", "1", "achieved");
    let taken_back = [(50, "true"), (60, "false")];
    case(&taken_back, 59, "1", "0", "achieved");
    case(&taken_back, 60, "0", "0", "on_track");
}

/// The KPI `m`, monthly unless the keys say otherwise, with readings by month.
fn write_readings(folder: &Folder, keys: &str, readings: &[(&str, &str)]) {
    let rows: Vec<String> = readings
        .iter()
        .map(|(period, value)| format!("  - {{kpi: m, period: {period}, value: {value}}}\n"))
        .collect();
    let kpi = format!("regua: 1\nkpis: [{{id: m, {keys}}}]\n");
    let list = if rows.is_empty() { "" } else { "readings:\n" };
    folder.write("kpis/m.yaml", &format!("{kpi}{list}{}", rows.concat()));
}

/// The key result `k` of the quarter, fed by the KPI `m`.
#[track_caller]
fn fed_by_kpi(keys: &str, kpi: &str, readings: &[(&str, &str)], as_of: &str) -> Value {
    let folder = planned(
        &format!("    key_results: [{{id: k, kpi: m, {keys}}}]"),
        &[],
    );
    write_readings(&folder, kpi, readings);
    objective(&folder, as_of)["key_results"][0].take()
}

#[test]
fn keeping_is_the_periods_met_of_those_that_have_passed() {
    #[track_caller]
    fn case(keep: &str, readings: &[(&str, &str)], as_of: &str, progress: &str) {
        let one = fed_by_kpi(&format!("kind: keep, {keep}"), "unit: '%'", readings, as_of);
        assert_eq!(shown(&one, "/progress"), progress);
    }
    let readings = [("2025-01", "85%"), ("2025-02", "75%")];
    let keep = "at_least: 80%";
    case(keep, &readings, "2025-01-30", "null"); // no month has passed
    case(keep, &readings, "2025-01-31", "1"); // January is over, and met
    case(keep, &readings, "2025-02-27", "1");
    case(keep, &readings, "2025-02-28", "0.5"); // February is not met
    case(keep, &readings, "2025-03-30", "0.5");
    case(keep, &readings, "2025-03-31", "0.333333"); // March is missing, which is not met
    let unbroken = [("2025-01", "80%"), ("2025-03", "90%")];
    case(keep, &unbroken, "2025-02-28", "0.5"); // February is missing
    case(keep, &unbroken, "2025-03-31", "0.666667");
    case("at_most: 80%", &readings, "2025-02-28", "0.5"); // 85 is above, 75 below
    case("at_most: 75%", &readings, "2025-02-28", "0.5"); // 75 is just enough
    case("between: [75%, 85%]", &readings, "2025-02-28", "1");
    case("between: [76%, 84%]", &readings, "2025-02-28", "0");
    // What was before the cycle is not part of it.
    let before = [("2024-12", "10%"), ("2025-01", "85%")];
    case(keep, &before, "2025-01-31", "1");
}

#[test]
fn keeping_is_achieved_only_at_the_end() {
    #[track_caller]
    fn case(as_of: &str, status: &str) {
        let readings = [("2025-01", "85"), ("2025-02", "81"), ("2025-03", "80")];
        let one = fed_by_kpi("kind: keep, at_least: 80", "unit: points", &readings, as_of);
        assert_eq!(shown(&one, "/progress"), "1");
        assert_eq!(shown(&one, "/status"), status);
    }
    case("2025-01-31", "on_track");
    case("2025-03-30", "on_track");
    case("2025-03-31", "achieved");
    case("2025-04-10", "achieved");
}

#[test]
fn a_baseline_is_established_by_its_first_reading() {
    let keys = "kind: establish_baseline, unit: h";
    let before = key_result(keys, &[], 50);
    assert_eq!(shown(&before, "/value"), "null");
    let after = key_result(keys, &[value_on(50, "7h")], 50);
    assert_eq!(shown(&after, "/value"), "7");
    assert_eq!(shown(&after, "/progress"), "1");
    assert_eq!(shown(&after, "/status"), "achieved");
    assert_eq!(shown(&key_result(keys, &[], 101), "/status"), "missed");
}

#[test]
fn a_target_may_be_relative_to_the_baseline() {
    #[track_caller]
    fn case(keys: &str, value: &str, target: &str, progress: &str) {
        let one = key_result(keys, &[value_on(20, value)], 20);
        assert_eq!(shown(&one, "/target"), target);
        assert_eq!(shown(&one, "/progress"), progress);
    }
    case("baseline: 50, target: -20%", "45", "40", "0.5");
    case("baseline: 50, target: +25%", "55", "62.5", "0.4"); // 5 of 12.5
    case("baseline: 50, target: x2", "75", "100", "0.5");
    case("baseline: 50, target: x0.5", "45", "25", "0.2");
    case("unit: '%', baseline: 60%, target: +5pp", "62%", "65", "0.4"); // not 63
    case(
        "unit: '%', baseline: 60%, target: -5pp",
        "61%",
        "55",
        "-0.2",
    );
    case("unit: '%', baseline: 30%, target: x2", "45%", "60", "0.5");
    // The first reading, here the very value, is the baseline.
    case("target: -20%", "45", "36", "0");
}

#[test]
fn without_a_stated_start_the_first_reading_is_the_baseline() {
    let check_ins = [value_on(30, "25"), value_on(10, "20"), value_on(50, "30")];
    let case = |on: u64, baseline: &str, progress: &str, status: &str| {
        let one = key_result("target: 40", &check_ins, on);
        assert_eq!(shown(&one, "/baseline"), baseline, "day {on}");
        assert_eq!(shown(&one, "/progress"), progress, "day {on}");
        assert_eq!(shown(&one, "/status"), status, "day {on}");
    };
    case(9, "null", "null", "no_baseline");
    case(10, "20", "0", "at_risk"); // E is 0.1, and 0/0.1 is 0
    case(30, "20", "0.25", "behind"); // the first by its date; 0.25/0.3 = 0.83
    case(50, "20", "0.5", "on_track");
}

#[test]
fn a_baseline_may_be_the_reading_of_a_period_or_a_day() {
    #[track_caller]
    fn case(baseline: &str, expected: [&str; 4]) {
        let readings = [("2024-11", "40"), ("2024-12", "50"), ("2025-01", "45")];
        let keys = format!("baseline: {baseline}, target: -20%");
        let one = fed_by_kpi(&keys, "unit: h", &readings, "2025-02-10");
        let [baseline, target, progress, status] = expected;
        assert_eq!(shown(&one, "/baseline"), baseline);
        assert_eq!(shown(&one, "/target"), target);
        assert_eq!(shown(&one, "/progress"), progress);
        assert_eq!(shown(&one, "/status"), status);
    }
    // E = 40/89 = 0.449; p/E of 0.5 is above 0.9
    case("{period: 2024-12}", ["50", "40", "0.5", "on_track"]);
    case("{date: 2024-12-31}", ["50", "40", "0.5", "on_track"]);
    // (45 − 40)/(32 − 40)
    case("{period: 2024-11}", ["40", "32", "-0.625", "at_risk"]);
    // October was not measured.
    case("{period: 2024-10}", ["null", "null", "null", "no_baseline"]);
}

#[test]
fn status_follows_progress_against_what_is_expected() {
    #[track_caller]
    fn case(value: &str, on: u64, status: &str) {
        let one = key_result("baseline: 0, target: 1000", &[value_on(0, value)], on);
        assert_eq!(shown(&one, "/status"), status);
    }
    case("450", 50, "on_track"); // 0.45/0.5 = 0.9
    case("449", 50, "behind");
    case("350", 50, "behind"); // 0.35/0.5 = 0.7
    case("349", 50, "at_risk");
    case("0", 50, "at_risk");
    case("-1", 50, "at_risk");
    // While E is below 0.10 only a step back is a risk.
    case("0", 0, "on_track");
    case("0", 9, "on_track");
    case("-1", 9, "at_risk");
    case("-1", 0, "at_risk");
    case("0", 10, "at_risk"); // E is 0.10
    case("90", 10, "on_track");
    // At and past the end.
    case("999", 100, "on_track"); // due today: not yet missed
    case("899", 100, "behind");
    case("999", 101, "missed");
    case("1000", 101, "achieved");
    case("1000", 5, "achieved");
    case("1200", 50, "achieved");
}

#[test]
fn aspirational_objectives_expect_seven_tenths() {
    #[track_caller]
    fn case(ambition: &str, value: &str, on: u64, expected: &str, status: &str) {
        let folder = planned(
            &format!(
                "    ambition: {ambition}\n    key_results: [{{id: k, due: {}, baseline: 0, target: 1000}}]",
                day(100)
            ),
            &[format!("key_result: k, {}", value_on(0, value))],
        );
        let objective = objective(&folder, &day(on));
        assert_eq!(shown(&objective, "/key_results/0/expected"), expected);
        assert_eq!(shown(&objective, "/key_results/0/status"), status);
    }
    case("committed", "315", 50, "0.5", "at_risk"); // 0.63
    case("learning", "315", 50, "0.5", "at_risk");
    case("aspirational", "315", 50, "0.35", "on_track"); // 0.315/0.35 = 0.9
    case("aspirational", "314", 50, "0.35", "behind");
    case("aspirational", "245", 50, "0.35", "behind"); // 0.245/0.35 = 0.7
    case("aspirational", "244", 50, "0.35", "at_risk");
    case("aspirational", "0", 14, "0.098", "on_track"); // E itself is below 0.10
    case("aspirational", "0", 15, "0.105", "at_risk");
    case("aspirational", "700", 100, "0.7", "on_track");
    case("aspirational", "999", 101, "0.7", "missed"); // only all of it is achieved
}

#[test]
fn a_cycle_to_come_is_planned_and_what_nobody_measured_has_no_data() {
    let keys = "baseline: 0, target: 10";
    let folder = with_key_result(keys, &[]);
    let status = |as_of: &str| shown(&objective(&folder, as_of), "/key_results/0/status");
    assert_eq!(status("2024-12-31"), "planned");
    assert_eq!(status("2025-01-01"), "no_data");
    assert_eq!(status(&day(50)), "no_data");
    let one = key_result(keys, &[format!("date: {}, confidence: 5", day(50))], 50);
    assert_eq!(shown(&one, "/status"), "no_data"); // confidence is no value
    assert_eq!(shown(&one, "/progress"), "null");
}

#[test]
fn an_amendment_holds_from_its_day_on() {
    let amended = |change: &str, on: u64| {
        let folder = planned(
            &format!(
                "    key_results: [{{id: k, baseline: 0, target: 100, due: {}}}]\n    amendments: [{{date: {}, key_result: k, {change}, reason: Less people.}}]",
                day(100),
                day(40)
            ),
            &[format!("key_result: k, {}", value_on(30, "30"))],
        );
        objective(&folder, &day(on))
    };
    #[track_caller]
    fn case(objective: &Value, figures: [&str; 4]) {
        let [target, progress, expected, status] = figures;
        assert_eq!(shown(objective, "/key_results/0/target"), target);
        assert_eq!(shown(objective, "/key_results/0/progress"), progress);
        assert_eq!(shown(objective, "/key_results/0/expected"), expected);
        assert_eq!(shown(objective, "/key_results/0/status"), status);
    }
    let target = "target: 50";
    case(&amended(target, 39), ["100", "0.3", "0.39", "behind"]); // 0.3/0.39 = 0.77
    case(&amended(target, 40), ["50", "0.6", "0.4", "on_track"]);
    let due = format!("due: {}", day(200));
    case(&amended(&due, 39), ["100", "0.3", "0.39", "behind"]);
    case(&amended(&due, 40), ["100", "0.3", "0.2", "on_track"]); // 40 of 200 days
    case(&amended(&due, 101), ["100", "0.3", "0.505", "at_risk"]); // not missed
    let dropped = "dropped: true";
    assert_eq!(
        shown(&amended(dropped, 39), "/key_results/0/status"),
        "behind"
    );
    let given_up = amended(dropped, 40);
    assert_eq!(shown(&given_up, "/key_results/0/status"), "dropped");
    assert_eq!(shown(&given_up, "/progress"), "null"); // nothing active is left
    assert_eq!(shown(&given_up, "/status"), "dropped");
}

#[test]
fn plan_and_milestones_follow_a_due_day_that_was_moved() {
    let expected = |keys: &str, due: u64, on: u64| {
        let folder = planned(
            &format!(
                "    key_results: [{{id: k, due: {}, {keys}}}]\n    amendments: [{{date: {}, key_result: k, due: {}, reason: Agreed.}}]",
                day(100),
                day(10),
                day(due)
            ),
            &[],
        );
        shown(&objective(&folder, &day(on)), "/key_results/0/expected")
    };
    let plan = format!(
        "baseline: 0, target: 100, plan: [{{by: {}, value: 20}}, {{by: {}, value: 60}}]",
        day(40),
        day(80)
    );
    // Brought forward to day 60, before the second planned value, which is then no longer on the way.
    for (on, share) in [
        (9, "0.045"),
        (20, "0.1"),
        (40, "0.2"),
        (50, "0.6"),
        (60, "1"),
    ] {
        assert_eq!(expected(&plan, 60, on), share, "day {on}");
    }
    assert_eq!(expected(&plan, 60, 70), "1");
    assert_eq!(expected(&plan, 60, 90), "1");
    // Put off to day 120: from 60 on day 80 to 100.
    for (on, share) in [(80, "0.6"), (100, "0.8"), (120, "1")] {
        assert_eq!(expected(&plan, 120, on), share, "day {on}");
    }
    let milestones = format!(
        "milestones: [{{id: x, due: {}}}, {{id: y, due: {}}}, {{id: z}}]",
        day(30),
        day(80)
    );
    // Nothing may end after the key result; z, without a day of its own, ends with it.
    for (on, share) in [(30, "0.333333"), (59, "0.333333"), (60, "1")] {
        assert_eq!(expected(&milestones, 60, on), share, "day {on}");
    }
    for (on, share) in [(80, "0.666667"), (100, "0.666667"), (120, "1")] {
        assert_eq!(expected(&milestones, 120, on), share, "day {on}");
    }
}

#[test]
fn a_first_reading_may_be_corrected_on_its_day() {
    let check_ins = [value_on(10, "20"), value_on(10, "22"), value_on(30, "31")];
    let one = key_result("target: 40", &check_ins, 30);
    assert_eq!(shown(&one, "/baseline"), "22");
    assert_eq!(shown(&one, "/progress"), "0.5"); // (31 − 22)/18
}

#[test]
fn a_first_reading_that_leaves_no_way_to_the_target_gives_no_progress() {
    #[track_caller]
    fn case(keys: &str, first: &str, latest: &str, expected: [&str; 3]) {
        let one = key_result(keys, &[value_on(10, first), value_on(30, latest)], 30);
        let [kind, progress, status] = expected;
        assert_eq!(shown(&one, "/kind"), kind);
        assert_eq!(shown(&one, "/progress"), progress);
        assert_eq!(shown(&one, "/status"), status);
        assert_eq!(shown(&one, "/flags"), "[]");
    }
    // A way stated is never turned around: from 95 up to 90 there is none, and 97 is no step back.
    let up = "kind: increase, target: 90";
    case(up, "95", "97", ["increase", "null", "no_baseline"]);
    case(up, "90", "97", ["increase", "null", "no_baseline"]);
    case(up, "80", "85", ["increase", "0.5", "on_track"]);
    let down = "kind: decrease, target: 10";
    case(down, "8", "7", ["decrease", "null", "no_baseline"]);
    case(down, "20", "15", ["decrease", "0.5", "on_track"]);
    // Where none is stated it is the one from the first reading to the target.
    case(
        "target: 90",
        "90",
        "97",
        ["increase", "null", "no_baseline"],
    );
    case("target: 90", "95", "92.5", ["decrease", "0.5", "on_track"]);
}

#[test]
fn a_maturity_score_may_feed_a_key_result() {
    #[track_caller]
    fn case(source: &str, as_of: &str, value: &str, progress: &str) {
        let folder = planned(
            &format!("    key_results: [{{id: k, score: {source}, baseline: 1, target: 2}}]"),
            &[],
        );
        folder.write(
            "regua.yaml",
            "regua: 1\norganisation: Test\nrubrics: [ruler]\n",
        );
        folder.write(
            "rubrics/ruler.yaml",
            "regua: 1
id: ruler
version: 1.0.0
floor: 1
levels: [{id: one, number: 1}, {id: two, number: 2}]
dimensions: [{id: x}, {id: y}]
criteria:
  - {id: a, level: 2, dimension: x, scale: percent}
  - {id: b, level: 2, dimension: y, scale: percent}
",
        );
        for (date, answers) in [
            ("2025-01-10", "a: 20%, b: 60%"),
            ("2025-02-10", "a: 30%, b: 90%"),
        ] {
            folder.write(
                &format!("assessments/{date}.yaml"),
                &format!("regua: 1\nrubric: ruler\ndate: {date}\nanswers: {{{answers}}}\n"),
            );
        }
        let one = objective(&folder, as_of)["key_results"][0].take();
        assert_eq!(shown(&one, "/value"), value);
        assert_eq!(shown(&one, "/progress"), progress);
    }
    case("ruler", "2025-01-09", "null", "null");
    case("ruler", "2025-01-10", "1.4", "0.4"); // the practice score, 1 + (0.2 + 0.6)/2
    case("ruler", "2025-02-10", "1.6", "0.6");
    case("ruler/x", "2025-02-10", "1.3", "0.3");
    case("ruler/y", "2025-02-09", "1.6", "0.6");
}

#[test]
fn no_more_is_expected_than_the_target_and_no_less_than_the_baseline() {
    let expected = |on: u64| {
        let folder = planned(
            &format!(
                "    key_results: [{{id: k, due: {}, baseline: 0, target: 100, plan: [{{by: {}, value: -10}}, {{by: {}, value: 60}}]}}]\n    amendments: [{{date: {}, key_result: k, target: 50, reason: Less people.}}]",
                day(100),
                day(20),
                day(60),
                day(60)
            ),
            &[],
        );
        shown(&objective(&folder, &day(on)), "/key_results/0/expected")
    };
    assert_eq!(expected(20), "0"); // a dip was planned
    assert_eq!(expected(40), "0.25"); // half of the way from -10 to 60: 25 of 100
    assert_eq!(expected(60), "1"); // 60 of 50
    assert_eq!(expected(80), "1");
}

#[test]
fn flags_say_what_to_look_at() {
    #[track_caller]
    fn case(check_ins: &[String], on: u64, flags: &str) {
        let one = key_result("baseline: 0, target: 100", check_ins, on);
        assert_eq!(shown(&one, "/flags"), flags);
    }
    let said = |number: u64, value: &str, confidence: u32| {
        format!("{}, confidence: {confidence}", value_on(number, value))
    };
    case(&[value_on(50, "50")], 50, "[]");
    case(&[value_on(50, "-1")], 50, r#"["regressed"]"#);
    case(&[value_on(5, "-1")], 5, r#"["regressed"]"#);
    // A check-in is due each fortnight, and stale when older than 21 days.
    case(&[value_on(50, "90")], 71, "[]");
    case(&[value_on(50, "90")], 72, r#"["stale"]"#);
    case(&[value_on(50, "100")], 90, "[]"); // achieved: nobody need look again
    // 20/50 is at risk.
    case(&[said(50, "20", 7)], 50, "[]");
    case(&[said(50, "20", 8)], 50, r#"["confidence_conflict"]"#);
    case(&[said(50, "20", 10)], 50, r#"["confidence_conflict"]"#);
    // 50/50 is on track.
    case(&[said(50, "50", 4)], 50, "[]");
    case(&[said(50, "50", 3)], 50, r#"["confidence_conflict"]"#);
    // 40/50 is behind, which goes with any confidence.
    case(&[said(50, "40", 9)], 50, "[]");
    case(&[said(50, "40", 2)], 50, "[]");
    // Two points less than at the check-in before.
    case(
        &[said(40, "40", 7), said(50, "50", 5)],
        50,
        r#"["confidence_drop"]"#,
    );
    case(&[said(40, "40", 7), said(50, "50", 6)], 50, "[]");
    case(&[said(40, "40", 5), said(50, "50", 7)], 50, "[]");
    case(
        &[said(30, "30", 9), said(40, "40", 5), said(50, "50", 5)],
        50,
        "[]",
    ); // an old drop
    let silent_between = [said(40, "40", 7), value_on(45, "45"), said(50, "50", 5)];
    case(&silent_between, 50, r#"["confidence_drop"]"#);
}

#[test]
fn an_objective_rolls_its_key_results_up_by_weight() {
    #[track_caller]
    fn case(key_results: &[(&str, Option<&str>)], progress: &str, coverage: &str, status: &str) {
        let mut lines = String::from("    key_results:\n");
        let mut check_ins = Vec::new();
        for (position, (weight, value)) in key_results.iter().enumerate() {
            let due = day(100);
            lines.push_str(&format!(
                "      - {{id: k{position}, weight: {weight}, baseline: 0, target: 100, due: {due}}}\n"
            ));
            if let Some(value) = value {
                check_ins.push(format!("key_result: k{position}, {}", value_on(50, value)));
            }
        }
        let one = objective(&planned(&lines, &check_ins), &day(50));
        assert_eq!(shown(&one, "/progress"), progress, "progress");
        assert_eq!(shown(&one, "/coverage"), coverage, "coverage");
        assert_eq!(shown(&one, "/status"), status, "status");
    }
    let half = ("1", Some("50"));
    case(&[half, half], "0.5", "1", "on_track");
    case(
        &[("2", Some("80")), ("1", Some("50"))],
        "0.7",
        "1",
        "on_track",
    ); // (1.6 + 0.5)/3
    case(
        &[("0.5", Some("80")), ("1.5", Some("60"))],
        "0.65",
        "1",
        "on_track",
    ); // (0.4 + 0.9)/2
    // Clamped only here: 1.4 counts as 1, −0.2 as 0.
    case(&[("1", Some("140")), half], "0.75", "1", "on_track");
    case(&[("1", Some("-20")), half], "0.25", "1", "at_risk");
    case(
        &[("1", Some("140")), ("1", Some("100"))],
        "1",
        "1",
        "achieved",
    );
    // The worst with weight: behind beats on track, at risk beats behind.
    case(&[half, ("1", Some("40"))], "0.45", "1", "behind");
    case(
        &[half, ("1", Some("40")), ("1", Some("10"))],
        "0.333333",
        "1",
        "at_risk",
    );
    // Weight 0 is shown and counts for nothing.
    case(&[half, ("0", Some("10"))], "0.5", "1", "on_track");
    case(&[("0", Some("10"))], "null", "1", "no_data");
    // No data counts 0, and coverage says so: 3 of 4 measured.
    case(&[half, half, half, ("1", None)], "0.375", "0.75", "no_data");
    case(
        &[half, ("1", Some("40")), ("1", None)],
        "0.3",
        "0.666667",
        "behind",
    ); // what is known to lag is worse
    case(&[("1", None)], "0", "0", "no_data");
}

#[test]
fn a_dropped_key_result_is_no_part_of_its_objective() {
    let folder = planned(
        &format!(
            "    key_results:
      - {{id: k, baseline: 0, target: 100, due: {due}, weight: 3}}
      - {{id: l, baseline: 0, target: 100, due: {due}}}
    amendments: [{{date: {on}, key_result: k, dropped: true, reason: Not ours.}}]",
            due = day(100),
            on = day(40)
        ),
        &[
            format!("key_result: k, {}", value_on(30, "10")),
            format!("key_result: l, {}", value_on(30, "30")),
        ],
    );
    let before = objective(&folder, &day(39));
    assert_eq!(shown(&before, "/progress"), "0.15"); // (3·0.1 + 0.3)/4
    let after = objective(&folder, &day(40));
    assert_eq!(shown(&after, "/progress"), "0.3");
    assert_eq!(shown(&after, "/coverage"), "1");
    assert_eq!(shown(&after, "/status"), "behind"); // 0.3/0.4 = 0.75
}

#[test]
fn a_cycle_is_the_mean_of_its_objectives_by_weight() {
    let folder = planned(
        "    weight: 3
    key_results: [{id: k, baseline: 0, target: 100}]
  - id: p
    key_results: [{id: l, baseline: 0, target: 100}]",
        &[
            format!("key_result: k, {}", value_on(30, "20")),
            format!("key_result: l, {}", value_on(30, "80")),
        ],
    );
    assert_eq!(shown(&folder.scored(&day(30)), "/okrs/0/progress"), "0.35"); // (3·0.2 + 0.8)/4
}

#[test]
fn a_deadline_is_the_last_day_of_what_is_written() {
    #[track_caller]
    fn case(cycle: &str, due: &str, last_day: &str) {
        let folder = Folder::new();
        folder.write(
            "regua.yaml",
            "regua: 1\norganisation: Test\nfiscal_year_start: 7\n",
        );
        let due = if due.is_empty() {
            String::new()
        } else {
            format!(", due: {due}")
        };
        folder.write(
            "okrs/one/plan.yaml",
            &format!(
                "regua: 1\ncycle: {cycle}\nobjectives:\n  - {{id: o, key_results: [{{id: k, kind: done{due}}}]}}\n"
            ),
        );
        let one = objective(&folder, last_day);
        assert_eq!(shown(&one, "/key_results/0/due"), last_day);
        assert_ne!(shown(&one, "/key_results/0/status"), "missed");
    }
    case("2024-Q3", "", "2024-09-30"); // the cycle's own
    case("2024-Q3", "3 months", "2024-09-30");
    case("2024-Q3", "6 meses", "2024-12-31");
    case("2024-S1", "6 months", "2024-06-30");
    case("2024-S1", "1 mês", "2024-01-31");
    case("2024-S1", "2 semanas", "2024-01-14");
    case("2024-S1", "1 year", "2024-12-31");
    case("2024-01-31", "1 month", "2024-02-29"); // a month without a 31st ends earlier
    case("2023-01-31", "1 month", "2023-02-28");
    case("2024-Q3", "2024-S2", "2024-12-31");
    case("2024-Q1", "2024-H1", "2024-06-30");
    case("2024-Q1", "2024", "2024-12-31");
    case("2024-Q1", "2024-02", "2024-02-29");
    case("2024-Q1", "2024-W09", "2024-03-03"); // the ISO week from 26 February
    case("2024-Q1", "2024-02-14", "2024-02-14");
    // The fiscal year begins in July, and is named for the year in which it ends.
    case("2024-Q1", "FY2024-Q4", "2024-06-30");
    case("2024-Q1", "FY2025-Q1", "2024-09-30");
    case("2024-Q1", "FY2025-S1", "2024-12-31");
    case("2024-Q1", "FY2024", "2024-06-30");
    case("FY2025-Q1", "", "2024-09-30");
    case("FY2025-Q1", "3 months", "2024-09-30"); // from 1 July
}

#[test]
fn the_example_carries_every_key_result_of_the_catalogue() {
    // Five objectives and fifteen key results: each with its way and its last day as the field writes them.
    // "By the end of Q2" is the next second quarter after the cycle began.
    let expected = [
        (
            "response-time",
            "decrease",
            Some("24"),
            Some("12"),
            "2026-09-30",
        ),
        ("fcr", "increase", Some("60"), Some("80"), "2026-09-30"),
        ("chatbots", "increase", Some("0"), Some("30"), "2026-12-31"),
        (
            "satisfaction-score",
            "increase",
            Some("75"),
            Some("90"),
            "2026-12-31",
        ),
        ("resolution-time", "decrease", None, None, "2026-12-31"), // -20 % of the June reading
        (
            "positive-feedback",
            "increase",
            Some("70"),
            Some("85"),
            "2026-12-31",
        ),
        (
            "status-updates",
            "increase",
            Some("1"),
            Some("3"),
            "2027-06-30",
        ),
        (
            "newsletter-open-rate",
            "increase",
            None,
            Some("50"),
            "2026-12-31",
        ),
        ("repeated-enquiries", "decrease", None, None, "2026-09-30"), // -20 %
        (
            "product-trainings",
            "increase",
            Some("0"),
            Some("3"),
            "2027-06-30",
        ),
        (
            "knowledge-tests",
            "increase",
            None,
            Some("90"),
            "2026-12-31",
        ), // no stated start
        (
            "certifications",
            "increase",
            Some("0"),
            Some("80"),
            "2026-12-31",
        ),
        (
            "escalation-time",
            "decrease",
            Some("48"),
            Some("24"),
            "2026-12-31",
        ),
        ("productivity", "increase", None, None, "2026-12-31"), // +25 % of what is measured first
        ("operational-errors", "decrease", None, None, "2026-12-31"), // -30 %
    ];
    let result = Folder::copy_of_example("otica-horizonte").scored("2026-11-20");
    let objectives: Vec<&Value> = result["okrs"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|cycle| cycle["objectives"].as_array().unwrap())
        .collect();
    assert_eq!(objectives.len(), 5);
    let found: Vec<&Value> = objectives
        .iter()
        .flat_map(|objective| objective["key_results"].as_array().unwrap())
        .collect();
    assert_eq!(found.len(), expected.len());
    for (id, kind, baseline, target, due) in expected {
        let own = found.iter().find(|own| own["id"] == id).unwrap();
        assert_eq!(own["kind"], kind, "{id}");
        assert_eq!(own["due"], due, "{id}");
        for (key, value) in [("baseline", baseline), ("target", target)] {
            if let Some(value) = value {
                assert_eq!(own[key].to_string(), value, "{id} {key}");
            }
        }
    }
}

#[test]
fn a_forecast_needs_values_of_three_days_not_three_values() {
    let folder = planned(
        "    key_results: [{id: k, kpi: speed, baseline: 10, target: 30, due: 2025-06-30}]",
        &[],
    );
    let forecast = |rows: &[&str]| {
        let readings: Vec<String> = rows
            .iter()
            .map(|row| format!("  - {{kpi: speed, {row}}}\n"))
            .collect();
        folder.write(
            "kpis/speed.yaml",
            &format!(
                "regua: 1\nkpis: [{{id: speed, direction: higher, frequency: monthly}}]\nreadings:\n{}",
                readings.concat()
            ),
        );
        objective(&folder, "2025-03-31")["key_results"][0]["forecast"].take()
    };
    // January ends on the day of the second reading.
    let two_days = [
        "period: 2025-01, value: 12",
        "date: 2025-01-31, value: 14",
        "period: 2025-02, value: 16",
    ];
    assert_eq!(forecast(&two_days), Value::Null);
    // Days 30, 30, 58 and 89: the paces 4/28, 2/28, 10/59, 8/59 and 6/31 have the median 4/28 = 1/7.
    let three_days = [two_days.as_slice(), &["period: 2025-03, value: 22"]].concat();
    let own = forecast(&three_days);
    assert_eq!(shown(&own, "/observed_pace"), "0.142857");
    // Starts: 12 − 30/7, 14 − 30/7, 16 − 58/7 and 22 − 89/7: 54/7, 68/7, 54/7 and 65/7, with the median
    // 59.5/7. On day 180: (59.5 + 180) / 7.
    assert_eq!(shown(&own, "/value"), "34.214286");
}
