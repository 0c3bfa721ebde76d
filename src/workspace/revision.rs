//! The files of a workspace at a commit of the repository that holds it, read by git itself.
//!
//! Nothing is checked out and nothing is written: git lists the commit and hands out the texts. The commit is the one
//! where the present work left a revision, so that what others did there since does not show as undone.
//!
//! Links are followed within the commit. One that leads out of the repository is not, and neither is another repository
//! within it: what lies there is no part of the commit.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use thiserror::Error;

use super::tree::{self, Tree};
use super::{DiskError, Root};
use crate::read::{Inputs, Refused};

/// What git sets for hooks and aliases. With these it would take the workspace's folder for the top of a repository.
const OTHER_REPOSITORIES: [&str; 3] = ["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR"];

/// Links that lead to links are followed so often.
const MOST_LINKS: usize = 40;

/// A workspace at an earlier commit.
#[derive(Debug)]
pub struct Base {
    /// The revision that was asked for, under the name that git knows.
    pub revision: String,
    /// The whole name of the commit that was read.
    pub commit: String,
    /// The same, as short as tells it from others.
    pub short: String,
    /// Whether the revision has gone on since: the commit is where the present work left it.
    pub has_gone_on: bool,
    /// Its files; `None` where there was no workspace in this folder yet.
    pub files: Option<Inputs>,
}

/// Why there is no earlier commit to compare with.
#[derive(Debug, Error)]
pub enum NoBase {
    /// There is no git.
    #[error("git is not installed")]
    NoGit,
    /// The workspace lies in no repository.
    #[error("no repository")]
    NoRepository,
    /// Git knows no such commit.
    #[error("unknown revision")]
    Unknown {
        /// Whether the repository has only the end of its history.
        is_shallow: bool,
    },
    /// The revision and the present work have no commit in common.
    #[error("no common commit")]
    NothingInCommon {
        /// Whether the repository has only the end of its history.
        is_shallow: bool,
    },
    /// The repository belongs to somebody whom git does not trust.
    #[error("not trusted")]
    NotTrusted {
        /// The command that makes git trust it.
        mend: String,
    },
    /// Git refused, in its own words.
    #[error("git: {0}")]
    Git(String),
    /// A file could not be read.
    #[error(transparent)]
    Disk(#[from] DiskError),
}

/// A workspace where the present work left `revision`.
///
/// # Errors
/// When there is no such commit, or git cannot read it.
pub fn at_base(root: &Root, revision: &str) -> Result<Base, NoBase> {
    let git = Git { folder: &root.path };
    let folder = git.folder_in_repository()?;
    let (name, tip) = git.known(revision)?;
    let commit = git.left(&tip)?;
    let short = git
        .line(&["rev-parse", "--short", &commit])?
        .unwrap_or_else(|| commit.clone());
    let entries = git.entries(&commit)?;
    let tree = Commit {
        short: &short,
        folder,
        entries,
        texts: RefCell::new(Texts::open(&root.path).map_err(not_started)?),
        outside: RefCell::new(BTreeSet::new()),
    };
    // One that leads out of the repository is there, and cannot be read: that is told as a problem of its own.
    let is_there = tree.is_file("regua.yaml") || !tree.outside.borrow().is_empty();
    let files = match is_there {
        true => Some(tree.inputs()?),
        false => None,
    };
    Ok(Base {
        revision: name,
        has_gone_on: commit != tip,
        short,
        commit,
        files,
    })
}

/// Git, asked in the folder of a workspace.
struct Git<'r> {
    folder: &'r Path,
}

