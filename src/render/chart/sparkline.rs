//! The readings of a key result in its cycle, on a true time axis from the start to the due date.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::figure::Figure;
use super::key_result::{Forecast, KeyResult};
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
    forecast: Option<Projection>,
}

/// Where the readings lead by the due date.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Projection {
    x: f64,
    y: f64,
    /// Where its figure stands: in a strip of its own above or below the lines.
    label_y: f64,
    /// Whether it lies outside the picture, which is kept to what the readings need.
    is_cut: bool,
    figure: Figure,
}

/// `None` before the first reading.
pub(super) fn sparkline(key_result: &KeyResult, cycle: &Span) -> Option<Sparkline> {
    const WIDTH: f64 = 132.0;
    const PLOT: f64 = 36.0;
    const STRIP: f64 = 14.0;
    const EDGE: f64 = 5.0;
    let readings: Vec<(i64, &Figure)> = key_result
        .readings
        .iter()
        .filter_map(|reading| Some((day(&reading.date)?, reading.value.as_ref()?)))
        .collect();
    let (first, (latest, value)) = (readings.first()?.0, *readings.last()?);
    let start = day(&cycle.start).unwrap_or(first).min(first);
    let due = day(&key_result.due).unwrap_or(latest);
    let end = due.max(latest).max(start + 1);
    let forecast = key_result.forecast.as_ref().filter(|_| due > latest);
    let range = Range::of(key_result, &readings, forecast);
    // A figure near the upper edge stands above the lines, another below them.
    let is_above = forecast.is_some_and(|own| range.share(own.value.number) > 0.5);
    let top = if is_above { STRIP } else { 0.0 };
    let x = |day: i64| EDGE + (day - start) as f64 / (end - start) as f64 * (WIDTH - 2.0 * EDGE);
    let y = |number: f64| top + PLOT - EDGE - range.share(number) * (PLOT - 2.0 * EDGE);
    let mark = |day: i64, figure: &Figure| Mark {
        x: tenth(x(day)),
        y: tenth(y(figure.number)),
        figure: figure.clone(),
    };
    let points: Vec<Mark> = readings
        .iter()
        .map(|(day, figure)| mark(*day, figure))
        .collect();
    let places: Vec<Option<(f64, f64)>> =
        points.iter().map(|mark| Some((mark.x, mark.y))).collect();
    let level = |figure: &Option<Figure>| figure.as_ref().map(|figure| tenth(y(figure.number)));
    Some(Sparkline {
        width: WIDTH,
        height: PLOT + forecast.map_or(0.0, |_| STRIP),
        left: EDGE,
        right: WIDTH - EDGE,
        line: path(&places),
        points,
        last: mark(latest, value),
        baseline: level(&key_result.baseline),
        target: level(&key_result.target),
        forecast: forecast.map(|own| Projection {
            x: tenth(x(due)),
            y: tenth(y(own.value.number)),
            label_y: if is_above { 11.0 } else { PLOT + 11.0 },
            is_cut: !range.holds(own.value.number),
            figure: own.value.clone(),
        }),
    })
}

/// The values that the picture shows.
struct Range {
    low: f64,
    high: f64,
}

impl Range {
    /// Around readings, baseline and target; a forecast widens it by no more than its own height, so that the
    /// readings stay a line.
    fn of(
        key_result: &KeyResult,
        readings: &[(i64, &Figure)],
        forecast: Option<&Forecast>,
    ) -> Range {
        let levels = [&key_result.baseline, &key_result.target];
        let numbers = || {
            let levels = levels.into_iter().flatten().map(|figure| figure.number);
            levels.chain(readings.iter().map(|(_, figure)| figure.number))
        };
        let low = numbers().fold(f64::INFINITY, f64::min);
        let high = numbers().fold(f64::NEG_INFINITY, f64::max);
        let span = if high > low { high - low } else { 1.0 };
        let high = low + span;
        match forecast {
            Some(own) => Range {
                low: low.min(own.value.number).max(low - span),
                high: high.max(own.value.number).min(high + span),
            },
            None => Range { low, high },
        }
    }

    fn holds(&self, number: f64) -> bool {
        (self.low..=self.high).contains(&number)
    }

    fn share(&self, number: f64) -> f64 {
        ((number - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }
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

    #[test]
    fn a_forecast_leads_on_to_the_due_date() {
        #[track_caller]
        fn case(value: &str, is_above: bool, is_cut: bool) {
            let cycle: Span = read(serde_json::json!({"start": "2026-10-01"}));
            let readings = [("2026-10-01", "24"), ("2026-11-16", "18")];
            let mut key_result = key_result(None, &readings);
            let value = Figure::parse(value).expect("a figure");
            key_result.forecast = Some(Forecast { value });
            let spark = sparkline(&key_result, &cycle).expect("readings");
            let forecast = spark.forecast.expect("it is ahead");
            assert_eq!(forecast.x, spark.right);
            assert_eq!(
                (forecast.label_y < forecast.y, forecast.is_cut),
                (is_above, is_cut)
            );
            assert!(forecast.y <= spark.height && forecast.y >= 0.0);
        }
        case("12", false, false); // from 24 to 12: the target, at the bottom
        case("22", true, false);
        case("30", true, false); // worse than the baseline
        case("90", true, true);
    }

    #[test]
    fn after_the_due_date_nothing_is_forecast() {
        let cycle: Span = read(serde_json::json!({"start": "2026-10-01"}));
        let mut key_result = key_result(None, &[("2026-10-01", "24"), ("2026-12-31", "18")]);
        let value = Figure::parse("17").expect("a figure");
        key_result.forecast = Some(Forecast { value });
        let spark = sparkline(&key_result, &cycle).expect("readings");
        assert_eq!((spark.forecast, spark.height), (None, 36.0));
    }
}
