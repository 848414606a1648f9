"""A date told twice, in two languages, or once by the quarter or year it lies in: "30 June 2027 (Q1)"."""

from __future__ import annotations

import re

from bot.reading.dates.mentions import Mention
from bot.reading.dates.periods import Period
from bot.reading.months import MONTH_NAMES, month_number

_END = r"(?:end\s(?:of\s)?(?:the\s)?)?"
_IN_BRACKETS = re.compile(rf"\s?[(\[]\s?(?:i\.?e\.?\s|=\s?)?{_END}")
_BESIDE = re.compile(rf"\s?(?:[-,;/=]|i\.?e\.?)?\s?{_END}", re.IGNORECASE)
_YEAR_END = "end of a year"
"""The rule for one without its year."""

_IN_BOTH = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})\s)?(?P<month>{MONTH_NAMES})(?:\s(?P<year>\d{{4}}))?\s?[/|]\s?"
    rf"(?=(?:(?P<and_day>\d{{1,2}})\s)?(?P<again>{MONTH_NAMES})\s(?P<and_year>\d{{4}})\b)",
    re.IGNORECASE,
)
"""A month, with its day or without, and behind a slash another with its year."""
_OF_SOMETHING = re.compile(rf"(?:\s[\w&'’-]+){{1,5}}\s[(\[]\s?{_END}")
"""What a period without a year only names, before the brackets that say when: "Q2 monitoring report (Nov 2027)"."""


def said_once(plain: str) -> str:
    """The text without a day or a month that is said again in the other language: "30 Medi / 30 September 2027"."""
    return _IN_BOTH.sub(lambda found: "" if _are_one(found) else found[0], plain)


def _are_one(found: re.Match[str]) -> bool:
    same_month = month_number(found["month"]) == month_number(found["again"])
    return same_month and found["day"] == found["and_day"] and found["year"] in (None, found["and_year"])


def without_restated(mentions: tuple[Mention, ...], plain: str) -> tuple[Mention, ...]:
    """The mentions without those that say again, more coarsely, what their neighbour says."""
    kept: list[Mention] = []
    for mention in mentions:
        gap = plain[kept[-1].high : mention.low] if kept else ""
        if kept and (_says_again(mention, kept[-1], gap) or _is_year_end_of(mention, kept[-1], gap)):
            continue
        if kept and (
            _says_again(kept[-1], mention, gap)
            or _is_year_end_of(kept[-1], mention, gap)
            or _is_only_a_name(kept[-1], gap, plain[mention.high :])
        ):
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


def _is_year_end_of(mention: Mention, dated: Mention, gap: str) -> bool:
    """Whether the end of a year is no more than where the date beside it ends: "March 2027 (year end)"."""
    if mention.rule != _YEAR_END or not (mention.in_year and dated.period):
        return False
    end = mention.in_year(dated.period.end.year)
    beside = _IN_BRACKETS.fullmatch(gap) or _BESIDE.fullmatch(gap)
    return beside is not None and end is not None and end.end == dated.period.end


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
