"""What is asked back: which action is meant, and whether what is plainly said is about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from textwrap import shorten

from bot.plan import Due, Status
from bot.reading.dates.mentions import find_mentions
from bot.reading.numbers import NUMBER_WORDS, number_value
from bot.reply.beside import own_deed
from bot.reply.beside.around_date import RELATIVE
from bot.reply.beside.pieces import SAYS_STATUS
from bot.reply.decide.update import Update
from bot.reply.meaning.dated import FAR, NINE_MONTHS
from bot.reply.meaning.ended import step_in
from bot.reply.meaning.promise import promise_in
from bot.reply.meaning.said import Said, short
from bot.reply.refs import own_topic
from bot.reply.refs.actions import Mentioned
from bot.reply.units.unit import Unit
from bot.reply.words.completing import MENTIONS_DONE
from bot.reply.words.times import DAY, MONTH

TAKEN_FOR = "We take this to be about "
"""How a question begins whose action is a guess."""
_MOST_NAMED = 5
_MOST_QUOTED = 100


def kept_too_late(said: Said, words: str, ends: date | None, said_on: date) -> Said:
    """The reading with the question whether the day for which an overdue action is on track is its new date."""
    day = _ON_TRACK_FOR.search(words)
    is_late = ends is not None and ends < said_on and said.status is Status.IN_PROGRESS and not said.due
    if not day or not is_late:
        return said
    found = promise_in(words[day.start("day") :], said_on) or promise_in(day["day"], said_on)
    due = found.due if found else None
    if due is None or due.end is None or due.end - said_on > NINE_MONTHS:
        doubt = f"Its date has passed, and you name “{short(day['day'])}”. Which day is it?"
        return replace(said, doubt=doubt)
    return replace(said, due=due, doubt=f"Its date has passed. Is “{short(day['day'])}” the new date?")


_ON_TRACK_FOR = re.compile(
    rf"\bon (?:track|target|course|schedule) (?:for|by) (?P<day>(?:the )?(?:(?:start|middle|end) of )?(?:{DAY}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)|{MONTH}|next \w+)\b)",
    re.IGNORECASE,
)


def doubt_of(mine: Sequence[Unit], said: Said, action: Mentioned, known: Sequence[Mentioned], said_on: date) -> str:
    """Why what is plainly said may still not be about this one of the actions `known`, or not as it says."""
    if any(unit.tangled for unit in mine):
        return "Your words speak of more than one action. Which of them are about this one?"
    others = [each for each in known if each is not action]
    guessed = [unit for unit in mine if unit.guessed]
    guessed = [] if guessed and _are_named(guessed, said, action, others, said_on) else guessed
    doubt = _doubt_of_words(mine, said, action, known)
    if guessed and not any(_names_and_tells(unit) for unit in mine):
        return f"{TAKEN_FOR}“{action.ref}”. {doubt or 'Is that so?'}"
    return doubt


def _doubt_of_words(mine: Sequence[Unit], said: Said, action: Mentioned, known: Sequence[Mentioned]) -> str:
    """Why what is said of the action may not stand as it says; one yes settles this and which action it is."""
    if any(unit.relayed for unit in mine):
        return "You pass on what somebody else says. Does it stand as you say here?"
    if any(unit.lone for unit in mine):
        return "You answer several questions with one yes. Does it go for each of them?"
    was_asked = action.question is not None and action.question.status is Status.COMPLETED
    if said.status is Status.COMPLETED and any(_may_be_more(unit, known) for unit in mine) and not was_asked:
        return "You close several actions at once. Is each of them complete?"
    step = step_in("\n".join(unit.said for unit in mine), action.text) if said.status is Status.COMPLETED else ""
    if step and not (was_asked or said.wished):
        return f"You say that it is complete, and also “{short(step)}”. Is the whole action complete?"
    if said.completed_on and action.due and action.due - said.completed_on > FAR:
        return (
            "That is more than a year before the date of the plan. Is this action complete, and on which day was that?"
        )
    return ""


def _are_named(
    guessed: Sequence[Unit], said: Said, action: Mentioned, others: Sequence[Mentioned], said_on: date
) -> bool:
    """Whether the topics that guesses rest on name the action plainly enough for what is said of it."""
    found = [(dict(zip(unit.refs, unit.topics, strict=False)).get(action.ref), unit.said) for unit in guessed]
    told = [words for _, words in found if words]
    deed = any(own_deed.tells_it(unit.words, action.text, said_on) for unit in guessed)
    plain = [own_topic.names(topic, told, said, action, others, deed=deed) for topic, _ in found if topic]
    return all(plain) and len(plain) == len(found) if said.status and said.status.is_closed else any(plain)


def _names_and_tells(unit: Unit) -> bool:
    """Whether words name their action outright and say how it stands: what is guessed beside them is of it too."""
    return not unit.guessed and bool(MENTIONS_DONE.search(unit.said) or SAYS_STATUS.search(unit.said))


def _may_be_more(unit: Unit, known: Sequence[Mentioned]) -> bool:
    """Whether words that speak of several actions may not name each: "all", or bare numbers that may count."""
    bare = [ref for ref in unit.refs if ref.isdigit()]
    counts = bool(bare) and (_SPAN.search(unit.words) or any(_speaks_of(each.text, bare) for each in known))
    return len(unit.refs) > 1 and (unit.of_all or bool(counts))


_SPAN = re.compile(r"\d\s*(?:[/–—-]|\bto\b|\bthrough\b)\s*\d", re.IGNORECASE)
"""From one number to another, or the one out of the other."""
_NUMBER = re.compile(rf"\d+|\b(?:{NUMBER_WORDS})\b", re.IGNORECASE)


def _speaks_of(text: str, numbers: Sequence[str]) -> bool:
    """Whether the text of an action has any of `numbers` itself ("blocks 7 and 9", "ten flats")."""
    return any(str(number_value(found[0])) in numbers for found in _NUMBER.finditer(text))


def as_it_stands(update: Update, beside: Sequence[str]) -> str:
    """The question whether words stand as they were read, with those `beside` them that may change it."""
    quoted = shorten(" / ".join(beside), _MOST_QUOTED, placeholder="…").rstrip(".;,")
    return f"We read this as {update.in_words}, but you also wrote “{quoted}”. Does it stand as you say here?"


def with_day_alone(doubt: str, due: Due) -> str:
    """A question about a date that quotes no more of the words than the date."""
    found = find_mentions(due.text, due.end or date.max)
    relative = RELATIVE.search(due.text)
    high = found[-1].high if found else relative.end() if relative else len(_CLAUSE.split(due.text)[0])
    alone = re.sub(r"^the (?!end|start|middle|beginning|week)", "", due.text[:high])
    return doubt.replace(f"“{due.text}”", f"“{alone}”").replace(" ”", "”")


_CLAUSE = re.compile(r" (?:before|when|once|after|until) (?=\w)")


def which_action(refs: Sequence[str]) -> str:
    """The question which action is meant, and how to answer it."""
    shown = [f"“{ref}:”" for ref in refs[:_MOST_NAMED]]
    listed = f"{', '.join(shown[:-1])} or {shown[-1]}" if len(shown) > 1 else "".join(shown)
    listed = f"{', '.join(shown)}, …" if len(refs) > _MOST_NAMED else listed
    return f"Which action do you mean? Please begin your answer with {listed}{'.' if len(refs) <= _MOST_NAMED else ''}"
