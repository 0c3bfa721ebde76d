"""What occurs in a workspace and in its figures, so that a run can tell what it has tried."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from computation.periods import period
from computation.quantities import Figure

Tree = Mapping[str, Any]

NOTATIONS = {
    r"\d{4}-\d\d-\d\d": "date",
    r"\d{4}-W\d\d": "week",
    r"\d{4}-\d\d": "month",
    r"\d{4}-Q\d": "quarter",
    r"\d{4}-S\d": "half-year (S)",
    r"\d{4}-H\d": "half-year (H)",
    r"\d{4}": "year",
    r"FY.*": "fiscal year",
    r".* .*": "length",
}

EXPECTED_FEATURES = [
    *(f"floor {floor}" for floor in ("0", "1", "none", "not written")),
    *(f"dimension aggregate {name}" for name in ("mean", "sum", "min", "max", "median", "none")),
    *(f"root aggregate {name}" for name in ("mean", "sum", "min", "max", "median", "none")),
    *(f"dimension at depth {depth}" for depth in (1, 2, 3, 4)),
    *(f"method {name}" for name in ("cumulative", "highest", "banded", "none")),
    *("score rounded for its band", "score held as it is"),
    *(f"scope {name}" for name in ("all", "rubric", "dimensions")),
    *(f"quantifier {name}" for name in ("all", "any", "share")),
    *(f"met at {name}" for name in ("partially", "largely", "fully", "a number")),
    *(f"policy unanswered {name}" for name in ("blocks", "zero", "exclude")),
    *(f"policy not applicable {name}" for name in ("exclude", "zero", "full")),
    *(f"scale {name}" for name in ("achievement", "not named", "percent", "yes-no", "five-point")),
    *(
        f"scale of choices {name}"
        for name in ("in 0..1", "in a range of their own", "in a declared range")
    ),
    *(
        "scale of numbers",
        "level numbers left out",
        "level at the floor",
        "empty level",
        "rubric without levels",
    ),
    *(
        "polarity absence",
        "criterion without level",
        "criterion weight 0",
        "criterion weight with decimals",
    ),
    *("several questions", "question weight 0", "question answered by a KPI", "conflict declared"),
    *("lower levels", "kpi weight", "target level", "target of dimensions"),
    *(f"KPI bands {name}" for name in ("higher", "lower", "range", "none")),
    *(f"KPI aggregate {name}" for name in ("last", "sum", "mean", "ratio")),
    *(
        f"KPI frequency {name}"
        for name in ("daily", "weekly", "fortnightly", "monthly", "quarterly")
    ),
    *(f"KPI frequency {name}" for name in ("half-yearly", "yearly")),
    *(f"readings in {name}" for name in ("yaml", "csv", "csv-semicolon", "csv-decimal-comma")),
    *(
        "reading of a segment",
        "reading that revises",
        "reading in another unit",
        "reading of a ratio",
        "reading of a day beside its period's",
    ),
    *("answer unknown", "answer not applicable", "answer as a text", "answer as an entry"),
    *(
        f"state {name}"
        for name in ("answered", "partial", "unanswered", "unknown", "not_applicable")
    ),
    *(f"rating {name}" for name in ("not", "partially", "largely", "fully")),
    *("contradiction", "earlier assessment", "stale reading", "version pinned"),
    *(
        f"contradiction {name}"
        for name in ("conflicting_answers", "absence_against_presence", "kpi_denies_answer")
    ),
    *(f"contradiction {name}" for name in ("evidence_missing", "evidence_stale")),
    *(f"evidence {name}" for name in ("with a date", "without a date", "valid for a time")),
    *(f"respondents combined by {name}" for name in ("median", "mean", "lowest")),
    *(f"respondent named {name}" for name in ("in the file", "by the file")),
    *(f"{count} respondents" for count in (1, 2, 3, 4)),
    *(f"agreed on {name}" for name in ("nothing", "something", "a disagreement")),
    *(
        f"disagreement {name}"
        for name in ("for discussion", "not for discussion", "on numbers", "on choices")
    ),
    *("disagreement over whether it applies", "disagreement that a reading settles"),
    *("respondent without an answer", "respondent who could not tell"),
    "respondent to whom it does not apply",
    *(f"goal {name}" for name in ("reached", "ahead", "out of reach")),
    *(f"goal {name}" for name in ("at another level", "that asks nothing")),
    *("criterion that blocks", "answer alone", "answer alone that lifts the level"),
    *(f"way of {count} answers" for count in (1, 2, 3, 4)),
    *("way of a dimension", "way beyond the next level", "way barred"),
    *("answer with a choice to give", "answer with a number to give"),
    *(f"cycle as {name}" for name in NOTATIONS.values() if name != "length"),
    *(f"due as {name}" for name in NOTATIONS.values()),
    *(f"as-of {name} the cycle" for name in ("before", "within", "after")),
    *(
        f"kind {name}"
        for name in ("increase", "decrease", "keep", "milestones", "done", "establish_baseline")
    ),
    *(f"source {name}" for name in ("kpi", "score", "check-ins")),
    *(f"baseline {name}" for name in ("value", "date", "period", "none")),
    *(f"target {name}" for name in ("absolute", "in percent", "in points", "as a factor")),
    *(f"amended {name}" for name in ("target", "due", "dropped")),
    *(f"ambition {name}" for name in ("committed", "aspirational", "learning")),
    *("plan", "key result weight 0", "check-in with confidence"),
    *(f"forecast {name}" for name in ("short of the target", "of the target", "going back")),
    *(f"keep {name}" for name in ("at_least", "at_most", "between")),
    *(
        f"status {name}"
        for name in ("planned", "no_data", "no_baseline", "on_track", "behind", "at_risk")
    ),
    *(f"status {name}" for name in ("achieved", "missed", "dropped")),
    *(f"flag {name}" for name in ("regressed", "stale", "confidence_conflict", "confidence_drop")),
]


def notation(text: str) -> str:
    """In which way a period is written."""
    return next(name for pattern, name in NOTATIONS.items() if re.fullmatch(pattern, text))


def features(tree: Tree, document: Tree) -> Counter[str]:
    """How often each feature occurs in a workspace and in the document expected of it."""
    found: Counter[str] = Counter()
    for rubric in tree["rubrics"]:
        found.update(of_rubric(rubric))
    for kpi in [
        *tree["own_kpis"]["kpis"],
        *(kpi for rubric in tree["rubrics"] for kpi in rubric["kpis"]),
    ]:
        found.update(of_kpi(kpi))
    for file in tree["readings"]:
        found[f"readings in {file['form']}"] += 1
        for row in file["rows"]:
            found.update(of_reading(row))
    found.update(of_days(tree))
    for assessment in tree["assessments"]:
        found.update(of_file(assessment))
        for answer in assessment["answers"].values():
            found.update(of_answer(answer))
    for target in tree["settings"].get("targets", {}).values():
        found["target level"] += "level" in target
        found["target of dimensions"] += "dimensions" in target
    for folder in tree["cycles"]:
        found.update(of_cycle(folder, tree))
    found.update(of_document(document))
    return found


def of_rubric(rubric: Tree) -> Iterator[str]:
    """What a rubric uses."""
    yield "rubric"
    rules, levels = rubric["rules"], rubric["levels"]
    if levels:
        yield f"floor {rubric.get('floor', 'not written')}"
        numbers = [int(level["number"]) for level in levels]
        if numbers[-1] - numbers[0] >= len(numbers):
            yield "level numbers left out"
        if str(numbers[0]) == rubric.get("floor"):
            yield "level at the floor"
        used = {criterion.get("level") for criterion in rubric["criteria"]}
        yield from ("empty level" for number in numbers if str(number) not in used)
    else:
        yield "rubric without levels"
    yield f"root aggregate {rules.get('aggregate', 'none')}"
    if "kpi_weight" in rules:
        yield "kpi weight"
    yield from of_dimensions(rubric["dimensions"], 1)
    yield from of_level_rule(rules["level"])
    yield from of_scales(rubric)
    for criterion in rubric["criteria"]:
        yield from of_criterion(criterion)


def of_dimensions(dimensions: list[Tree], depth: int) -> Iterator[str]:
    """How a tree of dimensions is put together."""
    for dimension in dimensions:
        yield f"dimension at depth {depth}"
        if "dimensions" in dimension:
            yield f"dimension aggregate {dimension.get('aggregate', 'none')}"
            yield from of_dimensions(dimension["dimensions"], depth + 1)


def of_level_rule(rule: Tree) -> Iterator[str]:
    """What a level rule says."""
    yield f"method {rule['method']}"
    yield f"scope {rule['scope']}"
    yield f"policy unanswered {rule['unanswered']}"
    yield f"policy not applicable {rule['not_applicable']}"
    if "bands" in rule:
        yield "score rounded for its band" if "decimals" in rule else "score held as it is"
        return
    yield f"quantifier {rule['quantifier'] if isinstance(rule['quantifier'], str) else 'share'}"
    yield f"met at {'a number' if rule['met_at'][0].isdigit() else rule['met_at']}"
    if "lower_levels" in rule:
        yield "lower levels"


def of_scales(rubric: Tree) -> Iterator[str]:
    """The scales by which questions are answered."""
    for criterion in rubric["criteria"]:
        for question in criterion.get("questions", [criterion]):
            name = question.get("scale", "not named")
            scale = rubric["scales"].get(name)
            if scale is None:
                yield f"scale {name}"
            elif "choices" not in scale:
                yield "scale of numbers"
            elif "min" in scale:
                yield "scale of choices in a declared range"
            else:
                is_small = all(float(choice["value"]) <= 1 for choice in scale["choices"])
                yield f"scale of choices {'in 0..1' if is_small else 'in a range of their own'}"


def of_criterion(criterion: Tree) -> Iterator[str]:
    """What a criterion and its questions use."""
    yield "criterion"
    if criterion.get("polarity") == "absence":
        yield "polarity absence"
    if "level" not in criterion:
        yield "criterion without level"
    yield from of_weight("criterion", criterion)
    if len(criterion.get("questions", [])) > 1:
        yield "several questions"
    for question in criterion.get("questions", [criterion]):
        yield "question"
        if question is not criterion:
            yield from of_weight("question", question)
        if "kpi" in question:
            yield "question answered by a KPI"
        if "valid_for" in question:
            yield "evidence valid for a time"
        yield from ("conflict declared" for _ in question.get("conflicts_with", []))


def of_weight(name: str, tree: Tree) -> Iterator[str]:
    """Weights that are not plain."""
    weight = tree.get("weight", "1")
    if weight == "0":
        yield f"{name} weight 0"
    elif "." in weight:
        yield f"{name} weight with decimals"


def of_kpi(kpi: Tree) -> Iterator[str]:
    """What a KPI uses."""
    yield "KPI"
    yield f"KPI bands {kpi['direction'] if 'bands' in kpi else 'none'}"
    yield f"KPI aggregate {kpi['aggregate']}"
    yield f"KPI frequency {kpi['frequency']}"


def of_reading(row: Tree) -> Iterator[str]:
    """How a reading is written."""
    yield "reading"
    yield f"reading for a {notation(row.get('period') or row['date'])}"
    if "segment" in row:
        yield "reading of a segment"
    if "revises" in row:
        yield "reading that revises"
    if "numerator" in row:
        yield "reading of a ratio"
    if re.search(r"\d(s|d|min)$", row.get("value", "")):
        yield "reading in another unit"


def of_days(tree: Tree) -> Iterator[str]:
    """Days on which a period and a reading of its last day end."""
    fiscal_year_start = int(tree["settings"].get("fiscal_year_start", "1"))
    ends: dict[tuple[str, date], set[bool]] = {}
    for row in (row for file in tree["readings"] for row in file["rows"]):
        days = period(row.get("period") or row["date"], fiscal_year_start)
        ends.setdefault((row["kpi"], days.last), set()).add(days.first == days.last)
    yield from ("reading of a day beside its period's" for kinds in ends.values() if len(kinds) > 1)


def of_file(file: Tree) -> Iterator[str]:
    """Whose answers a file holds."""
    if "respondent" in file:
        yield f"respondent named {'by the file' if file['named_by_file'] else 'in the file'}"
    if "@" in file["rubric"]:
        yield "version pinned"


def of_answer(answer: Any) -> Iterator[str]:
    """How an answer is written."""
    for shown in answer.get("evidence", []) if isinstance(answer, dict) else []:
        yield f"evidence {'with' if 'date' in shown else 'without'} a date"
    if isinstance(answer, str):
        yield "answer unknown" if answer == "unknown" else "answer as a text"
    elif "not_applicable" in answer:
        yield "answer not applicable"
    else:
        yield "answer unknown" if answer.get("choice") == "unknown" else "answer as an entry"


def of_cycle(folder: Tree, tree: Tree) -> Iterator[str]:
    """What a cycle's plan and check-ins use."""
    plan = folder["plan"]
    yield f"cycle as {notation(plan['cycle'])}"
    days = period(plan["cycle"], int(tree["settings"].get("fiscal_year_start", "1")))
    as_of = date.fromisoformat(tree["as_of"])
    place = "before" if as_of < days.first else "after" if as_of > days.last else "within"
    yield f"as-of {place} the cycle"
    for objective in plan["objectives"]:
        yield f"ambition {objective.get('ambition', 'committed')}"
        for key_result in objective["key_results"]:
            yield from of_key_result(key_result)
        for amendment in objective.get("amendments", []):
            yield from (
                f"amended {key}" for key in ("target", "due", "dropped") if key in amendment
            )
    for row in folder["check_ins"]:
        yield "check-in with confidence" if "confidence" in row else "check-in without confidence"


