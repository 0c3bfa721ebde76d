//! Texts written for one of the two languages only: readers of the other are shown the wrong one. A plain
//! string is the same for all, and lacks nothing.
//!
//! One rubric may hold hundreds, so they are told once for each file and language, at the first of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{FileIndex, Kpi, Language, Place, Rubric, Text, Workspace};

/// How many places are shown beside the first.
const MOST_SHOWN: usize = 3;

/// Texts of one file that one language lacks: how many, and where they stand.
#[derive(Default)]
struct Lacking {
    count: usize,
    places: BTreeSet<Place>,
}

pub(super) fn check(
    workspace: &Workspace,
    broken: &BTreeSet<FileIndex>,
    diagnostics: &mut Diagnostics,
) {
    let mut lacking: BTreeMap<(FileIndex, &str), Lacking> = BTreeMap::new();
    for (place, text) in texts(workspace) {
        // An overlay may have written it, in another file than the rest.
        let place = text.place.unwrap_or(place);
        if let Some(language) = lacks(text).filter(|_| !broken.contains(&place.file)) {
            let found = lacking.entry((place.file, language.tag())).or_default();
            found.count += 1;
            found.places.insert(place);
        }
    }
    for ((_, language), found) in lacking {
        let mut places = found.places.into_iter();
        let Some(first) = places.next() else {
            continue;
        };
        let problem = Diagnostic::warning(Code::MissingTranslation, first)
            .with("language", language)
            .with("count", found.count)
            .help("help");
        let others = places.take(MOST_SHOWN);
        diagnostics.push(others.fold(problem, |problem, place| problem.related(place, "more")));
    }
}

/// The language that a text is not written for, though it is for the other.
fn lacks(text: &Text) -> Option<Language> {
    let is_written = |language| {
        text.version(language)
            .is_some_and(|version| !version.trim().is_empty())
    };
    let (lacking, written): (Vec<Language>, Vec<Language>) = Language::ALL
        .into_iter()
        .partition(|language| !is_written(*language));
    match (lacking.as_slice(), written.as_slice()) {
        ([lacking], [_]) => Some(*lacking),
        _ => None,
    }
}

/// Every text that may be written by language, with the place of what it belongs to.
fn texts(workspace: &Workspace) -> impl Iterator<Item = (Place, &Text)> {
    let of_rubrics = workspace.rubrics.iter().flat_map(rubric_texts);
    let of_kpis = workspace.kpis.iter().flat_map(kpi_texts);
    let of_service_levels = workspace.service_levels.iter();
    let of_roles = workspace.roles.iter();
    of_rubrics
        .chain(of_kpis)
        .chain(of_service_levels.map(|level| (level.place, &level.title)))
        .chain(of_roles.map(|role| (role.place, &role.title)))
}

fn rubric_texts(rubric: &Rubric) -> impl Iterator<Item = (Place, &Text)> {
    let source = &rubric.source;
    let own = [
        &rubric.title,
        &source.framework,
        &source.section,
        &source.notice,
    ];
    let levels = rubric.levels.iter();
    let criteria = rubric.criteria.iter();
    let questions = rubric.questions.iter();
    let choices = rubric.scales.iter().flat_map(|scale| {
        let choices = scale.choices().iter();
        choices.filter_map(|choice| Some((scale.place?, &choice.title)))
    });
    own.map(|text| (rubric.place, text))
        .into_iter()
        .chain(levels.flat_map(|level| each(level.place, [&level.title, &level.summary])))
        .chain(rubric.dimensions.iter().map(|own| (own.place, &own.title)))
        .chain(choices)
        .chain(criteria.flat_map(|own| each(own.place, [&own.title, &own.description])))
        .chain(questions.flat_map(|own| each(own.place, [&own.text, &own.guidance])))
}

fn kpi_texts(kpi: &Kpi) -> impl Iterator<Item = (Place, &Text)> {
    each(kpi.place, kpi.texts()).into_iter()
}

fn each<const N: usize>(place: Place, texts: [&Text; N]) -> [(Place, &Text); N] {
    texts.map(|text| (place, text))
}
