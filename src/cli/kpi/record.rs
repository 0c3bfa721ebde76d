//! `regua kpi record`: one reading more, and what it does.

use chrono::NaiveDate;

use super::writing;
use crate::cli::Folder;
use crate::cli::context::{Context, Failure, Loaded};
use crate::cli::okr::Board;
use crate::cli::table;
use crate::diagnostic::{Code, Diagnostic, Severity, suggest};
use crate::import;
use crate::locale::{Locale, NO_VALUE, Word};
use crate::model::{
    DateRange, Exact, Frequency, Id, Kpi, Period, Text, ValueSource, Window, Workspace,
};
use crate::read::{NewRow, Read, Written};
use crate::score::{self, Point, Scores, measure};
use crate::workspace;

/// Where readings of service levels go unless a file is named, and the header it begins with.
const SERVICE_LEVELS: &str = "kpis/service-levels.csv";
const SERVICE_LEVEL_COLUMNS: [&str; 8] = [
    "service_level",
    "period",
    "met",
    "breached",
    "overdue",
    "source",
    "note",
    "revises",
];

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(
        value_name = "KPI",
        required_unless_present = "service_level",
        conflicts_with = "service_level"
    )]
    kpi: Option<String>,
    #[arg(
        value_name = "VALUE",
        allow_hyphen_values = true,
        conflicts_with = "service_level"
    )]
    value: Option<String>,
    #[arg(long, value_name = "PERIOD", conflicts_with = "day")]
    period: Option<String>,
    #[arg(long = "on", value_name = "DATE", value_parser = crate::cli::date)]
    day: Option<NaiveDate>,
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    numerator: Option<String>,
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    denominator: Option<String>,
    #[arg(long = "n", value_name = "N", allow_hyphen_values = true)]
    cases: Option<String>,
    #[arg(long, value_name = "KEY=VALUE")]
    segment: Option<String>,
    #[arg(long, value_name = "ID")]
    service_level: Option<String>,
    #[arg(long, value_name = "N", requires = "service_level")]
    met: Option<String>,
    #[arg(long, value_name = "N", requires = "service_level")]
    breached: Option<String>,
    #[arg(long, value_name = "N", requires = "service_level")]
    overdue: Option<String>,
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    #[arg(long)]
    revises: bool,
    #[arg(long, value_name = "FILE")]
    file: Option<String>,
}

/// What is measured.
enum Subject {
    Kpi(Box<Kpi>),
    ServiceLevel(Id, Frequency),
}

/// The period that a reading is of.
struct Taken {
    written: String,
    period: Option<Period>,
    /// Whether nobody named it.
    is_latest: bool,
}

pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let loaded = context.load(&Folder { folder: None })?;
    let subject = subject(args, &loaded.workspace, context)?;
    refuse_without_value(args, &subject, context)?;
    let taken = taken(args, &subject, &loaded.workspace, context)?;
    let row = row(args, &subject, &taken);
    let (usual, columns): (_, &[&'static str]) = match &subject {
        Subject::Kpi(_) => (writing::READINGS, &writing::COLUMNS),
        Subject::ServiceLevel(..) => (SERVICE_LEVELS, &SERVICE_LEVEL_COLUMNS),
    };
    let file = writing::target(args.file.as_deref(), usual, context)?;
    if args.revises {
        refuse_without_first(&loaded, (&subject, &taken), args, context)?;
    }
    let mut written = None;
    let result = workspace::extend(&loaded.root.path.join(&file), |before| {
        let rows = std::slice::from_ref(&row);
        let grown = match writing::grown(before, columns, rows) {
            Ok(grown) => grown,
            Err(lacking) => {
                let file = (file.as_str(), before);
                return Err(writing::refuse_lacking(
                    &loaded.root,
                    file,
                    lacking,
                    context,
                ));
            }
        };
        let mut read = writing::read_with(&loaded.root, &file, &grown.text, context)?;
        refuse_two_readings(&mut read, &file, &grown.rows[0]);
        if read.diagnostics.has_errors() {
            writing::retold(&mut read, with_help);
            return Err(writing::refuse(&loaded.root, &read, &file, context));
        }
        let place = grown.rows[0].clone();
        refuse_unless_it_counts(&read, (&file, &place), &loaded, context)?;
        written = Some((read, place));
        Ok(grown.text)
    });
    writing::settled(result)?;
    let Some((read, row)) = written else {
        return Ok(());
    };
    if let (Some(now), false) = (&read.workspace, context.is_quiet) {
        let place = format!("{}:{}", loaded.root.show(&file), row.line);
        tell(&loaded, now, (&subject, &taken), &place, context)?;
    }
    writing::doubts(&loaded.root, read, &file, &[row], context)
}

