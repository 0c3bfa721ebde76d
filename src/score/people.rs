//! Persons: the level each holds in a skill, held against what their role asks for.
//!
//! A rating of a person is an assessment like any other, by a rubric whose levels are those of the skill. A
//! level is held when enough of its statements are covered, by the rubric's own level rule; one that the skill
//! does not describe, between its lowest and its highest, is that of the generic rubric.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::answers::Sheet;
use super::assessment::{self, AssessmentScore, Engine};
use super::level::Gate;
use super::measure::Series;
use super::trace::{Formula, Name, Term, Traced, Weighted};
use crate::model::{Exact, Id, Method, RatedBy, Requirement, Rubric, Workspace};

/// The skill of the rubric that describes the levels of responsibility themselves, whatever the skill.
pub const GENERIC: &str = "generic";

/// What is known of the persons of a workspace.
#[derive(Debug, Clone, Default)]
pub struct People {
    /// Each of the workspace's persons.
    pub persons: Vec<PersonScore>,
    /// Each skill and level that a role of somebody asks for, in the order of the roles.
    pub team: Vec<TeamSkill>,
}

/// One person.
#[derive(Debug, Clone)]
pub struct PersonScore {
    /// Position among the workspace's persons.
    pub person: usize,
    /// What their role asks for, in its order, and then what else they were rated on.
    pub skills: Vec<SkillScore>,
    /// How far the person fills the role: 1 − Σ max(required − held, 0) ÷ Σ required, over the skills that the
    /// role asks for and that were rated, without credit for holding more. None without any.
    pub fit: Traced,
    /// Of the skills that the role asks for, the share that was rated, 0 to 1; none without any.
    pub coverage: Traced,
}

/// A person's standing in one skill.
#[derive(Debug, Clone)]
pub struct SkillScore {
    /// The skill.
    pub skill: Id,
    /// What the role asks for.
    pub required: Option<Requirement>,
    /// The latest rating of each rater up to the day, the one that stands first.
    pub ratings: Vec<Rating>,
    /// Required less held; below zero for who holds more. None without a rating.
    pub gap: Traced,
}

/// One rating of a person.
#[derive(Debug, Clone)]
pub struct Rating {
    /// Who rated; none where the file does not say.
    pub by: Option<RatedBy>,
    /// The level held by it.
    pub held: Option<u32>,
    /// The level that the rater puts the person at outright.
    pub claimed: Option<u32>,
    /// Everything computed from it.
    pub score: AssessmentScore,
}

impl Rating {
    /// Whether it says anything about a level of the skill. `rubric` is the one it was made by.
    #[must_use]
    pub fn looks_at(&self, rubric: &Rubric, level: u32) -> bool {
        let own = rubric.criteria.iter().zip(&self.score.criteria);
        own.filter(|(criterion, _)| criterion.level == Some(level))
            .any(|(_, score)| score.known_value().is_some())
    }

    /// Levels below the one held that it looks at and finds not covered.
    #[must_use]
    pub fn uncovered_below(&self, rubric: &Rubric) -> Vec<u32> {
        let gates = self.score.whole.gates.iter();
        let below = gates.filter(|gate| Some(gate.number) < self.held && !gate.own.passes);
        below
            .filter(|gate| self.looks_at(rubric, gate.number))
            .map(|gate| gate.number)
            .collect()
    }
}

/// How a team covers a level of a skill.
#[derive(Debug, Clone)]
pub struct TeamSkill {
    /// The skill.
    pub skill: Id,
    /// The level.
    pub level: u32,
    /// Persons of whom their role asks it.
    pub required_by: Vec<usize>,
    /// Persons who hold it, whatever their role.
    pub held_by: Vec<usize>,
    /// Of those of whom it is asked, the share that holds it.
    pub coverage: Traced,
}

impl TeamSkill {
    /// The one person who holds it, where the team would lose it with them.
    #[must_use]
    pub fn single_point(&self) -> Option<usize> {
        match self.held_by.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }
}

impl SkillScore {
    /// The level held by the rating that stands.
    #[must_use]
    pub fn held(&self) -> Option<u32> {
        self.standing()?.held
    }

    /// Whether anybody rated it.
    #[must_use]
    pub fn is_rated(&self) -> bool {
        !self.ratings.is_empty()
    }

    /// The rating that stands: the latest of somebody else, of one day an assessor's; the person's own where
    /// there is no other.
    #[must_use]
    pub fn standing(&self) -> Option<&Rating> {
        self.ratings.first()
    }

    /// The person's own rating, where another stands.
    #[must_use]
    pub fn own(&self) -> Option<&Rating> {
        let mut others = self.ratings.iter().skip(1);
        others.find(|rating| rating.by == Some(RatedBy::Own))
    }
}

