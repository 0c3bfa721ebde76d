//! What the report says of a KPI.

use chrono::{Datelike, Months};
use schemars::JsonSchema;
use serde::Serialize;

use super::okr::anchor;
use super::{Writer, figure, non_empty};
use crate::model::{Direction, Edge, Exact, Frequency, Kpi, Measured, Period, ValueSource};
use crate::report::figure::Figure;
use crate::score::{Point, Status, measure};

/// The most values that a trend shows.
const TREND: usize = 12;

/// A KPI with its trend.
#[derive(Debug, Serialize, JsonSchema)]
pub struct KpiPart {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it tells.
    pub definition: Option<String>,
    /// How its values are computed, in words.
    pub formula: Option<String>,
    /// When time runs and what stops it.
    pub clock: Option<String>,
    /// What is in and what is left out.
    pub population: Option<String>,
    /// Its unit.
    pub unit: String,
    /// higher, lower, range or none.
    pub direction: &'static str,
    /// How often it is measured.
    pub frequency: &'static str,
    /// Its latest value.
    pub value: Option<Figure>,
    /// That value's period, as written.
    pub period: Option<String>,
    /// That value's period by name.
    pub period_title: Option<String>,
    /// The maturity level that the value stands for, in fractions.
    pub level: Option<Figure>,
    /// That level's whole number.
    pub level_number: Option<u32>,
    /// That level's title.
    pub level_title: Option<String>,
    /// Whether the value is older than one and a half times the frequency.
    pub stale: bool,
    /// The difference to the first value of the trend.
    pub change: Option<Figure>,
    /// The unit of the change: percentage points for percentages.
    pub change_unit: String,
    /// Whether the change is for the better; none without a direction or change.
    pub better: Option<bool>,
    /// The period of the first value of the trend, as written.
    pub change_since: Option<String>,
    /// The difference to the reading before, where that goes another way than the change of the trend; its unit is the same.
    pub turn: Option<Figure>,
    /// The period of the reading before, as written; none without such a turn.
    pub turn_since: Option<String>,
    /// Where each level begins.
    pub bands: Vec<BandPart>,
    /// Where the bands come from.
    pub bands_source: Option<String>,
    /// The latest values, oldest first.
    pub trend: Vec<TrendPart>,
    /// How many readings there are, of which the trend holds the latest.
    pub readings: usize,
    /// The parts of the latest value.
    pub segments: Vec<SegmentPart>,
    /// Its own target in force on the day.
    pub target: Option<OwnTargetPart>,
    /// The key results that aim at it.
    pub targets: Vec<KpiTargetPart>,
}

/// Where a level begins.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BandPart {
    /// The level's number.
    pub level: u32,
    /// The level's title.
    pub title: String,
    /// The edge: the lower one of a range.
    pub from: Figure,
    /// The upper edge of a range.
    pub to: Option<Figure>,
}

/// One value of a trend.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TrendPart {
    /// Its period, as written.
    pub period: String,
    /// Its period by name.
    pub title: String,
    /// The value; none for a period without a reading.
    pub value: Option<Figure>,
}

/// A part of a value.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SegmentPart {
    /// As written, such as `channel=chat`.
    pub name: String,
    /// What stands behind the equals sign.
    pub title: String,
    /// The value.
    pub value: Figure,
    /// The number of cases.
    pub n: Option<Figure>,
}

/// What a KPI is to reach by its definition.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OwnTargetPart {
    /// The value.
    pub value: Figure,
    /// The last day; none for a target that holds always.
    pub by: Option<String>,
    /// Whether the latest value reaches it; none without a direction.
    pub reached: Option<bool>,
}

/// A key result that aims at a KPI.
#[derive(Debug, Serialize, JsonSchema)]
pub struct KpiTargetPart {
    /// As `cycle/key-result`.
    pub key_result: String,
    /// Its address within the report, without the `#`.
    pub anchor: String,
    /// The target.
    pub value: Figure,
    /// The last day.
    pub due: String,
    /// Whether it is reached; none while it can still be.
    pub reached: Option<bool>,
}

