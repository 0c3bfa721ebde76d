//! Several files of one rubric and date: one assessment, when each says whose answers it holds.
//!
//! A respondent is named by `respondent:` or, in a folder named by a day, by the name of the file. One file
//! beside theirs may hold what they agreed on. A file of which neither can be told is an error as soon as
//! there is another: whether it is a second respondent or a second version of the first is not ours to guess.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::fields::{self, Fields};
use super::shape;
use super::yaml::{Node, is_hidden};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Assessment, Id, Place, RatedBy, Rubric, parse_day};

/// Stems that say what a file holds, and not who answered.
const NOT_A_NAME: [&str; 2] = ["consensus", "consenso"];

/// A file of answers, with the places that matter beside others of its date.
pub(crate) struct AnswerFile {
    assessment: Assessment,
    /// Where it says whose answers it holds: the date, when only the name of the file does.
    owner: Place,
    scope: Option<Place>,
    /// The version of the rubric that it was written for.
    pinned: Option<(String, Place)>,
    /// The day that its folder is named by.
    folder: Option<NaiveDate>,
    /// It says whom it rates, and nobody goes by that name: that has been noted, or may be the fault of a file that
    /// could not be read.
    is_of_nobody: bool,
}

impl AnswerFile {
    /// The file at `path`, whose tree is `root`.
    pub(crate) fn new(path: &str, root: Node<'_>, mut assessment: Assessment) -> AnswerFile {
        // What is wrong with the keys has been noted by whoever read the assessment.
        let keys = Fields::of(root, &shape::ASSESSMENT, &mut Diagnostics::new());
        let written = |name: &str| keys.as_ref().and_then(|keys| keys.peek(name));
        let mut above = path.rsplit('/');
        let stem = above.next().and_then(|file| file.rsplit_once('.'));
        let folder = above.next().and_then(parse_day);
        let stem = stem
            .map(|(stem, _)| stem.to_owned())
            .filter(|stem| folder.is_some() && is_name(stem));
        let name = assessment.respondent.take().or(stem);
        assessment.respondent = name
            .map(|name| one_line(&name))
            .filter(|name| !name.is_empty() && !assessment.is_consensus);
        let owner = if assessment.is_consensus {
            written("consensus")
        } else {
            written("respondent")
        };
        let pinned = written("rubric").and_then(|node| {
            let text = node.scalar()?.text;
            let (name, version) = text.split_once('@')?;
            let place = fields::part(node, name.len() + 1, text.len());
            Some((version.to_owned(), place))
        });
        AnswerFile {
            owner: owner.map_or(assessment.place, Node::place),
            scope: written("scope").map(Node::place),
            pinned,
            folder,
            is_of_nobody: assessment.person.is_none() && written("person").is_some(),
            assessment,
        }
    }

    fn respondent(&self) -> Option<&str> {
        self.assessment.respondent.as_deref()
    }

    /// Whether it answers nothing, as one that was only prepared.
    fn is_blank(&self) -> bool {
        self.assessment.answers.iter().all(Option::is_none)
    }
}

