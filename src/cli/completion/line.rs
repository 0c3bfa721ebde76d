//! A line of a shell taken apart, up to the cursor: nothing is expanded and nothing is run.

/// How the last word is quoted where the cursor stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quote {
    None,
    Single,
    Double,
}

/// A word of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// What it says, without quotes.
    pub(super) text: String,
    /// How it is quoted at its end.
    pub(super) quote: Quote,
    /// How many bytes of `text` stand before what the shell will replace.
    pub(super) kept: usize,
}

impl Word {
    fn new() -> Word {
        Word {
            text: String::new(),
            quote: Quote::None,
            kept: 0,
        }
    }
}

/// The words of the last command of a line of bash; the last word is the one that the cursor is in. Bash replaces what
/// stands after the last of its `breaks`, or after an open quote.
pub(super) fn of_bash(line: &str, breaks: &str) -> Vec<Word> {
    let mut words = vec![Word::new()];
    let mut is_begun = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let word = words.last_mut().expect("there is always a word");
        match (word.quote, letter) {
            (Quote::None, ' ' | '\t' | '\n') => {
                if is_begun {
                    words.push(Word::new());
                }
                is_begun = false;
                continue;
            }
            (Quote::None, ';' | '|' | '&' | '(') => {
                words = vec![Word::new()];
                is_begun = false;
                continue;
            }
            (Quote::None, '\\') => word.text.extend(letters.next()),
            (Quote::Double, '\\') => {
                let next = letters.next_if(|next| matches!(next, '"' | '\\' | '$' | '`'));
                word.text.push(next.unwrap_or('\\'));
            }
            (Quote::None, '\'') => open(word, Quote::Single),
            (Quote::None, '"') => open(word, Quote::Double),
            (Quote::Single, '\'') | (Quote::Double, '"') => word.quote = Quote::None,
            (Quote::None, letter) => {
                // These two begin a word of their own, where others stand between two.
                let begins = matches!(letter, '@' | '$') && breaks.contains(letter);
                if begins {
                    word.kept = word.text.len();
                }
                word.text.push(letter);
                if breaks.contains(letter) && !begins {
                    word.kept = word.text.len();
                }
            }
            (_, letter) => word.text.push(letter),
        }
        is_begun = true;
    }
    words
}

fn open(word: &mut Word, quote: Quote) {
    word.quote = quote;
    word.kept = word.text.len();
}

/// A word as fish has it: what it says without quotes.
pub(super) fn of_fish(word: &str) -> String {
    let mut text = String::new();
    let mut quote = None;
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        match (quote, letter) {
            (None, '\\') => text.extend(letters.next()),
            (Some(open), '\\') => {
                let next = letters.next_if(|next| *next == open || matches!(next, '\\' | '$'));
                text.push(next.unwrap_or('\\'));
            }
            (None, '\'' | '"') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            (_, letter) => text.push(letter),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const BREAKS: &str = " \t\n\"'@><=;|&(:";

    #[test]
    fn a_line_of_bash_is_taken_apart_as_bash_does_it() {
        #[track_caller]
        fn case(line: &str, expected: &[&str], quote: Quote, kept: usize) {
            let words = of_bash(line, BREAKS);
            let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
            let last = words.last().expect("there is always a word");
            assert_eq!(texts, expected, "{line}");
            assert_eq!((last.quote, last.kept), (quote, kept), "{line}");
        }
        case("regua ex", &["regua", "ex"], Quote::None, 0);
        case("regua explain ", &["regua", "explain", ""], Quote::None, 0);
        case("regua --lang=p", &["regua", "--lang=p"], Quote::None, 7);
        case("regua 'Ana P", &["regua", "Ana P"], Quote::Single, 0);
        case("regua \"a\\\"b", &["regua", "a\"b"], Quote::Double, 0);
        case(r"regua Ana\ P", &["regua", "Ana P"], Quote::None, 0);
        case("regua a@2", &["regua", "a@2"], Quote::None, 1);
        case(
            "regua --owner='A",
            &["regua", "--owner=A"],
            Quote::Single,
            8,
        );
        case("regua $(touch x", &["touch", "x"], Quote::None, 0);
        case("", &[""], Quote::None, 0);
    }

    #[test]
    fn a_word_of_fish_loses_its_quotes() {
        assert_eq!(of_fish("Ana\\ P"), "Ana P");
        assert_eq!(of_fish("'it\\'s $(x)'"), "it's $(x)");
        assert_eq!(of_fish("\"a\\$b"), "a$b");
        assert_eq!(of_fish("$(touch x)"), "$(touch x)");
    }
}
