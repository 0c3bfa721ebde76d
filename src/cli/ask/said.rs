//! What somebody typed in answer to a question: a choice, a number, or a word that asks for something else.
//!
//! Names stand before numbers, numbers before words, words before beginnings of names: nobody who writes out what they
//! mean is misunderstood. A letter that could be a word as well as one of two choices is neither.

use crate::diagnostic::suggest::nearest;
use crate::model::{Choice, Language, Scale, ScaleKind, plain_words as plain};

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// The choice at this position.
    Choice(usize),
    /// A number, as it was typed: the reader of files judges it.
    Number(String),
    /// The team looked and cannot tell.
    Unknown,
    /// Does not apply, with the reason where that was typed behind.
    NotApplicable(Option<String>),
    /// A note, where that was typed behind.
    Note(Option<String>),
    Evidence,
    /// What was answered the time before.
    Before,
    Guidance,
    Back,
    Skip,
    Quit,
    /// This letter is the beginning of a choice and a word's: the word in full, and the choice.
    Ambiguous(&'static str, usize),
    /// Nothing that is understood, with the name that it is near to.
    Unclear(Option<String>),
}

/// A word that asks for something else than an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Unknown,
    NotApplicable,
    Note,
    Evidence,
    Before,
    Guidance,
    Back,
    Skip,
    Quit,
}

/// Each word by its letters in English and in Portuguese, and as it is written out.
const WORDS: [(Word, [&str; 2], &[&str]); 9] = [
    (
        Word::Guidance,
        ["?", "?"],
        &["help", "guidance", "ajuda", "orientação"],
    ),
    (Word::Note, ["n", "n"], &["note", "observação", "nota"]),
    (Word::Evidence, ["e", "e"], &["evidence", "evidência"]),
    (
        Word::Unknown,
        ["u", "d"],
        &["unknown", "desconhecido", "não se sabe", "não sei"],
    ),
    (
        Word::NotApplicable,
        ["x", "x"],
        &["not applicable", "não se aplica", "n/a"],
    ),
    (Word::Before, ["=", "="], &["same", "igual", "a mesma"]),
    (Word::Back, ["b", "v"], &["back", "volta", "voltar"]),
    (Word::Skip, ["s", "p"], &["skip", "pula", "pular"]),
    (Word::Quit, ["q", "q"], &["quit", "exit", "sair", "encerra"]),
];

/// What a line means as an answer on a scale, to somebody who reads this language.
pub(super) fn understood(line: &str, scale: &Scale, language: Language) -> Said {
    let typed = plain(line);
    let names = Names { scale, language };
    if typed.is_empty() {
        return Said::Skip;
    }
    if let Some(choice) = names.called(&typed).or_else(|| names.numbered(&typed)) {
        return Said::Choice(choice);
    }
    let in_language = |word: Word| letter(word, language);
    let own = |typed: &str| {
        let is_it = |(word, _, names): &&(Word, [&str; 2], &[&str])| {
            in_language(*word) == typed || names.iter().any(|name| plain(name) == typed)
        };
        WORDS.iter().find(is_it)
    };
    if let Some((word, _, spelled)) = own(&typed) {
        let is_letter = in_language(*word) == typed;
        return match names.one_of_two(&typed).filter(|_| is_letter) {
            Some(choice) => Said::Ambiguous(in_full(spelled, language), choice),
            None => said(*word, None),
        };
    }
    if matches!(scale.kind, ScaleKind::Numeric(_)) && typed.starts_with(is_part_of_a_number) {
        return Said::Number(line.trim().to_owned());
    }
    if let Some(choice) = names.begun(&typed) {
        return Said::Choice(choice);
    }
    if let Some((head, tail)) = line.trim().split_once(char::is_whitespace)
        && let Some((word, ..)) = own(&plain(head))
        && matches!(word, Word::NotApplicable | Word::Note)
    {
        return said(*word, Some(tail.trim().to_owned()));
    }
    let foreign = |(_, letters, _): &&(Word, [&str; 2], &[&str])| letters.contains(&typed.as_str());
    match WORDS.iter().find(foreign) {
        Some((word, ..)) => said(*word, None),
        None => Said::Unclear(names.near(&typed)),
    }
}

