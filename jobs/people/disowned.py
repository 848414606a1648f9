"""Whom an owner names who says that an action is not theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.directory import Directory
from bot.ledger import PlannedUpdate
from bot.plan import Action, Person
from bot.policy import Disowned
from bot.progress import without_ref
from bot.reading.owners.forenames import FORENAMES
from bot.reply.meaning.possession import whose_told
from bot.reply.meaning.who import read_who
from bot.reply.words.times import MONTH

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
        return Disowned(words, named_in(of_this(update.comment, update.ref), known, by) or joint)
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
    people = {pair[1] for each in _named(words, known) if (pair := known.known_as(each))}
    others = {person for person in people if person.address != by}
    return others.pop() if len(others) == 1 else None


def of_this(comment: str, ref: str) -> str:
    """Words about an action in which its reference, where that can be nothing else, is "this"."""
    words = without_ref(comment, ref)
    return words if not ref or ref.isdecimal() else words.replace(ref, "this")


def holder_in(words: str, known: Directory, by: str) -> Person | None:
    """The one person of the site of whom somebody says that they have it: by a name that has "this" or "it", or by
    any where they say that it is not them."""
    pieces = [each.strip() for each in _PIECES.split(words)]
    disowns = any(map(_NOT_ME.match, pieces))
    return named_in("\n ".join(each for each in pieces if disowns or _OF_IT.search(each)), known, by)


def unknown_in(words: str, known: Directory) -> str:
    """The one full name in words that name somebody which nobody of the site bears; "" for none, or for several."""
    names = {each for each in _named(words, known) if _is_full_name(each) and not known.known_as(each)}
    return names.pop() if len(names) == 1 else ""


def _named(words: str, known: Directory) -> Iterator[str]:
    """Whoever each piece of the words names as the one to ask, a forename that one person bears alone in full."""
    for piece in _PIECES.split(words):
        # Their lead is asked about whomever they name: a doubt in it ("Try her?") is no reason to ask nobody.
        full = _FORENAME.sub(lambda found: _borne_alone(found[0], known), _OF_TEAM.sub("", piece.strip(" ?")))
        told = None if _DENIES.search(full) else whose_told(full.replace("’", "'"))
        yield from [told.person] if told and told.person else read_who(full)


def _borne_alone(forename: str, known: Directory) -> str:
    person = known.bears_alone(forename)
    return person.name if person else forename


def _is_full_name(name: str) -> bool:
    first, *others = name.split()
    return first.casefold() in FORENAMES and bool(others) and all(each[0].isupper() for each in (first, *others))


_OF_TEAM = re.compile(r"(?<=\w)['’]s (?:team|section|unit)\b")
"""What makes of somebody all those who work for them."""
_FORENAME = re.compile(r"\b[A-Z][^\W\d_]+\b(?!['’-]?\w| [A-Z])")
_NOT_ME = re.compile(r"^(?:(?:it|this|that)(?:['’]s| is) )?(?:not|no longer) (?:me|us|mine|ours)\b", re.IGNORECASE)
_OF_IT = re.compile(
    rf"\b(?:it|this|that|both|these)(?: one)?(?: (?:up|over|on|forward|now|instead|these days|for (?:me|us)|in {MONTH}"
    r"|since .*|(?:as )?(?:from|of) .*))*$",
    re.IGNORECASE,
)
"""What ends in the action itself, and in no more than since when."""
_DENIES = re.compile(
    r"\b(?:not|no|never|nothing|if|would|could|might|may|should|until|unless)\b|n['’]t\b", re.IGNORECASE
)
