//! What several commands show of cycles: grades as they were closed.

use crate::cli::table::{self, Align, Cell};
use crate::locale::{Locale, NO_VALUE, Word};
use crate::model::{Ambition, Cycle, Exact, GradeBand, Objective};
use crate::score::{CycleScore, ObjectiveScore};

/// Columns of a status: its sign and its longest word.
const STATUS: usize = 2;

/// The grades of a closed cycle, each objective with its key results.
pub(super) fn grades(cycle: &Cycle, score: &CycleScore, locale: &Locale, width: usize) -> String {
    let mut text = String::new();
    if let Some(closing) = &cycle.closing {
        let progress = closing.progress.as_ref();
        let words = [
            ("cycle", Word::from(locale.period(cycle.period))),
            ("date", Word::from(locale.date(closing.as_of))),
            (
                "progress",
                Word::from(progress.map_or_else(
                    || NO_VALUE.to_owned(),
                    |progress| locale.percent(progress, 0),
                )),
            ),
        ];
        let line = locale.say("okr-graded", &words);
        text.push_str(&table::paragraph(&line, table::dim(), 0, width));
    }
    let language = locale.language();
    for (objective, score) in cycle.objectives.iter().zip(&score.objectives) {
        let title = objective.title.in_language(language);
        text.push('\n');
        let row = graded_row(title, score.grade.value(), None, locale);
        text.push_str(&lines(&[row], locale, 0, width));
        let key_results = objective.key_results.iter().zip(&score.key_results);
        let rows: Vec<Vec<Cell>> = key_results
            .map(|(key_result, score)| {
                let title = key_result.title.in_language(language);
                let progress = score.progress.value();
                let progress = progress.map_or_else(
                    || locale.say(&format!("report-status-{}", score.status.as_str()), &[]),
                    |progress| locale.percent(progress, 0),
                );
                graded_row(title, score.grade.value(), Some(progress), locale)
            })
            .collect();
        text.push_str(&lines(&rows, locale, 2, width));
    }
    let mut all = cycle.objectives.iter().zip(&score.objectives);
    if all.any(|(objective, score)| is_green_and_missed(objective, score)) {
        let line = locale.say("okr-commitment", &[]);
        text.push('\n');
        text.push_str(&table::paragraph(&line, table::dim(), 0, width));
    }
    text
}

/// Whether a commitment fell short of 1.0 where its own grade, or that of what is measured, is green: others call it
/// missed.
fn is_green_and_missed(objective: &Objective, score: &ObjectiveScore) -> bool {
    let is_short = |grade: &Exact| *grade < Exact::ONE && GradeBand::of(grade) == GradeBand::Green;
    let own = score.grade.value();
    let key_results = score.key_results.iter();
    let mut grades = own
        .into_iter()
        .chain(key_results.filter_map(|own| own.grade.value()));
    objective.ambition == Ambition::Committed && grades.any(is_short)
}

fn graded_row(
    title: &str,
    grade: Option<&Exact>,
    progress: Option<String>,
    locale: &Locale,
) -> Vec<Cell> {
    let (shown, band, style) = match grade {
        None => (NO_VALUE.to_owned(), String::new(), table::dim()),
        Some(grade) => {
            let band = GradeBand::of(grade);
            let word = locale.say(&format!("okr-band-{}", band.as_str()), &[]);
            let (sign, style) = table::grade_sign(band);
            (locale.number(grade, 1), format!("{sign} {word}"), style)
        }
    };
    let style = if progress.is_none() {
        style.bold()
    } else {
        style
    };
    let title_style = if progress.is_none() {
        table::bold()
    } else {
        anstyle::Style::new()
    };
    vec![
        Cell::styled(title, title_style),
        Cell::styled(progress.unwrap_or_default(), table::dim()),
        Cell::styled(shown, style),
        Cell::styled(band, style),
    ]
}

/// Rows whose columns stand below each other whatever the indent.
fn lines(rows: &[Vec<Cell>], locale: &Locale, indent: usize, width: usize) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let bands = [GradeBand::Red, GradeBand::Yellow, GradeBand::Green];
    let band = bands
        .iter()
        .map(|band| {
            let word = locale.say(&format!("okr-band-{}", band.as_str()), &[]);
            word.chars().count() + STATUS
        })
        .max()
        .unwrap_or(0);
    const PROGRESS: usize = 14;
    const GRADE: usize = 3;
    let aligns = [Align::Left, Align::Right, Align::Right, Align::Left];
    table::set_fixed(rows, &aligns, &[PROGRESS, GRADE, band], indent, width)
}
