"""Rows that speak against themselves, found by rules over their printed words. What is merely late is not in doubt:
the overdue table says that."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.plan import Action, Status
from bot.policy import comes_round
from bot.progress import latest, told_on
from bot.reading import read_status
from bot.reading.statuses import explain_status
from bot.reading.statuses.left import EXCEPTION
from bot.summary.position import Position
from bot.summary.tables import Doubt, DoubtRow

Found = tuple[Doubt, str, str]
"""The doubt, the words that raise it, and what stands against them."""

Texts = tuple[str, ...]
"""What a row says of itself, each text once."""

_CLAIMS_ON_TIME = re.compile(
    r"\b(?:on|ahead\sof)\s(?:track|schedule|time|target|course)\b|\bwithin\s(?:the\s)?tolerance\b"
    r"|\bno\s(?:problems?|issues?|concerns?|delays?)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:not|no\slonger|never|back|getting|isn't)\s(?:\w+\s)?$", re.IGNORECASE)
_CLAIMS_LATE = re.compile(r"\b(?:behind\s(?:schedule|time|target)|over\s?spend|over\sbudget|slipped)\b", re.IGNORECASE)
_NO_PROBLEMS_HOWEVER = re.compile(
    r"\bno(?:ne)?\b(?:\s(?:\w+\s){0,4}(?:problems?|issues?|risks?|concerns?|delays?|slippage))?[^.;\n]{0,40}[.,;:\s-]+"
    r"(?:however|but|although|though|except|apart\sfrom)\b[^.]*",
    re.IGNORECASE,
)
_PROBLEM_FREE = re.compile(
    r"\b(?:no\s(?:\w+\s){0,4}(?:problems?|issues?|risks?|concerns?|delays?|slippage)|none\b)", re.IGNORECASE
)
_TICKED = re.compile(r"[\u2611\u2612\u2705\u2714]|\[\s?[xX\u2713]\s?\]")


def doubt_rows(found: Position) -> tuple[DoubtRow, ...]:
    """Every doubt about a row, in printed order; a row may raise several."""
    return tuple(
        DoubtRow(action, *told)
        for action, texts in ((each, _texts(found, each)) for each in found.then)
        for rule in _RULES
        if (told := rule(action, texts, found.as_of))
    )


def _texts(found: Position, action: Action) -> Texts:
    """The printed status, unless somebody answered or set the status after it was printed, and what was said last;
    nothing that an answer closed, for its words were read as its end or a person settled them."""
    if _closed_by_answer(found, action):
        return ()
    if latest(action).is_answer or any(each.field == "status" for each in found.changes(action)):
        action = replace(action, status_text="")
    return tuple(dict.fromkeys(filter(None, (action.status_text, latest(action).words))))


def _closed_by_answer(found: Position, action: Action) -> bool:
    """Whether an answer completed an action and nobody has told anything of it since."""
    last = next((each for each in reversed(found.changes(action)) if each.field == "status"), None)
    if action.status is not Status.COMPLETED or last is None or last.new != Status.COMPLETED.value or not last.why:
        return False
    since = told_on(action, last.on, found.as_of)
    return not since or since[-1].words.split() == last.why.split()


def _late_but_on_track(action: Action, texts: Texts, as_of: date) -> Found | None:
    late = action.days_late(as_of)
    for words in texts if late else ():
        claim = next(
            (each for each in _CLAIMS_ON_TIME.finditer(words) if not _DENIES.search(words[: each.start()])), None
        )
        if claim:
            days = f"{late} day{'' if late == 1 else 's'}"
            return Doubt.ON_TRACK_BUT_LATE, words, f"Its date passed {days} before the date of this paper."
    return None


def _hidden_date(action: Action, texts: Texts, as_of: date) -> Found | None:
    """A new date that stands in the words and nowhere else."""
    if not action.is_open:
        return None
    for words in texts:
        promised = read_status(words, as_of).revised_due
        known = (action.due.end, action.revised_due.end if action.revised_due else None)
        if promised and promised.end and promised.end not in known:
            return Doubt.HIDDEN_DATE, words, f"The list gives {_day(action.current_due.end)} as its date."
    return None


def _doubted_completion(action: Action, texts: Texts, as_of: date) -> Found | None:
    if action.status is not Status.COMPLETED:
        return None
    for words in texts:
        read = explain_status(words, as_of)
        says_otherwise = not read.doubtful and read.reading.value not in (Status.COMPLETED, Status.UNKNOWN)
        if EXCEPTION.search(words) or says_otherwise:
            return Doubt.DOUBTED_COMPLETION, words, "Its status is Completed."
    return None


def _completed_but_open(action: Action, texts: Texts, as_of: date) -> Found | None:
    """A day of completion beside an open status; what comes round keeps the day of its last time."""
    if not action.is_open or comes_round(action) or not action.completed_on or action.completed_on > as_of:
        return None
    return Doubt.COMPLETED_BUT_OPEN, action.status.label, f"The list has it completed on {_day(action.completed_on)}."


def _no_problems_however(action: Action, texts: Texts, as_of: date) -> Found | None:
    for words in texts:
        said = _NO_PROBLEMS_HOWEVER.search(words)
        if said and _PROBLEM_FREE.match(words, said.start()):
            return Doubt.NO_PROBLEMS_HOWEVER, words, "It says that there is none, and then names one."
    return None


def _both_boxes(action: Action, texts: Texts, as_of: date) -> Found | None:
    for words in texts:
        claims_both = _CLAIMS_LATE.search(words) and _CLAIMS_ON_TIME.search(words)
        if len(_TICKED.findall(words)) > 1 or claims_both:
            return Doubt.BOTH_BOXES, words, "Only one of these can be so."
    return None


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "no day"


_RULES: tuple[Callable[[Action, Texts, date], Found | None], ...] = (
    _late_but_on_track,
    _hidden_date,
    _doubted_completion,
    _completed_but_open,
    _no_problems_however,
    _both_boxes,
)
