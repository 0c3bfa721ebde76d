//! The readings of a key result in its cycle, on a true time axis from the start to the due date.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::figure::Figure;
use super::key_result::KeyResult;
use super::shapes::{Mark, path, tenth};

/// The days a cycle runs over.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Span {
    start: String,
}

/// The readings of a key result in its cycle, on a true time axis from the start to the due date.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Sparkline {
    width: f64,
    height: f64,
    left: f64,
    right: f64,
    line: String,
    points: Vec<Mark>,
    last: Mark,
    baseline: Option<f64>,
    target: Option<f64>,
}

/// `None` before the first reading.
pub(super) fn sparkline(key_result: &KeyResult, cycle: &Span) -> Option<Sparkline> {
    const WIDTH: f64 = 132.0;
    const HEIGHT: f64 = 36.0;
    const EDGE: f64 = 5.0;
    let readings: Vec<(i64, &Figure)> = key_result
        .readings
        .iter()
        .filter_map(|reading| Some((day(&reading.date)?, reading.value.as_ref()?)))
        .collect();
    let (first, latest) = (readings.first()?.0, readings.last()?.0);
    let start = day(&cycle.start).unwrap_or(first).min(first);
    let end = day(&key_result.due)
        .unwrap_or(latest)
        .max(latest)
        .max(start + 1);
    let levels = [&key_result.baseline, &key_result.target];
    let numbers = || {
        let levels = levels.into_iter().flatten().map(|figure| figure.number);
        levels.chain(readings.iter().map(|(_, figure)| figure.number))
    };
    let low = numbers().fold(f64::INFINITY, f64::min);
    let high = numbers().fold(f64::NEG_INFINITY, f64::max);
    let span = if high > low { high - low } else { 1.0 };
    let x = |day: i64| EDGE + (day - start) as f64 / (end - start) as f64 * (WIDTH - 2.0 * EDGE);
    let y = |number: f64| HEIGHT - EDGE - (number - low) / span * (HEIGHT - 2.0 * EDGE);
    let points: Vec<Mark> = readings
        .iter()
        .map(|(day, figure)| Mark {
            x: tenth(x(*day)),
            y: tenth(y(figure.number)),
            figure: (*figure).clone(),
        })
        .collect();
    let places: Vec<Option<(f64, f64)>> =
        points.iter().map(|mark| Some((mark.x, mark.y))).collect();
    Some(Sparkline {
        width: WIDTH,
        height: HEIGHT,
        left: EDGE,
        right: WIDTH - EDGE,
        line: path(&places),
        last: points.last().cloned()?,
        points,
        baseline: key_result
            .baseline
            .as_ref()
            .map(|figure| tenth(y(figure.number))),
        target: key_result
            .target
            .as_ref()
            .map(|figure| tenth(y(figure.number))),
    })
}

/// The number of a day, for distances between days.
fn day(date: &str) -> Option<i64> {
    let date: NaiveDate = date.parse().ok()?;
    Some(date.signed_duration_since(NaiveDate::default()).num_days())
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{key_result, read};
    use super::*;

    #[test]
    fn a_sparkline_keeps_the_distance_between_days() {
        let cycle: Span = read(serde_json::json!({"start": "2026-10-01"}));
        let readings = [
            ("2026-10-01", "24"),
            ("2026-11-16", "18"),
            ("2026-12-31", "12"),
        ];
        let spark = sparkline(&key_result(None, &readings), &cycle).expect("readings");
        assert_eq!((spark.points[0].x, spark.last.x), (spark.left, spark.right));
        assert!(
            (spark.points[1].x - 66.7).abs() < 0.1,
            "{}",
            spark.points[1].x
        );
        assert!(sparkline(&key_result(None, &[]), &cycle).is_none());
    }
}
