//! `regua people`: the level that each person holds, held against what their role asks for.

use super::Folder;
use super::context::{Context, Failure, Loaded};
use super::score::Format;
use super::table::{self, Align, Cell};
use crate::locale::{Locale, NO_VALUE, Word};
use crate::model::{Exact, Id, Method, Quantifier, Workspace};
use crate::report::people::PeopleDocument;
use crate::score::people::{People, PersonScore, Rating, SkillScore, TeamSkill};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    folder: Folder,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

pub(super) fn run(args: Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let loaded = context.load(&args.folder)?;
    match args.format {
        Format::Json => {
            let document = PeopleDocument::new(&loaded.workspace, &loaded.scores);
            let json = serde_json::to_string_pretty(&document).map_err(anyhow::Error::new)?;
            writeln!(context.out, "{json}")?;
        }
        Format::Text => {
            let text = text(&loaded, &context.locale, context.width);
            write!(context.out, "{text}")?;
        }
    }
    Ok(())
}

fn text(loaded: &Loaded, locale: &Locale, width: usize) -> String {
    let page = Page {
        workspace: &loaded.workspace,
        people: &loaded.scores.people,
        locale,
        width,
    };
    let organisation = loaded.workspace.settings.organisation.as_str();
    let words = [
        ("organisation", Word::from(organisation)),
        ("date", Word::from(locale.date(loaded.scores.as_of))),
    ];
    let heading = locale.say("people-heading", &words);
    let mut text = table::paragraph(&heading, table::bold(), 0, width);
    text.push('\n');
    if page.people.persons.is_empty() {
        text.push_str(&table::paragraph(
            &page.say("people-none"),
            anstyle::Style::new(),
            0,
            width,
        ));
        return text;
    }
    text.push_str(&page.grid());
    text.push_str(&page.gaps());
    text.push_str(&page.team());
    text.push_str(&page.thresholds());
    text
}

/// The people of one workspace on the terminal.
struct Page<'p> {
    workspace: &'p Workspace,
    people: &'p People,
    locale: &'p Locale,
    width: usize,
}

