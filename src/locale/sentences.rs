//! The sentences of one language, read one by one as they are said.
//!
//! The files hold well over a thousand messages and a run says a few dozen of them. Where each one stands is found by
//! its first line; it is parsed when it is first asked for.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

pub(super) struct Sentences {
    /// Every message by its key: the lines that it takes.
    texts: HashMap<&'static str, &'static str>,
    /// Those that were asked for.
    parsed: Mutex<FluentBundle<FluentResource>>,
}

impl Sentences {
    pub(super) fn new(tag: &str, files: &[&'static str]) -> Sentences {
        let identifier: LanguageIdentifier = tag.parse().expect("our tags are well formed");
        let mut parsed = FluentBundle::new_concurrent(vec![identifier]);
        // Marks around each value would end up invisible in files and on the screen.
        parsed.set_use_isolating(false);
        let mut texts = HashMap::with_capacity(2048);
        for file in files {
            texts.extend(messages(file));
        }
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
        let mut parsed = self.parsed.lock().unwrap_or_else(PoisonError::into_inner);
        self.parse(key, &mut parsed)?;
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
    fn parse(&self, key: &str, parsed: &mut FluentBundle<FluentResource>) -> Option<()> {
        if parsed.has_message(key) {
            return Some(());
        }
        let text = *self.texts.get(key)?;
        let resource = FluentResource::try_new(text.to_owned())
            .map_err(|(_, errors)| errors)
            .expect("a test parses every file of sentences");
        parsed.add_resource_overriding(resource);
        for other in referred(text) {
            self.parse(other, parsed);
        }
        Some(())
    }
}

/// The messages of a file: a message begins with its key at the start of a line, what follows is indented or empty.
fn messages(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let is_key = |line: &str| line.starts_with(|first: char| first.is_ascii_lowercase());
    let mut starts = Vec::new();
    let mut at = 0;
    for line in file.split_inclusive('\n') {
        if is_key(line) || line.starts_with('#') {
            starts.push(at);
        }
        at += line.len();
    }
    starts.push(file.len());
    let texts: Vec<&'static str> = starts
        .windows(2)
        .map(|pair| &file[pair[0]..pair[1]])
        .collect();
    texts.into_iter().filter_map(|text| {
        let (key, _) = text.split_once('=').filter(|_| !text.starts_with('#'))?;
        Some((key.trim_end(), text))
    })
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
    use super::*;

    #[test]
    fn a_message_is_found_with_what_it_refers_to() {
        let file = "# Comment\none = One { two } and { $n ->\n    [one] x\n   *[other] y\n}\n\ntwo = Two\n    .label = Of two\n";
        let sentences = Sentences::new("en", &[file]);
        let mut values = FluentArgs::new();
        values.set("n", 1);
        let find = |key, attribute| sentences.find(key, attribute, &values);
        assert_eq!(find("one", None).as_deref(), Some("One Two and x"));
        assert_eq!(find("two", Some("label")).as_deref(), Some("Of two"));
        assert_eq!(find("three", None), None);
        assert_eq!(find("two", Some("other")), None);
    }
}
