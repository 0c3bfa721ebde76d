//! How a CSV file of readings is laid out, so that rows can be added as its author has them: the order of columns,
//! what stands between cells, the decimal sign and the ends of lines.

use std::ops::Range;

use super::kpi::COLUMNS;
use super::table::{column_named, delimiter_of, is_grouped, is_number_column};

/// A reading to be written, by the names of its columns.
#[derive(Debug, Clone, Default)]
pub struct NewRow {
    values: Vec<(&'static str, String)>,
}

impl NewRow {
    /// Gives a column its value; numbers with a decimal point.
    ///
    /// # Panics
    /// When there is no such column.
    pub fn set(&mut self, column: &'static str, value: impl Into<String>) {
        let is_known = COLUMNS.iter().any(|(name, _)| *name == column);
        assert!(is_known, "`{column}` is the name of a column");
        self.values.retain(|(name, _)| *name != column);
        self.values.push((column, value.into()));
    }

    /// The value of a column.
    #[must_use]
    pub fn get(&self, column: &str) -> Option<&str> {
        let mut values = self.values.iter();
        values
            .find(|(name, _)| *name == column)
            .map(|(_, value)| value.as_str())
    }
}

/// What a file has to say about rows that are added to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The columns by their names here, in the order of the file.
    columns: Vec<&'static str>,
    delimiter: char,
    has_decimal_comma: bool,
    line_end: &'static str,
    /// Where the header stands in the text, its byte-order mark left out.
    pub header: Range<usize>,
}

/// A file with rows added.
#[derive(Debug)]
pub struct Grown {
    /// The text as it was, and the rows behind it.
    pub text: String,
    /// Where each row stands.
    pub rows: Vec<Written>,
}

/// Where a row stands in a text, its byte-order mark left out.
#[derive(Debug, Clone)]
pub struct Written {
    /// Its bytes, without the end of its line.
    pub bytes: Range<usize>,
    /// Its line, from 1.
    pub line: usize,
    /// Each cell that holds something, by the name of its column.
    pub cells: Vec<(&'static str, Range<usize>)>,
}

const MARK: char = '\u{feff}';

impl Layout {
    /// The layout of a text; `None` where there is no header. Columns that nothing reads are errors of the reader,
    /// and are left empty here.
    #[must_use]
    pub fn of(text: &str) -> Option<Layout> {
        let body = text.strip_prefix(MARK).unwrap_or(text);
        let header = body.lines().find(|line| !line.trim().is_empty())?;
        let start = body.find(header)?;
        let delimiter = char::from(delimiter_of(header));
        let columns: Vec<&'static str> = header
            .split(delimiter)
            .map(|name| column_named(name.trim().trim_matches('"')).unwrap_or_default())
            .collect();
        let line_end = match body.contains("\r\n") {
            true => "\r\n",
            false => "\n",
        };
        let mut layout = Layout {
            columns,
            delimiter,
            has_decimal_comma: false,
            line_end,
            header: start..start + header.len(),
        };
        layout.has_decimal_comma = layout.writes_decimal_commas(&body[start + header.len()..]);
        Some(layout)
    }

    /// The layout of a file that is begun.
    #[must_use]
    pub fn begun(columns: &[&'static str]) -> Layout {
        Layout {
            columns: columns.to_vec(),
            delimiter: ',',
            has_decimal_comma: false,
            line_end: "\n",
            header: 0..columns.join(",").len(),
        }
    }

    /// Only among semicolons is a comma a decimal sign; there it is, unless the numbers have points.
    fn writes_decimal_commas(&self, rows: &str) -> bool {
        if self.delimiter != ';' {
            return false;
        }
        let is_between_digits = |cell: &str, sign: char| {
            cell.match_indices(sign).any(|(at, _)| {
                let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
                let bytes = cell.as_bytes();
                at > 0 && digit(bytes.get(at - 1)) && digit(bytes.get(at + 1))
            })
        };
        let mut has_point = false;
        for line in rows.lines() {
            for (cell, column) in line.split(self.delimiter).zip(&self.columns) {
                if is_number_column(column) && is_between_digits(cell, ',') {
                    return true;
                }
                has_point |= is_number_column(column) && is_between_digits(cell, '.');
            }
        }
        !has_point
    }

    /// The columns that a row needs and the file does not have.
    pub fn lacking<'r>(&self, row: &'r NewRow) -> impl Iterator<Item = &'static str> + use<'r> {
        let columns = self.columns.clone();
        let needed = row.values.iter().map(|(name, _)| *name);
        let is_day = row.get("period").is_some_and(|period| period.len() == 10);
        needed.filter(move |name| {
            let may_be_date = *name == "period" && is_day && columns.contains(&"date");
            !columns.contains(name) && !may_be_date
        })
    }

    /// What stands between the names of the header.
    #[must_use]
    pub fn delimiter(&self) -> char {
        self.delimiter
    }

