//! Numbers without error: every figure is a fraction of two integers until it is shown.
//!
//! Binary floats miss 3.9 between 3.2 and 4.2, and a mean of thirds never quite reaches a threshold of
//! two thirds. [`Exact`] does neither. It is rounded once, half away from zero, by [`Exact::rounded`],
//! when a figure leaves for a reader.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Div, Mul, Neg, Sub};

use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;

/// More digits than any measurement has; refuses numbers that are written to be slow.
const LONGEST_NUMBER: usize = 40;

/// An exact rational number.
///
/// ```
/// use regua::model::Exact;
///
/// let way = |text: &str| Exact::parse(text).unwrap();
/// let progress = (way("3.9") - way("3.2")) / (way("4.2") - way("3.2"));
/// assert_eq!(progress, way("0.7"));
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(RBig);

impl Exact {
    /// Nothing, the start of every sum.
    pub const ZERO: Exact = Exact(RBig::ZERO);
    /// The whole.
    pub const ONE: Exact = Exact(RBig::ONE);

    /// The fraction `numerator / denominator`; the denominator is a constant of the program and never zero.
    #[must_use]
    pub fn ratio(numerator: i64, denominator: u64) -> Exact {
        debug_assert!(denominator != 0, "a fraction has a denominator");
        Exact(RBig::from_parts(
            IBig::from(numerator),
            UBig::from(denominator),
        ))
    }

    /// Reads a plain decimal such as `12`, `-0.5` or `1830`. `None` for anything else: exponents, signs
    /// in front of positive numbers, leading zeros, bare points and group separators are all refused.
    #[must_use]
    pub fn parse(text: &str) -> Option<Exact> {
        if text.len() > LONGEST_NUMBER {
            return None;
        }
        Exact::parse_digits(text)
    }

    /// A plain decimal of any length.
    fn parse_digits(text: &str) -> Option<Exact> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = match digits.split_once('.') {
            Some((whole, fraction)) if !fraction.is_empty() => (whole, fraction),
            Some(_) => return None,
            None => (digits, ""),
        };
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let leading_zero = whole.len() > 1 && whole.starts_with('0');
        if whole.is_empty() || leading_zero || !all_digits(whole) || !all_digits(fraction) {
            return None;
        }
        let numerator = UBig::from_str_radix(&format!("{whole}{fraction}"), 10).ok()?;
        let mut value = IBig::from(numerator);
        if text.starts_with('-') {
            value = -value;
        }
        let denominator = UBig::from(10u8).pow(fraction.len());
        Some(Exact(RBig::from_parts(value, denominator)))
    }

    /// Reads what [`Display`](fmt::Display) writes: a decimal, or a fraction such as `2/3`.
    #[must_use]
    pub fn parse_displayed(text: &str) -> Option<Exact> {
        match text.split_once('/') {
            Some((numerator, denominator)) => {
                Exact::parse_digits(numerator)?.checked_div(&Exact::parse_digits(denominator)?)
            }
            None => Exact::parse_digits(text),
        }
    }

    /// The quotient, or `None` when dividing by zero.
    #[must_use]
    pub fn checked_div(&self, by: &Exact) -> Option<Exact> {
        (!by.is_zero()).then(|| Exact(&self.0 / &by.0))
    }

    /// Whether the number is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Whether the number is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        *self < Exact::ZERO
    }

    /// The number, or the nearest bound when it lies outside `low..=high`.
    #[must_use]
    pub fn clamped(&self, low: &Exact, high: &Exact) -> Exact {
        self.max_with(low).min_with(high)
    }

    /// The larger of two numbers.
    #[must_use]
    pub fn max_with(&self, other: &Exact) -> Exact {
        if self < other { other } else { self }.clone()
    }

    /// The smaller of two numbers.
    #[must_use]
    pub fn min_with(&self, other: &Exact) -> Exact {
        if self > other { other } else { self }.clone()
    }

    /// The distance from zero.
    #[must_use]
    pub fn abs(&self) -> Exact {
        if self.is_negative() {
            -self.clone()
        } else {
            self.clone()
        }
    }

    /// The largest whole number that is not above this one, `None` when it does not fit.
    #[must_use]
    pub fn floor(&self) -> Option<i64> {
        i64::try_from(self.0.floor()).ok()
    }

    /// The decimal with exactly `places` digits after the point, halves away from zero, in ASCII:
    /// `2/3` to two places is `0.67`, `-0.005` is `-0.01`. Never `-0.00`.
    #[must_use]
    pub fn rounded(&self, places: usize) -> String {
        let scale = IBig::from(UBig::from(10u8).pow(places));
        let twice = RBig::from(IBig::from(2) * &scale) * self.abs().0;
        let units = (twice.floor() + IBig::from(1)) / IBig::from(2);
        let negative = self.is_negative() && units != IBig::ZERO;
        let mut digits = units.to_string();
        if digits.len() <= places {
            digits.insert_str(0, &"0".repeat(places + 1 - digits.len()));
        }
        if places > 0 {
            digits.insert(digits.len() - places, '.');
        }
        if negative {
            digits.insert(0, '-');
        }
        digits
    }

    /// As [`rounded`](Self::rounded), without the zeros that say nothing: `18.40` is `18.4`, `82.00` is `82`.
    #[must_use]
    pub fn rounded_short(&self, places: usize) -> String {
        let digits = self.rounded(places);
        if !digits.contains('.') {
            return digits;
        }
        digits
            .trim_end_matches('0')
            .trim_end_matches('.')
            .to_owned()
    }
}

