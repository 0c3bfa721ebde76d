//! Catalogues: KPIs that a workspace has by naming them, and objectives to plan a cycle with.

use super::fields::{self, Fields};
use super::kpi::{KpiNames, Surroundings, kpi_definition};
use super::okr::{self, Ground};
use super::overlay::Hidden;
use super::rubric::source;
use super::yaml::Node;
use super::{Inputs, Read, shipped_rubrics};
use super::{shape, shipped};
use crate::diagnostic::{Diagnostics, Sources};
use crate::model::{Id, Kpi, Period, Source, Text};

/// What stands at the head of a catalogue.
#[derive(Debug, Clone)]
pub struct CatalogueHead {
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: Text,
    /// Where its entries come from, and what must be said about rights and wording.
    pub source: Source,
}

/// Shipped KPIs that belong to no rubric. A workspace that names one has it, unless it defines its own.
#[derive(Debug)]
pub struct KpiCatalogue {
    /// What stands at its head.
    pub head: CatalogueHead,
    /// The KPIs, in the order of the file.
    pub kpis: Vec<Kpi>,
}

/// The shipped objectives, planned for a cycle.
#[derive(Debug)]
pub struct OkrCatalogue {
    /// What stands at its head.
    pub head: CatalogueHead,
    /// A workspace that uses every shipped rubric; its one cycle holds the objectives, with their last days.
    pub read: Read,
}

/// The shipped catalogue of KPIs.
#[must_use]
pub fn kpi_catalogue() -> Option<KpiCatalogue> {
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    let file = sources.add(path(shipped::KPIS.name), shipped::KPIS.text);
    let tree = shipped::KPIS.tree(file);
    kpis(tree.root(), &mut diagnostics)
}

/// The shipped objectives for the cycle of this name; `fiscal_start` is the month, 1 to 12, in which the fiscal
/// year begins. Days that the catalogue counts from a start are those of the cycle.
#[must_use]
pub fn okr_catalogue(cycle: Period, fiscal_start: u32) -> Option<OkrCatalogue> {
    let names: Vec<&str> = shipped_rubrics().collect();
    let inputs = Inputs::with_rubrics(&names);
    let days = cycle.range(fiscal_start);
    let mut read = super::workspace(inputs, days.last);
    let shipped = shipped::OKRS;
    let file = read.sources.add(path(shipped.name), shipped.text);
    let diagnostics = &mut read.diagnostics;
    let workspace = read.workspace.as_mut()?;
    workspace.settings.fiscal_year_start = fiscal_start;
    let tree = shipped.tree(file);
    let mut keys = Fields::of(tree.root(), &shape::CATALOGUE, diagnostics)?;
    let head = head(&mut keys, "okrs", diagnostics)?;
    let more = kpi_catalogue().map(|catalogue| catalogue.kpis);
    let more = more.unwrap_or_default();
    let hidden: Vec<Hidden> = workspace
        .rubrics
        .iter()
        .map(|_| Hidden::default())
        .collect();
    let kpis = KpiNames::new(&workspace.kpis, &more, &hidden, false);
    let ground = Ground {
        service_levels: &[],
        working_day: None,
        kpis: &kpis,
        rubrics: &workspace.rubrics,
        hidden: &hidden,
        is_partial: false,
        fiscal_start,
        latest: days.last,
        workspaces: None,
    };
    let planned = okr::templates(&mut keys, cycle, &ground, diagnostics);
    keys.finish(diagnostics);
    let taken = kpis.taken();
    workspace.kpis.extend(taken);
    workspace.cycles.push(planned);
    Some(OkrCatalogue { head, read })
}

/// The path that a shipped file is cited by.
pub(super) fn path(name: &str) -> String {
    format!("regua:rubrics/{name}.yaml")
}

/// Reads a catalogue of KPIs.
pub(super) fn kpis(root: Node<'_>, diagnostics: &mut Diagnostics) -> Option<KpiCatalogue> {
    let mut keys = Fields::of(root, &shape::CATALOGUE, diagnostics)?;
    let head = head(&mut keys, "kpis", diagnostics)?;
    let mut kpis = Vec::new();
    let surroundings = Surroundings::default();
    if let Some(node) = keys.take("kpis") {
        for item in fields::items(node, diagnostics) {
            kpis.extend(kpi_definition(item, &surroundings, diagnostics));
        }
    }
    keys.finish(diagnostics);
    Some(KpiCatalogue { head, kpis })
}

fn head(
    keys: &mut Fields<'_>,
    kind: &'static str,
    diagnostics: &mut Diagnostics,
) -> Option<CatalogueHead> {
    fields::format_version(keys, diagnostics);
    let node = keys.require("catalogue", diagnostics)?;
    fields::word(node, &[(kind, ())], diagnostics)?;
    let id = Id::parse(kind)?;
    Some(CatalogueHead {
        version: fields::optional_string(keys, "version", diagnostics)
            .unwrap_or_else(|| "1.0.0".to_owned()),
        title: fields::title_or(keys, &id, diagnostics),
        source: keys
            .take("source")
            .and_then(|node| source(node, diagnostics))
            .unwrap_or_default(),
    })
}
