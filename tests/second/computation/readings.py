"""Readings of KPIs: made one for each period, placed between bands, and grown stale.

A reading counts from the last day of its period.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from computation.periods import FREQUENCY_DAYS, Period, period, period_name
from computation.quantities import quantity, weighted_mean

Tree = Mapping[str, Any]


@dataclass(frozen=True)
class Reading:
    """The value of a KPI in one period, of all its segments together."""

    name: str
    period: Period
    value: Fraction


def unit_of(kpi: Tree) -> str:
    """The unit of a KPI; what has none is a count."""
    return str(kpi.get("unit", "count"))


def counted(kpi: Tree, row: Tree, whole_unit: int) -> tuple[Fraction, Fraction]:
    """The two counts of a ratio; a share of so many cases is as many of them."""
    if "numerator" in row:
        return Fraction(row["numerator"]), Fraction(row["denominator"])
    cases = Fraction(row["n"])
    return quantity(row["value"], unit_of(kpi)) / whole_unit * cases, cases


def pooled(kpi: Tree, rows: list[Tree]) -> Fraction:
    """The value of one period. A reading of the whole stands before the sum of its parts."""
    whole = [row for row in rows if "segment" not in row]
    rows = whole or rows
    whole_unit = 100 if unit_of(kpi) == "%" else 1
    if "numerator" in rows[0] or (kpi["aggregate"] == "ratio" and len(rows) > 1):
        counts = [counted(kpi, row, whole_unit) for row in rows]
        numerator = sum((count for count, _ in counts), Fraction(0))
        denominator = sum((of for _, of in counts), Fraction(0))
        return numerator / denominator * whole_unit
    values = [quantity(row["value"], unit_of(kpi)) for row in rows]
    if len(values) == 1:
        return values[0]
    if kpi["aggregate"] == "sum":
        return sum(values, Fraction(0))
    mean = weighted_mean((Fraction(row["n"]), value) for row, value in zip(rows, values))
    if kpi["aggregate"] != "mean" or mean is None:
        raise ValueError(f"the segments of {kpi['id']} cannot be made one")
    return mean


def readings_of(kpi: Tree, rows: list[Tree], fiscal_year_start: int) -> list[Reading]:
    """All readings of a KPI, the earliest first. A row that `revises` replaces the earlier one.

    Of periods that end on one day, the shortest tells most of that day: it is the latest.
    """
    by_period: dict[str, dict[str | None, Tree]] = {}
    for row in rows:
        if row["kpi"] == kpi["id"]:
            name = period_name(row.get("period") or row["date"])
            by_period.setdefault(name, {})[row.get("segment")] = row
    found = [
        Reading(name, period(name, fiscal_year_start), pooled(kpi, list(parts.values())))
        for name, parts in by_period.items()
    ]
    return sorted(found, key=lambda reading: (reading.period.last, reading.period.first))


def latest(readings: list[Reading], day: date) -> Reading | None:
    """The latest reading that is known on a day."""
    known = [reading for reading in readings if reading.period.last <= day]
    return known[-1] if known else None


def is_stale(last: date, day: date, frequency: str) -> bool:
    """Whether more than one and a half times the frequency has passed."""
    return (day - last).days > FREQUENCY_DAYS[frequency] * Fraction(3, 2)


def rising_level(value: Fraction, edges: list[tuple[Fraction, Fraction]]) -> Fraction | None:
    """The level of a value among rising (edge, level) pairs; none below the first edge."""
    if value < edges[0][0]:
        return None
    for (edge, level), (next_edge, next_level) in zip(edges, edges[1:]):
        if value < next_edge:
            return level + (value - edge) / (next_edge - edge) * (next_level - level)
    return edges[-1][1]


def level_of(kpi: Tree, value: Fraction, base: Fraction) -> Fraction | None:
    """Where a value stands among the bands: `base` below the first edge, none without bands.

    Where less is better, both the values and the edges are turned round. In a range, the side
    that is worse decides.
    """
    direction, bands = kpi["direction"], kpi.get("bands")
    if direction == "none" or not bands:
        return None
    unit = unit_of(kpi)
    sides: list[tuple[Fraction, list[tuple[Fraction, Fraction]]]] = []
    in_order = sorted((Fraction(level), edge) for level, edge in bands.items())
    if direction in ("higher", "range"):
        low = [(edge[0] if direction == "range" else edge, level) for level, edge in in_order]
        sides.append((value, [(quantity(edge, unit), level) for edge, level in low]))
    if direction in ("lower", "range"):
        high = [(edge[1] if direction == "range" else edge, level) for level, edge in in_order]
        sides.append((-value, [(-quantity(edge, unit), level) for edge, level in high]))
    levels = [rising_level(at, edges) for at, edges in sides]
    return min(base if level is None else level for level in levels)
