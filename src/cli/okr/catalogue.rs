//! `regua okr catalogue`: the shipped objectives, to read or as a plan to start from.

use super::PlanFormat;
use crate::cli::context::{Context, Failure};
use crate::cli::table::{self, Align, Cell};
use crate::locale::{Locale, Word};
use crate::model::{
    Baseline, Exact, KeyResult, KeyResultKind, Objective, Period, Target, Workspace,
};
use crate::read::{self, CatalogueHead};
use crate::render::plan;
use crate::workspace;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "OBJECTIVE")]
    objectives: Vec<String>,
    #[arg(long = "for", value_name = "CYCLE", value_parser = super::period)]
    planned_for: Option<Period>,
    #[arg(long = "format", value_name = "FORMAT", default_value = "text")]
    plan_format: PlanFormat,
}

pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let root = workspace::find(context.directory.as_deref())?;
    let inputs = workspace::read(&root)?;
    let mut fiscal_start = 1;
    if inputs.settings.is_some() {
        let own = read::workspace(inputs, context.as_of.max(context.today)).workspace;
        if let Some(settings) = own.map(|own| own.settings) {
            fiscal_start = settings.fiscal_year_start;
            context.speak(settings.language);
        }
    }
    let cycle = args
        .planned_for
        .unwrap_or_else(|| Period::quarter_of(context.as_of, fiscal_start));
    let catalogue = read::okr_catalogue(cycle, fiscal_start);
    let (head, mut workspace) = catalogue
        .and_then(|catalogue| Some((catalogue.head, catalogue.read.workspace?)))
        .ok_or_else(|| Failure::Environment(anyhow::anyhow!("okr-catalogue.yaml")))?;
    choose(&args.objectives, &mut workspace, context)?;
    let text = match args.plan_format {
        PlanFormat::Text => Page {
            workspace: &workspace,
            context,
        }
        .text(&head),
        PlanFormat::Yaml => as_plan(&head, &workspace, context),
    };
    write!(context.out, "{text}")?;
    Ok(())
}

/// Keeps the objectives that the command line names; all where it names none.
fn choose(
    named: &[String],
    workspace: &mut Workspace,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let objectives = workspace.cycles.iter().flat_map(|cycle| &cycle.objectives);
    let known: Vec<&str> = objectives.map(|objective| objective.id.as_str()).collect();
    if let Some(unknown) = named.iter().find(|name| !known.contains(&name.as_str())) {
        let words = [
            ("objective", Word::from(unknown.as_str())),
            ("known", Word::from(known.join(", "))),
        ];
        return Err(context.refuse("okr-catalogue-unknown", &words));
    }
    for cycle in &mut workspace.cycles {
        let is_named = |objective: &Objective| {
            named.is_empty() || named.iter().any(|name| name == objective.id.as_str())
        };
        cycle.objectives.retain(is_named);
    }
    Ok(())
}

/// A plan with the notice above it, as comments.
fn as_plan(head: &CatalogueHead, workspace: &Workspace, context: &Context<'_>) -> String {
    let language = context.locale.language();
    let notice = head.source.notice.in_language(language);
    let comments = [context.say("okr-catalogue-adapt", &[]), notice.to_owned()];
    let mut text = String::new();
    for comment in comments {
        for line in textwrap::wrap(&comment, 110) {
            text.push_str(&format!("# {line}\n"));
        }
    }
    let cycles = workspace.cycles.iter();
    text.extend(cycles.map(|cycle| plan::yaml(workspace, cycle, language)));
    text
}

/// The objectives on the terminal.
struct Page<'p, 'c> {
    workspace: &'p Workspace,
    context: &'p Context<'c>,
}

impl Page<'_, '_> {
    fn locale(&self) -> &Locale {
        &self.context.locale
    }

    fn paragraph(&self, text: &str, style: anstyle::Style, indent: usize) -> String {
        table::paragraph(text, style, indent, self.context.width)
    }

    fn text(&self, head: &CatalogueHead) -> String {
        let language = self.locale().language();
        let mut text = self.paragraph(head.title.in_language(language), table::bold(), 0);
        let notice = head.source.notice.in_language(language);
        text.push_str(&self.paragraph(notice, table::dim(), 0));
        for cycle in &self.workspace.cycles {
            for objective in &cycle.objectives {
                text.push_str(&self.objective(objective));
            }
            let words = [
                ("cycle", Word::from(cycle.id.as_str())),
                ("period", Word::from(self.locale().period(cycle.period))),
            ];
            let hint = self.locale().say("okr-catalogue-hint", &words);
            text.push_str(&format!("\n{}", self.paragraph(&hint, table::dim(), 0)));
        }
        text
    }

    fn objective(&self, objective: &Objective) -> String {
        let locale = self.locale();
        let title = objective.title.in_language(locale.language());
        let mut text = format!("\n{}", self.paragraph(title, table::bold(), 0));
        let mut facts = vec![objective.id.to_string()];
        facts.extend(objective.improves.map(|improved| {
            let name = improved.name(&self.workspace.rubrics);
            locale.say("okr-catalogue-improves", &[("what", Word::from(name))])
        }));
        text.push_str(&self.paragraph(&facts.join(" · "), table::dim(), 0));
        let rows: Vec<Vec<Cell>> = objective
            .key_results
            .iter()
            .map(|key_result| self.key_result(key_result))
            .collect();
        let aligns = [Align::Left, Align::Right, Align::Left];
        text.push_str(&table::set(&rows, &aligns, 2, self.context.width));
        text
    }

    fn key_result(&self, key_result: &KeyResult) -> Vec<Cell> {
        let locale = self.locale();
        let due = locale.say(
            "okr-due",
            &[("date", Word::from(locale.date(key_result.due)))],
        );
        vec![
            Cell::new(key_result.title.in_language(locale.language())),
            Cell::new(self.way(key_result)),
            Cell::styled(due, table::dim()),
        ]
    }

    /// `24 → 12 h`, `−20%`, `90%`.
    fn way(&self, key_result: &KeyResult) -> String {
        let locale = self.locale();
        let KeyResultKind::FromTo {
            baseline, target, ..
        } = &key_result.kind
        else {
            return String::new();
        };
        let hundredfold = |share: &Exact| share * &Exact::from(100u32);
        let target = match target {
            Target::Value(value) => locale.quantity(value, &key_result.unit),
            Target::Relative(share) => format!("{}%", locale.signed(&hundredfold(share), 0)),
            Target::Points(points) => format!("{} pp", locale.signed(points, 0)),
            Target::Times(times) => format!("× {}", locale.number_short(times, 2)),
        };
        match baseline {
            Baseline::Value(start) => format!("{} → {target}", locale.number_short(start, 2)),
            Baseline::At(_) | Baseline::FirstReading => target,
        }
    }
}
