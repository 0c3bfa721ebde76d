//! What moved the index from the assessment before to this one, step by step.
//!
//! The bars lie on the part of the scale that the index ran through. Both ends are marks and not bars: a bar that
//! does not begin at the scale's beginning would show a share that is none.

use serde::{Deserialize, Serialize};

use super::figure::Figure;
use super::shapes::{Label, WIDTH, tenth};
use super::text::{NORMAL, wrap};

/// What the chart reads of the report model.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Moved {
    start: Figure,
    end: Figure,
    steps: Vec<Step>,
}

#[derive(Debug, Clone, Deserialize)]
struct Step {
    label: String,
    delta: Figure,
    after: Figure,
}

/// What moved the index, from top to bottom.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Waterfall {
    width: f64,
    height: f64,
    start: End,
    end: End,
    bars: Vec<Bar>,
}

/// One of the two marks that the bars lead from and to.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct End {
    x: f64,
    y: f64,
    figure: Figure,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Bar {
    label: Label,
    /// Its middle.
    y: f64,
    x: f64,
    width: f64,
    rises: bool,
    /// Where it ends: there a line leads down to what follows.
    to: f64,
    /// How far down that is.
    down: f64,
    delta: Figure,
}

const STEP: f64 = 15.0;
/// Half the thickness of a bar.
const HALF: f64 = 6.0;
const LABELS: f64 = 146.0;
const VALUES: f64 = 46.0;

/// `None` where nothing moved it.
pub(super) fn waterfall(moved: &Moved) -> Option<Waterfall> {
    if moved.steps.is_empty() {
        return None;
    }
    let numbers = || {
        let after = moved.steps.iter().map(|step| step.after.number);
        after.chain([moved.start.number, moved.end.number])
    };
    let low = numbers().fold(f64::INFINITY, f64::min);
    let high = numbers().fold(f64::NEG_INFINITY, f64::max);
    let span = if high > low { high - low } else { 1.0 };
    let (left, right) = (LABELS + 14.0, WIDTH - VALUES - 10.0);
    let x = |number: f64| left + (number - low) / span * (right - left);

    let top = 14.0;
    let mut y = top + 18.0;
    let mut from = moved.start.number;
    let mut bars: Vec<Bar> = Vec::new();
    let mut above = top;
    for step in &moved.steps {
        let lines = wrap(&step.label, LABELS, NORMAL, 5);
        let block = lines.len() as f64 * STEP;
        let height = (block + 11.0).max(30.0);
        let middle = y + height / 2.0;
        let to = step.after.number;
        let width = (x(to) - x(from)).abs().max(1.5);
        if let Some(last) = bars.last_mut() {
            last.down = tenth(middle - HALF - above);
        }
        bars.push(Bar {
            label: Label {
                x: 0.0,
                y: tenth(middle - block / 2.0 + 11.5),
                step: STEP,
                anchor: "start",
                lines,
            },
            y: tenth(middle),
            x: tenth(x(from.min(to))),
            width: tenth(width),
            rises: to > from,
            to: tenth(x(to)),
            down: 0.0,
            delta: step.delta.clone(),
        });
        above = middle + HALF;
        from = to;
        y += height;
    }
    let bottom = y + 18.0;
    if let Some(last) = bars.last_mut() {
        last.down = tenth(bottom - above - HALF);
    }
    let end = |figure: &Figure, y: f64| End {
        x: tenth(x(figure.number)),
        y: tenth(y),
        figure: figure.clone(),
    };
    Some(Waterfall {
        width: WIDTH,
        height: tenth(bottom + 14.0),
        start: end(&moved.start, top),
        end: end(&moved.end, bottom),
        bars,
    })
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::read;
    use super::*;

    fn moved(start: &str, steps: &[(&str, &str)]) -> Moved {
        let end = steps.last().map_or(start, |(_, after)| after);
        let steps: Vec<_> = steps
            .iter()
            .map(|(delta, after)| {
                serde_json::json!({"label": "Procedimentos", "delta": delta, "after": after})
            })
            .collect();
        read(serde_json::json!({"start": start, "end": end, "steps": steps}))
    }

    #[test]
    fn each_bar_begins_where_the_one_above_ends() {
        let moved = moved("2", &[("1", "3"), ("1/2", "7/2"), ("-1", "5/2")]);
        let chart = waterfall(&moved).expect("steps");
        let ends: Vec<f64> = chart.bars.iter().map(|bar| bar.to).collect();
        assert_eq!(chart.bars[0].x, chart.start.x);
        assert_eq!(chart.bars[1].x, ends[0]);
        // A fall is drawn from its end, and ends to the left of where it begins.
        assert_eq!((chart.bars[2].x, chart.bars[2].rises), (ends[2], false));
        assert!((chart.bars[2].x + chart.bars[2].width - ends[1]).abs() < 0.2);
        assert_eq!(chart.end.x, ends[2]);
    }

    #[test]
    fn a_line_leads_from_each_bar_to_the_next_and_from_the_last_to_the_end() {
        let chart = waterfall(&moved("2", &[("1", "3"), ("1", "4")])).expect("steps");
        let [first, last] = chart.bars.as_slice() else {
            panic!("two bars");
        };
        assert!((first.y + HALF + first.down - (last.y - HALF)).abs() < 0.2);
        assert!(last.y + HALF + last.down <= chart.end.y);
    }

    #[test]
    fn without_steps_nothing_is_drawn() {
        assert!(waterfall(&moved("2", &[])).is_none());
    }
}
