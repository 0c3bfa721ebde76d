//! Columns, bars and colours of the terminal. One column of a table may wrap; the others keep their width.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use textwrap::WordSplitter;
use unicode_width::UnicodeWidthStr;

use crate::model::{Exact, GradeBand};
use crate::score::Status;

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// One cell: its text and the style that it is shown in.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell {
    text: String,
    style: Style,
}

impl Cell {
    pub(super) fn new(text: impl Into<String>) -> Cell {
        Cell {
            text: text.into(),
            style: Style::new(),
        }
    }

    pub(super) fn styled(text: impl Into<String>, style: Style) -> Cell {
        Cell {
            text: text.into(),
            style,
        }
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Cell {
        Cell::new(text)
    }
}

/// Columns between two columns.
const GAP: usize = 2;

/// Takes a column out that has nothing to say.
pub(super) fn drop_column(rows: &mut [Vec<Cell>], aligns: &mut Vec<Align>, column: usize) {
    for row in rows {
        row.remove(column);
    }
    aligns.remove(column);
}

/// Sets rows in columns, the first column wrapped so that every line fits into `width`.
pub(super) fn set(rows: &[Vec<Cell>], aligns: &[Align], indent: usize, width: usize) -> String {
    let widths = column_widths(rows, aligns, indent, width);
    lay_out(rows, aligns, &widths, indent)
}

fn column_widths(rows: &[Vec<Cell>], aligns: &[Align], indent: usize, width: usize) -> Vec<usize> {
    let widest = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.text.width()).max().unwrap_or(0)
    };
    let mut widths: Vec<usize> = (0..aligns.len()).map(widest).collect();
    let others: usize = widths[1..].iter().map(|width| width + GAP).sum();
    let room = width.saturating_sub(indent + others).max(12);
    widths[0] = widths[0].min(room);
    widths
}

/// Takes from a last column of words what the first needs, down to half of what both have and to the longest
/// word.
fn share_with_last(
    widths: &mut [usize],
    rows: &[Vec<Cell>],
    aligns: &[Align],
    indent: usize,
    width: usize,
) {
    let last = widths.len() - 1;
    if last == 0 || aligns[last] == Align::Right {
        return;
    }
    let widest = |column: usize, measure: &dyn Fn(&str) -> usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| measure(&cell.text)).max().unwrap_or(0)
    };
    let between: usize = widths[1..last].iter().map(|width| width + GAP).sum();
    let room = width.saturating_sub(indent + between + GAP);
    let first = widest(0, &UnicodeWidthStr::width);
    let longest_word = |text: &str| text.split(' ').map(UnicodeWidthStr::width).max();
    let least = widest(last, &|text| longest_word(text).unwrap_or(0));
    let most = room.saturating_sub(first).max(room / 2).max(least);
    widths[last] = widths[last].min(most);
    widths[0] = first.min(room.saturating_sub(widths[last]).max(12));
}

/// As [`set`], but a last column of words wraps as well; a row of one cell is an aside that runs over all columns
/// below the row before it.
pub(super) fn set_with_asides(
    rows: &[Vec<Cell>],
    aligns: &[Align],
    (indent, aside_indent): (usize, usize),
    width: usize,
) -> String {
    let is_aside = |row: &Vec<Cell>| row.len() == 1;
    let in_columns: Vec<Vec<Cell>> = rows.iter().filter(|row| !is_aside(row)).cloned().collect();
    let mut widths = column_widths(&in_columns, aligns, indent, width);
    share_with_last(&mut widths, &in_columns, aligns, indent, width);
    let mut text = String::new();
    for row in rows {
        match row.as_slice() {
            [aside] if aside.text.is_empty() => text.push('\n'),
            [aside] => text.push_str(&unbroken(&aside.text, aside.style, aside_indent, width)),
            row => text.push_str(&lay_out(&[row.to_vec()], aligns, &widths, indent)),
        }
    }
    text
}

/// Sets rows in columns of given widths, the first column taking what `width` leaves: so that tables one
/// below the other line up.
pub(super) fn set_fixed(
    rows: &[Vec<Cell>],
    aligns: &[Align],
    others: &[usize],
    indent: usize,
    width: usize,
) -> String {
    let taken: usize = others.iter().map(|width| width + GAP).sum();
    let mut widths = vec![width.saturating_sub(indent + taken).max(12)];
    widths.extend(others);
    lay_out(rows, aligns, &widths, indent)
}

