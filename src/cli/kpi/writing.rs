//! What `kpi record` and `kpi import` share: rows behind a file of readings, which is read with the whole workspace
//! before any of it is written.

use crate::check;
use crate::cli::context::{Context, Failure};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::locale::Word;
use crate::model::{FileIndex, Kpi, Place, Workspace};
use crate::read::{self, Grown, InputFile, Layout, NewRow, Read, Written};
use crate::score;
use crate::workspace::{self, NotAppended, Root};

/// Where readings of KPIs go unless a file is named.
pub(super) const READINGS: &str = "kpis/readings.csv";
/// The header that such a file begins with.
pub(super) const COLUMNS: [&str; 10] = [
    "kpi",
    "period",
    "value",
    "numerator",
    "denominator",
    "n",
    "segment",
    "source",
    "note",
    "revises",
];
/// Those of them that say what was measured.
pub(super) const FIGURES: &[&str] = COLUMNS.split_at(7).0;
/// What a correction has in the column `revises`.
pub(super) const REVISES: &str = "true";

/// The CSV file to write to, as its path below the workspace's folder.
pub(super) fn target(
    named: Option<&str>,
    usual: &str,
    context: &mut Context<'_>,
) -> Result<String, Failure> {
    let named = named.unwrap_or(usual);
    let name = named.strip_prefix("kpis/").unwrap_or_default();
    let is_one_of_ours = name.strip_suffix(".csv").is_some_and(|stem| {
        let is_plain = |letter: char| !letter.is_control() && !matches!(letter, '/' | '\\');
        !stem.is_empty() && !stem.starts_with('.') && stem.chars().all(is_plain)
    });
    if is_one_of_ours {
        return Ok(named.to_owned());
    }
    Err(context.refuse("kpi-no-such-file", &[("file", Word::from(named))]))
}

/// The KPIs at hand by their ids and former ids: the workspace's, then the catalogue's.
pub(super) fn known_kpis(workspace: &Workspace) -> Vec<Kpi> {
    let mut known = workspace.kpis.clone();
    for kpi in read::kpi_catalogue().map_or_else(Vec::new, |catalogue| catalogue.kpis) {
        if known.iter().all(|own| own.id != kpi.id) {
            known.push(kpi);
        }
    }
    known
}

/// The workspace as it is on the disk, with another text in one of its files of readings.
pub(super) fn read_with(
    root: &Root,
    file: &str,
    text: &str,
    context: &Context<'_>,
) -> Result<Read, Failure> {
    let mut inputs = workspace::read(root)?;
    inputs.kpis.retain(|kept| kept.path != file);
    if !text.is_empty() {
        inputs.kpis.push(InputFile {
            path: file.to_owned(),
            bytes: text.as_bytes().to_vec(),
        });
        inputs.kpis.sort_by(|one, other| one.path.cmp(&other.path));
    }
    Ok(read::workspace(inputs, context.as_of.max(context.today)))
}

/// A text with rows behind it as its layout has them; `begun` is the header of a new one. Columns that the text
/// lacks are the error.
pub(super) fn grown(
    before: &str,
    begun: &[&'static str],
    rows: &[NewRow],
) -> Result<Grown, (Layout, Vec<&'static str>)> {
    let layout = Layout::of(before).unwrap_or_else(|| Layout::begun(begun));
    let mut lacking: Vec<&'static str> = Vec::new();
    for column in rows.iter().flat_map(|row| layout.lacking(row)) {
        if !lacking.contains(&column) {
            lacking.push(column);
        }
    }
    match lacking.is_empty() {
        true => Ok(layout.grown(before, rows)),
        false => Err((layout, lacking)),
    }
}

/// Says which columns a file lacks, at its header.
pub(super) fn refuse_lacking(
    root: &Root,
    (file, before): (&str, &str),
    (layout, lacking): (Layout, Vec<&'static str>),
    context: &mut Context<'_>,
) -> Failure {
    let mut read = match read_with(root, file, before, context) {
        Ok(read) => read,
        Err(failure) => return failure,
    };
    read.diagnostics = Diagnostics::new();
    if let Some(index) = read.sources.find(file) {
        let sign = layout.delimiter();
        let problem = Diagnostic::error(Code::MissingKey, at(index, &layout.header))
            .with("empty", "header")
            .with("key", lacking.join("`, `"))
            .with("count", lacking.len())
            .with(
                "ending",
                lacking.iter().fold(String::new(), |ending, name| {
                    format!("{ending}{sign}{name}")
                }),
            );
        read.diagnostics.push(problem.help("help-header"));
    }
    refuse(root, &read, file, context)
}

/// Draws the errors of what would have been written, and says that nothing was.
pub(super) fn refuse(root: &Root, read: &Read, file: &str, context: &mut Context<'_>) -> Failure {
    let told = context.report_problems(root, read);
    match told {
        Ok(()) => context.refuse(
            "kpi-nothing-written",
            &[("file", Word::from(root.show(file)))],
        ),
        Err(error) => error.into(),
    }
}

/// Only the errors, each changed as `change` says: warnings were told when the workspace was loaded.
pub(super) fn retold(read: &mut Read, mut change: impl FnMut(Diagnostic) -> Diagnostic) {
    let found = std::mem::take(&mut read.diagnostics).into_found();
    for diagnostic in found {
        if diagnostic.severity == Severity::Error {
            read.diagnostics.push(change(diagnostic));
        }
    }
}

/// Draws what is doubtful about rows that were written: it stands in the file all the same.
pub(super) fn doubts(
    root: &Root,
    read: Read,
    file: &str,
    rows: &[Written],
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let (Some(workspace), Some(index)) = (&read.workspace, read.sources.find(file)) else {
        return Ok(());
    };
    let mut found = read.diagnostics;
    let scores = score::workspace(workspace, context.as_of);
    check::workspace(workspace, &scores, &mut found);
    let mut own = Diagnostics::new();
    for problem in found.into_found() {
        let is_about = |row: &Written| is_in(row, index, problem.place);
        if rows.iter().any(is_about) {
            own.push(problem);
        }
    }
    context.report(root, &own, &read.sources)?;
    Ok(())
}

/// The place of a range of bytes.
pub(super) fn at(file: FileIndex, bytes: &std::ops::Range<usize>) -> Place {
    let bounded = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
    Place {
        file,
        start: bounded(bytes.start),
        end: bounded(bytes.end),
    }
}

/// Whether something of a row is written at a place.
pub(super) fn is_in(row: &Written, file: FileIndex, place: Place) -> bool {
    let row = at(file, &row.bytes);
    place.file == file && row.start <= place.start && place.start <= row.end
}

/// What writing came to.
pub(super) fn settled(result: Result<(), NotAppended<Failure>>) -> Result<(), Failure> {
    match result {
        Ok(()) => Ok(()),
        Err(NotAppended::Refused(failure)) => Err(failure),
        Err(NotAppended::Disk(error)) => Err(error.into()),
    }
}
