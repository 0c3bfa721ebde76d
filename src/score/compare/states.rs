//! Two states of a workspace's files held against each other: what moved between them, on one day.
//!
//! Things are known by their ids: what stands at another place of a file is the same thing. Each state is scored by the
//! rubrics that it has itself, so that a rubric that was changed shows in the figures as well.

use chrono::NaiveDate;

use super::assessment::carried_kpi;
use super::{AssessmentComparison, Ends, Side, assessments_of};
use crate::model::{Cycle, Exact, Id, Workspace};
use crate::score::measure::{self, Point, Series};
use crate::score::service_level::WindowScore;
use crate::score::{AssessmentScore, KeyResultScore, PersonScore, Scores};

/// One of the two states, with its figures.
#[derive(Debug, Clone, Copy)]
pub struct State<'s> {
    /// What the files say.
    pub workspace: &'s Workspace,
    /// What follows from it.
    pub scores: &'s Scores,
}

/// Everything that moved. Lists are in the order of the second state, what only the first has behind.
#[derive(Debug)]
pub struct Changes<'s> {
    /// The two states.
    pub states: Ends<State<'s>>,
    /// Rubrics with another assessment, or the same one with other answers or figures.
    pub rubrics: Vec<RubricChange<'s>>,
    /// KPIs with other readings.
    pub kpis: Vec<KpiChange<'s>>,
    /// Service levels with other readings, or another goal.
    pub service_levels: Vec<ServiceLevelChange<'s>>,
    /// Cycles in which something moved.
    pub cycles: Vec<CycleChange>,
    /// Persons whose standing moved.
    pub people: Vec<PersonChange>,
}

/// The assessments by one rubric.
#[derive(Debug)]
pub struct RubricChange<'s> {
    /// The rubric among those of each state.
    pub positions: Ends<Option<usize>>,
    /// The latest assessment by it.
    pub latest: Ends<Option<&'s AssessmentScore>>,
    /// The two held against each other; `None` where there are no two, and where the rubric itself was changed so that
    /// answers and readings do not account for all.
    pub both: Option<AssessmentComparison<'s>>,
    /// Dates of assessments that the second state alone has.
    pub new: Vec<NaiveDate>,
    /// Dates of assessments that the first state alone has.
    pub gone: Vec<NaiveDate>,
    /// Dates of assessments that are not the latest and have other answers.
    pub reworked: Vec<NaiveDate>,
}

/// A KPI.
#[derive(Debug)]
pub struct KpiChange<'s> {
    /// The KPI among those of each state.
    pub positions: Ends<Option<usize>>,
    /// Its latest value.
    pub latest: Ends<Option<&'s Point>>,
    /// The level that this stands for; none where it only informs.
    pub level: Ends<Option<Exact>>,
    /// How many periods have a value.
    pub periods: Ends<usize>,
    /// Whether readings are others; else the bands alone are, and so the level.
    pub has_other_readings: bool,
}

/// A service level.
#[derive(Debug)]
pub struct ServiceLevelChange<'s> {
    /// The service level among those of each state.
    pub positions: Ends<Option<usize>>,
    /// Its latest window.
    pub latest: Ends<Option<&'s WindowScore>>,
}

/// A cycle.
#[derive(Debug)]
pub struct CycleChange {
    /// The cycle among those of each state.
    pub positions: Ends<Option<usize>>,
    /// Whether it is closed.
    pub is_closed: Ends<bool>,
    /// Its key results that moved, are new or are gone.
    pub key_results: Vec<KeyResultChange>,
}

/// A key result.
#[derive(Debug, Clone, Copy)]
pub struct KeyResultChange {
    /// Its objective and itself, by their positions in each state.
    pub positions: Ends<Option<(usize, usize)>>,
}

/// A person.
#[derive(Debug)]
pub struct PersonChange {
    /// The person among those of each state.
    pub positions: Ends<Option<usize>>,
    /// How far the person fills the role.
    pub fit: Ends<Option<Exact>>,
    /// Skills in which the level held, or the one asked for, is another.
    pub skills: Vec<SkillChange>,
}

/// The standing of a person in a skill.
#[derive(Debug)]
pub struct SkillChange {
    /// The skill.
    pub skill: Id,
    /// The level held.
    pub held: Ends<Option<u32>>,
    /// The level asked for.
    pub required: Ends<Option<u32>>,
}

