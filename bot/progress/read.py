"""The progress column read: what was said last of an action, whose it became, and on which days. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.plan import Action, Status
from bot.progress.without_ref import without_ref
from bot.progress.written import AGREED, IMPORTED, NAMED_OWNER, OURS, REFUSED, TOOK_BACK
from bot.reading.statuses import says_only_a_code

_HEAD = re.compile(r"^(?P<day>\d{1,2} [A-Z][a-z]{2,8} \d{4}), (?P<by>[^:\n]{1,120}): ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """What was said last; `day` and `by` are "" for words that stood there before we did.

    `refused` is a sentence on the new date that the plan's lead did not agree to since, "" for none.
    """

    words: str
    day: str = ""
    by: str = ""
    refused: str = ""

    @property
    def origin(self) -> str:
        """ "by Sam Okoro on 2 October 2017", "imported from plan.docx on 2 October 2017"; "" where nobody knows."""
        if not self.day:
            return ""
        return f"{self.by} on {self.day}" if self.by.startswith(IMPORTED) else f"by {self.by} on {self.day}"

    @property
    def is_answer(self) -> bool:
        """Whether somebody said it to us, where other words stood in a document or in the list."""
        return bool(self.by) and not self.by.startswith(IMPORTED)


@dataclass(frozen=True, slots=True)
class Handover:
    """That somebody (`by`) named on a `day` in words who an action is with, and whom the plan named `before`: that one
    and others, where it is theirs `alone` now."""

    day: str
    by: str
    to: str
    before: str
    alone: bool = False


def handover(action: Action) -> Handover | None:
    """Whom somebody named as an action's owner, as long as nobody has told since how it goes."""
    for said in reversed(_entries(action.progress)):
        found = NAMED_OWNER.match(said.words)
        if found:
            return Handover(said.day, said.by, found["to"], found["before"] or "", bool(found["alone"]))
        if not OURS.match(said.words):
            return None
    return None


def days_of(action: Action) -> tuple[date, ...]:
    """The day of every entry of the column, in order; a head whose day does not exist is no entry of ours."""
    found = (_day(head["day"]) for head in _HEAD.finditer(action.progress))
    return tuple(day for day in found if day)


def _day(words: str) -> date | None:
    try:
        return datetime.strptime(words, "%d %B %Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def agreed_until(action: Action) -> date | None:
    """The latest date that the plan's lead has agreed to."""
    found = (AGREED.match(said.words) for said in _entries(action.progress))
    return max((day for each in found if each and (day := _day(each["day"]))), default=None)


def is_agreement(words: str) -> bool:
    """Whether words are those with which the plan's lead agreed to a new date."""
    return bool(AGREED.match(words))


def told_on(action: Action, first: date, last: date) -> tuple[Entry, ...]:
    """What people told us of how an action goes on the days from one to another, in order."""
    return tuple(
        said
        for said in _entries(action.progress)
        if said.is_answer and not OURS.match(said.words) and (day := _day(said.day)) and first <= day <= last
    )


def latest(action: Action) -> Entry:
    """The last thing said about an action in somebody's own words: its last answer that was not taken back, else its
    progress as found, else its printed status.

    A code ("R", "0.9") tells nobody anything: what the action's status means stands in its place, or nothing.
    """
    taken_back: list[str] = []
    refused = ""
    for said in reversed(_entries(action.progress)):
        ours = OURS.match(said.words)
        if ours and not ours["aside"]:
            refused = refused or _refused(said)
            taken_back += [found["words"] for found in [TOOK_BACK.match(said.words)] if found]
            continue
        words = said.words[ours.end() :] if ours else said.words
        again = next((each for each in taken_back if _is_quoted(words, each)), None)
        if again is not None:
            taken_back.remove(again)
        elif not ours and said.is_answer:
            return replace(said, words=_in_words(without_ref(words, action.ref), action.status), refused=refused)
        elif not ours:
            return replace(said, words=_in_words(words, action.status))
    return Entry(_as_printed(action))


def _refused(said: Entry) -> str:
    found = REFUSED.match(said.words)
    return f"On {said.day} {said.by} {found[0]}" if found else ""


def _as_printed(action: Action) -> str:
    """The printed status in its words; the one in the list where somebody changed it since to another word of ours."""
    printed = " ".join(action.status_text.split()).casefold()
    is_known = action.status is not Status.UNKNOWN
    if is_known and any(printed == each.label.casefold() for each in Status):
        return action.status.label
    return _in_words(action.status_text, action.status)


def _entries(progress: str) -> list[Entry]:
    """The entries in order; what stands before the first of ours is one too."""
    heads = list(_HEAD.finditer(progress))
    ends = [*(head.start() for head in heads), len(progress)]
    found = [Entry(progress[: ends[0]].strip())]
    found += [
        Entry(progress[head.end() : end].strip(), head["day"], head["by"])
        for head, end in zip(heads, ends[1:], strict=True)
    ]
    return [each for each in found if each.words]


def _is_quoted(words: str, quotation: str) -> bool:
    line = " ".join(words.split())
    return line.startswith(quotation[:-1]) if quotation.endswith("…") else line == quotation


def _in_words(said: str, status: Status) -> str:
    if not says_only_a_code(said):
        return said
    return "" if not said or status is Status.UNKNOWN else status.label
