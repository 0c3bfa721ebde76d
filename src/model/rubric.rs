//! The yardstick: levels, dimensions, criteria and the questions that measure them, as data.
//!
//! Everything a maturity model decides is here; nothing of it is in the program. Items refer to each
//! other by position ([`DimensionIndex`] and its like), made only by the reader, so they always exist.

use super::exact::Exact;
use super::id::{FormerId, Id};
use super::kpi::Kpi;
use super::period::Length;
use super::place::Place;
use super::text::Text;

/// A maturity model, complete and consistent.
#[derive(Debug, Clone)]
pub struct Rubric {
    /// Its name in files.
    pub id: Id,
    /// Its version, such as `1.0.0`.
    pub version: String,
    /// Its title.
    pub title: Text,
    /// Where the model comes from.
    pub source: Source,
    /// The SFIA skill that the rubric rates, for rubrics that rate people.
    pub skill: Option<Id>,
    /// The level held with nothing satisfied; `None` when even the lowest must be earned.
    pub floor: Option<u32>,
    /// Where the floor is written.
    pub floor_place: Option<Place>,
    /// The levels, lowest first. May be empty: then the rubric only scores.
    pub levels: Vec<Level>,
    /// Every dimension, parents before their children.
    pub dimensions: Vec<Dimension>,
    /// The scales that questions are answered on.
    pub scales: Vec<Scale>,
    /// Every criterion, in the order written.
    pub criteria: Vec<Criterion>,
    /// Every question, in the order written: those of one criterion stand together.
    pub questions: Vec<Question>,
    /// The KPIs that the rubric defines.
    pub kpis: Vec<Kpi>,
    /// How levels and scores are made.
    pub rules: Rules,
    /// Where the rubric's id is written.
    pub place: Place,
    /// Where each overlay that is laid over it names it, in the order in which they hold.
    pub overlays: Vec<Place>,
}

/// The framework a rubric is drawn from.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// The framework's name.
    pub framework: Text,
    /// The part of it.
    pub section: Text,
    /// What must be said about rights and wording.
    pub notice: Text,
}

/// A step of the rubric.
#[derive(Debug, Clone)]
pub struct Level {
    /// Its name in files and in JSON.
    pub id: Id,
    /// Its number, higher is more mature.
    pub number: u32,
    /// Its title.
    pub title: Text,
    /// One sentence on what an organisation at this level is like.
    pub summary: Text,
    /// Where its id is written.
    pub place: Place,
}

/// Position of a dimension in [`Rubric::dimensions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DimensionIndex(pub usize);

/// Position of a criterion in [`Rubric::criteria`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CriterionIndex(pub usize);

/// Position of a question in [`Rubric::questions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionIndex(pub usize);

/// A part of the area that is measured on its own.
#[derive(Debug, Clone)]
pub struct Dimension {
    /// Its name in files.
    pub id: Id,
    /// Its title; the id where none is written.
    pub title: Text,
    /// Its share in its parent's aggregate, 0 or more.
    pub weight: Exact,
    /// Where the weight is written.
    pub weight_place: Option<Place>,
    /// How its children's scores combine; `None`: from all criteria below it.
    pub aggregate: Option<Aggregate>,
    /// Where the aggregate is written.
    pub aggregate_place: Option<Place>,
    /// The dimension it is part of.
    pub parent: Option<DimensionIndex>,
    /// How many dimensions stand above it.
    pub depth: usize,
    /// Ids that it went by before.
    pub renamed_from: Vec<FormerId>,
    /// Where its id is written.
    pub place: Place,
}

/// How the scores of parts become the score of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aggregate {
    /// Mean by weight.
    Mean,
    /// Sum by weight.
    Sum,
    /// The lowest.
    Min,
    /// The highest.
    Max,
    /// The middle one; of an even number, halfway between the two in the middle.
    Median,
}

impl Aggregate {
    /// The aggregate's name in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Aggregate::Mean => "mean",
            Aggregate::Sum => "sum",
            Aggregate::Min => "min",
            Aggregate::Max => "max",
            Aggregate::Median => "median",
        }
    }
}

/// What a question may be answered with.
#[derive(Debug, Clone)]
pub struct Scale {
    /// Its name in the rubric.
    pub id: Id,
    /// Choices, or a range of numbers.
    pub kind: ScaleKind,
    /// The value that counts as 0.
    pub low: Exact,
    /// The value that counts as 1; above `low`.
    pub high: Exact,
    /// Where its name is written; `None` for one that every rubric has.
    pub place: Option<Place>,
}

/// The two forms of a scale.
#[derive(Debug, Clone)]
pub enum ScaleKind {
    /// One of these.
    Choices(Vec<Choice>),
    /// Any number from `low` to `high`, in this unit when one is given.
    Numeric(Option<super::unit::Unit>),
}

