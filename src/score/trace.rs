//! Figures that know how they came about.
//!
//! A figure is not computed first and explained afterwards: it is a [`Formula`] over named [`Term`]s, and its
//! value is what that formula gives. Whoever explains the figure shows the same formula and the same terms, so
//! there is no second account of it that could differ.
//!
//! A term that is itself a figure keeps the formula that gave it: where it cannot be asked for by an address of
//! its own, its formula is there to be shown.

use std::sync::Arc;

use crate::model::{CriterionIndex, DimensionIndex, Exact, Place, QuestionIndex};

/// A figure: a formula and the value it gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Traced {
    value: Option<Exact>,
    formula: Arc<Formula>,
}

impl Traced {
    /// The figure that a formula gives.
    pub(crate) fn of(formula: Formula) -> Traced {
        Traced {
            value: formula.value(),
            formula: Arc::new(formula),
        }
    }

    /// The value; `None` where the formula has nothing to compute from.
    #[must_use]
    pub fn value(&self) -> Option<&Exact> {
        self.value.as_ref()
    }

    /// How the value came about.
    #[must_use]
    pub fn formula(&self) -> &Formula {
        &self.formula
    }

    /// The formula, to be kept by a term.
    pub(crate) fn shared(&self) -> Arc<Formula> {
        Arc::clone(&self.formula)
    }

    /// This figure as a term of another; where it is a number as written, it stays one.
    #[must_use]
    pub(crate) fn named(&self, name: Name) -> Term {
        let (source, formula) = match &*self.formula {
            Formula::Term(term) => (term.source, term.formula.clone()),
            _ => (Source::Computed, Some(Arc::clone(&self.formula))),
        };
        Term {
            name,
            value: self.value.clone(),
            source,
            formula,
        }
    }
}

/// The figure that a term stands for.
impl From<Term> for Traced {
    fn from(term: Term) -> Traced {
        match term.formula {
            Some(formula) => Traced {
                value: term.value,
                formula,
            },
            None => Traced::of(term.into()),
        }
    }
}

/// A formula over terms. It has no value where a term that it needs has none, where there is nothing to take
/// a mean of, and where it would divide by zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Formula {
    /// A term as it stands.
    Term(Term),
    /// All of them added.
    Sum(Vec<Formula>),
    /// The first less the second.
    Difference(Box<[Formula; 2]>),
    /// All of them multiplied.
    Product(Vec<Formula>),
    /// The first divided by the second.
    Quotient(Box<[Formula; 2]>),
    /// Σ weight × value ÷ Σ weight.
    Mean(Vec<Weighted>),
    /// Σ weight × value.
    WeightedSum(Vec<Weighted>),
    /// The lowest.
    Lowest(Vec<Formula>),
    /// The highest.
    Highest(Vec<Formula>),
    /// The middle one; of an even number, halfway between the two in the middle.
    Median(Vec<Formula>),
    /// The nearest number from the first bound to the second.
    Within(Box<Formula>, Exact, Exact),
    /// Rounded half up to so many decimals.
    Rounded(Box<Formula>, usize),
}

/// A term that counts with a weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighted {
    /// The weight, 0 or more.
    pub weight: Exact,
    /// What it weighs.
    pub term: Term,
}

/// A number that a formula uses, by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// What the number is.
    pub name: Name,
    /// The number; `None` where there is none.
    pub value: Option<Exact>,
    /// Where it comes from.
    pub source: Source,
    /// The formula that gave it; `None` for a number as written or as the rules say.
    pub formula: Option<Arc<Formula>>,
}

/// Where a term comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// It is written in a file.
    Written(Place),
    /// It is a figure with a formula of its own.
    Computed,
    /// It follows from the day, from a count, or from a rule that is the same for every workspace.
    Fixed,
}

/// The whole of a rubric, or one of its dimensions.
pub type ScopeRef = Option<DimensionIndex>;

/// How questions without an answer count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// As the rubric says.
    ByRule,
    /// Each as if it had the lowest value.
    Worst,
    /// Each as if it had the highest value.
    Best,
    /// As the best, and with it every question that applies, whatever was answered.
    Achieved,
}

