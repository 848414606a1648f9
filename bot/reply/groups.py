"""Words about several actions at once without naming them: "the other two are in progress", "all on track"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.reply.beside import SAYS_STATUS
from bot.reply.harmless import EDGES, is_polite

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_COUNT = rf"(?P<count>{'|'.join(_NUMBERS)}|[2-9])"
_THINGS = r"(?:ones|actions|items|recommendations|of (?:them|these|those|mine|my actions))"
_OTHERS = re.compile(
    rf"^\W*(?:(?:and|but|all|both|of|the|my) )*(?:(?:other|remaining) {_COUNT}|others|(?:everything|all) else"
    rf"|(?:other|remaining) (?={_THINGS})"
    rf"|rest|remainder)(?: {_THINGS})?(?! of)(?:['’]re)?\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    rf"^\W*(?:all|everything|both|they(?:['’]re| are)?(?: (?:all|both))|these(?: are)?(?: all| both)"
    rf")(?: (?:the |my )?(?:{_COUNT}|{_THINGS}|is|are))*\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:is|are|both|all|now|still|currently|also|well|remain|going|fine|and|progressing|then|the"
    r"|(?:many )?thanks|thank you|cheers|ta)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    rf"(?:[,;]\s+|\s+[-–—]\s+|\s+(?=(?:and|but)\s))(?:(?:and|but)\s+)?(?=(?:all |both )?(?:the |my )?"
    rf"(?:(?:other|remaining) (?:{'|'.join(_NUMBERS)}|[2-9]|{_THINGS})|others|rest|remainder|(?:everything"
    rf"|all) else)\b)",
    re.IGNORECASE,
)


def split_off(sentence: str) -> tuple[str, ...]:
    """ "2.1 is done, the rest are on track": a sentence and the words about the others behind it."""
    joint = _JOINT.search(sentence)
    if not joint or not _OTHERS.match(sentence[joint.end() :]):
        return (sentence,)
    return (sentence[: joint.start()], sentence[joint.end() :])


def says_of_all(words: str) -> str:
    """What is plainly said of all, or all others, that goes on ("on track"); "" for anything more, and for "done"."""
    opening = _OTHERS.match(words) or _EVERY.match(words)
    said = words[opening.end() :].strip(EDGES) if opening else ""
    rest = _BESIDE.sub(" ", SAYS_STATUS.sub(" ", said))
    return said if SAYS_STATUS.search(said) and is_polite(rest.strip(f"{EDGES}!")) else ""


def meant(words: str, asked: Sequence[str], named: Collection[str]) -> tuple[str, ...]:
    """The actions that such words are about: the asked ones that are not `named`, or all where none is."""
    others = _OTHERS.match(words)
    opening = others or _EVERY.match(words)
    if opening is None or bool(others) != bool(named):
        return ()
    group = tuple(ref for ref in asked if ref not in named)
    count = opening["count"] or ("two" if re.search(r"\bboth\b", opening[0], re.IGNORECASE) else "")
    right = not count or len(group) == (_NUMBERS.get(count.lower()) or int(count))
    return group if right else ()
