//! A question on the terminal: where one is, what is asked, what may be answered.

use anstyle::Style;

use super::answers::{Before, View};
use super::said;
use crate::cli::context::Context;
use crate::cli::table::{self, Align, Cell};
use crate::locale::{Locale, NO_VALUE, Word};
use crate::model::{Answer, Exact, Given, Polarity, QuestionIndex, Scale, ScaleKind, Text};

/// Columns of the bar.
const BAR: usize = 20;
/// Columns before an answer.
const INDENT: usize = 2;
/// The scale whose choices are the ratings of ISO/IEC 33020.
const RATINGS: &str = "achievement";

/// A view, as somebody at a terminal sees it.
pub(super) struct Page<'p> {
    pub(super) view: &'p View,
    pub(super) locale: &'p Locale,
    pub(super) width: usize,
}

impl<'p> Page<'p> {
    pub(super) fn of(view: &'p View, locale: &'p Locale, context: &Context<'_>) -> Page<'p> {
        Page {
            view,
            locale,
            width: context.width,
        }
    }

    fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.in_language(self.locale.language()).trim()
    }

    fn paragraph(&self, text: &str, style: Style, indent: usize) -> String {
        match text.is_empty() {
            true => String::new(),
            false => table::paragraph(text, style, indent, self.width),
        }
    }

    pub(super) fn scale(&self, index: QuestionIndex) -> &Scale {
        &self.view.rubric().scales[self.view.question(index).scale]
    }

    /// The question, its answers, what is answered already, and what was the time before.
    pub(super) fn question(&self, index: QuestionIndex) -> String {
        let question = self.view.question(index);
        let (_, count) = self.view.progress();
        let mut text = format!("\n{}", self.progress((self.view.number(index), count)));
        text.push_str(&self.paragraph(&self.path(index), table::dim(), 0));
        text.push_str(&self.paragraph(self.text(&question.text), table::bold(), 0));
        text.push_str(&self.choices(index));
        if let Some(answer) = self.view.answer(index) {
            text.push_str(&self.paragraph(&self.standing(index, answer), Style::new(), 0));
        }
        if let Some(before) = self.view.before(index) {
            text.push_str(&self.paragraph(&self.last_time(index, before), Style::new(), 0));
        }
        text
    }

    /// `7/41 ━━━━╸──── · coverage 17% · level 2 Initial · index 2.31`
    fn progress(&self, (number, count): (usize, usize)) -> String {
        let bar = table::bar(&self.view.share(), None, BAR);
        let mut parts = vec![format!("{number}/{count} {bar}")];
        parts.extend(self.figures());
        self.paragraph(&parts.join(" · "), Style::new(), 0)
    }

    /// Coverage, level and index by what is written now.
    pub(super) fn figures(&self) -> Vec<String> {
        let Some(score) = &self.view.score else {
            return Vec::new();
        };
        let rubric = self.view.rubric();
        let said = |key: &str, value: String| self.locale.say(key, &[("value", Word::from(value))]);
        let mut parts = Vec::new();
        if let Some(coverage) = score.whole.coverage.value() {
            parts.push(said("ask-coverage", self.locale.percent(coverage, 0)));
        }
        if !rubric.levels.is_empty() {
            let level = score.whole.level;
            parts.push(match level {
                Some(_) => said("ask-level", self.level()),
                None => self.locale.say("ask-no-level", &[]),
            });
        }
        // A person holds a level of a skill; no index is made of it.
        if rubric.skill.is_none() {
            parts.push(said("ask-index", self.number(self.index())));
        }
        // A line does not end within a figure.
        let unbroken = |part: String| part.replace(' ', "\u{a0}");
        parts.into_iter().map(unbroken).collect()
    }

    /// The level held, by its number and title.
    pub(super) fn level(&self) -> String {
        let score = self.view.score.as_ref();
        let number = score.and_then(|score| score.whole.level);
        let level = number.and_then(|number| self.view.rubric().level(number));
        level.map_or_else(
            || NO_VALUE.to_owned(),
            |level| format!("{} {}", level.number, self.text(&level.title)),
        )
    }

    pub(super) fn index(&self) -> Option<&Exact> {
        if self.view.rubric().skill.is_some() {
            return None;
        }
        self.view.score.as_ref()?.index.value()
    }

    fn number(&self, number: Option<&Exact>) -> String {
        number.map_or_else(
            || NO_VALUE.to_owned(),
            |number| self.locale.number(number, 2),
        )
    }

    /// `Process › Standard processes · level 3, Repeatable · evidence required`
    fn path(&self, index: QuestionIndex) -> String {
        let rubric = self.view.rubric();
        let question = self.view.question(index);
        let criterion = &rubric.criteria[question.criterion.0];
        let mut above = Some(criterion.dimension);
        let mut titles = vec![self.text(&criterion.title)];
        while let Some(dimension) = above {
            let dimension = rubric.dimension(dimension);
            titles.push(self.text(&dimension.title));
            above = dimension.parent;
        }
        titles.reverse();
        let mut facts = vec![titles.join(" › ")];
        if let Some(level) = criterion.level.and_then(|number| rubric.level(number)) {
            let words = [
                ("number", Word::from(level.number)),
                ("title", Word::from(self.text(&level.title))),
            ];
            facts.push(self.locale.say("questionnaire-level", &words));
        }
        if criterion.polarity == Polarity::Absence {
            facts.push(self.locale.say("questionnaire-absence", &[]));
        }
        if !criterion.is_scored() {
            facts.push(self.locale.say("ask-uncounted", &[]));
        }
        if question.evidence_required {
            facts.push(self.locale.say("questionnaire-evidence", &[]));
        }
        facts.join(" · ")
    }

