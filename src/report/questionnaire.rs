//! A rubric as a questionnaire: what to print, or to paste into a document.

use serde::Serialize;

use crate::locale::{Locale, Word};
use crate::model::{Criterion, DimensionIndex, Polarity, Question, Rubric, ScaleKind, Text};

/// A rubric in one language, in the order in which it is asked.
#[derive(Debug, Serialize)]
pub struct Questionnaire {
    /// The rubric's id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: String,
    /// The framework that it encodes, and its section.
    pub framework: String,
    /// What is ours in it and whose rights remain.
    pub notice: String,
    /// Its levels, lowest first.
    pub levels: Vec<LevelPart>,
    /// Its dimensions, each with what it asks itself; inner ones after those they are part of.
    pub parts: Vec<Part>,
}

/// A level.
#[derive(Debug, Serialize)]
pub struct LevelPart {
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// What it is like.
    pub summary: String,
}

/// A dimension.
#[derive(Debug, Serialize)]
pub struct Part {
    /// Its title.
    pub title: String,
    /// How many dimensions stand above it.
    pub depth: usize,
    /// Its own criteria.
    pub criteria: Vec<CriterionPart>,
}

/// A criterion.
#[derive(Debug, Serialize)]
pub struct CriterionPart {
    /// Its title.
    pub title: String,
    /// The level that asks for it, in words.
    pub level: Option<String>,
    /// What it means.
    pub description: String,
    /// Whether it describes a lack.
    pub is_absence: bool,
    /// Its questions.
    pub questions: Vec<QuestionPart>,
}

/// A question.
#[derive(Debug, Serialize)]
pub struct QuestionPart {
    /// Its number in the questionnaire.
    pub number: usize,
    /// Its key in assessments.
    pub key: String,
    /// The question.
    pub text: String,
    /// What to look for.
    pub guidance: String,
    /// What may be answered.
    pub choices: Vec<String>,
    /// The range of a numeric answer.
    pub range: Option<String>,
    /// Whether an answer needs evidence.
    pub needs_evidence: bool,
    /// The KPI whose reading answers it.
    pub kpi: Option<String>,
}

impl Questionnaire {
    /// A rubric in the language of `locale`.
    #[must_use]
    pub fn new(rubric: &Rubric, locale: &Locale) -> Questionnaire {
        let reader = Reader { rubric, locale };
        let source = &rubric.source;
        let framework: Vec<String> = [&source.framework, &source.section]
            .map(|text| reader.text(text))
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect();
        let mut number = 0;
        Questionnaire {
            id: rubric.id.to_string(),
            version: rubric.version.clone(),
            title: reader.text(&rubric.title),
            framework: framework.join(" · "),
            notice: reader.text(&source.notice),
            levels: rubric
                .levels
                .iter()
                .map(|level| LevelPart {
                    number: level.number,
                    title: reader.text(&level.title),
                    summary: reader.text(&level.summary),
                })
                .collect(),
            parts: (0..rubric.dimensions.len())
                .map(|index| reader.part(DimensionIndex(index), &mut number))
                .collect(),
        }
    }
}

struct Reader<'r> {
    rubric: &'r Rubric,
    locale: &'r Locale,
}

impl Reader<'_> {
    fn text(&self, text: &Text) -> String {
        text.in_language(self.locale.language()).trim().to_owned()
    }

    fn part(&self, index: DimensionIndex, number: &mut usize) -> Part {
        let dimension = self.rubric.dimension(index);
        let own = self.rubric.criteria.iter();
        Part {
            title: self.text(&dimension.title),
            depth: dimension.depth,
            criteria: own
                .filter(|criterion| criterion.dimension == index)
                .map(|criterion| self.criterion(criterion, number))
                .collect(),
        }
    }

    fn criterion(&self, criterion: &Criterion, number: &mut usize) -> CriterionPart {
        let level = criterion.level.and_then(|number| self.rubric.level(number));
        CriterionPart {
            title: self.text(&criterion.title),
            level: level.map(|level| {
                let words = [
                    ("number", Word::from(level.number)),
                    ("title", Word::from(self.text(&level.title))),
                ];
                self.locale.say("questionnaire-level", &words)
            }),
            description: self.text(&criterion.description),
            is_absence: criterion.polarity == Polarity::Absence,
            questions: self
                .rubric
                .questions_of(criterion)
                .map(|(_, question)| {
                    *number += 1;
                    self.question(question, *number)
                })
                .collect(),
        }
    }

    fn question(&self, question: &Question, number: usize) -> QuestionPart {
        let scale = &self.rubric.scales[question.scale];
        let range = match &scale.kind {
            ScaleKind::Choices(_) => None,
            ScaleKind::Numeric(unit) => {
                let end = |value| match unit {
                    Some(unit) => self.locale.quantity(value, unit),
                    None => self.locale.number_short(value, 6),
                };
                let words = [
                    ("low", Word::from(end(&scale.low))),
                    ("high", Word::from(end(&scale.high))),
                ];
                Some(self.locale.say("questionnaire-range", &words))
            }
        };
        QuestionPart {
            number,
            key: question.key.clone(),
            text: self.text(&question.text),
            guidance: self.text(&question.guidance),
            choices: scale
                .choices()
                .iter()
                .map(|choice| self.text(&choice.title))
                .collect(),
            range,
            needs_evidence: question.evidence_required,
            kpi: question.kpi.as_ref().map(ToString::to_string),
        }
    }
}
