//! The sentences of one language, read one by one as they are said.
//!
//! The files hold well over a thousand messages and a run says a few dozen of them. They were sorted when the program
//! was built (see `sorted`), so that a message is found without reading them; one that is more than words is parsed
//! when it is first asked for.

use std::sync::{Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use super::key_number::number_of;

/// Messages sorted by the numbers of their keys, one behind the other.
#[derive(Clone, Copy)]
pub(super) struct Texts {
    pub(super) all: &'static str,
    /// The number of each, and where it begins.
    pub(super) index: &'static [u8],
}

/// The messages that the build sorted under a name.
macro_rules! texts {
    ($name:literal) => {
        $crate::locale::sentences::Texts {
            all: include_str!(concat!(env!("OUT_DIR"), "/", $name, ".ftl")),
            index: include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".index")),
        }
    };
}
pub(super) use texts;

impl Texts {
    /// The lines of a message.
    fn message(self, key: &str) -> Option<&'static str> {
        let (entries, _) = self.index.as_chunks();
        let number = number_of(key);
        let first = entries.partition_point(|entry| parts(entry).0 < number);
        let same = (first..entries.len()).take_while(|at| parts(&entries[*at]).0 == number);
        let mut messages = same.map(|at| {
            let start = parts(&entries[at]).1;
            let end = entries.get(at + 1).map(|next| parts(next).1);
            &self.all[start..end.unwrap_or(self.all.len())]
        });
        messages.find(|message| {
            let rest = message.strip_prefix(key).map(str::as_bytes);
            rest.is_some_and(|rest| matches!(rest.first(), Some(b' ' | b'=')))
        })
    }
}

/// The number and the beginning that an entry of an index holds.
fn parts(entry: &[u8; 8]) -> (u32, usize) {
    let [a, b, c, d, e, f, g, h] = *entry;
    let start = u32::from_le_bytes([e, f, g, h]);
    (u32::from_le_bytes([a, b, c, d]), start as usize)
}

pub(super) struct Sentences {
    texts: Texts,
    /// The messages that were asked for and are more than words.
    parsed: Mutex<FluentBundle<FluentResource>>,
}

impl Sentences {
    pub(super) fn new(tag: &str, texts: Texts) -> Sentences {
        let identifier: LanguageIdentifier = tag.parse().expect("our tags are well formed");
        let mut parsed = FluentBundle::new_concurrent(vec![identifier]);
        // Marks around each value would end up invisible in files and on the screen.
        parsed.set_use_isolating(false);
        Sentences {
            texts,
            parsed: Mutex::new(parsed),
        }
    }

    /// The sentence of a key, or of an attribute of it, with values put in; none where there is none.
    pub(super) fn find(
        &self,
        key: &str,
        attribute: Option<&str>,
        values: &FluentArgs<'_>,
    ) -> Option<String> {
        let text = self.texts.message(key)?;
        if let (None, Some(words)) = (attribute, words_alone(text)) {
            return Some(words.to_owned());
        }
        let mut parsed = self.parsed.lock().unwrap_or_else(PoisonError::into_inner);
        self.parse(key, text, &mut parsed);
        let message = parsed.get_message(key)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let text = parsed.format_pattern(pattern, Some(values), &mut errors);
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        Some(text.into_owned())
    }

    /// Parses a message, and those that it refers to, unless that is done.
    fn parse(&self, key: &str, text: &str, parsed: &mut FluentBundle<FluentResource>) {
        if parsed.has_message(key) {
            return;
        }
        let resource = FluentResource::try_new(text.to_owned())
            .map_err(|(_, errors)| errors)
            .expect("a test parses every file of sentences");
        parsed.add_resource_overriding(resource);
        for other in referred(text) {
            if let Some(text) = self.texts.message(other) {
                self.parse(other, text, parsed);
            }
        }
    }
}

/// What a message of one line says that puts no value in.
fn words_alone(message: &str) -> Option<&str> {
    let (_, words) = message.split_once('=')?;
    let words = words.trim_matches([' ', '\r', '\n']);
    (!words.is_empty() && !words.contains(['{', '}', '\n'])).then_some(words)
}

/// The messages that one refers to, as `{ other-message }`.
fn referred(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| {
        let name = rest.split_once('}')?.0.trim();
        let is_name = name.starts_with(|first: char| first.is_ascii_lowercase())
            && name
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
        is_name.then_some(name)
    })
}

#[cfg(test)]
mod tests {
    use super::super::sorted::sorted;
    use super::*;

    #[test]
    fn a_message_is_found_with_what_it_refers_to() {
        let file = "# Comment\none = One { two } and { $n ->\n    [one] x\n   *[other] y\n}\n\ntwo = Two\n    .label = Of two\nthree-and-four =\n    Three\n    and four\nfive = Five = { $n }\nsix =  Six = 6  \n\n# End\n";
        let (all, index) = sorted(&[file]);
        let texts = Texts {
            all: all.leak(),
            index: index.leak(),
        };
        let sentences = Sentences::new("en", texts);
        let mut values = FluentArgs::new();
        values.set("n", 1);
        let find = |key, attribute| sentences.find(key, attribute, &values);
        assert_eq!(find("one", None).as_deref(), Some("One Two and x"));
        assert_eq!(find("two", Some("label")).as_deref(), Some("Of two"));
        let more = find("three-and-four", None);
        assert_eq!(more.as_deref(), Some("Three\nand four"));
        assert_eq!(find("five", None).as_deref(), Some("Five = 1"));
        assert_eq!(find("six", None).as_deref(), Some("Six = 6"));
        assert_eq!(find("three", None), None);
        assert_eq!(find("two", Some("other")), None);
    }
}
