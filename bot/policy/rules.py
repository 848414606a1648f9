"""The rules of reminding, as an admin sets them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What the offsets before a due date count."""

    CALENDAR = "calendar"
    WORKING = "working"


class Joint(StrEnum):
    """Who is asked about an action of several owners: each, the lead alone, or the lead with a copy to the others."""

    EACH = "each"
    LEAD = "lead"
    COPY = "copy"


class Post(StrEnum):
    """Whom a rung of the escalation ladder tells: see `bot.policy.people.People.at`."""

    MANAGER = "manager"
    LEAD = "lead"
    DIRECTOR = "director"
    SLT = "slt"


@dataclass(frozen=True, slots=True)
class Rung:
    """Tell `to` about an action once it is `after` working days late and its owners have not answered a warning."""

    after: int
    to: Post


@dataclass(frozen=True, slots=True)
class Policy:
    """When whom is asked about what.

    `before` counts in `unit`s back from the due date. `earlier` sends what falls on a closed day on the working day
    before it, else on the one after. `overdue_every` are the days between one overdue nudge and the next, the last of
    them for good; after `overdue_most` nudges without an answer an admin is told instead (0: never). An answer starts
    that count afresh. `grace` are the working days between a warning and the escalation it speaks of. All other numbers
    are calendar days.
    """

    before: tuple[int, ...] = (14, 3)
    unit: Unit = Unit.CALENDAR
    on_the_day: bool = True
    earlier: bool = True
    overdue_every: tuple[int, ...] = (7, 7, 14)
    overdue_most: int = 0
    quiet_after_answer: int = 7
    check_in_every: int = 90
    ask_for_date_every: int = 14
    ask_who_every: int = 7
    snooze_most: int = 30
    joint: Joint = Joint.EACH
    ladder: tuple[Rung, ...] = ()
    grace: int = 5
