//! Objectives and key results to begin with: what an assessment lacks to its target, as a cycle's plan.
//!
//! For each rubric the dimensions that lack most, by the priority of the criteria that block the target (weight × gap),
//! become objectives. The key results of one are, in this order and as far as there are any: the dimension's score to
//! the next level; its KPIs below the target level, from the latest reading to where the next level begins; shipped key
//! results that improve the same dimension and whose KPI has a reading; the criteria that the next level lacks, as
//! milestones; a shipped percentage to reach. One that is about time gets a KPI of quality to keep beside it.

use std::collections::HashSet;

use crate::locale::{Locale, Word};
use crate::model::{
    Ambition, Baseline, CriterionIndex, Cycle, DateRange, DimensionIndex, Direction, Edge, Exact,
    Id, Keep, KeyResult, KeyResultKind, Kpi, LevelTarget, MaturityRef, Milestone, Objective,
    Period, Place, Rubric, Target, Text, Unit, ValueSource, Workspace,
};
use crate::score::plan::gap_plan;
use crate::score::target::{Goal, profile};
use crate::score::trace::ScopeRef;
use crate::score::{AssessmentScore, Point, Scores};

/// What a suggestion is made for.
#[derive(Debug, Clone)]
pub struct Wish {
    /// Rubrics by position; empty: those with a target, else every assessed one that gives levels.
    pub rubrics: Vec<usize>,
    /// The level to aim at, in place of the targets of `regua.yaml`.
    pub level: Option<u32>,
    /// The most objectives.
    pub most: usize,
    /// The cycle.
    pub period: Period,
}

/// The most key results of an objective, and how many it has before milestones fill it up.
const MOST_KEY_RESULTS: usize = 4;
const ENOUGH_KEY_RESULTS: usize = 3;
/// The most KPIs of an objective, and the most milestones of a key result.
const MOST_KPIS: usize = 2;
const MOST_MILESTONES: usize = 5;

/// Drafts a cycle. `catalogue` is the workspace of the shipped objectives, planned for the same cycle.
#[must_use]
pub fn suggest(
    workspace: &Workspace,
    scores: &Scores,
    catalogue: Option<&Workspace>,
    wish: &Wish,
    locale: &Locale,
) -> Cycle {
    let days = wish.period.range(workspace.settings.fiscal_year_start);
    let mut drafter = Drafter {
        workspace,
        scores,
        catalogue,
        locale,
        days,
        ids: HashSet::new(),
        measured: HashSet::new(),
    };
    let mut gaps: Vec<Gap<'_>> = assessed(workspace, scores, wish)
        .into_iter()
        .flat_map(|score| gaps_of(workspace, score, wish.level))
        .collect();
    // The first of equals is the first in the rubric.
    gaps.sort_by(|one, other| other.priority.cmp(&one.priority));
    let mut objectives = Vec::new();
    for gap in &gaps {
        if objectives.len() == wish.most {
            break;
        }
        objectives.extend(drafter.objective(gap));
    }
    Cycle {
        id: wish.period.to_string(),
        period: wish.period,
        days,
        objectives,
        check_ins: Vec::new(),
        closing: None,
        accepts: Vec::new(),
        place: Place::NOWHERE,
    }
}

/// A dimension with what blocks it.
struct Gap<'s> {
    score: &'s AssessmentScore,
    dimension: DimensionIndex,
    /// The level aimed at.
    goal: u32,
    priority: Exact,
    blocking: Vec<CriterionIndex>,
}

/// The latest assessments to draft from.
fn assessed<'s>(
    workspace: &Workspace,
    scores: &'s Scores,
    wish: &Wish,
) -> Vec<&'s AssessmentScore> {
    let latest = || scores.latest().map(|(score, _)| score);
    if !wish.rubrics.is_empty() {
        return latest()
            .filter(|score| wish.rubrics.contains(&score.rubric))
            .collect();
    }
    let has_target = |score: &&AssessmentScore| target_of(workspace, score).is_some();
    let aimed: Vec<&AssessmentScore> = latest().filter(has_target).collect();
    if !aimed.is_empty() {
        return aimed;
    }
    latest()
        .filter(|score| score.whole.level.is_some())
        .collect()
}

