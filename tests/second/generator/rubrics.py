"""Random rubrics: every scale, rule, policy, aggregate and kind of band that one may have."""

from __future__ import annotations

import math
from typing import Any

from generator.dice import Dice, decimal_text

Tree = dict[str, Any]

AGGREGATES = ("mean", "sum", "min", "max", "median")
FREQUENCIES = {
    "daily": 1,
    "weekly": 3,
    "fortnightly": 2,
    "monthly": 6,
    "quarterly": 3,
    "half-yearly": 1,
    "yearly": 1,
}
UNITS = ("count", "%", "%", "h", "min", "d", "s", "score", "/week", "R$")


def levels(dice: Dice) -> tuple[str, list[Tree]]:
    """A floor and levels, some with numbers left out, sometimes one at the floor itself."""
    floor = dice.weighed({"0": 4, "1": 4, "none": 3})
    first = dice.whole(0, 3) if floor == "none" else int(floor) + dice.weighed({0: 2, 1: 3, 2: 1})
    numbers = [first]
    for _ in range(dice.weighed({0: 1, 1: 2, 2: 4, 3: 4, 4: 4})):
        numbers.append(numbers[-1] + dice.weighed({1: 5, 2: 2, 3: 1}))
    if floor != "none" and numbers[-1] == int(floor):
        numbers.append(numbers[-1] + 1)
    return floor, [
        {"id": f"level-{number}", "number": str(number), "title": f"Level {number}"}
        for number in numbers
    ]


def dimensions(dice: Dice, prefix: str, depth: int = 0) -> list[Tree]:
    """A tree of dimensions, to any depth."""
    found: list[Tree] = []
    for index in range(dice.whole(1 if depth == 0 else 2, 3)):
        dimension: Tree = {"id": f"{prefix}{'abc'[index]}"}
        if dice.chance(0.6):
            dimension["title"] = f"Dimension {dimension['id']}"
        if dice.chance(0.5):
            dimension["weight"] = dice.weight()
        if depth < 3 and dice.chance(0.3 if depth == 0 else 0.25):
            dimension["dimensions"] = dimensions(dice, dimension["id"], depth + 1)
            if dice.chance(0.65):
                dimension["aggregate"] = dice.one(AGGREGATES)
        found.append(dimension)
    return found


def dimension_ids(tree: list[Tree]) -> list[str]:
    """The ids of all dimensions."""
    found = []
    for dimension in tree:
        found.append(dimension["id"])
        found.extend(dimension_ids(dimension.get("dimensions", [])))
    return found


def choice_scale(dice: Dice) -> Tree:
    """A scale of choices: within 0..1, with the range of its values, or with a declared one."""
    kind = dice.one(("within-one", "own-values", "declared"))
    count = dice.whole(2, 5)
    if kind == "within-one":
        values = sorted(dice.some(range(101), count))
        texts = [f"{value / 100:.2f}".rstrip("0").rstrip(".") for value in values]
    else:
        first = dice.whole(0, 3)
        texts = [str(value) for value in sorted(dice.some(range(first, first + 9), count))]
    if kind == "own-values" and int(texts[-1]) <= 1:
        texts[-1] = "4"
    scale: Tree = {
        "choices": [{"id": f"choice-{index}", "value": text} for index, text in enumerate(texts)]
    }
    if kind == "declared":
        scale["min"] = str(int(texts[0]) - dice.whole(0, 2)) if int(texts[0]) > 1 else "0"
        scale["max"] = str(int(texts[-1]) + dice.whole(0, 3))
        if scale["min"] == scale["max"]:
            scale["max"] = str(int(scale["max"]) + 1)
    return scale


def numeric_scale(dice: Dice) -> Tree:
    """A numeric scale, with a unit of its own, with hours, or without."""
    low = dice.one(("0", "0", "2", "0.5", "-2"))
    scale: Tree = {"min": low, "max": dice.one(("3", "10", "40", "7.5"))}
    unit = dice.one(("agents", "h", None))
    return scale if unit is None else {**scale, "unit": unit}


