//! What the report says of an assessment.

use schemars::JsonSchema;
use serde::Serialize;

use super::why::{WhyPart, whys};
use super::{
    ContradictionPart, MovedPart, PlanPart, RespondentAnswerPart, RespondentsPart,
    ServedRubricPart, StoryPart, SupportsPart, Writer, difference, figure, practice_of,
};
use crate::model::{
    Answer, Criterion, CriterionIndex, Exact, Given, Kpi, LevelTarget, Polarity, Rating, Rubric,
    Scale, ScaleKind, Scope, Threshold,
};
use crate::report::figure::Figure;
use crate::report::step_words::rounds_apart;
use crate::score::banded::score_of_level;
use crate::score::ends;
use crate::score::plan::gap_plan;
use crate::score::target::profile;
use crate::score::{
    Against, AssessmentScore, CellState, CriterionScore, Disagreement, NextLevel, State, level,
};

/// The most strengths, and weaknesses, that the summary names.
const POINTS: usize = 3;

/// The latest assessment of one rubric.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AssessmentPart {
    /// What sets its places in a page apart from those of other rubrics: its number among them.
    pub anchor: usize,
    /// The rubric.
    pub rubric: RubricPart,
    /// The file that holds all its answers; none where several do.
    pub file: Option<String>,
    /// The assessment's date.
    pub date: String,
    /// What was looked at.
    pub scope: Option<String>,
    /// The rubric's levels, lowest first.
    pub levels: Vec<LevelPart>,
    /// The level held with nothing satisfied.
    pub floor: Option<u32>,
    /// The lowest level that can be held: the floor, where that lies below all levels.
    pub lowest_level: Option<u32>,
    /// The lowest score there is.
    pub bottom: Figure,
    /// The highest score there is.
    pub top: Figure,
    /// Whether the rubric gives the whole a level, held or not.
    pub whole_has_level: bool,
    /// Whether it gives dimensions a level.
    pub dimensions_have_level: bool,
    /// The level held.
    pub level: Option<LevelPart>,
    /// The practice score.
    pub practice_score: Option<Figure>,
    /// What it would be with everything that applies achieved.
    pub practice_maximum: Option<Figure>,
    /// Whether the rubric has KPIs: without them there is no outcome score, and the index is the practice score.
    pub has_outcome: bool,
    /// Whether a KPI answers a question and counts in the outcome score too.
    pub readings_count_in_both: bool,
    /// The outcome score.
    pub outcome_score: Option<Figure>,
    /// The index.
    pub index: Option<Figure>,
    /// The outcome score's share in the index.
    pub kpi_weight: Figure,
    /// Answered ÷ applicable weight.
    pub coverage: Option<Figure>,
    /// The practice score with every gap at its worst and at its best.
    pub interval: Option<[Figure; 2]>,
    /// What the next level lacks.
    pub next_level: Option<NextLevelPart>,
    /// What is aimed at.
    pub target: Option<TargetPart>,
    /// What leads there and to the next level.
    pub plan: PlanPart,
    /// What all of this says, in sentences.
    pub story: StoryPart,
    /// The assessment before.
    pub previous: Option<PreviousPart>,
    /// What changed since.
    pub change: Option<ChangePart>,
    /// What moved the index since; none without an index before and now, and where nothing moved it.
    pub moved: Option<MovedPart>,
    /// Each dimension, parents before their children.
    pub dimensions: Vec<DimensionPart>,
    /// The criteria of highest value.
    pub strengths: Vec<PointPart>,
    /// The criteria of lowest value, those that block the next level first.
    pub weaknesses: Vec<PointPart>,
    /// Every criterion with its answers.
    pub criteria: Vec<CriterionPart>,
    /// What of other rubrics these criteria serve.
    pub served: Vec<ServedRubricPart>,
    /// Answers that something speaks against.
    pub contradictions: Vec<ContradictionPart>,
    /// Who answered, and where they stand apart; none for an assessment of a single file.
    pub respondents: Option<RespondentsPart>,
    /// How many questions are in each state.
    pub answers: AnswerCounts,
    /// Ids of the KPIs that made the outcome score.
    pub kpis: Vec<String>,
    /// How the rubric makes levels and scores.
    pub rule: MethodPart,
    /// Why its headline figures are what they are.
    pub whys: Vec<WhyPart>,
}

