//! Readings pooled to one value a period, and the maturity level that a value stands for.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::ends;
use super::trace::{Formula, Name, Source, Term, Traced, Weighted};
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
    /// How the value came about.
    pub trace: Traced,
    /// Positions among the workspace's readings of those it was made from.
    pub readings: Vec<usize>,
}

impl Point {
    /// The value of this point of a KPI as a term of a formula.
    #[must_use]
    pub fn term(&self, kpi: usize) -> Term {
        Term {
            name: Name::KpiValue(kpi),
            value: Some(self.value.clone()),
            source: Source::Computed,
            formula: Some(self.trace.shared()),
        }
    }
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
    let trace = Traced::of(pooled(kpi, all, &readings));
    Some(Point {
        period,
        days,
        value: trace.value()?.clone(),
        trace,
        readings,
    })
}

/// One value of several: ratios by Σ numerator ÷ Σ denominator, never the mean of rates, where a share of `n` cases is
/// as many of them; means by the
/// number of cases behind each. Reading has made sure that these are known.
fn pooled(kpi: &Kpi, all: &[Reading], readings: &[usize]) -> Formula {
    if let [only] = readings {
        return value_formula(kpi, all, *only);
    }
    match kpi.aggregation {
        Aggregation::Last => Term::none(Name::Count).into(),
        Aggregation::Sum => Formula::Sum(
            readings
                .iter()
                .map(|index| value_formula(kpi, all, *index))
                .collect(),
        ),
        Aggregation::Mean => Formula::Mean(
            readings
                .iter()
                .map(|index| Weighted {
                    weight: all[*index].cases.clone().unwrap_or(Exact::ZERO),
                    term: reading_term(&value(kpi, &all[*index]), all, *index),
                })
                .collect(),
        ),
        Aggregation::Ratio => {
            let (mut above, mut below) = (Vec::new(), Vec::new());
            for index in readings {
                let place = all[*index].place;
                match &all[*index].value {
                    Measured::Ratio {
                        numerator,
                        denominator,
                    } => {
                        let counted = Term::written(Name::Numerator(*index), numerator, place);
                        let of = Term::written(Name::Denominator(*index), denominator, place);
                        above.push(counted.into());
                        below.push(of.into());
                    }
                    // The cases behind a share are what it is a share of: so many of them count.
                    Measured::Value(share) => {
                        let cases = all[*index].cases.clone().unwrap_or(Exact::ZERO);
                        let of = Term::written(Name::Denominator(*index), &cases, place);
                        let share = plain_share(kpi, reading_term(share, all, *index));
                        above.push(Formula::times(share, of.clone()));
                        below.push(of.into());
                    }
                }
            }
            in_unit(kpi, Formula::over(Formula::Sum(above), Formula::Sum(below)))
        }
    }
}

fn reading_term(value: &Exact, all: &[Reading], index: usize) -> Term {
    Term::written(Name::Reading(index), value, all[index].place)
}

/// One reading's value in the KPI's unit.
fn value_formula(kpi: &Kpi, all: &[Reading], index: usize) -> Formula {
    let place = all[index].place;
    match &all[index].value {
        Measured::Value(value) => reading_term(value, all, index).into(),
        Measured::Ratio {
            numerator,
            denominator,
        } => {
            let counted = Term::written(Name::Numerator(index), numerator, place);
            let of = Term::written(Name::Denominator(index), denominator, place);
            in_unit(kpi, Formula::over(counted, of))
        }
    }
}

fn in_unit(kpi: &Kpi, ratio: Formula) -> Formula {
    if kpi.unit.is_percent() {
        Formula::times(ratio, Term::fixed(Name::Hundred, Exact::from(100u32)))
    } else {
        ratio
    }
}

/// A share as a part of one, whatever its unit.
fn plain_share(kpi: &Kpi, share: Term) -> Formula {
    if kpi.unit.is_percent() {
        Formula::over(share, Term::fixed(Name::Hundred, Exact::from(100u32)))
    } else {
        share.into()
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
        } => {
            let ratio = numerator / denominator;
            if kpi.unit.is_percent() {
                ratio * Exact::from(100u32)
            } else {
                ratio
            }
        }
    }
}

