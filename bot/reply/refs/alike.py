"""The telling words of a text, and whether two words are one: "brief" and "briefing", "phone" and "telephone"."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import takewhile

_WORD = re.compile(r"[^\W\d_]{3,}")
COMMON = frozenset(
    re.findall(
        r"\w+",
        """
    about all and any are been but can each end every everybody everyone first for from has have her his into last main
    new next not now one our out per set that the their them then there they this through two under until was were what
    when which who will with within year years month months week weeks day days time date action actions update plan
    council team rest other others remaining remainder done complete completed finished progress track started status
    drive folder
    """,
    )
)


def words_of(text: str) -> tuple[str, ...]:
    """The telling words of a text, in the singular."""
    folded = (re.sub(r"['’]s?$", "", word).casefold() for word in re.findall(r"[\w'’]+", text))
    telling = (word for word in folded if _WORD.fullmatch(word) and word not in COMMON)
    return tuple(dict.fromkeys(map(singular, telling)))


def singular(word: str) -> str:
    """A word as it is said of one thing."""
    return _PLURAL.sub("", word)


_PLURAL = re.compile(r"(?:(?:(?<=ss)|(?<=[cs]h)|(?<=x))es|(?<=[a-z]{2}[^su])s)$")


def is_among(word: str, others: Collection[str]) -> bool:
    return any(is_same(word, other) for other in others)


def is_same(word: str, other: str) -> bool:
    """Whether two words are one: "brief" and "briefing", "phone" and "telephone", "rehab" and "rehabilitation"."""
    short, long = sorted((word, other), key=len)
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(short, long, strict=False)))
    grown = stem == len(short) and len(long) - stem <= len("ing")
    alike = stem > 5 and 2 * stem > len(long) and stem + 1 >= len(short)
    behind = len(short) > 4 and long.endswith(short)
    clipped = stem == len(short) > 4 and len(long) > 2 * len(short)
    return short == long or (len(short) > 3 and grown) or alike or behind or clipped


def stem(word: str) -> str:
    """A word without what names the doer, the doing or the deed ("charg" of "charger"), where enough is left."""
    bare = re.sub(r"(?:ations?|ings?|[eo]rs?|ed)$", "", word)
    return bare if len(bare) > 4 else word
