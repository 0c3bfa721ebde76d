//! What the report says of what moved the index since the assessment before.

use schemars::JsonSchema;
use serde::Serialize;

use super::Writer;
use crate::locale::Word;
use crate::model::{CriterionIndex, Exact, Rubric};
use crate::report::figure::Figure;
use crate::score::compare::{AnswerStep, AssessmentComparison, Ends, KpiStep, assessments};
use crate::score::{AssessmentScore, KpiLevel};

/// So many steps are told; where there are more, the last gathers the smallest of them.
const STEPS: usize = 9;

/// As many are told at most where what is gathered would else be the largest step of all.
const MOST_STEPS: usize = 12;

/// What moved the index since the assessment before: the start and all steps make exactly the end.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MovedPart {
    /// `index`, or `practice` for a rubric without KPIs, whose index is the practice score.
    pub figure: &'static str,
    /// The date of the assessment before.
    pub since: String,
    /// The index at the assessment before, by the rubric in use today.
    pub start: Figure,
    /// The index at this assessment.
    pub end: Figure,
    /// The end less the start.
    pub change: Figure,
    /// What raised it, the largest first; then what lowered it, the largest first; last what is gathered.
    pub steps: Vec<MovedStepPart>,
}

/// One step from the index before to the index now.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MovedStepPart {
    /// `answers`: the changed answers of one criterion. `kpi`: another reading. `others`: all smaller steps.
    pub kind: &'static str,
    /// The criterion's or the KPI's id; none for what is gathered.
    pub id: Option<String>,
    /// The criterion's or the KPI's title; for what is gathered, how much it is.
    pub label: String,
    /// What stood before, in words: the answer or the reading; the criterion's value where several answers
    /// changed. None for what is gathered.
    pub from: Option<String>,
    /// What stands now, in the same words.
    pub to: Option<String>,
    /// How many answers changed in it.
    pub answers: usize,
    /// How many KPIs have another reading in it.
    pub kpis: usize,
    /// What it moved the index by, with its sign.
    pub delta: Figure,
    /// The index once this step and all above it are taken.
    pub after: Figure,
}

/// A step before it is put into words.
struct Step<'c> {
    cause: Cause<'c>,
    delta: Exact,
}

enum Cause<'c> {
    Answers(CriterionIndex, Vec<&'c AnswerStep>),
    Reading(&'c KpiStep),
    Others { answers: usize, kpis: usize },
}

impl Step<'_> {
    /// How many answers and KPIs it consists of.
    fn counts(&self) -> (usize, usize) {
        match &self.cause {
            Cause::Answers(_, steps) => (steps.len(), 0),
            Cause::Reading(_) => (0, 1),
            Cause::Others { answers, kpis } => (*answers, *kpis),
        }
    }
}

impl Writer<'_> {
    /// None for the first assessment, where an end has no index, and where nothing moved it: changed answers of one
    /// criterion may cancel exactly.
    pub(super) fn moved(
        &self,
        score: &AssessmentScore,
        previous: Option<&AssessmentScore>,
    ) -> Option<MovedPart> {
        let previous = previous?;
        let (start, end) = (previous.index.value()?, score.index.value()?);
        let rubric = &self.workspace.rubrics[score.rubric];
        let both = assessments(self.workspace, &self.scores.series, previous, score)?;
        let steps = told(steps(rubric, &both));
        if steps.is_empty() {
            return None;
        }
        let mut after = start.clone();
        Some(MovedPart {
            figure: if rubric.kpis.is_empty() {
                "practice"
            } else {
                "index"
            },
            since: previous.sheet.date.to_string(),
            start: Figure::from(start),
            end: Figure::from(end),
            change: Figure(end - start),
            steps: steps
                .iter()
                .map(|step| {
                    after = &after + &step.delta;
                    self.moved_step(rubric, both.ends, step, after.clone())
                })
                .collect(),
        })
    }

    fn moved_step(
        &self,
        rubric: &Rubric,
        ends: Ends<&AssessmentScore>,
        step: &Step<'_>,
        after: Exact,
    ) -> MovedStepPart {
        let (answers, kpis) = step.counts();
        let (kind, id, label, words) = match &step.cause {
            Cause::Answers(index, steps) => {
                let criterion = &rubric.criteria[index.0];
                let words = ends.map(|score| self.answers_in_words(rubric, score, *index, steps));
                let title = self.text(&criterion.title);
                (
                    "answers",
                    Some(criterion.id.to_string()),
                    title,
                    Some(words),
                )
            }
            Cause::Reading(own) => {
                let definition = &self.workspace.kpis[own.kpi];
                let words = own
                    .ends
                    .as_ref()
                    .map(|level| self.level_in_words(own.kpi, level.as_ref()));
                let mut title = self.text(&definition.title);
                if own.ends.a.is_none() {
                    let words = [("kpi", Word::from(title))];
                    title = self.locale.say("report-moved-new", &words);
                }
                ("kpi", Some(definition.id.to_string()), title, Some(words))
            }
            Cause::Others { answers, kpis } => {
                ("others", None, self.gathered(*answers, *kpis), None)
            }
        };
        let (from, to) = words.map(|ends| (ends.a, ends.b)).unzip();
        MovedStepPart {
            kind,
            id,
            label,
            from,
            to,
            answers,
            kpis,
            delta: Figure::from(&step.delta),
            after: Figure(after),
        }
    }

    /// The answer, where one changed; the value of the criterion, where several did.
    fn answers_in_words(
        &self,
        rubric: &Rubric,
        score: &AssessmentScore,
        criterion: CriterionIndex,
        steps: &[&AnswerStep],
    ) -> String {
        let (words, state) = match steps {
            [only] => {
                let stands = self.stands(rubric, score, only.question);
                let state = score.questions[only.question.0].state;
                (stands.map(|(words, _)| words), state)
            }
            _ => {
                let own = &score.criteria[criterion.0];
                let value = own.known_value();
                (value.map(|value| self.locale.percent(value, 0)), own.state)
            }
        };
        words.unwrap_or_else(|| {
            self.locale
                .say(&format!("report-state-{}", state.as_str()), &[])
        })
    }

    fn level_in_words(&self, kpi: usize, level: Option<&KpiLevel>) -> String {
        match level {
            Some(level) => {
                let point = &self.scores.series[kpi].points[level.point];
                self.locale
                    .quantity(&point.value, &self.workspace.kpis[kpi].unit)
            }
            None => self.locale.say("report-no-reading", &[]),
        }
    }

    fn gathered(&self, answers: usize, kpis: usize) -> String {
        let count = |number: usize| Word::Count(i64::try_from(number).unwrap_or(i64::MAX));
        let key = match (answers, kpis) {
            (_, 0) => "report-moved-others-answers",
            (0, _) => "report-moved-others-kpis",
            _ => "report-moved-others-both",
        };
        self.locale
            .say(key, &[("answers", count(answers)), ("kpis", count(kpis))])
    }
}

