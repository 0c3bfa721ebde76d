//! `regua check`: everything that is wrong with the files, in one run, and whether they hold what is asked of them.

use std::collections::BTreeSet;

use super::context::{Context, Failure, counts};
use super::{Folder, brand, evidence, own_templates, table};
use crate::check;
use crate::check::gates::{self, Gate, NotAGate};
use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::Word;
use crate::model::Workspace;
use crate::read::Read;
use crate::render::problems::{self, Findings, GateResult};
use crate::workspace::Root;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) folder: Folder,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    #[arg(long, value_name = "GATE", value_delimiter = ',')]
    fail_on: Vec<String>,
}

/// How what was found is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
    Sarif,
    Github,
    Junit,
    Md,
}

pub(super) fn run(args: Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let gates = asked(&args.fail_on, context)?;
    let (root, mut read, scores) = context.read(&args.folder)?;
    if let Some(workspace) = &read.workspace {
        check_gates(&gates, workspace, context)?;
    }
    brand::fetch_logo(&root, &mut read)?;
    evidence::look(&root, &mut read);
    own_templates::check(&mut read, scores.as_ref(), context)?;
    let has_errors = read.diagnostics.has_errors();
    // First what is wrong; what could be better waits until that is mended.
    if let (false, Some(workspace), Some(scores)) = (has_errors, &read.workspace, &scores) {
        check::advice(workspace, scores, &mut read.diagnostics);
        gates::check(&gates, workspace, scores, &mut read.diagnostics);
    }
    let findings = findings(&gates, &root, &read, context);
    match args.format {
        Format::Text => tell(&findings, &gates, &root, &read, context)?,
        Format::Json => print(
            &problems::json(&findings).map_err(anyhow::Error::new)?,
            context,
        )?,
        Format::Sarif => {
            problems::sarif(&findings, &context.locale, &mut context.out)?;
        }
        Format::Github => {
            write!(
                context.out,
                "{}",
                problems::github(&findings, &context.locale)
            )?;
        }
        Format::Junit => write!(
            context.out,
            "{}",
            problems::junit(&findings, &context.locale)
        )?,
        Format::Md => write!(
            context.out,
            "{}",
            problems::markdown(&findings, &context.locale)
        )?,
    }
    if args.format != Format::Text && !findings.problems.is_empty() {
        count(&findings, &read, context)?;
    }
    if has_errors {
        return Err(Failure::WrongInput);
    }
    match findings.failed_gates(&context.locale) {
        Some(_) => Err(Failure::GateFailed),
        None => Ok(()),
    }
}

fn print(document: &str, context: &mut Context<'_>) -> Result<(), Failure> {
    Ok(writeln!(context.out, "{document}")?)
}

/// The gates that the command line asks for, each once.
fn asked(written: &[String], context: &mut Context<'_>) -> Result<Vec<Gate>, Failure> {
    let mut gates = Vec::new();
    for written in written.iter().map(|written| written.trim()) {
        match Gate::parse(written) {
            Ok(gate) if gates.contains(&gate) => {}
            Ok(gate) => gates.push(gate),
            Err(problem) => return Err(refuse(written, &problem, context)),
        }
    }
    Ok(gates)
}

fn check_gates(
    gates: &[Gate],
    workspace: &Workspace,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    for gate in gates {
        if let Err(problem) = gate.fits(workspace) {
            return Err(refuse(&gate.to_string(), &problem, context));
        }
    }
    Ok(())
}

/// Says why a gate is none, and which there are.
fn refuse(written: &str, problem: &NotAGate, context: &mut Context<'_>) -> Failure {
    let of = |key: &'static str, name: &'static str, value: &str| {
        (
            key,
            vec![("written", Word::from(written)), (name, Word::from(value))],
        )
    };
    let mut near = None;
    let mut is_unknown = false;
    let (key, words) = match problem {
        NotAGate::Unknown(nearest) => {
            is_unknown = true;
            near = nearest.map(str::to_owned);
            of("gate-unknown", "near", "")
        }
        NotAGate::NeedsValue(example) => of("gate-needs-value", "example", example),
        NotAGate::TakesNone => of("gate-takes-none", "near", ""),
        NotAGate::UnknownRubric(_, nearest) => {
            near.clone_from(nearest);
            of("gate-unknown-rubric", "near", "")
        }
        NotAGate::UnknownLevel(_, known) => {
            let known: Vec<String> = known.iter().map(ToString::to_string).collect();
            let known = match known.is_empty() {
                true => "none".to_owned(),
                false => known.join(", "),
            };
            of("gate-unknown-level", "known", &known)
        }
    };
    let failure = context.refuse(key, &words);
    let mut more = Vec::new();
    if let Some(near) = near {
        more.push(context.say("gate-near", &[("near", Word::from(near))]));
    }
    if is_unknown {
        let known = Gate::names().join(", ");
        more.push(context.say("gate-known", &[("known", Word::from(known))]));
    }
    for sentence in more {
        let lines = table::paragraph(&sentence, anstyle::Style::new(), 2, context.width);
        if let Err(error) = write!(context.err, "{lines}") {
            return error.into();
        }
    }
    failure
}

