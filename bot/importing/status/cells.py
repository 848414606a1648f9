"""The status of an action from everything its row says of it: words, colour, percentage, update, its date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.importing.columns.found import Columns
from bot.importing.rows.drafts import Draft
from bot.importing.status.closing import day_closed, ticked_off
from bot.importing.status.coded import with_remark_apart
from bot.importing.status.colours import AT_ODDS, COLOUR_ALONE, OPEN, SAYS_MORE, short, states_status, words_and_colour
from bot.importing.status.counts import falls_short
from bot.importing.status.deeds import as_deed, going_on
from bot.importing.status.diary import explain_told
from bot.importing.status.how_far import as_account, how_far
from bot.importing.status.revised_dates import comes_again, revised_date
from bot.importing.status.under_headings import about_heading, about_open, stated_by
from bot.plan import Status, StatusReading
from bot.reading.conventions import COLOURS
from bot.reading.statuses import ExplainedStatus, explain_status, names_something_left

_SHARE_AT_ODDS: dict[Status, frozenset[Status]] = {
    Status.NOT_STARTED: frozenset({Status.PART_COMPLETED, Status.COMPLETED}),
    Status.IN_PROGRESS: frozenset({Status.NOT_STARTED, Status.COMPLETED}),
    Status.COMPLETED: OPEN,
}
"""What a percentage means (0, some, 100) -> the statuses in words that plainly contradict it."""

_STILL_TOLD = (Status.UNKNOWN, Status.IN_PROGRESS)
"""What an account says that is merely not of an end; words elsewhere in the row say more."""
_HALTED = re.compile(r"\b(?:hold|paused?|suspended|deferred|withdrawn|cancelled|superseded)\b", re.IGNORECASE)
_SHARE_ALONE = "percentage only"
_TELLS_NOTHING = ("empty", "not stated", _SHARE_ALONE)
_NARRATED = ("no status", "narrative", "something was done")
"""The rules of words that tell of the work and state nothing."""
_STILL_TO_BE = re.compile(
    r"\b(?:to be|yet to)\s(?!(?:\w+ly\s)?(?:reviewed|monitored|repeated|evaluated|audited)\b)\w+", re.IGNORECASE
)
"""What an update says is still ahead, and is more than a look back at it later."""
_MERELY_OPEN = re.compile(r"\s*(?:open|live|active|current|outstanding)\s*", re.IGNORECASE)
"""Statuses that only say that an action is not closed; its update says more."""


@dataclass(frozen=True, slots=True)
class StatusFound:
    """The status of an action and the day on which it was completed.

    `contradiction` is a question where what the row says of it does not agree, `about_revised` what must be asked
    about a new date; `done_once` says that something that comes round was done.
    """

    explained: ExplainedStatus
    contradiction: str = ""
    about_revised: str = ""
    done_once: bool = False
    completed_on: date | None = None

    @property
    def reading(self) -> StatusReading:
        return self.explained.reading

    @property
    def value(self) -> Status:
        return self.reading.value

    def says(self, reading: StatusReading) -> StatusFound:
        return replace(self, explained=replace(self.explained, reading=reading))

    def plainly(self, value: Status, text: str) -> StatusFound:
        """The status that something else in the row states, whatever the words of its cell are."""
        reading = replace(self.reading, value=value, text=text)
        return replace(self, explained=replace(self.explained, reading=reading, doubtful=False))

    def asks(self, question: str) -> StatusFound:
        """One question about what does not agree is enough: the first that was found."""
        return replace(self, contradiction=self.contradiction or question)


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of an action, and with what they are read."""

    draft: Draft
    as_of: date
    columns: Columns
    colours: Mapping[str, Status]


def find_status(draft: Draft, as_of: date, columns: Columns, colours: Mapping[str, Status] = COLOURS) -> StatusFound:
    """The status as printed in its column; the colour, percentage, update or words of the date that stand beside it."""
    row = _Row(with_remark_apart(draft, colours, as_of), as_of, columns, colours)
    found = _stated(row)
    for step in _BESIDE:
        found = step(found, row)
    found = _dated(found, row)
    return found if row.draft is draft else found.says(replace(found.reading, text=draft.status.strip()))


def _stated(row: _Row) -> StatusFound:
    """What the words of the status, its colour and its percentage come to."""
    draft = row.draft
    explained, question = _beside_share(draft, row.as_of, *words_and_colour(draft, row.as_of, row.colours))
    found = StatusFound(going_on(draft, as_deed(draft, draft.status, explained, row.as_of), row.as_of), question)
    if found.explained.rule == _SHARE_ALONE and "1" in (draft.status, draft.percent):
        found = found.asks('"1" may be one per cent or all of it: is it completed?')
    return found


def _beside_update(found: StatusFound, row: _Row) -> StatusFound:
    """An update speaks where no status is printed, or one that says less; of what is completed it may name a rest."""
    draft = row.draft
    if not draft.update:
        return found
    told = explain_told(draft.latest, row.as_of, row.colours)
    says_more = bool(_MERELY_OPEN.fullmatch(draft.status)) and states_status(told) and told.reading.value in OPEN
    if found.value is Status.UNKNOWN and not draft.status and told.doubtful:
        told, asked = as_account(as_deed(draft, draft.latest, told, row.as_of))
        found = replace(found, explained=told).asks(asked if draft.action else "")
    elif (found.value is Status.UNKNOWN or says_more) and not told.doubtful:
        text = draft.status or " ".join(draft.latest.split())
        found = replace(found, explained=told).says(replace(told.reading, text=text))
    elif found.value is Status.COMPLETED and draft.latest != draft.status:
        found = found.asks(_perhaps_not_all(draft, found.reading))
    revised = found.reading.revised_due or told.reading.revised_due
    return found.says(replace(found.reading, note=draft.update, revised_due=revised))


