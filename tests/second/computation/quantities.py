"""Exact numbers: read with their units, and shown with their last digit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

SECONDS: dict[str, int] = {"s": 1, "min": 60, "h": 3600, "d": 86400}


class Figure(str):
    """The decimal text of a number in a result, told apart from a word that looks like one."""


def quantity(text: str, unit: str) -> Fraction:
    """The number in `18h`, `90min` or `3/week`, converted to `unit`; a bare number is in it."""
    match = re.fullmatch(r"(-?\d+(?:\.\d+)?)\s*(.*)", text)
    if match is None:
        raise ValueError(f"{text} is not a quantity")
    number, written = Fraction(match[1]), match[2]
    if written in ("", unit):
        return number
    return number * SECONDS[written] / SECONDS[unit]


def target_value(text: str, baseline: Fraction | None, unit: str) -> Fraction | None:
    """A target, absolute or relative to the baseline; none while a relative one has no baseline."""
    if match := re.fullmatch(r"([+-]\d+(?:\.\d+)?)%", text):
        return None if baseline is None else baseline * (1 + Fraction(match[1]) / 100)
    if match := re.fullmatch(r"([+-]\d+(?:\.\d+)?)pp", text):
        return None if baseline is None else baseline + Fraction(match[1])
    if match := re.fullmatch(r"x(\d+(?:\.\d+)?)", text):
        return None if baseline is None else baseline * Fraction(match[1])
    return quantity(text, unit)


def weighted_mean(pairs: Iterable[tuple[Fraction, Fraction]]) -> Fraction | None:
    """The mean of (weight, value) pairs; none where nothing weighs anything."""
    listed = list(pairs)
    total = sum((weight for weight, _ in listed), Fraction(0))
    if total == 0:
        return None
    return sum((weight * value for weight, value in listed), Fraction(0)) / total


def rounded(number: Fraction, places: int) -> tuple[bool, str, str]:
    """Sign, whole digits and decimals of a number, rounded half away from zero."""
    scaled = abs(number) * 10**places
    digits = str((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator))
    digits = digits.rjust(places + 1, "0")
    negative = number < 0 and set(digits) != {"0"}
    return negative, digits[: len(digits) - places], digits[len(digits) - places :]


def to_places(number: Fraction, places: int) -> Fraction:
    """A number rounded half away from zero."""
    negative, whole, decimals = rounded(number, places)
    return Fraction(int(whole + decimals), 10**places) * (-1 if negative else 1)


def figure(number: Fraction | int) -> Figure:
    """A number as the result writes it: at most six places, and no zeros at the end."""
    negative, whole, decimals = rounded(Fraction(number), 6)
    decimals = decimals.rstrip("0")
    return Figure(("-" if negative else "") + whole + ("." + decimals if decimals else ""))


def figure_or_none(number: Fraction | int | None) -> Figure | None:
    """A number as the result writes it, or nothing."""
    return None if number is None else figure(number)