def of_key_result(key_result: Tree) -> Iterator[str]:
    """What a key result uses."""
    yield "key result"
    yield f"source {next((key for key in ('kpi', 'score') if key in key_result), 'check-ins')}"
    yield from of_weight("key result", key_result)
    yield from (
        f"keep {limit}" for limit in ("at_least", "at_most", "between") if limit in key_result
    )
    if "due" in key_result:
        yield f"due as {notation(key_result['due'])}"
    if "plan" in key_result:
        yield "plan"
    if "target" in key_result:
        yield f"baseline {form_of_baseline(key_result.get('baseline'))}"
        yield f"target {form_of_target(key_result['target'])}"


def form_of_baseline(baseline: Any) -> str:
    """In which way a baseline is written."""
    if baseline is None:
        return "none"
    return "value" if isinstance(baseline, str) else str(next(iter(baseline)))


def form_of_target(text: str) -> str:
    """In which way a target is written."""
    if text.endswith("pp"):
        return "in points"
    if text.startswith("x"):
        return "as a factor"
    return "in percent" if text[0] in "+-" else "absolute"


def of_document(document: Tree) -> Iterator[str]:
    """What comes out."""
    yield from ("figure" for _ in figures(document))
    rubrics = [assessment["rubric"] for assessment in document["assessments"]]
    for place, assessment in enumerate(document["assessments"]):
        yield "assessment"
        if assessment["rubric"] in rubrics[place + 1 :]:
            yield "earlier assessment"
        for contradiction in assessment["contradictions"]:
            yield "contradiction"
            yield f"contradiction {contradiction['kind']}"
        if assessment["respondents"] is not None:
            yield from of_respondents(assessment["respondents"])
        if assessment["plan"] is not None:
            yield from of_plan(assessment["plan"], assessment["level"])
        for criterion in assessment["criteria"]:
            yield f"state {criterion['state']}"
            if criterion["rating"] is not None:
                yield f"rating {criterion['rating']}"
        yield from ("stale reading" for kpi in assessment["kpis"] if kpi["stale"])
    for cycle in document["okrs"]:
        for objective in cycle["objectives"]:
            yield f"objective {objective['status']}"
            for result in objective["key_results"]:
                yield f"kind {result['kind']}"
                yield f"status {result['status']}"
                yield from (f"flag {flag}" for flag in result["flags"])
                if result["forecast"] is not None:
                    yield of_forecast(Fraction(result["forecast"]["progress"]))


