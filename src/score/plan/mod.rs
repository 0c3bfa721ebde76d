//! From here to a target: what blocks it, the fewest answers that lift a level, and what one answer would do.
//!
//! An answer can be *changed* when its question applies, counts, and no KPI's reading answers it: a reading
//! changes by work, not by answering again. A change raises an answer, or gives one where there was none.
//!
//! Questions belong to one criterion each and criteria to one level, so the fewest answers are found exactly:
//! for a criterion the questions that bring it most, for a level the criteria that cost least, for a scope the
//! level above the one held that costs least. Then each changed answer is lowered to the least that suffices.

mod banded;

use std::collections::BTreeSet;

use crate::model::{
    Criterion, CriterionIndex, DimensionIndex, Exact, Given, LevelTarget, Method, NotApplicable,
    Quantifier, Question, QuestionIndex, Rubric, Scale, ScaleKind, Threshold, Unanswered,
    Workspace,
};
use crate::score::answers::{QuestionScore, State};
use crate::score::assessment::{self, AssessmentScore, Engine, Headline};
use crate::score::banded::Banding;
use crate::score::criterion::{self, CriterionScore};
use crate::score::level::is_met;
use crate::score::practice::Score;
use crate::score::target::{Goal, percent_to_target};

use crate::score::trace::{Fill, Formula, Name, ScopeRef, Term, Traced, Weighted};

/// What a profile of goals still asks for.
#[derive(Debug, Clone)]
pub struct GapPlan {
    /// Each goal, and how it stands.
    pub goals: Vec<GoalStanding>,
    /// What blocks them: each criterion once, the most worth doing first.
    pub blocking: Vec<Blocking>,
    /// The share of the profile that is reached.
    pub percent: Traced,
}

impl GapPlan {
    /// Whether the score has gone all the way, as it is shown, and a goal is still not reached: then its share of
    /// the way says nothing that anybody could act on, and what blocks does.
    #[must_use]
    pub fn is_scored_enough(&self) -> bool {
        let almost = Exact::ratio(995, 1000); // shown as 100 %
        let is_full = |share: &Exact| *share >= almost;
        self.percent.value().is_some_and(is_full) && self.goals.iter().any(|own| !own.is_reached)
    }
}

/// A goal, and how its scope stands to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoalStanding {
    /// The goal.
    pub goal: Goal,
    /// Whether it is reached.
    pub is_reached: bool,
    /// The level that the plan leads to: the goal's own; where the scope asks nothing at that, the next one
    /// above at which it asks something, and above its last such level that one. `None` where it asks nothing.
    pub planned: Option<u32>,
}

impl GoalStanding {
    /// Whether the scope has a level as high as the goal's.
    #[must_use]
    pub fn is_reachable(&self) -> bool {
        self.is_reached || self.planned.is_some_and(|top| top >= self.goal.level)
    }
}

/// A criterion that a goal asks for and that is not met.
#[derive(Debug, Clone)]
pub struct Blocking {
    /// The criterion.
    pub criterion: CriterionIndex,
    /// What its value lacks to 1: all of it where nobody answered.
    pub gap: Traced,
    /// Weight × gap.
    pub priority: Traced,
}

/// The shortest ways up.
#[derive(Debug, Clone)]
pub struct Ways {
    /// That of the whole; `None` at its highest level, where the rule gives it none, and where a score makes it
    /// to which answers do not simply add.
    pub whole: Option<Ascent>,
    /// Those of the dimensions, in the rubric's order.
    pub dimensions: Vec<Option<Ascent>>,
}

/// What it takes to lift a scope above the level that it holds.
#[derive(Debug, Clone)]
pub enum Ascent {
    /// These answers.
    Way(Way),
    /// No answer is enough.
    Barred {
        /// The level after the one held.
        level: u32,
        /// The criteria of it, and of those below, that no answer meets.
        criteria: Vec<CriterionIndex>,
    },
}

impl Ascent {
    /// The way, where there is one.
    #[must_use]
    pub fn way(&self) -> Option<&Way> {
        match self {
            Ascent::Way(way) => Some(way),
            Ascent::Barred { .. } => None,
        }
    }
}

/// A smallest set of answers that lifts a scope.
#[derive(Debug, Clone)]
pub struct Way {
    /// The level after the one held.
    pub next: u32,
    /// The level that the scope then holds: the next one, or a higher one where that takes fewer answers.
    pub level: u32,
    /// The answers, in the rubric's order.
    pub answers: Vec<Change>,
    /// Level and scores of the whole with these answers.
    pub after: Headline,
}

/// One answer changed.
#[derive(Debug, Clone)]
pub struct Change {
    /// The question.
    pub question: QuestionIndex,
    /// What stands for it; `None` where nobody answered.
    pub from: Option<Mark>,
    /// What it would be answered with.
    pub to: Mark,
}

