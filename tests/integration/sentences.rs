//! The sentences of both languages: the same keys, the same values to speak of, none missing, none twice.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use regua::diagnostic::Code;

use crate::support::{files_below, repository};

const FILES: [&str; 7] = [
    "terminal",
    "diagnostics",
    "report",
    "story",
    "codes",
    "formats",
    "manual",
];
const LANGUAGES: [&str; 2] = ["en", "pt-BR"];

/// The values that each sentence speaks of, by its key; an attribute's key is `message.attribute`.
type Sentences = BTreeMap<String, BTreeSet<String>>;

fn text(file: &str, language: &str) -> String {
    let path = repository().join(format!("src/locale/{file}.{language}.ftl"));
    std::fs::read_to_string(path).expect("sentences are text")
}

fn sentences(file: &str, language: &str) -> Sentences {
    let mut sentences = Sentences::new();
    let (mut message, mut key) = (String::new(), String::new());
    for line in text(file, language).lines() {
        let begins_message = line.starts_with(|letter: char| letter.is_ascii_lowercase());
        if begins_message {
            message = before_equals(line);
            key.clone_from(&message);
        } else if let Some(attribute) = line.trim_start().strip_prefix('.') {
            key = format!("{message}.{}", before_equals(attribute));
        } else if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        let values = sentences.entry(key.clone()).or_default();
        values.extend(values_of(line));
    }
    sentences
}

fn before_equals(line: &str) -> String {
    let (key, _) = line.split_once('=').expect("a key is followed by `=`");
    key.trim().to_owned()
}

fn values_of(line: &str) -> impl Iterator<Item = String> {
    line.split('$').skip(1).map(|rest| {
        rest.chars()
            .take_while(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-'))
            .collect()
    })
}

#[test]
fn both_languages_say_the_same_things() {
    for file in FILES {
        let [english, portuguese] = LANGUAGES.map(|language| sentences(file, language));
        let keys = |sentences: &Sentences| sentences.keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&english), keys(&portuguese), "{file}");
        for (key, values) in &english {
            // A language may leave a value out of one form, but not speak of one that is never given.
            assert_eq!(values, &portuguese[key], "{file}: {key}");
        }
    }
}

#[test]
fn every_file_of_sentences_can_be_read() {
    for file in FILES {
        for language in LANGUAGES {
            let read = FluentResource::try_new(text(file, language));
            assert!(read.is_ok(), "{file}.{language}: {:?}", read.err());
        }
    }
}

#[test]
fn no_sentence_is_said_twice() {
    for language in LANGUAGES {
        let mut keys: BTreeMap<String, &str> = BTreeMap::new();
        for file in FILES {
            for line in text(file, language).lines() {
                if line.starts_with(|letter: char| letter.is_ascii_lowercase()) {
                    let first = keys.insert(before_equals(line), file);
                    assert_eq!(first, None, "{file}.{language}: {line}");
                }
            }
        }
    }
}

#[test]
fn every_code_has_its_sentence_label_and_help() {
    for language in LANGUAGES {
        let sentences = sentences("diagnostics", language);
        for code in Code::ALL {
            let help = format!("{code}.help");
            assert!(sentences.contains_key(code.as_str()), "{code}");
            assert!(sentences.contains_key(&format!("{code}.label")), "{code}");
            let has_help = sentences.keys().any(|key| key.starts_with(&help));
            assert!(
                has_help,
                "`{code}` does not say how to mend it in {language}"
            );
        }
    }
}

/// The names of help sentences that the reader, the checks, templates, the brand and what adds readings choose from.
fn helps_used() -> BTreeSet<String> {
    let folders = [
        "src/diagnostic",
        "src/read",
        "src/check",
        "src/import",
        "src/render",
        "src/cli/kpi",
    ]
    .map(|folder| repository().join(folder));
    let files = folders.iter().flat_map(|folder| {
        let below = files_below(folder).into_iter();
        below.map(|file| folder.join(file))
    });
    let alone = ["src/cli/brand.rs", "src/cli/evidence.rs"];
    let files = files.chain(alone.map(|file| repository().join(file)));
    let mut used = BTreeSet::new();
    for file in files {
        let source = std::fs::read_to_string(file).expect("source is text");
        for line in source.lines() {
            let quoted = line.split('"').skip(1).step_by(2);
            let helps = quoted.filter(|text| *text == "help" || text.starts_with("help-"));
            used.extend(helps.map(str::to_owned));
        }
    }
    used
}

#[test]
fn every_help_that_is_chosen_exists_and_every_one_that_exists_is_chosen() {
    let existing: BTreeSet<String> = sentences("diagnostics", "en")
        .keys()
        .filter_map(|key| key.split_once('.'))
        .map(|(_, attribute)| attribute.to_owned())
        .filter(|attribute| attribute.starts_with("help"))
        .collect();
    let used = helps_used();
    assert!(used.len() > 20, "the test looks in the wrong place");
    assert_eq!(used, existing);
}

#[test]
fn a_sentence_ends_without_a_full_stop() {
    for language in LANGUAGES {
        for line in text("diagnostics", language).lines() {
            let is_comment = line.starts_with('#');
            assert!(is_comment || !line.ends_with('.'), "{language}: {line}");
        }
    }
}
