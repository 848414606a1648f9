"""Nudges to try templates with: every kind of reminder, each sort of mail alone, and more than a mail can show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.compose.sample import ACTIONS, CONTACT, LATE, MORGAN, NUDGE, REPLY_TO, SENDER, TODAY, TOKEN
from bot.compose.views import NudgeView
from bot.plan import Action, Due, DueKind, Holder, Owner, Person, Status
from bot.policy import AskedBack, Disowned, Escalation, Heard, Post, Reminder, ReminderKind, Wish

PRICE = Person("Owen Price", "owen.price@tamberley.example")
ASHGROVE = Person("Tom Ashgrove", "tom.ashgrove@tamberley.example")
HALE = Person("Martin Hale", "martin.hale@tamberley.example")
LEAD = Person("Farah Siddiqui", "farah.siddiqui@tamberley.example")
HOUSING = "Housing Improvement Plan"

_VOIDS = Action(
    HOUSING,
    "1",
    "H4",
    "Halve the time that a council home stands empty between two tenants",
    recommendation="Treat empty homes as lost homes, and report on them as such.",
    owners=(Owner("Head of Housing", (ASHGROVE,)),),
    due=Due.on(date(2026, 9, 11)),
    status=Status.IN_PROGRESS,
    progress="2 September 2026, Tom Ashgrove: Down from 61 to 48 days since June.",
)
_FORUM = Action(
    HOUSING,
    "2",
    "H7",
    "Hold a tenants' forum in each ward",
    owners=(Owner("Head of Finance", (MORGAN,)),),
    due=Due("ongoing", kind=DueKind.ONGOING),
    status=Status.ONGOING,
)
_UNDATED = replace(ACTIONS[5], owners=(Owner("Head of Finance", (MORGAN,)),))

_OVERDUE = Reminder(
    LATE,
    ReminderKind.OVERDUE,
    31,
    "",
    MORGAN,
    warning=Escalation(HALE, date(2026, 10, 14), Post.SLT),
    told=Escalation(PRICE, date(2026, 9, 22), Post.MANAGER, yours=True),
)
_IN_PLACE = Reminder(
    _VOIDS,
    ReminderKind.OVERDUE,
    20,
    "",
    MORGAN,
    warning=Escalation(HALE, date(2026, 10, 8), Post.SLT),
    tells=Escalation(PRICE, TODAY, Post.MANAGER),
    instead_of=(ASHGROVE,),
)
_NOT_MINE = Heard(date(2026, 9, 22), MORGAN, waits=True, disowned=Disowned("Not mine, ask Owen Price", PRICE))
_NO_DATE = Reminder(_UNDATED, ReminderKind.ASK_FOR_DATE, 0, "", MORGAN, wrote=_NOT_MINE)
_TODAY = replace(
    NUDGE.reminders[1],
    action=replace(
        NUDGE.reminders[1].action,
        owners=(Owner("Head of Partnerships", (MORGAN,), holder=Holder.DEPUTY), Owner("Head of Housing", (ASHGROVE,))),
    ),
    wish=Wish(date(2026, 9, 22), ASHGROVE, date(2026, 11, 30), LEAD),
)
_ASKED = replace(
    NUDGE.reminders[2],
    action=replace(ACTIONS[1], progress="22 September 2026, Ellis Morgan: Probably mid November"),
    wrote=Heard(
        date(2026, 9, 22),
        MORGAN,
        words="Probably mid November",
        asked=AskedBack("Is 15 November 2026 the new date?", by_yes=True),
    ),
)
_CHECK_IN = Reminder(_FORUM, ReminderKind.CHECK_IN, 0, "", MORGAN)
_ESCALATED = Reminder(_VOIDS, ReminderKind.ESCALATED, 20, "", PRICE, warned=date(2026, 9, 24))
_NOBODY = Reminder(replace(ACTIONS[7], owners=()), ReminderKind.ASK_WHO, 0, "has no owner", LEAD)
_UNKNOWN = Reminder(
    ACTIONS[4],
    ReminderKind.ASK_WHO,
    0,
    "nobody is known behind Community Safety Partnership",
    LEAD,
)
_NAMED = Reminder(
    _VOIDS,
    ReminderKind.ASK_WHO,
    0,
    f"{ASHGROVE.name} says that it is not theirs and names {PRICE.name}",
    LEAD,
    named=PRICE,
)
_COPY = Reminder(ACTIONS[2], ReminderKind.COPY, -91, "for your information: Ann Whitlock is asked about it", MORGAN)


def _to(person: Person, *reminders: Reminder) -> NudgeView:
    return NudgeView(
        person, tuple(replace(each, to=person) for each in reminders), TODAY, REPLY_TO, TOKEN, SENDER, CONTACT
    )


def _many(reminder: Reminder, count: int) -> tuple[Reminder, ...]:
    rows = (replace(reminder.action, item_id=f"{number}", ref=f"R{number}") for number in range(count))
    return tuple(replace(reminder, action=row) for row in rows)


CHECK_INS = _to(MORGAN, *_many(_CHECK_IN, 3))
EVERY_KIND = _to(
    MORGAN,
    _OVERDUE,
    _IN_PLACE,
    _TODAY,
    _ASKED,
    _NO_DATE,
    _CHECK_IN,
    replace(_ESCALATED, action=replace(_VOIDS, item_id="9", ref="H9")),
    _NOBODY,
    _COPY,
)
ESCALATION = _to(PRICE, _ESCALATED)
ASK_WHO = _to(LEAD, _UNKNOWN, _NOBODY, _NAMED)
COPY = _to(MORGAN, _COPY)
LONG = _to(MORGAN, *_many(_OVERDUE, 70), *_many(_ESCALATED, 2))

ALL = (NUDGE, CHECK_INS, EVERY_KIND, ESCALATION, ASK_WHO, COPY, LONG)
"""Every branch of the nudge's templates is taken by one of these."""
