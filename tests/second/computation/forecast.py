"""Where the values of a key result lead: the line of Theil and Sen, which no outlier moves."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import combinations
from statistics import median

FEWEST_DAYS = 3


def line(points: list[tuple[date, Fraction]], last: date) -> tuple[Fraction, Fraction] | None:
    """The pace a day and the value on the last day; none with values of fewer than three days.

    Each value is carried on to the last day at the common pace: the middle of these is the line's.
    """
    if len({day for day, _ in points}) < FEWEST_DAYS:
        return None
    paces = [
        (other_value - value) / (other - day).days
        for (day, value), (other, other_value) in combinations(points, 2)
        if other != day
    ]
    pace = Fraction(median(paces))
    return pace, Fraction(median(value + pace * (last - day).days for day, value in points))
