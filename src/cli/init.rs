//! `regua init`: a workspace to begin with. What is there already stays as it is.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};

use super::context::{Context, Failure};
use super::table::{self, Align, Cell};
use super::{prompt, schema};
use crate::locale::{Locale, Word};
use crate::model::{Language, Period, Rubric};
use crate::read::{self, CycleFolder, InputFile, Inputs};
use crate::render::beginning::{self, AnsweredFor};
use crate::schema::Ids;
use crate::workspace::{self, NotAppended, Root};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    organisation: Option<String>,
    #[arg(long = "rubric", value_name = "RUBRIC", value_delimiter = ',')]
    rubrics: Vec<String>,
    #[arg(short, long)]
    yes: bool,
}

/// Rubrics of a workspace whose author names none.
const USUAL: &str = "customer-service";
/// Rows that two branches added both stay: git joins these files line by line. Line ends are the same on every
/// machine, and what is made anew is no part of a review.
const ATTRIBUTES: [&str; 5] = [
    "okrs/*/check-ins.yaml merge=union",
    "kpis/*.csv merge=union",
    "*.yaml text eol=lf",
    "kpis/*.csv text eol=lf",
    "report/** linguist-generated -diff",
];
/// What is made anew whenever it is asked for.
const IGNORED: [&str; 1] = ["report/"];
/// The workflow that GitHub runs, where it reads one: at the top of a repository.
const WORKFLOWS: &str = ".github/workflows";
/// Where editors find what a kind of file may hold.
const SCHEMAS: &str = ".regua/schema";

pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let named = args.folder.clone().or_else(|| context.directory.clone());
    let folder = named.unwrap_or_else(|| PathBuf::from("."));
    if is_there(&folder, "regua.yaml") {
        return Err(refuse_files(&folder, &["regua.yaml"], context));
    }
    let shelf = shelf(context)?;
    let known: Vec<&str> = shelf.iter().map(|rubric| rubric.id.as_str()).collect();
    if let Some(unknown) = args.rubrics.iter().find(|name| !known.contains(&&***name)) {
        return Err(context.refuse("init-unknown-rubric", &unknown_words(unknown, &known)));
    }
    let asks = prompt::is_possible() && !context.is_quiet && !args.yes;
    let language = language(asks, context)?;
    if language != context.locale.language() {
        context.locale = Arc::new(Locale::new(language));
    }
    let organisation = organisation(args, (asks, &folder), context)?;
    let names = match args.rubrics.is_empty() {
        true => chosen(&shelf, asks, context)?,
        false => args.rubrics.clone(),
    };
    let rubrics: Vec<&Rubric> = shelf
        .iter()
        .filter(|rubric| names.iter().any(|name| rubric.id.as_str() == name))
        .collect();
    let place = workflow_place(&folder);
    let beginning = Beginning {
        organisation: &organisation,
        workflow: &place,
        rubrics: &rubrics,
        today: context.as_of,
        locale: &context.locale.clone(),
    };
    let files = beginning.files()?;
    let there: Vec<&str> = files
        .iter()
        .map(|file| file.path.as_str())
        .filter(|path| is_there(&folder, path))
        .collect();
    if !there.is_empty() {
        return Err(refuse_files(&folder, &there, context));
    }
    check(&folder, &files, context)?;
    let mut written = Vec::new();
    for file in &files {
        workspace::create(&folder.join(&file.path), &file.text)?;
        written.push(file.path.as_str());
    }
    for (name, lines) in [
        (".gitattributes", &ATTRIBUTES[..]),
        (".gitignore", &IGNORED[..]),
    ] {
        if grown(&folder.join(name), lines)? {
            written.push(name);
        }
    }
    if let WorkflowPlace::Above { path, below, .. } = &place {
        workspace::create(path, &beginning::workflow(below, &context.locale))?;
    }
    if context.is_quiet {
        return Ok(());
    }
    tell(&folder, (&written, &place), &rubrics, context)
}

