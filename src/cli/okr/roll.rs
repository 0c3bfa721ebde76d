//! `regua okr roll`: what a closed cycle left unfinished, as the plan of the next.

use crate::cli::Folder;
use crate::cli::context::{Context, Failure, Loaded};
use crate::cli::table;
use crate::locale::Word;
use crate::model::{Closing, Cycle, Period};
use crate::render::plan;
use crate::score::roll;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "CYCLE")]
    cycle: Option<String>,
    #[arg(long, value_name = "CYCLE", value_parser = super::period)]
    to: Option<Period>,
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let loaded = context.load(&Folder { folder: None })?;
    let (cycle, closing) = find(&loaded, args.cycle.as_deref(), context)?;
    let to = args.to.unwrap_or_else(|| cycle.period.next());
    let settings = &loaded.workspace.settings;
    let next = roll::next(cycle, closing, to, settings.fiscal_year_start);
    if next.days.last <= cycle.days.last {
        let words = [
            ("cycle", Word::from(cycle.id.as_str())),
            ("next", Word::from(next.id.as_str())),
        ];
        return Err(context.refuse("okr-roll-backwards", &words));
    }
    if next.objectives.is_empty() {
        let words = [("cycle", Word::from(cycle.id.as_str()))];
        writeln!(
            context.out,
            "{}",
            context.say("okr-nothing-to-roll", &words)
        )?;
        return Ok(());
    }
    let text = plan::yaml(&loaded.workspace, &next, context.locale.language());
    if args.dry_run {
        write!(context.out, "{text}")?;
        return Ok(());
    }
    let instead = format!("regua okr roll {} --to {} --dry-run", cycle.id, next.id);
    super::write_plan(&loaded, (&next.id, &text), &instead, context)?;
    if !context.is_quiet {
        tell(&loaded, (cycle, &next), context)?;
    }
    Ok(())
}

/// The cycle of a name, which must be closed; without one, the closed cycle that ended last.
fn find<'l>(
    loaded: &'l Loaded,
    name: Option<&str>,
    context: &mut Context<'_>,
) -> Result<(&'l Cycle, &'l Closing), Failure> {
    let cycles = &loaded.workspace.cycles;
    let found = match name {
        Some(name) => cycles.iter().find(|own| own.id == name),
        None => {
            let closed = cycles.iter().filter(|own| own.closing.is_some());
            closed.max_by_key(|own| own.days.last)
        }
    };
    let Some(cycle) = found else {
        let known: Vec<&str> = cycles.iter().map(|own| own.id.as_str()).collect();
        return Err(match name {
            Some(name) => super::refuse_cycle(name, &known, context),
            None => context.refuse("okr-none-closed", &[]),
        });
    };
    match &cycle.closing {
        Some(closing) => Ok((cycle, closing)),
        None => {
            let words = [("cycle", Word::from(cycle.id.as_str()))];
            Err(context.refuse("okr-not-closed-yet", &words))
        }
    }
}

fn tell(
    loaded: &Loaded,
    (cycle, next): (&Cycle, &Cycle),
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let language = context.locale.language();
    let file = loaded.root.show(&super::plan_path(&next.id));
    let written = context.say("okr-rolled", &[("place", Word::from(file))]);
    let mut text = format!("{}\n", table::good(&written));
    for objective in &next.objectives {
        let title = objective.title.in_language(language);
        text.push('\n');
        text.push_str(&table::paragraph(title, table::bold(), 0, context.width));
        for key_result in &objective.key_results {
            let title = key_result.title.in_language(language);
            text.push_str(&table::marked(
                title,
                anstyle::Style::new(),
                2,
                context.width,
            ));
        }
    }
    let words = [
        ("cycle", Word::from(cycle.id.as_str())),
        ("next", Word::from(next.id.as_str())),
    ];
    let line = context.say("okr-rolled-note", &words);
    text.push('\n');
    text.push_str(&table::paragraph(&line, table::dim(), 0, context.width));
    write!(context.out, "{text}")?;
    Ok(())
}
