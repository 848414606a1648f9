"""Which action words speak of: references as people write them ("8.iii", "8iii", "8(iii)", "action 3", "A12")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_ROMAN = r"(?:x{0,2}(?:ix|iv|v?i{1,3}|v|x))"
_SHAPE = (
    rf"[A-Za-z]{{1,4}}[-.]?\d{{1,5}}(?:[.-]\d{{1,3}}){{0,2}}[a-h]?"
    rf"|\d{{1,3}}[.-]?\(?{_ROMAN}\)?|\d{{1,3}}(?:\.\d{{1,3}}){{1,3}}[a-h]?|\d{{1,3}}\(?[a-h]\)?"
)
_LEAD = r"(?:action|item|ref(?:erence)?|recommendation|point|task)\b\.?\s{0,2}(?:no\.?|number|#)?\s{0,2}"
_CARD = re.compile(
    rf"^[\s>*•·-]{{0,12}}(?:{_LEAD})?(?P<ref>(?:{_SHAPE})(?![\w%])|\d{{1,3}}(?=[ \t]{{2,}}|\t|: |\. ))"
    r"(?P<gap>[ \t]*[:.–—|-]?[ \t]+)(?P<text>[^\W\d_].{2,})$",
    re.IGNORECASE,
)
# Something that looks like a reference, though it may be none of ours.
_FOREIGN = re.compile(
    rf"(?<![\w.£$€-])(?:(?-i:[A-Z]{{1,3}}-\d{{1,5}})|\d{{1,2}}\.?\(?{_ROMAN}\)?|{_LEAD}[\w.()-]{{0,4}}\d[\w.()-]{{0,4}})(?![\w%]|\.\d)",
    re.IGNORECASE,
)
_DATE_WORD = re.compile(r"^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|day|week|month|q\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An action as our mail named it."""

    ref: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference found at `start` to `end` of a text; `ref` is "" when it is none of the actions we asked about."""

    start: int
    end: int
    ref: str


def actions_in(parent_text: str) -> tuple[Mentioned, ...]:
    """The actions a mail of ours names: each stands at the start of a line as "REF  action text"."""
    found: dict[str, str] = {}
    for line in parent_text.split("\n")[:2_000]:
        card = _CARD.match(line[:1_000])
        if card and not _DATE_WORD.match(card["text"]):
            found.setdefault(card["ref"], card["text"].strip())
    return tuple(Mentioned(ref, text) for ref, text in found.items())


def mentions(text: str, known: Sequence[Mentioned]) -> tuple[Mention, ...]:
    """Every reference in `text`, in order; of overlapping ones the longest known one."""
    spans = [
        Mention(found.start(), found.end(), action.ref)
        for action in known
        if re.search(r"\w", action.ref)
        for found in _pattern(action.ref).finditer(text)
    ]
    spans += [Mention(found.start(), found.end(), "") for found in _FOREIGN.finditer(text)]
    spans.sort(key=lambda each: (not each.ref, each.start - each.end, each.start))
    chosen: list[Mention] = []
    for span in spans:
        if all(span.end <= other.start or span.start >= other.end for other in chosen):
            chosen.append(span)
    return tuple(sorted(chosen, key=lambda each: each.start))


def line_ref(line: str, known: Sequence[Mentioned]) -> str:
    """The action a line begins with, "" when it begins with none."""
    for action in known:
        found = _pattern(action.ref).search(line[:80]) if action.ref.strip() else None
        if found and not re.search(r"\w", line[: found.start()]):
            return action.ref
    return ""


@lru_cache(maxsize=4_096)
def _pattern(ref: str) -> re.Pattern[str]:
    """How people write `ref`: other punctuation, brackets or none, leading zeros dropped, "action" before it."""
    tokens = re.findall(r"\d+|[^\W\d_]+", ref)
    body = re.escape(ref)
    if tokens:
        body = tokens[0] if not tokens[0].isdigit() else _number(tokens[0])
        for before, token in pairwise(tokens):
            body += _between(before, token) + (_number(token) if token.isdigit() else re.escape(token)) + r"\)?"
    lead = rf"(?:{_LEAD})" if len(tokens) == 1 and tokens[0].isdigit() else rf"(?:{_LEAD})?"
    alone = rf"|^[\s*•-]{{0,6}}{body}(?=\s*[:)–—-]|\.\s)" if lead.endswith(")") else ""
    return re.compile(rf"(?<![\w£$€.-])\(?(?:{lead}{body}{alone})(?![\w%]|[.,]\d)", re.IGNORECASE | re.MULTILINE)


def _number(token: str) -> str:
    return f"0*{int(token)}" if int(token) else "0+"


def _between(before: str, token: str) -> str:
    """What may stand between two parts of a reference; a space only before a numeral that is no word of its own."""
    if before.isdigit() and token.isalpha():
        spaced = rf"| (?=(?-i:{_ROMAN})\b)" if len(token) > 1 else ""
        return rf"(?:[.\-/]?\(?{spaced})"
    return r"[.\-/]" if before.isdigit() else r"[.\- /]?" if len(before) > 1 else r"[.\-/]?"
