//! `regua okr suggest`: what an assessment lacks, as the plan of a cycle.

use crate::cli::Folder;
use crate::cli::context::{Context, Failure, Loaded};
use crate::cli::{table, target};
use crate::locale::Word;
use crate::model::{Cycle, KeyResult, KeyResultKind, Period, ValueSource};
use crate::read;
use crate::render::plan;
use crate::report::suggest::{Wish, suggest};

/// The most objectives, where nobody says otherwise.
const MOST: u8 = 3;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "RUBRIC")]
    rubrics: Vec<String>,
    #[arg(long = "for", value_name = "CYCLE", value_parser = super::period)]
    planned_for: Option<Period>,
    #[arg(long, value_name = "LEVEL")]
    level: Option<u32>,
    #[arg(long, value_name = "N", default_value_t = MOST, value_parser = clap::value_parser!(u8).range(1..=9))]
    most: u8,
    #[arg(long)]
    write: bool,
    #[arg(long = "format", value_name = "FORMAT", default_value = "text")]
    plan_format: super::PlanFormat,
}

pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let loaded = context.load(&Folder { folder: None })?;
    let fiscal_start = loaded.workspace.settings.fiscal_year_start;
    let rubrics = rubrics(&loaded, &args.rubrics, context)?;
    if let Some(level) = args.level {
        target::refuse_unless_there(level, &rubrics, &loaded, context)?;
    }
    let wish = Wish {
        rubrics,
        level: args.level,
        most: usize::from(args.most),
        period: args
            .planned_for
            .unwrap_or_else(|| Period::quarter_of(context.as_of, fiscal_start).next()),
    };
    let catalogue = read::okr_catalogue(wish.period, fiscal_start);
    let catalogue = catalogue.and_then(|catalogue| catalogue.read.workspace);
    let locale = context.locale.clone();
    let cycle = suggest(
        &loaded.workspace,
        &loaded.scores,
        catalogue.as_ref(),
        &wish,
        &locale,
    );
    if cycle.objectives.is_empty() {
        let key = match loaded.scores.assessments.is_empty() {
            true => "suggest-no-assessment",
            false => "suggest-nothing",
        };
        let line = context.say(key, &[]);
        let line = table::paragraph(&line, anstyle::Style::new(), 0, context.width);
        write!(context.out, "{line}")?;
        return Ok(());
    }
    let text = as_plan(&loaded, &cycle, context);
    if args.write {
        let instead = format!("{} --format yaml", command(args, &cycle.id));
        super::write_plan(&loaded, (&cycle.id, &text), &instead, context)?;
        if !context.is_quiet {
            let file = loaded.root.show(&super::plan_path(&cycle.id));
            let line = context.say("okr-rolled", &[("place", Word::from(file))]);
            writeln!(context.out, "{}\n", table::good(&line))?;
        }
    }
    match (args.plan_format, args.write) {
        (super::PlanFormat::Yaml, false) => write!(context.out, "{text}")?,
        _ if context.is_quiet => {}
        _ => {
            let text = page(&loaded, &cycle, args, context);
            write!(context.out, "{text}")?;
        }
    }
    Ok(())
}

/// The positions of the rubrics named, of which there must be an assessment.
fn rubrics(
    loaded: &Loaded,
    named: &[String],
    context: &mut Context<'_>,
) -> Result<Vec<usize>, Failure> {
    let rubrics = &loaded.workspace.rubrics;
    let mut positions = Vec::new();
    for name in named {
        let found = rubrics.iter().position(|own| own.id.as_str() == name);
        let assessed = found.filter(|rubric| loaded.scores.latest_of(*rubric).is_some());
        let Some(position) = assessed else {
            let known: Vec<&str> = (0..rubrics.len())
                .filter(|rubric| loaded.scores.latest_of(*rubric).is_some())
                .map(|rubric| rubrics[rubric].id.as_str())
                .collect();
            let words = [
                ("rubric", Word::from(name.as_str())),
                ("known", Word::from(known.join(", "))),
            ];
            return Err(context.refuse("suggest-unknown-rubric", &words));
        };
        positions.push(position);
    }
    Ok(positions)
}

/// The command that drafts the same for a cycle.
fn command(args: &Args, cycle: &str) -> String {
    let mut words = vec!["regua okr suggest".to_owned()];
    words.extend(args.rubrics.iter().cloned());
    words.push(format!("--for {cycle}"));
    words.extend(args.level.map(|level| format!("--level {level}")));
    if args.most != MOST {
        words.push(format!("--most {}", args.most));
    }
    words.join(" ")
}

