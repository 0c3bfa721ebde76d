//! The texts that were read, and how a place in them becomes a line.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use crate::model::{FileIndex, Place};

/// A file as it was read.
#[derive(Debug)]
pub struct SourceFile {
    /// Its path below the workspace's folder, with forward slashes; `regua:rubrics/<id>.yaml` for a shipped rubric.
    pub path: String,
    /// Its text. Empty when there was nothing to read.
    pub text: Cow<'static, str>,
    /// Whether the text ends where the file stops being text.
    pub is_cut: bool,
    /// Where each line begins, found when first asked for: one pass, however many places are cited.
    line_starts: OnceLock<Vec<usize>>,
    /// How many characters stand before each block of the text, for lines that are long and cited often.
    characters: OnceLock<Vec<usize>>,
}

/// Characters are counted once for each block of so many bytes.
const BLOCK: usize = 1_024;

/// How many characters begin among these bytes.
fn beginning_in(bytes: &[u8]) -> usize {
    const CONTINUATION: i8 = -0x40;
    bytes
        .iter()
        .filter(|byte| byte.cast_signed() >= CONTINUATION)
        .count()
}

impl SourceFile {
    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            let after_newlines = self
                .text
                .match_indices('\n')
                .map(|(newline, _)| newline + 1);
            std::iter::once(0).chain(after_newlines).collect()
        })
    }

    /// How many characters begin before a byte.
    fn characters_before(&self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let before = self.characters.get_or_init(|| {
            let mut before = 0;
            let blocks = bytes.chunks(BLOCK).map(|block| {
                let here = before;
                before += beginning_in(block);
                here
            });
            blocks.collect()
        });
        let block = (at / BLOCK).min(before.len().saturating_sub(1));
        let counted = before.get(block).copied().unwrap_or_default();
        counted + beginning_in(&bytes[block * BLOCK..at])
    }

    /// How many characters stand between two bytes.
    fn characters(&self, from: usize, to: usize) -> usize {
        if to - from <= BLOCK {
            return beginning_in(&self.text.as_bytes()[from..to]);
        }
        self.characters_before(to) - self.characters_before(from)
    }
}

/// Every file that was read, in the order of reading.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// No files yet.
    #[must_use]
    pub fn new() -> Sources {
        Sources::default()
    }

    /// Adds a file and gives the index by which places refer to it.
    pub fn add(
        &mut self,
        path: impl Into<String>,
        text: impl Into<Cow<'static, str>>,
    ) -> FileIndex {
        let index = u32::try_from(self.files.len()).expect("fewer than four billion files");
        self.files.push(SourceFile {
            path: path.into(),
            text: text.into(),
            is_cut: false,
            line_starts: OnceLock::new(),
            characters: OnceLock::new(),
        });
        FileIndex(index)
    }

    /// Adds as much of a file as is text, where not all of it is.
    pub fn add_cut(&mut self, path: impl Into<String>, text: String) -> FileIndex {
        let index = self.add(path, text);
        self.files[index.0 as usize].is_cut = true;
        index
    }

    /// The index of the file of this path.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<FileIndex> {
        let position = self.files.iter().position(|file| file.path == path)?;
        u32::try_from(position).ok().map(FileIndex)
    }

    /// The file of this index.
    #[must_use]
    pub fn file(&self, index: FileIndex) -> &SourceFile {
        &self.files[index.0 as usize]
    }

    /// Every file that held something, in the order of reading; those that were only cited are left out.
    pub fn read(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter().filter(|file| !file.text.is_empty())
    }

    /// Line of a place, from 1: found sooner than its column, which takes reading the line.
    #[must_use]
    pub fn line(&self, place: Place) -> usize {
        let starts = self.file(place.file).line_starts();
        starts.partition_point(|start| *start <= place.start as usize)
    }

    /// Line and column of a place, both from 1, the column in characters.
    #[must_use]
    pub fn line_and_column(&self, place: Place) -> (usize, usize) {
        let file = self.file(place.file);
        let at = place.start as usize;
        let line = self.line(place);
        (line, file.characters(file.line_starts()[line - 1], at) + 1)
    }

    /// Line and column behind the last character of a place, both from 1; blanks and line ends at its end do not
    /// belong to it.
    #[must_use]
    pub fn end(&self, place: Place) -> (usize, usize) {
        let text = self.marked(place);
        let end = place.start as usize + text.len();
        let end = u32::try_from(end).unwrap_or(place.end);
        self.line_and_column(Place {
            start: end,
            ..place
        })
    }

    /// The text of a place, without blanks and line ends at its end.
    #[must_use]
    pub fn marked(&self, place: Place) -> &str {
        let text = &self.file(place.file).text;
        let start = text.floor_char_boundary((place.start as usize).min(text.len()));
        let end = text.floor_char_boundary((place.end as usize).clamp(start, text.len()));
        text[start..end].trim_end()
    }

    /// The bytes of a line of a file, counted from 1, without its end.
    #[must_use]
    pub fn line_range(&self, file: FileIndex, line: usize) -> Range<usize> {
        let file = self.file(file);
        let start = file.line_starts()[line - 1];
        let end = match file.line_starts().get(line) {
            Some(next) => next - 1,
            None => file.text.len(),
        };
        let text = file.text[start..end].trim_end_matches('\r');
        start..start + text.len()
    }

    /// A place as people cite it: `okrs/2026-Q3/plan.yaml:12`.
    #[must_use]
    pub fn cite(&self, place: Place) -> String {
        format!("{}:{}", self.file(place.file).path, self.line(place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_however_long_the_line() {
        let text = format!("first\n{}", "aé€😀".repeat(700));
        let mut sources = Sources::new();
        let file = sources.add("x", text.clone());
        for (at, _) in text.char_indices() {
            let start = u32::try_from(at).expect("the text is short");
            let place = Place {
                file,
                start,
                end: start,
            };
            let line = text[..at].matches('\n').count() + 1;
            let begins = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
            let column = text[begins..at].chars().count() + 1;
            assert_eq!(sources.line_and_column(place), (line, column));
        }
        let end = u32::try_from(text.len()).expect("the text is short");
        let place = Place {
            file,
            start: end,
            end,
        };
        assert_eq!(sources.line_and_column(place), (2, 2_801));
    }
}
