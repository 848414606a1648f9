"""What words that name no action go by: the action that was named before them, or under which they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.reply.meaning.answers import answers
from bot.reply.meaning.promise_rules import OUTRIGHT, PROMISE_RULES
from bot.reply.meaning.question import Question
from bot.reply.refs.topics import Topic
from bot.reply.units import courtesy
from bot.reply.units.unit import Unit


@dataclass(frozen=True, slots=True)
class Context:
    """What words without a reference of their own go by: the reference before them, until the next one.

    `passing` when it was mentioned inside a sentence, which may have been about something else, `below` in our mail;
    `topics` where the actions were named by such.
    """

    refs: tuple[str, ...] = ()
    foreign: bool = False
    choices: tuple[str, ...] = ()
    passing: bool = False
    below: bool = False
    topics: tuple[Topic, ...] = ()

    @classmethod
    def of(cls, unit: Unit, asked: Sequence[str]) -> Context:
        """What stands behind a unit that names its action, one of those `asked` about."""
        passing = unit.said == unit.words or unit.tangled or (unit.guessed and not unit.topics)
        passing = passing and list(unit.refs) != asked
        return cls(unit.refs, unit.foreign, unit.choices, passing, topics=() if passing else unit.topics)

    @property
    def is_plain(self) -> bool:
        """Whether an answer was begun with a reference."""
        return bool(self.refs or self.foreign) and not (self.passing or self.topics)


def place(
    unit: Unit,
    context: Context,
    asked: Sequence[str],
    questions: Mapping[str, Question | None],
) -> Unit:
    """A unit with the action that it is about by its `context`, or as the only one asked about; as it is for none."""
    meant = context.refs or (tuple(asked) if len(asked) == 1 else ())
    of_card = context.below and courtesy.is_about_card(unit.words)
    is_answer = of_card or any(answers(unit.said, questions.get(ref)) for ref in meant)
    if unit.refs or unit.foreign or (unit.is_courtesy and not is_answer):
        return unit
    if context.refs or context.foreign:
        tangled = context.passing and not _asks_date(unit.words)
        named = Unit(unit.words, unit.said, context.refs, tangled, context.foreign, context.choices)
        return replace(named, guessed=bool(context.topics), topics=context.topics, line=unit.line)
    return Unit(unit.words, unit.said, (asked[0],), line=unit.line) if len(asked) == 1 else unit


def _asks_date(words: str) -> bool:
    """Whether words ask us outright to set a date: that is of the action just spoken of, and of no other."""
    return any(rule.pattern.search(words) for rule in PROMISE_RULES if rule.name in OUTRIGHT)
