//! The language of a workspace, also where its `regua.yaml` calls it otherwise or is broken.
//!
//! Who writes `language: português` has said which language to be answered in. The word is refused, as any that the
//! format does not have, and the refusal comes in Portuguese.

use super::fields;
use super::settings::LANGUAGES;
use super::yaml::{self, Node};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Sources, suggest};
use crate::model::{Language, plain_words};

/// What people call the languages, without accents and in lower case.
const NAMES: [(&str, Language); 10] = [
    ("portugues", Language::Portuguese),
    ("portuguese", Language::Portuguese),
    ("brasileiro", Language::Portuguese),
    ("brazilian", Language::Portuguese),
    ("brasil", Language::Portuguese),
    ("ptbr", Language::Portuguese),
    ("ingles", Language::English),
    ("english", Language::English),
    ("en-us", Language::English),
    ("en-gb", Language::English),
];

/// Reads the value of `language`. One that the format does not have is an error, and gives what it means.
pub(super) fn read(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<Language> {
    let scalar = fields::scalar(node, diagnostics)?;
    let known = LANGUAGES.iter().find(|(word, _)| *word == scalar.text);
    if let Some((_, language)) = known {
        return Some(*language);
    }
    let language = meant(scalar.text);
    let problem = Diagnostic::error(Code::UnknownWord, node.place()).with("written", scalar.text);
    diagnostics.push(match language {
        Some(language) => problem.with("near", language.tag()).help("help-near"),
        None => fields::unknown_name(problem, scalar.text, &LANGUAGES.map(|(word, _)| word)),
    });
    language
}

/// The language that a `regua.yaml` names, by whichever name, as far as it can be told: the rest of the file may be
/// broken.
#[must_use]
pub fn language(settings: &[u8]) -> Option<Language> {
    const MOST: usize = 1 << 20;
    let settings = String::from_utf8_lossy(settings.get(..MOST).unwrap_or(settings));
    let file = Sources::new().add("regua.yaml", String::new());
    let tree = yaml::parse(file, &settings, &mut Diagnostics::new());
    let Some(tree) = tree else {
        return settings.lines().find_map(on_line).and_then(meant);
    };
    let named = |(key, value): (Node<'_>, Node<'_>)| {
        let is_it = key.scalar()?.text == "language";
        meant(value.scalar().filter(|_| is_it)?.text)
    };
    tree.root().entries().find_map(named)
}

/// What a line at the margin says that the language is.
fn on_line(line: &str) -> Option<&str> {
    let line = line.trim_start_matches('\u{feff}');
    let value = line
        .strip_prefix("language")?
        .trim_start()
        .strip_prefix(':')?;
    let value = value.split('#').next()?;
    Some(value.trim().trim_matches(['"', '\'']))
}

/// The language that people call so: by a tag in any spelling, or by its name in either language.
fn meant(written: &str) -> Option<Language> {
    let plain = plain_words(written);
    let first = plain.split(' ').next()?;
    let named = || {
        let near = suggest::nearest(first, NAMES.map(|(name, _)| name))?;
        let found = NAMES.iter().find(|(name, _)| *name == near);
        found.map(|(_, language)| *language)
    };
    Language::parse(first).or_else(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_what_people_call_it() {
        for written in [
            "pt",
            "pt_BR",
            "PT-br",
            "português",
            "Português (Brasil)",
            "portuguese",
            "portugês",
        ] {
            assert_eq!(meant(written), Some(Language::Portuguese), "{written}");
        }
        for written in ["en", "en_US", "inglês", "English", "engish"] {
            assert_eq!(meant(written), Some(Language::English), "{written}");
        }
        for written in ["", "fr", "klingon", "espanhol", "de"] {
            assert_eq!(meant(written), None, "{written}");
        }
    }

    #[test]
    fn a_broken_file_tells_its_language_all_the_same() {
        let broken = "regua: 1\norganisation: \"Vela\nlanguage: pt-BR # nossa\nrubrics: [a, b\n";
        assert_eq!(language(broken.as_bytes()), Some(Language::Portuguese));
        assert_eq!(
            language(b"{regua: 1, language: en}"),
            Some(Language::English)
        );
        assert_eq!(language(b"note: the language: en\n[[["), None);
        assert_eq!(language(b""), None);
        let latin = b"organisation: Opera\xe7\xf5es\nlanguage: pt-BR\n";
        assert_eq!(language(latin), Some(Language::Portuguese));
    }
}
