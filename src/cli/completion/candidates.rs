//! What could stand where the cursor is.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Arg;

use super::typed::{Place, Typed};
use crate::check::gates::Gate;
use crate::diagnostic::Code;
use crate::locale::{Locale, Topic};
use crate::model::{
    Cycle, Id, Language, Period, RatedBy, Rubric, Settings, Text, Workspace, parse_day,
};
use crate::read::{self, Inputs, Read, shipped_rubrics};
use crate::render::templates::replaceable;
use crate::report::explain::Explainer;
use crate::score;
use crate::workspace;

/// Something that could stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    /// The whole word.
    pub(super) word: String,
    /// The part of it that is told apart from others.
    pub(super) shown: String,
    /// What it is; may be empty.
    pub(super) about: String,
}

/// What of the disk could stand there as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum More {
    #[default]
    Nothing,
    Files,
    Folders,
}

/// All that could stand there.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) words: Vec<Candidate>,
    pub(super) more: More,
}

/// What is at hand to complete from: as much of the workspace as can be read.
pub(super) struct Shelf {
    today: NaiveDate,
    read: Option<Read>,
}

impl Shelf {
    /// The workspace of a line: the folder that it names, or where one stands.
    pub(super) fn open(named: Option<&str>, today: NaiveDate) -> Shelf {
        let named = named.map(|folder| match folder.strip_prefix("~/") {
            Some(below) => std::env::home_dir().unwrap_or_default().join(below),
            None => PathBuf::from(folder),
        });
        let root = workspace::find(named.as_deref()).ok();
        let inputs = || workspace::read(root.as_ref()?).ok();
        let mut read = inputs()
            .filter(|inputs| inputs.settings.is_some())
            .map(|inputs| read::workspace(inputs, today));
        if read.as_ref().is_some_and(|read| read.workspace.is_none()) {
            // `regua.yaml` cannot be read; what lies beside it can, as if every shipped rubric were in use.
            let names: Vec<&str> = shipped_rubrics().collect();
            let settings = Inputs::with_rubrics(&names).settings;
            read = inputs().map(|inputs| read::workspace(Inputs { settings, ..inputs }, today));
        }
        Shelf { today, read }
    }

    /// Whether the line stands in a workspace, or names one.
    pub(super) fn is_workspace(&self) -> bool {
        self.read.is_some()
    }

    /// The language of the workspace.
    pub(super) fn language(&self) -> Option<Language> {
        self.settings()?.language
    }

    fn workspace(&self) -> Option<&Workspace> {
        self.read.as_ref()?.workspace.as_ref()
    }

    fn settings(&self) -> Option<&Settings> {
        Some(&self.workspace()?.settings)
    }

    fn rubrics(&self) -> impl Iterator<Item = &Rubric> {
        self.workspace().into_iter().flat_map(|own| &own.rubrics)
    }

    fn cycles(&self) -> impl Iterator<Item = &Cycle> {
        self.workspace().into_iter().flat_map(|own| &own.cycles)
    }

    /// Cycles that are not closed: those that have begun, or all where none has.
    fn open_cycles(&self) -> Vec<&Cycle> {
        let open = || self.cycles().filter(|cycle| cycle.closing.is_none());
        let begun: Vec<&Cycle> = open()
            .filter(|cycle| cycle.days.first <= self.today)
            .collect();
        match begun.is_empty() {
            true => open().collect(),
            false => begun,
        }
    }

    /// The paths of the workspace's own files.
    fn files(&self) -> impl Iterator<Item = &str> {
        let files = self.read.iter().flat_map(|read| read.sources.read());
        let paths = files.map(|file| file.path.as_str());
        paths.filter(|path| !path.starts_with("regua:"))
    }
}

