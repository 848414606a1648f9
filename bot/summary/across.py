"""What stands in several plans at once: the same theme, or the same action in the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from bot.plan import Action
from bot.summary.tables import RepeatedRow

_EMPTY_WORDS = frozenset(
    re.findall(r"\w+", "a an and are at be by for from in into is it its of on or our that the their to we with")
)
_FEWEST_WORDS = 4
"""Words with content that an action must have before the same ones elsewhere mean the same action."""

Group = dict[tuple[str, frozenset[str]], list[Action]]


def repeated_rows(actions: Iterable[Action], others: Iterable[Action], as_of: date) -> tuple[RepeatedRow, ...]:
    """Themes and open actions of this plan that other plans have too; order, plurals and small words do not matter."""
    ours, theirs = tuple(actions), tuple(others)
    return (*_themes(ours, theirs, as_of), *_actions(ours, theirs, as_of))


def _themes(ours: tuple[Action, ...], theirs: tuple[Action, ...], as_of: date) -> Iterator[RepeatedRow]:
    elsewhere = _grouped((each.theme, each) for each in theirs)
    for theme in dict.fromkeys(each.theme for each in ours if each.theme):
        for (plan, words), found in elsewhere.items():
            if words == content(theme):
                yield _row(theme, "", plan, found, as_of, refs=())


def _actions(ours: tuple[Action, ...], theirs: tuple[Action, ...], as_of: date) -> Iterator[RepeatedRow]:
    elsewhere = _grouped((each.text, each) for each in theirs if each.is_open)
    by_words: dict[frozenset[str], list[tuple[str, list[Action]]]] = {}
    for (plan, words), found in elsewhere.items():
        by_words.setdefault(words, []).append((plan, found))
    for action in ours:
        words = content(action.text)
        for plan, found in by_words.get(words, ()) if action.is_open and len(words) >= _FEWEST_WORDS else ():
            yield _row(action.text, action.ref, plan, found, as_of, refs=tuple(each.ref for each in found))


def _grouped(pairs: Iterable[tuple[str, Action]]) -> Group:
    found: Group = {}
    for text, action in pairs:
        words = content(text)
        if words and not action.repeat_of:
            found.setdefault((action.plan, words), []).append(action)
    return found


def _row(text: str, ref: str, plan: str, found: list[Action], as_of: date, *, refs: tuple[str, ...]) -> RepeatedRow:
    overdue = sum(each.days_late(as_of) > 0 for each in found)
    return RepeatedRow(text, ref, plan, refs, sum(each.is_open for each in found), overdue)


def content(text: str) -> frozenset[str]:
    """The words of a text that carry its meaning, in the singular."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return frozenset(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words) - _EMPTY_WORDS
