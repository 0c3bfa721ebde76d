//! One assessment scored: level, practice score, outcome score, index, coverage, interval.

use chrono::NaiveDate;

use super::answers::{self, QuestionScore, Sheet, State};
use super::banded::{self, Banding};
use super::contradiction::{self, Contradiction};
use super::criterion::{self, CriterionScore};
use super::ends;
use super::level::{Cell, Gate, Levels, NextLevel};
use super::measure::{KpiLevel, Series, kpi_level};
use super::practice::{Practice, Score};
use super::respondents::{self, Respondents};
use super::scopes::Scopes;
use super::trace::{Fill, Formula, Name, ScopeRef, Term, Traced, Weighted};
use crate::model::{CriterionIndex, DimensionIndex, Exact, Rubric, Scope, Workspace};

/// Everything computed from one assessment.
#[derive(Debug, Clone)]
pub struct AssessmentScore {
    /// The files that it is made of.
    pub sheet: Sheet,
    /// Position of its rubric among the workspace's.
    pub rubric: usize,
    /// The day whose KPI readings count.
    pub day: NaiveDate,
    /// What stands for each question, in the rubric's order.
    pub questions: Vec<QuestionScore>,
    /// The whole rubric.
    pub whole: ScopeScore,
    /// Each dimension, in the rubric's order.
    pub dimensions: Vec<ScopeScore>,
    /// Each criterion, in the rubric's order.
    pub criteria: Vec<CriterionScore>,
    /// The rubric's KPIs that have a reading.
    pub kpis: Vec<KpiLevel>,
    /// The weighted mean of the KPIs' levels; none when no KPI with bands has a reading.
    pub outcome: Traced,
    /// (1 − w) · practice + w · outcome; the practice score when there is no outcome.
    pub index: Traced,
    /// The practice score with every question without an answer at its worst, and at its best.
    pub interval: (Traced, Traced),
    /// What cannot hold together, told of whoever says it: of several respondents each one's own answers too.
    pub contradictions: Vec<Contradiction>,
    /// The same of the answers that count alone, whoever gave them: those of the machine-readable result.
    pub combined_contradictions: Vec<Contradiction>,
    /// Where its respondents stand apart; `None` when it is a single file.
    pub respondents: Option<Respondents>,
}

impl AssessmentScore {
    /// Position among the workspace's assessments of the file that speaks for it.
    #[must_use]
    pub fn assessment(&self) -> usize {
        self.sheet.first()
    }

    /// The whole rubric, or one of its dimensions.
    #[must_use]
    pub fn scope(&self, scope: ScopeRef) -> &ScopeScore {
        match scope {
            Some(dimension) => &self.dimensions[dimension.0],
            None => &self.whole,
        }
    }

    /// Whether any question has an answer. Without one, what the formulas give is the bottom of the scale: no finding, and
    /// not to be read as one.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        let mut states = self.questions.iter().map(|own| own.state);
        states.any(|state| matches!(state, State::Answered | State::Partial))
    }

    /// Both ends of the interval; `None` when nothing counts.
    #[must_use]
    pub fn interval(&self) -> Option<(&Exact, &Exact)> {
        self.interval.0.value().zip(self.interval.1.value())
    }
}

/// What is computed for the whole rubric or one dimension.
#[derive(Debug, Clone)]
pub struct ScopeScore {
    /// The level held; `None` where the rule gives none.
    pub level: Option<u32>,
    /// Each level that asks something, and whether it passes; empty where the rule gives no level, and where
    /// bands of the score make it.
    pub gates: Vec<Gate>,
    /// The score held against the bands that make levels; none where levels are made of criteria. It is there
    /// without a level as well, since what is aimed at is a band.
    pub banding: Option<Banding>,
    /// The next level, with what it lacks; `None` at the top, or where the rule gives no level.
    pub next: Option<NextLevel>,
    /// Each level as this scope sees it; none where levels ask nothing of criteria.
    pub cells: Vec<Cell>,
    /// The practice score; none when nothing counts.
    pub practice: Traced,
    /// What the practice score would be with everything that applies achieved.
    pub maximum: Traced,
    /// Answered ÷ applicable weight, 0 to 1; none when nothing applies.
    pub coverage: Traced,
}

