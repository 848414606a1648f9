"""A date told twice, once exactly and once by the quarter or year it lies in: "30 June 2027 (Q1)"."""

from __future__ import annotations

import re

from bot.reading.dates.mentions import Mention
from bot.reading.dates.periods import Period

_END = r"(?:end\s(?:of\s)?(?:the\s)?)?"
_IN_BRACKETS = re.compile(rf"\s?[(\[]\s?(?:i\.?e\.?\s|=\s?)?{_END}")
_BESIDE = re.compile(rf"\s?(?:[-,;/=]|i\.?e\.?)?\s?{_END}", re.IGNORECASE)


_OF_SOMETHING = re.compile(rf"(?:\s[\w&'’-]+){{1,5}}\s[(\[]\s?{_END}")
"""What a period without a year only names, before the brackets that say when: "Q2 monitoring report (Nov 2027)"."""


def without_restated(mentions: tuple[Mention, ...], plain: str) -> tuple[Mention, ...]:
    """The mentions without those that say again, more coarsely, what their neighbour says."""
    kept: list[Mention] = []
    for mention in mentions:
        gap = plain[kept[-1].high : mention.low] if kept else ""
        if kept and _says_again(mention, kept[-1], gap):
            continue
        if kept and (_says_again(kept[-1], mention, gap) or _is_only_a_name(kept[-1], gap, plain[mention.high :])):
            kept[-1] = mention
        else:
            kept.append(mention)
    return tuple(kept)


def _says_again(coarse: Mention, fine: Mention, gap: str) -> bool:
    """Whether `coarse` holds `fine`: anywhere when it stands in brackets, else only when both end on one day."""
    in_brackets, beside = _IN_BRACKETS.fullmatch(gap), _BESIDE.fullmatch(gap)
    if fine.period is None or not (in_brackets or beside):
        return False
    return any(_holds(each, fine.period, anywhere=bool(in_brackets)) for each in _periods(coarse, fine.period))


def _is_only_a_name(mention: Mention, gap: str, behind: str) -> bool:
    return mention.in_year is not None and bool(_OF_SOMETHING.fullmatch(gap)) and behind.strip(" .") in (")", "]")


def _periods(mention: Mention, beside: Period) -> list[Period | None]:
    if mention.in_year is None:
        return [mention.period]
    return [mention.in_year(beside.end.year - 1), mention.in_year(beside.end.year)]


def _holds(coarse: Period | None, fine: Period, *, anywhere: bool) -> bool:
    if coarse is None or not coarse.start <= fine.start <= fine.end <= coarse.end or coarse == fine:
        return False
    return anywhere or coarse.end == fine.end