fn target_of<'w>(workspace: &'w Workspace, score: &AssessmentScore) -> Option<&'w LevelTarget> {
    let mut targets = workspace.settings.targets.iter();
    targets.find(|target| target.rubric == score.rubric)
}

/// The goals of an assessment: those of its target, or the level asked for, or the next one.
fn goals(workspace: &Workspace, score: &AssessmentScore, level: Option<u32>) -> Vec<Goal> {
    let rubric = &workspace.rubrics[score.rubric];
    let whole = |level: u32| {
        vec![Goal {
            scope: None,
            level,
            place: None,
        }]
    };
    match (level, target_of(workspace, score)) {
        (Some(level), _) => whole(level),
        (None, Some(target)) => profile(target),
        (None, None) => {
            let held = score.whole.level.or(rubric.floor).unwrap_or(0);
            let next = rubric.levels.iter().find(|level| level.number > held);
            next.map_or_else(Vec::new, |level| whole(level.number))
        }
    }
}

/// The outermost dimensions of an assessment, each with the criteria that block its goal.
fn gaps_of<'s>(
    workspace: &Workspace,
    score: &'s AssessmentScore,
    level: Option<u32>,
) -> Vec<Gap<'s>> {
    let rubric = &workspace.rubrics[score.rubric];
    let goals = goals(workspace, score, level);
    let plan = gap_plan(workspace, score, &goals);
    let goal_of = |dimension: DimensionIndex| {
        let of = |scope: ScopeRef| goals.iter().find(|goal| goal.scope == scope);
        of(Some(dimension))
            .or_else(|| of(None))
            .map(|goal| goal.level)
    };
    let dimensions = rubric.children(None);
    dimensions
        .filter_map(|dimension| {
            let blocking: Vec<&crate::score::plan::Blocking> = plan
                .blocking
                .iter()
                .filter(|own| {
                    outermost(rubric, rubric.criteria[own.criterion.0].dimension) == dimension
                })
                .collect();
            let priority: Exact = blocking.iter().filter_map(|own| own.priority.value()).sum();
            Some(Gap {
                score,
                dimension,
                goal: goal_of(dimension)?,
                priority,
                blocking: blocking.iter().map(|own| own.criterion).collect(),
            })
        })
        .filter(|gap| !gap.blocking.is_empty())
        .collect()
}

fn outermost(rubric: &Rubric, dimension: DimensionIndex) -> DimensionIndex {
    match rubric.dimension(dimension).parent {
        Some(parent) => outermost(rubric, parent),
        None => dimension,
    }
}

struct Drafter<'d> {
    workspace: &'d Workspace,
    scores: &'d Scores,
    catalogue: Option<&'d Workspace>,
    locale: &'d Locale,
    days: DateRange,
    /// Ids of objectives and key results that are taken.
    ids: HashSet<String>,
    /// KPIs that a key result leads somewhere.
    measured: HashSet<usize>,
}

impl<'d> Drafter<'d> {
    fn objective(&mut self, gap: &Gap<'_>) -> Option<Objective> {
        let rubric = &self.workspace.rubrics[gap.score.rubric];
        let dimension = rubric.dimension(gap.dimension);
        let level = next_level(rubric, gap);
        let mut key_results = Vec::new();
        key_results.extend(self.score(gap, level));
        key_results.extend(self.kpis(gap));
        let room = MOST_KEY_RESULTS.saturating_sub(key_results.len());
        key_results.extend(self.of_catalogue(gap, room));
        if key_results.len() < ENOUGH_KEY_RESULTS {
            key_results.extend(self.milestones(gap, level));
        }
        if key_results.len() < ENOUGH_KEY_RESULTS {
            key_results.extend(self.percentage(gap));
        }
        let counterweight = self.counterweight(&key_results);
        key_results.extend(counterweight);
        if key_results.is_empty() {
            return None;
        }
        let level = rubric.level(level)?;
        let words = [
            ("dimension", Word::from(self.in_words(&dimension.title))),
            ("level", Word::from(level.number.to_string())),
            ("title", Word::from(self.in_words(&level.title))),
        ];
        let title = self.text("suggest-objective", &words);
        Some(Objective {
            id: self.free_id(&format!("better-{}", dimension.id))?,
            title,
            owner: None,
            ambition: Ambition::Committed,
            weight: Exact::ONE,
            improves: Some(MaturityRef {
                rubric: gap.score.rubric,
                dimension: Some(gap.dimension),
            }),
            supports: Vec::new(),
            from: None,
            key_results,
            accepts: Vec::new(),
            place: Place::NOWHERE,
        })
    }

