//! The plan of the machine-readable result: what blocks the target, the shortest way up, what one answer does.

use schemars::JsonSchema;
use serde::Serialize;

use super::figure::Number;
use super::names::respondents_in_words;
use crate::locale::{Locale, Word};
use crate::model::{LevelTarget, QuestionIndex, Rubric, Scale, ScaleKind, Text, Workspace};
use crate::score::contradiction::{Against, Contradiction, Maker};
use crate::score::plan::{self, Ascent, Change, Mark};
use crate::score::target::profile;
use crate::score::{AssessmentScore, State};

/// What leads to the target and to the next level.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Plan {
    /// What is aimed at, one for each dimension of the profile; empty without a target.
    pub goals: Vec<Goal>,
    /// The criteria that block the goals, by weight × gap; those of equal priority in the rubric's order.
    pub blocking: Vec<Blocking>,
    /// A smallest set of answers that lifts the level of the whole; null at the highest level, where the rule
    /// gives the whole no level, and where no answer is enough.
    pub shortest_way: Option<ShortestWay>,
    /// Where no answer is enough: the criteria that none meets.
    pub barred_by: Vec<String>,
    /// The same for each dimension.
    pub dimensions: Vec<DimensionPlan>,
    /// What each answer would do, raised to its best: the highest level first, then the greatest change of
    /// the index.
    pub single_answers: Vec<SingleAnswer>,
}

/// A level aimed at.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Goal {
    /// The dimension's id; null for the whole.
    pub dimension: Option<String>,
    /// The level's number.
    pub level: u32,
    /// Whether it is reached.
    pub reached: bool,
    /// Whether it can be: a dimension may ask for nothing at so high a level.
    pub reachable: bool,
    /// The level that the plan leads to: another one than the goal's where the dimension asks nothing there.
    pub planned_level: Option<u32>,
}

/// A criterion that blocks a goal.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Blocking {
    /// The criterion's id.
    pub criterion: String,
    /// Its weight.
    pub weight: Number,
    /// What its value lacks to 1.
    pub gap: Option<Number>,
    /// Weight × gap.
    pub priority: Option<Number>,
}

/// A smallest set of answers that lifts a level.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ShortestWay {
    /// The level after the one held.
    pub level: u32,
    /// The answers, in the rubric's order.
    pub answers: Vec<Answer>,
    /// The level of the whole, or of the dimension, with these answers: the next one, or a higher one where
    /// that takes fewer answers.
    pub level_after: u32,
    /// The practice score of the whole with these answers.
    pub practice_score_after: Option<Number>,
    /// The index with these answers.
    pub index_after: Option<Number>,
}

/// An answer to be changed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Answer {
    /// The question's key in assessments.
    pub question: String,
    /// What stands for it: a choice, a number on its scale, unanswered or unknown.
    pub from: Given,
    /// The least that is enough.
    pub to: Given,
}

/// What stands for a question.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Given {
    /// The id of a choice, or a state.
    Word(String),
    /// A number on the question's scale.
    Number(Number),
}

/// The shortest way up of a dimension.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DimensionPlan {
    /// The dimension's id.
    pub id: String,
    /// As that of the whole.
    pub shortest_way: Option<ShortestWay>,
    /// Where no answer is enough: the criteria that none meets.
    pub barred_by: Vec<String>,
}

/// What one answer, raised to its best, would do.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SingleAnswer {
    /// The question's key in assessments.
    pub question: String,
    /// What stands for it.
    pub from: Given,
    /// The best that its scale offers.
    pub to: Given,
    /// The level of the whole with it.
    pub level: Option<u32>,
    /// The change of the practice score.
    pub practice_score_change: Option<Number>,
    /// The change of the index.
    pub index_change: Option<Number>,
}

