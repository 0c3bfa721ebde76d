"""The files of one rubric and date: one file, or one a respondent and perhaps what they agreed on.

What was agreed stands in place of what the respondents say, question by question. Else the answers
that have a value become one; whoever gives none has no say in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from statistics import mean, median
from typing import Any

from computation.quantities import Figure, figure, quantity
from computation.rubric import (
    ANSWERED,
    NOT_APPLICABLE,
    ONE,
    UNANSWERED,
    UNKNOWN,
    ZERO,
    Answer,
    Rubric,
    read_answer,
    weight,
)

Tree = Mapping[str, Any]
Document = dict[str, Any]

COMBINED = {"median": median, "mean": mean, "lowest": min}


class Sheet:
    """The answers of one rubric and date, from whomever they come."""

    def __init__(self, rubric: Rubric, files: list[Tree], combined_by: str) -> None:
        self.rubric = rubric
        self.combined_by = combined_by
        self.date = date.fromisoformat(files[0]["date"])
        self.agreed = next((file for file in files if "consensus" in file), None)
        self.respondents = sorted(
            (file for file in files if "consensus" not in file),
            key=lambda file: str(file.get("respondent", "")).lower(),
        )
        self.files = [*([] if self.agreed is None else [self.agreed]), *self.respondents]

    def pinned_version(self) -> str | None:
        """The version that the first file names, if any does."""
        named = [file["rubric"].partition("@")[2] for file in self.files]
        return next((version for version in named if version), None)

    def written(self, file: Tree | None, criterion: Tree, question: Tree) -> Any:
        """What a file says about a question; none where it says nothing."""
        answers = {} if file is None else file["answers"]
        keys = self.rubric.keys(criterion, question)
        return next((answers[key] for key in keys if key in answers), None)

    def said(self, criterion: Tree, question: Tree) -> list[Answer]:
        """What each respondent says about a question."""
        return [
            read_answer(self.rubric, question, self.written(file, criterion, question))
            for file in self.respondents
        ]

    def standing(self, criterion: Tree, question: Tree) -> list[Answer]:
        """The answers that count: the agreed one, else those of the respondents."""
        agreed = self.written(self.agreed, criterion, question)
        if agreed is None:
            return self.said(criterion, question)
        return [read_answer(self.rubric, question, agreed)]

    def answer(self, criterion: Tree, question: Tree) -> Answer:
        """The one answer that stands for a question."""
        given = self.standing(criterion, question)
        values = [answer.value for answer in given if answer.value is not None]
        if values:
            return Answer(ANSWERED, Fraction(COMBINED[self.combined_by](values)))
        states = {answer.state for answer in given}
        return Answer(
            next((state for state in (UNKNOWN, NOT_APPLICABLE) if state in states), UNANSWERED)
        )

    def evidence_dates(self, criterion: Tree, question: Tree) -> list[date]:
        """The dates of all evidence for an answer; what has none is as old as the assessment."""
        dates = []
        for file in self.files:
            written = self.written(file, criterion, question)
            for shown in written.get("evidence", []) if isinstance(written, dict) else []:
                dates.append(date.fromisoformat(shown["date"]) if "date" in shown else self.date)
        return dates

    # Who stands apart from whom

    def document(self, measured: set[str]) -> Document | None:
        """Who answered what; none of a single file. Nobody is asked what was `measured`."""
        if len(self.files) == 1:
            return None
        asked = [
            (criterion, question)
            for criterion in self.rubric.criteria
            for question in self.rubric.questions(criterion)
        ]
        found = [self.disagreement(*pair, measured) for pair in asked]
        agreed = [self.written(self.agreed, *pair) for pair in asked]
        return {
            "combined_by": self.combined_by,
            "consensus": self.agreed is not None,
            "agreed": figure(sum(written is not None for written in agreed)),
            "people": [
                self.person(
                    place, [pair for pair in asked if self.rubric.keys(*pair)[0] not in measured]
                )
                for place in range(len(self.respondents))
            ],
            "disagreements": [entry for _, entry in sorted(filter(None, found), key=wideness)],
        }

    def person(self, place: int, asked: list[tuple[Tree, Tree]]) -> Document:
        """What one respondent answered."""
        by_state: dict[str, list[str]] = {}
        for pair in asked:
            key = self.rubric.keys(*pair)[0]
            by_state.setdefault(self.said(*pair)[place].state, []).append(key)
        return {
            "respondent": self.respondents[place]["respondent"],
            "answered": figure(len(by_state.get(ANSWERED, []))),
            **{name: by_state.get(name, []) for name in (UNANSWERED, UNKNOWN, NOT_APPLICABLE)},
        }

    def disagreement(
        self, criterion: Tree, question: Tree, measured: set[str]
    ) -> tuple[tuple[bool, Fraction], Document] | None:
        """How far the respondents are apart, with spread × weight; none where they are not.

        Some saying that a question does not apply, others answering it, is as far as can be.
        """
        said = self.said(criterion, question)
        values = [answer.value for answer in said if answer.value is not None]
        if not values:
            return None
        at_odds = any(answer.state == NOT_APPLICABLE for answer in said)
        spread = ONE if at_odds else max(values) - min(values)
        if spread == 0:
            return None
        steps = None if at_odds else self.steps_between(question, values)
        share = weight(question) / sum(map(weight, self.rubric.questions(criterion)), ZERO)
        agreed = self.written(self.agreed, criterion, question)
        key = self.rubric.keys(criterion, question)[0]
        counts = criterion.get("polarity") != "absence" and weight(criterion) != 0
        return (counts, spread * share * weight(criterion)), {
            "question": key,
            "spread": figure(spread),
            "choices_apart": None if steps is None else figure(steps),
            "weight": figure(share * weight(criterion)),
            "for_discussion": self.is_wide(question, spread, steps),
            "settled": agreed is not None or key in measured,
            "agreed": self.as_said(question, agreed),
            "answers": {
                file["respondent"]: self.as_said(
                    question, self.written(file, criterion, question)
                )
                for file in self.respondents
            },
        }

    def steps_between(self, question: Tree, values: list[Fraction]) -> int | None:
        """How many choices lie between the lowest and the highest; none on a scale of numbers."""
        choices = self.rubric.choices(question)
        if choices is None:
            return None
        rising = sorted(set(choices.values()))
        return rising.index(max(values)) - rising.index(min(values))

    def is_wide(self, question: Tree, spread: Fraction, steps: int | None) -> bool:
        """Whether to talk: two choices or more, from end to end, or half of a scale of numbers."""
        if steps is None:
            return spread >= Fraction(1, 2)
        choices = self.rubric.choices(question) or {}
        return steps >= 2 or steps == len(set(choices.values())) - 1

    def as_said(self, question: Tree, written: Any) -> Figure | str | None:
        """An answer as the result repeats it: a word, or a number in the unit of its scale."""
        if written is None:
            return None
        entry = written if isinstance(written, dict) else {"choice": written}
        if NOT_APPLICABLE in entry:
            return NOT_APPLICABLE
        text = str(entry["value"] if "value" in entry else entry["choice"])
        if text == UNKNOWN or self.rubric.choices(question) is not None:
            return text
        return figure(quantity(text, self.rubric.scale_unit(question)))


def wideness(found: tuple[tuple[bool, Fraction], Document]) -> tuple[bool, Fraction]:
    """Where a disagreement stands among others: the greatest spread × weight first, absences last."""
    counts, width = found[0]
    return not counts, -width
