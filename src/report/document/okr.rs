//! What the report says of a cycle.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Writer, figure};
use crate::model::{
    CheckIn, ClosedKeyResult, ClosedObjective, Closing, Cycle, Exact, GradeBand, Keep, KeyResult,
    KeyResultKind, Objective, Status, Text, ValueSource,
};
use crate::report::figure::Figure;
use crate::report::kept;
use crate::score::{CycleScore, KeyResultScore, ObjectiveScore};

/// Stands for the band of what has no grade.
const NO_GRADE: &str = "none";

/// A cycle.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CyclePart {
    /// Its name in files.
    pub id: String,
    /// Its name in addresses within the report and in names of charts: ASCII letters, digits, hyphens and periods.
    pub anchor: String,
    /// Its period by name.
    pub title: String,
    /// Its first day.
    pub start: String,
    /// Its last day.
    pub end: String,
    /// The day on which it was closed; none while it is open.
    pub closed: Option<String>,
    /// The day whose figures it was closed with.
    pub closed_as_of: Option<String>,
    /// The share of it that has passed.
    pub elapsed: Option<Figure>,
    /// The weighted mean of its objectives' progress; none when nothing is measured.
    pub progress: Option<Figure>,
    /// How many key results have each status, worst first.
    pub counts: Vec<StatusCount>,
    /// How many key results were closed with a grade of each band, the best first; none while the cycle is open.
    pub grades: Vec<GradeCount>,
    /// Its objectives.
    pub objectives: Vec<ObjectivePart>,
}

/// How many key results have a status.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StatusCount {
    /// The status.
    pub status: &'static str,
    /// How many.
    pub count: usize,
}

/// An objective.
#[derive(Debug, Serialize, JsonSchema)]
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
    /// The grade that it was closed with; none while it is open.
    pub grade: Option<GradePart>,
    /// What became of what was committed once the cycle is closed: met or missed.
    pub commitment: Option<&'static str>,
    /// What was learned where a commitment was missed.
    pub retrospective: Option<String>,
    /// Whether that is still to be said.
    pub retrospective_owed: bool,
    /// The objective that it goes on with, as `cycle/objective`.
    pub from: Option<String>,
    /// Its key results.
    pub key_results: Vec<KeyResultPart>,
}

/// A key result.
#[derive(Debug, Serialize, JsonSchema)]
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
    /// For a value to keep: `at_least`, `at_most` or between.
    pub keep: Option<&'static str>,
    /// What was kept and what not, in words; none of other kinds, and of what is closed.
    pub kept: Option<String>,
    /// Its latest value.
    pub value: Option<Figure>,
    /// That value's date.
    pub value_date: Option<String>,
    /// kpi, score, `service_level` or `check_ins`.
    pub source: &'static str,
    /// Where the figures of its check-ins are read, in words.
    pub source_note: Option<String>,
    /// The KPI's id, when it is the source.
    pub kpi: Option<String>,
    /// The service level's id, when it is the source.
    pub service_level: Option<String>,
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
    /// Where its readings lead.
    pub forecast: Option<ForecastPart>,
    /// Its values in the cycle, oldest first.
    pub readings: Vec<DatedPart>,
    /// Its milestones.
    pub milestones: Vec<MilestonePart>,
    /// What was said last.
    pub last_check_in: Option<CheckInPart>,
    /// The grade that it was closed with; none while it is open.
    pub grade: Option<GradePart>,
    /// What was learned where a commitment was missed.
    pub retrospective: Option<String>,
    /// The key result that it goes on with, as `cycle/key-result`.
    pub from: Option<String>,
}

/// How many key results were closed with a grade of a band.
#[derive(Debug, Serialize, JsonSchema)]
pub struct GradeCount {
    /// red, yellow or green; none for those without a grade.
    pub band: &'static str,
    /// How many.
    pub count: usize,
}

/// A grade that stands.
#[derive(Debug, Serialize, JsonSchema)]
pub struct GradePart {
    /// From 0 to 1, in tenths.
    pub value: Figure,
    /// red, yellow or green.
    pub band: &'static str,
}

