//! What moved since an earlier commit, in words.

use chrono::NaiveDate;

use super::{Note, Row, Section, Table, Writer, headline, level};
use crate::locale::{Locale, Word};
use crate::model::{Kpi, Reading, Rubric, Scope};
use crate::report::changes::{self, BaseCommit, defined};
use crate::report::step_words::{from_to, no_value};
use crate::score::compare::{
    Changes, CycleChange, Ends, KpiChange, PersonChange, RubricChange, ServiceLevelChange, State,
};
use crate::score::measure::Point;
use crate::score::service_level::WindowScore;

impl Note {
    /// What moved since a commit.
    #[must_use]
    pub fn since(changes: &Changes<'_>, base: &BaseCommit, locale: &Locale) -> Note {
        let states = changes.states;
        let writer = Writer {
            states,
            names: Ends {
                a: locale.say("compare-before", &[]),
                b: locale.say("compare-now", &[]),
            },
            locale,
        };
        let words = [
            (
                "organisation",
                Word::from(states.b.workspace.settings.organisation.as_str()),
            ),
            ("commit", Word::from(base.short.as_str())),
            ("revision", Word::from(base.revision.as_str())),
            ("date", Word::from(locale.date(states.b.scores.as_of))),
        ];
        let is_its_name = base.commit.starts_with(&base.revision);
        let key = match (base.revision_has_gone_on, is_its_name) {
            (true, _) => "compare-base-left",
            (false, false) => "compare-base-is",
            (false, true) => "compare-base-commit",
        };
        let mut remarks = vec![locale.say(key, &words)];
        if !base.has_workspace {
            remarks.push(locale.say("compare-base-no-workspace", &words));
        }
        let still_to_count = still_to_count(states);
        if let Some((count, first)) = still_to_count {
            let words = [
                ("count", Word::from(count)),
                ("date", Word::from(locale.date(first))),
            ];
            remarks.push(locale.say("compare-base-still-to-count", &words));
        }
        let headline = match (changes.is_empty(), still_to_count) {
            (true, None) => locale.say("compare-base-nothing", &words),
            (true, Some(_)) => locale.say("compare-base-no-figure", &words),
            (false, _) => headline(writer.named(changes), locale),
        };
        Note {
            title: locale.say("compare-base-title", &words),
            headline,
            remarks,
            sections: writer.sections(changes),
        }
    }
}

/// How many readings are new and of a period that has not ended on the day, and the day from which the first of them
/// counts: no figure shows them yet. `None` where there are none.
fn still_to_count(states: Ends<State<'_>>) -> Option<(usize, NaiveDate)> {
    let Ends { a, b } = states;
    let is_there = |reading: &Reading| {
        let id = &b.workspace.kpis[reading.kpi].id;
        let mut before = a.workspace.readings.iter();
        before.any(|own| {
            a.workspace.kpis[own.kpi].id == *id
                && (own.days, &own.segment, &own.value)
                    == (reading.days, &reading.segment, &reading.value)
        })
    };
    let ends: Vec<NaiveDate> = b
        .workspace
        .readings
        .iter()
        .filter(|reading| reading.days.last > b.scores.as_of && !is_there(reading))
        .map(|reading| reading.days.last)
        .collect();
    let first = ends.iter().min().copied()?;
    Some((ends.len(), first))
}

