//! Gates: what somebody asks to hold beside the files being right, such as `--fail-on behind` in CI.
//!
//! A gate looks at figures that are there anyway, and tells each place where they fall short as a problem with a code
//! of its own, pointing at what somebody wrote: the target, the assessment's date, the key result, the reading. Doubts
//! that are told anyway can be gates too: all warnings, or those of one code. A cycle that is closed is history, and no
//! gate looks at it.

mod coverage;
mod kpis;
mod levels;
mod okrs;

use std::fmt;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity, suggest};
use crate::model::{Exact, FileIndex, Place, Workspace};
use crate::score::{Flag, Scores, Status};

/// The beginning of `regua.yaml`, which is read before all other files.
const SETTINGS: Place = Place {
    file: FileIndex(0),
    start: 0,
    end: 0,
};

/// What is asked to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gate {
    /// No warning.
    Warning,
    /// No advice.
    Advice,
    /// No problem of this code.
    Code(Code),
    /// Every level that `regua.yaml` aims at is held.
    BelowTarget,
    /// The level of the latest assessment is this one or higher.
    BelowLevel(Option<String>, u32),
    /// At least this share is answered in the latest assessment.
    Coverage(Option<String>, Exact),
    /// Every KPI with a target reaches it.
    KpiTarget,
    /// Every service level reaches its goal.
    ServiceLevel,
    /// Nothing is older than its rule allows: readings, key results, evidence.
    Stale,
    /// No key result stands like this, or worse in the same row.
    Status(Status),
    /// No key result has this flag.
    Flag(Flag),
}

