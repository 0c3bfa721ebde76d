//! Questions: what stands for each, who said it, and how far apart they are who did.

use super::assessment::Page;
use super::{Detail, Explainer, Explanation, InputPart, RulePart, Shown};
use crate::locale::{NO_VALUE, Word};
use crate::model::{Answer, Given, QuestionIndex, Rubric, Scale, ScaleKind};
use crate::report::figure::Number;
use crate::score::trace::{Formula, Name};
use crate::score::{AssessmentScore, State, Traced, answers};

impl Explainer<'_> {
    /// What stands for a question: a KPI's reading, what several people say, or the answer of one.
    pub(super) fn question_detail(&self, index: usize, question: QuestionIndex) -> Detail<'_> {
        let score = &self.scores.assessments[index];
        let rubric = &self.workspace.rubrics[score.rubric];
        let own = &rubric.questions[question.0];
        let standing = &score.questions[question.0];
        let mut answers = score.sheet.answers(self.workspace, question);
        let place = match standing.kpi {
            Some(_) => None,
            None if self.is_combined(score, question) => None,
            None => Some(answers.next().map_or(own.place, |(_, answer)| answer.place)),
        };
        let said = match (standing.kpi, standing.state) {
            (Some(kpi), _) => {
                let title = self.text(&self.workspace.kpis[kpi].title);
                let words = [("kpi", Word::from(title))];
                Some(self.locale.say("explain-by-reading", &words))
            }
            (None, State::Answered) => self.said(score, rubric, question),
            (None, state) => Some(self.say(&format!("report-state-{}", state.as_str()))),
        };
        let root = self.assessment_root(index);
        Detail {
            shown: Shown::Share,
            said,
            place,
            figure: Some(format!("{root}/questions/{}/value", own.key)),
        }
    }

    /// Whether several people say something about a question and nothing is agreed on, so that no one line is
    /// where the answer is written.
    fn is_combined(&self, score: &AssessmentScore, question: QuestionIndex) -> bool {
        score.sheet.respondents.len() > 1 && score.sheet.agreed(self.workspace, question).is_none()
    }

    /// What was answered, in words; of several respondents each answer once.
    fn said(
        &self,
        score: &AssessmentScore,
        rubric: &Rubric,
        question: QuestionIndex,
    ) -> Option<String> {
        let scale = &rubric.scales[rubric.questions[question.0].scale];
        if let Some(agreed) = score.sheet.agreed(self.workspace, question) {
            return self.answer_words(scale, agreed);
        }
        let mut said: Vec<String> = Vec::new();
        for (_, answer) in score.sheet.answers(self.workspace, question) {
            let words = self.answer_words(scale, answer);
            said.extend(words.filter(|words| !said.contains(words)));
        }
        (!said.is_empty()).then(|| said.join(" / "))
    }

    pub(super) fn answer_words(&self, scale: &Scale, answer: &Answer) -> Option<String> {
        match &answer.given {
            Given::Choice(choice) => Some(self.text(&scale.choices()[*choice].title)),
            Given::Number(number) => match &scale.kind {
                ScaleKind::Numeric(Some(unit)) => Some(self.locale.quantity(number, unit)),
                _ => Some(self.locale.number_short(number, 2)),
            },
            Given::Unknown | Given::NotApplicable(_) => None,
        }
    }
}