/// All that could stand where the cursor is.
pub(super) fn of(typed: &Typed<'_>, shelf: &Shelf, locale: &Locale) -> Found {
    let mut list = List {
        before: typed.before.clone(),
        locale,
        found: Found::default(),
    };
    match typed.at {
        Place::Nothing => {}
        Place::Command => {
            for command in typed.command.get_subcommands() {
                let about = command.get_about().map(ToString::to_string);
                if !command.is_hide_set() {
                    list.add(command.get_name(), about.unwrap_or_default());
                }
            }
        }
        Place::Option => {
            for option in typed.options() {
                let about = option.get_help().map(ToString::to_string);
                if let Some(long) = option.get_long() {
                    list.add(format!("--{long}"), about.unwrap_or_default());
                }
            }
        }
        Place::Value(argument) => {
            let mut begun = typed.begun.as_str();
            // What is written already is not to be written again.
            let mut named: Vec<&str> = match argument.is_positional() {
                true => typed.values(argument.get_id().as_str()).collect(),
                false => Vec::new(),
            };
            if let Some(delimiter) = argument.get_value_delimiter()
                && let Some((others, last)) = begun.rsplit_once(delimiter)
            {
                list.before.push_str(others);
                list.before.push(delimiter);
                named.extend(others.split(delimiter));
                begun = last;
            }
            Values {
                typed,
                shelf,
                begun,
                list: &mut list,
            }
            .of(argument);
            let words = &mut list.found.words;
            words.retain(|own| !named.contains(&own.shown.as_str()));
        }
    }
    list.found
}

/// Candidates being gathered: none twice, and none that a terminal would obey.
struct List<'l> {
    before: String,
    locale: &'l Locale,
    found: Found,
}

impl List<'_> {
    fn add(&mut self, word: impl AsRef<str>, about: impl AsRef<str>) {
        let shown = word.as_ref();
        let whole = format!("{}{shown}", self.before);
        let is_there = self.found.words.iter().any(|own| own.word == whole);
        if shown.is_empty() || is_there || whole.chars().any(is_unseen) {
            return;
        }
        self.found.words.push(Candidate {
            word: whole,
            shown: shown.to_owned(),
            about: on_one_line(about.as_ref()),
        });
    }

    fn text(&mut self, word: impl AsRef<str>, about: &Text) {
        let about = about.in_language(self.locale.language());
        let about = if about == word.as_ref() { "" } else { about };
        self.add(word, about);
    }
}

/// Whether a terminal obeys a letter in place of showing it: controls, and marks that turn the direction of writing.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A text as far as it fits beside a word.
fn on_one_line(text: &str) -> String {
    const MOST: usize = 100;
    let seen = text.replace(is_unseen, " ");
    let words: Vec<&str> = seen.split_whitespace().collect();
    words.join(" ").chars().take(MOST).collect()
}

/// The values of an argument.
struct Values<'v, 'l> {
    typed: &'v Typed<'v>,
    shelf: &'v Shelf,
    /// As much of the value as stands before the cursor; of a list, of its last part.
    begun: &'v str,
    list: &'v mut List<'l>,
}

/// Arguments whose values nobody can guess.
#[cfg(test)]
const FREE: [&str; 16] = [
    "base",
    "breached",
    "cases",
    "day",
    "denominator",
    "label",
    "met",
    "most",
    "note",
    "numerator",
    "organisation",
    "overdue",
    "segment_column",
    "skipped",
    "source",
    "value",
];

