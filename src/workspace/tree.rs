//! The files of a workspace by what they hold, wherever they lie: on the disk, or at a revision of a repository.

use super::DiskError;
use crate::read::{CycleFolder, InputFile, Inputs};

/// Where the files of a workspace lie. Paths are below its folder, with forward slashes; links are followed.
pub(super) trait Tree {
    /// The bytes of a file; `None` when there is none.
    fn bytes(&self, path: &str) -> Result<Option<Vec<u8>>, DiskError>;
    /// Whether a file is there.
    fn is_file(&self, path: &str) -> bool;
    /// Whether a folder is there.
    fn is_folder(&self, path: &str) -> bool;
    /// The names in a folder, sorted; none when there is no such folder.
    fn names_in(&self, folder: &str) -> Result<Vec<String>, DiskError>;
}

/// The files that say something, each list in the order of paths; templates are left out.
pub(super) fn inputs(tree: &dyn Tree) -> Result<Inputs, DiskError> {
    const YAML: [&str; 2] = ["yaml", "yml"];
    let mut inputs = Inputs {
        settings: file(tree, "regua.yaml")?,
        rubrics: files_in(tree, "rubrics", &YAML)?,
        kpis: files_in(tree, "kpis", &["yaml", "yml", "csv"])?,
        people: files_in(tree, "people", &YAML)?,
        assessments: files_in(tree, "assessments", &YAML)?,
        ..Inputs::default()
    };
    for folder in folders_in(tree, "assessments")? {
        inputs.assessments.extend(files_in(tree, &folder, &YAML)?);
    }
    for folder in folders_in(tree, "okrs")? {
        // Whoever was to plan a cycle and was cut short leaves a folder with nothing in it.
        let names = tree.names_in(&folder)?;
        if names.iter().all(|name| name.starts_with('.')) {
            continue;
        }
        let mut cycle = CycleFolder {
            path: folder.clone(),
            ..CycleFolder::default()
        };
        for file in files_in(tree, &folder, &YAML)? {
            match file.path.rsplit('/').next() {
                Some("plan.yaml") => cycle.plan = Some(file),
                Some("check-ins.yaml") => cycle.check_ins = Some(file),
                Some("closing.yaml") => cycle.closing = Some(file),
                _ => cycle.others.push(file),
            }
        }
        inputs.cycles.push(cycle);
    }
    Ok(inputs)
}

/// A file under its path; `None` when it is not there.
pub(super) fn file(tree: &dyn Tree, path: &str) -> Result<Option<InputFile>, DiskError> {
    let bytes = tree.bytes(path)?;
    Ok(bytes.map(|bytes| InputFile {
        path: path.to_owned(),
        bytes,
    }))
}

fn files_in(tree: &dyn Tree, folder: &str, endings: &[&str]) -> Result<Vec<InputFile>, DiskError> {
    let mut files = Vec::new();
    for name in tree.names_in(folder)? {
        let ending = name.rsplit('.').next().unwrap_or_default();
        let path = format!("{folder}/{name}");
        let is_hidden = name.starts_with('.');
        if endings.contains(&ending) && !is_hidden && tree.is_file(&path) {
            files.extend(file(tree, &path)?);
        }
    }
    Ok(files)
}

fn folders_in(tree: &dyn Tree, folder: &str) -> Result<Vec<String>, DiskError> {
    let names = tree.names_in(folder)?.into_iter();
    Ok(names
        .filter(|name| !name.starts_with('.'))
        .map(|name| format!("{folder}/{name}"))
        .filter(|path| tree.is_folder(path))
        .collect())
}