fn lay_out(rows: &[Vec<Cell>], aligns: &[Align], widths: &[usize], indent: usize) -> String {
    let mut text = String::new();
    for row in rows {
        let first = row.first().cloned().unwrap_or_default();
        let is_item = first.text.starts_with("• ");
        let below = if is_item { "  " } else { "" };
        let options = textwrap::Options::new(widths[0]).subsequent_indent(below);
        let lines = textwrap::wrap(&first.text, options);
        let last = last_cell(row, aligns, widths);
        for number in 0..lines.len().max(last.len()) {
            let mut written = " ".repeat(indent);
            let line = lines.get(number).map_or("", |line| line.as_ref());
            let mut cells = vec![Cell::styled(line, first.style)];
            if let Some(last) = last.get(number) {
                cells.extend(between(row, number));
                cells.push(last.clone());
            }
            for (column, cell) in cells.iter().enumerate() {
                if column > 0 {
                    written.push_str(&" ".repeat(GAP));
                }
                let is_last = column + 1 == cells.len();
                pad(
                    &mut written,
                    cell,
                    aligns[column],
                    if is_last && aligns[column] == Align::Left {
                        0
                    } else {
                        widths[column]
                    },
                );
            }
            text.push_str(written.trim_end());
            text.push('\n');
        }
    }
    text
}

/// The cells between a row's first and last, in one of its lines: all they hold stands in the first.
fn between(row: &[Cell], line: usize) -> impl Iterator<Item = Cell> {
    let cells = row.iter().skip(1).take(row.len().saturating_sub(2));
    cells.map(move |cell| match line {
        0 => cell.clone(),
        _ => Cell::default(),
    })
}

/// The lines of a row's last cell: one, unless it holds words that are wider than their column.
fn last_cell(row: &[Cell], aligns: &[Align], widths: &[usize]) -> Vec<Cell> {
    let Some(cell) = row.last().filter(|_| row.len() > 1) else {
        return Vec::new();
    };
    let column = row.len() - 1;
    if aligns[column] == Align::Right || cell.text.width() <= widths[column] {
        return vec![cell.clone()];
    }
    let options = textwrap::Options::new(widths[column])
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false);
    let lines = textwrap::wrap(&cell.text, options).into_iter();
    lines
        .map(|line| Cell::styled(line.as_ref(), cell.style))
        .collect()
}

fn pad(written: &mut String, cell: &Cell, align: Align, width: usize) {
    let space = " ".repeat(width.saturating_sub(cell.text.width()));
    let styled = painted(&cell.text, cell.style);
    match align {
        Align::Left => {
            written.push_str(&styled);
            written.push_str(&space);
        }
        Align::Right => {
            written.push_str(&space);
            written.push_str(&styled);
        }
    }
}

/// The columns that a text takes.
pub(super) fn columns(text: &str) -> usize {
    text.width()
}

/// A text in a style.
pub(super) fn painted(text: &str, style: Style) -> String {
    if text.is_empty() {
        return String::new();
    }
    let mut painted = String::new();
    write!(painted, "{style}{text}{style:#}").expect("a string takes everything");
    painted
}

pub(super) fn bold() -> Style {
    Style::new().bold()
}

pub(super) fn dim() -> Style {
    Style::new().dimmed()
}

/// A text over as many lines as it needs, each indented and in the style.
pub(super) fn paragraph(text: &str, style: Style, indent: usize, width: usize) -> String {
    hanging(text, style, (indent, ""), width)
}

/// As [`paragraph`], of a text behind a mark of one column, under which nothing else stands.
pub(super) fn marked(text: &str, style: Style, indent: usize, width: usize) -> String {
    hanging(text, style, (indent, "  "), width)
}

fn hanging(text: &str, style: Style, (indent, more): (usize, &str), width: usize) -> String {
    wrapped(
        text,
        style,
        indent,
        wrapping(indent, width).subsequent_indent(more),
    )
}

