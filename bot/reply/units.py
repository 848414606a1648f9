"""Newly written lines as units: a stretch of words and the actions it speaks of ("2ii done, 3i slipping to June")."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from bot.reply import courtesy, groups
from bot.reply.lines import Line, Mark
from bot.reply.questions import Question, answers
from bot.reply.refs import Mention, Mentioned, line_ref, mentions

_BULLET = re.compile(r"^\s*(?:[-*•·]|\d{1,2}[.)])\s")
_SENTENCE = re.compile(r"(?<=[.!?;])(?<!\bno\.)(?<!\bNo\.)(?<!^\d\.)(?<!^\d\d\.)\s+(?=\S)")
_BEFORE_REF = re.compile(
    r"^\W*(?:\d{1,2}[.)]\s+)?(?:(?:re|on|for|as (?:for|to)|regarding|with regard to|concerning|action|and|also|then"
    r"|but|while|whereas"
    r"|hi|update|in"
    r" relation to|my update (?:on|for)|yes|the|both|actions)\b\W*)*$",
    re.IGNORECASE,
)
_JOINS_GROUP = re.compile(r"^[\s,&/+]*(?:and|plus|or)?[\s,&/+]*$", re.IGNORECASE)
_STARTS_NEW = re.compile(
    r"(?:[,;.:\n–—-]|\b(?:and|but|while|whereas|then))\s*(?:(?:re|on|for|action|as for|the)\s*)*\(?$", re.IGNORECASE
)
_ALL = re.compile(r"^\W*(?:they(?:['’]re| are)|both|all|everything|these|the (?:rest|others?))\b", re.IGNORECASE)
_TICK = re.compile("[\u2705\u2713\u2714\u2611\U0001f5f8]\ufe0f?")
_CROSS = re.compile("[\u274c\u274e\u2717\u2718\u2716\u2715]\ufe0f?")
_SIGNS = re.compile(f"{_TICK.pattern}|{_CROSS.pattern}")
_OPENING = " :.,)=|–—-\t"
_FEW = 60
_SPEAKS = re.compile(r"[^\W_]|\?")


@dataclass(frozen=True, slots=True)
class Unit:
    """Words as written, what they say without the reference, and the actions they speak of (none: nobody can tell).

    `tangled` when a second action is mentioned in passing; `foreign` when a reference is none of ours, or one that
    several actions have: `choices` are the labels of these. `of_all` when it speaks of all actions, or all others.
    """

    words: str
    said: str
    refs: tuple[str, ...] = ()
    tangled: bool = False
    foreign: bool = False
    choices: tuple[str, ...] = ()
    of_all: bool = False

    @property
    def is_courtesy(self) -> bool:
        """A greeting, thanks or a sign-off: polite, and nothing to act on."""
        return courtesy.is_courtesy(self.words.strip())


@dataclass(frozen=True, slots=True)
class _Context:
    """What words without a reference of their own go by: the reference before them, until the next one.

    `passing` when it was mentioned inside a sentence, which may have been about something else.
    """

    refs: tuple[str, ...] = ()
    foreign: bool = False
    choices: tuple[str, ...] = ()
    passing: bool = False


def units_of(lines: Sequence[Line], known: Sequence[Mentioned]) -> tuple[Unit, ...]:
    """The units of a mail in order; where one action was asked about, words without any reference are about it.

    A reference with no words behind it may belong to the words before it: all are tangled then.
    """
    asked = [each.ref for each in known if each.may_be_meant]
    questions = {each.ref: each.question for each in known}
    found: list[Unit] = []
    context, card, heading = _Context(), "", False
    bare = False
    paragraphs = [(tuple(_split(paragraph, known)), ref) for paragraph, ref in _paragraphs(lines, known)]
    named = {ref for units, card in paragraphs for ref in (card, *chain(*(unit.refs for unit in units))) if ref}
    for units, ref in paragraphs:
        if ref != card:
            context, card = _Context((ref,) if ref else ()), ref
        for each in units:
            unit = each if each.refs or each.foreign else _of_all(each, asked, named)
            if not card and found and courtesy.points(found[-1].words) and courtesy.is_name(unit.words):
                continue
            if unit.refs or unit.foreign:
                passing = unit.said == unit.words or unit.tangled
                context = _Context(unit.refs, unit.foreign, unit.choices, passing and list(unit.refs) != asked)
                bare = bare or heading
                heading = not unit.said.strip(" .:,-–—")
            if not unit.refs or not heading:
                found.append(_place(unit, context, asked, questions))
                heading = heading and (unit.foreign or (unit.is_courtesy and not found[-1].refs))
    return tuple(replace(unit, tangled=True) for unit in found) if bare or heading else tuple(found)


def _of_all(unit: Unit, asked: Sequence[str], named: Collection[str]) -> Unit:
    """A unit that plainly says of all actions, or of all others, that they go on, with these.

    More than that about the others is asked about, and is said of none that was named.
    """
    refs = groups.meant(unit.words, asked, named) if len(asked) > 1 else ()
    said = groups.says_of_all(unit.words) if refs else ""
    if not said and not (refs and named):
        return unit
    return Unit(unit.words, said or unit.said, refs, tangled=not said, of_all=True)


def _place(unit: Unit, context: _Context, asked: Sequence[str], questions: Mapping[str, Question | None]) -> Unit:
    meant = context.refs or (tuple(asked) if len(asked) == 1 else ())
    is_answer = any(answers(unit.said, questions.get(ref)) for ref in meant)
    if unit.refs or unit.foreign or (unit.is_courtesy and not is_answer):
        return unit
    if (context.refs or context.foreign) and not (_ALL.match(unit.said) and len(asked) > 1):
        return Unit(unit.words, unit.said, context.refs, context.passing, context.foreign, context.choices)
    return Unit(unit.words, unit.said, (asked[0],)) if len(asked) == 1 else unit


def _paragraphs(lines: Sequence[Line], known: Sequence[Mentioned]) -> Iterator[tuple[str, str]]:
    """Wrapped lines joined; a blank line, a bullet, or a line that begins with a reference starts a new paragraph."""
    words, ref = "", ""
    for line in (*lines, Line("")):
        text = line.text.strip() if line.mark is Mark.OWN else ""
        opens = not text or line.ref != ref or _BULLET.match(line.text) or line_ref(text, known) or _ends(words)
        if words and opens:
            if _SPEAKS.search(words):
                yield words, ref
            words = ""
        if text:
            words, ref = f"{words} {text}".strip(), line.ref


def _ends(words: str) -> bool:
    """A short line that is whole in itself was not wrapped: "Hi Sam," "Done.\""""
    return len(words) < 60 and (words.endswith((".", "!", "?", ",", ":")) or len(words) < 30)


