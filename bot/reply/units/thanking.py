"""Thanks with a kind wish behind them, or where a mail program leaves them: no answer, and no mail to hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reply.beside.harmless import without_friendly_signs
from bot.reply.lines import Line, Mark
from bot.reply.units.courtesy import is_thanks

_TIME = (
    r"(?:day|weekend|week|evening|afternoon|morning|one|time|christmas|xmas|new year|easter|summer|break|rest|holidays?"
    r"|leave|festive season|bank holiday)"
)
_KIND = r"(?:good|great|lovely|very nice|nice|happy|merry|restful|peaceful|wonderful|relaxing)"
_KIND_WORDS = re.compile(
    r"^(?:and )?(?:(?:(?:i |we )?(?:have|hope you (?:have|had)|enjoy|wish(?:ing)? you(?: all)?) (?:(?:a|an|the|your) )?"
    rf"(?:rest of (?:the|your) )?(?:{_KIND} )?|(?:a )?(?:very )?{_KIND} ){_TIME}"
    rf"(?: (?:and|to|you|all|everyone|too|when it comes|a|very|{_KIND}|{_TIME}))*"
    r"|(?:that['’]s|that is) (?:very |really |so |all )?(?:great|good|lovely|brilliant|perfect|helpful|super|kind|clear"
    r"|kind of you|good (?:to know|news)|appreciated|noted)|(?:much|very much) appreciated|good to know"
    r"|(?:(?:the )?same )?to you(?: too| as well| all)*)$",
    re.IGNORECASE,
)
"""A wish, or a word of content, that tells of no work."""


_PARTS = re.compile(
    rf"[\n,.;!()–—]|\s-\s|\s(?:and|&)\s(?=(?:have|hope|enjoy|wish|(?:a )?(?:very )?{_KIND})\b)", re.IGNORECASE
)


def says_only_thanks(words: str) -> bool:
    """Whether words are thanks, and besides them kind words at most."""
    parts = _PARTS.split(without_friendly_signs(words))
    pieces = [each.strip() for each in parts if each.strip()]
    return any(map(is_thanks, pieces)) and all(is_thanks(each) or _KIND_WORDS.match(each) for each in pieces)


def left_thanks(lines: Sequence[Line]) -> bool:
    """Whether all that stands above the quoted mail, but for what a program adds, is thanks."""
    first = next((line for line in lines if line.text.strip()), None)
    return first is not None and first.mark in _OF_SENDER and says_only_thanks(first.text)


_OF_SENDER = (Mark.OWN, Mark.SIGNATURE, Mark.NOTICE)
