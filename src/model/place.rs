//! Where something is written: a file of the workspace and a range of bytes in it.

/// A file that was read, by its order of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileIndex(pub u32);

/// Where a thing of the model was written. The model gives it no meaning: it is there so that a
/// diagnostic can point and an explanation can cite `file:line`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileIndex,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Place {
    /// That of something which is in no file yet.
    pub const NOWHERE: Place = Place {
        file: FileIndex(0),
        start: 0,
        end: 0,
    };

    /// Where to look for something that is said of what is written here: there, if that is in another file,
    /// as what an overlay says is; else here.
    #[must_use]
    pub fn unless_elsewhere(self, said: Option<Place>) -> Place {
        said.filter(|said| said.file != self.file).unwrap_or(self)
    }
}
