//! The lines of a file that a diagnostic points at, cut to what fits: a line may be long, and what is said of it
//! stands behind the mark. No more of a file is looked at than is shown, however many its mistakes.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Origin, Snippet};
use unicode_width::UnicodeWidthChar;

use crate::diagnostic::Sources;
use crate::model::Place;

/// A place to point at, and what to say there.
pub(super) struct Mark {
    pub(super) kind: AnnotationKind,
    pub(super) place: Place,
    pub(super) label: String,
}

/// Lines of one file with what to point at in them.
pub(super) struct Excerpt {
    path: String,
    /// Line and column of the first mark that was given.
    at: (usize, usize),
    text: String,
    /// The number of the first line.
    line: usize,
    marks: Vec<Annotation<'static>>,
}

impl Excerpt {
    pub(super) fn origin(&self) -> Origin<'_> {
        let (line, column) = self.at;
        Origin::path(self.path.as_str())
            .line(line)
            .char_column(column)
    }

    pub(super) fn snippet(&self) -> Snippet<'_, Annotation<'_>> {
        Snippet::source(self.text.as_str())
            .line_start(self.line)
            .annotations(self.marks.iter().cloned())
    }
}

/// The columns that the lines of a snippet may take beside their numbers.
pub(super) fn room(width: usize, highest_line: usize) -> usize {
    const FEWEST: usize = 20;
    let gutter = highest_line.to_string().len() + " | ".len();
    width.saturating_sub(gutter).max(FEWEST)
}

/// Whether another mark can be shown in the same lines as those of one file.
pub(super) fn fits(marks: &[Mark], other: &Mark, sources: &Sources, room: usize) -> bool {
    const FARTHEST: usize = 100;
    let line = sources.line(other.place);
    marks.iter().all(|mark| {
        let distance = line.abs_diff(sources.line(mark.place));
        let (first, last) = match mark.place.start <= other.place.start {
            true => (mark, other),
            false => (other, mark),
        };
        let text = &sources.file(mark.place.file).text;
        let between = first.place.start as usize..span(last.place, text).end;
        mark.place.file == other.place.file
            && distance <= FARTHEST
            && (distance > 0 || between.len() + columns(&last.label) + MARGIN <= room)
    })
}

/// The dots on both sides of a cut line, and the blank before a label.
const MARGIN: usize = 2 * DOTS.len() + 1;
const DOTS: &str = "...";

/// The lines of one file that hold the marks, and no more.
pub(super) fn excerpt(marks: Vec<Mark>, path: String, sources: &Sources, room: usize) -> Excerpt {
    let own = marks.first().expect("there is something to point at");
    let own = own.place;
    let at = sources.line_and_column(own);
    let file = sources.file(own.file);
    let lines: Vec<usize> = marks.iter().map(|mark| sources.line(mark.place)).collect();
    let first = lines.iter().copied().min().unwrap_or(at.0);
    let last = lines.iter().copied().max().unwrap_or(at.0);
    let mut text = String::new();
    let mut annotations = Vec::new();
    for number in first..=last {
        let on_line: Vec<(Range<usize>, &Mark)> = marks
            .iter()
            .zip(&lines)
            .filter(|(_, line)| **line == number)
            .map(|(mark, _)| (span(mark.place, &file.text), mark))
            .collect();
        // Only what stands next to a mark is shown beside it.
        if lines.iter().any(|line| line.abs_diff(number) < 2) {
            let window = Window::of(
                &file.text,
                sources.line_range(own.file, number),
                &on_line,
                room,
            );
            for (span, mark) in on_line {
                let within = window.within(&span, text.len());
                annotations.push(mark.kind.span(within).label(mark.label.clone()));
            }
            text.push_str(&window.text);
        }
        if number < last {
            text.push('\n');
        }
    }
    Excerpt {
        path,
        at,
        text,
        line: first,
        marks: annotations,
    }
}

/// The part of a line that is shown.
struct Window {
    /// It, with dots where the line was cut.
    text: String,
    /// Which bytes of the file it shows, and how many stand before them in the text.
    shown: Range<usize>,
    before: usize,
    /// Where the last mark ends at the latest, so that its label can stand behind it.
    last: usize,
}

