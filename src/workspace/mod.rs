//! The disk: the only module that touches files.
//!
//! [`find`] says which folder is the workspace, [`read`] hands its texts to the reader, [`at_base`] those of an earlier
//! commit; [`write_files`] puts a report where it was asked for, [`append`] adds to a file that people write too, [`change`] alters some bytes of one, [`create`] begins one.

mod append;
mod revision;
mod tree;

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;
use thiserror::Error;

pub use append::{NotAppended, append, change, create, extend};

use crate::read::{Inputs, Refused};
pub use revision::{Base, NoBase, at_base};
use tree::Tree;

/// What the world refused.
#[derive(Debug, Error)]
pub enum DiskError {
    /// There is no such folder.
    #[error("no such folder: {}", path.display())]
    NoFolder {
        /// The folder.
        path: PathBuf,
    },
    /// A file or folder could not be read.
    #[error("cannot read {}", path.display())]
    CannotRead {
        /// What was to be read.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A file could not be written; what was there before is still there.
    #[error("cannot write {}; what was there is as it was", path.display())]
    CannotWrite {
        /// What was to be written.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A file was written, and the disk would not say that it will last, or gave another text back.
    #[error("{} was written, and the disk did not confirm it", path.display())]
    NotConfirmed {
        /// What was written.
        path: PathBuf,
        /// Why it is in doubt.
        source: io::Error,
    },
}

/// A workspace's folder, and how its user would write it.
#[derive(Debug, Clone)]
pub struct Root {
    /// The folder.
    pub path: PathBuf,
    /// What stands before the paths of its files on the screen: empty for the current folder.
    pub shown: String,
}

impl Root {
    /// The path of one of its files, as its user would write it.
    #[must_use]
    pub fn show(&self, file: &str) -> String {
        format!("{}{file}", self.shown)
    }
}

impl Root {
    /// What stands before the paths of its files seen from the folder of the repository that holds it; without one,
    /// from the current folder.
    #[must_use]
    pub fn in_repository(&self) -> String {
        let Ok(folder) = self.path.canonicalize() else {
            return String::new();
        };
        let mut above = folder.ancestors();
        let repository = above.find(|folder| folder.join(".git").exists());
        let below = repository.and_then(|repository| folder.strip_prefix(repository).ok());
        let Some(below) = below else {
            let is_below = !self.shown.starts_with(['/', '.']) && !self.shown.contains(':');
            return if is_below {
                self.shown.clone()
            } else {
                String::new()
            };
        };
        below.components().fold(String::new(), |prefix, part| {
            format!("{prefix}{}/", part.as_os_str().to_string_lossy())
        })
    }
}

/// The top of the repository that holds a folder, and the path of the folder from there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Top {
    /// The folder at the top, without detours.
    pub path: PathBuf,
    /// How its user would write it: empty for the current folder.
    pub shown: String,
    /// The folder from there, with forward slashes; empty for the top itself. `None` where its name is no text.
    pub below: Option<String>,
}

/// The top of the repository that holds a folder, which need not be there yet; `None` outside of any.
#[must_use]
pub fn top_of_repository(folder: &Path) -> Option<Top> {
    let folder = whole(folder)?;
    let mut above = folder.ancestors();
    let top = above.find(|folder| folder.join(".git").exists())?;
    let here = Path::new(".").canonicalize().ok()?;
    let shown = match (here.strip_prefix(top), top.strip_prefix(&here)) {
        (Ok(up), _) => "../".repeat(up.components().count()),
        (_, Ok(down)) => format!("{}/", down.display()),
        _ => format!("{}/", top.display()),
    };
    let below = folder.strip_prefix(top).ok()?.to_str();
    Some(Top {
        path: top.to_owned(),
        shown,
        below: below.map(|below| below.replace('\\', "/")),
    })
}

/// The path without detours of a folder that need not be there yet.
fn whole(folder: &Path) -> Option<PathBuf> {
    if let Ok(whole) = folder.canonicalize() {
        return Some(whole);
    }
    let parent = match folder.parent()? {
        parent if parent.as_os_str().is_empty() => Path::new("."),
        parent => parent,
    };
    Some(whole(parent)?.join(folder.file_name()?))
}

/// The folder that was named, or the nearest one from the current folder upwards that holds `regua.yaml`;
/// the current folder when none does.
///
/// # Errors
/// When the folder named does not exist, or the current one cannot be told.
pub fn find(named: Option<&Path>) -> Result<Root, DiskError> {
    if let Some(path) = named {
        if !path.is_dir() {
            return Err(DiskError::NoFolder {
                path: path.to_owned(),
            });
        }
        let mut shown = path.to_string_lossy().replace('\\', "/");
        shown = shown.trim_start_matches("./").to_owned();
        if shown == "." {
            shown.clear();
        }
        if !shown.is_empty() && !shown.ends_with('/') {
            shown.push('/');
        }
        return Ok(Root {
            path: path.to_owned(),
            shown,
        });
    }
    let here = PathBuf::from(".");
    let current = here
        .canonicalize()
        .map_err(|source| DiskError::CannotRead {
            path: here.clone(),
            source,
        })?;
    for (steps, folder) in current.ancestors().enumerate() {
        if folder.join("regua.yaml").is_file() {
            let shown = "../".repeat(steps);
            let path = if steps == 0 {
                here
            } else {
                PathBuf::from(&shown)
            };
            return Ok(Root { path, shown });
        }
    }
    Ok(Root {
        path: here,
        shown: String::new(),
    })
}

/// The bytes of the `regua.yaml` of the workspace that [`find`] finds: nothing else is read. `None` where there is none,
/// where it cannot be read, or is far larger than settings are.
#[must_use]
pub fn settings(named: Option<&Path>) -> Option<Vec<u8>> {
    const MOST: u64 = 1 << 20;
    let file = find(named).ok()?.path.join("regua.yaml");
    let about = file.metadata().ok()?;
    if !about.is_file() || about.len() > MOST {
        return None;
    }
    std::fs::read(file).ok()
}

/// The folder that a workspace names as that of another, by its path from its own folder; `None` when no
/// workspace is there.
#[must_use]
pub fn linked(root: &Root, path: &str) -> Option<Root> {
    let folder = root.path.join(path);
    let mut shown = match Path::new(path).is_absolute() {
        true => path.to_owned(),
        false => root.show(path),
    };
    if !shown.ends_with('/') {
        shown.push('/');
    }
    folder.join("regua.yaml").is_file().then_some(Root {
        path: folder,
        shown,
    })
}

/// What tells the folder of a workspace from any other, however it was come by: its path without detours.
#[must_use]
pub fn identity(root: &Root) -> PathBuf {
    let path = root.path.canonicalize();
    path.unwrap_or_else(|_| root.path.clone())
}

/// Reads every file of a workspace, each list in the order of paths.
///
/// # Errors
/// When a file or folder is there and cannot be read.
pub fn read(root: &Root) -> Result<Inputs, DiskError> {
    let disk = Disk { root: &root.path };
    let mut inputs = tree::inputs(&disk)?;
    disk.templates_below("templates", DEPTH, &mut inputs)?;
    inputs.unread = disk.unread(&inputs)?;
    Ok(inputs)
}

/// The folders that are read, each with the names under which people look for it.
const FOLDERS: [(&str, &[&str]); 5] = [
    (
        "assessments",
        &[
            "assessment",
            "avaliacao",
            "avaliação",
            "avaliacoes",
            "avaliações",
        ],
    ),
    (
        "kpis",
        &["kpi", "indicador", "indicadores", "readings", "leituras"],
    ),
    (
        "okrs",
        &["okr", "objective", "objectives", "objetivos", "metas"],
    ),
    ("people", &["pessoas", "equipe"]),
    ("rubrics", &["rubric", "regua", "reguas", "réguas"]),
];
/// The endings of files that are read, in any case.
const ENDINGS: [&str; 3] = ["yaml", "yml", "csv"];
/// The endings under which other programs keep what such a file could hold.
const FOREIGN_ENDINGS: [&str; 1] = ["json"];
/// Those of readings; elsewhere a spreadsheet may well be evidence.
const FOREIGN_TABLES: [&str; 5] = ["json", "tsv", "xls", "xlsx", "ods"];
/// The endings of files below `templates/` that may be meant as templates.
const TEMPLATE_ENDINGS: [&str; 7] = ["j2", "jinja", "jinja2", "html", "md", "css", "svg"];
/// A template larger than this many KiB is none: the largest shipped one has 50.
const LARGEST_TEMPLATE: u64 = 256;
/// How far below a folder files are looked for that nothing reads.
const DEPTH: usize = 4;

struct Disk<'r> {
    root: &'r Path,
}

