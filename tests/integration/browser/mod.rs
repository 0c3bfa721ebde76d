//! A real browser for the tests: headless Chromium, driven by the DevTools
//! protocol over pipes, with nothing but the standard library and `serde_json`.
//!
//! ```text
//! let browser = Browser::launch();
//! let page = browser.page();
//! page.open(Path::new("report.html"));
//! assert!(page.console().is_empty());
//! ```
//!
//! A test never passes by not running: without a browser or without axe-core
//! the harness panics and says how to install them. The browser cannot resolve
//! any host name, so a page that asks for something on the network has the
//! request recorded and refused.

mod base64;
mod connection;
mod directory;
mod page;
mod process;
mod selftest;

pub(crate) use directory::TemporaryDirectory;
pub(crate) use page::{Page, Violation};

use std::cell::RefCell;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use serde_json::{Value, json};

use connection::Connection;
use process::Process;

/// What every panic about a missing tool tells the reader to do.
const INSTALL: &str = "install it with `tests/run` or `apt-get install chromium`";

/// The names a browser goes by on the search path, best first.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// A running headless Chromium with a profile of its own. Dropping it ends the
/// browser and removes its files, also while a test panics.
pub(crate) struct Browser {
    // Dropped in this order: the pipes close before the process is killed.
    connection: RefCell<Connection>,
    process: Process,
}

impl Browser {
    /// Starts the browser `$CHROMIUM` names, else the first one on the search
    /// path.
    ///
    /// # Panics
    ///
    /// When there is no browser, or it does not answer in time.
    pub(crate) fn launch() -> Self {
        let program = find_browser(std::env::var_os("CHROMIUM"), std::env::var_os("PATH"))
            .unwrap_or_else(|reason| panic!("{reason}; {INSTALL}"));
        let mut process = Process::start(&program);
        let connection = Connection::new(process.take_pipes(), process.error_log());
        let browser = Self {
            connection: RefCell::new(connection),
            process,
        };
        // The first answer shows that the browser is up.
        browser.call(None, "Browser.getVersion", json!({}));
        browser
    }

    /// Opens a new empty tab, 1280 by 800 pixels, screen media, light scheme.
    pub(crate) fn page(&self) -> Page<'_> {
        Page::new(self)
    }

    /// Sends a signal, such as `KILL`, to the browser and all its helpers.
    pub(crate) fn signal(&self, name: &str) {
        assert!(self.process.signal(name), "cannot send {name}");
    }

    /// The temporary directory that holds the browser's profile.
    pub(crate) fn directory(&self) -> PathBuf {
        self.process.directory().to_path_buf()
    }

    /// Calls a method of the protocol, on a session or on the browser itself.
    fn call(&self, session: Option<&str>, method: &str, parameters: Value) -> Value {
        self.connection
            .borrow_mut()
            .call(session, method, parameters)
    }
}

/// Finds the browser: `chosen` when given, which then must exist, else the
/// first known name on `search_path`.
fn find_browser(
    chosen: Option<OsString>,
    search_path: Option<OsString>,
) -> Result<PathBuf, String> {
    let search_path = search_path.unwrap_or_default();
    match chosen.filter(|name| !name.is_empty()) {
        Some(name) => find_program(&name, &search_path).ok_or_else(|| {
            format!(
                "$CHROMIUM names {}, which is not there",
                name.to_string_lossy()
            )
        }),
        None => NAMES
            .iter()
            .find_map(|name| find_program(OsStr::new(name), &search_path))
            .ok_or_else(|| format!("no browser on $PATH: looked for {}", NAMES.join(", "))),
    }
}

/// Finds a program as a shell does: a name with a slash is a path already.
fn find_program(name: &OsStr, search_path: &OsStr) -> Option<PathBuf> {
    let named = PathBuf::from(name);
    if named.components().count() > 1 {
        return named.is_file().then_some(named);
    }
    std::env::split_paths(search_path)
        .map(|directory| directory.join(name))
        .find(|program| program.is_file())
}