impl Values<'_, '_> {
    /// Adds what an argument could be; whether its values are known at all.
    fn of(&mut self, argument: &Arg) -> bool {
        let words = argument.get_possible_values();
        if !words.is_empty() {
            for word in words.iter().filter(|word| !word.is_hide_set()) {
                self.list.add(word.get_name(), "");
            }
            return true;
        }
        let command = self.typed.command.get_name();
        match argument.get_id().as_str() {
            "directory" | "folder" | "folders" | "manual_folder" => {
                self.list.found.more = More::Folders
            }
            "report_output" | "badge_output" | "export" => self.list.found.more = More::Files,
            "lang" => {
                self.list.add("pt-BR", "português do Brasil");
                self.list.add("en", "English");
            }
            "words" => self.help(),
            "figures" => self.figures(),
            "fail_on" => self.gates(),
            "target" => self.target(),
            "as_of" => self.days(),
            "rubrics" if command == "init" => self.shipped(),
            "rubric" if command == "show" => self.rubrics_at_hand(),
            "rubric" | "rubrics" => self.rubrics(),
            "question" => self.questions(),
            "level" => self.levels(),
            "respondent" => self.respondents(),
            "person" => self.people(),
            "rated_by" => {
                for (name, _) in RatedBy::NAMES {
                    self.list.add(name, "");
                }
            }
            "owner" | "by" => self.owners(),
            "cycle" => self.cycles(),
            "to" | "planned_for" => self.coming(),
            "key_result" => self.key_results(),
            "milestone" => self.milestones(),
            "retrospective" => self.retrospectives(),
            "confidence" => (0..=10).for_each(|own| self.list.add(own.to_string(), "")),
            "kpi" if command == "show" => {
                self.kpis("");
                self.catalogue_kpis();
            }
            "kpi" | "of" => self.kpis(""),
            "columns" => self.columns(),
            "service_level" => self.service_levels(),
            "period" => self.latest_period(),
            "segment" => self.segments(),
            "file" => self.tables(),
            "template" | "templates" => self.templates(),
            "objectives" => self.catalogue_objectives(),
            "a" | "b" => self.ends(),
            _ => return false,
        }
        true
    }

    /// `regua help`: topics, or the commands that are named one by one.
    fn help(&mut self) {
        let named: Vec<&str> = self.typed.values("words").collect();
        let root = super::built(crate::cli::help::translated(
            <crate::cli::Cli as clap::CommandFactory>::command(),
            self.list.locale,
        ));
        let mut command = Some(&root);
        for name in &named {
            command = command.and_then(|command| command.find_subcommand(name));
        }
        for own in command.into_iter().flat_map(clap::Command::get_subcommands) {
            let about = own.get_about().map(ToString::to_string);
            self.list.add(own.get_name(), about.unwrap_or_default());
        }
        if named.is_empty() {
            let language = self.list.locale.language();
            for topic in Topic::ALL {
                self.list.add(topic.name(language), topic.title(language));
            }
        }
    }

    fn figures(&mut self) {
        let as_of = self.typed.value("as_of").and_then(parse_day);
        let as_of = as_of.unwrap_or(self.shelf.today);
        if let Some(read) = &self.shelf.read
            && let Some(workspace) = &read.workspace
        {
            let scores = score::workspace(workspace, as_of);
            let explainer = Explainer::new(workspace, &scores, &read.sources, self.list.locale);
            for (subject, figures) in explainer.overview() {
                for figure in figures {
                    let about = format!("{}: {} · {subject}", figure.name, figure.shown);
                    self.list.add(figure.address, about);
                }
            }
            for (score, _) in scores.latest() {
                let rubric = &workspace.rubrics[score.rubric];
                for criterion in &rubric.criteria {
                    self.list.text(criterion.id.as_str(), &criterion.title);
                }
                for question in &rubric.questions {
                    self.list.text(&question.key, &question.text);
                }
            }
        }
        // There are too many codes to list before somebody has begun one.
        if !self.begun.is_empty() {
            for code in Code::ALL {
                self.list
                    .add(code.as_str(), self.list.locale.page(code.as_str()).what);
            }
        }
    }

    fn gates(&mut self) {
        if let Some((name, value)) = self.begun.split_once('=') {
            return self.gate_values(name, value);
        }
        for name in Gate::names() {
            let plain = name.split_once('=').map(|(name, _)| format!("{name}="));
            let about = Code::named(name).map(|code| self.list.locale.page(code.as_str()).what);
            self.list
                .add(plain.as_deref().unwrap_or(name), about.unwrap_or_default());
        }
        if !self.begun.is_empty() {
            for code in Gate::doubts() {
                self.list
                    .add(code.as_str(), self.list.locale.page(code.as_str()).what);
            }
        }
    }