impl Tree for Disk<'_> {
    fn bytes(&self, path: &str) -> Result<Option<Vec<u8>>, DiskError> {
        let path = self.root.join(path);
        match std::fs::read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(DiskError::CannotRead { path, source }),
        }
    }

    fn is_file(&self, path: &str) -> bool {
        self.root.join(path).is_file()
    }

    fn is_folder(&self, path: &str) -> bool {
        self.root.join(path).is_dir()
    }

    fn names_in(&self, folder: &str) -> Result<Vec<String>, DiskError> {
        let path = self.root.join(folder);
        let entries = match std::fs::read_dir(&path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(source) => return Err(DiskError::CannotRead { path, source }),
        };
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|source| DiskError::CannotRead {
                path: path.clone(),
                source,
            })?;
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        Ok(names)
    }
}

impl Disk<'_> {
    /// Adds what may be a template, in a folder and below it. A link that leads out of the workspace is not
    /// followed.
    fn templates_below(
        &self,
        folder: &str,
        depth: usize,
        inputs: &mut Inputs,
    ) -> Result<(), DiskError> {
        for name in self.names_in(folder)? {
            let path = format!("{folder}/{name}");
            let ending = name.rsplit('.').next().unwrap_or_default();
            let is_template = TEMPLATE_ENDINGS.contains(&ending);
            if name.starts_with('.') {
                continue;
            }
            let there = self.root.join(&path);
            if there.is_dir() && depth > 0 {
                match refused(self.root, &path, u64::MAX) {
                    Some(why) => inputs.refused.push((path, why)),
                    None => self.templates_below(&path, depth - 1, inputs)?,
                }
            } else if there.is_file() && is_template {
                match refused(self.root, &path, LARGEST_TEMPLATE) {
                    Some(why) => inputs.refused.push((path, why)),
                    None => inputs.templates.extend(tree::file(self, &path)?),
                }
            }
        }
        Ok(())
    }

    /// Files with the ending of one that is read, in a folder that is read or is named much like one, that
    /// nothing reads.
    fn unread(&self, inputs: &Inputs) -> Result<Vec<(String, &'static str)>, DiskError> {
        let cycles = inputs.cycles.iter().flat_map(|cycle| {
            let known = [&cycle.plan, &cycle.check_ins, &cycle.closing];
            known.into_iter().flatten().chain(&cycle.others)
        });
        let read: HashSet<&str> = [
            &inputs.rubrics,
            &inputs.kpis,
            &inputs.people,
            &inputs.assessments,
        ]
        .into_iter()
        .flatten()
        .chain(cycles)
        .map(|file| file.path.as_str())
        .collect();
        let mut unread = Vec::new();
        for name in self.names_in("")? {
            let lower = name.to_lowercase();
            if let Some(folder) = folder_meant(&lower)
                && self.root.join(&name).is_dir()
            {
                self.unread_below(&name, folder, DEPTH, &read, &mut unread)?;
            }
        }
        Ok(unread)
    }

    fn unread_below(
        &self,
        folder: &str,
        meant: &'static str,
        depth: usize,
        read: &HashSet<&str>,
        unread: &mut Vec<(String, &'static str)>,
    ) -> Result<(), DiskError> {
        let names = self.names_in(folder)?;
        for name in &names {
            let path = format!("{folder}/{name}");
            if name.starts_with('.') {
                continue;
            }
            if self.root.join(&path).is_dir() {
                if depth > 0 {
                    self.unread_below(&path, meant, depth - 1, read, unread)?;
                }
                continue;
            }
            // Folders below may hold evidence, in any form.
            let is_meant = may_be_ours(name) || folder == meant && is_foreign(name, meant, &names);
            if is_meant && !read.contains(path.as_str()) {
                unread.push((path, meant));
            }
        }
        Ok(())
    }
}

