//! Units, and values that carry one: `18h`, `1d 4h`, `3 dias úteis`, `62%`, `3/week`, `R$ 1200`, `3 sessões`.
//!
//! A working day is a unit of its own: it becomes hours only through a [`WorkingDay`], which a workspace declares
//! and nothing assumes. `d` is a day of the calendar, with 24 hours.

use super::exact::Exact;
use super::noun::{is_same_noun, plain};

/// What kind of measure a unit belongs to: only values of one kind compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnitKind {
    /// A percentage, 62 for 62 %. Its changes are in percentage points.
    Percent,
    /// A length of time; the value counts this many seconds.
    Duration(u32),
    /// A length of time in working days, each as long as the workspace declares.
    WorkingDays,
    /// So many in each period, `3/week`; the period in its English word.
    Rate(String),
    /// Money, by the sign or code written.
    Currency,
    /// Points, contacts, sessions: a count of whatever the unit's word says.
    Count,
}

/// A unit as declared, with its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The unit as its author wrote it, such as `h`, `%`, `/week` or `sessões`.
    pub text: String,
    /// What it measures.
    pub kind: UnitKind,
}

/// How long a working day is: more than nothing and at most 24 hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingDay(Exact);

impl WorkingDay {
    /// A working day of so many seconds; `None` when no day is so long.
    #[must_use]
    pub fn of_seconds(seconds: Exact) -> Option<WorkingDay> {
        let is_positive = !seconds.is_negative() && !seconds.is_zero();
        (is_positive && seconds <= Exact::from(DAY)).then_some(WorkingDay(seconds))
    }

    /// Its length in hours.
    #[must_use]
    pub fn hours(&self) -> Exact {
        &self.0 / &Exact::from(HOUR)
    }
}

/// Why a text is not a value in a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAValue {
    /// No number in a form that can be trusted.
    NotANumber,
    /// A number, in a unit that cannot be converted: the unit that was found.
    WrongUnit(String),
    /// Working days and hours, with no word on how long a working day is.
    NoWorkingDay,
    /// As many, but in another period.
    OtherPeriod {
        /// The number as written.
        number: Exact,
        /// The same pace in the period of the unit, where it is always the same.
        same: Option<Exact>,
    },
    /// `$`, which several currencies are written with: the number.
    WhichDollar(Exact),
}

impl Unit {
    /// The unit that `text` names. Any word is a unit: what is no duration, percentage, rate or currency
    /// counts things.
    #[must_use]
    pub fn parse(text: &str) -> Unit {
        let text = text.trim();
        let kind = if text == "%" {
            UnitKind::Percent
        } else if let Some(span) = span(text) {
            match span {
                Span::Seconds(seconds) => UnitKind::Duration(seconds),
                Span::WorkingDay => UnitKind::WorkingDays,
            }
        } else if currency(text).is_some() {
            UnitKind::Currency
        } else if let Some((_, period)) = rate(text) {
            UnitKind::Rate(period)
        } else {
            UnitKind::Count
        };
        Unit {
            text: text.to_owned(),
            kind,
        }
    }

    /// A bare count, without a word.
    #[must_use]
    pub fn count() -> Unit {
        Unit::parse("count")
    }

    /// The unit that a value such as `24h` or `62%` carries; `None` for a bare number. Of `1d 4h` it is the
    /// first, `d`.
    #[must_use]
    pub fn carried_by(value: &str) -> Option<Unit> {
        Unit::all_carried_by(value).into_iter().next()
    }

    /// Every unit that a value carries: of `1d 4h` both.
    #[must_use]
    pub fn all_carried_by(value: &str) -> Vec<Unit> {
        let Some(written) = Written::parse(value) else {
            return Vec::new();
        };
        if written.unit.is_empty() {
            return Vec::new();
        }
        match duration(value) {
            Some(parts) => parts.iter().map(|part| Unit::parse(part.word)).collect(),
            None => vec![Unit::parse(&written.unit)],
        }
    }

    /// Whether the unit is a percentage.
    #[must_use]
    pub fn is_percent(&self) -> bool {
        self.kind == UnitKind::Percent
    }

