//! The machine-readable result of `compare --base --format json`, schema `regua/compare-base/1`.
//!
//! It names only what moved. `a` is the commit that was asked for, `b` the files as they are.

use serde::Serialize;

use super::compare::{Assessments, Gatherer, owned};
use super::figure::{Number, number};
use crate::model::{Exact, KeyResult, Kpi, Workspace};
use crate::score::KeyResultScore;
use crate::score::compare::{
    Changes, CycleChange, Ends, KeyResultChange, KpiChange, PersonChange, RubricChange,
    ServiceLevelChange, State,
};
use crate::score::measure::Point;
use crate::score::service_level::WindowScore;

/// The whole result.
#[derive(Debug, Serialize)]
pub struct ChangesDocument {
    /// Name and version of this format.
    pub schema: &'static str,
    /// The day that the figures of both hold for, as an ISO date.
    pub as_of: String,
    /// Whose workspace it is.
    pub organisation: String,
    /// The commit that was compared with.
    pub base: BaseCommit,
    /// Whether anything moved.
    pub moved: bool,
    /// Assessments by rubric.
    pub assessments: Vec<RubricMoved>,
    /// KPIs with other readings.
    pub kpis: Vec<KpiMoved>,
    /// Service levels with other readings.
    pub service_levels: Vec<ServiceLevelMoved>,
    /// Cycles.
    pub okrs: Vec<CycleMoved>,
    /// Persons.
    pub people: Vec<PersonMoved>,
}

/// The commit that the files are compared with.
#[derive(Debug, Clone, Serialize)]
pub struct BaseCommit {
    /// The revision that was asked for, as git knows it.
    pub revision: String,
    /// The whole name of the commit.
    pub commit: String,
    /// As much of it as tells it from others.
    #[serde(skip)]
    pub short: String,
    /// Whether the revision has gone on since: the commit is where the present work left it.
    pub revision_has_gone_on: bool,
    /// Whether there was a workspace in it.
    pub has_workspace: bool,
}

/// The assessments by one rubric.
#[derive(Debug, Serialize)]
pub struct RubricMoved {
    /// Whether the rubric itself is another: what moved is then not shared out among answers and readings.
    pub rubric_edited: bool,
    /// Dates of assessments that are new.
    pub new: Vec<String>,
    /// Dates of assessments that are gone.
    pub gone: Vec<String>,
    /// Dates of earlier assessments with other answers.
    pub reworked: Vec<String>,
    /// The latest, as `regua/compare/1` has them.
    #[serde(flatten)]
    pub latest: Assessments,
}

/// A KPI with other readings.
#[derive(Debug, Serialize)]
pub struct KpiMoved {
    /// The KPI's id.
    pub id: String,
    /// Its latest reading before; null where there was none.
    pub a: Option<KpiReading>,
    /// Its latest reading now.
    pub b: Option<KpiReading>,
    /// How many periods had a value.
    pub periods_a: usize,
    /// How many periods have one.
    pub periods_b: usize,
}

/// The latest reading of a KPI.
#[derive(Debug, Serialize)]
pub struct KpiReading {
    /// Its value.
    pub value: Number,
    /// The unit of the value.
    pub unit: String,
    /// Its period, as written.
    pub period: String,
    /// The level that it stands for.
    pub level: Option<Number>,
}

/// A service level with other readings.
#[derive(Debug, Serialize)]
pub struct ServiceLevelMoved {
    /// The service level's id.
    pub id: String,
    /// Its latest window before; null where there was none.
    pub a: Option<Window>,
    /// Its latest window now.
    pub b: Option<Window>,
}

/// A window of a service level.
#[derive(Debug, Serialize)]
pub struct Window {
    /// Its last day, as an ISO date.
    pub until: String,
    /// met ÷ (met + breached), 0 to 1.
    pub compliance: Option<Number>,
    /// Whether that reaches the goal.
    pub is_kept: Option<bool>,
}

/// A cycle in which something moved.
#[derive(Debug, Serialize)]
pub struct CycleMoved {
    /// The cycle's name.
    pub cycle: String,
    /// `moved`, `new`, `gone`, `closed` or `reopened`.
    pub change: &'static str,
    /// Its progress before, 0 to 1.
    pub progress_a: Option<Number>,
    /// Its progress now.
    pub progress_b: Option<Number>,
    /// The second less the first.
    pub progress_change: Option<Number>,
    /// Its key results that moved, are new or are gone.
    pub key_results: Vec<KeyResultMoved>,
}

/// A key result that moved.
#[derive(Debug, Serialize)]
pub struct KeyResultMoved {
    /// The key result's id.
    pub id: String,
    /// The id of its objective.
    pub objective: String,
    /// How it stood; null where it is new.
    pub a: Option<KeyResultStanding>,
    /// How it stands; null where it is gone.
    pub b: Option<KeyResultStanding>,
}