impl Page<'_> {
    fn say(&self, key: &str) -> String {
        self.locale.say(key, &[])
    }

    fn name(&self, person: usize) -> String {
        self.workspace.people[person].called().to_owned()
    }

    fn role(&self, person: usize) -> String {
        let role = self.workspace.people[person].role;
        role.map_or_else(
            || NO_VALUE.to_owned(),
            |role| {
                let title = &self.workspace.roles[role].title;
                title.in_language(self.locale.language()).to_owned()
            },
        )
    }

    /// Every skill that somebody is asked for or was rated on, each once.
    fn skills(&self) -> Vec<&Id> {
        let mut skills: Vec<&Id> = Vec::new();
        for skill in self.people.persons.iter().flat_map(|person| &person.skills) {
            if !skills.contains(&&skill.skill) {
                skills.push(&skill.skill);
            }
        }
        skills
    }

    /// Persons by skills: the level held, of the level asked for.
    fn grid(&self) -> String {
        let skills = self.skills();
        let heading = |key: &str| Cell::styled(self.say(key), table::dim());
        let mut rows = vec![vec![heading("people-person"), heading("people-role")]];
        let mut aligns = vec![Align::Left, Align::Left];
        for skill in &skills {
            rows[0].push(Cell::styled(skill.as_str(), table::dim()));
            aligns.push(Align::Right);
        }
        rows[0].push(heading("people-fit"));
        aligns.push(Align::Right);
        for person in &self.people.persons {
            let mut row = vec![
                Cell::new(self.name(person.person)),
                Cell::new(self.role(person.person)),
            ];
            for skill in &skills {
                let own = person.skills.iter().find(|own| own.skill == **skill);
                row.push(own.map_or_else(Cell::default, |own| self.standing(own)));
            }
            row.push(self.fit(person));
            rows.push(row);
        }
        table::set(&rows, &aligns, 2, self.width)
    }

    /// `3 of 4`, in the colour of a lack where there is one.
    fn standing(&self, own: &SkillScore) -> Cell {
        let held = own
            .held()
            .map_or_else(|| NO_VALUE.to_owned(), |held| held.to_string());
        let Some(requirement) = &own.required else {
            return Cell::new(held);
        };
        let words = [
            ("held", Word::from(held)),
            ("required", Word::from(requirement.level.to_string())),
        ];
        let text = self.locale.say("people-held-of", &words);
        let lacks = own.gap.value().is_some_and(|gap| *gap > Exact::ZERO);
        Cell::styled(
            text,
            if lacks {
                table::lacking()
            } else {
                anstyle::Style::new()
            },
        )
    }

    fn fit(&self, person: &PersonScore) -> Cell {
        let fit = person.fit.value();
        Cell::new(fit.map_or_else(|| NO_VALUE.to_owned(), |fit| self.locale.percent(fit, 0)))
    }

    /// Whoever lacks something, was not rated, or sees it otherwise, one line each.
    fn gaps(&self) -> String {
        let mut lines = Vec::new();
        for person in &self.people.persons {
            for own in &person.skills {
                lines.extend(self.remark(person.person, own));
            }
        }
        self.section("people-remarks", &lines)
    }

    fn remark(&self, person: usize, own: &SkillScore) -> Option<String> {
        let mut said = Vec::new();
        match (&own.required, own.standing()) {
            (Some(requirement), None) => {
                let words = [("level", Word::from(requirement.level))];
                said.push(self.locale.say("people-not-rated", &words));
            }
            (Some(requirement), Some(rating)) if own.held() < Some(requirement.level) => {
                said.push(self.lacking(requirement.level, rating));
            }
            (Some(requirement), Some(rating)) if own.held() > Some(requirement.level) => {
                let words = [("held", Word::from(self.level(rating.held)))];
                said.push(self.locale.say("people-exceeds", &words));
            }
            _ => {}
        }
        let below = own.standing().map(|rating| {
            let rubric = &self.workspace.rubrics[rating.score.rubric];
            rating.uncovered_below(rubric)
        });
        if let Some(below) = below.filter(|below| !below.is_empty()) {
            let levels: Vec<String> = below.iter().map(u32::to_string).collect();
            let words = [
                ("levels", Word::from(levels.join(", "))),
                ("count", Word::from(levels.len())),
            ];
            said.push(self.locale.say("people-uncovered", &words));
        }
        if let (Some(standing), Some(other)) = (own.standing(), own.own())
            && standing.held != other.claimed.or(other.held)
        {
            let level = other.claimed.or(other.held);
            let words = [("level", Word::from(self.level(level)))];
            said.push(self.locale.say("people-self-differs", &words));
        }
        if let Some(standing) = own.standing()
            && let Some(claimed) = standing
                .claimed
                .filter(|claimed| Some(*claimed) != standing.held)
        {
            let words = [("level", Word::from(claimed))];
            said.push(self.locale.say("people-claimed", &words));
        }
        (!said.is_empty()).then(|| {
            format!(
                "{} · {} · {}",
                self.name(person),
                own.skill,
                said.join("; ")
            )
        })
    }

    fn lacking(&self, required: u32, rating: &Rating) -> String {
        let words = [
            ("held", Word::from(self.level(rating.held))),
            ("required", Word::from(required)),
            (
                "by",
                Word::from(rating.by.map_or("none", crate::model::RatedBy::as_str)),
            ),
            (
                "date",
                Word::from(self.locale.date(rating.score.sheet.date)),
            ),
        ];
        self.locale.say("people-lacking", &words)
    }

    fn level(&self, level: Option<u32>) -> String {
        level.map_or_else(|| self.say("people-no-level"), |level| level.to_string())
    }

    /// Each level that roles ask for, with how many of those asked hold it.
    fn team(&self) -> String {
        let lines: Vec<String> = self
            .people
            .team
            .iter()
            .map(|own| self.covered(own))
            .collect();
        self.section("people-team", &lines)
    }

    fn covered(&self, own: &TeamSkill) -> String {
        let holding = own
            .required_by
            .iter()
            .filter(|person| own.held_by.contains(person));
        let words = [
            ("skill", Word::from(own.skill.as_str())),
            ("level", Word::from(own.level)),
            ("held", Word::from(holding.count())),
            ("count", Word::from(own.required_by.len())),
        ];
        let line = self.locale.say("people-covered", &words);
        match own.single_point() {
            Some(person) => {
                let words = [("name", Word::from(self.name(person)))];
                format!(
                    "{line} · {}",
                    self.locale.say("people-single-point", &words)
                )
            }
            None if own.held_by.is_empty() => format!("{line} · {}", self.say("people-nobody")),
            None => line,
        }
    }

    fn section(&self, heading: &str, lines: &[String]) -> String {
        if lines.is_empty() {
            return String::new();
        }
        let mut text = String::from("\n");
        text.push_str(&table::paragraph(
            &self.say(heading),
            table::bold(),
            2,
            self.width,
        ));
        for line in lines {
            text.push_str(&table::marked(
                &format!("• {line}"),
                anstyle::Style::new(),
                2,
                self.width,
            ));
        }
        text
    }

    /// When a level counts as held: by whom that was settled.
    fn thresholds(&self) -> String {
        let mut said: Vec<String> = Vec::new();
        for skill in self.skills() {
            let Some(rubric) = self.workspace.rubric_of_skill(skill) else {
                continue;
            };
            let rule = &self.workspace.rubrics[rubric].rules.level;
            let share = match &rule.quantifier {
                Quantifier::All => Exact::ONE,
                Quantifier::Share(share) => share.clone(),
                Quantifier::Any => continue,
            };
            if rule.method == Method::None {
                continue;
            }
            let words = [("share", Word::from(self.locale.percent(&share, 0)))];
            let line = self.locale.say("people-threshold", &words);
            if !said.contains(&line) {
                said.push(line);
            }
        }
        let mut text = String::new();
        for line in said {
            text.push('\n');
            text.push_str(&table::paragraph(&line, table::dim(), 2, self.width));
        }
        text
    }
}
