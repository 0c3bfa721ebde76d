//! What was learned, written into a closing whose figures stand: one more key, and every other byte as it is.

use super::page::{Edit, Page, edited, field};
use super::yaml::{Node, Shape};

/// Why a closing takes no retrospective of an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unplaced {
    /// One stands already, on this line.
    Stands(usize),
    /// The closing says nothing of the id.
    NoEntry,
    /// It cannot be told where the retrospective goes.
    NoPlace,
}

/// The text of a closing with a retrospective, a scalar that can stand on one line, beside the objective or the key
/// result of an id; an objective is meant before a key result.
///
/// Whoever asked reads the result before it is written.
///
/// # Errors
///
/// Why there is no such text.
pub fn with_retrospective(text: &str, id: &str, retrospective: &str) -> Result<String, Unplaced> {
    let mut why = Unplaced::NoPlace;
    let grown = edited(text, |page, root| {
        let (_, objectives) = field(root, "objectives")?;
        why = Unplaced::NoEntry;
        let closed = closed(objectives, id)?;
        let old = field(closed, "retrospective").filter(|(_, old)| !waits(*old));
        why = match old {
            Some((key, _)) => Unplaced::Stands(page.line(key.place().start as usize)),
            None => Unplaced::NoPlace,
        };
        match old {
            Some(_) => None,
            None => said(page, closed, retrospective),
        }
    });
    grown.ok_or(why)
}

/// What is written of an objective; else what is written of a key result.
fn closed<'d>(objectives: Node<'d>, id: &str) -> Option<Node<'d>> {
    let is_it = |own: &Node<'_>| {
        let named = field(*own, "id").and_then(|(_, named)| named.scalar());
        named.is_some_and(|named| named.text == id)
    };
    let lists = || {
        let objectives = objectives.items();
        objectives.filter_map(|own| field(own, "key_results"))
    };
    let mut key_results = lists().flat_map(|(_, list)| list.items());
    let objective = objectives.items().find(is_it);
    objective.or_else(|| key_results.find(is_it))
}

/// Whether a key still waits for its text.
fn waits(text: Node<'_>) -> bool {
    let scalar = text.scalar();
    scalar.is_some_and(|own| own.is_nothing() || own.text.trim().is_empty())
}

/// The edit that says it: within braces behind all; on a line of its own before the key results, which are long.
fn said(page: &Page<'_>, closed: Node<'_>, retrospective: &str) -> Option<Edit> {
    if let Some((key, old)) = field(closed, "retrospective") {
        return page.put(key, old, retrospective);
    }
    let written = format!("retrospective: {retrospective}");
    let is_list = |(key, value): &(Node<'_>, Node<'_>)| {
        let named = key.scalar().is_some_and(|own| own.text == "key_results");
        named && matches!(value.shape(), Shape::Sequence)
    };
    let before = closed.entries().take_while(|own| !is_list(own)).last();
    match before {
        Some(entry) if !page.is_flow(closed) => page.behind(closed, entry, &written),
        _ => page.more(closed, &written),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_learned_goes_beside_what_it_is_about() {
        #[track_caller]
        fn case(id: &str, before: &str, after: Result<&str, Unplaced>) {
            let grown = with_retrospective(before, id, "Late.");
            assert_eq!(grown.as_deref().map_err(|why| *why), after, "{before}");
        }
        // Before the key results, comments and line ends as they are.
        case(
            "a",
            "regua: 1\r\nobjectives:\r\n  - id: a   # ours\r\n    grade: 0.6 # x\r\n    key_results:\r\n      - {id: k}\r\n",
            Ok(
                "regua: 1\r\nobjectives:\r\n  - id: a   # ours\r\n    grade: 0.6 # x\r\n    retrospective: Late.\r\n    key_results:\r\n      - {id: k}\r\n",
            ),
        );
        case(
            "b",
            "objectives:\n- id: a\n- key_results: []\n  id: b",
            Ok("objectives:\n- id: a\n- key_results: []\n  id: b\n  retrospective: Late."),
        );
        // Of a key result, before what is remarked of its figures.
        case(
            "k",
            "objectives:\n  - id: a\n    key_results:\n      - {id: k, grade: 0.6}   # 7 · 58%\n",
            Ok(
                "objectives:\n  - id: a\n    key_results:\n      - {id: k, grade: 0.6, retrospective: Late.}   # 7 · 58%\n",
            ),
        );
        // An objective is meant before a key result of the same id.
        case(
            "a",
            "objectives:\n  - id: o\n    key_results: [{id: a}]\n  - {id: a}\n",
            Ok(
                "objectives:\n  - id: o\n    key_results: [{id: a}]\n  - {id: a, retrospective: Late.}\n",
            ),
        );
        // A key that waits for its text.
        case(
            "a",
            "objectives:\n  - id: a\n    retrospective:\n",
            Ok("objectives:\n  - id: a\n    retrospective: Late.\n"),
        );
        case(
            "a",
            "objectives:\n  - {id: a, retrospective: ''}\n",
            Ok("objectives:\n  - {id: a, retrospective: Late.}\n"),
        );
        // What stands already is nobody's to replace here.
        case(
            "a",
            "objectives:\n  - id: a\n    retrospective: Early.\n",
            Err(Unplaced::Stands(3)),
        );
        for text in ["objectives: a\n", "objectives:\n  - id: b\n"] {
            case("a", text, Err(Unplaced::NoEntry));
        }
        for text in ["", "- a\n", "a: [\n"] {
            case("a", text, Err(Unplaced::NoPlace));
        }
    }
}
