//! Service levels that missed their goal; people against their roles, and what depends on one of them.

use super::sentence::{Sentence, Telling};
use super::{NAMED, kpis};
use crate::locale::Word;
use crate::model::Exact;
use crate::report::document::{
    PeoplePart, PersonPart, ServiceLevelPart, SkillCellPart, TeamPart, Writer,
};

impl Writer<'_> {
    pub(super) fn service_level_story(&self, all: &[ServiceLevelPart]) -> Vec<Sentence> {
        let is_judged = |own: &&ServiceLevelPart| matches!(own.state, "met" | "missed");
        let judged = all.iter().filter(is_judged).count();
        let mut told = Vec::new();
        if judged > 0 {
            told.push(self.missed_goals(all, judged));
        }
        if all.len() > judged {
            let words = [
                ("count", Word::from(all.len() - judged)),
                ("judged", judged.into()),
            ];
            told.push(Sentence::plain(
                self.locale,
                "story-service-nothing",
                &words,
            ));
        }
        told
    }

    fn missed_goals(&self, all: &[ServiceLevelPart], judged: usize) -> Sentence {
        let missed: Vec<&ServiceLevelPart> =
            all.iter().filter(|own| own.state == "missed").collect();
        let mut telling = Telling::new(self.locale);
        let names = missed.iter().take(NAMED).map(|own| {
            let name = telling.name(&own.title, format!("service-level-{}", own.id));
            let share = |share: Option<&Exact>| {
                share.map_or_else(String::new, |share| self.locale.percent(share, 1))
            };
            let words = [
                ("name", Word::from(name)),
                (
                    "kept",
                    share(own.compliance.as_ref().map(|own| &own.0)).into(),
                ),
                ("goal", share(Some(&own.goal.0)).into()),
            ];
            telling.phrase("story-service-missed", &words)
        });
        let names: Vec<String> = names.collect();
        let left_out = missed.len().saturating_sub(NAMED);
        let words = [
            ("which", Word::from(kpis::which(missed.len(), judged))),
            ("missed", missed.len().into()),
            ("count", judged.into()),
            ("names", telling.list(names, left_out).into()),
        ];
        telling.say("story-service", &words)
    }

    pub(super) fn people_story(&self, people: &PeoplePart) -> Vec<Sentence> {
        let persons = || people.roles.iter().flat_map(|role| &role.persons);
        let asked: Vec<&PersonPart> = persons().filter(|own| own.fills_role.is_some()).collect();
        let mut told = Vec::new();
        if !asked.is_empty() {
            told.push(self.roles_filled(&asked));
            told.extend(self.widest_gaps(people, &asked));
            told.extend(self.unrated(&asked));
        }
        told.extend(self.single_points(people));
        told.extend(self.held_by_nobody(people));
        told
    }

    fn roles_filled(&self, asked: &[&PersonPart]) -> Sentence {
        let filled = asked.iter().filter(|own| own.fills_role == Some(true));
        let filled = filled.count();
        let words = [
            ("which", Word::from(kpis::which(filled, asked.len()))),
            ("filled", filled.into()),
            ("count", asked.len().into()),
        ];
        Sentence::plain(self.locale, "story-people-filled", &words)
    }

    /// The widest gaps between what a role asks for and what a person holds.
    fn widest_gaps(&self, people: &PeoplePart, asked: &[&PersonPart]) -> Option<Sentence> {
        let lacking = asked.iter().flat_map(|person| {
            let cells = person.cells.iter().filter(|cell| cell.state == "lacking");
            cells.map(move |cell| (*person, cell))
        });
        let mut lacking: Vec<(&PersonPart, &SkillCellPart)> = lacking.collect();
        if lacking.is_empty() {
            return None;
        }
        let gap = |cell: &SkillCellPart| cell.gap.as_ref().map(|gap| gap.0.clone());
        lacking.sort_by_cached_key(|(_, cell)| std::cmp::Reverse(gap(cell)));
        let mut telling = Telling::new(self.locale);
        let names = lacking.iter().take(NAMED).map(|(person, cell)| {
            let words = [
                (
                    "name",
                    Word::from(telling.name(&person.name, format!("person-{}", person.id))),
                ),
                ("skill", telling.quote(skill(people, &cell.skill)).into()),
                (
                    "held",
                    cell.held
                        .map_or("none".to_owned(), |held| held.to_string())
                        .into(),
                ),
                ("required", cell.required.unwrap_or(0).into()),
            ];
            telling.phrase("story-people-gap", &words)
        });
        let names = names.collect();
        let (first, last) = (lacking.first(), lacking.last());
        let are_equal = first.map(|(_, own)| gap(own)) == last.map(|(_, own)| gap(own));
        let words = [
            ("count", Word::from(lacking.len())),
            ("order", if are_equal { "none" } else { "widest" }.into()),
            (
                "names",
                telling
                    .list(names, lacking.len().saturating_sub(NAMED))
                    .into(),
            ),
        ];
        Some(telling.say("story-people-gaps", &words))
    }

    fn unrated(&self, asked: &[&PersonPart]) -> Option<Sentence> {
        let cells = asked.iter().flat_map(|person| &person.cells);
        let count = cells.filter(|cell| cell.state == "not_rated").count();
        let words = [("count", count.into())];
        (count > 0).then(|| Sentence::plain(self.locale, "story-people-unrated", &words))
    }

    fn single_points(&self, people: &PeoplePart) -> Option<Sentence> {
        self.at_risk(people, "single", "story-people-single")
    }

    fn held_by_nobody(&self, people: &PeoplePart) -> Option<Sentence> {
        self.at_risk(people, "nobody", "story-people-nobody")
    }

    fn at_risk(&self, people: &PeoplePart, risk: &str, key: &str) -> Option<Sentence> {
        let team = people.team.iter().filter(|own| own.risk == Some(risk));
        let team: Vec<&TeamPart> = team.collect();
        if team.is_empty() {
            return None;
        }
        let mut telling = Telling::new(self.locale);
        let names = team.iter().take(NAMED).map(|own| {
            let holder = own.held_by.first().map_or("", String::as_str);
            let words = [
                (
                    "skill",
                    Word::from(telling.quote(skill(people, &own.skill))),
                ),
                ("level", own.level.into()),
                ("risk", risk.into()),
                ("holder", telling.quote(holder).into()),
            ];
            telling.phrase("story-people-skill", &words)
        });
        let names = names.collect();
        let words = [
            ("count", Word::from(team.len())),
            (
                "names",
                telling.list(names, team.len().saturating_sub(NAMED)).into(),
            ),
        ];
        Some(telling.say(key, &words))
    }
}

/// What a skill is called.
fn skill<'p>(people: &'p PeoplePart, id: &'p str) -> &'p str {
    let own = people.skills.iter().find(|own| own.id == id);
    own.and_then(|own| own.title.as_deref()).unwrap_or(id)
}
