//! What the two ends of a comparison name: a day, a cycle, or an assessment.

use chrono::NaiveDate;

use crate::cli::context::Loaded;
use crate::cli::table;
use crate::locale::{Locale, Word};
use crate::model::{Period, parse_day};
use crate::report::compare;
use crate::score::{AssessmentScore, Ends, Scores};

/// What an end names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// A day: the latest of everything up to it.
    Day(NaiveDate),
    /// The cycle at this position among the workspace's, on its last day.
    Cycle(usize),
    /// The assessment by the rubric at this position, of this date.
    Assessment { rubric: usize, date: NaiveDate },
}

impl End {
    /// The day that figures hold for. An assessment is what `score` says it is.
    pub(super) fn day(self, loaded: &Loaded) -> NaiveDate {
        let as_of = loaded.scores.as_of;
        match self {
            End::Day(day) => day,
            End::Cycle(cycle) => loaded.workspace.cycles[cycle].days.last.min(as_of),
            End::Assessment { .. } => as_of,
        }
    }

    /// The date that the end goes by on the screen.
    pub(super) fn date(self, loaded: &Loaded) -> NaiveDate {
        match self {
            End::Day(_) | End::Cycle(_) => self.day(loaded),
            End::Assessment { date, .. } => date,
        }
    }

    pub(super) fn in_words(self, loaded: &Loaded, locale: &Locale) -> String {
        match self {
            End::Cycle(cycle) => locale.period(loaded.workspace.cycles[cycle].period),
            End::Day(date) | End::Assessment { date, .. } => locale.date(date),
        }
    }

    /// The end as the machine-readable result names it.
    pub(super) fn part(self, loaded: &Loaded) -> compare::End {
        let kind = match self {
            End::Day(_) => "day",
            End::Cycle(_) => "cycle",
            End::Assessment { .. } => "assessment",
        };
        compare::End {
            kind,
            name: self.name(loaded),
            day: self.day(loaded).to_string(),
        }
    }

    /// The end as it is written on the command line.
    fn name(self, loaded: &Loaded) -> String {
        match self {
            End::Day(day) => day.to_string(),
            End::Cycle(cycle) => loaded.workspace.cycles[cycle].id.clone(),
            End::Assessment { rubric, date } => {
                format!("{}@{date}", loaded.workspace.rubrics[rubric].id)
            }
        }
    }
}

/// Why two ends cannot be compared.
#[derive(Debug)]
pub(super) enum Refusal {
    /// It names no day, cycle or assessment.
    NamesNothing(String),
    /// A day that lies beyond the one that figures hold for.
    NotCome(NaiveDate),
    /// There is no such rubric.
    NoRubric(String),
    /// No assessment by this rubric, and where cycles count no cycle, is as early as this day.
    NothingYet(NaiveDate, Option<usize>),
    /// An assessment by another rubric than the one asked for.
    OfAnotherRubric(End, usize),
    /// Two assessments that have no scale in common.
    OfDifferentRubrics(Ends<End>),
}

/// Finds what ends name in a workspace.
pub(super) struct Finder<'l> {
    pub(super) loaded: &'l Loaded,
    /// The only rubric that is asked for.
    pub(super) only: Option<&'l str>,
}

