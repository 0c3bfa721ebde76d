//! The bands of a level rule: the practice scores at which levels begin.

use super::fields::{self, Fields};
use super::names::unknown_level;
use super::yaml::{Node, Scalar};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Aggregate, BandEdge, Bands, Exact, Level, Place, Rubric};

/// More decimals than any published band has.
pub(super) const MOST_DECIMALS: u32 = 6;

/// The levels that bands lead to.
pub(super) struct Ladder<'r> {
    pub(super) levels: &'r [Level],
    pub(super) floor: Floor,
    /// Whether levels and floor could be read: a wrong edge may else be their fault.
    pub(super) is_whole: bool,
}

/// What a rubric says of the level held with nothing achieved.
#[derive(Clone, Copy)]
pub(super) enum Floor {
    /// Nothing.
    Unwritten,
    /// That there is none.
    None,
    At(u32),
}

impl Ladder<'_> {
    /// The levels that are held by their score alone, and so need an edge. Where no floor is written, the
    /// lowest level may go without.
    fn above_floor(&self) -> impl Iterator<Item = &Level> {
        let floor = match self.floor {
            Floor::Unwritten => self.levels.first().map(|lowest| lowest.number),
            Floor::None => None,
            Floor::At(floor) => Some(floor),
        };
        let levels = self.levels.iter();
        levels.filter(move |level| floor.is_none_or(|floor| level.number > floor))
    }

    fn check(&self, key: Node<'_>, level: u32, diagnostics: &mut Diagnostics) -> Option<()> {
        if let Floor::At(floor) = self.floor
            && level <= floor
        {
            diagnostics.push(disagree("floor", key.place(), level).help("help-floor"));
            return None;
        }
        if !self.levels.iter().any(|known| known.number == level) {
            if self.is_whole {
                diagnostics.push(unknown_level(key.place(), level, self.levels));
            }
            return None;
        }
        Some(())
    }
}

/// Reads the bands of `method: banded` from the keys of a level rule.
pub(super) fn bands(
    keys: &mut Fields<'_>,
    ladder: &Ladder<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Bands> {
    let decimals = keys
        .take("decimals")
        .and_then(|node| fields::whole_number(node, 0, MOST_DECIMALS, diagnostics))
        .and_then(|decimals| usize::try_from(decimals).ok());
    let node = keys.require("bands", diagnostics)?;
    let place = Fields::by_name(node, diagnostics)?.place();
    let mut edges: Vec<BandEdge> = Vec::new();
    let mut written: Vec<u32> = Vec::new();
    for (_, key, value) in fields::entries(node, &mut Diagnostics::new()) {
        let level = fields::whole_number(key, 0, 100, diagnostics);
        let from = edge(value, decimals, diagnostics);
        written.extend(level);
        if let (Some(level), Some(from)) = (level, from)
            && ladder.check(key, level, diagnostics).is_some()
        {
            let place = value.place();
            edges.push(BandEdge { level, from, place });
        }
    }
    if node.entries().next().is_none() && ladder.above_floor().next().is_none() {
        diagnostics.push(fields::missing_key(place, "bands"));
    }
    if ladder.is_whole {
        for level in ladder.above_floor() {
            if !written.contains(&level.number) {
                diagnostics.push(
                    Diagnostic::error(Code::MissingKey, place)
                        .with("key", level.number)
                        .with("empty", "edge")
                        .help("help-edge"),
                );
            }
        }
    }
    // A mapping may begin with its highest level.
    edges.sort_by_key(|edge| edge.level);
    let falls = edges.windows(2).find(|pair| pair[0].from >= pair[1].from);
    if let Some([_, second]) = falls {
        diagnostics.push(
            Diagnostic::error(Code::BandOrder, second.place)
                .with("direction", "level")
                .help("help-levels"),
        );
    }
    Some(Bands { edges, decimals })
}

/// An edge, which a rounded score can meet.
fn edge(node: Node<'_>, decimals: Option<usize>, diagnostics: &mut Diagnostics) -> Option<Exact> {
    let from = fields::number_or_fraction(node, diagnostics)?;
    let is_met = |places| Exact::parse(&from.rounded(places)).is_some_and(|met| met == from);
    if let Some(places) = decimals
        && !is_met(places)
    {
        let problem = disagree("decimals", node.place(), &from);
        diagnostics.push(problem.with("decimals", places).help("help-decimals"));
    }
    Some(from)
}

/// Notes the keys of bands in a rule of another method.
pub(super) fn without_bands(keys: &mut Fields<'_>, diagnostics: &mut Diagnostics) {
    for name in ["bands", "decimals"] {
        // An overlay that changes the method takes them away with `bands: ~`.
        if let Some((key, value)) = keys.take_entry(name)
            && !value.scalar().is_some_and(Scalar::is_nothing)
        {
            let problem = disagree("banded", key.place(), name);
            diagnostics.push(problem.help("help-banded"));
        }
    }
}

/// The level held before the first edge, where no floor is written: the lowest, unless it has an edge itself.
pub(super) fn implied_floor(bands: &Bands, levels: &[Level]) -> Option<u32> {
    let lowest = levels.first()?.number;
    let has_edge = bands.edges.iter().any(|edge| edge.level == lowest);
    (!has_edge).then_some(lowest)
}

/// Notes the share of KPIs in the index of a banded rubric: their levels lie on another scale than its scores.
pub(super) fn check_kpi_weight(rubric: &Rubric, diagnostics: &mut Diagnostics) {
    let rules = &rubric.rules;
    if rubric.bands().is_some() && !rules.kpi_weight.is_zero() {
        let problem = disagree("scales", rules.places.kpi_weight, "kpi_weight");
        diagnostics.push(problem.help("help-scales"));
    }
}

/// Notes edges that no score can reach. Of a sum it is not known what it can reach.
pub(super) fn check_range(rubric: &Rubric, diagnostics: &mut Diagnostics) {
    let dimensions = rubric.dimensions.iter();
    let mut aggregates = dimensions.map(|dimension| dimension.aggregate);
    let is_sum = |aggregate| aggregate == Some(Aggregate::Sum);
    if is_sum(rubric.rules.aggregate) || aggregates.any(is_sum) {
        return;
    }
    let (low, high) = rubric.answer_range();
    let edges = rubric.bands().into_iter().flat_map(|bands| &bands.edges);
    for edge in edges.filter(|edge| edge.from < low || edge.from > high) {
        diagnostics.push(
            Diagnostic::error(Code::OutOfRange, edge.place)
                .with("written", &edge.from)
                .with("low", &low)
                .with("high", &high)
                .help("help-between"),
        );
    }
}

/// A key that does not go with the method of its rule.
fn disagree(what: &'static str, place: Place, written: impl ToString) -> Diagnostic {
    Diagnostic::error(Code::KeysDisagree, place)
        .with("what", what)
        .with("second", written.to_string())
}
