//! Two assessments of one rubric: the answers and readings that moved level and scores, and what else is
//! different about them.

use super::{Course, Ends, Side, total};
use crate::model::{
    Assessment, DimensionIndex, Evidence, Exact, FormerId, QuestionIndex, Rubric, Scale, ScaleKind,
    Workspace,
};
use crate::score::answers::{QuestionScore, Sheet, State};
use crate::score::assessment::{AssessmentScore, Engine, ScopeScore};
use crate::score::contradiction::{Against, Contradiction, Maker};
use crate::score::criterion::{self, CriterionScore};
use crate::score::measure::{self, KpiLevel, Series};
use crate::score::practice::Score;
use crate::score::trace::Fill;
use crate::score::trace::Traced;

/// Two assessments of one rubric held against each other.
#[derive(Debug, Clone)]
pub struct AssessmentComparison<'s> {
    /// The workspace that each is of.
    pub sides: Ends<Side<'s>>,
    /// The two assessments.
    pub ends: Ends<&'s AssessmentScore>,
    /// The answers whose value or state changed, in the rubric's order.
    pub answers: Vec<AnswerStep>,
    /// The rubric's KPIs whose value changed, in the rubric's order.
    pub kpis: Vec<KpiStep>,
    /// What changed beside answers and readings.
    pub beside: Beside,
}

/// A changed answer, put in after those before it in the rubric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerStep {
    /// The question.
    pub question: QuestionIndex,
    /// What it moved the practice score by.
    pub practice: Option<Exact>,
    /// What it moved the index by.
    pub index: Option<Exact>,
    /// The level of the whole before the step and after it.
    pub level: Ends<Option<u32>>,
    /// What it did to its dimension and those that this one is part of, innermost first.
    pub dimensions: Vec<DimensionStep>,
}

/// What a changed answer did to a dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DimensionStep {
    /// The dimension.
    pub dimension: DimensionIndex,
    /// What the answer moved the dimension's practice score by.
    pub practice: Option<Exact>,
    /// The dimension's level before the step and after it.
    pub level: Ends<Option<u32>>,
}

/// A KPI with a new reading, put in after all answers and the KPIs before it in the rubric.
#[derive(Debug, Clone)]
pub struct KpiStep {
    /// Position of the KPI among those of the second side's workspace.
    pub kpi: usize,
    /// Its latest reading at both ends, each with positions of its own side; `None` where there was none.
    pub ends: Ends<Option<KpiLevel>>,
    /// What it moved the outcome score by.
    pub outcome: Option<Exact>,
    /// What it moved the index by.
    pub index: Option<Exact>,
}

/// What changed beside answers and readings.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    /// Respondents of the second end who did not answer for the first.
    pub new_respondents: Vec<String>,
    /// Respondents of the first end who did not answer for the second.
    pub gone_respondents: Vec<String>,
    /// Evidence of the second end that the first did not have.
    pub new_evidence: Vec<EvidenceChange>,
    /// Evidence of the first end that the second does not have.
    pub lost_evidence: Vec<EvidenceChange>,
    /// Questions that somebody answered at the first end alone.
    pub answered_only_at_a: Vec<QuestionIndex>,
    /// Questions that somebody answered at the second end alone.
    pub answered_only_at_b: Vec<QuestionIndex>,
    /// Questions that do not apply any more.
    pub no_longer_applicable: Vec<QuestionIndex>,
    /// Questions that did not apply, and do.
    pub now_applicable: Vec<QuestionIndex>,
    /// What could hold together at the first end, and cannot at the second.
    pub new_contradictions: Vec<Contradiction>,
    /// What could not hold together at the first end, and can at the second.
    pub solved_contradictions: Vec<Contradiction>,
    /// Of what the answers that count make, whoever gave them, what is new.
    pub new_combined_contradictions: Vec<Contradiction>,
    /// Of the same, what is solved.
    pub solved_combined_contradictions: Vec<Contradiction>,
}

