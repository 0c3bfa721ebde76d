//! `regua okr status`: the board that a week begins with. What is off pace stands first; below, what asks for
//! somebody's hand.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::board::grades;
use super::week;
use crate::cli::Folder;
use crate::cli::context::{Context, Failure};
use crate::cli::table::{self, Align, Cell};
use crate::locale::{Locale, NO_VALUE, Word};
use crate::model::{Cycle, Exact, KeyResult, KeyResultKind, Objective, UnitKind, Workspace};
use crate::report::action_plan::cell;
use crate::report::kept;
use crate::report::score::OkrDocument;
use crate::score::{CycleScore, KeyResultScore, ObjectiveScore, Scores, Status};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) folder: Folder,
    #[arg(long, value_name = "CYCLE")]
    cycle: Option<String>,
    #[arg(long)]
    all: bool,
    #[arg(long, value_name = "NAME")]
    owner: Option<String>,
    #[arg(long = "format", value_name = "FORMAT", default_value = "text")]
    status_format: StatusFormat,
}

/// How the board is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum StatusFormat {
    Text,
    Json,
    Csv,
    Md,
}

pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let loaded = context.load(&args.folder)?;
    let (workspace, scores) = (&loaded.workspace, &loaded.scores);
    let cycles = &workspace.cycles;
    if let Some(named) = &args.cycle
        && cycles.iter().all(|cycle| cycle.id != *named)
    {
        let known: Vec<&str> = cycles.iter().map(|cycle| cycle.id.as_str()).collect();
        return Err(super::refuse_cycle(named, &known, context));
    }
    if let Some(named) = &args.owner {
        let known = owners(workspace);
        if !known.iter().any(|own| is_same_name(own, named)) {
            let words = [
                ("owner", Word::from(named.as_str())),
                ("known", Word::from(known.join(", "))),
                ("count", Word::from(known.len())),
            ];
            return Err(context.refuse("okr-no-such-owner", &words));
        }
    }
    let pick = Pick {
        cycle: args.cycle.as_deref(),
        has_all: args.all,
        owner: args.owner.as_deref(),
    };
    let is_named = |cycle: &Cycle| pick.cycle.is_none_or(|named| cycle.id == named);
    let text = match args.status_format {
        StatusFormat::Text => {
            let board = Board {
                locale: &context.locale,
                width: context.width,
            };
            board.text(workspace, scores, &pick)
        }
        StatusFormat::Json => {
            let mut document =
                OkrDocument::new(workspace, scores, |position| is_named(&cycles[position]));
            let own: Vec<&Cycle> = cycles.iter().filter(|cycle| is_named(cycle)).collect();
            for (shown, cycle) in document.okrs.iter_mut().zip(own) {
                let mut objectives = cycle.objectives.iter();
                shown.objectives.retain_mut(|shown| {
                    let objective = objectives.next();
                    objective.is_none_or(|objective| {
                        let mut key_results = objective.key_results.iter();
                        shown.key_results.retain(|_| {
                            let own = key_results.next();
                            own.is_none_or(|own| pick.owns(objective, own))
                        });
                        pick.owner.is_none() || !shown.key_results.is_empty()
                    })
                });
            }
            let json = serde_json::to_string_pretty(&document).map_err(anyhow::Error::new)?;
            format!("{json}\n")
        }
        StatusFormat::Csv => csv(workspace, scores, &pick).map_err(anyhow::Error::new)?,
        StatusFormat::Md => markdown(workspace, scores, &pick, &context.locale),
    };
    write!(context.out, "{text}")?;
    Ok(())
}

/// What of the cycles is to be shown.
pub(super) struct Pick<'p> {
    cycle: Option<&'p str>,
    has_all: bool,
    owner: Option<&'p str>,
}

impl Pick<'_> {
    /// Whether a key result is one of the owner's that is asked for, if any is.
    pub(super) fn owns(&self, objective: &Objective, key_result: &KeyResult) -> bool {
        self.owner.is_none_or(|named| {
            let owner = key_result.owner.as_ref().or(objective.owner.as_ref());
            owner.is_some_and(|owner| is_same_name(owner, named))
        })
    }

    /// Whether a cycle is shown in full: one that was asked for, and else those under way or yet to be closed.
    pub(super) fn is_in_full(&self, cycle: &Cycle, score: &CycleScore, scores: &Scores) -> bool {
        match self.cycle {
            Some(named) => cycle.id == named,
            None => self.has_all || !score.is_closed && cycle.days.first <= scores.as_of,
        }
    }
}

