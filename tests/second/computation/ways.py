"""The shortest way up, judged: several sets of answers may be as small, so none is computed here.

What is said of a set, and that it is a smallest one, is held against scores computed anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations
from math import ceil, comb
from typing import Any

from computation.assessment import Assessment
from computation.planning import Changeable, Plan, best_share, changeable, mark, standing
from computation.quantities import Figure, figure_or_none
from computation.rubric import UNANSWERED, UNKNOWN, Rubric, ids_below

Tree = Mapping[str, Any]
Document = dict[str, Any]
Shares = dict[str, Fraction]

# So many sets of answers are tried to show that none is smaller.
SETS_TRIED = 120


class Ascent:
    """From the level that a scope holds to a higher one."""

    def __init__(self, assessment: Assessment, dimension: Tree | None) -> None:
        self.assessment = assessment
        self.rubric: Rubric = assessment.rubric
        self.dimension = dimension
        inside = None if dimension is None else ids_below(dimension)
        self.questions: dict[str, Changeable] = {
            own.key: own
            for own in changeable(assessment)
            if ("level" in own.criterion or assessment.bands is not None)
            and (inside is None or own.criterion["dimension"] in inside)
        }
        self.best: Shares = {
            key: best_share(self.rubric, own.question) for key, own in self.questions.items()
        }
        self.held = assessment.level(dimension)
        self.asking = Plan(assessment, None).asking(dimension)
        if assessment.bands is not None:
            has_score = assessment.practice_score(dimension) is not None
            self.asking = sorted(assessment.bands.edges) if has_score else []
        self.next = next((number for number in self.asking if self.is_above(number)), None)
        self.has_way_to_go = (
            assessment.rule_covers(dimension)
            and (assessment.bands is None or self.adds_up())
            and self.next is not None
        )

    def adds_up(self) -> bool:
        """Whether an answer moves the score by as much, whatever the others are."""
        counts_anew = self.rubric.level_rule["unanswered"] == "exclude" and any(
            answer.state in (UNANSWERED, UNKNOWN)
            for _, _, answer in self.assessment.every_question()
        )
        return not counts_anew and self.is_plain(self.dimension)

    def is_plain(self, dimension: Tree | None) -> bool:
        """Whether scores are means and sums alone, as far down as they are combined."""
        holder = self.rubric.rules if dimension is None else dimension
        parts = (self.rubric.tree if dimension is None else dimension).get("dimensions", [])
        if "aggregate" not in holder or not parts:
            return True
        return holder["aggregate"] in ("mean", "sum") and all(map(self.is_plain, parts))

    def is_above(self, level: int | None) -> bool:
        """Whether a level is higher than the one held."""
        return level is not None and (self.held is None or level > self.held)

    def level_with(self, shares: Shares) -> int | None:
        """The level of the scope with some questions answered otherwise."""
        return self.assessment.answered(shares).level(self.dimension)

    def lifts(self, shares: Shares) -> bool:
        """Whether some answers lift the level."""
        return self.is_above(self.level_with(shares))

    def best_of(self, keys: tuple[str, ...]) -> Shares:
        """Some answers at their best."""
        return {key: self.best[key] for key in keys}

    def sets(self, size: int) -> Iterator[Shares]:
        """All sets of so many answers, each at its best."""
        return map(self.best_of, combinations(self.questions, size))

    # What is expected, given what was found

    def document(self, found: Document) -> Document:
        """The way and its bars as they should be, if the answers found are the right ones."""
        way = found.get("shortest_way")
        if not self.has_way_to_go or not self.can_rise():
            bars = self.bars() if self.has_way_to_go else []
            return {"shortest_way": None, "barred_by": bars}
        answers = [] if way is None else way["answers"]
        return {"shortest_way": self.way_document(answers), "barred_by": []}

    def can_rise(self) -> bool:
        """Whether any answers lift the level: all of them, or those of criteria that count now.

        What is left out until somebody answers may do harm once it counts.
        """
        return self.lifts(self.best) or self.lifts(self.best_of(self.keys_that_count()))

    def keys_that_count(self) -> tuple[str, ...]:
        """The questions of criteria that count before anybody answers more."""
        return tuple(
            key
            for key, own in self.questions.items()
            if self.assessment.values[own.criterion["id"]] is not None
        )

    def bars(self) -> list[str]:
        """The criteria that no answer meets, of the next level and of those that it builds on."""
        if self.assessment.bands is not None:
            return []
        rule = self.rubric.level_rule
        plan = Plan(self.assessment.answered(self.best_of(self.keys_that_count())), None)
        found = set()
        for number in self.asking:
            if number == self.next:
                met_at = rule["met_at"]
            elif number < (self.next or 0) and rule["method"] == "cumulative":
                met_at = rule.get("lower_levels", rule)["met_at"]
            else:
                continue
            is_below = number != self.next
            found.update(
                entry["id"] for entry in plan.unmet(self.dimension, number, met_at, is_below)
            )
        return [entry["id"] for entry in self.rubric.criteria if entry["id"] in found]

    def way_document(self, answers: list[Document]) -> Document:
        """What is to be said of a way of these answers."""
        shares = self.shares(answers)
        after = self.assessment.answered(shares)
        return {
            "level": figure_or_none(self.next),
            "answers": [
                {
                    "question": key,
                    "from": standing(self.rubric, self.questions[key]),
                    "to": mark(self.rubric, self.questions[key].question, share),
                }
                for key, share in shares.items()
            ],
            "level_after": figure_or_none(after.level(self.dimension)),
            "practice_score_after": figure_or_none(after.practice_score()),
            "index_after": figure_or_none(after.index()),
        }

    def shares(self, answers: list[Document]) -> Shares:
        """The answers found, in the rubric's order, without those that cannot be given."""
        given = {answer["question"]: answer["to"] for answer in answers}
        return {
            key: self.share(own, given[key])
            for key, own in self.questions.items()
            if key in given
        }

    def share(self, own: Changeable, to: Figure | str) -> Fraction:
        """An answer as the share of its scale."""
        if not isinstance(to, Figure):
            return (self.rubric.choices(own.question) or {}).get(to, Fraction(0))
        low, high = self.rubric.scale_range(own.question)
        return (Fraction(to) - low) / (high - low)

    # Whether they are the right ones

    def objections(self, way: Document) -> Iterator[str]:
        """What is wrong with the answers of a way."""
        shares = self.shares(way["answers"])
        if not self.lifts(shares):
            yield "its answers do not lift the level"
            return
        for key, share in shares.items():
            lower = self.mark_below(self.questions[key], share)
            if lower is not None and self.lifts({**shares, key: lower}):
                yield f"less is enough of {key}"
            rest = tuple(other for other in shares if other != key)
            if self.lifts(self.best_of(rest)):
                yield f"{key} is not needed"
        for size in range(1, len(shares)):
            if comb(len(self.questions), size) > SETS_TRIED:
                break
            smaller = next(filter(self.lifts, self.sets(size)), None)
            if smaller is not None:
                yield f"fewer are enough: {', '.join(smaller)}"
        if comb(len(self.questions), len(shares)) <= SETS_TRIED:
            yield from self.nearer(shares)

    def nearer(self, shares: Shares) -> Iterator[str]:
        """Another way of as many answers, to a level that these pass over without reaching it."""
        if self.assessment.bands is not None:
            return
        raised = self.assessment.answered(self.best_of(tuple(shares)))
        for other in self.sets(len(shares)):
            level = self.level_with(other)
            if self.is_above(level) and level is not None:
                passed = level in raised.defined(self.dimension)
                if level < (raised.level(self.dimension) or 0) and not (
                    passed and raised.is_reached(self.dimension, level)
                ):
                    yield f"level {level} is nearer: {', '.join(other)}"
                    return

    def mark_below(self, own: Changeable, share: Fraction) -> Fraction | None:
        """The next lower answer that would still be a change; of numbers, the next lower step."""
        choices = self.rubric.choices(own.question)
        if choices is not None:
            lower = max((value for value in choices.values() if value < share), default=None)
        else:
            low, high = self.rubric.scale_range(own.question)
            step = step_of(high - low)
            number = (ceil((low + share * (high - low)) / step) - 1) * step
            lower = (max(number, low) - low) / (high - low) if share > 0 else None
        now = own.answer.value
        return None if lower is None or (now is not None and lower <= now) else lower


def step_of(width: Fraction) -> Fraction:
    """The greatest power of ten, at most 1, of which a scale has ten or more."""
    step = Fraction(1)
    while width < 10 * step:
        step /= 10
    return step


def judged(assessment: Assessment, expected: Document, found: Document) -> Iterator[str]:
    """Adds the ways up to an expected plan, and says what is wrong with those that were found."""
    listed: dict[str, Document] = {entry["id"]: entry for entry in found["dimensions"]}
    expected["dimensions"] = []
    scopes: list[Tree | None] = [None, *(tree for tree, _ in assessment.rubric.dimensions)]
    for dimension in scopes:
        said = found if dimension is None else listed.get(dimension["id"], {})
        ascent = Ascent(assessment, dimension)
        document = ascent.document(said)
        if dimension is None:
            expected.update(document)
        else:
            expected["dimensions"].append({"id": dimension["id"], **document})
        way = said.get("shortest_way")
        if way is not None and document["shortest_way"] is not None:
            name = "whole" if dimension is None else dimension["id"]
            for objection in ascent.objections(way):
                yield f"shortest way of {name}: {objection}"
