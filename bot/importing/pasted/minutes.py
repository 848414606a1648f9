"""Actions noted in minutes: "ACTION: Clerk to write to the county council by 30 June", alone or in a list.

The sentence itself says who and by when; an action that names nobody in front of its verb is left without an owner.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from bot.importing.kinds import Kind, kind_of
from bot.importing.pasted.strips import Line, Strip, is_finished, is_lower, row_strip
from bot.reading.dates import find_dates
from bot.reading.text import as_printed, tidy

_SOME_DAY = date(2020, 1, 1)
_MARK = re.compile(
    r"\s*[\[(]?\s*actions?(?:\s(?:point|item|no\.?))?\s?(?P<ref>[A-Z]{0,3}\d{1,3}(?:[./]\d{1,3}){0,2})?"
    r"(?:\s?[(\[](?P<who>[^()\[\]]{2,60})[)\]])?\s?(?::|\s?[–-]\s)\s*",
    re.IGNORECASE,
)
_LIST_HEAD = re.compile(
    r"\s*(?:\d{1,2}[.)]?\s)?(?:summary\sof\s|list\sof\s|agreed\s|outstanding\s)?actions?(?:\s(?:points?|list|log|arising"
    r"|agreed|items?|from\s.{3,40}))?\s?:?\s*",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*(?:(?P<ref>[A-Z]{0,3}\d{1,3}(?:[./]\d{1,3}){0,2}[a-z]?|[a-z]|[ivx]{1,4})[.):]\s+|[•·▪*–-]\s+)")
_NEXT_ITEM = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,2})?|(?:[A-Z]{1,4}[/-])?\d{1,4}(?:[/-]\d{1,4}){1,2}|[A-Z]{1,4}[/-]?\d{1,4})[.)]?\s+"
    r"[A-Z].{1,60}(?<![.;:])"
)
_WHO = re.compile(r"(?P<who>(?=[A-Z])(?:[A-Z][a-z]{0,4}\.\s|[^.;:]){2,80}?)\s(?:to|will|agreed\sto)\s(?=[a-z])")
_WHO_BEFORE_COLON = re.compile(r"(?P<who>[A-Z][^.;:]{1,60}):\s+(?=[a-z])")
_DASHED = re.compile(r"(?P<ref>(?:AP|ACT|A|Action)\s?\d{1,3})(?P<rest>(?:\s[–—-]\s[^–—]+?){3,4})", re.IGNORECASE)
"""An action on one line, its parts divided by dashes: "AP12 – TA – review the policy – 31/01/2027 – open"."""
_DASH = re.compile(r"\s[–—-]\s")
_INITIALS_BEHIND = re.compile(r"\s*[\[(](?P<who>[A-Z][^()\[\]]{1,60})[\])]\s*\.?\s*$")
_BY = re.compile(
    r"(?:\(\s*)?(?:\bby|\bbefore|\bdue|\bdeadline:?|[–-])\s"
    r"(?:the\s|end\s|the\send\sof\s|end\sof\s|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)*$",
    re.IGNORECASE,
)
_MOST = 0.6
"""The share of actions that say who is to act from which they are noted ones."""
HEADS = ("Ref", "Action", "Owner", "Due", "Status")


@dataclass(slots=True)
class _Note:
    ref: str
    text: str
    lines: list[int] = field(default_factory=list)
    who: str = ""


def minutes(lines: tuple[Line, ...]) -> tuple[Strip, ...]:
    """A head strip and a strip for each action noted; nothing where there are fewer than two."""
    read = noted(lines, fewest=2)
    found = [row for row in read if not row.across]
    if not found:
        return ()
    heads = HEADS if any(row.cell(len(HEADS) - 1) for row in found) else HEADS[:-1]
    first = read.index(found[0])
    return (*read[:first], Strip(found[0].number, heads, apart=True), *read[first:])


def noted(lines: Iterable[Line], *, fewest: int) -> tuple[Strip, ...]:
    """A strip for each action noted and for each line around them; nothing where most of the actions are nobody's."""
    read = _Minutes()
    for line in lines:
        read.take(line)
    read.close()
    found = [row for row in read.strips if not row.across]
    told = [row for row in found if row.cells[2] or _WHO.match(row.cells[1])]
    if len(found) < fewest or len(told) < _MOST * len(found):
        return ()
    return tuple(read.strips)


