//! An answer written into a file that people write too: only the bytes that say it change.
//!
//! Where it goes is told by the tree of the file as it stands: behind a key without a value, in place of the value
//! that is there, into the mapping that says more about it, or on a line of its own behind the questions before it.
//! What cannot be placed with certainty is left to whoever holds the pen: then there is no text.

use std::ops::Range;

use super::assessment::QuestionNames;
use super::page::{Edit, Page, bytes, edited, field};
use super::yaml::{Node, Scalar, Shape};
use crate::model::{QuestionIndex, Rubric};

/// The keys under which an answer with more to say gives the answer itself.
const FORMS: [&str; 3] = ["choice", "value", "not_applicable"];

/// An answer as YAML: the key that it has in a mapping, and a scalar that can stand on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerText {
    /// `choice`, `value` or `not_applicable`.
    pub form: &'static str,
    /// Its value, in quotes where it needs them.
    pub scalar: String,
}

impl AnswerText {
    /// The answer alone, behind its question's key.
    fn alone(&self) -> String {
        match self.form {
            "not_applicable" => self.with(""),
            _ => self.scalar.clone(),
        }
    }

    /// The answer with more to say, on one line.
    fn with(&self, more: &str) -> String {
        let separator = if more.is_empty() { "" } else { ", " };
        format!("{{{}: {}{separator}{more}}}", self.form, self.scalar)
    }
}

/// What changes about one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerChange {
    /// This answer, in place of any other; note and evidence stay.
    Given(AnswerText),
    /// A note beside the answer, in place of any other. The answer is given for where it stands alone.
    Note(AnswerText, String),
    /// One more piece of evidence, a scalar or a mapping on one line.
    Evidence(AnswerText, String),
}

/// The text of an assessment with one answer of it changed; `None` where it cannot be told where that goes.
///
/// Everything that does not say this answer stays byte for byte. Whoever asked reads the result before it is written.
#[must_use]
pub fn with_answer(
    text: &str,
    rubric: &Rubric,
    question: QuestionIndex,
    change: &AnswerChange,
) -> Option<String> {
    edited(text, |page, root| {
        let sheet = Sheet {
            page,
            rubric,
            names: QuestionNames::new(rubric),
        };
        sheet.edit(root, question, change)
    })
}

struct Sheet<'t> {
    page: &'t Page<'t>,
    rubric: &'t Rubric,
    names: QuestionNames<'t>,
}

