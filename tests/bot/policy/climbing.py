"""An overdue action that nobody answers, under a ladder of three rungs, and who is told and warned of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.bank_holidays import working_days
from bot.plan import Action
from bot.policy import Day, Heard, People, Policy, Post, Reminder, ReminderKind, Rung
from bot.working_days import Nation
from tests.bot.policy.asking_days import CHIEF, DIRECTOR, DUE, LEAD, MANAGER, PLAN, TOM, action, lived

ENGLAND = working_days(Nation.ENGLAND)
PEOPLE = People(managers={TOM.address: MANAGER}, leads={PLAN: LEAD}, directors={PLAN: DIRECTOR}, slt=CHIEF)
LADDER = (Rung(10, Post.MANAGER), Rung(20, Post.DIRECTOR), Rung(30, Post.SLT))
POLICY = Policy(overdue_every=(7, 14), ladder=LADDER, grace=5)
CLOSE = Policy(overdue_every=(7,), ladder=(Rung(5, Post.MANAGER), Rung(10, Post.DIRECTOR)), grace=5)


def told(
    policy: Policy = POLICY,
    people: People = PEOPLE,
    answers: dict[date, str] | None = None,
    outages: frozenset[date] = frozenset(),
    late: Action | None = None,
    words: Sequence[Heard] = (),
) -> list[tuple[date, Reminder]]:
    """Every reminder from the due date on for 80 days."""
    day = Day(DUE, policy, people, ENGLAND)
    lives = lived([late or action()], DUE, DUE + timedelta(days=80), day, answers, outages, words)
    return [(today, each) for today, _, decided in lives for each in decided.reminders]


def escalations(found: list[tuple[date, Reminder]]) -> list[tuple[date, str]]:
    return [(today, each.to.name) for today, each in found if each.kind is ReminderKind.ESCALATED]


def warnings(found: list[tuple[date, Reminder]]) -> list[tuple[date, str, date]]:
    return [(today, each.warning.to.name, each.warning.on) for today, each in found if each.warning]
