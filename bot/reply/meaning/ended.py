"""Whether words without a word of completing tell that an action has come to its end: it is proposed, never written."""

from __future__ import annotations

import re
from datetime import date

from bot.plan import Status
from bot.reading.numbers import NUMBER_WORDS
from bot.reply.beside import accounts, doubts, facts, harmless
from bot.reply.beside.asked_deed import LETS
from bot.reply.beside.deeds import DID, ON_THE_WAY, STEP
from bot.reply.beside.pieces import split_pieces
from bot.reply.meaning import going
from bot.reply.meaning.completion import TO_COME
from bot.reply.meaning.day_told import day_told
from bot.reply.meaning.said import Said
from bot.reply.words import completing

RULE = "tells of its end"
_ON_THE_WAY = re.compile(
    rf"{ON_THE_WAY.pattern}|\b(?:set up|made|seen|liked|visited|reviewed|presented|shared|gone to"
    r"|went to(?! (?:all|every)))\b",
    re.IGNORECASE,
)
"""What leads to an end, unless the action itself asks for it."""
_COUNTED = re.compile(rf"^(?:\d[\d,]*|(?!one\b)(?:{NUMBER_WORDS})|several|some) ", re.IGNORECASE)
_TELLS = re.compile(
    rf"\b{DID}\b|\bon (?:the |our )?(?:website|intranet|web ?site|web|sharepoint|teams)\b|^all$", re.IGNORECASE
)
_EVERY = re.compile(r"^(?:all|every|each)\b", re.IGNORECASE)
_WHERE_IT_IS = re.compile(
    r"^(?:you can (?:find|see|view|read|get) (?:it|them|this|the)"
    r"|(?:it|they|this|these) can be (?:found|seen|viewed|read))\b",
    re.IGNORECASE,
)
_PREPARES = re.compile(
    r"^(?!the (?:last|final) )(?:(?:the|our|a|all|new) )*(?:[\w'’-]+ ){0,2}?(?P<thing>primer|undercoat|coat|material"
    r"|contractor|supplier|consultant|sample|colou?r|brush|tool|part|equipment|kit|site|scaffold|scaffolding"
    r"|risk assessment|order|quote|quotation|tender|spec|specification|design|drawing|letter|invite|invitation|advert"
    r"|funding|budget|business case|permit|stock|supplies|planning permission|surface|ground|area)(?:e?s)? (?:(?:was"
    rf"|were|is|are|has|have|been|now|all|just) )*{DID}\b|^(?:(?:it|this|was|has|been|now) )*(?P<verb>let|award"
    r"|instruct|deliver|order|commission)(?:ed)? to\b|^(?!.*\b(?:certificate|number|receipt) (?:was )?received)"
    r"(?:[\w'’-]+ ){1,3}?(?:(?:was|were|is|are|has|have|been|now|all|just) )*"
    r"(?P<supplied>bought|purchased|delivered|received|ordered)$",
    re.IGNORECASE,
)
"""What is bought, sent or made ready for a deed."""
_SUPPLIES = re.compile(
    r"\b(?:buy|purchas|procur|order|deliver|suppl|provid|obtain|acquir|get|equip|stock|replac|renew|distribut|issu"
    r"|give|send|circulat|train|collect|receiv|writ|tell|notif|inform|consult|contact)",
    re.IGNORECASE,
)
"""Verbs of an action that has come about when something was bought, sent or delivered."""


def step_in(words: str, action: str) -> str:
    """The first piece that tells of what was made ready, where `action` asks for something else; "" for none."""
    return next((piece for piece in split_pieces(words) if _is_step(piece, action)), "")


def _is_step(piece: str, action: str) -> bool:
    found = _PREPARES.match(piece)
    if not found:
        return False
    if found["supplied"]:
        return not _SUPPLIES.search(action)
    named = (found["thing"] or found["verb"]).lower()
    asked = {"letter": _SUPPLIES, "deliver": _SUPPLIES, "award": LETS, "let": LETS}.get(named)
    return named[:5] not in action.lower() and not (asked and asked.search(action))


def told_end(words: str, action: str, said_on: date) -> Said | None:
    """A completion to be asked about, where all that is told has come about and nothing points beyond it."""
    if "?" in words:
        return None
    words = going.with_whole_counts(harmless.with_months(harmless.without_friendly_signs(words)))
    own = action.lower()
    beside = (_WHERE_IT_IS.match, doubts.COMES_OFF.search, harmless.is_polite)
    said = [each for each in split_pieces(words) if not any(known(each) for known in beside)]
    pieces = [completing.OPENINGS.sub("", each, count=1) for each in said]
    plain = [harmless.without_dates(each, said_on) for each in pieces]
    open_ended = any(
        accounts.went_wrong(each) or TO_COME.search(each) or accounts.is_hedged(each) for each in plain
    ) or going.seems_in(tuple(pieces))
    if open_ended or not harmless.dates_have_passed(words, said_on, told=True) or not plain or _COUNTED.match(plain[0]):
        return None
    if not any(_ends(each, own) for each in plain):
        return None
    doubt = "You tell what came about. Is the whole action complete?"
    return Said(RULE, Status.COMPLETED, doubt=doubt, completed_on=day_told(words, said_on))


def _ends(piece: str, own: str) -> bool:
    """Whether some part of a piece tells of a deed, or how all is now, that is no mere step of the `own` action."""
    parts = piece.split(" and ")
    open_to = [part for at, part in enumerate(parts) if not any(_of_step(before, own) for before in parts[: at + 1])]
    return any(facts.is_fact(piece) or _is_end(part, own) for part in open_to)


def _of_step(part: str, own: str) -> bool:
    """Whether part of a piece is about a step on the way, which is then what the parts behind it tell of as well."""
    return any(found.lower().rstrip("s") not in own for found in STEP.findall(_BESIDES.sub("", part)))


_BESIDES = re.compile(r"\b(?:along|together )?with (?:the|its) \w+", re.IGNORECASE)
"""What only went along ("went to Council with the budget")."""


def _is_end(part: str, own: str) -> bool:
    by_step = [found for found in _ON_THE_WAY.findall(part) if found[:4].lower() not in own]
    return bool(_TELLS.search(part)) and (not by_step or bool(_EVERY.match(part)))
