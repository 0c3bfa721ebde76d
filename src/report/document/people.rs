//! What the report says of persons and of the team.

use schemars::JsonSchema;
use serde::Serialize;

use super::assessment::{EvidencePart, evidence};
use super::register::{RegisterPart, registers};
use super::{RubricPart, Writer, figure};
use crate::model::{Exact, Given, Id, QuestionIndex, RatedBy, Rubric};
use crate::report::figure::Figure;
use crate::report::people_words::PeopleWords;
use crate::score::people::{PersonScore, Rating, SkillScore, TeamSkill};
use crate::score::{AssessmentScore, State};

/// The persons of the workspace, held against what their roles ask for.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PeoplePart {
    /// Every skill that somebody is asked for or was rated on.
    pub skills: Vec<SkillPart>,
    /// The roles that somebody has, each with its persons; those without one last.
    pub roles: Vec<RolePart>,
    /// Each skill and level that a role of somebody asks for.
    pub team: Vec<TeamPart>,
    /// Own ratings beside those of somebody else.
    pub compared: Vec<ComparedPart>,
    /// When a level counts as held, in sentences.
    pub thresholds: Vec<String>,
    /// The rubrics by which somebody was rated.
    pub rubrics: Vec<RubricPart>,
    /// Every rating with its answers.
    pub ratings: Vec<PersonRatingPart>,
    /// The same ratings statement by statement.
    pub registers: Vec<RegisterPart>,
}

/// A skill.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SkillPart {
    /// Its name in files, such as `csmg`.
    pub id: String,
    /// The title of the rubric that rates it; none without one.
    pub title: Option<String>,
}

/// A role with its persons.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RolePart {
    /// Its id; none for persons without a role.
    pub id: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its persons, in the order of the files.
    pub persons: Vec<PersonPart>,
}

/// A person.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PersonPart {
    /// The id.
    pub id: String,
    /// What the person is called.
    pub name: String,
    /// How far they fill the role, 0 to 1; none without a rated skill that it asks for.
    pub fit: Option<Figure>,
    /// How many skills the role asks for.
    pub asked: usize,
    /// How many of these were rated.
    pub rated: usize,
    /// Whether all that the role asks for is held; none where it asks for nothing.
    pub fills_role: Option<bool>,
    /// A cell for each of the skills of all persons, in their order.
    pub cells: Vec<SkillCellPart>,
}

/// A person's standing in a skill.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SkillCellPart {
    /// The skill.
    pub skill: String,
    /// `met`: what the role asks for is held. `lacking`: it is not. `not_rated`: it is asked for and nobody
    /// rated it. `held`: rated, and asked for by no role. `none`: neither.
    pub state: &'static str,
    /// The level held; none without a rating, and for who holds none of the skill's levels.
    pub held: Option<u32>,
    /// The level that the role asks for.
    pub required: Option<u32>,
    /// Required less held; below zero for who holds more.
    pub gap: Option<Figure>,
    /// How dark the cell is, by the gap: `fully` without one, `largely` for one level, `partially` for two, `not`
    /// for more or for who holds no level. None where nothing is asked for or nobody rated.
    pub shade: Option<&'static str>,
    /// `self`, `manager`, `assessor`, or `none` where the file does not say: whose rating stands.
    pub by: Option<&'static str>,
    /// That rating's date.
    pub date: Option<String>,
    /// What is to be looked at, in phrases.
    pub remarks: Vec<String>,
    /// That the level held is one of the generic rubric, in a sentence.
    pub generic: Option<String>,
}

/// How the team covers a level of a skill.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TeamPart {
    /// The skill.
    pub skill: String,
    /// The level.
    pub level: u32,
    /// How many are asked for it.
    pub asked: usize,
    /// How many of these hold it.
    pub covered: usize,
    /// The share of those asked that holds it, 0 to 1.
    pub coverage: Option<Figure>,
    /// The names of all who hold it, whatever their role.
    pub held_by: Vec<String>,
    /// `single`: one person alone holds it. `nobody`: no one does. None without a risk.
    pub risk: Option<&'static str>,
    /// The risk in a phrase.
    pub risk_text: Option<String>,
}

