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

use std::collections::BTreeMap;

use minijinja::value::{Serde, Value};
use minijinja::{Environment, Error};
use serde::de::DeserializeOwned;

use assessment::Assessment;
use bars::bars;
use cycle::{Cycle, cycle_bars};
use heatmap::heatmap;
use key_result::KeyResult;
use people::{Role, Skill, people, people_in_parts};
use progress::progress_bar;
use radar::radar;
use ruler::ruler;
use sparkline::{Span, sparkline};
pub(super) use text::boxed;
use trend::{Kpi, trend};
use waterfall::{Moved, waterfall};

/// Makes the charts' geometry available to every template of `environment`.
pub(crate) fn register(environment: &mut Environment) {
    environment.add_function("radar", |input: &Value| of_assessment(input, radar));
    environment.add_function("heatmap", |input: &Value| of_assessment(input, heatmap));
    environment.add_function("bars", |input: &Value| of_assessment(input, bars));
    environment.add_function("ruler", |input: &Value| of_assessment(input, ruler));
    environment.add_function("trend", |input: Serde<Kpi>| trend(&input).map(Serde));
    environment.add_function("progress_bar", |input: Serde<KeyResult>| {
        Serde(progress_bar(&input))
    });
    environment.add_function("sparkline", |input: Serde<KeyResult>, cycle: &Value| {
        let span: Span = only(cycle, &["start", "end"])?;
        Ok::<_, Error>(sparkline(&input, &span).map(Serde))
    });
    environment.add_function(
        "people_map",
        |skills: Serde<Vec<Skill>>, roles: Serde<Vec<Role>>| people(&skills, &roles).map(Serde),
    );
    environment.add_function(
        "people_maps",
        |skills: Serde<Vec<Skill>>, roles: Serde<Vec<Role>>| {
            Serde(people_in_parts(&skills, &roles))
        },
    );
    environment.add_function("waterfall", |input: Serde<Moved>| {
        waterfall(&input).map(Serde)
    });
    environment.add_function("cycle_bars", |input: Serde<Cycle>| {
        cycle_bars(&input).map(Serde)
    });
}

fn of_assessment<C>(
    input: &Value,
    chart: impl Fn(&Assessment) -> Option<C>,
) -> Result<Option<Serde<C>>, Error> {
    Ok(chart(&only(input, Assessment::KEYS)?).map(Serde))
}

/// A piece of the report model with these keys alone: an assessment holds every answer, and a chart would look
/// through all of them for what it does not draw.
fn only<T: DeserializeOwned>(input: &Value, keys: &[&'static str]) -> Result<T, Error> {
    let taken = keys.iter().map(|key| Ok((*key, input.get_attr(key)?)));
    let taken: BTreeMap<&str, Value> = taken.collect::<Result<_, Error>>()?;
    T::deserialize(Value::from(taken))
}
