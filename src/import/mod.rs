//! Readings of KPIs in what other programs export: foreign text to records that can be written as ours.
//!
//! The text is decoded (`encoding`), cut into cells that know where they stand (`cells`), and its columns are told
//! apart by their headers (`columns`). Then each column is read as a whole, since one cell may settle what another
//! leaves open: which of two numbers in a date is the day (`dates`), and which sign the decimals have (`values`).
//! What a value means, whether it fits its KPI, has come yet or is there already, is left to `read`, to which the
//! rows are handed as they would be written.

mod cells;
mod columns;
mod dates;
mod encoding;
mod values;

use std::collections::BTreeMap;

pub use columns::{Asked, Column};
pub use dates::{DayOrder, Stands, period_of_header};
pub use encoding::{Encoding, decode, is_workbook};
pub use values::DecimalSign;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggest};
use crate::model::{Aggregation, FileIndex, Kpi, Period, Place};
use cells::{Cell, Row};
use columns::{Header, Role};

/// One reading of a foreign file.
#[derive(Debug, Clone)]
pub struct Record {
    /// Position among the KPIs that were asked for.
    pub kpi: usize,
    /// Its period.
    pub period: Period,
    /// What goes into which column of ours, and where it stands in the foreign file.
    pub cells: Vec<(&'static str, String, Place)>,
}

impl Record {
    /// The text for one of our columns.
    #[must_use]
    pub fn get(&self, column: &str) -> Option<&str> {
        let mut cells = self.cells.iter();
        cells
            .find(|(name, ..)| *name == column)
            .map(|(_, text, _)| text.as_str())
    }

    /// Where the value stands, or its numerator.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        let mut cells = self.cells.iter();
        cells
            .find(|(name, ..)| matches!(*name, "value" | "numerator"))
            .map(|(.., place)| *place)
    }
}

/// What a foreign file holds.
#[derive(Debug, Default)]
pub struct Imported {
    /// Its readings, in the order of the file.
    pub records: Vec<Record>,
    /// Rows below the header that hold something.
    pub rows: usize,
    /// Cells where a value belongs that say that there is none.
    pub empty: usize,
    /// Headers of columns that nothing was taken from, each with the KPI that it may mean.
    pub unused: Vec<(String, Option<String>)>,
    /// Rows above the header.
    pub above: usize,
    /// Rows that sum others up, and would count them twice.
    pub totals: usize,
}

/// Reads a foreign file, noting every problem on the way; what is given is whole only where none is noted.
#[must_use]
pub fn records(
    file: FileIndex,
    text: &str,
    asked: &Asked<'_>,
    diagnostics: &mut Diagnostics,
) -> Imported {
    let table = match cells::table(text) {
        Ok(table) => table,
        Err(quote) => {
            let problem = Diagnostic::error(Code::CsvShape, place(file, quote, quote + 1));
            let problem = problem.with("what", "quote").with("found", 0);
            diagnostics.push(problem.with("expected", 0).help("help-quote"));
            return Imported::default();
        }
    };
    let Some(header) = columns::header(file, &table, asked, diagnostics) else {
        return Imported::default();
    };
    let mut reader = Reader {
        file,
        asked,
        header: &header,
        imported: Imported {
            above: header.row,
            unused: unused(&header, asked),
            ..Imported::default()
        },
        diagnostics,
    };
    reader.rows(&table[header.row + 1..]);
    reader.imported
}

/// The columns that nothing is taken from, with what their headers come near to.
fn unused(header: &Header, asked: &Asked<'_>) -> Vec<(String, Option<String>)> {
    let names: Vec<(&str, &str)> = asked.kpis.iter().flat_map(columns::names).collect();
    let of = |column: &columns::Headed| {
        let near = suggest::nearest(&column.title, names.iter().map(|(name, _)| *name));
        let id = near.and_then(|near| names.iter().find(|(name, _)| *name == near));
        (column.title.clone(), id.map(|(_, id)| (*id).to_owned()))
    };
    let columns = header.columns.iter();
    let unused = columns.filter(|column| column.role == Role::Unused && !column.title.is_empty());
    unused.map(of).collect()
}

/// A value as it stands in the file, before its column has settled how it is written.
struct Raw<'t> {
    row: usize,
    kpi: usize,
    column: usize,
    name: &'static str,
    cell: &'t Cell,
}

/// A value by its position, as it is written in our files; none where it could not be read.
type Text = (usize, Option<String>);

struct Reader<'r, 'a> {
    file: FileIndex,
    asked: &'r Asked<'a>,
    header: &'r Header,
    imported: Imported,
    diagnostics: &'r mut Diagnostics,
}

