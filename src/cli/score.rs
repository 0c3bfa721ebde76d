//! `regua score`: level, scores and index of each assessment.

use super::Folder;
use super::context::{Context, Failure, Loaded};
use super::contradictions::Contradictions;
use super::respondents;
use super::service_levels;
use super::table::{self, Align, Cell};
use super::target;
use crate::locale::{Locale, NO_VALUE, Word};
use crate::model::{Exact, Rubric, Scope, Workspace};
use crate::report::score::ScoreDocument;
use crate::score::{AssessmentScore, Scores, State, ends};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) folder: Folder,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    #[arg(long, value_name = "TARGET")]
    target: Option<String>,
}

/// How the result is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
}

pub(super) fn run(args: Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let mut loaded = context.load(&args.folder)?;
    if let Some(written) = &args.target {
        target::set(written, &mut loaded, context)?;
    }
    let scores = &loaded.scores;
    match args.format {
        Format::Json => {
            let document = ScoreDocument::new(&loaded.workspace, scores);
            let json = serde_json::to_string_pretty(&document).map_err(anyhow::Error::new)?;
            writeln!(context.out, "{json}")?;
        }
        Format::Text => {
            let text = text(&loaded, scores, &context.locale, context.width);
            write!(context.out, "{text}")?;
        }
    }
    Ok(())
}

fn text(loaded: &Loaded, scores: &Scores, locale: &Locale, width: usize) -> String {
    let workspace = &loaded.workspace;
    let mut text = String::new();
    let words = [
        (
            "organisation",
            Word::from(workspace.settings.organisation.as_str()),
        ),
        ("date", Word::from(locale.date(scores.as_of))),
    ];
    let heading = locale.say("score-heading", &words);
    text.push_str(&table::paragraph(&heading, table::bold(), 0, width));
    if scores.assessments.is_empty() {
        text.push_str(&format!("\n{}\n", locale.say("score-none", &[])));
    }
    for (score, before) in scores.latest() {
        let page = Page {
            workspace,
            scores,
            rubric: &workspace.rubrics[score.rubric],
            score,
            before: before.filter(|own| own.is_begun()),
            locale,
            width,
        };
        text.push_str(&page.text());
    }
    text.push_str(&service_levels::section(workspace, scores, locale, width));
    text
}

/// One assessment on the terminal.
pub(super) struct Page<'p> {
    pub(super) workspace: &'p Workspace,
    pub(super) scores: &'p Scores,
    pub(super) rubric: &'p Rubric,
    pub(super) score: &'p AssessmentScore,
    pub(super) before: Option<&'p AssessmentScore>,
    pub(super) locale: &'p Locale,
    pub(super) width: usize,
}

/// Columns of the bar beside a score.
const BAR: usize = 20;