/// How the rubric makes levels and scores, in the words of the format.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MethodPart {
    /// cumulative, highest, banded or none.
    pub method: &'static str,
    /// The decimals that a score is rounded to before it is held against a band; none where it is not.
    pub decimals: Option<usize>,
    /// What scores run along: levels, or the scale of the answers.
    pub scale: &'static str,
    /// all, any or share.
    pub quantifier: &'static str,
    /// The share that `share` asks for.
    pub share: Option<Figure>,
    /// What meets a criterion at the level itself.
    pub met_at: ThresholdPart,
    /// What meets it at the levels below; none where that is the same.
    pub lower_met_at: Option<ThresholdPart>,
    /// blocks, zero or exclude.
    pub unanswered: &'static str,
    /// exclude, zero or full.
    pub not_applicable: &'static str,
    /// How the outermost dimensions combine; none: from all criteria.
    pub aggregate: Option<&'static str>,
}

/// What meets a criterion.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ThresholdPart {
    /// partially, largely or fully for a band that must be reached; value for a least value.
    pub kind: &'static str,
    /// The share that must be passed, or for a value reached.
    pub share: Figure,
}

/// A rubric's name and source.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RubricPart {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: String,
    /// The framework it is drawn from.
    pub framework: String,
    /// The part of the framework.
    pub section: String,
    /// What must be said about rights and wording.
    pub notice: String,
}

/// A level of the rubric.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LevelPart {
    /// Its id; none of a floor below all levels.
    pub id: Option<String>,
    /// Its number.
    pub number: u32,
    /// Its title; empty of a floor below all levels.
    pub title: String,
    /// One sentence on it.
    pub summary: String,
    /// The practice score at which its band begins, where bands make levels; none for the lowest.
    pub from: Option<Figure>,
}

/// What the next level lacks.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NextLevelPart {
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// Its achievement; the share of the way to its band where bands make levels.
    pub progress: Option<Figure>,
    /// The practice score at which its band begins, where bands make levels.
    pub from: Option<Figure>,
    /// The criteria that keep it from being held.
    pub blocking: Vec<BlockingPart>,
}

/// A criterion that keeps a level from being held.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BlockingPart {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its dimension's title.
    pub dimension: String,
    /// Its value.
    pub value: Option<Figure>,
    /// The band that the value lies in.
    pub rating: Option<&'static str>,
    /// What is known.
    pub state: &'static str,
}

/// What is aimed at.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TargetPart {
    /// The level's number.
    pub level: Option<u32>,
    /// The level's title.
    pub title: Option<String>,
    /// The practice score at which the level begins.
    pub score: Option<Figure>,
    /// The last day.
    pub by: Option<String>,
    /// The share of the target profile that is reached; none where nothing is answered.
    pub percent_to_target: Option<Figure>,
    /// Whether everything aimed at is reached.
    pub reached: bool,
    /// Whether its last day has passed.
    pub past: bool,
    /// How many criteria are still in the way where the score has gone all of it and the target is not reached.
    pub still_blocking: Option<usize>,
    /// Levels of dimensions.
    pub dimensions: Vec<TargetDimensionPart>,
}

/// What is aimed at in a dimension.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TargetDimensionPart {
    /// The dimension's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The level's number.
    pub level: u32,
}

/// The assessment before the latest.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PreviousPart {
    /// Its date.
    pub date: String,
    /// Its level.
    pub level: Option<u32>,
    /// That level's title.
    pub level_title: Option<String>,
    /// Its practice score.
    pub practice_score: Option<Figure>,
    /// Its outcome score.
    pub outcome_score: Option<Figure>,
    /// Its index.
    pub index: Option<Figure>,
    /// Its coverage.
    pub coverage: Option<Figure>,
}

/// What changed since the assessment before, with signs.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChangePart {
    /// Levels.
    pub level: Option<i64>,
    /// Practice score.
    pub practice_score: Option<Figure>,
    /// Outcome score.
    pub outcome_score: Option<Figure>,
    /// Index.
    pub index: Option<Figure>,
    /// Whether a change of a score, as it is shown, is not the difference of the two rounded scores beside it.
    pub rounds_apart: bool,
}

