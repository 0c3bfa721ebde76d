//! What is different between two days, cycles or assessments of one workspace, in words.

use super::{Note, Section, Writer, headline};
use crate::locale::{Locale, Word};
use crate::model::{Cycle, Workspace};
use crate::report::changes::Scored;
use crate::score::CycleScore;
use crate::score::compare::{
    Comparison, CycleComparison, Cycles, Ends, KeyResultPosition, KeyResultsOfBoth,
    RubricComparison, State,
};

impl Note {
    /// What is different between two ends, which go by `names`.
    #[must_use]
    pub fn between(
        workspace: &Workspace,
        comparison: &Comparison<'_>,
        names: Ends<String>,
        locale: &Locale,
    ) -> Note {
        let words = [
            (
                "organisation",
                Word::from(workspace.settings.organisation.as_str()),
            ),
            ("a", Word::from(names.a.as_str())),
            ("b", Word::from(names.b.as_str())),
        ];
        let title = locale.say("compare-heading", &words);
        let states = comparison.scores.map(|scores| State { workspace, scores });
        let writer = Writer {
            states,
            names,
            locale,
        };
        let mut named = Vec::new();
        let mut sections = Vec::new();
        for own in &comparison.rubrics {
            let rubric = &workspace.rubrics[own.rubric];
            named.extend(writer.in_short(rubric, own.ends));
            let mut section = writer.assessments(rubric, own.ends, own.both.as_ref());
            section.lines.splice(0..0, writer.about(own));
            sections.push(section);
        }
        match &comparison.cycles {
            Cycles::NotCompared => {}
            Cycles::OnBothDays(cycles) => {
                for (position, own) in cycles {
                    let definition = &workspace.cycles[*position];
                    let (short, section) = writer.on_both_days(definition, own);
                    named.extend(short);
                    sections.push(section);
                }
            }
            Cycles::Two(positions, both) => {
                let (short, section) = writer.two_cycles(*positions, both);
                named.push(short);
                sections.push(section);
            }
        }
        let headline = match named.is_empty() {
            true => locale.say("compare-nothing-changed", &[]),
            false => headline(named, locale),
        };
        Note {
            title,
            headline,
            remarks: Vec::new(),
            sections,
        }
    }
}

impl Writer<'_> {
    /// By which rubric the two assessments are scored, and whether anything changed.
    fn about(&self, own: &RubricComparison<'_>) -> Vec<String> {
        let rubric = &self.states.b.workspace.rubrics[own.rubric];
        let words = [
            ("rubric", Word::from(rubric.id.as_str())),
            ("version", Word::from(rubric.version.as_str())),
        ];
        let mut lines = vec![self.locale.say("compare-rubric", &words)];
        match &own.both {
            None => lines.push(self.say("compare-one-sided")),
            Some(both) if both.is_empty() => lines.push(self.say("compare-nothing-changed")),
            Some(both) if !both.pinned().are_same() => {
                lines.push(self.locale.say("compare-rubric-changed", &words));
            }
            Some(_) => {}
        }
        lines
    }

    /// A cycle on both days: for a headline where something moved, and in full.
    fn on_both_days(
        &self,
        definition: &Cycle,
        own: &CycleComparison<'_>,
    ) -> (Option<String>, Section) {
        let title = self.locale.period(definition.period);
        let progress = own.progress();
        if own.is_empty() {
            let shown = self.percent(progress.b);
            let line = self.say_of("compare-cycle-unchanged", "progress", shown);
            let section = Section {
                heading: title,
                lines: vec![line],
                ..Section::default()
            };
            return (None, section);
        }
        let positions = definition.objectives.iter().enumerate();
        let positions = positions.flat_map(|(objective, own)| {
            (0..own.key_results.len()).map(move |index| (objective, index))
        });
        let moved = positions.filter_map(|at| {
            let ends = own
                .ends
                .map(|score| Some(key_result((definition, score), &at)));
            let standing = ends.map(|own| {
                let (_, score) = own?;
                Some((score.status, score.progress.value(), score.confidence()))
            });
            (!standing.are_same()).then_some(ends)
        });
        let moved: Vec<_> = moved.collect();
        let section = Section {
            heading: title.clone(),
            lines: vec![self.progressed(progress)],
            tables: self.key_results(&moved).into_iter().collect(),
        };
        (
            Some(format!("{title}: {}", self.progress_in_short(progress))),
            section,
        )
    }

    fn two_cycles(&self, positions: Ends<usize>, both: &KeyResultsOfBoth) -> (String, Section) {
        let (a, b) = (self.states.a, self.states.b);
        let a = (
            &a.workspace.cycles[positions.a],
            &a.scores.cycles[positions.a],
        );
        let b = (
            &b.workspace.cycles[positions.b],
            &b.scores.cycles[positions.b],
        );
        let progress = Ends {
            a: a.1.progress.value(),
            b: b.1.progress.value(),
        };
        let carried_on = both.carried_on.iter().map(|at| Ends {
            a: Some(key_result(a, &at.a)),
            b: Some(key_result(b, &at.b)),
        });
        let new = both.new.iter().map(|at| Ends {
            a: None,
            b: Some(key_result(b, at)),
        });
        let gone = both.gone.iter().map(|at| Ends {
            a: Some(key_result(a, at)),
            b: None,
        });
        let all: Vec<_> = carried_on.chain(new).chain(gone).collect();
        let heading = self.say("compare-key-results");
        let short = format!(
            "{}: {}",
            self.say("compare-cycle-progress"),
            self.progress_in_short(progress)
        );
        let section = Section {
            heading,
            lines: vec![self.progressed(progress)],
            tables: self.key_results(&all).into_iter().collect(),
        };
        (short, section)
    }
}

fn key_result<'k>(
    (cycle, score): (&'k Cycle, &'k CycleScore),
    at: &KeyResultPosition,
) -> Scored<'k> {
    (
        &cycle.objectives[at.0].key_results[at.1],
        &score.objectives[at.0].key_results[at.1],
    )
}