/// What a KPI's latest value says about maturity.
#[derive(Debug, Clone)]
pub struct KpiLevel {
    /// Position of the KPI among the workspace's.
    pub kpi: usize,
    /// Position of the value in the KPI's series.
    pub point: usize,
    /// The level, between the edges in fractions; none for a KPI that only informs.
    pub level: Traced,
    /// Whether the value is older than one and a half times the KPI's frequency.
    pub is_stale: bool,
}

/// The level of a KPI on `day`, which is `floor` below its first edge; `None` without a reading.
#[must_use]
pub fn kpi_level(
    workspace: &Workspace,
    series: &[Series],
    kpi: usize,
    floor: &Term,
    day: NaiveDate,
) -> Option<KpiLevel> {
    let known = series[kpi].until(day);
    let point = known.last()?;
    let definition = &workspace.kpis[kpi];
    Some(KpiLevel {
        kpi,
        point: known.len() - 1,
        level: level_of(definition, &point.term(kpi), floor),
        is_stale: definition.frequency.is_stale(point.days.last, day),
    })
}

/// The level of a KPI before its first edge: that of the rubric that defines it; of a KPI of no rubric, the level
/// below its own first band.
#[must_use]
pub fn floor(workspace: &Workspace, kpi: usize) -> Term {
    let definition = &workspace.kpis[kpi];
    match workspace.rubric_of(&definition.id) {
        Some(rubric) => {
            let [floor, _] = ends::kpi_ends(rubric);
            floor
        }
        None => {
            let first = definition.bands.first().map_or(1, |band| band.level);
            Term::fixed(Name::Base, Exact::from(first) - Exact::ONE)
        }
    }
}

/// The level that a value stands for: the floor before the first edge, the last band's level from its
/// edge on, and between two edges the way from one to the next. None without bands or direction.
///
/// With bands at 40, 60, 75 and 85 % for levels 2 to 5, a value of 50 % is level 2.5.
#[must_use]
pub fn level_of(kpi: &Kpi, value: &Term, floor: &Term) -> Traced {
    let low = |band: &Band| match &band.edge {
        Edge::At(edge) | Edge::Between(edge, _) => edge.clone(),
    };
    let high = |band: &Band| match &band.edge {
        Edge::At(edge) | Edge::Between(_, edge) => edge.clone(),
    };
    let rising = || interpolate(kpi, &low, value, floor, false);
    let falling = || interpolate(kpi, &high, value, floor, true);
    Traced::of(match kpi.direction {
        _ if kpi.bands.is_empty() => Term::none(floor.name).into(),
        Direction::None => Term::none(floor.name).into(),
        Direction::Higher => rising(),
        Direction::Lower => falling(),
        Direction::Range => Formula::Lowest(vec![rising(), falling()]),
    })
}

/// The way from the last edge reached to the next: level + (value − edge) ÷ (next − edge) × levels between.
fn interpolate(
    kpi: &Kpi,
    edge: &dyn Fn(&Band) -> Exact,
    value: &Term,
    floor: &Term,
    is_falling: bool,
) -> Formula {
    let number = |level: u32| Term::fixed(Name::LevelNumber(level), Exact::from(level));
    let Some(measured) = &value.value else {
        return Term::none(value.name).into();
    };
    let reached = kpi.bands.partition_point(|band| {
        if is_falling {
            edge(band) >= *measured
        } else {
            edge(band) <= *measured
        }
    });
    let Some(band) = reached.checked_sub(1).map(|index| &kpi.bands[index]) else {
        return floor.clone().into();
    };
    let Some(next) = kpi.bands.get(reached) else {
        return number(band.level).into();
    };
    let at = |band: &Band| Term::written(Name::Edge(band.level), &edge(band), band.place);
    let way = Formula::over(
        Formula::less(value.clone(), at(band)),
        Formula::less(at(next), at(band)),
    );
    let levels = Formula::less(number(next.level), number(band.level));
    Formula::plus(number(band.level), Formula::times(way, levels))
}