impl Changes<'_> {
    /// Whether nothing moved.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rubrics.is_empty()
            && self.kpis.is_empty()
            && self.service_levels.is_empty()
            && self.cycles.is_empty()
            && self.people.is_empty()
    }
}

impl RubricChange<'_> {
    /// Whether the rubric itself is another, so that answers and readings do not account for all that moved.
    #[must_use]
    pub fn is_measured_anew(&self) -> bool {
        self.both.is_none() && self.latest.a.is_some() && self.latest.b.is_some()
    }
}

/// Holds two states of a workspace against each other. Both are scored on one day.
#[must_use]
pub fn changes<'s>(a: State<'s>, b: State<'s>) -> Changes<'s> {
    let states = Ends { a, b };
    let pairs = |ids: fn(&Workspace) -> Vec<&str>| paired(states.map(|state| ids(state.workspace)));
    let rubrics = pairs(|own| {
        own.rubrics
            .iter()
            .map(|rubric| rubric.id.as_str())
            .collect()
    });
    let kpis = renamed(
        states,
        pairs(|own| own.kpis.iter().map(|kpi| kpi.id.as_str()).collect()),
    );
    let service_levels = pairs(|own| {
        let service_levels = own.service_levels.iter();
        service_levels.map(|own| own.id.as_str()).collect()
    });
    let cycles = pairs(|own| own.cycles.iter().map(|cycle| cycle.id.as_str()).collect());
    let people = pairs(|own| own.people.iter().map(|person| person.id.as_str()).collect());
    Changes {
        states,
        rubrics: moved(rubrics, |pair| rubric(states, pair)),
        kpis: moved(kpis, |pair| kpi(states, pair)),
        service_levels: moved(service_levels, |pair| service_level(states, pair)),
        cycles: moved(cycles, |pair| cycle(states, pair)),
        people: moved(people, |pair| person(states, pair)),
    }
}

/// The positions of one thing in two lists.
type Pair<P = usize> = Ends<Option<P>>;

fn moved<T>(pairs: Vec<Pair>, of: impl Fn(Pair) -> Option<T>) -> Vec<T> {
    pairs.into_iter().filter_map(of).collect()
}

/// What has one id in two lists: in the order of the second, what only the first has behind.
fn paired(ids: Ends<Vec<&str>>) -> Vec<Pair> {
    let at = |list: &[&str], id: &str| list.iter().position(|own| *own == id);
    let second = ids.b.iter().enumerate().map(|(index, id)| Ends {
        a: at(&ids.a, id),
        b: Some(index),
    });
    let first = ids.a.iter().enumerate();
    let first = first.filter(|(_, id)| !ids.b.contains(id));
    let first = first.map(|(index, _)| Ends {
        a: Some(index),
        b: None,
    });
    second.chain(first).collect()
}

/// With a KPI that goes by another id now as one, not as one that is gone and one that is new.
fn renamed(states: Ends<State<'_>>, mut pairs: Vec<Pair>) -> Vec<Pair> {
    let sides = states.map(side);
    let gone = pairs.iter().filter(|pair| pair.b.is_none());
    let gone = gone.filter_map(|pair| pair.a);
    let now: Vec<_> = gone
        .filter_map(|a| Some((a, carried_kpi(sides, a)?)))
        .collect();
    for (a, b) in now {
        pairs.retain(|pair| pair.b.is_some() || pair.a != Some(a));
        let new = pairs.iter_mut().find(|pair| pair.b == Some(b));
        if let Some(pair) = new {
            pair.a = pair.a.or(Some(a));
        }
    }
    pairs
}

/// What is found of a thing in each state that has it.
fn both<'s, T>(
    states: Ends<State<'s>>,
    pair: Pair,
    of: impl Fn(State<'s>, usize) -> Option<T>,
) -> Ends<Option<T>> {
    Ends {
        a: pair.a.and_then(|position| of(states.a, position)),
        b: pair.b.and_then(|position| of(states.b, position)),
    }
}

