//! `regua kpi import`: the readings of a foreign CSV file, all of them or none.

use std::io::Read as _;
use std::path::Path;

use super::{record, writing};
use crate::cli::Folder;
use crate::cli::context::{Context, FOREIGN, Failure, Loaded};
use crate::cli::table::{self, Align, Cell};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Sources};
use crate::import::{
    self, Asked, Column, DayOrder, DecimalSign, Encoding, Imported, Record, Stands,
};
use crate::locale::Word;
use crate::model::{
    DateRange, Exact, FileIndex, Kpi, Measured, Place, Reading, WorkingDay, Workspace,
};
use crate::read::{Grown, NewRow, Read};
use crate::score::measure;
use crate::workspace;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "FILE")]
    export: String,
    #[arg(long = "kpi", value_name = "ID")]
    of: Option<String>,
    #[arg(long = "column", value_name = "NAME=HEADER", value_parser = pair)]
    columns: Vec<(String, String)>,
    #[arg(long = "skip", value_name = "HEADER")]
    skipped: Vec<String>,
    #[arg(long, value_name = "HEADER")]
    segment_column: Option<String>,
    #[arg(long, value_name = "LENGTH")]
    period_format: Option<PeriodFormat>,
    #[arg(long, value_name = "ORDER")]
    dates: Option<Dates>,
    #[arg(long, value_name = "SIGN")]
    decimal: Option<Decimal>,
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
    #[arg(long)]
    revises: bool,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "FILE")]
    file: Option<String>,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum PeriodFormat {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Dates {
    Dmy,
    Mdy,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Decimal {
    Comma,
    Point,
}

fn pair(text: &str) -> Result<(String, String), String> {
    let parts = text
        .split_once('=')
        .map(|(name, header)| (name.trim(), header.trim()));
    match parts {
        Some((name, header)) if !name.is_empty() && !header.is_empty() => {
            Ok((name.to_owned(), header.to_owned()))
        }
        _ => Err("period=Month".to_owned()),
    }
}

/// A foreign file.
struct Export {
    /// Its path, marked as one that is no part of the workspace.
    path: String,
    text: String,
    encoding: Encoding,
}

/// What an import comes to.
struct Outcome {
    /// The workspace as it is with them.
    read: Read,
    imported: Imported,
    grown: Grown,
    /// The records that are written, by their positions.
    written: Vec<usize>,
    /// Readings that are there already.
    same: usize,
}

pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let loaded = context.load(&Folder { folder: None })?;
    let kpis = writing::known_kpis(&loaded.workspace);
    let asked = asked(args, &kpis, &loaded.workspace, context)?;
    let export = export(&args.export, context)?;
    let file = writing::target(args.file.as_deref(), writing::READINGS, context)?;
    let import = Import {
        loaded: &loaded,
        asked: &asked,
        export: &export,
        file: &file,
        args,
    };
    let path = loaded.root.path.join(&file);
    let mut outcome = None;
    if args.dry_run {
        let before = workspace::text(&path)?;
        outcome = Some(import.outcome(&before, context)?);
    } else {
        let result = workspace::extend(&path, |before| {
            let found = import.outcome(before, context)?;
            let text = found.grown.text.clone();
            outcome = Some(found);
            Ok(text)
        });
        writing::settled(result)?;
    }
    let Some(outcome) = outcome else {
        return Ok(());
    };
    if !context.is_quiet {
        import.tell(&outcome, context)?;
    }
    let Outcome { read, grown, .. } = outcome;
    writing::doubts(&loaded.root, read, &file, &grown.rows, context)
}

fn asked<'k>(
    args: &Args,
    kpis: &'k [Kpi],
    workspace: &'k Workspace,
    context: &mut Context<'_>,
) -> Result<Asked<'k>, Failure> {
    let ids: Vec<&str> = kpis.iter().map(|kpi| kpi.id.as_str()).collect();
    let kpi = match &args.of {
        Some(written) => match Column::named(written, kpis) {
            Some(Column::Kpi(kpi)) => Some(kpi),
            _ => return Err(record::unknown_kpi(written, kpis.iter(), context)),
        },
        None => None,
    };
    let mut columns = Vec::new();
    for (name, header) in &args.columns {
        let Some(column) = Column::named(name, kpis) else {
            let known: Vec<&str> = Column::ours().into_iter().chain(ids).collect();
            return Err(record::unknown("kpi-no-such-column", name, &known, context));
        };
        columns.push((column, header.clone()));
    }
    Ok(Asked {
        kpis,
        kpi,
        columns,
        skipped: args.skipped.clone(),
        segment: args.segment_column.clone(),
        stands: args.period_format.map(|format| match format {
            PeriodFormat::Day => Stands::Day,
            PeriodFormat::Week => Stands::Week,
            PeriodFormat::Month => Stands::Month,
            PeriodFormat::Quarter => Stands::Quarter,
            PeriodFormat::Year => Stands::Year,
        }),
        day_order: args.dates.map(|order| match order {
            Dates::Dmy => DayOrder::DayFirst,
            Dates::Mdy => DayOrder::MonthFirst,
        }),
        decimal: args.decimal.map(|sign| match sign {
            Decimal::Comma => DecimalSign::Comma,
            Decimal::Point => DecimalSign::Point,
        }),
        fiscal_start: workspace.settings.fiscal_year_start,
        working_day: workspace.settings.working_day.as_ref().map(|(day, _)| day),
    })
}