/// A dimension.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DimensionPart {
    /// Its id.
    pub id: String,
    /// The id of the dimension it is part of.
    pub parent: Option<String>,
    /// How many dimensions stand above it.
    pub depth: usize,
    /// Its title.
    pub title: String,
    /// Its share in its parent's aggregate; none where no aggregate uses it.
    pub weight: Option<Figure>,
    /// The level held.
    pub level: Option<u32>,
    /// That level's title.
    pub level_title: Option<String>,
    /// Its practice score.
    pub practice_score: Option<Figure>,
    /// What the score would be with everything that applies achieved.
    pub maximum: Option<Figure>,
    /// Answered ÷ applicable weight.
    pub coverage: Option<Figure>,
    /// The level held at the assessment before.
    pub previous_level: Option<u32>,
    /// The practice score at the assessment before.
    pub previous_practice_score: Option<Figure>,
    /// The level aimed at.
    pub target_level: Option<u32>,
    /// The practice score at which that level begins.
    pub target_score: Option<Figure>,
    /// What the criteria in it, and in the dimensions below it, serve in other rubrics.
    pub supports: Vec<SupportsPart>,
    /// Each level of the rubric as this dimension sees it; none where levels ask nothing of criteria.
    pub cells: Vec<CellPart>,
}

/// One level of one dimension.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CellPart {
    /// The level's number.
    pub number: u32,
    /// floor, defined, empty or above.
    pub state: &'static str,
    /// The level's achievement, where defined.
    pub achievement: Option<Figure>,
    /// Whether the dimension holds the level.
    pub held: bool,
    /// The criteria that it asks for.
    pub criteria: Vec<String>,
}

/// A strength or a weakness.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PointPart {
    /// The criterion's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its dimension's title.
    pub dimension: String,
    /// The number of its level.
    pub level: Option<u32>,
    /// Its value.
    pub value: Figure,
    /// The band that the value lies in.
    pub rating: Option<&'static str>,
    /// The first note among its answers.
    pub note: Option<String>,
}

/// A criterion with its answers.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CriterionPart {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it means.
    pub description: String,
    /// Its dimension's id.
    pub dimension: String,
    /// Its dimension's title.
    pub dimension_title: String,
    /// The number of its level.
    pub level: Option<u32>,
    /// That level's title.
    pub level_title: Option<String>,
    /// Whether it describes an absence.
    pub absence: bool,
    /// What it serves in another rubric.
    pub supports: Option<SupportsPart>,
    /// Its value.
    pub value: Option<Figure>,
    /// The band that the value lies in.
    pub rating: Option<&'static str>,
    /// What is known.
    pub state: &'static str,
    /// Whether it is met as its level asks; none where that is no question.
    pub met: Option<bool>,
    /// Its questions.
    pub questions: Vec<QuestionPart>,
}

/// A question with its answer.
#[derive(Debug, Serialize, JsonSchema)]
pub struct QuestionPart {
    /// Its key in assessments.
    pub id: String,
    /// The question.
    pub text: String,
    /// Its share among its criterion's questions.
    pub weight: Figure,
    /// What is known.
    pub state: &'static str,
    /// The answer in words.
    pub answer: Option<String>,
    /// The id of the KPI whose reading answers it; none where people do.
    pub kpi: Option<String>,
    /// The answer's value, 0 to 1.
    pub value: Option<Figure>,
    /// The answer in words at the assessment before.
    pub previous_answer: Option<String>,
    /// That answer's value.
    pub previous_value: Option<Figure>,
    /// What somebody added.
    pub note: Option<String>,
    /// Why it does not apply.
    pub reason: Option<String>,
    /// What shows the answer to be true.
    pub evidence: Vec<EvidencePart>,
    /// Whether the rubric asks for evidence.
    pub evidence_required: bool,
    /// Whether it asks for evidence, its answer claims something, and nobody gave any.
    pub evidence_missing: bool,
    /// Where the answer is written, as `file:line`.
    pub place: Option<String>,
    /// What each file says, that of what the respondents agreed on first. Empty for an assessment of a single
    /// file: then note, reason, evidence and place above are the answer's, and of several they are empty.
    pub respondents: Vec<RespondentAnswerPart>,
    /// Whether the respondents are so far apart that they should talk, and nothing has settled it.
    pub for_discussion: bool,
}

