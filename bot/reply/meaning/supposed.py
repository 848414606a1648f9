"""What words that cannot be taken as they stand most likely say: it is asked by name, so that a yes settles it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from bot.plan import Due, Status
from bot.reading.statuses import explain_status
from bot.reply.beside import doubts
from bot.reply.meaning import going
from bot.reply.meaning.cues import TELLS_NOTHING
from bot.reply.meaning.ended import told_end
from bot.reply.meaning.likely import likely_state, own_deed_refused, own_deed_told
from bot.reply.meaning.said import NAMES_DATE, UNREAD, WHERE, Said
from bot.reply.words import completing

_OPEN_TO_GUESS = frozenset({UNREAD, NAMES_DATE, "mentions completing", "completes a part"})
"""Rules that found words of their own sort and no status in them."""
_MAY_TELL_END = frozenset({UNREAD, NAMES_DATE})
_SETTLED = frozenset({"says not mine", "says several things"})
"""Rules that know what words say, though it is no status."""
_MENTIONS_DONE = ("mentions completing", "completes a part")
_LIKELY = frozenset(
    {
        *(Status.COMPLETED, Status.PART_COMPLETED, Status.IN_PROGRESS, Status.ONGOING),
        *(Status.AT_RISK, Status.ON_HOLD, Status.NOT_STARTED),
    }
)
_BESIDE_DATE = _LIKELY - {Status.COMPLETED, Status.ON_HOLD, Status.AT_RISK}
"""What words with a date may come to: that it is a later one ("put back to") tells by itself of no risk or halt."""
_OF_ANOTHER_MATTER = re.compile(
    r"\?|\b(?:please|attach\w*|enclosed|would like|if|stopped)\b"
    r"|\b(?:no idea|get back|come back to you|let you know)\b|\b(?:see|read) (?:the|my|our)\b"
    r"|\b(?:can['’]t|cannot|could not|couldn['’]t|don['’]t|do not) (?:say|set|give|tell|know|see)\b"
    r"|^\W*(?:(?:i|we|still|sorry|have|has|do|there is) )*(?:not|\w+n['’]t|no)"
    r"(?: (?:yet|got|have|know|set|a|any|firm|exact|clear|real))* date\b",
    re.IGNORECASE,
)
"""Words of somebody who asks, points elsewhere or does not know: they tell of no state."""
_OF_NO_STATE = re.compile(
    r"\b(?:no (?:real |further )?(?:changes?|news|updates?)|nothing|nowt|same|as before|as last (?:month|time|week"
    r"|quarter)|(?:not|n['’]t)(?: have)? (?:much|anything|a lot) to (?:add|report|say|tell)"
    r"|need to (?:check|ask|speak)|(?:weeks?|days?|staff|officers?) left)\b|^(?:further|more) ",
    re.IGNORECASE,
)
"""Words that tell too little to suppose that the work goes on."""
_FEW = 2
_LONG_AHEAD = timedelta(days=270)


def was_lately(due: Due, said_on: date) -> bool:
    """Whether a day without its year is rather the one that has been than the one of the next year."""
    return bool(due.assumption and due.end and due.end - said_on > _LONG_AHEAD)


def _goes_on(words: str, likely: Status) -> bool:
    """Whether words of no status, or that only may be of work, are of a kind that an officer would take for work."""
    told = likely is Status.IN_PROGRESS or len(words.split()) > _FEW
    return told and not (_OF_NO_STATE.search(words) or TELLS_NOTHING.search(words))


def supposed(said: Said, words: str, action: str, said_on: date) -> Said:
    """The reading with the status that a clerk would take from words about `action`, where it has none.

    It is only ever a question.
    """
    if said.due and said.doubt and was_lately(said.due, said_on):
        said = replace(said, rule=NAMES_DATE, due=None, doubt=f"You name a day that has been. {WHERE}")
    likely = _by_cue(said, words)
    if likely:
        return _as_asked(said, likely)
    if said.status:
        return said
    if said.doubt and (said.due or said.rule in _MAY_TELL_END) and TELLS_NOTHING.search(words):
        return replace(said, due=None, doubt=f"You tell who will answer, or when. {WHERE}")
    if said.rule in _MAY_TELL_END:
        if own_deed_refused(words, action):
            return _as_asked(replace(said, due=None), Status.CANCELLED)
        ended = told_end(words, action, said_on)
        if ended:
            return ended
        if own_deed_told(words, action):
            told = Status.PART_COMPLETED if doubts.EXCEPTS.search(words) else Status.COMPLETED
            return _as_asked(replace(said, due=None), told)
        if doubts.COMES_OFF.search(words):
            return _as_asked(said, Status.CANCELLED)
    return _guessed(said, words, said_on)


def _by_cue(said: Said, words: str) -> Status | None:
    """What a cue tells where no status was read, or a mere mention of completing was taken for one."""
    taken = said.status is Status.COMPLETED and said.rule in _MENTIONS_DONE
    if not said.doubt or said.rule in _SETTLED or (said.status and not (taken or said.rule == going.RULE)):
        return None
    if said.rule == UNREAD and _YES.match(words):
        return Status.COMPLETED
    likely = likely_state(words)
    if said.rule == going.RULE:
        return likely if likely in _STOPS_WORK else None
    less = (said.due and likely is Status.AT_RISK) or (taken and likely is Status.ONGOING)
    return None if less else likely


_STOPS_WORK = frozenset({Status.SUPERSEDED, Status.CANCELLED, Status.ON_HOLD, Status.ONGOING})
_YES = re.compile(r"^\W*(?:y|yes|yep|yup|yeah|aye|ticked?)\W*$", re.IGNORECASE)
"""A yes to no question of ours, and so to the one that every reminder puts."""


def _guessed(said: Said, words: str, said_on: date) -> Said:
    """The reading with what the words would come to in a list, or with work that goes on."""
    open_to_guess = said.rule in _OPEN_TO_GUESS or (said.due and said.doubt)
    if not open_to_guess or _OF_ANOTHER_MATTER.search(words):
        return said
    likely = explain_status(words, said_on).reading.value
    if said.due:
        step = likely is Status.PART_COMPLETED and not completing.MENTIONS_DONE.search(words)
        likely = Status.IN_PROGRESS if step else likely  # "signed off" with a day to come is a step
        return _as_asked(said, likely) if likely in {*_BESIDE_DATE, likely_state(words)} else said
    if said.rule == UNREAD and likely in (Status.UNKNOWN, Status.IN_PROGRESS):
        likely = Status.IN_PROGRESS if _goes_on(words, likely) else Status.UNKNOWN
    if likely not in _LIKELY or (likely is Status.COMPLETED and said.rule in _MENTIONS_DONE):
        return said  # that rule proposes the completion itself where nothing denies it
    return _as_asked(said, likely)


def _as_asked(said: Said, likely: Status) -> Said:
    """The reading with a status to be asked about by name."""
    if likely is Status.COMPLETED:
        doubt = "Is the whole action complete?"
    elif likely.is_closed:
        doubt = "May we close it, although it was not completed?"
    else:
        more = said.doubt if said.due or said.rule == NAMES_DATE else "Is that so?"
        doubt = f"We take it that this is {likely.label.lower()}. {more}"
    return replace(said, status=likely, doubt=doubt)
