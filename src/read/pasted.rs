//! What a text brings along that was pasted from a chat or a word processor: curly quotes, blanks that YAML does not
//! take for blanks, letters that nobody sees.
//!
//! In a sentence they do no harm and are left alone. They are told where they are why a file cannot be read, or why a
//! name, a date or a number is not known: whoever looks at the line sees nothing wrong with it.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Sources};
use crate::model::Place;

/// What came with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pasted {
    /// Quotes that are none to YAML.
    Quotes,
    /// A blank that is none to YAML.
    Blank,
    /// A letter without width.
    Unseen,
}

impl Pasted {
    /// As the sentence calls it.
    fn class(self) -> &'static str {
        match self {
            Pasted::Quotes => "curly",
            // What nobody sees is never why a file cannot be read.
            Pasted::Blank | Pasted::Unseen => "blank",
        }
    }

    /// The sentence on how to mend it, whatever the problem.
    fn help(self) -> &'static str {
        match self {
            Pasted::Quotes => "pasted-quotes",
            Pasted::Blank => "pasted-blank",
            Pasted::Unseen => "pasted-unseen",
        }
    }

    /// A file that cannot be read for it.
    pub(super) fn problem(self, place: Place) -> Diagnostic {
        let problem = Diagnostic::error(Code::YamlSyntax, place);
        let problem = problem.with("class", self.class()).with("name", "");
        problem.help(self.help())
    }
}

/// Says of names, dates and numbers that are not known what was pasted into them, where that is why.
pub(super) fn tell(diagnostics: &mut Diagnostics, sources: &Sources) {
    diagnostics.amend(|problem| {
        let code = problem.code.as_str();
        let is_of_a_word = code.starts_with("unknown-") || code.starts_with("not-a");
        let path = &sources.file(problem.place.file).path;
        let is_yaml = [".yaml", ".yml"]
            .iter()
            .any(|ending| path.ends_with(ending));
        if is_of_a_word
            && is_yaml
            && let Some(pasted) = in_name(sources.marked(problem.place))
        {
            problem.help = Some(pasted.help());
        }
    });
}

/// What is wrong with a name, a date or a number.
fn in_name(text: &str) -> Option<Pasted> {
    if text.starts_with(is_curly) || text.ends_with(['”', '»']) {
        return Some(Pasted::Quotes);
    }
    if text.starts_with(is_odd_blank) || text.ends_with(is_odd_blank) {
        return Some(Pasted::Blank);
    }
    text.contains(is_unseen).then_some(Pasted::Unseen)
}

/// What makes a line of a file that it cannot be read, and the byte where it is: on the line of `offset`, or, of blanks,
/// on one of the two above it.
pub(super) fn before(text: &str, offset: usize) -> Option<(Pasted, usize)> {
    const LINES: usize = 3;
    let mut end = text[offset..]
        .find('\n')
        .map_or(text.len(), |more| offset + more);
    for above in 0..LINES {
        let start = text[..end].rfind('\n').map_or(0, |newline| newline + 1);
        let line = &text[start..end];
        let found = odd_blank_in(line).map(|at| (Pasted::Blank, at));
        let found = found.or_else(|| match above {
            0 => Some((Pasted::Quotes, quote_before_value(line)?)),
            _ => None,
        });
        if let Some((pasted, at)) = found {
            return Some((pasted, start + at));
        }
        end = start.checked_sub(1)?;
    }
    None
}

/// A blank that is none in the indentation of a line, or behind the colon of its key.
fn odd_blank_in(line: &str) -> Option<usize> {
    let indented = line.len() - line.trim_start().len();
    if let Some(at) = line[..indented].find(is_odd_blank) {
        return Some(at);
    }
    let key = line[indented..].trim_start_matches(['-', '{', ' ']);
    let (name, value) = key.split_once(':')?;
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
    let begins = name.chars().all(is_name) && value.starts_with(is_odd_blank);
    begins.then(|| line.len() - value.len())
}

/// A curly quote where a value begins.
fn quote_before_value(line: &str) -> Option<usize> {
    let quotes = line.char_indices().filter(|(_, letter)| is_curly(*letter));
    quotes.map(|(at, _)| at).find(|at| {
        let before = line[..*at].trim_end();
        before.is_empty() || before.ends_with([':', '-', ',', '[', '{'])
    })
}

fn is_curly(letter: char) -> bool {
    matches!(letter, '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '«' | '»')
}

/// A blank that YAML does not take for one: only the space and the tab are.
fn is_odd_blank(letter: char) -> bool {
    letter.is_whitespace() && !letter.is_ascii_whitespace()
}

fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_pasted_into_a_name_is_found() {
        for (text, expected) in [
            ("“fully”", Some(Pasted::Quotes)),
            ("‘fully", Some(Pasted::Quotes)),
            (" com certeza”", Some(Pasted::Quotes)),
            ("fully\u{a0}", Some(Pasted::Blank)),
            ("tit\u{200b}le", Some(Pasted::Unseen)),
            ("1\u{a0}234", None),
            ("d’água", None),
            ("fully", None),
        ] {
            assert_eq!(in_name(text), expected, "{text}");
        }
    }

    #[test]
    fn what_makes_a_line_unreadable_is_found() {
        for (text, expected) in [
            ("a: 1\nb:\u{a0}2", Some((Pasted::Blank, 7))),
            ("a:\n\u{a0} b: 1\n  c: 2", Some((Pasted::Blank, 3))),
            ("a: “x: y”", Some((Pasted::Quotes, 3))),
            ("- “x: y”", Some((Pasted::Quotes, 2))),
            ("a: x “y: z”", None),
            ("a: Das 8:\u{a0}sim: x", None),
            ("“a”: 1\nb\nc", None),
            ("", None),
        ] {
            assert_eq!(before(text, text.len()), expected, "{text}");
        }
    }
}
