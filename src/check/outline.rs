//! What several rules want to know of a rubric, found in one pass over it.

use std::collections::{BTreeMap, HashSet};

use crate::model::{Criterion, CriterionIndex, DimensionIndex, Polarity, Rubric};

pub(super) struct Outline<'r> {
    pub(super) rubric: &'r Rubric,
    /// For each dimension, whether it holds others.
    pub(super) has_children: Vec<bool>,
    /// What stands at each level above the floor.
    pub(super) levels: BTreeMap<u32, AtLevel<'r>>,
    /// Scored criteria that do not count in the score of the whole, in the rubric's order.
    pub(super) uncounted: Vec<(CriterionIndex, Uncounted)>,
}

/// The criteria at one level.
#[derive(Default)]
pub(super) struct AtLevel<'r> {
    /// Those that the level asks for.
    pub(super) required: Vec<&'r Criterion>,
    /// Those that describe a lack, which no level asks for.
    pub(super) absences: Vec<&'r Criterion>,
}

/// Why a scored criterion does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Uncounted {
    /// Its level is held with nothing satisfied.
    AtFloor,
    /// It names no level, and others do.
    NoLevel,
    /// Its dimension's score is made from the dimensions below it alone.
    Aggregated,
}

impl<'r> Outline<'r> {
    pub(super) fn new(rubric: &'r Rubric) -> Outline<'r> {
        let mut has_children = vec![false; rubric.dimensions.len()];
        for dimension in &rubric.dimensions {
            if let Some(parent) = dimension.parent {
                has_children[parent.0] = true;
            }
        }
        let mut levels: BTreeMap<u32, AtLevel<'r>> = BTreeMap::new();
        for criterion in &rubric.criteria {
            if let Some(level) = earned_level(rubric, criterion) {
                let at_level = levels.entry(level).or_default();
                if criterion.polarity == Polarity::Absence {
                    at_level.absences.push(criterion);
                } else if criterion.is_scored() {
                    at_level.required.push(criterion);
                }
            }
        }
        let uncounted = uncounted(rubric, &has_children);
        Outline {
            rubric,
            has_children,
            levels,
            uncounted,
        }
    }

    /// The highest level that asks for anything.
    pub(super) fn top(&self) -> Option<u32> {
        let mut asking = self.levels.iter().rev();
        let (number, _) = asking.find(|(_, at_level)| !at_level.required.is_empty())?;
        Some(*number)
    }

    /// Whether a criterion lacks its level, or stands at one that asks nothing: it could be the one that is
    /// missing elsewhere.
    pub(super) fn has_misplaced(&self) -> bool {
        let mut reasons = self.uncounted.iter().map(|(_, why)| *why);
        reasons.any(|why| why != Uncounted::Aggregated)
    }

    /// The numbers of the levels above the floor at which no criterion stands, not even an absence. None
    /// where as many criteria have lost their level, nor in a rubric of one skill, which need not span every
    /// level.
    pub(super) fn empty_levels(&self) -> Vec<u32> {
        if self.rubric.skill.is_some() {
            return Vec::new();
        }
        let is_empty = |number: &u32| match self.levels.get(number) {
            Some(at_level) => at_level.required.is_empty() && at_level.absences.is_empty(),
            None => self.rubric.is_above_floor(*number),
        };
        let numbers = self.rubric.levels.iter().map(|level| level.number);
        let empty: Vec<u32> = numbers.filter(is_empty).collect();
        let reasons = self.uncounted.iter().map(|(_, why)| *why);
        let lost = reasons.filter(|why| *why == Uncounted::NoLevel).count();
        if lost < empty.len() {
            empty
        } else {
            Vec::new()
        }
    }
}

/// The level that a criterion stands at, where that has to be earned. Where the score makes the levels, they ask
/// nothing of a criterion, and its level is but a word.
pub(super) fn earned_level(rubric: &Rubric, criterion: &Criterion) -> Option<u32> {
    let level = criterion.level.filter(|_| rubric.bands().is_none())?;
    rubric.is_above_floor(level).then_some(level)
}

/// Of what a criterion's value becomes part first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Part {
    /// Of the whole, which is computed from criteria.
    Whole,
    /// Of this dimension, whose score the score of the whole is combined from.
    Dimension(DimensionIndex),
    /// Of nothing: its dimension's score is combined from those below.
    Nothing,
}

/// Follows `score::practice`: a part is scored from its criteria at levels above the floor, and where it has
/// none, from all.
fn uncounted(rubric: &Rubric, has_children: &[bool]) -> Vec<(CriterionIndex, Uncounted)> {
    let is_combined = |index: DimensionIndex| {
        rubric.dimension(index).aggregate.is_some() && has_children[index.0]
    };
    let parts = parts(rubric, is_combined);
    let part_of = |criterion: &Criterion| parts[criterion.dimension.0];
    let scored = || {
        let criteria = rubric.criteria.iter().enumerate();
        criteria.filter(|(_, criterion)| criterion.is_scored())
    };
    let with_levels: HashSet<Part> = scored()
        .filter(|(_, criterion)| earned_level(rubric, criterion).is_some())
        .map(|(_, criterion)| part_of(criterion))
        .collect();
    let why = |criterion: &Criterion| {
        let is_level_missing =
            with_levels.contains(&part_of(criterion)) && earned_level(rubric, criterion).is_none();
        if is_combined(criterion.dimension) {
            Some(Uncounted::Aggregated)
        } else if !is_level_missing {
            None
        } else if criterion.level.is_some() {
            Some(Uncounted::AtFloor)
        } else {
            Some(Uncounted::NoLevel)
        }
    };
    scored()
        .filter_map(|(index, criterion)| Some((CriterionIndex(index), why(criterion)?)))
        .collect()
}

/// For each dimension, what its own criteria are part of.
fn parts(rubric: &Rubric, is_combined: impl Fn(DimensionIndex) -> bool) -> Vec<Part> {
    let outermost = match rubric.rules.aggregate {
        Some(_) => Part::Nothing,
        None => Part::Whole,
    };
    let mut parts: Vec<Part> = Vec::with_capacity(rubric.dimensions.len());
    for (index, dimension) in rubric.dimensions.iter().enumerate() {
        let index = DimensionIndex(index);
        let above = dimension.parent.map_or(outermost, |parent| parts[parent.0]);
        parts.push(match above {
            Part::Nothing if !is_combined(index) => Part::Dimension(index),
            above => above,
        });
    }
    parts
}
