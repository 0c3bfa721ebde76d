//! Which column of a foreign file holds what, by its header.

use super::cells::Row;
use super::dates::{DayOrder, Stands, period_of_header};
use super::values::DecimalSign;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggest};
use crate::model::{FileIndex, Kpi, Language, Period, WorkingDay, without_accent};

/// What is asked for, besides the file.
#[derive(Debug)]
pub struct Asked<'a> {
    /// The KPIs at hand.
    pub kpis: &'a [Kpi],
    /// The one that every row is of.
    pub kpi: Option<usize>,
    /// Columns named by hand, each with its header.
    pub columns: Vec<(Column, String)>,
    /// Headers of columns that nothing is to be taken from.
    pub skipped: Vec<String>,
    /// The header of the column that tells parts of the population apart.
    pub segment: Option<String>,
    /// What a date in the column of periods stands for.
    pub stands: Option<Stands>,
    /// Which number of `03/04/2026` is the day.
    pub day_order: Option<DayOrder>,
    /// The sign before decimals.
    pub decimal: Option<DecimalSign>,
    /// The month in which the fiscal year begins, 1 to 12.
    pub fiscal_start: u32,
    /// How long a working day is, where the workspace says so.
    pub working_day: Option<&'a WorkingDay>,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// One of ours, by its name.
    Ours(&'static str),
    /// Values of the KPI at this position.
    Kpi(usize),
}

/// Our columns with the headers that people give them, without accents.
const OURS: [(&str, &[&str]); 10] = [
    (
        "kpi",
        &["kpi", "indicador", "indicator", "metric", "metrica"],
    ),
    (
        "period",
        &[
            "period",
            "periodo",
            "competencia",
            "mes referencia",
            "mes de referencia",
            "mes ano",
        ],
    ),
    ("date", &["date", "data", "day", "dia"]),
    ("value", &["value", "valor", "resultado", "result"]),
    ("numerator", &["numerator", "numerador"]),
    ("denominator", &["denominator", "denominador"]),
    ("n", &["n", "casos", "cases"]),
    ("segment", &["segment", "segmento"]),
    ("source", &["source", "fonte"]),
    ("note", &["note", "observacao", "observacoes"]),
];

/// What rows begin with that sum others up.
const TOTALS: [&str; 8] = [
    "total", "totals", "totais", "subtotal", "soma", "sum", "media", "average",
];

/// Headers that say how long a period is.
const LENGTHS: [(&[&str], Stands); 4] = [
    (&["week", "semana"], Stands::Week),
    (
        &[
            "month",
            "mes",
            "mes ano",
            "mes referencia",
            "mes de referencia",
            "competencia",
        ],
        Stands::Month,
    ),
    (&["quarter", "trimestre"], Stands::Quarter),
    (&["year", "ano"], Stands::Year),
];

impl Column {
    /// The column that goes by this name: one of ours in either language, or a KPI by id or title.
    #[must_use]
    pub fn named(name: &str, kpis: &[Kpi]) -> Option<Column> {
        let folded = folded(name);
        let ours = OURS
            .iter()
            .find(|(_, names)| names.contains(&folded.as_str()));
        let of_length = LENGTHS
            .iter()
            .any(|(names, _)| names.contains(&folded.as_str()));
        match ours {
            Some((name, _)) => Some(Column::Ours(name)),
            None if of_length => Some(Column::Ours("period")),
            None => kpi_named(name, kpis).map(Column::Kpi),
        }
    }

    /// The names of our columns.
    #[must_use]
    pub fn ours() -> [&'static str; OURS.len()] {
        OURS.map(|(name, _)| name)
    }
}

/// What a column is taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    /// One of ours.
    Ours(&'static str),
    /// The period or date of each row.
    When,
    /// Values of a KPI.
    Kpi(usize),
    /// Values of the period that is its header.
    Period(Period),
    /// Parts of the population.
    Segment,
    /// Nothing is taken from it.
    Unused,
}