impl Rating {
    /// Whether the skill does not describe the level held, so that the generic statements of it decided.
    #[must_use]
    pub fn is_generic(&self) -> bool {
        let own = &self.score.whole.gates;
        let (Some(held), Some(lowest)) = (self.held, own.first()) else {
            return false;
        };
        lowest.number < held && own.iter().all(|gate| gate.number != held)
    }
}

/// Holds the persons of a workspace against their roles, by the ratings up to `as_of`.
pub(crate) fn people(workspace: &Workspace, series: &[Series], as_of: NaiveDate) -> People {
    let mut ratings = ratings(workspace, series, as_of);
    let persons: Vec<PersonScore> = (0..workspace.people.len())
        .map(|person| {
            person_score(
                workspace,
                person,
                ratings.remove(&person).unwrap_or_default(),
            )
        })
        .collect();
    let team = team(workspace, &persons);
    People { persons, team }
}

/// The ratings of a person, by rubric.
type Rated = BTreeMap<usize, Vec<Rating>>;

/// The latest rating of each person by each rater and rubric.
fn ratings(workspace: &Workspace, series: &[Series], as_of: NaiveDate) -> BTreeMap<usize, Rated> {
    let mut found: BTreeMap<usize, Rated> = BTreeMap::new();
    let mut engines = BTreeMap::new();
    for (index, file) in workspace.assessments.iter().enumerate() {
        let Some(id) = file.person.as_ref().filter(|_| file.date <= as_of) else {
            continue;
        };
        let Some(person) = workspace.people.iter().position(|person| person.id == *id) else {
            continue;
        };
        let engine = engines
            .entry(file.rubric)
            .or_insert_with(|| Engine::new(workspace, &workspace.rubrics[file.rubric]));
        let sheet = Sheet {
            rubric: file.rubric,
            date: file.date,
            respondents: vec![index],
            consensus: None,
        };
        let score = assessment::score(engine, series, sheet, as_of);
        let rating = Rating {
            by: file.rated_by,
            held: score.whole.level,
            claimed: file.claimed.map(|(level, _)| level),
            score,
        };
        let own = found
            .entry(person)
            .or_default()
            .entry(file.rubric)
            .or_default();
        // Files come by date: what is later takes the place of what the same rater said before.
        own.retain(|known| known.by != rating.by);
        own.push(rating);
    }
    found
}

fn person_score(workspace: &Workspace, person: usize, mut rated: Rated) -> PersonScore {
    for ratings in rated.values_mut() {
        ratings.sort_by_key(|rating| std::cmp::Reverse(precedence(rating)));
    }
    let generic = workspace
        .rubrics
        .iter()
        .position(|rubric| {
            rubric
                .skill
                .as_ref()
                .is_some_and(|skill| skill.as_str() == GENERIC)
        })
        .and_then(|rubric| rated.get(&rubric)?.first())
        .map(|rating| rating.score.whole.gates.clone())
        .unwrap_or_default();
    let role = workspace.people[person]
        .role
        .map(|role| &workspace.roles[role]);
    let required = role.map_or(&[][..], |role| &role.requires);
    let mut skills: Vec<SkillScore> = Vec::new();
    for requirement in required {
        let ratings = workspace
            .rubric_of_skill(&requirement.skill)
            .and_then(|rubric| rated.remove(&rubric));
        let ratings = ratings.unwrap_or_default();
        let position = skills.len();
        let skill = requirement.skill.clone();
        skills.push(skill_score(
            workspace,
            (position, skill),
            Some(requirement),
            ratings,
            &generic,
        ));
    }
    for (rubric, ratings) in rated {
        let rubric = &workspace.rubrics[rubric];
        let skill = rubric.skill.as_ref().unwrap_or(&rubric.id).clone();
        skills.push(skill_score(
            workspace,
            (skills.len(), skill),
            None,
            ratings,
            &generic,
        ));
    }
    PersonScore {
        person,
        fit: fit(&skills),
        coverage: rated_share(&skills),
        skills,
    }
}

/// What stands comes first: another's word before one's own, the later before the earlier, and of one day an
/// assessor's.
fn precedence(rating: &Rating) -> (bool, NaiveDate, bool) {
    (
        rating.by != Some(RatedBy::Own),
        rating.score.sheet.date,
        rating.by == Some(RatedBy::Assessor),
    )
}

fn skill_score(
    workspace: &Workspace,
    (position, skill): (usize, Id),
    required: Option<&Requirement>,
    mut ratings: Vec<Rating>,
    generic: &[Gate],
) -> SkillScore {
    for rating in &mut ratings {
        rating.held = held(workspace, rating, generic);
    }
    let held = ratings.first().and_then(|rating| rating.held);
    let gap = match required.filter(|_| !ratings.is_empty()) {
        Some(requirement) => Formula::less(
            required_level(position, requirement),
            held_level(position, held),
        ),
        None => Term::none(Name::SkillGap(position)).into(),
    };
    SkillScore {
        skill,
        required: required.cloned(),
        ratings,
        gap: Traced::of(gap),
    }
}