fn rubric<'s>(states: Ends<State<'s>>, positions: Pair) -> Option<RubricChange<'s>> {
    let latest = both(states, positions, |state, rubric| {
        state.scores.latest_of(rubric)
    });
    let all = both(states, positions, |state, rubric| {
        let scores = state.scores.assessments.iter();
        let own = scores.filter(|score| score.rubric == rubric);
        Some(own.collect::<Vec<_>>())
    });
    let all = all.map(Option::unwrap_or_default);
    let dates = all.as_ref().map(|scores| {
        let scores = scores.iter();
        scores.map(|score| score.sheet.date).collect::<Vec<_>>()
    });
    let only = |these: &[NaiveDate], others: &[NaiveDate]| -> Vec<NaiveDate> {
        let these = these.iter().copied();
        these.filter(|date| !others.contains(date)).collect()
    };
    let latest_dates = latest.map(|score| score.map(|score| score.sheet.date));
    let reworked = all.b.iter().filter(|score| {
        let date = score.sheet.date;
        let is_latest = latest_dates
            == (Ends {
                a: Some(date),
                b: Some(date),
            });
        let before = all.a.iter().find(|before| before.sheet.date == date);
        !is_latest && before.is_some_and(|before| given(states.a, before) != given(states.b, score))
    });
    let reworked = reworked.map(|score| score.sheet.date).collect();
    let held = match (latest.a, latest.b) {
        (Some(a), Some(b)) => assessments_of(states.map(side), Ends { a, b }),
        _ => None,
    };
    let own = RubricChange {
        positions,
        latest,
        both: held,
        new: only(&dates.b, &dates.a),
        gone: only(&dates.a, &dates.b),
        reworked,
    };
    let is_same = own.new.is_empty()
        && own.gone.is_empty()
        && own.reworked.is_empty()
        && match (&own.both, latest.a, latest.b) {
            (Some(both), ..) => both.is_empty(),
            (None, Some(a), Some(b)) => {
                figures(a) == figures(b) && given(states.a, a) == given(states.b, b)
            }
            (None, ..) => true,
        };
    (!is_same).then_some(own)
}

fn side(state: State<'_>) -> Side<'_> {
    Side {
        workspace: state.workspace,
        series: &state.scores.series,
    }
}

/// The figures of an assessment, and those of its dimensions.
fn figures(score: &AssessmentScore) -> Vec<(Option<u32>, Option<&Exact>)> {
    let scopes = score.dimensions.iter().chain([&score.whole]);
    let scopes = scopes.map(|scope| (scope.level, scope.practice.value()));
    scopes
        .chain([(None, score.index.value()), (None, score.outcome.value())])
        .collect()
}

/// What people answered, by the names of the questions. What a reading answers is not theirs.
fn given<'s>(
    state: State<'s>,
    score: &'s AssessmentScore,
) -> Vec<(&'s str, &'static str, Option<&'s Exact>)> {
    let rubric = &state.workspace.rubrics[score.rubric];
    let questions = rubric.questions.iter().zip(&score.questions);
    let mut given: Vec<_> = questions
        .filter(|(_, own)| own.kpi.is_none())
        .map(|(question, own)| (question.key.as_str(), own.state.as_str(), own.value()))
        .collect();
    given.sort();
    given
}

fn kpi<'s>(states: Ends<State<'s>>, positions: Pair) -> Option<KpiChange<'s>> {
    let series = both(states, positions, |state, kpi| {
        Some(state.scores.series[kpi].until(state.scores.as_of))
    });
    let points = series.map(Option::unwrap_or_default);
    let values = points.map(|points| {
        let points = points.iter();
        points
            .map(|point| (point.period.to_string(), &point.value))
            .collect::<Vec<_>>()
    });
    let units = both(states, positions, |state, kpi| {
        Some(&state.workspace.kpis[kpi].unit)
    });
    let is_read_the_same = values.are_same() && (units.are_same() || points.a.is_empty());
    let level = both(states, positions, level_of);
    if is_read_the_same && level.are_same() {
        return None;
    }
    Some(KpiChange {
        positions,
        latest: points.map(<[Point]>::last),
        level,
        periods: points.map(<[Point]>::len),
        has_other_readings: !is_read_the_same,
    })
}

fn level_of(state: State<'_>, kpi: usize) -> Option<Exact> {
    let series: &[Series] = &state.scores.series;
    let floor = measure::floor(state.workspace, kpi);
    let level = measure::kpi_level(state.workspace, series, kpi, &floor, state.scores.as_of)?;
    level.level.value().cloned()
}

