//! Days and the periods that people plan by: quarters, half-years, fiscal years, weeks, and lengths
//! from a start.

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// The first and the last day of a period, both part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateRange {
    /// The first day.
    pub first: NaiveDate,
    /// The last day: a deadline is inclusive.
    pub last: NaiveDate,
}

impl DateRange {
    /// Days from the first to the last; 0 for a period of one day.
    #[must_use]
    pub fn days(&self) -> i64 {
        (self.last - self.first).num_days()
    }
}

/// A period as people write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// `2026`
    Year(i32),
    /// `2026-S2`, `2026-H2`
    Half(i32, u32),
    /// `2026-Q3`
    Quarter(i32, u32),
    /// `2026-09`
    Month(i32, u32),
    /// `2026-W40`, an ISO week
    Week(i32, u32),
    /// `FY2026`: the fiscal year that ends in 2026
    FiscalYear(i32),
    /// `FY2026-S1`, `FY2026-H1`
    FiscalHalf(i32, u32),
    /// `FY2026-Q1`
    FiscalQuarter(i32, u32),
    /// `2026-09-30`
    Day(NaiveDate),
    /// `2026-08-10..2026-10-04`
    Range(DateRange),
}

impl Period {
    /// Reads a period. `None` when `text` is not one, or names a day or week that does not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Period> {
        if let Some((first, last)) = text.split_once("..") {
            let (first, last) = (parse_day(first.trim())?, parse_day(last.trim())?);
            return (first <= last).then_some(Period::Range(DateRange { first, last }));
        }
        if let Some(fiscal) = text.strip_prefix("FY") {
            return match Period::parse(fiscal)? {
                Period::Year(year) => Some(Period::FiscalYear(year)),
                Period::Half(year, half) => Some(Period::FiscalHalf(year, half)),
                Period::Quarter(year, quarter) => Some(Period::FiscalQuarter(year, quarter)),
                _ => None,
            };
        }
        if text.len() == 10 {
            return parse_day(text).map(Period::Day);
        }
        let (year, rest) = (text.get(..4)?, text.get(4..)?);
        let year = number(year).filter(is_plausible)?.cast_signed();
        if rest.is_empty() {
            return Some(Period::Year(year));
        }
        let rest = rest.strip_prefix('-')?;
        let (kind, digits) = match rest.as_bytes().first()? {
            b'0'..=b'9' => ('M', rest),
            letter => (char::from(*letter), &rest[1..]),
        };
        let width = if matches!(kind, 'M' | 'W') { 2 } else { 1 };
        let count = (digits.len() == width).then(|| number(digits)).flatten()?;
        match kind {
            'Q' if (1..=4).contains(&count) => Some(Period::Quarter(year, count)),
            'S' | 'H' if (1..=2).contains(&count) => Some(Period::Half(year, count)),
            'M' if (1..=12).contains(&count) => Some(Period::Month(year, count)),
            'W' => NaiveDate::from_isoywd_opt(year, count, Weekday::Mon)
                .map(|_| Period::Week(year, count)),
            _ => None,
        }
    }

    /// The days of the period. `fiscal_start` is the month, 1 to 12, in which the fiscal year begins;
    /// a fiscal year is named for the calendar year in which it ends.
    #[must_use]
    pub fn range(self, fiscal_start: u32) -> DateRange {
        let fiscal = |year: i32, skipped: u32, length: u32| {
            let first_year = if fiscal_start == 1 { year } else { year - 1 };
            months(first_year, fiscal_start, skipped, length)
        };
        match self {
            Period::Year(year) => months(year, 1, 0, 12),
            Period::Half(year, half) => months(year, 1, (half - 1) * 6, 6),
            Period::Quarter(year, quarter) => months(year, 1, (quarter - 1) * 3, 3),
            Period::Month(year, month) => months(year, month, 0, 1),
            Period::Week(year, week) => {
                let first = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)
                    .expect("parse refuses weeks that do not exist");
                DateRange {
                    first,
                    last: first + Days::new(6),
                }
            }
            Period::FiscalYear(year) => fiscal(year, 0, 12),
            Period::FiscalHalf(year, half) => fiscal(year, (half - 1) * 6, 6),
            Period::FiscalQuarter(year, quarter) => fiscal(year, (quarter - 1) * 3, 3),
            Period::Day(day) => DateRange {
                first: day,
                last: day,
            },
            Period::Range(days) => days,
        }
    }

    /// The period of the same kind and length that begins the day after.
    #[must_use]
    pub fn next(self) -> Period {
        match self {
            Period::Year(year) => Period::Year(year + 1),
            Period::Half(year, 1) => Period::Half(year, 2),
            Period::Half(year, _) => Period::Half(year + 1, 1),
            Period::Quarter(year, quarter @ 1..=3) => Period::Quarter(year, quarter + 1),
            Period::Quarter(year, _) => Period::Quarter(year + 1, 1),
            Period::Month(year, month @ 1..=11) => Period::Month(year, month + 1),
            Period::Month(year, _) => Period::Month(year + 1, 1),
            Period::Week(..) => {
                let next = (self.range(1).last + Days::new(1)).iso_week();
                Period::Week(next.year(), next.week())
            }
            Period::FiscalYear(year) => Period::FiscalYear(year + 1),
            Period::FiscalHalf(year, 1) => Period::FiscalHalf(year, 2),
            Period::FiscalHalf(year, _) => Period::FiscalHalf(year + 1, 1),
            Period::FiscalQuarter(year, quarter @ 1..=3) => {
                Period::FiscalQuarter(year, quarter + 1)
            }
            Period::FiscalQuarter(year, _) => Period::FiscalQuarter(year + 1, 1),
            Period::Day(day) => Period::Day(day + Days::new(1)),
            Period::Range(DateRange { first, last }) => Period::Range(DateRange {
                first: last + Days::new(1),
                last: last + (last - first) + Days::new(1),
            }),
        }
    }

    /// The ISO week that a day lies in.
    #[must_use]
    pub fn week_of(day: NaiveDate) -> Period {
        let week = day.iso_week();
        Period::Week(week.year(), week.week())
    }

    /// The month that a day lies in.
    #[must_use]
    pub fn month_of(day: NaiveDate) -> Period {
        Period::Month(day.year(), day.month())
    }

    /// The half-year that a day lies in: a fiscal one where the fiscal year begins in another month than January.
    #[must_use]
    pub fn half_of(day: NaiveDate, fiscal_start: u32) -> Period {
        match Period::quarter_of(day, fiscal_start) {
            Period::FiscalQuarter(year, quarter) => Period::FiscalHalf(year, quarter.div_ceil(2)),
            _ => Period::Half(day.year(), day.month().div_ceil(6)),
        }
    }

    /// The year that a day lies in: a fiscal one where that begins in another month than January.
    #[must_use]
    pub fn year_of(day: NaiveDate, fiscal_start: u32) -> Period {
        match Period::quarter_of(day, fiscal_start) {
            Period::FiscalQuarter(year, _) => Period::FiscalYear(year),
            _ => Period::Year(day.year()),
        }
    }

    /// The quarter that a day lies in: a fiscal one where the fiscal year begins in another month than January.
    #[must_use]
    pub fn quarter_of(day: NaiveDate, fiscal_start: u32) -> Period {
        let year = fiscal_year_of(day, fiscal_start);
        let months = (day.year() - year.year()) * 12 + day.month0().cast_signed()
            - year.month0().cast_signed();
        let quarter = months.cast_unsigned() / 3 + 1;
        if fiscal_start == 1 {
            Period::Quarter(day.year(), quarter)
        } else {
            Period::FiscalQuarter(year.year() + 1, quarter)
        }
    }

    /// The month, quarter, half-year or year of the calendar that has these days.
    #[must_use]
    pub fn of(days: DateRange) -> Option<Period> {
        let (year, month) = (days.first.year(), days.first.month());
        let candidates = [
            Period::Month(year, month),
            Period::Quarter(year, month.div_ceil(3)),
            Period::Half(year, month.div_ceil(6)),
            Period::Year(year),
        ];
        let mut candidates = candidates.into_iter();
        candidates.find(|period| period.range(1) == days)
    }
}

