//! Readings as CSV: comma or semicolon between cells, with semicolons also a decimal comma. One reading a line.

use super::conflict;
use super::fields;
use super::kpi::{COLUMNS, Measures, Readings, Row, cut_number, read_row};
use super::yaml::{code_point, is_hidden};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{FileIndex, Place};

/// Reads a CSV file of readings: comma or semicolon, with semicolons also a decimal comma.
pub(crate) fn csv_readings(
    file: FileIndex,
    text: &str,
    measures: &Measures<'_>,
    readings: &mut Readings,
    diagnostics: &mut Diagnostics,
) {
    if let Some(at) = conflict::mark_in(text) {
        let place = place(file, at, conflict::LENGTH);
        let problem = Diagnostic::error(Code::CsvShape, place).with("what", "conflict");
        diagnostics.push(problem.help("help-conflict"));
        return;
    }
    if let Some(at) = unclosed_quote(text) {
        diagnostics.push(csv_shape(place(file, at, 1), "quote", 0, 0));
        return;
    }
    if let Some((at, letter)) = text.char_indices().find(|(_, letter)| is_hidden(*letter)) {
        let place = place(file, at, letter.len_utf8());
        let problem = Diagnostic::error(Code::YamlFeature, place).with("feature", "control");
        let problem = problem.with("letter", code_point(letter));
        diagnostics.push(problem.help("help-control"));
        return;
    }
    let (body, offset) = (text, 0);
    let header_line = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    let delimiter = delimiter_of(header_line);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(body.as_bytes());
    let mut record = csv::ByteRecord::new();
    let mut columns: Option<Vec<Option<&'static str>>> = None;
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        match reader.read_byte_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(_) => {
                diagnostics.push(csv_shape(place(file, offset + start, 0), "row", 0, 0));
                break;
            }
        }
        // The reader skips blank lines, so the record begins at the first byte that is not one.
        let start = record.position().map_or(start, |position| {
            usize::try_from(position.byte()).unwrap_or(start)
        });
        let start =
            start + body[start..].len() - body[start..].trim_start_matches(['\r', '\n']).len();
        let cells = cells(&record, body, start, delimiter);
        match &columns {
            None => match header(&cells, file, offset, diagnostics) {
                Some(header) => columns = Some(header),
                None => return, // Without a column every row would seem to lack what stands in it.
            },
            Some(columns) => {
                // A row is cited by its first cell: all of it would be wider than most terminals.
                let row_place = place(
                    file,
                    offset + start,
                    cells
                        .first()
                        .map_or(0, |cell| cell.1 + cell.0.len() - start),
                );
                if cells.len() > columns.len()
                    && cells[columns.len()..].iter().any(|cell| !cell.0.is_empty())
                    || cells.len() < columns.len() && cells.len() < 2
                {
                    let place = surplus(&cells, columns.len(), file).unwrap_or(row_place);
                    let problem = csv_shape(place, "row", cells.len(), columns.len());
                    let cut = cut_by_comma(&cells, columns).filter(|_| delimiter == b',');
                    diagnostics.push(match cut {
                        Some([written, decimal]) => problem
                            .with("written", written)
                            .with("decimal", decimal)
                            .help("help-cut"),
                        None => problem,
                    });
                    continue;
                }
                let mut row = Row::new(row_place);
                row.is_table = true;
                row.is_by_comma = delimiter == b',';
                let mut is_clear = true;
                for ((value, at), column) in cells.iter().zip(columns) {
                    if let Some(name) = column
                        && !value.is_empty()
                    {
                        let length = cell_length(body, *at, delimiter);
                        if delimiter == b';'
                            && is_number_column(name)
                            && let Some(problem) =
                                grouped(name, value, place(file, offset + at, length))
                        {
                            diagnostics.push(problem);
                            is_clear = false;
                            continue;
                        }
                        let written = value.clone();
                        let value = if delimiter == b';' && is_number_column(name) {
                            decimal_point(value)
                        } else {
                            value.clone()
                        };
                        row.set(name, written, value, place(file, offset + at, length));
                    }
                }
                if is_clear {
                    read_row(&row, measures, readings, diagnostics);
                }
            }
        }
    }
    if columns.is_none() {
        diagnostics.push(csv_shape(place(file, 0, 0), "empty", 0, 0));
    }
}

/// The first cell with something in it beyond the columns of the header.
fn surplus(cells: &[(String, usize)], columns: usize, file: FileIndex) -> Option<Place> {
    let (text, at) = cells
        .get(columns..)?
        .iter()
        .find(|cell| !cell.0.is_empty())?;
    Some(place(file, *at, text.len()))
}

/// The value of a row, where it and the cell behind it are one number with a decimal comma: as it was meant, and as
/// it is written among commas.
fn cut_by_comma(
    cells: &[(String, usize)],
    columns: &[Option<&'static str>],
) -> Option<[String; 2]> {
    let at = columns.iter().position(|name| *name == Some("value"))?;
    let (whole, decimals) = (&cells.get(at)?.0, &cells.get(at + 1)?.0);
    let decimal = cut_number(whole, decimals)?;
    Some([format!("{whole},{decimals}"), decimal])
}

/// What stands between the cells of a header.
pub(super) fn delimiter_of(header: &str) -> u8 {
    match header.contains(';') {
        true => b';',
        false => b',',
    }
}

/// The column that goes by this name, in either language.
pub(super) fn column_named(name: &str) -> Option<&'static str> {
    let lower = name.to_lowercase();
    let is_meant = |(column, aliases): &&(&'static str, &[&str])| {
        *column == lower || aliases.contains(&lower.as_str())
    };
    COLUMNS.iter().find(is_meant).map(|(column, _)| *column)
}