/// Every step that moved the index: answers by criterion in the rubric's order, then readings.
fn steps<'c>(rubric: &Rubric, both: &'c AssessmentComparison<'_>) -> Vec<Step<'c>> {
    let mut by_criterion: Vec<Option<(Exact, Vec<&AnswerStep>)>> =
        vec![None; rubric.criteria.len()];
    for step in &both.answers {
        let Some(moved) = step.index.as_ref().filter(|moved| !moved.is_zero()) else {
            continue;
        };
        let criterion = rubric.questions[step.question.0].criterion;
        let (delta, steps) =
            by_criterion[criterion.0].get_or_insert_with(|| (Exact::ZERO, Vec::new()));
        *delta = &*delta + moved;
        steps.push(step);
    }
    let answers = by_criterion.into_iter().enumerate();
    let answers = answers.filter_map(|(index, own)| {
        let (delta, steps) = own?;
        let cause = Cause::Answers(CriterionIndex(index), steps);
        Some(Step { cause, delta })
    });
    let readings = both.kpis.iter().filter_map(|step| {
        let delta = step.index.clone()?;
        let cause = Cause::Reading(step);
        Some(Step { cause, delta })
    });
    let steps = answers.chain(readings);
    steps.filter(|step| !step.delta.is_zero()).collect()
}

/// How many steps stand for themselves, of changes by size, the largest first: enough that what is gathered is no
/// larger than the first of them, as far as [`MOST_STEPS`] allow.
fn singles(deltas: &[Exact]) -> usize {
    let is_smaller = |own: &usize| {
        let rest: Exact = deltas[own - 1..].iter().sum();
        rest.abs() <= deltas[0].abs()
    };
    match (STEPS..MOST_STEPS)
        .take_while(|own| *own < deltas.len())
        .find(is_smaller)
    {
        Some(own) => own - 1,
        None if deltas.len() <= MOST_STEPS => deltas.len(),
        None => MOST_STEPS - 1,
    }
}

/// The steps in the order in which they are told, at most [`MOST_STEPS`] of them.
fn told(mut steps: Vec<Step<'_>>) -> Vec<Step<'_>> {
    steps.sort_by_key(|step| std::cmp::Reverse(step.delta.abs()));
    let deltas: Vec<Exact> = steps.iter().map(|step| step.delta.clone()).collect();
    let rest = steps.split_off(singles(&deltas));
    // What raises comes first; the sort keeps the order of what is told of both.
    steps.sort_by_key(|step| step.delta < Exact::ZERO);
    if !rest.is_empty() {
        let counts = rest.iter().map(Step::counts);
        let (answers, kpis) = counts.fold((0, 0), |sum, own| (sum.0 + own.0, sum.1 + own.1));
        steps.push(Step {
            cause: Cause::Others { answers, kpis },
            delta: rest.iter().map(|step| &step.delta).sum(),
        });
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_gathered_is_not_the_largest_step_where_twelve_are_enough() {
        #[track_caller]
        fn case(deltas: &[i64], expected: usize) {
            let deltas: Vec<Exact> = deltas.iter().map(|own| Exact::from(*own)).collect();
            assert_eq!(singles(&deltas), expected);
        }
        case(&[], 0);
        case(&[2; 9], 9);
        case(&[9, 8, 7, 6, 5, 4, 3, 2, 1, 1, 1], 8); // the last three make 3
        case(&[2; 10], 10); // two would be twice the first
        case(&[3, 3, 3, 3, 3, 3, 3, 3, 2, 1, 1, 1], 9); // four would make 5, three make 3
        case(&[2; 12], 12);
        case(&[2; 40], 11); // no way
        case(&[5, 5, 5, 5, 5, 5, 5, 5, 4, -4, 4, -4], 8); // what is gathered cancels
    }
}