/// Scores one assessment, by the rules of its rubric, with the KPI readings up to `day`.
pub(crate) fn score(
    engine: &Engine<'_>,
    series: &[Series],
    sheet: Sheet,
    day: NaiveDate,
) -> AssessmentScore {
    let (workspace, rubric) = (engine.workspace, engine.rubric);
    let by_kpi = question_kpis(workspace, series, rubric, day);
    let questions = answers::standing(workspace, &sheet, &by_kpi);
    let kpis = rubric_kpis(workspace, series, rubric, day);
    let criteria = criterion::score_all(rubric, &questions);
    let contradictions = contradiction::all(workspace, &sheet, &questions, &criteria, day);
    let respondents = respondents::of(workspace, &sheet, &questions);
    let figures = engine.figures(&criteria, &kpis);
    AssessmentScore {
        rubric: sheet.rubric,
        sheet,
        day,
        questions,
        whole: figures.whole,
        dimensions: figures.dimensions,
        kpis,
        outcome: figures.outcome,
        index: figures.index,
        interval: figures.interval,
        contradictions: contradictions.told,
        combined_contradictions: contradictions.combined,
        respondents,
        criteria,
    }
}

/// Scores an assessment again, as if other things stood for its questions. Contradictions and respondents stay
/// those of what was answered.
pub(crate) fn supposed(
    workspace: &Workspace,
    score: &AssessmentScore,
    questions: Vec<QuestionScore>,
) -> AssessmentScore {
    let rubric = &workspace.rubrics[score.rubric];
    let criteria = criterion::score_all(rubric, &questions);
    let figures = Engine::new(workspace, rubric).figures(&criteria, &score.kpis);
    AssessmentScore {
        questions,
        criteria,
        whole: figures.whole,
        dimensions: figures.dimensions,
        outcome: figures.outcome,
        index: figures.index,
        interval: figures.interval,
        ..score.clone()
    }
}

/// The level of the whole with every question without an answer at its worst, and at its best: what is left open
/// cannot change the level where both are the same.
#[must_use]
pub fn level_interval(workspace: &Workspace, score: &AssessmentScore) -> [Option<u32>; 2] {
    if score.criteria.iter().all(|own| own.gaps.is_none()) {
        return [score.whole.level; 2];
    }
    let engine = Engine::new(workspace, &workspace.rubrics[score.rubric]);
    [Fill::Worst, Fill::Best].map(|fill| {
        let filled = score.criteria.iter().map(|own| own.as_filled(fill));
        let criteria: Vec<CriterionScore> = filled.collect();
        engine.level(&criteria, None)
    })
}

/// The bands of a rubric, held against the highest score that answers can make of each scope that has a level;
/// none where levels are made in another way.
#[must_use]
pub fn best_bandings(workspace: &Workspace, rubric: usize) -> Vec<Banding> {
    let nobody = Sheet {
        rubric,
        date: NaiveDate::default(),
        respondents: Vec::new(),
        consensus: None,
    };
    let rubric = &workspace.rubrics[rubric];
    let Some(bands) = rubric.bands() else {
        return Vec::new();
    };
    let engine = Engine::new(workspace, rubric);
    let questions = answers::standing(workspace, &nobody, &[]);
    let criteria = criterion::score_all(rubric, &questions);
    let practice = engine.practice(&criteria, Fill::Best);
    let dimensions = practice.dimensions();
    let whole = practice.whole(&dimensions);
    let dimensions = dimensions.iter().enumerate();
    dimensions
        .map(|(index, score)| (Some(DimensionIndex(index)), score))
        .chain([(None, &whole)])
        .filter(|(scope, _)| engine.has_level(*scope))
        .map(|(scope, score)| banded::banding(rubric, bands, scope, &score.value))
        .collect()
}

/// All that follows from the values of criteria and the levels of KPIs.
struct Figures {
    whole: ScopeScore,
    dimensions: Vec<ScopeScore>,
    outcome: Traced,
    index: Traced,
    interval: (Traced, Traced),
}

/// The rules of one rubric, ready to score answers.
pub(crate) struct Engine<'w> {
    workspace: &'w Workspace,
    rubric: &'w Rubric,
    scopes: Scopes,
}