/// Where the workflow goes.
enum WorkflowPlace {
    /// Into the folder of the workspace: it is the top of a repository, or will be.
    Here,
    /// To the top of the repository that holds the folder.
    Above {
        path: PathBuf,
        /// As its user would write it.
        shown: String,
        /// The folder, seen from there.
        below: String,
    },
    /// Nowhere: others have the names, or the folder's own is none that a workflow could safely hold.
    Nowhere { shown: String },
}

fn workflow_place(folder: &Path) -> WorkflowPlace {
    let Some(top) = workspace::top_of_repository(folder) else {
        return WorkflowPlace::Here;
    };
    if top.below.as_deref() == Some("") {
        return WorkflowPlace::Here;
    }
    let is_plain = |letter: char| letter.is_alphanumeric() || " ._-/+@,()".contains(letter);
    let below = top.below.filter(|below| below.chars().all(is_plain));
    let named = |name: &str| format!("{WORKFLOWS}/{name}.yml");
    let Some(below) = below else {
        let shown = format!("{}{}", top.shown, named("regua"));
        return WorkflowPlace::Nowhere { shown };
    };
    let own: String = below
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                '-'
            }
        })
        .collect();
    let mut names = ["regua".to_owned(), format!("regua-{own}")].into_iter();
    match names.find(|name| !is_there(&top.path, &named(name))) {
        Some(name) => WorkflowPlace::Above {
            path: top.path.join(named(&name)),
            shown: format!("{}{}", top.shown, named(&name)),
            below,
        },
        None => WorkflowPlace::Nowhere {
            shown: format!("{}{}", top.shown, named("…")),
        },
    }
}

/// The rubrics inside the program.
fn shelf(context: &mut Context<'_>) -> Result<Vec<Rubric>, Failure> {
    let names: Vec<&str> = read::shipped_rubrics().collect();
    let day = context.as_of.max(context.today);
    let read = read::workspace(Inputs::with_rubrics(&names), day);
    let workspace = read.workspace.ok_or(Failure::WrongInput)?;
    Ok(workspace.rubrics)
}

fn unknown_words<'w>(unknown: &str, known: &[&str]) -> [(&'w str, Word); 2] {
    [
        ("rubric", Word::from(unknown)),
        ("known", Word::from(known.join(", "))),
    ]
}

fn is_there(folder: &Path, name: &str) -> bool {
    folder.join(name).symlink_metadata().is_ok()
}

/// Says which files are in the way: all of them, so that one look is enough.
fn refuse_files(folder: &Path, names: &[&str], context: &mut Context<'_>) -> Failure {
    let shown: Vec<String> = names.iter().map(|name| shown(folder, name)).collect();
    let words = [
        ("count", Word::from(shown.len())),
        ("files", Word::from(shown.join(", "))),
    ];
    context.refuse("init-is-there", &words)
}

/// That of `--lang`; else what is answered; else that of the run.
fn language(asks: bool, context: &mut Context<'_>) -> Result<Language, Failure> {
    if let Some(language) = context.lang {
        return Ok(language);
    }
    let usual = context.locale.language();
    if !asks {
        return Ok(usual);
    }
    loop {
        let question = context.say("init-ask-language", &[("usual", Word::from(usual.tag()))]);
        match prompt::line(context, &question)? {
            None => return Ok(usual),
            Some(answer) if answer.is_empty() => return Ok(usual),
            Some(answer) => match Language::parse(&answer) {
                Some(language) => return Ok(language),
                None => writeln!(context.err, "{}", context.say("init-no-language", &[]))?,
            },
        }
    }
}

/// That of `--organisation`; else what is answered; with `--yes`, the folder's name.
fn organisation(
    args: &Args,
    (asks, folder): (bool, &Path),
    context: &mut Context<'_>,
) -> Result<String, Failure> {
    let given = args.organisation.as_deref().map(str::trim);
    if let Some(name) = given.filter(|name| !name.is_empty()) {
        return Ok(name.to_owned());
    }
    if asks {
        let question = context.say("init-ask-organisation", &[]);
        while let Some(name) = prompt::line(context, &question)? {
            if !name.is_empty() {
                return Ok(name);
            }
        }
    }
    let whole = workspace::identity(&Root {
        path: folder.to_owned(),
        shown: String::new(),
    });
    match whole.file_name().filter(|_| args.yes) {
        Some(name) => Ok(name.to_string_lossy().into_owned()),
        None => Err(context.refuse("init-no-organisation", &[])),
    }
}

