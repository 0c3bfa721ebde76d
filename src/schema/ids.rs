//! The names of a workspace, as editors offer them.

use std::collections::BTreeSet;

use serde_json::json;

use super::scalar::{self, one_of};
use super::{Kind, Object, Writer, object};
use crate::model::{Baseline, FormerId, KeyResult, KeyResultKind, Rubric, ValueSource, Workspace};
use crate::read::shape::{Noun, Takes};
use crate::read::{kpi_catalogue, shipped_rubrics};

/// The ids of a workspace.
#[derive(Debug, Clone)]
pub struct Ids<'w> {
    /// The workspace, as it was read without errors.
    pub workspace: &'w Workspace,
    /// The names of its own rubrics, in use or not.
    pub own_rubrics: Vec<String>,
    /// Whether other names may come: those known are then offered, and none is refused.
    pub is_growing: bool,
}

impl Ids<'_> {
    /// What may be written for a name in a kind of file; `None` where that cannot be told.
    pub(super) fn known(&self, noun: Noun, kind: Kind) -> Option<Vec<String>> {
        let own = self.workspace;
        let names: Vec<String> = match noun {
            Noun::AnyRubric => {
                let shipped = shipped_rubrics().map(str::to_owned);
                shipped.chain(self.own_rubrics.iter().cloned()).collect()
            }
            Noun::Rubric | Noun::RubricVersion => {
                own.rubrics.iter().map(|own| own.id.to_string()).collect()
            }
            Noun::RubricPart | Noun::AnyRubricPart => {
                own.rubrics.iter().flat_map(parts_of).collect()
            }
            // A rubric's file is what defines them.
            Noun::Dimension if kind != Kind::Rubric && !own.rubrics.is_empty() => {
                own.rubrics.iter().flat_map(dimensions_of).collect()
            }
            Noun::Kpi => self.kpis(),
            Noun::ServiceLevel => {
                let levels = own.service_levels.iter();
                levels.map(|level| level.id.to_string()).collect()
            }
            Noun::Person | Noun::Anybody => {
                own.people.iter().map(|own| own.id.to_string()).collect()
            }
            Noun::Role => own.roles.iter().map(|role| role.id.to_string()).collect(),
            Noun::Objective => {
                let cycles = own.cycles.iter();
                let named = cycles.flat_map(|cycle| {
                    let objectives = cycle.objectives.iter();
                    objectives.map(move |own| format!("{}/{}", cycle.id, own.id))
                });
                named.collect()
            }
            Noun::KeyResult => self.key_results(|_| true),
            Noun::EarlierKeyResult => {
                let cycles = own.cycles.iter();
                let named = cycles.flat_map(|cycle| {
                    let objectives = cycle.objectives.iter();
                    let all = objectives.flat_map(|own| &own.key_results);
                    all.map(move |own| format!("{}/{}", cycle.id, own.id))
                });
                named.collect()
            }
            Noun::Milestone => {
                let all = self.all_key_results();
                let milestones = all.flat_map(|own| match &own.kind {
                    KeyResultKind::Milestones(milestones) => &milestones[..],
                    _ => &[],
                });
                milestones.map(|own| own.id.to_string()).collect()
            }
            Noun::Cycle => own.cycles.iter().map(|cycle| cycle.id.clone()).collect(),
            // Of skills, as of levels, it depends on the mapping that they stand in.
            Noun::New
            | Noun::Dimension
            | Noun::Level
            | Noun::Scale
            | Noun::Skill
            | Noun::Question => {
                return None;
            }
        };
        let unique: BTreeSet<String> = names.into_iter().collect();
        Some(unique.into_iter().collect())
    }

    /// KPIs that are defined, by present and former ids, and those that a workspace has by naming them.
    fn kpis(&self) -> Vec<String> {
        let mut names = Vec::new();
        for kpi in &self.workspace.kpis {
            names.push(kpi.id.to_string());
            names.extend(former(&kpi.renamed_from));
        }
        let catalogue = kpi_catalogue().map(|catalogue| catalogue.kpis);
        let more = catalogue.unwrap_or_default();
        names.extend(more.iter().map(|kpi| kpi.id.to_string()));
        names
    }

    fn all_key_results(&self) -> impl Iterator<Item = &KeyResult> {
        let cycles = self.workspace.cycles.iter();
        let objectives = cycles.flat_map(|cycle| &cycle.objectives);
        objectives.flat_map(|objective| &objective.key_results)
    }

    fn key_results(&self, of: impl Fn(&KeyResult) -> bool) -> Vec<String> {
        let all = self.all_key_results().filter(|own| of(own));
        all.map(|own| own.id.to_string()).collect()
    }

    /// Of a key of check-ins, the key results that may have it.
    fn that_take(&self, key: &str) -> Vec<String> {
        self.key_results(|own| match (&own.kind, key) {
            (KeyResultKind::Milestones(_), key) => key == "milestone",
            (KeyResultKind::Done, key) => key == "done",
            (KeyResultKind::FromTo { baseline, .. }, "baseline") => {
                !matches!(baseline, Baseline::Value(_))
            }
            (_, "value") => own.source == ValueSource::CheckIns,
            _ => false,
        })
    }
}