impl Page<'_> {
    pub(super) fn say(&self, key: &str) -> String {
        self.locale.say(key, &[])
    }

    fn text(&self) -> String {
        let title = self.rubric.title.in_language(self.locale.language());
        let date = self.locale.date(self.score.sheet.date);
        let assessed = self
            .locale
            .say("score-assessed", &[("date", Word::from(date))]);
        let mut text = String::from("\n");
        text.push_str(&table::paragraph(title, table::bold(), 0, self.width));
        text.push_str(&table::paragraph(&assessed, table::dim(), 0, self.width));
        text.push_str(&self.headline());
        text.push_str(&self.dimensions());
        text.push_str(&self.next());
        text.push_str(&self.plan());
        text.push_str(&self.kpis());
        let contradictions = Contradictions {
            workspace: self.workspace,
            rubric: self.rubric,
            locale: self.locale,
            width: self.width,
        };
        text.push_str(&contradictions.section(self.score));
        let (workspace, locale) = (self.workspace, self.locale);
        text.push_str(&respondents::section(
            workspace, self.score, locale, self.width,
        ));
        text
    }

    pub(super) fn number(&self, number: Option<&Exact>) -> String {
        number.map_or_else(
            || NO_VALUE.to_owned(),
            |number| self.locale.number(number, 2),
        )
    }

    pub(super) fn percent(&self, share: Option<&Exact>) -> String {
        share.map_or_else(
            || NO_VALUE.to_owned(),
            |share| self.locale.percent(share, 0),
        )
    }

    pub(super) fn level(&self, number: Option<u32>) -> String {
        match number.and_then(|number| self.rubric.level(number)) {
            Some(level) => format!(
                "{} {}",
                level.number,
                level.title.in_language(self.locale.language())
            ),
            None => number.map_or_else(|| NO_VALUE.to_owned(), |number| number.to_string()),
        }
    }

    /// A level or score, where anything is answered: without an answer it is no finding.
    pub(super) fn found<T>(&self, figure: Option<T>) -> Option<T> {
        figure.filter(|_| self.score.is_begun())
    }

    /// What must be said before the figures where nothing is answered.
    fn nothing_found(&self) -> String {
        if self.score.is_begun() {
            return String::new();
        }
        let line = self.say("story-headline-nothing");
        table::paragraph(&line, table::bold(), 2, self.width)
    }

    fn headline(&self) -> String {
        let whole = &self.score.whole;
        let practice = self.found(whole.practice.value());
        let held = self.found(whole.level);
        let before = |of: &dyn Fn(&AssessmentScore) -> Option<Exact>| self.before.and_then(of);
        let mut rows = Vec::new();
        if self.rubric.gives_level(Scope::Rubric) {
            let earlier = self
                .before
                .and_then(|before| before.whole.level)
                .map(|level| {
                    self.locale
                        .say("score-before", &[("value", Word::from(level.to_string()))])
                });
            rows.push(vec![
                Cell::new(self.say("level")),
                Cell::styled(
                    held.map_or_else(|| NO_VALUE.to_owned(), |level| level.to_string()),
                    table::bold(),
                ),
                Cell::styled(earlier.unwrap_or_default(), table::dim()),
                Cell::new(self.level_title(held)),
            ]);
        }
        // Where the score makes the level, those of KPIs lie on another scale than the bar.
        let has_bar = |key: &str| key != "outcome-score" || self.rubric.bands().is_none();
        let mut scored = |key: &str, now: Option<&Exact>, earlier: Option<Exact>| {
            let change = match (now, earlier) {
                (Some(now), Some(earlier)) => self.locale.signed(&(now - &earlier), 2),
                _ => String::new(),
            };
            rows.push(vec![
                Cell::new(self.say(key)),
                Cell::styled(self.number(now), table::bold()),
                Cell::styled(change, table::dim()),
                Cell::new(
                    now.filter(|_| has_bar(key))
                        .map_or_else(String::new, |now| self.bar(now)),
                ),
            ]);
        };
        // Without KPIs the index is the practice score by another name.
        let has_outcome = !self.rubric.kpis.is_empty();
        if has_outcome {
            scored(
                "index",
                self.found(self.score.index.value()),
                before(&|score| score.index.value().cloned()),
            );
        }
        scored(
            "practice-score",
            practice,
            before(&|score| score.whole.practice.value().cloned()),
        );
        if has_outcome {
            scored(
                "outcome-score",
                self.score.outcome.value(),
                before(&|score| score.outcome.value().cloned()),
            );
        }
        rows.push(vec![
            Cell::new(self.say("coverage")),
            Cell::styled(self.percent(whole.coverage.value()), table::bold()),
            Cell::default(),
            Cell::default(),
        ]);
        let aligns = [Align::Left, Align::Right, Align::Left, Align::Left];
        let table = table::set(&rows, &aligns, 2, self.width);
        format!("{}{table}{}", self.nothing_found(), self.interval())
    }

    pub(super) fn level_title(&self, number: Option<u32>) -> String {
        number
            .and_then(|number| self.rubric.level(number))
            .map_or_else(String::new, |level| {
                level.title.in_language(self.locale.language()).to_owned()
            })
    }

    /// The score's place between the lowest and the highest there is.
    fn bar(&self, score: &Exact) -> String {
        let (base, top) = (ends::base(self.rubric), ends::top(self.rubric));
        let share = (score - &base)
            .checked_div(&(&top - &base))
            .unwrap_or(Exact::ZERO);
        table::bar(&share, None, BAR)
    }

    fn interval(&self) -> String {
        match self.found(self.score.interval()) {
            Some((low, high)) if low != high => {
                let words = [
                    ("low", Word::from(self.locale.number(low, 2))),
                    ("high", Word::from(self.locale.number(high, 2))),
                ];
                let line = self.locale.say("score-interval", &words);
                table::paragraph(&line, table::dim(), 2, self.width)
            }
            _ => String::new(),
        }
    }

    fn dimensions(&self) -> String {
        let head = |key: &str| Cell::styled(self.say(key), table::dim());
        let mut rows = vec![vec![
            head("dimension"),
            head("level"),
            head("practice-score-short"),
            head("maximum-short"),
            head("coverage"),
        ]];
        for (dimension, scope) in self.rubric.dimensions.iter().zip(&self.score.dimensions) {
            let indent = "  ".repeat(dimension.depth);
            let title = dimension.title.in_language(self.locale.language());
            rows.push(vec![
                Cell::new(format!("{indent}{title}")),
                Cell::new(self.level(self.found(scope.level))),
                Cell::new(self.number(self.found(scope.practice.value()))),
                Cell::styled(
                    scope
                        .maximum
                        .value()
                        .map_or_else(String::new, |maximum| self.locale.number_short(maximum, 2)),
                    table::dim(),
                ),
                Cell::new(self.percent(scope.coverage.value())),
            ]);
        }
        if rows.len() == 1 {
            return String::new();
        }
        let mut aligns = vec![
            Align::Left,
            Align::Left,
            Align::Right,
            Align::Right,
            Align::Right,
        ];
        let whole = self.score.whole.maximum.value();
        let dimensions = || self.score.dimensions.iter();
        if dimensions().all(|scope| scope.maximum.value() == whole) {
            table::drop_column(&mut rows, &mut aligns, 3);
        }
        if !self.rubric.gives_level(Scope::Dimensions) {
            table::drop_column(&mut rows, &mut aligns, 1);
        }
        format!("\n{}", table::set(&rows, &aligns, 2, self.width))
    }

    fn next(&self) -> String {
        let Some(next) = &self.score.whole.next else {
            return String::new();
        };
        let mut words = vec![
            ("level", Word::from(next.number.to_string())),
            ("title", Word::from(self.level_title(Some(next.number)))),
            ("progress", Word::from(self.percent(next.progress.value()))),
        ];
        if let Some(banding) = &self.score.whole.banding {
            let from = banding.beginning(next.number).value.as_ref();
            let from = from.map_or_else(String::new, |from| self.locale.number_short(from, 2));
            words.push(("from", Word::from(from)));
            let line = self.locale.say("score-next-band", &words);
            let line = table::paragraph(&line, anstyle::Style::new(), 0, self.width);
            return format!("\n{line}");
        }
        let mut rows = Vec::new();
        for blocking in &next.blocking {
            let criterion = &self.rubric.criteria[blocking.0];
            let score = &self.score.criteria[blocking.0];
            let verdict = match score.known_rating() {
                Some(rating) => self.say(&format!("report-rating-{}", rating.as_str())),
                None => self.say(&format!("report-state-{}", score.state.as_str())),
            };
            let verdict = match score.state {
                State::Partial => format!("{verdict} ({})", self.say("score-answers-missing")),
                _ => verdict,
            };
            rows.push(vec![
                Cell::new(format!(
                    "• {}",
                    criterion.title.in_language(self.locale.language())
                )),
                Cell::new(self.percent(score.known_value())),
                Cell::new(verdict),
            ]);
        }
        let aligns = [Align::Left, Align::Right, Align::Left];
        let list = table::set(&rows, &aligns, 2, self.width);
        let line = self.locale.say("score-next", &words);
        let line = table::paragraph(&line, anstyle::Style::new(), 0, self.width);
        format!("\n{line}{list}")
    }

    fn kpis(&self) -> String {
        if self.rubric.kpis.is_empty() && self.score.kpis.is_empty() {
            return String::new();
        }
        if self.score.kpis.is_empty() {
            return format!("\n{}\n", self.say("score-no-kpis"));
        }
        let head = |key: &str| Cell::styled(self.say(key), table::dim());
        let mut rows = vec![vec![
            head("kpi"),
            head("value"),
            head("period"),
            head("level"),
        ]];
        for level in &self.score.kpis {
            let kpi = &self.workspace.kpis[level.kpi];
            let point = &self.scores.series[level.kpi].points[level.point];
            let mut period = self.locale.period(point.period);
            if level.is_stale {
                period = format!("{period} ({})", self.say("report-flag-stale"));
            }
            rows.push(vec![
                Cell::new(kpi.title.in_language(self.locale.language())),
                Cell::new(self.locale.quantity(&point.value, &kpi.unit)),
                Cell::new(period),
                Cell::new(
                    level
                        .level
                        .value()
                        .map_or_else(|| NO_VALUE.to_owned(), |level| self.locale.level(level, 2)),
                ),
            ]);
        }
        let aligns = [Align::Left, Align::Right, Align::Left, Align::Right];
        format!("\n{}", table::set(&rows, &aligns, 2, self.width))
    }
}
