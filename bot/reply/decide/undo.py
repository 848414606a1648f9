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
_ALL = re.compile(
    rf"^\W*(?:{_POLITE}\W+)*undo(?: (?:this|that|it|all|all of it|everything))?(?:\W+{_POLITE})*\W*$", re.IGNORECASE
)
_ONE = re.compile(
    r"^\W*(?:(?:please )?undo\W{1,3}(?:action )?(?P<after>.{1,60}?)|(?:action )?(?P<before>.{1,60}?)\W{1,3}undo)\W*$",
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
    """The UNDO that a body begins with; None where its first line says anything else, or more."""
    own = typed(lines)
    if own and _ALL.match(own[0].text[:100]):
        return _undo((), own[1:])
    refs: list[str] = []
    for line in own:
        ref = _ref(line.text[:200], known)
        if not ref:
            break
        refs.append(ref)
    return _undo(tuple(dict.fromkeys(refs)), own[len(refs) :]) if refs else None


def _ref(line: str, known: Sequence[Mentioned]) -> str:
    found = _ONE.match(line)
    named = fold_ref(found["after"] or found["before"]) if found else ""
    return next((each.ref for each in known if each.asked and named and fold_ref(each.ref) == named), "")


def _undo(refs: tuple[str, ...], below: Sequence[Line]) -> Undo:
    words = words_of(units_of(below, ()))
    doubt = "it says UNDO and something else beside it: see what is meant" if _BENDS_IT.search(words) else ""
    return Undo(refs, words, doubt)
