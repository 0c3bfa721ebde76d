//! Assessments, read against the rubric they answer.

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::NaiveDate;

use super::fields::{self, Fields};
use super::ids::{Part, renamed};
use super::names::unknown_rubric;
use super::overlay::{Hidden, hidden_by_overlay};
use super::quantity::{Measure, quantity};
use super::shape;
use super::yaml::{Node, Scalar, Shape};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{
    Answer, Assessment, Choice, Evidence, Exact, FormerId, Given, Id, Person, Place, RatedBy,
    Rubric, ScaleKind, Unit, WorkingDay,
};

/// What assessments are read against.
pub(crate) struct Yardsticks<'w> {
    /// The rubrics in use.
    pub(crate) rubrics: &'w [Rubric],
    /// For each of them, what overlays took out of it.
    pub(crate) hidden: &'w [Hidden],
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
    /// How long a working day is, where the workspace says so.
    pub(crate) working_day: Option<&'w WorkingDay>,
    /// For each rubric in use, its questions by name.
    names: Vec<QuestionNames<'w>>,
}

impl<'w> Yardsticks<'w> {
    pub(crate) fn new(
        rubrics: &'w [Rubric],
        hidden: &'w [Hidden],
        partial: &'w [Id],
        idle: &'w [Id],
        people: &'w [Person],
        latest: NaiveDate,
    ) -> Yardsticks<'w> {
        Yardsticks {
            rubrics,
            hidden,
            partial,
            idle,
            people,
            are_people_partial: false,
            latest,
            working_day: None,
            names: rubrics.iter().map(QuestionNames::new).collect(),
        }
    }
}

/// The questions of a rubric by every key that they are answered under.
pub(super) struct QuestionNames<'w> {
    rubric: &'w Rubric,
    by_key: HashMap<&'w str, usize>,
    /// Criteria by their ids and by those they went by before.
    criteria: HashMap<&'w str, usize>,
    /// Questions by criterion and former id.
    by_former_id: HashMap<(usize, &'w str), usize>,
}

/// A question as an answer's key names it.
pub(super) struct Meant<'k> {
    pub(super) question: usize,
    /// The parts of the key that are former ids: each with the present one, and where it begins in the key.
    renamed: Vec<(Part, &'k str, String, usize)>,
}

impl<'w> QuestionNames<'w> {
    pub(super) fn new(rubric: &'w Rubric) -> QuestionNames<'w> {
        let mut names = QuestionNames {
            rubric,
            by_key: HashMap::new(),
            criteria: HashMap::new(),
            by_former_id: HashMap::new(),
        };
        for (index, criterion) in rubric.criteria.iter().enumerate() {
            names.criteria.insert(criterion.id.as_str(), index);
            for former in &criterion.renamed_from {
                let former = former.id.as_str();
                names.criteria.entry(former).or_insert(index);
            }
        }
        for (index, question) in rubric.questions.iter().enumerate() {
            names.by_key.insert(&question.full_key, index);
            names.by_key.insert(&question.key, index);
            for former in &question.renamed_from {
                let key = (question.criterion.0, former.id.as_str());
                names.by_former_id.entry(key).or_insert(index);
            }
        }
        names
    }

    /// A key with its criterion's present id.
    fn present<'k>(&self, key: &'k str) -> Cow<'k, str> {
        let (criterion, own) = key.split_once('.').unwrap_or((key, ""));
        match self.criteria.get(criterion) {
            Some(&index) if !own.is_empty() => {
                format!("{}.{own}", self.rubric.criteria[index].id).into()
            }
            _ => key.into(),
        }
    }

    /// The question of this key, or that one of an earlier version named.
    pub(super) fn find<'k>(&self, key: &'k str) -> Option<Meant<'k>> {
        if let Some(&question) = self.by_key.get(key) {
            let renamed = Vec::new();
            return Some(Meant { question, renamed });
        }
        let (criterion, own) = match key.split_once('.') {
            Some((criterion, question)) => (criterion, Some(question)),
            None => (key, None),
        };
        let &index = self.criteria.get(criterion)?;
        let present = &self.rubric.criteria[index].id;
        let mut renamed = Vec::new();
        if present.as_str() != criterion {
            renamed.push((Part::Criterion, criterion, present.to_string(), 0));
        }
        let Some(own) = own else {
            let question = *self.by_key.get(present.as_str())?;
            return Some(Meant { question, renamed });
        };
        if let Some(&question) = self.by_key.get(format!("{present}.{own}").as_str()) {
            return Some(Meant { question, renamed });
        }
        let question = *self.by_former_id.get(&(index, own))?;
        let id = self.rubric.questions[question].id()?.to_owned();
        renamed.push((Part::Question, own, id, criterion.len() + 1));
        Some(Meant { question, renamed })
    }
}