/// How a key result stands.
#[derive(Debug, Serialize)]
pub struct KeyResultStanding {
    /// Its latest value.
    pub value: Option<Number>,
    /// The unit of value and target.
    pub unit: String,
    /// Where it is to end.
    pub target: Option<Number>,
    /// Its last day, as an ISO date.
    pub due: String,
    /// The share of the way covered; below 0 and above 1 as it is.
    pub progress: Option<Number>,
    /// How it stands.
    pub status: &'static str,
    /// The latest confidence, 0 to 10.
    pub confidence: Option<u32>,
}

/// A person whose standing moved.
#[derive(Debug, Serialize)]
pub struct PersonMoved {
    /// The person's id.
    pub id: String,
    /// `moved`, `new` or `gone`.
    pub change: &'static str,
    /// How far the person filled the role, 0 to 1.
    pub fit_a: Option<Number>,
    /// How far the person fills it.
    pub fit_b: Option<Number>,
    /// Skills in which something moved.
    pub skills: Vec<SkillMoved>,
}

/// A skill of a person.
#[derive(Debug, Serialize)]
pub struct SkillMoved {
    /// The skill.
    pub skill: String,
    /// The level held before.
    pub held_a: Option<u32>,
    /// The level held now.
    pub held_b: Option<u32>,
    /// The level asked for before.
    pub required_a: Option<u32>,
    /// The level asked for now.
    pub required_b: Option<u32>,
}

impl ChangesDocument {
    /// Gathers everything that moved.
    #[must_use]
    pub fn new(changes: &Changes<'_>, base: BaseCommit) -> ChangesDocument {
        let now = changes.states.b;
        let kpis = changes.kpis.iter();
        let service_levels = changes.service_levels.iter();
        let people = changes.people.iter();
        ChangesDocument {
            schema: "regua/compare-base/1",
            as_of: now.scores.as_of.to_string(),
            organisation: now.workspace.settings.organisation.clone(),
            base,
            moved: !changes.is_empty(),
            assessments: changes
                .rubrics
                .iter()
                .filter_map(|own| rubric(changes, own))
                .collect(),
            kpis: kpis.filter_map(|own| kpi(changes.states, own)).collect(),
            service_levels: service_levels
                .filter_map(|own| service_level(changes.states, own))
                .collect(),
            okrs: changes
                .cycles
                .iter()
                .map(|own| cycle(changes.states, own))
                .collect(),
            people: people
                .filter_map(|own| person(changes.states, own))
                .collect(),
        }
    }
}

/// The definition of something that moved: as it is, else as it was.
pub(super) fn defined<'s, T>(
    states: Ends<State<'s>>,
    positions: Ends<Option<usize>>,
    of: fn(&'s Workspace) -> &'s [T],
) -> Ends<Option<&'s T>> {
    Ends {
        a: positions.a.and_then(|at| of(states.a.workspace).get(at)),
        b: positions.b.and_then(|at| of(states.b.workspace).get(at)),
    }
}

/// What became of something, as it is there before and now.
fn change<T>(there: Ends<Option<T>>) -> &'static str {
    match (there.a, there.b) {
        (None, Some(_)) => "new",
        (Some(_), None) => "gone",
        _ => "moved",
    }
}

fn rubric(changes: &Changes<'_>, own: &RubricChange<'_>) -> Option<RubricMoved> {
    let states = changes.states;
    let rubrics = defined(states, own.positions, |workspace| &workspace.rubrics);
    let either = Ends {
        a: rubrics.a.or(rubrics.b)?,
        b: rubrics.b.or(rubrics.a)?,
    };
    let dates = |dates: &[chrono::NaiveDate]| dates.iter().map(ToString::to_string).collect();
    Some(RubricMoved {
        rubric_edited: own.is_measured_anew(),
        new: dates(&own.new),
        gone: dates(&own.gone),
        reworked: dates(&own.reworked),
        latest: Gatherer { states }.assessments(either, own.latest, own.both.as_ref()),
    })
}

fn kpi(states: Ends<State<'_>>, own: &KpiChange<'_>) -> Option<KpiMoved> {
    let definitions = defined(states, own.positions, |workspace| &workspace.kpis);
    let reading = |kpi: Option<&Kpi>, point: Option<&Point>, level: Option<&Exact>| {
        let (kpi, point) = kpi.zip(point)?;
        Some(KpiReading {
            value: Number::from(&point.value),
            unit: kpi.unit.text.clone(),
            period: point.period.to_string(),
            level: number(level),
        })
    };
    let level = own.level.as_ref().map(Option::as_ref);
    Some(KpiMoved {
        id: definitions.b.or(definitions.a)?.id.to_string(),
        a: reading(definitions.a, own.latest.a, level.a),
        b: reading(definitions.b, own.latest.b, level.b),
        periods_a: own.periods.a,
        periods_b: own.periods.b,
    })
}

