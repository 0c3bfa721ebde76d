//! Adding to a file that people write too: nothing that stands there changes by a byte.
//!
//! One writer at a time holds the folder's lock. The text as it is and the text as it will be are handed to the
//! caller, who may refuse; then the whole is written beside, synced and moved into place, and read back. Whoever is
//! killed leaves the old file or the new one, and the lock goes with them.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::{DiskError, beside, sync_folder};

/// What the files that are written beside begin with.
pub(super) const BESIDE: &str = ".regua-";

/// How often a file may change under a writer's hands before it gives up.
const TRIES: usize = 8;

/// Why nothing was added.
#[derive(Debug)]
pub enum NotAppended<E> {
    /// The caller refused the text as it would be.
    Refused(E),
    /// The disk did.
    Disk(DiskError),
}

/// Adds lines at the end of a file, which is made when it is not there. `accept` is handed the text as it will be,
/// while the lock is held: it should not wait for anybody.
///
/// # Errors
/// When `accept` refuses, or when the file cannot be read or written; it is then as it was. Only with
/// [`DiskError::NotConfirmed`] is the new text in its place already.
pub fn append<E>(
    path: &Path,
    lines: &str,
    mut accept: impl FnMut(&str) -> Result<(), E>,
) -> Result<(), NotAppended<E>> {
    extend(path, |before| {
        let mut after = before.to_owned();
        if !after.is_empty() && !after.ends_with('\n') {
            after.push('\n');
        }
        after.push_str(lines);
        accept(&after)?;
        Ok(after)
    })
}

/// Makes a file longer, or a new one with its folder. `grow` is handed the text as it is, empty where there is no
/// file, and gives it with what comes behind; it may be asked again when somebody else wrote meanwhile. A text that
/// it gives back unchanged is not written.
///
/// # Errors
/// When `grow` refuses, or when the file cannot be read or written; it is then as it was.
///
/// # Panics
/// When `grow` changes what stood there.
pub fn extend<E>(
    path: &Path,
    mut grow: impl FnMut(&str) -> Result<String, E>,
) -> Result<(), NotAppended<E>> {
    change(path, |before| {
        let after = grow(before)?;
        assert!(after.starts_with(before), "what is written only grows");
        Ok(after)
    })
}

/// Puts another text in the place of a file's, with the care of [`extend`]: for a change of some bytes amid others
/// that stay. `alter` answers for those.
///
/// # Errors
/// When `alter` refuses, or when the file cannot be read or written; it is then as it was.
pub fn change<E>(
    path: &Path,
    mut alter: impl FnMut(&str) -> Result<String, E>,
) -> Result<(), NotAppended<E>> {
    let cannot = |source| {
        NotAppended::Disk(DiskError::CannotWrite {
            path: path.to_owned(),
            source,
        })
    };
    // A link stays a link: what it leads to is written.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().unwrap_or(Path::new(".")).to_owned();
    if !folder.exists() {
        // What is refused leaves no empty folder behind.
        let first = alter("").map_err(NotAppended::Refused)?;
        if first.is_empty() {
            return Ok(());
        }
        std::fs::create_dir_all(&folder).map_err(cannot)?;
    }
    let _lock = lock(&folder).map_err(cannot)?;
    sweep(&folder);
    for _ in 0..TRIES {
        let before = text(&path).map_err(cannot)?;
        let after = alter(&before).map_err(NotAppended::Refused)?;
        if after == before {
            return Ok(());
        }
        let written = beside(&path, after.as_bytes()).map_err(cannot)?;
        // Who edits by hand holds no lock.
        if text(&path).map_err(cannot)? != before {
            continue;
        }
        written
            .persist(&path)
            .map_err(|failure| cannot(failure.error))?;
        return confirm(&path, &after).map_err(NotAppended::Disk);
    }
    Err(cannot(io::Error::other("changed while it was written")))
}

/// Writes a file that must not be there yet, under the same lock and with the same care. Its folder is made when it
/// is not there, and goes again when the file cannot be written.
///
/// # Errors
/// When there is such a file, even one that comes at the same moment, or when it cannot be written.
pub fn create(path: &Path, text: &str) -> Result<(), DiskError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let is_new = !folder.is_dir();
    let created = create_in(folder, path, text);
    if is_new && created.is_err() {
        // Only an empty folder can be removed.
        let _ = std::fs::remove_dir(folder);
    }
    created
}

fn create_in(folder: &Path, path: &Path, text: &str) -> Result<(), DiskError> {
    let cannot = |source| DiskError::CannotWrite {
        path: path.to_owned(),
        source,
    };
    std::fs::create_dir_all(folder).map_err(cannot)?;
    let _lock = lock(folder).map_err(cannot)?;
    sweep(folder);
    let written = beside(path, text.as_bytes()).map_err(cannot)?;
    written
        .persist_noclobber(path)
        .map_err(|failure| cannot(failure.error))?;
    confirm(path, text)
}

/// Makes sure that a file which was moved into its place lasts, and says what was written.
fn confirm(path: &Path, wanted: &str) -> Result<(), DiskError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let read = sync_folder(folder).and_then(|()| text(path));
    let source = match read {
        Ok(found) if found == wanted => return Ok(()),
        Ok(_) => io::Error::other("read back otherwise"),
        Err(source) => source,
    };
    Err(DiskError::NotConfirmed {
        path: path.to_owned(),
        source,
    })
}

/// The text of a file; empty where there is none.
pub(super) fn text(path: &Path) -> io::Result<String> {
    match std::fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        other => other,
    }
}

/// The lock of a folder, held until it is dropped or its holder dies.
#[cfg(unix)]
fn lock(folder: &Path) -> io::Result<File> {
    /// A network's file system locks only what is open for writing, which a folder never is.
    const BAD_DESCRIPTOR: i32 = 9;
    match hold(File::open(folder)?) {
        Err(error) if error.raw_os_error() == Some(BAD_DESCRIPTOR) => lock_file(folder),
        held => held,
    }
}

#[cfg(not(unix))]
fn lock(folder: &Path) -> io::Result<File> {
    lock_file(folder)
}

/// The lock of a file that stays in the folder: whoever removed it might remove another's.
fn lock_file(folder: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    hold(options.open(folder.join(".regua.lock"))?)
}

/// Waits for the lock, however often a signal interrupts.
fn hold(file: File) -> io::Result<File> {
    loop {
        match file.lock() {
            Ok(()) => return Ok(file),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// Removes what writers left beside who were killed: whoever holds the lock is alone.
fn sweep(folder: &Path) {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let left: Vec<PathBuf> = entries
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(BESIDE))
        .map(|entry| entry.path())
        .collect();
    for path in left {
        // What cannot be removed is in nobody's way.
        let _ = std::fs::remove_file(path);
    }
}
