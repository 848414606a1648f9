"""Whether the topic that heads words tells by itself which action is meant, as far as they go: "Bins done".

Strictness goes by the stake. What leaves an action open is written where every word of the topic stands in its text,
and in no other's with them. What closes one is written where the topic is the whole thing that it is about, or what its
deed is called: as the heading of what is told, or where the action is complete with the thing. In a sentence a policy
that is done has not yet been adopted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.plan import Status
from bot.reading.deeds import told_as_done
from bot.reply.beside.asked_deed import COMPLETE_WITH, NOUNS, asked_deed
from bot.reply.meaning import going
from bot.reply.meaning.said import Said
from bot.reply.refs.actions import Mentioned
from bot.reply.refs.alike import singular
from bot.reply.refs.topics import Topic, is_alike, shortens

_KEEPS = frozenset(
    (
        *("achieve", "continue", "cut", "encourage", "ensure", "explore", "increase", "improve", "keep", "lower"),
        *("maintain", "monitor", "promote", "raise", "reduce", "start", "support", "sustain", "work"),
    )
)
"""Verbs of an action that the thing it names does not complete, whatever is said of that."""
_SMALL = frozenset(
    re.findall(r"\w+", "the my our a an on re for with as and update regarding one action item of in to at by s")
)
_SEVERAL = re.compile(r"[;:&/]|,(?!\d)|\b(?:and|or|then|plus)\b", re.IGNORECASE)
_PLACED = re.compile(
    r"[([]|\s[–—-]\s|\b(?:for|with|without|on|onto|to|in|into|at|about|by|from|under|over|within|across|through|throughout"
    r"|between|among|around|along|near|during|after|before|following|against|until|per|via|as|so|than|that|which|whose"
    r"|who|where|when|while|if|each|every|this|next|using|covering|including|showing|setting|outlining|detailing"
    r"|explaining|describing|giving|linking|serving|involving|relating|regarding|concerning|affecting|aimed)\b(?!-)",
    re.IGNORECASE,
)
"""What ends the thing that an action is about, and says more of it."""
_BEFORE = (
    r"^\W*(?:(?:is|are|was|were|has|have|had|been|be|being|now|still|all|both|also|just|only|currently|finally|already"
    r"|well|very much|fully|yes|['’]s)\b[\s,]*)*"
)
_GOES_ON = re.compile(rf"{_BEFORE}(?:carrying on|continuing)\b", re.IGNORECASE)
_COMPLETE = re.compile(rf"{_BEFORE}(?:completed?|done|finished)\b", re.IGNORECASE)


def names(topic: Topic, told: str, said: Said, action: Mentioned, others: Sequence[Mentioned]) -> bool:
    """Whether a topic is so plainly of `action`, and of none of the `others`, that what is told of it may be written.

    `said` is what the words `told` behind it come to.
    """
    if any(all(_is_in(word, each) for word in _words(topic.words)) for each in others):
        return False
    if said.status and said.status.is_closed:
        return said.status is Status.COMPLETED and _is_whole(topic, told, said, action)
    told_plainly = topic.apart or said.rule != going.RULE or _GOES_ON.match(told)
    return bool(told_plainly) and _is_of(topic, action) and (_part_will_do(said) or _is_one(action.text))


def _part_will_do(said: Said) -> bool:
    """Whether what is told of a part of an action is so of the whole."""
    return said.status in (Status.IN_PROGRESS, Status.ONGOING) and not said.due


def _is_of(topic: Topic, action: Mentioned) -> bool:
    """Whether every word of a topic is of the text of `action`.

    Where it does not stand apart, one word that only describes the thing ("trees" of "tree policy") is not enough.
    """
    said = _words(topic.words)
    fewest = 2 if len(said) > 1 else 3
    mine = all(shortens(word, action.text, fewest=fewest) or is_alike(word.lower(), action.text) for word in said)
    head = len(said) == 1 and singular(said[0].lower()) == singular(_head(_thing(action.text.partition(" ")[2])))
    return bool(said) and mine and (topic.apart or len(said) > 1 or head)


def _is_whole(topic: Topic, told: str, said: Said, action: Mentioned) -> bool:
    """Whether a topic is all that `action` asks for, and is told as complete.

    It names the thing itself, and not only what describes it, or the deed; a heading is told of as a whole.
    """
    verb, asked = _asked(action.text)
    words = _words(topic.words)
    deed = [word for word in words if verb and _calls(word.lower(), verb)]
    thing = [word for word in words if word not in deed]
    if (
        not words
        or (topic.beside and not said.wished)
        or (thing and not _is_spelt(thing, _thing(asked), singly=topic.points))
    ):
        return False
    if said.wished or any(re.match(rf"{_BEFORE}{each}\b", told, re.IGNORECASE) for each in told_as_done(verb)):
        return True
    headed = (topic.apart or topic.points) and verb not in _KEEPS
    return headed or bool((deed or verb in COMPLETE_WITH) and _COMPLETE.match(told))


def _calls(word: str, verb: str) -> bool:
    """Whether a word is what the deed of a verb is called ("migration", "documenting")."""
    return word in (NOUNS.get(verb), f"{verb.removesuffix('e')}ing", f"{verb}{verb[-1]}ing")


def _is_spelt(words: Sequence[str], thing: str, *, singly: bool) -> bool:
    """Whether words name a thing as a text spells it, or also one of them ("the boiler one" of "boilers")."""
    plain = singular if singly else str
    told = {plain(word.lower()) for word in words}
    return plain(_head(thing)) in told and told <= {plain(word.lower()) for word in _words(thing)}


def _asked(action: str) -> tuple[str, str]:
    """The deed that an action asks for, and what it is done to; also of one that says what is done with it then."""
    return asked_deed(_THEN.sub("", action))


def _is_one(action: str) -> bool:
    """Whether an action is about one thing only."""
    return not _SEVERAL.search(_THEN.sub("", action))


_THEN = re.compile(r",?(?: and| then)+ (?:[a-z]+ ){1,2}(?:it|them|this|these)\b.*$", re.IGNORECASE)
"""What is done with the thing that an action has named ("and take it to Cabinet")."""


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
