"""The actions that a mail of ours names, and what it asks of each."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from bot.labels import fold_ref
from bot.reply.meaning.question import Question, asked_in
from bot.reply.refs.shapes import LEAD, LETTERED, ROMAN

_SHAPE = rf"{LETTERED}|\d{{1,3}}[.-]?\(?{ROMAN}\)?|\d{{1,3}}(?:\.\d{{1,3}}){{1,3}}[a-h]?|\d{{1,3}}\(?[a-h]\)?"
_APART = r"(?=[ \t]{2}|\t)"
_ANY_SHAPE = (
    r"(?:(?=\S*\d)[\w(][\w./()-]{0,15}|(?-i:[A-Z]{2,5}) \d[\w./()-]{0,8}"
    rf"|(?-i:[A-Z]{{1,3}})(?:[./-]?\(?{ROMAN}\)?)?|{ROMAN}\)?){_APART}"
)
"""A reference of whatever shape where our mail sets it apart from the words with a wide gap."""
_CARD = re.compile(
    rf"^[\s>*•·-]{{0,12}}(?:{LEAD})?(?P<ref>{_ANY_SHAPE}|(?:{_SHAPE})(?![\w%])|\d{{1,3}}(?=: |\. ))"
    r"(?P<plan> \([^()\n]{1,60}\))?(?P<gap>[ \t]*[:.–—|-]?[ \t]+)(?P<text>[^\W\d_].{2,})$",
    re.IGNORECASE,
)
_DATE_WORD = re.compile(r"^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|day|week|month|q\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An action as our mail named it.

    `shared` is the printed reference where `ref` had to be a label, as two actions have it. `asked` is False for an
    action that the mail did not speak of: it must be named outright, and nothing is about it by mere position.
    `due` is the last day of its first date. Of an action that `asks_who` we asked only who should be asked about it.
    `question` is what we asked of it, where a short answer depends on that. `settled` is one that the mail told of as
    recorded, beside a question about another: it must be named, too.
    """

    ref: str
    text: str = ""
    shared: str = ""
    asked: bool = True
    theme: str = ""
    due: date | None = None
    asks_who: bool = False
    question: Question | None = None
    settled: bool = False

    @property
    def may_be_meant(self) -> bool:
        """Whether words that name no action may be about this one."""
        return self.asked and not self.settled


def actions_in(parent_text: str) -> tuple[Mentioned, ...]:
    """The actions a mail of ours names: each stands at the start of a line as "REF  action text"."""
    found: dict[str, tuple[str, str]] = {}
    told: dict[str, list[str]] = {}
    label = ""
    for line in parent_text.split("\n")[:2_000]:
        card = _CARD.match(line[:1_000])
        if card and not _DATE_WORD.match(card["text"]):
            label = f"{card['ref']}{card['plan'] or ''}"
            found.setdefault(label, (card["text"].strip(), card["ref"]))
        told.setdefault(label, []).append(line.strip())
    times = Counter(fold_ref(printed) for _, printed in found.values())
    known = [
        Mentioned(label, text, printed) if times[fold_ref(printed)] > 1 else Mentioned(printed, text)
        for label, (text, printed) in found.items()
    ]
    asked = (asked_in(" ".join(told[label])) for label in found)
    return tuple(replace(action, question=question) for action, question in zip(known, asked, strict=True))