/// Where a key result is heading.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ForecastPart {
    /// The value on its last day.
    pub value: Figure,
    /// The progress that this value would be.
    pub progress: Figure,
    /// Whether that is the target or beyond it.
    pub reaches_target: bool,
    /// The change a day that the readings show, in the unit of the value.
    pub observed_pace: Figure,
    /// The change a day that is needed from now on.
    pub required_pace: Figure,
}

/// A value on a day.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DatedPart {
    /// The day.
    pub date: String,
    /// The value.
    pub value: Figure,
}

/// A milestone.
#[derive(Debug, Serialize, JsonSchema)]
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
#[derive(Debug, Serialize, JsonSchema)]
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

impl Writer<'_> {
    pub(super) fn cycle(&self, definition: &Cycle, score: &CycleScore) -> CyclePart {
        let counts = score
            .counts()
            .into_iter()
            .map(|(status, count)| StatusCount {
                status: status.as_str(),
                count,
            })
            .collect();
        let closing = definition.closing.as_ref().filter(|_| score.is_closed);
        CyclePart {
            id: definition.id.clone(),
            anchor: anchor(&definition.id),
            title: self.locale.period(definition.period),
            start: definition.days.first.to_string(),
            end: definition.days.last.to_string(),
            closed: closing.map(|own| own.closed.to_string()),
            closed_as_of: closing.map(|own| own.as_of.to_string()),
            elapsed: figure(score.elapsed.value()),
            // Nothing measured counts 0, and is shown as no value.
            progress: figure(score.progress.value())
                .filter(|_| score.objectives.iter().any(|own| own.measured > 0)),
            counts,
            grades: closing.map(grades).unwrap_or_default(),
            objectives: definition
                .objectives
                .iter()
                .zip(&score.objectives)
                .enumerate()
                .map(|(position, (objective, score))| {
                    let closed = closing.and_then(|own| own.objectives[position].as_ref());
                    self.objective(definition, objective, score, closed)
                })
                .collect(),
        }
    }

    fn objective(
        &self,
        cycle: &Cycle,
        objective: &Objective,
        score: &ObjectiveScore,
        closed: Option<&ClosedObjective>,
    ) -> ObjectivePart {
        ObjectivePart {
            id: objective.id.to_string(),
            title: self.text(&objective.title),
            owner: objective.owner.clone(),
            ambition: objective.ambition.as_str(),
            // Nothing measured counts 0 in the roll-up, and is shown as no value.
            progress: figure(score.progress.value()).filter(|_| score.measured > 0),
            status: score.status.as_str(),
            measured: score.measured,
            active: score.active,
            coverage: figure(score.coverage.value()),
            improves: objective.improves.map(|reference| {
                let rubric = &self.workspace.rubrics[reference.rubric];
                self.text(match reference.dimension {
                    Some(dimension) => &rubric.dimension(dimension).title,
                    None => &rubric.title,
                })
            }),
            grade: closed.and_then(|own| grade(own.grade.as_ref())),
            commitment: closed
                .and_then(|own| own.kept_commitment(objective))
                .map(|is_kept| if is_kept { "met" } else { "missed" }),
            retrospective: self.learned(closed.and_then(|own| own.retrospective.as_ref())),
            retrospective_owed: closed.is_some_and(|own| own.owes_retrospective(objective)),
            from: objective.from.as_ref().map(|from| from.name.clone()),
            key_results: objective
                .key_results
                .iter()
                .zip(&score.key_results)
                .enumerate()
                .map(|(position, (key_result, score))| {
                    let closed = closed.and_then(|own| own.key_results[position].as_ref());
                    self.key_result((cycle, objective), key_result, score, closed)
                })
                .collect(),
        }
    }

    fn learned(&self, text: Option<&Text>) -> Option<String> {
        text.map(|text| self.text(text))
    }

    fn key_result(
        &self,
        (cycle, objective): (&Cycle, &Objective),
        key_result: &KeyResult,
        score: &KeyResultScore,
        closed: Option<&ClosedKeyResult>,
    ) -> KeyResultPart {
        let milestones = match &key_result.kind {
            KeyResultKind::Milestones(milestones) => milestones.as_slice(),
            _ => &[],
        };
        let (mut kpi, mut service_level) = (None, None);
        let source = match &key_result.source {
            ValueSource::CheckIns => "check_ins",
            ValueSource::Kpi(of) => {
                kpi = Some(self.workspace.kpis[*of].id.to_string());
                "kpi"
            }
            ValueSource::Score(_) => "score",
            ValueSource::ServiceLevel(of) => {
                service_level = Some(self.workspace.service_levels[*of].id.to_string());
                "service_level"
            }
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
            baseline: figure(score.baseline.value()),
            target: figure(score.target.value()),
            keep: match &key_result.kind {
                KeyResultKind::Keep(Keep::AtLeast(_)) => Some("at_least"),
                KeyResultKind::Keep(Keep::AtMost(_)) => Some("at_most"),
                KeyResultKind::Keep(Keep::Between(..)) => Some("between"),
                _ => None,
            },
            kept: kept::in_words(self.locale, key_result, score)
                .filter(|_| cycle.closing.is_none()),
            value: figure(score.value.as_ref().map(|dated| &dated.value)),
            value_date: score.value.as_ref().map(|dated| dated.date.to_string()),
            source,
            source_note: key_result.source_note.as_ref().map(|text| self.text(text)),
            kpi,
            service_level,
            progress: figure(score.progress.value()),
            expected: figure(score.expected.value()),
            status: score.status.as_str(),
            flags: score.flags.iter().map(|flag| flag.as_str()).collect(),
            confidence: score.confidence(),
            forecast: score.forecast.as_ref().and_then(|own| {
                Some(ForecastPart {
                    value: figure(own.value.value())?,
                    progress: figure(own.progress.value())?,
                    reaches_target: own.progress.value().is_some_and(|own| *own >= Exact::ONE),
                    observed_pace: figure(own.observed.value())?,
                    required_pace: figure(own.required.value())?,
                })
            }),
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
            grade: closed.and_then(|own| grade(own.grade.as_ref())),
            retrospective: self.learned(closed.and_then(|own| own.retrospective.as_ref())),
            from: key_result.from.as_ref().map(|from| from.name.clone()),
        }
    }
}

