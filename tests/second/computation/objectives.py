"""Progress, expectation and status of key results and objectives on a day.

The value of a key result is its latest reading by date: of a KPI, of a practice score, or of its
check-ins. Amendments hold from their own day on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from computation.forecast import line
from computation.periods import Period, deadline, period, periods_within
from computation.quantities import quantity, target_value, weighted_mean
from computation.readings import is_stale

Tree = Mapping[str, Any]

ZERO, ONE = Fraction(0), Fraction(1)

# Kinds that are true or not yet: without a check-in they stand at nothing, which is known.
WITHOUT_FIGURES = ("milestones", "done", "establish_baseline")

# The worst first. A dropped key result says nothing about its objective.
WORST_FIRST = (
    "missed",
    "at_risk",
    "behind",
    "no_data",
    "no_baseline",
    "on_track",
    "planned",
    "achieved",
)


@dataclass(frozen=True)
class Point:
    """A value on a day: of a KPI, on the last day of the period that it tells of."""

    day: date
    value: Fraction
    period: Period | None = None


@dataclass(frozen=True)
class Source:
    """Where the values of a key result come from, the earliest first, and how often they do."""

    points: list[Point]
    unit: str
    frequency: str
    # Whether a value holds until the next: a maturity score does, until somebody assesses again.
    lasts: bool = False


@dataclass(frozen=True)
class Cycle:
    """A cycle's days, and the day for which it is looked at."""

    days: Period
    as_of: date
    fiscal_year_start: int

    def elapsed(self, last: date) -> Fraction:
        """The share of the days gone until `last`: 0 on the first day, 1 on the last."""
        if self.as_of >= last:
            return ONE
        if self.as_of <= self.days.first:
            return ZERO
        return Fraction((self.as_of - self.days.first).days, (last - self.days.first).days)


