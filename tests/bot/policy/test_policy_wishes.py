"""A later date that waits for the yes of the plan's lead: it is the lead's turn, not the owner's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.bank_holidays import working_days
from bot.plan import Due
from bot.policy import Day, Heard, People, Policy, Post, Reminder, ReminderKind, Rung, Wish, decide
from bot.working_days import Nation
from tests.bot.policy.asking_days import CHIEF, DUE, KEY, LEAD, MANAGER, PLAN, TOM, action, lived, mention

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
    assert first == ENGLAND.after(ASKED + WEEK + timedelta(days=1), POLICY.grace)


def test_the_owners_nudge_and_an_escalation_say_whose_yes_is_waited_for_and_call_nobody_silent() -> None:
    waits = "the new date 29 December 2026, asked for on 5 October 2026, waits for Priya Nair's yes"
    day = Day(ASKED + WEEK + timedelta(days=1), POLICY, PEOPLE, ENGLAND, {KEY: [WISHED]})
    [nudge] = decide([action()], {KEY: [mention(DUE)]}, day).reminders
    assert nudge.reason.endswith(f", 13 days ago; {waits}")
    [(_, told), *_] = [each for each in life(WISHED) if each[1].kind is ReminderKind.ESCALATED]
    assert told.reason.endswith(f"; {waits}")
    assert "did not answer" not in told.reason


PATIENT = replace(POLICY, overdue_every=(7, 14))


def asked_on(policy: Policy, *words: Heard) -> list[date]:
    lives = lived([action()], DUE, DUE + timedelta(days=40), Day(DUE, policy, PEOPLE, ENGLAND), words=words)
    return [today for today, _, decided in lives for each in decided.reminders if each.kind is ReminderKind.OVERDUE]


def test_while_the_lead_has_the_question_its_owner_is_asked_at_the_slowest_pace_counted_from_their_wish() -> None:
    first, answered = DUE + timedelta(days=1), replace(WISHED, wish=None)
    assert asked_on(PATIENT, answered)[:2] == [first, ASKED + WEEK + timedelta(days=1)]
    assert asked_on(PATIENT, WISHED)[:3] == [first, ASKED + 2 * WEEK, ASKED + 4 * WEEK]


def test_nobody_is_warned_of_the_person_whose_answer_is_missing_nor_is_that_person_told() -> None:
    above = replace(PEOPLE, slt=CHIEF)
    day = Day(DUE, replace(POLICY, ladder=(*POLICY.ladder, Rung(18, Post.SLT))), above, ENGLAND)
    lives = lived([action()], DUE, DUE + timedelta(days=90), day, words=[WISHED])
    later = [each for today, _, decided in lives for each in decided.reminders if today > ASKED]
    assert {each.warning.to for each in later if each.warning} == {MANAGER, CHIEF}
    assert [each.to for each in later if each.kind is ReminderKind.ESCALATED] == [MANAGER, CHIEF]


def test_a_lead_who_has_written_about_the_date_is_told_of_the_silence_again() -> None:
    wrote = replace(WISHED, wish=replace(WISH, answered=ASKED))
    assert LEAD in [each.to for _, each in life(wrote) if each.kind is ReminderKind.ESCALATED]


def test_an_owner_whose_wish_waits_is_not_pressed_before_the_date_either() -> None:
    due, policy = ASKED + timedelta(days=10), replace(PATIENT, before=(7, 3, 0))
    for words, days in (([replace(WISHED, wish=None)], [2, 0]), ([WISHED], [])):
        lives = lived([action(due=Due.on(due))], ASKED, due, Day(ASKED, policy, PEOPLE, ENGLAND), words=words)
        assert [-each.days for _, _, decided in lives for each in decided.reminders] == days
