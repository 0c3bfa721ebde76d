//! Diagnostics as rustc draws them: what, where with the line, how to mend it.

use std::collections::{BTreeSet, HashMap};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Padding, Renderer};
use anstream::adapter::strip_str;
use chrono::NaiveDate;
use textwrap::WordSplitter;

use super::excerpt::{self, Excerpt, Mark, is_unsafe};
use crate::diagnostic::{Diagnostic, KNOWN_IN_PORTUGUESE, Severity, Sources};
use crate::locale::{Locale, Word};
use crate::model::{Exact, Language, Unit};

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
    // Lines are cut to the width before they are drawn.
    let renderer = renderer
        .term_width(usize::from(u16::MAX))
        .decor_style(DecorStyle::Ascii);
    let mut drawn = String::new();
    for told in folded(repetitions(diagnostics)) {
        let drawing = Drawing {
            sources,
            locale,
            style,
            renderer: &renderer,
            show,
        };
        drawn.push_str(&drawing.one(&told));
        drawn.push_str("\n\n");
    }
    drawn
}

/// What is wrong, in one sentence, and in another how to mend it where that can be said.
#[must_use]
pub fn sentences(diagnostic: &Diagnostic, locale: &Locale) -> (String, Option<String>) {
    let help = diagnostic.help.map(|help| said(diagnostic, help, locale));
    (said(diagnostic, "", locale), help)
}

/// One of the diagnostic's sentences: the one on what is wrong, or that of an attribute.
pub(super) fn said(diagnostic: &Diagnostic, attribute: &str, locale: &Locale) -> String {
    let own_known = diagnostic.argument(KNOWN_IN_PORTUGUESE);
    let own_known = own_known.filter(|_| locale.language() == Language::Portuguese);
    let mut words: Vec<(&str, Word)> = diagnostic
        .arguments
        .iter()
        .map(|(name, value)| match (*name, own_known) {
            ("known", Some(own)) => (*name, word(name, own, locale)),
            _ => (*name, word(name, value, locale)),
        })
        .collect();
    tell_apart(diagnostic, &mut words, locale);
    let code = diagnostic.code.as_str();
    let key = match attribute {
        "" => code.to_owned(),
        attribute => format!("{code}.{attribute}"),
    };
    // A label that any code may have is a sentence of its own.
    let sentence = locale.find(&key, &words);
    visible(&sentence.unwrap_or_else(|| locale.say(attribute, &words)))
}

/// A problem that is drawn, and those that are only listed below it.
struct Told<'d> {
    diagnostic: &'d Diagnostic,
    /// All of its file that say the same, itself among them; none where it is alone.
    same: Vec<&'d Diagnostic>,
    /// Others of its code and file, which say it of something else.
    others: Vec<&'d Diagnostic>,
}

/// Doubts of one code in one file, beyond the first few as a list of lines: who has read three of them knows the
/// other thirty. Errors are drawn one by one, since each has to be mended before anything is computed.
fn folded(all: Vec<Told<'_>>) -> Vec<Told<'_>> {
    const MOST: usize = 6;
    const DRAWN_OF_MORE: usize = 3;
    let of = |told: &Told| (told.diagnostic.place.file, told.diagnostic.code);
    let is_doubt = |told: &Told| match told.diagnostic.severity {
        Severity::Warning | Severity::Advice => true,
        Severity::Error | Severity::Gate => false,
    };
    let mut counts: HashMap<_, usize> = HashMap::new();
    for told in all.iter().filter(|told| is_doubt(told)) {
        *counts.entry(of(told)).or_default() += 1;
    }
    let mut drawn: Vec<Told> = Vec::new();
    let mut positions: HashMap<_, Vec<usize>> = HashMap::new();
    for told in all {
        let key = of(&told);
        let is_one_of_many = is_doubt(&told) && counts.get(&key) > Some(&MOST);
        let known = positions.entry(key).or_default();
        match known.last() {
            Some(last) if is_one_of_many && known.len() == DRAWN_OF_MORE => {
                drawn[*last].others.push(told.diagnostic);
                drawn[*last].others.extend(told.same.into_iter().skip(1));
            }
            _ => {
                known.push(drawn.len());
                drawn.push(told);
            }
        }
    }
    drawn
}

/// Problems, each with all of the same file that say the same: a name that is wrong on forty lines is drawn
/// once. Two of a kind are still drawn one by one.
fn repetitions<'d>(diagnostics: &[&'d Diagnostic]) -> Vec<Told<'d>> {
    const FEWEST: usize = 3;
    let says = |diagnostic: &'d Diagnostic| {
        let file = diagnostic.place.file;
        (
            file,
            diagnostic.code,
            diagnostic.help,
            &diagnostic.arguments,
        )
    };
    let mut groups: HashMap<_, Vec<&Diagnostic>> = HashMap::new();
    for diagnostic in diagnostics {
        groups.entry(says(diagnostic)).or_default().push(diagnostic);
    }
    let mut first_of_each = Vec::new();
    let told = |diagnostic: &'d Diagnostic, same| Told {
        diagnostic,
        same,
        others: Vec::new(),
    };
    for diagnostic in diagnostics {
        match groups.get(&says(diagnostic)) {
            Some(group) if group.len() < FEWEST => first_of_each.push(told(diagnostic, Vec::new())),
            Some(_) => {
                let group = groups.remove(&says(diagnostic)).unwrap_or_default();
                first_of_each.push(told(diagnostic, group));
            }
            None => {} // drawn with the first of them
        }
    }
    first_of_each
}