/// Whoever types `1.204` is there to be asked which of its readings is meant.
fn refuse_two_readings(read: &mut Read, file: &str, row: &Written) {
    let Some(index) = read.sources.find(file) else {
        return;
    };
    read.diagnostics.amend(|problem| {
        if problem.code == Code::AmbiguousValue && writing::is_in(row, index, problem.place) {
            problem.severity = Severity::Error;
            problem.help = Some("help");
        }
    });
}

/// Of two readings of one period, the second may be a correction: here that is an option.
fn with_help(problem: Diagnostic) -> Diagnostic {
    match problem.code {
        Code::DuplicateReading if problem.help == Some("help") => problem.help("help-record"),
        _ => problem,
    }
}

/// A KPI takes a value or two counts; of those that a file lacks, its reader would tell as of columns.
fn refuse_without_value(
    args: &Args,
    subject: &Subject,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    match subject {
        Subject::Kpi(kpi)
            if args.value.is_none() && args.numerator.is_none() && args.denominator.is_none() =>
        {
            let words = [("kpi", Word::from(kpi.id.as_str()))];
            Err(context.refuse("kpi-no-value", &words))
        }
        Subject::Kpi(_) | Subject::ServiceLevel(..) => Ok(()),
    }
}

fn subject(
    args: &Args,
    workspace: &Workspace,
    context: &mut Context<'_>,
) -> Result<Subject, Failure> {
    if let Some(written) = &args.service_level {
        let known = &workspace.service_levels;
        let Some(level) = known.iter().find(|level| level.id.as_str() == written) else {
            let ids: Vec<&str> = known.iter().map(|level| level.id.as_str()).collect();
            return Err(unknown("service-level-unknown", written, &ids, context));
        };
        let of_kpi = level.kpi.map(|kpi| workspace.kpis[kpi].frequency);
        let frequency = match level.window {
            Some(Window::Day) => Frequency::Daily,
            Some(Window::Week) => Frequency::Weekly,
            Some(Window::Month) => Frequency::Monthly,
            Some(Window::Quarter) => Frequency::Quarterly,
            None => of_kpi.unwrap_or(Frequency::Monthly),
        };
        return Ok(Subject::ServiceLevel(level.id.clone(), frequency));
    }
    let written = args.kpi.as_deref().unwrap_or_default();
    let known = writing::known_kpis(workspace);
    let goes_by = |kpi: &&Kpi| {
        let mut former = kpi.renamed_from.iter();
        kpi.id.as_str() == written || former.any(|former| former.id.as_str() == written)
    };
    match known.iter().find(goes_by) {
        Some(kpi) => Ok(Subject::Kpi(Box::new(kpi.clone()))),
        None => Err(unknown_kpi(written, known.iter(), context)),
    }
}

/// Refuses a name that no KPI has, with those that may be meant by it, or with all of them.
pub(super) fn unknown_kpi<'k>(
    written: &str,
    known: impl Iterator<Item = &'k Kpi>,
    context: &mut Context<'_>,
) -> Failure {
    let known: Vec<(&str, &Text)> = known.map(|kpi| (kpi.id.as_str(), &kpi.title)).collect();
    let near = suggest::meant(written, known.iter().copied());
    let ids: Vec<&str> = known.iter().map(|(id, _)| *id).collect();
    refused("kpi-unknown", written, &near, &ids, context)
}

/// Refuses a name with the nearest that is known, or with all of them.
pub(super) fn unknown(
    key: &str,
    written: &str,
    known: &[&str],
    context: &mut Context<'_>,
) -> Failure {
    let near = suggest::nearest(written, known.iter().copied());
    refused(key, written, near.as_slice(), known, context)
}

