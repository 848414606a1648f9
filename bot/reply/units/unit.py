"""A stretch of a mail's words and the actions that it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.reply.refs.positions import is_place
from bot.reply.refs.topics import Topic
from bot.reply.units import courtesy


@dataclass(frozen=True, slots=True)
class Unit:
    """Words as written, what they say without the reference, and the actions they speak of (none: nobody can tell).

    `tangled` when a second action is mentioned in passing; `foreign` when a reference is none of ours, or one that
    several actions have: `choices` are the labels of these. `of_all` when it speaks of all actions, or all others.
    `guessed` when it names its actions by place or topic alone, with what may be a plain topic of each in `topics`,
    `lone` when it is one yes to several questions, `relayed` when somebody else is said to say so, `aside` when it
    is about no action and stands beside answers. `line` counts the lines of the mail, those that wrap as one.
    """

    words: str
    said: str
    refs: tuple[str, ...] = ()
    tangled: bool = False
    foreign: bool = False
    choices: tuple[str, ...] = ()
    of_all: bool = False
    guessed: bool = False
    lone: bool = False
    relayed: bool = False
    topics: tuple[Topic, ...] = ()
    line: int = 0
    aside: bool = False

    @property
    def is_courtesy(self) -> bool:
        """A greeting, thanks, a sign-off or an aside: polite, and nothing to act on."""
        return self.aside or (not self.lone and courtesy.is_courtesy(self.words.strip()))

    @property
    def is_vague(self) -> bool:
        """Whether it names no action, or only by place or topic."""
        return self.guessed or not (self.refs or self.foreign)

    @property
    def is_placed(self) -> bool:
        """Whether it names its actions by their place in our mail."""
        return bool(self.topics) and is_place(self.topics[0].words)


def names_outright(units: Sequence[Unit]) -> bool:
    """Whether any of the units names its action, and not only by place or topic."""
    return not all(unit.is_vague for unit in units)