/// Evidence for an answer that stands at one end alone.
#[derive(Debug, Clone)]
pub struct EvidenceChange {
    /// The question that it speaks to.
    pub question: QuestionIndex,
    /// The evidence.
    pub evidence: Evidence,
}

/// Compares two assessments; `None` when they are of different rubrics, whose figures have no scale in common.
#[must_use]
pub fn assessments<'s>(
    workspace: &'s Workspace,
    series: &'s [Series],
    a: &'s AssessmentScore,
    b: &'s AssessmentScore,
) -> Option<AssessmentComparison<'s>> {
    let side = Side { workspace, series };
    let sides = Ends { a: side, b: side };
    (a.rubric == b.rubric).then(|| walked(sides, Ends { a, b }))
}

/// Compares two assessments of two states of a workspace; `None` when what they are measured by is not the same at
/// both, so that not all of the difference is due to answers and readings.
#[must_use]
pub fn assessments_of<'s>(
    sides: Ends<Side<'s>>,
    ends: Ends<&'s AssessmentScore>,
) -> Option<AssessmentComparison<'s>> {
    measures_the_same(sides, ends).then(|| walked(sides, ends))
}

fn walked<'s>(sides: Ends<Side<'s>>, ends: Ends<&'s AssessmentScore>) -> AssessmentComparison<'s> {
    let mut walk = Walk::new(sides, ends);
    let answers = ends.a.questions.iter().zip(&ends.b.questions).enumerate();
    let answers = answers
        .filter(|(_, (before, after))| !stands_the_same(before, after))
        .map(|(index, (_, after))| walk.put_in_answer(QuestionIndex(index), after))
        .collect();
    let kpis = walk.put_in_readings();
    AssessmentComparison {
        sides,
        ends,
        answers,
        kpis,
        beside: beside(sides, ends),
    }
}

/// Whether the second rubric asks what the first does, and makes the same figures of the first's answers.
fn measures_the_same(sides: Ends<Side<'_>>, ends: Ends<&AssessmentScore>) -> bool {
    let rubrics = Ends {
        a: &sides.a.workspace.rubrics[ends.a.rubric],
        b: &sides.b.workspace.rubrics[ends.b.rubric],
    };
    if !rubrics.map(asked).are_same()
        || !asks_for_the_same_kpis(sides, rubrics)
        || !ends
            .a
            .kpis
            .iter()
            .all(|level| levels_the_same(sides, level))
    {
        return false;
    }
    let criteria = criterion::score_all(rubrics.b, &ends.a.questions);
    let kpis = carried(sides, &ends.a.kpis);
    let engine = Engine::new(sides.b.workspace, rubrics.b);
    let practice = engine.practice(&criteria, Fill::ByRule);
    let dimensions = practice.dimensions();
    let whole = practice.whole(&dimensions).value;
    let outcome = engine.outcome(&kpis);
    let index = engine.index(&whole, &outcome);
    let figures = [&whole, &outcome, &index].map(Traced::value);
    let own = [&ends.a.whole.practice, &ends.a.outcome, &ends.a.index].map(Traced::value);
    let in_dimensions = dimensions.iter().zip(&ends.a.dimensions).enumerate();
    figures == own
        && engine.level(&criteria, None) == ends.a.whole.level
        && in_dimensions.into_iter().all(|(at, (score, own))| {
            score.value.value() == own.practice.value()
                && engine.level(&criteria, Some(DimensionIndex(at))) == own.level
        })
}

/// What a rubric asks, and of what: by the names that people write.
fn asked(rubric: &Rubric) -> (Vec<String>, Vec<String>) {
    let questions = rubric.questions.iter().map(|question| {
        let criterion = &rubric.criteria[question.criterion.0];
        let dimension = &rubric.dimension(criterion.dimension).id;
        let scale = offered(&rubric.scales[question.scale]);
        format!("{} {} {dimension} {scale}", question.key, criterion.id)
    });
    let dimensions = rubric.dimensions.iter().map(|own| own.id.to_string());
    (questions.collect(), dimensions.collect())
}

