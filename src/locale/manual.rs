//! What manual pages and the reference of commands say beside the help of the commands: names of sections, files,
//! examples. A run that writes none does not look at them.

use fluent_bundle::FluentArgs;

use super::Locale;
use super::sentences::{Sentences, texts};
use crate::model::Language;

impl Locale {
    /// A sentence of the manual; `None` where there is none of this key.
    #[must_use]
    pub fn manual(&self, key: &str) -> Option<String> {
        let sentences = self.manual.get_or_init(|| {
            let texts = match self.language {
                Language::Portuguese => texts!("manual.pt-BR"),
                Language::English => texts!("manual.en"),
            };
            Sentences::new(self.language.tag(), texts)
        });
        sentences.find(key, None, &FluentArgs::new())
    }
}