fn service_level<'s>(states: Ends<State<'s>>, positions: Pair) -> Option<ServiceLevelChange<'s>> {
    let windows = both(states, positions, |state, position| {
        Some(state.scores.service_levels[position].windows.as_slice())
    });
    let windows = windows.map(Option::unwrap_or_default);
    let counts = windows.map(|windows| {
        let windows = windows.iter();
        windows
            .map(|own| (own.days, &own.met, &own.breached, own.is_kept))
            .collect::<Vec<_>>()
    });
    (!counts.are_same()).then(|| ServiceLevelChange {
        positions,
        latest: windows.map(<[WindowScore]>::last),
    })
}

fn cycle(states: Ends<State<'_>>, positions: Pair) -> Option<CycleChange> {
    let definitions = both(states, positions, |state, cycle| {
        Some(&state.workspace.cycles[cycle])
    });
    let scores = both(states, positions, |state, cycle| {
        Some(&state.scores.cycles[cycle])
    });
    let known = definitions.map(|definition| definition.map_or_else(Vec::new, key_results));
    let ids = known.as_ref().map(|known| {
        let known = known.iter();
        known.map(|(id, _)| *id).collect()
    });
    let key_results = paired(ids).into_iter().filter_map(|pair| {
        let positions = Ends {
            a: pair.a.map(|index| known.a[index].1),
            b: pair.b.map(|index| known.b[index].1),
        };
        let own = Ends {
            a: positions.a.zip(scores.a),
            b: positions.b.zip(scores.b),
        };
        let own = own.map(|own| {
            own.map(|((objective, index), score)| &score.objectives[objective].key_results[index])
        });
        let is_same = own.map(|score| score.map(standing)).are_same();
        (!is_same).then_some(KeyResultChange { positions })
    });
    let own = CycleChange {
        positions,
        is_closed: scores.map(|score| score.is_some_and(|score| score.is_closed)),
        key_results: key_results.collect(),
    };
    let progress = scores.map(|score| score.and_then(|score| score.progress.value()));
    let is_same = positions.a.is_some() == positions.b.is_some()
        && own.is_closed.are_same()
        && own.key_results.is_empty()
        && progress.are_same();
    (!is_same).then_some(own)
}

/// The key results of a cycle by their ids, with their positions.
fn key_results(cycle: &Cycle) -> Vec<(&str, (usize, usize))> {
    let objectives = cycle.objectives.iter().enumerate();
    objectives
        .flat_map(|(objective, definition)| {
            let own = definition.key_results.iter().enumerate();
            own.map(move |(index, own)| (own.id.as_str(), (objective, index)))
        })
        .collect()
}

/// What can move of a key result.
fn standing(score: &KeyResultScore) -> impl PartialEq + use<'_> {
    (
        score.status,
        score.progress.value(),
        score.value.as_ref().map(|dated| &dated.value),
        score.confidence(),
        (score.baseline.value(), score.target.value(), score.due),
    )
}

fn person(states: Ends<State<'_>>, positions: Pair) -> Option<PersonChange> {
    let scores = both(states, positions, |state, person| {
        let mut persons = state.scores.people.persons.iter();
        persons.find(|score| score.person == person)
    });
    let skills = scores.map(|score| score.map_or_else(Vec::new, skills));
    let ids = skills.as_ref().map(|skills| {
        let skills = skills.iter();
        skills.map(|(skill, ..)| skill.as_str()).collect()
    });
    let changed = paired(ids).into_iter().filter_map(|pair| {
        let own = Ends {
            a: pair.a.map(|index| skills.a[index]),
            b: pair.b.map(|index| skills.b[index]),
        };
        let (skill, ..) = own.b.or(own.a)?;
        let held = own.map(|own| own.and_then(|(_, held, _)| held));
        let required = own.map(|own| own.and_then(|(.., required)| required));
        (!held.are_same() || !required.are_same()).then(|| SkillChange {
            skill: skill.clone(),
            held,
            required,
        })
    });
    let own = PersonChange {
        positions,
        fit: scores.map(|score| score.and_then(|score| score.fit.value().cloned())),
        skills: changed.collect(),
    };
    let is_same = positions.a.is_some() == positions.b.is_some()
        && own.fit.are_same()
        && own.skills.is_empty();
    (!is_same).then_some(own)
}

/// The skills of a person, each with the level held and the one asked for.
fn skills(score: &PersonScore) -> Vec<(&Id, Option<u32>, Option<u32>)> {
    let skills = score.skills.iter();
    skills
        .map(|own| {
            let required = own.required.as_ref().map(|required| required.level);
            (&own.skill, own.held(), required)
        })
        .collect()
}
