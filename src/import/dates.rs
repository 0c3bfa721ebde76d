//! Periods and days as exports write them: `2026-09`, `09/2026`, `set/26`, `Sep 2026`, `3º trimestre de 2026`,
//! `30/09/2026`, `09/30/26 14:02`.
//!
//! `03/04/2026` is the third of April or the fourth of March. Another row of the column may settle which; if none
//! does, whoever imports must.

use chrono::NaiveDate;

use super::cells::Cell;
use super::columns::{Asked, folded};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, beyond_month};
use crate::model::{FileIndex, Period, Place, parse_day};

/// Which number of a date comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOrder {
    /// `30/09/2026`
    DayFirst,
    /// `09/30/2026`
    MonthFirst,
}

/// What a date stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// The day itself.
    Day,
    /// The ISO week that it lies in.
    Week,
    /// The month that it lies in.
    Month,
    /// The quarter that it lies in.
    Quarter,
    /// The year that it lies in.
    Year,
}

impl Stands {
    /// Every choice with its name on the command line.
    pub const NAMES: [(&'static str, Stands); 5] = [
        ("day", Stands::Day),
        ("week", Stands::Week),
        ("month", Stands::Month),
        ("quarter", Stands::Quarter),
        ("year", Stands::Year),
    ];

    fn period(self, day: NaiveDate, fiscal_start: u32) -> Period {
        match self {
            Stands::Day => Period::Day(day),
            Stands::Week => Period::week_of(day),
            Stands::Month => Period::month_of(day),
            Stands::Quarter => Period::quarter_of(day, fiscal_start),
            Stands::Year => Period::year_of(day, fiscal_start),
        }
    }
}

/// What a text may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    Period(Period),
    Day(NaiveDate),
    /// A day that only one order of its numbers allows.
    Ordered(NaiveDate, DayOrder),
    /// Two days, by the order of the numbers: day first, month first.
    Either(NaiveDate, NaiveDate),
}

/// The period of each cell of a column; `None` where there is no cell, or after noting why.
pub(super) fn periods(
    file: FileIndex,
    cells: &[Option<&Cell>],
    (asked, stands): (&Asked<'_>, Option<Stands>),
    diagnostics: &mut Diagnostics,
) -> Vec<Option<(Period, Place)>> {
    let read: Vec<Option<Option<When>>> = cells
        .iter()
        .map(|cell| cell.map(|cell| when(&cell.text)))
        .collect();
    let settling = read.iter().zip(cells).find_map(|(when, cell)| match when {
        Some(Some(When::Ordered(_, order))) => Some((*order, cell.map(|cell| cell.place(file)))),
        _ => None,
    });
    let order = asked.day_order.or(settling.map(|(order, _)| order));
    let mut is_told = false;
    let mut one = |when: Option<When>, cell: &Cell| {
        let place = cell.place(file);
        let of_day = |day: NaiveDate| match stands {
            Some(stands) => stands.period(day, asked.fiscal_start),
            None => Period::Day(day),
        };
        let period = match when {
            None => {
                let problem =
                    Diagnostic::error(Code::NotAPeriod, place).with("written", &cell.text);
                let day = without_time(cell.text.trim());
                let told = beyond_month(problem, day);
                diagnostics.push(told.unwrap_or_else(|problem| problem.help("help-foreign")));
                return None;
            }
            Some(When::Period(period)) => period,
            Some(When::Day(day)) => of_day(day),
            Some(When::Ordered(day, own)) => {
                if order.is_some_and(|order| order != own) {
                    let problem =
                        Diagnostic::error(Code::NotADate, place).with("written", &cell.text);
                    let problem = problem.with("why", "order").help("help-order");
                    let first = settling
                        .and_then(|(_, place)| place)
                        .filter(|first| *first != place);
                    diagnostics.push(match first.filter(|_| asked.day_order.is_none()) {
                        Some(first) => problem.related(first, "other-order"),
                        None => problem,
                    });
                    return None;
                }
                of_day(day)
            }
            Some(When::Either(day_first, month_first)) => match order {
                Some(DayOrder::DayFirst) => of_day(day_first),
                Some(DayOrder::MonthFirst) => of_day(month_first),
                None => {
                    if !is_told {
                        is_told = true;
                        diagnostics.push(either(place, &cell.text, day_first, month_first));
                    }
                    return None;
                }
            },
        };
        Some((period, place))
    };
    let pairs = read.into_iter().zip(cells);
    pairs
        .map(|(when, cell)| when.zip(*cell).and_then(|(when, cell)| one(when, cell)))
        .collect()
}

/// A date that nothing settles, with both readings: told once for a column.
fn either(place: Place, written: &str, day_first: NaiveDate, month_first: NaiveDate) -> Diagnostic {
    Diagnostic::error(Code::NotADate, place)
        .with("written", written)
        .with("why", "either")
        .with("dmy", day_first)
        .with("mdy", month_first)
        .help("help-either")
}

/// The period that a header names, such as `jan/26`; a bare year or day is none.
#[must_use]
pub fn period_of_header(title: &str) -> Option<Period> {
    match when(title)? {
        When::Period(Period::Year(_)) => None,
        When::Period(period) => Some(period),
        When::Day(_) | When::Ordered(..) | When::Either(..) => None,
    }
}

fn when(text: &str) -> Option<When> {
    const LONGEST: usize = 60;
    if text.len() > LONGEST {
        return None;
    }
    let text = without_time(text.trim());
    match Period::parse(&text.to_uppercase()) {
        Some(Period::Day(day)) => return Some(When::Day(day)),
        Some(period) => return Some(When::Period(period)),
        None => {}
    }
    let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit()) && !part.is_empty();
    let parts: Vec<&str> = text.split(['/', '-', '.']).map(str::trim).collect();
    if parts.iter().all(digits) {
        return numeric(&parts);
    }
    with_month_name(text).or_else(|| quarter(text))
}

