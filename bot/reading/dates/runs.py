"""Mentions joined into ranges ("Aug - Nov 08") and lists ("Oct/Nov"), and dated where no year is written."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from bot.plan import Precision
from bot.reading.dates import words
from bot.reading.dates.bends import Named
from bot.reading.dates.mentions import Mention
from bot.reading.dates.misprints import misprinted_year
from bot.reading.dates.periods import Period
from bot.reading.dates.restated import without_restated

_LEAP_YEAR = 2024
_YEAR_IN_MIND = timedelta(days=31)
"""So long after the earliest day lies one in the financial year that a quarter without a year is looked for in."""
PLACEHOLDERS = frozenset(
    {date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(1904, 1, 1), date(1970, 1, 1), date(2099, 12, 31)}
)
"""Days that programs write where none was entered, or none is meant."""
_NEXT_DAY = (1, -364, -365)
"""Days from the end of one period to the start of the next; January follows December within a year as well."""


def join_mentions(mentions: tuple[Mention, ...], plain: str, earliest: date) -> list[Named]:
    """Mentions joined into ranges ("Aug - Nov 08") and lists ("Oct/Nov"); a year written once counts for the run."""
    runs: list[list[Mention]] = []
    for mention in without_restated(mentions, plain):
        if runs and _is_joined(runs[-1][-1], mention, plain):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return [_run(run, plain, earliest) for run in runs]


def _is_joined(left: Mention, right: Mention, plain: str) -> bool:
    gap = plain[left.high : right.low]
    if words.MOVED_FROM.search(plain[: left.low]):
        return False
    if words.RANGE.fullmatch(gap) or (words.START.search(plain[: left.low]) and words.END.fullmatch(gap)):
        return True
    if not words.LIST.fullmatch(gap):
        return False
    return left.period is None or "/" in gap or bool(words.BETWEEN.search(plain[: left.low]))


def _run(run: list[Mention], plain: str, earliest: date) -> Named:
    low, high, rule = run[0].low, run[-1].high, run[-1].rule
    impossible = next((each for each in run if each.period is None and each.in_year is None), None)
    if impossible:
        printed = plain[impossible.low : impossible.high].strip()
        why = impossible.doubt or f'"{printed}" is not a day of the calendar: which day is meant?'
        return Named(low, high, "impossible", None, note=why)
    year_missing = all(each.period is None for each in run)
    misprint = misprinted_year(plain[high:]) if year_missing else ""
    if misprint:
        why = f'"{misprint.strip()}" in "{plain[low : high + len(misprint)].strip()}" is no year: which date is meant?'
        return Named(low, high + len(misprint), "misprinted year", None, note=why)
    before = year_missing and len(run) == 1 and words.BEFORE.search(plain[:low]) is not None
    dated = _date_run(run, earliest, before=before)
    if dated is None:
        printed = plain[low:high].strip()
        return Named(
            low, high, "impossible", None, note=f'"{printed}" is not a day of the calendar: which day is meant?'
        )
    if len(run) == 1 and ((dated.start in PLACEHOLDERS and dated.end.year < 1971) or dated.end in PLACEHOLDERS):
        blank = f'"{plain[low:high].strip()}" is what a program writes where no date was entered: which date is meant?'
        return Named(low, high, "placeholder", None, note=blank)
    doubts = [each.doubt for each in run if each.doubt and (each.period or year_missing)]
    year = (dated.start - timedelta(days=1) if before else dated.end).year
    notes = doubts[:1] or ([f"No year is written: taken as {year}."] if year_missing else [])
    if dated.end < dated.start:
        notes = [f'"{plain[low:high].strip()}" ends before it begins: which date is meant?']
        return Named(low, high, "backwards", None, note=notes[0])
    if not notes and _lists_apart(run, plain):
        doubts = [f'"{plain[low:high].strip()}" lists several dates: taken as by the last of them.']
        notes = doubts
    note = notes[0] if notes else None
    return Named(
        low, high, rule, dated, note=note, doubtful=bool(doubts), joined=len(run) > 1, year_missing=year_missing
    )


def _lists_apart(run: list[Mention], plain: str) -> bool:
    """Whether a list, which is no range, holds dates that do not follow each other at once: "March and September"."""
    if words.BETWEEN.search(plain[: run[0].low]):
        return False
    listed = ((left, right) for left, right in pairwise(run) if words.LIST.fullmatch(plain[left.high : right.low]))
    return any(_is_apart(left, right) for left, right in listed)


def _is_apart(left: Mention, right: Mention) -> bool:
    """Whether two periods of the same sort leave days between them."""
    written = right.period or left.period
    year = written.start.year if written else _LEAP_YEAR
    first, second = (each.period or (each.in_year and each.in_year(year)) for each in (left, right))
    if not first or not second or first.precision is not second.precision:
        return False
    return (second.start - first.end).days not in _NEXT_DAY


def _date_run(run: list[Mention], earliest: date, *, before: bool) -> Period | None:
    """The span from the first to the last mention of a run, years filled in from each other or from `earliest` on."""
    last = _dated_after(run[-1], earliest, before=before) if all(each.period is None for each in run) else _anchor(run)
    if last is None or len(run) == 1:
        return last
    first = run[0].period
    if first is None and run[0].in_year:
        first = run[0].in_year(last.start.year)
        if first and first.start > last.start:
            first = run[0].in_year(last.start.year - 1)
    if first is None:
        return None
    middle = [each.period for each in run if each.period]
    ends = [last.end, *(period.end for period in middle)]
    return Period(first.start, max(ends) if first.start <= last.end else last.end, last.precision)


def _anchor(run: list[Mention]) -> Period | None:
    if run[-1].period:
        return run[-1].period
    written = next(each.period for each in reversed(run) if each.period)
    if run[-1].in_year is None:
        return None
    same = run[-1].in_year(written.start.year)
    return same if same and same.start >= written.start else run[-1].in_year(written.start.year + 1)


def _dated_after(mention: Mention, earliest: date, *, before: bool) -> Period | None:
    """A mention without a year, in the first year in which it ends on `earliest` or later, or begins where it is due
    `before` it."""
    assert mention.in_year is not None
    for year in range(max(1, earliest.year - 1), min(9998, earliest.year + 9)):
        period = mention.in_year(year)
        if period and (period.start if before else period.end) >= (
            _year_began(earliest) if _is_long(period) else earliest
        ):
            return period
    return None


def _is_long(period: Period) -> bool:
    return period.precision in (Precision.QUARTER, Precision.SEASON, Precision.YEAR)


def _year_began(earliest: date) -> date:
    """The later of `earliest` and the start of the financial year that people have in mind when they write "Q4"."""
    near = earliest + _YEAR_IN_MIND
    return max(earliest, date(near.year - (near.month < 4), 4, 1))
