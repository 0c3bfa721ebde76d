"""Random OKR cycles: every kind of key result, with baselines, plans, amendments and check-ins."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from computation.periods import Period, deadline, period
from generator.dice import Dice, decimal_text

Tree = dict[str, Any]

KINDS = {"way": 10, "keep": 4, "milestones": 3, "done": 2, "establish_baseline": 2}
UNITS = ("count", "count", "%", "h", "macros", "/week")


def notation(dice: Dice, day: date, fiscal_year_start: int, kinds: dict[str, int]) -> str:
    """A way to write a period that holds a day."""
    kind = dice.weighed(kinds)
    if kind == "day":
        return day.isoformat()
    if kind == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    if kind == "month":
        return f"{day.year}-{day.month:02}"
    if kind == "fiscal":
        names = [f"FY{year}{part}" for year in (day.year, day.year + 1) for part in FISCAL_PARTS]
        fitting = [name for name in names if period(name, fiscal_year_start).holds(day)]
        return dice.one(fitting)
    half, quarter = (day.month + 5) // 6, (day.month + 2) // 3
    return {
        "quarter": f"{day.year}-Q{quarter}",
        "half": f"{day.year}-{dice.one('SH')}{half}",
        "year": f"{day.year}",
    }[kind]


FISCAL_PARTS = ("", "-Q1", "-Q2", "-Q3", "-Q4", "-S1", "-S2", "-H1", "-H2")
CYCLE_KINDS = {"quarter": 6, "half": 3, "year": 2, "month": 2, "week": 1, "fiscal": 4, "day": 1}
DUE_KINDS = {"day": 4, "quarter": 2, "half": 2, "year": 1, "month": 2, "week": 1, "fiscal": 2}
LENGTHS = (
    "1 month",
    "2 months",
    "3 months",
    "6 meses",
    "1 mês",
    "4 weeks",
    "3 semanas",
    "1 year",
    "1 ano",
    "45 days",
    "20 dias",
    "1 day",
    "1 quarter",
    "2 trimestres",
    "1 semestre",
)


def due(dice: Dice, days: Period, fiscal_year_start: int) -> str:
    """A last day, written as a date, a period or a length."""
    if dice.chance(0.35):
        return dice.one(LENGTHS)
    length = (days.last - days.first).days
    day = days.first + timedelta(days=dice.whole(0, length + 40))
    return notation(dice, day, fiscal_year_start, DUE_KINDS)


class Setting:
    """What a cycle's key results may refer to."""

    def __init__(self, days: Period, as_of: date, fiscal_year_start: int) -> None:
        self.days = days
        self.as_of = as_of
        self.fiscal_year_start = fiscal_year_start
        self.kpis: list[Tree] = []
        self.reading_names: dict[str, list[str]] = {}
        self.score_paths: list[str] = []

    def last_day(self, tree: Tree) -> date:
        """The last day of a key result."""
        if "due" not in tree:
            return self.days.last
        return deadline(tree["due"], self.days.first, self.fiscal_year_start)


def add_source(dice: Dice, tree: Tree, setting: Setting) -> str:
    """Gives a key result its source, and says in which unit that measures."""
    source = dice.weighed(
        {"check-ins": 5, "kpi": 4 if setting.kpis else 0, "score": 2 if setting.score_paths else 0}
    )
    if source == "kpi":
        kpi = dice.one(setting.kpis)
        tree["kpi"] = kpi["id"]
        return str(kpi.get("unit", "count"))
    if source == "score":
        tree["score"] = dice.one(setting.score_paths)
        return "count"
    unit = dice.one(UNITS)
    if unit != "count" or dice.chance(0.5):
        tree["unit"] = unit
    return unit


def measured(dice: Dice, number: str, unit: str) -> str:
    """A value in its unit, written or not."""
    if unit == "h" and dice.chance(0.2):
        return f"{number}{dice.one(('min', 'd'))}"
    return number + unit if unit in ("%", "h", "/week") and dice.chance(0.5) else number


