"""Bare numbers that open a line or a clause, of actions that the mail asked about and of the sender's others.

What stands behind such a number is told of that action alone, so a number that is none of theirs is a stranger there.
Numbers that list the sender's own points ("1. we met"), count ("9 of 12 done") or date ("9 March") name nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from bot.labels import fold_ref
from bot.reply.refs.actions import Mentioned
from bot.reply.refs.series import TOLD
from bot.reply.refs.shapes import ENDS, pattern

_STATE = rf"(?:on (?:track|hold|target)|in progress|at risk|under ?way|ongoing){ENDS}"
_NUMBER = r"(?:no\.? ?|number |#)?(?P<number>\d{1,4})"
_MARK = r"(?P<mark>\s*:(?=\s|$)|\s*[–—|-](?=\s)(?!\s*\d))"
_OPENER = re.compile(
    rf"^[\s*•|-]{{0,6}}{_NUMBER}"
    rf"(?={_MARK}|\s+(?:(?P<plain>is|isn['’]t|has|hasn['’]t)\b|(?P<state>{_STATE}))|[.)]?\s+(?:{TOLD.pattern}){ENDS})"
    rf"|(?:(?<=[,;] )|(?<= and )){_NUMBER.replace('number>', 'joined>')}(?=\s*:\s|\s[–—-]\s(?!\s*\d))",
    re.IGNORECASE | re.MULTILINE,
)
_CLOSED = re.compile(
    r"(?<![\d.,/£$€-])\b(?P<number>\d{1,4})(?= (?:can|may|should)(?: now)? (?:be (?:closed|marked|ticked)|come off)\b)"
    r"|\b(?:close|tick off|mark) (?:off )?(?:number |no\.? ?|#)?(?P<wished>\d{1,4})(?= please\b| as\b|\s*(?:$|[.,;!]))",
    re.IGNORECASE | re.MULTILINE,
)
"""A number that we are asked to close: nothing that is counted is."""
_OPENING = re.compile(r"[\s*•|-]{0,6}(?:no\.? ?|number |#)?(\d{1,3})\b", re.IGNORECASE)
_LONGEST_STRANGER = 3

Opener = tuple[int, int, tuple[str, ...], bool]
"""Where a number stands, the labels it may mean (none for a stranger), and whether it is no more than a guess."""


def family(known: Sequence[Mentioned]) -> bool:
    """Whether references that the mail asked about are bare numbers."""
    return any((each.shared or each.ref).isdecimal() for each in known if each.asked)


def openers(text: str, known: Sequence[Mentioned], *, opens: bool = True) -> Iterator[Opener]:
    """The numbers that open `text` or a clause of it, of actions that nobody asked about, or of none of theirs.

    They are guesses where the mail asked of an action with another reference, and none at all where it asked of several
    such: then they are places in it. With no mark behind it a number must open the answer. Of actions that the mail
    asked about only the one that stood alone in it is found here.
    """
    labels, ours = _numbers(known), family(known)
    alone = sum(each.asked for each in known) == 1
    asked = {int(each.shared or each.ref) for each in known if each.asked and (each.shared or each.ref).isdecimal()}
    for found in _OPENER.finditer(text) if labels and (ours or alone) else ():
        name = "number" if found["number"] else "joined"
        marked = bool(found["mark"] or found["joined"])
        sure = marked or bool(found["plain"])
        number, meant = int(found[name]), labels.get(int(found[name]), ())
        told = (marked or opens) and (ours or sure) and (number not in asked or (alone and marked))
        if meant and told:
            yield (found.start(), found.end(name), meant, not (ours and sure))
        elif not meant and ours and (sure or found["state"]) and len(found[name]) <= _LONGEST_STRANGER:
            yield (found.start(), found.end(name), (), False)
    for found in _CLOSED.finditer(text) if ours else ():
        number = int(found["number"] or found["wished"])
        if number in labels and number not in asked:
            yield (*found.span("number" if found["number"] else "wished"), labels[number], False)


def may_count(opened: Sequence[tuple[str, Sequence[str]]], known: Sequence[Mentioned]) -> bool:
    """Whether the numbers that open statements count from one on: points of their own, where not each was asked.

    `opened` are the words of each and the actions that they name. One number alone counts nothing.
    """
    asked = {int(each.ref) for each in known if each.asked and each.ref.isdecimal()}
    bare = all(len(refs) < 2 and "".join(refs or "0").isdecimal() for _, refs in opened)
    found = [int(number[1]) for words, _ in opened if (number := _OPENING.match(words))]
    return bare and len(found) > 1 and found == list(range(1, len(found) + 1)) and not asked.issuperset(found)


def _numbers(known: Sequence[Mentioned]) -> Mapping[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for each in known:
        printed = each.shared or each.ref
        if printed.isdecimal():
            found[int(printed)] = (*found.get(int(printed), ()), each.ref)
    return found


def tails(text: str, known: tuple[Mentioned, ...]) -> Iterator[tuple[int, int, str]]:
    """The references that open a clause without their letters ("1.2" of "IP1.2"), where one action alone has them."""
    for tail, ref in _tails(known):
        for found in pattern(tail).finditer(text):
            if _BEFORE_TAIL.search(text[: found.start()]):
                yield (found.start(), found.end(), ref)


@lru_cache(maxsize=64)
def _tails(known: tuple[Mentioned, ...]) -> tuple[tuple[str, str], ...]:
    """What is left of references without their letters, and the one action of each."""
    found: dict[tuple[str, ...], set[str]] = {}
    for action in known:
        tail = _TAIL.match(action.shared or action.ref)
        found.setdefault(fold_ref(tail[1] if tail else action.ref), set()).add(action.ref)
    tails = [
        (tail[1], each.ref) for each in known if each.asked and not each.shared and (tail := _TAIL.match(each.ref))
    ]
    return tuple((tail, ref) for tail, ref in tails if len(found[fold_ref(tail)]) == 1)


_TAIL = re.compile(r"^[A-Za-z]{1,5}[-./ ]?(\d{1,3}(?:[-./(]?(?:\d{1,3}|[ivx]{1,4}|[a-h])\)?){1,2})$")
"""A reference of letters and a number in parts; a number without parts counts something as often as not."""

_BEFORE_TAIL = re.compile(r"(?:^|[\n.,;:!•*–—-]\s*|\b(?:and|on|for|re|regarding|close)\s+)$", re.IGNORECASE)
"""Where a clause opens; elsewhere such a number is a section or a figure."""
