//! Where the marks of a chart go: plain geometry between the report model and the SVG templates.
//!
//! Each chart takes the piece of the report model that it draws, and gives back coordinates for a
//! template to write down. Words and colours are the template's affair, with one exception: a label
//! is cut into lines here, since the box around it decides where its neighbour may stand.
//!
//! This is the only place that turns the report's exact figures into binary floats. They end as
//! positions, rounded to a tenth of a unit; a figure that is printed keeps the text it came with.
//!
//! A label's width is estimated with generous character widths: no font is at hand, and the reader's
//! is unknown. A chart must hold its words in the widest of the usual system fonts.

use std::f64::consts::{PI, TAU};
use std::fmt;

use chrono::NaiveDate;
use minijinja::Environment;
use minijinja::value::Serde;
use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

/// Makes the charts' geometry available to every template of `environment`.
pub(crate) fn register(environment: &mut Environment) {
    environment.add_function("radar", |input: Serde<Assessment>| radar(&input).map(Serde));
    environment.add_function("heatmap", |input: Serde<Assessment>| {
        heatmap(&input).map(Serde)
    });
    environment.add_function("ruler", |input: Serde<Assessment>| ruler(&input).map(Serde));
    environment.add_function("trend", |input: Serde<Kpi>| trend(&input).map(Serde));
    environment.add_function("progress_bar", |input: Serde<KeyResult>| {
        Serde(progress_bar(&input))
    });
    environment.add_function(
        "sparkline",
        |input: Serde<KeyResult>, cycle: Serde<Span>| sparkline(&input, &cycle).map(Serde),
    );
    environment.add_function("cycle_bars", |input: Serde<Cycle>| {
        cycle_bars(&input).map(Serde)
    });
}

// What the charts read of the report model

/// A figure of the report: the text it came with, and where it lies on the number line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figure {
    text: String,
    number: f64,
}

impl Figure {
    fn parse(text: &str) -> Option<Self> {
        let number = match text.split_once('/') {
            Some((above, below)) => {
                above.trim().parse::<f64>().ok()? / below.trim().parse::<f64>().ok()?
            }
            None => text.trim().parse().ok()?,
        };
        let text = text.to_owned();
        number.is_finite().then_some(Self { text, number })
    }
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FigureVisitor)
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

struct FigureVisitor;

impl Visitor<'_> for FigureVisitor {
    type Value = Figure;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a decimal such as \"3.42\" or a fraction such as \"2/3\"")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Figure, E> {
        Figure::parse(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Figure, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Figure, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Figure, E> {
        self.visit_str(&number.to_string())
    }
}

/// What the charts of one assessment need of it.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Assessment {
    floor: Option<i64>,
    bottom: Figure,
    top: Figure,
    levels: Vec<Level>,
    dimensions: Vec<Dimension>,
    practice_score: Option<Figure>,
    outcome_score: Option<Figure>,
    index: Option<Figure>,
    /// Whether the rubric has KPIs; without them practice is all there is to mark.
    has_outcome: bool,
    interval: Option<(Option<Figure>, Option<Figure>)>,
    previous: Option<Previous>,
    target: Option<Target>,
}

#[derive(Debug, Clone, Deserialize)]
struct Level {
    number: i64,
    title: String,
    /// The score at which the level's band begins, where bands of the score make levels.
    from: Option<Figure>,
}

impl Assessment {
    /// Whether bands of the score make levels, so that these do not lie on the scale of the scores.
    fn is_banded(&self) -> bool {
        self.levels.iter().any(|level| level.from.is_some())
    }

    /// The score at which a level begins; none for one that no score reaches.
    fn beginning(&self, level: &Level) -> Option<Figure> {
        match &level.from {
            Some(from) => Some(from.clone()),
            None if !self.is_banded() => Some(figure(level.number as f64, 0)),
            None => (self.floor == Some(level.number)).then(|| self.bottom.clone()),
        }
    }

    /// The level that begins at a tick.
    fn level_at(&self, tick: &Figure) -> Option<&Level> {
        let is_here = |level: &&Level| {
            let beginning = self.beginning(level);
            beginning.is_some_and(|beginning| beginning.number == tick.number)
        };
        self.levels.iter().rfind(is_here)
    }
}

#[derive(Debug, Clone, Deserialize)]
struct Dimension {
    depth: u32,
    title: String,
    practice_score: Option<Figure>,
    maximum: Option<Figure>,
    previous_practice_score: Option<Figure>,
    /// The score at which the level aimed at begins.
    target_score: Option<Figure>,
    cells: Vec<Cell>,
}