impl Sheet<'_> {
    fn edit(&self, root: Node<'_>, question: QuestionIndex, change: &AnswerChange) -> Option<Edit> {
        if !matches!(root.shape(), Shape::Mapping) {
            return None;
        }
        let key = self.rubric.questions[question.0].key.as_str();
        let Some((answers_key, answers)) = field(root, "answers") else {
            return self.first_answer(root, key, change);
        };
        match answers.shape() {
            Shape::Mapping => match self.entry_of(answers, question) {
                Some((key, value)) => self.changed(key, value, change),
                None => self.added(answers, question, &line(key, change)),
            },
            Shape::Scalar(scalar) if scalar.is_nothing() => {
                let at = self.page.value_bytes(answers_key, answers)?;
                match self.page.is_flow(root) {
                    true => Some((at, format!(" {{{}}}", line(key, change)))),
                    false => self.begun(root, at, &line(key, change)),
                }
            }
            Shape::Scalar(_) | Shape::Sequence => None,
        }
    }

    /// The entry that answers a question, by whatever id: one with a value before one without.
    fn entry_of<'d>(
        &self,
        answers: Node<'d>,
        question: QuestionIndex,
    ) -> Option<(Node<'d>, Node<'d>)> {
        let is_it = |key: Node<'_>| {
            let named = key.scalar().and_then(|scalar| self.names.find(scalar.text));
            named.is_some_and(|meant| meant.question == question.0)
        };
        let mut own: Vec<_> = answers.entries().filter(|(key, _)| is_it(*key)).collect();
        own.sort_by_key(|(_, value)| value.scalar().is_some_and(Scalar::is_nothing));
        own.first().copied()
    }

    /// A file without `answers:` gets it as its last key.
    fn first_answer(&self, root: Node<'_>, key: &str, change: &AnswerChange) -> Option<Edit> {
        let line = line(key, change);
        if self.page.is_flow(root) {
            let at = self.page.end_of_last(root)?;
            return Some((at..at, format!(", answers: {{{line}}}")));
        }
        let (newline, end) = (self.page.newline, self.page.text.len());
        let lead = if self.page.text.is_empty() || self.page.text.ends_with('\n') {
            ""
        } else {
            newline
        };
        let indent = " ".repeat(self.page.column(root.place().start as usize));
        let written = format!("{lead}{indent}answers:{newline}{indent}  {line}{newline}");
        Some((end..end, written))
    }

    /// The first answer below an `answers:` that has none; `at` are the bytes of what stands for nothing there.
    fn begun(&self, root: Node<'_>, at: Range<usize>, line: &str) -> Option<Edit> {
        let indent = " ".repeat(self.page.column(root.place().start as usize) + 2);
        if !at.is_empty() {
            return Some((at, format!("{}{indent}{line}", self.page.newline)));
        }
        let end = self.page.end_of_line(at.start);
        Some((end..end, format!("{}{indent}{line}", self.page.newline)))
    }

    /// A question that has no key yet: behind the nearest one before it in the rubric, else behind all.
    fn added(&self, answers: Node<'_>, question: QuestionIndex, line: &str) -> Option<Edit> {
        let entries: Vec<_> = answers.entries().collect();
        if entries.is_empty() {
            // `{}`
            let place = bytes(answers);
            return Some((place, format!("{{{line}}}")));
        }
        if self.page.is_flow(answers) {
            let at = self.page.end_of_last(answers)?;
            return Some((at..at, format!(", {line}")));
        }
        let position = |key: &Node<'_>| {
            let meant = self.names.find(key.scalar()?.text)?;
            (meant.question < question.0).then_some(meant.question)
        };
        let before = entries
            .iter()
            .filter_map(|entry| Some((position(&entry.0)?, entry)))
            .max_by_key(|(position, _)| *position);
        let entry = before.map_or(entries.last()?, |(_, entry)| entry);
        self.page.behind(answers, *entry, line)
    }

    /// A question that has a key already.
    fn changed(&self, key: Node<'_>, value: Node<'_>, change: &AnswerChange) -> Option<Edit> {
        match value.shape() {
            Shape::Sequence => None,
            Shape::Scalar(_) => self.page.put(key, value, &whole(change)),
            Shape::Mapping => match change {
                AnswerChange::Given(answer) => self.given(value, answer),
                AnswerChange::Note(_, note) => match field(value, "note") {
                    Some((key, old)) => self.page.put(key, old, note),
                    None => self.page.more(value, &format!("note: {note}")),
                },
                AnswerChange::Evidence(_, item) => match field(value, "evidence") {
                    Some((key, list)) => self.page.one_more(key, list, item),
                    None => self.page.more(value, &format!("evidence: [{item}]")),
                },
            },
        }
    }

    /// Another answer within a mapping that says more.
    fn given(&self, mapping: Node<'_>, answer: &AnswerText) -> Option<Edit> {
        let written = format!("{}: {}", answer.form, answer.scalar);
        let old = FORMS.iter().find_map(|form| field(mapping, form));
        let Some((key, value)) = old else {
            return self.page.more(mapping, &written);
        };
        let start = key.place().start as usize;
        let end = self.page.value_bytes(key, value)?.end;
        Some((start..end, written))
    }
}

/// An answer with its question's key.
fn line(key: &str, change: &AnswerChange) -> String {
    format!("{key}: {}", whole(change))
}