/// Whether both rubrics name the same KPIs, whatever these go by now.
fn asks_for_the_same_kpis(sides: Ends<Side<'_>>, rubrics: Ends<&Rubric>) -> bool {
    let before = rubrics.a.kpis.iter().map(|own| {
        let kpi = sides.a.workspace.kpi_by_id(&own.id)?;
        carried_kpi(sides, kpi)
    });
    let now = rubrics.b.kpis.iter();
    before.eq(now.map(|own| sides.b.workspace.kpi_by_id(&own.id)))
}

fn offered(scale: &Scale) -> String {
    let choices: Vec<String> = match &scale.kind {
        ScaleKind::Choices(choices) => {
            let choices = choices.iter();
            choices
                .map(|choice| format!("{}={}", choice.id, choice.value))
                .collect()
        }
        ScaleKind::Numeric(_) => Vec::new(),
    };
    format!("{}..{} {}", scale.low, scale.high, choices.join(" "))
}

/// The levels of the first side's KPIs, under their positions in the second.
fn carried(sides: Ends<Side<'_>>, levels: &[KpiLevel]) -> Vec<KpiLevel> {
    let levels = levels.iter();
    levels
        .filter_map(|level| {
            Some(KpiLevel {
                kpi: carried_kpi(sides, level.kpi)?,
                ..level.clone()
            })
        })
        .collect()
}

/// The position in the second side of a KPI of the first, by the id that it goes by now.
pub(super) fn carried_kpi(sides: Ends<Side<'_>>, kpi: usize) -> Option<usize> {
    let id = &sides.a.workspace.kpis[kpi].id;
    let now = sides.b.workspace;
    let renamed = || {
        let mut kpis = now.kpis.iter();
        kpis.position(|kpi| FormerId::any_is(&kpi.renamed_from, id.as_str()))
    };
    now.kpi_by_id(id).or_else(renamed)
}

/// Whether the second side makes the same level of a KPI's value, in the same unit.
fn levels_the_same(sides: Ends<Side<'_>>, level: &KpiLevel) -> bool {
    let Some(now) = carried_kpi(sides, level.kpi) else {
        return false;
    };
    let before = &sides.a.workspace.kpis[level.kpi];
    let definition = &sides.b.workspace.kpis[now];
    let value = sides.a.series[level.kpi].points[level.point].term(now);
    let floor = measure::floor(sides.b.workspace, now);
    before.unit == definition.unit
        && measure::level_of(definition, &value, &floor).value() == level.level.value()
}

fn stands_the_same(before: &QuestionScore, after: &QuestionScore) -> bool {
    before.state == after.state && before.value() == after.value()
}

