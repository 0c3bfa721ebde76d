"""Levels, scores, coverage and interval of an assessment, from its rubric's rules.

Values are kept by criterion: a criterion without a value takes no part. The policies of a rubric
turn unanswered and not applicable questions into values; the interval turns every open question
into its worst and into its best.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property, partial
from statistics import median
from typing import Any

from computation.bands import Bands
from computation.quantities import weighted_mean
from computation.readings import Reading, is_stale, latest, level_of, unit_of
from computation.respondents import Sheet
from computation.rubric import (
    ANSWERED,
    NOT_APPLICABLE,
    ONE,
    UNANSWERED,
    UNKNOWN,
    ZERO,
    Answer,
    Rubric,
    ids_below,
    weight,
)

Tree = Mapping[str, Any]
Values = dict[str, "Fraction | None"]

# The edges of the bands N, P, L and F: a value lies strictly above its edge.
RATING_EDGES = {
    "partially": Fraction(15, 100),
    "largely": Fraction(1, 2),
    "fully": Fraction(85, 100),
}


class Assessment:
    """One assessment, scored with the readings that are known on a day."""

    def __init__(
        self,
        rubric: Rubric,
        sheet: Sheet,
        readings: dict[str, list[Reading]],
        day: date,
        answers: dict[str, list[Answer]] | None = None,
    ) -> None:
        self.rubric = rubric
        self.sheet = sheet
        self.day = day
        self.readings = readings
        self.base, self.top = rubric.base_and_top()
        self.bands = None
        if rubric.is_banded:
            self.bands = Bands(rubric.level_rule, rubric.floor, self.base)
        self.answers = answers or {
            criterion["id"]: [
                self.answer(criterion, question) for question in rubric.questions(criterion)
            ]
            for criterion in rubric.criteria
        }
        self.values = self.values_with(self.policy_value)

    def answered(self, changes: Mapping[str, Fraction]) -> Assessment:
        """The same assessment with some questions answered otherwise, by their keys."""
        answers: dict[str, list[Answer]] = {}
        for criterion, question, answer in self.every_question():
            key = self.rubric.keys(criterion, question)[0]
            changed = Answer(ANSWERED, changes[key]) if key in changes else answer
            answers.setdefault(criterion["id"], []).append(changed)
        return Assessment(self.rubric, self.sheet, self.readings, self.day, answers)

    @cached_property
    def lowest(self) -> Values:
        """The values with every open question at its worst."""
        return self.values_with(partial(self.open_value, min))

    @cached_property
    def highest(self) -> Values:
        """The values with every open question at its best."""
        return self.values_with(partial(self.open_value, max))

    @cached_property
    def achieved(self) -> Values:
        """The values if all that applies were achieved, of what counts now."""
        everything = self.values_with(self.achieved_value)
        return {
            criterion: None if value is None else everything[criterion]
            for criterion, value in self.values.items()
        }

    # What was answered

    def answer(self, criterion: Tree, question: Tree) -> Answer:
        """What is known about a question: a KPI's level answers it, or else people do."""
        level = self.kpi_level(question["kpi"]) if "kpi" in question else None
        if level is None:
            return self.sheet.answer(criterion, question)
        base, top = self.rubric.level_ends()
        return Answer(ANSWERED, (level - base) / (top - base))

    def is_measured(self, question: Tree) -> bool:
        """Whether a KPI's reading answers a question."""
        return "kpi" in question and self.kpi_level(question["kpi"]) is not None

    def kpi_level(self, kpi_id: str) -> Fraction | None:
        """The level of a KPI's latest reading."""
        kpi = next(kpi for kpi in self.rubric.tree.get("kpis", []) if kpi["id"] == kpi_id)
        reading = latest(self.readings[kpi_id], self.day)
        return None if reading is None else self.level_at(kpi, reading)

    def level_at(self, kpi: Tree, reading: Reading) -> Fraction | None:
        """The level for which a reading stands."""
        return level_of(kpi, reading.value, self.rubric.level_ends()[0])

    def policy_value(self, _question: Tree, answer: Answer) -> Fraction | None:
        """The value of a question in scores. What blocks a level counts as zero in a score."""
        if answer.state == ANSWERED:
            return answer.value
        if answer.state == NOT_APPLICABLE:
            return {"exclude": None, "zero": ZERO, "full": ONE}[
                self.rubric.level_rule["not_applicable"]
            ]
        return {"exclude": None, "zero": ZERO, "blocks": ZERO}[self.rubric.level_rule["unanswered"]]

    def possible(self, question: Tree) -> list[Fraction]:
        """The values between which an answer may lie: of choices, those that there are."""
        choices = None if "kpi" in question else self.rubric.choices(question)
        return list((choices or {"": ZERO, " ": ONE}).values())

    def open_value(
        self, end: Callable[[list[Fraction]], Fraction], question: Tree, answer: Answer
    ) -> Fraction | None:
        """The value of a question if every open one came out at one end."""
        if answer.state in (UNANSWERED, UNKNOWN):
            return end(self.possible(question))
        return self.policy_value(question, answer)

    def achieved_value(self, question: Tree, answer: Answer) -> Fraction | None:
        """The value of a question if all that applies were achieved."""
        if answer.state == NOT_APPLICABLE:
            return self.policy_value(question, answer)
        return max(self.possible(question))

    def values_with(self, value_of: Callable[[Tree, Answer], Fraction | None]) -> Values:
        """The value of each criterion: the weighted mean of its questions that have one."""
        found: Values = {}
        for criterion in self.rubric.criteria:
            pairs = []
            for question, answer in self.asked(criterion):
                value = value_of(question, answer)
                if value is not None:
                    pairs.append((weight(question), value))
            found[criterion["id"]] = weighted_mean(pairs)
        return found

    def asked(self, criterion: Tree) -> list[tuple[Tree, Answer]]:
        """The questions of a criterion with their answers."""
        return list(zip(self.rubric.questions(criterion), self.answers[criterion["id"]]))

    def every_question(self) -> list[tuple[Tree, Tree, Answer]]:
        """Every question with its criterion and what is known about it."""
        return [
            (criterion, question, answer)
            for criterion in self.rubric.criteria
            for question, answer in self.asked(criterion)
        ]

    def is_begun(self) -> bool:
        """Whether any question has an answer."""
        return any(answer.state == ANSWERED for _, _, answer in self.every_question())

    def known_value(self, criterion: Tree) -> Fraction | None:
        """The value of a criterion about which something is known."""
        is_open = self.state(criterion) in (UNANSWERED, UNKNOWN)
        return None if is_open else self.values[criterion["id"]]

    def state(self, criterion: Tree) -> str:
        """What a criterion's answers amount to."""
        states = [answer.state for answer in self.answers[criterion["id"]]]
        applicable = [state for state in states if state != NOT_APPLICABLE]
        if not applicable:
            return NOT_APPLICABLE
        if all(state == ANSWERED for state in applicable):
            return ANSWERED
        if ANSWERED in applicable:
            return "partial"
        return UNKNOWN if UNKNOWN in applicable else UNANSWERED

    # Scopes: the whole rubric, or a dimension with all below it

    def scored_in(self, dimension: Tree | None) -> list[Tree]:
        """The scored criteria of a dimension, or of the whole."""
        if dimension is None:
            return self.rubric.scored()
        below = ids_below(dimension)
        return [criterion for criterion in self.rubric.scored() if criterion["dimension"] in below]

    def achievements(self, criteria: list[Tree], values: Values) -> dict[int, Fraction]:
        """The achievement of each level for which a criterion has a value."""
        pairs: dict[int, list[tuple[Fraction, Fraction]]] = {}
        for criterion in criteria:
            value = values[criterion["id"]]
            if value is not None and "level" in criterion:
                pairs.setdefault(int(criterion["level"]), []).append((weight(criterion), value))
        means = {number: weighted_mean(listed) for number, listed in pairs.items()}
        return {number: mean for number, mean in means.items() if mean is not None}

    def filled(self, achieved: dict[int, Fraction], number: int) -> Fraction | None:
        """The achievement of a level; an empty one takes that of the next above that has one."""
        above = [defined for defined in achieved if defined >= number]
        return achieved[min(above)] if above else None

    def score(self, dimension: Tree | None, values: Values) -> Fraction | None:
        """The practice score of a scope: of its child dimensions, or of all criteria below it."""
        if dimension is None:
            aggregate = self.rubric.rules.get("aggregate")
            children = self.rubric.tree["dimensions"]
        else:
            aggregate, children = dimension.get("aggregate"), dimension.get("dimensions", [])
        if aggregate is None:
            return self.score_of(self.scored_in(dimension), values)
        scores = [(weight(child), self.score(child, values)) for child in children]
        present = [(share, score) for share, score in scores if score is not None and share > 0]
        if not present:
            return None
        return combined(aggregate, present)

    def score_of(self, criteria: list[Tree], values: Values) -> Fraction | None:
        """The practice score of criteria: a step for each level, as long as its achievement."""
        present = [criterion for criterion in criteria if values[criterion["id"]] is not None]
        if not present:
            return None
        if self.bands or not any("level" in criterion for criterion in present):
            mean = weighted_mean(
                (weight(criterion), values[criterion["id"]] or ZERO) for criterion in present
            )
            return None if mean is None else self.base + (self.top - self.base) * mean
        achieved = self.achievements(present, values)
        score = self.base
        for level in self.rubric.levels_above_floor():
            achievement = self.filled(achieved, level.number)
            if achievement is not None:
                score += level.step * achievement
        return score

    # Levels

    def rule_covers(self, dimension: Tree | None) -> bool:
        """Whether the level rule gives this scope a level."""
        rule = self.rubric.level_rule
        if rule["method"] == "none" or not self.rubric.numbers:
            return False
        return rule["scope"] in ("all", "rubric" if dimension is None else "dimensions")

    def passes(self, criteria: list[Tree], number: int, met_at: str) -> bool:
        """Whether enough criteria of a level are met, of which there is at least one."""
        at_level = [criterion for criterion in criteria if criterion.get("level") == str(number)]
        rule = self.rubric.level_rule
        if rule["unanswered"] == "blocks" and any(
            self.is_open(criterion) for criterion in at_level
        ):
            return False
        values = [self.values[criterion["id"]] for criterion in at_level]
        met = [is_met(value, met_at) for value in values if value is not None]
        quantifier = rule["quantifier"]
        if quantifier == "all":
            return all(met)
        if quantifier == "any":
            return any(met)
        return Fraction(sum(met), len(met)) >= Fraction(quantifier["share"])

    def is_open(self, criterion: Tree) -> bool:
        """Whether a question of the criterion that counts still waits for its answer."""
        return any(
            answer.state in (UNANSWERED, UNKNOWN) and weight(question) > 0
            for question, answer in self.asked(criterion)
        )

    def level(self, dimension: Tree | None) -> int | None:
        """The level that a scope holds: the floor with nothing satisfied."""
        if not self.rule_covers(dimension):
            return None
        if self.bands:
            return self.bands.held(self.practice_score(dimension))
        reached = [
            number for number in self.defined(dimension) if self.is_reached(dimension, number)
        ]
        return max(reached, default=self.rubric.floor)

    def defined(self, dimension: Tree | None) -> list[int]:
        """The levels above the floor of which something counts in a scope."""
        counted = {
            criterion["level"]
            for criterion in self.scored_in(dimension)
            if "level" in criterion and self.values[criterion["id"]] is not None
        }
        numbers = [level.number for level in self.rubric.levels_above_floor()]
        return [number for number in numbers if str(number) in counted]

    def is_reached(self, dimension: Tree | None, number: int) -> bool:
        """Whether a level passes, and where they count those below it."""
        rule = self.rubric.level_rule
        criteria = self.scored_in(dimension)
        lower_met_at = rule.get("lower_levels", rule)["met_at"]
        below = [lower for lower in self.defined(dimension) if lower < number]
        return self.passes(criteria, number, rule["met_at"]) and (
            rule["method"] == "highest"
            or all(self.passes(criteria, lower, lower_met_at) for lower in below)
        )

    def next_level_progress(self, dimension: Tree | None) -> Fraction | None:
        """The achievement of the first level above the one held, or of the present band."""
        if not self.rule_covers(dimension):
            return None
        if self.bands:
            return self.bands.progress(self.practice_score(dimension))
        held = self.level(dimension)
        achieved = self.achievements(self.scored_in(dimension), self.values)
        for level in self.rubric.levels_above_floor():
            if held is None or level.number > held:
                return self.filled(achieved, level.number)
        return None

    # Figures of the whole

    def coverage(self, dimension: Tree | None) -> Fraction | None:
        """Answered through applicable weight; each criterion counts by its own weight."""
        pairs = []
        for criterion in self.scored_in(dimension):
            applicable = answered = ZERO
            for question, answer in self.asked(criterion):
                applicable += weight(question) if answer.state != NOT_APPLICABLE else 0
                answered += weight(question) if answer.state == ANSWERED else 0
            if applicable > 0:
                pairs.append((weight(criterion), answered / applicable))
        return weighted_mean(pairs)

    def interval(self) -> tuple[Fraction, Fraction] | None:
        """The practice score with every open question at its worst and at its best."""
        worst, best = self.score(None, self.lowest), self.score(None, self.highest)
        return None if worst is None or best is None else (worst, best)

    def outcome_score(self) -> Fraction | None:
        """The weighted mean of the KPI levels."""
        pairs = []
        for kpi in self.rubric.tree.get("kpis", []):
            level = self.kpi_level(kpi["id"])
            if level is not None:
                pairs.append((weight(kpi), level))
        return weighted_mean(pairs)

    def practice_score(self, dimension: Tree | None = None) -> Fraction | None:
        """The practice score of a dimension, or of the whole."""
        return self.score(dimension, self.values)

    def practice_maximum(self, dimension: Tree | None) -> Fraction | None:
        """The practice score of a scope if all that applies were achieved."""
        return self.score(dimension, self.achieved)

    def index(self) -> Fraction | None:
        """Practice and outcome together; with no reading, the practice score alone."""
        practice, outcome = self.practice_score(), self.outcome_score()
        if practice is None or outcome is None:
            return practice
        share = Fraction(self.rubric.rules.get("kpi_weight", "0"))
        return (1 - share) * practice + share * outcome

    def percent_to_target(self, target: Tree) -> Fraction | None:
        """The share of a target reached: by the dimensions that have one, or by the whole."""
        pairs = []
        for dimension, _ in self.rubric.dimensions:
            if dimension["id"] in target.get("dimensions", {}):
                aim = self.beginning(target["dimensions"][dimension["id"]])
                pairs.append((aim, self.practice_score(dimension) or ZERO))
        if not pairs and "level" in target:
            pairs.append((self.beginning(target["level"]), self.practice_score() or ZERO))
        total = sum((aim for aim, _ in pairs), ZERO)
        if total <= 0:
            return None
        return 1 - sum((max(aim - current, ZERO) for aim, current in pairs), ZERO) / total

    def beginning(self, level: str) -> Fraction:
        """The practice score at which a level begins: its number, or the edge of its band."""
        return Fraction(level) if self.bands is None else self.bands.beginning(int(level))

    def kpi_rows(self) -> list[dict[str, Any]]:
        """Every KPI that has a reading: its name, unit, latest reading and level."""
        rows = []
        for kpi in self.rubric.tree.get("kpis", []):
            reading = latest(self.readings[kpi["id"]], self.day)
            if reading is not None:
                rows.append(
                    {
                        "id": kpi["id"],
                        "value": reading.value,
                        "unit": unit_of(kpi),
                        "period": reading.name,
                        "level": self.level_at(kpi, reading),
                        "stale": is_stale(reading.period.last, self.day, kpi["frequency"]),
                    }
                )
        return rows


def combined(aggregate: str, pairs: list[tuple[Fraction, Fraction]]) -> Fraction:
    """Scores of (weight, score) pairs put together. Only the mean weighs them."""
    scores = [score for _, score in pairs]
    if aggregate == "min":
        return min(scores)
    if aggregate == "max":
        return max(scores)
    if aggregate == "median":
        return median(scores)
    if aggregate == "sum":
        return sum(scores, ZERO)
    total = sum((share * score for share, score in pairs), ZERO)
    return total / sum((share for share, _ in pairs), ZERO)


def is_met(value: Fraction, met_at: str) -> bool:
    """Whether a value reaches a rating, or a number."""
    if re.fullmatch(r"[\d.]+", met_at):
        return value >= Fraction(met_at)
    return value > RATING_EDGES[met_at]


def rating(value: Fraction) -> str:
    """The rating of a value by the bands of ISO/IEC 33020."""
    reached = [name for name, edge in RATING_EDGES.items() if value > edge]
    return reached[-1] if reached else "not"