impl Plan {
    /// Plans from an assessment to a target.
    #[must_use]
    pub fn new(
        workspace: &Workspace,
        score: &AssessmentScore,
        target: Option<&LevelTarget>,
    ) -> Plan {
        let rubric = &workspace.rubrics[score.rubric];
        let gaps = plan::gap_plan(workspace, score, &target.map(profile).unwrap_or_default());
        let ways = plan::shortest_ways(workspace, score);
        let writer = Writer { rubric, score };
        let dimensions = rubric.dimensions.iter().zip(&ways.dimensions);
        Plan {
            goals: gaps
                .goals
                .iter()
                .map(|standing| Goal {
                    dimension: standing
                        .goal
                        .scope
                        .map(|own| rubric.dimension(own).id.to_string()),
                    level: standing.goal.level,
                    reached: standing.is_reached,
                    reachable: standing.is_reachable(),
                    planned_level: standing.planned,
                })
                .collect(),
            blocking: gaps
                .blocking
                .iter()
                .map(|own| {
                    let criterion = &rubric.criteria[own.criterion.0];
                    Blocking {
                        criterion: criterion.id.to_string(),
                        weight: Number::from(&criterion.weight),
                        gap: own.gap.value().map(Number::from),
                        priority: own.priority.value().map(Number::from),
                    }
                })
                .collect(),
            shortest_way: writer.way(ways.whole.as_ref()),
            barred_by: writer.bars(ways.whole.as_ref()),
            dimensions: dimensions
                .map(|(dimension, ascent)| DimensionPlan {
                    id: dimension.id.to_string(),
                    shortest_way: writer.way(ascent.as_ref()),
                    barred_by: writer.bars(ascent.as_ref()),
                })
                .collect(),
            single_answers: plan::single_answers(workspace, score)
                .iter()
                .map(|single| SingleAnswer {
                    question: writer.key(single.change.question),
                    from: writer.from(&single.change),
                    to: writer.to(&single.change),
                    level: single.after.level,
                    practice_score_change: single.practice_change.value().map(Number::from),
                    index_change: single.index_change.value().map(Number::from),
                })
                .collect(),
        }
    }
}

struct Writer<'w> {
    rubric: &'w Rubric,
    score: &'w AssessmentScore,
}

impl Writer<'_> {
    fn key(&self, question: QuestionIndex) -> String {
        self.rubric.questions[question.0].key.clone()
    }

    fn given(&self, question: QuestionIndex, mark: &Mark) -> Given {
        let scale = &self.rubric.scales[self.rubric.questions[question.0].scale];
        match mark {
            Mark::Choice(choice) => Given::Word(scale.choices()[*choice].id.to_string()),
            Mark::Number(number) => Given::Number(Number::from(number)),
        }
    }

    fn from(&self, change: &Change) -> Given {
        match &change.from {
            Some(mark) => self.given(change.question, mark),
            None => Given::Word(self.state(change.question).as_str().to_owned()),
        }
    }

    fn to(&self, change: &Change) -> Given {
        self.given(change.question, &change.to)
    }

    fn state(&self, question: QuestionIndex) -> State {
        self.score.questions[question.0].state
    }

    fn way(&self, ascent: Option<&Ascent>) -> Option<ShortestWay> {
        let way = ascent?.way()?;
        let number = Number::from;
        Some(ShortestWay {
            level: way.next,
            answers: way
                .answers
                .iter()
                .map(|change| Answer {
                    question: self.key(change.question),
                    from: self.from(change),
                    to: self.to(change),
                })
                .collect(),
            level_after: way.level,
            practice_score_after: way.after.practice.as_ref().map(number),
            index_after: way.after.index.as_ref().map(number),
        })
    }

    fn bars(&self, ascent: Option<&Ascent>) -> Vec<String> {
        match ascent {
            Some(Ascent::Barred { criteria, .. }) => criteria
                .iter()
                .map(|index| self.rubric.criteria[index.0].id.to_string())
                .collect(),
            Some(Ascent::Way(_)) | None => Vec::new(),
        }
    }
}

