//! `regua okr status`: where the objectives and key results of each cycle stand.

use crate::cli::Folder;
use crate::cli::context::{Context, Failure};
use crate::cli::table::{self, Align, Cell};
use crate::locale::{Locale, NO_VALUE, Word};
use crate::model::{Cycle, Exact, KeyResult, KeyResultKind, Objective, UnitKind, Workspace};
use crate::score::{CycleScore, KeyResultScore, ObjectiveScore, Scores, Status};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    folder: Folder,
    #[arg(long, value_name = "CYCLE")]
    cycle: Option<String>,
}

pub(super) fn run(args: Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let loaded = context.load(&args.folder)?;
    let workspace = &loaded.workspace;
    let scores = &loaded.scores;
    let shown: Vec<(&Cycle, &CycleScore)> = workspace
        .cycles
        .iter()
        .zip(&scores.cycles)
        .filter(|(cycle, _)| args.cycle.as_ref().is_none_or(|named| cycle.id == *named))
        .collect();
    if let (Some(named), true) = (&args.cycle, shown.is_empty()) {
        let known: Vec<&str> = workspace
            .cycles
            .iter()
            .map(|cycle| cycle.id.as_str())
            .collect();
        let words = [
            ("cycle", Word::from(named.as_str())),
            ("known", Word::from(known.join(", "))),
        ];
        return Err(context.refuse("okr-no-such-cycle", &words));
    }
    let text = text(workspace, scores, &shown, &context.locale, context.width);
    write!(context.out, "{text}")?;
    Ok(())
}

fn text(
    workspace: &Workspace,
    scores: &Scores,
    shown: &[(&Cycle, &CycleScore)],
    locale: &Locale,
    width: usize,
) -> String {
    let words = [
        (
            "organisation",
            Word::from(workspace.settings.organisation.as_str()),
        ),
        ("date", Word::from(locale.date(scores.as_of))),
    ];
    let heading = locale.say("okr-heading", &words);
    let mut text = table::paragraph(&heading, table::bold(), 0, width);
    if shown.is_empty() {
        text.push_str(&format!("\n{}\n", locale.say("okr-none", &[])));
    }
    for (cycle, score) in shown {
        let board = Board { locale, width };
        text.push_str(&board.cycle(cycle, score));
    }
    text
}

/// One cycle on the terminal.
pub(in crate::cli) struct Board<'b> {
    pub(in crate::cli) locale: &'b Locale,
    pub(in crate::cli) width: usize,
}

/// Columns of the bar of a key result.
const BAR: usize = 12;
/// Columns of its percentage: `−100%`.
const PERCENT: usize = 5;