/// An own rating beside the one that stands.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ComparedPart {
    /// The person's name.
    pub name: String,
    /// The skill.
    pub skill: String,
    /// The level by the person's own rating.
    pub own: Option<u32>,
    /// The own rating's date.
    pub own_date: String,
    /// The level by the rating that stands.
    pub other: Option<u32>,
    /// `manager`, `assessor`, or `none` where the file does not say: whose that is.
    pub by: &'static str,
    /// That rating's date.
    pub date: String,
    /// `same`, `higher` or `lower`: the own level against the other.
    pub own_is: &'static str,
}

/// A rating of a person with its answers.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PersonRatingPart {
    /// The person's name.
    pub name: String,
    /// The skill.
    pub skill: String,
    /// `self`, `manager`, `assessor`, or `none` where the file does not say.
    pub by: &'static str,
    /// Its date.
    pub date: String,
    /// The level held by it.
    pub held: Option<u32>,
    /// Answered ÷ applicable weight.
    pub coverage: Option<Figure>,
    /// The file it is written in.
    pub file: String,
    /// The questions by what was answered, from the highest value down; those without a value last.
    pub answers: Vec<AnswerGroupPart>,
    /// The statements of which more is said than the answer: a note, or why they do not apply.
    pub remarks: Vec<StatementPart>,
}

/// The questions that one answer was given to.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AnswerGroupPart {
    /// The answer in words; none without one.
    pub answer: Option<String>,
    /// Its value; none without one.
    pub value: Option<Figure>,
    /// What is known.
    pub state: &'static str,
    /// How many questions have it.
    pub count: usize,
    /// The questions; none for those that nobody answered.
    pub questions: Vec<StatementPart>,
}

/// A statement about a person, as it was rated.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StatementPart {
    /// Its key.
    pub id: String,
    /// What it says.
    pub text: String,
    /// Why it does not apply.
    pub reason: Option<String>,
    /// What somebody added.
    pub note: Option<String>,
    /// What shows the answer to be true.
    pub evidence: Vec<EvidencePart>,
}