def relative_target(dice: Dice, unit: str) -> str:
    """A target that depends on the baseline."""
    percent = ("+5pp", "-12.5pp", "x2", "x0.8")
    return dice.one(
        percent if unit == "%" else ("-20%", "+25%", "+7.5%", "-33%", "x2", "x0.5", "x1.2")
    )


def add_way(dice: Dice, tree: Tree, setting: Setting, unit: str) -> None:
    """From a baseline to a target, each in one of its forms."""
    if unit == "count" and "kpi" not in tree and "score" not in tree and dice.chance(0.6):
        # One for each day: what is expected is a whole number, and its tenths can be written. Now
        # and then a tenth of the days is gone, when it begins to matter how far it is.
        gone = (setting.as_of - setting.days.first).days
        if 0 < gone <= 60 and dice.chance(0.15):
            tree["due"] = (setting.days.first + timedelta(days=10 * gone)).isoformat()
        length = (setting.last_day(tree) - setting.days.first).days
        tree["baseline"], tree["target"] = "0", str(max(length, 1))
        return
    form = dice.weighed({"value": 6, "date": 2, "period": 2, "none": 3})
    start = dice.whole(2, 60)
    rises = dice.chance(0.5)
    if form == "value":
        tree["baseline"] = measured(dice, str(start), unit)
    elif form == "date":
        offset = dice.whole(-30, 120)
        tree["baseline"] = {"date": (setting.days.first - timedelta(days=offset)).isoformat()}
    elif form == "period":
        tree["baseline"] = {"period": baseline_period(dice, tree, setting)}
    # So many hundredths no baseline has, even in minutes: the target never is the baseline.
    target = start + dice.whole(1, 40) if rises else max(start - dice.whole(1, 40), 0)
    tree["target"] = relative_target(dice, unit) if dice.chance(0.35) else f"{target}.37"
    is_plain = form == "value" and tree["baseline"] in (str(start), f"{start}{unit}")
    if is_plain and tree["target"][0].isdigit() and dice.chance(0.3):
        tree["kind"] = "increase" if target >= start else "decrease"
    if is_plain or dice.chance(0.2):
        add_plan(dice, tree, setting, start, target)


def baseline_period(dice: Dice, tree: Tree, setting: Setting) -> str:
    """A period for which there may be a reading."""
    names = setting.reading_names.get(tree.get("kpi", ""), [])
    if names:
        return dice.one(names)
    day = setting.days.first - timedelta(days=dice.whole(-40, 60))
    return notation(dice, day, setting.fiscal_year_start, {"month": 3, "quarter": 1, "week": 1})


def add_plan(dice: Dice, tree: Tree, setting: Setting, start: int, target: int) -> None:
    """Dated values between baseline and target, not always in a straight line."""
    days = (setting.last_day(tree) - setting.days.first).days
    if days < 10 or not dice.chance(0.35):
        return
    offsets = dice.some(range(days + 1), dice.whole(1, 3))
    low, high = min(start, target), max(start, target)
    values = sorted((dice.whole(low, high) for _ in offsets), reverse=target < start)
    tree["plan"] = [
        {"by": (setting.days.first + timedelta(days=offset)).isoformat(), "value": str(value)}
        for offset, value in zip(offsets, values)
    ]


def add_limits(dice: Dice, tree: Tree, unit: str) -> None:
    """What is to be kept."""
    low = dice.whole(2, 60) if "score" not in tree else 1
    form = dice.one(("at_least", "at_most", "between"))
    if form == "between":
        tree["between"] = [str(low), str(low + dice.whole(1, 40))]
    else:
        tree[form] = measured(dice, str(low), unit)


