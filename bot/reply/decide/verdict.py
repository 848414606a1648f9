"""A lead's yes or no to a date or an owner, in the words of our mail or their own ("Agreed", "Fine by me"). Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.months import MONTH_NAMES, SEASON_NAMES
from bot.reply.beside.harmless import is_polite
from bot.reply.beside.pieces import split_pieces
from bot.reply.lines import Line, typed
from bot.reply.meaning.agreeing import CONSENTS
from bot.reply.meaning.assent import yes_of
from bot.reply.units.units import units_of, words_of
from bot.reply.words.times import WEEKDAY

_POLITE = r"(?:please|thanks|thank you|indeed|of course|ok|okay|fine|sorry)"
_YES = re.compile(rf"^(?:{yes_of('lead')})(?: {_POLITE})*$", re.IGNORECASE)
_KIND = re.compile(rf"^{_POLITE}(?: {_POLITE})*$", re.IGNORECASE)
_NO = re.compile(
    rf"^\W*(?:{_POLITE}\W+)*(?:(?P<bare>no|nope)|not agreed|not approved|i (?:do not|don['’]t) agree|declined)\b"
    rf"(?:\W+{_POLITE}\b)*(?:\W*$|\s?[,.;:–-]+\s?|\s(?=(?:because|since|as|due to|given|owing to)\b)"
    r"|(?-i:(?<=NOT AGREED) (?!(?:with|to|by|for|on|at|in|until|till|unless|if|but|yet|only|except|and|or)\b)))",
    re.IGNORECASE,
)
"""A no, which its reason may follow on the same line; behind its words in capitals that needs no mark."""
_ASIDE = re.compile(
    r"^(?:(?:and|but|as|so) )*(?:(?:can|could|would) you )?(?:please )?(?:(?:make sure|ensure|see to it)\b"
    r"|(?:tell|remind|let|keep) (?:me|us|him|her|them|the)\b"
    r"|(?:s?he|they)(?:['’](?:s|re|ll)| is| are| will| has| have)? (?:now )?(?:knows?|agrees?|agreed|asked|wants?"
    r"|expect(?:s|ing)"
    r"|happy|fine|aware|ready|keen|willing|do it|take it|look after it|told me)\b|(?:that|it) makes sense\b)",
    re.IGNORECASE,
)
"""What may stand beside a yes: how it comes about, or what its writer asks besides."""
_LEAVES_IT = re.compile(
    r"^(?:please )?(?:(?:leave|keep) (?:it|this|that|them)|(?:it|this|that)(?: should| can|['’]ll| will)?"
    r" (?:stays?|remains?)|s?he(?:['’]s| is)? (?:keep|stay|still)\w*)\b",
    re.IGNORECASE,
)
"""What says beside a no that an action stays with whoever has it."""
_MONTH = rf"(?:{MONTH_NAMES}|{SEASON_NAMES}|easter|christmas)"
_BENDS = re.compile(
    r"\?|\d|\b(?:if|unless|until|till|except|instead|rather|not|no|only|or|else|first|sooner|earlier|later|half|part"
    rf"|{_MONTH}|{WEEKDAY}|week|month|year)\b|n['’]t\b"
    r"|(?-i:\w (?!(?:He|She|They|It|I|We|The|This|That|Please|But|And)\b)[A-Z][\w'’-]+)",
    re.IGNORECASE,
)
"""A condition, a limit, a day, a denial or a name: with it nobody can be sure of a yes."""
_HALF_YES = re.compile(
    r"\?|\b(?:but|if|unless|except|instead|rather|yes|make it|happy (?:to|with)|only (?:to|for|by|until|till|as far)"
    r"|(?:would|could|can|might|may) (?:be )?(?:fine|ok|okay|good|better|best|possible|acceptable|enough|do|work|agree"
    r"|accept|live|offer|have|stretch|go)|(?:i|we) (?:agree|accept|suggest|propose)"
    r"|at the (?:very )?latest|(?:no|not) later than|at (?:the )?most)\b",
    re.IGNORECASE,
)
"""Words behind a no that may offer another day, or take it back."""
_OPENS_YES = re.compile(r"^(?:agreed?|approved|until|till)\b", re.IGNORECASE)
_A_DAY = re.compile(
    r"^(?:(?:by|before|for|to|say|try|then|maybe|perhaps|the latest(?: is)?|the) )*"
    rf"(?:(?:(?<!\d)\d{{1,4}}(?!\d)(?:st|nd|rd|th)?|{WEEKDAY}|{_MONTH}|the|of|end|mid|early|late|next|this|in"
    r"|week|month|year)[\s,./-]*)+(?:(?:latest|instead|then|please|is (?:fine|ok|possible|the latest))\s*)*$",
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
_OFFERS = (_OPENS_YES, _A_DAY, _WANTS_IT)


def verdict_in(lines: Sequence[Line]) -> bool | None:
    """Whether a body is a yes or a no; None where it is neither for sure, or offers something else.

    A no may have any reason. Beside a yes stands what bends nothing, on its own line also nothing of its own.
    """
    first, below = _first_and_below(lines)
    refused = _NO.match(first)
    if refused:
        return None if _offers(f"{first[refused.end() :]}\n{below}") else False
    opening, *beside = _said(first) or ("",)
    says_yes = _YES.match(opening) or CONSENTS.match(opening)
    bent = "?" in first or any(map(_BENDS.search, (*beside, *_said(below))))
    return True if says_yes and not bent and all(map(_stands_beside, beside)) else None


def is_plain_yes(lines: Sequence[Line]) -> bool:
    """Whether a body is a yes and nothing besides but courtesies."""
    said = _said("\n".join(_first_and_below(lines)))
    return bool(said) and all(map(_YES.match, said))


def leaves_it(lines: Sequence[Line]) -> bool:
    """Whether a no says no more on its line than why, or that all stays as it is: behind a bare "no" others may be
    named."""
    first, _ = _first_and_below(lines)
    refused = _NO.match(first)
    beside = split_pieces(first[refused.end() :]) if refused and refused["bare"] else ()
    stays = not beside or (_LEAVES_IT.match(beside[0]) and not any(map(_BENDS.search, beside)))
    return bool(refused and stays)


def _first_and_below(lines: Sequence[Line]) -> tuple[str, str]:
    own = typed(lines)
    return (own[0].text if own else "", words_of(units_of(own[1:], ())))


def _said(words: str) -> tuple[str, ...]:
    """The pieces of words that are a yes or no mere courtesy, or else all."""
    pieces = split_pieces(words)
    return tuple(each for each in pieces if _YES.match(each) or not (is_polite(each) or _KIND.match(each))) or pieces


def _stands_beside(piece: str) -> bool:
    return bool(_ASIDE.match(piece) or CONSENTS.match(piece) or _YES.match(piece))


def _offers(why: str) -> bool:
    """Whether a reason may be half a yes."""
    return bool(_HALF_YES.search(why)) or any(rule.match(each) for each in split_pieces(why) for rule in _OFFERS)
