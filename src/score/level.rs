//! Which level the answers reach, for the whole rubric or one dimension, where levels ask something of criteria;
//! where the score makes them, see [`super::banded`].
//!
//! Under the cumulative rule a level is held when its own criteria and those of every level below are met:
//! all of level 4 with a gap at 2 is level 1. A level that asks nothing of a dimension is never passed by
//! itself; it is held only when a higher one that asks something passes.
//!
//! Criteria that describe an absence never take part: agreeing that nobody measures is no achievement.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::answers::State;
use super::criterion::CriterionScore;
use super::trace::{Fill, Formula, Name, Term, Traced, Weighted};
use crate::model::{
    Criterion, CriterionIndex, Exact, LevelRule, Method, Quantifier, Rubric, Threshold,
};

/// What a level asks of a scope, and how far it is achieved.
#[derive(Debug, Clone)]
pub struct Cell {
    /// The level's number.
    pub number: u32,
    /// Whether the level asks anything here.
    pub state: CellState,
    /// The weighted mean of its criteria's values, 0 to 1; none where it asks nothing.
    pub achievement: Traced,
    /// The criteria that it asks for and that count.
    pub criteria: Vec<CriterionIndex>,
    /// Whether the scope holds the level, or a higher one.
    pub is_held: bool,
}

/// Whether a level asks anything of a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellState {
    /// At or below the floor: nothing to achieve.
    Floor,
    /// It has criteria.
    Defined,
    /// It has none, but a higher level does.
    Empty,
    /// It lies above the highest level that has any.
    Above,
}

/// Whether a level that asks something passes, and what decided it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gate {
    /// The level's number.
    pub number: u32,
    /// How it passes by itself.
    pub own: Passing,
    /// How it passes as a level below another.
    pub lower: Passing,
    /// Whether it is reached, by the rule's method.
    pub is_reached: bool,
}

/// How many of a level's criteria are met, and whether that is enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passing {
    /// Criteria that are met.
    pub met: usize,
    /// Criteria that a missing answer blocks.
    pub blocked: usize,
    /// Criteria that it asks for.
    pub criteria: usize,
    /// Whether that is enough.
    pub passes: bool,
}

/// What a scope still lacks for a higher level.
#[derive(Debug, Clone)]
pub struct NextLevel {
    /// The level's number.
    pub number: u32,
    /// Its achievement, or how much of the way to its band is covered: 0 to 1.
    pub progress: Traced,
    /// The criteria that keep it from being held, in the order of the rubric; none where the score makes it.
    pub blocking: Vec<CriterionIndex>,
}

/// The criteria of a scope, gathered by level, for one way of filling gaps.
pub(crate) struct Levels<'r> {
    rubric: &'r Rubric,
    scores: &'r [CriterionScore],
    fill: Fill,
    /// Each level of the rubric.
    levels: Vec<Level<'r>>,
}

/// A level as a scope sees it.
struct Level<'r> {
    /// Its criteria in the scope.
    criteria: Cow<'r, [CriterionIndex]>,
    /// Its achievement, once it was asked for.
    achievement: OnceCell<Traced>,
}

