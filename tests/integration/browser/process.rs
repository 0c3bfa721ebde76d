//! The browser's process: how it starts and how it surely ends.

use std::fs::File;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::TemporaryDirectory;

/// How long a killed process may take to disappear.
const EXIT_TIMEOUT: Duration = Duration::from_secs(10);

/// The protocol's pipes have to be descriptors 3 and 4, which the standard
/// library cannot hand over; a shell moves its own input and output there and
/// then becomes the browser.
const MOVE_PIPES: &str = r#"exec "$0" "$@" 3<&0 4>&1 0</dev/null 1>/dev/null"#;

/// The flags of every run. From the resolver's rule on, they make runs closed
/// and alike: no host name resolves, nothing needs much shared memory, and tabs
/// in the background are not slowed down.
const FLAGS: [&str; 17] = [
    "--remote-debugging-pipe",
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--disable-breakpad",
    "--disable-dev-shm-usage",
    "--disable-default-apps",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
];

/// A browser process, in a process group of its own, with its directory.
pub(super) struct Process {
    // Dropped after `Drop::drop` has ended the process, hence no longer in use.
    child: Child,
    directory: TemporaryDirectory,
}

impl Process {
    /// Starts the browser with an empty page.
    pub(super) fn start(program: &Path) -> Self {
        let directory = TemporaryDirectory::new();
        let errors = File::create(error_log(&directory)).expect("the new directory is writable");
        let mut profile = std::ffi::OsString::from("--user-data-dir=");
        profile.push(directory.path().join("profile"));
        let child = Command::new("sh")
            .args(["-c", MOVE_PIPES])
            .arg(program)
            .args(FLAGS)
            .arg(profile)
            .arg("about:blank")
            // Else the browser leaves its lock's socket in the common place.
            .env("TMPDIR", directory.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(errors)
            // The group is what `drop` kills, so that no helper stays behind.
            .process_group(0)
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {}: {error}", program.display()));
        Self { child, directory }
    }

    /// The ends of the pipes on this side: to write to, and to read from.
    pub(super) fn take_pipes(&mut self) -> (ChildStdin, ChildStdout) {
        let input = self.child.stdin.take();
        let output = self.child.stdout.take();
        input.zip(output).expect("both pipes were asked for")
    }

    /// Sends a signal to the browser and all its helpers; false when that fails.
    /// The child has not been waited for yet, so its id cannot belong to anyone
    /// else.
    pub(super) fn signal(&self, name: &str) -> bool {
        let group = format!("-{}", self.child.id());
        Command::new("sh")
            .args(["-c", r#"kill -s "$0" -- "$1""#, name, &group])
            .status()
            .is_ok_and(|status| status.success())
    }

    /// The directory with the profile and the error log.
    pub(super) fn directory(&self) -> &Path {
        self.directory.path()
    }

    /// The file the browser's error output goes to.
    pub(super) fn error_log(&self) -> PathBuf {
        error_log(&self.directory)
    }

    /// Waits until the process is gone; false when it does not go.
    fn wait(&mut self) -> bool {
        let deadline = Instant::now() + EXIT_TIMEOUT;
        while Instant::now() < deadline {
            if matches!(self.child.try_wait(), Ok(Some(_))) {
                return true;
            }
            thread::sleep(Duration::from_millis(5));
        }
        false
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let killed = self.signal("KILL");
        let gone = self.wait();
        // A second panic would abort the run and hide the first one.
        assert!(
            killed && gone || thread::panicking(),
            "browser process {} could not be ended",
            self.child.id()
        );
    }
}

/// Where in the directory the error output goes.
fn error_log(directory: &TemporaryDirectory) -> PathBuf {
    directory.path().join("stderr.log")
}
