"""Compares the program with a second computation, figure by figure, on generated workspaces.

    python3 tests/second/run.py --program target/debug/regua --workspaces 500

Every figure of `score --format json` must agree to the last digit, and so must the headline of the
text. No key of the result is left out: what nothing computes a second time is a difference. Three
are less than computed:

- `shortest_way`: several sets of answers may be as small. Which one it is, is taken from the
  program. What is said of it is computed; no answer of it may be lower or be left out, and where
  the sets are few enough to try, none may be smaller, nor lead to a nearer level.
- `people` and `team`: these workspaces have no persons: they are empty.
- `grade`: cycles are not closed yet: it is null.

To look at one workspace that differs:

    python3 tests/second/run.py --program … --first 17 --workspaces 1 --keep FOLDER
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

# Before the imports that follow: a test leaves nothing behind beside its source.
sys.dont_write_bytecode = True

from computation.document import Workspace
from computation.quantities import Figure, rounded
from features import EXPECTED_FEATURES, features
from generator.files import write
from generator.workspace import workspace

DIFFERENCES_SHOWN = 8
WORKSPACES_SHOWN = 25

# By what the entries of each list are found again; their order is no figure.
KEYS = {
    "assessments": ("rubric", "date"),
    "okrs": ("cycle",),
    "contradictions": ("kind", "between"),
    "goals": ("dimension",),
    "blocking": ("criterion",),
    "answers": ("question",),
    "single_answers": ("question",),
    "people": ("respondent",),
    "disagreements": ("question",),
}

# Lists whose order says which entry comes first by a figure.
RANKED = ("blocking", "answers", "single_answers", "disagreements")


def run(program: str, folder: Path, *arguments: str) -> str:
    """What the program prints for a workspace."""
    command = [program, "score", str(folder), *arguments]
    ended = subprocess.run(
        command, check=False, capture_output=True, encoding="utf-8", env={"COLUMNS": "100"}
    )
    if ended.returncode != 0:
        raise RuntimeError(f"ended with {ended.returncode}:\n{ended.stdout}{ended.stderr}")
    return ended.stdout


def parsed(text: str) -> Any:
    """A JSON document whose numbers are kept as their decimal text."""
    return json.loads(text, parse_float=Figure, parse_int=Figure)


def kind(value: Any) -> str:
    """What a value is, so that the number 1 is not the word 1."""
    return type(value).__name__


def shape(value: Any) -> Any:
    """A value, or each of several values, with what it is."""
    return [shape(entry) for entry in value] if isinstance(value, list) else (kind(value), value)


def entries(name: str, listed: list[Any]) -> dict[str, Any]:
    """The entries of a list by what identifies them, each repeated one by its place too."""
    found = {}
    for place, entry in enumerate(listed):
        keys = KEYS.get(name, ("id",))
        called = " ".join(str(entry[key]) for key in keys)
        found[f"{called}, entry {place}" if called in found else called] = entry
    return found


def differences(path: str, expected: Any, found: Any) -> Iterator[str]:
    """Every figure that differs, and whatever only one of the two has."""
    if kind(expected) != kind(found):
        yield f"{path}: expected {expected}, found {found}"
    elif isinstance(expected, dict):
        for key, value in expected.items():
            if key in found:
                yield from differences(f"{path}.{key}", value, found[key])
            else:
                yield f"{path}.{key}: expected {value}, found nothing"
        for key in found:
            if key not in expected:
                yield f"{path}.{key}: found, not computed a second time"
    elif isinstance(expected, list) and all(isinstance(entry, dict) for entry in expected + found):
        name = path.rsplit(".", 1)[-1]
        wanted, given = entries(name, expected), entries(name, found)
        for key in [*wanted, *(key for key in given if key not in wanted)]:
            if key not in given:
                yield f"{path}[{key}]: expected, not found"
            elif key not in wanted:
                yield f"{path}[{key}]: found, not expected"
            else:
                yield from differences(f"{path}[{key}]", wanted[key], given[key])
        if name in RANKED and set(wanted) == set(given) and list(wanted) != list(given):
            yield f"{path}: expected the order {', '.join(wanted)}, found {', '.join(given)}"
    elif shape(expected) != shape(found):
        yield f"{path}: expected {expected}, found {found}"


def decimals(number: Fraction | None, places: int) -> str:
    """A number as the text shows it."""
    if number is None:
        return "–"
    negative, whole, digits = rounded(number, places)
    return ("-" if negative else "") + whole + ("." + digits if digits else "")


def headlines(computed: Workspace) -> list[dict[str, str]]:
    """The figures at the head of the text, for the latest assessment of each rubric."""
    found = []
    for listed in computed.assessments.values():
        if listed:
            last = listed[-1]
            coverage = last.coverage(None)
            percent = None if coverage is None else coverage * 100
            # Without any answer the practice score is the bottom of the scale, and no finding.
            begun = last.is_begun()
            shown = {
                "Practice": decimals(last.practice_score() if begun else None, 2),
                "Coverage": decimals(percent, 0) + ("" if percent is None else "%"),
            }
            # Without KPIs the index is the practice score, and is not said twice.
            if last.rubric.tree.get("kpis"):
                shown["Index"] = decimals(last.index() if begun else None, 2)
                shown["Outcome"] = decimals(last.outcome_score(), 2)
            found.append(shown)
    return found


def headlines_of(text: str) -> list[dict[str, str]]:
    """The figures at the head of the text, as the program prints them."""
    found: list[dict[str, str]] = []
    heads = r"^(Assessed on|  Index|  Practice|  Outcome|  Coverage) +(\S+)"
    for match in re.finditer(heads, text, re.MULTILINE):
        if match[1] == "Assessed on":
            found.append({})
            continue
        found[-1].setdefault(match[1].strip(), match[2].replace(",", "").replace("−", "-"))
    return found


def compared(program: str, keep: str | None, seed: int) -> tuple[int, list[str], Counter[str]]:
    """The differences in one workspace, and the features it has."""
    tree = workspace(seed)
    computed = Workspace(tree)
    expected = computed.document()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(keep) / str(seed) if keep else Path(temporary)
        write(tree, folder)
        try:
            found = parsed(run(program, folder, "--format", "json", "--as-of", tree["as_of"]))
            text = run(
                program, folder, "--as-of", tree["as_of"], "--lang", "en", "--color", "never"
            )
        except RuntimeError as error:
            return seed, [str(error)], Counter()
    listed = list(computed.judge(expected, found))
    listed.extend(differences("$", expected, found))
    for place, (wanted, given) in enumerate(zip(headlines(computed), headlines_of(text))):
        listed.extend(differences(f"text, rubric {place}", wanted, given))
    if len(headlines(computed)) != len(headlines_of(text)):
        listed.append(
            f"text: expected {len(headlines(computed))} rubrics, found {len(headlines_of(text))}"
        )
    return seed, listed, features(tree, expected)


def report(seed: int, listed: list[str]) -> None:
    """Prints the differences in one workspace."""
    print(f"workspace {seed}: {len(listed)} differences")
    for line in listed[:DIFFERENCES_SHOWN]:
        print(f"  {line}")
    if len(listed) > DIFFERENCES_SHOWN:
        print(f"  … and {len(listed) - DIFFERENCES_SHOWN} more")


def arguments() -> argparse.Namespace:
    """What the caller asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--program", required=True, help="the program to compare with")
    parser.add_argument(
        "--workspaces", type=int, default=500, help="how many workspaces [default: 500]"
    )
    parser.add_argument("--first", type=int, default=0, help="the first seed [default: 0]")
    parser.add_argument("--keep", help="write the workspaces here and leave them")
    parser.add_argument("--features", action="store_true", help="say how often each feature occurs")
    return parser.parse_args()


def main() -> int:
    """Compares all workspaces; 0 when every figure agrees."""
    asked = arguments()
    seeds = range(asked.first, asked.first + asked.workspaces)
    counted: Counter[str] = Counter()
    differing = 0
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        work = partial(compared, asked.program, asked.keep)
        for seed, listed, found in pool.map(work, seeds, chunksize=5):
            counted.update(found)
            if listed:
                differing += 1
                if differing <= WORKSPACES_SHOWN:
                    report(seed, listed)
    if asked.features:
        for name, count in sorted(counted.items()):
            print(f"{count:6} {name}")
    missing = [name for name in EXPECTED_FEATURES if not counted[name]] if len(seeds) >= 500 else []
    if missing:
        print(f"never generated: {', '.join(missing)}")
    print(f"{len(seeds)} workspaces, {counted['figure']} figures, {differing} workspaces differ")
    return 1 if differing or missing else 0


if __name__ == "__main__":
    sys.exit(main())
