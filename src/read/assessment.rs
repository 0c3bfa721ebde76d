//! Assessments, read against the rubric they answer.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::fields::{self, Fields};
use super::rubric::unknown_rubric;
use super::yaml::{Node, Shape};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{
    Answer, Assessment, Evidence, Exact, Given, Id, Person, Place, RatedBy, Rubric, ScaleKind, Unit,
};

/// What assessments are read against.
pub(crate) struct Yardsticks<'w> {
    /// The rubrics in use.
    pub(crate) rubrics: &'w [Rubric],
    /// Names of rubrics in use that could not be read in full: what they lack is not the answer's fault.
    pub(crate) partial: &'w [Id],
    /// Names of rubrics that exist without being in use.
    pub(crate) idle: &'w [Id],
    /// The people who may be rated.
    pub(crate) people: &'w [Person],
    /// Whether a file of people could not be read in full, so that an unknown name may be its fault.
    pub(crate) are_people_partial: bool,
    /// The last day that has come.
    pub(crate) latest: NaiveDate,
    /// For each rubric in use, its questions by key.
    keys: Vec<HashMap<&'w str, usize>>,
}

impl<'w> Yardsticks<'w> {
    pub(crate) fn new(
        rubrics: &'w [Rubric],
        partial: &'w [Id],
        idle: &'w [Id],
        people: &'w [Person],
        latest: NaiveDate,
    ) -> Yardsticks<'w> {
        let keys = rubrics
            .iter()
            .map(|rubric| {
                let mut keys = HashMap::new();
                for (index, question) in rubric.questions.iter().enumerate() {
                    keys.insert(question.full_key.as_str(), index);
                    keys.insert(question.key.as_str(), index);
                }
                keys
            })
            .collect();
        Yardsticks {
            rubrics,
            partial,
            idle,
            people,
            are_people_partial: false,
            latest,
            keys,
        }
    }
}

