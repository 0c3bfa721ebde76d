//! What the criteria of one rubric serve in another: which dimension, and how far they are in place.

use schemars::JsonSchema;
use serde::Serialize;

use super::{CriterionPart, Writer, figure, practice_of};
use crate::model::{Criterion, DimensionIndex, Id, Rubric, Scope, Supports};
use crate::report::figure::Figure;
use crate::score::{AssessmentScore, CriterionScore, ScopeScore, State};

/// How many of the weakest criteria are marked.
const WEAKEST: usize = 3;

/// What a criterion, or the criteria of a dimension, serve.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SupportsPart {
    /// The id of the rubric.
    pub rubric: String,
    /// The id of its dimension; none for the whole.
    pub dimension: Option<String>,
    /// What it is called: the dimension's title, or the rubric's; the id of one that is not in use.
    pub title: String,
}

/// A rubric that another one's criteria serve.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ServedRubricPart {
    /// Its id.
    pub id: String,
    /// Its title; the id of one that is not in use.
    pub title: String,
    /// The date of its latest assessment; none without one.
    pub date: Option<String>,
    /// Whether that assessment gives its dimensions a level.
    pub has_levels: bool,
    /// What is served of it, in its own order, the whole first.
    pub parts: Vec<ServedPart>,
}

/// A dimension that another rubric's criteria serve.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ServedPart {
    /// The dimension's id; none for the whole.
    pub id: Option<String>,
    /// Its title.
    pub title: String,
    /// The level held at the latest assessment.
    pub level: Option<u32>,
    /// That level's title.
    pub level_title: Option<String>,
    /// The practice score at the latest assessment.
    pub practice_score: Option<Figure>,
    /// How many of the criteria below were answered, in whole or in part.
    pub answered: usize,
    /// The criteria that serve it, the weakest first; those without a value last.
    pub criteria: Vec<ServingPart>,
}

/// A criterion that serves a dimension of another rubric.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ServingPart {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its own dimension's title.
    pub dimension: String,
    /// Its value.
    pub value: Option<Figure>,
    /// The band that the value lies in.
    pub rating: Option<&'static str>,
    /// What is known.
    pub state: &'static str,
    /// Whether it is among the weakest, and not fully in place.
    pub is_weakest: bool,
}