    /// Whether the unit measures time.
    #[must_use]
    pub fn is_time(&self) -> bool {
        matches!(self.kind, UnitKind::Duration(_) | UnitKind::WorkingDays)
    }

    /// What a rate counts, such as `updates` of `updates/week`; empty where it does not say.
    #[must_use]
    pub fn counted(&self) -> String {
        rate(&self.text).map_or_else(String::new, |(noun, _)| noun)
    }

    /// A number with the unit, as it is read again: `18h`, `3 dias úteis`, `62%`, `3/week`, `R$ 1200`.
    ///
    /// ```
    /// use regua::model::Unit;
    ///
    /// assert_eq!(Unit::parse("h").written("18"), "18h");
    /// assert_eq!(Unit::parse("dias úteis").written("3"), "3 dias úteis");
    /// assert_eq!(Unit::parse("R$").written("1200"), "R$ 1200");
    /// assert_eq!(Unit::parse("R$").written("1.125"), "R$ 1.1250");
    /// ```
    #[must_use]
    pub fn written(&self, number: &str) -> String {
        const ABBREVIATION: usize = 3;
        let text = &self.text;
        let is_short = text.chars().count() <= ABBREVIATION;
        match self.kind {
            UnitKind::Percent => format!("{number}%"),
            UnitKind::Duration(_) | UnitKind::WorkingDays if is_short => format!("{number}{text}"),
            UnitKind::Rate(_) if text.starts_with('/') => format!("{number}{text}"),
            // Three decimals would be taken for thousands.
            UnitKind::Currency if is_grouped(number) => format!("{text} {number}0"),
            UnitKind::Currency => format!("{text} {number}"),
            UnitKind::Count if matches!(text.as_str(), "" | "count" | "score") => number.to_owned(),
            UnitKind::Duration(_) | UnitKind::WorkingDays | UnitKind::Rate(_) | UnitKind::Count => {
                format!("{number} {text}")
            }
        }
    }

    /// Reads a value and converts it to this unit. A bare number is already in it.
    ///
    /// # Errors
    /// When there is no plain number, when it is in a unit of another kind, and when working days meet other
    /// lengths of time and `working_day` is `None`.
    ///
    /// ```
    /// use regua::model::{Exact, Unit, WorkingDay};
    ///
    /// let hours = Unit::parse("h");
    /// assert_eq!(hours.read("90min", None), Ok(Exact::parse("1.5").unwrap()));
    /// assert_eq!(hours.read("1d 4h", None), Ok(Exact::from(28u32)));
    /// assert!(hours.read("62%", None).is_err());
    ///
    /// let eight_hours = WorkingDay::of_seconds(Exact::from(28_800u32));
    /// assert_eq!(hours.read("2wd", eight_hours.as_ref()), Ok(Exact::from(16u32)));
    /// assert!(hours.read("2wd", None).is_err());
    /// ```
    pub fn read(&self, value: &str, working_day: Option<&WorkingDay>) -> Result<Exact, NotAValue> {
        let Written {
            number,
            unit,
            is_grouped,
        } = Written::parse(value).ok_or(NotAValue::NotANumber)?;
        // Nobody counts money in thousandths, and many write its thousands with a point.
        if self.kind == UnitKind::Currency && is_grouped {
            return Err(NotAValue::NotANumber);
        }
        if unit.is_empty() {
            return Ok(number);
        }
        let wrong = || NotAValue::WrongUnit(unit.clone());
        match &self.kind {
            UnitKind::Duration(_) | UnitKind::WorkingDays => {
                let parts = duration(value).ok_or_else(wrong)?;
                self.total(&parts, working_day)
            }
            UnitKind::Rate(period) => self.read_rate(number, &unit, period),
            UnitKind::Percent if unit == "%" => Ok(number),
            UnitKind::Currency => match (currency(&self.text), currency(&unit)) {
                (own, found) if own == found => Ok(number),
                (_, Some("$")) => Err(NotAValue::WhichDollar(number)),
                _ => Err(wrong()),
            },
            UnitKind::Count if is_same_noun(&self.text, &unit) => Ok(number),
            UnitKind::Percent | UnitKind::Count => Err(wrong()),
        }
    }

