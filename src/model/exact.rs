//! Numbers without error: every figure is a fraction of two integers until it is shown.
//!
//! Binary floats miss 3.9 between 3.2 and 4.2, and a mean of thirds never quite reaches a threshold of
//! two thirds. [`Exact`] does neither. It is rounded once, half away from zero, by [`Exact::rounded`],
//! when a figure leaves for a reader.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Div, Mul, Neg, Sub};

use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;

/// An exact rational number.
///
/// ```
/// use regua::model::Exact;
///
/// let way = |text: &str| Exact::parse(text).unwrap();
/// let progress = (way("3.9") - way("3.2")) / (way("4.2") - way("3.2"));
/// assert_eq!(progress, way("0.7"));
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Exact(Fraction);

/// A fraction in lowest terms. Almost every figure fits two machine words, where sums and products cost a
/// few instructions; whatever does not is carried on in full.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
enum Fraction {
    /// Numerator and denominator, the latter above zero. Whatever fits is written so.
    Small(i64, i64),
    /// Anything else.
    Big(Box<RBig>),
}

impl Fraction {
    /// `top / bottom` in lowest terms, the latter above zero.
    fn lowest(top: i64, bottom: i64) -> Fraction {
        let common = divisor(top.unsigned_abs(), bottom.unsigned_abs());
        // It divides the denominator, and so fits as well.
        match i64::try_from(common) {
            Ok(common) if common > 1 => Fraction::Small(top / common, bottom / common),
            _ => Fraction::Small(top, bottom),
        }
    }

    /// `numerator / denominator` in lowest terms, the denominator above zero.
    fn reduced(numerator: i128, denominator: i128) -> Fraction {
        if let (Ok(top), Ok(bottom)) = (i64::try_from(numerator), i64::try_from(denominator)) {
            return Fraction::lowest(top, bottom);
        }
        let common = divisor_wide(numerator.unsigned_abs(), denominator.unsigned_abs());
        // It divides the denominator, which is below half of what 128 bits hold.
        let common = i128::try_from(common).unwrap_or(1);
        let (top, bottom) = (numerator / common, denominator / common);
        match (i64::try_from(top), i64::try_from(bottom)) {
            (Ok(top), Ok(bottom)) => Fraction::Small(top, bottom),
            _ => Fraction::of(RBig::from_parts(
                IBig::from(top),
                UBig::from(bottom.unsigned_abs()),
            )),
        }
    }

    fn of(value: RBig) -> Fraction {
        let parts = (
            i64::try_from(value.numerator()),
            i64::try_from(value.denominator()),
        );
        match parts {
            (Ok(numerator), Ok(denominator)) => Fraction::Small(numerator, denominator),
            _ => Fraction::Big(Box::new(value)),
        }
    }

    fn wide(&self) -> RBig {
        match self {
            Fraction::Small(numerator, denominator) => RBig::from_parts(
                IBig::from(*numerator),
                UBig::from(denominator.unsigned_abs()),
            ),
            Fraction::Big(value) => (**value).clone(),
        }
    }

    fn is_negative(&self) -> bool {
        match self {
            Fraction::Small(numerator, _) => *numerator < 0,
            Fraction::Big(value) => **value < RBig::ZERO,
        }
    }
}

/// The greatest common divisor, by halving and subtracting; the second number is not zero.
fn divisor(mut one: u64, mut other: u64) -> u64 {
    if other == 1 || one == 0 {
        return other;
    }
    let twos = (one | other).trailing_zeros();
    one >>= one.trailing_zeros();
    while other != 0 {
        other >>= other.trailing_zeros();
        (one, other) = (one.min(other), one.abs_diff(other));
    }
    one << twos
}

/// As [`divisor`], for numbers of two words.
fn divisor_wide(mut one: u128, mut other: u128) -> u128 {
    while one != 0 {
        (one, other) = (other % one, one);
    }
    other
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Exact) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Exact) -> Ordering {
        match (&self.0, &other.0) {
            (Fraction::Small(top, bottom), Fraction::Small(other_top, other_bottom)) => {
                let one = i128::from(*top) * i128::from(*other_bottom);
                one.cmp(&(i128::from(*other_top) * i128::from(*bottom)))
            }
            (one, other) => one.wide().cmp(&other.wide()),
        }
    }
}

/// So many digits fit one machine word, and twice their number two.
const DIGITS_OF_A_WORD: usize = 18;

impl Exact {
    /// Nothing, the start of every sum.
    pub const ZERO: Exact = Exact(Fraction::Small(0, 1));
    /// The whole.
    pub const ONE: Exact = Exact(Fraction::Small(1, 1));
    /// More digits than any measurement has; refuses numbers that are written to be slow.
    pub const MOST_DIGITS: usize = 40;

