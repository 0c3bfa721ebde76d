//! Two assessments of one rubric on the terminal: the figures, what moved them, what else is different.

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::cli::contradictions::{Contradictions, parted};
use crate::cli::table::{self, Align, Cell};
use crate::locale::{Locale, Word};
use crate::model::{Exact, QuestionIndex, Rubric, Scope, Workspace};
use crate::report::plan::question_in_words;
use crate::report::step_words::{StepWords, from_to, informs_only, no_value, points, rounds_apart};
use crate::score::compare::{
    AnswerStep, AssessmentComparison, EvidenceChange, KpiStep, RubricComparison, pinned,
};
use crate::score::{AssessmentScore, Ends, ScopeScore, State};

/// The assessments by one rubric on the terminal.
pub(super) struct Page<'p> {
    pub(super) workspace: &'p Workspace,
    pub(super) rubric: &'p Rubric,
    pub(super) own: &'p RubricComparison<'p>,
    /// The dates that the ends go by.
    pub(super) dates: Ends<NaiveDate>,
    pub(super) locale: &'p Locale,
    pub(super) width: usize,
}

/// Decimals of a score, and of what a single answer moved it by.
const SCORE: usize = 2;
const MOVED: usize = 3;
/// From how many questions on those that the second assessment leaves open are told in one line.
const MANY: usize = 5;
/// Columns of the two contributions: `Practice` and `Índice` stand above them.
const FIGURES: [usize; 2] = [9, 9];

