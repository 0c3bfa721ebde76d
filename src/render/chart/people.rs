//! The levels that persons hold, against what their roles ask for: a row for each person, a column for each skill.

use serde::{Deserialize, Serialize};

use super::figure::Figure;
use super::heatmap::{Grid, STEP};
use super::shapes::{Label, WIDTH, tenth};
use super::text::{NORMAL, entries, heads, letter, wrap};

/// What the chart reads of a skill.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Skill {
    id: String,
}

/// What it reads of a role.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Role {
    title: Option<String>,
    persons: Vec<Person>,
}

#[derive(Debug, Clone, Deserialize)]
struct Person {
    name: String,
    cells: Vec<Cell>,
}

#[derive(Debug, Clone, Deserialize)]
struct Cell {
    state: State,
    held: Option<i64>,
    required: Option<i64>,
    gap: Option<Figure>,
    shade: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
enum State {
    Met,
    Lacking,
    NotRated,
    Held,
    None,
}

/// Persons by skills, role by role.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct People {
    width: f64,
    height: f64,
    /// Whether it is wider than a phone.
    is_wide: bool,
    /// What stands above the columns: each skill's id, or a letter for it.
    columns: Vec<Label>,
    /// One for each role, in the order of the model; its title is the template's affair where it has none.
    roles: Vec<Group>,
    /// The ids by their letters, where these stand above the columns.
    keys: Label,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Group {
    y: f64,
    /// The role's title; without lines for persons without a role.
    label: Label,
    rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Row {
    label: Label,
    cells: Vec<Place>,
}

/// A cell with its place.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Place {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    /// Where its text stands.
    cx: f64,
    cy: f64,
    state: State,
    held: Option<i64>,
    required: Option<i64>,
    /// Held less required, where that is below zero.
    short: Option<Figure>,
    shade: Option<String>,
}

/// All persons in one chart. `None` without persons or without skills.
pub(super) fn people(skills: &[Skill], roles: &[Role]) -> Option<People> {
    drawn(skills, roles, f64::INFINITY).pop()
}

/// The same in charts that each fit a sheet of paper with their headings, the head repeated on each.
pub(super) fn people_in_parts(skills: &[Skill], roles: &[Role]) -> Vec<People> {
    const SHEET: f64 = 600.0;
    drawn(skills, roles, SHEET)
}

/// Charts that are at most so high.
fn drawn(skills: &[Skill], roles: &[Role], most: f64) -> Vec<People> {
    const CELL: f64 = 30.0;
    const TOP: f64 = 20.0;
    let persons = roles.iter().flat_map(|role| &role.persons);
    if skills.is_empty() {
        return Vec::new();
    }
    let names = persons.map(|person| (person.name.as_str(), 0.0));
    let grid = Grid::of(skills.len(), 56.0, 104.0, names);
    let head = Head::of(skills, &grid);
    let room = most - head.below();

    let mut charts = Vec::new();
    let mut groups: Vec<Group> = Vec::new();
    let mut y = TOP;
    for role in roles {
        let title = role.title.as_deref().unwrap_or_default();
        let title = wrap(title, grid.width, NORMAL, 4);
        let title_height = 11.0 + title.len().max(1) as f64 * STEP;
        let mut is_open = false;
        for person in &role.persons {
            let (lines, height, down) = grid.row(&person.name, 0.0, CELL);
            let ahead = if is_open { 0.0 } else { title_height };
            if y + ahead + height > room && !groups.is_empty() {
                charts.push(head.chart(&grid, std::mem::take(&mut groups), y));
                y = TOP;
                is_open = false;
            }
            if !is_open {
                groups.push(Group {
                    y: tenth(y + 18.0),
                    label: Label {
                        x: 0.0,
                        y: tenth(y + 18.0),
                        step: STEP,
                        anchor: "start",
                        lines: title.clone(),
                    },
                    rows: Vec::new(),
                });
                y += title_height;
                is_open = true;
            }
            let block = lines.len() as f64 * STEP;
            let top = if grid.is_stacked {
                y + 3.0
            } else {
                y + (height - block) / 2.0
            };
            let row = Row {
                label: Label {
                    x: 0.0,
                    y: tenth(top + 11.5),
                    step: STEP,
                    anchor: "start",
                    lines,
                },
                cells: cells(&grid, person, y + down, height - down),
            };
            if let Some(group) = groups.last_mut() {
                group.rows.push(row);
            }
            y += height;
        }
    }
    if !groups.is_empty() {
        charts.push(head.chart(&grid, groups, y));
    }
    charts
}

/// What stands above the columns, and below the rows to explain it.
struct Head {
    columns: Vec<Label>,
    keys: Vec<String>,
}

impl Head {
    fn of(skills: &[Skill], grid: &Grid) -> Head {
        let ids = skills.iter().map(|skill| skill.id.as_str());
        let named = heads(ids, grid.cell - 4.0, NORMAL, 1);
        let keys: Vec<String> = match named {
            Some(_) => Vec::new(),
            None => {
                let skills = skills.iter().enumerate();
                skills
                    .map(|(index, skill)| format!("{} {}", letter(index), skill.id))
                    .collect()
            }
        };
        let heads = named.unwrap_or_else(|| {
            let letters = (0..skills.len()).map(|index| vec![letter(index)]);
            letters.collect()
        });
        let columns = heads.into_iter().enumerate().map(|(index, lines)| Label {
            x: tenth(grid.column(index) + grid.cell / 2.0),
            y: 14.0,
            step: STEP,
            anchor: "middle",
            lines,
        });
        Head {
            columns: columns.collect(),
            keys: entries(&keys, WIDTH, NORMAL),
        }
    }

