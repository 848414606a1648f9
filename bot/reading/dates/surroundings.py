"""What stands around the digits and words of a date: whether they are one at all, or count a phase or name a person."""

from __future__ import annotations

import re
from re import Match

from bot.reading.dates.words import WEEK_FROM, WEEK_TO, WEEKDAY
from bot.reading.months import MONTH_NAMES


def numbers_something(match: Match[str]) -> bool:
    """Whether the digits in front belong elsewhere: "Phase 1 April 2017" and "Nov 16/Oct 17" name months, not days.

    So do those of a list: "1. May 2027", "1 - May 2027".
    """
    before, gap = (
        match.string[max(0, match.start() - 16) : match.start()],
        match.string[match.end("d") : match.start("m")],
    )
    dashed = gap == " - " and (_WORD_BEFORE.search(before) or _opens_list(match))
    return not match["o"] and bool(dashed or _LIST_DOT.match(gap) or COUNTED.search(before))


def _opens_list(match: Match[str]) -> bool:
    """Whether the text begins with the digits, and no second dash makes them a day: "1 - May - 2027"."""
    return not match.string[: match.start()].strip() and not match.string.startswith(" - ", match.end("m"))


def leads_to_number(match: Match[str]) -> bool:
    """Whether the digits number a paper or a part of one, however much they look like a date: "Clause 12.10.27"."""
    return bool(NUMBERED.search(match.string[max(0, match.start() - 30) : match.start()]))


def follows_week_or_weekday(match: Match[str]) -> bool:
    """Whether what stands in front goes before a day, never before a share or a number: "w/c 7/10", "Mon 3/6"."""
    before = match.string[max(0, match.start() - 40) : match.start()]
    return any(each.search(before) for each in (WEEK_FROM, WEEK_TO, WEEKDAY))


def stands_alone(match: Match[str]) -> bool:
    rest = match.string[: match.start()] + " " + match.string[match.end() :]
    return len(rest) < 200 and all(word.lower() in _COMPANY for word in _WORDS.findall(rest))


def is_surely_month(match: Match[str]) -> bool:
    """Whether "may", "march" or "mar" is the month: behind a preposition, or with no sentence going on behind it."""
    before, behind = match.string[max(0, match.start() - 20) : match.start()], match.string[match.end() :]
    if PREPOSITION.search(before) or _LISTED_BEFORE.search(before):
        return True
    return match[0][0].isupper() and bool(re.match(r"\s*(?:$|[.,;:?()/&\0-]|(?:and|or|to)\b)", behind))


_WORD_BEFORE = re.compile(r"(?<!\bby)(?<!\bon)(?<!\bdue)[^\W\d_] $", re.IGNORECASE)
"""A word, whose number stands behind it and in front of a dash: "Gateway 3 - May 2027"."""
_LIST_DOT = re.compile(r"\.\s")
"""A dot with a space behind a number numbers an item; a day with a dot is not printed so in Britain."""
YEAR_OF_PLAN = re.compile(r"\b(?:y|yr|year) ?\d{1,2}[ ,-]{1,3}$", re.IGNORECASE)
"""A year that is counted from the start of a plan, so that the quarter behind it is one of no calendar."""
COUNTED = re.compile(
    r"\b(?:phase|stage|part|section|item|action|step|option|appendix|quarter|qtr|no\.?|number"
    r"|year|week"
    r"|(?<![a-z] )day|tier|level|priority|objective|recommendation|panel|gate|version|wave|tranche|minute"
    r"|min|ref|para|paragraph|page|resolution|" + MONTH_NAMES + r")[ -]?$",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"\b(?:clause|para|paragraph|section|rule|reg(?:ulation)?|article|sched(?:ule)?|annex|appendix|standing\sorder|so"
    r"|minute|min|ref(?:erence)?|report|resolution|decision|no|number|version|v|item|policy)"
    r"\.?(?:\s(?:no|number|ref)\b\.?)?\s?[:#]?\s?$",
    re.IGNORECASE,
)
AGED = re.compile(
    r"\s?-?(?:years?|yrs?)[\s-](?:olds?|groups?)\b|\s(?:members|sites|properties|units|hours)\b", re.IGNORECASE
)
STREET = re.compile(
    r"\s(?:Road|Street|Avenue|Gardens|Lane|Drive|Crescent|Terrace|Way|Close|Grove|Rd|Ave)(?=$|[\s.,;:)])(?!\sof\b)"
)
PREPOSITION = re.compile(
    r"\b(?<!\w-)(?:by|in|of|end|diwedd|mid|early|late|until|till|during|before|from|to|for|each|every|since|after|beyond|pre|post|within|on|next|this|is"
    r"|now)"
    r"[\s-]+(?:the\s)?$",
    re.IGNORECASE,
)
_LISTED_BEFORE = re.compile(r"\0[.]?\s?(?:/|-|&|,|and|or|to)\s?$", re.IGNORECASE)
HOLIDAY = re.compile(r"\s(?:recess|break|holidays?|statement|budget)\b", re.IGNORECASE)
ALSO_NAMES = frozenset({"jan", "april", "june", "may", "august"})
FORENAME = re.compile(
    r"\s(?!(?:Cabinet|Council|Committee|Full|Executive|Exec|Board|Audit|Scrutiny|Meeting|District|SLT|CMT"
    r"|DX)\b)[A-Z][a-z]+"
)
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_COMPANY = frozenset(
    _WORDS.findall(
        """
    by in on during end of the year calendar early mid middle late to from and or until start beginning before tbc
    tba target date due deadline completion complete approx approximately circa c est estimated expected latest at
    autumn spring summer winter ongoing onwards onward beyond review no later than financial fy annual annually
    """
    )
)
ALSO_WORDS = frozenset({"may", "march", "mar"})