/// The folder that one of this name is, or was meant to be: it goes by another word for it, or is misspelt.
fn folder_meant(lower: &str) -> Option<&'static str> {
    let mut folders = FOLDERS.iter();
    let found = folders.find(|(folder, others)| {
        *folder == lower || others.contains(&lower) || is_misspelt(lower, folder)
    });
    found.map(|(folder, _)| *folder)
}

/// Whether a slip of the hand lies between two names: of short ones, only that letters changed places, for `apis` is
/// a name of its own.
fn is_misspelt(written: &str, name: &str) -> bool {
    let most = match name.len() {
        ..6 => {
            let sorted = |text: &str| {
                let mut letters: Vec<char> = text.chars().collect();
                letters.sort_unstable();
                letters
            };
            return sorted(written) == sorted(name);
        }
        6..9 => 1,
        9.. => 2,
    };
    strsim::damerau_levenshtein(written, name) <= most
}

/// Whether a file's ending is one of those that are read, or all but: `x.CSV`, `x.yalm`, `x.yaml.txt`. One that
/// somebody set aside, as `x.yaml.bak`, is not.
fn may_be_ours(name: &str) -> bool {
    let lower = name.to_lowercase();
    let shown = lower.strip_suffix(".txt").unwrap_or(&lower);
    let Some((_, ending)) = shown.rsplit_once('.') else {
        return false;
    };
    // Endings of three letters cannot be told from others by one. With a tilde, an editor keeps what was there before.
    let is_like = |own: &str| {
        ending == own
            || own.len() > 3
                && !ending.ends_with('~')
                && strsim::damerau_levenshtein(ending, own) <= 1
    };
    ENDINGS.into_iter().any(is_like)
}

