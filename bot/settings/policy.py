"""The sections about when people are asked: the rules of reminding, and the days on which nobody works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator, Field, field_validator

from bot.policy import Joint, Policy, Post, Rung, Unit
from bot.settings.kinds import Part, choice
from bot.working_days import Nation

Days = Annotated[int, Field(ge=1, le=365)]
_CLOSURE = re.compile(r"(?P<first>\d{4}-\d\d-\d\d)(?:\s+to\s+(?P<last>\d{4}-\d\d-\d\d))?")


class Direction(StrEnum):
    """Where a nudge goes that falls on a closed day."""

    EARLIER = "earlier"
    LATER = "later"


class RungSettings(Part):
    """One rung of the escalation ladder: whom to tell once an action is so many working days late."""

    after: Days
    to: Annotated[Post, choice(Post)]


class PolicySettings(Part):
    """The rules of reminding; see bot/policy/rules.py for what each number counts."""

    before: list[Days] = Field(default=[14, 3])
    counted_in: Annotated[Unit, choice(Unit)] = Unit.CALENDAR
    on_the_day: bool = True
    closed_days_go: Annotated[Direction, choice(Direction)] = Direction.EARLIER
    overdue_every: list[Days] = Field(default=[7, 7, 14], min_length=1)
    overdue_most: Annotated[int, Field(ge=0, le=100)] = 0
    quiet_after_answer: Annotated[int, Field(ge=0, le=90)] = 7
    check_in_every: Days = 90
    ask_for_date_every: Days = 14
    ask_who_every: Days = 7
    snooze_most: Annotated[int, Field(ge=0, le=365)] = 30
    away_most: Annotated[int, Field(ge=0, le=365)] = 30
    lead_agrees_to_dates: Annotated[int, Field(ge=0, le=3650)] = 0
    joint_owners: Annotated[Joint, choice(Joint)] = Joint.EACH
    escalate: list[RungSettings] = Field(default_factory=list)
    warn_before_escalating: Annotated[int, Field(ge=1, le=60)] = 5

    @field_validator("overdue_every", mode="before")
    @classmethod
    def _one_number_is_a_list(cls, value: object) -> object:
        return [value] if isinstance(value, int) and not isinstance(value, bool) else value

    def policy(self) -> Policy:
        return Policy(
            before=tuple(self.before),
            unit=self.counted_in,
            on_the_day=self.on_the_day,
            earlier=self.closed_days_go is Direction.EARLIER,
            overdue_every=tuple(self.overdue_every),
            overdue_most=self.overdue_most,
            quiet_after_answer=self.quiet_after_answer,
            check_in_every=self.check_in_every,
            ask_for_date_every=self.ask_for_date_every,
            ask_who_every=self.ask_who_every,
            snooze_most=self.snooze_most,
            joint=self.joint_owners,
            ladder=tuple(Rung(rung.after, rung.to) for rung in self.escalate),
            grace=self.warn_before_escalating,
        )


def ladder_faults(policy: object) -> Iterator[str]:
    """What is wrong with the rungs beside each other, whatever else is wrong with one of them."""
    written = policy.get("escalate") if isinstance(policy, dict) else None
    rungs = [_as_written(each) for each in written if isinstance(each, dict)] if isinstance(written, list) else []
    timed = [(to, after) for to, after in rungs if to and after]
    for (lower, before), (higher, after) in pairwise(timed):
        if after <= before:
            yield (
                f"the rungs must climb, but {higher} comes after {after} working days and {lower} after {before}: put "
                "them in order"
            )
    told = [to.casefold() for to, _ in rungs if to.casefold() in list(Post)]
    for each in dict.fromkeys(each for each in told if told.count(each) > 1):
        yield f"the ladder goes round in a loop: {each} stands on it twice"


def _as_written(rung: dict[str, object]) -> tuple[str, int]:
    """Whom a rung tells and after how many days, "" and 0 where that is not even a word and a number."""
    to, after = rung.get("to"), rung.get("after")
    days = after if isinstance(after, int) and not isinstance(after, bool) else 0
    return to.strip() if isinstance(to, str) else "", days


def _closed_days(written: str) -> str:
    _closure(written)
    return written


class CalendarSettings(Part):
    """The days on which nobody works: the bank holidays of a nation and the council's own `closed` days.

    A closed day is written as "2026-12-29", several in a row as "2026-12-24 to 2027-01-03".
    """

    nation: Annotated[Nation, choice(Nation)] = Nation.ENGLAND
    closed: list[Annotated[str, AfterValidator(_closed_days)]] = Field(default_factory=list)

    @property
    def closures(self) -> tuple[tuple[date, date], ...]:
        """The first and the last day of each closure."""
        return tuple(_closure(each) for each in self.closed)


def _closure(written: str) -> tuple[date, date]:
    found = _CLOSURE.fullmatch(written.strip())
    try:
        first = date.fromisoformat(found["first"]) if found else None
        last = date.fromisoformat(found["last"]) if found and found["last"] else first
    except ValueError:
        first = last = None
    if first and last and last < first:
        raise ValueError(f'"{written}" runs backwards: write the first day before the last one')
    if first is None or last is None:
        raise ValueError(
            f'"{written}" is no day and no span of days: write "2026-12-29", or "2026-12-24 to 2027-01-03"'
        )
    return first, last
