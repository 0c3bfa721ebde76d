//! The rubrics in use: a workspace's own and shipped ones, with their overlays.

use super::ids::duplicate_id;
use super::names::unknown_rubric;
use super::overlay::{self, Base, Hidden, Overlay};
use super::rubric::rubric;
use super::scales::built_in_scales;
use super::settings::RawSettings;
use super::shipped::Shipped;
use super::yaml::{self, Document, Node};
use super::{InputFile, fields, text_of};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity, Sources};
use crate::model::{FileIndex, Id, Rubric};

/// What the settings' list of rubrics stands for.
pub(crate) struct InUse {
    /// The rubrics, in the order of the list.
    pub(crate) rubrics: Vec<Rubric>,
    /// For each of them, what overlays took out of it.
    pub(crate) hidden: Vec<Hidden>,
    /// Names of those that could not be read in full.
    pub(crate) partial: Vec<Id>,
    /// Names of rubrics that are not in the list.
    pub(crate) idle: Vec<Id>,
}

/// The names of the rubrics that a workspace's own files define, in use or not.
pub(crate) fn own_names(files: &[InputFile]) -> Vec<String> {
    let mut names = Vec::new();
    for file in files {
        let Ok(text) = std::str::from_utf8(&file.bytes) else {
            continue;
        };
        let tree = yaml::parse(FileIndex(0), text, &mut Diagnostics::new());
        if let Some(tree) = tree
            && !overlay::is_overlay(tree.root())
            && let Some(id) = id_of(tree.root())
        {
            names.push(id.to_owned());
        }
    }
    names
}

/// What a file says that it defines.
fn id_of<'d>(root: Node<'d>) -> Option<&'d str> {
    let is_id = |key: Node<'_>| key.scalar().is_some_and(|scalar| scalar.text == "id");
    let (_, id) = root.entries().find(|(key, _)| is_id(*key))?;
    Some(id.scalar()?.text)
}

/// A file of `rubrics/`.
struct OwnFile<'s> {
    /// Its name without endings.
    stem: &'s str,
    is_overlay: bool,
    tree: Option<Document<'s>>,
    is_whole: bool,
}

/// A rubric as read, with what its file was named.
struct OwnRubric<'s> {
    read: Option<(Rubric, Hidden)>,
    stem: &'s str,
    is_whole: bool,
}

impl OwnRubric<'_> {
    fn rubric(&self) -> Option<&Rubric> {
        self.read.as_ref().map(|(rubric, _)| rubric)
    }

    fn is(&self, id: &Id) -> bool {
        match self.rubric() {
            Some(rubric) => rubric.id == *id,
            None => self.stem == id.as_str(),
        }
    }
}

