//! What makes a line between braces unreadable although every brace is closed: `{note: See minutes: page 3}`.
//!
//! Between braces and brackets a comma ends a text, a colon before a blank ends a key, and no text holds a bracket.
//! Whoever writes a sentence there thinks of none of that, and has to be told which text goes in quotes.

use std::ops::Range;

use super::shape::{self, Mapping};

/// What went wrong between braces that are closed.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// A text that goes in quotes.
    Text {
        /// Where it stands.
        at: Range<usize>,
        /// Its key with the text in quotes.
        mended: String,
    },
    /// A key of the format that no comma parts from the value before it.
    Comma {
        /// Where the key stands.
        at: Range<usize>,
    },
}

/// Mappings that people write between braces.
const WRITTEN_SO: [&Mapping; 8] = [
    &shape::ANSWER,
    &shape::EVIDENCE,
    &shape::READING,
    &shape::CHECK_IN,
    &shape::KEY_RESULT,
    &shape::BASELINE,
    &shape::DATED_TARGET,
    &shape::TARGET,
];
/// How far around the place that the parser stumbled over braces are looked at: lines above it, and bytes in all.
const LINES_ABOVE: usize = 6;
const MOST: usize = 4_096;

/// What is wrong where the parser stumbled, when it is a text between braces that are closed.
pub(super) fn slip(text: &str, offset: usize) -> Option<Slip> {
    let mut end = text.len().min(offset);
    for _ in 0..LINES_ABOVE {
        let start = text[..end].rfind('\n').map_or(0, |newline| newline + 1);
        let openings = text[start..].match_indices(['{', '[']);
        let first = openings.map(|(at, _)| start + at).find(|at| {
            let before = text[start..*at].trim_end();
            before.is_empty() || before.ends_with([':', '-'])
        });
        if let Some(from) = first.filter(|from| *from < offset) {
            return Walk::new(text, from).find(offset);
        }
        end = start.checked_sub(1)?;
    }
    None
}

/// One entry of a mapping, or one item of a list.
#[derive(Debug, Default)]
struct Entry {
    /// A text before a colon; of an entry without a colon all of it.
    key: Range<usize>,
    /// The text behind the colon, where it is neither quoted nor a collection.
    text: Option<Range<usize>>,
    has_colon: bool,
    /// Where the text first holds what no text between braces may.
    wrong: Option<usize>,
}

struct Open {
    closes_with: u8,
    entries: Vec<Entry>,
}

/// A walk along what stands between braces, as lenient as a person who reads it.
struct Walk<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    open: Vec<Open>,
}

