//! The environment that templates run in: the shipped templates, and filters for figures, dates and texts.
//!
//! A filter rounds an exact figure once and writes it in the report's language; a template never
//! calculates with one. What a template names and does not exist is an error, not an empty place.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use base64::Engine;
use minijinja::value::{Kwargs, Value, ValueKind};
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, Output, State, TemplateSource, UndefinedBehavior,
};
use sha2::{Digest, Sha256};

use super::template_problem::nearest_template;
use super::{chart, markdown, markup};
use crate::diagnostic::{Code, Diagnostic, Sources};
use crate::locale::{Locale, NO_VALUE, Word};
use crate::model::{Exact, OwnTemplate, Period, Place, Unit, parse_day};

macro_rules! shipped {
    ($($name:literal),* $(,)?) => {
        /// Every shipped template by name.
        pub(super) const SHIPPED: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../templates/", $name)))),*];
    };
}

shipped![
    "badge.svg.j2",
    "chart/bar.svg.j2",
    "chart/bars.svg.j2",
    "chart/cycle.svg.j2",
    "chart/dark.css.j2",
    "chart/heatmap.svg.j2",
    "chart/light.css.j2",
    "chart/marks.css.j2",
    "chart/open.svg.j2",
    "chart/people.svg.j2",
    "chart/progress.svg.j2",
    "chart/radar.svg.j2",
    "chart/ruler.svg.j2",
    "chart/sparkline.svg.j2",
    "chart/symbols.svg.j2",
    "chart/trend.svg.j2",
    "chart/waterfall.svg.j2",
    "questionnaire.md.j2",
    "report.html.j2",
    "report.md.j2",
    "report/answer.html.j2",
    "report/appendix.html.j2",
    "report/balance.html.j2",
    "report/brand.css.j2",
    "report/brand.html.j2",
    "report/cover.html.j2",
    "report/criteria.html.j2",
    "report/dimensions.html.j2",
    "report/kpis.html.j2",
    "report/method.html.j2",
    "report/moved.html.j2",
    "report/okrs.html.j2",
    "report/others.html.j2",
    "report/parts.html.j2",
    "report/people.html.j2",
    "report/plan.html.j2",
    "report/remarks.html.j2",
    "report/respondents.html.j2",
    "report/rest.html.j2",
    "report/result.html.j2",
    "report/served.html.j2",
    "report/service_levels.html.j2",
    "report/script.js.j2",
    "report/story.html.j2",
    "report/style.css.j2",
    "report/summary.css.j2",
    "report/target.md.j2",
    "report/why.html.j2",
    "summary.html.j2",
    "summary.md.j2",
];

/// How our refusals of a value end or begin; what they speak of stands between marks.
pub(super) const NO_FIGURE: &str = "is no figure";
pub(super) const NO_DATE: &str = "is no date";
pub(super) const NO_TEXT: &str = "there is no text";
/// The template that is no part of a report.
const QUESTIONNAIRE: &str = "questionnaire.md.j2";
/// That of a badge, which is none either.
pub(super) const BADGE: &str = "badge.svg.j2";
/// Decimals of a figure that says nothing about its own.
const USUAL_PLACES: usize = 2;

/// The templates of a workspace by name: each stands for the shipped one of its name, or is included by another.
pub type OwnTexts = BTreeMap<String, String>;

/// The names of the shipped templates that a report is made of: those that a workspace may replace.
pub fn replaceable<'n>() -> impl Iterator<Item = &'n str> {
    SHIPPED
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| ![QUESTIONNAIRE, BADGE].contains(name))
}

/// A shipped template's text.
#[must_use]
pub fn shipped(name: &str) -> Option<&'static str> {
    let found = SHIPPED.iter().find(|(own, _)| *own == name);
    found.map(|(_, text)| *text)
}

/// What is doubtful about the names of a workspace's templates: one that stands for no shipped template, and that
/// none of its own includes, does nothing.
#[must_use]
pub fn unused(own: &[OwnTemplate], sources: &Sources) -> Vec<Diagnostic> {
    let is_named = |name: &str| {
        let mut texts = own.iter().map(|other| &sources.file(other.file).text);
        texts.any(|text| {
            text.contains(&format!("\"{name}\"")) || text.contains(&format!("'{name}'"))
        })
    };
    let mut problems = Vec::new();
    for template in own {
        let name = template.name.as_str();
        let meant = format!("{name}.j2");
        let near = match name.ends_with(".j2") {
            true if replaceable().any(|shipped| shipped == name) || is_named(name) => continue,
            true => nearest_template(name, replaceable().collect::<Vec<_>>()),
            // What is no template by its name is one that was meant only where it is all but one.
            false => replaceable().find(|shipped| *shipped == meant),
        };
        if near.is_none() && !name.ends_with(".j2") {
            continue;
        }
        let start = Place {
            file: template.file,
            start: 0,
            end: 0,
        };
        let problem = Diagnostic::warning(Code::UnusedTemplate, start);
        problems.push(match near {
            Some(near) => problem.with("near", near).help("help-near"),
            None => problem.help("help"),
        });
    }
    problems
}

