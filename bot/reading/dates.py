"""A due phrase as people print it -> the period it names, or why no date can be read from it.

The order of thought: find every date named, join ranges and lists, let the words around them bend them ("w/c",
"early", "from"), and give a date only when exactly one is left. Words without a date say what kind of promise it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from bot.plan import Due, DueKind, Precision
from bot.reading import due_words as words
from bot.reading.bends import Named, bend
from bot.reading.mentions import Mention, find_mentions
from bot.reading.months import MONTHS
from bot.reading.periods import Period
from bot.reading.text import tidy

_LOOKS_BACK = timedelta(days=62)
"""A date without a year lies at most so long before the day of reading; else next year's is meant."""


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
    plain = tidy(text)
    found = find_dates(plain, as_of)
    reading = _from_dates(found, plain) if found else _from_words(plain)
    return replace(reading, due=replace(reading.due, text=printed))


def find_dates(plain: str, as_of: date, looks_back: timedelta = _LOOKS_BACK) -> tuple[Named, ...]:
    """Every separate date that a tidied text names, ranges and lists joined, in printed order."""
    as_of = min(max(as_of, _EARLIEST_READING), _LATEST_READING)
    earliest = as_of - looks_back
    return tuple(bend(named, plain) for named in _join(find_mentions(plain, as_of), plain, earliest))


def _from_dates(found: tuple[Named, ...], plain: str) -> DueReading:
    chosen = choose_date(found, plain)
    if chosen is None:
        names = " and ".join(f'"{plain[each.low : each.high].strip(" ,;/-")}"' for each in found[:4])
        return _nothing(
            DueKind.UNKNOWN, f"{len(found)} dates are written, {names}: which belongs to this action?", "stacked"
        )
    if chosen.period is None:
        return _nothing(DueKind.UNKNOWN, chosen.note or "", chosen.rule)
    if words.COUNTED_FROM.search(plain[: chosen.low]) and not words.REPEATS.search(plain):
        sentence = f'"{plain}" counts from another day: set the date it comes to.'
        return _nothing(DueKind.RELATIVE, sentence, "counted from a date")
    kind, note, doubtful = chosen.kind, chosen.note, chosen.doubtful or chosen.year_missing
    rest = plain[: chosen.low] + " " + plain[chosen.high :]
    if words.REPEATS.search(rest):
        if chosen.year_missing:
            return _nothing(DueKind.RECURRING, f'"{plain}" comes round again: which is the next date?', "recurring")
        kind = DueKind.RECURRING
    if words.UNSETTLED.search(rest):
        note, doubtful = note or f'"{plain}" is not settled yet: is this date firm?', True
    if words.ONGOING_BESIDE.search(f"{plain[: chosen.low]}\0{plain[chosen.high :]}"):
        kind = DueKind.ONGOING
        note, doubtful = note or f'"{plain}" holds a date and says ongoing: is the date its end?', True
    period = chosen.period
    if chosen.open_ended:
        kind = kind if kind is DueKind.RECURRING else DueKind.ONGOING
        return DueReading(Due("", period.start, None, Precision.NONE, kind, note), chosen.rule, doubtful)
    return DueReading(Due("", period.start, period.end, period.precision, kind, note), chosen.rule, doubtful)


def choose_date(found: tuple[Named, ...], plain: str) -> Named | None:
    """The one date meant: the only one, or the one that replaces those before it; None where two stand as equals."""
    if len(found) == 1:
        return found[0]
    first, last = found[0], found[-1]
    if len(found) == 2 and words.REPLACED.search(plain[first.high : last.low]):
        return replace(last, note=last.note or "The date printed before it has been replaced.")
    if len({(each.period.start, each.period.end) for each in found if each.period}) == 1 and all(
        each.period for each in found
    ):
        return first
    days = all(each.period and each.period.precision is Precision.DAY for each in found)
    alone = not words.LETTERS.search("".join(plain[a.high : b.low] for a, b in pairwise(found)))
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


def _join(mentions: tuple[Mention, ...], plain: str, earliest: date) -> list[Named]:
    """Mentions joined into ranges ("Aug - Nov 08") and lists ("Oct/Nov"); a year written once counts for the run."""
    runs: list[list[Mention]] = []
    for mention in mentions:
        if runs and _is_joined(runs[-1][-1], mention, plain):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return [_run(run, plain, earliest) for run in runs]