    /// The dimension's score, from where it is to the next level above.
    fn score(&mut self, gap: &Gap<'_>, level: u32) -> Option<KeyResult> {
        let rubric = &self.workspace.rubrics[gap.score.rubric];
        let practice = gap.score.scope(Some(gap.dimension)).practice.value()?;
        let mut levels = rubric.levels.iter().map(|own| Exact::from(own.number));
        let target = levels.find(|own| practice < own && *own <= Exact::from(level))?;
        if !rubric.scores_along_levels() {
            return None;
        }
        let dimension = rubric.dimension(gap.dimension);
        let words = [
            ("dimension", Word::from(self.in_words(&dimension.title))),
            ("from", Word::from(self.locale.number_short(practice, 2))),
            ("to", Word::from(self.locale.number_short(&target, 2))),
        ];
        let title = self.text("suggest-score", &words);
        let id = self.free_id(&format!("{}-score", dimension.id))?;
        let source = ValueSource::Score(MaturityRef {
            rubric: gap.score.rubric,
            dimension: Some(gap.dimension),
        });
        let day = gap.score.sheet.date;
        let days = DateRange {
            first: day,
            last: day,
        };
        let kind = on_the_way(practice, days, target);
        Some(self.key_result(id, title, (source, Unit::count()), kind))
    }

    /// The dimension's KPIs that stand for less than its goal, the furthest behind first.
    fn kpis(&mut self, gap: &Gap<'_>) -> Vec<KeyResult> {
        let rubric = &self.workspace.rubrics[gap.score.rubric];
        let goal = Exact::from(gap.goal);
        let levels = gap.score.kpis.iter().filter_map(|own| {
            let dimension = self.workspace.kpis[own.kpi].dimension.as_ref()?;
            let at = rubric.dimension_by_id(dimension.as_str())?;
            let level = own.level.value().filter(|level| **level < goal)?;
            (outermost(rubric, at) == gap.dimension).then(|| (level.clone(), own.kpi))
        });
        let mut behind: Vec<(Exact, usize)> = levels.collect();
        behind.sort();
        let mut key_results = Vec::new();
        for (level, kpi) in behind {
            if key_results.len() == MOST_KPIS {
                break;
            }
            let to = next_edge(&self.workspace.kpis[kpi], &level, gap.goal);
            key_results.extend(to.and_then(|to| self.kpi(kpi, to)));
        }
        key_results
    }

    /// A KPI, from its latest reading to a value; none where it has no reading, is there already, or where another
    /// key result is about it.
    fn kpi(&mut self, kpi: usize, to: Exact) -> Option<KeyResult> {
        let definition = &self.workspace.kpis[kpi];
        let latest = self.latest(kpi).filter(|point| point.value != to)?;
        if !self.measured.insert(kpi) {
            return None;
        }
        let quantity = |value: &Exact| Word::from(self.locale.quantity(value, &definition.unit));
        let words = [
            ("kpi", Word::from(self.in_words(&definition.title))),
            ("from", quantity(&latest.value)),
            ("to", quantity(&to)),
        ];
        let title = self.text("suggest-from-to", &words);
        let id = self.free_id(definition.id.as_str())?;
        let source = (ValueSource::Kpi(kpi), definition.unit.clone());
        let kind = on_the_way(&latest.value, latest.days, to);
        Some(self.key_result(id, title, source, kind))
    }

