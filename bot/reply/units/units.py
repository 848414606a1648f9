"""Newly written lines as units: a stretch of words and the actions it speaks of ("2ii done, 3i slipping to June")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain, groupby

from bot.reply.lines import Line
from bot.reply.meaning.answers import says_yes
from bot.reply.meaning.question import Question
from bot.reply.refs.actions import Mentioned
from bot.reply.refs.openers import may_count
from bot.reply.refs.other_topic import is_strange, of_another
from bot.reply.refs.positions import counts_off
from bot.reply.refs.rows import Row
from bot.reply.refs.topics import headed, spoken_of, under_label, unsure_label
from bot.reply.units import courtesy, groups, later, shares
from bot.reply.units.by_reference import cut
from bot.reply.units.context import Context, place
from bot.reply.units.one_for_all import one_for_all
from bot.reply.units.paragraphs import paragraphs_of
from bot.reply.units.unit import Unit, names_outright
from bot.reply.words.welsh import in_english

_Paragraphs = Sequence[tuple[tuple[Unit, ...], str]]
"""The units of each paragraph, and the action under whose quoted card it stands."""


def units_of(lines: Sequence[Line], known: Sequence[Mentioned]) -> tuple[Unit, ...]:
    """The units of a mail in order; where one action was asked about, words without any reference are about it.

    A reference with no words behind it may belong to the words before it: all are tangled then.
    """
    asked = [each.ref for each in known if each.may_be_meant]
    questions = {each.ref: each.question for each in known}
    found: list[Unit] = []
    context, card, heading = Context(), "", False
    bare = False
    paragraphs = _without_salutation(tuple(_cut_all(lines, known)), known)
    named = {ref for units, card in paragraphs for ref in (card, *chain(*(unit.refs for unit in units))) if ref}
    answered = {card for _, card in paragraphs if card}
    for units, ref in paragraphs:
        if ref != card:
            context, card = Context((ref,) if ref else (), below=bool(ref)), ref
        for each in units:
            if _promises_others(each, found, asked, named):
                found.append(replace(each, said="", refs=(), guessed=False, topics=(), aside=True))
                continue
            if each.guessed and found and _goes_on(each, found[-1]):
                each = replace(each, refs=(), guessed=False)
            each = one_for_all(each, known, named)
            rest = bool(found) and not card and _is_rest(each, found[-1], asked, named)
            unit = each if each.refs or each.foreign or rest else _of_all(each, asked, named, questions)
            if unit is each and not (named or card or rest):
                unit = _of_others(each, asked, found, questions)
            pointed = answered or (found and courtesy.points(found[-1].words))
            if not card and pointed and courtesy.is_title(unit.words):
                continue
            if not (card or rest or unit.refs or unit.foreign or unit.is_courtesy):
                unit = _by_topic(unit, known, named if context.is_plain else None)
            choices = of_another(unit.words, known) if not (unit.refs or unit.foreign or context.refs or card) else ()
            unit = replace(unit, foreign=True, choices=choices) if choices else unit
            if unit.refs or unit.foreign:
                context = Context.of(unit, asked)
                bare = bare or heading
                heading = not unit.said.strip(" .:,-–—")
            if not unit.refs or not heading:
                placed = place(unit, context, asked, questions)
                found.append(placed if unit.refs or card else _of_strange(placed, known))
                heading = heading and (unit.foreign or (unit.is_courtesy and not found[-1].refs))
    if bare or heading:
        return tuple(replace(unit, tangled=True) for unit in found)
    if _leave_open_which(found):
        found = [replace(unit, topics=tuple(replace(each, beside=True) for each in unit.topics)) for unit in found]
    if may_count([(unit.words, unit.refs) for unit in found if unit.refs or unit.foreign], known):
        found = [replace(unit, guessed=bool(unit.refs), topics=()) for unit in found]
    return _one_yes(found, [questions[ref] for ref in asked], asked) or tuple(found)


def _of_strange(unit: Unit, known: Sequence[Mentioned]) -> Unit:
    """Words that go on about the action before them, which may be of something else where they call it by a name."""
    texts = [f"{each.text} {each.theme} {each.recommendation}" for each in known if each.ref in unit.refs]
    several = sum(each.may_be_meant for each in known) > 1
    strange = several and any(is_strange(unit.words, text) for text in texts)
    return replace(unit, tangled=True) if strange else unit


def _leave_open_which(found: Sequence[Unit]) -> bool:
    """Whether some words name no action, or name theirs in another way than by a place as others do."""
    told = [unit for unit in found if not unit.is_courtesy]
    places = [unit.is_placed for unit in told if not unit.of_all]
    return not all(unit.refs for unit in told) or any(places) is not all(places)


def _without_salutation(paragraphs: _Paragraphs, known: Sequence[Mentioned]) -> _Paragraphs:
    """The paragraphs without a first one that only names whom the mail is to, where another follows."""
    if len(paragraphs) < 2:
        return paragraphs
    units, card = paragraphs[0]
    told = " ".join(each.text for each in known)
    alone = not card and len(units) == 1 and not (units[0].refs or units[0].foreign)
    return paragraphs[1:] if alone and courtesy.is_salutation(units[0].words, told) else paragraphs


def _cut_all(lines: Sequence[Line], known: Sequence[Mentioned]) -> Iterator[tuple[tuple[Unit, ...], str]]:
    """The units of each paragraph, and the action under whose quoted card it stands."""
    topics = sum(each.may_be_meant for each in known) > 1
    for number, (paragraph, ref, row) in enumerate(paragraphs_of(lines, known)):
        topics = topics and not ref
        units = tuple(_of_row(paragraph, row, known) if row else cut(paragraph, known, topics=topics))
        topics = topics and not names_outright(units)
        yield tuple(replace(each, line=number) for each in units), ref


def words_of(units: Sequence[Unit]) -> str:
    """What units say, a line each, without courtesies."""
    return "\n".join(unit.words for unit in units if not unit.is_courtesy)


def as_written(units: Sequence[Unit]) -> str:
    """The words of units on the lines on which they were written, without the "and" that led to those of another."""
    lines = (" ".join(each.words for each in line) for _, line in groupby(units, key=lambda unit: unit.line))
    return _LEADS_ON.sub("", "\n".join(lines))


_LEADS_ON = re.compile(r"(?<=\w),? (?:and|but)$", re.IGNORECASE)


def _one_yes(
    units: Sequence[Unit], questions: Sequence[Question | None], asked: Sequence[str]
) -> tuple[Unit, ...] | None:
    """A mail that is nothing but a yes to several questions, as one unit; None for any other mail.

    It is about all of them where it answers every one, and `lone` unless that was the question.
    """
    if len(asked) < 2 or any(unit.refs or unit.foreign for unit in units):
        return None
    said = [unit for unit in units if not unit.is_courtesy or any(says_yes(unit.words, each) for each in questions)]
    words = "\n".join(unit.words for unit in said)
    answered = [says_yes(words, each) for each in questions]
    refs = tuple(asked) if all(answered) else ()
    lone = not all(each and each.of_each for each in questions)
    return (Unit(as_written(said), words, refs, of_all=True, lone=lone),) if any(answered) else None


def _of_all(unit: Unit, asked: Sequence[str], named: Set[str], questions: Mapping[str, Question | None]) -> Unit:
    """A unit that plainly says of all actions, or of all others, that they go on or are complete, with these.

    More than that is asked about, and is said of none that was named.
    """
    if not unit.said:
        return unit  # a promise to answer for others
    words = unit.said if unit.of_all else groups.put_in_front(in_english(unit.words))
    refs = groups.meant(words, asked, named, excepting=unit.of_all) if len(asked) > 1 else ()
    each = groups.of_those(words)
    answered = [says_yes(each, questions[ref]) for ref in refs]
    if refs and all(answered):
        return replace(unit, said=each, refs=refs, of_all=True)
    goes_on, closed = (groups.says_of_all(words), groups.closes_all(words)) if refs else ("", "")
    idle = (
        unit.is_courtesy
        or any(answered)
        or shares.is_of_things(words)
        or not (named or groups.tells(words) or groups.speaks_of_any(unit.words))
    )
    if not refs or (idle and not (goes_on or closed)):
        return unit
    said = goes_on or closed or ("" if named else groups.as_of_one(words))
    unsure = not said or (bool(closed) and len(refs) == 1)
    return replace(unit, said=said or unit.said, refs=refs, tangled=unsure, of_all=True)


def _of_others(
    unit: Unit, asked: Sequence[str], found: Sequence[Unit], questions: Mapping[str, Question | None]
) -> Unit:
    """What is said of all others where only a topic told which action was spoken of before: no more than a guess."""
    guessed = {ref for before in found if not before.of_all for ref in before.refs}
    others = _of_all(unit, asked, guessed, questions) if guessed and groups.speaks_of_others(unit.words) else unit
    return others if others is unit else replace(others, guessed=True)


def _by_topic(unit: Unit, known: Sequence[Mentioned], taken: Set[str] | None) -> Unit:
    """A unit that speaks of what one action alone is about; behind words about the `taken`, one that begins with it."""
    if courtesy.is_title(unit.words):
        return unit
    ref, said, topic = under_label(unit.words, known) or ("", unit.said, None)
    if ref in (taken or ()):
        return unit
    unsure = () if ref or taken is not None else unsure_label(unit.words, known)
    if unsure:
        return replace(unit, foreign=True, choices=unsure)
    if not ref and later.answers_later(unit.words):
        return unit
    if not ref and taken is None:
        ref, topic = spoken_of(unit.words, known)
    ref = ref or headed(unit.words, known, taken or ())
    return replace(unit, said=said, refs=(ref,), guessed=True, topics=(topic,) if topic else ()) if ref else unit


def _goes_on(unit: Unit, before: Unit) -> bool:
    """Whether "the first two" are some of the things that the words before them told of, and not our actions."""
    named = bool(before.refs) and not before.guessed and before.line == unit.line
    return bool(before.refs) and counts_off(unit.words) and (named or shares.counts(before.words))


def _is_rest(unit: Unit, before: Unit, asked: Sequence[str], named: Set[str]) -> bool:
    """Whether "the rest" are what one action is about, and not the other actions: there are none, or some were told."""
    return groups.speaks_of_others(unit.words) and (shares.counts(before.words) or named >= set(asked))


def _promises_others(unit: Unit, found: Sequence[Unit], asked: Sequence[str], named: Set[str]) -> bool:
    """Whether a sentence only says that answers for others than the `named` will come, or for those not `found`."""
    before = found[-1] if found else unit
    whole = before.line != unit.line or before.aside or before.words.endswith(_ENDS)
    some = whole and bool(named or any(each.refs for each in found)) and not named >= set(asked)
    told = some and unit.is_vague and not shares.counts(before.words)
    return told and later.promises_others(unit.words, len(asked) - 1)


_ENDS = (".", "!", "?", ";", ":", ")")


def _of_row(paragraph: str, row: Row, known: Sequence[Mentioned]) -> Iterator[Unit]:
    """The units of a line, and what is wrapped below it, that begins with a number for its action.

    A topic behind the number tells more than a place in our mail.
    """
    before = Unit("", "", (row.ref,), guessed=row.guessed)
    for number, unit in enumerate(cut(paragraph[row.start :], known, topics=row.placed)):
        words = unit.words if number else f"{paragraph[: row.start]}{unit.words}"
        own = unit.refs or unit.foreign
        unit = unit if own else replace(unit, refs=before.refs, guessed=before.guessed, topics=before.topics)
        yield replace(unit, words=words)
        before = unit
