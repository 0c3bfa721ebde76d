"""Random assessments and readings: what was answered and measured, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from computation.periods import FREQUENCY_DAYS, deadline, first_period
from generator.dice import Dice, decimal_text

Tree = dict[str, Any]

SCALES = {
    "achievement": ("not", "partially", "largely", "fully"),
    "yes-no": ("no", "yes"),
    "five-point": ("1", "2", "3", "4", "5"),
}

# At the edges of the bands N, P, L and F, beside them, and where six places are not enough.
PERCENTAGES = ("0", "15", "15.1", "50", "50.5", "62", "85", "85.01", "100", "33.33335", "12.34565")


RESPONDENTS = ("ana", "bruno", "Carla Dias", "davi", "Érica")


@dataclass(frozen=True)
class Occasion:
    """When answers are given and looked at, how good they are, and how many are open."""

    day: date
    as_of: date
    quality: float
    openness: float


def occasion(dice: Dice, day: date, as_of: date) -> Occasion:
    """From little that is in place to everything, with many gaps or none."""
    quality = dice.one((0.1, 0.5, 0.8, 0.95, 1.0))
    return Occasion(day, as_of, quality, dice.one((0.0, 0.05, 0.2, 0.5)))


def days_before(day: date, count: int) -> date:
    """So many days earlier, or later where the count is below zero."""
    return day - timedelta(days=count)


# Assessments


def place(dice: Dice, count: int, quality: float) -> int:
    """One of so many steps, more likely a high one where the quality is high."""
    drawn = dice.random.betavariate(0.3 + 3 * quality, 0.3 + 3 * (1 - quality))
    return min(int(drawn * count), count - 1)


def percentage(dice: Dice, quality: float) -> str:
    """A percentage, with its sign or without."""
    if dice.chance(0.5):
        text = sorted(PERCENTAGES, key=float)[place(dice, len(PERCENTAGES), quality)]
    else:
        text = str(place(dice, 101, quality))
    return text + dice.one(("%", ""))


def number_on(dice: Dice, scale: Tree, quality: float) -> str:
    """A number on a numeric scale, in its unit, in another or in none."""
    low, high = float(scale["min"]), float(scale["max"])
    quarters = round(4 * low) + place(dice, round(4 * (high - low)) + 1, quality)
    unit = scale.get("unit")
    if unit == "h" and dice.chance(0.5):
        return f"{quarters * 15}min"
    return decimal_text(quarters * 25, 2) + (
        "" if unit is None else dice.one((unit, f" {unit}", ""))
    )


def plain_answer(dice: Dice, rubric: Tree, question: Tree, quality: float) -> tuple[str, str]:
    """The key and the text of an answer."""
    name = question.get("scale", "achievement")
    if name in SCALES:
        return "choice", SCALES[name][place(dice, len(SCALES[name]), quality)]
    if name == "percent":
        return "value", percentage(dice, quality)
    scale = rubric["scales"][name]
    if "choices" in scale:
        return "choice", scale["choices"][place(dice, len(scale["choices"]), quality)]["id"]
    return "value", number_on(dice, scale, quality)


def answer(dice: Dice, rubric: Tree, question: Tree, when: Occasion) -> Any:
    """An answer in any form, or none."""
    if dice.chance(when.openness):
        return dice.one(
            (None, None, "unknown", {"choice": "unknown", "note": "Nobody could tell."})
        )
    if dice.chance(0.1):
        return {"not_applicable": "Another company does this."}
    key, text = plain_answer(dice, rubric, question, when.quality)
    if dice.chance(0.7):
        return text
    entry: Tree = {key: text}
    if dice.chance(0.7):
        entry["note"] = "So they say: it varies, mostly."
    if dice.chance(0.3):
        count = dice.weighed({1: 3, 2: 1})
        entry["evidence"] = [evidence(dice, question, when) for _ in range(count)]
    return entry


def evidence(dice: Dice, question: Tree, when: Occasion) -> Tree:
    """Something that shows an answer to be true: long ago, just in date or just not, or undated."""
    shown: Tree = {"title": "Handbook", "href": "docs/handbook.pdf"}
    if "valid_for" in question and dice.chance(0.3):
        until = days_before(dice.one((when.day, when.as_of)), dice.one((0, 0, 1)))
        shown["date"] = day_of_which(question["valid_for"], until).isoformat()
    elif dice.chance(0.8):
        shown["date"] = f"{dice.whole(2019, 2020)}-{dice.whole(1, 12):02}-{dice.whole(1, 28):02}"
    return shown


def day_of_which(length: str, until: date) -> date:
    """The latest day from which a length has ended by some day."""
    days = (days_before(until, count) for count in range(800))
    return next(day for day in days if deadline(length, day, 1) <= until)


def assessment(dice: Dice, rubric: Tree, when: Occasion) -> Tree:
    """A file of answers to a rubric."""
    answers: Tree = {}
    for criterion in rubric["criteria"]:
        questions = criterion.get("questions", [criterion])
        for question in questions:
            written = None
            is_retired = question is not criterion and question.get("weight") == "0"
            is_left_out = dice.chance(0.6) and (is_retired or "kpi" in question)
            if not is_left_out:
                written = answer(dice, rubric, question, when)
            key = criterion["id"]
            if question is not criterion and (len(questions) > 1 or dice.chance(0.5)):
                key = f"{criterion['id']}.{question['id']}"
            if written is not None:
                answers[key] = written
    version = f"@{rubric['version']}" if dice.chance(0.2) else ""
    return {
        "regua": "1",
        "rubric": rubric["id"] + version,
        "date": when.day.isoformat(),
        "answers": answers,
    }


def assessments(dice: Dice, rubric: Tree, as_of: date) -> list[Tree]:
    """The files of several days, some of which may not have come yet."""
    offsets = {dice.whole(-40, 300) for _ in range(dice.weighed({1: 4, 2: 3, 3: 2}))}
    if dice.chance(0.1):
        offsets.add(0)
    files = []
    for offset in sorted(offsets):
        when = occasion(dice, days_before(as_of, offset), as_of)
        several = dice.chance(0.35)
        files.extend(
            files_of_several(dice, rubric, when) if several else [assessment(dice, rubric, when)]
        )
    return files


def files_of_several(dice: Dice, rubric: Tree, when: Occasion) -> list[Tree]:
    """A file for each respondent, and perhaps one of what they agreed on."""
    names = dice.some(RESPONDENTS, dice.weighed({1: 1, 2: 4, 3: 4, 4: 2}))
    named_by_file = dice.chance(0.3)
    files = []
    for name in names:
        # They agree on many answers; else nothing would be told of the few on which they do not.
        file = assessment(dice, rubric, when)
        if files:
            first = files[0]["answers"]
            alike = {key for key in file["answers"] if key in first and dice.chance(0.4)}
            file["answers"].update({key: first[key] for key in alike})
        files.append({**file, "respondent": name, "named_by_file": named_by_file})
    if len(files) == 1 or dice.chance(0.4):
        agreed = assessment(dice, rubric, when)
        share = dice.one((0.2, 0.5, 1.0))
        agreed["answers"] = {
            key: entry for key, entry in agreed["answers"].items() if dice.chance(share)
        }
        files.append({**agreed, "consensus": "true"})
    return dice.shuffled(files)


# Readings


def quarter_of(day: date) -> int:
    """The quarter of the calendar year, from 1 to 4."""
    return (day.month + 2) // 3


def notations(frequency: str, first: date, last: date, fiscal_year_start: int) -> list[str]:
    """The ways to write a period of a frequency."""
    if frequency in ("daily", "fortnightly"):
        return [last.isoformat()]
    if frequency == "weekly":
        year, week, _ = first.isocalendar()
        return [f"{year}-W{week:02}"]
    if frequency == "monthly":
        return [f"{first.year}-{first.month:02}"]
    half, quarter = (first.month + 5) // 6, quarter_of(first)
    names = {
        "quarterly": [f"{first.year}-Q{quarter}"],
        "half-yearly": [f"{first.year}-S{half}", f"{first.year}-H{half}"],
        "yearly": [f"{first.year}"],
    }[frequency]
    return names + ([f"FY{name}" for name in names] if fiscal_year_start == 1 else [])


def reading_number(dice: Dice, kpi: Tree) -> str:
    """A number between, at or beyond the edges of the KPI's bands."""
    flat: list[str] = []
    for edge in kpi.get("bands", {}).values():
        flat.extend(edge if isinstance(edge, list) else [edge])
    if flat and dice.chance(0.25):
        return dice.one(flat)
    low = -20 if not flat and dice.chance(0.1) else 1
    return dice.decimal(low, 105, dice.one((0, 1, 2, 2, 7)))


