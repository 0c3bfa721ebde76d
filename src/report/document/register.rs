//! What was answered of persons, statement by statement: the ratings of a skill side by side.

use std::collections::HashMap;

use serde::Serialize;

use super::people::{PersonRatingPart, StatementPart};
use crate::report::figure::Figure;

/// The most ratings that stand side by side, so that a sheet of paper takes them.
const MOST_RATINGS: usize = 8;

/// The ratings of one skill, or some of them.
#[derive(Debug, Serialize)]
pub struct RegisterPart {
    /// The skill.
    pub skill: String,
    /// Who was rated, by whom: the columns.
    pub raters: Vec<RaterPart>,
    /// The statements that somebody was rated on: the rows.
    pub rows: Vec<RegisterRowPart>,
    /// The answers that values stand for, from the highest value down.
    pub key: Vec<RegisterKeyPart>,
}

/// Whose rating a column is.
#[derive(Debug, Serialize)]
pub struct RaterPart {
    /// The name of who was rated.
    pub name: String,
    /// `self`, `manager`, `assessor`, or `none` where the file does not say.
    pub by: &'static str,
    /// The rating's date.
    pub date: String,
}

/// One statement in all ratings.
#[derive(Debug, Serialize)]
pub struct RegisterRowPart {
    /// Its key.
    pub id: String,
    /// What it says.
    pub text: String,
    /// Whether more is said of it in some rating than the answer.
    pub is_remarked: bool,
    /// What each rating says of it, in the order of the columns.
    pub cells: Vec<RegisterCellPart>,
}

/// What a rating says of a statement.
#[derive(Debug, Clone, Serialize)]
pub struct RegisterCellPart {
    /// The answer's value, 0 to 1 or on its scale; none without one.
    pub value: Option<Figure>,
    /// What is known.
    pub state: &'static str,
    /// Whether evidence is cited.
    pub has_evidence: bool,
}

/// An answer and the value that stands for it.
#[derive(Debug, Serialize)]
pub struct RegisterKeyPart {
    /// The value.
    pub value: Figure,
    /// The answer in words.
    pub answer: String,
}

/// The ratings skill by skill, in their order.
pub(super) fn registers(ratings: &[PersonRatingPart]) -> Vec<RegisterPart> {
    let mut skills: Vec<(&str, Vec<&PersonRatingPart>)> = Vec::new();
    for rating in ratings {
        match skills.iter_mut().find(|(skill, _)| *skill == rating.skill) {
            Some((_, own)) => own.push(rating),
            None => skills.push((&rating.skill, vec![rating])),
        }
    }
    let skills = skills.iter();
    skills
        .flat_map(|(_, own)| own.chunks(MOST_RATINGS).map(register))
        .collect()
}

fn register(ratings: &[&PersonRatingPart]) -> RegisterPart {
    let mut rows: Vec<RegisterRowPart> = Vec::new();
    let mut positions: HashMap<&str, usize> = HashMap::new();
    let mut key: Vec<RegisterKeyPart> = Vec::new();
    for (column, rating) in ratings.iter().enumerate() {
        for group in &rating.answers {
            if let (Some(value), Some(answer)) = (&group.value, &group.answer)
                && !key.iter().any(|own| own.answer == *answer)
            {
                key.push(RegisterKeyPart {
                    value: value.clone(),
                    answer: answer.clone(),
                });
            }
            for statement in &group.questions {
                let position = *positions.entry(&statement.id).or_insert_with(|| {
                    rows.push(row(statement, ratings.len()));
                    rows.len() - 1
                });
                rows[position].is_remarked |=
                    statement.note.is_some() || statement.reason.is_some();
                rows[position].cells[column] = RegisterCellPart {
                    value: group.value.clone(),
                    state: group.state,
                    has_evidence: !statement.evidence.is_empty(),
                };
            }
        }
    }
    key.sort_by(|one, other| other.value.0.cmp(&one.value.0));
    rows.sort_by(|one, other| one.id.cmp(&other.id));
    RegisterPart {
        skill: ratings[0].skill.clone(),
        raters: ratings
            .iter()
            .map(|own| RaterPart {
                name: own.name.clone(),
                by: own.by,
                date: own.date.clone(),
            })
            .collect(),
        rows,
        key,
    }
}

/// A statement of which nothing is said yet.
fn row(statement: &StatementPart, ratings: usize) -> RegisterRowPart {
    let silent = RegisterCellPart {
        value: None,
        state: "unanswered",
        has_evidence: false,
    };
    RegisterRowPart {
        id: statement.id.clone(),
        text: statement.text.clone(),
        is_remarked: false,
        cells: vec![silent; ratings],
    }
}
