"""A later date that waits for the yes of the plan's lead: it is the lead's turn, not the owner's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.bank_holidays import working_days
from bot.policy import Day, Heard, People, Policy, Post, Reminder, ReminderKind, Rung, Wish, decide
from bot.working_days import Nation
from tests.bot.policy.asking_days import DUE, KEY, LEAD, MANAGER, PLAN, TOM, action, lived, mention

ENGLAND = working_days(Nation.ENGLAND)
PEOPLE = People(managers={TOM.address: MANAGER}, leads={PLAN: LEAD})
POLICY = Policy(overdue_every=(7,), ladder=(Rung(6, Post.MANAGER), Rung(12, Post.LEAD)), grace=4)
ASKED = date(2026, 10, 5)
WISH = Wish(ASKED, TOM, DUE + timedelta(days=90), LEAD, "New date 29 December please")
WISHED = Heard(ASKED, TOM, as_owner=True, words=WISH.words, wish=WISH)
WEEK = timedelta(days=7)


def life(*words: Heard) -> list[tuple[date, Reminder]]:
    lives = lived([action()], DUE, DUE + timedelta(days=60), Day(DUE, POLICY, PEOPLE, ENGLAND), words=words)
    return [(today, each) for today, _, decided in lives for each in decided.reminders]


def test_nobody_above_is_told_for_two_weeks_while_the_lead_has_the_question_and_then_after_a_fresh_warning() -> None:
    warned = [today for today, each in life(WISHED) if each.warning and today > ASKED]
    told = [(today, each) for today, each in life(WISHED) if each.kind is ReminderKind.ESCALATED]
    assert warned[0] >= ASKED + 2 * WEEK
    assert told[0][1].to == MANAGER
    assert told[0][1].warned == warned[0]
    assert ENGLAND.between(warned[0], told[0][0]) >= POLICY.grace


def test_what_has_been_overtaken_keeps_no_ladder_still() -> None:
    over = replace(WISHED, wish=replace(WISH, overtaken=True))
    [(first, _), *_] = [each for each in life(over) if each[1].kind is ReminderKind.ESCALATED]
    assert first < ASKED + 2 * WEEK


def test_the_owners_nudge_and_an_escalation_say_whose_yes_is_waited_for_and_call_nobody_silent() -> None:
    waits = "the new date 29 December 2026, asked for on 5 October 2026, waits for Priya Nair's yes"
    day = Day(ASKED + WEEK, POLICY, PEOPLE, ENGLAND, {KEY: [WISHED]})
    [nudge] = decide([action()], {KEY: [mention(DUE)]}, day).reminders
    assert nudge.reason.endswith(f", 12 days ago; {waits}")
    [(_, told), *_] = [each for each in life(WISHED) if each[1].kind is ReminderKind.ESCALATED]
    assert told.reason.endswith(f"; {waits}")
    assert "did not answer" not in told.reason