/// Reads the rubrics that the settings name, from the workspace's files and the shipped ones.
pub(crate) fn in_use(
    settings: &RawSettings<'_>,
    own: &[FileIndex],
    shipped: &[(Shipped, FileIndex)],
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> InUse {
    let files: Vec<OwnFile<'_>> = own
        .iter()
        .map(|file| own_file(*file, sources, diagnostics))
        .collect();
    let mut overlays = Vec::new();
    let mut are_overlays_whole = true;
    for file in files.iter().filter(|file| file.is_overlay) {
        let root = file.tree.as_ref().map(Document::root);
        let overlay = root.and_then(|root| overlay::overlay(root, diagnostics));
        are_overlays_whole &= overlay.is_some();
        overlays.extend(overlay);
    }
    let mut reader = Reader {
        settings,
        shipped,
        overlays: &overlays,
        rubrics: Vec::new(),
        hidden: Vec::new(),
        partial: Vec::new(),
        diagnostics,
    };
    let mut own = reader.own(&files);
    for (id, place) in &settings.rubrics {
        if reader.rubrics.iter().any(|rubric| rubric.id == *id) {
            let mut named = settings.rubrics.iter();
            let first = named.find(|(known, _)| known == id);
            let first = first.map_or(*place, |(_, place)| *place);
            reader.diagnostics.push(duplicate_id(id, *place, first));
        } else if let Some(found) = own.iter().position(|own| own.is(id)) {
            let own = own.swap_remove(found);
            reader.take(id, own.read, own.is_whole);
        } else if let Some((own, file)) = shipped.iter().find(|(own, _)| own.name == id.as_str()) {
            reader.shipped(id, &own.tree(*file));
        } else {
            let shipped = shipped.iter().map(|(own, _)| own.name);
            let own = own.iter().filter_map(OwnRubric::rubric);
            let known: Vec<&str> = own
                .map(|rubric| rubric.id.as_str())
                .chain(shipped)
                .collect();
            let problem = Diagnostic::error(Code::UnknownRubric, *place).with("written", id);
            let problem = fields::unknown_name(problem, id.as_str(), &known);
            reader.diagnostics.push(problem);
            // Whoever names it too is told once, here.
            reader.partial.push(id.clone());
        }
    }
    reader.finish(own, are_overlays_whole)
}

fn own_file<'s>(
    file: FileIndex,
    sources: &'s Sources,
    diagnostics: &mut Diagnostics,
) -> OwnFile<'s> {
    let source = sources.file(file);
    let name = source.path.rsplit('/').next().unwrap_or(&source.path);
    let name = name.trim_end_matches(".yml").trim_end_matches(".yaml");
    let errors_before = diagnostics.count(Severity::Error);
    let text = text_of(file, sources, diagnostics);
    let tree = text.and_then(|text| yaml::parse(file, text, diagnostics));
    let says_so = tree
        .as_ref()
        .is_some_and(|tree| overlay::is_overlay(tree.root()));
    OwnFile {
        stem: name,
        is_overlay: says_so || name.ends_with(".overlay"),
        tree,
        is_whole: diagnostics.count(Severity::Error) == errors_before,
    }
}

struct Reader<'r> {
    settings: &'r RawSettings<'r>,
    shipped: &'r [(Shipped, FileIndex)],
    overlays: &'r [Overlay<'r>],
    rubrics: Vec<Rubric>,
    hidden: Vec<Hidden>,
    partial: Vec<Id>,
    diagnostics: &'r mut Diagnostics,
}

