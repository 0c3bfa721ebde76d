//! The service levels of a workspace in `regua score`: the share that kept the promise, against the goal.

use super::table::{self, Align, Cell};
use crate::locale::{Locale, NO_VALUE, Word};
use crate::model::{Exact, Workspace};
use crate::score::{Scores, ServiceLevelScore};

/// A table of the latest window of each; nothing where there is no service level.
pub(super) fn section(
    workspace: &Workspace,
    scores: &Scores,
    locale: &Locale,
    width: usize,
) -> String {
    if scores.service_levels.is_empty() {
        return String::new();
    }
    let head = |key: &str| Cell::styled(locale.say(key, &[]), table::dim());
    let mut rows = vec![vec![
        head("service-level"),
        head("service-level-kept"),
        head("service-level-goal"),
        head("service-level-cases"),
        head("service-level-window"),
    ]];
    for score in &scores.service_levels {
        rows.push(row(workspace, score, locale));
    }
    let aligns = [
        Align::Left,
        Align::Right,
        Align::Right,
        Align::Right,
        Align::Left,
    ];
    format!("\n{}", table::set(&rows, &aligns, 0, width))
}

fn row(workspace: &Workspace, score: &ServiceLevelScore, locale: &Locale) -> Vec<Cell> {
    let definition = &workspace.service_levels[score.service_level];
    let mut title = definition.title.in_language(locale.language()).to_owned();
    if let Some(within) = &definition.within {
        let words = [("limit", Word::from(within.as_str()))];
        title = format!("{title}, {}", locale.say("service-level-within", &words));
    }
    let goal = locale.percent(&(&definition.goal / &Exact::from(100u32)), 1);
    let Some(latest) = score.latest() else {
        let none = locale.say("report-no-reading", &[]);
        return vec![
            Cell::new(title),
            Cell::new(NO_VALUE),
            Cell::new(goal),
            Cell::new(NO_VALUE),
            Cell::new(none),
        ];
    };
    let kept = match (latest.compliance.value(), latest.is_kept) {
        (Some(share), is_kept) => {
            let style = if is_kept == Some(false) {
                table::lacking()
            } else {
                anstyle::Style::new()
            };
            Cell::styled(locale.percent(share, 1), style)
        }
        (None, _) => Cell::new(locale.say("service-level-nothing-due", &[])),
    };
    let period = match latest.period {
        Some(period) => locale.period(period),
        None => locale.date(latest.days.last),
    };
    let due = &latest.met + &latest.breached;
    vec![
        Cell::new(title),
        kept,
        Cell::new(goal),
        Cell::new(locale.number_short(&due, 0)),
        Cell::new(period),
    ]
}
