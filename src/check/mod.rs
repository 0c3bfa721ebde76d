//! Model to diagnostics: what can be read and is doubtful all the same. One rule a file, named by its code.
//!
//! A rule is silent about a rubric or KPI whose file, or an overlay on it, has an error: what seems to be
//! missing may be what could not be read. For the same reason one mistake is told by one rule only, and the
//! others say where they give way to it.

// What several rules look at.
mod aim;
mod kpis;
mod outline;
mod plans;

// Of answers.
mod contradiction;
mod coverage_fell;
mod level_out_of_range;

// Of a rubric.
mod absence_above_floor;
mod asks_nothing;
mod empty_dimension;
mod level_without_criteria;
mod missing_translation;
mod no_weight;
mod uncounted_criterion;
mod unreachable_level;
mod unused_rule;
mod unused_weight;

// Of its KPIs and the workspace's own.
mod band_hole;
mod implausible_value;
mod kpi_cannot_answer;
mod segments_disagree;
mod share_above_whole;
mod unused_bands;

// Of OKRs.
mod baseline_moved;
mod changed_after_close;
mod check_in_after_close;
mod no_retrospective;
mod support_circle;

// Of what somebody asks to hold.
pub mod gates;

// Of what is aimed at.
mod overdue_target;
mod target_below_current;
mod unreachable_target;

// Of plans: advice.
mod activity_not_outcome;
mod due_outside_cycle;
mod few_key_results;
mod many_key_results;
mod many_objectives;
mod met_at_baseline;
mod no_counterweight;
mod no_owner;
mod no_source;

use crate::diagnostic::Diagnostics;
use crate::model::{Rubric, Workspace};
use crate::score::Scores;
use aim::aims;
use kpis::Kpis;
use outline::Outline;
use plans::{Advised, plans};

/// Notes everything doubtful in a workspace, whose figures are `scores`.
pub fn workspace(workspace: &Workspace, scores: &Scores, diagnostics: &mut Diagnostics) {
    level_out_of_range::check(workspace, diagnostics);

    let mut broken = diagnostics.files_with_errors();
    for rubric in &workspace.rubrics {
        let mut overlays = rubric.overlays.iter();
        if overlays.any(|overlay| broken.contains(&overlay.file)) {
            broken.insert(rubric.place.file);
        }
    }
    let kpis = Kpis::new(workspace, &broken);
    for (index, rubric) in workspace.rubrics.iter().enumerate() {
        if !broken.contains(&rubric.place.file) {
            check_rubric(rubric, &kpis, diagnostics);
            unreachable_level::check_bands(workspace, index, diagnostics);
        }
    }
    share_above_whole::check(workspace, diagnostics);
    segments_disagree::check(workspace, &broken, diagnostics);
    implausible_value::check(workspace, scores, diagnostics);
    band_hole::check(&kpis, diagnostics);
    unused_bands::check(&kpis, diagnostics);
    unused_weight::check_kpis(&kpis, diagnostics);
    missing_translation::check(workspace, &broken, diagnostics);

    support_circle::check(workspace, scores, diagnostics);
    // An answer that could not be read lowers a level, a definition may take one away; a respondent or a reading that
    // is missing leaves others to stand for what all have said.
    if broken.is_empty() {
        contradiction::check(workspace, scores, diagnostics);
        baseline_moved::check(workspace, scores, diagnostics);
        changed_after_close::check(workspace, scores, diagnostics);
        check_in_after_close::check(workspace, diagnostics);
        no_retrospective::check(workspace, scores, diagnostics);
        coverage_fell::check(workspace, scores, diagnostics);
        let aims = aims(workspace, scores);
        target_below_current::check(&aims, diagnostics);
        overdue_target::check(&aims, scores.as_of, diagnostics);
        unreachable_target::check(workspace, diagnostics);
    }
}

/// Notes what would make the plans of a workspace better. None of it changes a figure, and a plan may say that its
/// authors know: `accepts: [no-source]`. Whoever calls it makes sure that nothing is an error: what could not be
/// read is missed in a plan without being missing.
pub fn advice(workspace: &Workspace, scores: &Scores, diagnostics: &mut Diagnostics) {
    for plan in plans(workspace, scores) {
        let mut advised = Advised::default();
        met_at_baseline::check(&plan, &mut advised);
        if !plan.is_over() {
            many_objectives::check(&plan, &mut advised);
            few_key_results::check(&plan, &mut advised);
            many_key_results::check(&plan, &mut advised);
            no_owner::check(&plan, &mut advised);
            activity_not_outcome::check(&plan, &mut advised);
            no_counterweight::check(&plan, &mut advised);
            no_source::check(&plan, &mut advised);
            due_outside_cycle::check(&plan, &mut advised);
        }
        advised.tell(&plan, diagnostics);
    }
}

fn check_rubric(rubric: &Rubric, kpis: &Kpis<'_>, diagnostics: &mut Diagnostics) {
    let outline = Outline::new(rubric);
    absence_above_floor::check(&outline, diagnostics);
    asks_nothing::check(rubric, diagnostics);
    empty_dimension::check(&outline, kpis, diagnostics);
    kpi_cannot_answer::check(rubric, kpis, diagnostics);
    level_without_criteria::check(&outline, diagnostics);
    no_weight::check(rubric, diagnostics);
    uncounted_criterion::check(&outline, diagnostics);
    unreachable_level::check(&outline, kpis, diagnostics);
    unused_rule::check(&outline, diagnostics);
    unused_weight::check(&outline, diagnostics);
}
