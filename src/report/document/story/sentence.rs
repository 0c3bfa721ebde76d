//! Sentences with links: a whole sentence is one message, and what it names keeps its place in the report.
//!
//! A message decides where a name stands, so that word order and agreement are each language's own. To find the
//! names again, the message is filled with marks, one character a name, and cut at them afterwards. What people
//! wrote never goes through the message: it can neither be taken for a mark nor bend a plural.

use serde::Serialize;

use crate::locale::{Locale, Word};

/// A sentence, in the order in which it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// Its pieces: put one after the other they are the sentence.
    pub pieces: Vec<Piece>,
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// The id, in the report, of what it names, such as `kpi-csat`; none for words between.
    pub to: Option<String>,
    /// Whether the text is Markdown as somebody wrote it, to be shown by its words; else it is words already.
    pub markdown: bool,
}

/// The first of the characters that stand for names: private use, so that no word of ours has it.
const FIRST_MARK: u32 = 0xF_0000;
/// How many there are.
const MARKS: u32 = 0xFFFD;
/// What Markdown, or the page it is shown on, would act on.
const ACTIVE: [char; 15] = [
    '\\', '`', '*', '_', '[', ']', '~', '$', '#', '!', '<', '>', '&', '|', '=',
];

/// A sentence in the making.
pub(super) struct Telling<'l> {
    locale: &'l Locale,
    named: Vec<Piece>,
}

impl<'l> Telling<'l> {
    pub(super) fn new(locale: &'l Locale) -> Telling<'l> {
        Telling {
            locale,
            named: Vec::new(),
        }
    }

    /// A text that somebody wrote, without a link.
    pub(super) fn quote(&mut self, text: &str) -> String {
        self.piece(text, None)
    }

    /// What somebody said in whole sentences: it keeps its full stop, or gets one.
    pub(super) fn speech(&mut self, text: &str) -> String {
        let text = text.trim();
        let is_ended = text.ends_with(['.', '!', '?', '…']);
        let stop = if is_ended { "" } else { "." };
        self.whole(&format!("{text}{stop}"), None)
    }

    /// A name that leads to what it names.
    pub(super) fn name(&mut self, text: &str, to: String) -> String {
        self.piece(text, Some(to))
    }

    fn piece(&mut self, text: &str, to: Option<String>) -> String {
        self.whole(without_stop(text.trim()), to)
    }

    fn whole(&mut self, text: &str, to: Option<String>) -> String {
        let markdown = is_markdown(text);
        let text = if markdown {
            text.to_owned()
        } else {
            on_one_line(text)
        };
        self.mark(Piece {
            text: inner_quotes(&text),
            to,
            markdown,
        })
    }

    fn mark(&mut self, piece: Piece) -> String {
        let index = u32::try_from(self.named.len()).unwrap_or(MARKS).min(MARKS);
        self.named.push(piece);
        char::from_u32(FIRST_MARK + index)
            .expect("the whole plane is for private use")
            .to_string()
    }

    /// A part of the sentence that a message of its own gives, such as one item of a list.
    pub(super) fn phrase(&self, key: &str, words: &[(&str, Word)]) -> String {
        self.locale.say(key, words)
    }

    /// Words of ours that lead somewhere.
    pub(super) fn linked(&mut self, text: String, to: String) -> String {
        self.mark(Piece {
            text,
            to: Some(to),
            markdown: false,
        })
    }

    /// Items as each language puts them in a row; `left_out` more are counted at its end.
    pub(super) fn list(&self, mut items: Vec<String>, left_out: usize) -> String {
        if left_out > 0 {
            items.push(self.phrase("story-more", &[("count", left_out.into())]));
        }
        let last = items.len().saturating_sub(1);
        let mut items = items.into_iter().enumerate();
        let Some((_, first)) = items.next() else {
            return String::new();
        };
        items.fold(first, |row, (position, item)| {
            let key = if position == last {
                "story-list-last"
            } else {
                "story-list-next"
            };
            self.phrase(key, &[("row", row.into()), ("item", item.into())])
        })
    }

    /// The sentence of a key, cut into its pieces.
    pub(super) fn say(self, key: &str, words: &[(&str, Word)]) -> Sentence {
        let text = self.locale.say(key, words);
        let mut pieces: Vec<Piece> = Vec::new();
        for letter in text.chars() {
            match self.named_by(letter) {
                Some(piece) => add(&mut pieces, piece),
                None => match pieces.last_mut().filter(|last| last.is_plain()) {
                    Some(last) => last.text.push(letter),
                    None => pieces.push(Piece::plain(letter.to_string())),
                },
            }
        }
        end_once(&mut pieces);
        Sentence { pieces }
    }

    fn named_by(&self, letter: char) -> Option<&Piece> {
        let index = u32::from(letter).checked_sub(FIRST_MARK)?;
        self.named.get(usize::try_from(index).ok()?)
    }
}

impl Sentence {
    /// A sentence that names nothing.
    pub(super) fn plain(locale: &Locale, key: &str, words: &[(&str, Word)]) -> Sentence {
        Telling::new(locale).say(key, words)
    }

    /// Its words without their links.
    #[must_use]
    pub fn text(&self) -> String {
        self.pieces.iter().map(|own| own.text.as_str()).collect()
    }
}

impl Piece {
    fn plain(text: String) -> Piece {
        Piece {
            text,
            to: None,
            markdown: false,
        }
    }

    fn is_plain(&self) -> bool {
        self.to.is_none() && !self.markdown
    }
}

fn add(pieces: &mut Vec<Piece>, piece: &Piece) {
    match pieces.last_mut().filter(|last| last.is_plain()) {
        Some(last) if piece.is_plain() => last.text.push_str(&piece.text),
        _ => pieces.push(piece.clone()),
    }
}

/// A sentence that closes with a quoted question, exclamation, ellipsis or abbreviation needs no full stop of its own.
fn end_once(pieces: &mut Vec<Piece>) {
    let mut ending = pieces.iter().rev().flat_map(|own| own.text.chars().rev());
    let is_ended = ending.next() == Some('.')
        && ending
            .find(|letter| *letter != '”')
            .is_some_and(|letter| matches!(letter, '.' | '?' | '!' | '…'));
    if is_ended && let Some(last) = pieces.last_mut() {
        last.text.pop();
        if last.text.is_empty() {
            pieces.pop();
        }
    }
}

/// A title's or a note's own full stop would stand in the middle of the sentence, or twice at its end. That of an
/// abbreviation, such as `S.A.` or `etc.`, belongs to the word.
fn without_stop(text: &str) -> &str {
    let Some(rest) = text.strip_suffix('.') else {
        return text;
    };
    let last_word = rest.rsplit(char::is_whitespace).next().unwrap_or(rest);
    let is_abbreviation = last_word.contains('.') || last_word == "etc";
    if is_abbreviation { text } else { rest }
}

/// Whether anything but whitespace would change if the text were read as Markdown, or shown as it is.
fn is_markdown(text: &str) -> bool {
    let begins_a_block =
        text.starts_with(['-', '+']) || text.starts_with(|own: char| own.is_ascii_digit());
    begins_a_block || text.contains(ACTIVE) || text.contains('\n')
}

/// Spaces and breaks as one space each. A space that does not break stays what it is.
fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\u{a0}' => line.push(letter),
            _ if letter.is_whitespace() => {
                if !line.ends_with(' ') {
                    line.push(' ');
                }
            }
            _ => line.push(letter),
        }
    }
    line
}

/// Curly quotes within quotes are single ones.
fn inner_quotes(text: &str) -> String {
    text.replace('“', "‘").replace('”', "’")
}
