"""What the policy says: reminders, gaps, and what has been said before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.plan import Action, Key, Person
from bot.policy.heard import Heard, Wish
from bot.policy.rules import Post


class ReminderKind(StrEnum):
    """What an action needs from the person it is put to; the order (`rank`) is the order within a mail."""

    rank: int
    asks_owner: bool

    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    UPCOMING = "upcoming"
    ASK_FOR_DATE = "ask_for_date"
    CHECK_IN = "check_in"
    ESCALATED = "escalated"
    ASK_WHO = "ask_who"
    COPY = "copy"

    def __init__(self, word: str) -> None:
        self.rank = len(type(self).__members__)
        self.asks_owner = word not in ("escalated", "ask_who", "copy")


@dataclass(frozen=True, slots=True)
class Escalation:
    """Somebody above who is told: has been on the day `on`, or will be without an answer before it. Then it is on that
    day, or later where whoever has to answer is away or comes back in between; never sooner.

    `post` is what `to` is to the action, or what those are in whose place a deputy is told (`instead_of`). `yours` when
    that is the manager of the reader themselves.
    """

    to: Person
    on: date
    post: Post | None = None
    instead_of: tuple[Person, ...] = ()
    yours: bool = False


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An action spoken of before: on which day, as what, to which address, whether an escalation was announced, which
    `post` of the ladder was told or announced, and the day for which that was `promised`, where they are known, and the
    address of whom a question whose it is `named`."""

    on: date
    kind: ReminderKind
    to: str
    warned: bool = False
    post: Post | None = None
    promised: date | None = None
    named: str = ""


@dataclass(frozen=True, slots=True)
class Reminder:
    """One action that needs a word of one person today; `days` from its due date: positive late, negative to go.

    `warning` says what comes without an answer, `told` who above was told last of this silence before today, and
    `tells` who is told today; `warned` is the day of the warning that an escalation keeps, and `wrote` what was heard
    last before it; of a reminder to an owner, their own words of which something is open still, and of a question to
    a lead, theirs that nobody has read yet. `post` is the rung of the ladder that is told, or warned of. `instead_of`
    are those in whose place a deputy gets it: away, or at one of the addresses that are `lost`, as mail to them comes
    back. Of an escalation `asked` are those who were warned, `away` the owners in whose place some were, and `absent`
    those who have been away since with nobody in their place, each with the day they are back (`date.max`: not known).
    `named` is whom an owner named who says that an action is not theirs, `wish` a date that waits for a yes.
    """

    action: Action
    kind: ReminderKind
    days: int
    reason: str
    to: Person
    warning: Escalation | None = None
    told: Escalation | None = None
    tells: Escalation | None = None
    warned: date | None = None
    wrote: Heard | None = None
    post: Post | None = None
    instead_of: tuple[Person, ...] = ()
    lost: frozenset[str] = frozenset()
    asked: tuple[Person, ...] = ()
    away: tuple[tuple[Person, date], ...] = ()
    absent: tuple[tuple[Person, date], ...] = ()
    named: Person | None = None
    wish: Wish | None = None

    def mentioned(self, on: date) -> Mentioned:
        """This reminder as it is remembered once it was sent on a day."""
        promised = self.warning.on if self.warning else None
        named = self.named.address if self.named else ""
        return Mentioned(on, self.kind, self.to.address, self.warning is not None, self.post, promised, named)


History = Mapping[Key, Sequence[Mentioned]]
"""What has been said about each action, oldest first."""


def last_asked(history: History) -> dict[Key, date]:
    """The day on which the owners of each action were last asked about it."""
    asked = ((key, [each.on for each in said if each.kind.asks_owner]) for key, said in history.items())
    return {key: max(days) for key, days in asked if days}


@dataclass(frozen=True, slots=True)
class Gap:
    """An open action that cannot be chased, or not at all of its owners, and what an admin should do about it."""

    action: Action
    reason: str
    in_part: bool = False

    @property
    def sentence(self) -> str:
        end = "" if self.reason.endswith((".", "?", "!")) else "."
        row = f"{self.action.plan}, {self.action.ref}: {self.reason}{end}"
        return f"Chased in part: {row}" if self.in_part else f"Not chased: {row}"


@dataclass(frozen=True, slots=True)
class Decided:
    """What a day asks for: the reminders, worst first, and the open rows that nobody can be asked about."""

    reminders: tuple[Reminder, ...]
    gaps: tuple[Gap, ...]


def by_person(reminders: Iterable[Reminder]) -> dict[Person, tuple[Reminder, ...]]:
    """Each person's reminders, in order. An address is one person under whatever names; the name met first is used."""
    found: dict[str, tuple[Person, list[Reminder]]] = {}
    for reminder in reminders:
        found.setdefault(reminder.to.address, (reminder.to, []))[1].append(reminder)
    return {person: tuple(theirs) for _, (person, theirs) in sorted(found.items(), key=_told_first)}


def _told_first(each: tuple[str, tuple[Person, list[Reminder]]]) -> tuple[bool, str]:
    """Those above come first: should we be stopped in between, no owner reads that somebody was told who was not."""
    address, (_, theirs) = each
    return not any(reminder.kind is ReminderKind.ESCALATED for reminder in theirs), address


def leaving_out(reminders: Iterable[Reminder], left_out: Collection[str]) -> tuple[Reminder, ...]:
    """The reminders but those to addresses that get no mail today; nobody else reads that those are told or asked
    today, nor what was to come after it."""
    every = tuple(reminders)
    dropped = [each for each in every if each.to.address in left_out]
    untold = {each.action.key for each in dropped if each.kind is ReminderKind.ESCALATED}
    unasked = {each.action.key for each in dropped if each.kind.asks_owner}
    return tuple(
        replace(each, tells=None, warning=None, post=None) if each.tells and each.action.key in untold else each
        for each in every
        if each.to.address not in left_out and not (each.kind is ReminderKind.COPY and each.action.key in unasked)
    )