/// Whether a line that could be any text stops the questionnaire.
pub(super) fn is_quit(line: &str) -> bool {
    let typed = plain(line);
    let mut words = WORDS.iter().filter(|(word, ..)| *word == Word::Quit);
    words.any(|(_, letters, spelled)| {
        letters.contains(&typed.as_str()) || spelled.iter().any(|name| plain(name) == typed)
    })
}

/// What a choice is answered by: its place, or its own number where the choices are numbers.
pub(super) fn label(scale: &Scale, position: usize) -> String {
    let choices = scale.choices();
    match choices.get(position) {
        Some(choice) if are_numbers(choices) => choice.id.to_string(),
        _ => (position + 1).to_string(),
    }
}

/// How a word is asked for: by its letter, or in full where the letter could be one of two choices.
fn letter(word: Word, language: Language) -> &'static str {
    let found = WORDS.iter().find(|(own, ..)| *own == word);
    let letters = found.map_or(["", ""], |(_, letters, _)| *letters);
    match language {
        Language::English => letters[0],
        Language::Portuguese => letters[1],
    }
}

/// A word as it is written out in a language: first in English, then in Portuguese.
fn in_full(spelled: &'static [&'static str], language: Language) -> &'static str {
    let position = match language {
        Language::English => 0,
        Language::Portuguese => 1,
    };
    spelled.get(position).or(spelled.first()).unwrap_or(&"")
}

fn said(word: Word, behind: Option<String>) -> Said {
    match word {
        Word::Unknown => Said::Unknown,
        Word::NotApplicable => Said::NotApplicable(behind),
        Word::Note => Said::Note(behind),
        Word::Evidence => Said::Evidence,
        Word::Before => Said::Before,
        Word::Guidance => Said::Guidance,
        Word::Back => Said::Back,
        Word::Skip => Said::Skip,
        Word::Quit => Said::Quit,
    }
}

fn is_part_of_a_number(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '-' | '+' | '.' | ',')
}

fn are_numbers(choices: &[Choice]) -> bool {
    choices
        .iter()
        .any(|choice| choice.id.as_str().bytes().all(|byte| byte.is_ascii_digit()))
}

/// The choices of a scale as they are called.
struct Names<'s> {
    scale: &'s Scale,
    language: Language,
}