/// `2026-09-30T14:02:11Z` and `30/09/2026 14:02` without their time.
fn without_time(text: &str) -> &str {
    let at = text.find(['T', ' ']);
    let is_time =
        |rest: &str| rest.contains(':') && rest.starts_with(|first: char| first.is_ascii_digit());
    match at {
        Some(at) if at >= 6 && is_time(text[at + 1..].trim_start()) => &text[..at],
        _ => text,
    }
}

fn numeric(parts: &[&str]) -> Option<When> {
    match parts {
        [month, year] if month.len() <= 2 && year.len() == 4 => {
            period(&format!("{year}-{month:0>2}")).map(When::Period)
        }
        [year, month] if year.len() == 4 && month.len() <= 2 => {
            period(&format!("{year}-{month:0>2}")).map(When::Period)
        }
        [year, month, day] if year.len() == 4 => date(year, month, day).map(When::Day),
        [first, second, year] if matches!(year.len(), 2 | 4) => {
            let year = full_year(year);
            let day_first = date(&year, second, first);
            let month_first = date(&year, first, second);
            match (day_first, month_first) {
                (Some(one), Some(other)) if one == other => Some(When::Day(one)),
                (Some(one), Some(other)) => Some(When::Either(one, other)),
                (Some(day), None) => Some(When::Ordered(day, DayOrder::DayFirst)),
                (None, Some(day)) => Some(When::Ordered(day, DayOrder::MonthFirst)),
                (None, None) => None,
            }
        }
        _ => None,
    }
}

fn period(text: &str) -> Option<Period> {
    Period::parse(text)
}

fn date(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    parse_day(&format!("{year}-{month:0>2}-{day:0>2}"))
}

/// `26` is 2026: nobody exports readings of the last century in two digits.
fn full_year(year: &str) -> String {
    match year.len() {
        2 => format!("20{year}"),
        _ => year.to_owned(),
    }
}

const MONTHS: [[&str; 2]; 12] = [
    ["janeiro", "january"],
    ["fevereiro", "february"],
    ["marco", "march"],
    ["abril", "april"],
    ["maio", "may"],
    ["junho", "june"],
    ["julho", "july"],
    ["agosto", "august"],
    ["setembro", "september"],
    ["outubro", "october"],
    ["novembro", "november"],
    ["dezembro", "december"],
];

/// The month that a word names, in full or by three letters or more.
fn month(word: &str) -> Option<usize> {
    let is_it =
        |names: &[&str; 2]| word.len() >= 3 && names.iter().any(|name| name.starts_with(word));
    MONTHS.iter().position(is_it).map(|index| index + 1)
}