impl Reader<'_, '_> {
    fn rows(&mut self, rows: &[Row]) {
        let rows: Vec<&Row> = rows.iter().filter(|row| !row.is_blank()).collect();
        self.imported.rows = rows.len();
        let (totals, rows): (Vec<&Row>, Vec<&Row>) =
            rows.into_iter().partition(|row| self.header.sums_up(row));
        self.imported.totals = totals.len();
        let periods = self.periods(&rows);
        let mut raw: Vec<Raw<'_>> = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            if row.cells.len() > self.header.columns.len()
                && let Some(extra) = row.cells[self.header.columns.len()..]
                    .iter()
                    .find(|cell| !cell.text.is_empty())
            {
                let problem = Diagnostic::error(Code::CsvShape, extra.place(self.file));
                let problem = problem.with("what", "row").with("found", row.cells.len());
                let expected = self.header.columns.len();
                self.diagnostics
                    .push(problem.with("expected", expected).help("help-row"));
                continue;
            }
            self.values(index, row, &mut raw);
        }
        let beyond = self.sign_beyond(&rows);
        let known = (self.header, self.asked, beyond);
        let texts = values::texts(self.file, &raw, known, self.diagnostics);
        self.join(&rows, &periods, &raw, texts);
    }

    /// The sign that the columns agree on which nothing else is taken from: the same program wrote them.
    fn sign_beyond(&self, rows: &[&Row]) -> Option<DecimalSign> {
        let columns = self.header.columns.iter().enumerate();
        let unused = columns.filter(|(_, column)| column.role == Role::Unused);
        let cells = unused.flat_map(|(at, _)| rows.iter().filter_map(move |row| row.cells.get(at)));
        values::agreed(cells.filter_map(values::sign_of_plain))
    }

    /// The period of each row; none of a row that has none, which is noted where the row has a value.
    fn periods(&mut self, rows: &[&Row]) -> Vec<Option<(Period, Place)>> {
        let Some((column, stands)) = self.header.period else {
            return vec![None; rows.len()];
        };
        let cells: Vec<Option<&Cell>> = rows
            .iter()
            .map(|row| row.cells.get(column).filter(|cell| !cell.says_nothing()))
            .collect();
        let stands = self.asked.stands.or(stands);
        dates::periods(self.file, &cells, (self.asked, stands), self.diagnostics)
    }

    /// The cells of a row that hold values, each with the KPI that it is of.
    fn values<'t>(&mut self, index: usize, row: &'t Row, raw: &mut Vec<Raw<'t>>) {
        let named = match self.header.kpi {
            Some(column) => match row.cells.get(column).filter(|cell| !cell.says_nothing()) {
                Some(cell) => match columns::kpi_named(&cell.text, self.asked.kpis) {
                    Some(kpi) => Some(kpi),
                    None => {
                        self.note_unknown(cell);
                        return;
                    }
                },
                None => {
                    if self.header.has_value(row) {
                        self.note_missing(row, "kpi");
                    }
                    return;
                }
            },
            None => self.asked.kpi,
        };
        for (column, headed) in self.header.columns.iter().enumerate() {
            let (name, kpi) = match &headed.role {
                Role::Ours(name) if values::is_number(name) => (*name, named),
                Role::Kpi(kpi) => ("value", Some(*kpi)),
                Role::Period(_) => ("value", named),
                Role::Ours(_) | Role::When | Role::Segment | Role::Unused => continue,
            };
            // Beside columns of KPIs, the cases of a row stand behind each of them.
            let of_all = (name == "n").then(|| self.header.first_kpi()).flatten();
            let Some(kpi) = kpi.or(of_all) else { continue };
            match row.cells.get(column).filter(|cell| !cell.says_nothing()) {
                Some(cell) => raw.push(Raw {
                    row: index,
                    kpi,
                    column,
                    name,
                    cell,
                }),
                None if name == "value" || name == "numerator" => self.imported.empty += 1,
                None => {}
            }
        }
    }

    /// Makes one record of the values of each row, or of each cell where a row holds several readings.
    fn join(
        &mut self,
        rows: &[&Row],
        periods: &[Option<(Period, Place)>],
        raw: &[Raw<'_>],
        texts: Vec<Option<String>>,
    ) {
        let mut by_record: BTreeMap<(usize, usize), Vec<Text>> = BTreeMap::new();
        let mut cases: BTreeMap<usize, Text> = BTreeMap::new();
        for (index, (value, text)) in raw.iter().zip(texts).enumerate() {
            let is_apart = !matches!(self.header.columns[value.column].role, Role::Ours(_));
            if !is_apart && self.header.first_kpi().is_some() {
                cases.insert(value.row, (index, text));
                continue;
            }
            let key = (value.row, if is_apart { value.column } else { 0 });
            by_record.entry(key).or_default().push((index, text));
        }
        let mut lacking: Vec<usize> = Vec::new();
        for ((row, _), mut values) in by_record {
            let pools = |kpi: usize| {
                let aggregation = self.asked.kpis[kpi].aggregation;
                matches!(aggregation, Aggregation::Mean | Aggregation::Ratio)
            };
            if values
                .first()
                .is_some_and(|(first, _)| pools(raw[*first].kpi))
            {
                values.extend(cases.get(&row).cloned());
            }
            let read: Option<Vec<(usize, String)>> = values
                .into_iter()
                .map(|(index, text)| text.map(|text| (index, text)))
                .collect();
            // What is wrong with one of them has been noted, and the others are nothing without it.
            let Some(values) = read else { continue };
            let Some((first, _)) = values.first() else {
                continue;
            };
            let first = &raw[*first];
            let period = match &self.header.columns[first.column].role {
                Role::Period(period) => Some((*period, first.cell.place(self.file))),
                _ => periods[row],
            };
            let Some((period, period_place)) = period else {
                let has_none = self.header.period.is_none_or(|(column, _)| {
                    let cell = rows[row].cells.get(column);
                    cell.is_none_or(Cell::says_nothing)
                });
                if has_none && !lacking.contains(&row) {
                    lacking.push(row);
                    self.note_missing(rows[row], "period");
                }
                continue;
            };
            let mut cells = vec![
                (
                    "kpi",
                    self.asked.kpis[first.kpi].id.to_string(),
                    first.cell.place(self.file),
                ),
                ("period", period.to_string(), period_place),
            ];
            for (index, text) in values {
                let value = &raw[index];
                cells.push((value.name, text, value.cell.place(self.file)));
            }
            self.words(rows[row], &mut cells);
            self.imported.records.push(Record {
                kpi: first.kpi,
                period,
                cells,
            });
        }
    }

    /// Segment, source and note.
    fn words(&self, row: &Row, cells: &mut Vec<(&'static str, String, Place)>) {
        for (column, headed) in self.header.columns.iter().enumerate() {
            let Some(cell) = row.cells.get(column).filter(|cell| !cell.says_nothing()) else {
                continue;
            };
            // One reading is one line.
            let text = cell.text.split_whitespace().collect::<Vec<_>>().join(" ");
            let place = cell.place(self.file);
            match &headed.role {
                Role::Ours(name) if matches!(*name, "segment" | "source" | "note") => {
                    cells.push((name, text, place));
                }
                Role::Segment if text.contains('=') => cells.push(("segment", text, place)),
                Role::Segment => {
                    let axis = columns::folded(&headed.title).replace(' ', "-");
                    cells.push(("segment", format!("{axis}={text}"), place));
                }
                _ => {}
            }
        }
    }

    fn note_unknown(&mut self, cell: &Cell) {
        let problem = Diagnostic::error(Code::UnknownKpi, cell.place(self.file));
        let problem = problem.with("written", &cell.text);
        let names: Vec<(&str, &str)> = self.asked.kpis.iter().flat_map(columns::names).collect();
        let near = suggest::nearest(&cell.text, names.iter().map(|(name, _)| *name));
        let id = near.and_then(|near| names.iter().find(|(name, _)| *name == near));
        self.diagnostics.push_once(match id {
            Some((_, id)) => problem.with("near", id).help("help-near"),
            None => {
                let ids: Vec<&str> = self.asked.kpis.iter().map(|kpi| kpi.id.as_str()).collect();
                problem.with("known", ids.join(", ")).help("help-known")
            }
        });
    }

    fn note_missing(&mut self, row: &Row, name: &'static str) {
        let place = row.place(self.file);
        let problem = Diagnostic::error(Code::MissingKey, place).with("key", name);
        self.diagnostics
            .push(problem.with("empty", "cell").help("help-cell"));
    }
}

/// The KPI that a record is a reading of.
#[must_use]
pub fn kpi_of<'k>(record: &Record, kpis: &'k [Kpi]) -> &'k Kpi {
    &kpis[record.kpi]
}

fn place(file: FileIndex, start: usize, end: usize) -> Place {
    let bounded = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
    Place {
        file,
        start: bounded(start),
        end: bounded(end),
    }
}