/// The text of a file, or of the standard input.
fn export(named: &str, context: &mut Context<'_>) -> Result<Export, Failure> {
    let bytes = match named {
        "-" => {
            let mut bytes = Vec::new();
            std::io::stdin().lock().read_to_end(&mut bytes)?;
            bytes
        }
        path => workspace::read_file(Path::new(path))?,
    };
    if import::is_workbook(&bytes) {
        return Err(context.refuse("kpi-import-workbook", &[("file", Word::from(named))]));
    }
    let (text, encoding) = import::decode(&bytes);
    Ok(Export {
        path: format!("{FOREIGN}{named}"),
        text,
        encoding,
    })
}

struct Import<'i> {
    loaded: &'i Loaded,
    asked: &'i Asked<'i>,
    export: &'i Export,
    file: &'i str,
    args: &'i Args,
}

impl Import<'_> {
    /// The file of readings as it will be, which the whole workspace has been read with; or nothing, after saying
    /// every problem of the foreign file at its place there.
    fn outcome(&self, before: &str, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let root = &self.loaded.root;
        let mut base = writing::read_with(root, self.file, before, context)?;
        base.diagnostics = Diagnostics::new();
        let foreign = base
            .sources
            .add(&self.export.path, self.export.text.clone());
        let imported = import::records(
            foreign,
            &self.export.text,
            self.asked,
            &mut base.diagnostics,
        );
        let mut sorted = Sorted::default();
        if let Some(workspace) = &base.workspace {
            sorted = self.sorted(&imported, workspace, &mut base.diagnostics);
        }
        let are_errors = base.diagnostics.has_errors();
        let rows: Vec<NewRow> = sorted.rows.iter().map(|(_, row)| row.clone()).collect();
        let grown = match writing::grown(before, &writing::COLUMNS, &rows) {
            Ok(grown) => grown,
            Err(lacking) if !are_errors => {
                let file = (self.file, before);
                return Err(writing::refuse_lacking(root, file, lacking, context));
            }
            Err(_) => return Err(writing::refuse(root, &base, self.file, context)),
        };
        // What the reader finds in the rows is told with what was found before them: all problems at once.
        let mut read = writing::read_with(root, self.file, &grown.text, context)?;
        let foreign_now = read
            .sources
            .add(&self.export.path, self.export.text.clone());
        let found = std::mem::take(&mut base.diagnostics).into_found();
        self.move_problems(&mut read, &imported, &sorted, (&grown, foreign_now));
        for problem in found {
            read.diagnostics
                .push(moved(problem, (&base.sources, &read.sources)));
        }
        if read.diagnostics.has_errors() {
            return Err(writing::refuse(root, &read, self.file, context));
        }
        Ok(Outcome {
            read,
            grown: match rows.is_empty() {
                true => Grown {
                    text: before.to_owned(),
                    rows: Vec::new(),
                },
                false => grown,
            },
            written: sorted.rows.iter().map(|(record, _)| *record).collect(),
            same: sorted.same,
            imported,
        })
    }

    /// The records that are new, or correct what is there, as rows.
    fn sorted(
        &self,
        imported: &Imported,
        workspace: &Workspace,
        diagnostics: &mut Diagnostics,
    ) -> Sorted {
        let working_day = self.asked.working_day;
        let mut sorted = Sorted::default();
        for (index, record) in imported.records.iter().enumerate() {
            let kpi = import::kpi_of(record, self.asked.kpis);
            let there = self.there(record, kpi, workspace);
            let is_correction = match there {
                Some(there) if says_the_same(record, kpi, there, working_day) => {
                    sorted.same += 1;
                    continue;
                }
                Some(there)
                    if !self.args.revises && measured(record, kpi, working_day).is_some() =>
                {
                    let place = record.place().unwrap_or(there.place);
                    let problem = Diagnostic::error(Code::DuplicateReading, place);
                    let problem = problem.with("what", "kpi").help("help-import");
                    diagnostics.push(problem.related(there.place, "first"));
                    continue;
                }
                Some(_) => self.args.revises,
                None => false,
            };
            let mut row = NewRow::default();
            for (column, text, _) in &record.cells {
                row.set(column, text);
            }
            if let (Some(source), None) = (&self.args.source, record.get("source")) {
                row.set("source", source);
            }
            if is_correction {
                row.set("revises", writing::REVISES);
            }
            sorted.rows.push((index, row));
        }
        sorted
    }

    /// The reading that is there for the period and segment of a record.
    fn there<'w>(
        &self,
        record: &Record,
        kpi: &Kpi,
        workspace: &'w Workspace,
    ) -> Option<&'w Reading> {
        let days: DateRange = record.period.range(self.asked.fiscal_start);
        let mut readings = workspace.readings.iter();
        readings.find(|reading| {
            reading.days == days
                && workspace.kpis[reading.kpi].id == kpi.id
                && reading.segment.as_deref() == record.get("segment")
        })
    }

    /// Of what the reader says about the rows, the errors: each at the cell of the foreign file that it is about.
    fn move_problems(
        &self,
        read: &mut Read,
        imported: &Imported,
        sorted: &Sorted,
        (grown, foreign): (&Grown, FileIndex),
    ) {
        let target = read.sources.find(self.file);
        let origin = |place: Place| -> Option<Place> {
            let target = target?;
            let index = grown
                .rows
                .iter()
                .position(|row| writing::is_in(row, target, place))?;
            let start = usize::try_from(place.start).ok()?;
            let mut cells = grown.rows[index].cells.iter();
            let name = cells
                .find(|(_, bytes)| bytes.contains(&start))
                .map(|(name, _)| *name);
            let record = &imported.records[sorted.rows[index].0];
            let mut cells = record.cells.iter();
            let found = cells
                .find(|(column, ..)| Some(*column) == name)
                .map(|(.., place)| *place)
                .or_else(|| record.place())?;
            Some(Place {
                file: foreign,
                ..found
            })
        };
        writing::retold(read, |mut problem| {
            let is_ours = origin(problem.place).is_some();
            if problem.code == Code::DuplicateReading && is_ours {
                let is_twice = problem
                    .related
                    .iter()
                    .all(|(place, _)| origin(*place).is_some());
                problem.help = Some(if is_twice {
                    "help-import-twice"
                } else {
                    "help-import"
                });
            }
            problem.place = origin(problem.place).unwrap_or(problem.place);
            for (place, _) in &mut problem.related {
                *place = origin(*place).unwrap_or(*place);
            }
            problem
        });
    }

    fn tell(&self, outcome: &Outcome, context: &mut Context<'_>) -> Result<(), Failure> {
        let mut text = String::new();
        let file = self.loaded.root.show(self.file);
        let written = outcome.written.len();
        if self.args.dry_run && written > 0 {
            text.push_str(&self.rows(outcome, context));
            text.push('\n');
        }
        let lines = match (outcome.grown.rows.first(), outcome.grown.rows.last()) {
            (Some(first), Some(last)) if first.line != last.line => {
                format!("{file}:{}–{}", first.line, last.line)
            }
            (Some(first), _) => format!("{file}:{}", first.line),
            _ => file,
        };
        let key = match (written, self.args.dry_run) {
            (0, _) => "kpi-import-nothing",
            (_, true) => "kpi-import-would",
            (_, false) => "kpi-import-written",
        };
        let words = [("count", Word::from(written)), ("place", Word::from(lines))];
        let line = table::paragraph(
            &context.say(key, &words),
            anstyle::Style::new(),
            0,
            context.width,
        );
        for line in line.lines() {
            text.push_str(&format!("{}\n", table::good(line)));
        }
        for line in self.details(outcome, context) {
            text.push_str(&table::paragraph(
                &line,
                anstyle::Style::new(),
                2,
                context.width,
            ));
        }
        write!(context.out, "{text}")?;
        Ok(())
    }

    /// What was read, what was left out, and of which KPIs and periods the rows are.
    fn details(&self, outcome: &Outcome, context: &Context<'_>) -> Vec<String> {
        let imported = &outcome.imported;
        let mut lines = Vec::new();
        let words = [
            ("rows", Word::from(imported.rows)),
            ("same", Word::from(outcome.same)),
            ("empty", Word::from(imported.empty)),
            ("above", Word::from(imported.above)),
            ("totals", Word::from(imported.totals)),
            ("encoding", Word::from(self.export.encoding.as_str())),
        ];
        lines.push(context.say("kpi-import-read", &words));
        let mut ids: Vec<&str> = Vec::new();
        let mut days: Option<(&Record, &Record)> = None;
        for record in outcome
            .written
            .iter()
            .map(|index| &imported.records[*index])
        {
            let id = import::kpi_of(record, self.asked.kpis).id.as_str();
            if !ids.contains(&id) {
                ids.push(id);
            }
            let range = |record: &Record| record.period.range(self.asked.fiscal_start);
            let (first, last) = days.unwrap_or((record, record));
            let first = if range(record) < range(first) {
                record
            } else {
                first
            };
            let last = if range(record).last > range(last).last {
                record
            } else {
                last
            };
            days = Some((first, last));
        }
        if let Some((first, last)) = days {
            let words = [
                ("kpis", Word::from(ids.join(", "))),
                ("count", Word::from(ids.len())),
                ("first", Word::from(context.locale.period(first.period))),
                ("last", Word::from(context.locale.period(last.period))),
                (
                    "several",
                    Word::from(if first.period == last.period {
                        "no"
                    } else {
                        "yes"
                    }),
                ),
            ];
            lines.push(context.say("kpi-import-kpis", &words));
        }
        if !imported.unused.is_empty() {
            let unused = imported.unused.iter().map(|(title, near)| match near {
                Some(near) => format!("{title} ({near}?)"),
                None => title.clone(),
            });
            let words = [("columns", Word::from(unused.collect::<Vec<_>>().join(", ")))];
            lines.push(context.say("kpi-import-unused", &words));
        }
        lines
    }

    /// The rows that would be written: what the file will hold, in columns.
    fn rows(&self, outcome: &Outcome, context: &Context<'_>) -> String {
        const MOST: usize = 40;
        let records: Vec<&Record> = outcome
            .written
            .iter()
            .map(|index| &outcome.imported.records[*index])
            .collect();
        let is_used = |column: &&str| records.iter().any(|record| record.get(column).is_some());
        let columns = writing::FIGURES.iter().copied();
        let columns: Vec<&str> = columns.filter(is_used).collect();
        let head = columns
            .iter()
            .map(|column| Cell::styled(*column, table::dim()));
        let mut rows = vec![head.collect::<Vec<_>>()];
        for record in records.iter().take(MOST) {
            let cells = columns
                .iter()
                .map(|column| Cell::new(record.get(column).unwrap_or_default()));
            rows.push(cells.collect());
        }
        let is_number = |column: &&str| !matches!(*column, "kpi" | "period" | "segment");
        let aligns: Vec<Align> = columns
            .iter()
            .map(|column| {
                if is_number(column) {
                    Align::Right
                } else {
                    Align::Left
                }
            })
            .collect();
        let mut text = table::set(&rows, &aligns, 0, context.width);
        if records.len() > MOST {
            let words = [("count", Word::from(records.len() - MOST))];
            text.push_str(&format!("{}\n", context.say("kpi-import-more", &words)));
        }
        text
    }
}

