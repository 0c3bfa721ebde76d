//! Diagnostics as rustc draws them: what, where with the line, how to mend it.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use chrono::NaiveDate;

use crate::diagnostic::{Diagnostic, Severity, Sources};
use crate::locale::{Locale, Word};
use crate::model::Place;

/// How diagnostics are drawn.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// With terminal colours.
    pub has_colour: bool,
    /// Columns at which long lines are cut and long sentences wrapped.
    pub width: usize,
}

/// Draws diagnostics, one after the other with a blank line between. `show` turns a file's path in the
/// workspace into the one that the reader would type.
#[must_use]
pub fn draw(
    diagnostics: &[&Diagnostic],
    sources: &Sources,
    locale: &Locale,
    style: Style,
    show: &dyn Fn(&str) -> String,
) -> String {
    let renderer = if style.has_colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer
        .term_width(style.width)
        .decor_style(DecorStyle::Ascii);
    let mut drawn = String::new();
    for diagnostic in diagnostics {
        drawn.push_str(&one(diagnostic, sources, locale, style, &renderer, show));
        drawn.push_str("\n\n");
    }
    drawn
}

fn one(
    diagnostic: &Diagnostic,
    sources: &Sources,
    locale: &Locale,
    style: Style,
    renderer: &Renderer,
    show: &dyn Fn(&str) -> String,
) -> String {
    let words: Vec<(&str, Word)> = diagnostic
        .arguments
        .iter()
        .map(|(name, value)| (*name, word(value, locale)))
        .collect();
    let code = diagnostic.code.as_str();
    let say = |key: &str| visible(&locale.say(key, &words));
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR.with_name(Some(locale.say("severity-error", &[]))),
        Severity::Warning => Level::WARNING.with_name(Some(locale.say("severity-warning", &[]))),
    };
    let wrapped = |text: &str, indent: usize| {
        let width = style.width.saturating_sub(indent).max(20);
        textwrap::wrap(text, width).join("\n")
    };
    let title = wrapped(&say(code), code.len() + 10);
    let label = say(&format!("{code}.label"));
    let related: Vec<(Place, String)> = diagnostic
        .related
        .iter()
        .map(|(place, key)| (*place, say(&format!("{code}.{key}"))))
        .collect();
    let help = diagnostic
        .help
        .map(|key| wrapped(&say(&format!("{code}.{key}")), 12));
    let own_file = diagnostic.place.file;
    let path = show(&sources.file(own_file).path);
    let text = visible_source(&sources.file(own_file).text);

    let mut snippet = Snippet::source(text.as_str()).path(path).annotation(
        AnnotationKind::Primary
            .span(span(diagnostic.place, &text))
            .label(label),
    );
    for (place, label) in related.iter().filter(|(place, _)| place.file == own_file) {
        snippet = snippet.annotation(
            AnnotationKind::Context
                .span(span(*place, &text))
                .label(label),
        );
    }
    let mut group = Group::with_title(level.primary_title(title).id(code)).element(snippet);
    let others: Vec<(String, String, &Place, &String)> = related
        .iter()
        .filter(|(place, _)| place.file != own_file)
        .map(|(place, label)| {
            let file = sources.file(place.file);
            (show(&file.path), visible_source(&file.text), place, label)
        })
        .collect();
    for (path, text, place, label) in &others {
        let snippet = Snippet::source(text.as_str())
            .path(path.as_str())
            .annotation(
                AnnotationKind::Context
                    .span(span(**place, text))
                    .label(label.as_str()),
            );
        group = group.element(snippet);
    }
    if let Some(help) = help {
        let name = locale.say("severity-help", &[]);
        group = group.element(Level::HELP.with_name(Some(name)).message(help));
    }
    renderer.render(&[group])
}

/// A date in an argument is written as the reader's language writes dates.
fn word(value: &str, locale: &Locale) -> Word {
    match value.parse::<NaiveDate>() {
        Ok(date) if value.len() == 10 => Word::Text(locale.date(date)),
        _ => Word::Text(value.to_owned()),
    }
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

/// Control characters from files are shown, never obeyed.
fn visible(text: &str) -> String {
    text.chars()
        .map(|letter| {
            if is_unsafe(letter) {
                '\u{fffd}'
            } else {
                letter
            }
        })
        .collect()
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
fn is_unsafe(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\n' | '\t' | '\r'))
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
}
