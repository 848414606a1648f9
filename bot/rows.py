"""A list row and an Action, each made from the other.

Pure: values come as Graph gives them (ISO instants, LookupIds as strings) and go as Graph takes them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.columns import NOT_WRITTEN, SINGLE_LINE, Columns
from bot.directory import Directory, fold
from bot.plan import NO_ADDRESS, Action, Due, Owner, Status
from bot.reading import USUAL, Conventions, read_due
from bot.reading.owners import explain_owners
from bot.reading.owners.now import is_in_turn
from bot.reading.statuses import explain_status

Fields = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Basis:
    """With what the rows of a list are read: words as of a day and as the council means them, instants in a zone."""

    columns: Columns
    directory: Directory
    zone: ZoneInfo
    as_of: date
    conventions: Conventions = USUAL


def to_action(plan: str, item_id: str, version: str, fields: Fields, basis: Basis) -> Action:
    """Read one row of a plan's list."""
    row = _RowReader(fields, basis.columns, basis.zone)
    status, hidden_due, doubt = _status(row.words("status"), basis)
    revised = row.day("revised_due")
    return Action(
        plan=plan,
        item_id=item_id,
        version=version,
        ref=row.words("ref") or f"row {item_id}",
        text=row.words("text") or row.words("ref"),
        theme=row.words("theme"),
        recommendation=row.words("recommendation"),
        response=row.words("response"),
        owners=_owners(row, basis.directory, basis.conventions),
        due=_due(row, basis.as_of),
        revised_due=Due.on(revised) if revised else hidden_due,
        status=status,
        status_text=row.words("status_text") or row.words("status"),
        progress=row.words("progress"),
        last_reply=row.day("last_reply"),
        snoozed_until=row.day("snoozed_until"),
        completed_on=row.day("completed_on"),
        repeat_of=row.words("repeat_of"),
        question=row.words("question") or doubt,
        approved_due=row.day("approved_due"),
        exempt=row.words("exempt"),
        verified=row.words("verified"),
    )


def _status(words: str, basis: Basis) -> tuple[Status, Due | None, str]:
    """What a status cell says, the new date hidden in it, and the question where it may close the action or not."""
    named = _LABELS.get(words.casefold())
    if named:
        return named, None, ""
    explained = explain_status(words, basis.as_of, basis.conventions.colours)
    reading = explained.reading
    if explained.doubtful and reading.value.is_closed:
        return Status.UNKNOWN, reading.revised_due, _IS_IT_CLOSED.format(words=words)
    return reading.value, reading.revised_due, ""


_IS_IT_CLOSED = 'The status "{words}" does not say plainly whether the action is closed: choose one of the statuses.'
_LABELS = {status.label.casefold(): status for status in Status} | {status.value: status for status in Status}


