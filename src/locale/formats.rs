//! What is said of the formats of files: each mapping, each key, what it takes.
//!
//! These are sentences like all others, in files of their own: a run that writes no schema does not look at them.

use super::key_number::number_of;
use super::sentences::{Sentences, texts};
use super::{Locale, Word, arguments};
use crate::model::Language;

impl Locale {
    /// What a key of a mapping means: the sentence of that key there, or of the key wherever it stands.
    #[must_use]
    pub fn field(&self, mapping: &str, key: &str) -> String {
        let own = self.find_of_format(&format!("field-{mapping}-{key}"), &[]);
        own.unwrap_or_else(|| self.say_of_format(&format!("field-{key}")))
    }

    /// What the code says of a machine-readable result, in the language of the locale. The code's own sentences are
    /// English; one that nobody has translated stands in brackets: a defect that shows.
    #[must_use]
    pub fn of_code(&self, english: &str) -> String {
        if self.language == Language::English {
            return english.to_owned();
        }
        let translated = self.results.get_or_init(|| {
            let lines = include_str!(concat!(env!("OUT_DIR"), "/results.pt-BR.txt")).lines();
            let numbered = lines.filter_map(|line| line.split_once(' '));
            numbered
                .filter_map(|(number, text)| Some((number.parse().ok()?, text)))
                .collect()
        });
        let found = translated.get(&number_of(&english.replace('\n', " ")));
        found.map_or_else(|| format!("⟦{english}⟧"), |text| (*text).to_owned())
    }

    /// A sentence on the formats. A key that does not exist gives itself in brackets: a defect that shows.
    #[must_use]
    pub fn say_of_format(&self, key: &str) -> String {
        self.say_of_format_with(key, &[])
    }

    /// The same, with values put in.
    #[must_use]
    pub fn say_of_format_with(&self, key: &str, words: &[(&str, Word)]) -> String {
        let found = self.find_of_format(key, words);
        found.unwrap_or_else(|| format!("⟦{key}⟧"))
    }

    /// The same, where there is such a sentence.
    #[must_use]
    pub fn find_of_format(&self, key: &str, words: &[(&str, Word)]) -> Option<String> {
        let sentences = self.formats.get_or_init(|| {
            let texts = match self.language {
                Language::Portuguese => texts!("formats.pt-BR"),
                Language::English => texts!("formats.en"),
            };
            Sentences::new(self.language.tag(), texts)
        });
        let (message, attribute) = match key.split_once('.') {
            Some((message, attribute)) => (message, Some(attribute)),
            None => (key, None),
        };
        sentences.find(message, attribute, &arguments(words))
    }
}
