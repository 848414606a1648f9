"""What a paper carries about its own making: which rows each figure counted, and what each row said then."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256

from bot.plan import Action, Status
from bot.summary.rules import FIGURE_NAMES, Rules
from bot.summary.tables import Summary

_FORMAT = 1


class NoRecord(ValueError):
    """A text is no record of a paper; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class RowState:
    """A row as a paper printed it: status and date as such, longer words as a fingerprint."""

    ref: str
    status: str
    due: str
    owners: str
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """A paper's figures by name with the ids of the rows counted, and the rules in force.

    `rows` is what the paper printed of each row at its position; `later` what a row already said otherwise when the
    paper was made.
    """

    plan: str
    month: str
    as_of: str
    made: str
    edition: str
    figures: Mapping[str, tuple[str, ...]]
    rules: Rules
    rows: Mapping[str, RowState]
    later: Mapping[str, RowState]

    def to_json(self) -> str:
        """One value a line, so that no two braces stand together: a file must show no template's tag."""
        return json.dumps({"format": _FORMAT, **asdict(self)}, ensure_ascii=True, sort_keys=True, indent=0)

    @classmethod
    def from_json(cls, text: str) -> Record:
        try:
            kept = json.loads(text)
            if kept.pop("format") != _FORMAT:
                raise NoRecord("the paper was made by another version of Planminder")
            figures = {name: tuple(ids) for name, ids in kept.pop("figures").items()}
            rows, later = (
                {item_id: RowState(**row) for item_id, row in kept.pop(name).items()} for name in ("rows", "later")
            )
            return cls(figures=figures, rows=rows, later=later, rules=Rules(**kept.pop("rules")), **kept)
        except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
            raise NoRecord("what the paper says of its own making cannot be read") from error


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that no longer says what the paper printed; `what` is one of added, removed, status, due, owners, text.

    `was` and `now` are words for people, "" where only a fingerprint was kept.
    """

    ref: str
    item_id: str
    what: str
    was: str
    now: str


def record_of(summary: Summary, actions: tuple[Action, ...], made: str, edition: str) -> Record:
    """The record of a paper made at `made` (ISO) from `actions` as they stood then, of the edition named."""
    rows = {row.action.item_id: _state(row.action) for row in summary.annex}
    present = {action.item_id: _state(action) for action in actions}
    return Record(
        plan=summary.plan,
        month=f"{summary.period.start:%Y-%m}",
        as_of=summary.as_of.isoformat(),
        made=made,
        edition=edition,
        figures={name: ids for name, ids in summary.figures.members.items() if name in FIGURE_NAMES},
        rules=summary.rules,
        rows=rows,
        later={item_id: state for item_id, state in present.items() if state != rows.get(item_id)},
    )


def changed_since(record: Record, actions: tuple[Action, ...]) -> tuple[RowChange, ...]:
    """Which rows say something else now, in printed order; rows that have gone come last."""
    known = {**record.rows, **record.later}
    found = [change for action in actions for change in _compared(known.get(action.item_id), action)]
    present = {action.item_id for action in actions}
    gone = (
        RowChange(row.ref, item_id, "removed", _status_label(row.status), "")
        for item_id, row in known.items()
        if item_id not in present
    )
    return (*found, *gone)


def _compared(was: RowState | None, action: Action) -> list[RowChange]:
    if was is None:
        return [RowChange(action.ref, action.item_id, "added", "", action.status.label)]
    now = _state(action)
    pairs = {
        "status": (_status_label(was.status), _status_label(now.status)),
        "due": (was.due or "no date", now.due or "no date"),
        "owners": ("", "") if was.owners == now.owners else ("", action.owner_text),
        "text": ("", "") if was.text == now.text else ("", action.text),
    }
    return [RowChange(action.ref, action.item_id, what, old, new) for what, (old, new) in pairs.items() if old != new]


def _state(action: Action) -> RowState:
    end = action.current_due.end
    return RowState(
        action.ref, action.status.value, end.isoformat() if end else "", _print(action.owner_text), _print(action.text)
    )


def _status_label(value: str) -> str:
    return Status(value).label if value in set(Status) else value


def _print(text: str) -> str:
    """A fingerprint of words, for comparing and not for reading."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
