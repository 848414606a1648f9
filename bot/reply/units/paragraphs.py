"""Newly written lines as paragraphs: wrapped lines joined, and which of them are rows of a list of answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.reply.lines import Line, Mark
from bot.reply.refs.actions import Mentioned
from bot.reply.refs.mentions import line_ref, mentions, opens_with_number
from bot.reply.refs.positions import opens_with_place
from bot.reply.refs.rows import Row, rows_by_number, rows_by_place
from bot.reply.refs.series import TOLD, TOLD_FIRST
from bot.reply.refs.topics import labels, topic_of
from bot.reply.units import courtesy, groups

_BULLET = re.compile(r"^\s*(?:[-*•·]|\d{1,2}[.)])\s")
_SPEAKS = re.compile(r"[^\W_]|\?")


def paragraphs_of(lines: Sequence[Line], known: Sequence[Mentioned]) -> Iterator[tuple[str, str, Row | None]]:
    """Wrapped lines joined; a blank line, a bullet, or a line that begins with a reference starts a new paragraph."""
    rows = _rows(lines, known)
    words, last, ref, row = "", "", "", None
    for at, line in enumerate((*lines, Line(""))):
        text = line.text.strip() if line.mark is Mark.OWN else ""
        opens = not text or line.ref != ref or at in rows or _BULLET.match(line.text)
        if words and (opens or _names(text, known) or _ends(words) or _is_new(last, text)):
            if _SPEAKS.search(words):
                yield words, ref, row
            words = ""
        if text:
            row = row if words else rows.get(at)
            words, last, ref = f"{words} {text}".strip(), text, line.ref


def _rows(lines: Sequence[Line], known: Sequence[Mentioned]) -> Mapping[int, Row]:
    """The lines that are rows of a list of answers, by the numbers of the actions or by their places in our mail.

    A place means something only where nothing else names an action, and some of the lines tell how it stands.
    """
    texts = [line.text.strip() if line.mark is Mark.OWN and not line.ref else "" for line in lines]
    refs = [each.ref for each in known if each.may_be_meant and not each.shared]
    found = rows_by_number(texts, refs)
    if found or len(refs) < 2:
        return found
    placed = rows_by_place(texts, refs)
    tells = any(groups.tells(texts[at][row.start :]) for at, row in placed.items())
    found = placed if tells else _in_turn(texts, refs)
    named = any(each.ref or each.choices for text in texts for each in (mentions(text, known) if found else ()))
    topics = not tells and any(topic_of(text, known) for text in texts)
    return {} if named or topics else found


def _in_turn(texts: Sequence[str], refs: Sequence[str]) -> Mapping[int, Row]:
    """The lines that are all a mail tells, where they are as many as `refs` and each says how an action stands."""
    told = [at for at, text in enumerate(texts) if text and not courtesy.is_courtesy(text)]
    plain = all(_BEGINS.match(texts[at]) and (groups.tells(texts[at]) or TOLD.match(texts[at])) for at in told)
    in_turn = zip(told, refs, strict=False) if plain and len(told) == len(refs) else ()
    return {at: Row(ref, 0, guessed=True, placed=True) for at, ref in in_turn}


_BEGINS = re.compile(
    r"(?!(?:I|We|It|They|This|That|These|Please|Can|Could|Will|Should|Is|Has|Was|But|And|So|Also|All|Both|Neither|None)\b)"
    r"[A-Z\d]"
)
"""How a line begins that neither goes on from the one above it nor is about all."""


def _names(line: str, known: Sequence[Mentioned]) -> bool:
    if line_ref(line, known) or opens_with_number(line, known) or opens_with_place(line) or labels(line, known):
        return True
    return bool(TOLD_FIRST.match(line) and mentions(line, known))


def _ends(words: str) -> bool:
    """A short line that is whole in itself was not wrapped: "Hi Sam," "Done.\""""
    return len(words) < 60 and (words.endswith((".", "!", "?", ",", ":")) or len(words) < 30)


def _is_new(last: str, text: str) -> bool:
    """Whether a line is no wrapped rest of the short one before it: it speaks of the other actions."""
    return len(last) < 60 and groups.speaks_of_others(text)
