"""Items of an action cell: where i) ii) iii) divide it, and how a column of stacked values is divided among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations, pairwise

from bot.importing.documents.word_numbering import to_roman
from bot.importing.pasted.strips import goes_on, is_lower
from bot.importing.refs import is_roman
from bot.reading.dates import find_dates
from bot.reading.owners import explain_owners
from bot.reading.owners.words import GOES_ON_BEFORE, OPENERS, ROLES
from bot.reading.statuses import opening_status
from bot.reading.text import as_printed, tidy

_AT_START = re.compile(
    r"\s*(?:[•·▪○\uf0b7]\s*)?\(?(?P<label>x{0,2}(?:ix|iv|v?i{1,3}|v)|x{1,2}|[a-z]|\d{1,2}(?:\.\d{1,2}){0,2})(?:\)|\.(?!\d))\s+(?=\S)",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"(?<=\s)\(?(?P<label>[xvi]{1,5}|[a-z]|\d{1,2})\)\s+(?=[^\W_])", re.IGNORECASE)
_SOME_DAY = date(2020, 1, 1)
_MOST_OWNER_WORDS, _MOST_PARTIES = 14, 6
_ENDS = ROLES - GOES_ON_BEFORE
_JOINER = re.compile(r"\band\b|[/&,+]")
_HANGS = re.compile(r"^(?:and\b|[/&,+])|(?:\band|[/&,+])$")
"""A joiner at the end of a share: those on either side of it have the same action."""


@dataclass(frozen=True, slots=True)
class Item:
    """A stretch of an action cell; `label` "" where none stands in front of it."""

    label: str
    text: str


def items_of(cell: str, last_label: str) -> list[Item]:
    """The stretches of a cell, divided at labels; the first has none where the cell begins in the middle of an item.

    `last_label` is the label that came before in the same column: "b) ... " inside a text is a label only after "a)".
    """
    items: list[Item] = []
    for paragraph in cell.split("\n"):
        if not paragraph.strip():
            continue
        for item in _divide(paragraph.strip(), items[-1].label if items else last_label):
            if item.label or not items:
                items.append(_without_second_label(item, items))
            else:
                items[-1] = Item(items[-1].label, f"{items[-1].text}\n{item.text}")
    return items


def _divide(paragraph: str, last: str) -> Iterable[Item]:
    start = _AT_START.match(paragraph)
    label, begin = (start["label"].lower(), start.end()) if start else ("", 0)
    for match in _INSIDE.finditer(paragraph, begin):
        inner = match["label"].lower()
        if inner == _next(label or last) or (not label and not last and inner in ("i", "ii")):
            yield Item(label, paragraph[begin : match.start()].strip())
            label, begin = inner, match.end()
    yield Item(label, paragraph[begin:].strip())


def _without_second_label(item: Item, before: list[Item]) -> Item:
    """ "ii) b) after": the list was numbered anew by the extraction, the letter is the printed label."""
    second = _AT_START.match(item.text)
    if second and before and second["label"].lower() == "b" and re.search(r"\sa\)\s", before[-1].text):
        return Item("b", item.text[second.end() :])
    return item


def _next(label: str) -> str:
    if not label:
        return ""
    if label.isdecimal():
        return str(int(label) + 1)
    if is_roman(label):
        return next((to_roman(n + 1) for n in range(1, 30) if to_roman(n) == label), "")
    return chr(ord(label) + 1) if len(label) == 1 else ""


def divide_values(field: str, text: str, count: int) -> list[str] | None:
    """A value cell divided among `count` actions; None where its parts are not as many."""
    if count == 1:
        return [text]
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for each in (lines, mended_lines(lines)):
        if len(each) == count and not any(map(_HANGS.search, each)):
            return each
    plain = tidy(" ".join(lines))
    divide = {"owner": _parties, "due": _dates, "revised_due": _dates, "status": _statuses}.get(field)
    parts = divide(plain) if divide and plain else []
    if field == "owner" and len(parts) != count:
        parts = run_together(lines, count) or run_together(plain.split(), count)
    return [as_printed(part, text) for part in parts] if len(parts) == count else None


def mended_lines(lines: list[str]) -> list[str]:
    """Lines of one cell, those that only go on with the one above added to it."""
    mended: list[str] = []
    for line in lines:
        if mended and (goes_on(mended[-1]) or is_lower(line)):
            mended[-1] = f"{mended[-1]} {line}"
        else:
            mended.append(line)
    return mended


def _parties(text: str) -> list[str]:
    """Owners that no joiner holds together: "Board CEO / SLT HR Lead" are three groups."""
    explained = explain_owners(text)
    groups: list[str] = []
    end = 0
    for party in explained.reading.owners:
        at = text.find(party, end)
        if at < 0:
            return []
        between = text[end:at]
        if groups and between.strip():
            groups[-1] += between + party
        else:
            groups.append(party)
        end = at + len(party)
    return groups


def run_together(pieces: list[str], count: int) -> list[str]:
    """Lines or words of owners put together to `count` whole parties, where there is only one way to do so."""
    if not 2 <= count <= _MOST_PARTIES or not count < len(pieces) <= _MOST_OWNER_WORDS:
        return []
    ways = []
    for cuts in combinations([at for at in range(1, len(pieces)) if pieces[at][:1].isupper()], count - 1):
        parts = [" ".join(pieces[low:high]) for low, high in pairwise((0, *cuts, len(pieces)))]
        if all(_is_one_owner(part) and not _HANGS.search(part) for part in parts):
            ways.append(parts)
    return ways[0] if len(ways) == 1 else []


@lru_cache(maxsize=2_048)
def _is_one_owner(part: str) -> bool:
    """Whether words name one party or joined ones, with no post ending in the middle of them."""
    explained = explain_owners(part)
    joined = len(_JOINER.findall(part)) + 1
    ends_inside = any(
        word.lower() in _ENDS and after[:1].isupper() and (after.lower() not in ROLES or after.lower() in OPENERS)
        for word, after in pairwise(part.split())
    )
    return 1 <= len(explained.reading.owners) <= joined and not explained.doubtful and not ends_inside


def _dates(text: str) -> list[str]:
    parts: list[str] = []
    end = 0
    for match in re.finditer(r"\bon-?going\b|\bthroughout\s\w+", text, re.IGNORECASE):
        parts.extend(_only_dates(text[end : match.start()]))
        parts.append(match[0])
        end = match.end()
    return parts + _only_dates(text[end:])


def _only_dates(text: str) -> list[str]:
    found = find_dates(text, _SOME_DAY)
    starts = [0] + [each.low for each in found[1:]]
    return [text[low:high].strip() for low, high in zip(starts, [*starts[1:], len(text)], strict=True)] if found else []


def _statuses(text: str) -> list[str]:
    """A text cut where a capital letter opens a new status: "Completed In progress, late" are two."""
    starts: list[int] = []
    end = 0
    for match in re.finditer(r"(?:(?<=\s)|^)(?=[A-Z])", text):
        if match.start() >= end:
            length = _status_length(text[match.start() : match.start() + 80])
            if length:
                starts.append(match.start())
                end = match.start() + length
    if not starts or starts[0] != 0:
        return []
    return [text[low:high].strip() for low, high in zip(starts, [*starts[1:], len(text)], strict=True)]


def _status_length(rest: str) -> int:
    words = rest.split(" ")[:3]
    alone = (" ".join(words[:count]) for count in (3, 2, 1))
    return opening_status(rest) or next((len(each) for each in alone if opening_status(each) == len(each)), 0)
