//! The report model: what templates see, in the report's language, figures still exact.
//!
//! Texts are Markdown as their authors wrote them. A share (progress, coverage, achievement, a criterion's
//! value) is 0 to 1, progress may lie outside; a score is on the scale of the rubric's levels. Dates are ISO.

use chrono::{Datelike, Months, NaiveDate};
use serde::Serialize;

use super::figure::Figure;
use crate::diagnostic::Sources;
use crate::locale::Locale;
use crate::model::{
    Answer, CheckIn, Criterion, Direction, Exact, Frequency, Given, Keep, KeyResult, KeyResultKind,
    Kpi, LevelTarget, Period, Polarity, Rating, Rubric, Target, Text, Threshold, ValueSource,
    Workspace,
};
use crate::score::target::percent_to_target;
use crate::score::{
    AssessmentScore, CellState, CriterionScore, CycleScore, KeyResultScore, NextLevel,
    ObjectiveScore, Point, ScopeScore, Scores, State, Status, level, measure, practice,
};

/// The most values that a KPI's trend shows.
const TREND: usize = 12;
/// The most strengths, and weaknesses, that the summary names.
const POINTS: usize = 3;

/// The whole report.
#[derive(Debug, Serialize)]
pub struct Report {
    /// The language's tag.
    pub lang: &'static str,
    /// Whose workspace it is.
    pub organisation: String,
    /// The day the figures hold for.
    pub as_of: String,
    /// The program's version.
    pub version: &'static str,
    /// The latest assessment of each rubric.
    pub assessments: Vec<AssessmentPart>,
    /// Every KPI with a reading.
    pub kpis: Vec<KpiPart>,
    /// Every cycle that has begun, or is planned.
    pub cycles: Vec<CyclePart>,
    /// The files that were read.
    pub files: Vec<String>,
}

/// The latest assessment of one rubric.
#[derive(Debug, Serialize)]
pub struct AssessmentPart {
    /// The rubric.
    pub rubric: RubricPart,
    /// The assessment's date.
    pub date: String,
    /// What was looked at.
    pub scope: Option<String>,
    /// The rubric's levels, lowest first.
    pub levels: Vec<LevelPart>,
    /// The level held with nothing satisfied.
    pub floor: Option<u32>,
    /// The lowest score there is.
    pub bottom: Figure,
    /// The highest score there is.
    pub top: Figure,
    /// The level held.
    pub level: Option<LevelPart>,
    /// The practice score.
    pub practice_score: Option<Figure>,
    /// What it would be with everything achieved.
    pub practice_maximum: Option<Figure>,
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
    /// The assessment before.
    pub previous: Option<PreviousPart>,
    /// What changed since.
    pub change: Option<ChangePart>,
    /// Each dimension, parents before their children.
    pub dimensions: Vec<DimensionPart>,
    /// The criteria of highest value.
    pub strengths: Vec<PointPart>,
    /// The criteria of lowest value, those that the next level asks for first.
    pub weaknesses: Vec<PointPart>,
    /// Every criterion with its answers.
    pub criteria: Vec<CriterionPart>,
    /// How many questions are in each state.
    pub answers: AnswerCounts,
    /// Ids of the KPIs that made the outcome score.
    pub kpis: Vec<String>,
    /// How the rubric makes levels and scores.
    pub rule: RulePart,
}

/// How the rubric makes levels and scores, in the words of the format.
#[derive(Debug, Serialize)]
pub struct RulePart {
    /// cumulative, highest or none.
    pub method: &'static str,
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
#[derive(Debug, Serialize)]
pub struct ThresholdPart {
    /// partially, largely or fully for a band that must be reached; value for a least value.
    pub kind: &'static str,
    /// The share that must be passed, or for a value reached.
    pub share: Figure,
}

/// A rubric's name and source.
#[derive(Debug, Serialize)]
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
#[derive(Debug, Clone, Serialize)]
pub struct LevelPart {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// One sentence on it.
    pub summary: String,
}

/// What the next level lacks.
#[derive(Debug, Serialize)]
pub struct NextLevelPart {
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// Its achievement.
    pub progress: Figure,
    /// The criteria that keep it from being held.
    pub blocking: Vec<BlockingPart>,
}

/// A criterion that keeps a level from being held.
#[derive(Debug, Serialize)]
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
#[derive(Debug, Serialize)]
pub struct TargetPart {
    /// The level's number.
    pub level: Option<u32>,
    /// The level's title.
    pub title: Option<String>,
    /// The last day.
    pub by: Option<String>,
    /// The share of the target profile that is reached.
    pub percent_to_target: Option<Figure>,
    /// Levels of dimensions.
    pub dimensions: Vec<TargetDimensionPart>,
}

/// What is aimed at in a dimension.
#[derive(Debug, Serialize)]
pub struct TargetDimensionPart {
    /// The dimension's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The level's number.
    pub level: u32,
}

/// The assessment before the latest.
#[derive(Debug, Serialize)]
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
#[derive(Debug, Serialize)]
pub struct ChangePart {
    /// Levels.
    pub level: Option<i64>,
    /// Practice score.
    pub practice_score: Option<Figure>,
    /// Outcome score.
    pub outcome_score: Option<Figure>,
    /// Index.
    pub index: Option<Figure>,
}

/// A dimension.
#[derive(Debug, Serialize)]
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
    /// What the score would be with everything achieved.
    pub maximum: Option<Figure>,
    /// Answered ÷ applicable weight.
    pub coverage: Option<Figure>,
    /// The level held at the assessment before.
    pub previous_level: Option<u32>,
    /// The practice score at the assessment before.
    pub previous_practice_score: Option<Figure>,
    /// The level aimed at.
    pub target_level: Option<u32>,
    /// Each level of the rubric as this dimension sees it.
    pub cells: Vec<CellPart>,
}