/// Evidence.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EvidencePart {
    /// What it is.
    pub title: String,
    /// The address at which it is.
    pub href: Option<String>,
    /// The file that it is: a path of the workspace, which leads nowhere from a report that was sent to somebody.
    pub path: Option<String>,
    /// Its date.
    pub date: Option<String>,
    /// Whether that file was looked for and is not there.
    pub is_absent: bool,
}

/// How many questions are in each state.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct AnswerCounts {
    /// With an answer.
    pub answered: usize,
    /// Looked at without a result.
    pub unknown: usize,
    /// That do not apply.
    pub not_applicable: usize,
    /// Without an answer.
    pub unanswered: usize,
    /// All.
    pub total: usize,
}

impl Writer<'_> {
    pub(super) fn assessment(
        &self,
        anchor: usize,
        score: &AssessmentScore,
        previous: Option<&AssessmentScore>,
    ) -> AssessmentPart {
        let rubric = &self.workspace.rubrics[score.rubric];
        let target = self
            .workspace
            .settings
            .targets
            .iter()
            .find(|target| target.rubric == score.rubric);
        let criteria: Vec<CriterionPart> = rubric
            .criteria
            .iter()
            .zip(&score.criteria)
            .map(|(criterion, own)| self.criterion(rubric, score, previous, criterion, own))
            .collect();
        let mut answers = AnswerCounts::default();
        for question in &score.questions {
            answers.total += 1;
            match question.state {
                State::Answered | State::Partial => answers.answered += 1,
                State::Unknown => answers.unknown += 1,
                State::NotApplicable => answers.not_applicable += 1,
                State::Unanswered => answers.unanswered += 1,
            }
        }
        let compared = previous.filter(|before| before.is_begun());
        let (strengths, weaknesses) = self.points(rubric, score, &criteria);
        let mut part = AssessmentPart {
            anchor,
            story: StoryPart::default(),
            rubric: self.rubric_part(rubric),
            file: self.only_file(score),
            served: self.served(rubric, score, &criteria),
            date: score.sheet.date.to_string(),
            scope: self.scope_of(score),
            levels: rubric
                .levels
                .iter()
                .map(|level| self.level_part(rubric, level.number))
                .collect(),
            floor: rubric.floor,
            lowest_level: lowest_level(rubric),
            bottom: Figure(ends::base(rubric)),
            top: Figure(ends::top(rubric)),
            whole_has_level: rubric.gives_level(Scope::Rubric),
            dimensions_have_level: rubric.gives_level(Scope::Dimensions),
            level: score
                .whole
                .level
                .map(|number| self.level_part(rubric, number)),
            practice_score: figure(practice_of(&score.whole)),
            practice_maximum: figure(score.whole.maximum.value()),
            has_outcome: !rubric.kpis.is_empty(),
            readings_count_in_both: answers_and_counts(rubric),
            outcome_score: figure(score.outcome.value()),
            index: figure(score.index.value()),
            kpi_weight: Figure::from(&rubric.rules.kpi_weight),
            coverage: figure(score.whole.coverage.value()),
            interval: score
                .interval()
                .map(|(low, high)| [Figure::from(low), Figure::from(high)]),
            next_level: score
                .whole
                .next
                .as_ref()
                .map(|next| self.next_level(rubric, score, next)),
            target: target.map(|target| self.target(rubric, score, target)),
            plan: self.plan(rubric, score, target),
            previous: previous.map(|before| PreviousPart {
                date: before.sheet.date.to_string(),
                level: compared.and_then(|before| before.whole.level),
                level_title: compared
                    .and_then(|before| self.level_title(rubric, before.whole.level)),
                practice_score: figure(compared.and_then(|before| practice_of(&before.whole))),
                outcome_score: figure(before.outcome.value()),
                index: figure(compared.and_then(|before| before.index.value())),
                coverage: figure(before.whole.coverage.value()),
            }),
            change: compared.map(|before| ChangePart {
                level: score
                    .whole
                    .level
                    .zip(before.whole.level)
                    .map(|(now, then)| i64::from(now) - i64::from(then)),
                practice_score: difference(practice_of(&score.whole), practice_of(&before.whole)),
                outcome_score: difference(score.outcome.value(), before.outcome.value()),
                index: difference(score.index.value(), before.index.value()),
                rounds_apart: rounds_apart(score, before),
            }),
            moved: self.moved(score, compared),
            dimensions: (0..rubric.dimensions.len())
                .map(|position| self.dimension(rubric, score, compared, target, position))
                .collect(),
            strengths,
            weaknesses,
            criteria,
            contradictions: score
                .contradictions
                .iter()
                .map(|own| self.contradiction(rubric, score, own))
                .collect(),
            respondents: self.respondents(rubric, score),
            answers,
            kpis: score
                .kpis
                .iter()
                .filter(|level| level.level.value().is_some())
                .map(|level| self.workspace.kpis[level.kpi].id.to_string())
                .collect(),
            rule: rule(rubric),
            whys: whys(&self.explainer, score),
        };
        if !score.is_begun() {
            part.withhold();
        }
        part.story = self.story(rubric, score, &part);
        part
    }

    fn only_file(&self, score: &AssessmentScore) -> Option<String> {
        let mut files = score.sheet.files();
        let (file, others) = (files.next()?, files.next());
        let place = self.workspace.assessments[file].place;
        let source = self.sources.file(place.file);
        others.is_none().then(|| source.path.clone())
    }

    pub(super) fn rubric_part(&self, rubric: &Rubric) -> RubricPart {
        RubricPart {
            id: rubric.id.to_string(),
            version: rubric.version.clone(),
            title: self.text(&rubric.title),
            framework: self.text(&rubric.source.framework),
            section: self.text(&rubric.source.section),
            notice: self.text(&rubric.source.notice),
        }
    }

    fn next_level(
        &self,
        rubric: &Rubric,
        score: &AssessmentScore,
        next: &NextLevel,
    ) -> NextLevelPart {
        NextLevelPart {
            number: next.number,
            title: self
                .level_title(rubric, Some(next.number))
                .unwrap_or_default(),
            progress: figure(next.progress.value()),
            from: band_edge(rubric, next.number),
            blocking: next
                .blocking
                .iter()
                .map(|blocking| {
                    let criterion = &rubric.criteria[blocking.0];
                    let own = &score.criteria[blocking.0];
                    BlockingPart {
                        id: criterion.id.to_string(),
                        title: self.text(&criterion.title),
                        dimension: self.text(&rubric.dimension(criterion.dimension).title),
                        value: figure(own.known_value()),
                        rating: own.known_rating().map(Rating::as_str),
                        state: own.state.as_str(),
                    }
                })
                .collect(),
        }
    }

    fn target(&self, rubric: &Rubric, score: &AssessmentScore, target: &LevelTarget) -> TargetPart {
        let gaps = gap_plan(self.workspace, score, &profile(target));
        let is_begun = score
            .whole
            .coverage
            .value()
            .is_some_and(|share| !share.is_zero());
        TargetPart {
            percent_to_target: figure(gaps.percent.value().filter(|_| is_begun)),
            reached: gaps.goals.iter().all(|own| own.is_reached),
            past: target.by.is_some_and(|day| day < self.scores.as_of),
            still_blocking: gaps.is_scored_enough().then_some(gaps.blocking.len()),
            level: target.level,
            title: self.level_title(rubric, target.level),
            score: target
                .level
                .map(|level| Figure(score_of_level(score.whole.banding.as_ref(), level))),
            by: target.by.map(|day| day.to_string()),
            dimensions: target
                .dimensions
                .iter()
                .map(|own| TargetDimensionPart {
                    id: rubric.dimension(own.dimension).id.to_string(),
                    title: self.text(&rubric.dimension(own.dimension).title),
                    level: own.level,
                })
                .collect(),
        }
    }

    fn dimension(
        &self,
        rubric: &Rubric,
        score: &AssessmentScore,
        previous: Option<&AssessmentScore>,
        target: Option<&LevelTarget>,
        position: usize,
    ) -> DimensionPart {
        let dimension = &rubric.dimensions[position];
        let scope = &score.dimensions[position];
        let before = previous.map(|before| &before.dimensions[position]);
        let aggregate = match dimension.parent {
            Some(parent) => rubric.dimension(parent).aggregate,
            None => rubric.rules.aggregate,
        };
        let own_target = target.and_then(|target| {
            let own = target
                .dimensions
                .iter()
                .find(|own| own.dimension.0 == position);
            let is_profiled = !target.dimensions.is_empty();
            own.map(|own| own.level)
                .or(target.level.filter(|_| !is_profiled))
        });
        DimensionPart {
            id: dimension.id.to_string(),
            parent: dimension
                .parent
                .map(|parent| rubric.dimension(parent).id.to_string()),
            depth: dimension.depth,
            title: self.text(&dimension.title),
            weight: aggregate.map(|_| Figure::from(&dimension.weight)),
            level: scope.level,
            level_title: self.level_title(rubric, scope.level),
            practice_score: figure(practice_of(scope)),
            maximum: figure(scope.maximum.value()),
            coverage: figure(scope.coverage.value()),
            previous_level: before.and_then(|before| before.level),
            previous_practice_score: figure(before.and_then(practice_of)),
            target_level: own_target,
            target_score: own_target
                .map(|level| Figure(score_of_level(scope.banding.as_ref(), level))),
            supports: self.supported_by(rubric, position),
            cells: scope
                .cells
                .iter()
                .map(|cell| CellPart {
                    number: cell.number,
                    state: match cell.state {
                        CellState::Floor => "floor",
                        CellState::Defined => "defined",
                        CellState::Empty => "empty",
                        CellState::Above => "above",
                    },
                    achievement: figure(cell.achievement.value()),
                    held: cell.is_held,
                    criteria: cell
                        .criteria
                        .iter()
                        .map(|index| rubric.criteria[index.0].id.to_string())
                        .collect(),
                })
                .collect(),
        }
    }

    fn criterion(
        &self,
        rubric: &Rubric,
        score: &AssessmentScore,
        previous: Option<&AssessmentScore>,
        criterion: &Criterion,
        own: &CriterionScore,
    ) -> CriterionPart {
        let questions = rubric
            .questions_of(criterion)
            .map(|(index, question)| {
                let own = &score.questions[index.0];
                // What one file says is shown as the answer itself; what several say, each by its name.
                let answer = self.only_answer(score, index);
                let before = previous.and_then(|before| self.stands(rubric, before, index));
                let (previous_answer, previous_value) = before.unzip();
                let respondents = self.respondent_answers(rubric, score, index);
                let disagreement = score.respondents.as_ref().and_then(|all| all.on(index));
                let evidence_missing = score.contradictions.iter().any(|found| {
                    found.question == index && found.against == Against::MissingEvidence
                });
                let for_discussion = disagreement.is_some_and(Disagreement::is_open);
                QuestionPart {
                    id: question.key.clone(),
                    text: self.text(&question.text),
                    weight: Figure::from(&question.weight),
                    state: own.state.as_str(),
                    answer: self.stands(rubric, score, index).map(|(words, _)| words),
                    kpi: own.kpi.map(|kpi| self.workspace.kpis[kpi].id.to_string()),
                    value: figure(own.value()),
                    previous_answer,
                    previous_value,
                    note: answer.and_then(|answer| answer.note.clone()),
                    reason: answer.and_then(reason),
                    evidence: answer.map(evidence).unwrap_or_default(),
                    evidence_required: question.evidence_required,
                    evidence_missing,
                    place: answer
                        .filter(|_| own.kpi.is_none())
                        .map(|answer| self.sources.cite(answer.place)),
                    respondents,
                    for_discussion,
                }
            })
            .collect();
        CriterionPart {
            id: criterion.id.to_string(),
            title: self.text(&criterion.title),
            description: self.text(&criterion.description),
            dimension: rubric.dimension(criterion.dimension).id.to_string(),
            dimension_title: self.text(&rubric.dimension(criterion.dimension).title),
            level: criterion.level,
            level_title: self.level_title(rubric, criterion.level),
            absence: criterion.polarity == Polarity::Absence,
            supports: criterion.supports.as_ref().map(|own| self.supports(own)),
            value: figure(own.known_value()),
            rating: own.known_rating().map(Rating::as_str),
            state: own.state.as_str(),
            met: level::is_met_at_its_level(&rubric.rules.level, criterion, own),
            questions,
        }
    }

    pub(super) fn answer_in_words(&self, scale: &Scale, answer: &Answer) -> Option<String> {
        match &answer.given {
            Given::Choice(choice) => Some(self.text(&scale.choices()[*choice].title)),
            Given::Number(number) => Some(match &scale.kind {
                ScaleKind::Numeric(Some(unit)) => self.locale.quantity(number, unit),
                _ => self.locale.number_short(number, 2),
            }),
            Given::Unknown | Given::NotApplicable(_) => None,
        }
    }

    /// The strongest and the weakest criteria. A strength is largely met or better, a weakness is not fully
    /// met; what the next level asks for is the weakness that matters first.
    fn points(
        &self,
        rubric: &Rubric,
        score: &AssessmentScore,
        parts: &[CriterionPart],
    ) -> (Vec<PointPart>, Vec<PointPart>) {
        let blocking = score.whole.next.as_ref().map(|next| &next.blocking);
        let mut valued: Vec<(usize, &Exact)> = rubric
            .criteria
            .iter()
            .zip(&score.criteria)
            .enumerate()
            .filter(|(_, (criterion, own))| {
                criterion.is_scored() && matches!(own.state, State::Answered | State::Partial)
            })
            .filter_map(|(index, (_, own))| Some((index, own.value.value()?)))
            .collect();
        let level_of = |index: usize| rubric.criteria[index].level.unwrap_or(0);
        // What keeps the next level from being held is no strength, however much of it is there.
        let blocks =
            |index: usize| blocking.is_some_and(|own| own.contains(&CriterionIndex(index)));
        valued.sort_by(|(left, one), (right, other)| {
            other
                .cmp(one)
                .then(level_of(*right).cmp(&level_of(*left)))
                .then(left.cmp(right))
        });
        let strong: Vec<usize> = valued
            .iter()
            .filter(|(index, value)| Rating::of(value) >= Rating::Largely && !blocks(*index))
            .map(|(index, _)| *index)
            .take(POINTS)
            .collect();
        let mut weak: Vec<(usize, &Exact)> = valued
            .iter()
            .filter(|(index, value)| Rating::of(value) < Rating::Fully && !strong.contains(index))
            .copied()
            .collect();
        weak.sort_by_key(|(index, value)| {
            (!blocks(*index), (*value).clone(), level_of(*index), *index)
        });
        let weak = weak.into_iter().map(|(index, _)| index).take(POINTS);
        let part = |index: usize| point(&parts[index], &score.criteria[index]);
        (
            strong.into_iter().map(part).collect(),
            weak.map(part).collect(),
        )
    }
}

