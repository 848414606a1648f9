"""The name or card of somebody who is not the sender: a PA answers for a director, a team shares one address.

Whoever says in the words above that another is to be asked may be naming them, and then nothing is taken for a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bot.reading.owners.forenames import FORENAMES
from bot.reply.text.contact_card import is_post, names_post, tells_of_writer

_WORDS_TOO = {"will", "may", "mark", "grace", "drew"}
_LISTED = "|".join(sorted(FORENAMES - _WORDS_TOO, key=len, reverse=True))
_FORENAME = rf"(?=[A-Z])(?i:{_LISTED})(?:-[A-Z][a-z]+)?"
_NAMED = re.compile(
    rf"^(?:{_FORENAME}(?: (?:(?:and|&) {_FORENAME}|[A-Z](?:\.|\b)))?"
    rf"|(?:{_FORENAME}|[A-Z]\.?)(?: [A-Z][\w'’-]+){{1,3}})(?: \([^()]{{1,40}}\))?[,.]?$"
)
_BESIDE = re.compile(rf"^{_FORENAME}(?: [A-Z][\w'’-]+){{1,2}}(?:\W*[|–—-]\W+|, )(?P<post>[A-Z].{{3,80}})$")
_SURNAMED = re.compile(r"^[A-Z][\w'’-]*\.?(?: [A-Z][\w'’-]+){1,3}(?: \([^()]{1,40}\))?$")
_STRAPLINE = re.compile(r"^[A-Z][\w'’& -]{2,40} (?:Council|Authority|Cyngor) [-–—|] .{3,60}$")
_NAMES_ANOTHER = re.compile(
    r"\b(?:not (?:mine|for me|me|my)|ask|try|speak|talk|contact|belongs?|over to|pass(?:ed)?|forward(?:ed)?|owners?"
    r"|owned|responsib\w+|who (?:should|is|does|has|to|now)|took over|taken over|leads?|copied|cc|redirect\w*"
    r"|reassign\w*|change[sd]? to|should be|successor|replac\w+|details)\b",
    re.IGNORECASE,
)
"""What may lead up to the name of somebody who is to be asked."""
_GREETS = re.compile(r"^\W*(?:hi|hello|hiya|hey|dear|good|morning|afternoon|all|team|re)\b.{0,40}$", re.IGNORECASE)
_RUNS_ON = re.compile(r"(?:[:,;–—-]|\b(?:is|by|to|with|and|from|for|of|the|was|are|or))\s*$", re.IGNORECASE)
_MOST_BELOW = 8


def name_start(lines: Sequence[str], speaks: Callable[[str], object]) -> int:
    """Where a mere name closes the typed `lines`; `len(lines)` for none. `speaks` tells of progress."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    last = filled[-1] if len(filled) > 1 else -1
    named = last > 0 and _NAMED.match(lines[last].strip()) and not speaks(lines[last])
    return last if named and _stands_apart(lines, last) else len(lines)


def card_start(lines: Sequence[str], speaks: Callable[[str], object], signed: Callable[[str], bool]) -> int:
    """Where a card runs to the end of the typed `lines`: a name, below it only posts, places and ways to reach them.

    `signed` tells a line that takes leave: below it any name will do.
    """
    filled = [at for at, line in enumerate(lines) if line.strip()]
    for nth in reversed(range(max(1, len(filled) - _MOST_BELOW - 1), len(filled))):
        head, *below = (lines[at].strip() for at in filled[nth:])
        is_signed = signed(lines[filled[nth - 1]])
        if any(map(speaks, (head, *below))) or not _heads_card(head, below, is_signed=is_signed):
            continue
        if is_signed or _stands_apart(lines, filled[nth]):
            return filled[nth]
    return len(lines)


def _heads_card(line: str, below: Sequence[str], *, is_signed: bool) -> bool:
    beside = _BESIDE.match(line)
    posts = [beside["post"]] if beside else []
    posts += [each for each in below if not tells_of_writer(each)]
    named = beside or _NAMED.match(line) or (is_signed and _SURNAMED.match(line))
    return bool(named and all(map(_is_of_card, posts)) and any(map(names_post, posts)))


def _is_of_card(line: str) -> bool:
    return is_post(line) or bool(_STRAPLINE.match(line))


def _stands_apart(lines: Sequence[str], at: int) -> bool:
    """Whether a line is set apart from words that are whole by themselves and name nobody to be asked."""
    above = [line.strip() for line in lines[:at] if line.strip()]
    apart = not lines[at - 1].strip() or re.search(r"[.!?)]\s*$|\b(?:thanks|thx|tnx|cheers|ta)\W*$", lines[at - 1])
    told = [line for line in above if not _GREETS.match(line)]
    return bool(told and apart) and not (_RUNS_ON.search(above[-1]) or _NAMES_ANOTHER.search(" ".join(above)))
