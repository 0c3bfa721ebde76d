//! `regua report`: the report as HTML, Markdown, PDF, JSON, and its action plan as CSV; or its summary.

use std::borrow::Cow;
use std::io::Write;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use super::context::{Context, Failure};
use super::own_templates::{self, Files};
use super::{Folder, brand, evidence, pdf};
use crate::locale::Word;
use crate::read::Read;
use crate::render::report::Page;
use crate::report::action_plan;
use crate::report::document::Report;
use crate::score::Scores;
use crate::workspace::{self, Root};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) folder: Folder,
    #[arg(
        long = "format",
        value_name = "FORMAT",
        value_delimiter = ',',
        default_values = ["html", "md"]
    )]
    report_formats: Vec<Format>,
    #[arg(long)]
    summary: bool,
    #[arg(short = 'o', long = "output", value_name = "DIR")]
    report_output: Option<PathBuf>,
}

/// How the report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Html,
    Md,
    Pdf,
    Json,
    Csv,
}

impl Format {
    /// The endings of a file of it, the usual one first.
    fn endings(self) -> &'static [&'static str] {
        match self {
            Format::Html => &["html", "htm"],
            Format::Md => &["md", "markdown"],
            Format::Pdf => &["pdf"],
            Format::Json => &["json"],
            Format::Csv => &["csv"],
        }
    }

    /// The page that templates make for it; those of programs have none.
    fn page(self, is_summary: bool) -> Option<Page> {
        match (self, is_summary) {
            (Format::Html | Format::Pdf, false) => Some(Page::Html),
            (Format::Html | Format::Pdf, true) => Some(Page::SummaryHtml),
            (Format::Md, false) => Some(Page::Markdown),
            (Format::Md, true) => Some(Page::SummaryMarkdown),
            (Format::Json | Format::Csv, _) => None,
        }
    }

    /// The file's name below the folder of the report.
    fn file(self, is_summary: bool) -> String {
        let stem = match self {
            Format::Csv => "action-plan",
            _ if is_summary => "summary",
            _ => "report",
        };
        format!("{stem}.{}", self.endings()[0])
    }
}

/// Where the report goes.
enum Output {
    Folder { path: PathBuf, shown: String },
    File(PathBuf),
    Stdout(Format),
}

pub(super) fn run(args: Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let (root, read, scores) = context.read(&args.folder)?;
    // The program ends when the report is written: taking everything apart before would be a twentieth of its work.
    let (mut read, scores) = (ManuallyDrop::new(read), ManuallyDrop::new(scores));
    let output = output(&args, &root, context)?;
    brand::fetch_logo(&root, &mut read)?;
    evidence::look(&root, &mut read);
    own_templates::note_unused(&mut read);
    let made = made(&args, &mut read, scores.as_ref(), context)?;
    context.report_errors(&root, &read)?;
    let Some(Made { report, pages }) = made else {
        return Err(Failure::WrongInput);
    };
    let report = ManuallyDrop::new(report);
    let mut written = Written::default();
    for format in once_each(&args.report_formats) {
        written.add(format, args.summary, &report, &pages, context)?;
    }
    written.out(output, context)
}

/// Where `--output` says that the report goes: one format may go to a file or to the standard output.
fn output(args: &Args, root: &Root, context: &mut Context<'_>) -> Result<Output, Failure> {
    let formats = once_each(&args.report_formats);
    let programs = formats.iter().find(|own| own.page(true).is_none());
    if let (true, Some(format)) = (args.summary, programs) {
        let words = [("format", Word::from(format.endings()[0]))];
        return Err(context.refuse("report-no-summary", &words));
    }
    let Some(path) = args.report_output.clone() else {
        return Ok(Output::Folder {
            path: root.path.join("report"),
            shown: root.show("report/"),
        });
    };
    let is_stdout = path == Path::new("-");
    if let [format] = formats[..] {
        if is_stdout {
            return Ok(Output::Stdout(format));
        }
        let ending = path.extension().and_then(|ending| ending.to_str());
        let ending = ending.unwrap_or_default().to_lowercase();
        if format.endings().contains(&ending.as_str()) && !path.is_dir() {
            return Ok(Output::File(path));
        }
    }
    if is_stdout {
        return Err(context.refuse("report-one-format", &[]));
    }
    let shown = format!("{}/", path.display());
    Ok(Output::Folder { path, shown })
}