def _beside_outcome(found: StatusFound, row: _Row) -> StatusFound:
    """Words where a row prints when it was closed, which say more than an account of work that goes on."""
    draft = row.draft
    if not draft.closed or (draft.status and found.value not in _STILL_TOLD):
        return found
    outcome = explain_told(draft.closed, row.as_of, row.colours)
    if outcome.doubtful or outcome.reading.value is Status.UNKNOWN or outcome.rule == _SHARE_ALONE:
        return found
    note = found.reading.note or outcome.reading.note
    return replace(found, explained=outcome).says(replace(outcome.reading, note=note))


def _beside_closing(found: StatusFound, row: _Row) -> StatusFound:
    """A row that is ticked off or prints when it was closed: completed, and asked about where its words differ."""
    draft, ticked = row.draft, ticked_off(row.draft, row.columns)
    if found.value.is_closed or not (ticked or day_closed(draft, row.columns, row.as_of)):
        is_open = ticked is False and found.value is Status.UNKNOWN
        return replace(found, explained=replace(found.explained, doubtful=False)) if is_open else found
    told = found.explained.rule not in _NARRATED and found.value not in _STILL_TOLD
    printed = f"closed {draft.closed}" if draft.closed else draft.status
    if not ticked and (told or (found.value is Status.IN_PROGRESS and draft.status)):
        words = draft.status or draft.latest
        at_odds = f'"{short(words)}" and "{printed}" do not agree: is it completed?'
        found = found.asks(how_far(words, Status.COMPLETED) if words == printed else at_odds)
    return found.plainly(Status.COMPLETED, draft.status or printed)


def _beside_heading(found: StatusFound, row: _Row) -> StatusFound:
    """A status that the heading over its table states, and what is asked where the two do not agree."""
    draft = row.draft
    if not draft.under or found.value.is_closed:
        return found
    silent = not (draft.status or draft.rag or draft.percent) or found.explained.rule in _NARRATED
    stated = stated_by(draft.under)
    if not silent or found.value not in _STILL_TOLD:
        return found.asks(about_open(short(found.reading.text or draft.latest), draft.under, stated) if stated else "")
    if stated is None:
        return found.asks(about_heading(draft.under))
    return found.plainly(stated, draft.status or draft.under)


def _beside_date(found: StatusFound, row: _Row) -> StatusFound:
    """Words in the cell of the date: a status where no column has one, or that the work is halted."""
    if found.value not in _STILL_TOLD:
        return found
    told = explain_status(row.draft.due, row.as_of)
    if told.doubtful:
        return found
    if "status" not in row.columns.indexes and found.value is Status.UNKNOWN and told.rule not in _TELLS_NOTHING:
        found = found.says(StatusReading(row.draft.due, told.reading.value, told.reading.note))
    if found.value in _STILL_TOLD and told.reading.value in SAYS_MORE and _HALTED.search(row.draft.due):
        found = found.says(replace(found.reading, value=told.reading.value, text=row.draft.due))
    return found


_BESIDE = (_beside_update, _beside_outcome, _beside_closing, _beside_heading, _beside_date)
"""What stands beside a status, in the order in which it is heard."""


def _dated(found: StatusFound, row: _Row) -> StatusFound:
    """The status with its new date and the day of its end; what comes round is done once, and goes on."""
    revised = revised_date(row.draft, row.as_of, found.reading.revised_due)
    found = replace(found.says(replace(found.reading, revised_due=revised.due)), about_revised=revised.question)
    if found.value is not Status.COMPLETED:
        return found
    found = replace(found, completed_on=day_closed(row.draft, row.columns, row.as_of))
    if not comes_again(row.draft, row.as_of):
        return found
    return replace(found.says(replace(found.reading, value=Status.ONGOING)), done_once=True)


def _beside_share(draft: Draft, as_of: date, stated: ExplainedStatus, question: str) -> tuple[ExplainedStatus, str]:
    """What words and a percentage beside them come to: the words win; a colour says less than a percentage of 100."""
    if not draft.percent:
        return stated, question
    share = explain_status(draft.percent, as_of)
    value, text = stated.reading.value, " / ".join(dict.fromkeys(filter(None, [stated.reading.text, draft.percent])))
    if value is Status.UNKNOWN or not draft.status:
        return replace(share, reading=replace(share.reading, text=text)), question
    stated = replace(stated, reading=replace(stated.reading, text=text))
    if share.rule != _SHARE_ALONE or question:
        return stated, question
    if stated.rule == COLOUR_ALONE and share.reading.value is Status.COMPLETED:
        at_odds = Status.COMPLETED in AT_ODDS.get(value, frozenset())
        stated = replace(share, reading=replace(share.reading, text=text))
    else:
        at_odds = value in _SHARE_AT_ODDS.get(share.reading.value, frozenset())
    if not at_odds:
        return stated, ""
    label = stated.reading.value.label.lower()
    return stated, f'"{short(draft.status)}" and {draft.percent} do not agree: is it {label}?'


def _perhaps_not_all(draft: Draft, reading: StatusReading) -> str:
    """A completed action whose own update tells of a rest, or of too few of what it is for, may be less."""
    left = names_something_left(draft.latest) or _STILL_TO_BE.search(draft.latest)
    if not left and not falls_short(draft.action, draft.latest):
        return ""
    return f'"{short(reading.text)}" stands beside "{short(draft.latest)}": is it completed?'
