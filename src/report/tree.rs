//! What serves what, for programs: `okr tree --format json`, schema `regua/tree/1`.

use std::collections::HashSet;

use serde::Serialize;

use super::figure::{Number, number};
use crate::model::Language;
use crate::score::Alignment;
use crate::score::alignment::{Member, Node};

/// The whole result.
#[derive(Debug, Serialize)]
pub struct TreeDocument {
    /// Name and version of this format.
    pub schema: &'static str,
    /// The day the figures hold for, as an ISO date.
    pub as_of: String,
    /// The workspaces, in the order in which they were come by.
    pub workspaces: Vec<TreeWorkspace>,
    /// Their objectives, by workspace, cycle and plan.
    pub nodes: Vec<TreeNode>,
    /// Objectives that others say they serve, and that are not there.
    pub missing: Vec<MissingNode>,
    /// Open objectives that stand alone.
    pub orphans: Vec<TreeOrphan>,
    /// Names of objectives that end up serving themselves, each before the one it serves.
    pub circles: Vec<Vec<String>>,
}

/// A workspace.
#[derive(Debug, Serialize)]
pub struct TreeWorkspace {
    /// What its objectives are told by; null where they need no such word.
    pub id: Option<String>,
    /// Whose workspace it is.
    pub organisation: String,
}

/// An objective.
#[derive(Debug, Serialize)]
pub struct TreeNode {
    /// What the others call it: `cycle/id`, or `workspace:cycle/id`.
    pub name: String,
    /// Its workspace; null where that needs no name.
    pub workspace: Option<String>,
    /// Its cycle.
    pub cycle: String,
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Whether its cycle is closed.
    pub closed: bool,
    /// Its own progress, 0 to 1: never that of what serves it.
    pub progress: Option<Number>,
    /// The grade it was closed with, 0 to 1 in tenths; null while it is open.
    pub grade: Option<Number>,
    /// The worst status of a key result with weight.
    pub status: &'static str,
    /// The worst status of an open objective that serves it, directly or through others; null without any.
    pub worst_below: Option<&'static str>,
    /// Whose status that is.
    pub worst_below_at: Option<String>,
    /// What it serves, missing ones included.
    pub supports: Vec<String>,
    /// What serves it.
    pub supported_by: Vec<String>,
    /// The objective of an earlier cycle that it goes on with.
    pub from: Option<String>,
}

/// An objective that is not there.
#[derive(Debug, Serialize)]
pub struct MissingNode {
    /// Its name as written.
    pub name: String,
    /// Why: `no_folder`, `errors`, `undeclared` or `no_objective`.
    pub why: &'static str,
    /// What serves it.
    pub supported_by: Vec<String>,
}

/// An objective that stands alone.
#[derive(Debug, Serialize)]
pub struct TreeOrphan {
    /// The objective.
    pub name: String,
    /// How: `supports_nothing` or `unsupported`.
    pub kind: &'static str,
}

impl TreeDocument {
    /// The objectives among `kept`, or all.
    #[must_use]
    pub fn new(
        members: &[Member<'_>],
        alignment: &Alignment,
        kept: Option<&HashSet<usize>>,
        language: Language,
    ) -> TreeDocument {
        let is_kept = |node: &usize| kept.is_none_or(|kept| kept.contains(node));
        let names = |nodes: &[usize]| -> Vec<String> {
            let nodes = nodes.iter().filter(|node| is_kept(node));
            nodes
                .map(|node| alignment.nodes[*node].name(members))
                .collect()
        };
        let own = |node: &Node| tree_node(members, alignment, node, &names, language);
        let nodes = alignment.nodes.iter().enumerate();
        let absent = alignment.absent.iter();
        TreeDocument {
            schema: "regua/tree/1",
            as_of: members
                .first()
                .map(|member| member.scores.as_of.to_string())
                .unwrap_or_default(),
            workspaces: members
                .iter()
                .map(|member| TreeWorkspace {
                    id: member.id.clone(),
                    organisation: member.workspace.settings.organisation.clone(),
                })
                .collect(),
            nodes: nodes
                .filter(|(position, _)| is_kept(position))
                .map(|(_, node)| own(node))
                .collect(),
            missing: absent
                .filter(|absent| absent.supported_by.iter().any(is_kept))
                .map(|absent| MissingNode {
                    name: absent.name.clone(),
                    why: absent.why.as_str(),
                    supported_by: names(&absent.supported_by),
                })
                .collect(),
            orphans: alignment
                .orphans
                .iter()
                .filter(|(node, _)| is_kept(node))
                .map(|(node, orphan)| TreeOrphan {
                    name: alignment.nodes[*node].name(members),
                    kind: orphan.as_str(),
                })
                .collect(),
            circles: alignment
                .circles
                .iter()
                .filter(|circle| circle.iter().any(is_kept))
                .map(|circle| {
                    let nodes = circle.iter();
                    nodes
                        .map(|node| alignment.nodes[*node].name(members))
                        .collect()
                })
                .collect(),
        }
    }
}

fn tree_node(
    members: &[Member<'_>],
    alignment: &Alignment,
    node: &Node,
    names: &impl Fn(&[usize]) -> Vec<String>,
    language: Language,
) -> TreeNode {
    let (objective, score) = (node.objective_of(members), node.score(members));
    let is_closed = node.cycle_score(members).is_closed;
    let mut supports = names(&node.supports);
    supports.extend(
        node.absent
            .iter()
            .map(|absent| alignment.absent[*absent].name.clone()),
    );
    TreeNode {
        name: node.name(members),
        workspace: members[node.member].id.clone(),
        cycle: node.cycle_of(members).id.clone(),
        id: objective.id.to_string(),
        title: objective.title.in_language(language).to_owned(),
        owner: objective.owner.clone(),
        closed: is_closed,
        progress: number(score.progress.value()),
        grade: number(score.grade.value().filter(|_| is_closed)),
        status: score.status.as_str(),
        worst_below: node.below.map(|(status, _)| status.as_str()),
        worst_below_at: node
            .below
            .map(|(_, other)| alignment.nodes[other].name(members)),
        supports,
        supported_by: names(&node.supported_by),
        from: objective.from.as_ref().map(|from| from.name.clone()),
    }
}