impl<'t> Walk<'t> {
    fn new(text: &'t str, from: usize) -> Walk<'t> {
        Walk {
            text,
            at: from,
            end: text.len().min(from + MOST),
            open: Vec::new(),
        }
    }

    fn byte(&self) -> Option<u8> {
        let bytes = self.text.as_bytes().get(..self.end)?;
        bytes.get(self.at).copied()
    }

    /// The slip that `offset` lies in. `None` where a brace stays open, or all is well there.
    fn find(mut self, offset: usize) -> Option<Slip> {
        let mut found = None;
        loop {
            match self.byte()? {
                opening @ (b'{' | b'[') => {
                    self.open.push(Open {
                        closes_with: if opening == b'{' { b'}' } else { b']' },
                        entries: vec![Entry::default()],
                    });
                    self.at += 1;
                }
                closing @ (b'}' | b']') => {
                    let closed = self.open.pop()?;
                    if closed.closes_with != closing {
                        return None;
                    }
                    found = found.or_else(|| self.slip_among(&closed, offset));
                    self.at += 1;
                    if self.open.is_empty() {
                        return found;
                    }
                }
                b',' => {
                    self.open.last_mut()?.entries.push(Entry::default());
                    self.at += 1;
                }
                b':' => {
                    self.entry()?.has_colon = true;
                    self.at += 1;
                }
                b'#' => return None, // a comment, or what was meant as none
                quote @ (b'"' | b'\'') => self.quoted(quote)?,
                blank if blank.is_ascii_whitespace() => self.at += 1,
                _ => self.plain()?,
            }
        }
    }

    fn entry(&mut self) -> Option<&mut Entry> {
        self.open.last_mut()?.entries.last_mut()
    }

    fn quoted(&mut self, quote: u8) -> Option<()> {
        let from = self.at;
        self.at += 1;
        loop {
            let byte = self.byte()?;
            self.at += 1;
            match byte {
                b'\\' if quote == b'"' => self.at += 1,
                _ if byte == quote && quote == b'\'' && self.byte() == Some(quote) => self.at += 1,
                _ if byte == quote => break,
                _ => {}
            }
        }
        let until = self.at;
        let entry = self.entry()?;
        if entry.has_colon {
            entry.text.get_or_insert(from..until);
        } else {
            entry.key = from..until;
        }
        Some(())
    }

    /// A text without quotes, up to where it ends for a reader of YAML; as a value, up to where it ends for a person.
    fn plain(&mut self) -> Option<()> {
        let from = self.at;
        let is_key = !self.entry()?.has_colon;
        let mut wrong = None;
        let mut within: usize = 0;
        loop {
            let byte = self.byte()?;
            let next = self.text.as_bytes().get(self.at + 1).copied();
            let ends_key = next.is_none_or(|next| {
                next.is_ascii_whitespace() || matches!(next, b',' | b'}' | b']')
            });
            match byte {
                b':' if ends_key && is_key => break,
                b':' if ends_key => wrong = wrong.or(Some(self.at)),
                b'{' | b'[' => {
                    within += 1;
                    wrong = wrong.or(Some(self.at));
                }
                b'}' | b']' if within > 0 => within -= 1,
                b'}' | b']' => break,
                b',' if within == 0 => break,
                _ => {}
            }
            self.at += 1;
        }
        let until = from + self.text[from..self.at].trim_ascii_end().len();
        let entry = self.entry()?;
        if is_key {
            entry.key = from..until;
        } else {
            // What goes on behind a quoted word began with it.
            let start = entry.text.take().map_or(from, |quoted| quoted.start);
            entry.text = Some(start..until);
            entry.wrong = wrong;
        }
        Some(())
    }

    fn slip_among(&self, closed: &Open, offset: usize) -> Option<Slip> {
        let is_mapping = closed.closes_with == b'}';
        let mut entries = closed.entries.iter().enumerate().filter(|_| is_mapping);
        let (position, entry, mut at, wrong) = entries.find_map(|(position, entry)| {
            let at = entry.text.clone()?;
            let wrong = entry.wrong?;
            (at.start..=at.end)
                .contains(&offset)
                .then_some((position, entry, at, wrong))
        })?;
        if let Some(key) = self.key_before(wrong, &at, &closed.entries) {
            return Some(Slip::Comma { at: key });
        }
        // What a comma cuts off and is no entry of its own goes on with the text.
        let rest = closed.entries[position + 1..].iter();
        for cut in rest.take_while(|entry| !entry.has_colon && !entry.key.is_empty()) {
            at.end = cut.key.end;
        }
        let key = &self.text[entry.key.clone()];
        let words: Vec<&str> = self.text[at.clone()].split_ascii_whitespace().collect();
        let mended = format!("{key}: {}", in_quotes(&words.join(" ")));
        Some(Slip::Text { at, mended })
    }

    /// A key that the format has, before the colon at `wrong`, which the mapping does not hold yet.
    fn key_before(
        &self,
        wrong: usize,
        at: &Range<usize>,
        entries: &[Entry],
    ) -> Option<Range<usize>> {
        let before = self.text.get(at.start..wrong)?;
        let start = at.start + before.rfind(|letter: char| letter.is_ascii_whitespace())? + 1;
        let word = &self.text[start..wrong];
        let is_known = WRITTEN_SO.iter().any(|shape| shape.key(word).is_some());
        let is_there = entries
            .iter()
            .any(|entry| &self.text[entry.key.clone()] == word);
        (is_known && !is_there).then_some(start..wrong)
    }
}

/// A text as YAML takes it whole.
fn in_quotes(text: &str) -> String {
    match text.contains(['"', '\\']) {
        true => format!("'{}'", text.replace('\'', "''")),
        false => format!("\"{text}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where `|` stands the parser stumbled.
    fn at_mark(text: &str) -> Option<Slip> {
        let offset = text.find('|').expect("the case has a mark");
        slip(&text.replacen('|', "", 1), offset)
    }

    #[test]
    fn a_text_that_goes_in_quotes_is_found_and_mended() {
        #[track_caller]
        fn case(text: &str, expected: &str) {
            match at_mark(text) {
                Some(Slip::Text { mended, .. }) => assert_eq!(mended, expected, "{text}"),
                other => panic!("{text}: {other:?}"),
            }
        }
        case(
            "a: {choice: x, note: See minutes|: slow, often}",
            "note: \"See minutes: slow, often\"",
        );
        case(
            "a: {note: See minutes|: slow, choice: x}",
            "note: \"See minutes: slow\"",
        );
        case(
            "a: {note: seen |[p. 3, 4] by all}",
            "note: \"seen [p. 3, 4] by all\"",
        );
        case(
            "a: {note: he said \"no\"|: twice}",
            "note: 'he said \"no\": twice'",
        );
        case(
            "a: {choice: x,\n    note: See\n      minutes|: slow}\nb: 1",
            "note: \"See minutes: slow\"",
        );
        case(
            "- [{text: a}, {text: See minutes|: slow}]",
            "text: \"See minutes: slow\"",
        );
        case("a: {note: see note|: slow}", "note: \"see note: slow\"");
        case(
            "a: {note: \"Minutes\" |of May: slow}",
            "note: '\"Minutes\" of May: slow'",
        );
        for hard in ['\u{a0}', '\u{2003}', '\u{2028}', '\u{3000}'] {
            case(
                &format!("a: {{note: See{hard}minutes|: slow}}"),
                &format!("note: \"See{hard}minutes: slow\""),
            );
            case(
                &format!("a: {{note: See minutes{hard}|: slow}}"),
                &format!("note: \"See minutes{hard}: slow\""),
            );
        }
    }

    #[test]
    fn a_key_without_its_comma_is_no_text() {
        let text = "a: {choice: x note|: slow}";
        let at = text.find("note").expect("it stands there");
        assert_eq!(at_mark(text), Some(Slip::Comma { at: at..at + 4 }));
    }

    #[test]
    fn braces_that_stay_open_are_another_matter() {
        for text in [
            "a: {note: See minutes|: slow\nb: 1",
            "a: [x, y|\nb: {c: d}",
            "a: {note: 'See|: slow}",
            "a: {note: fine}\nb: x|: y",
            "a: b|: c",
            "|",
        ] {
            assert_eq!(at_mark(text), None, "{text}");
        }
    }
}