/// One answer that a scale offers.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Its name in answers.
    pub id: Id,
    /// Its title; the id where none is written.
    pub title: Text,
    /// Its value on the scale.
    pub value: Exact,
    /// Ids that it went by before.
    pub renamed_from: Vec<FormerId>,
}

impl Scale {
    /// A value of the scale as a share of the way from its low end to its high end, 0 to 1.
    #[must_use]
    pub fn share(&self, value: &Exact) -> Exact {
        (value - &self.low) / (&self.high - &self.low)
    }

    /// The value of the scale at a share of the way from its low end to its high end.
    #[must_use]
    pub fn at(&self, share: &Exact) -> Exact {
        &self.low + &(share * &(&self.high - &self.low))
    }

    /// The lowest and the highest share of the scale that can be answered: a scale of choices may begin below
    /// its lowest choice and end above its highest.
    #[must_use]
    pub fn reach(&self) -> (Exact, Exact) {
        let values = || self.choices().iter().map(|choice| &choice.value);
        match (values().min(), values().max()) {
            (Some(lowest), Some(highest)) => (self.share(lowest), self.share(highest)),
            _ => (Exact::ZERO, Exact::ONE),
        }
    }

    /// Whether its highest choice lies below its end.
    #[must_use]
    pub fn ends_above_its_choices(&self) -> bool {
        let highest = self.choices().iter().map(|choice| &choice.value).max();
        highest.is_some_and(|highest| *highest < self.high)
    }

    /// The choices, none for a numeric scale.
    #[must_use]
    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            ScaleKind::Choices(choices) => choices,
            ScaleKind::Numeric(_) => &[],
        }
    }
}

/// Whether meeting a criterion is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Polarity {
    /// It describes something in place.
    Presence,
    /// It describes a lack: answered and reported, never required and never scored.
    Absence,
}

/// What must be true of an organisation at a level.
#[derive(Debug, Clone)]
pub struct Criterion {
    /// Its name in files.
    pub id: Id,
    /// Its title; the id where none is written.
    pub title: Text,
    /// What it means.
    pub description: Text,
    /// The dimension it belongs to.
    pub dimension: DimensionIndex,
    /// The number of the level that asks for it.
    pub level: Option<u32>,
    /// Where that number is written.
    pub level_place: Option<Place>,
    /// Its share among the criteria it is averaged with, 0 or more.
    pub weight: Exact,
    /// Where the weight is written.
    pub weight_place: Option<Place>,
    /// Whether it describes a presence or an absence.
    pub polarity: Polarity,
    /// The dimension of another rubric that it serves.
    pub supports: Option<Supports>,
    /// Its questions: a range of [`Rubric::questions`], never empty.
    pub questions: std::ops::Range<usize>,
    /// Ids that it went by before.
    pub renamed_from: Vec<FormerId>,
    /// Where its id is written.
    pub place: Place,
}

/// A rubric, or a dimension of one, that something of another rubric serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supports {
    /// The rubric, which need not be in use.
    pub rubric: Id,
    /// The dimension; `None` for the whole.
    pub dimension: Option<Id>,
    /// Where the dimension is written, or the rubric for the whole.
    pub place: Place,
}

impl Criterion {
    /// Whether the criterion can raise a score: absences and zero weights cannot.
    #[must_use]
    pub fn is_scored(&self) -> bool {
        self.polarity == Polarity::Presence && !self.weight.is_zero()
    }
}

/// One thing to find out.
#[derive(Debug, Clone)]
pub struct Question {
    /// Its key in assessments: `criterion.question`, or `criterion` when it is the only one.
    pub key: String,
    /// The key with the question's own id, which is read as well when it is the only one.
    pub full_key: String,
    /// The criterion it belongs to.
    pub criterion: CriterionIndex,
    /// The question.
    pub text: Text,
    /// What to look for.
    pub guidance: Text,
    /// Position of its scale in [`Rubric::scales`].
    pub scale: usize,
    /// Its share among the questions of its criterion, 0 or more; 1 for the only one, whatever is written.
    pub weight: Exact,
    /// Where a weight that counts for nothing is written: that of an only question.
    pub idle_weight: Option<Place>,
    /// Whether an answer needs evidence.
    pub evidence_required: bool,
    /// How long evidence stays fresh.
    pub valid_for: Option<Length>,
    /// Questions whose answers cannot hold together with this one's.
    pub conflicts_with: Vec<QuestionIndex>,
    /// The KPI whose reading answers it, in place of a person.
    pub kpi: Option<Id>,
    /// Where that KPI is named.
    pub kpi_place: Option<Place>,
    /// Ids that it went by before.
    pub renamed_from: Vec<FormerId>,
    /// Where its id is written; the criterion's for one that is its own question.
    pub place: Place,
}

impl Question {
    /// Its own id; `None` for a criterion that is its own question.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.full_key.split_once('.').map(|(_, id)| id)
    }
}

