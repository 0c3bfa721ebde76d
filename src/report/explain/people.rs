//! The figures of persons, of the team and of service levels.

use super::address::Named;
use super::assessment::Page;
use super::context::{Context, PersonFigure};
use super::{Detail, Explainer, Explanation, InputPart, Shown, raw};
use crate::locale::Word;
use crate::model::RatedBy;
use crate::score::criterion::CriterionScore;
use crate::score::level::is_met;
use crate::score::people::{PersonScore, Rating, SkillScore};
use crate::score::trace::{Name, Source};

impl Explainer<'_> {
    fn person_score(&self, index: usize) -> &PersonScore {
        &self.scores.people.persons[index]
    }

    fn person_name(&self, index: usize) -> String {
        self.workspace.people[index].called().to_owned()
    }

    pub(super) fn of_person(
        &self,
        named: &Named,
        index: usize,
        figure: PersonFigure,
    ) -> Explanation {
        let score = self.person_score(index);
        let context = Context::Person(index);
        let name = self.person_name(index);
        let skill = |position: usize| {
            let own = &score.skills[position];
            (own, self.blank(named, format!("{} · {name}", own.skill)))
        };
        match figure {
            PersonFigure::Fit => {
                let mut explanation = self.blank(named, name);
                if score.fit.value().is_none() {
                    let note = match score.coverage.value() {
                        Some(_) => "explain-not-rated",
                        None => "explain-no-role",
                    };
                    explanation.notes.push(self.say(note));
                    return explanation;
                }
                self.fill(&mut explanation, context, &score.fit, Shown::Share);
                explanation.notes.push(self.say("explain-fit"));
                explanation
            }
            PersonFigure::Coverage => {
                let mut explanation = self.blank(named, name);
                self.fill(&mut explanation, context, &score.coverage, Shown::Share);
                explanation
            }
            PersonFigure::Gap(position) => {
                let (own, mut explanation) = skill(position);
                self.fill(&mut explanation, context, &own.gap, Shown::Plain);
                explanation
            }
            PersonFigure::Held(position) => {
                let (own, explanation) = skill(position);
                self.held(named, own, explanation)
            }
        }
    }

    /// The level held: which of a skill's levels are covered, by the rating that stands.
    fn held(&self, named: &Named, own: &SkillScore, mut explanation: Explanation) -> Explanation {
        let Some(rating) = own.standing() else {
            explanation.notes.push(self.say("explain-not-rated"));
            return explanation;
        };
        if let Some(level) = own.held() {
            explanation.value = raw(&level.to_string());
            explanation.shown = level.to_string();
        }
        let rubric = &self.workspace.rubrics[rating.score.rubric];
        let page = Page {
            explainer: self,
            named,
            // Nothing is asked for by the position of a rating.
            index: usize::MAX,
            score: &rating.score,
            rubric,
            supposed: &[],
        };
        explanation.rules = page.level_rules();
        for gate in &rating.score.whole.gates {
            let mut test = page.gate(gate);
            if !rating.looks_at(rubric, gate.number) {
                let words = [("level", Word::from(self.level_words(rubric, gate.number)))];
                test.text = self.locale.say("explain-level-not-rated", &words);
            }
            test.decides = own.held() == Some(gate.number);
            explanation.tests.push(test);
        }
        let words = [
            ("by", Word::from(rating.by.map_or("none", RatedBy::as_str))),
            (
                "date",
                Word::from(self.locale.date(rating.score.sheet.date)),
            ),
        ];
        explanation
            .notes
            .push(self.locale.say("explain-rated", &words));
        if let Some(level) = own.held().filter(|_| rating.is_generic()) {
            let words = [("level", Word::from(level))];
            explanation
                .notes
                .push(self.locale.say("explain-generic-level", &words));
        }
        // What decided are the statements of the level held, what is lacking those of the next.
        let gates = &rating.score.whole.gates;
        let next = gates.iter().find(|gate| Some(gate.number) > own.held());
        explanation.inputs = self.statements(rating, own.held(), &|_| true);
        let next = next.map(|gate| gate.number);
        let is_unmet = |score: &CriterionScore| !is_met(score, &rubric.rules.level.met_at);
        explanation.blocking = self.statements(rating, next, &is_unmet);
        explanation
    }

    /// The statements of a level of which something holds, each with its value and the place of an answer to it.
    fn statements(
        &self,
        rating: &Rating,
        level: Option<u32>,
        holds: &dyn Fn(&CriterionScore) -> bool,
    ) -> Vec<InputPart> {
        let rubric = &self.workspace.rubrics[rating.score.rubric];
        let own = rubric.criteria.iter().zip(&rating.score.criteria);
        own.filter(|(criterion, score)| {
            level.is_some() && criterion.level == level && criterion.is_scored() && holds(score)
        })
        .map(|(criterion, score)| {
            let place = rubric.questions_of(criterion).find_map(|(question, _)| {
                match rating.score.questions[question.0].term.source {
                    Source::Written(place) => Some(place),
                    Source::Computed | Source::Fixed => None,
                }
            });
            let value = score.known_value();
            InputPart {
                name: self.text(&criterion.title),
                value: value.map(crate::report::figure::Number::from),
                shown: value.map_or_else(
                    || crate::locale::NO_VALUE.to_owned(),
                    |value| self.shown(value, Shown::Share),
                ),
                weight: None,
                place: Some(self.cite(place.unwrap_or(criterion.place))),
                figure: None,
            }
        })
        .collect()
    }

    /// The share of those asked who hold a level.
    pub(super) fn of_team(&self, named: &Named, index: usize) -> Explanation {
        let own = &self.scores.people.team[index];
        let mut explanation = self.blank(named, format!("{} {}", own.skill, own.level));
        self.fill(
            &mut explanation,
            Context::Team(index),
            &own.coverage,
            Shown::Share,
        );
        explanation
    }

    /// The share that kept a service level in a window; in its latest where none is named.
    pub(super) fn of_service_level(
        &self,
        named: &Named,
        index: usize,
        window: Option<usize>,
    ) -> Explanation {
        let definition = &self.workspace.service_levels[index];
        let windows = &self.scores.service_levels[index].windows;
        let window = window.or_else(|| windows.len().checked_sub(1));
        let own = window.map(|window| &windows[window]);
        let mut title = self.text(&definition.title);
        if let Some(period) = own.and_then(|own| own.period) {
            title = format!("{title} · {}", self.locale.period(period));
        }
        let mut explanation = self.blank(named, title);
        if let Some(own) = own {
            let context = Context::ServiceLevel;
            self.fill(&mut explanation, context, &own.compliance, Shown::Share);
        }
        explanation.notes.push(self.say("explain-compliance"));
        explanation
    }

    /// The rating of a person that stands in a skill.
    fn standing(&self, person: usize, skill: &crate::model::Id) -> Option<&Rating> {
        let mut skills = self.person_score(person).skills.iter();
        skills.find(|own| own.skill == *skill)?.standing()
    }

    /// Somebody of whom a level is asked, with the level that they hold.
    fn holder(&self, context: Context, person: usize) -> String {
        let held = match context {
            Context::Team(index) => {
                let skill = &self.scores.people.team[index].skill;
                let mut skills = self.person_score(person).skills.iter();
                skills
                    .find(|own| own.skill == *skill)
                    .and_then(SkillScore::held)
            }
            _ => None,
        };
        let name = self.person_name(person);
        match held {
            Some(level) => {
                let words = [("name", Word::from(name)), ("level", Word::from(level))];
                self.named("holder", &words)
            }
            None => name,
        }
    }

    pub(super) fn person_term(&self, context: Context, name: Name) -> String {
        let skill = |position: usize| match context {
            Context::Person(person) => self.person_score(person).skills[position].skill.to_string(),
            _ => String::new(),
        };
        let of =
            |key: &str, position: usize| self.named(key, &[("skill", Word::from(skill(position)))]);
        match name {
            Name::RequiredLevel(position) => of("required-level", position),
            Name::HeldLevel(position) => of("held-level", position),
            Name::Holds(person) => self.holder(context, person),
            Name::AskedSkills => self.named("asked-skills", &[]),
            Name::RatedSkills => self.named("rated-skills", &[]),
            Name::CasesMet(_) => self.named("cases-met", &[]),
            Name::CasesBreached(_) => self.named("cases-breached", &[]),
            Name::CasesOverdue(_) => self.named("cases-overdue", &[]),
            Name::One => "1".to_owned(),
            Name::Zero => "0".to_owned(),
            _ => self.named("value", &[]),
        }
    }

    pub(super) fn person_detail(&self, context: Context, name: Name) -> Detail<'_> {
        let held = |person: usize, skill: &crate::model::Id| {
            format!(
                "people/{}/skills/{skill}/held",
                self.workspace.people[person].id
            )
        };
        match (context, name) {
            (Context::Person(person), Name::HeldLevel(position)) => Detail {
                figure: Some(held(
                    person,
                    &self.person_score(person).skills[position].skill,
                )),
                ..Detail::plain()
            },
            (Context::Person(person), Name::AskedSkills | Name::RatedSkills) => Detail {
                place: self.workspace.people[person]
                    .role
                    .map(|role| self.workspace.roles[role].place),
                ..Detail::plain()
            },
            (Context::Team(index), Name::Holds(person)) => {
                let skill = &self.scores.people.team[index].skill;
                let rating = self.standing(person, skill);
                let sheet = rating.and_then(|rating| rating.score.sheet.respondents.first());
                let place = sheet.map(|sheet| self.workspace.assessments[*sheet].place);
                Detail {
                    place: Some(place.unwrap_or(self.workspace.people[person].place)),
                    ..Detail::plain()
                }
            }
            _ => Detail::plain(),
        }
    }
}