fn refused(
    key: &str,
    written: &str,
    near: &[&str],
    known: &[&str],
    context: &mut Context<'_>,
) -> Failure {
    let near = match near {
        [] => "none".to_owned(),
        // The sentence puts marks around the whole: each name has its own.
        near => near.join("`, `"),
    };
    let words = [
        ("written", Word::from(written)),
        ("near", Word::from(near)),
        ("known", Word::from(known.join(", "))),
        ("count", Word::from(known.len())),
    ];
    context.refuse(key, &words)
}

fn taken(
    args: &Args,
    subject: &Subject,
    workspace: &Workspace,
    context: &mut Context<'_>,
) -> Result<Taken, Failure> {
    let (frequency, id) = match subject {
        Subject::Kpi(kpi) => (kpi.frequency, &kpi.id),
        Subject::ServiceLevel(id, frequency) => (*frequency, id),
    };
    let start = workspace.settings.fiscal_year_start;
    if let Some(written) = &args.period {
        // A month by its name, as exports have it, is as clear as one by its number.
        let period = Period::parse(written).or_else(|| import::period_of_header(written));
        if let (Some(Period::Day(day)), false) = (period, frequency == Frequency::Daily) {
            return Err(refuse_day(day, (frequency, start), context));
        }
        return Ok(Taken {
            written: period.map_or_else(|| written.clone(), |period| period.to_string()),
            period,
            is_latest: false,
        });
    }
    if let Some(day) = args.day {
        return Ok(Taken {
            written: day.to_string(),
            period: Some(Period::Day(day)),
            is_latest: false,
        });
    }
    match frequency.latest_period(context.as_of, start) {
        Some(period) => Ok(Taken {
            written: period.to_string(),
            period: Some(period),
            is_latest: true,
        }),
        None => Err(context.refuse("kpi-no-usual-period", &[("kpi", Word::from(id.as_str()))])),
    }
}

/// A day where a longer period is usual is most likely the last day of one.
fn refuse_day(
    day: NaiveDate,
    (frequency, start): (Frequency, u32),
    context: &mut Context<'_>,
) -> Failure {
    let around = frequency.period_with(day, start);
    let words = [
        ("day", Word::from(day.to_string())),
        ("frequency", Word::from(frequency.as_str())),
        (
            "period",
            Word::from(around.map_or_else(|| "none".to_owned(), |period| period.to_string())),
        ),
    ];
    context.refuse("kpi-day-for-period", &words)
}

fn row(args: &Args, subject: &Subject, taken: &Taken) -> NewRow {
    let mut row = NewRow::default();
    match subject {
        Subject::Kpi(kpi) => row.set("kpi", kpi.id.as_str()),
        Subject::ServiceLevel(id, _) => row.set("service_level", id.as_str()),
    }
    row.set("period", &taken.written);
    let given = [
        ("value", &args.value),
        ("numerator", &args.numerator),
        ("denominator", &args.denominator),
        ("met", &args.met),
        ("breached", &args.breached),
        ("overdue", &args.overdue),
        ("n", &args.cases),
        ("segment", &args.segment),
        ("source", &args.source),
        ("note", &args.note),
    ];
    for (column, value) in given {
        if let Some(value) = value {
            row.set(column, value);
        }
    }
    if args.revises {
        row.set("revises", writing::REVISES);
    }
    row
}

/// A correction of nothing is most likely one of another period.
fn refuse_without_first(
    loaded: &Loaded,
    (subject, taken): (&Subject, &Taken),
    args: &Args,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let workspace = &loaded.workspace;
    // What is no period is told when the row is read.
    let Some(days) = taken.days(workspace) else {
        return Ok(());
    };
    let (is_there, id) = match subject {
        Subject::Kpi(kpi) => {
            let mut readings = workspace.readings.iter();
            let is_there = readings.any(|reading| {
                workspace.kpis[reading.kpi].id == kpi.id
                    && reading.days == days
                    && reading.segment == args.segment
            });
            (is_there, &kpi.id)
        }
        Subject::ServiceLevel(id, _) => {
            let mut readings = workspace.service_level_readings.iter();
            let is_there = readings.any(|reading| {
                workspace.service_levels[reading.service_level].id == *id && reading.days == days
            });
            (is_there, id)
        }
    };
    if is_there {
        return Ok(());
    }
    let words = [
        ("id", Word::from(id.as_str())),
        ("period", Word::from(taken.shown(&context.locale))),
        (
            "segment",
            Word::from(args.segment.as_deref().unwrap_or("none")),
        ),
    ];
    Err(context.refuse("kpi-nothing-to-revise", &words))
}

