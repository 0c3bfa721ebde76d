//! A comparison in words on the terminal.

use crate::cli::table::{self, Align, Cell};
use crate::report::note::{Note, Section, Table};

/// A comparison, in lines of `width` columns.
pub(super) fn text(note: &Note, width: usize) -> String {
    let mut text = table::paragraph(&note.title, table::bold(), 0, width);
    for remark in &note.remarks {
        text.push_str(&table::paragraph(remark, table::dim(), 0, width));
    }
    let headline = table::paragraph(&note.headline, anstyle::Style::new(), 0, width);
    text.push_str(&format!("\n{headline}"));
    for section in &note.sections {
        text.push_str(&part(section, width));
    }
    text
}

fn part(section: &Section, width: usize) -> String {
    let heading = table::paragraph(&section.heading, table::bold(), 0, width);
    let mut text = format!("\n{heading}");
    for line in &section.lines {
        text.push_str(&table::unbroken(line, anstyle::Style::new(), 2, width));
    }
    for (index, own) in section.tables.iter().enumerate() {
        if index > 0 {
            text.push('\n');
        }
        text.push_str(&rows(own, width));
    }
    text
}

fn rows(own: &Table, width: usize) -> String {
    let heads = own
        .columns
        .iter()
        .map(|head| Cell::styled(head, table::dim()));
    let mut rows = vec![heads.collect::<Vec<_>>()];
    for row in &own.rows {
        rows.push(row.cells.iter().map(Cell::new).collect());
        if !row.aside.is_empty() {
            rows.push(vec![Cell::styled(&row.aside, table::dim())]);
        }
    }
    let mut aligns = vec![Align::Right; own.columns.len()];
    if let Some(first) = aligns.first_mut() {
        *first = Align::Left;
    }
    table::set_with_asides(&rows, &aligns, (2, 4), width)
}