/// Whether a file is what another program keeps, and nothing of the same name stands beside it that may be read.
fn is_foreign(name: &str, folder: &str, beside: &[String]) -> bool {
    let endings: &[&str] = match folder {
        "kpis" => &FOREIGN_TABLES,
        _ => &FOREIGN_ENDINGS,
    };
    let Some((stem, ending)) = name.rsplit_once('.') else {
        return false;
    };
    let is_twin = |own: &String| {
        own.rsplit_once('.')
            .is_some_and(|(own, ending)| own == stem && ENDINGS.contains(&ending))
    };
    endings.contains(&ending.to_lowercase().as_str()) && !beside.iter().any(is_twin)
}

/// A file that a workspace names.
#[derive(Debug)]
pub enum Asset {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// It is not there.
    Missing,
    /// It is not to be opened.
    Refused(Refused),
}

/// A file that a workspace names by its path from its own folder, of at most `most` KiB.
///
/// # Errors
/// When it is there and cannot be read.
pub fn asset(root: &Root, path: &str, most: u64) -> Result<Asset, DiskError> {
    if let Some(why) = refused(&root.path, path, most) {
        return Ok(Asset::Refused(why));
    }
    if !root.path.join(path).is_file() {
        return Ok(Asset::Missing);
    }
    let bytes = Disk { root: &root.path }.bytes(path)?;
    Ok(bytes.map_or(Asset::Missing, Asset::Bytes))
}

/// Whether there is something at a path from a workspace's folder. What lies outside it is taken to be there: nobody
/// who is sent the workspace could look, and nothing is told of other folders.
#[must_use]
pub fn is_there(root: &Root, path: &str) -> bool {
    let leads_out =
        path.starts_with('/') || path.contains('\\') || path.split('/').any(|part| part == "..");
    leads_out || root.path.join(path).exists()
}

/// Why a file of a workspace is not to be opened: it lies elsewhere, by `..` or by a link, or has more KiB than
/// `most`. `None` where it may be, or is not there.
fn refused(root: &Path, path: &str, most: u64) -> Option<Refused> {
    const KIB: u64 = 1024;
    let whole = root.join(path).canonicalize().ok()?;
    let home = root.canonicalize().ok()?;
    if !whole.starts_with(home) {
        return Some(Refused::Outside);
    }
    let is_large = whole.metadata().ok()?.len() > most.saturating_mul(KIB);
    is_large.then_some(Refused::TooLarge(most))
}

/// The bytes of a file that is no part of the workspace, such as an export to import from.
///
/// # Errors
/// When it cannot be read.
pub fn read_file(path: &Path) -> Result<Vec<u8>, DiskError> {
    std::fs::read(path).map_err(|source| DiskError::CannotRead {
        path: path.to_owned(),
        source,
    })
}

/// The text of a file that [`extend`] would make longer; empty where there is none.
///
/// # Errors
/// When it is there and cannot be read as text.
pub fn text(path: &Path) -> Result<String, DiskError> {
    append::text(path).map_err(|source| DiskError::CannotRead {
        path: path.to_owned(),
        source,
    })
}

/// Writes files below a folder, which is made when it is not there. Each is written beside its place,
/// synced and moved into it, so a reader sees the old one or the new one, whole.
///
/// # Errors
/// When one cannot be written; it is then as it was.
pub fn write_files(folder: &Path, files: &[(String, impl AsRef<[u8]>)]) -> Result<(), DiskError> {
    for (name, bytes) in files {
        let path = folder.join(name);
        write_file(&path, bytes.as_ref())
            .map_err(|source| DiskError::CannotWrite { path, source })?;
    }
    Ok(())
}

fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    beside(path, bytes)?.persist(path)?;
    sync_folder(folder)
}

/// A file's bytes on the disk beside its place, ready to be moved there; gone when they are dropped before.
fn beside(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    use std::io::Write;
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut beside = tempfile::Builder::new()
        .prefix(append::BESIDE)
        .permissions(permissions())
        .tempfile_in(folder)?;
    beside.write_all(bytes)?;
    // Who may read what was there may read what comes.
    if let Ok(there) = path.metadata() {
        beside.as_file().set_permissions(there.permissions())?;
    }
    beside.as_file().sync_all()?;
    Ok(beside)
}

/// Makes a file's new place in its folder outlast a power cut.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    std::fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// A report is for everyone who may read the folder, not for its writer alone.
#[cfg(unix)]
fn permissions() -> std::fs::Permissions {
    use std::os::unix::fs::PermissionsExt;
    std::fs::Permissions::from_mode(0o644)
}

#[cfg(not(unix))]
fn permissions() -> std::fs::Permissions {
    tempfile::tempfile()
        .and_then(|file| file.metadata())
        .map(|metadata| metadata.permissions())
        .expect("a temporary file has permissions")
}
