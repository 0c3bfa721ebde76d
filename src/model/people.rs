//! Persons, and the roles that ask skills of them.

use super::id::Id;
use super::place::Place;
use super::text::Text;

/// What a role asks for.
#[derive(Debug, Clone)]
pub struct Role {
    /// Its name in files.
    pub id: Id,
    /// Its title; the id where none is written.
    pub title: Text,
    /// Skills, each with the level required.
    pub requires: Vec<Requirement>,
    /// Where its id is written.
    pub place: Place,
}

/// A skill that a role asks for.
#[derive(Debug, Clone)]
pub struct Requirement {
    /// The skill.
    pub skill: Id,
    /// The level required.
    pub level: u32,
    /// Where the level is written.
    pub place: Place,
    /// Where the skill is named.
    pub skill_place: Place,
}

/// Somebody who is rated. A pseudonym is fine.
#[derive(Debug, Clone)]
pub struct Person {
    /// Their name in files.
    pub id: Id,
    /// Their name.
    pub name: Option<String>,
    /// Position of their role among the workspace's.
    pub role: Option<usize>,
    /// Where their id is written.
    pub place: Place,
}

impl Person {
    /// Their name; the id where none is written.
    #[must_use]
    pub fn called(&self) -> &str {
        self.name.as_deref().unwrap_or(self.id.as_str())
    }
}
