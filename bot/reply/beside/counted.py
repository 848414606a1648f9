"""Counts beside the number that an action names: "27 fitted" where it is to fit 31 is "27 of 31 fitted"."""

from __future__ import annotations

import re

from bot.reading.numbers import NUMBER_WORDS, number_value
from bot.reply.beside.deeds import DID

_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|(?!one\b)(?:{NUMBER_WORDS}))"
_NAMED = re.compile(
    rf"(?<![\d.,/:-])\b(?P<number>{_NUMBER})\b(?![.,/:%-]\d|%|(?:st|nd|rd|th)\b)(?P<behind>(?: [\w'’-]+){{1,4}})",
    re.IGNORECASE,
)
_TIME = re.compile(r"\b(?:19|20)\d\d\b|\b(?:days?|weeks?|months?|years?|hours?|phases?|stages?)\b", re.IGNORECASE)
_TOLD = re.compile(
    r"(?<![\d.,/])(?<!last )(?<!first )(?<!\d of )(?<!other )(?<!only )(?<!final )(?<!remaining )(?<!of )(?<!of the )\b"
    rf"(?P<all>all (?:of )?(?:the )?)?(?P<number>{_NUMBER})"
    rf"(?= (?:(?:are|is|were|was|have|has|been|now|already) )*(?:(?P<deed>{DID}|in (?:total|all|the end)|altogether)\b"
    r"|(?P<thing>[\w'’-]+))|(?(all)\s*(?:$|[.,;!)])|(?!)))",
    re.IGNORECASE,
)


def with_shares(words: str, action: str) -> str:
    """`words` with a count of the things of which `action` names the number as a share of it, or as "all".

    "All 29" of 31 are not all: "some 29".
    """
    named = [found for found in _NAMED.finditer(action) if not _TIME.search(found[0])]
    if len(named) != 1:
        return words
    whole = number_value(named[0]["number"])
    things = {_singular(each) for each in named[0]["behind"].split()}

    def as_share(found: re.Match[str]) -> str:
        some = number_value(found["number"])
        told = found["deed"] or not found["thing"] or _singular(found["thing"]) in things
        if not told or (found["all"] and some == whole):
            return found[0]
        if found["all"]:
            return f"some {some}"
        return f"{some} of {whole}" if some < whole else f"all {some}" if some == whole else found[0]

    return _TOLD.sub(as_share, words) if whole > 1 else words


def _singular(word: str) -> str:
    return word.lower().removesuffix("s")
