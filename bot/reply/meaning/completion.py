"""Whether words say that an action is complete, and on which day.

A completion counts only as a plain statement about the whole action; anything beside it that is not known to do no harm
makes it a question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.plan import Status
from bot.reading.text import tidy
from bot.reply.beside import accounts, doubts, harmless
from bot.reply.beside.deeds import DID
from bot.reply.meaning import going
from bot.reply.meaning.day_told import day_told
from bot.reply.meaning.said import WHERE, Said, short
from bot.reply.words import completing
from bot.reply.words.phrases import any_of
from bot.reply.words.times import WEEKDAY

_MAY_BE_PLAN = re.compile(
    r"\bcomplete (?:(?:on|in|at|during)\b|\d)"
    rf"|(?<!last )(?<!completed on )(?<!finished on )(?<!delivered on )(?<!completed )(?<!finished )(?<!delivered )"
    rf"\b{WEEKDAY}\b(?!,? (?:the )?\d)",
    re.IGNORECASE,
)
"""A day that may be to come: "done on Friday", but not "completed on Friday", nor one that its date says has been."""

SAYS_COMPLETE = "says complete"
OF_PART = "completes a part"
"""The rule of words that speak of completing, and each time of a part: they say nothing of the whole."""


def read_completion(words: str, pieces: tuple[str, ...], said_on: date) -> Said | None:
    """A completion that is stated, or at least mentioned; None where the words do not speak of completing."""
    parts = _with_wish([part for piece in pieces for part in _parts(_MATE.sub("", piece))])
    stated = [part for part in parts if completing.STATES_DONE.match(part)]
    if stated:
        doubt = _completion_doubt(words, parts, stated, said_on)
        day = _day_done(stated, said_on) or (None if doubt else _day_done(_telling(parts), said_on))
        status = _doubted(words, stated) if doubt else Status.COMPLETED
        return Said(SAYS_COMPLETE, status, doubt=doubt, completed_on=day, wished=_is_wish(stated))
    if completing.MENTIONS_DONE.search(going.without_shares(completing.SHARE_DONE.sub(" ", words))):
        doubt = f"We could not tell whether the whole action is complete. {WHERE}"
        mentioned = tuple(part for part in parts if completing.MENTIONS_DONE.search(part))
        if mentioned and all(doubts.PART.search(part) and not doubts.EXCEPTS.search(part) for part in mentioned):
            return Said(OF_PART, doubt=doubt)
        return Said("mentions completing", _proposed(words, parts, mentioned, said_on), doubt=doubt)
    return None


def _doubted(words: str, stated: Sequence[str]) -> Status | None:
    """What a plain completion with a doubt beside it may be asked as."""
    if doubts.TAKES_BACK.search(words) or _only_if(words, stated) or _DENIED.search(words):
        return None
    if doubts.EXCEPTS.search(words) or any(map(_SOME_OF.search, stated)):
        return Status.PART_COMPLETED
    return Status.IN_PROGRESS if _STAYS_OPEN.search(words) else Status.COMPLETED


_DENIED = re.compile(r"\?\s*(?:no|nope|not)\b", re.IGNORECASE)
"""The answer to a question of one's own ("complete? no")."""
_SOME_OF = re.compile(r"\b\d+ (?:out )?of (?:the |our )?\d")


def _only_if(words: str, stated: Sequence[str]) -> bool:
    """Whether every plain completion hangs on something ("if it doesn't, it's complete")."""
    sentences = re.split(r"(?<=[.;!?])\s|\n", words)
    homes = [each for each in sentences if any(part in each for part in stated)]
    return bool(homes) and all(_HANGS.search(each) for each in homes)


_HANGS = re.compile(r"\b(?:if|unless|once|until|provided|assuming|then(?= (?:it|this|that|we|they)))\b", re.IGNORECASE)


def _completion_doubt(words: str, parts: tuple[str, ...], stated: list[str], said_on: date) -> str:
    """Why a plain completion cannot be taken as it stands: anything beside it that is not known to do no harm."""
    limit = doubts.LIMITS_DONE.search(" . ".join(stated))
    wished, first = _is_wish(stated), parts.index(stated[0])
    others = [
        (part, at > first or any(map(accounts.tells, parts[:at])))
        for at, part in enumerate(parts)
        if part not in stated
    ]
    shaking = (part for part, behind in others if harmless.shakes(part, said_on, wished=wished, behind=behind))
    beside = limit.group() if limit else next(shaking, "")
    beside = beside or harmless.odd_sign(words) or ("?" if "?" in _WISHING.sub("", words) else "")
    if beside:
        return f"You say that it is complete, but also “{short(beside)}”. Is the whole action complete?"
    dated = next((part for part in stated if not _tells_of_past(part, said_on)), "")
    return f"You wrote “{short(dated)}”. Is it complete, and on which day was that?" if dated else ""


_WISHING = re.compile(r"\b(?:can|could|would) you (?:please )?(?:now )?(?:close|mark)\b[\w ]{0,30}\?", re.IGNORECASE)
"""A wish in the form of a question."""


def _tells_of_past(part: str, said_on: date) -> bool:
    """Whether a day in a plain completion has been: "complete in June" and "done on Friday" may be plans."""
    behind = _BEHIND.search(_HOW.sub("", part))
    told = harmless.is_told_when(behind["when"], said_on) if behind else True
    return told and harmless.dates_have_passed(part, said_on) and not _MAY_BE_PLAN.search(part)