/// What one answer, raised to its best, would do.
#[derive(Debug, Clone)]
pub struct SingleAnswer {
    /// The answer.
    pub change: Change,
    /// Level and scores of the whole with it.
    pub after: Headline,
    /// The change of the practice score; none where there was none.
    pub practice_change: Traced,
    /// The change of the index.
    pub index_change: Traced,
}

/// A place on a question's scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// The choice at this position.
    Choice(usize),
    /// A number on the scale; on one of choices, what several respondents' choices combine to.
    Number(Exact),
}

impl Mark {
    /// What somebody answered; `None` when that has no value.
    #[must_use]
    pub fn of(given: &Given) -> Option<Mark> {
        match given {
            Given::Choice(choice) => Some(Mark::Choice(*choice)),
            Given::Number(number) => Some(Mark::Number(number.clone())),
            Given::Unknown | Given::NotApplicable(_) => None,
        }
    }

    /// What stands for a question of an assessment; `None` where that has no value.
    #[must_use]
    pub fn standing(
        workspace: &Workspace,
        score: &AssessmentScore,
        question: QuestionIndex,
    ) -> Option<Mark> {
        let value = score.questions[question.0].value()?;
        Some(Mark::at(workspace, score, question, value))
    }

    /// The mark at a share of a question's scale, 0 to 1.
    #[must_use]
    pub fn at(
        workspace: &Workspace,
        score: &AssessmentScore,
        question: QuestionIndex,
        share: &Exact,
    ) -> Mark {
        let rubric = &workspace.rubrics[score.rubric];
        let scale = &rubric.scales[rubric.questions[question.0].scale];
        let number = scale.at(share);
        let choices = scale.choices();
        // Of two choices with one value, the one that was given.
        let mut answers = score.sheet.answers(workspace, question);
        let given = answers.find_map(|(_, answer)| match answer.given {
            Given::Choice(choice) if choices[choice].value == number => Some(choice),
            _ => None,
        });
        let choice = given.or_else(|| choices.iter().position(|choice| choice.value == number));
        choice.map_or(Mark::Number(number), Mark::Choice)
    }

    /// The mark as a share of its scale, 0 to 1.
    #[must_use]
    pub fn share(&self, scale: &Scale) -> Exact {
        match self {
            Mark::Choice(choice) => scale.share(&scale.choices()[*choice].value),
            Mark::Number(number) => scale.share(number),
        }
    }

    /// The highest mark of a scale.
    fn best(scale: &Scale) -> Mark {
        let mut best: Option<usize> = None;
        for (index, choice) in scale.choices().iter().enumerate() {
            if best.is_none_or(|best| choice.value > scale.choices()[best].value) {
                best = Some(index);
            }
        }
        best.map_or_else(|| Mark::Number(scale.high.clone()), Mark::Choice)
    }

    /// The least mark whose share reaches `edge`, or lies above it. Of numbers, the least step: a whole one on
    /// a scale of ten or more, tenths below that, and so on.
    fn least(scale: &Scale, edge: &Edge) -> Mark {
        match &scale.kind {
            ScaleKind::Choices(choices) => choices
                .iter()
                .enumerate()
                .filter(|(_, choice)| edge.is_reached_by(&scale.share(&choice.value)))
                .min_by(|(_, one), (_, other)| one.value.cmp(&other.value))
                .map_or_else(|| Mark::best(scale), |(index, _)| Mark::Choice(index)),
            ScaleKind::Numeric(_) => Mark::Number(least_number(scale, edge)),
        }
    }
}

/// The step in which numbers of a scale are given: a power of ten, at most 1, of which it has ten or more.
fn step_of(scale: &Scale) -> Exact {
    const FINEST: usize = 20;
    let range = &scale.high - &scale.low;
    let (ten, tenth) = (Exact::from(10u32), Exact::ratio(1, 10));
    let mut step = Exact::ONE;
    for _ in 0..FINEST {
        if range >= &step * &ten {
            break;
        }
        step = &step * &tenth;
    }
    step
}

fn least_number(scale: &Scale, edge: &Edge) -> Exact {
    let range = &scale.high - &scale.low;
    let step = step_of(scale);
    let number = &scale.low + &(&edge.share * &range);
    let Some(steps) = (&number / &step).floor() else {
        return scale.high.clone();
    };
    let mut least = &Exact::ratio(steps, 1) * &step;
    if !edge.is_reached_by(&scale.share(&least)) {
        least = &least + &step;
    }
    least.clamped(&scale.low, &scale.high)
}

/// What a share must reach.
#[derive(Debug, Clone)]
struct Edge {
    share: Exact,
    /// Whether reaching it is not enough: the bands of ISO/IEC 33020 begin above their edge.
    is_beyond: bool,
}

impl Edge {
    /// What every answer reaches.
    const NONE: Edge = Edge {
        share: Exact::ZERO,
        is_beyond: false,
    };