fn is_same_name(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// Everybody who answers for something, in order.
fn owners(workspace: &Workspace) -> Vec<String> {
    let objectives = workspace.cycles.iter().flat_map(|cycle| &cycle.objectives);
    let mut owners: Vec<String> = objectives
        .flat_map(|own| {
            own.key_results
                .iter()
                .map(|key_result| &key_result.owner)
                .chain([&own.owner])
        })
        .flatten()
        .cloned()
        .collect();
    owners.sort();
    owners.dedup();
    owners
}

/// How a cycle that has ended and is still open stood on its last day, of which it will be closed: readings that
/// came later count in the figures of today.
fn at_its_end(workspace: &Workspace, position: usize, as_of: NaiveDate) -> Option<CycleScore> {
    let cycle = &workspace.cycles[position];
    if cycle.closing.is_some() || as_of <= cycle.days.last {
        return None;
    }
    let mut then = crate::score::workspace(workspace, cycle.days.last);
    Some(then.cycles.swap_remove(position))
}

/// How far behind a key result is: what is expected less what is reached.
fn gap(score: &KeyResultScore) -> Exact {
    let expected = score.expected.value().cloned().unwrap_or(Exact::ZERO);
    &expected - score.progress.value().unwrap_or(&Exact::ZERO)
}

/// An objective with those of its key results that are shown.
type Shown<'s> = (
    &'s Objective,
    &'s ObjectiveScore,
    Vec<(&'s KeyResult, &'s KeyResultScore)>,
);

/// The objectives of a cycle, worst first and the furthest behind before the others, and so the key results in each.
fn worst_first<'s>(cycle: &'s Cycle, score: &'s CycleScore, pick: &Pick<'_>) -> Vec<Shown<'s>> {
    let mut shown: Vec<Shown<'s>> = cycle
        .objectives
        .iter()
        .zip(&score.objectives)
        .map(|(objective, score)| {
            let mut own: Vec<_> = objective
                .key_results
                .iter()
                .zip(&score.key_results)
                .filter(|(key_result, _)| pick.owns(objective, key_result))
                .collect();
            own.sort_by_key(|(_, score)| (score.status, Reverse(gap(score))));
            (objective, score, own)
        })
        .filter(|(_, _, own)| pick.owner.is_none() || !own.is_empty())
        .collect();
    shown.sort_by_key(|(_, score, own)| {
        let of_status = own.iter().filter(|(_, own)| own.status == score.status);
        (
            score.status,
            Reverse(of_status.map(|(_, own)| gap(own)).max()),
        )
    });
    shown
}

