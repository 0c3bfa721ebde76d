"""What blocks a target, and what one answer, raised to its best, would do.

An answer can be changed when its question applies, counts, and no reading answers it; a change
raises it, or gives one where there was none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from computation.assessment import Assessment, is_met
from computation.quantities import Figure, figure, figure_or_none
from computation.rubric import NOT_APPLICABLE, ONE, ZERO, Answer, Rubric, weight

Tree = Mapping[str, Any]
Document = dict[str, Any]


@dataclass(frozen=True)
class Changeable:
    """A question whose answer can be changed, with what stands for it now."""

    key: str
    criterion: Tree
    question: Tree
    answer: Answer


def changeable(assessment: Assessment) -> list[Changeable]:
    """Every question whose answer can be changed, in the rubric's order."""
    found = []
    scored = [criterion["id"] for criterion in assessment.rubric.scored()]
    for criterion, question, answer in assessment.every_question():
        counts = criterion["id"] in scored and weight(question) > 0
        is_fixed = answer.state == NOT_APPLICABLE or assessment.is_measured(question)
        best = best_share(assessment.rubric, question)
        if counts and not is_fixed and (answer.value is None or answer.value < best):
            key = assessment.rubric.keys(criterion, question)[0]
            found.append(Changeable(key, criterion, question, answer))
    return found


def best_share(rubric: Rubric, question: Tree) -> Fraction:
    """The best that a scale offers: of choices, not always all of it."""
    return max((rubric.choices(question) or {"": ONE}).values())


def mark(rubric: Rubric, question: Tree, share: Fraction) -> Figure | str:
    """A share of a scale as the result writes it: a choice, or a number on the scale."""
    for choice, value in (rubric.choices(question) or {}).items():
        if value == share:
            return choice
    low, high = rubric.scale_range(question)
    return figure(low + share * (high - low))


def standing(rubric: Rubric, own: Changeable) -> Figure | str:
    """What stands for a question as the result writes it: where nothing does, why not."""
    if own.answer.value is None:
        return own.answer.state
    return mark(rubric, own.question, own.answer.value)


def difference(after: Fraction | None, before: Fraction | None) -> Fraction | None:
    """What has changed, where there was something and still is."""
    return None if after is None or before is None else after - before


def single_answers(assessment: Assessment) -> list[Document]:
    """What each answer would do: the highest level first, then the greatest change of the index."""
    found = []
    rubric = assessment.rubric
    practice_now, index_now = assessment.practice_score(), assessment.index()
    for own in changeable(assessment):
        best = best_share(rubric, own.question)
        after = assessment.answered({own.key: best})
        level = after.level(None)
        practice = difference(after.practice_score(), practice_now)
        index = difference(after.index(), index_now)
        entry = {
            "question": own.key,
            "from": standing(rubric, own),
            "to": mark(rubric, own.question, best),
            "level": figure_or_none(level),
            "practice_score_change": figure_or_none(practice),
            "index_change": figure_or_none(index),
        }
        none_last = (level is None, -(level or 0), index is None, -(index or ZERO))
        found.append((none_last, entry))
    return [entry for _, entry in sorted(found, key=lambda pair: pair[0])]


