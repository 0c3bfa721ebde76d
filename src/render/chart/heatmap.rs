//! Achievement by dimension and level.

use serde::Serialize;

use super::assessment::{Assessment, Cell, CellState, Level};
use super::figure::Figure;
use super::shapes::{Label, WIDTH, tenth};
use super::text::{NORMAL, entries, heads, widest_word, wrap};

/// Achievement by dimension and level.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Heatmap {
    width: f64,
    height: f64,
    /// Whether it is wider than a phone.
    is_wide: bool,
    columns: Vec<Column>,
    rows: Vec<Row>,
    /// The levels' titles by number, where they do not fit above their columns.
    keys: Label,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Column {
    x: f64,
    number: i64,
    /// The level's title, when every title of the chart fits above its column; else nothing.
    label: Label,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Row {
    label: Label,
    cells: Vec<HeatCell>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct HeatCell {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    /// Its middle, where the text stands.
    cx: f64,
    cy: f64,
    state: CellState,
    held: bool,
    /// `not`, `partially`, `largely` or `fully`: the shade, in the four steps of the ratings.
    shade: Option<&'static str>,
    achievement: Option<Figure>,
}

/// How the rows of a chart of cells are laid out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Grid {
    /// The width of a column.
    pub(super) cell: f64,
    /// Where the first column begins.
    pub(super) left: f64,
    /// Whether the names of the rows stand above their cells, not beside them.
    pub(super) is_stacked: bool,
    pub(super) width: f64,
}

impl Grid {
    /// Names beside the cells where both have room on a phone, the names without a word broken; above them where only
    /// the cells have. What fits in neither way is wider than a phone.
    pub(super) fn of<'t>(
        columns: usize,
        least_cell: f64,
        least_label: f64,
        names: impl Iterator<Item = (&'t str, f64)>,
    ) -> Grid {
        const MOST: f64 = 84.0;
        const MOST_LABEL: f64 = 216.0;
        let count = columns as f64;
        let asked = names.map(|(name, indent)| indent + widest_word(name, NORMAL) + APART);
        let least_label = asked.fold(least_label, f64::max).ceil();
        let beside = ((WIDTH - least_label) / count).min(MOST);
        if beside < least_cell && WIDTH / count >= least_cell {
            return Grid {
                cell: WIDTH / count,
                left: 0.0,
                is_stacked: true,
                width: WIDTH,
            };
        }
        let least_label = least_label.min(MOST_LABEL);
        let cell = ((WIDTH - least_label) / count).clamp(least_cell, MOST);
        let left = (WIDTH - cell * count).max(least_label);
        Grid {
            cell,
            left,
            is_stacked: false,
            width: (left + cell * count).ceil(),
        }
    }

    /// Whether it is wider than a phone.
    pub(super) fn is_wide(&self) -> bool {
        self.width > WIDTH
    }

    /// Where a column begins.
    pub(super) fn column(&self, index: usize) -> f64 {
        self.left + index as f64 * self.cell
    }

    /// A row's name in lines, how high the row is, and how far down its cells begin.
    pub(super) fn row(&self, name: &str, indent: f64, least: f64) -> (Vec<String>, f64, f64) {
        let room = if self.is_stacked {
            self.width
        } else {
            self.left - APART
        };
        let lines = wrap(name, room - indent, NORMAL, 6);
        let block = lines.len() as f64 * STEP;
        if self.is_stacked {
            (lines, block + 8.0 + least, block + 6.0)
        } else {
            let height = (block + 10.0).max(least + 2.0);
            (lines, height, 0.0)
        }
    }
}

/// Between a name and the cells beside it.
const APART: f64 = 8.0;

/// From one line of text to the next.
pub(super) const STEP: f64 = 15.0;

/// `None` when there are no dimensions, or no levels that ask something of their criteria.
pub(super) fn heatmap(assessment: &Assessment) -> Option<Heatmap> {
    const CELL: f64 = 34.0;
    let levels = &assessment.levels;
    let mut dimensions = assessment.dimensions.iter();
    if levels.is_empty() || dimensions.all(|dimension| dimension.cells.is_empty()) {
        return None;
    }
    let names = assessment.dimensions.iter();
    let names = names.map(|dimension| (dimension.title.as_str(), indent(dimension.depth)));
    let grid = Grid::of(levels.len(), 40.0, 108.0, names);
    let titles = levels.iter().map(|level| level.title.as_str());
    let titles = heads(titles, grid.cell - 4.0, NORMAL, 2);
    let deepest = titles.iter().flatten().map(Vec::len).max().unwrap_or(0);
    let named = titles.is_some();
    let mut titles = titles.unwrap_or_default().into_iter();
    let columns = levels.iter().enumerate().map(|(index, level)| {
        let x = tenth(grid.column(index) + grid.cell / 2.0);
        Column {
            x,
            number: level.number,
            label: Label {
                x,
                y: 31.0,
                step: STEP,
                anchor: "middle",
                lines: titles.next().unwrap_or_default(),
            },
        }
    });
    let columns = columns.collect();

    let mut y = 24.0 + deepest as f64 * STEP;
    let mut rows = Vec::new();
    for dimension in &assessment.dimensions {
        let indent = indent(dimension.depth);
        let (lines, height, down) = grid.row(&dimension.title, indent, CELL);
        let block = lines.len() as f64 * STEP;
        let room = height - down;
        let cells = levels.iter().enumerate().filter_map(|(index, level)| {
            let own = |cell: &&Cell| cell.number == level.number;
            let found = dimension.cells.iter().find(own)?;
            let x = grid.column(index);
            // The line around a level that is held is twice as wide, and stays within the cell.
            let inset = if found.held { 2.0 } else { 1.0 };
            Some(HeatCell {
                x: tenth(x + inset),
                y: tenth(y + down + inset),
                width: tenth(grid.cell - 2.0 * inset),
                height: tenth(room - 2.0 * inset),
                cx: tenth(x + grid.cell / 2.0),
                cy: tenth(y + down + room / 2.0),
                state: found.state,
                held: found.held,
                shade: found
                    .achievement
                    .as_ref()
                    .map(|figure| shade(figure.number)),
                achievement: found.achievement.clone(),
            })
        });
        let cells = cells.collect();
        let top = if grid.is_stacked {
            y + 3.0
        } else {
            y + (height - block) / 2.0
        };
        rows.push(Row {
            label: Label {
                x: tenth(indent),
                y: tenth(top + 11.5),
                step: STEP,
                anchor: "start",
                lines,
            },
            cells,
        });
        y += height;
    }
    let keys = if named {
        Vec::new()
    } else {
        let entry = |level: &Level| format!("{} {}", level.number, level.title);
        let texts: Vec<String> = levels.iter().map(entry).collect();
        entries(&texts, WIDTH, NORMAL)
    };
    let below = if keys.is_empty() {
        2.0
    } else {
        8.0 + keys.len() as f64 * STEP
    };
    Some(Heatmap {
        width: grid.width,
        height: tenth(y + below),
        is_wide: grid.is_wide(),
        columns,
        rows,
        keys: Label {
            x: 0.0,
            y: tenth(y + 18.0),
            step: STEP,
            anchor: "start",
            lines: keys,
        },
    })
}

/// How far a dimension's name is set in.
fn indent(depth: u32) -> f64 {
    f64::from(depth.min(3)) * 12.0
}

/// The shade of a cell changes where the rating would.
fn shade(achievement: f64) -> &'static str {
    match achievement {
        share if share <= 0.15 => "not",
        share if share <= 0.50 => "partially",
        share if share <= 0.85 => "largely",
        _ => "fully",
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assessment;
    use super::*;

    #[test]
    fn a_heat_map_has_a_cell_where_the_model_has_one() {
        let map = heatmap(&assessment(&["Processos"])).expect("levels and a dimension");
        assert_eq!(map.columns.len(), 3);
        assert_eq!(map.rows[0].cells.len(), 3);
        assert_eq!(map.rows[0].cells[1].shade, Some("largely"));
        assert!(map.rows[0].cells[0].held);
    }

    #[test]
    fn no_word_of_a_name_is_broken() {
        let names = [
            "Qualidade de dados e interoperabilidade",
            "Desenvolvimento de pessoas",
            "Inconstitucionalissimamente responsabilizável",
        ];
        for count in 1..=12 {
            for most in 1..=names.len() {
                let mut own = assessment(&names[..most]);
                own.levels = (0..count)
                    .map(|index| Level {
                        number: index,
                        title: "Nível".to_owned(),
                        from: None,
                    })
                    .collect();
                let map = heatmap(&own).expect("levels and dimensions");
                for (row, name) in map.rows.iter().zip(names) {
                    assert_eq!(row.label.lines.join(" "), name, "{count} levels");
                }
            }
        }
    }

    #[test]
    fn the_shade_changes_where_the_rating_does() {
        #[track_caller]
        fn case(achievement: f64, expected: &str) {
            assert_eq!(shade(achievement), expected);
        }
        case(0.0, "not");
        case(0.15, "not");
        case(0.5, "partially");
        case(0.85, "largely");
        case(0.86, "fully");
    }
}