def _begins_item(text: str, before: _Note) -> bool:
    """Whether a line is the heading of the next item: "25. Any other business"."""
    return bool(_NEXT_ITEM.fullmatch(text)) and is_finished(before.text)


class _Minutes:
    """The notes so far, and the lines around them."""

    def __init__(self) -> None:
        self.strips: list[Strip] = []
        self._note: _Note | None = None
        self._listed = False

    def take(self, line: Line) -> None:
        text = line.text.replace("\n", " ").strip()
        if _LIST_HEAD.fullmatch(text):
            self.close()
            self._listed = True
            return
        begun = _MARK.match(text) or (_ITEM.match(text) if self._listed else None)
        if begun and begun.end() < len(text):
            self.close()
            said = begun.groupdict()
            who = said.get("who") or ""
            self._note = _Note(said["ref"] or "", text[begun.end() :], [line.number], who if _is_party(who) else "")
        elif dashed := _dashed(text):
            self.close()
            self.strips.append(row_strip([line.number], dashed))
        elif (
            self._note
            and not _begins_item(text, self._note)
            and (not line.apart or (is_lower(text) and not is_finished(self._note.text)))
        ):
            self._note.text = f"{self._note.text} {text}"
            self._note.lines.append(line.number)
        else:
            self.close()
            self._listed = False
            self.strips.append(Strip(line.number, (text,), line.apart, across=True))

    def close(self) -> None:
        note, self._note = self._note, None
        if note is None:
            return
        text = tidy(note.text)
        if text.count("(") < text.count(")"):
            text = text.rstrip("])")
        owner, action = (note.who, text) if note.who else _who(text)
        cells = [as_printed(cell, note.text) for cell in (action, owner, _due(text))]
        self.strips.append(row_strip(note.lines, [note.ref, *cells]))


def _who(text: str) -> tuple[str, str]:
    """The party that is to act, and the action in the words of the minutes."""
    behind = _INITIALS_BEHIND.search(text)
    if behind and _is_party(behind["who"]):
        return behind["who"], text[: behind.start()]
    if dashes := _behind_dashes(text):
        return dashes
    before = _WHO.match(text)
    if before and _is_party(before["who"]):
        return before["who"], text
    named = _WHO_BEFORE_COLON.match(text)
    if named and _is_party(named["who"]):
        return named["who"], text[named.end() :]
    return "", text


def _behind_dashes(text: str) -> tuple[str, str] | None:
    """The party behind a dash, a date before or behind it, and the action in front: "Oil the gate - Clerk - by May"."""
    action, *told = _DASH.split(text)
    parties = [part.rstrip(".") for part in told if _is_party(part.rstrip("."))]
    dates = [part for part in told if kind_of(part.rstrip(".")) is Kind.DATE]
    if len(parties) != 1 or len(dates) > 1 or len(parties) + len(dates) != len(told):
        return None
    return parties[0], action


def _dashed(text: str) -> list[str] | None:
    """The cells of an action whose parts dashes divide: ref, owner, action, date and, where it is printed, status."""
    found = _DASHED.fullmatch(text)
    if found is None:
        return None
    who, action, due, *status = _DASH.split(found["rest"])[1:]
    if len(status) > 1 or not _is_party(who) or kind_of(due.strip()) is not Kind.DATE:
        return None
    return [found["ref"], action, who, due, *status]


def _is_party(words: str) -> bool:
    return kind_of(words.strip()) is Kind.PARTY


def _due(text: str) -> str:
    """The last date that the sentence sets as its end; other dates in it are what it is about."""
    for found in reversed(find_dates(text, _SOME_DAY)):
        if _BY.search(text[: found.low]):
            return text[found.low : found.high].strip()
    meeting = re.search(
        r"\b(?:by|for|before|at|to)\s(?:the\s)?(?P<when>next\s\w{0,12}\s?meeting)\b", text, re.IGNORECASE
    )
    return meeting["when"] if meeting else ""
