//! What each shell tells of a line, and how it wants its answer.
//!
//! The first line of an answer says what else may stand there: `words` for nothing, `files` or `folders` for those of
//! the disk, which each shell completes by itself. Then a line a candidate: what to put in and, after a tab, what it
//! is.

use super::candidates::{Candidate, Found, More};
use super::line::{self, Quote, Word};
use crate::locale::{Locale, Word as Named};

/// The shells that there is a script for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Shell {
    Bash,
    Zsh,
    Fish,
    Powershell,
}

/// A line up to the cursor.
#[derive(Debug)]
pub(super) struct Asked {
    /// The words after the program's name; the last is the one that the cursor is in.
    pub(super) words: Vec<String>,
    /// That one as bash has it.
    last: Option<Word>,
    /// Columns of the terminal, where the shell told them.
    columns: usize,
}

impl Shell {
    pub(super) fn named(name: &str) -> Option<Shell> {
        <Shell as clap::ValueEnum>::from_str(name, false).ok()
    }

    /// The script that a user has their shell read. What it says of itself at its head is in their language.
    pub(super) fn script(self, locale: &Locale) -> String {
        let (name, script) = match self {
            Shell::Bash => ("bash", include_str!("scripts/regua.bash")),
            Shell::Zsh => ("zsh", include_str!("scripts/regua.zsh")),
            Shell::Fish => ("fish", include_str!("scripts/regua.fish")),
            Shell::Powershell => ("PowerShell", include_str!("scripts/regua.ps1")),
        };
        let shell = [("shell", Named::from(name))];
        let said = [
            ("«about»", locale.say("completion-about", &shell)),
            ("«bashrc»", locale.say("completion-in-bashrc", &[])),
            ("«zshrc»", locale.say("completion-in-zshrc", &[])),
            ("«fpath»", locale.say("completion-in-fpath", &[])),
            ("«profile»", locale.say("completion-in-profile", &[])),
        ];
        said.iter()
            .fold(script.to_owned(), |script, (place, words)| {
                script.replace(place, words)
            })
    }

    /// What the script of this shell told.
    pub(super) fn asked(self, told: &[String]) -> Option<Asked> {
        const USUAL_COLUMNS: usize = 80;
        let mut asked = Asked {
            words: Vec::new(),
            last: None,
            columns: USUAL_COLUMNS,
        };
        match (self, told) {
            (Shell::Bash, [breaks, line]) => {
                let words = line::of_bash(line, breaks);
                asked.last = words.last().cloned();
                // A line may begin with what is set for the program alone: `LANG=pt_BR.UTF-8 regua …`.
                let program = words.iter().position(|word| !sets_variable(&word.text))?;
                let words = words.into_iter().skip(program + 1);
                asked.words = words.map(|word| word.text).collect();
            }
            (Shell::Zsh, [columns, words @ ..]) => {
                asked.columns = columns.parse().unwrap_or(USUAL_COLUMNS);
                asked.words = words.to_vec();
            }
            (Shell::Fish, words) => {
                asked.words = words.iter().map(|word| line::of_fish(word)).collect();
            }
            // An empty word would be lost on its way from PowerShell: each has a sign before it.
            (Shell::Powershell, words) => {
                let words = words.iter().map(|word| word.strip_prefix('='));
                asked.words = words
                    .collect::<Option<Vec<&str>>>()?
                    .into_iter()
                    .map(str::to_owned)
                    .collect();
            }
            _ => return None,
        }
        (!asked.words.is_empty()).then_some(asked)
    }

    /// The candidates as the script of this shell takes them.
    pub(super) fn answer(self, found: &Found, asked: &Asked) -> String {
        let begun = asked.words.last().map_or("", String::as_str);
        let mut text = match found.more {
            More::Nothing => "words\n",
            More::Files => "files\n",
            More::Folders => "folders\n",
        }
        .to_owned();
        let widest = found
            .words
            .iter()
            .map(|own| own.shown.chars().count())
            .max();
        for candidate in &found.words {
            let line = match self {
                // These two look for what is near as well.
                Shell::Zsh => zsh(candidate, widest.unwrap_or_default(), asked.columns),
                Shell::Fish => format!("{}\t{}", candidate.word, candidate.about),
                _ if !candidate.word.starts_with(begun) => continue,
                Shell::Bash => bash(candidate, asked.last.as_ref()),
                Shell::Powershell => powershell(candidate),
            };
            text.push_str(&line);
            text.push('\n');
        }
        text
    }
}

fn sets_variable(word: &str) -> bool {
    let is_name = |name: &str| {
        let mut letters = name.chars();
        letters
            .next()
            .is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
            && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
    };
    word.split_once('=').is_some_and(|(name, _)| is_name(name))
}

/// What bash puts in place of the part of the word that it replaces, quoted as the word is.
fn bash(candidate: &Candidate, last: Option<&Word>) -> String {
    let (kept, quote) = last.map_or((0, Quote::None), |word| (word.kept, word.quote));
    let rest = candidate.word.get(kept..).unwrap_or_default();
    let is_plain = |letter: char| {
        letter.is_alphanumeric()
            || matches!(
                letter,
                '-' | '_' | '.' | '/' | ':' | '=' | '@' | '%' | '+' | ','
            )
    };
    let mut text = String::new();
    for letter in rest.chars() {
        match (quote, letter) {
            (Quote::None, letter) if !is_plain(letter) => text.extend(['\\', letter]),
            (Quote::Double, '"' | '\\' | '$' | '`') => text.extend(['\\', letter]),
            // History is expanded within double quotes too, and a backslash there would stay.
            (Quote::Double, '!') => text.push_str("\"\\!\""),
            (Quote::Single, '\'') => text.push_str(r"'\''"),
            _ => text.push(letter),
        }
    }
    // Readline closes the quote, unless it takes the last letter for one that does.
    match quote {
        Quote::Double if rest.ends_with('"') => text.push('"'),
        Quote::Single if rest.ends_with('\'') => text.push('\''),
        _ => {}
    }
    text
}

/// The word, and what zsh shows for it on a line of its own.
fn zsh(candidate: &Candidate, widest: usize, columns: usize) -> String {
    let mut shown = candidate.shown.clone();
    if !candidate.about.is_empty() {
        let width = widest.min(columns * 2 / 5);
        shown = format!("{shown:width$}  -- {}", candidate.about);
    }
    let most = columns.saturating_sub(1).max(12);
    if shown.chars().count() > most {
        shown = shown.chars().take(most - 1).chain(['…']).collect();
    }
    format!("{}\t{shown}", candidate.word)
}

/// The word as PowerShell writes it, what it lists, and what it shows beside the list.
fn powershell(candidate: &Candidate) -> String {
    let is_plain = |letter: char| {
        letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | '/' | ':' | '=' | '%' | '+')
    };
    // PowerShell takes typographic quotes for quotes, too.
    let doubled = |letter: char| match letter {
        '\'' | '\u{2018}'..='\u{201b}' => vec![letter, letter],
        _ => vec![letter],
    };
    let text = match candidate.word.chars().all(is_plain) {
        true => candidate.word.clone(),
        false => format!(
            "'{}'",
            candidate.word.chars().flat_map(doubled).collect::<String>()
        ),
    };
    let about = match candidate.about.as_str() {
        "" => &candidate.shown,
        about => about,
    };
    format!("{text}\t{}\t{about}", candidate.shown)
}