/// `set/2026`, `Sep-26`, `setembro de 2026`, `30 set. 2026`, `Sep 30, 2026`.
fn with_month_name(text: &str) -> Option<When> {
    let folded = folded(text);
    let mut name = None;
    let mut numbers: Vec<&str> = Vec::new();
    for word in folded.split(' ').filter(|word| *word != "de") {
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            numbers.push(word);
        } else if name.is_none() {
            name = Some(month(word)?);
        } else {
            return None;
        }
    }
    let name = name?.to_string();
    match numbers.as_slice() {
        [year] if matches!(year.len(), 2 | 4) => {
            period(&format!("{}-{name:0>2}", full_year(year))).map(When::Period)
        }
        [day, year] if day.len() <= 2 && matches!(year.len(), 2 | 4) => {
            date(&full_year(year), &name, day).map(When::Day)
        }
        _ => None,
    }
}

/// `Q3 2026`, `2026 Q3`, `3T26`, `T3/2026`, `3º trimestre de 2026`.
fn quarter(text: &str) -> Option<When> {
    let folded = folded(text).replace('º', "");
    let mut letters = String::new();
    let mut numbers: Vec<String> = Vec::new();
    let mut was_digit = false;
    for letter in folded
        .chars()
        .filter(|letter| *letter != 'º' && *letter != 'o')
    {
        let is_digit = letter.is_ascii_digit();
        match (is_digit, was_digit) {
            (true, true) => numbers.last_mut()?.push(letter),
            (true, false) => numbers.push(letter.to_string()),
            (false, _) => letters.extend((letter != ' ').then_some(letter)),
        }
        was_digit = is_digit;
    }
    let letters = letters.strip_suffix("de").unwrap_or(&letters);
    if !matches!(
        letters,
        "q" | "t" | "tri" | "trim" | "trimestre" | "quarter"
    ) {
        return None;
    }
    let (part, year) = match numbers.as_slice() {
        [year, part] if year.len() == 4 && part.len() == 1 => (part, year),
        [part, year] if part.len() == 1 && matches!(year.len(), 2 | 4) => (part, year),
        _ => return None,
    };
    period(&format!("{}-Q{part}", full_year(year))).map(When::Period)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_as_exports_write_them() {
        #[track_caller]
        fn case(text: &str, expected: &str) {
            let found = when(text).map(|when| match when {
                When::Period(period) => period.to_string(),
                When::Day(day) | When::Ordered(day, _) => day.to_string(),
                When::Either(one, other) => format!("{one} or {other}"),
            });
            assert_eq!(found.as_deref(), Some(expected), "{text}");
        }
        case("2026-09", "2026-09");
        case("2026-9", "2026-09");
        case("2026/09", "2026-09");
        case("09/2026", "2026-09");
        case("9.2026", "2026-09");
        case("set/2026", "2026-09");
        case("SET/26", "2026-09");
        case("set. 2026", "2026-09");
        case("setembro de 2026", "2026-09");
        case("Março 2026", "2026-03");
        case("Sep 2026", "2026-09");
        case("Sept-26", "2026-09");
        case("2026 December", "2026-12");
        case("2026-W40", "2026-W40");
        case("2026", "2026");
        case("Q3 2026", "2026-Q3");
        case("2026-q3", "2026-Q3");
        case("3T26", "2026-Q3");
        case("3º trimestre de 2026", "2026-Q3");
        case("2026-09-30", "2026-09-30");
        case("2026-09-30T14:02:11Z", "2026-09-30");
        case("30/09/2026 14:02", "2026-09-30");
        case("30.9.26", "2026-09-30");
        case("09/30/2026", "2026-09-30");
        case("Sep 30, 2026", "2026-09-30");
        case("30 de setembro de 2026", "2026-09-30");
        case("05/05/2026", "2026-05-05");
        case("03/04/2026", "2026-04-03 or 2026-03-04");
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in [
            "",
            "Total",
            "31/02/2026",
            "13/2026",
            "set",
            "ma/26",
            "5T2026",
            "46266",
            "1/2",
            "set/out 2026",
            "30/09",
        ] {
            assert_eq!(when(text), None, "{text}");
        }
    }
}
