//! The answer first: level, index, and the direction since last time.

use std::cmp::Ordering;

use super::sentence::{Sentence, Telling};
use super::{Assessed, confidence};
use crate::locale::Word;
use crate::model::Exact;
use crate::report::figure::Figure;

impl Assessed<'_> {
    pub(super) fn headline(&self) -> Vec<Sentence> {
        let locale = self.writer.locale;
        let (measure, value) = self.measure();
        let Some(value) = value.filter(|_| self.score.is_begun()) else {
            return vec![Sentence::plain(locale, "story-headline-nothing", &[])];
        };
        let words = [
            ("measure", Word::from(measure)),
            ("value", locale.number(value, 2).into()),
        ];
        let mut told = vec![self.standing(&words)];
        if self.is_early() {
            told.push(self.too_early());
            return told;
        }
        told.extend(self.levels_of_dimensions());
        told.push(self.direction(measure));
        told.extend(self.new_outcome(measure));
        told
    }

    fn standing(&self, words: &[(&str, Word)]) -> Sentence {
        let locale = self.writer.locale;
        let mut telling = Telling::new(locale);
        let mut words = words.to_vec();
        let key = match (&self.part.level, self.part.whole_has_level) {
            (Some(level), _) => {
                words.push(("level", level.number.into()));
                words.push(("top", self.top_level().into()));
                words.push(("title", telling.quote(&level.title).into()));
                if level.title.trim().is_empty() {
                    "story-headline-level-untitled"
                } else {
                    "story-headline-level"
                }
            }
            (None, true) => "story-headline-no-level",
            (None, false) => {
                words.push(("bottom", locale.number_short(&self.part.bottom.0, 2).into()));
                words.push(("top", locale.number_short(&self.part.top.0, 2).into()));
                "story-headline-score"
            }
        };
        telling.say(key, &words)
    }

    fn top_level(&self) -> u32 {
        self.part.levels.last().map_or(0, |level| level.number)
    }

    fn too_early(&self) -> Sentence {
        let answers = &self.part.answers;
        let coverage = self.score.whole.coverage.value().unwrap_or(&Exact::ZERO);
        let locale = self.writer.locale;
        let words = [
            ("answered", Word::from(answers.answered)),
            ("total", answers.total.into()),
            ("coverage", locale.percent(coverage, 0).into()),
        ];
        Sentence::plain(locale, "story-headline-early", &words)
    }

    /// Where the whole has no level and its dimensions do, theirs are the result.
    fn levels_of_dimensions(&self) -> Option<Sentence> {
        if self.part.whole_has_level || !self.part.dimensions_have_level {
            return None;
        }
        let outermost = self.part.dimensions.iter().filter(|own| own.depth == 0);
        let levels: Option<Vec<u32>> = outermost.map(|own| own.level).collect();
        let levels = levels?;
        let (lowest, highest) = (*levels.iter().min()?, *levels.iter().max()?);
        let words = [
            ("lowest", Word::from(lowest)),
            ("highest", highest.into()),
            ("top", self.top_level().into()),
            (
                "range",
                if lowest == highest { "one" } else { "many" }.into(),
            ),
        ];
        let locale = self.writer.locale;
        Some(Sentence::plain(locale, "story-headline-dimensions", &words))
    }

    fn direction(&self, measure: &str) -> Sentence {
        let locale = self.writer.locale;
        let Some(previous) = &self.part.previous else {
            return Sentence::plain(locale, "story-direction-first", &[]);
        };
        let is_known = |own: &Figure| own.0 >= confidence::low_coverage();
        let is_known = previous.coverage.as_ref().is_some_and(is_known);
        let Some(change) = self.part.change.as_ref().filter(|_| is_known) else {
            let words = [("date", self.day(&previous.date).into())];
            return Sentence::plain(locale, "story-direction-unknown", &words);
        };
        let moved = if measure == "index" {
            &change.index
        } else {
            &change.practice_score
        };
        let moved = moved.as_ref().map(|moved| &moved.0);
        let held = self.part.level.as_ref().map(|level| level.number);
        let by_level = match (held, previous.level) {
            (Some(now), Some(before)) => match now.cmp(&before) {
                Ordering::Greater => "up",
                Ordering::Less => "down",
                Ordering::Equal => "same",
            },
            (Some(_), None) => "gained",
            (None, Some(_)) => "lost",
            (None, None) => "none",
        };
        let by_score = way(moved);
        let direction = match by_level {
            "gained" | "lost" => by_level.to_owned(),
            "up" | "down" if !matches!(by_score, "up" | "down") => by_level.to_owned(),
            _ => format!("{by_level}-{by_score}"),
        };
        let levels = held.unwrap_or(0).abs_diff(previous.level.unwrap_or(0));
        let words = [
            ("direction", Word::from(direction)),
            ("measure", measure.into()),
            ("levels", levels.into()),
            ("before", previous.level.unwrap_or(0).into()),
            (
                "change",
                locale
                    .number(&moved.map_or(Exact::ZERO, Exact::abs), 2)
                    .into(),
            ),
            ("date", self.day(&previous.date).into()),
        ];
        Sentence::plain(locale, "story-direction", &words)
    }

    /// Where readings count for the first time, the index moved by that as well.
    fn new_outcome(&self, measure: &str) -> Option<Sentence> {
        let previous = self.part.previous.as_ref()?;
        let is_new = previous.outcome_score.is_none() && self.part.outcome_score.is_some();
        if measure != "index" || !is_new || previous.index.is_none() {
            return None;
        }
        let words = [("date", self.day(&previous.date).into())];
        let locale = self.writer.locale;
        Some(Sentence::plain(locale, "story-new-outcome", &words))
    }

    /// A day of the report model as the language writes it.
    pub(super) fn day(&self, day: &str) -> String {
        self.writer.day_in_words(day)
    }
}

/// Which way a score has gone; `little` where that does not show at two decimals.
fn way(moved: Option<&Exact>) -> &'static str {
    match moved {
        None => "absent",
        Some(moved) if moved.is_zero() => "still",
        Some(moved) if moved.abs() < Exact::ratio(1, 200) => "little",
        Some(moved) if moved.is_negative() => "down",
        Some(_) => "up",
    }
}