impl Finder<'_> {
    /// What the two ends name.
    pub(super) fn ends(&self, a: &str, b: &str) -> Result<Ends<End>, Refusal> {
        self.rubric()?;
        Ok(Ends {
            a: self.find(a)?,
            b: self.find(b)?,
        })
    }

    /// The position of the only rubric that is asked for.
    pub(super) fn rubric(&self) -> Result<Option<usize>, Refusal> {
        let Some(id) = self.only else {
            return Ok(None);
        };
        match self.rubric_named(id) {
            Some(rubric) => Ok(Some(rubric)),
            None => Err(Refusal::NoRubric(id.to_owned())),
        }
    }

    fn rubric_named(&self, id: &str) -> Option<usize> {
        let mut rubrics = self.loaded.workspace.rubrics.iter();
        rubrics.position(|rubric| rubric.id.as_str() == id)
    }

    /// What a text names.
    fn find(&self, text: &str) -> Result<End, Refusal> {
        let nothing = || Refusal::NamesNothing(text.to_owned());
        if let Some(day) = parse_day(text) {
            return if day <= self.loaded.scores.as_of {
                Ok(End::Day(day))
            } else {
                Err(Refusal::NotCome(day))
            };
        }
        if let Some(cycle) = self.cycle(text) {
            return Ok(End::Cycle(cycle));
        }
        let end = self
            .assessment(text)
            .or_else(|| self.file(text))
            .ok_or_else(nothing)?;
        match (self.rubric()?, end) {
            (Some(only), End::Assessment { rubric, .. }) if rubric != only => {
                Err(Refusal::OfAnotherRubric(end, only))
            }
            _ => Ok(end),
        }
    }

    /// The cycle of this name, `2026-H2` and `2026-S2` being one.
    fn cycle(&self, text: &str) -> Option<usize> {
        let period = Period::parse(text);
        let mut cycles = self.loaded.workspace.cycles.iter();
        cycles.position(|cycle| cycle.id == text || Some(cycle.period) == period)
    }

    /// The assessment written as `rubric@date`.
    fn assessment(&self, text: &str) -> Option<End> {
        let (rubric, date) = text.split_once('@')?;
        let (rubric, date) = (self.rubric_named(rubric)?, parse_day(date)?);
        let mut known = self.loaded.scores.assessments.iter();
        known
            .any(|score| score.rubric == rubric && score.sheet.date == date)
            .then_some(End::Assessment { rubric, date })
    }

    /// The assessment that a file or a folder of respondents holds, by its path in the workspace or from here.
    fn file(&self, text: &str) -> Option<End> {
        let plain = |path: &str| {
            let path = path.replace('\\', "/");
            let path = path.strip_prefix("./").unwrap_or(&path);
            path.trim_end_matches('/').to_owned()
        };
        let named = plain(text);
        let root = &self.loaded.root;
        let is_named = |path: &str| {
            [path.to_owned(), root.show(path)].iter().any(|path| {
                let path = plain(path);
                let below = path.strip_prefix(named.as_str());
                below.is_some_and(|below| below.is_empty() || below.starts_with('/'))
            })
        };
        let workspace = &self.loaded.workspace;
        let assessments = self.loaded.scores.assessments.iter();
        let mut found = assessments.filter(|score| {
            score.sheet.files().any(|file| {
                let place = workspace.assessments[file].place;
                is_named(&self.loaded.sources.file(place.file).path)
            })
        });
        let (first, second) = (found.next()?, found.next());
        // A folder of several assessments names none of them.
        second.is_none().then_some(End::Assessment {
            rubric: first.rubric,
            date: first.sheet.date,
        })
    }

    /// The assessments that two ends name, of which one names an assessment; the other may be a day.
    pub(super) fn two_assessments<'s>(
        &self,
        ends: Ends<End>,
        scores: Ends<&'s Scores>,
    ) -> Result<Ends<&'s AssessmentScore>, Refusal> {
        let rubric_of = |end: End| match end {
            End::Assessment { rubric, .. } => Some(rubric),
            End::Day(_) | End::Cycle(_) => None,
        };
        let rubrics = ends.map(rubric_of);
        let scored = |end: End, scores: &'s Scores| match end {
            End::Assessment { rubric, date } => scores
                .assessments
                .iter()
                .find(|score| score.rubric == rubric && score.sheet.date == date),
            End::Day(_) | End::Cycle(_) => scores.latest_of(rubrics.a.or(rubrics.b)?),
        };
        let found = |end: End, scores: &'s Scores| {
            let rubric = rubrics.a.or(rubrics.b);
            scored(end, scores).ok_or(Refusal::NothingYet(end.day(self.loaded), rubric))
        };
        Ok(Ends {
            a: found(ends.a, scores.a)?,
            b: found(ends.b, scores.b)?,
        })
    }

    /// A day on which there was neither an assessment nor a cycle names nothing, nor does one without an
    /// assessment by the only rubric that is asked for.
    pub(super) fn refuse_days_before_all(
        &self,
        ends: Ends<End>,
        scores: Ends<&Scores>,
        rubric: Option<usize>,
    ) -> Result<(), Refusal> {
        let has_anything = |scores: &Scores| {
            let mut assessments = scores.assessments.iter();
            let mut cycles = self.loaded.workspace.cycles.iter();
            assessments.any(|score| rubric.is_none_or(|only| only == score.rubric))
                || rubric.is_none() && cycles.any(|cycle| cycle.days.first <= scores.as_of)
        };
        for (end, scores) in [(ends.a, scores.a), (ends.b, scores.b)] {
            if !has_anything(scores) {
                return Err(Refusal::NothingYet(end.day(self.loaded), rubric));
            }
        }
        Ok(())
    }

    /// What is wrong, and what could be compared.
    pub(super) fn explain(&self, refusal: &Refusal, locale: &Locale, width: usize) -> String {
        let line = self.line(refusal, locale);
        let line = format!("{}: {line}", locale.say("severity-error", &[]));
        let mut text = table::paragraph(&line, anstyle::Style::new(), 0, width);
        for (key, known) in self.what_there_is(locale) {
            if !known.is_empty() {
                let words = [("known", Word::from(known.join(", ")))];
                let line = locale.say(key, &words);
                text.push_str(&table::paragraph(&line, anstyle::Style::new(), 2, width));
            }
        }
        if let Refusal::NamesNothing(name) = refusal
            && !name.is_empty()
        {
            let words = [("name", Word::from(name.as_str()))];
            let line = locale.say("compare-known-revisions", &words);
            text.push_str(&table::paragraph(&line, anstyle::Style::new(), 2, width));
        }
        text
    }

    fn line(&self, refusal: &Refusal, locale: &Locale) -> String {
        let name = |end: End| Word::from(end.name(self.loaded));
        let rubric = |index: usize| Word::from(self.loaded.workspace.rubrics[index].id.to_string());
        match refusal {
            Refusal::NamesNothing(text) => locale.say(
                "compare-names-nothing",
                &[("name", Word::from(text.as_str()))],
            ),
            Refusal::NotCome(day) => {
                let words = [
                    ("day", Word::from(locale.date(*day))),
                    ("latest", Word::from(locale.date(self.loaded.scores.as_of))),
                ];
                locale.say("compare-not-come", &words)
            }
            Refusal::NoRubric(id) => {
                locale.say("compare-no-rubric", &[("name", Word::from(id.as_str()))])
            }
            Refusal::NothingYet(day, Some(index)) => {
                let words = [
                    ("day", Word::from(locale.date(*day))),
                    ("rubric", rubric(*index)),
                ];
                locale.say("compare-no-assessment-yet", &words)
            }
            Refusal::NothingYet(day, None) => locale.say(
                "compare-nothing-yet",
                &[("day", Word::from(locale.date(*day)))],
            ),
            Refusal::OfAnotherRubric(end, only) => locale.say(
                "compare-of-another-rubric",
                &[("name", name(*end)), ("rubric", rubric(*only))],
            ),
            Refusal::OfDifferentRubrics(ends) => locale.say(
                "compare-of-different-rubrics",
                &[("a", name(ends.a)), ("b", name(ends.b))],
            ),
        }
    }

    /// Each kind of thing that an end can name, with the names that there are.
    fn what_there_is(&self, locale: &Locale) -> [(&'static str, Vec<String>); 4] {
        let workspace = &self.loaded.workspace;
        let scores = &self.loaded.scores;
        let assessments = scores.assessments.iter().map(|score| {
            let end = End::Assessment {
                rubric: score.rubric,
                date: score.sheet.date,
            };
            end.name(self.loaded)
        });
        let rubrics = workspace.rubrics.iter().map(|rubric| rubric.id.to_string());
        [
            ("compare-known-days", vec![locale.date(scores.as_of)]),
            (
                "compare-known-cycles",
                workspace
                    .cycles
                    .iter()
                    .map(|cycle| cycle.id.clone())
                    .collect(),
            ),
            ("compare-known-assessments", assessments.collect()),
            (
                "compare-known-rubrics",
                rubrics.filter(|_| workspace.rubrics.len() > 1).collect(),
            ),
        ]
    }
}
