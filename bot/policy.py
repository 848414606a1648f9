"""Who needs a word today, and why: a question about state, never about the tick that asks it.

A reminder is due when its moment has come and the action has not been mentioned since that moment. A missed day thus
heals itself with one merged nudge, and asking twice on one day yields nothing new once the first answer is recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.plan import NO_ADDRESS, Action, DueKind, Person


class ReminderKind(StrEnum):
    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    UPCOMING = "upcoming"


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules of reminding; all numbers are calendar days."""

    before: tuple[int, ...] = (14, 3)
    on_the_day: bool = True
    overdue_every: int = 7
    quiet_after_answer: int = 7


@dataclass(frozen=True, slots=True)
class Reminder:
    """One action that needs a word today. `days` counts from the due date: positive late, negative still to go."""

    action: Action
    kind: ReminderKind
    days: int
    reason: str


@dataclass(frozen=True, slots=True)
class Gap:
    """An open action that cannot be chased, or not at all of its owners, and what an admin should do about it."""

    action: Action
    reason: str

    @property
    def sentence(self) -> str:
        end = "" if self.reason.endswith((".", "?", "!")) else "."
        row = f"{self.action.plan}, {self.action.ref}: {self.reason}{end}"
        return f"Chased in part: {row}" if _can_be_reminded(self.action) else f"Not chased: {row}"


@dataclass(frozen=True, slots=True)
class Decided:
    """What a day asks for: the reminders, worst first, and the open rows that nobody can be asked about."""

    reminders: tuple[Reminder, ...]
    gaps: tuple[Gap, ...]


def by_person(reminders: Iterable[Reminder]) -> dict[Person, tuple[Reminder, ...]]:
    """Each person's reminders, in order; a joint action stands under each of its owners.

    An address is one person under whatever names it is known; the name met first is used.
    """
    found: dict[str, tuple[Person, list[Reminder]]] = {}
    for reminder in reminders:
        for person in reminder.action.people:
            theirs = found.setdefault(person.address, (person, []))[1]
            if reminder not in theirs[-1:]:
                theirs.append(reminder)
    return {person: tuple(theirs) for _, (person, theirs) in sorted(found.items())}


def decide(
    actions: Iterable[Action], last_mentioned: Mapping[tuple[str, str], date], policy: Policy, today: date
) -> Decided:
    """Which actions need a nudge on `today`; `last_mentioned` is keyed by (plan, item id)."""
    reminders: list[Reminder] = []
    gaps: list[Gap] = []
    for action in actions:
        if not action.is_open or action.repeat_of:
            continue
        gap = find_gap(action)
        if gap:
            gaps.append(Gap(action, gap))
        if not _can_be_reminded(action):
            continue
        reminder = _remind(action, last_mentioned.get((action.plan, action.item_id)), policy, today)
        if reminder:
            reminders.append(reminder)
    reminders.sort(key=lambda each: (-each.days, each.action.plan, each.action.ref))
    return Decided(tuple(reminders), tuple(gaps))


def _can_be_reminded(action: Action) -> bool:
    return bool(action.people and action.current_due.end) and not action.question


def find_gap(action: Action) -> str:
    """Why an open action cannot be chased, or not whole, as a sentence for the admin; "" when it can."""
    if action.question:
        return f"held until this is settled: {action.question}"
    if not action.owners:
        return "has no owner: name one in the list"
    for owner in action.owners:
        if owner.bad_address:
            return wrong_address(owner.text, owner.bad_address)
    strangers = [owner.text for owner in action.owners if not owner.people]
    if NO_ADDRESS in strangers:
        return "somebody picked as its owner has no mail address: pick somebody else"
    if strangers:
        names = ", ".join(strangers)
        return f"nobody is known behind {names}: add them to the Who is who list"
    if not action.current_due.end:
        printed = action.current_due.text
        if action.current_due.kind is DueKind.ONGOING:
            return f'has no end date ("{printed}")'
        return f'has no date that can be chased ("{printed}"): set one' if printed else "has no date: set one"
    return ""


def wrong_address(party: str, written: str) -> str:
    return f'the address of {party} in "Who is who" is no mail address ("{written}"): correct it there'


def _remind(action: Action, mentioned: date | None, policy: Policy, today: date) -> Reminder | None:
    end = action.current_due.end
    assert end is not None
    days = (today - end).days
    # A reply dated ahead, by a wrong clock or a slip of the hand, must not silence anybody for ever.
    if action.last_reply and abs((today - action.last_reply).days) < policy.quiet_after_answer:
        return None
    moment = _moment(days, end, policy, today, mentioned)
    if moment is None or (mentioned is not None and mentioned >= moment):
        return None
    return Reminder(action, _kind(days), days, _reason(action, days))


def _moment(days: int, end: date, policy: Policy, today: date, mentioned: date | None) -> date | None:
    """The latest moment, up to today, at which the policy wanted this action mentioned."""
    if days > 0:
        first_late_day = end + timedelta(days=1)
        if mentioned is None or mentioned < first_late_day:
            return first_late_day
        return today if (today - mentioned).days >= policy.overdue_every else None
    moments = [end - timedelta(days=offset) for offset in policy.before]
    if policy.on_the_day:
        moments.append(end)
    return max((moment for moment in moments if moment <= today), default=None)


def _kind(days: int) -> ReminderKind:
    if days > 0:
        return ReminderKind.OVERDUE
    return ReminderKind.UPCOMING if days < 0 else ReminderKind.DUE_TODAY


def _reason(action: Action, days: int) -> str:
    due = action.current_due
    printed = f' (printed as "{due.text}")' if due.text else ""
    end = due.end
    assert end is not None
    when = f"{end.day} {end:%B %Y}{printed}"
    if days > 0:
        return f"was due by {when}, {days} day{'s' * (days != 1)} ago"
    return f"is due today, {when}" if days == 0 else f"is due by {when}, in {-days} day{'s' * (days != -1)}"
