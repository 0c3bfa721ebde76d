//! What people read, in each language that somebody wrote.

use std::fmt;

use super::place::Place;

/// A language that reports, messages and texts come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// Brazilian Portuguese.
    Portuguese,
    /// International English.
    English,
}

impl Language {
    /// Every language, in the order of the documentation.
    pub const ALL: [Language; 2] = [Language::Portuguese, Language::English];

    /// The language's tag as files and `--lang` write it: `pt-BR` or `en`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Language::Portuguese => "pt-BR",
            Language::English => "en",
        }
    }

    /// Reads a tag such as `pt-BR`, `pt`, `en` or `en-GB`, in any case, with `-` or `_`.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Language> {
        let primary = tag.split(['-', '_', '.']).next()?.to_ascii_lowercase();
        match primary.as_str() {
            "pt" => Some(Language::Portuguese),
            "en" => Some(Language::English),
            _ => None,
        }
    }

    /// The other language: where a text has no version in this one, a reader is shown that one.
    #[must_use]
    pub fn other(self) -> Language {
        match self {
            Language::Portuguese => Language::English,
            Language::English => Language::Portuguese,
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.tag())
    }
}

/// A text in one language for all, or in each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// The text as a plain string: it is shown whatever the language.
    pub plain: Option<String>,
    /// The Brazilian Portuguese version.
    pub portuguese: Option<String>,
    /// The English version.
    pub english: Option<String>,
    /// Where the key that it stands under is written; `None` for one that nobody wrote.
    pub place: Option<Place>,
}

impl Text {
    /// A text that is the same in every language.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Text {
        Text {
            plain: Some(text.into()),
            ..Text::default()
        }
    }

    /// The text for a reader of `language`: that version, else the plain text, else the other language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        self.version(language)
            .or(self.plain.as_deref())
            .or_else(|| self.version(language.other()))
            .unwrap_or_default()
    }

    /// The version written for `language` alone.
    #[must_use]
    pub fn version(&self, language: Language) -> Option<&str> {
        match language {
            Language::Portuguese => self.portuguese.as_deref(),
            Language::English => self.english.as_deref(),
        }
    }
}
