//! `regua.yaml`: whose workspace it is, and which rubrics it uses.

use super::brand;
use super::fields::{self, Fields};
use super::language;
use super::quantity;
use super::shape;
use super::yaml::Node;
use crate::diagnostic::{Diagnostics, Severity};
use crate::model::{
    Brand, Combination, Frequency, Id, Language, LinkedWorkspace, Place, WorkingDay,
};

/// The languages of a workspace.
pub(super) const LANGUAGES: [(&str, Language); 2] =
    [("pt-BR", Language::Portuguese), ("en", Language::English)];

/// `regua.yaml` as written: rubrics and targets are names that nobody has looked up yet.
pub(crate) struct RawSettings<'d> {
    pub(crate) organisation: String,
    pub(crate) language: Option<Language>,
    pub(crate) fiscal_year_start: u32,
    pub(crate) check_in_frequency: Frequency,
    pub(crate) working_day: Option<(WorkingDay, Place)>,
    pub(crate) respondents: Combination,
    pub(crate) respondents_place: Option<Place>,
    pub(crate) rubrics: Vec<(Id, Place)>,
    /// Whether something is wrong with these settings, so that a rubric missing above may be its fault.
    pub(crate) is_partial: bool,
    pub(crate) targets: Vec<RawTarget<'d>>,
    pub(crate) workspaces: Vec<LinkedWorkspace>,
    pub(crate) brand: Brand,
}

/// A target of `regua.yaml`, to be checked against its rubric.
pub(crate) struct RawTarget<'d> {
    pub(crate) rubric: Id,
    pub(crate) rubric_place: Place,
    pub(crate) fields: Fields<'d>,
}

/// Reads `regua.yaml`.
pub(crate) fn settings<'d>(
    root: Node<'d>,
    diagnostics: &mut Diagnostics,
) -> Option<RawSettings<'d>> {
    let errors_before = diagnostics.count(Severity::Error);
    let mut keys = Fields::of(root, &shape::SETTINGS, diagnostics)?;
    fields::format_version(&mut keys, diagnostics);
    let organisation = keys
        .require("organisation", diagnostics)
        .and_then(|node| fields::string(node, diagnostics));
    let language = keys
        .take("language")
        .and_then(|node| language::read(node, diagnostics));
    let fiscal_year_start = keys
        .take("fiscal_year_start")
        .and_then(|node| fields::whole_number(node, 1, 12, diagnostics));
    let check_in_frequency = keys
        .take("check_in_frequency")
        .and_then(|node| fields::word(node, &Frequency::NAMES, diagnostics));
    let working_day = keys.take("working_day").and_then(|node| {
        let day = quantity::working_day(node, diagnostics)?;
        Some((day, node.place()))
    });
    let respondents = keys.take("respondents");
    let respondents_place = respondents.map(Node::place);
    let respondents =
        respondents.and_then(|node| fields::word(node, &Combination::NAMES, diagnostics));
    let mut rubrics: Vec<(Id, Place)> = Vec::new();
    if let Some(node) = keys.take("rubrics") {
        for item in fields::items(node, diagnostics) {
            if let Some(id) = fields::id(item, diagnostics) {
                rubrics.push((id, item.place()));
            }
        }
    }
    let mut targets = Vec::new();
    if let Some(node) = keys.take("targets") {
        targets = raw_targets(node, diagnostics);
    }
    let workspaces = keys
        .take("workspaces")
        .map(|node| workspaces(node, diagnostics))
        .unwrap_or_default();
    let brand = keys
        .take("report")
        .and_then(|node| brand::brand(node, diagnostics))
        .unwrap_or_default();
    keys.finish(diagnostics);
    Some(RawSettings {
        organisation: organisation.unwrap_or_default(),
        language,
        fiscal_year_start: fiscal_year_start.unwrap_or(1),
        check_in_frequency: check_in_frequency.unwrap_or(Frequency::Fortnightly),
        working_day,
        respondents: respondents.unwrap_or(Combination::Median),
        respondents_place,
        rubrics,
        is_partial: diagnostics.count(Severity::Error) > errors_before,
        targets,
        workspaces,
        brand,
    })
}

/// `workspaces: {group: ../group}`: the folders are looked at by whoever goes there.
fn workspaces(node: Node<'_>, diagnostics: &mut Diagnostics) -> Vec<LinkedWorkspace> {
    if Fields::by_name(node, diagnostics).is_none() {
        return Vec::new();
    }
    let mut workspaces = Vec::new();
    for (_, key, value) in fields::entries(node, &mut Diagnostics::new()) {
        let id = fields::id(key, diagnostics);
        let path = fields::string(value, diagnostics);
        if let (Some(id), Some(path)) = (id, path) {
            workspaces.push(LinkedWorkspace {
                id,
                path,
                place: key.place(),
            });
        }
    }
    workspaces
}

fn raw_targets<'d>(node: Node<'d>, diagnostics: &mut Diagnostics) -> Vec<RawTarget<'d>> {
    if Fields::by_name(node, diagnostics).is_none() {
        return Vec::new();
    }
    let mut targets = Vec::new();
    for (_, key, value) in fields::entries(node, &mut Diagnostics::new()) {
        let id = fields::id(key, diagnostics);
        let fields = Fields::of(value, &shape::TARGET, diagnostics);
        if let (Some(rubric), Some(fields)) = (id, fields) {
            targets.push(RawTarget {
                rubric,
                rubric_place: key.place(),
                fields,
            });
        }
    }
    targets
}