class Plan:
    """From an assessment to a target: of the whole, and of the dimensions that have one."""

    def __init__(self, assessment: Assessment, target: Tree | None) -> None:
        self.assessment = assessment
        self.rubric = assessment.rubric
        self.open = {own.criterion["id"] for own in changeable(assessment)}
        aims = (target or {}).get("dimensions", {})
        self.goals: list[tuple[Tree | None, int]] = []
        if target is not None and "level" in target:
            self.goals.append((None, int(target["level"])))
        self.goals.extend(
            (dimension, int(aims[dimension["id"]]))
            for dimension, _ in self.rubric.dimensions
            if dimension["id"] in aims
        )

    def document(self) -> Document:
        """The goals, what blocks them, and what each answer would do. Ways up are judged apart."""
        blocking = {
            criterion["id"]: criterion
            for dimension, level in self.goals
            if not self.is_reached(dimension, level)
            for criterion in self.blocking(dimension, level)
        }
        in_order = [entry for entry in self.rubric.criteria if entry["id"] in blocking]
        return {
            "goals": [self.goal(dimension, level) for dimension, level in self.goals],
            "blocking": [
                self.blocking_document(criterion)
                for criterion in sorted(in_order, key=lambda entry: -self.priority(entry))
            ],
            "single_answers": single_answers(self.assessment),
        }

    def goal(self, dimension: Tree | None, level: int) -> Document:
        """A goal, and how it stands."""
        planned = self.planned(dimension, level)
        is_reached = self.is_reached(dimension, level)
        return {
            "dimension": None if dimension is None else dimension["id"],
            "level": figure(level),
            "reached": is_reached,
            "reachable": is_reached or (planned is not None and planned >= level),
            "planned_level": figure_or_none(planned),
        }

    def is_reached(self, dimension: Tree | None, level: int) -> bool:
        """Whether a level is held; where the rule gives none, whether the score is as high."""
        score = self.assessment.practice_score(dimension)
        if self.assessment.bands is not None:
            return self.assessment.bands.is_reached(level, score)
        if self.assessment.rule_covers(dimension):
            held = self.assessment.level(dimension)
            return held is not None and held >= level
        return score is not None and score >= level

    def planned(self, dimension: Tree | None, level: int) -> int | None:
        """Where the plan leads: to the goal; where nothing is asked at it, to the next level above
        at which something is; above the last such level, to that."""
        most = self.assessment.practice_maximum(dimension)
        if self.assessment.bands is not None:
            if most is None:
                return level if self.below_full(dimension) else None
            reachable = self.assessment.bands.is_reached(level, most)
            return level if reachable else self.assessment.bands.held(most)
        asking = self.asking(dimension)
        above = next((number for number in asking if number >= level), None)
        if above is not None:
            return above
        if self.assessment.rule_covers(dimension):
            return max(asking, default=None)
        if most is not None and most >= level:
            # What has no level raises the score as well.
            return level
        is_open = most is None and bool(self.lacking(dimension))
        return max(asking, default=level if is_open else None)

    def asking(self, dimension: Tree | None) -> list[int]:
        """The levels above the floor at which something is asked, now or once it is answered."""
        numbers = {
            int(criterion["level"])
            for criterion in self.assessment.scored_in(dimension)
            if "level" in criterion and (self.counts(criterion) or criterion["id"] in self.open)
        }
        return sorted(
            numbers.intersection(level.number for level in self.rubric.levels_above_floor())
        )

    def counts(self, criterion: Tree) -> bool:
        """Whether a criterion counts now, before anybody answers more."""
        return self.assessment.values[criterion["id"]] is not None

    def blocking(self, dimension: Tree | None, level: int) -> list[Tree]:
        """The criteria that keep a goal from being reached."""
        if self.assessment.bands is not None:
            return self.below_full(dimension)
        planned = self.planned(dimension, level)
        if not self.assessment.rule_covers(dimension):
            return self.below_score(dimension, level, max(level, planned or level))
        rule = self.rubric.level_rule
        found = []
        for number in self.asking(dimension):
            if number == planned:
                found.extend(self.unmet(dimension, number, rule["met_at"]))
            elif rule["method"] == "cumulative" and planned is not None and number < planned:
                lower = rule.get("lower_levels", rule)["met_at"]
                found.extend(self.unmet(dimension, number, lower, is_below=True))
        return found

    def below_score(self, dimension: Tree | None, level: int, highest: int) -> list[Tree]:
        """What a practice score lacks to a level: all that is not full up to the highest level that
        is asked for; all that is not full where the score is too low even so."""
        lacking = self.lacking(dimension)
        asked = [entry for entry in lacking if int(entry.get("level", highest)) <= highest]
        values = dict(self.assessment.values)
        for entry in asked:
            most = self.assessment.achieved[entry["id"]]
            values[entry["id"]] = ONE if most is None else most
        score = self.assessment.score(dimension, values)
        return asked if score is not None and score >= level else lacking

    def lacking(self, dimension: Tree | None) -> list[Tree]:
        """What is not full, but at the floor, where nothing is earned."""
        floor = self.rubric.floor
        return [
            criterion
            for criterion in self.below_full(dimension)
            if floor is None or "level" not in criterion or int(criterion["level"]) > floor
        ]

    def unmet(
        self, dimension: Tree | None, number: int, met_at: str, is_below: bool = False
    ) -> list[Tree]:
        """What a level lacks; a level where nothing counts yet lacks whatever can be answered."""
        at_level = [
            criterion
            for criterion in self.assessment.scored_in(dimension)
            if criterion.get("level") == str(number)
        ]
        counted = [criterion for criterion in at_level if self.counts(criterion)]
        if not counted:
            return [] if is_below else [entry for entry in at_level if entry["id"] in self.open]
        if self.assessment.passes(counted, number, met_at):
            return []
        return [criterion for criterion in counted if not self.is_met(criterion, met_at)]

    def is_met(self, criterion: Tree, met_at: str) -> bool:
        """Whether a criterion is met, and no missing answer blocks it."""
        blocks = self.rubric.level_rule["unanswered"] == "blocks"
        value = self.assessment.values[criterion["id"]]
        if value is None or (blocks and self.assessment.is_open(criterion)):
            return False
        return is_met(value, met_at)

    def below_full(self, dimension: Tree | None) -> list[Tree]:
        """The criteria of a scope that lack anything, or would count if they were answered."""
        found = []
        for criterion in self.assessment.scored_in(dimension):
            value = self.assessment.values[criterion["id"]]
            if criterion["id"] in self.open if value is None else value < 1:
                found.append(criterion)
        return found

    def gap(self, criterion: Tree) -> Fraction:
        """What the value of a criterion lacks to 1: all of it where nobody answered."""
        return 1 - (self.assessment.values[criterion["id"]] or ZERO)

    def priority(self, criterion: Tree) -> Fraction:
        """Weight × gap."""
        return weight(criterion) * self.gap(criterion)

    def blocking_document(self, criterion: Tree) -> Document:
        """The figures of a criterion that blocks a goal."""
        return {
            "criterion": criterion["id"],
            "weight": figure(weight(criterion)),
            "gap": figure(self.gap(criterion)),
            "priority": figure(self.priority(criterion)),
        }