    /// A length of time in this unit.
    fn total(
        &self,
        parts: &[Part<'_>],
        working_day: Option<&WorkingDay>,
    ) -> Result<Exact, NotAValue> {
        let (mut seconds, mut working_days) = (Exact::ZERO, Exact::ZERO);
        for part in parts {
            match part.span {
                Span::Seconds(each) => seconds = seconds + &part.number * &Exact::from(each),
                Span::WorkingDay => working_days = working_days + part.number.clone(),
            }
        }
        let long = || working_day.map(|day| &day.0).ok_or(NotAValue::NoWorkingDay);
        match self.kind {
            UnitKind::WorkingDays if seconds.is_zero() => Ok(working_days),
            UnitKind::WorkingDays => Ok(working_days + &seconds / long()?),
            UnitKind::Duration(each) => {
                if !working_days.is_zero() {
                    seconds = seconds + &working_days * long()?;
                }
                Ok(seconds / Exact::from(each))
            }
            UnitKind::Percent | UnitKind::Rate(_) | UnitKind::Currency | UnitKind::Count => {
                Err(NotAValue::NotANumber)
            }
        }
    }

    /// `3/week` is a value in `updates/week`, and `3 updates/week` one in `/week`; `3 calls/week` is none in
    /// the former, and `3/day` is none in either.
    fn read_rate(&self, number: Exact, found: &str, own: &str) -> Result<Exact, NotAValue> {
        let wrong = || NotAValue::WrongUnit(found.to_owned());
        let (counted, period) = rate(found).ok_or_else(wrong)?;
        let declared = self.counted();
        let is_same_money =
            currency(&counted).is_some() && currency(&counted) == currency(&declared);
        if !counted.is_empty()
            && !declared.is_empty()
            && !is_same_money
            && !is_same_noun(&counted, &declared)
        {
            return Err(wrong());
        }
        if period == own || is_same_noun(&period, own) {
            return Ok(number);
        }
        let is_of_time = |period: &str| period_length(period).is_some() || period == WORKING_DAY;
        if !is_of_time(&period) || !is_of_time(own) {
            return Err(wrong());
        }
        let same = match (period_length(&period), period_length(own)) {
            (Some(PeriodLength::Seconds(found)), Some(PeriodLength::Seconds(own)))
            | (Some(PeriodLength::Months(found)), Some(PeriodLength::Months(own))) => {
                Some(&number * &Exact::ratio(i64::from(own), u64::from(found)))
            }
            _ => None,
        };
        Err(NotAValue::OtherPeriod { number, same })
    }
}

/// A value taken apart: its number, and what stands behind it; a currency sign in front counts as behind.
struct Written {
    number: Exact,
    unit: String,
    /// Whether the point may part thousands: `1.200`.
    is_grouped: bool,
}

impl Written {
    /// `None` without a number in a form that can be trusted.
    fn parse(value: &str) -> Option<Written> {
        let value = value.trim();
        let (is_negative, value) = without_minus(value);
        if value.starts_with(char::is_whitespace) {
            return None;
        }
        let begin = value.find(|letter: char| letter.is_ascii_digit())?;
        let (prefix, rest) = value.split_at(begin);
        // `-R$ 5` and `R$ -5`, but not `--5`.
        let (prefix, is_inner) = match prefix.strip_suffix('-') {
            Some(prefix) if !is_negative && !prefix.is_empty() => (prefix.trim(), true),
            Some(_) => return None,
            None => (prefix.trim(), false),
        };
        if !prefix.is_empty() && currency(prefix).is_none() {
            return None;
        }
        let (digits, number, rest) = number_at(rest)?;
        let unit = match (prefix, rest.trim()) {
            ("", unit) => unit.to_owned(),
            (prefix, "") => prefix.to_owned(),
            // `R$ 12/chamado`
            (prefix, rest) if rate(rest).is_some_and(|(counted, _)| counted.is_empty()) => {
                format!("{prefix} {rest}")
            }
            _ => return None,
        };
        // `1 200` and `1'200` are thousands, not `1` in another unit.
        if unit.starts_with(|first: char| first.is_ascii_digit() || first == '\'') {
            return None;
        }
        Some(Written {
            number: if is_negative || is_inner {
                -number
            } else {
                number
            },
            unit,
            is_grouped: is_grouped(digits),
        })
    }
}

fn without_minus(value: &str) -> (bool, &str) {
    match value.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, value),
    }
}