/// The plan with what it was drafted from above it, as comments.
fn as_plan(loaded: &Loaded, cycle: &Cycle, context: &Context<'_>) -> String {
    let words = [("date", Word::from(context.locale.date(context.as_of)))];
    let mut text = String::new();
    for key in ["suggest-heading", "suggest-adapt"] {
        let line = context.say(key, &words);
        for line in textwrap::wrap(&line, 110) {
            text.push_str(&format!("# {line}\n"));
        }
    }
    text.push_str(&plan::yaml(
        &loaded.workspace,
        cycle,
        context.locale.language(),
    ));
    text
}

/// The draft on the terminal.
fn page(loaded: &Loaded, cycle: &Cycle, args: &Args, context: &Context<'_>) -> String {
    let (locale, width) = (&context.locale, context.width);
    let language = locale.language();
    let period = [("cycle", Word::from(locale.period(cycle.period)))];
    let planned_for = locale.say(&format!("suggest-for-{}", kind(cycle.period)), &period);
    let words = [
        ("for", Word::from(planned_for)),
        ("date", Word::from(locale.date(context.as_of))),
    ];
    let mut text = table::paragraph(
        &locale.say("suggest-title", &words),
        table::bold(),
        0,
        width,
    );
    let step = locale.say("suggest-step", &[]);
    text.push_str(&table::paragraph(&step, table::dim(), 0, width));
    for objective in &cycle.objectives {
        text.push('\n');
        let title = objective.title.in_language(language);
        text.push_str(&table::paragraph(title, table::bold(), 0, width));
        if let Some(improves) = objective.improves {
            let what = improves.name(&loaded.workspace.rubrics);
            let line = locale.say("okr-catalogue-improves", &[("what", Word::from(what))]);
            text.push_str(&table::paragraph(&line, table::dim(), 0, width));
        }
        for key_result in &objective.key_results {
            let title = format!("• {}", key_result.title.in_language(language));
            text.push_str(&table::marked(&title, anstyle::Style::new(), 2, width));
            let line = way(loaded, key_result, context);
            if !line.is_empty() {
                text.push_str(&table::paragraph(&line, table::dim(), 4, width));
            }
        }
    }
    if !args.write {
        let (is_there, option) = match super::is_planned(&loaded.workspace, &cycle.id) {
            true => ("yes", "--format yaml"),
            false => ("no", "--write"),
        };
        let again = format!("{} {option}", command(args, &cycle.id));
        let words = [
            ("cycle", Word::from(cycle.id.as_str())),
            ("planned", Word::from(is_there)),
            ("command", Word::from(again)),
        ];
        let line = locale.say("suggest-hint", &words);
        text.push('\n');
        text.push_str(&table::paragraph(&line, table::dim(), 0, width));
    } else {
        text.push('\n');
        let line = locale.say("suggest-adapt", &[]);
        text.push_str(&table::paragraph(&line, table::dim(), 0, width));
    }
    text
}

/// Which article the name of a period takes, in a language that gives it one.
fn kind(period: Period) -> &'static str {
    match period {
        Period::Half(..)
        | Period::Quarter(..)
        | Period::FiscalYear(_)
        | Period::FiscalHalf(..)
        | Period::FiscalQuarter(..) => "part",
        Period::Week(..) => "week",
        Period::Year(_) | Period::Month(..) | Period::Day(_) | Period::Range(_) => "name",
    }
}

/// What a key result asks for beside its title, and where its values come from.
fn way(loaded: &Loaded, key_result: &KeyResult, context: &Context<'_>) -> String {
    let locale = &context.locale;
    let way = match &key_result.kind {
        KeyResultKind::Milestones(milestones) => {
            let titles: Vec<&str> = milestones
                .iter()
                .map(|own| own.title.in_language(locale.language()))
                .collect();
            titles.join("; ")
        }
        _ => String::new(),
    };
    let workspace = &loaded.workspace;
    let source = match key_result.source {
        ValueSource::Kpi(kpi) => Some(format!("kpi {}", workspace.kpis[kpi].id)),
        ValueSource::Score(of) => Some(format!("score {}", of.name(&workspace.rubrics))),
        _ => None,
    };
    let parts = [Some(way).filter(|way| !way.is_empty()), source];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