impl AssessmentComparison<'_> {
    /// Practice scores of the whole at both ends.
    #[must_use]
    pub fn practice(&self) -> Ends<Option<&Exact>> {
        self.figure(|score| &score.whole.practice)
    }

    /// Outcome scores at both ends.
    #[must_use]
    pub fn outcome(&self) -> Ends<Option<&Exact>> {
        self.figure(|score| &score.outcome)
    }

    /// Indexes at both ends.
    #[must_use]
    pub fn index(&self) -> Ends<Option<&Exact>> {
        self.figure(|score| &score.index)
    }

    /// Coverage of the whole at both ends.
    #[must_use]
    pub fn coverage(&self) -> Ends<Option<&Exact>> {
        self.figure(|score| &score.whole.coverage)
    }

    fn figure(&self, of: fn(&AssessmentScore) -> &Traced) -> Ends<Option<&Exact>> {
        self.ends.map(|score| of(score).value())
    }

    /// Levels of the whole at both ends.
    #[must_use]
    pub fn level(&self) -> Ends<Option<u32>> {
        self.ends.map(|score| score.whole.level)
    }

    /// A dimension at both ends.
    #[must_use]
    pub fn dimension(&self, dimension: DimensionIndex) -> Ends<&ScopeScore> {
        self.ends.map(|score| &score.dimensions[dimension.0])
    }

    /// What all answers moved the practice score by: exactly its change.
    #[must_use]
    pub fn practice_by_answers(&self) -> Option<Exact> {
        let steps = self.answers.iter().map(|step| step.practice.as_ref());
        total(&self.practice(), steps)
    }

    /// What all answers moved the index by.
    #[must_use]
    pub fn index_by_answers(&self) -> Option<Exact> {
        let steps = self.answers.iter().map(|step| step.index.as_ref());
        total(&self.index(), steps)
    }

    /// What all readings moved the index by: with what the answers did, exactly its change.
    #[must_use]
    pub fn index_by_kpis(&self) -> Option<Exact> {
        total(
            &self.index(),
            self.kpis.iter().map(|step| step.index.as_ref()),
        )
    }

    /// What all readings moved the outcome score by: exactly its change.
    #[must_use]
    pub fn outcome_by_kpis(&self) -> Option<Exact> {
        let steps = self.kpis.iter().map(|step| step.outcome.as_ref());
        total(&self.outcome(), steps)
    }

    /// What each end says it looked at.
    #[must_use]
    pub fn scopes(&self) -> Ends<Vec<&str>> {
        self.said(scopes)
    }

    /// The rubric versions that each end names. Both are scored with the one in use today.
    #[must_use]
    pub fn pinned(&self) -> Ends<Vec<&str>> {
        self.said(pinned)
    }

    fn said(&self, of: for<'w> fn(&'w Workspace, &Sheet) -> Vec<&'w str>) -> Ends<Vec<&str>> {
        Ends {
            a: of(self.sides.a.workspace, &self.ends.a.sheet),
            b: of(self.sides.b.workspace, &self.ends.b.sheet),
        }
    }

    /// Whether nothing at all changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
            && self.kpis.is_empty()
            && self.beside.is_empty()
            && self.scopes().are_same()
            && self.pinned().are_same()
    }
}

impl Beside {
    /// Whether nothing changed beside answers and readings.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let questions = [
            &self.answered_only_at_a,
            &self.answered_only_at_b,
            &self.no_longer_applicable,
            &self.now_applicable,
        ];
        let contradictions = [&self.new_contradictions, &self.solved_contradictions];
        self.new_respondents.is_empty()
            && self.gone_respondents.is_empty()
            && self.new_evidence.is_empty()
            && self.lost_evidence.is_empty()
            && questions.iter().all(|changed| changed.is_empty())
            && contradictions.iter().all(|changed| changed.is_empty())
    }
}

impl AnswerStep {
    /// Whether the answer moved a score or a level, of the whole or of a dimension.
    #[must_use]
    pub fn has_moved_something(&self) -> bool {
        let is_moved = |contribution: &Option<Exact>, level: &Ends<Option<u32>>| {
            contribution.as_ref().is_some_and(|moved| !moved.is_zero()) || !level.are_same()
        };
        is_moved(&self.practice, &self.level)
            || is_moved(&self.index, &self.level)
            || self
                .dimensions
                .iter()
                .any(|step| is_moved(&step.practice, &step.level))
    }
}

/// What stands between the two ends: some of the answers and readings are those of the second, the others
/// still those of the first.
struct Walk<'w> {
    sides: Ends<Side<'w>>,
    rubric: &'w Rubric,
    engine: Engine<'w>,
    ends: Ends<&'w AssessmentScore>,
    questions: Vec<QuestionScore>,
    criteria: Vec<CriterionScore>,
    /// The practice score of the whole.
    practice: Traced,
    /// The practice score of each dimension.
    dimensions: Vec<Score>,
    level: Option<u32>,
    dimension_levels: Vec<Option<u32>>,
    courses: Courses,
}