class KeyResult:
    """A key result as it stands on the cycle's day."""

    def __init__(
        self,
        tree: Tree,
        cycle: Cycle,
        objective: Tree,
        check_ins: list[Tree],
        source: Source,
    ) -> None:
        self.tree = tree
        self.cycle = cycle
        self.source = source
        self.aspirational = objective.get("ambition") == "aspirational"
        self.check_ins = [
            row for row in check_ins if date.fromisoformat(row["date"]) <= cycle.as_of
        ]
        self.target_text = tree.get("target")
        due_text = tree.get("due")
        self.dropped = False
        for amendment in sorted(
            objective.get("amendments", []), key=lambda entry: str(entry["date"])
        ):
            holds = date.fromisoformat(amendment["date"]) <= cycle.as_of
            if holds and amendment["key_result"] == tree["id"]:
                self.target_text = amendment.get("target", self.target_text)
                due_text = amendment.get("due", due_text)
                self.dropped = self.dropped or "dropped" in amendment
        self.due = cycle.days.last
        if due_text is not None:
            self.due = deadline(due_text, cycle.days.first, cycle.fiscal_year_start)
        self.known = [point for point in source.points if point.day <= cycle.as_of]
        self.baseline = self.find_baseline()
        self.target = self.find_target()
        self.kind = self.find_kind()
        self.progress = self.find_progress()
        self.expected = self.find_expected()
        self.status = self.find_status()

    # Where it starts, where it goes

    def in_cycle(self) -> list[Point]:
        """The known values that are no older than the cycle."""
        return [point for point in self.known if point.day >= self.cycle.days.first]

    def has_baseline_of_its_own(self) -> bool:
        """Whether the plan says where the baseline comes from."""
        return "baseline" in self.tree

    def find_baseline(self) -> Fraction | None:
        """The stated value, the reading at the stated time, or the first reading in the cycle.

        Of a stated period the reading of that very period, else the latest dated within it.
        """
        kind = self.tree.get("kind")
        if kind in ("keep", "milestones", "done"):
            return None
        stated = self.tree.get("baseline")
        if stated is None:
            first = self.in_cycle()[:1]
            return first[0].value if first else None
        if isinstance(stated, str):
            return quantity(stated, self.source.unit)
        if "date" in stated:
            days = Period(date.min, date.fromisoformat(stated["date"]))
        else:
            days = period(stated["period"], self.cycle.fiscal_year_start)
        has_come = days.last <= self.cycle.as_of
        then = [point for point in self.known if has_come and days.holds(point.day)]
        exactly = [point for point in then if point.period == days]
        return (exactly or then)[-1].value if then else None

    def find_target(self) -> Fraction | None:
        """The target in force, or the limit to keep."""
        if self.tree.get("kind") == "keep":
            limit = self.tree.get("at_least", self.tree.get("at_most"))
            return None if limit is None else quantity(limit, self.source.unit)
        if self.target_text is None:
            return None
        return target_value(self.target_text, self.baseline, self.source.unit)

    def find_kind(self) -> str:
        """The kind that is written, or the direction from baseline to target."""
        kind = self.tree.get("kind")
        if kind in WITHOUT_FIGURES or kind == "keep":
            return str(kind)
        # Any baseline will do to see which way a relative target lies.
        text = self.target_text or ""
        baseline = self.baseline
        target = self.target
        if baseline is None:
            is_relative = text.startswith(("+", "-", "x"))
            target = target_value(text, ONE, self.source.unit) if is_relative else None
            baseline = ONE
        return "decrease" if target is not None and target < baseline else "increase"

    def value(self) -> Fraction | None:
        """The latest reading. Before the first one in the cycle, there is none to start from."""
        if self.kind in ("milestones", "done"):
            return None
        readings = self.known
        if self.kind in ("increase", "decrease") and not self.has_baseline_of_its_own():
            readings = self.in_cycle()
        return readings[-1].value if readings else None

    # How far it is, and how far it should be

    def find_progress(self) -> Fraction | None:
        """The share of the way that is behind; none while it cannot be told."""
        if self.kind == "milestones":
            return self.share_of_milestones(self.reached_milestones())
        if self.kind == "done":
            said = [row["done"] for row in self.check_ins if "done" in row]
            return ONE if said and said[-1] == "true" else ZERO
        if self.kind == "establish_baseline":
            return ZERO if self.baseline is None else ONE
        if self.kind == "keep":
            return self.share_of_periods_kept()
        return self.share_of_way(self.value())

    def share_of_way(self, value: Fraction | None) -> Fraction | None:
        """(v − b) ÷ (t − b); none where one of them is missing, or there is no way to go."""
        if (
            value is None
            or self.baseline is None
            or self.target is None
            or self.target == self.baseline
        ):
            return None
        return (value - self.baseline) / (self.target - self.baseline)

    def reached_milestones(self) -> set[str]:
        """The milestones that were checked in."""
        return {row["milestone"] for row in self.check_ins if "milestone" in row}

    def due_milestones(self) -> set[str]:
        """The milestones whose last day has come; what has no day of its own is due at the end."""
        due = set()
        for milestone in self.tree["milestones"]:
            last = self.due
            if "due" in milestone:
                last = deadline(
                    milestone["due"], self.cycle.days.first, self.cycle.fiscal_year_start
                )
            if last <= self.cycle.as_of:
                due.add(milestone["id"])
        return due

    def share_of_milestones(self, ids: set[str]) -> Fraction | None:
        """The weight of some milestones in that of all."""
        return weighted_mean(
            (Fraction(milestone.get("weight", "1")), ONE if milestone["id"] in ids else ZERO)
            for milestone in self.tree["milestones"]
        )

    def share_of_periods_kept(self) -> Fraction | None:
        """Periods met through periods elapsed; a period without a reading is not met."""
        gone = Period(self.cycle.days.first, min(self.cycle.as_of, self.due))
        elapsed = periods_within(self.source.frequency, gone)
        if not elapsed:
            return None
        met = 0
        for span in elapsed:
            inside = [
                point
                for point in self.known
                if span.holds(point.day) or (self.source.lasts and point.day <= span.last)
            ]
            met += bool(inside) and self.is_kept(inside[-1].value)
        return Fraction(met, len(elapsed))

    def is_kept(self, value: Fraction) -> bool:
        """Whether a value lies where it should be kept."""
        unit = self.source.unit
        if "between" in self.tree:
            low, high = self.tree["between"]
            return quantity(low, unit) <= value <= quantity(high, unit)
        if "at_least" in self.tree:
            return value >= quantity(self.tree["at_least"], unit)
        return value <= quantity(self.tree["at_most"], unit)

    def find_expected(self) -> Fraction | None:
        """The progress that the time gone asks for; seven tenths of it where the aim is high."""
        expected = self.expected_in_full()
        if expected is None or not self.aspirational:
            return expected
        return expected * Fraction(7, 10)

    def expected_in_full(self) -> Fraction | None:
        """By the calendar, by the plan, or by what is due."""
        if self.kind in ("done", "establish_baseline"):
            return ONE if self.cycle.as_of >= self.due else ZERO
        if self.kind == "milestones":
            return self.share_of_milestones(self.due_milestones())
        if self.kind == "keep" or "plan" not in self.tree:
            return self.cycle.elapsed(self.due)
        return self.expected_by_plan()

    def expected_by_plan(self) -> Fraction | None:
        """Straight lines from the start through each planned value to the target on the last day.

        A planned value beyond the target, or behind the baseline, asks for no more than all of the
        way, and for no less than none of it. All of it is asked for on the last day, whatever the
        plan says about that day.
        """
        points = [(self.cycle.days.first, ZERO)]
        for entry in self.tree["plan"]:
            day = date.fromisoformat(entry["by"])
            share = self.share_of_way(quantity(entry["value"], self.source.unit))
            if share is None:
                return None
            if day <= self.due:
                points = [point for point in points if point[0] < day] + [(day, share)]
        if points[-1][0] < self.due:
            points.append((self.due, ONE))
        as_of = self.cycle.as_of
        if as_of < points[0][0]:
            return ZERO
        for (day, share), (next_day, next_share) in zip(points, points[1:]):
            if day <= as_of < next_day:
                gone = Fraction((as_of - day).days, (next_day - day).days)
                return min(max(share + (next_share - share) * gone, ZERO), ONE)
        return ONE

    def forecast(self) -> dict[str, Fraction] | None:
        """Where the values since the cycle's first day lead; none without a way or days to go.

        Nothing leads on from what was given up.
        """
        drawn = line([(point.day, point.value) for point in self.in_cycle()], self.due)
        has_days_to_go = self.cycle.as_of < self.due and not self.dropped
        if drawn is None or self.target is None or not has_days_to_go:
            return None
        pace, value = drawn
        progress = self.share_of_way(value)
        if progress is None:
            return None
        left = (self.due - self.cycle.as_of).days
        return {
            "value": value,
            "progress": progress,
            "observed_pace": pace,
            "required_pace": (self.target - self.in_cycle()[-1].value) / left,
        }

    # What that means

    def find_status(self) -> str:
        """One word for where it stands."""
        if self.dropped:
            return "dropped"
        if self.cycle.as_of < self.cycle.days.first:
            return "planned"
        if self.progress is None:
            is_way = self.kind in ("increase", "decrease")
            no_way = is_way and (self.baseline is None or self.baseline == self.target)
            return "no_baseline" if no_way else "no_data"
        if self.progress >= 1 and (self.kind != "keep" or self.cycle.as_of >= self.due):
            return "achieved"
        if self.cycle.as_of > self.due:
            return "missed"
        return self.pace(self.progress)

    def pace(self, progress: Fraction) -> str:
        """Progress against what is expected, which is too early to tell below a tenth."""
        expected = self.expected
        if expected is None or expected < Fraction(1, 10):
            return "at_risk" if progress < 0 else "on_track"
        ratio = progress / expected
        if ratio >= Fraction(9, 10):
            return "on_track"
        return "behind" if ratio >= Fraction(7, 10) else "at_risk"

    def confidences(self) -> list[int]:
        """What was said about confidence, the latest last."""
        return [int(row["confidence"]) for row in self.check_ins if "confidence" in row]

    def flags(self) -> list[str]:
        """What else deserves a look, in the order of the rules."""
        said = self.confidences()
        conflict = bool(said) and (
            (said[-1] >= 8 and self.status == "at_risk")
            or (said[-1] <= 3 and self.status == "on_track")
        )
        raised = {
            "regressed": self.progress is not None and self.progress < 0,
            "stale": self.is_stale(),
            "confidence_conflict": conflict,
            "confidence_drop": len(said) > 1 and said[-1] <= said[-2] - 2,
        }
        return [flag for flag, holds in raised.items() if holds]

    def is_stale(self) -> bool:
        """Whether something new is overdue; nothing is before the start, at the end, or after."""
        if self.status in ("planned", "dropped", "achieved"):
            return False
        news = [point.day for point in self.known]
        if "kpi" not in self.tree:
            # Of what people say, nothing is overdue before the cycle has begun.
            news += [date.fromisoformat(row["date"]) for row in self.check_ins]
            news.append(self.cycle.days.first)
        last = max(news, default=self.cycle.days.first)
        return is_stale(last, min(self.cycle.as_of, self.due), self.source.frequency)

    def is_measured(self) -> bool:
        """Whether there is anything to show."""
        return self.progress is not None

    def weight(self) -> Fraction:
        """Its weight in the objective."""
        return Fraction(self.tree.get("weight", "1"))


def objective_progress(key_results: list[KeyResult]) -> Fraction | None:
    """The weighted mean over active key results, each held between 0 and 1; no data is 0."""
    return weighted_mean(
        (result.weight(), min(max(result.progress or ZERO, ZERO), ONE))
        for result in key_results
        if not result.dropped
    )


def objective_status(key_results: list[KeyResult]) -> str:
    """The worst status of the active key results that weigh something."""
    if key_results and all(result.dropped for result in key_results):
        return "dropped"
    found = {result.status for result in key_results if not result.dropped and result.weight() > 0}
    return next((status for status in WORST_FIRST if status in found), "no_data")


def objective_coverage(key_results: list[KeyResult]) -> Fraction | None:
    """How many of the active key results are measured."""
    active = [result for result in key_results if not result.dropped]
    if not active:
        return None
    return Fraction(sum(result.is_measured() for result in active), len(active))
