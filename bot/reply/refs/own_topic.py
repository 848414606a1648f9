"""Whether the topic that heads words tells by itself which action is meant, as far as they go: "Bins done".

Strictness goes by the stake. What leaves an action open is written where every word of the topic is of the thing that
this action alone is about, and what stands behind it is told of the action: "the bins are overflowing" tells of the
bins. What closes one is written where the topic is that whole thing, and the action is complete with it: a policy that
is done has not yet been adopted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.plan import Status
from bot.reading.deeds import told_as_done
from bot.reply.beside.asked_deed import asked_deed
from bot.reply.beside.pieces import SAYS_STATUS
from bot.reply.meaning.said import Said
from bot.reply.refs.actions import Mentioned
from bot.reply.refs.topics import FEWEST_LETTERS, Topic, is_alike, shortens, singular
from bot.reply.words.times import DAY, MONTH

_COMPLETE_WITH = frozenset(
    (
        *("appoint", "build", "clear", "compile", "complete", "construct", "create", "demolish", "design", "develop"),
        *("fit", "hold", "host", "install", "make", "paint", "plant", "prepare", "produce", "recruit", "redesign"),
        *("refresh", "refurbish", "repaint", "repair", "repave", "replace", "replant", "restore", "resurface"),
        *("rewrite", "run", "update", "upgrade", "write"),
    )
)
"""Verbs of an action that is complete when the thing it names is."""
_SMALL = frozenset(
    re.findall(r"\w+", "the my our a an on re for with as and update regarding one action item of in to at by s")
)
_SEVERAL = re.compile(r"[,;:&/]|\b(?:and|or|then|plus)\b", re.IGNORECASE)
_PLACED = re.compile(
    r"[([]|\s[–—-]\s|\b(?:for|with|without|on|onto|to|in|into|at|about|by|from|under|over|within|across|through|throughout"
    r"|between|among|around|along|near|during|after|before|following|against|until|per|via|as|so|than|that|which|whose"
    r"|who|where|when|while|if|each|every|this|next|using|covering|including|showing|setting|outlining|detailing"
    r"|explaining|describing|giving|linking|serving|involving|relating|regarding|concerning|affecting|aimed)\b",
    re.IGNORECASE,
)
"""What ends the thing that an action is about, and says more of it."""
_BEFORE = (
    r"^\W*(?:(?:is|are|was|were|has|have|had|been|be|being|now|still|all|both|also|just|only|currently|finally|already"
    r"|well|very much|fully|yes|['’]s)\b[\s,]*)*"
)
_COMPLETE = re.compile(rf"{_BEFORE}(?:completed?|done|finished)\b", re.IGNORECASE)
_DATES = (
    r"(?:(?:will|to|needs?|slips?|slipped|moves?|moved|pushed|put|back|delayed|extended|until|till|by|for|the|end|start"
    rf"|middle|new|revised|date|due|of)\b[\s:]*)*(?:{DAY}|{MONTH}\b"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b)"
)
_GOES_ON = r"(?:carrying on|continuing)\b"
_TELLS = re.compile(rf"{_BEFORE}(?:{SAYS_STATUS.pattern}|{_GOES_ON}|{_DATES})", re.IGNORECASE)


def names(topic: Topic, told: str, said: Said, action: Mentioned, others: Sequence[Mentioned]) -> bool:
    """Whether a topic is so plainly of `action`, and of none of the `others`, that what is told of it may be written.

    `said` is what the words `told` behind it come to.
    """
    if said.status and said.status.is_closed:
        return said.status is Status.COMPLETED and _is_whole(topic.words, told, action, others)
    several = bool(_SEVERAL.search(action.text))
    part_will_do = said.status in (Status.IN_PROGRESS, Status.ONGOING) and not said.due
    return (part_will_do or not several) and _is_of(topic, told, action, others)


def _is_of(topic: Topic, told: str, action: Mentioned, others: Sequence[Mentioned]) -> bool:
    """Whether every word of a topic is of the thing that `action` is about, and the words are of no other.

    Where it does not stand apart, one word that only describes the thing ("trees" of "tree policy") is not enough.
    """
    said = _words(topic.words)
    thing = _thing(action.text.partition(" ")[2])
    own = {singular(word.lower()) for word in _words(thing)}
    short = {word for word in said if len(word.removesuffix("s")) >= FEWEST_LETTERS and shortens(word, action.text)}
    mine = bool(said) and all(word in short or singular(word.lower()) in own for word in said)
    head = len(said) == 1 and singular(said[0].lower()) == singular(_head(thing))
    plain = topic.apart or (_TELLS.match(told) and (len(said) > 1 or head))
    return bool(mine and plain) and not any(all(_is_in(word, each) for word in said) for each in others)


def _is_whole(topic: str, told: str, action: Mentioned, others: Sequence[Mentioned]) -> bool:
    """Whether a topic is all that `action` asks for, spelt as its text spells it, and `told` as complete.

    The thing itself, and not only what describes it, must be named, and no other may be about any such.
    """
    verb, asked = asked_deed(action.text)
    thing, said = _thing(asked), [word.lower() for word in _words(topic)]
    head = _head(thing)
    if head not in said or not set(said) <= {word.lower() for word in _words(thing)}:
        return False
    own_deed = any(re.match(rf"{_BEFORE}{each}\b", told, re.IGNORECASE) for each in told_as_done(verb))
    complete = verb in _COMPLETE_WITH and _COMPLETE.match(told)
    return bool(own_deed or complete) and not any(_is_in(head, each) for each in others)


def _head(thing: str) -> str:
    """The noun that names a thing, behind what describes it: "policy" of "tree policy of the parish"."""
    return (_words(thing.partition(" of ")[0]) or [""])[-1].lower()


def _thing(asked: str) -> str:
    """What an action is about, without what only says more of it."""
    return _PLACED.split(asked, maxsplit=1)[0]


def _is_in(word: str, action: Mentioned) -> bool:
    """Whether the card of an action has a word like this one."""
    card = f"{action.text} {action.theme} {action.recommendation}"
    return is_alike(word.lower(), card) or shortens(word, card)


def _words(text: str) -> list[str]:
    """The words of a topic or a thing, without what only leads up to them."""
    return [word for word in re.findall(r"[^\W_]+", re.sub(r"['’]s?\b", "", text)) if word.lower() not in _SMALL]
