//! Values with their units, read against what says which unit a bare number is in.

use super::fields::{not_a_quantity, point_readings, scalar};
use super::yaml::Node;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity, suggest};
use crate::model::{Exact, NotAValue, Place, Unit, WorkingDay};

/// What a value is read against.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measure<'m> {
    /// The unit that values are converted to, and that a bare number is in.
    pub(crate) unit: &'m Unit,
    /// How long a working day is, where the workspace says so.
    pub(crate) working_day: Option<&'m WorkingDay>,
    /// The unit that a bare number could be in as well, where none is declared and two are used.
    pub(crate) rival: Option<&'m Unit>,
}

impl<'m> Measure<'m> {
    /// That of a unit somebody declared.
    pub(crate) fn declared(unit: &'m Unit, working_day: Option<&'m WorkingDay>) -> Measure<'m> {
        Measure {
            unit,
            working_day,
            rival: None,
        }
    }

    /// The two readings of a bare number; none where there is one, and none of zero, which is the same in both.
    fn readings_of(&self, value: &str) -> Option<[String; 2]> {
        let rival = self.rival?;
        let number = Exact::parse(value.trim()).filter(|number| !number.is_zero())?;
        Some([self.unit, rival].map(|unit| unit.written(&number.to_string())))
    }
}

/// A value in a unit.
pub(crate) fn quantity(
    node: Node<'_>,
    measure: Measure<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Exact> {
    let scalar = scalar(node, diagnostics)?;
    quantity_written(scalar.text, scalar.text, node.place(), measure, diagnostics)
}

/// A value in a unit, which stands in the file as `written`.
pub(crate) fn quantity_written(
    value: &str,
    written: &str,
    place: Place,
    measure: Measure<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Exact> {
    if let Some(readings) = measure.readings_of(value) {
        let problem = ambiguous_value(place, "bare", written);
        let problem = two_readings(problem, readings).with("unit", &measure.unit.text);
        diagnostics.push(problem.help("help-unit"));
        return None;
    }
    match measure.unit.read(value, measure.working_day) {
        Ok(value) => Some(value),
        Err(why) => {
            diagnostics.push(not_a_value(why, value, written, place, measure.unit));
            None
        }
    }
}

fn not_a_value(
    why: NotAValue,
    value: &str,
    written: &str,
    place: Place,
    unit: &Unit,
) -> Diagnostic {
    match why {
        NotAValue::NotANumber => not_a_quantity(place, written),
        NotAValue::WrongUnit(found) => {
            let likely = likely_time(value, &found, unit);
            let problem = Diagnostic::error(Code::WrongUnit, place)
                .with("written", written)
                .with("found", found)
                .with("unit", &unit.text);
            match likely {
                Some(likely) => problem.with("likely", likely).help("help-likely"),
                None => problem.help("help"),
            }
        }
        NotAValue::NoWorkingDay => no_working_day(place, written, value, unit),
        NotAValue::OtherPeriod { number, same } => {
            let problem = ambiguous_value(place, "period", written).with("unit", &unit.text);
            let slip = unit.written(&number.to_string());
            match same {
                Some(same) => {
                    let readings = [unit.written(&same.to_string()), slip];
                    two_readings(problem, readings).help("help-period")
                }
                None => problem.with("first", slip).help("help-no-period"),
            }
        }
        NotAValue::WhichDollar(number) => {
            let readings = ["US$", "R$"].map(|sign| format!("{sign} {number}"));
            let problem = ambiguous_value(place, "dollar", written);
            two_readings(problem, readings).help("help")
        }
    }
}

/// `30 minuts` was meant as `30 minutes`.
fn likely_time(value: &str, found: &str, unit: &Unit) -> Option<String> {
    const LONG_WORDS: [&str; 12] = [
        "seconds",
        "segundos",
        "minutes",
        "minutos",
        "hours",
        "horas",
        "days",
        "dias",
        "weeks",
        "semanas",
        "working days",
        "dias úteis",
    ];
    const SHORTEST: usize = 4;
    if !unit.is_time() || found.chars().count() < SHORTEST {
        return None;
    }
    let near = suggest::nearest(found, LONG_WORDS)?;
    Some(value.trim().replace(found, near))
}

/// A value that can be read in two ways; `what` chooses the sentence.
pub(super) fn ambiguous_value(place: Place, what: &'static str, written: &str) -> Diagnostic {
    Diagnostic::error(Code::AmbiguousValue, place)
        .with("what", what)
        .with("written", written)
}

pub(super) fn two_readings(problem: Diagnostic, [first, second]: [String; 2]) -> Diagnostic {
    problem.with("first", first).with("second", second)
}

/// A number whose point is that of decimals, as all in these files, and is where many write that of thousands.
pub(super) fn point_or_thousands(place: Place, written: &str) -> Option<Diagnostic> {
    let readings = point_readings(written)?;
    let problem = ambiguous_value(place, "point", written).help("help-point");
    Some(Diagnostic {
        severity: Severity::Warning,
        ..two_readings(problem, readings)
    })
}

/// Working days that would have to become hours, or hours that would have to become working days.
fn no_working_day(place: Place, written: &str, value: &str, unit: &Unit) -> Diagnostic {
    let problem = Diagnostic::error(Code::NoWorkingDay, place)
        .with("written", written)
        .with("unit", &unit.text);
    // What as many days of the calendar would be, where the value is nothing but days.
    let in_days = Unit::parse("wd").read(value, None).ok();
    match in_days {
        Some(days) => {
            let hours = &days * &Exact::from(24u32);
            problem
                .with("days", format!("{days}d"))
                .with("hours", format!("{hours}h"))
                .help("help-days")
        }
        None => problem.help("help"),
    }
}

/// `working_day: 8h`: a length of time, more than nothing and at most 24 hours.
pub(crate) fn working_day(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<WorkingDay> {
    let written = scalar(node, diagnostics)?.text;
    let place = node.place();
    let is_bare = Unit::carried_by(written).is_none();
    if is_bare && let Some(number) = Exact::parse(written) {
        let readings = ["h", "min"].map(|unit| format!("{number}{unit}"));
        let problem = two_readings(ambiguous_value(place, "bare", written), readings);
        diagnostics.push(problem.help("help"));
        return None;
    }
    let second = Unit::parse("s");
    let seconds = match second.read(written, None) {
        Ok(seconds) => seconds,
        Err(NotAValue::NotANumber) => {
            diagnostics.push(not_a_quantity(place, written));
            return None;
        }
        Err(_) => {
            let problem = Diagnostic::error(Code::WrongUnit, place);
            let problem = problem.with("written", written).with("unit", "h");
            let found = Unit::carried_by(written).map_or_else(String::new, |unit| unit.text);
            diagnostics.push(problem.with("found", found).help("help-working-day"));
            return None;
        }
    };
    let day = WorkingDay::of_seconds(seconds);
    if day.is_none() {
        let problem = Diagnostic::error(Code::OutOfRange, place).with("written", written);
        diagnostics.push(problem.help("help-working-day"));
    }
    day
}