impl<'n> Writer<'n> {
    /// What moved, in a few words each.
    fn named(&self, changes: &Changes<'_>) -> Vec<String> {
        let mut named = Vec::new();
        for own in &changes.rubrics {
            let rubric = self.rubric(own);
            let short = rubric.and_then(|rubric| self.in_short(rubric, own.latest));
            let as_before = || {
                let key = match rubric?.gives_level(Scope::Rubric) {
                    true => "compare-level-and-index-same",
                    false => "compare-index-same",
                };
                Some(self.say_of(key, "rubric", self.text(&rubric?.title)))
            };
            named.extend(short.or_else(as_before));
        }
        for own in &changes.cycles {
            let title = self.cycle_title(own);
            let progress = changes::progress(self.states, own);
            let mut short = format!("{title}: {}", self.progress_in_short(progress));
            let change = changes::cycle_change(own);
            if change != "moved" {
                short.push_str(&format!(", {}", self.say(&format!("compare-is-{change}"))));
            }
            named.push(short);
        }
        for (key, count) in [
            ("compare-count-kpis", changes.kpis.len()),
            ("compare-count-service-levels", changes.service_levels.len()),
            ("compare-count-people", changes.people.len()),
        ] {
            if count > 0 {
                named.push(self.say_count(key, count));
            }
        }
        named
    }

    fn sections(&self, changes: &Changes<'_>) -> Vec<Section> {
        let mut sections: Vec<Section> = Vec::new();
        sections.extend(
            changes
                .rubrics
                .iter()
                .filter_map(|own| self.rubric_part(own)),
        );
        sections.extend(changes.cycles.iter().map(|own| self.cycle_part(own)));
        let parts = [
            (
                "compare-kpis",
                self.columns(String::new(), self.say("level")),
                changes
                    .kpis
                    .iter()
                    .filter_map(|own| self.kpi(own))
                    .collect(),
            ),
            (
                "compare-service-levels",
                self.columns(String::new(), self.say("compare-change")),
                changes
                    .service_levels
                    .iter()
                    .filter_map(|own| self.service_level(own))
                    .collect(),
            ),
            (
                "compare-people",
                self.columns(self.say("compare-fit"), self.say("compare-change")),
                changes
                    .people
                    .iter()
                    .filter_map(|own| self.person(own))
                    .collect::<Vec<Row>>(),
            ),
        ];
        for (key, columns, rows) in parts {
            if !rows.is_empty() {
                sections.push(Section {
                    heading: self.say(key),
                    lines: Vec::new(),
                    tables: vec![Table {
                        columns,
                        rows,
                        ..Table::default()
                    }],
                });
            }
        }
        sections
    }

