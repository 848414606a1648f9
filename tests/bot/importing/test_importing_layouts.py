"""Whole small plans in layouts of their own: each file of `layouts` holds a document and what is read in it."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from importing_documents import excel, in_order, word, workbook

from bot.importing import PlanReading, ReadAction, read_plan

LAYOUTS = sorted((Path(__file__).parent / "layouts").glob("*.json"))


def _made(layout: dict[str, Any], folder: Path) -> Path:
    path = folder / f"plan.{layout['kind']}"
    if "blocks" in layout:
        return in_order(path, layout["blocks"])
    if "sheets" in layout:
        return workbook(path, layout["sheets"])
    if layout["kind"] == "docx":
        return word(path, layout["rows"], above=layout["above"])
    if layout["kind"] == "xlsx":
        return excel(path, layout["rows"])
    if layout["kind"] == "csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(layout["rows"])
    else:
        path.write_text("\n".join(layout["text"]), encoding="utf-8")
    return path


def _told(action: ReadAction) -> dict[str, Any]:
    revised = action.status.revised_due
    return {
        "action": action.action,
        "owners": list(action.owners),
        "due": action.due.end.isoformat() if action.due.end else None,
        "revised": revised.end.isoformat() if revised and revised.end else None,
        "status": action.status.value.value,
        "held": bool(action.held_by),
    }


def _read(path: Path, folder: Path) -> PlanReading:
    layout = json.loads(path.read_text(encoding="utf-8"))
    return read_plan(_made(layout, folder), date.fromisoformat(layout["as_of"]))


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_a_layout_is_read_as_written_down(path: Path, tmp_path: Path) -> None:
    plan = _read(path, tmp_path)
    expected = json.loads(path.read_text(encoding="utf-8"))["read"]
    assert {"actions": list(map(_told, plan.actions)), "asked": list(plan.questions)} == expected
