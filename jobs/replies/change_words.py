"""What an answer sets, and what an UNDO puts back, in words for an admin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from bot.compose import wording
from bot.plan import Status

_SAID = {
    "completed_on": "completed on {}",
    "revised_due": "new date {}",
    "wished_due": "new date {}, if the plan's lead agrees",
    "snoozed_until": "no reminder before {}",
    "due_again": "due again on {}",
    "asked_again": "asked again on {}",
    "status": "status {}",
}
_ALONE = {
    "takes_back": "an earlier answer taken back",
    "agreed": "the new date agreed to",
    "declined": "the new date not agreed to",
}
_PUT_BACK = {
    "status": ("status “{}” again", "no status again"),
    "completed_on": ("completed on {} again", "no day of completion again"),
    "revised_due": ("new date {} again", "no new date again"),
    "snoozed_until": ("no reminder before {} again", "reminders as before"),
}


def in_words(changes: Mapping[str, str]) -> str:
    """ "status in progress, new date 1 March 2027"; "" where nothing is set."""
    return ", ".join(_each(changes))


def state_in_words(state: str, changes: Mapping[str, str]) -> str:
    """What became of an answer: of a date that waits for a yes nothing but the words is written yet."""
    return "asked for" if state == "written" and set(changes) == {"wished_due"} else state


def _each(changes: Mapping[str, str]) -> Iterator[str]:
    for field, value in changes.items():
        if field in _SAID:
            yield _SAID[field].format(_read(field, value))
        elif field in _ALONE:
            yield _ALONE[field]
    if "owner" in changes:
        name, party = changes["owner_name"], changes["owner_of"]
        who = changes["owner"] if name == changes["owner"] else f"{name} ({changes['owner']})"
        yield f"owner {who}{f', for “{party}”' if party else ''}"


def _read(field: str, value: str) -> str:
    return Status(value).label.lower() if field == "status" else wording.day(date.fromisoformat(value))


def put_back_in_words(before: Mapping[str, str], moved: tuple[str, ...]) -> str:
    """ "status “In progress” again, no new date again"; "" where nothing that counts had moved."""
    return ", ".join(
        (_PUT_BACK[field][0].format(_printed(field, before[field])) if before[field] else _PUT_BACK[field][1])
        for field in moved
        if field in _PUT_BACK
    )


def _printed(field: str, value: str) -> str:
    return value if field == "status" else wording.day(date.fromisoformat(value))
