//! Which key results are off pace, and why; what a cycle was closed with.

use schemars::JsonSchema;
use serde::Serialize;

use super::kpis::which;
use super::sentence::{Sentence, Telling};
use super::{NAMED, PointStoryPart};
use crate::locale::Word;
use crate::model::{Cycle, Period, Unit, parse_day};
use crate::report::document::{CyclePart, GradePart, KeyResultPart, ObjectivePart, Writer};
use crate::report::figure::Figure;
use crate::score::{CycleScore, KeyResultScore};

/// What a cycle says.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CycleStoryPart {
    /// The cycle's id.
    pub id: String,
    /// How many key results are off pace, of how many; the grades of a closed cycle.
    pub summary: Vec<Sentence>,
    /// The key results furthest off pace, three at most, each with why: the worst status first, and in it the
    /// widest distance from what is expected; then those that lack data or a baseline. Empty of a closed cycle.
    pub off_pace: Vec<PointStoryPart>,
    /// How many more there are.
    pub off_pace_more: usize,
}

/// Statuses off pace, worst first; then those that say nothing of pace.
const OFF_PACE: [&str; 3] = ["missed", "at_risk", "behind"];
const UNJUDGED: [&str; 2] = ["no_data", "no_baseline"];

/// The cycle of what something goes on from.
fn cycle_of(lineage: &str) -> &str {
    lineage.split('/').next().unwrap_or_default()
}

/// A key result as it is told of.
type Told<'p> = (&'p KeyResultPart, &'p KeyResultScore);

impl Writer<'_> {
    pub(super) fn cycle_story(
        &self,
        definition: &Cycle,
        score: &CycleScore,
        part: &CyclePart,
    ) -> CycleStoryPart {
        let own = Following {
            writer: self,
            part,
            period: match definition.period {
                Period::Quarter(..) | Period::FiscalQuarter(..) => "quarter",
                Period::Half(..) | Period::FiscalHalf(..) => "half",
                Period::Year(_) => "year",
                Period::FiscalYear(_) => "fiscal_year",
                Period::Month(..) | Period::Week(..) | Period::Day(_) | Period::Range(_) => "other",
            },
        };
        let (summary, off_pace, off_pace_more) = if part.closed.is_some() {
            (own.closed(), Vec::new(), 0)
        } else {
            own.open(score)
        };
        CycleStoryPart {
            id: part.id.clone(),
            summary,
            off_pace_more,
            off_pace,
        }
    }
}

/// One cycle, to be told.
struct Following<'a> {
    writer: &'a Writer<'a>,
    part: &'a CyclePart,
    /// What kind of period it is, for the words that go with its name.
    period: &'static str,
}

