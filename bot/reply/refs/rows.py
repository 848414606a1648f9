"""Answers in lines that begin with a number: the number of an action, or the place it has in our mail."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.labels import fold_ref
from bot.reply.refs.series import TOLD
from bot.reply.refs.shapes import pattern
from bot.reply.words.times import MONTH, WEEKDAY

_OPENS = r"^[\s*•|(-]{0,6}"
_ROW = re.compile(
    rf"{_OPENS}(?:no\.? ?|#)?(?P<number>\d{{1,4}})(?:(?P<mark>\s*[.:)|=–—-]+(?!\d)\s*)|\s+)(?=\S)", re.IGNORECASE
)
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Row:
    """What a line answers: the action `ref`, in the words from `start` on; `guessed` where it may be another.

    `placed` where only the order of our mail tells which it is.
    """

    ref: str
    start: int
    guessed: bool
    placed: bool = False


def rows_by_number(lines: Sequence[str], refs: Sequence[str]) -> Mapping[int, Row]:
    """The lines that begin with a bare number of `refs`, where three or more do, in the order of our mail.

    Where fewer do, or in another order, those that plainly begin an answer, if another line begins with a reference.
    """
    ours = {fold_ref(ref): ref for ref in refs if ref.isdecimal()}
    found = {
        at: Row(ref, row.end(), guessed=not (row["mark"] or TOLD.match(row.string, row.end())))
        for at, row in _numbered(lines)
        if (ref := ours.get(fold_ref(row["number"])))
    }
    named = [row.ref for row in found.values()]
    if len(named) >= _FEWEST and named == [ref for ref in refs if ref in named]:
        return found
    plain = {at: replace(row, guessed=False) for at, row in found.items() if _begins(lines, at, row.start)}
    other = {ref for ref in refs if not ref.isdecimal() for line in lines if pattern(ref).match(line)}
    begun = [*other, *(row.ref for row in plain.values())]
    return plain if 1 < len(begun) == len(set(begun)) else {}


def _begins(lines: Sequence[str], at: int, start: int) -> bool:
    """Whether words behind a number begin an answer, and are not the rest of a line that a program has broken off."""
    above = next((line for line in reversed(lines[:at]) if line), "")
    wrapped = len(above) >= _MAY_BE_WRAPPED and not _ENDS_SENTENCE.search(above)
    return not wrapped and bool(_ANSWER.match(lines[at], start) or TOLD.match(lines[at], start))


_ANSWER = re.compile(rf"\d|(?!(?i:{MONTH}|{WEEKDAY}|[a-z]{{3,4}} \d{{4}}\b))[A-Z]")
_MAY_BE_WRAPPED = 50
_ENDS_SENTENCE = re.compile(r"[.!?:;)]$")


def rows_by_place(lines: Sequence[str], refs: Sequence[str]) -> Mapping[int, Row]:
    """The lines numbered from 1 on, two or more and no more than `refs`: the first is about the first of these."""
    found = {at: row for at, row in _numbered(lines) if row["mark"] or TOLD.match(row.string, row.end())}
    in_turn = [int(row["number"]) for row in found.values()] == list(range(1, len(found) + 1))
    if not in_turn or not 2 <= len(found) <= len(refs):
        return {}
    return {
        at: Row(ref, row.end(), guessed=True, placed=True) for (at, row), ref in zip(found.items(), refs, strict=False)
    }


def _numbered(lines: Sequence[str]) -> list[tuple[int, re.Match[str]]]:
    return [(at, row) for at, line in enumerate(lines) if (row := _ROW.match(line))]