/// How levels and scores are made from criteria.
#[derive(Debug, Clone)]
pub struct Rules {
    /// What a level takes.
    pub level: LevelRule,
    /// How the scores of the outermost dimensions combine; `None`: the whole is computed from all criteria.
    pub aggregate: Option<Aggregate>,
    /// The outcome score's share in the index, 0 to 1.
    pub kpi_weight: Exact,
    /// Where the rules are written; the rubric's id where none are.
    pub places: RulePlaces,
}

/// Where each rule is written: the rubric's id for one left at what the format says.
#[derive(Debug, Clone, Copy)]
pub struct RulePlaces {
    /// The floor.
    pub floor: Place,
    /// The level rule.
    pub level: Place,
    /// The aggregate of the outermost dimensions.
    pub aggregate: Place,
    /// The outcome score's share.
    pub kpi_weight: Place,
    /// The parts of the level rule.
    pub parts: LevelRulePlaces,
}

/// Where each part of the level rule is written; `None` for one left at what the format says.
#[derive(Debug, Clone, Copy, Default)]
pub struct LevelRulePlaces {
    /// Of what there is a level.
    pub scope: Option<Place>,
    /// How passing levels makes a level held.
    pub method: Option<Place>,
    /// How many of a level's criteria must be met.
    pub quantifier: Option<Place>,
    /// When a criterion is met at the level itself.
    pub met_at: Option<Place>,
    /// When it is met at the levels below.
    pub lower_met_at: Option<Place>,
}

/// What it takes to hold a level.
#[derive(Debug, Clone)]
pub struct LevelRule {
    /// Of what there is a level.
    pub scope: Scope,
    /// How passing levels makes a level held.
    pub method: Method,
    /// How many of a level's criteria must be met.
    pub quantifier: Quantifier,
    /// When a criterion is met at the level itself.
    pub met_at: Threshold,
    /// When it is met at the levels below.
    pub lower_met_at: Threshold,
    /// What a question without an answer does.
    pub unanswered: Unanswered,
    /// What a question that does not apply does.
    pub not_applicable: NotApplicable,
}

/// Of what a rubric gives a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The whole and every dimension.
    All,
    /// Only the whole.
    Rubric,
    /// Only dimensions.
    Dimensions,
}

/// What makes the level held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Method {
    /// Every level up to it must pass.
    Cumulative,
    /// The highest that passes, whatever is below.
    Highest,
    /// The level in whose band the practice score lies; levels ask nothing of criteria.
    Banded(Bands),
    /// There is no level, only a score.
    None,
}

/// The practice scores at which levels begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bands {
    /// Where each level's band begins, lowest first, both levels and edges rising. Before the first edge the
    /// floor is held.
    pub edges: Vec<BandEdge>,
    /// The decimals that a score is rounded to before it is held against an edge; `None`: it is not rounded.
    pub decimals: Option<usize>,
}

/// Where a level's band begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BandEdge {
    /// The level's number, above the floor.
    pub level: u32,
    /// The lowest score that holds the level.
    pub from: Exact,
    /// Where the edge is written.
    pub place: Place,
}

/// How many of a level's criteria must be met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Quantifier {
    /// Every one.
    All,
    /// At least one.
    Any,
    /// At least this share of their number, above 0 and at most 1.
    Share(Exact),
}

/// When a criterion counts as met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Threshold {
    /// Its value lies in this band of ISO/IEC 33020, or in a higher one.
    Rating(Rating),
    /// Its value is at least this, 0 to 1.
    Value(Exact),
}

impl Threshold {
    /// Whether a criterion of this value is met.
    #[must_use]
    pub fn is_met_by(&self, value: &Exact) -> bool {
        match self {
            Threshold::Rating(rating) => Rating::of(value) >= *rating,
            Threshold::Value(least) => value >= least,
        }
    }
}

/// The achievement bands of ISO/IEC 33020, lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rating {
    /// 0 to 15 %
    Not,
    /// above 15 to 50 %
    Partially,
    /// above 50 to 85 %
    Largely,
    /// above 85 %
    Fully,
}

impl Rating {
    /// The band that a value, 0 to 1, lies in. ISO/IEC 33020: N 0–15 %, P over 15–50 %, L over 50–85 %,
    /// F over 85 %.
    ///
    /// ```
    /// use regua::model::{Exact, Rating};
    ///
    /// assert_eq!(Rating::of(&Exact::ratio(1, 2)), Rating::Partially); // exactly 50 % is still P
    /// assert_eq!(Rating::of(&Exact::ratio(2, 3)), Rating::Largely);
    /// ```
    #[must_use]
    pub fn of(value: &Exact) -> Rating {
        [Rating::Fully, Rating::Largely, Rating::Partially]
            .into_iter()
            .find(|rating| *value > rating.lower_edge())
            .unwrap_or(Rating::Not)
    }