impl Page<'_> {
    pub(super) fn question(&self, index: usize) -> Explanation {
        let question = &self.rubric.questions[index];
        let standing = &self.score.questions[index];
        let mut explanation = self.blank(question.key.clone());
        self.explainer.fill(
            &mut explanation,
            self.context(),
            &Traced::from(standing.term.clone()),
            Shown::Share,
        );
        let is_combined = standing.term.formula.is_some();
        let (sheet, question) = (&self.score.sheet, QuestionIndex(index));
        let agreed = sheet.agreed(self.explainer.workspace, question);
        // One file needs no word on whose answer it is.
        let agreed = agreed.filter(|_| self.score.respondents.is_some());
        match standing.kpi {
            Some(_) => explanation.notes.push(self.say("explain-kpi-answers", &[])),
            None if agreed.is_some() => explanation.rules.push(self.rule("explain-agreed")),
            None if is_combined => explanation.rules.push(self.combined()),
            None => {}
        }
        if standing.value().is_none() {
            explanation.inputs = self.unvalued(question);
        }
        explanation
    }

    /// How several answers become one, and where that is written if it is.
    fn combined(&self) -> RulePart {
        let settings = &self.explainer.workspace.settings;
        let how = settings.respondents.as_str();
        RulePart {
            place: settings
                .respondents_place
                .map(|place| self.explainer.cite(place)),
            ..self.rule(&format!("explain-combined-{how}"))
        }
    }

    /// What is known of a question without a value: what each respondent says, or what the one answer does.
    fn unvalued(&self, question: QuestionIndex) -> Vec<InputPart> {
        let own = InputPart {
            figure: None,
            ..self.question_input(question.0)
        };
        if own.place.is_some() {
            return vec![own];
        }
        let files = self.score.sheet.respondents.iter();
        let said: Vec<InputPart> = files
            .filter_map(|file| self.respondent_input(*file, question))
            .collect();
        if !said.is_empty() {
            return said;
        }
        let place = self.rubric.questions[question.0].place;
        vec![InputPart {
            place: Some(self.explainer.cite(place)),
            ..own
        }]
    }

    pub(super) fn question_input(&self, index: usize) -> InputPart {
        let question = &self.rubric.questions[index];
        let standing = &self.score.questions[index];
        let detail = self
            .explainer
            .assessment_detail(self.index, Name::Question(QuestionIndex(index)));
        let value = standing.value();
        let shown = match (detail.said, value) {
            (Some(said), Some(value)) => format!("{said} ({})", self.percent(value)),
            (None, Some(value)) => self.percent(value),
            (Some(said), None) => said,
            (None, None) => NO_VALUE.to_owned(),
        };
        InputPart {
            name: question.key.clone(),
            value: value.map(Number::from),
            shown,
            weight: None,
            figure: detail.figure.filter(|_| detail.place.is_none()),
            place: detail.place.map(|place| self.explainer.cite(place)),
        }
    }

    /// How far apart respondents are, and what makes of that something to talk about.
    pub(super) fn spread(&self, index: usize) -> Explanation {
        let question = QuestionIndex(index);
        let mut explanation = self.blank(self.rubric.questions[index].key.clone());
        let respondents = self.score.respondents.as_ref();
        let Some(own) = respondents.and_then(|all| all.on(question)) else {
            return explanation;
        };
        let (context, share) = (self.context(), Shown::Share);
        self.explainer
            .fill(&mut explanation, context, &own.spread, share);
        if matches!(own.spread.formula(), Formula::Term(_)) {
            explanation.rules.push(self.rule("explain-spread-applies"));
            let files = self.score.sheet.respondents.iter();
            explanation.inputs = files
                .filter_map(|file| self.respondent_input(*file, question))
                .collect();
        }
        explanation.rules.push(self.rule(if own.is_for_discussion {
            "explain-spread-wide"
        } else {
            "explain-spread-narrow"
        }));
        let weight = own.weight.named(Name::Disagreement(question));
        let figure = &explanation.figure;
        let weight = self.explainer.input(context, figure, None, &weight);
        explanation.inputs.push(weight);
        explanation
            .notes
            .push(self.say("explain-spread-weight", &[]));
        explanation
    }

    /// What a disagreement weighs among others.
    pub(super) fn weight(&self, index: usize) -> Explanation {
        let mut explanation = self.blank(self.rubric.questions[index].key.clone());
        let respondents = self.score.respondents.as_ref();
        if let Some(own) = respondents.and_then(|all| all.on(QuestionIndex(index))) {
            let context = self.context();
            self.explainer
                .fill(&mut explanation, context, &own.weight, Shown::Plain);
        }
        explanation
            .notes
            .push(self.say("explain-spread-weight", &[]));
        explanation
    }

    fn respondent_input(&self, file: usize, question: QuestionIndex) -> Option<InputPart> {
        let answer = self.explainer.workspace.assessments[file].answer(question)?;
        let name = Name::Respondent(question, file);
        let state = State::of(Some(answer));
        let detail = self.explainer.assessment_detail(self.index, name);
        let value = answers::value_of(self.rubric, question, answer);
        Some(InputPart {
            name: self.explainer.assessment_name(self.index, name, false),
            value: value.as_ref().map(Number::from),
            shown: detail
                .said
                .unwrap_or_else(|| self.say(&format!("report-state-{}", state.as_str()), &[])),
            weight: None,
            place: Some(self.explainer.cite(answer.place)),
            figure: None,
        })
    }
}