impl Writer<'_> {
    /// None in a workspace without persons.
    pub(super) fn people(&self) -> Option<PeoplePart> {
        let people = &self.scores.people;
        if people.persons.is_empty() {
            return None;
        }
        let words = PeopleWords::new(self.workspace, people, self.sources, self.locale);
        let skills = words.skills();
        let ratings = || {
            let persons = people.persons.iter();
            persons.flat_map(|person| person.skills.iter().map(move |own| (person, own)))
        };
        let told: Vec<PersonRatingPart> = ratings()
            .flat_map(|(person, own)| {
                let of = |rating| self.rating(words.name(person.person), own, rating);
                own.ratings.iter().map(of).collect::<Vec<_>>()
            })
            .collect();
        Some(PeoplePart {
            roles: self.roles(&words, &skills),
            team: people
                .team
                .iter()
                .map(|own| Self::team(&words, own))
                .collect(),
            compared: ratings()
                .filter_map(|(person, own)| compared(&words, person, own))
                .collect(),
            thresholds: words.thresholds(),
            rubrics: self.rating_rubrics(),
            registers: registers(&told),
            ratings: told,
            skills: skills.into_iter().map(|skill| self.skill(skill)).collect(),
        })
    }

    fn skill(&self, skill: &Id) -> SkillPart {
        let rubric = self.workspace.rubric_of_skill(skill);
        SkillPart {
            id: skill.to_string(),
            title: rubric.map(|rubric| self.text(&self.workspace.rubrics[rubric].title)),
        }
    }

    fn roles(&self, words: &PeopleWords<'_>, skills: &[&Id]) -> Vec<RolePart> {
        let roles = (0..self.workspace.roles.len()).map(Some);
        roles
            .chain([None])
            .map(|role| RolePart {
                id: role.map(|role| self.workspace.roles[role].id.to_string()),
                title: role.map(|role| words.role(role)),
                persons: self
                    .scores
                    .people
                    .persons
                    .iter()
                    .filter(|person| self.workspace.people[person.person].role == role)
                    .map(|person| self.person(words, skills, person))
                    .collect(),
            })
            .filter(|role| !role.persons.is_empty())
            .collect()
    }

    fn person(&self, words: &PeopleWords<'_>, skills: &[&Id], score: &PersonScore) -> PersonPart {
        let id = &self.workspace.people[score.person].id;
        let asked = || score.skills.iter().filter(|own| own.required.is_some());
        let cell = |skill: &&Id| {
            let own = score.skills.iter().find(|own| own.skill == **skill);
            match own {
                Some(own) => Self::cell(words, own),
                None => SkillCellPart::empty(skill),
            }
        };
        let cells: Vec<SkillCellPart> = skills.iter().map(cell).collect();
        let fills_role = cells
            .iter()
            .all(|cell| matches!(cell.state, "met" | "held" | "none"));
        PersonPart {
            fills_role: (asked().count() > 0).then_some(fills_role),
            id: id.to_string(),
            name: words.name(score.person),
            fit: figure(score.fit.value()),
            asked: asked().count(),
            rated: asked().filter(|own| own.is_rated()).count(),
            cells,
        }
    }

    fn cell(words: &PeopleWords<'_>, own: &SkillScore) -> SkillCellPart {
        let standing = own.standing();
        let required = own.required.as_ref().map(|requirement| requirement.level);
        let state = match (required, standing) {
            (None, _) => "held",
            (Some(_), None) => "not_rated",
            (Some(required), Some(rating)) if rating.held < Some(required) => "lacking",
            (Some(_), Some(_)) => "met",
        };
        SkillCellPart {
            skill: own.skill.to_string(),
            state,
            held: own.held(),
            required,
            gap: figure(own.gap.value()),
            shade: own.gap.value().map(|gap| shade(gap, own.held())),
            by: standing.map(|rating| rater(rating.by)),
            date: standing.map(|rating| rating.score.sheet.date.to_string()),
            remarks: words.remarks(own),
            generic: words.generic(own),
        }
    }

    fn team(words: &PeopleWords<'_>, own: &TeamSkill) -> TeamPart {
        let covered = own
            .required_by
            .iter()
            .filter(|person| own.held_by.contains(person));
        TeamPart {
            skill: own.skill.to_string(),
            level: own.level,
            asked: own.required_by.len(),
            covered: covered.count(),
            coverage: figure(own.coverage.value()),
            held_by: own
                .held_by
                .iter()
                .map(|person| words.name(*person))
                .collect(),
            risk: match own.held_by.as_slice() {
                [] => Some("nobody"),
                [_] => Some("single"),
                _ => None,
            },
            risk_text: words.risk(own),
        }
    }

    /// In the order of `regua.yaml`.
    fn rating_rubrics(&self) -> Vec<RubricPart> {
        let persons = &self.scores.people.persons;
        let used = |index: usize| {
            let skills = persons.iter().flat_map(|person| &person.skills);
            skills
                .flat_map(|own| &own.ratings)
                .any(|rating| rating.score.rubric == index)
        };
        let rubrics = self.workspace.rubrics.iter().enumerate();
        rubrics
            .filter(|(index, _)| used(*index))
            .map(|(_, rubric)| self.rubric_part(rubric))
            .collect()
    }

    fn statement(
        &self,
        rubric: &Rubric,
        score: &AssessmentScore,
        index: QuestionIndex,
    ) -> StatementPart {
        let question = &rubric.questions[index.0];
        let answer = score.sheet.counted(self.workspace, index).next();
        let reason = answer.and_then(|answer| match &answer.given {
            Given::NotApplicable(reason) => Some(reason.clone()),
            Given::Choice(_) | Given::Number(_) | Given::Unknown => None,
        });
        StatementPart {
            id: question.key.clone(),
            text: self.text(&question.text),
            reason,
            note: answer.and_then(|answer| answer.note.clone()),
            evidence: answer.map(evidence).unwrap_or_default(),
        }
    }

    fn rating(&self, name: String, own: &SkillScore, rating: &Rating) -> PersonRatingPart {
        let score = &rating.score;
        let rubric = &self.workspace.rubrics[score.rubric];
        let mut groups: Vec<AnswerGroupPart> = Vec::new();
        for (index, question) in score.questions.iter().enumerate() {
            let stands = self.stands(rubric, score, QuestionIndex(index));
            let (answer, value) = stands.unzip();
            let state = question.state.as_str();
            let is_same = |own: &AnswerGroupPart| own.answer == answer && own.state == state;
            let position = groups.iter().position(is_same).unwrap_or_else(|| {
                groups.push(AnswerGroupPart {
                    answer,
                    value,
                    state,
                    count: 0,
                    questions: Vec::new(),
                });
                groups.len() - 1
            });
            let group = &mut groups[position];
            group.count += 1;
            if question.state != State::Unanswered {
                let statement = self.statement(rubric, score, QuestionIndex(index));
                group.questions.push(statement);
            }
        }
        // What has no value comes last: first what does not apply, then what nobody knew or answered.
        let exact = |own: &AnswerGroupPart| own.value.as_ref().map(|value| value.0.clone());
        groups.sort_by_key(|own| std::cmp::Reverse(exact(own)));
        let files = score.sheet.files().next();
        PersonRatingPart {
            name,
            skill: own.skill.to_string(),
            by: rater(rating.by),
            date: score.sheet.date.to_string(),
            held: rating.held,
            coverage: figure(score.whole.coverage.value()),
            file: files.map_or_else(String::new, |file| {
                let place = self.workspace.assessments[file].place;
                self.sources.file(place.file).path.clone()
            }),
            remarks: groups
                .iter()
                .flat_map(|group| &group.questions)
                .filter(|own| own.note.is_some() || own.reason.is_some())
                .cloned()
                .collect(),
            answers: groups,
        }
    }
}

