//! Segments of a KPI that do not fit together: parts that come to more than the whole beside them, a part that is
//! missing among the others for a while, or one cut under two names (`channel=Chat`, `canal=Chat`).
//!
//! All of them can be read, and each makes a figure that nobody meant: the whole wins silently over its parts, and
//! where a part is missing the rest rises or falls by that alone.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Aggregation, Exact, FileIndex, Frequency, Kpi, Measured, Reading, Workspace};

pub(super) fn check(
    workspace: &Workspace,
    broken: &BTreeSet<FileIndex>,
    diagnostics: &mut Diagnostics,
) {
    let mut by_kpi: Vec<Vec<&Reading>> = vec![Vec::new(); workspace.kpis.len()];
    for reading in &workspace.readings {
        by_kpi[reading.kpi].push(reading);
    }
    for (kpi, readings) in workspace.kpis.iter().zip(by_kpi) {
        let is_broken = |reading: &&Reading| broken.contains(&reading.place.file);
        // What is missing may be what could not be read.
        if readings.iter().any(is_broken)
            || readings.iter().all(|reading| reading.segment.is_none())
        {
            continue;
        }
        let mut periods: BTreeMap<_, Vec<&Reading>> = BTreeMap::new();
        for reading in &readings {
            let key = (reading.days.last, reading.days.first);
            periods.entry(key).or_default().push(reading);
        }
        let periods: Vec<Vec<&Reading>> = periods.into_values().collect();
        for period in &periods {
            diagnostics.extend(more_than_the_whole(kpi, period));
        }
        diagnostics.extend(two_names(&readings));
        missing(kpi, &periods, diagnostics);
    }
}

/// Parts whose counts are more than those of the whole.
fn more_than_the_whole(kpi: &Kpi, readings: &[&Reading]) -> Option<Diagnostic> {
    let whole = readings.iter().find(|reading| reading.segment.is_none())?;
    let mut axes: BTreeMap<&str, Vec<&Reading>> = BTreeMap::new();
    for reading in readings {
        if let Some(segment) = &reading.segment {
            axes.entry(axis(segment)).or_default().push(reading);
        }
    }
    let (parts, sums) = axes.into_values().find_map(|parts| {
        let sums = exceeding(kpi, whole, &parts)?;
        Some((parts, sums))
    })?;
    let problem = Diagnostic::warning(Code::SegmentsDisagree, whole.place)
        .with("what", "total")
        .with("kpi", &kpi.id)
        .with("written", sums.whole)
        .with("sum", sums.parts);
    Some(problem.related(parts[0].place, "part").help("help-total"))
}

/// A whole and the sum of its parts, in the words of their files.
struct Sums {
    whole: String,
    parts: String,
}

fn exceeding(kpi: &Kpi, whole: &Reading, parts: &[&Reading]) -> Option<Sums> {
    let add = |values: Vec<&Exact>| {
        values
            .into_iter()
            .fold(Exact::ZERO, |sum, value| sum + value.clone())
    };
    if let Measured::Ratio {
        numerator,
        denominator,
    } = &whole.value
    {
        let counts = parts.iter().map(|part| match &part.value {
            Measured::Ratio {
                numerator,
                denominator,
            } => Some((numerator, denominator)),
            Measured::Value(_) => None,
        });
        let counts: Vec<(&Exact, &Exact)> = counts.collect::<Option<_>>()?;
        let above = add(counts.iter().map(|(above, _)| *above).collect());
        let below = add(counts.iter().map(|(_, below)| *below).collect());
        let is_more = above > *numerator || below > *denominator;
        let is_other = below == *denominator && above != *numerator;
        return (is_more || is_other).then(|| Sums {
            whole: format!("{numerator}/{denominator}"),
            parts: format!("{above}/{below}"),
        });
    }
    let value = |reading: &&Reading| match &reading.value {
        Measured::Value(value) if !value.is_negative() => Some(value.clone()),
        Measured::Value(_) | Measured::Ratio { .. } => None,
    };
    if kpi.aggregation != Aggregation::Sum {
        return None;
    }
    let values: Vec<Exact> = parts.iter().map(value).collect::<Option<_>>()?;
    let (whole, sum) = (value(&whole)?, add(values.iter().collect()));
    let shown = |value: &Exact| kpi.unit.written(&value.rounded_short(4));
    (sum > whole).then(|| Sums {
        whole: shown(&whole),
        parts: shown(&sum),
    })
}

/// The first part that goes by another name than an earlier one of the same value: `canal=Chat` after `channel=Chat`.
fn two_names(readings: &[&Reading]) -> Option<Diagnostic> {
    let mut by_value: BTreeMap<String, (&str, &Reading)> = BTreeMap::new();
    for reading in readings {
        let Some((own, value)) = reading
            .segment
            .as_deref()
            .and_then(|text| text.split_once('='))
        else {
            continue;
        };
        let (first, earlier) = *by_value
            .entry(value.trim().to_lowercase())
            .or_insert((own, reading));
        if first != own {
            let problem = Diagnostic::warning(Code::SegmentsDisagree, reading.place)
                .with("what", "names")
                .with("first", earlier.segment.as_deref().unwrap_or_default())
                .with("second", reading.segment.as_deref().unwrap_or_default());
            return Some(
                problem
                    .related(earlier.place, "first-name")
                    .help("help-names"),
            );
        }
    }
    None
}

/// Parts that the period before has and this one lacks, while a later one has them again or none is there yet.
fn missing(kpi: &Kpi, periods: &[Vec<&Reading>], diagnostics: &mut Diagnostics) {
    let segments: Vec<BTreeSet<&str>> = periods.iter().map(|period| parts(period)).collect();
    for now in 1..periods.len() {
        let (before, own) = (&segments[now - 1], &segments[now]);
        let length = |at: usize| Frequency::of_length(periods[at][0].days.days() + 1);
        let are_alike = length(now - 1) == length(now);
        if own.is_empty() || !are_alike {
            continue;
        }
        let is_latest = now + 1 == periods.len();
        let comes_again = |segment: &str| {
            segments[now + 1..]
                .iter()
                .any(|later| later.contains(segment))
        };
        for segment in before.difference(own) {
            let is_same_cut = own.iter().any(|other| axis(other) == axis(segment));
            if is_same_cut && (is_latest || comes_again(segment)) {
                let problem = Diagnostic::warning(Code::SegmentsDisagree, periods[now][0].place)
                    .with("what", "missing")
                    .with("kpi", &kpi.id)
                    .with("segment", segment);
                let last = periods[now - 1]
                    .iter()
                    .find(|reading| reading.segment.as_deref() == Some(*segment));
                let problem = problem.help("help-missing");
                diagnostics.push(match last {
                    Some(last) => problem.related(last.place, "last"),
                    None => problem,
                });
            }
        }
    }
}

/// The parts that a period is pooled from: none where the whole stands beside them.
fn parts<'r>(period: &[&'r Reading]) -> BTreeSet<&'r str> {
    if period.iter().any(|reading| reading.segment.is_none()) {
        return BTreeSet::new();
    }
    period
        .iter()
        .filter_map(|reading| reading.segment.as_deref())
        .collect()
}

fn axis(segment: &str) -> &str {
    segment.split_once('=').map_or("", |(axis, _)| axis)
}
