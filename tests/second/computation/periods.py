"""Days, periods and lengths of time, read from the way the files write them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

ONE_DAY = timedelta(days=1)

# How many days lie between two readings. A month is a twelfth of 365 days.
FREQUENCY_DAYS: dict[str, Fraction] = {
    "daily": Fraction(1),
    "weekly": Fraction(7),
    "fortnightly": Fraction(14),
    "monthly": Fraction(365, 12),
    "quarterly": Fraction(365, 4),
    "half-yearly": Fraction(365, 2),
    "yearly": Fraction(365),
}

MONTHS_IN_LENGTH: dict[str, int] = {
    "month": 1,
    "months": 1,
    "mês": 1,
    "meses": 1,
    "quarter": 3,
    "quarters": 3,
    "trimestre": 3,
    "trimestres": 3,
    "semestre": 6,
    "semestres": 6,
    "year": 12,
    "years": 12,
    "ano": 12,
    "anos": 12,
}

DAYS_IN_LENGTH: dict[str, int] = {
    "day": 1,
    "days": 1,
    "dia": 1,
    "dias": 1,
    "week": 7,
    "weeks": 7,
    "semana": 7,
    "semanas": 7,
}


@dataclass(frozen=True)
class Period:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether a day is one of the period's."""
        return self.first <= day <= self.last


def months_from(year: int, month: int, count: int) -> Period:
    """A number of whole months, beginning with `month`, which may lie outside 1 to 12."""
    begins = year * 12 + month - 1
    ends = begins + count
    after = date(ends // 12, ends % 12 + 1, 1)
    return Period(date(begins // 12, begins % 12 + 1, 1), after - ONE_DAY)


def period(text: str, fiscal_year_start: int) -> Period:
    """The days of `2026-Q3`, `2026-S2`, `2026`, `2026-09`, `2026-W40`, `FY2026-Q1` or a date.

    A fiscal year is named for the calendar year in which it ends.
    """
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text):
        day = date.fromisoformat(text)
        return Period(day, day)
    if match := re.fullmatch(r"(\d{4})-W(\d\d)", text):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return Period(monday, monday + 6 * ONE_DAY)
    if match := re.fullmatch(r"(\d{4})-(\d\d)", text):
        return months_from(int(match[1]), int(match[2]), 1)
    match = re.fullmatch(r"(FY)?(\d{4})(?:-([QSH])(\d))?", text)
    if match is None:
        raise ValueError(f"{text} is not a period")
    year, first_month = int(match[2]), 1
    if match[1] is not None and fiscal_year_start > 1:
        year, first_month = year - 1, fiscal_year_start
    if match[3] is None:
        return months_from(year, first_month, 12)
    length = 3 if match[3] == "Q" else 6
    return months_from(year, first_month + (int(match[4]) - 1) * length, length)


def period_name(text: str) -> str:
    """A period as results name it: both spellings of a half-year are one."""
    return re.sub(r"-H(\d)$", r"-S\1", text)


def day_after_months(start: date, months: int) -> date:
    """The last of so many months: the same day minus one, clamped to the month's end."""
    index = start.year * 12 + start.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if start.day == 1:
        return date(year, month, 1) - ONE_DAY
    return date(year, month, min(start.day - 1, calendar.monthrange(year, month)[1]))


def deadline(text: str, start: date, fiscal_year_start: int) -> date:
    """The last day of a period, or of a length such as `3 months` from `start` on."""
    match = re.fullmatch(r"(\d+) (\w+)", text)
    if match is None:
        return period(text, fiscal_year_start).last
    count, word = int(match[1]), match[2]
    if word in DAYS_IN_LENGTH:
        return start + (count * DAYS_IN_LENGTH[word] - 1) * ONE_DAY
    return day_after_months(start, count * MONTHS_IN_LENGTH[word])


def periods_within(frequency: str, days: Period) -> list[Period]:
    """The periods of a frequency that lie wholly within some days, one after the other.

    Weeks and months are those of the calendar; fortnights are counted from the first day, quarters
    and longer periods from the first whole month.
    """
    found = []
    at = first_period(frequency, days.first)
    while at.last <= days.last:
        found.append(at)
        at = first_period(frequency, at.last + ONE_DAY)
    return found


def first_period(frequency: str, day: date) -> Period:
    """The first period of a frequency that begins on a day or after it."""
    if frequency == "daily":
        return Period(day, day)
    if frequency == "weekly":
        monday = day + -day.weekday() % 7 * ONE_DAY
        return Period(monday, monday + 6 * ONE_DAY)
    if frequency == "fortnightly":
        return Period(day, day + 13 * ONE_DAY)
    months = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}[frequency]
    return months_from(day.year, day.month + (day.day > 1), months)