    /// The rubric as it is, else as it was.
    fn rubric(&self, own: &RubricChange<'_>) -> Option<&'n Rubric> {
        let rubrics = defined(self.states, own.positions, |workspace| &workspace.rubrics);
        rubrics.b.or(rubrics.a)
    }

    fn rubric_part(&self, own: &RubricChange<'_>) -> Option<Section> {
        let rubric = self.rubric(own)?;
        let mut section = self.assessments(rubric, own.latest, own.both.as_ref());
        let mut lines = Vec::new();
        if own.is_measured_anew() {
            lines.push(self.say("compare-rubric-edited"));
        }
        for (key, dates) in [
            ("compare-new-assessments", &own.new),
            ("compare-gone-assessments", &own.gone),
            ("compare-reworked-assessments", &own.reworked),
        ] {
            let dates: Vec<String> = dates.iter().map(|date| self.locale.date(*date)).collect();
            if !dates.is_empty() {
                let words = [
                    ("count", Word::from(dates.len())),
                    ("dates", Word::from(dates.join(", "))),
                ];
                lines.push(self.locale.say(key, &words));
            }
        }
        lines.append(&mut section.lines);
        section.lines = lines;
        Some(section)
    }

    fn kpi(&self, own: &KpiChange<'_>) -> Option<Row> {
        let definitions = defined(self.states, own.positions, |workspace| &workspace.kpis);
        let definition = definitions.b.or(definitions.a)?;
        let value = |kpi: Option<&Kpi>, point: Option<&Point>| {
            kpi.zip(point).map_or_else(no_value, |(kpi, point)| {
                self.locale.quantity(&point.value, &kpi.unit)
            })
        };
        let levels = own.level.as_ref().map(|level| self.score(level.as_ref()));
        let values = Ends {
            a: value(definitions.a, own.latest.a),
            b: value(definitions.b, own.latest.b),
        };
        let mut details = Vec::new();
        let period = |point: Option<&Point>| {
            point.map_or_else(no_value, |point| self.locale.period(point.period))
        };
        details.push(from_to(&own.latest.map(period)));
        if own.periods.b > own.periods.a {
            details.push(self.say_count("compare-new-periods", own.periods.b - own.periods.a));
        } else if own.periods.b < own.periods.a {
            details.push(self.say_count("compare-gone-periods", own.periods.a - own.periods.b));
        } else if own.has_other_readings {
            details.push(self.say("compare-corrected"));
        } else {
            details.push(self.say("compare-bands-edited"));
        }
        details.push(definition.id.to_string());
        Some(Row {
            cells: vec![
                self.text(&definition.title).to_owned(),
                values.a,
                values.b,
                from_to(&levels),
            ],
            aside: details.join(" · "),
        })
    }

    fn service_level(&self, own: &ServiceLevelChange<'_>) -> Option<Row> {
        let definitions = defined(self.states, own.positions, |workspace| {
            &workspace.service_levels
        });
        let definition = definitions.b.or(definitions.a)?;
        let share = own.latest.map(|window| window?.compliance.value());
        let change = self.points(share.change().as_ref());
        let share = share
            .map(|share| share.map_or_else(no_value, |share| self.locale.percent_short(share)));
        let day = |window: Option<&WindowScore>| match window {
            Some(window) => match window.period {
                Some(period) => self.locale.period(period),
                None => self.locale.date(window.days.last),
            },
            None => no_value(),
        };
        let days = own.latest.map(day);
        Some(Row {
            cells: vec![
                self.text(&definition.title).to_owned(),
                share.a,
                share.b,
                change,
            ],
            aside: format!("{} · {}", from_to(&days), definition.id),
        })
    }

    fn cycle_title(&self, own: &CycleChange) -> String {
        let definitions = defined(self.states, own.positions, |workspace| &workspace.cycles);
        let definition = definitions.b.or(definitions.a);
        let period = definition.map(|definition| self.locale.period(definition.period));
        period.unwrap_or_default()
    }

    fn cycle_part(&self, own: &CycleChange) -> Section {
        let mut lines = Vec::new();
        match changes::cycle_change(own) {
            "moved" => {}
            change => lines.push(self.say(&format!("compare-cycle-{change}"))),
        }
        lines.push(self.progressed(changes::progress(self.states, own)));
        let key_results = own.key_results.iter();
        let key_results: Vec<_> = key_results
            .map(|key_result| {
                let ends = changes::key_result(self.states, own, key_result);
                ends.map(|own| own.map(|(_, scored)| scored))
            })
            .collect();
        Section {
            heading: self.cycle_title(own),
            lines,
            tables: self.key_results(&key_results).into_iter().collect(),
        }
    }

    fn person(&self, own: &PersonChange) -> Option<Row> {
        let definitions = defined(self.states, own.positions, |workspace| &workspace.people);
        let definition = definitions.b.or(definitions.a)?;
        let mut details = Vec::new();
        match (own.positions.a, own.positions.b) {
            (None, _) => details.push(self.say("compare-is-new")),
            (_, None) => details.push(self.say("compare-is-gone")),
            _ => {}
        }
        for skill in &own.skills {
            let words = [
                ("skill", Word::from(skill.skill.as_str())),
                ("held", Word::from(from_to(&skill.held.map(level)))),
                ("required", Word::from(from_to(&skill.required.map(level)))),
            ];
            details.push(self.locale.say("compare-skill", &words));
        }
        let fit = own.fit.as_ref().map(Option::as_ref);
        let change = self.points(fit.change().as_ref());
        let fit = fit.map(|share| self.percent(share));
        Some(Row {
            cells: vec![definition.called().to_owned(), fit.a, fit.b, change],
            aside: details.join(" · "),
        })
    }
}
