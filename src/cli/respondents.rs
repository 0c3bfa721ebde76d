//! The respondents of an assessment, as `regua score` shows them: who answered how much, and what they should
//! talk about.

use std::fmt::Write;

use super::table::{self, Align, Cell};
use crate::locale::{Locale, NO_VALUE, Word};
use crate::model::{Answer, Given, QuestionIndex, Rubric, ScaleKind, Workspace};
use crate::score::{AssessmentScore, Disagreement, Respondent, Respondents};

/// The most disagreements that are shown.
const MOST: usize = 5;
/// The most questions that are named of those that somebody has not answered.
const MOST_KEYS: usize = 3;

/// The respondents of an assessment; nothing when it is a single file.
pub(super) fn section(
    workspace: &Workspace,
    score: &AssessmentScore,
    locale: &Locale,
    width: usize,
) -> String {
    let Some(respondents) = &score.respondents else {
        return String::new();
    };
    let section = Section {
        workspace,
        rubric: &workspace.rubrics[score.rubric],
        score,
        respondents,
        locale,
        width,
    };
    section.text()
}

struct Section<'s> {
    workspace: &'s Workspace,
    rubric: &'s Rubric,
    score: &'s AssessmentScore,
    respondents: &'s Respondents,
    locale: &'s Locale,
    width: usize,
}

impl Section<'_> {
    fn text(&self) -> String {
        let mut text = format!("\n{}", self.heading());
        text.push_str(&self.people());
        text.push_str(&self.unanswered());
        text.push_str(&self.discussion());
        text
    }

    fn line(&self, text: &str, indent: usize) -> String {
        table::paragraph(text, anstyle::Style::new(), indent, self.width)
    }

    fn heading(&self) -> String {
        let how = self.workspace.settings.respondents.as_str();
        let words = [
            ("count", Word::from(self.respondents.people.len())),
            ("how", Word::from(how)),
        ];
        let mut text = self.line(&self.locale.say("respondents-heading", &words), 0);
        if self.score.sheet.consensus.is_some() {
            let words = [
                ("agreed", Word::from(self.respondents.agreed)),
                ("total", Word::from(self.rubric.questions.len())),
            ];
            let agreed = self.locale.say("respondents-agreed", &words);
            text.push_str(&table::paragraph(&agreed, table::dim(), 2, self.width));
        }
        text
    }

    fn people(&self) -> String {
        let head = |key: &str| Cell::styled(self.locale.say(key, &[]), table::dim());
        let mut rows = vec![vec![
            head("respondent"),
            head("respondents-answered"),
            head("respondents-not-applicable"),
            head("respondents-unknown"),
            head("respondents-unanswered"),
        ]];
        for person in &self.respondents.people {
            let words = [
                ("answered", Word::from(person.answered)),
                ("asked", Word::from(person.asked)),
            ];
            rows.push(vec![
                Cell::new(self.name(person.file)),
                Cell::new(self.locale.say("respondents-answered-of", &words)),
                Cell::new(person.not_applicable.len().to_string()),
                Cell::new(person.unknown.len().to_string()),
                Cell::new(person.unanswered.len().to_string()),
            ]);
        }
        let aligns = [
            Align::Left,
            Align::Right,
            Align::Right,
            Align::Right,
            Align::Right,
        ];
        table::set(&rows, &aligns, 2, self.width)
    }

    /// Who is still to answer what, by the first few keys.
    fn unanswered(&self) -> String {
        let mut text = String::new();
        for person in &self.respondents.people {
            let keys = self.missing(person);
            if keys.is_empty() {
                continue;
            }
            let named = &keys[..keys.len().min(MOST_KEYS)];
            let words = [("respondent", Word::from(self.name(person.file)))];
            let line = self.locale.say("respondents-missing", &words);
            text.push_str(&self.line(&line, 2));
            let words = [
                ("keys", Word::from(named.join(", "))),
                ("more", Word::from(keys.len() - named.len())),
            ];
            let line = self.locale.say("respondents-missing-keys", &words);
            text.push_str(&table::paragraph(&line, table::dim(), 4, self.width));
        }
        text
    }

    /// The questions that a respondent has not answered, and that nothing else settles.
    fn missing(&self, person: &Respondent) -> Vec<&str> {
        let sheet = &self.score.sheet;
        let is_agreed = |question| sheet.agreed(self.workspace, question).is_some();
        let questions = person.unanswered.iter();
        questions
            .filter(|question| !is_agreed(**question))
            .map(|question| self.rubric.questions[question.0].key.as_str())
            .collect()
    }

    /// What they should talk about, and how much of that is settled.
    fn discussion(&self) -> String {
        let all = self.respondents.disagreements.iter();
        let wide = all.filter(|own| own.is_for_discussion).count();
        let open: Vec<&Disagreement> = self.respondents.open().collect();
        if wide == 0 {
            return format!(
                "\n{}",
                self.line(&self.locale.say("respondents-agree", &[]), 0)
            );
        }
        let settled = wide - open.len();
        let words = [
            ("count", Word::from(open.len())),
            ("settled", Word::from(settled)),
        ];
        let mut text = format!(
            "\n{}",
            self.line(&self.locale.say("respondents-discuss", &words), 0)
        );
        for own in open.iter().take(MOST) {
            text.push_str(&self.disagreement(own));
        }
        if open.len() > MOST {
            let words = [("count", Word::from(open.len() - MOST))];
            let more = self.locale.say("respondents-more", &words);
            text.push_str(&table::paragraph(&more, table::dim(), 2, self.width));
        }
        text
    }

    fn disagreement(&self, own: &Disagreement) -> String {
        let question = &self.rubric.questions[own.question.0];
        let asked = question.text.in_language(self.locale.language());
        let mut answers = String::new();
        for (position, file) in self.score.sheet.respondents.iter().enumerate() {
            let separator = if position == 0 { "" } else { " · " };
            let answer = self.workspace.assessments[*file].answer(own.question);
            let said = self.in_words(own.question, answer);
            write!(answers, "{separator}{}: {said}", self.name(*file))
                .expect("a string takes everything");
        }
        let title = self.line(&format!("• {asked}"), 2);
        let key = table::paragraph(&question.key, table::dim(), 4, self.width);
        format!("{title}{key}{}", self.line(&answers, 4))
    }

    fn in_words(&self, question: QuestionIndex, answer: Option<&Answer>) -> String {
        let scale = &self.rubric.scales[self.rubric.questions[question.0].scale];
        let state = |name: &str| self.locale.say(&format!("report-state-{name}"), &[]);
        match answer.map(|answer| &answer.given) {
            Some(Given::Choice(choice)) => {
                let title = &scale.choices()[*choice].title;
                title.in_language(self.locale.language()).to_owned()
            }
            Some(Given::Number(number)) => match &scale.kind {
                ScaleKind::Numeric(Some(unit)) => self.locale.quantity(number, unit),
                ScaleKind::Numeric(None) | ScaleKind::Choices(_) => {
                    self.locale.number_short(number, 2)
                }
            },
            Some(Given::Unknown) => state("unknown"),
            Some(Given::NotApplicable(_)) => state("not_applicable"),
            None => NO_VALUE.to_owned(),
        }
    }

    fn name(&self, file: usize) -> &str {
        let respondent = self.workspace.assessments[file].respondent.as_deref();
        respondent.unwrap_or_default()
    }
}