    /// Shipped key results of objectives that improve the same dimension, fed by a KPI that has a reading here and
    /// that no other key result is about.
    fn of_catalogue(&mut self, gap: &Gap<'_>, most: usize) -> Vec<KeyResult> {
        let Some(catalogue) = self.catalogue else {
            return Vec::new();
        };
        let better = |own: &KeyResult| {
            let (ValueSource::Kpi(shipped), KeyResultKind::FromTo { target, .. }) =
                (&own.source, &own.kind)
            else {
                return None;
            };
            let kpi = self.workspace.kpi_by_id(&catalogue.kpis[*shipped].id)?;
            let value = &self.latest(kpi)?.value;
            let to = target.value(value);
            let is_better = match self.workspace.kpis[kpi].direction {
                Direction::Higher => to > *value,
                Direction::Lower => to < *value,
                Direction::Range | Direction::None => false,
            };
            is_better.then_some((kpi, to))
        };
        let fitting: Vec<(usize, Exact)> =
            self.shipped(gap).into_iter().filter_map(better).collect();
        let drafted = fitting
            .into_iter()
            .filter_map(|(kpi, to)| self.kpi(kpi, to));
        drafted.take(most).collect()
    }

    /// The criteria that the next level lacks here, to be met one by one.
    fn milestones(&mut self, gap: &Gap<'_>, level: u32) -> Option<KeyResult> {
        let rubric = &self.workspace.rubrics[gap.score.rubric];
        let due = self.days.last;
        let lacking = gap.blocking.iter().map(|index| &rubric.criteria[index.0]);
        let milestones: Vec<Milestone> = lacking
            .filter(|criterion| criterion.level.is_none_or(|own| own <= level))
            .take(MOST_MILESTONES)
            .map(|criterion| Milestone {
                id: criterion.id.clone(),
                title: criterion.title.clone(),
                weight: Exact::ONE,
                due,
                place: Place::NOWHERE,
            })
            .collect();
        if milestones.is_empty() {
            return None;
        }
        let words = [("level", Word::from(level.to_string()))];
        let title = self.text("suggest-milestones", &words);
        let id = self.free_id(&format!("{}-criteria", rubric.dimension(gap.dimension).id))?;
        let kind = KeyResultKind::Milestones(milestones);
        Some(self.key_result(id, title, (ValueSource::CheckIns, Unit::count()), kind))
    }

    /// A shipped percentage to reach that improves the same dimension, and that nobody has measured here.
    fn percentage(&mut self, gap: &Gap<'_>) -> Option<KeyResult> {
        let own = self.shipped(gap).into_iter().find(|own| {
            let is_open = matches!(
                &own.kind,
                KeyResultKind::FromTo {
                    baseline: Baseline::FirstReading,
                    target: Target::Value(_),
                    ..
                }
            );
            is_open && own.source == ValueSource::CheckIns && own.unit.is_percent()
        })?;
        let own = own.clone();
        let id = self.free_id(own.id.as_str())?;
        Some(KeyResult {
            id,
            due: self.days.last,
            ..own
        })
    }

    /// The shipped key results of objectives that improve the same dimension.
    fn shipped(&self, gap: &Gap<'_>) -> Vec<&KeyResult> {
        let name = MaturityRef {
            rubric: gap.score.rubric,
            dimension: Some(gap.dimension),
        }
        .name(&self.workspace.rubrics);
        let cycles = self.catalogue.iter().flat_map(|own| {
            let objectives = own.cycles.iter().flat_map(|cycle| &cycle.objectives);
            objectives.map(move |objective| (&own.rubrics, objective))
        });
        cycles
            .filter(|(rubrics, objective)| {
                let improves = objective.improves;
                improves.is_some_and(|own| own.name(rubrics) == name)
            })
            .flat_map(|(_, objective)| &objective.key_results)
            .collect()
    }

    /// Where a key result is about time and none about quality: a KPI of quality, to be kept where it is.
    fn counterweight(&mut self, key_results: &[KeyResult]) -> Option<KeyResult> {
        let is_time = |own: &KeyResult| own.unit.is_time();
        let is_quality = |own: &KeyResult| match own.source {
            ValueSource::Kpi(kpi) => is_quality_kpi(&self.workspace.kpis[kpi]),
            _ => false,
        };
        if !key_results.iter().any(is_time) || key_results.iter().any(is_quality) {
            return None;
        }
        let (kpi, value) = (0..self.workspace.kpis.len())
            .filter(|kpi| is_quality_kpi(&self.workspace.kpis[*kpi]))
            .find_map(|kpi| Some((kpi, self.latest(kpi)?.value.clone())))?;
        let definition = &self.workspace.kpis[kpi];
        let shown = self.locale.quantity(&value, &definition.unit);
        let words = [
            ("kpi", Word::from(self.in_words(&definition.title))),
            ("value", Word::from(shown)),
        ];
        let title = self.text("suggest-keep", &words);
        let id = self.free_id(&format!("keep-{}", definition.id))?;
        let source = (ValueSource::Kpi(kpi), definition.unit.clone());
        Some(self.key_result(id, title, source, KeyResultKind::Keep(Keep::AtLeast(value))))
    }

