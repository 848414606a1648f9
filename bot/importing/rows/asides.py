"""Rows that are no actions and no headings: updates printed beneath an action, keys, examples, notes."""

from __future__ import annotations

import re

from bot.importing.printed.key_lines import explains
from bot.importing.tables import Row
from bot.reading.months import MONTH_NAMES
from bot.reading.statuses import opening_status

_TELLS = r"(?:updates?|progress|comments?|commentary|position|status)"
_UPDATE_LINE = re.compile(
    rf"(?:(?:progress|latest|current|monthly|quarterly|officer)\s)?{_TELLS}"
    rf"(?:\b[^.:;]{{0,20}}\b(?:\d{{1,2}}[/.]\d|(?:19|20)\d\d|q[1-4]|{MONTH_NAMES})[^.:;]{{0,20}})?(?:\s?:|\s[–—-])\s*",
    re.IGNORECASE,
)
_ONLY_UPDATE = re.compile(rf"(?:\w+\s)?{_TELLS}\s?(?::|\s[–—-])", re.IGNORECASE)
_DATED_LINE = re.compile(
    rf"(?:\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|(?:\d{{1,2}}\s)?(?:{MONTH_NAMES})(?:\s\d{{2,4}})?)\s?(?::|[–—-]\s)",
    re.IGNORECASE,
)
_LABEL_WORDS = 3
_EXAMPLE = re.compile(r"\W*(?:e\.?g\.?|example)(?:\W|$)", re.IGNORECASE)
_COLOUR = re.compile(
    r"(?:[RAGBW]\s{0,3}[=:(/–-]?\s{0,3})?(?:red|amber|yellow|green|blue|gr[ea]y|white)\b\W*", re.IGNORECASE
)
_ASIDE = re.compile(
    r"(?:(?:date of )?next (?:meeting|review|update)|source|notes?|key|legend|signed|prepared by|continued|end of)\b"
    r"(?:\s?[:.*–—-]|\s?(?:on|over\w*|\d).{0,40}$|$)",
    re.IGNORECASE,
)

_SIGN_MEANS = re.compile(r"[^\w\s]{1,2}\s?=\s?\w")


def is_told_beneath(row: Row) -> bool:
    """Whether a row is a line about the action above it: "Update May: ..."."""
    first = row.own_cells[0][1].text
    if len(row.own_cells) == 2:
        return bool(_ONLY_UPDATE.fullmatch(first))
    return len(row.own_cells) == 1 and bool(_UPDATE_LINE.match(first) or _DATED_LINE.match(first))


def is_aside(row: Row) -> bool:
    """Whether a row is a line about the document: the next meeting, a note, a source."""
    first = row.own_cells[0][1].text
    if _EXAMPLE.match(first) and len(first.split()) <= _LABEL_WORDS:
        return True
    colour = _COLOUR.match(first)
    explained = bool(colour and opening_status(first[colour.end() :])) or explains(first) or _SIGN_MEANS.match(first)
    return len(row.own_cells) == 1 and bool(explained or _ASIDE.match(first))


def words_beneath(row: Row) -> str:
    """What such a line tells, without a label that says no more than "Update"."""
    text = row.words
    return _UPDATE_LINE.sub("", text) if _ONLY_UPDATE.match(text) else text