def _split(paragraph: str, known: Sequence[Mentioned]) -> Iterator[Unit]:
    """A paragraph's units: each sentence is cut at the references that open a new statement."""
    opens = True
    for sentence in chain.from_iterable(map(groups.split_off, _SENTENCE.split(paragraph))):
        units = tuple(_of_sentence(sentence, known, opens))
        opens = opens and all(unit.refs and not unit.tangled for unit in units)
        yield from units


def _of_sentence(sentence: str, known: Sequence[Mentioned], opens: bool) -> Iterator[Unit]:
    found = mentions(sentence, known, opens=opens)
    if not found:
        yield Unit(sentence, sentence)
        return
    groups = _groups(sentence, found)
    if not _BEFORE_REF.match(sentence[: groups[0][0].start]):
        yield _whole(sentence, found) if len(groups) > 1 or len(groups[0]) > 1 else _unit(sentence, sentence, groups[0])
        return
    openers = [
        group
        for number, group in enumerate(groups)
        if number == 0 or _STARTS_NEW.search(_just_before(sentence, group[0]))
    ]
    for number, group in enumerate(openers):
        end = openers[number + 1][0].start if number + 1 < len(openers) else len(sentence)
        start = group[0].start if number else 0
        inside = [mention for mention in found if group[-1].end <= mention.start < end]
        sign = "".join(_SIGNS.findall(sentence[start : group[0].start]))
        unit = _unit(sentence[start:end].strip(" ,;"), sentence[group[-1].end : end], group)
        said = f"{sign} {unit.said}" if sign else unit.said
        said = _without_joint(said) if end < len(sentence) else said.lstrip(_OPENING)
        yield replace(unit, said=_spelt_out(said), tangled=bool(inside))


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
    for mention in group if words == said else ():
        said = said.replace(words[mention.start : mention.end], " this ")
    refs = () if foreign else tuple(dict.fromkeys(mention.ref for mention in group))
    return Unit(words, said, refs, foreign=foreign, choices=_choices(group))


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
    return re.sub(r"[\s,;]*\b(?:and|but|while|whereas|then)?[\s,;(]*$", "", said.lstrip(_OPENING))
