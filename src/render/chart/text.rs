//! How wide a text is, and how it is cut into lines.
//!
//! A label's width is estimated with generous character widths: no font is at hand, and the reader's
//! is unknown. A chart must hold its words in the widest of the usual system fonts.

/// The size of most texts, in units; no text is smaller.
pub(super) const NORMAL: f64 = 12.0;

/// About how wide a text is, at most, at a font size.
pub(super) fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(character_width).sum::<f64>() * size
}

pub(super) fn character_width(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' | ' ' | 'í' | 'ì' => {
            0.33
        }
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | '\u{a0}' => 0.41,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'ç' => 0.58,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' | '…' => 0.98,
        '\u{2002}' => 0.5,
        _ if character.is_uppercase() => 0.76,
        _ if character < '\u{1100}' => 0.64,
        _ => 1.05, // ideographs and symbols fill their square
    }
}

/// Cuts a text into lines no wider than `width`, at most `most` of them. A word too long for a line
/// is broken; what does not fit in the last line ends in an ellipsis.
pub(super) fn wrap(text: &str, width: f64, size: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        for piece in pieces(word, width, size) {
            let joined = lines.last().map(|last| format!("{last} {piece}"));
            match joined {
                Some(joined) if text_width(&joined, size) <= width => {
                    lines.pop();
                    lines.push(joined);
                }
                _ => lines.push(piece),
            }
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = shorten(last, width, size);
        }
    }
    lines
}

/// The lines of a text that fits in `most` of them without a word broken or left out.
pub(super) fn whole(text: &str, width: f64, size: f64, most: usize) -> Option<Vec<String>> {
    let is_broken = |word: &str| text_width(word, size) > width;
    if text.split_whitespace().any(is_broken) {
        return None;
    }
    let lines = wrap(text, width, size, usize::MAX);
    (lines.len() <= most).then_some(lines)
}

/// Every text in `most` lines or fewer, or none of them: a row of headings is whole or is told by its keys.
pub(super) fn heads<'t>(
    texts: impl Iterator<Item = &'t str>,
    width: f64,
    size: f64,
    most: usize,
) -> Option<Vec<Vec<String>>> {
    texts.map(|text| whole(text, width, size, most)).collect()
}

/// Entries one after another in lines, with spaces between them that are not run together. No entry is divided
/// between two lines unless it is longer than one, and none is left alone in the last line where it could have others
/// beside it: the lines are as even as so many can be.
pub(super) fn entries(texts: &[String], width: f64, size: f64) -> Vec<String> {
    const FINER: f64 = 4.0;
    let mut lines = filled(texts, width, size);
    let longest = texts.iter().map(|text| text_width(text, size));
    let longest = longest.fold(0.0, f64::max);
    let mut narrower = width - FINER;
    while lines.len() > 1 && narrower >= longest {
        let tried = filled(texts, narrower, size);
        if tried.len() > lines.len() {
            break;
        }
        lines = tried;
        narrower -= FINER;
    }
    lines
}

/// Entries in lines, each as full as it can be.
fn filled(texts: &[String], width: f64, size: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for text in texts {
        let joined = lines
            .last()
            .map(|last| format!("{last}\u{2002}\u{2002}{text}"));
        match joined {
            Some(joined) if text_width(&joined, size) <= width => {
                lines.pop();
                lines.push(joined);
            }
            _ => lines.extend(wrap(text, width, size, 4)),
        }
    }
    lines
}

/// How wide the widest word of a text is.
pub(super) fn widest_word(text: &str, size: f64) -> f64 {
    let words = text.split_whitespace();
    words.map(|word| text_width(word, size)).fold(0.0, f64::max)
}

/// A, B, C and so on; beyond Z a number.
pub(super) fn letter(index: usize) -> String {
    match u8::try_from(index) {
        Ok(index @ 0..26) => char::from(b'A' + index).to_string(),
        _ => (index + 1).to_string(),
    }
}

/// A word in parts that each fit in a line.
pub(super) fn pieces(word: &str, width: f64, size: f64) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut used = 0.0;
    for character in word.chars() {
        let next = character_width(character) * size;
        if used + next > width && used > 0.0 {
            pieces.push(String::new());
            used = 0.0;
        }
        used += next;
        if let Some(piece) = pieces.last_mut() {
            piece.push(character);
        }
    }
    pieces
}

/// The text with an ellipsis at its end, cut until both fit.
pub(super) fn shorten(text: &str, width: f64, size: f64) -> String {
    let mut kept = text.to_owned();
    while !kept.is_empty() && text_width(&kept, size) + 0.98 * size > width {
        kept.pop();
    }
    format!("{}…", kept.trim_end())
}

/// A text as it fits a badge's box, and the width of that box: whole pixels, with room on both sides.
pub(crate) fn boxed(text: &str, widest: f64) -> (String, u32) {
    const SIZE: f64 = 11.0;
    const ROOM: f64 = 6.0;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let kept = match text_width(&text, SIZE) > widest {
        true => shorten(&text, widest, SIZE),
        false => text,
    };
    let width = (text_width(&kept, SIZE) + 2.0 * ROOM).ceil();
    (kept, width as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_into_lines_that_fit() {
        #[track_caller]
        fn case(text: &str, most: usize, expected: &[&str]) {
            assert_eq!(wrap(text, 80.0, 10.0, most), expected);
        }
        case("Medição e melhoria", 3, &["Medição e", "melhoria"]);
        case(
            "Medição e melhoria contínua",
            2,
            &["Medição e", "melhoria…"],
        );
        case("", 2, &[]);
        assert!(wrap("Donaudampfschifffahrt", 80.0, 10.0, 4).len() > 1);
    }

    #[test]
    fn no_entry_is_left_alone_in_the_last_line() {
        #[track_caller]
        fn case(texts: &[&str], expected: &[usize]) {
            let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
            let lines = entries(&texts, 344.0, NORMAL);
            let counts = lines
                .iter()
                .map(|line| line.split("\u{2002}\u{2002}").count());
            assert_eq!(counts.collect::<Vec<_>>(), expected, "{lines:?}");
        }
        let levels = ["1 Non-existent", "2 Initial", "3 Repeatable", "4 Managed"];
        case(&levels, &[4]);
        case(&[&levels[..], &["5 Optimised"]].concat(), &[3, 2]);
        case(&["1 Basic"], &[1]);
    }
}
