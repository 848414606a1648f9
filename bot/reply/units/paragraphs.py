"""Newly written lines as paragraphs: wrapped lines joined, and which of them are rows of a list of answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.reply.lines import Line, Mark
from bot.reply.refs.actions import Mentioned
from bot.reply.refs.mentions import line_ref, mentions, opens_with_number
from bot.reply.refs.positions import opens_with_place
from bot.reply.refs.rows import Row, rows_by_number, rows_by_place
from bot.reply.refs.series import TOLD_FIRST
from bot.reply.refs.topics import labels
from bot.reply.units import groups

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
    named = any(each.ref or each.choices for text in texts for each in (mentions(text, known) if tells else ()))
    return placed if tells and not named else {}


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
