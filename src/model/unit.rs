//! Units, and values that carry one: `18h`, `90min`, `62%`, `3/week`, `R$ 1200`, `3 sessões`.

use super::exact::Exact;

/// What kind of measure a unit belongs to: only values of one kind compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnitKind {
    /// A percentage, 62 for 62 %. Its changes are in percentage points.
    Percent,
    /// A length of time; the value counts this many seconds.
    Duration(u32),
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

/// Why a text is not a value in a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAValue {
    /// No number in a form that can be trusted.
    NotANumber,
    /// A number, in a unit that cannot be converted: the unit that was found.
    WrongUnit(String),
}

impl Unit {
    /// The unit that `text` names. Any word is a unit: what is no duration, percentage, rate or currency
    /// counts things.
    #[must_use]
    pub fn parse(text: &str) -> Unit {
        let text = text.trim();
        let kind = if text == "%" {
            UnitKind::Percent
        } else if let Some(seconds) = seconds(text) {
            UnitKind::Duration(seconds)
        } else if is_currency(text) {
            UnitKind::Currency
        } else if let Some((_, per)) = text.rsplit_once('/') {
            UnitKind::Rate(rate_period(per).to_owned())
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

    /// The unit that a value such as `24h` or `62%` carries; `None` for a bare number.
    #[must_use]
    pub fn carried_by(value: &str) -> Option<Unit> {
        let (_, suffix) = split(value.trim())?;
        match suffix.as_str() {
            "" => None,
            suffix => Some(Unit::parse(first_duration_unit(suffix))),
        }
    }

    /// Whether the unit is a percentage.
    #[must_use]
    pub fn is_percent(&self) -> bool {
        self.kind == UnitKind::Percent
    }

    /// Reads a value and converts it to this unit. A bare number is already in it.
    ///
    /// # Errors
    /// When there is no plain number, or when it is in a unit of another kind.
    ///
    /// ```
    /// use regua::model::{Exact, Unit};
    ///
    /// let hours = Unit::parse("h");
    /// assert_eq!(hours.read("90min"), Ok(Exact::parse("1.5").unwrap()));
    /// assert_eq!(hours.read("1d 4h"), Ok(Exact::from(28u32)));
    /// assert!(hours.read("62%").is_err());
    /// ```
    pub fn read(&self, value: &str) -> Result<Exact, NotAValue> {
        let (number, suffix) = split(value.trim()).ok_or(NotAValue::NotANumber)?;
        if suffix.is_empty() {
            return Ok(number);
        }
        if let UnitKind::Duration(own_seconds) = self.kind {
            let total = total_seconds(value.trim()).ok_or_else(|| wrong_unit(&suffix))?;
            return Ok(total / Exact::from(own_seconds));
        }
        let found = Unit::parse(&suffix);
        let same = match (&self.kind, &found.kind) {
            (UnitKind::Percent, UnitKind::Percent) => true,
            (UnitKind::Rate(own), UnitKind::Rate(other)) => {
                own == other && same_or_missing_noun(&self.text, &suffix)
            }
            (UnitKind::Currency, UnitKind::Currency) | (UnitKind::Count, UnitKind::Count) => {
                self.text.to_lowercase() == suffix.to_lowercase()
            }
            _ => false,
        };
        if same {
            Ok(number)
        } else {
            Err(wrong_unit(&suffix))
        }
    }
}

fn wrong_unit(suffix: &str) -> NotAValue {
    NotAValue::WrongUnit(suffix.to_owned())
}

/// The number at the start of a value and what stands behind it; a currency sign in front counts as behind.
fn split(value: &str) -> Option<(Exact, String)> {
    let begin = value.find(|letter: char| letter.is_ascii_digit())?;
    let (mut prefix, rest) = value.split_at(begin);
    let negative = prefix.ends_with('-');
    prefix = prefix.trim_end_matches('-').trim();
    if !prefix.is_empty() && !is_currency(prefix) {
        return None;
    }
    let length = rest
        .find(|letter: char| {
            !letter.is_ascii_digit() && letter != '.' && letter != ',' && letter != '_'
        })
        .unwrap_or(rest.len());
    let (digits, suffix) = rest.split_at(length);
    let number = Exact::parse(digits)?;
    let suffix = suffix.trim();
    if !prefix.is_empty() && !suffix.is_empty() {
        return None;
    }
    let unit = if prefix.is_empty() { suffix } else { prefix };
    Some((if negative { -number } else { number }, unit.to_owned()))
}

/// `1d 4h` in seconds: every part must carry a unit of time.
fn total_seconds(value: &str) -> Option<Exact> {
    let (negative, mut rest) = match value.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, value),
    };
    let mut total = Exact::ZERO;
    while !rest.is_empty() {
        let digits = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.')?;
        let number = Exact::parse(&rest[..digits])?;
        rest = rest[digits..].trim_start();
        let word = rest
            .find(|letter: char| letter.is_whitespace() || letter.is_ascii_digit())
            .unwrap_or(rest.len());
        total = total + number * Exact::from(seconds(&rest[..word])?);
        rest = rest[word..].trim_start();
    }
    Some(if negative { -total } else { total })
}

