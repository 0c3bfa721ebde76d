//! What manual pages and the reference of commands say beside the help of the commands: names of sections, files,
//! examples. A run that writes none does not look at them.

use fluent_bundle::FluentArgs;

use super::Locale;
use super::sentences::Sentences;
use crate::model::Language;

impl Locale {
    /// A sentence of the manual; `None` where there is none of this key.
    #[must_use]
    pub fn manual(&self, key: &str) -> Option<String> {
        let sentences = self.manual.get_or_init(|| {
            let file = match self.language {
                Language::Portuguese => include_str!("manual.pt-BR.ftl"),
                Language::English => include_str!("manual.en.ftl"),
            };
            Sentences::new(self.language.tag(), &[file])
        });
        sentences.find(key, None, &FluentArgs::new())
    }
}
