"""Progress told as a diary, an entry a date in one cell: the newest entry says how far the action is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.plan import Status
from bot.reading.conventions import COLOURS
from bot.reading.dates import find_dates
from bot.reading.months import MONTH_NAMES
from bot.reading.statuses import ExplainedStatus, explain_status

_ENTRY = re.compile(
    rf"(?:^|(?<=[\n.;|]))\s{{0,3}}\(?(?P<date>\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{MONTH_NAMES})\b\.?(?:\s\d{{2,4}})?|(?:{MONTH_NAMES})\s\d{{2,4}})\)?\s?(?::|[–—-]\s)\s?",
    re.IGNORECASE,
)


def explain_told(text: str, as_of: date, colours: Mapping[str, Status] = COLOURS) -> ExplainedStatus:
    """What a text says of an action, by its newest entry where it is a diary; an old entry never completes it."""
    whole = explain_status(text, as_of, colours)
    last = newest_entry(text, as_of)
    if last == text:
        return whole
    newest = explain_status(last, as_of, colours)
    silent = newest.reading.value is Status.UNKNOWN
    if silent or (newest.doubtful and not whole.reading.value.is_closed):
        return whole
    return replace(newest, reading=replace(newest.reading, text=whole.reading.text, note=whole.reading.text))


def newest_entry(text: str, as_of: date) -> str:
    """The words of the entry with the latest date; all of it where a text has no entries of several times."""
    starts = list(_ENTRY.finditer(text))
    if not starts or (len(starts) == 1 and not text[: starts[0].start()].strip()):
        return text
    ends = [*(each.start() for each in starts[1:]), len(text)]
    days = [_day(each["date"], as_of) for each in starts]
    if None in days:
        return text
    at = max(range(len(starts)), key=lambda each: (days[each], each))
    return text[starts[at].end() : ends[at]].strip() or text


def _day(printed: str, as_of: date) -> date | None:
    found = next(iter(find_dates(printed, as_of)), None)
    return found.period.start if found and found.period else None
