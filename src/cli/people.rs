//! `regua people`: the level that each person holds, held against what their role asks for.

use super::Folder;
use super::context::{Context, Failure, Loaded};
use super::score::Format;
use super::table::{self, Align, Cell};
use crate::locale::{Locale, NO_VALUE, Word};
use crate::model::{Exact, Workspace};
use crate::report::people::PeopleDocument;
use crate::report::people_words::PeopleWords;
use crate::score::people::{People, PersonScore, SkillScore, TeamSkill};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) folder: Folder,
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
    let people = &loaded.scores.people;
    let page = Page {
        workspace: &loaded.workspace,
        people,
        words: PeopleWords::new(&loaded.workspace, people, &loaded.sources, locale),
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
    words: PeopleWords<'p>,
    locale: &'p Locale,
    width: usize,
}

impl Page<'_> {
    fn say(&self, key: &str) -> String {
        self.locale.say(key, &[])
    }

    fn name(&self, person: usize) -> String {
        self.words.name(person)
    }

    fn role(&self, person: usize) -> String {
        let role = self.workspace.people[person].role;
        role.map_or_else(|| NO_VALUE.to_owned(), |role| self.words.role(role))
    }

    /// Persons by skills: the level held, of the level asked for.
    fn grid(&self) -> String {
        let skills = self.words.skills();
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
        let held = PeopleWords::figure(own.held());
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
                let said = self.words.remarks(own);
                let remarks = (!said.is_empty()).then(|| said.join("; "));
                for line in remarks.into_iter().chain(self.words.generic(own)) {
                    let name = self.name(person.person);
                    lines.push(format!("{name} · {} · {line}", own.skill));
                }
            }
        }
        self.section("people-remarks", &lines)
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
        match self.words.risk(own) {
            Some(risk) => format!("{line} · {risk}"),
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
        let mut text = String::new();
        for line in self.words.thresholds() {
            text.push('\n');
            text.push_str(&table::paragraph(&line, table::dim(), 2, self.width));
        }
        text
    }
}
