//! The practice score of each top dimension, as a polygon over the levels.

use std::f64::consts::{PI, TAU};

use serde::Serialize;

use super::assessment::{Assessment, Dimension};
use super::figure::Figure;
use super::scale::Scale;
use super::shapes::{Label, Line, Mark, line, path, tenth};
use super::text::{text_width, wrap};

pub(super) const RADIUS: f64 = 108.0;

/// The practice score of each top dimension, as a polygon over the levels.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Radar {
    width: f64,
    height: f64,
    text_size: f64,
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
    label: Label,
    /// From the axis to its label, where the label had to move aside.
    leader: Option<Line>,
    maximum: Option<Figure>,
    score: Option<Figure>,
    pub(super) point: Option<Mark>,
    previous: Option<Mark>,
    target: Option<Mark>,
}

/// `None` below three dimensions, which make no area, and above twelve, which make no shape:
/// bars show those better.
pub(super) fn radar(assessment: &Assessment) -> Option<Radar> {
    let scale = Scale::of(assessment);
    let dimensions: Vec<&Dimension> = assessment
        .dimensions
        .iter()
        .filter(|dimension| dimension.depth == 0)
        .collect();
    let count = dimensions.len();
    if !(3..=12).contains(&count) {
        return None;
    }
    let text_size = if count > 8 { 12.5 } else { 14.0 };
    let angles: Vec<f64> = (0..count)
        .map(|index| TAU * index as f64 / count as f64 - PI / 2.0)
        .collect();

    let mut boxes: Vec<LabelBox> = dimensions
        .iter()
        .zip(&angles)
        .map(|(dimension, angle)| {
            let limited = dimension
                .maximum
                .as_ref()
                .is_some_and(|maximum| maximum.number < scale.high);
            // The score, and "of 4" beside it where the dimension ends lower.
            let score_width = text_size * if limited { 6.6 } else { 3.0 };
            LabelBox::beside(*angle, &dimension.title, text_size, score_width)
        })
        .collect();
    push_apart(&mut boxes);
    let bounds = Bounds::around(&boxes);
    let (cx, cy) = (bounds.left, bounds.top);
    let place = |angle: f64, number: f64| {
        let reach = scale.share(number) * RADIUS;
        (cx + angle.cos() * reach, cy + angle.sin() * reach)
    };
    let mark = |angle: f64, figure: &Option<Figure>| {
        figure.clone().map(|figure| {
            let (x, y) = place(angle, figure.number);
            Mark {
                x: tenth(x),
                y: tenth(y),
                figure,
            }
        })
    };

    let axes: Vec<Axis> = dimensions
        .iter()
        .zip(&angles)
        .zip(&boxes)
        .map(|((dimension, angle), label_box)| {
            let lower = dimension
                .maximum
                .clone()
                .filter(|maximum| maximum.number < scale.high);
            let end = lower.as_ref().map_or(scale.high, |maximum| maximum.number);
            let (end_x, end_y) = place(*angle, end);
            let (rim_x, rim_y) = place(*angle, scale.high);
            let (across_x, across_y) = (-angle.sin() * 6.0, angle.cos() * 6.0);
            Axis {
                line: line(cx, cy, end_x, end_y),
                beyond: lower.as_ref().map(|_| line(end_x, end_y, rim_x, rim_y)),
                cap: lower.as_ref().map(|_| {
                    line(
                        end_x - across_x,
                        end_y - across_y,
                        end_x + across_x,
                        end_y + across_y,
                    )
                }),
                label: label_box.label(cx, cy),
                leader: label_box.leader(*angle, cx, cy),
                maximum: lower,
                score: dimension.practice_score.clone(),
                point: mark(*angle, &dimension.practice_score),
                previous: mark(*angle, &dimension.previous_practice_score),
                target: mark(*angle, &dimension.target_score),
            }
        })
        .collect();

    let between = (angles[0] + angles[1]) / 2.0;
    let ticks = scale.ticks(assessment);
    let legible = scale.legible(&ticks);
    let rings = ticks
        .into_iter()
        .zip(legible)
        .skip(1)
        .map(|(figure, is_legible)| {
            let (x, y) = place(between, figure.number);
            let radius = tenth(scale.share(figure.number) * RADIUS);
            Ring {
                radius,
                x: tenth(x),
                y: tenth(y),
                figure: is_legible.then_some(figure),
            }
        })
        .collect();
    let points: Vec<Option<(f64, f64)>> = axes
        .iter()
        .map(|axis| axis.point.as_ref().map(|mark| (mark.x, mark.y)))
        .collect();
    let before: Vec<Option<(f64, f64)>> = axes
        .iter()
        .map(|axis| axis.previous.as_ref().map(|mark| (mark.x, mark.y)))
        .collect();
    Some(Radar {
        width: bounds.width,
        height: bounds.height,
        text_size,
        center: (tenth(cx), tenth(cy)),
        rings,
        area: points
            .iter()
            .all(Option::is_some)
            .then(|| path(&points) + "Z"),
        outline: closed(&points),
        previous: before.iter().any(Option::is_some).then(|| closed(&before)),
        axes,
    })
}

