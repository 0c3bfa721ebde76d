//! `regua init`: a workspace to begin with. What is there already stays as it is.

use std::path::PathBuf;

use super::context::{Context, Failure};
use super::{prompt, table};
use crate::locale::{Locale, Word};
use crate::model::Language;
use crate::read;
use crate::render::plan::flow_scalar;
use crate::workspace::{self, NotAppended};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    organisation: Option<String>,
    #[arg(long = "rubric", value_name = "RUBRIC")]
    rubrics: Vec<String>,
}

/// Rubrics of a workspace whose author names none.
const USUAL: &str = "customer-service";
/// Rows that two branches added both stay: git joins these files line by line.
const ATTRIBUTES: [&str; 2] = [
    "okrs/*/check-ins.yaml merge=union",
    "kpis/*.csv merge=union",
];
/// What is made anew whenever it is asked for.
const IGNORED: [&str; 1] = ["report/"];

pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let named = args.folder.clone().or_else(|| context.directory.clone());
    let folder = named.unwrap_or_else(|| PathBuf::from("."));
    let settings = folder.join("regua.yaml");
    if settings.symlink_metadata().is_ok() {
        let words = [("file", Word::from(shown(&folder, "regua.yaml")))];
        return Err(context.refuse("init-is-there", &words));
    }
    let rubrics = known(&args.rubrics, context)?;
    let asks = prompt::is_possible() && !context.is_quiet;
    let language = language(asks, context)?;
    if language != context.locale.language() {
        context.locale = std::sync::Arc::new(Locale::new(language));
    }
    let organisation = organisation(args, asks, context)?;
    let rubrics = match rubrics.is_empty() {
        true => chosen(asks, context)?,
        false => rubrics,
    };
    let text = settings_text(&organisation, &rubrics, &context.locale);
    workspace::create(&settings, &text)?;
    let mut written = vec!["regua.yaml"];
    for (name, lines) in [
        (".gitattributes", &ATTRIBUTES[..]),
        (".gitignore", &IGNORED[..]),
    ] {
        if grown(&folder.join(name), lines)? {
            written.push(name);
        }
    }
    if context.is_quiet {
        return Ok(());
    }
    tell(&folder, &written, &rubrics, context)
}

/// The rubrics that the command line names, each of which ships.
fn known(named: &[String], context: &mut Context<'_>) -> Result<Vec<String>, Failure> {
    let shipped: Vec<&str> = read::shipped_rubrics().collect();
    if let Some(unknown) = named.iter().find(|name| !shipped.contains(&name.as_str())) {
        let words = [
            ("rubric", Word::from(unknown.as_str())),
            ("known", Word::from(shipped.join(", "))),
        ];
        return Err(context.refuse("init-unknown-rubric", &words));
    }
    Ok(named.to_vec())
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

/// That of `--organisation`; else what is answered.
fn organisation(args: &Args, asks: bool, context: &mut Context<'_>) -> Result<String, Failure> {
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
    Err(context.refuse("init-no-organisation", &[]))
}

/// The rubrics that are answered; the usual one without an answer.
fn chosen(asks: bool, context: &mut Context<'_>) -> Result<Vec<String>, Failure> {
    let usual = vec![USUAL.to_owned()];
    if !asks {
        return Ok(usual);
    }
    let shipped: Vec<&str> = read::shipped_rubrics().collect();
    loop {
        let words = [
            ("known", Word::from(shipped.join(", "))),
            ("usual", Word::from(USUAL)),
        ];
        let question = context.say("init-ask-rubrics", &words);
        let Some(answer) = prompt::line(context, &question)? else {
            return Ok(usual);
        };
        let named: Vec<String> = answer
            .split([',', ' '])
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect();
        match named.iter().find(|name| !shipped.contains(&name.as_str())) {
            Some(unknown) => {
                let words = [
                    ("rubric", Word::from(unknown.as_str())),
                    ("known", Word::from(shipped.join(", "))),
                ];
                let line = context.say("init-unknown-rubric", &words);
                writeln!(context.err, "{line}")?;
            }
            None if named.is_empty() => return Ok(usual),
            None => return Ok(named),
        }
    }
}

/// `regua.yaml`, with a word on each setting in the workspace's language.
fn settings_text(organisation: &str, rubrics: &[String], locale: &Locale) -> String {
    let comment = |key: &str| {
        let text = locale.say(key, &[]);
        let lines: Vec<String> = textwrap::wrap(&text, 110)
            .iter()
            .map(|line| format!("# {line}\n"))
            .collect();
        lines.concat()
    };
    let first = &rubrics[0];
    format!(
        "{head}regua: 1\norganisation: {organisation}\nlanguage: {language}\n\n{fiscal}fiscal_year_start: 1\n\n\
         {measured}rubrics: [{rubrics}]\n\n{aimed}# targets:\n#   {first}: {{level: 4, by: 2027-Q4}}\n\n\
         {days}# working_day: 8h\n",
        head = comment("init-file-head"),
        organisation = flow_scalar(organisation),
        language = locale.language().tag(),
        fiscal = comment("init-file-fiscal"),
        measured = comment("init-file-rubrics"),
        rubrics = rubrics.join(", "),
        aimed = comment("init-file-targets"),
        days = comment("init-file-working-day"),
    )
}

/// Adds to a file those of some lines that it does not hold; whether there were any.
fn grown(path: &std::path::Path, lines: &[&str]) -> Result<bool, Failure> {
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
    folder: &std::path::Path,
    written: &[&str],
    rubrics: &[String],
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let is_here = folder == std::path::Path::new(".");
    let names: Vec<String> = written.iter().map(|name| shown(folder, name)).collect();
    let words = [("files", Word::from(names.join(", ")))];
    let mut text = format!("{}\n\n", table::good(&context.say("init-written", &words)));
    text.push_str(&format!("{}\n", context.say("init-next", &[])));
    if !is_here {
        text.push_str(&format!("  cd {}\n", folder.display()));
    }
    let first = &rubrics[0];
    let commands = [
        (format!("regua rubric show {first}"), "init-next-rubric"),
        ("regua okr catalogue".to_owned(), "init-next-okrs"),
        ("regua check".to_owned(), "init-next-check"),
    ];
    let rows = commands.map(|(command, key)| {
        vec![
            table::Cell::styled(command, table::bold()),
            table::Cell::styled(context.say(key, &[]), table::dim()),
        ]
    });
    let aligns = [table::Align::Left, table::Align::Left];
    text.push_str(&table::set(&rows, &aligns, 2, context.width));
    write!(context.out, "{text}")?;
    Ok(())
}

/// A file of the folder, as its user would write it.
fn shown(folder: &std::path::Path, name: &str) -> String {
    match folder == std::path::Path::new(".") {
        true => name.to_owned(),
        false => folder.join(name).display().to_string(),
    }
}