def with_unit(dice: Dice, number: str, unit: str) -> str:
    """A number in its unit, written or not; a duration now and then in another."""
    if not number[-1].isdigit():
        return number
    if unit == "h" and dice.chance(0.3):
        return number + dice.one(("min", "s", "d"))
    if unit in ("h", "min", "s", "d", "%", "/week") and dice.chance(0.6):
        return number + unit
    return number


def reading(dice: Dice, kpi: Tree) -> Tree:
    """What one reading says, without its period and segment."""
    unit = kpi.get("unit", "count")
    if kpi["aggregate"] != "ratio":
        entry = {"value": with_unit(dice, reading_number(dice, kpi), unit)}
        if kpi["aggregate"] == "mean":
            entry["n"] = str(dice.whole(1, 90))
        return entry
    if dice.chance(0.2):
        return {"value": with_unit(dice, reading_number(dice, kpi), unit)}
    denominator = dice.one((7, 9, 12, 30, 128, 1000))
    return {"numerator": str(dice.whole(1, denominator)), "denominator": str(denominator)}


def segments(dice: Dice, kpi: Tree) -> list[str | None]:
    """The segments of one period: none, some, or some and the whole."""
    if not dice.chance(0.35):
        return [None]
    parts: list[str | None] = ["channel=chat", "channel=phone", "channel=mail"]
    chosen = parts[: dice.whole(1, 3)]
    needs_whole = kpi["aggregate"] == "last" and len(chosen) > 1
    return [*chosen, None] if needs_whole or dice.chance(0.3) else chosen


