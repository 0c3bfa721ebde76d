//! Days at the edges, through the whole program: leap days, the ends of years and weeks, fiscal years, first and
//! last days, the order of rows. Each row says why it is there; its figures were worked out by hand.
//!
//! Most rows have the key result *a hundred*, from 0 to 100, so that a value of 35 is a progress of 0.35, and the
//! expected progress is the share of days that has passed since the first.

use super::support::{Folder, shown};

/// From 0 to 100.
const HUNDRED: &str = "unit: points, baseline: 0, target: 100";
/// From its first reading to 100.
const NO_START: &str = "unit: points, target: 100";

/// A plan with the key result `k`, and rows of check-ins beside it.
struct Plan {
    /// The month in which the fiscal year begins.
    fiscal: u32,
    cycle: &'static str,
    ambition: &'static str,
    /// The keys of the key result.
    keys: String,
    /// The rows, in the order of the file; `key_result` is added.
    rows: &'static [&'static str],
}

impl Plan {
    fn folder(&self) -> Folder {
        let folder = Folder::new();
        let fiscal = self.fiscal;
        folder.write(
            "regua.yaml",
            &format!("regua: 1\norganisation: Test\nfiscal_year_start: {fiscal}\n"),
        );
        folder.write(
            "okrs/one/plan.yaml",
            &format!(
                "regua: 1\ncycle: {}\nobjectives:\n  - id: o\n    ambition: {}\n    key_results: [{{id: k, {}}}]\n",
                self.cycle, self.ambition, self.keys
            ),
        );
        let rows = self.rows.iter();
        let rows: Vec<String> = rows
            .map(|row| format!("- {{key_result: k, {row}}}\n"))
            .collect();
        folder.write("okrs/one/check-ins.yaml", &rows.concat());
        folder
    }
}

