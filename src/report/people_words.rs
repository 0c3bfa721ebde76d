//! What is said of persons and of the team, for the terminal and the report alike: one wording for one thing.

use crate::diagnostic::Sources;
use crate::locale::{Locale, NO_VALUE, Word};
use crate::model::{Exact, Id, Method, Place, Quantifier, RatedBy, Workspace};
use crate::score::people::{People, Rating, SkillScore, TeamSkill};

/// Puts the persons of one workspace into the reader's words.
#[derive(Debug, Clone, Copy)]
pub struct PeopleWords<'w> {
    workspace: &'w Workspace,
    people: &'w People,
    sources: &'w Sources,
    locale: &'w Locale,
}

impl<'w> PeopleWords<'w> {
    /// The words for a workspace's persons, in the language of `locale`.
    #[must_use]
    pub fn new(
        workspace: &'w Workspace,
        people: &'w People,
        sources: &'w Sources,
        locale: &'w Locale,
    ) -> PeopleWords<'w> {
        PeopleWords {
            workspace,
            people,
            sources,
            locale,
        }
    }

    /// What a person is called.
    #[must_use]
    pub fn name(&self, person: usize) -> String {
        self.workspace.people[person].called().to_owned()
    }

    /// The title of a role.
    #[must_use]
    pub fn role(&self, role: usize) -> String {
        let title = &self.workspace.roles[role].title;
        title.in_language(self.locale.language()).to_owned()
    }

    /// Every skill that somebody is asked for or was rated on, each once.
    #[must_use]
    pub fn skills(&self) -> Vec<&'w Id> {
        let mut skills: Vec<&Id> = Vec::new();
        for skill in self.people.persons.iter().flat_map(|person| &person.skills) {
            if !skills.contains(&&skill.skill) {
                skills.push(&skill.skill);
            }
        }
        skills
    }

    /// What is to be looked at in a person's standing in a skill: what they lack or have to spare, that nobody rated them,
    /// that a lower level is not covered, that they see it otherwise, that a rater puts them elsewhere. Empty where there is nothing to say.
    #[must_use]
    pub fn remarks(&self, own: &SkillScore) -> Vec<String> {
        let mut said = Vec::new();
        match (&own.required, own.standing()) {
            (Some(requirement), None) => {
                let words = [("level", Word::from(requirement.level))];
                said.push(self.locale.say("people-not-rated", &words));
            }
            (Some(requirement), Some(rating)) if own.held() < Some(requirement.level) => {
                said.push(self.lacking(requirement.level, rating));
                said.extend(self.unfinished(requirement.level, rating));
            }
            (Some(requirement), Some(rating)) if own.held() > Some(requirement.level) => {
                let words = [("held", level(rating.held))];
                said.push(self.locale.say("people-exceeds", &words));
            }
            _ => {}
        }
        said.extend(own.standing().and_then(|rating| self.uncovered(rating)));
        if let (Some(standing), Some(other)) = (own.standing(), own.own()) {
            let seen = other.claimed.or(other.held);
            if standing.held != seen {
                let words = [("level", level(seen))];
                said.push(self.locale.say("people-self-differs", &words));
            }
        }
        if let Some(standing) = own.standing()
            && let Some(claimed) = standing.claimed.filter(|own| Some(*own) != standing.held)
        {
            let words = [("level", Word::from(claimed))];
            said.push(self.locale.say("people-claimed", &words));
        }
        said
    }

    /// That the level held is one that the skill does not describe, in a sentence.
    #[must_use]
    pub fn generic(&self, own: &SkillScore) -> Option<String> {
        let standing = own.standing().filter(|standing| standing.is_generic())?;
        let words = [("level", Word::from(standing.held?))];
        Some(self.locale.say("explain-generic-level", &words))
    }

    /// That a level below the one held was looked at, and is not covered.
    fn uncovered(&self, rating: &Rating) -> Option<String> {
        let below = rating.uncovered_below(&self.workspace.rubrics[rating.score.rubric]);
        let levels: Vec<String> = below.iter().map(u32::to_string).collect();
        let words = [
            ("levels", Word::from(levels.join(", "))),
            ("count", Word::from(levels.len())),
        ];
        let said = || self.locale.say("people-uncovered", &words);
        (!below.is_empty()).then(said)
    }

    fn lacking(&self, required: u32, rating: &Rating) -> String {
        let by = rating.by.map_or("none", RatedBy::as_str);
        let date = self.locale.date(rating.score.sheet.date);
        let words = [
            ("held", level(rating.held)),
            ("required", Word::from(required)),
            ("by", Word::from(by)),
            ("date", Word::from(date)),
        ];
        self.locale.say("people-lacking", &words)
    }

    /// That statements up to the level that is asked for were not looked at yet: what is not held may only not be
    /// rated.
    fn unfinished(&self, required: u32, rating: &Rating) -> Option<String> {
        let rubric = &self.workspace.rubrics[rating.score.rubric];
        let asked = rubric.criteria.iter().filter(|criterion| {
            criterion.is_scored() && criterion.level.is_some_and(|level| level <= required)
        });
        let (mut rated, mut total) = (0, 0);
        for criterion in asked {
            for (index, _) in rubric.questions_of(criterion) {
                total += 1;
                rated += usize::from(!rating.score.questions[index.0].state.is_missing());
            }
        }
        let words = [
            ("rated", Word::from(rated)),
            ("total", Word::from(total)),
            ("level", Word::from(required)),
        ];
        (rated < total).then(|| self.locale.say("people-unfinished", &words))
    }

    /// What the team must know of who holds a level: that one person alone does, or nobody.
    #[must_use]
    pub fn risk(&self, own: &TeamSkill) -> Option<String> {
        match own.single_point() {
            Some(person) => {
                let words = [("name", Word::from(self.name(person)))];
                Some(self.locale.say("people-single-point", &words))
            }
            None if own.held_by.is_empty() => Some(self.locale.say("people-nobody", &[])),
            None => None,
        }
    }

    /// When a level counts as held, and by whom that was settled: once for all skills, or for each where they
    /// differ.
    #[must_use]
    pub fn thresholds(&self) -> Vec<String> {
        let mut said: Vec<(String, Vec<&str>)> = Vec::new();
        for skill in self.skills() {
            let Some(line) = self.threshold(skill) else {
                continue;
            };
            match said.iter_mut().find(|(known, _)| *known == line) {
                Some((_, skills)) => skills.push(skill.as_str()),
                None => said.push((line, vec![skill.as_str()])),
            }
        }
        let differ = said.len() > 1;
        said.into_iter()
            .map(|(line, skills)| {
                if differ {
                    format!("{}: {line}", skills.join(", "))
                } else {
                    line
                }
            })
            .collect()
    }

    fn threshold(&self, skill: &Id) -> Option<String> {
        let rules = &self.workspace.rubrics[self.workspace.rubric_of_skill(skill)?].rules;
        let share = match &rules.level.quantifier {
            Quantifier::All => Exact::ONE,
            Quantifier::Share(share) => share.clone(),
            Quantifier::Any => return None,
        };
        if rules.level.method == Method::None {
            return None;
        }
        let words = [("share", Word::from(self.locale.percent(&share, 0)))];
        let line = self.locale.say("people-threshold", &words);
        let place = rules.places.parts.quantifier;
        Some(if place.is_some_and(|place| self.is_shipped(place)) {
            format!("{line} {}", self.locale.say("people-threshold-ours", &[]))
        } else {
            line
        })
    }

    /// Whether something is written in a rubric that comes with the program.
    fn is_shipped(&self, place: Place) -> bool {
        self.sources.file(place.file).path.starts_with("regua:")
    }

    /// A level as a figure; a dash where none is held.
    #[must_use]
    pub fn figure(held: Option<u32>) -> String {
        held.map_or_else(|| NO_VALUE.to_owned(), |held| held.to_string())
    }
}

/// A level for a sentence, which has a word of its own for none.
fn level(held: Option<u32>) -> Word {
    Word::from(held.map_or_else(|| "none".to_owned(), |held| held.to_string()))
}
