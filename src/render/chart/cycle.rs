//! All key results of a cycle below one another, by objective: the name above, the bar and its figures below it.

use serde::{Deserialize, Serialize};

use super::figure::Figure;
use super::key_result::KeyResult;
use super::progress::{ProgressBar, bar};
use super::shapes::{Label, WIDTH, tenth};
use super::text::{NORMAL, wrap};

/// The size of an objective's title.
const TITLE: f64 = 13.0;

/// A cycle with everything that is pursued in it.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Cycle {
    objectives: Vec<Objective>,
}

#[derive(Debug, Clone, Deserialize)]
struct Objective {
    title: String,
    key_results: Vec<KeyResult>,
}

/// All key results of a cycle below one another, by objective.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct CycleBars {
    width: f64,
    height: f64,
    zero: f64,
    whole: f64,
    objectives: Vec<Label>,
    rows: Vec<CycleRow>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct CycleRow {
    y: f64,
    label: Label,
    bar: ProgressBar,
    status: String,
    progress: Option<Figure>,
    expected: Option<Figure>,
}

/// `None` for a cycle without key results.
pub(super) fn cycle_bars(cycle: &Cycle) -> Option<CycleBars> {
    const FIGURES: f64 = 92.0;
    const INDENT: f64 = 18.0;
    // A bar that is cut on its left ends in an arrow.
    const ARROW: f64 = 8.0;
    const BAR: f64 = WIDTH - INDENT - ARROW - FIGURES;
    const STEP: f64 = 15.0;
    let mut y = 32.0;
    let mut objectives = Vec::new();
    let mut rows = Vec::new();
    for objective in &cycle.objectives {
        let lines = wrap(&objective.title, WIDTH, TITLE, 6);
        y += 12.0;
        let block = lines.len() as f64 * 17.0;
        objectives.push(Label {
            x: 0.0,
            y: tenth(y + 12.0),
            step: 17.0,
            anchor: "start",
            lines,
        });
        y += block + 4.0;
        for key_result in &objective.key_results {
            let lines = wrap(&key_result.title, WIDTH - INDENT, NORMAL, 6);
            let block = lines.len() as f64 * STEP;
            rows.push(CycleRow {
                y: tenth(y + block + 12.0),
                label: Label {
                    x: INDENT,
                    y: tenth(y + 11.5),
                    step: STEP,
                    anchor: "start",
                    lines,
                },
                bar: bar(key_result, INDENT + ARROW, BAR),
                status: key_result.status.clone(),
                progress: key_result.progress.clone(),
                expected: key_result.expected.clone(),
            });
            y += block + 30.0;
        }
    }
    let (zero, whole) = rows.first().map(|row| (row.bar.zero, row.bar.whole))?;
    Some(CycleBars {
        width: WIDTH,
        height: tenth(y),
        zero,
        whole,
        objectives,
        rows,
    })
}