impl Git<'_> {
    fn output<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Result<std::process::Output, NoBase> {
        let output = command(self.folder)
            .args(arguments)
            .stdin(Stdio::null())
            .output();
        output.map_err(not_started)
    }

    /// The line that git answers with; `None` where it has no answer.
    fn line(&self, arguments: &[&str]) -> Result<Option<String>, NoBase> {
        let output = self.output(arguments)?;
        let text = String::from_utf8_lossy(&output.stdout);
        let line = text.trim_end_matches(['\n', '\r']);
        Ok((output.status.success() && !line.is_empty()).then(|| line.to_owned()))
    }

    /// Where the workspace lies in its repository: empty, or ending in a slash.
    fn folder_in_repository(&self) -> Result<String, NoBase> {
        let output = self.output(&["rev-parse", "--show-prefix"])?;
        if output.status.success() {
            let text = String::from_utf8_lossy(&output.stdout);
            return Ok(text.trim_end_matches(['\n', '\r']).to_owned());
        }
        let said = String::from_utf8_lossy(&output.stderr);
        if said.contains("not a git repository") {
            return Err(NoBase::NoRepository);
        }
        if said.contains("dubious ownership") {
            let mut lines = said.lines().map(str::trim);
            if let Some(mend) = lines.find(|line| line.starts_with("git config")) {
                let mend = mend.to_owned();
                return Err(NoBase::NotTrusted { mend });
            }
        }
        Err(NoBase::Git(first_line(&said)))
    }

    /// The commit of a revision, and the name under which it is known: a branch that only its remote has may be named
    /// without that.
    fn known(&self, revision: &str) -> Result<(String, String), NoBase> {
        for name in [revision.to_owned(), format!("origin/{revision}")] {
            let commit = format!("{name}^{{commit}}");
            let asked = [
                "rev-parse",
                "--verify",
                "--quiet",
                "--end-of-options",
                &commit,
            ];
            if let Some(commit) = self.line(&asked)? {
                return Ok((name, commit));
            }
        }
        Err(NoBase::Unknown {
            is_shallow: self.is_shallow()?,
        })
    }

    /// The commit at which the present work left another.
    fn left(&self, tip: &str) -> Result<String, NoBase> {
        match self.line(&["merge-base", tip, "HEAD"])? {
            Some(commit) => Ok(commit),
            None => Err(NoBase::NothingInCommon {
                is_shallow: self.is_shallow()?,
            }),
        }
    }

    fn is_shallow(&self) -> Result<bool, NoBase> {
        let said = self.line(&["rev-parse", "--is-shallow-repository"])?;
        Ok(said.is_some_and(|said| said == "true"))
    }

    /// Everything in a commit, by its path from the top of the repository.
    fn entries(&self, commit: &str) -> Result<Entries, NoBase> {
        let output = self.output(&["ls-tree", "-r", "-z", "--full-tree", commit])?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(NoBase::Git(first_line(&said)));
        }
        let mut entries = Entries::default();
        for line in output.stdout.split(|byte| *byte == 0) {
            entries.add(&String::from_utf8_lossy(line));
        }
        Ok(entries)
    }
}

fn command(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command
        .arg("-C")
        .arg(folder)
        .env("LC_ALL", "C")
        .env("GIT_OPTIONAL_LOCKS", "0");
    for name in OTHER_REPOSITORIES {
        command.env_remove(name);
    }
    command
}

fn not_started(error: io::Error) -> NoBase {
    match error.kind() {
        io::ErrorKind::NotFound => NoBase::NoGit,
        _ => NoBase::Git(error.to_string()),
    }
}

fn first_line(said: &str) -> String {
    let line = said.lines().find(|line| !line.trim().is_empty());
    let line = line.unwrap_or_default().trim();
    line.strip_prefix("fatal: ").unwrap_or(line).to_owned()
}

/// What lies at a path of a commit.
enum Entry {
    /// A text, under the name that git keeps it by.
    File(String),
    /// Where it leads is kept under this name.
    Link(String),
    /// Another repository within this one: what lies there is no part of the commit.
    Repository,
}

/// Everything in a commit.
#[derive(Default)]
struct Entries {
    /// Files, links and other repositories by their paths.
    there: BTreeMap<String, Entry>,
    /// The names in each folder; the top is the empty path.
    folders: BTreeMap<String, BTreeSet<String>>,
}

impl Entries {
    /// Adds a line of the list: mode, kind, name, and the path behind a tab.
    fn add(&mut self, line: &str) {
        let Some((facts, path)) = line.split_once('\t') else {
            return;
        };
        let mut facts = facts.split(' ');
        let (mode, kind, name) = (facts.next(), facts.next(), facts.next());
        let entry = match (kind, mode, name) {
            (Some("commit"), ..) => Entry::Repository,
            (Some("blob"), Some("120000"), Some(name)) => Entry::Link(name.to_owned()),
            (Some("blob"), _, Some(name)) => Entry::File(name.to_owned()),
            _ => return,
        };
        self.there.insert(path.to_owned(), entry);
        let mut below = path;
        loop {
            let (folder, name) = below.rsplit_once('/').unwrap_or(("", below));
            let names = self.folders.entry(folder.to_owned()).or_default();
            // Where the name is known, so are the folders above.
            if !names.insert(name.to_owned()) || folder.is_empty() {
                return;
            }
            below = folder;
        }
    }
}