def _is_joined(left: Mention, right: Mention, plain: str) -> bool:
    gap = plain[left.high : right.low]
    if words.RANGE.fullmatch(gap) or (words.START.search(plain[: left.low]) and words.END.fullmatch(gap)):
        return True
    if not words.LIST.fullmatch(gap):
        return False
    return left.period is None or "/" in gap or bool(words.BETWEEN.search(plain[: left.low]))


def _run(run: list[Mention], plain: str, earliest: date) -> Named:
    low, high, rule = run[0].low, run[-1].high, run[-1].rule
    impossible = next((each for each in run if each.period is None and each.in_year is None), None)
    if impossible:
        words = plain[impossible.low : impossible.high].strip()
        return Named(low, high, "impossible", None, note=f'"{words}" is not a day of the calendar: which day is meant?')
    dated = _date_run(run, earliest)
    if dated is None:
        words = plain[low:high].strip()
        return Named(low, high, "impossible", None, note=f'"{words}" is not a day of the calendar: which day is meant?')
    year_missing = all(each.period is None for each in run)
    doubts = [each.doubt for each in run if each.doubt and (each.period or year_missing)]
    notes = doubts[:1] or ([f"No year is written: taken as {dated.end.year}."] if year_missing else [])
    if dated.end < dated.start:
        notes = [f'"{plain[low:high].strip()}" ends before it begins: which date is meant?']
        return Named(low, high, "backwards", None, note=notes[0])
    note = notes[0] if notes else None
    return Named(
        low, high, rule, dated, note=note, doubtful=bool(doubts), joined=len(run) > 1, year_missing=year_missing
    )


def _date_run(run: list[Mention], earliest: date) -> Period | None:
    """The span from the first to the last mention of a run, years filled in from each other or from `earliest` on."""
    last = _dated_after(run[-1], earliest) if all(each.period is None for each in run) else _anchor(run)
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


def _dated_after(mention: Mention, earliest: date) -> Period | None:
    """A mention without a year, dated in the first year in which it ends on `earliest` or later."""
    assert mention.in_year is not None
    for year in range(max(1, earliest.year - 1), min(9998, earliest.year + 9)):
        period = mention.in_year(year)
        if period and period.end >= earliest:
            return period
    return None


def _from_words(plain: str) -> DueReading:
    """What a phrase without any date says about when."""
    if not words.MEANS_SOMETHING.search(plain):
        return DueReading(Due(), "empty")
    slip = _misread_month(plain)
    if slip:
        return _nothing(DueKind.UNKNOWN, slip, "misread month")
    for rule in words.WORD_RULES:
        if rule.pattern.search(plain):
            sentence = rule.sentence and rule.sentence.format(text=_short(plain))
            return DueReading(Due(kind=rule.kind, assumption=sentence), rule.name, rule.doubtful)
    return _nothing(DueKind.UNKNOWN, f'No date can be read from "{_short(plain)}": which date is meant?', "no date")


def _misread_month(plain: str) -> str | None:
    """A sentence about a word one letter off a month's name beside a number, as scans and typing slips make them."""
    for match in words.WORD_BY_NUMBER.finditer(plain):
        word = (match["word"] or match["later"]).lower()
        month = next((name for name in words.FULL_MONTHS if _one_letter_off(word, name)), None)
        if month and word not in MONTHS:
            meant = match[0].replace(match["word"] or match["later"], month.capitalize())
            return f'"{match[0]}" may mean {meant}: which date is meant?'
    return None


def _one_letter_off(word: str, name: str) -> bool:
    """Whether one letter changed, added, lost or swapped with its neighbour makes `word` into `name`."""
    if word == name or abs(len(word) - len(name)) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    rest, wanted = word[same:], name[same:]
    swapped = len(rest) > 1 and len(wanted) > 1 and rest[1] + rest[0] + rest[2:] == wanted
    return rest[1:] == wanted[1:] or rest[1:] == wanted or rest == wanted[1:] or swapped


def _nothing(kind: DueKind, sentence: str, rule: str) -> DueReading:
    return DueReading(Due(kind=kind, assumption=sentence), rule, doubtful=True)


def _short(plain: str) -> str:
    return plain if len(plain) <= 80 else plain[:79].rstrip() + "…"
