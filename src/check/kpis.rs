//! The KPIs of the rubrics in use and the workspace's own, as rules look at them.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::model::{FileIndex, Id, Kpi, Rubric, Workspace};

/// The KPIs whose files have no error.
pub(super) struct Kpis<'w> {
    /// Each with its rubric, `None` for the workspace's own.
    pub(super) all: Vec<(&'w Kpi, Option<&'w Rubric>)>,
    pub(super) by_id: HashMap<&'w Id, &'w Kpi>,
    /// The names of the dimensions that KPIs speak of.
    pub(super) dimensions: HashSet<&'w str>,
    /// The numbers of the levels of any rubric in use.
    pub(super) levels: BTreeSet<u32>,
}

impl<'w> Kpis<'w> {
    pub(super) fn new(workspace: &'w Workspace, broken: &BTreeSet<FileIndex>) -> Kpis<'w> {
        let mut all: Vec<(&Kpi, Option<&Rubric>)> = Vec::new();
        let mut of_rubrics = HashSet::new();
        for rubric in &workspace.rubrics {
            of_rubrics.extend(rubric.kpis.iter().map(|kpi| &kpi.id));
            all.extend(rubric.kpis.iter().map(|kpi| (kpi, Some(rubric))));
        }
        let own = workspace
            .kpis
            .iter()
            .filter(|kpi| !of_rubrics.contains(&kpi.id));
        all.extend(own.map(|kpi| (kpi, None)));
        all.retain(|(kpi, _)| !broken.contains(&kpi.place.file));
        let dimensions = workspace
            .kpis
            .iter()
            .filter_map(|kpi| kpi.dimension.as_ref());
        let levels = workspace.rubrics.iter().flat_map(|rubric| &rubric.levels);
        Kpis {
            dimensions: dimensions.map(Id::as_str).collect(),
            levels: levels.map(|level| level.number).collect(),
            by_id: all.iter().map(|(kpi, _)| (&kpi.id, *kpi)).collect(),
            all,
        }
    }
}
