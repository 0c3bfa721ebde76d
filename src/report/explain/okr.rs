//! The figures of cycles, objectives and key results.

use chrono::NaiveDate;

use super::address::Named;
use super::context::{Context, CycleFigure, KeyResultFigure, ObjectiveFigure};
use super::telling::Telling;
use super::{
    Detail, Explainer, Explanation, InputPart, RulePart, Shown, TestPart, number, raw, word,
};
use crate::locale::{NO_VALUE, Word};
use crate::model::{
    Ambition, Change, Cycle, Exact, Frequency, GradeBand, Keep, KeyResult, KeyResultKind,
    Objective, Unit, ValueSource,
};
use crate::report::figure::Number;
use crate::score::key_result::KeyResultScore;
use crate::score::status::{Missing, StatusTest};
use crate::score::trace::{Formula, Name, ScopeRef, Source, Traced};
use crate::score::way::Dated;
use crate::score::{CycleScore, Flag, ObjectiveScore, Status};

impl Explainer<'_> {
    pub(super) fn of_cycle(&self, named: &Named, index: usize, figure: CycleFigure) -> Explanation {
        let (cycle, score) = self.cycle(index);
        let mut explanation = self.blank(named, self.locale.period(cycle.period));
        let traced = match figure {
            CycleFigure::Elapsed => &score.elapsed,
            CycleFigure::Progress => &score.progress,
            CycleFigure::Coverage => &score.coverage,
        };
        let context = Context::Cycle(index, None, None);
        self.fill(&mut explanation, context, traced, Shown::Share);
        match figure {
            CycleFigure::Elapsed => {
                let words = [
                    ("first", Word::from(self.locale.date(cycle.days.first))),
                    ("last", Word::from(self.locale.date(cycle.days.last))),
                    ("today", Word::from(self.locale.date(self.scores.as_of))),
                ];
                explanation.rules.push(RulePart {
                    text: self.locale.say("explain-cycle-days", &words),
                    place: Some(self.cite(cycle.place)),
                });
            }
            CycleFigure::Coverage => {
                // What is counted are these, as far as they have a value.
                let objectives = cycle.objectives.iter().zip(&score.objectives);
                explanation.inputs = objectives
                    .flat_map(|(own, score)| own.key_results.iter().zip(&score.key_results))
                    .filter(|(_, child)| child.status != Status::Dropped)
                    .map(|(definition, child)| self.measured(index, definition, child))
                    .collect();
            }
            CycleFigure::Progress if traced.value().is_none() => {
                explanation.notes.push(self.say("explain-no-weight"));
            }
            CycleFigure::Progress => self.closed_rule(index, &mut explanation),
        }
        explanation
    }

    fn cycle(&self, index: usize) -> (&Cycle, &CycleScore) {
        (&self.workspace.cycles[index], &self.scores.cycles[index])
    }

    fn objective(&self, cycle: usize, index: usize) -> (&Objective, &ObjectiveScore) {
        let (definition, score) = self.cycle(cycle);
        (&definition.objectives[index], &score.objectives[index])
    }

    pub(super) fn of_objective(
        &self,
        named: &Named,
        cycle: usize,
        index: usize,
        figure: ObjectiveFigure,
    ) -> Explanation {
        let (objective, score) = self.objective(cycle, index);
        let period = self.locale.period(self.workspace.cycles[cycle].period);
        let title = self.text(&objective.title);
        let mut explanation = self.blank(named, format!("{title} · {period}"));
        let context = Context::Cycle(cycle, Some(index), None);
        match figure {
            ObjectiveFigure::Progress => {
                self.fill(&mut explanation, context, &score.progress, Shown::Share);
                match self.cycle(cycle).1.is_closed {
                    true => self.closed_rule(cycle, &mut explanation),
                    false => explanation.notes.push(self.say("explain-rolled-up")),
                }
            }
            ObjectiveFigure::Grade => {
                self.grade(&mut explanation, context, &score.grade);
                self.graded(cycle, &mut explanation, score.grade.value());
            }
            ObjectiveFigure::Coverage => {
                self.fill(&mut explanation, context, &score.coverage, Shown::Share);
                // What is counted are these, as far as they have a value.
                explanation.inputs = objective
                    .key_results
                    .iter()
                    .zip(&score.key_results)
                    .filter(|(_, child)| child.status != Status::Dropped)
                    .map(|(definition, child)| self.measured(cycle, definition, child))
                    .collect();
            }
            ObjectiveFigure::Status => {
                explanation.value = word(score.status.as_str());
                explanation.shown = self.status(score.status);
                explanation.rules.push(RulePart {
                    text: self.say("explain-worst-child"),
                    place: None,
                });
                for (definition, child) in objective.key_results.iter().zip(&score.key_results) {
                    explanation
                        .inputs
                        .push(self.child(cycle, definition, child));
                }
            }
        }
        explanation
    }

    /// That the figures of a cycle stand since it was closed, and where they do; nothing while it is open.
    fn closed_rule(&self, cycle: usize, into: &mut Explanation) {
        let (definition, score) = self.cycle(cycle);
        let closing = definition.closing.as_ref().filter(|_| score.is_closed);
        if let Some(closing) = closing {
            let words = [
                ("closed", Word::from(self.locale.date(closing.closed))),
                ("as-of", Word::from(self.locale.date(closing.as_of))),
            ];
            into.rules.push(RulePart {
                text: self.locale.say("explain-closed", &words),
                place: Some(self.cite(closing.place)),
            });
        }
    }

    /// A grade with the progress that it follows from.
    fn grade(&self, into: &mut Explanation, context: Context, grade: &Traced) {
        self.add_formula(into, context, None, grade, Shown::Plain);
        if let Formula::Rounded(..) = grade.formula() {
            self.add_inputs(into, context, grade.formula());
        }
    }

    /// What a grade says, and whether it stands.
    fn graded(&self, cycle: usize, into: &mut Explanation, grade: Option<&Exact>) {
        let is_closed = self.cycle(cycle).1.is_closed;
        if let Some(grade) = grade {
            let words = [
                ("grade", Word::from(self.locale.number(grade, 1))),
                ("band", Word::from(GradeBand::of(grade).as_str())),
            ];
            let key = match is_closed {
                true => "explain-graded",
                false => "explain-would-be",
            };
            into.notes.push(self.locale.say(key, &words));
            if is_closed {
                into.value = number(grade);
                into.shown = self.locale.number(grade, 1);
            }
        }
        match is_closed {
            true => self.closed_rule(cycle, into),
            false => into.notes.push(self.say("explain-open")),
        }
    }

    fn child(&self, cycle: usize, definition: &KeyResult, score: &KeyResultScore) -> InputPart {
        InputPart {
            name: self.text(&definition.title),
            value: None,
            shown: self.status(score.status),
            weight: Some(Number::from(&definition.weight)),
            place: Some(self.cite(definition.place)),
            figure: Some(self.key_result_address(cycle, definition, "status")),
        }
    }

    /// A key result by its progress.
    fn measured(&self, cycle: usize, definition: &KeyResult, score: &KeyResultScore) -> InputPart {
        let progress = score.progress.value();
        InputPart {
            value: progress.map(Number::from),
            shown: match progress {
                Some(progress) => self.shown(progress, Shown::Share),
                None => NO_VALUE.to_owned(),
            },
            weight: None,
            figure: Some(self.key_result_address(cycle, definition, "progress")),
            ..self.child(cycle, definition, score)
        }
    }

    fn key_result_address(&self, cycle: usize, definition: &KeyResult, figure: &str) -> String {
        let cycle = &self.workspace.cycles[cycle].id;
        format!("{cycle}/key_results/{}/{figure}", definition.id)
    }

    fn status(&self, status: Status) -> String {
        self.say(&format!("report-status-{}", status.as_str()))
    }

    /// The name of a term of a cycle's formulas.
    pub(super) fn cycle_name(
        &self,
        cycle: usize,
        objective: Option<usize>,
        key_result: Option<usize>,
        name: Name,
        is_short: bool,
    ) -> String {
        let plain = |key: &str| self.named(key, &[]);
        let definition = objective.map(|index| self.objective(cycle, index).0);
        let own = definition
            .zip(key_result)
            .map(|(objective, index)| &objective.key_results[index]);
        let date = |reading: usize| {
            let scores = objective.map(|index| &self.objective(cycle, index).1.key_results);
            let score = scores.zip(key_result).map(|(scores, own)| &scores[own]);
            let dated = score.and_then(|score| score.readings.get(reading));
            dated.map_or_else(String::new, |dated| self.locale.date(dated.date))
        };
        match name {
            Name::Objective(index) => self.text(&self.objective(cycle, index).0.title),
            Name::KeyResult(index) => definition.map_or_else(
                || plain("value"),
                |objective| self.text(&objective.key_results[index].title),
            ),
            Name::Milestone(index) => match own.map(|own| &own.kind) {
                Some(KeyResultKind::Milestones(milestones)) => self.text(&milestones[index].title),
                _ => plain("value"),
            },
            Name::Planned(None) => plain("planned-end"),
            Name::Planned(Some(index)) => match own.and_then(|own| own.plan.get(index)) {
                Some(planned) => {
                    let words = [("date", Word::from(self.locale.date(planned.by)))];
                    self.named("planned", &words)
                }
                None => plain("value"),
            },
            Name::PaceBetween(earlier, later) => {
                let words = [
                    ("earlier", Word::from(date(earlier))),
                    ("later", Word::from(date(later))),
                ];
                self.named("pace-between", &words)
            }
            Name::Reading(_) | Name::Numerator(_) | Name::Denominator(_) => {
                self.reading_name(name, is_short)
            }
            Name::CasesMet(_) => plain("cases-met"),
            Name::CasesBreached(_) => plain("cases-breached"),
            Name::CasesOverdue(_) => plain("cases-overdue"),
            Name::PracticeOf(index, _) => {
                let date = self.scores.assessments[index].sheet.date;
                let words = [("date", Word::from(self.locale.date(date)))];
                self.named("practice-of", &words)
            }
            Name::LineStartOf(reading) => {
                self.named("line-start-of", &[("date", Word::from(date(reading)))])
            }
            Name::LineStart => plain("line-start"),
            Name::One => "1".to_owned(),
            Name::Zero => "0".to_owned(),
            Name::Hundred => "100".to_owned(),
            Name::Baseline => plain("baseline"),
            Name::Target => plain("target-value"),
            Name::RelativeTarget => plain("relative-target"),
            Name::Value => plain("value"),
            Name::Progress => plain("progress"),
            Name::PlainExpected => plain("expected"),
            Name::Aspirational => plain("aspirational"),
            Name::DaysPassed => plain("days-passed"),
            Name::DaysInAll => plain("days-in-all"),
            Name::PeriodsMet => plain("periods-met"),
            Name::PeriodsPassed => plain("periods-passed"),
            Name::Measured => plain("measured"),
            Name::Active => plain("active"),
            Name::Pace => plain("pace"),
            Name::DaysToDue => plain("days-to-due"),
            Name::DaysLeft => plain("days-left"),
            Name::Projected => plain("projected"),
            _ => plain("value"),
        }
    }

    /// What the line of a term of a cycle's formulas says.
    pub(super) fn cycle_detail(
        &self,
        cycle: usize,
        objective: Option<usize>,
        key_result: Option<usize>,
        name: Name,
    ) -> Detail<'_> {
        let definition = objective.map(|index| self.objective(cycle, index).0);
        let own = definition
            .zip(key_result)
            .map(|(objective, index)| &objective.key_results[index]);
        let figure = |figure: &str| own.map(|own| self.key_result_address(cycle, own, figure));
        let share = Detail {
            shown: Shown::Share,
            ..Detail::plain()
        };
        let quantity = |address: Option<String>| Detail {
            shown: own.map_or(Shown::Plain, |own| Shown::Quantity(&own.unit)),
            figure: address,
            ..Detail::plain()
        };
        match name {
            Name::Objective(index) => {
                let objective = self.objective(cycle, index).0;
                let id = &self.workspace.cycles[cycle].id;
                Detail {
                    place: Some(objective.place),
                    figure: Some(format!("{id}/objectives/{}/progress", objective.id)),
                    ..share
                }
            }
            Name::KeyResult(index) => match definition {
                Some(objective) => {
                    let own = &objective.key_results[index];
                    Detail {
                        place: Some(own.place),
                        figure: Some(self.key_result_address(cycle, own, "progress")),
                        ..share
                    }
                }
                None => share,
            },
            Name::Baseline => quantity(figure("baseline")),
            Name::Target => quantity(figure("target")),
            Name::Value => quantity(figure("value")),
            Name::Projected | Name::LineStart | Name::LineStartOf(_) => quantity(None),
            Name::Progress => Detail {
                figure: figure("progress"),
                ..share
            },
            Name::Reading(index) => self.reading_detail(index),
            Name::PracticeOf(index, scope) => Detail {
                shown: Shown::Score,
                figure: Some(self.practice_address(index, scope)),
                ..Detail::plain()
            },
            Name::Aspirational => Detail {
                place: definition.map(|objective| objective.place),
                ..share
            },
            Name::Milestone(index) => match own.map(|own| &own.kind) {
                Some(KeyResultKind::Milestones(milestones)) => Detail {
                    place: Some(milestones[index].place),
                    ..share
                },
                _ => share,
            },
            Name::PlainExpected | Name::Planned(_) => share,
            _ => Detail::plain(),
        }
    }

    /// The address of the practice score of an assessment.
    fn practice_address(&self, index: usize, scope: ScopeRef) -> String {
        let score = &self.scores.assessments[index];
        let rubric = &self.workspace.rubrics[score.rubric];
        let root = self.assessment_root(index);
        match scope {
            Some(dimension) => {
                let id = &rubric.dimension(dimension).id;
                format!("{root}/dimensions/{id}/practice_score")
            }
            None => format!("{root}/practice_score"),
        }
    }

    /// How long a working day is taken to be, for values in a unit of time, where the workspace says so.
    pub(super) fn working_day(&self, unit: &Unit) -> Option<RulePart> {
        let stated = self.workspace.settings.working_day.as_ref();
        let (day, place) = stated.filter(|_| unit.is_time())?;
        let length = self.locale.quantity(&day.hours(), &Unit::parse("h"));
        let words = [("length", Word::from(length))];
        Some(RulePart {
            text: self.locale.say("explain-working-day", &words),
            place: Some(self.cite(*place)),
        })
    }

    /// Whether nothing has been heard for too long, with the numbers that it turns on.
    pub(super) fn silence(
        &self,
        since: NaiveDate,
        until: NaiveDate,
        frequency: Frequency,
        holds: bool,
    ) -> TestPart {
        let limit = frequency.days() * Exact::ratio(3, 2);
        let words = [
            ("since", Word::from(self.locale.date(since))),
            ("until", Word::from(self.locale.date(until))),
            ("days", Word::from((until - since).num_days().to_string())),
            ("limit", Word::from(self.locale.number_short(&limit, 1))),
        ];
        TestPart {
            text: self.locale.say("explain-silence", &words),
            holds,
            decides: true,
            place: None,
        }
    }

    pub(super) fn of_key_result(
        &self,
        named: &Named,
        (cycle, objective, index): (usize, usize, usize),
        figure: KeyResultFigure,
    ) -> Explanation {
        let (definition, score) = self.objective(cycle, objective);
        let own = &definition.key_results[index];
        let period = self.locale.period(self.workspace.cycles[cycle].period);
        let page = KeyResultPage {
            explainer: self,
            index: cycle,
            context: Context::Cycle(cycle, Some(objective), Some(index)),
            cycle: &self.workspace.cycles[cycle],
            objective: definition,
            definition: own,
            score: &score.key_results[index],
        };
        let blank = self.blank(named, format!("{} · {period}", self.text(&own.title)));
        page.figure(blank, figure)
    }
}