impl<'r> Levels<'r> {
    /// Of the criteria that each level asks of a scope, those that have a value.
    pub(crate) fn new(
        rubric: &'r Rubric,
        scores: &'r [CriterionScore],
        asked: &'r [Vec<CriterionIndex>],
        fill: Fill,
    ) -> Levels<'r> {
        let has_value = |index: &CriterionIndex| scores[index.0].filled(fill).value().is_some();
        let levels = asked.iter().map(|criteria| Level {
            criteria: if criteria.iter().all(has_value) {
                Cow::Borrowed(criteria.as_slice())
            } else {
                criteria.iter().copied().filter(has_value).collect()
            },
            achievement: OnceCell::new(),
        });
        Levels {
            rubric,
            scores,
            fill,
            levels: levels.collect(),
        }
    }

    /// Positions of the levels above the floor.
    fn above_floor(&self) -> impl DoubleEndedIterator<Item = usize> {
        let floor = self.rubric.floor;
        (0..self.rubric.levels.len()).filter(move |position| {
            floor.is_none_or(|floor| self.rubric.levels[*position].number > floor)
        })
    }

    /// The achievement of a level, none where it asks nothing.
    pub(crate) fn achievement(&self, position: usize) -> &Traced {
        let Level {
            criteria,
            achievement,
        } = &self.levels[position];
        achievement.get_or_init(|| {
            Traced::of(weighted_mean(self.rubric, self.scores, criteria, self.fill))
        })
    }

    /// The criteria that a level asks for and that count.
    fn criteria(&self, position: usize) -> &[CriterionIndex] {
        &self.levels[position].criteria
    }

    /// Whether a level asks anything.
    pub(crate) fn asks(&self, position: usize) -> bool {
        !self.criteria(position).is_empty()
    }

    /// Whether any level has criteria.
    pub(crate) fn asks_anything(&self) -> bool {
        (0..self.levels.len()).any(|position| self.asks(position))
    }

    /// The highest level with criteria above the floor, by position.
    pub(crate) fn top(&self) -> Option<usize> {
        self.above_floor()
            .rev()
            .find(|position| self.asks(*position))
    }

    /// Positions of the levels from the first above the floor to the highest with criteria.
    pub(crate) fn up_to_top(&self) -> impl DoubleEndedIterator<Item = usize> {
        let top = self.top();
        self.above_floor()
            .filter(move |position| top.is_some_and(|top| *position <= top))
    }

    /// Each level above the floor that asks something, lowest first; none where there is no level, and where
    /// the score makes it.
    pub(crate) fn gates(&self) -> Vec<Gate> {
        let rule = &self.rubric.rules.level;
        let mut gates = Vec::with_capacity(self.levels.len());
        let mut lower_hold = true;
        if !asks_of_criteria(rule) {
            return gates;
        }
        for position in self.above_floor() {
            if !self.asks(position) {
                continue;
            }
            let own = self.passing(position, &rule.met_at);
            let lower = if rule.lower_met_at == rule.met_at {
                own.clone()
            } else {
                self.passing(position, &rule.lower_met_at)
            };
            let is_reached = own.passes && (rule.method == Method::Highest || lower_hold);
            lower_hold = lower_hold && lower.passes;
            gates.push(Gate {
                number: self.rubric.levels[position].number,
                own,
                lower,
                is_reached,
            });
        }
        gates
    }

    /// The level held: the highest that is reached; the floor when none is, which may be none.
    pub(crate) fn held(&self, gates: &[Gate]) -> Option<u32> {
        let reached = gates.iter().rev().find(|gate| gate.is_reached);
        reached.map(|gate| gate.number).or(self.rubric.floor)
    }

    fn passing(&self, position: usize, threshold: &Threshold) -> Passing {
        let criteria = self.criteria(position);
        let blocked = criteria
            .iter()
            .filter(|index| self.scores[index.0].is_blocked)
            .count();
        let met = criteria
            .iter()
            .filter(|index| is_met(&self.scores[index.0], threshold))
            .count();
        let is_enough = match &self.rubric.rules.level.quantifier {
            Quantifier::All => met == criteria.len(),
            Quantifier::Any => met > 0,
            Quantifier::Share(share) => Exact::from(met) >= share * &Exact::from(criteria.len()),
        };
        Passing {
            met,
            blocked,
            criteria: criteria.len(),
            passes: blocked == 0 && is_enough,
        }
    }

    /// The level after `held` that asks something, with what it lacks; `None` at the top.
    pub(crate) fn next(&self, held: Option<u32>) -> Option<NextLevel> {
        let rule = &self.rubric.rules.level;
        if !asks_of_criteria(rule) {
            return None;
        }
        let next = self.above_floor().find(|position| {
            let number = self.rubric.levels[*position].number;
            held.is_none_or(|held| number > held) && self.asks(*position)
        })?;
        let mut blocking = Vec::new();
        for position in self.above_floor().filter(|position| *position <= next) {
            if position == next {
                self.note_unmet(position, &rule.met_at, &mut blocking);
            } else if rule.method == Method::Cumulative
                && !self.passing(position, &rule.lower_met_at).passes
            {
                self.note_unmet(position, &rule.lower_met_at, &mut blocking);
            }
        }
        Some(NextLevel {
            number: self.rubric.levels[next].number,
            progress: self.achievement(next).clone(),
            blocking,
        })
    }

    fn note_unmet(
        &self,
        position: usize,
        threshold: &Threshold,
        blocking: &mut Vec<CriterionIndex>,
    ) {
        for criterion in self.criteria(position) {
            let score = &self.scores[criterion.0];
            if score.is_blocked || !is_met(score, threshold) {
                blocking.push(*criterion);
            }
        }
    }

    /// Every level of the rubric as this scope sees it; none where levels ask nothing of criteria.
    pub(crate) fn cells(&self, held: Option<u32>) -> Vec<Cell> {
        if self.rubric.bands().is_some() {
            return Vec::new();
        }
        let top = self.top();
        self.rubric
            .levels
            .iter()
            .enumerate()
            .map(|(position, level)| {
                let is_floor = self.rubric.floor.is_some_and(|floor| level.number <= floor);
                let state = if is_floor {
                    CellState::Floor
                } else if self.asks(position) {
                    CellState::Defined
                } else if top.is_some_and(|top| position < top) {
                    CellState::Empty
                } else {
                    CellState::Above
                };
                Cell {
                    number: level.number,
                    state,
                    achievement: if is_floor {
                        Traced::of(Term::none(Name::LevelNumber(level.number)).into())
                    } else {
                        self.achievement(position).clone()
                    },
                    criteria: self.criteria(position).to_vec(),
                    is_held: held.is_some_and(|held| level.number <= held),
                }
            })
            .collect()
    }
}