/// The grades of a closed cycle, by band, and how many of what was not given up have none.
fn grades(closing: &Closing) -> Vec<GradeCount> {
    let objectives = closing.objectives.iter().flatten();
    let key_results = objectives.flat_map(|own| own.key_results.iter().flatten());
    let graded: Vec<&str> = key_results
        .filter(|own| own.grade.is_some() || own.status != Status::Dropped)
        .map(|own| {
            own.grade
                .as_ref()
                .map_or(NO_GRADE, |grade| GradeBand::of(grade).as_str())
        })
        .collect();
    let bands = [GradeBand::Green, GradeBand::Yellow, GradeBand::Red].map(GradeBand::as_str);
    bands
        .into_iter()
        .chain([NO_GRADE])
        .map(|band| GradeCount {
            band,
            count: graded.iter().filter(|own| **own == band).count(),
        })
        .filter(|own| own.count > 0)
        .collect()
}

fn grade(grade: Option<&Exact>) -> Option<GradePart> {
    let grade = grade?;
    Some(GradePart {
        value: Figure::from(grade),
        band: GradeBand::of(grade).as_str(),
    })
}

fn check_in(check_in: &CheckIn) -> CheckInPart {
    CheckInPart {
        date: check_in.date.to_string(),
        confidence: check_in.confidence,
        by: check_in.by.clone(),
        note: check_in.note.clone(),
    }
}

/// A cycle's name as a part of addresses, which its objectives' ids follow after a hyphen: `2026-10-01 .. 2026-12-31`
/// has blanks, and of `sprint-one-two` nobody could tell where the cycle ends. A hyphen before a digit or a small
/// letter, as those ids may have it, is therefore doubled.
pub(super) fn anchor(cycle: &str) -> String {
    let mut anchor = String::with_capacity(cycle.len());
    for letter in cycle.chars() {
        let may_begin_an_id = letter.is_ascii_digit() || letter.is_ascii_lowercase();
        if may_begin_an_id && anchor.ends_with('-') {
            anchor.push('-');
        }
        if letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.') {
            anchor.push(letter);
        }
    }
    anchor
}
