//! `kpi-target`: a KPI whose latest reading does not reach the target of the day. `service-level`: a service level
//! whose latest window falls short of its goal. `stale`: a KPI whose latest reading is older than one and a half times
//! its frequency. A KPI that nobody ever measured is not late: nothing is known of it.

use super::Gate;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Exact, Place, Workspace};
use crate::score::{Point, Scores};

pub(super) fn check(
    gates: &[Gate],
    workspace: &Workspace,
    scores: &Scores,
    diagnostics: &mut Diagnostics,
) {
    for (index, series) in scores.series.iter().enumerate() {
        let Some(point) = series.until(scores.as_of).last() else {
            continue;
        };
        if gates.contains(&Gate::KpiTarget) {
            diagnostics.extend(off_target(index, point, workspace, scores));
        }
        if gates.contains(&Gate::Stale) {
            diagnostics.extend(stale(index, point, workspace, scores));
        }
    }
    if gates.contains(&Gate::ServiceLevel) {
        service_levels(workspace, scores, diagnostics);
    }
}

/// Where the latest of the readings that make a value is written.
fn place(point: &Point, workspace: &Workspace) -> Option<Place> {
    let latest = point.readings.last()?;
    Some(workspace.readings[*latest].place)
}

fn off_target(
    index: usize,
    point: &Point,
    workspace: &Workspace,
    scores: &Scores,
) -> Option<Diagnostic> {
    let kpi = &workspace.kpis[index];
    let target = kpi.target_on(scores.as_of)?;
    if kpi.reaches(&point.value, &target.value) != Some(false) {
        return None;
    }
    let problem = Diagnostic::gate(Code::KpiOffTarget, place(point, workspace)?)
        .with("kpi", &kpi.id)
        .with_quantity("value_quantity", &point.value, &kpi.unit)
        .with_quantity("target_quantity", &target.value, &kpi.unit);
    Some(problem.related(target.place, "target").help("help"))
}

fn stale(
    index: usize,
    point: &Point,
    workspace: &Workspace,
    scores: &Scores,
) -> Option<Diagnostic> {
    let kpi = &workspace.kpis[index];
    if !kpi.frequency.is_stale(point.days.last, scores.as_of) {
        return None;
    }
    let problem = Diagnostic::gate(Code::StaleReading, place(point, workspace)?)
        .with("kpi", &kpi.id)
        .with("date", point.days.last)
        .with("frequency", kpi.frequency.as_str());
    Some(problem.help("help"))
}

fn service_levels(workspace: &Workspace, scores: &Scores, diagnostics: &mut Diagnostics) {
    for score in &scores.service_levels {
        let definition = &workspace.service_levels[score.service_level];
        let Some(window) = score
            .latest()
            .filter(|window| window.is_kept == Some(false))
        else {
            continue;
        };
        let Some(share) = window.compliance.value() else {
            continue;
        };
        let of_window = workspace.service_level_readings.iter().filter(|reading| {
            reading.service_level == score.service_level
                && window.days.first <= reading.days.first
                && reading.days.last <= window.days.last
        });
        let latest = of_window.max_by_key(|reading| reading.days.last);
        let place = latest.map_or(definition.place, |reading| reading.place);
        diagnostics.push(
            Diagnostic::gate(Code::ServiceLevelMissed, place)
                .with("id", &definition.id)
                .with("kept_share", share)
                .with("goal_share", &definition.goal / &Exact::from(100u32))
                .related(definition.place, "goal")
                .help("help"),
        );
    }
}
