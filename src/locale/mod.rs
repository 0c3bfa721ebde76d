//! Words, numbers and dates as each language writes them.
//!
//! Sentences live in `<name>.<language>.ftl` (Fluent) beside this file, both languages with the same keys;
//! numbers are grouped and pointed by the Unicode locale data. Nothing here decides what is said.

mod formats;
mod key_number;
mod manual;
mod pages;
mod sentences;
#[cfg(test)]
mod sorted;
mod topics;

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use fixed_decimal::Decimal;
use fluent_bundle::{FluentArgs, FluentValue};
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};

use crate::model::{Exact, Language, Period, Unit, UnitKind};
pub use pages::Page;
use sentences::{Sentences, texts};
pub use topics::Topic;

/// A value that a sentence speaks of.
#[derive(Debug, Clone)]
pub enum Word {
    /// A text, put in as it is.
    Text(String),
    /// A count: the sentence's plural follows it, and it is written as the language writes numbers.
    Count(i64),
}

impl From<&str> for Word {
    fn from(text: &str) -> Word {
        Word::Text(text.to_owned())
    }
}

impl From<String> for Word {
    fn from(text: String) -> Word {
        Word::Text(text)
    }
}

impl From<usize> for Word {
    fn from(count: usize) -> Word {
        Word::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Word {
    fn from(count: u32) -> Word {
        Word::Count(i64::from(count))
    }
}

/// One language: its sentences and its ways with numbers and dates.
pub struct Locale {
    language: Language,
    sentences: Sentences,
    /// The pages of codes, which few runs ask for.
    pages: OnceLock<Sentences>,
    /// What is said of the formats of files, which few runs ask for either.
    formats: OnceLock<Sentences>,
    /// What manual pages say beside the help of commands; few runs ask for it either.
    manual: OnceLock<Sentences>,
    /// What the code says of results, from English.
    results: OnceLock<HashMap<u32, &'static str>>,
    numbers: DecimalFormatter,
    /// What stands between whole and fraction.
    point: String,
}

impl fmt::Debug for Locale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Locale({})", self.language)
    }
}

