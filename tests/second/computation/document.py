"""The second computation: from a workspace's data to the document `regua/score/1`.

It is written from the rules alone. Whatever is not a figure (forecasts, grades, people) is left
out, and so is what the program says beside the documented keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from computation.assessment import Assessment, rating
from computation.objectives import (
    Cycle,
    KeyResult,
    Point,
    Source,
    objective_coverage,
    objective_progress,
    objective_status,
)
from computation.periods import period
from computation.quantities import figure, figure_or_none, quantity, weighted_mean
from computation.readings import Reading, readings_of, unit_of
from computation.rubric import Rubric

Tree = Mapping[str, Any]
Document = dict[str, Any]

# What a key result that is fed by check-ins waits for, where the workspace does not say.
DEFAULT_CHECK_IN_FREQUENCY = "fortnightly"


class Workspace:
    """A workspace on a day: its assessments scored, its readings made one for each period."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.settings: Tree = tree["settings"]
        self.as_of = date.fromisoformat(tree["as_of"])
        self.fiscal_year_start = int(self.settings.get("fiscal_year_start", "1"))
        self.kpis: dict[str, Tree] = {
            kpi["id"]: kpi
            for holder in [*tree["rubrics"], tree["own_kpis"]]
            for kpi in holder.get("kpis", [])
        }
        rows = [row for file in tree["readings"] for row in file["rows"]]
        self.readings: dict[str, list[Reading]] = {
            kpi_id: readings_of(kpi, rows, self.fiscal_year_start)
            for kpi_id, kpi in self.kpis.items()
        }
        self.assessments = self.scored()

    def scored(self) -> dict[str, list[Assessment]]:
        """The assessments of each rubric that have come, the earliest first.

        The latest uses what is known on the workspace's day, an earlier one what was on its own.
        """
        found: dict[str, list[Assessment]] = {}
        for tree in self.tree["rubrics"]:
            rubric = Rubric(tree)
            dated = sorted(
                (
                    entry
                    for entry in self.tree["assessments"]
                    if entry["rubric"].split("@")[0] == tree["id"]
                    and date.fromisoformat(entry["date"]) <= self.as_of
                ),
                key=lambda entry: str(entry["date"]),
            )
            found[tree["id"]] = [
                Assessment(
                    rubric,
                    entry,
                    self.readings,
                    self.as_of if entry is dated[-1] else date.fromisoformat(entry["date"]),
                )
                for entry in dated
            ]
        return found

    def document(self) -> Document:
        """All figures."""
        return {
            "schema": "regua/score/1",
            "as_of": self.tree["as_of"],
            "organisation": self.settings["organisation"],
            "assessments": [
                self.assessment_document(assessment)
                for listed in self.assessments.values()
                for assessment in listed
            ],
            "okrs": [self.cycle_document(folder) for folder in self.tree["cycles"]],
        }

    def assessment_document(self, assessment: Assessment) -> Document:
        """The figures of one assessment."""
        rubric = assessment.rubric
        level = assessment.level(None)
        interval = assessment.interval()
        return {
            "rubric": rubric.tree["id"],
            "rubric_version": rubric.tree["version"],
            "date": assessment.tree["date"],
            "level": figure_or_none(level),
            "level_id": next(
                (entry["id"] for entry in rubric.tree["levels"] if entry["number"] == str(level)),
                None,
            ),
            "next_level_progress": figure_or_none(assessment.next_level_progress(None)),
            "practice_score": figure_or_none(assessment.practice_score()),
            "outcome_score": figure_or_none(assessment.outcome_score()),
            "index": figure_or_none(assessment.index()),
            "coverage": figure_or_none(assessment.coverage(None)),
            "interval": None if interval is None else [figure(end) for end in interval],
            "dimensions": [
                self.dimension_document(assessment, dimension, parent)
                for dimension, parent in rubric.dimensions
            ],
            "criteria": [
                self.criterion_document(assessment, criterion) for criterion in rubric.criteria
            ],
            "kpis": [
                {**row, "value": figure(row["value"]), "level": figure_or_none(row["level"])}
                for row in assessment.kpi_rows()
            ],
            "contradictions": [
                {"kind": "conflicting_answers", "between": sorted(pair)}
                for pair in assessment.contradictions()
            ],
            "target": self.target_document(assessment),
        }

    def dimension_document(
        self, assessment: Assessment, dimension: Tree, parent: str | None
    ) -> Document:
        """The figures of one dimension."""
        return {
            "id": dimension["id"],
            "parent": parent,
            "level": figure_or_none(assessment.level(dimension)),
            "next_level_progress": figure_or_none(assessment.next_level_progress(dimension)),
            "practice_score": figure_or_none(assessment.practice_score(dimension)),
            "practice_maximum": figure_or_none(assessment.practice_maximum(dimension)),
            "coverage": figure_or_none(assessment.coverage(dimension)),
        }

    def criterion_document(self, assessment: Assessment, criterion: Tree) -> Document:
        """The figures of one criterion. What nobody answered has no value of its own."""
        state = assessment.state(criterion)
        value = assessment.values[criterion["id"]]
        shown = None if state in ("unanswered", "unknown") else value
        level = criterion.get("level")
        return {
            "id": criterion["id"],
            "dimension": criterion["dimension"],
            "level": None if level is None else figure(int(level)),
            "value": figure_or_none(shown),
            "rating": None if shown is None else rating(shown),
            "state": state,
        }

    def target_document(self, assessment: Assessment) -> Document | None:
        """The target of a rubric, and how much of it is reached."""
        target = self.settings.get("targets", {}).get(assessment.rubric.tree["id"])
        if target is None:
            return None
        level = target.get("level")
        return {
            "level": None if level is None else figure(int(level)),
            "percent_to_target": figure_or_none(assessment.percent_to_target(target)),
        }

    def cycle_document(self, folder: Tree) -> Document:
        """The figures of one cycle."""
        plan: Tree = folder["plan"]
        days = period(plan["cycle"], self.fiscal_year_start)
        cycle = Cycle(days, self.as_of, self.fiscal_year_start)
        objectives = []
        shares = []
        for objective in plan["objectives"]:
            results = [
                self.key_result(tree, cycle, objective, folder["check_ins"])
                for tree in objective["key_results"]
            ]
            progress = objective_progress(results)
            if progress is not None:
                shares.append((Fraction(objective.get("weight", "1")), progress))
            objectives.append(
                {
                    "id": objective["id"],
                    "progress": figure_or_none(progress),
                    "status": objective_status(results),
                    "coverage": figure_or_none(objective_coverage(results)),
                    "key_results": [key_result_document(result) for result in results],
                }
            )
        return {
            "cycle": plan["cycle"],
            "elapsed": figure(cycle.elapsed(days.last)),
            "progress": figure_or_none(weighted_mean(shares)),
            "objectives": objectives,
        }

    def key_result(
        self, tree: Tree, cycle: Cycle, objective: Tree, check_ins: list[Tree]
    ) -> KeyResult:
        """A key result with its own check-ins, by date, and the values of its source."""
        own = sorted(
            (row for row in check_ins if row["key_result"] == tree["id"]),
            key=lambda row: str(row["date"]),
        )
        return KeyResult(tree, cycle, objective, own, self.source(tree, own))

    def source(self, tree: Tree, check_ins: list[Tree]) -> Source:
        """The readings of a KPI, the practice scores of a rubric or dimension, or check-ins."""
        frequency = self.settings.get("check_in_frequency", DEFAULT_CHECK_IN_FREQUENCY)
        if "kpi" in tree:
            kpi = self.kpis[tree["kpi"]]
            points = [
                Point(reading.period.last, reading.value) for reading in self.readings[kpi["id"]]
            ]
            return Source(points, unit_of(kpi), kpi["frequency"])
        unit = tree.get("unit", "count")
        if "score" in tree:
            return Source(self.scores(tree["score"]), unit, frequency)
        by_day = {row["date"]: quantity(row["value"], unit) for row in check_ins if "value" in row}
        points = [Point(date.fromisoformat(day), value) for day, value in by_day.items()]
        return Source(points, unit, frequency)

    def scores(self, path: str) -> list[Point]:
        """The practice scores of `rubric` or `rubric/dimension`, one for each assessment."""
        rubric_id, _, dimension_id = path.partition("/")
        points = []
        for assessment in self.assessments[rubric_id]:
            dimension = next(
                (tree for tree, _ in assessment.rubric.dimensions if tree["id"] == dimension_id),
                None,
            )
            score = assessment.practice_score(dimension)
            if score is not None:
                points.append(Point(date.fromisoformat(assessment.tree["date"]), score))
        return points


def key_result_document(result: KeyResult) -> Document:
    """The figures of one key result."""
    said = result.confidences()
    return {
        "id": result.tree["id"],
        "kind": result.kind,
        "baseline": figure_or_none(result.baseline),
        "target": figure_or_none(result.target),
        "value": figure_or_none(result.value()),
        "unit": result.source.unit,
        "due": result.due.isoformat(),
        "progress": figure_or_none(result.progress),
        "expected": figure_or_none(result.expected),
        "status": result.status,
        "flags": result.flags(),
        "confidence": figure_or_none(said[-1] if said else None),
    }


def compute(tree: Tree) -> Document:
    """The document that a workspace should give."""
    return Workspace(tree).document()