/// The path that returns to where it began.
fn closed(points: &[Option<(f64, f64)>]) -> String {
    let mut around = points.to_vec();
    around.extend(points.first().copied());
    path(&around)
}

/// The room an axis label takes, with the centre of the radar at (0, 0).
#[derive(Debug, Clone)]
struct LabelBox {
    side: Side,
    x: f64,
    top: f64,
    natural_top: f64,
    width: f64,
    height: f64,
    size: f64,
    lines: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Middle,
    Right,
}

impl LabelBox {
    /// A label at the end of an axis: the title in lines, and one line more for the score.
    fn beside(angle: f64, title: &str, size: f64, score_width: f64) -> Self {
        // A long word is kept whole where it is not much too long.
        let widest = title
            .split_whitespace()
            .map(|word| text_width(word, size) + 1.0);
        let room = widest.fold(size * 8.6, f64::max).min(size * 13.0);
        let lines = wrap(title, room, size, 4);
        let step = size * 1.22;
        let width = lines
            .iter()
            .map(|line| text_width(line, size))
            .fold(score_width, f64::max);
        let height = step * (lines.len() + 1) as f64;
        let (cos, sin) = (angle.cos(), angle.sin());
        let side = match cos {
            cos if cos > 0.05 => Side::Right,
            cos if cos < -0.05 => Side::Left,
            _ => Side::Middle,
        };
        let reach = RADIUS + 14.0;
        // Above the circle a label ends at its axis, below it begins there, beside it is centred.
        let top = sin * reach - height * (1.0 - sin) / 2.0;
        Self {
            side,
            x: if side == Side::Middle {
                0.0
            } else {
                cos * reach
            },
            top,
            natural_top: top,
            width,
            height,
            size,
            lines,
        }
    }

    fn left(&self) -> f64 {
        match self.side {
            Side::Left => self.x - self.width,
            Side::Middle => self.x - self.width / 2.0,
            Side::Right => self.x,
        }
    }

    fn label(&self, cx: f64, cy: f64) -> Label {
        Label {
            x: tenth(cx + self.x),
            y: tenth(cy + self.top + self.size),
            step: tenth(self.size * 1.22),
            anchor: match self.side {
                Side::Left => "end",
                Side::Middle => "middle",
                Side::Right => "start",
            },
            lines: self.lines.clone(),
        }
    }

    fn leader(&self, angle: f64, cx: f64, cy: f64) -> Option<Line> {
        let moved = (self.top - self.natural_top).abs() > self.height / 3.0;
        moved.then(|| {
            let (x, y) = (angle.cos() * (RADIUS + 2.0), angle.sin() * (RADIUS + 2.0));
            let gap = if self.side == Side::Left { 3.0 } else { -3.0 };
            let middle = self.top + self.height / 2.0;
            line(cx + x, cy + y, cx + self.x + gap, cy + middle)
        })
    }
}