/// The number that a text begins with, a decimal or a fraction such as `200/3`: as written, its value, and what
/// follows.
fn number_at(text: &str) -> Option<(&str, Exact, &str)> {
    let (digits, rest) = text.split_at(digits_at(text));
    let number = Exact::parse(digits)?;
    let below = rest.strip_prefix('/').unwrap_or_default();
    if !below.starts_with(|first: char| first.is_ascii_digit()) {
        return Some((digits, number, rest)); // `3/week` is a rate.
    }
    let (below, rest) = below.split_at(digits_at(below));
    let below = Exact::parse(below)?;
    let are_whole = number.is_whole() && below.is_whole();
    let fraction = number.checked_div(&below).filter(|_| are_whole)?;
    Some((digits, fraction, rest))
}

/// How far what people write numbers with reaches.
fn digits_at(text: &str) -> usize {
    let is_of_number = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '_');
    text.find(|letter| !is_of_number(letter))
        .unwrap_or(text.len())
}

/// Whether a decimal may be one to three digits and thousands: `1.200`, not `0.125`.
fn is_grouped(digits: &str) -> bool {
    digits.split_once('.').is_some_and(|(whole, decimals)| {
        decimals.len() == 3 && matches!(whole.len(), 1..=3) && whole != "0"
    })
}

/// A part of a length of time: `4h` of `1d 4h`.
struct Part<'v> {
    number: Exact,
    word: &'v str,
    span: Span,
}

/// A stretch of time that a word names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Span {
    Seconds(u32),
    WorkingDay,
}

/// The parts of `1d 4h`, `1 dia e 4 horas` or `7h30`: each must carry a unit of time. `None` for anything else.
fn duration(value: &str) -> Option<Vec<Part<'_>>> {
    let (is_negative, mut rest) = without_minus(value.trim());
    let mut parts: Vec<Part<'_>> = Vec::new();
    while !rest.is_empty() {
        let (digits, number, after) = number_at(rest)?;
        let number = if is_negative { -number } else { number };
        if after.is_empty() {
            // `7h30`, as the clock is read out.
            let hours = parts
                .last()
                .filter(|part| part.span == Span::Seconds(HOUR))?;
            let is_joined = value.trim().ends_with(&format!("{}{digits}", hours.word));
            let are_minutes = digits.len() == 2 && digits.as_bytes()[0] < b'6';
            if !is_joined || !are_minutes {
                return None;
            }
            parts.push(Part {
                number,
                word: "min",
                span: Span::Seconds(MINUTE),
            });
            return Some(parts);
        }
        let end = after.find(|letter: char| letter.is_ascii_digit());
        let (word, next) = after.split_at(end.unwrap_or(after.len()));
        let word = if next.is_empty() {
            word.trim()
        } else {
            without_joint(word)
        };
        let span = span(word)?;
        parts.push(Part { number, word, span });
        rest = next;
    }
    (!parts.is_empty()).then_some(parts)
}

/// Of `dia e` and `day and` the word before the joint.
fn without_joint(word: &str) -> &str {
    let word = word.trim();
    let joints = [" e", " and", ","];
    let bare = joints.iter().find_map(|joint| word.strip_suffix(joint));
    bare.unwrap_or(word).trim_end()
}

const MINUTE: u32 = 60;
const HOUR: u32 = 3_600;
const DAY: u32 = 86_400;
const WEEK: u32 = 604_800;

