"""A due phrase as people print it -> the period it names, or why no date can be read from it.

The order of thought: find every date named, join ranges and lists, let the words around them bend them ("w/c",
"early", "from"), and give a date only when exactly one is left. Words without a date say what kind of promise it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from bot.plan import Due, DueKind, Precision
from bot.reading.dates import words
from bot.reading.dates.bends import Named, bend
from bot.reading.dates.mentions import find_mentions
from bot.reading.dates.misprints import mend_months, misread_month
from bot.reading.dates.recurrence import read_recurrence
from bot.reading.dates.restated import said_once
from bot.reading.dates.runs import join_mentions
from bot.reading.text import tidy

_LOOKS_BACK = timedelta(days=62)
"""A date without a year lies at most so long before the day of reading; else next year's is meant."""


_PAST_YEAR = timedelta(days=400)
_EARLIEST_READING, _LATEST_READING = date(1900, 1, 1), date(2200, 1, 1)


@dataclass(frozen=True, slots=True)
class DueReading:
    """A due with the rule that made it; `doubtful` where a person must say what was meant before it may be used."""

    due: Due
    rule: str
    doubtful: bool = False


def read_due(text: str, as_of: date) -> Due:
    """What a due phrase promises, read on `as_of`. Any text is read; one that names no date gives none."""
    return explain_due(text, as_of).due


def explain_due(text: str, as_of: date) -> DueReading:
    """`read_due` with the rule that decided, and whether a person must confirm it."""
    printed = text.strip()
    plain, slip = mend_months(said_once(tidy(text)))
    found = find_dates(plain, as_of)
    if words.HAPPENED.match(plain) and any(each.year_missing and _begins_after(each, as_of) for each in found):
        found = find_dates(plain, as_of, _PAST_YEAR)
    reading = _from_dates(found, plain, as_of) if found else _from_words(plain)
    told = slip if reading.due.end else None
    note = " ".join(each for each in (reading.due.assumption, told) if each) or None
    return replace(reading, due=replace(reading.due, text=printed, assumption=note))


def find_dates(plain: str, as_of: date, looks_back: timedelta = _LOOKS_BACK) -> tuple[Named, ...]:
    """Every separate date that a tidied text names, ranges and lists joined, in printed order."""
    as_of = min(max(as_of, _EARLIEST_READING), _LATEST_READING)
    earliest = as_of - looks_back
    return tuple(bend(named, plain) for named in join_mentions(find_mentions(plain, as_of), plain, earliest))


def _begins_after(named: Named, day: date) -> bool:
    return named.period is not None and named.period.start > day


def _from_dates(found: tuple[Named, ...], plain: str, as_of: date) -> DueReading:
    promised = tuple(each for each in found if not _is_told(each, plain, as_of))
    if not promised:
        sentence = f'"{_short(plain)}" names a day in passing, not one by which it is due: which date is meant?'
        return _nothing(DueKind.UNKNOWN, sentence, "date in passing")
    still = tuple(each for each in promised if not words.WAS.search(plain[: each.low]))
    if not still and words.OPENS_UNSETTLED.match(plain):
        return _from_words(plain)
    whole = tuple(each for each in still if not words.OF_ANOTHER_STEP.search(plain[: each.low]))
    chosen = choose_date(whole or still or promised, plain)
    if chosen is None:
        names = " and ".join(f'"{plain[each.low : each.high].strip(" ,;/-")}"' for each in found[:4])
        return _nothing(
            DueKind.UNKNOWN, f"{len(found)} dates are written, {names}: which belongs to this action?", "stacked"
        )
    if chosen.period is None:
        return _nothing(DueKind.UNKNOWN, chosen.note or "", chosen.rule)
    counted = words.COUNTED_FROM.search(plain[: chosen.low]) or words.EXTENDED_BY.match(plain, chosen.high)
    if counted and not words.REPEATS.search(plain):
        sentence = f'"{plain}" counts from another day: set the date it comes to.'
        return _nothing(DueKind.RELATIVE, sentence, "counted from a date")
    if words.NOT_BEFORE.match(plain) or (chosen.open_ended and words.AFTER.search(plain[: chosen.low])):
        sentence = f'"{_short(plain)}" says after which day, not by which: set a date.'
        return _nothing(DueKind.RELATIVE, sentence, "after a date")
    return _dated(chosen, plain)


def _is_told(named: Named, plain: str, as_of: date) -> bool:
    """Whether a date is told of in passing: of something that was, of a document, of the year of a budget."""
    if named.period is None:
        return False
    before, behind = plain[: named.low], plain[named.high :]
    if words.CLOSED_FIRST.match(plain) or words.REFERS.search(before):
        return True
    if words.IN_TIME_FOR.search(before) and named.period.precision is not Precision.DAY:
        return True
    if named.period.precision is Precision.YEAR and (words.OF_YEAR.match(behind) or words.YEAR_OF.search(before)):
        return True
    return named.period.end < as_of and not named.year_missing and bool(words.TOLD.search(before))


