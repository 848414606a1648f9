"""Which column of a list holds what, found by our own names and labels or as the configuration maps them. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.plan import Status
from bot.reading import read_status

SINGLE_LINE = 255  # the most a SharePoint single-line column holds


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a plan's list holds: our name for it, the column we provision, and the kinds that may hold it."""

    name: str
    column: str
    label: str
    kinds: tuple[str, ...]
    needed: bool = False


_WORDS = ("text", "note", "choice", "calculated")
_NOTES = ("note", "text")
_DATES = ("dateTime",)
NOT_WRITTEN = (None, "personOrGroup", "calculated")

FIELDS: tuple[Field, ...] = (
    Field("ref", "Title", "Title", _WORDS),
    Field("text", "Action", "Action", ("note", "text"), needed=True),
    Field("theme", "Theme", "Theme", _WORDS),
    Field("recommendation", "Recommendation", "Recommendation", ("note", "text")),
    Field("response", "Response", "Response", ("note", "text")),
    Field("owner", "OwnerText", "Owner", ("text", "note", "choice", "personOrGroup"), needed=True),
    Field("people", "OwnerPeople", "Owner (people)", ("personOrGroup",)),
    Field("due", "DueText", "Due", ("text", "note", "choice", "dateTime"), needed=True),
    Field("due_date", "DueDate", "Due date", _DATES),
    Field("revised_due", "RevisedDue", "Revised due date", _DATES, needed=True),
    Field("status", "Status", "Status", ("choice", "text", "note"), needed=True),
    Field("status_text", "StatusText", "Status as printed", _NOTES),
    Field("progress", "Progress", "Progress", ("note",), needed=True),
    Field("last_reply", "LastReply", "Last reply", _DATES, needed=True),
    Field("snoozed_until", "SnoozedUntil", "Snoozed until", _DATES),
    Field("completed_on", "CompletedOn", "Completed on", _DATES),
    Field("repeat_of", "RepeatOf", "Repeat of", _WORDS),
    Field("question", "Question", "Question", _NOTES),
    Field("approved_due", "ApprovedDue", "Approved date", _DATES),
    Field("exempt", "Exempt", "Exempt", _WORDS),
    Field("verified", "Verified", "Verified", _WORDS),
)
FIELD_NAMES = tuple(field.name for field in FIELDS)

# (owner, due) may stand in either column of a pair: a list with only people, or only dates, is whole.
_EITHER = {"owner": "people", "due": "due_date"}


class ListColumn(Protocol):
    """What this room needs to know of a list's column."""

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def choices(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Columns:
    """Which internal column holds each field, and what is wrong with the list (sentences for the admin).

    `statuses` says what the list calls each status; one that its choices have no word for is missing.
    """

    names: Mapping[str, str]
    kinds: Mapping[str, str]
    wrong: frozenset[str] = frozenset()
    faults: tuple[str, ...] = ()
    statuses: Mapping[Status, str] = dataclasses.field(default_factory=dict)

    def has(self, field: str) -> bool:
        return field in self.names

    def is_wrong(self, field: str) -> bool:
        """Whether the list has the column, but of a type that cannot hold the field."""
        return field in self.wrong


def find_columns(present: Iterable[ListColumn], mapped: Mapping[str, str], list_title: str) -> Columns:
    """Match our fields to a list's columns: as mapped, else by our own column name or label."""
    by_name = {column.name.casefold(): column for column in present}
    by_label = {column.label.casefold(): column for column in by_name.values()}
    names: dict[str, str] = {}
    kinds: dict[str, str] = {}
    wrong: set[str] = set()
    faults: list[str] = []
    for field in FIELDS:
        wanted = mapped.get(field.name)
        keys = [wanted.casefold()] if wanted else [field.column.casefold(), field.label.casefold()]
        column = next((found for key in keys if (found := by_name.get(key) or by_label.get(key))), None)
        if column is None:
            if wanted:
                faults.append(f'list "{list_title}" has no column "{wanted}", which plans.columns.{field.name} names')
        elif column.kind not in field.kinds:
            faults.append(
                f'column "{column.label}" of list "{list_title}" is of type {column.kind}, but {field.name} needs '
                f"{' or '.join(field.kinds)}: change the column, or map plans.columns.{field.name} to another"
            )
            wrong.add(field.name)
        else:
            names[field.name], kinds[field.name] = column.name, column.kind
    faults += _missing({*names, *wrong, *mapped}, list_title)
    choices = next((each.choices for each in by_name.values() if each.name == names.get("status")), ())
    return Columns(names, kinds, frozenset(wrong), tuple(faults), _statuses(choices))


def _statuses(choices: Sequence[str]) -> dict[Status, str]:
    """What the list calls each status: our own word where it may stand, else the choice that reads as it."""
    labels = {status: status.label for status in Status}
    if not choices:
        return labels
    read = {read_status(choice, date.min).value: choice for choice in reversed(choices)}
    ours = {status: label for status, label in labels.items() if label in choices}
    read.pop(Status.UNKNOWN, None)
    return read | ours


def _missing(accounted_for: set[str], list_title: str) -> list[str]:
    return [
        f'list "{list_title}" has no column "{field.label}" ({field.kinds[0]}): add it, or name the column that holds '
        f"it in plans.columns.{field.name}"
        for field in FIELDS
        if field.needed and not {field.name, _EITHER.get(field.name)} & accounted_for
    ]


def status_faults(columns: Columns, list_title: str) -> list[str]:
    """What owners may say that the list has no word for; such answers are kept as words and held for a person."""
    lacking = [status.label for status in (Status.IN_PROGRESS, Status.COMPLETED) if status not in columns.statuses]
    return [
        f'the Status column of list "{list_title}" has no choice that means "{label}": add one, so that answers saying '
        "so can be written"
        for label in lacking
        if columns.has("status")
    ]
