//! What asks for somebody's hand this week: deadlines missed and near, silence, baselines and retrospectives owed.

use chrono::NaiveDate;

use super::status::{Board, Pick};
use crate::cli::table;
use crate::locale::Word;
use crate::model::{Cycle, KeyResult, KeyResultKind, Objective, ValueSource, Workspace};
use crate::score::{CycleScore, Flag, KeyResultScore, Scores, Status};

/// How many days ahead a last day is told.
const AHEAD: i64 = 14;
/// The most that are listed: who has more to do counts the rest.
const MOST: usize = 10;

/// Something to do: how urgent, when, and in words.
struct Item {
    urgency: Urgency,
    day: NaiveDate,
    text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Urgency {
    Missed,
    Silent,
    NoBaseline,
    Due,
    Retrospective,
}

/// The list, most urgent first; empty when there is nothing to do.
pub(super) fn section(
    board: &Board<'_>,
    workspace: &Workspace,
    scores: &Scores,
    pick: &Pick<'_>,
) -> String {
    let week = Week {
        board,
        workspace,
        scores,
        pick,
    };
    let mut items = week.items();
    if items.is_empty() {
        return String::new();
    }
    items.sort_by_key(|item| (item.urgency, item.day));
    let mut text = String::from("\n");
    let heading = board.say("okr-week");
    text.push_str(&table::paragraph(&heading, table::bold(), 0, board.width));
    let plain = anstyle::Style::new();
    for item in items.iter().take(MOST) {
        let line = format!("• {}", item.text);
        text.push_str(&table::marked(&line, plain, 2, board.width));
    }
    if items.len() > MOST {
        let words = [("count", Word::from(items.len() - MOST))];
        let line = board.locale.say("okr-week-more", &words);
        text.push_str(&table::paragraph(&line, table::dim(), 2, board.width));
    }
    text
}

struct Week<'w> {
    board: &'w Board<'w>,
    workspace: &'w Workspace,
    scores: &'w Scores,
    pick: &'w Pick<'w>,
}