/// One level of one dimension.
#[derive(Debug, Serialize)]
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
#[derive(Debug, Serialize)]
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
#[derive(Debug, Serialize)]
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
#[derive(Debug, Serialize)]
pub struct QuestionPart {
    /// Its key in assessments.
    pub id: String,
    /// The question.
    pub text: String,
    /// What to look for.
    pub guidance: String,
    /// Its share among its criterion's questions.
    pub weight: Figure,
    /// What is known.
    pub state: &'static str,
    /// The answer in words.
    pub answer: Option<String>,
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
    /// Where the answer is written, as `file:line`.
    pub place: Option<String>,
}

/// Evidence.
#[derive(Debug, Serialize)]
pub struct EvidencePart {
    /// What it is.
    pub title: String,
    /// Where it is.
    pub href: Option<String>,
    /// Its date.
    pub date: Option<String>,
}

/// How many questions are in each state.
#[derive(Debug, Default, Serialize)]
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

/// A KPI with its trend.
#[derive(Debug, Serialize)]
pub struct KpiPart {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Formula, clock and population in words.
    pub definition: Option<String>,
    /// Its unit.
    pub unit: String,
    /// higher, lower, range or none.
    pub direction: &'static str,
    /// How often it is measured.
    pub frequency: &'static str,
    /// Its latest value.
    pub value: Option<Figure>,
    /// That value's period, as written.
    pub period: Option<String>,
    /// That value's period by name.
    pub period_title: Option<String>,
    /// The maturity level that the value stands for, in fractions.
    pub level: Option<Figure>,
    /// That level's whole number.
    pub level_number: Option<u32>,
    /// That level's title.
    pub level_title: Option<String>,
    /// Whether the value is older than one and a half times the frequency.
    pub stale: bool,
    /// The difference to the first value of the trend.
    pub change: Option<Figure>,
    /// The unit of the change: percentage points for percentages.
    pub change_unit: String,
    /// Whether the change is for the better; none without a direction or change.
    pub better: Option<bool>,
    /// The period of the first value of the trend, as written.
    pub change_since: Option<String>,
    /// Where each level begins.
    pub bands: Vec<BandPart>,
    /// Where the bands come from.
    pub bands_source: Option<String>,
    /// The latest values, oldest first.
    pub trend: Vec<TrendPart>,
    /// The parts of the latest value.
    pub segments: Vec<SegmentPart>,
    /// The key results that aim at it.
    pub targets: Vec<KpiTargetPart>,
}

/// Where a level begins.
#[derive(Debug, Serialize)]
pub struct BandPart {
    /// The level's number.
    pub level: u32,
    /// The level's title.
    pub title: String,
    /// The edge: the lower one of a range.
    pub from: Figure,
    /// The upper edge of a range.
    pub to: Option<Figure>,
}

/// One value of a trend.
#[derive(Debug, Serialize)]
pub struct TrendPart {
    /// Its period, as written.
    pub period: String,
    /// Its period by name.
    pub title: String,
    /// The value; none for a period without a reading.
    pub value: Option<Figure>,
}

/// A part of a value.
#[derive(Debug, Serialize)]
pub struct SegmentPart {
    /// As written, such as `channel=chat`.
    pub name: String,
    /// What stands behind the equals sign.
    pub title: String,
    /// The value.
    pub value: Figure,
    /// The number of cases.
    pub n: Option<Figure>,
}

/// A key result that aims at a KPI.
#[derive(Debug, Serialize)]
pub struct KpiTargetPart {
    /// As `cycle/key-result`.
    pub key_result: String,
    /// The target.
    pub value: Figure,
    /// The last day.
    pub due: String,
}