fn once_each(formats: &[Format]) -> Vec<Format> {
    let mut once = Vec::new();
    for format in formats {
        if !once.contains(format) {
            once.push(*format);
        }
    }
    once
}

/// The report and the pages that templates made of it.
struct Made {
    report: Report,
    pages: Files,
}

/// The report with its pages; `None` where something is wrong, which is noted.
fn made(
    args: &Args,
    read: &mut Read,
    scores: Option<&Scores>,
    context: &Context<'_>,
) -> Result<Option<Made>, Failure> {
    let (Some(workspace), Some(scores), false) =
        (&read.workspace, scores, read.diagnostics.has_errors())
    else {
        return Ok(None);
    };
    let report = Report::new(workspace, scores, &read.sources, &context.locale);
    let mut wanted: Vec<Page> = Vec::new();
    for format in &args.report_formats {
        wanted.extend(format.page(args.summary));
    }
    wanted.dedup();
    let pages = own_templates::pages(
        &report,
        &wanted,
        &read.templates,
        &mut read.sources,
        &mut read.diagnostics,
        context,
    )?;
    Ok(pages.map(|pages| Made { report, pages }))
}

/// What is to be written, by its path below the folder of the report.
#[derive(Default)]
struct Written<'p> {
    /// The report itself, one a format.
    files: Vec<(String, Cow<'p, [u8]>)>,
    /// What the Markdown shows.
    charts: Vec<(String, Cow<'p, [u8]>)>,
}

impl<'p> Written<'p> {
    fn add(
        &mut self,
        format: Format,
        is_summary: bool,
        report: &Report,
        pages: &'p Files,
        context: &mut Context<'_>,
    ) -> Result<(), Failure> {
        let page = format.page(is_summary).and_then(|page| {
            let found = pages.iter().find(|(name, _)| name == page.file());
            found.map(|(_, text)| text.as_str())
        });
        let page = page.unwrap_or_default();
        let bytes = match format {
            Format::Html | Format::Md => Cow::Borrowed(page.as_bytes()),
            Format::Pdf if is_summary => pdf::printed_on_one_sheet(page, context)?.into(),
            Format::Pdf => pdf::printed(page, context)?.into(),
            Format::Json => {
                let json = serde_json::to_string_pretty(report).map_err(anyhow::Error::new)?;
                format!("{json}\n").into_bytes().into()
            }
            Format::Csv => {
                let csv = action_plan::csv(report).map_err(anyhow::Error::new)?;
                csv.into_bytes().into()
            }
        };
        self.files.push((format.file(is_summary), bytes));
        if format == Format::Md {
            let charts = pages.iter().filter(|(name, _)| name.starts_with("charts/"));
            let charts = charts.map(|(name, text)| (name.clone(), text.as_bytes().into()));
            self.charts.extend(charts);
        }
        Ok(())
    }

    fn out(mut self, output: Output, context: &mut Context<'_>) -> Result<(), Failure> {
        match output {
            Output::Stdout(format) => {
                if format == Format::Md && !self.charts.is_empty() && !context.is_quiet {
                    let line = context.say("report-without-charts", &[]);
                    writeln!(context.err, "{line}")?;
                }
                context.out.flush()?;
                // As it is: what goes through the terminal's stream loses what looks like a colour.
                let mut out = std::io::stdout().lock();
                for (_, bytes) in &self.files {
                    out.write_all(bytes)?;
                }
                Ok(out.flush()?)
            }
            Output::File(path) => {
                let folder = path.parent().unwrap_or(Path::new(""));
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                if let Some((own, _)) = self.files.first_mut() {
                    *own = name.into_owned();
                }
                match folder == Path::new("") {
                    true => self.to_folder(Path::new("."), "", context),
                    false => self.to_folder(folder, &format!("{}/", folder.display()), context),
                }
            }
            Output::Folder { path, shown } => self.to_folder(&path, &shown, context),
        }
    }

    fn to_folder(
        &self,
        folder: &Path,
        shown: &str,
        context: &mut Context<'_>,
    ) -> Result<(), Failure> {
        workspace::write_files(folder, &self.files)?;
        workspace::write_files(folder, &self.charts)?;
        if context.is_quiet {
            return Ok(());
        }
        writeln!(context.out, "{}", context.say("report-written", &[]))?;
        for (name, _) in &self.files {
            writeln!(context.out, "  {shown}{name}")?;
        }
        Ok(())
    }
}
