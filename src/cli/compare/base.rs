//! What the files as they are moved since an earlier commit.

use super::ends::Finder;
use super::{Args, Format, note, refuse};
use crate::cli::Folder;
use crate::cli::context::{Context, Failure, Loaded, counts};
use crate::cli::table;
use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::Word;
use crate::read::{self, Inputs, Read};
use crate::render;
use crate::report::changes::{BaseCommit, ChangesDocument};
use crate::report::note::Note;
use crate::score;
use crate::score::compare::{Changes, State, changes};
use crate::workspace::{self, Base, NoBase, Root};

pub(super) fn run(revision: &str, args: &Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let loaded = context.load(&Folder { folder: None })?;
    let finder = Finder {
        loaded: &loaded,
        only: args.rubric.as_deref(),
    };
    if let Err(refusal) = finder.rubric() {
        return refuse(&finder, &refusal, context);
    }
    let base = match workspace::at_base(&loaded.root, revision) {
        Ok(base) => base,
        Err(problem) => return Err(explain(problem, revision, &loaded.root, context)),
    };
    let Base {
        revision,
        commit,
        short,
        has_gone_on,
        files,
    } = base;
    let base = BaseCommit {
        revision,
        commit,
        short,
        revision_has_gone_on: has_gone_on,
        has_workspace: files.is_some(),
    };
    let files = files.unwrap_or_else(|| Inputs::with_rubrics(&[]));
    let before = read::workspace(files, context.as_of.max(context.today));
    let workspace = match &before.workspace {
        Some(workspace) if !before.diagnostics.has_errors() => workspace,
        _ => return Err(cannot_read(&before, &base, &loaded.root, context)?),
    };
    let scores = score::workspace(workspace, context.as_of);
    let before = State {
        workspace,
        scores: &scores,
    };
    let mut moved = changes(before, now(&loaded));
    if let Some(rubric) = &args.rubric {
        keep_only(&mut moved, rubric);
    }
    tell(&moved, base, args.format, context)
}

fn now(loaded: &Loaded) -> State<'_> {
    State {
        workspace: &loaded.workspace,
        scores: &loaded.scores,
    }
}

/// Of the assessments, those by one rubric.
fn keep_only(moved: &mut Changes<'_>, rubric: &str) {
    let rubrics = &moved.states.b.workspace.rubrics;
    moved.rubrics.retain(|own| {
        let own = own.positions.b.map(|position| &rubrics[position]);
        own.is_some_and(|own| own.id.as_str() == rubric)
    });
}

fn tell(
    moved: &Changes<'_>,
    base: BaseCommit,
    format: Format,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let text = match format {
        Format::Json => {
            let document = ChangesDocument::new(moved, base);
            let json = serde_json::to_string_pretty(&document).map_err(anyhow::Error::new)?;
            format!("{json}\n")
        }
        Format::Md => render::note::markdown(&Note::since(moved, &base, &context.locale)),
        Format::Text => note::text(&Note::since(moved, &base, &context.locale), context.width),
    };
    Ok(write!(context.out, "{text}")?)
}

/// Says what is wrong with the files of the commit, each under the name that git has for it.
fn cannot_read(
    read: &Read,
    base: &BaseCommit,
    root: &Root,
    context: &mut Context<'_>,
) -> Result<Failure, Failure> {
    let there = Root {
        path: root.path.clone(),
        shown: format!("{}:{}", base.short, root.in_repository()),
    };
    let sorted = read.diagnostics.sorted().into_iter();
    let errors: Vec<&Diagnostic> = sorted
        .filter(|problem| problem.severity == Severity::Error)
        .collect();
    context.draw(&there, &errors, &read.sources)?;
    let mut words = vec![("commit", Word::from(base.short.as_str()))];
    words.extend(counts(&read.diagnostics));
    let failure = context.refuse("compare-base-errors", &words);
    help("compare-base-errors-help", context)?;
    Ok(failure)
}

/// Says why there is nothing to compare with, and how to mend it.
fn explain(problem: NoBase, revision: &str, root: &Root, context: &mut Context<'_>) -> Failure {
    let revision = [("revision", Word::from(revision))];
    let (failure, more) = match problem {
        NoBase::NoGit => {
            let said = context.say("compare-no-git", &[]);
            let help = context.say("compare-no-git-help", &[]);
            return Failure::Environment(anyhow::anyhow!("{said}\n  {help}"));
        }
        NoBase::NotTrusted { mend } => {
            let said = context.say("compare-not-trusted", &[]);
            let help = context.say("compare-not-trusted-help", &[("mend", Word::from(mend))]);
            return Failure::Environment(anyhow::anyhow!("{said}\n  {help}"));
        }
        NoBase::Git(said) => {
            let said = context.say("compare-git-refused", &[("said", Word::from(said))]);
            return Failure::Environment(anyhow::Error::msg(said));
        }
        NoBase::Disk(problem) => return problem.into(),
        NoBase::NoRepository => {
            let folder = root.path.display().to_string();
            let folder = [("folder", Word::from(folder))];
            let failure = context.refuse("compare-no-repository", &folder);
            (failure, "compare-no-repository-help")
        }
        NoBase::Unknown { is_shallow } => {
            let failure = context.refuse("compare-unknown-revision", &revision);
            let more = match is_shallow {
                true => "compare-shallow-help",
                false => "compare-unknown-revision-help",
            };
            (failure, more)
        }
        NoBase::NothingInCommon { is_shallow } => {
            let failure = context.refuse("compare-nothing-in-common", &revision);
            let more = match is_shallow {
                true => "compare-shallow-help",
                false => "compare-nothing-in-common-help",
            };
            (failure, more)
        }
    };
    match help(more, context) {
        Ok(()) => failure,
        Err(unwritten) => unwritten,
    }
}

fn help(key: &str, context: &mut Context<'_>) -> Result<(), Failure> {
    let sentence = context.say(key, &[]);
    let lines = table::unbroken(&sentence, anstyle::Style::new(), 2, context.width);
    Ok(write!(context.err, "{lines}")?)
}
