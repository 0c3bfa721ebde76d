//! What scoring costs beside reading: `cargo bench --bench scoring`.
//!
//! Reads and scores the examples, and a workspace of forty assessments of the shipped rubric, in turn, so that
//! whatever else the machine does weighs on both alike. The last column is what counts.
#![expect(clippy::print_stdout, reason = "a benchmark says what it measured")]

use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use regua::model::parse_day;
use regua::read::{self, InputFile, Inputs};
use regua::score;
use regua::workspace::{self, find};

/// Rounds that each workspace is measured in.
const ROUNDS: u32 = 100;
/// Assessments of the large workspace.
const ASSESSMENTS: usize = 40;

fn main() {
    let day = parse_day("2026-11-20").expect("a day");
    println!(
        "{:<18} {:>12} {:>12} {:>8}",
        "workspace", "reading", "scoring", "share"
    );
    for name in ["otica-horizonte", "saas-support"] {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("examples")
            .join(name);
        let root = find(Some(&folder)).expect("the example is there");
        measure(name, day, &|| {
            workspace::read(&root).expect("the example can be read")
        });
    }
    measure("forty assessments", day, &large);
}

/// Reads and scores a workspace in turn, and says the median time of each.
fn measure(name: &str, day: NaiveDate, inputs: &dyn Fn() -> Inputs) {
    let mut reading = Vec::new();
    let mut scoring = Vec::new();
    for _ in 0..ROUNDS {
        let began = Instant::now();
        let read = read::workspace(inputs(), day);
        reading.push(began.elapsed());
        assert!(!read.diagnostics.has_errors(), "{:?}", read.diagnostics);
        let workspace = read.workspace.expect("a workspace without errors");
        let began = Instant::now();
        let scores = black_box(score::workspace(&workspace, day));
        scoring.push(began.elapsed());
        // Neither is charged with giving back the memory that it took.
        drop((scores, workspace));
    }
    let (reading, scoring) = (median(reading), median(scoring));
    let share = scoring.as_secs_f64() / reading.as_secs_f64();
    println!(
        "{name:<18} {:>9.0} µs {:>9.0} µs {share:>8.3}",
        reading.as_secs_f64() * 1e6,
        scoring.as_secs_f64() * 1e6,
    );
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// The shipped rubric answered in full on many days, from memory.
fn large() -> Inputs {
    let example = include_str!("../examples/otica-horizonte/assessments/2026-09-30.yaml");
    let file = |path: String, text: String| InputFile {
        path,
        bytes: text.into_bytes(),
    };
    let settings = "regua: 1\norganisation: Forty\nrubrics: [customer-service]\n";
    let mut assessments = Vec::new();
    for index in 0..ASSESSMENTS {
        let mut date = String::new();
        let (year, month) = (2020 + index / 12, index % 12 + 1);
        write!(date, "{year}-{month:02}-28").expect("a text can be written");
        let text = example.replace("date: 2026-09-30", &format!("date: {date}"));
        assessments.push(file(format!("assessments/{date}.yaml"), text));
    }
    Inputs {
        settings: Some(file("regua.yaml".to_owned(), settings.to_owned())),
        assessments,
        ..Inputs::default()
    }
}
