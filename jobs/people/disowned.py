"""Whom an owner names who says that an action is not theirs."""

from __future__ import annotations

import re

from bot.directory import Directory
from bot.ledger import PlannedUpdate
from bot.plan import Action, Person
from bot.policy import Disowned
from bot.reply.meaning.who import read_who

_RULE = re.compile(r"\bnot mine$", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\bpoints elsewhere$")
_PIECES = re.compile(
    r"[,.;:!\n]+(?:\s|$)|\s[-–—]\s|\s(?=(?:please|ask|try|contact|speak to|it(?:['’]s| is))\s)", re.IGNORECASE
)
_LONGEST = 150


def is_not_theirs(rule: str) -> bool:
    """Whether a rule reads words that an action is not their writer's."""
    return bool(_RULE.search(rule))


def says_not_theirs(update: PlannedUpdate) -> bool:
    return is_not_theirs(update.rule)


def may_say_whose(update: PlannedUpdate) -> bool:
    """Whether an answer says that an action is not its writer's, or points to somebody else about it."""
    return says_not_theirs(update) or bool(_ELSEWHERE.search(update.rule))


def disowned_in(update: PlannedUpdate, action: Action, known: Directory, by: str) -> Disowned | None:
    """What an open answer says that an action is not its writer's; None for any other, and once it is settled.

    Words that only point elsewhere say so where they name another owner of the action.
    """
    if not update.waits:
        return None
    words = " / ".join(filter(str.strip, update.comment.splitlines()))[:_LONGEST]
    joint = _joint(words, action, by)
    if says_not_theirs(update):
        return Disowned(words, named_in(update.comment, known, by) or joint)
    return Disowned(words, joint) if joint and _ELSEWHERE.search(update.rule) else None


def _joint(words: str, action: Action, by: str) -> Person | None:
    """The one other owner of an action whose forename stands in the words of an owner; None for nobody or several."""
    if not any(each.address == by for each in action.people):
        return None
    written = set(re.findall(r"[^\W\d_]+", words))
    others = [each for each in action.people if each.address != by and written.intersection(each.name.split()[:1])]
    return others[0] if len(others) == 1 else None


def named_in(words: str, known: Directory, by: str) -> Person | None:
    """The one person of the site whom the words name besides their writer; None for nobody or several."""
    written = [each for piece in _PIECES.split(words) for each in read_who(piece.strip())]
    people = {pair[1] for each in written if (pair := known.known_as(each))}
    others = {person for person in people if person.address != by}
    return others.pop() if len(others) == 1 else None