impl<'w> Engine<'w> {
    pub(crate) fn new(workspace: &'w Workspace, rubric: &'w Rubric) -> Engine<'w> {
        Engine {
            workspace,
            rubric,
            scopes: Scopes::new(rubric),
        }
    }

    pub(crate) fn practice<'e>(
        &'e self,
        criteria: &'e [CriterionScore],
        fill: Fill,
    ) -> Practice<'e> {
        Practice::new(self.rubric, criteria, fill, &self.scopes)
    }

    fn figures(&self, criteria: &[CriterionScore], kpis: &[KpiLevel]) -> Figures {
        let practice = self.practice(criteria, Fill::ByRule);
        let (whole, dimensions) = self.scores(criteria, &practice);
        let whole = self.scope(criteria, &practice, None, whole);
        let dimensions = dimensions
            .into_iter()
            .enumerate()
            .map(|(index, score)| {
                self.scope(criteria, &practice, Some(DimensionIndex(index)), score)
            })
            .collect();
        let interval = if criteria.iter().any(|criterion| criterion.gaps.is_some()) {
            let filled = |fill| self.practice(criteria, fill).of(None);
            (filled(Fill::Worst), filled(Fill::Best))
        } else {
            (whole.practice.clone(), whole.practice.clone())
        };
        let outcome = self.outcome(kpis);
        Figures {
            index: self.index(&whole.practice, &outcome),
            whole,
            dimensions,
            outcome,
            interval,
        }
    }

    /// The score of the whole and of each dimension. What does not apply and counts as zero lowers the most
    /// that they could be; else that is where the scale of what they ask ends.
    fn scores(&self, criteria: &[CriterionScore], practice: &Practice<'_>) -> (Score, Vec<Score>) {
        let mut dimensions = practice.dimensions();
        let mut whole = practice.whole(&dimensions);
        if criteria.iter().any(|score| score.achieved.is_some()) {
            let most = self.practice(criteria, Fill::Achieved);
            let reachable = most.dimensions();
            lower(&mut whole.maximum, most.whole(&reachable).value);
            for (score, reachable) in dimensions.iter_mut().zip(reachable) {
                lower(&mut score.maximum, reachable.value);
            }
        }
        (whole, dimensions)
    }

    fn scope(
        &self,
        criteria: &[CriterionScore],
        practice: &Practice<'_>,
        scope: ScopeRef,
        score: Score,
    ) -> ScopeScore {
        let levels = practice.levels(scope);
        let Verdict {
            level,
            gates,
            banding,
        } = self.verdict(levels, scope, &score.value);
        let next = if self.has_level(scope) {
            match &banding {
                Some(banding) => banding.next(),
                None => levels.next(level),
            }
        } else {
            None
        };
        ScopeScore {
            level,
            next,
            cells: levels.cells(level),
            gates,
            banding,
            practice: score.value,
            maximum: score.maximum,
            coverage: coverage(self.rubric, criteria, self.scopes.criteria(scope)),
        }
    }

    /// Whether the rubric gives a scope a level.
    pub(crate) fn has_level(&self, scope: ScopeRef) -> bool {
        self.rubric.gives_level(match scope {
            Some(_) => Scope::Dimensions,
            None => Scope::Rubric,
        })
    }

    fn verdict(&self, levels: &Levels<'_>, scope: ScopeRef, practice: &Traced) -> Verdict {
        let has_level = self.has_level(scope);
        let banding = self
            .rubric
            .bands()
            .map(|bands| banded::banding(self.rubric, bands, scope, practice));
        let gates = if has_level {
            levels.gates()
        } else {
            Vec::new()
        };
        let held = || match &banding {
            Some(banding) => banding.held(self.rubric.floor),
            None => levels.held(&gates),
        };
        Verdict {
            level: has_level.then(held).flatten(),
            gates,
            banding,
        }
    }

    /// The criteria of the whole, or of a dimension and those below it.
    pub(crate) fn criteria(&self, scope: ScopeRef) -> &[CriterionIndex] {
        self.scopes.criteria(scope)
    }

    /// The level that a scope holds; `None` where the rule gives it none.
    pub(crate) fn level(&self, criteria: &[CriterionScore], scope: ScopeRef) -> Option<u32> {
        let practice = self.practice(criteria, Fill::ByRule);
        // Levels of criteria are held without a look at the score.
        let score = match self.rubric.bands() {
            Some(_) => practice.of(scope),
            None => Traced::of(Term::none(Name::Practice(scope, Fill::ByRule)).into()),
        };
        self.verdict(practice.levels(scope), scope, &score).level
    }

    /// The practice score of a scope.
    pub(crate) fn practice_of(&self, criteria: &[CriterionScore], scope: ScopeRef) -> Traced {
        self.practice(criteria, Fill::ByRule).of(scope)
    }

    /// Level and scores of the whole alone.
    pub(crate) fn headline(&self, criteria: &[CriterionScore], outcome: &Traced) -> Headline {
        let practice = self.practice(criteria, Fill::ByRule);
        self.headline_of(&practice, &practice.of(None), outcome)
    }

    /// The same with something changed in one dimension: what one changed answer does. `before` are the scores of all
    /// dimensions without that.
    pub(crate) fn headline_with(
        &self,
        criteria: &[CriterionScore],
        before: &[Score],
        changed: DimensionIndex,
        outcome: &Traced,
    ) -> Headline {
        let practice = self.practice(criteria, Fill::ByRule);
        let score = practice.whole_with(before, changed).value;
        self.headline_of(&practice, &score, outcome)
    }

    fn headline_of(&self, practice: &Practice<'_>, score: &Traced, outcome: &Traced) -> Headline {
        let index = self.index(score, outcome);
        Headline {
            level: self.verdict(practice.levels(None), None, score).level,
            practice: score.value().cloned(),
            index: index.value().cloned(),
        }
    }

    /// The weighted mean of the levels of the KPIs that have one.
    pub(crate) fn outcome(&self, kpis: &[KpiLevel]) -> Traced {
        let parts = kpis
            .iter()
            .filter(|level| level.level.value().is_some())
            .map(|level| {
                let weight = &self.workspace.kpis[level.kpi].weight;
                Weighted::new(weight, level.level.named(Name::KpiLevel(level.kpi)))
            })
            .collect();
        Traced::of(Formula::Mean(parts))
    }

    /// (1 − w) × practice + w × outcome; the practice score when there is no outcome.
    pub(crate) fn index(&self, practice: &Traced, outcome: &Traced) -> Traced {
        let practice = practice.named(Name::Practice(None, Fill::ByRule));
        if outcome.value().is_none() {
            return Traced::of(practice.into());
        }
        let rules = &self.rubric.rules;
        let weight = || Term::written(Name::KpiWeight, &rules.kpi_weight, rules.places.kpi_weight);
        let rest = Formula::less(Term::fixed(Name::One, Exact::ONE), weight());
        Traced::of(Formula::plus(
            Formula::times(rest, practice),
            Formula::times(weight(), outcome.named(Name::Outcome)),
        ))
    }
}

