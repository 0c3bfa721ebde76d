//! Which objectives serve which, over cycles and workspaces: who stands below whom, who stands alone, and who
//! ends up serving itself.
//!
//! An objective says what it serves (`supports`); whatever serves it lies below it. Nothing is rolled up along
//! these lines: the progress of an objective is that of its own key results, whatever happens below it. What is
//! told is the worst status below, so that nobody learns of it last.
//!
//! Everything here goes through graphs of any depth step by step, so that a long chain takes no stack, and a
//! circle ends where it began.

use std::collections::{HashMap, HashSet, VecDeque};

use super::{CycleScore, ObjectiveScore, Scores, Status};
use crate::model::{Cycle, DateRange, Objective, Workspace};

/// A workspace that takes part.
#[derive(Debug)]
pub struct Member<'w> {
    /// What its objectives are told by: `group` in `group:2026/customer-first`. `None` where they need no such
    /// word, as in a workspace that is looked at alone.
    pub id: Option<String>,
    /// What its files say.
    pub workspace: &'w Workspace,
    /// Its figures.
    pub scores: &'w Scores,
    /// The workspaces that it gives a name, each with what is known of it.
    pub links: Vec<(String, Link)>,
}

impl Member<'_> {
    /// A workspace that is looked at alone.
    #[must_use]
    pub fn alone<'w>(workspace: &'w Workspace, scores: &'w Scores) -> Member<'w> {
        Member {
            id: None,
            workspace,
            scores,
            links: Vec::new(),
        }
    }
}

/// What is known of a workspace that another names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// It is the member at this position.
    To(usize),
    /// It could not be read.
    Unread(Absence),
}

/// Why an objective that is to be supported is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Absence {
    /// The folder of its workspace is not there.
    NoFolder,
    /// The files of its workspace have errors.
    Errors,
    /// No workspace goes by this name.
    Undeclared,
    /// Its workspace has no such objective.
    NoObjective,
}

impl Absence {
    /// The reason's name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Absence::NoFolder => "no_folder",
            Absence::Errors => "errors",
            Absence::Undeclared => "undeclared",
            Absence::NoObjective => "no_objective",
        }
    }
}

/// An objective among the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Position of its workspace among the members.
    pub member: usize,
    /// Position of its cycle in the workspace.
    pub cycle: usize,
    /// Position in the cycle.
    pub objective: usize,
    /// The nodes that it serves, in the order of the plan, each once.
    pub supports: Vec<usize>,
    /// The nodes that serve it, in their own order.
    pub supported_by: Vec<usize>,
    /// What it is said to serve and is not there, by position in [`Alignment::absent`].
    pub absent: Vec<usize>,
    /// The worst status of whatever serves it, directly or through others, with the node that has it. Closed
    /// cycles and what was given up do not count: nothing can be done there any more.
    pub below: Option<(Status, usize)>,
}

impl Node {
    /// The worst status below it and whose it is, where that calls for a look and is worse than its own.
    #[must_use]
    pub fn worse_below(&self, own: Status) -> Option<(Status, usize)> {
        self.below
            .filter(|(status, _)| *status < own && *status < Status::OnTrack)
    }
}

/// An objective that others say they serve, and that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absent {
    /// Its name as written.
    pub name: String,
    /// Position of the member that it was looked for in; `None` where that could not be read.
    pub member: Option<usize>,
    /// Why it is not there.
    pub why: Absence,
    /// The nodes that serve it.
    pub supported_by: Vec<usize>,
}

/// How an objective stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orphan {
    /// It serves nothing, although there is something above it to serve.
    SupportsNothing,
    /// Nothing serves it, although there is something below it.
    Unsupported,
}

impl Orphan {
    /// Its name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Orphan::SupportsNothing => "supports_nothing",
            Orphan::Unsupported => "unsupported",
        }
    }
}

/// Every objective of some workspaces, and how they hang together.
#[derive(Debug)]
pub struct Alignment {
    /// The objectives, by workspace, cycle and plan.
    pub nodes: Vec<Node>,
    /// What is to be served and is not there.
    pub absent: Vec<Absent>,
    /// Open objectives that stand alone, in the order of the nodes.
    pub orphans: Vec<(usize, Orphan)>,
    /// Objectives that end up serving themselves: of each knot one shortest way round, each node once, in the
    /// order of what serves what.
    pub circles: Vec<Vec<usize>>,
}