/// A cycle.
#[derive(Debug, Serialize)]
pub struct CyclePart {
    /// Its name in files.
    pub id: String,
    /// Its period by name.
    pub title: String,
    /// Its first day.
    pub start: String,
    /// Its last day.
    pub end: String,
    /// The share of it that has passed.
    pub elapsed: Figure,
    /// The weighted mean of its objectives' progress.
    pub progress: Option<Figure>,
    /// How many key results have each status, worst first.
    pub counts: Vec<StatusCount>,
    /// Its objectives.
    pub objectives: Vec<ObjectivePart>,
}

/// How many key results have a status.
#[derive(Debug, Serialize)]
pub struct StatusCount {
    /// The status.
    pub status: &'static str,
    /// How many.
    pub count: usize,
}

/// An objective.
#[derive(Debug, Serialize)]
pub struct ObjectivePart {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// committed, aspirational or learning.
    pub ambition: &'static str,
    /// The weighted mean of its key results' clamped progress; none when nothing is measured.
    pub progress: Option<Figure>,
    /// The worst status of a key result with weight.
    pub status: &'static str,
    /// How many active key results have a progress.
    pub measured: usize,
    /// How many key results are not given up.
    pub active: usize,
    /// The share measured.
    pub coverage: Option<Figure>,
    /// What it improves, by title.
    pub improves: Option<String>,
    /// Its key results.
    pub key_results: Vec<KeyResultPart>,
}

/// A key result.
#[derive(Debug, Serialize)]
pub struct KeyResultPart {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What is to be delivered for it.
    pub deliverable: Option<String>,
    /// increase, decrease, keep, milestones, done or `establish_baseline`.
    pub kind: &'static str,
    /// Its share in the objective's progress.
    pub weight: Figure,
    /// Who answers for it.
    pub owner: Option<String>,
    /// The unit of its values.
    pub unit: String,
    /// Its last day.
    pub due: String,
    /// Where it started.
    pub baseline: Option<Figure>,
    /// Where it is to end.
    pub target: Option<Figure>,
    /// A target relative to the baseline, as share: -0.2 for `-20%`.
    pub relative_target: Option<Figure>,
    /// For a value to keep: `at_least`, `at_most` or between.
    pub keep: Option<&'static str>,
    /// Its latest value.
    pub value: Option<Figure>,
    /// That value's date.
    pub value_date: Option<String>,
    /// kpi, score or `check_ins`.
    pub source: &'static str,
    /// The KPI's id, when it is the source.
    pub kpi: Option<String>,
    /// The share of the way covered.
    pub progress: Option<Figure>,
    /// The share that should be covered by now.
    pub expected: Option<Figure>,
    /// How it stands.
    pub status: &'static str,
    /// What to look at beside.
    pub flags: Vec<&'static str>,
    /// The latest confidence, 0 to 10.
    pub confidence: Option<u32>,
    /// Where it is heading; not computed by this version.
    pub forecast: Option<Figure>,
    /// Its values in the cycle, oldest first.
    pub readings: Vec<DatedPart>,
    /// Its milestones.
    pub milestones: Vec<MilestonePart>,
    /// What was said last.
    pub last_check_in: Option<CheckInPart>,
}

/// A value on a day.
#[derive(Debug, Serialize)]
pub struct DatedPart {
    /// The day.
    pub date: String,
    /// The value.
    pub value: Figure,
}

/// A milestone.
#[derive(Debug, Serialize)]
pub struct MilestonePart {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its share.
    pub weight: Figure,
    /// Its last day.
    pub due: String,
    /// Whether it is done.
    pub done: bool,
}

/// A check-in.
#[derive(Debug, Serialize)]
pub struct CheckInPart {
    /// Its day.
    pub date: String,
    /// Its confidence.
    pub confidence: Option<u32>,
    /// Who said it.
    pub by: Option<String>,
    /// What somebody added.
    pub note: Option<String>,
}

impl Report {
    /// Gathers the report of a workspace, in the language of `locale`.
    #[must_use]
    pub fn new(
        workspace: &Workspace,
        scores: &Scores,
        sources: &Sources,
        locale: &Locale,
    ) -> Report {
        Writer {
            workspace,
            scores,
            sources,
            locale,
        }
        .report()
    }
}

struct Writer<'w> {
    workspace: &'w Workspace,
    scores: &'w Scores,
    sources: &'w Sources,
    locale: &'w Locale,
}

fn figure(exact: Option<&Exact>) -> Option<Figure> {
    exact.map(Figure::from)
}

fn difference(now: Option<&Exact>, before: Option<&Exact>) -> Option<Figure> {
    Some(Figure(now? - before?))
}

fn non_empty(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.to_owned())
}

fn practice_of(scope: &ScopeScore) -> Option<&Exact> {
    scope.practice.as_ref().map(|score| &score.value)
}

