//! Readings pooled to one value a period, and the maturity level that a value stands for.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::{
    Aggregation, Band, DateRange, Direction, Edge, Exact, Kpi, Measured, Period, Reading, Workspace,
};

/// One value for one period.
#[derive(Debug, Clone)]
pub struct Point {
    /// The period as written.
    pub period: Period,
    /// Its days; the value counts from the last.
    pub days: DateRange,
    /// The value in the KPI's unit.
    pub value: Exact,
    /// Positions among the workspace's readings of those it was made from.
    pub readings: Vec<usize>,
}

/// The values of one KPI, oldest first.
#[derive(Debug, Clone, Default)]
pub struct Series {
    /// One point a period.
    pub points: Vec<Point>,
}

impl Series {
    /// The values known on `day`, oldest first.
    #[must_use]
    pub fn until(&self, day: NaiveDate) -> &[Point] {
        let known = self.points.partition_point(|point| point.days.last <= day);
        &self.points[..known]
    }
}

/// The series of each of the workspace's KPIs.
#[must_use]
pub fn all_series(workspace: &Workspace) -> Vec<Series> {
    let mut periods: Vec<BTreeMap<(NaiveDate, NaiveDate), Vec<usize>>> =
        vec![BTreeMap::new(); workspace.kpis.len()];
    for (index, reading) in workspace.readings.iter().enumerate() {
        let key = (reading.days.last, reading.days.first);
        periods[reading.kpi].entry(key).or_default().push(index);
    }
    workspace
        .kpis
        .iter()
        .zip(periods)
        .map(|(kpi, periods)| Series {
            points: periods
                .into_values()
                .filter_map(|readings| point(kpi, &workspace.readings, readings))
                .collect(),
        })
        .collect()
}

/// The reading of the whole where there is one, else those of the segments pooled.
fn point(kpi: &Kpi, all: &[Reading], mut readings: Vec<usize>) -> Option<Point> {
    if let Some(whole) = readings.iter().find(|index| all[**index].segment.is_none()) {
        readings = vec![*whole];
    }
    let first = &all[*readings.first()?];
    let (period, days) = (first.period, first.days);
    let value = pooled(kpi, readings.iter().map(|index| &all[*index]).collect())?;
    Some(Point {
        period,
        days,
        value,
        readings,
    })
}

/// One value of several: ratios by Σ numerator ÷ Σ denominator, never the mean of rates; means by the
/// number of cases behind each; `None` when that number is not known.
fn pooled(kpi: &Kpi, readings: Vec<&Reading>) -> Option<Exact> {
    if let [only] = readings.as_slice() {
        return Some(value(kpi, only));
    }
    match kpi.aggregation {
        Aggregation::Last => None,
        Aggregation::Sum => Some(readings.iter().map(|reading| value(kpi, reading)).sum()),
        Aggregation::Mean => {
            let mut total = Exact::ZERO;
            let mut cases = Exact::ZERO;
            for reading in readings {
                let own = reading.cases.clone()?;
                total = total + &value(kpi, reading) * &own;
                cases = cases + own;
            }
            total.checked_div(&cases)
        }
        Aggregation::Ratio => {
            let mut above = Exact::ZERO;
            let mut below = Exact::ZERO;
            for reading in readings {
                let Measured::Ratio {
                    numerator,
                    denominator,
                } = &reading.value
                else {
                    return None;
                };
                above = above + numerator;
                below = below + denominator;
            }
            Some(in_unit(kpi, above.checked_div(&below)?))
        }
    }
}

/// A reading's value in the KPI's unit.
#[must_use]
pub fn value(kpi: &Kpi, reading: &Reading) -> Exact {
    match &reading.value {
        Measured::Value(value) => value.clone(),
        Measured::Ratio {
            numerator,
            denominator,
        } => in_unit(kpi, numerator / denominator),
    }
}

fn in_unit(kpi: &Kpi, ratio: Exact) -> Exact {
    if kpi.unit.is_percent() {
        ratio * Exact::from(100u32)
    } else {
        ratio
    }
}

/// What a KPI's latest value says about maturity.
#[derive(Debug, Clone)]
pub struct KpiLevel {
    /// Position of the KPI among the workspace's.
    pub kpi: usize,
    /// Position of the value in the KPI's series.
    pub point: usize,
    /// The level, between the edges in fractions; `None` for a KPI that only informs.
    pub level: Option<Exact>,
    /// Whether the value is older than one and a half times the KPI's frequency.
    pub is_stale: bool,
}

/// The level of a KPI on `day`; `None` without a reading.
#[must_use]
pub fn kpi_level(
    workspace: &Workspace,
    series: &[Series],
    kpi: usize,
    floor: u32,
    day: NaiveDate,
) -> Option<KpiLevel> {
    let known = series[kpi].until(day);
    let point = known.last()?;
    let definition = &workspace.kpis[kpi];
    Some(KpiLevel {
        kpi,
        point: known.len() - 1,
        level: level_of(definition, &point.value, floor),
        is_stale: definition.frequency.is_stale(point.days.last, day),
    })
}

/// The level that a value stands for: the floor before the first edge, the last band's level from its
/// edge on, and between two edges the way from one to the next. `None` without bands or direction.
///
/// With bands at 40, 60, 75 and 85 % for levels 2 to 5, a value of 50 % is level 2.5.
#[must_use]
pub fn level_of(kpi: &Kpi, value: &Exact, floor: u32) -> Option<Exact> {
    if kpi.bands.is_empty() {
        return None;
    }
    let one_sided = |edge: &dyn Fn(&Band) -> Exact, is_falling: bool| {
        let sign = |number: Exact| if is_falling { -number } else { number };
        let edges: Vec<(u32, Exact)> = kpi
            .bands
            .iter()
            .map(|band| (band.level, sign(edge(band))))
            .collect();
        interpolate(&edges, &sign(value.clone()), floor)
    };
    let low = |band: &Band| match &band.edge {
        Edge::At(edge) | Edge::Between(edge, _) => edge.clone(),
    };
    let high = |band: &Band| match &band.edge {
        Edge::At(edge) | Edge::Between(_, edge) => edge.clone(),
    };
    match kpi.direction {
        Direction::None => None,
        Direction::Higher => Some(one_sided(&low, false)),
        Direction::Lower => Some(one_sided(&high, true)),
        Direction::Range => Some(one_sided(&low, false).min_with(&one_sided(&high, true))),
    }
}

fn interpolate(edges: &[(u32, Exact)], value: &Exact, floor: u32) -> Exact {
    let reached = edges.partition_point(|(_, edge)| edge <= value);
    let Some((level, edge)) = reached.checked_sub(1).map(|index| &edges[index]) else {
        return Exact::from(floor);
    };
    let Some((next_level, next_edge)) = edges.get(reached) else {
        return Exact::from(*level);
    };
    let way = (value - edge) / (next_edge - edge);
    Exact::from(*level) + way * Exact::from(next_level - level)
}
