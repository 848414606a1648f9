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


def find_status(draft: Draft, as_of: date, columns: Columns, colours: Mapping[str, Status] = COLOURS) -> StatusFound:
    """The status as printed in its column; the colour, percentage, update or words of the date that stand beside it."""
    apart = with_remark_apart(draft, colours)
    found = _find_status(apart, as_of, columns, colours)
    if apart is draft:
        return found
    return replace(found, explained=replace(found.explained, reading=replace(found.reading, text=draft.status.strip())))


def _find_status(draft: Draft, as_of: date, columns: Columns, colours: Mapping[str, Status]) -> StatusFound:
    explained, question = _beside_share(draft, as_of, *words_and_colour(draft, as_of, colours))
    explained = going_on(draft, as_deed(draft, draft.status, explained, as_of), as_of)
    reading = explained.reading
    if explained.rule == _SHARE_ALONE and "1" in (draft.status, draft.percent) and not question:
        question = '"1" may be one per cent or all of it: is it completed?'
    if draft.update:
        told = explain_told(draft.latest, as_of, colours)
        says_more = bool(_MERELY_OPEN.fullmatch(draft.status)) and states_status(told) and told.reading.value in OPEN
        if reading.value is Status.UNKNOWN and not draft.status and told.doubtful:
            told, asked = as_account(as_deed(draft, draft.latest, told, as_of))
            question = question or (asked if draft.action else "")
            explained, reading = told, told.reading
        elif (reading.value is Status.UNKNOWN or says_more) and not told.doubtful:
            explained, reading = told, replace(told.reading, text=draft.status or " ".join(draft.latest.split()))
        elif reading.value is Status.COMPLETED and not question and draft.latest != draft.status:
            question = _perhaps_not_all(draft, reading)
        reading = replace(reading, note=draft.update, revised_due=reading.revised_due or told.reading.revised_due)
    if draft.closed and (not draft.status or reading.value in _STILL_TOLD):
        outcome = explain_told(draft.closed, as_of, colours)
        if not outcome.doubtful and outcome.reading.value is not Status.UNKNOWN and outcome.rule != _SHARE_ALONE:
            explained, reading = outcome, replace(outcome.reading, note=reading.note or outcome.reading.note)
    ticked, day = ticked_off(draft, columns), day_closed(draft, columns, as_of)
    if (ticked or day) and not reading.value.is_closed:
        explained, reading, question = _as_closed(draft, explained, reading, question, bool(ticked))
    elif ticked is False and reading.value is Status.UNKNOWN:
        explained = replace(explained, doubtful=False)
    if draft.under and not reading.value.is_closed:
        explained, reading, asked = _under(draft, explained, reading)
        question = question or asked
    if "status" not in columns.indexes and reading.value is Status.UNKNOWN:
        told = explain_status(draft.due, as_of)
        if not told.doubtful and told.rule not in ("empty", "not stated", _SHARE_ALONE):
            reading = StatusReading(draft.due, told.reading.value, told.reading.note)
    if reading.value in _STILL_TOLD and _HALTED.search(draft.due):
        halted = explain_status(draft.due, as_of)
        if not halted.doubtful and halted.reading.value in SAYS_MORE:
            reading = replace(reading, value=halted.reading.value, text=draft.due)
    revised = revised_date(draft, as_of, reading.revised_due)
    reading = replace(reading, revised_due=revised.due)
    completed_on = day if reading.value is Status.COMPLETED else None
    done_once = reading.value is Status.COMPLETED and comes_again(draft, as_of)
    if done_once:
        reading = replace(reading, value=Status.ONGOING)
    return StatusFound(replace(explained, reading=reading), question, revised.question, done_once, completed_on)


def _as_closed(
    draft: Draft, explained: ExplainedStatus, reading: StatusReading, question: str, ticked: bool
) -> tuple[ExplainedStatus, StatusReading, str]:
    """A status whose row prints when it was closed: completed, and asked about where its words say something else."""
    told = explained.rule not in ("no status", "narrative") and reading.value not in (
        Status.UNKNOWN,
        Status.IN_PROGRESS,
    )
    printed = f"closed {draft.closed}" if draft.closed else draft.status
    if not ticked and (told or (reading.value is Status.IN_PROGRESS and draft.status)):
        words = draft.status or draft.latest
        at_odds = f'"{short(words)}" and "{printed}" do not agree: is it completed?'
        question = question or (how_far(words, Status.COMPLETED) if words == printed else at_odds)
    closed = replace(reading, value=Status.COMPLETED, text=draft.status or printed)
    return replace(explained, reading=closed, doubtful=False), closed, question


def _under(
    draft: Draft, explained: ExplainedStatus, reading: StatusReading
) -> tuple[ExplainedStatus, StatusReading, str]:
    """A status that the heading over its table states, and what is asked where the two do not agree."""
    silent = not (draft.status or draft.rag or draft.percent) or explained.rule in ("no status", "narrative")
    stated = stated_by(draft.under)
    if not silent or reading.value not in _STILL_TOLD:
        asked = about_open(short(reading.text or draft.latest), draft.under, stated) if stated else ""
        return explained, reading, asked
    if stated is None:
        return explained, reading, about_heading(draft.under)
    closed = replace(reading, value=stated, text=draft.status or draft.under)
    return replace(explained, reading=closed, doubtful=False), closed, ""


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
    """A completed action whose own update names an exception, or too few of what it is for, may be less."""
    if not (names_something_left(draft.latest) or falls_short(draft.action, draft.latest)):
        return ""
    return f'"{short(reading.text)}" stands beside "{short(draft.latest)}": is it completed?'