/// The period as it is written.
impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::Year(year) => write!(formatter, "{year:04}"),
            Period::Half(year, half) => write!(formatter, "{year:04}-S{half}"),
            Period::Quarter(year, quarter) => write!(formatter, "{year:04}-Q{quarter}"),
            Period::Month(year, month) => write!(formatter, "{year:04}-{month:02}"),
            Period::Week(year, week) => write!(formatter, "{year:04}-W{week:02}"),
            Period::FiscalYear(year) => write!(formatter, "FY{year:04}"),
            Period::FiscalHalf(year, half) => write!(formatter, "FY{year:04}-S{half}"),
            Period::FiscalQuarter(year, quarter) => write!(formatter, "FY{year:04}-Q{quarter}"),
            Period::Day(day) => write!(formatter, "{day}"),
            Period::Range(days) => write!(formatter, "{}..{}", days.first, days.last),
        }
    }
}

/// A length of time as people write it: `3 months`, `6 meses`, `2 weeks`, `90 dias`, `1 ano`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Length {
    /// Calendar months; a year is twelve.
    Months(u32),
    /// Days; a week is seven.
    Days(u32),
}

impl Length {
    /// Reads a length in English or Portuguese. At most 100 years.
    #[must_use]
    pub fn parse(text: &str) -> Option<Length> {
        let (count, unit) = text.trim().split_once(' ')?;
        let count = number(count).filter(|count| (1..=36_500).contains(count))?;
        let length = match unit.trim() {
            "day" | "days" | "dia" | "dias" => Length::Days(count),
            "week" | "weeks" | "semana" | "semanas" => Length::Days(count * 7),
            "month" | "months" | "mês" | "mes" | "meses" => Length::Months(count),
            "quarter" | "quarters" | "trimestre" | "trimestres" => Length::Months(count * 3),
            "half-year" | "half-years" | "semestre" | "semestres" => Length::Months(count * 6),
            "year" | "years" | "ano" | "anos" => Length::Months(count * 12),
            _ => return None,
        };
        match length {
            Length::Months(months) if months > 1_200 => None,
            Length::Days(days) if days > 36_500 => None,
            length => Some(length),
        }
    }

