//! What a KPI is to reach by its own definition, and KPIs that two rubrics share.

use super::support::{Folder, shown};

const ASSESSMENT: &str = "regua: 1\nrubric: customer-service\ndate: 2026-10-31\nanswers: {basic-answers.answered: largely}\n";
const READINGS: &str = "kpi,period,value\ncsat,2026-09,81%\ncsat,2026-10,84%\n";

fn aimed(targets: &str) -> Folder {
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            "regua: 1\norganisation: Test\nrubrics: [customer-service]\n",
        )
        .write("assessments/2026-10-31.yaml", ASSESSMENT)
        .write("kpis/readings.csv", READINGS)
        .write(
            "rubrics/customer-service.overlay.yaml",
            &format!("overlay: customer-service\nkpis: {{csat: {{{targets}}}}}\n"),
        );
    folder
}

/// The target of CSAT in the machine-readable result on a day.
#[track_caller]
fn target(folder: &Folder, day: &str) -> String {
    let result = folder.scored(day);
    assert_eq!(shown(&result, "/assessments/0/kpis/0/id"), "csat");
    shown(&result, "/assessments/0/kpis/0/target")
}

#[test]
fn the_target_in_force_is_the_next_that_is_due() {
    let folder = aimed("targets: [{by: 2026-11-10, value: 80%}, {by: 2026-12-31, value: 85.5%}]");
    assert_eq!(target(&folder, "2026-11-10"), "80"); // its last day is part of it
    assert_eq!(target(&folder, "2026-11-11"), "85.5");
    assert_eq!(target(&folder, "2026-11-20"), "85.5");
    let always = aimed("target: 80%");
    assert_eq!(target(&always, "2026-11-20"), "80");
    let none = aimed("weight: 2");
    assert_eq!(target(&none, "2026-11-20"), "null");
}

#[test]
fn the_latest_value_is_held_against_it() {
    let folder = aimed("targets: [{by: 2026-11-10, value: 80%}, {by: 2026-12-31, value: 85.5%}]");
    let show = |day: &str| {
        let ran = folder.run(&["kpi", "show", "csat", "--as-of", day, "--lang", "en"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.out
    };
    assert!(show("2026-11-10").contains("Target 80% by 10 Nov 2026: reached"));
    assert!(show("2026-11-20").contains("Target 85.5% by 31 Dec 2026: not reached yet"));
    let list = folder.run(&["kpi", "list", "--as-of", "2026-11-20", "--lang", "en"]);
    let row = list
        .out
        .lines()
        .find(|line| line.contains(" csat "))
        .unwrap();
    assert!(row.ends_with("84%   85.5%"), "{row}");
    let ran = folder.run(&["report", "--as-of", "2026-11-20", "--lang", "en"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let told = "Target 85.5% by 31 Dec 2026: not reached yet";
    assert!(folder.read("report/report.md").contains(told));
    assert!(folder.read("report/report.html").contains(told));
    // The trend draws it as it draws the targets of key results.
    let trend = folder.read("report/charts/kpi-csat.svg");
    assert!(trend.contains("85.5%"), "{trend}");
}

const RUBRIC: &str = "regua: 1
levels: [{id: one, number: 1}, {id: two, number: 2}]
floor: 1
dimensions: [{id: d}]
criteria: [{id: c, dimension: d, level: 2, text: Is it so?}]
kpis: [{id: waiting, title: Waiting, unit: h, direction: lower, bands: {2: 8h}}]
";

#[test]
fn two_rubrics_may_define_a_kpi_alike() {
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            "regua: 1\norganisation: Test\nrubrics: [first, second]\n",
        )
        .write("rubrics/first.yaml", &format!("{RUBRIC}id: first\n"))
        .write("rubrics/second.yaml", &format!("{RUBRIC}id: second\n"))
        .write(
            "kpis/readings.csv",
            "kpi,period,value\nwaiting,2026-10,4h\n",
        );
    let check = |folder: &Folder| folder.run(&["check", "--as-of", "2026-11-20", "--lang", "en"]);
    let ran = check(&folder);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    // Told at both places where they differ in anything.
    let other = RUBRIC.replace("8h", "9h");
    folder.write("rubrics/second.yaml", &format!("{other}id: second\n"));
    let ran = check(&folder);
    assert_eq!(ran.code, 2);
    for place in ["rubrics/second.yaml:6", "rubrics/first.yaml:6"] {
        assert!(ran.err.contains(place), "{}", ran.err);
    }
}
