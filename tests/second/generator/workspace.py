"""A random but valid workspace for every seed: a tree of texts, as its files would say them.

All days lie years back, so that nothing depends on the day on which this runs.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from computation.periods import period
from generator.dice import Dice
from generator.observations import assessments, reading_files
from generator.plans import Setting, cycle, cycle_names, day_to_look_at
from generator.rubrics import dimension_ids, kpi, rubric

Tree = dict[str, Any]

CHECK_IN_FREQUENCIES = {
    "daily": 3,
    "weekly": 6,
    "fortnightly": 3,
    "monthly": 3,
    "quarterly": 1,
    "yearly": 1,
}


def settings(dice: Dice, rubrics: list[Tree], fiscal_year_start: int) -> Tree:
    """What `regua.yaml` says."""
    tree: Tree = {"regua": "1", "organisation": "Corner & Sons: bakers", "language": "en"}
    if fiscal_year_start != 1 or dice.chance(0.5):
        tree["fiscal_year_start"] = str(fiscal_year_start)
    if dice.chance(0.7):
        tree["check_in_frequency"] = dice.weighed(CHECK_IN_FREQUENCIES)
    if dice.chance(0.7):
        tree["respondents"] = dice.one(("median", "mean", "lowest"))
    if rubrics:
        tree["rubrics"] = [entry["id"] for entry in rubrics]
    aims = {entry["id"]: above_zero(entry) for entry in rubrics}
    targets = {
        entry["id"]: target(dice, entry, aims[entry["id"]])
        for entry in rubrics
        if aims[entry["id"]] and dice.chance(0.6)
    }
    if targets:
        tree["targets"] = targets
    return tree


def above_zero(tree: Tree) -> list[str]:
    """The levels that one may aim at: none of zero, which takes no way to reach."""
    return [level["number"] for level in tree["levels"] if level["number"] != "0"]


def target(dice: Dice, tree: Tree, numbers: list[str]) -> Tree:
    """A target for a rubric: a level, levels of dimensions, or both."""
    form = dice.weighed({"level": 3, "dimensions": 1, "both": 2})
    aim: Tree = {}
    if form != "dimensions":
        aim["level"] = dice.one(numbers)
    if form != "level":
        ids = dimension_ids(tree["dimensions"])
        chosen = dice.some(ids, dice.whole(1, len(ids)))
        aim["dimensions"] = {dimension: dice.one(numbers) for dimension in chosen}
    if dice.chance(0.3):
        aim["by"] = "2030-Q2"
    return aim


def workspace(seed: int) -> Tree:
    """All that a workspace says, as it is written in its files."""
    dice = Dice(seed)
    fiscal_year_start = 1 if dice.chance(0.5) else dice.whole(2, 12)
    near = date(2021, 1, 1) + timedelta(days=dice.whole(0, 1000))
    names = cycle_names(dice, near, fiscal_year_start)
    as_of = day_to_look_at(dice, near, [period(name, fiscal_year_start) for name in names])
    rubrics = [rubric(dice, f"r{index}") for index in range(dice.weighed({0: 1, 1: 6, 2: 3}))]
    own_kpis = [kpi(dice, f"own-k{index}", []) for index in range(dice.weighed({0: 2, 1: 1, 2: 1}))]
    kpis = [entry for tree in rubrics for entry in tree["kpis"]] + own_kpis
    tree: Tree = {
        "as_of": as_of.isoformat(),
        "settings": settings(dice, rubrics, fiscal_year_start),
        "rubrics": rubrics,
        "assessments": [entry for listed in rubrics for entry in assessments(dice, listed, as_of)],
        "own_kpis": {"kpis": own_kpis},
        "readings": reading_files(dice, kpis, as_of, fiscal_year_start),
        "cycles": [],
    }
    for name in names:
        setting = Setting(period(name, fiscal_year_start), as_of, fiscal_year_start)
        setting.kpis = kpis
        setting.reading_names = reading_names(tree["readings"])
        setting.score_paths = score_paths(rubrics)
        tree["cycles"].append(cycle(dice, name, setting))
    return tree


def reading_names(files: list[Tree]) -> dict[str, list[str]]:
    """The periods for which each KPI has a reading."""
    names: dict[str, list[str]] = {}
    for row in (row for file in files for row in file["rows"]):
        names.setdefault(row["kpi"], []).append(row.get("period", row.get("date")))
    return names


def score_paths(rubrics: list[Tree]) -> list[str]:
    """The scores that a key result may follow."""
    paths = []
    for tree in rubrics:
        paths.append(tree["id"])
        paths.extend(f"{tree['id']}/{dimension}" for dimension in dimension_ids(tree["dimensions"]))
    return paths