/// A column with its header.
#[derive(Debug)]
pub(super) struct Headed {
    pub(super) title: String,
    pub(super) role: Role,
    /// The unit in brackets behind its title: `(%)`, `[min]`.
    pub(super) unit: Option<String>,
}

/// The header of a foreign file.
#[derive(Debug)]
pub(super) struct Header {
    /// The row that it is.
    pub(super) row: usize,
    pub(super) columns: Vec<Headed>,
    /// The column of the KPI's name.
    pub(super) kpi: Option<usize>,
    /// The column of the period, with what a date in it stands for.
    pub(super) period: Option<(usize, Option<Stands>)>,
}

impl Header {
    /// The KPI of the first column that holds values of one.
    pub(super) fn first_kpi(&self) -> Option<usize> {
        self.columns.iter().find_map(|column| match column.role {
            Role::Kpi(kpi) => Some(kpi),
            _ => None,
        })
    }

    /// Whether a row sums others up: it says so in place of its period, or of its part of the population.
    pub(super) fn sums_up(&self, row: &Row) -> bool {
        let columns = self.columns.iter().zip(&row.cells);
        let mut names =
            columns.filter(|(column, _)| matches!(column.role, Role::When | Role::Segment));
        names.any(|(_, cell)| {
            let folded = folded(&cell.text);
            let first = folded.split(' ').next().unwrap_or_default();
            TOTALS.contains(&first) || folded == "grand total"
        })
    }

    /// Whether a row holds anything that a reading could be made of.
    pub(super) fn has_value(&self, row: &Row) -> bool {
        let columns = self.columns.iter().zip(&row.cells);
        let mut values = columns.filter(|(column, _)| match &column.role {
            Role::Ours(name) => super::values::is_number(name),
            Role::Kpi(_) | Role::Period(_) => true,
            Role::When | Role::Segment | Role::Unused => false,
        });
        values.any(|(_, cell)| !cell.says_nothing())
    }
}