impl Taken {
    fn days(&self, workspace: &Workspace) -> Option<DateRange> {
        let start = workspace.settings.fiscal_year_start;
        self.period.map(|period| period.range(start))
    }

    /// The period by its name; one that nobody named says that it is the latest of its length.
    fn named(&self, frequency: Frequency, locale: &Locale) -> String {
        let shown = self.shown(locale);
        if !self.is_latest {
            return shown;
        }
        let key = format!("kpi-period-latest-{}", frequency.as_str());
        format!("{shown} {}", locale.say(&key, &[]))
    }

    fn shown(&self, locale: &Locale) -> String {
        match self.period {
            Some(period) => locale.period(period),
            None => self.written.clone(),
        }
    }
}

/// A correction that another, read later, corrects again would say nothing.
fn refuse_unless_it_counts(
    read: &Read,
    (file, row): (&str, &Written),
    loaded: &Loaded,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let (Some(workspace), Some(index)) = (&read.workspace, read.sources.find(file)) else {
        return Ok(());
    };
    let of_kpis = workspace.readings.iter().map(|reading| reading.place);
    let levels = workspace.service_level_readings.iter();
    let mut places = of_kpis.chain(levels.map(|reading| reading.place));
    if places.any(|place| writing::is_in(row, index, place)) {
        return Ok(());
    }
    let words = [("file", Word::from(loaded.root.show(file)))];
    Err(context.refuse("kpi-corrected-elsewhere", &words))
}

/// Where it was written, the value beside the one before it, its level, and the key results that hang on it.
fn tell(
    before: &Loaded,
    now: &Workspace,
    (subject, taken): (&Subject, &Taken),
    place: &str,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let scores = score::workspace(now, context.as_of);
    let words = [("place", Word::from(place))];
    let mut text = format!("{}\n", table::good(&context.say("okr-checked-in", &words)));
    match subject {
        Subject::Kpi(kpi) => {
            let teller = Teller {
                before,
                now,
                scores: &scores,
                context,
            };
            if let Some(line) = teller.value(&kpi.id, taken) {
                text.push_str(&table::paragraph(
                    &line,
                    anstyle::Style::new(),
                    2,
                    context.width,
                ));
            }
            text.push_str(&teller.key_results(&kpi.id));
        }
        Subject::ServiceLevel(id, frequency) => {
            text.push_str(&kept(now, &scores, (id, *frequency), taken, context));
        }
    }
    if let Some(days) = taken.days(now).filter(|days| days.last > context.as_of) {
        let words = [("date", Word::from(context.locale.date(days.last)))];
        let line = context.say("kpi-counts-from", &words);
        text.push_str(&table::paragraph(&line, table::dim(), 2, context.width));
    }
    write!(context.out, "{text}")?;
    Ok(())
}

/// The share that kept a service level in the window that holds the period.
fn kept(
    now: &Workspace,
    scores: &Scores,
    (id, frequency): (&Id, Frequency),
    taken: &Taken,
    context: &Context<'_>,
) -> String {
    let mut levels = scores.service_levels.iter();
    let found = levels.find(|score| now.service_levels[score.service_level].id == *id);
    let Some((score, days)) = found.zip(taken.days(now)) else {
        return String::new();
    };
    let level = &now.service_levels[score.service_level];
    let mut windows = score.windows.iter();
    let window =
        windows.find(|window| window.days.first <= days.last && days.last <= window.days.last);
    let locale = &context.locale;
    let share = window.and_then(|window| window.compliance.value());
    let words = [
        (
            "title",
            Word::from(level.title.in_language(locale.language())),
        ),
        ("period", Word::from(taken.named(frequency, locale))),
        (
            "kept",
            Word::from(share.map_or_else(|| NO_VALUE.to_owned(), |share| locale.percent(share, 1))),
        ),
        (
            "goal",
            Word::from(locale.percent(&(&level.goal / &Exact::from(100u32)), 1)),
        ),
    ];
    let line = locale.say("kpi-recorded-service-level", &words);
    table::paragraph(&line, anstyle::Style::new(), 2, context.width)
}