/// The rubrics that are answered, by number or name; the usual one without an answer.
fn chosen(shelf: &[Rubric], asks: bool, context: &mut Context<'_>) -> Result<Vec<String>, Failure> {
    let usual = vec![USUAL.to_owned()];
    if !asks {
        return Ok(usual);
    }
    let text = listed(shelf, context);
    context.err.write_all(text.as_bytes())?;
    let known: Vec<&str> = shelf.iter().map(|rubric| rubric.id.as_str()).collect();
    loop {
        let usual_number = known
            .iter()
            .position(|own| *own == USUAL)
            .map_or(1, |at| at + 1);
        let words = [("usual", Word::from(usual_number))];
        let question = context.say("init-ask-rubrics", &words);
        let Some(answer) = prompt::line(context, &question)? else {
            return Ok(usual);
        };
        let named: Vec<&str> = answer
            .split([',', ' '])
            .filter(|name| !name.is_empty())
            .collect();
        if named.is_empty() {
            return Ok(usual);
        }
        let by_number = |name: &str| known.get(name.parse::<usize>().ok()?.checked_sub(1)?);
        let by_name = |name: &str| known.iter().find(|own| **own == name);
        let meant = |name: &&str| by_name(name).or(by_number(name)).copied();
        match named.iter().find(|name| meant(name).is_none()) {
            Some(unknown) => {
                let line = context.say("init-unknown-rubric", &unknown_words(unknown, &known));
                let line = table::unbroken(&line, anstyle::Style::new(), 0, context.width);
                context.err.write_all(line.as_bytes())?;
            }
            None => return Ok(named.iter().filter_map(meant).map(str::to_owned).collect()),
        }
    }
}

/// Each rubric on a line: its number, its title, how much it asks.
fn listed(shelf: &[Rubric], context: &Context<'_>) -> String {
    let plain = anstyle::Style::new();
    let heading = context.say("init-rubrics", &[]);
    let mut text = table::paragraph(&heading, plain, 0, context.width);
    for (index, rubric) in shelf.iter().enumerate() {
        let title = rubric.title.in_language(context.locale.language());
        let rates = if rubric.skill.is_some() {
            "people"
        } else {
            "team"
        };
        let words = [
            ("number", Word::from(index + 1)),
            ("title", Word::from(title)),
            ("questions", Word::from(rubric.questions.len())),
            ("rates", Word::from(rates)),
        ];
        let line = context.say("init-rubric", &words);
        text.push_str(&table::paragraph(&line, plain, 2, context.width));
    }
    text
}

/// A file to write.
struct NewFile {
    /// Below the folder, with forward slashes.
    path: String,
    text: String,
}

/// What a workspace begins with.
struct Beginning<'b> {
    organisation: &'b str,
    workflow: &'b WorkflowPlace,
    rubrics: &'b [&'b Rubric],
    today: NaiveDate,
    locale: &'b Locale,
}

