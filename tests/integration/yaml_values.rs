//! A YAML file as the value that an editor's parser makes of it, by the core schema of YAML 1.2.

use granit_parser::{Event, Parser, ScalarStyle};
use serde_json::{Map, Value};

/// A list or mapping that is still open.
enum Open {
    List(Vec<Value>),
    /// With the key whose value is to come.
    Mapping(Map<String, Value>, Option<String>),
}

/// The value of the first document; `None` of what is no YAML.
pub(crate) fn value_of(text: &str) -> Option<Value> {
    let mut open: Vec<(Open, usize)> = Vec::new();
    let mut anchors: std::collections::HashMap<usize, Value> = std::collections::HashMap::new();
    let mut root = Value::Null;
    for next in Parser::new_from_str(text) {
        let (event, _) = next.ok()?;
        let (value, anchor) = match event {
            Event::SequenceStart(_, anchor, _) => {
                open.push((Open::List(Vec::new()), anchor));
                continue;
            }
            Event::MappingStart(_, anchor, _) => {
                open.push((Open::Mapping(Map::new(), None), anchor));
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop()? {
                (Open::List(items), anchor) => (Value::Array(items), anchor),
                (Open::Mapping(entries, _), anchor) => (Value::Object(entries), anchor),
            },
            Event::Scalar(text, ScalarStyle::Plain, anchor, _) => (plain(&text), anchor),
            Event::Scalar(text, _, anchor, _) => (Value::String(text.into_owned()), anchor),
            Event::Alias(anchor) => (anchors.get(&anchor)?.clone(), 0),
            _ => continue,
        };
        if anchor != 0 {
            anchors.insert(anchor, value.clone());
        }
        match open.last_mut() {
            None => root = value,
            Some((Open::List(items), _)) => items.push(value),
            Some((Open::Mapping(entries, key), _)) => match key.take() {
                None => *key = Some(written(&value)),
                Some(key) => {
                    entries.insert(key, value);
                }
            },
        }
    }
    Some(root)
}

/// A key, which is a text in JSON.
fn written(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// What a scalar without quotes is.
fn plain(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_number = digits.starts_with(|first: char| first.is_ascii_digit() || first == '.')
        && digits
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-'));
    if let Ok(number) = text.trim_start_matches('+').parse::<i64>()
        && is_number
    {
        return number.into();
    }
    match text.parse::<f64>() {
        Ok(number) if is_number => number.into(),
        _ => Value::String(text.to_owned()),
    }
}
