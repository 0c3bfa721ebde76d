//! The name of each kind of problem: the same word on the screen, in the tests and in the texts.

use std::fmt;

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// A kind of problem.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $variant,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &[Code] = &[$(Code::$variant),*];

            /// The code of this name.
            #[must_use]
            pub fn named(name: &str) -> Option<Code> {
                Code::ALL.iter().copied().find(|code| code.as_str() == name)
            }

            /// The code as the screen shows it, in kebab-case.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Code::$variant => $name,)*
                }
            }
        }
    };
}

codes! {
    /// The file is not YAML.
    YamlSyntax = "yaml-syntax",
    /// The file uses a part of YAML that is not read here.
    YamlFeature = "yaml-feature",
    /// The file is larger, deeper or more repetitive than any honest one.
    YamlBudget = "yaml-budget",
    /// The file is not UTF-8 text.
    NotUtf8 = "not-utf8",
    /// A file that belongs here is missing.
    MissingFile = "missing-file",
    /// A file that looks meant to be read, where nothing reads it.
    UnreadFile = "unread-file",
    /// A file of the workspace that lies outside it.
    OutsideWorkspace = "outside-workspace",
    /// A file larger than any of its kind needs to be.
    FileTooLarge = "file-too-large",
    /// A file that is no image, where one belongs.
    NotAnImage = "not-an-image",
    /// A colour that is not one.
    NotAColour = "not-a-colour",
    /// A colour that cannot be read on the pages it is for.
    LowContrast = "low-contrast",
    /// A template that cannot be understood.
    TemplateSyntax = "template-syntax",
    /// A template that fails on what it is given.
    TemplateFailed = "template-failed",
    /// A template that would not end, or took more than a report needs.
    TemplateStopped = "template-stopped",
    /// A template that stands for none of those shipped, and that none includes.
    UnusedTemplate = "unused-template",
    /// The format version is not one that this program reads.
    FormatVersion = "format-version",
    /// A key stands twice in one mapping.
    DuplicateKey = "duplicate-key",
    /// A key that nothing reads.
    UnknownKey = "unknown-key",
    /// A key that must be there is not, or has no value.
    MissingKey = "missing-key",
    /// A list where a mapping belongs, and the like.
    WrongShape = "wrong-shape",
    /// Keys that exclude each other, or that only go together.
    KeysDisagree = "keys-disagree",
    /// An identifier that is not kebab-case.
    NotAnId = "not-an-id",
    /// A number in a form that cannot be trusted.
    NotANumber = "not-a-number",
    /// A number outside its range.
    OutOfRange = "out-of-range",
    /// Something else where `true` or `false` belongs.
    NotABoolean = "not-a-boolean",
    /// A date that is not one.
    NotADate = "not-a-date",
    /// A period or length that is not one.
    NotAPeriod = "not-a-period",
    /// A word that is not among those a key takes.
    UnknownWord = "unknown-word",
    /// A value in a unit of another kind.
    WrongUnit = "wrong-unit",
    /// A value that can be read in two ways: its unit, period or currency is not the only one it may have.
    AmbiguousValue = "ambiguous-value",
    /// Working days among hours, where nothing says how long one is.
    NoWorkingDay = "no-working-day",
    /// A date that has not come yet.
    FutureDate = "future-date",
    /// Dates in an order that cannot be.
    DateOrder = "date-order",
    /// An id that is defined twice.
    DuplicateId = "duplicate-id",
    /// A rubric that is neither shipped nor in the workspace.
    UnknownRubric = "unknown-rubric",
    /// A rubric that the workspace has, but does not use.
    RubricNotInUse = "rubric-not-in-use",
    /// An assessment pinned to a version that is not the rubric's.
    RubricVersion = "rubric-version",
    /// An overlay's entry for something that the rubric does not have.
    UnknownPart = "unknown-part",
    /// Dimensions that an overlay adds, each inside the next.
    ParentCircle = "parent-circle",
    /// Something that an overlay hides and the rubric still needs.
    HiddenInUse = "hidden-in-use",
    /// Something said of what an overlay hides.
    HiddenByOverlay = "hidden-by-overlay",
    /// An id of an earlier version.
    Renamed = "renamed",
    /// A dimension that the rubric does not have.
    UnknownDimension = "unknown-dimension",
    /// A level that the rubric does not have.
    UnknownLevel = "unknown-level",
    /// A scale that is neither built in nor in the rubric.
    UnknownScale = "unknown-scale",
    /// A question that the rubric does not ask.
    UnknownQuestion = "unknown-question",
    /// A question that is said to be in conflict with itself.
    SelfConflict = "self-conflict",
    /// A choice that the question's scale does not offer.
    UnknownChoice = "unknown-choice",
    /// A KPI that nothing defines.
    UnknownKpi = "unknown-kpi",
    /// A service level that nothing defines.
    UnknownServiceLevel = "unknown-service-level",
    /// An objective that no plan holds.
    UnknownObjective = "unknown-objective",
    /// A workspace that `regua.yaml` gives no name.
    UnknownWorkspace = "unknown-workspace",
    /// Objectives that end up serving themselves.
    SupportCircle = "support-circle",
    /// A key result that the cycle does not have.
    UnknownKeyResult = "unknown-key-result",
    /// A milestone that the key result does not have.
    UnknownMilestone = "unknown-milestone",
    /// A skill that no rubric in use rates.
    UnknownSkill = "unknown-skill",
    /// An assessment of a person by a rubric that does not rate persons, or one of nobody by a rubric that does.
    NotOfAPerson = "not-of-a-person",
    /// A role that nobody defines.
    UnknownRole = "unknown-role",
    /// A person that nobody defines.
    UnknownPerson = "unknown-person",
    /// Levels whose numbers do not rise.
    LevelOrder = "level-order",
    /// A scale whose values leave no range.
    EmptyScale = "empty-scale",
    /// Bands whose edges do not follow the KPI's direction.
    BandOrder = "band-order",
    /// Weights of which nothing remains.
    NoWeight = "no-weight",
    /// Two files of one rubric and date that cannot be those of different respondents.
    DuplicateAssessment = "duplicate-assessment",
    /// Respondents of one assessment who looked at different things.
    RespondentsDiffer = "respondents-differ",
    /// An assessment in the folder of another day.
    FolderDate = "folder-date",
    /// A plan in the folder of another cycle.
    FolderCycle = "folder-cycle",
    /// Two readings of one KPI for one period and segment.
    DuplicateReading = "duplicate-reading",
    /// Readings of parts that cannot be pooled into one.
    CannotPool = "cannot-pool",
    /// Target and baseline are the same.
    TargetIsBaseline = "target-is-baseline",
    /// The direction stated is not the one from baseline to target.
    WrongDirection = "wrong-direction",
    /// A target that can be read in two ways.
    AmbiguousTarget = "ambiguous-target",
    /// A check-in that says something its key result cannot take.
    CheckInKind = "check-in-kind",
    /// Figures of a closing that do not follow from one another.
    ClosingFigures = "closing-figures",
    /// Something that differs from what the cycle was closed with.
    ChangedAfterClose = "changed-after-close",
    /// A check-in later than the closing of its cycle.
    CheckInAfterClose = "check-in-after-close",
    /// A missed commitment of which nobody has said what was learned.
    NoRetrospective = "no-retrospective",
    /// A baseline that is measured otherwise now than when it was frozen.
    BaselineMoved = "baseline-moved",
    /// Two answers that cannot both hold.
    Contradiction = "contradiction",
    /// A level outside the range of its skill.
    LevelOutOfRange = "level-out-of-range",
    /// An answer that must be shown, and nothing shows it.
    MissingEvidence = "missing-evidence",
    /// Evidence that is all older than the rubric allows.
    StaleEvidence = "stale-evidence",
    /// Bands that skip a level.
    BandHole = "band-hole",
    /// A share of cases above all of them.
    ShareAboveWhole = "share-above-whole",
    /// A value that can hardly be.
    ImplausibleValue = "implausible-value",
    /// Segments that do not fit together.
    SegmentsDisagree = "segments-disagree",
    /// Bands that nothing is held against.
    UnusedBands = "unused-bands",
    /// A question left to a KPI that has no level to answer with.
    KpiCannotAnswer = "kpi-cannot-answer",
    /// A level between others that asks nothing.
    LevelWithoutCriteria = "level-without-criteria",
    /// A level that no answers can reach.
    UnreachableLevel = "unreachable-level",
    /// A rule that any answers satisfy.
    AsksNothing = "asks-nothing",
    /// A rule that no figure looks at.
    UnusedRule = "unused-rule",
    /// A weight that no figure looks at.
    UnusedWeight = "unused-weight",
    /// A criterion that no score looks at.
    UncountedCriterion = "uncounted-criterion",
    /// A lack at a level that must be earned, where it is never asked for.
    AbsenceAboveFloor = "absence-above-floor",
    /// A dimension that nothing belongs to.
    EmptyDimension = "empty-dimension",
    /// Texts in one of the two languages only.
    MissingTranslation = "missing-translation",
    /// An assessment that answers less than half of what the one before it did.
    CoverageFell = "coverage-fell",
    /// A target below what is held already.
    TargetBelowCurrent = "target-below-current",
    /// A target above what its dimension defines.
    UnreachableTarget = "unreachable-target",
    /// A target whose day has passed before it was held.
    OverdueTarget = "overdue-target",
    /// Fewer key results than tell whether an objective is reached.
    FewKeyResults = "few-key-results",
    /// More key results than anybody keeps in mind.
    ManyKeyResults = "many-key-results",
    /// More objectives than a cycle can be about.
    ManyObjectives = "many-objectives",
    /// A key result that is work rather than what it brings about.
    ActivityNotOutcome = "activity-not-outcome",
    /// Speed is asked for, and nothing says what must not suffer for it.
    NoCounterweight = "no-counterweight",
    /// A target that was met before anybody began.
    MetAtBaseline = "met-at-baseline",
    /// An objective that nobody answers for.
    NoOwner = "no-owner",
    /// Figures that are typed in from a place that nobody names.
    NoSource = "no-source",
    /// A key result that outlasts its cycle.
    DueOutsideCycle = "due-outside-cycle",
    /// Advice that is accepted where it is not given.
    NeedlessAccepts = "needless-accepts",
    /// A CSV file whose header or row cannot be read.
    CsvShape = "csv-shape",
    /// A file whose meaning this version does not compute.
    NotComputed = "not-computed",
    /// A level aimed at that is not held.
    BelowTarget = "below-target",
    /// A level below the one asked for.
    BelowLevel = "below-level",
    /// Less answered than asked for.
    LowCoverage = "low-coverage",
    /// A KPI short of its target.
    KpiOffTarget = "kpi-off-target",
    /// A service level short of its goal.
    ServiceLevelMissed = "service-level-missed",
    /// A KPI of which nothing new has come.
    StaleReading = "stale-reading",
    /// A key result of which nothing new has come.
    StaleKeyResult = "stale-key-result",
    /// A key result behind its pace.
    Behind = "behind",
    /// A key result far behind its pace.
    AtRisk = "at-risk",
    /// A key result past its last day and not reached.
    Missed = "missed",
    /// A key result that nothing has been measured of.
    NoData = "no-data",
    /// A key result without a value to start from.
    NoBaseline = "no-baseline",
    /// A key result that is worse than at its start.
    Regressed = "regressed",
    /// Confidence that does not fit how a key result stands.
    ConfidenceConflict = "confidence-conflict",
    /// Confidence that has fallen by two points or more.
    ConfidenceDrop = "confidence-drop",
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}
