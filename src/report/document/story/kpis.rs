//! What the rubric's KPIs confirm or deny of the level held.

use super::sentence::{Sentence, Telling};
use super::{Assessed, NAMED};
use crate::locale::Word;
use crate::model::{Exact, Kpi};
use crate::report::document::ContradictionPart;
use crate::report::names::respondent_in_words;
use crate::report::plan::mark_in_words;
use crate::score::answers;
use crate::score::contradiction::{Contradiction, not_denied};
use crate::score::measure::KpiLevel;
use crate::score::plan::Mark;

impl Assessed<'_> {
    pub(super) fn kpis(&self) -> Vec<Sentence> {
        let mut told = Vec::new();
        if self.rubric.kpis.is_empty() {
            return told;
        }
        if self.score.kpis.is_empty() {
            let locale = self.writer.locale;
            told.push(Sentence::plain(locale, "story-kpis-nothing", &[]));
            return told;
        }
        told.extend(self.against_level());
        let contradictions = self.part.contradictions.iter();
        let contradictions = contradictions.zip(&self.score.contradictions);
        let denied = contradictions.filter(|(own, _)| own.kind == "kpi_denies_answer");
        let denied = denied.take(NAMED);
        told.extend(denied.map(|(own, found)| self.denied(own, found)));
        told.extend(self.stale());
        told.extend(self.unread());
        told
    }

    /// How many readings stand for the level held or a higher one, and which for one that is a whole level away.
    fn against_level(&self) -> Vec<Sentence> {
        let Some(held) = self.score.whole.level else {
            return Vec::new();
        };
        let bound = Exact::from(held);
        let levels = self.score.kpis.iter();
        let mut levels: Vec<(&KpiLevel, &Exact)> = levels
            .filter_map(|own| Some((own, own.level.value()?)))
            .collect();
        if levels.is_empty() {
            return Vec::new();
        }
        let mut told = Vec::new();
        // The floor takes no reading to be reached.
        if self.part.lowest_level.is_some_and(|lowest| held > lowest) {
            let reaching = levels.iter().filter(|(_, level)| **level >= bound).count();
            let words = [
                ("which", which(reaching, levels.len()).into()),
                ("reaching", Word::from(reaching)),
                ("count", levels.len().into()),
                ("level", held.into()),
            ];
            let locale = self.writer.locale;
            told.push(Sentence::plain(locale, "story-kpis-reaching", &words));
        }
        levels.sort_by_key(|(_, level)| *level);
        let (low, high) = (&bound - &Exact::ONE, &bound + &Exact::ONE);
        let below = levels.partition_point(|(_, level)| **level <= low);
        told.extend(self.far("story-kpis-below", &levels[..below], held));
        levels.retain(|(_, level)| **level >= high);
        levels.sort_by_key(|(_, level)| std::cmp::Reverse(*level));
        told.extend(self.far("story-kpis-above", &levels, held));
        told
    }

    /// The KPIs a whole level or more away from the level held, the furthest first.
    fn far(&self, key: &str, levels: &[(&KpiLevel, &Exact)], held: u32) -> Option<Sentence> {
        if levels.is_empty() {
            return None;
        }
        let mut telling = Telling::new(self.writer.locale);
        let names = levels.iter().take(NAMED).map(|(own, level)| {
            let words = [
                ("kpi", Word::from(self.kpi_name(&mut telling, own.kpi))),
                ("value", self.reading(&mut telling, own.kpi).into()),
                ("level", self.writer.locale.level_short(level, 1).into()),
            ];
            telling.phrase("story-kpi-level", &words)
        });
        let names = names.collect();
        let words = [
            ("count", Word::from(levels.len())),
            ("level", held.into()),
            (
                "names",
                telling
                    .list(names, levels.len().saturating_sub(NAMED))
                    .into(),
            ),
        ];
        Some(telling.say(key, &words))
    }

    fn kpi_name(&self, telling: &mut Telling<'_>, kpi: usize) -> String {
        let definition = &self.writer.workspace.kpis[kpi];
        let title = self.writer.text(&definition.title);
        telling.name(&title, format!("kpi-{}", definition.id))
    }

    fn reading(&self, telling: &mut Telling<'_>, kpi: usize) -> String {
        let definition = &self.writer.workspace.kpis[kpi];
        let known = self.writer.scores.series[kpi].until(self.score.day);
        known.last().map_or_else(String::new, |latest| {
            let value = self.writer.locale.quantity(&latest.value, &definition.unit);
            telling.quote(&value)
        })
    }

    /// What a reading denies; of several respondents what their answers come to, and whom it does not deny.
    fn denied(&self, own: &ContradictionPart, found: &Contradiction) -> Sentence {
        let workspace = self.writer.workspace;
        let mut telling = Telling::new(self.writer.locale);
        let question = self.question(&mut telling, &own.id);
        let kpi = telling.name(&own.against_text, format!("kpi-{}", own.against_id));
        let mut words = vec![
            ("question", Word::from(question)),
            ("kpi", kpi.into()),
            ("value", telling.quote(&own.against).into()),
            ("worth", telling.quote(&own.worth).into()),
        ];
        let sheet = &self.score.sheet;
        let combined = answers::given(workspace, self.rubric, sheet, found.question);
        let combined = combined.value().map(|value| {
            let scale = &self.rubric.scales[self.rubric.questions[found.question.0].scale];
            let mark = Mark::at(workspace, self.score, found.question, value);
            mark_in_words(scale, &mark, self.writer.locale)
        });
        let combined = telling.quote(&combined.unwrap_or_default());
        words.push(("answer", combined.into()));
        let others = not_denied(workspace, self.score, found.question);
        let answered = found.held_by().len() + others.len();
        if answered == 1 {
            return telling.say("story-kpis-denied", &words);
        }
        let denies = match others.is_empty() {
            true if answered == sheet.respondents.len() => "all",
            true => "answered",
            false => "some",
        };
        let names = others.iter().take(NAMED).map(|file| {
            let name = respondent_in_words(workspace, *file, self.writer.locale);
            telling.quote(&name)
        });
        let names = names.collect();
        let left_out = others.len().saturating_sub(NAMED);
        words.push(("denies", denies.into()));
        words.push(("names", telling.list(names, left_out).into()));
        telling.say("story-kpis-denied-several", &words)
    }

    fn stale(&self) -> Option<Sentence> {
        let stale = self.score.kpis.iter().filter(|own| own.is_stale);
        let stale: Vec<usize> = stale.map(|own| own.kpi).collect();
        if stale.is_empty() {
            return None;
        }
        let mut telling = Telling::new(self.writer.locale);
        let names = stale.iter().take(NAMED).map(|kpi| {
            let series = &self.writer.scores.series[*kpi];
            let latest = series.until(self.score.day).last();
            let period = latest.map(|latest| self.writer.locale.period(latest.period));
            let words = [
                ("name", Word::from(self.kpi_name(&mut telling, *kpi))),
                ("period", period.unwrap_or_default().into()),
            ];
            telling.phrase("story-kpi-period", &words)
        });
        let names = names.collect();
        let words = [
            ("count", Word::from(stale.len())),
            (
                "names",
                telling
                    .list(names, stale.len().saturating_sub(NAMED))
                    .into(),
            ),
        ];
        Some(telling.say("story-kpis-stale", &words))
    }

    /// The rubric's KPIs without a reading.
    fn unread(&self) -> Option<Sentence> {
        let workspace = self.writer.workspace;
        let has_reading = |kpi: &&Kpi| {
            let mut read = self.score.kpis.iter();
            read.any(|own| workspace.kpis[own.kpi].id == kpi.id)
        };
        let unread: Vec<&Kpi> = self
            .rubric
            .kpis
            .iter()
            .filter(|kpi| !has_reading(kpi))
            .collect();
        if unread.is_empty() {
            return None;
        }
        let mut telling = Telling::new(self.writer.locale);
        let names = unread.iter().take(NAMED).map(|kpi| {
            let name = telling.quote(&self.writer.text(&kpi.title));
            telling.phrase("story-quoted", &[("name", name.into())])
        });
        let names = names.collect();
        let words = [
            ("count", Word::from(unread.len())),
            (
                "names",
                telling
                    .list(names, unread.len().saturating_sub(NAMED))
                    .into(),
            ),
        ];
        Some(telling.say("story-kpis-unread", &words))
    }
}

/// How many of all: `only` for one of one, `none`, `all` or `some`.
pub(super) fn which(part: usize, all: usize) -> &'static str {
    match part {
        0 if all == 1 => "not-only",
        0 => "none",
        _ if part == all && all == 1 => "only",
        _ if part == all => "all",
        _ => "some",
    }
}