/// What every diagnostic is drawn with.
struct Drawing<'r> {
    sources: &'r Sources,
    locale: &'r Locale,
    style: Style,
    renderer: &'r Renderer,
    show: &'r dyn Fn(&str) -> String,
}

impl Drawing<'_> {
    fn one(&self, told: &Told) -> String {
        let diagnostic = told.diagnostic;
        let code = diagnostic.code.as_str();
        let (level, name) = match diagnostic.severity {
            Severity::Error => (Level::ERROR, self.locale.say("severity-error", &[])),
            Severity::Warning => (Level::WARNING, self.locale.say("severity-warning", &[])),
            Severity::Advice => (Level::INFO, self.locale.say("severity-advice", &[])),
            Severity::Gate => (Level::ERROR, self.locale.say("severity-gate", &[])),
        };
        let before = "[]: ".len() + name.len() + code.len();
        let level = level.with_name(Some(name));
        let title = self.wrapped(&said(diagnostic, "", self.locale), before);
        let highest_line = self.highest_line(diagnostic);
        let excerpts = self.excerpts(diagnostic, highest_line);
        let mut group = Group::with_title(level.primary_title(title).id(code));
        for (index, excerpt) in excerpts.iter().enumerate() {
            if index > 0 {
                group = group.element(Padding);
            }
            group = group.element(excerpt.origin()).element(excerpt.snippet());
        }
        if let Some(help) = diagnostic.help {
            let name = self.locale.say("severity-help", &[]);
            let help = self.wrapped(
                &said(diagnostic, help, self.locale),
                before_note(&name, highest_line),
            );
            group = group.element(Level::HELP.with_name(Some(name)).message(help));
        }
        let notes = self.repeated(&told.same).into_iter();
        for note in notes.chain(self.of_others(told)) {
            let name = self.locale.say("severity-note", &[]);
            let note = self.wrapped(&note, before_note(&name, highest_line));
            group = group.element(Level::NOTE.with_name(Some(name)).message(note));
        }
        without_bare_headers(&self.renderer.render(&[group]))
    }

    fn wrapped(&self, text: &str, indent: usize) -> String {
        let width = self.style.width.saturating_sub(indent).max(20);
        // An id is never broken at its hyphens: it is there to be copied.
        let options = textwrap::Options::new(width).word_splitter(WordSplitter::NoHyphenation);
        textwrap::wrap(text, options).join("\n")
    }

    /// The highest number of a line that is shown: it decides how wide the numbers' column is.
    fn highest_line(&self, diagnostic: &Diagnostic) -> usize {
        let related = diagnostic.related.iter().map(|(place, _)| *place);
        let places = related.chain([diagnostic.place]);
        let lines = places.map(|place| self.sources.line(place));
        lines.max().unwrap_or_default()
    }

    /// The lines to show: those of the file that is wrong, then each other place that matters and does not fit
    /// in there.
    fn excerpts(&self, diagnostic: &Diagnostic, highest_line: usize) -> Vec<Excerpt> {
        let own = [(diagnostic.place, diagnostic.label)];
        let places = || own.iter().chain(&diagnostic.related);
        let room = excerpt::room(self.style.width, highest_line);
        let mut groups: Vec<Vec<Mark>> = Vec::new();
        for (place, label) in places() {
            let mark = Mark {
                kind: match groups.is_empty() {
                    true => AnnotationKind::Primary,
                    false => AnnotationKind::Context,
                },
                place: *place,
                label: said(diagnostic, label, self.locale),
            };
            match groups.first_mut() {
                Some(first) if excerpt::fits(first, &mark, self.sources, room) => first.push(mark),
                _ => groups.push(vec![mark]),
            }
        }
        let drawn = groups.into_iter().map(|marks| {
            let path = &self.sources.file(marks[0].place.file).path;
            excerpt::excerpt(marks, visible(&(self.show)(path)), self.sources, room)
        });
        drawn.collect()
    }

    /// The lines below the first on which the same is wrong, as many as are read with patience. `None` when
    /// there are none: an alias repeats what stands on one line.
    fn repeated(&self, all: &[&Diagnostic]) -> Option<String> {
        let lines: Vec<usize> = self.lines(all).into_iter().skip(1).collect();
        let words = [
            ("count", Word::from(lines.len())),
            ("lines", Word::from(listed(&lines))),
        ];
        (!lines.is_empty()).then(|| self.locale.say("repeated", &words))
    }

    /// Where else in the file there are problems of this code.
    fn of_others(&self, told: &Told) -> Option<String> {
        let lines: Vec<usize> = self.lines(&told.others).into_iter().collect();
        let words = [
            ("count", Word::from(told.others.len())),
            ("code", Word::from(told.diagnostic.code.as_str())),
            ("lines", Word::from(listed(&lines))),
        ];
        (!lines.is_empty()).then(|| self.locale.say("folded", &words))
    }

    fn lines(&self, all: &[&Diagnostic]) -> BTreeSet<usize> {
        let all = all.iter();
        all.map(|diagnostic| self.sources.line(diagnostic.place))
            .collect()
    }
}