def scales(dice: Dice) -> dict[str, Tree]:
    """Scales of the rubric's own."""
    found = {}
    for index in range(dice.whole(0, 3)):
        found[f"scale-{index}"] = choice_scale(dice) if dice.chance(0.6) else numeric_scale(dice)
    return found


def scale_name(dice: Dice, own: dict[str, Tree]) -> str | None:
    """The name of a scale, or none for the one that stands without being named."""
    names: dict[str | None, int] = {
        "achievement": 3,
        None: 2,
        "percent": 6,
        "yes-no": 2,
        "five-point": 2,
    }
    names.update(dict.fromkeys(own, 3))
    return dice.weighed(names)


def question_parts(dice: Dice, scale: str | None, banded: list[str]) -> Tree:
    """The keys that a question and a criterion with a single question share."""
    parts: Tree = {}
    if dice.chance(0.3):
        parts["text"] = "Is it so?"
    if dice.chance(0.1):
        parts["guidance"] = "Look twice."
    if scale is not None:
        parts["scale"] = scale
    if banded and dice.chance(0.12):
        parts["kpi"] = dice.one(banded)
    if dice.chance(0.2):
        parts["evidence"] = dice.weighed({"required": 3, "optional": 1})
    if dice.chance(0.2):
        parts["valid_for"] = dice.one(("12 months", "2 years", "90 dias", "18 meses", "30 weeks"))
    return parts


def question_weights(dice: Dice, count: int) -> list[str | None]:
    """Weights of questions, of which at least one counts."""
    weights = [dice.weight() if dice.chance(0.6) else None for _ in range(count)]
    return ["2", *weights[1:]] if all(weight == "0" for weight in weights) else weights


def criterion(dice: Dice, index: int, rubric: Tree, scale: str | None, banded: list[str]) -> Tree:
    """A criterion with one question or several, with a level or without."""
    tree: Tree = {"id": f"c{index}", "dimension": dice.one(dimension_ids(rubric["dimensions"]))}
    if rubric["levels"] and not dice.chance(0.12):
        tree["level"] = dice.one(rubric["levels"])["number"]
    if dice.chance(0.15):
        tree["polarity"] = dice.weighed({"absence": 4, "presence": 1})
    if dice.chance(0.5):
        tree["weight"] = dice.weight()
    if dice.chance(0.55):
        tree.update(question_parts(dice, scale or scale_name(dice, rubric["scales"]), banded))
        return tree
    weights = question_weights(dice, dice.whole(1, 4))
    tree["questions"] = []
    for number, weight in enumerate(weights):
        parts = question_parts(dice, scale or scale_name(dice, rubric["scales"]), banded)
        tree["questions"].append(
            {"id": f"q{number}", **parts, **({} if weight is None else {"weight": weight})}
        )
    return tree


def keys_of(tree: Tree) -> list[str]:
    """The keys by which a criterion's questions are named."""
    if len(tree.get("questions", [])) < 2:
        return [tree["id"]]
    return [f"{tree['id']}.{question['id']}" for question in tree["questions"]]


def add_conflicts(dice: Dice, criteria: list[Tree]) -> None:
    """Declares some answers as unable to hold together, now and then from both sides."""
    keys = [key for tree in criteria for key in keys_of(tree)]
    for tree in criteria:
        for question in tree.get("questions", [tree]):
            others = [
                key for key in keys if key not in (tree["id"], f"{tree['id']}.{question.get('id')}")
            ]
            if others and dice.chance(0.12):
                question["conflicts_with"] = dice.some(others, min(len(others), dice.whole(1, 2)))


def edges(dice: Dice, count: int, unit: str, falls: bool) -> list[str]:
    """Edges of bands in the order of their levels."""
    numbers = dice.some(range(5, 96), count)
    texts = [
        str(number) if unit == "%" or dice.chance(0.7) else f"{number}.5" for number in numbers
    ]
    if unit == "h" and dice.chance(0.5):
        texts = [f"{number * 60}min" if dice.chance(0.5) else f"{number}h" for number in numbers]
    texts = [text + ("%" if unit == "%" and dice.chance(0.6) else "") for text in texts]
    return texts[::-1] if falls else texts


