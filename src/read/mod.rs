//! Text to model: the only place that knows what the files look like.
//!
//! [`workspace`] reads every file and reports every problem of each, in the order of the files. What could
//! be read is given even so; a command that computes refuses to when any problem is an error.
//!
//! The mechanism is a positioned tree (`yaml`) taken apart by hand (`fields`), key by key of what `shape` defines, with one file for each
//! kind of input beside them, and `quantity` for values with a unit: `settings`, `rubric` (with `names`, `scales`, `rules` and `bands`, which read parts of it, and `overlay`, which changes its tree before), `kpi`
//! (with `table` for CSV, `layout` for rows added to one, and `catalogue` for what ships without a rubric), `assessment` (with `respondents`, and `answer_lines` for an answer written into one), `okr` (with `check_in` and `closing`, and `closing_lines` for what was learned, written into one), `people`. `page` places what is written so. `pasted` tells what came with a text from elsewhere.

mod answer_lines;
mod assessment;
mod bands;
mod braces;
mod brand;
mod catalogue;
mod check_in;
mod closing;
mod closing_lines;
mod conflict;
mod fields;
mod graft;
mod ids;
mod in_use;
mod kpi;
mod language;
mod layout;
mod names;
mod okr;
mod overlay;
mod page;
mod pasted;
mod people;
mod quantity;
mod respondents;
mod rubric;
mod rules;
mod scales;
mod settings;
pub mod shape;
pub(crate) mod shipped;
mod table;
mod yaml;

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity, Sources, suggest};
use crate::model::{
    Assessment, CheckIn, Cycle, DimensionTarget, Exact, FileIndex, Kpi, Language, LevelTarget,
    OwnTemplate, Place, Rubric, ServiceLevel, Settings, WorkingDay, Workspace,
};
pub use answer_lines::{AnswerChange, AnswerText, with_answer};
pub use brand::image;
pub use catalogue::{CatalogueHead, KpiCatalogue, OkrCatalogue, kpi_catalogue, okr_catalogue};
pub use closing_lines::{Unplaced, with_retrospective};
pub use fields::likely_date;
pub use language::language;
pub use layout::{Grown, Layout, NewRow, Written};
use overlay::Hidden;
use shipped::Shipped;
pub(crate) use yaml::{code_point, is_hidden};