/// Whether a scope reaches levels, and the one that it holds.
struct Verdict {
    level: Option<u32>,
    gates: Vec<Gate>,
    banding: Option<Banding>,
}

/// A maximum that no longer is the top becomes the one that can be reached.
fn lower(maximum: &mut Traced, reachable: Traced) {
    if maximum.value() != reachable.value() {
        *maximum = reachable;
    }
}

/// Level and scores of the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// The level held.
    pub level: Option<u32>,
    /// The practice score.
    pub practice: Option<Exact>,
    /// The index.
    pub index: Option<Exact>,
}

/// Σ weight × covered share ÷ Σ weight, over scored criteria of which something applies.
fn coverage(rubric: &Rubric, scores: &[CriterionScore], scope: &[CriterionIndex]) -> Traced {
    let mut parts = Vec::with_capacity(scope.len());
    for index in scope {
        let criterion = &rubric.criteria[index.0];
        let share = &scores[index.0].coverage;
        if share.value().is_some() && criterion.is_scored() {
            let term = share.named(Name::CriterionCoverage(*index));
            parts.push(Weighted::new(&criterion.weight, term));
        }
    }
    Traced::of(Formula::Mean(parts))
}

/// The levels of the KPIs that answer a question of the rubric, its own or the workspace's.
fn question_kpis(
    workspace: &Workspace,
    series: &[Series],
    rubric: &Rubric,
    day: NaiveDate,
) -> Vec<KpiLevel> {
    let [floor, _] = ends::kpi_ends(rubric);
    let mut levels: Vec<KpiLevel> = Vec::new();
    for question in &rubric.questions {
        if let Some(id) = &question.kpi
            && let Some(kpi) = workspace.kpi_by_id(id)
            && levels.iter().all(|known| known.kpi != kpi)
        {
            levels.extend(kpi_level(workspace, series, kpi, &floor, day));
        }
    }
    levels
}

/// The levels of the KPIs that the rubric defines.
pub(crate) fn rubric_kpis(
    workspace: &Workspace,
    series: &[Series],
    rubric: &Rubric,
    day: NaiveDate,
) -> Vec<KpiLevel> {
    let [floor, _] = ends::kpi_ends(rubric);
    rubric
        .kpis
        .iter()
        .filter_map(|kpi| {
            let index = workspace.kpi_by_id(&kpi.id)?;
            kpi_level(workspace, series, index, &floor, day)
        })
        .collect()
}