/// The environment for one language, with the shipped templates.
pub(super) fn environment(locale: &Arc<Locale>) -> Environment<'static> {
    environment_with(locale, OwnTexts::new())
}

/// The environment for one language, where a workspace's own templates stand before the shipped ones. A template
/// is compiled when it is first asked for, and nothing but these names can be.
pub(super) fn environment_with(locale: &Arc<Locale>, own: OwnTexts) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_debug(true);
    environment.set_auto_reload(false);
    environment.set_auto_escape_callback(|name| {
        if name.ends_with(".html.j2") || name.ends_with(".svg.j2") {
            AutoEscape::Html
        } else {
            AutoEscape::None
        }
    });
    let syntax = minijinja::syntax::SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .build()
        .expect("the usual delimiters do not overlap");
    environment.set_syntax(syntax);
    environment.set_formatter(write_value);
    add_figures(&mut environment, locale);
    add_dates(&mut environment, locale);
    add_texts(&mut environment, Arc::clone(locale));
    chart::register(&mut environment);
    environment.set_loader(move |name| {
        let text = own.get(name).map(String::as_str);
        Ok(text.or_else(|| shipped(name)).map(TemplateSource::new))
    });
    environment
}

/// Writes a value where a template names it. In HTML, what could end a text or an attribute's value is escaped and
/// nothing else: a slash ends neither, and pages are full of dates and addresses.
pub(super) fn write_value(
    out: &mut Output<'_>,
    state: &mut State<'_, '_>,
    value: &Value,
) -> Result<(), Error> {
    // Places in charts are floats, and most of them whole: `24` is as good as `24.0`.
    let is_float = value.kind() == ValueKind::Number && !value.is_integer();
    if is_float && let Ok(place) = f64::try_from(value.clone()) {
        return Ok(write!(out, "{place}")?);
    }
    let text = match (state.auto_escape(), value.as_str()) {
        (AutoEscape::Html, Some(text)) if !value.is_safe() => text,
        _ => return minijinja::escape_formatter(out, state, value),
    };
    let mut written = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escaped = match byte {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'&' => "&amp;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        out.write_str(&text[written..at])?;
        out.write_str(escaped)?;
        written = at + 1;
    }
    Ok(out.write_str(&text[written..])?)
}

/// A style sheet without its comments, line breaks and the spaces that say nothing.
fn tight(css: &str) -> String {
    let mut tight = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        squeeze(before, &mut tight);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    squeeze(rest, &mut tight);
    tight
}

fn squeeze(css: &str, into: &mut String) {
    for line in css.lines() {
        let line = line.trim();
        let mut written = 0;
        for (at, byte) in line.bytes().enumerate() {
            if !matches!(byte, b' ' | b'}') {
                continue;
            }
            into.push_str(&line[written..at]);
            written = at;
            if byte == b'}' && into.ends_with(';') {
                into.pop();
            }
            let says_nothing = line[at..].starts_with(" {")
                || into.ends_with([' ', '{', ';', ','])
                || (into.ends_with(':') && line.contains(';'));
            if byte == b' ' && says_nothing {
                written = at + 1;
            }
        }
        into.push_str(&line[written..]);
    }
}

fn add_figures(environment: &mut Environment<'static>, locale: &Arc<Locale>) {
    let own = Arc::clone(locale);
    environment.add_filter("number", move |value: &Value, places: Option<usize>| {
        shown(value, |figure| match places {
            Some(places) => own.number(figure, places),
            None => own.number_short(figure, USUAL_PLACES),
        })
    });
    let own = Arc::clone(locale);
    environment.add_filter("percent", move |value: &Value, places: Option<usize>| {
        shown(value, |share| own.percent(share, places.unwrap_or(0)))
    });
    let own = Arc::clone(locale);
    environment.add_filter("signed", move |value: &Value, places: Option<usize>| {
        shown(value, |figure| {
            own.signed(figure, places.unwrap_or(USUAL_PLACES))
        })
    });
    environment.add_filter("bar", |value: &Value, cells: Option<usize>| {
        bar(value, cells)
    });
    let own = Arc::clone(locale);
    environment.add_filter("level", move |value: &Value| {
        shown(value, |figure| own.level(figure, 2))
    });
    let own = Arc::clone(locale);
    environment.add_filter("quantity", move |value: &Value, unit: &Value| {
        shown(value, |figure| own.quantity(figure, &unit_of(unit)))
    });
    let own = Arc::clone(locale);
    environment.add_filter("pace", move |value: &Value, unit: &Value| {
        shown(value, |figure| own.pace(figure, &unit_of(unit)))
    });
    let own = Arc::clone(locale);
    environment.add_filter(
        "signed_quantity",
        move |value: &Value, unit: &Value, beside: Option<&Value>| {
            let beside = beside.and_then(|value| Exact::parse_displayed(&text_of(value)));
            shown(value, |figure| {
                let beside = beside.as_ref().unwrap_or(figure);
                let text = own.quantity_beside(figure, &unit_of(unit), beside);
                if *figure > Exact::ZERO {
                    format!("+{text}")
                } else {
                    text
                }
            })
        },
    );
}