#[derive(Debug, Clone, Deserialize)]
struct Cell {
    number: i64,
    state: CellState,
    achievement: Option<Figure>,
    held: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
enum CellState {
    Floor,
    Defined,
    Empty,
    Above,
}

#[derive(Debug, Clone, Deserialize)]
struct Previous {
    practice_score: Option<Figure>,
    outcome_score: Option<Figure>,
    index: Option<Figure>,
}

#[derive(Debug, Clone, Deserialize)]
struct Target {
    /// The score at which the level aimed at begins.
    score: Option<Figure>,
}

/// What the trend of one KPI needs of it.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Kpi {
    direction: Direction,
    bands: Vec<Band>,
    trend: Vec<Point>,
    /// Its own target.
    #[serde(default)]
    target: Option<KpiTarget>,
    /// Those of key results.
    targets: Vec<KpiTarget>,
}

impl Kpi {
    fn aimed_at(&self) -> impl Iterator<Item = &Figure> {
        let targets = self.target.iter().chain(&self.targets);
        targets.filter_map(|target| target.value.as_ref())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Direction {
    Higher,
    Lower,
    Range,
    None,
}

#[derive(Debug, Clone, Deserialize)]
struct Band {
    level: i64,
    title: Option<String>,
    from: Figure,
}

#[derive(Debug, Clone, Deserialize)]
struct Point {
    period: String,
    value: Option<Figure>,
}

#[derive(Debug, Clone, Deserialize)]
struct KpiTarget {
    value: Option<Figure>,
}

/// A key result as its charts see it.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct KeyResult {
    title: String,
    due: String,
    baseline: Option<Figure>,
    target: Option<Figure>,
    progress: Option<Figure>,
    expected: Option<Figure>,
    status: String,
    readings: Vec<Reading>,
}

#[derive(Debug, Clone, Deserialize)]
struct Reading {
    date: String,
    value: Option<Figure>,
}

/// The days a cycle runs over.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Span {
    start: String,
}

/// A cycle with everything that is pursued in it.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Cycle {
    objectives: Vec<Objective>,
}

#[derive(Debug, Clone, Deserialize)]
struct Objective {
    title: String,
    key_results: Vec<KeyResult>,
}

// Pieces that several charts share

/// Lines of text at a place. `y` is the baseline of the first line; `step` leads to the next.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Label {
    x: f64,
    y: f64,
    step: f64,
    anchor: &'static str,
    lines: Vec<String>,
}

/// A straight line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Line {
    x1: f64,
    y1: f64,
    x2: f64,
    y2: f64,
}

/// A mark at a place, with the figure it stands for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Mark {
    x: f64,
    y: f64,
    figure: Figure,
}

/// A tick of an axis.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Tick {
    at: f64,
    figure: Figure,
}