impl AssessmentPart {
    /// Takes out what is no finding where nothing is answered, and all that is told by it.
    fn withhold(&mut self) {
        (self.level, self.practice_score, self.index) = (None, None, None);
        (self.change, self.moved) = (None, None);
        self.whys.clear();
        if let Some(target) = &mut self.target {
            (target.percent_to_target, target.still_blocking) = (None, None);
            target.reached = false;
        }
        self.plan.withhold();
        for dimension in &mut self.dimensions {
            (
                dimension.level,
                dimension.level_title,
                dimension.practice_score,
            ) = (None, None, None);
            for cell in &mut dimension.cells {
                cell.held = false;
            }
        }
    }
}

fn point(part: &CriterionPart, score: &CriterionScore) -> PointPart {
    PointPart {
        id: part.id.clone(),
        title: part.title.clone(),
        dimension: part.dimension_title.clone(),
        level: part.level,
        value: Figure(score.value.value().cloned().unwrap_or(Exact::ZERO)),
        rating: part.rating,
        note: part.questions.iter().find_map(first_note),
    }
}

fn first_note(question: &QuestionPart) -> Option<String> {
    let theirs = question.respondents.iter().map(|own| &own.note);
    std::iter::once(&question.note)
        .chain(theirs)
        .flatten()
        .next()
        .cloned()
}

