//! What a problem is known by from one run to the next: its code, its file, and the text that it points at. Lines may
//! move and other languages be spoken; where the text itself changes, it is another problem.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::diagnostic::{Diagnostic, Sources};
use crate::model::FileIndex;

/// A hash by SHA-256.
type Hash = [u8; 32];

/// Fingerprints of one run. Of problems that look the same, each counts those before it.
#[derive(Default)]
pub(super) struct Fingerprints {
    given: HashMap<Hash, usize>,
    /// Of the lines with problems: one may be very long, and full of them.
    lines: HashMap<(FileIndex, usize), Hash>,
}

impl Fingerprints {
    pub(super) fn of(&mut self, diagnostic: &Diagnostic, sources: &Sources) -> String {
        /// As much of what is pointed at as tells it from the rest of its line, in bytes.
        const MARKED: usize = 200;
        let place = diagnostic.place;
        let file = sources.file(place.file);
        let number = sources.line(place);
        let line = self.lines.entry((place.file, number)).or_insert_with(|| {
            let line = sources.line_range(place.file, number);
            Sha256::digest(file.text[line].trim()).into()
        });
        let marked = sources.marked(place);
        let marked = &marked[..marked.floor_char_boundary(MARKED)];
        let about = Sha256::new()
            .chain_update(diagnostic.code.as_str())
            .chain_update("\0")
            .chain_update(&file.path)
            .chain_update("\0")
            .chain_update(*line)
            .chain_update(marked);
        let before = self
            .given
            .entry(about.clone().finalize().into())
            .or_default();
        let digest = about.chain_update(format!("\0{before}")).finalize();
        *before += 1;
        digest[..16]
            .iter()
            .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
    }
}