impl Beginning<'_> {
    /// Every file, the settings first; the schemas that their first lines point at behind them.
    fn files(&self) -> Result<Vec<NewFile>, Failure> {
        let (today, locale) = (self.today, self.locale);
        let settings = beginning::settings(self.organisation, self.rubrics, today, locale);
        let mut files = vec![("workspace", "regua.yaml".to_owned(), settings)];
        let of_teams = || self.rubrics.iter().filter(|own| own.skill.is_none());
        let count = of_teams().count();
        for rubric in of_teams() {
            let text = beginning::assessment(rubric, today, AnsweredFor::All, locale);
            let path = match count {
                1 => format!("assessments/{today}.yaml"),
                _ => format!("assessments/{today}-{}.yaml", rubric.id),
            };
            files.push(("assessment", path, text));
        }
        let month_before = today.with_day(1).unwrap_or(today) - Days::new(1);
        let month = Period::month_of(month_before).to_string();
        let kpis = beginning::kpis(&month, locale);
        files.push(("kpis", "kpis/kpis.yaml".to_owned(), kpis));
        // A new workspace's fiscal year is the calendar's.
        let cycle = Period::quarter_of(today, 1).to_string();
        let plan = beginning::plan(&cycle, of_teams().next().copied(), locale);
        files.push(("plan", format!("okrs/{cycle}/plan.yaml"), plan));
        if let Some(rubric) = self.rubrics.iter().rfind(|own| own.skill.is_some()) {
            let people = beginning::people(rubric, locale);
            files.push(("people", "people/team.yaml".to_owned(), people));
        }
        let mut schemas = Vec::new();
        let mut written = Vec::new();
        let texts = files.iter().map(|(_, path, text)| (&path[..], &text[..]));
        let read = read::workspace(inputs(texts), today);
        // More names will come, and nobody is asked to write the schemas anew for each.
        let ids = read.workspace.as_ref().map(|workspace| Ids {
            workspace,
            own_rubrics: Vec::new(),
            is_growing: true,
        });
        let to_be_told = (locale, ids.as_ref());
        for (kind, path, text) in files {
            let text = with_schema(kind, &path, text, to_be_told, &mut schemas)?;
            written.push(NewFile { path, text });
        }
        if let WorkflowPlace::Here = self.workflow {
            written.push(NewFile {
                path: format!("{WORKFLOWS}/regua.yml"),
                text: beginning::workflow("", locale),
            });
        }
        written.append(&mut schemas);
        Ok(written)
    }
}