def rows_of_period(dice: Dice, kpi: Tree, when: Tree) -> list[Tree]:
    """The readings of one period, now and then one of them corrected."""
    rows = []
    chosen = segments(dice, kpi)
    as_ratio = kpi["aggregate"] == "ratio" and len(chosen) > 1
    for segment in chosen:
        entry = reading(dice, kpi)
        while as_ratio and "numerator" not in entry:
            entry = reading(dice, kpi)
        rows.append({"kpi": kpi["id"], **when, **entry})
        if segment is not None:
            rows[-1]["segment"] = segment
    if dice.chance(0.08):
        corrected = {**rows[0], "revises": "true"}
        fresh = reading(dice, kpi)
        if set(fresh) == set(rows[0]) & {"value", "n", "numerator", "denominator"}:
            rows.append({**corrected, **fresh})
    return rows


def calendar_start(frequency: str, day: date) -> date:
    """A first day near `day` with which the calendar's periods of a frequency begin."""
    months = {"quarterly": 3, "half-yearly": 6, "yearly": 12}.get(frequency)
    return day if months is None else date(day.year, day.month - (day.month - 1) % months, 1)


def rows_of(dice: Dice, kpi: Tree, as_of: date, fiscal_year_start: int) -> list[Tree]:
    """The readings of a KPI around a day, with gaps, some of them still to come."""
    if dice.chance(0.08):
        return []
    frequency = kpi["frequency"]
    count = dice.whole(1, 9)
    begin = days_before(as_of, int(FREQUENCY_DAYS[frequency] * count) + dice.whole(0, 12))
    at = first_period(frequency, calendar_start(frequency, begin))
    by_day = dice.chance(0.15)
    both = frequency not in ("daily", "fortnightly") and not by_day and dice.chance(0.15)
    rows = []
    for _ in range(count + 1):
        names = notations(frequency, at.first, at.last, fiscal_year_start)
        when = {"date": at.last.isoformat()} if by_day else {"period": dice.one(names)}
        if dice.chance(0.8):
            rows.extend(rows_of_period(dice, kpi, when))
            if both and dice.chance(0.5):
                # A period may have a reading, and its last day another.
                rows.extend(rows_of_period(dice, kpi, {"date": at.last.isoformat()}))
        at = first_period(frequency, at.last + timedelta(days=1))
    return rows


def reading_files(dice: Dice, kpis: list[Tree], as_of: date, fiscal_year_start: int) -> list[Tree]:
    """The files that hold the readings, as YAML or as one of the kinds of CSV."""
    files: list[Tree] = []
    for index, kpi in enumerate(kpis):
        rows = rows_of(dice, kpi, as_of, fiscal_year_start)
        if not rows:
            continue
        if files and dice.chance(0.4):
            files[-1]["rows"].extend(rows)
            continue
        form = dice.one(("yaml", "csv", "csv-semicolon", "csv-decimal-comma"))
        files.append(
            {"name": f"readings-{index}", "form": form, "mark": dice.chance(0.3), "rows": rows}
        )
    return files
