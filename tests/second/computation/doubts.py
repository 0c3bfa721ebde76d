"""What cannot hold together: answers among themselves, with readings, and with their evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from computation.assessment import Assessment
from computation.periods import deadline
from computation.rubric import ANSWERED

Tree = Mapping[str, Any]
Pair = tuple[str, str]

HALF = Fraction(1, 2)


def doubts(assessment: Assessment) -> list[tuple[str, Pair]]:
    """Each contradiction by its kind: the question, and what speaks against its answer."""
    conflicts = conflicting(assessment)
    return [
        *(("conflicting_answers", pair) for pair in conflicts),
        *(("absence_against_presence", pair) for pair in lacking(assessment, conflicts)),
        *(("kpi_denies_answer", pair) for pair in denied(assessment)),
        *unshown(assessment),
    ]


def is_true(value: Fraction | None) -> bool:
    """Whether an answer is largely true or more."""
    return value is not None and value > HALF


def conflicting(assessment: Assessment) -> list[Pair]:
    """The pairs of questions declared as conflicting of which both hold, each pair once."""
    holding = set()
    declared: list[Pair] = []
    for criterion, question, answer in assessment.every_question():
        key = assessment.rubric.keys(criterion, question)[0]
        if is_true(answer.value):
            holding.add(key)
        for other in question.get("conflicts_with", []):
            if (other, key) not in declared:
                declared.append((key, other))
    return [(one, other) for one, other in declared if one in holding and other in holding]


def lacking(assessment: Assessment, conflicts: list[Pair]) -> Iterator[Pair]:
    """Lacks that are largely true, each with what its dimension has best in place far above it.

    A lack that a declared conflict names is told already.
    """
    told = {key for pair in conflicts for key in pair}
    for absence in assessment.rubric.criteria:
        if absence.get("polarity") != "absence" or not is_true(assessment.known_value(absence)):
            continue
        asked = assessment.asked(absence)
        keys = [assessment.rubric.keys(absence, question)[0] for question, _ in asked]
        true = [key for key, (_, answer) in zip(keys, asked) if is_true(answer.value)]
        present = [
            criterion
            for criterion in assessment.rubric.scored()
            if is_true(assessment.known_value(criterion))
            and criterion["dimension"] == absence["dimension"]
            and is_far_above(assessment, absence, criterion)
        ]
        if true and present and not told.intersection(keys):
            # Of several that are as much in place, `max` takes the first.
            best = max(present, key=lambda criterion: assessment.known_value(criterion) or 0)
            yield true[0], best["id"]


def is_far_above(assessment: Assessment, absence: Tree, criterion: Tree) -> bool:
    """Whether a criterion stands two levels or more above a lack, or on its dimension's highest.

    Where one of them has no level, nothing says that they may stand side by side.
    """
    if "level" not in absence or "level" not in criterion:
        return True
    numbers = assessment.rubric.numbers
    own, other = int(absence["level"]), int(criterion["level"])
    highest = max(
        int(entry["level"])
        for entry in assessment.rubric.scored()
        if entry["dimension"] == absence["dimension"] and "level" in entry
    )
    between = [number for number in numbers if own < number <= other]
    return len(between) >= 2 or (len(between) == 1 and other == highest)


def denied(assessment: Assessment) -> Iterator[Pair]:
    """Answers beside a reading of which one says largely or more, the other less."""
    for criterion, question, answer in assessment.every_question():
        if assessment.is_measured(question):
            said = assessment.sheet.standing(criterion, question)
            values = [entry.value for entry in said if entry.value is not None]
            if any(is_true(value) != is_true(answer.value) for value in values):
                yield assessment.rubric.keys(criterion, question)[0], question["kpi"]


def unshown(assessment: Assessment) -> Iterator[tuple[str, Pair]]:
    """Answers that claim something and have no evidence where it is asked for, or none in date."""
    for criterion, question, answer in assessment.every_question():
        if answer.state != ANSWERED or answer.value == 0 or assessment.is_measured(question):
            continue
        key = assessment.rubric.keys(criterion, question)[0]
        dates = assessment.sheet.evidence_dates(criterion, question)
        if not dates and question.get("evidence") == "required":
            yield "evidence_missing", (key, "evidence")
        elif dates and "valid_for" in question:
            in_date = [deadline(question["valid_for"], day, 1) for day in dates]
            if max(in_date) < assessment.day:
                yield "evidence_stale", (key, "evidence")
