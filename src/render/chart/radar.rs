//! The practice score of each top dimension, as a polygon over the levels.
//!
//! The axes bear letters, since the rings bear the numbers of levels, and the names stand in a list below. Around a circle there is no room for twelve names of
//! forty characters on a phone; in a list there is, and the scores can be read down a column.

use std::f64::consts::{PI, TAU};

use serde::Serialize;

use super::assessment::{Assessment, Dimension};
use super::figure::Figure;
use super::scale::Scale;
use super::shapes::{Label, Line, Mark, WIDTH, line, path, tenth};
use super::text::{NORMAL, letter, wrap};

pub(super) const RADIUS: f64 = 112.0;

/// The practice score of each top dimension, as a polygon over the levels.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Radar {
    width: f64,
    height: f64,
    pub(super) center: (f64, f64),
    /// From the second tick of the scale to its end; the first is the centre.
    pub(super) rings: Vec<Ring>,
    pub(super) axes: Vec<Axis>,
    /// The area between the scores; `None` when a dimension has no score.
    area: Option<String>,
    /// The outline of the scores, broken at a dimension without one.
    outline: String,
    /// The outline of the scores before these.
    previous: Option<String>,
    /// Where a figure of the list ends, and where the name's maximum does.
    score_x: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Ring {
    pub(super) radius: f64,
    /// Where its figure stands: between the first two axes, where no mark can be. None where there is no room.
    x: f64,
    y: f64,
    figure: Option<Figure>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Axis {
    /// As far as the dimension can score.
    line: Line,
    /// From there to the top of the scale, where the dimension ends lower.
    beyond: Option<Line>,
    /// Across the axis at the dimension's maximum, where that is below the top.
    cap: Option<Line>,
    /// Its letter, at the end of the axis and in the list.
    key: String,
    /// The middle of the letter at the end of the axis.
    key_at: (f64, f64),
    /// The dimension's name in the list below.
    label: Label,
    maximum: Option<Figure>,
    score: Option<Figure>,
    pub(super) point: Option<Mark>,
    previous: Option<Mark>,
    target: Option<Mark>,
}

/// `None` below three dimensions, which make no area, and above twelve, which make no shape:
/// bars show those better.
pub(super) fn radar(assessment: &Assessment) -> Option<Radar> {
    let all = assessment.dimensions.iter();
    let dimensions: Vec<&Dimension> = all.filter(|dimension| dimension.depth == 0).collect();
    let count = dimensions.len();
    if !(3..=12).contains(&count) {
        return None;
    }
    let circle = Circle {
        scale: Scale::of(assessment),
        center: (WIDTH / 2.0, RADIUS + 24.0),
    };
    let angles: Vec<f64> = (0..count)
        .map(|index| TAU * index as f64 / count as f64 - PI / 2.0)
        .collect();
    let is_limited = |dimension: &&Dimension| circle.maximum(dimension).is_some();
    let of_maximum = if dimensions.iter().any(is_limited) {
        34.0
    } else {
        0.0
    };
    let score_x = WIDTH - of_maximum;

    const STEP: f64 = 15.0;
    let mut y = circle.center.1 + RADIUS + 34.0;
    let mut axes: Vec<Axis> = Vec::new();
    for (index, (dimension, angle)) in dimensions.iter().zip(&angles).enumerate() {
        let lines = wrap(&dimension.title, score_x - 22.0 - 44.0, NORMAL, 6);
        let next = y + lines.len().max(1) as f64 * STEP + 7.0;
        let label = Label {
            x: 22.0,
            y: tenth(y + 12.0),
            step: STEP,
            anchor: "start",
            lines,
        };
        axes.push(circle.axis(dimension, *angle, letter(index), label));
        y = next;
    }
    let at = |of: fn(&Axis) -> &Option<Mark>| -> Vec<Option<(f64, f64)>> {
        let marks = axes.iter().map(|axis| of(axis).as_ref());
        marks
            .map(|mark| mark.map(|mark| (mark.x, mark.y)))
            .collect()
    };
    let (points, before) = (at(|axis| &axis.point), at(|axis| &axis.previous));
    Some(Radar {
        width: WIDTH,
        height: tenth(y),
        center: circle.center,
        rings: circle.rings(assessment, (angles[0] + angles[1]) / 2.0),
        area: points
            .iter()
            .all(Option::is_some)
            .then(|| path(&points) + "Z"),
        outline: closed(&points),
        previous: before.iter().any(Option::is_some).then(|| closed(&before)),
        axes,
        score_x,
    })
}

/// The path that returns to where it began.
fn closed(points: &[Option<(f64, f64)>]) -> String {
    let mut around = points.to_vec();
    around.extend(points.first().copied());
    path(&around)
}

/// The circle that the axes divide, with its centre at the lowest score.
struct Circle {
    scale: Scale,
    center: (f64, f64),
}

impl Circle {
    fn polar(&self, angle: f64, radius: f64) -> (f64, f64) {
        let (x, y) = self.center;
        (x + angle.cos() * radius, y + angle.sin() * radius)
    }

    fn place(&self, angle: f64, number: f64) -> (f64, f64) {
        self.polar(angle, self.scale.share(number) * RADIUS)
    }

    fn mark(&self, angle: f64, figure: &Option<Figure>) -> Option<Mark> {
        let figure = figure.clone()?;
        let (x, y) = self.place(angle, figure.number);
        Some(Mark {
            x: tenth(x),
            y: tenth(y),
            figure,
        })
    }

    /// What the dimension can score, where that is below the top of the scale.
    fn maximum(&self, dimension: &Dimension) -> Option<Figure> {
        let maximum = dimension.maximum.clone();
        maximum.filter(|maximum| maximum.number < self.scale.high)
    }

    fn axis(&self, dimension: &Dimension, angle: f64, key: String, label: Label) -> Axis {
        let (cx, cy) = self.center;
        let maximum = self.maximum(dimension);
        let end = maximum.as_ref().map_or(self.scale.high, |own| own.number);
        let (end_x, end_y) = self.place(angle, end);
        let (rim_x, rim_y) = self.place(angle, self.scale.high);
        let (across_x, across_y) = (-angle.sin() * 6.0, angle.cos() * 6.0);
        let (key_x, key_y) = self.polar(angle, RADIUS + 13.0);
        let is_limited = maximum.is_some();
        Axis {
            line: line(cx, cy, end_x, end_y),
            beyond: is_limited.then(|| line(end_x, end_y, rim_x, rim_y)),
            cap: is_limited.then(|| {
                line(
                    end_x - across_x,
                    end_y - across_y,
                    end_x + across_x,
                    end_y + across_y,
                )
            }),
            key,
            key_at: (tenth(key_x), tenth(key_y)),
            label,
            maximum,
            score: dimension.practice_score.clone(),
            point: self.mark(angle, &dimension.practice_score),
            previous: self.mark(angle, &dimension.previous_practice_score),
            target: self.mark(angle, &dimension.target_score),
        }
    }

    /// The rings at the ticks of the scale, their figures in the direction of `angle`.
    fn rings(&self, assessment: &Assessment, angle: f64) -> Vec<Ring> {
        let ticks = self.scale.ticks(assessment);
        let legible = self.scale.legible(&ticks);
        let ticks = ticks.into_iter().zip(legible).skip(1);
        ticks
            .map(|(figure, is_legible)| {
                let (x, y) = self.place(angle, figure.number);
                Ring {
                    radius: tenth(self.scale.share(figure.number) * RADIUS),
                    x: tenth(x),
                    y: tenth(y),
                    figure: is_legible.then_some(figure),
                }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assessment;
    use super::super::text::text_width;
    use super::*;

    #[test]
    fn a_radar_needs_three_to_twelve_dimensions() {
        #[track_caller]
        fn case(count: usize, drawn: bool) {
            assert_eq!(
                radar(&assessment(&vec!["Processos"; count])).is_some(),
                drawn
            );
        }
        case(0, false);
        case(2, false);
        case(3, true);
        case(12, true);
        case(13, false);
    }

    #[test]
    fn no_name_of_a_radar_is_cut_or_reaches_its_score() {
        let long = "Personalização em escala a partir dos dados"; // forty characters and some
        for count in 3..=12 {
            let radar = radar(&assessment(&vec![long; count])).expect("three or more");
            let mut above = radar.center.1 + RADIUS;
            for axis in &radar.axes {
                let label = &axis.label;
                assert_eq!(label.lines.join(" "), long);
                for line in &label.lines {
                    assert!(label.x + text_width(line, NORMAL) <= radar.score_x - 40.0);
                }
                assert!(label.y - NORMAL >= above, "{count}: {label:?}");
                above = label.y + label.step * (label.lines.len() - 1) as f64;
            }
            assert!(above <= radar.height);
        }
    }

    #[test]
    fn the_letters_of_neighbouring_axes_stand_apart() {
        let radar = radar(&assessment(&["Processos"; 12])).expect("twelve");
        for pair in radar.axes.windows(2) {
            let ((x, y), (next_x, next_y)) = (pair[0].key_at, pair[1].key_at);
            assert!((x - next_x).hypot(y - next_y) > 2.0 * text_width("12", NORMAL));
        }
    }

    #[test]
    fn no_axis_is_called_like_a_level() {
        let radar = radar(&assessment(&["Processos"; 12])).expect("twelve");
        let rings: Vec<&str> = radar
            .rings
            .iter()
            .filter_map(|ring| Some(ring.figure.as_ref()?.text.as_str()))
            .collect();
        assert!(rings.len() > 2, "{rings:?}");
        let keys: Vec<&str> = radar.axes.iter().map(|axis| axis.key.as_str()).collect();
        assert_eq!((keys[0], keys[11]), ("A", "L"));
        assert!(keys.iter().all(|key| !rings.contains(key)));
    }

    #[test]
    fn the_first_axis_points_up_and_the_floor_is_the_centre() {
        let mut assessment = assessment(&["One", "Two", "Three"]);
        assessment.dimensions[1].practice_score = Figure::parse("1");
        let radar = radar(&assessment).expect("three dimensions");
        let first = radar.axes[0].point.clone().expect("a score");
        assert_eq!(first.x, radar.center.0);
        assert_eq!(first.y, tenth(radar.center.1 - RADIUS / 2.0)); // 3 is half way from 1 to 5
        let floor = radar.axes[1].point.clone().expect("a score");
        assert_eq!((floor.x, floor.y), radar.center);
    }

    #[test]
    fn a_dimension_without_a_score_leaves_a_gap_and_no_area() {
        let mut assessment = assessment(&["One", "Two", "Three", "Four"]);
        assessment.dimensions[2].practice_score = None;
        let radar = radar(&assessment).expect("four dimensions");
        assert_eq!(radar.area, None);
        assert_eq!(radar.outline.matches('M').count(), 2);
    }

    #[test]
    fn a_dimension_that_ends_below_the_top_shows_its_maximum() {
        let mut assessment = assessment(&["One", "Two", "Three"]);
        assessment.dimensions[0].maximum = Figure::parse("4");
        let radar = radar(&assessment).expect("three dimensions");
        assert!(radar.axes[0].cap.is_some() && radar.axes[0].beyond.is_some());
        assert!(radar.axes[1].cap.is_none());
    }
}
