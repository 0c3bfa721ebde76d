//! What the report says of the way to the target and to the next level.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Writer, figure};
use crate::model::{CriterionIndex, LevelTarget, QuestionIndex, Rating, Rubric};
use crate::report::figure::Figure;
use crate::report::plan::{aim_in_words, mark_in_words, question_in_words, takes_any};
use crate::score::AssessmentScore;
use crate::score::plan::{self, Ascent, Blocking, Change, GoalStanding, SingleAnswer, Way};
use crate::score::target::profile;

/// What leads to the target and to the next level.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PlanPart {
    /// What is aimed at; empty without a target.
    pub goals: Vec<GoalPart>,
    /// What blocks it, by weight × gap.
    pub blocking: Vec<PlanCriterionPart>,
    /// The shortest way up of the whole; none at its highest level, and where the rule gives it none.
    pub ascent: Option<AscentPart>,
    /// The shortest way to the level that the whole is to reach; none where the way up leads there.
    pub to_target: Option<AscentPart>,
    /// The way up of each dimension that has a level and a higher one.
    pub dimensions: Vec<DimensionAscentPart>,
    /// What each answer would do, raised to its best.
    pub single_answers: Vec<SingleAnswerPart>,
}

/// A level aimed at.
#[derive(Debug, Serialize, JsonSchema)]
pub struct GoalPart {
    /// The dimension's title; none for the whole.
    pub dimension: Option<String>,
    /// The level held; none where nothing is answered.
    pub held: Option<u32>,
    /// The practice score.
    pub practice_score: Option<Figure>,
    /// The level's number.
    pub level: u32,
    /// The level's title.
    pub title: Option<String>,
    /// Whether it is reached.
    pub reached: bool,
    /// Whether something is asked at so high a level.
    pub reachable: bool,
    /// The level that the plan leads to.
    pub planned_level: Option<u32>,
}

/// A criterion of a plan.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PlanCriterionPart {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its dimension's title.
    pub dimension: String,
    /// The number of its level.
    pub level: Option<u32>,
    /// Its value.
    pub value: Option<Figure>,
    /// The band that the value lies in.
    pub rating: Option<&'static str>,
    /// What is known.
    pub state: &'static str,
    /// Its weight.
    pub weight: Figure,
    /// What its value lacks to 1.
    pub gap: Option<Figure>,
    /// Weight × gap.
    pub priority: Option<Figure>,
}

/// What it takes to lift a level.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AscentPart {
    /// The level that is reached, or with `barred` that is not.
    pub level: u32,
    /// Its title.
    pub title: Option<String>,
    /// The answers; none where no answer is enough.
    pub answers: Vec<AnswerChangePart>,
    /// The level of the whole with them.
    pub level_after: Option<u32>,
    /// The practice score of the whole with them.
    pub practice_score_after: Option<Figure>,
    /// The index with them.
    pub index_after: Option<Figure>,
    /// Where no answer is enough: titles of the criteria that none meets.
    pub barred_by: Vec<String>,
    /// Their ids.
    pub barred_ids: Vec<String>,
}

/// What it takes to lift a dimension.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DimensionAscentPart {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The level held; none where nothing is answered.
    pub held: Option<u32>,
    /// What lifts it.
    pub ascent: AscentPart,
}

/// One answer changed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AnswerChangePart {
    /// The question's key in assessments.
    pub id: String,
    /// The question; its key where it has no text.
    pub text: String,
    /// What stands for it in words; none where nobody answered.
    pub from: Option<String>,
    /// What is known.
    pub state: &'static str,
    /// What it would be answered with.
    pub to: String,
    /// Whether it is open and any answer will do.
    pub takes_any: bool,
}

/// What one answer would do.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SingleAnswerPart {
    /// The answer.
    pub change: AnswerChangePart,
    /// The level of the whole with it.
    pub level: Option<u32>,
    /// Whether that is higher than the one held.
    pub lifts: bool,
    /// The change of the practice score.
    pub practice_score_change: Option<Figure>,
    /// The change of the index.
    pub index_change: Option<Figure>,
}

impl PlanPart {
    /// Takes out what is held where nothing is answered: see [`AssessmentPart`](super::AssessmentPart).
    pub(super) fn withhold(&mut self) {
        for goal in &mut self.goals {
            (goal.held, goal.practice_score) = (None, None);
            goal.reached = false;
        }
        for dimension in &mut self.dimensions {
            dimension.held = None;
        }
    }
}

