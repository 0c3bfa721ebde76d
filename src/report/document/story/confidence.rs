//! How far a result can be relied on: one word by a declared rule, and the reasons for it.
//!
//! The rule is ours: no framework that ships with the program has one. Confidence is
//!
//! - *high* where at least 90% of the weight that applies is answered, the open answers cannot change the level,
//!   every answer that requires evidence has it, in date and where it is said to be, no KPI reading is out of
//!   date, nothing contradicts an answer and no respondents are far apart;
//! - *low* where less than half of that weight is answered, or evidence is missing, out of date or not where it is
//!   said to be for more than half of the answers that require it;
//! - *fair* otherwise.

use schemars::JsonSchema;
use serde::Serialize;

use super::Assessed;
use super::points::evidence_of;
use super::sentence::Sentence;
use crate::locale::Word;
use crate::model::Exact;
use crate::report::document::QuestionPart;
use crate::score::assessment::level_interval;
use crate::score::contradiction::claims;

/// How far a result can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Nothing that is open or out of date could change it.
    High,
    /// Something is open or out of date.
    Fair,
    /// Much is.
    Low,
}

/// How far a result can be relied on, and why.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ConfidencePart {
    /// `high`, `fair` or `low`.
    pub word: Confidence,
    /// That word in a sentence, and then its reasons, each in one.
    pub sentences: Vec<Sentence>,
}

/// From this share of answered weight on, confidence can be high.
fn high_coverage() -> Exact {
    Exact::ratio(9, 10)
}

/// Below this share it is low.
pub(super) fn low_coverage() -> Exact {
    Exact::ratio(1, 2)
}

/// What the word is decided from.
struct Grounds {
    coverage: Exact,
    /// The level with all open questions at their worst, and at their best.
    levels: [Option<u32>; 2],
    /// Answers that require evidence.
    required: usize,
    /// Of these, those without any.
    missing: usize,
    /// And those whose evidence is all out of date.
    outdated: usize,
    /// And, beside these, those whose evidence is nothing but files that are not there.
    absent: usize,
    /// Readings of the rubric's KPIs that are out of date.
    stale: usize,
    /// Contradictions between answers, or with readings.
    denied: usize,
    /// Questions on which respondents are far apart, and that nothing has settled.
    apart: usize,
}

impl Grounds {
    fn confidence(&self) -> Confidence {
        let doubtful = self.missing + self.outdated + self.absent;
        let is_low = self.coverage < low_coverage() || doubtful * 2 > self.required;
        let is_high = self.coverage >= high_coverage()
            && self.levels[0] == self.levels[1]
            && doubtful + self.stale + self.denied + self.apart == 0;
        match (is_low, is_high) {
            (true, _) => Confidence::Low,
            (false, true) => Confidence::High,
            (false, false) => Confidence::Fair,
        }
    }
}

impl Confidence {
    fn as_str(self) -> &'static str {
        match self {
            Confidence::High => "high",
            Confidence::Fair => "fair",
            Confidence::Low => "low",
        }
    }
}

