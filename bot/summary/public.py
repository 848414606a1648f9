"""The public edition: the plan as it may be shown to anybody, made before anything is counted.

What is not in the rows cannot be in the paper: rows that a person marked exempt are gone, and so is everything an owner
wrote to us. Names and addresses of people are taken out of the words that stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.plan import Action, Change, Owner, Person
from bot.summary.figures import ASKED
from bot.summary.moves import as_agreed
from bot.summary.overrides import Override
from bot.summary.rules import SILENCE
from bot.summary.tables import Summary
from bot.summary.verified import verified_by

OFFICER = "an officer of the council"
_ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = re.compile(r"(?<!\w)(?:\+44|0)(?:[\s().-]?\d){9,10}(?!\d)")
_PARAGRAPH = re.compile(r"\b[1-9]\d?\b")
_VERIFIED = "somebody else"
_NOTHING_EXEMPT = frozenset(("no", "none", "n", "not exempt", "public", "-"))


def is_exempt(action: Action) -> bool:
    """Whether a person wrote anything but a plain no beside the row."""
    return bool(action.exempt) and action.exempt.strip().casefold() not in _NOTHING_EXEMPT


def exempt_paragraphs(actions: Iterable[Action]) -> str:
    """ "paragraph 3", "paragraphs 1 and 3": those named beside exempt rows; "paragraph not stated" where none is."""
    numbers = sorted(
        {int(each) for action in actions if is_exempt(action) for each in _PARAGRAPH.findall(action.exempt)}
    )
    if len(numbers) > 1:
        return f"paragraphs {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"
    return f"paragraph {numbers[0]}" if numbers else "paragraph not stated"


def public_plan(
    actions: tuple[Action, ...], changes: tuple[Change, ...], people: Iterable[Person] = ()
) -> tuple[tuple[Action, ...], tuple[Change, ...]]:
    """The rows and the history that may be shown; `people` are those known besides the owners."""
    names = _Names([*people, *(person for action in actions for person in action.people)])
    shown = tuple(_shown(each, names) for each in actions if not is_exempt(each))
    present = {each.key for each in shown}
    told = (each for each in changes if each.key in present)
    return shown, tuple(
        replace(each, by="", why="", old=names.out_of(each.old), new=names.out_of(each.new)) for each in told
    )


def public_overrides(overrides: Iterable[Override]) -> tuple[Override, ...]:
    """What people say of themes, without a word of theirs."""
    return tuple(replace(each, by="", why="") for each in overrides)


def without_silence(summary: Summary) -> Summary:
    """The summary with no word of who has not answered: the public is not told."""
    figures = summary.figures
    left = {name: ids for name, ids in figures.members.items() if name not in (SILENCE, ASKED)}
    return replace(
        summary,
        figures=replace(figures, no_reply=0, members=left),
        no_reply=(),
        changes=tuple(row for row in summary.changes if row.figure != SILENCE),
    )


def _shown(action: Action, names: _Names) -> Action:
    return replace(
        action,
        text=names.out_of(action.text),
        theme=names.out_of(action.theme),
        recommendation=names.out_of(action.recommendation),
        response="",
        owners=tuple(Owner(names.out_of(owner.text)) for owner in action.owners),
        due=replace(action.due, text=names.out_of(action.due.text), assumption=None),
        revised_due=replace(action.revised_due, text=names.out_of(action.revised_due.text), assumption=None)
        if action.revised_due
        else None,
        repeat_of=names.out_of(action.repeat_of),
        status_text="",
        progress="",
        question="",
        snoozed_until=None,
        verified=_VERIFIED if verified_by(action) else "",
        version="",
        approved_due=as_agreed(action).approved_due,
    )


class _Names:
    """The people known, and how they are taken out of words."""

    def __init__(self, people: Iterable[Person]) -> None:
        known = {person.name.strip() for person in people if len(person.name.split()) > 1}
        longest_first = sorted(known, key=lambda name: (-len(name), name))
        self._known = (
            re.compile(rf"(?<!\w)(?:{'|'.join(map(_in_any_space, longest_first))})(?!\w)", re.IGNORECASE)
            if longest_first
            else None
        )

    def out_of(self, text: str) -> str:
        bare = _TELEPHONE.sub("(number left out)", _ADDRESS.sub("(address left out)", text))
        return self._known.sub(OFFICER, bare) if self._known else bare


def _in_any_space(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))
