"""The actions that a mail of ours names, and what it asks of each."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from bot.labels import fold_ref
from bot.reply.meaning.question import Question, asked_in, due_in
from bot.reply.refs.cards import Card, cards_in


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An action as our mail named it.

    `shared` is the printed reference where `ref` had to be a label, as two actions have it. `asked` is False for an
    action that the mail did not speak of: it must be named outright, and nothing is about it by mere position.
    `due` is the last day of its first date, `ends` of its present one. Of an action that `asks_who` we asked only who
    should be asked about it. `question` is what we asked of it, where a short answer depends on that. `settled` is one
    that the mail told of as recorded, beside a question about another: it must be named, too.
    """

    ref: str
    text: str = ""
    shared: str = ""
    asked: bool = True
    theme: str = ""
    recommendation: str = ""
    due: date | None = None
    ends: date | None = None
    asks_who: bool = False
    question: Question | None = None
    settled: bool = False

    @property
    def may_be_meant(self) -> bool:
        """Whether words that name no action may be about this one."""
        return self.asked and not self.settled


_RECOMMENDS = re.compile(r"\brecommendation [“\"]([^”\"]+)[”\"]")


def actions_in(parent_text: str) -> tuple[Mentioned, ...]:
    """The actions a mail of ours names, and what it asked of each between its card and the next."""
    lines = [line[:1_000] for line in parent_text.split("\n")[:2_000]]
    cards = cards_in(lines)
    first: dict[str, Card] = {}
    told: dict[str, list[str]] = {}
    ends = [*(card.line for card in cards), len(lines)][1:]
    for card, end in zip(cards, ends, strict=True):
        label = f"{card.ref}{card.plan}"
        first.setdefault(label, card)
        told.setdefault(label, []).extend(line.strip() for line in lines[card.line : end])
    times = Counter(fold_ref(card.ref) for card in first.values())
    return tuple(
        Mentioned(
            label if times[fold_ref(card.ref)] > 1 else card.ref,
            card.text,
            card.ref if times[fold_ref(card.ref)] > 1 else "",
            ends=due_in(" ".join(told[label])),
            recommendation="".join(_RECOMMENDS.findall(" ".join(told[label]))[:1]),
            question=asked_in(" ".join(told[label])),
        )
        for label, card in first.items()
    )
