//! A KPI over time, on the bands that give it a level.

use serde::{Deserialize, Serialize};

use super::figure::Figure;
use super::scale::{axis, figure};
use super::shapes::{Label, Mark, Tick, WIDTH, path, tenth};
use super::text::{NORMAL, entries, text_width};

/// What the trend of one KPI needs of it.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Kpi {
    direction: Direction,
    bands: Vec<Band>,
    trend: Vec<Point>,
    /// Its own target.
    #[serde(default)]
    target: Option<KpiTarget>,
    #[serde(default)]
    unit: String,
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
    /// The upper edge of a range.
    #[serde(default)]
    to: Option<Figure>,
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

/// A KPI over time, on the bands that give it a level.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Trend {
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
    /// The levels' titles by number, where they do not fit beside their zones.
    keys: Label,
}

/// The part of a band that the picture shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Zone {
    y: f64,
    height: f64,
    /// 0 for what lies before the first band, 1 for the first band, and so on, at most 6.
    shade: usize,
    level: Option<i64>,
    /// Where the level is named, when the zone is high enough for text; without lines, its number stands alone.
    label: Option<Label>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct PeriodTick {
    x: f64,
    anchor: &'static str,
    period: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct TargetLine {
    y: f64,
    label_x: f64,
    label_y: f64,
    /// At which of its ends the label stands, of the line: where the readings leave room.
    anchor: &'static str,
    figure: Figure,
}

/// `None` when fewer than two periods have a reading: one figure is no trend.
pub(super) fn trend(kpi: &Kpi) -> Option<Trend> {
    const HEIGHT: f64 = 208.0;
    const NAMES: f64 = 100.0;
    const TOP: f64 = 16.0;
    const BOTTOM: f64 = 184.0;
    let read: Vec<f64> = kpi
        .trend
        .iter()
        .filter_map(|point| Some(point.value.as_ref()?.number))
        .collect();
    if read.len() < 2 {
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
        .map(|tick| text_width(&tick.figure.text, NORMAL) + separators(tick.figure.number) + 10.0)
        .fold(24.0, f64::max);
    let zones = zones(kpi, low, high);
    let named = |zone: &Strip| Some((zone.level?, zone.title.clone()?));
    let mut names: Vec<(i64, String)> = zones.iter().filter_map(named).collect();
    names.sort();
    names.dedup();
    let widest = names
        .iter()
        .map(|(level, title)| text_width(&format!("{level} {title}"), NORMAL))
        .fold(0.0, f64::max);
    // Beside their zones where there is room; else the number alone, and the names below.
    let are_beside = widest <= NAMES;
    let beside = match names.is_empty() {
        true => 8.0,
        false if are_beside => widest + 8.0,
        false => 20.0,
    };
    let keys = if are_beside {
        Vec::new()
    } else {
        let texts = names
            .iter()
            .map(|(level, title)| format!("{level} {title}"));
        entries(&texts.collect::<Vec<_>>(), WIDTH, NORMAL)
    };
    let right = WIDTH - beside;

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
    let mut targets = target_lines(kpi, y, left, BOTTOM);
    make_room(
        &mut targets,
        &kpi.unit,
        &places,
        (left, right),
        (TOP, BOTTOM),
    );
    Some(Trend {
        width: WIDTH,
        height: HEIGHT + keys.len() as f64 * 15.0,
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
                    .filter(|_| lower - upper >= NORMAL * 1.3)
                    .map(|title| Label {
                        x: tenth(right + 6.0),
                        y: tenth((upper + lower) / 2.0 + NORMAL * 0.36),
                        step: 0.0,
                        anchor: "start",
                        lines: if are_beside { vec![title] } else { Vec::new() },
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
        targets,
        keys: Label {
            x: 0.0,
            y: HEIGHT + 11.0,
            step: 15.0,
            anchor: "start",
            lines: keys,
        },
    })
}

/// The room that the separators of thousands take, which a figure has only when it is written.
fn separators(number: f64) -> f64 {
    let thousands = (number.abs().max(1.0).log10() / 3.0).floor();
    thousands * text_width(",", NORMAL)
}

/// A horizontal strip between two figures.
struct Strip {
    from: f64,
    to: f64,
    shade: usize,
    level: Option<i64>,
    title: Option<String>,
}

/// The bands as strips between `low` and `high`, from the worst to the best; of a range the worse ones lie on both
/// sides of the better.
fn zones(kpi: &Kpi, low: f64, high: f64) -> Vec<Strip> {
    let mut bands: Vec<&Band> = kpi.bands.iter().collect();
    match kpi.direction {
        Direction::Higher => bands.sort_by(|a, b| a.from.number.total_cmp(&b.from.number)),
        Direction::Lower => bands.sort_by(|a, b| b.from.number.total_cmp(&a.from.number)),
        Direction::Range => bands.sort_by_key(|band| band.level),
        Direction::None => return Vec::new(),
    }
    if bands.is_empty() {
        return Vec::new();
    }
    // Where each band lies: beyond all of them, then one within the other.
    let everything = (f64::MIN, f64::MAX);
    let spans: Vec<(f64, f64)> = std::iter::once(everything)
        .chain(bands.iter().map(|band| match kpi.direction {
            Direction::Lower => (f64::MIN, band.from.number),
            Direction::Higher | Direction::None => (band.from.number, f64::MAX),
            Direction::Range => {
                let upper = band.to.as_ref().map_or(f64::MAX, |to| to.number);
                (band.from.number, upper)
            }
        }))
        .collect();
    let mut strips = Vec::new();
    for (shade, (from, to)) in spans.iter().enumerate() {
        let band = shade.checked_sub(1).map(|index| bands[index]);
        // What the next band takes out of this one leaves a part on either side, or on one.
        let parts = match spans.get(shade + 1) {
            Some((inner_from, inner_to)) => vec![(*from, *inner_from), (*inner_to, *to)],
            None => vec![(*from, *to)],
        };
        for (from, to) in parts {
            let (from, to) = (from.max(low), to.min(high));
            if from < to {
                strips.push(Strip {
                    from,
                    to,
                    shade,
                    level: band.map(|band| band.level),
                    title: band.and_then(|band| band.title.clone()),
                });
            }
        }
    }
    strips
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

/// One line for each target figure. Their labels stand above them, and make way for one another.
fn target_lines(kpi: &Kpi, y: impl Fn(f64) -> f64, left: f64, bottom: f64) -> Vec<TargetLine> {
    const APART: f64 = NORMAL * 1.25;
    let mut figures: Vec<Figure> = kpi.aimed_at().cloned().collect();
    figures.sort_by(|a, b| b.number.total_cmp(&a.number));
    figures.dedup_by(|a, b| a.number == b.number);
    let mut lines: Vec<TargetLine> = Vec::new();
    for figure in figures {
        let at = y(figure.number);
        let free = lines.last().map_or(f64::MIN, |line| line.label_y + APART);
        lines.push(TargetLine {
            y: tenth(at),
            label_x: tenth(left + INSET),
            label_y: (at - 5.0).max(free),
            anchor: "start",
            figure,
        });
    }
    let mut free = bottom - 4.0;
    for line in lines.iter_mut().rev() {
        line.label_y = tenth(line.label_y.min(free));
        free = line.label_y - APART;
    }
    lines
}

/// From the end of a target's line to its label.
const INSET: f64 = 6.0;

/// The room that a label takes.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Room {
    x: (f64, f64),
    y: (f64, f64),
}

impl Room {
    fn meets(&self, other: &Room) -> bool {
        let meet = |one: (f64, f64), other: (f64, f64)| one.0 < other.1 && other.0 < one.1;
        meet(self.x, other.x) && meet(self.y, other.y)
    }

    /// Whether the line through the readings runs through it, or a reading that stands alone lies in it.
    fn is_crossed(&self, readings: &[Option<(f64, f64)>]) -> bool {
        const STEPS: usize = 24;
        const AROUND: f64 = 5.0;
        let holds = |(x, y): (f64, f64)| {
            let own = (x - AROUND, x + AROUND);
            self.meets(&Room {
                x: own,
                y: (y - AROUND, y + AROUND),
            })
        };
        let along = readings
            .windows(2)
            .filter_map(|pair| Some((pair[0]?, pair[1]?)));
        let mut along = along.flat_map(|((x, y), (next_x, next_y))| {
            (0..=STEPS).map(move |step| {
                let share = step as f64 / STEPS as f64;
                (x + (next_x - x) * share, y + (next_y - y) * share)
            })
        });
        along.any(holds) || readings.iter().flatten().copied().any(holds)
    }
}

/// Labels that would stand on the readings go to the other end of their line, or below it, where there is room.
fn make_room(
    lines: &mut [TargetLine],
    unit: &str,
    readings: &[Option<(f64, f64)>],
    (left, right): (f64, f64),
    (top, bottom): (f64, f64),
) {
    let room = |line: &TargetLine| {
        // The words are the template's, and no longer than these.
        let words = text_width(&format!("target {} {unit}", line.figure.text), NORMAL);
        let width = words + separators(line.figure.number);
        Room {
            x: match line.anchor {
                "end" => (line.label_x - width, line.label_x),
                _ => (line.label_x, line.label_x + width),
            },
            y: (line.label_y - NORMAL * 0.8, line.label_y + NORMAL * 0.25),
        }
    };
    for index in 0..lines.len() {
        if !room(&lines[index]).is_crossed(readings) {
            continue;
        }
        let own = lines[index].clone();
        let below = tenth(own.y + NORMAL * 0.8 + 4.0);
        let ends = [
            ("start", tenth(left + INSET)),
            ("end", tenth(right - INSET)),
        ];
        let heights = [own.label_y, below].into_iter();
        let places =
            heights.flat_map(|label_y| ends.map(|(anchor, label_x)| (anchor, label_x, label_y)));
        let mut places = places.map(|(anchor, label_x, label_y)| TargetLine {
            label_x,
            label_y,
            anchor,
            ..own.clone()
        });
        let is_free = |place: &TargetLine| {
            let space = room(place);
            let others = lines
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != index);
            space.y.0 >= top
                && space.y.1 <= bottom
                && !space.is_crossed(readings)
                && others
                    .map(|(_, other)| room(other))
                    .all(|other| !space.meets(&other))
        };
        if let Some(free) = places.find(is_free) {
            lines[index] = free;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::read;
    use super::*;

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
    fn a_range_has_its_worse_bands_on_both_sides() {
        let mut kpi = kpi("range", &[Some("60"), Some("90")], &[(2, "65"), (3, "72")]);
        for (band, to) in kpi.bands.iter_mut().zip(["85", "78"]) {
            band.to = Figure::parse(to);
        }
        let trend = trend(&kpi).expect("readings");
        let mut zones: Vec<(f64, usize)> = trend
            .zones
            .iter()
            .map(|zone| (zone.y, zone.shade))
            .collect();
        zones.sort_by(|one, other| one.0.total_cmp(&other.0));
        let shades: Vec<usize> = zones.iter().map(|(_, shade)| *shade).collect();
        assert_eq!(shades, [0, 1, 2, 1, 0]);
        let filled: f64 = trend.zones.iter().map(|zone| zone.height).sum();
        assert!((filled - 168.0).abs() < 0.5, "{filled}");
    }

    #[test]
    fn labels_of_close_targets_make_way() {
        let mut kpi = kpi("higher", &[Some("60"), Some("90")], &[]);
        let targets = ["85", "85.5", "86", "60"].map(|value| KpiTarget {
            value: Figure::parse(value),
        });
        kpi.targets = targets.to_vec();
        let trend = trend(&kpi).expect("readings");
        for pair in trend.targets.windows(2) {
            assert!(pair[1].label_y - pair[0].label_y >= NORMAL);
        }
        assert!(trend.targets.iter().all(|line| line.label_y < trend.bottom));
    }

    #[test]
    fn a_label_of_a_target_stands_where_the_readings_leave_room() {
        #[track_caller]
        fn case(values: &[&str], target: &str, anchor: &str, is_above: bool) {
            let values: Vec<Option<&str>> = values.iter().copied().map(Some).collect();
            let mut kpi = kpi("higher", &values, &[]);
            kpi.unit = "%".to_owned();
            kpi.targets = vec![KpiTarget {
                value: Figure::parse(target),
            }];
            let trend = trend(&kpi).expect("readings");
            let label = &trend.targets[0];
            assert_eq!(
                (label.anchor, label.label_y < label.y),
                (anchor, is_above),
                "{label:?}"
            );
        }
        case(
            &["60", "62", "61", "70", "80", "82", "81", "84"],
            "85",
            "start",
            true,
        );
        case(
            &["86", "85", "84", "80", "70", "66", "62", "60"],
            "85",
            "end",
            true,
        );
        case(
            &["87", "86", "88", "70", "70", "87", "87", "88"],
            "85",
            "start",
            false,
        );
    }

    #[test]
    fn a_trend_needs_two_readings() {
        assert!(trend(&kpi("none", &[None, None], &[])).is_none());
        assert!(trend(&kpi("none", &[None, Some("4")], &[])).is_none());
        let two = trend(&kpi("none", &[Some("0"), None, Some("4")], &[])).expect("readings");
        assert_eq!(two.periods.len(), 2);
    }
}
