//! Text to cells that know where they stand: comma, semicolon, tab or bar between them, quotes around those that need
//! it. Unlike our own files, a foreign cell may hold line breaks.

use super::place;
use crate::model::{FileIndex, Place};

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    /// Its text without quotes, and without blanks around it.
    pub(super) text: String,
    /// Where it stands, quotes included.
    start: usize,
    end: usize,
}

/// What exports write where there is no value, in small letters.
const NOTHING: [&str; 19] = [
    "", "-", "--", "–", "—", "n/a", "na", "n/d", "nd", "s/d", "s/i", "n.d.", "n.a.", "null",
    "none", "nan", "#n/a", "#n/d", "#div/0!",
];

impl Cell {
    pub(super) fn place(&self, file: FileIndex) -> Place {
        place(file, self.start, self.end)
    }

    /// Whether it is empty, or says that there is no value: missing is not zero.
    pub(super) fn says_nothing(&self) -> bool {
        NOTHING.contains(&self.text.to_lowercase().as_str())
    }
}

/// One row.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
}

impl Row {
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.is_empty())
    }

    /// A row is cited by its first cell that holds something.
    pub(super) fn place(&self, file: FileIndex) -> Place {
        let mut cells = self.cells.iter();
        let first = cells.find(|cell| !cell.text.is_empty());
        first
            .or(self.cells.first())
            .map_or(place(file, 0, 0), |cell| cell.place(file))
    }
}

/// The rows of a text, blank lines left out; the place of a quote that is never closed is the error.
pub(super) fn table(text: &str) -> Result<Vec<Row>, usize> {
    let (start, named) = after_separator_line(text);
    let delimiter = named.unwrap_or_else(|| delimiter(&text[start..]));
    let mut rows = Vec::new();
    let mut row = Row::default();
    let mut at = start;
    while at < text.len() {
        let (cell, next) = cell(text, at, delimiter)?;
        row.cells.push(cell);
        let sign = text[next..].chars().next();
        if sign == Some(delimiter) {
            at = next + delimiter.len_utf8();
            if at < text.len() {
                continue;
            }
        } else {
            at = next + line_end(&text[next..]);
        }
        rows.push(std::mem::take(&mut row));
    }
    rows.retain(|row| !row.is_blank());
    Ok(rows)
}

/// Excel's first line `sep=;` names the delimiter and is no row.
fn after_separator_line(text: &str) -> (usize, Option<char>) {
    let line = text.lines().next().unwrap_or_default();
    let lower = line.trim().trim_matches('"').to_lowercase();
    let sign = lower
        .strip_prefix("sep=")
        .and_then(|rest| rest.chars().next());
    match sign {
        Some(sign) => (line.len() + line_end(&text[line.len()..]), Some(sign)),
        None => (0, None),
    }
}

/// The sign that stands most often, outside of quotes, in the line that has most of them.
fn delimiter(text: &str) -> char {
    const CANDIDATES: [char; 4] = [';', '\t', ',', '|'];
    const LINES: usize = 15;
    let counts = |line: &str| {
        let mut is_quoted = false;
        let mut counts = [0usize; CANDIDATES.len()];
        for letter in line.chars() {
            if letter == '"' {
                is_quoted = !is_quoted;
            } else if let (false, Some(index)) = (
                is_quoted,
                CANDIDATES.iter().position(|candidate| *candidate == letter),
            ) {
                counts[index] += 1;
            }
        }
        counts
    };
    let mut lines = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(LINES);
    // Of prose above the header, which has commas, the first line that has other signs is the better witness.
    let first = lines.clone().next().map(counts).unwrap_or_default();
    let best = lines
        .find_map(|line| {
            let found = counts(line);
            let others = [found[0], found[1], found[3]];
            others.iter().any(|count| *count > 0).then_some(found)
        })
        .filter(|found| found[0] + found[1] + found[3] >= first[2].min(1))
        .unwrap_or(first);
    let mut index = 0;
    for (candidate, count) in best.iter().enumerate() {
        if *count > best[index] {
            index = candidate;
        }
    }
    if best[index] == 0 {
        ','
    } else {
        CANDIDATES[index]
    }
}

/// The cell that begins at a byte, and where what follows it begins.
fn cell(text: &str, at: usize, delimiter: char) -> Result<(Cell, usize), usize> {
    let rest = &text[at..];
    let blanks = rest.len() - rest.trim_start_matches(' ').len();
    if rest[blanks..].starts_with('"') {
        return quoted(text, at + blanks, delimiter);
    }
    let is_end = |letter: char| letter == delimiter || letter == '\n' || letter == '\r';
    let length = rest.find(is_end).unwrap_or(rest.len());
    let written = &rest[..length];
    let start = at + written.len() - written.trim_start().len();
    let text = written.trim();
    let cell = Cell {
        text: text.to_owned(),
        start: start.min(at + length),
        end: start.min(at + length) + text.len(),
    };
    Ok((cell, at + length))
}

fn quoted(text: &str, open: usize, delimiter: char) -> Result<(Cell, usize), usize> {
    let mut value = String::new();
    let mut at = open + 1;
    loop {
        let Some(length) = text[at..].find('"') else {
            return Err(open);
        };
        value.push_str(&text[at..at + length]);
        at += length + 1;
        if !text[at..].starts_with('"') {
            break;
        }
        value.push('"');
        at += 1;
    }
    let end = at;
    // What stands behind the closing quote by mistake belongs to the cell.
    let is_end = |letter: char| letter == delimiter || letter == '\n' || letter == '\r';
    let length = text[at..].find(is_end).unwrap_or(text.len() - at);
    value.push_str(text[at..at + length].trim_end());
    let cell = Cell {
        text: value.trim().to_owned(),
        start: open,
        end,
    };
    Ok((cell, at + length))
}

fn line_end(rest: &str) -> usize {
    match rest.as_bytes() {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_cut_as_spreadsheets_write_them() {
        #[track_caller]
        fn case(text: &str, expected: &[&[&str]]) {
            let rows = table(text).expect("quotes are closed");
            let found: Vec<Vec<&str>> = rows
                .iter()
                .map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect())
                .collect();
            assert_eq!(found, expected, "{text}");
        }
        case("a,b\n1,2\n", &[&["a", "b"], &["1", "2"]]);
        case(
            "a;b\r\n1,5;\"x;\"\"y\"\"\"\r\n",
            &[&["a", "b"], &["1,5", "x;\"y\""]],
        );
        case("a\tb\n\n1\t2", &[&["a", "b"], &["1", "2"]]);
        case("sep=;\na;b,c\n1;2\n", &[&["a", "b,c"], &["1", "2"]]);
        case(
            "a,b\n\"one\ntwo\", 2 \n",
            &[&["a", "b"], &["one\ntwo", "2"]],
        );
        case("a,b\n1,\n", &[&["a", "b"], &["1", ""]]);
        case(
            "Report, weekly\na;b;c\n1;2;3",
            &[&["Report, weekly"], &["a", "b", "c"], &["1", "2", "3"]],
        );
        assert_eq!(table("a,b\n\"one,2\n").err(), Some(4));
    }

    #[test]
    fn a_cell_knows_where_it_stands() {
        let text = "mês;valor\n set/26 ;\"1,5\"";
        let rows = table(text).expect("quotes are closed");
        let at = |cell: &Cell| &text[cell.start..cell.end];
        assert_eq!(at(&rows[1].cells[0]), "set/26");
        assert_eq!(at(&rows[1].cells[1]), "\"1,5\"");
    }
}