/// Everything that a change says, where nothing was said before.
fn whole(change: &AnswerChange) -> String {
    match change {
        AnswerChange::Given(answer) => answer.alone(),
        AnswerChange::Note(answer, note) => answer.with(&format!("note: {note}")),
        AnswerChange::Evidence(answer, item) => answer.with(&format!("evidence: [{item}]")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::parse_day;
    use crate::read::{self, Inputs};

    /// A rubric to answer: the questions of the shipped one that the rows below name.
    fn rubric() -> Rubric {
        let inputs = Inputs::with_rubrics(&["customer-service"]);
        let day = parse_day("2026-11-20").expect("a day");
        let read = read::workspace(inputs, day);
        let mut rubrics = read.workspace.expect("a workspace").rubrics;
        rubrics.remove(0)
    }

    const A: &str = "no-formal-processes.no-defined-flow";
    const B: &str = "no-formal-processes.each-own-way";
    const C: &str = "ad-hoc-response.improvised";

    fn given(choice: &str) -> AnswerChange {
        AnswerChange::Given(answer(choice))
    }

    fn answer(choice: &str) -> AnswerText {
        AnswerText {
            form: "choice",
            scalar: choice.to_owned(),
        }
    }

    #[test]
    fn an_answer_goes_where_its_author_would_write_it() {
        let rubric = rubric();
        let case = |before: &str, key: &str, change: &AnswerChange, after: &str| {
            let name = |text: &str| text.replace("$A", A).replace("$B", B).replace("$C", C);
            let found = rubric.questions.iter().position(|own| own.key == name(key));
            let question = QuestionIndex(found.expect("the rubric asks it"));
            let written = with_answer(&name(before), &rubric, question, change);
            assert_eq!(written.as_deref(), Some(name(after).as_str()), "{before}");
        };
        let yes = &given("yes");
        // Behind a key without a value, whatever follows it.
        case(
            "answers:\n  $A:\n  $B: no\n",
            "$A",
            yes,
            "answers:\n  $A: yes\n  $B: no\n",
        );
        case(
            "answers:\n  $A:   # how?\n",
            "$A",
            yes,
            "answers:\n  $A: yes   # how?\n",
        );
        case(
            "answers:\n  $A: ~ # how?\n",
            "$A",
            yes,
            "answers:\n  $A: yes # how?\n",
        );
        case("answers:\n  $A:", "$A", yes, "answers:\n  $A: yes");
        // In place of another answer; the rest of the line stays.
        case(
            "answers:\n  $A: no   # really\n",
            "$A",
            yes,
            "answers:\n  $A: yes   # really\n",
        );
        case("answers:\n  $A: 'no'\n", "$A", yes, "answers:\n  $A: yes\n");
        // On a line of its own, in the rubric's order, comments before the next question left with it.
        case(
            "answers:\n  $A: no # first\n  # about C\n  $C: no\n",
            "$B",
            yes,
            "answers:\n  $A: no # first\n  $B: yes\n  # about C\n  $C: no\n",
        );
        case(
            "answers:\n  $C: no",
            "$A",
            yes,
            "answers:\n  $C: no\n  $A: yes",
        );
        case(
            "answers:\n    $A:\n        choice: no\n        note: |\n            Two\n            lines\n\n    # C\n    $C: no\n",
            "$B",
            yes,
            "answers:\n    $A:\n        choice: no\n        note: |\n            Two\n            lines\n    $B: yes\n\n    # C\n    $C: no\n",
        );
        // Where nothing was answered yet.
        case("rubric: x\n", "$A", yes, "rubric: x\nanswers:\n  $A: yes\n");
        case("rubric: x", "$A", yes, "rubric: x\nanswers:\n  $A: yes\n");
        case(
            "answers: # soon\nscope: x\n",
            "$A",
            yes,
            "answers: # soon\n  $A: yes\nscope: x\n",
        );
        case("answers: {}\n", "$A", yes, "answers: {$A: yes}\n");
        case("answers:\n", "$A", yes, "answers:\n  $A: yes\n");
        // On one line with braces.
        case(
            "answers: {$A: no, $C: no}\n",
            "$B",
            yes,
            "answers: {$A: no, $C: no, $B: yes}\n",
        );
        case(
            "{rubric: x, answers: {$A: no}}",
            "$A",
            yes,
            "{rubric: x, answers: {$A: yes}}",
        );
        case(
            "{rubric: x}\n",
            "$A",
            yes,
            "{rubric: x, answers: {$A: yes}}\n",
        );
        // Windows' line ends and mark stay.
        case(
            "\u{feff}answers:\r\n  $A: no\r\n",
            "$B",
            yes,
            "\u{feff}answers:\r\n  $A: no\r\n  $B: yes\r\n",
        );
        // What more was said about it stays.
        case(
            "answers:\n  $A: {choice: no, note: Hm}\n",
            "$A",
            yes,
            "answers:\n  $A: {choice: yes, note: Hm}\n",
        );
        case(
            "answers:\n  $A:\n    choice: no # so\n    note: Hm\n",
            "$A",
            &AnswerChange::Given(AnswerText {
                form: "not_applicable",
                scalar: "\"Own, all of it\"".to_owned(),
            }),
            "answers:\n  $A:\n    not_applicable: \"Own, all of it\" # so\n    note: Hm\n",
        );
        case(
            "answers:\n  $A: no # so\n",
            "$A",
            &AnswerChange::Given(AnswerText {
                form: "not_applicable",
                scalar: "Own".to_owned(),
            }),
            "answers:\n  $A: {not_applicable: Own} # so\n",
        );
        let note = &AnswerChange::Note(answer("no"), "Hm".to_owned());
        case(
            "answers:\n  $A: no # so\n",
            "$A",
            note,
            "answers:\n  $A: {choice: no, note: Hm} # so\n",
        );
        case(
            "answers:\n  $A: {choice: no, evidence: [x]}\n",
            "$A",
            note,
            "answers:\n  $A: {choice: no, evidence: [x], note: Hm}\n",
        );
        case(
            "answers:\n  $A:\n    choice: no # so\n    # more\n  $B: no\n",
            "$A",
            note,
            "answers:\n  $A:\n    choice: no # so\n    note: Hm\n    # more\n  $B: no\n",
        );
        case(
            "answers:\n  $A: {choice: no, note: Old\n    text}\n",
            "$A",
            yes,
            "answers:\n  $A: {choice: yes, note: Old\n    text}\n",
        );
        case(
            "answers:\n  $A:\n    choice: no\n    note: Old\n",
            "$A",
            note,
            "answers:\n  $A:\n    choice: no\n    note: Hm\n",
        );
        let item = &AnswerChange::Evidence(answer("no"), "{title: T}".to_owned());
        case(
            "answers:\n  $A: no\n",
            "$A",
            item,
            "answers:\n  $A: {choice: no, evidence: [{title: T}]}\n",
        );
        case(
            "answers:\n  $A: {choice: no, evidence: [x]}\n",
            "$A",
            item,
            "answers:\n  $A: {choice: no, evidence: [x, {title: T}]}\n",
        );
        case(
            "answers:\n  $A:\n    choice: no\n    evidence:\n      - title: x\n        href: y # z\n      # end\n",
            "$A",
            item,
            "answers:\n  $A:\n    choice: no\n    evidence:\n      - title: x\n        href: y # z\n      - {title: T}\n      # end\n",
        );
        case(
            "answers:\n  $A:\n    choice: no\n    evidence: []\n",
            "$A",
            item,
            "answers:\n  $A:\n    choice: no\n    evidence: [{title: T}]\n",
        );
    }

    #[test]
    fn what_cannot_be_placed_is_left_alone() {
        let rubric = rubric();
        for text in ["- a\n", "answers: soon\n", "answers: [a]\n", "a: [\n"] {
            let written = with_answer(text, &rubric, QuestionIndex(0), &given("yes"));
            assert_eq!(written, None, "{text}");
        }
    }
}
