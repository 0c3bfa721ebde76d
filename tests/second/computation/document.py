"""The second computation: from a workspace's data to the document `regua/score/1`.

It is written from the rules alone. The shortest ways up are added by `Workspace.judge`, from what
the program found: several may be as short.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from computation.assessment import Assessment, rating
from computation.doubts import doubts
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
from computation.planning import Plan
from computation.quantities import figure, figure_or_none, quantity, weighted_mean
from computation.readings import Reading, readings_of, unit_of
from computation.respondents import Sheet
from computation.rubric import Rubric
from computation.ways import judged

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
            sheets = self.sheets(rubric)
            found[tree["id"]] = [
                Assessment(
                    rubric, sheet, self.readings, self.as_of if sheet is sheets[-1] else sheet.date
                )
                for sheet in sheets
            ]
        return found

    def sheets(self, rubric: Rubric) -> list[Sheet]:
        """The files of a rubric, those of one date together, the earliest first."""
        by_date: dict[str, list[Tree]] = {}
        for file in self.tree["assessments"]:
            if file["rubric"].split("@")[0] == rubric.tree["id"]:
                by_date.setdefault(file["date"], []).append(file)
        combined_by = self.settings.get("respondents", "median")
        return [
            Sheet(rubric, files, combined_by)
            for day, files in sorted(by_date.items())
            if date.fromisoformat(day) <= self.as_of
        ]

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
            "service_levels": [],
            "people": [],
            "team": [],
        }

    def judge(self, expected: Document, found: Document) -> Iterator[str]:
        """What is wrong with the ways up that the program found; adds to `expected` what is not."""
        by_name = {(entry["rubric"], entry["date"]): entry for entry in found["assessments"]}
        computed = [assessment for listed in self.assessments.values() for assessment in listed]
        for assessment, document in zip(computed, expected["assessments"]):
            plan = by_name.get((document["rubric"], document["date"]), {}).get("plan")
            if document["plan"] is not None and plan is not None:
                for objection in judged(assessment, document["plan"], plan):
                    yield f"$.assessments[{document['rubric']} {document['date']}]: {objection}"

    def assessment_document(self, assessment: Assessment) -> Document:
        """The figures of one assessment."""
        rubric = assessment.rubric
        level = assessment.level(None)
        interval = assessment.interval()
        is_latest = assessment is self.assessments[rubric.tree["id"]][-1]
        return {
            "rubric": rubric.tree["id"],
            "rubric_version": rubric.tree["version"],
            "pinned_version": assessment.sheet.pinned_version(),
            "date": assessment.sheet.date.isoformat(),
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
                {
                    **row,
                    "value": figure(row["value"]),
                    "level": figure_or_none(row["level"]),
                    "target": None,  # no KPI that is drawn has a target of its own
                }
                for row in assessment.kpi_rows()
            ],
            "contradictions": [
                {"kind": kind, "between": list(pair)} for kind, pair in doubts(assessment)
            ],
            "respondents": assessment.sheet.document(measured_keys(assessment)),
            "target": self.target_document(assessment),
            "plan": Plan(assessment, self.target(rubric)).document() if is_latest else None,
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
        shown = assessment.known_value(criterion)
        level = criterion.get("level")
        return {
            "id": criterion["id"],
            "dimension": criterion["dimension"],
            "level": None if level is None else figure(int(level)),
            "value": figure_or_none(shown),
            "rating": None if shown is None else rating(shown),
            "state": state,
        }

    def target(self, rubric: Rubric) -> Tree | None:
        """What is aimed at."""
        found: Tree | None = self.settings.get("targets", {}).get(rubric.tree["id"])
        return found

    def target_document(self, assessment: Assessment) -> Document | None:
        """The target of a rubric, and how much of it is reached."""
        target = self.target(assessment.rubric)
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
        everything = []
        for objective in plan["objectives"]:
            results = [
                self.key_result(tree, cycle, objective, folder["check_ins"])
                for tree in objective["key_results"]
            ]
            everything.extend(results)
            progress = objective_progress(results)
            if progress is not None:
                shares.append((Fraction(objective.get("weight", "1")), progress))
            objectives.append(
                {
                    "id": objective["id"],
                    "progress": figure_or_none(progress),
                    "status": objective_status(results),
                    "coverage": figure_or_none(objective_coverage(results)),
                    "grade": None,
                    "from": None,
                    "key_results": [key_result_document(result) for result in results],
                }
            )
        return {
            "cycle": plan["cycle"],
            "elapsed": figure(cycle.elapsed(days.last)),
            "closed": None,
            "coverage": figure_or_none(objective_coverage(everything)),
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
                Point(reading.period.last, reading.value, reading.period)
                for reading in self.readings[kpi["id"]]
            ]
            return Source(points, unit_of(kpi), kpi["frequency"])
        unit = tree.get("unit", "count")
        if "score" in tree:
            return Source(self.scores(tree["score"]), unit, frequency, lasts=True)
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
                points.append(Point(assessment.sheet.date, score))
        return points


def measured_keys(assessment: Assessment) -> set[str]:
    """The keys of the questions that a KPI's reading answers."""
    return {
        assessment.rubric.keys(criterion, question)[0]
        for criterion, question, _ in assessment.every_question()
        if assessment.is_measured(question)
    }


def key_result_document(result: KeyResult) -> Document:
    """The figures of one key result."""
    said = result.confidences()
    forecast = result.forecast()
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
        "forecast": forecast and {name: figure(number) for name, number in forecast.items()},
        "grade": None,
        "from": None,
    }


def compute(tree: Tree) -> Document:
    """The document that a workspace should give."""
    return Workspace(tree).document()
