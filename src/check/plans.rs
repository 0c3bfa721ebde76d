//! A plan as the advice on it looks at it, and the advice given, less what its authors accept.

use chrono::NaiveDate;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Accepted, Advice, Cycle, KeyResult, Objective, Place, Workspace};
use crate::score::{CycleScore, KeyResultScore, ObjectiveScore, Scores, Status};

/// A plan and where it stands.
pub(super) struct Plan<'p> {
    pub(super) workspace: &'p Workspace,
    pub(super) cycle: &'p Cycle,
    score: &'p CycleScore,
    as_of: NaiveDate,
}

/// An objective that is not given up.
pub(super) struct Aim<'p> {
    pub(super) index: usize,
    pub(super) objective: &'p Objective,
    score: &'p ObjectiveScore,
}

/// A key result that is not given up.
#[derive(Clone, Copy)]
pub(super) struct Measure<'p> {
    pub(super) index: usize,
    pub(super) key_result: &'p KeyResult,
    pub(super) score: &'p KeyResultScore,
}

/// The plans of a workspace.
pub(super) fn plans<'p>(
    workspace: &'p Workspace,
    scores: &'p Scores,
) -> impl Iterator<Item = Plan<'p>> {
    let cycles = workspace.cycles.iter().zip(&scores.cycles);
    cycles.map(|(cycle, score)| Plan {
        workspace,
        cycle,
        score,
        as_of: scores.as_of,
    })
}

impl<'p> Plan<'p> {
    /// Whether the cycle has ended: advice on how to plan it comes too late.
    pub(super) fn is_over(&self) -> bool {
        self.as_of > self.cycle.days.last
    }

    /// Its objectives, without those whose key results are all given up.
    pub(super) fn aims(&self) -> impl Iterator<Item = Aim<'p>> {
        let objectives = self.cycle.objectives.iter().zip(&self.score.objectives);
        objectives
            .enumerate()
            .map(|(index, (objective, score))| Aim {
                index,
                objective,
                score,
            })
            .filter(|aim| aim.score.status != Status::Dropped)
    }
}

impl<'p> Aim<'p> {
    /// Its key results, without those given up.
    pub(super) fn measures(&self) -> impl Iterator<Item = Measure<'p>> + use<'p> {
        let key_results = self.objective.key_results.iter();
        key_results
            .zip(&self.score.key_results)
            .enumerate()
            .map(|(index, (key_result, score))| Measure {
                index,
                key_result,
                score,
            })
            .filter(|measure| measure.score.status != Status::Dropped)
    }
}

/// What a piece of advice is about; what holds it may accept it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    Plan,
    Objective(usize),
    KeyResult(usize, usize),
}

impl About {
    /// Whether what is said about `other` is said about this.
    fn holds(self, other: About) -> bool {
        match (self, other) {
            (About::Plan, _) => true,
            (About::Objective(own), About::Objective(objective)) => own == objective,
            (About::Objective(own), About::KeyResult(objective, _)) => own == objective,
            (About::KeyResult(..), About::KeyResult(..)) => self == other,
            (About::Objective(_), About::Plan) => false,
            (About::KeyResult(..), About::Plan | About::Objective(_)) => false,
        }
    }
}

/// The advice on one plan.
#[derive(Default)]
pub(super) struct Advised {
    given: Vec<(Advice, About, Diagnostic)>,
}

impl Advised {
    pub(super) fn give(&mut self, advice: Advice, about: About, diagnostic: Diagnostic) {
        self.given.push((advice, about, diagnostic));
    }

    /// Notes the advice that nobody accepted, and what was accepted in vain.
    pub(super) fn tell(self, plan: &Plan<'_>, diagnostics: &mut Diagnostics) {
        let accepted = accepted(plan);
        let is_accepted = |(advice, about, _): &(Advice, About, Diagnostic)| {
            accepted
                .iter()
                .any(|(holder, own)| own.advice == *advice && holder.holds(*about))
        };
        let is_needless = |(holder, own): &&(About, Accepted)| {
            let mut given = self.given.iter();
            !given.any(|(advice, about, _)| *advice == own.advice && holder.holds(*about))
        };
        // Of a cycle that has ended most advice is not given any more, whether accepted or not.
        if !plan.is_over() {
            for (_, own) in accepted.iter().filter(is_needless) {
                diagnostics.push(needless(*own));
            }
        }
        for given in &self.given {
            if !is_accepted(given) && !follows(&given.2, diagnostics) {
                diagnostics.push(given.2.clone());
            }
        }
    }
}

/// Whether advice follows from a value that is in doubt already: one mistake is told once.
fn follows(advice: &Diagnostic, diagnostics: &Diagnostics) -> bool {
    let mut related = advice.related.iter().map(|(place, _)| *place);
    advice.code == Code::MetAtBaseline
        && (diagnostics.doubts(Code::ImplausibleValue, advice.place)
            || related.any(|place| diagnostics.doubts(Code::ImplausibleValue, place)))
}

fn needless(accepted: Accepted) -> Diagnostic {
    Diagnostic::advice(Code::NeedlessAccepts, accepted.place)
        .with("advice", accepted.advice.as_str())
        .help("help")
}

/// Everything accepted in a plan, with what holds it. What is given up is advised on no more.
fn accepted(plan: &Plan<'_>) -> Vec<(About, Accepted)> {
    let mut accepted: Vec<(About, Accepted)> = Vec::new();
    let mut note = |holder: About, own: &[Accepted]| {
        accepted.extend(own.iter().map(|own| (holder, *own)));
    };
    note(About::Plan, &plan.cycle.accepts);
    for aim in plan.aims() {
        note(About::Objective(aim.index), &aim.objective.accepts);
        for measure in aim.measures() {
            let holder = About::KeyResult(aim.index, measure.index);
            note(holder, &measure.key_result.accepts);
        }
    }
    accepted
}

/// Advice at a place, with its help.
pub(super) fn advice(advice: Advice, place: Place) -> Diagnostic {
    Diagnostic::advice(code(advice), place).help("help")
}

/// The code that a piece of advice is told under.
fn code(advice: Advice) -> Code {
    match advice {
        Advice::FewKeyResults => Code::FewKeyResults,
        Advice::ManyKeyResults => Code::ManyKeyResults,
        Advice::ManyObjectives => Code::ManyObjectives,
        Advice::ActivityNotOutcome => Code::ActivityNotOutcome,
        Advice::NoCounterweight => Code::NoCounterweight,
        Advice::MetAtBaseline => Code::MetAtBaseline,
        Advice::NoOwner => Code::NoOwner,
        Advice::NoSource => Code::NoSource,
        Advice::DueOutsideCycle => Code::DueOutsideCycle,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_is_accepted_by_the_word_that_the_screen_shows() {
        for advice in Advice::ALL {
            assert_eq!(advice.as_str(), code(advice).as_str());
        }
    }
}
