//! A comparison as Markdown: a comment on a change, or the summary of a CI job. The sentence that matters comes first,
//! tables stand below it, and what they are made of is folded.

use super::markdown::{inert, plain};
use crate::report::note::{Note, Row, Section, Table};

/// A table with more rows is folded, whatever it says.
const MOST_OPEN: usize = 12;
/// The most rows that a table shows.
const MOST_ROWS: usize = 40;
/// A code host refuses a comment of more than 65 536 characters: a section that would lead there is named only.
const LONGEST: usize = 60_000;

/// A comparison as Markdown.
#[must_use]
pub fn markdown(note: &Note) -> String {
    let mut text = format!(
        "## {}\n\n**{}**\n",
        words(&note.title),
        words(&note.headline)
    );
    for remark in &note.remarks {
        text.push_str(&format!("\n{}\n", words(remark)));
    }
    for section in &note.sections {
        let heading = format!("\n### {}\n", words(&section.heading));
        let own = body(section);
        text.push_str(&heading);
        match text.len() + own.len() > LONGEST {
            true => text.push_str("\n…\n"),
            false => text.push_str(&own),
        }
    }
    text
}

fn body(section: &Section) -> String {
    let mut text = String::new();
    for line in &section.lines {
        text.push_str(&format!("\n{}\n", words(line)));
    }
    for table in &section.tables {
        text.push_str(&folded(table, &section.heading));
    }
    text
}

fn folded(table: &Table, heading: &str) -> String {
    let rows = laid_out(table);
    if !table.is_detail && table.rows.len() <= MOST_OPEN {
        return format!("\n{rows}");
    }
    let name = match table.name.as_str() {
        "" => heading,
        name => name,
    };
    let count = table.rows.len();
    format!(
        "\n<details>\n<summary>{} ({count})</summary>\n\n{rows}\n</details>\n",
        words(name)
    )
}

fn laid_out(table: &Table) -> String {
    let columns: Vec<String> = table.columns.iter().map(|column| words(column)).collect();
    let mut text = format!("| {} |\n| ---", columns.join(" | "));
    text.push_str(&" | ---:".repeat(columns.len().saturating_sub(1)));
    text.push_str(" |\n");
    for row in table.rows.iter().take(MOST_ROWS) {
        text.push_str(&line(row));
    }
    let more = table.rows.len().saturating_sub(MOST_ROWS);
    if more > 0 {
        let empty = " |".repeat(columns.len().saturating_sub(1));
        text.push_str(&format!("| … +{more} |{empty}\n"));
    }
    text
}

fn line(row: &Row) -> String {
    let mut cells: Vec<String> = row.cells.iter().map(|cell| words(cell)).collect();
    if let Some(first) = cells.first_mut()
        && !row.aside.is_empty()
    {
        first.push_str(&format!("<br><sub>{}</sub>", words(&row.aside)));
    }
    format!("| {} |\n", cells.join(" | "))
}

/// The words of a text. Nothing in them is acted on.
fn words(text: &str) -> String {
    inert(&plain(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_people_wrote_is_acted_on() {
        let row = Row {
            cells: vec!["<img src=x> | @ana fixes #77".to_owned(), "1".to_owned()],
            aside: "[x](javascript:alert(1))".to_owned(),
        };
        let line = line(&row);
        for live in ["<img", "@ana", "#77", "](", "javascript:"] {
            assert!(!line.contains(live), "{live} in {line}");
        }
        assert_eq!(line.matches('|').count(), 3, "{line}");
    }

    #[test]
    fn a_comment_is_never_longer_than_a_code_host_takes() {
        let row = Row {
            cells: vec!["x".repeat(1000), "1".to_owned()],
            aside: String::new(),
        };
        let section = Section {
            heading: "Many".to_owned(),
            lines: Vec::new(),
            tables: vec![Table {
                is_detail: false,
                name: "Rows".to_owned(),
                columns: vec!["a".to_owned(), "b".to_owned()],
                rows: vec![row; 100],
            }],
        };
        let note = Note {
            title: "t".to_owned(),
            headline: "h".to_owned(),
            remarks: Vec::new(),
            sections: vec![section; 5],
        };
        let text = markdown(&note);
        assert!(text.len() < 65_536, "{}", text.len());
        assert!(text.contains("<summary>Rows (100)</summary>"));
        assert!(text.contains("| … +60 | |"));
        assert_eq!(text.matches("### Many").count(), 5);
    }
}