    /// What `below-level=` and `coverage=` take: a value, or a rubric's.
    fn gate_values(&mut self, name: &str, value: &str) {
        let (rubric, _) = value.rsplit_once(':').unwrap_or_default();
        let of = |own: &&Rubric| rubric.is_empty() || own.id.as_str() == rubric;
        let prefix = match rubric {
            "" => format!("{name}="),
            rubric => format!("{name}={rubric}:"),
        };
        match name {
            "below-level" => {
                for rubric in self.shelf.rubrics().filter(of) {
                    for level in &rubric.levels {
                        self.list
                            .text(format!("{prefix}{}", level.number), &level.title);
                    }
                }
            }
            "coverage" => {
                for share in [50, 60, 70, 80, 90, 95, 100] {
                    self.list.add(format!("{prefix}{share}%"), "");
                }
            }
            _ => return,
        }
        if rubric.is_empty() {
            for own in self.shelf.rubrics() {
                self.list.text(format!("{prefix}{}:", own.id), &own.title);
            }
        }
    }

    /// `--target`: a level, or one a dimension.
    fn target(&mut self) {
        let (others, last) = match self.begun.rsplit_once(',') {
            Some((others, last)) => (format!("{others},"), last),
            None => (String::new(), self.begun),
        };
        self.list.before.push_str(&others);
        match last.split_once('=') {
            Some((dimension, _)) => {
                let defines = |own: &&Rubric| own.dimension_by_id(dimension).is_some();
                for rubric in self.shelf.rubrics().filter(defines) {
                    for level in &rubric.levels {
                        self.list
                            .text(format!("{dimension}={}", level.number), &level.title);
                    }
                }
            }
            None => {
                if others.is_empty() {
                    self.levels();
                }
                for rubric in self.shelf.rubrics() {
                    for dimension in &rubric.dimensions {
                        self.list
                            .text(format!("{}=", dimension.id), &dimension.title);
                    }
                }
            }
        }
    }

    /// Days on which there is something to look at, the latest first.
    fn days(&mut self) {
        let workspace = self.shelf.workspace();
        let assessed = workspace.into_iter().flat_map(|own| &own.assessments);
        let mut days: Vec<NaiveDate> = assessed.map(|own| own.date).collect();
        days.extend(self.shelf.cycles().map(|cycle| cycle.days.last));
        days.sort_unstable();
        for day in days.iter().rev() {
            self.list.add(day.to_string(), self.list.locale.date(*day));
        }
    }

    fn rubrics(&mut self) {
        for rubric in self.shelf.rubrics() {
            self.list.text(rubric.id.as_str(), &rubric.title);
        }
    }

    fn questions(&mut self) {
        for question in self.shelf.rubrics().flat_map(|own| &own.questions) {
            self.list.text(&question.key, &question.text);
        }
    }

    fn shipped(&mut self) {
        let names: Vec<&str> = shipped_rubrics().collect();
        let read = read::workspace(Inputs::with_rubrics(&names), self.shelf.today);
        for rubric in read.workspace.iter().flat_map(|own| &own.rubrics) {
            self.list.text(rubric.id.as_str(), &rubric.title);
        }
    }

    fn rubrics_at_hand(&mut self) {
        self.rubrics();
        self.shipped();
        let files = self.shelf.files();
        for path in files.filter_map(|path| path.strip_prefix("rubrics/")) {
            if let Some((stem, "yaml" | "yml")) = path.rsplit_once('.')
                && Id::parse(stem).is_some()
            {
                self.list.add(stem, "");
            }
        }
    }

    fn levels(&mut self) {
        for rubric in self.shelf.rubrics() {
            for level in &rubric.levels {
                self.list.text(level.number.to_string(), &level.title);
            }
        }
    }

    fn respondents(&mut self) {
        let workspace = self.shelf.workspace();
        for assessment in workspace.into_iter().flat_map(|own| &own.assessments) {
            if let Some(respondent) = &assessment.respondent {
                let rubric = self.shelf.rubrics().nth(assessment.rubric);
                let title = rubric.map_or_else(Text::default, |rubric| rubric.title.clone());
                self.list.text(respondent, &title);
            }
        }
    }

    fn people(&mut self) {
        let workspace = self.shelf.workspace();
        for person in workspace.into_iter().flat_map(|own| &own.people) {
            self.list.add(
                person.id.as_str(),
                person.name.as_deref().unwrap_or_default(),
            );
        }
    }