/// One row a key result, numbers as programs read them.
fn csv(workspace: &Workspace, scores: &Scores, pick: &Pick<'_>) -> Result<String, csv::Error> {
    let mut rows = csv::Writer::from_writer(Vec::new());
    rows.write_record([
        "cycle",
        "objective",
        "key_result",
        "title",
        "owner",
        "kind",
        "baseline",
        "target",
        "value",
        "unit",
        "due",
        "progress",
        "expected",
        "status",
        "flags",
        "confidence",
        "forecast_value",
        "forecast_progress",
        "grade",
    ])?;
    let number = |value: Option<&Exact>| {
        value.map_or_else(String::new, |value| {
            value.rounded_short(crate::report::figure::PLACES)
        })
    };
    for (cycle, score) in workspace.cycles.iter().zip(&scores.cycles) {
        if pick.cycle.is_some_and(|named| cycle.id != named) {
            continue;
        }
        for (objective, objective_score) in cycle.objectives.iter().zip(&score.objectives) {
            let key_results = objective
                .key_results
                .iter()
                .zip(&objective_score.key_results);
            for (own, figures) in key_results.filter(|(own, _)| pick.owns(objective, own)) {
                let forecast = figures.forecast.as_ref();
                let flags: Vec<&str> = figures.flags.iter().map(|flag| flag.as_str()).collect();
                let language = workspace
                    .settings
                    .language
                    .unwrap_or(crate::model::Language::English);
                rows.write_record([
                    cycle.id.clone(),
                    objective.id.to_string(),
                    own.id.to_string(),
                    cell(own.title.in_language(language)),
                    cell(
                        own.owner
                            .as_ref()
                            .or(objective.owner.as_ref())
                            .map_or("", String::as_str),
                    ),
                    figures.kind(own).to_owned(),
                    number(figures.baseline.value()),
                    number(figures.target.value()),
                    number(figures.value.as_ref().map(|dated| &dated.value)),
                    own.unit.text.clone(),
                    figures.due.to_string(),
                    number(figures.progress.value()),
                    number(figures.expected.value()),
                    figures.status.as_str().to_owned(),
                    flags.join(" "),
                    figures
                        .confidence()
                        .map_or_else(String::new, |own| own.to_string()),
                    number(forecast.and_then(|own| own.value.value())),
                    number(forecast.and_then(|own| own.progress.value())),
                    number(figures.grade.value().filter(|_| score.is_closed)),
                ])?;
            }
        }
    }
    let bytes = rows.into_inner().map_err(|error| error.into_error())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The cycles under way as tables of Markdown, for a chat or a summary.
fn markdown(workspace: &Workspace, scores: &Scores, pick: &Pick<'_>, locale: &Locale) -> String {
    let board = Board { locale, width: 80 };
    let heading = board.heading(workspace, scores);
    let mut text = format!("# {}\n", super::markdown(&heading));
    if workspace.cycles.is_empty() {
        text.push_str(&format!("\n{}\n", board.say("okr-none")));
    }
    for (cycle, score) in workspace.cycles.iter().zip(&scores.cycles) {
        if !pick.is_in_full(cycle, score, scores) {
            continue;
        }
        let line = board.cycle_line(cycle, score, scores);
        text.push_str(&format!("\n## {}\n\n{line}\n", locale.period(cycle.period)));
        let heads = [
            "key-result",
            "progress",
            "expected",
            "status",
            "value",
            "due",
            "owner",
        ];
        let heads = heads.map(|head| board.say(&format!("okr-head-{head}")));
        text.push_str(&format!(
            "\n| {} |\n|---|--:|--:|---|---|---|---|\n",
            heads.join(" | ")
        ));
        for (objective, score, own) in worst_first(cycle, score, pick) {
            let (sign, _) = table::status_sign(score.status);
            let title = super::markdown(objective.title.in_language(locale.language()));
            let progress = score.progress.value().filter(|_| score.measured > 0);
            let cells = [
                format!("**{title}**"),
                board.percent(progress),
                String::new(),
                format!("{sign} {}", board.status_word(score.status)),
                String::new(),
                String::new(),
                super::markdown(objective.owner.as_deref().unwrap_or_default()),
            ];
            text.push_str(&row(&cells));
            for (key_result, score) in own {
                let (sign, _) = table::status_sign(score.status);
                let owner = key_result.owner.as_ref().or(objective.owner.as_ref());
                let cells = [
                    super::markdown(key_result.title.in_language(locale.language())),
                    board.percent(score.progress.value()),
                    board.percent(score.expected.value()),
                    format!("{sign} {}", board.status_word(score.status)),
                    super::markdown(&board.reached(key_result, score).unwrap_or_default()),
                    locale.date(score.due),
                    super::markdown(owner.map_or("", String::as_str)),
                ];
                text.push_str(&row(&cells));
            }
        }
    }
    text
}

/// A row of a Markdown table.
fn row(cells: &[String]) -> String {
    let mut text = String::from("|");
    for cell in cells {
        match cell.as_str() {
            "" => text.push_str(" |"),
            cell => text.push_str(&format!(" {cell} |")),
        }
    }
    text.push('\n');
    text
}

/// One cycle on the terminal.
pub(in crate::cli) struct Board<'b> {
    pub(in crate::cli) locale: &'b Locale,
    pub(in crate::cli) width: usize,
}

/// Columns of the bar of a key result.
const BAR: usize = 12;
/// The most values of a course that are drawn, the latest ones.
const COURSE: usize = 12;
/// Columns of its percentage: `−100%`.
const PERCENT: usize = 5;