/// What a term of a formula is. Positions are those of the rubric, workspace or cycle that the figure
/// belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    /// The value of a question, 0 to 1.
    Question(QuestionIndex),
    /// What one respondent's file, by its position among the assessments, says about a question.
    Respondent(QuestionIndex, usize),
    /// The value of a criterion, 0 to 1.
    Criterion(CriterionIndex, Fill),
    /// What a criterion's value lacks to 1.
    Gap(CriterionIndex),
    /// The achievement of a level, 0 to 1.
    Achievement(ScopeRef, u32, Fill),
    /// The achievement that an empty level takes from one above it: scope, the empty level, the other.
    Borrowed(ScopeRef, u32, u32, Fill),
    /// The practice score.
    Practice(ScopeRef, Fill),
    /// The practice score of an assessment, by its position among those scored.
    PracticeOf(usize, ScopeRef),
    /// What the practice score would be with everything that applies achieved.
    Maximum(ScopeRef),
    /// What the practice score of the whole would be with an answer changed.
    PracticeAfter,
    /// The mean of the criteria that no level asks for.
    MeanOfAnswers(ScopeRef, Fill),
    /// The score with nothing achieved.
    Base,
    /// The highest score there is.
    Top,
    /// How many levels' worth of score a level adds.
    LevelSize(u32),
    /// The share of applicable question weight of a criterion that is answered.
    CriterionCoverage(CriterionIndex),
    /// The weight of a criterion's answered questions.
    AnsweredWeight(CriterionIndex),
    /// The weight of a criterion's applicable questions.
    ApplicableWeight(CriterionIndex),
    /// The weight of a criterion.
    CriterionWeight(CriterionIndex),
    /// The weight of a question among those of its criterion.
    QuestionWeight(QuestionIndex),
    /// What a disagreement on a question weighs among others.
    Disagreement(QuestionIndex),
    /// The outcome score.
    Outcome,
    /// The index.
    Index,
    /// What the index would be with an answer changed.
    IndexAfter,
    /// The outcome score's share in the index.
    KpiWeight,
    /// The level that a KPI stands for.
    KpiLevel(usize),
    /// The latest value of a KPI.
    KpiValue(usize),
    /// A reading, by its position among the workspace's.
    Reading(usize),
    /// The cases that count in a reading that is a ratio.
    Numerator(usize),
    /// All cases of a reading that is a ratio.
    Denominator(usize),
    /// The number of readings or other things.
    Count,
    /// A hundred, which makes a ratio a percentage.
    Hundred,
    /// The number one.
    One,
    /// The number zero.
    Zero,
    /// The edge at which a level's band begins.
    Edge(u32),
    /// A level's number.
    LevelNumber(u32),
    /// The level aimed at.
    TargetLevel(ScopeRef),
    /// What is lacking to the level aimed at.
    Lacking(ScopeRef),
    /// Where a key result starts.
    Baseline,
    /// Where it is to end.
    Target,
    /// The target as it is written against the baseline.
    RelativeTarget,
    /// Its latest value.
    Value,
    /// Its progress.
    Progress,
    /// The share that should be covered by now, before what the objective's ambition makes of it.
    PlainExpected,
    /// What is asked of an aspirational objective.
    Aspirational,
    /// The days passed.
    DaysPassed,
    /// All days.
    DaysInAll,
    /// The progress that a plan asks for on a day: the position of the planned value, none for the start
    /// and the end.
    Planned(Option<usize>),
    /// The periods in which a value was where it should be.
    PeriodsMet,
    /// The periods that have passed.
    PeriodsPassed,
    /// A milestone: 1 when done, or when due.
    Milestone(usize),
    /// A key result's progress, from 0 to 1, by its position in the objective.
    KeyResult(usize),
    /// An objective's progress.
    Objective(usize),
    /// The key results that have a progress.
    Measured,
    /// The key results that are not given up.
    Active,
    /// The change a day of the line through the readings.
    Pace,
    /// The change a day from one reading to another, by their positions.
    PaceBetween(usize, usize),
    /// The height of the line at the cycle's first day.
    LineStart,
    /// The height of the line through one reading at the cycle's first day.
    LineStartOf(usize),
    /// Days from the cycle's first day to the last day of the key result.
    DaysToDue,
    /// Days left to the last day of the key result.
    DaysLeft,
    /// The value that the line reaches.
    Projected,
    /// The level that a role asks for in a skill, by its position among the person's.
    RequiredLevel(usize),
    /// The level that a person holds in it.
    HeldLevel(usize),
    /// What is lacking to the level asked for.
    SkillGap(usize),
    /// How many skills a role asks for.
    AskedSkills,
    /// How many of them were rated.
    RatedSkills,
    /// The cases that kept a service level, by the position of the reading among the workspace's.
    CasesMet(usize),
    /// The cases that broke it.
    CasesBreached(usize),
    /// Cases of the service-level reading at this position that are still open past the deadline.
    CasesOverdue(usize),
    /// Whether a person, by their position among the workspace's, holds a level: 1 or 0.
    Holds(usize),
}

impl Term {
    /// A number written in a file.
    pub(crate) fn written(name: Name, value: &Exact, place: Place) -> Term {
        Term {
            name,
            value: Some(value.clone()),
            source: Source::Written(place),
            formula: None,
        }
    }

    /// A number that follows from the rules or the day.
    pub(crate) fn fixed(name: Name, value: Exact) -> Term {
        Term {
            name,
            value: Some(value),
            source: Source::Fixed,
            formula: None,
        }
    }

    /// A figure whose formula is told elsewhere.
    pub(crate) fn computed(name: Name, value: Option<Exact>) -> Term {
        Term {
            name,
            value,
            source: Source::Computed,
            formula: None,
        }
    }