    /// Those who answer for something, and those who have said something.
    fn owners(&mut self) {
        for cycle in self.shelf.cycles() {
            for objective in &cycle.objectives {
                let owners = objective.key_results.iter().map(|own| &own.owner);
                for owner in [&objective.owner].into_iter().chain(owners).flatten() {
                    self.list.add(owner, self.list.locale.period(cycle.period));
                }
            }
            for by in cycle.check_ins.iter().filter_map(|own| own.by.as_ref()) {
                self.list.add(by, self.list.locale.period(cycle.period));
            }
        }
    }

    /// The cycles that the command works on, the latest first.
    fn cycles(&mut self) {
        let command = self.typed.command.get_name();
        let mut cycles: Vec<&Cycle> = self.shelf.cycles().collect();
        cycles.reverse();
        for cycle in cycles {
            let fits = match command {
                "close" => cycle.closing.is_none(),
                "roll" => cycle.closing.is_some(),
                _ => true,
            };
            if fits {
                self.list
                    .add(&cycle.id, self.list.locale.period(cycle.period));
            }
        }
    }

    /// Quarters that have not begun.
    fn coming(&mut self) {
        const MOST: usize = 4;
        let settings = self.shelf.settings();
        let start = settings.map_or(1, |settings| settings.fiscal_year_start);
        let mut quarter = Period::quarter_of(self.shelf.today, start);
        for _ in 0..MOST {
            quarter = quarter.next();
            self.list
                .add(quarter.to_string(), self.list.locale.period(quarter));
        }
    }

    /// Key results that can still be checked in; with their cycle where two have the same name.
    fn key_results(&mut self) {
        let shelf = self.shelf;
        let open = shelf.open_cycles();
        let has_two = |id: &Id| {
            let mut key_results = open.iter().flat_map(|cycle| key_results(cycle));
            key_results.by_ref().filter(|own| own.id == *id).count() > 1
        };
        for cycle in &open {
            for own in key_results(cycle) {
                let name = match has_two(&own.id) {
                    true => format!("{}/{}", cycle.id, own.id),
                    false => own.id.to_string(),
                };
                self.list.text(name, &own.title);
            }
        }
    }

    fn milestones(&mut self) {
        use crate::model::KeyResultKind;
        let named = self.typed.value("key_result").map(str::to_owned);
        let shelf = self.shelf;
        let cycles = shelf.open_cycles();
        for own in cycles.iter().flat_map(|cycle| key_results(cycle)) {
            let is_meant = named.as_deref().is_none_or(|named| {
                named
                    .rsplit('/')
                    .next()
                    .is_some_and(|last| last == own.id.as_str())
            });
            if let (true, KeyResultKind::Milestones(milestones)) = (is_meant, &own.kind) {
                for milestone in milestones {
                    self.list.text(milestone.id.as_str(), &milestone.title);
                }
            }
        }
    }

    /// Of the cycle that is named, closed or not; else of those that are open.
    fn retrospectives(&mut self) {
        let named = self.typed.value("cycle").map(str::to_owned);
        let shelf = self.shelf;
        let cycles = match named {
            Some(named) => shelf.cycles().filter(|own| own.id == named).collect(),
            None => shelf.open_cycles(),
        };
        for objective in cycles.iter().flat_map(|cycle| &cycle.objectives) {
            self.list
                .text(format!("{}=", objective.id), &objective.title);
            for own in &objective.key_results {
                self.list.text(format!("{}=", own.id), &own.title);
            }
        }
    }

    fn kpis(&mut self, ending: &str) {
        let workspace = self.shelf.workspace();
        for kpi in workspace.into_iter().flat_map(|own| &own.kpis) {
            self.list.text(format!("{}{ending}", kpi.id), &kpi.title);
        }
    }

    fn catalogue_kpis(&mut self) {
        for kpi in read::kpi_catalogue().iter().flat_map(|own| &own.kpis) {
            self.list.text(kpi.id.as_str(), &kpi.title);
        }
    }