impl SkillCellPart {
    /// Of a skill that neither the role asks for nor anybody rated.
    fn empty(skill: &Id) -> SkillCellPart {
        SkillCellPart {
            skill: skill.to_string(),
            state: "none",
            held: None,
            required: None,
            gap: None,
            shade: None,
            by: None,
            date: None,
            remarks: Vec::new(),
            generic: None,
        }
    }
}

fn rater(by: Option<RatedBy>) -> &'static str {
    by.map_or("none", RatedBy::as_str)
}

fn shade(gap: &Exact, held: Option<u32>) -> &'static str {
    if *gap <= Exact::ZERO {
        "fully"
    } else if held.is_none() || *gap > Exact::from(2u32) {
        "not"
    } else if *gap > Exact::ONE {
        "partially"
    } else {
        "largely"
    }
}

fn compared(
    words: &PeopleWords<'_>,
    person: &PersonScore,
    own: &SkillScore,
) -> Option<ComparedPart> {
    let (standing, other) = (own.standing()?, own.own()?);
    Some(ComparedPart {
        name: words.name(person.person),
        skill: own.skill.to_string(),
        own: other.held,
        own_date: other.score.sheet.date.to_string(),
        other: standing.held,
        by: rater(standing.by),
        date: standing.score.sheet.date.to_string(),
        own_is: match other.held.cmp(&standing.held) {
            std::cmp::Ordering::Equal => "same",
            std::cmp::Ordering::Greater => "higher",
            std::cmp::Ordering::Less => "lower",
        },
    })
}