    fn of(threshold: &Threshold) -> Edge {
        match threshold {
            Threshold::Rating(rating) => Edge {
                share: rating.lower_edge(),
                is_beyond: !threshold.is_met_by(&rating.lower_edge()),
            },
            Threshold::Value(least) => Edge {
                share: least.clone(),
                is_beyond: false,
            },
        }
    }

    fn is_reached_by(&self, share: &Exact) -> bool {
        *share > self.share || (!self.is_beyond && *share == self.share)
    }

    /// Whether so much above the edge, or below it, is enough.
    fn is_reached_with(&self, surplus: &Exact) -> bool {
        *surplus > Exact::ZERO || (!self.is_beyond && surplus.is_zero())
    }
}

/// What blocks the goals of a profile, by weight × gap.
#[must_use]
pub fn gap_plan(workspace: &Workspace, score: &AssessmentScore, profile: &[Goal]) -> GapPlan {
    let planner = Planner::new(workspace, score);
    let mut asked = BTreeSet::new();
    let mut goals = Vec::with_capacity(profile.len());
    for goal in profile {
        let (standing, blocking) = planner.standing(*goal);
        goals.push(standing);
        asked.extend(blocking);
    }
    let mut blocking: Vec<Blocking> = asked
        .into_iter()
        .map(|index| planner.blocking(index))
        .collect();
    blocking.sort_by(|one, other| other.priority.value().cmp(&one.priority.value()));
    GapPlan {
        goals,
        blocking,
        percent: percent_to_target(score, profile),
    }
}

/// The shortest way up of the whole and of each dimension.
#[must_use]
pub fn shortest_ways(workspace: &Workspace, score: &AssessmentScore) -> Ways {
    let planner = Planner::new(workspace, score);
    Ways {
        whole: planner.ascent(None),
        dimensions: (0..planner.rubric.dimensions.len())
            .map(|index| planner.ascent(Some(DimensionIndex(index))))
            .collect(),
    }
}

/// The shortest way up of one scope.
#[must_use]
pub fn shortest_way(
    workspace: &Workspace,
    score: &AssessmentScore,
    scope: ScopeRef,
) -> Option<Ascent> {
    Planner::new(workspace, score).ascent(scope)
}

/// The shortest way of the whole to a level, or above it; `None` where it is held.
#[must_use]
pub fn shortest_way_to(
    workspace: &Workspace,
    score: &AssessmentScore,
    level: u32,
) -> Option<Ascent> {
    if score.whole.level.is_some_and(|held| held >= level) {
        return None;
    }
    Planner::new(workspace, score).ascent_to(None, Some(level))
}

/// The shortest way to the level that a target names for the whole, where the way up, `ascent`, ends below it.
#[must_use]
pub fn way_beyond(
    workspace: &Workspace,
    score: &AssessmentScore,
    ascent: Option<&Ascent>,
    target: &LevelTarget,
) -> Option<Ascent> {
    let wanted = target.level?;
    let reached = match ascent? {
        Ascent::Way(way) => way.level,
        Ascent::Barred { level, .. } => *level,
    };
    match reached < wanted {
        true => shortest_way_to(workspace, score, wanted),
        false => None,
    }
}

/// What each answer that can be changed would do, raised to its best: those that lift the level first, then
/// those that lift the index most.
#[must_use]
pub fn single_answers(workspace: &Workspace, score: &AssessmentScore) -> Vec<SingleAnswer> {
    let planner = Planner::new(workspace, score);
    let (mut trial, before) = (planner.trial(), planner.dimensions());
    let mut found: Vec<SingleAnswer> = planner
        .all_changeable()
        .map(|question| planner.single_answer(question, &mut trial, &before))
        .collect();
    found.sort_by(|one, other| {
        let key =
            |single: &SingleAnswer| (single.after.level, single.index_change.value().cloned());
        key(other).cmp(&key(one))
    });
    found
}

/// What one answer would do, raised to its best; `None` where it cannot be changed.
#[must_use]
pub fn single_answer(
    workspace: &Workspace,
    score: &AssessmentScore,
    question: QuestionIndex,
) -> Option<SingleAnswer> {
    let planner = Planner::new(workspace, score);
    let mut changeable = planner.all_changeable();
    let question = changeable.find(|changeable| *changeable == question)?;
    Some(planner.single_answer(question, &mut planner.trial(), &planner.dimensions()))
}

/// The questions whose answer can be changed, in the rubric's order.
#[must_use]
pub fn changeable(workspace: &Workspace, score: &AssessmentScore) -> Vec<QuestionIndex> {
    Planner::new(workspace, score).all_changeable().collect()
}

/// The assessment as it would be scored with these answers.
#[must_use]
pub fn supposed(
    workspace: &Workspace,
    score: &AssessmentScore,
    answers: &[Change],
) -> AssessmentScore {
    let planner = Planner::new(workspace, score);
    let mut questions = score.questions.clone();
    for change in answers {
        questions[change.question.0] = planner.answered(change);
    }
    assessment::supposed(workspace, score, questions)
}