/// A file as it came from the disk.
#[derive(Debug, Clone)]
pub struct InputFile {
    /// Its path below the workspace's folder, with forward slashes.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The files of a workspace by what they hold, each list sorted by path.
#[derive(Debug, Default)]
pub struct Inputs {
    /// `regua.yaml`
    pub settings: Option<InputFile>,
    /// `rubrics/*.yaml`, overlays among them.
    pub rubrics: Vec<InputFile>,
    /// `kpis/*.yaml` and `kpis/*.csv`
    pub kpis: Vec<InputFile>,
    /// `people/*.yaml`
    pub people: Vec<InputFile>,
    /// `assessments/*.yaml`, and those one folder down.
    pub assessments: Vec<InputFile>,
    /// `okrs/*/`
    pub cycles: Vec<CycleFolder>,
    /// Everything below `templates/` that may be a template.
    pub templates: Vec<InputFile>,
    /// Files that belong here and were not opened, each with the reason.
    pub refused: Vec<(String, Refused)>,
    /// Files that look meant to be read, and lie where nothing reads them: each with the folder it may
    /// belong in.
    pub unread: Vec<(String, &'static str)>,
}

impl Inputs {
    /// A workspace of nothing but rubrics in use.
    #[must_use]
    pub fn with_rubrics(names: &[&str]) -> Inputs {
        let settings = format!(
            "regua: 1\norganisation: regua\nrubrics: [{}]\n",
            names.join(", ")
        );
        Inputs {
            settings: Some(InputFile {
                path: "regua.yaml".to_owned(),
                bytes: settings.into_bytes(),
            }),
            ..Inputs::default()
        }
    }
}

/// Why a file was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It lies outside the workspace: a link leads there.
    Outside,
    /// It is larger than this many KiB.
    TooLarge(u64),
}

impl Refused {
    /// What to say of a file that was refused, named at `place`.
    #[must_use]
    pub fn diagnostic(self, place: Place) -> Diagnostic {
        match self {
            Refused::Outside => Diagnostic::error(Code::OutsideWorkspace, place).help("help"),
            Refused::TooLarge(most) => Diagnostic::error(Code::FileTooLarge, place)
                .with("most", most)
                .help("help"),
        }
    }
}

/// The files of one cycle.
#[derive(Debug, Default)]
pub struct CycleFolder {
    /// Its path below the workspace's folder.
    pub path: String,
    /// `plan.yaml`
    pub plan: Option<InputFile>,
    /// `check-ins.yaml`
    pub check_ins: Option<InputFile>,
    /// `closing.yaml`
    pub closing: Option<InputFile>,
    /// Files that a cycle does not have.
    pub others: Vec<InputFile>,
}

/// What reading gives: the texts, what they say, and what is wrong with them.
#[derive(Debug)]
pub struct Read {
    /// Every file that was read.
    pub sources: Sources,
    /// What they say; `None` when `regua.yaml` cannot be read.
    pub workspace: Option<Workspace>,
    /// The language that `regua.yaml` names, or means, even where nothing else of it can be read.
    pub language: Option<Language>,
    /// The workspace's own templates, as text that nobody has compiled yet.
    pub templates: Vec<OwnTemplate>,
    /// What is wrong with them.
    pub diagnostics: Diagnostics,
}

/// Reads a workspace. `latest` is the last day that has come: anything dated later is an error.
#[must_use]
pub fn workspace(inputs: Inputs, latest: NaiveDate) -> Read {
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    let language = inputs
        .settings
        .as_ref()
        .and_then(|settings| language(&settings.bytes));
    let files = Files::add_all(inputs, &mut sources, &mut diagnostics);
    let workspace = Reading {
        sources: &sources,
        diagnostics: &mut diagnostics,
        latest,
    }
    .workspace(&files);
    pasted::tell(&mut diagnostics, &sources);
    Read {
        sources,
        workspace,
        language,
        templates: files.templates,
        diagnostics,
    }
}

/// Reads the check-ins of a cycle from one of the sources, against its plan as it was read without errors: what a
/// file would say before it is written. `latest` is the last day that has come.
#[must_use]
pub fn check_ins(
    settings: &Settings,
    cycle: &Cycle,
    sources: &Sources,
    file: FileIndex,
    latest: NaiveDate,
) -> (Vec<CheckIn>, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let planned = check_in::Planned {
        cycle,
        failed: &[],
        has_nameless: false,
        working_day: settings.working_day.as_ref().map(|(day, _)| day),
        latest,
    };
    let tree = yaml::parse(file, &sources.file(file).text, &mut diagnostics);
    let check_ins = tree.map(|tree| check_in::check_ins(tree.root(), planned, &mut diagnostics));
    (check_ins.unwrap_or_default(), diagnostics)
}

/// The files of [`Inputs`] by their index among the sources.
struct Files {
    settings: Option<FileIndex>,
    own_rubrics: Vec<FileIndex>,
    /// Shipped rubrics that the settings name are read under these indexes.
    shipped: Vec<(Shipped, FileIndex)>,
    /// The shipped KPIs that belong to no rubric.
    kpi_catalogue: FileIndex,
    kpis: Vec<FileIndex>,
    people: Vec<FileIndex>,
    assessments: Vec<FileIndex>,
    cycles: Vec<CycleFiles>,
    templates: Vec<OwnTemplate>,
}

struct CycleFiles {
    plan: Option<FileIndex>,
    check_ins: Option<FileIndex>,
    closing: Option<FileIndex>,
}

impl Files {
    fn add_all(inputs: Inputs, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Files {
        let settings = match inputs.settings {
            Some(file) => Some(add(file, sources)),
            None => {
                let file = sources.add("regua.yaml", String::new());
                let problem =
                    Diagnostic::error(Code::MissingFile, start_of(file)).with("file", "regua.yaml");
                diagnostics.push(problem.help("help-settings"));
                None
            }
        };
        let mut all = |files: Vec<InputFile>| -> Vec<FileIndex> {
            files.into_iter().map(|file| add(file, sources)).collect()
        };
        let own_rubrics = all(inputs.rubrics);
        let kpis = all(inputs.kpis);
        let people = all(inputs.people);
        let assessments = all(inputs.assessments);
        let mut cycles = Vec::new();
        for folder in inputs.cycles {
            // A plan under another name is told once, there.
            let has_plan = folder.plan.is_some()
                || folder
                    .others
                    .iter()
                    .any(|other| cycle_file_meant(other) == Some("plan.yaml"));
            let plan = folder.plan.map(|file| add(file, sources));
            let index = match plan {
                Some(plan) => plan,
                None => sources.add(format!("{}/plan.yaml", folder.path), String::new()),
            };
            if !has_plan {
                let problem =
                    Diagnostic::error(Code::MissingFile, start_of(index)).with("file", "plan.yaml");
                diagnostics.push(problem.help("help-plan"));
            }
            let check_ins = folder.check_ins.map(|file| add(file, sources));
            let closing = folder.closing.map(|file| add(file, sources));
            for other in folder.others {
                let meant = cycle_file_meant(&other);
                let text = String::from_utf8(other.bytes).unwrap_or_default();
                let file = sources.add(other.path, text);
                let problem = Diagnostic::error(Code::NotComputed, start_of(file));
                diagnostics.push(match meant {
                    Some(near) => problem.with("near", near).help("help-near"),
                    None => problem.help("help-cycle-file"),
                });
            }
            cycles.push(CycleFiles {
                plan,
                check_ins,
                closing,
            });
        }
        let templates = add_templates(inputs.templates, sources, diagnostics);
        for (path, why) in inputs.refused {
            let file = sources.add(path, String::new());
            diagnostics.push(why.diagnostic(start_of(file)));
        }
        for (path, folder) in inputs.unread {
            let file = sources.add(path, String::new());
            let problem = Diagnostic::warning(Code::UnreadFile, start_of(file));
            diagnostics.push(problem.with("folder", folder).help("help"));
        }
        let shipped = shipped::RUBRICS
            .iter()
            .map(|shipped| {
                let file = sources.add(catalogue::path(shipped.name), shipped.text);
                (*shipped, file)
            })
            .collect();
        let more = shipped::KPIS;
        let kpi_catalogue = sources.add(catalogue::path(more.name), more.text);
        Files {
            settings,
            own_rubrics,
            shipped,
            kpi_catalogue,
            kpis,
            people,
            assessments,
            cycles,
            templates,
        }
    }
}

/// The templates among the sources, each under its name below `templates/`.
fn add_templates(
    files: Vec<InputFile>,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<OwnTemplate> {
    let mut templates = Vec::new();
    for file in files {
        let name = file.path.strip_prefix("templates/").map(str::to_owned);
        let file = add(file, sources);
        let is_text = text_of(file, sources, diagnostics).is_some();
        if let Some(name) = name.filter(|_| is_text) {
            templates.push(OwnTemplate { name, file });
        }
    }
    templates
}

/// The names of the rubrics that a workspace's own files define, in use or not.
#[must_use]
pub fn own_rubrics(inputs: &Inputs) -> Vec<String> {
    in_use::own_names(&inputs.rubrics)
}

/// The names of the rubrics inside the program.
pub fn shipped_rubrics() -> impl Iterator<Item = &'static str> {
    shipped::RUBRICS.iter().map(|shipped| shipped.name)
}

/// The file of a cycle that another's name all but spells.
fn cycle_file_meant(file: &InputFile) -> Option<&'static str> {
    let name = file.path.rsplit('/').next().unwrap_or_default();
    suggest::nearest(name, ["plan.yaml", "check-ins.yaml", "closing.yaml"])
}

fn start_of(file: FileIndex) -> Place {
    Place {
        file,
        start: 0,
        end: 0,
    }
}

/// Adds a file to the sources, as text. What is no UTF-8 is kept up to there: whoever asks for the text is told.
fn add(file: InputFile, sources: &mut Sources) -> FileIndex {
    match String::from_utf8(file.bytes) {
        // A byte-order mark says nothing in UTF-8.
        Ok(text) => {
            let text = text
                .strip_prefix('\u{feff}')
                .map(str::to_owned)
                .unwrap_or(text);
            sources.add(file.path, text)
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let mut bytes = error.into_bytes();
            bytes.truncate(valid);
            let readable = String::from_utf8(bytes).unwrap_or_default();
            sources.add_cut(file.path, readable)
        }
    }
}

/// The text of a file. `None` where not all of it is text, which is noted: an error in the file like any other, so
/// that what seems missing elsewhere may be what stands here.
fn text_of<'s>(
    file: FileIndex,
    sources: &'s Sources,
    diagnostics: &mut Diagnostics,
) -> Option<&'s str> {
    let source = sources.file(file);
    if !source.is_cut {
        return Some(&source.text);
    }
    let at = u32::try_from(source.text.len()).unwrap_or(u32::MAX);
    let place = Place {
        file,
        start: at,
        end: at,
    };
    let is_table = source.path.ends_with(".csv");
    let help = if is_table { "help-table" } else { "help" };
    diagnostics.push(Diagnostic::error(Code::NotUtf8, place).help(help));
    None
}