impl Writer<'_> {
    pub(super) fn kpi(&self, index: usize) -> Option<KpiPart> {
        let definition = &self.workspace.kpis[index];
        let known = self.scores.series[index].until(self.scores.as_of);
        let latest = known.last()?;
        let rubric = self.workspace.rubric_of(&definition.id);
        let floor = measure::floor(self.workspace, index);
        let level = measure::level_of(definition, &latest.term(index), &floor);
        let level = level.value();
        let level_number = level
            .and_then(Exact::floor)
            .and_then(|floor| u32::try_from(floor).ok());
        let level_title =
            |number: Option<u32>| rubric.and_then(|rubric| self.level_title(rubric, number));
        let trend = self.trend(definition, known);
        let first = known
            .get(known.len().saturating_sub(TREND))
            .filter(|_| known.len() > 1);
        let change = first.map(|first| &latest.value - &first.value);
        let better = |change: &Exact| is_better(definition.direction, change);
        // What is better than a year ago and worse than last month is told as both.
        let turn = known.iter().rev().nth(1).and_then(|before| {
            let turn = &latest.value - &before.value;
            let (whole, last) = (better(change.as_ref()?)?, better(&turn)?);
            (whole != last).then_some((turn, before.period.to_string()))
        });
        let (turn, turn_since) = turn.unzip();
        Some(KpiPart {
            id: definition.id.to_string(),
            title: self.text(&definition.title),
            definition: non_empty(&self.text(&definition.definition)),
            formula: non_empty(&self.text(&definition.formula)),
            clock: non_empty(&self.text(&definition.clock)),
            population: non_empty(&self.text(&definition.population)),
            unit: definition.unit.text.clone(),
            direction: definition.direction.as_str(),
            frequency: definition.frequency.as_str(),
            value: Some(Figure::from(&latest.value)),
            period: Some(latest.period.to_string()),
            period_title: Some(self.locale.period(latest.period)),
            level: figure(level),
            level_number,
            level_title: level_title(level_number),
            stale: definition
                .frequency
                .is_stale(latest.days.last, self.scores.as_of),
            better: change.as_ref().and_then(better),
            change: change.map(Figure),
            change_unit: if definition.unit.is_percent() {
                "pp".to_owned()
            } else {
                definition.unit.text.clone()
            },
            change_since: first.map(|first| first.period.to_string()),
            turn: turn.map(Figure),
            turn_since,
            bands: definition
                .bands
                .iter()
                .map(|band| {
                    let (from, to) = match &band.edge {
                        Edge::At(edge) => (edge, None),
                        Edge::Between(low, high) => (low, Some(high)),
                    };
                    BandPart {
                        level: band.level,
                        title: level_title(Some(band.level)).unwrap_or_default(),
                        from: Figure::from(from),
                        to: figure(to),
                    }
                })
                .collect(),
            bands_source: non_empty(&self.text(&definition.source)),
            trend,
            readings: known.len(),
            segments: self.segments(definition, latest),
            target: definition
                .target_on(self.scores.as_of)
                .map(|target| OwnTargetPart {
                    value: Figure::from(&target.value),
                    by: target.by.map(|by| by.to_string()),
                    reached: definition.reaches(&latest.value, &target.value),
                }),
            targets: self.kpi_targets(index),
        })
    }

    /// The latest values; of a monthly KPI the latest months, with holes.
    fn trend(&self, definition: &Kpi, known: &[Point]) -> Vec<TrendPart> {
        let is_monthly = definition.frequency == Frequency::Monthly
            && known
                .iter()
                .all(|point| matches!(point.period, Period::Month(..)));
        let shown = &known[known.len().saturating_sub(TREND)..];
        let (Some(first), Some(last), true) = (shown.first(), shown.last(), is_monthly) else {
            return shown
                .iter()
                .map(|point| self.trend_part(point.period, Some(&point.value)))
                .collect();
        };
        let mut month = first
            .days
            .first
            .max(last.days.first - Months::new(TREND as u32 - 1));
        let mut parts = Vec::new();
        while month <= last.days.first {
            let point = shown.iter().find(|point| point.days.first == month);
            let period = Period::Month(month.year(), month.month());
            parts.push(self.trend_part(period, point.map(|point| &point.value)));
            month = month + Months::new(1);
        }
        parts
    }

    fn trend_part(&self, period: Period, value: Option<&Exact>) -> TrendPart {
        TrendPart {
            period: period.to_string(),
            title: self.locale.period(period),
            value: figure(value),
        }
    }

    fn segments(&self, definition: &Kpi, latest: &Point) -> Vec<SegmentPart> {
        let mut segments: Vec<SegmentPart> = self
            .workspace
            .readings
            .iter()
            .filter(|reading| {
                reading.days == latest.days && self.workspace.kpis[reading.kpi].id == definition.id
            })
            .filter_map(|reading| {
                let name = reading.segment.clone()?;
                let title = name.rsplit('=').next().unwrap_or(&name).to_owned();
                let denominator = match &reading.value {
                    Measured::Ratio { denominator, .. } => Some(denominator),
                    Measured::Value(_) => None,
                };
                Some(SegmentPart {
                    title,
                    name,
                    value: Figure(measure::value(definition, reading)),
                    n: figure(reading.cases.as_ref().or(denominator)),
                })
            })
            .collect();
        segments.sort_by(|left, right| left.name.cmp(&right.name));
        segments
    }

    fn kpi_targets(&self, kpi: usize) -> Vec<KpiTargetPart> {
        let mut targets = Vec::new();
        for (cycle, score) in self.workspace.cycles.iter().zip(&self.scores.cycles) {
            let is_over = score.is_closed;
            for (objective, score) in cycle.objectives.iter().zip(&score.objectives) {
                for (key_result, score) in objective.key_results.iter().zip(&score.key_results) {
                    if key_result.source == ValueSource::Kpi(kpi)
                        && score.status != Status::Dropped
                        && let Some(target) = score.target.value()
                    {
                        targets.push(KpiTargetPart {
                            key_result: format!("{}/{}", cycle.id, key_result.id),
                            anchor: format!("kr-{}-{}", anchor(&cycle.id), key_result.id),
                            value: Figure::from(target),
                            due: score.due.to_string(),
                            reached: match score.status {
                                Status::Achieved => Some(true),
                                _ if is_over || score.due < self.scores.as_of => Some(false),
                                _ => None,
                            },
                        });
                    }
                }
            }
        }
        targets
    }
}

fn is_better(direction: Direction, change: &Exact) -> Option<bool> {
    if change.is_zero() {
        return None;
    }
    match direction {
        Direction::Higher => Some(!change.is_negative()),
        Direction::Lower => Some(change.is_negative()),
        Direction::Range | Direction::None => None,
    }
}
