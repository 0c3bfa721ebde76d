//! Nouns in the singular and in the plural, in both languages: `3 sessões` and `1 sessão` count the same.
//!
//! Only the regular endings, and only of one stem: what is irregular must be written as it was declared.

/// Whether two texts are the same noun, each word in the singular or in the plural. Case and accents do not
/// tell nouns apart.
///
/// ```
/// use regua::model::is_same_noun;
///
/// assert!(is_same_noun("sessões", "sessão"));
/// assert!(is_same_noun("consultas repetidas", "consulta repetida"));
/// assert!(!is_same_noun("sessões", "seções"));
/// ```
#[must_use]
pub fn is_same_noun(one: &str, other: &str) -> bool {
    let (one, other) = (plain(one), plain(other));
    one.split(' ').count() == other.split(' ').count()
        && one
            .split(' ')
            .zip(other.split(' '))
            .all(|(one, other)| one == other || is_plural(one, other) || is_plural(other, one))
}

/// A text in lower case, without accents, with single blanks: what is compared of a word.
pub(crate) fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let lower = words.join(" ").to_lowercase();
    lower.chars().map(without_accent).collect()
}

/// The bare letter of those that Portuguese writes with an accent.
pub(crate) fn without_accent(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' | 'ã' => 'a',
        'é' | 'ê' => 'e',
        'í' => 'i',
        'ó' | 'ô' | 'õ' => 'o',
        'ú' | 'ü' => 'u',
        'ç' => 'c',
        letter => letter,
    }
}

/// Endings of a singular, each with what a plural has in its place.
const ENDINGS: [(&str, &[&str]); 11] = [
    ("ao", &["oes", "aes"]), // sessão, sessões; pão, pães
    ("al", &["ais"]),
    ("el", &["eis"]),
    ("il", &["is", "eis"]), // funil, funis; fóssil, fósseis
    ("ol", &["ois"]),
    ("ul", &["uis"]),
    ("m", &["ns"]),
    ("r", &["res"]),
    ("z", &["zes"]),
    ("y", &["ies"]),
    ("s", &["ses"]),
];
/// Endings of English singulars that take `-es`.
const HISSING: [&str; 5] = ["x", "z", "ch", "sh", "o"];
const VOWELS: [char; 5] = ['a', 'e', 'i', 'o', 'u'];

/// Whether `plural` is a regular plural of `singular`, both plain.
fn is_plural(plural: &str, singular: &str) -> bool {
    if singular.is_empty() || singular.ends_with(|last: char| !last.is_alphabetic()) {
        return false;
    }
    let adds = |ending: &str| plural.strip_prefix(singular) == Some(ending);
    let replaces = |(ending, others): &(&str, &[&str])| {
        let Some(stem) = singular.strip_suffix(ending) else {
            return false;
        };
        // `day` has days: only behind a consonant does `-y` change.
        let may_change = *ending != "y" || !stem.ends_with(VOWELS);
        let rest = plural.strip_prefix(stem);
        may_change && !stem.is_empty() && rest.is_some_and(|rest| others.contains(&rest))
    };
    adds("s")
        || HISSING.iter().any(|ending| singular.ends_with(ending)) && adds("es")
        || ENDINGS.iter().any(replaces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noun_is_the_same_in_the_singular_and_in_the_plural() {
        for (plural, singular) in [
            ("sessões", "sessão"),
            ("pães", "pão"),
            ("mãos", "mão"),
            ("chamados", "chamado"),
            ("canais", "canal"),
            ("papéis", "papel"),
            ("funis", "funil"),
            ("fósseis", "fóssil"),
            ("faróis", "farol"),
            ("mensagens", "mensagem"),
            ("gestores", "gestor"),
            ("vezes", "vez"),
            ("meses", "mês"),
            ("consultas repetidas", "consulta repetida"),
            ("trainings", "training"),
            ("days", "day"),
            ("boxes", "box"),
            ("branches", "branch"),
            ("processes", "process"),
            ("replies", "reply"),
            ("knowledge articles", "knowledge article"),
            ("Sessões", "SESSAO"),
        ] {
            assert!(is_same_noun(plural, singular), "{plural}");
            assert!(is_same_noun(singular, plural), "{singular}");
        }
    }

    #[test]
    fn another_stem_is_another_noun() {
        for (one, other) in [
            ("sessões", "seções"),
            ("chamados", "chamadas"),
            ("consultas repetidas", "consultas"),
            ("calls", "callers"),
            ("tickets", "chats"),
            ("people", "person"),
            ("s", ""),
            ("daies", "day"),
            ("m2s", "m2"),
        ] {
            assert!(!is_same_noun(one, other), "{one} {other}");
            assert!(!is_same_noun(other, one), "{other} {one}");
        }
    }
}