/// Why a gate cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAGate {
    /// There is none of this name: the nearest, where one is near.
    Unknown(Option<&'static str>),
    /// It takes a value, and this is none: an example of one.
    NeedsValue(&'static str),
    /// It takes no value.
    TakesNone,
    /// The rubric that it names is not in use.
    UnknownRubric(String, Option<String>),
    /// The rubric that it names has no such level: those it has.
    UnknownLevel(String, Vec<u32>),
}

/// The gates without a value that have names of their own.
const PLAIN: [(&str, Gate); 14] = [
    ("warning", Gate::Warning),
    ("advice", Gate::Advice),
    ("below-target", Gate::BelowTarget),
    ("kpi-target", Gate::KpiTarget),
    ("service-level", Gate::ServiceLevel),
    ("stale", Gate::Stale),
    ("behind", Gate::Status(Status::Behind)),
    ("at-risk", Gate::Status(Status::AtRisk)),
    ("missed", Gate::Status(Status::Missed)),
    ("no-data", Gate::Status(Status::NoData)),
    ("no-baseline", Gate::Status(Status::NoBaseline)),
    ("regressed", Gate::Flag(Flag::Regressed)),
    ("confidence-conflict", Gate::Flag(Flag::ConfidenceConflict)),
    ("confidence-drop", Gate::Flag(Flag::ConfidenceDrop)),
];
const BELOW_LEVEL: &str = "below-level";
const COVERAGE: &str = "coverage";

/// What others call a gate.
const ALSO_CALLED: [(&str, &str); 8] = [
    ("warnings", "warning"),
    ("off-track", "behind"),
    ("delayed", "behind"),
    ("overdue", "missed"),
    ("late", "missed"),
    ("outdated", "stale"),
    ("level", BELOW_LEVEL),
    ("low-coverage", COVERAGE),
];

impl Gate {
    /// The names of gates, without those that are codes; those that take a value with an example of it.
    #[must_use]
    pub fn names() -> Vec<&'static str> {
        let plain = PLAIN.iter().map(|(name, _)| *name);
        plain.chain(["below-level=3", "coverage=90%"]).collect()
    }

    /// The codes of warnings and advice, each of which is a gate.
    #[must_use]
    pub fn doubts() -> &'static [Code] {
        DOUBTS
    }

    /// A gate as the command line has it: `behind`, `below-level=3`, `coverage=customer-service:90%`, or the code of a
    /// warning. `_` may stand for `-`, as in the names of statuses in JSON.
    ///
    /// # Errors
    /// When it is none.
    pub fn parse(written: &str) -> Result<Gate, NotAGate> {
        let (name, value) = match written.split_once('=') {
            Some((name, value)) => (name.trim(), Some(value.trim())),
            None => (written.trim(), None),
        };
        let name = name.to_lowercase().replace('_', "-");
        if name == BELOW_LEVEL || name == COVERAGE {
            return with_value(&name, value.unwrap_or_default());
        }
        let plain = PLAIN.iter().find(|(own, _)| *own == name);
        let code = || Code::ALL.iter().find(|code| code.as_str() == name);
        let gate = match plain {
            Some((_, gate)) => gate.clone(),
            None => match code().filter(|code| is_a_doubt(**code)) {
                Some(code) => Gate::Code(*code),
                None => return Err(NotAGate::Unknown(nearest(&name))),
            },
        };
        match value {
            Some(_) => Err(NotAGate::TakesNone),
            None => Ok(gate),
        }
    }

    /// Whether the workspace has what the gate names.
    ///
    /// # Errors
    /// When it has not.
    pub fn fits(&self, workspace: &Workspace) -> Result<(), NotAGate> {
        let (Gate::BelowLevel(Some(named), _) | Gate::Coverage(Some(named), _)) = self else {
            return Ok(());
        };
        let ids = || workspace.rubrics.iter().map(|rubric| rubric.id.as_str());
        let Some(rubric) = workspace
            .rubrics
            .iter()
            .find(|own| own.id.as_str() == named)
        else {
            let near = suggest::nearest(named, ids()).map(str::to_owned);
            return Err(NotAGate::UnknownRubric(named.clone(), near));
        };
        match self {
            Gate::BelowLevel(_, level) if !rubric.levels.iter().any(|own| own.number == *level) => {
                let known = rubric.levels.iter().map(|own| own.number).collect();
                Err(NotAGate::UnknownLevel(named.clone(), known))
            }
            _ => Ok(()),
        }
    }

    /// Whether a problem is one that this gate asks not to be there.
    #[must_use]
    pub fn is_failed_by(&self, problem: &Diagnostic) -> bool {
        let names = |rubric: &Option<String>| {
            rubric.is_none() || rubric.as_deref() == problem.argument("rubric")
        };
        let is_gate = problem.severity == Severity::Gate;
        match self {
            Gate::Warning => problem.severity == Severity::Warning,
            Gate::Advice => problem.severity == Severity::Advice,
            Gate::Code(code) => problem.code == *code,
            Gate::BelowTarget => problem.code == Code::BelowTarget,
            Gate::BelowLevel(rubric, level) => {
                let level = level.to_string();
                problem.code == Code::BelowLevel
                    && names(rubric)
                    && problem.argument("level") == Some(&level)
            }
            Gate::Coverage(rubric, share) => {
                let share = share.to_string();
                problem.code == Code::LowCoverage
                    && names(rubric)
                    && problem.argument("least_share") == Some(&share)
            }
            Gate::KpiTarget => problem.code == Code::KpiOffTarget,
            Gate::ServiceLevel => problem.code == Code::ServiceLevelMissed,
            Gate::Stale => matches!(
                problem.code,
                Code::StaleReading | Code::StaleKeyResult | Code::StaleEvidence
            ),
            Gate::Status(status) => {
                let mut row = okrs::row(*status).iter();
                is_gate && row.any(|own| okrs::code_of(*own) == Some(problem.code))
            }
            Gate::Flag(flag) => is_gate && problem.code == okrs::code_of_flag(*flag),
        }
    }
}

impl fmt::Display for Gate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = |rubric: &Option<String>| match rubric {
            Some(rubric) => format!("{rubric}:"),
            None => String::new(),
        };
        match self {
            Gate::Code(code) => write!(formatter, "{code}"),
            Gate::BelowLevel(rubric, level) => {
                write!(formatter, "{BELOW_LEVEL}={}{level}", named(rubric))
            }
            Gate::Coverage(rubric, share) => {
                let percent = (share * &Exact::from(100u32)).rounded_short(2);
                write!(formatter, "{COVERAGE}={}{percent}%", named(rubric))
            }
            plain => {
                let mut known = PLAIN.iter();
                let (name, _) = known
                    .find(|(_, gate)| gate == plain)
                    .expect("every gate without a value has a name");
                formatter.write_str(name)
            }
        }
    }
}