/// Why a question does not apply, for one who says so.
pub(super) fn reason(answer: &Answer) -> Option<String> {
    match &answer.given {
        Given::NotApplicable(reason) => Some(reason.clone()),
        Given::Choice(_) | Given::Number(_) | Given::Unknown => None,
    }
}

pub(super) fn evidence(answer: &Answer) -> Vec<EvidencePart> {
    answer
        .evidence
        .iter()
        .map(|evidence| EvidencePart {
            title: evidence.title.clone(),
            href: match evidence.path() {
                Some(_) => None,
                None => evidence.href.clone().filter(|href| is_followable(href)),
            },
            path: evidence.path().map(str::to_owned),
            date: evidence.date.map(|date| date.to_string()),
            is_absent: evidence.is_absent,
        })
        .collect()
}

/// Whether a KPI of the rubric answers one of its questions, and has a share in the outcome score.
fn answers_and_counts(rubric: &Rubric) -> bool {
    let answering = |kpi: &Kpi| {
        let mut questions = rubric.questions.iter();
        questions.any(|question| question.kpi.as_ref() == Some(&kpi.id))
    };
    let counts = |kpi: &&Kpi| !kpi.bands.is_empty() && !kpi.weight.is_zero();
    rubric.kpis.iter().filter(counts).any(answering)
}

