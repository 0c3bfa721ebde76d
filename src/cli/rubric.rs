//! `regua rubric`: the rubrics at hand, and one as a questionnaire.

use super::context::{Context, Failure};
use super::table::{self, Align, Cell};
use crate::locale::Word;
use crate::model::{Id, Rubric};
use crate::read::{self, InputFile, Inputs, Read};
use crate::render::questionnaire;
use crate::report::questionnaire::{CriterionPart, QuestionPart, Questionnaire};
use crate::workspace;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    List,
    Show(ShowArgs),
}

#[derive(Debug, clap::Args)]
struct ShowArgs {
    #[arg(value_name = "RUBRIC")]
    rubric: String,
    #[arg(long = "format", value_name = "FORMAT", default_value = "text")]
    layout: Layout,
}

/// How a rubric is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Layout {
    Text,
    Md,
}

pub(super) fn run(args: Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let shelf = Shelf::new(context)?;
    match args.command {
        Command::List => list(&shelf, context),
        Command::Show(args) => show(&shelf, &args, context),
    }
}

/// The rubrics at hand: those shipped, and those of the workspace that one stands in.
struct Shelf {
    root: workspace::Root,
    read: Read,
    /// The names of those in use.
    in_use: Vec<Id>,
}

impl Shelf {
    fn new(context: &mut Context<'_>) -> Result<Shelf, Failure> {
        let root = workspace::find(context.directory.as_deref())?;
        let inputs = workspace::read(&root)?;
        let day = context.as_of.max(context.today);
        let has_settings = inputs.settings.is_some();
        let mut in_use = Vec::new();
        let rubrics = Inputs {
            settings: None,
            rubrics: inputs.rubrics.clone(),
            ..Inputs::default()
        };
        if has_settings {
            let own = read::workspace(inputs, day);
            if let Some(workspace) = own.workspace {
                in_use = workspace
                    .rubrics
                    .iter()
                    .map(|rubric| rubric.id.clone())
                    .collect();
                context.speak(workspace.settings.language);
            }
        }
        let mut names: Vec<String> = read::shipped_rubrics().map(str::to_owned).collect();
        for name in rubrics.rubrics.iter().filter_map(own_name) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let inputs = Inputs {
            rubrics: rubrics.rubrics,
            ..Inputs::with_rubrics(&names)
        };
        let read = read::workspace(inputs, day);
        Ok(Shelf { root, read, in_use })
    }

    fn rubrics(&self) -> impl Iterator<Item = &Rubric> {
        self.read
            .workspace
            .iter()
            .flat_map(|workspace| &workspace.rubrics)
    }
}

/// The name of a rubric of the workspace's own, by its file.
fn own_name(file: &InputFile) -> Option<String> {
    let name = file.path.rsplit('/').next()?;
    let stem = name
        .strip_suffix(".yaml")
        .or_else(|| name.strip_suffix(".yml"))?;
    let is_id = Id::parse(stem).is_some();
    is_id.then(|| stem.to_owned())
}

fn list(shelf: &Shelf, context: &mut Context<'_>) -> Result<(), Failure> {
    let language = context.locale.language();
    let heading = |key: &str| Cell::styled(context.say(key, &[]), table::dim());
    let mut rows = vec![vec![
        heading("rubric-title"),
        heading("rubric-id"),
        heading("rubric-levels"),
        heading("rubric-questions"),
        Cell::default(),
    ]];
    for rubric in shelf.rubrics() {
        let levels = match rubric.levels.len() {
            0 => crate::locale::NO_VALUE.to_owned(),
            count => count.to_string(),
        };
        let in_use = if shelf.in_use.contains(&rubric.id) {
            context.say("rubric-in-use", &[])
        } else {
            String::new()
        };
        rows.push(vec![
            Cell::new(rubric.title.in_language(language)),
            Cell::new(rubric.id.as_str()),
            Cell::new(levels),
            Cell::new(rubric.questions.len().to_string()),
            Cell::new(in_use),
        ]);
    }
    let mut aligns = vec![
        Align::Left,
        Align::Left,
        Align::Right,
        Align::Right,
        Align::Left,
    ];
    if shelf.in_use.is_empty() {
        table::drop_column(&mut rows, &mut aligns, 4);
    }
    let text = table::set(&rows, &aligns, 0, context.width);
    write!(context.out, "{text}")?;
    if shelf.read.diagnostics.has_errors() {
        context.report_problems(&shelf.root, &shelf.read)?;
        return Err(Failure::WrongInput);
    }
    Ok(())
}