/// `3`, `customer-service:3`; `90%`, `customer-service:90%`.
fn with_value(name: &str, value: &str) -> Result<Gate, NotAGate> {
    let (rubric, value) = match value.rsplit_once(':') {
        Some((rubric, value)) => (Some(rubric.trim().to_owned()), value.trim()),
        None => (None, value),
    };
    if name == BELOW_LEVEL {
        let level = value.parse().ok().filter(|level| *level > 0);
        let level = level.ok_or(NotAGate::NeedsValue("below-level=3"))?;
        return Ok(Gate::BelowLevel(rubric, level));
    }
    let percent = value
        .strip_suffix('%')
        .map(|percent| percent.trim().replace(',', "."));
    let percent = percent.and_then(|percent| Exact::parse(&percent));
    let share = percent.map(|percent| &percent / &Exact::from(100u32));
    match share.filter(|share| !share.is_negative() && *share <= Exact::ONE) {
        Some(share) => Ok(Gate::Coverage(rubric, share)),
        None => Err(NotAGate::NeedsValue("coverage=90%")),
    }
}

fn nearest(name: &str) -> Option<&'static str> {
    let other = ALSO_CALLED.iter().find(|(other, _)| *other == name);
    let names = PLAIN
        .iter()
        .map(|(own, _)| *own)
        .chain([BELOW_LEVEL, COVERAGE]);
    let codes = Code::ALL.iter().filter(|code| is_a_doubt(**code));
    let codes = codes.map(|code| code.as_str());
    other
        .map(|(_, meant)| *meant)
        .or_else(|| suggest::nearest(name, names))
        .or_else(|| suggest::nearest(name, codes))
}

/// Whether a problem of this code can stand in files that are right: as a warning or advice.
fn is_a_doubt(code: Code) -> bool {
    DOUBTS.contains(&code)
}

/// Codes of warnings and advice.
const DOUBTS: &[Code] = &[
    Code::AbsenceAboveFloor,
    Code::ActivityNotOutcome,
    Code::AmbiguousValue,
    Code::AsksNothing,
    Code::BandHole,
    Code::BaselineMoved,
    Code::ChangedAfterClose,
    Code::CheckInAfterClose,
    Code::Contradiction,
    Code::CoverageFell,
    Code::DueOutsideCycle,
    Code::EmptyDimension,
    Code::FewKeyResults,
    Code::FolderCycle,
    Code::FolderDate,
    Code::HiddenByOverlay,
    Code::ImplausibleValue,
    Code::KpiCannotAnswer,
    Code::LevelWithoutCriteria,
    Code::ManyKeyResults,
    Code::ManyObjectives,
    Code::MetAtBaseline,
    Code::MissingEvidence,
    Code::MissingFile,
    Code::MissingTranslation,
    Code::NeedlessAccepts,
    Code::NoCounterweight,
    Code::NoOwner,
    Code::NoRetrospective,
    Code::NoSource,
    Code::NoWeight,
    Code::OverdueTarget,
    Code::Renamed,
    Code::RespondentsDiffer,
    Code::RubricVersion,
    Code::SegmentsDisagree,
    Code::ShareAboveWhole,
    Code::StaleEvidence,
    Code::SupportCircle,
    Code::TargetBelowCurrent,
    Code::UncountedCriterion,
    Code::UnknownKeyResult,
    Code::UnknownObjective,
    Code::UnknownQuestion,
    Code::UnknownWorkspace,
    Code::UnreachableLevel,
    Code::UnreachableTarget,
    Code::UnreadFile,
    Code::UnusedBands,
    Code::UnusedRule,
    Code::UnusedTemplate,
    Code::UnusedWeight,
];

/// Notes where the figures of a workspace fall short of what the gates ask for. Whoever calls it makes sure that
/// nothing in the files is an error.
pub fn check(
    gates: &[Gate],
    workspace: &Workspace,
    scores: &Scores,
    diagnostics: &mut Diagnostics,
) {
    levels::check(gates, workspace, scores, diagnostics);
    coverage::check(gates, workspace, scores, diagnostics);
    kpis::check(gates, workspace, scores, diagnostics);
    okrs::check(gates, workspace, scores, diagnostics);
}