/// Each figure that steps contribute to.
struct Courses {
    practice: Course,
    outcome: Course,
    index: Course,
    dimensions: Vec<Course>,
}

impl<'w> Walk<'w> {
    fn new(sides: Ends<Side<'w>>, ends: Ends<&'w AssessmentScore>) -> Walk<'w> {
        let workspace = sides.b.workspace;
        let rubric = &workspace.rubrics[ends.b.rubric];
        let a = ends.a;
        let course =
            |of: fn(&AssessmentScore) -> &Traced| Course::new(&ends.map(|score| of(score).value()));
        let dimensions = a.dimensions.iter().zip(&ends.b.dimensions);
        Walk {
            sides,
            rubric,
            engine: Engine::new(workspace, rubric),
            ends,
            questions: a.questions.clone(),
            criteria: a.criteria.clone(),
            practice: a.whole.practice.clone(),
            dimensions: a.dimensions.iter().map(score_of).collect(),
            level: a.whole.level,
            dimension_levels: a.dimensions.iter().map(|scope| scope.level).collect(),
            courses: Courses {
                practice: course(|score| &score.whole.practice),
                outcome: course(|score| &score.outcome),
                index: course(|score| &score.index),
                dimensions: dimensions
                    .map(|(a, b)| Course::new(&Ends { a, b }.map(|scope| scope.practice.value())))
                    .collect(),
            },
        }
    }

    /// Puts in what stands for a question at the second end. Of all criteria only its own is valued again, and
    /// of all dimensions only those that it lies in.
    fn put_in_answer(&mut self, question: QuestionIndex, after: &QuestionScore) -> AnswerStep {
        let criterion = self.rubric.questions[question.0].criterion;
        self.questions[question.0] = after.clone();
        self.criteria[criterion.0] = criterion::score(self.rubric, criterion, &self.questions);
        let practice = self.engine.practice(&self.criteria, Fill::ByRule);
        let mut dimensions = Vec::new();
        let mut outward = Some(self.rubric.criteria[criterion.0].dimension);
        while let Some(dimension) = outward {
            let at = dimension.0;
            let score = practice.dimension(dimension, &self.dimensions);
            let level = self.engine.level(&self.criteria, Some(dimension));
            dimensions.push(DimensionStep {
                dimension,
                practice: self.courses.dimensions[at].step(score.value.value()),
                level: replaced(&mut self.dimension_levels[at], level),
            });
            self.dimensions[at] = score;
            outward = self.rubric.dimension(dimension).parent;
        }
        self.practice = practice.whole(&self.dimensions).value;
        let level = self.engine.level(&self.criteria, None);
        let index = self.engine.index(&self.practice, &self.ends.a.outcome);
        AnswerStep {
            question,
            practice: self.courses.practice.step(self.practice.value()),
            index: self.courses.index.step(index.value()),
            level: replaced(&mut self.level, level),
            dimensions,
        }
    }

    /// Puts in the readings of the second end, in the rubric's order.
    fn put_in_readings(&mut self) -> Vec<KpiStep> {
        let Ends { a, b } = self.ends;
        let series = self.sides.map(|side| side.series);
        let in_place = carried(self.sides, &a.kpis);
        let mut steps = Vec::new();
        // All lists are in the rubric's order, without the KPIs that have no reading there.
        let mut standing: Vec<KpiLevel> = Vec::new();
        let (mut before, mut after) = (in_place.as_slice(), b.kpis.as_slice());
        let workspace = self.sides.b.workspace;
        let kpis = self.rubric.kpis.iter();
        for kpi in kpis.filter_map(|kpi| workspace.kpi_by_id(&kpi.id)) {
            let ends = Ends {
                a: taken(&mut before, kpi).and_then(|_| self.first(kpi)),
                b: taken(&mut after, kpi),
            };
            standing.extend(ends.b.cloned());
            if reads_the_same(series, ends) {
                continue;
            }
            let kpis: Vec<KpiLevel> = standing.iter().chain(before).cloned().collect();
            let outcome = self.engine.outcome(&kpis);
            let index = self.engine.index(&self.practice, &outcome);
            steps.push(KpiStep {
                kpi,
                ends: ends.map(|level| level.cloned()),
                outcome: self.courses.outcome.step(outcome.value()),
                index: self.courses.index.step(index.value()),
            });
        }
        steps
    }

    /// The level at the first end of the KPI at this position at the second.
    fn first(&self, kpi: usize) -> Option<&'w KpiLevel> {
        let mut levels = self.ends.a.kpis.iter();
        levels.find(|level| carried_kpi(self.sides, level.kpi) == Some(kpi))
    }
}

