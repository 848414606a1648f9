"""Values into the words people read: dates, counts, lateness, and text made fit to print."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from datetime import date

from bot.plan import Action, Due, DueKind
from bot.progress import latest
from bot.reading.dates import find_dates
from bot.reading.text import tidy

MAIL_WIDTH = 72

# Control characters, lone surrogates, what XML 1.0 forbids, and marks that turn the direction of the text after them.
_UNPRINTABLE = re.compile("[^\n -~\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile("[\t\u2028\u2029]")


def clean(text: str) -> str:
    """The text without anything that could break a document or hide words in it; tabs and line marks become spaces."""
    if text.isprintable():  # as nearly all is, and every value that a template prints comes this way
        return text
    return _UNPRINTABLE.sub("", _SPACES.sub(" ", re.sub(r"\r\n?|[\v\f]", "\n", text)))


def one_line(text: str) -> str:
    return " ".join(clean(text).split())


def short(text: str, length: int) -> str:
    """One line of at most `length` characters, cut between words where it can be, with "…" where it was cut."""
    line = one_line(text)
    if len(line) <= length:
        return line
    head = line[: length - 1]
    return f"{head.rsplit(' ', 1)[0] if ' ' in head[length // 2 :] else head}…"


def greeting(name: str) -> str:
    """How a mail begins: "Dear Ada Fenn"; "Hello" where an address stands for a name that nobody knows."""
    return "Hello" if "@" in name else f"Dear {name}"


def quoted(text: str, length: int) -> str:
    """The text shortened, in quotation marks, its lines parted by strokes, ready for a sentence to end after it; ""
    when there is none."""
    line = short(" / ".join(filter(str.strip, clean(text).splitlines())), length)
    return f"“{line.rstrip('.;,')}”" if line else ""


def day(when: date) -> str:
    return f"{when.day} {when:%B %Y}"


def count(number: int, noun: str) -> str:
    """ "1 action", "2 actions"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def opening(words: str) -> str:
    """Words as the beginning of a sentence: with a capital, but for an address, which is written as it is."""
    return words if "@" in words.partition(" ")[0] else words[:1].upper() + words[1:]


def answered_by_yes(question: str) -> str:
    """A question of ours as a nudge repeats it where a plain yes answers it; a reply to the nudge is read by it."""
    return f"{question} A yes settles it."


def due_printed_and_read(due: Due) -> str:
    """ "31 August 2017", or "August 2017, read as 31 August 2017" where the print says less than the reading, and
    "March (annually), this time by 31 March 2027"."""
    if due.end is None:
        return short(due.text, 120) or "no date"
    read, printed = day(due.end), short(due.text, 120)
    if not printed or names_same_day(printed, due.end):
        return read
    return f"{printed}, {'this time by' if due.kind is DueKind.RECURRING else 'read as'} {read}"


def names_same_day(printed: str, when: date) -> bool:
    """Whether words are nothing but that day in one of its notations: "24/02/2027" and "24th Feb 2027"."""
    plain = tidy(printed)
    found = find_dates(plain, when)
    if len(found) != 1 or (found[0].low, found[0].high) != (0, len(plain)) or found[0].doubtful:
        return False
    period = found[0].period
    return not found[0].year_missing and period is not None and (period.start, period.end) == (when, when)


def due_sentence(due: Due, today: date) -> str:
    """ "It was due by 31 August 2017 (the plan says “August 2017”)." """
    if due.end is None:
        return f"The plan gives its date as “{short(due.text, 120)}”." if due.text else "It has no date."
    read, printed = day(due.end), short(due.text, 120)
    tense = "was" if due.end < today else "is"
    return (
        f"It {tense} due by {read}."
        if not printed or names_same_day(printed, due.end)
        else f"It {tense} due by {read} (the plan says “{printed}”)."
    )


def shown_ref(action: Action) -> str:
    """The reference an owner sees and answers with; the list's own number where the plan printed none."""
    return short(action.ref, 40) or f"item {short(action.item_id, 20)}"


def update_sentence(action: Action) -> str:
    """ "The last update, by Sam Okoro on 2 October 2017, was “we meet on Friday”."; and that a lead refused a date."""
    said = latest(action)
    words = quoted(said.words, 240)
    if not words:
        return "There is no update yet."
    if not said.origin and said.words == action.status.label:
        return f"There is no update yet; its status is {words}."
    told = f"The last update, {said.origin}, was {words}." if said.origin else f"The last update was {words}."
    return f"{told} {said.refused}".rstrip()


def listed(names: Sequence[str]) -> str:
    """ "Ann", "Ann and Bob", "Ann, Bob and 4 others"."""
    shown = list(names[:3])
    more = len(names) - len(shown)
    if more:
        shown.append(count(more, "other"))
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""


def wrapped(text: str) -> str:
    """The text with long lines wrapped at 72 columns under their own indent, points of a list under their words; words
    and addresses stay whole."""
    lines = []
    for line in text.splitlines():
        indent = line[: len(line) - len(line.lstrip())]
        lines += textwrap.wrap(
            line,
            MAIL_WIDTH,
            subsequent_indent=indent + ("  " if line.startswith("- ") else ""),
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def first_few(words: Sequence[str], most: int = 10) -> str:
    """Words in a row, and of very many how many more there are."""
    more = len(words) - most
    return ", ".join(words[:most]) + (f" and {more} more" if more > 0 else "")