/// The key result `keys` in a cycle of the calendar.
fn plan(cycle: &'static str, keys: &str, rows: &'static [&'static str]) -> Plan {
    Plan {
        fiscal: 1,
        cycle,
        ambition: "committed",
        keys: keys.to_owned(),
        rows,
    }
}

/// A hundred, due as said, in a cycle by a fiscal year that begins in the month `fiscal`.
fn due(fiscal: u32, cycle: &'static str, due: &str) -> Plan {
    let keys = match due {
        "" => HUNDRED.to_owned(),
        due => format!("{HUNDRED}, due: {due}"),
    };
    Plan {
        fiscal,
        ..plan(cycle, &keys, &[])
    }
}

/// Holds figures of the key result on a day, `due 2024-03-28, expected 0.5`, against those of the program.
#[track_caller]
fn row(why: &str, plan: &Plan, as_of: &str, expected: &str) {
    let mut result = plan.folder().scored(as_of);
    let one = result["okrs"][0]["objectives"][0]["key_results"][0].take();
    for figure in expected.split(", ") {
        let (name, value) = figure.split_once(' ').expect("a name and a value");
        assert_eq!(shown(&one, &format!("/{name}")), value, "{name}: {why}");
    }
}

#[test]
fn leap_days() {
    let hundred = |cycle| plan(cycle, HUNDRED, &[]);
    row(
        "1 January to 31 March are 90 days apart in a leap year; 29 February is day 59: 59/90",
        &hundred("2024-Q1"),
        "2024-02-29",
        "due 2024-03-31, expected 0.655556",
    );
    row(
        "in another year 89, and 28 February is day 58: 58/89",
        &hundred("2025-Q1"),
        "2025-02-28",
        "due 2025-03-31, expected 0.651685",
    );
    row(
        "the month itself: 1 to 29 February, of which day 14 is the middle",
        &hundred("2024-02"),
        "2024-02-15",
        "due 2024-02-29, expected 0.5",
    );
    row(
        "a month from 29 February ends the day before 29 March; day 14 of 28",
        &due(1, "2024-02-29", "1 month"),
        "2024-03-14",
        "due 2024-03-28, expected 0.5",
    );
    row(
        "a year from 29 February: 2025 has none, so its end of February; on the first day nothing has passed",
        &due(1, "2024-02-29", "1 ano"),
        "2024-02-29",
        "due 2025-02-28, expected 0",
    );
    row(
        "four years from it there is one again, and the day before it is the last",
        &due(1, "2024-02-29", "4 anos"),
        "2024-02-29",
        "due 2028-02-28",
    );
    row(
        "two weeks across it: 20 February is the first of fourteen days, 4 March the last",
        &due(1, "2024-02-20", "2 semanas"),
        "2024-03-04",
        "due 2024-03-04, expected 1",
    );
    row(
        "due on the day itself, which exists",
        &due(1, "2024-Q1", "2024-02-29"),
        "2024-02-29",
        "due 2024-02-29, expected 1",
    );
}

#[test]
fn lengths_that_are_clamped_to_the_end_of_a_month() {
    let last = |why, first, length, last: &str| {
        row(
            why,
            &due(1, first, length),
            last,
            &format!("due {last}, expected 1"),
        );
    };
    last(
        "February of a leap year has no 31st",
        "2024-01-31",
        "1 month",
        "2024-02-29",
    );
    last(
        "nor a 30th: the 29th is its end, not the day before",
        "2024-01-30",
        "1 month",
        "2024-02-29",
    );
    last(
        "February of another year",
        "2023-01-31",
        "1 mês",
        "2023-02-28",
    );
    last(
        "a 29 January has its day in February 2024: the day before",
        "2024-01-29",
        "1 month",
        "2024-02-28",
    );
    last(
        "six months from 31 August",
        "2024-08-31",
        "6 meses",
        "2025-02-28",
    );
    last(
        "three from 30 November, over the end of the year",
        "2024-11-30",
        "3 months",
        "2025-02-28",
    );
    last("June has 30 days", "2024-03-31", "3 months", "2024-06-30");
    last(
        "nothing to clamp: the last day of a quarter",
        "2024-07-01",
        "3 months",
        "2024-09-30",
    );
    last("nor for a half-year", "2024-01-01", "6 meses", "2024-06-30");
}

#[test]
fn the_ends_of_years_and_weeks() {
    let half = &["date: 2024-12-30, value: 50"];
    row(
        "31 December is the last day of the year, not past it: half of all, and 0.5 < 0.7",
        &plan("2024", HUNDRED, half),
        "2024-12-31",
        "expected 1, status at_risk",
    );
    row(
        "on New Year's Day it is past",
        &plan("2024", HUNDRED, half),
        "2025-01-01",
        "expected 1, progress 0.5, status missed",
    );
    row(
        "2020 has a week 53: 28 December to 3 January; New Year's Eve is day 3 of 6",
        &due(1, "2020-W53", ""),
        "2020-12-31",
        "due 2021-01-03, expected 0.5",
    );
    row(
        "so has 2026; New Year's Day is day 4 of 6",
        &due(1, "2026-W53", ""),
        "2027-01-01",
        "due 2027-01-03, expected 0.666667",
    );
    row(
        "week 1 of 2025 begins in 2024: 30 December; the next day is day 1 of 6",
        &due(1, "2025-W01", ""),
        "2024-12-31",
        "due 2025-01-05, expected 0.166667",
    );
    row(
        "due with week 53: from 1 October to 3 January are 31 + 30 + 31 + 2 = 94 days; 17 November is day 47",
        &due(1, "2020-Q4", "2020-W53"),
        "2020-11-17",
        "due 2021-01-03, expected 0.5",
    );
    row(
        "the second half-year in Portuguese: from 1 July to 31 December are 183 days, to 1 October 92",
        &due(1, "2026-S2", ""),
        "2026-10-01",
        "due 2026-12-31, expected 0.502732",
    );
    row(
        "and in English: the same days",
        &due(1, "2026-H2", ""),
        "2026-10-01",
        "due 2026-12-31, expected 0.502732",
    );
}

#[test]
fn fiscal_years() {
    row(
        "named for the year in which it ends, it begins with July 2025: 45/91",
        &due(7, "FY2026-Q1", ""),
        "2025-08-15",
        "due 2025-09-30, expected 0.494505",
    );
    row(
        "its first half ends with the calendar's year: 91/183",
        &due(7, "FY2026-S1", ""),
        "2025-09-30",
        "due 2025-12-31, expected 0.497268",
    );
    row(
        "its second begins with it: 1 January to 30 June are 180 days, 1 April is day 90",
        &due(7, "FY2026-H2", ""),
        "2026-04-01",
        "due 2026-06-30, expected 0.5",
    );
    row(
        "the whole: 364 days, 30 December is day 182",
        &due(7, "FY2026", ""),
        "2025-12-30",
        "due 2026-06-30, expected 0.5",
    );
    row(
        "a fiscal year from January is the calendar's",
        &due(1, "FY2025-Q4", ""),
        "2025-11-15",
        "due 2025-12-31, expected 0.494505",
    );
    row(
        "one from April: its fourth quarter is January to March of the year that names it",
        &due(4, "FY2026-Q4", ""),
        "2026-03-31",
        "due 2026-03-31, expected 1",
    );
    row(
        "a calendar's quarter stays one under a fiscal year",
        &due(7, "2025-Q3", ""),
        "2025-08-15",
        "due 2025-09-30, expected 0.494505",
    );
    let last = |why, fiscal, cycle, written: &str, last: &str| {
        row(
            why,
            &due(fiscal, cycle, written),
            last,
            &format!("due {last}, expected 1"),
        );
    };
    last(
        "a fiscal period as a deadline",
        7,
        "FY2026-Q1",
        "FY2026-Q2",
        "2025-12-31",
    );
    last(
        "the end of the quarter that begins in July",
        7,
        "FY2026-Q1",
        "{end: quarter}",
        "2025-09-30",
    );
    last(
        "of the half-year",
        7,
        "FY2026-Q1",
        "{end: half-year}",
        "2025-12-31",
    );
    last(
        "of the fiscal year, not of the calendar's",
        7,
        "FY2026-Q1",
        "{end: year}",
        "2026-06-30",
    );
    last(
        "quarters from February: March lies in that to April",
        2,
        "2024-03",
        "{end: quarter}",
        "2024-04-30",
    );
    last(
        "and a year from February ends with January",
        2,
        "2024-03",
        "{end: year}",
        "2025-01-31",
    );
    last(
        "the second quarter of a fiscal year from July",
        7,
        "FY2026-Q1",
        "{quarter: 2}",
        "2025-12-31",
    );
    last(
        "that of the calendar, when this year's is over",
        1,
        "2024-Q3",
        "{quarter: 2}",
        "2025-06-30",
    );
}

#[test]
fn first_and_last_days() {
    row(
        "on the first day nothing has passed",
        &due(1, "2024-Q3", ""),
        "2024-07-01",
        "expected 0",
    );
    row(
        "on the last, everything",
        &due(1, "2024-Q3", ""),
        "2024-09-30",
        "expected 1",
    );
    row(
        "between: 15 February is day 45 of 90",
        &due(1, "2024-Q1", ""),
        "2024-02-15",
        "expected 0.5",
    );
    row(
        "the day before the first it is planned, and nothing is expected",
        &due(1, "2024-Q3", ""),
        "2024-06-30",
        "expected 0, status planned",
    );
    let one_day = |rows| plan("2024-08-10", HUNDRED, rows);
    row(
        "a cycle of one day is over on that day, and what was reached counts",
        &one_day(&["date: 2024-08-10, value: 100"]),
        "2024-08-10",
        "due 2024-08-10, expected 1, status achieved",
    );
    row(
        "but it is not past: half reached is at risk, not missed",
        &one_day(&["date: 2024-08-10, value: 50"]),
        "2024-08-10",
        "progress 0.5, expected 1, status at_risk",
    );
    row(
        "the day before it has not begun",
        &one_day(&[]),
        "2024-08-09",
        "value null, progress null, expected 0, status planned",
    );
    row(
        "the day after it is past",
        &one_day(&["date: 2024-08-10, value: 50"]),
        "2024-08-11",
        "status missed",
    );
    row(
        "due on the first day of a longer cycle: the way is one day, and over",
        &due(1, "2024-Q3", "2024-07-01"),
        "2024-07-01",
        "due 2024-07-01, expected 1, status no_data",
    );
    row(
        "done by the last day: nothing is expected the day before",
        &plan("2024-Q3", "kind: done", &[]),
        "2024-09-29",
        "progress 0, expected 0, status on_track",
    );
    row(
        "and all on the day, which is not past",
        &plan("2024-Q3", "kind: done", &[]),
        "2024-09-30",
        "progress 0, expected 1, status at_risk",
    );
    let milestone = "milestones: [{id: live, weight: 3}, {id: used, weight: 1, due: 2024-08-01}]";
    row(
        "a milestone without a day of its own is due on the last: only the other, a quarter, is expected before",
        &plan("2024-Q3", milestone, &["date: 2024-08-01, milestone: used"]),
        "2024-09-29",
        "progress 0.25, expected 0.25, status on_track",
    );
    row(
        "on the last day all is expected: 0.25/1",
        &plan("2024-Q3", milestone, &["date: 2024-08-01, milestone: used"]),
        "2024-09-30",
        "progress 0.25, expected 1, status at_risk",
    );
    row(
        "a milestone done on the last day is done",
        &plan(
            "2024-Q3",
            milestone,
            &[
                "date: 2024-08-01, milestone: used",
                "date: 2024-09-30, milestone: live",
            ],
        ),
        "2024-09-30",
        "progress 1, expected 1, status achieved",
    );
}

#[test]
fn rows_and_their_days() {
    row(
        "a row of the first day counts on it",
        &plan("2024-Q3", HUNDRED, &["date: 2024-07-01, value: 20"]),
        "2024-07-01",
        "value 20, progress 0.2, expected 0, status on_track",
    );
    row(
        "a row of the last day counts on it",
        &plan("2024-Q3", HUNDRED, &["date: 2024-09-30, value: 100"]),
        "2024-09-30",
        "value 100, expected 1, status achieved",
    );
    let late: &[&str] = &["date: 2024-10-01, value: 100"];
    row(
        "a row of the day after is not there on the last day",
        &plan("2024-Q3", HUNDRED, late),
        "2024-09-30",
        "value null, progress null, status no_data",
    );
    row(
        "and counts from its day on",
        &plan("2024-Q3", HUNDRED, late),
        "2024-10-01",
        "value 100, progress 1, status achieved",
    );
    row(
        "a row of the day before the cycle is a value, where the start is stated",
        &plan("2024-Q3", HUNDRED, &["date: 2024-06-30, value: 10"]),
        "2024-07-01",
        "value 10, progress 0.1",
    );
    row(
        "but no first reading of the cycle, where it is not",
        &plan("2024-Q3", NO_START, &["date: 2024-06-30, value: 10"]),
        "2024-07-15",
        "baseline null, value null, progress null, status no_baseline",
    );
    row(
        "a first reading on the first day is one: (55 − 10)/(100 − 10)",
        &plan(
            "2024-Q3",
            NO_START,
            &["date: 2024-07-01, value: 10", "date: 2024-08-10, value: 55"],
        ),
        "2024-08-10",
        "baseline 10, value 55, progress 0.5",
    );
    row(
        "rows out of order: the latest by its date counts, not the last written",
        &plan(
            "2024-Q3",
            HUNDRED,
            &["date: 2024-08-20, value: 40", "date: 2024-08-10, value: 30"],
        ),
        "2024-08-31",
        "value 40",
    );
    row(
        "the first reading too is the first by its date: (40 − 30)/(100 − 30) = 1/7",
        &plan(
            "2024-Q3",
            NO_START,
            &["date: 2024-08-20, value: 40", "date: 2024-08-10, value: 30"],
        ),
        "2024-08-31",
        "baseline 30, progress 0.142857",
    );
    row(
        "of several rows of one day the last written counts",
        &plan(
            "2024-Q3",
            HUNDRED,
            &["date: 2024-08-10, value: 30", "date: 2024-08-10, value: 35"],
        ),
        "2024-08-10",
        "value 35",
    );
    row(
        "unless it has no value: confidence alone takes none away",
        &plan(
            "2024-Q3",
            HUNDRED,
            &[
                "date: 2024-08-10, value: 30, confidence: 8",
                "date: 2024-08-10, confidence: 6",
            ],
        ),
        "2024-08-10",
        "value 30, confidence 6",
    );
    row(
        "a row dated after the day does not exist yet",
        &plan(
            "2024-Q3",
            HUNDRED,
            &["date: 2024-08-10, value: 30", "date: 2024-08-20, value: 60"],
        ),
        "2024-08-19",
        "value 30",
    );
    row(
        "on its day it does",
        &plan(
            "2024-Q3",
            HUNDRED,
            &["date: 2024-08-10, value: 30", "date: 2024-08-20, value: 60"],
        ),
        "2024-08-20",
        "value 60",
    );
}

/// From 1 January to 11 April 2025 are 100 days.
#[test]
fn expected_at_its_bounds() {
    let hundred_days = |ambition, value: &'static [&'static str]| Plan {
        ambition,
        ..plan("2025-Q1", &format!("{HUNDRED}, due: 2025-04-11"), value)
    };
    let nothing: &[&str] = &["date: 2025-01-02, value: 0"];
    row(
        "9 of 100 days: below a tenth it is too early to say",
        &hundred_days("committed", nothing),
        "2025-01-10",
        "expected 0.09, status on_track",
    );
    row(
        "10 of 100: a tenth is not below a tenth",
        &hundred_days("committed", nothing),
        "2025-01-11",
        "expected 0.1, status at_risk",
    );
    row(
        "too early, but worse than at the start",
        &hundred_days("committed", &["date: 2025-01-02, value: -1"]),
        "2025-01-10",
        "progress -0.01, status at_risk",
    );
    row(
        "aspirational: 14 of 100, of which seven tenths are 0.098",
        &hundred_days("aspirational", nothing),
        "2025-01-15",
        "expected 0.098, status on_track",
    );
    row(
        "15 of 100: 0.105",
        &hundred_days("aspirational", nothing),
        "2025-01-16",
        "expected 0.105, status at_risk",
    );
    row(
        "half of the days, 0.35 expected; 0.315/0.35 is 0.9, which is on track",
        &hundred_days("aspirational", &["date: 2025-02-20, value: 31.5"]),
        "2025-02-20",
        "expected 0.35, status on_track",
    );
    row(
        "on its last day too seven tenths are expected: 0.48/0.7 is below 0.7",
        &hundred_days("aspirational", &["date: 2025-02-20, value: 48"]),
        "2025-04-11",
        "expected 0.7, status at_risk",
    );
    row(
        "0.49/0.7 is 0.7",
        &hundred_days("aspirational", &["date: 2025-02-20, value: 49"]),
        "2025-04-11",
        "expected 0.7, status behind",
    );
    row(
        "but the day after, only all of it is enough",
        &hundred_days("aspirational", &["date: 2025-02-20, value: 99"]),
        "2025-04-12",
        "status missed",
    );
}