def add_milestones(dice: Dice, tree: Tree, setting: Setting) -> None:
    """Milestones, some with weights and last days of their own."""
    tree["milestones"] = []
    days = (setting.last_day(tree) - setting.days.first).days
    for index in range(dice.whole(1, 4)):
        milestone: Tree = {"id": f"m{index}"}
        if dice.chance(0.5):
            milestone["weight"] = dice.weight() if index else "2"
        if dice.chance(0.6):
            day = setting.days.first + timedelta(days=dice.whole(0, days))
            text = notation(dice, day, setting.fiscal_year_start, {"day": 3, "month": 2, "week": 1})
            if deadline(text, setting.days.first, setting.fiscal_year_start) <= setting.last_day(
                tree
            ):
                milestone["due"] = text
        tree["milestones"].append(milestone)


def key_result(dice: Dice, result_id: str, setting: Setting) -> Tree:
    """A key result of any kind."""
    kind = dice.weighed(KINDS)
    tree: Tree = {"id": result_id}
    if dice.chance(0.3):
        tree["title"] = f"Reach {result_id}"
    if dice.chance(0.4):
        tree["due"] = due(dice, setting.days, setting.fiscal_year_start)
        if setting.last_day(tree) < setting.days.first:
            del tree["due"]
    if dice.chance(0.5):
        tree["weight"] = dice.weight()
    if kind != "way":
        tree["kind"] = kind
    if kind == "milestones":
        add_milestones(dice, tree, setting)
    elif kind != "done":
        unit = add_source(dice, tree, setting)
        if kind == "way":
            add_way(dice, tree, setting, unit)
        elif kind == "keep":
            add_limits(dice, tree, unit)
    return tree


def amendments(dice: Dice, results: list[Tree], setting: Setting) -> list[Tree]:
    """Dated changes: another target, another last day, or none of it any more."""
    found = []
    for tree in results:
        length = max((setting.days.last - setting.days.first).days, 1)
        for offset in dice.some(range(length), min(length, dice.weighed({0: 8, 1: 3, 2: 1}))):
            change = amended(dice, tree, setting)
            if change is None:
                continue
            day = setting.days.first + timedelta(days=offset)
            found.append(
                {
                    "date": day.isoformat(),
                    "key_result": tree["id"],
                    **change,
                    "reason": "The world has changed.",
                }
            )
    return dice.shuffled(found)


def amended(dice: Dice, tree: Tree, setting: Setting) -> Tree | None:
    """What an amendment changes, if there is anything to change."""
    change: Tree = {}
    if "target" in tree and dice.chance(0.5):
        is_relative = tree["target"][0] in "+-x"
        change["target"] = dice.one(("x3", "x0.7")) if is_relative else f"{dice.whole(70, 120)}.25"
        if "kind" in tree and tree["kind"] == "decrease":
            change["target"] = "0.125"
    if "plan" not in tree and "milestones" not in tree and dice.chance(0.6):
        later = due(dice, setting.days, setting.fiscal_year_start)
        if deadline(later, setting.days.first, setting.fiscal_year_start) >= setting.days.first:
            change["due"] = later
    if dice.chance(0.15):
        return {"dropped": "true"}
    return change or None


# Check-ins


def value_of(dice: Dice, tree: Tree, setting: Setting) -> str:
    """A value that may be anywhere between lost and won, sometimes exactly where it should be."""
    unit = tree.get("unit", "count")
    limits = [tree[key] for key in ("at_least", "at_most") if key in tree] + tree.get("between", [])
    if limits and dice.chance(0.4):
        return str(dice.one(limits))
    if tree.get("baseline") == "0":
        gone = max((min(setting.as_of, setting.last_day(tree)) - setting.days.first).days, 0)
        share = dice.weighed({-2: 1, 5: 1, 7: 4, 8: 3, 9: 5, 10: 2, 12: 1})
        return decimal_text(share * gone + dice.one((0, 0, 0, 1, -1)), 1)
    return measured(dice, dice.decimal(1, 90, 1), unit)