impl Window {
    fn of(file: &str, line: Range<usize>, marks: &[(Range<usize>, &Mark)], room: usize) -> Window {
        // Letters take four bytes at most: what lies farther away is not shown.
        let far = 4 * room;
        let leftmost = marks.iter().map(|(span, _)| span.start).min();
        let leftmost = leftmost.unwrap_or(line.start);
        let rightmost = marks.iter().max_by_key(|(span, _)| span.start);
        let from = file.floor_char_boundary(leftmost.saturating_sub(far).max(line.start));
        let furthest = rightmost.map_or(line.start, |(span, _)| span.end.min(span.start + far));
        let until = file.ceil_char_boundary((furthest + far).min(line.end).max(from));
        let near = visible_source(&file[from..until]);
        let column = |byte: usize| columns(&near[..near.floor_char_boundary(byte - from)]);

        let last = match rightmost {
            Some((span, mark)) => {
                let start = near.floor_char_boundary(span.start.clamp(from, until) - from);
                let most = room.saturating_sub(columns(&mark.label) + MARGIN).max(1);
                from + start + byte_at(&near[start..], most)
            }
            None => until,
        };
        let begin = column(leftmost.clamp(from, until));
        let mut end = 0;
        for (span, mark) in marks {
            let label = columns(&mark.label);
            let start = column(span.start.clamp(from, until));
            let is_last = rightmost.is_some_and(|(last, _)| last.start == span.start);
            end = end.max(if is_last {
                column(span.end.clamp(from, last)) + 1 + label
            } else {
                start + label
            });
        }
        let all = columns(&near);
        let is_cut_before = from > line.start;
        if !is_cut_before && until == line.end && all.max(end) <= room {
            return Window {
                text: near,
                shown: from..until,
                before: 0,
                last,
            };
        }
        let skipped = match end > room || is_cut_before {
            true => (end + DOTS.len()).saturating_sub(room).min(begin),
            false => 0,
        };
        let is_cut_left = is_cut_before || skipped > 0;
        let dots = if is_cut_left { DOTS } else { "" };
        let left = byte_at(&near, skipped);
        let wanted = room - dots.len();
        let rest = &near[left..];
        let is_cut_right = until < line.end || columns(rest) > wanted;
        let right = match is_cut_right {
            true => left + byte_at(rest, wanted.saturating_sub(DOTS.len())),
            false => near.len(),
        };
        let after = if is_cut_right { DOTS } else { "" };
        Window {
            text: format!("{dots}{}{after}", &near[left..right]),
            shown: from + left..from + right,
            before: dots.len(),
            last,
        }
    }

    /// Where bytes of the file stand in a text that the window is appended to, `at` so many bytes.
    fn within(&self, span: &Range<usize>, at: usize) -> Range<usize> {
        let place = |byte: usize| {
            let end = self.shown.end.min(self.last).max(self.shown.start);
            at + self.before + byte.clamp(self.shown.start, end) - self.shown.start
        };
        place(span.start)..place(span.end)
    }
}

/// The columns that a text takes, tabs being four of them.
fn columns(text: &str) -> usize {
    text.chars().map(letter_columns).sum()
}

fn letter_columns(letter: char) -> usize {
    const TAB: usize = 4;
    match letter {
        '\t' => TAB,
        letter => letter.width().unwrap_or(0),
    }
}

/// The first byte of a text that stands at a column, or behind it.
fn byte_at(text: &str, column: usize) -> usize {
    let mut before = 0;
    for (byte, letter) in text.char_indices() {
        if before >= column {
            return byte;
        }
        before += letter_columns(letter);
    }
    text.len()
}

/// A place as a range of bytes that exists; one of no width is widened to the character it points at.
fn span(place: Place, text: &str) -> std::ops::Range<usize> {
    let mut start = (place.start as usize).min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = (place.end as usize).clamp(start, text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    // A value over several lines is pointed at by its first.
    if let Some(newline) = text[start..end].find('\n') {
        end = start + newline;
    }
    if end == start
        && let Some(letter) = text[start..].chars().next()
        && letter != '\n'
    {
        end = start + letter.len_utf8();
    }
    start..end
}

/// As [`visible`], in as many bytes as before, so that places still fit.
fn visible_source(text: &str) -> String {
    if !text.chars().any(is_unsafe) {
        return text.to_owned();
    }
    text.chars()
        .flat_map(|letter| {
            let count = if is_unsafe(letter) {
                letter.len_utf8()
            } else {
                1
            };
            let shown = if is_unsafe(letter) { '?' } else { letter };
            std::iter::repeat_n(shown, count)
        })
        .collect()
}

/// Terminal controls, and marks that reorder what is read.
pub(super) fn is_unsafe(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\n' | '\t' | '\r'))
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{feff}')
}