    /// A fraction that is in lowest terms as it stands, which the caller sees to.
    pub(crate) const fn in_lowest_terms(numerator: i64, denominator: i64) -> Exact {
        Exact(Fraction::Small(numerator, denominator))
    }

    fn big(value: RBig) -> Exact {
        Exact(Fraction::of(value))
    }

    /// The fraction `numerator / denominator`; the denominator is a constant of the program and never zero.
    #[must_use]
    pub fn ratio(numerator: i64, denominator: u64) -> Exact {
        debug_assert!(denominator != 0, "a fraction has a denominator");
        Exact(Fraction::reduced(
            i128::from(numerator),
            i128::from(denominator.max(1)),
        ))
    }

    /// Reads a plain decimal such as `12`, `-0.5` or `1830`. `None` for anything else: exponents, signs
    /// in front of positive numbers, leading zeros, bare points and group separators are all refused.
    #[must_use]
    pub fn parse(text: &str) -> Option<Exact> {
        if text.len() > Exact::MOST_DIGITS {
            return None;
        }
        Exact::parse_digits(text)
    }

    /// Whether a text begins with a number of more digits than are read.
    #[must_use]
    pub fn is_too_long(text: &str) -> bool {
        let digits = text.trim_start_matches('-').bytes();
        let is_of_number = |byte: &u8| byte.is_ascii_digit() || *byte == b'.';
        digits.take_while(is_of_number).count() > Exact::MOST_DIGITS
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
        if digits.len() <= DIGITS_OF_A_WORD {
            let digit = |byte: u8| i64::from(byte - b'0');
            let all = whole.bytes().chain(fraction.bytes());
            let value = all.fold(0, |value, byte| value * 10 + digit(byte));
            let bottom = fraction.bytes().fold(1, |bottom, _| bottom * 10);
            let top = if text.len() > digits.len() {
                -value
            } else {
                value
            };
            return Some(Exact(Fraction::lowest(top, bottom)));
        }
        let numerator = UBig::from_str_radix(&format!("{whole}{fraction}"), 10).ok()?;
        let mut value = IBig::from(numerator);
        if text.starts_with('-') {
            value = -value;
        }
        let denominator = UBig::from(10u8).pow(fraction.len());
        Some(Exact::big(RBig::from_parts(value, denominator)))
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
        (!by.is_zero()).then(|| self / by)
    }

    /// Whether the number has no fraction.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        match &self.0 {
            Fraction::Small(_, bottom) => *bottom == 1,
            Fraction::Big(value) => value.is_int(),
        }
    }

    /// Whether the number is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.0 == Fraction::Small(0, 1)
    }

    /// Whether the number is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
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
        match &self.0 {
            Fraction::Small(numerator, denominator) => Some(numerator.div_euclid(*denominator)),
            Fraction::Big(value) => i64::try_from(value.floor()).ok(),
        }
    }

    /// The decimal with exactly `places` digits after the point, halves away from zero, in ASCII:
    /// `2/3` to two places is `0.67`, `-0.005` is `-0.01`. Never `-0.00`.
    #[must_use]
    pub fn rounded(&self, places: usize) -> String {
        let mut digits = self.units_of(places);
        let negative = self.is_negative() && digits != "0";
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

    /// The distance from zero in units of the last of so many places, halves away from zero.
    fn units_of(&self, places: usize) -> String {
        if let (Fraction::Small(top, bottom), 0..=DIGITS_OF_A_WORD) = (&self.0, places) {
            let scale = (0..places).fold(1_u128, |scale, _| scale * 10);
            let twice =
                2 * scale * u128::from(top.unsigned_abs()) / u128::from(bottom.unsigned_abs());
            return twice.div_ceil(2).to_string();
        }
        let scale = IBig::from(UBig::from(10u8).pow(places));
        let twice = RBig::from(IBig::from(2) * &scale) * self.abs().0.wide();
        ((twice.floor() + IBig::from(1)) / IBig::from(2)).to_string()
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
        Exact(Fraction::Small(value, 1))
    }
}

impl From<u32> for Exact {
    fn from(value: u32) -> Exact {
        Exact::from(i64::from(value))
    }
}

impl From<usize> for Exact {
    fn from(value: usize) -> Exact {
        i64::try_from(value).map_or_else(
            |_| Exact::big(RBig::from(UBig::from(value))),
            |value| Exact(Fraction::Small(value, 1)),
        )
    }
}

