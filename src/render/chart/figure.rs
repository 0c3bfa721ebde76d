//! A figure of the report as charts see it, with its place on the number line.
//!
//! Only here exact figures become binary floats. A figure that is printed keeps the text it came with.

use std::fmt;

use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

/// A figure of the report: the text it came with, and where it lies on the number line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figure {
    pub(super) text: String,
    pub(super) number: f64,
}

impl Figure {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let number = match text.split_once('/') {
            Some((above, below)) => {
                above.trim().parse::<f64>().ok()? / below.trim().parse::<f64>().ok()?
            }
            None => text.trim().parse().ok()?,
        };
        let text = text.to_owned();
        number.is_finite().then_some(Self { text, number })
    }
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FigureVisitor)
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

pub(super) struct FigureVisitor;

impl Visitor<'_> for FigureVisitor {
    type Value = Figure;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a decimal such as \"3.42\" or a fraction such as \"2/3\"")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Figure, E> {
        Figure::parse(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Figure, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Figure, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Figure, E> {
        self.visit_str(&number.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_a_decimal_or_a_fraction_and_keeps_its_text() {
        #[track_caller]
        fn case(text: &str, number: Option<f64>) {
            assert_eq!(Figure::parse(text).map(|figure| figure.number), number);
        }
        case("3.42", Some(3.42));
        case("-8", Some(-8.0));
        case("3/4", Some(0.75));
        case("1/0", None); // no place on a line
        case("many", None);
        let figure = Figure::parse("2/3").expect("a fraction");
        assert_eq!(figure.text, "2/3");
    }
}