def bands(dice: Dice, numbers: list[str], unit: str, direction: str) -> Tree:
    """Where some or all levels begin."""
    chosen = dice.some(numbers, dice.whole(1, len(numbers)))
    if direction != "range":
        return dict(zip(chosen, edges(dice, len(chosen), unit, direction == "lower")))
    both = edges(dice, 2 * len(chosen), unit, falls=False)
    return {number: [both[index], both[-1 - index]] for index, number in enumerate(chosen)}


def kpi(dice: Dice, kpi_id: str, numbers: list[str], dimension: str | None = None) -> Tree:
    """A KPI, mostly with bands on the given levels."""
    aggregate = dice.one(("last", "sum", "mean", "ratio"))
    unit = dice.one(("%", "%", "score")) if aggregate == "ratio" else dice.one(UNITS)
    direction = dice.weighed({"higher": 4, "lower": 4, "range": 2, "none": 1})
    tree: Tree = {
        "id": kpi_id,
        "unit": unit,
        "direction": direction,
        "frequency": dice.weighed(FREQUENCIES),
    }
    tree["aggregate"] = aggregate
    if unit == "count" and dice.chance(0.5):
        del tree["unit"]
    if dice.chance(0.4):
        tree["weight"] = dice.weight()
    if dimension is not None and dice.chance(0.3):
        tree["dimension"] = dimension
    if direction != "none" and numbers and not dice.chance(0.1):
        tree["bands"] = bands(dice, numbers, unit, direction)
    return tree


def band_numbers(rubric: Tree, scale: str | None) -> list[str]:
    """The whole numbers at which bands may begin: levels, or points of the answers' scale."""
    if rubric["levels"]:
        numbers = [level["number"] for level in rubric["levels"]]
        floor = rubric.get("floor", "none")
        return numbers if floor in ("none", *numbers) else [floor, *numbers]
    own = rubric["scales"].get(scale, {})
    if scale == "percent":
        return [str(number) for number in range(0, 101, 20)]
    if "min" in own:
        return [
            str(number)
            for number in range(max(math.ceil(float(own["min"])), 0), int(float(own["max"])) + 1)
        ]
    values = [float(choice["value"]) for choice in own.get("choices", [])]
    if any(value > 1 for value in values):
        return [str(number) for number in range(int(min(values)), int(max(values)) + 1)]
    return ["0", "1"]


def level_rule(dice: Dice) -> Tree:
    """When a level passes, and what an open question does."""
    rule: Tree = {
        "scope": any_scope(dice),
        "method": dice.weighed({"cumulative": 5, "highest": 3, "none": 1}),
        "quantifier": dice.one(
            ("all", "any", {"share": dice.one(("0.5", "0.8", "0.34", "1", "0.75"))})
        ),
        "met_at": met_at(dice),
        **policies(dice),
    }
    if dice.chance(0.5):
        rule["lower_levels"] = {"met_at": met_at(dice)}
    return rule


def any_scope(dice: Dice) -> str:
    """What the rule gives a level."""
    return dice.weighed({"all": 4, "rubric": 1, "dimensions": 1})


def policies(dice: Dice) -> Tree:
    """What an open question does, and one that does not apply."""
    return {
        "unanswered": dice.one(("blocks", "zero", "exclude")),
        "not_applicable": dice.one(("exclude", "zero", "full")),
    }


def banded_rule(dice: Dice, numbers: list[str], ends: tuple[float, float]) -> Tree:
    """A rule by which the score makes the level: for each an edge that a rounded score can meet."""
    low, high = ends
    decimals = dice.whole(0 if high - low > len(numbers) + 1 else 1, 2)
    steps = range(math.floor(low * 10**decimals) + 1, math.floor(high * 10**decimals) + 1)
    edges = [decimal_text(edge, decimals) for edge in dice.some(steps, len(numbers))]
    rule: Tree = {
        "scope": any_scope(dice),
        "method": "banded",
        "bands": dict(dice.shuffled(list(zip(numbers, edges)))),
        **policies(dice),
    }
    if dice.chance(0.6):
        rule["decimals"] = str(decimals)
    return rule