/// Of segments, the first that is cut another way than most: `region=sp` among `channel=…`. Added together
/// they would count every case twice.
fn of_another_axis<'m>(
    readings: &[&'m crate::model::Reading],
) -> Option<&'m crate::model::Reading> {
    let axis = |reading: &crate::model::Reading| {
        let segment = reading.segment.as_deref().unwrap_or_default();
        segment
            .split_once('=')
            .map_or("", |(axis, _)| axis)
            .to_owned()
    };
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for reading in readings {
        *counts.entry(axis(reading)).or_default() += 1;
    }
    let (usual, _) = counts.iter().max_by_key(|(_, count)| **count)?;
    readings
        .iter()
        .find(|reading| axis(reading) != *usual)
        .copied()
}

struct Reading<'r> {
    sources: &'r Sources,
    diagnostics: &'r mut Diagnostics,
    latest: NaiveDate,
}

impl<'r> Reading<'r> {
    fn text(&mut self, file: FileIndex) -> Option<&'r str> {
        text_of(file, self.sources, self.diagnostics)
    }

    fn parse(&mut self, file: FileIndex) -> Option<yaml::Document<'r>> {
        let text = self.text(file)?;
        yaml::parse(file, text, self.diagnostics)
    }

    fn workspace(&mut self, files: &Files) -> Option<Workspace> {
        let settings_tree = files.settings.and_then(|file| self.parse(file));
        let raw = settings_tree
            .as_ref()
            .and_then(|tree| settings::settings(tree.root(), self.diagnostics));
        let Some(raw) = raw else {
            self.parse_the_rest(files);
            return None;
        };
        let fiscal_start = raw.fiscal_year_start;
        let stated = raw.working_day.clone();
        let working_day = stated.as_ref().map(|(day, _)| day);
        let in_use = in_use::in_use(
            &raw,
            &files.own_rubrics,
            &files.shipped,
            self.sources,
            self.diagnostics,
        );
        let targets = self.targets(raw.targets, &in_use, fiscal_start);
        let in_use::InUse {
            mut rubrics,
            hidden,
            partial,
            idle,
        } = in_use;
        names::check_supports(&rubrics, &hidden, &partial, self.diagnostics);

        let mut kpis: Vec<Kpi> = rubrics
            .iter()
            .flat_map(|rubric| rubric.kpis.clone())
            .collect();
        let errors_before = self.diagnostics.count(Severity::Error);
        let mut kpi_trees: Vec<(FileIndex, yaml::Document<'r>)> = Vec::new();
        for file in &files.kpis {
            if !self.is_csv(*file) {
                kpi_trees.extend(self.parse(*file).map(|tree| (*file, tree)));
            }
        }
        let surroundings = kpi::Surroundings::of_own(&rubrics, partial.is_empty(), working_day);
        let mut kpi_files = HashMap::new();
        let mut service_levels: Vec<(ServiceLevel, Option<yaml::Node<'_>>)> = Vec::new();
        for (file, tree) in &kpi_trees {
            if let Some(mut read) = kpi::kpi_file(tree.root(), &surroundings, self.diagnostics) {
                kpis.append(&mut read.kpis);
                service_levels.append(&mut read.service_levels);
                kpi_files.insert(*file, read.readings);
            }
        }
        let mut kpis = kpi::without_duplicates(kpis, self.diagnostics);
        let is_partial = raw.is_partial
            || !partial.is_empty()
            || self.diagnostics.count(Severity::Error) > errors_before;
        let catalogue = self.kpi_catalogue(files);
        let kpi_names = kpi::KpiNames::new(&kpis, &catalogue, &hidden, is_partial);
        kpi::connect_answering(&mut rubrics, &kpi_names, self.diagnostics);
        let service_levels = self.service_levels(service_levels, &kpi_names, working_day);
        let measures = kpi::Measures {
            kpis: &kpi_names,
            service_levels: &service_levels,
            fiscal_start,
            latest: self.latest,
            working_day,
        };
        let mut readings = kpi::Readings::default();
        for file in &files.kpis {
            if self.is_csv(*file) {
                if let Some(text) = self.text(*file) {
                    table::csv_readings(*file, text, &measures, &mut readings, self.diagnostics);
                }
            } else {
                for node in kpi_files.get(file).into_iter().flatten() {
                    kpi::yaml_reading(*node, &measures, &mut readings, self.diagnostics);
                }
            }
        }
        readings.correct(self.diagnostics);
        readings
            .kpis
            .sort_by_key(|reading| (reading.days.last, reading.days.first));
        self.check_pooling(&kpi_names, &readings.kpis);
        kpi::check_overlaps(&readings.service_levels, self.diagnostics);

        let errors_before = self.diagnostics.count(Severity::Error);
        let (roles, people) = self.people(files);
        let are_people_partial = self.diagnostics.count(Severity::Error) > errors_before;
        people::check_skills(&roles, &rubrics, &partial, self.diagnostics);
        let mut yardsticks =
            assessment::Yardsticks::new(&rubrics, &hidden, &partial, &idle, &people, self.latest);
        yardsticks.are_people_partial = are_people_partial;
        yardsticks.working_day = working_day;
        let assessments = self.assessments(files, &yardsticks);
        let ground = okr::Ground {
            kpis: &kpi_names,
            service_levels: &service_levels,
            working_day,
            rubrics: &rubrics,
            hidden: &hidden,
            is_partial,
            fiscal_start,
            latest: self.latest,
            workspaces: (!raw.is_partial).then_some(raw.workspaces.as_slice()),
        };
        let cycles = self.cycles(files, &ground);
        let taken = kpi_names.taken();
        kpis.extend(taken);
        Some(Workspace {
            settings: Settings {
                organisation: raw.organisation,
                language: raw.language,
                fiscal_year_start: fiscal_start,
                check_in_frequency: raw.check_in_frequency,
                working_day: stated.clone(),
                respondents: raw.respondents,
                respondents_place: raw.respondents_place,
                targets,
                workspaces: raw.workspaces,
                brand: raw.brand,
            },
            rubrics,
            kpis,
            readings: readings.kpis,
            service_levels,
            service_level_readings: readings.service_levels,
            assessments,
            cycles,
            roles,
            people,
        })
    }

    /// Without settings nothing has a meaning, but what is not even YAML can still be said.
    fn parse_the_rest(&mut self, files: &Files) {
        let plans = files
            .cycles
            .iter()
            .flat_map(|cycle| [cycle.plan, cycle.check_ins, cycle.closing]);
        let rest = [
            &files.own_rubrics,
            &files.kpis,
            &files.people,
            &files.assessments,
        ]
        .into_iter()
        .flatten()
        .copied()
        .chain(plans.flatten());
        for file in rest {
            if self.is_csv(file) {
                self.text(file);
            } else {
                self.parse(file);
            }
        }
    }

    fn is_csv(&self, file: FileIndex) -> bool {
        self.sources.file(file).path.ends_with(".csv")
    }

    fn targets(
        &mut self,
        raw: Vec<settings::RawTarget<'_>>,
        in_use: &in_use::InUse,
        fiscal_start: u32,
    ) -> Vec<LevelTarget> {
        let in_use::InUse {
            rubrics,
            hidden,
            partial,
            idle,
        } = in_use;
        let mut targets = Vec::new();
        for target in raw {
            let Some(rubric) = rubrics.iter().position(|rubric| rubric.id == target.rubric) else {
                if idle.contains(&target.rubric) {
                    let problem = Diagnostic::error(Code::RubricNotInUse, target.rubric_place);
                    self.diagnostics
                        .push(problem.with("rubric", &target.rubric).help("help"));
                } else if !partial.contains(&target.rubric) {
                    let problem =
                        names::unknown_rubric(target.rubric_place, target.rubric.as_str(), rubrics);
                    self.diagnostics.push(problem);
                }
                continue;
            };
            if partial.contains(&target.rubric) {
                continue; // What the target names may be what could not be read.
            }
            let names = (&rubrics[rubric], &hidden[rubric]);
            targets.push(self.target(target, rubric, names, fiscal_start));
        }
        targets
    }

    fn target(
        &mut self,
        raw: settings::RawTarget<'_>,
        index: usize,
        (rubric, hidden): (&Rubric, &Hidden),
        fiscal_start: u32,
    ) -> LevelTarget {
        let diagnostics = &mut *self.diagnostics;
        let level_of = |node: yaml::Node<'_>, diagnostics: &mut Diagnostics| {
            let number = fields::whole_number(node, 0, 100, diagnostics)?;
            if rubric.level(number).is_none() {
                diagnostics.push(names::unknown_level(node.place(), number, &rubric.levels));
                return None;
            }
            Some(number)
        };
        let (raw_place, mut keys) = (raw.rubric_place, raw.fields);
        let level_node = keys.take("level");
        let level = level_node.and_then(|node| level_of(node, diagnostics));
        let by_node = keys.take("by");
        let by = by_node
            .and_then(|node| fields::period(node, diagnostics))
            .map(|period| period.range(fiscal_start).last);
        let mut dimensions = Vec::new();
        if let Some(node) = keys.take("dimensions")
            && fields::Fields::by_name(node, diagnostics).is_some()
        {
            for (name, key, value) in fields::entries(node, &mut Diagnostics::new()) {
                let dimension =
                    names::dimension_named(name, key.place(), rubric, hidden, diagnostics);
                let level = level_of(value, diagnostics);
                dimensions.extend(
                    dimension
                        .zip(level)
                        .map(|(dimension, level)| DimensionTarget {
                            dimension,
                            level,
                            place: Some(value.place()),
                        }),
                );
            }
        }
        keys.finish(diagnostics);
        LevelTarget {
            rubric: index,
            level,
            by,
            by_place: by_node.map(|node| node.place()),
            dimensions,
            place: Some(level_node.map_or(raw_place, |node| node.place())),
        }
    }

    fn service_levels(
        &mut self,
        raw: Vec<(ServiceLevel, Option<yaml::Node<'_>>)>,
        kpis: &kpi::KpiNames<'_>,
        working_day: Option<&WorkingDay>,
    ) -> Vec<ServiceLevel> {
        let mut levels: Vec<ServiceLevel> = Vec::new();
        for (mut level, kpi) in raw {
            if let Some(first) = levels.iter().find(|known| known.id == level.id) {
                let problem = ids::duplicate_id(&level.id, level.place, first.place);
                self.diagnostics.push(problem);
                continue;
            }
            level.kpi = kpi.and_then(|node| kpis.named(node, self.diagnostics));
            if let (Some(within), Some(place)) = (&level.within, level.within_place) {
                let kpi = level.kpi.map(|kpi| kpis.kpi(kpi));
                kpi::check_limit(within, place, kpi, working_day, self.diagnostics);
            }
            levels.push(level);
        }
        levels
    }

    fn kpi_catalogue(&mut self, files: &Files) -> Vec<Kpi> {
        let tree = shipped::KPIS.tree(files.kpi_catalogue);
        let read = catalogue::kpis(tree.root(), self.diagnostics);
        read.map_or_else(Vec::new, |catalogue| catalogue.kpis)
    }

    /// A mean over segments needs to know how many cases stand behind each; the last of several segments
    /// means nothing.
    fn check_pooling(&mut self, kpis: &kpi::KpiNames<'_>, readings: &[crate::model::Reading]) {
        use crate::model::{Aggregation, Measured};
        let mut by_period: HashMap<_, Vec<&crate::model::Reading>> = HashMap::new();
        for reading in readings {
            by_period
                .entry((reading.kpi, reading.days))
                .or_default()
                .push(reading);
        }
        for ((kpi, _), readings) in by_period {
            let is_whole = readings.iter().any(|reading| reading.segment.is_none());
            if is_whole || readings.len() < 2 {
                continue;
            }
            let kpi = kpis.kpi(kpi);
            if let Some(other) = of_another_axis(&readings) {
                let problem = Diagnostic::error(Code::CannotPool, other.place).with("kpi", &kpi.id);
                self.diagnostics.push(problem.help("help-axes"));
                continue;
            }
            let lacking = readings.iter().find(|reading| match kpi.aggregation {
                Aggregation::Sum => false,
                Aggregation::Mean => reading.cases.as_ref().is_none_or(Exact::is_zero),
                Aggregation::Ratio => {
                    let is_counted = reading.cases.as_ref().is_some_and(|n| !n.is_zero());
                    matches!(reading.value, Measured::Value(_)) && !is_counted
                }
                Aggregation::Last => true,
            });
            if let Some(reading) = lacking {
                let are_counts = |reading: &&crate::model::Reading| {
                    matches!(reading.value, Measured::Ratio { .. })
                };
                let how = match kpi.aggregation {
                    Aggregation::Last | Aggregation::Mean if readings.iter().all(are_counts) => {
                        "help-as-ratio"
                    }
                    Aggregation::Ratio => "help-ratio",
                    Aggregation::Last => "help-last",
                    Aggregation::Mean | Aggregation::Sum => "help-mean",
                };
                let problem =
                    Diagnostic::error(Code::CannotPool, reading.place).with("kpi", &kpi.id);
                self.diagnostics.push(problem.help(how));
            }
        }
    }

    fn people(&mut self, files: &Files) -> (Vec<crate::model::Role>, Vec<crate::model::Person>) {
        let trees: Vec<yaml::Document<'r>> = files
            .people
            .iter()
            .filter_map(|file| self.parse(*file))
            .collect();
        let read = trees
            .iter()
            .filter_map(|tree| people::people_file(tree.root(), self.diagnostics))
            .collect();
        people::connect(read, self.diagnostics)
    }

    fn assessments(
        &mut self,
        files: &Files,
        yardsticks: &assessment::Yardsticks<'_>,
    ) -> Vec<Assessment> {
        let mut answers = Vec::new();
        for file in &files.assessments {
            let Some(tree) = self.parse(*file) else {
                continue;
            };
            let root = tree.root();
            if let Some(read) = assessment::assessment(root, yardsticks, self.diagnostics) {
                let path = &self.sources.file(*file).path;
                answers.push(respondents::AnswerFile::new(path, root, read));
            }
        }
        respondents::joined(answers, yardsticks.rubrics, self.diagnostics)
    }

    fn cycles(&mut self, files: &Files, ground: &okr::Ground<'_>) -> Vec<Cycle> {
        let mut plans = Vec::new();
        let mut are_all_read = true;
        for cycle in &files.cycles {
            let tree = cycle.plan.and_then(|file| self.parse(file));
            let plan = tree.and_then(|tree| okr::plan(tree.root(), ground, self.diagnostics));
            match plan {
                Some(plan) => plans.push((plan, cycle)),
                // Without its plan a check-in cannot be understood, but it can be parsed.
                None => {
                    are_all_read = false;
                    for file in [cycle.check_ins, cycle.closing].into_iter().flatten() {
                        self.parse(file);
                    }
                }
            }
        }
        let mut plans = okr::without_duplicates(plans, self.diagnostics);
        for (plan, files) in &mut plans {
            if let Some(tree) = files.check_ins.and_then(|file| self.parse(file)) {
                let planned = check_in::Planned {
                    cycle: &plan.cycle,
                    failed: &plan.failed,
                    has_nameless: plan.has_nameless,
                    working_day: ground.working_day,
                    latest: self.latest,
                };
                plan.cycle.check_ins = check_in::check_ins(tree.root(), planned, self.diagnostics);
            }
            if let Some(tree) = files.closing.and_then(|file| self.parse(file)) {
                plan.cycle.closing = closing::closing(tree.root(), plan, ground, self.diagnostics);
            }
        }
        for (plan, files) in &plans {
            let Some(file) = files.plan else {
                continue;
            };
            let path = &self.sources.file(file).path;
            let problem = plan.in_the_folder_of_another(path, ground.fiscal_start);
            self.diagnostics.extend(problem);
        }
        let plans: Vec<okr::Plan> = plans.into_iter().map(|(plan, _)| plan).collect();
        okr::check_supports(&plans, are_all_read, self.diagnostics);
        okr::check_workspaces(&plans, ground.workspaces, self.diagnostics);
        okr::check_lineage(&plans, are_all_read, self.diagnostics);
        let mut cycles: Vec<Cycle> = plans.into_iter().map(|plan| plan.cycle).collect();
        // A plan without objectives is one that nobody has made yet.
        cycles.retain(|cycle| !cycle.objectives.is_empty() || cycle.closing.is_some());
        cycles.sort_by_key(|cycle| (cycle.days.first, cycle.days.last));
        cycles
    }
}
