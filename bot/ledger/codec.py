"""Actions to JSON text and back."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from bot.plan import Action, Due, DueKind, Holder, Owner, Person, Precision, Status


def action_to_json(action: Action) -> str:
    return json.dumps(asdict(action), default=_iso, ensure_ascii=False)


def action_from_json(text: str) -> Action:
    data: dict[str, Any] = json.loads(text)
    owners = tuple(
        Owner(
            owner["text"],
            tuple(Person(**person) for person in owner["people"]),
            owner.get("bad_address", ""),
            Holder(owner.get("holder", "")),
        )
        for owner in data["owners"]
    )
    return Action(
        **{
            **data,
            "owners": owners,
            "due": _due(data["due"]),
            "revised_due": _due(data["revised_due"]) if data["revised_due"] else None,
            "status": Status(data["status"]),
            "last_reply": _day(data["last_reply"]),
            "snoozed_until": _day(data.get("snoozed_until")),
            "completed_on": _day(data["completed_on"]),
            "approved_due": _day(data.get("approved_due")),
        }
    )


def _due(data: dict[str, Any]) -> Due:
    return Due(
        data["text"],
        _day(data["start"]),
        _day(data["end"]),
        Precision(data["precision"]),
        DueKind(data["kind"]),
        data["assumption"],
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _iso(value: object) -> str:
    assert isinstance(value, date)
    return value.isoformat()