/// Reads an assessment. `None` when its rubric or date cannot be told.
pub(crate) fn assessment(
    root: Node<'_>,
    yardsticks: &Yardsticks<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Assessment> {
    const BY: [(&str, RatedBy); 3] = [
        ("self", RatedBy::Own),
        ("manager", RatedBy::Manager),
        ("assessor", RatedBy::Assessor),
    ];
    let mut keys = Fields::of(root, diagnostics)?;
    fields::format_version(&mut keys, diagnostics);
    let rubric = match keys.require("rubric", diagnostics) {
        Some(node) => rubric_named(node, yardsticks, diagnostics),
        None => None,
    };
    let date_node = keys.require("date", diagnostics);
    let date = date_node.and_then(|node| fields::past_date(node, yardsticks.latest, diagnostics));
    let scope = fields::optional_string(&mut keys, "scope", diagnostics);
    let respondent = fields::optional_string(&mut keys, "respondent", diagnostics);
    let is_consensus = keys
        .take("consensus")
        .and_then(|node| fields::boolean(node, diagnostics))
        .unwrap_or(false);
    let person = match keys.take("person") {
        Some(node) => person_named(node, yardsticks, diagnostics),
        None => None,
    };
    let rated_by = keys
        .take("by")
        .and_then(|node| fields::word(node, &BY, diagnostics));
    // Only a person is put at a level outright; an organisation's follows from its answers.
    let claimed = match keys.has("person") {
        true => keys.take("level"),
        false => None,
    };
    let claimed = claimed.and_then(|node| {
        let level = fields::whole_number(node, 0, 100, diagnostics)?;
        Some((level, node.place()))
    });
    let mut answers = Vec::new();
    match (keys.take("answers"), rubric) {
        (Some(node), Some(rubric)) => {
            let reader = AnswerReader {
                rubric: &yardsticks.rubrics[rubric],
                keys: &yardsticks.keys[rubric],
                is_partial: yardsticks.partial.contains(&yardsticks.rubrics[rubric].id),
                latest: yardsticks.latest,
            };
            answers = reader.answers(node, diagnostics);
        }
        (None, Some(rubric)) => {
            answers.resize_with(yardsticks.rubrics[rubric].questions.len(), || None);
        }
        (_, None) => {}
    }
    keys.finish(diagnostics);
    let (Some(rubric), Some(date), Some(date_node)) = (rubric, date, date_node) else {
        return None;
    };
    Some(Assessment {
        rubric,
        date,
        scope,
        respondent,
        is_consensus,
        person,
        rated_by,
        claimed,
        answers,
        place: date_node.place(),
    })
}

/// `customer-service`, or pinned: `customer-service@1.0.0`.
fn rubric_named(
    node: Node<'_>,
    yardsticks: &Yardsticks<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<usize> {
    let scalar = fields::scalar(node, diagnostics)?;
    let (name, pinned) = match scalar.text.split_once('@') {
        Some((name, version)) => (name, Some(version)),
        None => (scalar.text, None),
    };
    let rubrics = yardsticks.rubrics;
    let Some(found) = rubrics.iter().position(|rubric| rubric.id.as_str() == name) else {
        if yardsticks.partial.iter().any(|id| id.as_str() == name) {
            return None;
        }
        if yardsticks.idle.iter().any(|id| id.as_str() == name) {
            let place = fields::part(node, 0, name.len());
            let problem = Diagnostic::error(Code::RubricNotInUse, place).with("rubric", name);
            diagnostics.push(problem.help("help"));
            return None;
        }
        let place = fields::part(node, 0, name.len());
        diagnostics.push(unknown_rubric(place, name, rubrics));
        return None;
    };
    if let Some(pinned) = pinned
        && pinned != rubrics[found].version
    {
        diagnostics.push(
            Diagnostic::warning(
                Code::RubricVersion,
                fields::part(node, name.len() + 1, scalar.text.len()),
            )
            .with("rubric", name)
            .with("pinned", pinned)
            .with("version", &rubrics[found].version)
            .help("help"),
        );
    }
    Some(found)
}

fn person_named(
    node: Node<'_>,
    yardsticks: &Yardsticks<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Id> {
    let scalar = fields::scalar(node, diagnostics)?;
    let people = yardsticks.people;
    let found = people
        .iter()
        .find(|person| person.id.as_str() == scalar.text);
    if found.is_none() && yardsticks.are_people_partial {
        return None;
    }
    if found.is_none() {
        let known: Vec<&str> = people.iter().map(|person| person.id.as_str()).collect();
        let problem =
            Diagnostic::error(Code::UnknownPerson, node.place()).with("written", scalar.text);
        diagnostics.push(fields::unknown_name(problem, scalar.text, &known));
        return None;
    }
    let problem = Diagnostic::warning(Code::NotComputed, node.place()).with("what", "person");
    diagnostics.push(problem.help("help-person"));
    found.map(|person| person.id.clone())
}

struct AnswerReader<'r> {
    rubric: &'r Rubric,
    keys: &'r HashMap<&'r str, usize>,
    is_partial: bool,
    latest: NaiveDate,
}

impl AnswerReader<'_> {
    fn answers(&self, node: Node<'_>, diagnostics: &mut Diagnostics) -> Vec<Option<Answer>> {
        let mut answers: Vec<Option<Answer>> = Vec::new();
        answers.resize_with(self.rubric.questions.len(), || None);
        if !matches!(node.shape(), Shape::Mapping) {
            diagnostics.push(fields::wrong_shape(node, "mapping"));
            return answers;
        }
        for (name, key, value) in fields::entries(node, diagnostics) {
            let Some(&question) = self.keys.get(name) else {
                if !self.is_partial {
                    self.unknown_question(key, name, diagnostics);
                }
                continue;
            };
            // A key without a value is a question that nobody has answered yet.
            if value.scalar().is_some_and(super::yaml::Scalar::is_nothing) {
                continue;
            }
            if let Some(first) = &answers[question] {
                // Once as `criterion`, once as `criterion.question`: the same question.
                let problem = Diagnostic::error(Code::DuplicateKey, key.place()).with("key", name);
                diagnostics.push(problem.help("help").related(first.place, "first"));
                continue;
            }
            if let Some(answer) = self.answer(question, key, value, diagnostics) {
                answers[question] = Some(answer);
            }
        }
        answers
    }

    fn unknown_question(&self, key: Node<'_>, name: &str, diagnostics: &mut Diagnostics) {
        let mut known: Vec<&str> = self
            .rubric
            .questions
            .iter()
            .map(|question| question.key.as_str())
            .collect();
        let criterion = self
            .rubric
            .criteria
            .iter()
            .find(|criterion| criterion.id.as_str() == name);
        let problem = Diagnostic::error(Code::UnknownQuestion, key.place()).with("written", name);
        if let Some(criterion) = criterion {
            // A criterion with several questions: the answer must say which.
            known = self
                .rubric
                .questions_of(criterion)
                .map(|(_, question)| question.key.as_str())
                .collect();
            diagnostics.push(
                problem
                    .with("known", known.join(", "))
                    .help("help-criterion"),
            );
            return;
        }
        diagnostics.push(match super::suggest::nearest(name, known.iter().copied()) {
            Some(near) => problem.with("near", near).help("help-near"),
            None => fields::listed(problem, &self.criterion_ids(), "help-list"),
        });
    }

    fn criterion_ids(&self) -> Vec<&str> {
        self.rubric
            .criteria
            .iter()
            .map(|criterion| criterion.id.as_str())
            .collect()
    }

    fn answer(
        &self,
        question: usize,
        key: Node<'_>,
        node: Node<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Answer> {
        match node.shape() {
            Shape::Scalar(_) => {
                let given = self.given(question, node, diagnostics)?;
                Some(Answer {
                    given,
                    note: None,
                    evidence: Vec::new(),
                    place: node.place(),
                })
            }
            Shape::Sequence => {
                diagnostics.push(fields::wrong_shape(node, "answer"));
                None
            }
            Shape::Mapping => self.detailed_answer(question, key, node, diagnostics),
        }
    }

    fn detailed_answer(
        &self,
        question: usize,
        key: Node<'_>,
        node: Node<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Answer> {
        const FORMS: [&str; 3] = ["choice", "value", "not_applicable"];

        let mut keys = Fields::of(node, diagnostics)?;
        let mut forms = Vec::new();
        for name in FORMS {
            if let Some((form, value)) = keys.take_entry(name) {
                forms.push((name, form, value));
            }
        }
        if forms.is_empty() {
            diagnostics.push(keys.lacking(&FORMS, key.place()));
        }
        let note = fields::optional_string(&mut keys, "note", diagnostics);
        let evidence = match keys.take("evidence") {
            Some(list) => self.evidence(list, diagnostics),
            None => Vec::new(),
        };
        keys.finish(diagnostics);
        let (given, place) = match forms.as_slice() {
            [("not_applicable", form, reason)] => {
                if reason.scalar().is_some_and(super::yaml::Scalar::is_nothing) {
                    let problem = Diagnostic::error(Code::MissingKey, form.place());
                    diagnostics.push(
                        problem
                            .with("key", "not_applicable")
                            .with("empty", "reason")
                            .help("help-reason"),
                    );
                    return None;
                }
                (
                    Given::NotApplicable(fields::string(*reason, diagnostics)?),
                    reason.place(),
                )
            }
            [(_, _, value)] => (self.given(question, *value, diagnostics)?, value.place()),
            [] => return None,
            [(name, first, _), (other, second, _), ..] => {
                let problem = fields::keys_disagree((first.place(), name), (second.place(), other));
                diagnostics.push(problem.help("help-one"));
                return None;
            }
        };
        Some(Answer {
            given,
            note,
            evidence,
            place,
        })
    }

    fn given(
        &self,
        question: usize,
        node: Node<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Given> {
        let scalar = fields::scalar(node, diagnostics)?;
        if scalar.text == "unknown" {
            return Some(Given::Unknown);
        }
        if scalar.text == "not_applicable" {
            diagnostics.push(
                Diagnostic::error(Code::MissingKey, node.place())
                    .with("key", "not_applicable")
                    .with("empty", "reason")
                    .help("help-reason"),
            );
            return None;
        }
        let scale = &self.rubric.scales[self.rubric.questions[question].scale];
        match &scale.kind {
            ScaleKind::Choices(choices) => {
                let found = choices
                    .iter()
                    .position(|choice| choice.id.as_str() == scalar.text);
                // The scale of a rubric that could not be read in full may be a stand-in.
                if found.is_none() && !self.is_partial {
                    let known: Vec<&str> =
                        choices.iter().map(|choice| choice.id.as_str()).collect();
                    let problem = Diagnostic::error(Code::UnknownChoice, node.place())
                        .with("written", scalar.text)
                        .with("scale", &scale.id);
                    diagnostics.push(fields::unknown_name(problem, scalar.text, &known));
                }
                found.map(Given::Choice)
            }
            ScaleKind::Numeric(unit) => {
                let bare = Unit::count();
                let unit = unit.as_ref().unwrap_or(&bare);
                let value = fields::quantity(node, unit, diagnostics)?;
                self.number_on_scale(value, node.place(), &scale.low, &scale.high, diagnostics)
            }
        }
    }

    fn number_on_scale(
        &self,
        value: Exact,
        place: Place,
        low: &Exact,
        high: &Exact,
        diagnostics: &mut Diagnostics,
    ) -> Option<Given> {
        if value < *low || value > *high {
            diagnostics.push(
                Diagnostic::error(Code::OutOfRange, place)
                    .with("written", &value)
                    .with("low", low)
                    .with("high", high)
                    .help("help-between"),
            );
            return None;
        }
        Some(Given::Number(value))
    }

    fn evidence(&self, list: Node<'_>, diagnostics: &mut Diagnostics) -> Vec<Evidence> {
        let mut evidence = Vec::new();
        for item in fields::items(list, diagnostics) {
            if let Some(scalar) = item.scalar()
                && !scalar.is_nothing()
            {
                let is_link =
                    scalar.text.starts_with("http://") || scalar.text.starts_with("https://");
                evidence.push(Evidence {
                    title: scalar.text.to_owned(),
                    href: is_link.then(|| scalar.text.to_owned()),
                    date: None,
                });
                continue;
            }
            let Some(mut keys) = Fields::of(item, diagnostics) else {
                continue;
            };
            let title = fields::optional_string(&mut keys, "title", diagnostics);
            let href = fields::optional_string(&mut keys, "href", diagnostics);
            let date = keys
                .take("date")
                .and_then(|node| fields::past_date(node, self.latest, diagnostics));
            if title.is_none() && href.is_none() {
                let place = keys.place();
                diagnostics.push(keys.lacking(&["title", "href"], place));
            }
            keys.finish(diagnostics);
            let title = title.or_else(|| href.clone()).unwrap_or_default();
            evidence.push(Evidence { title, href, date });
        }
        evidence
    }
}