    /// The value above which the band begins; the lowest begins at 0 itself.
    #[must_use]
    pub fn lower_edge(self) -> Exact {
        match self {
            Rating::Not => Exact::ZERO,
            Rating::Partially => Exact::in_lowest_terms(3, 20),
            Rating::Largely => Exact::in_lowest_terms(1, 2),
            Rating::Fully => Exact::in_lowest_terms(17, 20),
        }
    }

    /// The band's name in files and JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Rating::Not => "not",
            Rating::Partially => "partially",
            Rating::Largely => "largely",
            Rating::Fully => "fully",
        }
    }
}

/// What a question without an answer does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unanswered {
    /// Its level cannot pass; in scores it counts as zero.
    Blocks,
    /// It counts as zero.
    Zero,
    /// It is left out of every mean.
    Exclude,
}

/// What a question that does not apply does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotApplicable {
    /// It is left out of every mean.
    Exclude,
    /// It counts as zero.
    Zero,
    /// It counts as fully met.
    Full,
}

impl Rubric {
    /// Whether the whole is given a level, or dimensions, or both.
    #[must_use]
    pub fn gives_level(&self, of: Scope) -> bool {
        let rule = &self.rules.level;
        let is_asked = [Scope::All, of].contains(&rule.scope);
        is_asked && rule.method != Method::None && !self.levels.is_empty()
    }

    /// The bands of the practice score that make the levels, where they do.
    #[must_use]
    pub fn bands(&self) -> Option<&Bands> {
        match &self.rules.level.method {
            Method::Banded(bands) => Some(bands),
            Method::Cumulative | Method::Highest | Method::None => None,
        }
    }

    /// Whether scores run along the levels' numbers. Else they run on the scale of the answers: without levels,
    /// and where the score is what makes the level.
    #[must_use]
    pub fn scores_along_levels(&self) -> bool {
        !self.levels.is_empty() && self.bands().is_none()
    }

    /// The range that the scales of all scored questions share; 0 to 1 where they differ.
    #[must_use]
    pub fn answer_range(&self) -> (Exact, Exact) {
        self.answer_scale()
            .map_or((Exact::ZERO, Exact::ONE), |scale| {
                (scale.low.clone(), scale.high.clone())
            })
    }

    /// The first scale of scored questions that has the range of all of them; `None` where they differ.
    #[must_use]
    pub fn answer_scale(&self) -> Option<&Scale> {
        let is_scored = |question: &&Question| self.criteria[question.criterion.0].is_scored();
        let mut scales = self
            .questions
            .iter()
            .filter(is_scored)
            .map(|question| question.scale);
        let first = scales.next()?;
        let [low, high] = [&self.scales[first].low, &self.scales[first].high];
        let has_same_ends = |scale: usize| {
            scale == first || (&self.scales[scale].low, &self.scales[scale].high) == (low, high)
        };
        scales.all(has_same_ends).then(|| &self.scales[first])
    }

    /// The level of this number.
    #[must_use]
    pub fn level(&self, number: u32) -> Option<&Level> {
        self.levels.iter().find(|level| level.number == number)
    }

    /// Whether the level of this number must be earned.
    #[must_use]
    pub fn is_above_floor(&self, number: u32) -> bool {
        self.floor.is_none_or(|floor| number > floor)
    }

    /// The dimension of this index.
    #[must_use]
    pub fn dimension(&self, index: DimensionIndex) -> &Dimension {
        &self.dimensions[index.0]
    }

    /// The dimension with this id.
    #[must_use]
    pub fn dimension_by_id(&self, id: &str) -> Option<DimensionIndex> {
        self.dimensions
            .iter()
            .position(|dimension| dimension.id.as_str() == id)
            .map(DimensionIndex)
    }

    /// The dimension that went by this id in an earlier version.
    #[must_use]
    pub fn dimension_by_former_id(&self, id: &str) -> Option<DimensionIndex> {
        self.dimensions
            .iter()
            .position(|dimension| FormerId::any_is(&dimension.renamed_from, id))
            .map(DimensionIndex)
    }

    /// The dimensions directly below `parent`; the outermost ones for `None`.
    pub fn children(&self, parent: Option<DimensionIndex>) -> impl Iterator<Item = DimensionIndex> {
        self.dimensions
            .iter()
            .enumerate()
            .filter(move |(_, dimension)| dimension.parent == parent)
            .map(|(index, _)| DimensionIndex(index))
    }

    /// The questions of a criterion, with their positions.
    pub fn questions_of(
        &self,
        criterion: &Criterion,
    ) -> impl Iterator<Item = (QuestionIndex, &Question)> {
        criterion
            .questions
            .clone()
            .map(|index| (QuestionIndex(index), &self.questions[index]))
    }
}