/// Moves the labels of each side up and down until none covers its neighbour.
fn push_apart(boxes: &mut [LabelBox]) {
    const GAP: f64 = 7.0;
    for side in [Side::Left, Side::Right] {
        let mut order: Vec<usize> = (0..boxes.len())
            .filter(|at| boxes[*at].side == side)
            .collect();
        order.sort_by(|a, b| boxes[*a].top.total_cmp(&boxes[*b].top));
        // Half the overlap to each of the two, over and over, keeps the column where it was.
        for _ in 0..200 {
            for pair in order.windows(2) {
                let overlap = boxes[pair[0]].top + boxes[pair[0]].height + GAP - boxes[pair[1]].top;
                if overlap > 0.01 {
                    boxes[pair[0]].top -= overlap / 2.0;
                    boxes[pair[1]].top += overlap / 2.0;
                }
            }
        }
        // What little is left goes downwards, so that the result is certain.
        for pair in order.windows(2) {
            let least = boxes[pair[0]].top + boxes[pair[0]].height + GAP - 0.1;
            boxes[pair[1]].top = boxes[pair[1]].top.max(least);
        }
    }
}

/// The picture's size, and how far its centre lies from its upper left corner.
struct Bounds {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl Bounds {
    fn around(boxes: &[LabelBox]) -> Self {
        const MARGIN: f64 = 6.0;
        let most =
            |start: f64, of: &dyn Fn(&LabelBox) -> f64| boxes.iter().map(of).fold(start, f64::max);
        let rim = RADIUS + 8.0;
        let left = most(rim, &|label| -label.left()) + MARGIN;
        let right = most(rim, &|label| label.left() + label.width) + MARGIN;
        let top = most(rim, &|label| -label.top) + MARGIN;
        let bottom = most(rim, &|label| label.top + label.height) + MARGIN;
        Self {
            left,
            top,
            width: (left + right).ceil(),
            height: (top + bottom).ceil(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assessment;
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
    fn no_label_of_a_radar_covers_another_or_leaves_the_picture() {
        let long = "Personalização em escala a partir dos dados"; // forty characters and some
        for count in 3..=12 {
            let radar = radar(&assessment(&vec![long; count])).expect("three or more");
            let boxes: Vec<[f64; 4]> = radar
                .axes
                .iter()
                .map(|axis| {
                    let label = &axis.label;
                    let widths = label
                        .lines
                        .iter()
                        .map(|line| text_width(line, radar.text_size));
                    let width = widths.fold(0.0, f64::max);
                    let left = match label.anchor {
                        "start" => label.x,
                        "end" => label.x - width,
                        _ => label.x - width / 2.0,
                    };
                    let top = label.y - radar.text_size;
                    let bottom = top + label.step * (label.lines.len() + 1) as f64;
                    [left, top, left + width, bottom]
                })
                .collect();
            for (index, one) in boxes.iter().enumerate() {
                assert!(one[0] >= 0.0 && one[1] >= 0.0, "{count}: {one:?}");
                assert!(
                    one[2] <= radar.width && one[3] <= radar.height,
                    "{count}: {one:?}"
                );
                for other in &boxes[..index] {
                    let apart = one[2] <= other[0]
                        || other[2] <= one[0]
                        || one[3] <= other[1] + 0.2
                        || other[3] <= one[1] + 0.2;
                    assert!(apart, "{count}: {one:?} covers {other:?}");
                }
            }
        }
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

    #[test]
    fn a_long_word_of_a_radars_label_stays_whole() {
        let radar = radar(&assessment(&["Responsabilidades", "B", "C"])).expect("three");
        assert_eq!(radar.axes[0].label.lines, ["Responsabilidades"]);
    }
}
