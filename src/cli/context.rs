//! All that a command may touch: the workspace, the two streams, the day and the language.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Folder, Outcome, help, table};
use crate::check;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, Sources};
use crate::locale::{Locale, Word};
use crate::model::{Language, Workspace};
use crate::read::{self, Read};
use crate::render::diagnostics::{Style, draw};
use crate::score::{self, Scores};
use crate::workspace::{self, Root};

/// What the path of a file begins with that is no part of the workspace: it is shown as it was given.
pub(super) const FOREIGN: &str = "import:";

/// All that a command may touch.
pub(super) struct Context<'s> {
    /// The real day: nothing in a file can be later.
    pub(super) today: NaiveDate,
    /// The day that figures hold for.
    pub(super) as_of: NaiveDate,
    pub(super) directory: Option<PathBuf>,
    pub(super) lang: Option<Language>,
    /// Whether the language is settled: a workspace was asked for its own.
    pub(super) has_spoken: bool,
    pub(super) locale: Arc<Locale>,
    pub(super) is_quiet: bool,
    pub(super) has_colour: bool,
    /// Columns of the terminal.
    pub(super) width: usize,
    pub(super) out: &'s mut dyn Write,
    pub(super) err: &'s mut dyn Write,
}

/// Why a command did not end well.
#[derive(Debug)]
pub(super) enum Failure {
    /// The input is wrong; what is wrong with it has been said.
    WrongInput,
    /// The input is fine, and does not hold what was asked of it; that has been said.
    GateFailed,
    /// The world failed.
    Environment(anyhow::Error),
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Failure {
        Failure::Environment(error)
    }
}

impl From<workspace::DiskError> for Failure {
    fn from(error: workspace::DiskError) -> Failure {
        Failure::Environment(error.into())
    }
}

/// A workspace without errors, and where it came from.
pub(super) struct Loaded {
    pub(super) root: Root,
    pub(super) workspace: Workspace,
    pub(super) scores: Scores,
    pub(super) sources: Sources,
}

/// A workspace without errors, not scored yet, and where it came from.
pub(super) struct Opened {
    pub(super) root: Root,
    pub(super) workspace: Workspace,
    pub(super) sources: Sources,
}

