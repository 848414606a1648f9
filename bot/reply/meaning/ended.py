"""Whether words without a word of completing tell that an action has come to its end: it is proposed, never written."""

from __future__ import annotations

import re
from datetime import date

from bot.plan import Status
from bot.reading.dates.mentions import find_mentions
from bot.reading.dates.promises import read_past_date
from bot.reply.beside import accounts, facts, harmless
from bot.reply.beside.deeds import STEPS
from bot.reply.beside.pieces import split_pieces
from bot.reply.meaning import going
from bot.reply.meaning.said import Said
from bot.reply.words import phrases

RULE = "tells of its end"
_STEPS = (
    "consultation survey workshop advert advertisement draft tender quote quotation specification spec interview bid"
    " application proposal option scoping case plan meeting order agenda questionnaire mobilisation kickoff brief"
    " invitation letter report contractor supplier consultant comment response return reminder funding budget"
    " proof design drawing enquiry data scope timetable timeline steering recommendation"
).split()
_STEP = re.compile(rf"\b(?<!at the )(?<!at its )(?<!at our )(?:{'|'.join(_STEPS)}|working group)s?\b", re.IGNORECASE)
"""What is held, sent or agreed on the way to something else, unless the action itself asks for it."""
_ON_THE_WAY = re.compile(
    rf"\b(?:{STEPS}ed|set up|agreed(?! by)|made|looked|spoke|met|talked|reviewed|seen|liked|visited|presented|noted|shared"
    r"|received|instructed|moving|gone to|went to(?! (?:all|every))|handed)\b",
    re.IGNORECASE,
)
"""What leads to an end, unless the action itself asks for it."""
_COUNTED = re.compile(rf"^(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|several|some) ", re.IGNORECASE)
_ALL = re.compile(r"^all(?: of (?:it|them))?$", re.IGNORECASE)


def told_end(words: str, action: str, said_on: date) -> Said | None:
    """A completion to be asked about, where all that is told has come about and nothing points beyond it."""
    if "?" in words:
        return None
    words = going.with_whole_counts(harmless.with_months(harmless.without_friendly_signs(words)))
    own = action.lower()
    pieces = [phrases.OPENINGS.sub("", each, count=1) for each in split_pieces(words) if not harmless.is_polite(each)]
    plain = [harmless.without_dates(each, said_on) for each in pieces]
    open_ended = any(map(accounts.is_doubtful, plain)) or going.seems_in(tuple(pieces))
    if open_ended or _names_coming_day(words, said_on):
        return None
    ends = any(_ends(each, own) for each in plain)
    return Said(RULE, Status.COMPLETED, doubt="You tell what came about. Is the whole action complete?") if ends else None


def _ends(piece: str, own: str) -> bool:
    of_step = [found for found in _STEP.findall(piece) if found.lower().rstrip("s") not in own]
    by_step = [found for found in _ON_THE_WAY.findall(piece) if found.split()[0].lower()[:4] not in own]
    told = accounts.tells(piece) or facts.is_fact(piece) or _ALL.match(piece)
    return bool(told) and not (of_step or by_step or _COUNTED.match(piece))


def _names_coming_day(words: str, said_on: date) -> bool:
    found = (words[each.low : each.high] for each in find_mentions(words, said_on))
    return not all((past := read_past_date(each, said_on)) and past.end and past.end <= said_on for each in found)
