//! What lies in each scope of a rubric: looked up once, for all assessments by it.

use super::ends::{base_term, top_term};
use super::trace::{ScopeRef, Term};
use crate::model::{CriterionIndex, DimensionIndex, Rubric};

/// The criteria of each scope of a rubric: of the whole, and of each dimension those in it and below it.
#[derive(Debug)]
pub(crate) struct Scopes {
    whole: Criteria,
    dimensions: Vec<Criteria>,
    children: Vec<Vec<DimensionIndex>>,
    outermost: Vec<DimensionIndex>,
    /// The lowest and the highest score: asking for them looks at every question.
    pub(crate) ends: [Term; 2],
}

/// The criteria of one scope.
#[derive(Debug, Clone)]
struct Criteria {
    all: Vec<CriterionIndex>,
    /// For each level of the rubric, those of it that count in scores.
    by_level: Vec<Vec<CriterionIndex>>,
}

impl Criteria {
    fn none_yet(rubric: &Rubric) -> Criteria {
        Criteria {
            all: Vec::new(),
            by_level: vec![Vec::new(); rubric.levels.len()],
        }
    }

    /// Adds a criterion, with the position of its level where it counts at one.
    fn add(&mut self, criterion: CriterionIndex, level: Option<usize>) {
        self.all.push(criterion);
        if let Some(level) = level {
            self.by_level[level].push(criterion);
        }
    }
}

impl Scopes {
    pub(crate) fn new(rubric: &Rubric) -> Scopes {
        let mut whole = Criteria::none_yet(rubric);
        let mut dimensions = vec![whole.clone(); rubric.dimensions.len()];
        for (index, criterion) in rubric.criteria.iter().enumerate() {
            let mut levels = rubric.levels.iter();
            let level = levels.position(|level| Some(level.number) == criterion.level);
            let level = level.filter(|_| criterion.is_scored());
            let index = CriterionIndex(index);
            whole.add(index, level);
            let mut dimension = Some(criterion.dimension);
            while let Some(current) = dimension {
                dimensions[current.0].add(index, level);
                dimension = rubric.dimension(current).parent;
            }
        }
        let mut children = vec![Vec::new(); rubric.dimensions.len()];
        let mut outermost = Vec::new();
        for (index, dimension) in rubric.dimensions.iter().enumerate() {
            match dimension.parent {
                Some(parent) => children[parent.0].push(DimensionIndex(index)),
                None => outermost.push(DimensionIndex(index)),
            }
        }
        Scopes {
            whole,
            dimensions,
            children,
            outermost,
            ends: [base_term(rubric), top_term(rubric)],
        }
    }

    /// The criteria of the whole, or of a dimension and those below it.
    pub(crate) fn criteria(&self, scope: ScopeRef) -> &[CriterionIndex] {
        &self.of(scope).all
    }

    /// Those of them that count in scores, for each level of the rubric.
    pub(crate) fn by_level(&self, scope: ScopeRef) -> &[Vec<CriterionIndex>] {
        &self.of(scope).by_level
    }

    fn of(&self, scope: ScopeRef) -> &Criteria {
        match scope {
            Some(dimension) => &self.dimensions[dimension.0],
            None => &self.whole,
        }
    }

    /// The dimensions that the whole, or a dimension, is made of.
    pub(crate) fn parts(&self, scope: ScopeRef) -> &[DimensionIndex] {
        match scope {
            Some(dimension) => &self.children[dimension.0],
            None => &self.outermost,
        }
    }
}