impl Context<'_> {
    /// Reads the workspace that the command line names, to add to it: says what is an error in it, and leaves
    /// doubts to those who ask for them.
    pub(super) fn open(&mut self) -> Result<Opened, Failure> {
        let root = workspace::find(self.directory.as_deref())?;
        let read = read::workspace(workspace::read(&root)?, self.as_of.max(self.today));
        self.speak(read.language);
        if read.diagnostics.has_errors() {
            self.report_problems(&root, &read)?;
            return Err(Failure::WrongInput);
        }
        let Read {
            sources, workspace, ..
        } = read;
        workspace.map_or(Err(Failure::WrongInput), |workspace| {
            Ok(Opened {
                root,
                workspace,
                sources,
            })
        })
    }

    /// Reads the workspace that the command line names, says what is an error in it and how many doubts there are,
    /// and gives it when nothing is an error.
    pub(super) fn load(&mut self, folder: &Folder) -> Result<Loaded, Failure> {
        let (root, read, scores) = self.read(folder)?;
        self.report_errors(&root, &read)?;
        match read.workspace.zip(scores) {
            Some((workspace, scores)) if !read.diagnostics.has_errors() => Ok(Loaded {
                root,
                workspace,
                scores,
                sources: read.sources,
            }),
            _ => Err(Failure::WrongInput),
        }
    }

    /// Reads the workspace that the command line names, scores and checks it, and settles the language.
    pub(super) fn read(
        &mut self,
        folder: &Folder,
    ) -> Result<(Root, Read, Option<Scores>), Failure> {
        let named = folder.folder.clone().or_else(|| self.directory.clone());
        let root = workspace::find(named.as_deref())?;
        let inputs = workspace::read(&root)?;
        let mut read = read::workspace(inputs, self.as_of.max(self.today));
        let scores = read.workspace.as_ref().map(|workspace| {
            let scores = score::workspace(workspace, self.as_of);
            check::workspace(workspace, &scores, &mut read.diagnostics);
            scores
        });
        self.speak(read.language);
        Ok((root, read, scores))
    }

    /// Goes on in the language of the workspace where the command line is, for what is said without reading it.
    pub(super) fn speak_as_here(&mut self) {
        if self.lang.is_none() && !self.has_spoken {
            // A folder that is none has no language: then it is that of where the command line is.
            let named = self.directory.as_deref();
            let own = help::language_of_workspace(named);
            self.speak(own.or_else(|| help::language_of_workspace(None)));
        }
    }

    /// Goes on in the workspace's language, unless the command line names one.
    pub(super) fn speak(&mut self, own: Option<Language>) {
        self.has_spoken = true;
        if let (None, Some(language)) = (self.lang, own)
            && language != self.locale.language()
        {
            self.locale = Arc::new(Locale::new(language));
        }
    }

    /// Draws what is an error in a workspace. Doubts are counted in one line: who came for a figure reads it first,
    /// and `check` shows them.
    pub(super) fn report_errors(&mut self, root: &Root, read: &Read) -> io::Result<()> {
        let sorted = read.diagnostics.sorted().into_iter();
        let errors: Vec<&Diagnostic> = sorted
            .filter(|diagnostic| diagnostic.severity == Severity::Error)
            .collect();
        self.draw(root, &errors, &read.sources)?;
        let key = match (errors.is_empty(), read.diagnostics.count(Severity::Warning)) {
            (true, 0) => return Ok(()),
            (true, _) if self.is_quiet => return Ok(()),
            (true, _) => "doubts",
            (false, _) => "problems",
        };
        let line = self.locale.say(key, &counts(&read.diagnostics));
        writeln!(self.err, "{line}")
    }

    /// Draws every problem of a workspace, and counts them.
    pub(super) fn report_problems(&mut self, root: &Root, read: &Read) -> io::Result<()> {
        self.report(root, &read.diagnostics, &read.sources)
    }

    /// Draws every problem that was found, and counts them.
    pub(super) fn report(
        &mut self,
        root: &Root,
        diagnostics: &Diagnostics,
        sources: &Sources,
    ) -> io::Result<()> {
        let sorted = diagnostics.sorted().into_iter();
        let shown: Vec<&Diagnostic> = sorted
            .filter(|diagnostic| !self.is_quiet || diagnostic.severity == Severity::Error)
            .collect();
        self.draw(root, &shown, sources)?;
        if shown.is_empty() {
            return Ok(());
        }
        let line = self.locale.say("problems", &counts(diagnostics));
        writeln!(self.err, "{line}")
    }

    /// Draws problems one by one.
    pub(super) fn draw(
        &mut self,
        root: &Root,
        shown: &[&Diagnostic],
        sources: &Sources,
    ) -> io::Result<()> {
        let style = Style {
            has_colour: self.has_colour,
            width: self.width,
        };
        let show = |path: &str| match path.strip_prefix("regua:") {
            Some(shipped) => format!("<regua>/{shipped}"),
            None => match path.strip_prefix(FOREIGN) {
                Some(foreign) => foreign.to_owned(),
                None => root.show(path),
            },
        };
        let drawn = draw(shown, sources, &self.locale, style, &show);
        self.err.write_all(drawn.as_bytes())
    }

    /// Says in a sentence what is wrong with what was asked for.
    pub(super) fn refuse(&mut self, key: &str, words: &[(&str, Word)]) -> Failure {
        self.speak_as_here();
        let severity = self.say("severity-error", &[]);
        let sentence = format!("{severity}: {}", self.say(key, words));
        let lines = table::unbroken(&sentence, anstyle::Style::new(), 0, self.width);
        match write!(self.err, "{lines}") {
            Ok(()) => Failure::WrongInput,
            Err(error) => error.into(),
        }
    }

    /// A sentence in the language of the run.
    pub(super) fn say(&self, key: &str, words: &[(&str, Word)]) -> String {
        self.locale.say(key, words)
    }

    /// Says why the command failed, and how that ends the run. A reader who went away is no failure.
    pub(super) fn end(&mut self, failure: &Failure) -> Outcome {
        let error = match failure {
            Failure::WrongInput => return Outcome::WrongInput,
            Failure::GateFailed => return Outcome::GateFailed,
            Failure::Environment(error) => error,
        };
        let is_broken_pipe = |cause: &(dyn std::error::Error + 'static)| {
            cause
                .downcast_ref::<io::Error>()
                .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
        };
        if error.chain().any(is_broken_pipe) {
            return Outcome::Fine;
        }
        self.speak_as_here();
        let text = match error.downcast_ref::<workspace::DiskError>() {
            Some(disk) => self.disk_error(disk),
            None => format!("{error:#}"),
        };
        let name = self.say("severity-error", &[]);
        // Where even this cannot be written, the exit code still says it.
        let _ = writeln!(self.err, "{name}: {text}");
        Outcome::Environment
    }

    /// The usual causes in the reader's language; a rare one in the system's own words.
    fn disk_cause(&self, cause: &io::Error) -> String {
        let key = match cause.kind() {
            io::ErrorKind::NotFound => "disk-cause-missing",
            io::ErrorKind::PermissionDenied => "disk-cause-denied",
            io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => "disk-cause-exists",
            io::ErrorKind::StorageFull => "disk-cause-full",
            _ => return cause.to_string(),
        };
        self.say(key, &[])
    }

    fn disk_error(&self, error: &workspace::DiskError) -> String {
        use workspace::DiskError;
        let (key, path, cause) = match error {
            DiskError::NoFolder { path } => ("disk-no-folder", path, None),
            DiskError::CannotRead { path, source } => ("disk-cannot-read", path, Some(source)),
            DiskError::CannotWrite { path, source } => ("disk-cannot-write", path, Some(source)),
            DiskError::NotConfirmed { path, source } => ("disk-not-confirmed", path, Some(source)),
        };
        let path = path.display().to_string();
        let sentence = self.say(key, &[("path", Word::from(path))]);
        match cause {
            Some(cause) => format!("{sentence}: {}", self.disk_cause(cause)),
            None => sentence,
        }
    }
}

/// How many problems of each severity, for a sentence.
pub(super) fn counts(diagnostics: &Diagnostics) -> [(&'static str, Word); 3] {
    [
        ("errors", Word::from(diagnostics.count(Severity::Error))),
        ("warnings", Word::from(diagnostics.count(Severity::Warning))),
        ("advice", Word::from(diagnostics.count(Severity::Advice))),
    ]
}
