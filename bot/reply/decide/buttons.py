"""Answers from the buttons of our mails: a new message whose first line is ours ("8.iii: DONE"), sent by the person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.plan import Status
from bot.reply.beside.reasons import is_plain_reason
from bot.reply.lines import Line, typed
from bot.reply.meaning import snooze
from bot.reply.meaning.read_words import NOT_MINE, WHO_INSTEAD, read_words
from bot.reply.meaning.said import NAMES_DATE, WHERE, Said
from bot.reply.refs.actions import Mentioned
from bot.reply.refs.mentions import line_ref

_LINE = re.compile(
    r"^\s*(?P<ref>[^:\n]{1,100}?)\s*:\s*(?P<word>DONE|ON TRACK|NEW DATE|NOT MINE)\b[ :.]*(?P<rest>.{0,200})$"
)


_OTHERWISE = f"Your comment says something else than the button. {WHERE}"


@dataclass(frozen=True, slots=True)
class Pressed:
    """A pressed button: the action, the button's word, what was typed behind it, the line, and the lines below."""

    ref: str
    word: str
    typed: str
    line: str
    rest: tuple[Line, ...]


def pressed(lines: Sequence[Line], known: Sequence[Mentioned]) -> Pressed | None:
    """The button answer that a body begins with; None when its first words are the person's own.

    The action must be one our mail asked about; when no mail of ours is known the reference is taken as it stands.
    """
    own = typed(lines)
    found = _LINE.match(own[0].text) if own else None
    if not found:
        return None
    ref = line_ref(found["ref"], known) if known else found["ref"].strip()
    return Pressed(ref, found["word"], found["rest"].strip(), own[0].text.strip(), tuple(own[1:])) if ref else None


def read(button: Pressed, comment: str, said_on: date) -> Said:
    """What the button and the comment under it say together: a comment that disagrees turns it into a question."""
    return _READERS[button.word](button, comment, said_on)


def _done(button: Pressed, comment: str, said_on: date) -> Said:
    beside = read_words(f"{button.typed}\nDone\n{comment}", said_on)
    doubt = beside.doubt or (_OTHERWISE if beside.status is not Status.COMPLETED else "")
    return Said("button Done", Status.COMPLETED, None, doubt, beside.completed_on)


def _on_track(button: Pressed, comment: str, said_on: date) -> Said:
    beside = read_words(f"{button.typed}\n{comment}", said_on)
    beside = replace(beside, due=None) if beside.rule == NAMES_DATE else beside
    agrees = beside.status in (None, Status.IN_PROGRESS, Status.ONGOING) and beside.due is None
    doubt = (beside.doubt if beside.rule == snooze.RULE else "") or ("" if agrees else _OTHERWISE)
    return Said("button On track", Status.IN_PROGRESS, beside.due, doubt, snooze=beside.snooze)


def _new_date(button: Pressed, comment: str, said_on: date) -> Said:
    said = read_words(f"New date: {button.typed}\n{comment}", said_on)
    alone = read_words(f"New date: {button.typed}", said_on)
    plain = said.doubt and said != NOT_MINE and is_plain_reason(comment, said_on)
    if plain and alone.due and not alone.doubt:
        said = alone
    if said.due is None:
        return Said("button New date", doubt="We could not read the new date. Which day is it?")
    closes = _OTHERWISE if said.status and said.status.is_closed else ""
    return Said("button New date", None, said.due, said.doubt or closes)


def _not_mine(button: Pressed, comment: str, said_on: date) -> Said:
    return Said("button Not mine", doubt=WHO_INSTEAD)


_READERS = {"DONE": _done, "ON TRACK": _on_track, "NEW DATE": _new_date, "NOT MINE": _not_mine}