/// What a question asks; where it has no text the title of its criterion, if it is the only one there, and else its
/// key: an answer alone would not say what to do.
#[must_use]
pub fn question_in_words(rubric: &Rubric, index: QuestionIndex, locale: &Locale) -> String {
    let question = &rubric.questions[index.0];
    let criterion = &rubric.criteria[question.criterion.0];
    let is_alone = rubric.questions_of(criterion).count() == 1;
    let texts = [Some(&question.text), is_alone.then_some(&criterion.title)];
    let mut texts = texts
        .into_iter()
        .flatten()
        .map(|text| text.in_language(locale.language()));
    let text = texts.find(|text| !text.trim().is_empty());
    text.map_or_else(|| question.key.clone(), str::to_owned)
}

/// A contradiction as people read it: both answers by their questions, or the answer and what denies it.
#[must_use]
pub fn contradiction_in_words(
    workspace: &Workspace,
    rubric: &Rubric,
    own: &Contradiction,
    locale: &Locale,
) -> String {
    let question = |index: QuestionIndex| question_in_words(rubric, index, locale);
    let text = |text: &Text| text.in_language(locale.language()).to_owned();
    let other = match own.against {
        Against::Question(other) => question(other),
        Against::Presence(criterion) => text(&rubric.criteria[criterion.0].title),
        Against::Kpi(kpi) => text(&workspace.kpis[kpi].title),
        Against::MissingEvidence | Against::StaleEvidence => String::new(),
    };
    let words = [
        ("kind", Word::from(own.against.kind())),
        ("one", Word::from(question(own.question))),
        ("other", Word::from(other)),
    ];
    locale.say("contradiction-line", &words)
}

/// The same with who makes it, where that is not the only one who answered.
#[must_use]
pub fn contradiction_by_whom(
    workspace: &Workspace,
    rubric: &Rubric,
    score: &AssessmentScore,
    own: &Contradiction,
    locale: &Locale,
) -> String {
    let line = contradiction_in_words(workspace, rubric, own, locale);
    let key = match own.maker {
        Maker::Readings => "contradiction-readings",
        Maker::Nobody => return line,
        Maker::Files(_) | Maker::AgainstReading(_) if score.sheet.is_single() => return line,
        Maker::Files(_) => "contradiction-by",
        Maker::AgainstReading(_) => "contradiction-against-reading",
        Maker::Agreement => "contradiction-agreement",
        Maker::Together => "contradiction-together",
    };
    let names = respondents_in_words(workspace, own.held_by(), locale);
    let words = [("line", Word::from(line)), ("names", names.into())];
    locale.say(key, &words)
}

/// Whether a question that is open only has to be answered: the lowest of its answers will do.
#[must_use]
pub fn takes_any(scale: &Scale, change: &Change) -> bool {
    change.from.is_none() && change.to.share(scale).is_zero()
}

/// What a question is to be answered with, as people read it.
#[must_use]
pub fn aim_in_words(scale: &Scale, change: &Change, locale: &Locale) -> String {
    match takes_any(scale, change) {
        true => locale.say("plan-any-answer", &[]),
        false => mark_in_words(scale, &change.to, locale),
    }
}

/// A mark as people read it: a choice's title, a number with its unit, or for what several respondents'
/// choices combine to its share of the scale.
#[must_use]
pub fn mark_in_words(scale: &Scale, mark: &Mark, locale: &Locale) -> String {
    match (mark, &scale.kind) {
        (Mark::Choice(choice), _) => {
            let title = &scale.choices()[*choice].title;
            title.in_language(locale.language()).to_owned()
        }
        (Mark::Number(number), ScaleKind::Numeric(Some(unit))) => locale.quantity(number, unit),
        (Mark::Number(number), ScaleKind::Numeric(None)) => locale.number_short(number, 2),
        (Mark::Number(number), ScaleKind::Choices(_)) => locale.percent(&scale.share(number), 0),
    }
}
