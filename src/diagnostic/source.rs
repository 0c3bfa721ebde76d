//! The texts that were read, and how a place in them becomes a line.

use crate::model::{FileIndex, Place};

/// A file as it was read.
#[derive(Debug)]
pub struct SourceFile {
    /// Its path below the workspace's folder, with forward slashes; `rubric:<id>` for a shipped rubric.
    pub path: String,
    /// Its text. Empty when there was nothing to read.
    pub text: String,
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
    pub fn add(&mut self, path: impl Into<String>, text: String) -> FileIndex {
        let index = u32::try_from(self.files.len()).expect("fewer than four billion files");
        self.files.push(SourceFile {
            path: path.into(),
            text,
        });
        FileIndex(index)
    }

    /// The file of this index.
    #[must_use]
    pub fn file(&self, index: FileIndex) -> &SourceFile {
        &self.files[index.0 as usize]
    }

    /// Every file, in the order of reading.
    #[must_use]
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// Line and column of a place, both from 1, the column in characters.
    #[must_use]
    pub fn line_and_column(&self, place: Place) -> (usize, usize) {
        let before = &self.file(place.file).text[..place.start as usize];
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line_text = before[line_start..].trim_start_matches('\u{feff}');
        (line, line_text.chars().count() + 1)
    }

    /// A place as people cite it: `okrs/2026-Q3/plan.yaml:12`.
    #[must_use]
    pub fn cite(&self, place: Place) -> String {
        let (line, _) = self.line_and_column(place);
        format!("{}:{line}", self.file(place.file).path)
    }
}
