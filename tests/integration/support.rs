//! A workspace in a folder of its own, and the real program run on it.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder with files that disappears when the test ends.
pub(crate) struct Folder {
    directory: tempfile::TempDir,
}

impl Folder {
    /// An empty folder.
    pub(crate) fn new() -> Folder {
        let directory = tempfile::tempdir().expect("the machine has room for a folder");
        Folder { directory }
    }

    /// A copy of one of the examples, without what a report left there.
    pub(crate) fn copy_of_example(name: &str) -> Folder {
        let folder = Folder::new();
        let from = repository().join("examples").join(name);
        for file in files_below(&from) {
            let text = std::fs::read_to_string(from.join(&file)).expect("an example is text");
            folder.write(&file, &text);
        }
        folder
    }

    /// Writes a file, with the folders above it.
    pub(crate) fn write(&self, name: &str, text: &str) -> &Folder {
        let path = self.path().join(name);
        let parent = path.parent().expect("a file lies in a folder");
        std::fs::create_dir_all(parent).expect("folders can be made");
        std::fs::write(path, text).expect("files can be written");
        self
    }

    /// The text of one of its files.
    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).expect("the file is there")
    }

    pub(crate) fn path(&self) -> &Path {
        self.directory.path()
    }

    /// Runs the program in the folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        run_in(self.path(), arguments)
    }

    /// What `score --format json` gives on a day.
    #[track_caller]
    pub(crate) fn scored(&self, as_of: &str) -> serde_json::Value {
        self.run(&["score", ".", "--format", "json", "--as-of", as_of])
            .json()
    }
}

/// One figure of a result by its JSON pointer, as text: `3.148148`, `on_track`, `null`, `[2.5,3]`.
#[track_caller]
pub(crate) fn shown(result: &serde_json::Value, pointer: &str) -> String {
    match result.pointer(pointer) {
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(figure) => figure.to_string(),
        None => panic!("no {pointer} in {result:#}"),
    }
}

/// How a run of the program ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: i32,
}

impl Ran {
    /// The output as JSON, of a run that went well.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        assert_eq!(self.code, 0, "{}", self.err);
        serde_json::from_str(&self.out).expect("the output is JSON")
    }
}

/// Runs the program in `folder`, without any language or colour of the machine's own.
pub(crate) fn run_in(folder: &Path, arguments: &[&str]) -> Ran {
    let output = Command::new(env!("CARGO_BIN_EXE_regua"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("COLUMNS", "80")
        .output()
        .expect("the program starts");
    Ran {
        out: String::from_utf8(output.stdout).expect("output is UTF-8"),
        err: String::from_utf8(output.stderr).expect("messages are UTF-8"),
        code: output.status.code().expect("the program ends by itself"),
    }
}

/// The folder of the repository.
pub(crate) fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder, by its path from there, sorted. A `report` folder is left out.
pub(crate) fn files_below(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(below) = folders.pop() {
        for entry in std::fs::read_dir(folder.join(&below)).expect("the folder can be read") {
            let entry = entry.expect("the folder can be read");
            let name = entry.file_name().into_string().expect("names are UTF-8");
            let path = if below.is_empty() {
                name
            } else {
                format!("{below}/{name}")
            };
            let is_folder = entry.file_type().expect("an entry has a type").is_dir();
            if !is_folder {
                found.push(path);
            } else if path != "report" {
                folders.push(path);
            }
        }
    }
    found.sort();
    found
}
