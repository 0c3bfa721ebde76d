//! What a problem is known by from one run to the next: its code, its file, and the text that it points at. Lines may
//! move and other languages be spoken; where the text itself changes, it is another problem.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::diagnostic::{Diagnostic, Sources};

/// Fingerprints of one run. Of problems that look the same, each counts those before it.
#[derive(Default)]
pub(super) struct Fingerprints {
    given: HashMap<String, usize>,
}

impl Fingerprints {
    pub(super) fn of(&mut self, diagnostic: &Diagnostic, sources: &Sources) -> String {
        let place = diagnostic.place;
        let file = sources.file(place.file);
        let line = sources.line_range(place.file, sources.line(place));
        let parts = [
            diagnostic.code.as_str(),
            &file.path,
            file.text[line].trim(),
            sources.marked(place),
        ];
        let about = parts.join("\0");
        let before = self.given.entry(about.clone()).or_default();
        let digest = Sha256::digest(format!("{about}\0{before}"));
        *before += 1;
        digest[..16]
            .iter()
            .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
    }
}
