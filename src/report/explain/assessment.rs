//! The figures of an assessment.

use super::address::Named;
use super::context::{AssessmentFigure, Context};
use super::formula::PLACES;
use super::telling::Telling;
use super::{Detail, Explainer, Explanation, InputPart, RulePart, Shown, TestPart, number, word};
use crate::locale::{NO_VALUE, Word};
use crate::model::{
    Criterion, CriterionIndex, Dimension, Exact, Level, Method, NotApplicable, Place, Quantifier,
    QuestionIndex, Rating, Rubric, Scope, Threshold, Unanswered,
};
use crate::report::figure::Number;
use crate::score::plan::Change;
use crate::score::target::{percent_to_target, profile};
use crate::score::trace::{Formula, Name, ScopeRef, Source, Term, Traced};
use crate::score::{
    AssessmentScore, BandTest, Banding, CellState, CriterionScore, Gate, State, level,
};

impl Explainer<'_> {
    pub(super) fn of_assessment(
        &self,
        named: &Named,
        index: usize,
        figure: AssessmentFigure,
    ) -> Explanation {
        use AssessmentFigure as Figure;
        let page = Page {
            explainer: self,
            named,
            index,
            score: &self.scores.assessments[index],
            rubric: &self.workspace.rubrics[self.scores.assessments[index].rubric],
            supposed: &[],
        };
        match figure {
            Figure::Level(scope) => page.level(scope),
            Figure::NextLevelProgress(scope) => page.next_level_progress(scope),
            Figure::PracticeScore(scope) => page.practice_score(scope),
            Figure::PracticeMaximum(scope) => page.practice_maximum(scope),
            Figure::Coverage(scope) => {
                page.traced(scope, &page.score.scope(scope).coverage, Shown::Share)
            }
            Figure::Achievement(scope, number) => page.achievement(scope, number),
            Figure::OutcomeScore => page.outcome_score(),
            Figure::Index => page.index(),
            Figure::Interval => page.interval(),
            Figure::PercentToTarget => page.percent_to_target(),
            Figure::Gap(criterion) => page.gap(criterion),
            Figure::Priority(criterion) => page.priority(criterion),
            Figure::Supposed(supposed, figure) => page.supposed(supposed, figure),
            Figure::CriterionLevel(criterion) => page.criterion_level(criterion),
            Figure::Value(criterion) => page.value(criterion),
            Figure::CriterionCoverage(criterion) => page.criterion_coverage(criterion),
            Figure::Rating(criterion) => page.rating(criterion),
            Figure::State(criterion) => page.state(criterion),
            Figure::Question(question) => page.question(question),
            Figure::Spread(question) => page.spread(question),
            Figure::Weight(question) => page.weight(question),
            Figure::KpiValue(kpi) => page.kpi_value(kpi),
            Figure::KpiLevel(kpi) => page.kpi_level(kpi),
            Figure::KpiStale(kpi) => page.kpi_stale(kpi),
        }
    }

    pub(super) fn assessment_root(&self, index: usize) -> String {
        let score = &self.scores.assessments[index];
        let rubric = &self.workspace.rubrics[score.rubric];
        format!("{}@{}", rubric.id, score.sheet.date)
    }

    pub(super) fn level_words(&self, rubric: &Rubric, number: u32) -> String {
        match rubric.level(number) {
            Some(Level { title, .. }) => format!("{number} {}", self.text(title)),
            None => number.to_string(),
        }
    }

    /// The name of a term of an assessment's formulas.
    pub(super) fn assessment_name(&self, index: usize, name: Name, is_short: bool) -> String {
        let score = &self.scores.assessments[index];
        let rubric = &self.workspace.rubrics[score.rubric];
        let plain = |key: &str| self.named(key, &[]);
        let level = |key: &str, number: u32| {
            let text = if is_short {
                number.to_string()
            } else {
                self.level_words(rubric, number)
            };
            self.named(key, &[("level", Word::from(text))])
        };
        match name {
            Name::Question(index) => rubric.questions[index.0].key.clone(),
            Name::Respondent(_, file) => {
                let assessment = &self.workspace.assessments[file];
                assessment
                    .respondent
                    .clone()
                    .unwrap_or_else(|| plain("respondent"))
            }
            Name::Criterion(index, _) | Name::CriterionCoverage(index) => {
                self.text(&rubric.criteria[index.0].title)
            }
            Name::Gap(_) => plain("gap"),
            Name::Achievement(_, number, _) => level("achievement", number),
            Name::Borrowed(_, number, from, _) => {
                let words = [
                    ("level", Word::from(number.to_string())),
                    ("from", Word::from(from.to_string())),
                ];
                self.named("borrowed", &words)
            }
            Name::Practice(Some(dimension), _) | Name::Maximum(Some(dimension)) => {
                self.text(&rubric.dimension(dimension).title)
            }
            Name::Practice(None, _) => plain("practice"),
            Name::PracticeAfter => plain("practice-after"),
            Name::Index => plain("index"),
            Name::IndexAfter => plain("index-after"),
            Name::Maximum(None) => plain("maximum"),
            Name::MeanOfAnswers(..) => plain("mean-of-answers"),
            Name::Base if rubric.floor.is_some() && rubric.scores_along_levels() => plain("floor"),
            Name::Base => plain("base"),
            Name::Top => plain("top"),
            Name::LevelSize(_) => plain("level-size"),
            Name::AnsweredWeight(_) => plain("answered-weight"),
            Name::ApplicableWeight(_) => plain("applicable-weight"),
            Name::Outcome => plain("outcome"),
            Name::KpiWeight => plain("kpi-weight"),
            Name::KpiLevel(kpi) | Name::KpiValue(kpi) if !is_short => {
                self.text(&self.workspace.kpis[kpi].title)
            }
            Name::KpiLevel(_) => plain("kpi-level"),
            Name::KpiValue(_) => plain("value"),
            Name::Edge(number) => level("edge", number),
            Name::LevelNumber(number) => level("achievement", number),
            Name::TargetLevel(None) => plain("target"),
            Name::TargetLevel(Some(dimension)) => {
                let title = self.text(&rubric.dimension(dimension).title);
                self.named("target-of", &[("dimension", Word::from(title))])
            }
            Name::Reading(_) | Name::Numerator(_) | Name::Denominator(_) => {
                self.reading_name(name, is_short)
            }
            Name::CriterionWeight(_) => plain("criterion-weight"),
            Name::Disagreement(_) => plain("disagreement"),
            Name::QuestionWeight(index) => {
                let key = Word::from(rubric.questions[index.0].key.as_str());
                self.named("question-weight", &[("question", key)])
            }
            Name::One => "1".to_owned(),
            Name::Zero => "0".to_owned(),
            Name::Hundred => "100".to_owned(),
            _ => plain("value"),
        }
    }

    /// What the line of a term of an assessment's formulas says.
    pub(super) fn assessment_detail(&self, index: usize, name: Name) -> Detail<'_> {
        let score = &self.scores.assessments[index];
        let rubric = &self.workspace.rubrics[score.rubric];
        let root = self.assessment_root(index);
        let scoped = |scope: ScopeRef, figure: &str| match scope {
            Some(dimension) => {
                format!(
                    "{root}/dimensions/{}/{figure}",
                    rubric.dimension(dimension).id
                )
            }
            None => format!("{root}/{figure}"),
        };
        let computed = |shown, figure: String| Detail {
            shown,
            figure: Some(figure),
            ..Detail::plain()
        };
        match name {
            Name::Question(question) => self.question_detail(index, question),
            Name::Respondent(question, file) => {
                let scale = &rubric.scales[rubric.questions[question.0].scale];
                let answer = self.workspace.assessments[file].answer(question);
                Detail {
                    shown: Shown::Share,
                    said: answer.and_then(|answer| self.answer_words(scale, answer)),
                    ..Detail::plain()
                }
            }
            Name::Criterion(criterion, _) => Detail {
                place: Some(weighed_at(&rubric.criteria[criterion.0])),
                ..computed(
                    Shown::Share,
                    format!("{root}/criteria/{}/value", rubric.criteria[criterion.0].id),
                )
            },
            Name::Gap(criterion) => {
                let criterion = &rubric.criteria[criterion.0];
                Detail {
                    place: Some(weighed_at(criterion)),
                    ..computed(
                        Shown::Share,
                        format!("{root}/plan/blocking/{}/gap", criterion.id),
                    )
                }
            }
            Name::CriterionCoverage(criterion) => {
                let criterion = &rubric.criteria[criterion.0];
                Detail {
                    place: Some(weighed_at(criterion)),
                    ..computed(
                        Shown::Share,
                        format!("{root}/criteria/{}/coverage", criterion.id),
                    )
                }
            }
            Name::Achievement(scope, number, _) | Name::Borrowed(scope, _, number, _) => {
                computed(Shown::Share, scoped(scope, &format!("levels/{number}")))
            }
            Name::MeanOfAnswers(..) => Detail {
                shown: Shown::Share,
                ..Detail::plain()
            },
            Name::Practice(scope, _) => Detail {
                place: scope.map(|scope| weight_of(rubric.dimension(scope))),
                ..computed(Shown::Score, scoped(scope, "practice_score"))
            },
            Name::Maximum(scope) => Detail {
                place: scope.map(|scope| weight_of(rubric.dimension(scope))),
                ..computed(Shown::Score, scoped(scope, "practice_maximum"))
            },
            Name::Index => computed(Shown::Score, scoped(None, "index")),
            Name::PracticeAfter | Name::IndexAfter => Detail {
                shown: Shown::Score,
                ..Detail::plain()
            },
            Name::LevelNumber(number) | Name::LevelSize(number) => Detail {
                place: rubric.level(number).map(|level| level.place),
                ..Detail::plain()
            },
            Name::TargetLevel(scope) => Detail {
                said: self.asked_for(score.rubric, scope),
                ..Detail::plain()
            },
            Name::Outcome => computed(Shown::Score, format!("{root}/outcome_score")),
            Name::KpiLevel(kpi) | Name::KpiValue(kpi) => {
                let definition = &self.workspace.kpis[kpi];
                let (figure, shown) = match name {
                    Name::KpiLevel(_) => ("level", Shown::Level),
                    _ => ("value", Shown::Quantity(&definition.unit)),
                };
                computed(shown, format!("{root}/kpis/{}/{figure}", definition.id))
            }
            Name::Reading(reading) => self.reading_detail(reading),
            Name::Disagreement(question) => {
                let key = &rubric.questions[question.0].key;
                computed(Shown::Plain, format!("{root}/questions/{key}/weight"))
            }
            Name::KpiWeight => Detail {
                shown: Shown::Share,
                ..Detail::plain()
            },
            _ => Detail::plain(),
        }
    }

    /// Says of a level aimed at that the command line asks for it, where it does.
    fn asked_for(&self, rubric: usize, scope: ScopeRef) -> Option<String> {
        let mut targets = self.workspace.settings.targets.iter();
        let target = targets.find(|target| target.rubric == rubric)?;
        let goals = profile(target);
        let goal = goals.iter().find(|goal| goal.scope == scope)?;
        goal.place.is_none().then(|| self.say("explain-asked-for"))
    }

    /// Whether a term has the value that the assessment gives it, which its address explains. A figure without
    /// a value counts with one that is assumed.
    pub(super) fn stands_in_assessment(&self, index: usize, term: &Term) -> bool {
        let score = &self.scores.assessments[index];
        let achievement = |scope: ScopeRef, level: u32| {
            let mut cells = score.scope(scope).cells.iter();
            let cell = cells.find(|cell| cell.number == level);
            cell.and_then(|cell| cell.achievement.value())
        };
        let own = match term.name {
            Name::Question(question) => score.questions[question.0].value(),
            Name::Criterion(criterion, _) => score.criteria[criterion.0].value.value(),
            Name::Achievement(scope, level, _) | Name::Borrowed(scope, _, level, _) => {
                achievement(scope, level)
            }
            Name::Practice(scope, _) => score.scope(scope).practice.value(),
            Name::Maximum(scope) => score.scope(scope).maximum.value(),
            Name::Index => score.index.value(),
            _ => return true,
        };
        own.is_none() || own == term.value.as_ref()
    }
}