/// Whether the level held depends on criteria that are met.
fn asks_of_criteria(rule: &LevelRule) -> bool {
    match rule.method {
        Method::Cumulative | Method::Highest => true,
        Method::Banded(_) | Method::None => false,
    }
}

/// Whether a criterion is met: its value reaches the threshold and no missing answer blocks it.
#[must_use]
pub fn is_met(score: &CriterionScore, threshold: &Threshold) -> bool {
    !score.is_blocked
        && score
            .value
            .value()
            .is_some_and(|value| threshold.is_met_by(value))
}

/// Whether a criterion is met as its own level asks; `None` where that is no question: it describes an
/// absence, counts nothing, or does not apply, or it is the score that makes the levels.
#[must_use]
pub fn is_met_at_its_level(
    rule: &LevelRule,
    criterion: &Criterion,
    score: &CriterionScore,
) -> Option<bool> {
    let is_asked = criterion.is_scored()
        && criterion.level.is_some()
        && score.state != State::NotApplicable
        && !matches!(rule.method, Method::Banded(_));
    is_asked.then(|| is_met(score, &rule.met_at))
}

/// Σ weight × value ÷ Σ weight over criteria that count.
pub(crate) fn weighted_mean(
    rubric: &Rubric,
    scores: &[CriterionScore],
    criteria: &[CriterionIndex],
    fill: Fill,
) -> Formula {
    let mut parts = Vec::with_capacity(criteria.len());
    for index in criteria {
        let criterion = &rubric.criteria[index.0];
        let score = scores[index.0].filled(fill);
        if criterion.is_scored() && score.value().is_some() {
            let term = score.named(Name::Criterion(*index, fill));
            parts.push(Weighted::new(&criterion.weight, term));
        }
    }
    Formula::Mean(parts)
}