/// The level held by a rating: by the rubric's rule over its own levels and, in between, the generic ones that
/// the skill does not describe.
fn held(workspace: &Workspace, rating: &Rating, generic: &[Gate]) -> Option<u32> {
    let own = &rating.score.whole.gates;
    let (Some(lowest), Some(highest)) = (own.first(), own.last()) else {
        return rating.score.whole.level;
    };
    let between = lowest.number..highest.number;
    let is_missing = |gate: &&Gate| {
        between.contains(&gate.number) && own.iter().all(|own| own.number != gate.number)
    };
    let mut gates: Vec<&Gate> = own
        .iter()
        .chain(generic.iter().filter(is_missing))
        .collect();
    if gates.len() == own.len() {
        return rating.score.whole.level;
    }
    gates.sort_by_key(|gate| gate.number);
    let rubric = &workspace.rubrics[rating.score.rubric];
    let is_highest = rubric.rules.level.method == Method::Highest;
    let mut lower_hold = true;
    let mut held = rubric.floor;
    for gate in gates {
        if gate.own.passes && (is_highest || lower_hold) {
            held = Some(gate.number);
        }
        lower_hold = lower_hold && gate.lower.passes;
    }
    held
}

fn required_level(position: usize, requirement: &Requirement) -> Term {
    let level = Exact::from(requirement.level);
    Term::written(Name::RequiredLevel(position), &level, requirement.place)
}

/// The level held; who was rated and holds none of a skill's levels is at zero.
fn held_level(position: usize, held: Option<u32>) -> Term {
    Term::computed(
        Name::HeldLevel(position),
        Some(held.map_or(Exact::ZERO, Exact::from)),
    )
}

/// 1 − Σ max(required − held, 0) ÷ Σ required
fn fit(skills: &[SkillScore]) -> Traced {
    let rated = || {
        skills.iter().enumerate().filter_map(|(position, skill)| {
            let requirement = skill.required.as_ref().filter(|_| skill.is_rated())?;
            Some((position, skill, requirement))
        })
    };
    let lacking = rated().map(|(position, skill, requirement)| {
        let gap = Formula::less(
            required_level(position, requirement),
            held_level(position, skill.held()),
        );
        Formula::Highest(vec![gap, Term::fixed(Name::Zero, Exact::ZERO).into()])
    });
    let wanted =
        rated().map(|(position, _, requirement)| required_level(position, requirement).into());
    Traced::of(Formula::less(
        Term::fixed(Name::One, Exact::ONE),
        Formula::over(
            Formula::Sum(lacking.collect()),
            Formula::Sum(wanted.collect()),
        ),
    ))
}

/// Of the skills asked for, the share that was rated.
fn rated_share(skills: &[SkillScore]) -> Traced {
    let asked = || skills.iter().filter(|skill| skill.required.is_some());
    let rated = asked().filter(|skill| skill.is_rated()).count();
    Traced::of(Formula::over(
        Term::fixed(Name::RatedSkills, Exact::from(rated)),
        Term::fixed(Name::AskedSkills, Exact::from(asked().count())),
    ))
}

/// Each skill and level that somebody's role asks for, with who holds it.
fn team(workspace: &Workspace, persons: &[PersonScore]) -> Vec<TeamSkill> {
    let asked = |person: &PersonScore| {
        let role = workspace.people[person.person].role;
        role.map_or(&[][..], |role| &workspace.roles[role].requires)
    };
    let mut team: Vec<TeamSkill> = Vec::new();
    for role in &workspace.roles {
        for requirement in &role.requires {
            let is_same = |own: &Requirement| {
                own.skill == requirement.skill && own.level == requirement.level
            };
            let is_known = team
                .iter()
                .any(|known| known.skill == requirement.skill && known.level == requirement.level);
            let required_by: Vec<usize> = persons
                .iter()
                .filter(|person| asked(person).iter().any(is_same))
                .map(|person| person.person)
                .collect();
            if is_known || required_by.is_empty() {
                continue;
            }
            let holds = |person: &&PersonScore| {
                let mut skills = person.skills.iter();
                let own = skills.find(|skill| skill.skill == requirement.skill);
                own.and_then(SkillScore::held) >= Some(requirement.level)
            };
            let held_by: Vec<usize> = persons
                .iter()
                .filter(holds)
                .map(|person| person.person)
                .collect();
            team.push(TeamSkill {
                skill: requirement.skill.clone(),
                level: requirement.level,
                coverage: coverage(&required_by, &held_by),
                required_by,
                held_by,
            });
        }
    }
    team
}

/// Of those asked, the share that holds.
fn coverage(required_by: &[usize], held_by: &[usize]) -> Traced {
    let parts = required_by.iter().map(|person| {
        let holds = held_by.contains(person);
        let value = if holds { Exact::ONE } else { Exact::ZERO };
        Weighted::evenly(Term::fixed(Name::Holds(*person), value))
    });
    Traced::of(Formula::Mean(parts.collect()))
}