fn service_level(
    states: Ends<State<'_>>,
    own: &ServiceLevelChange<'_>,
) -> Option<ServiceLevelMoved> {
    let definitions = defined(states, own.positions, |workspace| &workspace.service_levels);
    let window = |window: &WindowScore| Window {
        until: window.days.last.to_string(),
        compliance: number(window.compliance.value()),
        is_kept: window.is_kept,
    };
    Some(ServiceLevelMoved {
        id: definitions.b.or(definitions.a)?.id.to_string(),
        a: own.latest.a.map(window),
        b: own.latest.b.map(window),
    })
}

/// The progress of a cycle before and now.
pub(super) fn progress<'s>(states: Ends<State<'s>>, own: &CycleChange) -> Ends<Option<&'s Exact>> {
    let of = |state: State<'s>, at: Option<usize>| state.scores.cycles[at?].progress.value();
    Ends {
        a: of(states.a, own.positions.a),
        b: of(states.b, own.positions.b),
    }
}

/// What became of a cycle.
pub(super) fn cycle_change(own: &CycleChange) -> &'static str {
    match (change(own.positions), own.is_closed) {
        ("moved", Ends { a: false, b: true }) => "closed",
        ("moved", Ends { a: true, b: false }) => "reopened",
        (change, _) => change,
    }
}

fn cycle(states: Ends<State<'_>>, own: &CycleChange) -> CycleMoved {
    let definitions = defined(states, own.positions, |workspace| &workspace.cycles);
    let definition = definitions.b.or(definitions.a);
    let progress = progress(states, own);
    let key_results = own.key_results.iter();
    CycleMoved {
        cycle: definition.map_or_else(String::new, |definition| definition.id.clone()),
        change: cycle_change(own),
        progress_a: number(progress.a),
        progress_b: number(progress.b),
        progress_change: owned(progress.change()),
        key_results: key_results
            .filter_map(|key_result| key_result_moved(states, own, key_result))
            .collect(),
    }
}

/// A key result with the figures of one state.
pub(super) type Scored<'s> = (&'s KeyResult, &'s KeyResultScore);

/// A key result before and now, each with the id of its objective.
pub(super) fn key_result<'s>(
    states: Ends<State<'s>>,
    cycle: &CycleChange,
    own: &KeyResultChange,
) -> Ends<Option<(&'s str, Scored<'s>)>> {
    let of = |state: State<'s>, cycle: Option<usize>, at: Option<(usize, usize)>| {
        let (cycle, (objective, index)) = cycle.zip(at)?;
        let definition = &state.workspace.cycles[cycle].objectives[objective];
        let score = &state.scores.cycles[cycle].objectives[objective];
        let scored = (&definition.key_results[index], &score.key_results[index]);
        Some((definition.id.as_str(), scored))
    };
    Ends {
        a: of(states.a, cycle.positions.a, own.positions.a),
        b: of(states.b, cycle.positions.b, own.positions.b),
    }
}

fn key_result_moved(
    states: Ends<State<'_>>,
    cycle: &CycleChange,
    own: &KeyResultChange,
) -> Option<KeyResultMoved> {
    let ends = key_result(states, cycle, own);
    let (objective, (definition, _)) = ends.b.or(ends.a)?;
    let standing = |(_, (definition, score)): (&str, Scored<'_>)| KeyResultStanding {
        value: number(score.value.as_ref().map(|dated| &dated.value)),
        unit: definition.unit.text.clone(),
        target: number(score.target.value()),
        due: score.due.to_string(),
        progress: number(score.progress.value()),
        status: score.status.as_str(),
        confidence: score.confidence(),
    };
    Some(KeyResultMoved {
        id: definition.id.to_string(),
        objective: objective.to_owned(),
        a: ends.a.map(standing),
        b: ends.b.map(standing),
    })
}

fn person(states: Ends<State<'_>>, own: &PersonChange) -> Option<PersonMoved> {
    let definitions = defined(states, own.positions, |workspace| &workspace.people);
    let skills = own.skills.iter();
    Some(PersonMoved {
        id: definitions.b.or(definitions.a)?.id.to_string(),
        change: change(own.positions),
        fit_a: number(own.fit.a.as_ref()),
        fit_b: number(own.fit.b.as_ref()),
        skills: skills
            .map(|skill| SkillMoved {
                skill: skill.skill.to_string(),
                held_a: skill.held.a,
                held_b: skill.held.b,
                required_a: skill.required.a,
                required_b: skill.required.b,
            })
            .collect(),
    })
}