    /// The last day of this length from `first`: the same day of the later month minus one; where that
    /// month has no such day, its end.
    #[must_use]
    pub fn last_day_from(self, first: NaiveDate) -> NaiveDate {
        match self {
            Length::Days(days) => first + Days::new(u64::from(days) - 1),
            Length::Months(count) => {
                let later = first + Months::new(count);
                if later.day() == first.day() {
                    later - Days::new(1)
                } else {
                    later // chrono has already clamped it to the month's end
                }
            }
        }
    }
}

/// A part of the year at whose end something can be due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearPart {
    /// Three months.
    Quarter,
    /// Six months.
    HalfYear,
    /// The whole year.
    Year,
}

impl YearPart {
    /// Every part with its name in files.
    pub const NAMES: [(&'static str, YearPart); 3] = [
        ("quarter", YearPart::Quarter),
        ("half-year", YearPart::HalfYear),
        ("year", YearPart::Year),
    ];

    /// The last day of the part of the fiscal year, which begins in the month `fiscal_start`, that `day` lies in.
    #[must_use]
    pub fn end_from(self, day: NaiveDate, fiscal_start: u32) -> NaiveDate {
        let length = match self {
            YearPart::Quarter => 3,
            YearPart::HalfYear => 6,
            YearPart::Year => 12,
        };
        let year = fiscal_year_of(day, fiscal_start);
        let parts =
            (0..12 / length).map(|part| months(year.year(), year.month(), part * length, length));
        let ends = parts.map(|part| part.last);
        ends.filter(|end| *end >= day).min().unwrap_or(day)
    }
}

/// The first end of that quarter, 1 to 4, of a fiscal year which is not before `day`.
#[must_use]
pub fn end_of_quarter(quarter: u32, day: NaiveDate, fiscal_start: u32) -> NaiveDate {
    let year = fiscal_year_of(day, fiscal_start);
    let end = |years: i32| months(year.year() + years, year.month(), (quarter - 1) * 3, 3).last;
    if end(0) >= day { end(0) } else { end(1) }
}

/// The first day of the fiscal year that `day` lies in.
fn fiscal_year_of(day: NaiveDate, fiscal_start: u32) -> NaiveDate {
    let begins_before = day.month() < fiscal_start;
    let year = day.year() - i32::from(begins_before);
    months(year, fiscal_start, 0, 12).first
}

/// Reads an ISO date, `2026-09-30`. Years 1900 to 2999: any other is a slip of the finger.
#[must_use]
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let year = number(text.get(..4)?).filter(is_plausible)?;
    NaiveDate::from_ymd_opt(
        year.cast_signed(),
        number(text.get(5..7)?)?,
        number(text.get(8..)?)?,
    )
}