impl Assessed<'_> {
    pub(super) fn confidence(&self) -> Option<ConfidencePart> {
        let practice = self.score.whole.practice.value();
        practice.filter(|_| self.score.is_begun())?;
        let grounds = self.grounds()?;
        let word = grounds.confidence();
        let told = [
            Some(self.reason("story-confidence", &[("word", word.as_str().into())])),
            Some(self.covered(&grounds)),
            self.open(&grounds),
            self.evidenced(&grounds),
            self.absent(&grounds),
            self.counted("story-confidence-stale", grounds.stale),
            self.counted("story-confidence-denied", grounds.denied),
            self.counted("story-confidence-apart", grounds.apart),
        ];
        Some(ConfidencePart {
            word,
            sentences: told.into_iter().flatten().collect(),
        })
    }

    fn grounds(&self) -> Option<Grounds> {
        let of = |kind: &str| {
            let own = self.part.contradictions.iter();
            own.filter(|own| own.kind == kind).count()
        };
        let rubric = &self.writer.workspace.rubrics[self.score.rubric];
        let questions = rubric.questions.iter().zip(&self.score.questions);
        let required = questions.filter(|(own, score)| own.evidence_required && claims(score));
        let required: Vec<_> = required.map(|(own, _)| own.key.as_str()).collect();
        let [missing, outdated] = ["evidence_missing", "evidence_stale"].map(of);
        Some(Grounds {
            coverage: self.score.whole.coverage.value()?.clone(),
            levels: level_interval(self.writer.workspace, self.score),
            required: required.len(),
            missing,
            outdated,
            absent: self.with_absent_files(&required),
            stale: self.score.kpis.iter().filter(|own| own.is_stale).count(),
            denied: self.part.contradictions.len() - missing - outdated,
            apart: self
                .score
                .respondents
                .as_ref()
                .map_or(0, |own| own.open().count()),
        })
    }

    /// How many of these questions show files that are not there, and nothing else. What is out of date is that first.
    fn with_absent_files(&self, questions: &[&str]) -> usize {
        let all = self.part.criteria.iter().flat_map(|own| &own.questions);
        let asked = all.filter(|own| questions.contains(&own.id.as_str()));
        let is_stale = |own: &QuestionPart| {
            let mut found = self.part.contradictions.iter();
            found.any(|found| found.kind == "evidence_stale" && found.id == own.id)
        };
        let absent = asked.filter(|own| {
            let mut shown = evidence_of(own).peekable();
            shown.peek().is_some() && shown.all(|item| item.is_absent) && !is_stale(own)
        });
        absent.count()
    }

    fn reason(&self, key: &str, words: &[(&str, Word)]) -> Sentence {
        Sentence::plain(self.writer.locale, key, words)
    }

    fn counted(&self, key: &str, count: usize) -> Option<Sentence> {
        (count > 0).then(|| self.reason(key, &[("count", count.into())]))
    }

    fn covered(&self, grounds: &Grounds) -> Sentence {
        let answers = &self.part.answers;
        let words = [
            ("answered", Word::from(answers.answered)),
            ("total", answers.total.into()),
            (
                "coverage",
                self.writer.locale.percent(&grounds.coverage, 0).into(),
            ),
        ];
        self.reason("story-confidence-coverage", &words)
    }

    /// What the questions without an answer could still change.
    fn open(&self, grounds: &Grounds) -> Option<Sentence> {
        let (low, high) = self.score.interval().filter(|(low, high)| low != high)?;
        let locale = self.writer.locale;
        let [lowest, highest] = grounds.levels;
        let level = match (lowest, highest) {
            _ if !self.part.whole_has_level => "none",
            (Some(lowest), Some(highest)) if lowest == highest => match self.part.level.as_ref() {
                Some(held) if held.number < lowest => "waits",
                _ => "same",
            },
            (None, None) => "still-none",
            (None, Some(_)) => "from-none",
            _ => "between",
        };
        let words = [
            ("level", Word::from(level)),
            ("lowest", lowest.unwrap_or(0).into()),
            ("highest", highest.unwrap_or(0).into()),
            ("low", locale.number(low, 2).into()),
            ("high", locale.number(high, 2).into()),
        ];
        Some(self.reason("story-confidence-open", &words))
    }

    fn evidenced(&self, grounds: &Grounds) -> Option<Sentence> {
        let case = match (grounds.required, grounds.missing, grounds.outdated) {
            (0, ..) => return None,
            (_, 0, 0) if grounds.absent > 0 => return None,
            (_, 0, 0) => "all",
            (_, _, 0) => "missing",
            (_, 0, _) => "stale",
            _ => "both",
        };
        let words = [
            ("state", Word::from(case)),
            ("count", grounds.required.into()),
            ("missing", grounds.missing.into()),
            ("stale", grounds.outdated.into()),
        ];
        Some(self.reason("story-confidence-evidence", &words))
    }

    /// Evidence that was named, and that nobody could be shown.
    fn absent(&self, grounds: &Grounds) -> Option<Sentence> {
        let words = [
            ("count", Word::from(grounds.required)),
            ("absent", grounds.absent.into()),
            ("others", (grounds.missing + grounds.outdated).min(1).into()),
        ];
        (grounds.absent > 0).then(|| self.reason("story-confidence-absent", &words))
    }
}
