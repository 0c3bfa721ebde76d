//! What blocks the next level, and the shortest way there.

use super::sentence::{Sentence, Telling};
use super::{Assessed, NAMED};
use crate::locale::Word;
use crate::report::document::{AscentPart, BlockingPart, NextLevelPart};

impl Assessed<'_> {
    pub(super) fn next(&self) -> Vec<Sentence> {
        let locale = self.writer.locale;
        let held = self.part.level.as_ref().map(|level| level.number);
        let mut told = Vec::new();
        match &self.part.next_level {
            Some(next) => told.extend(self.blocked(next)),
            None if held.is_some() && held == self.part.levels.last().map(|own| own.number) => {
                told.push(Sentence::plain(locale, "story-next-top", &[]));
            }
            None => {}
        }
        if let Some(ascent) = &self.part.plan.ascent {
            if ascent.answers.is_empty() {
                told.extend(self.barred(ascent));
            } else {
                told.push(self.way(ascent));
                told.push(self.after(ascent));
            }
        }
        told
    }

    fn blocked(&self, next: &NextLevelPart) -> Option<Sentence> {
        let mut telling = Telling::new(self.writer.locale);
        let mut words = level_words(&mut telling, next.number, &next.title);
        let progress = next.progress.as_ref();
        let progress =
            progress.map_or_else(String::new, |own| self.writer.locale.percent(&own.0, 0));
        words.push(("progress", progress.into()));
        if let Some(from) = &next.from {
            let practice = &self.part.practice_score.as_ref()?.0;
            let locale = self.writer.locale;
            words.push(("from", locale.number_short(&from.0, 2).into()));
            words.push(("now", locale.number(practice, 2).into()));
            return Some(telling.say("story-next-band", &words));
        }
        if next.blocking.is_empty() {
            return None;
        }
        let names = next.blocking.iter().take(NAMED);
        let names = names.map(|own| self.blocking(&mut telling, own)).collect();
        let left_out = next.blocking.len().saturating_sub(NAMED);
        words.push(("count", next.blocking.len().into()));
        words.push(("names", telling.list(names, left_out).into()));
        Some(telling.say("story-next-blocked", &words))
    }

    fn blocking(&self, telling: &mut Telling<'_>, own: &BlockingPart) -> String {
        let name = telling.name(&own.title, self.at_criterion(&own.id));
        let locale = self.writer.locale;
        let (state, value) = match &own.value {
            Some(value) => ("valued", locale.percent(&value.0, 0)),
            None => (own.state, String::new()),
        };
        let words = [
            ("name", Word::from(name)),
            ("state", state.into()),
            ("value", value.into()),
        ];
        telling.phrase("story-criterion", &words)
    }

    /// Which answers lift the level: a single one in full, several by their criteria.
    fn way(&self, ascent: &AscentPart) -> Sentence {
        let mut telling = Telling::new(self.writer.locale);
        let title = ascent.title.as_deref().unwrap_or_default();
        let mut words = level_words(&mut telling, ascent.level, title);
        let next = self.part.next_level.as_ref();
        let is_next = next.is_some_and(|next| next.number == ascent.level);
        words.push(("which", if is_next { "next" } else { "other" }.into()));
        if let [only] = ascent.answers.as_slice() {
            let question = self.question(&mut telling, &only.id);
            words.push(("question", question.into()));
            let from = only.from.as_deref();
            let given = match (from, only.takes_any) {
                (Some(_), _) => "yes",
                (None, true) => "any",
                (None, false) => "no",
            };
            words.push(("given", given.into()));
            words.push(("from", telling.quote(from.unwrap_or_default()).into()));
            words.push(("to", telling.quote(&only.to).into()));
            return telling.say("story-next-answer", &words);
        }
        let mut by_criterion: Vec<(&str, &str, usize)> = Vec::new();
        for answer in &ascent.answers {
            let Some((id, title)) = self.criterion_of(&answer.id) else {
                continue;
            };
            match by_criterion.iter_mut().find(|(own, ..)| *own == id) {
                Some((.., count)) => *count += 1,
                None => by_criterion.push((id, title, 1)),
            }
        }
        let count = [("count", Word::from(ascent.answers.len()))];
        let answers = telling.phrase("story-next-count", &count);
        let plan = format!("plan-{}", self.part.anchor);
        words.push(("answers", telling.linked(answers, plan).into()));
        if self.is_one_for_each(ascent, &by_criterion) {
            return telling.say("story-next-each", &words);
        }
        let names = by_criterion.iter().take(NAMED).map(|(id, title, count)| {
            let name = telling.name(title, self.at_criterion(id));
            let words = [("name", Word::from(name)), ("count", (*count).into())];
            telling.phrase("story-next-share", &words)
        });
        let names = names.collect();
        let left_out = by_criterion.len().saturating_sub(NAMED);
        words.push(("names", telling.list(names, left_out).into()));
        telling.say("story-next-way", &words)
    }

    /// Whether the way is one answer for each of the criteria that were just named as blocking the level.
    fn is_one_for_each(&self, ascent: &AscentPart, ways: &[(&str, &str, usize)]) -> bool {
        let next = self.part.next_level.as_ref();
        next.filter(|next| next.number == ascent.level)
            .is_some_and(|next| {
                let blocks = |id: &str| next.blocking.iter().any(|own| own.id == id);
                let is_one = |(id, _, count): &(&str, &str, usize)| *count == 1 && blocks(id);
                ways.len() == next.blocking.len() && ways.iter().all(is_one)
            })
    }

    /// The id and title of the criterion that a question belongs to.
    fn criterion_of(&self, question: &str) -> Option<(&str, &str)> {
        let (criterion, _) = self.asked(question)?;
        Some((&criterion.id, &criterion.title))
    }

    fn after(&self, ascent: &AscentPart) -> Sentence {
        let locale = self.writer.locale;
        let (measure, _) = self.measure();
        let value = if measure == "index" {
            &ascent.index_after
        } else {
            &ascent.practice_score_after
        };
        let value = value.as_ref().map(|value| locale.number(&value.0, 2));
        // Where any answer will do, the figures are those with the lowest.
        let is_least = ascent.answers.iter().any(|own| own.takes_any);
        let words = [
            ("count", Word::from(ascent.answers.len())),
            ("bound", if is_least { "least" } else { "exact" }.into()),
            ("level", ascent.level_after.unwrap_or(ascent.level).into()),
            ("measure", measure.into()),
            ("value", value.unwrap_or_default().into()),
        ];
        Sentence::plain(locale, "story-next-after", &words)
    }

    fn barred(&self, ascent: &AscentPart) -> Option<Sentence> {
        if ascent.barred_by.is_empty() {
            return None;
        }
        let mut telling = Telling::new(self.writer.locale);
        let title = ascent.title.as_deref().unwrap_or_default();
        let mut words = level_words(&mut telling, ascent.level, title);
        let barring = ascent.barred_by.iter().zip(&ascent.barred_ids).take(NAMED);
        let names = barring.map(|(title, id)| {
            let name = telling.name(title, self.at_criterion(id));
            telling.phrase("story-quoted", &[("name", name.into())])
        });
        let names = names.collect();
        let left_out = ascent.barred_by.len().saturating_sub(NAMED);
        words.push(("count", ascent.barred_by.len().into()));
        words.push(("reason", self.barring_reason(&ascent.barred_ids).into()));
        words.push(("names", telling.list(names, left_out).into()));
        Some(telling.say("story-next-barred", &words))
    }

    /// Why no answer meets these criteria.
    fn barring_reason(&self, criteria: &[String]) -> &'static str {
        let measured = |id: &String| {
            let mut all = self.rubric.criteria.iter();
            let own = all.find(|own| own.id.as_str() == id);
            own.is_some_and(|own| {
                let mut questions = self.rubric.questions_of(own);
                questions.any(|(index, _)| self.score.questions[index.0].kpi.is_some())
            })
        };
        if criteria.iter().all(measured) {
            "kpi"
        } else {
            "any"
        }
    }
}

/// What a sentence calls a level by.
fn level_words(telling: &mut Telling<'_>, number: u32, title: &str) -> Vec<(&'static str, Word)> {
    let named = [
        ("number", number.into()),
        ("title", telling.quote(title).into()),
    ];
    let key = if title.trim().is_empty() {
        "story-level-untitled"
    } else {
        "story-level"
    };
    vec![("level", telling.phrase(key, &named).into())]
}
