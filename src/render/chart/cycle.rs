//! All key results of a cycle below one another, by objective.

use serde::{Deserialize, Serialize};

use super::figure::Figure;
use super::key_result::KeyResult;
use super::progress::{ProgressBar, bar};
use super::shapes::{Label, tenth};
use super::text::wrap;

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
    /// The upper end of the lines at zero and at the whole.
    top: f64,
    bottom: f64,
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
    const WIDTH: f64 = 640.0;
    const LABELS: f64 = 270.0;
    const BAR: f64 = 250.0;
    if cycle
        .objectives
        .iter()
        .all(|objective| objective.key_results.is_empty())
    {
        return None;
    }
    let mut y = 22.0;
    let mut objectives = Vec::new();
    let mut rows = Vec::new();
    for objective in &cycle.objectives {
        let lines = wrap(&objective.title, WIDTH - 4.0, 13.5, 2);
        y += 14.0;
        let block = lines.len() as f64 * 17.0;
        objectives.push(Label {
            x: 0.0,
            y: tenth(y + 12.0),
            step: 17.0,
            anchor: "start",
            lines,
        });
        y += block + 2.0;
        for key_result in &objective.key_results {
            let lines = wrap(&key_result.title, LABELS - 30.0, 12.5, 3);
            let block = lines.len() as f64 * 15.0;
            let height = (block + 8.0).max(26.0);
            let middle = y + height / 2.0;
            rows.push(CycleRow {
                y: tenth(middle),
                label: Label {
                    x: 18.0,
                    y: tenth(middle - block / 2.0 + 11.5),
                    step: 15.0,
                    anchor: "start",
                    lines,
                },
                bar: bar(key_result, LABELS, BAR),
                status: key_result.status.clone(),
                progress: key_result.progress.clone(),
                expected: key_result.expected.clone(),
            });
            y += height;
        }
    }
    let (zero, whole) = rows.first().map(|row| (row.bar.zero, row.bar.whole))?;
    Some(CycleBars {
        width: WIDTH,
        height: tenth(y + 8.0),
        top: 22.0,
        bottom: tenth(y + 2.0),
        zero,
        whole,
        objectives,
        rows,
    })
}