fn former(ids: &[FormerId]) -> impl Iterator<Item = String> {
    ids.iter().map(|former| former.id.to_string())
}

/// The dimensions of a rubric by present and former ids.
pub(super) fn dimensions_of(rubric: &Rubric) -> Vec<String> {
    let mut names = Vec::new();
    for dimension in &rubric.dimensions {
        names.push(dimension.id.to_string());
        names.extend(former(&dimension.renamed_from));
    }
    names
}

fn parts_of(rubric: &Rubric) -> Vec<String> {
    let dimensions = dimensions_of(rubric).into_iter();
    let below = dimensions.map(|dimension| format!("{}/{dimension}", rubric.id));
    std::iter::once(rubric.id.to_string())
        .chain(below)
        .collect()
}

impl Writer<'_> {
    /// A name: one of those of the workspace, or whatever may be one.
    pub(super) fn name(&self, noun: Noun) -> Object {
        let free = self.free(noun);
        let known = self.ids.and_then(|ids| {
            let known = ids.known(noun, self.kind)?;
            Some((known, ids.is_growing))
        });
        let Some((known, is_growing)) = known else {
            return free;
        };
        let one = one_of(known.iter().map(String::as_str));
        if noun == Noun::RubricVersion && !is_growing {
            let pattern = format!(r"^({})@.*\S", known.join("|"));
            return object(json!({"anyOf": [one, {"type": "string", "pattern": pattern}]}));
        }
        match is_growing || self.is_open(noun) {
            true if known.is_empty() => free,
            true => object(json!({"anyOf": [one, free]})),
            false => one,
        }
    }

    /// Whether a name may also be one that the workspace does not have: where it is the file itself that defines it, or
    /// where it is somebody's or something's of elsewhere.
    fn is_open(&self, noun: Noun) -> bool {
        match noun {
            Noun::Anybody | Noun::Objective | Noun::EarlierKeyResult | Noun::AnyRubricPart => true,
            Noun::KeyResult => self.kind == Kind::Plan,
            Noun::Kpi => self.kind == Kind::Rubric,
            _ => false,
        }
    }

    /// What may be a name of this sort.
    fn free(&self, noun: Noun) -> Object {
        let pattern = match noun {
            Noun::Anybody | Noun::Objective | Noun::EarlierKeyResult | Noun::Cycle => {
                return scalar::schema(&Takes::Text, self.locale);
            }
            Noun::Level => return scalar::schema(&Takes::Whole(0, 100), self.locale),
            Noun::RubricVersion => format!(r"{}(@.*\S.*)?", scalar::ID),
            Noun::RubricPart | Noun::AnyRubricPart => format!("{0}(/{0})?", scalar::ID),
            Noun::Question => format!(r"{0}(\.{0})?", scalar::ID),
            _ => return scalar::schema(&Takes::Id, self.locale),
        };
        let mut schema = scalar::schema(&Takes::Id, self.locale);
        schema.remove("maxLength");
        schema.insert("pattern".to_owned(), scalar::id(&pattern).into());
        schema
    }

    /// Which key results may be checked in with a value, a milestone, as done, or with a baseline.
    pub(super) fn of_key_results(&self, rules: &mut Vec<serde_json::Value>) {
        let Some(ids) = self.ids.filter(|ids| !ids.is_growing) else {
            return;
        };
        for key in ["value", "milestone", "done", "baseline"] {
            let names = ids.that_take(key);
            let named = one_of(names.iter().map(String::as_str));
            rules.push(super::rules::conditional(
                &[super::rules::has(key)],
                json!({"properties": {"key_result": named}}),
            ));
        }
    }
}