/// Reads an assessment. `None` when its rubric or date cannot be told.
pub(crate) fn assessment(
    root: Node<'_>,
    yardsticks: &Yardsticks<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Assessment> {
    let mut keys = Fields::of(root, &shape::ASSESSMENT, diagnostics)?;
    fields::format_version(&mut keys, diagnostics);
    let rubric_node = keys.require("rubric", diagnostics);
    let rubric_place = rubric_node.map(|node| node.place());
    let named = match rubric_node {
        Some(node) => rubric_named(node, yardsticks, diagnostics),
        None => None,
    };
    let rubric = named.as_ref().map(|named| named.rubric);
    let pin = named.and_then(|named| named.pin);
    let date_node = keys.require("date", diagnostics);
    let date = date_node.and_then(|node| fields::past_date(node, yardsticks.latest, diagnostics));
    let scope = fields::optional_string(&mut keys, "scope", diagnostics);
    let respondent = fields::optional_string(&mut keys, "respondent", diagnostics);
    let is_consensus = keys
        .take("consensus")
        .and_then(|node| fields::boolean(node, diagnostics))
        .unwrap_or(false);
    let keys_person = keys.take("person");
    let person = match keys_person {
        Some(node) => person_named(node, yardsticks, diagnostics),
        None => None,
    };
    if let (Some(rubric), Some(place)) = (rubric, rubric_place) {
        let rubric = &yardsticks.rubrics[rubric];
        // Who is not known is told already.
        let known = keys_person.filter(|_| person.is_some());
        if known.is_some() || keys_person.is_none() {
            let person = known.map(|node| node.place());
            diagnostics.extend(not_of_a_person(rubric, place, person));
        }
    }
    let rated_by = keys
        .take("by")
        .and_then(|node| fields::word(node, &RatedBy::NAMES, diagnostics));
    // Only a person is put at a level outright; an organisation's follows from its answers.
    let claimed = match keys_person.is_some() {
        true => keys.take("level"),
        false => None,
    };
    let claimed = claimed.and_then(|node| {
        let level = fields::whole_number(node, 0, 100, diagnostics)?;
        Some((level, node.place()))
    });
    let mut answers = Vec::new();
    if let (node, Some(rubric)) = (keys.take("answers"), rubric) {
        let mut reader = AnswerReader {
            names: &yardsticks.names[rubric],
            rubric: &yardsticks.rubrics[rubric],
            hidden: &yardsticks.hidden[rubric],
            is_partial: yardsticks.partial.contains(&yardsticks.rubrics[rubric].id),
            is_outdated: pin.as_ref().is_some_and(|pin| pin.age == Age::Older),
            latest: yardsticks.latest,
            working_day: yardsticks.working_day,
            renamed: 0,
            gone: 0,
        };
        answers = match node {
            Some(node) => reader.answers(node, diagnostics),
            None => reader.no_answers(),
        };
        if let Some(pin) = &pin
            && pin.age != Age::Same
            && !reader.is_partial
        {
            diagnostics.push(reader.other_version(pin, &answers));
        }
    }
    keys.finish(diagnostics);
    let (Some(rubric), Some(date), Some(date_node)) = (rubric, date, date_node) else {
        return None;
    };
    Some(Assessment {
        rubric,
        pinned: pin.map(|pin| pin.version),
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

/// A rubric rates persons when it is one of a skill; what is rated must be what the rubric rates.
fn not_of_a_person(rubric: &Rubric, place: Place, person: Option<Place>) -> Option<Diagnostic> {
    let (kind, place, help) = match (&rubric.skill, person) {
        (Some(_), None) => ("nobody", place, "help-nobody"),
        (None, Some(person)) => ("thing", person, "help"),
        (Some(_), Some(_)) | (None, None) => return None,
    };
    let problem = Diagnostic::error(Code::NotOfAPerson, place).with("kind", kind);
    Some(problem.with("rubric", &rubric.id).help(help))
}

/// A rubric as an assessment names it.
struct RubricNamed {
    rubric: usize,
    pin: Option<Pin>,
}

/// The version that an assessment was written for.
struct Pin {
    version: String,
    age: Age,
    place: Place,
}

/// A version beside the one in use.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Age {
    Same,
    /// Older, or of which it cannot be told.
    Older,
    Newer,
}

impl Age {
    /// `0.9.0` is older than `0.10`, part by part.
    fn of(version: &str, used: &str) -> Age {
        let parts = |version: &str| -> Option<Vec<u64>> {
            let parts = version.split('.').map(|part| part.parse().ok());
            let mut parts: Vec<u64> = parts.collect::<Option<_>>()?;
            while parts.last() == Some(&0) {
                parts.pop();
            }
            Some(parts)
        };
        let is_newer = parts(version)
            .zip(parts(used))
            .is_some_and(|(version, used)| version > used);
        match version == used {
            true => Age::Same,
            false if is_newer => Age::Newer,
            false => Age::Older,
        }
    }
}

/// `customer-service`, or pinned: `customer-service@1.0.0`.
fn rubric_named(
    node: Node<'_>,
    yardsticks: &Yardsticks<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<RubricNamed> {
    let scalar = fields::scalar(node, diagnostics)?;
    let (name, pinned) = match scalar.text.split_once('@') {
        Some((name, version)) if !version.trim().is_empty() => (name, Some(version)),
        _ => (scalar.text, None),
    };
    let rubrics = yardsticks.rubrics;
    let Some(found) = rubrics.iter().position(|rubric| rubric.id.as_str() == name) else {
        if yardsticks.partial.iter().any(|id| id.as_str() == name) {
            return None;
        }
        let place = fields::part(node, 0, name.len());
        if yardsticks.idle.iter().any(|id| id.as_str() == name) {
            let problem = Diagnostic::error(Code::RubricNotInUse, place).with("rubric", name);
            diagnostics.push(problem.help("help"));
            return None;
        }
        diagnostics.push(unknown_rubric(place, name, rubrics));
        return None;
    };
    let pin = pinned.map(|version| Pin {
        version: version.to_owned(),
        age: Age::of(version, &rubrics[found].version),
        place: fields::part(node, name.len() + 1, scalar.text.len()),
    });
    Some(RubricNamed { rubric: found, pin })
}

/// A count as sentences choose by it: they leave out what there is none of.
fn count(count: usize) -> String {
    match count {
        0 => "none".to_owned(),
        count => count.to_string(),
    }
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
    found.map(|person| person.id.clone())
}

struct AnswerReader<'r> {
    rubric: &'r Rubric,
    names: &'r QuestionNames<'r>,
    hidden: &'r Hidden,
    is_partial: bool,
    /// Whether the assessment was written for an older version: what it answers may be gone.
    is_outdated: bool,
    latest: NaiveDate,
    working_day: Option<&'r WorkingDay>,
    /// How many answers were read under former ids.
    renamed: usize,
    /// How many answers name what the rubric has no longer.
    gone: usize,
}

impl AnswerReader<'_> {
    fn no_answers(&self) -> Vec<Option<Answer>> {
        let mut answers = Vec::new();
        answers.resize_with(self.rubric.questions.len(), || None);
        answers
    }

    fn answers(&mut self, node: Node<'_>, diagnostics: &mut Diagnostics) -> Vec<Option<Answer>> {
        let mut answers = self.no_answers();
        if !matches!(node.shape(), Shape::Mapping) {
            diagnostics.push(fields::wrong_shape(node, "mapping"));
            return answers;
        }
        for (name, key, value) in fields::entries(node, diagnostics) {
            let Some(meant) = self.names.find(name) else {
                if let Some(hidden) = self.hidden.find_question(&self.names.present(name)) {
                    let told = hidden_by_overlay(hidden, key.place(), "answers");
                    diagnostics.push_once(told);
                } else if !self.is_partial {
                    self.unknown_question(key, name, diagnostics);
                }
                continue;
            };
            let question = meant.question;
            // A key without a value is a question that nobody has answered yet.
            let is_answered = !value.scalar().is_some_and(Scalar::is_nothing);
            if is_answered && let Some(first) = &answers[question] {
                // Once as `criterion`, once as `criterion.question`, or by a former id: the same question.
                let problem = Diagnostic::error(Code::DuplicateKey, key.place()).with("key", name);
                diagnostics.push(problem.help("help-same").related(first.place, "first"));
                continue;
            }
            let mut is_renamed = !meant.renamed.is_empty();
            for (part, old, new, at) in &meant.renamed {
                let place = fields::part(key, *at, at + old.len());
                diagnostics.push_once(renamed(*part, old, new, place));
            }
            if !is_answered {
                continue;
            }
            let renamed_before = self.renamed;
            answers[question] = self.answer(question, key, value, diagnostics);
            // A former choice under a former id is one answer all the same.
            is_renamed |= self.renamed > renamed_before;
            self.renamed = renamed_before + usize::from(is_renamed);
        }
        answers
    }

    /// Says what became of answers that were written for another version.
    fn other_version(&self, pin: &Pin, answers: &[Option<Answer>]) -> Diagnostic {
        let questions = self.rubric.questions.iter().zip(answers);
        // What a reading answers needs no answer here.
        let open: Vec<&str> = questions
            .filter(|(question, answer)| answer.is_none() && question.kpi.is_none())
            .map(|(question, _)| question.key.as_str())
            .collect();
        let problem = Diagnostic::warning(Code::RubricVersion, pin.place)
            .with("rubric", &self.rubric.id)
            .with("pinned", &pin.version)
            .with("version", &self.rubric.version)
            .with("renamed", count(self.renamed))
            .with("gone", count(self.gone))
            .with("open", count(open.len()));
        match pin.age {
            Age::Newer => problem.help("help-newer"),
            Age::Same | Age::Older if open.is_empty() => problem.help("help"),
            Age::Same | Age::Older => fields::listed(problem, &open, "help-open"),
        }
    }

    /// A problem with something that is not in the rubric: of answers to an older version it is to be expected.
    fn not_there(&mut self, code: Code, place: Place) -> Diagnostic {
        if self.is_outdated {
            self.gone += 1;
            return Diagnostic::warning(code, place);
        }
        Diagnostic::error(code, place)
    }

    fn unknown_question(&mut self, key: Node<'_>, name: &str, diagnostics: &mut Diagnostics) {
        let problem = self.not_there(Code::UnknownQuestion, key.place());
        let problem = problem.with("written", name);
        let criteria = &self.names.criteria;
        if let Some(index) = criteria.get(name) {
            // A criterion with several questions: the answer must say which.
            let questions = self.rubric.questions_of(&self.rubric.criteria[*index]);
            let known: Vec<&str> = questions.map(|(_, question)| &question.key[..]).collect();
            diagnostics.push(
                problem
                    .with("known", known.join(", "))
                    .help("help-criterion"),
            );
            return;
        }
        let known = self.rubric.questions.iter();
        let known = known.map(|question| question.key.as_str());
        diagnostics.push(match super::suggest::nearest(name, known) {
            Some(near) => problem.with("near", near).help("help-near"),
            None if self.is_outdated => problem.help("help-gone"),
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
        &mut self,
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
        &mut self,
        question: usize,
        key: Node<'_>,
        node: Node<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Answer> {
        const FORMS: [&str; 3] = ["choice", "value", "not_applicable"];

        let mut keys = Fields::of(node, &shape::ANSWER, diagnostics)?;
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
                if reason.scalar().is_some_and(Scalar::is_nothing) {
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
        &mut self,
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
            ScaleKind::Choices(choices) => self
                .choice(scalar.text, &scale.id, choices, node.place(), diagnostics)
                .map(Given::Choice),
            ScaleKind::Numeric(unit) => {
                let bare = Unit::count();
                let unit = unit.as_ref().unwrap_or(&bare);
                let measure = Measure::declared(unit, self.working_day);
                let value = quantity(node, measure, diagnostics)?;
                self.number_on_scale(value, node.place(), &scale.low, &scale.high, diagnostics)
            }
        }
    }

    /// The position of the choice of this name, or that went by it before.
    fn choice(
        &mut self,
        name: &str,
        scale: &Id,
        choices: &[Choice],
        place: Place,
        diagnostics: &mut Diagnostics,
    ) -> Option<usize> {
        let found = choices.iter().position(|choice| choice.id.as_str() == name);
        if found.is_some() {
            return found;
        }
        let went_by_it = |choice: &Choice| FormerId::any_is(&choice.renamed_from, name);
        if let Some(found) = choices.iter().position(went_by_it) {
            self.renamed += 1;
            let id = choices[found].id.as_str();
            diagnostics.push_once(renamed(Part::Choice, name, id, place));
            return Some(found);
        }
        // The scale of a rubric that could not be read in full may be a stand-in.
        if !self.is_partial {
            let named = choices
                .iter()
                .map(|choice| (choice.id.as_str(), &choice.title));
            let known: Vec<_> = named.collect();
            let problem = self.not_there(Code::UnknownChoice, place);
            let problem = problem.with("written", name).with("scale", scale);
            let problem = fields::unknown_choice(problem, name, &known);
            let hidden = self.hidden.find(Part::Choice, &format!("{scale}.{name}"));
            diagnostics.push(match hidden {
                Some(hidden) => problem.related(hidden.place, "hidden-here"),
                None => problem,
            });
        }
        None
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
                    place: item.place(),
                    is_absent: false,
                });
                continue;
            }
            let Some(mut keys) = Fields::of(item, &shape::EVIDENCE, diagnostics) else {
                continue;
            };
            let title = fields::optional_string(&mut keys, "title", diagnostics);
            let href = keys.take("href");
            let place = href.map_or_else(|| keys.place(), Node::place);
            let href = href.and_then(|node| fields::string(node, diagnostics));
            let date = keys
                .take("date")
                .and_then(|node| fields::past_date(node, self.latest, diagnostics));
            if title.is_none() && href.is_none() {
                let place = keys.place();
                diagnostics.push(keys.lacking(&["title", "href"], place));
            }
            keys.finish(diagnostics);
            let title = title.or_else(|| href.clone()).unwrap_or_default();
            evidence.push(Evidence {
                title,
                href,
                date,
                place,
                is_absent: false,
            });
        }
        evidence
    }
}