/// A share as a bar of blocks, where there is one: `███████░░░`.
fn bar(value: &Value, cells: Option<usize>) -> Result<String, Error> {
    const USUAL: usize = 10;
    const MOST: usize = 100;
    let cells = cells.unwrap_or(USUAL).min(MOST);
    if value.is_none() {
        return Ok("░".repeat(cells));
    }
    shown(value, |share| {
        let whole = Exact::from(cells);
        let filled = share.clamped(&Exact::ZERO, &Exact::ONE) * &whole + Exact::ratio(1, 2);
        let filled = usize::try_from(filled.floor().unwrap_or(0))
            .unwrap_or(0)
            .min(cells);
        format!("{}{}", "█".repeat(filled), "░".repeat(cells - filled))
    })
}

fn unit_of(unit: &Value) -> Unit {
    Unit::parse(unit.as_str().unwrap_or_default())
}

/// A figure by `write`, a dash where there is none.
fn shown(value: &Value, write: impl Fn(&Exact) -> String) -> Result<String, Error> {
    if value.is_none() {
        return Ok(NO_VALUE.to_owned());
    }
    let text = text_of(value);
    match Exact::parse_displayed(&text) {
        Some(figure) => Ok(write(&figure)),
        None => Err(Error::new(
            ErrorKind::InvalidOperation,
            format!("{text:?} {NO_FIGURE}"),
        )),
    }
}

fn add_dates(environment: &mut Environment<'static>, locale: &Arc<Locale>) {
    let own = Arc::clone(locale);
    environment.add_filter("date", move |value: &Value| {
        let text = value.as_str().unwrap_or_default();
        match parse_day(text) {
            Some(day) => Ok(own.date(day)),
            None if value.is_none() => Ok(NO_VALUE.to_owned()),
            None => Err(Error::new(
                ErrorKind::InvalidOperation,
                format!("{text:?} {NO_DATE}"),
            )),
        }
    });
    let own = Arc::clone(locale);
    environment.add_filter("period", move |value: &str| match Period::parse(value) {
        Some(period) => Ok(own.period(period)),
        None => Err(Error::new(
            ErrorKind::InvalidOperation,
            format!("{value:?} {NO_DATE}"),
        )),
    });
}

/// What a content security policy names a style or script by, so that it is the only one allowed.
#[must_use]
pub fn csp_hash(text: &str) -> String {
    let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text));
    format!("'sha256-{hash}'")
}

fn add_texts(environment: &mut Environment<'static>, locale: Arc<Locale>) {
    environment.add_filter("markdown", |text: &str| {
        Value::from_safe_string(markdown::html(text))
    });
    environment.add_filter("markdown_inline", |text: &str| {
        Value::from_safe_string(markdown::inline_html(text))
    });
    environment.add_filter("csp_hash", |text: &str| {
        Value::from_safe_string(csp_hash(text))
    });
    environment.add_filter("css", |text: &str| Value::from_safe_string(tight(text)));
    environment.add_filter("embedded", |svg: &str| {
        Value::from_safe_string(markup::embedded(svg))
    });
    environment.add_filter("unlinked", |html: &str| {
        Value::from_safe_string(markup::unlinked(html))
    });
    environment.add_filter("mask", |shapes: &str| {
        let shapes = shapes.trim().replace('"', "'").replace('#', "%23");
        let image =
            format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='-6 -6 12 12'>{shapes}</svg>");
        Value::from_safe_string(format!("url(\"data:image/svg+xml,{image}\")"))
    });
    environment.add_filter("plain", |text: &Value| words(text, markdown::plain));
    environment.add_filter("cell", |text: &Value| words(text, markdown::cell));
    environment.add_function("t", move |key: &str, named: Kwargs| {
        let mut words = Vec::new();
        for name in named.args() {
            let value: Value = named.get(name)?;
            // Asked of anything but a number, `as_i64` makes an error first.
            let count = value.is_number().then(|| value.as_i64()).flatten();
            let word = count.map_or_else(|| Word::Text(value.to_string()), Word::Count);
            words.push((name, word));
        }
        locale
            .find(key, &words)
            .ok_or_else(|| Error::new(ErrorKind::InvalidOperation, format!("{NO_TEXT} {key:?}")))
    });
}

fn words(text: &Value, write: impl Fn(&str) -> String) -> String {
    if text.is_none() {
        return NO_VALUE.to_owned();
    }
    write(&text_of(text))
}

/// A value as text: mostly it is one.
fn text_of(value: &Value) -> Cow<'_, str> {
    let text = value.as_str().map(Cow::Borrowed);
    text.unwrap_or_else(|| Cow::Owned(value.to_string()))
}