    /// A text with rows behind it, and a header before them where there is none yet.
    #[must_use]
    pub fn grown(&self, before: &str, rows: &[NewRow]) -> Grown {
        let mut text = before.to_owned();
        let body = before.strip_prefix(MARK).unwrap_or(before);
        if body.trim().is_empty() {
            let header = self.columns.join(&self.delimiter.to_string());
            text.push_str(&header);
            text.push_str(self.line_end);
        } else if !text.ends_with('\n') {
            text.push_str(self.line_end);
        }
        let mark = text.len() - text.strip_prefix(MARK).unwrap_or(&text).len();
        let mut line = text.matches('\n').count();
        let mut places = Vec::with_capacity(rows.len());
        for row in rows {
            line += 1;
            places.push(self.push(row, line, mark, &mut text));
            text.push_str(self.line_end);
        }
        Grown { text, rows: places }
    }

    fn push(&self, row: &NewRow, line: usize, mark: usize, text: &mut String) -> Written {
        let first = text.len() - mark;
        let mut cells = Vec::new();
        let has_period = self.columns.contains(&"period");
        for (index, column) in self.columns.iter().enumerate() {
            if index > 0 {
                text.push(self.delimiter);
            }
            let name = match *column {
                "date" if !has_period => "period",
                column => column,
            };
            if let Some(value) = row.get(name) {
                let start = text.len() - mark;
                text.push_str(&self.cell(name, value));
                cells.push((name, start..text.len() - mark));
            }
        }
        Written {
            bytes: first..text.len() - mark,
            line,
            cells,
        }
    }

    /// A value as it stands in a cell: with the file's decimal sign, in quotes where it needs them.
    fn cell(&self, column: &str, value: &str) -> String {
        let is_number = is_number_column(column);
        // Among semicolons `1.455` could be one thousand and more.
        let is_unclear = self.delimiter == ';' && is_grouped(value);
        let value = match is_number && (self.has_decimal_comma || is_unclear) {
            true => value.replace('.', ","),
            false => value.to_owned(),
        };
        let needs_quotes = value.contains([self.delimiter, '"', '\n', '\r']);
        match needs_quotes {
            true => format!("\"{}\"", value.replace('"', "\"\"")),
            false => value,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(values: &[(&'static str, &str)]) -> NewRow {
        let mut row = NewRow::default();
        for (name, value) in values {
            row.set(name, *value);
        }
        row
    }

    #[test]
    fn a_row_follows_the_file_that_it_joins() {
        #[track_caller]
        fn case(before: &str, added: &str) {
            let row = row(&[
                ("kpi", "csat"),
                ("period", "2026-10"),
                ("value", "82.5%"),
                ("note", "a; \"b\", c"),
            ]);
            let grown = Layout::of(before).expect("a header").grown(before, &[row]);
            assert_eq!(grown.text, format!("{before}{added}"));
            let body = grown.text.strip_prefix(MARK).unwrap_or(&grown.text);
            let written = &grown.rows[0];
            let last = body.trim_end().lines().last().expect("a line");
            assert_eq!(&body[written.bytes.clone()], last);
            assert_eq!(written.line, body.trim_end().lines().count());
            let kpi = written.cells.iter().find(|(name, _)| *name == "kpi");
            assert_eq!(&body[kpi.expect("a cell").1.clone()], "csat");
        }
        case(
            "kpi,period,value,note\n",
            "csat,2026-10,82.5%,\"a; \"\"b\"\", c\"\n",
        );
        // Another order, Portuguese names, a decimal comma, no end of the last line.
        case(
            "\u{feff}valor;indicador;nota;período\r\n1,5h;x;;2026-09",
            "\r\n82,5%;csat;\"a; \"\"b\"\", c\";2026-10\r\n",
        );
        case(
            "kpi;period;value;note\nx;2026-09;1.5h;\n",
            "csat;2026-10;82.5%;\"a; \"\"b\"\", c\"\n",
        );
    }

    #[test]
    fn a_day_may_stand_under_date_and_a_month_may_not() {
        let layout = Layout::of("kpi,date,value\n").expect("a header");
        let day = row(&[("kpi", "x"), ("period", "2026-10-02"), ("value", "1")]);
        assert_eq!(layout.lacking(&day).count(), 0);
        assert_eq!(
            layout.grown("kpi,date,value\n", &[day]).text,
            "kpi,date,value\nx,2026-10-02,1\n"
        );
        let month = row(&[("kpi", "x"), ("period", "2026-10"), ("n", "1")]);
        let lacking: Vec<&str> = layout.lacking(&month).collect();
        assert_eq!(lacking, ["period", "n"]);
    }

    #[test]
    fn among_semicolons_a_thousandth_is_no_thousand() {
        let layout = Layout::of("kpi;value\nx;1.5\n").expect("a header");
        let grown = layout.grown("kpi;value\nx;1.5\n", &[row(&[("value", "1.455")])]);
        assert!(grown.text.ends_with("\n;1,455\n"), "{}", grown.text);
    }
}