/// What a reading of a KPI does.
struct Teller<'t, 'c> {
    before: &'t Loaded,
    now: &'t Workspace,
    scores: &'t Scores,
    context: &'t Context<'c>,
}

impl Teller<'_, '_> {
    /// `Satisfaction, Oct 2026: 82% (before: 80%, Sep 2026) · level 3.5 (before: 3.2)`
    fn value(&self, kpi: &Id, taken: &Taken) -> Option<String> {
        let locale = &self.context.locale;
        let index = self.now.kpi_by_id(kpi)?;
        let definition = &self.now.kpis[index];
        let days = taken.days(self.now)?;
        let points = &self.scores.series[index].points;
        let position = points.iter().position(|point| point.days == days)?;
        let point = &points[position];
        let corrected = self.earlier_value(kpi, days);
        let earlier = position.checked_sub(1).map(|last| &points[last]);
        let quantity = |value: &Exact| locale.quantity(value, &definition.unit);
        let mut line = format!(
            "{}, {}: {}",
            definition.title.in_language(locale.language()),
            taken.named(definition.frequency, locale),
            quantity(&point.value)
        );
        let was = match (&corrected, earlier) {
            (Some(value), _) => Some(("kpi-value-corrected", quantity(value), String::new())),
            (None, Some(point)) => Some((
                "kpi-value-before",
                quantity(&point.value),
                locale.period(point.period),
            )),
            (None, None) => None,
        };
        if let Some((key, value, period)) = was {
            let words = [("value", Word::from(value)), ("period", Word::from(period))];
            line.push_str(&format!(" {}", locale.say(key, &words)));
        }
        if let Some(level) = self.level(index, point) {
            let before = match (&corrected, earlier) {
                (Some(_), _) => None,
                (None, earlier) => earlier.and_then(|point| self.level(index, point)),
            };
            let words = [
                ("level", Word::from(level)),
                (
                    "before",
                    Word::from(before.unwrap_or_else(|| "none".to_owned())),
                ),
            ];
            line.push_str(&format!(" · {}", locale.say("kpi-level-now", &words)));
        }
        Some(line)
    }

    /// What the period's value was before the reading: of a correction, or of other segments.
    fn earlier_value(&self, kpi: &Id, days: DateRange) -> Option<Exact> {
        let index = self.before.workspace.kpi_by_id(kpi)?;
        let mut points = self.before.scores.series[index].points.iter();
        let point = points.find(|point| point.days == days)?;
        Some(point.value.clone())
    }

    fn level(&self, kpi: usize, point: &Point) -> Option<String> {
        let floor = measure::floor(self.now, kpi);
        let level = measure::level_of(&self.now.kpis[kpi], &point.term(kpi), &floor);
        let level = level.value()?;
        Some(self.context.locale.level(level, 2))
    }

    /// The key results of cycles that run, or whose progress the reading moves.
    fn key_results(&self, kpi: &Id) -> String {
        let board = Board {
            locale: &self.context.locale,
            width: self.context.width,
        };
        let day = self.context.as_of;
        let mut text = String::new();
        for (index, cycle) in self.now.cycles.iter().enumerate() {
            let runs = cycle.days.first <= day && day <= cycle.days.last;
            for (o, objective) in cycle.objectives.iter().enumerate() {
                for (k, key_result) in objective.key_results.iter().enumerate() {
                    let ValueSource::Kpi(source) = &key_result.source else {
                        continue;
                    };
                    let of =
                        |scores: &Scores| scores.cycles[index].objectives[o].key_results[k].clone();
                    let (earlier, later) = (of(&self.before.scores), of(self.scores));
                    let has_moved = earlier.progress.value() != later.progress.value();
                    if self.now.kpis[*source].id == *kpi && (runs || has_moved) {
                        text.push_str(&board.key_result(key_result, &later));
                        text.push_str(&board.moved(&earlier, &later));
                    }
                }
            }
        }
        text
    }
}