impl Reader<'_> {
    fn own<'f>(&mut self, files: &'f [OwnFile<'f>]) -> Vec<OwnRubric<'f>> {
        let mut own: Vec<OwnRubric<'f>> = Vec::new();
        for file in files.iter().filter(|file| !file.is_overlay) {
            let errors_before = self.diagnostics.count(Severity::Error);
            let root = file.tree.as_ref().map(Document::root);
            let is_whole = file.is_whole;
            let read = root.and_then(|root| self.with_overlays(Base { root, is_whole }));
            let errors = self.diagnostics.count(Severity::Error) - errors_before;
            if let Some((rubric, _)) = &read
                && let Some(first) = own
                    .iter()
                    .filter_map(OwnRubric::rubric)
                    .find(|known| known.id == rubric.id)
            {
                let problem = duplicate_id(&rubric.id, rubric.place, first.place);
                self.diagnostics.push(problem);
                continue;
            }
            own.push(OwnRubric {
                read,
                stem: file.stem,
                is_whole: file.is_whole && errors == 0,
            });
        }
        own
    }

    fn shipped(&mut self, id: &Id, tree: &Document<'_>) {
        let errors_before = self.diagnostics.count(Severity::Error);
        let (root, is_whole) = (tree.root(), true);
        let read = self.with_overlays(Base { root, is_whole });
        let errors = self.diagnostics.count(Severity::Error) - errors_before;
        self.take(id, read, errors == 0);
    }

    fn take(&mut self, id: &Id, read: Option<(Rubric, Hidden)>, is_whole: bool) {
        if !is_whole {
            self.partial.push(id.clone());
        }
        if let Some((rubric, hidden)) = read {
            self.rubrics.push(rubric);
            self.hidden.push(hidden);
        }
    }

    /// Reads a rubric with the overlays laid over it, when it is one in use.
    fn with_overlays(&mut self, mut base: Base<'_>) -> Option<(Rubric, Hidden)> {
        let overlays = overlays_of(base.root, self.settings, self.overlays);
        let none_hidden = Hidden::default();
        let working_day = self.settings.working_day.as_ref().map(|(day, _)| day);
        if !overlays.is_empty() {
            // Whether what is wrong with the whole is an overlay's doing is told by reading the rubric alone.
            let mut alone = Diagnostics::new();
            rubric(base.root, &none_hidden, working_day, &mut alone);
            base.is_whole &= !alone.has_errors();
        }
        let scales = built_in_scales();
        let Some(merged) = overlay::merge(base, &overlays, &scales, self.diagnostics) else {
            let read = rubric(base.root, &none_hidden, working_day, self.diagnostics)?;
            return Some((read, none_hidden));
        };
        let mut found = Diagnostics::new();
        let read = rubric(merged.tree.root(), &merged.hidden, working_day, &mut found);
        if base.is_whole {
            merged.tell(found, self.diagnostics);
        } else {
            for problem in found.into_found() {
                self.diagnostics.push(problem);
            }
        }
        let mut read = read?;
        read.overlays = overlays.iter().map(|overlay| overlay.place).collect();
        Some((read, merged.hidden))
    }

    fn finish(mut self, own: Vec<OwnRubric<'_>>, mut are_overlays_whole: bool) -> InUse {
        let is_list_whole = !self.settings.is_partial
            && self.settings.rubrics.iter().all(|(id, _)| {
                let is_read = self.rubrics.iter().any(|rubric| rubric.id == *id);
                is_read || own.iter().any(|own| own.stem == id.as_str())
            });
        let shipped = self
            .shipped
            .iter()
            .filter_map(|(own, _)| Id::parse(own.name));
        let idle: Vec<Id> = own
            .into_iter()
            .filter_map(|own| own.read.map(|(rubric, _)| rubric.id))
            .chain(shipped)
            .filter(|id| {
                let is_used = self.rubrics.iter().any(|rubric| rubric.id == *id);
                !is_used && !self.partial.contains(id)
            })
            .collect();
        if is_list_whole {
            are_overlays_whole &= self.overlays_have_rubrics(&idle);
        }
        if !are_overlays_whole {
            // An overlay that could not be laid over its rubric may be what adds a name that is not found.
            let all = self.rubrics.iter().map(|rubric| rubric.id.clone());
            self.partial.extend(all);
        }
        let mut in_use = InUse {
            rubrics: self.rubrics,
            hidden: self.hidden,
            partial: self.partial,
            idle,
        };
        if !is_list_whole {
            // Where a name in the list could not be read, any rubric left out may be the one meant.
            in_use.partial.append(&mut in_use.idle);
        }
        in_use
    }

    /// Notes overlays on what is not in use. Whether every other one names a rubric that there is.
    fn overlays_have_rubrics(&mut self, idle: &[Id]) -> bool {
        let mut have_rubrics = true;
        for overlay in self.overlays {
            let name = &overlay.rubric;
            let is_used = self.rubrics.iter().any(|rubric| rubric.id == *name);
            if is_used || self.partial.contains(name) {
                continue;
            }
            self.diagnostics.push(if idle.contains(name) {
                let problem = Diagnostic::error(Code::RubricNotInUse, overlay.place);
                problem.with("rubric", name).help("help")
            } else {
                have_rubrics = false;
                unknown_rubric(overlay.place, name.as_str(), &self.rubrics)
            });
        }
        have_rubrics
    }
}

/// The overlays on a rubric that the settings name.
fn overlays_of<'o>(
    root: Node<'_>,
    settings: &RawSettings<'_>,
    overlays: &'o [Overlay<'o>],
) -> Vec<&'o Overlay<'o>> {
    let Some(id) = id_of(root) else {
        return Vec::new();
    };
    let mut named = settings.rubrics.iter();
    if !named.any(|(named, _)| named.as_str() == id) {
        return Vec::new();
    }
    let overlays = overlays.iter();
    overlays
        .filter(|overlay| overlay.rubric.as_str() == id)
        .collect()
}
