//! What cannot hold together, in a line each, as `score` and `compare` show it.

use anstyle::Style;

use super::table;
use crate::locale::{Locale, Word};
use crate::model::{QuestionIndex, Rubric, Text, Workspace};
use crate::report::plan::question_in_words;
use crate::score::contradiction::{Against, Contradiction};

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
    /// All of them under their headings: answers that something denies, then those that nothing shows.
    pub(super) fn section(&self, found: &[Contradiction]) -> String {
        let [denied, unshown] = parted(found);
        self.of_a_kind("score-contradictions", &denied)
            + &self.of_a_kind("score-evidence-lacking", &unshown)
    }

    fn of_a_kind(&self, heading: &str, found: &[&Contradiction]) -> String {
        if found.is_empty() {
            return String::new();
        }
        let say = |key: &str, count: usize| self.locale.say(key, &[("count", Word::from(count))]);
        let heading = say(heading, found.len());
        let heading = table::paragraph(&heading, table::bold(), 0, self.width);
        let mut text = format!("\n{heading}");
        text.extend(found.iter().take(MOST).map(|own| self.line(own)));
        if found.len() > MOST {
            let more = say("plan-more", found.len() - MOST);
            text.push_str(&table::paragraph(&more, table::dim(), 2, self.width));
        }
        text
    }

    /// One of them, and the key of the answer that is doubtful.
    pub(super) fn line(&self, own: &Contradiction) -> String {
        let other = match own.against {
            Against::Question(other) => self.question(other),
            Against::Presence(criterion) => self.text(&self.rubric.criteria[criterion.0].title),
            Against::Kpi(kpi) => self.text(&self.workspace.kpis[kpi].title),
            Against::MissingEvidence | Against::StaleEvidence => String::new(),
        };
        let words = [
            ("kind", Word::from(own.against.kind())),
            ("one", Word::from(self.question(own.question))),
            ("other", Word::from(other)),
        ];
        let line = self.locale.say("contradiction-line", &words);
        let key = &self.rubric.questions[own.question.0].key;
        table::paragraph(&line, Style::new(), 2, self.width)
            + &table::paragraph(key, table::dim(), 4, self.width)
    }

    fn text(&self, text: &Text) -> String {
        text.in_language(self.locale.language()).to_owned()
    }

    fn question(&self, question: QuestionIndex) -> String {
        question_in_words(self.rubric, question, self.locale)
    }
}
