"""A plan lead's yes or no to a new date that an owner asks for. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.months import MONTH_NAMES, SEASON_NAMES
from bot.reply.beside.pieces import split_pieces
from bot.reply.lines import Line, typed
from bot.reply.meaning.assent import yes_of
from bot.reply.units.units import units_of, words_of
from bot.reply.words.times import WEEKDAY

_POLITE = r"(?:please|thanks|thank you|ok|okay|fine|sorry)"
_YES = re.compile(rf"^\W*(?:(?:{yes_of('plain')}|{_POLITE})\b\W*)+$", re.IGNORECASE)
_SAYS_YES = re.compile(rf"\b(?:{yes_of('plain')})\b", re.IGNORECASE)
_NO = re.compile(rf"^\W*(?:(?:no|not agreed|not approved|i do not agree|declined|{_POLITE})\b\W*)+$", re.IGNORECASE)
_SAYS_NO = re.compile(r"\b(?:no|not|declined)\b", re.IGNORECASE)
_NO_AND_WHY = re.compile(
    rf"^\W*(?:(?:no|{_POLITE})\W+)*(?:(?:not agreed|not approved|i (?:do not|don['’]t) agree|declined)"
    r"(?:\s?[,.;:–-]+\s?|\s(?=(?:because|since|as|due to|given|owing to)\b))"
    r"|(?-i:NOT AGREED) (?!(?:with|to|by|for|on|at|in|until|till|unless|if|but|yet|only|except|and|or)\b))"
    r"(?P<why>\S.*)$",
    re.IGNORECASE,
)
"""A plain no with its reason on the same line, as our mail asks for it; behind its words in capitals needs no mark."""
_BENDS_IT = re.compile(r"\?|\b(?:but|only|if|unless|until|except|instead|rather|not|no)\b|n['’]t\b|\d", re.IGNORECASE)
"""Words below a yes after which nobody can be sure that it is one."""

_HALF_YES = re.compile(
    r"\?|\b(?:but|if|unless|except|instead|rather|yes|make it|happy (?:to|with)|only (?:to|for|by|until|till|as far)"
    r"|(?:would|could|can|might|may) (?:be )?(?:fine|ok|okay|good|better|best|possible|acceptable|enough|do|work|agree"
    r"|accept|live|offer|have|stretch|go)|(?:i|we) (?:agree|accept|suggest|propose))\b",
    re.IGNORECASE,
)
"""Words behind a no that may offer another day, or take it back."""
_OPENS_YES = re.compile(r"^(?:agreed?|approved|until|till)\b", re.IGNORECASE)
_MONTH = rf"(?:{MONTH_NAMES}|{SEASON_NAMES}|easter|christmas)"
_A_DAY = re.compile(
    r"^(?:(?:by|before|for|to|say|try|then|maybe|perhaps|no later than|not later than|at the latest|the latest(?: is)?"
    rf"|the) )*(?:(?:(?<!\d)\d{{1,4}}(?!\d)(?:st|nd|rd|th)?|{WEEKDAY}|{_MONTH}|the|of|end|mid|early|late|next|this|in"
    r"|week|month|year)[\s,./-]*)+"
    r"(?:(?:at the latest|latest|at most|instead|then|please|is (?:fine|ok|possible|the latest))\s*)*$",
    re.IGNORECASE,
)
"""A day and nothing else told of it: the one that the lead offers instead."""
_WANTS_IT = re.compile(
    r"^(?:(?:please|so|then|just|kindly)\s)*(?:(?!(?:because|since|as|given|when|while|if|whether|and|but|after|before"
    r"|on|in|at|by|for|with|under|of|to|from|about|until|till|all|is|was|does|did|has|than)\b)[a-z]+ (?:it|this|that)"
    rf"|aim (?:for|at))\b.*\b(?:\d{{1,2}}(?:st|nd|rd|th)?|{WEEKDAY}|{_MONTH})\b",
    re.IGNORECASE,
)
"""What the owner is told to do with it, and when: "please bring it on 3 May"."""


def agreement_in(lines: Sequence[Line]) -> bool | None:
    """Whether a body begins with a plain yes or a plain no, with nothing that bends it; None where it is neither.

    A no may have any reason behind it, as long as none of it offers another day.
    """
    own = typed(lines)
    first = own[0].text if own else ""
    below = words_of(units_of(own[1:], ()))
    if len(first) <= _LONGEST_YES and _YES.match(first) and _SAYS_YES.search(first):
        return None if _BENDS_IT.search(below) else True
    reason = _NO_AND_WHY.match(first)
    plain = len(first) <= _LONGEST_YES and _NO.match(first) and _SAYS_NO.search(first)
    return False if plain or (reason and not _offers(f"{reason['why']}\n{below}")) else None


_LONGEST_YES = 100
_OFFERS = (_OPENS_YES, _A_DAY, _WANTS_IT)


def _offers(why: str) -> bool:
    """Whether a reason may be half a yes."""
    pieces = split_pieces(why)
    return bool(_HALF_YES.search(why)) or any(rule.match(each) for each in pieces for rule in _OFFERS)
