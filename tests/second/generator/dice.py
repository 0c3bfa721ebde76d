"""Random choices of the shapes that workspaces need, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


class Dice:
    """Random choices."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def chance(self, share: float) -> bool:
        """True in so many of all cases."""
        return self.random.random() < share

    def whole(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return self.random.randint(low, high)

    def one(self, things: Sequence[Thing]) -> Thing:
        """One of several things, each as likely."""
        return self.random.choice(things)

    def weighed(self, things: dict[Thing, int]) -> Thing:
        """One of several things, each as likely as its weight says."""
        return self.random.choices(list(things), list(things.values()))[0]

    def some(self, things: Sequence[Thing], count: int) -> list[Thing]:
        """So many different things, in the order in which they stand."""
        chosen = sorted(self.random.sample(range(len(things)), count))
        return [things[index] for index in chosen]

    def shuffled(self, things: Sequence[Thing]) -> list[Thing]:
        """All things, in any order."""
        return self.random.sample(things, len(things))

    def decimal(self, low: float, high: float, places: int) -> str:
        """A decimal number with at most so many places."""
        scaled = self.whole(round(low * 10**places), round(high * 10**places))
        return decimal_text(scaled, places)

    def weight(self) -> str:
        """A weight: mostly small and whole, now and then zero or a fraction."""
        return self.weighed({"1": 6, "2": 5, "3": 3, "0.5": 3, "1.25": 2, "0.1": 1, "7": 1, "0": 2})


def decimal_text(scaled: int, places: int) -> str:
    """A whole number of tenths, hundredths and so on, without zeros at the end."""
    sign = "-" if scaled < 0 else ""
    digits = str(abs(scaled)).rjust(places + 1, "0")
    if places == 0:
        return sign + digits
    text = f"{digits[:-places]}.{digits[-places:]}".rstrip("0").rstrip(".")
    return "0" if text == "0" else sign + text
