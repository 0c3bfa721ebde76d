//! What an identifier may look like: kebab-case, so that it reads the same in a file, a URL and a shell.

use std::fmt;

use super::place::Place;

/// The longest identifier accepted, in characters.
const LONGEST: usize = 80;

/// An identifier in kebab-case, such as `first-contact-resolution`: lower-case ASCII letters and digits
/// in groups parted by single hyphens, at most 80 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

impl Id {
    /// The identifier, or `None` when `text` is not kebab-case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Id> {
        let group = |part: &str| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        (text.len() <= LONGEST && text.split('-').all(group)).then(|| Id(text.into()))
    }

    /// The identifier as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// An id that something went by in an earlier version: whoever still writes it means the same thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerId {
    /// The id.
    pub id: Id,
    /// Where it is written.
    pub place: Place,
}

impl FormerId {
    /// Whether one of these ids is `name`.
    #[must_use]
    pub fn any_is(former: &[FormerId], name: &str) -> bool {
        former.iter().any(|former| former.id.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn identifiers_are_kebab_case() {
        for good in ["a", "csat", "level-4", "2026", "mean-response-time"] {
            assert!(Id::parse(good).is_some(), "{good}");
        }
        for bad in ["", "-", "A", "a_b", "a--b", "a-", "-a", "é", "a b", "a.b"] {
            assert!(Id::parse(bad).is_none(), "{bad}");
        }
    }
}