impl Week<'_> {
    fn items(&self) -> Vec<Item> {
        let mut items = Vec::new();
        for (cycle, score) in self.workspace.cycles.iter().zip(&self.scores.cycles) {
            if score.is_closed {
                self.retrospectives(cycle, score, &mut items);
                continue;
            }
            if !self.pick.is_in_full(cycle, score, self.scores)
                || cycle.days.first > self.scores.as_of
            {
                continue;
            }
            for (objective, score) in cycle.objectives.iter().zip(&score.objectives) {
                let key_results = objective.key_results.iter().zip(&score.key_results);
                for (key_result, score) in key_results {
                    if self.pick.owns(objective, key_result) {
                        items.extend(self.item(cycle, objective, key_result, score));
                    }
                }
            }
        }
        items
    }

    fn say(&self, key: &str, day: NaiveDate) -> String {
        let days = (day - self.scores.as_of).num_days();
        let words = [
            ("date", Word::from(self.board.locale.date(day))),
            ("days", Word::Count(days)),
        ];
        self.board.locale.say(key, &words)
    }

    /// Everything that one key result asks for, in one line.
    fn item(
        &self,
        cycle: &Cycle,
        objective: &Objective,
        key_result: &KeyResult,
        score: &KeyResultScore,
    ) -> Option<Item> {
        let mut asked: Vec<(Urgency, NaiveDate, String)> = Vec::new();
        let mut note = |urgency, day, key: &str| asked.push((urgency, day, self.say(key, day)));
        let is_near = |day: NaiveDate| {
            let days = (day - self.scores.as_of).num_days();
            (0..=AHEAD).contains(&days)
        };
        let is_over = matches!(score.status, Status::Achieved | Status::Dropped);
        if score.status == Status::Missed {
            note(Urgency::Missed, score.due, "okr-week-missed");
        }
        if score.flags.contains(&Flag::Stale) {
            note(Urgency::Silent, score.silence.since, "okr-week-silent");
        }
        if score.status == Status::NoBaseline {
            note(Urgency::NoBaseline, score.due, "okr-week-no-baseline");
        }
        if !is_over && is_near(score.due) {
            note(Urgency::Due, score.due, "okr-week-due");
        }
        if !is_over && let KeyResultKind::Milestones(milestones) = &key_result.kind {
            let open = milestones
                .iter()
                .zip(&score.milestones_done)
                .filter(|(_, done)| !**done);
            for (milestone, _) in open.filter(|(own, _)| own.due != score.due) {
                let key = if milestone.due < self.scores.as_of {
                    "okr-week-milestone-late"
                } else if is_near(milestone.due) {
                    "okr-week-milestone"
                } else {
                    continue;
                };
                let words = [
                    ("milestone", Word::from(milestone.id.as_str())),
                    ("date", Word::from(self.board.locale.date(milestone.due))),
                ];
                let said = self.board.locale.say(key, &words);
                asked.push((Urgency::Due, milestone.due, said));
            }
        }
        let (urgency, day, _) = asked.first()?;
        let (urgency, day) = (*urgency, *day);
        let mut said: Vec<String> = asked.into_iter().map(|(_, _, said)| said).collect();
        if urgency == Urgency::Silent || urgency == Urgency::NoBaseline {
            said.push(self.how(cycle, key_result));
        }
        let owner = key_result.owner.as_ref().or(objective.owner.as_ref());
        let who = owner.map_or_else(String::new, |owner| format!(" ({owner})"));
        Some(Item {
            urgency,
            day,
            text: format!("{}{who}: {}", key_result.id, said.join(" · ")),
        })
    }

    /// What to do about silence: a check-in, or a reading of the KPI.
    fn how(&self, cycle: &Cycle, key_result: &KeyResult) -> String {
        match &key_result.source {
            ValueSource::Kpi(kpi) => {
                let kpi = &self.workspace.kpis[*kpi].id;
                let words = [("kpi", Word::from(kpi.as_str()))];
                self.board.locale.say("okr-week-read", &words)
            }
            ValueSource::ServiceLevel(level) => {
                let id = self.workspace.service_levels[*level].id.as_str();
                let words = [("service-level", Word::from(id))];
                self.board.locale.say("okr-week-serve", &words)
            }
            ValueSource::Score(_) => self.board.say("okr-week-assess"),
            ValueSource::CheckIns => {
                let is_elsewhere = self.workspace.cycles.iter().any(|other| {
                    let mut key_results = other.objectives.iter().flat_map(|own| &own.key_results);
                    other.id != cycle.id && key_results.any(|own| own.id == key_result.id)
                });
                match is_elsewhere {
                    true => format!("regua okr check-in {}/{}", cycle.id, key_result.id),
                    false => format!("regua okr check-in {}", key_result.id),
                }
            }
        }
    }

    fn retrospectives(&self, cycle: &Cycle, score: &CycleScore, items: &mut Vec<Item>) {
        let Some(closing) = cycle.closing.as_ref().filter(|_| score.is_closed) else {
            return;
        };
        for (objective, closed) in cycle.objectives.iter().zip(&closing.objectives) {
            let mut key_results = objective.key_results.iter();
            if let Some(closed) = closed
                && closed.owes_retrospective(objective)
                && key_results.any(|own| self.pick.owns(objective, own))
            {
                let owner = objective.owner.as_ref();
                let who = owner.map_or_else(String::new, |owner| format!(" ({owner})"));
                let name = format!("{}/{}", cycle.id, objective.id);
                let said = self.say("okr-week-retrospective", closing.closed);
                items.push(Item {
                    urgency: Urgency::Retrospective,
                    day: closing.closed,
                    text: format!("{name}{who}: {said}"),
                });
            }
        }
    }
}