/// The header: the first row, or the first of some that has a column of periods, where a title stands above it.
/// `None` after noting what it lacks.
pub(super) fn header(
    file: FileIndex,
    table: &[Row],
    asked: &Asked<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Header> {
    const ROWS: usize = 15;
    let Some(first) = table.first() else {
        let problem = Diagnostic::error(Code::CsvShape, super::place(file, 0, 0));
        let problem = problem.with("what", "empty").with("found", 0);
        diagnostics.push(problem.with("expected", 0).help("help-foreign-empty"));
        return None;
    };
    let candidates = table.iter().take(ROWS).enumerate();
    let mut headers = candidates.map(|(row, cells)| told_apart(row, cells, asked));
    let found = headers.find(Header::has_period);
    let header = found.unwrap_or_else(|| told_apart(0, first, asked));
    header
        .check(file, &table[header.row], asked, diagnostics)
        .then_some(header)
}

fn told_apart(row: usize, cells: &Row, asked: &Asked<'_>) -> Header {
    let mut header = Header {
        row,
        columns: Vec::with_capacity(cells.cells.len()),
        kpi: None,
        period: None,
    };
    let has_name = |name: &str| {
        let named = asked
            .columns
            .iter()
            .any(|(column, _)| *column == Column::Ours(name_of(name)));
        named
            || cells
                .cells
                .iter()
                .any(|cell| automatic(&cell.text) == Some(name_of(name)))
    };
    let is_long = asked.kpi.is_some() || has_name("kpi");
    let has_value = has_name("value") || has_name("numerator");
    let by_hand = |title: &str| {
        let mut columns = asked.columns.iter();
        let folded = folded(title);
        columns
            .find(|(_, header)| header == title)
            .or_else(|| {
                asked
                    .columns
                    .iter()
                    .find(|(_, header)| self::folded(header) == folded)
            })
            .map(|(column, _)| *column)
    };
    let is_segment = |title: &str| {
        asked
            .segment
            .as_deref()
            .is_some_and(|segment| folded(segment) == folded(title))
    };
    let is_skipped = |title: &str| {
        let mut skipped = asked.skipped.iter();
        skipped.any(|skipped| folded(skipped) == folded(title))
    };
    for (index, cell) in cells.cells.iter().enumerate() {
        let (title, unit) = (cell.text.clone(), unit_in(&cell.text));
        let by_hand = by_hand(&title);
        let is_taken_by_hand = |name: &str| {
            let mut columns = asked.columns.iter();
            columns.any(|(column, _)| *column == Column::Ours(name_of(name)))
        };
        let own = automatic(&title).filter(|name| !is_taken_by_hand(name));
        let kpi = kpi_named(&title, asked.kpis);
        let mut role = match (by_hand, own) {
            _ if is_skipped(&title) => Role::Unused,
            _ if is_segment(&title) => Role::Segment,
            (Some(Column::Ours(name)), _) | (None, Some(name)) => Role::Ours(name),
            (Some(Column::Kpi(kpi)), _) => Role::Kpi(kpi),
            (None, None) => match kpi {
                Some(kpi) if !is_long => Role::Kpi(kpi),
                Some(kpi) if asked.kpi == Some(kpi) && !has_value => Role::Ours("value"),
                _ => match period_of_header(&title).filter(|_| is_long) {
                    Some(period) => Role::Period(period),
                    None => Role::Unused,
                },
            },
        };
        let is_again = header
            .columns
            .iter()
            .any(|column: &Headed| column.role == role);
        match role {
            Role::Ours("kpi") if header.kpi.is_none() => header.kpi = Some(index),
            Role::Ours("period" | "date") if header.period.is_none() => {
                let stands = match by_hand {
                    Some(Column::Ours("date")) => Some(Stands::Day),
                    _ => length(&title),
                };
                header.period = Some((index, stands));
                role = Role::When;
            }
            // A second one of a kind is not used, and is listed.
            Role::Ours("period" | "date" | "kpi") => role = Role::Unused,
            _ if is_again && role != Role::Unused => role = Role::Unused,
            _ => {}
        }
        header.columns.push(Headed { title, role, unit });
    }
    // A file for one KPI names it or not: what the command line says stands.
    if asked.kpi.is_some() {
        header.kpi = None;
    }
    header
}

impl Header {
    /// Whether rows have a period, or columns: of those there are several, or KPIs beside them. One alone may be a
    /// cell of a row below the header.
    fn has_period(&self) -> bool {
        let is_period = |column: &&Headed| matches!(column.role, Role::Period(_));
        let periods = self.columns.iter().filter(is_period).count();
        self.period.is_some() || periods > 1 || periods == 1 && self.kpi.is_some()
    }

    fn has(&self, is_it: impl Fn(&Role) -> bool) -> bool {
        self.columns.iter().any(|column| is_it(&column.role))
    }

    /// Notes what the header lacks: a column named by hand, periods, KPIs, values.
    fn check(
        &self,
        file: FileIndex,
        row: &Row,
        asked: &Asked<'_>,
        diagnostics: &mut Diagnostics,
    ) -> bool {
        let titles: Vec<&str> = self
            .columns
            .iter()
            .map(|column| column.title.as_str())
            .collect();
        let place = row.place(file);
        let lacks = |what: &'static str, key: &str, help: &'static str| {
            let problem = Diagnostic::error(Code::MissingKey, place);
            let problem = problem.with("empty", what).with("key", key);
            problem.with("known", listed(&titles)).help(help)
        };
        let mut is_whole = true;
        let by_hand = asked
            .columns
            .iter()
            .map(|(_, header)| header)
            .chain(&asked.segment)
            .chain(&asked.skipped);
        for header in by_hand {
            let is_it = |title: &&str| folded(title) == folded(header);
            if !titles.iter().any(is_it) {
                is_whole = false;
                let near = suggest::nearest(header, titles.iter().copied());
                diagnostics.push(match near {
                    Some(near) => lacks("headed", header, "help-near-column").with("near", near),
                    None => lacks("headed", header, "help-columns"),
                });
            }
        }
        if !is_whole {
            return false;
        }
        if !self.has_period() {
            is_whole = false;
            diagnostics.push(lacks("column", "period", "help-map"));
        }
        let is_named = self.kpi.is_some() || asked.kpi.is_some();
        if !is_named && !self.has(|role| matches!(role, Role::Kpi(_))) {
            is_whole = false;
            diagnostics.push(lacks("column", "kpi", "help-map-kpi"));
        }
        // Of a column beside several KPIs nobody could say which of them it counts.
        let is_part =
            |role: &Role| matches!(role, Role::Ours("value" | "numerator" | "denominator"));
        if !is_named && is_whole && self.has(is_part) {
            is_whole = false;
            diagnostics.push(lacks("column", "kpi", "help-map-kpi"));
        }
        let is_value = |role: &Role| {
            matches!(
                role,
                Role::Kpi(_) | Role::Period(_) | Role::Ours("value" | "numerator")
            )
        };
        if is_named && is_whole && !self.has(is_value) {
            is_whole = false;
            diagnostics.push(lacks("column", "value", "help-map"));
        }
        is_whole
    }
}

/// As many headers as are read with patience.
fn listed(titles: &[&str]) -> String {
    const MOST: usize = 12;
    let mut list: Vec<&str> = titles
        .iter()
        .copied()
        .filter(|title| !title.is_empty())
        .collect();
    let is_cut = list.len() > MOST;
    list.truncate(MOST);
    let list = list.join(", ");
    if is_cut { format!("{list}, …") } else { list }
}

/// One of our names, as it lives in the program.
fn name_of(name: &str) -> &'static str {
    let mut ours = OURS.iter().map(|(own, _)| *own);
    ours.find(|own| *own == name).unwrap_or("")
}