/// One assessment, and what answers can change in it.
struct Planner<'p> {
    workspace: &'p Workspace,
    rubric: &'p Rubric,
    score: &'p AssessmentScore,
    engine: Engine<'p>,
}

/// The assessment with answers tried in it.
struct Trial {
    questions: Vec<QuestionScore>,
    criteria: Vec<CriterionScore>,
}

/// Where a way leads: above the level that a scope holds, and no lower than the one wanted.
struct Ahead {
    scope: ScopeRef,
    held: Option<u32>,
    wanted: Option<u32>,
}

impl Ahead {
    fn is_reached_by(&self, level: Option<u32>) -> bool {
        level > self.held && self.wanted.is_none_or(|wanted| level >= Some(wanted))
    }
}

/// A level above the floor that asks something of a scope, or would with one more answer.
struct Rung {
    number: u32,
    /// The criteria that count.
    counted: Vec<CriterionIndex>,
    /// Those that nobody answered and that are left out until somebody does.
    open: Vec<CriterionIndex>,
}

impl<'p> Planner<'p> {
    fn new(workspace: &'p Workspace, score: &'p AssessmentScore) -> Planner<'p> {
        let rubric = &workspace.rubrics[score.rubric];
        Planner {
            workspace,
            rubric,
            score,
            engine: Engine::new(workspace, rubric),
        }
    }

    /// The levels of a scope that answers can move, lowest first.
    fn rungs(&self, scope: ScopeRef) -> Vec<Rung> {
        let floor = self.rubric.floor;
        let mut rungs: Vec<Rung> = self
            .rubric
            .levels
            .iter()
            .filter(|level| floor.is_none_or(|floor| level.number > floor))
            .map(|level| Rung {
                number: level.number,
                counted: Vec::new(),
                open: Vec::new(),
            })
            .collect();
        for index in self.engine.criteria(scope) {
            let criterion = self.criterion(*index);
            let rung = rungs
                .iter_mut()
                .find(|rung| Some(rung.number) == criterion.level);
            let Some(rung) = rung.filter(|_| criterion.is_scored()) else {
                continue;
            };
            if self.value(*index).is_some() {
                rung.counted.push(*index);
            } else if self.is_open(*index) {
                rung.open.push(*index);
            }
        }
        rungs.retain(|rung| !rung.counted.is_empty() || !rung.open.is_empty());
        rungs
    }

    fn criterion(&self, index: CriterionIndex) -> &'p Criterion {
        &self.rubric.criteria[index.0]
    }

    fn value(&self, index: CriterionIndex) -> Option<&Exact> {
        self.score.criteria[index.0].value.value()
    }

    /// Whether a criterion without a value gets one when somebody answers.
    fn is_open(&self, index: CriterionIndex) -> bool {
        self.value(index).is_none() && self.changeable(index).next().is_some()
    }

    fn scale(&self, question: QuestionIndex) -> &'p Scale {
        &self.rubric.scales[self.rubric.questions[question.0].scale]
    }

    /// The questions of a criterion that count and whose answer can be raised, or given.
    fn changeable(
        &self,
        index: CriterionIndex,
    ) -> impl Iterator<Item = (QuestionIndex, &'p Question)> {
        let (rubric, score) = (self.rubric, self.score);
        let criterion = &rubric.criteria[index.0];
        let is_changeable = move |(question, definition): &(QuestionIndex, &Question)| {
            let own = &score.questions[question.0];
            let scale = &rubric.scales[definition.scale];
            let can_rise = match own.value() {
                Some(value) => *value < Mark::best(scale).share(scale),
                None => own.state != State::NotApplicable,
            };
            can_rise && own.kpi.is_none() && !definition.weight.is_zero()
        };
        rubric
            .questions_of(criterion)
            .filter(is_changeable)
            .filter(move |_| criterion.is_scored())
    }

    fn all_changeable(&self) -> impl Iterator<Item = QuestionIndex> {
        (0..self.rubric.criteria.len())
            .flat_map(|index| self.changeable(CriterionIndex(index)))
            .map(|(question, _)| question)
    }

    // What blocks a goal.

    fn standing(&self, goal: Goal) -> (GoalStanding, Vec<CriterionIndex>) {
        if let Some(banding) = &self.score.scope(goal.scope).banding {
            self.band_standing(goal, banding)
        } else if self.engine.has_level(goal.scope) {
            self.level_standing(goal)
        } else {
            self.score_standing(goal)
        }
    }

    fn level_standing(&self, goal: Goal) -> (GoalStanding, Vec<CriterionIndex>) {
        let scope = self.score.scope(goal.scope);
        let rungs = self.rungs(goal.scope);
        let planned = rungs
            .iter()
            .map(|rung| rung.number)
            .find(|number| *number >= goal.level)
            .or(rungs.last().map(|rung| rung.number));
        let standing = GoalStanding {
            goal,
            is_reached: scope.level.is_some_and(|held| held >= goal.level),
            planned,
        };
        let mut blocking = Vec::new();
        for rung in rungs.iter().filter(|_| !standing.is_reached) {
            let rule = &self.rubric.rules.level;
            let gate = scope.gates.iter().find(|gate| gate.number == rung.number);
            let is_asked_below = match rule.method {
                Method::Cumulative => planned.is_some_and(|planned| rung.number < planned),
                Method::Highest | Method::Banded(_) | Method::None => false,
            };
            if Some(rung.number) == planned {
                match gate {
                    Some(gate) if gate.own.passes => {}
                    Some(_) => blocking.extend(self.unmet(&rung.counted, &rule.met_at)),
                    None => blocking.extend(&rung.open),
                }
            } else if is_asked_below && gate.is_some_and(|gate| !gate.lower.passes) {
                blocking.extend(self.unmet(&rung.counted, &rule.lower_met_at));
            }
        }
        (standing, blocking)
    }

    fn unmet(&self, criteria: &[CriterionIndex], threshold: &Threshold) -> Vec<CriterionIndex> {
        let is_unmet = |index: &CriterionIndex| !is_met(&self.score.criteria[index.0], threshold);
        criteria.iter().copied().filter(is_unmet).collect()
    }

    /// Where the score makes the levels, whatever is below full value keeps it from the edge.
    fn band_standing(&self, goal: Goal, banding: &Banding) -> (GoalStanding, Vec<CriterionIndex>) {
        let maximum = &self.score.scope(goal.scope).maximum;
        let most = banding.with(maximum);
        let blocking = self.below_full(goal.scope, &|_: &Criterion| true);
        // Where nothing counts yet, any answer may lead there.
        let is_open = maximum.value().is_none() && !blocking.is_empty();
        let standing = GoalStanding {
            goal,
            is_reached: banding.has_reached(goal.level),
            planned: if most.has_reached(goal.level) || is_open {
                Some(goal.level)
            } else {
                most.held(self.rubric.floor)
            },
        };
        if standing.is_reached {
            return (standing, Vec::new());
        }
        (standing, blocking)
    }

    /// Where there is no level, the practice score stands for it. Whatever is below full value blocks, up to the
    /// level that the plan leads to; beyond it as well where that alone leaves the score too low.
    fn score_standing(&self, goal: Goal) -> (GoalStanding, Vec<CriterionIndex>) {
        let scope = self.score.scope(goal.scope);
        let wanted = Exact::from(goal.level);
        let reaches = |score: &Traced| score.value().is_some_and(|score| *score >= wanted);
        let rungs = self.rungs(goal.scope);
        let numbers = || rungs.iter().map(|rung| rung.number);
        let floor = self.rubric.floor;
        let all = self.below_full(goal.scope, &|criterion| {
            let is_above = |level: u32| floor.is_none_or(|floor| level > floor);
            criterion.level.is_none_or(is_above)
        });
        // Where nothing counts yet, any answer may lead there.
        let is_open = scope.maximum.value().is_none() && !all.is_empty();
        let planned = numbers()
            .find(|number| *number >= goal.level)
            .or_else(|| reaches(&scope.maximum).then_some(goal.level))
            .or_else(|| numbers().next_back())
            .or_else(|| is_open.then_some(goal.level));
        let standing = GoalStanding {
            goal,
            is_reached: reaches(&scope.practice),
            planned,
        };
        if standing.is_reached {
            return (standing, Vec::new());
        }
        let highest = planned.map_or(goal.level, |planned| planned.max(goal.level));
        let is_asked = |index: &CriterionIndex| {
            let level = self.criterion(*index).level;
            level.is_none_or(|level| level <= highest)
        };
        let asked: Vec<CriterionIndex> = all.iter().copied().filter(is_asked).collect();
        if reaches(&self.score_with(goal.scope, &asked)) {
            (standing, asked)
        } else {
            (standing, all)
        }
    }

    /// The score of a scope with some criteria achieved.
    fn score_with(&self, scope: ScopeRef, achieved: &[CriterionIndex]) -> Traced {
        let mut criteria = self.score.criteria.clone();
        for index in achieved {
            let own = &mut criteria[index.0];
            let most = own.achieved.as_ref().and_then(|most| most.value());
            let most = most.cloned().unwrap_or(Exact::ONE);
            let name = Name::Criterion(*index, Fill::Achieved);
            own.value = Traced::of(Term::fixed(name, most).into());
        }
        self.engine.practice_of(&criteria, scope)
    }

    /// The criteria of a scope that are asked for and not achieved in full.
    fn below_full(
        &self,
        scope: ScopeRef,
        is_asked: &dyn Fn(&Criterion) -> bool,
    ) -> Vec<CriterionIndex> {
        let criteria = self.engine.criteria(scope).iter().copied();
        let is_below = |index: &CriterionIndex| {
            let criterion = self.criterion(*index);
            let is_full = self.value(*index).is_none_or(|value| *value >= Exact::ONE);
            criterion.is_scored() && is_asked(criterion) && (!is_full || self.is_open(*index))
        };
        criteria.filter(is_below).collect()
    }

    fn blocking(&self, index: CriterionIndex) -> Blocking {
        let value = &self.score.criteria[index.0].value;
        let name = Name::Criterion(index, Fill::ByRule);
        let value = match value.value() {
            Some(_) => value.named(name),
            None => Term::fixed(name, Exact::ZERO),
        };
        let gap = Traced::of(Formula::less(Term::fixed(Name::One, Exact::ONE), value));
        let weight = &self.criterion(index).weight;
        let weighted = Weighted::new(weight, gap.named(Name::Gap(index)));
        Blocking {
            criterion: index,
            priority: Traced::of(Formula::WeightedSum(vec![weighted])),
            gap,
        }
    }

    // The shortest way up.

    fn ascent(&self, scope: ScopeRef) -> Option<Ascent> {
        self.ascent_to(scope, None)
    }

    /// The way to a level, or above it; where none is named, above the one held.
    fn ascent_to(&self, scope: ScopeRef, wanted: Option<u32>) -> Option<Ascent> {
        let rule = &self.rubric.rules.level;
        if !self.engine.has_level(scope) {
            return None;
        }
        let asks_below = match rule.method {
            Method::Cumulative => true,
            Method::Highest => false,
            Method::Banded(_) => return self.band_ascent(scope, wanted),
            Method::None => return None,
        };
        let goal = self.goal(scope, wanted);
        let (own, lower) = (Edge::of(&rule.met_at), Edge::of(&rule.lower_met_at));
        let rungs = self.rungs(scope);
        let mut below = Some(Vec::new());
        let mut shortest: Option<Vec<QuestionIndex>> = None;
        let mut next = None;
        for rung in &rungs {
            if goal.is_reached_by(Some(rung.number)) {
                next = next.or(Some(rung.number));
                let way = self.passing(rung, &own).zip(below.as_ref());
                let way = way.map(|(own, below)| [below.as_slice(), &own].concat());
                let is_shorter = |way: &Vec<QuestionIndex>| {
                    shortest.as_ref().is_none_or(|best| way.len() < best.len())
                };
                shortest = way.filter(is_shorter).or(shortest);
            }
            if asks_below && !rung.counted.is_empty() {
                let more = self.passing(rung, &lower);
                below = below.zip(more).map(|(below, more)| [below, more].concat());
            }
        }
        let next = next?;
        Some(match shortest {
            Some(questions) => Ascent::Way(self.way(&goal, next, questions, &[own, lower])),
            None => Ascent::Barred {
                level: next,
                criteria: self.bars(&rungs, next, asks_below, &own, &lower),
            },
        })
    }

    /// The fewest questions to be answered for a level to pass; `None` when no answers make it pass.
    fn passing(&self, rung: &Rung, edge: &Edge) -> Option<Vec<QuestionIndex>> {
        // What must be answered anyway, and for each criterion what meets it beyond that.
        let mut questions = Vec::new();
        let mut rising: Vec<Vec<QuestionIndex>> = Vec::new();
        for index in &rung.counted {
            let due = self.due(*index);
            if let Some(mut lifted) = self.lift(*index, edge) {
                lifted.retain(|question| !due.contains(question));
                rising.push(lifted);
            }
            questions.extend(due);
        }
        rising.sort_by_key(Vec::len);
        let opening = rung.open.iter().filter_map(|index| self.lift(*index, edge));
        let opening: Vec<Vec<QuestionIndex>> = opening.collect();
        let mut costs = vec![0];
        costs.extend(rising.iter().scan(0, |cost, lifted| {
            *cost += lifted.len();
            Some(*cost)
        }));
        // A criterion that joins raises the number that counts too: try each number of them.
        let (_, joining, met) = (0..=opening.len())
            .filter(|joining| rung.counted.len() + joining > 0)
            .filter_map(|joining| {
                let wanted = self.wanted(rung.counted.len() + joining);
                let met = wanted.saturating_sub(joining);
                Some((costs.get(met)? + joining, joining, met))
            })
            .min()?;
        questions.extend(rising.into_iter().take(met).flatten());
        questions.extend(opening.into_iter().take(joining).flatten());
        Some(questions)
    }

    /// How many of so many criteria a level wants met.
    fn wanted(&self, criteria: usize) -> usize {
        match &self.rubric.rules.level.quantifier {
            Quantifier::All => criteria,
            Quantifier::Any => 1,
            Quantifier::Share(share) => {
                let exact = share * &Exact::from(criteria);
                let rounded_up = (-exact).floor().map(|floor| -floor);
                rounded_up.map_or(criteria, |wanted| usize::try_from(wanted).unwrap_or(0))
            }
        }
    }

    /// The questions whose lack of an answer blocks their level.
    fn due(&self, index: CriterionIndex) -> Vec<QuestionIndex> {
        if self.rubric.rules.level.unanswered != Unanswered::Blocks {
            return Vec::new();
        }
        self.changeable(index)
            .filter(|(question, _)| self.score.questions[question.0].state.is_missing())
            .map(|(question, _)| question)
            .collect()
    }

    /// The fewest answers, raised to their best, that bring a criterion to `edge`: those that are due, then
    /// those that bring most. `None` when all of them together do not.
    fn lift(&self, index: CriterionIndex, edge: &Edge) -> Option<Vec<QuestionIndex>> {
        let due = self.due(index);
        let mut surplus = Exact::ZERO;
        let mut counts = false;
        for (question, definition) in self.rubric.questions_of(self.criterion(index)) {
            if let Some(value) = self
                .counted(&self.score.questions[question.0])
                .filter(|_| !definition.weight.is_zero())
            {
                surplus = surplus + &definition.weight * &(&value - &edge.share);
                counts = true;
            }
        }
        let mut gains: Vec<(bool, Exact, QuestionIndex)> = Vec::new();
        for (question, definition) in self.changeable(index) {
            let scale = self.scale(question);
            // What is left out adds its weight too: it must lie above the edge to help.
            let before = self
                .counted(&self.score.questions[question.0])
                .unwrap_or(edge.share.clone());
            let gain = &definition.weight * &(Mark::best(scale).share(scale) - before);
            gains.push((due.contains(&question), gain, question));
        }
        gains.sort_by(|one, other| (other.0, &other.1).cmp(&(one.0, &one.1)));
        let mut chosen = Vec::new();
        for (is_due, gain, question) in gains {
            let is_met = counts && edge.is_reached_with(&surplus);
            if !is_due && (is_met || gain.is_negative()) {
                break;
            }
            surplus = surplus + gain;
            counts = true;
            chosen.push(question);
        }
        (counts && edge.is_reached_with(&surplus)).then_some(chosen)
    }

    /// The value that a question counts with; `None` where it is left out.
    fn counted(&self, own: &QuestionScore) -> Option<Exact> {
        let rule = &self.rubric.rules.level;
        match (own.state, rule.not_applicable, rule.unanswered) {
            (State::Answered, ..) => own.term.value.clone(),
            (State::NotApplicable, NotApplicable::Exclude, _)
            | (State::Unknown | State::Unanswered | State::Partial, _, Unanswered::Exclude) => None,
            (State::NotApplicable, NotApplicable::Full, _) => Some(Exact::ONE),
            (State::NotApplicable, NotApplicable::Zero, _)
            | (
                State::Unknown | State::Unanswered | State::Partial,
                _,
                Unanswered::Blocks | Unanswered::Zero,
            ) => Some(Exact::ZERO),
        }
    }

    /// The criteria that keep a level from passing whatever is answered. Those that are left out until somebody
    /// answers are in nobody's way, but where a level asks nothing else.
    fn bars(
        &self,
        rungs: &[Rung],
        next: u32,
        asks_below: bool,
        own: &Edge,
        lower: &Edge,
    ) -> Vec<CriterionIndex> {
        let mut bars = Vec::new();
        for rung in rungs.iter().filter(|rung| rung.number <= next) {
            let is_next = rung.number == next;
            if !is_next && (!asks_below || rung.counted.is_empty()) {
                continue;
            }
            let edge = if is_next { own } else { lower };
            if self.passing(rung, edge).is_none() {
                let asked = match rung.counted.is_empty() {
                    true => &rung.open,
                    false => &rung.counted,
                };
                let is_unmet = |index: &CriterionIndex| self.lift(*index, edge).is_none();
                bars.extend(asked.iter().copied().filter(is_unmet));
            }
        }
        bars.sort();
        bars
    }

    /// Raises the answers to their best, lowers one after the other to the least that still lifts the scope,
    /// and scores the whole anew.
    fn way(&self, goal: &Ahead, next: u32, raised: Vec<QuestionIndex>, edges: &[Edge]) -> Way {
        let (mut trial, mut answers) = self.raised(raised);
        for change in &mut answers {
            for mark in self.marks(change.question, &trial.questions, edges) {
                change.to = mark;
                self.answer(&mut trial, change);
                if self.is_lifted(&trial, goal) {
                    break; // the best, which is tried last, lifts it
                }
            }
        }
        self.led_to(goal.scope, next, answers, &trial)
    }

    /// Questions answered with their best, in the rubric's order.
    fn raised(&self, mut questions: Vec<QuestionIndex>) -> (Trial, Vec<Change>) {
        questions.sort();
        let mut trial = self.trial();
        let answers = questions.into_iter().map(|question| {
            let change = self.change(question, Mark::best(self.scale(question)));
            self.answer(&mut trial, &change);
            change
        });
        let answers = answers.collect();
        (trial, answers)
    }

    /// The way of these answers, which are those tried.
    fn led_to(&self, scope: ScopeRef, next: u32, answers: Vec<Change>, trial: &Trial) -> Way {
        Way {
            next,
            level: self.engine.level(&trial.criteria, scope).unwrap_or(next),
            answers,
            after: self.engine.headline(&trial.criteria, &self.score.outcome),
        }
    }

    fn trial(&self) -> Trial {
        Trial {
            questions: self.score.questions.clone(),
            criteria: self.score.criteria.clone(),
        }
    }

    /// The scores of the dimensions as they stand.
    fn dimensions(&self) -> Vec<Score> {
        let practice = self.engine.practice(&self.score.criteria, Fill::ByRule);
        practice.dimensions()
    }

    fn answer(&self, trial: &mut Trial, change: &Change) {
        let index = self.rubric.questions[change.question.0].criterion;
        trial.questions[change.question.0] = self.answered(change);
        trial.criteria[index.0] = criterion::score(self.rubric, index, &trial.questions);
    }

    /// Puts back what stands for a question. Nothing else of its criterion is being tried.
    fn take_back(&self, trial: &mut Trial, question: QuestionIndex) {
        let index = self.rubric.questions[question.0].criterion;
        trial.questions[question.0] = self.score.questions[question.0].clone();
        trial.criteria[index.0] = self.score.criteria[index.0].clone();
    }

    fn goal(&self, scope: ScopeRef, wanted: Option<u32>) -> Ahead {
        Ahead {
            scope,
            held: self.score.scope(scope).level,
            wanted,
        }
    }

    fn is_lifted(&self, trial: &Trial, goal: &Ahead) -> bool {
        goal.is_reached_by(self.engine.level(&trial.criteria, goal.scope))
    }

    /// The marks of a question at which anything changes, lowest first: the least that can be answered, those
    /// with which its criterion reaches an edge, and the best.
    fn marks(
        &self,
        question: QuestionIndex,
        questions: &[QuestionScore],
        edges: &[Edge],
    ) -> Vec<Mark> {
        let scale = self.scale(question);
        let own = &self.rubric.questions[question.0];
        let mut marks = vec![Mark::least(scale, &Edge::NONE), Mark::best(scale)];
        for edge in edges {
            let others = self.rubric.questions_of(self.criterion(own.criterion));
            let others: Exact = others
                .filter(|(other, _)| *other != question)
                .filter_map(|(other, definition)| {
                    let value = self.counted(&questions[other.0])?;
                    Some(&definition.weight * &(&value - &edge.share))
                })
                .sum();
            // weight × (share − edge) + others is to be 0 or more, or above 0.
            let enough = Edge {
                share: &edge.share - &(&others / &own.weight),
                is_beyond: edge.is_beyond,
            };
            marks.push(Mark::least(scale, &enough));
        }
        marks.sort_by_key(|mark| mark.share(scale));
        marks.dedup();
        marks
    }

    fn change(&self, question: QuestionIndex, to: Mark) -> Change {
        Change {
            question,
            from: self.mark(question),
            to,
        }
    }

    /// What stands for a question, on its scale.
    fn mark(&self, question: QuestionIndex) -> Option<Mark> {
        Mark::standing(self.workspace, self.score, question)
    }

    /// What would stand for a question.
    fn answered(&self, change: &Change) -> QuestionScore {
        let share = change.to.share(self.scale(change.question));
        QuestionScore {
            state: State::Answered,
            term: Term::fixed(Name::Question(change.question), share),
            kpi: None,
        }
    }

    // What one answer does.

    /// Nothing is tried in `trial`, before or afterwards; `before` are the scores of the dimensions as they stand.
    fn single_answer(
        &self,
        question: QuestionIndex,
        trial: &mut Trial,
        before: &[Score],
    ) -> SingleAnswer {
        let change = self.change(question, Mark::best(self.scale(question)));
        self.answer(trial, &change);
        let index = self.rubric.questions[question.0].criterion;
        let changed = self.criterion(index).dimension;
        let (engine, outcome) = (&self.engine, &self.score.outcome);
        let after = engine.headline_with(&trial.criteria, before, changed, outcome);
        self.take_back(trial, question);
        let gained = |name, after: &Option<Exact>, before: Term| {
            let after = Term::computed(name, after.clone());
            Traced::of(Formula::less(after, before))
        };
        let practice = &self.score.whole.practice;
        let practice = practice.named(Name::Practice(None, Fill::ByRule));
        SingleAnswer {
            practice_change: gained(Name::PracticeAfter, &after.practice, practice),
            index_change: gained(
                Name::IndexAfter,
                &after.index,
                self.score.index.named(Name::Index),
            ),
            change,
            after,
        }
    }
}