impl Board<'_> {
    fn say(&self, key: &str) -> String {
        self.locale.say(key, &[])
    }

    pub(in crate::cli) fn percent(&self, share: Option<&Exact>) -> String {
        share.map_or_else(
            || NO_VALUE.to_owned(),
            |share| self.locale.percent(share, 0),
        )
    }

    fn cycle(&self, cycle: &Cycle, score: &CycleScore) -> String {
        let words = [
            ("first", Word::from(self.locale.date(cycle.days.first))),
            ("last", Word::from(self.locale.date(cycle.days.last))),
            ("elapsed", Word::from(self.percent(score.elapsed.value()))),
            ("progress", Word::from(self.percent(score.progress.value()))),
        ];
        let title = self.locale.period(cycle.period);
        let line = self.locale.say("okr-cycle", &words);
        let mut text = String::from("\n");
        text.push_str(&table::paragraph(&title, table::bold(), 0, self.width));
        text.push_str(&table::paragraph(&line, table::dim(), 0, self.width));
        text.push_str(&self.counts(score));
        for (objective, score) in cycle.objectives.iter().zip(&score.objectives) {
            text.push_str(&self.objective(objective, score));
        }
        text
    }

    /// How many key results have each status, worst first.
    fn counts(&self, score: &CycleScore) -> String {
        let counted: Vec<String> = score
            .counts()
            .into_iter()
            .map(|(status, count)| {
                let key = format!("report-count-{}", status.as_str());
                let words = [("count", Word::from(count))];
                format!("{count} {}", self.locale.say(&key, &words))
            })
            .collect();
        let line = counted.join(" · ");
        table::paragraph(&line, anstyle::Style::new(), 0, self.width)
    }

    fn status_word(&self, status: Status) -> String {
        self.say(&format!("report-status-{}", status.as_str()))
    }

    fn objective(&self, objective: &Objective, score: &ObjectiveScore) -> String {
        let title = objective.title.in_language(self.locale.language());
        let (sign, style) = table::status_sign(score.status);
        let mut details = Vec::new();
        if score.measured > 0 {
            details.push(self.percent(score.progress.value()));
        }
        if score.measured < score.active {
            let words = [
                ("measured", Word::from(score.measured)),
                ("active", Word::from(score.active)),
            ];
            details.push(self.locale.say("okr-measured", &words));
        }
        details.push(self.status_word(score.status));
        details.extend(objective.owner.clone());
        let mut text = String::from("\n");
        let options = textwrap::Options::new(self.width).subsequent_indent("  ");
        for line in textwrap::wrap(&format!("{sign} {title}"), options) {
            text.push_str(&format!("{}\n", table::painted(&line, style.bold())));
        }
        text.push_str(&table::paragraph(
            &details.join(" · "),
            table::dim(),
            2,
            self.width,
        ));
        let mut pairs: Vec<_> = objective
            .key_results
            .iter()
            .zip(&score.key_results)
            .collect();
        pairs.sort_by_key(|(_, score)| score.status);
        for (key_result, score) in pairs {
            text.push_str(&self.key_result(key_result, score));
        }
        text
    }

    /// What a row or reading did to the progress of a key result; nothing where it did nothing.
    pub(in crate::cli) fn moved(&self, earlier: &KeyResultScore, later: &KeyResultScore) -> String {
        let (before, now) = (earlier.progress.value(), later.progress.value());
        if before == now {
            return String::new();
        }
        let words = [
            ("before", Word::from(self.percent(before))),
            ("now", Word::from(self.percent(now))),
        ];
        let line = self.locale.say("okr-progress-moved", &words);
        table::paragraph(&line, table::dim(), 4, self.width)
    }

    pub(in crate::cli) fn key_result(
        &self,
        key_result: &KeyResult,
        score: &KeyResultScore,
    ) -> String {
        let (sign, style) = table::status_sign(score.status);
        let title = key_result.title.in_language(self.locale.language());
        let bar = match score.progress.value() {
            Some(progress) => table::bar(progress, score.expected.value(), BAR),
            None => table::bar(&Exact::ZERO, None, BAR),
        };
        let row = vec![
            Cell::new(title),
            Cell::styled(bar, style),
            Cell::styled(self.percent(score.progress.value()), table::bold()),
            Cell::styled(format!("{sign} {}", self.status_word(score.status)), style),
        ];
        let widest_status = Status::ALL
            .iter()
            .map(|status| self.status_word(*status).chars().count() + 2)
            .max()
            .unwrap_or(0);
        let aligns = [Align::Left, Align::Left, Align::Right, Align::Left];
        let others = [BAR, PERCENT, widest_status];
        let mut text = table::set_fixed(&[row], &aligns, &others, 2, self.width);
        let details = self.details(key_result, score);
        text.push_str(&table::paragraph(&details, table::dim(), 4, self.width));
        text
    }

    /// Value and way, expected progress, last day, confidence and flags.
    fn details(&self, key_result: &KeyResult, score: &KeyResultScore) -> String {
        let locale = self.locale;
        let unit = &key_result.unit;
        let quantity = |value: &Exact| locale.quantity(value, unit);
        // Beside a value that carries the unit, the others go without its word.
        let bare = |value: &Exact| match unit.kind {
            UnitKind::Percent | UnitKind::Currency => quantity(value),
            UnitKind::Duration(_) | UnitKind::WorkingDays | UnitKind::Rate(_) | UnitKind::Count => {
                locale.number_short(value, 2)
            }
        };
        let mut details = Vec::new();
        if let KeyResultKind::Milestones(milestones) = &key_result.kind {
            let done = score.milestones_done.iter().filter(|done| **done).count();
            let words = [
                ("done", Word::from(done)),
                ("all", Word::from(milestones.len())),
            ];
            details.push(locale.say("okr-milestones", &words));
        }
        let way = match (score.baseline.value(), score.target.value()) {
            (Some(baseline), Some(target)) => {
                let words = [
                    ("from", Word::from(bare(baseline))),
                    ("to", Word::from(quantity(target))),
                ];
                Some(locale.say("okr-way", &words))
            }
            (None, Some(target)) => {
                Some(locale.say("okr-target", &[("to", Word::from(quantity(target)))]))
            }
            _ => None,
        };
        match (&score.value, way) {
            (Some(value), Some(way)) => details.push(format!("{} ({way})", bare(&value.value))),
            (Some(value), None) => details.push(quantity(&value.value)),
            (None, Some(way)) => details.push(way),
            (None, None) => {}
        }
        if !matches!(
            score.status,
            Status::Achieved | Status::Missed | Status::Dropped
        ) && let Some(expected) = score.expected.value()
        {
            let words = [("expected", Word::from(locale.percent(expected, 0)))];
            details.push(locale.say("okr-expected", &words));
        }
        details.push(locale.say("okr-due", &[("date", Word::from(locale.date(score.due)))]));
        if let Some(confidence) = score.confidence() {
            details.push(locale.say("okr-confidence", &[("confidence", Word::from(confidence))]));
        }
        for flag in &score.flags {
            details.push(format!(
                "!\u{a0}{}",
                self.say(&format!("report-flag-{}", flag.as_str()))
            ));
        }
        details.join(" · ")
    }
}