/// The values of a sentence.
fn arguments<'w>(words: &'w [(&'w str, Word)]) -> FluentArgs<'w> {
    let mut values = FluentArgs::new();
    for (name, word) in words {
        match word {
            Word::Text(text) => values.set(*name, FluentValue::String(Cow::Borrowed(text))),
            Word::Count(count) => values.set(*name, FluentValue::from(*count)),
        }
    }
    values
}

/// What stands where there is no value.
pub const NO_VALUE: &str = "–";
/// The digits after the point that a change too small for the usual ones is given, and the least that they show, in
/// ten-thousandths.
const MOST_PLACES: usize = 4;
const SMALLEST_SHOWN: i64 = 1;
/// What stands before a number below zero.
const MINUS: &str = "−";
/// Digits after the point that a value is told with, at most.
const USUAL_PLACES: usize = 2;
/// Keeps a number and its unit on one line.
const NO_BREAK: char = '\u{a0}';

/// A level, or where rounding would lift it to the next one the highest number of so many places below that.
fn short_of_next(level: &Exact, places: usize) -> Exact {
    let rounded = Exact::parse(&level.rounded(places)).unwrap_or_else(|| level.clone());
    match rounded.floor() > level.floor() {
        true => &rounded - &Exact::ratio(1, 10_u64.pow(u32::try_from(places).unwrap_or(0))),
        false => level.clone(),
    }
}

impl Locale {
    /// The locale of a language.
    #[must_use]
    pub fn new(language: Language) -> Locale {
        let texts = match language {
            Language::Portuguese => texts!("sentences.pt-BR"),
            Language::English => texts!("sentences.en"),
        };
        let sentences = Sentences::new(language.tag(), texts);
        let locale: icu_locale_core::Locale =
            language.tag().parse().expect("our tags are well formed");
        let numbers = DecimalFormatter::try_new(
            DecimalFormatterPreferences::from(&locale),
            Default::default(),
        )
        .expect("the data of both languages are built in");
        let half: Decimal = "0.5".parse().expect("a decimal");
        let point = numbers.format(&half).to_string().replace(['0', '5'], "");
        Locale {
            language,
            sentences,
            pages: OnceLock::new(),
            formats: OnceLock::new(),
            manual: OnceLock::new(),
            results: OnceLock::new(),
            numbers,
            point,
        }
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The sentence of a key, such as `report-title` or `unknown-key.help-near`, with values put in.
    /// A key that does not exist gives itself in brackets: a defect that shows.
    #[must_use]
    pub fn say(&self, key: &str, words: &[(&str, Word)]) -> String {
        self.find(key, words).unwrap_or_else(|| format!("⟦{key}⟧"))
    }

    /// As [`say`](Self::say), `None` when there is no such sentence.
    #[must_use]
    pub fn find(&self, key: &str, words: &[(&str, Word)]) -> Option<String> {
        let (message, attribute) = match key.split_once('.') {
            Some((message, attribute)) => (message, Some(attribute)),
            None => (key, None),
        };
        self.sentences.find(message, attribute, &arguments(words))
    }

    /// A number with exactly `places` digits after the point.
    #[must_use]
    pub fn number(&self, number: &Exact, places: usize) -> String {
        self.digits(&number.rounded(places))
    }

    /// A number with at most `places` digits after the point.
    #[must_use]
    pub fn number_short(&self, number: &Exact, places: usize) -> String {
        self.digits(&number.rounded_short(places))
    }

    /// A level in fractions, as the level of a KPI's value. What falls short of a level is not rounded up to it: 3.996 is
    /// `3,99`.
    #[must_use]
    pub fn level(&self, level: &Exact, places: usize) -> String {
        self.number(&short_of_next(level, places), places)
    }

    /// The same with at most `places` digits after the point.
    #[must_use]
    pub fn level_short(&self, level: &Exact, places: usize) -> String {
        self.number_short(&short_of_next(level, places), places)
    }

    /// A number with its sign, `+1,01` or `−0,20`; zero has none.
    #[must_use]
    pub fn signed(&self, number: &Exact, places: usize) -> String {
        let text = self.number(number, places);
        let is_zero = self.is_shown_as_zero(number, places);
        if number.is_negative() || is_zero {
            text
        } else {
            format!("+{text}")
        }
    }

    /// What changed, with its sign and `places` digits after the point; with more, up to four, where it would seem to
    /// be nothing: `+0,003`. What is less than that is `< 0,0001`.
    #[must_use]
    pub fn change(&self, number: &Exact, places: usize) -> String {
        if number.is_zero() {
            return self.signed(number, places);
        }
        let shows = |places: &usize| !self.is_shown_as_zero(number, *places);
        if let Some(places) = (places..=places.max(MOST_PLACES)).find(shows) {
            return self.signed(number, places);
        }
        let (sign, bound) = match number.is_negative() {
            true => ('>', -SMALLEST_SHOWN),
            false => ('<', SMALLEST_SHOWN),
        };
        let bound = Exact::ratio(bound, 10_000);
        format!("{sign}{NO_BREAK}{}", self.number(&bound, MOST_PLACES))
    }

    /// Whether nothing but zeros is left of a number with `places` digits after the point.
    #[must_use]
    pub fn is_shown_as_zero(&self, number: &Exact, places: usize) -> bool {
        let shown = number.abs().rounded(places);
        shown.bytes().all(|byte| matches!(byte, b'0' | b'.'))
    }

    /// A share as a percentage: 2/3 is `67%`.
    #[must_use]
    pub fn percent(&self, share: &Exact, places: usize) -> String {
        let percent = share * &Exact::from(100u32);
        format!("{}%", self.number(&percent, places))
    }

    /// A share as a percentage with one decimal, where it has one: 0.5 is `50%`, 0.896 is `89,6%`.
    #[must_use]
    pub fn percent_short(&self, share: &Exact) -> String {
        let percent = share * &Exact::from(100u32);
        format!("{}%", self.number_short(&percent, 1))
    }

    /// A value with its unit: `18,4 h`, `62%`, `3/semana`, `R$ 1.200`.
    #[must_use]
    pub fn quantity(&self, value: &Exact, unit: &Unit) -> String {
        self.quantity_beside(value, unit, value)
    }

    /// The same, for what stands beside a value and is read with it, such as its change: a length is in the unit that
    /// the value is told in.
    #[must_use]
    pub fn quantity_beside(&self, value: &Exact, unit: &Unit, beside: &Exact) -> String {
        self.quantity_to(value, unit, (beside, USUAL_PLACES))
    }

    /// The same for two values that are told as different: with as many digits as tell them apart.
    #[must_use]
    pub fn quantities_apart(&self, values: [&Exact; 2], unit: &Unit) -> [String; 2] {
        const MOST: usize = 9;
        let [one, other] = values;
        let shown = |places| values.map(|value| self.quantity_to(value, unit, (one, places)));
        let apart = (USUAL_PLACES..=MOST).find(|places| {
            let [first, second] = shown(*places);
            first != second
        });
        match apart {
            Some(places) if places > USUAL_PLACES => shown(places),
            _ => [self.quantity(one, unit), self.quantity(other, unit)],
        }
    }

    fn quantity_to(&self, value: &Exact, unit: &Unit, (beside, places): (&Exact, usize)) -> String {
        if let Some((parts, name)) = smaller_unit(beside, unit) {
            let value = value * &Exact::from(parts);
            return format!("{}{NO_BREAK}{name}", self.number_short(&value, places));
        }
        let number = self.number_short(value, places);
        match &unit.kind {
            UnitKind::Percent => format!("{number}%"),
            UnitKind::Currency => self.money(value, &unit.text, places),
            UnitKind::Rate(period) => {
                let noun = unit.counted();
                // What is no length of time is shown as it is written: `chamados/Célula`.
                let written = unit
                    .text
                    .rsplit_once('/')
                    .map_or("", |(_, word)| word.trim());
                let period = self
                    .find(&format!("per-{period}"), &[])
                    .unwrap_or_else(|| written.to_owned());
                if noun.is_empty() {
                    format!("{number}/{period}")
                } else {
                    format!("{number}{NO_BREAK}{noun}/{period}")
                }
            }
            UnitKind::Count if matches!(unit.text.as_str(), "" | "count" | "score") => number,
            UnitKind::Duration(_) | UnitKind::WorkingDays | UnitKind::Count => {
                format!("{number}{NO_BREAK}{}", unit.text)
            }
        }
    }

    /// A change a day: an amount of money as one, `R$ 3,87`; other figures, and what is less than a cent, as a number with
    /// four digits after the point.
    #[must_use]
    pub fn pace(&self, pace: &Exact, unit: &Unit) -> String {
        match unit.kind {
            UnitKind::Currency if !self.is_shown_as_zero(pace, USUAL_PLACES) => {
                self.money(pace, &unit.text, USUAL_PLACES)
            }
            _ => self.number(pace, MOST_PLACES),
        }
    }

    /// An amount of money: whole, or with two digits after the point, `R$ 14,20`; the sign stands before the currency.
    fn money(&self, amount: &Exact, currency: &str, places: usize) -> String {
        const CENTS: usize = 2;
        let number = match amount.rounded(CENTS).strip_suffix(".00") {
            _ if places > CENTS => self.number_short(amount, places),
            Some(whole) => self.digits(whole),
            None => self.number(amount, CENTS),
        };
        match number.strip_prefix(MINUS) {
            Some(number) => format!("{MINUS}{currency}{NO_BREAK}{number}"),
            None => format!("{currency}{NO_BREAK}{number}"),
        }
    }

    /// A date: `30/09/2026`, `30 Sep 2026`.
    #[must_use]
    pub fn date(&self, date: NaiveDate) -> String {
        match self.language {
            Language::Portuguese => date.format("%d/%m/%Y").to_string(),
            Language::English => format!(
                "{} {} {}",
                date.day(),
                self.month(date.month()),
                date.year()
            ),
        }
    }

    /// A period by its name: `3º trimestre de 2026`, `set. 2026`, `Q3 2026`.
    #[must_use]
    pub fn period(&self, period: Period) -> String {
        let name = |key: &str, year: i32, part: u32| {
            let words = [
                ("year", Word::from(year.to_string())),
                ("part", Word::from(part.to_string())),
            ];
            self.say(key, &words)
        };
        match period {
            Period::Year(year) => year.to_string(),
            Period::Half(year, half) => name("period-half", year, half),
            Period::Quarter(year, quarter) => name("period-quarter", year, quarter),
            Period::Month(year, month) => format!("{} {year}", self.month(month)),
            Period::Week(year, week) => name("period-week", year, week),
            Period::FiscalYear(year) => name("period-fiscal-year", year, 0),
            Period::FiscalHalf(year, half) => name("period-fiscal-half", year, half),
            Period::FiscalQuarter(year, quarter) => name("period-fiscal-quarter", year, quarter),
            Period::Day(day) => self.date(day),
            Period::Range(days) => format!("{} – {}", self.date(days.first), self.date(days.last)),
        }
    }

    fn month(&self, month: u32) -> String {
        self.say(&format!("month-{month}"), &[])
    }

    /// Digits in ASCII as the language writes them, with a true minus sign.
    fn digits(&self, ascii: &str) -> String {
        // Below a thousand, only the point is the language's own.
        let (whole, fraction) = ascii.split_once('.').unwrap_or((ascii, ""));
        if whole.len() < 4 && !whole.starts_with('-') {
            let point = if fraction.is_empty() { "" } else { &self.point };
            return [whole, point, fraction].concat();
        }
        let decimal: Decimal = ascii.parse().expect("rounding gives plain decimals");
        self.numbers
            .format(&decimal)
            .to_string()
            .replace('-', MINUS)
    }
}

/// The unit for a length that is less than one of its own, with how many of it make one: minutes for less than an hour,
/// seconds for less than a minute. Nobody says 0.07 hours.
fn smaller_unit(length: &Exact, unit: &Unit) -> Option<(u32, &'static str)> {
    let UnitKind::Duration(seconds) = unit.kind else {
        return None;
    };
    let mut found = None;
    let mut parts = 1;
    for (larger, smaller) in [(3_600, "min"), (60, "s")] {
        let is_below = (length * &Exact::from(parts)).abs() < Exact::ONE && !length.is_zero();
        if is_below && (seconds == larger || found.is_some()) {
            parts *= 60;
            found = Some((parts, smaller));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> Exact {
        Exact::parse_displayed(text).expect("a number")
    }

    #[test]
    fn values_that_differ_are_told_apart() {
        let portuguese = Locale::new(Language::Portuguese);
        for (unit, values, told) in [
            ("h", ["24", "18"], ["24\u{a0}h", "18\u{a0}h"]),
            ("h", ["24", "24.004"], ["24\u{a0}h", "24,004\u{a0}h"]),
            ("%", ["79.996", "80"], ["79,996%", "80%"]),
            ("R$", ["5", "5.001"], ["R$\u{a0}5", "R$\u{a0}5,001"]),
            ("h", ["0.5", "0.50001"], ["30\u{a0}min", "30,001\u{a0}min"]),
        ] {
            let exact = values.map(exact);
            let own = portuguese.quantities_apart(exact.each_ref(), &Unit::parse(unit));
            assert_eq!(own, told, "{values:?}");
        }
    }

    #[test]
    fn numbers_and_dates_read_as_each_language_writes_them() {
        let portuguese = Locale::new(Language::Portuguese);
        let english = Locale::new(Language::English);
        let day = crate::model::parse_day("2026-09-30").expect("a day");
        assert_eq!(portuguese.number(&exact("3.42"), 2), "3,42");
        assert_eq!(english.number(&exact("3.42"), 2), "3.42");
        assert_eq!(portuguese.number(&exact("1234567.855"), 2), "1.234.567,86");
        assert_eq!(english.number(&exact("-1234.5"), 1), "−1,234.5");
        assert_eq!(portuguese.date(day), "30/09/2026");
        assert_eq!(english.date(day), "30 Sep 2026");
        assert_eq!(portuguese.signed(&exact("0.004"), 2), "0,00");
        assert_eq!(portuguese.signed(&exact("1.01"), 2), "+1,01");
        for (change, shown) in [
            ("0", "0,00"),
            ("0.006", "+0,01"),
            ("0.003", "+0,003"),
            ("-0.0004", "−0,0004"),
            ("0.00005", "+0,0001"),
            ("0.00004", "<\u{a0}0,0001"),
            ("-0.00004", ">\u{a0}−0,0001"),
        ] {
            assert_eq!(portuguese.change(&exact(change), 2), shown);
        }
        assert_eq!(portuguese.percent(&exact("2/3"), 0), "67%");
    }

    #[test]
    fn units_stand_where_each_language_puts_them() {
        let portuguese = Locale::new(Language::Portuguese);
        let shown =
            |value: &str, unit: &str| portuguese.quantity(&exact(value), &Unit::parse(unit));
        assert_eq!(shown("18.4", "h"), "18,4\u{a0}h");
        assert_eq!(shown("62", "%"), "62%");
        assert_eq!(shown("3", "/week"), "3/semana");
        assert_eq!(shown("3", "chamados/Célula"), "3\u{a0}chamados/Célula");
        assert_eq!(shown("1200.5", "R$"), "R$\u{a0}1.200,50");
        assert_eq!(shown("12", "R$"), "R$\u{a0}12");
        assert_eq!(shown("-1.349", "R$"), "−R$\u{a0}1,35");
        assert_eq!(shown("0.003", "R$"), "R$\u{a0}0");
        assert_eq!(shown("1830", "count"), "1.830");
        assert_eq!(shown("3", "sessões"), "3\u{a0}sessões");
        assert_eq!(shown("0.5", "h"), "30\u{a0}min");
        assert_eq!(shown("0.005", "h"), "18\u{a0}s");
        assert_eq!(shown("0.5", "min"), "30\u{a0}s");
        assert_eq!(shown("0", "h"), "0\u{a0}h");
    }

    #[test]
    fn a_change_is_told_in_the_unit_of_the_value_beside_it() {
        let portuguese = Locale::new(Language::Portuguese);
        let shown = |change: &str, value: &str| {
            portuguese.quantity_beside(&exact(change), &Unit::parse("h"), &exact(value))
        };
        assert_eq!(shown("-0.78", "70.62"), "−0,78\u{a0}h");
        assert_eq!(shown("-0.5", "0.25"), "−30\u{a0}min");
        assert_eq!(shown("1.5", "0.25"), "90\u{a0}min");
    }
}