impl Writer<'_> {
    pub(super) fn plan(
        &self,
        rubric: &Rubric,
        score: &AssessmentScore,
        target: Option<&LevelTarget>,
    ) -> PlanPart {
        let profile = target.map(profile).unwrap_or_default();
        let gaps = plan::gap_plan(self.workspace, score, &profile);
        let ways = plan::shortest_ways(self.workspace, score);
        let to_target = target
            .and_then(|own| plan::way_beyond(self.workspace, score, ways.whole.as_ref(), own));
        let dimensions = rubric.dimensions.iter().enumerate().zip(&ways.dimensions);
        PlanPart {
            goals: gaps
                .goals
                .iter()
                .map(|own| self.goal(rubric, score, own))
                .collect(),
            blocking: gaps
                .blocking
                .iter()
                .map(|own| self.plan_criterion(rubric, score, own))
                .collect(),
            ascent: ways
                .whole
                .as_ref()
                .map(|own| self.ascent(rubric, score, own)),
            to_target: to_target.map(|own| self.ascent(rubric, score, &own)),
            dimensions: dimensions
                .filter_map(|((index, dimension), ascent)| {
                    Some(DimensionAscentPart {
                        id: dimension.id.to_string(),
                        title: self.text(&dimension.title),
                        held: score.dimensions[index].level,
                        ascent: self.ascent(rubric, score, ascent.as_ref()?),
                    })
                })
                .collect(),
            single_answers: plan::single_answers(self.workspace, score)
                .iter()
                .map(|own| self.single_answer(rubric, score, own))
                .collect(),
        }
    }

    fn goal(&self, rubric: &Rubric, score: &AssessmentScore, own: &GoalStanding) -> GoalPart {
        let scope = score.scope(own.goal.scope);
        let dimension = own.goal.scope.map(|index| rubric.dimension(index));
        GoalPart {
            dimension: dimension.map(|dimension| self.text(&dimension.title)),
            held: scope.level,
            practice_score: figure(scope.practice.value()),
            level: own.goal.level,
            title: self.level_title(rubric, Some(own.goal.level)),
            reached: own.is_reached,
            reachable: own.is_reachable(),
            planned_level: own.planned,
        }
    }

    fn plan_criterion(
        &self,
        rubric: &Rubric,
        score: &AssessmentScore,
        own: &Blocking,
    ) -> PlanCriterionPart {
        let criterion = &rubric.criteria[own.criterion.0];
        let valued = &score.criteria[own.criterion.0];
        PlanCriterionPart {
            id: criterion.id.to_string(),
            title: self.text(&criterion.title),
            dimension: self.text(&rubric.dimension(criterion.dimension).title),
            level: criterion.level,
            value: figure(valued.known_value()),
            rating: valued.known_rating().map(Rating::as_str),
            state: valued.state.as_str(),
            weight: Figure::from(&criterion.weight),
            gap: figure(own.gap.value()),
            priority: figure(own.priority.value()),
        }
    }

    fn ascent(&self, rubric: &Rubric, score: &AssessmentScore, own: &Ascent) -> AscentPart {
        match own {
            Ascent::Way(way) => self.way(rubric, score, way),
            Ascent::Barred { level, criteria } => AscentPart {
                level: *level,
                title: self.level_title(rubric, Some(*level)),
                answers: Vec::new(),
                level_after: None,
                practice_score_after: None,
                index_after: None,
                barred_by: criteria
                    .iter()
                    .map(|CriterionIndex(index)| self.text(&rubric.criteria[*index].title))
                    .collect(),
                barred_ids: criteria
                    .iter()
                    .map(|CriterionIndex(index)| rubric.criteria[*index].id.to_string())
                    .collect(),
            },
        }
    }

    fn way(&self, rubric: &Rubric, score: &AssessmentScore, way: &Way) -> AscentPart {
        AscentPart {
            level: way.level,
            title: self.level_title(rubric, Some(way.level)),
            answers: way
                .answers
                .iter()
                .map(|change| self.change(rubric, score, change))
                .collect(),
            level_after: way.after.level,
            practice_score_after: figure(way.after.practice.as_ref()),
            index_after: figure(way.after.index.as_ref()),
            barred_by: Vec::new(),
            barred_ids: Vec::new(),
        }
    }

    fn change(&self, rubric: &Rubric, score: &AssessmentScore, own: &Change) -> AnswerChangePart {
        let QuestionIndex(index) = own.question;
        let question = &rubric.questions[index];
        let scale = &rubric.scales[question.scale];
        AnswerChangePart {
            id: question.key.clone(),
            text: question_in_words(rubric, own.question, self.locale),
            from: own
                .from
                .as_ref()
                .map(|mark| mark_in_words(scale, mark, self.locale)),
            state: score.questions[index].state.as_str(),
            to: aim_in_words(scale, own, self.locale),
            takes_any: takes_any(scale, own),
        }
    }

    fn single_answer(
        &self,
        rubric: &Rubric,
        score: &AssessmentScore,
        own: &SingleAnswer,
    ) -> SingleAnswerPart {
        SingleAnswerPart {
            change: self.change(rubric, score, &own.change),
            level: own.after.level,
            lifts: own.after.level > score.whole.level,
            practice_score_change: figure(own.practice_change.value()),
            index_change: figure(own.index_change.value()),
        }
    }
}