impl Board<'_> {
    pub(super) fn say(&self, key: &str) -> String {
        self.locale.say(key, &[])
    }

    pub(in crate::cli) fn percent(&self, share: Option<&Exact>) -> String {
        share.map_or_else(
            || NO_VALUE.to_owned(),
            |share| self.locale.percent(share, 0),
        )
    }

    fn heading(&self, workspace: &Workspace, scores: &Scores) -> String {
        let words = [
            (
                "organisation",
                Word::from(workspace.settings.organisation.as_str()),
            ),
            ("date", Word::from(self.locale.date(scores.as_of))),
        ];
        self.locale.say("okr-heading", &words)
    }

    fn text(&self, workspace: &Workspace, scores: &Scores, pick: &Pick<'_>) -> String {
        let heading = self.heading(workspace, scores);
        let mut text = table::paragraph(&heading, table::bold(), 0, self.width);
        if workspace.cycles.is_empty() {
            text.push('\n');
            text.push_str(&table::unbroken(
                &self.say("okr-none"),
                anstyle::Style::new(),
                0,
                self.width,
            ));
        }
        let mut others = String::new();
        for (position, (cycle, score)) in workspace.cycles.iter().zip(&scores.cycles).enumerate() {
            if pick.is_in_full(cycle, score, scores) {
                let at_end = at_its_end(workspace, position, scores.as_of);
                text.push_str(&self.cycle(cycle, score, scores, pick, at_end.as_ref()));
            } else if pick.cycle.is_none() {
                let line = self.in_short(cycle, score, scores);
                others.push_str(&table::marked(&line, table::dim(), 0, self.width));
            }
        }
        text.push_str(&week::section(self, workspace, scores, pick));
        if !others.is_empty() {
            text.push_str(&format!("\n{others}"));
        }
        text
    }

    /// A cycle that has not begun, or that is closed, in one line.
    fn in_short(&self, cycle: &Cycle, score: &CycleScore, scores: &Scores) -> String {
        let key_results = cycle
            .objectives
            .iter()
            .map(|own| own.key_results.len())
            .sum::<usize>();
        let mut words = vec![
            ("cycle", Word::from(self.locale.period(cycle.period))),
            ("id", Word::from(cycle.id.as_str())),
            ("count", Word::from(key_results)),
            ("progress", Word::from(self.percent(score.progress.value()))),
        ];
        match cycle.closing.as_ref().filter(|_| score.is_closed) {
            Some(closing) => {
                words.push(("date", Word::from(self.locale.date(closing.closed))));
                format!("■ {}", self.locale.say("okr-short-closed", &words))
            }
            None => {
                let days = (cycle.days.first - scores.as_of).num_days();
                words.push(("date", Word::from(self.locale.date(cycle.days.first))));
                words.push(("days", Word::Count(days)));
                format!("○ {}", self.locale.say("okr-short-planned", &words))
            }
        }
    }

    /// Days, what is left of them, and progress.
    fn cycle_line(&self, cycle: &Cycle, score: &CycleScore, scores: &Scores) -> String {
        let (first, last) = (cycle.days.first, cycle.days.last);
        let (key, days) = if scores.as_of < first {
            ("okr-begins-in", (first - scores.as_of).num_days())
        } else if scores.as_of <= last {
            ("okr-days-left", (last - scores.as_of).num_days())
        } else {
            ("okr-ended-ago", (scores.as_of - last).num_days())
        };
        let words = [
            ("first", Word::from(self.locale.date(first))),
            ("last", Word::from(self.locale.date(last))),
            (
                "left",
                Word::from(self.locale.say(key, &[("days", Word::Count(days))])),
            ),
            ("elapsed", Word::from(self.percent(score.elapsed.value()))),
            ("progress", Word::from(self.percent(score.progress.value()))),
        ];
        self.locale.say("okr-cycle", &words)
    }

    /// `at_end` is how a cycle that has ended and is still open stood on its last day.
    fn cycle(
        &self,
        cycle: &Cycle,
        score: &CycleScore,
        scores: &Scores,
        pick: &Pick<'_>,
        at_end: Option<&CycleScore>,
    ) -> String {
        let title = self.locale.period(cycle.period);
        let mut text = String::from("\n");
        text.push_str(&table::paragraph(&title, table::bold(), 0, self.width));
        if score.is_closed {
            text.push_str(&grades(cycle, score, self.locale, self.width));
            return text;
        }
        let line = self.cycle_line(cycle, score, scores);
        text.push_str(&table::paragraph(&line, table::dim(), 0, self.width));
        let shown = worst_first(cycle, score, pick);
        text.push_str(&self.counts(&shown));
        if let Some(at_end) = at_end {
            let (then, now) = (at_end.progress.value(), score.progress.value());
            if then != now {
                let words = [
                    ("date", Word::from(self.locale.date(cycle.days.last))),
                    ("progress", Word::from(self.percent(then))),
                ];
                let line = self.locale.say("okr-at-its-end", &words);
                text.push_str(&table::paragraph(&line, table::lacking(), 0, self.width));
            }
            let line = self
                .locale
                .say("okr-to-close", &[("cycle", Word::from(cycle.id.as_str()))]);
            text.push_str(&table::unbroken(&line, table::lacking(), 0, self.width));
        }
        for (objective, score, own) in &shown {
            text.push_str(&self.objective(objective, score, own));
        }
        text
    }

    /// How many key results have each status, worst first.
    fn counts(&self, shown: &[Shown<'_>]) -> String {
        let statuses = || {
            shown
                .iter()
                .flat_map(|(_, _, own)| own)
                .map(|(_, own)| own.status)
        };
        let counted: Vec<String> = Status::ALL
            .into_iter()
            .filter_map(|status| {
                let count = statuses().filter(|own| *own == status).count();
                let key = format!("report-count-{}", status.as_str());
                let said = self.locale.say(&key, &[("count", Word::from(count))]);
                (count > 0).then(|| format!("{count} {said}"))
            })
            .collect();
        let line = counted.join(" · ");
        table::paragraph(&line, anstyle::Style::new(), 0, self.width)
    }

    pub(super) fn status_word(&self, status: Status) -> String {
        self.say(&format!("report-status-{}", status.as_str()))
    }

    fn objective(
        &self,
        objective: &Objective,
        score: &ObjectiveScore,
        own: &[(&KeyResult, &KeyResultScore)],
    ) -> String {
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
        for (key_result, score) in own {
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

    /// The latest value with where it comes from and goes to, or how many milestones are done.
    fn reached(&self, key_result: &KeyResult, score: &KeyResultScore) -> Option<String> {
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
        if let KeyResultKind::Milestones(milestones) = &key_result.kind {
            let done = score.milestones_done.iter().filter(|done| **done).count();
            let words = [
                ("done", Word::from(done)),
                ("all", Word::from(milestones.len())),
            ];
            return Some(locale.say("okr-milestones", &words));
        }
        if let Some(kept) = kept::in_words(locale, key_result, score) {
            let value = score.value.as_ref().map(|dated| quantity(&dated.value));
            return Some(match value {
                Some(value) => format!("{value} · {kept}"),
                None => kept,
            });
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
            (Some(value), Some(way)) => Some(format!("{} ({way})", bare(&value.value))),
            (Some(value), None) => Some(quantity(&value.value)),
            (None, way) => way,
        }
    }

    /// Its course, value and way, expected progress, owner, last day, confidence, where it leads, and flags.
    fn details(&self, key_result: &KeyResult, score: &KeyResultScore) -> String {
        let locale = self.locale;
        let mut details = Vec::new();
        let values: Vec<&Exact> = score.readings.iter().map(|dated| &dated.value).collect();
        let course = table::sparkline(&values, COURSE);
        let reached = self.reached(key_result, score);
        details.extend(match (course.is_empty(), reached) {
            (false, Some(reached)) => Some(format!("{course} {reached}")),
            (false, None) => Some(course),
            (true, reached) => reached,
        });
        let is_over = matches!(
            score.status,
            Status::Achieved | Status::Missed | Status::Dropped
        );
        if let Some(expected) = score
            .expected
            .value()
            .filter(|_| !is_over && score.status != Status::Planned)
        {
            let words = [("expected", Word::from(locale.percent(expected, 0)))];
            details.push(locale.say("okr-expected", &words));
        }
        // The cycle before knew of it, so that “no data” alone would be taken for a loss.
        if let Some(from) = key_result.from.as_ref()
            && score.status == Status::NoData
        {
            let words = [("cycle", Word::from(from.cycle()))];
            details.push(locale.say("okr-goes-on", &words));
        }
        details.push(locale.say("okr-due", &[("date", Word::from(locale.date(score.due)))]));
        details.extend(key_result.owner.clone());
        if let Some(confidence) = score.confidence() {
            let before = score.confidences.iter().rev().nth(1);
            let mut words = vec![("confidence", Word::from(confidence))];
            let key = match before.filter(|before| **before != confidence) {
                Some(before) => {
                    words.push(("before", Word::from(*before)));
                    "okr-confidence-moved"
                }
                None => "okr-confidence",
            };
            details.push(locale.say(key, &words));
        }
        if let Some(forecast) = score.forecast.as_ref().filter(|_| !is_over)
            && let (Some(value), Some(progress)) =
                (forecast.value.value(), forecast.progress.value())
        {
            let words = [
                (
                    "value",
                    Word::from(locale.quantity(value, &key_result.unit)),
                ),
                ("progress", Word::from(locale.percent(progress, 0))),
                ("date", Word::from(locale.date(score.due))),
            ];
            details.push(locale.say("okr-at-this-pace", &words));
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
