"""Whether the topic that heads words tells by itself which action is meant, as far as they go: "Bins done".

Strictness goes by the stake. What leaves an action open is written where every word of the topic stands in its text,
and in no other's with them. What closes one is written where the topic is the whole thing that it is about, or its
first letters, or what its deed is called: as the heading of what is told, or where the action is complete with the
thing. In a sentence a policy that is done has not yet been adopted. A place in our mail ("the first two") names its
actions wherever nothing else is named; it closes them where that they are done is all that is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.plan import Status
from bot.reply.beside.asked_deed import COMPLETE_WITH, NOUNS, asked_deed
from bot.reply.beside.own_deed import done_forms
from bot.reply.meaning import going
from bot.reply.meaning.said import Said
from bot.reply.refs.actions import Mentioned
from bot.reply.refs.alike import is_same, singular
from bot.reply.refs.positions import is_place
from bot.reply.refs.topics import Topic, is_alike, shortens, stands_for
from bot.reply.words.times import DAY

_KEEPS = frozenset(
    (
        *("achieve", "continue", "cut", "encourage", "ensure", "explore", "increase", "improve", "keep", "lower"),
        *("maintain", "monitor", "promote", "raise", "reduce", "start", "support", "sustain", "work"),
    )
)
"""Verbs of an action that the thing it names does not complete, whatever is said of that."""
_SMALL = frozenset(
    re.findall(r"\w+", "about the my our a an on re for with as and update regarding one action item of in to at by s")
)
_SEVERAL = re.compile(r"(?P<before>\w*)\W*(?:[;:&/]|,(?!\d)|\b(?:and|or|then|plus)\b)\W*(?P<behind>\w*)", re.IGNORECASE)
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
_OF_ITSELF = re.compile(
    rf"{_BEFORE}(?!(?:being|carrying|coming|continuing|getting|going|moving|progressing|shaping)\b)\w{{3,}}ing\b|\b{DAY}",
    re.IGNORECASE,
)
"""What a thing does by itself ("is growing"): no work on it; or a day that may be the new date."""
_COMPLETE = re.compile(rf"{_BEFORE}(?:completed?|done|finished)\b", re.IGNORECASE)
_MERELY_DONE = re.compile(
    rf"{_COMPLETE.pattern}(?: (?:now|too|already|yesterday|today|on time|last (?:week|month)|(?:on )?{DAY}))*\W*"
    r"(?:and\W*)?",
    re.IGNORECASE,
)


def names(
    topic: Topic,
    told: Sequence[str],
    said: Said,
    action: Mentioned,
    others: Sequence[Mentioned],
    *,
    deed: bool = False,
) -> bool:
    """Whether a topic is so plainly of `action`, and of none of the `others`, that what is told of it may be written.

    `said` is what the sentences `told` behind it come to; `deed` that they tell the action's own deed as done.
    """
    closes = said.status is not None and said.status.is_closed
    if closes and said.status is not Status.COMPLETED:
        return False
    if is_place(topic.words):
        may_close = "last" not in topic.words.lower() and all(map(_MERELY_DONE.fullmatch, told))
        return not topic.beside and (may_close or not closes)
    if any(all(_is_in(word, each) for word in _words(topic.words)) for each in others):
        return False
    if closes:
        deed = deed and not topic.beside
        return ((bool(said.wished) or deed) and _is_of(topic, action)) or _is_whole(topic, told, said, action)
    told_plainly = topic.apart or said.rule != going.RULE or not any(map(_OF_ITSELF.search, told))
    return told_plainly and _is_of(topic, action) and (_part_will_do(said) or _is_one(action.text, topic))


def _part_will_do(said: Said) -> bool:
    """Whether what is told of a part of an action is so of the whole."""
    return said.status in (Status.IN_PROGRESS, Status.ONGOING) and not said.due


def _is_of(topic: Topic, action: Mentioned) -> bool:
    """Whether every word of a topic is of the text of `action`.

    Where it does not stand apart, one word that only describes the thing ("trees" of "tree policy") is not enough.
    """
    said = _words(topic.words)
    fewest = 2 if len(said) > 1 else 3
    short = [word for word in said if stands_for(word, action.text, fewest=fewest)]
    mine = all(word in short or is_alike(word.lower(), action.text) for word in said)
    return bool(said) and mine and bool(topic.apart or len(said) > 1 or short or _calls_it(said[0].lower(), action))


def _calls_it(word: str, action: Mentioned) -> bool:
    """Whether a word names the thing that an action is about, or its one deed."""
    verb, _, asked = action.text.partition(" ")
    return is_same(singular(word), singular(_head(_thing(asked)))) or (
        _is_one(action.text) and _calls(word, verb.lower())
    )


def _is_whole(topic: Topic, told: Sequence[str], said: Said, action: Mentioned) -> bool:
    """Whether a topic is all that `action` asks for, and is told as complete.

    It names the thing itself, and not only what describes it, or the deed; a heading is told of as a whole.
    """
    verb, asked = asked_deed(action.text)
    words = _words(topic.words)
    deed = [word for word in words if verb and _calls(word.lower(), verb)]
    thing = [word for word in words if word not in deed]
    named = not thing or _is_spelt(thing, _thing(asked), singly=topic.points, described=bool(topic.apart or deed))
    if not words or not named or (topic.beside and not said.wished):
        return False
    if said.wished or _tells_deed(told[0], verb):
        return True
    headed = (topic.apart or topic.points) and verb not in _KEEPS
    return headed or bool((deed or verb in COMPLETE_WITH) and _COMPLETE.match(told[-1]))


def _tells_deed(told: str, verb: str) -> bool:
    """Whether words tell the deed of `verb` as done, in its own words."""
    return any(re.match(rf"{_BEFORE}(?:went |gone )?{each}\b", told, re.IGNORECASE) for each in done_forms(verb))


def _calls(word: str, verb: str) -> bool:
    """Whether a word is what the deed of a verb is called ("migration", "documenting")."""
    return word in (NOUNS.get(verb), f"{verb.removesuffix('e')}ing", f"{verb}{verb[-1]}ing")


def _is_spelt(words: Sequence[str], thing: str, *, singly: bool, described: bool) -> bool:
    """Whether words name a thing as a text spells it, or by its first letters, or one of them ("the boiler one").

    With `described` all that describes the thing will do, if that is more than a word ("stock condition: done").
    """
    plain = singular if singly else str
    named = [plain(each.lower()) for each in _words(thing)]
    fewest = 2 if described else 3
    told = {plain(each.lower()) for word in words for each in (_spelt_out(word, thing, fewest) or (word,))}
    head = plain(_head(thing))
    before = named[: named.index(head)] if head in named else []
    return told <= set(named) and (head in told or (described and len(before) > 1 and told == set(before)))


def _spelt_out(word: str, thing: str, fewest: int) -> tuple[str, ...]:
    """What the first letters of a thing stand for: one of several without an "s" ("MDT" of "mobile data terminals")."""
    *before, last = stands_for(word, thing, fewest=fewest) or ("",)
    return (*before, last if word.endswith("s") else singular(last)) if last else ()


def _is_one(action: str, topic: Topic | None = None) -> bool:
    """Whether an action is about one thing only, or a topic names all that it joins ("damp and mould")."""
    said = {singular(word.lower()) for word in _words(topic.words)} if topic else set()
    joined = _SEVERAL.finditer(action)
    return all({singular(each["before"].lower()), singular(each["behind"].lower())} <= said for each in joined)


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