/// The score at which the band of a level begins; none for one that has no edge, and where criteria make levels.
pub(super) fn band_edge(rubric: &Rubric, level: u32) -> Option<Figure> {
    let edges = &rubric.bands()?.edges;
    let edge = edges.iter().find(|edge| edge.level == level)?;
    Some(Figure::from(&edge.from))
}

fn threshold(threshold: &Threshold) -> ThresholdPart {
    let (kind, share) = match threshold {
        Threshold::Rating(rating) => (rating.as_str(), rating.lower_edge()),
        Threshold::Value(value) => ("value", value.clone()),
    };
    ThresholdPart {
        kind,
        share: Figure(share),
    }
}

fn rule(rubric: &Rubric) -> MethodPart {
    use crate::model::{Aggregate, Method, NotApplicable, Quantifier, Unanswered};
    let rule = &rubric.rules.level;
    MethodPart {
        method: match rule.method {
            Method::Cumulative => "cumulative",
            Method::Highest => "highest",
            Method::Banded(_) => "banded",
            Method::None => "none",
        },
        decimals: rubric.bands().and_then(|bands| bands.decimals),
        scale: if rubric.scores_along_levels() {
            "levels"
        } else {
            "answers"
        },
        quantifier: match rule.quantifier {
            Quantifier::All => "all",
            Quantifier::Any => "any",
            Quantifier::Share(_) => "share",
        },
        share: match &rule.quantifier {
            Quantifier::Share(share) => Some(Figure::from(share)),
            Quantifier::All | Quantifier::Any => None,
        },
        met_at: threshold(&rule.met_at),
        lower_met_at: (rule.lower_met_at != rule.met_at).then(|| threshold(&rule.lower_met_at)),
        unanswered: match rule.unanswered {
            Unanswered::Blocks => "blocks",
            Unanswered::Zero => "zero",
            Unanswered::Exclude => "exclude",
        },
        not_applicable: match rule.not_applicable {
            NotApplicable::Exclude => "exclude",
            NotApplicable::Zero => "zero",
            NotApplicable::Full => "full",
        },
        aggregate: rubric.rules.aggregate.map(Aggregate::as_str),
    }
}

/// Whether a link leads to a page, a mailbox or a file: anything else may do something when followed.
fn is_followable(href: &str) -> bool {
    let scheme = href.split(['/', '?', '#']).next().unwrap_or_default();
    match scheme.split_once(':') {
        Some((scheme, _)) => {
            let scheme = scheme.to_ascii_lowercase();
            matches!(scheme.as_str(), "http" | "https" | "mailto")
        }
        None => true,
    }
}

fn lowest_level(rubric: &Rubric) -> Option<u32> {
    let lowest = rubric.levels.first()?.number;
    Some(rubric.floor.map_or(lowest, |floor| floor.min(lowest)))
}