/// Records by what becomes of them.
#[derive(Default)]
struct Sorted {
    /// Those to write, by their positions, as rows.
    rows: Vec<(usize, NewRow)>,
    same: usize,
}

/// What a record says, where it can be read at all.
fn measured(record: &Record, kpi: &Kpi, working_day: Option<&WorkingDay>) -> Option<Measured> {
    match record.get("value") {
        Some(value) => kpi.unit.read(value, working_day).ok().map(Measured::Value),
        None => Some(Measured::Ratio {
            numerator: Exact::parse(record.get("numerator")?)?,
            denominator: Exact::parse(record.get("denominator")?)
                .filter(|below| !below.is_zero())?,
        }),
    }
}

/// Whether a record says what is there: the same counts, or the same value.
fn says_the_same(
    record: &Record,
    kpi: &Kpi,
    there: &Reading,
    working_day: Option<&WorkingDay>,
) -> bool {
    let Some(measured) = measured(record, kpi, working_day) else {
        return false;
    };
    let value = |measured: &Measured| {
        let reading = Reading {
            value: measured.clone(),
            ..there.clone()
        };
        measure::value(kpi, &reading)
    };
    let are_counts = |measured: &Measured| matches!(measured, Measured::Ratio { .. });
    match are_counts(&measured) && are_counts(&there.value) {
        true => measured == there.value,
        false => value(&measured) == value(&there.value),
    }
}

/// A problem of one reading of the files in another, in which a file that is begun stands among them.
fn moved(mut problem: Diagnostic, (from, to): (&Sources, &Sources)) -> Diagnostic {
    let there = |place: Place| Place {
        file: to.find(&from.file(place.file).path).unwrap_or(place.file),
        ..place
    };
    problem.place = there(problem.place);
    for (place, _) in &mut problem.related {
        *place = there(*place);
    }
    problem
}