    /// A figure that there is none of.
    pub(crate) fn none(name: Name) -> Term {
        Term::computed(name, None)
    }
}

impl Weighted {
    /// A term that counts with a weight.
    pub(crate) fn new(weight: &Exact, term: Term) -> Weighted {
        Weighted {
            weight: weight.clone(),
            term,
        }
    }

    /// A term that counts as much as the others.
    pub(crate) fn evenly(term: Term) -> Weighted {
        Weighted {
            weight: Exact::ONE,
            term,
        }
    }
}

impl From<Term> for Formula {
    fn from(term: Term) -> Formula {
        Formula::Term(term)
    }
}

impl Formula {
    /// `first` − `second`
    pub(crate) fn less(first: impl Into<Formula>, second: impl Into<Formula>) -> Formula {
        Formula::Difference(Box::new([first.into(), second.into()]))
    }

    /// `first` ÷ `second`
    pub(crate) fn over(first: impl Into<Formula>, second: impl Into<Formula>) -> Formula {
        Formula::Quotient(Box::new([first.into(), second.into()]))
    }

    /// `first` × `second`
    pub(crate) fn times(first: impl Into<Formula>, second: impl Into<Formula>) -> Formula {
        Formula::Product(vec![first.into(), second.into()])
    }

    /// `first` + `second`
    pub(crate) fn plus(first: impl Into<Formula>, second: impl Into<Formula>) -> Formula {
        Formula::Sum(vec![first.into(), second.into()])
    }

    /// A share: what a formula gives, from 0 to 1.
    pub(crate) fn share(of: impl Into<Formula>) -> Formula {
        Formula::Within(Box::new(of.into()), Exact::ZERO, Exact::ONE)
    }

    /// What the formula gives.
    #[must_use]
    pub fn value(&self) -> Option<Exact> {
        match self {
            Formula::Term(term) => term.value.clone(),
            // Of nothing there is no figure, and not a figure of zero.
            Formula::Sum(parts) if parts.is_empty() => None,
            Formula::Sum(parts) => parts.iter().map(Formula::value).sum(),
            Formula::Difference(parts) => Some(parts[0].value()? - parts[1].value()?),
            Formula::Product(parts) => parts
                .iter()
                .try_fold(Exact::ONE, |product, part| Some(product * part.value()?)),
            Formula::Quotient(parts) => parts[0].value()?.checked_div(&parts[1].value()?),
            Formula::Mean(parts) => {
                let weights: Exact = parts.iter().map(|part| &part.weight).sum();
                weighted_sum(parts)?.checked_div(&weights)
            }
            Formula::WeightedSum(parts) if parts.is_empty() => None,
            Formula::WeightedSum(parts) => weighted_sum(parts),
            Formula::Lowest(parts) => values(parts)?.into_iter().min(),
            Formula::Highest(parts) => values(parts)?.into_iter().max(),
            Formula::Median(parts) => {
                let mut values = values(parts)?;
                values.sort();
                let upper = values.get(values.len() / 2)?;
                let lower = &values[(values.len() - 1) / 2];
                Some((lower + upper) / Exact::from(2u32))
            }
            Formula::Within(part, low, high) => Some(part.value()?.clamped(low, high)),
            Formula::Rounded(part, places) => Exact::parse(&part.value()?.rounded(*places)),
        }
    }

    /// Every term of the formula, in its order.
    #[must_use]
    pub fn terms(&self) -> Vec<(Option<&Exact>, &Term)> {
        let mut found = Vec::new();
        self.collect_terms(&mut found);
        found
    }

    fn collect_terms<'f>(&'f self, found: &mut Vec<(Option<&'f Exact>, &'f Term)>) {
        match self {
            Formula::Term(term) => found.push((None, term)),
            Formula::Sum(parts)
            | Formula::Product(parts)
            | Formula::Lowest(parts)
            | Formula::Highest(parts)
            | Formula::Median(parts) => {
                for part in parts {
                    part.collect_terms(found);
                }
            }
            Formula::Difference(parts) | Formula::Quotient(parts) => {
                for part in parts.iter() {
                    part.collect_terms(found);
                }
            }
            Formula::Mean(parts) | Formula::WeightedSum(parts) => {
                found.extend(parts.iter().map(|part| (Some(&part.weight), &part.term)));
            }
            Formula::Within(part, ..) | Formula::Rounded(part, _) => part.collect_terms(found),
        }
    }
}

fn weighted_sum(parts: &[Weighted]) -> Option<Exact> {
    parts
        .iter()
        .map(|part| {
            let value = part.term.value.as_ref()?;
            Some(if part.weight == Exact::ONE {
                value.clone()
            } else {
                &part.weight * value
            })
        })
        .sum()
}

fn values(parts: &[Formula]) -> Option<Vec<Exact>> {
    parts.iter().map(Formula::value).collect()
}
