//! What each kind of problem is about, at more length than beside a line: what it is, why it matters, how to mend it.
//!
//! The pages are sentences like all others, in files of their own: a run that explains nothing does not look at them.

use fluent_bundle::FluentArgs;

use super::Locale;
use super::sentences::{Sentences, texts};
use crate::model::Language;

/// The page of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// What is wrong, in one sentence.
    pub what: String,
    /// Why it is told.
    pub why: String,
    /// How to mend it.
    pub mend: String,
}

impl Locale {
    /// The page of a code in the language of the locale.
    ///
    /// # Panics
    /// When there is none: every code has a page in both languages, which a test holds.
    #[must_use]
    pub fn page(&self, code: &str) -> Page {
        let sentences = self.pages.get_or_init(|| {
            let texts = match self.language {
                Language::Portuguese => texts!("codes.pt-BR"),
                Language::English => texts!("codes.en"),
            };
            Sentences::new(self.language.tag(), texts)
        });
        let key = format!("page-{code}");
        let say = |attribute| {
            let said = sentences.find(&key, attribute, &FluentArgs::new());
            said.unwrap_or_else(|| panic!("`{code}` has a page in both languages"))
        };
        Page {
            what: say(None),
            why: say(Some("why")),
            mend: say(Some("mend")),
        }
    }
}
