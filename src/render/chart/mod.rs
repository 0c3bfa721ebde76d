//! Where the marks of a chart go: plain geometry between the report model and the SVG templates.
//!
//! Each chart takes the piece of the report model that it draws, and gives back coordinates for a
//! template to write down. Words and colours are the template's affair, with one exception: a label
//! is cut into lines here, since the box around it decides where its neighbour may stand.
//!
//! This is the only place that turns the report's exact figures into binary floats. They end as
//! positions, rounded to a tenth of a unit; a figure that is printed keeps the text it came with.
//!
//! [`figure`], [`text`], [`shapes`] and [`scale`] are shared; [`assessment`] and [`key_result`] are what several
//! charts read. Each other file is one chart.

mod assessment;
mod bars;
mod cycle;
mod figure;
#[cfg(test)]
mod fixtures;
mod heatmap;
mod key_result;
mod people;
mod progress;
mod radar;
mod ruler;
mod scale;
mod shapes;
mod sparkline;
mod text;
mod trend;
mod waterfall;

use minijinja::Environment;
use minijinja::value::{Serde, Value, ValueKind};

use assessment::Assessment;
use bars::bars;
use cycle::{Cycle, cycle_bars};
use heatmap::heatmap;
use key_result::KeyResult;
use people::{Role, Skill, people};
use progress::progress_bar;
use radar::radar;
use ruler::ruler;
use sparkline::{Span, sparkline};
use trend::{Kpi, trend};
use waterfall::{Moved, waterfall};

/// Makes the charts' geometry available to every template of `environment`.
pub(crate) fn register(environment: &mut Environment) {
    environment.add_function("radar", |input: Serde<Assessment>| radar(&input).map(Serde));
    environment.add_function("heatmap", |input: Serde<Assessment>| {
        heatmap(&input).map(Serde)
    });
    environment.add_function("bars", |input: Serde<Assessment>| bars(&input).map(Serde));
    environment.add_function("ruler", |input: Serde<Assessment>| ruler(&input).map(Serde));
    environment.add_function("trend", |input: Serde<Kpi>| trend(&input).map(Serde));
    environment.add_function("progress_bar", |input: Serde<KeyResult>| {
        Serde(progress_bar(&input))
    });
    environment.add_function(
        "sparkline",
        |input: Serde<KeyResult>, cycle: Serde<Span>| sparkline(&input, &cycle).map(Serde),
    );
    environment.add_function(
        "people_map",
        |skills: Serde<Vec<Skill>>, roles: Serde<Vec<Role>>| people(&skills, &roles).map(Serde),
    );
    environment.add_function("waterfall", |input: Serde<Moved>| {
        waterfall(&input).map(Serde)
    });
    environment.add_function("cycle_bars", |input: Serde<Cycle>| {
        cycle_bars(&input).map(Serde)
    });
}

/// A position of a chart that is a whole number, which a picture holds hundreds of: `132` says what `132.0` does.
pub(super) fn whole(value: &Value) -> Option<i64> {
    if value.kind() != ValueKind::Number || value.is_integer() {
        return None;
    }
    let number = f64::try_from(value.clone()).ok()?;
    (number.fract() == 0.0 && number.abs() < 1e9).then_some(number as i64)
}