/// Lines by their numbers, the first of many.
fn listed(lines: &[usize]) -> String {
    const MOST: usize = 10;
    let shown = lines.iter().take(MOST).map(usize::to_string);
    let more = (lines.len() > MOST).then(|| "…".to_owned());
    shown.chain(more).collect::<Vec<_>>().join(", ")
}

/// The columns before the text of a help or note: `   = ajuda: `, for any line with two digits or fewer.
fn before_note(name: &str, highest_line: usize) -> usize {
    const USUAL: usize = 12;
    let gutter = highest_line.to_string().len() + 1;
    USUAL.max(gutter + "= : ".len() + name.len())
}

/// What is drawn without the headers of excerpts that name no file: the file's name stands above them already,
/// with the column in the file, which an excerpt that was cut does not know.
fn without_bare_headers(drawn: &str) -> String {
    let is_bare = |line: &str| line.contains(":::") && strip_str(line).to_string().trim() == ":::";
    let lines: Vec<&str> = drawn.lines().filter(|line| !is_bare(line)).collect();
    lines.join("\n")
}

/// The days and figures that a sentence speaks of are written as the reader's language writes them; what stands in
/// the file, or should, stays as files have it.
fn word(name: &str, value: &str, locale: &Locale) -> Word {
    match value.parse::<NaiveDate>() {
        Ok(date) if matches!(name, "date" | "since_date" | "bound") => {
            Word::Text(locale.date(date))
        }
        _ if matches!(name, "ratio" | "needed") => match Exact::parse(value) {
            Some(ratio) => Word::Text(locale.number_short(&ratio, 2)),
            None => Word::Text(value.to_owned()),
        },
        _ if name.ends_with("_share") => match Exact::parse_displayed(value) {
            Some(share) => Word::Text(locale.percent_short(&share)),
            None => Word::Text(value.to_owned()),
        },
        _ if name.ends_with("_figure") => Word::Text(figure(value, locale)),
        _ if name.ends_with("_quantity") => Word::Text(quantity(value, locale)),
        _ if name == "known" => Word::Text(value.to_owned()),
        _ if name == "count" => match value.parse() {
            Ok(count) => Word::Count(count), // the sentence's plural follows it
            Err(_) => Word::Text(value.to_owned()),
        },
        _ => Word::Text(beginning(value)),
    }
}

/// A number of ours with all its digits; a fraction, or what is no number, as it is.
fn figure(value: &str, locale: &Locale) -> String {
    let places = value.split_once('.').map_or(0, |(_, digits)| digits.len());
    match Exact::parse(value) {
        Some(number) if !value.contains('/') => locale.number(&number, places),
        _ => value.to_owned(),
    }
}

/// Two values that a sentence tells as different are shown with as many digits as tell them apart.
fn tell_apart(diagnostic: &Diagnostic, words: &mut [(&str, Word)], locale: &Locale) {
    let arguments = diagnostic.arguments.iter().enumerate();
    let mut values = arguments.filter(|(_, (name, _))| name.ends_with("_quantity"));
    let (Some((first, (_, one))), Some((second, (_, other)))) = (values.next(), values.next())
    else {
        return;
    };
    let parts = |value: &'_ str| {
        let (number, unit) = value.split_once(' ')?;
        Some((Exact::parse_displayed(number)?, unit.to_owned()))
    };
    let (Some((one, unit)), Some((other, _))) = (parts(one), parts(other)) else {
        return;
    };
    if one != other {
        let [one, other] = locale.quantities_apart([&one, &other], &Unit::parse(&unit));
        words[first].1 = Word::Text(one);
        words[second].1 = Word::Text(other);
    }
}

/// A value of ours, given with its unit behind it.
fn quantity(value: &str, locale: &Locale) -> String {
    let (number, unit) = value.split_once(' ').unwrap_or((value, ""));
    match Exact::parse_displayed(number) {
        Some(number) => locale.quantity(&number, &Unit::parse(unit)),
        None => value.to_owned(),
    }
}

/// A text that somebody wrote, cut where a sentence could not hold it.
fn beginning(value: &str) -> String {
    const LONGEST: usize = 120;
    match value.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}

/// Control characters from files are shown, never obeyed.
pub(super) fn visible(text: &str) -> String {
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
