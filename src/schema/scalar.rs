//! Texts, numbers and words. A scalar counts for what it means: `18`, `"18"` and `18h` are all values, whatever type
//! YAML gives them, so patterns say what a text may be and bounds what a number may.

use serde_json::{Map, Value, json};

use super::{Object, object};
use crate::locale::Locale;
use crate::read::shape::Takes;

/// An identifier.
pub(super) const ID: &str = "[a-z0-9]+(-[a-z0-9]+)*";
/// A decimal number without a sign.
const DIGITS: &str = r"(0|[1-9][0-9]*)(\.[0-9]+)?";
/// One that is more than nothing.
const MORE: &str = r"([1-9][0-9]*(\.[0-9]+)?|0\.[0-9]*[1-9][0-9]*)";
/// Nothing, with a sign.
const NO_LESS: &str = r"-0(\.0+)?";
/// A day, of the years 1900 to 2999.
const DAY: &str = "(19|2[0-9])[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))";
const YEAR: &str = "(19|2[0-9])[0-9]{2}";
/// Periods but for days and ranges of them.
const PARTS: &str = "(-Q[1-4]|-[SH][12])?";
const MONTHS: &str = "-M?(0[1-9]|1[0-2])|-W(0[1-9]|[1-4][0-9]|5[0-3])";
/// Lengths of time.
const LENGTHS: &str = "(day|days|dia|dias|week|weeks|semana|semanas|month|months|mês|mes|meses|quarter|quarters|trimestre|trimestres|half-year|half-years|semestre|semestres|year|years|ano|anos)";
/// What may stand before a sum of money, in capitals or not.
const SIGNS: &str =
    r"([Rr]\$|[Bb][Rr][Ll]|[Uu][Ss]\$|[Uu][Ss][Dd]|€|[Ee][Uu][Rr]|£|[Gg][Bb][Pp]|\$)";

/// What a scalar may be.
pub(super) fn schema(takes: &Takes, locale: &Locale) -> Object {
    match takes {
        Takes::Anything => Map::new(),
        // `true` is a text too; named as a type, editors would offer it everywhere.
        Takes::Text => object(json!({"not": {"type": ["object", "array", "null"]}})),
        Takes::Texts => {
            let version = json!({"not": {"type": ["object", "array"]}});
            object(json!({
                "not": {"type": ["array", "null"]},
                "properties": {"pt-BR": version, "en": version},
                "additionalProperties": false,
            }))
        }
        Takes::Word(words) => object(json!({"enum": words()})),
        Takes::Flag => object(json!({"type": "boolean"})),
        Takes::Yes => object(json!({"enum": [true]})),
        Takes::Version => object(json!({"enum": [1, "1"]})),
        _ => patterned(takes, locale),
    }
}

