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
    /// Where each line begins, found when first asked for: one pass, however many places are cited.
    line_starts: OnceLock<Vec<usize>>,
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
            line_starts: OnceLock::new(),
        });
        FileIndex(index)
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
        let line_text = &file.text[file.line_starts()[line - 1]..at];
        (line, line_text.chars().count() + 1)
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
        let (line, _) = self.line_and_column(place);
        format!("{}:{line}", self.file(place.file).path)
    }
}
