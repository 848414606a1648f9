"""The readings in the shapes of the JSON interface."""

from __future__ import annotations

from typing import Any

from bot.plan import Due, OwnersReading, StatusReading


def due_json(due: Due) -> dict[str, Any]:
    return {
        "text": due.text,
        "start": due.start.isoformat() if due.start else None,
        "end": due.end.isoformat() if due.end else None,
        "precision": due.precision.value,
        "kind": due.kind.value,
        "assumption": due.assumption,
    }


def status_json(status: StatusReading) -> dict[str, Any]:
    return {
        "text": status.text,
        "value": status.value.value,
        "note": status.note,
        "revised_due": due_json(status.revised_due) if status.revised_due else None,
    }


def owners_json(owners: OwnersReading) -> dict[str, Any]:
    return {"text": owners.text, "owners": list(owners.owners)}