impl From<i64> for Exact {
    fn from(value: i64) -> Exact {
        Exact(RBig::from(IBig::from(value)))
    }
}

impl From<u32> for Exact {
    fn from(value: u32) -> Exact {
        Exact::from(i64::from(value))
    }
}

impl From<usize> for Exact {
    fn from(value: usize) -> Exact {
        Exact(RBig::from(UBig::from(value)))
    }
}

/// The number in full: a decimal where it ends, else the fraction in lowest terms.
impl fmt::Display for Exact {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_int() {
            return write!(formatter, "{}", self.0.numerator());
        }
        let short = self.rounded_short(6);
        if Exact::parse(&short).as_ref() == Some(self) {
            return formatter.write_str(&short);
        }
        write!(formatter, "{}/{}", self.0.numerator(), self.0.denominator())
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

macro_rules! operator {
    ($trait:ident, $method:ident, $operator:tt) => {
        impl $trait for Exact {
            type Output = Exact;
            fn $method(self, other: Exact) -> Exact {
                Exact(self.0 $operator other.0)
            }
        }
        impl $trait<&Exact> for &Exact {
            type Output = Exact;
            fn $method(self, other: &Exact) -> Exact {
                Exact(&self.0 $operator &other.0)
            }
        }
        impl $trait<&Exact> for Exact {
            type Output = Exact;
            fn $method(self, other: &Exact) -> Exact {
                Exact(self.0 $operator &other.0)
            }
        }
    };
}
operator!(Add, add, +);
operator!(Sub, sub, -);
operator!(Mul, mul, *);
// Panics on a zero divisor, as integers do: use it where the divisor is known not to be zero.
operator!(Div, div, /);

impl Neg for Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        Exact(-self.0)
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Exact>>(numbers: I) -> Exact {
        numbers.fold(Exact::ZERO, |total, number| total + number)
    }
}

impl<'a> Sum<&'a Exact> for Exact {
    fn sum<I: Iterator<Item = &'a Exact>>(numbers: I) -> Exact {
        numbers.fold(Exact::ZERO, |total, number| total + number)
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::*;

    fn exact(text: &str) -> Exact {
        Exact::parse_displayed(text).expect("a number")
    }

    #[test]
    fn odd_spellings_are_not_numbers() {
        for text in [
            "", "-", ".", ".5", "5.", "+5", "012", "1_000", "1,5", "1e3", "0x1F", "١", "1.2.3",
            "--1", "NaN", ".inf", " 1",
        ] {
            assert_eq!(Exact::parse(text), None, "{text:?}");
        }
        assert_eq!(
            Exact::parse(&"9".repeat(41)),
            None,
            "too long to be measured"
        );
    }

    #[test]
    fn rounding_is_once_and_half_away_from_zero() {
        #[track_caller]
        fn case(number: &str, places: usize, shown: &str) {
            assert_eq!(exact(number).rounded(places), shown);
        }
        case("2/3", 6, "0.666667");
        case("45/91", 6, "0.494505");
        case("0.125", 2, "0.13");
        case("-0.125", 2, "-0.13");
        case("1.005", 2, "1.01"); // a double is 1.00499…
        case("-0.004", 2, "0.00"); // no minus before nothing
        case("99.5", 0, "100");
        case("0.05", 1, "0.1");
    }

    #[test]
    fn what_is_displayed_reads_back() {
        for text in [
            "0",
            "-8",
            "3.42",
            "2/3",
            "-1/7",
            "1830",
            "0.000001",
            "1/1048576",
            "123456789012345678901234567890123456789012345/1048577",
            "123456789012345678901234567890123456789012345/1048577",
        ] {
            assert_eq!(exact(text).to_string().parse_displayed_again(), exact(text));
        }
    }

    trait Again {
        fn parse_displayed_again(&self) -> Exact;
    }
    impl Again for String {
        fn parse_displayed_again(&self) -> Exact {
            exact(self)
        }
    }

    #[test]
    fn order_is_by_value() {
        assert_eq!(exact("2/3").cmp(&exact("0.666667")), Ordering::Less);
    }
}