impl Writer<'_> {
    fn text(&self, text: &Text) -> String {
        text.in_language(self.locale.language()).to_owned()
    }

    fn report(&self) -> Report {
        let workspace = self.workspace;
        let as_of = self.scores.as_of;
        let latest: Vec<usize> = (0..self.scores.assessments.len())
            .filter(|index| {
                let next = self.scores.assessments.get(index + 1);
                next.is_none_or(|next| next.rubric != self.scores.assessments[*index].rubric)
            })
            .collect();
        let cycles = workspace.cycles.iter().zip(&self.scores.cycles);
        Report {
            lang: self.locale.language().tag(),
            organisation: workspace.settings.organisation.clone(),
            as_of: as_of.to_string(),
            version: env!("CARGO_PKG_VERSION"),
            assessments: latest.iter().map(|index| self.assessment(*index)).collect(),
            kpis: (0..workspace.kpis.len())
                .filter_map(|index| self.kpi(index))
                .collect(),
            cycles: cycles
                .map(|(definition, score)| self.cycle(definition, score))
                .collect(),
            files: self
                .sources
                .files()
                .iter()
                .map(|file| file.path.clone())
                .filter(|path| self.is_used(path))
                .collect(),
        }
    }

    /// Of the shipped rubrics only those in use were read for a purpose.
    fn is_used(&self, path: &str) -> bool {
        let shipped = path
            .strip_prefix("regua:rubrics/")
            .and_then(|name| name.strip_suffix(".yaml"));
        shipped.is_none_or(|name| {
            let mut rubrics = self.workspace.rubrics.iter();
            rubrics.any(|rubric| {
                rubric.id.as_str() == name && self.sources.file(rubric.place.file).path == path
            })
        })
    }

    fn level_part(&self, rubric: &Rubric, number: u32) -> Option<LevelPart> {
        let level = rubric.level(number)?;
        Some(LevelPart {
            id: level.id.to_string(),
            number,
            title: self.text(&level.title),
            summary: self.text(&level.summary),
        })
    }

    fn level_title(&self, rubric: &Rubric, number: Option<u32>) -> Option<String> {
        Some(self.text(&rubric.level(number?)?.title))
    }

    fn assessment(&self, index: usize) -> AssessmentPart {
        let score = &self.scores.assessments[index];
        let rubric = &self.workspace.rubrics[score.rubric];
        let assessment = &self.workspace.assessments[score.assessment];
        let previous = index
            .checked_sub(1)
            .map(|before| &self.scores.assessments[before])
            .filter(|before| before.rubric == score.rubric);
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
        for question in score
            .criteria
            .iter()
            .flat_map(|criterion| &criterion.questions)
        {
            answers.total += 1;
            match question.state {
                State::Answered | State::Partial => answers.answered += 1,
                State::Unknown => answers.unknown += 1,
                State::NotApplicable => answers.not_applicable += 1,
                State::Unanswered => answers.unanswered += 1,
            }
        }
        let (strengths, weaknesses) = self.points(rubric, score, &criteria);
        AssessmentPart {
            rubric: RubricPart {
                id: rubric.id.to_string(),
                version: rubric.version.clone(),
                title: self.text(&rubric.title),
                framework: self.text(&rubric.source.framework),
                section: self.text(&rubric.source.section),
                notice: self.text(&rubric.source.notice),
            },
            date: assessment.date.to_string(),
            scope: assessment.scope.clone(),
            levels: rubric
                .levels
                .iter()
                .filter_map(|level| self.level_part(rubric, level.number))
                .collect(),
            floor: rubric.floor,
            bottom: Figure(practice::base(rubric)),
            top: Figure(practice::top(rubric)),
            level: score
                .whole
                .level
                .and_then(|number| self.level_part(rubric, number)),
            practice_score: figure(practice_of(&score.whole)),
            practice_maximum: figure(score.whole.practice.as_ref().map(|score| &score.maximum)),
            outcome_score: figure(score.outcome.as_ref()),
            index: figure(score.index.as_ref()),
            kpi_weight: Figure::from(&rubric.rules.kpi_weight),
            coverage: figure(score.whole.coverage.as_ref()),
            interval: score
                .interval
                .as_ref()
                .map(|(low, high)| [Figure::from(low), Figure::from(high)]),
            next_level: score
                .whole
                .next
                .as_ref()
                .map(|next| self.next_level(rubric, score, next)),
            target: target.map(|target| self.target(rubric, score, target)),
            previous: previous.map(|before| PreviousPart {
                date: self.workspace.assessments[before.assessment]
                    .date
                    .to_string(),
                level: before.whole.level,
                level_title: self.level_title(rubric, before.whole.level),
                practice_score: figure(practice_of(&before.whole)),
                outcome_score: figure(before.outcome.as_ref()),
                index: figure(before.index.as_ref()),
                coverage: figure(before.whole.coverage.as_ref()),
            }),
            change: previous.map(|before| ChangePart {
                level: score
                    .whole
                    .level
                    .zip(before.whole.level)
                    .map(|(now, then)| i64::from(now) - i64::from(then)),
                practice_score: difference(practice_of(&score.whole), practice_of(&before.whole)),
                outcome_score: difference(score.outcome.as_ref(), before.outcome.as_ref()),
                index: difference(score.index.as_ref(), before.index.as_ref()),
            }),
            dimensions: (0..rubric.dimensions.len())
                .map(|position| self.dimension(rubric, score, previous, target, position))
                .collect(),
            strengths,
            weaknesses,
            criteria,
            answers,
            kpis: score
                .kpis
                .iter()
                .filter(|level| level.level.is_some())
                .map(|level| self.workspace.kpis[level.kpi].id.to_string())
                .collect(),
            rule: rule(rubric),
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
            progress: Figure::from(&next.progress),
            blocking: next
                .blocking
                .iter()
                .map(|blocking| {
                    let criterion = &rubric.criteria[blocking.criterion.0];
                    let own = &score.criteria[blocking.criterion.0];
                    BlockingPart {
                        id: criterion.id.to_string(),
                        title: self.text(&criterion.title),
                        dimension: self.text(&rubric.dimension(criterion.dimension).title),
                        value: figure(own.value.as_ref()),
                        rating: own.rating.map(Rating::as_str),
                        state: own.state.as_str(),
                    }
                })
                .collect(),
        }
    }

    fn target(&self, rubric: &Rubric, score: &AssessmentScore, target: &LevelTarget) -> TargetPart {
        TargetPart {
            percent_to_target: percent_to_target(rubric, score, target).map(Figure),
            level: target.level,
            title: self.level_title(rubric, target.level),
            by: target.by.map(|day| day.to_string()),
            dimensions: target
                .dimensions
                .iter()
                .map(|(dimension, level)| TargetDimensionPart {
                    id: rubric.dimension(*dimension).id.to_string(),
                    title: self.text(&rubric.dimension(*dimension).title),
                    level: *level,
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
                .find(|(index, _)| index.0 == position);
            own.map(|(_, level)| *level).or(target.level)
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
            maximum: figure(scope.practice.as_ref().map(|score| &score.maximum)),
            coverage: figure(scope.coverage.as_ref()),
            previous_level: before.and_then(|before| before.level),
            previous_practice_score: figure(before.and_then(practice_of)),
            target_level: own_target,
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
                    achievement: figure(cell.achievement.as_ref()),
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
        let before = previous.map(|before| &self.workspace.assessments[before.assessment]);
        let assessment = &self.workspace.assessments[score.assessment];
        let questions = rubric
            .questions_of(criterion)
            .zip(&own.questions)
            .map(|((index, question), own)| {
                let answer = assessment.answer(index);
                let earlier = before.and_then(|before| before.answer(index));
                let choices = &rubric.scales[question.scale];
                QuestionPart {
                    id: question.key.clone(),
                    text: self.text(&question.text),
                    guidance: self.text(&question.guidance),
                    weight: Figure::from(&question.weight),
                    state: own.state.as_str(),
                    answer: answer.and_then(|answer| self.answer_in_words(choices, answer)),
                    value: figure(own.value.as_ref()),
                    previous_answer: earlier
                        .and_then(|answer| self.answer_in_words(choices, answer)),
                    previous_value: earlier.and_then(|answer| answer_value(choices, answer)),
                    note: answer.and_then(|answer| answer.note.clone()),
                    reason: answer.and_then(|answer| match &answer.given {
                        Given::NotApplicable(reason) => Some(reason.clone()),
                        Given::Choice(_) | Given::Number(_) | Given::Unknown => None,
                    }),
                    evidence: answer.map(evidence).unwrap_or_default(),
                    evidence_required: question.evidence_required,
                    place: answer.map(|answer| self.sources.cite(answer.place)),
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
            value: figure(own.value.as_ref()),
            rating: own.rating.map(Rating::as_str),
            state: own.state.as_str(),
            met: level::is_met_at_its_level(&rubric.rules.level, criterion, own),
            questions,
        }
    }

    fn answer_in_words(&self, scale: &crate::model::Scale, answer: &Answer) -> Option<String> {
        match &answer.given {
            Given::Choice(choice) => Some(self.text(&scale.choices()[*choice].title)),
            Given::Number(number) => Some(match &scale.kind {
                crate::model::ScaleKind::Numeric(Some(unit)) => self.locale.quantity(number, unit),
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
        let next = score.whole.next.as_ref().map(|next| next.number);
        let mut valued: Vec<(usize, &Exact)> = rubric
            .criteria
            .iter()
            .zip(&score.criteria)
            .enumerate()
            .filter(|(_, (criterion, own))| {
                criterion.is_scored() && matches!(own.state, State::Answered | State::Partial)
            })
            .filter_map(|(index, (_, own))| Some((index, own.value.as_ref()?)))
            .collect();
        let level_of = |index: usize| rubric.criteria[index].level.unwrap_or(0);
        valued.sort_by(|(left, one), (right, other)| {
            other
                .cmp(one)
                .then(level_of(*right).cmp(&level_of(*left)))
                .then(left.cmp(right))
        });
        let strong: Vec<usize> = valued
            .iter()
            .filter(|(_, value)| Rating::of(value) >= Rating::Largely)
            .map(|(index, _)| *index)
            .take(POINTS)
            .collect();
        let mut weak: Vec<(usize, &Exact)> = valued
            .iter()
            .filter(|(index, value)| Rating::of(value) < Rating::Fully && !strong.contains(index))
            .copied()
            .collect();
        weak.sort_by_key(|(index, value)| {
            let is_later = next.is_some_and(|next| level_of(*index) > next);
            (is_later, (*value).clone(), level_of(*index), *index)
        });
        let weak = weak.into_iter().map(|(index, _)| index).take(POINTS);
        let part = |index: usize| point(&parts[index], &score.criteria[index]);
        (
            strong.into_iter().map(part).collect(),
            weak.map(part).collect(),
        )
    }

    fn kpi(&self, index: usize) -> Option<KpiPart> {
        let definition = &self.workspace.kpis[index];
        let known = self.scores.series[index].until(self.scores.as_of);
        let latest = known.last()?;
        let rubric = self
            .workspace
            .rubrics
            .iter()
            .find(|rubric| rubric.kpis.iter().any(|kpi| kpi.id == definition.id));
        let first_band = definition.bands.first().map_or(1, |band| band.level);
        let floor = rubric
            .and_then(|rubric| rubric.floor)
            .unwrap_or(first_band.saturating_sub(1));
        let level = measure::level_of(definition, &latest.value, floor);
        let level_number = level
            .as_ref()
            .and_then(Exact::floor)
            .and_then(|floor| u32::try_from(floor).ok());
        let level_title =
            |number: Option<u32>| rubric.and_then(|rubric| self.level_title(rubric, number));
        let trend = self.trend(definition, known);
        let first = known
            .get(known.len().saturating_sub(TREND))
            .filter(|_| known.len() > 1);
        let change = first.map(|first| &latest.value - &first.value);
        Some(KpiPart {
            id: definition.id.to_string(),
            title: self.text(&definition.title),
            definition: non_empty(&self.text(&definition.definition)),
            unit: definition.unit.text.clone(),
            direction: definition.direction.as_str(),
            frequency: definition.frequency.as_str(),
            value: Some(Figure::from(&latest.value)),
            period: Some(latest.period.to_string()),
            period_title: Some(self.locale.period(latest.period)),
            level: figure(level.as_ref()),
            level_number,
            level_title: level_title(level_number),
            stale: definition
                .frequency
                .is_stale(latest.days.last, self.scores.as_of),
            better: change
                .as_ref()
                .and_then(|change| is_better(definition.direction, change)),
            change: change.map(Figure),
            change_unit: if definition.unit.is_percent() {
                "pp".to_owned()
            } else {
                definition.unit.text.clone()
            },
            change_since: first.map(|first| first.period.to_string()),
            bands: definition
                .bands
                .iter()
                .map(|band| {
                    let (from, to) = match &band.edge {
                        crate::model::Edge::At(edge) => (edge, None),
                        crate::model::Edge::Between(low, high) => (low, Some(high)),
                    };
                    BandPart {
                        level: band.level,
                        title: level_title(Some(band.level)).unwrap_or_default(),
                        from: Figure::from(from),
                        to: figure(to),
                    }
                })
                .collect(),
            bands_source: non_empty(&self.text(&definition.source)),
            trend,
            segments: self.segments(definition, latest),
            targets: self.kpi_targets(index),
        })
    }

    /// The latest values; of a monthly KPI the latest months, with holes.
    fn trend(&self, definition: &Kpi, known: &[Point]) -> Vec<TrendPart> {
        let is_monthly = definition.frequency == Frequency::Monthly
            && known
                .iter()
                .all(|point| matches!(point.period, Period::Month(..)));
        let shown = &known[known.len().saturating_sub(TREND)..];
        let (Some(first), Some(last), true) = (shown.first(), shown.last(), is_monthly) else {
            return shown
                .iter()
                .map(|point| self.trend_part(point.period, Some(&point.value)))
                .collect();
        };
        let mut month = first
            .days
            .first
            .max(last.days.first - Months::new(TREND as u32 - 1));
        let mut parts = Vec::new();
        while month <= last.days.first {
            let point = shown.iter().find(|point| point.days.first == month);
            let period = Period::Month(month.year(), month.month());
            parts.push(self.trend_part(period, point.map(|point| &point.value)));
            month = month + Months::new(1);
        }
        parts
    }

    fn trend_part(&self, period: Period, value: Option<&Exact>) -> TrendPart {
        TrendPart {
            period: period.to_string(),
            title: self.locale.period(period),
            value: figure(value),
        }
    }

    fn segments(&self, definition: &Kpi, latest: &Point) -> Vec<SegmentPart> {
        let mut segments: Vec<SegmentPart> = self
            .workspace
            .readings
            .iter()
            .filter(|reading| {
                reading.days == latest.days && self.workspace.kpis[reading.kpi].id == definition.id
            })
            .filter_map(|reading| {
                let name = reading.segment.clone()?;
                let title = name.rsplit('=').next().unwrap_or(&name).to_owned();
                let denominator = match &reading.value {
                    crate::model::Measured::Ratio { denominator, .. } => Some(denominator),
                    crate::model::Measured::Value(_) => None,
                };
                Some(SegmentPart {
                    title,
                    name,
                    value: Figure(measure::value(definition, reading)),
                    n: figure(reading.cases.as_ref().or(denominator)),
                })
            })
            .collect();
        segments.sort_by(|left, right| left.name.cmp(&right.name));
        segments
    }

    fn kpi_targets(&self, kpi: usize) -> Vec<KpiTargetPart> {
        let mut targets = Vec::new();
        for (cycle, score) in self.workspace.cycles.iter().zip(&self.scores.cycles) {
            for (objective, score) in cycle.objectives.iter().zip(&score.objectives) {
                for (key_result, score) in objective.key_results.iter().zip(&score.key_results) {
                    if key_result.source == ValueSource::Kpi(kpi)
                        && score.status != Status::Dropped
                        && let Some(target) = &score.target
                    {
                        targets.push(KpiTargetPart {
                            key_result: format!("{}/{}", cycle.id, key_result.id),
                            value: Figure::from(target),
                            due: score.due.to_string(),
                        });
                    }
                }
            }
        }
        targets
    }

    fn cycle(&self, definition: &crate::model::Cycle, score: &CycleScore) -> CyclePart {
        let statuses: Vec<Status> = score
            .objectives
            .iter()
            .flat_map(|objective| &objective.key_results)
            .map(|key_result| key_result.status)
            .collect();
        let counts = Status::ALL
            .iter()
            .map(|status| StatusCount {
                status: status.as_str(),
                count: statuses.iter().filter(|own| *own == status).count(),
            })
            .filter(|count| count.count > 0)
            .collect();
        CyclePart {
            id: definition.id.clone(),
            title: self.locale.period(definition.period),
            start: definition.days.first.to_string(),
            end: definition.days.last.to_string(),
            elapsed: Figure::from(&score.elapsed),
            progress: figure(score.progress.as_ref()),
            counts,
            objectives: definition
                .objectives
                .iter()
                .zip(&score.objectives)
                .map(|(objective, score)| self.objective(definition, objective, score))
                .collect(),
        }
    }

    fn objective(
        &self,
        cycle: &crate::model::Cycle,
        objective: &crate::model::Objective,
        score: &ObjectiveScore,
    ) -> ObjectivePart {
        ObjectivePart {
            id: objective.id.to_string(),
            title: self.text(&objective.title),
            owner: objective.owner.clone(),
            ambition: objective.ambition.as_str(),
            // Nothing measured counts 0 in the roll-up, and is shown as no value.
            progress: figure(score.progress.as_ref()).filter(|_| score.measured > 0),
            status: score.status.as_str(),
            measured: score.measured,
            active: score.active,
            coverage: figure(score.coverage().as_ref()),
            improves: objective.improves.map(|reference| {
                let rubric = &self.workspace.rubrics[reference.rubric];
                self.text(match reference.dimension {
                    Some(dimension) => &rubric.dimension(dimension).title,
                    None => &rubric.title,
                })
            }),
            key_results: objective
                .key_results
                .iter()
                .zip(&score.key_results)
                .map(|(key_result, score)| self.key_result(cycle, objective, key_result, score))
                .collect(),
        }
    }

    fn key_result(
        &self,
        cycle: &crate::model::Cycle,
        objective: &crate::model::Objective,
        key_result: &KeyResult,
        score: &KeyResultScore,
    ) -> KeyResultPart {
        let milestones = match &key_result.kind {
            KeyResultKind::Milestones(milestones) => milestones.as_slice(),
            _ => &[],
        };
        let (source, kpi) = match &key_result.source {
            ValueSource::CheckIns => ("check_ins", None),
            ValueSource::Kpi(kpi) => ("kpi", Some(self.workspace.kpis[*kpi].id.to_string())),
            ValueSource::Score(_) => ("score", None),
        };
        let last = score.check_ins.last().map(|index| &cycle.check_ins[*index]);
        KeyResultPart {
            id: key_result.id.to_string(),
            title: self.text(&key_result.title),
            deliverable: key_result.deliverable.as_ref().map(|text| self.text(text)),
            kind: score.kind(key_result),
            weight: Figure::from(&key_result.weight),
            owner: key_result.owner.clone().or_else(|| objective.owner.clone()),
            unit: key_result.unit.text.clone(),
            due: score.due.to_string(),
            baseline: figure(score.baseline.as_ref()),
            target: figure(score.target.as_ref()),
            relative_target: match &key_result.kind {
                KeyResultKind::FromTo {
                    target: Target::Relative(share),
                    ..
                } => Some(Figure::from(share)),
                _ => None,
            },
            keep: match &key_result.kind {
                KeyResultKind::Keep(Keep::AtLeast(_)) => Some("at_least"),
                KeyResultKind::Keep(Keep::AtMost(_)) => Some("at_most"),
                KeyResultKind::Keep(Keep::Between(..)) => Some("between"),
                _ => None,
            },
            value: figure(score.value.as_ref().map(|dated| &dated.value)),
            value_date: score.value.as_ref().map(|dated| dated.date.to_string()),
            source,
            kpi,
            progress: figure(score.progress.as_ref()),
            expected: figure(score.expected.as_ref()),
            status: score.status.as_str(),
            flags: score.flags.iter().map(|flag| flag.as_str()).collect(),
            confidence: score.confidence,
            forecast: None,
            readings: score
                .readings
                .iter()
                .map(|dated| DatedPart {
                    date: dated.date.to_string(),
                    value: Figure::from(&dated.value),
                })
                .collect(),
            milestones: milestones
                .iter()
                .zip(&score.milestones_done)
                .map(|(milestone, done)| MilestonePart {
                    id: milestone.id.to_string(),
                    title: self.text(&milestone.title),
                    weight: Figure::from(&milestone.weight),
                    due: milestone.due.to_string(),
                    done: *done,
                })
                .collect(),
            last_check_in: last.map(check_in),
        }
    }
}

fn check_in(check_in: &CheckIn) -> CheckInPart {
    CheckInPart {
        date: check_in.date.to_string(),
        confidence: check_in.confidence,
        by: check_in.by.clone(),
        note: check_in.note.clone(),
    }
}

fn point(part: &CriterionPart, score: &CriterionScore) -> PointPart {
    PointPart {
        id: part.id.clone(),
        title: part.title.clone(),
        dimension: part.dimension_title.clone(),
        level: part.level,
        value: Figure(score.value.clone().unwrap_or(Exact::ZERO)),
        rating: part.rating,
        note: part
            .questions
            .iter()
            .find_map(|question| question.note.clone()),
    }
}

fn answer_value(scale: &crate::model::Scale, answer: &Answer) -> Option<Figure> {
    match &answer.given {
        Given::Choice(choice) => Some(Figure(scale.share(&scale.choices()[*choice].value))),
        Given::Number(number) => Some(Figure(scale.share(number))),
        Given::Unknown | Given::NotApplicable(_) => None,
    }
}

fn evidence(answer: &Answer) -> Vec<EvidencePart> {
    answer
        .evidence
        .iter()
        .map(|evidence| EvidencePart {
            title: evidence.title.clone(),
            href: evidence.href.clone(),
            date: evidence.date.map(|date: NaiveDate| date.to_string()),
        })
        .collect()
}

fn is_better(direction: Direction, change: &Exact) -> Option<bool> {
    if change.is_zero() {
        return None;
    }
    match direction {
        Direction::Higher => Some(!change.is_negative()),
        Direction::Lower => Some(change.is_negative()),
        Direction::Range | Direction::None => None,
    }
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

fn rule(rubric: &Rubric) -> RulePart {
    use crate::model::{Aggregate, Method, NotApplicable, Quantifier, Unanswered};
    let rule = &rubric.rules.level;
    RulePart {
        method: match rule.method {
            Method::Cumulative => "cumulative",
            Method::Highest => "highest",
            Method::None => "none",
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
        aggregate: rubric.rules.aggregate.map(|aggregate| match aggregate {
            Aggregate::Mean => "mean",
            Aggregate::Sum => "sum",
            Aggregate::Min => "min",
            Aggregate::Max => "max",
            Aggregate::Median => "median",
        }),
    }
}