fn show(shelf: &Shelf, args: &ShowArgs, context: &mut Context<'_>) -> Result<(), Failure> {
    let Some(rubric) = shelf
        .rubrics()
        .find(|rubric| rubric.id.as_str() == args.rubric)
    else {
        if shelf.read.diagnostics.has_errors() {
            context.report_problems(&shelf.root, &shelf.read)?;
        }
        let known: Vec<&str> = shelf.rubrics().map(|rubric| rubric.id.as_str()).collect();
        let words = [
            ("rubric", Word::from(args.rubric.as_str())),
            ("known", Word::from(known.join(", "))),
        ];
        let name = context.say("severity-error", &[]);
        let line = context.say("rubric-unknown", &words);
        writeln!(context.err, "{name}: {line}")?;
        return Err(Failure::WrongInput);
    };
    let asked = Questionnaire::new(rubric, &context.locale);
    let text = match args.layout {
        Layout::Md => questionnaire::markdown(&asked, &context.locale)?,
        Layout::Text => Page {
            asked: &asked,
            context,
        }
        .text(),
    };
    write!(context.out, "{text}")?;
    Ok(())
}

/// A questionnaire on the terminal.
struct Page<'p, 'c> {
    asked: &'p Questionnaire,
    context: &'p Context<'c>,
}

impl Page<'_, '_> {
    fn say(&self, key: &str) -> String {
        self.context.say(key, &[])
    }

    fn line(&self, text: &str, style: anstyle::Style, indent: usize) -> String {
        if text.is_empty() {
            return String::new();
        }
        table::paragraph(text, style, indent, self.context.width)
    }

    fn text(&self) -> String {
        let asked = self.asked;
        let plain = anstyle::Style::new();
        let mut text = self.line(&asked.title, table::bold(), 0);
        let version = format!("{} {}", asked.id, asked.version);
        text.push_str(&self.line(&version, table::dim(), 0));
        text.push_str(&self.line(&asked.framework, table::dim(), 0));
        text.push_str(&self.line(&asked.notice, table::dim(), 0));
        if !asked.levels.is_empty() {
            text.push('\n');
        }
        for level in &asked.levels {
            let line = match level.summary.as_str() {
                "" => format!("{} {}", level.number, level.title),
                summary => format!("{} {}: {summary}", level.number, level.title),
            };
            text.push_str(&table::marked(&line, plain, 2, self.context.width));
        }
        for part in &asked.parts {
            text.push('\n');
            text.push_str(&self.line(&part.title, table::bold(), 2 * part.depth));
            for criterion in &part.criteria {
                text.push_str(&self.criterion(criterion));
            }
        }
        text
    }

    fn criterion(&self, criterion: &CriterionPart) -> String {
        let mut facts: Vec<String> = criterion.level.iter().cloned().collect();
        if criterion.is_absence {
            facts.push(self.say("questionnaire-absence"));
        }
        let mut text = String::from("\n");
        text.push_str(&self.line(&criterion.title, table::bold(), 2));
        text.push_str(&self.line(&facts.join(" · "), table::dim(), 2));
        text.push_str(&self.line(&criterion.description, anstyle::Style::new(), 2));
        for question in &criterion.questions {
            text.push_str(&self.question(question));
        }
        text
    }

    fn question(&self, question: &QuestionPart) -> String {
        let plain = anstyle::Style::new();
        let mut text = String::from("\n");
        let asked = format!("{}. {}", question.number, question.text);
        text.push_str(&self.line(&asked, plain, 4));
        text.push_str(&self.line(&question.guidance, table::dim(), 4));
        let mut answers: Vec<String> = question
            .choices
            .iter()
            .map(|choice| format!("☐ {choice}"))
            .collect();
        answers.extend(question.range.iter().map(|range| format!("______ {range}")));
        answers.push(format!("☐ {}", self.say("questionnaire-unknown")));
        answers.push(format!("☐ {}", self.say("questionnaire-not-applicable")));
        // A line does not end within an answer.
        let answers: Vec<String> = answers
            .iter()
            .map(|answer| answer.replace(' ', "\u{a0}"))
            .collect();
        text.push_str(&self.line(&answers.join("   "), plain, 4));
        let mut facts = vec![question.key.clone()];
        if question.needs_evidence {
            facts.push(self.say("questionnaire-evidence"));
        }
        if let Some(kpi) = &question.kpi {
            let words = [("kpi", Word::from(kpi.as_str()))];
            facts.push(self.context.say("questionnaire-kpi", &words));
        }
        text.push_str(&self.line(&facts.join(" · "), table::dim(), 4));
        text
    }
}