    fn key_result(
        &self,
        id: Id,
        title: Text,
        (source, unit): (ValueSource, Unit),
        kind: KeyResultKind,
    ) -> KeyResult {
        KeyResult {
            id,
            title,
            deliverable: None,
            weight: Exact::ONE,
            due: self.days.last,
            owner: None,
            source,
            unit,
            rival_unit: None,
            kind,
            plan: Vec::new(),
            amendments: Vec::new(),
            from: None,
            source_note: None,
            accepts: Vec::new(),
            place: Place::NOWHERE,
            title_place: Place::NOWHERE,
            due_place: Place::NOWHERE,
            baseline_place: Place::NOWHERE,
            target_place: Place::NOWHERE,
        }
    }

    /// The latest value of a KPI on the day.
    fn latest(&self, kpi: usize) -> Option<&'d Point> {
        self.scores.series[kpi].until(self.scores.as_of).last()
    }

    /// An id that nothing else in the draft has: of two rubrics, dimensions may go by the same one.
    fn free_id(&mut self, wanted: &str) -> Option<Id> {
        let numbered = (2..).map(|number| format!("{wanted}-{number}"));
        let mut names = std::iter::once(wanted.to_owned()).chain(numbered);
        let free = names.find(|name| self.ids.insert(name.clone()))?;
        Id::parse(&free)
    }

    fn in_words<'t>(&self, text: &'t Text) -> &'t str {
        text.in_language(self.locale.language())
    }

    /// A text in the language of the plan.
    fn text(&self, key: &str, words: &[(&str, Word)]) -> Text {
        Text::plain(self.locale.say(key, words))
    }
}

/// From a value, as it is where that is short and else as the reading of its days, to another.
fn on_the_way(from: &Exact, days: DateRange, to: Exact) -> KeyResultKind {
    KeyResultKind::FromTo {
        direction: None,
        baseline: match from.to_string().contains('/') {
            true => Baseline::At(days),
            false => Baseline::Value(from.clone()),
        },
        target: Target::Value(to),
    }
}

/// The first level of the rubric above the one that the dimension holds, up to the goal; above its score, where the
/// rubric gives it no level.
fn next_level(rubric: &Rubric, gap: &Gap<'_>) -> u32 {
    let scope = gap.score.scope(Some(gap.dimension));
    let above = |number: u32| match (scope.level, scope.practice.value()) {
        (Some(held), _) => held < number,
        (None, Some(practice)) => *practice < Exact::from(number),
        (None, None) => true,
    };
    let mut levels = rubric.levels.iter().map(|level| level.number);
    let next = levels
        .find(|number| above(*number) && *number <= gap.goal)
        .unwrap_or(gap.goal);
    // Where nothing blocks that one, it is the next at which something does.
    let lacking = gap.blocking.iter();
    let lacking = lacking.filter_map(|index| rubric.criteria[index.0].level);
    lacking.min().map_or(next, |first| next.max(first))
}

/// Where the first level above `level` begins, up to the goal.
fn next_edge(kpi: &Kpi, level: &Exact, goal: u32) -> Option<Exact> {
    let mut bands = kpi.bands.iter();
    let band = bands.find(|band| Exact::from(band.level) > *level && band.level <= goal)?;
    match &band.edge {
        Edge::At(edge) => Some(edge.clone()),
        Edge::Between(..) => None,
    }
}

/// Whether a KPI says how well something was done: more is better, and it counts no time.
fn is_quality_kpi(kpi: &Kpi) -> bool {
    kpi.direction == Direction::Higher && !kpi.unit.is_time()
}
