"""Whom an owner names who says that an action is not theirs."""

from __future__ import annotations

import re

from bot.directory import Directory
from bot.ledger import PlannedUpdate
from bot.plan import Person
from bot.policy import Disowned
from bot.reply.meaning.who import read_who

_RULE = re.compile(r"\bnot mine$", re.IGNORECASE)
_PIECES = re.compile(
    r"[,.;:!\n]+(?:\s|$)|\s[-–—]\s|\s(?=(?:please|ask|try|contact|speak to|it(?:['’]s| is))\s)", re.IGNORECASE
)
_LONGEST = 150


def says_not_theirs(update: PlannedUpdate) -> bool:
    return bool(_RULE.search(update.rule))


def disowned_in(update: PlannedUpdate, known: Directory, by: str) -> Disowned | None:
    """What an open answer says that an action is not its writer's; None for any other, and once it is settled."""
    if not says_not_theirs(update) or not update.waits:
        return None
    words = " ".join(update.comment.split())[:_LONGEST]
    return Disowned(words, _named(update.comment, known, by))


def _named(words: str, known: Directory, by: str) -> Person | None:
    """The one person of the site whom the words name besides their writer; None for nobody or several."""
    written = [each for piece in _PIECES.split(words) for each in read_who(piece.strip())]
    people = {pair[1] for each in written if (pair := known.known_as(each))}
    others = {person for person in people if person.address != by}
    return others.pop() if len(others) == 1 else None