/// The names of the gates that a problem fails.
fn failed_by(gates: &[Gate], problem: &Diagnostic) -> Vec<String> {
    let failed = gates.iter().filter(|gate| gate.is_failed_by(problem));
    failed.map(ToString::to_string).collect()
}

/// What is told in every format.
fn findings(gates: &[Gate], root: &Root, read: &Read, context: &Context<'_>) -> Findings {
    let sorted = read.diagnostics.sorted().into_iter();
    let told: Vec<&Diagnostic> = sorted
        .filter(|problem| is_told(problem, gates, context.is_quiet))
        .collect();
    let results = gates.iter().map(|gate| {
        let failing = told.iter().filter(|problem| gate.is_failed_by(problem));
        GateResult {
            name: gate.to_string(),
            failing: (!read.diagnostics.has_errors()).then(|| failing.count()),
        }
    });
    let files = read.sources.read().map(|file| file.path.as_str());
    Findings {
        as_of: context.as_of.to_string(),
        files: files
            .filter(|path| !path.starts_with("regua:"))
            .map(problems::told_path)
            .collect(),
        prefix: problems::told_path(&root.in_repository()),
        gates: results.collect(),
        problems: problems::problems(&told, &read.sources, &context.locale, &|problem| {
            failed_by(gates, problem)
        }),
    }
}

/// Whether a problem is told: quietly, only what makes the run fail.
fn is_told(problem: &Diagnostic, gates: &[Gate], is_quiet: bool) -> bool {
    !is_quiet
        || problem.severity == Severity::Error
        || gates.iter().any(|gate| gate.is_failed_by(problem))
}

/// Draws what was found, counts it, and says that all is fine where it is.
fn tell(
    findings: &Findings,
    gates: &[Gate],
    root: &Root,
    read: &Read,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let sorted = read.diagnostics.sorted().into_iter();
    let told: Vec<&Diagnostic> = sorted
        .filter(|problem| is_told(problem, gates, context.is_quiet))
        .collect();
    context.draw(root, &told, &read.sources)?;
    if !told.is_empty() {
        count(findings, read, context)?;
        if !context.is_quiet {
            say_more(&told, context)?;
        }
    }
    let has_failed = findings.failed_gates(&context.locale).is_some();
    if context.is_quiet || has_failed || read.diagnostics.has_errors() {
        return Ok(());
    }
    let mut words = vec![("files", Word::from(findings.files.len()))];
    words.extend(counts(&read.diagnostics));
    let line = context.say("check-fine", &words);
    writeln!(context.out, "{} {line}", table::good("✓"))?;
    if read.diagnostics.count(Severity::Advice) > 0 {
        let line = context.say("check-accept", &[]);
        for line in textwrap::wrap(&line, context.width.saturating_sub(2)) {
            writeln!(context.out, "  {line}")?;
        }
    }
    Ok(())
}

/// How many problems there are, and which gates failed.
fn count(findings: &Findings, read: &Read, context: &mut Context<'_>) -> Result<(), Failure> {
    let line = context.say("problems", &counts(&read.diagnostics));
    writeln!(context.err, "{line}")?;
    if let Some(line) = findings.failed_gates(&context.locale) {
        let lines = table::paragraph(&line, anstyle::Style::new(), 0, context.width);
        write!(context.err, "{lines}")?;
    }
    Ok(())
}

/// How to read more about the codes that were told.
fn say_more(told: &[&Diagnostic], context: &mut Context<'_>) -> Result<(), Failure> {
    const MOST_NAMED: usize = 5;
    let codes: BTreeSet<&str> = told.iter().map(|problem| problem.code.as_str()).collect();
    let mut named: Vec<&str> = codes.iter().copied().take(MOST_NAMED).collect();
    if codes.len() > MOST_NAMED {
        named.push("…");
    }
    let words = [
        ("count", Word::from(codes.len())),
        ("codes", Word::from(named.join(", "))),
    ];
    let line = context.say("check-more", &words);
    let lines = table::paragraph(&line, table::dim(), 0, context.width);
    Ok(write!(context.err, "{lines}")?)
}