impl Alignment {
    /// Puts the objectives of workspaces together.
    #[must_use]
    pub fn of(members: &[Member<'_>]) -> Alignment {
        let (mut nodes, mut absent) = (nodes(members), Vec::new());
        connect(members, &mut nodes, &mut absent);
        let circles = find_below(members, &mut nodes);
        let orphans = orphans(members, &nodes);
        Alignment {
            nodes,
            absent,
            orphans,
            circles,
        }
    }

    /// The nodes of cycles of this name, with all that they serve and all that serves them; `None` where no
    /// member has such a cycle.
    #[must_use]
    pub fn around(&self, members: &[Member<'_>], cycle: &str) -> Option<HashSet<usize>> {
        let has_it =
            |member: &Member<'_>| member.workspace.cycles.iter().any(|own| own.id == cycle);
        if !members.iter().any(has_it) {
            return None;
        }
        let own: Vec<usize> = (0..self.nodes.len())
            .filter(|node| self.nodes[*node].cycle_of(members).id == cycle)
            .collect();
        let mut kept = self.reached(&own, |node| &node.supports);
        kept.extend(self.reached(&own, |node| &node.supported_by));
        Some(kept)
    }

    /// The nodes that lie below one, itself left out unless it is in a circle.
    #[must_use]
    pub fn below(&self, node: usize) -> HashSet<usize> {
        self.reached(&self.nodes[node].supported_by, |own| &own.supported_by)
    }

    fn reached(&self, from: &[usize], next: impl Fn(&Node) -> &[usize]) -> HashSet<usize> {
        let mut reached: HashSet<usize> = from.iter().copied().collect();
        let mut open = from.to_vec();
        while let Some(node) = open.pop() {
            for other in next(&self.nodes[node]) {
                if reached.insert(*other) {
                    open.push(*other);
                }
            }
        }
        reached
    }
}

impl Node {
    /// Its cycle.
    #[must_use]
    pub fn cycle_of<'w>(&self, members: &[Member<'w>]) -> &'w Cycle {
        &members[self.member].workspace.cycles[self.cycle]
    }

    /// The figures of its cycle.
    #[must_use]
    pub fn cycle_score<'w>(&self, members: &[Member<'w>]) -> &'w CycleScore {
        &members[self.member].scores.cycles[self.cycle]
    }

    /// The objective.
    #[must_use]
    pub fn objective_of<'w>(&self, members: &[Member<'w>]) -> &'w Objective {
        &self.cycle_of(members).objectives[self.objective]
    }

    /// Its figures.
    #[must_use]
    pub fn score<'w>(&self, members: &[Member<'w>]) -> &'w ObjectiveScore {
        &self.cycle_score(members).objectives[self.objective]
    }

    /// What it is told by: `2026/customer-first`, or `group:2026/customer-first`.
    #[must_use]
    pub fn name(&self, members: &[Member<'_>]) -> String {
        let name = format!(
            "{}/{}",
            self.cycle_of(members).id,
            self.objective_of(members).id
        );
        match &members[self.member].id {
            Some(id) => format!("{id}:{name}"),
            None => name,
        }
    }

    /// Whether something can still be done about it: its cycle is open, and it was not given up.
    fn is_open(&self, members: &[Member<'_>]) -> bool {
        !self.cycle_score(members).is_closed && self.score(members).status != Status::Dropped
    }
}

fn nodes(members: &[Member<'_>]) -> Vec<Node> {
    let mut nodes = Vec::new();
    for (position, member) in members.iter().enumerate() {
        for (cycle, own) in member.workspace.cycles.iter().enumerate() {
            nodes.extend((0..own.objectives.len()).map(|objective| Node {
                member: position,
                cycle,
                objective,
                supports: Vec::new(),
                supported_by: Vec::new(),
                absent: Vec::new(),
                below: None,
            }));
        }
    }
    nodes
}

/// Looks up what each node says it serves.
fn connect(members: &[Member<'_>], nodes: &mut [Node], absent: &mut Vec<Absent>) {
    let known: HashMap<(usize, String), usize> = nodes
        .iter()
        .enumerate()
        .map(|(position, node)| {
            let (cycle, objective) = (node.cycle_of(members), node.objective_of(members));
            let name = format!("{}/{}", cycle.id, objective.id);
            ((node.member, name), position)
        })
        .collect();
    // Names of what is not there are one where they were looked for in one place.
    let mut told: HashMap<(Result<usize, usize>, &str), usize> = HashMap::new();
    for position in 0..nodes.len() {
        let own = nodes[position].member;
        for written in &nodes[position].objective_of(members).supports {
            let (member, name) = looked_for(&members[own], own, written);
            let found = match member {
                Ok(member) => known
                    .get(&(member, name.to_owned()))
                    .copied()
                    .ok_or(Absence::NoObjective),
                Err(why) => Err(why),
            };
            match found {
                Ok(found) if !nodes[position].supports.contains(&found) => {
                    nodes[position].supports.push(found);
                    nodes[found].supported_by.push(position);
                }
                Ok(_) => {}
                Err(why) => {
                    let (scope, shown) = match member {
                        Ok(member) => (Ok(member), name),
                        Err(_) => (Err(own), written.as_str()),
                    };
                    let at = *told.entry((scope, shown)).or_insert_with(|| {
                        absent.push(Absent {
                            name: written.clone(),
                            member: member.ok(),
                            why,
                            supported_by: Vec::new(),
                        });
                        absent.len() - 1
                    });
                    if !nodes[position].absent.contains(&at) {
                        nodes[position].absent.push(at);
                        absent[at].supported_by.push(position);
                    }
                }
            }
        }
    }
}

/// The member that a written name speaks of, and the rest of the name.
fn looked_for<'n>(
    member: &Member<'_>,
    own: usize,
    written: &'n str,
) -> (Result<usize, Absence>, &'n str) {
    let Some((id, name)) = written.split_once(':') else {
        return (Ok(own), written);
    };
    let link = member.links.iter().find(|(known, _)| known == id);
    let found = match link {
        Some((_, Link::To(member))) => Ok(*member),
        Some((_, Link::Unread(why))) => Err(*why),
        None => Err(Absence::Undeclared),
    };
    (found, name)
}

/// Finds the worst status below each node, and gives the circles on the way.
fn find_below(members: &[Member<'_>], nodes: &mut [Node]) -> Vec<Vec<usize>> {
    let down: Vec<Vec<usize>> = nodes.iter().map(|node| node.supported_by.clone()).collect();
    let mut knot_of = vec![0; nodes.len()];
    let mut worst_in: Vec<Option<(Status, usize)>> = Vec::new();
    let mut circles = Vec::new();
    for (knot, own) in knots(&down).into_iter().enumerate() {
        for node in &own {
            knot_of[*node] = knot;
        }
        let is_circle = own.len() > 1 || down[own[0]].contains(&own[0]);
        let below = own
            .iter()
            .flat_map(|node| &down[*node])
            .filter(|other| knot_of[**other] != knot)
            .filter_map(|other| worst_in[knot_of[*other]])
            .min();
        let standing = own
            .iter()
            .filter(|node| nodes[**node].is_open(members))
            .map(|node| (nodes[*node].score(members).status, *node))
            .min();
        let worst = below.into_iter().chain(standing).min();
        for node in &own {
            nodes[*node].below = if is_circle { worst } else { below };
        }
        worst_in.push(worst);
        if is_circle {
            circles.push(way_round(nodes, &own));
        }
    }
    circles.sort();
    circles
}

/// The shortest way from the first of some nodes back to itself, along what serves what.
fn way_round(nodes: &[Node], knot: &[usize]) -> Vec<usize> {
    let inside: HashSet<usize> = knot.iter().copied().collect();
    let start = *knot.iter().min().expect("a knot has a node");
    let mut came_from: HashMap<usize, usize> = HashMap::new();
    let mut open = VecDeque::from([start]);
    while let Some(node) = open.pop_front() {
        for other in &nodes[node].supports {
            if *other == start {
                let mut way = vec![node];
                while let Some(before) = came_from.get(&way[way.len() - 1]) {
                    way.push(*before);
                }
                way.reverse();
                return way;
            }
            if inside.contains(other) && !came_from.contains_key(other) {
                came_from.insert(*other, node);
                open.push_back(*other);
            }
        }
    }
    vec![start]
}

/// The strongly connected parts of a graph, each after all that its edges lead to: R. Tarjan, *Depth-first search
/// and linear graph algorithms* (1972), with a stack of its own.
fn knots(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    const UNSEEN: usize = usize::MAX;
    let mut order = vec![UNSEEN; edges.len()];
    let mut lowest = vec![UNSEEN; edges.len()];
    let mut is_waiting = vec![false; edges.len()];
    let (mut waiting, mut found, mut seen) = (Vec::new(), Vec::new(), 0);
    for root in 0..edges.len() {
        if order[root] != UNSEEN {
            continue;
        }
        let mut path = vec![(root, 0)];
        while let Some((node, next)) = path.pop() {
            if next == 0 {
                (order[node], lowest[node]) = (seen, seen);
                seen += 1;
                waiting.push(node);
                is_waiting[node] = true;
            }
            if let Some(other) = edges[node].get(next).copied() {
                path.push((node, next + 1));
                if order[other] == UNSEEN {
                    path.push((other, 0));
                } else if is_waiting[other] {
                    lowest[node] = lowest[node].min(order[other]);
                }
                continue;
            }
            if let Some((above, _)) = path.last() {
                lowest[*above] = lowest[*above].min(lowest[node]);
            }
            if lowest[node] == order[node] {
                let at = waiting.iter().rposition(|own| *own == node);
                let knot = waiting.split_off(at.expect("a node waits until its knot is found"));
                for own in &knot {
                    is_waiting[*own] = false;
                }
                found.push(knot);
            }
        }
    }
    found
}

/// Open objectives that serve nothing although there is something above, or that nothing serves although there is
/// something below.
///
/// Above a cycle is one of the same workspace whose days contain its days, and any cycle with a day in common of a
/// workspace above. Above a workspace is one that it names, unless that names it as well; what serves what then
/// decides.
fn orphans(members: &[Member<'_>], nodes: &[Node]) -> Vec<(usize, Orphan)> {
    let serves: HashSet<(usize, usize)> = nodes
        .iter()
        .flat_map(|node| {
            node.supports
                .iter()
                .map(|other| (node.member, nodes[*other].member))
        })
        .collect();
    let names = |one: usize, other: usize| {
        let mut links = members[one].links.iter();
        links.any(|(_, link)| *link == Link::To(other))
    };
    let is_below = |one: usize, other: usize| {
        let is_alone_in_naming = !names(other, one) || serves.contains(&(one, other));
        one != other && names(one, other) && is_alone_in_naming && !serves.contains(&(other, one))
    };
    // A cycle counts where it has objectives, by its days.
    let cycles: Vec<(usize, DateRange, bool)> = members
        .iter()
        .enumerate()
        .flat_map(|(position, member)| {
            let cycles = member.workspace.cycles.iter().zip(&member.scores.cycles);
            cycles
                .filter(|(cycle, _)| !cycle.objectives.is_empty())
                .map(move |(cycle, score)| (position, cycle.days, !score.is_closed))
        })
        .collect();
    let contains = |longer: DateRange, days: DateRange| {
        longer != days && longer.first <= days.first && longer.last >= days.last
    };
    let meet =
        |one: DateRange, other: DateRange| one.first <= other.last && other.first <= one.last;
    let mut orphans = Vec::new();
    for (position, node) in nodes.iter().enumerate() {
        if !node.is_open(members) {
            continue;
        }
        let days = node.cycle_of(members).days;
        let has_above = || {
            cycles.iter().any(|(member, other, is_open)| {
                *is_open
                    && (*member == node.member && contains(*other, days)
                        || is_below(node.member, *member) && meet(*other, days))
            })
        };
        let has_below = || {
            cycles.iter().any(|(member, other, _)| {
                *member == node.member && contains(days, *other)
                    || is_below(*member, node.member) && meet(*other, days)
            })
        };
        if node.supports.is_empty() && node.absent.is_empty() && has_above() {
            orphans.push((position, Orphan::SupportsNothing));
        }
        if node.supported_by.is_empty() && has_below() {
            orphans.push((position, Orphan::Unsupported));
        }
    }
    orphans
}

#[cfg(test)]
mod tests {
    use super::knots;

    #[test]
    fn knots_come_after_all_that_they_lead_to() {
        // 0 → 1 → 2 → 1, 2 → 3, and 4 alone with itself.
        let edges = [vec![1], vec![2], vec![1, 3], vec![], vec![4]];
        assert_eq!(knots(&edges), [vec![3], vec![1, 2], vec![0], vec![4]]);
    }

    #[test]
    fn a_chain_of_a_hundred_thousand_takes_no_stack() {
        let last = 100_000;
        let mut edges: Vec<Vec<usize>> = (0..last).map(|node| vec![node + 1]).collect();
        edges.push(Vec::new());
        let found = knots(&edges);
        assert_eq!(found.len(), last + 1);
        assert_eq!(found[0], [last]);
    }
}
