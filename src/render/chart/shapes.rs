//! Labels, lines and marks that several charts share, in tenths of a unit.

use serde::Serialize;

use super::figure::Figure;

/// How wide a chart may be, so that its smallest text is legible without a magnifier: on a phone of 360 CSS pixels
/// the page leaves it about 328.
pub(super) const WIDTH: f64 = 344.0;

/// Lines of text at a place. `y` is the baseline of the first line; `step` leads to the next.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Label {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) step: f64,
    pub(super) anchor: &'static str,
    pub(super) lines: Vec<String>,
}

/// A straight line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Line {
    pub(super) x1: f64,
    pub(super) y1: f64,
    pub(super) x2: f64,
    pub(super) y2: f64,
}

/// A mark at a place, with the figure it stands for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Mark {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) figure: Figure,
}

/// A tick of an axis.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Tick {
    pub(super) at: f64,
    pub(super) figure: Figure,
}

/// A tenth of a unit is finer than any screen shows. Adding zero turns −0 into 0.
pub(super) fn tenth(number: f64) -> f64 {
    (number * 10.0).round() / 10.0 + 0.0
}

pub(super) fn line(x1: f64, y1: f64, x2: f64, y2: f64) -> Line {
    Line {
        x1: tenth(x1),
        y1: tenth(y1),
        x2: tenth(x2),
        y2: tenth(y2),
    }
}

/// The path through `points`, broken wherever one is missing.
pub(super) fn path(points: &[Option<(f64, f64)>]) -> String {
    let mut text = String::new();
    let mut pen_is_down = false;
    for point in points {
        if let Some((x, y)) = point {
            let command = if pen_is_down { 'L' } else { 'M' };
            text.push_str(&format!("{command}{} {}", tenth(*x), tenth(*y)));
        }
        pen_is_down = point.is_some();
    }
    text
}
