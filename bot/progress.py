"""The progress column: one entry an answer, "2 October 2017, Sam Okoro: we meet on Friday", the latest last. Pure.

What a document said stands first, "2 October 2017, imported from plan.docx: tender out".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.plan import Action, Status
from bot.reading.statuses import opening_status, says_only_a_code

_HEAD = re.compile(r"^(?P<day>\d{1,2} [A-Z][a-z]{2,8} \d{4}), (?P<by>[^:\n]{1,120}): ", re.MULTILINE)


_IMPORTED = "imported from "

# What Planminder adds by itself, and words that it marks, as the functions below write them: none of it is anybody's
# word on how an action goes.
_OURS = re.compile(
    r"settled the answer of \d|took back “|named who it is with[:,] "
    r"|(?:agreed to|did not agree to) the new date \d{1,2} [A-Z][a-z]{2,8} \d{4}\."
    r"|(?P<aside>on whose it is: |on when to be reminded: |to our question: "
    r"|not named in the plan, so not checked yet: )"
)
_NAMED_OWNER = re.compile(r"named who it is with, “(?P<to>[^”\n]+)”(?: instead of “(?P<before>[^”\n]+)”)?: ")
_REFUSED = re.compile(r"did not agree to the new date \d{1,2} [A-Z][a-z]{2,8} \d{4}\.")
_TOOK_BACK = re.compile(r"took back “(?P<words>.*)”(?::|$)", re.MULTILINE)


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
        return f"{self.by} on {self.day}" if self.by.startswith(_IMPORTED) else f"by {self.by} on {self.day}"

    @property
    def is_answer(self) -> bool:
        """Whether somebody said it to us, where other words stood in a document or in the list."""
        return bool(self.by) and not self.by.startswith(_IMPORTED)


@dataclass(frozen=True, slots=True)
class Handover:
    """That somebody (`by`) named on a `day` in words who an action is with, and whom the plan named `before`."""

    day: str
    by: str
    to: str
    before: str


LONGEST = 2_000
"""Characters of one answer that the column keeps; the mail itself keeps all of them."""

CUT = "[cut here: the whole answer is in the mail]"


def entry(day: date, by: str, words: str) -> str:
    """An answer as it is appended to the column: the owner's words untouched, but cut where they are very long."""
    return f"{day.day} {day:%B %Y}, {by.replace(':', ' ')}: {_kept(words.strip())}"


def _kept(words: str) -> str:
    """At most `LONGEST` characters, cut between words, and said where something was left out."""
    if len(words) <= LONGEST:
        return words
    head = words[:LONGEST]
    at = max(head.rfind(" "), head.rfind("\n"))
    return f"{head[: at if at > LONGEST // 2 else LONGEST].rstrip()} … {CUT}"


def imported(day: date, source: str, words: str, head: str = "") -> str:
    """What a document said about an action when it was brought in, under a head; nobody knows who wrote it, or when."""
    under = f" ({' '.join(head.split())[:50]})" if head else ""
    return entry(day, f"{_IMPORTED}{source[-100 + len(under) :]}{under}", words)


def settled(answered: str, what: str) -> str:
    """What an admin made of an answer of a day."""
    return f"settled the answer of {answered}: {what}"


def took_back(words: str, comment: str) -> str:
    """That an answer, as one line that may be cut by "…", counts no longer."""
    return f"took back “{words}”{f': {comment}' if comment else ''}"


def decided(agreed: bool, wished: str, comment: str) -> str:
    """What a lead said of a new date."""
    verdict = f"{'agreed to' if agreed else 'did not agree to'} the new date {wished}."
    return f"{verdict} {reason_given(comment)}".strip()


_VERDICT = re.compile(r"^\W*(?:not )?agreed\b[\s,.;:–-]*", re.IGNORECASE)


def reason_given(comment: str) -> str:
    """What a lead wrote behind the AGREED or NOT AGREED that our mail asks for."""
    return _VERDICT.sub("", comment)


def named(words: str, to: str, before: str = "") -> str:
    """That somebody named an owner: it tells nothing of how the action goes."""
    instead = f" instead of “{_bare(before)}”" if before else ""
    return f"named who it is with, “{_bare(to)}”{instead}: {words}"


