//! The steps that moved figures from one assessment to another, in the words that the terminal and a note share.

use crate::locale::{Locale, NO_VALUE, Word};
use crate::model::{Exact, QuestionIndex, Rubric};
use crate::report::plan::mark_in_words;
use crate::score::compare::{AnswerStep, AssessmentComparison, Ends, KpiStep, Side};
use crate::score::plan::Mark;
use crate::score::{AssessmentScore, KpiLevel, State};

/// Decimals of a score, and of a level that a reading gives.
const SCORE: usize = 2;

/// Puts the steps of a comparison into words.
#[derive(Debug, Clone, Copy)]
pub struct StepWords<'s> {
    /// The comparison.
    pub both: &'s AssessmentComparison<'s>,
    /// The rubric of the second end.
    pub rubric: &'s Rubric,
    /// The language.
    pub locale: &'s Locale,
}

impl StepWords<'_> {
    /// The answer before and after, the levels that its step changed, and the question's key.
    #[must_use]
    pub fn answer(&self, step: &AnswerStep) -> String {
        let mut details = vec![from_to(&self.standings(step.question))];
        if let Some(levels) = level_step(step.level) {
            let words = [("levels", Word::from(levels))];
            let sign = if step.level.b > step.level.a {
                "▲"
            } else {
                "▼"
            };
            let levels = self.locale.say("compare-level-step", &words);
            details.push(format!("{sign} {levels}"));
        }
        for own in step.dimensions.iter().rev() {
            details.extend(level_step(own.level).map(|levels| {
                let title = &self.rubric.dimension(own.dimension).title;
                let title = title.in_language(self.locale.language());
                let words = [
                    ("dimension", Word::from(title)),
                    ("levels", Word::from(levels)),
                ];
                self.locale.say("compare-dimension-step", &words)
            }));
        }
        details.push(self.rubric.questions[step.question.0].key.clone());
        details.join(" · ")
    }

    /// What stands for a question at both ends.
    #[must_use]
    pub fn standings(&self, question: QuestionIndex) -> Ends<String> {
        let (sides, ends) = (self.both.sides, self.both.ends);
        Ends {
            a: self.standing(sides.a, ends.a, question),
            b: self.standing(sides.b, ends.b, question),
        }
    }

    /// An answer, several combined, or a reading.
    fn standing(&self, side: Side<'_>, score: &AssessmentScore, question: QuestionIndex) -> String {
        let own = &score.questions[question.0];
        let State::Answered = own.state else {
            let key = format!("report-state-{}", own.state.as_str());
            return self.locale.say(&key, &[]);
        };
        let value = || {
            let value = own.value();
            value.map_or_else(no_value, |value| self.locale.percent(value, 0))
        };
        if own.kpi.is_some() {
            let words = [("value", Word::from(value()))];
            return self.locale.say("compare-by-reading", &words);
        }
        let rubric = &side.workspace.rubrics[score.rubric];
        let scale = &rubric.scales[rubric.questions[question.0].scale];
        let mark = Mark::standing(side.workspace, score, question);
        mark.map_or_else(value, |mark| mark_in_words(scale, &mark, self.locale))
    }

    /// The reading before and after, the levels that it gives, and the KPI's id.
    #[must_use]
    pub fn reading(&self, step: &KpiStep) -> String {
        let values = Ends {
            a: self.value(self.both.sides.a, step.ends.a.as_ref()),
            b: self.value(self.both.sides.b, step.ends.b.as_ref()),
        };
        let mut details = vec![from_to(&values)];
        let levels = levels(step);
        if informs_only(step) {
            details.push(self.locale.say("compare-informs-only", &[]));
        } else {
            let score = |level: &Exact| self.locale.level(level, SCORE);
            let levels = levels.map(|level| level.map_or_else(no_value, score));
            let words = [("levels", Word::from(from_to(&levels)))];
            details.push(self.locale.say("compare-level-step", &words));
        }
        let definition = &self.both.sides.b.workspace.kpis[step.kpi];
        details.push(definition.id.to_string());
        details.join(" · ")
    }

    fn value(&self, side: Side<'_>, level: Option<&KpiLevel>) -> String {
        match level {
            Some(level) => {
                let point = &side.series[level.kpi].points[level.point];
                let unit = &side.workspace.kpis[level.kpi].unit;
                self.locale.quantity(&point.value, unit)
            }
            None => self.locale.say("compare-no-reading", &[]),
        }
    }
}

/// Whether a KPI gives a level at neither end: no figure of the assessment depends on it.
#[must_use]
pub fn informs_only(step: &KpiStep) -> bool {
    let levels = levels(step);
    levels.a.is_none() && levels.b.is_none()
}

fn levels(step: &KpiStep) -> Ends<Option<&Exact>> {
    step.ends.as_ref().map(|end| end.as_ref()?.level.value())
}

fn level_step(level: Ends<Option<u32>>) -> Option<String> {
    let shown = |level: Option<u32>| level.map_or_else(no_value, |level| level.to_string());
    (!level.are_same()).then(|| from_to(&level.map(shown)))
}

/// A change of a share, in percentage points.
#[must_use]
pub fn points(locale: &Locale, change: &Exact) -> String {
    const PLACES: usize = 1;
    let points = change * &Exact::from(100u32);
    let words = [("points", Word::from(locale.change(&points, PLACES)))];
    locale.say("compare-points", &words)
}

/// Whether the change of a score that both have (index, practice, outcome), rounded like them, is not what the rounded
/// scores make.
#[must_use]
pub fn rounds_apart(now: &AssessmentScore, before: &AssessmentScore) -> bool {
    let rounded =
        |exact: &Exact| Exact::parse(&exact.rounded(SCORE)).unwrap_or_else(|| exact.clone());
    let figures = |score: &AssessmentScore| {
        let [index, outcome] = [&score.index, &score.outcome].map(|own| own.value().cloned());
        [index, score.whole.practice.value().cloned(), outcome]
    };
    let pairs = figures(now).into_iter().zip(figures(before));
    pairs
        .filter_map(|(now, before)| now.zip(before))
        .any(|(now, before)| rounded(&(&now - &before)) != &rounded(&now) - &rounded(&before))
}

/// `before → after`; once where they are the same.
#[must_use]
pub fn from_to(ends: &Ends<String>) -> String {
    match ends.are_same() {
        true => ends.b.clone(),
        false => format!("{} → {}", ends.a, ends.b),
    }
}

/// What stands where there is no figure.
#[must_use]
pub fn no_value() -> String {
    NO_VALUE.to_owned()
}
