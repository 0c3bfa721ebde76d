//! The plan below a score: what blocks the target, the shortest way up, what one answer would do.

use super::score::Page;
use super::table::{self, Align, Cell};
use crate::locale::{NO_VALUE, Word};
use crate::model::{CriterionIndex, LevelTarget, QuestionIndex, Scale, Scope, Text};
use crate::report::plan::{aim_in_words, mark_in_words, question_in_words, takes_any};
use crate::score::Traced;
use crate::score::plan::{self, Ascent, Change, GapPlan, GoalStanding, SingleAnswer, Way};
use crate::score::target::profile;

/// The most criteria and answers of a way that are shown, and the most single answers.
const MOST_SHOWN: usize = 8;
const MOST_SINGLE: usize = 5;

impl Page<'_> {
    /// The plan; what there is nothing to say about is left out.
    pub(super) fn plan(&self) -> String {
        let mut text = String::new();
        if let Some(target) = self.target() {
            let gaps = plan::gap_plan(self.workspace, self.score, &profile(target));
            if !gaps.goals.is_empty() {
                text.push_str(&self.gaps(target, &gaps));
            }
        }
        let ways = plan::shortest_ways(self.workspace, self.score);
        text.push_str(&self.ascent(None, ways.whole.as_ref()));
        let beyond = self.target().and_then(|target| {
            plan::way_beyond(self.workspace, self.score, ways.whole.as_ref(), target)
        });
        text.push_str(&self.ascent(None, beyond.as_ref()));
        if !self.rubric.gives_level(Scope::Rubric) {
            for (dimension, ascent) in self.rubric.dimensions.iter().zip(&ways.dimensions) {
                text.push_str(&self.ascent(Some(&dimension.title), ascent.as_ref()));
            }
        }
        let singles = plan::single_answers(self.workspace, self.score);
        text.push_str(&self.single_answers(&singles));
        text
    }

    fn target(&self) -> Option<&LevelTarget> {
        let mut targets = self.workspace.settings.targets.iter();
        targets.find(|target| target.rubric == self.score.rubric)
    }

    fn words(&self, text: &Text) -> String {
        text.in_language(self.locale.language()).to_owned()
    }

    /// A heading over lines of its own.
    fn heading(&self, key: &str, words: &[(&str, Word)]) -> String {
        let line = self.locale.say(key, words);
        let lines = table::paragraph(&line, anstyle::Style::new(), 0, self.width);
        format!("\n{lines}")
    }

    fn more(&self, hidden: usize) -> String {
        if hidden == 0 {
            return String::new();
        }
        let line = self
            .locale
            .say("plan-more", &[("count", Word::from(hidden))]);
        table::paragraph(&line, table::dim(), 2, self.width)
    }

    fn gaps(&self, target: &LevelTarget, gaps: &GapPlan) -> String {
        let mut words = vec![("way", Word::from(self.way_so_far(gaps)))];
        let mut key = String::from("plan-gap");
        let is_profile = gaps.goals.iter().any(|own| own.goal.scope.is_some());
        if is_profile {
            key.push_str("-profile");
        } else if let Some(level) = target.level {
            words.push(("level", Word::from(level.to_string())));
            words.push(("title", Word::from(self.level_title(Some(level)))));
        }
        if let Some(by) = target.by {
            key.push_str("-by");
            words.push(("date", Word::from(self.locale.date(by))));
        }
        let mut text = self.heading(&key, &words);
        if is_profile {
            text.push_str(&self.goals(&gaps.goals));
        } else {
            let open = gaps.goals.iter().filter(|own| !own.is_reached);
            for line in open.filter_map(|own| self.remark(own)) {
                text.push_str(&table::paragraph(&line, table::dim(), 2, self.width));
            }
        }
        if !gaps.blocking.is_empty() {
            let gap = if is_profile { "\n" } else { "" };
            text.push_str(&format!("{gap}{}", self.blocking(gaps)));
        }
        text
    }

    /// How much of the way the score has gone; where that is all of it and the level is not held, what is in the way.
    fn way_so_far(&self, gaps: &GapPlan) -> String {
        if !self.score.is_begun() {
            return self.say("plan-unanswered");
        }
        if gaps.goals.iter().all(|own| own.is_reached) {
            return self.say("plan-reached");
        }
        let (key, words) = match gaps.is_scored_enough() {
            true => (
                "plan-score-enough",
                ("count", Word::from(gaps.blocking.len())),
            ),
            false => (
                "plan-score-way",
                ("progress", Word::from(self.percent(gaps.percent.value()))),
            ),
        };
        self.locale.say(key, &[words])
    }

    /// Each goal of a profile: where it stands, where it is to be.
    fn goals(&self, goals: &[GoalStanding]) -> String {
        let rows: Vec<Vec<Cell>> = goals
            .iter()
            .map(|own| {
                let scope = self.score.scope(own.goal.scope);
                let title = match own.goal.scope {
                    Some(dimension) => self.words(&self.rubric.dimension(dimension).title),
                    None => self.say("plan-whole"),
                };
                let held = match self.found(scope.level) {
                    Some(level) => level.to_string(),
                    None => self.number(self.found(scope.practice.value())),
                };
                vec![
                    Cell::new(title),
                    Cell::new(format!("{held} → {}", self.level(Some(own.goal.level)))),
                    Cell::styled(self.remark(own).unwrap_or_default(), table::dim()),
                ]
            })
            .collect();
        table::set(&rows, &[Align::Left; 3], 2, self.width)
    }

    /// What must be said of a goal beside its level.
    fn remark(&self, own: &GoalStanding) -> Option<String> {
        if own.is_reached {
            return Some(self.say("plan-reached"));
        }
        match own.planned {
            Some(planned) if planned == own.goal.level => None,
            Some(planned) => {
                let words = [("level", Word::from(planned.to_string()))];
                let key = if own.is_reachable() {
                    "plan-held-with"
                } else {
                    "plan-tops-out"
                };
                Some(self.locale.say(key, &words))
            }
            None => Some(self.say("plan-asks-nothing")),
        }
    }

    fn blocking(&self, gaps: &GapPlan) -> String {
        let head = |key: &str| Cell::styled(self.say(key), table::dim());
        let level_of = |index: CriterionIndex| self.rubric.criteria[index.0].level;
        let has_levels = gaps
            .blocking
            .iter()
            .any(|own| level_of(own.criterion).is_some());
        let mut rows = vec![vec![
            head("plan-blocking"),
            head("level"),
            head("value"),
            head("plan-priority"),
        ]];
        for own in gaps.blocking.iter().take(MOST_SHOWN) {
            let criterion = &self.rubric.criteria[own.criterion.0];
            let level = criterion.level;
            rows.push(vec![
                Cell::new(format!("• {}", self.words(&criterion.title))),
                Cell::new(level.map_or_else(String::new, |level| level.to_string())),
                Cell::new(self.percent(self.score.criteria[own.criterion.0].known_value())),
                Cell::new(self.number(own.priority.value())),
            ]);
        }
        let mut aligns = vec![Align::Left, Align::Right, Align::Right, Align::Right];
        if !has_levels {
            table::drop_column(&mut rows, &mut aligns, 1);
        }
        let list = table::set(&rows, &aligns, 2, self.width);
        let hidden = gaps.blocking.len().saturating_sub(MOST_SHOWN);
        format!("{list}{}", self.more(hidden))
    }

    fn ascent(&self, dimension: Option<&Text>, ascent: Option<&Ascent>) -> String {
        let about = |level: u32| {
            let mut words = vec![
                ("level", Word::from(level.to_string())),
                ("title", Word::from(self.level_title(Some(level)))),
            ];
            words.extend(dimension.map(|own| ("dimension", Word::from(self.words(own)))));
            words
        };
        let key = |key: &str| match dimension {
            Some(_) => format!("{key}-dimension"),
            None => key.to_owned(),
        };
        match ascent {
            None => String::new(),
            Some(Ascent::Way(way)) => {
                let mut words = about(way.level);
                words.push(("count", Word::from(way.answers.len())));
                let heading = self.heading(&key("plan-way"), &words);
                format!("{heading}{}", self.way(way))
            }
            Some(Ascent::Barred { level, criteria }) => {
                let heading = self.heading(&key("plan-barred"), &about(*level));
                format!("{heading}{}", self.criteria(criteria))
            }
        }
    }

    fn criteria(&self, criteria: &[CriterionIndex]) -> String {
        let mut list = String::new();
        for index in criteria {
            let title = self.words(&self.rubric.criteria[index.0].title);
            let line = format!("• {title}");
            let style = anstyle::Style::new();
            list.push_str(&table::paragraph(&line, style, 2, self.width));
        }
        list
    }

    fn way(&self, way: &Way) -> String {
        let rows: Vec<Vec<Cell>> = way
            .answers
            .iter()
            .take(MOST_SHOWN)
            .map(|change| {
                vec![
                    Cell::new(format!("• {}", self.question(change.question))),
                    Cell::new(format!("{} → {}", self.from(change), self.to(change))),
                ]
            })
            .collect();
        let list = table::set(&rows, &[Align::Left, Align::Left], 2, self.width);
        let hidden = way.answers.len().saturating_sub(MOST_SHOWN);
        // Without KPIs the index is the practice score by another name.
        let index = match self.rubric.kpis.is_empty() {
            true => "none".to_owned(),
            false => self.number(way.after.index.as_ref()),
        };
        let is_least = way
            .answers
            .iter()
            .any(|own| takes_any(self.scale(own), own));
        let words = [
            (
                "bound",
                Word::from(if is_least { "least" } else { "exact" }),
            ),
            ("level", Word::from(self.plain_level(way.after.level))),
            (
                "practice",
                Word::from(self.number(way.after.practice.as_ref())),
            ),
            ("index", Word::from(index)),
        ];
        let key = if way.after.level.is_some() {
            "plan-way-after"
        } else {
            "plan-way-after-scores"
        };
        let after = self.locale.say(key, &words);
        let after = table::paragraph(&after, table::dim(), 2, self.width);
        format!("{list}{}{after}", self.more(hidden))
    }

    fn plain_level(&self, level: Option<u32>) -> String {
        level.map_or_else(|| NO_VALUE.to_owned(), |level| level.to_string())
    }

    fn single_answers(&self, singles: &[SingleAnswer]) -> String {
        if singles.is_empty() {
            return String::new();
        }
        let head = |key: &str| Cell::styled(self.say(key), table::dim());
        let mut rows = vec![vec![
            head("plan-single"),
            Cell::default(),
            head("level"),
            head("practice-score-short"),
            head("index"),
        ]];
        let signed = |change: &Traced| {
            change.value().map_or_else(
                || NO_VALUE.to_owned(),
                |change| self.locale.signed(change, 2),
            )
        };
        for single in singles.iter().take(MOST_SINGLE) {
            rows.push(vec![
                Cell::new(format!("• {}", self.question(single.change.question))),
                Cell::new(format!("→ {}", self.to(&single.change))),
                Cell::new(self.plain_level(single.after.level)),
                Cell::new(signed(&single.practice_change)),
                Cell::new(signed(&single.index_change)),
            ]);
        }
        let mut aligns = vec![
            Align::Left,
            Align::Left,
            Align::Right,
            Align::Right,
            Align::Right,
        ];
        if self.rubric.kpis.is_empty() {
            table::drop_column(&mut rows, &mut aligns, 4);
        }
        if !self.rubric.gives_level(Scope::Rubric) {
            table::drop_column(&mut rows, &mut aligns, 2);
        }
        let list = table::set(&rows, &aligns, 2, self.width);
        let hidden = singles.len().saturating_sub(MOST_SINGLE);
        format!("\n{list}{}", self.more(hidden))
    }

    /// What a question asks.
    fn question(&self, index: QuestionIndex) -> String {
        question_in_words(self.rubric, index, self.locale)
    }

    fn from(&self, change: &Change) -> String {
        let state = self.score.questions[change.question.0].state;
        match &change.from {
            Some(mark) => {
                let question = &self.rubric.questions[change.question.0];
                mark_in_words(&self.rubric.scales[question.scale], mark, self.locale)
            }
            None => self.say(&format!("report-state-{}", state.as_str())),
        }
    }

    fn to(&self, change: &Change) -> String {
        aim_in_words(self.scale(change), change, self.locale)
    }

    fn scale(&self, change: &Change) -> &Scale {
        let question = &self.rubric.questions[change.question.0];
        &self.rubric.scales[question.scale]
    }
}
