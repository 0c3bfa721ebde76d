//! Scores as marks on the scale of the levels: the summary of an assessment.

use serde::Serialize;

use super::assessment::Assessment;
use super::figure::Figure;
use super::scale::Scale;
use super::shapes::{Label, Tick, WIDTH, tenth};
use super::text::{NORMAL, entries, whole};

/// Scores as marks on the scale of the levels: the summary of an assessment.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Ruler {
    width: f64,
    height: f64,
    /// Where the lines of the ticks end.
    bottom: f64,
    /// The levels' titles by number, where they do not fit at their ticks.
    keys: Label,
    left: f64,
    right: f64,
    ticks: Vec<RulerTick>,
    minor: Vec<f64>,
    practice: RulerRow,
    /// None where the outcome lies on another scale, or there can be none.
    outcome: Option<RulerRow>,
    /// None where it is the practice score by another name.
    index: Option<RulerRow>,
    target: Option<Tick>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct RulerTick {
    x: f64,
    /// None where there is no room for it.
    figure: Option<Figure>,
    /// The level's title, when every title of the scale fits; else nothing. At the tick that is the level's, or
    /// in the middle of the band that begins there.
    label: Label,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct RulerRow {
    /// Which score: practice, outcome or index.
    of: &'static str,
    y: f64,
    label: Label,
    score: Option<Figure>,
    x: Option<f64>,
    previous: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

/// `None` when there is nothing to mark: no score at all.
pub(super) fn ruler(assessment: &Assessment) -> Option<Ruler> {
    const LEFT: f64 = 82.0;
    const RIGHT: f64 = WIDTH - 50.0;
    let scale = Scale::of(assessment);
    let nothing = assessment.practice_score.is_none()
        && assessment.outcome_score.is_none()
        && assessment
            .dimensions
            .iter()
            .all(|dimension| dimension.practice_score.is_none());
    if nothing {
        return None;
    }
    let at = |number: f64| tenth(LEFT + scale.share(number) * (RIGHT - LEFT));
    let figures = scale.ticks(assessment);
    let legible = scale.legible(&figures);
    let places: Vec<f64> = figures.iter().map(|figure| at(figure.number)).collect();
    let spacing = |index: usize| match places.get(index + 1) {
        Some(next) => next - places[index],
        None => places[index] - places[index - 1],
    };
    let titles: Vec<Option<Vec<String>>> = figures
        .iter()
        .enumerate()
        .map(|(index, figure)| match assessment.level_at(figure) {
            Some(level) => whole(&level.title, spacing(index) - 4.0, NORMAL, 2),
            None => Some(Vec::new()),
        })
        .collect();
    let are_whole = titles.iter().all(Option::is_some);
    let ticks: Vec<RulerTick> = figures
        .into_iter()
        .zip(titles)
        .enumerate()
        .map(|(index, (figure, lines))| {
            let x = places[index];
            let is_band = assessment.is_banded() && index + 1 < places.len();
            let lines = if are_whole {
                lines.unwrap_or_default()
            } else {
                Vec::new()
            };
            RulerTick {
                x,
                figure: legible[index].then_some(figure),
                label: Label {
                    x: if is_band {
                        tenth(x + spacing(index) / 2.0)
                    } else {
                        x
                    },
                    y: 31.0,
                    step: 15.0,
                    anchor: "middle",
                    lines,
                },
            }
        })
        .collect();
    let deepest = ticks
        .iter()
        .map(|tick| tick.label.lines.len())
        .max()
        .unwrap_or(0);
    let head = 26.0 + 15.0 * deepest as f64;
    let span = scale.high - scale.low;
    let tenths = if span <= 12.0 {
        (span * 10.0).round() as usize
    } else {
        0 // too many to tell apart
    };
    let minor = (1..tenths)
        .map(|index| at(scale.low + index as f64 / 10.0))
        .filter(|x| !places.contains(x))
        .collect();

    let previous = assessment.previous.as_ref();
    let (low, high) = assessment.interval.clone().unwrap_or((None, None));
    let row = |of, index: usize, score: &Option<Figure>, before: Option<&Figure>| RulerRow {
        of,
        y: tenth(head + 24.0 + index as f64 * 34.0),
        label: Label {
            x: 0.0,
            y: tenth(head + 28.5 + index as f64 * 34.0),
            step: 15.0,
            anchor: "start",
            lines: Vec::new(),
        },
        score: score.clone(),
        x: score.as_ref().map(|figure| at(figure.number)),
        previous: before.map(|figure| at(figure.number)),
        low: None,
        high: None,
    };
    let mut practice = row(
        "practice",
        0,
        &assessment.practice_score,
        previous.and_then(|previous| previous.practice_score.as_ref()),
    );
    practice.low = low.map(|figure| at(figure.number));
    practice.high = high.map(|figure| at(figure.number));
    let outcome = (assessment.has_outcome && !assessment.is_banded()).then(|| {
        row(
            "outcome",
            1,
            &assessment.outcome_score,
            previous.and_then(|previous| previous.outcome_score.as_ref()),
        )
    });
    let position = 1 + usize::from(outcome.is_some());
    let rows = position + usize::from(assessment.has_outcome);
    let index = assessment.has_outcome.then(|| {
        row(
            "index",
            position,
            &assessment.index,
            previous.and_then(|previous| previous.index.as_ref()),
        )
    });

    // Where the ticks are levels by number, a list can name them.
    let keys = if are_whole || assessment.is_banded() {
        Vec::new()
    } else {
        let levels = assessment.levels.iter();
        let texts = levels.map(|level| format!("{} {}", level.number, level.title));
        entries(&texts.collect::<Vec<_>>(), WIDTH, NORMAL)
    };
    let bottom = head + 16.0 + rows as f64 * 34.0;
    let target = assessment
        .target
        .as_ref()
        .and_then(|target| target.score.clone());
    Some(Ruler {
        width: WIDTH,
        height: bottom + 8.0 + keys.len() as f64 * 15.0,
        bottom,
        keys: Label {
            x: 0.0,
            y: tenth(bottom + 17.0),
            step: 15.0,
            anchor: "start",
            lines: keys,
        },
        left: LEFT,
        right: RIGHT,
        ticks,
        minor,
        practice,
        outcome,
        index,
        target: target.map(|figure| Tick {
            at: at(figure.number),
            figure,
        }),
    })
}

#[cfg(test)]
mod tests {
    use super::super::assessment::Level;
    use super::super::fixtures::{assessment, on_scale};
    use super::super::radar::{RADIUS, radar};
    use super::*;

    #[test]
    fn scores_lie_between_the_ends_of_the_ruler() {
        let ruler = ruler(&assessment(&["Processos"])).expect("a score");
        assert_eq!(ruler.practice.x, Some((ruler.left + ruler.right) / 2.0));
        assert_eq!(ruler.outcome.and_then(|outcome| outcome.x), None);
        assert!(ruler.practice.low < ruler.practice.x);
    }

    #[test]
    fn the_lowest_score_is_where_charts_begin() {
        #[track_caller]
        fn case(bottom: &str, top: &str, score: &str, share: f64) {
            let mut assessment = on_scale(bottom, top);
            assessment.practice_score = Figure::parse(score);
            assessment.dimensions[0].practice_score = Figure::parse(score);
            let radar = radar(&assessment).expect("three dimensions");
            let point = radar.axes[0].point.clone().expect("a score");
            assert_eq!(point.y, tenth(radar.center.1 - share * RADIUS));
            let ruler = ruler(&assessment).expect("a score");
            let expected = tenth(ruler.left + share * (ruler.right - ruler.left));
            assert_eq!(ruler.practice.x, Some(expected));
        }
        case("1", "5", "1", 0.0);
        case("1", "5", "3", 0.5);
        case("0", "1", "1/4", 0.25);
        case("-2", "2", "-1", 0.25); // below zero, and not at the end
        case("-2", "2", "-2", 0.0);
        case("-8", "-4", "-5", 0.75);
    }

    #[test]
    fn a_scale_has_few_and_round_marks() {
        #[track_caller]
        fn case(bottom: &str, top: &str, expected: &[&str]) {
            let ruler = ruler(&on_scale(bottom, top)).expect("a score");
            let texts: Vec<String> = ruler
                .ticks
                .iter()
                .map(|tick| tick.figure.clone().expect("there is room").text)
                .collect();
            assert_eq!(texts, expected);
        }
        case("1", "5", &["1", "2", "3", "4", "5"]);
        case("0", "7", &["0", "1", "2", "3", "4", "5", "6", "7"]);
        case("-2", "2", &["-2", "-1", "0", "1", "2"]);
        case("0", "1", &["0", "0.25", "0.50", "0.75", "1.00"]);
        case("0", "100", &["0", "20", "40", "60", "80", "100"]);
        case("0", "10", &["0", "2", "4", "6", "8", "10"]);
        case("0", "8", &["0", "2", "4", "6", "8"]);
        case("0", "11", &["0", "2.20", "4.40", "6.60", "8.80", "11.00"]);
        case("0", "2.5", &["0", "0.50", "1.00", "1.50", "2.00", "2.50"]);
        case("0", "1.5", &["0", "0.30", "0.60", "0.90", "1.20", "1.50"]);
        case("0", "10/3", &["0", "0.83", "1.67", "2.50", "3.33"]); // nothing is round
    }

    #[test]
    fn bands_are_marked_where_they_begin_and_named_in_their_middle() {
        let mut assessment = on_scale("1", "5");
        assessment.floor = Some(1);
        assessment.levels = [
            (1, "Basic", None),
            (2, "Medium", Some("13/5")),
            (3, "High", Some("4")),
        ]
        .map(|(number, title, from)| Level {
            number,
            title: title.to_owned(),
            from: from.and_then(Figure::parse),
        })
        .to_vec();
        let ruler = ruler(&assessment).expect("a score");
        let marks: Vec<(f64, String)> = ruler
            .ticks
            .iter()
            .map(|tick| (tick.label.x, tick.label.lines.join(" ")))
            .collect();
        let along =
            |number: f64| tenth(ruler.left + (number - 1.0) / 4.0 * (ruler.right - ruler.left));
        assert_eq!(
            marks,
            [
                (along(1.8), "Basic".to_owned()),
                (along(3.3), "Medium".to_owned()),
                (along(4.5), "High".to_owned()),
                (along(5.0), String::new()),
            ]
        );
        assert_eq!(ruler.ticks[1].x, along(2.6));
        assert!(
            ruler.outcome.is_none(),
            "levels of KPIs lie on another scale"
        );
        let radar = radar(&assessment).expect("three dimensions");
        let radii: Vec<f64> = radar.rings.iter().map(|ring| ring.radius).collect();
        assert_eq!(radii, [44.8, 84.0, RADIUS]); // 1.6 and 3 of 4
    }

    #[test]
    fn without_kpis_the_ruler_marks_practice_alone() {
        let mut alone = assessment(&["A", "B", "C"]);
        let all = ruler(&alone).expect("a score");
        assert!(all.outcome.is_some() && all.index.is_some());
        alone.has_outcome = false;
        let alone = ruler(&alone).expect("a score");
        assert!(alone.outcome.is_none() && alone.index.is_none());
        assert!(
            alone.height < all.height,
            "no room is left for what is not there"
        );
    }

    #[test]
    fn a_mark_without_room_for_its_figure_stays_a_line() {
        let mut assessment = on_scale("0", "100");
        assessment.levels = [("50", 1), ("55", 2), ("95", 3)]
            .map(|(from, number)| Level {
                number,
                title: "Level".to_owned(),
                from: Figure::parse(from),
            })
            .to_vec();
        let ruler = ruler(&assessment).expect("a score");
        let figures: Vec<Option<String>> = ruler
            .ticks
            .iter()
            .map(|tick| tick.figure.clone().map(|figure| figure.text))
            .collect();
        let expected = [Some("0"), Some("50"), None, Some("95"), None];
        assert_eq!(figures, expected.map(|text| text.map(str::to_owned)));
    }
}