impl Following<'_> {
    fn open(&self, score: &CycleScore) -> (Vec<Sentence>, Vec<PointStoryPart>, usize) {
        let objectives = self.part.objectives.iter().zip(&score.objectives);
        let active: Vec<Told<'_>> = objectives
            .flat_map(|(part, score)| part.key_results.iter().zip(&score.key_results))
            .filter(|(part, _)| part.status != "dropped")
            .collect();
        if active.is_empty() {
            let empty = self.of_cycle("story-okrs-empty", &[]);
            return (
                [empty].into_iter().chain(self.to_close()).collect(),
                Vec::new(),
                0,
            );
        }
        if active.iter().all(|(part, _)| part.status == "planned") {
            let words = [("count", active.len().into())];
            return (
                vec![self.of_cycle("story-okrs-planned", &words)],
                Vec::new(),
                0,
            );
        }
        let is_unjudged = |(own, _): &&Told<'_>| UNJUDGED.contains(&own.status);
        let unjudged = active.iter().filter(is_unjudged).count();
        let words = [("count", unjudged.into())];
        let mut summary = if unjudged == active.len() {
            vec![self.of_cycle("story-okrs-none-judged", &words)]
        } else {
            let unjudged = (unjudged > 0).then(|| self.plain("story-okrs-unjudged", &words));
            [self.pace(&active)].into_iter().chain(unjudged).collect()
        };
        summary.extend(self.to_close());
        let worst = worst(&active);
        let more = worst.len().saturating_sub(NAMED);
        let told = worst.into_iter().take(NAMED);
        let off_pace = told.map(|told| self.off_pace(told)).collect();
        (summary, off_pace, more)
    }

    /// That the cycle has ended and waits to be closed.
    fn to_close(&self) -> Option<Sentence> {
        let has_ended = parse_day(&self.part.end).is_some_and(|end| end < self.writer.scores.as_of);
        has_ended.then(|| self.of_cycle("story-okrs-to-close", &[]))
    }

    fn plain(&self, key: &str, words: &[(&str, Word)]) -> Sentence {
        Sentence::plain(self.writer.locale, key, words)
    }

    /// A sentence that names the cycle.
    fn of_cycle(&self, key: &str, words: &[(&str, Word)]) -> Sentence {
        let mut telling = Telling::new(self.writer.locale);
        let named = [
            (
                "name",
                Word::from(telling.name(&self.part.title, format!("okr-{}", self.part.anchor))),
            ),
            ("period", self.period.into()),
        ];
        let mut all = vec![
            ("cycle", telling.phrase("story-cycle", &named).into()),
            ("start", self.day(&self.part.start).into()),
            ("end", self.day(&self.part.end).into()),
        ];
        all.extend(words.iter().cloned());
        telling.say(key, &all)
    }

    fn pace(&self, active: &[Told<'_>]) -> Sentence {
        let telling = Telling::new(self.writer.locale);
        let (mut off, mut last) = (0, "");
        let mut statuses = Vec::new();
        for status in OFF_PACE {
            let count = active.iter().filter(|(own, _)| own.status == status);
            let count = count.count();
            if count > 0 {
                (off, last) = (off + count, status);
                let words = [("count", count.into()), ("status", status.into())];
                statuses.push(telling.phrase("story-okrs-status", &words));
            }
        }
        let key = match statuses.len() {
            0 => "story-okrs-on",
            1 => "story-okrs-off",
            _ => "story-okrs-off-mixed",
        };
        let words = [
            ("which", Word::from(which(off, active.len()))),
            ("off", off.into()),
            ("count", active.len().into()),
            ("status", last.into()),
            ("statuses", telling.list(statuses, 0).into()),
        ];
        self.of_cycle(key, &words)
    }

    /// One key result: how it stands, and what is known of why.
    fn off_pace(&self, (part, score): Told<'_>) -> PointStoryPart {
        let mut said = vec![self.stands_at(part)];
        said.extend(self.kept(part));
        if part.flags.contains(&"regressed") {
            said.push(self.plain("story-okr-regressed", &[]));
        }
        said.extend(self.out_of_date(part));
        // What is past due has no future to be confident of.
        if part.status != "missed" {
            said.extend(self.confidence_in(part, score));
            said.extend(self.projected(part));
        }
        said.extend(self.last_note(part));
        PointStoryPart {
            id: part.id.clone(),
            sentences: said,
        }
    }

    fn stands_at(&self, part: &KeyResultPart) -> Sentence {
        let mut telling = Telling::new(self.writer.locale);
        let name = telling.name(&part.title, format!("kr-{}-{}", self.part.anchor, part.id));
        let share = |figure: &Option<Figure>| {
            let share = figure.as_ref();
            share.map_or_else(String::new, |own| self.writer.locale.percent(&own.0, 0))
        };
        let words = [
            ("name", Word::from(name)),
            ("status", part.status.into()),
            ("progress", share(&part.progress).into()),
            ("expected", share(&part.expected).into()),
            ("due", self.day(&part.due).into()),
            ("from", part.from.as_deref().map_or("none", cycle_of).into()),
        ];
        telling.say("story-okr", &words)
    }

    /// In how many periods it was kept, and in which it was not.
    fn kept(&self, part: &KeyResultPart) -> Option<Sentence> {
        let kept = part.kept.as_ref()?;
        if !OFF_PACE.contains(&part.status) {
            return None;
        }
        let mut telling = Telling::new(self.writer.locale);
        let words = [("kept", Word::from(telling.quote(kept)))];
        Some(telling.say("story-okr-kept", &words))
    }

    fn out_of_date(&self, part: &KeyResultPart) -> Option<Sentence> {
        if !part.flags.contains(&"stale") {
            return None;
        }
        let check_in = part.last_check_in.as_ref().map(|own| own.date.as_str());
        let last = part.value_date.as_deref().max(check_in);
        if last.is_none() && part.status == "no_data" {
            return None; // that it has none was just said
        }
        let words = [
            ("dated", if last.is_some() { "yes" } else { "no" }.into()),
            ("date", self.day(last.unwrap_or_default()).into()),
        ];
        Some(self.plain("story-okr-stale", &words))
    }

    fn confidence_in(&self, part: &KeyResultPart, score: &KeyResultScore) -> Option<Sentence> {
        let now = part.confidence?;
        let before = score.confidences.iter().rev().nth(1).copied();
        let state = if part.flags.contains(&"confidence_drop") {
            "drop"
        } else if part.flags.contains(&"confidence_conflict") {
            "conflict"
        } else {
            "plain"
        };
        let words = [
            ("state", Word::from(state)),
            ("confidence", now.into()),
            ("before", before.unwrap_or(now).into()),
        ];
        Some(self.plain("story-okr-confidence", &words))
    }

    fn projected(&self, part: &KeyResultPart) -> Option<Sentence> {
        let forecast = part.forecast.as_ref()?;
        let locale = self.writer.locale;
        let mut telling = Telling::new(locale);
        let value = locale.quantity(&forecast.value.0, &Unit::parse(&part.unit));
        let words = [
            (
                "reaches",
                Word::from(if forecast.reaches_target { "yes" } else { "no" }),
            ),
            ("value", telling.quote(&value).into()),
            ("progress", locale.percent(&forecast.progress.0, 0).into()),
            ("due", self.day(&part.due).into()),
        ];
        Some(telling.say("story-okr-forecast", &words))
    }

    fn last_note(&self, part: &KeyResultPart) -> Option<Sentence> {
        let check_in = part.last_check_in.as_ref()?;
        let note = check_in.note.as_deref();
        let note = note.filter(|note| !note.trim().is_empty())?;
        let mut telling = Telling::new(self.writer.locale);
        let words = [
            ("note", Word::from(telling.speech(note))),
            ("date", self.day(&check_in.date).into()),
        ];
        Some(telling.say("story-okr-note", &words))
    }

    fn closed(&self) -> Vec<Sentence> {
        let progress = self.part.progress.as_ref();
        let progress = progress.map(|own| self.writer.locale.percent(&own.0, 0));
        let key = match progress {
            Some(_) => "story-okrs-closed",
            None => "story-okrs-closed-unmeasured",
        };
        let closed = self.part.closed.as_deref().unwrap_or_default();
        let words = [
            ("date", Word::from(self.day(closed))),
            ("progress", progress.unwrap_or_default().into()),
        ];
        let mut told = vec![self.of_cycle(key, &words)];
        told.extend(self.commitments());
        told.extend(self.grades());
        told
    }

    /// The commitments that a closed cycle missed: a green grade is none yet.
    fn commitments(&self) -> Option<Sentence> {
        let objectives = self.part.objectives.iter();
        let missed: Vec<&ObjectivePart> = objectives
            .filter(|own| own.commitment == Some("missed"))
            .collect();
        if missed.is_empty() {
            return None;
        }
        let mut telling = Telling::new(self.writer.locale);
        let names = missed.iter().take(NAMED).map(|own| {
            let name = telling.name(&own.title, format!("o-{}-{}", self.part.anchor, own.id));
            telling.phrase("story-okrs-commitment", &[("name", Word::from(name))])
        });
        let names: Vec<String> = names.collect();
        let more = missed.len() - names.len();
        let words = [
            ("count", Word::from(missed.len())),
            ("names", telling.list(names, more).into()),
        ];
        Some(telling.say("story-okrs-commitments", &words))
    }

    /// The lowest grades of a closed cycle's objectives.
    fn grades(&self) -> Option<Sentence> {
        let graded = self.part.objectives.iter();
        let mut graded: Vec<(&ObjectivePart, &GradePart)> = graded
            .filter_map(|own| Some((own, own.grade.as_ref()?)))
            .collect();
        if graded.is_empty() {
            return None;
        }
        graded.sort_by(|(_, one), (_, other)| one.value.0.cmp(&other.value.0));
        let mut telling = Telling::new(self.writer.locale);
        let names = graded.iter().take(NAMED).map(|(own, grade)| {
            let name = telling.name(&own.title, format!("o-{}-{}", self.part.anchor, own.id));
            let words = [
                ("name", Word::from(name)),
                ("grade", self.writer.locale.number(&grade.value.0, 1).into()),
                ("band", grade.band.into()),
            ];
            telling.phrase("story-okrs-grade", &words)
        });
        let names: Vec<String> = names.collect();
        let shown = if names.len() < graded.len() {
            "lowest"
        } else {
            "all"
        };
        let words = [
            ("count", Word::from(graded.len())),
            ("shown", shown.into()),
            ("names", telling.list(names, 0).into()),
        ];
        Some(telling.say("story-okrs-grades", &words))
    }

    fn day(&self, day: &str) -> String {
        self.writer.day_in_words(day)
    }
}

/// Those off pace or without a figure to judge them by: the worst status first, then by how far they are behind.
fn worst<'p>(active: &[Told<'p>]) -> Vec<Told<'p>> {
    let rank = |status: &str| {
        let mut all = OFF_PACE.iter().chain(&UNJUDGED);
        all.position(|own| *own == status)
    };
    let mut worst: Vec<Told<'_>> = active.to_vec();
    worst.retain(|(own, _)| rank(own.status).is_some());
    worst.sort_by_cached_key(|(own, _)| {
        let lead = own.progress.as_ref().zip(own.expected.as_ref());
        let lead = lead.map(|(progress, expected)| &progress.0 - &expected.0);
        (rank(own.status), lead)
    });
    worst
}