/// Of `d 4h` the `d`: a mixed duration is named by its first part.
fn first_duration_unit(suffix: &str) -> &str {
    let word = suffix
        .find(|letter: char| letter.is_whitespace() || letter.is_ascii_digit())
        .unwrap_or(suffix.len());
    if seconds(&suffix[..word]).is_some() {
        &suffix[..word]
    } else {
        suffix
    }
}

fn seconds(unit: &str) -> Option<u32> {
    match unit {
        "s" | "seg" | "sec" | "second" | "seconds" | "segundo" | "segundos" => Some(1),
        "min" | "minute" | "minutes" | "minuto" | "minutos" => Some(60),
        "h" | "hour" | "hours" | "hora" | "horas" => Some(3_600),
        "d" | "day" | "days" | "dia" | "dias" => Some(86_400),
        "wk" | "week" | "weeks" | "semana" | "semanas" => Some(604_800),
        _ => None,
    }
}

fn is_currency(text: &str) -> bool {
    matches!(
        text,
        "R$" | "BRL" | "US$" | "$" | "USD" | "€" | "EUR" | "£" | "GBP"
    )
}

fn rate_period(word: &str) -> &str {
    match word.trim() {
        "h" | "hour" | "hora" => "hour",
        "d" | "day" | "dia" => "day",
        "wk" | "week" | "sem" | "semana" => "week",
        "mo" | "month" | "mês" | "mes" => "month",
        "quarter" | "trimestre" => "quarter",
        "year" | "ano" => "year",
        other => other,
    }
}

/// `3/week` is a value in `updates/week`; `3 calls/week` is not.
fn same_or_missing_noun(own: &str, found: &str) -> bool {
    let noun = |text: &str| {
        text.rsplit_once('/')
            .map_or("", |(noun, _)| noun)
            .trim()
            .to_lowercase()
    };
    noun(found).is_empty() || noun(own) == noun(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_convert_to_the_declared_unit() {
        #[track_caller]
        fn case(unit: &str, value: &str, expected: &str) {
            let read = Unit::parse(unit).read(value).expect("a value");
            assert_eq!(read.to_string(), expected);
        }
        case("h", "18", "18");
        case("h", "90min", "1.5");
        case("h", "1d 4h", "28");
        case("h", "1d4h", "28");
        case("min", "2h", "120");
        case("h", "2 semanas", "336");
        case("%", "62%", "62");
        case("%", "62 %", "62");
        case("%", "-8%", "-8");
        case("/week", "3/week", "3");
        case("/week", "3/semana", "3");
        case("avisos/semana", "3/week", "3");
        case("R$", "R$ 1200.50", "1200.5");
        case("sessões", "3 sessões", "3");
    }

    #[test]
    fn a_value_of_another_kind_is_refused() {
        #[track_caller]
        fn case(unit: &str, value: &str, found: &str) {
            let error = Unit::parse(unit).read(value);
            assert_eq!(error, Err(NotAValue::WrongUnit(found.into())));
        }
        case("h", "62%", "%");
        case("%", "18h", "h");
        case("/week", "3/day", "/day");
        case("count", "3 chats", "chats");
        case("R$", "12 €", "€");
        case("h", "1d 4%", "d 4%");
    }

    #[test]
    fn odd_numbers_are_no_values() {
        for value in ["", "h", "18,4h", "1_000", "+5%", "012h", "~18h", "abc 3"] {
            assert_eq!(
                Unit::parse("h").read(value),
                Err(NotAValue::NotANumber),
                "{value}"
            );
        }
    }
}
