//! What was learned, written into a closing whose figures stand: one more key, and every other byte as it is.

use super::page::{Edit, Page, edited, field};
use super::yaml::{Node, Shape};

/// The text of a closing with a retrospective, a scalar that can stand on one line, beside the objective or the key
/// result of an id; `None` where it cannot be told where that goes, or where one stands already.
///
/// Whoever asked reads the result before it is written.
#[must_use]
pub fn with_retrospective(text: &str, id: &str, retrospective: &str) -> Option<String> {
    edited(text, |page, root| {
        let (_, objectives) = field(root, "objectives")?;
        let key_results = || {
            let lists = objectives
                .items()
                .filter_map(|own| field(own, "key_results"));
            lists.flat_map(|(_, list)| list.items())
        };
        let is_it = |own: &Node<'_>| {
            let named = field(*own, "id").and_then(|(_, named)| named.scalar());
            named.is_some_and(|named| named.text == id)
        };
        let closed = objectives
            .items()
            .find(is_it)
            .or_else(|| key_results().find(is_it))?;
        said(page, closed, retrospective)
    })
}

/// The edit that says it: within braces behind all; on a line of its own before the key results, which are long.
fn said(page: &Page<'_>, closed: Node<'_>, retrospective: &str) -> Option<Edit> {
    if let Some((key, old)) = field(closed, "retrospective") {
        let is_empty = old.scalar().is_some_and(|own| own.is_nothing());
        return if is_empty {
            page.put(key, old, retrospective)
        } else {
            None
        };
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
        fn case(id: &str, before: &str, after: Option<&str>) {
            assert_eq!(
                with_retrospective(before, id, "Late.").as_deref(),
                after,
                "{before}"
            );
        }
        // Before the key results, comments and line ends as they are.
        case(
            "a",
            "regua: 1\r\nobjectives:\r\n  - id: a   # ours\r\n    grade: 0.6 # x\r\n    key_results:\r\n      - {id: k}\r\n",
            Some(
                "regua: 1\r\nobjectives:\r\n  - id: a   # ours\r\n    grade: 0.6 # x\r\n    retrospective: Late.\r\n    key_results:\r\n      - {id: k}\r\n",
            ),
        );
        case(
            "b",
            "objectives:\n- id: a\n- key_results: []\n  id: b",
            Some("objectives:\n- id: a\n- key_results: []\n  id: b\n  retrospective: Late."),
        );
        // Of a key result, before what is remarked of its figures.
        case(
            "k",
            "objectives:\n  - id: a\n    key_results:\n      - {id: k, grade: 0.6}   # 7 · 58%\n",
            Some(
                "objectives:\n  - id: a\n    key_results:\n      - {id: k, grade: 0.6, retrospective: Late.}   # 7 · 58%\n",
            ),
        );
        // An objective is meant before a key result of the same id.
        case(
            "a",
            "objectives:\n  - id: o\n    key_results: [{id: a}]\n  - {id: a}\n",
            Some(
                "objectives:\n  - id: o\n    key_results: [{id: a}]\n  - {id: a, retrospective: Late.}\n",
            ),
        );
        // A key that waits for its text.
        case(
            "a",
            "objectives:\n  - id: a\n    retrospective:\n",
            Some("objectives:\n  - id: a\n    retrospective: Late.\n"),
        );
        // What stands already is nobody's to replace here.
        case(
            "a",
            "objectives:\n  - id: a\n    retrospective: Early.\n",
            None,
        );
        for text in [
            "",
            "- a\n",
            "objectives: a\n",
            "objectives:\n  - id: b\n",
            "a: [\n",
        ] {
            case("a", text, None);
        }
    }
}