def _dated(chosen: Named, plain: str) -> DueReading:
    """The reading of the one date that is meant, as the words around it make it."""
    assert chosen.period is not None
    before, behind = plain[: chosen.low], plain[chosen.high :]
    kind, note, doubtful = chosen.kind, chosen.note, chosen.doubtful or chosen.year_missing
    if words.WAS.search(before) and chosen.open_ended:
        sentence = f'"{_short(plain)}" names the date that was: which one counts now?'
        return _nothing(DueKind.UNKNOWN, sentence, "date that was")
    if words.REPEATS.search(f"{before} {behind}") or (chosen.year_missing and words.YEARLY.search(before)):
        if chosen.year_missing:
            return _comes_round(plain)
        kind = DueKind.RECURRING
    if words.UNSETTLED.search(f"{before} {behind}"):
        note, doubtful = note or f'"{plain}" is not settled yet: is this date firm?', True
    if words.HANGS_ON.match(before) and not chosen.open_ended:
        note, doubtful = note or f'"{plain}" depends on something else: is this date firm?', True
    if words.ELECTION.match(behind) or words.ELECTION_BEFORE.search(before):
        note, doubtful = note or f'"{plain}" names the month of an election: which day is meant?', True
    if not chosen.open_ended and words.ONGOING_BESIDE.search(f"{before}\0{behind}"):
        kind = DueKind.ONGOING
        note, doubtful = note or f'"{plain}" holds a date and says ongoing: is the date its end?', True
    if words.WAS.search(before):
        note, doubtful = note or f'"{plain}" names a date that was: which one counts now?', True
    period = chosen.period
    if chosen.open_ended:
        kind = kind if kind is DueKind.RECURRING else DueKind.ONGOING
        return DueReading(Due("", period.start, None, Precision.NONE, kind, note), chosen.rule, doubtful)
    return DueReading(Due("", period.start, period.end, period.precision, kind, note), chosen.rule, doubtful)


def _comes_round(plain: str) -> DueReading:
    """What comes round without a year: by the day or end of the month it names each time, else nobody knows when."""
    found = read_recurrence(Due(plain, kind=DueKind.RECURRING))
    if found is None or found.anchor is None:
        return _nothing(DueKind.RECURRING, f'"{plain}" comes round again: which is the next date?', "recurring")
    month = f"{date(2000, found.anchor, 1):%B}"
    until = "the end" if found.ends_month else f"day {found.day}"
    sentence = f'"{plain}" comes round again: each time by {until} of its month, counted from {month}.'
    return DueReading(Due(kind=DueKind.RECURRING, assumption=sentence), "recurring")


def choose_date(found: tuple[Named, ...], plain: str) -> Named | None:
    """The one date meant: the only one, or the one that replaces those before it; None where two stand as equals."""
    if len(found) == 1:
        return found[0]
    first, last = found[0], found[-1]
    moved = words.REPLACED.search(plain[first.high : last.low]) or words.MOVED_FROM.search(plain[: first.low])
    if len(found) == 2 and moved:
        return replace(last, note=last.note or "The date printed before it has been replaced.")
    if len({(each.period.start, each.period.end) for each in found if each.period}) == 1 and all(
        each.period for each in found
    ):
        return first
    if len(found) == 2 and _are_alike(first, last):
        return first if last.year_missing else last
    between = plain[first.high : last.low]
    if len(found) == 2 and words.DRAFT_THEN_FINAL.search(f"{plain[: first.low]}\0{between}\0{plain[last.high :]}"):
        return replace(last, note=last.note or "The date of the draft is written too: the final one is taken.")
    days = all(each.period and each.period.precision is Precision.DAY for each in found)
    alone = not words.LETTERS_OR_AND.search("".join(plain[a.high : b.low] for a, b in pairwise(found)))
    bare = not words.LETTERS.search(plain[: first.low] + plain[last.high :])
    if (
        len(found) == 2
        and days
        and alone
        and bare
        and first.period
        and last.period
        and first.period.end < last.period.end
    ):
        return replace(
            last, note="Two days are written: the later is taken as the newer. Is that right?", doubtful=True
        )
    return None


def _are_alike(left: Named, right: Named) -> bool:
    """Whether one is told twice, once without its year: "Q3 (Oct-Dec 2026)"."""
    if left.period is None or right.period is None or left.year_missing is right.year_missing:
        return False
    ends = [(period.start.month, period.start.day, period.end.month) for period in (left.period, right.period)]
    return ends[0] == ends[1]


def _from_words(plain: str) -> DueReading:
    """What a phrase without any date says about when."""
    if not words.MEANS_SOMETHING.search(plain):
        return DueReading(Due(), "empty")
    slip = misread_month(plain)
    if slip:
        return _nothing(DueKind.UNKNOWN, slip, "misread month")
    for rule in words.WORD_RULES:
        if rule.pattern.search(plain):
            sentence = rule.sentence and rule.sentence.format(text=_short(plain))
            return DueReading(Due(kind=rule.kind, assumption=sentence), rule.name, rule.doubtful)
    return _nothing(DueKind.UNKNOWN, f'No date can be read from "{_short(plain)}": which date is meant?', "no date")


def _nothing(kind: DueKind, sentence: str, rule: str) -> DueReading:
    return DueReading(Due(kind=kind, assumption=sentence), rule, doubtful=True)


def _short(plain: str) -> str:
    return plain if len(plain) <= 80 else plain[:79].rstrip() + "…"
