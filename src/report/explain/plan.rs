//! Explanations of the plan: what blocks the target, and what other answers would do.
//!
//! What other answers would do is explained like any other figure, from the assessment as it would be scored
//! with them.

use super::assessment::Page;
use super::context::{Context, Supposed, SupposedFigure};
use super::{Explainer, Explanation, InputPart, Shown, number};
use crate::model::{Exact, QuestionIndex};
use crate::report::figure::Number;
use crate::report::plan::mark_in_words;
use crate::score::AssessmentScore;
use crate::score::plan::{self, Ascent, Blocking, Change, SingleAnswer};
use crate::score::target::profile;
use crate::score::trace::{Name, ScopeRef, Traced};

impl Explainer<'_> {
    /// What blocks the target of an assessment's rubric.
    pub(super) fn blocking(&self, index: usize) -> impl Iterator<Item = Blocking> {
        let score = &self.scores.assessments[index];
        let mut targets = self.workspace.settings.targets.iter();
        let target = targets.find(|target| target.rubric == score.rubric);
        let gaps = target.map(|target| plan::gap_plan(self.workspace, score, &profile(target)));
        gaps.into_iter().flat_map(|gaps| gaps.blocking)
    }

    /// The questions of an assessment of which the plan tells what another answer would do.
    pub(super) fn changeable(&self, index: usize) -> Vec<QuestionIndex> {
        plan::changeable(self.workspace, &self.scores.assessments[index])
    }
}

impl Page<'_> {
    /// What the value of a criterion that blocks the target lacks to 1.
    pub(super) fn gap(&self, index: usize) -> Explanation {
        self.of_blocking(index, Shown::Share, |own| own.gap)
    }

    pub(super) fn priority(&self, index: usize) -> Explanation {
        self.of_blocking(index, Shown::Score, |own| own.priority)
    }

    fn of_blocking(
        &self,
        index: usize,
        shown: Shown<'_>,
        figure: impl Fn(Blocking) -> Traced,
    ) -> Explanation {
        let (mut explanation, _) = self.criterion(index);
        let mut blocking = self.explainer.blocking(self.index);
        if let Some(own) = blocking.find(|own| own.criterion.0 == index) {
            self.explainer
                .fill(&mut explanation, self.context(), &figure(own), shown);
        }
        explanation.notes.push(self.say("explain-gap-to-full", &[]));
        explanation
    }

    /// A figure as it would be with other answers.
    pub(super) fn supposed(&self, supposed: Supposed, figure: SupposedFigure) -> Explanation {
        match supposed {
            Supposed::Answer(question) => self.single_answer(question, figure),
            Supposed::Way(scope) => self.way(scope, figure),
        }
    }

    fn single_answer(&self, question: QuestionIndex, figure: SupposedFigure) -> Explanation {
        let key = self.rubric.questions[question.0].key.clone();
        let workspace = self.explainer.workspace;
        let Some(single) = plan::single_answer(workspace, self.score, question) else {
            return self.blank(key);
        };
        let answers = std::slice::from_ref(&single.change);
        let after = plan::supposed(workspace, self.score, answers);
        let page = Page {
            supposed: answers,
            ..*self
        };
        let explanation = match figure {
            SupposedFigure::PracticeChange => {
                page.change_of(&single, &single.practice_change, &after.whole.practice)
            }
            SupposedFigure::IndexChange => {
                page.change_of(&single, &single.index_change, &after.index)
            }
            figure => page.after(&after, None, figure),
        };
        self.with_answers(explanation, key, answers)
    }

    /// A change: the figure with the answer less the one without, and how the former comes about.
    fn change_of(&self, single: &SingleAnswer, change: &Traced, after: &Traced) -> Explanation {
        let key = self.rubric.questions[single.change.question.0].key.clone();
        let (mut explanation, context) = (self.blank(key), self.context());
        self.explainer
            .fill(&mut explanation, context, change, Shown::Score);
        if let Some(change) = change.value() {
            explanation.shown = self.explainer.locale.signed(change, 2);
        } else {
            let note = self.say("explain-nothing-counts", &[]);
            explanation.notes.push(note);
        }
        let of = Some(self.say("explain-with-answer", &[]));
        let name = Name::PracticeAfter;
        explanation
            .inputs
            .retain(|input| input.place.is_some() || input.figure.is_some());
        self.telling(&mut explanation)
            .formula(of, name, after.formula());
        explanation
    }

    fn way(&self, scope: ScopeRef, figure: SupposedFigure) -> Explanation {
        let title = match scope {
            Some(_) => self.scope_title(scope),
            None => self.say("explain-whole", &[]),
        };
        let words = [("scope", crate::locale::Word::from(title))];
        let subject = self.say("explain-way", &words);
        let workspace = self.explainer.workspace;
        let ascent = plan::shortest_way(workspace, self.score, scope);
        let Some(way) = ascent.as_ref().and_then(Ascent::way) else {
            let mut explanation = self.blank(subject);
            explanation.notes.push(self.say("explain-no-way", &[]));
            return explanation;
        };
        if figure == SupposedFigure::NextLevel {
            // The first above the one held, by what is answered now.
            return Explanation {
                subject: self.blank(subject).subject,
                value: number(&Exact::from(way.next)),
                shown: self.explainer.level_words(self.rubric, way.next),
                ..self.level(scope)
            };
        }
        let after = plan::supposed(workspace, self.score, &way.answers);
        let page = Page {
            supposed: &way.answers,
            ..*self
        };
        let explanation = page.after(&after, scope, figure);
        self.with_answers(explanation, subject, &way.answers)
    }

    /// A figure of an assessment that is supposed.
    fn after(
        &self,
        score: &AssessmentScore,
        scope: ScopeRef,
        figure: SupposedFigure,
    ) -> Explanation {
        let page = Page { score, ..*self };
        let mut explanation = match figure {
            SupposedFigure::NextLevel | SupposedFigure::Level => page.level(scope),
            SupposedFigure::Practice | SupposedFigure::PracticeChange => page.practice_score(None),
            SupposedFigure::Index | SupposedFigure::IndexChange => page.index(),
        };
        explanation.blocking.clear();
        explanation
    }

    /// The explanation with the answers that it supposes before what follows from them.
    fn with_answers(
        &self,
        mut explanation: Explanation,
        subject: String,
        answers: &[Change],
    ) -> Explanation {
        explanation.subject = self.blank(subject).subject;
        let supposed = answers.iter().map(|change| self.supposed_answer(change));
        explanation.inputs.splice(..0, supposed);
        explanation.notes.push(self.say("explain-supposed", &[]));
        explanation
    }

    fn supposed_answer(&self, change: &Change) -> InputPart {
        let question = &self.rubric.questions[change.question.0];
        let scale = &self.rubric.scales[question.scale];
        let locale = self.explainer.locale;
        let from = match &change.from {
            Some(mark) => mark_in_words(scale, mark, locale),
            None => {
                let state = self.score.questions[change.question.0].state;
                self.say(&format!("report-state-{}", state.as_str()), &[])
            }
        };
        let to = mark_in_words(scale, &change.to, locale);
        let context = Context::Assessment(self.index);
        let name = Name::Question(change.question);
        let detail = self.explainer.detail(context, name);
        InputPart {
            name: question.key.clone(),
            value: Some(Number::from(&change.to.share(scale))),
            shown: format!("{from} → {to}"),
            weight: None,
            figure: detail.figure.filter(|_| detail.place.is_none()),
            place: detail.place.map(|place| self.explainer.cite(place)),
        }
    }
}
