//! Who said something: the names of respondents in a row, as the terminal and the report both have them.

use crate::locale::{Locale, Word};
use crate::model::Workspace;

/// The most names in one row.
const NAMED: usize = 3;

/// The name of who wrote a file: of what was agreed, that it was.
#[must_use]
pub fn respondent_in_words(workspace: &Workspace, file: usize, locale: &Locale) -> String {
    let assessment = &workspace.assessments[file];
    match (&assessment.respondent, assessment.is_consensus) {
        (_, true) => locale.say("report-consensus", &[]),
        (Some(name), false) => name.clone(),
        (None, false) => String::new(),
    }
}

/// Names in a row: up to three, then how many more there are.
#[must_use]
pub fn names_in_words(names: &[String], locale: &Locale) -> String {
    let shown = names.len().min(NAMED);
    let more = names.len() - shown;
    let mut items = names[..shown].to_vec();
    if more > 0 {
        items.push(locale.say("story-more", &[("count", more.into())]));
    }
    let last = items.len().saturating_sub(1);
    let mut items = items.into_iter().enumerate();
    let first = items.next().map(|(_, item)| item).unwrap_or_default();
    items.fold(first, |row, (position, item)| {
        let key = match position == last {
            true => "story-list-last",
            false => "story-list-next",
        };
        let words = [("row", Word::from(row)), ("item", Word::from(item))];
        locale.say(key, &words)
    })
}

/// The names of those who wrote these files, in a row.
#[must_use]
pub fn respondents_in_words(workspace: &Workspace, files: &[usize], locale: &Locale) -> String {
    let names = files.iter();
    let names: Vec<String> = names
        .map(|file| respondent_in_words(workspace, *file, locale))
        .collect();
    names_in_words(&names, locale)
}