def of_forecast(progress: Fraction) -> str:
    """Where a key result is heading."""
    if progress < 0:
        return "forecast going back"
    return "forecast of the target" if progress >= 1 else "forecast short of the target"


def of_respondents(respondents: Tree) -> Iterator[str]:
    """Where several respondents stand apart."""
    yield f"{len(respondents['people'])} respondents"
    yield f"respondents combined by {respondents['combined_by']}"
    if respondents["consensus"]:
        yield f"agreed on {'nothing' if respondents['agreed'] == '0' else 'something'}"
    for person in respondents["people"]:
        yield from ("respondent without an answer" for _ in person["unanswered"])
        yield from ("respondent who could not tell" for _ in person["unknown"])
        yield from ("respondent to whom it does not apply" for _ in person["not_applicable"])
    for entry in respondents["disagreements"]:
        yield f"disagreement {'' if entry['for_discussion'] else 'not '}for discussion"
        if "not_applicable" in entry["answers"].values():
            yield "disagreement over whether it applies"
        else:
            yield f"disagreement on {'numbers' if entry['choices_apart'] is None else 'choices'}"
        if entry["agreed"] is not None:
            yield "agreed on a disagreement"
        elif entry["settled"]:
            yield "disagreement that a reading settles"


def of_plan(plan: Tree, held: Figure | None) -> Iterator[str]:
    """What stands between an assessment and what is aimed at."""
    for goal in plan["goals"]:
        yield from of_goal(goal)
    yield from ("criterion that blocks" for _ in plan["blocking"])
    for answer in plan["single_answers"]:
        yield "answer alone"
        if answer["level"] is not None and (held is None or int(answer["level"]) > int(held)):
            yield "answer alone that lifts the level"
    yield from of_way(plan)
    for dimension in plan["dimensions"]:
        if dimension["shortest_way"] is not None:
            yield "way of a dimension"
        yield from of_way(dimension)


def of_goal(goal: Tree) -> Iterator[str]:
    """How a goal stands."""
    if goal["reached"]:
        yield "goal reached"
    else:
        yield "goal ahead" if goal["reachable"] else "goal out of reach"
    if goal["planned_level"] is None:
        yield "goal that asks nothing"
    elif goal["planned_level"] != goal["level"]:
        yield "goal at another level"


def of_way(plan: Tree) -> Iterator[str]:
    """The shortest way up."""
    if plan["barred_by"]:
        yield "way barred"
    way = plan["shortest_way"]
    if way is not None:
        yield f"way of {min(len(way['answers']), 4)} answers"
        if way["level_after"] != way["level"]:
            yield "way beyond the next level"
        for answer in way["answers"]:
            is_number = isinstance(answer["to"], Figure)
            yield f"answer with a {'number' if is_number else 'choice'} to give"


def figures(value: Any) -> Iterator[Figure]:
    """Every number in a document."""
    if isinstance(value, Figure):
        yield value
    elif isinstance(value, Mapping):
        for entry in value.values():
            yield from figures(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from figures(entry)
