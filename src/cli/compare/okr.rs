//! Cycles on the terminal: one on two days, or two of them side by side.

use super::assessment::figures;
use crate::cli::table::{self, Align, Cell};
use crate::locale::{Locale, Word};
use crate::model::{Cycle, Exact, KeyResult, Workspace};
use crate::report::step_words::{from_to, no_value, points};
use crate::score::compare::{CycleComparison, KeyResultPosition, KeyResultsOfBoth};
use crate::score::{CycleScore, Ends, KeyResultScore, Scores, Status};

/// Cycles on the terminal.
pub(super) struct Board<'b> {
    pub(super) workspace: &'b Workspace,
    pub(super) scores: Ends<&'b Scores>,
    pub(super) locale: &'b Locale,
    pub(super) width: usize,
}

/// Columns of a percentage, `−100%`.
const PERCENT: usize = 5;
/// Columns of points, `−100,0 pp`.
const POINTS: usize = 9;

impl Board<'_> {
    fn say(&self, key: &str) -> String {
        self.locale.say(key, &[])
    }

    fn percent(&self, share: Option<&Exact>) -> String {
        share.map_or_else(no_value, |share| self.locale.percent(share, 0))
    }

    fn points(&self, change: Option<&Exact>) -> String {
        change.map_or_else(no_value, |change| points(self.locale, change))
    }

    fn dim(&self, text: &str, indent: usize) -> String {
        table::paragraph(text, table::dim(), indent, self.width)
    }

    fn status_word(&self, status: Status) -> String {
        self.say(&format!("report-status-{}", status.as_str()))
    }

    /// A cycle on both days: what each objective did to it, and each key result to its objective.
    pub(super) fn on_both_days(&self, cycle: &Cycle, own: &CycleComparison<'_>) -> String {
        let title = self.locale.period(cycle.period);
        let mut text = String::from("\n");
        text.push_str(&table::paragraph(&title, table::bold(), 0, self.width));
        if own.is_empty() {
            let progress = self.percent(own.progress().b);
            let words = [("progress", Word::from(progress))];
            let line = self.locale.say("compare-cycle-unchanged", &words);
            return text + &table::paragraph(&line, anstyle::Style::new(), 2, self.width);
        }
        text.push_str(&self.dim(&self.say("compare-cycle-note"), 0));
        let days = self.scores.map(|scores| self.locale.date(scores.as_of));
        let dates = [days.a.chars().count(), days.b.chars().count()];
        let row = |indent: usize, cells: Vec<Cell>| {
            let others = [dates[0].max(PERCENT), dates[1].max(PERCENT), POINTS];
            let aligns = [Align::Left, Align::Right, Align::Right, Align::Right];
            table::set_fixed(&[cells], &aligns, &others, indent, self.width)
        };
        let heading = [String::new(), days.a, days.b, self.say("compare-moved-by")];
        let heading = heading.map(|text| Cell::styled(text, table::dim()));
        text.push_str(&format!("\n{}", row(2, heading.to_vec())));
        let progress = own.progress();
        text.push_str(&row(
            2,
            figures(
                self.say("compare-cycle-progress"),
                progress.map(|progress| self.percent(progress)),
                progress.change().map(|change| self.points(Some(&change))),
            ),
        ));
        for (index, objective) in cycle.objectives.iter().enumerate() {
            let ends = own.ends.map(|score| &score.objectives[index]);
            let step = &own.objectives[index];
            let statuses = ends.map(|score| score.status);
            let (sign, style) = table::status_sign(ends.b.status);
            let title = objective.title.in_language(self.locale.language());
            let progress = own.objective(index).map(|share| self.percent(share));
            text.push('\n');
            text.push_str(&row(
                2,
                vec![
                    Cell::styled(format!("{sign} {title}"), style.bold()),
                    Cell::new(progress.a),
                    Cell::styled(progress.b, table::bold()),
                    Cell::styled(self.points(step.moved.as_ref()), table::bold()),
                ],
            ));
            text.push_str(&self.dim(&self.statuses(statuses), 4));
            let key_results = objective.key_results.iter().zip(&step.key_results);
            for (index, (key_result, moved)) in key_results.enumerate() {
                let ends = ends.map(|score| &score.key_results[index]);
                let title = key_result.title.in_language(self.locale.language());
                let progress = ends.map(|score| self.percent(score.progress.value()));
                text.push_str(&row(
                    4,
                    vec![
                        Cell::new(title),
                        Cell::new(progress.a),
                        Cell::styled(progress.b, table::bold()),
                        Cell::new(self.points(moved.as_ref())),
                    ],
                ));
                text.push_str(&self.dim(&self.key_result_change(key_result, ends), 6));
            }
        }
        text
    }

    fn statuses(&self, statuses: Ends<Status>) -> String {
        let words = statuses.map(|status| self.status_word(status));
        if statuses.are_same() {
            words.b
        } else {
            from_to(&words)
        }
    }

    /// The status before and after, and the value.
    fn key_result_change(&self, key_result: &KeyResult, ends: Ends<&KeyResultScore>) -> String {
        let mut details = vec![self.statuses(ends.map(|score| score.status))];
        let value = |score: &KeyResultScore| {
            let dated = score.value.as_ref();
            dated.map_or_else(no_value, |dated| {
                self.locale.quantity(&dated.value, &key_result.unit)
            })
        };
        let values = ends.map(value);
        if ends.a.value.is_some() || ends.b.value.is_some() {
            details.push(from_to(&values));
        }
        details.join(" · ")
    }

    /// Two cycles side by side, and the key results that they share or not.
    pub(super) fn two_cycles(&self, positions: Ends<usize>, both: &KeyResultsOfBoth) -> String {
        let cycles = positions.map(|position| &self.workspace.cycles[position]);
        let scores = Ends {
            a: &self.scores.a.cycles[positions.a],
            b: &self.scores.b.cycles[positions.b],
        };
        let mut text = String::from("\n");
        text.push_str(&self.side_by_side(cycles, scores));
        let (a, b) = ((cycles.a, scores.a), (cycles.b, scores.b));
        let mut lines = String::new();
        for at in &both.carried_on {
            let ends = Ends {
                a: key_result(a, &at.a).1,
                b: key_result(b, &at.b).1,
            };
            let definition = key_result(b, &at.b).0;
            lines.push_str(&self.listed(definition, ends.b));
            let progress = ends.map(|score| self.percent(score.progress.value()));
            let change = self.key_result_change(definition, ends);
            let change = format!("{} · {change}", from_to(&progress));
            lines.push_str(&self.dim(&change, 4));
        }
        let count = ("count", Word::from(both.carried_on.len()));
        let heading = self.locale.say("compare-in-both-cycles", &[count]);
        text.push_str(&self.section(&heading, &lines));
        for (own, at_one) in [(a, &both.gone), (b, &both.new)] {
            let lines: String = at_one
                .iter()
                .map(|at| {
                    let (definition, score) = key_result(own, at);
                    self.listed(definition, score)
                })
                .collect();
            let words = [
                ("count", Word::from(at_one.len())),
                ("cycle", Word::from(self.locale.period(own.0.period))),
            ];
            let heading = self.locale.say("compare-in-one-cycle", &words);
            text.push_str(&self.section(&heading, &lines));
        }
        text
    }

    fn section(&self, heading: &str, lines: &str) -> String {
        if lines.is_empty() {
            return String::new();
        }
        let heading = table::paragraph(heading, table::bold(), 0, self.width);
        format!("\n{heading}{lines}")
    }

    /// A key result with its progress and status.
    fn listed(&self, definition: &KeyResult, score: &KeyResultScore) -> String {
        let (sign, style) = table::status_sign(score.status);
        let title = definition.title.in_language(self.locale.language());
        let progress = self.percent(score.progress.value());
        let row = vec![
            Cell::styled(format!("{sign} {title}"), style),
            Cell::styled(progress, table::bold()),
            Cell::new(self.status_word(score.status)),
        ];
        let widest = Status::ALL.map(|status| self.status_word(status).chars().count());
        let others = [PERCENT, widest.into_iter().max().unwrap_or(0)];
        let aligns = [Align::Left, Align::Right, Align::Left];
        table::set_fixed(&[row], &aligns, &others, 2, self.width)
    }

    fn side_by_side(&self, cycles: Ends<&Cycle>, scores: Ends<&CycleScore>) -> String {
        let names = cycles.map(|cycle| self.locale.period(cycle.period));
        let days = Ends {
            a: scores.a.day(cycles.a, self.scores.a.as_of),
            b: scores.b.day(cycles.b, self.scores.b.as_of),
        };
        let dim = |text: String| Cell::styled(text, table::dim());
        let mut rows = vec![vec![
            Cell::default(),
            dim(names.a),
            dim(names.b),
            dim(self.say("compare-change")),
        ]];
        rows.push(figures(
            self.say("compare-as-of"),
            days.map(|day| self.locale.date(day)),
            Some(String::new()),
        ));
        let progress = scores.map(|score| score.progress.value());
        rows.push(figures(
            self.say("compare-cycle-progress"),
            progress.map(|progress| self.percent(progress)),
            progress.change().map(|change| self.points(Some(&change))),
        ));
        let mut counted = |name: String, counts: Ends<usize>| {
            let change = counts.map(Exact::from);
            let change = &change.b - &change.a;
            rows.push(figures(
                name,
                counts.map(|count| count.to_string()),
                Some(self.locale.signed(&change, 0)),
            ));
        };
        let all = |score: &CycleScore| score.counts().iter().map(|(_, count)| count).sum();
        counted(self.say("compare-key-results"), scores.map(all));
        for status in Status::ALL {
            let counts = scores.map(|score| {
                let counts = score.counts();
                let own = counts.iter().find(|(known, _)| *known == status);
                own.map_or(0, |(_, count)| *count)
            });
            if counts != (Ends { a: 0, b: 0 }) {
                counted(format!("  {}", self.status_word(status)), counts);
            }
        }
        let aligns = [Align::Left, Align::Right, Align::Right, Align::Right];
        table::set(&rows, &aligns, 2, self.width)
    }
}

fn key_result<'k>(
    (cycle, score): (&'k Cycle, &'k CycleScore),
    at: &KeyResultPosition,
) -> (&'k KeyResult, &'k KeyResultScore) {
    (
        &cycle.objectives[at.0].key_results[at.1],
        &score.objectives[at.0].key_results[at.1],
    )
}