fn score_of(scope: &ScopeScore) -> Score {
    Score {
        value: scope.practice.clone(),
        maximum: scope.maximum.clone(),
    }
}

/// The level before and after, kept for the next step.
fn replaced(standing: &mut Option<u32>, level: Option<u32>) -> Ends<Option<u32>> {
    Ends {
        a: std::mem::replace(standing, level),
        b: level,
    }
}

/// Takes the KPI off the front of a list, when it is there.
fn taken<'l>(levels: &mut &'l [KpiLevel], kpi: usize) -> Option<&'l KpiLevel> {
    let (first, rest) = levels.split_first().filter(|(first, _)| first.kpi == kpi)?;
    *levels = rest;
    Some(first)
}

/// Two readings of one value say the same, whatever their periods.
fn reads_the_same(series: Ends<&[Series]>, ends: Ends<Option<&KpiLevel>>) -> bool {
    let value =
        |series: &[Series], level: &KpiLevel| series[level.kpi].points[level.point].value.clone();
    match (ends.a, ends.b) {
        (Some(a), Some(b)) => value(series.a, a) == value(series.b, b),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// What the files of an assessment say was looked at.
#[must_use]
pub fn scopes<'w>(workspace: &'w Workspace, sheet: &Sheet) -> Vec<&'w str> {
    said(workspace, sheet, |file| file.scope.as_deref())
}

/// The rubric versions that the files of an assessment name.
#[must_use]
pub fn pinned<'w>(workspace: &'w Workspace, sheet: &Sheet) -> Vec<&'w str> {
    said(workspace, sheet, version_named)
}

/// The rubric version that a file says it was written for.
fn version_named(file: &Assessment) -> Option<&str> {
    file.pinned.as_deref()
}

/// What the files of an assessment say, each thing once.
fn said<'w>(
    workspace: &'w Workspace,
    sheet: &Sheet,
    what: impl Fn(&'w Assessment) -> Option<&'w str>,
) -> Vec<&'w str> {
    let mut said = Vec::new();
    for file in sheet.files() {
        if let Some(text) = what(&workspace.assessments[file])
            && !said.contains(&text)
        {
            said.push(text);
        }
    }
    said
}