/// The scale on which scores lie, from the lowest there is to the top.
#[derive(Debug, Clone, Copy)]
struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    /// The scale of an assessment, which may reach below zero.
    fn of(assessment: &Assessment) -> Self {
        let low = assessment.bottom.number;
        let high = assessment.top.number;
        let high = if high > low { high } else { low + 1.0 };
        Self { low, high }
    }

    /// How far along the scale a figure lies, kept between its ends.
    fn share(&self, number: f64) -> f64 {
        ((number - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }

    /// The marks worth naming: both ends and where levels begin between them; equal steps without levels.
    fn ticks(&self, assessment: &Assessment) -> Vec<Figure> {
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
    fn legible(&self, ticks: &[Figure]) -> Vec<bool> {
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
fn figure(number: f64, places: usize) -> Figure {
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

/// A tenth of a unit is finer than any screen shows. Adding zero turns −0 into 0.
fn tenth(number: f64) -> f64 {
    (number * 10.0).round() / 10.0 + 0.0
}

fn line(x1: f64, y1: f64, x2: f64, y2: f64) -> Line {
    Line {
        x1: tenth(x1),
        y1: tenth(y1),
        x2: tenth(x2),
        y2: tenth(y2),
    }
}

/// The path through `points`, broken wherever one is missing.
fn path(points: &[Option<(f64, f64)>]) -> String {
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

/// About how wide a text is, at most, at a font size.
fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(character_width).sum::<f64>() * size
}

fn character_width(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' | ' ' | 'í' | 'ì' => {
            0.33
        }
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | '\u{a0}' => 0.41,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'ç' => 0.58,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' | '…' => 0.98,
        _ if character.is_uppercase() => 0.76,
        _ if character < '\u{1100}' => 0.64,
        _ => 1.05, // ideographs and symbols fill their square
    }
}

/// Cuts a text into lines no wider than `width`, at most `most` of them. A word too long for a line
/// is broken; what does not fit in the last line ends in an ellipsis.
fn wrap(text: &str, width: f64, size: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        for piece in pieces(word, width, size) {
            let joined = lines.last().map(|last| format!("{last} {piece}"));
            match joined {
                Some(joined) if text_width(&joined, size) <= width => {
                    lines.pop();
                    lines.push(joined);
                }
                _ => lines.push(piece),
            }
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = shorten(last, width, size);
        }
    }
    lines
}

/// A word in parts that each fit in a line.
fn pieces(word: &str, width: f64, size: f64) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut used = 0.0;
    for character in word.chars() {
        let next = character_width(character) * size;
        if used + next > width && used > 0.0 {
            pieces.push(String::new());
            used = 0.0;
        }
        used += next;
        if let Some(piece) = pieces.last_mut() {
            piece.push(character);
        }
    }
    pieces
}

/// The text with an ellipsis at its end, cut until both fit.
fn shorten(text: &str, width: f64, size: f64) -> String {
    let mut kept = text.to_owned();
    while !kept.is_empty() && text_width(&kept, size) + 0.98 * size > width {
        kept.pop();
    }
    format!("{}…", kept.trim_end())
}

/// A text as it fits a badge's box, and the width of that box: whole pixels, with room on both sides.
pub(crate) fn boxed(text: &str, widest: f64) -> (String, u32) {
    const SIZE: f64 = 11.0;
    const ROOM: f64 = 6.0;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let kept = match text_width(&text, SIZE) > widest {
        true => shorten(&text, widest, SIZE),
        false => text,
    };
    let width = (text_width(&kept, SIZE) + 2.0 * ROOM).ceil();
    (kept, width as u32)
}

// Radar

const RADIUS: f64 = 108.0;

/// The practice score of each top dimension, as a polygon over the levels.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Radar {
    width: f64,
    height: f64,
    text_size: f64,
    center: (f64, f64),
    /// From the second tick of the scale to its end; the first is the centre.
    rings: Vec<Ring>,
    axes: Vec<Axis>,
    /// The area between the scores; `None` when a dimension has no score.
    area: Option<String>,
    /// The outline of the scores, broken at a dimension without one.
    outline: String,
    /// The outline of the scores before these.
    previous: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Ring {
    radius: f64,
    /// Where its figure stands: between the first two axes, where no mark can be. None where there is no room.
    x: f64,
    y: f64,
    figure: Option<Figure>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Axis {
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
    point: Option<Mark>,
    previous: Option<Mark>,
    target: Option<Mark>,
}

/// `None` below three dimensions, which make no area, and above twelve, which make no shape:
/// bars show those better.
pub(crate) fn radar(assessment: &Assessment) -> Option<Radar> {
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

// Heat map

/// Achievement by dimension and level.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Heatmap {
    width: f64,
    height: f64,
    columns: Vec<Column>,
    rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Column {
    x: f64,
    number: i64,
    /// The level's title, when every title of the chart fits above its column; else nothing.
    label: Label,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Row {
    y: f64,
    height: f64,
    label: Label,
    cells: Vec<HeatCell>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct HeatCell {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    /// Its middle, where the text stands.
    cx: f64,
    cy: f64,
    state: CellState,
    held: bool,
    /// `not`, `partially`, `largely` or `fully`: the shade, in the four steps of the ratings.
    shade: Option<&'static str>,
    achievement: Option<Figure>,
}

/// `None` when there are no dimensions, or no levels that ask something of their criteria.
pub(crate) fn heatmap(assessment: &Assessment) -> Option<Heatmap> {
    const SIZE: f64 = 13.0;
    const SMALL: f64 = 11.0;
    let count = assessment.levels.len();
    let mut dimensions = assessment.dimensions.iter();
    if count == 0 || dimensions.all(|dimension| dimension.cells.is_empty()) {
        return None;
    }
    let labels = 118.0;
    let cell = (350.0 / count as f64).clamp(44.0, 84.0);
    let titles: Vec<Vec<String>> = assessment
        .levels
        .iter()
        .map(|level| wrap(&level.title, cell, SMALL, 9))
        .collect();
    let whole = assessment.levels.iter().zip(&titles).all(|(level, lines)| {
        lines.len() <= 2
            && lines.join(" ") == level.title.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    let lines = if whole {
        titles.iter().map(Vec::len).max().unwrap_or(0)
    } else {
        0
    };
    let head = 24.0 + lines as f64 * 13.0 + 6.0;

    let columns = assessment
        .levels
        .iter()
        .zip(titles)
        .enumerate()
        .map(|(index, (level, lines))| {
            let x = tenth(labels + (index as f64 + 0.5) * cell);
            Column {
                x,
                number: level.number,
                label: Label {
                    x,
                    y: 33.0,
                    step: 13.0,
                    anchor: "middle",
                    lines: if whole { lines } else { Vec::new() },
                },
            }
        })
        .collect();

    let mut y = head;
    let mut rows = Vec::new();
    for dimension in &assessment.dimensions {
        let indent = f64::from(dimension.depth.min(3)) * 12.0;
        let lines = wrap(&dimension.title, labels - 10.0 - indent, SIZE, 4);
        let height = (lines.len() as f64 * 16.0 + 12.0).max(40.0);
        let cells = assessment
            .levels
            .iter()
            .enumerate()
            .filter_map(|(index, level)| {
                let found = dimension
                    .cells
                    .iter()
                    .find(|cell| cell.number == level.number)?;
                let x = labels + index as f64 * cell;
                Some(HeatCell {
                    x: tenth(x + 1.0),
                    y: tenth(y + 1.0),
                    width: tenth(cell - 2.0),
                    height: tenth(height - 2.0),
                    cx: tenth(x + cell / 2.0),
                    cy: tenth(y + height / 2.0),
                    state: found.state,
                    held: found.held,
                    shade: found
                        .achievement
                        .as_ref()
                        .map(|figure| shade(figure.number)),
                    achievement: found.achievement.clone(),
                })
            })
            .collect();
        let block = lines.len() as f64 * 16.0;
        rows.push(Row {
            y: tenth(y),
            height: tenth(height),
            label: Label {
                x: tenth(indent),
                y: tenth(y + (height - block) / 2.0 + 12.0),
                step: 16.0,
                anchor: "start",
                lines,
            },
            cells,
        });
        y += height;
    }
    Some(Heatmap {
        width: (labels + cell * count as f64).ceil(),
        height: (y + 2.0).ceil(),
        columns,
        rows,
    })
}

/// The shade of a cell changes where the rating would.
fn shade(achievement: f64) -> &'static str {
    match achievement {
        share if share <= 0.15 => "not",
        share if share <= 0.50 => "partially",
        share if share <= 0.85 => "largely",
        _ => "fully",
    }
}

// Ruler

/// Scores as marks on the scale of the levels: the summary of an assessment, and its dimensions.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Ruler {
    width: f64,
    /// The height of the summary's picture, and of the dimensions'.
    height: f64,
    dimensions_height: f64,
    left: f64,
    right: f64,
    ticks: Vec<RulerTick>,
    minor: Vec<f64>,
    practice: RulerRow,
    /// None where the outcome lies on another scale, or there can be none.
    outcome: Option<RulerRow>,
    /// None where it is the practice score by another name.
    index: Option<RulerRow>,
    dimensions: Vec<RulerRow>,
    target: Option<Tick>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct RulerTick {
    x: f64,
    /// None where there is no room for it.
    figure: Option<Figure>,
    /// The level's title, when every title of the scale fits; else nothing. At the tick that is the level's, or
    /// in the middle of the band that begins there.
    label: Label,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct RulerRow {
    /// Which score: practice, outcome or index.
    of: &'static str,
    y: f64,
    label: Label,
    score: Option<Figure>,
    x: Option<f64>,
    previous: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    target: Option<f64>,
    /// Where the dimension's scale ends, when that is below the top.
    maximum: Option<Tick>,
}

/// `None` when there is nothing to mark: no score at all.
pub(crate) fn ruler(assessment: &Assessment) -> Option<Ruler> {
    const WIDTH: f64 = 460.0;
    const LEFT: f64 = 112.0;
    const RIGHT: f64 = 412.0;
    const SMALL: f64 = 11.0;
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
        .map(|(index, figure)| {
            let Some(level) = assessment.level_at(figure) else {
                return Some(Vec::new());
            };
            let lines = wrap(&level.title, spacing(index) - 4.0, SMALL, 9);
            let words = level.title.split_whitespace().collect::<Vec<_>>().join(" ");
            (lines.len() <= 2 && lines.join(" ") == words).then_some(lines)
        })
        .collect();
    let whole = titles.iter().all(Option::is_some);
    let ticks: Vec<RulerTick> = figures
        .into_iter()
        .zip(titles)
        .enumerate()
        .map(|(index, (figure, lines))| {
            let x = places[index];
            let is_band = assessment.is_banded() && index + 1 < places.len();
            let lines = if whole {
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
                    y: 30.0,
                    step: 13.0,
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
    let head = 26.0 + 13.0 * deepest as f64;
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
        target: None,
        maximum: None,
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

    let mut y = head + 8.0;
    let mut dimensions = Vec::new();
    for dimension in &assessment.dimensions {
        let indent = f64::from(dimension.depth.min(3)) * 10.0;
        let lines = wrap(&dimension.title, LEFT - 12.0 - indent, 12.5, 4);
        let block = lines.len() as f64 * 15.0;
        let height = (block + 12.0).max(32.0);
        let middle = y + height / 2.0;
        let maximum = dimension
            .maximum
            .clone()
            .filter(|maximum| maximum.number < scale.high);
        dimensions.push(RulerRow {
            of: "practice",
            y: tenth(middle),
            label: Label {
                x: tenth(indent),
                y: tenth(middle - block / 2.0 + 11.5),
                step: 15.0,
                anchor: "start",
                lines,
            },
            score: dimension.practice_score.clone(),
            x: dimension
                .practice_score
                .as_ref()
                .map(|figure| at(figure.number)),
            previous: dimension
                .previous_practice_score
                .as_ref()
                .map(|figure| at(figure.number)),
            low: None,
            high: None,
            target: dimension
                .target_score
                .as_ref()
                .map(|figure| at(figure.number)),
            maximum: maximum.map(|figure| Tick {
                at: at(figure.number),
                figure,
            }),
        });
        y += height;
    }
    let target = assessment
        .target
        .as_ref()
        .and_then(|target| target.score.clone());
    Some(Ruler {
        width: WIDTH,
        height: head + 24.0 + rows as f64 * 34.0,
        dimensions_height: tenth(y + 8.0),
        left: LEFT,
        right: RIGHT,
        ticks,
        minor,
        practice,
        outcome,
        index,
        dimensions,
        target: target.map(|figure| Tick {
            at: at(figure.number),
            figure,
        }),
    })
}

// KPI trend

/// A KPI over time, on the bands that give it a level.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Trend {
    width: f64,
    height: f64,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    zones: Vec<Zone>,
    /// The figures of the vertical axis, which need not begin at zero.
    ticks: Vec<Tick>,
    periods: Vec<PeriodTick>,
    /// The line through the readings, broken at a hole.
    line: String,
    points: Vec<Mark>,
    /// The latest reading, once more, to be pointed out.
    last: Option<Mark>,
    targets: Vec<TargetLine>,
}

/// The part of a band that the picture shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Zone {
    y: f64,
    height: f64,
    /// 0 for what lies before the first band, 1 for the first band, and so on, at most 6.
    shade: usize,
    level: Option<i64>,
    /// The level's title, when the zone is high enough for text.
    label: Option<Label>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct PeriodTick {
    x: f64,
    anchor: &'static str,
    period: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct TargetLine {
    y: f64,
    label_y: f64,
    figure: Figure,
}

/// `None` when no period has a reading.
pub(crate) fn trend(kpi: &Kpi) -> Option<Trend> {
    const WIDTH: f64 = 460.0;
    const HEIGHT: f64 = 214.0;
    const TOP: f64 = 16.0;
    const BOTTOM: f64 = 184.0;
    const SMALL: f64 = 11.5;
    let read: Vec<f64> = kpi
        .trend
        .iter()
        .filter_map(|point| Some(point.value.as_ref()?.number))
        .collect();
    if read.is_empty() {
        return None;
    }
    let mut shown = read.clone();
    shown.extend(kpi.aimed_at().map(|figure| figure.number));
    let (low, high, step) = axis(&shown);
    let places = if step >= 1.0 {
        0
    } else {
        (-step.log10().floor()).min(6.0) as usize
    };
    let y = |number: f64| BOTTOM - (number - low) / (high - low) * (BOTTOM - TOP);

    let count = ((high - low) / step).round() as usize;
    let ticks: Vec<Tick> = (0..=count)
        .map(|index| {
            let figure = figure(low + index as f64 * step, places);
            Tick {
                at: tenth(y(figure.number)),
                figure,
            }
        })
        .collect();
    let left = ticks
        .iter()
        .map(|tick| text_width(&tick.figure.text, SMALL) + SMALL)
        .fold(30.0, f64::max);
    let zones = zones(kpi, low, high);
    let names = zones
        .iter()
        .filter_map(|zone| zone.title.as_deref())
        .map(|title| text_width(title, SMALL) + 2.0 * SMALL)
        .fold(0.0, f64::max)
        .min(112.0);
    let right = WIDTH - if names > 0.0 { names + 8.0 } else { 16.0 };

    let slots = kpi.trend.len();
    let inset = 12.0;
    let x = |index: usize| match slots {
        1 => (left + right) / 2.0,
        _ => left + inset + index as f64 / (slots - 1) as f64 * (right - left - 2.0 * inset),
    };
    let places: Vec<Option<(f64, f64)>> = kpi
        .trend
        .iter()
        .enumerate()
        .map(|(index, point)| Some((x(index), y(point.value.as_ref()?.number))))
        .collect();
    let points: Vec<Mark> = kpi
        .trend
        .iter()
        .zip(&places)
        .filter_map(|(point, place)| {
            let (x, y) = (*place)?;
            let figure = point.value.clone()?;
            Some(Mark {
                x: tenth(x),
                y: tenth(y),
                figure,
            })
        })
        .collect();
    let last = points.last().cloned();
    Some(Trend {
        width: WIDTH,
        height: HEIGHT,
        left: tenth(left),
        right: tenth(right),
        top: TOP,
        bottom: BOTTOM,
        zones: zones
            .into_iter()
            .map(|zone| {
                let (upper, lower) = (y(zone.to), y(zone.from));
                let label = zone
                    .title
                    .filter(|_| lower - upper >= SMALL + 2.0)
                    .map(|title| Label {
                        x: tenth(right + 6.0),
                        y: tenth((upper + lower) / 2.0 + SMALL * 0.36),
                        step: 0.0,
                        anchor: "start",
                        lines: wrap(&title, WIDTH - right - 8.0 - 1.2 * SMALL, SMALL, 1),
                    });
                Zone {
                    y: tenth(upper),
                    height: tenth(lower - upper),
                    shade: zone.shade.min(6),
                    level: zone.level,
                    label,
                }
            })
            .collect(),
        ticks,
        periods: period_ticks(kpi, x),
        line: path(&places),
        points,
        last,
        targets: target_lines(kpi, y, BOTTOM),
    })
}

/// A horizontal strip between two figures.
struct Strip {
    from: f64,
    to: f64,
    shade: usize,
    level: Option<i64>,
    title: Option<String>,
}

/// The bands as strips between `low` and `high`. A range has two edges for each level, which a band
/// does not tell, so only a KPI with a better and a worse side has zones.
fn zones(kpi: &Kpi, low: f64, high: f64) -> Vec<Strip> {
    let mut bands: Vec<&Band> = kpi.bands.iter().collect();
    match kpi.direction {
        Direction::Higher => bands.sort_by(|a, b| a.from.number.total_cmp(&b.from.number)),
        Direction::Lower => bands.sort_by(|a, b| b.from.number.total_cmp(&a.from.number)),
        Direction::Range | Direction::None => return Vec::new(),
    }
    if bands.is_empty() {
        return Vec::new();
    }
    let worst = if kpi.direction == Direction::Higher {
        f64::MIN
    } else {
        f64::MAX
    };
    let best = -worst;
    let edges: Vec<f64> = std::iter::once(worst)
        .chain(bands.iter().map(|band| band.from.number))
        .chain(std::iter::once(best))
        .collect();
    edges
        .windows(2)
        .enumerate()
        .filter_map(|(shade, edge)| {
            let band = shade.checked_sub(1).map(|index| bands[index]);
            let (from, to) = (
                edge[0].min(edge[1]).max(low),
                edge[0].max(edge[1]).min(high),
            );
            (from < to).then(|| Strip {
                from,
                to,
                shade,
                level: band.map(|band| band.level),
                title: band.and_then(|band| band.title.clone()),
            })
        })
        .collect()
}

/// From where to where the vertical axis runs, and its step: round figures around all of `shown`.
/// It goes below zero only when a figure does.
fn axis(shown: &[f64]) -> (f64, f64, f64) {
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
fn round_step(least: f64) -> f64 {
    let magnitude = 10f64.powf(least.log10().floor());
    let factor = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .find(|factor| factor * magnitude >= least * 0.999)
        .unwrap_or(10.0);
    factor * magnitude
}

/// The first period, the last, and one between when there is room.
fn period_ticks(kpi: &Kpi, x: impl Fn(usize) -> f64) -> Vec<PeriodTick> {
    let last = kpi.trend.len() - 1;
    let mut indices = vec![0];
    if last >= 6 {
        indices.push(last / 2);
    }
    if last > 0 {
        indices.push(last);
    }
    indices
        .into_iter()
        .map(|index| PeriodTick {
            x: tenth(x(index)),
            anchor: match index {
                _ if last == 0 => "middle",
                0 => "start",
                _ if index == last => "end",
                _ => "middle",
            },
            period: kpi.trend[index].period.clone(),
        })
        .collect()
}

/// One line for each target figure, its label above it, or below where another label is in the way.
fn target_lines(kpi: &Kpi, y: impl Fn(f64) -> f64, bottom: f64) -> Vec<TargetLine> {
    let mut figures: Vec<Figure> = kpi.aimed_at().cloned().collect();
    figures.sort_by(|a, b| b.number.total_cmp(&a.number));
    figures.dedup_by(|a, b| a.number == b.number);
    let mut lines: Vec<TargetLine> = Vec::new();
    for figure in figures {
        let at = y(figure.number);
        let taken = lines.last().map_or(f64::MIN, |line| line.label_y);
        let label_y = if at - 5.0 - taken < 13.0 && at + 14.0 < bottom {
            at + 14.0
        } else {
            at - 5.0
        };
        lines.push(TargetLine {
            y: tenth(at),
            label_y: tenth(label_y),
            figure,
        });
    }
    lines
}

// Progress

/// Progress as a bar from zero, and where it should be by now.
///
/// All bars share one axis, so that they can be compared: from 15 % below the baseline to 25 % beyond
/// the target. A bar that is longer ends in an arrow, and its figure stands beside it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct ProgressBar {
    width: f64,
    height: f64,
    zero: f64,
    whole: f64,
    /// The bar, drawn from zero to either side; `None` without progress.
    x: Option<f64>,
    length: Option<f64>,
    expected: Option<f64>,
    /// `left` or `right` where the bar is longer than the picture.
    cut: Option<&'static str>,
    regressed: bool,
}

pub(crate) fn progress_bar(key_result: &KeyResult) -> ProgressBar {
    bar(key_result, 0.0, 224.0)
}

fn bar(key_result: &KeyResult, left: f64, width: f64) -> ProgressBar {
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

/// All key results of a cycle below one another, by objective.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct CycleBars {
    width: f64,
    height: f64,
    /// The upper end of the lines at zero and at the whole.
    top: f64,
    bottom: f64,
    zero: f64,
    whole: f64,
    objectives: Vec<Label>,
    rows: Vec<CycleRow>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct CycleRow {
    y: f64,
    label: Label,
    bar: ProgressBar,
    status: String,
    progress: Option<Figure>,
    expected: Option<Figure>,
}

/// `None` for a cycle without key results.
pub(crate) fn cycle_bars(cycle: &Cycle) -> Option<CycleBars> {
    const WIDTH: f64 = 640.0;
    const LABELS: f64 = 270.0;
    const BAR: f64 = 250.0;
    if cycle
        .objectives
        .iter()
        .all(|objective| objective.key_results.is_empty())
    {
        return None;
    }
    let mut y = 22.0;
    let mut objectives = Vec::new();
    let mut rows = Vec::new();
    for objective in &cycle.objectives {
        let lines = wrap(&objective.title, WIDTH - 4.0, 13.5, 2);
        y += 14.0;
        let block = lines.len() as f64 * 17.0;
        objectives.push(Label {
            x: 0.0,
            y: tenth(y + 12.0),
            step: 17.0,
            anchor: "start",
            lines,
        });
        y += block + 2.0;
        for key_result in &objective.key_results {
            let lines = wrap(&key_result.title, LABELS - 30.0, 12.5, 3);
            let block = lines.len() as f64 * 15.0;
            let height = (block + 8.0).max(26.0);
            let middle = y + height / 2.0;
            rows.push(CycleRow {
                y: tenth(middle),
                label: Label {
                    x: 18.0,
                    y: tenth(middle - block / 2.0 + 11.5),
                    step: 15.0,
                    anchor: "start",
                    lines,
                },
                bar: bar(key_result, LABELS, BAR),
                status: key_result.status.clone(),
                progress: key_result.progress.clone(),
                expected: key_result.expected.clone(),
            });
            y += height;
        }
    }
    let (zero, whole) = rows.first().map(|row| (row.bar.zero, row.bar.whole))?;
    Some(CycleBars {
        width: WIDTH,
        height: tenth(y + 8.0),
        top: 22.0,
        bottom: tenth(y + 2.0),
        zero,
        whole,
        objectives,
        rows,
    })
}

// Sparkline

/// The readings of a key result in its cycle, on a true time axis from the start to the due date.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Sparkline {
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
pub(crate) fn sparkline(key_result: &KeyResult, cycle: &Span) -> Option<Sparkline> {
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
    use super::*;

    fn read<T: serde::de::DeserializeOwned>(json: serde_json::Value) -> T {
        serde_json::from_value(json).expect("a piece of the report model")
    }

    /// An assessment on five levels with these titles as its dimensions, all of them half way.
    fn assessment(titles: &[&str]) -> Assessment {
        let dimensions: Vec<_> = titles
            .iter()
            .map(|title| {
                serde_json::json!({
                    "depth": 0, "title": title, "practice_score": "3", "maximum": "5",
                    "previous_practice_score": null, "target_score": "4",
                    "cells": [
                        {"number": 1, "state": "floor", "achievement": null, "held": true},
                        {"number": 2, "state": "defined", "achievement": "5/6", "held": false},
                        {"number": 3, "state": "above", "achievement": null, "held": false},
                    ],
                })
            })
            .collect();
        read(serde_json::json!({
            "floor": 1, "bottom": "1", "top": "5", "dimensions": dimensions,
            "levels": [
                {"number": 1, "title": "Inexistente"},
                {"number": 2, "title": "Inicial"},
                {"number": 3, "title": "Repetitivo"},
            ],
            "practice_score": "3", "has_outcome": true, "outcome_score": null, "index": "3",
            "interval": ["2.5", "3.5"], "previous": null, "target": null,
        }))
    }

    fn key_result(progress: Option<&str>, readings: &[(&str, &str)]) -> KeyResult {
        let readings: Vec<_> = readings
            .iter()
            .map(|(date, value)| serde_json::json!({"date": date, "value": value}))
            .collect();
        read(serde_json::json!({
            "title": "Mean response time", "due": "2026-12-31", "baseline": "24", "target": "12",
            "progress": progress, "expected": "1/2", "status": "behind", "readings": readings,
        }))
    }

    fn kpi(direction: &str, values: &[Option<&str>], bands: &[(i64, &str)]) -> Kpi {
        let trend: Vec<_> = values
            .iter()
            .enumerate()
            .map(|(index, value)| serde_json::json!({"period": format!("2026-{:02}", index + 1), "value": value}))
            .collect();
        let bands: Vec<_> = bands
            .iter()
            .map(
                |(level, from)| serde_json::json!({"level": level, "title": "Level", "from": from}),
            )
            .collect();
        read(
            serde_json::json!({"direction": direction, "bands": bands, "trend": trend, "targets": []}),
        )
    }

    #[test]
    fn a_figure_is_a_decimal_or_a_fraction_and_keeps_its_text() {
        #[track_caller]
        fn case(text: &str, number: Option<f64>) {
            assert_eq!(Figure::parse(text).map(|figure| figure.number), number);
        }
        case("3.42", Some(3.42));
        case("-8", Some(-8.0));
        case("3/4", Some(0.75));
        case("1/0", None); // no place on a line
        case("many", None);
        let figure = Figure::parse("2/3").expect("a fraction");
        assert_eq!(figure.text, "2/3");
    }

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
    fn a_heat_map_has_a_cell_where_the_model_has_one() {
        let map = heatmap(&assessment(&["Processos"])).expect("levels and a dimension");
        assert_eq!(map.columns.len(), 3);
        assert_eq!(map.rows[0].cells.len(), 3);
        assert_eq!(map.rows[0].cells[1].shade, Some("largely"));
        assert!(map.rows[0].cells[0].held);
    }

    #[test]
    fn the_shade_changes_where_the_rating_does() {
        #[track_caller]
        fn case(achievement: f64, expected: &str) {
            assert_eq!(shade(achievement), expected);
        }
        case(0.0, "not");
        case(0.15, "not");
        case(0.5, "partially");
        case(0.85, "largely");
        case(0.86, "fully");
    }

    #[test]
    fn scores_lie_between_the_ends_of_the_ruler() {
        let ruler = ruler(&assessment(&["Processos"])).expect("a score");
        assert_eq!(ruler.practice.x, Some((ruler.left + ruler.right) / 2.0));
        assert_eq!(ruler.outcome.and_then(|outcome| outcome.x), None);
        assert!(ruler.practice.low < ruler.practice.x);
    }

    /// An assessment without levels whose scores lie between these ends.
    fn on_scale(bottom: &str, top: &str) -> Assessment {
        let mut assessment = assessment(&["One", "Two", "Three"]);
        assessment.bottom = Figure::parse(bottom).expect("a figure");
        assessment.top = Figure::parse(top).expect("a figure");
        assessment.levels.clear();
        assessment.floor = None;
        assessment
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
            assert_eq!(ruler.dimensions[0].x, Some(expected));
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
            (2, "Intermediate", Some("13/5")),
            (3, "Advanced", Some("4")),
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
                (along(3.3), "Intermediate".to_owned()),
                (along(4.5), "Advanced".to_owned()),
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
        assert_eq!(radii, [43.2, 81.0, RADIUS]); // 1.6 and 3 of 4
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
    fn a_long_word_of_a_radars_label_stays_whole() {
        let radar = radar(&assessment(&["Responsabilidades", "B", "C"])).expect("three");
        assert_eq!(radar.axes[0].label.lines, ["Responsabilidades"]);
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

    #[test]
    fn a_hole_breaks_the_line_of_a_trend() {
        let trend = trend(&kpi(
            "higher",
            &[Some("60"), None, Some("70"), Some("72")],
            &[],
        ))
        .expect("readings");
        assert_eq!(trend.line.matches('M').count(), 2);
        assert_eq!(trend.points.len(), 3);
    }

    #[test]
    fn bands_fill_the_picture_from_the_worse_side() {
        let higher = trend(&kpi(
            "higher",
            &[Some("60"), Some("90")],
            &[(2, "65"), (3, "80")],
        ))
        .expect("readings");
        let lower = trend(&kpi(
            "lower",
            &[Some("60"), Some("90")],
            &[(2, "80"), (3, "65")],
        ))
        .expect("readings");
        for zones in [&higher.zones, &lower.zones] {
            assert_eq!(zones.len(), 3);
            let filled: f64 = zones.iter().map(|zone| zone.height).sum();
            assert!((filled - 168.0).abs() < 0.3, "{filled}");
        }
        // The best band is on top when higher is better, at the bottom when lower is.
        assert!(higher.zones[2].y < higher.zones[0].y);
        assert!(lower.zones[2].y > lower.zones[0].y);
    }

    #[test]
    fn a_trend_needs_one_reading_and_is_content_with_it() {
        assert!(trend(&kpi("none", &[None, None], &[])).is_none());
        let one = trend(&kpi("none", &[Some("0")], &[])).expect("a reading");
        assert_eq!(one.periods.len(), 1);
    }

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
    fn a_text_is_cut_into_lines_that_fit() {
        #[track_caller]
        fn case(text: &str, most: usize, expected: &[&str]) {
            assert_eq!(wrap(text, 80.0, 10.0, most), expected);
        }
        case("Medição e melhoria", 3, &["Medição e", "melhoria"]);
        case(
            "Medição e melhoria contínua",
            2,
            &["Medição e", "melhoria…"],
        );
        case("", 2, &[]);
        assert!(wrap("Donaudampfschifffahrt", 80.0, 10.0, 4).len() > 1);
    }
}