    /// How much the keys take below the rows.
    fn below(&self) -> f64 {
        match self.keys.len() {
            0 => 2.0,
            lines => 8.0 + lines as f64 * STEP,
        }
    }

    /// A chart of rows that end at `y`.
    fn chart(&self, grid: &Grid, roles: Vec<Group>, y: f64) -> People {
        People {
            width: grid.width,
            height: tenth(y + self.below()),
            is_wide: grid.is_wide(),
            columns: self.columns.clone(),
            roles,
            keys: Label {
                x: 0.0,
                y: tenth(y + 18.0),
                step: STEP,
                anchor: "start",
                lines: self.keys.clone(),
            },
        }
    }
}

fn cells(grid: &Grid, person: &Person, y: f64, height: f64) -> Vec<Place> {
    let own = person.cells.iter().enumerate();
    own.map(|(index, cell)| {
        let x = grid.column(index);
        // The line around a level that is met is twice as wide, and stays within the cell.
        let inset = if cell.state == State::Met { 2.0 } else { 1.0 };
        Place {
            x: tenth(x + inset),
            y: tenth(y + inset),
            width: tenth(grid.cell - 2.0 * inset),
            height: tenth(height - 2.0 * inset),
            cx: tenth(x + grid.cell / 2.0),
            cy: tenth(y + height / 2.0 + 4.3),
            state: cell.state,
            held: cell.held,
            required: cell.required,
            short: cell.gap.clone().filter(|gap| gap.number > 0.0),
            shade: cell.shade.clone(),
        }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::read;
    use super::super::text::text_width;
    use super::*;

    fn drawn(skills: usize, persons: usize, skill: &str, name: &str) -> People {
        let (skills, roles) = asked(skills, persons, skill, name);
        people(&skills, &roles).expect("persons and skills")
    }

    fn asked(skills: usize, persons: usize, skill: &str, name: &str) -> (Vec<Skill>, Vec<Role>) {
        let cell = serde_json::json!({
            "state": "lacking", "held": 3, "required": 5, "gap": "2", "shade": "partially",
        });
        let person = serde_json::json!({"name": name, "cells": vec![cell; skills]});
        let role = serde_json::json!({"title": "Atendente", "persons": vec![person; persons]});
        let skills: Vec<Skill> = read(serde_json::json!(vec![
            serde_json::json!({"id": skill});
            skills
        ]));
        (skills, vec![read(role)])
    }

    #[test]
    fn many_persons_are_drawn_in_charts_that_each_fit_a_sheet() {
        for skills in [1, 3, 6, 12] {
            for persons in [1, 7, 25, 60] {
                let name = "Elisa Prado de Albuquerque Cavalcanti";
                let (skills, roles) = asked(skills, persons, "customer-communication", name);
                let charts = people_in_parts(&skills, &roles);
                let rows = charts.iter().flat_map(|chart| &chart.roles);
                let rows: usize = rows.map(|role| role.rows.len()).sum();
                assert_eq!(rows, persons, "nobody is lost");
                assert_eq!(
                    charts.len() > 1,
                    people(&skills, &roles).is_some_and(|all| all.height > 600.0)
                );
                for chart in &charts {
                    assert!(chart.height <= 600.0, "{}", chart.height);
                    assert_eq!(chart.columns.len(), skills.len(), "each has its head");
                    assert_eq!(chart.roles[0].label.lines, ["Atendente"]);
                    assert!(chart.roles.iter().all(|role| !role.rows.is_empty()));
                }
            }
        }
    }

    #[test]
    fn every_person_has_a_cell_for_every_skill_whatever_their_number() {
        for skills in 1..=12 {
            for persons in [1, 7, 40] {
                let chart = drawn(skills, persons, "csmg", "Ana");
                let rows = &chart.roles[0].rows;
                assert_eq!(rows.len(), persons);
                let right = rows[0].cells.last().map(|cell| cell.x + cell.width);
                assert!(right.is_some_and(|right| right <= chart.width));
                assert!(rows.iter().all(|row| row.cells.len() == skills));
                assert_eq!(chart.is_wide, chart.width > WIDTH);
            }
        }
    }

    #[test]
    fn a_long_id_is_told_by_a_letter() {
        let chart = drawn(6, 2, "customer-communication", "Ana");
        assert_eq!(chart.columns[1].lines, ["B"]);
        let told = chart.keys.lines.join(" ");
        assert!(told.contains("F customer-communication"), "{told}");
        assert!(drawn(3, 2, "csmg", "Ana").keys.lines.is_empty());
    }

    #[test]
    fn a_long_name_does_not_reach_its_cells() {
        let name = "Maria Aparecida dos Santos Figueiredo Jr";
        for skills in 1..=12 {
            let chart = drawn(skills, 2, "csmg", name);
            for row in &chart.roles[0].rows {
                assert_eq!(row.label.lines.join(" "), name);
                let first = &row.cells[0];
                let below = row.label.y + STEP * (row.label.lines.len() - 1) as f64;
                for line in &row.label.lines {
                    let is_left = text_width(line, NORMAL) <= first.x;
                    assert!(is_left || below < first.y, "{skills} skills: {line}");
                }
            }
        }
    }
}
