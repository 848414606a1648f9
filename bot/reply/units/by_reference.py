"""A paragraph cut at the references that open a new statement: units of words and the actions they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from bot.reply.beside.harmless import is_polite
from bot.reply.refs.actions import Mentioned
from bot.reply.refs.mentions import Mention, by_topics, mentions
from bot.reply.refs.positions import is_place
from bot.reply.refs.series import TOLD_FIRST
from bot.reply.refs.topics import Topic, topic_at
from bot.reply.units import groups, later, shares
from bot.reply.units.unit import Unit, names_outright

_SENTENCE = re.compile(r"(?<=[.!?;])(?<!\bno\.)(?<!\bNo\.)(?<!^\d\.)(?<!^\d\d\.)\s+(?=\S)")
_BEFORE_REF = re.compile(
    r"^\W*(?:\d{1,2}[.)]\s+)?(?:(?-i:[A-Z])\w{1,15} here\b\W*)?"
    r"(?:(?:re|on|for|as (?:for|to)|regarding|with regard to|concerning|action|and|also|then"
    r"|but|while|whereas|hi|only|update|in relation to|my update (?:on|for)|yes|the|both|actions|nos|numbers)\b\W*)*$",
    re.IGNORECASE,
)
_JOINS_GROUP = re.compile(r"^(?:[\s,&/+]*(?:and|plus|or)?[\s,&/+]*|[-–—]|\s(?:to|through)\s)$", re.IGNORECASE)
_STARTS_NEW = re.compile(
    r"(?:[,;.:/\n–—-]|\b(?:and|but|while|whereas|then))\s*(?:(?:re|on|for|action|as for|the|that)\s*)*\(?$",
    re.IGNORECASE,
)
_BEHIND_LISTED = re.compile(r"\s*(?:\((?P<more>[^()]{1,80})\))?(?:\s*(?:,|;|&|/|\+|\band\b))*\s*\.?\s*", re.IGNORECASE)
_CONFIRM = r"(?:confirm|say|report|advise|inform|tell you|let you know|note|pass on|update you)(?: you)?"
_SAYS_THAT = re.compile(
    rf"\W*(?:(?P<who>(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)?|s?he|they|my (?:manager|team|deputy)|the team)"
    rf" (?:(?:has|have) )?(?:(?:asked|told|tells|wants) (?:me|us)(?: to {_CONFIRM})?|says?|said|confirms?|confirmed"
    rf"|advise[ds])|(?:please |just )*(?:note|be aware)|(?:(?:just|only|i|we|am|are|i['’]m|we['’]re|write|writing|can"
    rf"|now|happy|pleased|able|quick|quickly|a|note) )*(?:to )?{_CONFIRM})(?: that)? (?=\S)",
    re.IGNORECASE,
)
_GREETS = re.compile(r"^\W*(?P<polite>[^\W\d][^,!?.;:\d\n]{1,40})[,!]\s+(?:(?:just|only) )?(?=\S)")
_LEADS_UP = re.compile(r"^(?P<lead>[^:\n]{3,100}:)\s+(?=\S)")
"""What leads up to a list of answers."""
_TICK = re.compile("[\u2705\u2713\u2714\u2611\U0001f5f8]\ufe0f?")
_CROSS = re.compile("[\u274c\u274e\u2717\u2718\u2716\u2715]\ufe0f?")
_SIGNS = re.compile(f"{_TICK.pattern}|{_CROSS.pattern}")
_ENDS_WITH_SIGN = re.compile(rf"(?:{_SIGNS.pattern})\s*$")
_OPENING = " :.,)=|–—-\t"
_FEW = 60


def cut(paragraph: str, known: Sequence[Mentioned], *, topics: bool = False) -> Iterator[Unit]:
    """A paragraph's units: each sentence is cut at the references that open a new statement.

    With `topics` also at the topics of actions, as long as no action is named outright.
    """
    opens = True
    for sentence in chain.from_iterable(map(groups.split_off, _SENTENCE.split(paragraph))):
        units = tuple(_of_statement(sentence, known, opens, topics))
        opened = all((unit.refs and not unit.tangled) or unit.is_courtesy for unit in units)
        opens = opens and bool(opened or groups.says_of_all(sentence))
        topics = topics and not names_outright(units)
        yield from units


def _of_statement(sentence: str, known: Sequence[Mentioned], opens: bool, topics: bool) -> Iterator[Unit]:
    """The units of a sentence; "Hi Kim, I can confirm that" leads up to it, "Kim says" is `relayed`."""
    leads_up = None if TOLD_FIRST.match(sentence) else _LEADS_UP.match(sentence)
    if leads_up and not (mentions(leads_up[0], known) or by_topics(sentence, known)):
        listed = tuple(_of_sentence(sentence[leads_up.end() :], known, True, topics))
        if len(listed) > 1 and all(unit.refs and unit.said != unit.words for unit in listed):
            yield from (Unit(leads_up["lead"], leads_up["lead"]), *listed)
            return
    greeting = _GREETS.match(sentence)
    greeted = greeting.end() if greeting and is_polite(greeting["polite"]) else 0
    says = _SAYS_THAT.match(sentence, greeted)
    start = says.end() if says else greeted
    units = tuple(_of_sentence(sentence[start:], known, opens, topics and not greeted)) if start else ()
    if not (units and units[0].refs and units[0].said != units[0].words):
        yield from _of_sentence(sentence, known, opens, topics)
        return
    for number, unit in enumerate(units):
        lead = "" if number else sentence[:start]
        yield replace(unit, words=f"{lead}{unit.words}", relayed=bool(says and says["who"]))


def _of_sentence(sentence: str, known: Sequence[Mentioned], opens: bool, topics: bool) -> Iterator[Unit]:
    topics = topics and not later.answers_later(sentence)
    found = mentions(sentence, known, opens=opens) or (by_topics(sentence, known) if topics else ())
    if not found:
        yield Unit(sentence, sentence)
        return
    told_first = tuple(_told_first(sentence, found))
    if told_first:
        yield from told_first
        return
    mentioned = _groups(sentence, found)
    behind = sentence[mentioned[0][-1].end :]
    excepting = groups.all_except(sentence[: found[0].start], behind)
    if excepting:
        named_behind = {each.ref for each in known}.intersection(re.findall(r"[\w.-]*\w", behind))
        plain = len(mentioned) == 1 and not named_behind
        yield from _excepting(sentence, *excepting, mentioned[0]) if plain else (_whole(sentence, found),)
        return
    if len(mentioned) == 1 and later.promises(sentence[: found[0].start], behind):
        yield _unit(sentence, "to follow", mentioned[0])
        return
    if not _BEFORE_REF.match(sentence[: mentioned[0][0].start]):
        yield (
            _whole(sentence, found)
            if len(mentioned) > 1 or len(mentioned[0]) > 1
            else _unit(sentence, sentence, mentioned[0])
        )
        return
    signs_follow = not _SIGNS.search(sentence[: found[0].start])
    openers = [
        group
        for number, group in enumerate(mentioned)
        if number == 0 or group[0].opens or _opens_new(_just_before(sentence, group[0]), signs_follow=signs_follow)
    ]
    for number, group in enumerate(openers):
        end = openers[number + 1][0].start if number + 1 < len(openers) else len(sentence)
        start = group[0].start if number else 0
        inside = [each for each in found if group[-1].end <= each.start < end and each not in group]
        sign = "".join(_SIGNS.findall(sentence[start : group[0].start]))
        words = sentence[start:end].lstrip(" ,;")
        words = words.rstrip(" ,;") if end < len(sentence) else words
        unit = _unit(words, sentence[group[-1].end : end], group)
        said = f"{sign} {unit.said}" if sign else unit.said
        said = _without_joint(said) if end < len(sentence) else said.lstrip(_OPENING)
        said = shares.of_each(_spelt_out(said), len(unit.refs))
        yield replace(unit, said=said, tangled=bool(inside), topics=_topics(sentence, group) if unit.guessed else ())


def _topics(sentence: str, group: Sequence[Mention]) -> tuple[Topic, ...]:
    """What names each action of a group: one place of all, or a topic of each."""
    place = topic_at(sentence, group[0].start, group[-1].end)
    if len(group) == 1 or is_place(place.words):
        return (place,) * len(group)
    topics = {each.ref: topic_at(sentence, each.start, each.end) for each in group}
    return tuple(replace(each, beside=len(topics) > 1) for each in topics.values())


def _told_first(sentence: str, found: Sequence[Mention]) -> Iterator[Unit]:
    """ "On hold: 3.1, 3.4 (until May)": what is said of all in front, and of one of them in brackets behind it."""
    told = TOLD_FIRST.match(sentence[: found[0].start])
    ends = [*(mention.start for mention in found[1:]), len(sentence)]
    gaps = [_BEHIND_LISTED.fullmatch(sentence[each.end : end]) for each, end in zip(found, ends, strict=True)]
    if not told or not all(gaps):
        return
    more = [gap["more"] or "" for gap in gaps if gap]
    for extra in dict.fromkeys(more):
        group = [mention for mention, each in zip(found, more, strict=True) if each == extra]
        yield _unit(sentence, f"{told['told']} {extra}".strip(), group)


def _excepting(sentence: str, others: str, said: str, exception: Sequence[Mention]) -> Iterator[Unit]:
    """ "All on track apart from 3.1 which needs until March": what is said of the others, and of the exception."""
    yield Unit(sentence, others, of_all=True, guessed=any(mention.guessed for mention in exception))
    yield replace(_unit(sentence, "", exception), said=_WHICH.sub("", said) or _NOT_SO)


_WHICH = re.compile(r"^(?:which|that|where|as (?=it\b)|because (?=it\b)|and) ?", re.IGNORECASE)
_NOT_SO = "not so"


def _opens_new(before: str, *, signs_follow: bool) -> bool:
    """Whether a new statement begins behind these words; a tick ends one where it stands behind its reference."""
    return bool(_STARTS_NEW.search(before) or (signs_follow and _ENDS_WITH_SIGN.search(before)))


def _just_before(sentence: str, mention: Mention) -> str:
    """The few words before a reference: whether it opens a statement shows there, however long the sentence is."""
    return sentence[max(0, mention.start - _FEW) : mention.start]


def _groups(sentence: str, found: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions with only "and" or commas between them speak together: "2ii and 3i are done"."""
    groups = [[found[0]]]
    for before, mention in pairwise(found):
        if _JOINS_GROUP.match(sentence[before.end : mention.start]):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _unit(words: str, said: str, group: Sequence[Mention]) -> Unit:
    foreign = any(not mention.ref for mention in group)
    for mention in (each for each in group if words == said and each.start < each.end):
        said = re.sub(rf"[ \t]*{re.escape(words[mention.start : mention.end])}[ \t]*", " this ", said)
    refs = () if foreign else tuple(dict.fromkeys(mention.ref for mention in group))
    guessed = any(mention.guessed for mention in group)
    return Unit(words, said, refs, foreign=foreign, choices=_choices(group), guessed=guessed)


def _choices(found: Sequence[Mention]) -> tuple[str, ...]:
    """What may be meant, where every reference without an action is one that several actions have."""
    unknown = [mention for mention in found if not mention.ref]
    return tuple(dict.fromkeys(chain(*(each.choices for each in unknown)))) if all(e.choices for e in unknown) else ()


def _spelt_out(said: str) -> str:
    """A tick beside a reference says "done", a cross "not done"; elsewhere they are no more than a friendly face."""
    return _CROSS.sub(" not done. ", _TICK.sub(" done. ", said))


def _whole(sentence: str, found: Sequence[Mention]) -> Unit:
    refs = tuple(dict.fromkeys(mention.ref for mention in found if mention.ref))
    foreign = any(not mention.ref for mention in found)
    return Unit(sentence, sentence, () if foreign else refs, tangled=True, foreign=foreign, choices=_choices(found))


def _without_joint(said: str) -> str:
    """The words behind a reference without the joint to the next one: ": done, and"."""
    return re.sub(r"[\s,;]*\b(?:and|but|while|whereas|then)?(?: that)?[\s,;(]*$", "", said.lstrip(_OPENING))