impl Page<'_> {
    pub(super) fn text(&self) -> String {
        let mut text = String::from("\n");
        let title = self.rubric.title.in_language(self.locale.language());
        text.push_str(&table::paragraph(title, table::bold(), 0, self.width));
        for line in self.circumstances() {
            text.push_str(&self.dim(&line, 0));
        }
        text.push_str(&self.headline());
        let Some(both) = &self.own.both else {
            return text + "\n" + &self.plain(&self.say("compare-one-sided"), 0);
        };
        if both.is_empty() {
            return text + "\n" + &self.plain(&self.say("compare-nothing-changed"), 0);
        }
        text.push_str(&self.moved(both));
        text.push_str(&self.dimensions());
        text.push_str(&self.beside(both));
        text
    }

    fn say(&self, key: &str) -> String {
        self.locale.say(key, &[])
    }

    fn say_count(&self, key: &str, count: usize) -> String {
        self.locale.say(key, &[("count", Word::from(count))])
    }

    fn plain(&self, text: &str, indent: usize) -> String {
        table::paragraph(text, anstyle::Style::new(), indent, self.width)
    }

    fn dim(&self, text: &str, indent: usize) -> String {
        table::paragraph(text, table::dim(), indent, self.width)
    }

    /// A heading with the lines below it; nothing when there are none.
    fn section(&self, heading: &str, lines: &str) -> String {
        if lines.is_empty() {
            return String::new();
        }
        let heading = table::paragraph(heading, table::bold(), 0, self.width);
        format!("\n{heading}{lines}")
    }

    /// By which rubric both are scored, and where an end is not what its date alone says.
    fn circumstances(&self) -> Vec<String> {
        let words = [
            ("rubric", Word::from(self.rubric.id.to_string())),
            ("version", Word::from(self.rubric.version.as_str())),
        ];
        let mut lines = vec![self.locale.say("compare-rubric", &words)];
        for (date, score) in [
            (self.dates.a, self.own.ends.a),
            (self.dates.b, self.own.ends.b),
        ] {
            lines.extend(self.circumstances_of(date, score));
        }
        let both = self.own.both.as_ref();
        if both.is_some_and(|both| !both.pinned().are_same()) {
            lines.push(self.locale.say("compare-rubric-changed", &words));
        }
        lines
    }

    fn circumstances_of(&self, date: NaiveDate, score: Option<&AssessmentScore>) -> Vec<String> {
        let end = || ("end", Word::from(self.locale.date(date)));
        let Some(score) = score else {
            return vec![self.locale.say("compare-not-assessed", &[end()])];
        };
        let dated = |key: &str, day: NaiveDate| {
            let words = [end(), ("date", Word::from(self.locale.date(day)))];
            self.locale.say(key, &words)
        };
        let mut lines = Vec::new();
        if score.sheet.date != date {
            lines.push(dated("compare-assessed", score.sheet.date));
        }
        if score.day != date {
            lines.push(dated("compare-readings", score.day));
        }
        let versions = pinned(self.workspace, &score.sheet);
        if !versions.is_empty() {
            let words = [end(), ("pinned", Word::from(versions.join(", ")))];
            lines.push(self.locale.say("compare-pinned", &words));
        }
        lines
    }

    fn headline(&self) -> String {
        let dates = self.dates.map(|date| self.locale.date(date));
        let dim = |text: String| Cell::styled(text, table::dim());
        let mut rows = vec![vec![
            Cell::default(),
            dim(dates.a),
            dim(dates.b),
            dim(self.say("compare-change")),
        ]];
        let ends = self.own.ends;
        if self.rubric.gives_level(Scope::Rubric) {
            let level = ends.map(|score| score?.whole.level);
            rows.push(figures(
                self.say("level"),
                level.map(|level| level.map_or_else(no_value, |level| level.to_string())),
                level.change().map(|change| self.locale.signed(&change, 0)),
            ));
        }
        let scored = |key: &str, of: fn(&AssessmentScore) -> Option<&Exact>| {
            let score = ends.map(|score| of(score?));
            figures(
                self.say(key),
                score.map(|score| self.number(score, SCORE)),
                score
                    .change()
                    .map(|change| self.locale.change(&change, SCORE)),
            )
        };
        rows.push(scored("index", |score| score.index.value()));
        rows.push(scored("practice-score", |score| {
            score.whole.practice.value()
        }));
        rows.push(scored("outcome-score", |score| score.outcome.value()));
        let coverage = ends.map(|score| score?.whole.coverage.value());
        rows.push(figures(
            self.say("coverage"),
            coverage
                .map(|share| share.map_or_else(no_value, |share| self.locale.percent(share, 0))),
            coverage.change().map(|change| points(self.locale, &change)),
        ));
        let aligns = [Align::Left, Align::Right, Align::Right, Align::Right];
        let table = table::set(&rows, &aligns, 2, self.width);
        let exact = match (self.own.ends.a, self.own.ends.b) {
            (Some(before), Some(now)) if rounds_apart(now, before) => {
                self.dim(&self.say("report-change-exact"), 2)
            }
            _ => String::new(),
        };
        format!("\n{table}{}{exact}", self.level_titles())
    }

    /// What the levels are called, where they differ.
    fn level_titles(&self) -> String {
        let level = self.own.ends.map(|score| score?.whole.level);
        let title = |level: Option<u32>| {
            let level = self.rubric.level(level?)?;
            let title = level.title.in_language(self.locale.language());
            Some(format!("{} {title}", level.number))
        };
        match (title(level.a), title(level.b)) {
            (Some(a), Some(b)) if a != b => {
                let levels = from_to(&Ends { a, b });
                let line = format!("{}: {levels}", self.say("level"));
                self.dim(&line, 2)
            }
            _ => String::new(),
        }
    }

    fn number(&self, number: Option<&Exact>, places: usize) -> String {
        number.map_or_else(no_value, |number| self.locale.number(number, places))
    }

    fn contribution(&self, moved: Option<&Exact>) -> String {
        moved.map_or_else(no_value, |moved| self.locale.change(moved, MOVED))
    }

    /// The answers and readings that moved a figure, the strongest first, and what they come to.
    fn moved(&self, both: &AssessmentComparison<'_>) -> String {
        let (moving, still): (Vec<&AnswerStep>, Vec<&AnswerStep>) = both
            .answers
            .iter()
            .partition(|step| step.has_moved_something());
        let mut text = String::new();
        if !moving.is_empty() || !both.kpis.is_empty() {
            text.push_str(&self.moved_heading(both));
            let answers = self.answers(both, moving);
            let kpis = self.kpis(both);
            let gap = if answers.is_empty() || kpis.is_empty() {
                ""
            } else {
                "\n"
            };
            text.push_str(&format!("{answers}{gap}{kpis}"));
            text.push_str(&self.sum(both));
        }
        let mut lines = String::new();
        let count = still.len();
        let (left_open, still) = self.summed_up(both, still);
        if !left_open.is_empty() {
            let line = self.count_left_open(left_open.len(), both.ends.b.sheet.date);
            lines.push_str(&self.plain(&line, 2));
        }
        for step in &still {
            lines.push_str(&self.plain(&self.question(step.question), 2));
            lines.push_str(&self.dim(&self.words(both).answer(step), 4));
        }
        let heading = self.say_count("compare-still", count);
        text + &self.section(&heading, &lines)
    }

    fn row(&self, first: Cell, contributions: [Cell; 2]) -> String {
        let [practice, index] = contributions;
        let aligns = [Align::Left, Align::Right, Align::Right];
        table::set_fixed(
            &[vec![first, practice, index]],
            &aligns,
            &FIGURES,
            2,
            self.width,
        )
    }

    fn moved_heading(&self, both: &AssessmentComparison<'_>) -> String {
        let heading = self.say("compare-moved");
        let heading = table::paragraph(&heading, table::bold(), 0, self.width);
        let note = if both.practice().change().is_some() {
            self.say("compare-moved-note")
        } else {
            self.say("compare-no-score")
        };
        let dim = |key: &str| Cell::styled(self.say(key), table::dim());
        let columns = [dim("practice-score"), dim("index")];
        let columns = self.row(Cell::default(), columns);
        format!("\n{heading}{}\n{columns}", self.dim(&note, 0))
    }

    fn answers(&self, both: &AssessmentComparison<'_>, mut steps: Vec<&AnswerStep>) -> String {
        let size = |moved: &Option<Exact>| moved.as_ref().map(Exact::abs);
        steps.sort_by_cached_key(|step| Reverse((size(&step.index), size(&step.practice))));
        let mut text = String::new();
        let (left_open, steps) = self.summed_up(both, steps);
        if !left_open.is_empty() {
            text.push_str(&self.left_open(&left_open, both.ends.b.sheet.date));
        }
        for step in &steps {
            let contributions = [&step.practice, &step.index]
                .map(|moved| Cell::new(self.contribution(moved.as_ref())));
            text.push_str(&self.row(Cell::new(self.question(step.question)), contributions));
            text.push_str(&self.dim(&self.words(both).answer(step), 4));
        }
        text
    }

    fn words<'w>(&'w self, both: &'w AssessmentComparison<'w>) -> StepWords<'w> {
        StepWords {
            both,
            rubric: self.rubric,
            locale: self.locale,
        }
    }

    fn count_left_open(&self, count: usize, day: NaiveDate) -> String {
        let words = [
            ("count", Word::from(count)),
            ("date", Word::from(self.locale.date(day))),
        ];
        self.locale.say("compare-left-open", &words)
    }

    /// Questions that the second assessment leaves open, where they are many and most of these, and the others.
    fn summed_up<'s>(
        &self,
        both: &AssessmentComparison<'_>,
        steps: Vec<&'s AnswerStep>,
    ) -> (Vec<&'s AnswerStep>, Vec<&'s AnswerStep>) {
        let is_left_open = |step: &&AnswerStep| self.is_left_open(both, step.question);
        let count = steps.iter().filter(|step| is_left_open(step)).count();
        match count >= MANY && 2 * count > steps.len() {
            true => steps.into_iter().partition(is_left_open),
            false => (Vec::new(), steps),
        }
    }

    /// Whether a question has an answer at the first end and none at the second.
    fn is_left_open(&self, both: &AssessmentComparison<'_>, question: QuestionIndex) -> bool {
        let states = both.ends.map(|score| score.questions[question.0].state);
        states.a != State::Unanswered && states.b == State::Unanswered
    }

    /// What the second assessment leaves open, in one line: told one by one, it hides what has changed.
    fn left_open(&self, steps: &[&AnswerStep], day: NaiveDate) -> String {
        let sum = |of: fn(&AnswerStep) -> Option<&Exact>| {
            let mut moved = steps.iter().filter_map(|step| of(step));
            let first = moved.next().cloned();
            first.map(|first| moved.fold(first, |sum, own| sum + own))
        };
        let contributions = [
            sum(|step| step.practice.as_ref()),
            sum(|step| step.index.as_ref()),
        ]
        .map(|moved| Cell::new(self.contribution(moved.as_ref())));
        let label = self.count_left_open(steps.len(), day);
        self.row(Cell::new(label), contributions) + &self.dim(&self.say("compare-left-open-why"), 4)
    }

    /// The question, or its key where nothing asks it in words.
    fn question(&self, question: QuestionIndex) -> String {
        question_in_words(self.rubric, question, self.locale)
    }

    fn kpis(&self, both: &AssessmentComparison<'_>) -> String {
        let mut steps: Vec<&KpiStep> = both.kpis.iter().collect();
        steps.sort_by_cached_key(|step| Reverse(step.index.as_ref().map(Exact::abs)));
        let mut text = String::new();
        for step in steps {
            let definition = &self.workspace.kpis[step.kpi];
            let title = definition.title.in_language(self.locale.language());
            let moved = match informs_only(step) {
                true => String::new(),
                false => self.contribution(step.index.as_ref()),
            };
            text.push_str(&self.row(Cell::new(title), [Cell::default(), Cell::new(moved)]));
            text.push_str(&self.dim(&self.words(both).reading(step), 4));
        }
        text
    }

    /// What answers and readings come to, which is the change of the figures.
    fn sum(&self, both: &AssessmentComparison<'_>) -> String {
        if both.practice().change().is_none() {
            return String::new();
        }
        let line = |label: String, practice: Option<Exact>, index: Option<Exact>, style| {
            let cells = [practice, index].map(|moved| match moved {
                Some(moved) => Cell::styled(self.contribution(Some(&moved)), style),
                None => Cell::default(),
            });
            self.row(Cell::styled(label, style), cells)
        };
        let mut text = String::from("\n");
        let by_answers = (both.practice_by_answers(), both.index_by_answers());
        if !both.answers.is_empty() && !both.kpis.is_empty() {
            let plain = anstyle::Style::new();
            let label = self.say_count("compare-answers-together", both.answers.len());
            text.push_str(&line(
                label,
                by_answers.0.clone(),
                by_answers.1.clone(),
                plain,
            ));
            let label = self.say_count("compare-kpis-together", both.kpis.len());
            text.push_str(&line(label, None, both.index_by_kpis(), plain));
        }
        let index = by_answers.1.zip(both.index_by_kpis());
        let index = index.map(|(answers, kpis)| answers + kpis);
        text + &line(
            self.say("compare-together"),
            by_answers.0,
            index,
            table::bold(),
        )
    }

    fn dimensions(&self) -> String {
        let dim = |key: &str| Cell::styled(self.say(key), table::dim());
        let mut rows = vec![vec![
            dim("dimension"),
            dim("level"),
            dim("practice-score"),
            dim("compare-change"),
        ]];
        for (index, dimension) in self.rubric.dimensions.iter().enumerate() {
            let ends = self.own.ends.map(|score| Some(&score?.dimensions[index]));
            let level = |scope: Option<&ScopeScore>| {
                let level = scope.and_then(|scope| scope.level);
                level.map_or_else(no_value, |level| level.to_string())
            };
            let practice = ends.map(|scope| scope?.practice.value());
            let shown = practice.map(|practice| self.number(practice, SCORE));
            let change = practice.change();
            let title = dimension.title.in_language(self.locale.language());
            rows.push(vec![
                Cell::new(format!("{}{title}", "  ".repeat(dimension.depth))),
                Cell::new(from_to(&ends.map(level))),
                Cell::new(from_to(&shown)),
                Cell::new(
                    change.map_or_else(no_value, |change| self.locale.change(&change, SCORE)),
                ),
            ]);
        }
        if rows.len() == 1 {
            return String::new();
        }
        let mut aligns = vec![Align::Left, Align::Left, Align::Right, Align::Right];
        if !self.rubric.gives_level(Scope::Dimensions) {
            table::drop_column(&mut rows, &mut aligns, 1);
        }
        let table = table::set(&rows, &aligns, 2, self.width);
        self.section(&self.say("compare-dimensions"), &table)
    }

    /// What changed beside answers and readings.
    fn beside(&self, both: &AssessmentComparison<'_>) -> String {
        let own = &both.beside;
        let mut lines = String::new();
        let scopes = both.scopes();
        if !scopes.are_same() {
            let said = scopes.map(|said| match said.as_slice() {
                [] => no_value(),
                said => said.join(" / "),
            });
            let words = [("scopes", Word::from(from_to(&said)))];
            lines.push_str(&self.plain(&self.locale.say("compare-scope", &words), 2));
        }
        let keys = |questions: &[QuestionIndex]| -> Vec<String> {
            let questions = questions.iter();
            questions
                .map(|index| self.rubric.questions[index.0].key.clone())
                .collect()
        };
        let dates = self.dates.map(|date| self.locale.date(date));
        let lists = [
            ("compare-new-respondents", own.new_respondents.clone()),
            ("compare-gone-respondents", own.gone_respondents.clone()),
            ("compare-answered-only-a", keys(&own.answered_only_at_a)),
            ("compare-answered-only-b", keys(&own.answered_only_at_b)),
            ("compare-now-applicable", keys(&own.now_applicable)),
            (
                "compare-no-longer-applicable",
                keys(&own.no_longer_applicable),
            ),
        ];
        for (key, named) in lists {
            if !named.is_empty() {
                let words = [
                    ("names", Word::from(named.join(", "))),
                    ("a", Word::from(dates.a.as_str())),
                    ("b", Word::from(dates.b.as_str())),
                ];
                lines.push_str(&self.plain(&self.locale.say(key, &words), 2));
            }
        }
        let mut text = self.section(&self.say("compare-beside"), &lines);
        let contradictions = Contradictions {
            workspace: self.workspace,
            rubric: self.rubric,
            locale: self.locale,
            width: self.width,
        };
        let [new, new_unshown] = parted(&own.new_contradictions);
        let [solved, now_shown] = parted(&own.solved_contradictions);
        let new = new
            .iter()
            .map(|own| contradictions.by_whom(both.ends.b, own));
        let solved = solved.iter().map(|own| contradictions.line(own));
        let new_unshown = new_unshown.iter().map(|own| contradictions.line(own));
        let changes: [(&str, Vec<String>); 3] = [
            ("compare-new-contradictions", new.collect()),
            ("compare-solved-contradictions", solved.collect()),
            ("compare-new-unshown", new_unshown.collect()),
        ];
        for (key, lines) in changes {
            let heading = self.say_count(key, lines.len());
            text.push_str(&self.section(&heading, &lines.concat()));
        }
        let settled = now_shown.iter().map(|own| self.question(own.question));
        let settled = settled.map(|question| self.plain(&question, 2));
        let heading = self.say_count("compare-now-shown", now_shown.len());
        text.push_str(&self.section(&heading, &settled.collect::<String>()));
        let evidence = [
            ("compare-new-evidence", &own.new_evidence),
            ("compare-lost-evidence", &own.lost_evidence),
        ];
        for (key, found) in evidence {
            let lines = found.iter().map(|own| self.evidence(own));
            let heading = self.say_count(key, found.len());
            text.push_str(&self.section(&heading, &lines.collect::<String>()));
        }
        text
    }

    fn evidence(&self, own: &EvidenceChange) -> String {
        let key = &self.rubric.questions[own.question.0].key;
        self.plain(&own.evidence.title, 2) + &self.dim(key, 4)
    }
}

/// A row of the table of figures: its name, both ends, and the change where there is one.
pub(super) fn figures(name: String, ends: Ends<String>, change: Option<String>) -> Vec<Cell> {
    vec![
        Cell::new(name),
        Cell::new(ends.a),
        Cell::styled(ends.b, table::bold()),
        Cell::new(change.unwrap_or_else(no_value)),
    ]
}
