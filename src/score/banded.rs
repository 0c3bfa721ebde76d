//! Which level a score makes: some models name bands of the mean of all answers, and ask nothing of a single
//! criterion.
//!
//! The level held is the highest whose edge the practice score has reached, the floor before the first edge. An
//! edge itself belongs to the band that it begins: with edges at 2.6 and 4, a score of 2.6 is in the second band.
//!
//! Where bands are published as "2.6 to 3.9", the score is rounded before it is held against an edge, for else
//! 2.56 would lie in none of them. How near the next band is, is told by the score as it is.

use super::ends;
use super::level::NextLevel;
use super::trace::{Fill, Formula, Name, ScopeRef, Term, Traced};
use crate::model::{BandEdge, Bands, Exact, Rubric};

/// A practice score held against the bands that make levels.
#[derive(Debug, Clone)]
pub struct Banding {
    /// The score as it is held against the edges: rounded where the rubric says so.
    pub score: Traced,
    /// Each level that has an edge, lowest first.
    pub tests: Vec<BandTest>,
    decimals: Option<usize>,
    practice: Term,
    base: Term,
}

/// Whether a score has reached the edge at which a level begins.
#[derive(Debug, Clone)]
pub struct BandTest {
    /// The level's number.
    pub number: u32,
    /// The edge, with the place where it is written.
    pub edge: Term,
    /// Whether the score has reached it.
    pub is_reached: bool,
}

/// Holds the practice score of a scope against the bands.
pub(crate) fn banding(
    rubric: &Rubric,
    bands: &Bands,
    scope: ScopeRef,
    practice: &Traced,
) -> Banding {
    let edges = bands.edges.iter().map(|edge: &BandEdge| {
        let term = Term::written(Name::Edge(edge.level), &edge.from, edge.place);
        (edge.level, term)
    });
    let practice = practice.named(Name::Practice(scope, Fill::ByRule));
    held_against(edges, bands.decimals, practice, ends::base_term(rubric))
}

fn held_against(
    edges: impl Iterator<Item = (u32, Term)>,
    decimals: Option<usize>,
    practice: Term,
    base: Term,
) -> Banding {
    let score = Traced::of(match decimals {
        Some(places) => Formula::Rounded(Box::new(practice.clone().into()), places),
        None => practice.clone().into(),
    });
    let test = |(number, edge): (u32, Term)| BandTest {
        number,
        is_reached: score.value() >= edge.value.as_ref(),
        edge,
    };
    Banding {
        tests: edges.map(test).collect(),
        score,
        decimals,
        practice,
        base,
    }
}

impl Banding {
    /// The level held: the highest that is reached, else the floor; `None` without a score.
    pub(crate) fn held(&self, floor: Option<u32>) -> Option<u32> {
        self.score.value()?;
        let reached = self.tests.iter().rev().find(|test| test.is_reached);
        reached.map(|test| test.number).or(floor)
    }

    /// The next level and how much of the way from this edge to its own is covered; `None` at the top, and
    /// without a score.
    pub(crate) fn next(&self) -> Option<NextLevel> {
        self.score.value()?;
        let reached = self.tests.partition_point(|test| test.is_reached);
        let next = self.tests.get(reached)?;
        let this = match reached.checked_sub(1) {
            Some(last) => &self.tests[last].edge,
            None => &self.base,
        };
        let way = Formula::over(
            Formula::less(self.practice.clone(), this.clone()),
            Formula::less(next.edge.clone(), this.clone()),
        );
        Some(NextLevel {
            number: next.number,
            progress: Traced::of(Formula::share(way)),
            blocking: Vec::new(),
        })
    }

    /// Another score held against the same edges.
    pub(crate) fn with(&self, score: &Traced) -> Banding {
        let edges = self.tests.iter();
        let edges = edges.map(|test| (test.number, test.edge.clone()));
        let practice = score.named(self.practice.name);
        held_against(edges, self.decimals, practice, self.base.clone())
    }

    /// Whether a level is held: its edge is reached, or it has none and there is a score.
    pub(crate) fn has_reached(&self, level: u32) -> bool {
        let test = self.tests.iter().find(|test| test.number == level);
        test.map_or(self.score.value().is_some(), |test| test.is_reached)
    }

    /// The score at which a level begins: its edge, or the lowest score there is for one that has none.
    #[must_use]
    pub fn beginning(&self, level: u32) -> &Term {
        let test = self.tests.iter().find(|test| test.number == level);
        test.map_or(&self.base, |test| &test.edge)
    }
}

/// The practice score at which a level begins: its number, or the edge of its band where bands make levels.
#[must_use]
pub fn score_of_level(banding: Option<&Banding>, level: u32) -> Exact {
    banding
        .and_then(|banding| banding.beginning(level).value.clone())
        .unwrap_or_else(|| Exact::from(level))
}
