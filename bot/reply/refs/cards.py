"""Where a mail names its actions: the reference and the words of each, however its template sets them out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from bot.reply.refs.shapes import LEAD, ROMAN
from bot.reply.words.times import DAY, MONTH, SHORT_MONTH

_NO_REFERENCE = r"(?!(?:q[1-4]|h[12]|s151|fy\d+|v\d+)\b)"
_PART = rf"[./-](?:\d{{1,3}}|{ROMAN}|[a-h])(?!\w)"
_SHAPE = (
    rf"{_NO_REFERENCE}(?:[A-Z]{{1,4}}[-./]?\d{{1,5}}[a-h]?(?:{_PART}){{0,2}}|\d{{1,3}}[.-]?(?:{ROMAN}|\({ROMAN}\))"
    rf"|\d{{1,3}}(?:\.\d{{1,3}}){{1,3}}[a-h]?|\d{{1,3}}(?:[a-h]|\([a-h]\))|(?-i:[A-Z])[./-]{ROMAN}"
    r"|(?-i:[A-Z]{2,5}) \d{1,4}(?=\W*[]:)|–—-])|(?-i:[A-Z]{2,5}) \d{1,4}(?=(?: \([^()\n]{1,40}\))?\W*$))(?![\w%])"
)
_SET_APART = (
    r"(?:(?=\S*\d)[\w(][\w./()-]{0,15}|(?-i:[A-Z]{2,5}) \d[\w./()-]{0,8}"
    rf"|(?-i:[A-Z]{{1,3}})(?:[./-]?\(?{ROMAN}\)?)?|{ROMAN}\)?)"
)
_GAP = "[ \t\u00a0\u2002\u2003]"
_OPENS = r"^[\s>*•·#|\[(-]{0,12}"
_PLAN = r"(?P<plan> \([^()\n]{1,60}\))?"
_TEXT = r"(?P<text>[“\"'‘]?[^\W\d_].{2,})$"
_DATE_WORD = re.compile(r"^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|day|week|month|q\d)", re.IGNORECASE)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_WIDE = _compiled(rf"{_OPENS}(?:{LEAD})?(?P<ref>{_SET_APART}){_PLAN}(?:{_GAP}{{2,}}|[\t\u2002\u2003]){_GAP}*{_TEXT}")
_BEFORE = _compiled(
    rf"{_OPENS}(?:\d{{1,2}}[.)] (?={_SHAPE}))?(?:{LEAD}:?\s{{0,2}})?"
    rf"(?P<ref>{_SHAPE}|\d{{1,3}}(?=: |\. )|(?<=action )\d{{1,3}}(?= [-–—] )){_PLAN}"
    rf"[\])*]{{0,3}}[ \t]*[:.–—|-]?[ \t]+{_TEXT}"
)
_ALONE = _compiled(
    rf"{_OPENS}(?:(?:{LEAD}:?\s{{0,12}})(?P<ref>{_SHAPE}|\d{{1,3}})|(?P<bare>{_SHAPE})){_PLAN}[\])*:.|]{{0,3}}\s*$"
)
_WORDS = _compiled(r"^[\s>*•·|-]*(?:(?:action|task|title|description|what)\s?[:–—-]\s*)?(?P<text>[^\W\d_].*\s\S.*)$")
_BEHIND = _compiled(rf"^\W*(?P<text>[^\W\d_].{{8,}}?) [(\[](?:{LEAD})?(?P<ref>{_SHAPE})(?P<plan>)[)\]]")
_NO_MORE_TEXT = _compiled(
    rf"\s*(?:$|\(|it (?:is|was) |from the plan |shared with |(?:no due date|due (?:by |on |end )?(?:\d|{MONTH}\b)))"
)
_COLUMNS = _compiled(rf"(?<=[^\s.;:!?]){_GAP}{{2,}}\S.*")
"""What further columns tell of an action, each set apart by a wide gap; behind a full stop a gap is only typed so."""
_FACTS = _compiled(
    r"(?:(?:^|[|,;([–—-]|\s)\s{0,3}(?:due(?: date)?|deadline|target date|owners?|(?:current )?status|rag)\s?:"
    rf"|[|,;([–—-]\s{{0,3}}(?:was |is |originally )?due (?=by\b|on\b|end\b|\d|{MONTH}\b)"
    rf"|(?:\s[|–—-]|[|\t])\s{{0,3}}(?:end (?:of )?)?(?:{DAY}|{SHORT_MONTH} \d{{2,4}}|\d{{4}}-\d\d-\d\d)[\s|]*$).*"
)
"""What a template tells of an action behind its words: when it is due, whose it is and how it stands."""


@dataclass(frozen=True, slots=True)
class Card:
    """An action as a mail names it from a `line` on; `plan` is what stands in brackets to tell two of one `ref`."""

    line: int
    ref: str
    plan: str
    text: str


def cards_in(lines: Sequence[str]) -> tuple[Card, ...]:
    """The actions that a mail names. Our own templates set the reference apart by a wide gap, and then nothing else is
    one; of the ways in which a council's own template may name them, the one that names most is meant.
    """
    found = [tuple(layout(lines)) for layout in _LAYOUTS]
    cards = tuple(_wide(lines)) or max(found, key=lambda cards: len({card.ref for card in cards}))
    return tuple(replace(card, text=_FACTS.sub("", card.text).strip(" \t|*")) for card in cards)


def _wide(lines: Sequence[str]) -> Iterator[Card]:
    for at, line in enumerate(lines):
        found = _WIDE.match(line)
        if found and not _DATE_WORD.match(found["text"]):
            behind = takewhile(
                lambda line: not any(each.match(line) for each in (_NO_MORE_TEXT, _WIDE, _FACTS)),
                lines[at + 1 : at + 5],
            )
            text = " ".join(_COLUMNS.sub("", each.strip(" \t>")) for each in (found["text"], *behind))
            yield Card(at, found["ref"], found["plan"] or "", text)


def _by_line(pattern: re.Pattern[str]) -> Callable[[Sequence[str]], Iterator[Card]]:
    def cards(lines: Sequence[str]) -> Iterator[Card]:
        for at, line in enumerate(lines):
            found = pattern.match(line)
            if found and not _DATE_WORD.match(found["text"]):
                yield Card(at, found["ref"], found["plan"] or "", found["text"])

    return cards


def _alone(lines: Sequence[str]) -> Iterator[Card]:
    """A reference on a line of its own, and the words on the next that is not empty."""
    for at, line in enumerate(lines):
        found = _ALONE.match(line)
        words = _WORDS.match(next(filter(str.strip, lines[at + 1 : at + 4]), "")) if found else None
        if found and words:
            yield Card(at, found["ref"] or found["bare"], found["plan"] or "", words["text"])


_LAYOUTS = (_by_line(_BEFORE), _alone, _by_line(_BEHIND))