/// The stretch of time of a word, in any case, with or without accents.
fn span(word: &str) -> Option<Span> {
    Some(Span::Seconds(match plain(word).as_str() {
        "s" | "seg" | "segs" | "sec" | "secs" | "second" | "seconds" | "segundo" | "segundos" => 1,
        "min" | "mins" | "minute" | "minutes" | "minuto" | "minutos" => MINUTE,
        "h" | "hr" | "hrs" | "hour" | "hours" | "hora" | "horas" => HOUR,
        "d" | "day" | "days" | "dia" | "dias" => DAY,
        "calendar day" | "calendar days" | "dia corrido" | "dias corridos" => DAY,
        "wk" | "wks" | "week" | "weeks" | "semana" | "semanas" => WEEK,
        "wd" | "workday" | "workdays" | "working day" | "working days" | "business day"
        | "business days" | "dia util" | "dias uteis" => return Some(Span::WorkingDay),
        _ => return None,
    }))
}

/// A currency by its code, whether it is written as sign or code; `$` alone may be several.
fn currency(text: &str) -> Option<&'static str> {
    match text.to_uppercase().as_str() {
        "R$" | "BRL" => Some("BRL"),
        "US$" | "USD" => Some("USD"),
        "€" | "EUR" => Some("EUR"),
        "£" | "GBP" => Some("GBP"),
        "$" => Some("$"),
        _ => None,
    }
}

/// What a rate counts and in which period, the latter in its English word: of `updates/week`, `3x por semana`
/// without its number, or `por mês`. `None` for what is no rate.
fn rate(text: &str) -> Option<(String, String)> {
    let (counted, period) = match text.rsplit_once('/') {
        Some((counted, period)) => (counted.trim().to_owned(), rate_period(period)),
        None => {
            let words: Vec<&str> = text.split_whitespace().collect();
            let is_joint = |word: &&str| matches!(plain(word).as_str(), "per" | "por");
            let per = words.iter().rposition(is_joint)?;
            let period = rate_period(&words[per + 1..].join(" "));
            // `consultas por atendente` is a noun.
            if period_length(&period).is_none() && period != WORKING_DAY {
                return None;
            }
            (words[..per].join(" "), period)
        }
    };
    let says_how_often = matches!(
        plain(&counted).as_str(),
        "x" | "time" | "times" | "vez" | "vezes"
    );
    Some((
        if says_how_often {
            String::new()
        } else {
            counted
        },
        period,
    ))
}

/// The period of a rate that counts working days.
const WORKING_DAY: &str = "working-day";

/// The English word of a period, whichever it is written in; another word as it is.
fn rate_period(word: &str) -> String {
    let word = plain(word);
    match word.as_str() {
        "s" | "seg" | "sec" | "second" | "segundo" => "second",
        "min" | "minute" | "minuto" => "minute",
        "h" | "hr" | "hour" | "hora" => "hour",
        "d" | "day" | "dia" => "day",
        "wd" | "workday" | "working day" | "business day" | "dia util" => WORKING_DAY,
        "wk" | "week" | "sem" | "semana" => "week",
        "fortnight" | "quinzena" => "fortnight",
        "mo" | "month" | "mes" => "month",
        "quarter" | "trimestre" => "quarter",
        "half-year" | "semester" | "semestre" => "half-year",
        "yr" | "year" | "ano" => "year",
        other => other,
    }
    .to_owned()
}

/// How long a period is: months and what is made of them have no fixed number of days.
enum PeriodLength {
    Seconds(u32),
    Months(u32),
}

