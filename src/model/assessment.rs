//! One measuring: what was answered about an organisation or a person on a day.

use chrono::NaiveDate;

use super::exact::Exact;
use super::id::Id;
use super::place::Place;
use super::rubric::QuestionIndex;

/// The answers given for one rubric on one date.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// Position of the rubric among the workspace's.
    pub rubric: usize,
    /// The version of the rubric that it was written for, where it says so.
    pub pinned: Option<String>,
    /// The day the answers hold for.
    pub date: NaiveDate,
    /// What was looked at.
    pub scope: Option<String>,
    /// Who answered, when several people answer for one date; none for what they agreed on.
    pub respondent: Option<String>,
    /// Whether this file holds what the respondents agreed on.
    pub is_consensus: bool,
    /// The person rated, for a rubric that rates people.
    pub person: Option<Id>,
    /// Who rated the person.
    pub rated_by: Option<RatedBy>,
    /// The level that the rater puts the person at outright, and where that is written.
    pub claimed: Option<(u32, Place)>,
    /// One place for each question of the rubric; `None`: nobody answered.
    pub answers: Vec<Option<Answer>>,
    /// Where the date is written.
    pub place: Place,
}

impl Assessment {
    /// What was said about a question; `None` when nothing was.
    #[must_use]
    pub fn answer(&self, question: QuestionIndex) -> Option<&Answer> {
        self.answers[question.0].as_ref()
    }
}

/// How the answers of several respondents to one question become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Combination {
    /// The middle one; of an even number, halfway between the two in the middle.
    Median,
    /// Their mean.
    Mean,
    /// The lowest.
    Lowest,
}

impl Combination {
    /// Every way with its name in files.
    pub const NAMES: [(&'static str, Combination); 3] = [
        ("median", Combination::Median),
        ("mean", Combination::Mean),
        ("lowest", Combination::Lowest),
    ];

    /// Its name in files and JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Combination::Median => "median",
            Combination::Mean => "mean",
            Combination::Lowest => "lowest",
        }
    }
}

/// Who rated a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RatedBy {
    /// The person.
    Own,
    /// Their manager.
    Manager,
    /// An assessor.
    Assessor,
}

impl RatedBy {
    /// Every rater with the name in files.
    pub const NAMES: [(&'static str, RatedBy); 3] = [
        ("self", RatedBy::Own),
        ("manager", RatedBy::Manager),
        ("assessor", RatedBy::Assessor),
    ];

    /// The rater's name in files and JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            RatedBy::Own => "self",
            RatedBy::Manager => "manager",
            RatedBy::Assessor => "assessor",
        }
    }
}

/// What was said about one question.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The answer itself.
    pub given: Given,
    /// What somebody added.
    pub note: Option<String>,
    /// What shows that it is so.
    pub evidence: Vec<Evidence>,
    /// Where the answer is written.
    pub place: Place,
}

/// An answer. A question without one is unanswered: a fourth thing, and not any of these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// Position of the choice in the question's scale.
    Choice(usize),
    /// A number on the question's scale.
    Number(Exact),
    /// The team looked and could not tell.
    Unknown,
    /// The question does not apply, for this reason.
    NotApplicable(String),
}

/// Something that shows an answer to be true.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// What it is.
    pub title: String,
    /// Where it is.
    pub href: Option<String>,
    /// Its own date.
    pub date: Option<NaiveDate>,
    /// Where it is written that it is there; without that, where it is written at all.
    pub place: Place,
    /// Whether it is a file that somebody looked for and did not find. Those who read files look, nobody else: until
    /// then a file is taken to be there.
    pub is_absent: bool,
}

impl Evidence {
    /// The file that it names by its path; `None` where it names an address, or nothing.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        let path = self.href.as_deref()?;
        let path = path.split(['#', '?']).next().unwrap_or_default();
        let first = path.split('/').next().unwrap_or_default();
        (!first.is_empty() && !first.contains(':')).then_some(path)
    }
}