/// As [`paragraph`], for addresses and places: lines break at blanks alone, so that each can be copied.
pub(super) fn unbroken(text: &str, style: Style, indent: usize, width: usize) -> String {
    wrapped(
        text,
        style,
        indent,
        wrapping(indent, width).break_words(false),
    )
}

/// How lines are broken. An id is never broken at its hyphens: it is there to be copied.
fn wrapping<'w>(indent: usize, width: usize) -> textwrap::Options<'w> {
    let room = width.saturating_sub(indent).max(12);
    textwrap::Options::new(room).word_splitter(WordSplitter::NoHyphenation)
}

fn wrapped(text: &str, style: Style, indent: usize, options: textwrap::Options<'_>) -> String {
    let mut lines = String::new();
    for line in textwrap::wrap(text, options) {
        lines.push_str(&" ".repeat(indent));
        lines.push_str(&painted(&line, style));
        lines.push('\n');
    }
    lines
}

pub(super) fn good(text: &str) -> String {
    painted(text, colour(AnsiColor::Green))
}

/// The style of a number that lacks something; the numbers beside it say the same.
pub(super) fn lacking() -> Style {
    colour(AnsiColor::Yellow)
}

fn colour(colour: AnsiColor) -> Style {
    Style::new().fg_color(Some(colour.into()))
}

/// A status's sign and colour; the word beside it says the same.
pub(super) fn status_sign(status: Status) -> (&'static str, Style) {
    match status {
        Status::Missed => ("✕", colour(AnsiColor::Red)),
        Status::AtRisk => ("▼", colour(AnsiColor::Red)),
        Status::Behind => ("▽", colour(AnsiColor::Yellow)),
        Status::NoData | Status::NoBaseline => ("?", dim()),
        Status::OnTrack => ("●", colour(AnsiColor::Green)),
        Status::Planned => ("○", dim()),
        Status::Achieved => ("✓", colour(AnsiColor::Green)),
        Status::Dropped => ("–", dim()),
    }
}

/// The sign and colour of a grade's band; the word beside it says the same.
pub(super) fn grade_sign(band: GradeBand) -> (&'static str, Style) {
    match band {
        GradeBand::Red => ("▼", colour(AnsiColor::Red)),
        GradeBand::Yellow => ("▽", colour(AnsiColor::Yellow)),
        GradeBand::Green => ("●", colour(AnsiColor::Green)),
    }
}

/// Values as a line of blocks, oldest first, drawn as they are between the lowest and the highest of them: where
/// less is wanted, falling is good. Empty with fewer than two; of many, the latest `most`.
pub(super) fn sparkline(values: &[&Exact], most: usize) -> String {
    const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let shown = &values[values.len().saturating_sub(most)..];
    let (Some(lowest), Some(highest)) = (shown.iter().min(), shown.iter().max()) else {
        return String::new();
    };
    if shown.len() < 2 {
        return String::new();
    }
    let range = *highest - *lowest;
    let block = |value: &Exact| {
        let Some(share) = (value - *lowest).checked_div(&range) else {
            return BLOCKS[3];
        };
        let scaled = share * Exact::from(BLOCKS.len() - 1) + Exact::ratio(1, 2);
        BLOCKS[usize::try_from(scaled.floor().unwrap_or(0)).unwrap_or(0)]
    };
    shown.iter().map(|value| block(value)).collect()
}

/// A share as a bar, with a mark where it should be: `━━━━━━╸──│──`.
pub(super) fn bar(share: &Exact, mark: Option<&Exact>, width: usize) -> String {
    let cells = |share: &Exact| {
        let clamped = share.clamped(&Exact::ZERO, &Exact::ONE);
        let scaled = clamped * Exact::from(width) + Exact::ratio(1, 2);
        usize::try_from(scaled.floor().unwrap_or(0)).unwrap_or(0)
    };
    let filled = cells(share);
    let marked = mark.map(|mark| cells(mark).min(width.saturating_sub(1)));
    (0..width)
        .map(|cell| match (Some(cell) == marked, cell < filled) {
            (true, true) => '┿',
            (true, false) => '│',
            (false, true) => '━',
            (false, false) => '─',
        })
        .collect()
}