    fn columns(&mut self) {
        const NAMES: [&str; 9] = [
            "period=",
            "date=",
            "value=",
            "numerator=",
            "denominator=",
            "n=",
            "segment=",
            "source=",
            "note=",
        ];
        if !self.begun.contains('=') {
            NAMES.iter().for_each(|name| self.list.add(name, ""));
            self.kpis("=");
        }
    }

    fn service_levels(&mut self) {
        let workspace = self.shelf.workspace();
        for own in workspace.into_iter().flat_map(|own| &own.service_levels) {
            self.list.text(own.id.as_str(), &own.title);
        }
    }

    /// The latest complete period of the KPI that is named.
    fn latest_period(&mut self) {
        let named = self.typed.value("kpi").and_then(Id::parse);
        if let (Some(workspace), Some(id)) = (self.shelf.workspace(), named)
            && let Some(kpi) = workspace.kpis.iter().find(|own| own.id == id)
        {
            let start = workspace.settings.fiscal_year_start;
            if let Some(period) = kpi.frequency.latest_period(self.shelf.today, start) {
                self.list
                    .add(period.to_string(), self.list.locale.period(period));
            }
        }
    }

    fn segments(&mut self) {
        let workspace = self.shelf.workspace();
        for reading in workspace.into_iter().flat_map(|own| &own.readings) {
            self.list
                .add(reading.segment.as_deref().unwrap_or_default(), "");
        }
    }

    /// The workspace's files of readings that rows can be added to.
    fn tables(&mut self) {
        let is_table = |path: &&str| path.starts_with("kpis/") && path.ends_with(".csv");
        for path in self.shelf.files().filter(is_table) {
            self.list.add(path, "");
        }
    }

    fn templates(&mut self) {
        for name in replaceable() {
            let about = self
                .list
                .locale
                .say(&crate::cli::template::about(name), &[]);
            self.list.add(name, about);
        }
    }

    fn catalogue_objectives(&mut self) {
        let catalogue = read::okr_catalogue(Period::quarter_of(self.shelf.today, 1), 1);
        let workspace = catalogue.and_then(|catalogue| catalogue.read.workspace);
        let cycles = workspace.iter().flat_map(|own| &own.cycles);
        for objective in cycles.flat_map(|cycle| &cycle.objectives) {
            self.list.text(objective.id.as_str(), &objective.title);
        }
    }

    /// What can be compared: cycles, assessments and, below them, files.
    fn ends(&mut self) {
        let workspace = self.shelf.workspace();
        for own in workspace.into_iter().flat_map(|own| &own.assessments).rev() {
            let rubrics = self.shelf.rubrics().nth(own.rubric);
            if let (Some(rubric), None) = (rubrics, &own.person) {
                self.list
                    .text(format!("{}@{}", rubric.id, own.date), &rubric.title);
            }
        }
        self.cycles();
        self.list.found.more = More::Files;
    }
}

fn key_results(cycle: &Cycle) -> impl Iterator<Item = &crate::model::KeyResult> {
    cycle.objectives.iter().flat_map(|own| &own.key_results)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    /// Every argument that takes a value either has candidates, or is known to be whatever somebody writes: one that
    /// is added is thought of.
    #[test]
    fn the_values_of_every_argument_are_known_or_known_to_be_free() {
        fn visit(command: &clap::Command, unknown: &mut Vec<String>) {
            let locale = Locale::new(Language::English);
            let shelf = Shelf {
                today: NaiveDate::default(),
                read: None,
            };
            for argument in command.get_arguments() {
                let typed = Typed::new(command, &[]);
                let mut list = List {
                    before: String::new(),
                    locale: &locale,
                    found: Found::default(),
                };
                let is_known = Values {
                    typed: &typed,
                    shelf: &shelf,
                    begun: "",
                    list: &mut list,
                }
                .of(argument);
                let id = argument.get_id().as_str();
                let takes = argument.get_action().takes_values();
                if takes && is_known == FREE.contains(&id) {
                    unknown.push(format!("{} {id}", command.get_name()));
                }
            }
            for below in command.get_subcommands() {
                visit(below, unknown);
            }
        }
        let mut unknown = Vec::new();
        visit(
            &super::super::built(crate::cli::Cli::command()),
            &mut unknown,
        );
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}