/// A file's text with a first line that tells editors its schema, where there is one of its kind. The schema is written
/// beside, so that editors need no network; the kinds are those of `regua schema`.
fn with_schema(
    kind: &str,
    path: &str,
    text: String,
    (locale, ids): (&Locale, Option<&Ids<'_>>),
    schemas: &mut Vec<NewFile>,
) -> Result<String, Failure> {
    let Some(json) = schema::of(kind, locale, ids)? else {
        return Ok(text);
    };
    let file = format!("{SCHEMAS}/{kind}.json");
    let line = line_of(&file, path);
    if schemas.iter().all(|own| own.path != file) {
        schemas.push(NewFile {
            path: file,
            text: format!("{json}\n"),
        });
    }
    Ok(line + &text)
}

fn line_of(schema: &str, path: &str) -> String {
    let up = "../".repeat(path.matches('/').count());
    format!("# yaml-language-server: $schema={up}{schema}\n")
}

/// The first line of a new file of a workspace, where the schema of its kind lies in it.
pub(super) fn schema_line(root: &Path, kind: &str, path: &str) -> Option<String> {
    let file = format!("{SCHEMAS}/{kind}.json");
    is_there(root, &file).then(|| line_of(&file, path))
}

/// Reads the files before they are written: a name may hold what no file can.
fn check(folder: &Path, files: &[NewFile], context: &mut Context<'_>) -> Result<(), Failure> {
    let texts = files.iter().map(|file| (&file.path[..], &file.text[..]));
    let read = read::workspace(inputs(texts), context.as_of.max(context.today));
    if !read.diagnostics.has_errors() {
        return Ok(());
    }
    let root = Root {
        path: folder.to_owned(),
        shown: String::new(),
    };
    context.report_problems(&root, &read)?;
    Err(context.refuse("init-not-written", &[]))
}

/// Files to be written, as they would be read.
fn inputs<'f>(files: impl Iterator<Item = (&'f str, &'f str)>) -> Inputs {
    let mut inputs = Inputs::default();
    for (path, text) in files {
        let input = InputFile {
            path: path.to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        match path.split_once('/') {
            None => inputs.settings = Some(input),
            Some(("assessments", _)) => inputs.assessments.push(input),
            Some(("kpis", _)) => inputs.kpis.push(input),
            Some(("people", _)) => inputs.people.push(input),
            Some(("okrs", cycle)) => inputs.cycles.push(CycleFolder {
                path: format!("okrs/{}", cycle.split('/').next().unwrap_or_default()),
                plan: Some(input),
                ..CycleFolder::default()
            }),
            Some(_) => {}
        }
    }
    inputs
}
/// Adds to a file those of some lines that it does not hold; whether there were any.
fn grown(path: &Path, lines: &[&str]) -> Result<bool, Failure> {
    let mut is_longer = false;
    let result = workspace::extend(path, |before| {
        let mut after = before.to_owned();
        for line in lines {
            if before.lines().all(|own| own.trim() != *line) {
                if !after.is_empty() && !after.ends_with('\n') {
                    after.push('\n');
                }
                after.push_str(line);
                after.push('\n');
            }
        }
        is_longer = after != before;
        Ok::<String, std::convert::Infallible>(after)
    });
    match result {
        Ok(()) => Ok(is_longer),
        Err(NotAppended::Disk(error)) => Err(error.into()),
        Err(NotAppended::Refused(never)) => match never {},
    }
}

/// What was written, and three commands to go on with.
fn tell(
    folder: &Path,
    (written, workflow): (&[&str], &WorkflowPlace),
    rubrics: &[&Rubric],
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let is_here = folder == Path::new(".");
    let above = match workflow {
        WorkflowPlace::Above { shown, .. } => Some(shown),
        WorkflowPlace::Here | WorkflowPlace::Nowhere { .. } => None,
    };
    let count = written.len() + above.iter().count();
    let heading = context.say("init-written", &[("count", Word::from(count))]);
    let mut text = format!("{}\n", table::good(&heading));
    for name in written.iter().filter(|name| !name.starts_with(SCHEMAS)) {
        text.push_str(&format!("  {}\n", shown(folder, name)));
    }
    if written.iter().any(|name| name.starts_with(SCHEMAS)) {
        text.push_str(&format!("  {}/\n", shown(folder, SCHEMAS)));
    }
    if let Some(above) = above {
        text.push_str(&format!("  {above}\n"));
    }
    let told = match workflow {
        WorkflowPlace::Here => None,
        WorkflowPlace::Above { .. } => Some(("init-workflow-above", "")),
        WorkflowPlace::Nowhere { shown } => Some(("init-workflow-nowhere", shown.as_str())),
    };
    if let Some((key, place)) = told {
        let words = [
            ("place", Word::from(place)),
            ("folder", Word::from(folder.display().to_string())),
        ];
        let line = context.say(key, &words);
        text.push('\n');
        text.push_str(&table::unbroken(&line, table::dim(), 0, context.width));
    }
    text.push_str(&format!("\n{}\n", context.say("init-next", &[])));
    if !is_here {
        text.push_str(&format!("  cd {}\n", folder.display()));
    }
    let aligns = [Align::Left, Align::Left];
    let rows = next(rubrics).map(|(command, key)| {
        vec![
            Cell::styled(command, table::bold()),
            Cell::styled(context.say(key, &[]), table::dim()),
        ]
    });
    text.push_str(&table::set_with_asides(
        &rows,
        &aligns,
        (2, 4),
        context.width,
    ));
    write!(context.out, "{text}")?;
    Ok(())
}

/// What to do next, each with what it is for: of people somebody has to be named first.
fn next(rubrics: &[&Rubric]) -> [(String, &'static str); 3] {
    let of_team = rubrics.iter().find(|rubric| rubric.skill.is_none());
    match of_team {
        Some(rubric) => [
            (format!("regua ask {}", rubric.id), "init-next-ask"),
            ("regua report".to_owned(), "init-next-report"),
            ("regua okr suggest".to_owned(), "init-next-okrs"),
        ],
        None => {
            let rubric = rubrics.first().map_or(USUAL, |rubric| rubric.id.as_str());
            [
                (format!("regua rubric show {rubric}"), "init-next-rubric"),
                (
                    format!("regua ask {rubric} --person ana"),
                    "init-next-person",
                ),
                ("regua people".to_owned(), "init-next-people"),
            ]
        }
    }
}

/// A file of the folder, as its user would write it.
fn shown(folder: &Path, name: &str) -> String {
    match folder == Path::new(".") {
        true => name.to_owned(),
        false => folder.join(name).display().to_string(),
    }
}
