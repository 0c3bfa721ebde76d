//! Which key results are off pace, and why; what a cycle was closed with.

use serde::Serialize;

use super::sentence::{Sentence, Telling};
use super::{NAMED, PointStoryPart};
use crate::locale::Word;
use crate::model::{Exact, Unit, parse_day};
use crate::report::document::{CyclePart, KeyResultPart, ObjectivePart, Writer};
use crate::score::{CycleScore, KeyResultScore};

/// What a cycle says.
#[derive(Debug, Serialize)]
pub struct CycleStoryPart {
    /// The cycle's id.
    pub id: String,
    /// How many key results are off pace, of how many; the grades of a closed cycle.
    pub summary: Vec<Sentence>,
    /// The key results furthest off pace, three at most, each with why: the worst status first, and in it the
    /// widest distance from what is expected. Empty of a cycle that is closed.
    pub off_pace: Vec<PointStoryPart>,
}

/// Statuses off pace, worst first; then those that say nothing of pace.
const OFF_PACE: [&str; 3] = ["missed", "at_risk", "behind"];
const UNJUDGED: [&str; 2] = ["no_data", "no_baseline"];

/// A key result as it is told of.
type Told<'p> = (&'p KeyResultPart, &'p KeyResultScore);

impl Writer<'_> {
    pub(super) fn cycle_story(&self, score: &CycleScore, part: &CyclePart) -> CycleStoryPart {
        let (summary, off_pace) = if part.closed.is_some() {
            (self.closed_cycle(part), Vec::new())
        } else {
            self.open_cycle(score, part)
        };
        CycleStoryPart {
            id: part.id.clone(),
            summary,
            off_pace,
        }
    }

    fn open_cycle(
        &self,
        score: &CycleScore,
        part: &CyclePart,
    ) -> (Vec<Sentence>, Vec<PointStoryPart>) {
        let objectives = part.objectives.iter().zip(&score.objectives);
        let active: Vec<Told<'_>> = objectives
            .flat_map(|(part, score)| part.key_results.iter().zip(&score.key_results))
            .filter(|(part, _)| part.status != "dropped")
            .collect();
        let is_planned = active.iter().all(|(part, _)| part.status == "planned");
        if active.is_empty() || is_planned {
            return (vec![self.not_begun(part, active.len())], Vec::new());
        }
        let mut summary = vec![self.pace(part, &active)];
        summary.extend(self.unjudged(&active));
        if parse_day(&part.end).is_some_and(|end| end < self.scores.as_of) {
            summary.push(self.of_cycle("story-okrs-to-close", part, &[]));
        }
        let worst = worst(&active).into_iter().take(NAMED);
        let off_pace = worst.map(|told| self.off_pace(part, told)).collect();
        (summary, off_pace)
    }

    fn of_cycle(&self, key: &str, part: &CyclePart, words: &[(&str, Word)]) -> Sentence {
        let mut telling = Telling::new(self.locale);
        let cycle = telling.name(&part.title, format!("okr-{}", part.id));
        let mut all = vec![
            ("cycle", Word::from(cycle)),
            ("start", self.day_words(&part.start).into()),
            ("end", self.day_words(&part.end).into()),
        ];
        all.extend(words.iter().cloned());
        telling.say(key, &all)
    }

    fn not_begun(&self, part: &CyclePart, count: usize) -> Sentence {
        let key = if count == 0 {
            "story-okrs-empty"
        } else {
            "story-okrs-planned"
        };
        self.of_cycle(key, part, &[("count", count.into())])
    }

    fn pace(&self, part: &CyclePart, active: &[Told<'_>]) -> Sentence {
        let of = |status: &str| {
            active
                .iter()
                .filter(|(own, _)| own.status == status)
                .count()
        };
        let telling = Telling::new(self.locale);
        let mut off = 0;
        let mut statuses = Vec::new();
        let mut last = "";
        for status in OFF_PACE {
            let count = of(status);
            if count > 0 {
                (off, last) = (off + count, status);
                let words = [("count", count.into()), ("status", status.into())];
                statuses.push(telling.phrase("story-okrs-status", &words));
            }
        }
        let is_one_status = statuses.len() == 1;
        let words = [
            ("which", Word::from(super::kpis::which(off, active.len()))),
            ("off", off.into()),
            ("count", active.len().into()),
            ("status", last.into()),
            ("statuses", telling.list(statuses, 0).into()),
        ];
        // All of one status: the status says it, without a list of one.
        let key = if is_one_status {
            "story-okrs-off"
        } else {
            "story-okrs-off-mixed"
        };
        self.of_cycle(if off == 0 { "story-okrs-on" } else { key }, part, &words)
    }

    fn unjudged(&self, active: &[Told<'_>]) -> Option<Sentence> {
        let unjudged = active
            .iter()
            .filter(|(own, _)| UNJUDGED.contains(&own.status));
        let count = unjudged.count();
        let words = [("count", count.into())];
        (count > 0).then(|| Sentence::plain(self.locale, "story-okrs-unjudged", &words))
    }

    /// One key result: how it stands, and what is known of why.
    fn off_pace(&self, cycle: &CyclePart, (part, score): Told<'_>) -> PointStoryPart {
        let said = [
            Some(self.stands_at(cycle, part)),
            self.flagged(part, "regressed", "story-okr-regressed"),
            self.out_of_date(part),
            self.confidence_in(part, score),
            self.projected(part),
            self.last_note(part),
        ];
        PointStoryPart {
            id: part.id.clone(),
            sentences: said.into_iter().flatten().collect(),
        }
    }

    fn stands_at(&self, cycle: &CyclePart, part: &KeyResultPart) -> Sentence {
        let mut telling = Telling::new(self.locale);
        let name = telling.name(&part.title, format!("kr-{}-{}", cycle.id, part.id));
        let share = |figure: Option<&Exact>| {
            figure.map_or_else(String::new, |share| self.locale.percent(share, 0))
        };
        let words = [
            ("name", Word::from(name)),
            ("status", part.status.into()),
            (
                "progress",
                share(part.progress.as_ref().map(|own| &own.0)).into(),
            ),
            (
                "expected",
                share(part.expected.as_ref().map(|own| &own.0)).into(),
            ),
            ("due", self.day_words(&part.due).into()),
        ];
        telling.say("story-okr", &words)
    }

    fn flagged(&self, part: &KeyResultPart, flag: &str, key: &str) -> Option<Sentence> {
        let has_flag = part.flags.contains(&flag);
        has_flag.then(|| Sentence::plain(self.locale, key, &[]))
    }

    fn out_of_date(&self, part: &KeyResultPart) -> Option<Sentence> {
        if !part.flags.contains(&"stale") {
            return None;
        }
        let check_in = part.last_check_in.as_ref().map(|own| own.date.as_str());
        let words = match part.value_date.as_deref().or(check_in) {
            Some(day) => [
                ("dated", Word::from("yes")),
                ("date", self.day_words(day).into()),
            ],
            None => [("dated", "no".into()), ("date", "".into())],
        };
        Some(Sentence::plain(self.locale, "story-okr-stale", &words))
    }

    fn confidence_in(&self, part: &KeyResultPart, score: &KeyResultScore) -> Option<Sentence> {
        let now = part.confidence?;
        let before = score.confidences.iter().rev().nth(1).copied();
        let case = if part.flags.contains(&"confidence_drop") {
            "drop"
        } else if part.flags.contains(&"confidence_conflict") {
            "conflict"
        } else {
            "plain"
        };
        let words = [
            ("state", Word::from(case)),
            ("confidence", now.into()),
            ("before", before.unwrap_or(now).into()),
        ];
        Some(Sentence::plain(self.locale, "story-okr-confidence", &words))
    }

    fn projected(&self, part: &KeyResultPart) -> Option<Sentence> {
        let forecast = part.forecast.as_ref()?;
        let mut telling = Telling::new(self.locale);
        let unit = Unit::parse(&part.unit);
        let value = self.locale.quantity(&forecast.value.0, &unit);
        let words = [
            ("value", Word::from(telling.quote(&value))),
            (
                "progress",
                self.locale.percent(&forecast.progress.0, 0).into(),
            ),
            ("due", self.day_words(&part.due).into()),
        ];
        Some(telling.say("story-okr-forecast", &words))
    }

    fn last_note(&self, part: &KeyResultPart) -> Option<Sentence> {
        let check_in = part.last_check_in.as_ref()?;
        let note = check_in
            .note
            .as_deref()
            .filter(|note| !note.trim().is_empty())?;
        let mut telling = Telling::new(self.locale);
        let words = [
            ("note", Word::from(telling.quote(note))),
            ("date", self.day_words(&check_in.date).into()),
        ];
        Some(telling.say("story-okr-note", &words))
    }

    fn closed_cycle(&self, part: &CyclePart) -> Vec<Sentence> {
        let progress = part.progress.as_ref();
        let words = [
            (
                "date",
                Word::from(self.day_words(part.closed.as_deref().unwrap_or_default())),
            ),
            (
                "progress",
                progress
                    .map_or_else(String::new, |own| self.locale.percent(&own.0, 0))
                    .into(),
            ),
        ];
        let key = match progress {
            Some(_) => "story-okrs-closed",
            None => "story-okrs-closed-unmeasured",
        };
        let mut told = vec![self.of_cycle(key, part, &words)];
        told.extend(self.grades(part));
        told
    }

    /// The lowest grades of a closed cycle's objectives.
    fn grades(&self, part: &CyclePart) -> Option<Sentence> {
        let graded = part.objectives.iter();
        let mut graded: Vec<(&ObjectivePart, &Exact)> = graded
            .filter_map(|own| Some((own, &own.grade.as_ref()?.value.0)))
            .collect();
        if graded.is_empty() {
            return None;
        }
        graded.sort_by(|(_, one), (_, other)| one.cmp(other));
        let mut telling = Telling::new(self.locale);
        let names = graded.iter().take(NAMED).map(|(own, grade)| {
            let name = telling.name(&own.title, format!("o-{}-{}", part.id, own.id));
            let band = own.grade.as_ref().map_or("", |grade| grade.band);
            let words = [
                ("name", Word::from(name)),
                ("grade", self.locale.number(grade, 1).into()),
                ("band", band.into()),
            ];
            telling.phrase("story-okrs-grade", &words)
        });
        let names = names.collect();
        let left_out = graded.len().saturating_sub(NAMED);
        let words = [
            ("count", Word::from(graded.len())),
            ("shown", if left_out > 0 { "lowest" } else { "all" }.into()),
            ("names", telling.list(names, 0).into()),
        ];
        Some(telling.say("story-okrs-grades", &words))
    }

    fn day_words(&self, day: &str) -> String {
        parse_day(day).map_or_else(String::new, |day| self.locale.date(day))
    }
}

/// Those off pace or without a figure to judge them by: the worst status first, then by how far they are behind.
fn worst<'p>(active: &[Told<'p>]) -> Vec<Told<'p>> {
    let rank = |status: &str| {
        let mut all = OFF_PACE.iter().chain(&UNJUDGED);
        all.position(|own| *own == status)
    };
    let mut worst: Vec<Told<'_>> = active.iter().copied().collect();
    worst.retain(|(own, _)| rank(own.status).is_some());
    worst.sort_by_cached_key(|(own, _)| {
        let lead = own.progress.as_ref().zip(own.expected.as_ref());
        let lead = lead.map(|(progress, expected)| &progress.0 - &expected.0);
        (rank(own.status), lead)
    });
    worst
}