/// Whether the name of a file can stand for a person: a file's name may hold anything.
fn is_name(stem: &str) -> bool {
    !NOT_A_NAME.contains(&stem.to_lowercase().as_str()) && !stem.chars().any(is_hidden)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The assessments of all files, by rubric and date, and by name among the files of one date: the order of
/// the files changes nothing. A file that cannot stand beside the others is noted and left out.
pub(crate) fn joined(
    files: Vec<AnswerFile>,
    rubrics: &[Rubric],
    diagnostics: &mut Diagnostics,
) -> Vec<Assessment> {
    let mut assessments: Vec<Assessment> = Vec::new();
    // Whom each rater rated on a day, by which rubric.
    let mut ratings: HashMap<(usize, Id, NaiveDate, Option<RatedBy>), Place> = HashMap::new();
    let mut sheets: BTreeMap<(usize, NaiveDate), Vec<AnswerFile>> = BTreeMap::new();
    for file in files {
        diagnostics.extend(folder_of_another_day(&file));
        if file.is_of_nobody {
            continue;
        }
        if let Some(person) = &file.assessment.person {
            let own = &file.assessment;
            let key = (own.rubric, person.clone(), own.date, own.rated_by);
            if let Some(first) = ratings.get(&key) {
                let problem = Diagnostic::error(Code::DuplicateAssessment, own.place)
                    .with("kind", "rater")
                    .with("rubric", &rubrics[own.rubric].id)
                    .with("date", own.date)
                    .with("respondent", person);
                diagnostics.push(problem.help("help-rater").related(*first, "first"));
                continue;
            }
            ratings.insert(key, own.place);
            assessments.push(file.assessment);
        } else {
            let key = (file.assessment.rubric, file.assessment.date);
            sheets.entry(key).or_default().push(file);
        }
    }
    for files in sheets.into_values() {
        let files = of_different_people(files, rubrics, diagnostics);
        diagnostics.extend(other_scope(&files, rubrics));
        diagnostics.extend(other_version(&files, rubrics));
        assessments.extend(files.into_iter().map(|file| file.assessment));
    }
    assessments.sort_by_cached_key(|assessment| {
        let name = assessment.respondent.clone();
        let folded = name.as_ref().map(|name| name.to_lowercase());
        (assessment.rubric, assessment.date, folded, name)
    });
    assessments
}

/// The files of one rubric and date that can stand beside each other: each respondent once, what they agreed
/// on once, and a file that names nobody only by itself.
fn of_different_people(
    files: Vec<AnswerFile>,
    rubrics: &[Rubric],
    diagnostics: &mut Diagnostics,
) -> Vec<AnswerFile> {
    let is_owned = |file: &&AnswerFile| file.assessment.is_consensus || file.respondent().is_some();
    let owner = files.iter().find(is_owned).map(|file| file.owner);
    let mut respondents: HashMap<String, Place> = HashMap::new();
    let (mut consensus, mut nameless) = (None, None);
    let mut kept = Vec::new();
    for file in files {
        let problem = |kind: &'static str, place: Place, first: Place| {
            Diagnostic::error(Code::DuplicateAssessment, place)
                .with("kind", kind)
                .with("rubric", &rubrics[file.assessment.rubric].id)
                .with("date", file.assessment.date)
                .with("respondent", file.respondent().unwrap_or_default())
                .related(first, "first")
        };
        let noted = match file.respondent() {
            None if file.assessment.is_consensus => {
                let first = *consensus.get_or_insert(file.owner);
                (first != file.owner)
                    .then(|| problem("consensus", file.owner, first).help("help-consensus"))
            }
            // Nobody has answered in it yet: it says nothing beside those who did.
            None if owner.is_some() && file.folder.is_none() && file.is_blank() => continue,
            None => match owner {
                Some(owner) => Some(problem("nameless", file.owner, owner).help("help-nameless")),
                None => {
                    let first = *nameless.get_or_insert(file.owner);
                    (first != file.owner).then(|| problem("twice", file.owner, first).help("help"))
                }
            },
            Some(name) => {
                let first = *respondents.entry(name.to_lowercase()).or_insert(file.owner);
                (first != file.owner)
                    .then(|| problem("respondent", file.owner, first).help("help-respondent"))
            }
        };
        match noted {
            Some(problem) => diagnostics.push(problem),
            None => kept.push(file),
        }
    }
    kept
}

/// Respondents who looked at different things cannot be combined without a doubt. Said once.
fn other_scope(files: &[AnswerFile], rubrics: &[Rubric]) -> Option<Diagnostic> {
    let scopes = files.iter().filter_map(|file| {
        let scope = file.assessment.scope.as_deref()?;
        Some((one_line(scope), file.scope?))
    });
    differ("scope", scopes, files, rubrics).map(|problem| problem.help("help-scope"))
}

/// Nor those who answered different versions of the rubric.
fn other_version(files: &[AnswerFile], rubrics: &[Rubric]) -> Option<Diagnostic> {
    let pinned = files.iter().filter_map(|file| file.pinned.clone());
    differ("version", pinned, files, rubrics).map(|problem| problem.help("help-version"))
}

/// The first text that is not the same as the one before all others.
fn differ(
    kind: &'static str,
    mut texts: impl Iterator<Item = (String, Place)>,
    files: &[AnswerFile],
    rubrics: &[Rubric],
) -> Option<Diagnostic> {
    let (first, first_place) = texts.next()?;
    let (_, place) = texts.find(|(text, _)| *text != first)?;
    let assessment = &files.first()?.assessment;
    let problem = Diagnostic::warning(Code::RespondentsDiffer, place)
        .with("kind", kind)
        .with("rubric", &rubrics[assessment.rubric].id)
        .with("date", assessment.date);
    Some(problem.related(first_place, "first"))
}

/// A file in the folder of a day that is dated otherwise stands outside the assessment that it was put with.
fn folder_of_another_day(file: &AnswerFile) -> Option<Diagnostic> {
    let (folder, date) = (file.folder?, file.assessment.date);
    (folder != date).then(|| {
        Diagnostic::warning(Code::FolderDate, file.assessment.place)
            .with("date", date)
            .with("bound", folder)
            .with("right", format!("assessments/{date}/"))
            .help("help")
    })
}