/// One assessment being explained.
#[derive(Clone, Copy)]
pub(super) struct Page<'p> {
    pub(super) explainer: &'p Explainer<'p>,
    pub(super) named: &'p Named,
    pub(super) index: usize,
    pub(super) score: &'p AssessmentScore,
    pub(super) rubric: &'p Rubric,
    /// The answers that the score supposes.
    pub(super) supposed: &'p [Change],
}

impl Page<'_> {
    pub(super) fn context(&self) -> Context {
        Context::Assessment(self.index)
    }

    pub(super) fn say(&self, key: &str, words: &[(&str, Word)]) -> String {
        self.explainer.locale.say(key, words)
    }

    pub(super) fn percent(&self, share: &Exact) -> String {
        self.explainer.shown(share, Shown::Share)
    }

    pub(super) fn blank(&self, of: String) -> Explanation {
        let date = self.explainer.locale.date(self.score.sheet.date);
        let rubric = self.explainer.text(&self.rubric.title);
        let subject = if of.is_empty() {
            format!("{rubric}, {date}")
        } else {
            format!("{of} · {rubric}, {date}")
        };
        self.explainer.blank(self.named, subject)
    }

    pub(super) fn scope_title(&self, scope: ScopeRef) -> String {
        scope.map_or_else(String::new, |dimension| {
            self.explainer.text(&self.rubric.dimension(dimension).title)
        })
    }

    /// A figure of a scope that its formula explains.
    fn traced(&self, scope: ScopeRef, traced: &Traced, shown: Shown<'_>) -> Explanation {
        let mut explanation = self.blank(self.scope_title(scope));
        self.explainer.fill_value(&mut explanation, traced, shown);
        self.explainer
            .add_formula(&mut explanation, self.context(), None, traced, shown);
        self.telling(&mut explanation)
            .made_of(None, traced.formula());
        if traced.value().is_none() {
            explanation
                .notes
                .push(self.say("explain-nothing-counts", &[]));
        }
        explanation
    }

    /// Tells an explanation what its figure is made of, beside the answers that are supposed.
    pub(super) fn telling<'t>(&'t self, into: &'t mut Explanation) -> Telling<'t> {
        let supposed = self
            .supposed
            .iter()
            .map(|change| Name::Question(change.question));
        Telling::new(self.explainer, self.context(), into).without(supposed)
    }

    pub(super) fn practice_score(&self, scope: ScopeRef) -> Explanation {
        let own = self.score.scope(scope);
        let mut explanation = self.traced(scope, &own.practice, Shown::Score);
        let aggregate = match scope {
            Some(dimension) => self.rubric.dimension(dimension).aggregate,
            None => self.rubric.rules.aggregate,
        };
        if let Some(aggregate) = aggregate {
            let place = match scope {
                Some(dimension) => {
                    let own = self.rubric.dimension(dimension);
                    own.place.unless_elsewhere(own.aggregate_place)
                }
                None => self.rubric.rules.places.aggregate,
            };
            let key = format!("explain-aggregate-{}", aggregate.as_str());
            explanation.rules.push(RulePart {
                text: self.say(&key, &[]),
                place: Some(self.explainer.cite(place)),
            });
        } else {
            let key = if self.rubric.scores_along_levels() {
                "explain-rule-practice"
            } else {
                "explain-rule-answers"
            };
            explanation.rules.push(RulePart {
                text: self.say(key, &[]),
                place: None,
            });
        }
        for cell in own
            .cells
            .iter()
            .filter(|cell| cell.state == CellState::Above)
        {
            let level = self.explainer.level_words(self.rubric, cell.number);
            let words = [("level", Word::from(level))];
            explanation
                .notes
                .push(self.say("explain-level-above", &words));
        }
        explanation
    }

    fn practice_maximum(&self, scope: ScopeRef) -> Explanation {
        let own = self.score.scope(scope);
        let mut explanation = self.traced(scope, &own.maximum, Shown::Score);
        if let Formula::Term(top) = own.maximum.formula()
            && explanation.inputs.is_empty()
        {
            let (context, figure) = (self.context(), &explanation.figure);
            let input = self.explainer.input(context, figure, None, top);
            explanation.inputs.push(input);
        }
        explanation.rules.push(RulePart {
            text: self.say("explain-maximum", &[]),
            place: None,
        });
        explanation
    }

    fn outcome_score(&self) -> Explanation {
        let mut explanation = self.blank(String::new());
        self.explainer.fill(
            &mut explanation,
            self.context(),
            &self.score.outcome,
            Shown::Score,
        );
        if self.score.outcome.value().is_none() {
            explanation.notes.push(self.say("explain-no-outcome", &[]));
        }
        explanation
    }

    pub(super) fn index(&self) -> Explanation {
        let mut explanation = self.traced(None, &self.score.index, Shown::Score);
        if self.score.outcome.value().is_none() {
            explanation.notes.push(self.say("explain-index-alone", &[]));
        }
        explanation
    }

    fn interval(&self) -> Explanation {
        let mut explanation = self.blank(String::new());
        let (low, high) = &self.score.interval;
        let ends = [(low, "explain-worst"), (high, "explain-best")];
        if let Some((low, high)) = self.score.interval() {
            let shown = |value: &Exact| self.explainer.shown(value, Shown::Score);
            explanation.shown = format!("{} – {}", shown(low), shown(high));
            explanation.value = super::raw(&format!(
                "[{},{}]",
                low.rounded_short(crate::report::figure::PLACES),
                high.rounded_short(crate::report::figure::PLACES)
            ));
        }
        let missing = self.missing();
        let inputs = missing.iter().map(|index| self.question_input(*index));
        explanation.inputs = inputs.collect();
        let told = missing
            .iter()
            .map(|index| Name::Question(QuestionIndex(*index)));
        let mut telling = self.telling(&mut explanation).without(told);
        for (end, key) in ends {
            let name = Name::Practice(None, crate::score::trace::Fill::ByRule);
            telling.formula(Some(self.say(key, &[])), name, end.formula());
        }
        let key = if missing.is_empty() {
            "explain-nothing-missing"
        } else {
            "explain-missing-range"
        };
        explanation.notes.push(self.say(key, &[]));
        explanation
    }

    /// The questions without an answer that the score waits for.
    fn missing(&self) -> Vec<usize> {
        let waits_for = |index: &usize| {
            let criterion = &self.rubric.criteria[self.rubric.questions[*index].criterion.0];
            self.score.questions[*index].state.is_missing() && criterion.is_scored()
        };
        (0..self.rubric.questions.len()).filter(waits_for).collect()
    }

    fn percent_to_target(&self) -> Explanation {
        let mut explanation = self.blank(String::new());
        let targets = &self.explainer.workspace.settings.targets;
        let target = targets
            .iter()
            .find(|target| target.rubric == self.score.rubric);
        let Some(target) = target else {
            explanation.notes.push(self.say("explain-no-target", &[]));
            return explanation;
        };
        let traced = percent_to_target(self.score, &profile(target));
        self.explainer
            .fill(&mut explanation, self.context(), &traced, Shown::Share);
        explanation.notes.push(self.say("explain-no-credit", &[]));
        explanation
    }

    // Levels

    fn has_level(&self, scope: ScopeRef) -> bool {
        self.rubric.gives_level(match scope {
            Some(_) => Scope::Dimensions,
            None => Scope::Rubric,
        })
    }

    pub(super) fn level(&self, scope: ScopeRef) -> Explanation {
        let mut explanation = self.blank(self.scope_title(scope));
        let own = self.score.scope(scope);
        if let Some(level) = own.level {
            explanation.value = number(&Exact::from(level));
            explanation.shown = self.explainer.level_words(self.rubric, level);
        }
        if !self.has_level(scope) {
            explanation
                .notes
                .push(self.say("explain-no-level-rule", &[]));
            return explanation;
        }
        explanation.rules = self.level_rules();
        let (reached, tests) = match &own.banding {
            Some(banding) => self.bands(&mut explanation, banding),
            None => self.gates(&own.gates),
        };
        let decides = |position: usize| match reached {
            Some(reached) => position == reached || position == reached + 1,
            None => position == 0,
        };
        let tests = tests.into_iter().enumerate();
        explanation.tests = tests
            .map(|(position, test)| TestPart {
                decides: decides(position),
                ..test
            })
            .collect();
        if own.banding.is_some() && own.practice.value().is_none() {
            let note = self.say("explain-nothing-counts", &[]);
            explanation.notes.push(note);
            return explanation;
        }
        for cell in own
            .cells
            .iter()
            .filter(|cell| cell.state == CellState::Empty)
        {
            let level = self.explainer.level_words(self.rubric, cell.number);
            let words = [("level", Word::from(level))];
            explanation
                .notes
                .push(self.say("explain-level-empty", &words));
        }
        if reached.is_none()
            && let Some(floor) = self.rubric.floor
        {
            let level = self.explainer.level_words(self.rubric, floor);
            let words = [("level", Word::from(level))];
            explanation.rules.push(RulePart {
                text: self.say("explain-floor", &words),
                place: Some(self.explainer.cite(self.rubric.rules.places.floor)),
            });
        }
        self.add_blocking(&mut explanation, scope);
        explanation
    }

    /// What was asked at each level, and the last that is reached.
    fn gates(&self, gates: &[Gate]) -> (Option<usize>, Vec<TestPart>) {
        let reached = gates.iter().rposition(|gate| gate.is_reached);
        (reached, gates.iter().map(|gate| self.gate(gate)).collect())
    }

    /// The edges that the score is held against, and the last that it has reached.
    fn bands(
        &self,
        explanation: &mut Explanation,
        banding: &Banding,
    ) -> (Option<usize>, Vec<TestPart>) {
        let score = &banding.score;
        self.explainer
            .add_formula(explanation, self.context(), None, score, Shown::Score);
        self.telling(explanation).made_of(None, score.formula());
        let shown = |value: Option<&Exact>| match value {
            Some(value) => self.explainer.locale.number_short(value, PLACES),
            None => NO_VALUE.to_owned(),
        };
        let test = |test: &BandTest| {
            let level = self.explainer.level_words(self.rubric, test.number);
            let words = [
                ("level", Word::from(level)),
                ("edge", Word::from(shown(test.edge.value.as_ref()))),
                ("score", Word::from(shown(score.value()))),
            ];
            TestPart {
                text: self.say("explain-edge", &words),
                holds: test.is_reached,
                decides: false,
                place: match test.edge.source {
                    Source::Written(place) => Some(self.explainer.cite(place)),
                    Source::Computed | Source::Fixed => None,
                },
            }
        };
        let reached = banding.tests.iter().rposition(|test| test.is_reached);
        (reached, banding.tests.iter().map(test).collect())
    }

    pub(super) fn gate(&self, gate: &Gate) -> TestPart {
        let level = self.explainer.level_words(self.rubric, gate.number);
        let words = [
            ("level", Word::from(level)),
            ("met", Word::from(gate.own.met)),
            ("criteria", Word::from(gate.own.criteria)),
            ("blocked", Word::from(gate.own.blocked)),
            (
                "what",
                Word::from(if self.rubric.skill.is_some() {
                    "statements"
                } else {
                    "criteria"
                }),
            ),
        ];
        let mut text = self.say("explain-gate", &words);
        let is_cumulative = self.rubric.rules.level.method == Method::Cumulative;
        if gate.own.passes && !gate.is_reached && is_cumulative {
            text.push_str(&self.say("explain-gate-below", &[]));
        } else if gate.own.passes && !gate.lower.passes && is_cumulative {
            let words = [
                ("met", Word::from(gate.lower.met)),
                ("criteria", Word::from(gate.lower.criteria)),
            ];
            text.push_str(&self.say("explain-gate-lower", &words));
        }
        TestPart {
            text,
            holds: gate.is_reached,
            decides: false,
            place: self
                .rubric
                .level(gate.number)
                .map(|level| self.explainer.cite(level.place)),
        }
    }

    /// The level rule in words.
    pub(super) fn level_rules(&self) -> Vec<RulePart> {
        let rule = &self.rubric.rules.level;
        let place = Some(self.explainer.cite(self.rubric.rules.places.level));
        let mut texts = Vec::new();
        texts.push(match rule.method {
            Method::Cumulative => self.say("explain-rule-cumulative", &[]),
            Method::Highest => self.say("explain-rule-highest", &[]),
            Method::Banded(_) => return vec![self.level_rule("explain-rule-banded")],
            Method::None => return Vec::new(),
        });
        let (quantifier, share) = match &rule.quantifier {
            Quantifier::All => ("all", String::new()),
            Quantifier::Any => ("any", String::new()),
            Quantifier::Share(share) => ("share", self.percent(share)),
        };
        let words = [
            ("quantifier", Word::from(quantifier)),
            ("share", Word::from(share)),
            ("threshold", Word::from(self.threshold(&rule.met_at))),
        ];
        texts.push(self.say("explain-rule-passes", &words));
        if rule.method == Method::Cumulative && rule.lower_met_at != rule.met_at {
            let words = [("threshold", Word::from(self.threshold(&rule.lower_met_at)))];
            texts.push(self.say("explain-rule-lower", &words));
        }
        if rule.unanswered == Unanswered::Blocks {
            texts.push(self.say("explain-rule-blocks", &[]));
        }
        texts
            .into_iter()
            .map(|text| RulePart {
                text,
                place: place.clone(),
            })
            .collect()
    }

    fn threshold(&self, threshold: &Threshold) -> String {
        match threshold {
            Threshold::Rating(rating) => {
                let words = [
                    (
                        "rating",
                        Word::from(self.say(&format!("report-rating-{}", rating.as_str()), &[])),
                    ),
                    ("edge", Word::from(self.percent(&rating.lower_edge()))),
                ];
                self.say("explain-threshold-rating", &words)
            }
            Threshold::Value(value) => {
                let words = [("value", Word::from(self.percent(value)))];
                self.say("explain-threshold-value", &words)
            }
        }
    }

    /// What keeps the next level from being held.
    fn add_blocking(&self, explanation: &mut Explanation, scope: ScopeRef) {
        let Some(next) = &self.score.scope(scope).next else {
            explanation.notes.push(self.at_the_top());
            return;
        };
        for index in &next.blocking {
            explanation.blocking.push(self.criterion_input(*index));
        }
    }

    fn at_the_top(&self) -> String {
        let key = match self.rubric.bands() {
            Some(_) => "explain-top-band",
            None => "explain-at-the-top",
        };
        self.say(key, &[])
    }

    fn criterion_input(&self, index: CriterionIndex) -> InputPart {
        let criterion = &self.rubric.criteria[index.0];
        let own = &self.score.criteria[index.0];
        let verdict = match own.known_rating() {
            Some(rating) => self.say(&format!("report-rating-{}", rating.as_str()), &[]),
            None => self.say(&format!("report-state-{}", own.state.as_str()), &[]),
        };
        let mut shown = match own.known_value() {
            Some(value) => format!("{verdict} ({})", self.percent(value)),
            None => verdict,
        };
        if own.is_blocked && own.state == State::Partial {
            shown = format!("{shown}, {}", self.say("score-answers-missing", &[]));
        }
        InputPart {
            name: self.explainer.text(&criterion.title),
            value: own.known_value().map(Number::from),
            shown,
            weight: Some(Number::from(&criterion.weight)),
            place: Some(self.explainer.cite(weighed_at(criterion))),
            figure: Some(format!(
                "{}/criteria/{}/value",
                self.explainer.assessment_root(self.index),
                criterion.id
            )),
        }
    }

    fn next_level_progress(&self, scope: ScopeRef) -> Explanation {
        let own = self.score.scope(scope);
        let Some(next) = &own.next else {
            let mut explanation = self.blank(self.scope_title(scope));
            explanation.notes.push(if !self.has_level(scope) {
                self.say("explain-no-level-rule", &[])
            } else if own.banding.is_some() && own.practice.value().is_none() {
                self.say("explain-nothing-counts", &[])
            } else {
                self.at_the_top()
            });
            return explanation;
        };
        let mut explanation = self.traced(scope, &next.progress, Shown::Share);
        let level = self.explainer.level_words(self.rubric, next.number);
        let words = [("level", Word::from(level))];
        explanation.notes.push(self.say("explain-next-is", &words));
        self.add_blocking(&mut explanation, scope);
        explanation
    }

    fn achievement(&self, scope: ScopeRef, level: u32) -> Explanation {
        let own = self.score.scope(scope);
        let cell = own.cells.iter().find(|cell| cell.number == level);
        let title = self.explainer.level_words(self.rubric, level);
        let of = match scope {
            Some(_) => format!("{} · {title}", self.scope_title(scope)),
            None => title,
        };
        let mut explanation = self.blank(of);
        let Some(cell) = cell else {
            return explanation;
        };
        self.explainer.fill(
            &mut explanation,
            self.context(),
            &cell.achievement,
            Shown::Share,
        );
        let key = match cell.state {
            CellState::Floor => "explain-cell-floor",
            CellState::Empty => "explain-cell-empty",
            CellState::Above => "explain-cell-above",
            CellState::Defined => return explanation,
        };
        explanation.notes.push(self.say(key, &[]));
        explanation
    }

    // Criteria

    pub(super) fn criterion(&self, index: usize) -> (Explanation, &CriterionScore) {
        let title = self.explainer.text(&self.rubric.criteria[index].title);
        (self.blank(title), &self.score.criteria[index])
    }

    fn value(&self, index: usize) -> Explanation {
        let (mut explanation, own) = self.criterion(index);
        let criterion = &self.rubric.criteria[index];
        self.explainer
            .fill(&mut explanation, self.context(), &own.value, Shown::Share);
        // Every question is listed, those that are left out of the mean as well.
        let weighed = std::mem::take(&mut explanation.inputs);
        for (question, definition) in self.rubric.questions_of(criterion) {
            let counted = weighed.iter().find(|input| input.name == definition.key);
            explanation.inputs.push(match counted {
                Some(input) => InputPart {
                    weight: input.weight.clone(),
                    ..self.question_input(question.0)
                },
                None => self.question_input(question.0),
            });
            let kpi = self.score.questions[question.0].kpi;
            let level = kpi.and_then(|kpi| self.kpi_level_input(kpi));
            explanation.inputs.extend(level);
        }
        if own.known_value().is_none() {
            explanation.value = super::raw("null");
            explanation.shown = NO_VALUE.to_owned();
        }
        let rule = &self.rubric.rules.level;
        let has = |state: State| {
            self.rubric
                .questions_of(criterion)
                .any(|(index, _)| self.score.questions[index.0].state == state)
        };
        if has(State::Unanswered) || has(State::Unknown) {
            let key = match rule.unanswered {
                Unanswered::Blocks => "explain-unanswered-blocks",
                Unanswered::Zero => "explain-unanswered-zero",
                Unanswered::Exclude => "explain-unanswered-exclude",
            };
            explanation.rules.push(self.level_rule(key));
        }
        if has(State::NotApplicable) {
            let key = match rule.not_applicable {
                NotApplicable::Exclude => "explain-not-applicable-exclude",
                NotApplicable::Zero => "explain-not-applicable-zero",
                NotApplicable::Full => "explain-not-applicable-full",
            };
            explanation.rules.push(self.level_rule(key));
        }
        if criterion.polarity == crate::model::Polarity::Absence {
            explanation.notes.push(self.say("explain-absence", &[]));
        }
        if let Some(met) = level::is_met_at_its_level(rule, criterion, own) {
            let words = [("threshold", Word::from(self.threshold(&rule.met_at)))];
            explanation.tests.push(TestPart {
                text: self.say("explain-met", &words),
                holds: met,
                decides: true,
                place: Some(self.explainer.cite(self.rubric.rules.places.level)),
            });
        }
        explanation
    }

    fn level_rule(&self, key: &str) -> RulePart {
        RulePart {
            text: self.say(key, &[]),
            place: Some(self.explainer.cite(self.rubric.rules.places.level)),
        }
    }

    /// The level that a KPI's reading stands for, where it has an explanation.
    fn kpi_level_input(&self, kpi: usize) -> Option<InputPart> {
        let mut levels = self.score.kpis.iter();
        let own = levels.find(|own| own.kpi == kpi)?;
        let term = own.level.named(Name::KpiLevel(kpi));
        Some(self.explainer.input(self.context(), "", None, &term))
    }

    fn rating(&self, index: usize) -> Explanation {
        let (mut explanation, own) = self.criterion(index);
        let Some(value) = own.known_value() else {
            explanation.notes.push(self.say("explain-no-rating", &[]));
            return explanation;
        };
        let rating = Rating::of(value);
        explanation.value = word(rating.as_str());
        explanation.shown = self.say(&format!("report-rating-{}", rating.as_str()), &[]);
        for band in [
            Rating::Fully,
            Rating::Largely,
            Rating::Partially,
            Rating::Not,
        ] {
            let holds = band == Rating::Not || *value > band.lower_edge();
            let words = [
                ("value", Word::from(self.percent(value))),
                ("edge", Word::from(self.percent(&band.lower_edge()))),
                (
                    "rating",
                    Word::from(self.say(&format!("report-rating-{}", band.as_str()), &[])),
                ),
                ("band", Word::from(band.as_str())),
            ];
            explanation.tests.push(TestPart {
                text: self.say("explain-band", &words),
                holds,
                decides: band == rating,
                place: None,
            });
            if holds {
                break;
            }
        }
        explanation.inputs.push(InputPart {
            name: self.say("explain-figure-value", &[]),
            ..self.criterion_input(CriterionIndex(index))
        });
        explanation.notes.push(self.say("explain-bands", &[]));
        explanation
    }

    fn state(&self, index: usize) -> Explanation {
        let (mut explanation, own) = self.criterion(index);
        explanation.value = word(own.state.as_str());
        explanation.shown = self.say(&format!("report-state-{}", own.state.as_str()), &[]);
        for (question, _) in self.rubric.questions_of(&self.rubric.criteria[index]) {
            explanation.inputs.push(self.question_input(question.0));
        }
        explanation
    }

    /// Answered ÷ applicable weight of its questions.
    fn criterion_coverage(&self, index: usize) -> Explanation {
        let (mut explanation, own) = self.criterion(index);
        let (context, share) = (self.context(), Shown::Share);
        self.explainer
            .fill(&mut explanation, context, &own.coverage, share);
        // The weights are those of these questions, by what is known of each.
        explanation.inputs = self
            .rubric
            .questions_of(&self.rubric.criteria[index])
            .map(|(question, definition)| {
                let state = self.score.questions[question.0].state;
                InputPart {
                    shown: self.say(&format!("report-state-{}", state.as_str()), &[]),
                    weight: Some(Number::from(&definition.weight)),
                    ..self.question_input(question.0)
                }
            })
            .collect();
        explanation
    }

    fn criterion_level(&self, index: usize) -> Explanation {
        let (mut explanation, _) = self.criterion(index);
        let criterion = &self.rubric.criteria[index];
        if let Some(level) = criterion.level {
            explanation.value = number(&Exact::from(level));
            explanation.shown = self.explainer.level_words(self.rubric, level);
        }
        explanation.rules.push(RulePart {
            text: self.say("explain-declared-level", &[]),
            place: Some({
                let place = criterion.place.unless_elsewhere(criterion.level_place);
                self.explainer.cite(place)
            }),
        });
        explanation
    }

    pub(super) fn rule(&self, key: &str) -> RulePart {
        RulePart {
            text: self.say(key, &[]),
            place: None,
        }
    }

    // KPIs

    fn kpi(&self, position: usize) -> (Explanation, usize) {
        let kpi = self.score.kpis[position].kpi;
        let title = self
            .explainer
            .text(&self.explainer.workspace.kpis[kpi].title);
        (self.blank(title), kpi)
    }

    fn kpi_value(&self, position: usize) -> Explanation {
        let (mut explanation, kpi) = self.kpi(position);
        let point = &self.explainer.scores.series[kpi].points[self.score.kpis[position].point];
        let definition = &self.explainer.workspace.kpis[kpi];
        self.explainer.fill(
            &mut explanation,
            self.context(),
            &point.trace,
            Shown::Quantity(&definition.unit),
        );
        let words = [(
            "period",
            Word::from(self.explainer.locale.period(point.period)),
        )];
        explanation.notes.push(self.say("explain-latest", &words));
        let working_day = self.explainer.working_day(&definition.unit);
        explanation.rules.extend(working_day);
        explanation
    }

    fn kpi_level(&self, position: usize) -> Explanation {
        let (mut explanation, kpi) = self.kpi(position);
        let definition = &self.explainer.workspace.kpis[kpi];
        let level = &self.score.kpis[position].level;
        self.explainer
            .fill(&mut explanation, self.context(), level, Shown::Level);
        if level.value().is_none() {
            explanation.notes.push(self.say("explain-informs", &[]));
            return explanation;
        }
        let point = &self.explainer.scores.series[kpi].points[self.score.kpis[position].point];
        // The value and every edge: outside the first and the last there is no formula to show them.
        explanation.inputs = vec![InputPart {
            name: self.explainer.text(&definition.title),
            value: Some(Number::from(&point.value)),
            shown: self
                .explainer
                .locale
                .quantity(&point.value, &definition.unit),
            weight: None,
            place: None,
            figure: Some(format!(
                "{}/kpis/{}/value",
                self.explainer.assessment_root(self.index),
                definition.id
            )),
        }];
        for band in &definition.bands {
            let quantity = |edge| self.explainer.locale.quantity(edge, &definition.unit);
            let (value, shown) = match &band.edge {
                crate::model::Edge::At(edge) => (Some(Number::from(edge)), quantity(edge)),
                crate::model::Edge::Between(low, high) => {
                    (None, format!("{} – {}", quantity(low), quantity(high)))
                }
            };
            explanation.inputs.push(InputPart {
                name: self
                    .explainer
                    .assessment_name(self.index, Name::Edge(band.level), false),
                value,
                shown,
                weight: None,
                place: Some(self.explainer.cite(band.place)),
                figure: None,
            });
        }
        if explanation.formulas.is_empty() {
            explanation
                .notes
                .push(self.say("explain-outside-edges", &[]));
        }
        explanation
    }

    fn kpi_stale(&self, position: usize) -> Explanation {
        let (mut explanation, kpi) = self.kpi(position);
        let own = &self.score.kpis[position];
        let definition = &self.explainer.workspace.kpis[kpi];
        let point = &self.explainer.scores.series[kpi].points[own.point];
        explanation.value = super::raw(if own.is_stale { "true" } else { "false" });
        let key = if own.is_stale {
            "explain-stale"
        } else {
            "explain-fresh"
        };
        explanation.shown = self.say(key, &[]);
        explanation.tests.push(self.explainer.silence(
            point.days.last,
            self.score.day,
            definition.frequency,
            own.is_stale,
        ));
        self.explainer
            .add_inputs(&mut explanation, self.context(), point.trace.formula());
        explanation
    }
}

/// Where a dimension gets its weight: the overlay that gives it another, else where it is defined.
fn weight_of(dimension: &Dimension) -> Place {
    dimension.place.unless_elsewhere(dimension.weight_place)
}

/// Where a criterion gets its weight: the overlay that gives it another, else where it is defined.
fn weighed_at(criterion: &Criterion) -> Place {
    criterion.place.unless_elsewhere(criterion.weight_place)
}
