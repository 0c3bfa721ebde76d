"""Levels that follow from the practice score: each begins at an edge, which belongs to it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from computation.quantities import to_places

Tree = Mapping[str, Any]

ZERO, ONE = Fraction(0), Fraction(1)


class Bands:
    """The edges of a rule, between the lowest score and the highest level."""

    def __init__(self, rule: Tree, floor: int | None, base: Fraction) -> None:
        self.edges = {int(level): Fraction(edge) for level, edge in rule["bands"].items()}
        self.decimals = rule.get("decimals")
        self.floor = floor
        self.base = base

    def held(self, score: Fraction | None) -> int | None:
        """The highest level whose edge a score has reached, once it is rounded; else the floor."""
        if score is None:
            return None
        if self.decimals is not None:
            score = to_places(score, int(self.decimals))
        reached = [level for level, edge in self.edges.items() if score >= edge]
        return max(reached, default=self.floor)

    def beginning(self, level: int) -> Fraction:
        """Where a level begins: one without an edge at the lowest score."""
        return self.edges.get(level, self.base)

    def is_reached(self, level: int, score: Fraction | None) -> bool:
        """Whether a score is that of a level or of a higher one."""
        if score is None or level not in self.edges:
            return score is not None
        held = self.held(score)
        return held is not None and held >= level

    def progress(self, score: Fraction | None) -> Fraction | None:
        """How much of the present band the score, as it is, has covered; none in the highest."""
        held = self.held(score)
        above = [edge for level, edge in self.edges.items() if held is None or level > held]
        if score is None or not above:
            return None
        begins = self.base if held is None else self.beginning(held)
        return min(max((score - begins) / (min(above) - begins), ZERO), ONE)
