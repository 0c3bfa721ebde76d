//! Persons and the team: parts of the machine-readable result `regua/score/1`, and by themselves
//! `regua/people/1`.

use schemars::JsonSchema;
use serde::Serialize;

use super::figure::{Number, number};
use crate::model::{RatedBy, Workspace};
use crate::score::Scores;
use crate::score::people::{self, Rating};

/// The result of `people --format json`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PeopleDocument {
    /// Name and version of this format.
    pub schema: &'static str,
    /// The day the figures hold for, as an ISO date.
    pub as_of: String,
    /// Whose workspace it is.
    pub organisation: String,
    /// Persons, in the order of the files.
    pub people: Vec<Person>,
    /// Each skill and level that a role of somebody asks for, with who holds it.
    pub team: Vec<TeamSkill>,
}

impl PeopleDocument {
    /// The persons of a workspace.
    #[must_use]
    pub fn new(workspace: &Workspace, scores: &Scores) -> PeopleDocument {
        PeopleDocument {
            schema: "regua/people/1",
            as_of: scores.as_of.to_string(),
            organisation: workspace.settings.organisation.clone(),
            people: persons(workspace, &scores.people),
            team: team(workspace, &scores.people),
        }
    }
}

/// One person.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Person {
    /// The person's id.
    pub id: String,
    /// Their name, where one is written.
    pub name: Option<String>,
    /// The id of their role.
    pub role: Option<String>,
    /// How far they fill the role, 0 to 1: 1 − Σ max(required − held, 0) ÷ Σ required over rated skills.
    pub fit: Option<Number>,
    /// Of the skills that the role asks for, the share that was rated; null without a role that asks for any.
    pub coverage: Option<Number>,
    /// What the role asks for, and then what else was rated.
    pub skills: Vec<Skill>,
}

/// A person's standing in a skill.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Skill {
    /// The skill.
    pub skill: String,
    /// The level held; null without a rating, and for who holds none of the skill's levels.
    pub held: Option<u32>,
    /// The level that the role asks for.
    pub required: Option<u32>,
    /// Required less held; null without a rating or a requirement.
    pub gap: Option<Number>,
    /// The latest rating of each rater, the one that stands first.
    pub ratings: Vec<RatingPart>,
}

/// One rating.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RatingPart {
    /// `self`, `manager` or `assessor`; null where the file does not say.
    pub by: Option<&'static str>,
    /// Its date.
    pub date: String,
    /// The rubric it is by.
    pub rubric: String,
    /// The level held by it.
    pub held: Option<u32>,
    /// The level that the rater puts the person at outright.
    pub claimed: Option<u32>,
    /// Answered ÷ applicable weight of the statements, 0 to 1.
    pub coverage: Option<Number>,
}

/// How the team covers a level of a skill.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TeamSkill {
    /// The skill.
    pub skill: String,
    /// The level.
    pub level: u32,
    /// Ids of the persons of whom their role asks it.
    pub required_by: Vec<String>,
    /// Ids of those who hold it, whatever their role.
    pub held_by: Vec<String>,
    /// Of those of whom it is asked, the share that holds it.
    pub coverage: Option<Number>,
    /// The one person who holds it; null where nobody or more than one does.
    pub single_point: Option<String>,
}

/// Every person, in the order of the files.
pub(super) fn persons(workspace: &Workspace, people: &people::People) -> Vec<Person> {
    people
        .persons
        .iter()
        .map(|score| {
            let person = &workspace.people[score.person];
            Person {
                id: person.id.to_string(),
                name: person.name.clone(),
                role: person.role.map(|role| workspace.roles[role].id.to_string()),
                fit: number(score.fit.value()),
                coverage: number(score.coverage.value()),
                skills: score
                    .skills
                    .iter()
                    .map(|own| skill(workspace, own))
                    .collect(),
            }
        })
        .collect()
}

fn skill(workspace: &Workspace, own: &people::SkillScore) -> Skill {
    Skill {
        skill: own.skill.to_string(),
        held: own.held(),
        required: own.required.as_ref().map(|requirement| requirement.level),
        gap: number(own.gap.value()),
        ratings: own
            .ratings
            .iter()
            .map(|rating| part(workspace, rating))
            .collect(),
    }
}

fn part(workspace: &Workspace, rating: &Rating) -> RatingPart {
    RatingPart {
        by: rating.by.map(RatedBy::as_str),
        date: rating.score.sheet.date.to_string(),
        rubric: workspace.rubrics[rating.score.rubric].id.to_string(),
        held: rating.held,
        claimed: rating.claimed,
        coverage: number(rating.score.whole.coverage.value()),
    }
}

/// Each skill and level that is asked of somebody.
pub(super) fn team(workspace: &Workspace, people: &people::People) -> Vec<TeamSkill> {
    let id = |person: &usize| workspace.people[*person].id.to_string();
    people
        .team
        .iter()
        .map(|own| TeamSkill {
            skill: own.skill.to_string(),
            level: own.level,
            required_by: own.required_by.iter().map(id).collect(),
            held_by: own.held_by.iter().map(id).collect(),
            coverage: number(own.coverage.value()),
            single_point: own.single_point().as_ref().map(id),
        })
        .collect()
}