#[test]
fn a_plan_of_dated_values_on_and_around_its_days() {
    let planned = |values: &str| plan("2024-Q3", &format!("{HUNDRED}, plan: [{values}]"), &[]);
    let july = "{by: 2024-07-31, value: 20}";
    row(
        "on the very day the value itself",
        &planned(july),
        "2024-07-31",
        "expected 0.2",
    );
    row(
        "the day before, day 29 of 30: 20·29/30 of 100",
        &planned(july),
        "2024-07-30",
        "expected 0.193333",
    );
    row(
        "the day after, day 1 of 61 to the last: 0.2 + 0.8/61",
        &planned(july),
        "2024-08-01",
        "expected 0.213115",
    );
    row(
        "a value for the first day holds on it",
        &planned("{by: 2024-07-01, value: 10}"),
        "2024-07-01",
        "expected 0.1",
    );
    row(
        "once the whole is planned, it stays expected",
        &planned("{by: 2024-08-31, value: 100}"),
        "2024-09-15",
        "expected 1",
    );
    row(
        "the last leg may be a single day: half on the day before the last, all on the last",
        &planned("{by: 2024-09-29, value: 50}"),
        "2024-09-30",
        "expected 1",
    );
}

#[test]
fn days_that_cannot_be_are_refused_where_they_stand() {
    #[track_caller]
    fn refused(why: &str, plan: &Plan, code: &str, at: &str) {
        let ran = plan
            .folder()
            .run(&["check", "--as-of", "2025-12-31", "--lang", "en"]);
        assert_eq!(ran.code, 2, "{why}: {}", ran.err);
        assert!(
            ran.err.contains(&format!("error[{code}]")),
            "{why}: {}",
            ran.err
        );
        assert!(
            ran.err.contains(&format!("--> okrs/one/{at}")),
            "{why}: {}",
            ran.err
        );
    }
    let on_line_6 = "plan.yaml:6:";
    refused(
        "due the day before the cycle",
        &due(1, "2024-Q3", "2024-06-30"),
        "date-order",
        on_line_6,
    );
    refused(
        "due in a fiscal quarter that is over when the cycle begins",
        &due(7, "FY2026-Q2", "FY2026-Q1"),
        "date-order",
        on_line_6,
    );
    refused(
        "2025 has no week 53",
        &due(1, "2025-W53", ""),
        "not-a-period",
        "plan.yaml:2:8",
    );
    refused(
        "nor as a deadline",
        &due(1, "2025-Q4", "2025-W53"),
        "not-a-period",
        on_line_6,
    );
    refused(
        "2025 has no 29 February",
        &due(1, "2025-Q1", "2025-02-29"),
        "not-a-period",
        on_line_6,
    );
    refused(
        "no length is nothing",
        &due(1, "2025-Q1", "0 months"),
        "not-a-period",
        on_line_6,
    );
    refused(
        "a row on a day that does not exist",
        &plan("2025-Q1", HUNDRED, &["date: 2025-02-29, value: 3"]),
        "not-a-date",
        "check-ins.yaml:1:",
    );
    refused(
        "a row on a day that has not come",
        &plan("2025-Q1", HUNDRED, &["date: 2999-01-01, value: 3"]),
        "future-date",
        "check-ins.yaml:1:",
    );
    refused(
        "a planned value after the last day",
        &plan(
            "2025-Q1",
            &format!("{HUNDRED}, plan: [{{by: 2025-04-01, value: 3}}]"),
            &[],
        ),
        "date-order",
        on_line_6,
    );
}
