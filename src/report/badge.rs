//! A badge: the one thing that a README says of a workspace.

use serde::Serialize;

use crate::locale::{Locale, NO_VALUE, Word};
use crate::model::{Exact, Rubric, Status, Workspace};
use crate::score::{AssessmentScore, CycleScore, Scores, ends};

/// What a badge says, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Badge {
    /// What it is about.
    pub label: String,
    /// How that stands.
    pub value: String,
    /// What its colour says; the words say it too.
    pub tone: Tone,
    /// All of it in a sentence, for those who do not see it.
    pub title: String,
    /// The colour where there is nothing to judge, as `#0e5a6b`; none: the shipped one.
    pub accent: Option<String>,
}

/// What the colour of a badge says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// The target is held, or the cycle is on track.
    Good,
    /// The target is one level above, or the cycle is behind.
    Near,
    /// The target is further away, or the cycle is at risk.
    Far,
    /// Nothing is aimed at, or nothing is measured.
    Plain,
}

impl Badge {
    /// The level of an assessment, of how many, and what is aimed at; the score where the rubric gives no level; where
    /// nothing is answered, that.
    /// `label` stands in the place of the rubric's title.
    #[must_use]
    pub fn of_assessment(
        workspace: &Workspace,
        score: &AssessmentScore,
        label: Option<String>,
        locale: &Locale,
    ) -> Badge {
        let rubric = &workspace.rubrics[score.rubric];
        let mut targets = workspace.settings.targets.iter();
        let target = targets
            .find(|target| target.rubric == score.rubric)
            .and_then(|target| target.level);
        let title = || rubric.title.in_language(locale.language()).to_owned();
        let label = label.unwrap_or_else(title);
        let value = standing(rubric, score, target, locale);
        let tone = match (score.whole.level, target) {
            _ if !score.is_begun() => Tone::Plain,
            (_, None) => Tone::Plain,
            (Some(level), Some(target)) if level >= target => Tone::Good,
            (Some(level), Some(target)) if level + 1 == target => Tone::Near,
            (_, Some(_)) => Tone::Far,
        };
        Badge::new(workspace, label, value, tone, locale)
    }

    /// The progress of a cycle, and the worst status of its objectives. `label` stands in the place of its period.
    #[must_use]
    pub fn of_cycle(
        workspace: &Workspace,
        scores: &Scores,
        index: usize,
        label: Option<String>,
        locale: &Locale,
    ) -> Badge {
        let cycle = &workspace.cycles[index];
        let score = &scores.cycles[index];
        let words = [("cycle", Word::from(locale.period(cycle.period)))];
        let label = label.unwrap_or_else(|| locale.say("badge-cycle", &words));
        let status = worst(score);
        let progress = match score.progress.value() {
            Some(progress) => locale.percent(progress, 0),
            None => NO_VALUE.to_owned(),
        };
        let words = [
            ("progress", Word::from(progress)),
            ("status", Word::from(status.as_str())),
        ];
        let value = locale.say("badge-progress", &words);
        let tone = match status {
            Status::OnTrack | Status::Achieved => Tone::Good,
            Status::Behind => Tone::Near,
            Status::AtRisk | Status::Missed => Tone::Far,
            Status::NoData | Status::NoBaseline | Status::Planned | Status::Dropped => Tone::Plain,
        };
        Badge::new(workspace, label, value, tone, locale)
    }

    fn new(
        workspace: &Workspace,
        label: String,
        value: String,
        tone: Tone,
        locale: &Locale,
    ) -> Badge {
        let words = [
            ("label", Word::from(label.as_str())),
            ("value", Word::from(value.as_str())),
            (
                "organisation",
                Word::from(workspace.settings.organisation.as_str()),
            ),
        ];
        let accents = workspace.settings.brand.accents();
        Badge {
            title: locale.say("badge-title", &words),
            accent: accents.map(|(light, _)| light.to_string()),
            label,
            value,
            tone,
        }
    }
}

fn standing(
    rubric: &Rubric,
    score: &AssessmentScore,
    target: Option<u32>,
    locale: &Locale,
) -> String {
    if !score.is_begun() {
        return locale.say("badge-unanswered", &[]);
    }
    let top = rubric.levels.last().map(|level| level.number);
    if let (Some(level), Some(top)) = (score.whole.level, top) {
        let words = [
            ("level", Word::from(level.to_string())),
            ("top", Word::from(top.to_string())),
            ("target", Word::from(target.unwrap_or_default().to_string())),
        ];
        let key = match target {
            Some(_) => "badge-level-target",
            None => "badge-level",
        };
        return locale.say(key, &words);
    }
    let figure = |value: Option<&Exact>| {
        value.map_or_else(|| NO_VALUE.to_owned(), |value| locale.number(value, 2))
    };
    let top = locale.number_short(&ends::top(rubric), 2);
    let words = [
        ("score", Word::from(figure(score.index.value()))),
        ("top", Word::from(top)),
    ];
    locale.say("badge-score", &words)
}

/// The worst status among the objectives of a cycle that are not given up.
fn worst(score: &CycleScore) -> Status {
    let has = |status: &Status| score.objectives.iter().any(|own| own.status == *status);
    Status::ALL.into_iter().find(has).unwrap_or(Status::NoData)
}