pub(super) fn is_number_column(name: &str) -> bool {
    matches!(
        name,
        "value" | "numerator" | "denominator" | "met" | "breached" | "overdue" | "n"
    )
}

/// Where a quote opens that its line does not close. A reading is one line: a quote left open would take in
/// all the lines below it.
fn unclosed_quote(text: &str) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
            return line.rfind('"').map(|at| start + at);
        }
        start += line.len();
    }
    None
}

/// Among semicolons `1.455` may be one thousand and more, or one and a half: whoever means it must say so.
fn grouped(column: &str, value: &str, place: Place) -> Option<Diagnostic> {
    let (digits, unit) = leading_digits(value);
    // Only a value carries a unit; behind a count it is another mistake, which is told as such.
    let may_follow = unit.is_empty() || column == "value" && !unit.starts_with(',');
    (is_grouped(digits) && may_follow).then(|| {
        Diagnostic::error(Code::NotANumber, place)
            .with("written", value)
            .with("why", "form")
            .with("plain", value.replace('.', ""))
            .with("decimal", value.replacen('.', ",", 1))
            .help("help-thousands")
    })
}

/// The digits and points that a value begins with, and what follows.
fn leading_digits(value: &str) -> (&str, &str) {
    let length = value
        .find(|letter: char| !letter.is_ascii_digit() && letter != '.')
        .unwrap_or(value.len());
    value.split_at(length)
}

/// Whether the points of a number stand where thousands would have them: `1.455`, `12.000.000`.
pub(super) fn is_grouped(value: &str) -> bool {
    let mut groups = leading_digits(value).0.split('.');
    let first = groups
        .next()
        .is_some_and(|group| matches!(group.len(), 1..=3));
    let others: Vec<&str> = groups.collect();
    first && !others.is_empty() && others.iter().all(|group| group.len() == 3)
}

/// `1.830,5` is how a Brazilian export writes 1830.5.
fn decimal_point(value: &str) -> String {
    if !value.contains(',') {
        return value.to_owned();
    }
    value.replace('.', "").replace(',', ".")
}

/// The cells of a record, each with where it begins in `body`.
fn cells(
    record: &csv::ByteRecord,
    body: &str,
    start: usize,
    delimiter: u8,
) -> Vec<(String, usize)> {
    let mut at = start;
    let mut cells = Vec::with_capacity(record.len());
    for cell in record {
        let value = String::from_utf8_lossy(cell).trim().to_owned();
        let written = body.get(at..).unwrap_or_default();
        let blanks = written.len() - written.trim_start_matches(' ').len();
        cells.push((value, at + blanks));
        at = after_cell(body, at, delimiter);
    }
    cells
}

/// Where the next cell begins.
fn after_cell(body: &str, at: usize, delimiter: u8) -> usize {
    at + cell_length(body, at, delimiter) + 1
}

/// How many bytes the cell at `at` takes, quotes included.
fn cell_length(body: &str, at: usize, delimiter: u8) -> usize {
    let bytes = body.as_bytes().get(at..).unwrap_or_default();
    let mut is_quoted = false;
    for (length, byte) in bytes.iter().enumerate() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' | b'\r' if !is_quoted => return length,
            byte if *byte == delimiter && !is_quoted => return length,
            _ => {}
        }
    }
    bytes.len()
}

fn header(
    cells: &[(String, usize)],
    file: FileIndex,
    offset: usize,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Option<&'static str>>> {
    let mut is_whole = true;
    let mut columns: Vec<Option<&'static str>> = Vec::new();
    for (name, at) in cells {
        let known = column_named(name);
        let place = place(file, offset + at, name.len());
        match known {
            Some(column) if columns.contains(&Some(column)) => diagnostics.push(
                Diagnostic::error(Code::DuplicateKey, place)
                    .with("key", name)
                    .help("help"),
            ),
            Some(_) => {}
            None => {
                is_whole = false;
                let names: Vec<&str> = COLUMNS.iter().map(|(column, _)| *column).collect();
                let problem = Diagnostic::error(Code::UnknownKey, place).with("key", name);
                diagnostics.push(fields::unknown_name(problem, &name.to_lowercase(), &names));
            }
        }
        columns.push(known);
    }
    is_whole.then_some(columns)
}

fn csv_shape(place: Place, what: &'static str, found: usize, expected: usize) -> Diagnostic {
    let problem = Diagnostic::error(Code::CsvShape, place)
        .with("what", what)
        .with("found", found)
        .with("expected", expected);
    problem.help(if what == "quote" {
        "help-quote"
    } else if what == "empty" {
        "help-empty"
    } else {
        "help-row"
    })
}

fn place(file: FileIndex, start: usize, length: usize) -> Place {
    let start = u32::try_from(start).unwrap_or(u32::MAX);
    Place {
        file,
        start,
        end: start.saturating_add(u32::try_from(length).unwrap_or(0)),
    }
}