/// The number in full: a decimal where it ends, else the fraction in lowest terms.
impl fmt::Display for Exact {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        const PLACES: usize = 6;
        let value = match &self.0 {
            Fraction::Small(whole, 1) => return write!(formatter, "{whole}"),
            Fraction::Small(_, bottom) if 1_000_000 % bottom == 0 => {
                return formatter.write_str(&self.rounded_short(PLACES));
            }
            Fraction::Small(top, bottom) => return write!(formatter, "{top}/{bottom}"),
            Fraction::Big(value) => value,
        };
        if value.is_int() {
            return write!(formatter, "{}", value.numerator());
        }
        let short = self.rounded_short(PLACES);
        if Exact::parse(&short).as_ref() == Some(self) {
            return formatter.write_str(&short);
        }
        write!(formatter, "{}/{}", value.numerator(), value.denominator())
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl Add<&Exact> for &Exact {
    type Output = Exact;
    fn add(self, other: &Exact) -> Exact {
        match (&self.0, &other.0) {
            // With a whole number added, a fraction stays in lowest terms.
            (Fraction::Small(top, bottom), Fraction::Small(whole, 1))
            | (Fraction::Small(whole, 1), Fraction::Small(top, bottom))
                if let Some(sum) = whole
                    .checked_mul(*bottom)
                    .and_then(|whole| whole.checked_add(*top)) =>
            {
                Exact(Fraction::Small(sum, *bottom))
            }
            (Fraction::Small(top, bottom), Fraction::Small(other_top, other_bottom)) => {
                let [top, bottom] = [*top, *bottom].map(i128::from);
                let [other_top, other_bottom] = [*other_top, *other_bottom].map(i128::from);
                let sum = if bottom == other_bottom {
                    Some(Fraction::reduced(top + other_top, bottom))
                } else {
                    let sum = (top * other_bottom).checked_add(other_top * bottom);
                    sum.map(|sum| Fraction::reduced(sum, bottom * other_bottom))
                };
                sum.map_or_else(|| Exact::big(self.0.wide() + other.0.wide()), Exact)
            }
            (one, other) => Exact::big(one.wide() + other.wide()),
        }
    }
}

impl Mul<&Exact> for &Exact {
    type Output = Exact;
    fn mul(self, other: &Exact) -> Exact {
        match (&self.0, &other.0) {
            (Fraction::Small(top, bottom), Fraction::Small(other_top, other_bottom)) => {
                let numerator = i128::from(*top) * i128::from(*other_top);
                let denominator = i128::from(*bottom) * i128::from(*other_bottom);
                Exact(Fraction::reduced(numerator, denominator))
            }
            (one, other) => Exact::big(one.wide() * other.wide()),
        }
    }
}

impl Sub<&Exact> for &Exact {
    type Output = Exact;
    fn sub(self, other: &Exact) -> Exact {
        match (&self.0, &other.0) {
            (Fraction::Small(top, bottom), Fraction::Small(whole, 1))
                if let Some(left) = whole
                    .checked_mul(*bottom)
                    .and_then(|whole| top.checked_sub(whole)) =>
            {
                Exact(Fraction::Small(left, *bottom))
            }
            _ => self + &-other.clone(),
        }
    }
}

// Panics on a zero divisor, as integers do: use it where the divisor is known not to be zero.
impl Div<&Exact> for &Exact {
    type Output = Exact;
    fn div(self, by: &Exact) -> Exact {
        match (&self.0, &by.0) {
            (_, Fraction::Small(1, 1)) => self.clone(),
            (Fraction::Small(top, bottom), Fraction::Small(by_top, by_bottom)) if *by_top != 0 => {
                let numerator = i128::from(*top) * i128::from(*by_bottom);
                let denominator = i128::from(*bottom) * i128::from(*by_top);
                Exact(if denominator < 0 {
                    Fraction::reduced(-numerator, -denominator)
                } else {
                    Fraction::reduced(numerator, denominator)
                })
            }
            (one, other) => Exact::big(one.wide() / other.wide()),
        }
    }
}

macro_rules! operator {
    ($trait:ident, $method:ident) => {
        impl $trait for Exact {
            type Output = Exact;
            fn $method(self, other: Exact) -> Exact {
                $trait::$method(&self, &other)
            }
        }
        impl $trait<&Exact> for Exact {
            type Output = Exact;
            fn $method(self, other: &Exact) -> Exact {
                $trait::$method(&self, other)
            }
        }
    };
}
operator!(Add, add);
operator!(Sub, sub);
operator!(Mul, mul);
operator!(Div, div);

impl Neg for Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        match self.0 {
            Fraction::Small(numerator, denominator) if numerator != i64::MIN => {
                Exact(Fraction::Small(-numerator, denominator))
            }
            other => Exact::big(-other.wide()),
        }
    }
}