@dataclass(frozen=True, slots=True)
class _RowReader:
    """The values of a row by our field names."""

    fields: Mapping[str, object]
    columns: Columns
    zone: ZoneInfo

    def words(self, field: str) -> str:
        value = self.fields.get(self.columns.names.get(field, ""))
        return plain(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""

    def day(self, field: str) -> date | None:
        value = self.fields.get(self.columns.names.get(field, ""))
        return day_of(value, self.zone) if isinstance(value, str) else None

    def lookups(self, field: str) -> tuple[str, ...]:
        return lookups(self.fields, self.columns.names.get(field, ""))


def lookups(fields: Mapping[str, object], column: str) -> tuple[str, ...]:
    """The ids in a person column: a string for one person, a list of objects for several."""
    single = fields.get(f"{column}LookupId")
    if isinstance(single, str | int):
        return (str(single),)
    several = fields.get(column)
    if isinstance(several, list):
        return tuple(str(each["LookupId"]) for each in several if isinstance(each, dict) and "LookupId" in each)
    return ()


# Only tags that SharePoint's editor writes: "<jo.reed@partner.example>" is somebody's address and stays.
_TAG = re.compile(
    r"</?(?:p|div|span|br|ul|ol|li|b|i|u|s|em|strong|font|a|h[1-6]|sub|sup|blockquote|pre|table|tbody|tr|th|td|img)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_LINE_END = re.compile(r"<(?:br|/p|/div|/li|/h[1-6]|/tr|/blockquote|/pre)(?:\s[^<>]*)?/?>", re.IGNORECASE)


def plain(text: str) -> str:
    """A column's text without the HTML that rich-text columns wrap it in."""
    if not _TAG.search(text):
        return text.strip()
    bare = _TAG.sub("", _LINE_END.sub("\n", text))
    return html.unescape(bare).replace("\xa0", " ").replace("\u200b", "").strip()


def day_of(value: str, zone: ZoneInfo) -> date | None:
    """The local day of an ISO instant; date-only columns hold the site's local midnight as UTC."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment.astimezone(zone).date() if moment.tzinfo else moment.date()


def instant_of(day: date) -> str:
    """A date as a date-only column takes it: noon UTC is the same day in every zone a council keeps."""
    return f"{day.isoformat()}T12:00:00Z"


def _owners(row: _RowReader, directory: Directory, conventions: Conventions) -> tuple[Owner, ...]:
    picked = row.lookups("people") or row.lookups("owner")
    people = tuple(directory.by_lookup[lookup] for lookup in picked if lookup in directory.by_lookup)
    printed = row.words("owner")
    gone = (Owner(NO_ADDRESS),) if len(people) < len(picked) else ()
    if people:
        return (Owner(printed or ", ".join(person.name for person in people), people), *gone)
    if gone and not printed:
        return gone
    explained = explain_owners(printed, conventions.aliases)
    if explained.doubtful and is_in_turn(printed):
        # Who has it after or before somebody else may be a stranger to it today: what is printed is one party.
        return (_owner(printed, directory),)
    return tuple(_owner(party, directory) for party in explained.reading.owners)


def _owner(party: str, directory: Directory) -> Owner:
    return Owner(party, directory.behind(party), directory.bad_address(party), directory.holder_of(party))


def _due(row: _RowReader, as_of: date) -> Due:
    """The printed words read, unless a date column says otherwise: a date somebody set is not overruled by words."""
    if row.columns.kinds.get("due") == "dateTime":
        day = row.day("due")
        return Due.on(day) if day else Due()
    printed, day = row.words("due"), row.day("due_date")
    if not printed:
        return Due.on(day) if day else Due()
    reading = read_due(printed, as_of)
    return reading if day is None or reading.end == day else Due.on(day, printed)


def to_fields(action: Action, columns: Columns) -> dict[str, object]:
    """The field values that a new row for `action` gets; people are never written, only their printed words."""
    values: dict[str, object] = {
        "ref": action.ref,
        "text": action.text,
        "theme": action.theme,
        "recommendation": action.recommendation,
        "response": action.response,
        "owner": action.owner_text,
        "due": action.due.end if columns.kinds.get("due") == "dateTime" else action.due.text,
        "due_date": action.due.end,
        "revised_due": action.revised_due.end if action.revised_due else None,
        "status": action.status,
        "status_text": action.status_text,
        "progress": action.progress,
        "last_reply": action.last_reply,
        "completed_on": action.completed_on,
        "repeat_of": action.repeat_of,
        "question": action.question,
    }
    return as_fields({field: value for field, value in values.items() if value}, columns)


def as_fields(values: Mapping[str, object], columns: Columns) -> dict[str, object]:
    """Values by our field names -> values by column, for those fields that the list has and words may be written to."""
    fields: dict[str, object] = {}
    for field, value in values.items():
        if columns.kinds.get(field) in NOT_WRITTEN:
            continue
        if isinstance(value, Status):
            if value not in columns.statuses:
                continue
            value = columns.statuses[value]
        elif isinstance(value, date):
            value = instant_of(value)
        elif isinstance(value, str) and columns.kinds[field] == "text" and len(value) > SINGLE_LINE:
            value = value[: SINGLE_LINE - 1] + "…"
        fields[columns.names[field]] = value
    return fields


_COMPARED = {"text": "action", "owner": "owner", "due": "due", "due_date": "due", "status": "status"}
"""The fields in which a document and its list are compared, and what an admin calls them."""


def differences(wanted: Fields, there: Fields, columns: Columns, zone: ZoneInfo) -> tuple[str, ...]:
    """In which of an action's columns a row says something else than the fields that it would be written with.

    Days are compared as days and words without their case and punctuation.
    """

    def compared(value: object) -> str | date:
        words = plain(str(value or ""))
        return day_of(words, zone) or fold(words)

    pairs = [(called, columns.names.get(field, "")) for field, called in _COMPARED.items()]
    differing = [
        called for called, name in pairs if name in wanted and compared(wanted[name]) != compared(there.get(name))
    ]
    return tuple(dict.fromkeys(differing))