fn beside(sides: Ends<Side<'_>>, ends: Ends<&AssessmentScore>) -> Beside {
    let respondents = |side: Side<'_>, score: &AssessmentScore| -> Vec<String> {
        let said = said(side.workspace, &score.sheet, |file| {
            file.respondent.as_deref()
        });
        said.into_iter().map(str::to_owned).collect()
    };
    let respondents = Ends {
        a: respondents(sides.a, ends.a),
        b: respondents(sides.b, ends.b),
    };
    let evidence = Ends {
        a: evidence(sides.a.workspace, ends.a),
        b: evidence(sides.b.workspace, ends.b),
    };
    let where_state = |holds: &dyn Fn(State, State) -> bool| -> Vec<QuestionIndex> {
        let states = ends.a.questions.iter().zip(&ends.b.questions);
        states
            .enumerate()
            .filter(|(_, (a, b))| holds(a.state, b.state))
            .map(|(index, _)| QuestionIndex(index))
            .collect()
    };
    let (open, none) = (State::Unanswered, State::NotApplicable);
    let contradictions = ends.map(|score| score.contradictions.as_slice());
    let combined = ends.map(|score| score.combined_contradictions.as_slice());
    let [new_contradictions, mut solved_contradictions] = changed(sides, contradictions);
    // What is not claimed any more, or is wrong with the evidence in another way, is no evidence in order.
    let is_shown = |question| {
        let mut still = ends.b.contradictions.iter();
        evidence.b.iter().any(|own| own.question == question)
            && !still.any(|own| own.question == question && own.against.is_of_evidence())
    };
    solved_contradictions.retain(|own| !own.against.is_of_evidence() || is_shown(own.question));
    let [new_combined_contradictions, solved_combined_contradictions] = changed(sides, combined);
    Beside {
        new_respondents: only_in(&respondents.b, &respondents.a, PartialEq::eq),
        gone_respondents: only_in(&respondents.a, &respondents.b, PartialEq::eq),
        new_evidence: only_in(&evidence.b, &evidence.a, shows_the_same),
        lost_evidence: only_in(&evidence.a, &evidence.b, shows_the_same),
        answered_only_at_a: where_state(&|a, b| a != open && b == open),
        answered_only_at_b: where_state(&|a, b| a == open && b != open),
        no_longer_applicable: where_state(&|a, b| a != none && b == none),
        now_applicable: where_state(&|a, b| a == none && b != none),
        new_contradictions,
        solved_contradictions,
        new_combined_contradictions,
        solved_combined_contradictions,
    }
}

/// Of the contradictions at both ends those that are new, and those that are solved.
fn changed(sides: Ends<Side<'_>>, ends: Ends<&[Contradiction]>) -> [Vec<Contradiction>; 2] {
    let first = ends.a.iter();
    let first = first.filter_map(|own| carried_contradiction(sides, own));
    let first: Vec<Contradiction> = first.collect();
    let is_same = Contradiction::is_between_the_same;
    [
        only_in(ends.b, &first, is_same),
        only_in(&first, ends.b, is_same),
    ]
}

/// A contradiction of the first side, with its KPI under its position in the second; `None` where that is gone. The
/// files of the first side are not carried.
fn carried_contradiction(sides: Ends<Side<'_>>, own: &Contradiction) -> Option<Contradiction> {
    let against = match own.against {
        Against::Kpi(kpi) => Against::Kpi(carried_kpi(sides, kpi)?),
        other => other,
    };
    Some(Contradiction {
        question: own.question,
        against,
        maker: Maker::Nobody,
    })
}

/// What is in one list and not in the other.
fn only_in<T: Clone>(these: &[T], others: &[T], is_same: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let is_other = |own: &T| others.iter().any(|other| is_same(own, other));
    these.iter().filter(|own| !is_other(own)).cloned().collect()
}

/// The evidence of every file, each piece once a question.
fn evidence(workspace: &Workspace, score: &AssessmentScore) -> Vec<EvidenceChange> {
    let mut found: Vec<EvidenceChange> = Vec::new();
    for index in 0..score.questions.len() {
        let question = QuestionIndex(index);
        let first = found.len();
        for (_, answer) in score.sheet.answers(workspace, question) {
            for evidence in &answer.evidence {
                let own = EvidenceChange {
                    question,
                    evidence: evidence.clone(),
                };
                if !found[first..]
                    .iter()
                    .any(|known| shows_the_same(known, &own))
                {
                    found.push(own);
                }
            }
        }
    }
    found
}

/// Evidence is known by its title and where it is.
fn shows_the_same(one: &EvidenceChange, other: &EvidenceChange) -> bool {
    one.question == other.question
        && one.evidence.title == other.evidence.title
        && one.evidence.href == other.evidence.href
}