def check_in(dice: Dice, tree: Tree, setting: Setting, day: date) -> Tree:
    """One check-in, with what its key result takes."""
    row: Tree = {"date": day.isoformat(), "key_result": tree["id"]}
    kind = tree.get("kind")
    if kind == "milestones":
        if dice.chance(0.8):
            row["milestone"] = dice.one(tree["milestones"])["id"]
    elif kind == "done":
        if dice.chance(0.8):
            row["done"] = dice.one(("true", "false"))
    elif "kpi" not in tree and "score" not in tree and dice.chance(0.9):
        row["value"] = value_of(dice, tree, setting)
    if dice.chance(0.7):
        row["confidence"] = str(dice.whole(0, 10))
    if len(row) == 2 or dice.chance(0.2):
        row["note"] = "As heard on Monday: fine."
    if dice.chance(0.3):
        row["by"] = "ana"
    return row


def check_ins(dice: Dice, objectives: list[Tree], setting: Setting) -> list[Tree]:
    """Check-ins, not always written down in order, some of them still to come.

    Of two on the same day, the one that is written last holds.
    """
    rows: list[Tree] = []
    span = (min(setting.days.last, setting.as_of) - setting.days.first).days + 15
    for objective in objectives:
        for tree in objective["key_results"]:
            count = min(dice.weighed({0: 2, 1: 2, 2: 3, 3: 3, 6: 4, 11: 1}), max(span, 0))
            early = 10 if dice.chance(0.1) else 0
            for offset in dice.some(range(-early, max(span, 1)), count):
                day = setting.days.first + timedelta(days=offset)
                rows.extend(
                    check_in(dice, tree, setting, day) for _ in range(dice.weighed({1: 20, 2: 1}))
                )
    return (
        dice.shuffled(rows) if dice.chance(0.2) else sorted(rows, key=lambda row: str(row["date"]))
    )


def objective(dice: Dice, index: int, setting: Setting) -> Tree:
    """An objective with its key results and amendments."""
    tree: Tree = {"id": f"o{index}"}
    if dice.chance(0.7):
        tree["title"] = f"Objective {index}"
    if dice.chance(0.5):
        tree["ambition"] = dice.one(("committed", "aspirational", "aspirational", "learning"))
    if dice.chance(0.4):
        tree["weight"] = dice.weight()
    count = dice.weighed({0: 1, 1: 9, 2: 9, 3: 9, 4: 9, 5: 9})
    tree["key_results"] = [
        key_result(dice, f"o{index}-r{number}", setting) for number in range(count)
    ]
    changes = amendments(dice, tree["key_results"], setting)
    if changes:
        tree["amendments"] = changes
    return tree


def cycle(dice: Dice, name: str, setting: Setting) -> Tree:
    """A cycle's folder: its plan and its check-ins."""
    objectives = [objective(dice, index, setting) for index in range(dice.whole(1, 3))]
    return {
        "plan": {"regua": "1", "cycle": name, "objectives": objectives},
        "check_ins": check_ins(dice, objectives, setting),
    }


def cycle_names(dice: Dice, day: date, fiscal_year_start: int) -> list[str]:
    """Cycles around a day, each another one."""
    names: list[str] = []
    days: set[Period] = set()
    for _ in range(dice.weighed({0: 1, 1: 6, 2: 3, 3: 1})):
        near = day + timedelta(days=dice.weighed({0: 6, -60: 2, 60: 1, -150: 1}))
        name = notation(dice, near, fiscal_year_start, CYCLE_KINDS)
        if period(name, fiscal_year_start) not in days:
            days.add(period(name, fiscal_year_start))
            names.append(name)
    return names


def day_to_look_at(dice: Dice, near: date, cycles: list[Period]) -> date:
    """Before, within or after a cycle, or at one of its ends."""
    if not cycles:
        return near
    days = dice.one(cycles)
    place = dice.weighed({"within": 12, "first": 1, "last": 1, "before": 1, "after": 3})
    if place == "within":
        return days.first + timedelta(days=dice.whole(0, (days.last - days.first).days))
    return {
        "first": days.first,
        "last": days.last,
        "before": days.first - timedelta(days=dice.whole(1, 30)),
        "after": days.last + timedelta(days=dice.whole(1, 50)),
    }[place]