    /// The choices with what each is answered by, and what it stands for; or the range of a number.
    fn choices(&self, index: QuestionIndex) -> String {
        let scale = self.scale(index);
        let is_rating = scale.place.is_none() && scale.id.as_str() == RATINGS;
        let criterion = self.view.question(index).criterion;
        let counts = self.view.rubric().criteria[criterion.0].is_scored();
        let choices = scale.choices().iter().enumerate();
        let rows: Vec<Vec<Cell>> = choices
            .map(|(position, choice)| {
                let share = self.locale.percent(&scale.share(&choice.value), 0);
                let meaning = match (is_rating, counts) {
                    (true, _) => self.locale.say(&format!("ask-rating-{}", choice.id), &[]),
                    (false, true) => self
                        .locale
                        .say("ask-counts", &[("share", Word::from(share))]),
                    (false, false) => String::new(),
                };
                let title = self.text(&choice.title);
                let label = said::label(scale, position);
                let name = match title == label {
                    true => label,
                    false => format!("{label}  {title}"),
                };
                vec![Cell::new(name), Cell::styled(meaning, table::dim())]
            })
            .collect();
        let aligns = [Align::Left, Align::Left];
        table::set_with_asides(&rows, &aligns, (INDENT, 2 * INDENT), self.width)
    }

    /// What the answers on a scale reach from and to: `1–4`, `0% to 100%`.
    pub(super) fn range(&self, index: QuestionIndex) -> String {
        let scale = self.scale(index);
        match &scale.kind {
            ScaleKind::Choices(choices) => {
                let last = said::label(scale, choices.len().saturating_sub(1));
                format!("{}–{last}", said::label(scale, 0))
            }
            ScaleKind::Numeric(unit) => {
                let end = |value: &Exact| match unit {
                    Some(unit) => self.locale.quantity(value, unit),
                    None => self.locale.number_short(value, 6),
                };
                let words = [
                    ("low", Word::from(end(&scale.low))),
                    ("high", Word::from(end(&scale.high))),
                ];
                self.locale.say("questionnaire-range", &words)
            }
        }
    }

    /// What is answered, and what was said beside it.
    fn standing(&self, index: QuestionIndex, answer: &Answer) -> String {
        let mut parts = vec![self.given(index, &answer.given)];
        parts.extend(answer.note.clone());
        let titles: Vec<&str> = answer
            .evidence
            .iter()
            .map(|own| own.title.as_str())
            .collect();
        if !titles.is_empty() {
            let words = [("titles", Word::from(titles.join(", ")))];
            parts.push(self.locale.say("ask-evidence", &words));
        }
        let words = [("answer", Word::from(parts.join(" · ")))];
        self.locale.say("ask-standing", &words)
    }

    /// What was answered before: the answer alone, for what was noted beside it was so on that day.
    fn last_time(&self, index: QuestionIndex, before: &Before) -> String {
        let words = [
            ("date", Word::from(self.locale.date(before.date))),
            (
                "answer",
                Word::from(self.given(index, &before.answer.given)),
            ),
        ];
        self.locale.say("ask-last-time", &words)
    }

    /// An answer in words.
    pub(super) fn given(&self, index: QuestionIndex, given: &Given) -> String {
        let scale = self.scale(index);
        match given {
            Given::Choice(choice) => self.text(&scale.choices()[*choice].title).to_owned(),
            Given::Number(number) => match &scale.kind {
                ScaleKind::Numeric(Some(unit)) => self.locale.quantity(number, unit),
                ScaleKind::Numeric(None) | ScaleKind::Choices(_) => {
                    self.locale.number_short(number, 6)
                }
            },
            Given::Unknown => self.locale.say("questionnaire-unknown", &[]),
            Given::NotApplicable(reason) => {
                let words = [("reason", Word::from(reason.as_str()))];
                self.locale.say("ask-not-applicable", &words)
            }
        }
    }

    /// What to look for, and how the answer is known in files.
    pub(super) fn guidance(&self, index: QuestionIndex) -> String {
        let rubric = self.view.rubric();
        let question = self.view.question(index);
        let criterion = &rubric.criteria[question.criterion.0];
        let (description, guidance) = (
            self.text(&criterion.description),
            self.text(&question.guidance),
        );
        let mut text = self.paragraph(description, Style::new(), INDENT);
        if guidance != description {
            text.push_str(&self.paragraph(guidance, Style::new(), INDENT));
        }
        if let Some(kpi) = &question.kpi {
            let words = [("kpi", Word::from(kpi.as_str()))];
            let line = self.locale.say("questionnaire-kpi", &words);
            text.push_str(&self.paragraph(&line, Style::new(), INDENT));
        }
        text.push_str(&self.paragraph(&question.key, table::dim(), INDENT));
        text
    }

    /// A question that a KPI's reading answers, passed by.
    pub(super) fn measured(&self, index: QuestionIndex, kpi: usize) -> String {
        let kpi = &self.view.opened.workspace.kpis[kpi];
        let words = [
            (
                "question",
                Word::from(self.text(&self.view.question(index).text)),
            ),
            ("kpi", Word::from(kpi.id.as_str())),
        ];
        let line = self.locale.say("ask-measured", &words);
        format!("\n{}", self.paragraph(&line, table::dim(), 0))
    }
}