impl Writer<'_> {
    /// What a criterion serves, by the present name of it.
    pub(super) fn supports(&self, own: &Supports) -> SupportsPart {
        let rubric = self.rubric_called(own.rubric.as_str());
        let found = rubric
            .zip(own.dimension.as_ref())
            .and_then(|((_, rubric), id)| {
                let id = id.as_str();
                let found = rubric.dimension_by_id(id);
                let found = found.or_else(|| rubric.dimension_by_former_id(id))?;
                Some(rubric.dimension(found))
            });
        let written = own.dimension.as_ref().map(Id::to_string);
        SupportsPart {
            rubric: own.rubric.to_string(),
            title: match (found, &written, rubric) {
                (Some(dimension), ..) => self.text(&dimension.title),
                (None, Some(id), _) => format!("{}/{id}", own.rubric),
                (None, None, Some((_, rubric))) => self.text(&rubric.title),
                (None, None, None) => own.rubric.to_string(),
            },
            dimension: found.map(|dimension| dimension.id.to_string()).or(written),
        }
    }

    /// What the criteria of a dimension, and of those below it, serve: each once.
    pub(super) fn supported_by(&self, rubric: &Rubric, position: usize) -> Vec<SupportsPart> {
        let is_within = |criterion: &&Criterion| {
            let above = |dimension: &DimensionIndex| rubric.dimension(*dimension).parent;
            std::iter::successors(Some(criterion.dimension), above)
                .any(|dimension| dimension.0 == position)
        };
        self.each_once(rubric.criteria.iter().filter(is_within))
    }

    /// What criteria serve, each once, in the order in which the rubrics themselves have it.
    fn each_once<'r>(&self, criteria: impl Iterator<Item = &'r Criterion>) -> Vec<SupportsPart> {
        let mut all: Vec<SupportsPart> = Vec::new();
        let supports = criteria.filter_map(|criterion| criterion.supports.as_ref());
        for part in supports.map(|own| self.supports(own)) {
            if !all.contains(&part) {
                all.push(part);
            }
        }
        all.sort_by_cached_key(|part| {
            let rubric = self.rubric_called(&part.rubric);
            let dimension = rubric.and_then(|(_, rubric)| dimension_of(rubric, part));
            let rubric = rubric.map_or(usize::MAX, |(index, _)| index);
            (rubric, part.rubric.clone(), dimension)
        });
        all
    }

    fn rubric_called(&self, id: &str) -> Option<(usize, &Rubric)> {
        let mut rubrics = self.workspace.rubrics.iter().enumerate();
        rubrics.find(|(_, rubric)| rubric.id.as_str() == id)
    }

    /// The rubrics that the criteria of this one serve.
    pub(super) fn served(
        &self,
        rubric: &Rubric,
        score: &AssessmentScore,
        parts: &[CriterionPart],
    ) -> Vec<ServedRubricPart> {
        let mut served: Vec<ServedRubricPart> = Vec::new();
        for part in self.each_once(rubric.criteria.iter()) {
            let own = score.criteria.iter().zip(parts);
            let own = own.filter(|(_, shown)| shown.supports.as_ref() == Some(&part));
            let own = self.served_part(&part, own.collect());
            match served.last_mut().filter(|known| known.id == part.rubric) {
                Some(known) => known.parts.push(own),
                None => served.push(self.served_rubric(part.rubric, own)),
            }
        }
        served
    }

    fn served_rubric(&self, id: String, first: ServedPart) -> ServedRubricPart {
        let found = self.rubric_called(&id);
        let latest = found.and_then(|(index, _)| self.scores.latest_of(index));
        let gives_levels = found.is_some_and(|(_, rubric)| rubric.gives_level(Scope::Dimensions));
        ServedRubricPart {
            title: found.map_or_else(|| id.clone(), |(_, rubric)| self.text(&rubric.title)),
            date: latest.map(|latest| latest.sheet.date.to_string()),
            has_levels: latest.is_some() && gives_levels,
            id,
            parts: vec![first],
        }
    }

    fn served_part(
        &self,
        part: &SupportsPart,
        mut criteria: Vec<(&CriterionScore, &CriterionPart)>,
    ) -> ServedPart {
        let standing = self
            .rubric_called(&part.rubric)
            .and_then(|(index, rubric)| {
                let latest = self.scores.latest_of(index)?;
                Some((rubric, self.served_scope(rubric, latest, part)?))
            });
        let level = standing.and_then(|(_, scope)| scope.level);
        // What has no value says nothing of where it is weak.
        criteria.sort_by_key(|(own, _)| (own.known_value().is_none(), own.known_value()));
        let answered = criteria
            .iter()
            .filter(|(own, _)| matches!(own.state, State::Answered | State::Partial));
        ServedPart {
            id: part.dimension.clone(),
            title: part.title.clone(),
            level,
            level_title: standing.and_then(|(rubric, _)| self.level_title(rubric, level)),
            practice_score: figure(standing.and_then(|(_, scope)| practice_of(scope))),
            answered: answered.count(),
            criteria: criteria
                .into_iter()
                .enumerate()
                .map(|(rank, (_, shown))| serving(rank, shown))
                .collect(),
        }
    }

    fn served_scope<'s>(
        &self,
        rubric: &Rubric,
        latest: &'s AssessmentScore,
        part: &SupportsPart,
    ) -> Option<&'s ScopeScore> {
        match &part.dimension {
            None => Some(&latest.whole),
            Some(_) => Some(&latest.dimensions[dimension_of(rubric, part)?.0]),
        }
    }
}

fn dimension_of(rubric: &Rubric, part: &SupportsPart) -> Option<DimensionIndex> {
    rubric.dimension_by_id(part.dimension.as_ref()?)
}

fn serving(rank: usize, shown: &CriterionPart) -> ServingPart {
    let is_in_place = matches!(shown.rating, None | Some("fully"));
    ServingPart {
        id: shown.id.clone(),
        title: shown.title.clone(),
        dimension: shown.dimension_title.clone(),
        value: shown.value.clone(),
        rating: shown.rating,
        state: shown.state,
        is_weakest: rank < WEAKEST && !is_in_place,
    }
}