/// One key result being explained.
struct KeyResultPage<'p> {
    explainer: &'p Explainer<'p>,
    /// The position of its cycle.
    index: usize,
    context: Context,
    cycle: &'p Cycle,
    objective: &'p Objective,
    definition: &'p KeyResult,
    score: &'p KeyResultScore,
}

impl KeyResultPage<'_> {
    fn say(&self, key: &str, words: &[(&str, Word)]) -> String {
        self.explainer.locale.say(key, words)
    }

    fn unit(&self) -> &Unit {
        &self.definition.unit
    }

    fn quantity(&self, value: &Exact) -> String {
        self.explainer.locale.quantity(value, self.unit())
    }

    fn percent(&self, share: &Exact) -> String {
        self.explainer.shown(share, Shown::Share)
    }

    fn fill(&self, explanation: &mut Explanation, traced: &Traced, shown: Shown<'_>) {
        self.explainer
            .fill(explanation, self.context, traced, shown);
    }

    fn note(&self, explanation: &mut Explanation, key: &str) {
        explanation.notes.push(self.say(key, &[]));
    }

    fn figure(&self, mut explanation: Explanation, figure: KeyResultFigure) -> Explanation {
        use KeyResultFigure as Figure;
        let into = &mut explanation;
        match figure {
            Figure::Kind => self.kind(into),
            Figure::Baseline => self.baseline(into),
            Figure::Target => self.target(into),
            Figure::Value => self.value(into),
            Figure::Due => self.due(into),
            Figure::Progress => self.progress(into),
            Figure::Expected => self.expected(into),
            Figure::Status => self.status(into),
            Figure::Flags => self.flags(into),
            Figure::Confidence => self.confidence(into),
            Figure::Forecast => self.forecast(into),
            Figure::Grade => self.grade(into),
        }
        self.frozen(into, figure);
        explanation
    }

    fn is_closed(&self) -> bool {
        matches!(self.score.tests.as_slice(), [StatusTest::Closed(..)])
    }

    /// Of a figure that closing froze: since when it stands, and what the files make of it by now.
    fn frozen(&self, into: &mut Explanation, figure: KeyResultFigure) {
        use KeyResultFigure as Figure;
        if !self.is_closed() {
            return;
        }
        let is_frozen = matches!(
            figure,
            Figure::Baseline | Figure::Target | Figure::Value | Figure::Progress
        );
        if is_frozen {
            self.explainer.closed_rule(self.index, into);
        }
        let Some(moved) = &self.score.moved else {
            return;
        };
        let quantity = |value: Option<&Exact>| value.map(|value| self.quantity(value));
        let now = match figure {
            Figure::Baseline => quantity(moved.baseline.value()),
            Figure::Target => quantity(moved.target.value()),
            Figure::Value => quantity(moved.value.as_ref().map(|dated| &dated.value)),
            Figure::Progress => moved.progress.value().map(|share| self.percent(share)),
            _ => return,
        };
        let now = now.unwrap_or_else(|| NO_VALUE.to_owned());
        if now != into.shown {
            let words = [("now", Word::from(now))];
            into.notes.push(self.say("explain-moved", &words));
        }
    }

    fn kind(&self, into: &mut Explanation) {
        let kind = self.score.kind(self.definition);
        into.value = word(kind);
        into.shown = self.say(&format!("explain-kind-{kind}"), &[]);
        into.rules.push(RulePart {
            text: self.say(&format!("explain-rule-kind-{kind}"), &[]),
            place: Some(self.explainer.cite(self.definition.place)),
        });
    }

    fn baseline(&self, into: &mut Explanation) {
        self.fill(into, &self.score.baseline, Shown::Quantity(self.unit()));
        into.rules.extend(self.explainer.working_day(self.unit()));
        if self.is_closed() {
            return;
        }
        let rows = self.score.check_ins.iter();
        let mut rows = rows.map(|index| &self.cycle.check_ins[*index]);
        if let Some((_, place)) = rows.find_map(|check_in| check_in.baseline.as_ref()) {
            into.rules.push(RulePart {
                text: self.say("explain-baseline-frozen", &[]),
                place: Some(self.explainer.cite(*place)),
            });
            return;
        }
        let key = match &self.definition.kind {
            KeyResultKind::FromTo { baseline, .. } => match baseline {
                crate::model::Baseline::Value(_) => "explain-baseline-value",
                crate::model::Baseline::At(_) => "explain-baseline-at",
                crate::model::Baseline::FirstReading => "explain-baseline-first",
            },
            KeyResultKind::EstablishBaseline => "explain-baseline-first",
            _ => "explain-no-baseline-kind",
        };
        into.rules.push(RulePart {
            text: self.say(key, &[]),
            place: Some(self.explainer.cite(self.definition.baseline_place)),
        });
    }

    fn target(&self, into: &mut Explanation) {
        self.fill(into, &self.score.target, Shown::Quantity(self.unit()));
        into.rules.extend(self.explainer.working_day(self.unit()));
        let bounds = match &self.definition.kind {
            KeyResultKind::Keep(Keep::Between(low, high)) => {
                format!("{} – {}", self.quantity(low), self.quantity(high))
            }
            _ => String::new(),
        };
        if !bounds.is_empty() {
            let words = [("bounds", Word::from(bounds))];
            into.notes.push(self.say("explain-kept-between", &words));
        } else if self.score.target.value().is_none() {
            self.note(into, "explain-no-target-value");
        }
        self.amendments(into, |change| matches!(change, Change::Target(_)));
    }

    /// What was agreed on since, of one kind.
    fn amendments(&self, into: &mut Explanation, is_kind: impl Fn(&Change) -> bool) {
        let as_of = self.explainer.scores.as_of;
        for amendment in &self.definition.amendments {
            if amendment.date <= as_of && is_kind(&amendment.change) {
                let words = [
                    (
                        "date",
                        Word::from(self.explainer.locale.date(amendment.date)),
                    ),
                    ("reason", Word::from(self.explainer.text(&amendment.reason))),
                ];
                into.rules.push(RulePart {
                    text: self.say("explain-amended", &words),
                    place: Some(self.explainer.cite(amendment.place)),
                });
            }
        }
    }

    fn value(&self, into: &mut Explanation) {
        let Some(dated) = &self.score.value else {
            self.note(into, "explain-no-reading");
            return;
        };
        into.value = number(&dated.value);
        into.shown = self.quantity(&dated.value);
        into.rules.push(RulePart {
            text: self.say("explain-latest-value", &[]),
            place: None,
        });
        into.rules.extend(self.explainer.working_day(self.unit()));
        self.dated(into, dated, false);
    }

    /// A value on a day: where it is written, or how it was pooled; `is_one_of` several, under its day.
    fn dated(&self, into: &mut Explanation, dated: &Dated, is_one_of: bool) {
        let day = self.explainer.locale.date(dated.date);
        let Some(formula) = &dated.formula else {
            into.inputs.push(self.reading(dated, day));
            return;
        };
        let of = is_one_of.then_some(day);
        Telling::new(self.explainer, self.context, into).formula(of, Name::Value, formula);
    }

    fn reading(&self, dated: &Dated, day: String) -> InputPart {
        InputPart {
            name: day,
            value: Some(Number::from(&dated.value)),
            shown: self.quantity(&dated.value),
            weight: None,
            place: match dated.source {
                Source::Written(place) => Some(self.explainer.cite(place)),
                Source::Computed | Source::Fixed => None,
            },
            figure: None,
        }
    }

    fn due(&self, into: &mut Explanation) {
        into.value = word(&self.score.due.to_string());
        into.shown = self.explainer.locale.date(self.score.due);
        into.rules.push(RulePart {
            text: self.say("explain-due", &[]),
            place: Some(self.explainer.cite(self.definition.place)),
        });
        self.amendments(into, |change| matches!(change, Change::Due(_)));
    }

    fn progress(&self, into: &mut Explanation) {
        self.fill(into, &self.score.progress, Shown::Share);
        if self.is_closed() {
            return;
        }
        match &self.definition.kind {
            KeyResultKind::Keep(keep) => {
                let bounds = match keep {
                    Keep::AtLeast(bound) => format!("≥ {}", self.quantity(bound)),
                    Keep::AtMost(bound) => format!("≤ {}", self.quantity(bound)),
                    Keep::Between(low, high) => {
                        format!("{} – {}", self.quantity(low), self.quantity(high))
                    }
                };
                let words = [("bounds", Word::from(bounds))];
                into.rules.push(RulePart {
                    text: self.say(
                        match self.definition.source {
                            ValueSource::Score(_) => "explain-kept-score",
                            ValueSource::CheckIns
                            | ValueSource::Kpi(_)
                            | ValueSource::ServiceLevel(_) => "explain-kept",
                        },
                        &words,
                    ),
                    place: Some(self.explainer.cite(self.definition.target_place)),
                });
                // What is counted are these periods.
                into.inputs.clear();
                for period in &self.score.periods {
                    into.tests.push(self.period(period));
                    if let Some(dated) = &period.value {
                        self.dated(into, dated, true);
                    }
                }
            }
            KeyResultKind::Done | KeyResultKind::EstablishBaseline => {
                self.kind_rule(into);
            }
            KeyResultKind::Milestones(_) | KeyResultKind::FromTo { .. } => {}
        }
        if self.score.progress.value().is_none() {
            self.lacking(into);
        }
    }

    fn period(&self, period: &crate::score::key_result::KeptPeriod) -> TestPart {
        let locale = self.explainer.locale;
        let words = [
            ("first", Word::from(locale.date(period.days.first))),
            ("last", Word::from(locale.date(period.days.last))),
            (
                "value",
                Word::from(match &period.value {
                    Some(dated) => self.quantity(&dated.value),
                    None => NO_VALUE.to_owned(),
                }),
            ),
        ];
        TestPart {
            text: self.say("explain-period", &words),
            holds: period.is_met,
            decides: false,
            place: None,
        }
    }

    fn kind_rule(&self, into: &mut Explanation) {
        let kind = self.score.kind(self.definition);
        into.rules.push(RulePart {
            text: self.say(&format!("explain-rule-kind-{kind}"), &[]),
            place: Some(self.explainer.cite(self.definition.place)),
        });
    }

    fn lacking(&self, into: &mut Explanation) {
        let missing = self.score.tests.iter().find_map(|test| match test {
            StatusTest::Lacking(missing) => *missing,
            _ => None,
        });
        self.note(
            into,
            match missing {
                Some(Missing::Baseline) => "explain-lacks-baseline",
                _ => "explain-no-reading",
            },
        );
    }

    fn expected(&self, into: &mut Explanation) {
        self.fill(into, &self.score.expected, Shown::Share);
        let key = match &self.definition.kind {
            KeyResultKind::Milestones(_) => "explain-expected-milestones",
            KeyResultKind::Done | KeyResultKind::EstablishBaseline => "explain-expected-done",
            KeyResultKind::FromTo { .. } if !self.definition.plan.is_empty() => {
                "explain-expected-plan"
            }
            KeyResultKind::FromTo { .. } | KeyResultKind::Keep(_) => "explain-expected-time",
        };
        let locale = self.explainer.locale;
        let words = [
            ("first", Word::from(locale.date(self.cycle.days.first))),
            ("last", Word::from(locale.date(self.score.due))),
            (
                "today",
                Word::from(locale.date(self.explainer.scores.as_of)),
            ),
        ];
        into.rules.push(RulePart {
            text: self.say(key, &words),
            place: Some(self.explainer.cite(self.definition.place)),
        });
        if self.objective.ambition == Ambition::Aspirational {
            into.rules.push(RulePart {
                text: self.say("explain-aspirational", &[]),
                place: Some(self.explainer.cite(self.objective.place)),
            });
        }
        if self.score.expected.value().is_none() {
            self.lacking(into);
        }
    }

    fn status(&self, into: &mut Explanation) {
        into.value = word(self.score.status.as_str());
        into.shown = self.explainer.status(self.score.status);
        let last = self.score.tests.len().saturating_sub(1);
        for (position, test) in self.score.tests.iter().enumerate() {
            into.tests.extend(self.status_test(test, position == last));
        }
        for (figure, traced) in [
            ("progress", &self.score.progress),
            ("expected", &self.score.expected),
        ] {
            into.inputs.push(InputPart {
                name: self.explainer.named(figure, &[]),
                value: traced.value().map(Number::from),
                shown: traced
                    .value()
                    .map_or_else(|| NO_VALUE.to_owned(), |share| self.percent(share)),
                weight: None,
                place: None,
                figure: self.address(figure),
            });
        }
    }

    fn address(&self, figure: &str) -> Option<String> {
        let Context::Cycle(cycle, ..) = self.context else {
            return None;
        };
        Some(
            self.explainer
                .key_result_address(cycle, self.definition, figure),
        )
    }

    /// A test in words; none for those that ask after something unusual and found nothing.
    fn status_test(&self, test: &StatusTest, decides: bool) -> Option<TestPart> {
        let locale = self.explainer.locale;
        let date = |day: NaiveDate| Word::from(locale.date(day));
        let share = |share: &Exact| Word::from(self.percent(share));
        let ratio = |number: &Exact| Word::from(locale.number_short(number, 3));
        let (key, words, holds, place) = match test {
            StatusTest::Dropped(None) | StatusTest::NotBegun(false, _) if !decides => return None,
            StatusTest::Closed(closed, place) => (
                "explain-test-closed",
                vec![("date", date(*closed))],
                true,
                Some(*place),
            ),
            StatusTest::Dropped(place) => {
                ("explain-test-dropped", Vec::new(), place.is_some(), *place)
            }
            StatusTest::NotBegun(holds, first) => (
                "explain-test-not-begun",
                vec![("date", date(*first))],
                *holds,
                Some(self.cycle.place),
            ),
            StatusTest::Lacking(missing) => {
                let key = match missing {
                    Some(Missing::Baseline) => "explain-lacks-baseline",
                    _ => "explain-no-reading",
                };
                (key, Vec::new(), true, None)
            }
            StatusTest::Reached(holds, progress) => (
                "explain-test-reached",
                vec![("progress", share(progress))],
                *holds,
                None,
            ),
            StatusTest::KeptToTheEnd(holds, due) => (
                "explain-test-kept",
                vec![("date", date(*due))],
                *holds,
                None,
            ),
            StatusTest::PastDue(holds, due) => (
                "explain-test-past",
                vec![("date", date(*due))],
                *holds,
                None,
            ),
            StatusTest::TooEarly(holds, expected, bound) => (
                "explain-test-early",
                vec![("expected", share(expected)), ("bound", share(bound))],
                *holds,
                None,
            ),
            StatusTest::Worse(holds, progress) => (
                "explain-test-worse",
                vec![("progress", share(progress))],
                *holds,
                None,
            ),
            StatusTest::Paced(holds, pace, bound, status) => (
                "explain-test-paced",
                vec![
                    ("pace", ratio(pace)),
                    ("bound", ratio(bound)),
                    ("status", Word::from(status.as_str())),
                ],
                *holds,
                None,
            ),
        };
        Some(TestPart {
            text: self.say(key, &words),
            holds,
            decides,
            place: place.map(|place| self.explainer.cite(place)),
        })
    }

    fn flags(&self, into: &mut Explanation) {
        let names: Vec<&str> = self.score.flags.iter().map(|flag| flag.as_str()).collect();
        into.value = raw(&serde_json::to_string(&names).expect("names are JSON"));
        into.shown = if names.is_empty() {
            self.say("explain-no-flags", &[])
        } else {
            let shown: Vec<String> = names
                .iter()
                .map(|name| self.say(&format!("report-flag-{name}"), &[]))
                .collect();
            shown.join(", ")
        };
        let has = |flag: Flag| self.score.flags.contains(&flag);
        let progress = self.score.progress.value();
        into.tests.push(TestPart {
            text: self.say(
                "explain-flag-regressed",
                &[(
                    "progress",
                    Word::from(
                        progress.map_or_else(|| NO_VALUE.to_owned(), |share| self.percent(share)),
                    ),
                )],
            ),
            holds: has(Flag::Regressed),
            decides: false,
            place: None,
        });
        let silence = &self.score.silence;
        into.tests.push(TestPart {
            decides: false,
            ..self.explainer.silence(
                silence.since,
                silence.until,
                silence.frequency,
                has(Flag::Stale),
            )
        });
        let latest = self.score.confidence();
        let said = |confidence: Option<u32>| {
            Word::from(confidence.map_or_else(|| NO_VALUE.to_owned(), |own| own.to_string()))
        };
        let before = self.score.confidences.iter().rev().nth(1).copied();
        into.tests.push(TestPart {
            text: self.say(
                "explain-flag-conflict",
                &[
                    ("confidence", said(latest)),
                    (
                        "status",
                        Word::from(self.explainer.status(self.score.status)),
                    ),
                ],
            ),
            holds: has(Flag::ConfidenceConflict),
            decides: false,
            place: self.confidence_place(),
        });
        into.tests.push(TestPart {
            text: self.say(
                "explain-flag-drop",
                &[("before", said(before)), ("now", said(latest))],
            ),
            holds: has(Flag::ConfidenceDrop),
            decides: false,
            place: self.confidence_place(),
        });
    }

    /// Where the latest confidence is written.
    fn confidence_place(&self) -> Option<String> {
        let check_ins = self.score.check_ins.iter().rev();
        let latest = check_ins
            .map(|index| &self.cycle.check_ins[*index])
            .find(|check_in| check_in.confidence.is_some())?;
        Some(self.explainer.cite(latest.place))
    }

    fn confidence(&self, into: &mut Explanation) {
        let Some(confidence) = self.score.confidence() else {
            self.note(into, "explain-no-confidence");
            return;
        };
        into.value = number(&Exact::from(confidence));
        into.shown = self.say(
            "explain-of-ten",
            &[("confidence", Word::from(confidence.to_string()))],
        );
        into.rules.push(RulePart {
            text: self.say("explain-latest-confidence", &[]),
            place: self.confidence_place(),
        });
    }

    fn forecast(&self, into: &mut Explanation) {
        let Some(forecast) = &self.score.forecast else {
            self.note(into, "explain-no-forecast");
            return;
        };
        let unit = Shown::Quantity(self.unit());
        if let Some(figures) = crate::report::score::forecast(forecast) {
            into.value = raw(&serde_json::to_string(&figures).expect("figures are JSON"));
        }
        if let (Some(value), Some(progress)) = (forecast.value.value(), forecast.progress.value()) {
            let words = [
                ("value", Word::from(self.quantity(value))),
                ("progress", Word::from(self.percent(progress))),
                (
                    "date",
                    Word::from(self.explainer.locale.date(self.score.due)),
                ),
            ];
            into.shown = self.say("explain-forecast", &words);
        }
        let parts: [(&str, &Traced, Shown<'_>); 5] = [
            ("projected", &forecast.value, unit),
            ("line-start", &forecast.start, unit),
            ("progress", &forecast.progress, Shown::Share),
            ("pace", &forecast.observed, Shown::Plain),
            ("required-pace", &forecast.required, Shown::Plain),
        ];
        for (name, traced, shown) in parts {
            let of = Some(self.explainer.named(name, &[]));
            self.explainer
                .add_formula(into, self.context, of, traced, shown);
        }
        for dated in &self.score.readings {
            self.dated(into, dated, true);
        }
        // Both ends of the way; what else these formulas hold is told by the formulas above.
        Telling::new(self.explainer, self.context, into)
            .without([Name::Projected].into_iter())
            .made_of(None, forecast.progress.formula());
        into.rules.push(RulePart {
            text: self.say("explain-theil-sen", &[]),
            place: None,
        });
        let due = self.explainer.locale.date(self.score.due);
        into.notes
            .push(self.say("explain-projection", &[("date", Word::from(due))]));
    }

    fn grade(&self, into: &mut Explanation) {
        let grade = &self.score.grade;
        if grade.value().is_none() {
            if !self.is_closed() {
                self.lacking(into);
            }
        } else {
            self.explainer.grade(into, self.context, grade);
        }
        self.explainer.graded(self.index, into, grade.value());
    }
}
