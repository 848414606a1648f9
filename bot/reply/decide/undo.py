"""The word UNDO in answer to a receipt: of everything that the receipt recorded, or of the actions it names. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.labels import fold_ref
from bot.reply.lines import Line, typed
from bot.reply.refs.actions import Mentioned
from bot.reply.units.units import units_of, words_of

RULE = "undo"
_POLITE = r"(?:please|pls|thanks|thank you|sorry)"
_MORE = r"(?:\s?(?:[.;:!,]|[-–—])\s+(?P<more>\w.*))?"
"""What stands behind an UNDO on its own line, set apart from it."""
_ALL = re.compile(
    rf"^\W*(?:{_POLITE}\W+)*undo(?: (?:this|that|it|all|all of it|everything))?(?:\W+{_POLITE})*(?:{_MORE}|\W*)$",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"^\W*(?:(?:please )?undo\W{1,3}(?:action )?(?P<after>.{1,60}?)\W*"
    rf"|(?:action )?(?P<before>.{{1,60}}?)\W{{1,3}}undo(?:{_MORE}|\W*))$",
    re.IGNORECASE,
)
_BENDS_IT = re.compile(
    r"\?|\b(?:except|only|apart|but|unless|if|not|ignore|forget|scrap|wait|keep|leave|no|stop)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words below an UNDO after which nobody can be sure what is to be undone."""


@dataclass(frozen=True, slots=True)
class Undo:
    """A plain UNDO of the actions `refs`, or of all; `doubt` says why it must not simply be done, "" where it may."""

    refs: tuple[str, ...]
    comment: str
    doubt: str = ""


def find_undo(lines: Sequence[Line], known: Sequence[Mentioned]) -> Undo | None:
    """The UNDO that a body begins with; None where its first line says anything else. Words behind it on its own line
    leave it in doubt: they may say what was meant instead."""
    own = typed(lines)
    whole = _ALL.match(own[0].text) if own else None
    if whole:
        return _undo((), whole["more"], own[1:])
    refs: list[str] = []
    more = ""
    for line in own:
        found = _ONE.match(line.text)
        ref = _ref(found, known) if found else ""
        if not found or not ref:
            break
        refs.append(ref)
        more = found["more"] or more
    return _undo(tuple(dict.fromkeys(refs)), more, own[len(refs) :]) if refs else None


def _ref(found: re.Match[str], known: Sequence[Mentioned]) -> str:
    named = fold_ref(found["after"] or found["before"])
    return next((each.ref for each in known if each.asked and named and fold_ref(each.ref) == named), "")


def _undo(refs: tuple[str, ...], beside: str | None, below: Sequence[Line]) -> Undo:
    words = "\n".join(filter(None, (beside, words_of(units_of(below, ())))))
    bent = bool(beside) or _BENDS_IT.search(words)
    return Undo(refs, words, "it says UNDO and something else beside it: see what is meant" if bent else "")
