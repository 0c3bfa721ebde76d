"""The files of a workspace: its tree written as YAML and CSV."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Tree = dict[str, Any]

CSV_COLUMNS = (
    "kpi",
    "period",
    "date",
    "value",
    "numerator",
    "denominator",
    "n",
    "segment",
    "revises",
)


def scalar(text: str) -> str:
    """A text as YAML writes it, in quotes where it could be taken for something else."""
    is_plain = re.fullmatch(r"[\w./+@-][\w./+@=% -]*", text) and not re.match(r"-( |$)", text)
    return text if is_plain and text == text.strip() else json.dumps(text, ensure_ascii=False)


def flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        return (
            "{" + ", ".join(f"{scalar(key)}: {flow(entry)}" for key, entry in value.items()) + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(flow(entry) for entry in value) + "]"
    return scalar(value)


def block(value: Any, indent: str = "") -> str:
    """A value over several lines, its smaller parts on one line each."""
    lines = []
    if isinstance(value, Mapping):
        for key, entry in value.items():
            if isinstance(entry, (Mapping, list)) and entry and len(flow(entry)) > 90:
                lines.append(f"{indent}{scalar(key)}:\n{block(entry, indent + '  ')}")
            else:
                lines.append(f"{indent}{scalar(key)}: {flow(entry)}\n")
    else:
        for entry in value:
            if isinstance(entry, Mapping) and len(flow(entry)) > 100:
                lines.append(f"{indent}-\n{block(entry, indent + '  ')}")
            else:
                lines.append(f"{indent}- {flow(entry)}\n")
    return "".join(lines)


def csv_text(file: Tree) -> str:
    """Readings as CSV: with commas or semicolons, with a byte order mark or without."""
    separator = "," if file["form"] == "csv" else ";"
    used = [column for column in CSV_COLUMNS if any(column in row for row in file["rows"])]
    lines = [separator.join(used)]
    for row in file["rows"]:
        cells = [row.get(column, "") for column in used]
        if file["form"] == "csv-decimal-comma":
            cells = [
                cell.replace(".", ",") if column == "value" else cell
                for column, cell in zip(used, cells)
            ]
        lines.append(separator.join(cells))
    return ("\ufeff" if file["mark"] else "") + "\n".join(lines) + "\n"


def files(tree: Tree) -> dict[str, str]:
    """Every file of a workspace by its path."""
    found = {"regua.yaml": block(tree["settings"])}
    for entry in tree["rubrics"]:
        found[f"rubrics/{entry['id']}.yaml"] = block(entry)
    for index, entry in enumerate(tree["assessments"]):
        written = {key: value for key, value in entry.items() if key != "named_by_file"}
        path = f"assessments/{entry['date']}/{entry.get('respondent')}.yaml"
        if entry.get("named_by_file") and path not in found:
            del written["respondent"]
        else:
            path = f"assessments/{index}-{entry['date']}.yaml"
        found[path] = block(written)
    if tree["own_kpis"]["kpis"]:
        found["kpis/own.yaml"] = block({"regua": "1", **tree["own_kpis"]})
    for file in tree["readings"]:
        if file["form"] == "yaml":
            found[f"kpis/{file['name']}.yaml"] = block({"regua": "1", "readings": file["rows"]})
        else:
            found[f"kpis/{file['name']}.csv"] = csv_text(file)
    for folder in tree["cycles"]:
        name = folder["plan"]["cycle"]
        found[f"okrs/{name}/plan.yaml"] = block(folder["plan"])
        if folder["check_ins"]:
            found[f"okrs/{name}/check-ins.yaml"] = block(folder["check_ins"])
    return found


def write(tree: Tree, folder: Path) -> None:
    """Writes the files of a workspace into a folder."""
    for name, text in files(tree).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