/// Which of our columns a header means by itself.
fn automatic(title: &str) -> Option<&'static str> {
    match Column::named(title, &[]) {
        Some(Column::Ours(name)) => Some(name),
        _ => None,
    }
}

fn length(title: &str) -> Option<Stands> {
    let folded = folded(title);
    LENGTHS
        .iter()
        .find(|(names, _)| names.contains(&folded.as_str()))
        .map(|(_, stands)| *stands)
}

/// The position of the only KPI of this id or title, in either language; a unit in brackets says nothing.
pub(super) fn kpi_named(name: &str, kpis: &[Kpi]) -> Option<usize> {
    let bare = folded(without_brackets(name));
    let whole = folded(name);
    if whole.is_empty() {
        return None;
    }
    let is_it = |kpi: &Kpi| {
        names(kpi).any(|(title, _)| {
            let title_whole = folded(title);
            title_whole == whole || title_whole == bare || folded(without_brackets(title)) == bare
        })
    };
    let mut found = kpis.iter().enumerate().filter(|(_, kpi)| is_it(kpi));
    let (first, _) = found.next()?;
    let exact = kpis.iter().position(|kpi| kpi.id.as_str() == name);
    match found.next() {
        None => Some(first),
        Some(_) => exact,
    }
}

/// The names of a KPI, each with its id.
pub(super) fn names(kpi: &Kpi) -> impl Iterator<Item = (&str, &str)> {
    let titles = Language::ALL.map(|language| kpi.title.in_language(language));
    let id = kpi.id.as_str();
    std::iter::once(id)
        .chain(titles)
        .map(move |name| (name, id))
}

fn without_brackets(title: &str) -> &str {
    match title.find(['(', '[']) {
        Some(0) | None => title,
        Some(at) => title[..at].trim_end(),
    }
}

/// What stands in brackets at the end of a title.
fn unit_in(title: &str) -> Option<String> {
    let open = title.rfind(['(', '['])?;
    let inside = title[open + 1..].trim_end().strip_suffix([')', ']'])?;
    Some(inside.trim().to_owned())
}

/// A text in small letters without accents, words apart by one blank.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::new();
    for letter in text.to_lowercase().chars().map(without_accent) {
        if letter.is_alphanumeric() {
            folded.push(letter);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.trim_end().to_owned()
}
