//! `regua kpi`: the KPIs at hand, what one of them counts, and readings of them.

mod import;
mod record;
mod writing;

use super::context::{Context, Failure};
use super::table::{self, Align, Cell};
use crate::locale::{Locale, Word};
use crate::model::{Direction, Edge, Exact, Id, Kpi, Period, Text};
use crate::read::{self, shipped_rubrics};
use crate::score::measure;
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
        Command::Show(args) => show(&args.kpi, context),
        Command::Record(args) => record::run(&args, context),
        Command::Import(args) => import::run(&args, context),
    }
}

/// A KPI, and what defines it: a rubric by its id, the workspace, or the catalogue.
struct AtHand {
    kpi: Kpi,
    origin: Origin,
    /// Its latest value, with the period.
    latest: Option<(Exact, Period)>,
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
    context.speak(read.language);
    let Some(workspace) = read.workspace else {
        context.report_problems(&root, &read)?;
        return Err(Failure::WrongInput);
    };
    let catalogue = read::kpi_catalogue().map_or_else(Vec::new, |catalogue| catalogue.kpis);
    let is_shipped_alone = |kpi: &Kpi| catalogue.iter().any(|known| known.id == kpi.id);
    let mut at_hand = Vec::new();
    let series = measure::all_series(&workspace);
    for (kpi, series) in workspace.kpis.iter().zip(&series) {
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
            latest: series
                .until(context.as_of)
                .last()
                .map(|point| (point.value.clone(), point.period)),
        });
    }
    for kpi in catalogue {
        if at_hand.iter().all(|known| known.kpi.id != kpi.id) {
            let origin = Origin::Catalogue;
            at_hand.push(AtHand {
                kpi,
                origin,
                latest: None,
            });
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
        head("value"),
        head("kpi-target"),
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
            Cell::new(match &known.latest {
                Some((value, _)) => locale.quantity(value, &kpi.unit),
                None => String::new(),
            }),
            Cell::new(match kpi.target_on(context.as_of) {
                Some(target) => locale.quantity(&target.value, &kpi.unit),
                None => String::new(),
            }),
        ]);
    }
    let mut aligns = vec![Align::Left; 4];
    aligns.extend([Align::Right; 2]);
    // Where nothing is measured or aimed at, the columns would say nothing.
    let is_any_measured = at_hand.iter().any(|known| known.latest.is_some());
    let is_any_aimed_at = at_hand.iter().any(|known| !known.kpi.targets.is_empty());
    if !is_any_aimed_at {
        table::drop_column(&mut rows, &mut aligns, 5);
    }
    if !is_any_measured {
        table::drop_column(&mut rows, &mut aligns, 4);
    }
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

fn show(name: &str, context: &mut Context<'_>) -> Result<(), Failure> {
    let at_hand = at_hand(context)?;
    let Some(known) = at_hand.iter().find(|known| known.kpi.id.as_str() == name) else {
        if is_service_level(name, context)? {
            let words = [("written", Word::from(name))];
            return Err(context.refuse("kpi-is-service-level", &words));
        }
        let known = at_hand.iter().map(|known| &known.kpi);
        return Err(record::unknown_kpi(name, known, context));
    };
    let text = card(known, context);
    write!(context.out, "{text}")?;
    Ok(())
}

/// Whether a name is that of a promise of the workspace, which is explained with its cases.
fn is_service_level(name: &str, context: &mut Context<'_>) -> Result<bool, Failure> {
    let root = workspace::find(context.directory.as_deref())?;
    let read = read::workspace(workspace::read(&root)?, context.as_of.max(context.today));
    let levels = read.workspace.map(|own| own.service_levels);
    let mut levels = levels.into_iter().flatten();
    Ok(levels.any(|own| own.id.as_str() == name))
}

/// All that is written of a KPI.
fn card(known: &AtHand, context: &Context<'_>) -> String {
    let (kpi, locale, width) = (&known.kpi, &*context.locale, context.width);
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
    let latest = known.latest.as_ref().map(|(value, period)| {
        let value = locale.quantity(value, &kpi.unit);
        format!("{value} · {}", locale.period(*period))
    });
    let parts = [
        ("kpi-latest", latest.unwrap_or_default()),
        ("kpi-target", target(known, context)),
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

/// The target in force, and whether the latest value reaches it.
fn target(known: &AtHand, context: &Context<'_>) -> String {
    let (kpi, locale) = (&known.kpi, &context.locale);
    let Some(target) = kpi.target_on(context.as_of) else {
        return String::new();
    };
    let latest = known.latest.as_ref();
    let reached = latest.and_then(|(value, _)| kpi.reaches(value, &target.value));
    let day = target.by.map(|by| locale.date(by));
    let words = [
        (
            "value",
            Word::from(locale.quantity(&target.value, &kpi.unit)),
        ),
        ("date", Word::from(day.unwrap_or_else(|| "none".to_owned()))),
        (
            "reached",
            Word::from(match reached {
                Some(true) => "yes",
                Some(false) => "no",
                None => "unclear",
            }),
        ),
    ];
    locale.say("report-kpi-own-target", &words)
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
