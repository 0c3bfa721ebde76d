//! Temporary directories that remove themselves.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// How long to keep trying to remove a directory.
const REMOVAL_TIMEOUT: Duration = Duration::from_secs(10);

/// A new directory that is removed when dropped.
pub(crate) struct TemporaryDirectory(PathBuf);

impl TemporaryDirectory {
    /// Creates the directory, empty, in the system's place for temporary files.
    pub(crate) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let process = std::process::id();
        // A directory left by an earlier process of the same id is not reused:
        // its name is taken, and the next number is tried.
        loop {
            let number = COUNT.fetch_add(1, Ordering::Relaxed);
            let path = std::env::temp_dir().join(format!("regua-browser-{process}-{number}"));
            match std::fs::create_dir(&path) {
                Ok(()) => return Self(path),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(error) => panic!("cannot create {}: {error}", path.display()),
            }
        }
    }

    /// Where the directory is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file in the directory and returns its path.
    pub(crate) fn write(&self, name: &str, content: &str) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, content)
            .unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
        path
    }
}

impl Drop for TemporaryDirectory {
    fn drop(&mut self) {
        let removed = remove(&self.0);
        // A second panic would abort the run and hide the first one.
        if !thread::panicking() {
            removed.unwrap_or_else(|error| panic!("cannot remove {}: {error}", self.0.display()));
        }
    }
}

/// Removes a directory, trying again while a dying browser still writes in it.
fn remove(path: &Path) -> std::io::Result<()> {
    let deadline = Instant::now() + REMOVAL_TIMEOUT;
    loop {
        match std::fs::remove_dir_all(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            Err(error) if Instant::now() > deadline => return Err(error),
            Ok(()) => return Ok(()),
            Err(_) => thread::sleep(Duration::from_millis(20)),
        }
    }
}
