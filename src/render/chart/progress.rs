//! Progress as a bar from zero, and where it should be by now.

use serde::Serialize;

use super::key_result::KeyResult;
use super::shapes::tenth;

/// Progress as a bar from zero, and where it should be by now.
///
/// All bars share one axis, so that they can be compared: from 15 % below the baseline to 25 % beyond
/// the target. A bar that is longer ends in an arrow, and its figure stands beside it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct ProgressBar {
    width: f64,
    height: f64,
    pub(super) zero: f64,
    pub(super) whole: f64,
    /// The bar, drawn from zero to either side; `None` without progress.
    x: Option<f64>,
    length: Option<f64>,
    expected: Option<f64>,
    /// `left` or `right` where the bar is longer than the picture.
    cut: Option<&'static str>,
    regressed: bool,
}

pub(super) fn progress_bar(key_result: &KeyResult) -> ProgressBar {
    bar(key_result, 0.0, 224.0)
}

pub(super) fn bar(key_result: &KeyResult, left: f64, width: f64) -> ProgressBar {
    const LOW: f64 = -0.15;
    const HIGH: f64 = 1.25;
    let at = |share: f64| left + (share.clamp(LOW, HIGH) - LOW) / (HIGH - LOW) * width;
    let progress = key_result.progress.as_ref().map(|figure| figure.number);
    ProgressBar {
        width: tenth(width),
        height: 22.0,
        zero: tenth(at(0.0)),
        whole: tenth(at(1.0)),
        x: progress.map(|share| tenth(at(share.min(0.0)))),
        length: progress.map(|share| tenth((at(share) - at(0.0)).abs())),
        expected: key_result
            .expected
            .as_ref()
            .map(|figure| tenth(at(figure.number))),
        cut: progress.and_then(|share| match share {
            share if share > HIGH => Some("right"),
            share if share < LOW => Some("left"),
            _ => None,
        }),
        regressed: progress.is_some_and(|share| share < 0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::key_result;
    use super::*;

    #[test]
    fn a_bar_runs_from_zero_to_either_side_and_tells_when_it_is_cut() {
        #[track_caller]
        fn case(progress: &str, length: f64, cut: Option<&str>) {
            let bar = progress_bar(&key_result(Some(progress), &[]));
            assert_eq!((bar.length, bar.cut), (Some(length), cut));
        }
        case("1/2", 80.0, None);
        case("1.22", 195.2, None);
        case("3", 200.0, Some("right"));
        case("-0.08", 12.8, None);
        case("-2", 24.0, Some("left"));
        let behind = progress_bar(&key_result(Some("-0.08"), &[]));
        assert_eq!(
            (behind.x, behind.zero, behind.regressed),
            (Some(11.2), 24.0, true)
        );
        assert_eq!(progress_bar(&key_result(None, &[])).x, None);
    }
}
