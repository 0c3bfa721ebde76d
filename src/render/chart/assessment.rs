//! What the charts of one assessment read of the report model.

use serde::{Deserialize, Serialize};

use super::figure::Figure;
use super::scale::figure;

/// What the charts of one assessment need of it.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Assessment {
    pub(super) floor: Option<i64>,
    pub(super) bottom: Figure,
    pub(super) top: Figure,
    pub(super) levels: Vec<Level>,
    pub(super) dimensions: Vec<Dimension>,
    pub(super) practice_score: Option<Figure>,
    pub(super) outcome_score: Option<Figure>,
    pub(super) index: Option<Figure>,
    /// Whether the rubric has KPIs; without them practice is all there is to mark.
    pub(super) has_outcome: bool,
    pub(super) interval: Option<(Option<Figure>, Option<Figure>)>,
    pub(super) previous: Option<Previous>,
    pub(super) target: Option<Target>,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Level {
    pub(super) number: i64,
    pub(super) title: String,
    /// The score at which the level's band begins, where bands of the score make levels.
    pub(super) from: Option<Figure>,
}

impl Assessment {
    /// What it reads.
    pub(super) const KEYS: &[&str] = &[
        "floor",
        "bottom",
        "top",
        "levels",
        "dimensions",
        "practice_score",
        "outcome_score",
        "index",
        "has_outcome",
        "interval",
        "previous",
        "target",
    ];

    /// Whether bands of the score make levels, so that these do not lie on the scale of the scores.
    pub(super) fn is_banded(&self) -> bool {
        self.levels.iter().any(|level| level.from.is_some())
    }

    /// The score at which a level begins; none for one that no score reaches.
    pub(super) fn beginning(&self, level: &Level) -> Option<Figure> {
        match &level.from {
            Some(from) => Some(from.clone()),
            None if !self.is_banded() => Some(figure(level.number as f64, 0)),
            None => (self.floor == Some(level.number)).then(|| self.bottom.clone()),
        }
    }

    /// The level that begins at a tick.
    pub(super) fn level_at(&self, tick: &Figure) -> Option<&Level> {
        let is_here = |level: &&Level| {
            let beginning = self.beginning(level);
            beginning.is_some_and(|beginning| beginning.number == tick.number)
        };
        self.levels.iter().rfind(is_here)
    }
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Dimension {
    pub(super) depth: u32,
    pub(super) title: String,
    pub(super) practice_score: Option<Figure>,
    pub(super) maximum: Option<Figure>,
    pub(super) previous_practice_score: Option<Figure>,
    /// The score at which the level aimed at begins.
    pub(super) target_score: Option<Figure>,
    pub(super) cells: Vec<Cell>,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Cell {
    pub(super) number: i64,
    pub(super) state: CellState,
    pub(super) achievement: Option<Figure>,
    pub(super) held: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum CellState {
    Floor,
    Defined,
    Empty,
    Above,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Previous {
    pub(super) practice_score: Option<Figure>,
    pub(super) outcome_score: Option<Figure>,
    pub(super) index: Option<Figure>,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Target {
    /// The score at which the level aimed at begins.
    pub(super) score: Option<Figure>,
}
