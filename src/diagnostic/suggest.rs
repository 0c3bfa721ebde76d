//! Did you mean: the nearest of the names that would have been right, or of what goes by a title.

use crate::model::{Language, Text, plain_words};

/// A long miss is no suggestion, and a long text is no name: both bounds keep this linear in the file.
const LONGEST_NAME: usize = 80;

/// The candidate nearest to `written`, when one is near enough to be what was meant.
pub(crate) fn nearest<'c>(
    written: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    if written.len() > LONGEST_NAME {
        return None;
    }
    let lower = written.to_lowercase();
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let most = tolerated(candidate);
            let candidate_lower = candidate.to_lowercase();
            if least_distance(&lower, &candidate_lower) > most {
                return None;
            }
            let distance = strsim::damerau_levenshtein(&lower, &candidate_lower);
            (distance <= most).then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The names of what was meant, where things have titles that people know them by: that of a whole title in any
/// language, else the nearest name or title, else those whose titles hold all the words. Case and accents do not
/// matter. Several only where words alone do not decide.
pub(crate) fn meant<'c>(
    written: &str,
    candidates: impl IntoIterator<Item = (&'c str, &'c Text)>,
) -> Vec<&'c str> {
    const MOST: usize = 3;
    if written.len() > LONGEST_NAME {
        return Vec::new();
    }
    let written = plain_words(written);
    let titled: Vec<(&str, Vec<String>)> = candidates
        .into_iter()
        .map(|(name, title)| (name, titles(title)))
        .collect();
    let whole = titled.iter().find(|(_, own)| own.contains(&written));
    if let Some((name, _)) = whole {
        return vec![*name];
    }
    let ids = titled.iter().map(|(name, _)| *name);
    let all = titled.iter().flat_map(|(_, own)| own);
    let near = nearest(&written, ids.chain(all.map(String::as_str)));
    if let Some(near) = near {
        let is_it =
            |own: &&(&'c str, Vec<String>)| own.0 == near || own.1.iter().any(|own| own == near);
        return titled
            .iter()
            .find(is_it)
            .map(|(name, _)| vec![*name])
            .unwrap_or_default();
    }
    let holding = titled
        .iter()
        .filter(|(_, own)| own.iter().any(|title| holds_words(title, &written)));
    let mut found: Vec<&str> = holding.map(|(name, _)| *name).collect();
    found.truncate(MOST);
    found
}

/// A title in every language that it is written in, plain.
fn titles(title: &Text) -> Vec<String> {
    let versions = Language::ALL.map(|language| title.version(language));
    let written = versions.into_iter().chain([title.plain.as_deref()]);
    written.flatten().map(plain_words).collect()
}

/// Whether each word written is one of the title's, or a long one begins one.
fn holds_words(title: &str, written: &str) -> bool {
    const LONG: usize = 4;
    let words = |text: &'_ str| -> Vec<String> {
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (title, written) = (words(title), words(written));
    let is_there = |word: &String| {
        title.iter().any(|own| {
            own == word || word.chars().count() >= LONG && own.starts_with(word.as_str())
        })
    };
    written.iter().any(|word| word.chars().count() >= LONG) && written.iter().all(is_there)
}

/// How far apart two texts are at least, by the letters that either has more of: each edit evens out one of each at the
/// most. It takes one walk over both, where the distance takes one over the second for each letter of the first.
fn least_distance(one: &str, other: &str) -> usize {
    const KINDS: usize = 64;
    let mut more = [0i32; KINDS];
    for letter in one.chars() {
        more[letter as usize % KINDS] += 1;
    }
    for letter in other.chars() {
        more[letter as usize % KINDS] -= 1;
    }
    let sum = |sign: i32| -> i32 { more.iter().map(|more| (more * sign).max(0)).sum() };
    usize::try_from(sum(1).max(sum(-1))).unwrap_or(0)
}

/// A third of the letters, at least one.
fn tolerated(candidate: &str) -> usize {
    (candidate.chars().count() / 3).clamp(1, 6)
}

#[cfg(test)]
mod tests {
    use super::{least_distance, meant, nearest};
    use crate::model::Text;

    #[test]
    fn a_title_in_any_language_leads_to_its_name() {
        let title = |portuguese: &str, english: &str| Text {
            portuguese: Some(portuguese.to_owned()),
            english: Some(english.to_owned()),
            ..Text::default()
        };
        let things = [
            (
                "csat",
                title(
                    "Satisfação do cliente (CSAT)",
                    "Customer satisfaction (CSAT)",
                ),
            ),
            (
                "fcr",
                title("Resolução no primeiro contato", "First contact resolution"),
            ),
            (
                "mttr",
                title("Tempo médio de resolução", "Mean resolution time"),
            ),
        ];
        let meant =
            |written: &str| meant(written, things.iter().map(|(name, title)| (*name, title)));
        assert_eq!(meant("satisfacao"), ["csat"]);
        assert_eq!(meant("Satisfação do Cliente"), ["csat"]);
        assert_eq!(meant("mean resolution tme"), ["mttr"]);
        assert_eq!(meant("csta"), ["csat"]);
        assert_eq!(meant("resolução"), ["fcr", "mttr"]);
        assert_eq!(meant("tempo resol"), ["mttr"]);
        assert_eq!(meant("sat"), ["csat"]);
        assert_eq!(meant("de"), [""; 0]);
        assert_eq!(meant(""), [""; 0]);
        assert_eq!(meant("produtividade"), [""; 0]);
    }

    #[test]
    fn no_text_is_nearer_than_its_letters_say() {
        let texts = [
            "",
            "a",
            "csat",
            "csta",
            "cast",
            "satisfação",
            "satisfacao",
            "first-contact-resolution",
            "resolution",
        ];
        for one in texts {
            for other in texts {
                let distance = strsim::damerau_levenshtein(one, other);
                assert!(least_distance(one, other) <= distance, "{one} {other}");
            }
        }
        assert_eq!(least_distance("csat", "csta"), 0);
        assert_eq!(least_distance("csat", "nps"), 3);
    }

    #[test]
    fn the_nearest_name_is_suggested_if_it_is_near() {
        let names = ["largely", "partially", "fully", "not"];
        assert_eq!(nearest("largley", names), Some("largely"));
        assert_eq!(nearest("Fully", names), Some("fully"));
        assert_eq!(nearest("sometimes", names), None);
        assert_eq!(nearest(&"x".repeat(1_000), names), None);
    }
}