/// A text of a form, or a number within bounds.
fn patterned(takes: &Takes, locale: &Locale) -> Object {
    let fraction = r"/[1-9][0-9]*(\.0+)?";
    let quantity = format!(
        r"\s*-?({SIGNS}\s*-?)?{DIGITS}({fraction})?(\s*$|\s+[^\s0-9']|[^\s0-9.,_'/]|/[^0-9])"
    );
    let (pattern, of_numbers) = match takes {
        Takes::Id => (id(ID), json!({"type": "number", "minimum": 0})),
        Takes::Number => (whole(&format!("-?{DIGITS}")), json!({"type": "number"})),
        Takes::Amount => (
            whole(&format!("{DIGITS}|{NO_LESS}")),
            json!({"type": "number", "minimum": 0}),
        ),
        Takes::Positive => (
            whole(MORE),
            json!({"type": "number", "exclusiveMinimum": 0}),
        ),
        Takes::Percent => (
            whole(&format!(
                r"\s*((100(\.0+)?|[0-9]{{1,2}}(\.[0-9]+)?|{NO_LESS})|{DIGITS}{fraction})\s*%?\s*"
            )),
            json!({"type": "number", "minimum": 0, "maximum": 100}),
        ),
        // A unit of time, in either language, by its first letter.
        Takes::DayLength => (
            format!(r"^\s*({MORE}|{DIGITS}{fraction})\s*[BbCcDdHhMmSsWw]"),
            json!({}),
        ),
        Takes::Cases => (
            whole(&format!(r"(0|[1-9][0-9]*)(\.0+)?|{NO_LESS}")),
            json!({"type": "integer", "minimum": 0}),
        ),
        Takes::Fraction => (
            whole(&format!("-?{DIGITS}(/-?{MORE})?")),
            json!({"type": "number"}),
        ),
        Takes::Share => (
            whole(&format!(
                r"0(\.[0-9]+)?|1(\.0+)?|{NO_LESS}|-?{DIGITS}/-?{MORE}"
            )),
            json!({"type": "number", "minimum": 0, "maximum": 1}),
        ),
        Takes::Whole(low, high) => (
            whole(&between(*low, *high)),
            json!({"type": "integer", "minimum": low, "maximum": high}),
        ),
        Takes::Date => (whole(DAY), json!({})),
        Takes::Period => (
            whole(&format!(
                r"(FY)?{YEAR}{PARTS}|{YEAR}({MONTHS})|{DAY}|\s*{DAY}\s*\.\.\s*{DAY}\s*"
            )),
            json!({"type": "integer", "minimum": 1900, "maximum": 2999}),
        ),
        Takes::Length => (
            whole(&format!(r"\s*0*[1-9][0-9]{{0,4}} \s*{LENGTHS}\s*")),
            json!({}),
        ),
        Takes::Quantity => (format!("^{quantity}"), json!({"type": "number"})),
        Takes::Target => (
            format!(
                r"^({quantity}|\s*x{DIGITS}({fraction})?\s*$|\s*\+{DIGITS}({fraction})?\s*(%|pp)\s*$)"
            ),
            json!({"type": "number"}),
        ),
        _ => (whole("#[0-9A-Fa-f]{6}"), json!({})),
    };
    let mut schema = object(of_numbers);
    let (key, types) = match schema.remove("type") {
        Some(_) if matches!(takes, Takes::Id) => {
            ("not", json!({"type": ["object", "array", "null"]}))
        }
        Some(number) => ("type", json!(["string", number])),
        None => ("type", json!("string")),
    };
    schema.insert(key.to_owned(), types);
    schema.insert("pattern".to_owned(), pattern.into());
    schema.insert("patternErrorMessage".to_owned(), form(takes, locale).into());
    if matches!(takes, Takes::Id) {
        schema.insert("maxLength".to_owned(), 80.into());
    }
    schema
}

/// What a scalar is, in words.
pub(super) fn form(takes: &Takes, locale: &Locale) -> String {
    locale.say_of_format(&format!("takes-{}", word(takes)))
}

/// The word by which sentences know what is taken.
pub(super) fn word(takes: &Takes) -> &'static str {
    match takes {
        Takes::Anything => "anything",
        Takes::Text => "text",
        Takes::Texts => "texts",
        Takes::Id => "id",
        Takes::Word(_) => "word",
        Takes::Flag | Takes::Yes => "flag",
        Takes::Version => "version",
        Takes::Number => "number",
        Takes::Amount => "amount",
        Takes::Positive => "positive",
        Takes::Cases => "cases",
        Takes::Fraction => "fraction",
        Takes::Share => "share",
        Takes::Whole(..) => "whole",
        Takes::Date => "date",
        Takes::Period => "period",
        Takes::Length => "length",
        Takes::Quantity => "quantity",
        Takes::Percent => "percent",
        Takes::DayLength => "day-length",
        Takes::Target => "target",
        Takes::Colour => "colour",
        Takes::Name(_) => "name",
        Takes::List(_) | Takes::Some(_) => "list",
        Takes::Pair(_) => "pair",
        Takes::Map(_) => "map",
        Takes::By(..) => "by",
        Takes::Answers => "answers",
        Takes::Either(_) => "either",
    }
}

/// A text that is an id from end to end, or several with something between them.
pub(super) fn id(pattern: &str) -> String {
    whole(pattern)
}

fn whole(pattern: &str) -> String {
    format!("^({pattern})$")
}

fn between(low: u32, high: u32) -> String {
    const MOST_LISTED: u32 = 12;
    if (low, high) == (0, 100) {
        return "100|[1-9]?[0-9]".to_owned();
    }
    debug_assert!(high - low < MOST_LISTED, "a pattern of its own is needed");
    let numbers: Vec<String> = (low..=high).map(|number| number.to_string()).collect();
    numbers.join("|")
}

/// One of these names, however YAML reads them: `2026` is a number there, and `true` neither.
pub(super) fn one_of<'n>(names: impl IntoIterator<Item = &'n str>) -> Object {
    let mut values: Vec<Value> = Vec::new();
    for name in names {
        let text = Value::from(name);
        if values.contains(&text) {
            continue;
        }
        values.push(text);
        let other = match name {
            "true" => Some(Value::from(true)),
            "false" => Some(Value::from(false)),
            number => number.parse::<u64>().ok().map(Value::from),
        };
        values.extend(other);
    }
    let mut schema = Map::new();
    schema.insert("enum".to_owned(), values.into());
    schema
}
