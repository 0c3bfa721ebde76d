//! The environment that templates run in: the shipped templates, and filters for figures, dates and texts.
//!
//! A filter rounds an exact figure once and writes it in the report's language; a template never
//! calculates with one. What a template names and does not exist is an error, not an empty place.

use std::sync::Arc;

use minijinja::value::{Kwargs, Value};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior};

use super::{chart, markdown};
use crate::locale::{Locale, NO_VALUE, Word};
use crate::model::{Exact, Period, Unit, parse_day};

macro_rules! shipped {
    ($($name:literal),* $(,)?) => {
        /// Every shipped template by name.
        pub(super) const SHIPPED: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../templates/", $name)))),*];
    };
}

shipped![
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
    "report/cover.html.j2",
    "report/criteria.html.j2",
    "report/dimensions.html.j2",
    "report/kpis.html.j2",
    "report/method.html.j2",
    "report/moved.html.j2",
    "report/okrs.html.j2",
    "report/parts.html.j2",
    "report/people.html.j2",
    "report/respondents.html.j2",
    "report/plan.html.j2",
    "report/served.html.j2",
    "report/service_levels.html.j2",
    "report/style.css.j2",
    "report/symbols.html.j2",
    "report/why.html.j2",
];

/// Steps that a template may take: far above the largest report, far below for ever.
const FUEL: u64 = 50_000_000;
/// Decimals of a figure that says nothing about its own.
const USUAL_PLACES: usize = 2;

/// The environment for one language.
pub(super) fn environment(locale: &Arc<Locale>) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_debug(true);
    environment.set_auto_escape_callback(|name| {
        if name.ends_with(".html.j2") || name.ends_with(".svg.j2") {
            AutoEscape::Html
        } else {
            AutoEscape::None
        }
    });
    environment.set_formatter(|out, state, value| match chart::whole(value) {
        Some(number) => Ok(write!(out, "{number}")?),
        None => minijinja::escape_formatter(out, state, value),
    });
    let syntax = minijinja::syntax::SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .build()
        .expect("the usual delimiters do not overlap");
    environment.set_syntax(syntax);
    add_figures(&mut environment, locale);
    add_dates(&mut environment, locale);
    add_texts(&mut environment, Arc::clone(locale));
    chart::register(&mut environment);
    for (name, text) in SHIPPED {
        environment
            .add_template(name, text)
            .expect("a test renders every shipped template");
    }
    environment
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
    let own = Arc::clone(locale);
    environment.add_filter("quantity", move |value: &Value, unit: &Value| {
        shown(value, |figure| own.quantity(figure, &unit_of(unit)))
    });
    let own = Arc::clone(locale);
    environment.add_filter("signed_quantity", move |value: &Value, unit: &Value| {
        shown(value, |figure| {
            let text = own.quantity(figure, &unit_of(unit));
            if *figure > Exact::ZERO {
                format!("+{text}")
            } else {
                text
            }
        })
    });
}

fn unit_of(unit: &Value) -> Unit {
    Unit::parse(unit.as_str().unwrap_or_default())
}

/// A figure by `write`, a dash where there is none.
fn shown(value: &Value, write: impl Fn(&Exact) -> String) -> Result<String, Error> {
    if value.is_none() {
        return Ok(NO_VALUE.to_owned());
    }
    let text = value.to_string();
    match Exact::parse_displayed(&text) {
        Some(figure) => Ok(write(&figure)),
        None => Err(Error::new(
            ErrorKind::InvalidOperation,
            format!("{text:?} is no figure"),
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
                format!("{text:?} is no date"),
            )),
        }
    });
    let own = Arc::clone(locale);
    environment.add_filter("period", move |value: &str| match Period::parse(value) {
        Some(period) => Ok(own.period(period)),
        None => Err(Error::new(
            ErrorKind::InvalidOperation,
            format!("{value:?} is no period"),
        )),
    });
}

fn add_texts(environment: &mut Environment<'static>, locale: Arc<Locale>) {
    environment.add_filter("markdown", |text: &str| {
        Value::from_safe_string(markdown::html(text))
    });
    environment.add_filter("markdown_inline", |text: &str| {
        Value::from_safe_string(markdown::inline_html(text))
    });
    environment.add_filter("plain", |text: &Value| words(text, markdown::plain));
    environment.add_filter("cell", |text: &Value| words(text, markdown::cell));
    environment.add_function("t", move |key: &str, named: Kwargs| {
        let mut words = Vec::new();
        for name in named.args() {
            let value: Value = named.get(name)?;
            let word = match value.as_i64() {
                Some(count) if value.is_number() => Word::Count(count),
                _ => Word::Text(value.to_string()),
            };
            words.push((name, word));
        }
        locale.find(key, &words).ok_or_else(|| {
            Error::new(
                ErrorKind::InvalidOperation,
                format!("there is no text {key:?}"),
            )
        })
    });
}

fn words(text: &Value, write: impl Fn(&str) -> String) -> String {
    if text.is_none() {
        return NO_VALUE.to_owned();
    }
    write(&text.to_string())
}
