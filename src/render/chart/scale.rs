//! Scales with the marks worth naming: that of an assessment, and an axis around any figures.

use super::assessment::Assessment;
use super::figure::Figure;

/// The scale on which scores lie, from the lowest there is to the top.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Scale {
    /// The scale of an assessment, which may reach below zero.
    pub(super) fn of(assessment: &Assessment) -> Self {
        let low = assessment.bottom.number;
        let high = assessment.top.number;
        let high = if high > low { high } else { low + 1.0 };
        Self { low, high }
    }

    /// How far along the scale a figure lies, kept between its ends.
    pub(super) fn share(&self, number: f64) -> f64 {
        ((number - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }

    /// The marks worth naming: both ends and where levels begin between them; equal steps without levels.
    pub(super) fn ticks(&self, assessment: &Assessment) -> Vec<Figure> {
        if assessment.levels.is_empty() {
            return self.steps();
        }
        let levels = assessment.levels.iter();
        let inner = levels
            .filter_map(|level| assessment.beginning(level))
            .filter(|beginning| beginning.number > self.low && beginning.number < self.high);
        let mut ticks = vec![assessment.bottom.clone()];
        ticks.extend(inner);
        ticks.push(assessment.top.clone());
        ticks
    }

    /// Every whole number of a scale that has few; else from three to six equal steps, as round as can be.
    fn steps(&self) -> Vec<Figure> {
        const MOST: f64 = 7.0;
        let span = self.high - self.low;
        let is_whole = |number: f64| (number - number.round()).abs() < 1e-9;
        let parts = if (2.0..=MOST).contains(&span) && is_whole(span) {
            span
        } else {
            let (numbers, places) = if span < 2.0 {
                ([4.0, 5.0, 6.0, 3.0], [100.0, 1000.0])
            } else {
                ([5.0, 4.0, 6.0, 3.0], [1.0, 10.0])
            };
            let mut round = places.into_iter().flat_map(|places| {
                let parts = numbers.into_iter();
                parts.filter(move |parts| is_whole(span / parts * places))
            });
            round.next().unwrap_or(4.0)
        };
        let step = span / parts;
        let places = if is_whole(step) && is_whole(self.low) {
            0
        } else {
            2
        };
        (0..=parts.round() as usize)
            .map(|index| figure(self.low + index as f64 * step, places))
            .collect()
    }

    /// Which ticks stand far enough from each other to be read. Of two that do not, the beginning of a level is
    /// kept before an end.
    pub(super) fn legible(&self, ticks: &[Figure]) -> Vec<bool> {
        const NEAREST: f64 = 0.12;
        let are_apart = |one: usize, other: usize| {
            (self.share(ticks[one].number) - self.share(ticks[other].number)).abs() >= NEAREST
        };
        let last = ticks.len() - 1;
        let mut kept: Vec<usize> = Vec::new();
        for index in (1..last).chain([0, last]) {
            if kept.iter().all(|before| are_apart(*before, index)) {
                kept.push(index);
            }
        }
        (0..ticks.len())
            .map(|index| kept.contains(&index))
            .collect()
    }
}

/// A figure for an axis, which no exact text stands behind.
pub(super) fn figure(number: f64, places: usize) -> Figure {
    let text = format!("{number:.places$}");
    let text = if text
        .trim_start_matches('-')
        .chars()
        .all(|c| c == '0' || c == '.')
    {
        "0".to_owned()
    } else {
        text
    };
    Figure { text, number }
}

/// From where to where the vertical axis runs, and its step: round figures around all of `shown`.
/// It goes below zero only when a figure does.
pub(super) fn axis(shown: &[f64]) -> (f64, f64, f64) {
    let least = shown.iter().copied().fold(f64::INFINITY, f64::min);
    let most = shown.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let span = match most - least {
        span if span > 0.0 => span,
        _ if most == 0.0 => 1.0,
        _ => most.abs() * 0.2,
    };
    let step = round_step(span * 1.2 / 4.0);
    let mut low = ((least - span * 0.1) / step).floor() * step;
    let high = ((most + span * 0.1) / step).ceil() * step;
    if least >= 0.0 {
        low = low.max(0.0);
    }
    (low, if high > low { high } else { low + step }, step)
}

/// The next of 1, 2, 5, 10, 20, 50, …
pub(super) fn round_step(least: f64) -> f64 {
    let magnitude = 10f64.powf(least.log10().floor());
    let factor = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .find(|factor| factor * magnitude >= least * 0.999)
        .unwrap_or(10.0);
    factor * magnitude
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_has_round_figures_around_the_readings() {
        #[track_caller]
        fn case(shown: &[f64], expected: (f64, f64, f64)) {
            assert_eq!(axis(shown), expected);
        }
        case(&[62.0, 81.0], (60.0, 90.0, 10.0));
        case(&[0.0, 3.0], (0.0, 4.0, 1.0)); // not below zero without a reason
        case(&[-5.0, 5.0], (-10.0, 10.0, 5.0));
        case(&[0.0], (0.0, 0.5, 0.5));
    }
}
