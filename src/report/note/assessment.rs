//! The assessments by one rubric at both ends, and what moved their figures.

use std::cmp::Reverse;

use super::{MOVED, Row, SCORE, Section, Table, Writer, level};
use crate::model::{Exact, Rubric, Scope};
use crate::report::plan::{contradiction_by_whom, contradiction_in_words, question_in_words};
use crate::report::step_words::{StepWords, from_to, no_value};
use crate::score::AssessmentScore;
use crate::score::compare::{AnswerStep, AssessmentComparison, Ends, KpiStep};

/// The most names that a sentence lists.
const MOST_LISTED: usize = 6;

/// A figure of an assessment.
type Figure = fn(&AssessmentScore) -> Option<&Exact>;

impl Writer<'_> {
    /// The figures of both assessments and what moved them. `rubric` is that of the second where there is one.
    pub(super) fn assessments(
        &self,
        rubric: &Rubric,
        latest: Ends<Option<&AssessmentScore>>,
        both: Option<&AssessmentComparison<'_>>,
    ) -> Section {
        let mut section = Section {
            heading: self.text(&rubric.title).to_owned(),
            lines: Vec::new(),
            tables: vec![self.figures(rubric, latest)],
        };
        let Some(both) = both else {
            return section;
        };
        section.lines = self.beside(rubric, both);
        section.tables.extend(self.moved(rubric, both));
        section.tables.extend(self.dimensions(rubric, both));
        section
    }

    /// The level and the index before and after, for a headline; `None` where neither moved.
    pub(super) fn in_short(
        &self,
        rubric: &Rubric,
        latest: Ends<Option<&AssessmentScore>>,
    ) -> Option<String> {
        let levels = latest.map(|score| level(score.and_then(|score| score.whole.level)));
        let index = latest.map(|score| score.and_then(|score| score.index.value()));
        let mut moved = Vec::new();
        if !levels.are_same() {
            moved.push(self.say_of("compare-level-step", "levels", from_to(&levels)));
        }
        if !index.are_same() {
            moved.push(self.say_of("compare-index-step", "index", self.index_in_short(index)));
        }
        let title = self.text(&rubric.title);
        (!moved.is_empty()).then(|| format!("{title}: {}", moved.join(", ")))
    }

    fn figures(&self, rubric: &Rubric, latest: Ends<Option<&AssessmentScore>>) -> Table {
        let mut table = Table {
            columns: self.columns(String::new(), self.say("compare-change")),
            ..Table::default()
        };
        let mut add = |name: String, ends: Ends<String>, change: String| {
            let cells = vec![name, ends.a, ends.b, change];
            table.rows.push(Row {
                cells,
                ..Row::default()
            });
        };
        let dates = latest
            .map(|score| score.map_or_else(no_value, |score| self.locale.date(score.sheet.date)));
        add(self.say("compare-assessed-on"), dates, String::new());
        if rubric.gives_level(Scope::Rubric) {
            let levels = latest.map(|score| score?.whole.level);
            let change = self.signed(levels.change().as_ref(), 0);
            add(self.say("level"), levels.map(level), change);
        }
        let figures: [(&str, Figure); 3] = [
            ("index", |score| score.index.value()),
            ("practice-score", |score| score.whole.practice.value()),
            ("outcome-score", |score| score.outcome.value()),
        ];
        for (key, of) in figures {
            let ends = latest.map(|score| score.and_then(of));
            if ends.a.is_some() || ends.b.is_some() {
                let change = self.signed(ends.change().as_ref(), SCORE);
                add(self.say(key), ends.map(|figure| self.score(figure)), change);
            }
        }
        let coverage = latest.map(|score| score?.whole.coverage.value());
        let change = self.points(coverage.change().as_ref());
        let coverage = coverage.map(|share| self.percent(share));
        add(self.say("coverage"), coverage, change);
        table
    }

    /// The answers and readings that moved something, the largest first, and then those that moved nothing.
    fn moved(&self, rubric: &Rubric, both: &AssessmentComparison<'_>) -> Option<Table> {
        let size = |moved: &Option<Exact>| moved.as_ref().map(Exact::abs);
        let mut answers: Vec<&AnswerStep> = both.answers.iter().collect();
        answers.sort_by_cached_key(|step| Reverse((size(&step.index), size(&step.practice))));
        let mut kpis: Vec<&KpiStep> = both.kpis.iter().collect();
        kpis.sort_by_cached_key(|step| Reverse(size(&step.index)));
        let contribution = |moved: &Option<Exact>| match moved {
            Some(moved) if moved.is_zero() => no_value(),
            moved => self.signed(moved.as_ref(), MOVED),
        };
        let words = StepWords {
            both,
            rubric,
            locale: self.locale,
        };
        let answers = answers.into_iter().map(|step| Row {
            cells: vec![
                question_in_words(rubric, step.question, self.locale),
                contribution(&step.practice),
                contribution(&step.index),
            ],
            aside: words.answer(step),
        });
        let definitions = &self.states.b.workspace.kpis;
        let kpis = kpis.into_iter().map(|step| Row {
            cells: vec![
                self.text(&definitions[step.kpi].title).to_owned(),
                String::new(),
                contribution(&step.index),
            ],
            aside: words.reading(step),
        });
        let rows: Vec<Row> = answers.chain(kpis).collect();
        (!rows.is_empty()).then(|| Table {
            is_detail: true,
            name: self.say("compare-moved"),
            columns: vec![
                self.say("compare-moved"),
                self.say("practice-score"),
                self.say("index"),
            ],
            rows,
        })
    }

    /// The dimensions that moved.
    fn dimensions(&self, rubric: &Rubric, both: &AssessmentComparison<'_>) -> Option<Table> {
        let has_levels = rubric.gives_level(Scope::Dimensions);
        let dimensions = rubric.dimensions.iter().enumerate();
        let rows = dimensions.filter_map(|(index, dimension)| {
            let ends = both.ends.map(|score| &score.dimensions[index]);
            let levels = ends.map(|scope| scope.level);
            let practice = ends.map(|scope| scope.practice.value());
            if levels.are_same() && practice.are_same() {
                return None;
            }
            let mut cells = vec![self.text(&dimension.title).to_owned()];
            if has_levels {
                cells.push(from_to(&levels.map(level)));
            }
            cells.push(from_to(&practice.map(|score| self.score(score))));
            cells.push(self.signed(practice.change().as_ref(), SCORE));
            Some(Row {
                cells,
                ..Row::default()
            })
        });
        let rows: Vec<Row> = rows.collect();
        let mut columns = vec![self.say("dimension")];
        if has_levels {
            columns.push(self.say("level"));
        }
        columns.push(self.say("practice-score"));
        columns.push(self.say("compare-change"));
        (!rows.is_empty()).then_some(Table {
            is_detail: true,
            name: self.say("compare-dimensions"),
            columns,
            rows,
        })
    }

    /// What changed beside answers and readings.
    fn beside(&self, rubric: &Rubric, both: &AssessmentComparison<'_>) -> Vec<String> {
        let own = &both.beside;
        let mut lines = Vec::new();
        let scopes = both.scopes();
        if !scopes.are_same() {
            let said = scopes.map(|said| match said.as_slice() {
                [] => no_value(),
                said => said.join(" / "),
            });
            lines.push(self.say_of("compare-scope", "scopes", from_to(&said)));
        }
        for (key, names) in [
            ("compare-new-respondents", &own.new_respondents),
            ("compare-gone-respondents", &own.gone_respondents),
        ] {
            if !names.is_empty() {
                lines.push(self.say_of(key, "names", names.join(", ")));
            }
        }
        let workspace = self.states.b.workspace;
        let new = own.new_contradictions.iter();
        let new = new.filter(|own| !own.against.is_of_evidence());
        let new =
            new.map(|own| contradiction_by_whom(workspace, rubric, both.ends.b, own, self.locale));
        lines.extend(self.listed("compare-new-contradictions", new.collect()));
        let contradictions = [
            (
                "compare-solved-contradictions",
                &own.solved_contradictions,
                false,
            ),
            ("compare-new-unshown", &own.new_contradictions, true),
            ("compare-now-shown", &own.solved_contradictions, true),
        ];
        for (heading, found, is_of_evidence) in contradictions {
            let found = found.iter();
            let found = found.filter(|own| own.against.is_of_evidence() == is_of_evidence);
            // What is asked says it all where the heading speaks of its evidence.
            let said = found.map(|own| match is_of_evidence {
                true => self.say_of(
                    "compare-question",
                    "question",
                    question_in_words(rubric, own.question, self.locale),
                ),
                false => contradiction_in_words(workspace, rubric, own, self.locale),
            });
            lines.extend(self.listed(heading, said.collect()));
        }
        let evidence = [
            ("compare-new-evidence", &own.new_evidence),
            ("compare-lost-evidence", &own.lost_evidence),
        ];
        for (heading, found) in evidence {
            let titles = found.iter().map(|own| own.evidence.title.clone());
            lines.extend(self.listed(heading, titles.collect()));
        }
        lines
    }

    /// How many things there are, and which; the first of many.
    fn listed(&self, heading: &str, mut names: Vec<String>) -> Option<String> {
        let heading = self.say_count(heading, names.len());
        if names.is_empty() {
            return None;
        }
        if names.len() > MOST_LISTED {
            names.truncate(MOST_LISTED);
            names.push("…".to_owned());
        }
        Some(format!("{heading}: {}", names.join("; ")))
    }
}
