//! Files of other programs' YAML, such as workflows, as JSON: every scalar is text.

use granit_parser::{Event, Parser};
use serde_json::{Map, Value};

/// What a text of YAML says.
#[track_caller]
pub(crate) fn parsed(text: &str) -> Value {
    let mut open: Vec<(Value, Option<String>)> = Vec::new();
    let mut whole = Value::Null;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.unwrap_or_else(|error| panic!("{error}\n{text}"));
        let ended = match event {
            Event::Scalar(text, ..) => Value::String(text.to_string()),
            Event::SequenceStart(..) => {
                open.push((Value::Array(Vec::new()), None));
                continue;
            }
            Event::MappingStart(..) => {
                open.push((Value::Object(Map::new()), None));
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => open.pop().expect("it was begun").0,
            Event::Alias(_) => panic!("an alias at {span:?}"),
            _ => continue,
        };
        match open.last_mut() {
            None => whole = ended,
            Some((Value::Array(list), _)) => list.push(ended),
            Some((Value::Object(map), key)) => match key.take() {
                None => *key = Some(ended.as_str().expect("a key is text").to_owned()),
                Some(key) => {
                    let twice = map.insert(key.clone(), ended);
                    assert_eq!(twice, None, "{key} twice");
                }
            },
            Some(_) => unreachable!("only lists and maps are begun"),
        }
    }
    whole
}

#[test]
fn maps_lists_and_blocks_are_read() {
    let text = "a:\n  - b: 1\n    c: |\n      x\n      y\n  - {d: [e, 'f']}\n";
    let expected = serde_json::json!({"a": [{"b": "1", "c": "x\ny\n"}, {"d": ["e", "f"]}]});
    assert_eq!(parsed(text), expected);
}
