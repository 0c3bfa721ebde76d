//! Achievement by dimension and level.

use serde::Serialize;

use super::assessment::{Assessment, CellState};
use super::figure::Figure;
use super::shapes::{Label, tenth};
use super::text::wrap;

/// Achievement by dimension and level.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Heatmap {
    width: f64,
    height: f64,
    columns: Vec<Column>,
    rows: Vec<Row>,
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
    y: f64,
    height: f64,
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

/// `None` when there are no dimensions, or no levels that ask something of their criteria.
pub(super) fn heatmap(assessment: &Assessment) -> Option<Heatmap> {
    const SIZE: f64 = 13.0;
    const SMALL: f64 = 11.0;
    let count = assessment.levels.len();
    let mut dimensions = assessment.dimensions.iter();
    if count == 0 || dimensions.all(|dimension| dimension.cells.is_empty()) {
        return None;
    }
    let labels = 118.0;
    let cell = (350.0 / count as f64).clamp(44.0, 84.0);
    let titles: Vec<Vec<String>> = assessment
        .levels
        .iter()
        .map(|level| wrap(&level.title, cell, SMALL, 9))
        .collect();
    let whole = assessment.levels.iter().zip(&titles).all(|(level, lines)| {
        lines.len() <= 2
            && lines.join(" ") == level.title.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    let lines = if whole {
        titles.iter().map(Vec::len).max().unwrap_or(0)
    } else {
        0
    };
    let head = 24.0 + lines as f64 * 13.0 + 6.0;

    let columns = assessment
        .levels
        .iter()
        .zip(titles)
        .enumerate()
        .map(|(index, (level, lines))| {
            let x = tenth(labels + (index as f64 + 0.5) * cell);
            Column {
                x,
                number: level.number,
                label: Label {
                    x,
                    y: 33.0,
                    step: 13.0,
                    anchor: "middle",
                    lines: if whole { lines } else { Vec::new() },
                },
            }
        })
        .collect();

    let mut y = head;
    let mut rows = Vec::new();
    for dimension in &assessment.dimensions {
        let indent = f64::from(dimension.depth.min(3)) * 12.0;
        let lines = wrap(&dimension.title, labels - 10.0 - indent, SIZE, 4);
        let height = (lines.len() as f64 * 16.0 + 12.0).max(40.0);
        let cells = assessment
            .levels
            .iter()
            .enumerate()
            .filter_map(|(index, level)| {
                let found = dimension
                    .cells
                    .iter()
                    .find(|cell| cell.number == level.number)?;
                let x = labels + index as f64 * cell;
                Some(HeatCell {
                    x: tenth(x + 1.0),
                    y: tenth(y + 1.0),
                    width: tenth(cell - 2.0),
                    height: tenth(height - 2.0),
                    cx: tenth(x + cell / 2.0),
                    cy: tenth(y + height / 2.0),
                    state: found.state,
                    held: found.held,
                    shade: found
                        .achievement
                        .as_ref()
                        .map(|figure| shade(figure.number)),
                    achievement: found.achievement.clone(),
                })
            })
            .collect();
        let block = lines.len() as f64 * 16.0;
        rows.push(Row {
            y: tenth(y),
            height: tenth(height),
            label: Label {
                x: tenth(indent),
                y: tenth(y + (height - block) / 2.0 + 12.0),
                step: 16.0,
                anchor: "start",
                lines,
            },
            cells,
        });
        y += height;
    }
    Some(Heatmap {
        width: (labels + cell * count as f64).ceil(),
        height: (y + 2.0).ceil(),
        columns,
        rows,
    })
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
