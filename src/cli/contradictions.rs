//! What cannot hold together, in a line each, as `score` and `compare` show it.

use anstyle::Style;

use super::table;
use crate::locale::{Locale, Word};
use crate::model::{Rubric, Workspace};
use crate::report::plan::{contradiction_by_whom, contradiction_in_words};
use crate::score::AssessmentScore;
use crate::score::contradiction::Contradiction;

/// The most contradictions that `score` shows; the report has all.
const MOST: usize = 8;

/// Those that something denies, and those that nothing shows: the one is doubtful, the other only unproven.
pub(super) fn parted(found: &[Contradiction]) -> [Vec<&Contradiction>; 2] {
    let (unshown, denied) = found.iter().partition(|own| own.against.is_of_evidence());
    [denied, unshown]
}

/// Writes contradictions of one rubric.
pub(super) struct Contradictions<'c> {
    pub(super) workspace: &'c Workspace,
    pub(super) rubric: &'c Rubric,
    pub(super) locale: &'c Locale,
    pub(super) width: usize,
}

impl Contradictions<'_> {
    /// All of an assessment's under their headings: answers that something denies, then those that nothing shows.
    pub(super) fn section(&self, score: &AssessmentScore) -> String {
        let [denied, unshown] = parted(&score.contradictions);
        self.of_a_kind("score-contradictions", score, &denied)
            + &self.of_a_kind("score-evidence-lacking", score, &unshown)
    }

    fn of_a_kind(
        &self,
        heading: &str,
        score: &AssessmentScore,
        found: &[&Contradiction],
    ) -> String {
        if found.is_empty() {
            return String::new();
        }
        let say = |key: &str, count: usize| self.locale.say(key, &[("count", Word::from(count))]);
        let heading = say(heading, found.len());
        let heading = table::paragraph(&heading, table::bold(), 0, self.width);
        let mut text = format!("\n{heading}");
        let shown = found.iter().take(MOST);
        text.extend(shown.map(|own| self.by_whom(score, own)));
        if found.len() > MOST {
            let more = say("plan-more", found.len() - MOST);
            text.push_str(&table::paragraph(&more, table::dim(), 2, self.width));
        }
        text
    }

    /// One of them, and the key of the answer that is doubtful.
    pub(super) fn line(&self, own: &Contradiction) -> String {
        let line = contradiction_in_words(self.workspace, self.rubric, own, self.locale);
        self.paragraphs(&line, own)
    }

    /// One of them, with who makes it where several answered.
    pub(super) fn by_whom(&self, score: &AssessmentScore, own: &Contradiction) -> String {
        let line = contradiction_by_whom(self.workspace, self.rubric, score, own, self.locale);
        self.paragraphs(&line, own)
    }

    fn paragraphs(&self, line: &str, own: &Contradiction) -> String {
        let key = &self.rubric.questions[own.question.0].key;
        table::paragraph(line, Style::new(), 2, self.width)
            + &table::paragraph(key, table::dim(), 4, self.width)
    }
}