fn is_plausible(year: &u32) -> bool {
    (1_900..3_000).contains(year)
}

fn number(digits: &str) -> Option<u32> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

fn months(year: i32, start: u32, skipped: u32, length: u32) -> DateRange {
    let begin =
        NaiveDate::from_ymd_opt(year, start, 1).expect("parse keeps years and months in range");
    let first = begin + Months::new(skipped);
    DateRange {
        first,
        last: first + Months::new(length) - Days::new(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_have_a_first_and_a_last_day() {
        #[track_caller]
        fn case(text: &str, fiscal_start: u32, first: &str, last: &str) {
            let range = Period::parse(text).expect("a period").range(fiscal_start);
            assert_eq!(
                (range.first.to_string(), range.last.to_string()),
                (first.into(), last.into())
            );
        }
        case("2026-Q3", 1, "2026-07-01", "2026-09-30");
        case("2026-S2", 1, "2026-07-01", "2026-12-31");
        case("2026-H1", 1, "2026-01-01", "2026-06-30");
        case("2026", 1, "2026-01-01", "2026-12-31");
        case("2028-02", 1, "2028-02-01", "2028-02-29"); // a leap year
        case("2026-W53", 1, "2026-12-28", "2027-01-03"); // 2026 has 53 weeks
        case("FY2026-Q1", 1, "2026-01-01", "2026-03-31");
        case("FY2026-Q1", 7, "2025-07-01", "2025-09-30"); // ends in 2026, so it began in 2025
        case("FY2026-Q4", 7, "2026-04-01", "2026-06-30");
        case("FY2026-H2", 10, "2026-04-01", "2026-09-30");
        case("2026-09-30", 1, "2026-09-30", "2026-09-30");
    }

    #[test]
    fn a_day_lies_in_a_quarter() {
        #[track_caller]
        fn case(day: &str, fiscal_start: u32, expected: &str) {
            let day = parse_day(day).expect("a day");
            let quarter = Period::quarter_of(day, fiscal_start);
            assert_eq!(quarter.to_string(), expected);
            let days = quarter.range(fiscal_start);
            assert!(days.first <= day && day <= days.last, "{days:?}");
        }
        case("2026-11-22", 1, "2026-Q4");
        case("2026-01-01", 1, "2026-Q1");
        case("2026-07-01", 7, "FY2027-Q1");
        case("2026-06-30", 7, "FY2026-Q4");
        case("2027-01-15", 12, "FY2027-Q1"); // December to February
    }

    #[test]
    fn days_have_the_name_of_their_period() {
        for name in ["2026-02", "2026-Q3", "2026-S2", "2026"] {
            let days = Period::parse(name).expect("a period").range(1);
            assert_eq!(
                Period::of(days).map(|period| period.to_string()),
                Some(name.to_owned())
            );
        }
        let odd = Period::parse("FY2026-Q1").expect("a period").range(2);
        assert_eq!(Period::of(odd), None); // February to April
    }

    #[test]
    fn what_is_not_a_period_is_refused() {
        for text in [
            "",
            "26-Q3",
            "2026-Q5",
            "2026-Q0",
            "2026-S3",
            "2026-13",
            "2026-9",
            "2025-W53",
            "2026-W00",
            "2026-02-29",
            "FY2026-09",
            "2026-Q",
            "0000",
            "2026Q3",
            "2026-09-3",
            "۲۰۲۶",
            "2026-q3",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_length_ends_the_day_before_the_same_day() {
        #[track_caller]
        fn case(text: &str, first: &str, last: &str) {
            let first = parse_day(first).expect("a day");
            let length = Length::parse(text).expect("a length");
            assert_eq!(length.last_day_from(first).to_string(), last);
        }
        case("6 months", "2026-01-01", "2026-06-30");
        case("3 meses", "2026-07-01", "2026-09-30");
        case("1 month", "2026-01-31", "2026-02-28"); // February has no 31: its end
        case("1 month", "2028-01-30", "2028-02-29");
        case("1 month", "2026-01-29", "2026-02-28");
        case("2 weeks", "2026-10-01", "2026-10-14");
        case("1 dia", "2026-10-01", "2026-10-01");
        case("1 ano", "2027-03-01", "2028-02-29");
    }

    #[test]
    fn parts_of_the_year_end_with_their_last_month() {
        #[track_caller]
        fn case(part: &str, fiscal_start: u32, day: &str, last: &str) {
            let day = parse_day(day).expect("a day");
            let (_, part) = YearPart::NAMES
                .into_iter()
                .find(|(name, _)| *name == part)
                .expect("a part");
            assert_eq!(part.end_from(day, fiscal_start).to_string(), last);
        }
        case("quarter", 1, "2026-07-01", "2026-09-30");
        case("quarter", 1, "2026-09-30", "2026-09-30");
        case("half-year", 1, "2026-07-01", "2026-12-31");
        case("half-year", 1, "2028-02-29", "2028-06-30");
        case("year", 1, "2026-12-31", "2026-12-31");
        case("year", 7, "2026-06-30", "2026-06-30"); // the last day of a fiscal year that began in July 2025
        case("year", 7, "2026-07-01", "2027-06-30");
        case("quarter", 12, "2027-01-15", "2027-02-28"); // December to February
    }

    #[test]
    fn the_end_of_a_quarter_is_the_next_one() {
        #[track_caller]
        fn case(quarter: u32, fiscal_start: u32, day: &str, last: &str) {
            let day = parse_day(day).expect("a day");
            let end = end_of_quarter(quarter, day, fiscal_start);
            assert_eq!(end.to_string(), last);
        }
        case(2, 1, "2027-01-01", "2027-06-30");
        case(2, 1, "2027-06-30", "2027-06-30");
        case(2, 1, "2026-07-01", "2027-06-30"); // that of 2026 is over
        case(3, 1, "2026-07-01", "2026-09-30");
        case(2, 7, "2026-07-01", "2026-12-31"); // the fiscal year begins in July
        case(1, 7, "2026-11-01", "2027-09-30");
    }

    #[test]
    fn what_is_not_a_length_is_refused() {
        for text in [
            "3",
            "months",
            "0 months",
            "-1 month",
            "3 moons",
            "99999999 days",
            "1.5 months",
        ] {
            assert_eq!(Length::parse(text), None, "{text}");
        }
    }
}