def _bare(name: str) -> str:
    """A name on one line, without what would end its quotation."""
    return " ".join(name.replace("”", "").split())


def handover(action: Action) -> Handover | None:
    """Whom somebody named as an action's owner, as long as nobody has told since how it goes."""
    for said in reversed(_entries(action.progress)):
        found = _NAMED_OWNER.match(said.words)
        if found:
            return Handover(said.day, said.by, found["to"], found["before"] or "")
        if not _OURS.match(said.words):
            return None
    return None


def unchecked(words: str) -> str:
    """What somebody said of an action that is not theirs, before a person has looked at it."""
    return f"not named in the plan, so not checked yet: {words}"


def on_whose_it_is(words: str) -> str:
    """That somebody wrote whose an action is, or that it is not theirs: it tells nothing of how the action goes."""
    return f"on whose it is: {words}"


def on_when_to_be_reminded(words: str) -> str:
    """That somebody asked to be reminded later: it tells nothing of how the action goes."""
    return f"on when to be reminded: {words}"


def to_our_question(words: str) -> str:
    """That somebody answered what we asked, and no more: it tells nobody anything without the question."""
    return f"to our question: {words}"


def days_of(action: Action) -> tuple[date, ...]:
    """The day of every entry of the column, in order; a head whose day does not exist is no entry of ours."""
    found = (_day(head["day"]) for head in _HEAD.finditer(action.progress))
    return tuple(day for day in found if day)


def _day(words: str) -> date | None:
    try:
        return datetime.strptime(words, "%d %B %Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def latest(action: Action) -> Entry:
    """The last thing said about an action in somebody's own words: its last answer that was not taken back, else its
    progress as found, else its printed status.

    A code ("R", "0.9") tells nobody anything: what the action's status means stands in its place, or nothing.
    """
    taken_back: list[str] = []
    refused = ""
    for said in reversed(_entries(action.progress)):
        ours = _OURS.match(said.words)
        if ours and not ours["aside"]:
            refused = refused or _refused(said)
            taken_back += [found["words"] for found in [_TOOK_BACK.match(said.words)] if found]
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
    found = _REFUSED.match(said.words)
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


# Words of which a reference before them is the subject: "C3 is done" says nothing without it.
_OF_WHICH = (
    r"(?:is|was|has|had|does|did|can|could|should|must|would)(?:n['’]?t)?|will|won['’]t|can(?:no|['’])t|needs?|remains?"
)
_NAMED = re.compile(r"(?:action|item|re)\s+", re.IGNORECASE)
_APART = re.compile(r"(?:\s*[:).]\s+|\s+[-–—]\s+)(?=\S)")
_APART_FROM_WORD = re.compile(
    rf"(?:\s*[:).]\s+|\s+[-–—]\s+|\s+(?!(?:and|or|to|{_OF_WHICH})\b|&|[-–—]))(?=\S)", re.IGNORECASE
)
_SUBJECT_FIRST = re.compile(rf"(?:{_OF_WHICH})\b", re.IGNORECASE)
_NEW_DATE = re.compile(r"(?:the |a )?(?:new|revised) date\b", re.IGNORECASE)


def without_ref(words: str, ref: str) -> str:
    """An answer without the reference that was typed before it: "3.1: in March" is "in March"."""
    if not ref:
        return words
    named = _NAMED.match(words)
    apart = _APART_FROM_WORD if ref[0].isalpha() else _APART
    for start in (named.end(), 0) if named else (0,):
        end = start + len(ref)
        if words[start:end].casefold() != ref.casefold():
            continue
        if said := apart.match(words, end):
            return words[said.end() :]
        if apart is _APART and not ref.isdecimal() and _opens_an_answer(words[end:]):
            return words[end:].lstrip()
    return words


def _opens_an_answer(words: str) -> bool:
    """Whether words tell of no number before them: "3.1 new date 28 May", where "2.5 days a week" does."""
    said = words.lstrip()
    if said == words or _SUBJECT_FIRST.match(said):
        return False
    return bool(_NEW_DATE.match(said)) or opening_status(said) > 0


def _in_words(said: str, status: Status) -> str:
    if not says_only_a_code(said):
        return said
    return "" if not said or status is Status.UNKNOWN else status.label
