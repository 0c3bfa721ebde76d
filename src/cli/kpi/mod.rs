//! `regua kpi`: the KPIs at hand, what one of them counts, and readings of them.

mod import;
mod record;
mod writing;

use super::context::{Context, Failure};
use super::table::{self, Align, Cell};
use crate::locale::{Locale, Word};
use crate::model::{Direction, Edge, Id, Kpi, Text};
use crate::read::{self, shipped_rubrics};
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
    Record(record::Args),
    Import(import::Args),
}

#[derive(Debug, clap::Args)]
struct ShowArgs {
    #[arg(value_name = "KPI")]
    kpi: String,
}

pub(super) fn run(args: Args, context: &mut Context<'_>) -> Result<(), Failure> {
    match args.command {
        Command::List => list(&at_hand(context)?, context),
        Command::Show(args) => show(&at_hand(context)?, &args.kpi, context),
        Command::Record(args) => record::run(&args, context),
        Command::Import(args) => import::run(&args, context),
    }
}

/// A KPI, and what defines it: a rubric by its id, the workspace, or the catalogue.
struct AtHand {
    kpi: Kpi,
    origin: Origin,
}

enum Origin {
    Rubric(Id),
    Workspace,
    Catalogue,
}

/// The KPIs of the workspace, or of the shipped rubrics where one stands in none; then the catalogue's others.
fn at_hand(context: &mut Context<'_>) -> Result<Vec<AtHand>, Failure> {
    let root = workspace::find(context.directory.as_deref())?;
    let mut inputs = workspace::read(&root)?;
    if inputs.settings.is_none() {
        let names: Vec<&str> = shipped_rubrics().collect();
        inputs = read::Inputs::with_rubrics(&names);
    }
    let read = read::workspace(inputs, context.as_of.max(context.today));
    let Some(workspace) = read.workspace else {
        context.report_problems(&root, &read)?;
        return Err(Failure::WrongInput);
    };
    context.speak(workspace.settings.language);
    let catalogue = read::kpi_catalogue().map_or_else(Vec::new, |catalogue| catalogue.kpis);
    let is_shipped_alone = |kpi: &Kpi| catalogue.iter().any(|known| known.id == kpi.id);
    let mut at_hand = Vec::new();
    for kpi in &workspace.kpis {
        let is_of = |rubric: &&crate::model::Rubric| {
            let mut kpis = rubric.kpis.iter();
            kpis.any(|own| own.id == kpi.id)
        };
        let rubric = workspace.rubrics.iter().find(is_of);
        let is_own = !read.sources.file(kpi.place.file).path.starts_with("regua:");
        let origin = match rubric {
            Some(rubric) => Origin::Rubric(rubric.id.clone()),
            None if !is_own && is_shipped_alone(kpi) => Origin::Catalogue,
            None => Origin::Workspace,
        };
        at_hand.push(AtHand {
            kpi: kpi.clone(),
            origin,
        });
    }
    for kpi in catalogue {
        if at_hand.iter().all(|known| known.kpi.id != kpi.id) {
            let origin = Origin::Catalogue;
            at_hand.push(AtHand { kpi, origin });
        }
    }
    Ok(at_hand)
}

fn list(at_hand: &[AtHand], context: &mut Context<'_>) -> Result<(), Failure> {
    let head = |key: &str| Cell::styled(context.say(key, &[]), table::dim());
    let mut rows = vec![vec![
        head("kpi-title"),
        head("kpi-id"),
        head("kpi-unit"),
        head("kpi-origin"),
    ]];
    let locale = &context.locale;
    for known in at_hand {
        let kpi = &known.kpi;
        let origin = match &known.origin {
            Origin::Rubric(rubric) => rubric.to_string(),
            Origin::Workspace => locale.say("kpi-own", &[]),
            Origin::Catalogue => locale.say("kpi-catalogue", &[]),
        };
        rows.push(vec![
            Cell::new(kpi.title.in_language(locale.language())),
            Cell::new(kpi.id.as_str()),
            Cell::new(
                format!("{} {}", unit(kpi), arrow(kpi.direction))
                    .trim()
                    .to_owned(),
            ),
            Cell::new(origin),
        ]);
    }
    let aligns = [Align::Left; 4];
    let text = table::set(&rows, &aligns, 0, context.width);
    write!(context.out, "{text}")?;
    Ok(())
}

fn unit(kpi: &Kpi) -> &str {
    match kpi.unit.text.as_str() {
        "count" | "score" => "",
        text => text,
    }
}

fn arrow(direction: Direction) -> &'static str {
    match direction {
        Direction::Higher => "↑",
        Direction::Lower => "↓",
        Direction::Range => "↕",
        Direction::None => "",
    }
}

fn show(at_hand: &[AtHand], name: &str, context: &mut Context<'_>) -> Result<(), Failure> {
    let Some(known) = at_hand.iter().find(|known| known.kpi.id.as_str() == name) else {
        let known: Vec<&str> = at_hand.iter().map(|known| known.kpi.id.as_str()).collect();
        return Err(record::unknown("kpi-unknown", name, &known, context));
    };
    let text = card(&known.kpi, &context.locale, context.width);
    write!(context.out, "{text}")?;
    Ok(())
}

/// All that is written of a KPI.
fn card(kpi: &Kpi, locale: &Locale, width: usize) -> String {
    let said = |text: &Text| text.in_language(locale.language()).to_owned();
    let frequency = locale.say(&format!("kpi-frequency-{}", kpi.frequency.as_str()), &[]);
    let direction = locale.say(&format!("report-direction-{}", kpi.direction.as_str()), &[]);
    let facts = [
        kpi.id.to_string(),
        unit(kpi).to_owned(),
        direction,
        frequency,
    ];
    let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    let mut text = table::paragraph(&said(&kpi.title), table::bold(), 0, width);
    text.push_str(&table::paragraph(
        &facts.join(" · "),
        table::dim(),
        0,
        width,
    ));
    let plain = anstyle::Style::new();
    let definition = said(&kpi.definition);
    if !definition.is_empty() {
        text.push_str(&table::paragraph(&definition, plain, 0, width));
    }
    let parts = [
        ("report-kpi-formula", said(&kpi.formula)),
        ("report-kpi-clock", said(&kpi.clock)),
        ("report-kpi-population", said(&kpi.population)),
        ("kpi-bands", bands(kpi, locale)),
        ("kpi-bands-source", said(&kpi.source)),
    ];
    for (key, part) in parts {
        if !part.is_empty() {
            let heading = locale.say(key, &[]);
            text.push_str(&format!(
                "\n{}",
                table::paragraph(&heading, table::bold(), 0, width)
            ));
            text.push_str(&table::paragraph(&part, plain, 2, width));
        }
    }
    text
}

/// `2: 40% · 3: 60%`, each level with the edge at which it begins.
fn bands(kpi: &Kpi, locale: &Locale) -> String {
    let quantity = |edge| locale.quantity(edge, &kpi.unit);
    let edges = kpi.bands.iter().map(|band| {
        let edge = match &band.edge {
            Edge::At(edge) => quantity(edge),
            Edge::Between(low, high) => format!("{}–{}", quantity(low), quantity(high)),
        };
        let words = [
            ("level", Word::from(band.level)),
            ("edge", Word::from(edge)),
        ];
        locale.say("kpi-band", &words)
    });
    edges.collect::<Vec<_>>().join(" · ")
}