impl Names<'_> {
    fn position(&self, is_it: impl Fn(&str) -> bool) -> Option<usize> {
        let mut found = None;
        for (position, choice) in self.scale.choices().iter().enumerate() {
            let names = [
                choice.id.as_str(),
                choice.title.in_language(self.language),
                choice.title.in_language(self.language.other()),
            ];
            if names.iter().any(|name| is_it(&plain(name))) {
                if found.is_some() {
                    return None; // Two of them are no answer.
                }
                found = Some(position);
            }
        }
        found
    }

    fn called(&self, typed: &str) -> Option<usize> {
        self.position(|name| name == typed)
    }

    fn numbered(&self, typed: &str) -> Option<usize> {
        let choices = self.scale.choices();
        if are_numbers(choices) {
            return None;
        }
        let position = typed.parse::<usize>().ok()?.checked_sub(1)?;
        (position < choices.len()).then_some(position)
    }

    fn begun(&self, typed: &str) -> Option<usize> {
        self.position(|name| name.starts_with(typed))
    }

    /// Of two choices, the one that begins so in this language.
    fn one_of_two(&self, typed: &str) -> Option<usize> {
        let choices = self.scale.choices();
        let begins = |choice: &Choice| {
            let title = plain(choice.title.in_language(self.language));
            title.starts_with(typed) || choice.id.as_str().starts_with(typed)
        };
        let found = choices.iter().position(begins)?;
        (choices.len() == 2).then_some(found)
    }

    fn near(&self, typed: &str) -> Option<String> {
        let choices = self.scale.choices().iter();
        let names: Vec<String> = choices
            .flat_map(|choice| {
                let title = choice.title.in_language(self.language);
                [choice.id.to_string(), plain(title)]
            })
            .collect();
        nearest(typed, names.iter().map(String::as_str)).map(str::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{self, Inputs};

    fn scales() -> Vec<Scale> {
        let inputs = Inputs::with_rubrics(&["customer-service"]);
        let day = crate::model::parse_day("2026-11-20").expect("a day");
        let workspace = read::workspace(inputs, day).workspace.expect("a workspace");
        workspace.rubrics[0].scales.clone()
    }

    #[test]
    fn what_is_typed_means_what_its_author_meant() {
        let scales = scales();
        let case = |scale: &str, language: Language, typed: &str, expected: Said| {
            let scale = scales.iter().find(|own| own.id.as_str() == scale);
            let said = understood(typed, scale.expect("every rubric has it"), language);
            assert_eq!(said, expected, "{typed}");
        };
        let (en, pt) = (Language::English, Language::Portuguese);
        case("achievement", en, "3", Said::Choice(2));
        case("achievement", en, " Largely ", Said::Choice(2));
        case("achievement", en, "larg", Said::Choice(2));
        case("achievement", en, "l", Said::Choice(2));
        case("achievement", pt, "parcialmente", Said::Choice(1));
        case("achievement", pt, "não", Said::Choice(0));
        case("achievement", en, "5", Said::Unclear(None));
        case("achievement", en, "0", Said::Unclear(None));
        case(
            "achievement",
            en,
            "largley",
            Said::Unclear(Some("largely".into())),
        );
        case("achievement", en, "n", Said::Note(None));
        case(
            "achievement",
            en,
            "n By phone",
            Said::Note(Some("By phone".into())),
        );
        case("achievement", en, "u", Said::Unknown);
        case("achievement", pt, "d", Said::Unknown);
        case("achievement", pt, "u", Said::Unknown);
        case("achievement", pt, "não se sabe", Said::Unknown);
        case("achievement", en, "x", Said::NotApplicable(None));
        case(
            "achievement",
            pt,
            "x  É tudo próprio ",
            Said::NotApplicable(Some("É tudo próprio".into())),
        );
        case("achievement", en, "=", Said::Before);
        case("yes-no", pt, " = ", Said::Before);
        case("percent", pt, "igual", Said::Before);
        case("achievement", en, "b", Said::Back);
        case("achievement", pt, "v", Said::Back);
        case("achievement", pt, "voltar", Said::Back);
        case("achievement", en, "s", Said::Skip);
        case("achievement", en, "", Said::Skip);
        case("achievement", pt, "p", Said::Skip);
        case("achievement", en, "Q", Said::Quit);
        case("achievement", pt, "sair", Said::Quit);
        case("achievement", en, "?", Said::Guidance);
        // Yes or no: a letter that could be either is neither, and the other language's stands behind a choice.
        case("yes-no", en, "n", Said::Ambiguous("note", 0));
        case("yes-no", pt, "n", Said::Ambiguous("observação", 0));
        case("yes-no", pt, "s", Said::Choice(1));
        case("yes-no", en, "y", Said::Choice(1));
        case("yes-no", en, "no", Said::Choice(0));
        case("yes-no", pt, "nota", Said::Note(None));
        // Choices that are numbers are what they say.
        case("five-point", en, "5", Said::Choice(4));
        case("percent", en, "62%", Said::Number("62%".into()));
        case("percent", pt, "62,5 %", Said::Number("62,5 %".into()));
        case("percent", pt, "x", Said::NotApplicable(None));
        case("percent", en, "much", Said::Unclear(None));
    }
}
