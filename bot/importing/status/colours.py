"""A colour and the words beside it: the words win, and where they contradict what the colour means it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.importing.rows.drafts import Draft
from bot.importing.status.diary import explain_told
from bot.importing.status.revised_dates import comes_again
from bot.importing.status.signs import sign_alone, ticked_words
from bot.plan import Status
from bot.reading.statuses import ExplainedStatus, explain_status, opening_status

AT_ODDS: dict[Status, frozenset[Status]] = {
    Status.IN_PROGRESS: frozenset({Status.NOT_STARTED, Status.ON_HOLD, Status.CANCELLED, Status.SUPERSEDED}),
    Status.AT_RISK: frozenset({Status.COMPLETED, Status.CANCELLED, Status.SUPERSEDED}),
    Status.NOT_STARTED: frozenset({Status.IN_PROGRESS, Status.ONGOING, Status.PART_COMPLETED, Status.COMPLETED}),
}
"""What a colour means -> the statuses in words that plainly contradict it. Green beside "Completed" is usual."""

OPEN = frozenset(status for status in Status if not status.is_closed and status is not Status.UNKNOWN)
_LESS_THAN_DONE = OPEN - {Status.ONGOING}
"""What words that open with it say against a colour that means completed."""
SAYS_MORE = (Status.NOT_STARTED, Status.ON_HOLD, Status.CANCELLED, Status.SUPERSEDED)
"""What words beside a colour may say that no colour can."""

COLOUR_ALONE = "colour only"
_MOST_WORDS = 6
"""Words up to which an update beside a colour states a status rather than tells a story."""


def words_and_colour(draft: Draft, as_of: date, colours: Mapping[str, Status]) -> tuple[ExplainedStatus, str]:
    """What words and a colour beside them come to: the words win, and where they contradict it is asked."""
    ticked = sign_alone(draft.status) or ticked_words(draft.status, as_of, comes_again(draft, as_of))
    stated = ticked or explain_told(draft.status, as_of, colours)
    if draft.rag:
        words, colour, printed = stated, explain_status(draft.rag, as_of, colours), draft.status
    elif stated.rule == COLOUR_ALONE:
        words, colour, printed = explain_told(draft.latest, as_of), stated, draft.latest
        open_still = words.reading.value.is_closed and _has_another_for_done(stated, colours)
        if not states_status(words) or (open_still and not _is_its_own_word(draft)):
            return stated, _perhaps_closed(words, draft)
    else:
        return stated, ""
    text = " / ".join(dict.fromkeys(each for each in (draft.status, draft.rag) if each))
    if words.doubtful or words.reading.value is Status.UNKNOWN:
        silent = stated if draft.rag and draft.status and colour.reading.value is Status.UNKNOWN else colour
        moved = silent.reading.revised_due or words.reading.revised_due
        return replace(silent, reading=replace(silent.reading, text=text, revised_due=moved)), ""
    value, meant = words.reading.value, colour.reading.value
    at_odds = value in AT_ODDS.get(meant, frozenset()) or (
        bool(draft.rag)
        and meant is Status.COMPLETED
        and value in _LESS_THAN_DONE
        and bool(opening_status(draft.status))
    )
    says_more = value is Status.COMPLETED or (value in SAYS_MORE and opening_status(words.reading.text))
    if not draft.rag and not at_odds and not says_more:
        return stated, ""
    question = (
        f'"{short(printed)}" and the colour {draft.rag or draft.status} do not agree: '
        f"is it {value.label.lower()}, as the words say?"
    )
    return replace(words, reading=replace(words.reading, text=text)), question if at_odds else ""


def _is_its_own_word(draft: Draft) -> bool:
    """Whether an action that shares its row, and the colour of it, with others has a word of status of its own."""
    return draft.ref_shared and opening_status(draft.latest) == len(draft.latest.strip(" .;"))


def _has_another_for_done(stated: ExplainedStatus, colours: Mapping[str, Status]) -> bool:
    """Whether a colour says that an action is open where another one would say that it is completed."""
    return stated.reading.value in OPEN and Status.COMPLETED in colours.values()


def states_status(update: ExplainedStatus) -> bool:
    """Whether an update says how far the action is: in a few words, or openly at its beginning."""
    return len(update.reading.text.split()) <= _MOST_WORDS or (_opens(update) and not update.reading.value.is_closed)


def _opens(update: ExplainedStatus) -> bool:
    return bool(update.reading.note) and not update.reading.text.startswith(update.reading.note)


def _perhaps_closed(update: ExplainedStatus, draft: Draft) -> str:
    """An update that says "Completed" may tell of a part of it: the colour stays, and it is asked."""
    if not (update.reading.value.is_closed and (_opens(update) or states_status(update))):
        return ""
    label = update.reading.value.label.lower()
    return f'"{short(draft.latest)}" stands beside the colour {draft.status}: is it {label}?'


def short(text: str) -> str:
    words = text.split()
    return " ".join(words[:12]) + ("…" if len(words) > 12 else "")
