"""What reading a document comes to: actions, the questions a person must answer, and which columns held what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.importing.columns.updates import Update
from bot.plan import Due, DueKind, StatusReading
from bot.reading.shapes import due_json, status_json


@dataclass(frozen=True, slots=True)
class ReadAction:
    """One action as read. `questions` are for a person, `held_by` those that hold its row; `confidence` is 0 to 1.

    `source_rows` are the rows of its table or sheet, counted from 1; `repeat_of` is the ref of the action it repeats.
    """

    ref: str
    section: str
    recommendation: str
    response: str
    action: str
    owners: tuple[str, ...]
    owner_text: str
    due: Due
    status: StatusReading
    confidence: float
    questions: tuple[str, ...]
    source_rows: tuple[int, ...]
    repeat_of: str = ""
    updates: tuple[Update, ...] = ()
    """What the document tells of it, oldest first; all of it stands in the note of its status too."""
    ref_printed: bool = True
    """Whether the document prints the reference; one that only counts the rows changes when a row is put between."""

    ref_in_document: str = ""
    """What the document calls it where its list has another reference for it, which `ref` then is; "" else."""

    done_once: bool = False
    """Whether it comes round and the document says that it was done: it stays open until its next time."""

    completed_on: date | None = None
    """The day that the document prints as that of closing."""

    asked_by_mail: tuple[str, ...] = ()
    """Questions that mail puts to people: to its owner for a date, to the plan's lead for an owner."""

    @property
    def called(self) -> str:
        """Its reference for a person, with the document's beside where that is another: "1 (4 in the document)"."""
        return f"{self.ref} ({self.ref_in_document} in the document)" if self.ref_in_document else self.ref

    @property
    def held_by(self) -> tuple[str, ...]:
        """The questions that must be answered before anybody is nudged about it."""
        return self.questions if set(self.questions) - set(self.asked_by_mail) else ()

    @property
    def is_asked_by_mail(self) -> bool:
        """Whether mail asks for what it lacks; no date is asked for what goes on or comes round."""
        undated = self.due.end is None and self.due.kind not in (DueKind.ONGOING, DueKind.RECURRING)
        return bool(self.questions) and not self.held_by and (undated or not self.owners)

    def to_json(self) -> dict[str, Any]:
        return {
            "ref": self.ref,
            "section": self.section,
            "recommendation": self.recommendation,
            "response": self.response,
            "action": self.action,
            "owners": list(self.owners),
            "owner_text": self.owner_text,
            "due": due_json(self.due),
            "status": status_json(self.status),
            "confidence": round(self.confidence, 2),
            "questions": list(self.questions),
            "source_rows": list(self.source_rows),
            "repeat_of": self.repeat_of,
        }


@dataclass(frozen=True, slots=True)
class PlanReading:
    """A document as read. `columns` is field -> printed head; `questions` concern the plan as a whole.

    `left_out` names the columns, sheets and lines that no field of an action holds: they stay in the document. The
    columns among them that hold sentences stand first, and again in `unread_words`.
    """

    source: str
    title: str
    columns: Mapping[str, str] = field(default_factory=dict)
    actions: tuple[ReadAction, ...] = ()
    questions: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    unread_words: tuple[str, ...] = ()
    workstreams: tuple[Mapping[str, Any], ...] = ()
    """What a highlight report says of each workstream, in the shape that programs read."""

    @property
    def not_read(self) -> list[str]:
        """What stays in the document, as sentences: the columns that hold sentences first, each by itself."""
        lines = [
            f'Not brought in, and it holds sentences: {name}. To keep them, import with --column "{name}=update".'
            for name in self.unread_words
        ]
        others = [name for name in self.left_out if name not in self.unread_words]
        return lines + ([f"Not brought in, for the list has no place for it: {'; '.join(others)}."] if others else [])

    def to_json(self) -> dict[str, Any]:
        """The shape of `planminder import --dry-run --json`."""
        return {
            "source": self.source,
            "title": self.title,
            "columns": dict(self.columns),
            "actions": [action.to_json() for action in self.actions],
            "questions": list(self.questions),
            "left_out": list(self.left_out),
            "workstreams": [dict(each) for each in self.workstreams],
        }