_HOW = re.compile(
    rf" in full\b| (?:on|with) (?:this|that|it)(?: one| action)?\b|{completing.KEPT}(?: and{completing.KEPT})?\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\b(?:on|in|at|last|during|earlier|since|back in) (?P<when>.+)$", re.IGNORECASE)


def _is_wish(stated: Sequence[str]) -> bool:
    """Whether one of the plain completions asks outright to close the action, or calls it one."""
    return any(map(completing.CLOSES_OUTRIGHT.match, stated))


def _telling(parts: Sequence[str]) -> list[str]:
    """The parts that are no courtesy ("I told you before Christmas")."""
    return [part for part in parts if not harmless.is_polite(part)]


def _day_done(stated: Sequence[str], said_on: date) -> date | None:
    """The one day on which it is said to have been completed."""
    return day_told(tidy(" . ".join(stated)), said_on)


def _with_wish(parts: Sequence[str]) -> tuple[str, ...]:
    """The parts with a last bare "close", behind what has come about, as a wish; elsewhere it may mean "nearly"."""
    *before, last = parts or ("",)
    wish = last.lower() == "close" and any(map(accounts.tells, before))
    return (*before, "please close") if wish else tuple(parts)


_MATE = re.compile(r"(?<=\w) (?:mate|pal|boss|guys|folks|chief|love)$", re.IGNORECASE)
"""Who is spoken to, without a comma ("done last week mate")."""


def _parts(piece: str) -> tuple[str, ...]:
    """ "This is complete and the papers are filed", "it was adopted so complete": parts, one of which says all."""
    told = completing.STATES_DONE.match(piece)
    for joint in _JOINT.finditer(piece):
        before, behind = piece[: joint.start()], piece[joint.end() :]
        if told and not (completing.STATES_DONE.match(before) and _DID.match(behind)):
            continue
        if any(map(completing.STATES_DONE.match, (before, behind))):
            return (before, behind)
    return (piece,)


_DID = re.compile(rf"{DID}\b", re.IGNORECASE)
"""A deed without a day, which stands for itself behind the end ("done last Thursday and saved on the drive")."""
_JOINT = re.compile(
    r" (?:and(?: so)?|so|therefore|hence|/|(?:as|because|since)(?= (?:it|this|that|the action) )) ", re.IGNORECASE
)


def _proposed(words: str, parts: tuple[str, ...], mentioned: tuple[str, ...], said_on: date) -> Status | None:
    """What a doubtful mention of completing may be asked as: never "completed" where the words deny or foretell it."""
    if doubts.EXCEPTS.search(words) or any(map(_ALMOST.search, mentioned)):
        return Status.PART_COMPLETED
    if _STAYS_OPEN.search(words):
        return Status.IN_PROGRESS
    asked = any(f"{part}?" in words for part in mentioned)
    denied = asked or any(map(doubts.DENIES_DONE.search, mentioned)) or _only_if(words, mentioned)
    if denied and "outstanding" in words.lower():
        return Status.IN_PROGRESS
    if denied or going.seems_in(mentioned) or _IS_LEFT.search(words):
        return None
    beside = tuple(part for part in parts if part not in mentioned)
    more = going.seems_in(beside) or any(map(TO_COME.search, beside))
    more = more or any(not harmless.dates_have_passed(part, said_on) for part in beside)
    return Status.IN_PROGRESS if more else Status.COMPLETED


_ALMOST = any_of(
    "pretty much, more or less, as good as, virtually, practically, nearly, almost, mostly, largely, not quite, "
    "just about"
)
_IT_OPEN = r"(?:it|this|that|these|them|(?:the|this) (?:one|action))"
_STAYS_OPEN = re.compile(
    rf"\b(?:keep|leave) {_IT_OPEN} open\b|\bsubject to\b|\b(?:not|cannot|never) (?:(?:to|yet) )?be closed\b"
    rf"|\bbefore (?:we|i) (?:can )?(?:say|call|mark|report) {_IT_OPEN}\b|\b(?:not|\w+n['’]t) (?:been )?\w+ yet\b"
    r"|\b(?:comments?|consultation|applications?|adverts?|survey|bids?|tenders?|vote|poll|window)"
    r" (?:(?:has|have|is|are|was|were|been|now|period) )*clos(?:e|es|ed|ing)\b",
    re.IGNORECASE,
)
"""What asks us outright to keep an action open, says what comes before its end, or what closed on the way to it."""
_IS_LEFT = re.compile(r"\b(?:still|remain\w*|outstanding|left|due (?!to\b)|to (?:come|follow|go|do))\b", re.IGNORECASE)
"""What of the work is still to come."""
TO_COME = re.compile(
    r"\b(?:(?:(?<!the )(?:starts?|begins?|commences?)|is|are|['’]s|now) (?:on |in |from |this |the "
    r"|w/c )*(?:(?:next )?(?:week|month|year)|mon|tue|wed|thu|fri|\d)|next (?:week|month|year|\w+day)|tomorrow|(?:is"
    r"|are|visit|meeting|session) (?:booked|planned|scheduled|due|pencilled)(?: in)? (?:for|to|on|in|this|next)"
    r"|being \w+(?:ed|t|ne)|(?:work|visits?|sessions?|checks?|training) continues?|will (?!be in touch|let you)"
    r"|go(?:es)? (?:to|out|live)|go-live(?! (?:was|went|took))|(?:third|other|last|rest|remaining) \w+ (?:needs?|is"
    r"|are) )",
    re.IGNORECASE,
)
"""What stands beside a part that is complete where more is to come."""