def scale_ends(tree: Tree, scale: str | None) -> tuple[float, float]:
    """Where the scores on a scale begin and end; between 0 and 1 where scales differ."""
    own = tree["scales"].get(scale, {})
    values = [float(choice["value"]) for choice in own.get("choices", [])]
    if scale == "percent":
        return 0, 100
    if "min" in own:
        return float(own["min"]), float(own["max"])
    return (min(values), max(values)) if any(value > 1 for value in values) else (0, 1)


def met_at(dice: Dice) -> str:
    """What a criterion must reach: a rating or a number."""
    return dice.one(
        ("partially", "largely", "fully", dice.one(("0.5", "0.15", "0.85", "0.62", "1")))
    )


def shared_scale(dice: Dice, own: dict[str, Tree]) -> str | None:
    """The one scale of a rubric without levels, or none where its scales differ."""
    return None if dice.chance(0.35) else scale_name(dice, own) or "achievement"


def make_scales_differ(criteria: list[Tree]) -> None:
    """Gives the first two criteria scales of different ranges."""
    for tree, scale in zip(criteria, ("percent", "achievement")):
        for key in ("polarity", "weight", "questions", "kpi"):
            tree.pop(key, None)
        tree["scale"] = scale


def shape(dice: Dice, tree: Tree) -> bool:
    """Gives a rubric its levels, or none. Whether the score makes them."""
    floor, listed = levels(dice)
    form = dice.weighed({"levels": 14, "bands": 3, "none": 3})
    if form == "bands" and dice.chance(0.4):
        # Nothing need be said of the floor: the lowest level is held until an edge is reached.
        floor = ""
    if form != "none" and floor:
        tree["floor"] = floor
    tree["levels"] = [] if form == "none" else listed
    return form == "bands"


def levels_with_an_edge(dice: Dice, tree: Tree) -> list[str]:
    """The levels above the floor; where that is not written, now and then the lowest too."""
    numbers = [str(level["number"]) for level in tree["levels"]]
    if "floor" not in tree:
        return numbers if len(numbers) == 1 or dice.chance(0.3) else numbers[1:]
    floor = -1 if tree["floor"] == "none" else int(tree["floor"])
    return [number for number in numbers if int(number) > floor]


def rubric(dice: Dice, rubric_id: str) -> Tree:
    """A rubric."""
    tree: Tree = {"regua": "1", "id": rubric_id, "version": dice.one(("1.0.0", "2.3.1"))}
    tree["title"] = f"Rubric {rubric_id}"
    is_banded = shape(dice, tree)
    tree["dimensions"] = dimensions(dice, "d")
    tree["scales"] = scales(dice)
    runs_on_answers = is_banded or not tree["levels"]
    scale = shared_scale(dice, tree["scales"]) if runs_on_answers else None
    numbers = band_numbers(tree, scale)
    ids = dimension_ids(tree["dimensions"])
    tree["kpis"] = [
        kpi(dice, f"{rubric_id}-k{index}", numbers, dice.one(ids))
        for index in range(dice.whole(0, 4))
    ]
    banded = [entry["id"] for entry in tree["kpis"] if "bands" in entry]
    tree["criteria"] = [
        criterion(dice, index, tree, scale, banded) for index in range(dice.whole(2, 14))
    ]
    tree["criteria"][0].pop("polarity", None)
    tree["criteria"][0].pop("weight", None)
    if runs_on_answers and scale is None:
        make_scales_differ(tree["criteria"])
    add_conflicts(dice, tree["criteria"])
    tree["rules"] = {"level": level_rule(dice)}
    if is_banded:
        edged = levels_with_an_edge(dice, tree)
        tree["rules"]["level"] = banded_rule(dice, edged, scale_ends(tree, scale))
    if dice.chance(0.5):
        tree["rules"]["aggregate"] = dice.one(AGGREGATES)
    if tree["kpis"] and dice.chance(0.85):
        weights = ("0",) if is_banded else ("0.3", "0.5", "0.25", "1", "0", "0.07")
        tree["rules"]["kpi_weight"] = dice.one(weights)
    return tree
