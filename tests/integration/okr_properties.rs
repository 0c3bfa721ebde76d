//! What must hold of cycles whatever their numbers are.

use proptest::prelude::*;
use serde_json::Value;

use super::support::Folder;

/// A plan in hours, with values that minutes can say as well: every unit is written out by `write`.
#[derive(Debug, Clone)]
struct Hours {
    baseline: u32,
    target: u32,
    planned: u32,
    bound: u32,
    readings: Vec<u32>,
    check_ins: Vec<u32>,
    day: u32,
}

fn hours() -> impl Strategy<Value = Hours> {
    let value = || 1..2_000u32;
    let values = || prop::collection::vec(value(), 0..3);
    (
        value(),
        value(),
        value(),
        value(),
        values(),
        values(),
        1..31u32,
    )
        .prop_filter("a way to go", |(baseline, target, ..)| baseline != target)
        .prop_map(
            |(baseline, target, planned, bound, readings, check_ins, day)| Hours {
                baseline,
                target,
                planned,
                bound,
                readings,
                check_ins,
                day,
            },
        )
}

/// The workspace of a plan, each number of tenths of an hour as `write` puts it.
fn workspace(plan: &Hours, unit: &str, write: impl Fn(u32) -> String) -> Folder {
    let folder = Folder::new();
    folder.write("regua.yaml", "regua: 1\norganisation: Test\n");
    let kpi = format!("{{id: wait, title: Wait, unit: {unit}, direction: lower}}");
    let readings: Vec<String> = (6u32..)
        .zip(&plan.readings)
        .map(|(month, value)| {
            format!(
                "  - {{kpi: wait, period: 2026-0{month}, value: {}}}\n",
                write(*value)
            )
        })
        .collect();
    let readings = readings.concat();
    folder.write(
        "kpis/wait.yaml",
        &format!("regua: 1\nkpis: [{kpi}]\nreadings:\n{readings}"),
    );
    let (from, to) = (write(plan.baseline), write(plan.target));
    let (planned, bound) = (write(plan.planned), write(plan.bound));
    folder.write(
        "okrs/2026-Q3/plan.yaml",
        &format!(
            "regua: 1
cycle: 2026-Q3
objectives:
  - id: one
    key_results:
      - {{id: read, kpi: wait, baseline: {from}, target: {to}, plan: [{{by: 2026-08-10, value: {planned}}}]}}
      - {{id: told, baseline: {from}, target: {to}}}
      - {{id: less, unit: {unit}, baseline: {from}, target: -30%}}
      - {{id: kept, kpi: wait, kind: keep, at_most: {bound}}}
"
        ),
    );
    let told: Vec<String> = (1u32..)
        .zip(&plan.check_ins)
        .flat_map(|(week, value)| {
            ["told", "less"].map(|id| {
                format!(
                    "- {{date: 2026-07-{:02}, key_result: {id}, value: {}, confidence: 5}}\n",
                    week * 9,
                    write(*value)
                )
            })
        })
        .collect();
    folder.write("okrs/2026-Q3/check-ins.yaml", &told.concat());
    folder
}

/// What must be the same in every unit, of the cycle, of its objective and of each key result.
fn without_unit(result: &Value) -> Vec<Value> {
    let cycle = &result["okrs"][0];
    let objective = &cycle["objectives"][0];
    let key_results = objective["key_results"].as_array().unwrap();
    let mut found = vec![
        cycle["progress"].clone(),
        objective["progress"].clone(),
        objective["status"].clone(),
    ];
    for own in key_results {
        for name in ["kind", "progress", "expected", "status", "flags", "grade"] {
            assert!(own.get(name).is_some(), "{name}");
            found.push(own[name].clone());
        }
        found.push(own["forecast"]["progress"].clone());
    }
    found
}

fn of(number: u32, by: u32) -> String {
    // Tenths stay decimals in hours, and are whole in minutes.
    match (number * by) % 10 {
        0 => (number * by / 10).to_string(),
        tenth => format!("{}.{tenth}", number * by / 10),
    }
}

proptest! {
    #[test]
    fn units_change_nothing(plan in hours()) {
        let as_of = format!("2026-08-{:02}", plan.day);
        let in_hours = workspace(&plan, "h", |number| format!("{}h", of(number, 1)));
        let in_minutes = workspace(&plan, "min", |number| format!("{}min", of(number, 60)));
        let declared = workspace(&plan, "h", |number| format!("{} minutos", of(number, 60)));
        let expected = without_unit(&in_hours.scored(&as_of));
        prop_assert_eq!(&without_unit(&in_minutes.scored(&as_of)), &expected);
        prop_assert_eq!(&without_unit(&declared.scored(&as_of)), &expected);
    }
}
