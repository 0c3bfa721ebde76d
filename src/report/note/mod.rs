//! A comparison in words, to be laid out on the terminal or as Markdown: what moved, the most important first.
//!
//! [`base`] tells what moved since an earlier commit, [`ends`] what is different between two days, cycles or
//! assessments; [`assessment`] and [`okr`] write the parts that both have.

mod assessment;
mod base;
mod ends;
mod okr;

use crate::locale::{Locale, Word};
use crate::model::{Exact, Text};
use crate::report::step_words::{from_to, no_value, points};
use crate::score::compare::{Ends, State};

/// A comparison in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What is compared.
    pub title: String,
    /// What moved, in a sentence.
    pub headline: String,
    /// What to know about the two ends.
    pub remarks: Vec<String>,
    /// What moved, one part after the other.
    pub sections: Vec<Section>,
}

/// A part of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// What it is about.
    pub heading: String,
    /// Sentences.
    pub lines: Vec<String>,
    /// Tables, each behind the one before.
    pub tables: Vec<Table>,
}

/// A table: words in its first column, figures in the others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Whether it says where the figures of a table before it come from.
    pub is_detail: bool,
    /// What its rows are, for where it is folded; empty where the heading above it says so.
    pub name: String,
    /// What each column is.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// One cell a column.
    pub cells: Vec<String>,
    /// What more there is to say of it; empty where there is nothing.
    pub aside: String,
}

/// Decimals of a score.
const SCORE: usize = 2;
/// Decimals of what a single answer moved it by.
const MOVED: usize = 3;
/// The most things that a headline names.
const MOST_NAMED: usize = 6;

/// Writes the parts of a note.
struct Writer<'n> {
    states: Ends<State<'n>>,
    /// What stands above the figures of each end.
    names: Ends<String>,
    locale: &'n Locale,
}

impl Writer<'_> {
    fn say(&self, key: &str) -> String {
        self.locale.say(key, &[])
    }

    fn say_count(&self, key: &str, count: usize) -> String {
        self.locale.say(key, &[("count", Word::from(count))])
    }

    fn say_of(&self, key: &str, name: &str, word: impl Into<String>) -> String {
        let word = Word::from(word.into());
        self.locale.say(key, &[(name, word)])
    }

    fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.in_language(self.locale.language())
    }

    fn score(&self, number: Option<&Exact>) -> String {
        number.map_or_else(no_value, |number| self.locale.number(number, SCORE))
    }

    fn percent(&self, share: Option<&Exact>) -> String {
        share.map_or_else(no_value, |share| self.locale.percent(share, 0))
    }

    /// A change of a share, in percentage points.
    fn points(&self, change: Option<&Exact>) -> String {
        change.map_or_else(no_value, |change| points(self.locale, change))
    }

    fn signed(&self, change: Option<&Exact>, places: usize) -> String {
        change.map_or_else(no_value, |change| self.locale.change(change, places))
    }

    /// An index at both ends, in short. A change too small for its digits is said beside it.
    fn index_in_short(&self, index: Ends<Option<&Exact>>) -> String {
        let shown = from_to(&index.map(|index| self.score(index)));
        let small = index.change();
        let small = small.filter(|change| self.locale.is_shown_as_zero(change, SCORE));
        match small {
            Some(change) => format!("{shown} ({})", self.signed(Some(&change), SCORE)),
            None => shown,
        }
    }

    /// The progress of a cycle at both ends, in short.
    fn progress_in_short(&self, progress: Ends<Option<&Exact>>) -> String {
        let shown = progress.map(|share| self.percent(share));
        if progress.are_same() {
            return self.say_of("compare-same", "figure", shown.b);
        }
        match (shown.are_same(), progress.change()) {
            // What is less than a percent shows in points.
            (true, Some(change)) => format!("{} ({})", shown.b, self.points(Some(&change))),
            _ => from_to(&shown),
        }
    }

    /// The progress of a cycle at both ends, in a sentence.
    fn progressed(&self, progress: Ends<Option<&Exact>>) -> String {
        let shown = progress.map(|share| self.percent(share));
        if progress.are_same() {
            return self.say_of("compare-cycle-same", "progress", shown.b);
        }
        let Some(change) = progress.change() else {
            return self.say_of("compare-cycle-came", "progress", from_to(&shown));
        };
        let words = [
            ("progress", Word::from(from_to(&shown))),
            ("change", Word::from(self.points(Some(&change)))),
        ];
        self.locale.say("compare-cycle-step", &words)
    }

    /// The heads of a table of figures at both ends.
    fn columns(&self, first: String, last: String) -> Vec<String> {
        vec![first, self.names.a.clone(), self.names.b.clone(), last]
    }
}

/// What a headline says of many things: the first few of them.
fn headline(mut named: Vec<String>, locale: &Locale) -> String {
    let more = named.len().saturating_sub(MOST_NAMED);
    named.truncate(MOST_NAMED);
    if more > 0 {
        named.push(locale.say("compare-more", &[("count", Word::from(more))]));
    }
    named.join(" · ")
}

fn level(level: Option<u32>) -> String {
    level.map_or_else(no_value, |level| level.to_string())
}