/// Σ of numbers. What fits two machine words is kept over one denominator, and reduced once, at the end.
fn total<N: Borrow<Exact>>(numbers: impl Iterator<Item = N>) -> Exact {
    let (mut top, mut bottom): (i64, i64) = (0, 1);
    let mut rest = Exact::ZERO;
    for number in numbers {
        let number = number.borrow();
        let joined = match &number.0 {
            Fraction::Small(other, same) if *same == bottom => {
                top.checked_add(*other).map(|sum| (sum, bottom))
            }
            Fraction::Small(other, other_bottom) => joined(top, bottom, *other, *other_bottom),
            Fraction::Big(_) => None,
        };
        match joined {
            Some(sum) => (top, bottom) = sum,
            None => rest = &rest + number,
        }
    }
    Exact(Fraction::lowest(top, bottom)) + rest
}

/// The sum of two fractions over one denominator; `None` when it does not fit.
fn joined(top: i64, bottom: i64, other: i64, other_bottom: i64) -> Option<(i64, i64)> {
    let common = divisor(bottom.unsigned_abs(), other_bottom.unsigned_abs());
    let common = i64::try_from(common).ok()?;
    let (factor, own_factor) = (bottom / common, other_bottom / common);
    let sum = top
        .checked_mul(own_factor)?
        .checked_add(other.checked_mul(factor)?)?;
    Some((sum, factor.checked_mul(other_bottom)?))
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Exact>>(numbers: I) -> Exact {
        total(numbers)
    }
}

impl<'a> Sum<&'a Exact> for Exact {
    fn sum<I: Iterator<Item = &'a Exact>>(numbers: I) -> Exact {
        total(numbers)
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

    /// What is rounded in machine words is what all digits round to.
    #[test]
    fn small_fractions_and_large_ones_are_rounded_alike() {
        let tops = [
            0,
            1,
            -1,
            2,
            5,
            -7,
            45,
            1 << 31,
            999_999_999_999,
            i64::MAX,
            i64::MIN + 1,
        ];
        let bottoms = [1, 2, 3, 7, 8, 91, 100, 1 << 32, i64::MAX as u64];
        for (top, bottom) in tops
            .into_iter()
            .flat_map(|top| bottoms.map(|bottom| (top, bottom)))
        {
            let number = Exact::ratio(top, bottom);
            for places in 0..24 {
                let scale = IBig::from(UBig::from(10u8).pow(places));
                let twice = RBig::from(IBig::from(2) * scale) * number.abs().0.wide();
                let units = (twice.floor() + IBig::from(1)) / IBig::from(2);
                assert_eq!(
                    number.units_of(places),
                    units.to_string(),
                    "{number} to {places}"
                );
            }
        }
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

    /// Fractions at and around what two machine words hold: every operation gives what it gives in full.
    #[test]
    fn small_fractions_and_large_ones_are_computed_alike() {
        let numerators = [
            0,
            1,
            -1,
            2,
            3,
            -7,
            1 << 31,
            i64::MAX,
            i64::MAX - 1,
            i64::MIN,
            i64::MIN + 1,
        ];
        let denominators = [
            1,
            2,
            3,
            7,
            100,
            1 << 32,
            i64::MAX as u64,
            u64::MAX,
            u64::MAX - 1,
        ];
        let mut numbers = Vec::new();
        for numerator in numerators {
            for denominator in denominators {
                numbers.push(Exact::ratio(numerator, denominator));
            }
        }
        for one in &numbers {
            assert_eq!(Fraction::of(one.0.wide()), one.0, "one way to write {one}");
            assert_eq!((-one.clone()).0.wide(), -one.0.wide());
            for other in &numbers {
                let (left, right) = (one.0.wide(), other.0.wide());
                assert_eq!((one + other).0, Fraction::of(&left + &right));
                assert_eq!((one - other).0, Fraction::of(&left - &right));
                assert_eq!((one * other).0, Fraction::of(&left * &right));
                if !other.is_zero() {
                    assert_eq!((one / other).0, Fraction::of(&left / &right));
                }
                let sum: Exact = [one, other, one].into_iter().sum();
                assert_eq!(sum.0, Fraction::of(&left + &right + &left));
                assert_eq!(one.cmp(other), left.cmp(&right));
                assert_eq!(one == other, left == right);
            }
        }
    }

    #[test]
    fn order_is_by_value() {
        assert_eq!(exact("2/3").cmp(&exact("0.666667")), Ordering::Less);
    }
}