/// The files of a workspace at a commit.
struct Commit<'c> {
    short: &'c str,
    /// The folder of the workspace in the repository: empty, or ending in a slash.
    folder: String,
    entries: Entries,
    texts: RefCell<Texts>,
    /// What leads out of the repository.
    outside: RefCell<BTreeSet<String>>,
}

impl Commit<'_> {
    fn inputs(&self) -> Result<Inputs, DiskError> {
        let mut inputs = tree::inputs(self)?;
        let outside = self.outside.take().into_iter();
        inputs.refused = outside.map(|path| (path, Refused::Outside)).collect();
        Ok(inputs)
    }

    /// Where a path of the workspace leads in the repository, every link followed; `None` where nothing is there.
    fn resolved(&self, path: &str) -> Result<Option<String>, DiskError> {
        let whole = format!("{}{path}", self.folder);
        let mut rest: VecDeque<String> = whole.split('/').map(str::to_owned).collect();
        let mut at: Vec<String> = Vec::new();
        let mut links = 0;
        while let Some(part) = rest.pop_front() {
            if part.is_empty() || part == "." {
                continue;
            }
            if part == ".." {
                if at.pop().is_none() {
                    return Ok(self.leads_out(path));
                }
                continue;
            }
            at.push(part);
            let here = at.join("/");
            match self.entries.there.get(&here) {
                Some(Entry::Link(name)) => {
                    links += 1;
                    let target = self.text(path, name)?;
                    let target = String::from_utf8_lossy(&target).into_owned();
                    if Path::new(&target).is_absolute() || links > MOST_LINKS {
                        return Ok(self.leads_out(path));
                    }
                    at.pop();
                    for part in target.split('/').rev() {
                        rest.push_front(part.to_owned());
                    }
                }
                Some(Entry::Repository) => return Ok(self.leads_out(path)),
                Some(Entry::File(_)) => {}
                None if self.entries.folders.contains_key(&here) => {}
                None => return Ok(None),
            }
        }
        Ok(Some(at.join("/")))
    }

    fn leads_out(&self, path: &str) -> Option<String> {
        self.outside.borrow_mut().insert(path.to_owned());
        None
    }

    fn text(&self, path: &str, name: &str) -> Result<Vec<u8>, DiskError> {
        let text = self.texts.borrow_mut().text(name);
        text.map_err(|source| DiskError::CannotRead {
            path: PathBuf::from(format!("{}:{}{path}", self.short, self.folder)),
            source,
        })
    }
}

impl Tree for Commit<'_> {
    fn bytes(&self, path: &str) -> Result<Option<Vec<u8>>, DiskError> {
        let resolved = self.resolved(path)?;
        match resolved.and_then(|whole| self.entries.there.get(&whole)) {
            Some(Entry::File(name)) => self.text(path, name).map(Some),
            Some(Entry::Link(_) | Entry::Repository) | None => Ok(None),
        }
    }

    fn is_file(&self, path: &str) -> bool {
        let resolved = self.resolved(path).ok().flatten();
        resolved.is_some_and(|whole| self.entries.there.contains_key(&whole))
    }

    fn is_folder(&self, path: &str) -> bool {
        let resolved = self.resolved(path).ok().flatten();
        resolved.is_some_and(|whole| self.entries.folders.contains_key(&whole))
    }

    fn names_in(&self, folder: &str) -> Result<Vec<String>, DiskError> {
        let resolved = self.resolved(folder)?;
        let names = resolved.and_then(|whole| self.entries.folders.get(&whole));
        Ok(names.into_iter().flatten().cloned().collect())
    }
}

/// Git, handing out texts one by one.
struct Texts {
    child: Child,
    asked: ChildStdin,
    given: BufReader<ChildStdout>,
}

impl Texts {
    fn open(folder: &Path) -> io::Result<Texts> {
        let mut child = command(folder)
            .args(["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        let (asked, given) = pipes.ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(Texts {
            child,
            asked,
            given: BufReader::new(given),
        })
    }

    fn text(&mut self, name: &str) -> io::Result<Vec<u8>> {
        writeln!(self.asked, "{name}")?;
        self.asked.flush()?;
        let mut head = String::new();
        self.given.read_line(&mut head)?;
        let size = head.trim_end().rsplit(' ').next();
        let Some(size) = size.and_then(|size| size.parse().ok()) else {
            return Err(io::ErrorKind::NotFound.into());
        };
        let mut text = vec![0; size];
        self.given.read_exact(&mut text)?;
        self.given.read_exact(&mut [0])?; // the end of its line
        Ok(text)
    }
}

impl Drop for Texts {
    fn drop(&mut self) {
        // It has nothing to finish: it was only asked.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
