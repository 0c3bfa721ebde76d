//! The scores of the dimensions along the scale: for too few or too many dimensions for a radar.

use serde::Serialize;

use super::assessment::Assessment;
use super::figure::Figure;
use super::scale::Scale;
use super::shapes::{Label, Tick, WIDTH, tenth};
use super::text::{NORMAL, wrap};

/// A line for each dimension, its name above it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Bars {
    width: f64,
    height: f64,
    left: f64,
    right: f64,
    /// Where the lines of the ticks begin and end.
    top: f64,
    bottom: f64,
    ticks: Vec<BarsTick>,
    pub(super) rows: Vec<BarsRow>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct BarsTick {
    x: f64,
    /// None where there is no room for it.
    figure: Option<Figure>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct BarsRow {
    y: f64,
    label: Label,
    score: Option<Figure>,
    pub(super) x: Option<f64>,
    previous: Option<f64>,
    target: Option<f64>,
    /// Where the dimension's scale ends, when that is below the top.
    maximum: Option<Tick>,
}

/// `None` without dimensions.
pub(super) fn bars(assessment: &Assessment) -> Option<Bars> {
    const STEP: f64 = 15.0;
    const LEFT: f64 = 8.0;
    const RIGHT: f64 = WIDTH - 52.0;
    if assessment.dimensions.is_empty() {
        return None;
    }
    let scale = Scale::of(assessment);
    let at = |number: f64| tenth(LEFT + scale.share(number) * (RIGHT - LEFT));
    let place = |figure: &Option<Figure>| figure.as_ref().map(|figure| at(figure.number));
    let figures = scale.ticks(assessment);
    let legible = scale.legible(&figures);
    let mut y = 24.0;
    let mut rows = Vec::new();
    for dimension in &assessment.dimensions {
        let indent = f64::from(dimension.depth.min(3)) * 12.0;
        let lines = wrap(&dimension.title, WIDTH - indent, NORMAL, 6);
        let block = lines.len() as f64 * STEP;
        let maximum = dimension.maximum.clone();
        let maximum = maximum.filter(|maximum| maximum.number < scale.high);
        rows.push(BarsRow {
            y: tenth(y + block + 11.0),
            label: Label {
                x: tenth(indent),
                y: tenth(y + 12.0),
                step: STEP,
                anchor: "start",
                lines,
            },
            score: dimension.practice_score.clone(),
            x: place(&dimension.practice_score),
            previous: place(&dimension.previous_practice_score),
            target: place(&dimension.target_score),
            maximum: maximum.map(|figure| Tick {
                at: at(figure.number),
                figure,
            }),
        });
        y += block + 26.0;
    }
    Some(Bars {
        width: WIDTH,
        height: tenth(y + 2.0),
        left: LEFT,
        right: RIGHT,
        top: 20.0,
        bottom: tenth(y),
        ticks: figures
            .into_iter()
            .zip(legible)
            .map(|(figure, is_legible)| BarsTick {
                x: at(figure.number),
                figure: is_legible.then_some(figure),
            })
            .collect(),
        rows,
    })
}
