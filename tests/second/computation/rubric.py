"""What a rubric says, asked by name: its questions, scales, levels, and what an answer is worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from computation.quantities import quantity

Tree = Mapping[str, Any]

ZERO, ONE = Fraction(0), Fraction(1)
ACHIEVEMENT = {"not": ZERO, "partially": Fraction(1, 3), "largely": Fraction(2, 3), "fully": ONE}
YES_NO = {"no": ZERO, "yes": ONE}
FIVE_POINT = {str(point): Fraction(point - 1, 4) for point in range(1, 6)}
BUILT_IN_CHOICES = {"achievement": ACHIEVEMENT, "yes-no": YES_NO, "five-point": FIVE_POINT}

ANSWERED, UNANSWERED, UNKNOWN, NOT_APPLICABLE = (
    "answered",
    "unanswered",
    "unknown",
    "not_applicable",
)


@dataclass(frozen=True)
class Answer:
    """What is known about one question: its state, and its value from 0 to 1 when answered."""

    state: str
    value: Fraction | None = None


@dataclass(frozen=True)
class Level:
    """A level above the floor, with the way to it from the level before."""

    number: int
    step: int


class Rubric:
    """A rubric's rules, asked by name. Everything is read from the tree as it is written."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.criteria: list[Tree] = tree["criteria"]
        self.numbers = sorted(int(level["number"]) for level in tree["levels"])
        self.rules: Tree = tree["rules"]
        self.level_rule: Tree = self.rules["level"]
        self.dimensions = list(walk(tree["dimensions"], None))
        self.is_banded = self.level_rule["method"] == "banded"
        self.floor = self.find_floor()
        self.scored_criteria = [
            criterion
            for criterion in self.criteria
            if criterion.get("polarity") != "absence" and weight(criterion) > 0
        ]

    def find_floor(self) -> int | None:
        """The level held with nothing satisfied.

        With bands it need not be written: then it is the lowest level, unless that has an edge.
        """
        if not self.numbers:
            return None
        if "floor" not in self.tree:
            lowest = self.numbers[0]
            return None if str(lowest) in self.level_rule["bands"] else lowest
        return None if self.tree["floor"] == "none" else int(self.tree["floor"])

    def questions(self, criterion: Tree) -> list[Tree]:
        """The questions of a criterion; one without a list is its own question."""
        return criterion.get("questions") or [{**criterion, "weight": "1"}]

    def keys(self, criterion: Tree, question: Tree) -> list[str]:
        """The keys under which a question may be answered."""
        if "questions" not in criterion:
            return [criterion["id"]]
        full = f"{criterion['id']}.{question['id']}"
        return [criterion["id"], full] if len(criterion["questions"]) == 1 else [full]

    def scored(self) -> list[Tree]:
        """The criteria that describe a presence and weigh something."""
        return self.scored_criteria

    def choices(self, question: Tree) -> dict[str, Fraction] | None:
        """The value of each choice, from 0 to 1; none where numbers are given."""
        name = question.get("scale", "achievement")
        if name in BUILT_IN_CHOICES:
            return BUILT_IN_CHOICES[name]
        scale = self.tree["scales"].get(name, {})
        if "choices" not in scale:
            return None
        low, high = self.scale_range(question)
        return {
            choice["id"]: (Fraction(choice["value"]) - low) / (high - low)
            for choice in scale["choices"]
        }

    def scale_unit(self, question: Tree) -> str:
        """The unit of a scale of numbers."""
        name = question["scale"]
        return "%" if name == "percent" else str(self.tree["scales"][name].get("unit", ""))

    def scale_range(self, question: Tree) -> tuple[Fraction, Fraction]:
        """The lowest and highest value on the scale of a question."""
        name = question.get("scale", "achievement")
        if name in BUILT_IN_CHOICES:
            return ZERO, ONE
        if name == "percent":
            return ZERO, Fraction(100)
        scale = self.tree["scales"][name]
        if "min" in scale:
            return Fraction(scale["min"]), Fraction(scale["max"])
        values = [Fraction(choice["value"]) for choice in scale["choices"]]
        if all(0 <= value <= 1 for value in values):
            return ZERO, ONE
        return min(values), max(values)

    def base_and_top(self) -> tuple[Fraction, Fraction]:
        """The score with nothing satisfied and with everything.

        Without levels, or where the score makes them, scores are on the scale that all scored
        questions share, else on 0..1.
        """
        if self.numbers and not self.is_banded:
            return self.level_ends()
        ranges = {
            self.scale_range(question)
            for criterion in self.scored()
            for question in self.questions(criterion)
        }
        return ranges.pop() if len(ranges) == 1 else (ZERO, ONE)

    def level_ends(self) -> tuple[Fraction, Fraction]:
        """The floor, or one below the lowest level where there is none, and the highest level."""
        if not self.numbers:
            return self.base_and_top()
        floor = self.numbers[0] - 1 if self.floor is None else self.floor
        return Fraction(floor), Fraction(self.numbers[-1])

    def levels_above_floor(self) -> list[Level]:
        """The levels that can be reached, each with its distance from the one before."""
        found: list[Level] = []
        before = int(self.level_ends()[0])
        for number in self.numbers:
            if number > before:
                found.append(Level(number, number - before))
                before = number
        return found


def weight(tree: Tree) -> Fraction:
    """The weight of anything; 1 where none is written."""
    return exactly(tree.get("weight", "1"))


@cache
def exactly(text: str) -> Fraction:
    """A number as it is written."""
    return Fraction(text)


def walk(dimensions: list[Tree], parent: str | None) -> list[tuple[Tree, str | None]]:
    """Every dimension with its parent's id, each before its children."""
    found: list[tuple[Tree, str | None]] = []
    for dimension in dimensions:
        found.append((dimension, parent))
        found.extend(walk(dimension.get("dimensions", []), dimension["id"]))
    return found


def ids_below(dimension: Tree) -> set[str]:
    """The ids of a dimension and of all below it."""
    return {inner["id"] for inner, _ in walk([dimension], None)}


def number_value(rubric: Rubric, question: Tree, text: str) -> Fraction:
    """The place of a number on a numeric scale, from 0 to 1."""
    low, high = rubric.scale_range(question)
    return (quantity(text, rubric.scale_unit(question)) - low) / (high - low)


def read_answer(rubric: Rubric, question: Tree, written: Any) -> Answer:
    """One answer, in any of the forms that an assessment may use."""
    if written is None:
        return Answer(UNANSWERED)
    entry: Tree = written if isinstance(written, dict) else {"choice": written}
    if NOT_APPLICABLE in entry:
        return Answer(NOT_APPLICABLE)
    text = str(entry["value"] if "value" in entry else entry["choice"])
    if text == UNKNOWN:
        return Answer(UNKNOWN)
    choices = rubric.choices(question)
    if choices is not None:
        return Answer(ANSWERED, choices[text])
    return Answer(ANSWERED, number_value(rubric, question, text))