fn period_length(period: &str) -> Option<PeriodLength> {
    Some(match period {
        "second" => PeriodLength::Seconds(1),
        "minute" => PeriodLength::Seconds(MINUTE),
        "hour" => PeriodLength::Seconds(HOUR),
        "day" => PeriodLength::Seconds(DAY),
        "week" => PeriodLength::Seconds(WEEK),
        "fortnight" => PeriodLength::Seconds(2 * WEEK),
        "month" => PeriodLength::Months(1),
        "quarter" => PeriodLength::Months(3),
        "half-year" => PeriodLength::Months(6),
        "year" => PeriodLength::Months(12),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn eight_hours() -> WorkingDay {
        WorkingDay::of_seconds(Exact::from(8 * HOUR)).expect("a working day")
    }

    #[track_caller]
    fn reads(unit: &str, value: &str, expected: &str) {
        let read = Unit::parse(unit).read(value, None).expect("a value");
        assert_eq!(read.to_string(), expected, "{value} in {unit}");
    }

    #[track_caller]
    fn refuses(unit: &str, value: &str, why: NotAValue) {
        assert_eq!(
            Unit::parse(unit).read(value, None),
            Err(why),
            "{value} in {unit}"
        );
    }

    #[test]
    fn lengths_of_time_convert_in_any_mix() {
        for (unit, value, expected) in [
            ("h", "18", "18"),
            ("h", "90min", "1.5"),
            ("h", "1d 4h", "28"),
            ("h", "1d4h", "28"),
            ("h", "1 dia e 4 horas", "28"),
            ("h", "1 day, 4 hours", "28"),
            ("h", "1 DIA 4 HORAS", "28"),
            ("h", "-1d 4h", "-28"),
            ("h", "7h30", "7.5"),
            ("h", "7h 30min", "7.5"),
            ("min", "2h", "120"),
            ("h", "2 semanas", "336"),
            ("h", "2 dias corridos", "48"),
            ("d", "36 H", "1.5"),
            ("h", "1/3 h", "1/3"),
            ("min", "1/3h", "20"),
            ("h", "1d 1/3h", "73/3"),
            ("dias úteis", "3 working days", "3"),
            ("wd", "1 dia util", "1"),
            ("wd", "0h", "0"),
            ("h", "0wd", "0"),
        ] {
            reads(unit, value, expected);
        }
    }

    #[test]
    fn working_days_convert_where_their_length_is_declared() {
        #[track_caller]
        fn case(unit: &str, value: &str, expected: &str) {
            let read = Unit::parse(unit).read(value, Some(&eight_hours()));
            assert_eq!(read.expect("a value").to_string(), expected);
            refuses(unit, value, NotAValue::NoWorkingDay);
        }
        case("h", "2wd", "16");
        case("h", "2 working days", "16");
        case("h", "1 Business Day", "8");
        case("h", "3 dias úteis", "24");
        case("h", "1 DIA UTIL", "8");
        case("h", "1 dia útil e 4h", "12");
        case("d", "3wd", "1");
        case("dias úteis", "12h", "1.5");
        case("wd", "1wd 2h", "1.25");
    }

    #[test]
    fn no_working_day_is_longer_than_a_day_or_empty() {
        let is_one = |seconds: i64| WorkingDay::of_seconds(Exact::from(seconds)).is_some();
        assert!(is_one(1) && is_one(i64::from(DAY)));
        assert!(!is_one(0) && !is_one(-1) && !is_one(i64::from(DAY) + 1));
    }

    #[test]
    fn percentages_counts_and_money_are_read_with_their_word() {
        for (unit, value, expected) in [
            ("%", "62%", "62"),
            ("%", "62 %", "62"),
            ("%", "-8%", "-8"),
            ("%", "200/3%", "200/3"),
            ("%", "200/3", "200/3"),
            ("sessões", "3 sessões", "3"),
            ("sessões", "1 sessão", "1"),
            ("trainings", "1 training", "1"),
            ("chamado", "3 Chamados", "3"),
            ("consultas repetidas", "1 consulta repetida", "1"),
            ("R$", "R$ 1200.50", "1200.5"),
            ("R$", "R$1200.5", "1200.5"),
            ("R$", "1200 BRL", "1200"),
            ("BRL", "R$ 1200", "1200"),
            ("US$", "USD 7", "7"),
            ("EUR", "5 €", "5"),
            ("£", "5 gbp", "5"),
            ("$", "$ 5", "5"),
            ("R$", "-R$ 5", "-5"),
            ("R$", "R$ -5", "-5"),
            ("R$", "0.125", "0.125"),
            ("R$", "1.1250", "1.125"),
        ] {
            reads(unit, value, expected);
        }
    }

    #[test]
    fn rates_are_read_in_their_period_however_it_is_written() {
        for (unit, value) in [
            ("/week", "3/week"),
            ("/week", "3 / week"),
            ("/week", "3 per week"),
            ("/week", "3/semana"),
            ("/week", "3 por semana"),
            ("/week", "3x/week"),
            ("/week", "3 x por semana"),
            ("/week", "3 vezes por semana"),
            ("/week", "3 times per week"),
            ("/week", "3 updates/week"),
            ("updates/week", "3/week"),
            ("updates/week", "3 updates/week"),
            ("updates/week", "3 update per week"),
            ("avisos por semana", "3/week"),
            ("avisos/semana", "3 avisos por semana"),
            ("per week", "3/week"),
            ("/mês", "3/mes"),
            ("/dia útil", "3 per working day"),
            ("R$/chamado", "R$ 3/chamado"),
            ("R$/chamado", "3 BRL/chamado"),
            ("consultas por atendente", "3 consultas por atendente"),
            ("chamados/atendente", "3/atendentes"),
        ] {
            reads(unit, value, "3");
        }
        reads("/week", "1/3 / week", "1/3");
    }

    #[test]
    fn another_period_is_refused_with_the_same_pace_where_it_is_fixed() {
        #[track_caller]
        fn case(unit: &str, value: &str, same: Option<&str>) {
            let refused = Unit::parse(unit).read(value, None);
            let Err(NotAValue::OtherPeriod {
                number,
                same: found,
            }) = refused
            else {
                panic!("{value} in {unit}: {refused:?}");
            };
            assert_eq!(number.to_string(), "3");
            assert_eq!(found.map(|same| same.to_string()).as_deref(), same);
        }
        case("/week", "3/day", Some("21"));
        case("/day", "3/hour", Some("72"));
        case("/week", "3 por quinzena", Some("1.5"));
        case("/quarter", "3/month", Some("9"));
        case("/year", "3 por semestre", Some("6"));
        case("/week", "3/month", None);
        case("/month", "3/week", None);
        case("/day", "3/dia útil", None);
    }

    #[test]
    fn a_value_of_another_kind_is_refused() {
        for (unit, value, found) in [
            ("h", "62%", "%"),
            ("%", "18h", "h"),
            ("count", "3 chats", "chats"),
            ("sessões", "3 seções", "seções"),
            ("R$", "12 €", "€"),
            ("$", "US$ 12", "US$"),
            ("h", "1d 4%", "d 4%"),
            ("h", "7h30 4", "h30 4"),
            ("h", "7h99", "h99"),
            ("h", "7 h 30", "h 30"),
            ("updates/week", "3 calls/week", "calls/week"),
            ("/week", "3/contato", "/contato"),
            ("/week", "3 chats", "chats"),
        ] {
            refuses(unit, value, NotAValue::WrongUnit(found.to_owned()));
        }
        refuses("R$", "$ 5", NotAValue::WhichDollar(Exact::from(5u32)));
    }

    #[test]
    fn odd_numbers_are_no_values() {
        for value in [
            "", "h", "18,4h", "1_000", "+5%", "012h", "~18h", "abc 3", "--5", "- 5", "1 200h",
            "1'200", "1/0h", "1.5/2h", "1/2.5", "-R$ -5",
        ] {
            refuses("h", value, NotAValue::NotANumber);
        }
        for value in ["R$ 1.200", "1.200", "R$ 1.200,50", "1,200.50", "12.345 BRL"] {
            refuses("R$", value, NotAValue::NotANumber);
        }
    }

    #[test]
    fn a_value_names_its_units() {
        #[track_caller]
        fn case(value: &str, expected: &[&str]) {
            let units = Unit::all_carried_by(value);
            let texts: Vec<&str> = units.iter().map(|unit| unit.text.as_str()).collect();
            assert_eq!(texts, expected);
        }
        case("24", &[]);
        case("24h", &["h"]);
        case("1d 4h", &["d", "h"]);
        case("1 dia útil e 4 horas", &["dia útil", "horas"]);
        case("3/week", &["/week"]);
        case("R$ 5", &["R$"]);
        case("3 sessões", &["sessões"]);
        case("200/3%", &["%"]);
    }
}
